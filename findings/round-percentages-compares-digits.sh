#!/usr/bin/env bash
# What: round-percentages 1.0 rounds percentages to whole ones that add up to 100, by the largest remainder.
# Expected: 33.5 has a larger remainder than 33.25, so it goes up: 34, 33, 33.
# Happens: what stands behind the point is compared as a whole number: 25 is more than 5, and 33.25 goes up. 0.05 and
#   0.5 count as equal.
# Matters: shares with one and two decimals side by side are the rule in a table of gemeenten; the sum is right, so
#   nobody looks.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check round-percentages==1.0 || exit 2
cat >proef.py <<'CODE'
import round_percentages

print(round_percentages([33.5, 33.25, 33.25]))
print(round_percentages([30.05, 19.5, 25.4, 25.05]))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
[33, 34, 33]
[31, 19, 25, 25]
SEEN
diff -u seen now || { echo "changed: round-percentages-compares-digits"; exit 1; }
echo "as seen: round-percentages-compares-digits"

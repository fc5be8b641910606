#!/usr/bin/env bash
# What: apportionment 1.0, method hamilton (largest remainder), where two parties tie for the last seat.
# Expected: quotas 2.5, 2.5, 2.1 and 2.9 for ten seats: 2.9 has the largest remainder and gets its third seat; the tie
#   is about the one seat that is then left.
# Happens: those that tie are served in the order of the list before the larger remainder is reached: 2.5 and 2.5 become
#   3, and 2.9 stays 2.
# Matters: dividing whole homes over gemeenten ties often (equal shares, halves), and the largest remainder is the rule
#   that everybody can check by hand.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check apportionment==1.0 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
from apportionment.methods import compute

for stemmen in ([25, 25, 21, 29], [29, 25, 25, 21]):
    print(stemmen, compute("hamilton", stemmen, 10), compute("hamilton", stemmen, 10, fractions=True))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
[25, 25, 21, 29] [3, 3, 2, 2] [3, 3, 2, 2]
[29, 25, 25, 21] [3, 3, 2, 2] [3, 3, 2, 2]
SEEN
diff -u seen now || { echo "changed: apportionment-largest-remainder-tie"; exit 1; }
echo "as seen: apportionment-largest-remainder-tie"

#!/usr/bin/env bash
# What: latexify-py 0.4.4 writes a Python function as a formula.
# Expected: functions that compute something else read differently.
# Happens: the brackets around a remainder are lost: (share * homes) % 1 and share * (homes % 1) are the same formula.
# Matters: 'what is left of a share of whole homes' is the heart of dividing by largest remainder; the published formula
#   can be the other one.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check latexify-py==0.4.4 || exit 2
cat >proef.py <<'CODE'
import latexify


def links(a, w):
    return (a * w) % 1


def rechts(a, w):
    return a * (w % 1)


print(links(0.25, 10), rechts(0.25, 10))
for rest in (links, rechts):
    print(latexify.get_latex(rest).split("=")[1].strip())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
0.5 0.0
a w \mathbin{\%} 1
a w \mathbin{\%} 1
SEEN
diff -u seen now || { echo "changed: latexify-drops-brackets-of-a-remainder"; exit 1; }
echo "as seen: latexify-drops-brackets-of-a-remainder"

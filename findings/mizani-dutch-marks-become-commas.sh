#!/usr/bin/env bash
# What: mizani 0.14.6, the labels of plotnine, with the Dutch marks big_mark='.' and decimal_mark=','.
# Expected: 1170.5 is 1.170,5 and 1285000 is 1.285.000.
# Happens: the thousands keep a comma: 1,170,5 and 1,285,000. With label_number and with label_currency.
# Matters: on a Dutch axis 1,170 is a bit more than one home where 1.170 is meant; both marks are arguments of the
#   function.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check mizani==0.14.6 || exit 2
cat >proef.py <<'CODE'
from mizani.labels import label_currency, label_number

print(label_number(accuracy=0.1, big_mark=".", decimal_mark=",")([1170.5]))
print(label_number(big_mark=".", decimal_mark=",")([1170, 1285000]))
print(label_currency(prefix="", big_mark=".", decimal_mark=",")([1170.5]))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
['1,170,5']
['1,170', '1,285,000']
['1,170,50']
SEEN
diff -u seen now || { echo "changed: mizani-dutch-marks-become-commas"; exit 1; }
echo "as seen: mizani-dutch-marks-become-commas"

#!/usr/bin/env bash
# What: formulas 1.3.4 recalculates a workbook in Python, without a spreadsheet program.
# Expected: what spreadsheets answer: MROUND(214.5,1) and ROUND(214.5,0) are both 215, MROUND(2.5,1) is 3.
# Happens: ROUND gives 215 and MROUND 214; MROUND(215.5,1) is 216 and MROUND(2.5,1) 2: halves go to the even side in one
#   function and away from zero in the other, in one workbook.
# Matters: a table of homes rounds to whole homes or to steps of ten; a check of a workbook without LibreOffice finds
#   differences of one home that no spreadsheet shows, or agrees where it should not.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check formulas==1.3.4 || exit 2
cat >proef.py <<'CODE'
import formulas

for formule in ("ROUND(2.5,0)", "MROUND(2.5,1)", "ROUND(214.5,0)", "MROUND(214.5,1)", "MROUND(215.5,1)", "MROUND(25,10)"):
    print(formule, float(formulas.Parser().ast("=" + formule)[1].compile()()))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
ROUND(2.5,0) 3.0
MROUND(2.5,1) 2.0
ROUND(214.5,0) 215.0
MROUND(214.5,1) 214.0
MROUND(215.5,1) 216.0
MROUND(25,10) 20.0
SEEN
diff -u seen now || { echo "changed: formulas-rounds-the-same-half-two-ways"; exit 1; }

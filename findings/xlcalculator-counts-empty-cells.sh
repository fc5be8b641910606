#!/usr/bin/env bash
# What: xlcalculator 0.5.0 computes the formulas of a workbook without a spreadsheet program.
# Expected: over 3, -5, the text "onbekend" and an empty cell both COUNTIF "<0" and ">0" are 1, as in a spreadsheet.
# Happens: both are 2: an empty cell counts as below zero and as above it.
# Matters: 'in how many gemeenten is there a shortage' counts each gemeente whose figure is unknown, and so does 'in how
#   many a surplus'.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check xlcalculator==0.5.0 openpyxl==3.1.5 numpy==1.26.4 || exit 2
cat >proef.py <<'CODE'
import openpyxl
from xlcalculator import Evaluator, ModelCompiler

boek = openpyxl.Workbook()
blad = boek.active
blad.title = "Saldo"
for rij, waarde in enumerate((3, -5, "onbekend"), 1):
    blad.cell(rij, 1, waarde)
FORMULES = ('=COUNTIF(A1:A2,"<0")', '=COUNTIF(A1:A3,"<0")', '=COUNTIF(A1:A4,"<0")', '=COUNTIF(A1:A4,">0")')
for rij, formule in enumerate(FORMULES, 1):
    blad.cell(rij, 2, formule)
boek.save("saldo.xlsx")
rekenen = Evaluator(ModelCompiler().read_and_parse_archive("saldo.xlsx"))
for rij, formule in enumerate(FORMULES, 1):
    print(formule, int(rekenen.evaluate(f"Saldo!B{rij}")))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
=COUNTIF(A1:A2,"<0") 1
=COUNTIF(A1:A3,"<0") 1
=COUNTIF(A1:A4,"<0") 2
=COUNTIF(A1:A4,">0") 2
SEEN
diff -u seen now || { echo "changed: xlcalculator-counts-empty-cells"; exit 1; }
echo "as seen: xlcalculator-counts-empty-cells"

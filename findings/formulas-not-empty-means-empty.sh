#!/usr/bin/env bash
# What: formulas 1.3.4 recalculates a workbook in Python; the criterion "<>" (not empty) of COUNTIF, COUNTIFS, SUMIF and SUMIFS.
# Expected: of four gemeenten with 40, nothing, 60 and 80 mutaties "<>" counts three and sums 180, as LibreOffice 7.4 and pycel do.
# Happens: it takes the empty cells: COUNTIF gives 1, SUMIFS 0. A sum beside it: 60 of the gemeente without a corporatie, where
#   the 120 of those with one are asked. "=" (empty) counts none. The criterion "" and "<>A" are right.
# Matters: "how many gemeenten are known" and "the sum of the known ones" give their opposite in a workbook that is checked so.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check formulas==1.3.4 openpyxl==3.1.5 || exit 2
cat >proef.py <<'CODE'
import formulas
import openpyxl

werkmap = openpyxl.Workbook()
blad = werkmap.active
for rij in (("Aalten", 40, "A"), ("Epe", None, "B"), ("Lochem", 60, None), ("Zutphen", 80, "A")):
    blad.append(rij)
VRAGEN = (
    '=COUNTIF(B1:B4,"<>")',
    '=COUNTIFS(B1:B4,"<>")',
    '=SUMIFS(B1:B4,B1:B4,"<>")',
    '=SUMIF(C1:C4,"<>",B1:B4)',
    '=COUNTIF(C1:C4,"=")',
    '=COUNTIF(C1:C4,"")',
    '=COUNTIF(C1:C4,"<>A")',
)
for nummer, vraag in enumerate(VRAGEN, 1):
    blad[f"E{nummer}"] = vraag
werkmap.save("boek.xlsx")
cellen = formulas.ExcelModel().loads("boek.xlsx").finish().calculate()
for nummer, vraag in enumerate(VRAGEN, 1):
    print(vraag, float(cellen[f"'[boek.xlsx]SHEET'!E{nummer}"].value[0, 0]))
CODE
env/bin/python -W ignore proef.py >now 2>/dev/null || echo "stopped with an error" >>now
cat >seen <<'SEEN'
=COUNTIF(B1:B4,"<>") 1.0
=COUNTIFS(B1:B4,"<>") 1.0
=SUMIFS(B1:B4,B1:B4,"<>") 0.0
=SUMIF(C1:C4,"<>",B1:B4) 60.0
=COUNTIF(C1:C4,"=") 0.0
=COUNTIF(C1:C4,"") 1.0
=COUNTIF(C1:C4,"<>A") 2.0
SEEN
diff -u seen now || { echo "changed: formulas-not-empty-means-empty"; exit 1; }
echo "as seen: formulas-not-empty-means-empty"

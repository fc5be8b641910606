#!/usr/bin/env bash
# What: pyshp 3.1.6 writes a shapefile, the format in which outlines of gemeenten travel, with the fields of the file it
#   was made from and a row for the region: the sum of its gemeenten.
# Expected: a figure that is wider than its field is refused, or the field becomes wider.
# Happens: the last digits are left off, without a word: the sum of three gemeenten, 112,344, is a tenth of it and
#   smaller than one of them, and -12,345 becomes -1,234. Of a name that loses one letter it does warn.
# Matters: gemeenten are right and the region is not, in a file that every program reads as good; who sees a warning of
#   a name and makes that field wider thinks that all is said.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check pyshp==3.1.6 || exit 2
cat >proef.py <<'CODE'
import warnings
from io import BytesIO

import shapefile


def schrijf(velden, rijen):
    delen = {deel: BytesIO() for deel in ("shp", "shx", "dbf")}
    with shapefile.Writer(**delen, shapeType=shapefile.POINT) as bestand:
        for veld in velden:
            bestand.field(*veld)
        for rij in rijen:
            bestand.point(6.2, 52.2)
            with warnings.catch_warnings(record=True) as gewaarschuwd:
                bestand.record(*rij)
            for een in gewaarschuwd:
                print("warned:", een.category.__name__, rij[0])
    return shapefile.Reader(**delen)


gemeenten = schrijf(
    [("naam", "C", 13), ("voorraad", "N", 5), ("saldo", "N", 5)],
    [("Apeldoorn", 54321, -4000), ("Deventer", 34567, -4345), ("Zutphen", 23456, -4000)],
)
rijen = [list(rij) for rij in gemeenten.records()]
som = ["Stedendriehoek", sum(rij[1] for rij in rijen), sum(rij[2] for rij in rijen)]
print("given", som)
regio = schrijf([tuple(veld)[:3] for veld in gemeenten.fields if veld[0] != "DeletionFlag"], [*rijen, som])
for rij in regio.records():
    print(list(rij))
CODE
env/bin/python proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
given ['Stedendriehoek', 112344, -12345]
warned: PossibleDataLoss Stedendriehoek
['Apeldoorn', 54321, -4000]
['Deventer', 34567, -4345]
['Zutphen', 23456, -4000]
['Stedendriehoe', 11234, -1234]
SEEN
diff -u seen now || { echo "changed: pyshp-cuts-figures-that-do-not-fit"; exit 1; }
echo "as seen: pyshp-cuts-figures-that-do-not-fit"

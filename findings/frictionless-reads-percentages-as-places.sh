#!/usr/bin/env bash
# What: frictionless 5.21.0 describes a CSV file of Dutch figures and reads it.
# Expected: 5,71 under 'mutatiegraad' is a number with a decimal comma, or else text; a row gives 5.71 or '5,71'.
# Happens: the column becomes a geopoint, and the row gives longitude 5 and latitude 71. The file is called valid. 1.058
#   mutaties beside it are read as 1.058.
# Matters: it is the reference tool for published tables; a mutatiegraad of 5,71% is a place in the sea, and 6,02 and
#   6,2 are the same place.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check frictionless==5.21.0 || exit 2
cat >proef.py <<'CODE'
from frictionless import Dialect, Resource, validate

with open("regio.csv", "w") as bestand:
    bestand.write("gemeente;mutatiegraad;mutaties\nEpe;5,71;1.058\nHattem;6,02;205\n")
vorm = Dialect.from_descriptor({"csv": {"delimiter": ";"}})
bron = Resource(path="regio.csv", dialect=vorm)
bron.infer()
print([(veld.name, veld.type) for veld in bron.schema.fields])
for rij in bron.read_rows():
    graad = rij["mutatiegraad"]
    print(rij["gemeente"], graad.lon, graad.lat, rij["mutaties"])
print("valid", validate("regio.csv", dialect=vorm).valid)
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
[('gemeente', 'string'), ('mutatiegraad', 'geopoint'), ('mutaties', 'number')]
Epe 5 71 1.058
Hattem 6 2 205
valid True
SEEN
diff -u seen now || { echo "changed: frictionless-reads-percentages-as-places"; exit 1; }
echo "as seen: frictionless-reads-percentages-as-places"

#!/usr/bin/env bash
# What: topojson 2.2 (Python) makes a TopoJSON file of regions with their figures.
# Expected: an unknown figure (nan, what pandas makes of an empty cell) becomes null, as other writers of GeoJSON do, or
#   is refused.
# Happens: it is written as NaN, which is no JSON: Python reads its own file back, and no browser can.
# Matters: one gemeente without a figure and the whole map stays empty, only where somebody looks at it.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check topojson==2.2 numpy==2.4.6 shapely==2.2.0 || exit 2
cat >proef.py <<'CODE'
import json

import topojson

driehoek = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}
regio = {"type": "Feature", "properties": {"naam": "Epe", "tekort": float("nan")}, "geometry": driehoek}
tekst = topojson.Topology({"type": "FeatureCollection", "features": [regio]}).to_json()
print(tekst[tekst.index('"properties"') :][:41])


def streng(naam):
    raise ValueError(f"{naam} is no JSON")


try:
    json.loads(tekst, parse_constant=streng)
except ValueError as fout:
    print(fout)
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
"properties":{"naam":"Epe","tekort":NaN},
NaN is no JSON
SEEN
diff -u seen now || { echo "changed: topojson-writes-unknown-as-no-json"; exit 1; }
echo "as seen: topojson-writes-unknown-as-no-json"

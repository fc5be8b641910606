#!/usr/bin/env bash
# What: altair 6.3.0 draws regions from anything with a __geo_interface__, such as a GeoDataFrame.
# Expected: a property 'type' (stad, dorp) is a field as 'naam' and 'opgave' are, or is refused.
# Happens: properties are laid beside the 'type' of GeoJSON itself, which wins: every region has the type 'Feature', and
#   a colour by type:N gives one colour and a legend that says Feature.
# Matters: 'type' is the usual name for the kind of a gemeente or a home; the map draws, in one colour, without a
#   warning.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check altair==6.3.0 || exit 2
cat >proef.py <<'CODE'
import altair as alt


class Regio:
    __geo_interface__ = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"naam": naam, "type": soort},
                "geometry": {"type": "Polygon", "coordinates": [[[x, 52], [x + 1, 52], [x + 1, 53], [x, 52]]]},
            }
            for naam, soort, x in (("Apeldoorn", "stad", 5), ("Epe", "dorp", 6))
        ],
    }


kaart = alt.Chart(Regio()).mark_geoshape().encode(color="type:N").to_dict()
(rijen,) = kaart["datasets"].values()
print([(rij["naam"], rij["type"]) for rij in rijen])
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
[('Apeldoorn', 'Feature'), ('Epe', 'Feature')]
SEEN
diff -u seen now || { echo "changed: altair-loses-a-column-named-type"; exit 1; }
echo "as seen: altair-loses-a-column-named-type"

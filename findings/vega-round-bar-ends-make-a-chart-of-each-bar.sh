#!/usr/bin/env bash
# What: Vega-Lite (in vl-convert-python 1.9.0.post1) draws plain bars, one a gemeente, with round ends (cornerRadiusEnd).
# Expected: the same bars with another outline.
# Happens: they count as stacked, though nothing lies on anything: each bar becomes a group of its own with its own data
#   and clip, some twelve elements a bar. With stack: null the picture is the same without any.
# Matters: a chart that follows a slider takes twice as long for each new figure, and nothing on the screen says why.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check vl-convert-python==1.9.0.post1 || exit 2
cat >proef.py <<'CODE'
import re

import vl_convert

rijen = [{"gemeente": g, "n": n} for n, g in enumerate("Apeldoorn Brummen Deventer Epe Hattem Heerde Lochem Voorst Zutphen".split(), 1)]
for ronding in (0, 2):
    for stapel in ("not said", None):
        x = {"field": "n", "type": "quantitative"} | ({} if stapel else {"stack": None})
        plaat = {
            "data": {"values": rijen},
            "mark": {"type": "bar"} | ({"cornerRadiusEnd": ronding} if ronding else {}),
            "encoding": {"y": {"field": "gemeente", "type": "nominal"}, "x": x},
        }
        marks = [mark["type"] for mark in vl_convert.vegalite_to_vega(plaat)["marks"]]
        svg = vl_convert.vegalite_to_svg(plaat)
        print(f"round {ronding}, stack {stapel}: {marks}, {len(re.findall('<[a-z]', svg))} elements")
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
round 0, stack not said: ['rect'], 94 elements
round 0, stack None: ['rect'], 94 elements
round 2, stack not said: ['group'], 203 elements
round 2, stack None: ['rect'], 94 elements
SEEN
diff -u seen now || { echo "changed: vega-round-bar-ends-make-a-chart-of-each-bar"; exit 1; }
echo "as seen: vega-round-bar-ends-make-a-chart-of-each-bar"

#!/usr/bin/env bash
# What: Vega-Lite (in vl-convert-python 1.9.0.post1) stacks parts to 100% (stack: normalize).
# Expected: where one part of a gemeente is unknown (null), its whole is unknown, and so is the share of every other
#   part.
# Happens: the unknown part counts as 0 and is not drawn: the part that is known becomes 100%, in the bar and in what a
#   screen reader is told.
# Matters: 'everything was placed in vacated homes' for the one gemeente that did not report the rest.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check vl-convert-python==1.9.0.post1 || exit 2
cat >proef.py <<'CODE'
import re

import vl_convert

rijen = [("Epe", "regulier", None), ("Epe", "urgent", 4), ("Hattem", "regulier", 6), ("Hattem", "urgent", 2)]
plaat = {
    "data": {"values": [{"gemeente": g, "groep": s, "n": n} for g, s, n in rijen]},
    "mark": "bar",
    "encoding": {
        "y": {"field": "gemeente", "type": "nominal"},
        "x": {"field": "n", "type": "quantitative", "stack": "normalize"},
        "color": {"field": "groep", "type": "nominal"},
    },
}
for label in re.findall(r'aria-label="(n: [^"]*)"', vl_convert.vegalite_to_svg(plaat)):
    print(label)
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
n: 100%; gemeente: Epe; groep: urgent
n: 75%; gemeente: Hattem; groep: regulier
n: 25%; gemeente: Hattem; groep: urgent
SEEN
diff -u seen now || { echo "changed: vega-normalized-bar-hides-an-unknown-part"; exit 1; }
echo "as seen: vega-normalized-bar-hides-an-unknown-part"

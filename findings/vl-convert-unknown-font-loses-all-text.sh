#!/usr/bin/env bash
# What: vl-convert-python 1.9.0.post1 makes a PNG of a chart whose font is not on the machine.
# Expected: another font is taken, as browsers do; a family with a comma and sans-serif behind it needs no more.
# Happens: no letter is drawn: axes, names and figures are gone, without an error. The SVG of the same chart still has
#   its text.
# Matters: house styles name a font of the organisation: the slide is right on the desk of the maker and bare where a
#   server makes it. Always end a family with sans-serif.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check vl-convert-python==1.9.0.post1 pillow==13.0.0 || exit 2
cat >proef.py <<'CODE'
import io

import vl_convert
from PIL import Image

for letter in ("sans-serif", "Letter Die Niet Bestaat", "Letter Die Niet Bestaat, sans-serif"):
    plaat = {
        "data": {"values": [{"gemeente": "Epe"}]},
        "mark": {"type": "text", "fontSize": 20, "font": letter},
        "encoding": {"text": {"field": "gemeente"}},
        "config": {"view": {"stroke": None}},
    }
    beeld = Image.open(io.BytesIO(vl_convert.vegalite_to_png(plaat))).convert("L")
    heeft = {"PNG": min(beeld.tobytes()) < 128, "SVG": ">Epe<" in vl_convert.vegalite_to_svg(plaat)}
    print(letter, {soort: "text" if wel else "bare" for soort, wel in heeft.items()})
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
sans-serif {'PNG': 'text', 'SVG': 'text'}
Letter Die Niet Bestaat {'PNG': 'bare', 'SVG': 'text'}
Letter Die Niet Bestaat, sans-serif {'PNG': 'text', 'SVG': 'text'}
SEEN
diff -u seen now || { echo "changed: vl-convert-unknown-font-loses-all-text"; exit 1; }
echo "as seen: vl-convert-unknown-font-loses-all-text"

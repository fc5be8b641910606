#!/usr/bin/env bash
# What: PyWaffle 1.2.0 draws parts of a whole as blocks, a hundred here, with each of its three rules of rounding.
# Expected: a hundred blocks, as many as were asked, and parts that are the same get as many, give or take one.
# Happens: with the rule it has by itself three equal parts are 99 blocks; with 'ceil' they are 34, 34 and 32. What the
#   others are rounded up by is taken from the last: of seven equal parts six have 15 blocks and the last 10.
# Matters: a picture of who takes which part of 100 homes says that one of them takes a third less, by its place alone.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check pywaffle==1.2.0 matplotlib==3.11.2 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
from collections import Counter

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
from pywaffle import Waffle

for regel in ("nearest", "floor", "ceil"):
    for delen in ([1, 1, 1], [2, 2, 2, 2, 2, 2, 2]):
        kleuren = [plt.get_cmap("tab10")(plek) for plek in range(len(delen))]
        tekening = plt.figure(FigureClass=Waffle, rows=10, columns=10, values=delen, colors=kleuren, rounding_rule=regel)
        blokken = Counter(blok.get_facecolor() for blok in tekening.axes[0].patches)
        print(regel, [blokken[kleur] for kleur in kleuren], "of 100:", sum(blokken.values()))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
nearest [33, 33, 33] of 100: 99
nearest [14, 14, 14, 14, 14, 14, 14] of 100: 98
floor [33, 33, 33] of 100: 99
floor [14, 14, 14, 14, 14, 14, 14] of 100: 98
ceil [34, 34, 32] of 100: 100
ceil [15, 15, 15, 15, 15, 15, 10] of 100: 100
SEEN
diff -u seen now || { echo "changed: pywaffle-draws-equal-parts-unequal"; exit 1; }
echo "as seen: pywaffle-draws-equal-parts-unequal"

#!/usr/bin/env bash
# What: SALib 1.6.0 says which part of what comes out is due to each input (sobol.analyze), with its 95% margin.
# Expected: where one of the outcomes is unknown (nan), the answer is unknown, or nan is refused.
# Happens: with one unknown of 512 every input has 0.00, with a margin of 0.00; the same numbers given to rbd_fast of the
#   same library are nan.
# Matters: a lever that explains half of the shortage is said to do nothing, and that as a certainty, because one
#   scenario could not be computed; a bar chart of it shows three bars of no length.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check SALib==1.6.0 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
import numpy as np
from SALib.analyze import rbd_fast, sobol
from SALib.sample import sobol as trek

hefbomen = {"num_vars": 3, "names": ["reservering", "mutatiegraad", "ander"], "bounds": [[25, 37], [4, 7], [0, 1]]}
scenarios = trek.sample(hefbomen, 64, seed=1)
geplaatst = 2 * scenarios[:, 0] + 8 * scenarios[:, 1]
onbekend = geplaatst.copy()
onbekend[7] = np.nan
for wat, uit in (("known", geplaatst), ("one unknown", onbekend)):
    delen = sobol.analyze(hefbomen, uit, seed=1)
    print(wat, *(f"{naam} {np.round(delen[naam], 2).tolist()}" for naam in ("S1", "S1_conf", "ST", "ST_conf")))
print("rbd_fast", *np.isnan(rbd_fast.analyze(hefbomen, scenarios, onbekend, seed=1)["S1"]))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
known S1 [0.56, 0.5, 0.0] S1_conf [0.2, 0.27, 0.0] ST [0.5, 0.5, 0.0] ST_conf [0.18, 0.17, 0.0]
one unknown S1 [0.0, 0.0, 0.0] S1_conf [0.0, 0.0, 0.0] ST [0.0, 0.0, 0.0] ST_conf [0.0, 0.0, 0.0]
rbd_fast True True True
SEEN
diff -u seen now || { echo "changed: salib-sobol-unknown-makes-no-lever-matter"; exit 1; }
echo "as seen: salib-sobol-unknown-makes-no-lever-matter"

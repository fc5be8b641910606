#!/usr/bin/env bash
# What: moocore 0.3.2 finds the scenarios that no other beats (is_nondominated) and puts scenarios in layers (pareto_rank).
# Expected: layer 0 is what is not beaten, as the text of pareto_rank says; a scenario with an unknown figure (nan) is
#   refused, or changes nothing for the others.
# Happens: with one unknown, in any order of the rows, the two contradict each other: the scenario with the fewest not
#   placed is beaten by none and still in the last layer, behind the unknown one.
# Matters: who draws a front and lists what is best by layer shows one scenario at the top of the one and at the end of
#   the other, because of a gemeente without a figure.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check moocore==0.3.2 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
from itertools import permutations

import moocore
import numpy as np

# not placed, and homes that go to someone else: less of both is better
bekend = [[215.0, 0], [114, 100], [55, 200]]
for wat, rijen in (("known", bekend), ("with an unknown", [*bekend, [np.nan, 150]])):
    scenarios, gezien = np.array(rijen), set()
    for volgorde in map(list, permutations(range(len(rijen)))):
        terug = np.argsort(volgorde)
        onverslagen = moocore.is_nondominated(scenarios[volgorde])[terug].tolist()
        gezien.add((tuple(onverslagen), tuple(moocore.pareto_rank(scenarios[volgorde])[terug].tolist())))
    print(wat, *gezien)
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
known ((True, True, True), (0, 0, 0))
with an unknown ((True, True, True, False), (0, 0, 2, 1))
SEEN
diff -u seen now || { echo "changed: moocore-ranks-the-best-behind-an-unknown"; exit 1; }
echo "as seen: moocore-ranks-the-best-behind-an-unknown"

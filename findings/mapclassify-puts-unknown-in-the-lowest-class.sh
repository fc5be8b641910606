#!/usr/bin/env bash
# What: mapclassify 2.10.0 sorts the values of a map into classes.
# Expected: a gemeente without a figure (nan) has no class, or nan is refused.
# Happens: it is in the lowest class and counts there, with user defined bounds and with quantiles, whose bounds go
#   wrong too.
# Matters: where the lowest class is 'no shortage', an unknown gemeente has the colour of the best; the count in the
#   legend says so as well.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check mapclassify==2.10.0 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
import mapclassify
import numpy as np

tekort = np.array([5.0, 10, 20, np.nan, 40, 80])
zelf = mapclassify.UserDefined(tekort, bins=[10, 40, 100])
print(zelf.yb.tolist(), zelf.counts.tolist())
for wat, cijfers in (("with", tekort), ("without", tekort[~np.isnan(tekort)])):
    print(wat, "the unknown:", mapclassify.Quantiles(cijfers, k=3).yb.tolist())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
[0, 0, 1, 0, 1, 2] [3, 2, 1]
with the unknown: [0, 0, 1, 0, 1, 0]
without the unknown: [0, 0, 1, 2, 2]
SEEN
diff -u seen now || { echo "changed: mapclassify-puts-unknown-in-the-lowest-class"; exit 1; }
echo "as seen: mapclassify-puts-unknown-in-the-lowest-class"

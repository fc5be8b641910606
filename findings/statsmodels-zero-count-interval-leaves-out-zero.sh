#!/usr/bin/env bash
# What: statsmodels 0.15.0 (with scipy 1.17.1, numpy 2.4.6), confint_poisson for a count of 0.
# Expected: an interval from 0 up to some three, as method='exact-c' gives: who counts nothing can say that the rate is low, not
#   that it is known.
# Happens: method='midp-c' gives 2.9957 to 2.9957 and method='sqrt' 0.9604 to 0.9604: two bounds that are one, and the count
#   itself lies outside. From a count of 1 on both widen.
# Matters: a small gemeente in which no home came free in a half-year gets a rate of three, known to eight digits; in a report the
#   narrowest band stands where least is known.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check \
  statsmodels==0.15.0 scipy==1.17.1 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
from statsmodels.stats.rates import confint_poisson

for methode in ("exact-c", "midp-c", "sqrt"):
    for aantal in (0, 1):
        onder, boven = confint_poisson(aantal, 1, method=methode)
        print(f"{methode:7} {aantal}: {onder:.4f} to {boven:.4f}, holds {aantal}: {onder <= aantal <= boven}")
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
exact-c 0: 0.0000 to 3.6889, holds 0: True
exact-c 1: 0.0253 to 5.5716, holds 1: True
midp-c  0: 2.9957 to 2.9957, holds 0: False
midp-c  1: 0.0500 to 4.9319, holds 1: True
sqrt    0: 0.9604 to 0.9604, holds 0: False
sqrt    1: 0.0004 to 3.9203, holds 1: True
SEEN
diff -u seen now || { echo "changed: statsmodels-zero-count-interval-leaves-out-zero"; exit 1; }
echo "as seen: statsmodels-zero-count-interval-leaves-out-zero"

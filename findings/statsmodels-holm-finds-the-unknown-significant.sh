#!/usr/bin/env bash
# What: statsmodels 0.15.0 corrects p-values for how many there are with multipletests(p, method="holm" or "holm-sidak").
# Expected: a p-value that is unknown (nan) is not rejected, as with method="bonferroni", or is refused.
# Happens: where every known p-value is rejected the unknown ones are rejected too: three gemeenten of which one has no
#   figures are three gemeenten that stand out. The corrected p-value beside it is nan. With fdr_bh nothing unknown is
#   rejected, and the corrected p-values of all others are nan.
# Matters: monitoring asks over gemeenten which ones lie behind; one without figures would be called behind, in a
#   table in which nothing else looks wrong.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check statsmodels==0.15.0 || exit 2
cat >proef.py <<'CODE'
from statsmodels.stats.multitest import multipletests

ONBEKEND = float("nan")
for p in ([0.001, 0.002, ONBEKEND], [0.001, 0.9, ONBEKEND]):
    for methode in ("holm", "holm-sidak", "bonferroni", "fdr_bh"):
        verworpen, gecorrigeerd = multipletests(p, alpha=0.05, method=methode)[:2]
        print(methode, verworpen.tolist(), gecorrigeerd.round(4).tolist())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
holm [True, True, True] [0.003, 0.004, nan]
holm-sidak [True, True, True] [0.003, 0.004, nan]
bonferroni [True, True, False] [0.003, 0.006, nan]
fdr_bh [True, True, False] [nan, nan, nan]
holm [True, False, False] [0.003, 1.0, nan]
holm-sidak [True, False, False] [0.003, 0.99, nan]
bonferroni [True, False, False] [0.003, 1.0, nan]
fdr_bh [True, False, False] [nan, nan, nan]
SEEN
diff -u seen now || { echo "changed: statsmodels-holm-finds-the-unknown-significant"; exit 1; }

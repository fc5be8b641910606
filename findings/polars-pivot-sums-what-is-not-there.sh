#!/usr/bin/env bash
# What: polars 2.1.0, DataFrame.pivot, for a combination of gemeente and year that has no row.
# Expected: a cell without rows is null, whatever is asked of the rows: as with first, mean and min, and as in pandas
#   and SQL.
# Happens: with aggregate_function='sum' it is 0; so is a cell whose only figure is null.
# Matters: a half-year that a gemeente did not report becomes a half-year in which it housed nobody, and only because a
#   sum was asked for where each cell has one figure.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check polars==2.1.0 || exit 2
cat >proef.py <<'CODE'
import polars as pl

rijen = {"gemeente": ["Epe", "Epe", "Hattem"], "jaar": ["2025", "2026", "2026"], "n": [18, 20, None]}
for hoe in ("first", "mean", "sum"):
    print(hoe, pl.DataFrame(rijen).pivot("jaar", index="gemeente", values="n", aggregate_function=hoe).rows())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
first [('Epe', 18, 20), ('Hattem', None, None)]
mean [('Epe', 18.0, 20.0), ('Hattem', None, None)]
sum [('Epe', 18, 20), ('Hattem', 0, 0)]
SEEN
diff -u seen now || { echo "changed: polars-pivot-sums-what-is-not-there"; exit 1; }
echo "as seen: polars-pivot-sums-what-is-not-there"

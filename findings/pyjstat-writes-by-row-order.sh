#!/usr/bin/env bash
# What: pyjstat 2.4.0 writes JSON-stat, the format in which statistical offices publish, from a table.
# Expected: each figure stays with the categories of its own row; a combination that the table lacks is null.
# Happens: figures are written in the order of the rows, and read back in the order of the categories: another order of
#   rows gives figures to the wrong gemeente and year, without a word.
# Matters: any table that was merged, filtered or sorted by figure is in another order; every sum over the whole still
#   fits.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check pyjstat==2.4.0 pandas==3.0.6 || exit 2
cat >proef.py <<'CODE'
import pandas as pd
from pyjstat import pyjstat

rijen = [("Epe", "2024", 10), ("Hattem", "2025", 21), ("Epe", "2025", 11), ("Hattem", "2024", 20)]
tabel = pd.DataFrame(rijen, columns=["gemeente", "jaar", "value"])
terug = pyjstat.Dataset.read(pyjstat.Dataset.read(tabel).write()).write("dataframe")
print("in ", sorted(map(tuple, tabel.to_numpy().tolist())))
print("out", sorted(map(tuple, terug.to_numpy().tolist())))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
in  [('Epe', '2024', 10), ('Epe', '2025', 11), ('Hattem', '2024', 20), ('Hattem', '2025', 21)]
out [('Epe', '2024', 10), ('Epe', '2025', 21), ('Hattem', '2024', 11), ('Hattem', '2025', 20)]
SEEN
diff -u seen now || { echo "changed: pyjstat-writes-by-row-order"; exit 1; }
echo "as seen: pyjstat-writes-by-row-order"

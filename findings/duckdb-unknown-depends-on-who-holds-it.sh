#!/usr/bin/env bash
# What: DuckDB 2.0.1 queries a table of Python by its name; the same float column with one NaN, held by pandas 3.1.1, NumPy,
#   Polars 2.1.0 and PyArrow 26.0.1.
# Expected: one SELECT gives one answer for the four.
# Happens: from pandas and NumPy NaN becomes NULL: one gemeente is above 0, two are counted, the sum is 3. From Polars and an Arrow
#   array NaN stays a figure, and the largest of all: two are above 0, three are counted, maximum and sum are nan. An Arrow table
#   that was made by Table.from_pandas is again as pandas.
# Matters: an unknown gemeente is one with a shortage or is not there, by the library that happens to hold the table.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check \
  duckdb==2.0.1 pandas==3.1.1 numpy==2.4.6 polars==2.1.0 pyarrow==26.0.1 || exit 2
cat >proef.py <<'CODE'
import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

tekort = np.array([5.0, np.nan, -2.0])
frame = pd.DataFrame({"tekort": tekort})
for wie, tabel in (
    ("pandas", frame),
    ("NumPy", {"tekort": tekort}),
    ("Polars", pl.DataFrame({"tekort": tekort})),
    ("PyArrow", pa.table({"tekort": tekort})),
    ("PyArrow, from pandas", pa.Table.from_pandas(frame)),
):
    vraag = "SELECT count(*) FILTER (tekort > 0), count(tekort), max(tekort), sum(tekort) FROM tabel"
    print(wie, duckdb.sql(vraag).fetchall())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
pandas [(1, 2, 5.0, 3.0)]
NumPy [(1, 2, 5.0, 3.0)]
Polars [(2, 3, nan, nan)]
PyArrow [(2, 3, nan, nan)]
PyArrow, from pandas [(1, 2, 5.0, 3.0)]
SEEN
diff -u seen now || { echo "changed: duckdb-unknown-depends-on-who-holds-it"; exit 1; }
echo "as seen: duckdb-unknown-depends-on-who-holds-it"

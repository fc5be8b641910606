#!/usr/bin/env bash
# What: polars 2.1.0, read_csv(decimal_comma=True), and DuckDB 2.0.1, read_csv(decimal_separator=','): a CSV in which the comma is the
#   decimal mark and the point stands between thousands, with the type of the column given.
# Expected: "1.170" is refused, as PyArrow 26.0.1 does with decimal_point=',' and as both do with other types (polars Decimal,
#   DuckDB DOUBLE and DECIMAL).
# Happens: polars reads Float64 as 1.17, beside 5.7 of "5,7" in the same column; DuckDB reads BIGINT as 1. No error, no warning.
# Matters: an opgave of 1.170 homes becomes one home, in the very call that says how Dutch figures are written.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check \
  polars==2.1.0 duckdb==2.0.1 pyarrow==26.0.1 || exit 2
printf 'gemeente;opgave\nAalten;12\nLochem;1.170\n' >heel.csv
printf 'gemeente;opgave\nAalten;5,7\nLochem;1.170\n' >deel.csv
cat >proef.py <<'CODE'
import duckdb
import polars as pl
import pyarrow as pa
from pyarrow import csv


def polars(bestand, soort):
    return pl.read_csv(bestand, separator=";", decimal_comma=True, schema_overrides={"opgave": soort})["opgave"].to_list()


def duck(bestand, soort):
    vraag = f"SELECT opgave FROM read_csv('{bestand}', delim=';', decimal_separator=',', types={{'opgave': '{soort}'}})"
    return [rij[0] for rij in duckdb.sql(vraag).fetchall()]


def arrow(bestand, soort):
    return csv.read_csv(
        bestand,
        parse_options=csv.ParseOptions(delimiter=";"),
        convert_options=csv.ConvertOptions(decimal_point=",", column_types={"opgave": soort}),
    )["opgave"].to_pylist()


for naam, lees, bestand, soort in (
    ("polars Float64", polars, "deel.csv", pl.Float64),
    ("polars Decimal", polars, "deel.csv", pl.Decimal(10, 3)),
    ("DuckDB BIGINT", duck, "heel.csv", "BIGINT"),
    ("DuckDB DOUBLE", duck, "heel.csv", "DOUBLE"),
    ("DuckDB DECIMAL", duck, "heel.csv", "DECIMAL(10,3)"),
    ("PyArrow float64", arrow, "deel.csv", pa.float64()),
):
    try:
        print(naam, lees(bestand, soort))
    except Exception as fout:
        print(naam, "refuses:", type(fout).__name__)
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
polars Float64 [5.7, 1.17]
polars Decimal refuses: ComputeError
DuckDB BIGINT [12, 1]
DuckDB DOUBLE refuses: ConversionException
DuckDB DECIMAL refuses: ConversionException
PyArrow float64 refuses: ArrowInvalid
SEEN
diff -u seen now || { echo "changed: decimal-comma-readers-take-a-point"; exit 1; }
echo "as seen: decimal-comma-readers-take-a-point"

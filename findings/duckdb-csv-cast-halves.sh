#!/usr/bin/env bash
# What: duckdb 2.0.1 turns 214.5 in a CSV file into 215 or 214, depending on what else the query names.
# Expected: n::INTEGER is one value: a column added beside it, or a sum over it, changes nothing.
# Happens: alone, the text of the file is turned into a whole number and halves go up; named once more without the cast,
#   the column is first a DOUBLE, and halves go to even. A table and its own sum then differ.
# Matters: a list of whole homes per gemeente adds up to 429 while the total from the same file, by the same expression,
#   is 428. Read figures as text and round in one place.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check duckdb==2.0.1 || exit 2
cat >proef.py <<'CODE'
import duckdb

with open("plan.csv", "w") as bestand:
    bestand.write("gemeente;n\nEpe;214.5\nHattem;213.5\n")
for vraag in (
    "select gemeente, n::INTEGER from 'plan.csv'",
    "select sum(n::INTEGER) from 'plan.csv'",
    "select gemeente, n::INTEGER, n from 'plan.csv'",
):
    print(vraag, duckdb.sql(vraag).fetchall())
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
select gemeente, n::INTEGER from 'plan.csv' [('Epe', 215), ('Hattem', 214)]
select sum(n::INTEGER) from 'plan.csv' [(428,)]
select gemeente, n::INTEGER, n from 'plan.csv' [('Epe', 214, 214.5), ('Hattem', 214, 213.5)]
SEEN
diff -u seen now || { echo "changed: duckdb-csv-cast-halves"; exit 1; }
echo "as seen: duckdb-csv-cast-halves"

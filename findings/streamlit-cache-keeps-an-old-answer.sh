#!/usr/bin/env bash
# What: streamlit 1.67.0, st.cache_data on a function of a DataFrame of more than 50,000 rows.
# Expected: the documentation says that a cached answer is given where the arguments are the same; a corrected cell is
#   another argument.
# Happens: only a sample of the rows decides: of twenty tables of 60,000 rows with one corrected cell each, most get the
#   sum of the table before the correction.
# Matters: a file with a row per toewijzing passes 50,000 rows in a region; the user mends a figure, and the screen
#   keeps the old total. Key on a hash of the bytes and pass the frame as _frame.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 pandas==3.1.1 || exit 2
cat >proef.py <<'CODE'
import logging

logging.disable(logging.CRITICAL)
import pandas as pd
import streamlit as st


@st.cache_data
def totaal(tabel):
    return int(tabel["woningen"].sum())


for rijen in (40_000, 60_000):
    goed = pd.DataFrame({"woningen": [1] * rijen})
    totaal(goed)
    oud = 0
    for rij in range(0, rijen, rijen // 20):
        beter = goed.copy()
        beter.loc[rij + 7, "woningen"] = 2
        oud += totaal(beter) != rijen + 1
    print(rijen, "rows: most answers are", "old" if oud > 10 else "right")
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
40000 rows: most answers are right
60000 rows: most answers are old
SEEN
diff -u seen now || { echo "changed: streamlit-cache-keeps-an-old-answer"; exit 1; }
echo "as seen: streamlit-cache-keeps-an-old-answer"

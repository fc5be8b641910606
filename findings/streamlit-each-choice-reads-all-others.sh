#!/usr/bin/env bash
# What: streamlit 1.67.0, a page of keyed fields that is drawn again because one of them was changed.
# Expected: a field looks up its own value, so that twice the fields are twice the work; all kinds of fields alike.
# Happens: each st.selectbox, st.text_input, st.radio (and number, date and time) first makes a dict of every value in the
#   session to see whether its own is None: 40 choices read 2,003 values and 80 read 7,203; as many checkboxes 163 and 323.
# Matters: a form with a figure and a choice per gemeente. With 26 choices on a page of 91 keys it was 14 of the 61 ms of a
#   step here, for a value of a component of one's own is put in a class that is made anew each time. Fold away what is not
#   in use, and leave out keys that nobody asks for.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 pandas==3.1.1 || exit 2
cat >proef.py <<'CODE'
import logging

logging.disable(logging.CRITICAL)
from streamlit.runtime.state.session_state import SessionState
from streamlit.testing.v1 import AppTest

gelezen, vraag = 0, SessionState.__getitem__


def telt(staat, sleutel):
    global gelezen
    gelezen += 1
    return vraag(staat, sleutel)


SessionState.__getitem__ = telt
SOORTEN = {
    "selectbox": "st.selectbox('reservering', [25, 30, 37], key=f'veld{n}')",
    "text_input": "st.text_input('opgave', '87', key=f'veld{n}')",
    "checkbox": "st.checkbox('telt mee', key=f'veld{n}')",
    "select_slider": "st.select_slider('reservering', [25, 30, 37], key=f'veld{n}')",
}
for soort, veld in SOORTEN.items():
    keren = []
    for aantal in (20, 40, 80):
        proef = AppTest.from_string(f"import streamlit as st\nfor n in range({aantal}):\n    {veld}\n").run()
        assert not proef.exception
        gelezen = 0
        proef.run()
        keren.append(gelezen)
    print(f"{soort}: values read by 20, 40 and 80 fields:", *keren)
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
selectbox: values read by 20, 40 and 80 fields: 603 2003 7203
text_input: values read by 20, 40 and 80 fields: 503 1803 6803
checkbox: values read by 20, 40 and 80 fields: 83 163 323
select_slider: values read by 20, 40 and 80 fields: 143 283 563
SEEN
diff -u seen now || { echo "changed: streamlit-each-choice-reads-all-others"; exit 1; }
echo "as seen: streamlit-each-choice-reads-all-others"

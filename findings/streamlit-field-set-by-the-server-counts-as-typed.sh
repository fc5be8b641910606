#!/usr/bin/env bash
# What: streamlit 1.67.0, a text_input that follows a slider: before it is drawn the script writes the number of the slider to
#   its key in session_state, which is the documented way.
# Expected: the callback of the field runs when somebody types in it. Nobody does.
# Happens: a browser sends the state of every widget with each change. A second step of the slider that was sent before the
#   browser heard of the first has the field as it was, that differs from what the server wrote, and the callback of the
#   field runs with the old number. An app that takes over what is typed puts the slider back where it was.
# Matters: of four quick keys on a slider with its number beside it none is left, while a slow hand, a test that waits, and
#   AppTest see nothing of it. What helps: another key for the field each time its number is set from elsewhere.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2>/dev/null; rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 websockets==17.4 || exit 2
cat >app.py <<'CODE'
import streamlit as st

state = st.session_state


def schoof():
    print(f"slider moved to {state.schuif}", flush=True)


def typte():
    print(f"field typed: {state.veld}, where the slider is {state.schuif}", flush=True)


st.slider("Reservering", 0, 100, 0, key="schuif", on_change=schoof)
state.veld = str(state.schuif)
st.text_input("Reservering, getal", "0", key="veld", on_change=typte)
CODE
cat >browser.py <<'CODE'
import sys

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

ids = {}


def tot_het_eind(lijn):
    while True:
        bericht = ForwardMsg.FromString(lijn.recv(timeout=20))
        for soort in ("slider", "text_input"):
            element = bericht.delta.new_element
            if element.WhichOneof("type") == soort:
                ids[soort] = getattr(element, soort).id
        if bericht.WhichOneof("type") == "script_finished":
            return


def stuur(lijn, schuif=None, veld=""):
    bericht = BackMsg()
    bericht.rerun_script.query_string = ""
    if schuif is not None:
        staten = bericht.rerun_script.widget_states.widgets
        staten.add(id=ids["slider"]).double_array_value.data.append(schuif)
        staten.add(id=ids["text_input"], string_value=veld)
    lijn.send(bericht.SerializeToString())


with connect(f"ws://localhost:{sys.argv[1]}/_stcore/stream", subprotocols=["streamlit", "x"], max_size=None) as lijn:
    stuur(lijn)
    tot_het_eind(lijn)
    stuur(lijn, 1, "0")  # a first key
    tot_het_eind(lijn)
    stuur(lijn, 2, "0")  # a second one, sent before the browser drew the answer to the first
    tot_het_eind(lijn)
CODE
poort=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
env/bin/streamlit run app.py --server.port "$poort" --server.address localhost --server.headless true \
  --browser.gatherUsageStats false >log 2>&1 &
server=$!
for _ in $(seq 100); do curl -fs "localhost:$poort/_stcore/health" >/dev/null && break || sleep 0.2; done
env/bin/python -W ignore browser.py "$poort" || echo "stopped with an error" >>log
grep -E "^(slider moved|field typed|stopped)" log >now || true
cat >seen <<'SEEN'
slider moved to 1
slider moved to 2
field typed: 0, where the slider is 2
SEEN
diff -u seen now || { echo "changed: streamlit-field-set-by-the-server-counts-as-typed"; exit 1; }
echo "as seen: streamlit-field-set-by-the-server-counts-as-typed"

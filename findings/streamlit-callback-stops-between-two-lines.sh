#!/usr/bin/env bash
# What: streamlit 1.67.0, a callback that sets two values in session_state, with a third of a second of computing in between.
# Expected: a callback runs to its end, or once more, whatever else is clicked: the documentation warns of a race only where
#   session_state is changed other than by plain assignment.
# Happens: a click on anything else stops the callback at the next value that it sets or asks for. The first value is set, the
#   second never is, nothing is raised or logged, and the callback does not run again: its button counts as seen.
# Matters: a scenario and its address, a step back and the place in the list of steps: half of a pair is a screen that shows one
#   thing and a link that says another. Two clicks of a quick hand on a busy machine are enough; AppTest, where a run is never
#   stopped, sees nothing. What helps: work everything out first, set what makes the rest true last, and let the next run mend it.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2>/dev/null; rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 websockets==17.4 || exit 2
cat >app.py <<'CODE'
import time

import streamlit as st

state = st.session_state


def kies():
    state.gekozen = state.get("gekozen", 0) + 1
    time.sleep(0.3)
    state.geteld = state.get("geteld", 0) + 1


st.button("Kies", key="kies", on_click=kies)
st.checkbox("Iets anders", key="anders")
print(f"drawn: chosen {state.get('gekozen', 0)}, counted {state.get('geteld', 0)}", flush=True)
CODE
cat >browser.py <<'CODE'
import sys
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

ids = {}


def tot_het_eind(lijn):
    while True:
        bericht = ForwardMsg.FromString(lijn.recv(timeout=20))
        element = bericht.delta.new_element
        if element.WhichOneof("type") in ("button", "checkbox"):
            ids[element.WhichOneof("type")] = getattr(element, element.WhichOneof("type")).id
        if bericht.WhichOneof("type") == "script_finished" and bericht.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
            return


def stuur(lijn, knop=False, anders=False):
    bericht = BackMsg()
    bericht.rerun_script.query_string = ""
    if ids:
        staten = bericht.rerun_script.widget_states.widgets
        if knop:
            staten.add(id=ids["button"], trigger_value=True)
        staten.add(id=ids["checkbox"], bool_value=anders)
    lijn.send(bericht.SerializeToString())


with connect(f"ws://localhost:{sys.argv[1]}/_stcore/stream", subprotocols=["streamlit", "x"], max_size=None) as lijn:
    stuur(lijn)
    tot_het_eind(lijn)
    stuur(lijn, knop=True)  # alone
    tot_het_eind(lijn)
    stuur(lijn, knop=True)  # and once more, with something else a tenth of a second later
    time.sleep(0.1)
    stuur(lijn, anders=True)
    tot_het_eind(lijn)
    time.sleep(1)
    stuur(lijn, anders=False)  # long after
    tot_het_eind(lijn)
CODE
poort=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
env/bin/streamlit run app.py --server.port "$poort" --server.address localhost --server.headless true \
  --browser.gatherUsageStats false >log 2>&1 &
server=$!
for _ in $(seq 100); do curl -fs "localhost:$poort/_stcore/health" >/dev/null && break || sleep 0.2; done
env/bin/python -W ignore browser.py "$poort" || echo "stopped with an error" >>log
grep -E "^(drawn|stopped|Traceback)" log >now || true
cat >seen <<'SEEN'
drawn: chosen 0, counted 0
drawn: chosen 1, counted 1
drawn: chosen 2, counted 1
drawn: chosen 2, counted 1
SEEN
diff -u seen now || { echo "changed: streamlit-callback-stops-between-two-lines"; exit 1; }
echo "as seen: streamlit-callback-stops-between-two-lines"

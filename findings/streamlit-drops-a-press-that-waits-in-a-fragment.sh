#!/usr/bin/env bash
# What: streamlit 1.67.0, a button in an st.fragment and one outside it, both with a callback that counts.
# Expected: a press that came while a fragment was drawn is heard when its turn comes, as it is where nothing else is pressed.
#   A request for the whole app redraws each fragment too, so one that waits is folded into it.
# Happens: the run that draws the fragment is told to stop and goes, and the press that waited for it goes with it. The browser
#   forgot it on sending; nothing is raised or logged. Two presses in fragments alone are both heard.
# Matters: type a title, press "add", move something beside it: on a busy server the step is not there, and nobody says so. What
#   helps: make the request for the whole app carry the triggers of the one that waits.
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


def tel(naam):
    state[naam] = state.get(naam, 0) + 1


@st.fragment
def deel():
    st.button("Binnen", on_click=tel, args=("binnen",))
    time.sleep(0.5)


deel()
st.button("Buiten", on_click=tel, args=("buiten",))
print(f"drawn: inside {state.get('binnen', 0)}, outside {state.get('buiten', 0)}", flush=True)
CODE
cat >browser.py <<'CODE'
import sys
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

knoppen = {}
deel = ""
KLAAR = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)


def tot_het_eind(lijn):
    global deel
    while True:
        bericht = ForwardMsg.FromString(lijn.recv(timeout=20))
        element = bericht.delta.new_element
        if element.WhichOneof("type") == "button":
            knoppen[element.button.label] = element.button.id
        deel = bericht.delta.fragment_id or deel
        if bericht.WhichOneof("type") == "script_finished" and bericht.script_finished in KLAAR:
            return


def druk(lijn, welke="", in_deel=""):
    bericht = BackMsg()
    bericht.rerun_script.query_string = ""
    bericht.rerun_script.fragment_id = in_deel
    if welke:
        bericht.rerun_script.widget_states.widgets.add(id=knoppen[welke], trigger_value=True)
    lijn.send(bericht.SerializeToString())


with connect(f"ws://localhost:{sys.argv[1]}/_stcore/stream", subprotocols=["streamlit", "x"], max_size=None) as lijn:
    druk(lijn)
    tot_het_eind(lijn)
    for buiten in (False, True):
        for _ in range(2):  # the second waits until the first is drawn
            druk(lijn, "Binnen", deel)
            time.sleep(0.1)
        if buiten:
            druk(lijn, "Buiten")
        time.sleep(3)
    druk(lijn)
    time.sleep(2)
CODE
poort=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
env/bin/streamlit run app.py --server.port "$poort" --server.address localhost --server.headless true \
  --browser.gatherUsageStats false >log 2>&1 &
server=$!
for _ in $(seq 100); do curl -fs "localhost:$poort/_stcore/health" >/dev/null && break || sleep 0.2; done
env/bin/python -W ignore browser.py "$poort" || echo "stopped with an error" >>log
grep -E "^(drawn|stopped|Traceback)" log >now || true
cat >seen <<'SEEN'
drawn: inside 0, outside 0
drawn: inside 3, outside 1
drawn: inside 3, outside 1
SEEN
diff -u seen now || { echo "changed: streamlit-drops-a-press-that-waits-in-a-fragment"; exit 1; }
echo "as seen: streamlit-drops-a-press-that-waits-in-a-fragment"

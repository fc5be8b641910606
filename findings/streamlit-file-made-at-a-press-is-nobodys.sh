#!/usr/bin/env bash
# What: streamlit 1.67.0, st.download_button(data=a function, on_click="ignore"), with two visitors on one server.
# Expected: what one visitor presses is kept until the browser has fetched it, as the bytes of an ordinary download button are.
# Happens: the file that the function made belongs to no visitor. The end of a run of anybody marks it, the end of the next one
#   throws it away: two runs of other visitors between the answer to the press and the request of the browser, and it gets 404.
# Matters: a report that takes a second to make is the kind of file one makes at a press, and a meeting in which twenty people move
#   a slider is where somebody says "send me that". Alone on a machine it never fails. What helps: keep such a file for a minute.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap '[ -z "${server:-}" ] || kill "$server" 2>/dev/null; rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 websockets==17.4 || exit 2
cat >app.py <<'CODE'
import streamlit as st

st.download_button("Report", lambda: b"214.5", "report.txt", on_click="ignore")
CODE
cat >browser.py <<'CODE'
import sys
import urllib.error
import urllib.request

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect

HOST = f"localhost:{sys.argv[1]}"


def hear(line, kind):
    while True:
        message = ForwardMsg.FromString(line.recv(timeout=20))
        if message.delta.new_element.WhichOneof("type") == "download_button":
            buttons[line] = message.delta.new_element.download_button.deferred_file_id
        if message.WhichOneof("type") == "new_session":
            sessions[line] = message.new_session.initialize.session_id
        if message.WhichOneof("type") == kind:
            return message


def run(line):
    message = BackMsg()
    message.rerun_script.query_string = ""
    line.send(message.SerializeToString())
    hear(line, "script_finished")


def press(line):
    message = BackMsg()
    message.backend_operation_request.request_id = "1"
    message.backend_operation_request.session_id = sessions[line]
    message.backend_operation_request.deferred_file.file_id = buttons[line]
    line.send(message.SerializeToString())
    return hear(line, "backend_operation_response").backend_operation_response.deferred_file.url


def fetch(url):
    try:
        return urllib.request.urlopen(f"http://{HOST}{url}").read().decode()
    except urllib.error.HTTPError as error:
        return str(error.code)


def visitor():
    return connect(f"ws://{HOST}/_stcore/stream", subprotocols=["streamlit", "x"], max_size=None)


buttons, sessions = {}, {}
with visitor() as one, visitor() as other:
    run(one)
    run(other)
    for runs in (0, 1, 2):
        url = press(one)
        for _ in range(runs):
            run(other)
        print(f"{runs} runs of another visitor before the file is fetched: {fetch(url)}")
CODE
poort=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
env/bin/streamlit run app.py --server.port "$poort" --server.address localhost --server.headless true \
  --browser.gatherUsageStats false >log 2>&1 &
server=$!
for _ in $(seq 100); do curl -fs "localhost:$poort/_stcore/health" >/dev/null && break || sleep 0.2; done
env/bin/python -W ignore browser.py "$poort" >now || true
cat >seen <<'SEEN'
0 runs of another visitor before the file is fetched: 214.5
1 runs of another visitor before the file is fetched: 214.5
2 runs of another visitor before the file is fetched: 404
SEEN
diff -u seen now || { echo "changed: streamlit-file-made-at-a-press-is-nobodys"; exit 1; }
echo "as seen: streamlit-file-made-at-a-press-is-nobodys"

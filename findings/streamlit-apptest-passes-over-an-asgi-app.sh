#!/usr/bin/env bash
# What: streamlit 1.67.0, AppTest on an app.py that is an ASGI app (st.App), as `streamlit run` starts it.
# Expected: it runs the script that the app names, or says that it cannot.
# Happens: nothing is drawn and nothing is raised: a script that fails at once gives no exception. On the script itself
#   AppTest does report it.
# Matters: a test that only asserts that there is no exception stays green for ever after an app moves to st.App. Start
#   tests from the script, and assert a figure.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 pandas==3.1.1 || exit 2
cat >proef.py <<'CODE'
import logging

logging.disable(logging.CRITICAL)
from pathlib import Path

from streamlit.testing.v1 import AppTest

Path("scherm.py").write_text("import streamlit as st\nst.metric('opgave', '1.170')\nraise ValueError('stuk')\n")
Path("app.py").write_text("import streamlit as st\napp = st.App('scherm.py')\n")
for bestand in ("scherm.py", "app.py"):
    proef = AppTest.from_file(str(Path(bestand).resolve())).run()
    print(bestand, "cards:", len(proef.metric), "exceptions:", len(proef.exception))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
scherm.py cards: 1 exceptions: 1
app.py cards: 0 exceptions: 0
SEEN
diff -u seen now || { echo "changed: streamlit-apptest-passes-over-an-asgi-app"; exit 1; }
echo "as seen: streamlit-apptest-passes-over-an-asgi-app"

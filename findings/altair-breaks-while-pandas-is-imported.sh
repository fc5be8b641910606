#!/usr/bin/env bash
# What: Altair 6.3.0 draws a chart without data, so without pandas, while another thread of the server imports pandas.
# Expected: the chart; Altair does not need pandas and imports it nowhere.
# Happens: AttributeError. Altair takes what is in sys.modules under that name, where a module stands from the moment
#   that its import begins, and asks it for a class that is not there yet. Before and after it draws the same chart.
# Matters: a server that imports what is slow in the background (or has two visitors) gives the first of them an error
#   instead of a chart, for as long as the import of pandas takes, and never again.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check altair==6.3.0 pandas==3.1.1 numpy==2.4.6 || exit 2
cat >proef.py <<'CODE'
import sys
from importlib import import_module
from threading import Event, Thread

import altair as alt

onderweg, verder = Event(), Event()


class Halverwege:
    """Says when the import of pandas is on its way, and lets it wait."""

    def find_spec(self, naam, pad=None, doel=None):
        if naam == "pandas.core.api":
            onderweg.set()
            verder.wait(60)


def teken(wanneer):
    try:
        tekening = alt.Chart().mark_bar().encode(x=alt.X("waarde:Q")).to_dict()
        print(wanneer, "a chart of type", tekening["mark"]["type"])
    except AttributeError as fout:
        print(wanneer, str(fout).split(" (")[0])


teken("before:")
sys.meta_path.insert(0, Halverwege())
ander = Thread(target=import_module, args=("pandas",))
ander.start()
onderweg.wait()
teken("while it is imported:")
verder.set()
ander.join()
teken("after:")
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
before: a chart of type bar
while it is imported: partially initialized module 'pandas' has no attribute 'Timestamp'
after: a chart of type bar
SEEN
diff -u seen now || { echo "changed: altair-breaks-while-pandas-is-imported"; exit 1; }
echo "as seen: altair-breaks-while-pandas-is-imported"

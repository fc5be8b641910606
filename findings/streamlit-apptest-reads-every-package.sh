#!/usr/bin/env bash
# What: streamlit 1.67.0, AppTest, in a process that tests one small script again and again.
# Expected: what is installed is looked up once in a process, as a server does when it starts.
# Happens: the first run of each AppTest asks each installed package anew, four times, whether it brings components: its
#   whole description is read from disk and taken apart as an e-mail, four times. A second run of the same AppTest does not.
# Matters: test suites of data apps, which have many packages. With 90 of them it was 0.1 s a test, and 55 of the 159
#   seconds of 448 tests here. Remember the answer of manifest_scanner.scan_component_manifests in a conftest.py, or go on
#   with one AppTest.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 pandas==3.1.1 || exit 2
cat >proef.py <<'CODE'
import logging

logging.disable(logging.CRITICAL)
import importlib.metadata as paden
from collections import Counter

from streamlit.testing.v1 import AppTest

PAKKETTEN, gelezen = len(list(paden.distributions())), Counter()
lees = paden.PathDistribution.read_text


def telt(pakket, bestand):
    gelezen[bestand] += 1
    return lees(pakket, bestand)


paden.PathDistribution.read_text = telt
for nummer in range(1, 4):
    proef = AppTest.from_string("import streamlit as st\nst.metric('opgave', '1.170')\n")
    for keer in (1, 2):
        gelezen.clear()
        assert proef.run().metric[0].value == "1.170"
        print(f"test {nummer}, run {keer}: descriptions read per package: {gelezen['METADATA'] / PAKKETTEN:.0f}")
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
test 1, run 1: descriptions read per package: 4
test 1, run 2: descriptions read per package: 0
test 2, run 1: descriptions read per package: 4
test 2, run 2: descriptions read per package: 0
test 3, run 1: descriptions read per package: 4
test 3, run 2: descriptions read per package: 0
SEEN
diff -u seen now || { echo "changed: streamlit-apptest-reads-every-package"; exit 1; }
echo "as seen: streamlit-apptest-reads-every-package"

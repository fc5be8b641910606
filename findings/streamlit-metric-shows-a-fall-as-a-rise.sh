#!/usr/bin/env bash
# What: streamlit 1.67.0, st.metric with a delta as text.
# Expected: the documentation says that a delta which starts with a minus sign points down and is red. The minus sign of
#   typography, which Vega and great_tables write (U+2212), is one.
# Happens: only the hyphen of the keyboard counts: with U+2212 a fall of 12 homes points up and is green.
# Matters: figures that were formatted for print or by another library say in colour the opposite of what they say in
#   digits.
# Exit: 0 as seen, 1 changed, 2 not installed. What was seen stands at the end.
set -euo pipefail
werk=$(mktemp -d)
trap 'rm -rf "$werk"' EXIT
cd "$werk"
python3 -m venv env && env/bin/pip install -qq --no-compile --disable-pip-version-check streamlit==1.67.0 pandas==3.1.1 || exit 2
cat >proef.py <<'CODE'
import logging

logging.disable(logging.CRITICAL)
from streamlit.proto.Metric_pb2 import Metric
from streamlit.testing.v1 import AppTest

scherm = AppTest.from_string(
    """
import streamlit as st
st.metric("hyphen", "1.158", delta="-12 woningen")
st.metric("minus sign", "1.158", delta="\u2212" + "12 woningen")
"""
).run()
for maat in scherm.metric:
    richting, kleur = maat.proto.direction, maat.proto.color
    print(maat.label, Metric.MetricDirection.Name(richting), Metric.MetricColor.Name(kleur))
CODE
env/bin/python -W ignore proef.py >now || echo "stopped with an error" >>now
cat >seen <<'SEEN'
hyphen DOWN RED
minus sign UP GREEN
SEEN
diff -u seen now || { echo "changed: streamlit-metric-shows-a-fall-as-a-rise"; exit 1; }
echo "as seen: streamlit-metric-shows-a-fall-as-a-rise"

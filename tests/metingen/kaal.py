"""The floor: a Streamlit app with the same slider, one number and one chart, and nothing else."""

import pandas as pd
import streamlit as st

from fairshare.weergave import PARAMETERS
from pages.levend.schuif import schuif, stand

WAARDE = "waarde"


def geschoven() -> None:
    st.session_state[WAARDE] = stand("mutatiegraad").get("waarde", st.session_state.get(WAARDE))


nu = st.session_state.get(WAARDE, 5.71)
st.metric("Cijfer", f"{nu * 100:.0f}")
rijen = pd.DataFrame({"naam": list("abcdefghi"), "waarde": [nu * nummer for nummer in range(9)]})
staven = {
    "mark": "bar",
    "encoding": {
        "x": {"field": "waarde", "type": "quantitative", "scale": {"domain": [0, 100]}},
        "y": {"field": "naam", "type": "nominal"},
        "tooltip": {"field": "waarde", "type": "quantitative"},
    },
}
st.vega_lite_chart(rijen, staven, key="staven")
with st.sidebar:
    schuif("mutatiegraad", PARAMETERS["mutatiegraad"], nu, (), geschoven)

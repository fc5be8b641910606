"""The floor of a room: a bare app in which who comes in moves a slider and the screen shows the numbers, and nothing else."""

import streamlit as st


@st.cache_resource
def voorstellen() -> dict[str, float]:
    return {}


@st.fragment(run_every=0.1)
def scherm() -> None:
    st.text("\n".join(f"{wie} {waarde:.1f}" for wie, waarde in list(voorstellen().items())))


if wie := st.query_params.get("wie"):
    voorstellen()[wie] = st.slider("Waarde", 0.0, 100.0, step=0.1)
else:
    scherm()

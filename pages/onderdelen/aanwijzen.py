"""What someone points at with a click on a map, told to the server; it shows nothing itself."""

from collections.abc import Callable

import streamlit as st

from pages.onderdelen import voorkant

_AANWIJZEN = voorkant.component(__file__, "aanwijzen")


def aanwijzen(sleutel: str, neem: Callable[[str], None]) -> None:
    """Listen; ``neem`` gets what a row of the chart that was clicked has as ``kies``, which may be anything a browser sends."""

    def verder() -> None:
        gewezen = st.session_state[sleutel].get("aangewezen")
        neem(gewezen if isinstance(gewezen, str) else "")

    _AANWIJZEN(key=sleutel, on_aangewezen_change=verder)

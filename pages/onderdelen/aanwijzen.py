"""A field of many that is also filled by clicks on a map: who is pointed at comes in, or goes out. It shows nothing itself."""

from collections.abc import Container

import streamlit as st

from pages.onderdelen import voorkant

_AANWIJZEN = voorkant.component(__file__, "aanwijzen")

KAART = "_kaart"
"""How the key of what listens ends; before it stands that of the field."""


def aanwijzen(veld: str, mogelijk: Container[str], meeste: int) -> None:
    """Listen to clicks on rows of a chart that have a ``kies``, for the field with this key, of which ``meeste`` can be chosen."""

    def neem() -> None:
        code = st.session_state[veld + KAART].get("aangewezen")
        samen: list[str] = st.session_state.get(veld, [])
        if code in samen:
            st.session_state[veld] = [een for een in samen if een != code]
        elif isinstance(code, str) and code in mogelijk and len(samen) < meeste:  # a browser may send anything
            st.session_state[veld] = [*samen, code]

    _AANWIJZEN(key=veld + KAART, on_aangewezen_change=neem)

"""A field to type a number in, read as Dutch. Streamlit's own reads 1.285 as 1 and 1285,5 as 12855, without a word."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from fairshare.fouten import Getypt
from fairshare.model.getypt import in_een_veld, uit_een_veld
from fairshare.parameters import Getal


def getalveld(
    label: str,
    wat: Getal,
    waarde: float | None,
    sleutel: str,
    bij_typen: Callable[..., None],
    args: tuple[Any, ...] = (),
    **hoe: Any,
) -> None:
    """Draw the field; ``bij_typen`` is called once something else was typed, and asks :func:`getypt` what."""
    tekst = in_een_veld(wat, waarde)
    st.session_state.setdefault(sleutel, tekst)
    st.text_input(label, tekst, 40, key=sleutel, on_change=bij_typen, args=args, **hoe)


def getypt(sleutel: str, wat: Getal) -> float | Getypt | None:
    """Give what stands in a field, written as it is shown, or what is the matter with it."""
    waarde = uit_een_veld(wat, str(st.session_state[sleutel]))
    if not isinstance(waarde, Getypt):
        st.session_state[sleutel] = in_een_veld(wat, waarde)
    return waarde

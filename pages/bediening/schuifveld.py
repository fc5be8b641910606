"""A slider that counts once it is let go: with its number in a field and a step to each side, as beside the live ones."""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from fairshare.fouten import Getypt
from fairshare.model.getypt import in_een_veld
from fairshare.parameters import Getal
from pages.bediening.stapknop import stapknop
from pages.levend.schuif import greep
from pages.onderdelen.getalveld import getalveld, getypt

NAAST, VELD = "_getal", "_veld_"
"""How the key of the field ends, and how the name begins under which is kept which field that is, and what it shows."""

Neem = Callable[[float | Getypt | None], None]
"""Takes over what was typed or stepped to, or says what is the matter with it."""


def schuifveld(
    label: str,
    wat: Getal,
    standen: Sequence[Any],
    waarde: Any,
    sleutel: str,
    neem: Neem,
    **hoe: Any,
) -> None:
    """Draw the slider over these values, with its field and its steps below it."""
    dicht = {"disabled": hoe.get("disabled", False)}
    veld, plekken = _veld(sleutel, in_een_veld(wat, waarde)), treden(standen, greep(wat))
    with st.container(key=f"naast_{sleutel}", gap="small"):
        st.select_slider(label, standen, waarde, key=sleutel, **{"format_func": wat.toon, **hoe})
        with st.container(horizontal=True, gap="small"):
            stapknop(label, -1, sleutel, plekken, **dicht)
            getalveld(
                f"{label}, getal",
                wat,
                waarde,
                veld,
                lambda: _typ(wat, sleutel, veld, neem),
                label_visibility="collapsed",
                **dicht,
            )
            stapknop(label, 1, sleutel, plekken, **dicht)


def _veld(sleutel: str, tekst: str) -> str:
    """Give the key of the field: another field, once its number was changed elsewhere.

    If the same field were set, what the browser sends with the next key on the slider, before it has heard of that, would
    count as typed and take the key back.
    """
    nummer, toonde = st.session_state.get(VELD + sleutel, (0, tekst))
    nummer += toonde is not None and st.session_state.get(_naam(sleutel, nummer), toonde) != tekst
    st.session_state[VELD + sleutel] = nummer, tekst
    return _naam(sleutel, nummer)


def _naam(sleutel: str, nummer: int) -> str:
    return f"{sleutel}{NAAST}{nummer}"


def _typ(wat: Getal, sleutel: str, veld: str, neem: Neem) -> None:
    # else the scenario was set from elsewhere meanwhile, or another field stands there by now
    if sleutel in st.session_state and veld == _naam(sleutel, st.session_state[VELD + sleutel][0]):
        waarde = getypt(veld, wat)
        if not isinstance(waarde, Getypt):  # what comes of it is shown in this field, which keeps the cursor
            st.session_state[VELD + sleutel] = st.session_state[VELD + sleutel][0], None
        neem(waarde)


def treden(standen: Sequence[float | None], stap: float) -> list[int]:
    """Give the places on the slider where a step can end: its round values and both ends, not what is left open.

    Examples
    --------
    >>> treden((None, 25.0, 33.3, 33.5, 34.0, 37.5), 2.0), treden((None, 5, 6), 1)
    ([1, 4, 5], [1, 2])
    """
    bekend = {plek: stand for plek, stand in enumerate(standen) if stand is not None}
    rond = {plek for plek, stand in bekend.items() if round(stand / stap, 6).is_integer()}
    return sorted(rond | {min(bekend), max(bekend)})

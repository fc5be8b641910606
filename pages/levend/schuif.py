"""A slider that reports while the thumb moves, not only when it is let go.

A native range input, so that keyboard, touch and assistive technology work as they do everywhere. It sends one value at
a time and waits until the screen has followed before it sends the next; letting go is told last. The sheet carries its
messages; where there is none, as in the bare app of the measurements, it sends them itself. The model stays in Python:
the browser only writes the number beside the thumb.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from fairshare.parameters import Getal
from pages.onderdelen import voorkant

SLEUTEL = "s_"
"""How the key of every such slider begins."""

MEESTE_GREPEN = 60
"""Pressing a button so often goes from one end to the other."""

_SCHUIF = voorkant.component(__file__, "live_schuif")


def schuif(
    naam: str,
    wat: Getal,
    waarde: float,
    merken: Sequence[str],
    bij_stand: Callable[[], None] | None = None,
    gezien: int = 0,
    bij_getypt: Callable[[], None] | None = None,
    gelezen: int = 0,
) -> None:
    """Draw the slider with what its ends mean below it; ``gezien`` is the number of its last message that a sheet carried.

    ``bij_getypt`` is called when a number was typed, which :func:`getypt` gives as it stands; ``gelezen`` counts how often.

    ``bij_stand`` is called when a value comes in that no sheet carries; then the slider must be drawn last, because that
    it is drawn again tells the browser that everything has followed.
    """
    sleutel = SLEUTEL + naam
    _SCHUIF(
        key=sleutel,
        data={
            "naam": naam,
            "label": f"{wat.label} ({wat.eenheid.replace('procent', '%')})",
            "hulp": f"{wat.hulp}\n\nBron: {wat.bron}.",
            "laag": wat.laag,
            "hoog": wat.hoog,
            "stap": stap(wat, waarde),
            "greep": greep(wat),
            "decimalen": wat.decimalen,
            "achter": "%" if wat.eenheid.startswith("procent ") else "",
            "waarde": waarde,
            "merken": list(merken),
            "gezien": stand(naam).get("nummer", gezien),
            "gelezen": gelezen,
        },
        on_stand_change=bij_stand,
        on_getypt_change=bij_getypt,
    )


def stap(wat: Getal, waarde: float) -> float:
    """Give how far one step goes from here: as coarse as a thumb moves, or as a link where the value stands in between.

    Examples
    --------
    >>> from fairshare.scenario import parameter
    >>> stap(parameter("reservering"), 30.0), stap(parameter("reservering"), 30.1)
    (0.5, 0.1)
    """
    return wat.duim if wat.duim and (waarde / wat.duim).is_integer() else wat.stap


def greep(wat: Getal) -> float:
    """Give how far a button goes: a round step, with which the whole range takes at most sixty.

    Examples
    --------
    >>> from fairshare.scenario import parameter
    >>> greep(parameter("mutatiegraad")), greep(parameter("eind"))
    (2.0, 1)
    """
    rond = (cijfer * 10.0**macht for macht in range(-2, 6) for cijfer in (1, 2, 5))
    kleinste = wat.duim or wat.stap
    return max(kleinste, next(stap for stap in rond if (wat.hoog - wat.laag) / stap <= MEESTE_GREPEN + 1e-6))


def getypt(naam: str) -> str:
    """Give what was typed last, as it was typed."""
    return str(st.session_state.get(SLEUTEL + naam, {}).get("getypt") or "")


def stand(naam: str) -> dict[str, Any]:
    """Give what the browser sent last without a sheet."""
    gemeld = st.session_state.get(SLEUTEL + naam, {}).get("stand")
    return gemeld if isinstance(gemeld, dict) else {}

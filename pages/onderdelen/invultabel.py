"""A table to type whole numbers in, made of native fields: nothing that a quick hand types is lost.

The browser holds what is typed, and tells the whole table each time: after Enter or Tab, or when the hand rests. It is
only written over when Python says that this is another table. A cell that is no whole number is marked and does not
count. A column copied from a spreadsheet can be pasted.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from fairshare.gegevens.getallen import GEHEEL, ONBEKEND
from pages.onderdelen import voorkant

HOOGSTE = 100_000
"""The largest number that fits in a cell."""

GELEZEN = {"hoogste": HOOGSTE, "geheel": GEHEEL.pattern, "onbekend": sorted(ONBEKEND)}
"""How the browser reads a cell: as a file is read."""

Cellen = list[list[int | None]]

_TABEL = voorkant.component(__file__, "invultabel")


def invultabel(
    sleutel: str,
    stand: str,
    koppen: Sequence[str],
    rijen: Sequence[str],
    cellen: Cellen,
    omschrijving: str,
    bij_invullen: Callable[[], None],
) -> None:
    """Draw the table; ``bij_invullen`` is called when figures come in.

    ``stand`` names what stands in it: when that changes, the browser takes ``cellen`` instead of what was typed.
    """
    _TABEL(
        key=sleutel,
        data={
            "stand": stand,
            "koppen": list(koppen),
            "rijen": list(rijen),
            "cellen": cellen,
            **GELEZEN,
            "omschrijving": omschrijving,
            "advies": "Vul een heel getal van 0 tot en met 100.000 in, of laat de cel leeg.",
        },
        on_ingevuld_change=bij_invullen,
    )


def ingevuld(sleutel: str, stand: str, rijen: int, kolommen: int) -> Cellen | None:
    """Give what was typed; None when the browser has told nothing that is about this table."""
    gemeld: Any = st.session_state.get(sleutel, {}).get("ingevuld")
    if not isinstance(gemeld, dict) or gemeld.get("stand") != stand:
        return None
    cellen = gemeld.get("cellen")
    if not isinstance(cellen, list) or len(cellen) != rijen:
        return None
    goed = all(isinstance(rij, list) and len(rij) == kolommen and all(map(_mag, rij)) for rij in cellen)
    return cellen if goed else None


def _mag(cel: Any) -> bool:
    return cel is None or (type(cel) is int and 0 <= cel <= HOOGSTE)

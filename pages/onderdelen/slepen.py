"""What follows a thumb while it is dragged: parts of the screen that are drawn by themselves, without the rest.

A step of a drag draws a few parts instead of the whole screen; letting go draws everything.
"""

from collections.abc import Callable

import streamlit as st

from pages.onderdelen import adres, geschiedenis

DELEN = ("kerncijfer", "pagina", "reservering", "mutatiegraad")
"""The parts, in the order in which they are drawn; the sliders last, because they tell the browser that all has followed."""


def volgt(naam: str, teken: Callable[[], None]) -> None:
    """Draw a part that follows a thumb. Whatever else happens in it draws the whole screen, as it does everywhere."""
    eerder: list[str] = []

    @st.fragment(key=naam)
    def deel() -> None:
        if eerder and (not adres.wordt_gesleept() or geschiedenis.speelt()):
            st.rerun()
        eerder.append(naam)
        teken()

    deel()


def teken_delen() -> None:
    """Draw the parts instead of the whole screen; from the callback of a slider."""
    st.rerun(DELEN)

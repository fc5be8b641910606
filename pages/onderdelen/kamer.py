"""The way into a room: it opens in a new tab, and its screen asks the server for one."""

import streamlit as st

from fairshare.gegevens import is_eigen
from fairshare.zaal.spel import begin_van
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.toegang import moet_aanmelden


def open_kamer(beeld: Beeld, label: str, spel: bool = False) -> None:
    """Draw the way into a room, or into a Speltafel; or say why there can be none here."""
    if is_eigen(beeld.scenario.regio):
        st.warning(
            "Een kamer kan niet met eigen gegevens: die staan alleen in uw sessie. Kies een regio van de Verkenner."
        )
        return
    begin = begin_van(beeld.scenario, beeld.weergave, spel)
    with st.container(horizontal=True):
        st.link_button(label, f"zaalscherm{'?speltafel' if spel else ''}#{begin}", type="primary")
        st.link_button("Meedoen met een code", "deelnemen")
    if moet_aanmelden():
        st.caption("Wie meedoet, meldt zich eerst aan in de browser van het eigen toestel.")

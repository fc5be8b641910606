"""Bookmarks: links with a name that this browser keeps, so that they outlive a reload; nothing of them leaves the machine."""

from collections.abc import Mapping

import streamlit as st

from fairshare.gegevens import Regio
from pages.bediening import adres
from pages.onderdelen import voorkant

SLEUTEL = "bladwijzerlijst"

_BLADWIJZERS = voorkant.component(__file__, "bladwijzers")


def bladwijzers(regios: Mapping[str, Regio]) -> None:
    """Draw them: keep the present link under a name, open, rename and remove those that were kept."""
    _BLADWIJZERS(key=SLEUTEL, on_open_change=lambda: adres.open_bewaard(st.session_state[SLEUTEL]["open"], regios))

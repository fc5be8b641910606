"""Toegankelijkheid: what of it was tested and what falls short, for who needs it; each page closes with a link to it."""

import streamlit as st

from fairshare.gegevens import lees_document
from pages.onderdelen.beeld import Beeld

TITEL = "Toegankelijkheid"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(lees_document("toegankelijkheid"))

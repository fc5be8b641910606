"""Vragen: what an RBO asks, each question a link that answers it with the present scenario."""

import streamlit as st

from fairshare.gegevens import lees_vragen
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import vraaglinks, vragenlijst

TITEL = "Vragen"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        f"Wat aan een regionale bestuurstafel gevraagd wordt. Elke vraag leidt naar het antwoord voor {beeld.regio.register.naam}, "
        "met het scenario van nu."
    )
    later(_vragen)


def _vragen(beeld: Beeld) -> list[Stuk]:
    return [vragenlijst([vraaglinks(vraag, beeld) for vraag in lees_vragen()])]

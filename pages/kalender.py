"""Kalender: when the agreement asks what, and what the Verkenner has for that moment, with the present scenario."""

import streamlit as st

from fairshare.gegevens import lees_kalender
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import tijdlijn, vraaglinks

TITEL = "Kalender"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Wat de afspraken wanneer vragen, met bij elk moment wat de Verkenner ervoor heeft; de links nemen het scenario van nu mee. "
        "Niet elk moment geldt in elke regio: de bron zegt van wie de afspraak is."
    )
    later(_momenten)


def _momenten(beeld: Beeld) -> list[Stuk]:
    return [
        tijdlijn(
            [
                (een.wanneer, een.wat, een.bron, [vraaglinks(vraag, beeld) for vraag in een.link])
                for een in lees_kalender()
            ]
        )
    ]

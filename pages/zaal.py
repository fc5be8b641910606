"""Zaal: a room in which everyone at the table proposes from a phone; the screen shows it together."""

import streamlit as st

from pages.levend.slepen import teken_later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.kamer import open_kamer
from pages.onderdelen.woorden import kop

TITEL = "Zaal"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "**1** Open een kamer met het scenario van nu. **2** Ieder scant de code en stelt op de telefoon iets voor. "
        "**3** Het scherm toont alle voorstellen tegelijk, met de mediaan en wat er van niet geplaatst, dekking en Toetsing wordt."
    )
    with st.container(key="kamer"):
        teken_later(_open)
    kop("Zo werkt een kamer")
    st.markdown(
        "- Voorstellen zijn verborgen tot de voorzitter onthult; wie dat wil, toont ze meteen.\n"
        "- Niemand vult een naam in: een deelnemer is een nummer en een gemeente.\n"
        "- Een kamer staat alleen in het geheugen van de server, hoogstens een dag; het eigen voorstel ook op de eigen telefoon, tot de "
        "kamer sluit.\n"
        "- Elke ronde blijft zo lang bewaard, wordt een scenario met een link, en staat in de notulen (Word of Markdown).\n"
        "- Na afloop haalt de voorzitter alles in een bestand op: het verhaal van de rondes, de notulen, het eindvoorstel als tekst van "
        "een afspraak met de bijlage, dia's, en wat open bleef.\n"
        "- De zaal kan eerst gokken hoeveel huishoudens niet geplaatst worden; het cijfer verschijnt na het onthullen. Vertelt de "
        "voorzitter het verhaal, dan raadt ieder op de telefoon bij een stap die dat vraagt."
    )


def _open(beeld: Beeld) -> None:
    open_kamer(beeld, "Open een kamer")

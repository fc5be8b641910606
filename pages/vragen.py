"""Vragen: what an RBO asks, each question a link that answers it with the present scenario."""

import streamlit as st

from fairshare.gegevens import Vraag, lees_vragen
from fairshare.vragen import verwijzingen
from pages.levend.blad import Stuk
from pages.levend.slepen import volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import Vraaglinks, vragenlijst

TITEL = "Vragen"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        f"Wat aan een regionale bestuurstafel gevraagd wordt. Elke vraag leidt naar het antwoord voor {beeld.regio.register.naam}, "
        "met het scenario van nu."
    )
    volgt(_vragen)


def _vragen(beeld: Beeld) -> list[Stuk]:
    return [vragenlijst([_links(vraag, beeld) for vraag in lees_vragen()])]


def _links(vraag: Vraag, beeld: Beeld) -> Vraaglinks:
    """Give a question with its links; one that cannot be answered here says why."""
    pad, plek = vraag.pagina.replace("overzicht", "./"), "/".join(vraag.plek)
    verwijzing = verwijzingen(vraag, beeld.scenario, beeld.weergave, beeld.regios)
    links = [(een.tekst, f"{pad}?{een.vraag}{plek and f'#{plek}'}") for een in verwijzing if een.vraag]
    bezwaar = next((een.bezwaar for een in verwijzing if een.bezwaar), "")
    zelf = [tekst for tekst, _ in links] == [vraag.vraag]
    return "" if zelf else vraag.vraag, links, bezwaar or vraag.antwoord

"""Verhaal maken: put the present picture in a story of one's own, order the steps, and take the story along."""

import streamlit as st

from fairshare import link
from fairshare.model import korte_naam
from fairshare.verhaal import stappen
from fairshare.weergave import BOODSCHAPPEN, TEKENINGEN
from pages.levend.slepen import teken_later
from pages.onderdelen import verhaallijn
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import kop, toon

TITEL = "Verhaal maken"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    verhaal = stappen(beeld.weergave)
    eigen = bool(beeld.weergave.verhaal)
    st.markdown(
        "Dit is uw eigen verhaal; het staat in de link."
        if eigen
        else "Dit is het verhaal dat met de Verkenner meekomt. Voeg het scenario dat u nu ziet toe om er een eigen verhaal van te maken, of begin leeg."
    )
    rijen = [
        [
            f"{nummer}. {stap.titel}",
            BOODSCHAPPEN[stap.soort],
            TEKENINGEN[stap.tekening],
            "ja" if stap.vraag else "nee",
            korte_naam(link.lees(stap.link, beeld.regios).scenario, beeld.regio),
        ]
        for nummer, stap in enumerate(verhaal, start=1)
    ]
    toon(
        teksttabel(rijen, ["Stap", "Boodschap", "Tekening", "Eerst vragen", "Scenario"], "De stappen van het verhaal.")
    )
    links, rechts = st.columns(2, gap="large")
    with links:
        kop("Dit beeld toevoegen")
        teken_later(verhaallijn.toevoegen)
    with rechts:
        kop("Stappen verplaatsen")
        verhaallijn.verplaatsen(beeld, verhaal)
        kop("Meenemen")
        teken_later(verhaallijn.meenemen)

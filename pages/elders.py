"""Elders: what other regions agreed, for reference."""

import streamlit as st

from fairshare.gegevens import Regeling, lees_landelijke_afspraken, lees_regelingen
from fairshare.link import regiolink
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel, vragenlijst
from pages.onderdelen.woorden import kop, toon

TITEL = "Elders"

KOPPEN = (
    "Regio en waarover",
    "Wat er is afgesproken",
    "Verdeling",
    "Periode",
    "Bijzonder",
    "Niet in dit model",
)


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Wat andere regio's volgens de bronnen afspraken, om op te zoeken en niet om te vergelijken: de afspraken gaan over "
        "verschillende groepen en woningen. Leeg: de bron zegt het niet."
    )
    regelingen = lees_regelingen()
    toon(teksttabel([_rij(een) for een in regelingen], KOPPEN, "Regelingen in andere regio's."))
    kop("In heel Nederland")
    landelijk = [(een.onderwerp, een.inhoud, een.bron) for een in lees_landelijke_afspraken()]
    toon(teksttabel(landelijk, ("Onderwerp", "Wat de bron zegt", "Bron"), "Wat de bronnen over het hele land zeggen."))
    kop("Reken met een van deze regio's")
    links = [
        (
            "",
            [(f"{een.naam} ({len(een.gemeenten)} gemeenten)", f"./?{regiolink(een.sleutel, beeld.regios)}")],
            f"Leden: {een.leden}.",
        )
        for een in regelingen
        if een.sleutel
    ]
    toon(vragenlijst(links))


def _rij(een: Regeling) -> tuple[str, ...]:
    wat = f"{een.inhoud} Bron: {een.bron}"
    return f"{een.naam}: {een.over}", wat, een.verdeling, een.periode, een.bijzonder, een.niet_in_model

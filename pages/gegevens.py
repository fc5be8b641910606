"""Eigen gegevens: bring the figures of a region, see how they were understood, and work with them."""

import streamlit as st

from fairshare.gegevens import als_rijen, is_eigen, sjabloon, woordenboek
from pages.bediening import eigen
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import kop, toon, uitklap, veilig

TITEL = "Eigen gegevens"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Reken met de cijfers van uw eigen regio, uit een bestand of uit meer die bij elkaar komen; een tabel van StatLine kan zoals hij "
        "is. Wat u kiest blijft in deze sessie, ook als u de pagina opnieuw laadt: het komt niet op de schijf van de server, "
        "en niemand anders ziet het. De link bevat het scenario, niet de gegevens; wie hem opent, kiest hetzelfde bestand."
    )
    _nu(beeld)
    ingelezen = eigen.kies_bestand()
    if ingelezen:
        kop("Zo is het bestand begrepen")
        eigen.hoe(ingelezen)
        eigen.kolommen(ingelezen)
        koppen, rijen = als_rijen(ingelezen.regio)
        toon(teksttabel(rijen, koppen, "De gegevens zoals ze zijn gelezen.", "cijfers"))
        if ingelezen.regio.sleutel != beeld.scenario.regio:
            st.button("Reken met deze gegevens", on_click=eigen.gebruik, args=(ingelezen,), type="primary")
    kop("Een bestand maken")
    st.markdown("Alleen de gemeente is verplicht; een lege cel is onbekend, geen nul.")
    st.download_button("Sjabloon (Excel)", sjabloon, "fair-share-sjabloon.xlsx", on_click="ignore")
    uitklap("Welke kolommen er kunnen zijn", "woordenboek", _woordenboek)


def _nu(beeld: Beeld) -> None:
    with st.container():
        if is_eigen(beeld.scenario.regio):
            st.success(
                f"U rekent nu met **{veilig(beeld.regio.register.naam)}**. {veilig(beeld.regio.register.toelichting)}"
            )
            st.button("Vergeet deze gegevens", on_click=eigen.vergeet, args=(beeld.scenario.regio,))


def _woordenboek() -> None:
    toon(teksttabel(woordenboek(), ["Kolom", "Wat erin hoort", "Soort"], "De kolommen van een bestand."))

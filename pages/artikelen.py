"""Afspraak als tekst: numbered articles with their sources, a proposal and an amendment beside them, and what these change."""

import streamlit as st

from fairshare import artikelen, besluit
from fairshare.model.bijlage import WAT, naast_elkaar
from fairshare.model.vergelijken import BEGIN
from fairshare.opmaak import getal, verschil
from pages.bediening import adres
from pages.bediening.zinnen import AMENDEMENT, KOPPEN, drie, zinnen
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, let_op, opschrift, punten, teksttabel, zin
from pages.onderdelen.woorden import kop

TITEL = artikelen.TITEL


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Verander een getal in de zin zelf: in het voorstel, het scenario dat u ziet, of in een amendement daarop. Alle drie staan in de "
        "link. Een gemarkeerde zin wijkt af van de eerste kolom; bij een afwijking kan een motivering."
    )
    if not beeld.regio.register.afspraak:
        st.info(
            "Van deze regio is geen afspraak bekend: de artikelen die er een nodig hebben, staan er niet. De eerste kolom is waarmee de "
            "Verkenner begint."
        )
    later(let_op)
    teken_later(zinnen)
    teken_later(_knoppen)
    kop("Wat het per gemeente scheelt, in hele woningen")
    van, tot = beeld.periode
    keuze = st.radio(
        "Wanneer", [f"In {tot}", f"{van} tot en met {tot} samen"], horizontal=True, key="artikelen_wanneer"
    )
    later(_verschil, keuze)
    later(
        _besluit,
        boven=[opschrift("Besluittekst van het voorstel")],
        onder=[bijschrift("", afspraak="Als bijlage meenemen")],
    )
    later(_besluit_amendement)


def _knoppen(beeld: Beeld) -> None:
    with st.container(horizontal=True):
        st.button(
            "Neem het amendement over in het voorstel",
            on_click=adres.neem_amendement_over,
            args=(beeld.regios,),
            disabled=not beeld.weergave.amendement,
        )
        st.button("Trek het amendement in", on_click=adres.trek_in, disabled=not beeld.weergave.amendement)


def _verschil(beeld: Beeld, keuze: str) -> list[Stuk]:
    eerste, *andere = KOPPEN if beeld.regio.register.afspraak else (BEGIN, *KOPPEN[1:])
    koppen = ("Gemeente", eerste, *(kop for ander in andere for kop in (ander, "verschil")))
    schrijvers = (str, getal, *(getal, verschil) * len(andere))
    stukken = []
    for naam, label in WAT.items():
        rijen = naast_elkaar(list(drie(beeld).values()), naam, keuze.startswith("In "))
        cellen = [[schrijf(cel) for schrijf, cel in zip(schrijvers, rij, strict=True)] for rij in rijen]
        omschrijving = f"{label} per gemeente: {keuze[0].lower()}{keuze[1:]}, in hele woningen; elk verschil is met de eerste kolom."
        stukken += [
            opschrift(label),
            bijschrift(besluit.WAT_HET_IS[naam]),
            teksttabel(cellen, koppen, omschrijving, "cijfers"),
        ]
    return stukken


def _besluit(beeld: Beeld) -> list[Stuk]:
    return [punten(besluit.zinnen(beeld.uitkomst, dict(beeld.weergave.motivering)))]


def _besluit_amendement(beeld: Beeld) -> list[Stuk]:
    if not beeld.weergave.amendement:
        return [zin("Er is geen amendement.")]
    tekst = besluit.zinnen(drie(beeld)[AMENDEMENT], adres.amendement(beeld.regios)[1])
    return [opschrift("Besluittekst van het amendement"), punten(tekst)]

"""Afspraak in hele woningen: what nine colleges can sign, per gemeente and year, and to take along as an appendix."""

from functools import partial

import streamlit as st

from fairshare import besluit
from fairshare.export import BIJLAGEN, Stempel, bestandsnaam, bijlage
from pages.bediening import adres
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, let_op, opschrift, punten, teksttabel
from pages.onderdelen.woorden import kop

TITEL = besluit.TITEL


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Dit scenario als afspraak: hele woningen die in elke rij en elke kolom optellen, om achter prestatieafspraken of een bod te voegen."
    )
    later(let_op)
    later(
        _besluit,
        boven=[opschrift("Wat wordt afgesproken")],
        onder=[bijschrift("", artikelen="Verander de tekst, met een motivering per afwijking")],
    )
    kop("De bijlage meenemen")
    teken_later(_bestanden)
    later(_tabellen)
    later(_afronding, boven=[opschrift("Hoe is afgerond")])


def _besluit(beeld: Beeld) -> list[Stuk]:
    return [punten(besluit.zinnen(beeld.uitkomst, dict(beeld.weergave.motivering)))]


def _bestanden(beeld: Beeld) -> None:
    stempel = Stempel.van(beeld.uitkomst, adres.deelbaar(beeld.uitkomst), beeld.weergave)
    if beeld.weergave.amendement:
        st.caption(
            "De bijlage is van het voorstel; Word, PDF en Excel noemen erbij wat het amendement wil veranderen en waarom."
        )
    for plek, (soort, label) in zip(st.columns(len(BIJLAGEN)), BIJLAGEN.items(), strict=True):
        plek.download_button(
            label,
            partial(bijlage, soort, beeld.uitkomst, stempel),
            file_name=bestandsnaam(soort, "afspraak", stempel.regio, stempel.scenario),
            on_click="ignore",
            key=f"bijlage_{soort}",
            width="stretch",
        )


def _tabellen(beeld: Beeld) -> list[Stuk]:
    stukken = []
    for staat in besluit.staten(beeld.uitkomst):
        tabel = teksttabel(staat.tekst(), staat.koppen, f"{staat.titel} en jaar, in hele woningen.", "cijfers")
        stukken += [opschrift(staat.titel), bijschrift(staat.uitleg), tabel]
    return stukken


def _afronding(beeld: Beeld) -> list[Stuk]:
    return [punten(besluit.afronding(beeld.uitkomst))]

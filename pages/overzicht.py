"""Overzicht: how many find no home, where, and what that rests on."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, procent
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.blad import Stuk
from pages.onderdelen.slepen import later, volgt
from pages.onderdelen.stukken import bijschrift, gemist, grafiek, kaarten, let_op, opschrift, tabel, verandering, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop

TITEL = "Overzicht"

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "opgave": ("Opgave", getal),
    "mutaties": ("Mutaties", getal),
    "capaciteit": ("Capaciteit", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "benodigd_percentage": ("Benodigd percentage", procent),
    "regulier": ("Regulier", getal),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    volgt(_kop)
    later(let_op)
    links, rechts = st.columns([11, 9], gap="medium")
    with links:
        volgt(
            _balken,
            boven=[
                opschrift(
                    f"Per gemeente in {beeld.kern.jaar}",
                    ":gray[■] opgave  :blue[■] capaciteit  :orange[■] **niet geplaatst**  :gray[| in het afsprakenkader]",
                )
            ],
        )
    with rechts:
        _kaart(beeld)
    voetnoten = [
        *beeld.regio.register.voetnoten.values(),
        "Woningen of huishoudens per jaar, één keer afgerond; het totaal is de afronding van het onafgeronde totaal. "
        "Benodigd percentage: welk deel van de vrijkomende woningen de eigen opgave zou vragen. "
        "Regulier: wat overblijft voor regulier woningzoekenden.",
    ]
    later(_tabel, boven=[opschrift("Dezelfde cijfers in een tabel")], onder=list(map(bijschrift, voetnoten)))
    uitlegvak(beeld, "benodigd_percentage", beeld.weergave.gemeente or beeld.kern.hoogste)


def _kop(beeld: Beeld) -> list[Stuk]:
    kern = beeld.kern
    return [
        kaarten(
            [
                verandering(
                    f"Niet geplaatst in {kern.jaar}",
                    kern.niet_geplaatst,
                    kern.kader,
                    "Huishoudens per jaar waarvoor geen capaciteit is: de opgave min de plaatsingen.",
                ),
                (
                    "Als geen overschot meetelt",
                    getal(kern.zonder_verevening),
                    f"{getal(kern.met_verevening)} als elk overschot meetelt",
                    "Twee lezingen van verevening. Een overschot is ongebruikte reservering in de ene gemeente, nog geen woning "
                    "in een andere: meetellen vraagt een afspraak.",
                ),
                (
                    "Capaciteit",
                    getal(kern.capaciteit),
                    f"van {getal(kern.opgave)} opgave",
                    "Woningen voor urgenten per jaar: reservering maal vrijkomende woningen, plus plekken daarbuiten.",
                ),
                gemist(beeld),
            ]
        ),
        zin(_zin(beeld)),
    ]


def _zin(beeld: Beeld) -> str:
    """Say the headline in words."""
    kern = beeld.kern
    if getal(kern.opgave) == getal(None):
        return f"De opgave is onbekend; bij {_keuze(beeld)} komen er {getal(kern.capaciteit)} woningen per jaar vrij voor urgenten."
    if getal(kern.niet_geplaatst) == "0":
        slot = "vindt iedereen een woning"
    else:
        samen = f"{getal(kern.niet_geplaatst)} van de {getal(kern.vraag)}"
        slot = f"vinden **{samen}** urgente huishoudens{_achterstand(beeld)} geen woning"
    return (
        f"In {kern.jaar} {slot}, bij {_keuze(beeld)}. "
        f"De regio als geheel heeft {procent(kern.benodigd_percentage, 1)} van de vrijkomende woningen nodig{_meest(beeld)}."
    )


def _meest(beeld: Beeld) -> str:
    """Say who needs most, unless that is unknown."""
    meest = model.profiel(beeld.uitkomst, beeld.kern.hoogste)
    return f", {meest.naam} het meest: **{procent(meest.benodigd_percentage)}**" if meest.plaats else ""


def _achterstand(beeld: Beeld) -> str:
    return " (opgave en achterstand samen)" if beeld.scenario.achterstand == "ja" else " per jaar"


def _keuze(beeld: Beeld) -> str:
    scenario = beeld.scenario
    return f"{procent(scenario.reservering, 1)} reservering en {procent(scenario.mutatiegraad, 2)} mutatiegraad"


def _balken(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.balken_rijen(beeld.uitkomst)
    spec = grafieken.balken(tuple(rijen["naam"]), grafieken.balken_grens(rijen), beeld.donker)
    return [
        grafiek(
            rijen,
            spec,
            "Staven per gemeente: opgave, capaciteit en niet geplaatst. De tabel eronder geeft dezelfde cijfers.",
        )
    ]


def _kaart(beeld: Beeld) -> None:
    kop("Op de kaart")
    maat = st.selectbox(
        "Maat op de kaart",
        list(grafieken.MATEN),
        format_func=lambda kolom: grafieken.MATEN[kolom].label,
        key="maat",
        label_visibility="collapsed",
    )
    volgt(
        _tegels,
        maat,
        onder=[bijschrift("Elke tegel is een gemeente, ongeveer waar zij ligt. Donkerder is meer; grijs is onbekend.")],
    )


def _tegels(beeld: Beeld, maat: str) -> list[Stuk]:
    rijen = grafieken.kaart_rijen(beeld.uitkomst, maat)
    spec = grafieken.kaart_van(rijen, maat, beeld.donker)
    return [grafiek(rijen, spec, "Tegelkaart van de gemeenten. De tabel eronder geeft dezelfde cijfers.")]


def _tabel(beeld: Beeld) -> list[Stuk]:
    return [
        tabel(
            model.eindjaar_met_regio(beeld.uitkomst),
            KOLOMMEN,
            "Per gemeente en voor de regio: opgave, mutaties, capaciteit, niet geplaatst, benodigd percentage en regulier.",
        )
    ]


if __name__ == "__main__":
    bewaak()

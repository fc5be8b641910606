"""Groeipad: how the region grows to the end year, what that leaves undone, and when the gap closes."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fairshare import grafieken, model
from fairshare.lezingen.uitleg import REGIO
from fairshare.model import Omslag
from fairshare.opmaak import aantal, benodigd, getal, minstens, procent
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    bijschrift,
    gemist,
    grafiek,
    kaarten,
    legenda,
    let_op,
    onbekend_in_totaal,
    opschrift,
    tabel,
    van_begin,
    zin,
)
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, toon, uitklap

TITEL = "Groeipad"

KOLOMMEN = {
    "jaar": ("Jaar", str),
    "reservering": ("Reservering", lambda waarde: procent(waarde, 1)),
    "opgave": ("Opgave", getal),
    "geholpen": ("Geplaatst", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "capaciteit": ("Capaciteit", getal),
    "tekort": ("Tekorten samen", getal),
    "benodigd_percentage": ("Benodigd percentage", benodigd),
    "regulier": ("Regulier", getal),
}


MATEN = {
    "niet_geplaatst": ("Niet geplaatst", getal),
    "opgave": ("Opgave", getal),
    "eigen_aandeel": ("Eigen aandeel", getal),
    "capaciteit": ("Capaciteit", getal),
    "reservering": ("Reservering", lambda waarde: procent(waarde, 1)),
    "regulier": ("Regulier", getal),
    "benodigd_percentage": ("Benodigd percentage", benodigd),
}

SAMEN = "als elk overschot elders meetelt"

PROCENT_AS = 60.0
"""The end of the axis of the reservering; it stands still."""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    volgt(_kop)
    later(let_op)
    _regio(beeld)
    kop(f"Wanneer staat niet geplaatst in {beeld.kern.jaar} op nul?")
    st.caption("Elk afzonderlijk, terwijl de rest van het scenario blijft zoals het is.")
    later(_omslag)
    later(_tabel, boven=[opschrift("De regio per jaar")])
    _per_gemeente(beeld)
    uitklap("Per gemeente en jaar in een tabel", "padtabel", lambda: teken_later(_per_gemeente_tabel))
    uitlegvak(beeld, "gemiste_plaatsingen", REGIO)


def _kop(beeld: Beeld) -> list[Stuk]:
    kern, laatste = beeld.kern, beeld.jaren[-1]
    open_ = getal(None) if beeld.uitkomst.onvolledig else "niet met dit scenario"
    dicht = str(kern.jaar_dicht) if kern.jaar_dicht else open_
    alleen = f"in {kern.jaar_dicht_alleen}" if kern.jaar_dicht_alleen else open_
    eronder = f"als ieder het alleen doet: {alleen}"
    if getal(kern.niet_geplaatst) == getal(None):
        dicht = eronder = getal(None)
    elif kern.jaar_dicht is None and getal(kern.niet_geplaatst) == "0":
        weer = getal(beeld.uitkomst.regionaal("niet_geplaatst", laatste))
        eronder = f"in {kern.jaar} {aantal(kern.niet_geplaatst)} niet geplaatst, in {laatste} weer {weer}"
    elif kern.jaar_dicht is None:
        eronder = f"nog {aantal(kern.niet_geplaatst)} niet geplaatst in {kern.jaar}; {eronder}"
    return [
        kaarten(
            [
                gemist(beeld),
                (
                    "Het gat van de regio is dicht in",
                    dicht,
                    eronder,
                    "Het eerste jaar vanaf waar niet geplaatst 0 is en 0 blijft, met de verevening van dit scenario. Als ieder het "
                    "alleen doet: als geen overschot elders meetelt.",
                ),
            ],
            accent=None,
        ),
        zin(_uitstel(beeld)),
    ]


def _uitstel(beeld: Beeld) -> str:
    """Say what a later start costs."""
    jaren, kost = beeld.eens(model.uitstel)
    if getal(kost) == getal(None):
        return ""
    if getal(abs(kost)) == "0" and beeld.scenario.start <= beeld.periode[0]:
        return "Een jaar later beginnen maakt voor de gemiste plaatsingen niets uit."
    wat = f"**{getal(abs(kost))}** plaatsingen {'meer' if kost >= 0 else 'minder'} gemist"
    van, tot = beeld.periode
    if beeld.scenario.start > van:
        later = "jaar" if jaren == 1 else f"{jaren} jaar"
        return (
            f"Dit pad begint {'een ' if jaren == 1 else ''}{later} na {van}: dat is {wat} over {van} tot en met {tot}."
        )
    return f"Een jaar later beginnen betekent {wat} over {van} tot en met {tot}."


def _tabel(beeld: Beeld) -> list[Stuk]:
    gezocht = {"vraag": ("Zoeken een woning", getal)} if beeld.scenario.wacht else {}
    kolommen = {naam: KOLOMMEN[naam] for naam in ("jaar", "reservering", "opgave")} | gezocht | KOLOMMEN
    cijfers = model.regio_per_jaar(beeld.uitkomst, [naam for naam in kolommen if naam != "jaar"])
    return [tabel(cijfers, kolommen, "De regio per jaar van het pad."), *_opgeteld(beeld)]


def _opgeteld(beeld: Beeld) -> list[Stuk]:
    """Say what the whole years add up to, beside what the card has."""
    heel, precies = model.samen_gemist(beeld.uitkomst), beeld.kern.gemiste_plaatsingen
    if getal(None) in (getal(heel), getal(precies)):
        return []
    van, tot = beeld.periode
    onafgerond = f"; onafgerond {getal(precies, 2)}, de gemiste plaatsingen hierboven" if heel != precies else ""
    return [
        bijschrift(
            f"Niet geplaatst telt over {van} tot en met {tot} in hele woningen op tot {getal(heel)}{onafgerond}."
        )
    ]


def _regio(beeld: Beeld) -> None:
    links, rechts = st.columns([2, 1], gap="medium")
    with links:
        volgt(
            _pad,
            boven=[opschrift("De regio")],
        )
    with rechts:
        volgt(_reservering, boven=[opschrift("Reservering", ":gray[procent van de mutaties]")])


def _pad(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.pad_rijen(beeld.uitkomst)
    spec = grafieken.paden(beeld.jaren, grafieken.grens(rijen, 1.15), grafieken.merkjaren(beeld.uitkomst), beeld.donker)
    wacht = "; niet geplaatst is wie aan het eind van het jaar wacht" if beeld.scenario.wacht else ""
    naast = van_begin(rijen, "; dunne lijn: niet geplaatst in het beginscenario")
    return [
        legenda(f":gray[{beeld.scenario.eenheid}{wacht}]{naast}"),
        grafiek(rijen, spec, "Lijnen per jaar voor de regio. De tabel eronder geeft dezelfde cijfers."),
    ]


def _reservering(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.regio_reservering_rijen(beeld.uitkomst)
    spec = grafieken.reservering(beeld.jaren, PROCENT_AS, model.merken(beeld.regio), beeld.donker)
    return [grafiek(rijen, spec, "Reservering van de regio per jaar. De tabel eronder geeft dezelfde cijfers.")]


def _per_gemeente(beeld: Beeld) -> None:
    kop("Per gemeente")
    maat = st.radio("Toon per gemeente", ["Aantallen", "Reservering"], horizontal=True, key="pad_maat")
    if maat == "Aantallen":
        toon(
            legenda(f":gray[- -] opgave  :blue[●] capaciteit  :orange[●] **niet geplaatst**, {beeld.scenario.eenheid}")
        )
        eigen = st.toggle("Elke gemeente op haar eigen schaal", value=True, key="eigen_schaal")
        st.caption(
            "Let op de assen: elke tekening heeft een eigen schaal, dus even hoog is niet even veel."
            if eigen
            else "Alle tekeningen hebben dezelfde schaal: even hoog is even veel."
        )
        volgt(_aantallen, "eigen" if eigen else "samen")
        later(_op_weg)
    else:
        volgt(_reserveringen)


def _op_weg(beeld: Beeld) -> list[Stuk]:
    weg = model.op_weg_samen(beeld.uitkomst)
    return [bijschrift(f"{weg} Beide staan per jaar in de tabel hieronder.")] if weg else []


def _aantallen(beeld: Beeld, schaal: str) -> list[Stuk]:
    rijen = grafieken.per_gemeente_rijen(beeld.uitkomst)
    grenzen = grafieken.grenzen(rijen, schaal == "eigen")
    specs = {naam: grafieken.per_gemeente(beeld.jaren, grens, beeld.donker) for naam, grens in grenzen.items()}
    return _naast_elkaar(rijen, specs, "Aantallen")


def _reserveringen(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.reservering_rijen(beeld.uitkomst)
    eerste = next(iter(rijen.values()))
    if len(rijen) > 1 and all(deel["tekst"] == eerste["tekst"] for deel in rijen.values()):
        van, tot = beeld.jaren
        return [
            zin(
                f"Elke gemeente heeft dezelfde reservering: {eerste['tekst'][0]} in {van}, {eerste['tekst'][-1]} in {tot}."
            )
        ]
    spec = grafieken.reservering(beeld.jaren, PROCENT_AS, (), beeld.donker)
    return _naast_elkaar(rijen, {naam: {**spec, "height": 120} for naam in rijen}, "Reservering")


def _naast_elkaar(
    rijen: Mapping[str, grafieken.Rijen], specs: Mapping[str, Mapping[str, Any]], maat: str
) -> list[Stuk]:
    """Give small charts that stand beside each other, with the name in the chart."""
    return [
        grafiek(
            rijen[naam],
            {**specs[naam], "title": {"text": naam, "anchor": "start"}},
            f"{maat} per jaar voor {naam}.",
            "klein",
        )
        for naam in rijen
    ]


def _per_gemeente_tabel(beeld: Beeld) -> None:
    kolom = st.selectbox("Cijfer", list(MATEN), format_func=lambda naam: MATEN[naam][0], key="padtabel_maat")
    titel, schrijf = MATEN[kolom]
    cijfers = model.per_jaar(beeld.uitkomst, kolom)
    van, tot = beeld.jaren
    koppen = {naam: (naam, schrijf) for naam in cijfers.columns} | {"naam": ("Gemeente", str)}
    if model.SAMEN in cijfers:
        koppen[model.SAMEN] = (f"{van}-{tot}", schrijf)
    toon(tabel(cijfers, koppen, f"{titel} per gemeente en jaar."), *onbekend_in_totaal(beeld))


def _omslag(beeld: Beeld) -> list[Stuk]:
    if not beeld.uitkomst.volledig:
        return [zin("Onbekend: daarvoor ontbreken gegevens (zie 'Let op' bovenaan).")]
    omslag: Omslag = model.omslag(beeld.uitkomst)
    return [
        kaarten(
            [
                (
                    "Reservering, hele regio",
                    minstens(omslag.reservering, procent, 1),
                    "",
                    f"De gekozen reservering waarbij het kan, {SAMEN}.{' Gemeenten met een eigen reservering houden die.' if beeld.scenario.afwijking else ''}",
                ),
                (
                    "Reservering, ieder voor zich",
                    minstens(omslag.reservering_zonder_verevening, procent, 1),
                    "",
                    "De gekozen reservering waarbij het kan als geen overschot elders meetelt.",
                ),
                (
                    "Mutatiegraad",
                    minstens(omslag.mutatiegraad, procent, 2),
                    "",
                    f"Bij de gekozen reservering, {SAMEN}.",
                ),
                (
                    "Extra plekken per jaar",
                    minstens(omslag.extra_plekken, getal),
                    "",
                    f"Plekken buiten de sociale huur, bij de gekozen reservering en {SAMEN}.",
                ),
            ],
            accent=None,
        )
    ]

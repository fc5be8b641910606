"""The control of one parameter, of the kind that fits it; the same on each page, derived from the parameter."""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fairshare import grafieken, model
from fairshare.gegevens import Regio, gebieden
from fairshare.model import ontbrekend
from fairshare.model.knoppen import knop, stappen
from fairshare.parameters import Getal, Keuze, Paren, Tekst
from fairshare.scenario import Scenario
from pages.bediening import adres, paren
from pages.bediening.overnemen import neem_getal_over, neem_over, op_het_scherm, wordt_getypt
from pages.bediening.paren import hulp
from pages.bediening.schuifveld import schuifveld
from pages.levend import slepen
from pages.levend.blad import Stuk
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.getalveld import getalveld
from pages.onderdelen.stukken import bijschrift, grafiek

MEESTE_IN_EEN_RIJ = 20
"""With more gemeenten than this a list is easier to search than a row of buttons."""


def veld(naam: str, regios: Mapping[str, Regio]) -> None:
    """Draw the control of one parameter on a page."""
    teken_veld(naam, adres.huidig(), regios)


def bied_aan(label: str, scenario: Scenario | None) -> None:
    """Offer to make this the scenario; what there is nothing for keeps its place."""
    with st.container():
        if scenario is not None and scenario != adres.huidig():
            st.button(label, on_click=adres.zet, args=(scenario,))


def teken_veld(naam: str, scenario: Scenario, regios: Mapping[str, Regio]) -> None:
    """Draw the control of one parameter, of the kind that fits it."""
    regio = regios[scenario.regio]
    wat = knop(regio, naam)
    waarde = (dict(scenario) | dict(adres.weergave()))[naam]
    if isinstance(wat, Paren):
        paren.teken(naam, wat, waarde, scenario, regios)
        return
    sleutel = adres.WIDGET + naam
    waarde = op_het_scherm(naam, waarde, scenario, regio)
    if not wordt_getypt(wat):
        st.session_state.setdefault(sleutel, waarde)
    vast: dict[str, Any] = {"key": sleutel, "help": hulp(wat), "on_change": neem_over, "args": (regios,)}
    if naam == "regio":
        keuzes = {een: regios[een].register.naam for een in (*regios, waarde)} | gebieden()
        _kies(wat.label, list(keuzes), waarde, keuzes.get, vast)
    elif naam == "gemeente":
        namen = dict(zip(regio.codes, regio.namen, strict=True))
        if len(namen) > MEESTE_IN_EEN_RIJ:
            _kies(wat.label, list(namen), waarde, namen.get, vast)
        else:
            st.pills(wat.label, list(namen), default=waarde, format_func=namen.get, required=True, **vast)
    elif isinstance(wat, Keuze):
        _kies(wat.label, list(wat.opties), waarde, _keuzelabel(naam, wat, regio), vast)
    elif isinstance(wat, Getal):
        _getal(naam, wat, waarde, scenario, regio, vast)
    elif isinstance(wat, Tekst):
        st.text_input(wat.label, waarde, wat.meeste, **vast)
    if naam == "pad":
        with st.container():
            if scenario.pad == "eigen":
                teken_veld("punten", scenario, regios)
                slepen.later(_eigen_pad)


def _eigen_pad(beeld: Beeld) -> list[Stuk]:
    """Give the own path as it is so far, to see it while it is made."""
    scenario = beeld.scenario
    spec = grafieken.eigen_pad((scenario.start, scenario.eind), beeld.donker)
    tekening = grafiek(
        grafieken.eigen_pad_rijen(scenario), spec, "Het eigen pad per jaar: welk deel van de weg dan is afgelegd."
    )
    return [bijschrift("Procent van de weg, per jaar."), tekening]


# Each control gets its value twice: in the session, which rules, and as its default, because a browser that draws a
# control anew while pages change starts from the default.


def _kies(label: str, opties: list[str], waarde: str, schrijf: Any, vast: dict[str, Any]) -> None:
    st.selectbox(label, opties, opties.index(waarde), format_func=schrijf, **vast)


def _getal(naam: str, wat: Getal, waarde: Any, scenario: Scenario, regio: Regio, vast: dict[str, Any]) -> None:
    label = f"{wat.label} ({wat.eenheid})"
    if wordt_getypt(wat):
        sleutel = vast.pop("key")
        getalveld(
            label,
            wat,
            waarde,
            sleutel,
            vast.pop("on_change"),
            placeholder="onbekend" if naam in model.EIGEN_CIJFERS else wat.leeg,
            **vast,
        )
        return
    kan = [stap for stap in stappen(regio, naam) if _kan(naam, stap, scenario, regio)]
    opties = sorted({*kan, waarde}) if waarde is not None else kan
    if wat.mag_leeg and naam not in (*model.EIGEN_CIJFERS, "jaar"):
        opties = [None, *opties]
    regios = vast["args"][0]
    schuifveld(
        wat.label if wat.eenheid == "jaar" else label,
        wat,
        opties,
        waarde,
        vast.pop("key"),
        lambda getypt: neem_getal_over(naam, getypt, regios),
        **vast,
    )


def _kan(naam: str, stap: float, scenario: Scenario, regio: Regio) -> bool:
    """Whether a step goes together with the rest: the end year is not before the start year, a year is computed."""
    jaren = model.jaren(regio, scenario)
    grenzen = {
        "start": (0, scenario.eind),
        "eind": (scenario.start, stap),
        "jaar": (jaren[0], jaren[-1]),
    }
    laag, hoog = grenzen.get(naam, (stap, stap))
    return laag <= stap <= hoog


def _keuzelabel(naam: str, wat: Keuze, regio: Regio) -> Any:
    """Label the options, and say which keys lack figures in this region."""

    def label(optie: str) -> str:
        leeg = naam == "sleutel" and optie != "mix" and ontbrekend(regio, optie)
        return f"{wat.opties[optie]} (geen gegevens)" if leeg else wat.opties[optie]

    return label

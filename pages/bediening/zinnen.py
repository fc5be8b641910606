"""The agreement as text, in three columns: what holds, the proposal and an amendment, whose numbers are changed in the sentence.

The browser sends what was typed or chosen as it stands; reading and judging it is that of every other field.
"""

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fairshare.artikelen import Zin, achter, artikelen, noem, opengelaten, optie, zin
from fairshare.model import Uitkomst, beginscenario, bereken, kerncijfers, ontbrekend
from fairshare.model.getypt import in_een_veld
from fairshare.model.knoppen import knop, stand
from fairshare.model.vergelijken import BEGIN
from fairshare.opmaak import getal
from fairshare.parameters import Getal, Keuze, Paren, ParenMetJaar
from fairshare.scenario import Scenario, parameter
from pages.bediening import adres
from pages.bediening.overnemen import PAD_JAAR, neem_zin_over
from pages.bediening.paren import namen
from pages.bediening.zijbalk import van_toepassing
from pages.onderdelen import voorkant
from pages.onderdelen.beeld import Beeld

SLEUTEL, BEURT = "artikelen", "_beurt"
GELDEND, VOORSTEL, AMENDEMENT = "geldend", "voorstel", "amendement"
KOPPEN = ("Geldt nu", "Voorstel", "Amendement")
"""The heads of the columns where the region has an agreement; else the first is what the region begins with."""

NIET_VAST = "Niet vastgelegd; hiermee wordt gerekend."
"""What is said of a value that the article names nowhere."""

_ZINNEN = voorkant.component(__file__, "zinnen")

Deel = dict[str, Any]


def drie(beeld: Beeld) -> dict[str, Uitkomst]:
    """Give the outcomes of the three columns; without an amendment the last is that of the proposal."""
    amendement = bereken(beeld.regio, adres.amendement(beeld.regios)[0])
    return {GELDEND: bereken(beeld.regio, beginscenario(beeld.regio)), VOORSTEL: beeld.uitkomst, AMENDEMENT: amendement}


def zinnen(beeld: Beeld) -> None:
    """Draw the articles."""
    uitkomsten = drie(beeld)
    redenen = {VOORSTEL: dict(beeld.weergave.motivering), AMENDEMENT: adres.amendement(beeld.regios)[1]}
    eerste = KOPPEN[0] if beeld.regio.register.afspraak else BEGIN
    _ZINNEN(
        key=SLEUTEL,
        data={
            "koppen": dict(zip(uitkomsten, (eerste, *KOPPEN[1:]), strict=True)),
            "uitkomsten": {wie: _uitkomst(een) for wie, een in uitkomsten.items()},
            "keuzes": _keuzes(beeld),
            "artikelen": [
                {
                    "titel": f"Artikel {een.nummer}. {een.titel}",
                    "tekst": een.tekst,
                    "bron": f"Bron: {een.bron}.",
                    "zinnen": [_zin(beeld, naam, uitkomsten, redenen) for naam in een.knoppen],
                }
                for een in artikelen(beeld.regio)
            ],
            "melding": " ".join(fout.melding for fout in adres.fouten()),
            "beurt": st.session_state.get(BEURT, 0),
        },
        on_veranderd_change=lambda: _neem_over(beeld),
    )


def _zin(beeld: Beeld, naam: str, uitkomsten: Mapping[str, Uitkomst], redenen: Mapping[str, Mapping[str, str]]) -> Deel:
    """Give a sentence in the three columns, with the motivation of whose column changes it."""
    scenarios = {wie: een.scenario for wie, een in uitkomsten.items()}
    anders = {wie: getattr(een, naam) != getattr(scenarios[GELDEND], naam) for wie, een in scenarios.items()}
    eigen = {VOORSTEL: anders[VOORSTEL]}
    eigen[AMENDEMENT] = anders[AMENDEMENT] and getattr(scenarios[AMENDEMENT], naam) != getattr(beeld.scenario, naam)
    return {
        "naam": naam,
        "label": parameter(naam).label,
        "kolommen": {
            wie: {
                "delen": _delen(beeld, een, naam, wie != GELDEND),
                "anders": anders[wie],
                "motivering": redenen[wie].get(naam, "") if eigen.get(wie) else None,
            }
            for wie, een in scenarios.items()
        },
        "noot": NIET_VAST if naam in opengelaten(beeld.regio) else "",
    }


def _uitkomst(uitkomst: Uitkomst) -> str:
    """Say below the head of a column what comes of it."""
    kern = kerncijfers(uitkomst)
    return (
        f"{getal(kern.niet_geplaatst)} {'wachten eind' if uitkomst.scenario.wacht else 'niet geplaatst in'} {kern.jaar}"
    )


def _neem_over(beeld: Beeld) -> None:
    """Take over what a browser told; what is not of the right form is nothing."""
    st.session_state[BEURT] = st.session_state.get(BEURT, 0) + 1
    gemeld = st.session_state[SLEUTEL].get("veranderd")
    if isinstance(gemeld, dict) and gemeld.get("kolom") in (VOORSTEL, AMENDEMENT):
        naam, deel, tekst = (str(gemeld.get(wat) or "") for wat in ("naam", "deel", "tekst"))
        neem_zin_over(gemeld["kolom"] == AMENDEMENT, naam, deel, tekst, beeld.regios)


def _keuzes(beeld: Beeld) -> list[tuple[list[str], list[tuple[str, str]]]]:
    """Give what can be chosen in a sentence, with its words, and the parameters of which that is the choice: many choose a gemeente."""
    lijsten: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for naam in Scenario.model_fields:
        lijsten.setdefault(tuple(_te_kiezen(beeld, naam)), []).append(naam)
    return [(namen, list(keuzes)) for keuzes, namen in lijsten.items()]


def _te_kiezen(beeld: Beeld, naam: str) -> list[tuple[str, str]]:
    wat = knop(beeld.regio, naam)
    if isinstance(wat, Keuze):
        zonder = [een for een in wat.opties if naam == "sleutel" and een != "mix" and ontbrekend(beeld.regio, een)]
        return [(een, optie(naam, een)) for een in wat.opties if een not in zonder]
    return (
        [(een, noem(beeld.regio, een)) for een in namen(naam, beeld.scenario, beeld.regios)]
        if isinstance(wat, Paren)
        else []
    )


def _delen(beeld: Beeld, scenario: Scenario, naam: str, open_: bool) -> list[str | Deel]:
    """Give a sentence in parts: text, and fields where its value can be changed."""
    wat, heel = knop(beeld.regio, naam), zin(beeld.regio, scenario, naam)
    past = scenario.pad == "eigen" if naam == "punten" else van_toepassing(naam, scenario, beeld.regio)
    if not open_ or not past or not isinstance(wat, Getal | Keuze | Paren):
        return [heel.voor, {"soort": "vast", "waarde": heel.waarde}, heel.na]
    return [heel.voor, *_velden(beeld, wat, scenario, naam, heel), heel.na]


def _velden(beeld: Beeld, wat: Getal | Keuze | Paren, scenario: Scenario, naam: str, heel: Zin) -> list[str | Deel]:
    waarde = stand(beeld.regio, scenario, naam)
    if isinstance(wat, Keuze):
        return [{"soort": "keuze", "waarde": waarde, "label": wat.label}]
    if isinstance(wat, Getal):
        return [_getal(wat, waarde, wat.label, "", heel.waarde)]
    delen: list[str | Deel] = []
    for deel, aantal, *jaar in waarde:
        wie = noem(beeld.regio, deel)
        label = f"{wat.label}, {wie} ({wat.waarde.eenheid}; leeg haalt weg)"
        delen += [f"{wie} ", _getal(wat.waarde, aantal, label, deel, "")]
        if isinstance(wat, ParenMetJaar):
            delen += [" in ", _getal(wat.jaar, jaar[0], f"{wat.label}, {wie} (jaar)", f"{deel}{PAD_JAAR}", "eindjaar")]
        delen.append("; ")
    return [*delen, {"soort": "erbij", "leeg": not delen, "label": f"{wat.label}: voeg toe"}]


def _getal(wat: Getal, waarde: float | None, label: str, deel: str, leeg: str) -> Deel:
    veld = in_een_veld(wat, waarde)
    return {
        "soort": "getal",
        "waarde": veld,
        "label": label,
        "deel": deel,
        "leeg": leeg,
        "achter": achter(wat) if veld else "",
    }

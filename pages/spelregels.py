"""Spelregels: the rules of dividing side by side for this scenario, who gains and who loses by each, and what bounds and ruil move."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from fairshare import grafieken, link, model
from fairshare.opmaak import getal, procent, verschil
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    bijschrift,
    grafiek_van,
    let_op_verdelen,
    onbekend_in_totaal,
    opschrift,
    profielen,
    punten,
    tabel,
    teksttabel,
    zin,
)
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop

TITEL = "Spelregels"

MATEN = {
    "niet_geplaatst": "Niet geplaatst",
    "eigen_aandeel": "Eigen aandeel",
    "dekking": "Dekking van het eigen aandeel",
    "plaatsingen": "Plaatsingen",
}

REGELS = {
    "naam": ("Regel", str),
    "opgave": ("Opgave van de regio", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "vooraf": ("Vooraf verplaatst", getal),
    "achteraf": ("Achteraf verevend", getal),
    "kilometers": ("Kilometers samen", getal),
    "gemiddeld": ("Kilometers per huishouden", lambda km: "niemand" if km is None else getal(km, 1)),
}

GRENZEN = {
    "naam": ("Gemeente", str),
    "zonder": ("Eigen aandeel zonder grenzen", getal),
    "met": ("met grenzen", getal),
    "schuift": ("Verschil", verschil),
    "waardoor": ("Waardoor", str),
}

RUIL = {
    "naam": ("Gemeente", str),
    "over": ("Draagt over", getal),
    "neemt": ("Neemt over", getal),
    "netto": ("Netto", verschil),
    "eigen_aandeel": ("Eigen aandeel met de ruil", getal),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Wie gaat eerst, en wie doet hoogstens wat? Elke regel is dit scenario met alleen die regel anders (✓: die van dit scenario). De "
        "knoppen staan links bij Meer beleidskeuzes."
    )
    with st.columns(3)[0]:
        veld("jaar", beeld.regios)
    later(let_op_verdelen)
    later(
        _regels,
        boven=[opschrift("De regels naast elkaar")],
        onder=[
            bijschrift(
                "Een regel opent als scenario. Vooraf verplaatst: taak die door een grens of ruil naar een andere gemeente gaat. Achteraf verevend: wie een woning "
                "vindt in een andere gemeente dan waar de taak ligt. Kilometers: tussen de middelpunten van die gemeenten, hemelsbreed, van "
                "allebei samen. Bij naar rato en minst gedekt eerst gaat van elk overschot hetzelfde deel naar ieder die ontvangt."
            )
        ],
    )
    later(_wie, boven=[opschrift("Wie wint en wie verliest, naast dit scenario")])
    kop("Per gemeente, bij elke regel")
    maat = st.radio("Cijfer", list(MATEN), format_func=MATEN.get, horizontal=True, key="spelregels_maat")
    later(_per_gemeente, maat)
    later(_grenzen, boven=[opschrift("Wat een grens verschuift, en naar wie")])
    later(_ruil, boven=[opschrift("Ruil op de kaart")])
    uitlegvak(beeld, "eigen_aandeel")


def _van_nu(beeld: Beeld) -> tuple[model.Spelregel, ...]:
    return beeld.eens(model.spelregels, beeld.jaar, beeld.weergave.gemeente)


def _links(beeld: Beeld) -> Mapping[str, str]:
    """Give by each rule the link that opens it as a scenario."""
    return {regel.kop: f"spelregels?{link.kaal(regel.scenario, beeld.weergave)}" for regel in _van_nu(beeld)}


def _rijen(beeld: Beeld) -> list[dict[str, Any]]:
    return beeld.eens(model.regels_tabel, _van_nu(beeld), beeld.jaar)


def _regels(beeld: Beeld) -> list[Stuk]:
    rijen = _rijen(beeld)
    kolommen = {naam: [rij.get(naam) for rij in rijen] for naam in REGELS}
    kolommen["naam"] = [rij["regel"].kop for rij in rijen]
    bezwaren = [regel.bezwaar for regel in _van_nu(beeld) if regel.bezwaar]
    return [
        zin(model.totaal_zin(rijen, beeld.jaar)),
        tabel(kolommen, REGELS, f"Wat elke regel doet met de regio in {beeld.jaar}.", _links(beeld)),
        bijschrift(model.voorbeelden_zin(_van_nu(beeld))),
        *([punten(bezwaren)] if bezwaren else []),
    ]


def _wie(beeld: Beeld) -> list[Stuk]:
    rijen = [
        (rij["regel"].naam, MATEN[rij["regel"].maat], rij["minder"] or "niemand", rij["meer"] or "niemand")
        for rij in _rijen(beeld)
        if not rij["regel"].gekozen
    ]
    koppen = ("Regel", "Waarvan", "Wie minder heeft", "Wie meer heeft")
    return [
        teksttabel(rijen, koppen, f"Wie bij welke regel minder en meer heeft dan in dit scenario, in {beeld.jaar}.")
    ]


def _per_gemeente(beeld: Beeld, maat: str) -> list[Stuk]:
    def schrijf(cel: tuple[float, float]) -> str:
        waarde, anders = (procent if maat == "dekking" else getal)(cel[0]), verschil(cel[1])
        return waarde if anders in ("0", getal(None)) else f"{waarde} ({anders})"

    cijfers = model.per_regel(beeld.uitkomst, _van_nu(beeld), maat, beeld.jaar)
    kolommen = {naam: (naam, schrijf) for naam in cijfers.columns} | {"naam": ("Gemeente", str)}
    omschrijving = (
        f"{MATEN[maat]} per gemeente bij elke regel, in {beeld.jaar}; tussen haakjes het verschil met dit scenario"
        f"{', in procentpunten' if maat == 'dekking' else ''}."
    )
    korter, weg = model.meest_anders(cijfers)
    return [
        tabel(korter, kolommen, omschrijving, profielen(beeld)),
        *_weggelaten(weg),
        *onbekend_in_totaal(beeld),
    ]


def _weggelaten(hoeveel: int) -> list[Stuk]:
    """Say how many gemeenten a table leaves out, and where they stand."""
    waar = "Open een regel hierboven als scenario: het CSV-bestand bij Delen en meenemen geeft dan alle gemeenten."
    anderen = f"Alleen de gemeenten waar het meest verandert; {getal(hoeveel)} andere staan hier niet."
    return [bijschrift(f"{anderen} {waar}")] if hoeveel else []


def _voorbeeld(beeld: Beeld, getoond: model.Uitkomst, wat: str) -> str:
    """Say whose figures are shown where this scenario has no such rule itself."""
    naam = next((regel.naam for regel in _van_nu(beeld) if regel.uitkomst is getoond), "")
    return f"Dit scenario heeft geen {wat}. Een voorbeeld: {naam}." if getoond is not beeld.uitkomst else ""


def _grenzen(beeld: Beeld) -> list[Stuk]:
    met = model.met_een(beeld.uitkomst, _van_nu(beeld), "bovengrens", "ondergrens")
    if met is None:
        return [zin("Er is hier geen grens te tonen.")]
    omschrijving = f"Het eigen aandeel zonder en met grenzen in {beeld.jaar}, en door wiens grens het schuift."
    beweegt, weg = model.grenzen_tabel(met, beeld.jaar)
    return [
        zin(" ".join([_voorbeeld(beeld, met, "bovengrens of ondergrens"), model.grens_zin(met, beeld.jaar)])),
        tabel(beweegt, GRENZEN, omschrijving),
        *_weggelaten(weg),
    ]


def _ruil(beeld: Beeld) -> list[Stuk]:
    met = model.met_een(beeld.uitkomst, _van_nu(beeld), "ruil")
    if met is None:
        return [
            zin("Dit scenario heeft geen ruil, en er is geen overschot bekend waar een andere gemeente iets aan heeft.")
        ]
    vanaf = f"Een ruil geldt elk jaar vanaf {met.scenario.start}; het model kent geen eindjaar. In woningen per jaar: bij elke pijl hoeveel, onder elke naam het netto."
    rijen = grafieken.ruilkaart_rijen(met)
    spec = grafieken.ruilkaart(len(beeld.regio.namen), beeld.donker)
    kaart = (
        [grafiek_van(rijen, spec, "Pijlen van wie overdraagt naar wie overneemt. De tabel geeft het netto.")]
        if rijen
        else []
    )
    beweegt, weg = model.wie_beweegt(model.ruil_tabel(met, beeld.jaar), "netto")
    return [
        zin(" ".join([_voorbeeld(beeld, met, "ruil"), vanaf])),
        *kaart,
        tabel(beweegt, RUIL, f"Wat de ruil van elke gemeente netto maakt in {beeld.jaar}."),
        *_weggelaten(weg),
    ]

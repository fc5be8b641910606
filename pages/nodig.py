"""Wat is er nodig: a goal and a lever, how far it must go, and the field around the scenario."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, opsomming, procent
from fairshare.uitleg import REGIO
from fairshare.weergave import HEFBOMEN, PARAMETERS
from pages.onderdelen.bediening import neem_over, veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import grafiek, kaarten, let_op, tabel, teksttabel, uitklap

TITEL = "Wat is er nodig"

OORDEEL = {
    "gehaald": "al gehaald",
    "binnen de knop": "binnen de knop",
    "buiten de knop": "buiten de knop",
    "niet haalbaar": "niet haalbaar",
    "onbekend": "onbekend",
}

SCHRIJF = {
    "reservering": lambda waarde: procent(waarde, 1),
    "mutatiegraad": lambda waarde: procent(waarde, 2),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.title(TITEL, anchor=False)
    vakken = st.columns(4, vertical_alignment="bottom")
    for vak, naam in zip(vakken, ("hoogstens", "jaar", "lezing", "hefboom"), strict=True):
        with vak:
            veld(naam, beeld.regios)
    antwoorden = model.nodig(beeld.uitkomst, beeld.weergave)
    _antwoord(beeld, antwoorden[beeld.weergave.hefboom])
    let_op(model.waarschuwingen(beeld.uitkomst))
    links, rechts = st.columns([3, 2], gap="medium")
    with links:
        _vlak(beeld)
    with rechts:
        _alle(antwoorden)
    uitklap("Het vlak in een tabel", "vlaktabel", lambda: _tabel(beeld))
    uitlegvak(beeld, "omslag_reservering", REGIO)


def _waarden(antwoord: model.Antwoord) -> dict[str, str]:
    """Write the answer, by label: one value, or one for each lever of a mix."""
    teksten = {PARAMETERS[naam].label: SCHRIJF.get(naam, getal)(waarde) for naam, waarde in antwoord.waarden.items()}
    return teksten or {HEFBOMEN[antwoord.hefboom]: OORDEEL[antwoord.haalbaarheid]}


def _antwoord(beeld: Beeld, antwoord: model.Antwoord) -> None:
    doel = f"hoogstens {getal(beeld.weergave.hoogstens)} niet geplaatst in {beeld.jaar}"
    hulp = f"De laagste waarde waarbij er {doel} zijn, terwijl de rest van het scenario blijft zoals het is."
    nu = getal(model.stand(beeld.uitkomst, beeld.weergave))
    kaarten(
        [
            (f"{label}: nodig", tekst, OORDEEL[antwoord.haalbaarheid], hulp)
            for label, tekst in _waarden(antwoord).items()
        ]
        + [(f"Nu niet geplaatst in {beeld.jaar}", nu, f"doel: hoogstens {getal(beeld.weergave.hoogstens)}", hulp)]
    )
    if antwoord.hefboom == "mix":
        st.caption("In de mix doet elke hefboom hetzelfde deel van wat hij alleen zou moeten doen.")
    neem_over("Zet dit in het scenario", model.toegepast(beeld.uitkomst, antwoord))


def _vlak(beeld: Beeld) -> None:
    st.subheader(f"Niet geplaatst in {beeld.jaar}", anchor=False)
    st.markdown(
        ":gray[bij elke reservering en mutatiegraad; op een lijn is niet geplaatst gelijk, de dikke lijn is het doel]"
    )
    vlak = model.vlak(beeld.uitkomst, beeld.weergave)
    rijen = grafieken.vlak_rijen(vlak, beeld.scenario, beeld.weergave.hoogstens)
    spec = grafieken.vlak(model.VLAK_GRENZEN, grafieken.ronde_grens(vlak.veld["niet_geplaatst"].max()), beeld.donker)
    grafiek(
        rijen, spec, "vlak", "Vlak van reservering en mutatiegraad met lijnen. De tabel eronder geeft dezelfde cijfers."
    )


def _alle(antwoorden: dict[str, model.Antwoord]) -> None:
    st.subheader("Met elke hefboom", anchor=False)
    rijen = [
        (HEFBOMEN[naam], opsomming(list(_waarden(antwoord).values())), OORDEEL[antwoord.haalbaarheid])
        for naam, antwoord in antwoorden.items()
    ]
    teksttabel(rijen, ("Elk afzonderlijk", "Nodig", "Haalbaarheid"), "Wat elke hefboom zou moeten zijn voor het doel.")
    st.caption(
        "De mix: reservering, nieuwbouw, doorstroming en plekken buiten de sociale huur samen. Binnen de knop: haalbaar met wat een scenario toelaat. Buiten de knop: alleen op papier. "
        "Per jaar voor de hele regio; de rest van het scenario blijft zoals het is. "
        "Een benodigde mutatiegraad is geen keuze: zij zegt hoeveel er vrij zou moeten komen."
    )


def _tabel(beeld: Beeld) -> None:
    breed = model.vlak_tabel(beeld.uitkomst, beeld.weergave)
    koppen = {naam: (naam, getal) for naam in breed.columns} | {
        "mutatiegraad": ("Mutatiegraad", SCHRIJF["mutatiegraad"])
    }
    tabel(breed, koppen, "Niet geplaatst bij elke mutatiegraad (rijen) en reservering (kolommen).", "vlak")


if __name__ == "__main__":
    bewaak()

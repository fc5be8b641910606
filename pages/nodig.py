"""Wat is er nodig: a goal and a lever, how far it must go, and the field around the scenario."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.lezingen.uitleg import REGIO
from fairshare.opmaak import benodigd, getal, nodig
from fairshare.weergave import HEFBOMEN, KORT, PARAMETERS
from pages.bediening.velden import bied_aan, veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek_van, kaarten, let_op, opschrift, tabel, teksttabel, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import uitklap

TITEL = "Wat is er nodig"

SCHRIJF = {
    "reservering": benodigd,
    "mutatiegraad": lambda waarde: benodigd(waarde, 2),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    vakken = st.columns(4, vertical_alignment="bottom")
    for vak, naam in zip(vakken, ("hoogstens", "jaar", "lezing", "hefboom"), strict=True):
        with vak:
            veld(naam, beeld.regios)
    volgt(_antwoord)
    teken_later(_zet)
    later(let_op)
    links, rechts = st.columns([3, 2], gap="medium")
    with links:
        volgt(
            _vlak,
            boven=[
                opschrift(
                    f"Niet geplaatst in {beeld.jaar}",
                    ":gray[bij elke reservering en mutatiegraad; op een lijn is niet geplaatst gelijk, de dikke lijn is het doel]",
                )
            ],
        )
    with rechts:
        later(_alle, boven=[opschrift("Met elke hefboom")])
    uitklap("Het vlak in een tabel", "vlaktabel", lambda: later(_tabel))
    uitlegvak(beeld, "omslag_reservering", REGIO)


def _getal(naam: str, waarde: float) -> str:
    return SCHRIJF.get(naam, lambda hoeveel: getal(nodig(hoeveel)))(waarde)


def _eenheid(naam: str) -> str:
    """Give what stands behind the figure of a lever; a percentage has its sign."""
    return PARAMETERS[naam].eenheid.removeprefix("procent ")


def _oordeel(beeld: Beeld, antwoord: model.Antwoord) -> str:
    """Say whether a scenario can go that far."""
    if antwoord.haalbaarheid == "gehaald":
        return "al gehaald"
    binnen = antwoord.haalbaarheid == "binnen bereik"
    if not antwoord.waarden or (not binnen and antwoord.haalbaarheid != "buiten bereik"):
        return antwoord.haalbaarheid
    if antwoord.hefboom == "mix":
        return "een scenario laat elk deel toe" if binnen else "meer dan een scenario toelaat"
    laag, hoog = model.bereik(beeld.regio, antwoord.hefboom)
    achter = "%" if antwoord.hefboom in SCHRIJF else ""
    if binnen:
        return f"een scenario laat {getal(laag)} tot {getal(hoog)}{achter} toe"
    return f"meer dan een scenario toelaat ({getal(hoog)}{achter})"


def _toegelaten(beeld: Beeld, antwoord: model.Antwoord) -> str:
    """Say the same in a column that is about it."""
    if antwoord.haalbaarheid not in ("binnen bereik", "buiten bereik"):
        return _oordeel(beeld, antwoord)
    binnen = antwoord.haalbaarheid == "binnen bereik"
    if antwoord.hefboom == "mix" or not antwoord.waarden:
        return "elk deel" if binnen else "minder"
    laag, hoog = map(getal, model.bereik(beeld.regio, antwoord.hefboom))
    achter = "%" if antwoord.hefboom in SCHRIJF else ""
    return f"{laag} tot {hoog}{achter}" if binnen else f"minder: hoogstens {hoog}{achter}"


def _nodig(antwoord: model.Antwoord) -> str:
    """Write the answer with its units, a mix as a sum."""
    if antwoord.hefboom == "mix":
        delen = [f"{_getal(naam, waarde)} {KORT[naam]}" for naam, waarde in antwoord.waarden.items()]
        return " + ".join(delen) or antwoord.haalbaarheid
    delen = [f"{_getal(naam, waarde)} {_eenheid(naam)}" for naam, waarde in antwoord.waarden.items()]
    return " ".join(delen) or antwoord.haalbaarheid


def _antwoord(beeld: Beeld) -> list[Stuk]:
    antwoord = beeld.eens(model.nodig, beeld.weergave, beeld.weergave.hefboom)[beeld.weergave.hefboom]
    doel = f"hoogstens {getal(beeld.weergave.hoogstens)} niet geplaatst in {beeld.jaar}"
    hulp = f"De laagste waarde waarbij er {doel} zijn, terwijl de rest van het scenario blijft zoals het is."
    nu = getal(model.stand(beeld.uitkomst, beeld.weergave))
    oordeel = "" if antwoord.hefboom == "mix" else f"; {_oordeel(beeld, antwoord)}"
    nodig = [
        (f"{PARAMETERS[naam].label}: nodig", _getal(naam, waarde), f"{_eenheid(naam)}{oordeel}", hulp)
        for naam, waarde in antwoord.waarden.items()
    ]
    leeg = [(f"{HEFBOMEN[antwoord.hefboom]}: nodig", _oordeel(beeld, antwoord), "", hulp)]
    return [
        kaarten(
            (nodig or leeg)
            + [(f"Nu niet geplaatst in {beeld.jaar}", nu, f"doel: hoogstens {getal(beeld.weergave.hoogstens)}", hulp)]
        )
    ]


def _zet(beeld: Beeld) -> None:
    antwoord = beeld.eens(model.nodig, beeld.weergave)[beeld.weergave.hefboom]
    if antwoord.hefboom == "mix":
        st.caption(
            f"In de mix doet elke hefboom hetzelfde deel van wat hij alleen zou moeten doen: {_oordeel(beeld, antwoord)}."
        )
    bied_aan("Zet dit in het scenario", model.toegepast(beeld.uitkomst, antwoord))


def _vlak(beeld: Beeld) -> list[Stuk]:
    vlak = model.vlak(beeld.uitkomst, beeld.weergave)
    if vlak.veld["niet_geplaatst"].isna().all():
        return [zin("Onbekend: zonder opgave is er geen tekort te tekenen.")]
    rijen = grafieken.vlak_rijen(
        vlak, beeld.scenario, model.mutatiegraad(beeld.regio, beeld.scenario), beeld.weergave.hoogstens
    )
    spec = grafieken.vlak(
        model.vlak_grenzen(beeld.regio), grafieken.ronde_grens(vlak.veld["niet_geplaatst"].max()), beeld.donker
    )
    return [
        grafiek_van(
            rijen,
            spec,
            "Vlak van reservering en mutatiegraad met lijnen. De tabel eronder geeft dezelfde cijfers.",
        )
    ]


def _alle(beeld: Beeld) -> list[Stuk]:
    antwoorden = beeld.eens(model.nodig, beeld.weergave)
    rijen = [(HEFBOMEN[naam], _nodig(antwoord), _toegelaten(beeld, antwoord)) for naam, antwoord in antwoorden.items()]
    return [
        teksttabel(
            rijen,
            ("Elk afzonderlijk", "Nodig", "Een scenario laat toe"),
            "Wat elke hefboom zou moeten zijn voor het doel.",
        ),
        bijschrift(
            "De mix: reservering, nieuwbouw, doorstroming en plekken buiten de sociale huur samen. Wat een scenario toelaat, is het bereik van de knop; of het ook kan, zegt dat niet. "
            "Per jaar voor de hele regio; de rest van het scenario blijft zoals het is. "
            "Een benodigde mutatiegraad is geen keuze: zij zegt hoeveel er vrij zou moeten komen."
        ),
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    breed = model.vlak_tabel(beeld.uitkomst, beeld.weergave)
    koppen = {naam: (naam, getal) for naam in breed.columns} | {
        "mutatiegraad": ("Mutatiegraad", SCHRIJF["mutatiegraad"])
    }
    return [tabel(breed, koppen, "Niet geplaatst bij elke mutatiegraad (rijen) en reservering (kolommen).")]

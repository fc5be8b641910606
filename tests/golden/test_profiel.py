"""The profile of a gemeente, and its five sentences, in scenarios of every kind."""

import pytest

from fairshare import link
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import bereken, profiel, zinnen
from fairshare.opmaak import getal
from fairshare.scenario import Scenario

REGIO = lees_regio("stedendriehoek")


def test_what_lochem_would_need_closes_its_gap():
    """The percentage, the places and the new homes are each put back into the engine, and each closes the gap."""
    lochem = profiel(bereken(REGIO), "GM0262")
    met_inzet = Scenario(inzet=(("GM0262", 10),))
    minder = profiel(bereken(REGIO, met_inzet), "GM0262").nodige_reservering
    assert minder == pytest.approx(100 * (87 - 10) / 150)
    i = REGIO.codes.index("GM0262")
    assert bereken(REGIO, reservering=lochem.nodige_reservering).gemeenten.tekort[i, -1, 0] == pytest.approx(0)
    met_plekken = bereken(REGIO, Scenario(inzet=(("GM0262", round(lochem.extra_plekken)),)))
    assert met_plekken.gemeenten.tekort[i, -1, 0] == pytest.approx(0)
    gewicht = 87 / 1170
    met_nieuwbouw = bereken(REGIO, nieuwbouw=lochem.nieuwbouw / gewicht)
    assert met_nieuwbouw.gemeenten.tekort[i, -1, 0] == pytest.approx(0)


def test_places_run_from_the_highest_need_down():
    """Lochem first with 58%, Deventer last with 28.8%."""
    uitkomst = bereken(REGIO)
    plaatsen = {naam: profiel(uitkomst, code).plaats for code, naam in zip(REGIO.codes, REGIO.namen, strict=True)}
    assert plaatsen["Lochem"] == 1
    assert plaatsen["Deventer"] == 9
    assert sorted(plaatsen.values()) == list(range(1, 10))


@pytest.mark.parametrize(
    "vraag",
    [
        "",
        "reservering=37",
        "verevening=0",
        "segment=aftoppingsgrens",
        "achterstand=ja",
        "opgave=0",
        "regio=gmr",
        "regio=gmr&opgave=2011",
    ],
)
def test_the_five_sentences_hold_in_every_scenario(vraag):
    """Five sentences, no nan or None, and the figures are those of the engine, rounded once."""
    regios = lees_regios()
    scenario = link.lees(vraag, regios).scenario
    uitkomst = bereken(regios[scenario.regio], scenario)
    for code in uitkomst.bron.codes:
        cijfers = profiel(uitkomst, code)
        tekst = zinnen(cijfers)
        assert len(tekst) == 5
        assert all(zin.endswith(".") and "nan" not in zin and "None" not in zin for zin in tekst)
        if cijfers.niet_geplaatst >= 0.5:
            assert f"voor {getal(cijfers.niet_geplaatst)} huishoudens is er geen woning" in tekst[2]
        elif cijfers.overschot >= 0.5:
            assert f"houdt {cijfers.naam} {getal(cijfers.overschot)} plekken over" in tekst[2]

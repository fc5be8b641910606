"""The profile of a gemeente, and its five sentences, in scenarios of every kind."""

from math import isnan

import pytest

from fairshare import link
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.koppen import kop_gemeente
from fairshare.model import bereken, heel, op_weg, profiel, zinnen
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

REGIO = lees_regio("stedendriehoek")


def test_what_lochem_would_need_closes_its_gap():
    """The percentage, the places and the new homes are each put back into the engine, and each closes the gap."""
    lochem = profiel(bereken(REGIO), "GM0262")
    met_inzet = Scenario(inzet=(("GM0262", 10),))
    minder = profiel(bereken(REGIO, met_inzet), "GM0262").nodige_reservering
    assert minder == pytest.approx(100 * (87 - 10) / 150)
    i = REGIO.codes.index("GM0262")
    assert bereken(REGIO, reservering=lochem.nodige_reservering).gemeenten.tekort[i, -1, 0] == pytest.approx(
        0, abs=1e-6
    )
    met_plekken = bereken(REGIO, Scenario(inzet=(("GM0262", round(lochem.extra_plekken)),)))
    assert met_plekken.gemeenten.tekort[i, -1, 0] == pytest.approx(0, abs=1e-6)
    gewicht = 87 / 1170
    met_nieuwbouw = bereken(REGIO, nieuwbouw=lochem.nieuwbouw / gewicht)
    assert met_nieuwbouw.gemeenten.tekort[i, -1, 0] == pytest.approx(0, abs=1e-6)


@pytest.mark.parametrize(
    ("code", "verwacht"),
    [
        (
            "GM0262",
            {
                "deel_van_regio": 100 * 87 / 1170,
                "capaciteit": 45,
                "mutatiegraad": 100 * 150 / 2786,
                "tekort": 42,
                "ontvangen": 42 * 10.7 / 225.2,
                "regulier": 105,
                "benodigd_percentage": 58,
                "nodige_reservering": 58,
                "extra_plekken": 42,
                "nieuwbouw": 42 / (0.3 * (1 + 0.0571 * 9)),
                "aandeel_2024": 100 * 38 / 150,
            },
        ),
        (
            "GM0150",
            {
                "deel_van_regio": 100 * 259 / 1170,
                "capaciteit": 269.7,
                "mutatiegraad": 100 * 899 / 13959,
                "overschot": 10.7,
                "geleverd": 10.7,
                "ontvangen": 0,
                "regulier": 629.3,
                "benodigd_percentage": 100 * 259 / 899,
                "nodige_reservering": 100 * 259 / 899,
                "nieuwbouw": 0,
                "aandeel_2024": 100 * 246 / 899,
            },
        ),
    ],
)
def test_a_profile_by_hand(code, verwacht):
    """Lochem: 87 of 1170 against 30% of 150; it gets its part of the 10.7 that Deventer (259 against 269.7) delivers."""
    cijfers = profiel(bereken(REGIO), code)
    assert (cijfers.jaar, cijfers.reservering, cijfers.buiten, cijfers.van) == (2035, pytest.approx(30), 0, 9)
    for naam, waarde in verwacht.items():
        assert getattr(cijfers, naam) == pytest.approx(waarde, abs=1e-6), naam


def test_places_outside_and_a_backlog_count_in_what_a_gemeente_needs():
    """Lochem offers 10 places: 87 each year against 45 + 10, so it lacks 32 a year, 96 by 2028.

    What it needs holds from the first year on, so that nothing stays behind: 77 of 150 homes, or 32 places a year, or
    so many new homes a year that their 30%, and 30% of the 5.71% that falls vacant in the years after, make 96.
    """
    scenario = Scenario(pad="direct", eind=2028, achterstand="ja", verevening=0, inzet=(("GM0262", 10),))
    cijfers = profiel(bereken(REGIO, scenario), "GM0262")
    assert (cijfers.buiten, cijfers.capaciteit, cijfers.opgave) == (10, 55, 87)
    assert cijfers.nodige_reservering == pytest.approx(100 * 77 / 150)
    assert cijfers.extra_plekken == pytest.approx(32)
    assert cijfers.nieuwbouw == pytest.approx(96 / (0.3 * (3 + 0.0571 * 3)))


def test_a_share_of_the_region_is_of_the_same_year():
    """Growth of 5% a year makes both larger: still 87 of 1170."""
    cijfers = profiel(bereken(REGIO, Scenario(groei=5)), "GM0262")
    assert cijfers.deel_van_regio == pytest.approx(100 * 87 / 1170)


def test_a_gemeente_without_homes_has_no_percentages():
    """Nothing becomes free, so no share of it went to urgenten and none would do."""
    regio = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, 0, 0))
    leeg = profiel(bereken(regio), regio.codes[1])
    assert (leeg.vrij, leeg.tekort) == (0, pytest.approx(40))
    assert isnan(leeg.aandeel_2024) and leeg.nodige_reservering is None


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
    """Five sentences, no nan or None, and the figures are those of the tables, in whole homes."""
    regios = lees_regios()
    scenario = link.lees(vraag, regios).scenario
    uitkomst = bereken(regios[scenario.regio], scenario)
    for plek, code in enumerate(uitkomst.bron.codes):
        cijfers = profiel(uitkomst, code)
        tekst = zinnen(cijfers)
        assert len(tekst) == 5
        assert all(zin.endswith(".") and "nan" not in zin and "None" not in zin for zin in tekst)
        over, overschot = (heel(uitkomst, naam)[plek, uitkomst.eind] for naam in ("niet_geplaatst", "overschot"))
        if over >= 2:
            hoogstens = "hoogstens " if uitkomst.onvolledig else ""
            assert f"voor {hoogstens}{getal(over)} huishoudens is er geen woning" in tekst[2]
        elif overschot >= 2:
            assert f"houdt {cijfers.naam} {getal(overschot)} plekken over" in tekst[2]


LOCHEM = {
    "opgave": "In 2035 is het eigen aandeel van Lochem 87 urgente huishoudens per jaar, 7,4% van de regio.",
    "capaciteit": "Er komen 150 sociale huurwoningen vrij; met 30,0% reservering zijn er 45 voor urgenten.",
    "alleen": "Het eigen aandeel vraagt 58,0% van de vrijkomende woningen: plaats 1 van 9 in de regio, van hoog naar laag.",
    "toen": "In 2024 wees Lochem 38 woningen toe aan urgenten (25,3% van alle mutaties); "
    "voor regulier woningzoekenden blijven er in 2035 nog 105 woningen over.",
}


@pytest.mark.parametrize(
    ("vraag", "code", "zin", "verwacht"),
    [
        ("", "GM0262", 0, LOCHEM["opgave"]),
        ("", "GM0262", 1, LOCHEM["capaciteit"]),
        ("", "GM0262", 3, LOCHEM["alleen"]),
        ("", "GM0262", 4, LOCHEM["toen"]),
        (
            "",
            "GM0262",
            2,
            "Daarmee komt Lochem 42 plekken tekort; andere gemeenten nemen er 2 over en "
            "voor 40 huishoudens is er geen woning.",
        ),
        ("", "GM0150", 2, "Daarmee houdt Deventer 11 plekken over; die helpen andere gemeenten."),
        ("verevening=50", "GM0150", 2, "Daarmee houdt Deventer 11 plekken over; 5 daarvan helpen andere gemeenten."),
        ("verevening=0", "GM0150", 2, "Daarmee houdt Deventer 11 plekken over."),
        ("verevening=0", "GM0262", 2, "Daarmee komt Lochem 42 plekken tekort; voor 42 huishoudens is er geen woning."),
        ("inzet=GM0262:42", "GM0262", 2, "Daarmee heeft Lochem precies genoeg."),
        (
            "inzet=GM0262:42",
            "GM0262",
            1,
            LOCHEM["capaciteit"].replace(" zijn er 45", " en 42 plekken daarbuiten zijn er 87"),
        ),
        (
            "achterstand=ja&wachtend=750",
            "GM0262",
            2,
            "Met wie wacht erbij zoeken 552 huishoudens. Daarmee komt Lochem 507 plekken tekort; voor 507 huishoudens is er "
            "geen woning.",
        ),
        ("opgave=0", "GM0262", 0, "In 2035 is het eigen aandeel van Lochem 0 urgente huishoudens per jaar."),
        (
            "segment=aftoppingsgrens",
            "GM0150",
            2,
            "Daarmee komt Deventer 94 plekken tekort; voor hoogstens 94 huishoudens is er geen woning.",
        ),
        (
            "segment=aftoppingsgrens&verevening=0",
            "GM0150",
            2,
            "Daarmee komt Deventer 94 plekken tekort; voor 94 huishoudens is er geen woning.",
        ),
        (
            "segment=aftoppingsgrens&alternatief=800",
            "GM0150",
            2,
            "Daarmee houdt Deventer 83 plekken over; hoogstens 35 daarvan helpen andere gemeenten.",
        ),
        (
            "segment=aftoppingsgrens",
            "GM0262",
            3,
            "Het eigen aandeel vraagt 322,3% van de vrijkomende woningen: plaats 1 van de 6 waarvan het bekend is, van hoog naar laag.",
        ),
        (
            "segment=aftoppingsgrens",
            "GM0232",
            1,
            "Hoeveel woningen er in Epe vrijkomen, is in dit scenario onbekend.",
        ),
        ("segment=aftoppingsgrens", "GM0232", 2, "Of dat genoeg is, valt niet te zeggen."),
        ("segment=aftoppingsgrens", "GM0232", 3, "Welk percentage Epe nodig heeft, is onbekend."),
        (
            "segment=aftoppingsgrens",
            "GM0232",
            4,
            "In 2024 wees Epe 39 woningen toe aan urgenten (21,7% van alle mutaties); "
            "voor regulier woningzoekenden is de rest in 2035 onbekend.",
        ),
        (
            "segment=aftoppingsgrens",
            "GM0200",
            1,
            "Er komen 684 woningen tot de eerste aftoppingsgrens vrij; met 30,0% reservering zijn er 205 voor urgenten.",
        ),
        ("regio=gmr", "GM0202", 0, "Het eigen aandeel van Arnhem in de opgave is onbekend."),
        (
            "regio=gmr",
            "GM0202",
            4,
            "Hoeveel woningen Arnhem in 2024 aan urgenten toewees, is onbekend; "
            "voor regulier woningzoekenden is de rest in 2035 onbekend.",
        ),
    ],
)
def test_a_sentence_says_what_is_known_and_no_more(vraag, code, zin, verwacht):
    """Each clause is there only where its figure is known and not 0."""
    regios = lees_regios()
    scenario = link.lees(vraag, regios).scenario
    assert zinnen(profiel(bereken(regios[scenario.regio], scenario), code))[zin] == verwacht


@pytest.mark.parametrize(
    ("code", "scenario", "zin"),
    [
        ("GM0150", Scenario(start=2028), "Tot en met 2034 volgt de opgave nog geheel of deels de verdeling van 2024: in 2026 is zij 362, bij een eigen aandeel van 259."),
        ("GM0262", Scenario(groeit="reservering"), ""),
        ("GM0262", Scenario(achterstand="ja"), ""),
    ],
)  # fmt: skip
def test_before_the_end_the_opgave_is_said_to_follow_2024(code, scenario, zin):
    """Unless the distribution holds at once, or the own share itself is asked."""
    assert op_weg(bereken(REGIO, scenario), code) == zin


def test_a_share_that_stays_the_same_has_one_rounding():
    """In the words of a gemeente its eigen aandeel of the first year is that of the end year, where it is the same."""
    rijen = [gemeente("Oost", 87, 150, 38), gemeente("West", 63, 90, 20), gemeente("Zuid", 84, 180, 40)]
    uitkomst = bereken(proefregio(*rijen), Scenario(regio="proef", opgave=50))
    assert heel(uitkomst, "eigen_aandeel")[1, [0, -1]].tolist() == [13, 14]
    assert op_weg(uitkomst, uitkomst.bron.codes[1]).endswith("in 2026 is zij 11, bij een eigen aandeel van 14.")


@pytest.mark.parametrize(("vraag", "hoogstens"), [({}, "hoogstens "), ({"verevening": 0}, "")])
def test_a_headline_says_at_most_where_its_sentences_do(vraag, hoogstens):
    """What others take over may be more where it is unknown of one of them; without verevening nobody takes anything over."""
    eigen = profiel(bereken(REGIO, Scenario(segment="aftoppingsgrens", **vraag)), "GM0200")
    assert kop_gemeente(eigen) == f"Apeldoorn: voor {hoogstens}217 urgente huishoudens is er in 2035 geen woning"
    assert f"voor {hoogstens}217 huishoudens is er geen woning" in zinnen(eigen)[2]

"""Figures that stand. They change only together with a line under *Uitkomsten* in CHANGELOG.md."""

import csv
import io
import json
from contextlib import redirect_stdout
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from fairshare import link
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import bereken, herreken, omslag, suggestie_opgave, toerekening
from fairshare.opdrachten import main
from fairshare.opmaak import getal
from fairshare.scenario import Scenario

REGIO = lees_regio("stedendriehoek")
LINKS = list(csv.DictReader(Path(__file__).with_name("links.csv").open(encoding="utf-8")))
"""What every link that was ever shipped gave with model 1, and what it gives now."""

GOUD = list(csv.DictReader(Path(__file__).with_name("goud-2.csv").open(encoding="utf-8"), delimiter=";"))
"""Figures by an oracle of the contract, in plain Python: link; who; year or period; figure; value to six decimals."""

LOCHEM, DEVENTER, VOORST, ZUTPHEN, EPE, APELDOORN = "GM0262", "GM0150", "GM0285", "GM0301", "GM0232", "GM0200"


@cache
def van_de_opdrachtregel(vraag: str) -> dict:
    """Give what the command line says of a link."""
    with redirect_stdout(io.StringIO()) as uit:
        assert main(["bereken", vraag, "--formaat", "json"]) == 0
    return json.loads(uit.getvalue())


def uit_json(antwoord: dict, wie: str, jaar: str, cijfer: str) -> float:
    """Look a figure up where a program would."""
    if jaar == "periode" and wie == "regio":
        return antwoord[cijfer]
    jaar = str(antwoord["periode"][1]) if jaar == "periode" else jaar
    rijen = antwoord["regio"] if wie == "regio" else [rij for rij in antwoord["gemeenten"] if rij["code"] == wie]
    [rij] = [rij for rij in rijen if rij["jaar"] == int(jaar)]
    return rij[cijfer]


@pytest.mark.parametrize("vraag", dict.fromkeys(rij["link"] for rij in GOUD))
def test_the_command_line_says_every_golden_figure(vraag):
    """`python -m fairshare bereken QUERY --formaat json`, to a millionth."""
    antwoord = van_de_opdrachtregel(vraag)
    for rij in GOUD:
        if rij["link"] == vraag:
            gekregen = uit_json(antwoord, rij["waar"], rij["jaar"], rij["cijfer"])
            assert gekregen == pytest.approx(float(rij["waarde"]), abs=1e-6, rel=0), rij


def test_the_golden_figures_are_all_there():
    """More than a thousand rows over thirty-odd links: a file that lost its tail does not pass."""
    assert (len(GOUD), len({rij["link"] for rij in GOUD})) == (1243, 32)


TEKST = [
    ("reservering=25", "regio", 2035, "niet_geplaatst", 373.75),
    ("", "regio", 2035, "niet_geplaatst", 214.5),
    ("reservering=35", "regio", 2035, "niet_geplaatst", 55.25),
    ("reservering=37", "regio", 2035, "niet_geplaatst", 0.0),
    ("reservering=25&verevening=0", "regio", 2035, "niet_geplaatst", 373.75),
    ("verevening=0", "regio", 2035, "niet_geplaatst", 225.2),
    ("reservering=35&verevening=0", "regio", 2035, "niet_geplaatst", 113.9),
    ("reservering=37&verevening=0", "regio", 2035, "niet_geplaatst", 87.46),
    ("", "regio", "periode", "gemist", 2867.25),
    ("pad=direct", "regio", "periode", "gemist", 2145.0),
    ("start=2030", "regio", "periode", "gemist", 3188.25),
    ("start=2030&nieuwbouw=100", "regio", 2035, "niet_geplaatst", 169.08),
    ("eind=2028", "regio", "periode", "gemist", 2305.5),
    ("eind=2040", "regio", "periode", "gemist", 3161.5),
    ("statushouders=exclusief", "regio", 2035, "opgave", 822.0),
    ("statushouders=exclusief", "regio", 2035, "capaciteit", 607.5),
    ("statushouders=exclusief", "regio", 2035, "niet_geplaatst", 214.5),
    ("statushouders=exclusief", "regio", 2035, "regulier", 2229.5),
    ("statushouders=exclusief", "regio", 2035, "benodigd_percentage", 36.73),
    ("statushouders=exclusief&taakstelling=900", "regio", 2035, "niet_geplaatst", 712.48),
    ("statushouders=exclusief&taakstelling=900", "regio", 2035, "statushouders_niet_geplaatst", 54.02),
    ("statushouders=zonder_voorrang", "regio", 2035, "niet_geplaatst", 0.0),
    ("statushouders=zonder_voorrang", "regio", 2035, "statushouders_zonder_woning", 0.0),
    ("statushouders=zonder_voorrang", "regio", 2035, "regulier", 2015.0),
    ("statushouders=zonder_voorrang", "regio", "periode", "gemist", 1201.2),
    ("taakstelling=273", "regio", 2035, "niet_geplaatst", 139.5),
    ("achterstand=ja", "regio", 2035, "wachtend", 2867.25),
    ("achterstand=ja", "regio", "periode", "gemist", 2867.25),
    ("achterstand=ja", "regio", 2035, "wachttijd", 3.0),
    ("achterstand=ja&verevening=0", "regio", 2035, "wachtend", 2867.6),
    ("achterstand=ja&wachtend=750", "regio", 2035, "wachtend", 3617.25),
    ("achterstand=ja&wachtend=750", "regio", 2035, "wachttijd", 3.79),
    ("achterstand=ja&uitval=20", "regio", 2035, "wachtend", 1157.71),
    ("achterstand=ja&uitval=20", "regio", "periode", "uitgevallen", 1709.54),
    ("achterstand=ja&uitval=20", "regio", 2035, "wachttijd", 0.97),
    ("verhuisketen=30", "regio", 2035, "mutaties", 3124.05),
    ("verhuisketen=30", "regio", 2035, "niet_geplaatst", 232.78),
    ("verhuisketen=30", "regio", 2035, "benodigd_percentage", 38.69),
    ("reservering=35&verhuisketen=30", "regio", 2035, "benodigd_percentage", 38.69),
    ("reservering=35&verhuisketen=30", "regio", 2035, "niet_geplaatst", 96.96),
    ("verhuisketen=30&nieuwbouw=100", "regio", 2035, "mutaties", 3201.0),
    ("verhuisketen=30&nieuwbouw=100", "regio", 2035, "niet_geplaatst", 179.7),
    ("reservering=25&bodem=ja", "regio", 2035, "niet_geplaatst", 338.25),
    ("bouw=GM0150:100&verevening=0", "regio", 2035, "niet_geplaatst", 225.2),
    ("bouw=GM0262:100&verevening=0", "regio", 2035, "niet_geplaatst", 183.2),
    ("bouw=GM0262:100", "regio", 2035, "niet_geplaatst", 169.08),
    ("afwijking=GM0150:33", "regio", 2035, "niet_geplaatst", 187.53),
    ("afwijking=GM0262:40@2030", "regio", 2035, "niet_geplaatst", 199.5),
    ("afwijking=GM0262:40@2030", "regio", "periode", "gemist", 2729.75),
    ("programma=1500", "regio", 2035, "niet_geplaatst", 48.82),
    ("sloop=100", "regio", 2035, "niet_geplaatst", 229.92),
    ("sloop=100&herhuisvesting=100", "regio", 2035, "niet_geplaatst", 329.92),
    ("groei=1&start=2030", "regio", 2035, "niet_geplaatst", 336.91),
    ("groei=1&start=2030", "regio", 2035, "opgave", 1292.4),
    ("segment=aftoppingsgrens", "regio", 2035, "niet_geplaatst", 698.4),
    ("segment=aftoppingsgrens", "regio", 2026, "niet_geplaatst", 698.4),
    ("ruil=GM0262-GM0150:10&verevening=0", "regio", 2035, "niet_geplaatst", 215.2),
    ("ruil=GM0262-GM0150:40", LOCHEM, 2035, "vereffening", 6.62),
    ("ruil=GM0262-GM0150:40", DEVENTER, 2035, "vereffening", 25.52),
    ("bovengrens=45", LOCHEM, 2035, "eigen_aandeel", 67.5),
    ("bovengrens=45", VOORST, 2035, "eigen_aandeel", 50.85),
    ("bovengrens=45", DEVENTER, 2035, "eigen_aandeel", 269.98),
    ("bovengrens=45", "regio", 2035, "tekort", 214.5),
    ("bovengrens=45", "regio", 2035, "verevend", 0.0),
    ("bovengrens=45", LOCHEM, 2035, "vereffening", -10.12),
    ("reservering=35&regel=gelijk", LOCHEM, 2035, "niet_geplaatst", 10.27),
    ("reservering=35&regel=gelijk", ZUTPHEN, 2035, "niet_geplaatst", 12.45),
    ("reservering=35&regel=nabij", LOCHEM, 2035, "niet_geplaatst", 2.3),
    ("reservering=35&regel=nabij", VOORST, 2035, "niet_geplaatst", 0.0),
    ("reservering=35&regel=nabij", ZUTPHEN, 2035, "niet_geplaatst", 9.45),
    ("reservering=35&regel=nabij", EPE, 2035, "niet_geplaatst", 21.0),
    ("", LOCHEM, 2026, "dekking", 44.48),
    ("", LOCHEM, 2035, "dekking", 51.72),
    ("", DEVENTER, 2026, "dekking", 95.9),
    ("", DEVENTER, 2035, "dekking", 100.0),
    ("", DEVENTER, 2035, "vereffening", 58.18),
    ("", LOCHEM, 2035, "vereffening", -26.05),
    ("", DEVENTER, 2026, "saldo", -10.63),
    ("", LOCHEM, 2026, "saldo", -48.3),
    ("", DEVENTER, "periode", "gemist", -0.35),
    ("", LOCHEM, "periode", "gemist", 451.5),
    ("", APELDOORN, "periode", "gemist", 893.9),
]
"""Every golden figure that the text of the contract prints, as it prints it."""


def test_the_command_line_says_every_figure_that_the_contract_prints():
    """To half a unit of the last digit printed; -10.125 is printed as -10.12."""
    anders = []
    for vraag, wie, jaar, cijfer, waarde in TEKST:
        gekregen = uit_json(van_de_opdrachtregel(vraag), wie, str(jaar), cijfer)
        decimalen = len(str(waarde).partition(".")[2].rstrip("0"))
        if abs(gekregen - waarde) > 0.5 * 10 ** -max(1, decimalen) + 1e-9:
            anders.append((vraag, wie, jaar, cijfer, waarde, gekregen))
    assert not anders


def test_what_is_surprising_and_true():
    """Three sentences of the contract that nobody believes at first.

    With achterstand more reservering can give more regulier in 2035; a higher ondergrens can raise gemist at verevening 0;
    groeit=verdeling with verevening=0 misses less with eind=2035 than with 2030.
    """
    achterstand = bereken(REGIO, Scenario(achterstand="ja"), reservering=np.arange(30, 61)).regio.regulier[-1]
    assert (np.diff(achterstand) > 1).any()
    grenzen = [
        bereken(REGIO, Scenario(sleutel="mutaties", verevening=0, ondergrens=deel)).regio.gemiste_plaatsingen[0]
        for deel in (0, 90, 100)
    ]
    assert grenzen[0] < grenzen[1] < grenzen[2]
    laat, vroeg = (
        bereken(REGIO, Scenario(groeit="verdeling", verevening=0, eind=eind)).regio.gemiste_plaatsingen[0]
        for eind in (2035, 2030)
    )
    assert laat < vroeg


@pytest.mark.parametrize(
    ("reservering", "met", "zonder"), [(25, 373.75, 373.75), (30, 214.5, 225.2), (35, 55.25, 113.9), (37, 0, 87.46)]
)
def test_niet_geplaatst_in_2035(reservering, met, zonder):
    """The derived figures of the contract, with and without verevening."""
    uitkomst = bereken(REGIO, reservering=reservering, verevening=[100, 0])
    np.testing.assert_allclose(uitkomst.regio.niet_geplaatst[-1], [met, zonder], atol=1e-9)


def test_gemiste_plaatsingen():
    """At 30% lineair 2867.3 and direct 2145.0; at 36.7346939% lineair 1687.5."""
    lineair = bereken(REGIO, reservering=[30, 36.7346939]).regio.gemiste_plaatsingen
    np.testing.assert_allclose(lineair, [2867.25, 1687.5], atol=1e-4)
    assert bereken(REGIO, Scenario(pad="direct")).regio.gemiste_plaatsingen[0] == pytest.approx(2145)


def test_the_break_evens():
    """36.73% for the region, 58% for Lochem; mutatiegraad 6.99% at 30, 5.99 at 35, 8.39 at 25; 214.5 places."""
    graden = [omslag(bereken(REGIO, Scenario(reservering=deel))).mutatiegraad for deel in (30, 35, 25)]
    np.testing.assert_allclose(graden, [6.99, 5.99, 8.39], atol=0.005)
    punten = omslag(bereken(REGIO))
    assert punten.reservering == pytest.approx(36.7346939)
    assert punten.reservering_zonder_verevening == pytest.approx(58)
    assert punten.extra_plekken == pytest.approx(214.5)


def test_the_published_columns_appear_to_the_integer():
    """A from the inhabitants of CBS differs by 1 in three gemeenten; B to E only in the zeros of D, which are unknown."""
    anders = {(een.letter, een.wat): een.verschil for een in herreken() if een.letter and een.verschil}
    assert {cel: waarde for cel, waarde in anders.items() if cel[0] == "A"} == {
        ("A", "Lochem"): 1,
        ("A", "Epe"): 1,
        ("A", "Voorst"): -1,
    }
    assert {cel for cel in anders if cel[0] != "A"} == {("D", "Epe"), ("D", "Hattem"), ("D", "Heerde")}
    onder = {een.letter: een for een in herreken() if een.letter and een.wat == "Niet geplaatst"}
    assert [getal(onder[letter].berekend) for letter in "ABCDE"] == ["0", "375", "215", "698", "692"]


def test_both_tables_have_the_same_cells():
    """Lochem prints 87, 38, 45, 8 and 23; computed unrounded, of a registration not, and nothing is known of column F."""
    lochem = {een.letter: een for een in herreken() if een.letter and een.wat == "Lochem"}
    assert [lochem[letter].gedrukt for letter in "ABCDEF"] == [87, 38, 45, 8, 23, None]
    assert [lochem[letter].berekend for letter in "CDE"] == pytest.approx([45, 8.1, 22.5])
    assert lochem["B"].berekend is None and lochem["F"].berekend is None
    regio = {een.letter: een.berekend for een in herreken() if een.letter and een.wat == "Regio"}
    assert [regio[letter] for letter in "ABCE"] == pytest.approx([1170, 795, 955.5, 477.75])
    assert lees_regio("gmr").gepubliceerd == ()


def test_what_the_text_leaves_open_is_worth_what_the_other_reading_says():
    """D with the share of the six filled in: 61.2 homes more; the denominator of 5.71%; 793,000 is far from CBS; 1.49% does not add up."""
    alle = {een.wat: een for een in herreken() if not een.letter}
    (d,) = (een for een in herreken() if een.letter == "D" and een.wat == "Regio")
    assert d.waard == pytest.approx(0.3 * 366 * 1572 / 2819)
    assert alle["Gemiddelde mutatiegraad"].berekend == pytest.approx(5.524, abs=5e-4)
    assert alle["Gemiddelde mutatiegraad"].anders == pytest.approx(5.71, abs=5e-4)
    assert alle["Inwoners van de zeventien gemeenten"].verschil == 793_000 - 772_291
    assert alle["Gemiddelde van de regio, alle cliënten"].verschil == pytest.approx(-0.06)
    assert alle["Aandeel van de opgave in de mutaties"].verschil == 0
    assert sum(een.berekend for wat, een in alle.items() if wat.endswith("in de 178")) == pytest.approx(178)


def test_the_imputed_reading():
    """Share of the six known gemeenten 1572/2819 = 55.8%: 0.3 x 0.5576 x 366 = 61.2 places more."""
    uitkomst = bereken(REGIO, Scenario(segment="aftoppingsgrens"))
    gelezen = toerekening(uitkomst)
    assert gelezen is not None
    lezing, aandeel = gelezen
    assert aandeel == pytest.approx(1572 / 2819)
    verschil = uitkomst.regio.niet_geplaatst[-1, 0] - lezing.regio.niet_geplaatst[-1, 0]
    assert verschil == pytest.approx(0.3 * 366 * 1572 / 2819)


def test_cbs_inwoners_reproduce_column_a_within_one():
    """An independent check: CBS 1-1-2024 against the published column."""
    opgave = bereken(REGIO, Scenario(sleutel="inwoners_cbs")).gemeenten.opgave[:, -1, 0]
    assert (np.abs(opgave - REGIO.kolom("opgave_inwoners_gepubliceerd")) < 1.5).all()


def test_the_profile_that_a_region_printed_is_computed_with_by_nothing():
    """Westervoort: 90 mutaties, 4.3%; the fingerprint of the region does not see the profile."""
    regio = lees_regio("gmr")
    gedrukt = {regel.wat: regel for regel in regio.register.profielen["GM0293"].regel}
    assert gedrukt["Mutaties van sociale huur in 2022"].procent == 4.3
    zonder = replace(regio, register=regio.register.model_copy(update={"profielen": {}}))
    assert zonder.vingerafdruk == regio.vingerafdruk


def test_the_derived_mutaties_reproduce_every_published_cell():
    """Reconciliation, no validation: C and E were the source of the mutaties. The ranges hold the value."""
    laag, waarde, hoog = (REGIO.kolom(f"mutaties_liberalisatiegrens{deel}") for deel in ("_min", "", "_max"))
    assert ((laag <= waarde) & (waarde <= hoog)).all()
    assert waarde.sum() == 3185


def test_the_imputed_reading_is_that_of_the_same_scenario():
    """35%: 0.35 x 0.5576 x 366 = 71.4 places more; with all mutaties known there is nothing to impute."""
    uitkomst = bereken(REGIO, Scenario(segment="aftoppingsgrens", reservering=35, eind=2037))
    gelezen = toerekening(uitkomst)
    assert gelezen is not None
    verschil = uitkomst.regio.niet_geplaatst[-1, 0] - gelezen[0].regio.niet_geplaatst[-1, 0]
    assert verschil == pytest.approx(0.35 * 366 * 1572 / 2819)
    assert (gelezen[0].jaren[-1], gelezen[0].scenario) == (2037, uitkomst.scenario)
    assert toerekening(bereken(REGIO)) is None


def test_the_published_opgave_differs_from_cbs_in_three_gemeenten():
    """Rounded half up, one home each."""


@pytest.mark.parametrize("rij", LINKS, ids=[rij["link"] or "leeg" for rij in LINKS])
def test_every_link_ever_shipped_keeps_its_outcome(rij):
    """No row of links.csv is ever removed or changed: what model 1 gave stays beside what model 2 gives."""
    regios = lees_regios()
    gelezen = link.lees(rij["link"], regios)
    uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario)
    assert " ".join(fout.waar for fout in gelezen.fouten) == rij["geweigerd_2"]
    verwacht = [float(rij[naam] or "nan") for naam in ("niet_geplaatst_2", "gemiste_plaatsingen_2")]
    gekregen = [uitkomst.regionaal("niet_geplaatst"), uitkomst.regio.gemiste_plaatsingen[0]]
    np.testing.assert_allclose(gekregen, verwacht, atol=1e-5)


def test_few_links_have_another_outcome_with_model_2_and_each_is_explained():
    """The rows whose figures moved, by the table of what changed: a fixed period, a reading of a year, flow and stock apart."""
    model_1 = ("niet_geplaatst", "gemiste_plaatsingen", "geweigerd")
    anders = {rij["link"] for rij in LINKS if any(rij[naam] != rij[f"{naam}_2"] for naam in model_1)}
    assert (
        anders
        == {
            "v=1&start=2027&eind=2034",  # the period of the agreement, not the years of the path
            "v=1&eind=2028&start=2030",  # the same; eind is refused in both
            "v=1&segment=aftoppingsgrens",  # a reading of a year: what is missed is unknown
            "v=1&achterstand=ja&uitval=10",  # what waits is a stock, and no sum over years
            "v=2&reservering=35",  # there was no version 2
            "v=1&regio=gmr&reservering=25&pad=direct&opgave=2011",  # model 2.1: the mutaties are estimated from the stock of 2024
            "v=1&regio=achterhoek&opgave=600",  # the same
        }
    )


def test_the_suggested_opgave_of_gmr_is_the_one_of_its_preset():
    """A third of 107,089 x 5.71%: 2038."""
    suggestie = suggestie_opgave(lees_regio("gmr"))
    assert suggestie is not None
    assert getal(suggestie) == "2.038"

"""What must hold for every region and scenario in the views that explain, search and compare."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings

from fairshare.gegevens import Cijfer, Gemeente, Regio, Register, lees_regio
from fairshare.grafieken import stromen_rijen
from fairshare.model import (
    afspraak,
    bereken,
    even_veel,
    jaar_dicht,
    kader,
    kerncijfers,
    merken,
    nodig,
    op_de_lijn,
    op_weg_samen,
    per_corporatie,
    solidariteit,
    stand,
    tegenover_2024,
    toegepast,
    uitstel,
    vlak,
    vlak_grenzen,
    waterval,
)
from fairshare.model.nodig import _doorgang, lezing
from fairshare.model.onzekerheid import trek_mutaties
from fairshare.model.solidariteit import GEEN_PLEK
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.proefregio import gemeente, proefregio
from tests.unit.trekken import regios, scenarios


@settings(max_examples=25)
@given(regios(), scenarios())
def test_nobody_disappears_between_gross_and_net(regio, scenario):
    """The flows to a gemeente add up to its tekort, those from it to what it delivers; net is gross less verevend."""
    uitkomst = bereken(regio, scenario)
    for jaar in (uitkomst.jaren[0], uitkomst.jaren[-1]):
        beeld = solidariteit(uitkomst, jaar, tarief=1000)
        naar = beeld.stromen.groupby("naar")["aantal"].sum()
        van = beeld.stromen.groupby("van")["aantal"].sum()
        for rij in beeld.per_gemeente.to_dict("records"):
            np.testing.assert_allclose(naar.get(rij["naam"], 0.0), rij["tekort"], atol=1e-6)
            np.testing.assert_allclose(van.get(rij["naam"], 0.0), rij["geleverd"], atol=1e-6)
        np.testing.assert_allclose(van.get(GEEN_PLEK, 0.0), beeld.niet_geplaatst, atol=1e-6)
        np.testing.assert_allclose(beeld.tekort - beeld.verevend, beeld.niet_geplaatst, atol=1e-6)
        np.testing.assert_allclose(
            beeld.tabel.iloc[:-1].sum(numeric_only=True), beeld.tabel.iloc[-1].drop("naam").astype(float), atol=1e-6
        )


@settings(max_examples=25)
@given(regios(), scenarios())
def test_a_drawing_of_flows_is_as_thick_as_its_figures(regio, scenario):
    """Every band has the thickness of its flow, on one scale, and stays within the drawing."""
    beeld = solidariteit(bereken(regio, scenario), scenario.eind)
    if beeld.stromen.empty:
        return
    rijen = pd.DataFrame(stromen_rijen(beeld))
    band = rijen[rijen["soort"] == "band"].groupby("stroom").first()
    dikte = (band["onder"] - band["boven"]).sort_index()
    volgorde = beeld.stromen.sort_values("van", key=lambda van: van == GEEN_PLEK, kind="stable")["aantal"]
    np.testing.assert_allclose(dikte / dikte.sum(), volgorde / volgorde.sum(), atol=1e-9)
    assert rijen["boven"].min() >= -1e-9
    assert rijen["onder"].max() <= 1 + 1e-9


def test_the_words_of_the_flows_add_up_as_the_cards_do():
    """In whole homes: what is short is what is delivered and what has no place."""
    rijen = pd.DataFrame(stromen_rijen(solidariteit(bereken(lees_regio("stedendriehoek")), 2035)))
    namen = {soort: rijen[rijen["soort"] == soort]["tekst"].tolist() for soort in ("links", "rechts")}
    assert namen["links"] == ["Deventer 10", "Geen plek 215"]
    assert sum(int(tekst.rpartition(" ")[2]) for tekst in namen["rechts"]) == 225


@settings(max_examples=12, deadline=None)
@given(regios(), scenarios())
def test_an_answer_reaches_the_goal_and_less_does_not(regio, scenario):
    """For each lever and the mix: at the answer it is reached, a little below it is not; 'bestaat niet' never is."""
    uitkomst = bereken(regio, scenario)
    weergave = Weergave(hoogstens=20, jaar=scenario.start)
    j = uitkomst.jaren.index(scenario.start)
    for antwoord in nodig(uitkomst, weergave).values():
        if antwoord.haalbaarheid == "bestaat niet":
            hoogste = {"reservering": 100, "mutatiegraad": 100}.get(antwoord.hefboom, 1_000_000)
            naam = "alternatief" if antwoord.hefboom == "mix" else antwoord.hefboom
            over = bereken(regio, scenario, verevening=lezing(uitkomst, weergave), **{naam: hoogste})
            assert over.regio.niet_geplaatst[j, 0] > 20
            continue
        bij = bereken(regio, scenario, verevening=lezing(uitkomst, weergave), **antwoord.waarden).regio.niet_geplaatst
        assert bij[j, 0] <= 20 + 1e-6
        if antwoord.hefboom != "mix" and antwoord.waarden[antwoord.hefboom] > 1e-3:
            minder = {antwoord.hefboom: antwoord.waarden[antwoord.hefboom] * (1 - 1e-4)}
            net_niet = bereken(regio, scenario, verevening=lezing(uitkomst, weergave), **minder).regio.niet_geplaatst
            assert net_niet[j, 0] > 20 - 1e-6


@settings(max_examples=12, deadline=None)
@given(regios(), scenarios())
def test_an_answer_put_in_the_scenario_reaches_the_goal(regio, scenario):
    """Rounded up to the next step of its control, and never offered where the control does not reach."""
    scenario = scenario.met(verevening=100)
    uitkomst = bereken(regio, scenario)
    for antwoord in nodig(uitkomst, Weergave()).values():
        nieuw = toegepast(uitkomst, antwoord)
        assert (nieuw is None) == (antwoord.haalbaarheid != "binnen bereik")
        if nieuw is not None:
            assert stand(bereken(regio, nieuw), Weergave()) <= 1e-6


@settings(max_examples=25)
@given(regios(), scenarios())
def test_the_waterval_ends_at_the_scenario(regio, scenario):
    """Each step begins where the one before ended, and the last one ends at niet geplaatst."""
    uitkomst = bereken(regio, scenario)
    val = waterval(uitkomst)
    np.testing.assert_allclose(val.stappen["van"].iloc[1:], val.stappen["tot"].iloc[:-1])
    np.testing.assert_allclose(val.stappen["van"].iloc[0], val.begin)
    np.testing.assert_allclose([val.stappen["tot"].iloc[-1], val.eind], uitkomst.regionaal("niet_geplaatst"), atol=1e-9)


@settings(max_examples=25)
@given(regios(), scenarios())
def test_more_effort_never_leaves_more_people_without_a_home(regio, scenario):
    """Each lever helps or does nothing."""
    opbrengst = even_veel(bereken(regio, scenario), 100)
    assert (opbrengst[["minder", "gemist", "plekken"]] >= -1e-6).all().all()


@settings(max_examples=25)
@given(regios(), scenarios())
def test_what_is_left_and_what_urgenten_take_is_all_there_is(regio, scenario):
    """Regulier plus the urgenten in social rent is what becomes free; verdringing counts only the gemeenten that lose."""
    uitkomst = bereken(regio, scenario)
    beeld = tegenover_2024(uitkomst, scenario.eind)
    vrij, geplaatst, buiten = (uitkomst.per_gemeente(naam) for naam in ("vrij", "plaatsingen", "buiten"))
    in_huur = np.minimum(vrij, np.maximum(0, geplaatst - buiten))
    np.testing.assert_allclose(beeld.per_gemeente["regulier"] + in_huur, beeld.per_gemeente["vrij"], atol=1e-6)
    assert beeld.verdringing >= max(0.0, -beeld.verschil) - 1e-6
    np.testing.assert_allclose(beeld.tabel["regulier"].iloc[:-1].sum(), beeld.tabel["regulier"].iloc[-1])


def met_grenzen(laag: list[int], hoog: list[int], totaal: tuple[int, int] | None) -> Regio:
    """Gemeenten whose mutaties are only known within bounds, with or without a printed total."""
    rijen = tuple(
        Gemeente(
            code=f"GM{nummer:04d}",
            naam=f"G{nummer}",
            mutaties_liberalisatiegrens_min=onder,
            mutaties_liberalisatiegrens_max=boven,
        )
        for nummer, (onder, boven) in enumerate(zip(laag, hoog, strict=True))
    )
    kolom = Cijfer(naam="mutaties", status="herleid", bron="test", totaal=totaal)
    register = Register(naam="Proef", toelichting="", kolommen={"mutaties_liberalisatiegrens": kolom})
    return Regio(sleutel="proef", register=register, gemeenten=rijen)


@pytest.mark.parametrize(
    ("totaal", "verwacht"),
    [
        ((11, 11), {(0, 11), (1, 10)}),
        ((10, 11), {(0, 10), (0, 11), (1, 10)}),
        (None, {(a, b) for a in (0, 1, 2) for b in (10, 11)}),
    ],
)
def test_drawn_mutaties_fit_the_bounds_and_the_printed_total(totaal, verwacht):
    """0..2 and 10..11: every pair with the total is drawn, each about as often, and nothing else."""
    regio = met_grenzen([0, 10], [2, 11], totaal)
    rng = np.random.default_rng(1)
    getrokken = trek_mutaties(regio, "mutaties_liberalisatiegrens", rng.random(30_000), rng.random((2, 30_000)))
    paren, aantallen = np.unique(getrokken.T, axis=0, return_counts=True)
    assert {tuple(paar) for paar in paren} == verwacht
    np.testing.assert_allclose(aantallen, 30_000 / len(verwacht), rtol=0.05)


def test_unknown_stays_unknown_in_every_view():
    """Without an opgave nothing is said to be needed, short or left over."""
    regio = proefregio(opgave=float("nan"))
    uitkomst = bereken(regio)
    antwoorden = nodig(uitkomst, Weergave()).values()
    assert {antwoord.haalbaarheid for antwoord in antwoorden} == {"onbekend"}
    assert not any(antwoord.waarden for antwoord in antwoorden)
    assert solidariteit(uitkomst, 2035).stromen.empty
    assert np.isnan(waterval(uitkomst).eind)
    assert np.isnan(waterval(bereken(proefregio(opgave=None))).begin)  # type: ignore[arg-type]
    assert np.isnan(tegenover_2024(uitkomst, 2035).regulier)


REGIO = proefregio(mutatiegraad=5.71)
"""Its mutaties go with the mutatiegraad of the agreement, so that 100 and 200 stay 100 and 200."""

VIER_JAAR = bereken(REGIO, Scenario(verevening=50, eind=2029))
"""2029 and after: Oost 60 against 30, West 40 against 60, half of its 20 moves; before, 40, 30 and 23.75 find no home."""


def test_the_headline_by_hand():
    """20 left in 2029; 40, 30, 23.75 and seven times 20 are 233.75 in ten years; the agreement leaves 46, 42, ... 10: 280."""
    kern = kerncijfers(VIER_JAAR)
    verwacht = {
        "niet_geplaatst": 20,
        "kader": 10,
        "met_verevening": 10,
        "zonder_verevening": 30,
        "opgave": 100,
        "vraag": 100,
        "capaciteit": 90,
        "benodigd_percentage": 100 / 3,
        "regulier": 220,
        "deel_geplaatst": 80,
        "gemiste_plaatsingen": 233.75,
        "gemist_kader": 280,
    }
    for naam, waarde in verwacht.items():
        assert getattr(kern, naam) == pytest.approx(waarde), naam
    assert (kern.jaar, kern.jaar_dicht, kern.hoogste) == (2029, None, REGIO.codes[0])


def test_both_readings_of_the_headline_are_of_the_same_scenario():
    """At 35% Oost is 25 short and West has 30 over, in 2029: none are left, or 25."""
    kern = kerncijfers(bereken(REGIO, Scenario(reservering=35, verevening=0, eind=2029)))
    np.testing.assert_allclose([kern.met_verevening, kern.zonder_verevening], [0, 25], atol=1e-9)
    assert kern.niet_geplaatst == pytest.approx(25)


def test_the_headline_is_that_of_the_end_year():
    """95, 90.25 and 85.7375 on 90 places: 5 and 5.25 wait a year, so 85.7375 + 5.25 ask for a home in 2028."""
    scenario = Scenario(pad="direct", groei=-5, eind=2028, achterstand="ja")
    kern = kerncijfers(bereken(REGIO, scenario))
    assert kern.opgave == pytest.approx(85.7375)
    assert kern.vraag == pytest.approx(90.9875)
    assert kern.benodigd_percentage == pytest.approx(85.7375 / 3)
    assert kern.deel_geplaatst == pytest.approx(100 * 90 / 90.9875)
    assert kerncijfers(bereken(REGIO, scenario.met(reservering=35))).jaar_dicht == 2026
    schuift = proefregio(gemeente("Oost", 60, 100, 10), gemeente("West", 40, 100, 90))
    assert kerncijfers(bereken(schuift, Scenario(eind=2029))).hoogste == schuift.codes[0]


def test_the_agreement_keeps_its_region():
    """Every parameter at its default but the region."""
    overeengekomen = afspraak(REGIO)
    assert overeengekomen.scenario == Scenario(regio="proef")
    naast = kader(REGIO)
    assert naast is kader(REGIO)
    assert naast.jaren == overeengekomen.jaren
    np.testing.assert_array_equal(naast.niet_geplaatst, overeengekomen.regio.niet_geplaatst[:, 0])
    np.testing.assert_array_equal(naast.per_gemeente, overeengekomen.over_de_jaren("niet_geplaatst"))
    assert naast.gemiste_plaatsingen == overeengekomen.regio.gemiste_plaatsingen[0]


def test_another_reservering_keeps_the_rest_of_the_scenario():
    """50 lettings more: 20% of 350 is 70, and 100 - 70 find no home."""
    lijn = op_de_lijn(bereken(REGIO, Scenario(doorstroming=50)), 20)
    assert (lijn.capaciteit, lijn.niet_geplaatst) == (pytest.approx(70), pytest.approx(30))


def test_a_headline_without_an_opgave():
    """Nobody to place: all are placed. Unknown: unknown, and the first gemeente stands for the highest."""
    assert kerncijfers(bereken(REGIO, Scenario(opgave=0))).deel_geplaatst == 100
    onbekend = kerncijfers(bereken(proefregio(opgave=float("nan"))))
    assert np.isnan(onbekend.deel_geplaatst)
    assert onbekend.hoogste == REGIO.codes[0]
    laatste = proefregio(gemeente("Oost", 40, 200, 20), gemeente("West", 60, 100, 30))
    assert kerncijfers(bereken(laatste)).hoogste == laatste.codes[1]


@pytest.mark.parametrize(
    ("reservering", "pad", "dicht"), [(40, "lineair", 2028), (40, "direct", 2026), (30, "direct", None)]
)
def test_the_gap_is_closed_from_the_first_year_that_stays_closed(reservering, pad, dicht):
    """To 40% Oost lacks 20 each year; West is 12.5 short, then has 5, 22.5 and 40 over: 32.5, 15, 0, 0 are left."""
    assert jaar_dicht(bereken(REGIO, Scenario(pad=pad, eind=2029), reservering=reservering)) == dicht


def test_two_percentages_have_a_meaning():
    """50 of 300 was done, 100 of 300 is needed; what is unknown is left out."""
    gebeurd, nodig_ = merken(REGIO)
    assert gebeurd == (pytest.approx(100 * 50 / 300), "in 2024")
    assert nodig_ == (pytest.approx(100 * 100 / 300), "nodig in 2024")
    zonder = proefregio(gemeente("Oost", 60, 100), gemeente("West", 40, 200), mutatiegraad=5.71)
    assert merken(zonder) == (nodig_,)


@pytest.mark.parametrize(
    ("hefboom", "waarde", "plekken", "minder", "regulier_meer"),
    [
        ("reservering", 30 + 10 / 3, 10, 20 / 3, -20 / 3),
        ("mutatiegraad", 5.71 * 31 / 30, 3, 2, 8),
        ("nieuwbouw", 10, 0.3 * 11.713, 0.24 * 11.713, 0.76 * 11.713),
        ("programma", 10, 0.09 * 11.713, 0.072 * 11.713, 0.228 * 11.713),
        ("doorstroming", 10, 3, 2.4, 7.6),
        ("alternatief", 10, 10, 8, 2),
    ],
)
def test_ten_of_each_lever_by_hand(hefboom, waarde, plekken, minder, regulier_meer):
    """Of a place more 0.6 helps Oost in full and 0.4 West, which passes on half: 0.8; by mutaties 1/3 and 2/3: 2/3.

    Ten new homes a year are 10 + 0.0571 x 30 = 11.713 lettings in the fourth year.
    """
    rij = even_veel(VIER_JAAR, 10).set_index("hefboom").loc[hefboom]
    np.testing.assert_allclose(
        rij[["waarde", "plekken", "minder", "regulier"]].astype(float), [waarde, plekken, minder, regulier_meer]
    )


def test_effort_counts_over_the_years_and_stops_at_everything():
    """Ten places help 10 and 10 households, and 8 in eight years: 84; more than 100% cannot be reserved or come free."""
    assert even_veel(VIER_JAAR, 10).set_index("hefboom").loc["alternatief", "gemist"] == pytest.approx(84)
    waarden = even_veel(VIER_JAAR, 6000).set_index("hefboom")["waarde"]
    percentages = ["reservering", "mutatiegraad"]
    assert waarden[percentages].tolist() == [100, 100]
    assert set(waarden.drop(percentages)) == {6000}


def test_effort_is_measured_in_the_homes_of_the_end_year():
    """Ten new homes a year: in 2029 mutaties are 300 + 0.0571 x 30 = 301.713, and ten more are let."""
    tabel = even_veel(bereken(REGIO, Scenario(nieuwbouw=10, eind=2029)), 10).set_index("hefboom")
    verwacht = [30 + 1000 / 311.713, 5.71 * (1 + 10 / 301.713), 20]
    np.testing.assert_allclose(tabel.loc[["reservering", "mutatiegraad", "nieuwbouw"], "waarde"], verwacht)
    assert tabel.loc["alternatief", "label"] == "Plekken buiten de sociale huur"


def test_the_waterval_by_hand():
    """In 2026, 60 and 40 against 25% of 100 and 200: 25 left; 20 homes and 20 lettings take 5 each, 5 + 2 places 7.

    An opgave of 130 adds 30; Oost is then 44 short and West has 6 over, of which only half may move.
    """
    scenario = Scenario(
        start=2026,
        eind=2026,
        reservering=25,
        nieuwbouw=20,
        doorstroming=20,
        alternatief=5,
        inzet=((REGIO.codes[1], 2),),
        opgave=130,
        verevening=50,
        achterstand="ja",
    )
    val = waterval(bereken(REGIO, scenario))
    assert val.begin == 50
    assert val.eind == pytest.approx(41)
    assert val.stappen["label"].tolist() == [
        "Reservering",
        "Mutatiegraad",
        "Nieuwbouw en bouwprogramma",
        "Doorstroming",
        "Plekken buiten de sociale huur",
        "Andere opgave",
        "Andere verevening",
        "Achterstand",
    ]
    np.testing.assert_allclose(val.stappen["van"], [50, 25, 25, 20, 15, 8, 38, 41])
    np.testing.assert_allclose(val.stappen["tot"], [25, 25, 20, 15, 8, 38, 41, 41])


def test_regulier_by_hand():
    """2027: Oost places 25 of 100, West 45 of 200, where 80 and 170 were left in 2024; so 5 and 15 fewer."""
    beeld = tegenover_2024(VIER_JAAR, 2027)
    tabel = beeld.tabel.set_index("naam")
    assert tabel.index.tolist() == ["Oost", "West", "Hele regio"]
    assert "jaar" not in tabel
    verwacht = {
        "vrij": [100, 200, 300],
        "regulier": [75, 155, 230],
        "regulier_2024": [80, 170, 250],
        "deel": [75, 77.5, 230 / 3],
        "verschil": [-5, -15, -20],
    }
    for naam, waarden in verwacht.items():
        np.testing.assert_allclose(tabel[naam], waarden, err_msg=naam)
    assert beeld.pad["jaar"].tolist() == list(range(2026, 2036))
    np.testing.assert_allclose(beeld.pad["deel"], [80, 230 / 3, 223.75 / 3, *[220 / 3] * 7])
    assert (beeld.jaar, beeld.deel) == (2027, pytest.approx(230 / 3))
    assert beeld.verdringing == pytest.approx(20) and beeld.verlies == 20


def test_who_gains_makes_up_for_nobody():
    """100 lettings more: Oost keeps 112 of 160 and West 188 of 240, 32 and 18 more than in 2024."""
    beeld = tegenover_2024(bereken(REGIO, Scenario(pad="direct", doorstroming=100)), 2035)
    np.testing.assert_allclose(beeld.per_gemeente["verschil"], [32, 18])
    assert (beeld.verdringing, beeld.verschil) == (0, pytest.approx(50))
    goedkoop = proefregio(*(rij.model_copy(update={"mutaties_aftoppingsgrens": 50}) for rij in REGIO.gemeenten))
    onbekend = tegenover_2024(bereken(goedkoop, Scenario(segment="aftoppingsgrens")), 2035)
    assert np.isnan([onbekend.regulier_2024, onbekend.verdringing]).all()
    leeg = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, 0, 0), mutatiegraad=5.71)
    np.testing.assert_allclose(tegenover_2024(bereken(leeg), 2035).per_gemeente["deel"], [70, np.nan])


def test_solidariteit_by_hand():
    """Oost places 30 of its 60 and gets 10 from West, which places 40 + 10 and leaves 10 of its 20 unused."""
    beeld = solidariteit(VIER_JAAR, 2029)
    tabel = beeld.tabel.set_index("naam")
    assert tabel.index.tolist() == ["Oost", "West", "Hele regio"]
    verwacht = {
        "opgave": [60, 40, 100],
        "capaciteit": [30, 60, 90],
        "plaatsingen": [30, 50, 80],
        "geleverd": [0, 10, 10],
        "tekort": [30, 0, 30],
        "overschot": [0, 20, 20],
        "niet_geplaatst": [20, 0, 20],
        "ontvangen": [10, 0, 10],
        "saldo": [-30, 10, -20],
    }
    for naam, waarden in verwacht.items():
        np.testing.assert_allclose(tabel[naam], waarden, err_msg=naam, atol=1e-9)
    assert beeld.stromen[["van", "naar"]].to_numpy().tolist() == [["West", "Oost"], ["Geen plek", "Oost"]]
    np.testing.assert_allclose(beeld.stromen["aantal"], [10, 20])
    assert beeld.per_gemeente["naam"].tolist() == ["Oost", "West"]
    assert (beeld.jaar, beeld.tekort, beeld.overschot) == (2029, pytest.approx(30), pytest.approx(20))
    assert (beeld.verevend, beeld.niet_geplaatst) == (pytest.approx(10), pytest.approx(20))


def test_solidariteit_is_of_the_year_that_was_asked():
    """2026: both are short, 22.5 and 17.5, and nobody has anything to give; 35% in 2029: West covers all of Oost's 25."""
    begin = solidariteit(VIER_JAAR, 2026)
    assert begin.stromen[["van", "naar"]].to_numpy().tolist() == [["Geen plek", "Oost"], ["Geen plek", "West"]]
    np.testing.assert_allclose(begin.stromen["aantal"], [22.5, 17.5])
    assert begin.tabel["tekort"].tolist() == [23, 17, 40]
    assert begin.tabel.index.tolist() == [0, 1, 2]
    genoeg = solidariteit(bereken(REGIO, Scenario(reservering=35, eind=2029)), 2029).stromen
    assert genoeg[["van", "naar"]].to_numpy().tolist() == [["West", "Oost"]]


def test_a_capaciteit_is_let_by_who_owns_the_homes():
    """Oost has 30 places and three corporaties with 100, 50 and none: 20 and 10; West, without bezit, says nothing."""
    oost, west = REGIO.gemeenten
    regio = proefregio(oost.model_copy(update={"bezit": {"A": 100, "B": 50, "C": None}}), west, mutatiegraad=5.71)
    uitkomst = bereken(regio)
    assert {naam: jaren[-1] for naam, jaren in per_corporatie(uitkomst, oost.code).items()} == {"A": 20, "B": 10}
    assert per_corporatie(uitkomst, west.code) == {}
    onbekend = regio.gemeenten[0].model_copy(update={"mutaties_liberalisatiegrens": None})
    assert per_corporatie(bereken(proefregio(onbekend, west)), oost.code) == {}


DRAAI = Scenario(pad="direct", start=2026, eind=2026)
"""Its end year is the first, so no new home is there from before: an opgave of 60 and 40 against 30% of 100 and 200, so 10 are left with verevening and 30 without."""


def test_what_each_lever_needs_by_hand():
    """Ten places: a third of 300 homes, or 100/3 lettings more, or 10 outside.

    In the mix each goes f of that way: (0.3 + f/30) (300 + 200 f/3) + 10 f = 100, so 20 f² + 360 f - 90 = 0.
    """
    antwoorden = nodig(bereken(REGIO, DRAAI), Weergave())
    alleen = {
        "reservering": 100 / 3,
        "mutatiegraad": 5.71 * 10 / 9,
        "nieuwbouw": 100 / 3,
        "doorstroming": 100 / 3,
        "alternatief": 10,
    }
    for naam, waarde in alleen.items():
        assert antwoorden[naam].waarden == {naam: pytest.approx(waarde)}, naam
        assert antwoorden[naam].hefboom == naam
    f = (-360 + (360**2 + 4 * 20 * 90) ** 0.5) / 40
    van = {"reservering": (30, 10 / 3), "nieuwbouw": (0, 100 / 3), "doorstroming": (0, 100 / 3), "alternatief": (0, 10)}
    assert antwoorden["mix"].waarden == {naam: pytest.approx(nu + f * weg) for naam, (nu, weg) in van.items()}
    assert {antwoord.haalbaarheid for antwoord in antwoorden.values()} == {"binnen bereik"}
    bijna = nodig(bereken(REGIO, DRAAI.met(opgave=91)), Weergave())["mix"]
    assert set(bijna.waarden) == set(van), "one place short: every lever still does its part"


def test_an_answer_is_rounded_up_to_the_step_of_its_control():
    """33.33% becomes 33.4%, 33.3 homes become 34 and 10 places stay 10; what is beyond the control is not put in."""
    uitkomst = bereken(REGIO, DRAAI)
    antwoorden = nodig(uitkomst, Weergave())
    assert toegepast(uitkomst, antwoorden["reservering"]) == DRAAI.met(reservering=33.4)
    assert toegepast(uitkomst, antwoorden["nieuwbouw"]) == DRAAI.met(nieuwbouw=34)
    assert toegepast(uitkomst, antwoorden["alternatief"]) == DRAAI.met(alternatief=10)
    ver = bereken(REGIO, DRAAI.met(opgave=200))
    assert nodig(ver, Weergave())["reservering"].haalbaarheid == "buiten bereik"
    assert toegepast(ver, nodig(ver, Weergave())["reservering"]) is None


@pytest.mark.parametrize(("hoe", "nu"), [("met", 10), ("zonder", 30), ("scenario", 25)])
def test_a_goal_is_judged_under_its_own_reading(hoe, nu):
    """With verevening, without, and as in the scenario, where a quarter of the 20 may move."""
    uitkomst = bereken(REGIO, DRAAI.met(verevening=25))
    assert stand(uitkomst, Weergave(lezing=hoe)) == pytest.approx(nu)
    assert nodig(uitkomst, Weergave(lezing=hoe, hoogstens=nu))["mix"].haalbaarheid == "gehaald"
    assert nodig(uitkomst, Weergave(lezing=hoe, hoogstens=nu - 1))["mix"].haalbaarheid == "binnen bereik"


def test_a_goal_that_no_reservering_reaches():
    """301 on 300 homes, even at 100%; other levers do reach it."""
    antwoorden = nodig(bereken(REGIO, DRAAI.met(opgave=301)), Weergave())
    assert (antwoorden["reservering"].haalbaarheid, antwoorden["reservering"].waarden) == ("bestaat niet", {})
    assert antwoorden["alternatief"].waarden == {"alternatief": pytest.approx(211)}
    assert "reservering" not in antwoorden["mix"].waarden


@pytest.mark.parametrize(
    ("z", "niveau", "waar"),
    [
        ([9, 6, 3, 0], 4, 1 + 2 / 3),
        ([9, 6, 2, 1], 4, 1.5),
        ([9, 6, 2, 0], 0, 2.5),
        ([2, 0, 0, 0], 0, 1),
        ([9, 6, 3, 2], 1, None),
        ([3, 2, 1, 0], 5, None),
    ],
)
def test_a_line_passes_a_level_where_the_series_does(z, niveau, waar):
    """Straight between two points; to 0, where the series stays flat, with the slope before it: from 2 down 4 a step."""
    hier = _doorgang(np.arange(4.0), np.array(z, dtype=float), niveau)
    assert hier == (None if waar is None else pytest.approx(waar))


def test_the_field_has_the_whole_of_both_controls():
    """0 to 60% in forty steps of 1.5 by 3.71 to 8.71% in steps of 0.2; 36% of 300 x 6.11 / 5.71 homes leaves nobody, 25.5% of it some."""
    veld = vlak(bereken(REGIO, DRAAI), Weergave()).veld.set_index(["reservering", "mutatiegraad"])["niet_geplaatst"]
    veld.index = veld.index.set_levels(veld.index.levels[1].round(6), level=1)
    assert len(veld) == 41 * 26
    assert veld[36.0, 6.11] == pytest.approx(0, abs=1e-9)
    assert veld[25.5, 6.11] == pytest.approx(100 - 0.255 * 300 * 6.11 / 5.71)


@pytest.mark.parametrize(
    ("keuzes", "jaren", "gemist"),
    [({}, 1, 20), ({"start": 2027}, 1, 20), ({"start": 2029}, 3, 60), ({"eind": 2026}, 1, float("nan"))],
)
def test_a_year_of_delay_costs_what_is_missed_more(keuzes, jaren, gemist):
    """Places grow from 50 to 90: over the ten years 5.5 x 40 come on top when the path starts in 2026, half of 40 less for each year later."""
    later, kost = uitstel(bereken(proefregio(), Scenario(mutatiegraad=5, **keuzes)))
    assert later == jaren
    np.testing.assert_allclose(kost, gemist)


def test_until_when_the_opgave_follows_2024():
    """To the last year before the end of the path; never where there is no path, or where those who wait are counted by share."""
    zegt = "Tot en met {} volgt de opgave nog geheel of deels de verdeling van 2024, niet het eigen aandeel."
    for keuzes, jaar in (({}, 2034), ({"eind": 2030}, 2029), ({"pad": "direct"}, None), ({"achterstand": "ja"}, None)):
        zin = op_weg_samen(bereken(proefregio(), Scenario(mutatiegraad=5, **keuzes)))
        assert zin == ("" if jaar is None else zegt.format(jaar))


def test_the_field_ends_where_the_controls_end():
    """0 to 60% where no bounds are agreed, and two below to three above the region's own mutatiegraad."""
    assert vlak_grenzen(proefregio()) == ((0, 60), (3, 8))

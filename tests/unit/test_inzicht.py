"""What must hold for every region and scenario in the views that explain, search and compare."""

import numpy as np
import pytest
from hypothesis import given, settings

from fairshare.gegevens import Cijfer, Gemeente, Regio, Register
from fairshare.grafieken import stromen_rijen
from fairshare.model import bereken, even_veel, nodig, regulier, solidariteit, stand, toegepast, waterval
from fairshare.model.nodig import lezing
from fairshare.model.onzekerheid import trek_mutaties
from fairshare.model.solidariteit import GEEN_PLEK
from fairshare.weergave import Weergave
from tests.unit.proefregio import proefregio
from tests.unit.test_eigenschappen import regios, scenarios


@settings(max_examples=60)
@given(regios(), scenarios())
def test_nobody_disappears_between_gross_and_net(regio, scenario):
    """The flows to a gemeente add up to its tekort, those from it to what it delivers; net is gross less verevend."""
    uitkomst = bereken(regio, scenario)
    for jaar in (uitkomst.jaren[0], uitkomst.jaren[-1]):
        beeld = solidariteit(uitkomst, jaar)
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


@settings(max_examples=40)
@given(regios(), scenarios())
def test_a_drawing_of_flows_is_as_thick_as_its_figures(regio, scenario):
    """Every band has the thickness of its flow, on one scale, and stays within the drawing."""
    beeld = solidariteit(bereken(regio, scenario), scenario.eind)
    if beeld.stromen.empty:
        return
    rijen = stromen_rijen(beeld)
    band = rijen[rijen["soort"] == "band"].groupby("stroom").first()
    dikte = (band["onder"] - band["boven"]).sort_index()
    volgorde = beeld.stromen.sort_values("van", key=lambda van: van == GEEN_PLEK, kind="stable")["aantal"]
    np.testing.assert_allclose(dikte / dikte.sum(), volgorde / volgorde.sum(), atol=1e-9)
    assert rijen["boven"].min() >= -1e-9
    assert rijen["onder"].max() <= 1 + 1e-9


@settings(max_examples=40, deadline=None)
@given(regios(), scenarios())
def test_an_answer_reaches_the_goal_and_less_does_not(regio, scenario):
    """For each lever and the mix: at the answer it is reached, a little below it is not; 'niet haalbaar' never is."""
    uitkomst = bereken(regio, scenario)
    weergave = Weergave(hoogstens=20, jaar=scenario.start)
    j = 0
    for antwoord in nodig(uitkomst, weergave).values():
        if antwoord.haalbaarheid == "niet haalbaar":
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


@settings(max_examples=40, deadline=None)
@given(regios(), scenarios())
def test_an_answer_put_in_the_scenario_reaches_the_goal(regio, scenario):
    """Rounded up to the next step of its control, and never offered where the control does not reach."""
    scenario = scenario.met(verevening=100)
    uitkomst = bereken(regio, scenario)
    for antwoord in nodig(uitkomst, Weergave()).values():
        nieuw = toegepast(uitkomst, antwoord)
        assert (nieuw is None) == (antwoord.haalbaarheid != "binnen de knop")
        if nieuw is not None:
            assert stand(bereken(regio, nieuw), Weergave()) <= 1e-6


@settings(max_examples=60)
@given(regios(), scenarios())
def test_the_waterval_ends_at_the_scenario(regio, scenario):
    """Each step begins where the one before ended, and the last one ends at niet geplaatst."""
    uitkomst = bereken(regio, scenario)
    val = waterval(uitkomst)
    np.testing.assert_allclose(val.stappen["van"].iloc[1:], val.stappen["tot"].iloc[:-1])
    np.testing.assert_allclose(val.stappen["van"].iloc[0], val.begin)
    np.testing.assert_allclose([val.stappen["tot"].iloc[-1], val.eind], uitkomst.regio.niet_geplaatst[-1, 0], atol=1e-9)


@settings(max_examples=60)
@given(regios(), scenarios())
def test_more_effort_never_leaves_more_people_without_a_home(regio, scenario):
    """Each lever helps or does nothing."""
    opbrengst = even_veel(bereken(regio, scenario), 100)
    assert (opbrengst[["minder", "gemist", "plekken"]] >= -1e-6).all().all()


@settings(max_examples=60)
@given(regios(), scenarios())
def test_what_is_left_and_what_urgenten_take_is_all_there_is(regio, scenario):
    """Regulier plus the urgenten in social rent is what becomes free; verdringing counts only the gemeenten that lose."""
    uitkomst = bereken(regio, scenario)
    beeld = regulier(uitkomst, scenario.eind)
    in_huur = np.maximum(0, uitkomst.gemeenten.plaatsingen - uitkomst.gemeenten.buiten)[:, -1, 0]
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
    assert {antwoord.haalbaarheid for antwoord in nodig(uitkomst, Weergave()).values()} == {"onbekend"}
    assert solidariteit(uitkomst, 2035).stromen.empty
    assert np.isnan(waterval(uitkomst).eind)
    assert np.isnan(regulier(uitkomst, 2035).regulier)

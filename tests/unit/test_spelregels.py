"""The rules side by side, what bounds and trades move, and who settles with whom: cases by hand, and what holds of any."""

import random

import numpy as np
import pytest

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, maak_monitoring
from fairshare.model import (
    Uitkomst,
    bereken,
    betalingen,
    gerealiseerde_stand,
    grenzen_tabel,
    heel,
    in_het_jaar,
    regels_tabel,
    spelregels,
    verwachte_stand,
)
from fairshare.model.solidariteit import van_naar
from fairshare.model.verplaatsing import grens_zonder_verevening, te_verevenen, verplaatsingen
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio
from tests.unit.trekken import een_regio, een_scenario

REGIO = lees_regio("stedendriehoek")
DRIE = proefregio(
    gemeente("Aa", opgave=60, mutaties=80),
    gemeente("Bee", opgave=30, mutaties=200),
    gemeente("Cee", opgave=10, mutaties=200),
)


def gevallen() -> list[Uitkomst]:
    """Some dozens of outcomes: random regions with random scenarios."""
    bron, uit = random.Random(3), []
    while len(uit) < 25:
        regio = een_regio(bron.randint)
        try:
            uit.append(bereken(regio, een_scenario(bron.randint, regio)))
        except ScenarioFout:
            continue
    return [*uit, bereken(REGIO), bereken(REGIO, Scenario(reservering=35, regel="nabij", ruil="GM0262-GM0150:10"))]


GEVALLEN = gevallen()


def test_a_bound_names_whose_it_is():
    """At half of 80 homes Aa gives 20 of its 60 away: 15 to Bee and 5 to Cee, three to one as their shares are."""
    tabel, _ = grenzen_tabel(bereken(DRIE, Scenario(regio="proef", bovengrens=50)), 2035)
    assert tabel["met"].tolist() == [40, 45, 15, 100]
    assert tabel["waardoor"].tolist() == [
        "−20 door haar eigen bovengrens",
        "+15 door de bovengrens van Aa",
        "+5 door de bovengrens van Aa",
        "",
    ]


def test_a_least_share_names_whose_it_is():
    """By mutaties Aa would get 20 of 100; half of its share by inwoners is 30, so that the others give 5 each."""
    regio = proefregio(
        gemeente("Aa", opgave=60, mutaties=100),
        gemeente("Bee", opgave=30, mutaties=200),
        gemeente("Cee", opgave=10, mutaties=200),
    )
    tabel, _ = grenzen_tabel(bereken(regio, Scenario(regio="proef", sleutel="mutaties", ondergrens=50)), 2035)
    assert tabel["met"].tolist() == [30, 35, 35, 100]
    assert tabel["waardoor"].tolist() == [
        "+10 door haar eigen ondergrens",
        "−5 door de ondergrens van Aa",
        "−5 door de ondergrens van Aa",
        "",
    ]


def test_who_gets_more_up_to_the_own_bound_gets_it_by_the_bound_of_another():
    """At 37% Apeldoorn and Brummen are filled up to their own bovengrens; what they get is what Lochem and others do not do."""
    tabel = grenzen_tabel(bereken(REGIO, Scenario(reservering=37, bovengrens=37)), 2035)[0].set_index("naam")
    assert (tabel.loc[["Apeldoorn", "Brummen", "Deventer"], "schuift"] > 0).all()
    assert tabel.loc["Apeldoorn", "waardoor"].startswith("+6 door de bovengrens van Lochem")
    for naam, rij in tabel.iloc[:-1].iterrows():
        assert ("door haar eigen bovengrens" in rij["waardoor"]) == (rij["schuift"] < 0), naam


def test_what_is_verevend_is_the_figure_of_solidariteit():
    """10 of the agreement, as its cards say: 225 and 215."""
    for uitkomst in (bereken(REGIO), bereken(REGIO, Scenario(reservering=35))):
        for rij in regels_tabel(uitkomst, spelregels(uitkomst, 2035), 2035):
            assert rij["achteraf"] == heel(rij["regel"].uitkomst, "geleverd")[-1, -1]


def test_nobody_is_said_to_get_more_than_he_receives():
    """Also where part of what moves goes to gemeenten whose mutaties are unknown."""
    uitkomst = bereken(REGIO, Scenario(segment="aftoppingsgrens", alternatief=800))
    krijgt, ontvangen = van_naar(uitkomst, 2035).sum(axis=0), uitkomst.per_gemeente("ontvangen", 2035)
    bekend = np.isfinite(ontvangen)
    assert 0 < ontvangen[bekend].sum() < uitkomst.regionaal("geleverd", 2035) - 1
    np.testing.assert_allclose(krijgt[bekend], ontvangen[bekend], atol=1e-9)


def test_what_moves_is_what_the_model_moves():
    """Verevening as the model counts it, and what bounds take from some they give to others."""
    for uitkomst in GEVALLEN:
        for jaar in (uitkomst.jaren[0], uitkomst.jaren[-1]):
            weg = verplaatsingen(uitkomst, jaar)
            assert weg.achteraf == pytest.approx(np.nan_to_num(uitkomst.regionaal("geleverd", jaar)), abs=1e-6)
            netto = weg.grenzen.sum(axis=0) - weg.grenzen.sum(axis=1)
            np.testing.assert_allclose(netto, np.nan_to_num(uitkomst.per_gemeente("verplaatst", jaar)), atol=1e-6)
            assert not np.diag(weg.grenzen + weg.ruil + weg.verevening).any()


def test_the_nearest_first_makes_the_fewest_kilometres_of_the_three():
    """In the shipped region, at every reservering at which something moves."""
    for reservering in (30, 33, 35):
        uitkomst = bereken(REGIO, Scenario(reservering=reservering))
        evenredig, nabij, gelijk = (
            rij["kilometers"] for rij in regels_tabel(uitkomst, spelregels(uitkomst, 2035), 2035)[:3]
        )
        assert 0 < nabij < min(evenredig, gelijk)


def test_every_rule_divides_the_same_and_one_is_that_of_the_scenario():
    """The opgave is the same by each; the rule of the scenario stands among the three of verevening."""
    for uitkomst in GEVALLEN[-10:]:
        regels = spelregels(uitkomst, uitkomst.eindjaar)
        assert [regel.gekozen for regel in regels].count(True) == 1
        assert all(bool(regel.bezwaar) == (regel.uitkomst is None) for regel in regels)
        geweigerd = [regel for regel in regels if regel.bezwaar]
        assert all(
            regel.bezwaar.startswith(f"{regel.naam} kan niet: ") and "=" not in regel.bezwaar for regel in geweigerd
        )
        rijen = regels_tabel(uitkomst, regels, uitkomst.eindjaar)
        np.testing.assert_array_equal([rij["opgave"] for rij in rijen], rijen[0]["opgave"])


def test_a_percent_more_than_the_bound_found_leaves_something_to_verevenen():
    """It is the highest: 45% leaves nothing, 46% does."""
    for reservering in (30, 35):
        zonder = bereken(REGIO, Scenario(reservering=reservering))
        grens = grens_zonder_verevening(zonder, 2035)
        assert grens is not None
        rest = [te_verevenen(bereken(REGIO, zonder.scenario.met(bovengrens=grens + n)), 2035) for n in (0, 1)]
        assert rest[0] == pytest.approx(0, abs=1e-6)
        assert rest[1] > 0.1


def test_payments_settle_everyone():
    """What each pays and receives is its vereffening; a tarief of 100 makes a hundred euro of a home."""
    for uitkomst in GEVALLEN:
        tabel, jaar = betalingen(uitkomst, uitkomst.eindjaar, 100), uitkomst.eindjaar
        saldo = dict.fromkeys(uitkomst.bron.namen, 0.0)
        for van, naar, aantal, bedrag in tabel.itertuples(index=False):
            assert aantal > 0
            assert bedrag == 100 * aantal
            saldo[van] -= aantal
            saldo[naar] += aantal
        heel = in_het_jaar(uitkomst, ["vereffening"], jaar)["vereffening"][:-1]
        if np.isfinite(heel).all():
            assert list(saldo.values()) == heel
            assert len(tabel) < len(heel)
        else:
            assert tabel.empty


def test_the_line_is_by_what_was_fulfilled_least():
    """From 1 on, each once; who has fulfilled less never comes after who has fulfilled more."""
    for uitkomst in GEVALLEN:
        tabel = verwachte_stand(uitkomst, uitkomst.jaren[-1]).tabel[:-1].dropna(subset=["beurt"]).sort_values("beurt")
        assert tabel["beurt"].tolist() == list(range(1, len(tabel) + 1))
        assert tabel["vervulling"].is_monotonic_increasing


def test_a_trade_stands_in_the_stand_since_its_start():
    """Ten a year from 2028 on are thirty at the end of 2030, and none before."""
    uitkomst = bereken(REGIO, Scenario(ruil="GM0262-GM0150:10", start=2028))
    for jaar, verwacht in ((2027, [0, 0]), (2030, [-30, 30])):
        ruil = verwachte_stand(uitkomst, jaar).tabel.set_index("naam")["ruil"]
        assert ruil[["Lochem", "Deventer"]].tolist() == verwacht


def test_what_was_counted_is_the_stand_over_the_half_years_that_all_know():
    """Two gemeenten of 60 and 40 in the opgave place 20 and 30 in a half-year: of those 50 the first should have placed 30."""
    regio = proefregio()
    uitkomst = bereken(regio, Scenario(regio="proef"))
    oost, west = regio.codes
    geteld = [(oost, "2026-1", 20), (west, "2026-1", 30), (oost, "2026-2", 50)]
    stand = gerealiseerde_stand(uitkomst, maak_monitoring(regio, geteld))
    assert stand is not None
    assert stand.gerealiseerd
    assert stand.tot == "het 1e halfjaar 2026"
    assert stand.tabel["stand"].tolist() == [-10, 10, 0]
    assert stand.tabel["vervulling"].round(1).tolist() == [66.7, 150.0, 100.0]
    assert stand.tabel["beurt"].tolist()[:2] == [1, 2]
    assert gerealiseerde_stand(uitkomst, maak_monitoring(regio, geteld[1:])) is None


def test_of_an_unknown_opgave_no_rule_is_said_to_touch_nobody():
    """Who has less or more, what moves and how far is unknown then, and not niemand or 0."""
    uitkomst = bereken(lees_regio("gmr"))
    rijen = regels_tabel(uitkomst, spelregels(uitkomst, 2035), 2035)
    assert {wie for rij in rijen for wie in (rij["minder"], rij["meer"])} == {"onbekend"}
    assert all(rij[naam] != rij[naam] for rij in rijen for naam in ("vooraf", "achteraf", "kilometers", "gemiddeld"))

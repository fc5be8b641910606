"""What more plaatsingen cost regulier woningzoekenden, and the cheapest mix: against every combination."""

import numpy as np
import pytest

from fairshare.gegevens import lees_regio
from fairshare.model import als_scenario, bereken, front, goedkoopste_mix
from fairshare.model.weg import goedkoopst, raster
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave

REGIO = lees_regio("stedendriehoek")


@pytest.mark.parametrize(
    "scenario", [Scenario(), Scenario(nieuwbouw=50, verevening=50, achterstand="ja", bovengrens=60)]
)
def test_no_scenario_of_the_thousand_has_less_of_both_than_a_point(scenario):
    """At each level of effort; and each that is no point has one that is no worse in either."""
    uitkomst = bereken(REGIO, scenario)
    punten = front(uitkomst, Weergave())
    waarden = raster(REGIO, scenario, 100)
    cijfers = bereken(REGIO, scenario, **waarden).regio
    over, verlies = (reeks[uitkomst.eind] for reeks in (cijfers.niet_geplaatst, cijfers.verdringing))
    erbij = waarden["nieuwbouw"] - scenario.nieuwbouw + waarden["doorstroming"] + waarden["alternatief"]
    assert len(over) == 1000 and sorted(set(punten["erbij"])) == [0, 100, 200, 300]
    for laag, lijn in punten.groupby("erbij"):
        mag = (erbij <= laag) & np.isfinite(over)
        minder_over = lijn["niet_geplaatst"].to_numpy()[:, None] - over[mag]
        minder_verlies = lijn["verdringing"].to_numpy()[:, None] - verlies[mag]
        beter = (minder_over > 1e-5) & (minder_verlies > 1e-5)
        assert not beter.any()
        assert ((minder_over <= 1e-5) & (minder_verlies <= 1e-5)).any(axis=0).all()


def test_a_point_opens_as_the_scenario_that_it_is():
    """Its figures are those of that scenario by itself, which a link can hold."""
    punten = front(bereken(REGIO), Weergave())[::7]
    for (_, punt), scenario in zip(punten.iterrows(), als_scenario(Scenario(), punten), strict=True):
        zelf = bereken(REGIO, scenario)
        assert zelf.regionaal("niet_geplaatst") == pytest.approx(punt["niet_geplaatst"], abs=1e-5)
        assert zelf.regionaal("verdringing") == pytest.approx(punt["verdringing"], abs=1e-5)


@pytest.mark.parametrize("zaad", range(12))
def test_the_cheapest_of_a_linear_programme_is_filled_from_the_cheapest_on(zaad):
    """With one condition: first what costs least for each that counts, the last one for the rest; a price may be 0."""
    loting = np.random.default_rng(zaad)
    werkt, ruimte = loting.uniform(0.1, 1, 4).round(2), loting.integers(0, 60, 4).astype(float)
    prijzen, nodig = loting.integers(0, 4, 4).astype(float), 40.0
    x = goedkoopst(lambda punten: punten @ werkt - nodig + 1e-9, prijzen, ruimte)
    rest, kosten = nodig, 0.0
    for k in np.argsort(prijzen / werkt):
        hier = min(ruimte[k], rest / werkt[k])
        rest, kosten = rest - hier * werkt[k], kosten + hier * prijzen[k]
    if rest > 1e-6:
        assert x is None
    else:
        assert float(x @ prijzen) == pytest.approx(kosten, abs=1e-4) and (x <= ruimte + 1e-9).all()


@pytest.mark.parametrize("prijzen", [(100, 300, 80, 90), (100, 40, 0, 300), (50, 10, 30, 300)])
def test_no_combination_that_reaches_the_goal_is_cheaper_than_the_mix(prijzen):
    """Of the thousand, but for what a point between corners may save: two percent."""
    namen = ("reservering", "nieuwbouw", "doorstroming", "alternatief")
    weergave = Weergave(hoogstens=50, **{f"prijs_{naam}": prijs for naam, prijs in zip(namen, prijzen, strict=True)})
    uitkomst = bereken(REGIO)
    mix = goedkoopste_mix(uitkomst, weergave)
    assert bereken(REGIO, mix.scenario).regionaal("niet_geplaatst") == pytest.approx(mix.niet_geplaatst)
    assert mix.niet_geplaatst <= 50 and mix.samen == sum(mix.kosten.values())
    waarden = raster(REGIO, Scenario(), 100)
    over = bereken(REGIO, Scenario(), **waarden).regio.niet_geplaatst[-1]
    erbij = [np.maximum(0, waarden["reservering"] - 30) * 31.85, *(waarden[naam] for naam in namen[1:])]
    kosten = sum(prijs * reeks for prijs, reeks in zip(prijzen, erbij, strict=True))
    mag = (over <= 50) & (waarden["reservering"] >= 30)
    assert mix.samen <= 1.02 * kosten[mag].min() + prijzen[0] * 3.185


def test_a_goal_that_is_reached_costs_nothing_one_out_of_reach_says_what_is_left():
    """Without a price a lever does nothing; what is unknown stays so."""
    ruim = goedkoopste_mix(bereken(REGIO, Scenario(reservering=37)), Weergave(prijs_nieuwbouw=5))
    assert (ruim.samen, ruim.scenario.nieuwbouw) == (0, 0)
    krap = goedkoopste_mix(bereken(REGIO), Weergave(prijs_alternatief=5))
    assert krap.scenario is None and krap.niet_geplaatst == pytest.approx(114.5)
    onbekend = goedkoopste_mix(bereken(lees_regio("gmr")), Weergave(prijs_alternatief=5))
    assert onbekend.scenario is None and np.isnan(onbekend.niet_geplaatst)

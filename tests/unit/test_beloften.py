"""In which share of the futures a promise holds, and the smallest change of a lever that makes it likely: known answers."""

import math

import numpy as np
import pytest
from hypothesis import given, settings

from fairshare import toetsing
from fairshare.gegevens import lees_eigen, lees_regio
from fairshare.model import (
    WAARSCHIJNLIJK,
    ZOEKEN,
    beloften,
    bereken,
    kerncijfers,
    naar_waarschijnlijk,
    onzekerheid,
    trekkingen,
)
from fairshare.model.beloften import SPELING, _speling, gehaald_deel
from fairshare.model.onzekerheid import wat_varieert
from fairshare.opmaak import NIETS
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.trekken import regios, scenarios

REGIO = lees_regio("stedendriehoek")
ALLEEN_TOEVAL = Weergave(marge_opgave=0, marge_mutatiegraad=0)
NORMEN = {"gat_regio": 0.0, "gat_gemeenten": 0.0, "niet_onder_2024": 0.0, "dekking": 60.0, "regulier": 70.0, "tussenstand": 300.0, "wachtenden": 2000.0}  # fmt: skip


def test_every_question_of_the_toetsing_can_be_asked_of_a_future():
    assert list(SPELING) == list(toetsing.MATEN) == list(NORMEN)


def test_the_chance_of_nobody_left_is_that_of_its_question():
    """One figure on Overzicht, on Onzekerheid and below the Toetsing."""
    for reservering in (35, 36.8, 37):
        uitkomst = bereken(REGIO, Scenario(reservering=reservering))
        gat = beloften(uitkomst, Weergave(), (("gat_regio", 0.0),))["gat_regio"]
        assert onzekerheid(uitkomst, Weergave()).dicht == gat > 0


@settings(max_examples=25)
@given(regios(), scenarios())
def test_a_promise_holds_where_the_toetsing_says_yes(regio, scenario):
    """Of one outcome, without futures: what is computed for thousands at once says the same as the words."""
    uitkomst = bereken(regio, scenario)
    kern = kerncijfers(uitkomst)
    for naam, norm in NORMEN.items():
        gehaald, zin = toetsing.MATEN[naam](uitkomst, kern, norm)
        (speling,) = np.ravel(SPELING[naam](uitkomst, norm))
        assert (None if np.isnan(speling) else bool(speling >= -NIETS)) is gehaald, (naam, zin, speling)


def test_what_rests_on_a_gemeente_that_is_unknown_is_no_answer():
    """Rijswijk counts as 0 in every future: what the others keep is unknown, what they break is a no; so is what would be enough."""
    tabel = "Gemeente;Inwoners;Mutaties;Toewijzingen 2024\nDelft;100000;1000;300\nRijswijk;60000;n.b.;40\n"
    regio = lees_eigen(tabel.encode(), "x").regio
    normen = tuple((naam, NORMEN[naam]) for naam in ("gat_regio", "gat_gemeenten", "niet_onder_2024", "dekking"))

    def bij(reservering: float) -> dict[str, float]:
        scenario = Scenario(regio=regio.sleutel, opgave=400, reservering=reservering, pad="direct")
        deel = beloften(bereken(regio, scenario), Weergave(), normen)
        return {naam: deel[naam] for naam, _ in normen}

    ruim, krap = bij(37), bij(15)
    assert all(map(math.isnan, ruim.values()))
    assert math.isnan(krap["gat_regio"]) and krap["gat_gemeenten"] == krap["niet_onder_2024"] == 0
    scenario = Scenario(regio=regio.sleutel, opgave=400, reservering=15, pad="direct")
    genoeg = naar_waarschijnlijk(bereken(regio, scenario), Weergave(), ("gat_gemeenten", 0.0))
    assert math.isnan(genoeg["reservering"])


def test_by_chance_alone_a_promise_holds_as_often_as_a_normal_number_says():
    """Niet geplaatst is what is asked less 30% of what comes free, both Poisson: one deviation above its mean is 84%."""
    breed = math.sqrt(1170 + 0.3**2 * 3185)
    uitkomst = bereken(REGIO)
    for keer, deel in ((-1, 15.9), (0, 50.0), (1, 84.1)):
        aandelen = beloften(uitkomst, ALLEEN_TOEVAL, (("gat_regio", 214.5 + keer * breed),))
        assert aandelen["gat_regio"] == pytest.approx(deel, abs=1.5)


@pytest.mark.parametrize(
    ("norm", "scenario", "hefboom"),
    [
        (("gat_regio", 0.0), Scenario(reservering=36), "alternatief"),
        (("niet_onder_2024", 0.0), Scenario(), "reservering"),
        (("regulier", 70.0), Scenario(reservering=33), "reservering"),
    ],
)
def test_the_change_that_makes_a_promise_likely_is_the_smallest(norm, scenario, hefboom):
    """It is enough, and one step nearer to what it is now is not: up for places, down for what regulier keeps."""
    stap = {"alternatief": 1, "reservering": 0.1}[hefboom]
    nu, waarde = (
        getattr(scenario, hefboom),
        naar_waarschijnlijk(bereken(REGIO, scenario), Weergave(), norm)[hefboom],
    )
    ernaast = round(waarde - math.copysign(stap, waarde - nu), 1)

    def deel(hoeveel):
        anders = scenario.met(**{hefboom: hoeveel})
        return gehaald_deel(_speling(REGIO, anders, wat_varieert(Weergave()), (norm,), trekkingen(REGIO, ZOEKEN))[0])

    assert deel(waarde) >= WAARSCHIJNLIJK > deel(ernaast)


def test_what_is_likely_needs_no_change_what_is_unknown_stays_so():
    """And what no value of a control reaches is said to be out of reach."""
    regulier = naar_waarschijnlijk(bereken(REGIO), Weergave(), ("regulier", 70.0))
    assert regulier == {"reservering": 30, "mutatiegraad": 5.71, "nieuwbouw": 0, "doorstroming": 0, "alternatief": 0}
    assert naar_waarschijnlijk(bereken(REGIO), Weergave(), ("gat_regio", 0.0))["reservering"] is None
    gmr = bereken(lees_regio("gmr"))
    assert all(math.isnan(waarde) for waarde in naar_waarschijnlijk(gmr, Weergave(), ("gat_regio", 0.0)).values())
    assert math.isnan(beloften(gmr, Weergave(), (("gat_regio", 0.0),))["gat_regio"])

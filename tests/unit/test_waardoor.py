"""How much of a difference comes from which change: the parts add up, and each is the average over every order."""

from itertools import permutations

import numpy as np
import pytest

from fairshare.gegevens import lees_regio
from fairshare.model import bereken, waardoor
from fairshare.scenario import Scenario

REGIO = lees_regio("stedendriehoek")


def over(scenario):
    return bereken(REGIO, scenario).regionaal("niet_geplaatst")


def test_a_part_is_what_a_change_adds_on_average_over_every_order():
    """Three changes, of which one is a word: by hand over the six orders, each step a scenario of its own."""
    anders = {"reservering": 35.0, "statushouders": "exclusief", "verevening": 0}
    keren = {naam: [] for naam in anders}
    for volgorde in permutations(anders):
        nu = Scenario()
        for naam in volgorde:
            straks = nu.met(**{naam: anders[naam]})
            keren[naam].append(over(straks) - over(nu))
            nu = straks
    delen = {deel.namen[0]: deel.aantal for deel in waardoor(REGIO, Scenario(), Scenario(**anders))}
    assert delen == pytest.approx({naam: np.mean(stappen) for naam, stappen in keren.items()})


def test_the_parts_of_many_changes_add_up_to_the_difference():
    """Eleven changes: seven by themselves and the others together; the points go with their path."""
    naar = Scenario(
        **{
            "reservering": 35,
            "nieuwbouw": 100,
            "verevening": 0,
            "mutatiegraad": 6,
            "opgave": 1200,
            "sleutel": "voorraad",
        },
        **{"alternatief": 50, "pad": "eigen", "punten": (("2030", 20),), "doorstroming": 10, "groei": 1, "eind": 2034},
    )
    delen = waardoor(REGIO, Scenario(), naar)
    assert len(delen) == 8
    assert sum(deel.aantal for deel in delen) == pytest.approx(over(naar) - 214.5)
    assert {deel.soort for deel in delen} >= {"keuze", "gegeven"}
    assert any({"pad", "punten"} <= set(deel.namen) for deel in delen)


def test_what_cannot_be_computed_is_not_attributed():
    """Without an opgave there is no difference to divide; without a change no part; a bound alone is the whole."""
    gmr = lees_regio("gmr")
    assert waardoor(gmr, Scenario(regio="gmr"), Scenario(regio="gmr", reservering=35)) is None
    assert waardoor(REGIO, Scenario(), Scenario()) == ()
    (grens,) = waardoor(REGIO, Scenario(verevening=0), Scenario(verevening=0, bovengrens=45))
    assert grens.aantal == pytest.approx(214.5 - 225.2, abs=0.01)

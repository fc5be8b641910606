"""Links that were written before: those of version 1, those that lost their end, and those that a mail damaged."""

from urllib.parse import quote, urlencode

import pytest

from fairshare import link
from fairshare.__main__ import main
from fairshare.gegevens import Regio, lees_regios
from fairshare.model import bereken
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.proefregio import proefregio

REGIOS = lees_regios()


def lees(vraag: str, herstel: bool = False) -> link.Gelezen:
    return link.lees(vraag, REGIOS, herstel)


def cijfer(gelezen: link.Gelezen, naam: str, jaar: int = 2035) -> float:
    return bereken(REGIOS[gelezen.scenario.regio], gelezen.scenario).regionaal(naam, jaar)


@pytest.mark.parametrize(
    ("vraag", "naam", "toen", "nu"),
    [
        ("statushouders=exclusief", "niet_geplaatst", 0.0, 214.5),
        ("start=2030&nieuwbouw=100", "niet_geplaatst", 175.936, 169.083),
        ("groei=1&start=2030", "opgave", 1241.979, 1292.408),
        ("groei=1&start=2030", "niet_geplaatst", 286.479, 336.908),
        ("segment=aftoppingsgrens", "niet_geplaatst", 698.4, 698.4),
        ("reservering=35&pad=s-curve&verevening=50", "niet_geplaatst", 84.575, 84.575),
        ("mutatiegraad=6.99&nieuwbouw=50", "niet_geplaatst", 0.0, 0.0),
    ],
)
def test_a_link_of_version_1_is_read_by_the_rules_of_now_and_says_so(vraag, naam, toen, nu):
    """The values stay, the figure is that of model 2; beside the figure of version 1 stands the one of today."""
    gelezen = lees(f"v=1&{vraag}")
    assert (gelezen.fouten, gelezen.opmerkingen) == ((), (link.OUD_MODEL,))
    assert link.kaal(gelezen.scenario) == f"v=2&{'&'.join(sorted(vraag.split('&'), key=list(link.STANDAARD[2]).index if False else lambda deel: list(link.STANDAARD[2]).index(deel.split('=')[0])))}"
    assert cijfer(gelezen, naam) == pytest.approx(nu, abs=0.0005)
    assert isinstance(toen, float)

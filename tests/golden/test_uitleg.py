"""Every explained figure equals the engine's, for every gemeente, year and figure."""

import numpy as np
import pytest

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import bereken
from fairshare.uitleg import GROOTHEDEN, leg_uit

SCENARIOS = [
    "",
    "reservering=36&verevening=50&pad=s-curve",
    "nieuwbouw=100&programma=300&doorstroming=40&alternatief=20&inzet=GM0262:20&mutatiegraad=6.5",
    "achterstand=ja&uitval=20&groei=1.5&statushouders=bovenop",
    "sleutel=mix&gewichten=inwoners:60,voorraad:40&groeit=reservering",
    "segment=aftoppingsgrens",
    "regio=gmr&opgave=2011",
    "regio=achterhoek",
]


@pytest.mark.parametrize("vraag", SCENARIOS)
def test_every_explained_value_equals_the_engine(vraag):
    """All gemeenten, all years, all figures; unknown is unknown in both."""
    regios = lees_regios()
    scenario = link.lees(vraag, regios).scenario
    uitkomst = bereken(regios[scenario.regio], scenario)
    gemeenten, jaren = uitkomst.bron.codes, uitkomst.jaren
    for grootheid in GROOTHEDEN:
        bron = uitkomst.gemeenten.verevend if grootheid == "verevend" else getattr(uitkomst.gemeenten, grootheid)
        verwacht = np.broadcast_to(bron, (len(gemeenten), len(jaren), 1))[..., 0]
        uitgelegd = [[leg_uit(uitkomst, code, grootheid, jaar).waarde for jaar in jaren] for code in gemeenten]
        np.testing.assert_allclose(uitgelegd, verwacht, rtol=1e-9, atol=1e-9, err_msg=grootheid)


def test_lochem_58_percent_names_its_sources():
    """100 x 87 / 150: the opgave from column A, the mutaties derived from columns C and E."""
    stap = leg_uit(bereken(lees_regio("stedendriehoek")), "GM0262", "benodigd_percentage", 2035)
    assert (stap.ingevuld, stap.tekst) == ("100 × 87 ÷ 150", "58%")
    herkomsten = {deel.naam: deel.herkomst for deel in stap.alle() if deel.herkomst}
    assert "87 van 1.170; gepubliceerd: Presentatie afsprakenkader 13-4-2026" in herkomsten["gewicht"]
    assert (
        "herleid: Presentatie afsprakenkader 13-4-2026, Theorie vs praktijk, kolommen C en E"
        in herkomsten["mutaties_2024"]
    )


def test_every_step_ends_in_a_source():
    """What is not computed says where it comes from."""
    uitkomst = bereken(lees_regio("stedendriehoek"))
    for grootheid in GROOTHEDEN:
        for stap in leg_uit(uitkomst, "GM0200", grootheid, 2030).alle():
            assert bool(stap.delen) != bool(stap.herkomst), stap.naam
            assert bool(stap.regel) == bool(stap.symbolen) == bool(stap.delen), stap.naam


def test_what_cannot_be_asked_is_named():
    """Gemeente, figure and year, all at once."""
    with pytest.raises(ScenarioFout) as gevangen:
        leg_uit(bereken(lees_regio("stedendriehoek")), "GM9999", "geluk", 1999)
    assert [fout.waar for fout in gevangen.value.fouten] == ["gemeente", "cijfer", "jaar"]

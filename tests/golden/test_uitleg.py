"""Every explained figure equals the engine's, for every gemeente, year and figure."""

import numpy as np
import pytest

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import Uitkomst, bereken, omslag, regulier, solidariteit
from fairshare.lezingen.uitleg import GROOTHEDEN, REGIO, leg_uit, vraagbaar

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


def uitkomst_van(vraag: str) -> Uitkomst:
    regios = lees_regios()
    scenario = link.lees(vraag, regios).scenario
    return bereken(regios[scenario.regio], scenario)


def van_de_rekenkern(uitkomst: Uitkomst, grootheid: str) -> np.ndarray:
    """The engine's figure per gemeente and year."""
    afgeleid = {
        "ontvangen": lambda jaar: solidariteit(uitkomst, jaar).per_gemeente["ontvangen"],
        "saldo": lambda jaar: solidariteit(uitkomst, jaar).per_gemeente["saldo"],
        "regulier_2024": lambda jaar: regulier(uitkomst, jaar).per_gemeente["regulier_2024"],
        "verdringing": lambda jaar: regulier(uitkomst, jaar).per_gemeente["verdringing"],
    }
    if grootheid in afgeleid:
        return np.stack([afgeleid[grootheid](jaar) for jaar in uitkomst.jaren], axis=1)
    vorm = (len(uitkomst.bron.codes), len(uitkomst.jaren), 1)
    return np.broadcast_to(getattr(uitkomst.gemeenten, grootheid), vorm)[..., 0]


@pytest.mark.parametrize("vraag", SCENARIOS)
def test_every_explained_value_equals_the_engine(vraag):
    """All gemeenten, all years, all figures; unknown is unknown in both."""
    uitkomst = uitkomst_van(vraag)
    for grootheid in GROOTHEDEN:
        uitgelegd = [
            [leg_uit(uitkomst, code, grootheid, jaar).waarde for jaar in uitkomst.jaren] for code in uitkomst.bron.codes
        ]
        verwacht = van_de_rekenkern(uitkomst, grootheid)
        np.testing.assert_allclose(uitgelegd, verwacht, rtol=1e-9, atol=1e-9, err_msg=grootheid)


@pytest.mark.parametrize("vraag", SCENARIOS)
def test_every_explained_value_of_the_region_equals_the_engine(vraag):
    """All years and figures, the sum over the years, and the break-evens where they are computed in one step."""
    uitkomst = uitkomst_van(vraag)
    for grootheid in vraagbaar(uitkomst, REGIO):
        uitgelegd = [leg_uit(uitkomst, REGIO, grootheid, jaar).waarde for jaar in uitkomst.jaren]
        if grootheid.startswith("omslag_"):
            waarde = getattr(omslag(uitkomst), grootheid.removeprefix("omslag_"))
            verwacht = np.full(len(uitkomst.jaren), np.nan if waarde is None else waarde)
        elif grootheid == "buiten":
            verwacht = np.broadcast_to(uitkomst.gemeenten.buiten.sum(axis=0), (len(uitkomst.jaren), 1))[:, 0]
        else:
            verwacht = np.broadcast_to(getattr(uitkomst.regio, grootheid)[..., 0], len(uitkomst.jaren))
        np.testing.assert_allclose(uitgelegd, verwacht, rtol=1e-9, atol=1e-9, err_msg=grootheid)


def test_the_headline_says_what_rounding_does():
    """214.5 shows as 215, as the source prints it; the rounded tekorten of the gemeenten add up to another total."""
    uitkomst = bereken(lees_regio("stedendriehoek"))
    assert leg_uit(uitkomst, REGIO, "niet_geplaatst", 2035).afronding == (
        "Onafgerond 214,5; een scherm toont 215, de afronding scheelt +0,50."
    )
    tekort = leg_uit(uitkomst, REGIO, "tekort", 2035)
    assert tekort.tekst == "225,2"
    assert tekort.afronding.endswith("een totaal is de afronding van het onafgeronde totaal.") == (
        sum(round(deel.waarde) for deel in tekort.delen) != 225
    )


def test_a_backlog_is_explained_by_the_year_before():
    """What was not placed in 2029 is part of the vraag of 2030."""
    uitkomst = uitkomst_van("achterstand=ja&uitval=20")
    vraag = leg_uit(uitkomst, "GM0262", "vraag", 2030)
    achterstand = next(deel for deel in vraag.delen if deel.naam == "achterstand")
    np.testing.assert_allclose(achterstand.waarde, leg_uit(uitkomst, "GM0262", "niet_geplaatst", 2029).waarde)
    assert achterstand.herkomst == "niet geplaatst in 2029; vraag de uitleg van dat jaar"


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
        for wie in ("GM0200", REGIO):
            if grootheid not in vraagbaar(uitkomst, wie):
                continue
            for stap in leg_uit(uitkomst, wie, grootheid, 2030).alle():
                assert bool(stap.delen) != bool(stap.herkomst), stap.naam
                assert bool(stap.regel) == bool(stap.symbolen) == bool(stap.delen), stap.naam


def test_what_cannot_be_asked_is_named():
    """Gemeente, figure and year, all at once."""
    with pytest.raises(ScenarioFout) as gevangen:
        leg_uit(bereken(lees_regio("stedendriehoek")), "GM9999", "geluk", 1999)
    assert [fout.waar for fout in gevangen.value.fouten] == ["gemeente", "cijfer", "jaar"]

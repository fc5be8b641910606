"""The agreement as text: every parameter in one sentence, true for any scenario, and every deviation a sentence with its motivation."""

import pytest
from hypothesis import given, settings

from fairshare.artikelen import _ZINNEN, afwijkend, artikelen, zin
from fairshare.besluit import zinnen
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import bereken
from fairshare.model.knoppen import stand
from fairshare.parameters import Getal
from fairshare.scenario import Scenario, parameter
from tests.unit.test_parameters import ACHTERGRONDEN, andere_waarden
from tests.unit.trekken import scenarios

REGIO = lees_regio("stedendriehoek")
REGIOS = lees_regios()


@pytest.mark.parametrize("sleutel", ["stedendriehoek", "gmr", "achterhoek", "PV25"])
def test_every_parameter_stands_in_exactly_one_article(sleutel):
    """Also where a region has no agreement; each article says where it comes from."""
    regio = REGIOS[sleutel]
    gevonden = [naam for een in artikelen(regio) for naam in een.knoppen]
    assert sorted(gevonden) == sorted(Scenario.model_fields)
    zonder = set(Scenario.model_fields) - set(_ZINNEN)
    assert not zonder, f"geef {sorted(zonder)} een zin in fairshare/artikelen.py, _ZINNEN"
    assert all(een.bron for een in artikelen(regio))
    for een in regio.register.artikelen:
        assert set(een.vast) <= set(een.knoppen)
    assert bool(regio.register.artikelen) == bool(regio.register.afspraak)


@pytest.mark.parametrize("naam", [naam for naam in Scenario.model_fields if naam != "regio"])
def test_another_value_changes_its_own_sentence_and_no_other(naam):
    """In every way that it can be another: which sentence a number belongs to is never a question."""
    gezien = 0
    for achtergrond in ACHTERGRONDEN:
        for waarde in andere_waarden(naam, getattr(achtergrond, naam)):
            try:
                anders = achtergrond.met(**{naam: waarde})
            except ScenarioFout:
                continue
            voor, na = ({een: zin(REGIO, s, een).tekst for een in _ZINNEN} for s in (achtergrond, anders))
            assert {een for een in _ZINNEN if voor[een] != na[een]} == {naam}
            gezien += 1
    assert gezien


@settings(max_examples=25)
@given(scenarios())
def test_a_sentence_holds_its_value_and_every_deviation_is_one_sentence_of_the_besluittekst(scenario):
    """For any region and scenario: the number as the field shows it, in a sentence that ends; and why, where someone said so."""
    regio = REGIOS[scenario.regio]
    for naam in _ZINNEN:
        heel = zin(regio, scenario, naam)
        assert heel.tekst.endswith(".") and heel.waarde and "{" not in heel.tekst
        wat, waarde = parameter(naam), stand(regio, scenario, naam)
        if isinstance(wat, Getal) and waarde:
            assert heel.waarde == wat.toon(waarde)
    anders = afwijkend(regio, scenario)
    tekst = zinnen(bereken(regio, scenario), {naam: f"reden van {naam}" for naam in _ZINNEN})
    assert len(tekst) == 3 + max(1, len(anders))
    for naam, regel in zip(anders, tekst[3:], strict=False):
        assert zin(regio, scenario, naam).tekst[1:] in regel and regel.endswith(f"Motivering: reden van {naam}.")


@pytest.mark.parametrize(
    ("scenario", "tekst"),
    [
        (Scenario(), "Dat is het afsprakenkader; wat dat openlaat, is aangenomen."),
        (
            Scenario(reservering=33),
            "In afwijking van het afsprakenkader (30,0%): het doel is dat 33,0% van de woningen die vrijkomen en meetellen, voor urgente "
            "huishoudens is gereserveerd.",
        ),
        (
            Scenario(groeit="verdeling"),
            "Vanaf 2026 wordt 30,0% van de sociale huurwoningen die vrijkomen voor hen gereserveerd.",
        ),
        (Scenario(verevening=0), "Een overschot in de ene gemeente telt niet mee voor een tekort in een andere."),
        (
            Scenario(afwijking="GM0150:33,GM0262:40@2030"),
            "In aanvulling op het afsprakenkader: een eigen doel voor de reservering heeft: Deventer 33%; Lochem 40% in 2030.",
        ),
        (Scenario(groei=1), "Anders dan in het beginscenario is aangenomen: de opgave verandert elk jaar met 1,0%."),
    ],
)
def test_the_besluittekst_reads_as_a_griffier_writes(scenario, tekst):
    """What the agreement fixes, what it leaves open and what is assumed are told apart."""
    assert tekst in zinnen(bereken(REGIO, scenario), {})

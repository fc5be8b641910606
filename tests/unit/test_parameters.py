"""Every parameter does something: it stands in a link, it moves a figure, and who forgets a place is told which."""

import inspect
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio, lees_regio
from fairshare.lezingen.herkomst import _HERKOMST
from fairshare.model import bereken, vergelijkingen
from fairshare.model.graaf import VERGELIJKINGEN, wortel
from fairshare.model.invoer import INVOER, invoernaam, varieerbaar
from fairshare.model.tabellen import GEMEENTEN, REGIO
from fairshare.parameters import Getal, Keuze, Paren
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import PARAMETERS, Weergave

ZONDER_UITKOMST = {"regio"}
"""The parameter that chooses data instead of moving a figure of them."""

STEDENDRIEHOEK = lees_regio("stedendriehoek")
MET_GROEPEN = Regio(
    STEDENDRIEHOEK.sleutel,
    STEDENDRIEHOEK.register,
    tuple(rij.model_copy(update={"groep": {"dak": 5}}) for rij in STEDENDRIEHOEK.gemeenten),
)

ACHTERGRONDEN = (
    Scenario(),
    Scenario(reservering=25),  # a floor works where the goal lies below 2024
    Scenario(achterstand="ja"),
    Scenario(sloop=50),
    Scenario(pad="eigen", punten=(("2028", 10),)),
    Scenario(sleutel="mix", gewichten=(("inwoners", 1), ("mutaties", 1))),
    Scenario(reservering=35),  # a rule works where there is much to share
    Scenario(sleutel="mutaties"),
    Scenario(statushouders="bovenop"),
)
"""A parameter may need another to play a role."""


def test_every_parameter_has_a_default_in_a_link():
    """A field without what a link means where it is silent, or the other way round."""
    zonder = set(PARAMETERS) - set(link.STANDAARD[link.VERSIE])
    assert not zonder, f"zet {sorted(zonder)} met hun standaard in fairshare/link.py, STANDAARD[{link.VERSIE}]"
    te_veel = set(link.STANDAARD[link.VERSIE]) - set(PARAMETERS)
    assert not te_veel, (
        f"{sorted(te_veel)} staan in STANDAARD[{link.VERSIE}] en zijn geen veld van Scenario of Weergave"
    )
    standaard = dict(Scenario()) | dict(Weergave())
    anders = {
        naam: (link.STANDAARD[link.VERSIE][naam], PARAMETERS[naam].schrijf(waarde))
        for naam, waarde in standaard.items()
        if link.STANDAARD[link.VERSIE][naam] != PARAMETERS[naam].schrijf(waarde)
    }
    assert not anders, f"fairshare/link.py zegt iets anders dan het veld: {anders}"


def andere_waarden(naam: str, nu: Any) -> Iterator[Any]:
    """Values other than the present one: the ends of the range and one between, each option, the example."""
    wat = parameter(naam)
    if isinstance(wat, Keuze):
        yield from (optie for optie in wat.opties if optie != nu)
    elif isinstance(wat, Paren):
        yield wat.lees(wat.voorbeeld)
    elif isinstance(wat, Getal):
        midden = wat.laag + round((wat.hoog - wat.laag) / wat.stap / 3) * wat.stap
        for waarde in (wat.lees(f"{midden:.2f}".rstrip("0").rstrip(".")), 40, 5, 1, wat.hoog):
            if waarde != nu and wat.laag <= waarde <= wat.hoog:
                yield waarde


def cijfers(regio: Regio, scenario: Scenario) -> np.ndarray:
    uitkomst = bereken(regio, scenario)
    van_de_regio = [getattr(uitkomst.regio, naam)[:10, 0] for naam in (*REGIO, "gemist", "uitgevallen")]
    per_gemeente = [uitkomst.over_de_jaren(naam)[:, :10] for naam in (*GEMEENTEN, "wachtend", "gemist")]
    return np.nan_to_num(np.concatenate([np.ravel(reeks) for reeks in (*van_de_regio, *per_gemeente)]), nan=-1.0)


def beweegt(naam: str) -> bool:
    """Whether another value gives another figure somewhere."""
    for achtergrond in ACHTERGRONDEN:
        toen = cijfers(MET_GROEPEN, achtergrond)
        for waarde in andere_waarden(naam, getattr(achtergrond, naam)):
            try:
                nu = cijfers(MET_GROEPEN, achtergrond.met(**{naam: waarde}))
            except (ScenarioFout, ValueError):
                continue
            if not np.allclose(toen, nu, atol=1e-9):
                return True
    return False


@pytest.mark.parametrize("naam", [naam for naam in Scenario.model_fields if naam not in ZONDER_UITKOMST])
def test_every_parameter_of_a_scenario_moves_a_figure(naam):
    """Each with some other value, beside what it needs: who adds a field and no equation is told."""
    assert beweegt(naam), (
        f"{naam} verandert geen enkel cijfer: gebruik {invoernaam(naam)} als argument van een functie in "
        "fairshare/model/vergelijkingen.py of regels.py, of noem het hier bij ZONDER_UITKOMST"
    )


def test_only_the_choice_of_data_moves_no_figure():
    """The exception is what it says it is."""
    assert {"regio"} == ZONDER_UITKOMST
    assert set(Scenario.model_fields) >= ZONDER_UITKOMST


def test_what_someone_looks_at_is_no_part_of_a_scenario():
    """The model gets a scenario and no weergave, so no name may be both."""
    assert not set(Weergave.model_fields) & set(Scenario.model_fields)
    assert list(inspect.signature(bereken).parameters) == ["regio", "scenario", "variaties"]


def test_every_input_is_used_by_an_equation():
    """An input that nobody asks for says nothing; an argument that is nothing is refused by name."""
    gebruikt = {wortel(deel) for som in VERGELIJKINGEN.values() for deel in som.delen}
    over = set(INVOER) - gebruikt
    assert not over, f"geen enkele functie in fairshare/model/vergelijkingen.py heeft {sorted(over)} als argument"
    niets = gebruikt - set(INVOER) - set(VERGELIJKINGEN)
    assert not niets, (
        f"{sorted(niets)} is in fairshare/model/vergelijkingen.py een argument en geen parameter of cijfer: goed gespeld?"
    )


def test_every_input_says_where_it_comes_from():
    """A parameter is the choice of the scenario; any other input needs words for its source."""
    keuzes = {invoernaam(naam) for naam in Scenario.model_fields}
    zonder = set(INVOER) - keuzes - set(_HERKOMST)
    assert not zonder, f"zeg in fairshare/lezingen/herkomst.py, _HERKOMST, waar {sorted(zonder)} vandaan komen"


def test_every_function_of_the_equations_is_a_figure():
    """A public function in vergelijkingen.py that is not announced would be computed by nobody."""
    openbaar = {naam for naam, doe in vars(vergelijkingen).items() if inspect.isfunction(doe) and doe.__module__ == vergelijkingen.__name__ and naam[0] != "_"}  # fmt: skip
    assert openbaar <= set(VERGELIJKINGEN)


@pytest.mark.parametrize("naam", varieerbaar())
def test_every_number_can_vary_within_one_call(naam):
    """Two values at once give what each gives alone."""
    waarden = {"opgave": [1100, 1300], "taakstelling": [200, 400], "mutatiegraad": [5, 7], "groei": [-1, 2], "bovengrens": [50, 60]}  # fmt: skip
    achtergrond = Scenario(achterstand="ja", sloop=20)
    twee = waarden.get(naam, [10, 40])
    samen = bereken(STEDENDRIEHOEK, achtergrond, **{naam: twee})
    for n, waarde in enumerate(twee):
        los = bereken(STEDENDRIEHOEK, achtergrond, **{naam: waarde})
        breed = np.broadcast_to(samen.regio.niet_geplaatst, (10, 2))
        np.testing.assert_allclose(breed[:, n], los.regio.niet_geplaatst[:, 0])

"""How much of the difference between two scenarios comes from which change: the exact Shapley value, whose parts add up."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from math import factorial

import numpy as np
from numpy.typing import NDArray

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio
from fairshare.model.invoer import EIGEN_CIJFERS, gekozen, varieerbaar
from fairshare.model.rekenen import bereken
from fairshare.model.vergelijken import HOORT_BIJ, anders_dan
from fairshare.onthouden import onthoud
from fairshare.scenario import Scenario, parameter

MEESTE = 8
"""So many changes are weighed one by one, 256 scenarios; with more the last ones count as one."""

SOORTEN = {"beleidskeuze": "keuze", "aanname": "aanname"}


@dataclass(frozen=True)
class Aandeel:
    """What one change does: which parameters, what kind they are, and how much of niet geplaatst it adds [homes per year]."""

    namen: tuple[str, ...]
    soort: str
    aantal: float


@onthoud
def waardoor(regio: Regio, van: Scenario, naar: Scenario) -> tuple[Aandeel, ...] | None:
    """Divide the difference in niet geplaatst in the end year over the parameters that changed.

    Each change gets what it adds, averaged over every order in which the changes can be made.

    Returns
    -------
    tuple of Aandeel
        The largest first; together the difference. None where a scenario in between cannot be computed or is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("stedendriehoek")
    >>> delen = waardoor(regio, Scenario(), Scenario(reservering=35, nieuwbouw=100, verevening=0))
    >>> [(deel.namen[0], round(deel.aantal, 1)) for deel in delen]
    [('reservering', -133.9), ('verevening', 44.9), ('nieuwbouw', -39.0)]
    """
    groepen = _groepen(van, naar)
    try:
        waarden = _waarden(regio, van, naar, groepen)
    except ScenarioFout:
        return None
    if not np.isfinite(waarden).all():
        return None
    delen = (Aandeel(namen, _soort(namen), aantal) for namen, aantal in zip(groepen, shapley(waarden), strict=True))
    return tuple(sorted(delen, key=lambda deel: -abs(deel.aantal)))


def _groepen(van: Scenario, naar: Scenario) -> list[tuple[str, ...]]:
    """Put what changed in groups: a parameter with what only means something with it, and the last ones together."""
    anders = anders_dan(naar, van)
    erbij = [naam for naam in Scenario.model_fields if getattr(van, naam) != getattr(naar, naam) and naam not in anders]
    los = [(naam, *(ander for ander in erbij if HOORT_BIJ.get(ander) == naam)) for naam in anders]
    rest = tuple(naam for groep in los[MEESTE - 1 :] for naam in groep)
    return los if len(los) <= MEESTE else [*los[: MEESTE - 1], rest]


def _soort(namen: Sequence[str]) -> str:
    soorten = {"gegeven" if naam in EIGEN_CIJFERS else SOORTEN.get(parameter(naam).groep, "keuze") for naam in namen}
    return " en ".join(sorted(soorten))


def _waarden(regio: Regio, van: Scenario, naar: Scenario, groepen: list[tuple[str, ...]]) -> NDArray[np.float64]:
    """Compute niet geplaatst with every set of changes, a bit each; the numbers among them in one call."""
    reken = [
        len(groep) == 1 and groep[0] in varieerbaar() and groep[0] not in ("bovengrens", "ondergrens")
        for groep in groepen
    ]
    getal = [plek for plek, kan in enumerate(reken) if kan]
    keuze = [plek for plek, kan in enumerate(reken) if not kan]
    waarden = np.empty(2 ** len(groepen))
    bits = np.array(list(product((0, 1), repeat=len(getal))), dtype=int)
    variaties = {
        groepen[plek][0]: np.where(bits[:, nummer], *(gekozen(regio, s, groepen[plek][0]) for s in (naar, van)))
        for nummer, plek in enumerate(getal)
    }
    for aan in product((0, 1), repeat=len(keuze)):
        namen = [naam for plek, bit in zip(keuze, aan, strict=True) if bit for naam in groepen[plek]]
        scenario = van.met(**{naam: getattr(naar, naam) for naam in namen}) if namen else van
        uitkomst = bereken(regio, scenario, **variaties)
        waar = sum(bit << plek for plek, bit in zip(keuze, aan, strict=True)) + bits @ (1 << np.array(getal, dtype=int))
        waarden[waar] = uitkomst.regio.niet_geplaatst[uitkomst.eind]
    return waarden


def shapley(waarden: NDArray[np.float64]) -> list[float]:
    """Give what each player adds on average over all orders; a value for every set of players, a bit each.

    Examples
    --------
    Two that are worth nothing alone and 10 together share it.

    >>> shapley(np.array([0.0, 0.0, 0.0, 10.0]))
    [5.0, 5.0]
    """
    aantal = len(waarden).bit_length() - 1
    alle = np.arange(len(waarden))
    grootte = np.array([int(groep).bit_count() for groep in alle])
    gewicht = np.array(
        [factorial(n) * factorial(max(0, aantal - n - 1)) / factorial(aantal) for n in range(aantal + 1)]
    )
    delen = []
    for speler in range(aantal):
        zonder = alle[(alle >> speler) & 1 == 0]
        delen.append(float((gewicht[grootte[zonder]] * (waarden[zonder | 1 << speler] - waarden[zonder])).sum()))
    return delen

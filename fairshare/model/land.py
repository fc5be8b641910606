"""The agreement of a scenario asked of the whole country: what of it the national table can answer, and how."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite
from typing import Any

from fairshare.gegevens import Gebied, lees_landelijk_register, zelfde_afspraak
from fairshare.opmaak import afgerond
from fairshare.scenario import Scenario

SLEUTELS = ("inwoners", "huishoudens", "woningen", "voorraad")
"""The keys that the national table has; any other is asked by inwoners."""

Kolommen = Mapping[str, list[Any]]


@dataclass(frozen=True)
class Overal:
    """What an agreement asks of every gemeente and leaves in every area; homes per year, percentages 0-100, unknown is nan."""

    percentage: float
    sleutel: str
    graad: float
    eigen_graad: bool
    """Whether the mutatiegraad was chosen in the scenario; else it stands in for an unknown one."""
    gemeenten: Kolommen
    gebieden: Kolommen

    @property
    def te_veel(self) -> list[str]:
        """The gemeenten that are asked more than comes free there, as where nothing does."""
        rijen = zip(self.gemeenten["naam"], self.gemeenten["gevraagd"], self.gemeenten["mutaties"], strict=True)
        return [naam for naam, gevraagd, mutaties in rijen if gevraagd > mutaties]


@lru_cache(maxsize=32)
def overal(scenario: Scenario, gebied: Gebied) -> Overal:
    """Ask the percentage, key and mutatiegraad of a scenario of every area of the country.

    Parameters
    ----------
    scenario
        Its reservering, its key where the national table has that (else inwoners), and its mutatiegraad where one was chosen.
    gebied
        Over which areas the agreement is made.

    Examples
    --------
    >>> land = overal(Scenario(), "provincie")
    >>> land.graad, land.gebieden["gebied"][0], round(land.gebieden["gevraagd"][0])
    (5.52, 'Drenthe', 914)
    """
    eigen = scenario.mutatiegraad is not None
    graad = scenario.mutatiegraad if eigen else lees_landelijk_register().cijfers["mutatiegraad"].waarde
    sleutel = scenario.sleutel if scenario.sleutel in SLEUTELS else SLEUTELS[0]
    gemeenten, gebieden = zelfde_afspraak(scenario.reservering, float(graad or 0), sleutel, gebied)
    per_gebied = kolommen(gebieden)
    blijft = list(map(_wat_blijft, per_gebied["mutaties"], per_gebied["gevraagd"]))
    heel = {**per_gebied, "over": blijft}
    return Overal(scenario.reservering, sleutel, float(graad or 0), eigen, kolommen(gemeenten), heel)


def _wat_blijft(mutaties: float, gevraagd: float) -> float:
    """Give what is left of whole homes, so that a row of the table adds up."""
    return float(afgerond(mutaties) - afgerond(gevraagd)) if isfinite(mutaties - gevraagd) else float("nan")


def kolommen(rijen: list[dict[str, Any]]) -> Kolommen:
    """Turn the rows of a query into columns; unknown is nan, and no rows are no columns.

    Examples
    --------
    >>> kolommen([{"a": 1}, {"a": None}]), kolommen([])
    ({'a': [1, nan]}, {})
    """
    return {
        naam: [float("nan") if rij[naam] is None else rij[naam] for rij in rijen]
        for naam in (rijen[0] if rijen else ())
    }

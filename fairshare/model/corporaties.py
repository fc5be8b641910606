"""Whole homes for each corporatie of a gemeente, by what it owns."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from heapq import heapify, heapreplace
from math import isfinite

from fairshare.model.hele_woningen import heel
from fairshare.model.uitkomst import Uitkomst

REGEL = (
    "De woningen van een gemeente gaan naar bezit over haar corporaties (Sainte-Laguë): de volgende gaat steeds naar wie het grootste "
    "bezit heeft per 2n + 1 woningen die zij al heeft, geteld vanaf het eerste jaar; bij gelijke stand het grootste bezit, dan de naam."
)
"""The rule in words."""


def over_corporaties(per_jaar: Sequence[int], bezit: Mapping[str, float]) -> dict[str, list[int]]:
    """Divide whole homes by bezit, by the method of Sainte-Laguë on all of them since the first year.

    Parameters
    ----------
    per_jaar
        Homes to divide, year after year.
    bezit
        The homes that each owns.

    Returns
    -------
    dict
        For each the homes of every year. They add up to ``per_jaar``, and no earlier home is ever taken away.

    Raises
    ------
    ValueError
        When there is nothing to divide by.

    Notes
    -----
    Twenty lines of our own: libraries for apportionment start anew at each call, and several lose homes at a tie.

    Examples
    --------
    >>> over_corporaties([178, 1], {"A": 9200, "B": 5100, "C": 3500})
    {'A': [92, 1], 'B': [51, 0], 'C': [35, 0]}
    """
    delen = {naam: Fraction(aantal) for naam, aantal in bezit.items() if isfinite(aantal) and aantal > 0}
    if not delen:
        raise ValueError("er is niets om naar te verdelen")
    uit = {naam: [0] * len(per_jaar) for naam in bezit}
    rij = [(-deel, -deel, naam, 1) for naam, deel in delen.items()]
    heapify(rij)
    for jaar, aantal in enumerate(per_jaar):
        for _ in range(aantal):
            _, bezit_, naam, deler = rij[0]
            uit[naam][jaar] += 1
            heapreplace(rij, (bezit_ / (deler + 2), bezit_, naam, deler + 2))
    return uit


def per_corporatie(uitkomst: Uitkomst, code: str, wat: str = "capaciteit") -> dict[str, list[int]]:
    """Give the homes of each corporatie of a gemeente in every year, by bezit.

    Empty where the data has no bezit, or where the homes of the gemeente are unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model.rekenen import bereken
    >>> per_corporatie(bereken(lees_regio("stedendriehoek")), "GM0262")
    {}
    """
    plek = uitkomst.bron.codes.index(code)
    bezit = {naam: float(aantal) for naam, aantal in uitkomst.bron.gemeenten[plek].bezit.items() if aantal}
    per_jaar = heel(uitkomst, wat)[plek].tolist()
    return over_corporaties(list(map(int, per_jaar)), bezit) if bezit and all(map(isfinite, per_jaar)) else {}

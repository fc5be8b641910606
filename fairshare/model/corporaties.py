"""Whole homes for each corporatie of a gemeente, by what it owns."""

from collections.abc import Mapping
from math import floor, isfinite

from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import afgerond


def verdeel(aantal: int, gewichten: Mapping[str, float]) -> dict[str, int]:
    """Divide whole homes by weight: each its whole part, what is left to the largest remainders.

    Parameters
    ----------
    aantal
        Homes to divide.
    gewichten
        The weight of each, such as the homes that it owns; with equal remainders the first one goes first.

    Returns
    -------
    dict
        Whole numbers that add up to ``aantal``.

    Raises
    ------
    ValueError
        When there is nothing to divide by.

    Examples
    --------
    >>> verdeel(178, {"A": 9200, "B": 5100, "C": 3500})
    {'A': 92, 'B': 51, 'C': 35}
    >>> verdeel(10, {"A": 1, "B": 1, "C": 1})
    {'A': 4, 'B': 3, 'C': 3}
    """
    som = sum(gewichten.values())
    if not som > 0 or not isfinite(som):
        raise ValueError("er is niets om naar te verdelen")
    precies = {naam: aantal * gewicht / som for naam, gewicht in gewichten.items()}
    heel = {naam: floor(deel) for naam, deel in precies.items()}
    rest = sorted(precies, key=lambda naam: heel[naam] - precies[naam])[: aantal - sum(heel.values())]
    return {naam: deel + (naam in rest) for naam, deel in heel.items()}


def per_corporatie(uitkomst: Uitkomst, code: str) -> dict[str, int]:
    """Give the homes for urgenten that each corporatie of a gemeente lets in the end year: the capaciteit, by bezit.

    Empty where the data has no bezit, or where the capaciteit is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> per_corporatie(bereken(lees_regio("stedendriehoek")), "GM0262")
    {}
    """
    plek = uitkomst.bron.codes.index(code)
    bezit = {naam: float(aantal) for naam, aantal in uitkomst.bron.gemeenten[plek].bezit.items() if aantal}
    capaciteit = float(uitkomst.per_gemeente("capaciteit")[plek])
    return verdeel(int(afgerond(capaciteit)), bezit) if bezit and isfinite(capaciteit) else {}

"""Questions to the national table: each one query, with bound values."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Literal

from fairshare.gegevens.bestanden import lees_regelingen
from fairshare.gegevens.land import vraag_land

Gebied = Literal["provincie", "corop", "land"]

_NAAST = """
WITH ik AS (SELECT * FROM land WHERE code = ?),
groep AS (
    SELECT 0 AS plek, naam AS wie, code FROM ik
    UNION ALL SELECT 1, buur.naam, buur.code FROM ik JOIN land buur ON list_contains(ik.buurgemeenten, buur.code)
    UNION ALL SELECT 2, 'Provincie ' || ik.provincie, deel.code FROM ik JOIN land deel USING (provinciecode)
    UNION ALL SELECT 3, 'Nederland', code FROM land
)
SELECT wie,
    sum(inwoners_2025) AS inwoners,
    1000.0 * sum(woningen_2025) / nullif(sum(inwoners_2025), 0) AS woningen,
    100.0 * sum(corporatiewoningen_2025) / nullif(sum(woningen_2025), 0) AS corporaties,
    100.0 * sum(eenpersoonshuishoudens_2025) / nullif(sum(huishoudens_2025), 0) AS eenpersoons,
    10000.0 * sum(inwoners_2025) / (SELECT sum(inwoners_2025) FROM land) AS naar_inwoners,
    10000.0 * sum(huishoudens_2025) / (SELECT sum(huishoudens_2025) FROM land) AS naar_huishoudens,
    10000.0 * sum(corporatiewoningen_2025) / (SELECT sum(corporatiewoningen_2025) FROM land) AS naar_voorraad
FROM groep JOIN land USING (code) GROUP BY plek, wie ORDER BY plek, wie
"""

_AFSPRAAK = """
WITH gewogen AS (
    SELECT code, naam, corporatiewoningen_2024 * $graad / 100 AS mutaties,
        CASE $gebied WHEN 'provincie' THEN provincie WHEN 'corop' THEN corop ELSE 'Nederland' END AS gebied,
        CASE $sleutel WHEN 'huishoudens' THEN huishoudens_2024 WHEN 'woningen' THEN woningen_2024
            WHEN 'voorraad' THEN corporatiewoningen_2024 ELSE inwoners_2024 END AS gewicht
    FROM land
),
gevraagd AS (
    SELECT *, $percentage / 100 * sum(mutaties) OVER gebieden * gewicht / sum(gewicht) OVER gebieden AS gevraagd
    FROM gewogen WINDOW gebieden AS (PARTITION BY gebied)
)
"""

_PER_GEMEENTE = "SELECT *, 100 * gevraagd / nullif(mutaties, 0) AS deel FROM gevraagd ORDER BY naam"

_PER_GEBIED = """
SELECT gebied, count(*) AS gemeenten, sum(mutaties) AS mutaties, sum(gevraagd) AS gevraagd,
    sum(mutaties) - sum(gevraagd) AS over,
    arg_max(naam, gevraagd / nullif(mutaties, 0)) AS hoogste, 100 * max(gevraagd / nullif(mutaties, 0)) AS deel
FROM gevraagd GROUP BY gebied ORDER BY gebied
"""


_INWONERS = (
    "SELECT code, aantal FROM (UNPIVOT land ON COLUMNS('^inwoners_') INTO NAME kolom VALUE aantal) WHERE kolom = ?"
)


def naast_elkaar(code: str) -> list[dict[str, Any]]:
    """Put a gemeente beside its neighbours, its province and the country, by the counts of 1 January 2025.

    Examples
    --------
    >>> [rij["wie"] for rij in naast_elkaar("GM0262")][::4], naast_elkaar("GM9999")
    (['Lochem', 'Hof van Twente', 'Provincie Gelderland'], [])
    """
    rijen = vraag_land(_NAAST, [code])
    return rijen if len(rijen) > 1 else []


def zelfde_afspraak(
    percentage: float, graad: float, sleutel: str, gebied: Gebied
) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Ask the same agreement of every area: the part of what comes free, divided over its gemeenten by a key.

    Parameters
    ----------
    percentage, graad
        The part of the mutaties for urgenten and the mutatiegraad [percent].
    sleutel
        inwoners, huishoudens, woningen or voorraad.
    gebied
        Over which areas it is divided.

    Returns
    -------
    tuple
        A row for each gemeente, and one for each area [homes per year].

    Examples
    --------
    >>> gemeenten, gebieden = zelfde_afspraak(30, 5.52, "inwoners", "provincie")
    >>> len(gemeenten), len(gebieden), round(gebieden[0]["gevraagd"])
    (342, 12, 914)
    """
    waarden: Mapping[str, Any] = {"percentage": percentage, "graad": graad, "sleutel": sleutel, "gebied": gebied}
    return vraag_land(_AFSPRAAK + _PER_GEMEENTE, waarden), vraag_land(_AFSPRAAK + _PER_GEBIED, waarden)


@lru_cache(maxsize=1)
def gemeenten_van_het_land() -> Mapping[str, str]:
    """Give every gemeente with its province, by code: what someone searches in.

    Examples
    --------
    >>> gemeenten_van_het_land()["GM0355"]
    'Zeist (Utrecht)'
    """
    rijen = vraag_land("SELECT code, naam || ' (' || provincie || ')' AS wie FROM land ORDER BY naam")
    return {rij["code"]: rij["wie"] for rij in rijen}


@lru_cache(maxsize=8)
def inwoners_van_het_land(jaar: int) -> Mapping[str, int]:
    """Give the inhabitants of every gemeente on 1 January of a year, by code; empty where the table does not have that year.

    Examples
    --------
    >>> inwoners_van_het_land(2025)["GM0355"], inwoners_van_het_land(1999)
    (66671, {})
    """
    rijen = vraag_land(_INWONERS, [f"inwoners_{jaar}"])
    return {rij["code"]: rij["aantal"] for rij in rijen}


def regios_met(code: str) -> list[tuple[str, str]]:
    """Give the areas that a gemeente is part of by COROP, province and its neighbours: the region and what it is.

    Examples
    --------
    >>> regios_met("GM0355")[0]
    ('CR17', 'COROP Utrecht')
    """
    rijen = vraag_land(
        "SELECT naam, provinciecode, provincie, corop_code, corop, buurgemeenten FROM land WHERE code = ?", [code]
    )
    return [
        paar
        for rij in rijen
        for paar in (
            (rij["corop_code"], f"COROP {rij['corop']}"),
            (rij["provinciecode"], f"Provincie {rij['provincie']}"),
            (",".join([code, *rij["buurgemeenten"]]) + f":{rij['naam']} en buren", f"{rij['naam']} en buurgemeenten"),
        )
    ]


def regelingen_met(code: str) -> list[tuple[str, str]]:
    """Give the arrangements that a gemeente is part of: the region and what it is called.

    Examples
    --------
    >>> regelingen_met("GM0772")
    [('eindhoven', 'Stedelijk Gebied Eindhoven')]
    """
    return [(een.sleutel, een.naam) for een in lees_regelingen() if code in een.gemeenten]

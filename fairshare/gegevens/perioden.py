"""Rows of several periods, as StatLine has them: the newest counts, or the one that was chosen."""

import re
from collections.abc import Sequence

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.gemeentenamen import schoon
from fairshare.gegevens.herkennen import Keuze, is_periode

EERSTE, LAATSTE = 1980, 2050
"""The years of which a table of gemeenten can be: those of StatLine, and some that are still to come."""

MEESTE = 100
"""So many rows are named at once."""

Rij = tuple[int, Sequence[str]]
"""A row with the number it has in the file."""


def van_een_periode(kop: Sequence[str], rijen: Sequence[Rij], keuze: Keuze) -> tuple[list[Rij], list[str], list[str]]:
    """Give the rows of one period, which periods there are, and what is to be said of it.

    Raises
    ------
    GegevensFout
        With every row whose year is none that a count can be of.

    Examples
    --------
    >>> rijen = [(2, ["2023", "Lochem"]), (3, ["2024*", "Lochem"]), (4, ["2023", "Epe"])]
    >>> over, perioden, hoe = van_een_periode(["Perioden", "Gemeente"], rijen, Keuze())
    >>> [nummer for nummer, _ in over], perioden
    ([3], ['2024*', '2023'])
    >>> hoe
    ['Perioden in het bestand: 2024*, 2023. Gebruikt: 2024*, de nieuwste.', '2024* is een voorlopig cijfer.']
    """
    plek = next((nummer for nummer, cel in enumerate(kop) if is_periode(cel)), None)
    if plek is None:
        return list(rijen), [], []
    per_rij = {nummer: schoon(rij[plek]) if len(rij) > plek and len(_gevuld(rij)) > 1 else "" for nummer, rij in rijen}
    fouten = [
        Fout(f"rij {nummer}, kolom {schoon(kop[plek])}", periode, f"schrijf een jaar van {EERSTE} tot en met {LAATSTE}")
        for nummer, periode in per_rij.items()
        if _geen_jaar(periode)
    ]
    if fouten:
        raise GegevensFout(fouten[:MEESTE])
    perioden = sorted({periode for periode in per_rij.values() if periode}, key=_volgorde, reverse=True)
    if not perioden:
        return list(rijen), [], []
    gekozen = keuze.periode if keuze.periode in perioden else perioden[0]
    over = [(nummer, rij) for nummer, rij in rijen if per_rij[nummer] in ("", gekozen)]
    return over, perioden, _gezegd(perioden, gekozen)


def _geen_jaar(periode: str) -> bool:
    """Whether a period is a number as a year is, and no year.

    Examples
    --------
    >>> [_geen_jaar(een) for een in ("20255", "1925", "2024", "2024*", "202401", "2025 1e kwartaal", "")]
    [True, True, False, False, False, False, False]
    """
    getal = re.fullmatch(r"([0-9]{1,5})\*?", periode)
    return getal is not None and not EERSTE <= int(getal[1]) <= LAATSTE


def _gevuld(rij: Sequence[str]) -> list[str]:
    return [cel for cel in rij if cel.strip()]


def _volgorde(periode: str) -> tuple[str, str]:
    """Order by year, and within a year as it is written."""
    jaar = re.search(r"(19|20)[0-9]{2}", periode)
    return (jaar[0] if jaar else "", periode)


def _gezegd(perioden: Sequence[str], gekozen: str) -> list[str]:
    if len(perioden) == 1:
        zinnen = [f"Periode: {gekozen}."]
    else:
        nieuwste = ", de nieuwste" if gekozen == perioden[0] else ""
        zinnen = [f"Perioden in het bestand: {', '.join(perioden)}. Gebruikt: {gekozen}{nieuwste}."]
    return [*zinnen, f"{gekozen} is een voorlopig cijfer."] if gekozen.endswith("*") else zinnen

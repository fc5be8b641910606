"""Tiles that follow where gemeenten lie: each on the free place that is nearest to its centre."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from fairshare.gegevens.bestanden import MAP
from fairshare.gegevens.land import vraag_land

RUIM = 1.25
"""How many more places than gemeenten the map has about, so that its form can be seen."""

Punt = tuple[float, float]
Plek = tuple[int, int]


@lru_cache(maxsize=64)
def tegels_van(codes: tuple[str, ...], map_: Path = MAP) -> tuple[Plek, ...] | None:
    """Give each gemeente its row and column on the tile map, from 1; None where the country does not have one of them.

    Examples
    --------
    >>> tegels_van(("GM0080", "GM0114", "GM0935"))
    ((1, 1), (1, 2), (4, 1))
    """
    midden = {
        rij["code"]: (float(rij["centrum_x"]), -float(rij["centrum_y"]))
        for rij in vraag_land("SELECT code, centrum_x, centrum_y FROM land", map_=map_)
    }
    if not set(codes) <= midden.keys():
        return None
    plekken = _plekken([midden[code] for code in codes])
    links, boven = (min(plek[as_] for plek in plekken) for as_ in (0, 1))
    return tuple((1 + regel - boven, 1 + kolom - links) for kolom, regel in plekken)


def _plekken(punten: Sequence[Punt]) -> list[Plek]:
    """Lay a grid over the points and put each in it, those in the middle first."""
    midden = [sum(waarden) / len(punten) for waarden in zip(*punten, strict=True)]
    spreiding = [max(waarden) - min(waarden) for waarden in zip(*punten, strict=True)]
    maat = max((spreiding[0] * spreiding[1] / (RUIM * len(punten))) ** 0.5, max(spreiding) / 20, 1.0)
    raster = [((x - midden[0]) / maat, (y - midden[1]) / maat) for x, y in punten]
    plekken: dict[int, Plek] = {}
    for nummer in sorted(range(len(punten)), key=lambda een: raster[een][0] ** 2 + raster[een][1] ** 2):
        plekken[nummer] = _dichtst(*raster[nummer], set(plekken.values()))
    return [plekken[nummer] for nummer in range(len(punten))]


def _dichtst(x: float, y: float, bezet: set[Plek]) -> Plek:
    """Give the nearest place that is free, in the smallest square around a point that has one."""
    straal = 1
    while True:
        vrij = [
            (kolom, regel)
            for kolom in range(round(x) - straal, round(x) + straal + 1)
            for regel in range(round(y) - straal, round(y) + straal + 1)
            if (kolom, regel) not in bezet
        ]
        if vrij:
            return min(vrij, key=lambda plek: ((plek[0] - x) ** 2 + (plek[1] - y) ** 2, plek))
        straal += 1

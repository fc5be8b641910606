"""The outlines of gemeenten, no finer than a screen shows them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Any

from fairshare.gegevens.bestanden import MAP, lees_bestand

Punt = tuple[float, float]

Vorm = Mapping[str, Any]
"""A GeoJSON geometry."""

PUNTEN, FIJNST = 320, 100.0
"""Into how many points the longest side is cut, and the finest step that the outlines hold [m]."""


@lru_cache(maxsize=1)
def _lees(map_: Path) -> dict[str, list[list[Punt]]]:
    """Read the rings of each gemeente, by code [m, Rijksdriehoek]."""
    topologie = json.loads(lees_bestand(map_ / "omtrek.topojson"))
    (sx, sy), (tx, ty) = topologie["transform"]["scale"], topologie["transform"]["translate"]
    bogen = [
        [(tx + sx * x, ty + sy * y) for x, y in accumulate(map(tuple, boog), lambda a, b: (a[0] + b[0], a[1] + b[1]))]
        for boog in topologie["arcs"]
    ]
    return {
        vorm["properties"]["code"]: [_ring(nummers, bogen) for nummers in _ringen(vorm)]
        for vorm in topologie["objects"]["gemeenten"]["geometries"]
    }


def _ringen(vorm: Mapping[str, Any]) -> Iterator[list[int]]:
    """Give the rings of a polygon or of several."""
    for vlak in [vorm["arcs"]] if vorm["type"] == "Polygon" else vorm["arcs"]:
        yield from vlak


def _ring(nummers: Sequence[int], bogen: Sequence[list[Punt]]) -> list[Punt]:
    """Join arcs; a number below zero is one that runs the other way."""
    punten: list[Punt] = []
    for nummer in nummers:
        punten += bogen[nummer] if nummer >= 0 else bogen[~nummer][::-1]
    return punten


@lru_cache(maxsize=16)
def omtrekken(codes: tuple[str, ...], map_: Path = MAP) -> tuple[Vorm, ...] | None:
    """Give the outline of each gemeente in steps of the whole; None where one has none.

    Examples
    --------
    >>> omtrekken(("GM0262",))[0]["type"], omtrekken(("GM9999",))
    ('MultiPolygon', None)
    """
    alle = _lees(map_)
    if not set(codes) <= alle.keys():
        return None
    punten = [punt for code in codes for ring in alle[code] for punt in ring]
    links, onder = (min(punt[as_] for punt in punten) for as_ in (0, 1))
    breed = max(max(x for x, _ in punten) - links, max(y for _, y in punten) - onder)
    stap = max(FIJNST, breed / PUNTEN)
    return tuple(
        {
            "type": "MultiPolygon",
            "coordinates": [[_grof(ring, links, onder, stap)] for ring in _zichtbaar(alle[code], stap)],
        }
        for code in codes
    )


def _zichtbaar(ringen: Sequence[list[Punt]], stap: float) -> list[list[Punt]]:
    """Leave out islets that would be a point; never all of a gemeente."""
    return [ring for ring in ringen if len(_grof(ring, 0, 0, stap)) > 3] or [max(ringen, key=len)]


def _grof(ring: Sequence[Punt], links: float, onder: float, stap: float) -> list[tuple[int, int]]:
    """Round to steps from the corner, and let go of what falls together or lies on a straight line."""
    grof: list[tuple[int, int]] = []
    for x, y in ring:
        punt = round((x - links) / stap), round((y - onder) / stap)
        while grof and (punt == grof[-1] or (len(grof) > 1 and _ertussen(grof[-2], grof[-1], punt))):
            grof.pop()
        grof.append(punt)
    return grof


def _ertussen(een: tuple[int, int], twee: tuple[int, int], drie: tuple[int, int]) -> bool:
    """Whether the second lies on the line from the first to the third, in between."""
    (ax, ay), (bx, by) = ((twee[as_] - een[as_] for as_ in (0, 1)), (drie[as_] - twee[as_] for as_ in (0, 1)))
    return ax * by == ay * bx and ax * bx + ay * by > 0

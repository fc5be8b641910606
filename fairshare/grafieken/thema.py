"""The look of every chart: the colours of the house, Dutch numbers, large type."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from math import floor, isfinite, log10
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from fairshare.kleuren import INKT, OPGAVE, STIL
from fairshare.lui import alt, pd

MEESTE = 30
"""A chart draws at most this many gemeenten: those with the largest figures; the tables have them all."""

LETTER = '"Source Sans", "Source Sans 3", "Noto Sans", sans-serif'

NEDERLANDS: dict[str, Any] = {"number": {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}}
"""Number format of every axis and label, whatever the language of the browser."""


Rijen: TypeAlias = "pd.DataFrame | Mapping[str, Sequence[Any]]"
"""The figures of a chart, by column; as a mapping where every step of a drag makes them anew."""


def als_json(rijen: Rijen) -> str:
    """Write the rows of a chart for who draws it, unknown as null.

    Examples
    --------
    >>> als_json({"naam": ["Epe", "Hattem"], "opgave": [84.25, float("nan")]})
    '[{"naam":"Epe","opgave":84.25},{"naam":"Hattem","opgave":null}]'
    >>> als_json(pd.DataFrame({"naam": ["Epe"], "opgave": [float("nan")]}))
    '[{"naam":"Epe","opgave":null}]'
    """
    if not isinstance(rijen, Mapping):
        return str(rijen.to_json(orient="records"))
    kolommen = [[None if waarde != waarde else waarde for waarde in kolom] for kolom in rijen.values()]
    return json.dumps(
        [dict(zip(rijen, rij, strict=True)) for rij in zip(*kolommen, strict=True)], separators=(",", ":")
    )


def grootste(maat: NDArray[np.float64], aantal: int = MEESTE) -> list[int]:
    """Give the places of the largest figures, in their order.

    Examples
    --------
    >>> grootste(np.array([1.0, 5.0, np.nan, -3.0]), 2)
    [1, 3]
    """
    if len(maat) <= aantal:
        return list(range(len(maat)))
    return sorted(np.argsort(-np.nan_to_num(np.abs(maat), nan=-1), kind="stable")[:aantal].tolist())


def specificatie(grafiek: alt.TopLevelMixin, donker: bool) -> dict[str, Any]:
    """Turn a chart into a specification without figures, in the theme of the Verkenner."""
    return in_huisstijl(grafiek.to_dict(), donker)


def in_huisstijl(spec: dict[str, Any], donker: bool) -> dict[str, Any]:
    """Give a specification the theme of the Verkenner, and take its figures out."""
    for deel in (spec, *spec.get("layer", ())):
        for sleutel in ("$schema", "data", "datasets"):
            deel.pop(sleutel, None)
    _een_plaatje(spec)
    spec["background"] = "transparent"
    spec["config"] = {
        "locale": NEDERLANDS,
        "font": LETTER,
        "view": {"stroke": None},
        "axis": {
            "labelColor": INKT[donker],
            "titleColor": STIL[donker],
            "gridColor": OPGAVE[donker],
            "gridOpacity": 0.5,
            "domainColor": OPGAVE[donker],
            "tickColor": OPGAVE[donker],
            "labelFontSize": 14,
            "titleFontSize": 13,
            "titleFontWeight": "normal",
            "labelLimit": 260,
            "labelPadding": 6,
            "ticks": False,
            "aria": False,
        },
        "axisX": {"labelSeparation": 8},
        "axisY": {"domain": False},
        "title": {
            "color": INKT[donker],
            "subtitleColor": STIL[donker],
            "fontSize": 14,
            "fontWeight": 600,
            "aria": False,
        },
        "header": {"labelColor": INKT[donker], "labelFontSize": 14, "labelFontWeight": 600, "title": None},
        "legend": {
            "labelColor": INKT[donker],
            "labelFontSize": 14,
            "title": None,
            "orient": "top",
            "symbolSize": 160,
            "aria": False,
        },
        "text": {"color": INKT[donker], "fontSize": 14},
    }
    return spec


def _een_plaatje(spec: dict[str, Any]) -> None:
    """Hide the single marks from a screen reader: a chart has a description, and its figures stand in a table."""
    if "mark" in spec:
        soort = spec["mark"]
        spec["mark"] = {**(soort if isinstance(soort, dict) else {"type": soort}), "aria": False}
        if isinstance(spec["mark"].get("point"), dict):
            spec["mark"]["point"] = {**spec["mark"]["point"], "aria": False}
    for deel in (*spec.get("layer", ()), *([spec["spec"]] if "spec" in spec else [])):
        _een_plaatje(deel)


_MATEN = {"fontSize", "labelFontSize", "titleFontSize", "size", "strokeWidth", "height", "dx", "dy", "yOffset"}
_MATEN |= {"labelLimit", "labelPadding", "symbolSize", "thickness", "cornerRadius", "cornerRadiusEnd"}
"""What a size is in a specification [points]."""


def groot(spec: Any, keer: float) -> Any:
    """Make everything in a specification larger, but its width: for whoever sits at the back.

    Examples
    --------
    >>> groot({"height": 100, "mark": {"type": "text", "fontSize": 14}, "width": "container"}, 1.5)
    {'height': 150.0, 'mark': {'type': 'text', 'fontSize': 21.0}, 'width': 'container'}
    """
    if isinstance(spec, dict):
        return {
            naam: keer * deel if naam in _MATEN and isinstance(deel, int | float) else groot(deel, keer)
            for naam, deel in spec.items()
        }
    return [groot(deel, keer) for deel in spec] if isinstance(spec, list) else spec


def jaaras(jaren: tuple[int, int], streepjes: tuple[int, ...]) -> alt.X:
    """Make the axis of years."""
    return alt.X(
        "jaar:Q",
        title=None,
        scale=alt.Scale(domain=list(jaren), nice=False),
        axis=alt.Axis(format="d", values=list(streepjes), grid=False, labelFlush=False),
    )


RUIS = 1e-9
"""What is smaller than this, or than this part of a figure, is the noise of a sum."""

AS = (0.0, 987654321.0)
"""Stands for the ends of an axis in a specification that is built once for all of them."""


def met_as(spec: Any, domein: tuple[float, float]) -> Any:
    """Fill in the ends of an axis where AS stands.

    Examples
    --------
    >>> met_as({"scale": {"domain": list(AS), "nice": False}}, (0, 5))
    {'scale': {'domain': [0, 5], 'nice': False}}
    """
    if isinstance(spec, dict):
        return {naam: met_as(deel, domein) for naam, deel in spec.items()}
    if isinstance(spec, list):
        return list(domein) if spec == list(AS) else [met_as(deel, domein) for deel in spec]
    return spec


def ronde_grens(hoogste: float) -> float:
    """Give a round upper bound for an axis, in few steps: it stands still while figures move below it.

    What only the last bits of a sum add does not count.

    Examples
    --------
    >>> ronde_grens(422), ronde_grens(1170), ronde_grens(float("nan")), ronde_grens(100.00000000000001)
    (500.0, 1500.0, 100.0, 100.0)
    """
    if not isfinite(hoogste) or hoogste < RUIS:
        return 100.0
    macht = 10.0 ** floor(log10(hoogste))
    return next(stap * macht for stap in (1, 1.5, 2, 3, 5, 7.5, 10, 15) if stap * macht >= hoogste * (1 - RUIS))

"""The map of trades: an arrow from who hands over to who takes over, and the net of each gemeente."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare import model
from fairshare.gegevens import omtrekken
from fairshare.grafieken.omtrek import HOOGTE, letters, middens
from fairshare.grafieken.thema import Rijen, specificatie
from fairshare.kleuren import BALK, INKT, OPGAVE, STIL, VERLOOP_CAPACITEIT
from fairshare.lui import alt
from fairshare.opmaak import getal, verschil

Reeks = NDArray[np.float64]

MEESTE_NAMEN = 20
"""With more gemeenten than this only those that trade are named."""

_MARGE = 0.14
"""Which part of the way between two middles an arrow leaves free at both ends."""

_PUNT, _NAAST = 7.0, 8.0
"""How long the head of an arrow is, and how far its number stands from it, in steps of the map."""

_BOGEN = tuple(kant * 10.0 * hoever for hoever in range(8) for kant in (1, -1))
"""How far an arrow may bend out to go round the names on its way, in steps of the map."""

_LETTER, _HOOG, _BOVEN = 3.2, 8.0, 7.0
"""Half the width of a letter of a name and half its height on the narrowest screen, and how far a name stands above the middle."""


def ruilkaart_rijen(uitkomst: model.Uitkomst) -> dict[str, Rijen] | None:
    """Give the outlines and the arrows, each with their texts; None where an outline is unknown."""
    vormen = omtrekken(uitkomst.bron.codes)
    if vormen is None:
        return None
    plekken = middens(uitkomst.bron.codes)
    namen = np.array(
        [(x, y + _BOVEN, _LETTER * len(naam)) for naam, (x, y) in zip(uitkomst.bron.namen, plekken, strict=True)]
    )
    netto = np.zeros(len(vormen))
    pijlen: list[tuple[Any, ...]] = []
    for van, naar, aantal in model.ruilen(uitkomst):
        netto[[van, naar]] += -aantal, aantal
        tekst = f"{uitkomst.bron.namen[van]} draagt {getal(aantal)} over aan {uitkomst.bron.namen[naar]}"
        onderweg = np.delete(namen, [van, naar], axis=0) if len(namen) <= MEESTE_NAMEN else namen[:0]
        pijlen += _pijl(plekken[van], plekken[naar], getal(aantal), tekst, onderweg)
    rijen = [
        (naam, verschil(saldo) if saldo else "", vorm, x, y, float(np.sign(saldo)))
        for naam, saldo, vorm, (x, y) in zip(uitkomst.bron.namen, netto, vormen, plekken, strict=True)
    ]
    return {"vlakken": _per_kolom(rijen, "kant"), "pijlen": _per_kolom(pijlen, "soort")}


def _per_kolom(rijen: list[tuple[Any, ...]], laatste: str) -> Rijen:
    kolommen = zip(("naam", "tekst", "geometry", "x", "y", laatste), zip(*rijen, strict=True), strict=True)
    return {naam: list(kolom) for naam, kolom in kolommen} | {"type": ["Feature"] * len(rijen)}


def _pijl(
    van: tuple[float, float], naar: tuple[float, float], aantal: str, tekst: str, namen: Reeks
) -> list[tuple[Any, ...]]:
    """Draw an arrow between two middles, a little to its right, so that one back does not lie on it; its number stands beside it.

    It bends as little as it must to go round the names on its way: a row each of x, y and half its width.
    """
    begin, eind = np.array(van), np.array(naar)
    lengte = float(np.hypot(*(eind - begin))) or 1.0
    langs = (eind - begin) / lengte
    dwars = np.array([-langs[1], langs[0]])
    begin, eind = (punt + 2.5 * dwars for punt in (begin + _MARGE * (eind - begin), eind - _MARGE * (eind - begin)))
    deel = np.linspace(0, 1, 21)[:, None]
    recht, bolling = begin + deel * (eind - begin), 4 * deel * (1 - deel) * dwars
    bocht = min(_BOGEN, key=lambda hoever: (_raakt(recht + hoever * bolling, namen), abs(hoever)))
    lijn = recht + bocht * bolling
    punt = min(_PUNT, 0.4 * lengte)
    richting = (eind - lijn[-3]) / (np.hypot(*(eind - lijn[-3])) or 1.0)
    hals, opzij = eind - punt * richting, np.array([-richting[1], richting[0]])
    ring = [eind, hals + 0.5 * punt * opzij, hals - 0.5 * punt * opzij, eind]
    schacht = {
        "type": "LineString",
        "coordinates": [*lijn[np.hypot(*(lijn - eind).T) > punt].round(1).tolist(), hals.round(1).tolist()],
    }
    kop = {"type": "Polygon", "coordinates": [[hoek.tolist() for hoek in ring]]}
    buiten = -1 if bocht < 0 else 1
    naast = [lijn[plek] + kant * _NAAST * dwars for plek in (7, 10, 13) for kant in (buiten, -buiten)]
    x, y = min(naast, key=lambda plek: _raakt(plek[None], namen, _HOOG)).tolist()
    return [(tekst, aantal, schacht, x, y, "schacht"), (tekst, aantal, kop, x, y, "punt")]


def _raakt(punten: Reeks, namen: Reeks, ruim: float = 2.0) -> int:
    """Count the names that lie under one of these points, with so much room around it.

    Examples
    --------
    >>> voorst = np.array([[155.0, 120.0, 19.0]])
    >>> _raakt(np.array([[82.0, 88.0], [150.0, 118.0]]), voorst), _raakt(np.array([[150.0, 140.0]]), voorst)
    (1, 0)
    """
    opzij, op = (np.abs(punten[:, None, as_] - namen[None, :, as_]) for as_ in (0, 1))
    return int(((opzij < namen[:, 2] + ruim) & (op < _HOOG + ruim)).any(axis=0).sum())


@lru_cache(maxsize=8)
def ruilkaart(aantal: int, donker: bool) -> dict[str, Any]:
    """Draw the outlines with the arrows on them.

    Parameters
    ----------
    aantal
        How many gemeenten there are: with many only those that trade have a name.
    donker
        Whether the screen is dark.
    """
    kleur = alt.Color(
        "kant:N",
        scale=alt.Scale(domain=[-1, 0, 1], range=[OPGAVE[donker], BALK[donker], VERLOOP_CAPACITEIT[donker][1]]),
        legend=None,
    )
    tip = [alt.Tooltip("naam:N", title=" "), alt.Tooltip("tekst:N", title="woningen per jaar")]

    def deel(soort: str) -> Any:
        return alt.Chart().transform_filter(f"datum.soort == '{soort}'")

    vlak: Any = alt.Chart()
    namen = vlak.transform_filter("datum.kant != 0") if aantal > MEESTE_NAMEN else vlak
    lagen = [
        vlak.mark_geoshape(stroke=STIL[donker], strokeWidth=0.7).encode(color=kleur, tooltip=tip),
        deel("schacht").mark_geoshape(filled=False, stroke=INKT[donker], strokeWidth=3).encode(tooltip=tip),
        deel("punt").mark_geoshape(color=INKT[donker]).encode(tooltip=tip),
        *letters(namen, "naam", donker, dy=-8, grootte=12, vet=False),
        *letters(namen, "tekst", donker, dy=9, grootte=15, vet=True),
        *letters(deel("schacht"), "tekst", donker, dy=0, grootte=17, vet=True),
    ]
    plat: dict[str, Any] = {"type": "identity", "reflectY": True}
    spec = specificatie(alt.layer(*lagen).project(**plat).properties(height=HOOGTE, width="container"), donker)
    for laag in spec["layer"]:
        laag["data"] = {"name": "pijlen" if "soort" in str(laag.get("transform")) else "vlakken"}
    return spec

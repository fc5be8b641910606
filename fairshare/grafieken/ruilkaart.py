"""The map of trades: an arrow from who hands over to who takes over, and the net of each gemeente."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import model
from fairshare.gegevens import omtrekken
from fairshare.grafieken.omtrek import HOOGTE, letters, middens
from fairshare.grafieken.thema import Rijen, specificatie
from fairshare.kleuren import BALK, INKT, OPGAVE, STIL, VERLOOP_CAPACITEIT
from fairshare.lui import alt
from fairshare.opmaak import getal, verschil

MEESTE_NAMEN = 20
"""With more gemeenten than this only those that trade are named."""

_MARGE, _WAAR = 0.14, 0.35
"""Which part of the way between two middles an arrow leaves free at both ends, and at which part of the arrow its number stands."""

_PUNT, _NAAST = 7.0, 8.0
"""How long the head of an arrow is, and how far its number stands from it, in steps of the map."""


def ruilkaart_rijen(uitkomst: model.Uitkomst) -> dict[str, Rijen] | None:
    """Give the outlines and the arrows, each with their texts; None where an outline is unknown."""
    vormen = omtrekken(uitkomst.bron.codes)
    if vormen is None:
        return None
    plekken = middens(uitkomst.bron.codes)
    netto = np.zeros(len(vormen))
    pijlen: list[tuple[Any, ...]] = []
    for van, naar, aantal in model.ruilen(uitkomst):
        netto[[van, naar]] += -aantal, aantal
        tekst = f"{uitkomst.bron.namen[van]} draagt {getal(aantal)} over aan {uitkomst.bron.namen[naar]}"
        pijlen += _pijl(plekken[van], plekken[naar], getal(aantal), tekst)
    rijen = [
        (naam, verschil(saldo) if saldo else "", vorm, x, y, float(np.sign(saldo)))
        for naam, saldo, vorm, (x, y) in zip(uitkomst.bron.namen, netto, vormen, plekken, strict=True)
    ]
    return {"vlakken": _per_kolom(rijen, "kant"), "pijlen": _per_kolom(pijlen, "soort")}


def _per_kolom(rijen: list[tuple[Any, ...]], laatste: str) -> Rijen:
    kolommen = zip(("naam", "tekst", "geometry", "x", "y", laatste), zip(*rijen, strict=True), strict=True)
    return {naam: list(kolom) for naam, kolom in kolommen} | {"type": ["Feature"] * len(rijen)}


def _pijl(van: tuple[float, float], naar: tuple[float, float], aantal: str, tekst: str) -> list[tuple[Any, ...]]:
    """Draw an arrow between two middles, a little to its right, so that one back does not lie on it; its number stands beside it."""
    begin, eind = np.array(van), np.array(naar)
    lengte = float(np.hypot(*(eind - begin))) or 1.0
    langs = (eind - begin) / lengte
    dwars = np.array([-langs[1], langs[0]])
    begin, eind = (punt + 2.5 * dwars for punt in (begin + _MARGE * (eind - begin), eind - _MARGE * (eind - begin)))
    punt = min(_PUNT, 0.4 * lengte)
    hals = eind - punt * langs
    ring = [eind, hals + 0.5 * punt * dwars, hals - 0.5 * punt * dwars, eind]
    schacht = {"type": "LineString", "coordinates": [begin.tolist(), hals.tolist()]}
    kop = {"type": "Polygon", "coordinates": [[hoek.tolist() for hoek in ring]]}
    x, y = (begin + _WAAR * (hals - begin) + _NAAST * dwars).tolist()
    return [(tekst, aantal, schacht, x, y, "schacht"), (tekst, aantal, kop, x, y, "punt")]


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

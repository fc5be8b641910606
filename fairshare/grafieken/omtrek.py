"""The map of outlines: gemeenten as they lie, with a stronger colour where the figure is higher."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import model
from fairshare.gegevens import omtrekken
from fairshare.grafieken.thema import Rijen, specificatie
from fairshare.kleuren import INKT, ONBEKEND, STIL, VERLOOP, VERLOOP_CAPACITEIT, VLAK
from fairshare.lui import alt
from fairshare.opmaak import benodigd

MEESTE_NAMEN, MEESTE_CIJFERS = 10, 20
"""With more gemeenten than this there is no room for names, or for figures, on the map; a tooltip has them."""

HOOGTE = 520


def omtrek_rijen(
    namen: Sequence[str], codes: tuple[str, ...], waarden: np.ndarray, teksten: Sequence[str]
) -> dict[str, list[Any]]:
    """Give one row a gemeente: its outline, the middle of it, its value and the text of that."""
    omtrek, plekken = omtrekken(codes) or (), middens(codes)
    return {
        "naam": list(namen),
        "waarde": waarden.tolist(),
        "tekst": list(teksten),
        "type": ["Feature"] * len(omtrek),
        "geometry": list(omtrek),
        "x": [x for x, _ in plekken],
        "y": [y for _, y in plekken],
    }


@lru_cache(maxsize=16)
def middens(codes: tuple[str, ...]) -> tuple[tuple[float, float], ...]:
    """Give the centre of each outline, to a tenth of a step."""
    plekken = (_midden(vorm["coordinates"]) for vorm in omtrekken(codes) or ())
    return tuple((round(x, 1), round(y, 1)) for x, y in plekken)


def _midden(vlakken: Sequence[Any]) -> tuple[float, float]:
    """Give the centre of the largest part of an outline, by its corners."""
    x, y = np.array(max((vlak[0] for vlak in vlakken), key=len), dtype=float).T
    kruis = x[:-1] * y[1:] - x[1:] * y[:-1]
    if not kruis.sum():
        return float(x.mean()), float(y.mean())
    deel = 3 * kruis.sum()
    return float(((x[:-1] + x[1:]) * kruis).sum() / deel), float(((y[:-1] + y[1:]) * kruis).sum() / deel)


@lru_cache(maxsize=64)
def omtrekkaart(label: str, donkerst: float, capaciteit: bool, aantal: int, donker: bool) -> dict[str, Any]:
    """Draw the outlines.

    Parameters
    ----------
    label
        What the figure is called.
    donkerst
        The figure at which a gemeente is darkest.
    capaciteit
        Whether the colours are those of what there is, else those of what is not placed.
    aantal
        How many gemeenten there are: with many there is no room for text.
    donker
        Whether the screen is dark.
    """
    reeks = list((VERLOOP_CAPACITEIT if capaciteit else VERLOOP)[donker])
    plat: dict[str, Any] = {"type": "identity", "reflectY": True}
    kleur = alt.Color(
        "waarde:Q",
        scale=alt.Scale(domain=[0, donkerst / 2, donkerst], range=reeks, clamp=True, interpolate="rgb"),
        legend=None,
    )
    vlakken = (
        alt.Chart()
        .mark_geoshape(invalid="show")  # what is unknown lies there too
        .encode(
            stroke=alt.condition("datum.gekozen", alt.value(INKT[donker]), alt.value(STIL[donker])),
            strokeWidth=alt.condition("datum.gekozen", alt.value(3), alt.value(0.7)),
            color=alt.condition("isValid(datum.waarde)", kleur, alt.value(ONBEKEND[donker])),
            tooltip=[alt.Tooltip("naam:N", title="Gemeente"), alt.Tooltip("tekst:N", title=label)],
        )
    )
    namen = letters(alt.Chart(), "naam", donker, dy=-8, grootte=11, vet=False)
    cijfers = letters(alt.Chart(), "tekst", donker, dy=8, grootte=14, vet=True)
    lagen = [vlakken, *(namen if aantal <= MEESTE_NAMEN else []), *(cijfers if aantal <= MEESTE_CIJFERS else [])]
    spec = specificatie(alt.layer(*lagen).project(**plat).properties(height=HOOGTE, width="container"), donker)
    onbekend = {"scale": {"invalid": {"color": {"value": ONBEKEND[donker]}}}}  # else unknown has the colour of 0
    return {**spec, "config": {**spec["config"], **onbekend}}


def letters(deel: Any, veld: str, donker: bool, *, dy: int, grootte: int, vet: bool) -> list[Any]:
    """Write with an edge around each letter, so that it can be read on a border or an arrow."""
    vast = {"dy": dy, "fontSize": grootte, "fontWeight": "bold" if vet else "normal"}
    waar = deel.encode(longitude="x:Q", latitude="y:Q", text=f"{veld}:N")
    rand = waar.mark_text(color=VLAK[donker], stroke=VLAK[donker], strokeWidth=4, strokeJoin="round", **vast)
    return [rand, waar.mark_text(color=INKT[donker], **vast)]


def landkaart_rijen(land: model.Overal, gekozen: Sequence[str] = ()) -> Rijen:
    """Give one row a gemeente of the country: the part of what comes free that is asked of it, and whether it is chosen; a click chooses it."""
    codes, deel = tuple(land.gemeenten["code"]), np.array(land.gemeenten["deel"], dtype=float)
    teksten = [benodigd(een) for een in deel.tolist()]
    rijen = omtrek_rijen(land.gemeenten["naam"], codes, deel, teksten)
    rijen = {**rijen, "kies": list(codes), "gekozen": [code in gekozen for code in codes]}
    bovenop = sorted(range(len(codes)), key=lambda plek: codes[plek] in gekozen)  # else neighbours lie on its border
    return {naam: [kolom[plek] for plek in bovenop] for naam, kolom in rijen.items()}


def landkaart(donker: bool) -> dict[str, Any]:
    """Draw the map of the country."""
    return omtrekkaart("Deel van wat vrijkomt", 60, True, 342, donker)

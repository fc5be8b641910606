"""The sheets: all that follows the thumb, in one message, which the browser draws in its places.

Streamlit makes an element of each thing that is drawn, and looks at all of them anew at every step. What moves with the
thumb is one element here: it brings what the sliders tell to the server, and the pieces that stand in each place back.
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from html import escape
from typing import Any

import streamlit as st

from fairshare.grafieken.thema import Rijen, als_json
from pages.onderdelen import voorkant

_VEGA = f"vega.js?{voorkant.merk(__file__, 'vega')}"
"""Where the browser finds Vega; ``app.py`` serves it."""

_BLAD = voorkant.component(__file__, "blad")

BLAD = "blad_"
"""How the key of every sheet begins."""


LANG = 4000
"""Rows of so many signs, and every specification, go to the browser once; then only their mark, as long as it says that it has the text."""

GEOMETRIE, VORM = "geometry", "_vorm"
"""The column of rows that has outlines, and how the name ends under which these go to the browser apart from the rest."""

VERTELD = "_verteld_"
"""How the name begins under which is kept by which message the browser last said what it has."""


class Wanneer(StrEnum):
    """When a sheet is drawn anew: at each step of the thumb, or once it is at rest."""

    SLEPEND = "slepend"
    IN_RUST = "in_rust"


Stuk = Mapping[str, Any]
"""A piece of the screen, as the browser gets it."""


def html(tekst: str) -> Stuk:
    """Give a piece of text with markup; whatever is filled in has been escaped."""
    return {"html": tekst, "klas": ""}


def tekening(spec: Mapping[str, Any], rijen: Mapping[str, Rijen], klas: str = "") -> Stuk:
    """Give a chart: rows by name in a specification. Where that stays the same, the chart moves in place."""
    reeksen = {deel: tekst for naam in rijen for deel, tekst in _teksten(naam, rijen[naam]).items()}
    return {"spec": json.dumps(spec), "rijen": reeksen, "vega": _VEGA, "klas": klas, "hoogte": spec["height"]}


def _teksten(naam: str, rijen: Rijen) -> Mapping[str, str]:
    """Write rows, their outlines apart: these are long, and stay the same while the figures change."""
    if GEOMETRIE not in rijen:
        return {naam: als_json(rijen)}
    figuren = {kolom: cellen for kolom, cellen in rijen.items() if kolom != GEOMETRIE}
    return {naam: als_json(figuren), naam + VORM: _vormtekst(_Vormen(tuple(rijen[GEOMETRIE])))}


class _Vormen:
    """Outlines, known by which they are: each is made once."""

    def __init__(self, vormen: tuple[Any, ...]) -> None:
        self.vormen, self.merk = vormen, tuple(map(id, vormen))

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, _Vormen) and self.merk == ander.merk

    def __hash__(self) -> int:
        return hash(self.merk)


@lru_cache(maxsize=16)
def _vormtekst(vormen: _Vormen) -> str:
    """Write outlines; those of a map are the same at each step."""
    return als_json({GEOMETRIE: vormen.vormen})


def plek(naam: str, boven: Sequence[Stuk] = (), onder: Sequence[Stuk] = ()) -> None:
    """Make a place where pieces can stand, between pieces of text that nothing moves."""
    erboven = "".join(stuk["html"] for stuk in boven)
    eronder = "".join(stuk["html"] for stuk in onder)
    st.html(
        f'<div class="boven">{erboven}</div><div class="plek" data-naam="{escape(naam)}"></div><div class="onder">{eronder}</div>'
    )


def teken(
    wanneer: Wanneer,
    delen: Mapping[str, Sequence[Stuk]],
    gevolgd: Mapping[str, tuple[int, float]],
    scenario: str,
    bij_stand: Callable[[Wanneer], None],
    kop: str = "",
) -> None:
    """Draw the pieces of every place on a sheet; ``bij_stand`` is called when a slider tells something by it.

    ``gevolgd`` tells the sliders what has been followed: of each the number of its last message, and its value.
    ``scenario`` says to which the figures belong, for when no answer comes. ``kop`` is what a screen reader is told when
    it is another than before.
    """
    stil, heeft = wanneer == Wanneer.IN_RUST, _heeft(wanneer)
    kort = {naam: [_kort(stuk, heeft) for stuk in stukken] for naam, stukken in delen.items()}
    data = {"delen": kort, "gevolgd": gevolgd, "scenario": scenario, "stil": stil, "kop": kop}
    _BLAD(key=BLAD + wanneer, data=data, on_stand_change=lambda: bij_stand(wanneer))


def _heeft(wanneer: Wanneer) -> Collection[Any]:
    """Give the marks of the texts that the browser has, when this is drawn because it said so just now."""
    gemeld = stand(wanneer)
    bericht = gemeld.get("naam"), gemeld.get("nummer")
    oud, st.session_state[VERTELD + wanneer] = st.session_state.get(VERTELD + wanneer), bericht
    merken = gemeld.get("heeft")
    return merken if isinstance(merken, list) and bericht != oud else ()


def _kort(stuk: Stuk, heeft: Collection[Any]) -> Stuk:
    if "spec" not in stuk:
        return stuk
    rijen = {naam: _eens(deel, heeft) if len(deel) >= LANG else deel for naam, deel in stuk["rijen"].items()}
    return {**stuk, "spec": _eens(stuk["spec"], heeft), "rijen": rijen}


def _eens(tekst: str, heeft: Collection[Any]) -> dict[str, str]:
    merk = blake2b(tekst.encode(), digest_size=8).hexdigest()
    return {"merk": merk} if merk in heeft else {"merk": merk, "tekst": tekst}


def stand(wanneer: Wanneer) -> Mapping[str, Any]:
    """Give what a slider told last by this sheet.

    ``naam``, ``waarde``, ``stil`` (at rest), ``los`` (let go), ``nummer``, ``gevolgd`` (the screen shows all that was sent before) and ``heeft``
    (the marks of the long texts that the browser has).
    """
    gemeld = st.session_state.get(BLAD + wanneer, {}).get("stand")
    return gemeld if isinstance(gemeld, dict) else {}

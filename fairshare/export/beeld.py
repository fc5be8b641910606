"""Charts as pictures, with what they show and where it comes from written on them."""

import json
from textwrap import wrap
from typing import Any

import font_source_sans_pro
import vl_convert

from fairshare import koppen
from fairshare.export.stempel import Stempel
from fairshare.grafieken import Tekening, teken
from fairshare.grafieken.thema import als_json
from fairshare.kleuren import VLAK
from fairshare.model import Uitkomst, kerncijfers

LETTER = "Source Sans Pro"
"""The letter that comes along: the same file everywhere."""
vl_convert.register_font_directory(font_source_sans_pro.font_directory)

BREED, HALF, SCHAAL = 900, 480, 2
"""Width of a whole and of half a screen in points, and pixels per point."""

TEKENS = 130
"""So many signs of a subtitle are as wide as a chart."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Only a name: nothing is fetched."""


def _voluit(deel: Any) -> Any:
    """Give every label the room that it needs: a picture can be as wide as its words."""
    if isinstance(deel, dict):
        return {naam: 0 if naam == "labelLimit" else _voluit(inhoud) for naam, inhoud in deel.items()}
    return [_voluit(een) for een in deel] if isinstance(deel, list) else deel


def _los(tekening: Tekening, breed: int = BREED, donker: bool = False) -> dict[str, Any]:
    """Put the figures in a specification, on paper and with a width of its own."""
    vast = {"$schema": SCHEMA, "background": VLAK[donker], "width": breed, "padding": 20}
    spec = _voluit(tekening.spec)
    spec["config"] = {**spec.get("config", {}), "font": f"{LETTER}, sans-serif"}
    return {**spec, **vast, "data": {"values": json.loads(als_json(tekening.rijen))}}


def _onderschrift(stempel: Stempel) -> list[str]:
    """Give the scenario, what it has different, what it rests on and its origin in lines that are no wider than the chart."""
    herkomst = f"{stempel.datum}; model {stempel.modelversie}; {stempel.link}"
    erbij = (f"{wat}: {tekst}" for wat, tekst in (*stempel.motiveringen(), *stempel.let_op()))
    aannames = f"Aannames: {stempel.aanname_regel}"
    teksten = filter(None, (stempel.titel, stempel.kernregel, stempel.anders, *erbij, aannames, herkomst))
    return [regel for tekst in teksten for regel in wrap(tekst, TEKENS, break_on_hyphens=False)]


def _compleet(uitkomst: Uitkomst, stempel: Stempel, naam: str, code: str) -> dict[str, Any]:
    """Put a title and the origin above a chart."""
    tekening = teken(naam, uitkomst, code)
    kop = koppen.kop(uitkomst, kerncijfers(uitkomst))
    return {
        **_los(tekening),
        "title": {
            "text": wrap(f"{stempel.regio}: {kop}", 84),
            "subtitle": [tekening.voluit, *_onderschrift(stempel)],
            "anchor": "start",
            "fontSize": 20,
            "subtitleFontSize": 13,
            "subtitlePadding": 6,
            "offset": 18,
        },
    }


def los_svg(tekening: Tekening, breed: int = HALF, donker: bool = False) -> str:
    """Draw a chart as SVG, without a title; the narrower, the larger its words on half a screen or on paper."""
    return str(vl_convert.vegalite_to_svg(_los(tekening, breed, donker)))


def svg(uitkomst: Uitkomst, stempel: Stempel, naam: str = "balken", code: str = "") -> bytes:
    """Draw a chart as SVG."""
    return str(vl_convert.vegalite_to_svg(_compleet(uitkomst, stempel, naam, code))).encode()


def png(uitkomst: Uitkomst, stempel: Stempel, naam: str = "balken", code: str = "") -> bytes:
    """Draw a chart as PNG."""
    return bytes(vl_convert.vegalite_to_png(_compleet(uitkomst, stempel, naam, code), scale=SCHAAL))

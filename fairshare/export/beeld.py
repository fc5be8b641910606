"""Charts as pictures, with what they show and where it comes from written on them."""

from typing import Any

import vl_convert

from fairshare import model
from fairshare.export.stempel import Stempel
from fairshare.grafieken import Tekening, teken
from fairshare.model import Uitkomst
from fairshare.opmaak import getal

BREED, HALF, SCHAAL = 900, 480, 2
"""Width of a whole and of half a screen in points, and pixels per point."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Only a name: nothing is fetched."""


def _los(tekening: Tekening, breed: int = BREED) -> dict[str, Any]:
    """Put the figures in a specification, on white and with a width of its own."""
    vast = {"$schema": SCHEMA, "background": "white", "width": breed, "padding": 20}
    return {**tekening.spec, **vast, "data": {"values": model.als_lijst(tekening.rijen)}}


def _compleet(uitkomst: Uitkomst, stempel: Stempel, naam: str, code: str) -> dict[str, Any]:
    """Put a title and the origin above a chart."""
    tekening = teken(naam, uitkomst, code)
    over = getal(float(uitkomst.regio.niet_geplaatst[-1, 0]))
    return {
        **_los(tekening),
        "title": {
            "text": f"{stempel.regio}: {over} niet geplaatst in {uitkomst.jaren[-1]}",
            "subtitle": [
                tekening.titel,
                f"{stempel.scenario}; {stempel.link}; {stempel.datum}; model {stempel.modelversie}",
            ],
            "anchor": "start",
            "fontSize": 20,
            "subtitleFontSize": 13,
        },
    }


def los_png(tekening: Tekening, breed: int = BREED) -> bytes:
    """Draw a chart as PNG, without a title; the narrower, the larger its words on paper."""
    return bytes(vl_convert.vegalite_to_png(_los(tekening, breed), scale=SCHAAL))


def los_svg(tekening: Tekening) -> bytes:
    """Draw a chart as SVG, without a title; narrow, so that its words are large on half a screen."""
    return str(vl_convert.vegalite_to_svg(_los(tekening, HALF))).encode()


def svg(uitkomst: Uitkomst, stempel: Stempel, naam: str = "balken", code: str = "") -> bytes:
    """Draw a chart as SVG."""
    return str(vl_convert.vegalite_to_svg(_compleet(uitkomst, stempel, naam, code))).encode()


def png(uitkomst: Uitkomst, stempel: Stempel, naam: str = "balken", code: str = "") -> bytes:
    """Draw a chart as PNG."""
    return bytes(vl_convert.vegalite_to_png(_compleet(uitkomst, stempel, naam, code), scale=SCHAAL))

"""Charts as pictures, with what they show and where it comes from written on them."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import vl_convert

from fairshare import grafieken, model
from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst
from fairshare.opmaak import getal

BREED, SCHAAL = 900, 2
"""Width in points, and pixels per point."""

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
"""Only a name: nothing is fetched."""

Tekening = tuple[dict[str, Any], pd.DataFrame, str]


def _balken(uitkomst: Uitkomst) -> Tekening:
    rijen = grafieken.balken_rijen(uitkomst)
    grens = grafieken.ronde_grens(1.08 * rijen[["langste", "niet_geplaatst"]].max().max())
    titel = f"Opgave (grijs), capaciteit (blauw) en niet geplaatst (oranje) in {uitkomst.jaren[-1]}"
    return grafieken.balken(uitkomst.bron.namen, grens, donker=False), rijen, titel


def _kaart(uitkomst: Uitkomst) -> Tekening:
    rijen = grafieken.kaart_rijen(uitkomst, "benodigd_percentage")
    spec = grafieken.kaart(int(rijen["rij"].max()), int(rijen["kolom"].max()), "benodigd_percentage", donker=False)
    return spec, rijen, f"Benodigd percentage in {uitkomst.jaren[-1]}"


def _pad(uitkomst: Uitkomst) -> Tekening:
    rijen = grafieken.pad_rijen(uitkomst)
    jaren = uitkomst.jaren[0], uitkomst.jaren[-1]
    spec = grafieken.paden(jaren, grafieken.ronde_grens(1.15 * rijen["waarde"].max()), donker=False)
    return spec, rijen, "De regio per jaar, huishoudens per jaar"


def _stromen(uitkomst: Uitkomst) -> Tekening:
    rijen = grafieken.stromen_rijen(model.solidariteit(uitkomst, uitkomst.jaren[-1]))
    spec = grafieken.stromen(len(uitkomst.bron.namen), donker=False)
    return spec, rijen, f"Voor wie is er plek, en bij wie, in {uitkomst.jaren[-1]}"


def _waterval(uitkomst: Uitkomst) -> Tekening:
    rijen = grafieken.waterval_rijen(model.waterval(uitkomst))
    spec = grafieken.staven(len(rijen), grafieken.domein(rijen), "huishoudens per jaar", donker=False)
    return spec, rijen, "Van het gat in 2024 naar dit scenario"


TEKENINGEN: Mapping[str, Callable[[Uitkomst], Tekening]] = {
    "balken": _balken,
    "kaart": _kaart,
    "pad": _pad,
    "stromen": _stromen,
    "waterval": _waterval,
}
"""The charts that can be taken home, by name."""


def _compleet(uitkomst: Uitkomst, stempel: Stempel, naam: str) -> dict[str, Any]:
    """Put figures, a title and the origin in a specification."""
    spec, rijen, titel = TEKENINGEN[naam](uitkomst)
    over = getal(float(uitkomst.regio.niet_geplaatst[-1, 0]))
    return {
        **spec,
        "$schema": SCHEMA,
        "background": "white",
        "width": BREED,
        "padding": 20,
        "data": {"values": model.als_lijst(rijen)},
        "title": {
            "text": f"{stempel.regio}: {over} niet geplaatst in {uitkomst.jaren[-1]}",
            "subtitle": [titel, f"{stempel.scenario}; {stempel.link}; {stempel.datum}; model {stempel.modelversie}"],
            "anchor": "start",
            "fontSize": 20,
            "subtitleFontSize": 13,
        },
    }


def profielpad(uitkomst: Uitkomst, code: str) -> bytes:
    """Draw opgave, capaciteit and niet geplaatst per year of one gemeente as PNG, without a title."""
    naam = uitkomst.bron.namen[uitkomst.bron.codes.index(code)]
    rijen = {naam: grafieken.per_gemeente_rijen(uitkomst)[naam]}
    jaren = uitkomst.jaren[0], uitkomst.jaren[-1]
    spec = {
        **grafieken.per_gemeente(jaren, grafieken.grenzen(rijen, eigen=True)[naam], donker=False),
        "$schema": SCHEMA,
        "background": "white",
        "width": BREED,
        "height": 300,
        "data": {"values": model.als_lijst(rijen[naam])},
    }
    return bytes(vl_convert.vegalite_to_png(spec, scale=SCHAAL))


def svg(uitkomst: Uitkomst, stempel: Stempel, naam: str = "balken") -> bytes:
    """Draw a chart as SVG."""
    return str(vl_convert.vegalite_to_svg(_compleet(uitkomst, stempel, naam))).encode()


def png(uitkomst: Uitkomst, stempel: Stempel, naam: str = "balken") -> bytes:
    """Draw a chart as PNG."""
    return bytes(vl_convert.vegalite_to_png(_compleet(uitkomst, stempel, naam), scale=SCHAAL))

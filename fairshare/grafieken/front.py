"""What more plaatsingen cost regulier woningzoekenden: a line for each level of effort, and the scenario as a point."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fairshare import model
from fairshare.grafieken.thema import ronde_grens, specificatie
from fairshare.kleuren import CAPACITEIT, INKT, VLAK
from fairshare.lui import alt, pd
from fairshare.opmaak import NIETS, getal, procent
from fairshare.weergave import KORT

Grenzen = tuple[float, float]


def puntnaam(punt: Mapping[Any, Any]) -> str:
    """Name a point by its reservering and what else there is in it.

    Examples
    --------
    >>> puntnaam({"reservering": 33.6, "nieuwbouw": 75.0, "doorstroming": 0.0, "alternatief": 25.0})
    '33,6% + 75 nieuwbouw + 25 plekken'
    """
    rest = [f"{getal(punt[naam])} {woord}" for naam, woord in KORT.items() if naam != "reservering" and punt[naam]]
    return " + ".join([procent(punt["reservering"], 1), *rest])


def front_rijen(punten: pd.DataFrame, uitkomst: model.Uitkomst, jaar: int) -> dict[str, pd.DataFrame]:
    """Give the rows of the lines, each with its level at its lower end, and those of the scenario."""
    laatste = ~punten["erbij"].duplicated(keep="last")
    lijnen = pd.DataFrame(
        {
            "x": punten["verdringing"],
            "y": punten["niet_geplaatst"],
            "erbij": punten["erbij"],
            "naam": [puntnaam(punt) for punt in punten.to_dict("records")],
            "tekst": [
                f"{getal(over)} niet geplaatst, verdringing {getal(verlies)}"
                for over, verlies in zip(punten["niet_geplaatst"], punten["verdringing"], strict=True)
            ],
            "bij": [
                (f"+{getal(erbij)}" if erbij > NIETS else "niets erbij") if eind else ""
                for erbij, eind in zip(punten["erbij"], laatste, strict=True)
            ],
        }
    )
    hier = {"x": uitkomst.regionaal("verdringing", jaar), "y": uitkomst.regionaal("niet_geplaatst", jaar)}
    return {"front": lijnen, "nu": pd.DataFrame([{**hier, "bij": "nu"}])}


def front_grenzen(rijen: Mapping[str, pd.DataFrame]) -> tuple[Grenzen, Grenzen]:
    """Give round ends for both axes."""
    hoogste = (max(float(deel[as_].max()) for deel in rijen.values()) for as_ in ("x", "y"))
    x, y = ((0.0, ronde_grens(1.05 * grens)) for grens in hoogste)
    return x, y


@lru_cache(maxsize=32)
def front(grenzen: tuple[Grenzen, Grenzen], donker: bool, eenheid: str) -> dict[str, Any]:
    """Draw the lines on these axes."""
    schalen = [alt.Scale(domain=list(grens), nice=False) for grens in grenzen]
    as_ = alt.Axis(format=",.0f", tickCount=6)
    basis = alt.Chart().encode(
        x=alt.X("x:Q", scale=schalen[0], axis=as_, title="verdringing (woningen per jaar)"),
        y=alt.Y("y:Q", scale=schalen[1], axis=as_, title=f"niet geplaatst ({eenheid})"),
    )
    verf = CAPACITEIT[donker]
    lijn = basis.mark_line(color=verf).encode(
        detail="erbij:N",
        order="x:Q",
        strokeWidth=alt.StrokeWidth("erbij:Q", legend=None).scale(range=[1.5, 5], zero=True),
    )
    punt = basis.mark_point(size=90, filled=True, opacity=1, color=verf, stroke=VLAK[donker], strokeWidth=1.5).encode(
        tooltip=[alt.Tooltip("naam:N", title="Open"), alt.Tooltip("tekst:N", title="Geeft")]
    )
    vast: dict[str, Any] = {"dx": 8, "dy": -9, "align": "left", "fontSize": 14, "fontWeight": "bold"}
    waar = basis.encode(text="bij:N")
    rand = waar.mark_text(color=VLAK[donker], stroke=VLAK[donker], strokeWidth=5, strokeJoin="round", **vast)
    naam = waar.mark_text(color=INKT[donker], **vast)
    nu = basis.mark_point(
        size=280, filled=True, shape="circle", color=INKT[donker], stroke=VLAK[donker], strokeWidth=3, opacity=1
    )
    bij = basis.mark_text(dy=-20, align="center", fontSize=15, fontWeight="bold", color=INKT[donker]).encode(
        text="bij:N"
    )
    spec = specificatie(alt.layer(lijn, punt, rand, naam, nu, bij).properties(height=440, width="container"), donker)
    for laag, rijen in zip(spec["layer"], ("front", "front", "front", "front", "nu", "nu"), strict=True):
        laag["data"] = {"name": rijen}
    return spec

"""The field of reservering x mutatiegraad, with lines of equal niet geplaatst and the scenario as a point."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import model
from fairshare.grafieken.thema import specificatie
from fairshare.kleuren import INKT, VERLOOP, VLAK
from fairshare.lui import alt, pd
from fairshare.onthouden import onthoud
from fairshare.opmaak import getal, procent
from fairshare.scenario import Scenario

RUIM = 1.08
"""A cell of the field is a little larger than its step, so that no seams show."""


def vlak_rijen(vlak: model.Vlak, scenario: Scenario, graad: float, hoogstens: int) -> dict[str, pd.DataFrame]:
    """Give the rows of the field, which stands still while the scenario moves in it, and those of the scenario."""
    nu = pd.DataFrame({"x": [scenario.reservering], "y": [graad], "tekst": ["nu"]})
    return {**_veld_rijen(vlak, hoogstens), "nu": nu}


@onthoud
def _veld_rijen(vlak: model.Vlak, hoogstens: int) -> dict[str, pd.DataFrame]:
    """Give the cells, and rows of ``soort`` lijn and naam (a line and its label)."""
    veld = vlak.veld
    half = {as_: RUIM / 2 * float(np.diff(veld[as_].unique()).mean()) for as_ in ("reservering", "mutatiegraad")}
    woord = {deel: procent(deel, 1) for as_ in half for deel in veld[as_].unique().tolist()}
    vakken = pd.DataFrame(
        {
            "x": (veld["reservering"] - half["reservering"]).round(3),
            "x2": (veld["reservering"] + half["reservering"]).round(3),
            "y": (veld["mutatiegraad"] - half["mutatiegraad"]).round(3),
            "y2": (veld["mutatiegraad"] + half["mutatiegraad"]).round(3),
            "waarde": veld["niet_geplaatst"].round(1),
            "tekst": [f"{woord[r]} en {woord[g]}: {getal(n)}" for r, g, n in veld.to_numpy().tolist()],
        }
    )
    lijnen = vlak.lijnen.rename(columns={"reservering": "x", "mutatiegraad": "y", "niveau": "waarde"})
    lijnen = lijnen.assign(doel=lijnen["waarde"] == hoogstens, tekst=lijnen["waarde"].map(getal))
    plek = lijnen.groupby("waarde").cumcount() / lijnen.groupby("waarde")["x"].transform("size")
    namen = lijnen[plek >= lijnen["doel"].map({True: 0.6, False: 0.25})].drop_duplicates("waarde")
    alle = pd.concat([lijnen.assign(soort="lijn"), namen.assign(soort="naam")], ignore_index=True)
    return {"veld": vakken, "lijnen": alle}


@lru_cache(maxsize=16)
def vlak(grenzen: tuple[tuple[float, float], tuple[float, float]], donkerst: float, donker: bool) -> dict[str, Any]:
    """Draw the field.

    Parameters
    ----------
    grenzen
        The ends of both axes [percent].
    donkerst
        Niet geplaatst at which a cell is darkest.
    donker
        Whether the screen is dark.
    """

    def deel(soort: str) -> alt.Chart:
        return alt.Chart().transform_filter(f"datum.soort == '{soort}'")

    assen = [
        as_.scale(domain=list(grens), nice=False, zero=False, clamp=True).title(titel)
        for as_, grens, titel in (
            (alt.X("x:Q").axis(format=",.0f", grid=False, tickCount=6), grenzen[0], "reservering (%)"),
            (alt.Y("y:Q").axis(format=",.1f", grid=False, tickCount=6), grenzen[1], "mutatiegraad (%)"),
        )
    ]
    x, y = assen
    vulling = alt.Color(
        "waarde:Q",
        scale=alt.Scale(domain=[0, donkerst / 2, donkerst], range=list(VERLOOP[donker]), clamp=True, interpolate="rgb"),
        legend=None,
    )
    vak = (
        alt.Chart()
        .mark_rect()
        .encode(x=x, x2="x2:Q", y=y, y2="y2:Q", color=vulling, tooltip=alt.Tooltip("tekst:N", title="Niet geplaatst"))
    )
    lijn = (
        deel("lijn")
        .mark_line(color=INKT[donker])
        .encode(
            x=x,
            y=y,
            detail="waarde:N",
            strokeWidth=alt.StrokeWidth("doel:N", legend=None).scale(domain=[False, True], range=[1.3, 4]),
        )
    )
    naam = (
        deel("naam")
        .mark_text(fontSize=13, fontWeight="bold", dy=-9, align="left", color=INKT[donker])
        .encode(x=x, y=y, text="tekst:N")
    )
    nu = (
        alt.Chart()
        .mark_point(
            size=260, filled=True, shape="circle", color=INKT[donker], stroke=VLAK[donker], strokeWidth=3, opacity=1
        )
        .encode(x=x, y=y)
    )
    bij = (
        alt.Chart()
        .mark_text(dy=-20, align="center", fontSize=15, fontWeight="bold", color=INKT[donker])
        .encode(x=x, y=y, text="tekst:N")
    )
    spec = specificatie(alt.layer(vak, lijn, naam, nu, bij).properties(height=420, width="container"), donker)
    for laag, rijen in zip(spec["layer"], ("veld", "lijnen", "lijnen", "nu", "nu"), strict=True):
        laag["data"] = {"name": rijen}
    return spec

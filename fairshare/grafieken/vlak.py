"""The field of reservering x mutatiegraad, with lines of equal niet geplaatst and the scenario as a point."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare import model
from fairshare.grafieken.thema import specificatie
from fairshare.kleuren import INKT, VERLOOP, VLAK
from fairshare.lui import alt, pd
from fairshare.onthouden import onthoud
from fairshare.opmaak import getal, procent
from fairshare.scenario import Scenario

RUIM = 1.08
"""A cell of the field is a little larger than its step, so that no seams show."""

LETTER_BREED, LETTER_HOOG = 0.025, 0.05
"""The room of a letter in the field on a phone, as a part of its width and height."""

DELEN = tuple(deel / 40 for deel in range(40))
"""Where along a line its name may stand, as a part of the line."""


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
    breed, hoog = float(np.ptp(veld["reservering"])), float(np.ptp(veld["mutatiegraad"]))
    namen = _namen(lijnen, (float(veld["reservering"].min()), float(veld["mutatiegraad"].min())), (breed, hoog))
    alle = pd.concat([lijnen.assign(soort="lijn"), namen.assign(soort="naam")], ignore_index=True)
    return {"veld": vakken, "lijnen": alle}


def _namen(lijnen: pd.DataFrame, hoek: tuple[float, float], maat: tuple[float, float]) -> pd.DataFrame:
    """Give each line its name once, that of the goal first: where it stands within the field, on no line and over no other name, else nowhere."""
    gekozen: list[int] = []
    bezet: list[tuple[float, float, float]] = []
    per_lijn = {naam: deel.sort_values("x")[["x", "y"]].to_numpy().T for naam, deel in lijnen.groupby("waarde")}
    anderen = {naam: [deel for ander, deel in per_lijn.items() if ander != naam] for naam in per_lijn}
    for naam, lijn in sorted(lijnen.groupby("waarde"), key=lambda een: (not een[1]["doel"].any(), een[0])):
        eerst = 0.6 if lijn["doel"].any() else 0.25
        breed = LETTER_BREED * len(str(lijn["tekst"].iloc[0]))
        for deel in sorted(DELEN, key=lambda deel: abs(deel - eerst)):
            rij = lijn.iloc[int(deel * len(lijn))]
            x, y = (float(rij["x"]) - hoek[0]) / maat[0], (float(rij["y"]) - hoek[1]) / maat[1]
            vrij = all(x > ander + wijd or ander > x + breed or abs(y - op) > LETTER_HOOG for ander, op, wijd in bezet)
            onder = hoek[1] + maat[1] * (y + 0.01)
            eronder = hoek[0] + maat[0] * np.linspace(x, x + breed, 7)
            vrij = vrij and not any(
                _kruist(ander, eronder, onder, onder + maat[1] * 0.6 * LETTER_HOOG) for ander in anderen[naam]
            )
            if vrij and x + breed <= 1 and y + LETTER_HOOG <= 1:
                gekozen.append(int(lijn.index[int(deel * len(lijn))]))
                bezet.append((x, y, breed))
                break
    return lijnen.loc[gekozen]


def _kruist(lijn: NDArray[np.float64], x: NDArray[np.float64], onder: float, boven: float) -> bool:
    """Whether a line passes between two heights where x goes."""
    y = np.interp(x, lijn[0], lijn[1], left=np.nan, right=np.nan)
    y = y[np.isfinite(y)]
    return bool(len(y) and y.min() < boven and y.max() > onder)


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

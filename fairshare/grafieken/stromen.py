"""Flows between gemeenten: on the left who delivers, or nobody; on the right whose tekort it is."""

from functools import lru_cache
from typing import Any

import altair as alt
import numpy as np
import pandas as pd

from fairshare import model
from fairshare.grafieken.thema import ACCENT, CAPACITEIT, INKT, grootste, specificatie
from fairshare.opmaak import getal

KLEINSTE_DEEL = 0.055
"""Every name gets at least this part of the height, so that no two overlap."""

HOOGTE_PER_NAAM = 44
_STAPPEN = np.linspace(0, 1, 9)
_BOCHT = 3 * _STAPPEN**2 - 2 * _STAPPEN**3


def stromen_rijen(beeld: model.Solidariteit) -> pd.DataFrame:
    """Lay the flows out: rows of ``soort`` band (a flow, with its edges), links and rechts (the names beside it)."""
    stromen = grootste(beeld.stromen, beeld.stromen["aantal"]).sort_values(
        "van", key=lambda van: van == model.GEEN_PLEK, kind="stable"
    )
    links, rechts = (_plaatsen(stromen, kant) for kant in ("van", "naar"))
    delen = [_naam(links, "links", 0.0), _naam(rechts, "rechts", 1.0)]
    schaal = _schaal(stromen)
    boven = {"van": dict(links["boven"]), "naar": dict(rechts["boven"])}
    banden = []
    for van, naar, aantal in stromen.to_numpy().tolist():
        dikte = aantal * schaal
        begin, eind = boven["van"][van], boven["naar"][naar]
        boven["van"][van] += dikte
        boven["naar"][naar] += dikte
        rand = begin + (eind - begin) * _BOCHT
        banden.append((rand, rand + dikte, f"{van} → {naar}: {getal(aantal, 1)}", van == model.GEEN_PLEK))
    return pd.concat([*delen, _banden(banden)], ignore_index=True)


def _banden(banden: list[tuple[Any, Any, str, bool]]) -> pd.DataFrame:
    """Lay the flows below each other, each with as many rows as it has steps."""
    randen, onder, teksten, geen = zip(*banden, strict=True) if banden else ((), (), (), ())
    keer = len(_STAPPEN)
    return pd.DataFrame(
        {
            "soort": "band",
            "stroom": np.repeat(np.arange(len(banden)), keer),
            "x": np.tile(_STAPPEN, len(banden)),
            "boven": np.concatenate([*randen, []]),
            "onder": np.concatenate([*onder, []]),
            "tekst": [tekst for tekst in teksten for _ in _STAPPEN],
            "geen": np.repeat(np.array(geen, dtype=bool), keer),
        }
    )


def _schaal(stromen: pd.DataFrame) -> float:
    """Give the height of one household: what is left when every name has its least part."""
    namen = max(stromen["van"].nunique(), stromen["naar"].nunique(), 1)
    return max(0.2, 1 - namen * KLEINSTE_DEEL) / (stromen["aantal"].sum() or 1)


def _plaatsen(stromen: pd.DataFrame, kant: str) -> pd.DataFrame:
    """Put the names of one side below each other: total, where its flows begin, and the middle."""
    totaal = stromen.groupby(kant, sort=False)["aantal"].sum()
    hoogte = totaal * _schaal(stromen)
    vak = hoogte + KLEINSTE_DEEL
    over = 1 - vak.sum()
    midden = vak.cumsum() - vak / 2 + over / 2
    return pd.DataFrame({"totaal": totaal, "boven": midden - hoogte / 2, "midden": midden})


def _naam(plaatsen: pd.DataFrame, soort: str, x: float) -> pd.DataFrame:
    tekst = [f"{naam} {getal(totaal)}" for naam, totaal in plaatsen["totaal"].items()]
    rijen = pd.DataFrame({"soort": soort, "x": x, "boven": plaatsen["midden"].to_numpy(), "tekst": tekst})
    return rijen.assign(geen=plaatsen.index == model.GEEN_PLEK)


@lru_cache(maxsize=16)
def stromen(aantal: int, donker: bool) -> dict[str, Any]:
    """Draw the flows, blue where a gemeente delivers and in the accent where nobody does.

    Parameters
    ----------
    aantal
        The number of gemeenten; it sets the height.
    donker
        Whether the screen is dark.
    """
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-0.6, 1.65], nice=False))
    hoog = alt.Scale(domain=[1, 0], nice=False)
    band = (
        alt.Chart()
        .transform_filter("datum.soort == 'band'")
        .mark_area(opacity=0.75, strokeWidth=1, strokeOpacity=0.9, interpolate="monotone")
        .encode(
            x=x,
            y=alt.Y("boven:Q", axis=None, scale=hoog),
            y2="onder:Q",
            detail="stroom:N",
            color=_kleur(donker),
            stroke=_kleur(donker, "stroke"),
            tooltip=alt.Tooltip("tekst:N", title="Stroom"),
        )
    )
    lagen: list[alt.Chart] = [band]
    for soort, kant, dx in (("links", "right", -8), ("rechts", "left", 8)):
        deel: Any = alt.Chart().transform_filter(f"datum.soort == '{soort}'")
        tekst = deel.mark_text(align=kant, dx=dx, fontSize=14, color=INKT[donker])
        lagen.append(tekst.encode(x=x, y=alt.Y("boven:Q", axis=None, scale=hoog), text="tekst:N"))
    hoogte = max(280, HOOGTE_PER_NAAM * aantal)
    return specificatie(alt.layer(*lagen).properties(height=hoogte, width="container"), donker)


def _kleur(donker: bool, soort: str = "color") -> Any:
    kanaal = alt.Color if soort == "color" else alt.Stroke
    return kanaal("geen:N", scale=alt.Scale(domain=[True, False], range=[ACCENT, CAPACITEIT[donker]]), legend=None)

"""The charts of Groeipad: the region per year, and a small one for each gemeente."""

from functools import lru_cache
from typing import Any

import altair as alt
import pandas as pd

from fairshare import model
from fairshare.grafieken.thema import ACCENT, CAPACITEIT, STIL, specificatie
from fairshare.opmaak import getal

EVALUATIE = 2030
"""The year in which the agreement is evaluated (Afsprakenkader 2-3-2026)."""

REEKSEN = {"opgave": "Opgave", "capaciteit": "Capaciteit", "niet_geplaatst": "Niet geplaatst"}


def pad_rijen(uitkomst: model.Uitkomst) -> pd.DataFrame:
    """Give the region per year, one row for each year and series."""
    lang = model.regio_tabel(uitkomst).melt("jaar", list(REEKSEN), "reeks", "waarde")
    return lang.assign(reeks=lang["reeks"].map(REEKSEN), tekst=lang["waarde"].map(getal))


def per_gemeente_rijen(uitkomst: model.Uitkomst) -> dict[str, pd.DataFrame]:
    """Give the same per gemeente, by name."""
    lang = model.gemeenten_tabel(uitkomst).melt(["jaar", "naam"], list(REEKSEN), "reeks", "waarde")
    lang = lang.assign(reeks=lang["reeks"].map(REEKSEN), tekst=lang["waarde"].map(getal))
    return {naam: lang[lang["naam"] == naam].drop(columns="naam") for naam in uitkomst.bron.namen}


def _kleuren(donker: bool) -> alt.Color:
    return alt.Color(
        "reeks:N",
        scale=alt.Scale(domain=list(REEKSEN.values()), range=[STIL[donker], CAPACITEIT, ACCENT]),
        legend=None,
    )


def _streep() -> alt.StrokeDash:
    """Tell the opgave apart without colour too: a broken line."""
    schaal = alt.Scale(domain=list(REEKSEN.values()), range=[[6, 4], [1, 0], [1, 0]])
    return alt.StrokeDash("reeks:N", scale=schaal, legend=None)


def _jaren(jaren: tuple[int, int], aantal: int) -> alt.X:
    return alt.X(
        "jaar:Q",
        title=None,
        scale=alt.Scale(domain=list(jaren), nice=False),
        axis=alt.Axis(format="d", tickCount=aantal, grid=False, labelFlush=False),
    )


@lru_cache(maxsize=64)
def paden(jaren: tuple[int, int], grens: float, donker: bool) -> dict[str, Any]:
    """Draw opgave, capaciteit and niet geplaatst of the region per year, with the evaluation of 2030 as a line.

    Parameters
    ----------
    jaren
        First and last year.
    grens
        The end of the axis [homes per year]; fixed, so that lines move and the axis does not.
    donker
        Whether the screen is dark.
    """
    lijn = (
        alt.Chart()
        .mark_line(strokeWidth=3.5, point=alt.OverlayMarkDef(size=60, filled=True))
        .encode(
            x=_jaren(jaren, min(10, jaren[1] - jaren[0])),
            y=alt.Y(
                "waarde:Q",
                title="huishoudens per jaar",
                scale=alt.Scale(domain=[0, grens], nice=False),
                axis=alt.Axis(format=",.0f", tickCount=5),
            ),
            color=_kleuren(donker),
            strokeDash=_streep(),
            tooltip=[
                alt.Tooltip("jaar:Q", title="Jaar", format="d"),
                alt.Tooltip("reeks:N", title="Reeks"),
                alt.Tooltip("tekst:N", title="Huishoudens per jaar"),
            ],
        )
    )
    laatste = alt.Chart().transform_filter(f"datum.jaar == {jaren[1]}")
    uiteinde = laatste.mark_text(align="right", dx=-2, dy=-14, fontSize=15, fontWeight="bold").encode(
        x="jaar:Q", y="waarde:Q", text=alt.Text("tekst:N"), color=_kleuren(donker)
    )
    naam = alt.Chart().transform_filter(f"datum.jaar == {jaren[0]}")
    begin = naam.mark_text(align="left", dx=2, dy=-14, fontSize=15, fontWeight="bold").encode(
        x="jaar:Q", y="waarde:Q", text="reeks:N", color=_kleuren(donker)
    )
    lagen = [lijn, begin, uiteinde]
    if jaren[0] < EVALUATIE < jaren[1]:
        lagen += _evaluatie(donker)
    return specificatie(alt.layer(*lagen).properties(height=380, width="container"), donker)


def _evaluatie(donker: bool) -> list[alt.Chart]:
    lijn = alt.Chart().mark_rule(strokeDash=[4, 4], color=STIL[donker], strokeWidth=1.5).encode(x=alt.datum(EVALUATIE))
    tekst = (
        alt.Chart()
        .mark_text(align="left", dx=6, dy=4, baseline="top", fontSize=13, color=STIL[donker])
        .encode(x=alt.datum(EVALUATIE), y=alt.value(0), text=alt.value(f"evaluatie {EVALUATIE}"))
    )
    return [lijn, tekst]


@lru_cache(maxsize=256)
def per_gemeente(jaren: tuple[int, int], grens: float, donker: bool) -> dict[str, Any]:
    """Draw the small chart of one gemeente: opgave, capaciteit and niet geplaatst per year.

    Parameters
    ----------
    jaren
        First and last year.
    grens
        The end of the axis [homes per year].
    donker
        Whether the screen is dark.
    """
    lijn = (
        alt.Chart()
        .mark_line(strokeWidth=2.5)
        .encode(
            x=_jaren(jaren, 2),
            y=alt.Y(
                "waarde:Q",
                title=None,
                scale=alt.Scale(domain=[0, grens], nice=False),
                axis=alt.Axis(format=",.0f", tickCount=3),
            ),
            color=_kleuren(donker),
            strokeDash=_streep(),
            tooltip=[
                alt.Tooltip("jaar:Q", title="Jaar", format="d"),
                alt.Tooltip("reeks:N", title="Reeks"),
                alt.Tooltip("tekst:N", title="Huishoudens per jaar"),
            ],
        )
    )
    return specificatie(lijn.properties(height=120, width="container"), donker)

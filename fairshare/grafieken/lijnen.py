"""One chart of lines for many pages: a figure per year in a few series, with a band around it where there is one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from fairshare.grafieken.thema import AS, jaaras, met_as, specificatie
from fairshare.kleuren import ACCENT, CAPACITEIT, PAARS, REGULIER, STIL, in_letters
from fairshare.lui import alt

STREPEN: tuple[tuple[int, ...], ...] = ((1, 0), (8, 4), (2, 3), (10, 3, 2, 3))
"""How series differ without colour."""


MEESTE_STREEPJES = 5
"""Steps along the axis of years, so that no label is left out for want of room."""


def kleuren(donker: bool) -> dict[str, str]:
    """Give the colours by name.

    Examples
    --------
    >>> kleuren(False)["niet geplaatst"] == ACCENT
    True
    """
    return {
        "niet geplaatst": ACCENT,
        "capaciteit": CAPACITEIT[donker],
        "regulier": REGULIER[donker],
        "paars": PAARS[donker],
        "stil": STIL[donker],
    }


def streepjes(jaren: tuple[int, int]) -> tuple[int, ...]:
    """Give the years along the axis: few enough for half a screen, the first and the last among them.

    Examples
    --------
    >>> streepjes((2026, 2035)), streepjes((2026, 2030))
    ((2026, 2029, 2032, 2035), (2026, 2027, 2028, 2029, 2030))
    """
    lengte = jaren[1] - jaren[0]
    stap = next((stap for stap in (1, 2, 3, 5) if lengte % stap == 0 and lengte / stap <= MEESTE_STREEPJES), lengte)
    return tuple(range(jaren[0], jaren[1] + 1, max(1, stap)))


@lru_cache(maxsize=128)
def lijnen(
    reeksen: tuple[tuple[str, str], ...],
    jaren: tuple[int, int],
    domein: tuple[float, float],
    eenheid: str,
    donker: bool,
) -> dict[str, Any]:
    """Draw lines per year. The rows have ``jaar``, ``reeks``, ``waarde``, ``tekst`` and for a band ``laag``, ``hoog``.

    ``bij`` is the label of the last year, beside the end of the line; "" for a series that only serves to compare.

    Parameters
    ----------
    reeksen
        The series with the name of their colour.
    jaren
        First and last year.
    domein
        The ends of the axis; fixed, so that lines move and the axis does not.
    eenheid
        What the figures are, for the tooltip.
    donker
        Whether the screen is dark.
    """
    spec: dict[str, Any] = met_as(_lijnen(reeksen, jaren, eenheid, donker), domein)
    return spec


@lru_cache(maxsize=128)
def _lijnen(reeksen: tuple[tuple[str, str], ...], jaren: tuple[int, int], eenheid: str, donker: bool) -> dict[str, Any]:
    """Draw lines on any axis."""
    namen = [naam for naam, _ in reeksen]
    verf = [kleuren(donker)[kleur] for _, kleur in reeksen]
    kleur = alt.Color("reeks:N", scale=alt.Scale(domain=namen, range=verf), legend=None)
    letters = alt.Fill(
        "reeks:N", scale=alt.Scale(domain=namen, range=[in_letters(een, donker) for een in verf]), legend=None
    )
    y = alt.Y(
        "waarde:Q",
        title=None,
        scale=alt.Scale(domain=list(AS), nice=False, zero=False),
        axis=alt.Axis(format=",.0f", tickCount=5),
    )
    rand = alt.Stroke("reeks:N", scale=alt.Scale(domain=namen, range=verf), legend=None)
    band = (
        alt.Chart()
        .mark_area(fillOpacity=0.22, strokeWidth=1)
        .encode(x="jaar:Q", y="laag:Q", y2="hoog:Q", color=kleur, stroke=rand)
    )
    strepen = alt.Scale(domain=namen, range=[list(STREPEN[nummer % len(STREPEN)]) for nummer in range(len(namen))])
    lijn = (
        alt.Chart()
        .mark_line(strokeWidth=3.5)
        .encode(
            x=jaaras(jaren, streepjes(jaren)),
            y=y,
            color=kleur,
            strokeDash=alt.StrokeDash("reeks:N", scale=strepen, legend=None),
            tooltip=[
                alt.Tooltip("jaar:Q", title="Jaar", format="d"),
                alt.Tooltip("reeks:N", title="Reeks"),
                alt.Tooltip("tekst:N", title=eenheid),
            ],
        )
    )
    punt = lijn.mark_point(size=45, filled=True, opacity=1)
    eind = alt.Chart().transform_filter(f"datum.jaar == {jaren[1]}")
    tekst = eind.mark_text(align="left", dx=9, baseline="middle", fontSize=15, fontWeight="bold").encode(
        x="jaar:Q", y="waarde:Q", text="bij:N", fill=letters
    )
    return specificatie(alt.layer(band, lijn, punt, tekst).properties(height=340, width="container"), donker)


@lru_cache(maxsize=64)
def eigen_pad(jaren: tuple[int, int], donker: bool) -> dict[str, Any]:
    """Draw an own path small, beside its points: the rows have ``jaar``, ``deel`` [percent], ``tekst`` and ``gekozen``."""
    basis = alt.Chart().encode(
        x=jaaras(jaren, jaren),
        y=alt.Y("deel:Q", title=None, scale=alt.Scale(domain=[0, 100]), axis=alt.Axis(values=[0, 50, 100])),
        tooltip=[alt.Tooltip("jaar:Q", title="Jaar", format="d"), alt.Tooltip("tekst:N", title="Van de weg")],
    )
    lijn = basis.mark_line(strokeWidth=3, color=CAPACITEIT[donker])
    punt = basis.transform_filter("datum.gekozen").mark_point(size=70, filled=True, opacity=1, color=CAPACITEIT[donker])
    return specificatie(alt.layer(lijn, punt).properties(height=110, width="container"), donker)

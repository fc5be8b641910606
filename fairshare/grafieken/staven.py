"""One chart of bars for many pages: a row a bar, from one figure to another, with a mark to compare with."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Literal

from fairshare.grafieken.thema import AS, met_as, specificatie
from fairshare.kleuren import ACCENT, CAPACITEIT, INKT, OPGAVE, REGULIER, STIL
from fairshare.lui import alt

HOOGTE_PER_STAAF, HOOGTE_AS = 33, 50


@lru_cache(maxsize=128)
def staven(aantal: int, domein: tuple[float, float], eenheid: str, donker: bool) -> dict[str, Any]:
    """Draw bars below each other.

    The rows have ``naam``, ``van`` and ``tot`` (the ends of the bar), ``streep`` (a mark, or nan), ``kleur`` (niet
    geplaatst, capaciteit, regulier or stil) and ``tekst`` (the label, which stands at ``bij``, left of it where ``onder``);
    bars come in their order.

    Parameters
    ----------
    aantal
        How many bars there are at most.
    domein
        The ends of the axis; fixed, so that bars move and the axis does not.
    eenheid
        What stands along the axis.
    donker
        Whether the screen is dark.
    """
    spec: dict[str, Any] = met_as(_staven(aantal, domein[0] < 0, eenheid, donker), domein)
    return spec


@lru_cache(maxsize=128)
def _staven(aantal: int, met_nul: bool, eenheid: str, donker: bool) -> dict[str, Any]:
    """Draw bars on any axis; with a line at 0 when it stands within."""
    basis = alt.Chart().encode(
        y=alt.Y(
            "naam:N",
            sort=alt.EncodingSortField("volgorde", "min"),
            title=None,
            axis=alt.Axis(labelPadding=8, labelLimit=230),
        ),
        tooltip=[alt.Tooltip("naam:N", title=" "), alt.Tooltip("tekst:N", title=eenheid)],
    )
    x = alt.X(
        "van:Q",
        title=eenheid,
        scale=alt.Scale(domain=list(AS), nice=False),
        axis=alt.Axis(format=",.0f", tickCount=5),
    )
    kleuren = {
        "niet geplaatst": ACCENT,
        "capaciteit": CAPACITEIT[donker],
        "regulier": REGULIER[donker],
        "stil": OPGAVE[donker],
    }
    kleur = alt.Fill("kleur:N", scale=alt.Scale(domain=list(kleuren), range=list(kleuren.values())), legend=None)
    randen = {**kleuren, "stil": STIL[donker]}
    rand = alt.Stroke("kleur:N", scale=alt.Scale(domain=list(randen), range=list(randen.values())), legend=None)

    def bekend(veld: str) -> alt.Chart:
        return basis.transform_filter(f"isValid(datum.{veld})")

    staaf = bekend("tot").mark_bar(size=18, cornerRadius=2, strokeWidth=1)
    staaf = staaf.encode(x=x, x2="tot:Q", fill=kleur, stroke=rand)
    streep = bekend("streep").mark_tick(thickness=3, size=26, color=INKT[donker]).encode(x="streep:Q")

    def tekst(kant: Literal["left", "right"], welke: str) -> alt.Chart:
        letters = basis.mark_text(align=kant, dx=7 if kant == "left" else -7, fontSize=13, color=INKT[donker])
        return letters.transform_filter(welke).encode(x="bij:Q", text="tekst:N")

    nul = alt.Chart().mark_rule(color=STIL[donker], strokeWidth=1).encode(x=alt.datum(0))
    lagen = [*([nul] if met_nul else []), staaf, streep, tekst("left", "!datum.onder")]
    if met_nul:
        lagen.append(tekst("right", "datum.onder"))
    hoogte = HOOGTE_AS + HOOGTE_PER_STAAF * aantal
    return specificatie(alt.layer(*lagen).properties(height=hoogte, width="container"), donker)

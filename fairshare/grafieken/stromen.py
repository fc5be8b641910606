"""Flows between gemeenten: on the left who delivers, or nobody; on the right whose tekort it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

from fairshare import model
from fairshare.grafieken.thema import Rijen, grootste, specificatie
from fairshare.kleuren import ACCENT, CAPACITEIT, INKT
from fairshare.lui import alt
from fairshare.opmaak import getal

KLEINSTE_DEEL = 0.055
"""Every name gets at least this part of the height, so that no two overlap."""

HOOGTE_PER_NAAM = 44
_STAPPEN = np.linspace(0, 1, 9)
_BOCHT = 3 * _STAPPEN**2 - 2 * _STAPPEN**3


_KOLOMMEN = ("soort", "x", "boven", "tekst", "geen", "stroom", "onder")
_Stroom = tuple[str, str, float]


class _Plaats(NamedTuple):
    """Of a name: how much flows there, and on the height from 0 to 1 where that begins and what its middle is."""

    totaal: float
    boven: float
    midden: float


def stromen_rijen(beeld: model.Solidariteit) -> Rijen:
    """Lay the flows out: rows of ``soort`` band (a flow, with its edges), links and rechts (the names beside it)."""
    gekozen = grootste(beeld.kolommen["aantal"])
    kolommen = (kolom[gekozen].tolist() for kolom in beeld.kolommen.values())
    stromen = sorted(zip(*kolommen, strict=True), key=lambda stroom: stroom[0] == model.GEEN_PLEK)
    schaal = _schaal(stromen)
    links, rechts = (_plaatsen(stromen, kant, schaal) for kant in (0, 1))
    heel = _hele_woningen(beeld)
    rijen = [
        (
            soort,
            x,
            plaats.midden,
            f"{naam} {getal(heel[soort].get(naam, plaats.totaal))}",
            naam == model.GEEN_PLEK,
            np.nan,
            np.nan,
        )
        for soort, x, kant in (("links", 0.0, links), ("rechts", 1.0, rechts))
        for naam, plaats in kant.items()
    ]
    begin, eind = ({naam: plaats.boven for naam, plaats in kant.items()} for kant in (links, rechts))
    for nummer, (van, naar, aantal) in enumerate(stromen):
        dikte, geen, tekst = aantal * schaal, van == model.GEEN_PLEK, f"{van} → {naar}: {getal(aantal, 1)}"
        rand = begin[van] + (eind[naar] - begin[van]) * _BOCHT
        begin[van] += dikte
        eind[naar] += dikte
        rijen += [
            ("band", x, boven, tekst, geen, nummer, boven + dikte)
            for x, boven in zip(_STAPPEN.tolist(), rand.tolist(), strict=True)
        ]
    return {naam: [rij[plek] for rij in rijen] for plek, naam in enumerate(_KOLOMMEN)}


def _hele_woningen(beeld: model.Solidariteit) -> dict[str, dict[str, float]]:
    """Give what stands beside the names: what each delivers and has too few, as the cards and the table say it; the known ones."""
    namen, geen = [*beeld.uitkomst.bron.namen, model.GEEN_PLEK], beeld.heel("niet_geplaatst")[-1]
    kanten = {"links": [*beeld.heel("geleverd")[:-1], geen], "rechts": [*beeld.heel("tekort")[:-1], geen]}
    return {
        soort: {naam: een for naam, een in zip(namen, kant, strict=True) if een == een}
        for soort, kant in kanten.items()
    }


def _schaal(stromen: Sequence[_Stroom]) -> float:
    """Give the height of one household: what is left when every name has its least part."""
    namen = max(len({van for van, _, _ in stromen}), len({naar for _, naar, _ in stromen}), 1)
    return max(0.2, 1 - namen * KLEINSTE_DEEL) / (sum(aantal for _, _, aantal in stromen) or 1)


def _plaatsen(stromen: Sequence[_Stroom], kant: int, schaal: float) -> dict[str, _Plaats]:
    """Put the names of one side (0 for van, 1 for naar) below each other, in the middle of the height."""
    totalen: dict[str, float] = {}
    for stroom in stromen:
        naam = str(stroom[kant])
        totalen[naam] = totalen.get(naam, 0.0) + stroom[2]
    plaatsen, hier = {}, (1 - schaal * sum(totalen.values()) - KLEINSTE_DEEL * len(totalen)) / 2
    for naam, totaal in totalen.items():
        boven, hoogte = hier + KLEINSTE_DEEL / 2, schaal * totaal
        plaatsen[naam] = _Plaats(totaal, boven, boven + hoogte / 2)
        hier += hoogte + KLEINSTE_DEEL
    return plaatsen


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
        .mark_area(fillOpacity=0.75, strokeWidth=1.5, interpolate="monotone")
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

"""The charts of Groeipad: the region per year, and a small one for each gemeente."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from itertools import combinations, product
from math import ceil, isnan
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare import model
from fairshare.grafieken.thema import MEESTE, RUIS, Rijen, grootste, jaaras, ronde_grens, specificatie
from fairshare.kleuren import ACCENT, CAPACITEIT, STIL, VLAK, in_letters
from fairshare.lui import alt
from fairshare.model.kerncijfers import MERK_NODIG
from fairshare.opmaak import benodigd, getal, procent

Merkjaar = tuple[int, str]
"""A year that is marked on the path, with what it is."""

NIET = "niet_geplaatst"
REEKSEN = {"opgave": "Opgave", "capaciteit": "Capaciteit", NIET: "Niet geplaatst"}
"""The series of every path; niet geplaatst is the last."""


MEESTE_KLEINE = 12
"""So many small charts beside each other; of more gemeenten those with the most niet geplaatst."""


def getekend(uitkomst: model.Uitkomst) -> list[str]:
    """Give the names of the gemeenten that get a small chart."""
    maat = uitkomst.per_gemeente("niet_geplaatst")
    return [uitkomst.bron.namen[plek] for plek in grootste(maat, MEESTE_KLEINE if len(maat) > MEESTE else MEESTE)]


Reeksen = Mapping[str, NDArray[np.float64]]


def _punten(uitkomst: model.Uitkomst, reeksen: Reeksen, plek: int) -> dict[str, list[Any]]:
    """Give one row for each series and year, with the figure in whole homes as text.

    ``plek`` is that of the gemeente, and for the region the one after the last.
    """
    heel = np.stack([model.heel(uitkomst, naam)[plek] for naam in reeksen])
    return {
        "jaar": [*uitkomst.jaren] * len(reeksen),
        "reeks": [REEKSEN[naam] for naam in reeksen for _ in uitkomst.jaren],
        "waarde": np.stack(list(reeksen.values())).ravel().tolist(),
        "tekst": [getal(waarde) for waarde in heel.ravel().tolist()],
    }


def _reeksen(uitkomst: model.Uitkomst, reeksen: Reeksen, plek: int, kader: NDArray[np.float64]) -> dict[str, list[Any]]:
    """Give the same with where the words at the lines stand, and niet geplaatst of the agreement per year unless it is the same."""
    jaren, waarden = uitkomst.jaren, np.stack(list(reeksen.values()))
    toen = dict(zip(model.kader(uitkomst.bron).jaren, kader.tolist(), strict=True))
    bij = np.full(waarden.shape, np.nan)
    hoogste = float(np.nanmax(waarden, initial=1.0))
    for jaar, ernaast in ((0, slice(ceil(len(jaren) / 3))), (-1, slice(-ceil(len(jaren) / 4), None))):
        bij[:, jaar] = _bij_de_lijn(waarden[:, jaar], waarden[:, ernaast], hoogste)
    naast = np.array([toen.get(jaar, np.nan) if naam == NIET else np.nan for naam in reeksen for jaar in jaren])
    zelfde = np.isclose(naast.reshape(waarden.shape)[-1], waarden[-1], equal_nan=True).all()
    return _punten(uitkomst, reeksen, plek) | {
        "plek": bij.ravel().tolist(),
        "kader": (naast * np.nan if zelfde else naast).tolist(),
    }


def _bij_de_lijn(waarden: NDArray[np.float64], stukken: NDArray[np.float64], hoogste: float) -> NDArray[np.float64]:
    """Place the words at the ends of lines: above or below its own line, where no line and no other word is, and as near as can be.

    ``stukken`` are the parts of the lines beside which a word stands, shape (reeks, jaar). Where both sides are as near
    a word stands above its line, that of the lowest below it.

    Examples
    --------
    >>> _bij_de_lijn(einden := np.array([100.0, 45.0, 40.0]), einden[:, None], 100.0).round(1).tolist()
    [106.0, 51.0, 34.0]
    """
    afstand, einden = 0.06 * hoogste, waarden.tolist()
    lijnen = list(zip(stukken.min(axis=1).tolist(), stukken.max(axis=1).tolist(), strict=True))
    laagste = min(range(len(einden)), key=lambda nummer: (isnan(einden[nummer]), einden[nummer]))
    kanten = [
        ((laag - afstand, hoog + afstand) if nummer == laagste else (hoog + afstand, laag - afstand))
        if laag > 2 * afstand
        else (hoog + afstand,)
        for nummer, (laag, hoog) in enumerate(lijnen)
    ]

    def ongemak(plek: tuple[float, ...]) -> tuple[int, float]:
        op_lijn = [laag - 0.7 * afstand < woord < hoog + 0.7 * afstand for woord in plek for laag, hoog in lijnen]
        op_woord = [abs(ene - andere) < afstand * (1 - RUIS) for ene, andere in combinations(plek, 2)]
        ver = sum(abs(woord - eind) for woord, eind in zip(plek, einden, strict=True) if not isnan(woord))
        return sum(op_lijn) + sum(op_woord), round(ver, 6)

    return np.array(min(product(*kanten), key=ongemak))


def merkjaren(uitkomst: model.Uitkomst) -> tuple[Merkjaar, ...]:
    """Give the years to mark: where the path starts and ends when that is not where the period does, and the evaluation.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> merkjaren(model.bereken(lees_regio("stedendriehoek"), Scenario(start=2028)))
    ((2028, 'start 2028'), (2030, 'evaluatie 2030'))
    """
    jaren, scenario = uitkomst.jaren, uitkomst.scenario
    evaluatie = uitkomst.bron.cijfer("evaluatie")
    merken = [
        *([(scenario.start, f"start {scenario.start}")] if scenario.start > jaren[0] else []),
        *([(scenario.eind, f"eind {scenario.eind}")] if scenario.eind < jaren[-1] else []),
        *([(int(evaluatie), f"evaluatie {evaluatie:.0f}")] if evaluatie and jaren[0] < evaluatie < jaren[-1] else []),
    ]
    return tuple(sorted(merken))


def pad_rijen(uitkomst: model.Uitkomst) -> Rijen:
    """Give the region per year, one row for each year and series, with the agreement beside it."""
    reeksen = {naam: getattr(uitkomst.regio, naam)[:, 0] for naam in REEKSEN}
    return _reeksen(uitkomst, reeksen, len(uitkomst.bron.codes), model.kader_naast(uitkomst).niet_geplaatst)


def gemeente_rijen(uitkomst: model.Uitkomst, plek: int) -> Rijen:
    """Give the same of one gemeente."""
    return _reeksen(uitkomst, _van_een(uitkomst, plek), plek, model.kader_naast(uitkomst).per_gemeente[plek])


def _van_een(uitkomst: model.Uitkomst, plek: int) -> Reeksen:
    return {naam: uitkomst.over_de_jaren(naam)[plek] for naam in REEKSEN}


def grens(rijen: Rijen, ruimte: float = 1.05) -> float:
    """Give the end of the axis of lines, with so many times their height as room."""
    return ronde_grens(ruimte * float(np.nan_to_num(rijen["waarde"]).max(initial=0)))


def per_gemeente_rijen(uitkomst: model.Uitkomst) -> dict[str, Rijen]:
    """Give the rows of the small charts, by name; no words stand at their lines."""
    plekken = {naam: uitkomst.bron.namen.index(naam) for naam in getekend(uitkomst)}
    return {naam: _punten(uitkomst, _van_een(uitkomst, plek), plek) for naam, plek in plekken.items()}


def grenzen(rijen: Mapping[str, Rijen], eigen: bool) -> dict[str, float]:
    """Give the end of the axis for each gemeente: its own, or one for all."""
    alle = {naam: grens(deel) for naam, deel in rijen.items()}
    return alle if eigen else dict.fromkeys(alle, max(alle.values()))


def reservering_rijen(uitkomst: model.Uitkomst) -> dict[str, Rijen]:
    """Give the reservering per year of each gemeente that is drawn, by name."""
    reeksen = dict(zip(uitkomst.bron.namen, uitkomst.over_de_jaren("reservering"), strict=True))
    return {naam: _delen(uitkomst, reeksen[naam]) for naam in getekend(uitkomst)}


def regio_reservering_rijen(uitkomst: model.Uitkomst) -> Rijen:
    """Give the reservering of the whole region per year."""
    return _delen(uitkomst, np.broadcast_to(uitkomst.regio.reservering[:, 0], len(uitkomst.jaren)))


def _delen(uitkomst: model.Uitkomst, fracties: NDArray[np.float64]) -> Rijen:
    delen = (100 * fracties).tolist()
    return {"jaar": uitkomst.jaren, "reservering": delen, "tekst": [procent(deel, 1) for deel in delen]}


def _kleuren(donker: bool) -> alt.Color:
    verf = [STIL[donker], CAPACITEIT[donker], ACCENT]
    return alt.Color("reeks:N", scale=alt.Scale(domain=list(REEKSEN.values()), range=verf), legend=None)


def _letters(donker: bool) -> alt.Fill:
    """Give the words at a line its colour, as letters have it."""
    verf = [STIL[donker], CAPACITEIT[donker], in_letters(ACCENT, donker)]
    return alt.Fill("reeks:N", scale=alt.Scale(domain=list(REEKSEN.values()), range=verf), legend=None)


def _streep() -> alt.StrokeDash:
    """Tell the opgave apart without colour too: a broken line."""
    schaal = alt.Scale(domain=list(REEKSEN.values()), range=[[6, 4], [1, 0], [1, 0]])
    return alt.StrokeDash("reeks:N", scale=schaal, legend=None)


def _lijnen(lijn: alt.Chart, x: alt.X, grens: float, donker: bool, **as_: Any) -> alt.Chart:
    """Give lines for opgave, capaciteit and niet geplaatst their axes, colours and tooltip."""
    schaal = alt.Scale(domain=[0, grens], nice=False)
    return lijn.encode(
        x=x,
        y=alt.Y("waarde:Q", title=None, scale=schaal, axis=alt.Axis(format=",.0f", **(as_ or {"tickCount": 4}))),
        color=_kleuren(donker),
        strokeDash=_streep(),
        tooltip=[
            alt.Tooltip("jaar:Q", title="Jaar", format="d"),
            alt.Tooltip("reeks:N", title="Reeks"),
            alt.Tooltip("tekst:N", title="Huishoudens"),
        ],
    )


@lru_cache(maxsize=64)
def paden(jaren: tuple[int, int], grens: float, merken: tuple[Merkjaar, ...], donker: bool) -> dict[str, Any]:
    """Draw opgave, capaciteit and niet geplaatst of the region per year, with marked years as lines.

    Parameters
    ----------
    jaren
        First and last year.
    grens
        The end of the axis [homes per year]; fixed, so that lines move and the axis does not.
    merken
        The years to mark, with what they are.
    donker
        Whether the screen is dark.
    """
    punten = alt.Chart().mark_line(strokeWidth=3.5, point=alt.OverlayMarkDef(size=60, filled=True))
    lijn = _lijnen(punten, jaaras(jaren, tuple(range(jaren[0], jaren[1] + 1))), grens, donker)
    kader = alt.Chart().transform_filter("isValid(datum.kader)").mark_line(color=ACCENT, strokeWidth=1.5, clip=True)
    lagen = [kader.encode(x="jaar:Q", y="kader:Q"), lijn]
    einden: tuple[tuple[int, str, Any, int], ...] = ((jaren[0], "reeks", "left", 2), (jaren[1], "tekst", "right", -2))
    for jaar, veld, kant, dx in einden:
        eind = alt.Chart().transform_filter(f"datum.jaar == {jaar} && isValid(datum.plek)")
        waar = eind.encode(x="jaar:Q", y="plek:Q", text=f"{veld}:N")
        vast = {"align": kant, "dx": dx, "fontSize": 15, "fontWeight": "bold"}
        rand = waar.mark_text(fillOpacity=0, stroke=VLAK[donker], strokeWidth=5, strokeJoin="round", **vast)
        lagen += [rand, waar.mark_text(**vast).encode(fill=_letters(donker))]
    for plek, (jaar, woord) in enumerate(merken):
        lagen += _merk(jaren[0], jaar, woord, 16 * plek, donker)
    return specificatie(alt.layer(*lagen).properties(height=380, width="container"), donker)


def _merk(eerste: int, jaar: int, woord: str, laag: int, donker: bool) -> list[alt.Chart]:
    """Mark a year, once: on the row of one year and one series; each word below the one before it."""
    een = alt.Chart().transform_filter(f"datum.jaar == {eerste} && datum.reeks == 'Opgave'")
    lijn = een.mark_rule(strokeDash=[4, 4], color=STIL[donker], strokeWidth=1.5).encode(x=alt.datum(jaar))
    tekst = een.mark_text(align="left", dx=6, dy=2, baseline="top", fontSize=13, color=STIL[donker]).encode(
        x=alt.datum(jaar), y=alt.value(laag), text=alt.value(woord)
    )
    return [lijn, tekst]


@lru_cache(maxsize=64)
def reservering(
    jaren: tuple[int, int], grens: float, merken: tuple[tuple[float, str], ...], donker: bool
) -> dict[str, Any]:
    """Draw the reservering per year, with marks that say what a percentage means.

    Parameters
    ----------
    jaren
        First and last year.
    grens
        The end of the axis [percent].
    merken
        Percentages with their meaning, from low to high.
    donker
        Whether the screen is dark.
    """
    lijn = (
        alt.Chart()
        .mark_line(
            strokeWidth=3,
            color=CAPACITEIT[donker],
            point=alt.OverlayMarkDef(size=40, filled=True, color=CAPACITEIT[donker]),
        )
        .encode(
            x=jaaras(jaren, jaren),
            y=alt.Y(
                "reservering:Q",
                title=None,
                scale=alt.Scale(domain=[0, grens], nice=False),
                axis=alt.Axis(format=",.0f", tickCount=4),
            ),
            tooltip=[alt.Tooltip("jaar:Q", title="Jaar", format="d"), alt.Tooltip("tekst:N", title="Reservering")],
        )
    )
    lagen = [lijn]
    een = alt.Chart().transform_filter(f"datum.jaar == {jaren[0]}")
    for nummer, (hoogte, woord) in enumerate(merken):
        lagen += [
            een.mark_rule(strokeDash=[4, 4], color=STIL[donker]).encode(y=alt.datum(hoogte)),
            een.mark_text(align="left", dx=4, dy=-9 if nummer else 11, color=STIL[donker], fontSize=12).encode(
                x=alt.value(0),
                y=alt.datum(hoogte),
                text=alt.value(f"{(benodigd if woord == MERK_NODIG else procent)(hoogte, 1)}: {woord}"),
            ),
        ]
    return specificatie(alt.layer(*lagen).properties(height=380, width="container"), donker)


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
    delen = next(deel for deel in (3, 2, 1) if deel == 1 or grens % deel == 0)
    as_ = {"values": [grens * deel / delen for deel in range(delen + 1)], "minExtent": 44}  # names stand in one line
    lijn = _lijnen(alt.Chart().mark_line(strokeWidth=2.5), jaaras(jaren, jaren), grens, donker, **as_)
    return specificatie(lijn.properties(height=120, width="container"), donker)

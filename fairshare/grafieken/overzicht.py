"""The charts of Overzicht: bars per gemeente, and the tile map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import model
from fairshare.gegevens import Gemeente
from fairshare.grafieken.thema import Rijen, grootste, ronde_grens, specificatie
from fairshare.kleuren import ACCENT, CAPACITEIT, INKT, ONBEKEND, OPGAVE, STIL, VERLOOP, VERLOOP_CAPACITEIT
from fairshare.lui import alt
from fairshare.opmaak import benodigd, getal, procent

HOOGTE_PER_GEMEENTE, HOOGTE_AS = 46, 50


@dataclass(frozen=True)
class Maat:
    """What the tile map can show: a column of the table, its label and the value at which a tile is darkest."""

    kolom: str
    label: str
    donkerst: float
    procent: bool


MATEN = {
    maat.kolom: maat
    for maat in (
        Maat("benodigd_percentage", "Benodigd percentage", 60, True),
        Maat("niet_geplaatst", "Niet geplaatst", 100, False),
        Maat("niet_geplaatst_deel", "Niet geplaatst, deel van wie zoekt", 60, True),
        Maat("regulier", "Regulier", 900, False),
    )
}
"""The measures of the tile map, by column."""


def balken_rijen(uitkomst: model.Uitkomst) -> Rijen:
    """Give one row a gemeente with opgave, capaciteit and niet geplaatst in the end year, and their labels.

    ``kader`` is niet geplaatst in the agreement, nan where this scenario has the same.
    """
    kader = model.kader_naast(uitkomst).per_gemeente[:, -1]
    reeksen = (uitkomst.per_gemeente(naam) for naam in ("opgave", "capaciteit", "niet_geplaatst"))
    getoond = grootste(uitkomst.per_gemeente("niet_geplaatst"))
    opgave, capaciteit, over, kader = (reeks[getoond] for reeks in (*reeksen, kader))
    ernaast = (kader > over) & (kader < over + 0.1 * np.nanmax(opgave, initial=1))
    weet = np.isfinite(opgave).tolist()
    return {
        "naam": [uitkomst.bron.namen[plek] for plek in getoond],
        "opgave": opgave.tolist(),
        "capaciteit": capaciteit.tolist(),
        "niet_geplaatst": over.tolist(),
        "opgave_tekst": [
            getal(waarde) if bekend else "opgave onbekend" for waarde, bekend in zip(opgave.tolist(), weet, strict=True)
        ],
        "capaciteit_tekst": [getal(waarde) for waarde in capaciteit.tolist()],
        "niet_geplaatst_tekst": [
            getal(waarde) if bekend else "" for waarde, bekend in zip(over.tolist(), weet, strict=True)
        ],
        "langste": np.fmax(opgave, capaciteit).tolist(),
        "kader": np.where(np.isclose(kader, over), np.nan, kader).tolist(),
        "bij": np.where(ernaast, kader, over).tolist(),
    }


def balken_grens(rijen: Rijen) -> float:
    """Give the end of the axis of the bars, with room for the labels."""
    return ronde_grens(1.08 * float(np.nan_to_num([rijen["langste"], rijen["niet_geplaatst"]]).max(initial=0)))


@lru_cache(maxsize=64)
def balken(namen: tuple[str, ...], grens: float, donker: bool) -> dict[str, Any]:
    """Draw per gemeente the opgave (wide, grey), the capaciteit in it (blue) and niet geplaatst beside it (accent).

    Parameters
    ----------
    namen
        The gemeenten from top to bottom.
    grens
        The end of the axis [homes per year]; fixed, so that bars move and the axis does not.
    donker
        Whether the screen is dark.
    """
    basis = alt.Chart().encode(
        key="naam:N",
        y=alt.Y("naam:N", sort=list(namen), title=None, axis=alt.Axis(labelPadding=8)),
    )

    def balk(kolom: str, kleur: str, dikte: int, verschuiving: int, rand: str = "") -> alt.Chart:
        vorm: dict[str, Any] = {"stroke": rand, "strokeWidth": 1} if rand else {}
        return basis.mark_bar(color=kleur, size=dikte, yOffset=verschuiving, cornerRadiusEnd=2, **vorm).encode(
            x=alt.X(
                f"{kolom}:Q",
                scale=alt.Scale(domain=[0, grens], nice=False),
                axis=alt.Axis(format=",.0f", tickCount=5),
                title="huishoudens per jaar",
            ),
            tooltip=[
                alt.Tooltip("naam:N", title="Gemeente"),
                alt.Tooltip("opgave_tekst:N", title="Opgave"),
                alt.Tooltip("capaciteit_tekst:N", title="Capaciteit"),
                alt.Tooltip("niet_geplaatst_tekst:N", title="Niet geplaatst"),
            ],
        )

    def tekst(kolom: str, plek: str, verschuiving: int, vet: bool) -> alt.Chart:
        dikte: Any = "bold" if vet else "normal"
        letters = basis.mark_text(
            align="left", dx=6, yOffset=verschuiving, color=INKT[donker], fontSize=13, fontWeight=dikte
        )
        return letters.encode(x=alt.X(f"{plek}:Q"), text=f"{kolom}_tekst:N")

    onbekend = (
        basis.transform_filter("!isValid(datum.capaciteit)")
        .mark_text(align="left", dx=6, yOffset=7, fontStyle="italic", fontSize=13)
        .encode(x=alt.datum(0), text=alt.value("capaciteit onbekend"))
    )
    toen = (
        basis.transform_filter("isValid(datum.kader)")
        .mark_tick(yOffset=7, size=15, thickness=2, clip=True, color=INKT[donker])
        .encode(x=alt.X("kader:Q"))
    )
    grafiek = alt.layer(
        balk("opgave", OPGAVE[donker], 18, -8, STIL[donker]),
        balk("capaciteit", CAPACITEIT[donker], 9, -8),
        balk("niet_geplaatst", ACCENT, 9, 7),
        toen,
        tekst("opgave", "langste", -8, vet=False),
        tekst("niet_geplaatst", "bij", 7, vet=True),
        onbekend,
    ).properties(height=HOOGTE_AS + HOOGTE_PER_GEMEENTE * len(namen), width="container")
    return specificatie(grafiek, donker)


def kaart_rijen(uitkomst: model.Uitkomst, maat: str) -> Rijen:
    """Give one row a tile: its place, its value and the text on it."""
    waarden = uitkomst.per_gemeente(maat.removesuffix("_deel"))
    if maat.endswith("_deel"):
        vraag = uitkomst.per_gemeente("vraag")
        waarden = 100 * waarden / np.where(vraag > 0, vraag, np.nan)
    getoond = grootste(waarden)
    waarden = waarden[getoond]
    gemeenten = [uitkomst.bron.gemeenten[plek] for plek in getoond]
    plekken = _plekken(gemeenten)
    return {
        "naam": [uitkomst.bron.namen[plek] for plek in getoond],
        "waarde": waarden.tolist(),
        "tekst": list(map(_schrijver(maat), waarden.tolist())),
        "rij": [rij for rij, _ in plekken],
        "kolom": [kolom for _, kolom in plekken],
    }


def gelegd(gemeenten: Sequence[Gemeente]) -> bool:
    """Whether tiles stand about where their gemeenten lie: the region says where, or has their centres."""
    met_tegel = all(een.tegel_rij and een.tegel_kolom for een in gemeenten)
    return met_tegel or None not in [deel for een in gemeenten for deel in (een.centrum_x, een.centrum_y)]


def _plekken(gemeenten: Sequence[Gemeente]) -> list[tuple[int, int]]:
    """Give the row and column of each tile: those of the region, else by the centres, else in the order of the file.

    By the centres: the northernmost in the first row, each row from west to east.
    """
    if all(een.tegel_rij and een.tegel_kolom for een in gemeenten):
        return [(een.tegel_rij or 1, een.tegel_kolom or 1) for een in gemeenten]
    breed = 4 if len(gemeenten) <= 16 else 6
    volgorde = list(range(len(gemeenten)))
    if gelegd(gemeenten):
        van_noord = sorted(volgorde, key=lambda nummer: -(gemeenten[nummer].centrum_y or 0))
        rijen = [van_noord[begin : begin + breed] for begin in range(0, len(van_noord), breed)]
        volgorde = [een for rij in rijen for een in sorted(rij, key=lambda nummer: gemeenten[nummer].centrum_x or 0)]
    return [(1 + plek // breed, 1 + plek % breed) for plek in map(volgorde.index, range(len(gemeenten)))]


def _schrijver(maat: str) -> Callable[[float], str]:
    """Give how a figure is written, on a tile as elsewhere: a need is rounded up."""
    if maat == "benodigd_percentage":
        return lambda deel: benodigd(deel, 0)
    return procent if MATEN[maat].procent else getal


def kaart_van(rijen: Rijen, maat: str, donker: bool) -> dict[str, Any]:
    """Draw the tile map that these tiles need."""
    return kaart(max(rijen["rij"]), max(rijen["kolom"]), maat, donker)


@lru_cache(maxsize=64)
def kaart(rijen: int, kolommen: int, maat: str, donker: bool) -> dict[str, Any]:
    """Draw the tile map: one square a gemeente, with a stronger colour where the figure is higher.

    Parameters
    ----------
    rijen, kolommen
        The size of the map in tiles.
    maat
        The measure, a key of MATEN.
    donker
        Whether the screen is dark.
    """
    donkerst = MATEN[maat].donkerst
    basis = alt.Chart().encode(
        key="naam:N",
        x=alt.X("kolom:O", axis=None, scale=alt.Scale(domain=list(range(1, kolommen + 1)), padding=0.04)),
        y=alt.Y("rij:O", axis=None, scale=alt.Scale(domain=list(range(1, rijen + 1)), padding=0.04)),
        tooltip=[alt.Tooltip("naam:N", title="Gemeente"), alt.Tooltip("tekst:N", title=MATEN[maat].label)],
    )
    reeks = list((VERLOOP if maat.startswith("niet_geplaatst") else VERLOOP_CAPACITEIT)[donker])
    leeg = basis.mark_rect(cornerRadius=6, color=ONBEKEND[donker])
    tegel = basis.mark_rect(cornerRadius=6, stroke=STIL[donker], strokeWidth=1).encode(
        color=alt.Color(
            "waarde:Q",
            scale=alt.Scale(domain=[0, donkerst / 2, donkerst], range=reeks, clamp=True, interpolate="rgb"),
            legend=None,
        )
    )

    def tekst(veld: str, dy: int, grootte: int, vet: bool) -> alt.Chart:
        letters = basis.mark_text(dy=dy, fontSize=grootte, fontWeight="bold" if vet else "normal", color=INKT[donker])
        return letters.encode(text=f"{veld}:N")

    smal = kolommen > 4
    grafiek = alt.layer(
        leeg, tegel, tekst("naam", -12, 10 if smal else 14, vet=False), tekst("tekst", 10, 14 if smal else 20, vet=True)
    ).properties(height=90 * rijen, width="container")
    return specificatie(grafiek, donker)

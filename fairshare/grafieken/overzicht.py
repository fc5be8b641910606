"""The charts of Overzicht: bars per gemeente, and the tile map.

The first screen shows them, so they are written as specifications: importing Altair takes longer than all that they need.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import model
from fairshare.gegevens import Gemeente, omtrekken, tegels_van
from fairshare.grafieken.omtrek import omtrek_rijen, omtrekkaart
from fairshare.grafieken.thema import Rijen, grootste, in_huisstijl, ronde_grens
from fairshare.kleuren import ACCENT, CAPACITEIT, INKT, ONBEKEND, OPGAVE, STIL, VERLOOP, VERLOOP_CAPACITEIT
from fairshare.opmaak import benodigd, getal, procent

HOOGTE_PER_GEMEENTE, HOOGTE_AS = 46, 50

KORTE_NAAM, DEEL_VAN_TEGEL = 10, 1.6
"""Up to how many letters a name stands on one line; how high a letter may be, as a part of the tile for each letter beside it."""


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
    namen = ("opgave", "capaciteit", "niet_geplaatst")
    getoond = grootste(uitkomst.per_gemeente("niet_geplaatst"))
    opgave, capaciteit, over, kader = (reeks[getoond] for reeks in (*map(uitkomst.per_gemeente, namen), kader))
    heel = model.in_het_jaar(uitkomst, namen)
    tekst = {naam: [getal(heel[naam][plek]) for plek in getoond] for naam in namen}
    ernaast = (kader > over) & (kader < over + 0.1 * np.nanmax(opgave, initial=1))
    weet = np.isfinite(opgave).tolist()
    return {
        "naam": [uitkomst.bron.namen[plek] for plek in getoond],
        "opgave": opgave.tolist(),
        "capaciteit": capaciteit.tolist(),
        "niet_geplaatst": over.tolist(),
        "opgave_tekst": [
            woord if bekend else "opgave onbekend" for woord, bekend in zip(tekst["opgave"], weet, strict=True)
        ],
        "capaciteit_tekst": tekst["capaciteit"],
        "niet_geplaatst_tekst": [
            woord if bekend else "" for woord, bekend in zip(tekst["niet_geplaatst"], weet, strict=True)
        ],
        "opgave_bij": np.where(np.isfinite(opgave), opgave, capaciteit).tolist(),
        "kader": np.where(np.isclose(kader, over), np.nan, kader).tolist(),
        "bij": np.where(ernaast, kader, over).tolist(),
    }


def toont_begin(rijen: Rijen) -> bool:
    """Whether a chart shows the scenario that the region begins with, and its legend may name it.

    Examples
    --------
    >>> toont_begin({"kader": [float("nan"), 40.3]}), toont_begin({"kader": [float("nan")]})
    (True, False)
    """
    return any(waarde == waarde for waarde in rijen["kader"])


def balken_grens(rijen: Rijen) -> float:
    """Give the end of the axis of the bars, with room for the labels."""
    staven = [rijen[naam] for naam in ("opgave", "capaciteit", "niet_geplaatst")]
    return ronde_grens(1.08 * float(np.nan_to_num(staven).max(initial=0)))


@lru_cache(maxsize=64)
def balken(namen: tuple[str, ...], grens: float, donker: bool, eenheid: str) -> dict[str, Any]:
    """Draw per gemeente the opgave (wide, grey), the capaciteit in it (blue) and niet geplaatst beside it (accent).

    Parameters
    ----------
    namen
        The gemeenten from top to bottom.
    grens
        The end of the axis [homes per year]; fixed, so that bars move and the axis does not.
    donker
        Whether the screen is dark.
    eenheid
        What is counted.
    """
    basis = {"key": _woord("naam"), "y": _woord("naam", sort=list(namen), title=None, axis={"labelPadding": 8})}
    wijzer = [
        _woord("naam", title="Gemeente"),
        _woord("opgave_tekst", title="Opgave"),
        _woord("capaciteit_tekst", title="Capaciteit"),
        _woord("niet_geplaatst_tekst", title="Niet geplaatst"),
    ]
    as_: dict[str, Any] = {
        "scale": {"domain": [0, grens], "nice": False},
        "axis": {"format": ",.0f", "tickCount": 5},
        "title": eenheid,
    }

    def balk(kolom: str, kleur: str, dikte: int, verschuiving: int, rand: str = "") -> dict[str, Any]:
        vorm = {"stroke": rand, "strokeWidth": 1} if rand else {}
        balk = {"type": "bar", "color": kleur, "size": dikte, "yOffset": verschuiving, "cornerRadiusEnd": 2, **vorm}
        x = _maat(kolom, stack=False, **as_)  # or each bar is a chart in the chart
        return {"mark": balk, "encoding": {**basis, "x": x, "tooltip": wijzer}}

    def tekst(kolom: str, plek: str, verschuiving: int, **vorm: Any) -> dict[str, Any]:
        letters = {**_NAAST, "yOffset": verschuiving, "color": INKT[donker], "fontWeight": "normal", **vorm}
        return {"mark": letters, "encoding": {**basis, "x": _maat(plek), "text": _woord(f"{kolom}_tekst")}}

    onbekend = {
        "transform": [{"filter": "!isValid(datum.capaciteit)"}],
        "mark": {**_NAAST, "yOffset": 7, "fontStyle": "italic"},
        "encoding": {**basis, "x": {"datum": 0}, "text": {"value": "capaciteit onbekend"}},
    }
    toen = {
        "transform": [{"filter": "isValid(datum.kader)"}],
        "mark": {"type": "tick", "yOffset": 7, "size": 15, "thickness": 2, "clip": True, "color": INKT[donker]},
        "encoding": {**basis, "x": _maat("kader")},
    }
    lagen = [
        balk("opgave", OPGAVE[donker], 18, -8, STIL[donker]),
        balk("capaciteit", CAPACITEIT[donker], 9, -8),
        balk("niet_geplaatst", ACCENT, 9, 7),
        toen,
        tekst("opgave", "opgave_bij", -8, dy={"expr": f"{_LANGER} ? -11 : 0"}),
        tekst("niet_geplaatst", "bij", 7, fontWeight="bold"),
        onbekend,
    ]
    hoogte = HOOGTE_AS + HOOGTE_PER_GEMEENTE * len(namen)
    return in_huisstijl({"layer": lagen, "height": hoogte, "width": "container"}, donker)


_NAAST = {"type": "text", "align": "left", "dx": 6, "fontSize": 13}
"""Words behind a bar."""

_LANGER = "isValid(datum.opgave) && datum.capaciteit > datum.opgave"
"""The blue bar goes on where the grey one ends: the label of the grey one stands there, above the blue one."""


def _woord(kolom: str, **meer: Any) -> dict[str, Any]:
    """Say that words of a column are shown."""
    return {"field": kolom, "type": "nominal", **meer}


def _maat(kolom: str, **meer: Any) -> dict[str, Any]:
    """Say that figures of a column are shown."""
    return {"field": kolom, "type": "quantitative", **meer}


def kaart_rijen(uitkomst: model.Uitkomst, maat: str, vorm: str = "tegels") -> Rijen:
    """Give one row a gemeente of the map: its value and the text on it, and its outline or the place of its tile."""
    waarden, deel = uitkomst.per_gemeente(maat.removesuffix("_deel")), maat.endswith("_deel")
    if deel:
        vraag = uitkomst.per_gemeente("vraag")
        waarden = 100 * waarden / np.where(vraag > 0, vraag, np.nan)
    getallen = waarden if deel else np.array(model.in_het_jaar(uitkomst, (maat,))[maat][:-1])
    codes = uitkomst.bron.codes
    if vorm == "omtrek" and omtrekken(codes):
        return omtrek_rijen(uitkomst.bron.namen, codes, waarden, list(map(_schrijver(maat), getallen.tolist())))
    getoond = grootste(waarden)
    waarden, getallen = waarden[getoond], getallen[getoond]
    plekken = _tegels([uitkomst.bron.gemeenten[plek] for plek in getoond])
    namen = [uitkomst.bron.namen[plek] for plek in getoond]
    return {
        "naam": namen,
        "regels": list(map(regels, namen)),
        "langst": [max(map(len, regels(naam).split("\n"))) for naam in namen],
        "waarde": waarden.tolist(),
        "tekst": list(map(_schrijver(maat), getallen.tolist())),
        "rij": [rij for rij, _ in plekken],
        "kolom": [kolom for _, kolom in plekken],
    }


def regels(naam: str) -> str:
    r"""Break a long name where it may be broken, so that its longest line is as short as can be.

    Examples
    --------
    >>> [regels(naam) for naam in ("Epe", "Bergen op Zoom", "Hendrik-Ido-Ambacht", "Krimpenerwaard")]
    ['Epe', 'Bergen\nop Zoom', 'Hendrik-\nIdo-Ambacht', 'Krimpenerwaard']
    """
    if len(naam) <= KORTE_NAAM:
        return naam
    breuken = [plek for plek, teken in enumerate(naam, start=1) if teken in " -"]
    return min(
        (f"{naam[:plek].strip()}\n{naam[plek:]}" for plek in breuken),
        key=lambda tekst: max(map(len, tekst.split("\n"))),
        default=naam,
    )


def gelegd(gemeenten: Sequence[Gemeente]) -> bool:
    """Whether tiles stand about where their gemeenten lie: the region says where, or the country has them."""
    eigen = all(rij.tegel_rij and rij.tegel_kolom for rij in gemeenten)
    return eigen or tegels_van(tuple(rij.code for rij in gemeenten)) is not None


def _tegels(gemeenten: Sequence[Gemeente]) -> Sequence[tuple[int, int]]:
    """Give the row and column of each tile: as the region laid them, else where the gemeenten lie, else in order."""
    eigen = [(rij.tegel_rij, rij.tegel_kolom) for rij in gemeenten if rij.tegel_rij and rij.tegel_kolom]
    if len(eigen) == len(gemeenten):
        return [(rij, kolom) for rij, kolom in eigen if rij and kolom]
    breed = 4 if len(gemeenten) <= 16 else 6
    op_volgorde = [(1 + nummer // breed, 1 + nummer % breed) for nummer in range(len(gemeenten))]
    return tegels_van(tuple(rij.code for rij in gemeenten)) or op_volgorde


def _naam_in_tegel(kolommen: int) -> dict[str, str]:
    """Give as expressions how a name is written inside its tile, whatever the width of the screen: as small as it must be."""
    letter = f"clamp({DEEL_VAN_TEGEL} * width / {kolommen} / datum.langst, 7, 14)"
    return {"fontSize": letter, "dy": "indexof(datum.regels, '\\n') < 0 ? -12 : -26"}


def _schrijver(maat: str) -> Callable[[float], str]:
    """Give how a figure is written, on a tile as elsewhere: a need is rounded up."""
    if maat == "benodigd_percentage":
        return benodigd
    return procent if MATEN[maat].procent else getal


def _verloop(maat: str) -> bool:
    """Whether a measure has the colours of what there is, and not those of what is not placed."""
    return not maat.startswith("niet_geplaatst")


def kaart_van(rijen: Rijen, maat: str, donker: bool) -> dict[str, Any]:
    """Draw the map that these rows are of: outlines, or the tiles that they need."""
    if "geometry" in rijen:
        wat = MATEN[maat]
        return omtrekkaart(wat.label, wat.donkerst, _verloop(maat), len(rijen["naam"]), donker)
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

    def plaats(kolom: str, aantal: int) -> dict[str, Any]:
        domein = list(range(1, aantal + 1))
        return {"field": kolom, "type": "ordinal", "axis": None, "scale": {"domain": domein, "padding": 0.04}}

    basis = {
        "key": _woord("naam"),
        "x": plaats("kolom", kolommen),
        "y": plaats("rij", rijen),
        "tooltip": [_woord("naam", title="Gemeente"), _woord("tekst", title=MATEN[maat].label)],
    }
    reeks = list((VERLOOP_CAPACITEIT if _verloop(maat) else VERLOOP)[donker])
    verloop = {"domain": [0, donkerst / 2, donkerst], "range": reeks, "clamp": True, "interpolate": "rgb"}
    leeg = {"mark": {"type": "rect", "cornerRadius": 6, "color": ONBEKEND[donker]}, "encoding": basis}
    tegel = {
        "mark": {"type": "rect", "cornerRadius": 6, "stroke": STIL[donker], "strokeWidth": 1},
        "encoding": {**basis, "color": _maat("waarde", scale=verloop, legend=None)},
    }

    def tekst(veld: str, dy: int, grootte: int, vet: bool) -> dict[str, Any]:
        dikte = "bold" if vet else "normal"
        letters = {"type": "text", "dy": dy, "fontSize": grootte, "fontWeight": dikte, "color": INKT[donker]}
        return {"mark": letters, "encoding": {**basis, "text": _woord(veld)}}

    namen = tekst("regels", 0, 0, vet=False)
    namen["mark"] |= {hoe: {"expr": wat} for hoe, wat in _naam_in_tegel(kolommen).items()} | {"lineBreak": "\n"}
    lagen = [leeg, tegel, namen, tekst("tekst", 10, 14 if kolommen > 4 else 20, vet=True)]
    return in_huisstijl({"layer": lagen, "height": 90 * rijen, "width": "container"}, donker)

"""The tables of the screens, in whole homes: their columns add up to what the cards say, and so do the parts in a row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from fairshare.lui import pd
from fairshare.model.hele_woningen import REGIO, heel, telt_woningen
from fairshare.model.invoer import periode
from fairshare.model.uitkomst import Reeks, Uitkomst
from fairshare.opmaak import NIETS

SAMEN = "samen"
"""The column of a year table in which its years are added up."""


def in_het_jaar(uitkomst: Uitkomst, namen: Iterable[str], jaar: int | None = None) -> dict[str, list[Any]]:
    """Give figures of the gemeenten in a year (the end year when left out) and below them the region, by column.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> tabel = in_het_jaar(bereken(lees_regio("stedendriehoek")), ["vraag", "geholpen", "niet_geplaatst", "dekking"])
    >>> [round(kolom[-1], 2) for naam, kolom in tabel.items() if naam != "naam"]
    [1170.0, 955.0, 215.0, 80.75]
    """
    plek = uitkomst.jaren.index(uitkomst.eindjaar if jaar is None else jaar)
    return {"naam": [*uitkomst.bron.namen, REGIO]} | {naam: _tabel(uitkomst, naam)[:, plek].tolist() for naam in namen}


def _tabel(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give a figure of the gemeenten and the region in every year: homes are whole, shares are percentages."""
    if telt_woningen(naam):
        return heel(uitkomst, naam)
    schaal = 100 if naam == "reservering" else 1
    cijfers = schaal * _met_regio(uitkomst, naam)
    return _nodig(uitkomst, cijfers) if naam == "benodigd_percentage" else cijfers


def _met_regio(uitkomst: Uitkomst, naam: str) -> Reeks:
    return np.vstack([uitkomst.over_de_jaren(naam), getattr(uitkomst.regio, naam)[:, 0]])


def _nodig(uitkomst: Uitkomst, deel: Reeks) -> Reeks:
    """Tell apart why there is no needed percentage: no home comes free, so none is enough (infinite) or none is asked; else unknown."""
    gevraagd = _met_regio(uitkomst, "eigen_aandeel") - _met_regio(uitkomst, "buiten")
    geen = np.isnan(deel) & (_met_regio(uitkomst, "vrij") == 0)
    return np.where(geen & (gevraagd > NIETS), np.inf, np.where(geen & (gevraagd <= NIETS), 0.0, deel))


def regio_per_jaar(uitkomst: Uitkomst, namen: Iterable[str]) -> dict[str, Any]:
    """Give figures of the region in every year, by column.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> regio_per_jaar(bereken(lees_regio("stedendriehoek")), ["niet_geplaatst"])["niet_geplaatst"][-1]
    215.0
    """
    return van_een(uitkomst, len(uitkomst.bron.codes), namen)


def van_een(uitkomst: Uitkomst, plek: int, namen: Iterable[str]) -> dict[str, Any]:
    """Give figures of one gemeente in every year, by column.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> van_een(bereken(lees_regio("stedendriehoek")), 3, ["niet_geplaatst"])["niet_geplaatst"][-1]
    40.0
    """
    return {"jaar": list(uitkomst.jaren)} | {naam: _tabel(uitkomst, naam)[plek].tolist() for naam in namen}


def per_jaar(uitkomst: Uitkomst, naam: str) -> pd.DataFrame:
    """Give one figure in every year: a row a gemeente and below them the region, a column a year (as text).

    Homes per year are added up too; that is unknown where a year is.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> per_jaar(bereken(lees_regio("stedendriehoek")), "niet_geplaatst").set_index("naam").loc["Hele regio", ["2035", "samen"]].tolist()
    [215.0, 2870.0]
    """
    cijfers = _tabel(uitkomst, naam)
    tabel = pd.DataFrame(cijfers, columns=list(map(str, uitkomst.jaren)))
    tabel.insert(0, "naam", [*uitkomst.bron.namen, REGIO])
    telt = telt_woningen(naam) and not (uitkomst.scenario.wacht and naam == "niet_geplaatst")
    return tabel.assign(**{SAMEN: cijfers.sum(axis=1)}) if telt else tabel


def samen_gemist(uitkomst: Uitkomst) -> float:
    """Add up niet geplaatst in whole homes over the period; nan where that is unknown, or a stock.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> samen_gemist(bereken(lees_regio("stedendriehoek")))
    2870.0
    """
    van, tot = (uitkomst.jaren.index(jaar) for jaar in periode(uitkomst.bron))
    return float("nan") if uitkomst.scenario.wacht else float(heel(uitkomst, "niet_geplaatst")[-1, van : tot + 1].sum())

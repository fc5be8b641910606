"""Solidariteit: who delivers above its share, for whom, and who is left; gross and net."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from fairshare.model.uitkomst import Uitkomst

GEEN_PLEK = "Geen plek"
"""Where the part of a tekort goes that nobody takes over."""

_CIJFERS = ("opgave", "capaciteit", "plaatsingen", "geleverd", "tekort", "overschot", "niet_geplaatst")


@dataclass(frozen=True)
class Solidariteit:
    """One year seen as what gemeenten do for each other; homes (= households) per year."""

    jaar: int
    tekort: float
    """Gross: the sum of the local tekorten."""
    overschot: float
    """Gross: the sum of the local overschotten."""
    verevend: float
    niet_geplaatst: float
    """Net: what is left of the tekorten."""
    per_gemeente: pd.DataFrame
    """A row a gemeente: naam, opgave, capaciteit, plaatsingen, geleverd, ontvangen, tekort, overschot, niet_geplaatst,
    ongebruikt and saldo."""
    tabel: pd.DataFrame
    """The same, and below them the region."""
    stromen: pd.DataFrame
    """A row a flow: van (a gemeente, or GEEN_PLEK), naar (the gemeente whose tekort it is) and aantal."""


def solidariteit(uitkomst: Uitkomst, jaar: int) -> Solidariteit:
    """Follow every tekort of one year to who takes it over, or to nobody.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    jaar
        A year of the path.

    Notes
    -----
    Verevening goes in proportion on both sides (equation 8), so from i to k flows geleverd_i tekort_k / sum tekort.
    The flows to a gemeente add up to its tekort: nobody disappears in the regional sum. ``saldo`` is what a gemeente
    places less its own fair share (the opgave).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> beeld = solidariteit(bereken(lees_regio("stedendriehoek")), 2035)
    >>> beeld.stromen.query("van == 'Deventer'")["aantal"].sum().round(1), round(beeld.niet_geplaatst, 1)
    (np.float64(10.7), 214.5)
    """
    j = uitkomst.jaren.index(jaar)
    regio = uitkomst.regio
    som = {naam: float(getattr(regio, naam)[j, 0]) for naam in _CIJFERS if naam != "geleverd"}
    som["geleverd"] = float(regio.verevend[j, 0])
    cel = {naam: np.append(uitkomst.per_gemeente(naam, jaar), som[naam]) for naam in _CIJFERS}
    tabel = pd.DataFrame(
        {
            "naam": [*uitkomst.bron.namen, "Hele regio"],
            **cel,
            "ontvangen": cel["tekort"] - cel["niet_geplaatst"],
            "ongebruikt": cel["overschot"] - cel["geleverd"],
            "saldo": cel["plaatsingen"] - cel["opgave"],
        }
    )
    return Solidariteit(
        jaar=jaar,
        tekort=som["tekort"],
        overschot=som["overschot"],
        verevend=som["geleverd"],
        niet_geplaatst=som["niet_geplaatst"],
        per_gemeente=tabel.iloc[:-1],
        tabel=tabel,
        stromen=_stromen(uitkomst.bron.namen, cel, som["tekort"]),
    )


def _stromen(namen: Sequence[str], cel: Mapping[str, np.ndarray], tekort: float) -> pd.DataFrame:
    """List the flows that are there: from each gemeente that delivers, and from nobody, to each with a tekort."""
    geleverd, kort, niet = (cel[naam].tolist() for naam in ("geleverd", "tekort", "niet_geplaatst"))
    gemeenten = range(len(namen))
    rijen = [
        (namen[i], namen[k], geleverd[i] * kort[k] / tekort)
        for i in gemeenten
        if geleverd[i] > 0
        for k in gemeenten
        if kort[k] > 0
    ]
    rijen += [(GEEN_PLEK, namen[k], niet[k]) for k in gemeenten if niet[k] > 0]
    return pd.DataFrame(rijen, columns=["van", "naar", "aantal"])

"""Solidariteit: who delivers above its share, for whom, and who is left; gross and net."""

from dataclasses import dataclass

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
    cel = {naam: uitkomst.per_gemeente(naam, jaar) for naam in _CIJFERS}
    gemeenten = _afgeleid(pd.DataFrame({"naam": uitkomst.bron.namen, **cel}))
    som = {naam: float(getattr(uitkomst.regio, naam)[j, 0]) for naam in _CIJFERS if naam != "geleverd"}
    verevend = float(uitkomst.regio.verevend[j, 0])
    regio = _afgeleid(pd.DataFrame([{"naam": "Hele regio", **som, "geleverd": verevend}]))
    return Solidariteit(
        jaar=jaar,
        tekort=som["tekort"],
        overschot=som["overschot"],
        verevend=verevend,
        niet_geplaatst=som["niet_geplaatst"],
        per_gemeente=gemeenten,
        tabel=pd.concat([gemeenten, regio], ignore_index=True),
        stromen=_stromen(gemeenten, som["tekort"]),
    )


def _afgeleid(tabel: pd.DataFrame) -> pd.DataFrame:
    """Add what follows from the figures of a row."""
    return tabel.assign(
        ontvangen=tabel["tekort"] - tabel["niet_geplaatst"],
        ongebruikt=tabel["overschot"] - tabel["geleverd"],
        saldo=tabel["plaatsingen"] - tabel["opgave"],
    )


def _stromen(tabel: pd.DataFrame, tekort: float) -> pd.DataFrame:
    """List the flows that are there: from each gemeente that delivers, and from nobody, to each with a tekort."""
    kort = tabel[tabel["tekort"] > 0].to_dict("records")
    rijen = [
        (van["naam"], naar["naam"], van["geleverd"] * naar["tekort"] / tekort)
        for van in tabel[tabel["geleverd"] > 0].to_dict("records")
        for naar in kort
    ]
    rijen += [(GEEN_PLEK, naar["naam"], naar["niet_geplaatst"]) for naar in kort if naar["niet_geplaatst"] > 0]
    return pd.DataFrame(rijen, columns=["van", "naar", "aantal"])

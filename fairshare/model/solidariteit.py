"""Solidariteit: who delivers above its share, for whom, and who is left; gross and net."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare.lui import pd
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.hele_woningen import heel
from fairshare.model.invoer import afstanden
from fairshare.model.regels import paren_nabij
from fairshare.model.uitkomst import Reeks, Uitkomst

GEEN_PLEK = "Geen plek"
"""Where the part of a tekort goes that nobody takes over."""

MEESTE_STROMEN = 100
"""So many flows between others stand in a table."""

_CIJFERS = (
    "eigen_aandeel",
    "opgave",
    "capaciteit",
    "plaatsingen",
    "geleverd",
    "ontvangen",
    "tekort",
    "overschot",
    "niet_geplaatst",
    "saldo",
    "vereffening",
)


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
    uitkomst: Uitkomst = field(repr=False)
    tarief: float | None = None
    """What a home of the vereffening is worth [euro]; None when the region has set none."""

    @cached_property
    def kolommen(self) -> dict[str, NDArray[Any]]:
        """The flows by column: van (a gemeente, or GEEN_PLEK), naar (the gemeente whose tekort it is) and aantal."""
        return _stromen(self.uitkomst, self.jaar)

    @property
    def stromen(self) -> pd.DataFrame:
        """The same, a row a flow."""
        return pd.DataFrame(self.kolommen)

    @cached_property
    def per_gemeente(self) -> pd.DataFrame:
        """A row a gemeente: naam and the figures of the model."""
        cijfers = {naam: self.uitkomst.per_gemeente(naam, self.jaar) for naam in _CIJFERS}
        return pd.DataFrame({"naam": self.uitkomst.bron.namen} | cijfers)

    @cached_property
    def tabel(self) -> pd.DataFrame:
        """The same per gemeente in whole homes, below them the region, and bedrag (vereffening times the tarief)."""
        tabel = pd.DataFrame(in_het_jaar(self.uitkomst, _CIJFERS, self.jaar))
        return tabel.assign(bedrag=tabel["vereffening"] * (np.nan if self.tarief is None else self.tarief))

    @property
    def heel_verevend(self) -> float:
        """What went from one gemeente to another, in whole homes: the tekorten less niet geplaatst."""
        return float(self.heel("geleverd")[-1])

    def heel(self, naam: str) -> list[float]:
        """Give a column of that table, without making the others."""
        kolom: list[float] = heel(self.uitkomst, naam)[:, self.uitkomst.jaren.index(self.jaar)].tolist()
        return kolom


def solidariteit(uitkomst: Uitkomst, jaar: int, tarief: float | None = None) -> Solidariteit:
    """Follow every tekort of one year to who takes it over, or to nobody.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    jaar
        A year.
    tarief
        What a home of the vereffening is worth [euro]; None when the region has set none.

    Notes
    -----
    With the rule *dichtstbij* the flows are the pairs of that rule; else from i to k flows of what i delivers the part that k
    receives of all. The flows to a gemeente add up to its tekort: nobody disappears in the regional sum.

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
    som = {naam: float(getattr(regio, naam)[j, 0]) for naam in ("tekort", "overschot", "geleverd", "niet_geplaatst")}
    return Solidariteit(
        jaar=jaar,
        tekort=som["tekort"],
        overschot=som["overschot"],
        verevend=som["geleverd"],
        niet_geplaatst=som["niet_geplaatst"],
        uitkomst=uitkomst,
        tarief=tarief,
    )


def _stromen(uitkomst: Uitkomst, jaar: int) -> dict[str, NDArray[Any]]:
    """List the flows that are there: from each gemeente that delivers, and from nobody, to each with a tekort."""
    namen = np.array([*uitkomst.bron.namen, GEEN_PLEK], dtype=object)
    niet = np.nan_to_num(uitkomst.per_gemeente("niet_geplaatst", jaar))
    van, naar, aantal = paren(uitkomst, jaar)
    er, over = aantal > _RUIS, np.flatnonzero(niet > 0)
    return {
        "van": namen[np.append(van[er], np.full(over.size, len(niet)))],
        "naar": namen[np.append(naar[er], over)],
        "aantal": np.append(aantal[er], niet[over]),
    }


def grootste_stromen(stromen: pd.DataFrame, naam: str) -> tuple[pd.DataFrame, int]:
    """Leave of many flows those of one gemeente and the largest others, add up the rest in one row, and say how many these are.

    Examples
    --------
    >>> lang = pd.DataFrame({"van": ["Aa", *["Bee"] * 149], "naar": "Cee", "aantal": 1.0})
    >>> kort, weg = grootste_stromen(lang, "Aa")
    >>> kort["van"].tolist()[::101], len(kort), weg, kort["aantal"].sum()
    (['Aa', 'De kleinere stromen samen'], 102, 49, np.float64(150.0))
    """
    aantal, eigen = stromen["aantal"].to_numpy(), ((stromen["van"] == naam) | (stromen["naar"] == naam)).to_numpy()
    grootste = np.argsort(-aantal + np.where(eigen, -np.inf, 0.0), kind="stable")
    weg = grootste[eigen.sum() + MEESTE_STROMEN :]
    if not weg.size:
        return stromen, 0
    samen = pd.DataFrame({"van": ["De kleinere stromen samen"], "naar": [""], "aantal": [aantal[weg].sum()]})
    return pd.concat([stromen.drop(index=stromen.index[weg]), samen]), len(weg)


Plekken = NDArray[np.intp]


def paren(uitkomst: Uitkomst, jaar: int) -> tuple[Plekken, Plekken, Reeks]:
    """Give who delivers to whom in a year, as places in the region, and how much.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> van, naar, aantal = paren(bereken(lees_regio("stedendriehoek")), 2035)
    >>> van[aantal > 1].tolist(), naar[aantal > 1].tolist()
    ([2, 2, 2, 2, 2], [0, 3, 4, 5, 6])
    """
    if uitkomst.scenario.regel != "nabij":
        delen = _naar_rato(uitkomst, jaar)
        van, naar = np.nonzero(delen)
        return van, naar, delen[van, naar]
    n = len(uitkomst.bron.codes)
    namen = (("tekort", n), ("overschot", n), ("verevend", 1))
    j, rekening = uitkomst.jaren.index(jaar), uitkomst.regio.rekening
    kort, over, samen_ = (
        np.broadcast_to(rekening.figuur(naam), (breed, len(uitkomst.jaren), 1))[:, j : j + 1] for naam, breed in namen
    )
    gevonden = [
        (van, naar, *aantal.flat) for naar, van, aantal in paren_nabij(kort, over, samen_, afstanden(uitkomst.bron))
    ]
    van, naar, aantal = np.array(gevonden).reshape(-1, 3).T
    return van.astype(np.intp), naar.astype(np.intp), aantal


def van_naar(uitkomst: Uitkomst, jaar: int) -> Reeks:
    """Give the same as a table of who delivers (down) to whom (across).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> van_naar(bereken(lees_regio("stedendriehoek")), 2035)[2].round(1).tolist()
    [3.2, 0.2, 0.0, 2.0, 1.4, 1.3, 1.4, 0.3, 0.9]
    """
    if uitkomst.scenario.regel != "nabij":
        return _naar_rato(uitkomst, jaar)
    delen = np.zeros((len(uitkomst.bron.codes),) * 2)
    van, naar, aantal = paren(uitkomst, jaar)
    delen[van, naar] = aantal
    return delen


def _naar_rato(uitkomst: Uitkomst, jaar: int) -> Reeks:
    """Let everyone who delivers do so to everyone who receives, in proportion to what that one receives.

    A gemeente of which mutaties are unknown receives too, as the sums over the region have it.
    """
    j, rekening = uitkomst.jaren.index(jaar), uitkomst.regio.rekening
    geleverd, ontvangen = (
        np.broadcast_to(np.maximum(0.0, rekening.figuur(naam)), rekening.vorm)[:, j, 0]
        for naam in ("geleverd", "ontvangen")
    )
    return np.outer(geleverd, ontvangen) / (float(ontvangen.sum()) or 1.0)


_RUIS = 1e-9
"""Less than this is the noise of floats, in homes."""

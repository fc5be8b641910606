"""What an agreement is made of: for every gemeente and year how many homes, whole and adding up in every direction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from fairshare.model.corporaties import per_corporatie
from fairshare.model.hele_woningen import REGIO, Reeks, heel
from fairshare.model.invoer import periode
from fairshare.model.uitkomst import Uitkomst

WAT = {"opgave": "Opgave", "plaatsingen": "Plaatsingen"}
"""The two figures of the agreement: what is asked of a gemeente, and how many households find a home there."""


@dataclass(frozen=True, eq=False)
class Bijlage:
    """The tables of an agreement in whole homes; unknown is nan, also of a region of which a gemeente is unknown."""

    jaren: tuple[int, ...]
    namen: tuple[str, ...]
    cijfers: Mapping[str, Reeks]
    """Of each figure a row a gemeente and below them the region, a column a year."""
    corporaties: Mapping[str, Mapping[str, list[int]]]
    """The plaatsingen of a gemeente over its corporaties in every year, where the bezit is known; by name."""
    plekken: bool
    """Whether some of those plaatsingen are in places outside social rent."""


def bijlage(uitkomst: Uitkomst) -> Bijlage:
    """Give the tables of the agreement that an outcome is.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> tabel = bijlage(bereken(lees_regio("stedendriehoek"))).cijfers["plaatsingen"]
    >>> tabel[:-1, -1].sum(), tabel[-1, -1]
    (np.float64(956.0), np.float64(956.0))
    """
    codes, namen = uitkomst.bron.codes, uitkomst.bron.namen
    delen = {naam: per_corporatie(uitkomst, code, "plaatsingen") for code, naam in zip(codes, namen, strict=True)}
    return Bijlage(
        jaren=uitkomst.jaren,
        namen=namen,
        cijfers={naam: _opgeteld(heel(uitkomst, naam)[:-1]) for naam in WAT},
        corporaties={naam: deel for naam, deel in delen.items() if deel},
        plekken=bool((uitkomst.over_de_jaren("buiten") > 0).any()),
    )


def naast_elkaar(uitkomsten: Sequence[Uitkomst], naam: str, laatste: bool) -> list[tuple[Any, ...]]:
    """Put a figure of the agreement side by side: a row a gemeente and last their sum; after each but the first how much more it is.

    Of the last year of the period of the agreement, or of all its years together; unknown is nan.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> from fairshare.scenario import Scenario
    >>> regio = lees_regio("stedendriehoek")
    >>> naast_elkaar([bereken(regio, een) for een in (Scenario(), Scenario(reservering=33))], "plaatsingen", True)[-1]
    ('Hele regio', 956.0, 1051.0, 95.0)
    """
    kolommen: list[Reeks] = []
    for uitkomst in uitkomsten:
        van, tot = (uitkomst.jaren.index(jaar) for jaar in periode(uitkomst.bron))
        kolom = _opgeteld(heel(uitkomst, naam)[:-1])[:, tot if laatste else van : tot + 1].sum(axis=1)
        kolommen += [kolom, kolom - kolommen[0]] if kolommen else [kolom]
    return list(zip((*uitkomsten[0].bron.namen, REGIO), *(kolom.tolist() for kolom in kolommen), strict=True))


def _opgeteld(cellen: Reeks) -> Reeks:
    """Put the region below its gemeenten: their sum, which is unknown where one of them is."""
    return np.vstack([cellen, cellen.sum(axis=0)])

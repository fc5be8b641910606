"""The table game: what the bids of a round do to the gap, to each fair share, and to regulier.

A round is the same model with other inputs: the percentage that a gemeente bids is its reservering, its places and new homes
come on top of its own, and what one takes over from another is a ruil. A surplus helps another only when it takes something over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

import numpy as np
from numpy.typing import NDArray

from fairshare.lui import pd
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import NIETS, getal, procent
from fairshare.weergave import Weergave

Reeks = NDArray[np.float64]
Boden = tuple[tuple[str, float], ...]

RONDES = 3


@dataclass(frozen=True, eq=False)
class Ronde:
    """What a round comes to: bids and outcomes per gemeente, shape (gemeente,) [percent, homes per year]."""

    nummer: int
    percentage: Reeks
    plekken: Reeks
    nieuwbouw: Reeks
    overgenomen: Reeks
    """Shape (gemeente, gemeente): what the row takes over from the column."""
    fair_share: Reeks
    opgave: Reeks
    capaciteit: Reeks
    plaatsingen: Reeks
    niet_geplaatst: Reeks
    regulier: Reeks
    uitkomst: Uitkomst
    """What the model says of the round."""

    @property
    def gat(self) -> float:
        """How many households of the region find no home."""
        return float(self.niet_geplaatst.sum())


def laatste_ronde(boden: Boden) -> int:
    """Give the last round in which someone bid; 0 when nobody has.

    Examples
    --------
    >>> laatste_ronde(()), laatste_ronde((("1.0262.p", 35.0), ("2.0262.e", 10.0)))
    (0, 2)
    """
    return max((int(naam[0]) for naam, _ in boden), default=0)


def afspraken(uitkomst: Uitkomst, ronde: Ronde) -> list[str]:
    """Say who houses households of whom.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> afspraken(uitkomst, speel(uitkomst, (("1.0150.0262", 12.0),), 1))
    ['Deventer huisvest er 12 van Lochem.']
    """
    namen = uitkomst.bron.namen
    paren = zip(*np.nonzero(ronde.overgenomen), strict=True)
    return [f"{namen[wie]} huisvest er {getal(ronde.overgenomen[wie, van])} van {namen[van]}." for wie, van in paren]


def speel(uitkomst: Uitkomst, boden: Boden, nummer: int) -> Ronde:
    """Compute a round; round 0 is the scenario before anyone bids.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> round(speel(uitkomst, (), 0).gat, 2), round(speel(uitkomst, (("1.0262.e", 42.0),), 1).gat, 2)
    (225.2, 183.2)
    """
    percentage, plekken, nieuwbouw, overgenomen = _boden(uitkomst, boden, nummer)
    eigen = {naam: uitkomst.regio.rekening.invoer(naam) for naam in ("inzet", "bouw", "ruil")}
    erbij = {"inzet": plekken, "bouw": nieuwbouw, "ruil": overgenomen.sum(axis=1) - overgenomen.sum(axis=0)}
    bod = {naam: np.broadcast_to(reeks, (len(plekken), 1, 1)).ravel() + erbij[naam] for naam, reeks in eigen.items()}
    nu = bereken(uitkomst.bron, uitkomst.scenario.met(bodem="nee"), verevening=0, afwijking=percentage, **bod)
    namen = ("opgave", "capaciteit", "plaatsingen", "niet_geplaatst", "regulier")
    return Ronde(
        nummer=nummer,
        percentage=percentage,
        plekken=plekken,
        nieuwbouw=nieuwbouw,
        overgenomen=overgenomen,
        fair_share=uitkomst.per_gemeente("eigen_aandeel"),
        **{naam: nu.per_gemeente(naam) for naam in namen},
        uitkomst=nu,
    )


def _boden(uitkomst: Uitkomst, boden: Boden, nummer: int) -> tuple[Reeks, Reeks, Reeks, Reeks]:
    """Lay out what stands in a round: percentage, extra places, new homes, and who takes over from whom."""
    plek = {code.removeprefix("GM"): plek for plek, code in enumerate(uitkomst.bron.codes)}
    enkel = {
        "p": _percentage(uitkomst),
        "e": np.zeros(len(plek)),
        "n": np.zeros(len(plek)),
    }
    overgenomen = np.zeros((len(plek), len(plek)))
    for naam, waarde in sorted(boden):  # a later round comes after an earlier one, and rules
        ronde, code, soort = naam.split(".")
        if int(ronde) > nummer:
            continue
        if soort in enkel:
            enkel[soort][plek[code]] = waarde
        else:
            overgenomen[plek[code], plek[soort]] = waarde
    return enkel["p"], enkel["e"], enkel["n"], overgenomen


def _percentage(uitkomst: Uitkomst) -> Reeks:
    """Give the percentage of every gemeente before it bids: the goal of its path, and with a floor at least that of 2024."""
    doel, toen = (100 * uitkomst.per_gemeente(naam) for naam in ("doel", "reservering_2024"))
    return np.maximum(doel, toen) if uitkomst.scenario.bodem == "ja" else doel


def ronde_tabel(uitkomst: Uitkomst, ronde: Ronde) -> pd.DataFrame:
    """Give a row a gemeente and below them the region: the bid, and what it comes to in whole homes."""
    bod = {naam: getattr(ronde, naam) for naam in ("plekken", "nieuwbouw")}
    bod["overgenomen"] = ronde.opgave - ronde.fair_share
    nu = in_het_jaar(ronde.uitkomst, ("capaciteit", "niet_geplaatst", "plaatsingen", "regulier"))
    tabel = pd.DataFrame(nu | {naam: np.append(reeks, reeks.sum()) for naam, reeks in bod.items()})
    fair_share = in_het_jaar(uitkomst, ("eigen_aandeel",))["eigen_aandeel"]
    return tabel.assign(
        percentage=np.append(ronde.percentage, np.nan),
        fair_share=fair_share,
        draagt=tabel["plaatsingen"] - fair_share
        if uitkomst.scenario.wacht
        else tabel["overgenomen"] - tabel["niet_geplaatst"],
        regulier_verschil=tabel["regulier"] - in_het_jaar(speel(uitkomst, (), 0).uitkomst, ("regulier",))["regulier"],
    )


def gehaald(gat: float, weergave: Weergave) -> bool:
    """Whether the goal of the table is reached: at most ``hoogstens`` households without a home.

    Examples
    --------
    >>> gehaald(214.5, Weergave(hoogstens=230)), gehaald(float("nan"), Weergave(hoogstens=230))
    (True, False)
    """
    return gat <= weergave.hoogstens + NIETS


def bezwaren(uitkomst: Uitkomst, ronde: Ronde, weergave: Weergave) -> list[str]:
    """Name every bid that goes against what the facilitator has set.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> bezwaren(uitkomst, speel(uitkomst, (("1.0262.p", 40.0),), 1), Weergave())
    ['Lochem biedt 40,0%: het plafond is 37%.']
    """
    return tegen_de_regels(
        uitkomst.bron.namen, ronde.percentage, ronde.overgenomen.sum(axis=0), ronde.fair_share, weergave
    )


def tegen_de_regels(
    namen: Sequence[str], percentage: Reeks, weg: Reeks, fair_share: Reeks, weergave: Weergave
) -> list[str]:
    """Name what goes against the rules of the facilitator.

    Parameters
    ----------
    percentage, weg, fair_share
        What each gemeente reserves [percent], what others take over from it and what it should do [households a year], shape (gemeente,).

    Examples
    --------
    >>> tegen_de_regels(["Oost"], np.array([40.0]), np.array([31.0]), np.array([60.0]), Weergave(eigen_deel=50))
    ['Oost biedt 40,0%: het plafond is 37%.', 'Anderen nemen 31 over van Oost: hoogstens 30 mag, de rest huisvest zij zelf.']
    """
    rijen = zip(namen, percentage.tolist(), weg.tolist(), fair_share.tolist(), strict=True)
    return [zin for rij in rijen for zin in _bezwaren(*rij, weergave)]


def _bezwaren(naam: str, percentage: float, weg: float, fair_share: float, weergave: Weergave) -> Iterator[str]:
    if percentage > weergave.plafond + NIETS:
        yield f"{naam} biedt {procent(percentage, 1)}: het plafond is {weergave.plafond}%."
    if percentage < weergave.minimum - NIETS:
        yield f"{naam} biedt {procent(percentage, 1)}: het minimum is {weergave.minimum}%."
    mag = (100 - weergave.eigen_deel) / 100 * fair_share
    if weg > mag + NIETS:
        yield f"Anderen nemen {getal(weg)} over van {naam}: hoogstens {floor(mag + NIETS)} mag, de rest huisvest zij zelf."

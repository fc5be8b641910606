"""What is left for regulier woningzoekenden, beside 2024 and beside the 70/30 of the agreement."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from fairshare.lui import pd
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.uitkomst import Reeks, Uitkomst


@dataclass(frozen=True)
class Regulier:
    """One year seen by regulier woningzoekenden; homes per year, shares in percent, unknown is nan."""

    jaar: int
    regulier: float
    regulier_2024: float
    deel: float
    """Share of the homes to let that is left."""
    deel_afspraak: float
    """Share that stays for regulier woningzoekenden by the agreement; unknown (nan) where it names none."""
    verdringing: float
    """Lost regular lettings against 2024, summed over the gemeenten that lose; a gain elsewhere is not set off."""
    van_gemeenten: Mapping[str, Sequence[Any]]
    """By column, a row a gemeente: naam, vrij, regulier, deel, regulier_2024, verschil, verdringing."""
    in_woningen: Mapping[str, Sequence[Any]]
    """The same without verdringing, in whole homes, and below them the region."""
    per_jaar: Mapping[str, Sequence[Any]]
    """By column, a row a year: jaar, vrij, regulier, deel."""

    @cached_property
    def per_gemeente(self) -> pd.DataFrame:
        """``van_gemeenten`` as a frame."""
        return pd.DataFrame(self.van_gemeenten)

    @cached_property
    def tabel(self) -> pd.DataFrame:
        """``in_woningen`` as a frame."""
        return pd.DataFrame(self.in_woningen)

    @cached_property
    def pad(self) -> pd.DataFrame:
        """``per_jaar`` as a frame."""
        return pd.DataFrame(self.per_jaar)

    @property
    def verlies(self) -> float:
        """What the gemeenten that lose have less than in 2024, added up in whole homes."""
        return -float(self.tabel["verschil"].iloc[:-1].clip(upper=0).sum(skipna=False))

    @property
    def verschil(self) -> float:
        """Regular lettings more or less than in 2024, in the whole region."""
        return self.regulier - self.regulier_2024


def tegenover_2024(uitkomst: Uitkomst, jaar: int) -> Regulier:
    """Set what is left for regulier woningzoekenden in a year beside 2024.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    jaar
        A year of the path.

    Notes
    -----
    Regulier, regulier in 2024 and verdringing are equations of the model.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> nu = tegenover_2024(bereken(lees_regio("stedendriehoek")), 2035)
    >>> round(nu.regulier, 1), round(nu.verschil, 1), round(nu.deel)
    (2229.5, -160.5, 70)
    """
    j = uitkomst.jaren.index(jaar)
    vrij, over, weg = (uitkomst.per_gemeente(naam, jaar) for naam in ("vrij", "regulier", "verdringing"))
    toen, regio = (
        uitkomst.per_gemeente("regulier_2024"),
        {n: getattr(uitkomst.regio, n)[:, 0] for n in ("vrij", "regulier")},
    )
    deel, regiodeel = _deel(over, vrij), _deel(regio["regulier"], regio["vrij"])
    heel = in_het_jaar(uitkomst, ("vrij", "regulier", "regulier_2024"), jaar)
    cijfers = {
        "vrij": vrij,
        "regulier": over,
        "regulier_2024": toen,
        "deel": deel,
        "verschil": over - toen,
        "verdringing": weg,
    }
    return Regulier(
        jaar=jaar,
        regulier=float(regio["regulier"][j]),
        regulier_2024=float(toen.sum()),
        deel=float(regiodeel[j]),
        deel_afspraak=float("nan") if (afspraak := uitkomst.bron.cijfer("regulier")) is None else afspraak,
        verdringing=float(weg.sum()),
        van_gemeenten={"naam": uitkomst.bron.namen} | {naam: reeks.tolist() for naam, reeks in cijfers.items()},
        in_woningen=heel
        | {
            "deel": [*deel.tolist(), float(regiodeel[j])],
            "verschil": [nu - eerst for nu, eerst in zip(heel["regulier"], heel["regulier_2024"], strict=True)],
        },
        per_jaar={"jaar": uitkomst.jaren}
        | {naam: reeks.tolist() for naam, reeks in (regio | {"deel": regiodeel}).items()},
    )


def _deel(regulier: Reeks, vrij: Reeks) -> Reeks:
    return np.asarray(100 * regulier / np.where(vrij > 0, vrij, np.nan))

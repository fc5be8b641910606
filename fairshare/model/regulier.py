"""What is left for regulier woningzoekenden, beside 2024 and beside the 70/30 of the agreement."""

from __future__ import annotations

from dataclasses import dataclass

from fairshare.lui import pd
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.uitkomst import Uitkomst


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
    per_gemeente: pd.DataFrame
    """A row a gemeente: naam, vrij, regulier, deel, regulier_2024, verschil, verdringing."""
    tabel: pd.DataFrame
    """The same without verdringing, in whole homes, and below them the region."""
    pad: pd.DataFrame
    """A row a year: jaar, vrij, regulier, deel."""

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
    vrij, over = (uitkomst.per_gemeente(naam, jaar) for naam in ("vrij", "regulier"))
    toen = uitkomst.per_gemeente("regulier_2024")
    tabel = pd.DataFrame({"naam": uitkomst.bron.namen, "vrij": vrij, "regulier": over, "regulier_2024": toen})
    tabel = tabel.assign(deel=_deel(tabel), verschil=tabel["regulier"] - tabel["regulier_2024"])
    tabel["verdringing"] = uitkomst.per_gemeente("verdringing", jaar)
    pad = pd.DataFrame(
        {"jaar": uitkomst.jaren, "vrij": uitkomst.regio.vrij[:, 0], "regulier": uitkomst.regio.regulier[:, 0]}
    )
    pad = pad.assign(deel=_deel(pad))
    return Regulier(
        jaar=jaar,
        regulier=float(pad["regulier"].iloc[j]),
        regulier_2024=float(toen.sum()),
        deel=float(pad["deel"].iloc[j]),
        deel_afspraak=float("nan") if (deel := uitkomst.bron.cijfer("regulier")) is None else deel,
        verdringing=float(tabel["verdringing"].sum(skipna=False)),
        per_gemeente=tabel,
        tabel=_tabel(uitkomst, jaar, [*tabel["deel"], pad["deel"].iloc[j]]),
        pad=pad,
    )


def _tabel(uitkomst: Uitkomst, jaar: int, deel: list[float]) -> pd.DataFrame:
    tabel = pd.DataFrame(in_het_jaar(uitkomst, ("vrij", "regulier", "regulier_2024"), jaar))
    return tabel.assign(deel=deel, verschil=tabel["regulier"] - tabel["regulier_2024"])


def _deel(tabel: pd.DataFrame) -> pd.Series:
    return 100 * tabel["regulier"] / tabel["vrij"].where(tabel["vrij"] > 0)

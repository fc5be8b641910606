"""What a scenario asks per half-year, known before any figure is: half of the year it lies in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairshare.model import koers
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.verdeelsleutel import gewichten, ontbrekend
from fairshare.opmaak import halfjaar
from fairshare.scenario import Scenario

Reeks = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Pad:
    """What a scenario asks per half-year, shape (gemeente, halfjaar)."""

    perioden: tuple[str, ...]
    plaatsingen: Reeks
    vrij: Reeks
    eigen_aandeel: Reeks
    deel: Reeks
    """Which part of the homes to let goes to urgenten."""
    toen: Reeks
    """Which part did in 2024; nan where that is unknown."""

    def gevraagd(self, mutaties: Reeks) -> Reeks:
        """Give what is asked of so many homes that came free: their part, and the places beside them."""
        return self.plaatsingen + self.deel * (mutaties - self.vrij)


def halfjaarpad(uitkomst: Uitkomst) -> Pad:
    """Give what a scenario asks per half-year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> pad = halfjaarpad(bereken(lees_regio("stedendriehoek")))
    >>> pad.perioden[-1], pad.deel[:, -1].round(9).tolist() == [0.3] * 9
    ('2035-2', True)
    """
    over = {naam: np.repeat(uitkomst.over_de_jaren(naam), 2, axis=1) for naam in _NODIG}
    uit_vrij = np.clip(over["plaatsingen"] - over["buiten"], 0.0, over["vrij"])
    deel = np.divide(uit_vrij, over["vrij"], out=np.zeros_like(uit_vrij), where=over["vrij"] > 0)
    bekend = uitkomst.gemeenten.rekening.invoer("begin") != "doel"
    return Pad(
        perioden=tuple(f"{jaar}-{helft}" for jaar in uitkomst.jaren for helft in (1, 2)),
        plaatsingen=over["plaatsingen"] / 2,
        vrij=over["vrij"] / 2,
        eigen_aandeel=over["eigen_aandeel"] / 2,
        deel=np.where(np.isfinite(over["plaatsingen"]), deel, np.nan),
        toen=over["reservering_2024"] if bekend else np.full_like(deel, np.nan),
    )


_NODIG = ("plaatsingen", "buiten", "vrij", "eigen_aandeel", "reservering_2024")


def horizon(uitkomst: Uitkomst, jaar: int) -> int:
    """Give the year up to which is projected: that of the region's evaluation, once past or without one the last that is computed."""
    evaluatie = uitkomst.bron.cijfer("evaluatie")
    return int(evaluatie) if evaluatie is not None and jaar < evaluatie <= uitkomst.jaren[-1] else uitkomst.jaren[-1]


def onderscheid(uitkomst: Uitkomst) -> tuple[str, ...]:
    """Say from which half-year standing still at 2024 can be told apart from the pad: per gemeente and last the region.

    Eight of ten cases are then found at one in a hundred, and ever after.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> onderscheid(bereken(lees_regio("stedendriehoek")))[-1]
    '2e halfjaar 2029'
    """
    pad = halfjaarpad(uitkomst)
    toen = pad.toen * pad.vrij + pad.gevraagd(np.zeros_like(pad.vrij))
    delen = (pad.plaatsingen, pad.deel * (1 - pad.deel) * pad.vrij, toen, pad.toen * (1 - pad.toen) * pad.vrij)
    kan = koers.te_onderscheiden(*(np.vstack([deel, deel.sum(axis=0)]).cumsum(axis=1) for deel in delen))
    return tuple(
        koers.ONBEKEND if weet_niet else halfjaar(pad.perioden[int(rij.argmax())]) if rij.any() else _nooit(uitkomst)
        for rij, weet_niet in zip(kan, np.isnan(_met_som(toen)), strict=True)
    )


def _nooit(uitkomst: Uitkomst) -> str:
    return f"niet voor {uitkomst.jaren[-1] + 1}"


def _met_som(reeks: Reeks) -> Reeks:
    per_gemeente = reeks.sum(axis=1)
    return np.append(per_gemeente, per_gemeente.sum())


def taakstelling_per_halfjaar(uitkomst: Uitkomst) -> Reeks:
    """Give the homes for statushouders per half-year: by inwoners, as the law does; per gemeente and last the region, unrounded.

    Where the inwoners of a gemeente are unknown, no gemeente has a known share.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> taakstelling_per_halfjaar(bereken(lees_regio("stedendriehoek")))[-1].round(6)
    np.float64(174.0)
    """
    jaar = uitkomst.regionaal("taakstelling", uitkomst.jaren[0]) or np.nan
    regio = uitkomst.bron
    bekend = not ontbrekend(regio, "inwoners")
    deel = gewichten(regio, Scenario(sleutel="inwoners")).reshape(-1) if bekend else np.full(len(regio.codes), np.nan)
    return np.append(deel, 1.0) * jaar / 2

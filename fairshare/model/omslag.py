"""Break-even: how far a lever must go before nobody is left without a home (equation 11)."""

from collections.abc import Callable
from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.zoeken import kleinste

Reeks = NDArray[np.float64]

_HOOGSTE_PERCENTAGE = 100.0


@dataclass(frozen=True)
class Omslag:
    """Where niet geplaatst becomes 0 in the end year; None is "niet haalbaar binnen 0-100%" or unknown."""

    reservering: float | None
    """Reservering for the region as a whole, with full verevening [percent]."""
    mutatiegraad: float | None
    """Mutatiegraad with the chosen reservering and full verevening [percent]."""
    extra_plekken: float | None
    """Extra places outside social rent, with full verevening [places per year]."""
    reservering_zonder_verevening: float | None
    """Reservering at which every gemeente can do it alone [percent]."""


def omslag(uitkomst: Uitkomst) -> Omslag:
    """Solve the break-evens of a single scenario in its end year.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.

    Notes
    -----
    Without achterstand in closed form: reservering = (O - Z) / vrij, the same per gemeente without verevening (the
    largest counts), mutatiegraad from the part of vrij that scales with it, extra_plekken = O - capaciteit. With
    achterstand each year depends on the one before, so a root is bracketed on the engine itself.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> round(omslag(bereken(lees_regio("stedendriehoek"))).reservering, 4)
    36.7347
    """
    return _gesloten(uitkomst) if uitkomst.scenario.achterstand == "nee" else _gezocht(uitkomst)


def _binnen(waarde: float, hoogste: float = _HOOGSTE_PERCENTAGE) -> float | None:
    """Keep what can be reached; below 0 means that it is already reached."""
    return max(0.0, waarde) if isfinite(waarde) and waarde <= hoogste else None


def _gesloten(uitkomst: Uitkomst) -> Omslag:
    per_gemeente, regio, scenario = uitkomst.gemeenten, uitkomst.regio, uitkomst.scenario
    opgave, vrij, mutaties = (float(reeks[-1, 0]) for reeks in (regio.opgave, regio.vrij, regio.mutaties))
    buiten = float(per_gemeente.buiten.sum(axis=0)[-1, 0])
    nodig = opgave - buiten
    eigen = (
        100 * (per_gemeente.opgave - per_gemeente.buiten) / np.where(per_gemeente.vrij > 0, per_gemeente.vrij, np.nan)
    )
    vast = vrij - mutaties
    mutatiegraad = (
        (nodig / (scenario.reservering / 100) - vast) / mutaties * scenario.mutatiegraad if mutaties else np.nan
    )
    return Omslag(
        reservering=_binnen(100 * nodig / vrij if vrij else np.nan),
        mutatiegraad=_binnen(mutatiegraad),
        extra_plekken=_binnen(opgave - float(regio.capaciteit[-1, 0]), np.inf),
        reservering_zonder_verevening=_binnen(float(eigen[:, -1, 0].max())),
    )


def _gezocht(uitkomst: Uitkomst) -> Omslag:
    def over(hefboom: str, verevening: int, begin: float = 0.0) -> Callable[[Reeks], Reeks]:
        """What is left over in the end year: of the region, or of the gemeente that has least."""

        def overschot(x: Reeks) -> Reeks:
            nu = bereken(uitkomst.bron, uitkomst.scenario, verevening=verevening, **{hefboom: begin + x})
            ruimte = nu.gemeenten.capaciteit - nu.gemeenten.vraag
            regionaal = nu.regio.capaciteit[-1] - nu.regio.vraag[-1]
            return regionaal if verevening else np.asarray(ruimte[:, -1].min(axis=0))

        return overschot

    hoogste = float(uitkomst.regio.vraag.max())
    return Omslag(
        reservering=kleinste(over("reservering", 100), _HOOGSTE_PERCENTAGE),
        mutatiegraad=kleinste(over("mutatiegraad", 100), _HOOGSTE_PERCENTAGE),
        extra_plekken=kleinste(over("alternatief", 100, uitkomst.scenario.alternatief), hoogste),
        reservering_zonder_verevening=kleinste(over("reservering", 0), _HOOGSTE_PERCENTAGE),
    )

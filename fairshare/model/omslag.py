"""Break-even: how far a lever must go before nobody is left without a home (equation 11)."""

from dataclasses import dataclass
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from fairshare.model.invoer import gekozen, varieerbaar
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.zoeken import elk_apart, kleinste

Reeks = NDArray[np.float64]

NIET_MET_DEZE_GRENS = "bestaat niet met deze bovengrens"
"""What to write for a break-even where the bounds are what fails on the way."""

_HEFBOMEN = ("reservering", "mutatiegraad", "alternatief")
_LEZINGEN = (100.0, 0.0)
"""Every surplus counts, or none does."""

_HOOGSTE = {"reservering": 100.0, "mutatiegraad": 100.0}

_NIETS = 1e-9
"""Less than this is nobody."""


@dataclass(frozen=True)
class Omslag:
    """Where niet geplaatst becomes 0 in the end year; None is that no value is enough, or unknown.

    With achterstand: where nobody waits any more at the end of that year.
    """

    reservering: float | None
    """Reservering of the region, with full verevening [percent]."""
    mutatiegraad: float | None
    """Mutatiegraad with the chosen reservering, with full verevening [percent]."""
    extra_plekken: float | None
    """Extra places outside social rent, divided by the verdeelsleutel, with full verevening [places per year]."""
    reservering_zonder_verevening: float | None
    """The same three where no surplus may move: every gemeente does it alone."""
    mutatiegraad_zonder_verevening: float | None
    extra_plekken_zonder_verevening: float | None
    zonder_ruimte: tuple[str, ...] = ()
    """The break-evens that are None because the bounds leave no room on the way: NIET_MET_DEZE_GRENS."""


_NAMEN = (
    "reservering",
    "reservering_zonder_verevening",
    "mutatiegraad",
    "mutatiegraad_zonder_verevening",
    "extra_plekken",
    "extra_plekken_zonder_verevening",
)
"""In the order of the search: a lever, under both readings."""


def omslag(uitkomst: Uitkomst) -> Omslag:
    """Solve the break-evens of a single scenario in its end year.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.

    Notes
    -----
    Every break-even is bracketed on the model itself, with all parameters of the scenario; the six are searched at once.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> punten = omslag(bereken(lees_regio("stedendriehoek")))
    >>> round(punten.reservering, 4), round(punten.mutatiegraad_zonder_verevening, 4), round(punten.extra_plekken, 4)
    (36.7347, 11.0393, 214.5)
    """
    if not isfinite(uitkomst.regionaal("niet_geplaatst")):
        return Omslag(None, None, None, None, None, None)
    hoogste = [_hoogste(uitkomst, hefboom) for hefboom in _HEFBOMEN for _ in _LEZINGEN]
    gevonden = dict(zip(_NAMEN, kleinste(lambda x: _NIETS - _niet_geplaatst(uitkomst, x), hoogste), strict=True))
    zonder = tuple(naam for naam, deel in gevonden.items() if not deel.ruimte)
    return Omslag(**{naam: deel.waarde for naam, deel in gevonden.items()}, zonder_ruimte=zonder)


def _hoogste(uitkomst: Uitkomst, hefboom: str) -> float:
    """Give how far a lever is tried; of places so many that every gemeente alone has one for each who asks."""
    if hefboom in _HOOGSTE:
        return _HOOGSTE[hefboom]
    gewicht, vraag = uitkomst.per_gemeente("gewicht"), uitkomst.per_gemeente("vraag")
    if uitkomst.scenario.statushouders == "exclusief":  # their homes come first
        vraag = vraag + uitkomst.per_gemeente("statushouders_opgave")
    nodig = max(float((vraag[gewicht > 0] / gewicht[gewicht > 0]).max()), float(vraag.sum()))
    return min(nodig, varieerbaar()["alternatief"][1] - uitkomst.scenario.alternatief)


def _niet_geplaatst(uitkomst: Uitkomst, x: Reeks) -> Reeks:
    """Give niet geplaatst in the end year for x of shape (omslagpunt, punt), all in one call."""
    nu = {naam: gekozen(uitkomst.bron, uitkomst.scenario, naam) for naam in _HEFBOMEN}
    per_hefboom = x.reshape(len(_HEFBOMEN), -1)
    begin = {"alternatief": nu["alternatief"]}
    punten = {naam: begin.get(naam, 0.0) + rij for naam, rij in zip(_HEFBOMEN, per_hefboom, strict=True)}
    lezing = np.repeat(np.tile(_LEZINGEN, len(_HEFBOMEN)), x.shape[1])
    anders = bereken(uitkomst.bron, uitkomst.scenario, verevening=lezing, **elk_apart(nu, punten))
    return anders.regio.van_jaar("niet_geplaatst", anders.eind).reshape(x.shape)

"""Finding where a lever goes far enough, on the engine itself: several levers at once, one call of the engine a round."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Reeks = NDArray[np.float64]

_PUNTEN, _RONDEN, _SMAL = 9, 32, 1e-12
"""The first round narrows the bracket 8 times, each other one at least 4 times; what is left is too small to matter.

More points a round would not make fewer rounds of what lies on a line, and of many gemeenten each point takes its time.
"""

_ROND = np.concatenate([-(4096.0 ** -np.arange(1, 4)), [0.0], 4096.0 ** -np.arange(3, 0, -1)])
"""Where to look around a guess, in widths of the bracket: most answers lie on a straight line, and are there at once."""


@dataclass(frozen=True)
class Gevonden:
    """How far a lever must go: None where it never goes far enough; ``ruimte`` is False where the bounds are what stops it."""

    waarde: float | None
    ruimte: bool = True


def elk_apart(nu: Mapping[str, float], punten: Mapping[str, ArrayLike]) -> dict[str, Reeks]:
    """Lay variations out one lever after the other: while one varies, the others keep what they have now.

    Examples
    --------
    >>> elk_apart({"reservering": 30.0, "nieuwbouw": 0.0}, {"reservering": [31, 32], "nieuwbouw": [5]})
    {'reservering': array([31., 32., 30.]), 'nieuwbouw': array([0., 0., 5.])}
    """
    breed = {naam: np.atleast_1d(np.asarray(reeks, dtype=float)) for naam, reeks in punten.items()}
    return {
        naam: np.concatenate(
            [reeks if ander == naam else np.full(reeks.size, nu[naam]) for ander, reeks in breed.items()]
        )
        for naam in breed
    }


def kleinste(over: Callable[[Reeks], Reeks], hoogste: ArrayLike) -> list[Gevonden]:
    """Find for each lever the smallest x in [0, hoogste] with nothing short.

    Parameters
    ----------
    over
        Gives for x of shape (hefboom, punt) what is left over, of the same shape: negative is too little, nan is no room
        within the bounds. Once it is enough it stays enough.
    hoogste
        The end of the search of each lever, shape (hefboom,).

    Examples
    --------
    >>> [gevonden.waarde for gevonden in kleinste(lambda x: x - np.array([[2.5], [99.0]]), [10.0, 10.0])]
    [2.5, None]
    """
    hoog = np.asarray(hoogste, dtype=float)
    laag, rij = np.zeros_like(hoog), np.arange(hoog.size)
    kan, ruimte = np.ones(hoog.size, dtype=bool), np.ones(hoog.size, dtype=bool)
    x = np.linspace(laag, hoog, _PUNTEN, axis=1)
    for _ in range(_RONDEN):
        rest = over(x)
        genoeg = rest >= 0
        eerste = genoeg.argmax(axis=1)
        eerder = np.maximum(0, eerste - 1)
        kan &= genoeg.any(axis=1)
        ruimte = ~np.isnan(np.where(kan, rest[rij, eerder], rest[:, -1]))
        gok = _doorgetrokken(x, rest, np.maximum(0, eerder - 1), eerder)
        laag, hoog = np.where(kan, x[rij, eerder], laag), np.where(kan, x[rij, eerste], hoog)
        if not (kan & (hoog - laag > _SMAL * np.maximum(1.0, hoog))).any():
            break
        x = _punten(laag, hoog, gok)
    return [_gevonden(*een) for een in zip(hoog.tolist(), kan.tolist(), ruimte.tolist(), strict=True)]


def _doorgetrokken(x: Reeks, rest: Reeks, een: NDArray[np.intp], twee: NDArray[np.intp]) -> Reeks:
    """Draw the line through two points on, to where nothing is short; to the last point where that says nothing."""
    rij = np.arange(len(x))
    dx, dy = x[rij, twee] - x[rij, een], rest[rij, twee] - rest[rij, een]
    return np.asarray(x[rij, twee] - np.divide(rest[rij, twee] * dx, dy, out=np.zeros_like(dx), where=dy > 0))


def _punten(laag: Reeks, hoog: Reeks, gok: Reeks) -> Reeks:
    """Give where to look in a bracket: evenly, and close around a guess."""
    breed = hoog - laag
    rond = np.clip(gok[:, None] + breed[:, None] * _ROND, laag[:, None], hoog[:, None])
    return np.sort(np.concatenate([np.linspace(laag, hoog, _PUNTEN // 2 + 1, axis=1), rond], axis=1), axis=1)


def _gevonden(waarde: float, kan: bool, ruimte: bool) -> Gevonden:
    return Gevonden(waarde if kan and ruimte else None, ruimte)

"""Finding where a lever goes far enough, on the engine itself."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Reeks = NDArray[np.float64]

_PUNTEN, _RONDEN = 65, 8
"""Each round narrows the bracket 64 times; eight rounds leave nothing that a float can tell apart."""


def kleinste(over: Callable[[Reeks], Reeks], hoogste: float) -> float | None:
    """Find the smallest x in [0, hoogste] with nothing short, of a function that only rises; None where there is none.

    Parameters
    ----------
    over
        Gives for an array of x what is left over; negative is too little.
    hoogste
        The end of the search.

    Examples
    --------
    >>> round(kleinste(lambda x: x - 2.5, 10.0), 9)
    2.5
    """
    laag, hoog = 0.0, hoogste
    for _ in range(_RONDEN):
        x = np.linspace(laag, hoog, _PUNTEN)
        genoeg = over(x) >= 0
        if not genoeg[-1]:
            return None
        eerste = int(genoeg.argmax())
        laag, hoog = float(x[max(0, eerste - 1)]), float(x[eerste])
    return hoog

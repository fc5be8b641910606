"""The ingroeipad: how far the region has come each year, from 0 (as in 2024) to 1 (as agreed) (equation 0)."""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from fairshare.scenario import Scenario

Reeks = NDArray[np.float64]

VORMEN: dict[str, Callable[[Reeks], Reeks]] = {
    "direct": np.ones_like,
    "lineair": lambda tau: tau,
    "s-curve": lambda tau: 3 * tau**2 - 2 * tau**3,
    "versneld": lambda tau: 1 - (1 - tau) ** 2,
    "vertraagd": lambda tau: tau**2,
}
"""The smooth shapes: the part of the way covered as a function of the part of the time that has passed."""


def jaren(scenario: Scenario) -> NDArray[np.int64]:
    """Give the years of a scenario, S to T, shape (jaar,).

    Examples
    --------
    >>> jaren(Scenario(eind=2028))
    array([2026, 2027, 2028])
    """
    return np.arange(scenario.start, scenario.eind + 1)


@lru_cache(maxsize=64)
def ingroeipad(scenario: Scenario) -> Reeks:
    """Compute f(t), the part of the way covered in each year, shape (jaar,) [fraction].

    With b = S-1 the base year and tau = (t-b)/(T-b): lineair tau; s-curve 3 tau^2 - 2 tau^3; versneld 1-(1-tau)^2;
    vertraagd tau^2; direct 1; trap 1/3 up to and including (S+T)//2, then 2/3; eigen straight lines through the
    points. Always f(T) = 1.

    Examples
    --------
    >>> ingroeipad(Scenario(start=2026, eind=2029))
    array([0.25, 0.5 , 0.75, 1.  ])
    """
    t = jaren(scenario)
    basis = scenario.start - 1
    if scenario.pad == "trap":
        f = np.where(t <= (scenario.start + scenario.eind) // 2, 1 / 3, 2 / 3)
    elif scenario.pad == "eigen":
        punten = [(basis, 0.0), *((int(jaar), deel / 100) for jaar, deel in scenario.punten), (scenario.eind, 1.0)]
        f = np.interp(t, [jaar for jaar, _ in punten], [deel for _, deel in punten])
    else:
        f = VORMEN[scenario.pad]((t - basis) / (scenario.eind - basis))
    pad = np.where(t >= scenario.eind, 1.0, f)
    pad.flags.writeable = False
    return pad


def gegroeid(scenario: Scenario, wat: str) -> Reeks:
    """Give f_r or f_v: the path where ``wat`` ("reservering" or "verdeling") grows in, else 1 from the start year on.

    Examples
    --------
    >>> gegroeid(Scenario(eind=2028, groeit="reservering"), "verdeling")
    array([1., 1., 1.])
    """
    f = ingroeipad(scenario)
    return f if wat in scenario.groeit.split(",") else np.ones_like(f)

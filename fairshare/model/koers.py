"""Luck, or an agreement that is not kept: counts against what was asked, judged with chance in it.

All arrays broadcast; gemeenten stand along the first axis. A count X of which E was asked, with variance V, is behind when so
few are as rare as one in a hundred. Over gemeenten Holm holds the chance that any is called so to that one in a hundred.
"""

from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Reeks = NDArray[np.float64]
Vlag = NDArray[np.bool_]

ZEKER, OPLETTEN, MACHT = 0.01, 0.05, 0.8
"""How rare what is called behind is while on course, how rare what asks attention is, and how often a fault must be found."""

MINSTENS = 5
"""Of a gemeente of which fewer homes were asked nothing can be said."""

AFWIJKING = 0.03
"""How far the homes that come free may be from what was expected, where nobody counted them."""

OORDELEN = PAD, LET_OP, ACHTER, VOOR, ONBEKEND = (
    "niet te onderscheiden van het pad",
    "let op",
    "achter",
    "voor",
    "onbekend",
)
"""The answers to the question whether the agreement is kept."""

_kwantiel = NormalDist().inv_cdf


def oordeel(geteld: Reeks, gevraagd: Reeks, variantie: Reeks, minstens: float = MINSTENS) -> NDArray[np.int64]:
    """Judge counts against what was asked: which of :data:`OORDELEN`; those along the first axis share one in a hundred.

    Examples
    --------
    >>> [OORDELEN[o] for o in oordeel(np.array([30.0, 45.0, 36.0, 75.0]), np.full(4, 50.0), np.full(4, 35.0))]
    ['achter', 'niet te onderscheiden van het pad', 'let op', 'voor']
    """
    telt = gevraagd >= minstens
    with np.errstate(divide="ignore", invalid="ignore"):
        laag, hoog = (holm((s * (geteld - gevraagd) + 0.5) / np.sqrt(variantie), telt) for s in (1, -1))
    gezien = [np.isnan(geteld + gevraagd), laag[0], hoog[0], laag[1] | hoog[1]]
    return np.select(gezien, list(map(OORDELEN.index, (ONBEKEND, ACHTER, VOOR, LET_OP))), OORDELEN.index(PAD))


def holm(score: Reeks, telt: Vlag) -> tuple[Vlag, Vlag]:
    """Say along the first axis which normal scores are surely too low, and which need attention.

    Examples
    --------
    The lowest of three must pass a third of the chance, the next one half of it.

    >>> [vlag.tolist() for vlag in holm(np.array([-1.0, -3.0, -2.2]), np.array([True, True, True]))]
    [[False, True, False], [False, True, True]]
    """
    score = np.where(telt & ~np.isnan(score), score, np.inf)
    orde = np.argsort(score, axis=0)
    op_rij = np.take_along_axis(score, orde, axis=0)
    over = np.maximum(1, np.isfinite(score).sum(axis=0) - np.arange(len(score)).reshape(-1, *(1,) * (score.ndim - 1)))
    vlaggen = []
    for kans in (ZEKER, OPLETTEN):
        grenzen = np.array([_kwantiel(kans / n) for n in range(1, len(score) + 1)])
        vlag = np.empty(score.shape, dtype=bool)
        onder = np.logical_and.accumulate(op_rij < grenzen[over - 1], axis=0)
        np.put_along_axis(vlag, orde, onder, axis=0)
        vlaggen.append(vlag)
    return vlaggen[0], vlaggen[1]


def te_onderscheiden(gevraagd: Reeks, variantie: Reeks, anders: Reeks, variantie_anders: Reeks) -> Vlag:
    """Say from when on another course would be found in eight of ten cases, and ever after; time along the last axis.

    Examples
    --------
    >>> jaren = np.arange(1, 6) * 100.0
    >>> te_onderscheiden(0.30 * jaren, 0.21 * jaren, 0.20 * jaren, 0.16 * jaren).tolist()
    [False, False, True, True, True]
    """
    nodig = 0.5 - _kwantiel(ZEKER) * np.sqrt(variantie) + _kwantiel(MACHT) * np.sqrt(variantie_anders)
    kan = (abs(gevraagd - anders) >= nodig) & (np.maximum(gevraagd, anders) >= MINSTENS)
    return np.asarray(np.flip(np.logical_and.accumulate(np.flip(kan, axis=-1), axis=-1), axis=-1))

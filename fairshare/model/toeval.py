"""Chance: how many households need a home and how many homes come free, drawn anew for each year."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from fairshare.model.uitkomst import Uitkomst

Reeks = NDArray[np.float64]

KLEIN = 10
"""Around a smaller mean a number is drawn exactly; around a larger one as its normal number says, to a thousandth."""


def met_toeval(uitkomst: Uitkomst, zaad: tuple[int, int]) -> Uitkomst:
    """Give an outcome with chance in it: a draw for each year and scenario, the same for the same seed.

    Notes
    -----
    The opgave of the region is one Poisson draw, divided as agreed (bounds were settled on what was expected); mutaties
    are a Poisson draw per gemeente, and capaciteit is the agreed share of what came free. New homes and places are no chance.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> opgave = met_toeval(uitkomst, (1, 0)).regio.opgave_regio[:, 0]
    >>> bool((opgave == opgave.round()).all() and 1000 < opgave.min() < opgave.max() < 1300)
    True
    """
    rekening, loting = uitkomst.regio.rekening, np.random.Generator(np.random.PCG64(zaad))
    opgave = rekening.figuur("opgave_regio")
    getrokken = poisson(np.broadcast_to(opgave, (1, *rekening.vorm[1:])), loting)
    mutaties = np.broadcast_to(rekening.figuur("mutaties"), rekening.vorm)
    cijfers = {"opgave_regio": getrokken, "vrij": rekening.figuur("buiten_mutaties") + poisson(mutaties, loting)}
    if rekening.invoer("grenzen") == "ja":
        cijfers["binnen_grenzen"] = rekening.figuur("binnen_grenzen") * getrokken / np.where(opgave == 0, 1.0, opgave)
    return uitkomst.met(**cijfers)


def poisson(gemiddelde: Reeks, loting: np.random.Generator) -> Reeks:
    """Draw numbers around means; a mean that moves a little moves its number a little, so that a band does not jump.

    Notes
    -----
    M. Giles, Algorithm 955: the inverse of the Poisson distribution in powers of the root of its mean.

    Examples
    --------
    >>> getrokken = poisson(np.full(100_000, 350.0), np.random.Generator(np.random.PCG64(1)))
    >>> bool(abs(getrokken.mean() - 350) < 0.2), bool(abs(getrokken.var() - 350) < 5)
    (True, True)
    """
    normaal = loting.standard_normal(gemiddelde.shape)
    wortel = np.sqrt(np.maximum(KLEIN, gemiddelde))
    kwadraat = normaal * normaal
    scheef = (2 + kwadraat) / 6 - normaal * (2 + kwadraat) / (72 * wortel)
    getrokken = np.floor(gemiddelde + wortel * normaal + scheef)
    klein = gemiddelde < KLEIN
    if klein.any():
        getrokken[klein] = loting.poisson(np.maximum(0.0, gemiddelde[klein]))
    return np.asarray(getrokken)

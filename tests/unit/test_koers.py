"""The judgement of the monitoring, simulated: how often it is wrong while all goes as agreed, and how often it finds what does not."""

import numpy as np

from fairshare.gegevens import lees_regio
from fairshare.model import bereken
from fairshare.model.koers import ACHTER, OORDELEN, oordeel

KADER = bereken(lees_regio("stedendriehoek"))
TOEKOMSTEN, HALFJAREN = 20_000, 10
"""Up to and including 2030."""


def per_halfjaar(naam):
    return np.repeat(KADER.over_de_jaren(naam), 2, axis=1)[:, :HALFJAREN, None]


AFSPRAAK, TOEN, VRIJ = per_halfjaar("reservering"), per_halfjaar("reservering_2024"), per_halfjaar("vrij") / 2


def getrokken(deel, maal=1.0):
    """Draw what is counted up to each half-year, with what was asked of the homes that came free and its variance."""
    loting = np.random.Generator(np.random.PCG64(1))
    mutaties = loting.poisson(np.broadcast_to(VRIJ * maal, (9, HALFJAREN, TOEKOMSTEN)))
    geteld = loting.binomial(mutaties, np.broadcast_to(deel, mutaties.shape)).cumsum(axis=1, dtype=float)
    gevraagd, variantie = ((d * mutaties).cumsum(axis=1) for d in (AFSPRAAK, AFSPRAAK * (1 - AFSPRAAK)))
    return geteld, gevraagd, variantie


def ooit(oordelen, woord):
    """Give in which share of the futures this is said at any time of anyone."""
    return (oordelen == OORDELEN.index(woord)).any(axis=(0, 1)).mean()


def van_de_regio(getallen):
    return oordeel(*(reeks.sum(axis=0)[None] for reeks in getallen), 0)


def test_who_is_on_course_is_seldom_called_behind():
    """At ten looks up to 2030: the region and any of nine gemeenten at most 5%, the region also when fewer homes come free."""
    goed = getrokken(AFSPRAAK)
    assert ooit(van_de_regio(goed), ACHTER) <= 0.05
    assert ooit(oordeel(*goed), ACHTER) <= 0.05
    assert ooit(van_de_regio(getrokken(AFSPRAAK, 5.50 / 5.71)), ACHTER) <= 0.05


def test_standing_still_is_found_before_the_evaluation():
    """Whoever goes on as in 2024 is called behind by 2030 in at least 95 of 100 cases."""
    assert ooit(van_de_regio(getrokken(TOEN)), ACHTER) >= 0.95

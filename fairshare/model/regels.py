"""What is no formula but an algorithm: dividing within bounds, and who is served first by a surplus.

Each is a function of its own with its words and a worked case. They work on whole arrays of shape (gemeente, jaar,
scenario), all years and scenarios at once. A workbook holds what they gave and does not recompute it.
"""

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from fairshare.model.graaf import vergelijking

Reeks = NDArray[np.float64]

_RONDEN = 80
"""Halving this often leaves nothing of a bracket that a float can tell apart."""

_RUIS = 1e-9
"""Less than this is the noise of floats, in homes."""


def _vorm(*reeksen: Reeks) -> tuple[int, ...]:
    """Give the shape (gemeente, jaar, scenario) of arrays together; what is the same everywhere may be a number."""
    return np.broadcast_shapes((1, 1, 1), *map(np.shape, reeksen))


def grenzen_van(
    gewicht_inwoners: Reeks, opgave_regio: Reeks, ondergrens: Reeks, bovengrens: Reeks, vrij: Reeks, buiten: Reeks
) -> tuple[Reeks, Reeks]:
    """Give the least and the most that a gemeente may be asked for [homes per year].

    Examples
    --------
    >>> grenzen_van(0.1, 1000.0, 0.5, 0.45, 150.0, 4.0)
    (50.0, array(71.5))
    """
    laag = ondergrens * gewicht_inwoners * opgave_regio
    hoog = np.where(np.isnan(bovengrens), np.inf, bovengrens * vrij + buiten)
    return laag, hoog


def hoogste_aandeel(gevraagd: Reeks, laag: Reeks, hoog: Reeks) -> Reeks:
    """Give the most that each can get: who is asked nothing by the key stays at the least, whatever its upper bound is.

    Examples
    --------
    >>> hoogste_aandeel(np.array([9.0, 0.0]), np.array([1.0, 2.0]), np.array([5.0, 7.0]))
    array([5., 2.])
    """
    return np.where(gevraagd > 0, hoog, np.minimum(laag, hoog))


def opgeteld(reeks: Reeks) -> Reeks:
    """Add up over the gemeenten, one after the other, so that a scenario has the same sum alone and among many.

    Examples
    --------
    >>> opgeteld(np.array([[1.0], [2.0]]))
    array([[3.]])
    """
    if reeks.flags.c_contiguous and reeks[0].size > 1:  # then numpy itself adds row by row, in a fraction of the time
        return np.asarray(np.add.reduce(reeks, axis=0, keepdims=True))
    return np.add.accumulate(reeks, axis=0)[-1:]


def er_is_ruimte(laag: Reeks, hoog: Reeks, totaal: Reeks) -> NDArray[np.bool_]:
    """Say where shares within bounds can add up to the whole.

    Examples
    --------
    >>> er_is_ruimte(np.array([1.0, 2.0]), np.array([5.0, 7.0]), 13.0)
    array([False])
    """
    per_stuk = (laag <= hoog + _RUIS).all(axis=0, keepdims=True)
    samen = opgeteld(laag), opgeteld(hoog)
    return np.asarray(per_stuk & (samen[0] <= totaal + _RUIS) & (samen[1] >= totaal - _RUIS))


@vergelijking(
    "Aandeel binnen de grenzen",
    3,
    symbool=r"\operatorname{clip}(L\,w_i\,O_t,\text{lo},\text{hi})",
    algoritme="elk aandeel volgens de sleutel wordt met hetzelfde getal vermenigvuldigd en dan op de ondergrens of bovengrens "
    "gezet, zo dat alle aandelen samen de opgave van de regio zijn",
)
def binnen_grenzen(
    gewicht: Reeks,
    opgave_regio: Reeks,
    gewicht_inwoners: Reeks,
    ondergrens: Reeks,
    bovengrens: Reeks,
    vrij: Reeks,
    buiten: Reeks,
) -> Reeks:
    """Divide the opgave within bounds: clip(L w_i O, lo, hi) with the one L at which it sums to O; nan where none does.

    Examples
    --------
    Of 100 homes the first would get 60; with at most half of the 80 homes that come free there, 20 go to the others.

    >>> w, vrij = np.array([0.6, 0.3, 0.1]).reshape(-1, 1, 1), np.array([80.0, 200.0, 200.0]).reshape(-1, 1, 1)
    >>> binnen_grenzen(w, np.array([[[100.0]]]), w, 0.0, 0.5, vrij, 0.0).ravel().round(6)
    array([40., 45., 15.])
    """
    laag, hoog = grenzen_van(gewicht_inwoners, opgave_regio, ondergrens, bovengrens, vrij, buiten)
    gevraagd = gewicht * opgave_regio
    vorm = _vorm(gevraagd, laag, hoog)
    gevraagd, laag, hoog = (np.broadcast_to(reeks, vorm) for reeks in (gevraagd, laag, hoog))
    totaal = np.broadcast_to(opgave_regio, (1, *vorm[1:]))
    hoog = hoogste_aandeel(gevraagd, laag, hoog)
    kan = er_is_ruimte(laag, hoog, totaal)
    hoog = np.maximum(laag, hoog)
    aandelen = _vul(lambda maat: np.clip(maat * gevraagd, laag, hoog), _hoogste_factor(gevraagd, laag, hoog), totaal)
    return np.where(kan, aandelen, np.nan)


def _vul(verdeel: Callable[[Reeks], Reeks], hoogste: Reeks, totaal: Reeks) -> Reeks:
    """Give what is divided with the factor in [0, hoogste] at which it sums to the whole; more gives nobody less."""
    onder, boven = np.zeros_like(hoogste), hoogste
    for _ in range(_RONDEN):
        midden = (onder + boven) / 2
        if ((midden == onder) | (midden == boven)).all():  # as near as numbers go
            break
        te_veel = opgeteld(verdeel(midden)) > totaal
        onder, boven = np.where(te_veel, onder, midden), np.where(te_veel, midden, boven)
    return verdeel(boven)


def _hoogste_factor(gevraagd: Reeks, laag: Reeks, hoog: Reeks) -> Reeks:
    """Give a factor at which every gemeente is at its upper bound, or gets all there is."""
    eindig = np.where(np.isfinite(hoog), hoog, laag + opgeteld(gevraagd))
    factoren = np.where(gevraagd > 0, eindig / np.where(gevraagd > 0, gevraagd, 1.0), 1.0)
    return np.asarray(np.maximum(1.0, factoren.max(axis=0, keepdims=True)))


@vergelijking(
    "Van anderen, wie het minst gedekt is eerst",
    8,
    symbool=r"\min(\text{tekort},\max(0,L\,\text{vraag}-\text{capaciteit}))",
    algoritme="wie het kleinste deel van de eigen vraag kan huisvesten krijgt het eerst, tot allen die iets krijgen hetzelfde "
    "deel halen",
)
def ontvangen_gelijk(vraag: Reeks, capaciteit: Reeks, tekort: Reeks, verevend: Reeks) -> Reeks:
    """Let the lowest rise first: min(tekort, max(0, L vraag - capaciteit)) with the L at which it sums to what moves.

    Examples
    --------
    Two gemeenten house 20 and 60 of 100. With 50 to divide both come to 65; with 30 only the first rises.

    >>> kort = [np.array([[[deel]] for deel in rij]) for rij in ([100.0, 100.0], [20.0, 60.0], [80.0, 40.0])]
    >>> ontvangen_gelijk(*kort, np.array([[[50.0]]])).ravel().round(6)
    array([45.,  5.])
    >>> ontvangen_gelijk(*kort, np.array([[[30.0]]])).ravel().round(6)
    array([30.,  0.])
    """
    vorm = _vorm(vraag, capaciteit, verevend)
    vraag, capaciteit, tekort = (np.broadcast_to(reeks, vorm) for reeks in (vraag, capaciteit, tekort))
    return _vul(
        lambda deel: np.minimum(tekort, np.maximum(0.0, deel * vraag - capaciteit)), np.ones((1, *vorm[1:])), verevend
    )


def paren_nabij(tekort: Reeks, overschot: Reeks, verevend: Reeks, afstand: Reeks) -> Iterator[tuple[int, int, Reeks]]:
    """Go through the pairs of a tekort and an overschot, nearest first: who receives, who gives, and how much.

    Parameters
    ----------
    tekort, overschot
        Shape (gemeente, jaar, scenario) [homes per year], gemeenten in the order of their codes or of the file.
    verevend
        What may move, shape (1, jaar, scenario).
    afstand
        Distances in 0.1 km, shape (gemeente, gemeente), with ties settled by a fraction (:mod:`fairshare.model.invoer`).
    """
    afstand = np.atleast_2d(afstand)
    vorm = _vorm(tekort, overschot, verevend)
    kort, over = (np.array(np.broadcast_to(reeks, vorm), dtype=float) for reeks in (tekort, overschot))
    rest = np.array(np.broadcast_to(verevend, (1, *vorm[1:]))[0], dtype=float)
    zoekt, geeft = (np.asarray((reeks > 0).any(axis=(1, 2))) for reeks in (kort, over))
    volgorde = np.flatnonzero(np.logical_and.outer(zoekt, geeft))
    km = afstand.ravel()[volgorde]
    volgorde = volgorde[np.argsort(km, kind="stable" if np.isnan(km).any() else None)]  # else no two are equal
    paren = zip(*(plek.tolist() for plek in np.divmod(volgorde, len(afstand))), strict=True)
    if rest.size == 1 and np.isfinite(rest).all():
        yield from _een_voor_een(kort.ravel().tolist(), over.ravel().tolist(), rest.item(), paren)
        return
    zoekt, geeft = zoekt.tolist(), geeft.tolist()
    for wie, van in paren:
        if not (zoekt[wie] and geeft[van]):
            continue
        hoeveel = np.minimum(np.minimum(kort[wie], over[van]), rest)
        kort[wie] -= hoeveel
        over[van] -= hoeveel
        rest -= hoeveel
        zoekt[wie], geeft[van] = kort[wie].any(), over[van].any()  # who is done is passed over
        yield wie, van, hoeveel
        if not rest.any():
            return


def _een_voor_een(
    kort: list[float], over: list[float], rest: float, paren: Iterable[tuple[int, int]]
) -> Iterator[tuple[int, int, Reeks]]:
    """Do the same for one year of one scenario, with numbers: many times as fast."""
    for wie, van in paren:
        if kort[wie] and over[van] and rest:
            hoeveel = min(kort[wie], over[van], rest)
            kort[wie] -= hoeveel
            over[van] -= hoeveel
            rest -= hoeveel
            yield wie, van, np.full((1, 1), hoeveel)


_NABIJ = (
    "het tekort en het overschot die het dichtst bij elkaar liggen gaan eerst samen, tot er niets meer te verevenen is"
)


@vergelijking("Van anderen, dichtstbij eerst", 8, symbool=r"\text{ontvangen}^{\text{nabij}}_{it}", algoritme=_NABIJ)
def ontvangen_nabij(tekort: Reeks, overschot: Reeks, verevend: Reeks, afstand: Reeks) -> Reeks:
    """Serve the nearest shortage first: what each gemeente receives.

    Examples
    --------
    The third has 10 to spare and lies nearest to the second.

    >>> kort, over = np.array([8.0, 7.0, 0.0]).reshape(-1, 1, 1), np.array([0.0, 0.0, 10.0]).reshape(-1, 1, 1)
    >>> km = np.array([[0, 9, 20], [9, 0, 12], [20, 12, 0]])
    >>> ontvangen_nabij(kort, over, np.array([[[10.0]]]), km).ravel()
    array([3., 7., 0.])
    """
    samen = np.zeros(_vorm(tekort, overschot, verevend))
    for wie, _, hoeveel in paren_nabij(tekort, overschot, verevend, afstand):
        samen[wie] += hoeveel
    return samen


@vergelijking(
    "Geleverd aan anderen, dichtstbij eerst", 8, symbool=r"\text{geleverd}^{\text{nabij}}_{it}", algoritme=_NABIJ
)
def geleverd_nabij(tekort: Reeks, overschot: Reeks, verevend: Reeks, afstand: Reeks) -> Reeks:
    """Serve the nearest shortage first: what each gemeente gives.

    Examples
    --------
    >>> kort, over = np.array([8.0, 7.0, 0.0]).reshape(-1, 1, 1), np.array([0.0, 0.0, 10.0]).reshape(-1, 1, 1)
    >>> km = np.array([[0, 9, 20], [9, 0, 12], [20, 12, 0]])
    >>> geleverd_nabij(kort, over, np.array([[[10.0]]]), km).ravel()
    array([ 0.,  0., 10.])
    """
    samen = np.zeros(_vorm(tekort, overschot, verevend))
    for _, van, hoeveel in paren_nabij(tekort, overschot, verevend, afstand):
        samen[van] += hoeveel
    return samen

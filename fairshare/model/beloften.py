"""How sure each promise is: in which share of the futures it holds, and how far each lever must go to make it likely."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from math import ceil

import numpy as np
from numpy.typing import NDArray

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio
from fairshare.model.invoer import gekozen, periode
from fairshare.model.knoppen import knop
from fairshare.model.onzekerheid import ZOEKEN, Loting, trekkingen, wat_varieert
from fairshare.model.uitkomst import Uitkomst
from fairshare.onthouden import onthoud
from fairshare.opmaak import NIETS
from fairshare.parameters import Getal
from fairshare.scenario import Scenario
from fairshare.weergave import HEFBOMEN, Weergave

Reeks = NDArray[np.float64]
Norm = tuple[str, float]
"""A promise by the name of its question, and the number by which it is judged."""

Onzeker = tuple[tuple[float, float], int, tuple[str, ...]]
"""The margins, the number of the draw, and what is uncertain."""

WAARSCHIJNLIJK = 80.0
"""A promise is likely when it holds in so many of a hundred futures."""

_EERSTE_STAP = 16
"""The first look is at this part of the way: two points that fail draw the line to where it holds."""


def beloften(uitkomst: Uitkomst, weergave: Weergave, normen: tuple[Norm, ...]) -> Mapping[str, float]:
    """Say in which share of the futures each promise holds [percent]; unknown is nan.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    weergave
        The margins, whether chance counts, and the number of the draw: the futures are those of the band.
    normen
        The promises, each with its norm; see :func:`fairshare.toetsing.normen`.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> zeker = Weergave(marge_opgave=0, marge_mutatiegraad=0, toeval="nee")
    >>> beloften(bereken(lees_regio("stedendriehoek")), zeker, (("gat_regio", 0.0), ("tussenstand", 325.0)))
    {'gat_regio': 0.0, 'tussenstand': 100.0}
    """
    return _aandelen(uitkomst.bron, uitkomst.scenario, wat_varieert(weergave), normen)


@onthoud
def _aandelen(regio: Regio, scenario: Scenario, onzeker: Onzeker, normen: tuple[Norm, ...]) -> Mapping[str, float]:
    per_belofte = _speling(regio, scenario, onzeker, normen, trekkingen(regio))
    return {naam: gehaald_deel(reeks) for (naam, _), reeks in zip(normen, per_belofte, strict=True)}


def gehaald_deel(speling: Reeks) -> float:
    """Give the share of the futures with room to spare [percent]; one that is unknown makes it unknown.

    Examples
    --------
    >>> gehaald_deel(np.array([-1.0, 0.0, 2.0, 3.0])), gehaald_deel(np.array([1.0, np.nan]))
    (75.0, nan)
    """
    return 100 * float((speling >= -NIETS).mean()) if not np.isnan(speling).any() else float("nan")


def naar_waarschijnlijk(uitkomst: Uitkomst, weergave: Weergave, norm: Norm) -> Mapping[str, float | None]:
    """Find the smallest change of each lever that makes a promise likely, the rest as it is.

    Returns
    -------
    mapping
        By lever the value on a step of its control, the one of now where that is enough; None where no value in
        its range is, nan where it is unknown.

    Notes
    -----
    Up where the highest value of the control is enough, else down where the lowest is. The share is that of the first
    futures of the band; in all of them it may be some percent more or less.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> zeker = Weergave(marge_opgave=0, marge_mutatiegraad=0, toeval="nee")
    >>> naar_waarschijnlijk(bereken(lees_regio("stedendriehoek")), zeker, ("gat_regio", 0.0))["reservering"]
    36.8
    """
    return _naar_waarschijnlijk(uitkomst.bron, uitkomst.scenario, wat_varieert(weergave), norm)


@onthoud
def _naar_waarschijnlijk(regio: Regio, scenario: Scenario, onzeker: Onzeker, norm: Norm) -> Mapping[str, float | None]:
    def genoeg(naam: str) -> float | None:
        nu, wat = gekozen(regio, scenario, naam), knop(regio, naam)
        assert isinstance(wat, Getal)

        @cache
        def speling(waarde: float) -> Reeks:
            try:
                anders = scenario if waarde == nu else scenario.met(**{naam: waarde})
                return _speling(regio, anders, onzeker, (norm,), trekkingen(regio, ZOEKEN))[0]
            except ScenarioFout:  # such a scenario cannot be
                return np.array([-np.inf])

        if np.isnan(gehaald_deel(speling(nu))):
            return float("nan")
        delen = {einde: gehaald_deel(speling(einde)) for einde in (nu, wat.hoog, wat.laag)}
        for einde, deel in delen.items():
            if deel >= WAARSCHIJNLIJK:
                return _eerste(speling, _stappen(nu, einde, wat.stap))
        return float("nan") if any(map(np.isnan, delen.values())) else None

    return {naam: genoeg(naam) for naam in HEFBOMEN if naam != "mix"}


def _stappen(van: float, tot: float, stap: float) -> list[float]:
    """Give the steps of a control from one value to another."""
    aantal = max(0, ceil(abs(tot - van) / stap - NIETS))
    return [*(round(van + k * (stap if tot > van else -stap), 6) for k in range(aantal)), tot]


def _eerste(speling: Callable[[float], Reeks], waarden: Sequence[float]) -> float:
    """Find the first of these values at which a promise is likely; the last one is enough, the first only where it is the last.

    Examples
    --------
    >>> _eerste(lambda waarde: np.linspace(0, 10, 11) + waarde - 40, list(range(1000)))
    38
    """
    laag, hoog, sprong = 0, len(waarden) - 1, 1
    punten = [(0, _grens(speling(waarden[0])))]
    while hoog - laag > 1:
        gok = _doorgetrokken(punten, laag + ceil((hoog - laag) / _EERSTE_STAP))
        k = max(laag + 1, min(hoog - sprong, gok))
        reeks = speling(waarden[k])
        if gehaald_deel(reeks) >= WAARSCHIJNLIJK:
            hoog, sprong = k, 2 * sprong
        else:
            laag, sprong, punten = k, 1, [*punten, (k, _grens(reeks))]
    return waarden[hoog]


def _grens(speling: Reeks) -> float:
    """Give the room to spare that the likely part of the futures has at least."""
    return float(np.percentile(speling, 100 - WAARSCHIJNLIJK))


def _doorgetrokken(punten: list[tuple[int, float]], anders: int) -> int:
    """Draw the line through the last two points on to 0."""
    if len(punten) < 2 or not punten[-1][1] > punten[-2][1]:
        return anders
    (een, hier), (twee, daar) = punten[-2:]
    return ceil(twee - daar * (twee - een) / (daar - hier))


def _speling(regio: Regio, scenario: Scenario, onzeker: Onzeker, normen: tuple[Norm, ...], aantal: int) -> list[Reeks]:
    """Give for each promise how much room to spare it has in each future: below 0 it is broken, nan is unknown."""
    marges, trekking, welke = onzeker
    loting = Loting(regio, scenario, marges, trekking)
    blokken = [
        [np.broadcast_to(SPELING[naam](nu, norm), nu.regio.rekening.vorm[2:]) for naam, norm in normen]
        for nu in loting.toekomsten(aantal, set(welke))
    ]
    return [np.concatenate(delen) for delen in zip(*blokken, strict=True)]


def _bij_verevening(uitkomst: Uitkomst, deel: float) -> Uitkomst:
    """Give the same future under another verevening [fraction]."""
    return uitkomst if uitkomst.scenario.verevening == 100 * deel else uitkomst.met(verevening=np.asarray(deel))


def _als_volledig(uitkomst: Uitkomst, speling: Reeks) -> Reeks:
    """Leave unknown what rests on gemeenten whose mutaties are unknown."""
    return np.full_like(speling, np.nan) if uitkomst.onvolledig else speling


def _krapst(uitkomst: Uitkomst, speling: Reeks) -> Reeks:
    """Give the least room of any gemeente; what none that is known breaks rests on those of which it is unknown."""
    bekend = ~np.isin(uitkomst.bron.namen, uitkomst.onvolledig)
    krapst = np.asarray(speling[bekend].min(axis=0, initial=np.inf))
    return krapst if bekend.all() else np.where(krapst < -NIETS, krapst, np.nan)


def _gemeenten(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give a figure of every gemeente in the end year, shape (gemeente, scenario)."""
    reeks = np.broadcast_to(
        getattr(uitkomst.gemeenten, naam), (len(uitkomst.bron.gemeenten), *uitkomst.regio.rekening.vorm[1:])
    )
    return reeks[:, uitkomst.eind]


def _gat_regio(uitkomst: Uitkomst, norm: float) -> Reeks:
    samen = _bij_verevening(uitkomst, 1.0)
    return _als_volledig(uitkomst, norm - samen.regio.niet_geplaatst[uitkomst.eind])


def _gat_gemeenten(uitkomst: Uitkomst, norm: float) -> Reeks:
    return _krapst(uitkomst, norm - _gemeenten(_bij_verevening(uitkomst, 0.0), "niet_geplaatst"))


def _niet_onder_2024(uitkomst: Uitkomst, norm: float) -> Reeks:
    if uitkomst.scenario.segment != "liberalisatiegrens":
        return np.array([np.nan])
    toen = uitkomst.bron.kolom("toewijzingen_2024").reshape(-1, 1)
    return _krapst(uitkomst, _gemeenten(uitkomst, "ruimte") - toen - norm)


def _dekking(uitkomst: Uitkomst, norm: float) -> Reeks:
    return _krapst(uitkomst, _gemeenten(uitkomst, "dekking") - norm)


def _regulier(uitkomst: Uitkomst, norm: float) -> Reeks:
    over, vrij = uitkomst.regio.regulier[uitkomst.eind], uitkomst.regio.vrij[uitkomst.eind]
    deel = 100 * np.divide(over, vrij, out=np.full_like(vrij, np.nan), where=vrij > NIETS)
    return _als_volledig(uitkomst, deel - norm)


def _tussenstand(uitkomst: Uitkomst, norm: float) -> Reeks:
    jaar = int(uitkomst.bron.cijfer("evaluatie") or uitkomst.eindjaar)
    if jaar not in uitkomst.jaren:
        return np.array([np.nan])
    return _als_volledig(uitkomst, norm - uitkomst.regio.niet_geplaatst[uitkomst.jaren.index(jaar)])


def _wachtenden(uitkomst: Uitkomst, norm: float) -> Reeks:
    if not uitkomst.scenario.wacht or not uitkomst.scenario.wachtend:
        return np.array([np.nan])
    return _als_volledig(uitkomst, norm - uitkomst.regio.wachtend[uitkomst.jaren.index(periode(uitkomst.bron)[1])])


SPELING: Mapping[str, Callable[[Uitkomst, float], Reeks]] = {
    "gat_regio": _gat_regio,
    "gat_gemeenten": _gat_gemeenten,
    "niet_onder_2024": _niet_onder_2024,
    "dekking": _dekking,
    "regulier": _regulier,
    "tussenstand": _tussenstand,
    "wachtenden": _wachtenden,
}
"""How much room to spare a promise has in each scenario of an outcome, by the name of its question."""

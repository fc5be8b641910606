"""The way there: what more plaatsingen cost regulier woningzoekenden, and the cheapest mix at a region's own prices."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.hefbomen import met_inspanning
from fairshare.model.invoer import gekozen
from fairshare.model.knoppen import knop
from fairshare.model.nodig import bereik, lezing, over_bij
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.zoeken import elk_apart, kleinste
from fairshare.onthouden import onthoud
from fairshare.opmaak import NIETS, afgerond
from fairshare.parameters import Getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave

Reeks = NDArray[np.float64]

STAPPEN = {"reservering": 8, "nieuwbouw": 5, "doorstroming": 5, "alternatief": 5}
"""So many values of each lever are tried: a thousand scenarios."""

TIEN = 10
"""The rate of exchange is that of so many homes or places a year more."""

_RUIS = 1e-9


def front(uitkomst: Uitkomst, weergave: Weergave) -> pd.DataFrame:
    """Find the scenarios of which none has both fewer not placed and less verdringing, at a few levels of effort.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    weergave
        The year and the reading of the goal; ``inspanning`` is how many homes or places a year each of nieuwbouw, doorstroming
        and places outside social rent may get more than in the scenario. The reservering goes over its whole range.

    Returns
    -------
    pandas.DataFrame
        A row a point: erbij (at most so many homes and places a year more), the four values, niet_geplaatst and verdringing.
        Empty where one of both is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> punten = front(bereken(lees_regio("stedendriehoek")), Weergave())
    >>> punten[punten["reservering"] == 37.0][["erbij", "niet_geplaatst", "verdringing"]].round(0).astype(int).values.tolist()
    [[0, 0, 375]]
    """
    ergens = uitkomst.scenario.met(reservering=Scenario.model_fields["reservering"].default)
    jaar = weergave.jaar or uitkomst.eindjaar
    return _front(uitkomst.bron, ergens, lezing(uitkomst, weergave), jaar, weergave.inspanning)


@onthoud
def _front(regio: Regio, scenario: Scenario, verevening: float, jaar: int, inspanning: int) -> pd.DataFrame:
    """Compute all points in one call, wherever among them the scenario stands."""
    waarden = raster(regio, scenario, inspanning)
    cijfers = bereken(regio, scenario, verevening=verevening, **waarden)
    j = cijfers.jaren.index(jaar)
    over, verlies = (reeks[j].round(6) for reeks in (cijfers.regio.niet_geplaatst, cijfers.regio.verdringing))
    erbij = sum(waarden[naam] - getattr(scenario, naam) for naam in STAPPEN if naam != "reservering")
    lagen = range(0, 4 * inspanning, inspanning)
    punten = [_niet_beter(verlies, over, np.where(erbij <= laag, erbij, np.nan)) for laag in lagen]
    welke = np.concatenate(punten)
    alle = {**waarden, "niet_geplaatst": over, "verdringing": verlies}
    tabel = pd.DataFrame({naam: np.broadcast_to(reeks, erbij.shape)[welke] for naam, reeks in alle.items()})
    return tabel.assign(erbij=np.repeat(lagen, [len(deel) for deel in punten]))


def _niet_beter(een: Reeks, ander: Reeks, inspanning: Reeks) -> NDArray[np.intp]:
    """Find the points of which none has less of both; of two that are the same the one with the least effort, nan is out."""
    op_rij = np.lexsort((inspanning, ander, een))
    op_rij = op_rij[np.isfinite(een + ander + inspanning)[op_rij]]
    beste_tot_nu = np.minimum.accumulate(np.append(np.inf, ander[op_rij][:-1]))
    return op_rij[ander[op_rij] < beste_tot_nu[: len(op_rij)] - NIETS]


def raster(regio: Regio, scenario: Scenario, inspanning: int) -> dict[str, Reeks]:
    """Lay out every combination of the values that are tried, each on a step of its control.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> {naam: len(set(reeks)) for naam, reeks in raster(lees_regio("stedendriehoek"), Scenario(), 100).items()}
    {'reservering': 8, 'nieuwbouw': 5, 'doorstroming': 5, 'alternatief': 5}
    """
    assen = []
    for naam, aantal in STAPPEN.items():
        nu, (laag, hoog) = getattr(scenario, naam), bereik(regio, naam)
        van, tot = (laag, hoog) if naam == "reservering" else (nu, min(hoog, nu + inspanning))
        assen.append(np.linspace(van, tot, aantal).round(1 if naam == "reservering" else 0))
    breed = np.meshgrid(*assen, indexing="ij")
    return {naam: np.asarray(reeks.ravel(), dtype=float) for naam, reeks in zip(STAPPEN, breed, strict=True)}


def als_scenario(scenario: Scenario, punten: pd.DataFrame) -> list[Scenario]:
    """Give for each point the scenario that it is.

    Examples
    --------
    >>> punten = pd.DataFrame({"reservering": [33.6], "nieuwbouw": [75.0], "doorstroming": [0.0], "alternatief": [25.0]})
    >>> [(een.reservering, een.nieuwbouw) for een in als_scenario(Scenario(), punten)]
    [(33.6, 75)]
    """
    return [
        scenario.met(**{naam: punt[naam] if naam == "reservering" else int(punt[naam]) for naam in STAPPEN})
        for punt in punten.to_dict("records")
    ]


def wisselkoers(uitkomst: Uitkomst, weergave: Weergave) -> pd.DataFrame:
    """Put ten homes or places a year more in each lever, and see who gains and who loses.

    Returns
    -------
    pandas.DataFrame
        A row a lever: hefboom, minder (niet geplaatst less), verdringing (more of it) and koers (verdringing for each household
        that is placed more; nan where nobody is).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tabel = wisselkoers(bereken(lees_regio("stedendriehoek")), Weergave()).set_index("hefboom")
    >>> tabel.loc[["reservering", "doorstroming"], ["minder", "verdringing", "koers"]].round(1).values.tolist()
    [[10.0, 10.0, 1.0], [3.0, -7.0, -2.3]]
    """
    nu = {naam: gekozen(uitkomst.bron, uitkomst.scenario, naam) for naam in STAPPEN}
    straks = {naam: [nu[naam], met_inspanning(uitkomst, naam, nu[naam], TIEN)] for naam in STAPPEN}
    anders = elk_apart(nu, straks)
    regio = bereken(uitkomst.bron, uitkomst.scenario, verevening=lezing(uitkomst, weergave), **anders).regio
    j = uitkomst.jaren.index(weergave.jaar or uitkomst.eindjaar)
    over, verlies = (reeks[j].reshape(-1, 2) for reeks in (regio.niet_geplaatst, regio.verdringing))
    tabel = pd.DataFrame(
        {"hefboom": list(STAPPEN), "minder": over[:, 0] - over[:, 1], "verdringing": np.diff(verlies)[:, 0]}
    )
    return tabel.assign(koers=tabel["verdringing"] / tabel["minder"].where(tabel["minder"] > NIETS))


@dataclass(frozen=True)
class Mix:
    """The cheapest mix of the levers that have a price."""

    scenario: Scenario | None
    """The scenario with the mix in it; None where all that may be added is not enough, or that is unknown."""
    erbij: Mapping[str, float]
    """Homes or places a year more, by lever."""
    kosten: Mapping[str, float]
    """Whole euros a year, by lever."""
    niet_geplaatst: float
    """With the mix; with all that may be added where that is not enough."""

    @property
    def samen(self) -> float:
        """What the mix costs [whole euros a year]."""
        return sum(self.kosten.values())


def goedkoopste_mix(uitkomst: Uitkomst, weergave: Weergave) -> Mix:
    """Find the cheapest mix that reaches the goal, at the prices that someone filled in.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    weergave
        The goal, the prices and how much each lever may do more; the reservering goes to the end of its range.

    Notes
    -----
    A linear programme: least cost, with one condition (the goal) and bounds. Its best point then has at most one lever between
    its bounds, so that each such point is tried, with the last lever solved on the model itself; see :func:`goedkoopst`.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> prijzen = Weergave(prijs_reservering=100, prijs_alternatief=90)
    >>> mix = goedkoopste_mix(bereken(lees_regio("stedendriehoek")), prijzen)
    >>> mix.scenario.alternatief, mix.scenario.reservering, mix.samen
    (100, 33.6, 20466.0)
    """
    namen, prijzen = list(weergave.prijzen), np.array(list(weergave.prijzen.values()), dtype=float)
    nu = np.array([gekozen(uitkomst.bron, uitkomst.scenario, naam) for naam in namen])
    per, ruimte = _eenheden(uitkomst, weergave, nu)

    def over(erbij: Reeks) -> Reeks:
        waarden = dict(zip(namen, (nu + erbij / per).T, strict=True))
        return np.broadcast_to(over_bij(uitkomst, weergave, waarden), len(erbij))

    erbij = goedkoopst(lambda x: weergave.hoogstens + _RUIS - over(x), prijzen, ruimte)
    if erbij is None or uitkomst.onvolledig:
        return Mix(None, {}, {}, float("nan") if uitkomst.onvolledig else float(over(ruimte[None])[0]))
    op_stap = [_omhoog(uitkomst.bron, naam, waarde) for naam, waarde in zip(namen, nu + erbij / per, strict=True)]
    erbij = (np.array(op_stap) - nu) * per
    return Mix(
        uitkomst.scenario.met(**dict(zip(namen, op_stap, strict=True))),
        dict(zip(namen, erbij.tolist(), strict=True)),
        {naam: float(afgerond(kost)) for naam, kost in zip(namen, (prijzen * erbij).tolist(), strict=True)},
        float(over(erbij[None])[0]),
    )


def _eenheden(uitkomst: Uitkomst, weergave: Weergave, nu: Reeks) -> tuple[Reeks, Reeks]:
    """Give for each lever with a price how many homes or places one of its unit is, and how many may be added."""
    vrij = uitkomst.regionaal("vrij", weergave.jaar)
    deel = np.array([naam == "reservering" for naam in weergave.prijzen])
    hoogste = np.array([bereik(uitkomst.bron, naam)[1] for naam in weergave.prijzen])
    per = np.where(deel, vrij / 100 if vrij > 0 else 1.0, 1.0)
    tot = np.where(deel, hoogste, np.minimum(hoogste, nu + weergave.inspanning))
    return per, np.maximum(0.0, (tot - nu) * per)


def _omhoog(regio: Regio, naam: str, waarde: float) -> float:
    wat = knop(regio, naam)
    assert isinstance(wat, Getal)
    return waarde if (stap := wat.omhoog(waarde)) is None else stap


def goedkoopst(over: Callable[[Reeks], Reeks], prijzen: Reeks, ruimte: Reeks) -> Reeks | None:
    """Solve a linear programme with one condition and bounds: the cheapest x with nothing short.

    Parameters
    ----------
    over
        Gives for x of shape (punt, hefboom) what is left over, shape (punt,): negative is too little. It rises with each x.
    prijzen, ruimte
        What one of each costs, and how far it may go; shape (hefboom,).

    Returns
    -------
    numpy.ndarray or None
        The cheapest corner, of those that cost the same the one with the least effort. None where no corner is enough.

    Notes
    -----
    In a corner each lever but one does nothing or all it may; of that one the smallest that is enough is searched for. Where
    levers help each other, as more reservering and more homes do, a point between corners may be a little cheaper.

    Examples
    --------
    The second costs 2 for each that counts, the first 3: all of the second, and the first for the rest.

    >>> goedkoopst(lambda x: x @ [1.0, 0.5] - 10, np.array([3.0, 1.0]), np.array([100.0, 8.0]))
    array([6., 8.])
    """
    aantal = len(prijzen)
    hoeken = [(k, vol) for k in range(aantal) for vol in product((0, 1), repeat=aantal) if not vol[k]]
    los = np.array([k for k, _ in hoeken], dtype=int)
    vast = np.array([vol for _, vol in hoeken]).reshape(-1, aantal) * ruimte

    def gevuld(x: Reeks) -> Reeks:
        punten = np.repeat(vast[:, None], x.shape[1], axis=1)
        punten[np.arange(len(los)), :, los] = x
        return punten

    gevonden = kleinste(lambda x: over(gevuld(x).reshape(-1, aantal)).reshape(x.shape), ruimte[los])
    x = np.array([[np.nan if een.waarde is None else een.waarde] for een in gevonden]).reshape(-1, 1)
    genoeg = [punt for punt in gevuld(x)[:, 0] if np.isfinite(punt).all()]
    return min(genoeg, key=lambda punt: (round(float(punt @ prijzen), 6), punt.sum()), default=None)

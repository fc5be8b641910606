"""What it takes: a goal, and how far each lever must go to reach it, while the rest stays as it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.invoer import gekozen
from fairshare.model.knoppen import knop
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.zoeken import elk_apart, kleinste
from fairshare.onthouden import onthoud
from fairshare.parameters import Getal
from fairshare.scenario import Scenario
from fairshare.weergave import HEFBOMEN, KORT, Weergave

Reeks = NDArray[np.float64]
Haalbaarheid = Literal["gehaald", "binnen bereik", "buiten bereik", "bestaat niet", "onbekend"]

_HOOGSTE = {"reservering": 100.0, "mutatiegraad": 100.0}
_MEESTE = 1_000_000.0
_RUIS = 1e-9

NIVEAUS = (0, 50, 100, 200, 300, 400, 500, 750, 1000, 1500, 2000, 3000, 5000)
"""Levels of niet geplaatst for which a line may be drawn."""

MEESTE_STAPPEN = 40
"""So many steps an axis of the field has at most: more makes it no clearer, and slow on the line."""


@dataclass(frozen=True)
class Antwoord:
    """How far a lever must go; ``waarden`` has a value for every parameter that moves, none where nothing helps."""

    hefboom: str
    waarden: Mapping[str, float]
    haalbaarheid: Haalbaarheid


def lezing(uitkomst: Uitkomst, weergave: Weergave) -> float:
    """Give the verevening under which the goal is judged [percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> lezing(bereken(lees_regio("stedendriehoek")), Weergave(lezing="zonder"))
    0.0
    """
    return {"met": 100.0, "zonder": 0.0}.get(weergave.lezing, float(uitkomst.scenario.verevening))


def stand(uitkomst: Uitkomst, weergave: Weergave) -> float:
    """Give niet geplaatst now, in the year and under the reading of the goal.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> round(stand(bereken(lees_regio("stedendriehoek")), Weergave(lezing="zonder")), 1)
    225.2
    """
    return float(over_bij(uitkomst, weergave, {})[0])


def nodig(uitkomst: Uitkomst, weergave: Weergave, hefboom: str | None = None) -> dict[str, Antwoord]:
    """Solve for each lever, and for a mix of them, how far it must go to reach the goal.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    weergave
        The goal: at most ``hoogstens`` not placed in ``jaar``, under ``lezing``.
    hefboom
        Only this lever is asked for.

    Notes
    -----
    The smallest value of each parameter at which the goal is reached, by bracketing on the engine: niet geplaatst only
    falls when a lever rises. In the mix each lever goes the same part f of the way to what it would need alone.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> antwoorden = nodig(bereken(lees_regio("stedendriehoek")), Weergave())
    >>> round(antwoorden["reservering"].waarden["reservering"], 2), antwoorden["reservering"].haalbaarheid
    (36.73, 'binnen bereik')
    """
    nu = stand(uitkomst, weergave)
    mix = hefboom in (None, "mix")
    alleen = _alleen(uitkomst, weergave, [naam for naam in HEFBOMEN if naam != "mix" and (mix or naam == hefboom)])
    waarden: dict[str, Mapping[str, float]] = {
        naam: {} if waarde is None else {naam: waarde} for naam, waarde in alleen.items()
    }
    if mix:
        waarden["mix"] = _mix(uitkomst, weergave, alleen)
    bekend = bool(np.isfinite(nu)) and not uitkomst.onvolledig
    return {
        naam: Antwoord(naam, deel if bekend else {}, _haalbaar(uitkomst, nu, bekend, weergave, deel))
        for naam, deel in waarden.items()
    }


def over_bij(uitkomst: Uitkomst, weergave: Weergave, waarden: Mapping[str, Reeks]) -> Reeks:
    """Give niet geplaatst with other values of levers, in the year and under the reading of the goal.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> over_bij(bereken(lees_regio("stedendriehoek")), Weergave(), {"alternatief": np.array([0.0, 100.0])})
    array([214.5, 114.5])
    """
    j = uitkomst.jaren.index(weergave.jaar or uitkomst.eindjaar)
    anders: dict[str, ArrayLike] = {"verevening": lezing(uitkomst, weergave), **waarden}
    return bereken(uitkomst.bron, uitkomst.scenario, **anders).regio.van_jaar("niet_geplaatst", j)


def _alleen(uitkomst: Uitkomst, weergave: Weergave, namen: Sequence[str]) -> dict[str, float | None]:
    """Find for each lever by itself how far it must go; all at once."""
    nu = {naam: gekozen(uitkomst.bron, uitkomst.scenario, naam) for naam in namen}

    def over(x: Reeks) -> Reeks:
        variaties = elk_apart(nu, dict(zip(namen, x, strict=True)))
        return _over(uitkomst, weergave, variaties, x)

    gevonden = kleinste(over, [_HOOGSTE.get(naam, _MEESTE) for naam in namen])
    return dict(zip(namen, (een.waarde for een in gevonden), strict=True))


def _over(uitkomst: Uitkomst, weergave: Weergave, waarden: Mapping[str, Reeks], x: Reeks) -> Reeks:
    """Give what is left over of the goal, in the shape of what was tried."""
    rest = weergave.hoogstens + _RUIS - over_bij(uitkomst, weergave, waarden)
    return np.broadcast_to(rest, x.size).reshape(x.shape)


def _mix(uitkomst: Uitkomst, weergave: Weergave, alleen: Mapping[str, float | None]) -> dict[str, float]:
    nu = {naam: gekozen(uitkomst.bron, uitkomst.scenario, naam) for naam in KORT}
    weg = {naam: waarde - nu[naam] for naam in KORT if (waarde := alleen[naam]) is not None}
    weg = {naam: afstand for naam, afstand in weg.items() if afstand > 0}

    def op(deel: Reeks) -> dict[str, Reeks]:
        return {naam: nu[naam] + deel * afstand for naam, afstand in weg.items()}

    over = kleinste(lambda x: _over(uitkomst, weergave, op(x.ravel()), x), [1.0])
    deel = over[0].waarde
    return {} if deel is None else {naam: float(waarde) for naam, waarde in op(np.asarray(deel)).items()}


def _haalbaar(
    uitkomst: Uitkomst, nu: float, bekend: bool, weergave: Weergave, waarden: Mapping[str, float]
) -> Haalbaarheid:
    if not bekend:
        return "onbekend"
    if nu <= weergave.hoogstens + _RUIS:
        return "gehaald"
    if not waarden:
        return "bestaat niet"
    binnen = all(waarde <= _knop(uitkomst.bron, naam).hoog for naam, waarde in waarden.items())
    return "binnen bereik" if binnen else "buiten bereik"


def toegepast(uitkomst: Uitkomst, antwoord: Antwoord) -> Scenario | None:
    """Put an answer in the scenario, each value on the next step of its control; None where that does not reach.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> toegepast(uitkomst, nodig(uitkomst, Weergave())["reservering"]).reservering
    36.8
    """
    if antwoord.haalbaarheid != "binnen bereik":
        return None
    knoppen = {naam: _knop(uitkomst.bron, naam) for naam in antwoord.waarden}
    return uitkomst.scenario.met(**{naam: knoppen[naam].omhoog(waarde) for naam, waarde in antwoord.waarden.items()})


def bereik(regio: Regio, naam: str) -> tuple[float, float]:
    """Give the lowest and the highest value of a lever that a scenario of a region may have.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> bereik(lees_regio("stedendriehoek"), "reservering")
    (25.0, 37.0)
    """
    wat = _knop(regio, naam)
    return wat.laag, wat.hoog


def _knop(regio: Regio, naam: str) -> Getal:
    wat = knop(regio, naam)
    assert isinstance(wat, Getal)
    return wat


@dataclass(frozen=True, eq=False)
class Vlak:
    """Niet geplaatst for every reservering and mutatiegraad: the field, its lines, and where the scenario stands."""

    veld: pd.DataFrame
    """reservering, mutatiegraad [percent], niet_geplaatst."""
    lijnen: pd.DataFrame
    """niveau, reservering, mutatiegraad: where niet geplaatst has that level."""


def vlak(uitkomst: Uitkomst, weergave: Weergave) -> Vlak:
    """Compute the field of reservering x mutatiegraad in one call, in the year and under the reading of the goal.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> lijnen = vlak(bereken(lees_regio("stedendriehoek")), Weergave()).lijnen
    >>> lijnen.query("niveau == 0 and reservering == 35")["mutatiegraad"].round(2).tolist()
    [5.99]
    """
    ergens = uitkomst.scenario.met(
        **{naam: Scenario.model_fields[naam].default for naam in ("reservering", "mutatiegraad")}
    )
    jaar = weergave.jaar or uitkomst.eindjaar
    return _vlak(uitkomst.bron, ergens, lezing(uitkomst, weergave), jaar, weergave.hoogstens)


@onthoud
def _vlak(regio: Regio, scenario: Scenario, verevening: float, jaar: int, hoogstens: float) -> Vlak:
    """Compute the field, wherever in it the scenario stands."""
    reservering, graad = (_stappen(regio, naam, stap) for naam, stap in (("reservering", 0.5), ("mutatiegraad", 0.1)))
    r, g = (as_.ravel() for as_ in np.meshgrid(reservering, graad, indexing="ij"))
    uitkomst = bereken(regio, scenario, verevening=verevening, reservering=r, mutatiegraad=g)
    hoogte = uitkomst.regio.van_jaar("niet_geplaatst", uitkomst.jaren.index(jaar))
    veld = pd.DataFrame({"reservering": r, "mutatiegraad": g, "niet_geplaatst": hoogte})
    z = np.asarray(hoogte).reshape(len(reservering), len(graad))
    lijnen = [
        (niveau, float(reservering[i]), hier)
        for niveau in sorted({*NIVEAUS, hoogstens})
        for i in range(len(reservering))
        if (hier := _doorgang(graad, z[i], niveau)) is not None
    ]
    return Vlak(veld, pd.DataFrame(lijnen, columns=["niveau", "reservering", "mutatiegraad"]))


def vlak_tabel(uitkomst: Uitkomst, weergave: Weergave) -> pd.DataFrame:
    """Give the field as a table with fewer steps: a row a mutatiegraad, a column a whole percent of reservering.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> vlak_tabel(bereken(lees_regio("stedendriehoek")), Weergave()).shape
    (9, 14)
    """
    r, g = np.meshgrid(_stappen(uitkomst.bron, "reservering", 1), _stappen(uitkomst.bron, "mutatiegraad", 0.5))
    hoogte = over_bij(uitkomst, weergave, {"reservering": r.ravel(), "mutatiegraad": g.ravel()})
    tabel = pd.DataFrame(hoogte.reshape(r.shape), columns=[f"{kop:.0f}%" for kop in r[0]])
    tabel.insert(0, "mutatiegraad", g[:, 0])
    return tabel


def _stappen(regio: Regio, naam: str, stap: float) -> Reeks:
    """Give the values of an axis, from one end of the control to the other; on a wide one the steps are some times as large."""
    wat = _knop(regio, naam)
    aantal = round((wat.hoog - wat.laag) / stap)
    return np.linspace(wat.laag, wat.hoog, 1 + -(-aantal // -(-aantal // MEESTE_STAPPEN)))


def vlak_grenzen(regio: Regio) -> tuple[tuple[float, float], ...]:
    """Give the ends of the field: those of both controls [percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> vlak_grenzen(lees_regio("stedendriehoek"))
    ((25.0, 37.0), (4.0, 8.0))
    """
    return tuple(bereik(regio, naam) for naam in ("reservering", "mutatiegraad"))


def _doorgang(x: Reeks, z: Reeks, niveau: float) -> float | None:
    """Find where a falling series passes a level; beyond its last point above it the last slope goes on."""
    boven = np.flatnonzero(z > niveau + _RUIS)
    if not boven.size or boven[-1] == len(z) - 1:
        return None
    k = int(boven[-1])
    laatste = k - 1 if k and z[k + 1] <= _RUIS else k
    helling = (z[laatste + 1] - z[laatste]) / (x[laatste + 1] - x[laatste])
    hier = x[k] + (niveau - z[k]) / helling
    return float(min(hier, x[k + 1]))

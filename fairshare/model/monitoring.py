"""Realisatie against the pad: is the agreement kept, apart from luck, and where does it lead.

Everything is counted from the first year of the path over the half-years that are known; a half-year is half of its year. Of
m homes that came free the pad asks d m for urgenten, with d the part of the homes to let that it gives them (the reservering,
where no reserved home is left over), and its places beside them. So it is judged which part went to urgenten, not how many
homes came free, which nobody agreed on. Where nobody counted those, the homes are held against the plaatsingen of the pad.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import MUTATIES, Monitoring, cellen
from fairshare.model import koers
from fairshare.model.halfjaren import Pad, halfjaarpad, horizon
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import halfjaar

Reeks = NDArray[np.float64]

BREED = 1.645
"""So many times the standard error lies the middle ninety percent around what is expected."""


@dataclass(frozen=True, eq=False)
class Voortgang:
    """How a region stands: per gemeente, and last the region as far as is known, shape (gemeente + 1,); unknown is nan [homes]."""

    periode: str
    """The last half-year with figures, as ``2026-1``."""
    horizon: int
    gerealiseerd: Reeks
    pad: Reeks
    """The plaatsingen of the pad over the half-years that are known."""
    gevraagd: Reeks
    """What the pad asks of the homes that really came free; where those were not counted, its plaatsingen."""
    mutaties: Reeks
    """Homes that came free, where that was counted."""
    mutaties_pad: Reeks
    """What the pad expected of them, over the same half-years."""
    stand_2024: Reeks
    """What standing still at the reservering of 2024 would have given."""
    dekking: Reeks
    """The part of the own share that is housed [percent], at most all of it."""
    saldo: Reeks
    """Placed minus eigen aandeel."""
    vereffening: Reeks
    """Placed minus the own part of all that was placed, over the half-years of which all is known; nan where there is none."""
    bedrag: Reeks
    """Vereffening times the tarief [euro]; nan without a tarief."""
    oordeel: tuple[str, ...]
    indicatie: NDArray[np.bool_]
    """Whether the judgement rests on homes alone, because the mutaties of a half-year were not counted."""
    sinds: tuple[str, ...]
    """Since which half-year this judgement stands, as ``2026-1``; "" where nothing is known."""
    prognose: Reeks
    """Toewijzingen from the start to the horizon, if it goes on in the same proportion to the pad."""
    prognose_marge: Reeks
    """How far the middle ninety percent lies from it."""
    pad_tot_horizon: Reeks
    per_jaar: Reeks
    """The region as projected per year, and how far the middle ninety percent lies from it, shape (2, jaar); nan elsewhere."""
    tarief: float | None
    opmerkingen: tuple[str, ...]
    """What of the figures does not count, and why."""

    @property
    def bekend(self) -> int:
        """Of how many gemeenten there are figures."""
        return int(np.isfinite(self.gerealiseerd[:-1]).sum())

    @property
    def ontbreekt(self) -> int:
        """Of how many gemeenten there are none."""
        return len(self.oordeel) - 1 - self.bekend

    def wie(self, oordeel: str) -> NDArray[np.bool_]:
        """Say which gemeenten are judged so."""
        return np.array([een == oordeel for een in self.oordeel[:-1]])


def voortgang(uitkomst: Uitkomst, monitoring: Monitoring, tarief: float | None = None) -> Voortgang | None:
    """Compare what was realised with the pad of a scenario.

    Parameters
    ----------
    uitkomst
        The outcome of the scenario that is the agreement.
    monitoring
        What was realised.
    tarief
        What a home of vereffening is worth [euro]; None when the region has set none.

    Returns
    -------
    Voortgang
        None when no year of the pad has figures.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio, maak_monitoring
    >>> from fairshare.model import bereken
    >>> regio = lees_regio("stedendriehoek")
    >>> nu = voortgang(bereken(regio), maak_monitoring(regio, [("GM0262", "2026-1", 18), ("GM0262", "mutaties 2026-1", 150)]))
    >>> plek = regio.codes.index("GM0262")
    >>> round(float(nu.gevraagd[plek]), 1), nu.oordeel[plek], bool(nu.indicatie[plek])
    (38.7, 'achter', False)
    """
    pad = halfjaarpad(uitkomst)
    geteld, mutaties, opmerkingen = leg_uit(uitkomst, pad, monitoring)
    bekend = np.isfinite(geteld)
    if not bekend.any():
        return None
    laatste = int(np.flatnonzero(bekend.any(axis=0))[-1])
    woningen = np.isfinite(mutaties)
    alle = np.where(woningen, mutaties, pad.vrij)
    som = {
        "gerealiseerd": geteld,
        "pad": pad.plaatsingen,
        "gevraagd": pad.gevraagd(alle),
        "stand_2024": pad.toen * alle + pad.gevraagd(np.zeros_like(alle)),
        "saldo": geteld - pad.eigen_aandeel,
    }
    sommen: dict[str, Any] = {naam: _som(reeks, bekend) for naam, reeks in som.items()}
    sommen |= {"mutaties": _som(mutaties, woningen), "mutaties_pad": _som(pad.vrij, woningen)}
    aandeel = _som(pad.eigen_aandeel, bekend)
    oordelen = _verloop(pad, geteld, mutaties)[:, : laatste + 1]
    vereffening = vereffend(geteld, pad.eigen_aandeel)
    return Voortgang(
        periode=pad.perioden[laatste],
        **sommen,
        dekking=100 * np.minimum(1.0, np.divide(sommen["gerealiseerd"], np.where(aandeel > 0, aandeel, np.nan))),
        vereffening=vereffening,
        bedrag=vereffening * (np.nan if tarief is None else tarief),
        oordeel=tuple(koers.OORDELEN[een] for een in oordelen[:, -1]),
        indicatie=_ergens(bekend & ~np.isfinite(mutaties)),
        sinds=tuple(_sinds(rij, pad.perioden) for rij in oordelen),
        tarief=tarief,
        opmerkingen=(*opmerkingen, *tarief_nul(tarief)),
        **_prognose(uitkomst, pad, geteld, laatste),
    )


def tarief_nul(tarief: float | None) -> tuple[str, ...]:
    """Say what a tarief of 0 does; of another, or none, there is nothing to say.

    Examples
    --------
    >>> tarief_nul(0), tarief_nul(1000), tarief_nul(None)
    (('Het tarief is 0: niemand betaalt iets, de vereffening telt alleen woningen.',), (), ())
    """
    return ("Het tarief is 0: niemand betaalt iets, de vereffening telt alleen woningen.",) if tarief == 0 else ()


def leg_uit(uitkomst: Uitkomst, pad: Pad, monitoring: Monitoring) -> tuple[Reeks, Reeks, tuple[str, ...]]:
    """Lay the figures out per half-year, toewijzingen and mutaties; say what does not count."""
    codes, namen = uitkomst.bron.codes, uitkomst.bron.namen
    vlak = {wat: np.full(pad.deel.shape, np.nan) for wat in ("", f"{MUTATIES} ")}
    buiten: set[str] = set()
    for (code, kop), aantal in cellen(monitoring).items():
        wat, periode = kop[:-6], kop[-6:]
        if code in codes and periode in pad.perioden:
            vlak[wat][codes.index(code), pad.perioden.index(periode)] = aantal
        elif code in codes:
            buiten.add(periode)
    geteld, mutaties = vlak.values()
    zinnen = [
        f"Het {halfjaar(periode)} telt niet mee: het pad loopt van {uitkomst.jaren[0]} tot en met {uitkomst.jaren[-1]}."
        for periode in sorted(buiten)
    ]
    for i, j in np.argwhere(geteld > mutaties):
        zinnen.append(
            f"{namen[i]}, {halfjaar(pad.perioden[j])}: {geteld[i, j]:.0f} toewijzingen van {mutaties[i, j]:.0f} woningen kan niet; "
            "het aantal woningen telt niet mee."
        )
        mutaties[i, j] = np.nan
    bekend = np.isfinite(geteld)
    eerder = np.flip(np.logical_or.accumulate(np.flip(bekend, axis=1), axis=1), axis=1)
    for i, j in np.argwhere(eerder & ~bekend):
        zinnen.append(
            f"{namen[i]} mist het {halfjaar(pad.perioden[j])}: dat halfjaar telt voor haar niet mee, ook niet in wat het pad vraagt."
        )
    return geteld, np.where(bekend, mutaties, np.nan), tuple(zinnen)


def _som(reeks: Reeks, bekend: NDArray[np.bool_]) -> Reeks:
    """Add up over the half-years that are known, per gemeente and last of the region; where none is, that stays unknown."""
    binnen = np.where(bekend, reeks, 0.0)
    return np.where(_ergens(bekend), np.vstack([binnen, binnen.sum(axis=0)]).sum(axis=1), np.nan)


def _ergens(vlag: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return np.append(vlag.any(axis=1), vlag.any())


def _verloop(pad: Pad, geteld: Reeks, mutaties: Reeks) -> NDArray[np.int64]:
    """Judge what was counted up to each half-year: each gemeente, and last the region by itself."""
    bekend, woningen = np.isfinite(geteld + pad.deel), np.isfinite(mutaties)
    gevraagd = np.where(bekend, np.where(woningen, pad.gevraagd(mutaties), pad.plaatsingen), 0.0)
    variantie = np.where(bekend, np.where(woningen, pad.deel * (1 - pad.deel) * mutaties, pad.plaatsingen), 0.0)
    los = np.where(bekend & ~woningen, pad.plaatsingen, 0.0)
    x, e, v, s = (reeks.cumsum(axis=1) for reeks in (np.where(bekend, geteld, 0.0), gevraagd, variantie, los))
    v_regio = v.sum(axis=0) + (koers.AFWIJKING * s.sum(axis=0)) ** 2
    gemeenten = koers.oordeel(x, e, v + (koers.AFWIJKING * s) ** 2)
    regio = koers.oordeel(x.sum(axis=0)[None], e.sum(axis=0)[None], v_regio[None], 0)
    niets = np.logical_or.accumulate(np.vstack([bekend, bekend.any(axis=0)]), axis=1)
    return np.where(niets, np.vstack([gemeenten, regio]), koers.OORDELEN.index(koers.ONBEKEND))


def _sinds(oordelen: NDArray[np.int64], perioden: tuple[str, ...]) -> str:
    """Give since when the last judgement stands."""
    anders = np.flatnonzero(oordelen != oordelen[-1])
    begin = 0 if not anders.size else int(anders[-1]) + 1
    return "" if koers.OORDELEN[oordelen[-1]] == koers.ONBEKEND else perioden[begin]


def _prognose(uitkomst: Uitkomst, pad: Pad, geteld: Reeks, laatste: int) -> dict[str, Any]:
    """Go on in the same proportion to the pad: what is counted so far over what was asked for it, with chance in both."""
    jaar = uitkomst.jaren[laatste // 2]
    grens = horizon(uitkomst, jaar)
    tot = 2 * (uitkomst.jaren.index(grens) + 1)
    bekend, lengte = np.isfinite(geteld[:, :tot]), len(uitkomst.jaren)
    gevraagd = np.where(bekend, pad.plaatsingen[:, :tot], 0.0).sum(axis=1)
    factor = np.where(bekend, geteld[:, :tot], 0.0).sum(axis=1) / np.where(gevraagd > 0, gevraagd, np.nan)
    vast, open_ = (
        np.where(vlag, reeks, 0.0) for vlag, reeks in ((bekend, geteld[:, :tot]), (~bekend, pad.plaatsingen[:, :tot]))
    )

    def verwacht(bij: Reeks, nog: Reeks) -> tuple[Reeks, Reeks]:
        """Give what comes with its variance: that of the half-years to come, and of the proportion itself."""
        return bij + factor * nog, factor * nog + nog**2 * factor / gevraagd

    midden, var = verwacht(vast.sum(axis=1), open_.sum(axis=1))
    per_jaar = np.full((2, lengte), np.nan)
    for j in range(laatste // 2, tot // 2):
        deel = slice(2 * j, 2 * j + 2)
        verwachting, spreiding = verwacht(vast[:, deel].sum(axis=1), open_[:, deel].sum(axis=1))
        per_jaar[:, j] = verwachting.sum(), BREED * np.sqrt(spreiding.sum())
    pad_tot = pad.plaatsingen[:, :tot].sum(axis=1)
    return {
        "horizon": grens,
        "prognose": np.append(midden, midden.sum()),
        "prognose_marge": BREED * np.sqrt(np.append(var, var.sum())),
        "pad_tot_horizon": np.append(pad_tot, pad_tot.sum()),
        "per_jaar": per_jaar,
    }


def vereffend(geteld: Reeks, aandeel: Reeks) -> Reeks:
    """Settle what was placed by the eigen aandeel, over the half-years that every gemeente has figures of; last the region, 0."""
    heel = np.isfinite(geteld).all(axis=0)
    if not heel.any():
        return np.full(len(geteld) + 1, np.nan)
    geplaatst = np.where(heel, geteld, 0.0)
    netto = (geplaatst - aandeel / aandeel.sum(axis=0) * geplaatst.sum(axis=0)).sum(axis=1)
    return np.append(netto, netto.sum())

"""Realisatie against the pad: are we on course, where do we end up, and who is behind.

With R_i(t) the realised toewijzingen of a year of which h half-years are known, P_i(t) the plaatsingen of the pad and e_i(t)
the eigen aandeel:

- pad so far = P_i(t) h/2; end of the year = R_i(t) 2/h, as if the rest of the year goes as what is known;
- behind when that end is more than the margin below P_i(t);
- saldo = sum over the known half-years of R_i minus e_i(t)/2: what was placed above (+) or below (-) the eigen aandeel;
- vereffening = sum over the half-years that all gemeenten know of R_i minus the part e_i(t) of all R: it sums to 0;
- towards a later year: each year as far above or below P_i as the last one was.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Monitoring
from fairshare.lui import pd
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import getal, opsomming

Reeks = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Voortgang:
    """How a region stands: everything per gemeente, shape (gemeente,); unknown is nan [homes].

    ``jaar`` is the last year with figures.
    """

    jaar: int
    horizon: int
    gerealiseerd: Reeks
    pad: Reeks
    """What the pad asks for the half-years that are known."""
    jaareinde: Reeks
    pad_jaar: Reeks
    achter: NDArray[np.bool_]
    saldo: Reeks
    """Placed minus eigen aandeel, over all known half-years."""
    vereffening: Reeks
    """Placed minus the own part of all that was placed, over the half-years of which all is known; nan where there is none."""
    bedrag: Reeks
    """Vereffening times the tarief [euro]; nan without a tarief."""
    tot_horizon: Reeks
    """Toewijzingen from the first year with figures to the horizon, as projected."""
    pad_tot_horizon: Reeks
    prognose: Reeks
    """The region per year, from ``jaar`` to ``horizon``, shape (jaar,); nan elsewhere."""
    tarief: float | None
    """What a placement is settled at [euro]."""

    @property
    def bekend(self) -> int:
        """Of how many gemeenten the last year has figures."""
        return int(np.isfinite(self.gerealiseerd).sum())

    @property
    def ontbreekt(self) -> int:
        """Of how many gemeenten the last year has none."""
        return self.achter.size - self.bekend


def voortgang(
    uitkomst: Uitkomst, monitoring: Monitoring, marge: float = 10, tarief: float | None = None
) -> Voortgang | None:
    """Compare what was realised with the pad of a scenario.

    Parameters
    ----------
    uitkomst
        The outcome of the scenario that is the agreement.
    monitoring
        What was realised.
    marge
        How far the end of the year may stay below the pad before a gemeente is behind [percent].
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
    >>> nu = voortgang(bereken(regio), maak_monitoring(regio, [("GM0262", "2026-1", 18)]))
    >>> plek = regio.codes.index("GM0262")
    >>> float(nu.jaareinde[plek]), bool(nu.achter[plek])
    (36.0, False)
    """
    cijfers = _per_jaar(uitkomst, monitoring)
    bekend = np.flatnonzero(np.isfinite(cijfers).any(axis=(0, 2)))
    if not bekend.size:
        return None
    eerste, laatste = int(bekend[0]), int(bekend[-1])
    plaatsingen, aandeel = uitkomst.over_de_jaren("plaatsingen"), uitkomst.over_de_jaren("eigen_aandeel")
    helften = np.isfinite(cijfers).sum(axis=2).astype(float)
    helften[helften == 0] = np.nan
    som = np.where(np.isfinite(helften), np.nansum(cijfers, axis=2), np.nan)
    h, pad_jaar = helften[:, laatste], plaatsingen[:, laatste]
    jaareinde = som[:, laatste] * 2 / h
    saldo = _som_van_bekende(som - aandeel * helften / 2)
    vereffening = _vereffening(cijfers, aandeel)
    horizon = _horizon(uitkomst, uitkomst.jaren[laatste])
    tot = uitkomst.jaren.index(horizon) + 1
    verhouding = jaareinde / np.where(pad_jaar > 0, pad_jaar, np.nan)
    verder = verhouding[:, None] * plaatsingen[:, laatste + 1 : tot]
    prognose = np.full(len(uitkomst.jaren), np.nan)
    prognose[laatste:tot] = [jaareinde.sum(), *verder.sum(axis=0)]
    return Voortgang(
        jaar=uitkomst.jaren[laatste],
        horizon=horizon,
        gerealiseerd=som[:, laatste],
        pad=pad_jaar * h / 2,
        jaareinde=jaareinde,
        pad_jaar=pad_jaar,
        achter=np.asarray(jaareinde < (1 - marge / 100) * pad_jaar),
        saldo=saldo,
        vereffening=vereffening,
        bedrag=vereffening * (np.nan if tarief is None else tarief),
        tot_horizon=som[:, eerste:laatste].sum(axis=1) + jaareinde + verder.sum(axis=1),
        pad_tot_horizon=plaatsingen[:, eerste:tot].sum(axis=1),
        prognose=prognose,
        tarief=tarief,
    )


def _horizon(uitkomst: Uitkomst, jaar: int) -> int:
    """Give the year up to which is projected: that of the region's evaluation, once past or without one the last that is computed."""
    evaluatie = uitkomst.bron.cijfer("evaluatie")
    return int(evaluatie) if evaluatie is not None and jaar < evaluatie <= uitkomst.jaren[-1] else uitkomst.jaren[-1]


def gevraagd(uitkomst: Uitkomst) -> pd.DataFrame:
    """Say what the pad asks, known before any figure is: per half-year up to the horizon, and in that year as a whole.

    Returns
    -------
    pandas.DataFrame
        A row a gemeente and below them the region: naam, a column for each year with the half of it, and heel [homes].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> tabel = gevraagd(bereken(lees_regio("stedendriehoek")))
    >>> list(tabel.columns)[-3:], round(float(tabel["heel"].iloc[-1]), 9)
    ([2029, 2030, 'heel'], 875.25)
    """
    horizon = _horizon(uitkomst, uitkomst.jaren[0])
    jaren = uitkomst.jaren[: uitkomst.jaren.index(horizon) + 1]
    plaatsingen = uitkomst.over_de_jaren("plaatsingen")[:, : len(jaren)]
    samen = np.vstack([plaatsingen, plaatsingen.sum(axis=0)])
    tabel = pd.DataFrame(samen / 2, columns=list(jaren))
    tabel.insert(0, "naam", [*uitkomst.bron.namen, "Hele regio"])
    return tabel.assign(heel=samen[:, -1])


def _vereffening(cijfers: Reeks, aandeel: Reeks) -> Reeks:
    """Settle what was placed by the eigen aandeel, over the half-years that every gemeente has figures of."""
    heel = np.isfinite(cijfers).all(axis=0)
    if not heel.any():
        return np.full(len(cijfers), np.nan)
    geplaatst = np.where(heel, cijfers, 0.0).sum(axis=2)
    return np.asarray((geplaatst - aandeel / aandeel.sum(axis=0) * geplaatst.sum(axis=0)).sum(axis=1))


def _som_van_bekende(cijfers: Reeks) -> Reeks:
    """Add up what is known over the years; where nothing is known, that stays unknown."""
    bekend = np.isfinite(cijfers)
    return np.where(bekend.any(axis=1), np.where(bekend, cijfers, 0).sum(axis=1), np.nan)


def _per_jaar(uitkomst: Uitkomst, monitoring: Monitoring) -> Reeks:
    """Lay the figures out, shape (gemeente, jaar, halfjaar); unknown is nan."""
    cijfers = np.full((len(uitkomst.bron.gemeenten), len(uitkomst.jaren), 2), np.nan)
    for rij in monitoring.realisatie:
        if rij.code in uitkomst.bron.codes and rij.jaar in uitkomst.jaren:
            plek = uitkomst.bron.codes.index(rij.code), uitkomst.jaren.index(rij.jaar), rij.halfjaar - 1
            cijfers[plek] = rij.toewijzingen
    return cijfers


def voortgang_tabel(uitkomst: Uitkomst, nu: Voortgang) -> pd.DataFrame:
    """Give a row a gemeente and below them the region; a sum with an unknown in it is unknown."""
    namen = (
        "gerealiseerd",
        "pad",
        "jaareinde",
        "pad_jaar",
        "saldo",
        "vereffening",
        "bedrag",
        "tot_horizon",
        "pad_tot_horizon",
    )
    kolommen = {naam: np.append(getattr(nu, naam), getattr(nu, naam).sum()) for naam in namen}
    signaal = ["achter" if achter else "op koers" for achter in nu.achter]
    onbekend = ~np.isfinite(nu.jaareinde - nu.pad_jaar)
    signaal = ["onbekend" if weet_niet else woord for weet_niet, woord in zip(onbekend, signaal, strict=True)]
    return pd.DataFrame({"naam": [*uitkomst.bron.namen, "Hele regio"], **kolommen, "signaal": [*signaal, ""]})


def realisatie_per_jaar(uitkomst: Uitkomst, monitoring: Monitoring, nu: Voortgang) -> pd.DataFrame:
    """Give the region per year: the pad, fair share, the projection, and what was realised where all of a year is known."""
    cijfers = _per_jaar(uitkomst, monitoring).sum(axis=(0, 2))
    return pd.DataFrame(
        {
            "jaar": uitkomst.jaren,
            "pad": uitkomst.regio.plaatsingen[:, 0],
            "opgave": uitkomst.regio.eigen_aandeel[:, 0],
            "gerealiseerd": cijfers,
            "prognose": nu.prognose,
        }
    )


def voortgang_zinnen(uitkomst: Uitkomst, nu: Voortgang) -> list[str]:
    """Say in a few sentences how the region stands."""
    namen = np.array(uitkomst.bron.namen)
    bekend = np.isfinite(nu.gerealiseerd)
    zin = [
        f"In {nu.jaar} zijn van {int(bekend.sum())} van de {len(namen)} gemeenten cijfers bekend: samen "
        f"{getal(float(np.nansum(nu.gerealiseerd)))} toewijzingen, {_pad(nu.pad[bekend])}."
    ]
    achter, beide = opsomming(tuple(namen[nu.achter])), bekend & np.isfinite(nu.pad)
    if achter:
        zin.append(f"Achter op het pad, verder dan de marge: {achter}.")
    elif beide.any():
        zin.append(f"Geen gemeente{'' if beide.all() else ' met cijfers en een pad'} is verder achter dan de marge.")
    if not bekend.all():
        zin.append(f"Nog geen cijfers van {opsomming(tuple(namen[~bekend]))}.")
    prognose = float(nu.tot_horizon.sum())
    zin.append(
        f"Gaat het zo door, dan zijn het er {getal(prognose)} tot en met {nu.horizon}, {_pad(nu.pad_tot_horizon)}."
        if np.isfinite(prognose)
        else "Een prognose kan pas als alle gemeenten cijfers hebben."
    )
    return zin


def _pad(vraagt: NDArray[np.float64]) -> str:
    samen = float(vraagt.sum())
    return f"waar het pad er {getal(samen)} vraagt" if np.isfinite(samen) else "en wat het pad vraagt is onbekend"

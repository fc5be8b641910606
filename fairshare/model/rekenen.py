"""From a region and a scenario to an outcome: one call for one scenario or for ten thousand."""

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fairshare.fouten import Fout, ScenarioFout
from fairshare.gegevens import Regio
from fairshare.model import vergelijkingen as v
from fairshare.model.ingroeipad import gegroeid, jaren
from fairshare.model.uitkomst import Gemeentecijfers, Regiocijfers, Uitkomst
from fairshare.model.verdeelsleutel import gewichten
from fairshare.scenario import Scenario

Reeks = NDArray[np.float64]

TEKEN_STATUSHOUDERS = {"inclusief": 0, "exclusief": -1, "bovenop": 1}

BEREIK = {
    "reservering": (0, 100),
    "mutatiegraad": (0, 100),
    "opgave": (0, 1_000_000),
    "groei": (-100, 100),
    "verevening": (0, 100),
    "nieuwbouw": (0, 1_000_000),
    "programma": (0, 1_000_000),
    "doorstroming": (0, 1_000_000),
    "alternatief": (0, 1_000_000),
    "uitval": (0, 100),
}
"""The parameters that can vary within one call, and what the engine takes of them (wider than a link)."""

_PROCENT = ("reservering", "mutatiegraad", "groei", "verevening", "uitval")


def bereken(regio: Regio, scenario: Scenario | None = None, **variaties: ArrayLike) -> Uitkomst:
    """Compute niet geplaatst and everything on the way to it, per gemeente and per year.

    Parameters
    ----------
    regio
        The region with its figures.
    scenario
        All parameters; the agreement when left out.
    **variaties
        Parameters that vary, in the units of a link (percentages 0-100): a number, or an array of shape (scenario,).
        Reservering and mutatiegraad may run from 0 to 100. ``mutaties`` replaces the mutaties of 2024 and ``gewichten``
        the weights of the verdeelsleutel, shape (gemeente,) or (gemeente, scenario).

    Returns
    -------
    Uitkomst
        Arrays of shape (gemeente, jaar, scenario) and sums of shape (jaar, scenario); unrounded.

    Raises
    ------
    ScenarioFout
        When the region lacks what the scenario needs, or a variation is out of range.

    Notes
    -----
    Equations 2 to 9 of ``docs/rekenregels.md``, in that order.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("stedendriehoek")
    >>> uitkomst = bereken(regio, reservering=[30, 35])
    >>> uitkomst.regio.niet_geplaatst[-1].round(2)
    array([214.5 ,  55.25])
    """
    scenario = scenario or Scenario()
    basis = basis_mutaties(regio, scenario, variaties.pop("mutaties", None))
    w = np.asarray(variaties.pop("gewichten", gewichten(regio, scenario)), dtype=float)
    p = _parameters(regio, scenario, variaties)
    cijfers = _reken(regio, scenario, np.nan_to_num(basis), w.reshape(len(regio.gemeenten), 1, -1), p)
    onbekend = np.asarray(np.isnan(basis).any(axis=(1, 2)))
    return Uitkomst(
        bron=regio,
        scenario=scenario,
        jaren=tuple(jaren(scenario).tolist()),
        onvolledig=tuple(naam for naam, weet_niet in zip(regio.namen, onbekend, strict=True) if weet_niet),
        gemeenten=cijfers.zonder(onbekend),
        regio=Regiocijfers(cijfers),
    )


def _reken(regio: Regio, scenario: Scenario, basis: Reeks, w: Reeks, p: dict[str, Reeks]) -> Gemeentecijfers:
    """Go through the equations in order: opgave, mutaties, capaciteit, tekort, verevening."""
    t = jaren(scenario).reshape(1, -1, 1).astype(float)
    f_r, f_v = (gegroeid(scenario, wat).reshape(1, -1, 1) for wat in ("reservering", "verdeling"))

    regionaal = v.regionale_opgave(p["opgave"], p["groei"], t - (scenario.start - 1))
    opgave = v.opgave(regionaal, aandeel_2024(regio, w), w, f_v)
    gebouwd = v.nieuwbouw(w, p["nieuwbouw"], p["programma"], t)
    if not gebouwd.any():
        gebouwd = gebouwd[:, :1]  # without new homes no year differs from another
    mutaties = v.mutaties(basis, p["mutatiegraad"], basisgraad(regio), v.eerder_gebouwd(gebouwd))
    vrij = v.vrij(mutaties, gebouwd, p["doorstroming"], w)
    reservering = v.reservering(begin_reservering(regio, p["reservering"]), p["reservering"], f_r)
    buiten = p["alternatief"] * w + _inzet(regio, scenario)
    capaciteit = v.capaciteit(reservering, vrij, buiten)
    return Gemeentecijfers(
        opgave=opgave,
        mutaties=mutaties,
        vrij=vrij,
        reservering=reservering,
        buiten=buiten,
        capaciteit=capaciteit,
        **_plaats(opgave, capaciteit, p["verevening"], p["uitval"], scenario.achterstand == "ja"),
    )


def basisgraad(regio: Regio) -> float:
    """Give the mutatiegraad mu0 that goes with the mutaties in the data [fraction].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> basisgraad(lees_regio("gmr"))
    0.0571
    """
    return (regio.cijfer("mutatiegraad") or Scenario.model_fields["mutatiegraad"].default) / 100


def basis_mutaties(regio: Regio, scenario: Scenario, anders: ArrayLike | None = None) -> Reeks:
    """Give M_i, the mutaties of 2024 in the chosen segment, shape (gemeente, 1, scenario); unknown is nan.

    A region without figures gets voorraad times mutatiegraad, an estimate that every screen labels so.

    Raises
    ------
    ScenarioFout
        When the region has nothing to estimate the segment with.
    """
    kolom = f"mutaties_{scenario.segment}"
    if anders is not None:
        return np.asarray(anders, dtype=float).reshape(len(regio.gemeenten), 1, -1)
    if regio.heeft(kolom):
        return regio.kolom(kolom).reshape(-1, 1, 1)
    if scenario.segment == "aftoppingsgrens":
        advies = "in deze regio zijn geen mutaties tot de aftoppingsgrens bekend; kies liberalisatiegrens"
        raise ScenarioFout([Fout("segment", scenario.segment, advies)])
    return regio.kolom("corporatiewoningen_schatting").reshape(-1, 1, 1) * basisgraad(regio)


def aandeel_2024(regio: Regio, gewicht: Reeks) -> Reeks:
    """Give B_i / sum B; without toewijzingen, or with none at all, the distribution follows the sleutel at once."""
    if not regio.volledig("toewijzingen_2024") or not regio.kolom("toewijzingen_2024").any():
        return gewicht
    toewijzingen = regio.kolom("toewijzingen_2024").reshape(-1, 1, 1)
    return np.asarray(toewijzingen / toewijzingen.sum())


def begin_reservering(regio: Regio, doel: Reeks) -> Reeks:
    """Give p0: each gemeente's own share of 2024, else the region's, else the chosen percentage at once [fraction]."""
    if regio.volledig("toewijzingen_2024") and regio.volledig("mutaties_liberalisatiegrens"):
        mutaties = regio.kolom("mutaties_liberalisatiegrens")
        return (regio.kolom("toewijzingen_2024") / np.where(mutaties == 0, 1, mutaties)).reshape(-1, 1, 1)
    begin = regio.cijfer("reservering_start")
    return doel if begin is None else np.full((1, 1, 1), begin / 100)


def _inzet(regio: Regio, scenario: Scenario) -> Reeks:
    """Give the extra places per gemeente, shape (gemeente, 1, 1)."""
    plekken = dict(scenario.inzet)
    vreemd = [code for code in plekken if code not in regio.codes]
    if vreemd:
        advies = f"kies gemeenten uit {regio.register.naam} ({', '.join(regio.codes)})"
        raise ScenarioFout([Fout("inzet", ",".join(vreemd), advies)])
    return np.array([plekken.get(code, 0.0) for code in regio.codes]).reshape(-1, 1, 1)


def opgave_basis(regio: Regio, scenario: Scenario) -> float:
    """Give the opgave of the base year before statushouders: the user's, else the region's, else unknown (nan)."""
    cijfer = scenario.opgave if scenario.opgave is not None else regio.cijfer("opgave")
    return float("nan") if cijfer is None else float(cijfer)


def statushouders(regio: Regio, scenario: Scenario) -> float:
    """Give what statushouders add to or take from the opgave [homes per year].

    Raises
    ------
    ScenarioFout
        When their number is unknown and the scenario needs it.
    """
    teken = TEKEN_STATUSHOUDERS[scenario.statushouders]
    aantal = regio.cijfer("statushouders")
    if teken and aantal is None:
        advies = "het aantal statushouders van deze regio is onbekend; kies inclusief"
        raise ScenarioFout([Fout("statushouders", scenario.statushouders, advies)])
    return teken * (aantal or 0.0)


def _parameters(regio: Regio, scenario: Scenario, variaties: dict[str, ArrayLike]) -> dict[str, Reeks]:
    """Bring every numeric parameter to shape (1, 1, scenario), percentages as fractions."""
    waarden: dict[str, ArrayLike] = {naam: getattr(scenario, naam) for naam in BEREIK}
    waarden["opgave"] = opgave_basis(regio, scenario)
    for naam, waarde in variaties.items():
        waarden[naam] = _keur_variatie(naam, np.asarray(waarde, dtype=float))
    p = {naam: np.asarray(waarde, dtype=float).reshape(1, 1, -1) for naam, waarde in waarden.items()}
    for naam in _PROCENT:
        p[naam] = p[naam] / 100
    p["opgave"] = p["opgave"] + statushouders(regio, scenario)
    if (p["opgave"] < 0).any():
        advies = f"zonder {statushouders(regio, scenario):.0f} statushouders blijft er geen opgave over"
        raise ScenarioFout([Fout("statushouders", scenario.statushouders, advies.replace("zonder -", "zonder "))])
    return p


def _keur_variatie(naam: str, waarde: Reeks) -> Reeks:
    if naam not in BEREIK:
        raise ScenarioFout([Fout(naam, "", f"alleen {', '.join(BEREIK)}, mutaties en gewichten kunnen varieren")])
    laag, hoog = BEREIK[naam]
    if not ((waarde >= laag) & (waarde <= hoog)).all():
        raise ScenarioFout([Fout(naam, "", f"de rekenkern neemt {laag} tot en met {hoog}")])
    return waarde


Geplaatst = dict[str, Reeks]
"""Equations 7 and 8: vraag, tekort, overschot, their sums over the region, and verevend."""


def _plaats(opgave: Reeks, capaciteit: Reeks, deel: Reeks, uitval: Reeks, met_achterstand: bool) -> Geplaatst:
    """Set vraag against capaciteit; with achterstand year by year, because each year passes on what it left."""
    if not met_achterstand:
        return _zet_af(opgave, capaciteit, deel)
    vorm = np.broadcast_shapes(opgave.shape, capaciteit.shape, deel.shape, uitval.shape)
    opgave, capaciteit = np.broadcast_to(opgave, vorm), np.broadcast_to(capaciteit, vorm)
    achterstand: Reeks = np.zeros(1)
    per_jaar: list[Geplaatst] = []
    for jaar in range(vorm[1]):
        dit = slice(jaar, jaar + 1)
        per_jaar.append(_zet_af(opgave[:, dit] + (1 - uitval) * achterstand, capaciteit[:, dit], deel))
        nu = per_jaar[-1]
        achterstand = nu["tekort"] * (1 - v.verevend_deel(nu["tekort_regio"], nu["verevend"]))
    return {naam: np.concatenate([jaar[naam] for jaar in per_jaar], axis=1) for naam in per_jaar[0]}


def _zet_af(vraag: Reeks, capaciteit: Reeks, deel: Reeks) -> Geplaatst:
    tekort, overschot = v.tekort(vraag, capaciteit), v.overschot(vraag, capaciteit)
    tekort_regio, overschot_regio = tekort.sum(axis=0, keepdims=True), overschot.sum(axis=0, keepdims=True)
    return {
        "vraag": vraag,
        "tekort": tekort,
        "overschot": overschot,
        "tekort_regio": tekort_regio,
        "overschot_regio": overschot_regio,
        "verevend": v.verevening(tekort_regio, overschot_regio, deel),
    }

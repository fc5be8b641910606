"""A region and a scenario as the oracle takes them: plain values and plain arithmetic, and nothing of the model."""

from collections.abc import Callable, Mapping
from itertools import pairwise
from math import isnan
from typing import Any

from fairshare.gegevens import Regio
from fairshare.scenario import Scenario
from tests.unit.naslag import reken

KOLOM = {
    "inwoners": "opgave_inwoners_gepubliceerd",
    "inwoners_cbs": "inwoners_2024",
    "huishoudens": "huishoudens_2024",
    "woningen": "woningen_2024",
    "voorraad": "corporatiewoningen_2024",
    "mutaties": "mutaties_liberalisatiegrens",
    "realisatie": "toewijzingen_2024",
    "herkomst": "herkomst",
}

GELIJK = (
    "reservering",
    "verhuisketen",
    "start",
    "eind",
    "segment",
    "statushouders",
    "groei",
    "verevening",
    "regel",
    "nieuwbouw",
    "programma",
    "doorstroming",
    "alternatief",
    "sloop",
    "herhuisvesting",
    "uitval",
    "wachtend",
    "bovengrens",
    "ondergrens",
)
"""The parameters that the oracle takes as a link writes them."""

Reeks = list[float | None]


def _kolom(regio: Regio, naam: str) -> Reeks:
    return [None if isnan(waarde) else float(waarde) for waarde in regio.kolom(naam)]


def _inwoners(regio: Regio) -> str:
    """The published column where the region has one, else that of CBS."""
    gepubliceerd = any(waarde is not None for waarde in _kolom(regio, KOLOM["inwoners"]))
    return KOLOM["inwoners" if gepubliceerd else "inwoners_cbs"]


def _aandelen(regio: Regio, sleutel: str) -> list[float]:
    waarden = _kolom(regio, _inwoners(regio) if sleutel == "inwoners" else KOLOM[sleutel])
    bekend = [waarde for waarde in waarden if waarde is not None]
    if len(bekend) < len(waarden) or not sum(bekend):
        raise ValueError(f"sleutel {sleutel}: er ontbreken cijfers")
    return [waarde / sum(bekend) for waarde in bekend]


def _gewichten(regio: Regio, scenario: Scenario) -> list[float]:
    if scenario.sleutel != "mix":
        return _aandelen(regio, scenario.sleutel)
    som = sum(alfa for _, alfa in scenario.gewichten)
    delen = [(alfa / som, _aandelen(regio, naam)) for naam, alfa in scenario.gewichten]
    return [sum(alfa * rij[i] for alfa, rij in delen) for i in range(len(regio.codes))]


def _tussen(scenario: Scenario, t: int, start: int, eind: int) -> float:
    """The shapes that the oracle leaves to its caller, between start and end."""
    tau = (t - start + 1) / (eind - start + 1)
    if scenario.pad == "versneld":
        return 1 - (1 - tau) ** 2
    if scenario.pad == "vertraagd":
        return tau * tau
    if scenario.pad == "trap":
        return 1 / 3 if t <= (start + eind) // 2 else 2 / 3
    punten = [(start - 1, 0.0), *((int(j), d / 100) for j, d in scenario.punten if int(j) < eind), (eind, 1.0)]
    for (j0, d0), (j1, d1) in pairwise(punten):
        if j0 <= t <= j1:
            return d0 + (d1 - d0) * (t - j0) / (j1 - j0)
    raise AssertionError(t)


def _weg(scenario: Scenario) -> dict[str, Any]:
    if scenario.pad in ("lineair", "direct", "s-curve"):
        return {"pad": scenario.pad}

    def vorm(t: int, start: int, eind: int) -> float:
        if t < start or t >= eind:
            return 0.0 if t < start else 1.0
        return _tussen(scenario, t, start, eind)

    return {"pad": scenario.pad, "vorm_jaar": vorm}


def _sociaal(regio: Regio) -> Callable[[int], float]:
    """The part of a building programme that is social rent: the region's own series, else that of the Achterhoek."""
    eigen = regio.register.cijfers.get("sociaal_deel")
    reeks: Mapping[int, float] = {2026: 30.0, 2031: 23.0} if eigen is None else eigen.reeks
    return lambda jaar: reeks[max((vanaf for vanaf in reeks if vanaf <= jaar), default=min(reeks))] / 100


def naslag(regio: Regio, scenario: Scenario) -> dict[str, Any]:
    """Compute a scenario with the oracle.

    Raises
    ------
    ValueError
        Where the contract refuses.
    """
    gewichten = _gewichten(regio, scenario)
    kolommen = {
        naam: _kolom(regio, kolom)
        for naam, kolom in {
            "inwoners": _inwoners(regio),
            "mutaties": "mutaties_liberalisatiegrens",
            "mutaties_aftopping": "mutaties_aftoppingsgrens",
            "toewijzingen": "toewijzingen_2024",
            "x": "centrum_x",
            "y": "centrum_y",
        }.items()
    }
    if all(waarde is None for waarde in kolommen["mutaties"]):  # an estimate, as version 1 made it
        kolommen["mutaties"] = [
            None if voorraad is None else voorraad * (regio.cijfer("mutatiegraad") or 0.0) / 100
            for voorraad in _kolom(regio, "corporatiewoningen_2024")
        ]
    if scenario.lokaal == "ja" and not all(rij.groep for rij in regio.gemeenten):
        raise ValueError("lokaal: geen groepen bekend")
    if scenario.segment == "aftoppingsgrens" and not any(x is not None for x in kolommen["mutaties_aftopping"]):
        raise ValueError("segment: geen mutaties tot de aftoppingsgrens bekend")
    gemeenten = [
        {
            "code": code,
            "gewicht": gewichten[i],
            "lokaal": float(sum(aantal or 0 for aantal in regio.gemeenten[i].groep.values())),
            "centrum": None if kolommen["x"][i] is None else (kolommen["x"][i], kolommen["y"][i]),
            **{naam: kolommen[naam][i] for naam in ("inwoners", "mutaties", "mutaties_aftopping", "toewijzingen")},
        }
        for i, code in enumerate(regio.codes)
    ]
    graad, eigen = regio.cijfer("mutatiegraad"), regio.cijfer("statushouders")
    p = {
        **{naam: getattr(scenario, naam) for naam in GELIJK},
        **_weg(scenario),
        "periode": (int(regio.cijfer("periode_begin") or 2026), int(regio.cijfer("periode_eind") or 2035)),
        "afwijking": {code: (deel, jaar) for code, deel, jaar in scenario.afwijking},
        # where 2024 is unknown there is no floor, and asking for one does nothing
        "bodem": scenario.bodem == "ja"
        and (scenario.segment == "aftoppingsgrens" or None not in kolommen["toewijzingen"]),
        "mu0": graad,
        "mutatiegraad": graad if scenario.mutatiegraad is None else scenario.mutatiegraad,
        "groeit": set(scenario.groeit.split(",")) - {"geen"},
        "ruil": [(*paar.split("-"), aantal) for paar, aantal in scenario.ruil],
        "taakstelling": eigen if scenario.taakstelling is None else scenario.taakstelling,
        "eigen_taakstelling": eigen,
        "opgave": regio.cijfer("opgave") if scenario.opgave is None else scenario.opgave,
        "lokaal": scenario.lokaal == "ja",
        "programma_aandeel": _sociaal(regio),
        "bouw": dict(scenario.bouw),
        "inzet": dict(scenario.inzet),
        "achterstand": scenario.achterstand == "ja",
    }
    return reken(gemeenten, p)

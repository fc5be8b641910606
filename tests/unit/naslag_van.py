"""A region and a scenario as the oracle takes them: plain values, and nothing of the model."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

from fairshare.gegevens import Regio
from fairshare.scenario import Scenario
from tests.unit.naslag import reken

KOLOM = {
    "inwoners": "opgave_inwoners_gepubliceerd",
    "inwoners_cbs": "inwoners_2024",
    "woningen": "woningen_2024",
    "voorraad": "corporatiewoningen_schatting",
    "mutaties": "mutaties_liberalisatiegrens",
    "realisatie": "toewijzingen_2024",
}

VORM: dict[str, Callable[[float], float]] = {
    "versneld": lambda tau: 1 - (1 - tau) ** 2,
    "vertraagd": lambda tau: tau * tau,
}


def _gewichten(regio: Regio, scenario: Scenario) -> list[float]:
    def deel(sleutel: str) -> list[float]:
        kolom = KOLOM[sleutel]
        if sleutel == "inwoners" and regio.kolom(kolom)[0] != regio.kolom(kolom)[0]:
            kolom = KOLOM["inwoners_cbs"]
        waarden = [float(x) for x in regio.kolom(kolom)]
        return [x / sum(waarden) for x in waarden]

    if scenario.sleutel != "mix":
        return deel(scenario.sleutel)
    som = sum(alfa for _, alfa in scenario.gewichten)
    delen = [(alfa / som, deel(naam)) for naam, alfa in scenario.gewichten]
    return [sum(alfa * rij[i] for alfa, rij in delen) for i in range(len(regio.codes))]


def _weg(scenario: Scenario) -> dict[str, Any]:
    """Give the shape of the path; an own path needs the end year that it goes to, so it comes per end year."""
    if scenario.pad in VORM:
        return {"pad": scenario.pad, "vorm": VORM[scenario.pad]}
    if scenario.pad == "trap":
        # a third up to and including the middle of start and end: (t - S + 1)/(T - S + 1) at t = (S + T)//2
        lang = scenario.eind - scenario.start + 1
        half = ((scenario.start + scenario.eind) // 2 - scenario.start + 1) / lang
        return {"pad": "trap", "vorm": lambda tau: 1 / 3 if tau <= half + 1e-12 else 2 / 3}
    if scenario.pad == "eigen":
        return {"pad": "eigen", "vorm_jaar": lambda t: _recht(scenario, t)}
    return {"pad": scenario.pad}


def _recht(scenario: Scenario, t: int) -> float:
    """Straight lines through (start - 1, 0), the points and (end, 1)."""
    if t < scenario.start:
        return 0.0
    if t >= scenario.eind:
        return 1.0
    punten = [(scenario.start - 1, 0.0), *((int(j), d / 100) for j, d in scenario.punten), (scenario.eind, 1.0)]
    for (j0, d0), (j1, d1) in pairwise(punten):
        if j0 <= t <= j1:
            return d0 + (d1 - d0) * (t - j0) / (j1 - j0)
    raise AssertionError(t)


def naslag(regio: Regio, scenario: Scenario) -> dict[str, Any]:
    """Compute a scenario with the oracle."""
    gewichten, kolom = _gewichten(regio, scenario), regio.kolom
    heeft_inwoners = kolom("opgave_inwoners_gepubliceerd")[0] == kolom("opgave_inwoners_gepubliceerd")[0]
    inwoners = kolom("opgave_inwoners_gepubliceerd" if heeft_inwoners else "inwoners_2024")

    def of_none(waarde: float) -> float | None:
        return None if waarde != waarde else float(waarde)

    gemeenten = [
        {
            "code": code,
            "inwoners": float(inwoners[i]),
            "mutaties": of_none(kolom("mutaties_liberalisatiegrens")[i]),
            "toewijzingen": of_none(kolom("toewijzingen_2024")[i]),
            "mutaties_aftopping": of_none(kolom("mutaties_aftoppingsgrens")[i]),
            "lokaal": float(sum(x or 0 for x in regio.gemeenten[i].groep.values())),
            "centrum": (float(kolom("centrum_x")[i]), float(kolom("centrum_y")[i])),
            "gewicht": gewichten[i],
        }
        for i, code in enumerate(regio.codes)
    ]
    mu0, s0 = regio.cijfer("mutatiegraad"), regio.cijfer("statushouders")
    gelijk = [
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
    ]
    p = {
        **{naam: getattr(scenario, naam) for naam in gelijk},
        **_weg(scenario),
        "afwijking": {code: (deel, jaar) for code, deel, jaar in scenario.afwijking},
        "bodem": scenario.bodem == "ja",
        "mu0": mu0,
        "mutatiegraad": mu0 if scenario.mutatiegraad is None else scenario.mutatiegraad,
        "groeit": set(scenario.groeit.split(",")) - {"geen"},
        "ruil": [(*paar.split("-"), aantal) for paar, aantal in scenario.ruil],
        "taakstelling": s0 if scenario.taakstelling is None else scenario.taakstelling,
        "eigen_taakstelling": s0,
        "opgave": regio.cijfer("opgave") if scenario.opgave is None else scenario.opgave,
        "lokaal": scenario.lokaal == "ja",
        "bouw": dict(scenario.bouw),
        "inzet": dict(scenario.inzet),
        "achterstand": scenario.achterstand == "ja",
    }
    return reken(gemeenten, p)

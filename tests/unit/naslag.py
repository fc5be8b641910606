"""The equations once more, in plain Python, one gemeente and one year at a time: an oracle for the engine."""

from itertools import pairwise
from typing import Any

from fairshare.gegevens import Regio
from fairshare.scenario import Scenario


def f(scenario: Scenario, t: int) -> float:
    b, s, e = scenario.start - 1, scenario.start, scenario.eind
    if t <= b or t >= e:
        return 0.0 if t <= b else 1.0
    tau = (t - b) / (e - b)
    if scenario.pad == "eigen":
        punten = [(b, 0.0), *((int(jaar), deel / 100) for jaar, deel in scenario.punten), (e, 1.0)]
        for (x0, y0), (x1, y1) in pairwise(punten):
            if x0 <= t <= x1:
                return y0 + (y1 - y0) * (t - x0) / (x1 - x0)
    return {
        "lineair": tau,
        "s-curve": 3 * tau**2 - 2 * tau**3,
        "versneld": 1 - (1 - tau) ** 2,
        "vertraagd": tau**2,
        "direct": 1.0,
        "trap": 1 / 3 if t <= (s + e) // 2 else 2 / 3,
    }[scenario.pad]


def weeg(regio: Regio, scenario: Scenario) -> list[float]:
    kolom = {
        "inwoners": "opgave_inwoners_gepubliceerd",
        "inwoners_cbs": "inwoners_2024",
        "mutaties": "mutaties_liberalisatiegrens",
        "realisatie": "toewijzingen_2024",
    }

    def aandeel(sleutel: str) -> list[float]:
        x = [getattr(gemeente, kolom[sleutel]) for gemeente in regio.gemeenten]
        return [deel / sum(x) for deel in x]

    if scenario.sleutel != "mix":
        return aandeel(scenario.sleutel)
    samen = sum(gewicht for _, gewicht in scenario.gewichten)
    delen = [[gewicht / samen * w for w in aandeel(naam)] for naam, gewicht in scenario.gewichten]
    return [sum(kolommen) for kolommen in zip(*delen, strict=True)]


def naslag(regio: Regio, scenario: Scenario) -> dict[str, Any]:
    """Compute niet_geplaatst[t][i], regulier[t][i] and regional niet_geplaatst[t] for a region without unknowns."""
    n = range(len(regio.gemeenten))
    m = [g.mutaties_liberalisatiegrens for g in regio.gemeenten]
    bb = [g.toewijzingen_2024 for g in regio.gemeenten]
    w = weeg(regio, scenario)
    inzet = dict(scenario.inzet)
    mu, mu0 = scenario.mutatiegraad / 100, regio.cijfer("mutatiegraad") / 100
    extra = {"inclusief": 0, "exclusief": -1, "bovenop": 1}[scenario.statushouders] * regio.cijfer("statushouders")
    basis = (regio.cijfer("opgave") if scenario.opgave is None else scenario.opgave) + extra
    achterstand = [0.0 for _ in n]
    gebouwd_eerder = [0.0 for _ in n]
    uit: dict[str, Any] = {"gemeenten": [], "regulier": [], "regio": []}
    for t in range(scenario.start, scenario.eind + 1):
        f_r = f(scenario, t) if "reservering" in scenario.groeit else 1.0
        f_v = f(scenario, t) if "verdeling" in scenario.groeit else 1.0
        o = basis * (1 + scenario.groei / 100) ** (t - scenario.start + 1)
        sociaal = scenario.nieuwbouw + scenario.programma * (0.30 if t <= 2030 else 0.23)
        vraag, capaciteit, vrij, buiten = [], [], [], []
        for i in n:
            vrij.append(m[i] * mu / mu0 + mu * gebouwd_eerder[i] + w[i] * sociaal + scenario.doorstroming * w[i])
            gebouwd_eerder[i] += w[i] * sociaal
            p0 = bb[i] / m[i]
            buiten.append(scenario.alternatief * w[i] + inzet.get(regio.codes[i], 0))
            capaciteit.append((p0 + (scenario.reservering / 100 - p0) * f_r) * vrij[i] + buiten[i])
            eigen = o * ((1 - f_v) * bb[i] / sum(bb) + f_v * w[i])
            vraag.append(eigen + (1 - scenario.uitval / 100) * achterstand[i])
        kort = [max(0.0, vraag[i] - capaciteit[i]) for i in n]
        over = [max(0.0, capaciteit[i] - vraag[i]) for i in n]
        verevend = scenario.verevening / 100 * min(sum(kort), sum(over))
        niet = [kort[i] * (1 - verevend / sum(kort)) if sum(kort) else 0.0 for i in n]
        geleverd = [over[i] * verevend / sum(over) if sum(over) else 0.0 for i in n]
        geplaatst = [min(capaciteit[i], vraag[i]) + geleverd[i] for i in n]
        if scenario.achterstand == "ja":
            achterstand = niet
        uit["gemeenten"].append(niet)
        uit["regulier"].append([vrij[i] - max(0.0, geplaatst[i] - buiten[i]) for i in n])
        uit["regio"].append(sum(kort) - verevend)
    return uit

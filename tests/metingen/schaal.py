"""How time and memory grow with gemeenten, years and scenarios, each against the smallest case in the same run.

Time is the median of several runs in one process; memory is the peak that Python allocates in one call.
"""

import statistics
import time
import tracemalloc
from collections.abc import Callable
from functools import partial

import numpy as np

from fairshare import model
from fairshare.gegevens import Regio, lees_eigen, naast_elkaar, zelfde_afspraak
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from tests.gegevens.land import land
from tests.metingen.maat import oordeel, tabel

TITEL = "Schaal"
METHODE = """Tijd is de mediaan van vijftien keer, geheugen de piek van een aanroep, alles tegenover 9 gemeenten, 10 jaar en 1
scenario. De cijfers van de gemeenten zijn verzonnen, de namen echt."""
GEVALLEN = (
    (9, 10, 1),
    (50, 10, 1),
    (100, 10, 1),
    (200, 10, 1),
    (342, 10, 1),
    (342, 15, 1),
    (342, 15, 100),
    (342, 15, 1000),
)
"""Gemeenten, years, scenarios; the smallest first."""

VRAGEN = (partial(naast_elkaar, "GM0262"), lambda: zelfde_afspraak(30, 5.52, "inwoners", "provincie"))
MEESTE_VRAAG = 10
"""What the slowest question to the national table may take, of those that pages ask [ms]."""


def groei(doe: Callable[[], object], keer: int = 15) -> tuple[float, float]:
    """Milliseconds (median) and megabytes (peak)."""
    doe()
    tijden = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        tijden.append(1000 * (time.perf_counter() - begin))
    tracemalloc.start()
    doe()
    piek = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return statistics.median(tijden), piek


def reken(regio: Regio, jaren: int, scenarios: int) -> tuple[float, float]:
    """Give time and memory of one call of the engine."""
    scenario = Scenario(regio=regio.sleutel, opgave=5000, eind=2025 + jaren)
    reservering = np.linspace(25, 37, scenarios)
    return groei(lambda: model.bereken(regio, scenario, reservering=reservering).regio.niet_geplaatst)


def meet() -> list[str]:
    """Give a row for each case, and how long reading a file takes."""
    gelezen = {aantal: lees_eigen(land(aantal), "land").regio for aantal in {geval[0] for geval in GEVALLEN}}
    gemeten = [(geval, *reken(gelezen[geval[0]], *geval[1:])) for geval in GEVALLEN]
    _, ms, mb = gemeten[0]
    rijen = [
        (*map(getal, geval), *(f"{getal(deel, 0 if deel >= 10 else 1)} x" for deel in (tijd / ms, piek / mb)))
        for geval, tijd, piek in gemeten
    ]
    klein, groot = (groei(partial(lees_eigen, land(aantal), "x"), 5)[0] for aantal in (9, 342))
    vraag = max(groei(doe)[0] for doe in VRAGEN)
    return [
        *tabel(("gemeenten", "jaren", "scenario's", "tijd", "geheugen"), rijen),
        f"- De kleinste: {getal(ms, 2)} ms en {getal(mb, 2)} MB.",
        f"- Een bestand inlezen en keuren: 9 gemeenten {getal(klein)} ms, 342 gemeenten "
        f"{getal(groot / klein, 1)} keer zo lang; het starten van het eigen proces is het meeste.",
        oordeel(
            "een vraag aan de landelijke tabel duurt hoogstens 10 ms", f"{getal(vraag, 1)} ms", vraag <= MEESTE_VRAAG
        ),
    ]

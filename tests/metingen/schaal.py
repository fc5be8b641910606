"""How time and memory grow with gemeenten, years and scenarios, each against the smallest case in the same run.

Run with ``make metingen``. Time is the median of several runs in one process; memory is the peak that Python
allocates in one call.
"""

import statistics
import time
import tracemalloc
from collections.abc import Callable

import numpy as np

from fairshare import model
from fairshare.gegevens import lees_eigen
from fairshare.scenario import Scenario
from tests.gegevens.land import land


def meet(doe: Callable[[], object], keer: int = 15) -> tuple[float, float]:
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


def regels() -> list[str]:
    gelezen = {aantal: lees_eigen(land(aantal), "land").regio for aantal in (9, 50, 100, 200, 342)}

    def reken(aantal: int, jaren: int, scenarios: int) -> tuple[float, float]:
        regio = gelezen[aantal]
        scenario = Scenario(regio=regio.sleutel, opgave=5000, eind=2025 + jaren)
        reservering = np.linspace(25, 37, scenarios)
        return meet(lambda: model.bereken(regio, scenario, reservering=reservering).regio.niet_geplaatst)

    basis = reken(9, 10, 1)
    uit = ["| gemeenten | jaren | scenario's | tijd | geheugen |", "|--:|--:|--:|--:|--:|"]
    for geval in [
        (9, 10, 1),
        (50, 10, 1),
        (100, 10, 1),
        (200, 10, 1),
        (342, 10, 1),
        (342, 15, 1),
        (342, 15, 100),
        (342, 15, 1000),
    ]:
        tijd, piek = reken(*geval)
        uit.append(f"| {' | '.join(map(str, geval))} | {tijd / basis[0]:.1f} x | {piek / basis[1]:.1f} x |")
    inlezen = {aantal: meet(lambda aantal=aantal: lees_eigen(land(aantal), "x"), 7)[0] for aantal in (9, 342)}
    uit.append("")
    uit.append(
        f"De kleinste: {basis[0]:.2f} ms en {basis[1]:.2f} MB. Een bestand inlezen en keuren: 9 gemeenten {inlezen[9]:.0f} ms, "
        f"342 gemeenten {inlezen[342] / inlezen[9]:.1f} keer zo lang."
    )
    return uit


if __name__ == "__main__":
    print("\n".join(regels()))

"""How fast the engine is: one scenario, ten thousand in one call, and a region of national size.

Run with ``make metingen``. Every figure is the median of several rounds; what counts are the ratios within one run,
because the machine is shared. Each call asks for niet geplaatst of the region, so that nothing is left undone.
"""

import platform
from statistics import median
from time import perf_counter

import numpy as np

from fairshare.gegevens import Regio, lees_regio
from fairshare.model import bereken
from fairshare.scenario import Scenario

RONDEN, AANTAL = 7, 10_000


def duur(werk, herhaal: int = 1) -> float:
    """Median seconds of one call."""
    tijden = []
    for _ in range(RONDEN):
        begin = perf_counter()
        for _ in range(herhaal):
            werk()
        tijden.append((perf_counter() - begin) / herhaal)
    return median(tijden)


def landelijk(regio: Regio) -> Regio:
    """342 gemeenten, made by repeating those of the region."""
    rijen = [
        regio.gemeenten[n % len(regio.gemeenten)].model_copy(update={"code": f"GM{n:04d}", "naam": f"G{n}"})
        for n in range(342)
    ]
    return Regio(sleutel="landelijk", register=regio.register, gemeenten=tuple(rijen))


def meet() -> list[str]:
    regio, scenario = lees_regio("stedendriehoek"), Scenario()
    percentages = np.random.default_rng(1).choice(np.arange(25, 37.5, 0.5), AANTAL)
    groot = landelijk(regio)
    een = duur(lambda: bereken(regio, scenario).regio.niet_geplaatst, 200)
    los = [Scenario(reservering=deel) for deel in percentages[:500]]
    lus = duur(lambda: [bereken(regio, s).regio.niet_geplaatst for s in los]) * AANTAL / len(los)
    maken = duur(lambda: [Scenario(reservering=deel) for deel in percentages[:500]]) * AANTAL / len(los)
    samen = duur(lambda: bereken(regio, scenario, reservering=percentages).regio.niet_geplaatst, 5)
    land = duur(lambda: bereken(groot, Scenario(eind=2040)).regio.niet_geplaatst, 50)
    return [
        f"Machine: {platform.processor() or platform.machine()}, Python {platform.python_version()}, NumPy {np.__version__}",
        f"Een scenario van 9 x 10: {een * 1e3:.3f} ms",
        f"Landelijk, 342 gemeenten x 15 jaar: {land * 1e3:.3f} ms",
        f"{AANTAL} scenario's in een aanroep: {samen * 1e3:.1f} ms",
        f"{AANTAL} losse aanroepen: {lus * 1e3:.0f} ms; een aanroep is {lus / samen:.0f} keer zo snel",
        f"{AANTAL} losse aanroepen en het maken van de scenario's: {(lus + maken) * 1e3:.0f} ms; "
        f"een aanroep is {(lus + maken) / samen:.0f} keer zo snel",
    ]


if __name__ == "__main__":
    print("\n".join(meet()))

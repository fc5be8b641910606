"""How fast the engine is: against a loop in plain Python, and against the workbook recomputed by LibreOffice.

The loop is the oracle of the unit tests (``tests/unit/naslag.py``), which gives the same figures. Every time is the
median of several rounds. Each call asks for niet geplaatst of the region, so that nothing is left undone. The workbook
loses its stored values first, so that LibreOffice must compute; an empty workbook takes the same road beside it.
"""

import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
import openpyxl

from fairshare import link
from fairshare.export import Stempel, maak
from fairshare.gegevens import Regio, lees_regio
from fairshare.model import bereken
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from tests.metingen.maat import keer, tabel
from tests.unit.naslag_van import naslag

TITEL = "De rekenkern"
METHODE = """Medianen van vijf rondes; elke aanroep vraagt niet geplaatst van de regio op, zodat er niets blijft liggen. De
vloer is dezelfde berekening als lus in gewone Python, gemeente voor gemeente en jaar voor jaar (`tests/unit/naslag.py`, waarmee de
tests de rekenkern controleren). Landelijk is 342 gemeenten en vijftien jaar. De regel van LibreOffice is het omzetten van het
geexporteerde werkboek zonder opgeslagen uitkomsten, min het omzetten van een leeg werkboek; openen, rekenen en opslaan samen."""
RONDEN, AANTAL, LUS = 5, 10_000, 100
LANDELIJK = Scenario(eind=2040, opgave=20_000)


def duur(werk: Callable[[], object], herhaal: int = 1, ronden: int = RONDEN) -> float:
    """Median milliseconds of one call."""
    tijden = []
    for _ in range(ronden):
        begin = perf_counter()
        for _ in range(herhaal):
            werk()
        tijden.append(1000 * (perf_counter() - begin) / herhaal)
    return median(tijden)


def landelijk(regio: Regio) -> Regio:
    """342 gemeenten, made by repeating those of the region."""
    rijen = [
        regio.gemeenten[n % len(regio.gemeenten)].model_copy(update={"code": f"GM{n:04d}", "naam": f"G{n}"})
        for n in range(342)
    ]
    return Regio(sleutel="landelijk", register=regio.register, gemeenten=tuple(rijen))


def los(regio: Regio, scenario: Scenario) -> tuple[float, float]:
    """Give how long one scenario takes in the loop and in the engine, of which the figures agree."""
    verwacht = naslag(regio, scenario)["regio"]["niet_geplaatst"]
    gekregen = bereken(regio, scenario).regio.niet_geplaatst[:, 0]
    np.testing.assert_allclose(gekregen, verwacht)
    lus = duur(lambda: naslag(regio, scenario), 1 if len(regio.gemeenten) > 100 else 50)
    return lus, duur(lambda: bereken(regio, scenario).regio.niet_geplaatst, 100)


def samen(regio: Regio) -> tuple[float, float, float]:
    """Give how long ten thousand scenarios take: in the loop, in the engine one by one, and in one call.

    The loop and the single calls do a hundred of them, and count for a hundred times as many.
    """
    percentages = np.random.default_rng(1).choice(np.arange(25, 37.5, 0.5), AANTAL)
    scenarios = [Scenario(reservering=deel) for deel in percentages[:LUS]]
    lus = duur(lambda: [naslag(regio, scenario) for scenario in scenarios]) * AANTAL / LUS
    een = duur(lambda: [bereken(regio, scenario).regio.niet_geplaatst for scenario in scenarios]) * AANTAL / LUS
    return lus, een, duur(lambda: bereken(regio, Scenario(), reservering=percentages).regio.niet_geplaatst, 5)


def omgezet(werkboek: bytes, map_: Path) -> Callable[[], object]:
    """Give what lets LibreOffice open, compute and save a workbook that holds formulas and no values."""
    bestand = map_ / "werkboek.xlsx"
    openpyxl.load_workbook(io.BytesIO(werkboek)).save(bestand)
    opdracht = ["soffice", f"-env:UserInstallation=file://{map_.parent}/profiel", "--headless", "--convert-to", "xlsx"]
    return lambda: subprocess.run(
        [*opdracht, "--outdir", str(map_ / "uit"), str(bestand)], check=True, capture_output=True
    )


def in_libreoffice(regio: Regio, scenario: Scenario) -> float:
    """Give the milliseconds that LibreOffice takes for the workbook of this scenario, without its start."""
    uitkomst = bereken(regio, scenario)
    leeg = io.BytesIO()
    openpyxl.Workbook().save(leeg)
    vol = maak("xlsx", uitkomst, Stempel.van(uitkomst, link.schrijf(scenario)))
    with tempfile.TemporaryDirectory() as plek:
        mappen = [Path(plek) / naam for naam in ("leeg", "vol")]
        for map_ in mappen:
            map_.mkdir()
        leeg_om, vol_om = (omgezet(boek, map_) for boek, map_ in zip((leeg.getvalue(), vol), mappen, strict=True))
        leeg_om()  # the first time makes a profile
        paren = [(duur(leeg_om, ronden=1), duur(vol_om, ronden=1)) for _ in range(3)]
    return median(vol for _, vol in paren) - median(leeg for leeg, _ in paren)


def meet() -> list[str]:
    """Give a row for each comparison."""
    regio = lees_regio("stedendriehoek")
    groot = landelijk(regio)
    gevallen = {
        "Een scenario, 9 gemeenten en 10 jaar; lus in Python": los(regio, Scenario()),
        "Een scenario, landelijk; lus in Python": los(groot, LANDELIJK),
    }
    lus, een, ineens = samen(regio)
    gevallen[f"{getal(AANTAL)} scenario's in een aanroep; lus in Python"] = (lus, ineens)
    gevallen[f"{getal(AANTAL)} scenario's in een aanroep; losse aanroepen van de rekenkern"] = (een, ineens)
    if shutil.which("soffice"):
        snel = gevallen["Een scenario, landelijk; lus in Python"][1]
        gevallen["Een scenario, landelijk; het werkboek in LibreOffice"] = (in_libreoffice(groot, LANDELIJK), snel)
    rijen = [(wat, getal(traag, 2), getal(snel, 2), keer(traag, snel)) for wat, (traag, snel) in gevallen.items()]
    return tabel(("Wat, en waartegenover", "vloer (ms)", "rekenkern (ms)", "zo veel sneller"), rijen)

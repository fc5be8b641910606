"""A sweep of national scenario-years: one process against a Dask cluster on the same machine, and the memory it takes."""

import resource
import time
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from fairshare.export.verken import lees_rooster, verken
from fairshare.opmaak import getal
from tests.metingen.maat import keer, oordeel, tabel

TITEL = "Rooster"
METHODE = """Een miljoen scenariojaren, dus 100.000 scenario's over 10 jaar, voor alle 342 gemeenten, naar Parquet met `verken`: in een proces, en
waar de extra dask is geïnstalleerd op een cluster van deze machine, het opstarten erbij. Het geheugen
is het hoogste dat dit proces ooit had."""
MEESTE_MB = 600
"""What the process may have had at most, however large the grid."""
ROOSTER = b"""
regios = ["NL"]
[van]
reservering = {van = 20, tot = 44.9, stap = 0.1}
opgave = {van = 40000, tot = 48000, stap = 420}
mutatiegraad = {van = 5, tot = 6.9, stap = 0.1}
"""


def duur(adres: str | None) -> float:
    """Give the seconds of a whole sweep."""
    with TemporaryDirectory() as map_:
        begin = time.perf_counter()
        verken(lees_rooster(ROOSTER), Path(map_), adres, lambda klaar, alle: None)
        return time.perf_counter() - begin


def meet() -> list[str]:
    """Measure both."""
    een = duur(None)
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    gemeten = [("een proces", een), *([("Dask op deze machine", duur("lokaal"))] if find_spec("distributed") else [])]
    rijen = [(waar, getal(tijd), keer(tijd, een)) for waar, tijd in gemeten]
    return [
        *tabel(["waar", "seconden", "tegenover een proces"], rijen),
        oordeel(f"hoogstens {MEESTE_MB} MB", f"{getal(mb)} MB", mb <= MEESTE_MB),
    ]

"""What a figure on the command line costs, against a process that only imports the libraries it rests on."""

import subprocess
import sys
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from fairshare.opmaak import getal
from tests.metingen.maat import keer, oordeel, tabel

TITEL = "De opdrachtregel"
METHODE = """De processortijd (van het proces en van het systeem voor dat proces) van een scenario op de opdrachtregel, van begin tot eind. De vloer
is een proces dat alleen numpy, pydantic en duckdb importeert; wat zij pas inladen als er een model of een databank wordt gemaakt, is hun
tweede regel. De eigen bestanden zijn vertaald (.pyc), zoals na een eerste keer. Alles is om de beurt aan zet, na een keer warmlopen, en de verhouding is de mediaan van de verhoudingen per beurt."""
DOEL = 1.5
"""At most so many times the floor."""
RONDEN = 15

VLOER = ("-c", "import numpy, pydantic, duckdb")
IN_GEBRUIK = (
    "from pydantic import BaseModel; type('Leeg', (BaseModel,), {})(); duckdb.connect(':memory:').execute('SELECT 1')"
)
WAT = {
    "vloer: import numpy, pydantic, duckdb": VLOER,
    "de vloer met een leeg model en een lege databank": ("-c", f"{VLOER[1]}; {IN_GEBRUIK}"),
    "bereken": ("-m", "fairshare", "bereken", "reservering=35"),
}


def processortijd(opdracht: tuple[str, ...]) -> float:
    """Run Python once; give the seconds of the processor that it took."""
    voor = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *opdracht], check=True, stdout=subprocess.DEVNULL)
    na = getrusage(RUSAGE_CHILDREN)
    return na.ru_utime + na.ru_stime - voor.ru_utime - voor.ru_stime


def meet() -> list[str]:
    """Give a row a process, and what became of the goal."""
    rondes = [{wat: processortijd(opdracht) for wat, opdracht in WAT.items()} for _ in range(RONDEN + 1)][1:]
    vloer, *_, eigen = WAT
    verhouding = {wat: median(ronde[wat] / ronde[vloer] for ronde in rondes) for wat in WAT}
    rijen = [(wat, getal(1000 * median(ronde[wat] for ronde in rondes)), keer(verhouding[wat], 1)) for wat in WAT]
    doel = f"bereken ten hoogste {getal(DOEL, 1)} keer de vloer"
    return [
        *tabel(("Proces", "processortijd (ms)", "verhouding"), rijen),
        oordeel(doel, f"{getal(verhouding[eigen], 2)} x", verhouding[eigen] <= DOEL),
    ]

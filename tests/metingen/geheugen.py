"""How much memory a session takes, and whether a session that goes on and on keeps taking more.

The resident memory of the process of the server, as Linux tells it. The visitors speak the protocol (``protocol``). The
bare app does the same at the same time.
"""

import asyncio
import random
import re
from pathlib import Path

from fairshare.opmaak import getal, verschil
from tests.browser.conftest import draaiend
from tests.metingen.maat import KAAL, oordeel, tabel
from tests.metingen.protocol import Bezoeker

TITEL = "Geheugen"
METHODE = """Het werkgeheugen (RSS) van het proces van de server, zoals Linux het opgeeft. Eerst twintig sessies erbij, elk
met een stap; daarna 2.000 stappen achter elkaar in een sessie, op standen die steeds anders zijn. De bezoekers sturen wat een
browser stuurt. De kale app doet tegelijk hetzelfde."""
SESSIES = 20
STAPPEN, TUSSEN = 2000, 500
RUIS = 1.0
"""After the first 500 steps the explorer may take so many MB more than the bare app does, and no more."""


def rss(pid: int) -> float:
    """Give the resident memory of a process, in MB."""
    kilobytes = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    assert kilobytes
    return int(kilobytes[1]) / 1024


async def stap(bezoeker: Bezoeker, toeval: random.Random) -> None:
    """Put the slider somewhere else."""
    await bezoeker.stap("mutatiegraad", round(toeval.uniform(4, 8), 2))


async def per_sessie(adres: str, pid: int) -> float:
    """Give the memory that a session more takes, after a few that warm the server up."""
    toeval, bezoekers, voor = random.Random(1), [], 0.0
    for nummer in range(SESSIES + 3):
        voor = rss(pid) if nummer == 3 else voor
        bezoekers.append(await Bezoeker.open(adres))
        await stap(bezoekers[-1], toeval)
    na = rss(pid)
    await asyncio.gather(*(bezoeker.weg() for bezoeker in bezoekers))
    return (na - voor) / SESSIES


async def verloop(adres: str, pid: int) -> list[float]:
    """Give the memory after every 500 steps of one session."""
    toeval, bezoeker, uit = random.Random(2), await Bezoeker.open(adres), []
    for nummer in range(1, STAPPEN + 1):
        await stap(bezoeker, toeval)
        if nummer % TUSSEN == 0:
            uit.append(rss(pid))
    await bezoeker.weg()
    return uit


async def beide(vloer: tuple[str, int], eigen: tuple[str, int]) -> list[tuple[float, list[float]]]:
    """Measure the floor and the explorer at the same time."""

    async def een(adres: str, pid: int) -> tuple[float, list[float]]:
        return await per_sessie(adres, pid), await verloop(adres, pid)

    return await asyncio.gather(een(*vloer), een(*eigen))


def meet() -> list[str]:
    """Give both, and whether the memory levels off."""
    with draaiend(KAAL) as (kaal, adres_kaal), draaiend() as (app, adres_app):
        gemeten = asyncio.run(beide((adres_kaal, kaal.pid), (adres_app, app.pid)))
    punten = range(TUSSEN, STAPPEN + 1, TUSSEN)
    koppen = ("MB", "een sessie erbij", *(f"na {getal(punt)} stappen" for punt in punten))
    rijen = [
        (naam, getal(sessie, 2), *(getal(mb, 1) for mb in pad))
        for naam, (sessie, pad) in zip(("Kale app", "Verkenner"), gemeten, strict=True)
    ]
    vloer, eigen = (pad[-1] - pad[0] for _, pad in gemeten)
    doel = f"het geheugen vlakt af: na {TUSSEN} stappen komt er hoogstens {getal(RUIS)} MB meer bij dan in de kale app"
    uitkomst = f"{verschil(eigen, 1)} MB tegen {verschil(vloer, 1)} MB"
    return [*tabel(koppen, rijen), oordeel(doel, uitkomst, eigen <= vloer + RUIS)]

"""Nederland as one region: every page with its 342 gemeenten against the same page with nine, a step at a time.

A visitor without a browser (``protocol``) opens each page by a link, moves the slider and lets it go, in turn in the small and the
large region. What counts is the time from sending until the server is done, and how much comes over the line.
"""

import asyncio
import time

from fairshare.opmaak import getal
from pages import PAGINAS, pad
from tests.browser.conftest import draaiende_app
from tests.metingen.maat import keer, oordeel, tabel
from tests.metingen.protocol import Bezoeker

TITEL = "Heel Nederland als regio"
METHODE = """Elke pagina met alle 342 gemeenten als een regio, tegenover dezelfde pagina met de negen van de Stedendriehoek. Een bezoeker zonder
browser opent de pagina en zet de schuif van de reservering telkens ergens anders: van het sturen van de stand, met het loslaten erbij, tot de
server klaar is (de snelste van zeven, om de beurt: wat anderen op de machine doen telt zo niet mee), en hoeveel er dan hoogstens over de lijn komt."""
NEGEN, LAND = "v=2", "v=2&regio=NL&opgave=45000"
STANDEN = (30.5, 31, 33, 35, 36, 34, 32, 34.5)
"""Where the slider goes; the first is not counted."""
DOEL, MEESTE = 2.0, 200
"""A step takes at most so many times that of nine gemeenten, and brings at most so many kB."""


async def stappen(adres: str, pagina: str) -> tuple[float, float, float]:
    """Give the milliseconds of the quickest step with nine and with all gemeenten, and the most kB of a step of the last."""
    bezoekers = [await Bezoeker.open(adres, pagina, link) for link in (NEGEN, LAND)]
    tijden: list[list[float]] = [[], []]
    grootste = 0
    for stand in STANDEN:
        for bezoeker, lijst in zip(bezoekers, tijden, strict=True):
            begin = time.perf_counter()
            await bezoeker.stap("reservering", stand)
            lijst.append(1000 * (time.perf_counter() - begin))
        grootste = max(grootste, bezoekers[1].bytes)
    await asyncio.gather(*(bezoeker.weg() for bezoeker in bezoekers))
    klein, groot = (min(lijst[1:]) for lijst in tijden)
    return klein, groot, grootste / 1000


def meet() -> list[str]:
    """Give a row for each page, and the verdicts."""
    with draaiende_app() as adres:
        gemeten = {pagina.TITEL: asyncio.run(stappen(adres, pad(pagina))) for pagina in PAGINAS}
    rijen = [
        (titel, getal(klein), getal(groot), keer(groot, klein), getal(kb))
        for titel, (klein, groot, kb) in gemeten.items()
    ]
    traagst = max(gemeten, key=lambda titel: gemeten[titel][1] / gemeten[titel][0])
    zwaarst = max(gemeten, key=lambda titel: gemeten[titel][2])
    klein, groot, _ = gemeten[traagst]
    return [
        *tabel(("pagina", "9 gemeenten (ms)", "342 gemeenten (ms)", "verhouding", "kB per stap"), rijen),
        oordeel("geen pagina boven 2 keer die met negen", f"{traagst} {keer(groot, klein)}", groot <= DOEL * klein),
        oordeel(
            "een stap brengt hoogstens 200 kB",
            f"{zwaarst} {getal(gemeten[zwaarst][2])} kB",
            gemeten[zwaarst][2] <= MEESTE,
        ),
    ]

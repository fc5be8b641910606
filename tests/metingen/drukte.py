"""How a step feels when many are at work: 1 to 100 sessions that each move a slider every two seconds.

The visitors speak the protocol (``protocol``), because a hundred browsers would fill the machine by themselves: they do
not paint, and their time runs from sending to the end of the script. Each has a random moment to begin. The visitors are
one process, the server another, and the bare app gets the same crowd just before.
"""

import asyncio
import random
import time

from fairshare.opmaak import getal
from tests.browser.achter_nginx import achter_nginx
from tests.browser.conftest import draaiende_app
from tests.metingen.maat import KAAL, keer, oordeel, p50_p95, tabel
from tests.metingen.protocol import Bezoeker

TITEL = "Drukte"
METHODE = """Elke sessie zet om de twee seconden een schuif op een andere stand: de berichten die de browser stuurt als de
schuif van de mutatiegraad op Overzicht wordt verschoven en losgelaten. Gemeten wordt van het sturen van de stand tot het bericht
dat alles wat de schuif volgt is getekend; het loslaten, waarna de rest van het scherm volgt, telt alleen mee als drukte. Er is geen
browser bij. Duurt een stap langer dan twee seconden, dan volgt de volgende meteen: minder
stappen dan tien per sessie betekent dat de server vol is. Elke sessie begint op een willekeurig moment. De vloer is de kale app met
evenveel sessies, vlak ervoor; die rust na elk versturen vijf milliseconden, zoals Streamlit uit zichzelf doet, en de Verkenner
niet (`pages/onderdelen/raamwerk.py`). De laatste regel is de opstelling van compose.yaml: twee processen achter nginx, ook voor de kale app."""
AANTALLEN = (1, 10, 50, 100)
TEMPO, DUUR = 2.0, 20.0
"""Seconds between two steps of a session, and of the whole."""
DOEL = 2.0
"""At 100 sessions p95 is at most so many times that of the floor."""


async def gebruik(bezoeker: Bezoeker, toeval: random.Random) -> list[float]:
    """Move a slider every two seconds, later when the step before takes longer; give the milliseconds of each."""
    tijden, eind = [], time.perf_counter() + DUUR
    volgende = time.perf_counter() + toeval.uniform(0, TEMPO)
    while volgende < eind:
        await asyncio.sleep(volgende - time.perf_counter())
        tijden.append(1000 * await bezoeker.stap("mutatiegraad", round(toeval.uniform(4, 8), 2)))
        volgende = max(volgende + TEMPO, time.perf_counter())
    return tijden


async def druk(adres: str, aantal: int) -> list[float]:
    """Let this many sessions come in, use the app, and leave."""
    toeval = random.Random(aantal)
    bezoekers = [await Bezoeker.open(adres) for _ in range(aantal)]
    tijden = await asyncio.gather(*(gebruik(bezoeker, toeval) for bezoeker in bezoekers))
    await asyncio.gather(*(bezoeker.weg() for bezoeker in bezoekers))
    return [ms for van_een in tijden for ms in van_een]


def rij(naam: str, aantal: int, kaal: str, app: str) -> tuple[list[str], float]:
    """Measure the bare app and the Verkenner; give the row of the table, and the ratio of their p95."""
    vloer, eigen = (asyncio.run(druk(adres, aantal)) for adres in (kaal, app))
    (v50, v95), (e50, e95) = p50_p95(vloer), p50_p95(eigen)
    tijden = (getal(ms) for ms in (v50, v95, e50, e95))
    return [naam, str(len(eigen)), *tijden, keer(e50, v50), keer(e95, v95)], e95 / v95


def meet() -> list[str]:
    """Give a row for each number of sessions and for how compose.yaml serves the most, and what became of the goal."""
    with draaiende_app(KAAL) as kaal, draaiende_app() as app:
        rijen = [rij(str(aantal), aantal, kaal, app) for aantal in AANTALLEN]
    with achter_nginx(KAAL) as kaal_twee, achter_nginx() as twee:
        rijen.append(rij(f"{AANTALLEN[-1]}, twee processen", AANTALLEN[-1], kaal_twee.adres, twee.adres))
    koppen = ("Sessies", "stappen", "vloer p50 (ms)", "vloer p95", "Verkenner p50 (ms)", "Verkenner p95", "p50", "p95")
    doel = f"bij {AANTALLEN[-1]} sessies een p95 van ten hoogste {getal(DOEL)} keer de vloer"
    een, samen = (verhouding for _, verhouding in rijen[-2:])
    gemeten = f"{keer(een, 1)} met een proces, {keer(samen, 1)} met twee"
    return [*tabel(koppen, [rij for rij, _ in rijen]), oordeel(doel, gemeten, max(een, samen) <= DOEL)]

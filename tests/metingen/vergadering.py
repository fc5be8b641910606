"""Twenty people in a meeting for half an hour: ``make vergadering``.

Each has a session of its own, moves a slider every few seconds, changes pages, and every answer is held against the engine.
Ends with status 1 at the first wrong figure, and says at the end how many steps there were and how long they took. The
visitors speak the protocol: the server is what is tested, a browser would only paint.
"""

import random
import sys
import time
from concurrent.futures import ThreadPoolExecutor

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import bereken
from fairshare.opmaak import getal
from tests.browser.conftest import draaiende_app
from tests.browser.gast import Gast
from tests.metingen.maat import p50_p95

MENSEN, MINUTEN, RUST = 20, 30.0, 4.0
"""How many, how long, and the rest between two steps of one person [s]."""

PADEN = ("Direct", "Lineair", "S-curve", "Versneld", "Vertraagd")


def verwacht(vraag: str) -> str:
    """Give what stands on the first card for this link."""
    scenario = link.lees(vraag, lees_regios()).scenario
    return getal(float(bereken(lees_regios()[scenario.regio], scenario).regio.gemiste_plaatsingen[0]))


def vergader(adres: str, nummer: int, eind: float) -> list[float]:
    """Be one person until the end; give the milliseconds of each step."""
    toeval, tijden = random.Random(nummer), []
    namen = dict(zip(PADEN, ("direct", "lineair", "s-curve", "versneld", "vertraagd"), strict=True))
    begin = f"v=1&reservering={25 + nummer / 2:g}"
    with Gast(adres, "", begin) as gast:
        while time.monotonic() < eind:
            time.sleep(toeval.uniform(0.5, 2 * RUST - 0.5))
            pad = toeval.choice(PADEN)
            van = time.perf_counter()
            gezien = gast.kies("p_pad", pad).cijfer("Gemiste plaatsingen")
            tijden.append(1000 * (time.perf_counter() - van))
            moet = verwacht(f"{begin}&pad={namen[pad]}")
            assert gezien == moet, f"person {nummer} saw {gezien} instead of {moet} at {pad}"
    return tijden


def main(minuten: float = MINUTEN) -> None:
    """Hold the meeting."""
    with draaiende_app() as adres, ThreadPoolExecutor(MENSEN) as samen:
        eind = time.monotonic() + 60 * minuten
        werk = [samen.submit(vergader, adres, nummer, eind) for nummer in range(MENSEN)]
        tijden = [tijd for een in werk for tijd in een.result()]
    p50, p95 = p50_p95(tijden)
    print(
        f"{MENSEN} mensen, {getal(minuten)} minuten, {getal(len(tijden))} stappen, geen verkeerd cijfer en geen fout; "
        f"p50 {getal(p50)} ms, p95 {getal(p95)} ms."
    )


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))

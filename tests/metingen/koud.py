"""How long a cold start takes, against an app with one figure and nothing else.

From the start of the process to the first healthy answer, and to the first figure on the screen of a browser that stands
ready with nothing in its cache. The files are in the memory of the machine, as after a restart of the process.
"""

import time
from statistics import median

from playwright.sync_api import Browser

from fairshare.opmaak import getal
from tests.browser.conftest import draaiend, echte_browser
from tests.metingen.maat import keer, tabel

TITEL = "Koude start"
METHODE = """Van het starten van het proces tot het eerste antwoord dat de server gezond is, en tot het eerste cijfer op het
scherm van een browser die klaarstaat en niets heeft onthouden. De bestanden zijn vertaald (.pyc), zoals na een
eerste start. De vloer is een app met een cijfer en verder niets; beide zijn drie keer om de beurt aan zet, en de mediaan telt."""
LEEG = "tests/metingen/leeg.py"
RONDEN = 3


def koud(browser: Browser, bestand: str) -> tuple[float, float]:
    """Give the seconds until healthy and until the first figure is on the screen."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    begin = time.perf_counter()
    with draaiend(bestand, tussen=0.01) as (_, adres):
        gezond = time.perf_counter() - begin
        page.goto(adres, wait_until="commit")
        page.locator(".kaart .cijfer, [data-testid=stMetricValue]").first.wait_for(timeout=60_000)
        context.close()
        return gezond, time.perf_counter() - begin


def meet() -> list[str]:
    """Give both moments, of the floor and of the explorer."""
    with echte_browser() as browser:
        paren = [(koud(browser, LEEG), koud(browser, "app.py")) for _ in range(RONDEN)]
    rijen = []
    for nummer, wat in enumerate(("gezond", "eerste cijfer")):
        vloer, eigen = (median(paar[wie][nummer] for paar in paren) for wie in (0, 1))
        rijen.append((wat, getal(vloer, 1), getal(eigen, 1), keer(eigen, vloer)))
    return tabel(("Tot", "lege app (s)", "Verkenner (s)", "verhouding"), rijen)

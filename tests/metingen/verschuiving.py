"""How much drops or jumps while a page loads, on every page, at three sizes, on a cold and on a warm server.

The sum of every layout shift that the browser sees without anyone having touched anything: never less than the CLS of
the web, which takes the worst five seconds.
"""

from playwright.sync_api import Browser, BrowserContext

from fairshare.opmaak import getal
from pages import PAGINAS, pad
from tests.browser.beelden import MATEN
from tests.browser.conftest import Bezoek, draaiend, echte_browser
from tests.metingen.maat import KAAL, oordeel, tabel

TITEL = "Wat verspringt bij het laden"
METHODE = """De som van alle verschuivingen (layout-shift) die een echte Chromium tijdens het laden ziet, tot een seconde nadat alles er staat;
dat is nooit minder dan de CLS van het web, die de ergste vijf seconden neemt. Koud is een server die voor deze pagina is gestart, met
browsers die niets hebben onthouden en tegelijk binnenkomen; warm is daarna nog eens laden. Ter vergelijking de kale app."""
DOEL = 0.1
"""At most so much, everywhere."""
SCHERMEN = ("laptop", "beamer", "telefoon")

KIJK = """() => {
  window.verschoven = 0;
  new PerformanceObserver((lijst) => lijst.getEntries().forEach((een) => (verschoven += een.hadRecentInput ? 0 : een.value)))
    .observe({ type: 'layout-shift', buffered: true });
}"""


def lees(bezoek: Bezoek) -> float:
    """Give what has shifted a second after all is there."""
    bezoek.rust()
    bezoek.page.wait_for_timeout(1000)
    return float(bezoek.page.evaluate("verschoven"))


def geladen(browser: Browser, bestand: str, weg: str = "") -> list[float]:
    """Give what shifts on each screen, cold and then warm."""
    vensters: list[BrowserContext] = [browser.new_context(locale="nl-NL", viewport=MATEN[maat]) for maat in SCHERMEN]
    bezoeken = [Bezoek(venster) for venster in vensters]
    uit: list[list[float]] = []
    with draaiend(bestand, tussen=0.01) as (_, adres):
        for bezoek in bezoeken:
            bezoek.page.add_init_script(f"({KIJK})()")
        for _ in ("koud", "warm"):
            for bezoek in bezoeken:
                bezoek.page.goto(f"{adres}/{weg}", wait_until="commit")
            uit.append([lees(bezoek) for bezoek in bezoeken])
        for venster in vensters:
            venster.close()
    return [waarde for paar in zip(*uit, strict=True) for waarde in paar]


def meet() -> list[str]:
    """Give a row a page, and what became of the goal."""
    with echte_browser() as browser:
        kaal = geladen(browser, KAAL)
        gemeten = {pagina.TITEL: geladen(browser, "app.py", pad(pagina)) for pagina in PAGINAS}
    rijen = [(naam, *(getal(waarde, 3) for waarde in reeks)) for naam, reeks in {"Kale app": kaal, **gemeten}.items()]
    ergste = max(gemeten, key=lambda naam: max(gemeten[naam]))
    koppen = ("Pagina", *(f"{maat} {hoe}" for maat in SCHERMEN for hoe in ("koud", "warm")))
    doel = f"nergens meer dan {getal(DOEL, 1)}"
    uitkomst = f"{getal(max(gemeten[ergste]), 3)} op {ergste}"
    return [*tabel(koppen, rijen), oordeel(doel, uitkomst, max(gemeten[ergste]) <= DOEL)]

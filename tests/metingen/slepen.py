"""How live a drag is: frames, and updates of the number and of the chart a second, on a few pages, in a real Chromium.

A mouse moves the mutatiegraad to and fro for four seconds; each frame of the browser asks whether the first number and
the first chart are others than a frame ago. Driving the mouse takes part of the machine, so that a user's own screen is
at least this quick.
"""

import math
import time

from playwright.sync_api import Browser

from fairshare.opmaak import getal
from pages import PAGINAS, groeipad, overzicht, pad, solidariteit
from tests.browser.conftest import Bezoek, draaiende_app, echte_browser
from tests.metingen.maat import KAAL, keer, oordeel, tabel

TITEL = "Slepen"
METHODE = """Een muis schuift de mutatiegraad vier seconden heen en weer in een echte Chromium; elk beeld kijkt of het
eerste cijfer en de eerste grafiek anders zijn dan een beeld eerder. Server, browser en de besturing van de muis delen de
machine. De verhouding zegt hoeveel keer zo lang een stap duurt als in de kale app."""
BEELDEN, CIJFERS = 55, 10
"""At least so many frames and numbers a second, on Overzicht."""
GESLEEPT = (overzicht, groeipad, solidariteit)
DUUR = 4.0

TEL = """() => {
  const m = window.meting = { beelden: 0, cijfer: 0, grafiek: 0, begin: performance.now() };
  let cijfer = null, grafiek = null;
  const kijk = () => {
    m.beelden++;
    const c = document.querySelector('.kaart .cijfer, [data-testid=stMetricValue]')?.textContent;
    const g = document.querySelector(':is([data-testid=stVegaLiteChart], .tekening) svg')?.innerHTML.replace(/clip\\d+/g, '');
    if (c !== cijfer) { cijfer = c; m.cijfer++; }
    if (g !== grafiek) { grafiek = g; m.grafiek++; }
    requestAnimationFrame(kijk);
  };
  requestAnimationFrame(kijk);
}"""

UITKOMST = """() => { const m = window.meting, s = (performance.now() - m.begin) / 1000;
  return [m.beelden / s, m.cijfer / s, m.grafiek / s]; }"""


def sleep(browser: Browser, adres: str) -> list[float]:
    """Give frames, numbers and charts a second while dragging."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    page = Bezoek(context).open(adres).page
    schuif = page.locator(".st-key-s_mutatiegraad input[type=range]")
    schuif.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)  # the page may still move
    vak = schuif.bounding_box()
    midden = vak["y"] + vak["height"] / 2
    page.mouse.move(vak["x"] + 0.42 * vak["width"], midden)
    page.mouse.down()
    page.evaluate(TEL)
    begin = time.perf_counter()
    while (verstreken := time.perf_counter() - begin) < DUUR:
        plek = 0.35 + 0.33 * math.sin(1.7 * verstreken)
        page.mouse.move(vak["x"] + plek * vak["width"], midden)
        time.sleep(0.012)
    uitkomst = page.evaluate(UITKOMST)
    page.mouse.up()
    context.close()
    return list(uitkomst)


def meet() -> list[str]:
    """Give every page against the floor, in the same run."""
    with echte_browser() as browser, draaiende_app(KAAL) as kaal, draaiende_app() as app:
        gemeten = {"Kale app": sleep(browser, kaal)}
        for pagina in GESLEEPT:
            gemeten[pagina.TITEL] = sleep(browser, f"{app}/{pad(pagina)}?v=1")
    vloer = gemeten["Kale app"][1]
    rijen = [(naam, *(getal(n, 1) for n in snel), keer(vloer, snel[1])) for naam, snel in gemeten.items()]
    beelden, cijfers, _ = gemeten[PAGINAS[0].TITEL]
    return [
        *tabel(("Per seconde", "beelden", "cijfers", "grafieken", "een stap"), rijen),
        oordeel(
            f"{BEELDEN} beelden en {CIJFERS} cijfers per seconde op {PAGINAS[0].TITEL}",
            f"{getal(beelden, 1)} en {getal(cijfers, 1)}",
            beelden >= BEELDEN and cijfers >= CIJFERS,
        ),
    ]

"""How live a drag is: frames, and updates of the numbers and of the charts a second, on every page with a live chart, in a real Chromium.

A mouse moves the mutatiegraad to and fro for four seconds; each frame of the browser asks whether a number or a chart has
changed since the frame before. Driving the mouse takes part of the machine, so that a user's own screen is at least this quick.
"""

import math
import time
from types import ModuleType

from playwright.sync_api import Browser

from fairshare.opmaak import getal
from pages import PAGINAS, pad
from pages.levend.blad import BLAD, Wanneer
from tests.browser.conftest import Bezoek, draaiende_app, echte_browser
from tests.lus import in_een_lus
from tests.metingen.maat import KAAL, keer, oordeel, tabel
from tests.metingen.protocol import Bezoeker

TITEL = "Slepen"
METHODE = """Een muis schuift de mutatiegraad (in Presenteren de reservering) vier seconden heen en weer in een echte Chromium, op elke
pagina met een grafiek die meebeweegt; elk beeld kijkt of er sinds het vorige beeld een cijfer (op een kaart of in de zijbalk) en een grafiek is
veranderd. De muis passeert gemiddeld vijftien standen per seconde van de schuif met de minste standen, de reservering; ging zij langzamer, dan
waren er geen twaalf cijfers per seconde om te tonen. Server, browser en de besturing van de muis delen de machine. De verhouding zegt hoeveel keer zo lang een stap duurt als in de kale app."""
BEELDEN, CIJFERS = 55, 12
"""At least so many frames and numbers a second, on each of these pages."""
DUUR, TEMPO = 4.0, 3.0
"""How long the mouse moves [s], and how fast [rad/s]: 0.33 of the width to each side is fifteen of the 24 steps of the reservering a second."""

TEL = """() => {
  const m = window.meting = { beelden: 0, cijfer: 0, grafiek: 0, begin: performance.now() };
  let nieuw = new Set();
  const kijk = () => {
    m.beelden++;
    nieuw.forEach(wat => m[wat]++);
    nieuw.clear();
    requestAnimationFrame(kijk);
  };
  new MutationObserver(lijst => lijst.forEach(({ target }) => {
    const waar = target.closest ? target : target.parentElement;
    if (waar?.closest('.kaart, .kerncijfer, [data-testid=stMetric]')) nieuw.add('cijfer');
    if (waar?.closest(':is([data-testid=stVegaLiteChart], .tekening) svg')) nieuw.add('grafiek');
  })).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  requestAnimationFrame(kijk);
}"""

UITKOMST = """() => { const m = window.meting, s = (performance.now() - m.begin) / 1000;
  return [m.beelden / s, m.cijfer / s, m.grafiek / s]; }"""


def sleep(browser: Browser, adres: str) -> list[float]:
    """Give frames, numbers and charts a second while dragging."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    page = Bezoek(context).open(adres).page
    schuif = page.locator(".st-key-s_mutatiegraad input[type=range]")
    if not schuif.is_visible():  # Presenteren has the slider of its step alone
        schuif = page.locator(".st-key-s_reservering input[type=range]").first
    schuif.scroll_into_view_if_needed()
    page.wait_for_timeout(1000)  # the page may still move
    vak = schuif.bounding_box()
    midden = vak["y"] + vak["height"] / 2
    page.mouse.move(vak["x"] + 0.42 * vak["width"], midden)
    page.mouse.down()
    page.evaluate(TEL)
    begin = time.perf_counter()
    while (verstreken := time.perf_counter() - begin) < DUUR:
        plek = 0.35 + 0.33 * math.sin(TEMPO * verstreken)
        page.mouse.move(vak["x"] + plek * vak["width"], midden)
        time.sleep(0.012)
    uitkomst = page.evaluate(UITKOMST)
    page.mouse.up()
    context.close()
    return list(uitkomst)


def levend(adres: str) -> list[ModuleType]:
    """Give the pages with a chart that moves with the thumb."""

    async def tekent(pagina: ModuleType) -> bool:
        bezoeker = await Bezoeker.open(adres, pad(pagina))
        await bezoeker.weg()
        return bool(bezoeker.merken[BLAD + Wanneer.SLEPEND])

    return [pagina for pagina in PAGINAS if in_een_lus(tekent(pagina))]


def meet() -> list[str]:
    """Give every page against the floor, in the same run."""
    with echte_browser() as browser, draaiende_app(KAAL) as kaal, draaiende_app() as app:
        kale_app = sleep(browser, kaal)
        gemeten = {pagina.TITEL: sleep(browser, f"{app}/{pad(pagina)}?v=1&stap=5") for pagina in levend(app)}
    alle = {"Kale app": kale_app} | gemeten
    rijen = [(naam, *(getal(n, 1) for n in snel), keer(kale_app[1], snel[1])) for naam, snel in alle.items()]
    beelden, cijfers = (min(snel[wat] for snel in gemeten.values()) for wat in (0, 1))
    return [
        *tabel(("Per seconde", "beelden", "cijfers", "grafieken", "een stap"), rijen),
        oordeel(
            f"{BEELDEN} beelden en {CIJFERS} cijfers per seconde op elk van deze paginas",
            f"minstens {getal(beelden, 1)} en {getal(cijfers, 1)}",
            beelden >= BEELDEN and cijfers >= CIJFERS,
        ),
    ]

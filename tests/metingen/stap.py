"""One step of a slider to what is painted, on every page, in a real Chromium, against the bare app.

The clock is the browser's: from the time stamp of the key to the frame that paints the last change of a card, of the
figure in the sidebar or of a chart. Every mutation of the page asks for a look in the next frame, which compares what
stands there with what stood there before. The bare app and the page take turns in one browser, some keys at a time as a
hand presses them: after each single key the other one would find the processor's memory full of the first.
"""

from playwright.sync_api import Browser

from fairshare.opmaak import getal
from pages import PAGINAS, pad
from tests.browser.conftest import Bezoek, draaiende_app, echte_browser
from tests.metingen.maat import KAAL, keer, oordeel, p50_p95, tabel

TITEL = "Een stap van een schuif"
METHODE = """Een pijltjestoets op een schuif in een echte Chromium, op elke pagina: van het tijdstempel van de toets tot het
beeld waarin een kaart, het kerncijfer in de zijbalk of een grafiek voor het laatst verandert. Wat pas volgt als de schuif rust, telt
hier niet mee: tabellen, knoppen, grafieken buiten beeld, en wat veel rekent, zoals de grafieken van Onzekerheid, Nederland en De weg
ernaartoe. De klok is die van de browser; wat het kijken zelf kost, telt niet mee.
De vloer is een kale app met dezelfde schuif, een cijfer en een grafiek; vloer en pagina zijn acht toetsen om acht aan de beurt, in
vensters die samen opengingen, en de verhouding is die van hun medianen. De volgende toets wacht tot de app rust heeft."""
DOEL_OVERZICHT, DOEL = 1.2, 1.5
"""At most so many times the floor, at p50."""
BEURT, BEURTEN = 8, 3
"""So many keys in a turn, and so many turns after one to warm up."""

KIJK = """() => {
  const wat = '.kaart, .kerncijfer, [data-testid=stMetric], :is([data-testid=stVegaLiteChart], .tekening) svg';
  const staat = () => [...document.querySelectorAll(wat)].map(
    e => e instanceof SVGElement ? e.innerHTML.replace(/clip\\d+/g, '') : e.textContent).join('|');
  const m = window.stap = { begin: 0, eind: 0, rust: false };
  let stand = staat(), gevraagd = false;
  const kijk = () => {
    gevraagd = false;
    const nu = performance.now(), nieuw = staat(); // looking takes time too
    if (nieuw !== stand) { stand = nieuw; if (!m.rust) m.eind = nu; }
  };
  new MutationObserver(() => { if (!gevraagd) { gevraagd = true; requestAnimationFrame(kijk); } })
    .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  document.addEventListener('keydown', e => { m.begin = e.timeStamp; m.eind = 0; m.rust = false; }, true);
  document.addEventListener('stand', e => { if (e.detail.stil) requestAnimationFrame(() => setTimeout(() => { m.rust = true; })); });
}"""

RUST = """() => new Promise((klaar, mis) => {
  const m = window.stap, app = document.querySelector('[data-testid=stApp]'), geduld = performance.now() + 30000;
  let stil = 0;
  const kijk = () => {
    stil = m.eind && app.dataset.testScriptState === 'notRunning' ? stil + 1 : 0;
    if (stil > 3) { clearInterval(klok); klaar(m.eind - m.begin); }
    if (performance.now() > geduld) { clearInterval(klok); mis('Er veranderde niets.'); }
  };
  const klok = setInterval(kijk, 40);
})"""
"""Wait until the app has been at rest for 160 ms; give how long the last change took."""


class Scherm:
    """A page with its slider in focus, ready for a key."""

    kijk, rust = KIJK, RUST

    def __init__(self, browser: Browser, adres: str, schuif: str) -> None:
        self.context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
        self.page = Bezoek(self.context).open(adres).page
        self.page.locator(f".st-key-s_{schuif} input[type=range]").first.focus()
        self.page.evaluate(self.kijk)

    def toets(self, nummer: int) -> float:
        """Press a key, four to the right and four back; give the milliseconds to the last change that was painted."""
        self.page.keyboard.press("ArrowRight" if nummer % 8 < 4 else "ArrowLeft")
        return float(self.page.evaluate(self.rust))


def om_de_beurt(vloer: Scherm, scherm: Scherm) -> tuple[list[float], list[float]]:
    """Let the floor and a page take turns."""
    beurten = [[[een.toets(nummer) for nummer in range(BEURT)] for een in (vloer, scherm)] for _ in range(1 + BEURTEN)]
    return [ms for beurt in beurten[1:] for ms in beurt[0]], [ms for beurt in beurten[1:] for ms in beurt[1]]


def tijden() -> dict[str, tuple[list[float], list[float]]]:
    """Give for every page the times of the floor and its own."""
    uit = {}
    with echte_browser() as browser, draaiende_app(KAAL) as kaal, draaiende_app() as app:
        for pagina in PAGINAS:
            vloer = Scherm(browser, kaal, "mutatiegraad")
            scherm = Scherm(browser, f"{app}/{pad(pagina)}?v=2&stap=5", "reservering")
            uit[pagina.TITEL] = om_de_beurt(vloer, scherm)
            for een in (vloer, scherm):
                een.context.close()
    return uit


def meet() -> list[str]:
    """Give a row a page, and what became of the goals."""
    gemeten = {naam: (p50_p95(vloer), p50_p95(eigen)) for naam, (vloer, eigen) in tijden().items()}
    verhouding = {naam: eigen[0] / vloer[0] for naam, (vloer, eigen) in gemeten.items()}
    rijen = [
        (naam, *(getal(ms) for ms in (*vloer, *eigen)), keer(eigen[0], vloer[0]), keer(eigen[1], vloer[1]))
        for naam, (vloer, eigen) in gemeten.items()
    ]
    traagst = max(verhouding, key=verhouding.get)
    eerste = next(iter(verhouding))
    koppen = ("Pagina", "vloer p50 (ms)", "vloer p95", "pagina p50 (ms)", "pagina p95", "p50", "p95")
    return [
        *tabel(koppen, rijen),
        oordeel(
            f"{eerste} ten hoogste {getal(DOEL_OVERZICHT, 1)} keer de vloer (p50)",
            keer(verhouding[eerste], 1),
            verhouding[eerste] <= DOEL_OVERZICHT,
        ),
        oordeel(
            f"geen pagina boven {getal(DOEL, 1)} keer de vloer (p50)",
            f"{traagst} {keer(verhouding[traagst], 1)}",
            verhouding[traagst] <= DOEL,
        ),
    ]

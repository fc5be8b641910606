"""How live a drag is: frames, and updates of the number and of the chart a second, on a few pages, in a real Chromium.

Run with ``make metingen``. A mouse moves the mutatiegraad to and fro for four seconds; each frame of the browser asks
whether the first number and the first chart are others than a frame ago. The machine is shared, and driving the mouse
takes part of it, so that a user's own screen is at least this quick.
"""

import math
import time

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import VLAGGEN, Bezoek, draaiende_app, which

PAGINAS = ("", "groeipad", "solidariteit", "onzekerheid")
DUUR = 4.0

TEL = """() => {
  const m = window.meting = { beelden: 0, cijfer: 0, grafiek: 0, begin: performance.now() };
  let cijfer = null, grafiek = null;
  const kijk = () => {
    m.beelden++;
    const c = document.querySelector('[data-testid=stMetricValue]')?.textContent;
    const g = document.querySelector('[data-testid=stVegaLiteChart] svg')?.textContent;
    if (c !== cijfer) { cijfer = c; m.cijfer++; }
    if (g !== grafiek) { grafiek = g; m.grafiek++; }
    requestAnimationFrame(kijk);
  };
  requestAnimationFrame(kijk);
}"""

UITKOMST = """() => { const m = window.meting, s = (performance.now() - m.begin) / 1000;
  return [m.beelden / s, m.cijfer / s, m.grafiek / s]; }"""


def sleep(browser: Browser, adres: str) -> list[float]:
    """Frames, numbers and charts a second while dragging."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
    bezoek = Bezoek(context).open(adres)
    bezoek.page.wait_for_timeout(800)
    schuif = bezoek.page.locator(".st-key-s_mutatiegraad input")
    schuif.scroll_into_view_if_needed()
    vak = schuif.bounding_box()
    midden = vak["y"] + vak["height"] / 2
    bezoek.page.mouse.move(vak["x"] + 0.42 * vak["width"], midden)
    bezoek.page.mouse.down()
    bezoek.page.evaluate(TEL)
    begin = time.perf_counter()
    while (verstreken := time.perf_counter() - begin) < DUUR:
        plek = 0.35 + 0.33 * math.sin(1.7 * verstreken)
        bezoek.page.mouse.move(vak["x"] + plek * vak["width"], midden)
        time.sleep(0.012)
    uitkomst = bezoek.page.evaluate(UITKOMST)
    bezoek.page.mouse.up()
    context.close()
    return list(uitkomst)


def meet() -> list[str]:
    """Every page against the floor: a bare app with the same slider, in the same run."""
    with sync_playwright() as toneel:
        browser = toneel.chromium.launch(executable_path=which("chromium"), args=VLAGGEN)
        with draaiende_app("tests/metingen/kaal.py") as adres:
            _, vloer, _ = sleep(browser, adres)
        regels = [f"Een kale app met dezelfde schuif: {vloer:.1f} cijfers per seconde"]
        with draaiende_app() as adres:
            for pagina in PAGINAS:
                beelden, cijfers, grafieken = sleep(browser, f"{adres}/{pagina}?v=1")
                regels.append(
                    f"Slepen op {pagina or 'overzicht'}: {beelden:.0f} beelden, {cijfers:.1f} cijfers en {grafieken:.1f} grafieken "
                    f"per seconde; een stap duurt {vloer / cijfers:.1f} keer zo lang als in de kale app"
                )
        browser.close()
    return regels


if __name__ == "__main__":
    print("\n".join(meet()))

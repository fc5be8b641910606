"""A real server and a real Chromium."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import which

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

WORTEL = Path(__file__).parents[2]

VLAGGEN = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]

expect.set_options(timeout=15_000)

GEDULD = 60_000
"""Milliseconds that a cold server may take for its first visitor while other work goes on; waiting proves no less."""

STIL = """() => new Promise((klaar, mislukt) => {
  const begin = performance.now();
  let sinds = begin;
  const kijker = new MutationObserver(() => { sinds = performance.now(); });
  kijker.observe(document, { subtree: true, childList: true, characterData: true });
  const klok = setInterval(() => {
    const nu = performance.now();
    const app = document.querySelector("[data-testid=stApp]");
    const bezig = app?.dataset.testScriptState !== "notRunning"
      || document.querySelector("[data-stale=true], [data-testid=stSkeleton], [data-testid=stAppSkeleton]")
      || !document.querySelector("[data-testid=stMain] [data-testid=stElementContainer]")
      || document.querySelector(".plek:not([data-klaar])")
      || document.querySelector(".tekening:not(:has(svg))")
      || [...document.querySelectorAll(":is(.st-key-navigatie, [class*=st-key-s_]) [data-testid=stBidiComponentIsolated]")]
        .some(deel => !deel.shadowRoot?.querySelector("a, .label span:not(:empty)"));
    if (bezig) sinds = nu;
    if (nu - sinds < 100 && nu - begin < 60000) return;
    clearInterval(klok);
    kijker.disconnect();
    if (nu - sinds < 100) mislukt(new Error("the page was still being drawn after a minute"));
    else klaar();
  }, 20);
})"""
"""Resolves once every element is drawn and nothing has changed for a tenth of a second.

The script is done before its elements are: a browser that sees a kind for the first time fetches the code for it, and
shows a grey bar in its place meanwhile. So the first card that is there need not be the first card of the page. What our
own components draw comes later still, and no observer of the document sees it.
"""


def vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


def start(
    opdracht: Sequence[str | Path], map_: Path = WORTEL, omgeving: dict[str, str] | None = None
) -> subprocess.Popen:
    """Start a server and leave it running; what it says goes nowhere."""
    stil = subprocess.DEVNULL
    return subprocess.Popen(list(map(str, opdracht)), cwd=map_, env=omgeving, stdin=stil, stdout=stil, stderr=stil)


def stop(*processen: subprocess.Popen) -> None:
    """End them as a crash does."""
    for proces in processen:
        proces.kill()
        proces.wait()


def verkenner(poort: int, bestand: str = "app.py") -> list[str]:
    """The command of the README, on a port."""
    return [sys.executable, "-m", "streamlit", "run", bestand, "--server.port", str(poort)]


def wacht_op(poort: int, proces: subprocess.Popen, tussen: float = 0.25) -> str:
    """Give the address of a server once it says that it is healthy; not when it ended or takes two minutes."""
    adres = f"http://localhost:{poort}"
    for _ in range(int(120 / tussen)):
        assert proces.poll() is None, f"the server ended with status {proces.poll()}"
        try:
            urllib.request.urlopen(f"{adres}/_stcore/health", timeout=2)
        except OSError:
            time.sleep(tussen)
        else:
            return adres
    raise AssertionError(f"{adres} is not healthy after two minutes")


@contextmanager
def draaiend(bestand: str = "app.py", tussen: float = 0.25, **omgeving: str) -> Iterator[tuple[subprocess.Popen, str]]:
    """Start the app as the README does, on a free port; give its process and its address once it is healthy."""
    poort = vrije_poort()
    extra = omgeving if bestand == "app.py" else {"PYTHONPATH": str(WORTEL), **omgeving}
    proces = start(verkenner(poort, bestand), omgeving=os.environ | extra)
    try:
        yield proces, wacht_op(poort, proces, tussen)
    finally:
        proces.terminate()
        proces.wait(timeout=20)


@contextmanager
def draaiende_app(bestand: str = "app.py", **omgeving: str) -> Iterator[str]:
    """Start the app, and give its address."""
    with draaiend(bestand, **omgeving) as (_, adres):
        yield adres


@pytest.fixture(scope="session")
def app() -> Iterator[str]:
    """One server for the tests that need no cold one."""
    with draaiende_app() as adres:
        yield adres


@contextmanager
def echte_browser() -> Iterator[Browser]:
    """Start a real Chromium, and stop it."""
    with sync_playwright() as toneel:
        pad = which("chromium") or which("google-chrome")
        browser = toneel.chromium.launch(executable_path=pad, args=VLAGGEN)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with echte_browser() as browser:
        yield browser


class Bezoek:
    """One visitor: a page of its own, and what it asked for and complained of."""

    def __init__(self, context: BrowserContext) -> None:
        self.page: Page = context.new_page()
        self.buiten: list[str] = []
        self.klachten: list[str] = []
        self.page.on("request", self._verzoek)
        self.page.on("console", self._bericht)
        self.page.on("pageerror", lambda fout: self.klachten.append(str(fout)))

    def _verzoek(self, verzoek) -> None:
        if not verzoek.url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:")):
            self.buiten.append(verzoek.url)

    def _bericht(self, bericht) -> None:
        # On a deep link Streamlit first looks for its server below the path of the page, and finds 404 there.
        peiling = "/_stcore/" in (bericht.location or {}).get("url", "")
        if bericht.type == "error" and not peiling:
            self.klachten.append(bericht.text)

    def open(self, adres: str) -> "Bezoek":
        self.page.goto(adres)
        self.rust()
        return self

    def rust(self) -> None:
        """Wait until the app has nothing left to do and everything is drawn."""
        app = self.page.locator("[data-testid=stApp]")
        expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=GEDULD)
        expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=GEDULD)
        expect(self.page.locator("[data-stale=true]")).to_have_count(0)
        self.page.evaluate(STIL)

    @property
    def reservering(self):
        return self.page.locator(".st-key-s_reservering input[type=range]").first

    def kaart(self, nummer: int = 0):
        """The card at this place, top first; only after :meth:`rust` are the cards before it sure to be there."""
        return self.page.locator(".kaart .cijfer").nth(nummer)


@pytest.fixture
def bezoek(chromium: Browser) -> Iterator[Bezoek]:
    """A visitor with an English browser on a laptop; the screen is Dutch all the same."""
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, locale="en-US")
    yield Bezoek(context)
    context.close()

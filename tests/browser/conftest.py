"""A real server and a real Chromium, and how a test gets its window.

The first drawing in a new window is half of what a browser test costs: Chromium starts a process that reads, compiles and
warms up four megabytes of scripts. So a test gets a window that stays open and was emptied after the test before it:

- ``bezoek``: a visitor with an English browser on a laptop; ``venster(...)`` for a second one, or one of another kind.
  ``open`` loads a link there from the server, in a session of its own. The scripts are warm, and nothing else is left:
  no cookie, no storage, no page, no listener, and size, colours and motion are as asked. What a failed test used is closed.
- ``vers(...)``: a window that nobody has used, with an empty cache. A test asks for it when it is about that: a cold
  server, a first visit, a login. It takes twice the work.
- ``wandelaar``: a visitor who has been elsewhere, in the same session and the same loaded page. A test asks for it when it
  follows a link there (``volg``) and is not about opening, or holds what it sees against a page that was opened.

No other machine is found, and that none is asked for is held against every visitor of every test.

A test that looks at many pages opens the first one and goes on with ``naar`` (a click on the link of a page) or ``volg`` (another
link in the same session, as Back gives it), unless the opening is what it is about.
"""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from fcntl import LOCK_EX, LOCK_NB, LOCK_SH, LOCK_UN, flock
from pathlib import Path
from shutil import rmtree, which
from signal import SIGTERM
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect, sync_playwright

import pages
from fairshare import link
from fairshare.gegevens import lees_regios

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

ZONDER = (
    *("AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose"),
    *("HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay", "MediaRouter", "NetworkTimeServiceQuerying"),
    *(
        "OptimizationHints",
        "PaintHolding",
        "PreconnectToSearch",
        "TcpPortRandomizationWin",
        "ThirdPartyStoragePartitioning",
    ),
    *("AimEnabled", "WebUIOmniboxPopup", "WebUIOmniboxAimPopup"),
)
"""Parts of Chromium that stay out: what Playwright leaves out itself, because the last list counts, and the two pages that
Chromium draws below its own address bar, in a process of their own for each window: a third of the work of a new one."""

NIET_NAAR_BUITEN = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1"
"""No other machine is found, so what asks for one fails: :class:`Bezoek` hears of that, and need not hear of a hundred requests a page."""

KORT = "--js-flags=--no-turbofan --invocation-count-for-maglev=8000 --invocation-count-for-maglev-osr=1000"
"""No time goes into compiling as well as can be what runs for a second; measurements do without.

The last compiler stays out, and the one before it waits until something was called thousands of times: a twelfth of all work of Chromium.
Without that one too a walk over many pages is dearer, because windows stay open.
"""

expect.set_options(timeout=15_000)

GEDULD = 60_000
"""Milliseconds that a cold server may take for its first visitor while other work goes on; waiting proves no less."""

STIL = """(koppen) => new Promise((klaar, mislukt) => {
  const begin = performance.now();
  const staat = ([waar, tekst]) => {
    const delen = document.querySelectorAll(waar);
    return delen.length === 1 && delen[0].textContent.trim() === tekst;
  };
  let sinds = begin;
  const kijker = new MutationObserver(() => { sinds = performance.now(); });
  kijker.observe(document, { subtree: true, childList: true, characterData: true });
  const klok = setInterval(() => {
    const nu = performance.now();
    const app = document.querySelector("[data-testid=stApp]");
    const bezig = app?.dataset.testConnectionState !== "CONNECTED" || app.dataset.testScriptState !== "notRunning"
      || !Object.entries(koppen).every(staat)
      || document.querySelector("[data-stale=true], [data-testid=stSkeleton], [data-testid=stAppSkeleton]")
      || !document.querySelector("[data-testid=stMain] [data-testid=stElementContainer]")
      || document.querySelector("details[open]:not(:has([data-testid=stElementContainer]))")
      || document.querySelector(".plek:not([data-klaar])")
      || (document.querySelector(".plek") && !document.documentElement.dataset.getekend)
      || document.querySelector(".tekening:not(:has(svg))")
      || [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
        .some(({ shadowRoot }) => !shadowRoot?.firstElementChild || shadowRoot.querySelector("[data-vult]:empty"));
    if (bezig) sinds = nu;
    if (nu - sinds < 100 && nu - begin < 60000) return;
    clearInterval(klok);
    kijker.disconnect();
    if (nu - sinds < 100) mislukt(new Error("the page was still being drawn after a minute, or never showed " + JSON.stringify(koppen)));
    else klaar();
  }, 20);
})"""
"""Resolves once every element is drawn, these texts stand in the one element of their selector, and nothing has changed for a
tenth of a second. It looks fifty times a second; ``expect`` is up to a second late, and that was half of a test over many pages.

What is folded away is made by the server once it is folded open. The script is done before its elements are: a browser that sees a kind for the first time fetches the code for it, and
shows a grey bar in its place meanwhile. So the first card that is there need not be the first card of the page. What our
own components draw comes later still, and no observer of the document sees it.
"""


def wacht_tot(page: Page, expressie: str, *waarmee: Any) -> None:
    """Wait until something holds in a page; ``wait_for_function`` asks again with eval, which the page does not allow."""
    einde = time.monotonic() + 15
    while not page.evaluate(expressie, *waarmee):
        assert time.monotonic() < einde, f"not within fifteen seconds: {expressie}"
        page.wait_for_timeout(50)


def geschreven(*delen: str, pad: str = "") -> re.Pattern[str]:
    """The address of a picture as the app writes it: its page, the version, the check, and these parts in this order."""
    gelezen = link.lees("&".join(("v=2", *delen)), lees_regios())
    vraag = link.schrijf(gelezen.scenario, gelezen.weergave)
    assert not gelezen.fouten
    assert re.fullmatch(r"v=2&c=[0-9a-z]{4}", "&".join(vraag.split("&")[:2]))
    assert vraag.split("&")[2:] == list(delen)
    return re.compile(re.escape(f"{pad}?{vraag}") + "$")


def vrije_poort() -> int:
    with socket.socket() as deur:
        deur.bind(("127.0.0.1", 0))
        return int(deur.getsockname()[1])


LOGBOEKEN: list[IO[bytes]] = [TemporaryFile()]  # noqa: SIM115 # open for as long as the worker
"""What servers complain of: those of this worker, and those that it shares with others."""


def geklaagd(meeste: int = 8000) -> str:
    """Give the last that servers complained of, without moving the place where the next complaint comes."""
    einden = [(boek.fileno(), os.fstat(boek.fileno()).st_size) for boek in LOGBOEKEN]
    return b"\n".join(os.pread(nummer, meeste, max(0, einde - meeste)) for nummer, einde in einden).decode(
        errors="replace"
    )


def start(
    opdracht: Sequence[str | Path],
    map_: Path = WORTEL,
    omgeving: dict[str, str] | None = None,
    logboek: IO[bytes] = LOGBOEKEN[0],
) -> subprocess.Popen:
    """Start a server and leave it running; what it complains of is printed when a test fails."""
    stil = subprocess.DEVNULL
    return subprocess.Popen(list(map(str, opdracht)), cwd=map_, env=omgeving, stdin=stil, stdout=stil, stderr=logboek)


def stop(*processen: subprocess.Popen) -> None:
    """End them as a crash does."""
    for proces in processen:
        proces.kill()
        proces.wait()


ONDER = "STREAMLIT_SERVER_BASE_URL_PATH"
"""What says to a server below which path it stands."""


def verkenner(poort: int, bestand: str = "app.py") -> list[str]:
    """The command of the README, on a port."""
    waar = ("--server.address", "127.0.0.1", "--server.port", str(poort))
    return [sys.executable, "-m", "streamlit", "run", bestand, *waar]


def wacht_op(poort: int, proces: subprocess.Popen, tussen: float = 0.25, pad: str = "") -> str:
    """Give the address of a server once it says that it is healthy; not when it ended or takes two minutes."""
    adres = f"http://localhost:{poort}{pad}"
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
        yield proces, wacht_op(poort, proces, tussen, omgeving.get(ONDER, ""))
    finally:
        proces.terminate()
        proces.wait(timeout=20)


@contextmanager
def draaiende_app(bestand: str = "app.py", **omgeving: str) -> Iterator[str]:
    """Start the app, and give its address."""
    with draaiend(bestand, **omgeving) as (_, adres):
        yield adres


@contextmanager
def voor_allen(config: pytest.Config, naam: str, **omgeving: str) -> Iterator[str]:
    """Give the address of a server for all workers of a run: who asks first starts it, who is done last stops it."""
    loop = getattr(config, "workerinput", {}).get("testrunuid") or uuid4().hex
    map_ = Path(gettempdir()) / f"verkenner-{naam}-{loop}"
    map_.mkdir(exist_ok=True)
    with (map_ / "deur").open("a") as deur, (map_ / "log").open("a+b") as log, (map_ / "server").open("a+") as server:
        flock(deur, LOCK_EX)
        server.seek(0)
        pid, _, adres = server.read().partition(" ")
        if not pid:
            poort = vrije_poort()
            proces = start(verkenner(poort), omgeving=os.environ | omgeving, logboek=log)
            pid, adres = str(proces.pid), wacht_op(poort, proces, pad=omgeving.get(ONDER, ""))
            server.write(f"{pid} {adres}")
            server.flush()
        flock(server, LOCK_SH)
        flock(deur, LOCK_UN)
        LOGBOEKEN.append(log)
        yield adres
        LOGBOEKEN.remove(log)
        flock(deur, LOCK_EX)
        with suppress(BlockingIOError):  # somebody else still needs it
            flock(server, LOCK_EX | LOCK_NB)
            os.kill(int(pid), SIGTERM)
            server.truncate(0)
            rmtree(map_)


@pytest.fixture(scope="session")
def app(pytestconfig: pytest.Config) -> Iterator[str]:
    """One server for the tests that need no cold one."""
    with voor_allen(pytestconfig, "hier") as adres:
        yield adres


PAD = "/wonen"


@pytest.fixture(scope="session")
def onder_pad(pytestconfig: pytest.Config) -> Iterator[str]:
    """The same below a path of its own, as behind nginx."""
    with voor_allen(pytestconfig, "onder-pad", **{ONDER: PAD}) as adres:
        yield adres


HEEL, ZONDER_RAAM = ("chromium", "google-chrome"), "chromium-headless-shell"
"""A whole Chromium, and one that is all but the window: what it draws is the same, for a seventh less work."""


@contextmanager
def echte_browser(*vlaggen: str, namen: Sequence[str] = (*HEEL, ZONDER_RAAM)) -> Iterator[Browser]:
    """Start a real Chromium, the first of these that is there, and stop it."""
    with sync_playwright() as toneel:
        pad = next(filter(None, map(which, namen)), None)
        browser = toneel.chromium.launch(executable_path=pad, args=[*VLAGGEN, *vlaggen])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of all tests of a worker."""
    with echte_browser(
        "--disable-features=" + ",".join(ZONDER), KORT, NIET_NAAR_BUITEN, namen=(ZONDER_RAAM, *HEEL)
    ) as browser:
        yield browser


def is_die_pagina(gast: "Bezoek", pagina: str, rest: str = "") -> None:
    """The page of the link and its scenario (35% at once, and what else it holds), and no English dialog."""
    titel = next(een.TITEL for een in pages.PAGINAS if pages.pad(een) == pagina)
    expect(gast.page.get_by_role("heading", level=1)).to_have_text(titel)
    expect(gast.reservering).to_have_attribute("aria-valuetext", "35,0%")
    expect(gast.page.get_by_role("navigation").get_by_role("button", name="Wat gebeurt er")).to_be_visible()
    expect(gast.page.get_by_role("dialog")).to_have_count(0)
    expect(gast.page).to_have_title(f"{titel} · Regio Stedendriehoek · Fair Share Verkenner")
    assert gast.page.url.endswith(f"/{pagina}?v=2&reservering=35&pad=direct{rest}")


LAPTOP = {"width": 1280, "height": 800}
TELEFOON = {"width": 390, "height": 844}


class Bezoek:
    """One visitor: a page of its own, and what it asked for and complained of."""

    def __init__(self, context: BrowserContext, page: Page | None = None) -> None:
        self.page: Page = page or context.new_page()
        self.buiten: list[str] = []
        self.klachten: list[str] = []
        self.herkomsten: set[str] = set()
        self._luistert: list[tuple[Any, Callable[..., object]]] = []
        self.luister("requestfailed", self._mislukt)
        self.luister("framenavigated", self._ging_naar)
        self.luister("console", self._bericht)
        self.luister("pageerror", self._fout)

    def luister(self, waarnaar: Any, doe: Callable[..., object]) -> None:
        """Listen to the page until the window is given back."""
        self.page.on(waarnaar, doe)
        self._luistert.append((waarnaar, doe))

    def zwijg(self) -> None:
        """Listen no longer."""
        while self._luistert:
            self.page.remove_listener(*self._luistert.pop())

    def _mislukt(self, verzoek) -> None:
        if not verzoek.url.startswith(("http://localhost:", "ws://localhost:", "data:", "blob:")):
            self.buiten.append(verzoek.url)

    def _ging_naar(self, kader) -> None:
        if kader.url.startswith("http"):
            self.herkomsten.add("://".join(urlsplit(kader.url)[:2]))

    def _bericht(self, bericht) -> None:
        # On a deep link Streamlit first looks for its server below the path of the page, and finds 404 there.
        peiling = "/_stcore/" in (bericht.location or {}).get("url", "")
        if bericht.type == "error" and not peiling:
            self.klachten.append(bericht.text)

    def _fout(self, fout) -> None:
        self.klachten.append(str(fout))

    def open(self, adres: str) -> "Bezoek":
        """Load a link from the server, in a session of its own."""
        self.page.goto(adres)
        self.rust()
        return self

    def wegwijzer(self, titel: str) -> Locator:
        """Give the link of a page; what it stands behind is opened, once it is there: its group, and on a phone the menu."""
        expect(self.page.locator(".groepen > li").first).to_be_attached()
        menu = self.page.locator("button.menu[aria-expanded=false]")
        if menu.is_visible():
            menu.press("Enter")
        groep = self.page.locator(".groepen > li:not(.open)").filter(has=self.page.get_by_text(titel, exact=True))
        for knop in groep.locator("> button").all():
            knop.press("Enter")
        return self.page.get_by_role("link", name=titel, exact=True).first

    def naar(self, titel: str) -> "Bezoek":
        """Click on the link of a page."""
        self.wegwijzer(titel).click()
        return self.rust(h1=titel)

    def volg(self, adres: str, titel: str, regio: str) -> "Bezoek":
        """Show another link on the open page without loading anything, as Back and Forward do: this page, of this region."""
        self.page.evaluate(
            "adres => { history.pushState(null, '', adres); window.dispatchEvent(new PopStateEvent('popstate')); }",
            adres,
        )
        return self.rust(**{".kerncijfer strong": regio, "h1": titel})

    def begin(self, app: str) -> "Bezoek":
        """Show the agreement on Overzicht, as :meth:`volg` does; on that page already, only the scenario tells that it is there."""
        self.volg(f"{app}/?v=2", pages.overzicht.TITEL, "Regio Stedendriehoek")
        standen = "reservering 30,0%, mutatiegraad 5,71%"
        expect(self.page.locator("html")).to_have_attribute("data-scenario", standen)
        return self.rust()

    def kleed(self, thema: Any) -> None:
        """Make the system light or dark while the page is open; the charts follow a third of a second later."""
        if self.page.evaluate("(thema) => matchMedia(`(prefers-color-scheme: ${thema})`).matches", thema):
            return
        self.page.emulate_media(color_scheme=thema)
        self.page.wait_for_timeout(400)
        self.rust()

    def rust(self, **koppen: str) -> "Bezoek":
        """Wait until the app has nothing left to do and everything is drawn; after a move, and this is the heading (``h1="Over"``)."""
        self.page.evaluate(STIL, koppen)
        return self

    @property
    def reservering(self):
        return self.page.locator(".st-key-s_reservering input[type=range]").first

    def kaart(self, nummer: int = 0):
        """The card at this place, top first; only after :meth:`rust` are the cards before it sure to be there."""
        return self.page.locator(".kaart .cijfer").nth(nummer)

    def gezicht(self) -> str:
        """What a failure should print: where the visitor is, what the browser complained of, and what stands there."""
        try:
            tekst = self.page.inner_text("body", timeout=2000)
        except Error as fout:
            tekst = f"(niet te lezen: {fout})"
        return f"{self.page.url}\nklachten: {self.klachten}\nbuiten: {self.buiten}\n{tekst[:4000]}"


class Vensters:
    """The windows that stay open from test to test; each is emptied before another test gets it."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.vrij: dict[str, list[Page]] = defaultdict(list)
        self.wandelaars: dict[str, Bezoek] = {}

    def geef(self, locale: str) -> Page:
        """Give a window that speaks this language: one that is free, or else a new one."""
        return self.vrij[locale].pop() if self.vrij[locale] else self.browser.new_context(locale=locale).new_page()

    def bezoek(self, locale: str, viewport: Any, thema: Any, beweging: Any) -> Bezoek:
        """Give a visitor in such a window, of this size and with these wishes."""
        page = self.geef(locale)
        page.set_viewport_size(viewport)
        page.emulate_media(color_scheme=thema, reduced_motion=beweging)
        return Bezoek(page.context, page)

    def terug(self, bezoek: Bezoek, locale: str, heel: bool) -> None:
        """Take a window back; it is closed when it may not be as it was (``heel``) or has been at several servers."""
        page = bezoek.page
        bezoek.zwijg()
        plek = "://".join(urlsplit(page.url)[:2]) if not page.is_closed() else ""
        if not heel or bezoek.herkomsten != {plek} or page.context.pages != [page]:
            page.context.close()
            return
        page.evaluate("() => { sessionStorage.clear(); localStorage.clear(); location.replace('about:blank'); }")
        page.wait_for_url(
            "about:blank"
        )  # where its own script went: what the browser opens gets another process, a cold one
        tolk = page.context.new_cdp_session(page)
        tolk.send("Storage.clearDataForOrigin", {"origin": plek, "storageTypes": "all"})
        tolk.detach()
        page.context.clear_cookies()
        page.mouse.move(-10, -10)  # over nothing
        self.vrij[locale].append(page)


MISLUKT, GASTEN = pytest.StashKey[bool](), pytest.StashKey[list[Bezoek]]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember that a test failed, and print what its visitors saw."""
    verslag = yield
    if verslag.failed:
        item.stash[MISLUKT] = True
        if call.when == "call":
            for nummer, gast in enumerate(item.stash.get(GASTEN, []), start=1):
                verslag.sections.append((f"scherm van bezoeker {nummer}", gast.gezicht()))
            if item.stash.get(GASTEN, []):
                verslag.sections.append(("log van de servers", geklaagd()))
    return verslag


@pytest.fixture(scope="session")
def vensters(chromium: Browser) -> Vensters:
    return Vensters(chromium)


@pytest.fixture
def gasten(request) -> Iterator[list[Bezoek]]:
    """The visitors of this test, who are asked what they see when it fails; what none of them may do is ask for it elsewhere."""
    bezoekers = request.node.stash.setdefault(GASTEN, [])
    yield bezoekers
    assert not [adres for bezoeker in bezoekers for adres in bezoeker.buiten], "a request left the machine"


@pytest.fixture
def venster(vensters: Vensters, gasten: list[Bezoek], request) -> Iterator[Callable[..., Bezoek]]:
    """Gives a visitor in a window that stays open: ``venster(locale="nl-NL", viewport=TELEFOON, thema="dark")``."""
    gegeven: list[tuple[Bezoek, str]] = []

    def geef(
        locale: str = "nl-NL", viewport: Any = LAPTOP, thema: Any = "light", beweging: Any = "no-preference"
    ) -> Bezoek:
        gegeven.append((vensters.bezoek(locale, viewport, thema, beweging), locale))
        gasten.append(gegeven[-1][0])
        return gasten[-1]

    yield geef
    for bezoek, locale in gegeven:
        vensters.terug(bezoek, locale, heel=MISLUKT not in request.node.stash)


@pytest.fixture
def vers(chromium: Browser, gasten: list[Bezoek]) -> Iterator[Callable[..., Bezoek]]:
    """Gives a visitor in a window that nobody has used, closed after the test: ``vers(has_touch=True)``."""
    contexten: list[BrowserContext] = []

    def geef(**opties: Any) -> Bezoek:
        contexten.append(chromium.new_context(**{"viewport": LAPTOP, "locale": "nl-NL", **opties}))
        gasten.append(Bezoek(contexten[-1]))
        return gasten[-1]

    yield geef
    for context in contexten:
        context.close()


@pytest.fixture
def bezoek(venster: Callable[..., Bezoek]) -> Bezoek:
    """A visitor with an English browser on a laptop; the screen is Dutch all the same."""
    return venster(locale="en-US")


def kamercode(scherm: Page) -> str:
    """Give the code of the room on its screen, once it is open."""
    code = scherm.locator("#code")
    expect(code).to_have_text(re.compile("-"))
    return code.inner_text()


def gaat_verder(vensters: Vensters, adres: str, gasten: list[Bezoek], request) -> Iterator[Bezoek]:
    """Give the visitor of this server where the test before left him; after a failed test another one comes."""
    bezoek = vensters.wandelaars.pop(adres, None)
    if bezoek is None:
        bezoek = vensters.bezoek("en-US", LAPTOP, "light", "no-preference").open(f"{adres}/?v=2")
    bezoek.buiten.clear()
    bezoek.klachten.clear()
    gasten.append(bezoek)
    yield bezoek
    if MISLUKT in request.node.stash:
        vensters.terug(bezoek, "en-US", heel=False)
    else:
        vensters.wandelaars[adres] = bezoek


@pytest.fixture
def wandelaar(vensters: Vensters, app: str, gasten: list[Bezoek], request) -> Iterator[Bezoek]:
    """A visitor who goes on where the test before left him, in the same session."""
    yield from gaat_verder(vensters, app, gasten, request)


@pytest.fixture
def wandelaar_onder_pad(vensters: Vensters, onder_pad: str, gasten: list[Bezoek], request) -> Iterator[Bezoek]:
    """The same where the Verkenner stands below a path."""
    yield from gaat_verder(vensters, onder_pad, gasten, request)

"""The windows of the tests: what stays open holds nothing of the test before."""

import pytest

from tests.browser.conftest import LAPTOP, TELEFOON, Bezoek, Vensters

pytestmark = pytest.mark.browser

SPOREN = """async () => ({
  opslag: localStorage.length + sessionStorage.length, koekje: /(^|; )c=1/.test(document.cookie), bakken: (await caches.keys()).length,
  databanken: (await indexedDB.databases()).length, breed: innerWidth, donker: matchMedia("(prefers-color-scheme: dark)").matches,
  stil: matchMedia("(prefers-reduced-motion: reduce)").matches, venster: window.vuil ?? null, talen: navigator.language,
})"""
"""What a test can leave behind in a window."""


@pytest.fixture
def eigen(chromium):
    """Windows of this test alone, so that it knows which one comes back."""
    vensters = Vensters(chromium)
    yield vensters
    for pages in vensters.vrij.values():
        for page in pages:
            page.context.close()


def maak_vuil(app: str, bezoek: Bezoek) -> None:
    bezoek.page.set_viewport_size(TELEFOON)
    bezoek.page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    bezoek.page.goto(f"{app}/_stcore/health")
    bezoek.page.evaluate(
        """async () => { localStorage.a = sessionStorage.b = 1; document.cookie = "c=1"; window.vuil = 1; await caches.open("d");
        await new Promise((klaar) => { indexedDB.open("e").onsuccess = ({ target }) => { target.result.close(); klaar(); }; }); }"""
    )


def test_a_window_that_is_given_back_is_empty(app, eigen):
    """No storage, cookie, database or variable is left, it listens to nothing, and it is as wide and light as the next one asks."""
    eerst = eigen.bezoek("nl-NL", LAPTOP, "light", "no-preference")
    maak_vuil(app, eerst)
    vuil = eerst.page.evaluate(SPOREN)
    assert (vuil["opslag"], vuil["koekje"], vuil["bakken"], vuil["databanken"], vuil["venster"]) == (2, True, 1, 1, 1)
    eigen.terug(eerst, "nl-NL", heel=True)
    daarna = eigen.bezoek("nl-NL", LAPTOP, "light", "no-preference")
    assert daarna.page is eerst.page
    daarna.page.goto(f"{app}/_stcore/health")
    assert daarna.page.evaluate(SPOREN) == {
        "opslag": 0,
        "koekje": False,
        "bakken": 0,
        "databanken": 0,
        "breed": 1280,
        "donker": False,
        "stil": False,
        "venster": None,
        "talen": "nl-NL",
    }
    daarna.page.evaluate("() => console.error('luid')")
    assert daarna.klachten == ["luid"] and not eerst.klachten


@pytest.mark.parametrize("waarom", ["failed", "elsewhere", "a second tab"])
def test_a_window_that_may_not_be_as_it_was_is_closed(app, eigen, waarom):
    """What a failed test used, what has been at another server too, and what opened a tab comes back to nobody."""
    bezoek = eigen.bezoek("nl-NL", LAPTOP, "light", "no-preference")
    if waarom == "elsewhere":
        bezoek.page.goto(f"{app.replace('localhost', '127.0.0.1')}/_stcore/health")
    bezoek.page.goto(f"{app}/_stcore/health")
    if waarom == "a second tab":
        bezoek.page.context.new_page()
    eigen.terug(bezoek, "nl-NL", heel=waarom != "failed")
    assert bezoek.page.is_closed()
    assert not eigen.vrij["nl-NL"]


HAAL = """(adres) => new Promise((klaar) => {
  const beeld = new Image();
  beeld.onload = () => klaar("ok");
  beeld.onerror = () => klaar("fout");
  beeld.src = adres;
})"""


@pytest.mark.parametrize(
    "elders", ["https://elders.example/x.png", "http://192.0.2.1/x.png", "https://[2001:db8::1]:8443/x.png"]
)
@pytest.mark.parametrize("beleid", [True, False], ids=["with our policy", "without any"])
def test_who_asks_for_something_elsewhere_is_named_and_gets_nothing(app, eigen, elders, beleid):
    """A name and an address alike; what is our own is given, and named nowhere."""
    bezoek = eigen.bezoek("nl-NL", LAPTOP, "light", "no-preference")
    bezoek.page.goto(f"{app}/_stcore/health" if beleid else "about:blank")
    assert not beleid or bezoek.page.evaluate(HAAL, "/favicon.png") == "ok"
    assert not bezoek.buiten
    assert bezoek.page.evaluate(HAAL, elders) == "fout"
    assert bezoek.buiten == [elders]

"""Two processes behind nginx, as compose.yaml has them, without Docker: either serves any link, and one may die.

Here the Verkenner stands below a path of its own, as in ``test_elke_pagina.py``; everywhere else it stands at the root.
"""

import http.client
import re
import shutil
import urllib.error
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from fairshare.dienst import VERSIE
from tests.browser.achter_nginx import Replicas, achter_nginx
from tests.browser.conftest import PAD, stop
from tests.browser.gast import Gast
from tests.browser.test_eigen import BESTAND, gebruik, kies

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not here")]

GEMIST = "2.167"
"""Gemiste plaatsingen when 34% is reserved: the first card of Groeipad."""


@pytest.fixture(scope="module")
def replicas() -> Iterator[Replicas]:
    """The tests below share it, and the last two of them kill the apps."""
    with achter_nginx(pad=PAD) as replicas:
        yield replicas


def vraag(adres: str, **koppen: str):
    """Ask for an address; an answer that refuses is an answer too."""
    try:
        return urllib.request.urlopen(urllib.request.Request(adres, headers=koppen), timeout=10)
    except urllib.error.HTTPError as fout:
        return fout


def test_what_is_not_for_visitors_stays_behind_nginx_too(replicas):
    """No metrics, and headers that a browser should have, on a page and on a refusal alike."""
    assert vraag(f"{replicas.adres}/_stcore/metrics").status == 404
    for antwoord in (vraag(replicas.adres), vraag(f"{replicas.adres}/_stcore/metrics")):
        assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
        assert antwoord.headers["Referrer-Policy"] == "no-referrer"
        assert antwoord.headers["X-Frame-Options"] == "SAMEORIGIN"
        assert antwoord.headers["Cross-Origin-Opener-Policy"] == "same-origin"
        assert "camera=()" in antwoord.headers["Permissions-Policy"]
        assert any("HttpOnly" in koekje for koekje in antwoord.headers.get_all("Set-Cookie"))
        assert antwoord.headers["Server"] == "nginx"
        assert antwoord.headers["Content-Security-Policy"] == vraag(replicas.apps[0]).headers["Content-Security-Policy"]


def test_the_page_says_that_it_is_dutch_and_comes_small(replicas):
    """Before any script has run, for a screen reader and a translator; and compressed."""
    antwoord = vraag(replicas.adres)
    tekst = antwoord.read().decode()
    assert '<html lang="nl">' in tekst and f'content="{replicas.adres}{VERSIE}/uitkomst.png?' in tekst
    groot = re.search(r'src="\./(static/js/index[^"]+)"', tekst)[1]
    assert vraag(f"{replicas.adres}/{groot}", **{"Accept-Encoding": "gzip"}).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("tekens", [9_000, 40_000])
def test_a_link_that_is_too_long_is_refused_in_dutch(replicas, tekens):
    """Over 8 kB, with what to do; a long link that is allowed opens."""
    antwoord = vraag(f"{replicas.adres}/?v=2&titel={'a' * tekens}")
    assert antwoord.status == 414
    tekst = antwoord.read().decode()
    assert "Deze link is te lang" in tekst and "lang=nl" in tekst
    assert vraag(f"{replicas.adres}/?v=2&titel={'a' * 7_000}").status == 200


def test_a_page_of_another_site_can_send_nothing(replicas):
    """Protection against forged requests is on: an upload without its token and a socket from elsewhere are refused."""
    poort = urlsplit(replicas.adres).port
    verbinding = http.client.HTTPConnection("localhost", poort, timeout=10)
    verbinding.request(
        "PUT", f"{PAD}/_stcore/upload_file/geheime-sleutel/bestand", b"x", {"Content-Type": "text/plain"}
    )
    assert verbinding.getresponse().status == 403
    koppen = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    for herkomst, status in ((f"http://localhost:{poort}", 101), ("https://elders.example", 403)):
        verbinding = http.client.HTTPConnection("localhost", poort, timeout=10)
        verbinding.request("GET", f"{PAD}/_stcore/stream", headers=koppen | {"Origin": herkomst})
        assert verbinding.getresponse().status == status
        verbinding.close()
    antwoord = vraag(f"{replicas.adres}/_stcore/health", Origin="https://elders.example")
    assert antwoord.headers["Access-Control-Allow-Origin"] is None


def test_everything_works_under_the_policy_of_the_browser(replicas, venster):
    """Charts, sliders of our own, an upload and a download: nothing is refused; what is not ours does not run.

    The policy is that of the app, so every page runs under it in ``test_elke_pagina.py``, below a path too.
    """
    bezoek = venster().open(f"{replicas.adres}/?v=2")
    expect(bezoek.page.locator(".tekening").locator("svg")).to_have_count(2)
    bezoek.reservering.focus()
    bezoek.page.keyboard.press("End")
    expect(bezoek.kaart()).to_have_text("0")
    gebruik(bezoek, replicas.adres)
    bezoek.open(f"{replicas.adres}/delen?v=2&reservering=33")
    for knop in ("Excel met formules", "Het verhaal als webpagina"):
        with bezoek.page.expect_download() as bestand:
            bezoek.page.get_by_role("button", name=knop).click()
        assert bestand.value.path().stat().st_size > 1000
    assert not bezoek.klachten
    assert not bezoek.buiten
    bezoek.page.evaluate(
        """() => { const s = document.createElement("script"); s.textContent = "window.vreemd = 1"; document.head.append(s);
        new Image().src = "https://elders.example/x.png"; }"""
    )
    bezoek.page.wait_for_timeout(200)
    assert bezoek.page.evaluate("window.vreemd") is None
    assert bezoek.buiten == ["https://elders.example/x.png"]
    bezoek.buiten.clear()  # asked for, and refused
    assert len(bezoek.klachten) == 2 and all("Content Security Policy" in klacht for klacht in bezoek.klachten)


def test_the_log_holds_no_keys_and_no_scenarios(replicas, venster):
    """An upload, a download and a link leave lines without what would let another in or tell what was looked at."""
    bezoek = venster()
    gevraagd: list[str] = []
    bezoek.luister("request", lambda verzoek: gevraagd.append(verzoek.url))
    bezoek.open(f"{replicas.adres}/gegevens?v=2&titel=nietvoorhetlog")
    kies(bezoek, BESTAND)
    expect(bezoek.page.get_by_text("De kopregel staat in rij 2")).to_be_visible()
    [sleutel] = {re.search(r"upload_file/([^/]+)/", adres)[1] for adres in gevraagd if "/upload_file/" in adres}
    log = replicas.gelogd()
    assert "PUT /_stcore/upload_file 20" in log and f"GET {PAD}/gegevens 200" in log
    for geheim in (sleutel, "geheime-sleutel", "nietvoorhetlog", "titel", "?"):
        assert geheim not in log, geheim


def test_any_process_serves_any_link_and_a_dead_one_is_passed_over(replicas, venster):
    """The same figure through both; uploads reach their own session; kill one, and the scenario is still there."""
    adres, apps, processen = replicas.adres, replicas.apps, replicas.processen
    for app in (adres, *apps):
        with Gast(app, vraag="v=2&reservering=35") as gast:
            assert gast.cijfer("Niet geplaatst") == "55"
    bezoek = venster().open(f"{adres}/gegevens?v=2&reservering=34")
    for poging in range(3):
        bezoek.page.locator("input[type=file]").set_input_files(
            {"name": f"{poging}.csv", "mimeType": "text/csv", "buffer": BESTAND}
        )
        expect(bezoek.page.get_by_text("De kopregel staat in rij 2")).to_have_count(poging + 1)  # each file says so
    bezoek.open(f"{adres}/groeipad?v=2&reservering=34")
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Groeipad")
    cijfers = bezoek.page.locator(".kaart .cijfer").all_inner_texts()
    assert cijfers[0] == GEMIST
    stop(processen[0])
    bezoek.page.reload()
    expect(bezoek.page.locator(".kaart .cijfer")).to_have_text(cijfers)
    expect(bezoek.page).to_have_url(re.compile("reservering=34"))
    bezoek.page.context.clear_cookies()  # by which nginx keeps a visitor at one process
    bezoek.open(f"{adres}/?v=2&reservering=35")
    expect(bezoek.kaart()).to_have_text("55")


def test_without_any_process_the_page_says_so_in_dutch(replicas):
    """After the other one died too: what happened, and that the scenario is safe."""
    stop(replicas.processen[0], replicas.processen[1])
    antwoord = vraag(f"{replicas.adres}/?v=2&reservering=35")
    assert antwoord.status == 503
    assert "De Verkenner is even weg" in antwoord.read().decode()
    assert "reservering" not in replicas.gelogd()

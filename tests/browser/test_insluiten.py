"""A page of the Verkenner inside a page of another site: without controls, with all that is said of its figures."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import draaiende_app

pytestmark = pytest.mark.browser

WAARSCHUWING = "Deze link gaf 225 niet geplaatst"


class Gastheer(BaseHTTPRequestHandler):
    """The other site: a page with a frame."""

    adres = ""

    def do_GET(self) -> None:
        inhoud = f'<!doctype html><html lang="nl"><title>Gemeente</title><iframe title="Verkenner" src="{self.adres}" style="width: 100%; height: 95vh; border: 0"></iframe>'
        self.send_response(200)
        self.send_header("content-type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(inhoud.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def gastheer() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gastheer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()


def test_another_site_shows_a_page_without_controls_and_with_every_warning(vers):
    """In its frame stand the figures, the warning, the sources, the day and a link to all of it; embed itself is not reported."""
    with gastheer() as site, draaiende_app(VERKENNER_INSLUITERS=site) as app:
        Gastheer.adres = f"{app}/?embed=true&amp;v=2&amp;reservering=33&amp;gaf=0.9.0_225.0_00000000"
        bezoek = vers()
        for breed in (1280, 390):
            bezoek.page.set_viewport_size({"width": breed, "height": 844})
            bezoek.page.goto(site)
            kader = bezoek.page.frame_locator("iframe")
            expect(kader.locator(".kaart .cijfer").first).to_have_text("119", timeout=60_000)
            expect(kader.get_by_text(WAARSCHUWING)).to_be_visible()
            expect(kader.get_by_text("embed")).to_have_count(0)
            herkomst = kader.locator(".bijschrift", has_text="Bronnen: ")
            expect(herkomst).to_contain_text("Reservering 33,0%")
            expect(herkomst).to_contain_text(re.compile(r"Berekend op \d{1,2} [a-z]+ 20\d\d, rekenmodel \d"))
            for weg in ("[data-testid=stSidebar]", "[data-testid=stToolbar] button", ".groepen"):
                expect(kader.locator(weg)).to_have_count(0)
            heel = kader.get_by_role("link", name="Open de volledige Verkenner")
            assert heel.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        for link in (heel, kader.get_by_role("link", name="Herkomst van elk cijfer")):
            with bezoek.page.context.expect_page() as ernaast:
                link.click()
            vraag = urlsplit(ernaast.value.url).query
            assert "reservering=33" in vraag and "embed" not in vraag
            expect(ernaast.value.locator(".kerncijfer b")).to_have_text("119", timeout=60_000)
        assert bezoek.page.url == f"{site}/"

"""Two processes behind nginx, as compose.yaml has them, without Docker: either serves any link, and one may die."""

import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WORTEL, Bezoek, draaiende_app, vrije_poort
from tests.browser.test_eigen import BESTAND

pytestmark = [pytest.mark.browser, pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not here")]

GEMIST = "2.167"
"""Gemiste plaatsingen when 34% is reserved: the first card of Groeipad."""


def instelling(poort: int, eerste: str, tweede: str) -> str:
    """The settings of nginx as compose.yaml has them, with the ports of this test."""
    tekst = (WORTEL / "compose.yaml").read_text(encoding="utf-8").split("content: |\n")[1].replace("$$", "$")
    tekst = tekst.replace("verkenner-1:8501", eerste.removeprefix("http://"))
    tekst = tekst.replace("verkenner-2:8501", tweede.removeprefix("http://"))
    return tekst.replace("listen 8080", f"listen 127.0.0.1:{poort}")


@pytest.fixture
def replicas(tmp_path: Path) -> Iterator[tuple[str, list[str]]]:
    """nginx before two running apps; give its address and theirs."""
    with draaiende_app() as eerste, draaiende_app() as tweede:
        poort = vrije_poort()
        conf = tmp_path / "nginx.conf"
        paden = "".join(
            f"{wat}_temp_path {tmp_path}/{wat};" for wat in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
        )
        conf.write_text(
            f"pid {tmp_path}/pid; error_log {tmp_path}/fouten; events {{}}"
            f" http {{ access_log off; {paden} {instelling(poort, eerste, tweede)} }}",
            encoding="utf-8",
        )
        proces = subprocess.Popen(["nginx", "-c", str(conf), "-g", "daemon off;"])
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://localhost:{poort}/_stcore/health", timeout=1)
                    break
                except OSError:
                    time.sleep(0.1)
            yield f"http://localhost:{poort}", [eerste, tweede]
        finally:
            proces.terminate()
            proces.wait(timeout=10)


def stop(adres: str) -> None:
    """Kill the app at this address, as a crash does."""
    subprocess.run(["pkill", "-9", "-f", f"server.port {adres.rpartition(':')[2]}"], check=True)


def test_any_process_serves_any_link_and_a_dead_one_is_passed_over(replicas, chromium):
    """The same figure through both; uploads reach their own session; kill one, and the scenario is still there."""
    adres, apps = replicas
    for app in (adres, *apps):
        gast = Bezoek(chromium.new_context(locale="nl-NL")).open(f"{app}/?v=1&reservering=35")
        expect(gast.kaart()).to_have_text("55")
        gast.page.context.close()
    bezoek = Bezoek(chromium.new_context(locale="nl-NL")).open(f"{adres}/gegevens?v=1&reservering=34")
    for poging in range(3):
        bezoek.page.locator("input[type=file]").set_input_files(
            {"name": f"{poging}.csv", "mimeType": "text/csv", "buffer": BESTAND}
        )
        expect(bezoek.page.get_by_text("De kopregel staat in rij 2")).to_be_visible()
    bezoek.open(f"{adres}/groeipad?v=1&reservering=34")
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Groeipad")
    cijfers = bezoek.page.get_by_test_id("stMetricValue").all_inner_texts()
    assert cijfers[0] == GEMIST
    stop(apps[0])
    bezoek.page.reload()
    expect(bezoek.page.get_by_test_id("stMetricValue")).to_have_text(cijfers)
    expect(bezoek.page).to_have_url(re.compile("reservering=34"))
    bezoek.page.context.close()
    nieuw = Bezoek(chromium.new_context(locale="nl-NL")).open(f"{adres}/?v=1&reservering=35")
    expect(nieuw.kaart()).to_have_text("55")
    nieuw.page.context.close()


def test_nginx_keeps_what_is_not_for_visitors(replicas):
    """No metrics, and headers that a browser should have."""
    adres, _ = replicas
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{adres}/_stcore/metrics", timeout=5)
    with urllib.request.urlopen(f"{adres}/_stcore/health", timeout=5) as antwoord:
        assert antwoord.headers["X-Content-Type-Options"] == "nosniff"
        assert any("HttpOnly" in koekje for koekje in antwoord.headers.get_all("Set-Cookie"))

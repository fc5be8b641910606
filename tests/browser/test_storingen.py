"""Faults, each against the real app: the process dies under its visitors, and data is damaged."""

import re
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WORTEL, Bezoek, vrije_poort

pytestmark = pytest.mark.browser

STANDEN = [25 + half / 2 for half in range(22) if half not in (9, 10)][:20]
"""Where each visitor begins; one step on is never the default, which a link leaves out."""


def start(map_: Path, poort: int) -> subprocess.Popen:
    """Start the app of a folder and wait until it is healthy."""
    opdracht = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(poort)]
    proces = subprocess.Popen(opdracht, cwd=map_, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(240):
        try:
            urllib.request.urlopen(f"http://localhost:{poort}/_stcore/health", timeout=1)
            break
        except OSError:
            time.sleep(0.25)
    return proces


def test_twenty_visitors_find_their_scenario_after_the_process_was_killed(chromium):
    """Each moves a slider, the process is killed and started again: each sees the figure of its own link."""
    poort = vrije_poort()
    proces = start(WORTEL, poort)
    context = chromium.new_context(viewport={"width": 1000, "height": 600}, locale="nl-NL")
    bezoekers = [Bezoek(context) for _ in STANDEN]
    try:
        for stand, bezoeker in zip(STANDEN, bezoekers, strict=True):
            bezoeker.open(f"http://localhost:{poort}/?v=1&reservering={stand:g}")
            bezoeker.reservering.focus()
            bezoeker.page.keyboard.press("ArrowRight")
            expect(bezoeker.page).to_have_url(re.compile(f"reservering={stand + 0.5:g}$"))
            bezoeker.rust()
        gezien = [bezoeker.kaart().inner_text() for bezoeker in bezoekers]
        proces.kill()
        proces.wait()
        proces = start(WORTEL, poort)
        for nummer, bezoeker in enumerate(bezoekers):
            app = bezoeker.page.get_by_test_id("stApp")
            expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
            expect(bezoeker.kaart()).to_have_text(gezien[nummer])
            expect(bezoeker.page).to_have_url(re.compile(f"reservering={STANDEN[nummer] + 0.5:g}$"))
        bezoekers[0].reservering.focus()
        bezoekers[0].page.keyboard.press("End")
        expect(bezoekers[0].kaart()).to_have_text("0")
    finally:
        context.close()
        proces.kill()
        proces.wait()


def test_damaged_data_shows_which_file_and_no_figure(chromium, tmp_path):
    """A flipped bit in a figure: the screen names the file, and there is nothing to believe by mistake."""
    map_ = tmp_path / "app"
    shutil.copytree(WORTEL, map_, ignore=shutil.ignore_patterns(".git", ".venv", "tests", "__pycache__", ".*_cache"))
    bestand = map_ / "data" / "stedendriehoek" / "gemeenten.csv"
    bestand.write_bytes(bestand.read_bytes().replace(b"168211", b"168210"))
    poort = vrije_poort()
    proces = start(map_, poort)
    bezoeker = Bezoek(chromium.new_context(locale="nl-NL"))
    page = bezoeker.page
    try:
        bezoeker.open(f"http://localhost:{poort}/?v=1")
        expect(page.get_by_text("De gegevens zijn beschadigd")).to_be_visible()
        expect(page.get_by_text("data/stedendriehoek/gemeenten.csv")).to_be_visible()
        assert page.get_by_test_id("stMetricValue").count() == 0
        assert "Traceback" not in page.content()
    finally:
        page.context.close()
        proces.kill()
        proces.wait()

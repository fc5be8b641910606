"""Monitoring in a real browser: a file in, the figures and the signals, the report out."""

import re
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

CIJFERS = (
    b"Gemeente;2026 H1;2026 H2\nApeldoorn;150;160\nBrummen;12;12\nDeventer;130;120\nLochem;18;19\nVoorst;15;16\n"
    b"Zutphen;40;41\nEpe;20;22\nHattem;9;9\nHeerde;10;11\n"
)


def kies(bezoek, inhoud: bytes) -> None:
    bestand = {"name": "realisatie.csv", "mimeType": "text/csv", "buffer": inhoud}
    bezoek.page.locator("input[type=file]").set_input_files(bestand)


def test_figures_go_in_and_a_report_comes_out(app, bezoek, tmp_path):
    """814 placed; who is behind depends on the margin; the report says the same; a wrong file changes nothing."""
    page = bezoek.open(f"{app}/monitoring?v=1").page
    expect(page.get_by_text("Er zijn nog geen cijfers")).to_be_visible()
    page.get_by_text("Een bestand kiezen of een halfjaar toevoegen").click()
    kies(bezoek, CIJFERS)
    expect(bezoek.kaart()).to_have_text("814")
    expect(page.get_by_text("verder dan de marge: Heerde.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Heerde .*achter"))).to_be_visible()
    kies(bezoek, b"Gemeente;2026 H1\nDelft;1\n")
    expect(page.get_by_text("hoort niet bij Regio Stedendriehoek")).to_be_visible()
    expect(bezoek.kaart()).to_have_text("814")
    bezoek.rust()
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Voortgangsrapportage (PDF)").click()
    rapport = tmp_path / "rapport.pdf"
    wacht.value.save_as(rapport)
    if shutil.which("pdftotext"):
        tekst = subprocess.run(
            ["pdftotext", "-layout", rapport, "-"], capture_output=True, text=True, check=True
        ).stdout
        assert "samen 814 toewijzingen" in " ".join(tekst.split())
        assert re.search(r"Heerde +21 .*achter", tekst)
    page.get_by_role("link", name="Overzicht").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    page.get_by_role("link", name="Monitoring").click()
    expect(bezoek.kaart()).to_have_text("814")
    assert not bezoek.klachten


def test_a_figure_is_typed_by_keyboard(app, bezoek):
    """Into the table, without a mouse after the first cell; it counts at once."""
    page = bezoek.open(f"{app}/monitoring?v=1").page
    doek = page.get_by_test_id("data-grid-canvas")
    expect(doek).to_be_visible()
    vak = doek.bounding_box()
    page.mouse.click(vak["x"] + 0.45 * vak["width"], vak["y"] + 54)
    page.keyboard.press("Enter")
    page.keyboard.type("150", delay=80)
    page.keyboard.press("Enter")
    expect(page.get_by_text("van 1 van de 9 gemeenten cijfers bekend: samen 150")).to_be_visible()

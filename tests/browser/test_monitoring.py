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
    """814 placed, as the pad asks; the report says the same; a wrong file changes nothing."""
    page = bezoek.open(f"{app}/monitoring?v=2").page
    expect(page.get_by_text("Er zijn nog geen cijfers")).to_be_visible()
    page.get_by_text("Een bestand kiezen of een halfjaar toevoegen").click()
    kies(bezoek, CIJFERS)
    expect(bezoek.kaart()).to_have_text("814")
    expect(page.get_by_text("is er geen te onderscheiden van het pad.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Heerde .*niet te onderscheiden.*indicatie"))).to_be_visible()
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
        assert re.search(r"Heerde +21 ", tekst)
    bezoek.wegwijzer("Overzicht").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    bezoek.wegwijzer("Monitoring").click()
    expect(bezoek.kaart()).to_have_text("814")
    assert not bezoek.klachten


@pytest.mark.parametrize("pauze", [0, 60, 300])
def test_nine_figures_typed_quickly_all_count(app, bezoek, pauze):
    """Type, Enter, type, Enter, at any speed, while the screen follows: nothing is lost, and all of it counts."""
    page = bezoek.open(f"{app}/monitoring?v=2").page
    page.get_by_label("Apeldoorn, 1e halfjaar 2026").focus()
    for nummer in range(9):
        page.keyboard.type(str(120 + nummer), delay=pauze / 3)
        page.keyboard.press("Enter")
        page.wait_for_timeout(pauze)
    velden = page.locator("input[aria-label*=', 1e halfjaar 2026']")
    expect(velden).to_have_count(9)
    assert [veld.input_value() for veld in velden.all()] == [str(120 + nummer) for nummer in range(9)]
    expect(page.get_by_label("Apeldoorn, 2e halfjaar 2026")).to_be_focused()
    expect(page.get_by_text("van 9 van de 9 gemeenten cijfers bekend: samen 1.116")).to_be_visible()
    assert [veld.input_value() for veld in velden.all()] == [str(120 + nummer) for nummer in range(9)]
    assert not bezoek.klachten


def test_what_is_typed_counts_without_enter_and_stays(app, bezoek):
    """A hand that rests is enough; another page and back shows it again; the cards say of how many it is known; mutaties count too."""
    page = bezoek.open(f"{app}/monitoring?v=2").page
    page.get_by_label("Apeldoorn, 1e halfjaar 2026").focus()
    page.keyboard.type("150")
    expect(page.get_by_text("van 1 van de 9 gemeenten cijfers bekend: samen 150")).to_be_visible()
    expect(page.locator(".kaart").first).to_contain_text("van 1 van de 9 gemeenten")
    page.get_by_text("Ook geteld: hoeveel woningen er vrijkwamen").click()
    page.get_by_label("Apeldoorn, mutaties 1e halfjaar 2026").fill("620")
    expect(page.get_by_text("Er kwamen 620 woningen vrij; verwacht waren er 592.")).to_be_visible()
    bezoek.rust()
    bezoek.wegwijzer("Overzicht").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    bezoek.wegwijzer("Monitoring").click()
    expect(page.get_by_label("Apeldoorn, 1e halfjaar 2026")).to_have_value("150")


def test_what_is_no_number_is_marked_and_a_column_is_pasted(app, bezoek):
    """'abc' is named and does not count; three lines from a spreadsheet fill three cells; a half-year can be added."""
    page = bezoek.open(f"{app}/monitoring?v=2").page
    page.get_by_label("Apeldoorn, 2e halfjaar 2026").fill("abc")
    page.get_by_label("Apeldoorn, 2e halfjaar 2026").press("Enter")
    expect(page.get_by_text("Telt niet mee: 'abc' bij Apeldoorn, 2e halfjaar 2026")).to_be_visible()
    page.get_by_label("Apeldoorn, 1e halfjaar 2026").evaluate(
        """veld => {
            const klad = new DataTransfer();
            klad.setData("text", "10\\n1.200\\n30\\n");
            veld.dispatchEvent(new ClipboardEvent("paste", { clipboardData: klad, bubbles: true, composed: true, cancelable: true }));
        }"""
    )
    expect(page.get_by_text("van 3 van de 9 gemeenten cijfers bekend: samen 1.240")).to_be_visible()
    bezoek.rust()
    page.get_by_text("Een bestand kiezen of een halfjaar toevoegen").click()
    page.get_by_role("button", name="Voeg een halfjaar toe").click()
    expect(page.get_by_label("Apeldoorn, 1e halfjaar 2027")).to_be_visible()
    expect(page.get_by_label("Deventer, 1e halfjaar 2026")).to_have_value("30")

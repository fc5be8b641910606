"""Own data: brought, understood, used, shared and let go, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

import pages
from tests.browser.conftest import TELEFOON, Bezoek, geschreven
from tests.gegevens.land import land

pytestmark = pytest.mark.browser

BESTAND = (
    "Bron: eigen administratie;;;;\n"
    "Gemeente;Inwoners 2025;Sociale huur;Mutaties;Bezit: De <b>Hoek</b>\n"
    "Den Haag;562.839;100.000;5.000;60.000\n"
    "Delft;109.573;20.000;1.100;20.000\n"
    "Totaal;672.412;120.000;6.100;80.000\n"
).encode("cp1252")
FOUT = b"Gemeente;Inwoners\nDelft;12,5\nUtrech;8\n"


def kies(bezoek: Bezoek, inhoud: bytes, naam: str = "haaglanden.csv") -> None:
    bezoek.page.locator("input[type=file]").set_input_files({"name": naam, "mimeType": "text/csv", "buffer": inhoud})


def gebruik(bezoek: Bezoek, app: str) -> str:
    """Bring the file and compute with it; give the address."""
    bezoek.open(f"{app}/gegevens?v=2")
    kies(bezoek, BESTAND)
    bezoek.page.get_by_role("button", name="Reken met deze gegevens").click()
    expect(bezoek.page).to_have_url(re.compile(r"regio=eigen-[0-9a-f]{8}"))
    bezoek.rust()
    return bezoek.page.url


def test_a_file_is_understood_used_shared_and_asked_for_again(app, bezoek, venster):
    """Who loads the page anew keeps the file; another opener sees no outcome until it is chosen, and another file is named as another."""
    bezoek.open(f"{app}/gegevens?v=2")
    kies(bezoek, BESTAND)
    for zin in ("De kopregel staat in rij 2", "Den Haag is 's-Gravenhage", "de sommen kloppen", "562.839 is 562839"):
        expect(bezoek.page.get_by_text(zin).first).to_be_visible()
    link = gebruik(bezoek, app)
    bezoek.open(link.replace("/gegevens?", "/?") + "&opgave=2000")
    expect(bezoek.kaart()).to_have_text("170")
    telefoon = venster(viewport=TELEFOON).open(link.replace("/gegevens?", "/?") + "&opgave=2000")
    expect(telefoon.page.locator(".kaart .cijfer")).to_have_count(0)
    kies(telefoon, BESTAND.replace(b"5.000", b"5.001").replace(b"6.100", b"6.101"))
    expect(telefoon.page.get_by_text("Dit is een ander bestand")).to_be_visible()
    kies(telefoon, BESTAND, "andere naam.csv")
    expect(telefoon.page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    expect(telefoon.kaart()).to_have_text("170")
    expect(telefoon.page).to_have_url(re.compile(r"regio=eigen-[0-9a-f]{8}&opgave=2000"))
    assert not telefoon.klachten


def test_a_broken_file_is_refused_and_everything_stays(app, bezoek):
    """Each fault with row, column, value and remedy; the scenario and the earlier file are as they were."""
    gebruik(bezoek, app)
    eerst = bezoek.page.url
    kies(bezoek, FOUT)
    expect(bezoek.page.get_by_text("Deze bestanden zijn niet gebruikt.")).to_be_visible()
    expect(bezoek.page.get_by_role("row", name=re.compile("rij 2, kolom Inwoners.*12,5.*heel getal"))).to_be_visible()
    expect(bezoek.page.get_by_role("row", name=re.compile("rij 3, kolom Gemeente.*Utrech.*GM0344"))).to_be_visible()
    expect(bezoek.page.get_by_text("U rekent nu met haaglanden")).to_be_visible()
    assert bezoek.page.url == eerst


def test_own_data_is_let_go(app, bezoek):
    """Back to the agreement, and nothing of the file is left, also not for undo."""
    gebruik(bezoek, app)
    bezoek.page.get_by_role("button", name="Vergeet deze gegevens").click()
    expect(bezoek.page.get_by_text("U rekent nu met")).to_have_count(0)
    expect(bezoek.page).to_have_url(geschreven(pad="/gegevens"))
    bezoek.rust()
    expect(bezoek.page.get_by_role("button", name="Ongedaan")).to_be_disabled()


def test_every_page_shows_own_data_and_the_part_of_a_corporatie(app, bezoek):
    """No page fails on a region with few figures; what a user typed is text; a page switch keeps the scenario and the link.

    But not to Presenteren, which is therefore the last: the story has scenarios of its own.
    """
    gebruik(bezoek, app)
    bezoek.reservering.focus()
    bezoek.page.keyboard.press("ArrowRight")
    expect(bezoek.page).to_have_url(re.compile("reservering="))
    expect(bezoek.page.locator(".st-key-navigatie a")).to_have_count(len(pages.PAGINAS) - 1)
    for pagina in sorted(pages.PAGINAS, key=lambda pagina: pagina is pages.presenteren):
        bezoek.naar(pagina.TITEL)
        expect(bezoek.page.get_by_text("kan niet worden getoond")).to_have_count(0)
        if pagina is not pages.presenteren:
            zelf = rf"/{pages.pad(pagina)}\?v=2&c=\w{{4}}&regio=eigen-[0-9a-f]{{8}}&reservering=30\.5$"
            expect(bezoek.page).to_have_url(re.compile(zelf))
            expect(bezoek.reservering).to_have_attribute("aria-valuetext", "30,5%")
    bezoek.wegwijzer("Gemeenteprofiel").click()
    expect(bezoek.page.get_by_role("rowheader", name="De <b>Hoek</b>")).to_be_visible()


def test_a_click_on_the_map_puts_a_gemeente_in_a_region_and_takes_it_out(app, bezoek):
    """The middle of the country, and a place south of it: chips in the field, the link of both; the first again, and it is gone."""
    bezoek.open(f"{app}/nederland?v=2")
    kaart = bezoek.page.locator('[data-naam="nederland-kaart"] [role="img"]')
    expect(kaart).to_be_visible()
    kaart.scroll_into_view_if_needed()
    vak = kaart.bounding_box()
    veld = bezoek.page.locator(".st-key-land_samen")

    def klik(hoog: float) -> None:
        kaart.click(position={"x": vak["width"] / 2, "y": vak["height"] * hoog})
        bezoek.rust()

    klik(0.55)
    expect(bezoek.page.get_by_role("link", name="Open deze gemeente")).to_be_visible()
    eerste = veld.inner_text()
    klik(0.72)
    open_ = bezoek.page.get_by_role("link", name="Open deze 2 gemeenten")
    expect(open_).to_have_attribute("href", re.compile(r"regio=GM[0-9]{4}(,|%2C)GM[0-9]{4}"))
    klik(0.55)
    expect(bezoek.page.get_by_role("link", name="Open deze gemeente")).to_be_visible()
    assert veld.inner_text() != eerste


def test_who_has_not_the_file_can_go_on(app, bezoek):
    """With the agreement."""
    bezoek.open(f"{app}/groeipad?v=2&regio=eigen-12345678")
    bezoek.page.get_by_role("button", name="Ga verder zonder dit bestand").click()
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Groeipad")
    expect(bezoek.page).to_have_url(geschreven(pad="/groeipad"))


def test_every_gemeente_of_the_country_is_usable(app, bezoek):
    """342 in one file: chosen, drawn and moved; the tables have them all, and the page stays a page."""
    bezoek.open(f"{app}/gegevens?v=2")
    kies(bezoek, land(), "land.csv")
    bezoek.page.get_by_role("button", name="Reken met deze gegevens").click()
    expect(bezoek.page).to_have_url(re.compile("regio=eigen-"))
    for pagina in ("Overzicht", "Groeipad", "Solidariteit"):
        bezoek.wegwijzer(pagina).click()
        expect(bezoek.page.get_by_role("heading", level=1)).to_have_text(pagina)
        expect(bezoek.page.get_by_text("hoogstens 30 van de 342 gemeenten")).to_be_visible()
        bezoek.rust()
        assert bezoek.page.get_by_test_id("stMain").evaluate("deel => deel.scrollHeight") < 5000
    bezoek.wegwijzer("Overzicht").click()
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    tabel = bezoek.page.get_by_role("table", name="Per gemeente: deel van de opgave, mutaties en capaciteit.")
    expect(tabel.locator("tbody tr")).to_have_count(342)
    assert not bezoek.klachten

"""The fifteen questions of an RBO: each starts at Overzicht, takes at most two clicks and finds its figure."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Bezoek

pytestmark = pytest.mark.browser

MEESTE_KLIKS = 2


class Vraag:
    """A visitor at Overzicht whose clicks are counted; a slider that is moved counts as one."""

    def __init__(self, bezoek: Bezoek) -> None:
        self.bezoek = bezoek
        self.kliks = 0

    @property
    def page(self) -> Page:
        return self.bezoek.page

    def klik(self, wat: Locator) -> None:
        self.kliks += 1
        wat.click()
        self.bezoek.rust()

    def naar(self, pagina: str) -> None:
        self.klik(self.page.get_by_role("link", name=pagina, exact=True))
        expect(self.page.get_by_role("heading", level=1)).to_have_text(pagina)
        self.bezoek.rust()

    def schuif(self, naam: str, toets: str, keer: int) -> None:
        self.kliks += 1
        duim = self.page.locator(f".st-key-s_{naam} input[type=range]").first
        duim.focus()
        for _ in range(keer):
            self.page.keyboard.press(toets)
        self.bezoek.rust()

    def kaart(self, label: str) -> Locator:
        return self.page.locator(".kaart").filter(has_text=re.compile(rf"^\s*{re.escape(label)}"))

    def rij(self, naam: str) -> Locator:
        return self.page.get_by_role("row").filter(has=self.page.get_by_role("rowheader", name=naam, exact=True))


@pytest.fixture
def vraag(app, bezoek) -> Iterator[Vraag]:
    """Open Overzicht, ask, and count."""
    gesteld = Vraag(bezoek.open(f"{app}/?v=2"))
    yield gesteld
    assert gesteld.kliks <= MEESTE_KLIKS
    assert not bezoek.klachten
    assert not bezoek.buiten


def test_1_what_if_we_go_to_35_percent(vraag):
    """The headline becomes 55, beside the 215 of the agreement."""
    vraag.schuif("reservering", "ArrowRight", 10)
    expect(vraag.kaart("Niet geplaatst in 2035")).to_contain_text("55")
    expect(vraag.kaart("Niet geplaatst in 2035")).to_contain_text("215 in het beginscenario")


def test_2_when_is_it_zero(vraag):
    """Not with this scenario; from 36.8% on for the region, from 58% on for every gemeente alone."""
    vraag.naar("Groeipad")
    expect(vraag.kaart("Het gat is dicht in")).to_contain_text("niet met dit scenario")
    expect(vraag.kaart("Reservering, hele regio")).to_contain_text("36,8%")
    expect(vraag.kaart("Reservering, ieder voor zich")).to_contain_text("58,0%")


def test_3_what_does_it_mean_for_my_gemeente(vraag):
    """Lochem lacks 42 and reads why in five sentences."""
    vraag.naar("Gemeenteprofiel")
    vraag.klik(vraag.page.get_by_role("radio", name="Lochem"))
    expect(vraag.kaart("Niet geplaatst in 2035")).to_contain_text("40")
    expect(vraag.page.get_by_text("Daarmee komt Lochem 42 plekken tekort")).to_be_visible()


def test_4_who_pays(vraag):
    """Lochem places 42 fewer than its own share, Deventer 11 more; of what was placed 26 and 58; no source gives a tariff."""
    vraag.naar("Solidariteit")
    for naam, saldo, vereffening in (("Lochem", "-42", "-26"), ("Deventer", "+11", "+58")):
        expect(vraag.rij(naam).get_by_role("cell").nth(-2)).to_have_text(saldo)
        expect(vraag.rij(naam).get_by_role("cell").nth(-1)).to_have_text(vereffening)
    expect(vraag.page.get_by_text("Een tarief staat in geen enkele bron.")).to_be_visible()


def test_5_how_sure_is_this(vraag):
    """Between 140 and 289 with the margins, and the opgave matters most."""
    vraag.naar("Onzekerheid")
    expect(vraag.kaart("Niet geplaatst in 2035")).to_contain_text("tussen 140 en 289")
    expect(vraag.page.locator(".tekening").nth(1)).to_contain_text("162 tot 268")


def test_6_why_must_lochem_do_58_percent(vraag):
    """The equation with the figures filled in, and the column of the source."""
    vraag.klik(vraag.page.get_by_text("Hoe komt een cijfer tot stand?"))
    expect(vraag.page.get_by_text("100 × 87 ÷ 150").first).to_be_visible()
    expect(vraag.page.get_by_text("Theorie vs praktijk, kolommen C en E").first).to_be_visible()


def test_7_and_with_another_key(vraag):
    """By mutaties Lochem would have 55 instead of 87."""
    vraag.naar("Verdeelsleutels")
    expect(vraag.rij("Lochem").first).to_contain_text("87")
    expect(vraag.rij("Lochem").first).to_contain_text("55")


def test_8_what_does_a_regulier_woningzoekende_notice(vraag):
    """2,230 homes left, 161 fewer than in 2024."""
    vraag.naar("Regulier woningzoekenden")
    expect(vraag.kaart("Regulier in 2035")).to_contain_text("2.230")
    expect(vraag.kaart("Regulier in 2035")).to_contain_text("-161 t.o.v. 2024")
    expect(vraag.rij("Apeldoorn")).to_contain_text("-50")


def test_9_are_statushouders_in_it(vraag):
    """The choice of three stands below the assumptions, with its source."""
    vraag.klik(vraag.page.get_by_text("Meer aannames"))
    keuze = vraag.page.locator(".st-key-p_statushouders")
    expect(keuze.get_by_role("combobox")).to_have_value("Binnen de opgave")
    keuze.get_by_test_id("stTooltipIcon").hover()
    expect(vraag.page.get_by_text("Afsprakenkader 2-3-2026").filter(visible=True)).to_have_count(1)


def test_10_does_the_law_demand_it(vraag):
    """Dated rules, the 15% marked as not verified, and what it would leave: 692."""
    vraag.naar("Wettelijk kader")
    expect(vraag.rij("Wet versterking regie volkshuisvesting")).to_contain_text("1 juli 2026")
    expect(vraag.rij("Minstens 15%")).to_contain_text("onzeker")
    expect(vraag.kaart("Niet geplaatst bij 15%")).to_contain_text("692")


def test_11_does_building_or_doorstroming_help(vraag):
    """A hundred homes built are 45 fewer, a hundred freed 30, a hundred reserved 100."""
    vraag.naar("Hefbomen")
    for naam, minder in (("Nieuwbouw sociale huur", "45"), ("Doorstroming", "30"), ("Meer reserveren", "100")):
        expect(vraag.rij(naam)).to_contain_text(minder)


def test_12_what_if_the_mutatiegraad_falls(vraag):
    """The field shows 500 not placed near the bottom, and the scenario as a point in it."""
    vraag.naar("Wat is er nodig")
    vlak = vraag.page.locator(".tekening").first
    expect(vlak).to_contain_text("500")
    expect(vlak).to_contain_text("nu")
    vraag.klik(vraag.page.get_by_text("Het vlak in een tabel"))
    expect(vraag.rij("4,50%")).to_contain_text("417")


def test_13_only_cheap_homes(vraag):
    """698 not placed, and the three gemeenten without figures are named."""
    vraag.klik(vraag.page.get_by_role("combobox", name="Kant-en-klaar scenario"))
    vraag.klik(vraag.page.get_by_role("option", name="Alleen goedkope woningen"))
    expect(vraag.kaart("Niet geplaatst in 2035")).to_contain_text("698")
    expect(vraag.page.get_by_role("alert").first).to_contain_text("Epe, Hattem en Heerde")


def test_14_may_a_surplus_count_elsewhere(vraag):
    """Both readings side by side without a click: 215 and 225."""
    kaart = vraag.kaart("Als geen overschot meetelt")
    expect(kaart).to_contain_text("225")
    expect(kaart).to_contain_text("215 als elk overschot meetelt")


def test_15_are_we_on_course_in_2030(vraag):
    """The pad asks 875 places in 2030 and leaves 295; the evaluation is marked."""
    vraag.naar("Groeipad")
    expect(vraag.rij("2030")).to_contain_text("875")
    expect(vraag.rij("2030")).to_contain_text("295")
    expect(vraag.page.locator(".tekening").first).to_contain_text("evaluatie 2030")

"""The table game in a real browser: three rounds, replayed from a link."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TELEFOON

pytestmark = pytest.mark.browser


def test_three_rounds_are_played_shared_and_replayed(app, bezoek, venster):
    """Lochem goes to 37%, Deventer takes 12 over, Lochem adds places; the link plays it again elsewhere."""
    page = bezoek.open(f"{app}/speltafel?v=2&gemeente=GM0262").page
    expect(bezoek.kaart(0)).to_have_text("225")
    expect(bezoek.kaart(1)).to_have_text("–")
    expect(page.locator(".kaart").nth(1)).to_contain_text("nog geen bod")
    schuif = page.get_by_role("slider", name="Percentage van wat vrijkomt")
    schuif.focus()
    for _ in range(14):
        page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"bod=1\.0262\.p(:|%3A)37"))
    expect(bezoek.kaart(1)).to_have_text("215")
    page.get_by_role("button", name="Ronde 2", exact=True).click()
    expect(page).to_have_url(re.compile("ronde=2"))
    bezoek.rust()
    page.locator(".st-key-p_gemeente").get_by_text("Deventer").click()
    expect(page).to_have_url(re.compile("gemeente=GM0150"))
    bezoek.rust()
    expect(page.get_by_text("fair share 259")).to_be_visible()
    bezoek.rust()
    van = page.get_by_role("combobox", name="Overnemen van")
    van.scroll_into_view_if_needed()
    van.click()
    van.press_sequentially("Lochem", delay=40)
    van.press("Enter")
    veld = page.get_by_label("Huishoudens van Lochem")
    veld.fill("12")
    veld.press("Enter")
    expect(bezoek.kaart(2)).to_have_text("204")
    expect(bezoek.kaart(3)).to_have_text("–")
    expect(page.get_by_text("Afgesproken: Deventer huisvest er 12 van Lochem.")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Lochem .*−12"))).to_be_visible()
    bezoek.rust()
    link = page.url
    telefoon = venster(viewport=TELEFOON).page
    telefoon.goto(link)
    expect(telefoon.locator(".kaart .cijfer").nth(2)).to_have_text("204")
    telefoon.get_by_role("button", name="Ronde 1", exact=True).click()
    expect(telefoon.get_by_role("row", name=re.compile("^Lochem .*−12"))).to_have_count(0)
    page.get_by_role("button", name="Begin opnieuw").click()
    expect(bezoek.kaart(2)).to_have_text("–")
    expect(bezoek.kaart(0)).to_have_text("225")
    assert not bezoek.klachten


def test_a_gemeente_hands_over_to_another(app, bezoek):
    """Lochem hands 10 over to the first in the list: Lochem's gap is 10 smaller, and the other carries them."""
    page = bezoek.open(f"{app}/speltafel?v=2&gemeente=GM0262&ronde=1").page
    veld = page.get_by_label("Huishoudens aan Apeldoorn")
    veld.fill("10")
    veld.press("Enter")
    expect(page).to_have_url(re.compile(r"bod=1\.0200\.0262(:|%3A)10"))
    expect(page.get_by_role("row", name=re.compile(r"^Lochem .*−10"))).to_be_visible()
    expect(page.get_by_role("row", name=re.compile(r"^Apeldoorn .*\+10"))).to_be_visible()


def test_the_rules_of_the_facilitator_are_kept(app, bezoek):
    """A bid above the cap is named; the cap can be moved."""
    page = bezoek.open(f"{app}/speltafel?v=2&bod=1.0262.p:40").page
    expect(page.get_by_text("Lochem biedt 40,0%: het plafond is 37%.")).to_be_visible()
    bezoek.open(f"{app}/speltafel?v=2&bod=1.0262.p:40&plafond=40&hoogstens=230")
    expect(page.get_by_text("het plafond is")).to_have_count(0)
    expect(page.get_by_text("doel gehaald").first).to_be_visible()


def test_the_bid_and_the_chart_are_seen_together(app, bezoek):
    """On a laptop, without scrolling: what is bid, what it does, and the rules of who leads the table."""
    page = bezoek.open(f"{app}/speltafel?v=2").page
    expect(page.get_by_text("Percentage van wat vrijkomt", exact=True)).to_be_in_viewport()
    expect(page.get_by_label("Nieuwbouw per jaar")).to_be_in_viewport()
    expect(page.locator(".tekening").first).to_be_in_viewport(ratio=0.9)
    expect(page.locator(".kaart .eronder").first).to_be_in_viewport()
    page.get_by_role("button", name="Spelregels van de gespreksleider").click()
    expect(page.get_by_role("textbox", name="Doel: hoogstens niet geplaatst")).to_be_visible()

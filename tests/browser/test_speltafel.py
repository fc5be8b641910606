"""The Speltafel in a real browser: a room of three rounds with the rules of who leads, replayed from its link."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import TELEFOON, kamercode

pytestmark = pytest.mark.browser


def test_three_rounds_are_played_in_a_room_from_one_device_and_replayed(app, bezoek, venster):
    """Lochem goes to 37%, Deventer takes 12 over, Lochem adds homes; the fourth round is none, and the link plays it again elsewhere."""
    page = bezoek.open(f"{app}/speltafel?v=2&plafond=36").page
    expect(bezoek.kaart(0)).to_have_text("225")
    expect(bezoek.kaart(1)).to_have_text("–")
    expect(page.locator(".kaart").nth(1)).to_contain_text("nog niet gespeeld")
    with page.expect_popup() as opent:
        page.get_by_role("link", name="Open de Speltafel").click()
    scherm = opent.value
    expect(scherm.get_by_role("heading", name="Speltafel Regio Stedendriehoek")).to_be_visible()
    toestel = venster(viewport=TELEFOON).page
    toestel.goto(f"{app}/deelnemen#{kamercode(scherm)}")
    toestel.get_by_label("Ik spreek voor").select_option("Lochem")
    toestel.get_by_role("slider", name="Reservering van de eigen gemeente").fill("37")
    expect(scherm.locator("#stand")).to_have_text("Ronde 1 van 3, 1 gehoord.")
    expect(scherm.locator("#samen")).to_be_empty()
    scherm.get_by_role("button", name="Onthul", exact=True).click()
    expect(scherm.locator(".kaart strong").first).to_have_text("215")
    expect(scherm.locator("#samen")).to_contain_text("Lochem biedt 37,0%: het plafond is 36%.")
    expect(scherm.locator("#samen")).to_contain_text("hoogstens 0 niet geplaatst: nog niet gehaald.")
    expect(scherm.get_by_role("button", name="Laat de zaal gokken")).to_have_count(0)
    scherm.get_by_role("button", name="Volgende ronde").click()
    with toestel.expect_popup() as ook:
        toestel.get_by_role("link", name="Op dit toestel ook voor een andere gemeente spreken").click()
    ander = ook.value
    ander.get_by_label("Ik spreek voor").select_option("Deventer")
    ander.get_by_label("Andere gemeente").select_option("Lochem")
    ander.get_by_label("Huishoudens per jaar").fill("-3")
    expect(ander.locator("#verstuurd")).to_have_text(
        "'-3' kan niet bij Huishoudens per jaar: kies erboven wie voor wie, en laat het minteken weg."
    )
    ander.get_by_label("Huishoudens per jaar").fill("12")
    expect(scherm.locator("#stand")).to_have_text("Ronde 2 van 3, 1 gehoord.")
    scherm.get_by_role("button", name="Onthul", exact=True).click()
    expect(scherm.locator(".kaart strong").first).to_have_text("204")
    te_laat = {"status": 409, "json": {"fouten": [{"melding": "De tafel is verder gegaan."}]}}
    toestel.route("**/kamer/zeg", lambda route: route.fulfill(**te_laat))
    toestel.get_by_label("Nieuwbouw").fill("9")
    expect(toestel.locator("#verstuurd")).to_have_text("De tafel is verder gegaan.")
    toestel.unroute("**/kamer/zeg")
    scherm.get_by_role("button", name="Volgende ronde").click()
    expect(scherm.get_by_role("button", name="Ronde 2: 204")).to_be_visible()
    expect(toestel.locator("#stand")).to_contain_text("Ronde 3")
    expect(toestel.locator("#verstuurd")).to_have_text("De tafel is verder gegaan.")
    toestel.get_by_label("Nieuwbouw").fill("10")
    expect(scherm.locator("#stand")).to_have_text("Ronde 3 van 3, 1 gehoord.")
    scherm.get_by_role("button", name="Onthul", exact=True).click()
    expect(scherm.locator("#volgende")).to_contain_text(
        "Dit is de laatste ronde: leg het besluit vast en sluit de kamer."
    )
    expect(scherm.get_by_role("button", name="Volgende ronde")).to_have_count(0)
    eind = scherm.locator(".kaart strong").first.inner_text()
    link = scherm.get_by_role("link", name=re.compile("^Deze rondes .* op de Speltafel")).get_attribute("href")
    telefoon = bezoek.open(f"{app}/{link}").page
    for nummer, cijfer in enumerate(("225", "215", "204", eind)):
        expect(bezoek.kaart(nummer)).to_have_text(cijfer)
    expect(telefoon.get_by_text("Deventer huisvest er 12 van Lochem.")).to_be_visible()
    expect(telefoon.get_by_role("row", name=re.compile("^Lochem .*−12"))).to_be_visible()
    telefoon.get_by_role("button", name="Ronde 1", exact=True).click()
    expect(telefoon.get_by_role("row", name=re.compile("^Lochem .*−12"))).to_have_count(0)
    expect(telefoon.get_by_text("Lochem biedt 37,0%: het plafond is 36%.")).to_be_visible()
    bezoek.rust()
    telefoon.get_by_role("button", name="Zonder deze rondes").click()
    expect(bezoek.kaart(2)).to_have_text("–")
    assert not bezoek.klachten


def test_the_rules_of_the_facilitator_are_kept(app, bezoek):
    """A bid above the cap is named; the cap can be moved."""
    page = bezoek.open(f"{app}/speltafel?v=2&bod=1.0262.p:40").page
    expect(page.get_by_text("Lochem biedt 40,0%: het plafond is 37%.")).to_be_visible()
    bezoek.open(f"{app}/speltafel?v=2&bod=1.0262.p:40&plafond=40&hoogstens=230")
    expect(page.get_by_text("het plafond is")).to_have_count(0)
    expect(page.get_by_text("doel gehaald").first).to_be_visible()


def test_the_way_in_and_the_rules_are_seen_at_once(app, bezoek):
    """On a laptop, without scrolling: the room, the rules that its link takes along, the rounds."""
    page = bezoek.open(f"{app}/speltafel?v=2&reservering=33").page
    expect(page.get_by_role("link", name="Open de Speltafel")).to_be_in_viewport()
    expect(page.locator(".kaart .eronder").first).to_be_in_viewport()
    page.get_by_role("button", name="Spelregels van de gespreksleider").click()
    veld = page.get_by_role("textbox", name="Doel: hoogstens niet geplaatst")
    veld.fill("50")
    veld.press("Enter")
    weg = re.compile(r"zaalscherm\?speltafel#.*reservering=33.*hoogstens=50")
    expect(page.get_by_role("link", name="Open de Speltafel")).to_have_attribute("href", weg)

"""A room in a real browser: a phone moves, the screen follows; a lost network, a wrong code and a closed room are said."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import TELEFOON

pytestmark = pytest.mark.browser


def test_a_room_is_played_from_opening_to_closing(app, bezoek, venster):
    """Blind, revealed, live, a network that goes and comes back, and the end; neither page has a fault against WCAG."""
    scherm = bezoek.page
    scherm.goto(f"{app}/zaalscherm#v=2&reservering=33")
    expect(scherm.locator("#qr")).to_be_visible()
    assert re.fullmatch(r".*/zaalscherm#[0-9A-Z]{10}\.[\w-]{32}", scherm.url), "the address is that of the chair now"
    code = scherm.locator("#code").inner_text()
    telefoon = venster(viewport=TELEFOON).page
    telefoon.goto(f"{app}/deelnemen#AAAAA-AAAAA")
    expect(telefoon.get_by_role("alert")).to_contain_text("Er is geen kamer met deze code")
    telefoon.get_by_label("De code op het scherm").fill(code.lower())
    telefoon.get_by_role("button", name="Doe mee").click()
    telefoon.get_by_label("Ik spreek voor").select_option("Lochem")
    schuif = telefoon.get_by_role("slider", name="Reservering voor iedereen")
    schuif.fill("35")
    expect(telefoon.locator("#verstuurd")).to_have_text("Ontvangen; verborgen tot de voorzitter onthult.")
    expect(scherm.locator("#stand")).to_have_text("Ronde 1, 1 gehoord.")
    expect(scherm.locator(".punt")).to_have_count(0)
    scherm.get_by_role("button", name="Onthul").click()
    expect(scherm.locator(".punt")).to_have_text("Lochem 35,0%")
    expect(telefoon.locator("#uitkomst")).to_contain_text("mediaan 35,0%")
    telefoon.context.set_offline(True)
    schuif.press("ArrowRight")
    expect(telefoon.locator("#verstuurd")).to_contain_text("Geen verbinding")
    telefoon.context.set_offline(False)
    expect(scherm.locator(".punt")).to_have_text("Lochem 35,5%")
    telefoon.reload()
    expect(telefoon.get_by_role("slider", name="Reservering voor iedereen")).to_have_value("35.5")
    expect(telefoon.get_by_label("Ik spreek voor")).to_have_value("GM0262")
    for page in (scherm, telefoon):
        assert not Axe().run(page).response["violations"]
    with scherm.expect_download() as notulen:
        scherm.get_by_role("button", name="Notulen als Markdown").click()
    assert "- Lochem: 35,5%" in notulen.value.path().read_text(encoding="utf-8")
    scherm.on("dialog", lambda vraag: vraag.accept())
    scherm.get_by_role("button", name="Sluit de kamer").click()
    expect(telefoon.locator("#stand")).to_contain_text("gesloten")
    expect(telefoon.get_by_role("slider", name="Reservering voor iedereen")).to_be_disabled()
    expect(scherm.locator("#rondes")).to_contain_text("Ronde 1")

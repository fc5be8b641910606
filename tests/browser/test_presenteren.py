"""The story on the projector, by keyboard only."""

import re

import pytest
from playwright.sync_api import expect

from fairshare.gegevens import lees_verhaal

pytestmark = pytest.mark.browser


def test_the_whole_story_by_keyboard(app, bezoek):
    """PageDown through every step and PageUp back: each has its title, its own scenario and one large figure."""
    stappen = lees_verhaal()
    page = bezoek.open(f"{app}/presenteren?v=1").page
    for nummer, stap in enumerate(stappen, start=1):
        expect(page.get_by_role("heading", name=f"{nummer}. {stap.titel}")).to_be_visible()
        expect(bezoek.kaart()).not_to_have_text("")
        bezoek.rust()
        if nummer < len(stappen):
            page.keyboard.press("PageDown")
    expect(bezoek.kaart()).to_have_text("64")
    page.keyboard.press("PageUp")
    expect(page.get_by_role("heading", name="6. Wat is er nodig?")).to_be_visible()
    expect(bezoek.kaart()).to_have_text("36,7%")
    assert not bezoek.klachten


def test_the_figure_follows_the_keys_and_goes_back_to_the_step(app, bezoek):
    """Up twice is 31%; Home is 30% again; the sentence moves with it and the link holds it."""
    page = bezoek.open(f"{app}/presenteren?v=1&stap=3").page
    expect(bezoek.kaart()).to_have_text("215")
    page.keyboard.press("ArrowUp")
    expect(bezoek.kaart()).to_have_text("199")
    bezoek.rust()
    page.keyboard.press("ArrowUp")
    expect(bezoek.kaart()).to_have_text("183")
    expect(page.get_by_text("Bij 31,0% reservering")).to_be_visible()
    expect(page).to_have_url(re.compile(r"reservering=31&stap=3$"))
    bezoek.rust()
    page.keyboard.press("Home")
    expect(bezoek.kaart()).to_have_text("215")
    expect(page).to_have_url(re.compile(r"\?v=1&stap=3$"))


def test_the_slider_is_live_on_the_projector_too(app, bezoek):
    """In the page itself, and its arrows do not turn the page or count twice."""
    page = bezoek.open(f"{app}/presenteren?v=1&stap=3").page
    bezoek.reservering.focus()
    page.keyboard.press("ArrowUp")
    expect(page).to_have_url(re.compile(r"reservering=30\.5&stap=3$"))
    bezoek.rust()
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "30,5%")


def test_a_black_screen_and_back(app, bezoek):
    """B covers everything, B again uncovers it."""
    page = bezoek.open(f"{app}/presenteren?v=1&stap=3").page
    expect(bezoek.page.get_by_role("button", name="Zwart scherm")).to_be_visible()
    kleur = "() => getComputedStyle(document.querySelector('.stApp'), '::after').backgroundColor"
    page.keyboard.press("b")
    page.wait_for_function(f"({kleur})() === 'rgb(0, 0, 0)'")
    page.keyboard.press("b")
    page.wait_for_function(f"({kleur})() !== 'rgb(0, 0, 0)'")


def test_the_controls_are_out_of_sight_and_in_reach(app, bezoek):
    """No sidebar; the navigation is there for whoever tabs or points to it."""
    page = bezoek.open(f"{app}/presenteren?v=1").page
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    page.get_by_role("link", name="Overzicht").focus()
    expect(page.locator(".st-key-navigatie")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()

"""The story on the projector, by keyboard only."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from fairshare import link
from fairshare.export import Stempel, Wens, maak
from fairshare.gegevens import lees_regios, lees_verhaal
from fairshare.scenario import Scenario
from fairshare.verhaal import naast_de_gok, scenes
from fairshare.weergave import Weergave
from tests.browser.conftest import LAPTOP, geschreven, kamercode, wacht_tot

pytestmark = pytest.mark.browser


ELK_CIJFER = """() => {
  window.gezien = new Set();
  const kijk = () => gezien.add(document.querySelector(".kaart .cijfer")?.textContent);
  new MutationObserver(kijk).observe(document, { subtree: true, childList: true, characterData: true });
}"""
"""Keep every figure that the card showed, however short: a clock beside the drawing sees none while the machine is busy."""


def test_the_whole_story_by_keyboard(app, bezoek):
    """PageDown through every step and PageUp back: each has its title, its own scenario and one large figure."""
    stappen = lees_verhaal()
    page = bezoek.open(f"{app}/presenteren?v=2").page
    for nummer, stap in enumerate(stappen, start=1):
        expect(page.get_by_role("heading", name=f"{nummer}. {stap.titel}")).to_be_visible()
        expect(bezoek.kaart()).not_to_have_text("")
        bezoek.rust()
        if nummer < len(stappen):
            page.keyboard.press("PageDown")
    expect(bezoek.kaart()).to_have_text("64")
    page.keyboard.press("PageUp")
    expect(page.get_by_role("heading", name="6. Wat is er nodig?")).to_be_visible()
    expect(bezoek.kaart()).to_have_text("36,8%")
    assert not bezoek.klachten


def test_the_figure_follows_the_keys_and_goes_back_to_the_step(app, bezoek):
    """Up twice is 31%; Home is 30% again; the sentence moves with it and the link holds it."""
    page = bezoek.open(f"{app}/presenteren?v=2&stap=3").page
    expect(bezoek.kaart()).to_have_text("?")
    page.keyboard.press("o")
    expect(bezoek.kaart()).to_have_text("215")
    bezoek.rust()
    page.keyboard.press("ArrowUp")
    expect(bezoek.kaart()).to_have_text("199")
    bezoek.rust()
    page.keyboard.press("ArrowUp")
    expect(bezoek.kaart()).to_have_text("183")
    expect(page.get_by_text("Bij 31,0% reservering")).to_be_visible()
    beeld = page.locator(".tekening").bounding_box()
    assert beeld and beeld["y"] + beeld["height"] <= LAPTOP["height"], (
        "the axis is in sight, below a legend of two lines"
    )
    expect(page).to_have_url(geschreven("reservering=31", "stap=3"))
    bezoek.rust()
    page.keyboard.press("Home")
    expect(bezoek.kaart()).to_have_text("?")
    bezoek.rust()
    page.keyboard.press("o")
    expect(bezoek.kaart()).to_have_text("215")
    expect(page).to_have_url(geschreven("stap=3"))


def test_the_slider_is_live_on_the_projector_too(app, bezoek):
    """In the page itself, and its arrows do not turn the page or count twice."""
    page = bezoek.open(f"{app}/presenteren?v=2&stap=3").page
    bezoek.reservering.focus()
    page.keyboard.press("ArrowUp")
    expect(page).to_have_url(geschreven("reservering=30.5", "stap=3"))
    bezoek.rust()
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "30,5%")


def test_the_room_guesses_and_the_change_is_played(app, bezoek):
    """From 30% to the question on 37%: type a guess, show, and see the figures go from 225 to the answer; again with H.

    On a busy machine H began halfway: a control that the replay had taken away was told late by the browser, and made its picture
    a step of the user (``overnemen.neem_over``).
    """
    page = bezoek.open(f"{app}/presenteren?v=2&stap=3").page
    expect(bezoek.kaart()).to_have_text("?")
    page.keyboard.press("PageDown")
    expect(page.get_by_text("bij 37,0% samen nog tekort")).to_be_visible()
    expect(page.locator(".tekening")).to_have_count(0)
    page.keyboard.press("g")
    page.keyboard.type("20")
    page.evaluate(ELK_CIJFER)  # and with the cursor still in the field:
    for toets in ("o", "h"):
        page.evaluate("gezien.clear()")
        page.keyboard.press(toets)
        wacht_tot(page, "gezien.has('225')")  # a slow machine skips pictures, but never the first and the last
        expect(bezoek.kaart()).to_have_text("87")
        bezoek.rust()
    expect(page.get_by_text("De zaal dacht 20: het cijfer is 67 hoger.")).to_be_visible()
    expect(page).to_have_url(geschreven("reservering=37", "verevening=0", "stap=4"))
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "37,0%")
    page.keyboard.press("Control+z")  # what was played is no step of its own
    expect(page).to_have_url(geschreven("stap=4"))


def test_the_speaker_has_a_window_and_the_projector_only_the_picture(app, bezoek, venster):
    """What stands on the screen, what comes, a note a step, and the keys; a room says who was heard; a screen that is gone is said."""
    page = bezoek.open(f"{app}/presenteren?v=2&stap=3").page
    expect(bezoek.kaart()).to_have_text("?")
    expect(page.get_by_role("button", name="Sprekersbeeld (S)")).to_be_hidden()
    with page.context.expect_page() as opent:
        page.keyboard.press("s")
    spreker = opent.value
    titels = [stap.titel for stap in lees_verhaal()]
    expect(spreker.get_by_role("heading", level=1)).to_have_text(titels[2])
    expect(spreker.locator("#cijfer")).to_have_text("?")
    expect(spreker.locator("#straks")).to_have_text(f"{titels[3]} (eerst raadt de zaal)")
    notities = spreker.get_by_label("Notities bij deze stap")
    notities.fill("Eerst Lochem")
    notities.press("o")  # a letter, and no key
    spreker.get_by_role("button", name="Onthul (O)").click()
    expect(bezoek.kaart()).to_have_text("215")
    expect(spreker.locator("#cijfer")).to_have_text("215")
    expect(spreker.locator("#zin")).to_have_text(page.locator(".st-key-toneel .zin").first.inner_text())
    expect(page.locator(".st-key-verhaalknoppen")).to_be_hidden()
    spreker.locator("h1").click()
    spreker.keyboard.press("PageDown")
    expect(page.get_by_role("heading", name=f"4. {titels[3]}")).to_be_visible()
    expect(spreker.get_by_role("heading", level=1)).to_have_text(titels[3])
    expect(notities).to_have_value("")
    spreker.get_by_role("button", name="Vorige (PageUp)").hover()
    spreker.mouse.down()
    page.keyboard.press("PageDown")  # the screen goes on while a button is held
    expect(spreker.get_by_role("heading", level=1)).to_have_text(titels[4])
    spreker.mouse.up()
    expect(spreker.get_by_role("heading", level=1)).to_have_text(titels[3])
    bezoek.rust()
    page.reload()
    expect(bezoek.kaart()).to_have_text("?")
    bezoek.rust()
    page.evaluate(  # what it answers while it still loads
        "(titel) => new BroadcastChannel(`fairshare-spreker-${window.name}`).postMessage({ titel, knoppen: [] })",
        titels[3],
    )
    spreker.keyboard.press("PageUp")
    expect(page.get_by_role("heading", name=f"3. {titels[2]}")).to_be_visible()
    expect(notities).to_have_value("Eerst Lochemo")
    zaal = venster().page
    zaal.goto(f"{app}/zaalscherm#v=2")
    spreker.get_by_label("Code van een kamer").fill(kamercode(zaal))
    spreker.get_by_role("button", name="Volg", exact=True).click()
    expect(spreker.locator("#kamer")).to_contain_text("Ronde 1, 0 gehoord. Nog niet: Apeldoorn,")
    rand, begin = (spreker.locator(wat).bounding_box() for wat in ("#kamercode", "#beeld"))
    assert rand and begin and rand["x"] + rand["width"] <= begin["x"], "nothing lies over something else"
    assert not Axe().run(spreker).response["violations"]
    assert not bezoek.klachten
    page.goto("about:blank")
    expect(spreker.get_by_role("alert")).to_contain_text("Het venster van Presenteren antwoordt niet.")


def test_f_fills_the_screen(app, bezoek):
    """And again gives it back; Escape leaves one level at a time, from the whole screen to the page itself."""
    page = bezoek.open(f"{app}/presenteren?v=2&stap=3").page
    expect(page.get_by_role("button", name="Schermvullend")).to_be_visible()
    page.keyboard.press("f")
    wacht_tot(page, "document.fullscreenElement !== null")
    page.keyboard.press("f")
    wacht_tot(page, "document.fullscreenElement === null")
    stoppen = page.get_by_role("link", name="Stoppen")
    expect(stoppen).to_be_hidden()
    page.keyboard.press("?")
    expect(stoppen).to_be_in_viewport()
    page.keyboard.press("g")
    page.keyboard.press("f")
    wacht_tot(page, "document.fullscreenElement !== null")
    for dan in ("document.fullscreenElement === null", "document.activeElement === document.body"):
        page.keyboard.press("Escape")
        wacht_tot(page, dan)
    page.keyboard.press("Escape")
    expect(stoppen).to_be_hidden()
    page.keyboard.press("Escape")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")


def test_an_own_story_is_made_shared_kept_and_opened_again(app, bezoek, tmp_path):
    """Two steps of one's own: in the link, as a file, and back from the file after it was let go."""
    page = bezoek.open(f"{app}/verhaal?v=2&reservering=35").page
    for titel, knop in (("Ons bod <b>", "Begin leeg met dit beeld"), ("En dan?", "Voeg dit beeld toe")):
        page.get_by_label("Titel van de stap").fill(titel)
        page.get_by_label("Titel van de stap").press("Enter")
        page.get_by_role("button", name=knop).click()
        expect(page.get_by_role("rowheader", name=titel)).to_be_visible()
        bezoek.rust()
    with page.expect_download() as wacht:
        page.get_by_role("button", name="Bewaar het verhaal").click()
    bestand = tmp_path / "verhaal.json"
    wacht.value.save_as(bestand)
    bezoek.reservering.press("End")
    expect(page).to_have_url(re.compile("reservering=37"))
    bezoek.rust()
    gedeeld = page.get_by_role("button", name="Kopieer de link van dit verhaal").get_attribute("data-tekst")
    page.get_by_role("link", name="Bekijk het verhaal in Presenteren").click()
    expect(page.get_by_role("heading", name="1. Ons bod <b>")).to_be_visible()
    expect(bezoek.kaart()).to_have_text("55")  # of its own 35%, not of the 37% where the slider was left
    bezoek.rust()
    page.keyboard.press("Escape")
    bezoek.rust(h1="Overzicht")
    bezoek.naar("Verhaal maken")
    page.get_by_role("button", name="Terug naar het meegeleverde verhaal").click()
    expect(page.get_by_role("rowheader", name="1. De opgave")).to_be_visible()
    page.locator("input[type=file]").set_input_files(bestand)
    expect(page.get_by_role("rowheader", name="2. En dan?")).to_be_visible()
    elders = link.schrijf(Scenario(reservering=37), link.lees(gedeeld, lees_regios()).weergave)
    for adres in (
        f"{app}/presenteren?{elders}",
        gedeeld,
    ):  # a new window begins with the first step, wherever its link stood
        page.goto(adres)
        expect(page.get_by_role("heading", name="1. Ons bod <b>")).to_be_visible()
        expect(bezoek.kaart()).to_have_text("55")
    bezoek.rust()
    page.keyboard.press("PageDown")
    expect(page.get_by_role("heading", name="2. En dan?")).to_be_visible()


def test_a_file_that_is_no_story_is_refused_and_nothing_changes(app, bezoek):
    """Named with what to do; the story stays."""
    page = bezoek.open(f"{app}/verhaal?v=2").page
    page.locator("input[type=file]").set_input_files({"name": "x.json", "mimeType": "text/plain", "buffer": b"{}"})
    expect(page.get_by_text("dit is geen verhaal van de Verkenner")).to_be_visible()
    expect(page.get_by_role("rowheader", name="1. De opgave")).to_be_visible()


def test_the_story_as_one_web_page_needs_no_network(app, bezoek, chromium, tmp_path):
    """Every step by keyboard, the same figures as the engine, and not one request."""
    verteld = scenes(Scenario(), Weergave(), lees_regios())
    stempel = Stempel.van(verteld[0].uitkomst, "v=2")
    bestand = tmp_path / "verhaal.html"
    bestand.write_bytes(maak("html", verteld[0].uitkomst, stempel, Wens(scenes=verteld)))
    context = chromium.new_context(offline=True)
    page = context.new_page()
    gevraagd: list[str] = []
    page.on("request", lambda verzoek: gevraagd.append(verzoek.url))
    page.goto(bestand.as_uri())
    for nummer, scene in enumerate(verteld, start=1):
        expect(page.get_by_role("heading", name=f"{nummer}. {scene.stap.titel}")).to_be_visible()
        cijfer = page.locator("section.nu .cijfer")
        expect(page.locator("#waar")).to_have_text(f"Stap {nummer} van {len(verteld)}")
        if scene.stap.vraag:
            expect(cijfer).to_be_hidden()
            page.locator("section.nu input").fill("150")
            page.locator("section.nu input").press("Enter")
            expect(page.locator("section.nu .oordeel")).to_have_text(naast_de_gok(scene.boodschap, 150))
        expect(cijfer).to_have_text(scene.boodschap.cijfer)
        assert page.locator("section.nu img").evaluate("beeld => beeld.naturalWidth") > 100
        page.keyboard.press("PageDown")
    page.keyboard.press("Home")
    expect(page.locator("#waar")).to_have_text(f"Stap 1 van {len(verteld)}")
    page.keyboard.press("End")
    expect(page.locator("#waar")).to_have_text(f"Stap {len(verteld)} van {len(verteld)}")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 24, 31)"
    assert not [adres for adres in gevraagd if not adres.startswith(("file:", "data:"))]
    context.close()


def test_a_black_screen_and_back(app, bezoek):
    """B covers everything, Escape uncovers it."""
    page = bezoek.open(f"{app}/presenteren?v=2&stap=3").page
    kleur = "() => getComputedStyle(document.querySelector('.stApp'), '::after').backgroundColor"
    page.keyboard.press("b")
    wacht_tot(page, f"({kleur})() === 'rgb(0, 0, 0)'")
    page.keyboard.press("Escape")
    wacht_tot(page, f"({kleur})() !== 'rgb(0, 0, 0)'")


def test_the_controls_are_out_of_sight_and_in_reach(app, bezoek):
    """No sidebar; the navigation is there for whoever tabs or points to it."""
    page = bezoek.open(f"{app}/presenteren?v=2").page
    expect(page.get_by_test_id("stSidebar")).to_be_hidden()
    bezoek.wegwijzer("Overzicht").focus()
    expect(page.locator(".st-key-navigatie")).to_have_css("opacity", "1")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    expect(page.get_by_test_id("stSidebar")).to_be_visible()


def test_a_key_does_one_thing_however_many_steps_came_before(app, bezoek):
    """What listened in an earlier step listens no more."""
    page = bezoek.open(f"{app}/presenteren?v=2").page
    page.keyboard.press("PageDown")
    expect(page.get_by_role("heading", name="2. ")).to_be_visible()
    bezoek.rust()
    page.keyboard.press("?")
    expect(page.get_by_role("button", name="Knoppen (?)")).to_have_attribute("aria-expanded", "true")

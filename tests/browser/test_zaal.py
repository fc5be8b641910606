"""A room in a real browser: a phone moves, the screen follows; a lost network, a wrong code and a closed room are said."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.conftest import TELEFOON, kamercode

pytestmark = pytest.mark.browser


def test_a_room_is_played_from_opening_to_closing(app, bezoek, venster):
    """Blind, revealed, live, a network that goes and comes back, and the end; neither page has a fault against WCAG."""
    scherm = bezoek.page
    scherm.goto(f"{app}/zaalscherm#v=2&reservering=33")
    expect(scherm.locator("#qr")).to_be_visible()
    assert re.fullmatch(r".*/zaalscherm#[0-9A-Z]{10}\.[\w-]{32}", scherm.url), "the address is that of the chair now"
    code = kamercode(scherm)
    telefoon = venster(viewport=TELEFOON).page
    telefoon.goto(f"{app}/deelnemen#100%-AAAAA")
    expect(telefoon.get_by_role("alert")).to_contain_text("Er is geen kamer met deze code")
    telefoon.get_by_label("De code op het scherm").fill(f" {code.lower()} ")
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
    laat = venster(viewport=TELEFOON).page
    laat.goto(f"{app}/deelnemen#{code}")
    expect(laat.locator("#stand")).to_have_text("De voorzitter heeft deze kamer gesloten: er kan niets meer bij.")
    expect(laat.get_by_label("Ik spreek voor")).to_be_disabled()


def test_a_clicker_leads_the_room_and_the_projector_and_the_phone_follow(app, bezoek, venster):
    """PageDown reveals, goes on and comes back to now; PageUp shows a round again, on every screen; notes stay on this device."""
    scherm, projector, telefoon = bezoek.page, venster().page, venster(viewport=TELEFOON).page
    scherm.goto(f"{app}/zaalscherm#v=2")
    code = kamercode(scherm).replace("-", "")
    projector.set_viewport_size({"width": 1280, "height": 720})
    projector.goto(f"{app}/zaalscherm#{code}")
    telefoon.goto(f"{app}/deelnemen#{code}")
    telefoon.get_by_label("Ik spreek voor").select_option("Lochem")
    telefoon.get_by_role("slider", name="Reservering voor iedereen").fill("35")
    expect(projector.locator("#stand")).to_have_text("Ronde 1, 1 gehoord.")
    scherm.get_by_label("Notities").fill("Eerst Lochem")
    expect(scherm.locator("#volgende")).to_have_text("Volgende stap (PageDown): onthul.")
    scherm.get_by_label("Notities").press("PageDown")
    expect(projector.locator(".punt")).to_have_count(0)
    scherm.get_by_role("button", name="Onthul", exact=True).focus()
    scherm.keyboard.press("PageDown")
    expect(projector.locator(".punt")).to_have_text("Lochem 35,0%")
    assert projector.evaluate("document.documentElement.scrollWidth <= innerWidth")
    letters = projector.locator(".punt, .kaart strong, #wat").evaluate_all(
        "alle => alle.map(een => parseFloat(getComputedStyle(een).fontSize))"
    )
    assert min(letters) >= 18, "readable at the back row"
    expect(scherm.locator("#volgende")).to_have_text("Volgende stap (PageDown): volgende ronde.")
    scherm.keyboard.press("PageDown")
    expect(projector.locator("#stand")).to_have_text("Ronde 2, 0 gehoord.")
    expect(telefoon.get_by_role("link", name="Ronde 1")).to_have_attribute("href", re.compile("afwijking=GM0262:35"))
    expect(scherm.locator("#volgende")).to_have_text("Volgende stap (PageDown): onthul. PageUp: toon ronde 1.")
    scherm.keyboard.press("PageUp")
    expect(projector.locator("#wat")).to_have_text("Ronde 1: de voorstellen")
    expect(projector.locator(".punt")).to_have_text("Lochem 35,0%")
    expect(telefoon.locator("#uitkomst h2").first).to_have_text("Terug naar ronde 1")
    scherm.keyboard.press("PageDown")
    expect(projector.locator("#wat")).to_have_text("Ronde 2: de voorstellen")
    expect(projector.locator("#voorzitter")).to_be_hidden()
    scherm.reload()
    expect(scherm.get_by_label("Notities")).to_have_value("Eerst Lochem")
    for page in (scherm, telefoon):
        assert not Axe().run(page).response["violations"]


def test_two_for_one_gemeente_a_proposal_that_is_taken_away_and_a_page_that_stayed_behind(app, bezoek, venster):
    """Both are shown and the chair chooses; who was taken away reads so; an old page says that it is old."""
    scherm, een, twee = bezoek.page, venster(viewport=TELEFOON).page, venster(viewport=TELEFOON).page
    scherm.goto(f"{app}/zaalscherm#v=2")
    code = kamercode(scherm)
    scherm.get_by_role("button", name="Toon elk voorstel meteen").click()
    for telefoon, deel in ((een, "30"), (twee, "35")):
        telefoon.goto(f"{app}/deelnemen#{code}")
        telefoon.get_by_label("Ik spreek voor").select_option("Lochem")
        telefoon.get_by_role("slider", name="Reservering voor iedereen").fill(deel)
        expect(telefoon.locator("#verstuurd")).to_have_text("Staat op het scherm van de zaal.")
    expect(scherm.locator("#stand")).to_contain_text("Voor Lochem spreken er 2; nummer 1 telt")
    expect(scherm.locator(".punt")).to_have_text(["Lochem 30,0%", "Lochem 35,0% (telt niet)"])
    scherm.locator("#voorzitter summary").click()
    scherm.get_by_role("button", name="Laat 2 tellen voor Lochem").click()
    expect(scherm.locator(".punt")).to_have_text(["Lochem 30,0% (telt niet)", "Lochem 35,0%"])
    scherm.get_by_role("button", name="Haal 1 weg").click()
    expect(een.locator("#verstuurd")).to_contain_text("De voorzitter heeft uw voorstel weggehaald")
    expect(scherm.locator(".punt")).to_have_text(["Lochem 35,0%"])
    een.route(
        "**/kamer/kamer.js", lambda route: route.fulfill(body=oud(route.fetch().text()), content_type="text/javascript")
    )
    een.reload()
    expect(een.get_by_role("alert")).to_contain_text("andere versie van de Verkenner. Vernieuw de pagina.")
    een.unroute_all()


def test_a_press_that_has_begun_when_the_room_moves_on_is_heard(app, bezoek, venster):
    """Of the chair, on the projector and on a phone; what is open stays open, and the keyboard stays where it was."""
    scherm, projector, telefoon, ander = bezoek.page, venster().page, *(venster(viewport=TELEFOON).page for _ in "12")
    scherm.goto(f"{app}/zaalscherm#v=2")
    code = kamercode(scherm)

    def spreek(deel: int, *ziet: Page, zin: str = "{},0%") -> None:
        telefoon.get_by_role("slider", name="Reservering voor iedereen").fill(str(deel))
        for page in ziet:
            expect(page.locator("body")).to_contain_text(zin.format(deel))

    def houd(knop: Locator, deel: int, **wat: str) -> None:
        knop.hover()
        knop.page.mouse.down()
        spreek(deel, knop.page, **wat)
        knop.page.mouse.up()

    for page in (telefoon, ander):
        page.goto(f"{app}/deelnemen#{code}")
    telefoon.get_by_label("Ik spreek voor").select_option("Lochem")
    projector.goto(f"{app}/zaalscherm#{code}")
    houd(scherm.get_by_role("button", name="Onthul", exact=True), 30, zin="Ronde 1, 1 gehoord.")
    expect(projector.locator(".punt")).to_have_text("Lochem 30,0%")
    houd(scherm.get_by_role("button", name="Verberg tot ik onthul"), 31)
    expect(projector.locator(".punt")).to_have_count(0)
    scherm.get_by_role("button", name="Toon elk voorstel meteen").press("Enter")
    expect(projector.locator(".punt")).to_have_text("Lochem 31,0%")
    assert scherm.evaluate("document.activeElement.parentElement.id") == "daden", "what was pressed is gone"
    scherm.get_by_role("button", name="Volgende ronde").click()
    houd(projector.get_by_role("button", name="Ronde 1"), 32)
    expect(projector.locator("#wat")).to_have_text("Ronde 1: de voorstellen")
    projector.get_by_role("button", name="Nu").press("Enter")
    expect(projector.get_by_role("button", name="Nu", pressed=True)).to_be_focused()
    with ander.context.expect_page() as opent:
        houd(ander.get_by_role("link", name="Ronde 1"), 33)
    opent.value.close()
    for page in (scherm, ander):
        page.locator("#samen summary, #uitkomst summary").click()
    scherm.locator("#slot a").focus()
    spreek(34, scherm, ander)
    expect(scherm.locator("#slot a")).to_be_focused()
    for page in (scherm, ander):
        expect(page.locator("#samen ul, #uitkomst details ul")).to_be_visible()
    scherm.locator("#voorzitter summary").click()
    houd(scherm.get_by_role("button", name="Haal 1 weg"), 35)
    expect(scherm.locator(".punt")).to_have_count(0)
    expect(scherm.locator("#voorzitter summary")).to_be_focused()  # and not what takes the next one away
    for knop, dan in (("Toon het verhaal", "Terug naar de kamer"), ("Terug naar de kamer", "Toon het verhaal")):
        scherm.get_by_role("button", name=knop).press("Enter")
        expect(scherm.get_by_role("button", name=dan)).to_be_focused()


LEGT = """async () => {
  const { knopje, leg, maak } = await import("./kamer/kamer.js");
  const plek = document.body.appendChild(maak("div"));
  const p = (textContent) => maak("p", { textContent });
  const a = (href) => maak("p", {}, "Als ieder doet: ", maak("a", { href, textContent: "Open" }));
  const vouw = (open, tekst) => maak("details", { open }, maak("summary", { textContent: tekst }), p(tekst));
  leg(plek, p("een"), p("twee"), vouw(true, "drie"), a("?v=1"), knopje("Toon", "stap", 1), p("slot"));
  const [, , details, { lastChild: link }, knop, slot] = plek.childNodes;
  details.firstChild.focus();
  leg(plek, p("nieuw"), p("een"), vouw(false, "vier"), a("?v=2"), knopje("Verder", "stap", 1), p("nieuw"), p("slot"));
  return { tekst: plek.innerText.split(/\\n+/), open: details.open, focus: document.activeElement.textContent, waarheen: link.search,
    blijven: [details, link, knop, slot].map((een) => een.isConnected) };
}"""


def test_what_stays_is_the_same_element_and_a_button_with_other_words_is_another(app, bezoek):
    """What is open stays so, the focus stays, a link leads elsewhere; who holds a button presses nothing that came in its place."""
    bezoek.page.goto(f"{app}/zaalscherm")
    assert bezoek.page.evaluate(LEGT) == {
        "tekst": ["nieuw", "een", "vier", "vier", "Als ieder doet: Open", "Verder", "nieuw", "slot"],
        "open": True,
        "focus": "vier",
        "waarheen": "?v=2",
        "blijven": [True, True, False, True],
    }


def test_a_look_from_before_the_own_proposal_takes_nothing_away(app, bezoek, venster):
    """It was on its way while the phone spoke, and comes in after the answer; the proposal stands."""
    scherm, telefoon = bezoek.page, venster(viewport=TELEFOON).page
    scherm.goto(f"{app}/zaalscherm#v=2")
    telefoon.goto(f"{app}/deelnemen#{kamercode(scherm)}")
    expect(telefoon.get_by_label("Ik spreek voor")).to_be_visible()
    onderweg: list[Route] = []
    telefoon.route("**/kamer/stand", lambda route: onderweg.append(route), times=1)
    scherm.get_by_role("button", name="Toon elk voorstel meteen").click()  # ends the look that the phone has open
    while not onderweg:
        telefoon.wait_for_timeout(20)
    telefoon.get_by_label("Ik spreek voor").select_option("Lochem")
    telefoon.get_by_role("slider", name="Reservering voor iedereen").fill("35")
    expect(scherm.locator(".punt")).to_have_text("Lochem 35,0%")
    onderweg[0].fulfill(json={"versie": 2, "jij": None})
    telefoon.get_by_role("slider", name="Reservering voor iedereen").press("ArrowRight")
    expect(scherm.locator(".punt")).to_have_text("Lochem 35,5%")
    expect(telefoon.locator("#verstuurd")).to_have_text("Staat op het scherm van de zaal.")


def oud(script: str) -> str:
    """The script of an older version of the pages."""
    assert "const VERSIE = 1;" in script
    return script.replace("const VERSIE = 1;", "const VERSIE = 0;")


def test_the_chair_tells_the_story_from_an_own_device_and_the_screen_and_the_phone_follow(app, bezoek, venster):
    """Step, question and answer come from the chair's phone; there stand the notes of the step and what comes; a phone opens the picture."""
    voorzitter, projector, telefoon = bezoek.page, venster().page, venster(viewport=TELEFOON).page
    voorzitter.set_viewport_size(TELEFOON)
    voorzitter.goto(f"{app}/zaalscherm#v=2")
    code = kamercode(voorzitter).replace("-", "")
    projector.set_viewport_size({"width": 1280, "height": 720})
    projector.goto(f"{app}/zaalscherm#{code}")
    telefoon.goto(f"{app}/deelnemen#{code}")
    voorzitter.get_by_role("button", name="Toon het verhaal").click()
    beeld = projector.frame_locator("#toneel iframe")
    expect(beeld.get_by_role("heading", name="1. De opgave")).to_be_visible()
    expect(voorzitter.locator("#staptitel")).to_contain_text("Stap 1 van")
    expect(voorzitter.locator("#stapcijfer")).to_have_text("1.170 huishoudens per jaar")
    expect(voorzitter.locator("#volgende")).to_contain_text("stap 2, Wat er in 2024 gebeurde")
    voorzitter.get_by_label("Notities").fill("Begin rustig")
    for stap in (2, 3):
        voorzitter.get_by_role("button", name="Volgende stap").click()
        expect(voorzitter.locator("#staptitel")).to_contain_text(f"Stap {stap} van")
    expect(voorzitter.get_by_label("Notities")).to_have_value("")
    expect(beeld.get_by_role("heading", name="3. ")).to_be_visible()
    expect(beeld.locator(".kaart .cijfer")).to_have_text("?")
    expect(beeld.get_by_role("textbox")).to_be_hidden()
    expect(projector.locator("#geraden")).to_contain_text(f"Raad mee op uw telefoon (code {code[:5]}-{code[5:]}).")
    vraag = telefoon.get_by_label("Hoeveel urgente huishoudens vinden in 2035 geen woning, bij 30,0% reservering?")
    vraag.fill("140")
    expect(telefoon.locator("#raadzin")).to_have_text("Kies eerst de gemeente waarvoor u spreekt.")
    telefoon.get_by_label("Ik spreek voor").select_option("Lochem")
    expect(telefoon.locator("#raadzin")).to_have_text("Ontvangen; verborgen tot de voorzitter onthult.")
    ander = venster(viewport=TELEFOON).page
    ander.goto(f"{app}/deelnemen#{code}")
    ander.get_by_label("Ik spreek voor").select_option("Epe")
    ander.get_by_label("geen woning, bij 30,0%").press_sequentially("1285,5")
    expect(ander.locator("#raadzin")).to_contain_text("'1285,5' kan niet bij De gok van de zaal: kies een heel getal")
    ander.get_by_label("geen woning, bij 30,0%").fill("300")
    for page in (projector.locator("#geraden"), voorzitter.locator("#stapgok")):
        expect(page).to_contain_text("2 hebben geraden.")
    for page in (projector, voorzitter):  # of the picture of the code any number can be a part
        assert "140" not in page.locator("body").text_content().replace(code[:5], "").replace(code[5:], "")
    for page in (voorzitter, telefoon):
        assert not Axe().run(page).response["violations"]
    te_laat = {"status": 409, "json": {"fouten": [{"melding": "Raden kan hier niet meer."}]}}
    ander.route("**/kamer/zeg", lambda route: route.fulfill(**te_laat))
    ander.get_by_label("geen woning, bij 30,0%").fill("301")
    expect(ander.locator("#raadzin")).to_have_text("Raden kan hier niet meer.")
    ander.unroute("**/kamer/zeg")
    voorzitter.get_by_role("button", name="Toon het antwoord").click()
    spreiding = "De gok van de zaal: mediaan 220. Van 140 (Lochem) tot 300 (Epe)."
    expect(projector.locator("#geraden")).to_contain_text(spreiding.replace(":", "", 1))
    expect(projector.locator("#geraden .punt")).to_have_count(2)
    expect(projector.locator("#geraden .merk")).to_have_text("het cijfer: 215")
    expect(voorzitter.locator("#stapgok")).to_contain_text(spreiding)
    expect(telefoon.locator("#verteld")).to_contain_text(spreiding)
    for page, zin in ((telefoon, ""), (ander, "Raden kan hier niet meer.")):
        expect(page.locator("#raad")).to_be_hidden()
        expect(page.locator("#raadzin")).to_have_text(zin)
    onder, boven = projector.locator("#geraden").bounding_box(), projector.locator("#toneel iframe").bounding_box()
    assert boven["y"] + boven["height"] <= onder["y"] + 1 and onder["y"] + onder["height"] <= 721
    expect(voorzitter.locator("#stapcijfer")).to_have_text("215 niet geplaatst in 2035")
    expect(beeld.locator(".kaart .cijfer")).to_have_text("215")
    expect(telefoon.locator("#verteld")).to_contain_text("Op het scherm: 3.")
    with telefoon.expect_popup() as nieuw:
        telefoon.get_by_role("link", name="Open dit beeld").click()
    expect(nieuw.value.get_by_role("heading", name="3. ")).to_be_visible()
    expect(nieuw.value.locator(".kaart .cijfer")).to_have_text("215")
    for stap in (2, 1):
        voorzitter.get_by_role("button", name="Vorige stap").click()
        expect(voorzitter.locator("#staptitel")).to_contain_text(f"Stap {stap} van")
    expect(voorzitter.get_by_label("Notities")).to_have_value("Begin rustig")
    expect(beeld.get_by_role("heading", name="1. De opgave")).to_be_visible()
    voorzitter.get_by_role("button", name="Terug naar de kamer").click()
    expect(projector.locator("#lijnen")).to_contain_text("Alles blijft verborgen")
    voorzitter.get_by_role("button", name="Laat de zaal gokken").click()
    expect(ander.get_by_label("Wat denkt u: hoeveel huishoudens")).to_be_visible()
    expect(ander.locator("#verstuurd")).to_be_empty()

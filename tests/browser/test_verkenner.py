"""The explorer in a real Chromium: sliders, the address bar, Back, cold links, bad links."""

import re
from io import BytesIO

import openpyxl
import pytest
from playwright.sync_api import expect

import pages
from fairshare.gegevens import lees_regios
from tests.browser.conftest import TELEFOON, draaiende_app, geschreven, is_die_pagina, wacht_tot

pytestmark = pytest.mark.browser

PAGINAS = {pages.pad(pagina): pagina.TITEL for pagina in pages.PAGINAS}


def test_a_slider_moves_by_keyboard_and_everything_moves_with_it(app, wandelaar):
    """Ten steps to 35%: the number, the bars, the map, the table and the address bar."""
    bezoek = wandelaar.begin(app)
    expect(bezoek.kaart()).to_have_text("215")
    bezoek.reservering.focus()
    for _ in range(10):
        bezoek.page.keyboard.press("ArrowRight")
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "35,0%")
    expect(bezoek.kaart()).to_have_text("55")
    expect(bezoek.page).to_have_url(geschreven("reservering=35"))
    expect(bezoek.page.locator(".tekening").first).to_contain_text("16")
    expect(bezoek.page.get_by_role("row", name=re.compile("^Lochem"))).to_contain_text("16")
    assert not bezoek.klachten


@pytest.mark.parametrize("pauze", [0, 15, 40])
def test_a_quick_hand_loses_no_step(app, wandelaar, pauze):
    """Twelve keys in a row, however quick: slider, address and figure agree."""
    bezoek = wandelaar.begin(app)
    bezoek.reservering.focus()
    for _ in range(12):
        bezoek.page.keyboard.press("ArrowRight")
        bezoek.page.wait_for_timeout(pauze)
    expect(bezoek.page).to_have_url(geschreven("reservering=36"))
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "36,0%")
    expect(bezoek.kaart()).to_have_text("23")


def test_a_slider_moves_by_mouse(app, wandelaar):
    """Dragged to the right end: 37%, nobody left without a home."""
    bezoek = wandelaar.begin(app)
    vak = bezoek.reservering.bounding_box()
    midden = vak["y"] + vak["height"] / 2
    bezoek.page.mouse.move(vak["x"] + 0.42 * vak["width"], midden)
    bezoek.page.mouse.down()
    bezoek.page.mouse.move(vak["x"] + vak["width"] - 2, midden, steps=8)
    bezoek.page.mouse.up()
    expect(bezoek.page).to_have_url(geschreven("reservering=37"))
    expect(bezoek.kaart()).to_have_text("0")


@pytest.mark.parametrize("pagina", ["", "groeipad", "over"])
def test_a_cold_deep_link_opens_its_page_and_its_scenario(vers, pagina):
    """On a server that has never served anyone: nothing else, not for a moment either."""
    with draaiende_app() as adres:
        gast = vers(locale="en-US")
        gast.page.add_init_script(
            """window.ooit = new Set(); new MutationObserver(() => document.querySelectorAll("[data-testid=stSidebarNav]")
            .forEach((nav) => ooit.add(nav.innerText))).observe(document, { subtree: true, childList: true });"""
        )
        is_die_pagina(gast.open(f"{adres}/{pagina}?v=2&reservering=35&pad=direct"), pagina)
        assert gast.page.evaluate("[...ooit]") == []  # the framework's own list of files


def test_what_was_folded_open_stays_open(app, bezoek):
    """A change below "Meer beleidskeuzes" makes a button appear above it, and must not fold it shut."""
    bezoek.open(app)
    bezoek.page.get_by_text("Meer beleidskeuzes").click()
    schuif = bezoek.page.locator(".st-key-p_start input[type=range]").first
    for stappen in (1, 2):
        schuif.focus()
        bezoek.page.keyboard.press("ArrowRight")
        expect(bezoek.page).to_have_url(geschreven(f"start={2026 + stappen}"))
        bezoek.rust()
    expect(schuif).to_be_visible()


def test_what_was_opened_in_the_navigation_stays_open_when_it_is_drawn_anew(app, bezoek):
    """The same page of another region keeps the group that someone opened; another page opens its own."""
    bezoek.open(f"{app}/?v=2")
    groep = bezoek.page.get_by_role("button", name="Onderbouwing", exact=True)
    groep.click()
    groep.evaluate("knop => { knop.dataset.oud = 1; }")
    bezoek.volg(f"{app}/?v=2&regio=achterhoek", PAGINAS[""], lees_regios()["achterhoek"].register.naam)
    assert groep.get_attribute("data-oud") is None  # another button
    expect(groep).to_have_attribute("aria-expanded", "true")
    expect(bezoek.page.get_by_role("link", name=PAGINAS["over"], exact=True)).to_be_visible()
    bezoek.naar(PAGINAS["groeipad"])
    expect(groep).to_have_attribute("aria-expanded", "false")
    assert not bezoek.klachten


def test_a_path_without_a_page_is_said_in_dutch_and_keeps_the_scenario(app, bezoek):
    """No dialog, the links of every page, and the scenario of the link behind them; below a second slash too."""
    bezoek.page.goto(f"{app}/groeipad/oud?v=2&reservering=33")
    expect(bezoek.page).to_have_url(f"{app}/groeipad-oud?v=2&reservering=33")
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Deze pagina bestaat niet")
    expect(bezoek.page).to_have_title("Deze pagina bestaat niet · Regio Stedendriehoek · Fair Share Verkenner")
    expect(bezoek.page.get_by_role("dialog")).to_have_count(0)
    bezoek.wegwijzer("Hefbomen").click()
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text("Hefbomen")
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "33,0%")
    assert not bezoek.klachten


def test_a_link_in_the_text_goes_to_its_page_with_the_scenario(app, bezoek):
    """By keyboard from a deep link, without a new session; elsewhere it opens with what the address bar holds by then."""
    bezoek.open(f"{app}/groeipad?v=2")
    bezoek.reservering.focus()
    bezoek.page.keyboard.press("End")
    expect(bezoek.page).to_have_url(geschreven("reservering=37"))
    link = bezoek.page.get_by_role("link", name="Herkomst van elk cijfer")
    link.hover()
    expect(link).to_have_attribute("href", geschreven("reservering=37", pad="/bronnen"))
    link.press("Enter")
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text(PAGINAS["bronnen"])
    expect(bezoek.page).to_have_url(geschreven("reservering=37", pad="/bronnen"))
    expect(bezoek.page.get_by_role("button", name="Ongedaan")).to_be_enabled()
    assert not bezoek.klachten


def test_back_and_forward_walk_through_scenarios_and_pages(app, wandelaar):
    """30, 31 on Overzicht, Groeipad, 32 there: Back undoes each, Forward does them again."""
    bezoek = wandelaar.begin(app)
    page = bezoek.page
    bezoek.reservering.focus()
    page.keyboard.press("PageUp")
    expect(page).to_have_url(re.compile(r"/\?v=2&c=[0-9a-z]{4}&reservering="))
    eerste = page.url
    tekst = bezoek.reservering.get_attribute("aria-valuetext")
    bezoek.wegwijzer("Groeipad").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Groeipad")
    bezoek.rust()
    bezoek.reservering.focus()
    page.keyboard.press("End")
    expect(page).to_have_url(geschreven("reservering=37", pad="/groeipad"))
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "37,0%")
    page.go_back()
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", tekst)
    expect(page.get_by_role("heading", level=1)).to_have_text("Groeipad")
    page.go_back()
    expect(page).to_have_url(eerste)
    expect(page.get_by_role("heading", level=1)).to_have_text("Overzicht")
    page.go_back()
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "30,0%")
    expect(bezoek.kaart()).to_have_text("215")
    for kop, waarde in (("Overzicht", tekst), ("Groeipad", tekst), ("Groeipad", "37,0%")):
        page.go_forward()
        expect(page.get_by_role("heading", level=1)).to_have_text(kop)
        expect(bezoek.reservering).to_have_attribute("aria-valuetext", waarde)
        bezoek.rust()
    expect(page).to_have_url(geschreven("reservering=37", pad="/groeipad"))


def test_what_a_slider_told_on_another_page_does_not_come_back(app, wandelaar):
    """Move it, go to the next page at once, move it there: the last value stays, page after page."""
    bezoek = wandelaar.begin(app)
    page = bezoek.page
    for nummer, naam in enumerate(("Groeipad", "Solidariteit", "Hefbomen", "Overzicht")):
        eerst, dan, waarde = ("PageUp", "End", "37,0%") if nummer % 2 else ("PageDown", "Home", "25,0%")
        bezoek.reservering.focus()
        vorige = page.url
        page.keyboard.press(eerst)
        expect(page).not_to_have_url(vorige)
        bezoek.wegwijzer(naam).click()
        expect(page.get_by_role("heading", level=1)).to_have_text(naam)
        bezoek.rust()
        bezoek.reservering.focus()
        page.keyboard.press(dan)
        expect(page).to_have_url(geschreven(f"reservering={waarde[:2]}"))
        bezoek.rust()
        expect(bezoek.reservering).to_have_attribute("aria-valuetext", waarde)
    assert not bezoek.klachten


def test_a_reload_keeps_the_scenario(app, bezoek):
    """F5 shows the same picture."""
    bezoek.open(f"{app}/?v=2")
    bezoek.reservering.focus()
    bezoek.page.keyboard.press("End")
    expect(bezoek.page).to_have_url(geschreven("reservering=37"))
    bezoek.page.reload()
    expect(bezoek.kaart()).to_have_text("0")


def test_a_link_opens_the_same_picture_elsewhere(app, bezoek, venster):
    """Made on one page, opened in another browser on a phone: the same figures."""
    link = f"{app}/groeipad?v=2&reservering=34&pad=s-curve&verevening=50"
    gemist = bezoek.open(link).kaart().inner_text()
    gast = venster(viewport=TELEFOON).open(link)
    expect(gast.kaart()).to_have_text(gemist)


def test_a_bad_link_names_each_refused_parameter_and_offers_to_put_it_right(app, bezoek):
    """The rest of the scenario is kept; after herstel the address is that of the picture."""
    bezoek.open(f"{app}/?v=2&reservering=24,5&pad=direct&foo=%3Cimg%20src=x%3E&mutatiegraad=nan&pad2=1")
    melding = bezoek.page.get_by_role("alert").first
    for tekst in ("reservering=24,5 kan niet: kies 25 tot en met 37", "mutatiegraad=nan"):
        expect(melding).to_contain_text(tekst)
    expect(bezoek.page.get_by_role("alert").nth(1)).to_contain_text("onbekend en overgeslagen: foo en pad2.")
    expect(bezoek.kaart(3)).to_have_text("2.145")
    bezoek.page.get_by_role("button", name="Herstel de link").click()
    expect(bezoek.page).to_have_url(geschreven("pad=direct"))
    expect(bezoek.page.get_by_role("alert")).to_have_count(0)


def test_a_link_of_model_1_says_so_and_leads_to_what_is_different(app, bezoek):
    """One quiet line above today's figure, which is counted over other years than before; its link says so."""
    bezoek.open(f"{app}/?v=1&start=2030")
    expect(bezoek.kaart(3)).to_have_text("3.188")
    expect(bezoek.page.locator(".kaart").nth(3)).to_contain_text("Gemiste plaatsingen 2026-2035")
    regel = bezoek.page.get_by_text("Deze link is gemaakt met rekenmodel 1.")
    expect(regel).to_be_visible()
    expect(bezoek.page.get_by_role("alert")).to_have_count(0)
    regel.get_by_role("link", name="Wat er anders is").click()
    expect(bezoek.page.get_by_role("heading", level=1)).to_have_text(PAGINAS["over"])
    expect(bezoek.page).to_have_url(geschreven("start=2030", pad="/over"))
    rij = bezoek.page.get_by_role("row").filter(has=bezoek.page.get_by_role("rowheader", name="Gemiste plaatsingen"))
    expect(rij).to_contain_text("startjaar 2030 geeft 3.188")


@pytest.mark.parametrize(
    ("vraag", "reservering", "melding"),
    [
        ("reservering=27,5", "27,5%", "reservering=27,5 in de link is gelezen als 27.5."),
        ("c=zjyk&reservering=3", "30,0%", "reservering=3 kan niet"),
        ("c=zjyk&reservering=34", "34,0%", "Deze link is veranderd of niet heel"),
    ],
)
def test_what_happened_to_a_link_on_its_way_is_said(app, bezoek, vraag, reservering, melding):
    """What can mean one thing only is mended; of what fell off nothing but that it fell off is known."""
    bezoek.open(f"{app}/?v=2&{vraag}")
    expect(bezoek.page.get_by_test_id("stMain")).to_contain_text(melding)
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", reservering)


@pytest.mark.parametrize(
    ("vraag", "melding"),
    [
        ("reservering=30&reservering=35", "reservering=30 en 35 kan niet"),
        ("v=3&reservering=35", "v=3 kan niet"),
        ("x=" + "a" * 60_000, "deze link kan niet: hij heeft 60.002 tekens"),
        ("![](https://evil.example/x.png)=1", "evil.example"),
        ("reservering=%D9%A3%D9%A0", "reservering=٣٠ kan niet"),
    ],
)
def test_hostile_links_are_refused_and_nothing_leaves_the_machine(app, bezoek, vraag, melding):
    """Named on the screen, nothing fetched, and the app goes on serving."""
    bezoek.open(f"{app}/?{vraag}")
    expect(bezoek.page.get_by_role("alert").first).to_contain_text(melding)
    expect(bezoek.kaart()).to_be_visible()
    assert not bezoek.buiten


def test_more_than_a_thousand_parameters_do_not_stop_the_app(app, bezoek):
    """Streamlit drops such a query before it reaches us; the agreement is shown."""
    bezoek.open(f"{app}/?" + "&".join(f"a{nummer}=1" for nummer in range(1100)))
    expect(bezoek.kaart()).to_have_text("215")


def test_lochem_is_found_within_one_screen(app, bezoek):
    """A first-time visitor sees Lochem on the map and that it needs 58%, without touching anything, on a laptop screen."""
    bezoek.open(app)
    expect(bezoek.page.get_by_role("combobox", name="Maat op de kaart")).to_be_in_viewport()
    tegel = bezoek.page.locator(".tekening").nth(1)
    expect(tegel).to_be_in_viewport(ratio=0.9)
    expect(tegel).to_contain_text("Lochem")
    zin = bezoek.page.get_by_text("het hoogst is het in Lochem: 58,0%")
    expect(zin).to_be_in_viewport()


def test_a_chart_changes_in_place(app, wandelaar):
    """A step of the slider keeps the same drawing: no flicker."""
    bezoek = wandelaar.begin(app)
    tekeningen = bezoek.page.locator(".tekening svg")
    expect(tekeningen).to_have_count(2)
    bezoek.page.evaluate("document.querySelectorAll('.tekening svg').forEach(s => s.dataset.oud = 1)")
    bezoek.reservering.focus()
    bezoek.page.keyboard.press("ArrowRight")
    expect(bezoek.page).to_have_url(geschreven("reservering=30.5"))
    bezoek.rust()
    expect(bezoek.page.locator(".tekening").first).to_contain_text("56")
    assert [tekening.get_attribute("data-oud") for tekening in tekeningen.all()] == ["1", "1"]


def test_a_chart_is_as_wide_as_its_place_also_where_its_field_had_that_width(app, wandelaar):
    """Turned from a laptop into a phone some charts stayed as they were: Vega passed over a width that is no other than that of the field."""
    bezoek = wandelaar.begin(app)
    breed, plek = bezoek.page.evaluate(
        """() => { const vak = document.querySelector('.tekening'), breed = Math.floor(vak.view.width());
        vak.style.width = `${breed}px`; return [breed, vak.clientWidth]; }"""
    )
    assert 100 < breed == plek
    wacht_tot(bezoek.page, f"document.querySelector('.tekening svg').clientWidth === {breed}")
    bezoek.page.evaluate("document.querySelector('.tekening').style.width = ''")
    wacht_tot(
        bezoek.page,
        "document.querySelector('.tekening svg').clientWidth === document.querySelector('.tekening').clientWidth",
    )


def test_numbers_are_dutch_whatever_the_browser_speaks(app, bezoek):
    """1.170 and 5,71% in an English browser, in cards, tables and charts."""
    bezoek.open(f"{app}/groeipad")
    expect(bezoek.page.get_by_role("row", name="2035")).to_contain_text("1.170")
    expect(bezoek.page.locator(".tekening").first).to_contain_text("1.000")
    bezoek.rust()
    assert "1,170" not in bezoek.page.inner_text("body")


def test_a_key_undoes_a_change_and_another_does_it_again(app, wandelaar):
    """Ctrl+Z and Ctrl+Y walk over what was let go of, also with the slider in focus."""
    bezoek = wandelaar.begin(app)
    bezoek.reservering.focus()
    for stap in ("30.5", "31"):
        bezoek.page.keyboard.press("ArrowRight")
        expect(bezoek.page).to_have_url(geschreven(f"reservering={stap}"))
        bezoek.rust()
    bezoek.page.keyboard.press("Control+z")
    expect(bezoek.page).to_have_url(geschreven("reservering=30.5"))
    expect(bezoek.reservering).to_have_attribute("aria-valuetext", "30,5%")
    bezoek.rust()
    bezoek.page.keyboard.press("Control+y")
    expect(bezoek.page).to_have_url(geschreven("reservering=31"))
    expect(bezoek.kaart()).to_have_text("183")


def test_a_file_is_downloaded_and_the_shared_link_opens_the_same_picture(app, bezoek):
    """The workbook holds the headline; the link on the page opens with the same figure and without a remark."""
    bezoek.open(f"{app}/delen?v=2&reservering=33")
    with bezoek.page.expect_download() as bestand:
        bezoek.page.get_by_role("button", name="Excel met formules").click()
    boek = openpyxl.load_workbook(BytesIO(bestand.value.path().read_bytes()), data_only=True)
    koppen, *rijen = boek["Regio"].iter_rows(values_only=True)
    assert abs(dict(zip(koppen, rijen[-1], strict=True))["Niet geplaatst"] - 118.95) < 1e-9
    bezoek.open(bezoek.page.get_by_test_id("stCode").first.inner_text())
    expect(bezoek.kaart()).to_have_text("119")
    expect(bezoek.page.get_by_role("alert")).to_have_count(0)


def test_charts_change_into_another_theme_with_the_screen(app, venster):
    """At sunset the system gets dark while the page is open: no letter of a chart stays dark on dark."""
    bezoek = venster(thema="light", beweging="reduce").open(f"{app}/groeipad?v=2")
    letters = (
        "() => [...new Set([...document.querySelectorAll('.tekening text')].map((een) => getComputedStyle(een).fill))]"
    )
    overdag = set(bezoek.page.evaluate(letters))
    for thema in ("dark", "light"):
        bezoek.kleed(thema)
        anders = "(overdag) => [...document.querySelectorAll('.tekening text')].every((een) => overdag.includes(getComputedStyle(een).fill) === %s)"
        wacht_tot(bezoek.page, anders % ("true" if thema == "light" else "false"), list(overdag))
    assert len(overdag) > 2 and not bezoek.klachten

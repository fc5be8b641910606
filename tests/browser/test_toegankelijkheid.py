"""Accessibility: axe-core over every page and both themes, zoom, keyboard, and what is there for who cannot see a chart."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import pages
from pages import pad
from tests.browser.conftest import Bezoek

pytestmark = pytest.mark.browser

NORM = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
VRAAG = "v=1&naast=kolom-C&bod=1.0262.p:40"


def overtredingen(page) -> list[str]:
    gevonden = Axe().run(page, options=NORM).response["violations"]
    return [f"{een['id']}: {deel['html'][:160]}" for een in gevonden for deel in een["nodes"]]


@pytest.mark.parametrize("thema", ["light", "dark"])
def test_no_page_breaks_a_rule_of_wcag(app, chromium, thema):
    """Levels A and AA of 2.0 and 2.1, on every page, as it opens."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 800}, locale="nl-NL", color_scheme=thema, bypass_csp=True
    )
    bezoek, fouten = Bezoek(context), {}
    for pagina in pages.PAGINAS:
        bezoek.open(f"{app}/{pad(pagina)}?{VRAAG}")
        expect(bezoek.page.get_by_role("heading", level=1)).to_have_text(pagina.TITEL)
        fouten |= {pagina.TITEL: gevonden} if (gevonden := overtredingen(bezoek.page)) else {}
    context.close()
    assert not fouten


def test_no_control_breaks_a_rule_when_everything_is_open(app, bezoek):
    """The folded controls too, on a phone."""
    bezoek.page.set_viewport_size({"width": 390, "height": 844})
    bezoek.open(f"{app}/?v=1&sleutel=mix&gewichten=inwoners:50,voorraad:50&pad=eigen&punten=2030:40")
    bezoek.page.get_by_test_id("stExpandSidebarButton").click()
    for naam in ("Meer beleidskeuzes", "Meer aannames", "Bladwijzers"):
        bezoek.page.get_by_text(naam, exact=True).click()
        bezoek.rust()
    assert not overtredingen(bezoek.page)


@pytest.mark.parametrize("pagina", pages.PAGINAS, ids=lambda pagina: pagina.__name__)
def test_every_chart_has_a_text_and_a_table(app, bezoek, pagina):
    """A description on each drawing, and a table on the same page."""
    bezoek.open(f"{app}/{pad(pagina)}?{VRAAG}")
    for tekening in bezoek.page.get_by_test_id("stVegaLiteChart").all():
        tekst = tekening.locator("svg").first.get_attribute("aria-label") or ""
        assert len(tekst) > 15, tekst
    if bezoek.page.get_by_test_id("stVegaLiteChart").count() and pagina is not pages.presenteren:
        uitklap = bezoek.page.get_by_text("in een tabel")
        assert bezoek.page.locator("table").count() or uitklap.count()


def test_at_200_percent_nothing_is_lost(app, bezoek):
    """As wide as 640 points: no page scrolls sideways."""
    bezoek.page.set_viewport_size({"width": 640, "height": 400})
    for pagina in pages.PAGINAS:
        bezoek.open(f"{app}/{pad(pagina)}?{VRAAG}")
        breed = bezoek.page.get_by_test_id("stMain").evaluate("deel => deel.scrollWidth - deel.clientWidth")
        assert breed <= 2, (pagina.TITEL, breed)


def test_who_wants_no_motion_gets_none(app, chromium):
    """prefers-reduced-motion ends every transition."""
    context = chromium.new_context(reduced_motion="reduce", locale="nl-NL")
    bezoek = Bezoek(context).open(f"{app}/?v=1")
    bezoek.page.wait_for_function(
        "[...document.querySelectorAll('*')].every(e => parseFloat(getComputedStyle(e).transitionDuration) === 0)"
    )
    context.close()


def test_a_keyboard_reaches_the_sliders_and_the_pages(app, bezoek):
    """Tab from the top: navigation, a slider, and on it the arrows."""
    page = bezoek.open(f"{app}/?v=1").page
    expect(bezoek.reservering).to_be_visible()
    gezien = []
    for _ in range(60):
        page.keyboard.press("Tab")
        gezien.append(
            page.evaluate(
                """() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
                return e.getAttribute("aria-label") || e.innerText || e.type; }"""
            )
        )
        if str(gezien[-1]).startswith("Reservering (procent"):
            break
    assert any("Reservering (procent" in str(naam) for naam in gezien), gezien
    page.keyboard.press("End")
    expect(bezoek.kaart()).to_have_text("0")

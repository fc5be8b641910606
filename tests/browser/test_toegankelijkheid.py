"""Accessibility: axe-core, keyboard, and what is there for who cannot see a chart."""

import re
from collections.abc import Sequence

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import wacht_tot

pytestmark = pytest.mark.browser

NORM = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa")
KLEUREN = ("color-contrast", "link-in-text-block")
"""The rules of it that ask for colours: what else is right in one theme is so in the other."""


def overtredingen(page, regels: Sequence[str] = NORM) -> list[str]:
    """What axe finds; looked at twice when it finds something, because a page that is still being drawn is faded."""
    axe = Axe(AXE_SCRIPT if page.evaluate("!window.axe") else "0")  # half a megabyte, once in a page
    for _ in range(2):
        gevonden = axe.run(page, options={"runOnly": regels, "resultTypes": ["violations"]}).response["violations"]
        if not gevonden:
            return []
        page.wait_for_timeout(1500)
    return [
        f"{een['id']}: {deel['html'][:100]} {deel['failureSummary'][-140:]}"
        for een in gevonden
        for deel in een["nodes"]
    ]


def zonder_tekst(page) -> list[str]:
    """The charts without a description, or on a page without a table."""
    tekeningen = page.locator(".tekening .vega-embed").all()
    teksten = [tekening.get_attribute("aria-label") or "" for tekening in tekeningen]
    tabellen = page.locator("table").count() + page.get_by_text("in een tabel").count()
    kaal = [f"geen omschrijving: {tekst}" for tekst in teksten if len(tekst) < 15]
    return kaal + ([] if tabellen or not teksten else ["geen tabel"])


def test_no_control_breaks_a_rule_when_everything_is_open(app, bezoek):
    """The folded controls too, on a phone."""
    bezoek.page.set_viewport_size({"width": 390, "height": 844})
    bezoek.open(f"{app}/?v=2&sleutel=mix&gewichten=inwoners:50,voorraad:50&pad=eigen&punten=2030:40")
    bezoek.page.get_by_test_id("stExpandSidebarButton").click()
    for naam in ("Meer beleidskeuzes", "Meer aannames", "Bladwijzers"):
        bezoek.page.get_by_text(naam, exact=True).click()
        bezoek.rust()
    assert not overtredingen(bezoek.page)


def test_who_wants_no_motion_gets_none(app, venster):
    """prefers-reduced-motion ends every transition."""
    bezoek = venster(beweging="reduce").open(f"{app}/?v=2")
    wacht_tot(
        bezoek.page,
        "[...document.querySelectorAll('*')].every(e => parseFloat(getComputedStyle(e).transitionDuration) === 0)",
    )


def test_a_keyboard_reaches_the_sliders_and_the_pages(app, bezoek):
    """Tab from the top: navigation, a slider, and on it the keys; the focus is seen on each, and what changes is said."""
    page = bezoek.open(f"{app}/?v=2").page
    expect(bezoek.reservering).to_be_visible()
    gezien = []
    for _ in range(60):
        page.keyboard.press("Tab")
        naam, ziet = page.evaluate(
            """() => { let e = document.activeElement; while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
            const { outlineStyle, outlineWidth } = getComputedStyle(e);
            return [e.getAttribute("aria-label") || e.innerText || e.type, outlineStyle !== "none" && parseFloat(outlineWidth) > 1]; }"""
        )
        gezien.append(naam)
        assert ziet or page.evaluate("document.activeElement === document.body"), f"geen zichtbare focus op {naam}"
        if gezien[-1] == "Reservering (% van de mutaties)":
            break
    assert gezien[-1] == "Reservering (% van de mutaties)", gezien
    page.keyboard.press("End")
    expect(bezoek.kaart()).to_have_text("0")
    expect(page.locator("#gezegd")).to_have_text(re.compile("In 2035"))  # a screen reader hears the new headline

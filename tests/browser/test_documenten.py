"""The documents in a browser: they fit, break no rule, ask nothing of anyone else, and a keyboard walks through them."""

import pytest

from tests.browser.beelden import MATEN
from tests.browser.test_toegankelijkheid import overtredingen

pytestmark = pytest.mark.browser


def test_the_documents_can_be_read_on_every_screen(app, venster):
    """Equations, a wide table, code and a list, at four sizes; by the rules in light, and what has every kind of piece in dark."""
    bezoek = venster()
    for naam in ("", "rekenregels", "parameters", "bijdragen", "als-bibliotheek"):
        bezoek.page.goto(f"{app}/docs/{naam}")
        for maat in MATEN.values():
            bezoek.page.set_viewport_size(maat)
            assert bezoek.page.evaluate("document.documentElement.scrollWidth") <= maat["width"], (naam, maat)
        if naam != "parameters":  # a table as that of another page, and long
            assert not overtredingen(bezoek.page), naam
    bezoek.page.emulate_media(color_scheme="dark")
    assert not overtredingen(bezoek.page)
    assert not bezoek.klachten


def test_a_keyboard_goes_past_the_list_from_page_to_page_and_back_to_the_app(app, venster):
    """The first Tab skips the list; an equation is drawn with a height, and the way back leads to the figures."""
    page = venster().page
    page.goto(f"{app}/docs/")
    page.get_by_role("navigation").get_by_role("link", name="Rekenregels").press("Enter")
    page.get_by_role("heading", name="Rekenregels", level=1).wait_for()
    assert page.locator("nav a[aria-current=page]").inner_text() == "Rekenregels"
    assert min(som["height"] for som in (een.bounding_box() for een in page.locator(".som math").all())) > 8
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    page.get_by_role("banner").get_by_role("link").click()
    page.get_by_role("heading", name="Overzicht", level=1).wait_for()

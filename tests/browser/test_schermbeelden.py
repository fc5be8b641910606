"""Every page on a phone, light and dark, and the picture of the README; wider screens are in ``test_toegankelijkheid``."""

import pytest

import pages
from fairshare.gegevens import lees_regios
from tests.browser.beelden import BEWAREN, BEWOGEN, MATEN, fotografeer
from tests.browser.conftest import WORTEL

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("thema", ["light", "dark"])
def test_no_page_is_wider_than_a_phone(app, venster, tmp_path, thema):
    """Nothing sticks out sideways, on any page and in both themes."""
    bezoek = venster(viewport=MATEN["telefoon"], thema=thema).open(f"{app}/?v=2")
    regio = lees_regios()["stedendriehoek"].register.naam
    fouten = []
    for pagina in pages.PAGINAS:
        pad = pages.pad(pagina)
        bezoek.volg(f"{app}/{pad}?v=2", pagina.TITEL, regio)
        fouten.append(fotografeer(bezoek, f"{pad or 'overzicht'}-{thema}", "telefoon", tmp_path))
    assert not any(fouten), fouten
    if BEWAREN and thema == "light":
        bezoek.page.set_viewport_size(MATEN["laptop"])
        bezoek.open(f"{app}/?v=2").page.wait_for_function(BEWOGEN)
        bezoek.page.screenshot(path=WORTEL / "docs" / "overzicht.png")

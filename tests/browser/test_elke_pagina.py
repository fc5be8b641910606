"""Every page, with all that must hold on any page: what fails is named by check.

With SCHERMBEELDEN=1 the pictures are kept to look at, and that of the README is made (``make schermbeelden``).
"""

import pytest
from playwright.sync_api import expect

import pages
from fairshare.gegevens import lees_regios
from tests.browser.beelden import BEWAREN, BEWOGEN, MATEN, uitsteek
from tests.browser.conftest import LAPTOP, WORTEL, is_die_pagina, wacht_tot
from tests.browser.test_toegankelijkheid import KLEUREN, NORM, overtredingen, zonder_tekst

pytestmark = pytest.mark.browser

NAMEN = {regio.sleutel: regio.register.naam for regio in lees_regios().values()}
ERNAAST = "&naast=kolom-C&bod=1.0262.p:40"
"""A scenario to compare with and a bid, so that no page is empty."""
HELFTEN = (("beamer", "vergroot"), ("laptop", "telefoon"))
"""The sizes that are looked at in the first theme and in the second."""


@pytest.mark.parametrize("pagina", pages.PAGINAS, ids=lambda pagina: pagina.TITEL)
def test_a_page_is_whole(onder_pad, wandelaar_onder_pad, pagina):
    """The link shows this page and its scenario; WCAG 2.1 A and AA in light and dark; charts have a text and a table.

    Here the Verkenner stands below a path, and one link follows another; ``test_schuif.py`` opens each page, at the root.
    The questions of an RBO are one click away, except in Presenteren.
    Nothing sticks out, on a projector, a laptop, a phone and at 200%. It draws every region without a word on the console; that
    nothing leaves the machine is held against every visitor (``gasten``). The theme changes as it does at sunset: without loading.
    What sticks out does so in any colour, and so does what breaks a rule that asks for none: each is looked at once. Where pictures
    are kept, each size is in both themes.
    """
    pad, bezoek, fouten = pages.pad(pagina), wandelaar_onder_pad, {}
    themas = ("light", "dark") if pages.PAGINAS.index(pagina) % 2 else ("dark", "light")  # it begins as it was left
    bezoek.page.set_viewport_size(LAPTOP)
    bezoek.page.emulate_media(reduced_motion="reduce")
    bezoek.volg(f"{onder_pad}/{pad}?v=2&reservering=35&pad=direct{ERNAAST}", pagina.TITEL, next(iter(NAMEN.values())))
    is_die_pagina(bezoek, pad, ERNAAST)
    expect(bezoek.page.locator("html")).to_have_attribute("lang", "nl")
    fouten["tekst"] = zonder_tekst(bezoek.page) if pagina is not pages.presenteren else []
    for thema, maten, regels in zip(themas, HELFTEN, (NORM, KLEUREN), strict=True):
        bezoek.page.set_viewport_size(LAPTOP)
        bezoek.kleed(thema)
        if pagina is not pages.presenteren:
            expect(bezoek.page.get_by_role("link", name=pages.vragen.TITEL, exact=True)).to_be_in_viewport()
        fouten[f"wcag, {thema}"] = overtredingen(bezoek.page, regels)
        for maat in MATEN if BEWAREN else maten:
            fouten[f"{thema}, {maat}"] = uitsteek(bezoek, f"{pad or 'overzicht'}-{thema}", maat)
    assert len(bezoek.page.screenshot()) > 10_000, "nothing can be seen"
    for regio in list(NAMEN)[1:]:
        bezoek.volg(f"{onder_pad}/{pad}?v=2&regio={regio}", pagina.TITEL, NAMEN[regio])
        fouten[f"{regio}, telefoon"] = uitsteek(bezoek, f"{pad or 'overzicht'}-{regio}", "telefoon")
    fouten["console"] = bezoek.klachten
    assert not {wat: gevonden for wat, gevonden in fouten.items() if gevonden}


@pytest.mark.skipif(not BEWAREN, reason="makes a picture and checks nothing: make schermbeelden")
def test_the_picture_of_the_readme(app, bezoek):
    """Overzicht on a laptop, as it opens."""
    bezoek.page.set_viewport_size(MATEN["laptop"])
    wacht_tot(bezoek.open(f"{app}/?v=2").page, BEWOGEN)
    bezoek.page.screenshot(path=WORTEL / "docs" / "overzicht.png")

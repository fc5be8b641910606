"""Pictures of every page at three sizes, light and dark; with SCHERMBEELDEN=1 they are kept to look at."""

import os
from pathlib import Path

import pytest

import pages
from fairshare.gegevens import lees_regios
from tests.browser.conftest import WORTEL

pytestmark = pytest.mark.browser

MATEN = {"laptop": (1280, 800), "beamer": (1920, 1080), "telefoon": (390, 844)}
PAGINAS = {pages.pad(pagina) or "overzicht": (pages.pad(pagina), pagina.TITEL) for pagina in pages.PAGINAS}

BEWOGEN = "document.getAnimations().every((een) => een.playState !== 'running')"
"""Nothing slides or fades any more."""


@pytest.mark.parametrize("thema", ["light", "dark"])
@pytest.mark.parametrize("maat", MATEN)
def test_no_page_is_wider_than_its_screen(app, venster, tmp_path, maat, thema):
    """Nothing sticks out sideways, at three sizes and in both themes; the picture of the README is one of these."""
    breed, hoog = MATEN[maat]
    bezoek = venster(viewport={"width": breed, "height": hoog}, thema=thema).open(f"{app}/?v=2")
    doel = WORTEL / "schermbeelden" if os.environ.get("SCHERMBEELDEN") else tmp_path
    doel.mkdir(exist_ok=True)
    regio = lees_regios()["stedendriehoek"].register.naam
    for naam, (pad, titel) in PAGINAS.items():
        bezoek.volg(f"{app}/{pad}?v=2", titel, regio)
        bezoek.page.wait_for_function(BEWOGEN)
        beeld = bezoek.page.screenshot(path=Path(doel) / f"{naam}-{maat}-{thema}.png")
        assert len(beeld) > 10_000
        uitsteek = bezoek.page.evaluate(
            "() => { const m = document.querySelector('[data-testid=stMain]'); return m.scrollWidth - m.clientWidth; }"
        )
        assert uitsteek <= 0, f"{naam} is {uitsteek} px too wide"
    if os.environ.get("SCHERMBEELDEN") and (maat, thema) == ("laptop", "light"):
        bezoek.open(f"{app}/?v=2")
        bezoek.page.wait_for_function(BEWOGEN)
        bezoek.page.screenshot(path=WORTEL / "docs" / "overzicht.png")

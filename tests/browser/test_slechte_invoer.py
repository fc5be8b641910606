"""Bad input in a real Chromium: it is named, it stays text, and it takes nothing along."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Bezoek
from tests.browser.test_eigen import kies

pytestmark = pytest.mark.browser

STOUT = "![x](https://evil.example/x.png) <img src=x onerror=alert(1)> www.evil.example a@evil.example :red[r] $x$ `c`"
NAAM = "![x](www.evil.example) <img src=x onerror=alert(1)> a@evil.example =1+1 `c` &lt;b&gt;.csv"
BESTAND = (
    f"{STOUT}\nGemeente;Inwoners;Mutaties;Bezit: {STOUT};{STOUT} y\nDelft;109573;1100;20000;1\nLeiden;124093;1200;;1\n"
)
PAGINAS = (
    "Overzicht",
    "Gemeenteprofiel",
    "Vergelijken",
    "Presenteren",
    "Verhaal maken",
    "Delen en meenemen",
    "Bronnen en begrippen",
)

LEVEND = """[...document.querySelectorAll('a[href], img[src], script[src], iframe[src], [onerror]')].filter(
  (deel) => deel.onerror || deel.getAttribute("src") === "x" || /^(mailto|javascript):/.test(deel.href)
    || /evil/.test(new URL(deel.href || deel.src, location).host)).length"""
"""What would have come alive in the page."""


def test_what_someone_typed_or_a_file_holds_stays_text(app, bezoek: Bezoek):
    """In a title, a file name, headings and a bookmark, page after page: no picture, no link, no script, nothing fetched."""
    kaders: list[str] = []
    bezoek.luister("dialog", lambda kader: (kaders.append(kader.message), kader.dismiss()))
    bezoek.open(f"{app}/gegevens?v=2")
    kies(bezoek, BESTAND.encode(), NAAM)
    expect(
        bezoek.page.get_by_text("a@\u2060evil.example").or_(bezoek.page.get_by_text("evil.example")).first
    ).to_be_visible()
    assert bezoek.page.evaluate(LEVEND) == 0
    bezoek.page.get_by_role("button", name="Reken met deze gegevens").click()
    expect(bezoek.page).to_have_url(re.compile("regio=eigen-"))
    bezoek.wegwijzer("Delen en meenemen").click()
    titel = bezoek.page.get_by_role("textbox", name="Titel van dit scenario")
    titel.fill("![x](https://evil.example/x.png) www.evil.example <img src=x onerror=alert(1)>")
    titel.press("Enter")
    expect(bezoek.page).to_have_url(re.compile("titel="))
    for pagina in PAGINAS:
        bezoek.naar(pagina)
        assert bezoek.page.evaluate(LEVEND) == 0, pagina
        expect(bezoek.page.get_by_text("kan niet worden getoond")).to_have_count(0)
    assert not bezoek.buiten
    assert not kaders


def test_a_link_with_more_parameters_than_streamlit_reads_is_named(app, bezoek: Bezoek):
    """Streamlit would drop all of it without a word; here the screen says how long the link is and shows the agreement."""
    bezoek.open(f"{app}/?v=2&reservering=35&" + "&".join(f"p{nummer}=1" for nummer in range(1000)))
    expect(bezoek.page.get_by_text(re.compile("deze link kan niet: hij heeft 6.9.. tekens"))).to_be_visible()
    expect(bezoek.kaart()).to_have_text("215")


@pytest.mark.parametrize(
    "regio",
    ["eigen-%60![x](https://evil.example/x.png)%60", "%3Cscript%3Ealert(1)%3C/script%3E", "eigen-%22onerror=alert(1)"],
)
def test_a_region_that_nobody_has_is_text(app, bezoek: Bezoek, regio):
    """It is refused by name, and the rest of the link is kept."""
    bezoek.open(f"{app}/?v=2&reservering=35&regio={regio}")
    expect(bezoek.page.get_by_text("kan niet").first).to_be_visible()
    expect(bezoek.kaart()).to_have_text("55")
    assert bezoek.page.evaluate(LEVEND) == 0
    assert not bezoek.buiten

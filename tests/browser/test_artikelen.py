"""The agreement as text in a real Chromium: a number is changed in its sentence, and the link follows."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Bezoek

pytestmark = pytest.mark.browser

STOUT = "<img src=x onerror=alert(1)> | 100% & meer"


def test_a_number_is_changed_in_its_sentence_in_the_proposal_and_in_an_amendment(app, bezoek: Bezoek):
    """Read as Dutch; a refusal stands at the sentence and keeps what stood there; a motivation is text, and so is one too long."""
    page = bezoek.open(f"{app}/artikelen?v=2").page

    def typ(veld: str, tekst: str) -> None:
        page.get_by_label(veld, exact=True).fill(tekst)
        page.get_by_label(veld, exact=True).press("Enter")

    typ("Voorstel: Reservering", "33,5%")
    expect(page).to_have_url(re.compile(r"&reservering=33\.5"))
    typ("Amendement: Bovengrens", "45")
    expect(page).to_have_url(re.compile(r"&reservering=33\.5&amendement=v%3D2%26reservering%3D33\.5%26bovengrens%3D45"))
    page.get_by_label("Voorstel: Ruil tussen gemeenten: voeg toe").select_option("GM0262-GM0150")
    expect(page).to_have_url(re.compile(r"&ruil=GM0262-GM0150%3A10"))
    typ("Voorstel: Opgave van de regio", "1170,5")
    expect(page.locator(".cel .melding")).to_contain_text("'1170,5' kan niet bij Opgave")
    expect(page.get_by_label("Voorstel: Opgave van de regio", exact=True)).to_have_accessible_description(
        re.compile("'1170,5' kan niet")
    )
    expect(page.get_by_role("alert").filter(has_text="'1170,5'")).to_have_count(1)  # said once to a screen reader
    expect(page.get_by_label("Voorstel: Opgave van de regio", exact=True)).to_have_value("1.170")
    reden = "Voorstel: motivering bij Reservering"
    typ(reden, "x" * 161)
    expect(page.get_by_text("schrijf hoogstens 160 leesbare tekens").last).to_be_visible()
    expect(page.get_by_label(reden, exact=True)).to_have_value("x" * 161)
    typ(reden, STOUT)
    expect(page).to_have_url(re.compile("&motivering=reservering%3A"))
    expect(page.get_by_text(f"Motivering: {STOUT}")).to_have_count(
        2
    )  # of the proposal, and of the amendment that leaves it
    rij = (
        page.get_by_role("region", name=re.compile("^Opgave per gemeente")).get_by_role("row").filter(has_text="Lochem")
    )
    expect(rij).to_have_text(re.compile("87.*77.*−10.*68"))
    page.get_by_role("button", name="Neem het amendement over in het voorstel").click()
    expect(page).to_have_url(re.compile(r"&reservering=33\.5&bovengrens=45&motivering"))

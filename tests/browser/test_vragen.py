"""The questions of an RBO: from any page one click to the list, one more to the place where the answer stands."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from fairshare.gegevens import lees_vragen
from pages import PAGINAS, pad, vragen

pytestmark = pytest.mark.browser

NIET_GEPLAATST, GAT = "Niet geplaatst in 2035", "Als geen overschot meetelt"

ANTWOORDEN = (
    (("kaart", NIET_GEPLAATST, "55"), ("kaart", NIET_GEPLAATST, "215")),
    (
        ("kaart", "Het gat van de regio is dicht in", "niet met dit scenario"),
        ("kaart", "Reservering, hele regio", "36,8%"),
        ("kaart", "Reservering, ieder voor zich", "58,0%"),
    ),
    (("kaart", NIET_GEPLAATST, "40"), ("kaart", NIET_GEPLAATST, "tekort 42")),
    (("rij", "Lochem", "−42"), ("rij", "Deventer", "+58"), ("tekst", "", "Een tarief staat in geen enkele bron.")),
    (("kaart", NIET_GEPLAATST, "119 tot 312"),),
    (("tekst", "", "100 × 87 ÷ 150"), ("tekst", "", "Theorie vs praktijk, kolommen C en E")),
    (("rij", "Lochem", "87"), ("rij", "Lochem", "55")),
    (("kaart", "Regulier in 2035", "−160 t.o.v. 2024"), ("rij", "Apeldoorn", "−50")),
    (("rij", "Reservering", "+1,00"), ("rij", "Doorstroming", "−2,33")),
    (("veld", "Statushouders", "Binnen de opgave"),),
    (("rij", "Wet versterking regie volkshuisvesting", "1 juli 2026"), ("kaart", "Niet geplaatst bij 15%", "692")),
    (("rij", "j", "zonder vaste verblijfplaats"), ("rij", "Ouderen", "lokale opgave")),
    (("tekst", "", "Elk jaar vóór 1 juli"), ("tekst", "", "Waar het pad in 2030 staat")),
    (("rij", "Inwoners van de zeventien gemeenten (inwoners)", "772.291"), ("rij", "Epe", "0 ≠ onbekend")),
    (("rij", "Meer reserveren", "100"),),
    (("rij", "Nieuwbouw sociale huur", "45"), ("rij", "Doorstroming", "30"), ("rij", "Meer reserveren", "100")),
    (("tekening", "", "500"),),
    (("kaart", NIET_GEPLAATST, "698"), ("tekst", "", "Epe, Hattem en Heerde")),
    (("kaart", GAT, "225"), ("kaart", GAT, "215 als elk overschot meetelt")),
    (("rij", "Dichtstbij eerst", "112"), ("tekst", "", "Voorst −9")),
    (("tekst", "", "Het eerst aan de beurt: Voorst"), ("rij", "Voorst", "Deventer")),
    (("kaart", "In 2030", "875"), ("rij", "Hele regio", "438")),
    (("rij", "Lochem", "34.289"), ("tekst", "", "verzonnen voorbeeld, geen registratie")),
    (("rij", "Lochem", "87"), ("rij", "Hele regio", "1.170")),
    (("tekst", "", "Open een kamer"), ("tekst", "", "Het scherm toont alle voorstellen tegelijk")),
    (("tekst", "", "het eindvoorstel als tekst van een afspraak"),),
)
"""What is read where each question leads from the agreement: in which card, row or field, and which text."""


def waar(page: Page, soort: str, naam: str) -> Locator:
    """The first of a kind with this name."""
    soorten = {
        "kaart": page.locator(".kaart").filter(has_text=re.compile(rf"^\s*{re.escape(naam)}")),
        "rij": page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=naam, exact=True)),
        "tekening": page.locator(".tekening"),
        "tekst": page.get_by_test_id("stMain"),
        "veld": page.get_by_test_id("stSelectbox").filter(has_text=naam),
    }
    return soorten[soort].first


def test_every_question_takes_two_clicks_and_lands_where_its_answer_stands(app, bezoek):
    """With the scenario of that moment; what leads there is in sight and has the focus, in a new tab too.

    The list is one click away from where an answer stands, as from every page (:func:`test_elke_pagina.test_a_page_is_whole`).
    """
    page = bezoek.open(f"{app}/?v=2").page
    page.get_by_role("link", name=vragen.TITEL, exact=True).click()
    bezoek.rust(h1=vragen.TITEL)
    titels = {pagina.__name__.rpartition(".")[2]: pagina.TITEL for pagina in PAGINAS}
    for vraag, antwoord in zip(lees_vragen(), ANTWOORDEN, strict=True):
        link = page.get_by_role("link", name="Lochem" if vraag.per_gemeente else vraag.vraag, exact=True)
        naar = link.get_attribute("href")
        link.click()
        bezoek.rust(h1=titels[vraag.pagina])
        if vraag.plek:
            expect(page.locator(f".plek[data-naam={vraag.plek[-1]}], .st-key-{vraag.plek[-1]}")).to_be_focused()
            expect(page.locator(":focus")).to_be_in_viewport()
        for soort, naam, tekst in antwoord:
            if soort == "veld":
                expect(waar(page, soort, naam).get_by_role("combobox")).to_have_value(tekst)
            else:
                expect(waar(page, soort, naam)).to_contain_text(tekst)
        bezoek.volg(f"{app}/{pad(vragen)}?v=2", vragen.TITEL, "Regio Stedendriehoek")
        if vraag is lees_vragen()[5]:
            elders = naar
    bezoek.open(f"{app}/{elders}")
    expect(page.locator(f".st-key-{lees_vragen()[5].plek[0]}")).to_be_focused()
    expect(page.get_by_test_id("stMain")).to_contain_text("100 × 87 ÷ 150")
    assert not bezoek.klachten
    assert not bezoek.buiten

"""Every number that is typed is read as Dutch, in whichever field; what may mean two things is asked, and what stood there stays."""

from html import unescape
from urllib.parse import urlencode

import pytest

from fairshare import link
from fairshare.fouten import Getypt
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model.getypt import in_een_veld, uit_een_veld
from fairshare.model.knoppen import knop
from fairshare.opmaak import getal
from fairshare.parameters import Getal, Paren
from fairshare.weergave import PARAMETERS
from pages.bediening import adres as adresbalk
from pages.bediening.overnemen import MEESTE_STAPPEN
from pages.onderdelen.projector import GEDACHT, GEGOKT, GOK, ONTHULD
from tests.app.test_paginas import PAGINAS, adres, open_app

REGIO = lees_regio("stedendriehoek")
ALLES_OPEN = {
    "v": "2",
    "sleutel": "mix",
    "gewichten": "inwoners:60,voorraad:40",
    "achterstand": "ja",
    "pad": "eigen",
    "punten": "2028:10",
    "ruil": "GM0262-GM0150:12",
    "inzet": "GM0262:12",
    "bouw": "GM0262:12",
    "afwijking": "GM0262:33",
    "norm_dekking": "50",
}
"""A scenario in which every list has a pair."""


def _getallen() -> dict[str, Getal]:
    """Every number of a link, by the name of its parameter; that of a list of pairs is its number."""
    soorten = {naam: knop(REGIO, naam) for naam in PARAMETERS}
    paren = {naam: wat.waarde for naam, wat in soorten.items() if isinstance(wat, Paren)}
    return {naam: wat for naam, wat in soorten.items() if isinstance(wat, Getal)} | paren | {"gok": GEDACHT}


GETALLEN = _getallen()
IN_EEN_VELD = {
    naam
    for naam, wat in GETALLEN.items()
    if isinstance(PARAMETERS.get(naam), Paren) or wat.aantal_stappen > MEESTE_STAPPEN
} - {"mutatiegraad", "gok", "bod"}
"""What is typed; the mutatiegraad has a slider of its own, the guess stands in no link, a bid is made in a room."""


@pytest.mark.parametrize("naam", GETALLEN)
def test_what_a_field_shows_is_read_as_what_it_is(naam):
    """Every step of every parameter, and each with a percent sign where it is a percentage."""
    wat = GETALLEN[naam]
    for waarde in map(wat.op, range(0, wat.aantal_stappen + 1, max(1, wat.aantal_stappen // 500))):
        assert uit_een_veld(wat, in_een_veld(wat, waarde)) in (waarde, _gevraagd(wat, waarde))
        if wat.eenheid.startswith("procent"):
            assert uit_een_veld(wat, f" {getal(waarde, wat.decimalen)} % ") == waarde


def _gevraagd(wat: Getal, waarde: float) -> Getypt | None:
    """Give what is asked of a percentage below 1 that may be a share."""
    antwoord = uit_een_veld(wat, in_een_veld(wat, waarde))
    vraagt = isinstance(antwoord, Getypt) and wat.eenheid.startswith("procent") and 0 < waarde < 1
    return antwoord if vraagt and "schrijf een % achter" in antwoord.advies else None


@pytest.mark.parametrize("naam", GETALLEN)
def test_no_number_is_read_as_another(naam):
    """1.285 is never 1, 1285,5 never 12855, and 1,285 is asked wherever it may be both."""
    wat = GETALLEN[naam]
    for tekst, mag in (("1.285", {1285}), ("1285,5", {1285.5}), ("1,285", {1.285}), ("12,5", {12.5}), ("3.5", {3.5})):
        gelezen = uit_een_veld(wat, tekst)
        assert isinstance(gelezen, Getypt) or gelezen in mag, (tekst, gelezen)
    for tekst in ("veel", "1.28.5", "--3", "1e3", "12/5", "٣٥", "9" * 40, "0x10", "1 2"):
        assert isinstance(uit_een_veld(wat, tekst), Getypt), tekst


def test_every_field_on_every_page_keeps_what_stood_there_and_says_what_to_do():
    """Each field that a page draws for a number; all parameters that are typed are met, those of the bar on the lightest page."""
    gezien: set[str] = set()
    for pagina in reversed([*PAGINAS]):
        at = open_app(pagina, keer=1, meer=not gezien, **ALLES_OPEN)
        assert not at.get("number_input"), "Streamlit's own field for a number makes 1 of 1.285"
        for sleutel in [str(vak.key) for vak in at.text_input]:
            naam = sleutel.removeprefix(adresbalk.WIDGET).partition(":")[0]
            if naam in IN_EEN_VELD and naam not in gezien:
                gezien.add(naam)
                _probeer(at, sleutel, GETALLEN[naam])
    assert gezien >= IN_EEN_VELD, f"geen pagina toont een veld voor {IN_EEN_VELD - gezien}"


def _probeer(at, sleutel: str, wat: Getal) -> None:
    voor, stond = adres(at), at.text_input(key=sleutel).value
    for tekst in ("1,285", "1285,5", "veel"):
        at.text_input(key=sleutel).set_value(tekst).run()
        assert (adres(at), at.text_input(key=sleutel).value) == (voor, stond), (sleutel, tekst)
        meldingen = "".join(fout.value for fout in at.error)
        assert "Niet overgenomen" in meldingen and f"'{tekst}' kan niet bij " in meldingen, (sleutel, meldingen)
    if wat.hoog > 1285 and wat.geheel:
        at.text_input(key=sleutel).set_value("1285").run()
        past_bij_de_rest = not at.error  # a gemeente trades no more than its share
        assert at.text_input(key=sleutel).value == ("1.285" if past_bij_de_rest else stond), sleutel
        anders = {naam: waarde for naam, waarde in adres(at).items() if voor.get(naam) != waarde}
        assert ("1285" in "".join(anders.values())) == past_bij_de_rest, (sleutel, anders, [*at.error])


@pytest.mark.parametrize(
    ("veld", "tekst", "melding"),
    [
        ("afwijking:GM0262", "120", "'120' kan niet bij Eigen reservering van een gemeente, Lochem: kies 0,0%"),
        ("punten:2028", "x", "'x' kan niet bij Punten van het eigen pad, in 2028: kies een heel getal"),
        ("gewichten:inwoners", "", "Een leeg veld kan niet bij Gewichten van de mix, inwoners: kies 0,01"),
        (
            "ruil:GM0262-GM0150",
            "1.285",
            "'van Lochem aan Deventer 1.285' kan niet bij Ruil tussen gemeenten: Lochem heeft in 2026 een taak van",
        ),
    ],
)
def test_a_refusal_names_the_field_and_no_code_of_a_link(veld, tekst, melding):
    """Of a list the number that was typed, of what does not go with the rest the value in words; nothing of a link is to be mended."""
    at = open_app("bronnen", keer=1, meer=True, **ALLES_OPEN)
    at.text_input(key=adresbalk.WIDGET + veld).set_value(tekst).run()
    assert (
        at.error[0].value.replace("\\", "").startswith(f"**Niet overgenomen; wat er stond, staat er nog.** {melding}")
    )
    assert [adres(at)[naam] for naam in ALLES_OPEN] == [*ALLES_OPEN.values()]
    assert "Herstel de link" not in [knop.label for knop in at.button]


def test_what_a_room_thinks_is_read_as_dutch_too():
    """1.285 is kept as 1285; 1285,5 is asked again and no guess."""
    at = open_app("presenteren", {ONTHULD: None}, stap="3")
    at.text_input(key=GOK).set_value("1.285").run()
    assert at.session_state[GEGOKT] == 1285
    at.text_input(key=GOK).set_value("1285,5").run()
    assert "'1285,5' kan niet bij Wat denkt de zaal?" in at.error[0].value


def ernaast(at, schuif: str):
    """The field beside a slider."""
    return next(veld for veld in at.text_input if veld.key.startswith(f"{schuif}_getal"))


def test_a_number_typed_beside_a_slider_moves_it_and_a_wrong_one_changes_nothing():
    """The slider, the field and the link say the same; what cannot be is refused in the same words as elsewhere."""
    at = open_app(v="2")
    ernaast(at, "p_verevening").set_value("40").run()
    assert (at.select_slider(key="p_verevening").value, adres(at)) == (40, {"v": "2", "verevening": "40"})
    ernaast(at, "p_verevening").set_value("veertig").run()
    assert ernaast(at, "p_verevening").value == "40"
    assert "'veertig' kan niet bij Verevening" in at.error[0].value
    ernaast(at, "p_verevening").set_value("").run()
    assert "Een leeg veld kan niet bij Verevening" in at.error[0].value
    at.select_slider(key="p_verevening").set_value(60).run()
    assert ernaast(at, "p_verevening").value == "60"
    veld = ernaast(at, "p_eind").key
    ernaast(at, "p_eind").set_value(" 2030").run()
    assert ernaast(at, "p_eind").key == veld, "another field: the cursor would be gone"
    assert adres(at) == {"v": "2", "eind": "2030", "verevening": "60"}
    ernaast(at, "p_verevening").set_value("12").run()
    assert "kies een heel getal van 0% tot en met 100% in stappen van 5" in at.error[0].value


def test_an_emptied_year_is_the_end_year_in_the_same_field():
    """What leaving it open means is shown where the cursor stands."""
    at = open_app("spelregels", keer=1, meer=False, v="2", jaar="2030")
    veld = ernaast(at, "p_jaar").key
    ernaast(at, "p_jaar").set_value("").run()
    assert (ernaast(at, "p_jaar").key, ernaast(at, "p_jaar").value, adres(at)) == (veld, "2035", {"v": "2"})


@pytest.mark.parametrize(
    ("staat", "kiest", "code", "optie"),
    [
        ({"regio": "gmr"}, "bovenop", "inclusief", "Binnen de opgave"),
        ({"segment": "aftoppingsgrens"}, "zonder_voorrang", "liberalisatiegrens", "Tot de liberalisatiegrens"),
    ],
)
def test_a_refusal_names_the_options_as_the_screen_does(staat, kiest, code, optie):
    """What can be chosen instead stands in the list by its label; in a link it is its code."""
    at = open_app("bronnen", keer=1, v="2", **staat)
    at.selectbox(key="p_statushouders").set_value(kiest).run()
    assert at.error[0].value.endswith(f" kies '{optie}'.")
    [fout] = link.lees(urlencode({"v": "2", **staat, "statushouders": kiest}), lees_regios()).fouten
    assert fout.melding.endswith(f" kies {code}.")


def test_a_name_of_a_region_that_cannot_be_is_refused_with_what_can():
    """Spaces around it are no part of it."""
    at = open_app("nederland", keer=1, meer=False, v="2")
    at.multiselect(key="land_samen").set_value(["GM0262", "GM0150"]).run()
    at.text_input(key="land_naam").set_value("  Achter de IJssel ").run()
    assert any(':Achter+de+IJssel"' in deel.proto.body for deel in at.get("html"))
    at.text_input(key="land_naam").set_value("<b>x</b>").run()
    assert any(
        "'<b>x</b>' kan niet bij Naam van de regio: schrijf letters en cijfers, met" in unescape(deel.proto.body)
        for deel in at.get("html")
    )

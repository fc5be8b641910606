"""Own data on every page: figures that are missing, zero or alone give no failure, and what someone typed stays text."""

import gc

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from fairshare.gegevens import NIET, als_sleutel, getypt, lees_eigen, lees_regio
from fairshare.grafieken import kaart_rijen
from fairshare.lezingen.aannames import aannames
from fairshare.model import beginscenario, bereken, in_het_jaar, profiel
from fairshare.opmaak import benodigd
from pages.bediening import adres as adresbalk
from pages.bediening import eigen
from tests.app.test_paginas import APP, PAGINAS, adres, kaarten, kop, open_app, stukken

KARIG = {
    "zonder inwoners": "Gemeente;Mutaties\nDelft;100\nLeiden;200\n",
    "deels onbekend": "Gemeente;Inwoners;Mutaties;Sociale huur\n's-Gravenhage;5;;9\nLeiden;;7;8\n",
    "alles nul": "Gemeente;Inwoners;Sociale huur;Mutaties;Toewijzingen\nDelft;5;0;0;0\n",
}
"""Files with almost nothing in them, which are allowed all the same."""


@pytest.mark.parametrize("naam", KARIG)
def test_every_page_shows_a_region_with_few_figures(naam):
    """Unknown, none, or a single gemeente: each page has its title and no failure."""
    regio = lees_eigen(KARIG[naam].encode(), naam).regio
    for pagina, titel in PAGINAS.items():
        at = AppTest.from_file(APP, default_timeout=30)
        at.session_state[eigen.REGIOS] = {regio.sleutel: regio}
        vraag = {"v": "2", "regio": regio.sleutel, "sleutel": beginscenario(regio).sleutel, "opgave": "100"}
        for wat, waarde in vraag.items():
            at.query_params[wat] = waarde
        at._page_hash = calc_hash(pagina)
        at.run()
        assert not at.exception, pagina
        assert not at.error, (pagina, at.error[0].value)
        assert kop(at) == titel


@pytest.mark.parametrize("pagina", ["solidariteit", "verdeelsleutels", "speltafel", "spelregels", "vereffening"])
def test_a_region_of_one_gemeente_says_that_there_is_nothing_to_divide(pagina):
    """Lochem alone; of two gemeenten no such word, and nowhere does one of one have the most."""
    een, twee = (
        " ".join(stuk.get("html", "") for stuk in stukken(open_app(pagina, keer=1, v="2", regio=regio, opgave="100")))
        for regio in ("GM0262", "GM0262,GM0150")
    )
    zin = "Deze regio is 1 gemeente, Lochem: er is niets te verdelen."
    assert zin in een and zin not in twee
    assert "het meest" not in een and "1 gemeenten" not in een


def met_bestand(pagina: str, inhoud: bytes, naam: str, **parameters: str) -> AppTest:
    """Choose a file on a page."""
    at = open_app(pagina, **parameters)
    at.file_uploader[0].set_value([(naam, inhoud, "text/csv")]).run()
    return at


def test_a_file_without_inhabitants_begins_with_a_key_that_it_has():
    """The scenario is one that can be computed, and the screen says which key was chosen and why."""
    at = met_bestand("gegevens", KARIG["zonder inwoners"].encode(), "karig.csv", v="2")
    next(knop for knop in at.button if knop.label == "Reken met deze gegevens").click().run()
    assert not at.exception
    assert "sleutel=inwoners kan niet" in at.error[0].value
    assert "nu is Mutaties gekozen" in at.error[0].value
    assert adres(at)["sleutel"] == "mutaties"
    at.selectbox(key="p_regio").set_value("gmr").run()
    eigen_naam = next(naam for naam in at.session_state[eigen.REGIOS])
    at.selectbox(key="p_regio").set_value(eigen_naam).run()
    assert not at.exception
    assert adres(at)["regio"] == eigen_naam


def test_a_file_that_gives_nothing_to_divide_by_is_refused_before_it_is_used():
    """And the scenario stays what it was."""
    at = met_bestand("gegevens", b"Gemeente;Herkomst\nDelft;0\nLeiden;\n", "leeg.csv", v="2", reservering="33")
    assert "Dit bestand is niet gebruikt" in at.error[0].value
    assert any("er is geen kolom waarnaar de opgave kan worden verdeeld" in deel.proto.body for deel in at.get("html"))
    assert not [knop for knop in at.button if knop.label == "Reken met deze gegevens"]
    assert adres(at) == {"v": "2", "reservering": "33"}


@pytest.mark.parametrize(
    "naam", ["eigen-`![](https://evil.example/x.png)`", "eigen-", "eigen-1234567", "eigen-ABCDEF12"]
)
def test_only_a_fingerprint_is_asked_for(naam):
    """A link that names own data as nobody writes it is refused as any other, and what it holds is text."""
    at = open_app("", v="2", regio=naam)
    assert kop(at) == "Overzicht"
    assert "regio\\=" not in at.error[0].value
    assert "kan niet" in at.error[0].value
    assert "![" not in at.error[0].value


def test_a_link_on_own_data_that_is_too_long_is_refused():
    """It waits for no file, because nothing of it would be taken over."""
    at = open_app("", v="2", regio="eigen-12345678", titel="x" * 3000)
    assert "deze link kan niet: hij heeft" in at.error[0].value.replace("\\", "")
    assert adresbalk.WACHT not in at.session_state or not at.session_state[adresbalk.WACHT]


def test_a_failure_outside_a_page_gives_a_dutch_screen_too(monkeypatch):
    """Whatever fails, there is a number and no word of English."""

    def stuk(*_):
        raise RuntimeError("geheim=1")

    monkeypatch.setattr("pages.bediening.zijbalk.teken", stuk)
    at = AppTest.from_file(APP, default_timeout=30).run()
    assert not at.exception
    assert "foutnummer" in at.error[0].value
    assert "geheim" not in at.error[0].value


def test_the_visitor_says_which_column_is_which_and_several_files_become_one_region():
    """What is not recognised is asked; the answer counts for the next file, can be kept, and can be forgotten."""
    at = open_app("gegevens", v="2")
    tal = b"Gemeente;Perioden;Tal mensen;Leuk;Leuk %\nDelft;2024;109573;veel;1\nDelft;2023;109000;meer;2\n"
    meer = b"Gemeente;Sociale huur\nDelft;9000\n"
    at.file_uploader[0].set_value([("tal.csv", tal, "text/csv"), ("meer.csv", meer, "text/csv")]).run()
    vragen = [keuze for keuze in at.selectbox if keuze.label.startswith(("Wat is", "Periode"))]
    assert [keuze.label for keuze in vragen] == [
        "Wat is Tal mensen?",
        "Wat is Leuk?",
        "Wat is Leuk %?",
        "Periode die telt",
    ]
    vragen[0].set_value("inwoners_2024").run()
    next(keuze for keuze in at.selectbox if keuze.label == "Periode die telt").set_value("2023").run()
    next(knop for knop in at.button if knop.label == "Reken met deze gegevens").click().run()
    (regio,) = at.session_state[eigen.REGIOS].values()
    assert (regio.gemeenten[0].inwoners_2024, regio.gemeenten[0].corporatiewoningen_2024) == (109000, 9000)
    next(keuze for keuze in at.selectbox if keuze.label == "Wat is Leuk?").set_value("woningen_2024").run()
    assert "niet gebruikt" in at.error[0].value
    leuk = next(keuze for keuze in at.selectbox if keuze.label == "Wat is Leuk?")
    assert leuk.value == "woningen_2024"
    leuk.set_value(NIET).run()
    assert not at.error, "what was said can be said otherwise"
    assert next(keuze for keuze in at.selectbox if keuze.label == "Wat is Tal mensen?").value == "inwoners_2024"
    assert next(keuze for keuze in at.selectbox if keuze.label == "Periode die telt").value == "2023"
    next(keuze for keuze in at.selectbox if keuze.label == "Wat is Leuk?").set_value("woningen_2024").run()
    next(knop for knop in at.button if knop.label.startswith("Vergeet wat u")).click().run()
    assert not at.exception
    assert not at.error


def test_a_file_of_which_no_figure_is_known_asks_what_its_columns_are():
    """It cannot be used as it is, and can once the visitor says where the inhabitants stand."""
    at = met_bestand("gegevens", b"Gemeente;Tal mensen\nDelft;109573\n", "tal.csv", v="2")
    assert "niet gebruikt" in at.error[0].value
    next(keuze for keuze in at.selectbox if keuze.label == "Wat is Tal mensen?").set_value("inwoners_2024").run()
    assert not at.error
    next(knop for knop in at.button if knop.label == "Reken met deze gegevens").click().run()
    (regio,) = at.session_state[eigen.REGIOS].values()
    assert regio.gemeenten[0].inwoners_2024 == 109573


def test_a_file_of_realisatie_says_how_it_was_read_and_what_was_not_used():
    """A heading with a fault in typing is the column that it is; another is named; an emptied table says nothing of a file."""
    at = open_app("monitoring", {"realisatie_meer": True}, v="2")
    tekst = b"Gemeente;Toewijzigen 2026 H1;Wachtend <b>\nLochem;20;5\n"
    at.file_uploader[0].set_value([("cijfers.csv", tekst, "text/csv")]).run()
    (gezegd,) = [tekst.value for tekst in at.markdown if "Zo is het bestand begrepen" in tekst.value]
    assert r"Niet gebruikt\: Wachtend \<b\>." in gezegd
    assert "Toewijzigen 2026 H1" in gezegd
    (gelezen,) = at.session_state["_realisatie"].values()
    assert gelezen.realisatie[0].toewijzingen == 20
    next(knop for knop in at.button if knop.label == "Maak de tabel leeg").click().run()
    assert not at.exception
    assert not [tekst for tekst in at.markdown if "Zo is het bestand begrepen" in tekst.value]


def test_own_data_is_found_again_only_by_the_same_browser_and_while_a_session_holds_it(monkeypatch):
    """A page that is loaded anew is another session; what no session holds is gone."""
    regio = lees_eigen(KARIG["zonder inwoners"].encode(), "x").regio
    wie = {"browser": "een"}
    monkeypatch.setattr(eigen.raamwerk, "browser", lambda: wie["browser"])
    monkeypatch.setattr(eigen.adres, "gevraagde_regio", lambda: regio.sleutel)

    sessies: list[dict] = []

    def sessie() -> None:
        sessies.append({})
        monkeypatch.setattr(eigen.st, "session_state", sessies[-1])

    sessie()
    eigen._neem(regio)
    for browser, gevonden in (("een", True), ("ander", False), ("", False)):
        wie["browser"] = browser
        sessie()
        assert (regio.sleutel in eigen.met_eigen({})) is gevonden, browser
    for eerder in sessies:
        eerder.clear()
    gc.collect()
    wie["browser"] = "een"
    assert regio.sleutel not in eigen.met_eigen({})


@pytest.mark.parametrize(
    ("opgave", "zinnen"),
    [
        (
            "100",
            {
                "gemeenteprofiel": "Een percentage dat genoeg is, is er niet: er komt geen woning vrij.",
                "regulier": "Een deel regulier is er niet: er komt nergens een woning vrij.",
                "vereffening": "Elke gemeente heeft evenveel van haar eigen aandeel vervuld, 0,0%",
            },
        ),
        (
            "0",
            {
                "spelregels": "de opgave 0: er is niets te verdelen, bij welke regel ook.",
                "vereffening": "Niemand is aan de beurt: er is geen eigen aandeel om te vervullen.",
            },
        ),
    ],
)
def test_where_no_home_comes_free_nothing_is_called_unknown_that_is_none(opgave, zinnen):
    """Mutaties of 0 are known: a percentage or a turn that cannot exist is said not to."""
    regio = lees_eigen(b"Gemeente;Inwoners;Mutaties\nArnhem;160000;0\nLingewaard;47000;0\n", "nul").regio
    for pagina, zin in zinnen.items():
        vraag = {"v": "2", "regio": regio.sleutel, "sleutel": "inwoners", "opgave": opgave}
        at = open_app(pagina, {eigen.REGIOS: {regio.sleutel: regio}}, 1, **vraag)
        tekst = " ".join(stuk.get("html", "") for stuk in stukken(at))
        assert zin in tekst, (pagina, tekst)
        assert "daarvoor ontbreken gegevens" not in tekst, pagina


@pytest.mark.parametrize(
    ("mutaties", "opgave", "woord"), [("0", 100, "bestaat niet"), ("", 100, "onbekend"), ("0", 0, "0,0%")]
)
def test_a_percentage_that_is_needed_is_unknown_only_where_it_is(mutaties, opgave, woord):
    """Where no home comes free none is enough, or none is needed: on the tile, in the table and on the profile."""
    regio = lees_eigen(
        f"Gemeente;Inwoners;Mutaties\nArnhem;160000;{mutaties}\nLingewaard;47000;60\n".encode(), "nul"
    ).regio
    uitkomst = bereken(regio, beginscenario(regio).met(opgave=opgave))
    assert benodigd(profiel(uitkomst, "GM0202").benodigd_percentage) == woord
    assert benodigd(in_het_jaar(uitkomst, ("benodigd_percentage",))["benodigd_percentage"][0]) == woord
    assert woord in kaart_rijen(uitkomst, "benodigd_percentage")["tekst"]
    assert np.isnan(uitkomst.per_gemeente("benodigd_percentage")[0])


def test_a_file_that_names_no_year_is_not_called_of_2024():
    """What it rests on says whose figure it is, and as what it counts; a shipped region keeps its year."""
    regio = lees_eigen(
        b"Gemeente;Inwoners;Mutaties;Toewijzingen\nEpe;33000;200;50\nHattem;12000;80;20\n", "zonder jaar"
    ).regio
    gezegd = {een.naam: een.zin for een in aannames(bereken(regio, beginscenario(regio).met(opgave=100)))}
    for naam, cijfer in (("Mutaties", 280), ("Toewijzingen aan urgenten", 70)):
        assert gezegd[naam] == f"{naam}: {cijfer} (aangeleverd). Geldt hier als het cijfer van 2024."
    assert not [naam for naam in gezegd if "2024" in naam]
    assert "Mutaties van 2024" in {een.naam for een in aannames(bereken(lees_regio("stedendriehoek")))}


@pytest.mark.parametrize(
    ("tekst", "kop", "wat", "sleutel"),
    [
        (b"Gemeente;Voorjaar 2026\nLochem;20\n", "Voorjaar 2026", "2026-1", "Toewijzingen 1e halfjaar 2026"),
        (b"Gemeente;\nLochem;20\n", "Kolom 2 zonder kop", "2026-1", "Toewijzingen 1e halfjaar 2026"),
        (b"Gemeente;2026 H3\nLochem;20\n", "2026 H3", "2026-1", "Toewijzingen 1e halfjaar 2026"),
        (b"Gemeente;Halfjaar;Tal\nLochem;2026 H1;20\n", "Tal", "toegewezen", "Toewijzingen aan urgenten"),
    ],
)
def test_the_visitor_says_which_column_of_a_file_of_realisatie_is_which(tekst, kop, wat, sleutel):
    """In either form; it can be said of another file, kept as a small file that is chosen along, and forgotten."""
    at = open_app("monitoring", {"realisatie_meer": True}, v="2")
    at.file_uploader[0].set_value([("cijfers.csv", tekst, "text/csv")]).run()
    assert "niet gebruikt" in at.error[0].value and not at.session_state["_realisatie"]
    vraag = next(keuze for keuze in at.selectbox if keuze.label == f"Wat is {kop}?")
    vraag.set_value(wat).run()
    (gelezen,) = at.session_state["_realisatie"].values()
    assert [een.toewijzingen for een in gelezen.realisatie] == [20] and not at.error
    klein = als_sleutel(at.session_state["_realisatie_keuze"], at.session_state["_realisatie_opgehaald"].opties)
    assert f"{getypt(kop)};{sleutel}" in klein.decode("utf-8-sig")
    next(knop for knop in at.button if knop.label.startswith("Vergeet wat u")).click().run()
    assert "niet gebruikt" in at.error[0].value
    at.file_uploader[0].set_value([("cijfers.csv", tekst, "text/csv"), ("koppen.csv", klein, "text/csv")]).run()
    assert not at.error and not at.exception


def test_nobody_says_never_of_what_rests_on_an_unknown_gemeente():
    """At 41% only Rijswijk, of which nothing is known, counts as short: whether each does it alone is unknown, not 'niet'."""
    tabel = "Gemeente;Inwoners;Mutaties;Toewijzingen 2024\nDelft;100000;1000;300\nRijswijk;60000;n.b.;40\n"
    regio = lees_eigen(tabel.encode(), "x").regio
    vraag = {"v": "2", "regio": regio.sleutel, "opgave": "400", "reservering": "41", "pad": "direct"}
    at = open_app("groeipad", {eigen.REGIOS: {regio.sleutel: regio}}, keer=1, meer=False, **vraag)
    dicht = next(een for een in kaarten(at) if een.label == "Het gat van de regio is dicht in")
    assert (dicht.cijfer, dicht.eronder) == ("2026", "als ieder het alleen doet: onbekend")

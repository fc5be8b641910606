"""Every page, run twice, without a browser: AppTest with the script of the screen, because on the way in itself it draws nothing."""

import re
import subprocess
import sys
from html import unescape
from pathlib import Path
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

import pages
from fairshare import link, model
from fairshare.export.qr import qr
from fairshare.gegevens import lees_regios, maak_monitoring
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from pages import pad
from tests import bladen

PAGINAS = {pad(pagina): pagina.TITEL for pagina in pages.PAGINAS}
APP = Path(__file__).parents[2] / "pages" / "onderdelen" / "scherm.py"
REGIOS = ("stedendriehoek", "gmr", "achterhoek")


def open_app(
    pagina: str = "", sessie: dict[str, object] | None = None, keer: int = 2, meer: bool = True, **parameters: str
) -> AppTest:
    """Open the app as a link does, and run it twice: a second run must show the same page.

    All controls are folded open, which is half of the work: ``meer=False`` for who touches none.
    """
    at = AppTest.from_file(APP, default_timeout=30)
    for naam, inhoud in (sessie or {}).items():
        at.session_state[naam] = inhoud
    for naam, waarde in parameters.items():
        at.query_params[naam] = waarde
    at._page_hash = calc_hash(pagina)  # AppTest.switch_page knows only files
    for uitklap in ("meer_beleidskeuze", "meer_aanname") if meer else ():
        at.session_state[uitklap] = True
    for _ in range(keer):
        at.run()
    return at


def stukken(at: AppTest) -> list[dict[str, str]]:
    """What stands in the places of the screen that follow a thumb."""
    return bladen.stukken(deel.proto for deel in at.get("bidi_component"))


class Kaart(NamedTuple):
    """A card as it stands on the screen."""

    label: str
    cijfer: str
    eronder: str


def kaarten(at: AppTest) -> list[Kaart]:
    """The cards on the screen, top first."""
    bomen = [ElementTree.fromstring(stuk["html"]) for stuk in stukken(at) if 'class="kaarten"' in stuk.get("html", "")]
    return [
        Kaart(*(kaart.findtext(waar) or "" for waar in ("div/span", "div[2]", "div[3]")))
        for boom in bomen
        for kaart in boom
    ]


def cijfers(at: AppTest) -> dict[str, str]:
    return {kaart.label: kaart.cijfer for kaart in kaarten(at)}


def adres(at: AppTest) -> dict[str, str]:
    """What stands in the address bar without its check, which must fit; AppTest gives text or a list of texts."""
    delen = {naam: waarde if isinstance(waarde, str) else waarde[-1] for naam, waarde in at.query_params.items()}
    assert link.NIET_HEEL not in link.lees(urlencode(delen), lees_regios()).opmerkingen
    return {naam: waarde for naam, waarde in delen.items() if naam != link.CONTROLE}


def kop(at: AppTest) -> str | None:
    """The title of the page on the screen."""
    return next(
        (ElementTree.fromstring(deel.value).findtext("h1") for deel in at.get("html") if "<h1>" in deel.value), None
    )


def tabellen(at: AppTest) -> list[dict[str, list[str]]]:
    """The tables on the screen: for each row its name and its cells, the headings first."""
    teksten = [deel.proto.body for deel in at.get("html")] + [stuk.get("html", "") for stuk in stukken(at)]
    bomen = [ElementTree.fromstring(tekst) for tekst in teksten if "<table>" in tekst]
    rijen = [[[cel.text or "" for cel in rij] for rij in boom.iter("tr")] for boom in bomen]
    return [{naam: cellen for naam, *cellen in tabel} for tabel in rijen]


@pytest.mark.parametrize("regio", REGIOS)
@pytest.mark.parametrize("pagina", PAGINAS)
def test_each_page_shows_in_each_region(pagina, regio):
    """Its title, no error, no exception; unknown where figures are missing."""
    at = open_app(pagina, meer=not pagina, v="2", regio=regio)
    assert not at.exception
    assert not at.error
    assert kop(at) == PAGINAS[pagina]


def test_the_headline_is_that_of_the_source():
    """215, both readings 215 and 225, capaciteit 956, gemist 2.867."""
    at = open_app()
    gezien = cijfers(at)
    assert gezien["Niet geplaatst in 2035"] == "215"
    assert gezien["Als geen overschot meetelt"] == "225"
    assert "215 als elk overschot meetelt" in [kaart.eronder for kaart in kaarten(at)]
    assert gezien["Capaciteit"] == "956"
    assert gezien["Gemiste plaatsingen 2026-2035"] == "2.867"


def test_a_link_sets_the_controls():
    """What is in the link stands on the sliders and in the figures."""
    at = open_app(v="2", reservering="35", pad="direct", verevening="0")
    assert at.select_slider(key="p_verevening").value == 0
    assert at.selectbox(key="p_pad").value == "direct"
    assert cijfers(at)["Niet geplaatst in 2035"] == "114"


def test_a_control_changes_the_figures_and_the_address():
    """No verevening: 225 beside the 215 of the agreement, and the link says so."""
    at = open_app()
    at.select_slider(key="p_verevening").set_value(0).run()
    assert cijfers(at)["Niet geplaatst in 2035"] == "225"
    assert kaarten(at)[0].eronder == "215 in het beginscenario"
    assert adres(at) == {"v": "2", "verevening": "0"}


@pytest.mark.parametrize("pagina", ["", "groeipad"])
def test_a_legend_names_only_what_the_chart_shows(pagina):
    """The beginscenario where it differs from this scenario, and not where people wait; its room stays, so that nothing moves."""
    for keuze, getoond in (({}, False), ({"reservering": "35"}, True), ({"achterstand": "ja"}, False)):
        html = (stuk.get("html", "") for stuk in stukken(open_app(pagina, v="2", **keuze)))
        regels = [tekst for tekst in html if "in het beginscenario</span>" in tekst]
        assert ['class="verborgen"' not in regel for regel in regels] == [getoond], keuze


def test_every_refused_parameter_is_named_and_the_rest_is_kept():
    """The screen says which, which value and what is allowed, and offers to put the link right."""
    at = open_app(v="2", reservering="50", foo="1", pad="direct")
    assert "reservering=50 kan niet" in at.error[0].value
    assert "1 onderdeel van de link is onbekend en overgeslagen\\: foo" in at.warning[0].value
    assert "start" not in at.warning[0].value
    assert at.selectbox(key="p_pad").value == "direct"
    next(knop for knop in at.button if knop.label == "Herstel de link").click().run()
    assert not at.error
    assert adres(at) == {"v": "2", "pad": "direct"}


def test_markup_from_a_link_is_shown_and_not_rendered():
    """A picture in a link would make every viewer's browser fetch it."""
    at = open_app(v="2", **{"![x](https://evil.example/x.png)": "**b**"})
    assert "\\!\\[x\\]\\(\u2060https\\://evil.example/x.png\\)" in at.warning[0].value
    assert not at.error


@pytest.mark.parametrize(
    ("sleutel", "waarde", "verwacht"),
    [
        ("p_pad", "vertraagd", "pad=vertraagd"),
        ("p_sleutel", "voorraad", "sleutel=voorraad"),
        ("p_segment", "aftoppingsgrens", "segment=aftoppingsgrens"),
        ("p_statushouders", "bovenop", "statushouders=bovenop"),
        ("p_groeit", "geen", "groeit=geen"),
        ("p_achterstand", "ja", "achterstand=ja"),
        ("p_regio", "gmr", "regio=gmr"),
    ],
)
def test_each_choice_writes_itself_to_the_link(sleutel, waarde, verwacht):
    """A choice is one word in the link, and choosing the default takes it out again."""
    at = open_app()
    standaard = at.selectbox(key=sleutel).value
    at.selectbox(key=sleutel).set_value(waarde).run()
    assert not at.exception
    naam, gekozen = verwacht.split("=")
    assert adres(at) == {"v": "2", naam: gekozen}
    at.selectbox(key=sleutel).set_value(standaard).run()
    assert adres(at) == {"v": "2"}


def test_a_key_without_figures_goes_back_and_says_why():
    """herkomst has no data: the key stays inwoners and the column is named."""
    at = open_app()
    at.selectbox(key="p_sleutel").set_value("herkomst").run()
    assert "'Herkomst' kan niet bij Verdeelsleutel: in kolom herkomst ontbreken gegevens" in at.error[0].value.replace(
        "\\", ""
    )
    assert at.selectbox(key="p_sleutel").value == "inwoners"


def test_from_a_mix_to_a_key_without_figures_and_still_serving():
    """The mix stays, with its weights, and the screen says why."""
    at = open_app(v="2", sleutel="mix", gewichten="inwoners:60,voorraad:40")
    at.selectbox(key="p_sleutel").set_value("herkomst").run()
    assert "'Herkomst' kan niet bij Verdeelsleutel" in at.error[0].value
    assert at.selectbox(key="p_sleutel").value == "mix"
    assert cijfers(at)["Niet geplaatst in 2035"] == "215"


def test_a_mix_begins_with_weights_and_leaves_without():
    """Choosing a mix gives inwoners and voorraad; choosing another key takes the weights out of the link."""
    at = open_app()
    at.selectbox(key="p_sleutel").set_value("mix").run()
    assert adres(at)["gewichten"] == "inwoners:50,voorraad:50"
    at.text_input(key="p_gewichten:voorraad").set_value("150").run()
    assert adres(at)["gewichten"] == "inwoners:50,voorraad:150"
    at.selectbox(key="p_sleutel").set_value("inwoners").run()
    assert adres(at) == {"v": "2"}


def test_an_own_path_is_made_of_points():
    """Adding 2028 and setting it to 10% writes punten=2028:10; another path drops it."""
    at = open_app("groeipad")
    at.selectbox(key="p_pad").set_value("eigen").run()
    at.multiselect(key="p_punten").set_value(["2028"]).run()
    assert adres(at)["punten"] == "2028:30"  # a new point begins on the line
    at.text_input(key="p_punten:2028").set_value("10").run()
    assert adres(at)["punten"] == "2028:10"
    at.selectbox(key="p_pad").set_value("lineair").run()
    assert adres(at) == {"v": "2"}


def test_an_unknown_opgave_can_be_filled_in():
    """GMR has none, and is asked for it above each page; 2011 gives 177 at 30%."""
    at = open_app(v="2", regio="gmr")
    assert "onbekend" not in cijfers(at).values()
    at.text_input(key="p_opgave").set_value("2011").run()
    assert cijfers(at)["Niet geplaatst in 2035"] == "177"
    assert adres(at) == {"v": "2", "regio": "gmr", "opgave": "2011"}


def test_a_region_of_the_national_table_begins_with_a_starting_point_that_someone_chose():
    """Friesland has its figures but the opgave: a third of the mutaties is 1.496, by a button, and no question is left."""
    at = open_app(v="2", regio="PV21")
    assert cijfers(at)["Capaciteit in 2035"] == "1.347"
    at.button(key="uitgangspunt0").click().run()
    assert adres(at) == {"v": "2", "regio": "PV21", "opgave": "1496"}
    assert cijfers(at)["Niet geplaatst in 2035"] == "149"
    assert not [knop for knop in at.button if str(knop.key).startswith("uitgangspunt")]


def test_an_emptied_opgave_is_that_of_the_region_again():
    """Wiped out is not 0: the field shows 1170 again and the link is that of the agreement."""
    at = open_app(v="2", opgave="1300")
    at.text_input(key="p_opgave").set_value("").run()
    assert adres(at) == {"v": "2"}
    assert at.text_input(key="p_opgave").value == "1.170"


def test_another_region_drops_what_it_cannot_compute_and_says_so():
    """Statushouders are unknown in GMR: the switch goes on, inclusief, and the screen names it."""
    at = open_app(v="2", statushouders="exclusief", inzet="GM0262:10", reservering="33")
    at.selectbox(key="p_regio").set_value("gmr").run()
    assert adres(at) == {"v": "2", "regio": "gmr", "reservering": "33"}
    assert "statushouders=exclusief kan niet" in at.error[0].value


def test_presets_and_the_ways_back():
    """A preset sets everything; from there back to the agreement, to the preset and to the opened link."""
    at = open_app(v="2", reservering="33")
    at.selectbox(key="_preset").set_value("Meteen 30%").run()
    assert adres(at) == {"v": "2", "pad": "direct"}
    at.select_slider(key="p_verevening").set_value(50).run()
    knoppen = {knop.label: knop for knop in at.button if knop.label.startswith("Terug")}
    assert list(knoppen) == ["Terug naar het beginscenario", "Terug naar 'Meteen 30%'", "Terug naar de geopende link"]
    knoppen["Terug naar de geopende link"].click().run()
    assert adres(at) == {"v": "2", "reservering": "33"}
    next(knop for knop in at.button if "Meteen" in knop.label).click().run()
    assert adres(at) == {"v": "2", "pad": "direct"}
    next(knop for knop in at.button if "beginscenario" in knop.label).click().run()
    assert adres(at) == {"v": "2"}


def test_damaged_data_gives_a_screen_that_names_it(monkeypatch):
    """No figure is shown from a table that is not right."""
    from fairshare.fouten import Fout, GegevensFout

    def kapot():
        raise GegevensFout([Fout("rij 5, kolom inwoners_2024", "x", "schrijf een heel getal")])

    monkeypatch.setattr("fairshare.gegevens.lees_regios", kapot)
    at = AppTest.from_file(APP, default_timeout=30).run()
    assert not at.exception
    assert "rij 5" in at.error[0].value
    assert not kaarten(at)


def test_a_failing_page_gives_a_dutch_screen_with_a_number(monkeypatch):
    """The controls stay, the scenario stays in the link, and no traceback shows."""

    def stuk(beeld):
        raise RuntimeError("geheim=1")

    monkeypatch.setattr("pages.overzicht.render", stuk)
    at = AppTest.from_file(APP, default_timeout=30).run()
    assert not at.exception
    assert "foutnummer" in at.error[0].value
    assert "geheim" not in at.error[0].value
    assert at.selectbox(key="p_pad").value == "lineair"


def test_an_explanation_follows_the_scenario():
    """Lochem needs 58%: the equation filled in; another region and a shorter path still explain something."""
    at = open_app()
    at.session_state["uitleg_benodigd_percentage"] = True
    at.run()
    assert any("100 × 87 ÷ 150" in tekst.value for tekst in at.markdown)
    at.selectbox(key="uitleg_jaar_2035").set_value(2034).run()
    at.select_slider(key="p_eind").set_value(2030).run()
    assert not at.exception
    assert not at.error
    at.selectbox(key="p_regio").set_value("gmr").run()
    assert not at.exception
    assert not at.error


def test_the_chosen_gemeente_stays_chosen_and_is_in_the_link():
    """On the profile, in the explanation of another page, and out of the link when it is the first one again."""
    at = open_app("gemeenteprofiel")
    at.button_group(key="p_gemeente").set_value("GM0262").run()
    assert adres(at) == {"v": "2", "gemeente": "GM0262"}
    assert cijfers(at)["Benodigd percentage"] == "58,0%"
    op_verdeelsleutels = open_app("verdeelsleutels", v="2", gemeente="GM0285")
    op_verdeelsleutels.session_state["uitleg_opgave"] = True
    op_verdeelsleutels.run()
    assert op_verdeelsleutels.selectbox(key="uitleg_gemeente_GM0285").value == "GM0285"
    at.button_group(key="p_gemeente").set_value("GM0200").run()
    assert adres(at) == {"v": "2"}


def test_a_year_that_a_shorter_path_does_not_have_is_let_go():
    """2038 chosen, then the end year becomes 2030: the end year is shown, and the link is good."""
    at = open_app("solidariteit", v="2", jaar="2038", eind="2040")
    assert "Niet geplaatst in 2038" in cijfers(at)
    at.select_slider(key="p_eind").set_value(2030).run()
    assert adres(at) == {"v": "2", "eind": "2030"}
    assert "Niet geplaatst in 2030" in cijfers(at)
    assert not at.error


def test_another_region_lets_go_of_the_gemeente():
    """Lochem is not in GMR; nothing is refused, the first gemeente is shown."""
    at = open_app("gemeenteprofiel", v="2", gemeente="GM0262")
    at.selectbox(key="p_regio").set_value("gmr").run()
    assert adres(at) == {"v": "2", "regio": "gmr"}
    assert not at.error


def test_an_answer_goes_into_the_scenario():
    """36.8% is needed, rounded up; the slider goes there, and the goal is reached."""
    at = open_app("nodig")
    assert cijfers(at)["Reservering: nodig"] == "36,8%"
    next(knop for knop in at.button if knop.label == "Zet dit in het scenario").click().run()
    assert adres(at) == {"v": "2", "reservering": "36.8"}
    assert cijfers(at)["Nu niet geplaatst in 2035"] == "0"


def test_a_goal_is_part_of_the_link():
    """At most 100 by a mix, no surplus counting: each control writes itself."""
    at = open_app("nodig")
    at.text_input(key="p_hoogstens").set_value("100").run()
    at.selectbox(key="p_hefboom").set_value("mix").run()
    at.selectbox(key="p_lezing").set_value("zonder").run()
    assert adres(at) == {"v": "2", "hefboom": "mix", "hoogstens": "100", "lezing": "zonder"}
    weer = open_app("nodig", **adres(at))
    assert cijfers(weer) == cijfers(at)


def test_a_margin_widens_the_band_and_is_in_the_link():
    """From 5 to 10 percent; the same link gives the same band."""
    at = open_app("onzekerheid")
    smal = kaarten(at)[0].cijfer
    at.select_slider(key="p_marge_opgave").set_value(10.0).run()
    assert adres(at) == {"v": "2", "marge_opgave": "10"}
    assert kaarten(at)[0].cijfer != smal
    assert kaarten(open_app("onzekerheid", **adres(at)))[0].cijfer == kaarten(at)[0].cijfer


def test_a_comparison_is_a_link():
    """The present scenario is pinned, a slider moves, a column and a pasted link are added; the link shows it all."""
    at = open_app("vergelijken", v="2", reservering="33")
    next(knop for knop in at.button if knop.label == "Zet dit scenario vast").click().run()
    at.select_slider(key="p_verevening").set_value(50).run()
    at.selectbox(key="_ernaast_kolom").set_value("kolom-C").run()
    at.text_input(key="_plak").set_value("https://verkenner.example/groeipad?v=1&pad=direct").run()
    assert adres(at) == {
        "v": "2",
        "reservering": "33",
        "verevening": "50",
        "naast": "v=2&reservering=33|kolom-C|v=2&pad=direct",
    }
    weer = open_app("vergelijken", **adres(at))
    uitkomsten = tabellen(weer)[1]
    assert uitkomsten["Cijfer"][0] == "Dit scenario"
    assert uitkomsten["Niet geplaatst"] == ["138", "119", "215", "215"]
    next(knop for knop in weer.button if "Kolom C" in knop.label).click().run()
    assert adres(weer)["naast"] == "v=2&reservering=33|v=2&pad=direct"


@pytest.mark.parametrize(
    ("geplakt", "melding"),
    [
        ("reservering=50", "reservering=50 kan niet"),
        ("hallo", "kan niet"),
        ("v=2&regio=gmr", "kies een scenario van Regio Stedendriehoek"),
    ],
)
def test_a_pasted_link_that_cannot_be_is_named_and_nothing_changes(geplakt, melding):
    """The comparison and the scenario stay as they were."""
    at = open_app("vergelijken", v="2", naast="kolom-B")
    at.text_input(key="_plak").set_value(geplakt).run()
    assert melding in at.error[0].value.replace("\\", "")
    assert adres(at) == {"v": "2", "naast": "kolom-B"}


def test_a_fifth_scenario_is_not_offered():
    """Four beside each other is the most."""
    at = open_app("vergelijken", v="2", naast="kolom-A|kolom-B|kolom-C")
    assert not [knop for knop in at.button if knop.label == "Zet dit scenario vast"]


def test_every_change_can_be_undone_and_done_again():
    """Three changes; two back, one forward; a new change forgets what was ahead. Each button says what it does."""
    at = open_app()
    knop = {"Ongedaan": "stap_Ctrl+Z", "Opnieuw": "stap_Ctrl+Y"}
    assert at.button(key=knop["Ongedaan"]).disabled
    at.selectbox(key="p_pad").set_value("direct").run()
    at.select_slider(key="p_verevening").set_value(0).run()
    assert "Verevening 100% naar 0%" in at.button(key=knop["Ongedaan"]).help
    assert "niet geplaatst van 215 naar 225" in at.button(key=knop["Ongedaan"]).help
    at.button(key=knop["Ongedaan"]).click().run()
    assert adres(at) == {"v": "2", "pad": "direct"}
    assert at.select_slider(key="p_verevening").value == 100
    at.button(key=knop["Ongedaan"]).click().run()
    assert adres(at) == {"v": "2"}
    at.button(key=knop["Opnieuw"]).click().run()
    assert adres(at) == {"v": "2", "pad": "direct"}
    at.selectbox(key="p_segment").set_value("aftoppingsgrens").run()
    assert at.button(key=knop["Opnieuw"]).disabled


def test_a_link_that_gives_something_else_says_so_until_it_is_changed():
    """What it gave, what it gives and why; a change ends the claim and takes the stamp out of the link."""
    at = open_app(v="2", reservering="33", gaf="0.9.0_225.0_00000000")
    assert "Deze link gaf 225 niet geplaatst, nu 119" in at.warning[0].value.replace("\\", "")
    at.selectbox(key="p_pad").set_value("direct").run()
    assert not at.warning
    assert adres(at) == {"v": "2", "reservering": "33", "pad": "direct"}


def test_a_shared_link_opens_without_a_remark():
    """The link of the share page gives what its stamp says, also where that is unknown."""
    for regio in REGIOS:
        at = open_app("delen", v="2", regio=regio)
        vraag = at.code[0].value.partition("?")[2]
        weer = open_app("", **dict(parse_qsl(vraag)))
        assert not weer.error
        assert not [melding for melding in weer.warning if "gaf" in melding.value]


def test_the_code_for_phones_is_the_link_beside_it(monkeypatch):
    """What a phone scans is what stands there to copy."""
    getekend = []
    monkeypatch.setattr("pages.delen.qr", lambda tekst: getekend.append(tekst) or qr(tekst))
    at = open_app("delen", v="2", reservering="33")
    assert {*getekend} == {at.code[0].value} and "reservering=33" in at.code[0].value


def test_a_title_travels_with_the_link():
    """Typed on the share page, shown on every page as text, and in the link."""
    at = open_app("delen")
    at.text_input(key="p_titel").set_value("Voorstel **RBO** <b>").run()
    assert adres(at)["titel"] == "Voorstel **RBO** <b>"
    assert any("Voorstel" in deel.value and r"\*\*RBO" in deel.value for deel in at.markdown)


def test_the_line_of_fifteen_has_a_chart_only_where_gemeenten_differ():
    """In the end year all reserve 30%: one sentence. On the way they differ: bars and a table."""
    for deel, kant in {"30": "boven", "15": "op", "12": "onder"}.items():
        eigen = ",".join(f"{code}:{deel}" for code in lees_regios()["stedendriehoek"].codes)
        eind = open_app("wettelijk", v="2", afwijking=eigen)
        zin = f'Elke gemeente reserveert in 2035 <span class="vet">{deel},0%</span> van haar mutaties: {kant} de lijn van 15%.'
        assert any(zin in stuk.get("html", "") for stuk in stukken(eind)), zin
        assert not any("spec" in stuk for stuk in stukken(eind))
    onderweg = open_app("wettelijk", v="2", jaar="2030")
    assert sum("spec" in stuk for stuk in stukken(onderweg)) == 1
    assert tabellen(onderweg)[-1]["Gemeente"] == ["Reservering in 2030"]


def test_the_gemeente_above_the_sliders_has_the_figure_of_its_bar():
    """At half of the verevening 65.2 of Apeldoorn is 66 at its bar and in the table, where the whole region adds up."""
    er_staat = stukken(open_app(v="2", verevening="50"))
    (balk,) = [stuk["html"] for stuk in er_staat if "kerncijfer" in stuk.get("html", "")]
    assert ">Apeldoorn: 66<" in balk
    assert any('"niet_geplaatst_tekst":"66"' in str(stuk.get("rijen")) for stuk in er_staat)


def test_the_steps_of_the_waterval_add_up_on_the_screen():
    """375, less 161, is not 215: the sum stands below the chart with the decimals that make it add up."""
    at = open_app("hefbomen")
    assert any("Onafgerond: 375,0 − 160,5 = 214,5." in stuk.get("html", "") for stuk in stukken(at))
    heel = open_app("hefbomen", v="2", reservering="37")
    assert not [deel.value for deel in heel.caption if deel.value.startswith("Onafgerond")]


def test_every_lever_has_its_unit_and_says_whether_it_can_be():
    """A row a lever: how much of what, and between which bounds; the mix as a sum."""
    rijen = tabellen(open_app("nodig"))[0]
    assert rijen["Reservering"] == ["36,8% van de mutaties", "25 tot 37%"]
    assert rijen["Nieuwbouw sociale huur"] == ["473 woningen per jaar", "0 tot 5.000"]
    mix = rijen["Een mix van wat de regio kan"][0]
    assert mix == "31,7% reservering + 115 nieuwbouw + 174 doorstroming + 53 plekken"
    streng = tabellen(open_app("nodig", v="2", lezing="zonder"))[0]
    assert streng["Reservering"][1] == "minder: hoogstens 37%"


def test_a_comparison_says_in_words_who_has_more():
    """This scenario at 35%: fewer without a home than the agreement beside it, never a bare plus."""
    at = open_app("vergelijken", v="2", reservering="35", naast="v=2")
    lochem = tabellen(at)[-1]["Lochem"]
    assert lochem == ["16", "40", "24 minder zonder woning"]
    assert "Verschil met dit scenario" not in tabellen(at)[1]


def test_another_region_lets_go_of_the_bids():
    """A preset or a step back to a region where those gemeenten are not: the table opens empty."""
    at = open_app("speltafel", v="2", bod="1.0262.p:35")
    at.selectbox(key="_preset").set_value("Meteen 30%").run()
    assert adres(at)["bod"] == "1.0262.p:35"
    at.selectbox(key="p_regio").set_value("gmr").run()
    assert "bod" not in adres(at)
    assert kop(at) == "Speltafel" and not [fout for fout in at.error if "foutnummer" in fout.value]


@pytest.mark.parametrize(
    ("begin", "knop", "einde"),
    [
        ("reservering=37", "Up", "37"),
        ("reservering=25", "Down", "25"),
        ("reservering=31.2", "Up", "31.3"),
        ("reservering=31", "Down", "30.5"),
        ("regio=gmr&reservering=60", "Up", "60"),
    ],
)
def test_a_key_on_the_projector_moves_as_the_slider_does(begin, knop, einde):
    """By halves, by tenths from in between, and never beyond what the region allows."""
    at = open_app("presenteren", **dict(parse_qsl(f"v=2&{begin}&stap=5")))
    at.button(key=f"verhaal_{knop}").click().run()
    assert adres(at)["reservering"] == einde
    assert not at.exception


@pytest.mark.parametrize(
    "fout", ["ruil=GM0262-GM0363:10", "bovengrens=30", "bovengrens=45&ondergrens=90", "ruil=GM0262-GM0150:90"]
)
def test_a_rule_that_cannot_be_is_one_sentence_and_the_rest_stays(fout):
    """A trade with a gemeente of elsewhere or of more than there is, bounds without room: the page still has its tables."""
    for pagina in ("spelregels", "vereffening"):
        at = open_app(pagina, **dict(parse_qsl(f"v=2&reservering=35&{fout}")))
        assert [een.value.count(r" kan niet\: ") for een in at.error] == [1]
        assert "De rest van het scenario is overgenomen." in at.error[0].value
        assert len(tabellen(at)) >= 3


def test_every_rule_opens_as_a_scenario():
    """Its link is this page with that scenario; there its rule has the mark, or is what the scenario has no more."""
    regios = lees_regios()
    tabel = " ".join(stuk.get("html", "") for stuk in stukken(open_app("spelregels", v="2", bovengrens="60")))
    (begin,) = re.findall(r'data-begin="spelregels\?([^"]+)"', tabel)
    links = re.findall(r'<a href="([^"]*)">', tabel.partition(begin)[2].partition("</table>")[0])
    gevonden = [link.lees(unescape(begin + een), regios) for een in links]
    assert not [een for een in gevonden if een.fouten or een.opmerkingen]
    anders = [model.anders_dan(een.scenario, Scenario(bovengrens=60)) for een in gevonden]
    assert anders == [(), ("regel",), ("regel",), ("bovengrens",), ("ondergrens",), ("afwijking",), ("ruil",)]


def test_the_stand_takes_what_was_counted_and_else_says_that_it_is_expected():
    """Every gemeente placed 30 in a half-year: counted first, expected below it; without figures only the latter."""
    regio = lees_regios()["stedendriehoek"]
    half = maak_monitoring(regio, [(code, "2026-1", 30) for code in regio.codes])
    zonder = open_app("vereffening", v="2")
    met = open_app("vereffening", {"_realisatie": {regio.sleutel: half}}, v="2")
    teksten = [" ".join(stuk.get("html", "") for stuk in stukken(at)) for at in (zonder, met)]
    assert ["Geteld tot en met het 1e halfjaar 2026" in tekst for tekst in teksten] == [False, True]
    assert all("als alles gaat zoals dit scenario; niet geteld" in tekst for tekst in teksten)
    assert tabellen(met)[2]["Hele regio"][-3:] == ["0", "270", "0"]


def test_the_first_screen_waits_for_no_library_that_it_does_not_need():
    """The landing page, with its cards and charts, imports nothing that makes tables, charts or files: it would wait for that."""
    code = (
        "import sys; from tests.app.test_paginas import open_app, stukken; stuk = stukken(open_app(keer=1));"
        "print(any('215' in een.get('html', '') for een in stuk), sum('spec' in een for een in stuk), *sys.modules)"
    )
    klaar = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=APP.parents[2])
    cijfer, grafieken, *geladen = klaar.stdout.split()
    assert (cijfer, grafieken) == ("True", "2")
    assert "duckdb" in geladen
    assert not {"pandas", "altair", "pyarrow", "pptx", "xlsxwriter", "openpyxl", "vl_convert", "typst"} & set(geladen)


def test_the_rules_of_the_whole_country_show_who_moves_most_and_say_who_is_left_out():
    """The table counts with its caption to all 342, and what comes over the line stays small."""
    stuk = stukken(open_app("spelregels", keer=1, v="2", regio="NL", opgave="45000"))
    tafels = [een["html"] for een in stuk if 'aria-label="Niet geplaatst per gemeente' in een.get("html", "")]
    rest = [int(een) for deel in stuk for een in re.findall(r"verandert; (\d+) andere", deel.get("html", ""))]
    assert tafels[0].count("<a href") == 30 and 30 + rest[0] == 342
    assert sum(len(een.get("html", "")) for een in stuk) < 60_000


def test_the_flows_of_the_whole_country_are_those_of_one_gemeente_and_the_largest_with_the_rest_in_one_row():
    """Thousands of rows are no table: they add up all the same, and another gemeente can be chosen there."""
    at = open_app("solidariteit", {"stromentabel": True}, v="2", regio="NL", opgave="45000", gemeente="GM0363")
    scenario = Scenario(regio="NL", opgave=45000)
    stromen = model.solidariteit(model.bereken(lees_regios()["NL"], scenario), 2035).stromen
    (tabel,) = (een["html"] for een in stukken(at) if 'aria-label="Wie er levert' in een.get("html", ""))
    rijen = [[cel.text or "" for cel in rij] for rij in ElementTree.fromstring(tabel).iter("tr")][1:]
    eigen = stromen[(stromen["van"] == "Amsterdam") | (stromen["naar"] == "Amsterdam")]
    assert sum("Amsterdam" in rij for rij in rijen) == len(eigen) > 0
    assert len(rijen) == len(eigen) + 101 and rijen[-1][0] == "De kleinere stromen samen"
    groot = stromen.drop(eigen.index)["aantal"].nlargest(100)
    assert rijen[-1][2] == getal(stromen["aantal"].sum() - eigen["aantal"].sum() - groot.sum(), 1)
    assert [een.value for een in at.selectbox if een.label == "Gemeente"] == ["GM0363"]


@pytest.mark.parametrize("pagina", ["", "vergelijken", "verhaal"])
def test_what_a_scenario_has_different_is_said_with_names(pagina):
    """Not with the codes of a link."""
    at = open_app(pagina, v="2", ruil="GM0262-GM0150:10", naast="v=2&afwijking=GM0200:35")
    gezegd = unescape(re.sub(r"<[^>]*>", " ", " ".join(stuk.get("html", "") for stuk in stukken(at))))
    gezegd += " ".join(deel.value for deel in (*at.markdown, *at.caption))
    assert "Lochem naar Deventer:10" in gezegd
    assert not re.findall(r"GM0\d{3}", gezegd)


@pytest.mark.parametrize("pagina", ["vereffening", "solidariteit"])
@pytest.mark.parametrize(("tarief", "gezegd"), [("0", True), ("1000", False)])
def test_a_tarief_of_nothing_is_said_to_ask_no_money(pagina, tarief, gezegd):
    """A column of zeros does not say that the homes stand."""
    teksten = " ".join(stuk.get("html", "") for stuk in stukken(open_app(pagina, v="2", tarief=tarief)))
    assert ("Het tarief is 0: niemand betaalt iets" in teksten) == gezegd

"""How people find their way: every page by a group, every question by a link, a title of its own, and a path without a page."""

import json
import re
from html import unescape
from urllib.parse import parse_qsl, urlsplit

import pytest

import pages
from fairshare import link
from fairshare.gegevens import lees_kalender, lees_regios, lees_vragen
from fairshare.model import beginscenario, bereken, zonder_opgave
from fairshare.opmaak import getal
from tests.app.test_paginas import APP, PAGINAS, AppTest, adres, kop, open_app, stukken, tabellen

ANKER = re.compile(r'<a class="paginalink" data-zelf="" href="([^"]+)">([^<]+)</a>')


def vragen(at: AppTest) -> dict[str, str]:
    """The links of the questions on the screen: their text, and where each leads."""
    return {
        unescape(tekst): unescape(adres)
        for adres, tekst in ANKER.findall(" ".join(s.get("html", "") for s in stukken(at)))
    }


def navigatie(at: AppTest) -> dict:
    """What the navigation draws."""
    (deel,) = (een for een in at.get("bidi_component") if een.proto.component_name == "navigatie")
    (wat,) = json.loads(deel.proto.json)
    return wat


@pytest.mark.parametrize(
    ("naam", "regio"),
    [("Friesland", "friesland"), ("Provincie Utrecht", "PV26"), ("Stedelijk Gebied Eindhoven", "eindhoven")],
)
def test_a_region_of_elsewhere_has_real_figures_three_clicks_from_the_landing_page(naam, regio):
    """Fold the choices open, open the list of regions, choose: what is known stands there; one more click fills in the opgave."""
    at = open_app("")
    (lijst,) = (een for een in at.sidebar.selectbox if een.label == "Regio")
    assert naam in lijst.options
    lijst.set_value(regio).run()
    uitkomst = bereken(lees_regios()[regio], beginscenario(lees_regios()[regio]))
    tekst = " ".join(stuk.get("html", "") for stuk in stukken(at))
    assert not at.exception and kop(at) == "Overzicht"
    assert f'<div class="cijfer">{getal(uitkomst.regionaal("capaciteit"))}</div>' in tekst
    rijen = tabellen(at)[0]
    assert [rijen[wie][1] for wie in uitkomst.bron.namen] == list(map(getal, zonder_opgave(uitkomst)["mutaties"]))
    next(een for een in at.button if een.label.startswith("Een derde van de mutaties")).click().run()
    assert not at.exception and 'cijfer">onbekend' not in " ".join(stuk.get("html", "") for stuk in stukken(at))


@pytest.mark.parametrize("regio", ["stedendriehoek", "achterhoek"])
def test_every_question_leads_to_where_its_answer_stands(regio):
    """From the scenario of that moment: its page, without a remark, with the place on it; or it says why not."""
    begin = {"v": "2", "regio": regio, "verevening": "50"}
    gevonden = vragen(open_app("vragen", **begin))
    for vraag in lees_vragen():
        doel = urlsplit(gevonden.get(vraag.vraag) or next(iter(gevonden.values())))
        if vraag.vraag not in gevonden and not vraag.per_gemeente:
            assert regio != "stedendriehoek", vraag.vraag
            continue
        assert dict(parse_qsl(doel.query))["verevening"] == "50"
        if vraag.per_gemeente:
            doel = urlsplit(gevonden["Lochem"] if regio == "stedendriehoek" else doel.geturl())
        at = open_app(doel.path.strip("./"), keer=1, **dict(parse_qsl(doel.query)))
        assert kop(at) == PAGINAS[doel.path.strip("./")], vraag.vraag
        assert not at.exception and not at.error, vraag.vraag
        plekken = {naam for deel in at.get("html") for naam in re.findall(r'data-naam="([^"]+)"', deel.proto.body)}
        for plek in doel.fragment.split("/") if doel.fragment else ():
            assert plek in plekken or plek in at.session_state, vraag.vraag


def test_every_moment_of_the_calendar_leads_to_a_page():
    """With the present scenario, without a remark; each of the links of each moment."""
    regios, gevonden = lees_regios(), vragen(open_app("kalender", v="2", verevening="50"))
    for vraag in (een for moment in lees_kalender() for een in moment.link):
        doel = urlsplit(gevonden[vraag.vraag])
        assert doel.path.strip("./") in PAGINAS, vraag.vraag
        gelezen = link.lees(doel.query, regios)
        assert gelezen.scenario.verevening == 50 and not gelezen.fouten and not gelezen.opmerkingen, vraag.vraag


def test_the_questions_stand_one_click_from_every_page():
    """The page of the questions is always in sight, and every page but the last stands in one group."""
    getekend = navigatie(open_app("groeipad"))
    assert len(lees_vragen()) >= 15
    assert [een["titel"] for een in getekend["altijd"]] == [pages.vragen.TITEL]
    in_groepen = [een["titel"] for groep in getekend["groepen"] for een in groep["paginas"]]
    assert sorted([*in_groepen, pages.vragen.TITEL, pages.toegankelijkheid.TITEL]) == sorted(PAGINAS.values())
    assert [een["titel"] for groep in getekend["groepen"] for een in groep["paginas"] if een["hier"]] == ["Groeipad"]
    assert 5 <= len(getekend["groepen"]) <= 6


def test_a_path_without_a_page_says_so_and_its_links_keep_the_scenario(monkeypatch):
    """No English dialog of Streamlit: the links of the navigation, which the browser follows by itself."""
    monkeypatch.setattr("pages.bediening.adres.onbekend_pad", lambda paden: "<b>groei")
    at = AppTest.from_file(APP, default_timeout=30).run()
    assert not at.exception
    assert kop(at) == "Deze pagina bestaat niet"
    assert "groei" in at.markdown[0].value and "<b>" not in at.markdown[0].value
    assert navigatie(at)["los"]


def test_what_was_changed_has_each_its_own_way_back():
    """Three chips, of which a path takes its points along; a click gives one parameter back and keeps the rest."""
    at = open_app(v="2", reservering="35", verevening="0", pad="eigen", punten="2028:10", inzet="GM0262:20")
    chips = {str(knop.key): knop for knop in at.button if str(knop.key).startswith("veranderd_")}
    assert {naam: knop.label for naam, knop in chips.items()} == {
        "veranderd_reservering": "**Reservering 35,0%** · terug naar 30,0%",
        "veranderd_pad": "**Ingroeipad Eigen pad** · terug naar Lineair",
        "veranderd_verevening": "**Verevening 0%** · terug naar 100%",
        "veranderd_inzet": "**Extra plekken van een gemeente (1)** · weghalen",
    }
    chips["veranderd_pad"].click().run()
    assert adres(at) == {"v": "2", "reservering": "35", "verevening": "0", "inzet": "GM0262:20"}
    at.button(key="veranderd_inzet").click().run()
    assert adres(at) == {"v": "2", "reservering": "35", "verevening": "0"}
    assert not at.error
    assert not [knop for knop in open_app().button if str(knop.key).startswith("veranderd_")]


def test_what_is_unknown_is_blamed_on_nothing_that_is_known():
    """Without an opgave: inwoners are there, no part is known of some only, and the same mutaties have one rounding."""
    naar, over, eerst = (
        " ".join(stuk.get("html", "") for stuk in stukken(open_app(pagina, keer=1, meer=False, v="2", regio="gmr")))
        for pagina in ("verdeelsleutels", "regulier", "")
    )
    assert "Onbekend is de opgave naar Inwoners, " in naar
    assert "Het deel regulier is in elke gemeente onbekend." in over
    assert all(
        re.search(r'<th scope="row">(<a [^>]+>)?Nijmegen(?:(?!</tr>).)*<td>1\.900<', tekst) for tekst in (over, eerst)
    )

"""Rooms of a meeting, over the addresses that a phone and the screen use: strict, blind, nothing lost, figures of the engine."""

import asyncio
import base64
import io
import json
import re
import time
import zipfile
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from docx import Document
from pptx import Presentation
from starlette.applications import Starlette
from starlette.testclient import TestClient

from fairshare import besluit, link, model
from fairshare.dienst import adressen
from fairshare.dienst.kamers import MEESTE_MIS, WACHT
from fairshare.export.qr import qr
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import bereken
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from fairshare.zaal import Geheugen, KamerFout, Receptie, Voorstel, samen
from fairshare.zaal.kamer import DUUR
from fairshare.zaal.receptie import LANG, TEKENS
from fairshare.zaal.spel import begin_van
from tests.lus import in_een_lus

REGIO = lees_regio("stedendriehoek")
ANNE, BAS = "a" * 22, "b" * 22


class Zaal:
    """A room, as pages speak with it."""

    def __init__(self, vraag: str = "v=2", **hoe: bool) -> None:
        self.klant = TestClient(Starlette(routes=adressen()))
        self.open = self.post("open", vraag=vraag, **hoe).json()

    def post(self, naam: str, **delen):
        return self.klant.post(f"/kamer/{naam}", json={"v": 1, **delen})

    def zeg(self, wie: str, gemeente: str, beurt: int = 1, **waarden: str):
        """Propose."""
        return self.post("zeg", code=self.open["code"], wie=wie, gemeente=gemeente, beurt=beurt, voorstel=waarden)

    def leid(self, daad: str, **delen):
        """Lead."""
        return self.post("leid", **self.open, daad=daad, **delen)

    def stand(self, **delen):
        """Look."""
        return self.post("stand", code=self.open["code"], **delen).json()


@pytest.fixture
def zaal() -> Zaal:
    return Zaal()


def melding(antwoord) -> str:
    return antwoord.json()["fouten"][0]["melding"]


def test_the_code_of_a_room_is_the_address_that_a_page_gives(zaal):
    """Nothing else is drawn."""
    adres = "http://fairshare.example/zaal?kamer=abc"
    assert base64.b64decode(zaal.post("code", code=zaal.open["code"], tekst=adres).json()["png"]) == qr(adres)


def test_proposals_stay_hidden_until_the_chair_reveals_and_then_everything_is_there_at_once(zaal):
    """No value, no median and no figure of what comes goes out before; who has spoken does."""
    zaal.zeg(ANNE, "GM0262", reservering="36.5", plekken="17")
    zaal.zeg(BAS, "GM0150", reservering="26")
    blind = zaal.stand()
    assert (blind["nu"], blind["gesproken"], len(blind["zwijgt"])) == (None, 2, 7)
    assert "36.5" not in json.dumps(blind) and '"17' not in json.dumps(blind)
    assert zaal.stand(wie=ANNE)["jij"]["voorstel"] == {"reservering": 36.5, "plekken": 17}
    nu = zaal.leid("onthul").json()["nu"]
    lijn = nu["lijnen"][0]
    assert [(punt["gemeente"], punt["waarde"]) for punt in lijn["punten"]] == [("Deventer", 26.0), ("Lochem", 36.5)]
    assert lijn["mediaan_tekst"] == "31,3%"
    assert lijn["spreiding"] == "Van 26,0% (Deventer) tot 36,5% (Lochem)."
    assert "reservering voor iedereen" in nu["breedst"]


def test_the_figures_on_the_screen_are_those_of_the_engine_for_the_proposals_as_sent(zaal):
    """And those of the link that is shown."""
    zaal.zeg(ANNE, "GM0262", reservering="35", eigen="40", plekken="12", overnemen="-10", ander="GM0150")
    zaal.zeg(BAS, "GM0150", reservering="32", overnemen="6", ander="GM0262")
    alles = zaal.leid("onthul").json()["nu"]["samen"]
    gelezen = link.lees(alles["link"], lees_regios())
    assert not gelezen.fouten
    moet = Scenario(afwijking="GM0262:40,GM0150:32", inzet="GM0262:12", ruil="GM0262-GM0150:6")
    assert gelezen.scenario == moet, "who takes over is believed"
    assert alles["niet_geplaatst"] == getal(bereken(REGIO, moet).regionaal("niet_geplaatst"))
    assert alles["was"] == "215" and len(alles["toetsing"]) and " in " in alles["dekking"]


@pytest.mark.parametrize(
    ("waarden", "zin"),
    [
        ({"reservering": "50"}, "kies 25 tot en met 37"),
        ({"reservering": "nan"}, "kies 25 tot en met 37"),
        ({"plekken": "1.5"}, "'1.5' kan niet bij Extra plekken: kies een heel getal van 0 tot en met"),
        ({"plekken": "1e2"}, "'1e2' kan niet bij Extra plekken: kies een heel getal van 0 tot en met"),
        ({"plekken": "1,285"}, "'1,285' kan niet bij Extra plekken: dit kan twee dingen betekenen"),
        ({"plekken": "-5"}, "'-5' kan niet bij Extra plekken"),
        (
            {"overnemen": "-12,5", "ander": "GM0150"},
            "'12,5' kan niet bij Overnemen van een ander: kies een heel getal van 0",
        ),
        ({"overnemen": "5"}, "kies een andere gemeente"),
        ({"overnemen": "5", "ander": "GM0262"}, "kies een andere gemeente"),
        ({"macht": "5"}, "kies uit reservering"),
        ({"overnemen": "-400", "ander": "GM0150"}, "kan niet"),
    ],
)
def test_a_proposal_is_judged_as_strictly_as_a_link(zaal, waarden, zin):
    """Each is refused in Dutch, and nothing is kept."""
    antwoord = zaal.zeg(ANNE, "GM0262", **waarden)
    assert antwoord.status_code == 400 and zin in melding(antwoord)
    assert zaal.stand()["gesproken"] == 0


def test_two_who_speak_for_one_gemeente_are_both_shown_and_the_chair_chooses(zaal):
    """Until then who came first counts."""
    zaal.zeg(ANNE, "GM0262", reservering="30")
    zaal.zeg(BAS, "GM0262", reservering="35")
    eerst = zaal.leid("onthul").json()
    assert eerst["dubbel"] == [{"gemeente": "Lochem", "nummers": [1, 2], "telt": 1}]
    assert [punt["telt"] for punt in eerst["nu"]["lijnen"][0]["punten"]] == [True, False]
    assert "GM0262:35" in zaal.leid("kies", nummer=2).json()["nu"]["samen"]["link"]


def test_a_page_hears_only_what_changed_since_the_version_it_has(zaal):
    """Put together with what the page has, it is what a page gets that has nothing; so is what comes for an unknown version."""
    zaal.zeg(ANNE, "GM0262", reservering="30")
    zaal.leid("onthul")
    heeft = zaal.stand()
    zaal.zeg(BAS, "GM0150", reservering="35")
    nieuw, alles = zaal.stand(na=heeft["versie"]), zaal.stand()
    assert "knoppen" not in nieuw and "gemeenten" not in nieuw and "nu" in nieuw and "wie" in nieuw
    assert {**heeft, **nieuw} == alles == zaal.stand(na=999)


async def volg_met_dertig(zetten: int) -> None:
    """Let thirty pages follow a room until the last move, each asking again as soon as it was told something."""
    transport = httpx.ASGITransport(Starlette(routes=adressen()))
    async with httpx.AsyncClient(transport=transport, base_url="http://zaal") as klant:

        async def post(naam: str, **delen):
            return (await klant.post(f"/kamer/{naam}", json={"v": 1, **delen})).json()

        async def volg(code: str, tot: int) -> int:
            versie = 0
            while versie < tot:
                versie = (await post("stand", code=code, na=versie))["versie"]
            return versie

        code = (await post("open", vraag="v=2"))["code"]
        volgers = [asyncio.create_task(volg(code, 1 + zetten)) for _ in range(30)]
        for beurt in range(1, 1 + zetten):
            await asyncio.sleep(0.11)
            bod = {"gemeente": "GM0262", "voorstel": {"plekken": str(beurt)}}
            await post("zeg", code=code, wie=ANNE, beurt=beurt, **bod)
        assert await asyncio.wait_for(asyncio.gather(*volgers), 5) == [1 + zetten] * 30


def test_thirty_pages_that_follow_a_room_all_hear_of_each_move_soon():
    """And nobody who waits keeps the others waiting."""
    begin = time.monotonic()
    in_een_lus(volg_met_dertig(12))
    assert time.monotonic() - begin < WACHT, "nobody waited for the end of the patience of a page"


def test_rounds_are_kept_and_the_next_begins_where_this_one_ended(zaal):
    """With nobody heard yet; a message for the round before is refused in words."""
    zaal.zeg(ANNE, "GM0262", reservering="36")
    zaal.leid("besluit", tekst="We gaan door met 36%.")
    nu = zaal.leid("voorstellen").json()
    assert (nu["ronde"], nu["gesproken"], nu["onthuld"]) == (2, 0, False)
    (eerste,) = nu["rondes"]
    assert eerste["besluit"] == "We gaan door met 36%." and "GM0262:36" in eerste["samen"]["link"]
    laat = zaal.post(
        "zeg", code=zaal.open["code"], wie=ANNE, gemeente="GM0262", beurt=2, ronde=1, voorstel={"reservering": "25"}
    )
    assert laat.status_code == 409 and "verder gegaan" in melding(laat)
    assert zaal.leid("onthul").json()["nu"]["lijnen"][0]["punten"][0]["waarde"] == 36.0


def test_the_chair_takes_everyone_back_to_a_round_and_on_again(zaal):
    """Only to one that was played; whoever begins another round is in the present one."""
    zaal.zeg(ANNE, "GM0262", reservering="36")
    zaal.leid("voorstellen")
    assert zaal.leid("kijk", nummer=1).json()["toont"] == 1 == zaal.stand(wie=ANNE)["toont"]
    assert zaal.leid("kijk", nummer=7).status_code == 400
    assert zaal.leid("onthul").json()["toont"] == 0
    zaal.leid("sluit")
    assert zaal.leid("kijk", nummer=1).json()["toont"] == 1


def test_three_rounds_of_a_room_are_the_bids_of_the_speltafel():
    """Each proposal as it counts, round by round; what was taken back is what the table began with."""
    zaal = Zaal("v=2&reservering=33.3")
    assert not zaal.stand()["speltafel"]
    zaal.zeg(ANNE, "GM0262", reservering="35", plekken="12")
    assert not zaal.stand()["speltafel"], "blind"
    zaal.zeg(BAS, "GM0150", reservering="30", eigen="41.5", overnemen="6", ander="GM0262")
    zaal.leid("voorstellen")
    zaal.zeg(ANNE, "GM0262", 2, reservering="36.5")
    gelezen = link.lees(zaal.leid("onthul").json()["speltafel"], lees_regios())
    assert not gelezen.fouten and gelezen.weergave.ronde == 2
    begin = bereken(REGIO, gelezen.scenario)
    lochem, deventer = REGIO.codes.index("GM0262"), REGIO.codes.index("GM0150")
    for nummer, percentage, plekken in ((1, 35.0, 12.0), (2, 36.5, 0.0)):
        ronde = model.speel(begin, gelezen.weergave.bod, nummer)
        assert (ronde.percentage[lochem], ronde.plekken[lochem]) == (percentage, plekken)
        assert (ronde.percentage[deventer], ronde.overgenomen[deventer, lochem]) == (41.5, 6.0)
    for beurt, waarden, moet in ((3, {"plekken": "3"}, (33.3, 3.0)), (4, {"eigen": "36.7"}, (36.7, 0.0))):
        zaal.zeg(ANNE, "GM0262", beurt, **waarden)
        nu = zaal.stand()
        gelezen = link.lees(nu["speltafel"], lees_regios())
        ronde = model.speel(begin, gelezen.weergave.bod, 2)
        assert not gelezen.fouten and not nu["geen_speltafel"]
        assert (ronde.percentage[lochem], ronde.plekken[lochem]) == pytest.approx(moet)
        assert (ronde.percentage[deventer], ronde.overgenomen[deventer, lochem]) == (41.5, 6.0)


def test_the_speltafel_is_a_room_of_three_rounds_each_for_itself_with_the_rules_of_who_leads():
    """Its figures are those that its link gives on the page; a fourth round and a guess are refused, and the rules are named."""
    zaal = Zaal("v=2&plafond=36&eigen_deel=90&hoogstens=190&bod=1.0262.p:30", spel=True)
    begin = zaal.stand()
    assert begin["ronde_naam"] == "Ronde 1 van 3" and begin["spel"] and not begin["rondes"]
    assert "bod" not in begin["link"]
    zaal.zeg(ANNE, "GM0262", eigen="36.5", plekken="4", nieuwbouw="10")
    zaal.zeg(BAS, "GM0150", overnemen="12", ander="GM0262")
    een = zaal.leid("onthul").json()
    assert een["nu"]["samen"]["bezwaren"] == [
        "Lochem biedt 36,5%: het plafond is 36%.",
        "Anderen nemen 12 over van Lochem: hoogstens 8 mag, de rest huisvest zij zelf.",
    ]
    assert een["nu"]["samen"]["was"] == "225" and "nog niet gehaald" in een["nu"]["samen"]["doel"]
    assert zaal.leid("gok").status_code == 409
    zaal.leid("voorstellen")
    zaal.zeg(ANNE, "GM0262", 2, eigen="36", plekken="60")
    zaal.zeg(BAS, "GM0150", 2, reservering="37", overnemen="9", ander="GM0262")
    zaal.leid("voorstellen")
    laatste = zaal.leid("onthul").json()
    assert not laatste["kan_verder"] and laatste["ronde_naam"] == "Ronde 3 van 3"
    assert "hoogstens 190 niet geplaatst: gehaald" in laatste["nu"]["samen"]["doel"]
    te_veel = zaal.leid("voorstellen")
    assert te_veel.status_code == 409 and "De Speltafel heeft 3 rondes" in melding(te_veel)
    gelezen = link.lees(laatste["speltafel"], lees_regios())
    assert not gelezen.fouten and (gelezen.weergave.plafond, gelezen.weergave.hoogstens) == (36, 190)
    uitkomst = bereken(REGIO, gelezen.scenario)
    rondes = [*laatste["rondes"], laatste["nu"]]
    for nummer, ronde in enumerate(rondes, 1):
        gespeeld = model.speel(uitkomst, gelezen.weergave.bod, nummer)
        assert ronde["samen"]["waarde"] == pytest.approx(gespeeld.gat)
        assert ronde["samen"]["bezwaren"] == model.bezwaren(uitkomst, gespeeld, gelezen.weergave)
    assert len({ronde["samen"]["waarde"] for ronde in rondes}) == 2, "nobody moved in the third"
    minuten = zaal.post("notulen", **zaal.open, tekst="https://fairshare.example/").json()["md"]
    assert (
        minuten.startswith("# Notulen: Speltafel Regio Stedendriehoek\n")
        and "Lochem biedt 36,5%: het plafond is 36%." in minuten
    )


def test_what_cannot_stand_in_a_link_of_the_speltafel_gives_none_and_the_screen_says_why():
    """A floor, below which a bid goes and a proposal does not; more than a link can bid. An ordinary room has no rules."""
    for vraag, waarden, waarom in (
        ("v=2", {"eigen": "60"}, ""),
        ("v=2", {"eigen": "61"}, "bied hoogstens 60 procent. De link van elke ronde en de notulen hebben alles."),
        ("v=2&bodem=ja", {"eigen": "40"}, "onder de bodem van het scenario door"),
    ):
        zaal = Zaal(vraag)
        assert not zaal.stand()["geen_speltafel"]
        zaal.zeg(ANNE, "GM0262", **waarden)
        nu = zaal.leid("onthul").json()
        assert bool(nu["speltafel"]) is (not waarom) and waarom in nu["geen_speltafel"], vraag
        assert bool(waarom) is bool(nu["geen_speltafel"])
        assert (nu["nu"]["samen"]["doel"], nu["nu"]["samen"]["bezwaren"]) == ("", [])


def test_guesses_are_collected_the_same_way_and_shown_beside_the_figure(zaal):
    """The figure is no part of what goes out before."""
    zaal.leid("gok")
    for wie, gemeente, gok in ((ANNE, "GM0262", "100"), (BAS, "GM0150", "1.400")):
        zaal.post("zeg", code=zaal.open["code"], wie=wie, gemeente=gemeente, beurt=1, gok=gok)
    assert zaal.stand()["nu"] is None
    nu = zaal.leid("onthul").json()["nu"]
    assert nu["lijnen"][0]["mediaan"] == 750.0 and nu["samen"]["waarde"] == pytest.approx(214.5)


def test_who_lost_the_network_comes_back_to_the_own_proposal_and_an_old_message_changes_nothing(zaal):
    """The last one counts, however they arrive."""
    zaal.zeg(ANNE, "GM0262", 2, reservering="36")
    assert zaal.zeg(ANNE, "GM0262", 1, reservering="26").json()["jij"]["voorstel"] == {"reservering": 36.0}
    zaal.leid("verwijder", nummer=1)
    assert zaal.stand(wie=ANNE)["jij"] is None


def test_a_closed_room_says_so_and_knows_nobody_again(zaal):
    """What was played stays; nothing comes in."""
    zaal.zeg(ANNE, "GM0262", reservering="36")
    zaal.leid("sluit")
    antwoord = zaal.zeg(ANNE, "GM0262", 2, reservering="30")
    assert antwoord.status_code == 410 and "gesloten" in melding(antwoord)
    na = zaal.stand(wie=ANNE)
    assert na["gesloten"] and na["jij"] is None and len(na["rondes"]) == 1


def test_only_the_chair_leads(zaal):
    """The link of a participant is another one, and no secret goes out to the room."""
    fout = zaal.post("leid", code=zaal.open["code"], sleutel="x" * 32, daad="onthul")
    assert fout.status_code == 403 and "voorzitter" in melding(fout)
    zaal.zeg(ANNE, "GM0262", reservering="36")
    gezien = json.dumps(zaal.leid("onthul").json())
    assert ANNE not in gezien and zaal.open["sleutel"] not in gezien


def test_a_code_cannot_be_guessed(zaal):
    """At least 40 bits; after some wrong ones an address waits, and who is in the room goes on."""
    assert len(TEKENS) ** LANG >= 2**40
    zaal.zeg(ANNE, "GM0262", reservering="36")
    fout = zaal.post("stand", code="AAAAA-AAAAA")
    assert fout.status_code == 404 and "geen kamer met deze code" in melding(fout)
    gissen = 2 * MEESTE_MIS + 2  # wherever the next minute begins
    assert 429 in [zaal.post("stand", code="AAAAAAAAAA").status_code for _ in range(gissen)]
    assert zaal.post("stand", code=zaal.open["code"], wie=ANNE).status_code == 200


@pytest.mark.parametrize(
    ("delen", "status", "zin"),
    [
        ({"v": 0}, 409, "Vernieuw de pagina"),
        ({"x": 1}, 400, "niet begrepen"),
        ({"wie": "kort"}, 400, "niet begrepen"),
        ({"tekst": "x" * 9000}, 413, "te groot"),
    ],
)
def test_a_message_that_is_none_is_refused_in_dutch(zaal, delen, status, zin):
    """Of an old page too."""
    antwoord = zaal.post("stand", **{"code": zaal.open["code"], **delen})
    assert antwoord.status_code == status and zin in melding(antwoord)


def test_another_site_cannot_send_and_where_people_log_in_only_they_have_rooms(zaal):
    """What a form of another site can send is no JSON; a login keeps rooms shut for who has none."""
    vreemd = zaal.klant.post("/kamer/open", content=b'{"v": 1, "vraag": "v=2"}', headers={"content-type": "text/plain"})
    assert vreemd.status_code == 415
    dicht = TestClient(Starlette(routes=adressen("", lambda: False)))
    bericht = {"v": 1, "vraag": "v=2"}
    assert dicht.post("/kamer/open", json=bericht).status_code == 403
    met_login = adressen("", lambda: False, is_binnen=lambda verzoek: verzoek.cookies.get("wie") == "ik")
    klant = TestClient(Starlette(routes=met_login))
    statussen = [
        klant.post("/kamer/open", json=bericht, headers={"cookie": f"wie={wie}"}).status_code for wie in ("ik", "jij")
    ]
    assert statussen == [200, 403]


def test_nothing_is_lost_when_thirty_speak_at_once():
    """Every proposal stands in the end under its own gemeente, as it was sent last."""
    receptie = Receptie(Geheugen())
    code, _ = receptie.begin("v=2")

    def zeg(nummer: int, beurt: int) -> None:
        wat = Voorstel(plekken=100 * nummer + beurt)
        wie, gemeente = f"{nummer:022d}", REGIO.codes[nummer % 9]
        receptie.wijzig(code, lambda kamer: kamer.zeg(wie, beurt, gemeente, wat, "voorstel"))

    def praat(nummer: int) -> None:
        for beurt in range(1, 6):
            zeg(nummer, beurt)

    with ThreadPoolExecutor(30) as allen:
        list(allen.map(praat, range(30)))
    kamer = receptie.vind(code)
    gekregen = {(een.gemeente, een.voorstel.plekken) for een in kamer.deelnemers}
    assert gekregen == {(REGIO.codes[nummer % 9], 100 * nummer + 5) for nummer in range(30)}
    assert kamer.versie == 151


def test_a_room_is_gone_after_a_day():
    """By the clock, however much is said in it."""
    nu = [1000.0]
    receptie = Receptie(Geheugen(lambda: nu[0]), lambda: nu[0])
    code, sleutel = receptie.begin("v=2")
    nu[0] += DUUR - 1
    receptie.als_voorzitter(code, sleutel, lambda kamer: kamer.onthul())
    nu[0] += 2
    with pytest.raises(KamerFout, match="geen kamer met deze code"):
        receptie.vind(code)
    assert DUUR <= 24 * 3600


def test_proposals_that_each_can_be_and_together_cannot_say_so(zaal):
    """No figure is shown then."""
    for wie, code in ((ANNE, "GM0150"), (BAS, "GM0285")):
        voorstel = {"overnemen": "40", "ander": "GM0262"}
        assert zaal.zeg(wie, code, **voorstel).status_code == 200
    alles = zaal.leid("onthul").json()["nu"]["samen"]
    with pytest.raises(ScenarioFout):
        bereken(REGIO, samen(Scenario(), {c: Voorstel(overnemen=40, ander="GM0262") for c in ("GM0150", "GM0285")}))
    assert alles["fout"].startswith("Deze voorstellen gaan niet samen.") and "niet_geplaatst" not in alles


@pytest.mark.parametrize("regio", ["gmr", "PV25"])
def test_a_room_of_any_region_says_what_is_unknown(regio):
    """Unknown is never 0."""
    zaal = Zaal(f"v=2&regio={regio}")
    codes = [een["code"] for een in zaal.stand()["gemeenten"]]
    assert zaal.zeg(ANNE, codes[0], plekken="5").status_code == 200
    alles = zaal.leid("onthul").json()["nu"]["samen"]
    assert alles["waarde"] is None and alles["niet_geplaatst"] == "onbekend"
    assert (
        "voorstelt: Hoeveel urgente huishoudens in 2035 geen woning vinden, is onbekend"
        in zaal.post("notulen", **zaal.open, tekst="https://fairshare.example/").json()["md"]
    )


def test_a_link_that_is_refused_opens_no_room():
    """Named as everywhere."""
    klant = TestClient(Starlette(routes=adressen()))
    fout = klant.post("/kamer/open", json={"v": 1, "vraag": "v=2&reservering=99"})
    assert fout.status_code == 400 and "kies 25 tot en met 37" in melding(fout)


def test_the_minutes_hold_every_round_its_proposals_its_link_and_its_decision(zaal):
    """For the chair alone; in Word what is in Markdown, and what someone typed is text."""
    zaal.zeg(ANNE, "GM0262", reservering="36")
    zaal.leid("besluit", tekst="*Wij* doen 36% <b>")
    zaal.leid("gok")
    zaal.post("zeg", code=zaal.open["code"], wie=BAS, gemeente="GM0150", beurt=1, gok="150")
    zaal.leid("onthul")
    adres = "https://fairshare.example/rbo/"
    assert zaal.post("notulen", code=zaal.open["code"], wie=ANNE, tekst=adres).status_code == 403
    inhoud = zaal.post("notulen", **zaal.open, tekst=adres).json()
    md = inhoud["md"]
    assert "## Ronde 1\n" in md and "- Lochem: 36,0%\n" in md and "Besluit: \\*Wij\\* doen 36% \\<b\\>\n" in md
    assert "## Gok 2\n" in md and "De gok van de zaal: mediaan 150. Iedereen zegt 150." in md
    assert (
        "Het model zegt: In 2035 vinden 215 van de 1.170 urgente huishoudens per jaar geen woning als elk overschot"
        in md
    )
    (straks,) = re.findall(r"Als scenario: <https://fairshare.example/rbo/[?](.*)>", md)
    assert link.lees(straks, lees_regios()).scenario.afwijking == (("GM0262", 36.0, None),)
    stuk = Document(io.BytesIO(base64.b64decode(inhoud["docx"])))
    tekst = [alinea.text for alinea in stuk.paragraphs]
    assert "Lochem: 36,0%" in tekst and "Besluit: *Wij* doen 36% <b>" in tekst


def test_one_file_after_the_meeting_holds_all_of_it(zaal):
    """The rounds as a story, the final proposal as a text with its appendix, and what is open; for the chair alone."""
    zaal.zeg(ANNE, "GM0262", reservering="30", plekken="12")
    zaal.zeg(BAS, "GM0150", reservering="36")
    zaal.leid("besluit", tekst="Verder met 36%.")
    zaal.leid("voorstellen")
    zaal.zeg(ANNE, "GM0262", 2, reservering="35")
    zaal.leid("onthul")
    stand = zaal.stand()
    laatste = stand["nu"]["samen"]
    adres = "https://fairshare.example/rbo/"
    assert zaal.post("pakket", code=zaal.open["code"], wie=ANNE, tekst=adres).status_code == 403
    inhoud = zaal.post("pakket", **zaal.open, tekst=adres).json()["zip"]
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(inhoud))) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    assert f"{adres}?{laatste['link']}" in delen["lees-mij.txt"].decode()
    assert all(naam in delen["lees-mij.txt"].decode() for naam in delen if naam != "lees-mij.txt")
    html, md = delen["verhaal.html"].decode(), delen["notulen.md"].decode()
    assert all(kop in html for kop in ("Waarmee de tafel begon", "Ronde 1", "Ronde 2"))
    vragen = md.partition("## Open vragen\n")[2]
    assert "- Niet gehoord in de laatste ronde: " in vragen and "Ronde 2 heeft geen besluit." in vragen
    assert "Ronde 1 heeft geen" not in vragen and "De afspraak van de regio laat open: " in vragen
    onvoldaan = [f"{een['vraag']} {een['antwoord']}" for een in laatste["toetsing"] if een["open"]]
    assert onvoldaan and all(f"- {vraag}" in vragen for vraag in onvoldaan)
    afspraak = [alinea.text for alinea in Document(io.BytesIO(delen["eindvoorstel-afspraak.docx"])).paragraphs]
    uitkomst = bereken(REGIO, link.lees(laatste["link"], lees_regios()).scenario)
    assert set(besluit.zinnen(uitkomst, {})) <= set(afspraak)
    titels = [dia.shapes.title.text for dia in Presentation(io.BytesIO(delen["dias.pptx"])).slides if dia.shapes.title]
    for ronde in (*stand["rondes"], stand["nu"]):
        (titel,) = (titel for titel in titels if titel.startswith(f"Ronde {ronde['nummer']}: "))
        assert f" {ronde['samen']['niet_geplaatst']} van de 1.170 " in titel


def test_the_chair_tells_the_story_in_the_room_and_no_figure_goes_out_before_it_is_shown():
    """Of the scenario of the room; each step is a link that gives the same figure; only the chair steers."""
    zaal = Zaal("v=2&reservering=33")
    assert zaal.stand()["verhaal"] is None
    vraag = zaal.leid("vertel", nummer=3).json()["verhaal"]
    assert vraag["vraagt"] and vraag["cijfer"] == "?" and zaal.stand()["verhaal"] == vraag
    nu = zaal.leid("antwoord").json()["verhaal"]
    gelezen = link.lees(nu["link"], lees_regios())
    assert not gelezen.fouten and gelezen.weergave.stap == 3
    assert nu["cijfer"].startswith(getal(bereken(REGIO, gelezen.scenario).regionaal("niet_geplaatst")))
    assert zaal.leid("vertel", nummer=99).json()["verhaal"]["straks"] == "Dit is de laatste stap."
    assert zaal.leid("vertel", nummer=100).status_code == zaal.leid("vertel", nummer=-1).status_code == 400
    assert zaal.post("leid", code=zaal.open["code"], sleutel="x" * 32, daad="vertel", nummer=1).status_code == 403
    assert zaal.leid("vertel", nummer=0).json()["verhaal"] is None
    zaal.leid("vertel", nummer=2)
    assert zaal.leid("sluit").json()["verhaal"] is None


def test_an_own_story_is_told_in_the_room_and_stands_in_no_scenario_of_it():
    """It comes along in the link with which the room is opened."""
    stap = "soort=deel&tekening=pad&titel=Ons+bod&v=2&reservering=35"
    eigen = Weergave(verhaal=(stap,))
    zaal = Zaal(begin_van(Scenario(), eigen, spel=False))
    assert zaal.leid("vertel", nummer=1).json()["verhaal"]["titel"] == "Ons bod"
    zaal.zeg(ANNE, "GM0262", reservering="36")
    nu = zaal.leid("onthul").json()
    assert "verhaal" not in nu["speltafel"] and "verhaal" not in nu["nu"]["samen"]["link"]


def test_the_room_guesses_at_a_step_of_the_story_and_the_spread_stands_beside_the_figure(zaal):
    """Blind until the answer, each guess counted, apart from the round; after it nobody guesses there, and the minutes have it."""

    def raad(wie: str, gok: str, beurt: int, stap: int = 3):
        delen = {"wie": wie, "gemeente": "GM0262", "beurt": beurt, "stap": stap, "gok": gok}
        return zaal.post("zeg", code=zaal.open["code"], **delen)

    zaal.leid("vertel", nummer=2)
    assert raad(ANNE, "150", 1, stap=2).status_code == 409, "this step asks nothing"
    zaal.leid("vertel", nummer=3)
    assert raad(ANNE, "150", 1).json()["jij"]["geraden"] == 150
    assert raad(ANNE, "veel", 2).status_code == 400
    raad(ANNE, "1501", 3)
    raad(BAS, "401", 1)
    blind = zaal.stand()
    assert blind["geraden"] == {"aantal": 2, "lijn": None} and "1501" not in json.dumps(blind)
    assert blind["gesproken"] == 0, "a guess is no proposal"
    nu = zaal.leid("antwoord").json()
    lijn = nu["geraden"]["lijn"]
    assert [(punt["waarde"], punt["telt"]) for punt in lijn["punten"]] == [(401.0, True), (1501.0, True)]
    assert (lijn["mediaan"], lijn["hoog"]) == (951.0, 1501.0)
    assert lijn["merk"]["waarde"] == pytest.approx(214.5) and lijn["merk"]["tekst"] == "215"
    assert raad(ANNE, "215", 4).status_code == 409
    zaal.leid("vertel", nummer=4)
    assert zaal.stand()["geraden"] is None
    terug = zaal.leid("vertel", nummer=3).json()
    assert not terug["verhaal"]["vraagt"] and terug["geraden"] == nu["geraden"]
    zaal.leid("sluit")
    md = zaal.post("notulen", **zaal.open, tekst="https://fairshare.example/").json()["md"]
    assert "## Gok bij stap 3 van het verhaal: Bij 30% reservering\n" in md
    assert "mediaan 951. Van 401 (Lochem) tot 1.501 (Lochem)." in md and "Het model zegt: 215 niet geplaatst" in md


def test_two_who_guess_for_one_gemeente_both_count(zaal):
    """A guess is of a person; the figure stands on the same axis."""
    zaal.leid("gok")
    for wie, gok in ((ANNE, "10"), (BAS, "20")):
        zaal.post("zeg", code=zaal.open["code"], wie=wie, gemeente="GM0262", beurt=1, gok=gok)
    lijn = zaal.leid("onthul").json()["nu"]["lijnen"][0]
    assert (lijn["mediaan"], lijn["hoog"], lijn["merk"]["tekst"]) == (15.0, 214.5, "215")


def test_who_has_the_newest_version_and_asks_for_what_changes_nothing_hears_that_version(zaal):
    """A message that says nothing new is a message all the same."""
    versie = zaal.leid("antwoord").json()["versie"]
    assert zaal.leid("antwoord", na=versie).json() == {"versie": versie, "jij": None, "voorzitter": True}


async def hoor_van(zetten: int) -> dict[str, list[int]]:
    """Let a screen and a phone follow a room, and give which versions each was told."""
    transport = httpx.ASGITransport(Starlette(routes=adressen()))
    async with httpx.AsyncClient(transport=transport, base_url="http://zaal") as klant:

        async def post(naam: str, **delen):
            return (await klant.post(f"/kamer/{naam}", json={"v": 1, **delen})).json()

        async def volg(code: str, **wie: str) -> list[int]:
            gehoord = [1]
            while gehoord[-1] < 1 + zetten:
                gehoord.append((await post("stand", code=code, na=gehoord[-1], **wie))["versie"])
            return gehoord

        code = (await post("open", vraag="v=2"))["code"]
        volgers = asyncio.gather(volg(code), volg(code, wie=BAS))
        for beurt in range(1, 1 + zetten):
            await asyncio.sleep(0.15)
            bod = {"gemeente": "GM0262", "voorstel": {"plekken": str(beurt)}}
            await post("zeg", code=code, wie=ANNE, beurt=beurt, **bod)
        scherm, telefoon = await asyncio.wait_for(volgers, 10)
        return {"scherm": scherm, "telefoon": telefoon}


def test_a_phone_hears_of_moves_that_follow_each_other_together_and_the_screen_of_each():
    """Both end with the last one."""
    gehoord = in_een_lus(hoor_van(10))
    assert gehoord["scherm"][-1] == gehoord["telefoon"][-1] == 11
    assert 2 * len(gehoord["telefoon"]) <= len(gehoord["scherm"]) + 1

"""A whole meeting of ten browsers through two processes that share a Valkey; one of them is killed halfway, then Valkey goes."""

import re
import shutil
import time
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from fairshare.gegevens import lees_regio
from fairshare.model import bereken, kerncijfers
from fairshare.opmaak import getal, procent
from fairshare.scenario import Scenario
from fairshare.toetsing import kop, toets
from fairshare.zaal import Receptie, bewaarplaats
from fairshare.zaal.kamer import DUUR
from tests import valkey
from tests.browser.achter_nginx import Replicas, achter_nginx
from tests.browser.conftest import TELEFOON, kamercode, stop

pytestmark = [
    pytest.mark.browser,
    valkey.nodig,
    pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not here"),
]

REGIO = lees_regio("stedendriehoek")
BEGIN = Scenario(reservering=33)
RONDE_1 = dict(zip(REGIO.codes, (35, 25, 37, 30.5, 33, 28, 36, 31, 34), strict=True))
PLEKKEN = {"GM0262": 12, "GM0200": 40}
OVER = ("GM0150", "GM0262", 9)
"""Who takes over how many from whom."""
RONDE_2 = {code: deel if nummer % 3 else 36.5 for nummer, (code, deel) in enumerate(RONDE_1.items())}
GOKKEN = dict(zip(REGIO.codes, (10, 20, 30, 40, 50, 60, 70, 80, 90), strict=True))


@pytest.fixture(scope="module")
def server() -> Iterator[valkey.Valkey]:
    with valkey.valkey() as server:
        yield server


@pytest.fixture(scope="module")
def replicas(server: valkey.Valkey) -> Iterator[Replicas]:
    """The tests below share it; the first kills one of the apps."""
    with achter_nginx(FAIRSHARE_KAMERS=server.adres) as replicas:
        yield replicas


def kom_binnen(page: Page, adres: str, code: str, gemeente: str) -> Page:
    """Open the page of a participant, and choose who to speak for."""
    page.goto(f"{adres}/deelnemen#{code}")
    page.get_by_label("Ik spreek voor").select_option(gemeente)
    return page


def wachtend(app: str) -> int:
    """Count the lines that are open to a process: a page that waits for news of the room keeps one."""
    poort = f":{urlsplit(app).port:04X}"
    regels = [regel.split() for regel in Path("/proc/net/tcp").read_text().splitlines()]
    return sum(waar.endswith(poort) and staat == "01" for _, waar, _, staat, *_ in regels)


def beweeg(telefoon: Page, deel: float) -> None:
    telefoon.get_by_role("slider", name="Reservering voor iedereen").fill(str(deel))


def verwacht(delen: Mapping[str, float]) -> Scenario:
    """The scenario of the proposals as they were sent, written out."""
    van, aan, hoeveel = OVER[1], OVER[0], OVER[2]
    return BEGIN.met(
        afwijking=tuple((code, float(deel), None) for code, deel in delen.items()),
        inzet=tuple((code, float(plekken)) for code, plekken in PLEKKEN.items()),
        ruil=((f"{van}-{aan}", float(hoeveel)),),
    )


def is_als_de_rekenkern(scherm: Page, delen: Mapping[str, float]) -> None:
    """Every figure on the screen, held against the engine for the proposals as they were sent."""
    namen = dict(zip(REGIO.codes, REGIO.namen, strict=True))
    assen = scherm.locator("figure")
    gestuurd = sorted(f"{namen[code]} {procent(deel, 1)}" for code, deel in delen.items())
    expect(assen.first.locator(".punt")).to_have_count(9)
    for tekst in gestuurd:  # waits for the last one that is on its way
        expect(assen.first.locator(".punt").filter(has_text=re.compile(rf"^{re.escape(tekst)}$"))).to_have_count(1)
    expect(assen.first).to_contain_text(f"mediaan {procent(median(delen.values()), 1)}.")
    laag, hoog = min(delen.values()), max(delen.values())
    expect(assen.first).to_contain_text(re.compile(rf"Van {procent(laag, 1)} \(.*\) tot {procent(hoog, 1)} \("))
    plekken = [f"{namen[code]} {getal(n)}" for code, n in PLEKKEN.items()]
    expect(assen.nth(1).locator(".punt")).to_have_text(plekken)
    expect(assen.nth(2).locator(".punt")).to_have_text([f"{namen[OVER[0]]} {getal(OVER[2])}"])
    straks = bereken(REGIO, verwacht(delen))
    kern = kerncijfers(straks)
    kaarten = scherm.locator(".kaart")
    expect(kaarten.first.locator("strong")).to_have_text(getal(kern.niet_geplaatst))
    expect(kaarten.first).to_contain_text(
        f"zonder de voorstellen {getal(bereken(REGIO, BEGIN).regionaal('niet_geplaatst'))}"
    )
    dekking = straks.per_gemeente("dekking")
    laagste = int(dekking.argmin())
    expect(kaarten.nth(1)).to_contain_text(procent(float(dekking[laagste]), 1))
    expect(kaarten.nth(1)).to_contain_text(REGIO.namen[laagste])
    oordelen = toets(straks, kern)
    expect(scherm.locator("#samen summary")).to_have_text(kop(oordelen))
    vragen = scherm.locator("#samen li").all_text_contents()
    assert vragen == [f"{een.vraag} {een.zin}" for een in oordelen]


def test_ten_browsers_play_a_whole_meeting_and_one_of_two_processes_dies(replicas, vers):
    """From opening to minutes; nothing is lost, and every figure on the screen is the engine's for what was sent."""
    scherm = vers(viewport={"width": 1280, "height": 720}).page
    scherm.goto(f"{replicas.adres}/zaalscherm#v=2&reservering=33")
    expect(scherm.locator("#qr")).to_be_visible()
    code = kamercode(scherm)
    telefoons = {
        gemeente: kom_binnen(vers(viewport=TELEFOON).page, replicas.adres, code, gemeente) for gemeente in REGIO.codes
    }
    for gemeente, deel in RONDE_1.items():
        beweeg(telefoons[gemeente], deel)
    for gemeente, plekken in PLEKKEN.items():
        telefoons[gemeente].get_by_label("Extra plekken").fill(str(plekken))
    telefoons[OVER[0]].get_by_label("Andere gemeente").select_option(OVER[1])
    telefoons[OVER[0]].get_by_label("Huishoudens per jaar").fill(str(OVER[2]))
    expect(scherm.locator("#stand")).to_have_text("Ronde 1, 9 gehoord.")
    expect(scherm.locator(".punt")).to_have_count(0)
    scherm.get_by_role("button", name="Onthul", exact=True).click()
    is_als_de_rekenkern(scherm, RONDE_1)
    scherm.get_by_label("Besluit van deze ronde").fill("Wij praten verder.")
    scherm.get_by_role("button", name="Leg vast").click()
    expect(scherm.locator(".besluit")).to_have_text("Besluit: Wij praten verder.")
    scherm.get_by_role("button", name="Volgende ronde").click()
    expect(scherm.locator("#stand")).to_have_text("Ronde 2, 0 gehoord.")
    scherm.get_by_role("button", name="Toon elk voorstel meteen").click()
    for nummer, (gemeente, telefoon) in enumerate(telefoons.items()):
        if nummer == 4:
            einde = time.monotonic() + 15
            while not any(
                (druk := {app: wachtend(app) for app in replicas.apps}).values()
            ):  # all may be between two looks
                assert time.monotonic() < einde, "the one that dies serves someone"
                telefoon.wait_for_timeout(20)
            vol = max(replicas.apps, key=druk.__getitem__)
            stop(replicas.processen[replicas.apps.index(vol)])
        expect(telefoon.locator("#stand")).to_contain_text("Ronde 2", timeout=20_000)
        if RONDE_2[gemeente] == RONDE_1[gemeente]:
            telefoon.get_by_role("button", name="Ik blijf bij dit voorstel").click()
        else:
            beweeg(telefoon, RONDE_2[gemeente])
    expect(scherm.locator("#stand")).to_have_text("Ronde 2, 9 gehoord.", timeout=20_000)
    is_als_de_rekenkern(scherm, RONDE_2)
    for telefoon in telefoons.values():
        expect(telefoon.locator("#uitkomst .kaart strong").first).to_have_text(
            getal(kerncijfers(bereken(REGIO, verwacht(RONDE_2))).niet_geplaatst)
        )
    scherm.get_by_role("button", name="Laat de zaal gokken").click()
    for gemeente, telefoon in telefoons.items():
        telefoon.get_by_label("Wat denkt u").fill(str(GOKKEN[gemeente]))
    expect(scherm.locator("#stand")).to_have_text("Ronde 3, 9 gehoord.")
    scherm.get_by_role("button", name="Onthul", exact=True).click()
    expect(scherm.locator("figure")).to_contain_text("mediaan 50. Van 10 ")
    begin = getal(bereken(REGIO, BEGIN).regionaal("niet_geplaatst"))
    expect(scherm.locator(".kaart strong")).to_have_text(begin)
    with scherm.expect_download() as notulen:
        scherm.get_by_role("button", name="Notulen als Markdown").click()
    tekst = notulen.value.path().read_text(encoding="utf-8")
    for deel in ("## Ronde 1\n", "Besluit: Wij praten verder.", "## Ronde 2\n", "## Gok 3\n"):
        assert deel in tekst
    assert tekst.count("- Lochem: ") == 5, "a percentage and places in two rounds, and a guess"
    assert tekst.count(f". Zonder de voorstellen: {begin}.") == 2
    with scherm.expect_download() as alles:
        scherm.get_by_role("button", name="Alles in een bestand (ZIP)").click()
    with zipfile.ZipFile(alles.value.path()) as pakket:
        assert pakket.read("notulen.md").decode() == tekst
    scherm.on("dialog", lambda vraag: vraag.accept())
    scherm.get_by_role("button", name="Sluit de kamer").click()
    for telefoon in telefoons.values():
        expect(telefoon.locator("#stand")).to_contain_text("gesloten")


def test_a_room_without_its_valkey_says_so_keeps_the_last_state_and_goes_on(replicas, server, vers):
    """While it does not answer, and a proposal that was made meanwhile comes; when it comes back empty, it gets the room back."""
    scherm, telefoon = vers().page, vers(viewport=TELEFOON).page
    scherm.goto(f"{replicas.adres}/zaalscherm#v=2")
    kom_binnen(telefoon, replicas.adres, kamercode(scherm), "GM0262")
    beweeg(telefoon, 35)
    expect(scherm.locator("#stand")).to_have_text("Ronde 1, 1 gehoord.")
    scherm.get_by_role("button", name="Onthul", exact=True).click()
    expect(scherm.locator(".punt")).to_have_text("Lochem 35,0%")
    server.zwijg()
    for page in (scherm, telefoon):
        expect(page.get_by_role("alert")).to_contain_text("kan nu niet bij de kamers")
    expect(scherm.locator(".punt")).to_have_text("Lochem 35,0%")
    beweeg(telefoon, 36)
    expect(telefoon.locator("#verstuurd")).to_contain_text("gaat weg zodra")
    server.praat()
    expect(scherm.locator(".punt")).to_have_text("Lochem 36,0%")
    for page in (scherm, telefoon):
        expect(page.get_by_role("alert")).to_be_hidden()
    server.stop()
    expect(scherm.get_by_role("alert")).to_contain_text("kan nu niet bij de kamers")
    server.start()
    for page in (scherm, telefoon):
        expect(page.get_by_role("alert")).to_be_hidden()
    expect(scherm.locator(".punt")).to_have_text("Lochem 36,0%")
    beweeg(telefoon, 34)
    expect(scherm.locator(".punt")).to_have_text("Lochem 34,0%")


def test_a_room_whose_day_is_over_says_so_to_who_is_in_it_and_to_who_comes_with_its_old_code(replicas, server, vers):
    """It was opened a day ago, but for some seconds; nothing in either process brings it back."""
    code, _ = Receptie(bewaarplaats(server.adres), lambda: time.time() - DUUR + 12).begin("v=2")
    telefoon, laat = vers(viewport=TELEFOON).page, vers(viewport=TELEFOON).page
    kom_binnen(telefoon, replicas.adres, code, "GM0262")
    beweeg(telefoon, 35)
    expect(telefoon.locator("#verstuurd")).to_have_text("Ontvangen; verborgen tot de voorzitter onthult.")
    expect(telefoon.get_by_role("alert")).to_contain_text("Er is geen kamer met deze code", timeout=30_000)
    laat.goto(f"{replicas.adres}/deelnemen#{code}")
    expect(laat.get_by_role("alert")).to_contain_text("een kamer bestaat hoogstens een dag")
    expect(laat.locator("#tafel")).to_be_hidden()

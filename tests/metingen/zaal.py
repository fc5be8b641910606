"""A room of thirty who each move a slider ten times a minute, and one screen: ``make vergadering``.

The phones speak as their pages do, over HTTP: each sends what it moves and waits for what the room becomes. The screen is a
real Chromium, which writes down when each dot appears and counts its frames. A value says who sent it, so that every move is
followed from the phone to its dot: how long that took, whether it came, and under which gemeente. The floor is the same run
against a bare app of Streamlit (``zaal_kaal``), that looks ten times a second and only shows the numbers. One process keeps the
room in memory. Ends with status 1 where a goal is missed. The whole of it writes its chapter of docs/metingen.md; with fewer
minutes (``python -m tests.metingen.zaal 1``) it only shows what came out.
"""

import random
import re
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from json import dumps, loads
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from playwright.sync_api import Page, expect
from streamlit.proto.WidgetStates_pb2 import WidgetState

from fairshare.gegevens import lees_regio
from fairshare.model import bereken, kerncijfers
from fairshare.opmaak import datum, getal, procent
from fairshare.scenario import Scenario
from tests.browser.conftest import draaiend, echte_browser
from tests.browser.gast import Gast
from tests.metingen.geheugen import rss
from tests.metingen.maat import keer, oordeel, p50_p95, tabel

TITEL = "Een kamer met dertig mensen"
METHODE = """Dertig toestellen in een kamer zetten ieder tien keer per minuut een schuif, en volgen de kamer; een scherm in een
echte Chromium toont elke stand en telt zijn beelden. Van elke zet is gemeten hoe lang het duurt van het sturen tot de stip op het scherm, en geteld of zij er
komt, onder de eigen gemeente. De vloer is dezelfde vergadering met een kale app van Streamlit die tien keer per seconde kijkt en alleen de getallen
toont, de ene helft ervoor en de andere erna; haar beelden en geheugen zijn die van de tweede helft. Aan het eind is het kopcijfer op het scherm dat van de rekenkern voor wat het laatst is gestuurd. Apart gemeten: `make vergadering`."""

MENSEN, MINUTEN, TEMPO = 30, 10.0, 6.0
"""How many, how long, and how often each moves a slider [s]."""
SNEL, KEER, BEELDEN, VLAK = 2000.0, 1.5, 50.0, 10.0
"""The goals: p95 [ms], its ratio to the floor, frames a second, and what memory may grow by after the first quarter [MB]."""
REGIO = lees_regio("stedendriehoek")

KIJKER = """wat => {
  window.gezien = []; window.beelden = []; let stond = new Set();
  const lees = wat === "zaal"
    ? () => [...document.querySelectorAll(".punt")].map(een => een.textContent)
    : () => (document.querySelector("[data-testid=stText]")?.textContent ?? "").split("\\n").filter(Boolean);
  const kijk = () => {
    const nu = Date.now(), staat = new Set(lees());
    for (const tekst of staat) if (!stond.has(tekst)) window.gezien.push([tekst, nu]);
    stond = staat;
  };
  new MutationObserver(kijk).observe(document.body, { subtree: true, childList: true, characterData: true });
  const beeld = tijd => { window.beelden.push(tijd); requestAnimationFrame(beeld); };
  requestAnimationFrame(beeld);
  kijk();
}"""


@dataclass
class Zet:
    """A move: who, to which tenth of a percent, and when it was sent [ms since 1970]."""

    wie: int
    tienden: int
    toen: float


def zetten(wie: int, eind: float, stuur: Callable[[float], None]) -> list[Zet]:
    """Move a slider until the end, to values that only this person sends and that differ from the one before."""
    toeval, uit, vorige = random.Random(wie), list[Zet](), -1
    volgende = time.monotonic() + toeval.uniform(0, TEMPO)
    while volgende < eind - TEMPO / 2:
        time.sleep(max(0.0, volgende - time.monotonic()))
        vorige = toeval.choice([nr for nr in range(wie, 1000, MENSEN) if nr != vorige])
        uit.append(Zet(wie, vorige, 1000 * time.time()))
        stuur(vorige / 10)
        volgende += TEMPO
    return uit


class Lijn:
    """A line to the addresses of rooms that stays open, as a browser keeps it."""

    def __init__(self, adres: str) -> None:
        self._lijn = HTTPConnection(urlsplit(adres).netloc, timeout=60)

    def post(self, naam: str, **delen: object) -> Any:
        """Send a message; give the answer, None where nothing changed."""
        vraag = ("POST", f"/kamer/{naam}", dumps({"v": 1, **delen}), {"content-type": "application/json"})
        try:
            self._lijn.request(*vraag)
            antwoord = self._lijn.getresponse()
        except ConnectionError:  # the server shut a line that was idle; a browser then opens another one
            self._lijn.close()
            self._lijn.request(*vraag)
            antwoord = self._lijn.getresponse()
        inhoud = antwoord.read()
        assert antwoord.status in (200, 204), inhoud
        return loads(inhoud) if inhoud else None


def geheim(wie: int) -> str:
    return f"{wie:022d}"


def gemeente(wie: int) -> int:
    return wie % len(REGIO.codes)


def beweeg_in_de_zaal(adres: str, code: str, wie: int, eind: float) -> list[Zet]:
    """Be a phone in the room: send, each time with a later number."""
    lijn = Lijn(adres)

    def stuur(waarde: float) -> None:
        beurt = int(1000 * time.time())
        delen = {"code": code, "wie": geheim(wie), "beurt": beurt, "gemeente": REGIO.codes[gemeente(wie)]}
        lijn.post("zeg", **delen, voorstel={"eigen": f"{waarde:g}"})

    return zetten(wie, eind, stuur)


def luister(adres: str, code: str, wie: int, eind: float) -> int:
    """Be the same phone, that follows the room; give how often it heard something."""
    lijn, na, keren = Lijn(adres), 0, 0
    while time.monotonic() < eind:
        nieuw = lijn.post("stand", code=code, wie=geheim(wie), na=na)
        na, keren = (nieuw["versie"], keren + 1) if nieuw else (na, keren)
    return keren


def beweeg_kaal(adres: str, wie: int, eind: float) -> list[Zet]:
    """Be someone with the bare app, over the protocol of Streamlit."""
    with Gast(adres, "", f"wie={wie}") as gast:
        (schuif,) = (een.id for een in gast.elementen("slider"))

        def stuur(waarde: float) -> None:
            gast.knoppen[schuif] = WidgetState(id=schuif)
            gast.knoppen[schuif].double_array_value.data.append(waarde)
            gast.draai()

        return zetten(wie, eind, stuur)


@dataclass
class Verloop:
    """What came of a run."""

    zetten: list[Zet]
    gezien: list[tuple[str, float]]
    beelden: list[float]
    geheugen: list[float]
    """Of the server, over the time [MB]."""

    def per_seconde(self) -> tuple[float, float]:
        """Give the frames a second: on the whole, and in the worst second."""
        tijden = np.array(self.beelden) / 1000
        per, _ = np.histogram(tijden, np.arange(tijden[0], tijden[-1], 1.0))
        return float(len(tijden) / (tijden[-1] - tijden[0])), float(per.min())

    def groei(self) -> float:
        """Give what memory grew by from the second quarter to the last one."""
        kwart = len(self.geheugen) // 4
        return float(np.mean(self.geheugen[-kwart:]) - np.mean(self.geheugen[kwart : 2 * kwart]))


def volg(page: Page, soort: str, pid: int, minuten: float, werk: Callable[[float], Iterator[list[Zet]]]) -> Verloop:
    """Let everyone move, while the screen writes down what it shows."""
    page.evaluate(KIJKER, soort)
    eind, geheugen = time.monotonic() + 60 * minuten, []
    lopend = werk(eind)
    while time.monotonic() < eind:
        page.wait_for_timeout(1000)
        geheugen.append(rss(pid))
    alles = [zet for van_een in lopend for zet in van_een]
    page.wait_for_timeout(2000)
    return Verloop(alles, page.evaluate("window.gezien"), page.evaluate("window.beelden"), geheugen)


@contextmanager
def scherm() -> Iterator[Page]:
    """Open a window as large as a projector."""
    with echte_browser() as browser:
        yield browser.new_page(viewport={"width": 1280, "height": 720}, locale="nl-NL")


def in_de_zaal(minuten: float) -> Verloop:
    """Hold the meeting in a room; at the end every figure on the screen is held against the engine."""
    with draaiend() as (proces, adres), scherm() as page, ThreadPoolExecutor(2 * MENSEN) as allen:
        kamer = Lijn(adres).post("open", vraag="v=2")
        Lijn(adres).post("leid", **kamer, daad="toon")
        page.goto(f"{adres}/zaalscherm#{kamer['code']}")
        expect(page.locator("#zaal")).to_be_visible()

        def werk(eind: float) -> Iterator[list[Zet]]:
            for wie in range(MENSEN):
                allen.submit(luister, adres, kamer["code"], wie, eind)
            bezig = [allen.submit(beweeg_in_de_zaal, adres, kamer["code"], wie, eind) for wie in range(MENSEN)]
            return (een.result() for een in bezig)

        verloop = volg(page, "zaal", proces.pid, minuten, werk)
        laatste = {zet.wie: zet for zet in verloop.zetten}
        eerste = {
            gemeente(wie): zet for wie, zet in sorted(laatste.items(), key=lambda een: -volgorde(verloop, een[0]))
        }
        delen = tuple((REGIO.codes[waar], zet.tienden / 10, None) for waar, zet in eerste.items())
        moet = kerncijfers(bereken(REGIO, Scenario(afwijking=delen))).niet_geplaatst
        expect(page.locator(".kaart strong").first).to_have_text(getal(moet))
    return verloop


def volgorde(verloop: Verloop, wie: int) -> int:
    """Say as how manieth someone came: who speaks first for a gemeente counts."""
    return next(nummer for nummer, zet in enumerate(sorted(verloop.zetten, key=lambda zet: zet.toen)) if zet.wie == wie)


def kaal(minuten: float) -> Verloop:
    """Do the same with the bare app."""
    with (
        draaiend("tests/metingen/zaal_kaal.py") as (proces, adres),
        scherm() as page,
        ThreadPoolExecutor(MENSEN) as allen,
    ):
        page.goto(adres)
        expect(page.get_by_test_id("stText")).to_be_attached(timeout=60_000)

        def werk(eind: float) -> Iterator[list[Zet]]:
            bezig = [allen.submit(beweeg_kaal, adres, wie, eind) for wie in range(MENSEN)]
            return (een.result() for een in bezig)

        return volg(page, "kaal", proces.pid, minuten, werk)


def tekst(soort: str, zet: Zet) -> str:
    """What the screen says of a move."""
    waarde = zet.tienden / 10
    return f"{REGIO.namen[gemeente(zet.wie)]} {procent(waarde, 1)}" if soort == "zaal" else f"{zet.wie} {waarde:.1f}"


def tijden(soort: str, verloop: Verloop) -> tuple[list[float], int, int]:
    """Give the milliseconds from each move to its dot, how many never came, and how many dots nobody sent."""
    open_ = [[re.sub(r" \(telt niet\)$", "", wat), wanneer] for wat, wanneer in verloop.gezien]
    uit, kwijt = [], 0
    for zet in sorted(verloop.zetten, key=lambda zet: zet.toen):
        past = (nr for nr, (wat, wanneer) in enumerate(open_) if wat == tekst(soort, zet) and wanneer >= zet.toen - 1)
        if (nummer := next(past, None)) is None:
            kwijt += 1
        else:
            uit.append(open_.pop(nummer)[1] - zet.toen)
    return uit, kwijt, sum(1 for wat, _ in open_ if soort == "zaal" or not wat.endswith(" 0.0"))


def main(minuten: float = MINUTEN) -> None:
    """Hold the meeting twice, and say what became of the goals."""
    from tests.metingen import bench

    op = bench.machine()
    voor, verloop, na = kaal(minuten / 2), in_de_zaal(minuten), kaal(minuten / 2)
    helften = [tijden("kaal", voor), tijden("kaal", na)]
    gemeten = {
        "kaal": tuple(een + ander for een, ander in zip(*helften, strict=True)),
        "zaal": tijden("zaal", verloop),
    }
    verlopen = {"kaal": na, "zaal": verloop}
    rijen = []
    for soort, naam in (("kaal", "Kale app"), ("zaal", "Zaal")):
        verloop, (gezien, kwijt, vreemd) = verlopen[soort], gemeten[soort]
        (p50, p95), (beelden, minst) = p50_p95(gezien), verloop.per_seconde()
        cijfers = (len(gezien) + kwijt, kwijt, vreemd, p50, p95, beelden, minst)
        rijen.append([naam, *(getal(een) for een in cijfers), getal(verloop.groei(), 1)])
    koppen = ("", "zetten", "kwijt", "onder een ander", "p50 (ms)", "p95", "beelden/s", "minst", "geheugen erbij (MB)")
    (_, vloer), (_, p95) = (p50_p95(gemeten[soort][0]) for soort in ("kaal", "zaal"))
    zaal, (_, kwijt, vreemd) = verlopen["zaal"], gemeten["zaal"]
    beelden, _ = zaal.per_seconde()
    gehaald = (p95 <= SNEL and p95 <= KEER * vloer, not kwijt and not vreemd, beelden >= BEELDEN, zaal.groei() <= VLAK)
    regels = (
        oordeel(
            f"p95 van een zet op de telefoon tot het scherm ten hoogste {getal(SNEL)} ms en {getal(KEER, 1)} keer de kale app",
            f"{getal(p95)} ms, {keer(p95, vloer)}",
            gehaald[0],
        ),
        oordeel("elke zet komt op het scherm, onder de eigen gemeente", f"{kwijt} kwijt, {vreemd} elders", gehaald[1]),
        oordeel(f"{getal(BEELDEN)} beelden per seconde", getal(beelden, 1), gehaald[2]),
        oordeel(f"geheugen groeit ten hoogste {getal(VLAK)} MB", f"{getal(zaal.groei(), 1)} MB", gehaald[3]),
    )
    wanneer = f"{MENSEN} mensen, {getal(minuten, 1)} minuten elk, op {datum(date.today())}; {op}.\n"
    uit = [wanneer, *tabel(koppen, rijen), *regels]
    print(*uit, sep="\n")
    if minuten >= MINUTEN:
        bench.vervang(bench.zaal, uit)
    sys.exit(0 if all(gehaald) else 1)


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))

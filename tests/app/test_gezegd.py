"""Every sentence on a page or a slide that somebody read stands in ``gezegd.txt``: is it still said?

Of the scenario in which all begins, and of what only some scenario says, with its figures. Of two scenarios with everything in
them the figures that differ are left out: what these must be other tests know. A sentence that says something else on purpose is read aloud, and ``make gezegd`` writes
the file anew; one that is new comes in it then.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from functools import reduce
from html import unescape
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pptx import Presentation
from streamlit.testing.v1 import AppTest

import pages
from fairshare.export import Stempel, Wens, maak
from fairshare.gegevens import lees_regios, maak_monitoring
from fairshare.verhaal import scenes
from tests.app.test_cijfers import DICHT, GATEN, KAAL, gerekend
from tests.app.test_paginas import stukken
from tests.app.test_wat_er_staat import VOL, WACHT, _uitgeklapt, per_deel
from tests.app.zinnen import FEIT
from tests.gegevens.test_motivering import AMENDEMENT

LIJST = Path(__file__).with_name("gezegd.txt")
DIAS = "de dia's"
NAAR = " → "
"""Between the words of a link and where it goes, which is without the check of its outcome."""
DOCUMENT = 2_000
"""What has more signs is one of `docs/`, which has tests of its own."""
ANDERE_CIJFERS = {
    "reservering=36": "reservering=35.5",
    "verevening=35": "verevening=30",
    "eind=2034": "eind=2033",
    "jaar=2033": "jaar=2032",
    "tarief=1000": "tarief=1500",
    "gemeente=GM0262": "gemeente=GM0232",
    "mutatiegraad=6.4": "mutatiegraad=6.2",
    ":10": ":12",
    "bovengrens=58": "bovengrens=57",
    "p:35": "p:34",
    "reservering=900": "reservering=950",
    "nieuwbouw=1200": "nieuwbouw=1300",
    "hoogstens=25": "hoogstens=24",
}
ALLES = VOL, reduce(lambda vraag, een: vraag.replace(*een), ANDERE_CIJFERS.items(), WACHT)
BEGIN = "v=2&gemeente=GM0262"
VEEL = "v=2&regio=gmr&opgave=2000"
"""More gemeenten than are named or drawn."""
TELT = maak_monitoring(lees_regios()["stedendriehoek"], [("GM0262", "2026-1", 12), ("GM0262", "mutaties 2026-1", 60)])
BIJZONDER: Mapping[str, Sequence[tuple[str, Mapping[str, Any]]]] = {
    "": [
        *((vraag, {}) for vraag in (KAAL, GATEN, DICHT, "v=2&reservering=25", "v=2&achterstand=ja")),
        ("v=2&reservering=37&alternatief=500&afwijking=GM0262:25", {}),
        ("v=2&segment=aftoppingsgrens&alternatief=2000", {}),
    ],
    "groeipad": [
        ("v=2&start=2027", {"pad_maat": "Reservering"}),
        ("v=2&start=2028", {}),
        ("v=2&reservering=36&groei=0.5&eind=2028&alternatief=50&afwijking=GM0262:40", {"eigen_schaal": False}),
        (VEEL, {}),
    ],
    "monitoring": [(BEGIN, {"_realisatie": {"stedendriehoek": TELT}})],
    "nederland": [
        ("v=2&regio=GM0106,GM0109&reservering=50", {}),
        (BEGIN, {"land_samen": ["GM0034"], "land_naam": "Almere alleen"}),
    ],
    "nodig": [(f"v=2&hefboom={naam}&hoogstens=25", {}) for naam in ("mix", "mutatiegraad", "mix&opgave=3000")],
    "presenteren": [(f"{BEGIN}&stap={stap}&antwoord=ja", {}) for stap in range(2, 8)],
    "solidariteit": [(GATEN, {}), (VEEL, {})],
    "spelregels": [(GATEN, {})],
    "vereffening": [(KAAL, {}), (GATEN, {})],
    "vergelijken": [(f"{BEGIN}&naast=v%3D2", {})],
    "wettelijk": [("v=2&jaar=2030", {})],
    DIAS: [
        (f"{BEGIN}&amendement={quote(AMENDEMENT, safe='')}", {"verteld": True}),
        (KAAL, {}),
        (GATEN, {}),
        (DICHT, {}),
    ],
    "onzekerheid": [("v=2&norm_dekking=80&norm_regulier=65", {})],
}
"""By page links in which it has a sentence that it has in none of these, with what is chosen beside the link."""
MAAND = "januari februari maart april mei juni juli augustus september oktober november december".replace(" ", "|")
LOS = re.compile(rf"{FEIT.pattern}|\b({MAAND})\b")
WOORDEN = re.compile(r"<(p|li|caption|h2|summary|th|td)\b[^>]*>(.*?)</\1>", re.DOTALL)


def schoon(zin: str) -> str:
    """A sentence without marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", zin)).split())


def _van_het_scherm(at: AppTest) -> Iterator[str]:
    html = " ".join(stuk.get("html", "") for stuk in stukken(at)) + " ".join(een.proto.body for een in at.get("html"))
    yield from (tekst for _, tekst in WOORDEN.findall(html))
    yield from re.findall(r'<div class="(?:label|eronder|legenda)[^>]*>(.*?)</div>', html, re.DOTALL)
    for begin, naar, tekst in re.findall(r'data-begin="([^"]+)"|<a\b[^>]*href="([^"]*)"[^>]*>(.*?)</a>', html):
        yield re.sub(r"\bc=\w+&amp;", "", f"{tekst or 'de rijen'}{NAAR}{begin or naar}")
    specs = " ".join(stuk["spec"]["tekst"] for stuk in stukken(at) if "spec" in stuk)
    yield from re.findall(r'"(?:title|description|text)": "([^"]+)"', specs)
    yield from (een.label for een in at if getattr(een, "label", ""))
    teksten = (een.value for soort in ("markdown", "caption") for een in at.get(soort))
    yield from (tekst for tekst in teksten if len(tekst) < DOCUMENT)


def _van_de_dias(vraag: str, verteld: bool = False) -> Iterator[str]:
    uitkomst, gezien = gerekend(vraag)
    stempel = Stempel.van(uitkomst, vraag, gezien, date(2026, 12, 1))
    delen = scenes(uitkomst.scenario, gezien, lees_regios()) if verteld else ()
    for dia in Presentation(BytesIO(maak("pptx", uitkomst, stempel, Wens(gezien.gemeente, scenes=delen)))).slides:
        for vorm in chain(dia.shapes, dia.notes_slide.shapes):
            yield vorm.text_frame.text if vorm.has_text_frame else vorm._element._nvXxPr.cNvPr.get("descr", "")
            rijen = vorm.table.rows if vorm.has_table else ()
            yield from (" | ".join(cel.text for cel in rij.cells) for rij in rijen)


def gezegd(waar: str) -> dict[str, str]:
    """What is said on a page, or on the slides: each sentence once, in its order, where it has words of its own, and by which links."""
    links = [*([(vraag, {}) for vraag in ALLES] if waar != "vragen" else []), (BEGIN, {}), *BIJZONDER.get(waar, ())]
    assert len(links) <= 10, "in the list a link is one digit"
    per_link = [list(_zinnen(waar, *een)) for een in links]
    vast = set(per_link[0]) & set(per_link[1]) if waar != "vragen" else {*per_link[0]}
    door: dict[str, str] = {}
    for nummer, zinnen in enumerate(per_link):
        for zin in dict.fromkeys(zinnen):
            heel = nummer > 1 or zin in vast
            een = zin if heel else _zonder_cijfers(zin)
            if len(een.split()) > 1 and (heel if NAAR in een else not re.search(r"http|\bv=", een)):
                door[een] = f"{door.get(een, '').rstrip(str(nummer))}{nummer}"
    return door


def _zonder_cijfers(zin: str) -> str:
    return " ".join(LOS.sub("#", zin).split())


def _zinnen(waar: str, vraag: str, sessie: Mapping[str, Any]) -> Iterator[str]:
    if waar == DIAS:
        schermen = iter([_van_de_dias(vraag, **sessie)])
    else:
        schermen = map(_van_het_scherm, per_deel(_uitgeklapt(waar, vraag, **sessie)))
    for tekst in chain.from_iterable(schermen):
        yield from (schoon(zin) for zin in re.split(r"\n|(?<=[\w)%]{2}\.) ", tekst))


def gelezen() -> dict[str, dict[str, str]]:
    """The list, by page."""
    delen = re.split(r"^== (.*)\n", LIJST.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    regels = ([regel.split(" ", 1) for regel in deel.split("\n")[:-1]] for deel in delen[1::2])
    return dict(zip(delen[::2], ({zin: door for door, zin in deel} for deel in regels), strict=True))


@pytest.mark.parametrize("waar", gelezen())
def test_every_sentence_that_was_read_is_still_said(waar):
    """A word or a unit that becomes another, on purpose or not, is named, with what is said instead: read it aloud, and `make gezegd`."""
    nu = gezegd(waar)
    weg = [zin for zin, door in gelezen()[waar].items() if {*door} - {*nu.get(zin, "")}]
    assert {zin: get_close_matches(zin, set(nu) - {zin}, 1) for zin in weg} == {}


def geschreven(door: str) -> str:
    """The links behind which a sentence stands in the list: those of every page, else those in which it stands alone."""
    return "".join(nummer for nummer in door if nummer in "012") or door


if __name__ == "__main__":
    for waar in (*map(pages.pad, pages.PAGINAS), DIAS):
        print(f"== {waar}", *(f"{geschreven(door)} {zin}" for zin, door in gezegd(waar).items()), sep="\n")

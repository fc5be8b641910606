"""Every sentence on a page or a slide that somebody read stands in ``gezegd.txt``, without its figures: is it still said?

What the figures must be other tests know; this one knows the words around them. A sentence that says something else on purpose
is read aloud, and ``make gezegd`` writes the file anew; one that is new comes in it then.
"""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import pages
from tests.app.test_cijfers import gerekend
from tests.app.test_paginas import stukken
from tests.app.test_wat_er_staat import VOL, WACHT, _uitgeklapt
from tests.app.zinnen import FEIT
from tests.gegevens.test_cijfers import dias

LIJST = Path(__file__).with_name("gezegd.txt")
DIAS = "de dia's"
VRAGEN = VOL, WACHT
MAAND = "januari februari maart april mei juni juli augustus september oktober november december".replace(" ", "|")
LOS = re.compile(rf"{FEIT.pattern}|\b({MAAND})\b")
WOORDEN = re.compile(r"<(p|li|caption|h2|summary|th|td)\b[^>]*>(.*?)</\1>", re.DOTALL)


def kaal(zin: str) -> str:
    """A sentence without marks, figures, names of gemeenten and months."""
    return " ".join(LOS.sub("#", unescape(re.sub(r"<[^>]+>", " ", zin))).split())


def _van_een_pagina(at: AppTest) -> Iterator[str]:
    html = " ".join(stuk.get("html", "") for stuk in stukken(at)) + " ".join(een.proto.body for een in at.get("html"))
    yield from (tekst for _, tekst in WOORDEN.findall(html))
    yield from re.findall(r'<div class="(?:label|eronder|legenda)[^>]*>(.*?)</div>', html, re.DOTALL)
    specs = " ".join(stuk["spec"]["tekst"] for stuk in stukken(at) if "spec" in stuk)
    yield from re.findall(r'"(?:title|description|text)": "([^"]+)"', specs)
    yield from (een.label for een in at if getattr(een, "label", ""))
    yield from (een.value for soort in ("markdown", "caption") for een in at.get(soort))


def gezegd(waar: str) -> list[str]:
    """What is said on a page, or on the slides: each sentence once, in its order, where it has words of its own."""
    if waar == DIAS:
        bladen = [
            blad for vraag in VRAGEN for dia in dias(gerekend(vraag)[0], "GM0262") for blad in (dia, dia.notes_slide)
        ]
        vormen = [vorm for blad in bladen for vorm in blad.shapes if vorm.has_text_frame]
        teksten = [zin for vorm in vormen for zin in re.split(r"\n|(?<=\.) ", vorm.text_frame.text)]
    else:
        vragen = ("v=2",) if waar == "vragen" else VRAGEN
        teksten = [zin for vraag in vragen for zin in _van_een_pagina(_uitgeklapt(waar, vraag))]
    zinnen = dict.fromkeys(map(kaal, teksten))
    return [zin for zin in zinnen if len(zin.split()) > 1 and not re.search(r"http|\?v=", zin)]


def gelezen() -> dict[str, list[str]]:
    """The list, by page."""
    delen = re.split(r"^== (.*)\n", LIJST.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    return {waar: tekst.split("\n")[:-1] for waar, tekst in zip(delen[::2], delen[1::2], strict=True)}


@pytest.mark.parametrize("waar", gelezen())
def test_every_sentence_that_was_read_is_still_said(waar):
    """A word or a unit that becomes another, on purpose or not, is named: read it aloud, and `make gezegd`."""
    nu = gezegd(waar)
    assert [zin for zin in gelezen()[waar] if zin not in nu] == []


if __name__ == "__main__":
    for waar in (*map(pages.pad, pages.PAGINAS), DIAS):
        print(f"== {waar}", *gezegd(waar), sep="\n")

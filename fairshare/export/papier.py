"""What the PDF files share: the pieces of a page, and the typesetting that makes a tagged PDF of them.

A page is a list of pieces (``papier.typ`` says how each looks). Their texts go along as data and are never read as markup.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import font_source_sans_pro
import typst

from fairshare import kleuren
from fairshare.export.beeld import los_svg
from fairshare.export.qr import qr_svg
from fairshare.export.stempel import Stempel
from fairshare.grafieken import Tekening

LINT, LICHT, RAND = kleuren.LINT.licht, kleuren.BALK.licht, kleuren.RAND.licht
ACCENT, BLAUW, INKT, STIL = kleuren.ACCENT, kleuren.CAPACITEIT.licht, kleuren.INKT.licht, kleuren.STIL.licht

SJABLOON = Path(__file__).with_name("papier.typ")

Stuk = dict[str, Any]
"""A piece of a page: its kind, and what stands in it."""

Kaart = tuple[str, str, str]
"""A figure, what it counts and its colour."""


def kop(tekst: str) -> Stuk:
    """Give the heading of a part."""
    return {"soort": "kop", "tekst": tekst}


def bladzijde() -> Stuk:
    """Begin a new page."""
    return {"soort": "bladzijde"}


def alinea(tekst: str) -> Stuk:
    """Give a quiet paragraph."""
    return {"soort": "alinea", "tekst": tekst}


def punten(zinnen: Iterable[str]) -> Stuk:
    """Give a list."""
    return {"soort": "punten", "zinnen": list(zinnen)}


def kaarten(*delen: Kaart) -> Stuk:
    """Give cards beside each other: a large figure and what it counts."""
    return {"soort": "kaarten", "kaarten": delen}


def beeld(naam: str, wat: str, hoog: float) -> Stuk:
    """Give a chart by its name, with what it shows for who does not see it, so high [mm]."""
    return {"soort": "beeld", "naam": naam, "wat": wat, "hoog": hoog}


def naast(breedten: Sequence[float], *delen: tuple[str, str | None, str, float]) -> Stuk:
    """Give charts beside each other on what is left of the page: heading, chart or None, what it shows, greatest height [mm]."""
    namen = ("kop", "naam", "wat", "hoogst")
    return {"soort": "naast", "breedten": breedten, "delen": [dict(zip(namen, deel, strict=True)) for deel in delen]}


def legenda(reeksen: Sequence[tuple[str, str]]) -> Stuk:
    """Name series, each after a line in its colour."""
    return {"soort": "legenda", "reeksen": reeksen}


def tabel(
    koppen: Sequence[str],
    rijen: Sequence[Sequence[str]],
    woorden: Sequence[int] = (),
    vet: str = "",
    som: Sequence[int] = (),
) -> Stuk:
    """Give a table; columns hold figures but the first and those of ``woorden``, and the rows called ``vet`` or at ``som`` are bold."""
    return {"soort": "tabel", "koppen": koppen, "rijen": rijen, "woorden": woorden, "vet": vet, "som": som}


def zet(
    titel: str,
    stempel: Stempel,
    delen: Iterable[Stuk],
    tekeningen: Mapping[str, tuple[Tekening, int]],
    liggend: bool = False,
) -> bytes:
    """Make the PDF: its title with the scenario, the pieces, and last where it comes from; every page names the scenario.

    Parameters
    ----------
    titel, stempel
        The heading, and the origin.
    delen
        The pieces, in their order.
    tekeningen
        The charts by the name that the pieces have for them, each with its width in points: the narrower, the larger its words.
    liggend
        Whether the pages lie on their side, for wide tables.
    """
    beelden = {naam: los_svg(tekening, breed) for naam, (tekening, breed) in tekeningen.items()}
    if stempel.adres:
        beelden["qr"] = qr_svg(stempel.link)
    gegevens = {
        "titel": f"{titel}: {stempel.regio}",
        "liggend": liggend,
        "kleuren": (INKT, STIL, LINT, LICHT, RAND),
        "voet": stempel.voet(),
        "delen": [_titel(titel, stempel), *delen, _herkomst(stempel)],
    }
    invoer = {"gegevens": json.dumps(gegevens), "beelden": json.dumps(beelden)}
    pdf = typst.compile(SJABLOON, format="pdf", font_paths=_letters(), sys_inputs=invoer, pdf_standards="ua-1")
    return bytes(pdf)


def _titel(titel: str, stempel: Stempel) -> Stuk:
    return {
        "soort": "titel",
        "tekst": titel,
        "eronder": f"{stempel.regio}: {stempel.titel}" if stempel.titel else stempel.regio,
        "kern": stempel.kern,
        "anders": stempel.anders,
        "link": stempel.link,
        "qr": bool(stempel.adres),
    }


def _herkomst(stempel: Stempel) -> Stuk:
    regels = [
        *stempel.motiveringen(),
        *stempel.let_op(),
        ("Aannames", stempel.aanname_regel),
        ("Link", stempel.link),
        ("Bronnen", "; ".join(stempel.bronnen)),
    ]
    return {"soort": "herkomst", "regels": regels}


@lru_cache(maxsize=1)
def _letters() -> Any:
    """Find the letters that come along; those of the machine differ from one to the next."""
    map_ = Path(font_source_sans_pro.font_directory)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[map_])

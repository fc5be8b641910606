"""The documents as a small site: what `docs/` and the code itself say, a page each, below ``/docs/``."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from html import escape
from mimetypes import guess_type
from pathlib import PurePosixPath
from typing import NamedTuple

from fairshare import PRODUCT
from fairshare.dienst.adressen import ADRESSEN, VERSIE
from fairshare.gegevens import BUITEN_DOCS, lees_bijlage, lees_documenten
from fairshare.lezingen.markdown import als_html

BEGIN, WEG = "", "-"
"""The first page, and that there is none."""
ADRESPAGINA = "adressen"
GROEPEN: Mapping[str, Mapping[str, str]] = {
    "Hoe het rekent": {
        "rekenregels": "elke vergelijking, in woorden en in symbolen",
        "parameters": "elke knop: wat mag, wat het betekent en waar het vandaan komt",
        "begrippen": "de woorden, steeds dezelfde voor hetzelfde",
        "rekenmodel-2": "wat er anders is dan in de eerste versie",
        "beloften": "wat de Verkenner belooft, en hoe dat wordt nagegaan",
    },
    "Zelf gebruiken": {
        ADRESPAGINA: "de cijfers voor andere programma's",
        "als-bibliotheek": "dezelfde rekenkern in Python",
        "regio-toevoegen": "uw eigen regio, stap voor stap",
        "installeren": "een eigen Verkenner, op een server of in een netwerk",
        "platformen": "op welke systemen en met welke versies van Python zij te installeren is",
    },
    "Hoe het is gemaakt": {
        "bijdragen": "recepten voor wie iets wil veranderen (Engels)",
        "toegankelijkheid": "wat is getest en wat nog tekortschiet",
        "metingen": "hoe snel het is, en hoe dat is gemeten",
        "mutaties": "welke fouten in het model een test zou missen (Engels)",
        "wijzigingen": "wat er per versie is veranderd (Engels)",
    },
}
"""The pages by what they are for, each with what is on it; those that an installation has not are left out."""

ENGELS = {"bijdragen", "mutaties", "wijzigingen"}


class Antwoord(NamedTuple):
    """What is answered, and how."""

    inhoud: bytes
    status: int = 200
    soort: str = "text/html; charset=utf-8"


def document(naam: str) -> Antwoord:
    """Answer what is below ``/docs/``: a page, "" for the first, or what lies beside the documents.

    Examples
    --------
    >>> [document(naam).status for naam in ("", "begrippen", "atlantis")], document("overzicht.png").soort
    ([200, 200, 404], 'image/png')
    """
    if naam == BEGIN or naam in bladen():
        return Antwoord(bladzijde(naam).encode())
    if naam and (inhoud := lees_bijlage(naam)):
        return Antwoord(inhoud, soort=guess_type(naam)[0] or "text/plain")
    return Antwoord(bladzijde(WEG).encode(), 404)


@lru_cache(maxsize=1)
def bladen() -> Mapping[str, str]:
    """Give the text of each page but the first, in the order of the site.

    Examples
    --------
    >>> list(bladen())[:2], bladen()["adressen"][:10]
    (['rekenregels', 'parameters'], '# Adressen')
    """
    teksten = {**lees_documenten(), ADRESPAGINA: _adressen()}
    return {naam: teksten[naam] for groep in GROEPEN.values() for naam in groep if naam in teksten}


def _adressen() -> str:
    """Write which addresses there are, from the addresses themselves."""
    rijen = [f"| [{VERSIE}/{naam}](..{VERSIE}/{naam}) | {wat} | {soort} |" for naam, (wat, soort) in ADRESSEN.items()]
    return "\n".join(
        [
            "# Adressen",
            "",
            "Een ander programma leest de cijfers van een scenario van een adres. Achter het vraagteken staat de link van dat scenario, met de "
            "[parameters](parameters.md) erin; wat een scherm weigert, weigert het adres ook (400), met per veld wat er mis is. Werkende "
            "voorbeelden voor Excel, Power BI, R en Python staan op [Voor andere programma's](../programmas).",
            "",
            "| Adres | Wat het geeft | Soort |",
            "|:--|:--|:--|",
            *rijen,
        ]
    )


def _adres(naar: str) -> str:
    """Say where a link of a document leads on the site: to a page, to what lies beside it, up into the app, or out."""
    pad, kruis, plek = naar.partition("#")
    kort = PurePosixPath(pad)
    if "://" in pad or pad.startswith("../") or not pad:
        return naar
    if kort.suffix == ".md":
        naam = BUITEN_DOCS.get(kort.name, kort.stem)
        is_er = naam in {*lees_documenten(), ADRESPAGINA} and kort.parent.name in ("", "docs")
        return f"{naam}{kruis}{plek}" if is_er else ""
    return kort.name if lees_bijlage(kort.name) else ""


@lru_cache(maxsize=32)
def bladzijde(naam: str) -> str:
    """Write a page: a document, the first page, or that there is none.

    Examples
    --------
    >>> "<title>Begrippen - Documentatie - Fair Share Verkenner</title>" in bladzijde("begrippen")
    True
    """
    taal = ' lang="en"' if naam in ENGELS else ""
    if naam == BEGIN:
        titel, inhoud = "", _begin()
    elif naam == WEG:
        titel, inhoud = (
            "Niet gevonden - ",
            '<h1>Deze bladzijde is er niet</h1>\n<p><a href="./">Alle documenten</a></p>',
        )
    else:
        titel, inhoud = f"{_titel(naam)} - ", als_html(bladen()[naam], _adres)
    return f"""<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(titel)}Documentatie - {PRODUCT}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="../kamer/kleuren.css">
<link rel="stylesheet" href="../documenten.css">
</head>
<body>
<a class="sla-over" href="#inhoud">Naar de inhoud</a>
<header><a href="../">{PRODUCT}</a> <span>Documentatie</span></header>
<nav aria-label="Documenten">{_navigatie(naam)}</nav>
<main id="inhoud" tabindex="-1"{taal}>
{inhoud}
</main>
</body>
</html>
"""


def _titel(naam: str) -> str:
    return bladen()[naam].partition("\n")[0].removeprefix("# ")


def _navigatie(hier: str) -> str:
    """List the pages with the one that is open marked."""
    return _per_groep(
        lambda naam, _: (
            f'<a href="{naam}"{" aria-current=page" * (naam == hier)}{" lang=en" * (naam in ENGELS)}>{escape(_titel(naam))}</a>'
        )
    )


def _begin() -> str:
    """Write the first page: what there is to read."""
    return f"""<h1>Documentatie</h1>
<p>Hoe de {PRODUCT} rekent, hoe u haar gebruikt en hoe zij is gemaakt. <a href="../">Naar de Verkenner zelf</a>.</p>
{_per_groep(lambda naam, wat: f'<a href="{naam}">{escape(_titel(naam))}</a>: {escape(wat)}')}"""


def _per_groep(regel: Callable[[str, str], str]) -> str:
    """List the pages that there are by what they are for; ``regel`` writes one, from its name and what is on it."""
    groepen = {
        groep: [regel(naam, wat) for naam, wat in namen.items() if naam in bladen()] for groep, namen in GROEPEN.items()
    }
    return "\n".join(
        f"<h2>{groep}</h2><ul><li>{'</li><li>'.join(regels)}</li></ul>" for groep, regels in groepen.items()
    )

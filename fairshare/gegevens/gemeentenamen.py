"""The gemeenten of the Netherlands: their codes, the other ways to write them, and what became of the old ones."""

import unicodedata
from collections.abc import Sequence
from difflib import get_close_matches
from functools import lru_cache

from fairshare.gegevens.bestanden import MAP, lees_rijen

LEGE_TEKENS = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))


def schoon(tekst: str) -> str:
    r"""Take out what cannot be seen or turns a line around, and write each letter in one way.

    Examples
    --------
    >>> schoon("Su\u0301dwest-\u202e\x07Frysla\u0302n ")
    'Súdwest-Fryslân'
    """
    heel = unicodedata.normalize("NFKC", tekst)
    return " ".join("".join(teken for teken in heel if teken.isprintable() or teken.isspace()).split())


def onveranderd(tekst: str) -> str:
    """Take out only the white space of a figure, because NFKC would make 34289¹ (a footnote) ten times as much.

    Examples
    --------
    >>> onveranderd(" 15\u00a0114 "), onveranderd("34289¹")
    ('15 114', '34289¹')
    """
    return " ".join(tekst.translate(LEGE_TEKENS).split())


def sleutel(tekst: str) -> str:
    """Give what stays of a name or a heading once case, accents and signs are gone.

    Examples
    --------
    >>> sleutel("Súdwest-Fryslân"), sleutel("'s-Gravenhage")
    ('sudwestfryslan', 'sgravenhage')
    """
    plat = unicodedata.normalize("NFKD", schoon(tekst).casefold())
    return "".join(teken for teken in plat if teken.isascii() and teken.isalnum())


@lru_cache(maxsize=1)
def _lijst() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Read the list once: the name of each code, the code of each name, and what became of an old name."""
    rijen = lees_rijen(MAP / "gemeentenamen.csv")
    namen = {rij["code"]: rij["naam"] for rij in rijen if rij["soort"] == "nu"}
    codes = {sleutel(rij["naam"]): rij["code"] for rij in rijen if rij["soort"] != "oud"}
    oud = {sleutel(rij["naam"]): rij["toelichting"] for rij in rijen if rij["soort"] == "oud"}
    return namen, codes, oud


def alle_codes() -> Sequence[str]:
    """Give the codes of all gemeenten.

    Examples
    --------
    >>> len(alle_codes())
    342
    """
    return tuple(_lijst()[0])


def naam_van(code: str) -> str | None:
    """Give the name that goes with a code.

    Examples
    --------
    >>> naam_van("GM0262"), naam_van("GM9999")
    ('Lochem', None)
    """
    return _lijst()[0].get(code)


def code_van(naam: str) -> str | None:
    """Give the code that goes with a name, however it is written.

    Examples
    --------
    >>> code_van("den haag"), code_van("Utrech")
    ('GM0518', None)
    """
    return _lijst()[1].get(sleutel(naam))


def advies(naam: str) -> str:
    """Say what to do with a name that is no gemeente.

    Examples
    --------
    >>> advies("Utrech")
    'deze gemeente bestaat niet; bedoelt u Utrecht (GM0344)?'
    >>> advies("Uden")
    'deze gemeente is sinds 2022 deel van Maashorst; tel haar cijfers daarbij op en haal deze rij weg'
    """
    namen, codes, oud = _lijst()
    if sleutel(naam) in oud:
        return f"deze gemeente is {oud[sleutel(naam)]}; tel haar cijfers daarbij op en haal deze rij weg"
    hersteld = _dubbel_gecodeerd(naam)
    if hersteld:
        return f"de tekens zijn twee keer omgezet; bedoelt u {hersteld}?"
    vreemd = [teken for teken in naam if teken.isalpha() and "LATIN" not in unicodedata.name(teken, "")]
    if vreemd:
        return f"'{vreemd[0]}' op plaats {naam.index(vreemd[0]) + 1} lijkt een gewone letter maar is het niet; typ de naam opnieuw"
    dichtbij = get_close_matches(sleutel(naam), codes, n=1, cutoff=0.8)
    if dichtbij:
        code = codes[dichtbij[0]]
        return f"deze gemeente bestaat niet; bedoelt u {namen[code]} ({code})?"
    return "deze gemeente bestaat niet; gebruik de naam of de code van het CBS"


def _dubbel_gecodeerd(naam: str) -> str | None:
    """Turn ``SÃºdwest`` back into ``Súdwest``, where that gives a gemeente."""
    try:
        code = code_van(naam.encode("cp1252").decode("utf-8"))
    except UnicodeError:
        return None
    return naam_van(code) if code and not naam.isascii() else None

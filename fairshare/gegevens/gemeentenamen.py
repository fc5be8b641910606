"""The gemeenten of the Netherlands: their codes, the other ways to write them, and what became of the old ones."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache

from fairshare.gegevens.bestanden import MAP, lees_rijen
from fairshare.gegevens.schema import Regio
from fairshare.opmaak import opsomming

_GEMEENTE = re.compile(r"\s*\(gemeente\)$|^gemeente\s+", re.IGNORECASE)
"""What StatLine writes behind a gemeente that is called as its provincie, and offices before its name."""

OPTELLEN = "tel haar cijfers daarbij op en haal deze rij weg"

_GENOEG = 0.8
"""How much of two names must be the same before one is taken for the other with a fault in typing."""

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


@dataclass(frozen=True)
class _Lijst:
    """The name of each code, the code of each name, and of what is no gemeente any more its name by code and what became of it."""

    namen: Mapping[str, str]
    codes: Mapping[str, str]
    oude_namen: Mapping[str, str]
    opvolging: Mapping[str, str]


@lru_cache(maxsize=1)
def _lijst() -> _Lijst:
    """Read the list once."""
    rijen = lees_rijen(MAP / "gemeentenamen.csv")
    oud = [rij for rij in rijen if rij["soort"] == "oud"]
    return _Lijst(
        {rij["code"]: rij["naam"] for rij in rijen if rij["soort"] == "nu"},
        {sleutel(rij["naam"]): rij["code"] for rij in rijen if rij["soort"] != "oud"},
        {rij["code"]: rij["naam"] for rij in oud},
        {sleutel(rij["naam"]): rij["toelichting"] for rij in oud},
    )


def alle_codes() -> Sequence[str]:
    """Give the codes of all gemeenten.

    Examples
    --------
    >>> len(alle_codes())
    342
    """
    return tuple(_lijst().namen)


def naam_van(code: str) -> str | None:
    """Give the name that goes with a code.

    Examples
    --------
    >>> naam_van("GM0262"), naam_van("GM9999")
    ('Lochem', None)
    """
    return _lijst().namen.get(code)


def niet_van(regio: Regio, codes: Sequence[str]) -> str:
    """Say of gemeenten by their names that they are no part of a region, and which are.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> niet_van(lees_regio("stedendriehoek"), ["GM0363"])[:58]
    'Amsterdam hoort niet bij Regio Stedendriehoek; kies uit Ap'
    """
    wie = [naam_van(code) or code for code in dict.fromkeys(codes)]
    hoort = "hoort" if len(wie) == 1 else "horen"
    return f"{opsomming(wie)} {hoort} niet bij {regio.register.naam}; kies uit {regio.genoemd()}"


def code_van(naam: str) -> str | None:
    """Give the code that goes with a name, however it is written.

    Examples
    --------
    >>> code_van("den haag"), code_van("Utrecht (gemeente)"), code_van("Utrech")
    ('GM0518', 'GM0344', None)
    """
    codes = _lijst().codes
    return codes.get(sleutel(naam)) or codes.get(sleutel(_GEMEENTE.sub("", naam)))


def naamgenoten(naam: str, provincie: str = "") -> tuple[str, ...]:
    """Give the codes of the gemeenten that this name can mean; the provincie settles it.

    Examples
    --------
    >>> naamgenoten("Bergen"), naamgenoten("Bergen", "Noord-Holland"), naamgenoten("Lochem")
    (('GM0373', 'GM0893'), ('GM0373',), ())
    """
    namen = {code: re.fullmatch(r"(.+) \(([A-Z]+)\.\)", heel) for code, heel in _lijst().namen.items()}
    gelijk = {code: deel[2] for code, deel in namen.items() if deel and sleutel(deel[1]) == sleutel(naam)}
    initialen = "".join(woord[:1] for woord in re.split(r"[\s-]+", provincie.strip())).upper()
    return tuple(code for code, letters in gelijk.items() if letters == initialen) or tuple(gelijk)


def opgeheven(naam: str, code: str = "") -> str:
    """Say what became of a gemeente that is no more, "" when it is none.

    Examples
    --------
    >>> opgeheven("Brielle")
    'Brielle (GM0501) is sinds 2023 deel van Voorne aan Zee (GM1992)'
    >>> opgeheven("", "GM0003"), opgeheven("Lochem")
    ('Appingedam (GM0003) is sinds 2021 deel van Eemsdelta (GM1979)', '')
    """
    lijst = _lijst()
    bij_naam = {sleutel(oud): (oud, nummer) for nummer, oud in lijst.oude_namen.items()}
    wie, nummer = bij_naam.get(sleutel(naam)) or (lijst.oude_namen.get(code, ""), code)
    if not wie:
        return ""
    sinds, _, nu = lijst.opvolging[sleutel(wie)].partition(" deel van ")
    opvolger = code_van(nu)
    return f"{wie} ({nummer}) is {sinds} deel van {nu}{f' ({opvolger})' if opvolger else ''}"


def lijkt_op(naam: str, andere: str) -> bool:
    """Whether a name is another one with a fault in typing.

    Examples
    --------
    >>> lijkt_op("Brumen", "Brummen"), lijkt_op("Regio Oost", "Brummen")
    (True, False)
    """
    return bool(get_close_matches(sleutel(naam), [sleutel(andere)], cutoff=_GENOEG))


def advies(naam: str) -> str:
    """Say what to do with a name that is no gemeente.

    Examples
    --------
    >>> advies("Utrech")
    'deze gemeente bestaat niet; bedoelt u Utrecht (GM0344)?'
    >>> advies("Uden")
    'Uden (GM0856) is sinds 2022 deel van Maashorst (GM1991); tel haar cijfers daarbij op en haal deze rij weg'
    >>> advies("Bergen")
    'dit kan Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) zijn; schrijf de code of de hele naam, of zet de provincie erbij'
    """
    namen, codes = _lijst().namen, _lijst().codes
    opgegaan = opgeheven(naam)
    if opgegaan:
        return f"{opgegaan}; {OPTELLEN}"
    genoten = naamgenoten(naam)
    if genoten:
        wie = " of ".join(f"{namen[code]} ({code})" for code in genoten)
        return f"dit kan {wie} zijn; schrijf de code of de hele naam, of zet de provincie erbij"
    hersteld = _dubbel_gecodeerd(naam)
    if hersteld:
        return f"de tekens zijn twee keer omgezet; bedoelt u {hersteld}?"
    vreemd = [teken for teken in naam if teken.isalpha() and "LATIN" not in unicodedata.name(teken, "")]
    if vreemd:
        return f"'{vreemd[0]}' op plaats {naam.index(vreemd[0]) + 1} lijkt een gewone letter maar is het niet; typ de naam opnieuw"
    dichtbij = get_close_matches(sleutel(naam), codes, n=1, cutoff=_GENOEG)
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

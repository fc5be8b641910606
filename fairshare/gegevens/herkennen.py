"""Which column a heading stands for: by a list of synonyms, with tolerance for typing, or as the user said."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.gemeentenamen import schoon, sleutel
from fairshare.gegevens.getallen import PER_HONDERD
from fairshare.gegevens.kolommen import ALGEMEEN, KOLOMMEN, PERIODE, PERSOONLIJK, VRIJ

NIET = "niet gebruiken"
"""What stands in a key of headings for a column that has no use here."""

_VRIJ = re.compile(rf"({'|'.join(VRIJ)})\s*[:=]?\s+(.+)|({'|'.join(VRIJ)}):(.+)", re.IGNORECASE)
_BEKEND = {sleutel(kop): naam for naam, kolom in KOLOMMEN.items() for kop in (naam, kolom.kop, *kolom.ook)}
_EENHEID = re.compile(r"\s*\((aantal|code|naam|personen|huishoudens|woningen|n|#)\)\s*$|_[0-9]{1,3}$", re.IGNORECASE)
_JAAR = re.compile(r"(per|op)?(1jan(uari)?|11)?(20[0-9]{2})$")
_VOORVOEGSEL = re.compile(r"^(aantal|totaal|totale)(?=.{4})")
DUIZENDEN = re.compile(r"\(?\b(x\s*)?1[ .]?000\b|\bduizend(tallen)?\b", re.IGNORECASE)
"""A heading of figures in thousands."""

_GENOEG, _MINST = 0.87, 6
"""How much of a heading must be the same, and of how many letters, before the rest is a fault in typing."""

SLEUTELBESTAND = ("Kop in het bestand", "Kolom van de Verkenner")
"""The headings of a key: a small file in which someone keeps which heading is which column."""


@dataclass(frozen=True)
class Keuze:
    """What the user said about a file: which heading is which column (:data:`NIET` for none), and which period counts."""

    koppen: Mapping[str, str] = field(default_factory=dict)
    periode: str = ""

    def met(self, koppen: Mapping[str, str]) -> "Keuze":
        """Give the same choice with more headings."""
        return Keuze({**self.koppen, **koppen}, self.periode)


def kolom_van_regio(kop: str) -> str | None:
    """Give the name in the model that a heading stands for; a year, a unit, or a fault in typing does not matter, a share does.

    Examples
    --------
    >>> kolom_van_regio("Inwoners 1-1-2025"), kolom_van_regio("Bezit: A"), kolom_van_regio("Leuk")
    ('inwoners_2024', 'bezit:A', None)
    >>> kolom_van_regio("Bevolking/Totale bevolking (aantal)"), kolom_van_regio("Inwnoers"), kolom_van_regio("Inwoners 65+")
    ('inwoners_2024', 'inwoners_2024', None)
    >>> kolom_van_regio("Sociale huur"), kolom_van_regio("Sociale huur (%)")
    ('corporatiewoningen_2024', None)
    """
    los = _VRIJ.fullmatch(schoon(kop))
    if los:
        soort, vrij = (los[1], los[2]) if los[1] else (los[3], los[4])
        naam = f"{soort.lower()}:{vrij.strip()}"
    else:
        naam = precies(kop) or _getypt(kop) or ""
    deel = PER_HONDERD.search(kop) and (naam not in KOLOMMEN or KOLOMMEN[naam].soort == "aantal")
    return None if deel else naam or None


def precies(kop: str) -> str | None:
    """Give the column of a heading that is spelled as the list does.

    Examples
    --------
    >>> precies("Aantal mutaties 2024"), precies("Mutatis")
    ('mutaties_liberalisatiegrens', None)
    """
    return next((_BEKEND[vorm] for vorm in _vormen(kop) if vorm in _BEKEND), None)


def _vormen(kop: str) -> Iterator[str]:
    """Give the ways to look a heading up: the whole path of StatLine, then less of it; with and without year and unit."""
    delen = re.split(r"\s*[/|]\s*", _EENHEID.sub("", DUIZENDEN.sub("", schoon(kop))))
    for eerste in range(len(delen)):
        kort = sleutel("".join(delen[eerste:]))
        if eerste and eerste == len(delen) - 1 and kort in ALGEMEEN:
            return  # what stands above it says of which part: all homes, or those that are let
        zonder = _JAAR.sub("", kort)
        yield from (kort, zonder, _VOORVOEGSEL.sub("", zonder), zonder.removesuffix("totaal"))


def _getypt(kop: str) -> str | None:
    """Give the column of a heading with a fault in typing; other figures in it are another column."""
    if len(re.split(r"[/|]", kop)) > 1:
        return None
    gevonden = (_dichtbij(kort) for kort in list(_vormen(kop))[:2] if len(kort) >= _MINST)
    return next(filter(None, gevonden), None)


def _dichtbij(kort: str) -> str | None:
    for bekend in get_close_matches(kort, _BEKEND, cutoff=_GENOEG):
        if re.findall("[0-9]", bekend) == re.findall("[0-9]", kort):
            return _BEKEND[bekend]
    return None


def jaar_van(kop: str) -> str:
    """Give the year behind a heading, "" when there is none.

    Examples
    --------
    >>> jaar_van("Mutaties 2023"), jaar_van("Mutaties")
    ('2023', '')
    """
    gevonden = _JAAR.search(sleutel(kop))
    return gevonden[4] if gevonden else ""


def is_periode(kop: str) -> bool:
    """Whether a column says of which period a row is.

    Examples
    --------
    >>> is_periode("Perioden"), is_periode("Gemeente")
    (True, False)
    """
    return sleutel(kop) in PERIODE


def getypt(kop: str) -> str:
    """Give by what a choice knows a heading: as it is written, for "Tal" and "Tal (%)" are two columns, but for capitals.

    Examples
    --------
    >>> getypt(" Tal (%)"), getypt("Tal")
    ('tal (%)', 'tal')
    """
    return schoon(kop).casefold()


def gekozen(kop: str, keuze: Keuze, anders: str | None) -> str | None:
    """Give the column that the user says a heading is, else what it was taken for."""
    naam = keuze.koppen.get(getypt(kop), anders)
    if naam in VRIJ:
        return f"{naam}:{schoon(kop)}"
    return None if naam == NIET else naam


def persoonlijk(kop: str, cellen: Sequence[str]) -> bool:
    """Whether a column that has no use here is about persons, by its heading or by what stands in it.

    Examples
    --------
    >>> persoonlijk("Naam client", []), persoonlijk("Kenmerk", ["123456782"]), persoonlijk("Leegstand", ["12"])
    (True, True, False)
    """
    woorden = {sleutel(kop), *(sleutel(woord) for woord in re.split(r"[^\w]+|_", schoon(kop)))}
    gevuld = [schoon(cel) for cel in cellen if cel.strip()]
    return bool(woorden & set(PERSOONLIJK)) or (bool(gevuld) and all(map(_van_een_persoon, gevuld)))


def _van_een_persoon(cel: str) -> bool:
    """Whether a cell holds a burgerservicenummer, an address or an e-mail address.

    Examples
    --------
    >>> _van_een_persoon("123456782"), _van_een_persoon("123456789"), _van_een_persoon("7241 CR 12")
    (True, False, True)
    """
    if re.fullmatch(r"[0-9]{9}", cel):
        return sum(int(cijfer) * maal for cijfer, maal in zip(cel, (9, 8, 7, 6, 5, 4, 3, 2, -1), strict=True)) % 11 == 0
    return bool(re.fullmatch(r"[1-9][0-9]{3} ?[A-Z]{2}( .*)?|\S+@\S+\.\S+", cel))


def opties() -> dict[str, str]:
    """Give what a column can be, by its name in the model, with its heading.

    Examples
    --------
    >>> opties()["naam"], opties()["bezit"]
    ('Gemeente', 'Bezit van de corporatie die zo heet')
    """
    vast = {naam: kolom.kop for naam, kolom in KOLOMMEN.items()}
    return {**vast, "bezit": "Bezit van de corporatie die zo heet", "groep": "Lokale groep die zo heet"}


def als_sleutel(keuze: Keuze, namen: Mapping[str, str] | None = None) -> bytes:
    """Write a choice as the small file that :func:`sleutel_uit` reads, with the names of what a column can be.

    Examples
    --------
    >>> als_sleutel(Keuze({"tal": "inwoners_2024"})).decode("utf-8-sig").splitlines()[1]
    'tal;Inwoners'
    """
    namen = namen or opties()
    bekend = {**namen, NIET: NIET}
    regels = [(kop, bekend[kolom]) for kop, kolom in keuze.koppen.items() if kolom in bekend]
    periode = [("periode", keuze.periode)] if keuze.periode else []
    uit = io.StringIO()
    csv.writer(uit, delimiter=";", lineterminator="\n").writerows([SLEUTELBESTAND, *regels, *periode])
    return uit.getvalue().encode("utf-8-sig")


def is_sleutel(bladen: Mapping[str, Sequence[Sequence[str]]]) -> bool:
    """Whether a file is such a small file, and no table of gemeenten."""
    return any(rijen and tuple(rijen[0][:2]) == SLEUTELBESTAND for rijen in bladen.values())


def sleutel_uit(bladen: Mapping[str, Sequence[Sequence[str]]], namen: Mapping[str, str] | None = None) -> Keuze:
    """Read which heading is which column, of those that it can be.

    Raises
    ------
    GegevensFout
        Where a column is named that there is not.

    Examples
    --------
    >>> sleutel_uit({"": [list(SLEUTELBESTAND), ["Tal", "Inwoners"]]}).koppen
    {'tal': 'inwoners_2024'}
    """
    kan = namen or opties()
    bekend = {sleutel(kop): naam for naam, kop in kan.items()} | {sleutel(NIET): NIET}
    blad = next(rijen for rijen in bladen.values() if is_sleutel({"": rijen}))
    rijen = [(nummer, kop, wat) for nummer, (kop, wat, *_) in enumerate(((*rij, "", "") for rij in blad[1:]), 2) if kop]
    periode = next((kolom for _, kop, kolom in rijen if kop == "periode"), "")
    koppen = {getypt(kop): (nummer, kolom) for nummer, kop, kolom in rijen if kop != "periode"}
    fouten = [
        Fout(f"rij {nummer} van de sleutel", kolom, f"kies een kolom, zoals {', '.join(dichtbij)}, of '{NIET}'")
        for nummer, kolom in koppen.values()
        if sleutel(kolom) not in bekend and (dichtbij := get_close_matches(kolom, list(kan.values()), 3, 0.0))
    ]
    if fouten:
        raise GegevensFout(fouten)
    return Keuze({kop: bekend[sleutel(kolom)] for kop, (_, kolom) in koppen.items()}, periode)

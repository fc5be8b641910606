"""Figures as Dutch offices write them: each becomes plain digits, "" where it is unknown, or a fault that says what to do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from fairshare.gegevens.lezer import BEREKEND_NIET, DATUM, SAMEN

MEESTE = 20_000_000
"""No figure of a gemeente is higher."""

ONBEKEND = {"", "-", "–", "x", ".", "?", "nb", "n.b.", "n.b", "onbekend", "nvt", "n.v.t.", "#n/b", "#n/a"}
"""How offices write that a figure is not known."""

DUIZENDTALLEN = re.compile(r"[1-9][0-9]{0,2}([. '])[0-9]{3}(?:\1[0-9]{3})*(?:,0+)?|[0-9]{1,9},0+")
"""Thousands as Dutch offices write them, with one sign; 0.123 is a fraction and no thousands."""

GEHEEL = re.compile(rf"{DUIZENDTALLEN.pattern}|[0-9]{{1,9}}")
"""A whole number of at least 0; browsers and engine read it with the same expression."""

_PROGRAMMA = re.compile(r"[0-9]{1,9}\.0{1,2}|[0-9]{4,9}\.0+")
"""A whole number as a program writes one with decimals; 150.000 is written by people."""

_ENGELS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_TWEE_LEZINGEN = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")
_MET_DUIZENDTALLEN = re.compile(r"[1-9][0-9]{0,2}([. '])[0-9]{3}(?:\1[0-9]{3})*(?:,[0-9]{1,9})?")
_BREUK = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")
PER_HONDERD = re.compile(r"%|procent|percentage", re.IGNORECASE)
"""A heading of shares."""

_PROCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,17}))? ?(%?)")


@dataclass(frozen=True)
class Onjuist:
    """A cell that is no figure, and what to do about it."""

    advies: str


@dataclass(frozen=True)
class Tweeduidig(Onjuist):
    """A cell that may mean two figures: it is asked which."""

    lezingen: tuple[str, ...] = ()
    """Both, as they would be read; none where one is no figure of its kind."""


def _vreemd(cel: str) -> Onjuist | None:
    """Name what can be no figure at all."""
    if cel == BEREKEND_NIET:
        return Onjuist(
            "deze cel bevat een formule zonder uitkomst; open het bestand in Excel, sla het op en kies het opnieuw"
        )
    if cel.startswith(SAMEN):
        return Onjuist(
            f"{cel.split(' ')[1]} is samengevoegd tot een cel; splits hem en geef elke gemeente haar eigen cijfer"
        )
    if cel.startswith(DATUM):
        return Onjuist("dit is een datum of tijd; maak de cel op als getal en typ het cijfer opnieuw")
    return None


def aantal(cel: str) -> str | Onjuist:
    """Read a whole number as a Dutch office writes it; "" is unknown.

    Examples
    --------
    >>> aantal("15.114"), aantal("n.b."), aantal("veel").advies[:22]
    ('15114', '', 'schrijf een heel getal')
    """
    if cel.casefold() in ONBEKEND:
        return ""
    vreemd = _vreemd(cel)
    if vreemd:
        return vreemd
    if _ENGELS.fullmatch(cel):
        return Tweeduidig(
            "dit kan twee dingen betekenen; schrijf duizendtallen met een punt of zonder teken, zoals 15114"
        )
    kaal = cel.replace("\u2212", "-")
    if re.fullmatch(r"-[0-9., ]+|[0-9., ]+-", kaal):
        return Onjuist("een aantal is nooit minder dan 0; laat de cel leeg als het onbekend is")
    if not GEHEEL.fullmatch(kaal):
        return Onjuist("schrijf een heel getal, zoals 15.114 of 15114; laat leeg als het onbekend is")
    kaal = re.sub(r"[. ']", "", kaal.partition(",")[0])
    if int(kaal) > MEESTE:
        return Onjuist("dit is meer dan een gemeente kan hebben (20.000.000); controleer de eenheid")
    return str(int(kaal))


def aantallen(cellen: Sequence[str]) -> list[str | Onjuist]:
    """Read a column of whole numbers; where a program wrote it, with a point and zeros behind, no point parts thousands.

    Examples
    --------
    >>> aantallen(["11160.0", "150.00"]), aantallen(["1.184", "150"])
    (['11160', '150'], ['1184', '150'])
    >>> aantallen(["34289.0", "1.184"])[1].advies[:28]
    'dit kan 1184 of 1,184 zijn; '
    """
    if not any(_PROGRAMMA.fullmatch(cel) for cel in cellen):
        return [aantal(cel) for cel in cellen]
    return [_van_programma(cel) for cel in cellen]


def _van_programma(cel: str) -> str | Onjuist:
    if _TWEE_LEZINGEN.fullmatch(cel):
        return _twee_lezingen(cel)
    return aantal(re.sub(r"\.0+$", "", cel))


def _twee_lezingen(cel: str) -> Tweeduidig:
    heel, achter = re.split(r"[.,]", cel)
    return Tweeduidig(
        f"dit kan {heel}{achter} of {heel},{achter} zijn; schrijf {heel}{achter}, of een cijfer meer of minder achter de komma",
        (f"{heel}{achter}", f"{heel}.{achter}"),
    )


def breuk(cel: str) -> str | Onjuist:
    """Read a number that may have decimals as someone in the Netherlands writes it; "" is unknown.

    A sign before three last digits may part thousands or decimals: then it is asked, but for 0,125.

    Examples
    --------
    >>> breuk("33,5"), breuk("33.5"), breuk("1.285,5"), breuk("\u22120,5"), breuk("n.b.")
    ('33.5', '33.5', '1285.5', '-0.5', '')
    >>> breuk("1.285").advies
    'dit kan 1285 of 1,285 zijn; schrijf 1285, of een cijfer meer of minder achter de komma'
    """
    if cel.casefold() in ONBEKEND:
        return ""
    teken, kaal = _teken(cel)
    if _TWEE_LEZINGEN.fullmatch(kaal):
        return _twee_lezingen(kaal)
    if _MET_DUIZENDTALLEN.fullmatch(kaal):
        kaal = re.sub(r"[. ']", "", kaal)
    if not _BREUK.fullmatch(kaal):
        return Onjuist("schrijf een getal, zoals 33,5")
    return _plat(Decimal(teken + kaal.replace(",", ".")))


def _teken(cel: str) -> tuple[str, str]:
    """Part the sign from a number, however it is written."""
    kaal = re.sub("^[\u2212\u2013]", "-", cel)
    return ("-", kaal[1:].lstrip()) if kaal.startswith("-") else ("", kaal.removeprefix("+"))


def procenten(cellen: Sequence[str], kop: str = "") -> list[str | Onjuist]:
    """Read a column of percentages: all as shares (0,30) when none is above 1 and none has a sign, else all as percent.

    Where the heading says percent and no figure is above 1, or each is 1, either reading may be meant: then it is asked.

    Examples
    --------
    >>> procenten(["0,30", "0,255"]), procenten(["30%", "25,5"])
    (['30', '25.5'], ['30', '25.5'])
    >>> procenten(["0,9"], "Mutatiegraad (%)")[0].advies[:40]
    'dit kan 0,9% of 90% zijn; schrijf een % '
    """
    gevonden = [_PROCENT.fullmatch(cel) for cel in cellen]
    waarden = [Decimal(f"{een[1]}.{een[2] or 0}") for een in gevonden if een]
    tekens = any(een[3] for een in gevonden if een)
    aandelen = bool(waarden) and not tekens and max(waarden) <= 1
    if aandelen and any(waarden) and (PER_HONDERD.search(kop) or set(waarden) <= {0, 1}):
        return [_twee_dingen(cel, een) for cel, een in zip(cellen, gevonden, strict=True)]
    return [
        _procent(cel, een, 100 if aandelen else 1, bool(waarden) and max(waarden) > 1)
        for cel, een in zip(cellen, gevonden, strict=True)
    ]


def _twee_dingen(cel: str, gevonden: re.Match[str] | None) -> str | Onjuist:
    """Ask what a figure of at most 1 means; 0 is 0 in both readings."""
    gelezen = _procent(cel, gevonden, 1, False)
    if isinstance(gelezen, Onjuist) or gelezen in ("", "0"):
        return gelezen
    hoog = _plat(100 * Decimal(gelezen))
    return Tweeduidig(f"dit kan {cel}% of {hoog}% zijn; schrijf een % achter het cijfer")


def _procent(cel: str, gevonden: re.Match[str] | None, maal: int, procenten: bool) -> str | Onjuist:
    if cel.casefold() in ONBEKEND:
        return ""
    vreemd = _vreemd(cel)
    if vreemd:
        return vreemd
    if not gevonden:
        return Onjuist("schrijf een percentage, zoals 30 of 30% of 0,30; laat leeg als het onbekend is")
    waarde = Decimal(f"{gevonden[1]}.{gevonden[2] or 0}")
    if procenten and not gevonden[3] and 0 < waarde < 1:
        return Onjuist(
            f"de andere cijfers in deze kolom zijn hele procenten; bedoelt u {_plat(100 * waarde)}%? Schrijf een % erachter"
        )
    if waarde * maal > 100:
        return Onjuist("een percentage is hoogstens 100")
    return _plat(waarde * maal)


def _plat(waarde: Decimal) -> str:
    tekst = f"{waarde:f}"
    return tekst.rstrip("0").rstrip(".") if "." in tekst else tekst

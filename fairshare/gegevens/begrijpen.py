"""Understand a table as Dutch offices make them: find its heading, its gemeenten and its figures; say how each was read.

Nothing is half taken: either every cell is understood, or every fault comes at once with its row, column and remedy.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.gemeentenamen import code_van, naam_van, onveranderd, schoon, sleutel
from fairshare.gegevens.gemeenterij import code_uit, is_ander_gebied, is_opgeheven, is_totaal, vind_gemeente
from fairshare.gegevens.getallen import DUIZENDTALLEN, ONBEKEND, Onjuist, aantal, aantallen, breuk, procenten
from fairshare.gegevens.herkennen import (
    DUIZENDEN,
    Keuze,
    gekozen,
    getypt,
    is_periode,
    jaar_van,
    kolom_van_regio,
    persoonlijk,
    precies,
)
from fairshare.gegevens.kolommen import KOLOMMEN, OPGAVE_VAN_REGIO
from fairshare.gegevens.lezer import BEREKEND_NIET, DATUM, SAMEN
from fairshare.gegevens.perioden import Rij, van_een_periode

ZOEK_KOP = 20
"""The heading stands in one of this many first rows."""

MEESTE_RIJEN, MEESTE_FOUTEN, LANGSTE_ZIN = 500, 100, 2_000
"""There are fewer gemeenten than these rows; a screen shows this many faults, and sentences of this many characters."""

_VOETNOOT = re.compile(r"(bron|bronnen|peildatum|noot|noten|toelichting|let op)\b|\*|©", re.IGNORECASE)
_MERK = re.compile(rf"{SAMEN}\S+ ")

Bladen = Mapping[str, Sequence[Sequence[str]]]
Herken = Callable[[str], str | None]


CORPORATIE, BEZIT = "corporatie", "corporatiewoningen_2024"
"""The column that says whose the homes of a row are, and the column of those homes."""


@dataclass
class Begrepen:
    """A table as it was understood: rows by the names of the model, where each came from, and how it was read."""

    rijen: list[dict[str, str]] = field(default_factory=list)
    nummers: list[int] = field(default_factory=list)
    koppen: dict[str, str] = field(default_factory=dict)
    hoe: list[str] = field(default_factory=list)
    ongebruikt: list[str] = field(default_factory=list)
    """Headings of columns in which something stands and that are not used."""
    vrij: dict[str, str] = field(default_factory=dict)
    """Headings of which the user says what they are, with what stands below them."""
    perioden: list[str] = field(default_factory=list)
    totalen: list[tuple[int, dict[str, str]]] = field(default_factory=list)
    andere: list[str] = field(default_factory=list)
    """Names of rows that are about no gemeente: a provincie, a COROP."""
    opgave: int | None = None
    """The opgave of the region, where a row or a line above the table gives it."""
    tegenspraak: list[str] = field(default_factory=list)
    fouten: list[Fout] = field(default_factory=list)


def begrijp(
    bladen: Bladen, hoe: Sequence[str] = (), herken: Herken = kolom_van_regio, keuze: Keuze | None = None
) -> Begrepen:
    """Understand the sheet that looks most like a table of gemeenten; ``herken`` says which headings count.

    Raises
    ------
    GegevensFout
        With every fault, each with row, column, value and remedy.

    Examples
    --------
    >>> tabel = [["Bron: eigen"], ["Gemeente", "Inwoners"], ["Lochem", "34.289"], ["Totaal", "34.289"]]
    >>> begrijp({"": tabel}).rijen
    [{'naam': 'Lochem', 'inwoners_2024': '34289', 'code': 'GM0262'}]
    """
    keuze = keuze or Keuze()
    uit = Begrepen(hoe=list(hoe))
    blad, kop, keuze = _kop(bladen, herken, keuze, uit)
    tabel = bladen[blad]
    if len(bladen) > 1:
        uit.hoe.append(f"Blad '{blad}' gebruikt; niet gebruikt: {', '.join(naam for naam in bladen if naam != blad)}.")
    for rij in tabel[:kop]:
        _opgave_van_regio(rij, uit)
    if kop:
        boven = "; ".join(filter(None, (schoon(" ".join(map(_kaal, rij))) for rij in tabel[:kop])))
        uit.hoe.append(f"De kopregel staat in rij {kop + 1}; overgeslagen: {boven}.")
    koppen = koppen_van(tabel, kop)
    uit.fouten += _gedeelde_koppen(tabel, kop)
    rijen, uit.perioden, gezegd = van_een_periode(koppen, list(enumerate(tabel[kop + 1 :], start=kop + 2)), keuze)
    uit.hoe += gezegd
    kolommen = _kolommen(koppen, rijen, kop + 1, uit, lambda cel: gekozen(cel, keuze, herken(cel)), keuze)
    strak = not blad  # only in a sheet of a workbook a row may end before the heading does
    for nummer, rij in rijen:
        _neem_rij(nummer, rij, len(koppen), kolommen, uit, strak)
    if len(uit.rijen) > MEESTE_RIJEN:
        remedie = f"er staan {len(uit.rijen)} gevulde rijen onder; lever een rij per gemeente, hoogstens {MEESTE_RIJEN}"
        raise GegevensFout([Fout(f"rij {kop + 1}", "", remedie)])
    verdeeld = any(rij.get(CORPORATIE) for rij in uit.rijen)
    uit.fouten += [] if verdeeld else _dubbel(uit)
    _getallen(uit)
    if verdeeld and not uit.fouten:
        _per_corporatie(uit)
    elif CORPORATIE in uit.koppen:
        del uit.koppen[CORPORATIE]
        uit.rijen = [{naam: cel for naam, cel in rij.items() if naam != CORPORATIE} for rij in uit.rijen]
    if uit.fouten:
        raise GegevensFout(_eerste(sorted(uit.fouten, key=_rijnummer)))
    _zeg_wat_geen_gemeente_is(uit)
    uit.hoe = [zin if len(zin) <= LANGSTE_ZIN else zin[:LANGSTE_ZIN] + "…" for zin in uit.hoe]
    return uit


def koppen_van(tabel: Sequence[Sequence[str]], kop: int) -> list[str]:
    """Give the headings in a row; one that is empty above figures is named by its place.

    Examples
    --------
    >>> koppen_van([["Gemeente", "", ""], ["Lochem", "20", ""]], 0)
    ['Gemeente', 'Kolom 2 zonder kop', '']
    """
    return [
        _kaal(cel) or (f"Kolom {plek + 1} zonder kop" if any(_onder(tabel, kop, plek)) else "")
        for plek, cel in enumerate(tabel[kop])
    ]


def _kaal(cel: str) -> str:
    """Give a cell without the mark that it is merged."""
    return _MERK.sub("", cel)


def _onder(tabel: Sequence[Sequence[str]], kop: int, plek: int) -> Iterator[str]:
    """Give what stands below a heading."""
    return (_kaal(rij[plek]).strip() for rij in tabel[kop + 1 :] if len(rij) > plek)


def _gedeelde_koppen(tabel: Sequence[Sequence[str]], kop: int) -> list[Fout]:
    """Name headings that are merged over more columns in which something stands."""
    advies = "deze kop is samengevoegd over meer kolommen; geef elke kolom haar eigen kop, in een rij"
    gedeeld = [
        cel.split(" ")[1]
        for plek, cel in enumerate(tabel[kop])
        if cel.startswith(SAMEN) and not _kaal(cel) and any(_onder(tabel, kop, plek))
    ]
    return [Fout(f"rij {kop + 1}", cellen, advies) for cellen in dict.fromkeys(gedeeld)]


def _eerste(fouten: list[Fout]) -> list[Fout]:
    """Keep as many faults as someone can read, and count the others."""
    over = len(fouten) - MEESTE_FOUTEN
    rest = [Fout(f"nog {over} andere", "", "verbeter eerst wat hierboven staat en kies het bestand opnieuw")]
    return fouten[:MEESTE_FOUTEN] + (rest if over > 0 else [])


def _rijnummer(fout: Fout) -> int:
    gevonden = re.match(r"rij ([0-9]+)", fout.waar)
    return int(gevonden[1]) if gevonden else 0


def _kop(bladen: Bladen, herken: Herken, keuze: Keuze, uit: Begrepen) -> tuple[str, int, Keuze]:
    """Find the sheet and the row with the most headings that are known; it must name the gemeenten, or stand above them."""

    def bekend(rij: Sequence[str]) -> list[str]:
        return [naam for cel in rij if (naam := gekozen(_kaal(cel), keuze, herken(_kaal(cel))))]

    kandidaten = [
        (len(bekend(rij)), -nummer, blad)
        for blad, rijen in bladen.items()
        for nummer, rij in enumerate(rijen[:ZOEK_KOP])
        if {"code", "naam"} & set(bekend(rij))
    ]
    if kandidaten:
        _, nummer, blad = max(kandidaten)
        return blad, -nummer, keuze
    for blad, rijen in bladen.items():
        for plek, nummer in _boven_gemeenten(rijen):
            kop = schoon(rijen[nummer][plek])
            uit.hoe.append(f"In kolom {kop} staan gemeenten; zo is hij gelezen.")
            soort = "code" if code_uit(schoon(rijen[nummer + 1][plek])) else "naam"
            return blad, nummer, keuze.met({getypt(kop): soort})
    remedie = "er is geen kolom met gemeenten; noem hem 'Gemeente' of 'Gemeentecode' en zet de kopregel bij de eerste 20 rijen"
    raise GegevensFout([Fout("kopregel", "", remedie)])


def _boven_gemeenten(rijen: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """Find a column in which gemeenten stand below something else: its place, and the row of that."""
    for nummer, rij in enumerate(rijen[1 : ZOEK_KOP + 1]):
        for plek, cel in enumerate(rij):
            kop = rijen[nummer][plek] if plek < len(rijen[nummer]) else ""
            onder = [schoon(cellen[plek]) for cellen in rijen[nummer + 1 :] if len(cellen) > plek and cellen[plek]]
            if _gemeente(cel) and schoon(kop) and not _gemeente(kop) and 2 * sum(map(_gemeente, onder)) >= len(onder):
                yield plek, nummer


def _gemeente(cel: str) -> bool:
    tekst = schoon(cel)
    return code_van(tekst) is not None or (tekst[:2].upper() == "GM" and naam_van(code_uit(tekst)) is not None)


def _kolommen(
    koppen: Sequence[str], rijen: Sequence[Rij], rij: int, uit: Begrepen, herken: Herken, keuze: Keuze
) -> list[str | None]:
    """Say how each column was read; name what stands there twice and what is about persons."""
    kolommen: list[str | None] = []
    for plek, cel in enumerate(koppen):
        eronder = [cellen[plek] for _, cellen in rijen if len(cellen) > plek]
        naam = "code" if herken(cel) == "naam" and _zijn_codes(eronder) else herken(cel)
        waar = f"rij {rij}, kolom {schoon(cel) or plek + 1}"
        if schoon(cel) and (getypt(cel) in keuze.koppen or (naam is None and not is_periode(cel))):
            uit.vrij[schoon(cel)] = ", ".join([schoon(een) for een in eronder if een.strip()][:3])
        if naam is None and not is_periode(cel):
            if persoonlijk(cel, eronder):
                remedie = "deze kolom lijkt over personen te gaan; haal hem uit het bestand, hier horen alleen cijfers per gemeente"
                uit.fouten.append(Fout(waar, cel, remedie))
            elif schoon(cel):
                uit.ongebruikt.append(schoon(cel))
        elif naam is not None and DUIZENDEN.search(cel):
            uit.fouten.append(Fout(waar, cel, "deze kolom staat in duizendtallen; schrijf hele aantallen"))
        elif naam in uit.koppen:
            naam = _nieuwste(naam, cel, kolommen, uit, keuze, waar)
        elif naam is not None:
            uit.koppen[naam] = schoon(cel)
        kolommen.append(naam)
    gelezen = [f"{kop} als {KOLOMMEN[naam].kop}" if naam in KOLOMMEN else kop for naam, kop in uit.koppen.items()]
    uit.hoe.append(f"Kolommen: {'; '.join(gelezen)}.")
    uit.hoe += [
        f"{kop} lijkt op {KOLOMMEN[naam].kop} met een typefout, en is zo gelezen."
        for naam, kop in uit.koppen.items()
        if naam in KOLOMMEN and precies(kop) is None and getypt(kop) not in keuze.koppen
    ]
    if uit.ongebruikt:
        uit.hoe.append(f"Niet gebruikt: {', '.join(uit.ongebruikt)}.")
    return kolommen


def _zijn_codes(cellen: Sequence[str]) -> bool:
    """Whether codes of the CBS stand in a column that is called as one of names."""
    gevuld = [cel for cel in map(schoon, cellen) if cel]
    return 2 * sum(bool(re.fullmatch(r"[A-Z]{2}[0-9]+", cel)) for cel in gevuld) > len(gevuld)


def _nieuwste(
    naam: str | None, kop: str, kolommen: list[str | None], uit: Begrepen, keuze: Keuze, waar: str
) -> str | None:
    """Of two columns of different years take the newest, or the one that was chosen; else one of them has to go."""
    eerder = uit.koppen[str(naam)]
    nu, toen = jaar_van(kop), jaar_van(eerder)
    if not nu or not toen or nu == toen:
        uit.fouten.append(Fout(waar, kop, f"deze kolom betekent hetzelfde als '{eerder}'; laat een van beide staan"))
        return naam
    uit.perioden = sorted({*uit.perioden, nu, toen}, reverse=True)
    wint = nu == keuze.periode or (nu > toen and toen != keuze.periode)
    uit.hoe.append(f"Van {schoon(kop) if wint else eerder} en {eerder if wint else schoon(kop)} telt de eerste.")
    uit.ongebruikt.append(eerder if wint else schoon(kop))
    if not wint:
        return None
    kolommen[kolommen.index(naam)] = None
    uit.koppen[str(naam)] = schoon(kop)
    return naam


def _neem_rij(
    nummer: int, rij: Sequence[str], breed: int, kolommen: Sequence[str | None], uit: Begrepen, strak: bool
) -> None:
    """Take one row: a gemeente, a total, another area, a note below the table, or nothing."""
    gevuld = [cel for cel in map(_kaal, rij) if cel.strip()]
    if not gevuld:
        return
    if len(gevuld) == 1 and _VOETNOOT.match(schoon(gevuld[0])) and code_van(gevuld[0]) is None:
        uit.hoe.append(f"Rij {nummer} overgeslagen: {schoon(gevuld[0])}.")
        return
    if _opgave_van_regio(rij, uit):
        return
    if len(rij) > breed or (strak and len(rij) < breed):
        remedie = f"deze rij heeft {len(rij)} cellen en de kopregel {breed}; staat er een scheidingsteken in een getal of naam?"
        uit.fouten.append(Fout(f"rij {nummer}", " ".join(gevuld), remedie))
        return
    cellen = {naam: _cel(naam, cel) for naam, cel in zip(kolommen, rij, strict=False) if naam}
    cellen = {naam: cellen.get(naam, "") for naam in uit.koppen}
    if is_totaal(cellen):
        uit.totalen.append((nummer, cellen))
        return
    if is_ander_gebied(cellen) or (is_opgeheven(cellen) and not _cijfers(cellen)):
        uit.andere.append(cellen.get("naam") or cellen["code"])
        return
    fout = vind_gemeente(nummer, cellen, uit.koppen, uit.hoe)
    if fout:
        uit.fouten.append(fout)
        cellen["code"] = ""
    uit.rijen.append(cellen)
    uit.nummers.append(nummer)


def _opgave_van_regio(rij: Sequence[str], uit: Begrepen) -> bool:
    """Take a line as ``Opgave van de regio;1.170``."""
    gevuld = [cel for cel in map(_kaal, rij) if cel.strip()]
    if len(gevuld) != 2 or sleutel(gevuld[0]) not in OPGAVE_VAN_REGIO:
        return False
    gelezen = aantal(onveranderd(gevuld[1]))
    if isinstance(gelezen, Onjuist) or not gelezen:
        return False
    uit.opgave = int(gelezen)
    uit.hoe.append(f"{schoon(gevuld[0])}: {gelezen}.")
    return True


def _cel(naam: str, cel: str) -> str:
    return schoon(_kaal(cel)) if _is_tekst(naam) else onveranderd(cel)


def _is_tekst(naam: str) -> bool:
    return naam in KOLOMMEN and KOLOMMEN[naam].soort == "tekst"


def _cijfers(cellen: Mapping[str, str]) -> list[str]:
    """Give the cells of a row in which a figure stands."""
    return [cel for naam, cel in cellen.items() if not _is_tekst(naam) and cel.casefold() not in ONBEKEND]


def _zeg_wat_geen_gemeente_is(uit: Begrepen) -> None:
    if uit.andere:
        eerste = "; ".join(uit.andere[:3])
        uit.hoe.append(
            f"Overgeslagen: {len(uit.andere)} {'rij die geen gemeente is' if len(uit.andere) == 1 else 'rijen die geen gemeente zijn'} "
            f"({eerste}{'; …' if len(uit.andere) > 3 else ''})."
        )


def _per_corporatie(uit: Begrepen) -> None:
    """Make one row of the rows of a gemeente, one for each corporatie: bezit adds up, what else they say is the same."""
    woningen = BEZIT if BEZIT in uit.koppen else "woningen_2024"
    if woningen not in uit.koppen:
        advies = "met een rij per corporatie hoort er een kolom bij met haar woningen; noem hem 'Sociale huurwoningen'"
        uit.fouten.append(Fout(f"kolom {uit.koppen[CORPORATIE]}", "", advies))
        return
    samen: dict[str, tuple[int, dict[str, str]]] = {}
    bezit: dict[str, dict[str, list[str]]] = {}
    for nummer, rij in zip(uit.nummers, uit.rijen, strict=True):
        wie, aantal_ = rij.pop(CORPORATIE), rij.pop(woningen)
        if is_totaal({"naam": wie}):
            uit.hoe.append(f"Rij {nummer} ({rij['naam']}, {wie}) is een totaal en telt niet mee.")
            continue
        eerste, heel = samen.setdefault(rij["code"], (nummer, rij))
        uit.fouten += _niet_dezelfde(nummer, rij, eerste, heel, uit.koppen)
        if not wie:
            waar = f"rij {nummer}, kolom {uit.koppen[CORPORATIE]}"
            uit.fouten.append(Fout(waar, "", "vul in van welke corporatie deze woningen zijn, of haal de rij weg"))
        heel.update({naam: cel for naam, cel in rij.items() if cel})
        bezit.setdefault(rij["code"], {}).setdefault(wie, []).append(aantal_)
    namen = list(dict.fromkeys(wie for van in bezit.values() for wie in van))
    for code, (_, heel) in samen.items():
        if woningen == BEZIT:
            heel[BEZIT] = _som([een for delen in bezit[code].values() for een in delen])
        heel.update({f"bezit:{wie}": _som(bezit[code].get(wie, [""])) for wie in namen})
    uit.hoe.append("Er is een rij per corporatie: het bezit is per gemeente opgeteld.")
    uit.rijen, uit.nummers = [rij for _, rij in samen.values()], [nummer for nummer, _ in samen.values()]
    del uit.koppen[CORPORATIE]
    kop = uit.koppen[woningen] if woningen == BEZIT else uit.koppen.pop(woningen)
    uit.koppen |= {f"bezit:{wie}": f"{kop} van {wie}" for wie in namen}


def _niet_dezelfde(
    nummer: int, rij: Mapping[str, str], eerste: int, heel: Mapping[str, str], koppen: Mapping[str, str]
) -> list[Fout]:
    """Name what a row says otherwise than the first row of its gemeente."""
    advies = "in rij {} staat voor deze gemeente {}; per corporatie verschilt alleen haar bezit"
    return [
        Fout(f"rij {nummer}, kolom {koppen[naam]}", cel, advies.format(eerste, heel[naam]))
        for naam, cel in rij.items()
        if cel and heel[naam] and cel != heel[naam]
    ]


def _som(cellen: Sequence[str]) -> str:
    """Add up; one that is unknown makes the sum unknown."""
    return str(sum(map(int, cellen))) if all(cellen) else ""


def _dubbel(uit: Begrepen) -> list[Fout]:
    """Find gemeenten that stand in the file more than once."""
    eerste: dict[str, int] = {}
    kop = uit.koppen.get("naam", uit.koppen.get("code", ""))
    return [
        Fout(
            f"rij {nummer}, kolom {kop}",
            rij["naam"],
            f"deze gemeente staat ook in rij {eerder}; laat een van beide staan",
        )
        for nummer, rij in zip(uit.nummers, uit.rijen, strict=True)
        if rij["code"] and (eerder := eerste.setdefault(rij["code"], nummer)) != nummer
    ]


_LEES: Mapping[str, Callable[[Sequence[str], str], list[str | Onjuist]]] = {
    "aantal": lambda cellen, _: aantallen(cellen),
    "procent": procenten,
    "score": lambda cellen, _: [breuk(cel) for cel in cellen],
}
"""How the cells of a column are read, by its kind."""


def _getallen(uit: Begrepen) -> None:
    """Turn every figure into plain digits, a column at a time, because a column is written in one way."""
    for naam, kop in uit.koppen.items():
        if _is_tekst(naam):
            continue
        cellen = [rij[naam] for rij in uit.rijen]
        soort = KOLOMMEN[naam].soort if naam in KOLOMMEN else "aantal"
        gelezen = _LEES[soort](cellen, kop)
        if soort == "procent" and any(gelezen):
            uit.hoe.append(f"{kop}: gelezen als procenten{_voorbeeld(cellen, gelezen)}.")
        elif soort == "aantal" and any(DUIZENDTALLEN.fullmatch(cel) and "." in cel for cel in cellen):
            uit.hoe.append(f"{kop}: een punt is een duizendteken{_voorbeeld(cellen, gelezen)}.")
        elif soort == "aantal" and any("." in cel and waarde for cel, waarde in zip(cellen, gelezen, strict=True)):
            uit.hoe.append(f"{kop}: hele getallen met een punt en nullen erachter{_voorbeeld(cellen, gelezen)}.")
        for nummer, rij, cel, waarde in zip(uit.nummers, uit.rijen, cellen, gelezen, strict=True):
            if isinstance(waarde, Onjuist):
                zichtbaar = _kaal(cel).removeprefix(DATUM).removeprefix(BEREKEND_NIET)
                uit.fouten.append(Fout(f"rij {nummer}, kolom {kop}", zichtbaar, waarde.advies))
            else:
                rij[naam] = waarde
        leeg = sum(waarde == "" for waarde in gelezen)
        if leeg:
            uit.hoe.append(f"{kop}: {leeg} onbekend.")


def _voorbeeld(cellen: Sequence[str], gelezen: Sequence[object]) -> str:
    """Give the first figure that was not written as it was read, "" when there is none."""
    anders = (f", bijvoorbeeld {c} is {w}" for c, w in zip(cellen, gelezen, strict=True) if w and c != w)
    return next(anders, "")

"""Understand a table as Dutch offices make them: find its heading, its gemeenten and its figures; say how each was read.

Nothing is half taken: either every cell is understood, or every fault comes at once with its row, column and remedy.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.gemeentenamen import advies, code_van, naam_van, onveranderd, schoon, sleutel
from fairshare.gegevens.getallen import DUIZENDTALLEN, Onjuist, aantal, breuk, procenten
from fairshare.gegevens.kolommen import KOLOMMEN, PERSOONLIJK, VRIJ
from fairshare.gegevens.lezer import BEREKEND_NIET, DATUM

ZOEK_KOP = 20
"""The heading stands in one of this many first rows."""

MEESTE_RIJEN, MEESTE_FOUTEN, LANGSTE_ZIN = 500, 100, 2_000
"""There are fewer gemeenten than these rows; a screen shows this many faults, and sentences of this many characters."""

_TOTAAL = re.compile(r"(sub)?totaal|som\b|regio\b|nederland$|gemiddeld", re.IGNORECASE)
_VOETNOOT = re.compile(r"(bron|bronnen|peildatum|noot|noten|toelichting|let op)\b|\*", re.IGNORECASE)
_VRIJ = re.compile(rf"({'|'.join(VRIJ)})\s*[:=]?\s+(.+)|({'|'.join(VRIJ)}):(.+)", re.IGNORECASE)

_BEKEND = {sleutel(kop): naam for naam, kolom in KOLOMMEN.items() for kop in (naam, kolom.kop, *kolom.ook)}


@dataclass
class Begrepen:
    """A table as it was understood: rows by the names of the model, where each came from, and how it was read."""

    rijen: list[dict[str, str]] = field(default_factory=list)
    nummers: list[int] = field(default_factory=list)
    koppen: dict[str, str] = field(default_factory=dict)
    hoe: list[str] = field(default_factory=list)


def kolom_van_regio(kop: str) -> str | None:
    """Give the name in the model that a heading stands for; a year behind it does not matter.

    Examples
    --------
    >>> kolom_van_regio("Inwoners 1-1-2025"), kolom_van_regio("Bezit: A"), kolom_van_regio("Leuk")
    ('inwoners_2024', 'bezit:A', None)
    """
    los = _VRIJ.fullmatch(schoon(kop))
    if los:
        soort, vrij = (los[1], los[2]) if los[1] else (los[3], los[4])
        return f"{soort.lower()}:{vrij.strip()}"
    kort = sleutel(kop)
    return _BEKEND.get(kort) or _BEKEND.get(re.sub(r"(1jan(uari)?|11)?20[0-9]{2}$", "", kort))


def begrijp(
    bladen: Mapping[str, Sequence[Sequence[str]]],
    hoe: Sequence[str] = (),
    herken: Callable[[str], str | None] = kolom_van_regio,
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
    blad, kop = _kop(bladen, herken)
    tabel = bladen[blad]
    uit = Begrepen(hoe=list(hoe))
    if len(bladen) > 1:
        uit.hoe.append(f"Blad '{blad}' gebruikt; niet gebruikt: {', '.join(naam for naam in bladen if naam != blad)}.")
    if kop:
        boven = "; ".join(schoon(" ".join(rij)) for rij in tabel[:kop])
        uit.hoe.append(f"De kopregel staat in rij {kop + 1}; overgeslagen: {boven}.")
    gevuld = sum(any(rij) for rij in tabel[kop + 1 :])
    if gevuld > MEESTE_RIJEN:
        remedie = f"er staan {gevuld} gevulde rijen onder; lever een rij per gemeente, hoogstens {MEESTE_RIJEN}"
        raise GegevensFout([Fout(f"rij {kop + 1}", "", remedie)])
    fouten: list[Fout] = []
    kolommen = _kolommen(tabel[kop:], [herken(cel) for cel in tabel[kop]], kop + 1, uit, fouten)
    totalen: list[tuple[int, dict[str, str]]] = []
    strak = not blad  # only in a sheet of a workbook a row may end before the heading does
    for nummer, rij in enumerate(tabel[kop + 1 :], start=kop + 2):
        _neem_rij(nummer, rij, len(tabel[kop]), kolommen, uit, totalen, fouten, strak)
    fouten += _dubbel(uit)
    _getallen(uit, fouten)
    if fouten:
        raise GegevensFout(_eerste(sorted(fouten, key=_rijnummer)))
    _vergelijk(totalen, uit)
    _herleid(uit)
    uit.hoe = [zin if len(zin) <= LANGSTE_ZIN else zin[:LANGSTE_ZIN] + "…" for zin in uit.hoe]
    return uit


def _eerste(fouten: list[Fout]) -> list[Fout]:
    """Keep as many faults as someone can read, and count the others."""
    over = len(fouten) - MEESTE_FOUTEN
    rest = [Fout(f"nog {over} andere", "", "verbeter eerst wat hierboven staat en kies het bestand opnieuw")]
    return fouten[:MEESTE_FOUTEN] + (rest if over > 0 else [])


def _rijnummer(fout: Fout) -> int:
    gevonden = re.match(r"rij ([0-9]+)", fout.waar)
    return int(gevonden[1]) if gevonden else 0


def _kop(bladen: Mapping[str, Sequence[Sequence[str]]], herken: Callable[[str], str | None]) -> tuple[str, int]:
    """Find the sheet and the row with the most headings that are known; it must name the gemeenten."""
    kandidaten = [
        (sum(herken(cel) is not None for cel in rij), blad, nummer)
        for blad, rijen in bladen.items()
        for nummer, rij in enumerate(rijen[:ZOEK_KOP])
        if {"code", "naam"} & {herken(cel) for cel in rij}
    ]
    if not kandidaten:
        remedie = "er is geen kolom met gemeenten; noem hem 'Gemeente' of 'Gemeentecode' en zet de kopregel bij de eerste 20 rijen"
        raise GegevensFout([Fout("kopregel", "", remedie)])
    _, blad, nummer = max(kandidaten, key=lambda kandidaat: (kandidaat[0], -kandidaat[2]))
    return blad, nummer


def _kolommen(
    tabel: Sequence[Sequence[str]], kolommen: list[str | None], rij: int, uit: Begrepen, fouten: list[Fout]
) -> list[str | None]:
    """Say how each column was read; name what stands there twice and what is about persons."""
    ongebruikt = []
    for plek, (cel, naam) in enumerate(zip(tabel[0], kolommen, strict=True), start=1):
        waar = f"rij {rij}, kolom {schoon(cel) or plek}"
        eronder = [cellen[plek - 1] for cellen in tabel[1:] if len(cellen) >= plek]
        if naam is None and _persoonlijk(cel, eronder):
            remedie = "deze kolom lijkt over personen te gaan; haal hem uit het bestand, hier horen alleen cijfers per gemeente"
            fouten.append(Fout(waar, cel, remedie))
        elif naam is None:
            ongebruikt.append(schoon(cel) or f"kolom {plek} (zonder naam)")
        elif naam in uit.koppen:
            fouten.append(
                Fout(waar, cel, f"deze kolom betekent hetzelfde als '{uit.koppen[naam]}'; laat een van beide staan")
            )
        else:
            uit.koppen[naam] = schoon(cel)
    gelezen = [f"{kop} als {KOLOMMEN[naam].kop}" if naam in KOLOMMEN else kop for naam, kop in uit.koppen.items()]
    uit.hoe.append(f"Kolommen: {'; '.join(gelezen)}.")
    if ongebruikt:
        uit.hoe.append(f"Niet gebruikt: {', '.join(ongebruikt)}.")
    return kolommen


def _persoonlijk(kop: str, cellen: Sequence[str]) -> bool:
    """Whether a column that has no use here is about persons, by its heading or by what stands in it."""
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


def _neem_rij(
    nummer: int,
    rij: Sequence[str],
    breed: int,
    kolommen: Sequence[str | None],
    uit: Begrepen,
    totalen: list[tuple[int, dict[str, str]]],
    fouten: list[Fout],
    strak: bool,
) -> None:
    """Take one row: a gemeente, a total, a note below the table, or nothing."""
    gevuld = [cel for cel in rij if cel.strip()]
    if not gevuld:
        return
    if len(gevuld) == 1 and _VOETNOOT.match(schoon(gevuld[0])) and code_van(gevuld[0]) is None:
        uit.hoe.append(f"Rij {nummer} overgeslagen: {schoon(gevuld[0])}.")
        return
    if len(rij) > breed or (strak and len(rij) < breed):
        remedie = f"deze rij heeft {len(rij)} cellen en de kopregel {breed}; staat er een scheidingsteken in een getal of naam?"
        fouten.append(Fout(f"rij {nummer}", " ".join(gevuld), remedie))
        return
    cellen = {naam: _cel(naam, cel) for naam, cel in zip(kolommen, rij, strict=False) if naam}
    cellen = {naam: cellen.get(naam, "") for naam in uit.koppen}
    if _TOTAAL.match(cellen.get("naam", "")) and code_van(cellen["naam"]) is None:
        totalen.append((nummer, cellen))
        return
    fout = _gemeente(nummer, cellen, uit)
    if fout:
        fouten.append(fout)
        cellen["code"] = ""
    uit.rijen.append(cellen)
    uit.nummers.append(nummer)


def _cel(naam: str, cel: str) -> str:
    return schoon(cel) if naam in KOLOMMEN and KOLOMMEN[naam].soort == "tekst" else onveranderd(cel)


def _gemeente(nummer: int, cellen: dict[str, str], uit: Begrepen) -> Fout | None:
    """Find which gemeente a row is about; write its code and name as the CBS does."""
    code, naam = cellen.get("code", ""), cellen.get("naam", "")
    cijfers = re.fullmatch(r"(?:GM)?([0-9]{1,4})", code, re.IGNORECASE)
    nieuw = f"GM{int(cijfers[1]):04d}" if cijfers else ""
    bij_code, bij_naam = naam_van(nieuw), code_van(naam)
    if not code and not naam:
        waar = uit.koppen.get("naam", uit.koppen.get("code", ""))
        return Fout(f"rij {nummer}, kolom {waar}", "", "vul in over welke gemeente deze rij gaat, of maak de rij leeg")
    if naam and bij_naam is None and (not code or bij_code is None):
        return Fout(f"rij {nummer}, kolom {uit.koppen['naam']}", naam, advies(naam))
    if code and bij_code is None:
        return Fout(
            f"rij {nummer}, kolom {uit.koppen['code']}", code, "schrijf een gemeentecode van het CBS, zoals GM0262"
        )
    if code and bij_naam and bij_naam != nieuw:
        remedie = f"deze code is van {bij_code}, en {naam} heeft {bij_naam}; kies een van beide"
        return Fout(f"rij {nummer}, kolom {uit.koppen['code']}", code, remedie)
    cellen["code"] = nieuw or str(bij_naam)
    cellen["naam"] = naam_van(cellen["code"]) or naam
    if naam and cellen["naam"] != naam:
        uit.hoe.append(f"Rij {nummer}: {naam} is {cellen['naam']}.")
    return None


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


def _getallen(uit: Begrepen, fouten: list[Fout]) -> None:
    """Turn every figure into plain digits, a column at a time, because a column is written in one way."""
    for naam, kop in uit.koppen.items():
        if naam in KOLOMMEN and KOLOMMEN[naam].soort == "tekst":
            continue
        cellen = [rij[naam] for rij in uit.rijen]
        soort = KOLOMMEN[naam].soort if naam in KOLOMMEN else "aantal"
        lees = breuk if soort == "score" else aantal
        gelezen = procenten(cellen, kop) if soort == "procent" else [lees(cel) for cel in cellen]
        if soort == "procent" and any(gelezen):
            uit.hoe.append(f"{kop}: gelezen als procenten{_voorbeeld(cellen, gelezen)}.")
        elif soort == "aantal" and any(DUIZENDTALLEN.fullmatch(cel) and "." in cel for cel in cellen):
            uit.hoe.append(f"{kop}: een punt is een duizendteken{_voorbeeld(cellen, gelezen)}.")
        for nummer, rij, cel, waarde in zip(uit.nummers, uit.rijen, cellen, gelezen, strict=True):
            if isinstance(waarde, Onjuist):
                zichtbaar = cel.removeprefix(DATUM).removeprefix(BEREKEND_NIET)
                fouten.append(Fout(f"rij {nummer}, kolom {kop}", zichtbaar, waarde.advies))
            else:
                rij[naam] = waarde
        leeg = sum(waarde == "" for waarde in gelezen)
        if leeg:
            uit.hoe.append(f"{kop}: {leeg} onbekend.")


def _voorbeeld(cellen: Sequence[str], gelezen: Sequence[object]) -> str:
    """Give the first figure that was not written as it was read, "" when there is none."""
    anders = (f", bijvoorbeeld {c} is {w}" for c, w in zip(cellen, gelezen, strict=True) if w and c != w)
    return next(anders, "")


def _vergelijk(totalen: Sequence[tuple[int, dict[str, str]]], uit: Begrepen) -> None:
    """Say that a row of totals does not count, and where it differs from the sum."""
    for nummer, cellen in totalen:
        anders = list(_verschillen(cellen, uit))
        klopt = "de sommen kloppen" if not anders else "let op: " + "; ".join(anders)
        uit.hoe.append(f"Rij {nummer} ({cellen['naam']}) is een totaal en telt niet mee; {klopt}.")


def _verschillen(cellen: Mapping[str, str], uit: Begrepen) -> Iterator[str]:
    for naam, kop in uit.koppen.items():
        gelezen = aantal(cellen[naam])
        if (naam in KOLOMMEN and KOLOMMEN[naam].soort != "aantal") or isinstance(gelezen, Onjuist) or not gelezen:
            continue
        som = sum(int(rij[naam] or 0) for rij in uit.rijen)
        if som != int(gelezen):
            yield f"{kop} is {gelezen}, de som is {som}"


def _herleid(uit: Begrepen) -> None:
    """Turn percentages into numbers where the number itself is missing."""
    for procent, geheel, doel in (
        ("mutatiegraad", "corporatiewoningen_schatting", "mutaties_liberalisatiegrens"),
        ("reservering_2024", "mutaties_liberalisatiegrens", "toewijzingen_2024"),
    ):
        if procent not in uit.koppen:
            continue
        geteld = zonder = 0
        for rij in uit.rijen:
            deel, van = rij.pop(procent), rij.get(geheel, "")
            if deel and van and not rij.get(doel):
                rij[doel] = str((Decimal(deel) * int(van) / 100).quantize(Decimal(1), ROUND_HALF_UP))
                geteld += 1
            elif deel:
                zonder += 1
            rij.setdefault(doel, "")
        if zonder:
            waarom = f"{KOLOMMEN[doel].kop} is er al of {KOLOMMEN[geheel].kop} ontbreekt"
            uit.hoe.append(f"{uit.koppen[procent]}: voor {zonder} gemeenten niet gebruikt, want {waarom}.")
        if geteld:
            uit.hoe.append(
                f"{KOLOMMEN[doel].kop}: voor {geteld} gemeenten herleid uit {uit.koppen[procent]}, afgerond op hele woningen."
            )

"""What was realised: toewijzingen and mutaties per gemeente per half-year, from a file or a table, as one data model."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.begrijpen import ZOEK_KOP, Begrepen, Bladen, begrijp, koppen_van
from fairshare.gegevens.bestanden import MAP, lees_bestand
from fairshare.gegevens.eigen import lees_tabellen
from fairshare.gegevens.gemeentenamen import schoon
from fairshare.gegevens.herkennen import NIET, Keuze, getypt, kolom_van_regio
from fairshare.gegevens.schema import Regio

_HALFJAREN = tuple(
    re.compile(rf"(?P<voor>.*?)[ :_-]*{halfjaar}[ :_-]*(?P<na>.*)", re.IGNORECASE)
    for halfjaar in (
        r"(?P<jaar>20[0-9]{2})[ /_-]*(?:h|halfjaar|hj)?[ /_-]*(?P<deel>[12])(?:e halfjaar)?",
        r"(?P<deel>[12])e[ ]*(?:halfjaar|helft)[ ]*(?:van[ ]*)?(?P<jaar>20[0-9]{2})",
    )
)
"""How people write a half-year: 2026 H1, 2026-1, 1e halfjaar 2026."""

MUTATIES = "mutaties"
_SOORTEN = {
    "": "",
    "toegewezen": "",
    "toewijzingen_2024": "",
    "mutaties_liberalisatiegrens": MUTATIES,
}
"""What may stand before or after a half-year, as a word or as any heading of that column of a region; without one it has toewijzingen."""

_VAN_GEMEENTE = {"naam": "Gemeente", "code": "Gemeentecode"}
_PER_RIJ = {
    **_VAN_GEMEENTE,
    "toegewezen": "Toewijzingen aan urgenten",
    MUTATIES: "Alle woningen die vrijkwamen of nieuw waren",
}
_PER_KOLOM = {
    **_VAN_GEMEENTE,
    **{
        f"{soort}{jaar}-{deel}": f"{wat} {deel}e halfjaar {jaar}"
        for jaar in range(2024, 2041)
        for deel in (1, 2)
        for soort, wat in (("", "Toewijzingen"), (f"{MUTATIES} ", "Mutaties"))
    },
}
"""What a column can be: of a table with a row for every half-year, and of one with a column for each."""

_LANG = re.compile(r"halfjaar|half jaar|perioden?", re.IGNORECASE)
"""How the column of a table is called that has a row for every half-year."""

Rijen = Sequence[Sequence[str]]

_GEEN_HALFJAAR = re.compile(
    r"\D*?[ :_-]*(20[0-9]{2}[ /_-]*(h|q|halfjaar|hj|kwartaal)?[ /_-]*[0-9]|[0-9]e[ ]*halfjaar.*)\D*", re.IGNORECASE
)
"""What looks like a half-year and is none."""


class Realisatie(BaseModel):
    """What one gemeente let in one half-year: to urgenten, and in all; what is not known is left out, and is not 0."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^GM[0-9]{4}$", description="CBS-code van de gemeente")]
    jaar: Annotated[int, Field(ge=2024, le=2040, description="Kalenderjaar")]
    halfjaar: Annotated[int, Field(ge=1, le=2, description="1: januari-juni, 2: juli-december")]
    toewijzingen: Annotated[int | None, Field(ge=0, le=100_000, description="Woningen toegewezen aan urgenten")] = None
    mutaties: Annotated[
        int | None,
        Field(
            ge=0,
            le=100_000,
            description="Alle sociale huurwoningen die vrijkwamen of nieuw waren en zijn toegewezen, aan wie ook",
        ),
    ] = None


class Monitoring(BaseModel):
    """What a region hands in: its name and what was realised."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regio: Annotated[str, Field(min_length=1, max_length=80, description="Naam van de regio")]
    realisatie: Annotated[tuple[Realisatie, ...], Field(description="Een rij per gemeente en halfjaar")]


@dataclass(frozen=True)
class Opgehaald:
    """What a file of realisatie gave: the figures, or why it cannot be used, and how it was understood."""

    monitoring: Monitoring | None = None
    hoe: tuple[str, ...] = ()
    fouten: tuple[Fout, ...] = ()
    vrij: Mapping[str, str] = field(default_factory=dict)
    """Headings of which the user says what they are, with what stands below them."""
    opties: Mapping[str, str] = field(default_factory=dict)
    """What they can be, by name, with its heading."""
    keuze: Keuze = field(default_factory=Keuze)


def halfjaar(kop: str) -> str | None:
    """Give the half-year that a heading stands for, as ``2026-1``; with ``mutaties`` before it where it has those.

    Examples
    --------
    >>> halfjaar("2026 H1"), halfjaar("1e halfjaar 2026"), halfjaar("2026-2"), halfjaar("Inwoners")
    ('2026-1', '2026-1', '2026-2', None)
    >>> halfjaar("Mutaties 2026 H1"), halfjaar("2026 H1 toewijzingen")
    ('mutaties 2026-1', '2026-1')
    """
    gevonden = _halfjaar_in(kop)
    if not gevonden:
        return None
    woord = f"{gevonden['voor']} {gevonden['na']}".strip()
    soort = _SOORTEN.get(woord.lower(), _SOORTEN.get(kolom_van_regio(woord) or "-"))
    return None if soort is None else f"{soort} {gevonden['jaar']}-{gevonden['deel']}".strip()


def _halfjaar_in(kop: str) -> re.Match[str] | None:
    return next(filter(None, (patroon.fullmatch(kop.strip()) for patroon in _HALFJAREN)), None)


def lees_realisatie(inhoud: bytes, naam: str, regio: Regio) -> tuple[Monitoring, list[str]]:
    r"""Read a table with a column for each half-year, or with a row for each; give it with how it was read.

    Raises
    ------
    GegevensFout
        With every fault, each with row, column, value and remedy.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> breed = b"Gemeente;2026 H1;Mutaties 2026 H1;2026 H2\nLochem;20;71;\n"
    >>> lees_realisatie(breed, "proef", lees_regio("stedendriehoek"))[0].realisatie
    (Realisatie(code='GM0262', jaar=2026, halfjaar=1, toewijzingen=20, mutaties=71),)
    >>> lang = b"Gemeente;Halfjaar;Toewijzingen;Mutaties\nLochem;2026 H1;20;71\nLochem;2026 H2;;\n"
    >>> lees_realisatie(lang, "proef", lees_regio("stedendriehoek"))[0].realisatie
    (Realisatie(code='GM0262', jaar=2026, halfjaar=1, toewijzingen=20, mutaties=71),)
    """
    gelezen = haal_realisatie([(inhoud, naam)], regio)
    if gelezen.monitoring is None:
        raise GegevensFout(gelezen.fouten)
    return gelezen.monitoring, list(gelezen.hoe)


def haal_realisatie(bestanden: Sequence[tuple[bytes, str]], regio: Regio, keuze: Keuze | None = None) -> Opgehaald:
    r"""Read a file as :func:`lees_realisatie` does, or say why it cannot be used and of which headings someone can say what they are.

    A small file in which that is said may stand beside it; of more tables the last counts.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tabel = (b"Gemeente;Voorjaar 2026\nLochem;20\n", "proef")
    >>> gelezen = haal_realisatie([tabel], lees_regio("stedendriehoek"))
    >>> gelezen.monitoring, gelezen.vrij
    (None, {'Voorjaar 2026': '20'})
    >>> keuze = gelezen.keuze.met({"voorjaar 2026": "2026-1"})
    >>> haal_realisatie([tabel], lees_regio("stedendriehoek"), keuze).monitoring.realisatie[0].toewijzingen
    20
    """
    keuze = keuze or Keuze()
    vrij: dict[str, str] = {}
    opties: Mapping[str, str] = _PER_KOLOM
    try:
        tabellen, keuze = lees_tabellen(bestanden, keuze, _PER_KOLOM | _PER_RIJ)
        naam, bladen, hoe = tabellen[-1]
        hoe = [*hoe, f"Van deze bestanden telt het laatste: {naam}."] if len(tabellen) > 1 else hoe
        vrij, opties, delen = _per_halfjaar(bladen, keuze)
        uit = []
        for periode, deel in delen:
            uit.append(_lees_deel(deel, periode, hoe, regio, keuze))
            vrij |= uit[-1][1].vrij
        fouten = tuple(dict.fromkeys(fout for _, _, van in uit for fout in van))
        monitoring = None if fouten else maak_monitoring(regio, (cel for van, _, _ in uit for cel in van))
    except GegevensFout as fout:
        return Opgehaald(fouten=tuple(fout.fouten), vrij=vrij, opties=opties, keuze=keuze)
    zinnen = dict.fromkeys(zin for _, begrepen, _ in uit for zin in begrepen.hoe)
    return Opgehaald(monitoring, () if fouten else tuple(zinnen), fouten, vrij, opties, keuze)


def _lees_deel(
    bladen: Bladen, periode: str, hoe: list[str], regio: Regio, keuze: Keuze
) -> tuple[list[tuple[str, str, int]], Begrepen, list[Fout]]:
    """Read a table of one half-year, or with a column for each: its cells, how it was understood, and its faults."""
    vreemde_koppen: list[str] = []

    def herken(kop: str) -> str | None:
        vast = kolom_van_regio(kop)
        dan = periode and kop.strip() and halfjaar(f"{keuze.koppen.get(getypt(kop), kop)} {periode}")
        gevonden = dan or halfjaar(kop) or (vast if vast in ("code", "naam") else None)
        if not gevonden and not _halfjaar_in(kop) and _GEEN_HALFJAAR.fullmatch(kop.strip()):
            vreemde_koppen.append(kop.strip())
        return gevonden

    past = Keuze({kop: wat for kop, wat in keuze.koppen.items() if wat == NIET or wat in _PER_KOLOM})
    begrepen = begrijp(bladen, hoe, herken, past)
    perioden = [kolom for kolom in begrepen.koppen if kolom not in ("code", "naam")]
    fouten = [
        Fout("kopregel", kop, "een jaar heeft twee halfjaren; noem de kolom bijvoorbeeld '2026 H1' of '2026 H2'")
        for kop in dict.fromkeys(vreemde_koppen)
        if getypt(kop) not in keuze.koppen
    ]
    if not perioden and not fouten:
        noem = "een halfjaar; noem hem bijvoorbeeld '1e halfjaar 2026' of '2026 H1'"
        if periode:
            noem = "toewijzingen of mutaties; noem hem 'Toewijzingen' of 'Mutaties'"
        fouten.append(Fout("kopregel", "", f"er is geen kolom met {noem}"))
    for nummer, rij in zip(begrepen.nummers, begrepen.rijen, strict=True):
        fouten += _fouten_in_rij(nummer, rij, begrepen.koppen, regio)
    cellen = [(rij["code"], een, rij[een]) for rij in begrepen.rijen for een in perioden]
    return [(code, een, int(cel)) for code, een, cel in cellen if cel], begrepen, fouten


def _per_halfjaar(bladen: Bladen, keuze: Keuze) -> tuple[dict[str, str], Mapping[str, str], list[tuple[str, Bladen]]]:
    """Make of a table with a row for each half-year one of every half-year, in which the rows of the others are empty.

    Before it stand the headings of which was said what they are, with what stands below them, and what a heading can be.
    """
    for blad, rijen in bladen.items():
        for nummer, koppen in enumerate(rijen[:ZOEK_KOP]):
            plek = next((plek for plek, kop in enumerate(koppen) if _LANG.fullmatch(kop.strip())), None)
            if plek is not None and {"code", "naam"} & set(map(kolom_van_regio, koppen)):
                vrij = {
                    schoon(kop): ", ".join(
                        [rij[waar] for rij in rijen[nummer + 1 :] if len(rij) > waar and rij[waar]][:3]
                    )
                    for waar, kop in enumerate(koppen_van(rijen, nummer))
                    if getypt(kop) in keuze.koppen
                }
                return vrij, _PER_RIJ, [(een, {blad: tabel}) for een, tabel in _gesplitst(rijen, nummer, plek)]
    return {}, _PER_KOLOM, [("", bladen)]


def _gesplitst(rijen: Rijen, kop: int, plek: int) -> Iterator[tuple[str, Rijen]]:
    """Part the rows below a heading by the half-year in a column, with a year before it where there is a column of those."""
    koppen = rijen[kop]
    jaar = next((nummer for nummer, een in enumerate(koppen) if een.strip().lower() == "jaar"), plek)
    wanneer, fouten = {}, []
    for nummer, rij in enumerate(rijen[kop + 1 :], start=kop + 1):
        deel = rij[plek].strip() if len(rij) > max(jaar, plek) and len(list(filter(None, rij))) > 1 else ""
        wanneer[nummer] = (halfjaar(deel) or halfjaar(f"{rij[jaar]} {deel}")) if deel else ""
        if wanneer[nummer] is None:
            fouten.append(
                Fout(f"rij {nummer + 1}, kolom {koppen[plek].strip()}", deel, "schrijf een halfjaar, zoals 2026 H1")
            )
    if fouten:
        raise GegevensFout(fouten)

    for periode in sorted(filter(None, set(wanneer.values()))) or [""]:
        tabel = [
            *rijen[: kop + 1],
            *(rijen[nummer] if een in ("", periode) else [] for nummer, een in wanneer.items()),
        ]
        yield periode, [["" if nummer in (jaar, plek) else cel for nummer, cel in enumerate(rij)] for rij in tabel]


def voorbeeldrealisatie(regio: Regio, map_: Path = MAP) -> Monitoring | None:
    """Give a realisatie that is made up, to show what a real one would; None where the region has no such file.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> len(voorbeeldrealisatie(lees_regio("stedendriehoek")).realisatie), voorbeeldrealisatie(lees_regio("gmr"))
    (18, None)
    """
    pad = map_ / regio.sleutel / "verzonnen.csv"
    return lees_realisatie(lees_bestand(pad), pad.name, regio)[0] if pad.exists() else None


def _fouten_in_rij(nummer: int, rij: Mapping[str, str], koppen: Mapping[str, str], regio: Regio) -> Iterator[Fout]:
    """Find what cannot be in a row: a gemeente of elsewhere, or more homes to urgenten than there were."""
    if rij["code"] not in regio.codes:
        advies = f"deze gemeente hoort niet bij {regio.register.naam}; haal deze rij weg"
        yield Fout(f"rij {nummer}", rij["naam"], advies)
    for periode, kop in koppen.items():
        alle = rij.get(f"{MUTATIES} {periode}")
        if alle and rij[periode] and int(rij[periode]) > int(alle):
            advies = f"er gingen niet meer woningen naar urgenten dan er waren, en dat zijn er hier {alle}; verbeter een van beide"
            yield Fout(f"rij {nummer}, kolom {kop}", rij[periode], advies)


def maak_monitoring(regio: Regio, cellen: Iterable[tuple[str, str, int]]) -> Monitoring:
    """Put realised figures together: code, half-year (``2026-1``, or ``mutaties 2026-1``) and how many.

    Raises
    ------
    GegevensFout
        When a year or a number is out of range.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> maak_monitoring(lees_regio("gmr"), [("GM0202", "2026-1", 5)]).realisatie[0].toewijzingen
    5
    """
    rijen: dict[tuple[str, int, int], dict[str, int]] = defaultdict(dict)
    fouten, namen = [], dict(zip(regio.codes, regio.namen, strict=True))
    for code, periode, aantal in cellen:
        soort, jaar, deel = re.fullmatch(rf"({MUTATIES} )?(.+)-(.)", periode).groups("")  # type: ignore[union-attr]
        if 2024 <= int(jaar) <= 2040 and 0 <= aantal <= 100_000:
            rijen[code, int(jaar), int(deel)][soort.strip() or "toewijzingen"] = aantal
        else:
            advies = "kies een jaar van 2024 tot en met 2040 en hoogstens 100.000 woningen, niet onder de 0"
            fouten.append(Fout(f"{namen.get(code, code)}, {soort}{deel}e halfjaar {jaar}", str(aantal), advies))
    if fouten:
        raise GegevensFout(fouten)
    realisatie = (Realisatie(code=code, jaar=jaar, halfjaar=deel, **wat) for (code, jaar, deel), wat in rijen.items())
    return Monitoring(regio=regio.register.naam, realisatie=tuple(realisatie))


def cellen(monitoring: Monitoring) -> dict[tuple[str, str], int]:
    """Give every figure by code and half-year, as :func:`maak_monitoring` takes them.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> cellen(maak_monitoring(lees_regio("gmr"), [("GM0202", "2026-1", 5), ("GM0202", "mutaties 2026-1", 20)]))
    {('GM0202', '2026-1'): 5, ('GM0202', 'mutaties 2026-1'): 20}
    """
    alle: dict[tuple[str, str], int | None] = {}
    for rij in monitoring.realisatie:
        periode = f"{rij.jaar}-{rij.halfjaar}"
        alle |= {(rij.code, periode): rij.toewijzingen, (rij.code, f"{MUTATIES} {periode}"): rij.mutaties}
    return {waar: aantal for waar, aantal in alle.items() if aantal is not None}


def als_csv(monitoring: Monitoring, regio: Regio) -> bytes:
    """Write what was realised as the file that :func:`lees_realisatie` reads.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("gmr")
    >>> als_csv(maak_monitoring(regio, [("GM0202", "2026-1", 5)]), regio).decode("utf-8-sig").splitlines()[:2]
    ['Gemeentecode;Gemeente;2026 H1', 'GM0202;Arnhem;5']
    """
    cijfers = cellen(monitoring)
    perioden = sorted({periode for _, periode in cijfers}, key=lambda periode: (periode[-6:], periode))
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    koppen = (periode[:-2].capitalize() + " H" + periode[-1] for periode in perioden)
    schrijver.writerow(["Gemeentecode", "Gemeente", *koppen])
    for code, naam in zip(regio.codes, regio.namen, strict=True):
        schrijver.writerow([code, naam, *(cijfers.get((code, periode), "") for periode in perioden)])
    return uit.getvalue().encode("utf-8-sig")


def json_schema() -> str:
    """Give the data model as JSON Schema, for who hands the figures in by machine.

    Examples
    --------
    >>> json_schema()[:1]
    '{'
    """
    schema: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Monitoring.model_json_schema(),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

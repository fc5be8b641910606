"""What was realised: toewijzingen and mutaties per gemeente per half-year, from a file or a table, as one data model."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.begrijpen import begrijp
from fairshare.gegevens.bestanden import MAP, lees_bestand
from fairshare.gegevens.eigen import lees_bladen
from fairshare.gegevens.herkennen import kolom_van_regio
from fairshare.gegevens.schema import Regio

_HALFJAREN = (
    re.compile(r"(?P<jaar>20[0-9]{2})[ /_-]*(?:h|halfjaar|hj)?[ /_-]*(?P<deel>[12])(?:e halfjaar)?", re.IGNORECASE),
    re.compile(r"(?P<deel>[12])e[ ]*(?:halfjaar|helft)[ ]*(?:van[ ]*)?(?P<jaar>20[0-9]{2})", re.IGNORECASE),
)
"""How people write a half-year: 2026 H1, 2026-1, 1e halfjaar 2026."""

MUTATIES = "mutaties"
_WOORD = r"(?P<soort>toewijzingen|toegewezen|mutaties|vrijgekomen)"
_SOORTEN = (
    re.compile(rf"{_WOORD}[ :_-]+(?P<rest>.+)", re.IGNORECASE),
    re.compile(rf"(?P<rest>.+?)[ :_-]+{_WOORD}", re.IGNORECASE),
)
"""What a column may say before or after its half-year; without a word it has toewijzingen."""

_LANG = re.compile(r"halfjaar|half jaar|periode", re.IGNORECASE)
"""How the column of a table is called that has a row for every half-year."""

_IN_KOLOMMEN = "zet elk halfjaar in een eigen kolom, bijvoorbeeld '2026 H1' en '2026 H2', met een rij per gemeente"

_GEEN_HALFJAAR = re.compile(
    r"20[0-9]{2}[ /_-]*(h|q|halfjaar|hj|kwartaal)?[ /_-]*[0-9]|[0-9]e[ ]*halfjaar.*", re.IGNORECASE
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


def halfjaar(kop: str) -> str | None:
    """Give the half-year that a heading stands for, as ``2026-1``; with ``mutaties`` before it where it has those.

    Examples
    --------
    >>> halfjaar("2026 H1"), halfjaar("1e halfjaar 2026"), halfjaar("2026-2"), halfjaar("Inwoners")
    ('2026-1', '2026-1', '2026-2', None)
    >>> halfjaar("Mutaties 2026 H1"), halfjaar("2026 H1 toewijzingen")
    ('mutaties 2026-1', '2026-1')
    """
    soort, tekst = _soort_en_rest(kop)
    gevonden = next(filter(None, (patroon.fullmatch(tekst) for patroon in _HALFJAREN)), None)
    wat = f"{MUTATIES} " if soort in (MUTATIES, "vrijgekomen") else ""
    return f"{wat}{gevonden['jaar']}-{gevonden['deel']}" if gevonden else None


def lees_realisatie(inhoud: bytes, naam: str, regio: Regio) -> tuple[Monitoring, list[str]]:
    r"""Read a table with a row a gemeente and a column a half-year; give it with how it was read.

    Raises
    ------
    GegevensFout
        With every fault, each with row, column, value and remedy.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tekst = b"Gemeente;2026 H1;Mutaties 2026 H1;2026 H2\nLochem;20;71;\n"
    >>> lees_realisatie(tekst, "proef", lees_regio("stedendriehoek"))[0].realisatie
    (Realisatie(code='GM0262', jaar=2026, halfjaar=1, toewijzingen=20, mutaties=71),)
    """
    vreemde_koppen: list[str] = []

    def herken(kop: str) -> str | None:
        vast = kolom_van_regio(kop)
        if _LANG.fullmatch(kop.strip()):
            raise GegevensFout([Fout("kopregel", kop.strip(), _IN_KOLOMMEN)])
        gevonden = halfjaar(kop) or (vast if vast in ("code", "naam") else None)
        if gevonden is None and _lijkt_een_halfjaar(kop):
            vreemde_koppen.append(kop.strip())
        return gevonden

    begrepen = begrijp(*lees_bladen(inhoud, naam), herken)
    perioden = [kolom for kolom in begrepen.koppen if kolom not in ("code", "naam")]
    fouten = [
        Fout("kopregel", kop, "een jaar heeft twee halfjaren; noem de kolom bijvoorbeeld '2026 H1' of '2026 H2'")
        for kop in dict.fromkeys(vreemde_koppen)
    ]
    if not perioden and not fouten:
        noem = "er is geen kolom met een halfjaar; noem hem bijvoorbeeld '1e halfjaar 2026' of '2026 H1'"
        fouten.append(Fout("kopregel", "", noem))
    for nummer, rij in zip(begrepen.nummers, begrepen.rijen, strict=True):
        fouten += _fouten_in_rij(nummer, rij, begrepen.koppen, regio)
    if fouten:
        raise GegevensFout(fouten)
    cellen = ((rij["code"], periode, rij[periode]) for rij in begrepen.rijen for periode in perioden)
    return maak_monitoring(regio, ((code, periode, int(cel)) for code, periode, cel in cellen if cel)), begrepen.hoe


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


def _soort_en_rest(kop: str) -> tuple[str, str]:
    """Part a heading in the word for what it counts, if it has one, and the rest."""
    kaal = kop.strip()
    soort = next(filter(None, (patroon.fullmatch(kaal) for patroon in _SOORTEN)), None)
    return (soort["soort"].lower(), soort["rest"]) if soort else ("", kaal)


def _lijkt_een_halfjaar(kop: str) -> bool:
    return bool(_GEEN_HALFJAAR.fullmatch(_soort_en_rest(kop)[1]))


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

"""What was realised: toewijzingen per gemeente per half-year, from a file or a table, as one data model."""

import csv
import io
import json
import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.begrijpen import begrijp
from fairshare.gegevens.eigen import lees_bladen
from fairshare.gegevens.herkennen import kolom_van_regio
from fairshare.gegevens.schema import Regio

_HALFJAREN = (
    re.compile(r"(?P<jaar>20[0-9]{2})[ /_-]*(?:h|halfjaar|hj)?[ /_-]*(?P<deel>[12])(?:e halfjaar)?", re.IGNORECASE),
    re.compile(r"(?P<deel>[12])e[ ]*(?:halfjaar|helft)[ ]*(?:van[ ]*)?(?P<jaar>20[0-9]{2})", re.IGNORECASE),
)
"""How people write a half-year: 2026 H1, 2026-1, 1e halfjaar 2026."""


class Realisatie(BaseModel):
    """The toewijzingen to urgenten of one gemeente in one half-year; what is not known has no row, and is not 0."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^GM[0-9]{4}$", description="CBS-code van de gemeente")]
    jaar: Annotated[int, Field(ge=2024, le=2040, description="Kalenderjaar")]
    halfjaar: Annotated[int, Field(ge=1, le=2, description="1: januari-juni, 2: juli-december")]
    toewijzingen: Annotated[int, Field(ge=0, le=100_000, description="Woningen toegewezen aan urgenten")]


class Monitoring(BaseModel):
    """What a region hands in: its name and what was realised."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regio: Annotated[str, Field(min_length=1, max_length=80, description="Naam van de regio")]
    realisatie: Annotated[tuple[Realisatie, ...], Field(description="Een rij per gemeente en halfjaar")]


def halfjaar(kop: str) -> str | None:
    """Give the half-year that a heading stands for, as ``2026-1``.

    Examples
    --------
    >>> halfjaar("2026 H1"), halfjaar("1e halfjaar 2026"), halfjaar("2026-2"), halfjaar("Inwoners")
    ('2026-1', '2026-1', '2026-2', None)
    """
    gevonden = next(filter(None, (patroon.fullmatch(kop.strip()) for patroon in _HALFJAREN)), None)
    return f"{gevonden['jaar']}-{gevonden['deel']}" if gevonden else None


def lees_realisatie(inhoud: bytes, naam: str, regio: Regio) -> tuple[Monitoring, list[str]]:
    r"""Read a table with a row a gemeente and a column a half-year; give it with how it was read.

    Raises
    ------
    GegevensFout
        With every fault, each with row, column, value and remedy.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tekst = b"Gemeente;2026 H1;2026 H2\nLochem;20;\n"
    >>> lees_realisatie(tekst, "proef", lees_regio("stedendriehoek"))[0].realisatie
    (Realisatie(code='GM0262', jaar=2026, halfjaar=1, toewijzingen=20),)
    """

    def herken(kop: str) -> str | None:
        vast = kolom_van_regio(kop)
        return halfjaar(kop) or (vast if vast in ("code", "naam") else None)

    begrepen = begrijp(*lees_bladen(inhoud, naam), herken)
    perioden = [kolom for kolom in begrepen.koppen if kolom not in ("code", "naam")]
    if not perioden:
        raise GegevensFout(
            [
                Fout(
                    "kopregel",
                    "",
                    "er is geen kolom met een halfjaar; noem hem bijvoorbeeld '1e halfjaar 2026' of '2026 H1'",
                )
            ]
        )
    vreemd = [
        Fout(f"rij {nummer}", rij["naam"], f"deze gemeente hoort niet bij {regio.register.naam}; haal deze rij weg")
        for nummer, rij in zip(begrepen.nummers, begrepen.rijen, strict=True)
        if rij["code"] not in regio.codes
    ]
    if vreemd:
        raise GegevensFout(vreemd)
    cellen = ((rij["code"], periode, rij[periode]) for rij in begrepen.rijen for periode in perioden)
    return maak_monitoring(regio, ((code, periode, int(cel)) for code, periode, cel in cellen if cel)), begrepen.hoe


def maak_monitoring(regio: Regio, cellen: Iterable[tuple[str, str, int]]) -> Monitoring:
    """Put realised figures together: code, half-year (``2026-1``) and toewijzingen.

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
    rijen, fouten = [], []
    for code, periode, aantal in cellen:
        jaar, deel = periode.split("-")
        if 2024 <= int(jaar) <= 2040 and 0 <= aantal <= 100_000:
            rijen.append(Realisatie(code=code, jaar=int(jaar), halfjaar=int(deel), toewijzingen=aantal))
        else:
            fouten.append(
                Fout(
                    f"{code}, {periode}",
                    str(aantal),
                    "kies een jaar van 2024 tot en met 2040 en hoogstens 100.000 woningen",
                )
            )
    if fouten:
        raise GegevensFout(fouten)
    return Monitoring(regio=regio.register.naam, realisatie=tuple(rijen))


def als_csv(monitoring: Monitoring, regio: Regio) -> bytes:
    """Write what was realised as the file that :func:`lees_realisatie` reads.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("gmr")
    >>> als_csv(maak_monitoring(regio, [("GM0202", "2026-1", 5)]), regio).decode("utf-8-sig").splitlines()[:2]
    ['Gemeentecode;Gemeente;2026 H1', 'GM0202;Arnhem;5']
    """
    cijfers = {(rij.code, f"{rij.jaar} H{rij.halfjaar}"): rij.toewijzingen for rij in monitoring.realisatie}
    perioden = sorted({periode for _, periode in cijfers})
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(["Gemeentecode", "Gemeente", *perioden])
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

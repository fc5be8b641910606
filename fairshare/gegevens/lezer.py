"""Turn the bytes of an office file into rows of text; run as a program of its own, because a file may be a trap.

Reads a file from standard input and writes JSON: ``{"bladen": {name: rows}, "hoe": [...]}`` or ``{"fout": "..."}``. Its
memory and time are bounded before it looks at anything, so that a bomb takes this process down and nothing else. It
imports nothing of the project: a small process starts fast.
"""

import contextlib
import csv
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

MEESTE_BYTES = 5_000_000
MEESTE_RIJEN, MEESTE_KOLOMMEN, LANGSTE_CEL = 20_000, 200, 1_000
TE_GROOT = (
    f"de tabel heeft meer dan {MEESTE_RIJEN} rijen of {MEESTE_KOLOMMEN} kolommen; "
    "verwijder de lege rijen en kolommen rechts en onder de tabel"
)
MEESTE_CELLEN, MEESTE_TEKENS, MEESTE_BLADEN = 300_000, 3_000_000, 50
TE_VEEL = (
    f"dit bestand bevat meer dan {MEESTE_CELLEN} cellen of {MEESTE_TEKENS} tekens; sla alleen de tabel met gemeenten op"
)
"""What comes out is bounded too: a few kB of Parquet or Excel can name one long text a million times."""

MEESTE_UITGEPAKT = 60_000_000
GEHEUGEN, REKENTIJD = 1 << 30, 10
"""Bounds of this process [bytes, seconds]."""

COMPRESSIE = {"UNCOMPRESSED", "SNAPPY", "GZIP", "ZSTD"}
"""How Parquet may be compressed; other codecs are rarely needed and more code to trust."""

LEEG = "dit bestand is leeg; kies een bestand met een kopregel en minstens een rij gegevens"

BEREKEND_NIET = "#FORMULE"
DATUM = "#DATUM "
SAMEN = "#SAMEN "
"""How a formula without a value, a date and a merged cell stand among the rows; behind the last its cells and value."""

Rijen = list[list[str]]


class Onleesbaar(Exception):
    """What is wrong with the file, in Dutch."""


def lees(inhoud: bytes) -> dict[str, Any]:
    """Read a file by what it is, not by what it is called."""
    if not inhoud.strip():
        raise Onleesbaar(LEEG)
    if len(inhoud) > MEESTE_BYTES:
        raise Onleesbaar("dit bestand is groter dan 5 MB; haal er uit wat niet over gemeenten gaat")
    if inhoud.startswith(b"PK\x03\x04"):
        hoe = ["Gelezen als Excel-werkmap."]
        return {"bladen": _binnen_de_perken(_excel(inhoud, hoe)), "hoe": hoe}
    if inhoud.startswith(b"PAR1"):
        return {"bladen": _binnen_de_perken({"": _parquet(inhoud)}), "hoe": ["Gelezen als Parquet."]}
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise Onleesbaar("dit is oud Excel (.xls) of beveiligd met een wachtwoord; sla het op als .xlsx of CSV")
    tekst, codering = _tekst(inhoud)
    rijen, scheiding = _csv(tekst)
    return {
        "bladen": _binnen_de_perken({"": rijen}),
        "hoe": [f"Gelezen als CSV, {codering}, kolommen gescheiden door {scheiding}."],
    }


def _tekst(inhoud: bytes) -> tuple[str, str]:
    """Decode: UTF-16 and UTF-8 by their mark or their rules, else what Windows in the Netherlands writes."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return inhoud.decode("utf-16"), "UTF-16"
        except UnicodeDecodeError:
            raise Onleesbaar("de tekens zijn niet te lezen; sla het bestand op als 'CSV UTF-8'") from None
    if b"\x00" in inhoud or inhoud.startswith((b"MZ", b"\x7fELF", b"%PDF", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff")):
        raise Onleesbaar("dit is geen tabel; lever CSV, Excel (.xlsx) of Parquet")
    try:
        return inhoud.decode("utf-8-sig"), "UTF-8"
    except UnicodeDecodeError:
        return inhoud.decode("cp1252", errors="replace"), "Windows-1252"


def _csv(tekst: str) -> tuple[Rijen, str]:
    """Split in cells at the sign that gives the most rows of the same width."""
    tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    if tekst.lower().startswith("sep="):
        tekst = tekst.partition("\n")[2]
    if not tekst.strip():
        raise Onleesbaar(LEEG)
    if max(map(len, tekst.split("\n"))) > 100 * LANGSTE_CEL:
        raise Onleesbaar("een regel is langer dan 100.000 tekens; dit is geen tabel van gemeenten")
    namen = {";": "puntkomma's", "\t": "tabs", ",": "komma's", "|": "streepjes"}
    gesplitst = {teken: _bijeen(tekst, teken) for teken in namen}

    def breed(teken: str) -> tuple[int, int]:
        breedtes = [len(rij) for rij in gesplitst[teken] if len(rij) > 1]
        meest = max(set(breedtes), key=breedtes.count, default=0)
        return breedtes.count(meest), meest

    beste = max(namen, key=breed)
    if not breed(beste)[0] and any(teken in tekst and not gesplitst[teken] for teken in namen):
        raise Onleesbaar("een aanhalingsteken wordt geopend en niet gesloten; haal het weg of sluit het")
    return _begrensd(gesplitst[beste]), namen[beste]


def _bijeen(tekst: str, teken: str) -> Rijen:
    try:
        return list(csv.reader(io.StringIO(tekst), delimiter=teken, strict=True))
    except csv.Error:
        return []


def _excel(inhoud: bytes, hoe: list[str]) -> dict[str, Rijen]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            uitgepakt = sum(deel.file_size for deel in pak.infolist())
            bladen = sum(naam.startswith("xl/worksheets/") for naam in pak.namelist())
            if "xl/workbook.xml" not in pak.namelist():
                raise Onleesbaar("dit is geen Excel-werkmap; lever .xlsx, CSV of Parquet")
        if bladen > MEESTE_BLADEN:
            raise Onleesbaar(
                f"deze werkmap heeft meer dan {MEESTE_BLADEN} bladen; sla alleen het blad met de gegevens op"
            )
        if uitgepakt > MEESTE_UITGEPAKT:
            raise Onleesbaar("deze werkmap wordt uitgepakt te groot; sla alleen het blad met de gegevens op")
        return _bladen(inhoud, hoe)
    except Onleesbaar:
        raise
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - whatever a broken workbook brings up, the answer is the same
        raise Onleesbaar("deze werkmap is beschadigd of niet compleet; sla hem opnieuw op of gebruik CSV") from None


def _bladen(inhoud: bytes, hoe: list[str]) -> dict[str, Rijen]:
    """Read each sheet once, and stop where it is larger than a table of gemeenten can be."""
    from openpyxl import load_workbook

    boek = load_workbook(io.BytesIO(inhoud), read_only=True, data_only=True, keep_links=False)
    gelezen, over = {}, MEESTE_CELLEN
    for blad in boek.worksheets:
        rijen = gelezen[blad.title] = _blad(boek, blad, hoe, over)
        over -= sum(map(len, rijen))
    return gelezen


def _blad(boek: Any, blad: Any, hoe: list[str], meeste: int) -> Rijen:
    """Read a sheet with what Excel does not show of it: formulas without a value, merged cells, hidden rows and filters."""
    from openpyxl.styles.numbers import BUILTIN_FORMATS, BUILTIN_FORMATS_MAX_SIZE
    from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser

    class Lezer(WorkSheetParser):  # type: ignore[misc] # the one that openpyxl reads with; it throws away what its own sheets do not keep
        def parse_cell(self, element: Any) -> Any:
            cel = super().parse_cell(element)
            if cel["value"] is None and element.find(FORMULA_TAG) is not None:
                cel["value"] = BEREKEND_NIET
            return cel

    with blad._get_source() as bron:
        lezer = Lezer(bron, blad._shared_strings, True, boek.epoch, boek._date_formats, boek._timedelta_formats)
        eigen = dict(enumerate(boek._number_formats, start=BUILTIN_FORMATS_MAX_SIZE))
        opmaak = [(BUILTIN_FORMATS | eigen).get(stijl.numFmtId, "") for stijl in boek._cell_styles]
        rijen = _begrensd(_gevuld(lezer.parse(), opmaak), meeste)
    _samengevoegd(lezer, rijen)
    hoe += _onzichtbaar(lezer, blad.title, rijen)
    return rijen


def _gevuld(rijen: Iterable[tuple[int, list[dict[str, Any]]]], opmaak: list[str]) -> Iterator[list[str]]:
    """Give every row from the first on, also those that are not in the file because nothing stands in them."""
    laatste = 0
    for nummer, cellen in rijen:
        if not cellen:
            continue
        if nummer > MEESTE_RIJEN or cellen[-1]["column"] > MEESTE_KOLOMMEN:
            gevuld = [cel for cel in cellen if cel["value"] is not None]
            if gevuld:
                raise Onleesbaar(TE_GROOT)
            continue
        rij = [""] * cellen[-1]["column"]
        for cel in cellen:
            rij[cel["column"] - 1] = _cel(cel["value"], opmaak[cel["style_id"]])
        yield from ([] for _ in range(laatste + 1, nummer))
        yield _zonder_lege(rij)
        laatste = nummer


def _samengevoegd(lezer: Any, rijen: Rijen) -> None:
    """Mark the cells that are merged: Excel keeps one value for all of them."""
    over = MEESTE_CELLEN
    for bereik in lezer.merged_cells.mergeCell if lezer.merged_cells else ():
        links, boven, rechts, onder = bereik.bounds
        if boven > len(rijen) or links > len(rijen[boven - 1]):
            continue
        waarde, rechts = rijen[boven - 1][links - 1], min(rechts, MEESTE_KOLOMMEN)
        over -= (min(onder, len(rijen)) - boven + 1) * rechts
        if over < 0:
            raise Onleesbaar(TE_VEEL)
        for rij in rijen[boven - 1 : onder]:
            rij += [""] * (rechts - len(rij))
            for plek in range(links - 1, rechts):
                rij[plek] = f"{SAMEN}{bereik.coord} {waarde if plek == links - 1 else ''}"


def _onzichtbaar(lezer: Any, blad: str, rijen: Rijen) -> Iterator[str]:
    """Say what of a sheet is read though Excel hides it."""
    ja, breed = ("1", "true"), max(map(len, rijen), default=0)
    verborgen = [nummer for nummer, wat in lezer.row_dimensions.items() if wat.get("hidden") in ja]
    gevuld = [nummer for nummer in verborgen if int(nummer) <= len(rijen) and rijen[int(nummer) - 1]]
    kolommen = [
        naam for naam, wat in lezer.column_dimensions.items() if wat.get("hidden") in ja and int(wat["min"]) <= breed
    ]
    if gevuld:
        yield f"Blad '{blad}': verborgen en toch gelezen: {_opgesomd('rij', 'rijen', gevuld)}."
    if kolommen:
        yield f"Blad '{blad}': verborgen en toch gelezen: {_opgesomd('kolom', 'kolommen', kolommen)}."
    filters = getattr(lezer, "auto_filter", None)
    if filters is not None and filters.filterColumn:
        yield f"Blad '{blad}': er staat een filter op {filters.ref}; ook wat het verbergt is gelezen."


def _opgesomd(een: str, meer: str, welke: list[str]) -> str:
    rest = f" en nog {len(welke) - 10}" if len(welke) > 10 else ""
    return f"{len(welke)} {een if len(welke) == 1 else meer} ({', '.join(welke[:10])}{rest})"


def _zonder_lege(cellen: list[str]) -> list[str]:
    """Let go of the empty cells to the right of a row."""
    gevuld = [plek for plek, cel in enumerate(cellen) if cel]
    return cellen[: gevuld[-1] + 1] if gevuld else []


def _cel(waarde: Any, opmaak: str = "") -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, datetime | date | time):
        return DATUM + str(waarde)[:10]
    if isinstance(waarde, timedelta):
        return f"{DATUM}{waarde.total_seconds() / 3600:.0f} uur"
    if isinstance(waarde, int | float) and not isinstance(waarde, bool) and _toont_procent(opmaak):
        return _getal(round(100 * waarde, 9)) + "%"
    return _getal(waarde)


def _toont_procent(opmaak: str) -> bool:
    """Whether a format multiplies by a hundred: a percent sign between quotes or after a backslash is only text."""
    return "%" in re.sub(r'"[^"]*"|\\.|\[[^]]*\]', "", opmaak)


def _getal(waarde: Any) -> str:
    """Write a value as a Dutch office would type it."""
    if waarde is None or waarde != waarde:  # only nan differs from itself
        return ""
    if isinstance(waarde, Decimal):
        return str(int(waarde)) if waarde == waarde.to_integral_value() else f"{waarde:f}".replace(".", ",")
    if isinstance(waarde, float):
        return str(int(waarde)) if waarde.is_integer() and abs(waarde) < 1e15 else repr(waarde).replace(".", ",")
    if isinstance(waarde, bytes):
        return waarde.decode("utf-8", errors="replace")
    return str(waarde)


def _parquet(inhoud: bytes) -> Rijen:
    """Look at the footer before anything else: a small file can hold hundreds of millions of rows."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # a file of Python is read in a thread of Arrow, which may outlive Python
        bestand = pq.ParquetFile(pa.BufferReader(inhoud), page_checksum_verification=True)
        rijen, schema = bestand.metadata.num_rows, bestand.schema_arrow
        if rijen > MEESTE_RIJEN or len(schema) > MEESTE_KOLOMMEN:
            raise Onleesbaar(TE_GROOT)
        if any(pa.types.is_nested(veld.type) for veld in schema):
            raise Onleesbaar("een kolom bevat lijsten of groepen; lever een kolom per cijfer")
        vreemd = _compressie(bestand.metadata) - COMPRESSIE
        if vreemd:
            raise Onleesbaar(f"de compressie {min(vreemd).lower()} kan hier niet; sla het op met snappy, gzip of zstd")
        tabel = bestand.read(use_threads=False)
        if tabel.nbytes > 10 * MEESTE_TEKENS:
            raise Onleesbaar(TE_VEEL)
        cellen = [[_cel(cel) for cel in kolom.to_pylist()] for kolom in tabel.columns]
    except (Onleesbaar, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - whatever a broken file brings up, the answer is the same
        raise Onleesbaar(
            "dit Parquet-bestand is beschadigd of niet compleet; maak het opnieuw of gebruik CSV"
        ) from None
    return _begrensd([tabel.column_names, *map(list, zip(*cellen, strict=True))])


def _compressie(voet: Any) -> set[str]:
    """Name every codec in a file."""
    groepen = (voet.row_group(nummer) for nummer in range(voet.num_row_groups))
    return {groep.column(nummer).compression for groep in groepen for nummer in range(groep.num_columns)}


def _binnen_de_perken(bladen: dict[str, Rijen]) -> dict[str, Rijen]:
    """Refuse what would fill the memory of whoever asked for it."""
    cellen = [cel for rijen in bladen.values() for rij in rijen for cel in rij]
    if len(cellen) > MEESTE_CELLEN or sum(map(len, cellen)) > MEESTE_TEKENS:
        raise Onleesbaar(TE_VEEL)
    return bladen


def _begrensd(rijen: Iterable[list[str]], meeste: int = MEESTE_CELLEN) -> Rijen:
    """Take rows while they stay within bounds."""
    genomen: Rijen = []
    for cellen in rijen:
        meeste -= len(cellen)
        if meeste < 0:
            raise Onleesbaar(TE_VEEL)
        if len(genomen) >= MEESTE_RIJEN or len(cellen) > MEESTE_KOLOMMEN:
            raise Onleesbaar(TE_GROOT)
        if any(len(cel) > LANGSTE_CEL for cel in cellen):
            raise Onleesbaar(f"rij {len(genomen) + 1} heeft een cel van meer dan {LANGSTE_CEL} tekens; kort hem in")
        genomen.append(cellen)
    return genomen


def _begrens() -> None:
    """Set the bounds that this system has: Windows has none of these, macOS not all; the bounds on size hold everywhere."""
    try:
        import resource
    except ImportError:
        return
    grenzen = {
        "RLIMIT_AS": GEHEUGEN,
        "RLIMIT_CPU": REKENTIJD,
        "RLIMIT_FSIZE": 0,
        "RLIMIT_CORE": 0,
    }
    for naam, grens in grenzen.items():  # nothing on disk, also not when it crashes
        with contextlib.suppress(AttributeError, ValueError, OSError):
            resource.setrlimit(getattr(resource, naam), (grens, grens))
    with contextlib.suppress(OSError):
        os.nice(5)  # a slider goes before a file


def main() -> None:
    """Bound this process, then read."""
    _begrens()
    try:
        antwoord = lees(sys.stdin.buffer.read())
    except Onleesbaar as fout:
        antwoord = {"fout": str(fout)}
    except MemoryError:
        antwoord = {"fout": "dit bestand vraagt te veel geheugen; sla alleen de tabel met gemeenten op"}
    sys.stdout.write(json.dumps(antwoord))
    sys.stdout.flush()
    os._exit(0)  # all is said: how libraries end can only go wrong


if __name__ == "__main__":
    main()

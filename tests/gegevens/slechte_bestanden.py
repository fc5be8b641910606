"""Files that are wrong, each by its name: what is in them. What each is told stands in ``slechte_bestanden.csv``."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq


def _xlsx(*rijen: list[object], bewerk: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.active.append(rij)
    if bewerk:
        bewerk(boek)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def _verre_cel(boek: openpyxl.Workbook) -> None:
    boek.active["XFD1048576"] = 1


def _parquet(tabel: dict[str, list[object]], **hoe: object) -> bytes:
    uit = io.BytesIO()
    pq.write_table(pa.table(tabel), uit, **hoe)
    return uit.getvalue()


def _zip(naam: str, inhoud: bytes) -> bytes:
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as pak:
        pak.writestr(naam, inhoud)
    return uit.getvalue()


def _lang(aantal: int) -> bytes:
    return _parquet({"gemeente": ["Delft"] * aantal})


def _lang_blad(cel: str) -> bytes:
    """A workbook whose sheet is this one cell, with the rest of the sheet as openpyxl writes it."""
    return _deel(
        "xl/worksheets/sheet1.xml",
        '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<sheetData>{cel}</sheetData></worksheet>",
    )


def _deel(naam: str, inhoud: str) -> bytes:
    """The good workbook with one part of it replaced."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOED)) as bron, zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as doel:
        for deel in bron.namelist():
            doel.writestr(deel, inhoud if deel == naam else bron.read(deel))
    return uit.getvalue()


def _herhaald(breed: int, lengte: int) -> bytes:
    """A few kB of Parquet that name one long text very often."""
    return _parquet({"gemeente": ["Delft"] * 4_000} | {f"k{nummer}": ["x" * lengte] * 4_000 for nummer in range(breed)})


def _dubbele_kolom() -> bytes:
    uit = io.BytesIO()
    tabel = pa.Table.from_arrays(
        [pa.array(["Delft"]), pa.array([1]), pa.array([2])], ["gemeente", "inwoners", "inwoners"]
    )
    pq.write_table(tabel, uit)
    return uit.getvalue()


def _bladen(aantal: int) -> Callable[[openpyxl.Workbook], None]:
    def erbij(boek: openpyxl.Workbook) -> None:
        for _ in range(aantal):
            boek.create_sheet()

    return erbij


def _opmaak(cel: str, vorm: str) -> Callable[[openpyxl.Workbook], None]:
    def maak_op(boek: openpyxl.Workbook) -> None:
        boek.active[cel].number_format = vorm

    return maak_op


_LACH = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
XXE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><worksheet>&e;</worksheet>'
LACHBOM = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{_LACH}]><worksheet>&l9;</worksheet>'


GOED = _xlsx(["Gemeente", "Inwoners"], ["Delft", 109573])

BESTANDEN: dict[str, bytes] = {
    # the file as such
    "leeg": b"",
    "alleen witruimte": b" \n\n",
    "programma": b"MZ\x90\x00",
    "linux-programma": b"\x7fELF\x02",
    "pdf": b"%PDF-1.7\n",
    "plaatje": b"\x89PNG\r\n",
    "gezipte csv": b"\x1f\x8b\x08\x00",
    "oud excel": b"\xd0\xcf\x11\xe0\xa1\xb1",
    "zip zonder werkmap": _zip("tabel.csv", b"gemeente\nDelft\n"),
    "kapotte zip": b"PK\x03\x04kapot",
    "half excel": GOED[: len(GOED) // 2],
    "zipbom": _zip("xl/workbook.xml", b"0" * 70_000_000),
    "cel in de verste hoek": _xlsx(["Gemeente"], ["Delft"], bewerk=_verre_cel),
    "half parquet": _parquet({"gemeente": ["Delft"]})[:-20],
    "parquet met te veel rijen": _lang(100_000),
    "parquet met lijsten": _parquet({"gemeente": ["Delft"], "x": [[1, 2]]}),
    "te groot": b"Gemeente\n" + b"x" * 5_000_001,
    "utf-16 zonder einde": b"\xff\xfe\x00",
    "nul-tekens": b"Gemeente\x00;Inwoners",
    "regel van honderdduizend": b"Gemeente;Inwoners\n" + b"9" * 100_001,
    "cel van duizend": b"Gemeente;Inwoners\nDelft;" + b"9" * 1_001,
    "te veel kolommen": b";".join([b"Gemeente"] + [b"x"] * 250),
    "alleen een merkteken": b"\xef\xbb\xbf",
    "werkmap met te veel bladen": _xlsx(["Gemeente"], ["Delft"], bewerk=_bladen(60)),
    "xml van buiten in een blad": _deel("xl/worksheets/sheet1.xml", XXE),
    "xml van buiten in de werkmap": _deel("xl/workbook.xml", XXE),
    "xml die zichzelf vermenigvuldigt": _deel("xl/worksheets/sheet1.xml", LACHBOM),
    "kolom voorbij de laatste": _lang_blad('<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'),
    "brotli parquet": _parquet({"gemeente": ["Delft"]}, compression="brotli"),
    "parquet dat uitdijt": _herhaald(150, 90),
    "parquet met te veel cellen": _herhaald(90, 1),
    "parquet met een tijd voorbij de kalender": _parquet(
        {"gemeente": ["Delft"], "x": pa.array([2**62], pa.timestamp("us"))}
    ),
    # the table
    "geen kop": b"Delft;109573\nLeiden;124093\n",
    "geen gemeente": b"Inwoners;Woningen\n109573;50000\n",
    "alleen een kop": b"Gemeente;Inwoners\n",
    "alleen een totaal": b"Gemeente;Inwoners\nTotaal;5\n",
    "kop te laag": b"Bron\n" * 25 + b"Gemeente;Inwoners\nDelft;1\n",
    "kolom dubbel": b"Gemeente;Inwoners;Inwoners\nDelft;1;2\n",
    "kolom twee keer anders": b"Gemeente;Inwoners;Bevolking\nDelft;1;2\n",
    "personen": b"Gemeente;BSN\nDelft;123456782\n",
    "personen in een woord van de kop": b"Gemeente;Naam client;BSN-nummer\nDelft;Jan;1\n",
    "personen zonder kop": b"Gemeente;Kenmerk;Waar;Wie\nDelft;123456782;7241 CR 12;a@b.nl\n",
    "parquet met een kolom dubbel": _dubbele_kolom(),
    "meer rijen dan gemeenten": b"Gemeente;Inwoners\n" + b"Delft;1\n" * 501,
    "meer fouten dan iemand leest": b"Gemeente;Inwoners\n" + b"Delft;veel\n" * 55,
    "te weinig cellen": b"Gemeente;Inwoners;Woningen\nDelft;1\n",
    "te veel cellen": b"Gemeente;Inwoners\nDelft;1;2\n",
    "decimale komma in kommabestand": b"Gemeente,Inwoners\nDelft,12,5\n",
    "aanhalingsteken open": b'Gemeente,Inwoners\n"Delft,1\n',
    # the gemeenten
    "onbekende gemeente": b"Gemeente;Inwoners\nUtrech;1\n",
    "niets wat erop lijkt": b"Gemeente;Inwoners\nQwertyuiop;1\n",
    "opgegane gemeente": b"Gemeente;Inwoners\nUden;1\n",
    "verdeelde gemeente": b"Gemeente;Inwoners\nHaaren;1\n",
    "cyrillische letter": "Gemeente;Inwoners\nАmsterdam;1\n".encode(),
    "dubbel gecodeerd": "Gemeente;Inwoners\nSÃºdwest-FryslÃ¢n;1\n".encode(),
    "onbekende code": b"Gemeentecode;Inwoners\nGM9999;1\n",
    "geen code": b"Gemeentecode;Inwoners\nDelft;1\n",
    "code van een ander": b"Gemeentecode;Gemeente;Inwoners\nGM0503;Leiden;1\n",
    "zelfde gemeente twee keer": b"Gemeente;Inwoners\nDen Haag;1\n's-Gravenhage;1\n",
    "zonder gemeente": b"Gemeente;Inwoners\n;1\n",
    # the figures
    "decimaal": b"Gemeente;Inwoners\nDelft;12,5\n",
    "engels": b"Gemeente;Inwoners\nDelft;109,573\n",
    "engels met punt": b"Gemeente;Inwoners\nDelft;1,234.56\n",
    "wetenschappelijk": b"Gemeente;Inwoners\nDelft;1e5\n",
    "liggend streepje": b"Gemeente;Inwoners\nDelft;1_000\n",
    "onder nul": "Gemeente;Inwoners\nDelft;−5\n".encode(),
    "min achteraan": b"Gemeente;Inwoners\nDelft;5-\n",
    "te hoog": b"Gemeente;Inwoners\nDelft;99999999\n",
    "oneindig": b"Gemeente;Inwoners\nDelft;1e400\n",
    "nan": b"Gemeente;Inwoners\nDelft;nan\n",
    "arabische cijfers": "Gemeente;Inwoners\nDelft;٣٠\n".encode(),
    "woord": b"Gemeente;Inwoners\nDelft;veel\n",
    "formule als tekst": b"Gemeente;Inwoners\nDelft;=1+1\n",
    "formule zonder uitkomst": _xlsx(["Gemeente", "Inwoners"], ["Delft", "=1+1"]),
    "datum": _xlsx(["Gemeente", "Inwoners"], ["Delft", date(2026, 2, 1)]),
    "excel met komma": _xlsx(["Gemeente", "Inwoners"], ["Delft", 109.573]),
    "waar of onwaar": _xlsx(["Gemeente", "Inwoners"], ["Delft", True]),
    "duur": _xlsx(["Gemeente", "Inwoners"], ["Delft", timedelta(hours=30)]),
    "tijdstip": _parquet({"gemeente": ["Delft"], "inwoners": [datetime(2026, 2, 1)]}),
    "breuk met nul vooraan": b"Gemeente;Inwoners\nDelft;0.123\n",
    "duizendtallen door elkaar": b"Gemeente;Inwoners\nDelft;1.109 573\n",
    "voetnoot achter een getal": "Gemeente;Inwoners\nDelft;109573¹\n".encode(),
    "brede cijfers": "Gemeente;Inwoners\nDelft;１０９\n".encode(),
    "parquet met decimalen": _parquet({"gemeente": ["Delft"], "inwoners": [Decimal("109.573")]}),
    "excel met breuk": _xlsx(["Gemeente", "Inwoners"], ["Delft", 109.5]),
    "tegel buiten de kaart": b"Gemeente;Inwoners;Tegel rij\nDelft;1;20000000\n",
    "procent van hoogstens 1": b"Gemeente;Mutatiegraad (%)\nDelft;0,9\nLeiden;0\n",
    "procent van precies 1": b"Gemeente;Mutatiegraad\nDelft;1\n",
    "procentteken als tekst": _xlsx(["Gemeente", "Mutatiegraad (%)"], ["Delft", 0.3], bewerk=_opmaak("B2", '0.0"%"')),
    "procent door elkaar": b"Gemeente;Aandeel urgenten\nDelft;30\nLeiden;0,25\n",
    "procent boven honderd": b"Gemeente;Mutatiegraad\nDelft;571\n",
    "procent als woord": b"Gemeente;Mutatiegraad\nDelft;hoog\n",
    "meer toewijzingen dan mutaties": b"Gemeente;Mutaties;Toewijzingen\nDelft;10;11\n",
    "meer sociale huur dan woningen": b"Gemeente;Woningen;Sociale huur\nDelft;10;11\n",
    "alles tegelijk": b"Gemeente;Inwoners\nUtrech;12,5\n;\nDelft;veel\nDelft;5-\n",
}

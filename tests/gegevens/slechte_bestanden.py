"""Files that are wrong, each by its name: what is in them. What each is told stands in ``slechte_bestanden.csv``."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

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
    # the table
    "geen kop": b"Delft;109573\nLeiden;124093\n",
    "geen gemeente": b"Inwoners;Woningen\n109573;50000\n",
    "alleen een kop": b"Gemeente;Inwoners\n",
    "alleen een totaal": b"Gemeente;Inwoners\nTotaal;5\n",
    "kop te laag": b"Bron\n" * 25 + b"Gemeente;Inwoners\nDelft;1\n",
    "kolom dubbel": b"Gemeente;Inwoners;Inwoners\nDelft;1;2\n",
    "kolom twee keer anders": b"Gemeente;Inwoners;Bevolking\nDelft;1;2\n",
    "personen": b"Gemeente;BSN\nDelft;123456782\n",
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
    "procent door elkaar": b"Gemeente;Aandeel urgenten\nDelft;30\nLeiden;0,25\n",
    "procent boven honderd": b"Gemeente;Mutatiegraad\nDelft;571\n",
    "procent als woord": b"Gemeente;Mutatiegraad\nDelft;hoog\n",
    "meer toewijzingen dan mutaties": b"Gemeente;Mutaties;Toewijzingen\nDelft;10;11\n",
    "meer sociale huur dan woningen": b"Gemeente;Woningen;Sociale huur\nDelft;10;11\n",
    "alles tegelijk": b"Gemeente;Inwoners\nUtrech;12,5\n;\nDelft;veel\nDelft;5-\n",
}

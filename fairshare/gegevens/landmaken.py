"""How the national table is made, once, from CBS figures; every check that it passed is said."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.bestanden import MAP
from fairshare.gegevens.gemeentenamen import alle_codes
from fairshare.gegevens.land import lees_landelijk_register, vraag_land
from fairshare.gegevens.schema import Register
from fairshare.gegevens.statline import GEEN_SOM, NEDERLAND, Cijfers, lees_gepubliceerd

_HERNOEMD = {"middelpunt_rd_x_m": "centrum_x", "middelpunt_rd_y_m": "centrum_y"}

_EENHEID = re.compile(r"_(aantal|klasse_1_5|adressen_per_km2|ha|graden|codes)$")
"""Which unit a heading ends with; the register says it."""

_TEKST = ("code", "naam", "provinciecode", "provincie", "corop_code", "corop")

_OPTELLINGEN = (
    ("woningen_2025", ("koopwoningen_2025", "huurwoningen_2025", "woningen_eigendom_onbekend_2025")),
    ("huurwoningen_2025", ("corporatiewoningen_2025", "huurwoningen_overige_verhuurders_2025")),
)
"""A column, and the columns that make it up in each gemeente."""

Tabel = dict[str, list[Any]]

Uitslag = tuple[str, str, bool]
"""A check: of what, what was found, and whether it holds."""


def maak_landelijk(bestanden: Sequence[tuple[bytes, str]], map_: Path = MAP) -> tuple[bytes, list[str]]:
    """Make the national table: the Parquet, and a sentence for every check that it passed.

    Parameters
    ----------
    bestanden
        Content and name of ``landelijk.csv``, or of tables as CBS publishes them: their columns come beside or instead of
        those of the present table.

    Raises
    ------
    GegevensFout
        With every check that fails; then there is no table.
    """
    eigen = [inhoud for inhoud, _ in bestanden if inhoud.removeprefix(b"\xef\xbb\xbf").startswith(b"code;")]
    tabel, register = _lees(eigen[-1]) if eigen else _nu(map_), lees_landelijk_register(map_)
    uitslagen: list[Uitslag] = []
    for inhoud, naam in bestanden:
        if inhoud not in eigen:
            uitslagen += _neem_over(tabel, lees_gepubliceerd(inhoud, naam), naam, register)
    uitslagen += _controles(tabel, register)
    fouten = [Fout(waar, "", f"dit klopt niet: {wat}") for waar, wat, klopt in uitslagen if not klopt]
    if fouten:
        raise GegevensFout(fouten)
    return _als_parquet(tabel), [f"{waar}: {wat}" for waar, wat, _ in uitslagen]


def _nu(map_: Path) -> Tabel:
    """Give the present table by column."""
    rijen = vraag_land("SELECT * FROM land", map_=map_)
    return {naam: [rij[naam] for rij in rijen] for naam in rijen[0]}


def _neem_over(tabel: Tabel, cijfers: Cijfers, bestand: str, register: Register) -> Iterator[Uitslag]:
    """Put published figures in the table; the gemeenten have to add up to the country in the same file."""
    over: dict[str, list[int]] = {}
    for (kolom, jaar), reeks in cijfers.items():
        if _te_oud(f"{kolom}_{jaar}", register) or set(reeks.values()) == {None}:
            over.setdefault(kolom, []).append(jaar)
            continue
        tabel[f"{kolom}_{jaar}"] = nieuw = [reeks.get(code) for code in tabel["code"]]
        som, land, weg = sum(cel or 0 for cel in nieuw), reeks.get(NEDERLAND), sum(cel is None for cel in nieuw)
        wat = f"{len(nieuw) - weg} van {len(nieuw)} gemeenten in {bestand}"
        if kolom in GEEN_SOM:
            yield f"{kolom}_{jaar}", wat, not weg
        else:
            yield f"{kolom}_{jaar}", f"{wat}, som {som}, Nederland daar {land}", not weg and som == land
    if over:
        welke = "; ".join(f"{kolom} {', '.join(map(str, sorted(jaren)))}" for kolom, jaren in over.items())
        yield bestand, f"niet overgenomen, want ouder dan de tabel of nog niet gepubliceerd: {welke}", True


def _te_oud(naam: str, register: Register) -> bool:
    """Whether the register has a later year of this column, and not this one; of a newer one it has to say the source first."""
    return naam not in register.kolommen and any(een[:-4] == naam[:-4] and een > naam for een in register.kolommen)


def _lees(inhoud: bytes) -> Tabel:
    """Read the columns; an empty cell is unknown."""
    rijen = list(csv.DictReader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=";"))
    if not rijen or "code" not in rijen[0]:
        raise GegevensFout([Fout("bestand", "", "geef landelijk.csv: puntkomma's en een kopregel met code")])
    return {_kolom(naam): [_cel(_kolom(naam), rij[naam]) for rij in rijen] for naam in rijen[0]}


def _kolom(kop: str) -> str:
    return _HERNOEMD.get(kop, _EENHEID.sub("", kop))


def _cel(kolom: str, tekst: str) -> Any:
    if kolom in _TEKST:
        return tekst
    if kolom == "buurgemeenten":
        return tekst.split()
    return None if tekst == "" else float(tekst) if "wgs84" in kolom else int(tekst)


def _controles(tabel: Tabel, register: Register) -> list[Uitslag]:
    """Hold the table against what its sources print and against itself."""
    return [
        (
            "gemeenten",
            f"{len(tabel['code'])}, elke code van gemeentenamen.csv een keer",
            sorted(tabel["code"]) == sorted(alle_codes()),
        ),
        ("register", _in_register(tabel, register), tabel.keys() <= register.kolommen.keys()),
        *(_som(tabel[naam], naam, cijfer.totaal) for naam, cijfer in register.kolommen.items() if cijfer.totaal),
        *(_optelling(tabel, geheel, delen) for geheel, delen in _OPTELLINGEN),
        _buren(tabel),
    ]


def _in_register(tabel: Tabel, register: Register) -> str:
    weg = [naam for naam in tabel if naam not in register.kolommen]
    return f"zonder status en bron: {', '.join(weg)}" if weg else "elke kolom staat erin"


def _som(kolom: list[Any], naam: str, totaal: tuple[int, int]) -> Uitslag:
    som = sum(cel or 0 for cel in kolom)
    wat = f"som {som}, landelijk gepubliceerd {totaal[0]}; {sum(cel is None for cel in kolom)} onbekend"
    return naam, wat, totaal[0] <= som <= totaal[1]


def _optelling(tabel: Tabel, geheel: str, delen: tuple[str, ...]) -> Uitslag:
    sommen = [sum(cel or 0 for cel in cellen) for cellen in zip(*(tabel[deel] for deel in delen), strict=True)]
    return geheel, f"in elke gemeente de som van {', '.join(delen)}", sommen == tabel[geheel]


def _buren(tabel: Tabel) -> Uitslag:
    buren = dict(zip(tabel["code"], tabel["buurgemeenten"], strict=True))
    wederzijds = all(code in buren.get(buur, ()) for code, allen in buren.items() for buur in allen)
    grenzen = sum(map(len, buren.values())) // 2
    return "buurgemeenten", f"{grenzen} grenzen, elk van beide kanten", wederzijds


def _als_parquet(tabel: Mapping[str, list[Any]]) -> bytes:
    import pyarrow as pa  # only who makes the table waits for it
    import pyarrow.parquet as pq

    uit = io.BytesIO()
    pq.write_table(pa.table(dict(tabel)), uit, compression="zstd")
    return uit.getvalue()

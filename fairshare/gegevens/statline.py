"""The tables of CBS that the national table is made of, as they are published: 82900NED, 70072ned and 85984NED."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.gemeentenamen import code_van

_TABELLEN: Sequence[Mapping[str, str]] = (
    {
        "totalebevolking": "inwoners",
        "totaalparticulierehuishoudens": "huishoudens",
        "eenpersoonshuishoudens": "eenpersoonshuishoudens",
    },
    {
        "aantalinwoners": "inwoners",
        "huishoudenstotaal": "huishoudens",
        "matevanstedelijkheid": "stedelijkheid",
        "omgevingsadressendichtheid": "omgevingsadressendichtheid",
        "oppervlakteland": "oppervlakte_land",
    },
    {
        "totalewoningvoorraad": "woningen",
        "koopwoningen": "koopwoningen",
        "totaalhuurwoningen": "huurwoningen",
        "eigendomwoningcorporatie": "corporatiewoningen",
        "eigendomoverigeverhuurders": "huurwoningen_overige_verhuurders",
        "eigendomonbekend": "woningen_eigendom_onbekend",
    },
)
"""The subjects of 70072ned, 85984NED and 82900NED that are used, without their number, and the column each becomes: the first two have
subjects of the third too, as percentages."""

GEEN_SOM = ("stedelijkheid", "omgevingsadressendichtheid")
"""What does not add up to a figure of the country."""

_GEBIED = ("codering", "codesregios", "regios", "wijkenenbuurten")
"""Headings of the area, the one with codes first."""

_TOTAAL, _LEEGSTAND = ("", "t001235", "totaal"), ("a028726", "nietbewoondewoningen")
"""What 82900NED calls all homes and those without an occupant, by code or in words; another status is left out."""

_JAAR_VAN = {"85984NED": "2024"}
"""The year of a table that has no periods."""

NEDERLAND = "NL"

Cijfers = dict[tuple[str, int], dict[str, int | None]]
"""Figures by column and year, and by code of the gemeente; the country is ``NL``."""


@dataclass(frozen=True)
class _Vorm:
    """In which column of a table what stands."""

    gebied: int
    periode: int | None
    status: int | None
    onderwerpen: Mapping[int, str]


def lees_gepubliceerd(inhoud: bytes, naam: str) -> Cijfers:
    r"""Read a table of CBS in the form of its open data (``RegioS``, ``GM0262  ``, ``2025JJ00``) or of StatLine (names, ``2025*``).

    Raises
    ------
    GegevensFout
        When it has no areas, no subject that is used, no year, or a cell that is no number.

    Examples
    --------
    >>> tekst = b'"ID";"RegioS";"Perioden";"TotaleBevolking_1"\n0;"NL01  ";"2025JJ00";"   7"\n1;"GM0262";"2025JJ00";"   7"\n'
    >>> lees_gepubliceerd(tekst, "70072ned.csv")
    {('inwoners', 2025): {'NL': 7, 'GM0262': 7}}
    """
    regels = list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig")), delimiter=_teken(inhoud)))
    plek = next((nummer for nummer, rij in enumerate(regels) if len(rij) > 1 and _gebied(rij) is not None), None)
    if plek is None:
        raise _weiger(
            naam, "er is geen kolom RegioS, Regio's of WijkenEnBuurten; geef de tabel zoals het CBS haar publiceert"
        )
    vorm = _vorm(regels[plek])
    if not vorm.onderwerpen:
        raise _weiger(naam, "er is geen onderwerp dat de landelijke tabel heeft; geef 82900NED, 70072ned of 85984NED")
    cijfers: Cijfers = {}
    for nummer, rij in enumerate(regels[plek + 1 :], start=plek + 2):
        code = _code(rij[vorm.gebied]) if len(rij) == len(regels[plek]) else None
        if code is None:
            continue
        for kolom, cel in _cellen(rij, vorm):
            reeks = cijfers.setdefault((kolom, _jaar(rij, vorm, naam)), {})
            if code in reeks:
                raise _weiger(
                    f"{naam}, rij {nummer}", f"{code} heeft in dit jaar nog een rij; lever een rij per gebied en jaar"
                )
            reeks[code] = _getal(cel, f"{naam}, rij {nummer}")
    return cijfers


def _weiger(waar: str, advies: str) -> GegevensFout:
    return GegevensFout([Fout(waar, "", advies)])


def _teken(inhoud: bytes) -> str:
    return ";" if inhoud.count(b";") >= inhoud.count(b",") else ","


def _kaal(kop: str) -> str:
    """Give a heading without path, unit and number, in letters only: ``Koopwoningen_2`` and ``Wonen/Koopwoningen (aantal)``."""
    kop = re.sub(r"\s*\([^)]*\)\s*$|_[0-9]+$", "", kop.rpartition("/")[2].strip())
    return re.sub(r"[^a-z0-9]", "", kop.lower())


def _gebied(koppen: Sequence[str]) -> int | None:
    kaal = [_kaal(kop) for kop in koppen]
    return next((kaal.index(naam) for naam in _GEBIED if naam in kaal), None)


def _vorm(koppen: Sequence[str]) -> _Vorm:
    kaal = ["" if "%" in kop else _kaal(kop) for kop in koppen]
    plek = {naam: kaal.index(naam) if naam in kaal else None for naam in ("perioden", "statusvanbewoning")}
    gebied = _gebied(koppen)
    assert gebied is not None
    tabel = max(_TABELLEN, key=lambda een: len(een.keys() & set(kaal)))
    onderwerpen = {
        kaal.index(naam): tabel[naam] for naam in tabel if naam in kaal
    }  # a second one of a name is a percentage
    return _Vorm(gebied, plek["perioden"], plek["statusvanbewoning"], onderwerpen)


def _code(cel: str) -> str | None:
    """Give the code of a gemeente or of the country; None for any other area."""
    kaal = cel.strip()
    if re.fullmatch(r"NL[0-9]{2}|Nederland", kaal):
        return NEDERLAND
    return kaal if re.fullmatch(r"GM[0-9]{4}", kaal) else code_van(kaal)


def _jaar(rij: Sequence[str], vorm: _Vorm, naam: str) -> int:
    tekst = rij[vorm.periode] if vorm.periode is not None else next((_JAAR_VAN[n] for n in _JAAR_VAN if n in naam), "")
    gevonden = re.match(r"\s*((?:19|20)[0-9]{2})(JJ00)?\*{0,2}\s*$", tekst)
    if not gevonden:
        raise _weiger(
            naam, f"het jaar is niet te lezen ('{tekst.strip()}'); lever jaarcijfers, en 85984NED onder die naam"
        )
    return int(gevonden[1])


def _cellen(rij: Sequence[str], vorm: _Vorm) -> Iterator[tuple[str, str]]:
    """Give the columns that a row fills; of homes without an occupant only those of corporaties."""
    status = _kaal(rij[vorm.status]) if vorm.status is not None else ""
    for plek, kolom in vorm.onderwerpen.items():
        if status in _TOTAAL:
            yield kolom, rij[plek]
        elif status in _LEEGSTAND and kolom == "corporatiewoningen":
            yield "corporatiewoningen_niet_bewoond", rij[plek]


def _getal(cel: str, waar: str) -> int | None:
    """Read a count; what CBS does not give (``.``, ``x`` or nothing) is unknown."""
    kaal = cel.strip()
    if kaal in ("", ".", "x", "-"):
        return None
    if not re.fullmatch(r"[0-9]+([.,]0+)?", kaal):
        raise _weiger(waar, f"'{kaal}' is geen heel getal; lever de cijfers zonder opmaak")
    return int(re.split("[.,]", kaal)[0])

"""The check of a region's table: each row by itself, then the whole. All faults come at once."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.kolommen import VRIJ
from fairshare.gegevens.schema import Gemeente, Register

EERSTE_RIJ = 2
"""The first row of data as a spreadsheet counts: row 1 is the header."""

_TOTAALRIJ = re.compile(r"(totaal|som|regio)\b", re.IGNORECASE)

_ADVIES = {
    "string_pattern_mismatch": "schrijf een gemeentecode als GM0262, of een naam zonder vreemde tekens",
    "string_too_short": "vul een naam in",
    "string_too_long": "kort de naam in tot hoogstens 60 tekens",
    "less_than_equal": "kies een plaats van 1 tot en met 60",
}

_HOOGSTENS = (
    ("mutaties_aftoppingsgrens", "mutaties_liberalisatiegrens"),
    ("mutaties_liberalisatiegrens_min", "mutaties_liberalisatiegrens"),
    ("mutaties_liberalisatiegrens", "mutaties_liberalisatiegrens_max"),
    ("mutaties_aftoppingsgrens_min", "mutaties_aftoppingsgrens"),
    ("mutaties_aftoppingsgrens", "mutaties_aftoppingsgrens_max"),
    ("toewijzingen_2024", "mutaties_liberalisatiegrens"),
    ("mutaties_liberalisatiegrens", "corporatiewoningen_2024"),
    ("corporatiewoningen_2024", "woningen_2024"),
    ("woningen_2024", "inwoners_2024"),
)
"""Pairs of columns of which the first can never be more than the second."""


@dataclass(frozen=True)
class Plaats:
    """Where the rows and columns stand in the file of the user; left out, as they stand in the table."""

    nummers: Sequence[int] = ()
    koppen: Mapping[str, str] = field(default_factory=dict)
    namen: Sequence[str] = ()
    """The gemeenten, where rows of several files became one."""

    def van(self, rij: int, kolom: str) -> str:
        """Name a cell, of the row with this index."""
        nummer = self.nummers[rij] if self.nummers else rij + EERSTE_RIJ
        waar = self.namen[rij] if self.namen else f"rij {nummer}"
        return f"{waar}, kolom {self.koppen.get(kolom, kolom)}"


def keur(
    rijen: Sequence[Mapping[str, str]], register: Register | None = None, plaats: Plaats | None = None
) -> tuple[Gemeente, ...]:
    """Judge the rows of a file and turn them into gemeenten.

    Parameters
    ----------
    rijen
        The rows as text, in the order of the file.
    register
        The register of the region; with it the sums of the columns are checked too.
    plaats
        Where the rows and columns stand in the file that the user knows.

    Raises
    ------
    GegevensFout
        With all faults, each with row, column, value and remedy.

    Examples
    --------
    >>> keur([{"code": "GM0262", "naam": "Lochem", "inwoners_2024": "34289"}])[0].inwoners_2024
    34289
    """
    plaats = plaats or Plaats()
    fouten = _kolommen(rijen)
    if fouten:
        raise GegevensFout(fouten)
    gemeenten = []
    for nummer, rij in enumerate(rijen):
        if _TOTAALRIJ.match(rij["naam"]):
            advies = "dit lijkt een totaalrij; verwijder hem, de totalen rekent de Verkenner uit"
            fouten.append(Fout(plaats.van(nummer, "naam"), rij["naam"], advies))
            continue
        try:
            gemeenten.append(Gemeente.model_validate(_gegroepeerd(rij)))
        except ValidationError as fout:
            fouten.extend(_rijfouten(nummer, rij, fout, plaats))
    fouten += _dubbel(rijen, "code", plaats) + _dubbel(rijen, "naam", plaats)
    if not fouten:
        fouten = _verhoudingen(gemeenten, plaats) + (_register(gemeenten, register) if register else [])
    if fouten:
        raise GegevensFout(fouten)
    return tuple(gemeenten)


def _gegroepeerd(rij: Mapping[str, str]) -> dict[str, object]:
    """Put the columns of which a region may have any number together: ``bezit:Naam`` becomes one of ``bezit``."""
    vast: dict[str, object] = {naam: cel for naam, cel in rij.items() if ":" not in naam}
    for soort in VRIJ:
        delen = {naam.partition(":")[2]: cel for naam, cel in rij.items() if naam.startswith(f"{soort}:")}
        if delen:
            vast[soort] = delen
    return vast


def _kolommen(rijen: Sequence[Mapping[str, str]]) -> list[Fout]:
    """Find what is wrong with the table as such, before its rows are judged."""
    if not rijen:
        return [Fout("rij 2", "", "het bestand heeft geen gegevens; geef minstens een rij onder de kopregel")]
    bekend = [naam for naam in Gemeente.model_fields if naam not in VRIJ]
    gegeven = [naam for naam in rijen[0] if naam.partition(":")[0] not in VRIJ or ":" not in naam]
    ontbrekend = [naam for naam in ("code", "naam") if naam not in gegeven]
    return [Fout(f"rij 1, kolom {naam}", "", "deze kolom ontbreekt; voeg hem toe") for naam in ontbrekend] + [
        Fout(f"rij 1, kolom {naam}", "", f"deze kolom is onbekend; verwijder hem of kies uit {', '.join(bekend)}")
        for naam in gegeven
        if naam not in bekend
    ]


def _rijfouten(nummer: int, rij: Mapping[str, str], fout: ValidationError, plaats: Plaats) -> list[Fout]:
    """Turn what pydantic found in a row into Dutch."""
    kolommen = [(":".join(map(str, deel["loc"][:2])), deel) for deel in fout.errors()]
    return [
        Fout(plaats.van(nummer, kolom), str(rij.get(kolom, "")), _advies(deel["type"], deel["msg"]))
        for kolom, deel in kolommen
    ]


def _advies(soort: str, tekst: str) -> str:
    return _ADVIES.get(soort, tekst.removeprefix("Value error, "))


def _dubbel(rijen: Sequence[Mapping[str, str]], kolom: str, plaats: Plaats) -> list[Fout]:
    """Find codes or names that stand in the file more than once."""
    aantallen = Counter(rij.get(kolom, "") for rij in rijen)
    return [
        Fout(plaats.van(nummer, kolom), rij[kolom], "deze staat al in een andere rij; laat een van beide staan")
        for nummer, rij in enumerate(rijen)
        if rij.get(kolom) and aantallen[rij[kolom]] > 1
    ]


def _verhoudingen(gemeenten: Sequence[Gemeente], plaats: Plaats) -> list[Fout]:
    """Find figures that are larger than they can be."""
    return [
        Fout(
            plaats.van(nummer, klein),
            str(kleine),
            f"dit kan hoogstens {plaats.koppen.get(groot, groot)} zijn, en dat is {grote}",
        )
        for nummer, gemeente in enumerate(gemeenten)
        for klein, groot in _HOOGSTENS
        if (kleine := getattr(gemeente, klein)) is not None
        and (grote := getattr(gemeente, groot)) is not None
        and kleine > grote
    ]


def _register(gemeenten: Sequence[Gemeente], register: Register) -> list[Fout]:
    """Compare the columns with the register: a status for each, and the total that its source prints."""
    fouten = [
        Fout(f"kolom {kolom}", "", "deze kolom staat niet in het register; geef hem daar een status en een bron")
        for kolom in gemeenten[0].model_fields_set - register.kolommen.keys()
    ]
    for kolom, cijfer in register.kolommen.items():
        if not cijfer.totaal:
            continue
        som = sum(getattr(gemeente, kolom) or 0 for gemeente in gemeenten)
        laag, hoog = cijfer.totaal
        if not laag <= som <= hoog:
            fouten.append(Fout(f"kolom {kolom}, som", str(som), f"volgens de bron is de som {laag} tot en met {hoog}"))
    return fouten

"""Which gemeente a row is about: by code and name, which may not contradict each other; and rows that are about none."""

import re
from collections.abc import Mapping

from fairshare.fouten import Fout
from fairshare.gegevens.gemeentenamen import OPTELLEN, advies, code_van, lijkt_op, naam_van, naamgenoten, opgeheven

_TOTAAL = re.compile(r"(sub)?totaal|som\b|regio\b|gemiddeld", re.IGNORECASE)
_ANDER_GEBIED = re.compile(r"(?!GM)[A-Z]{2}[0-9]+")
_ANDERE_SOORT = re.compile(r"nederland|.*\([A-Z]{2}\)", re.IGNORECASE | re.DOTALL)


def code_uit(tekst: str) -> str:
    """Give the code of a gemeente as the CBS writes it, "" where it is none.

    Examples
    --------
    >>> code_uit("gm262"), code_uit("0262"), code_uit("PV25")
    ('GM0262', 'GM0262', '')
    """
    cijfers = re.fullmatch(r"(?:GM)?([0-9]{1,4})", tekst, re.IGNORECASE)
    return f"GM{int(cijfers[1]):04d}" if cijfers else ""


def is_totaal(cellen: Mapping[str, str]) -> bool:
    """Whether a row is a total: its name says so, and it has no code of a gemeente.

    Examples
    --------
    >>> is_totaal({"naam": "Regio Oost"}), is_totaal({"code": "GM0213", "naam": "Regio Oost"})
    (True, False)
    """
    naam = cellen.get("naam", "")
    return bool(_TOTAAL.match(naam)) and code_van(naam) is None and not code_uit(cellen.get("code", ""))


def is_ander_gebied(cellen: Mapping[str, str]) -> bool:
    """Whether a row is about a country, a provincie, a COROP or a buurt, by the code or the name that the CBS gives it.

    Examples
    --------
    >>> is_ander_gebied({"naam": "Groningen (PV)"}), is_ander_gebied({"code": "CR12"}), is_ander_gebied({"naam": "Lochem"})
    (True, True, False)
    """
    code, naam = cellen.get("code", ""), cellen.get("naam", "")
    if code:
        return bool(_ANDER_GEBIED.fullmatch(code))
    return code_van(naam) is None and bool(_ANDERE_SOORT.fullmatch(naam) or _ANDER_GEBIED.fullmatch(naam))


def is_opgeheven(cellen: Mapping[str, str]) -> bool:
    """Whether a row is about a gemeente that is no more.

    Examples
    --------
    >>> is_opgeheven({"naam": "Brielle"}), is_opgeheven({"code": "GM0003"}), is_opgeheven({"naam": "Lochem"})
    (True, True, False)
    """
    code, naam = code_uit(cellen.get("code", "")), cellen.get("naam", "")
    return bool(opgeheven(naam, code)) and (code_van(naam) is None)


def vind_gemeente(nummer: int, cellen: dict[str, str], koppen: Mapping[str, str], hoe: list[str]) -> Fout | None:
    """Write the code and the name of a row as the CBS does; give a fault where it is not certain which gemeente it is."""
    code, naam = cellen.get("code", ""), cellen.get("naam", "")
    if not code and not naam:
        waar = koppen.get("naam", koppen.get("code", ""))
        return Fout(f"rij {nummer}, kolom {waar}", "", "vul in over welke gemeente deze rij gaat, of maak de rij leeg")
    genoten = naamgenoten(naam, cellen.get("provincie", "")) if code_van(naam) is None else ()
    gevonden = code_van(naam) or (genoten[0] if len(genoten) == 1 else "")
    if code:
        mis = _tegenspraak(code, naam, gevonden, genoten)
        if mis:
            kolom, waarde, remedie = mis
            return Fout(f"rij {nummer}, kolom {koppen[kolom]}", waarde, remedie)
    elif not gevonden:
        return Fout(f"rij {nummer}, kolom {koppen['naam']}", naam, advies(naam))
    cellen["code"] = code_uit(code) or gevonden
    cellen["naam"] = naam_van(cellen["code"]) or naam
    if naam and cellen["naam"] != naam:
        hoe.append(f"Rij {nummer}: {naam} is {cellen['naam']}.")
    return None


def _tegenspraak(code: str, naam: str, gevonden: str, genoten: tuple[str, ...]) -> tuple[str, str, str] | None:
    """Find a code that is none, or a name that goes with another: the column, what stands there, and what to do."""
    nieuw = code_uit(code)
    eigen = naam_van(nieuw)
    if eigen is None:
        if naam and not gevonden and not genoten:
            return "naam", naam, advies(naam)
        weg = opgeheven("", nieuw)
        return "code", code, f"{weg}; {OPTELLEN}" if weg else "schrijf een gemeentecode van het CBS, zoals GM0262"
    if gevonden and gevonden != nieuw:
        return "code", code, f"deze code is van {eigen}, en {naam} heeft {gevonden}; kies een van beide"
    if naam and not gevonden and nieuw not in genoten and not lijkt_op(naam, eigen):
        return (
            "naam",
            naam,
            f"de code {nieuw} is van {eigen}, en '{naam}' is geen naam daarvan; verbeter de code of de naam",
        )
    return None

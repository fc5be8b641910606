"""How a region comes to be: a folder of ``data/``, or gemeenten of the national table; never in another way.

What a folder does not bring of a gemeente comes from the national table, so that a published figure stands once.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens import controle
from fairshare.gegevens.bestanden import (
    MAP,
    Rij,
    lees_herrekening,
    lees_regelingen,
    lees_register,
    lees_rijen,
    verzegeld,
)
from fairshare.gegevens.gemeentenamen import naam_van
from fairshare.gegevens.land import TABEL, lees_landelijk_register, vraag_land
from fairshare.gegevens.schema import Cijfer, Regio, Register
from fairshare.scenario import GEMEENTEN

LAND = "NL"
"""How the whole country is called in a link."""

NAAM = ":"
"""What stands between gemeenten by code and the name that someone gave them: ``GM0363,GM0394:Onze regio``."""

_GEMEENTEN = re.compile(GEMEENTEN, re.ASCII)

_GETELD = ("inwoners_2024", "huishoudens_2024", "woningen_2024", "corporatiewoningen_2024")
"""The columns of a region that are counted again each year; a later edition has the count of its own year in them."""

_UIT_HET_LAND = ("provincie", *_GETELD, "centrum_x", "centrum_y")
"""The columns of a region that stand in the national table."""

_EERSTE = 2024
"""The year of the counts of a region without an edition."""

EDITIE = "@"
"""What stands between a region and the year of its counts: ``stedendriehoek@2025``."""


@lru_cache(maxsize=64)
def lees_regio(sleutel: str, map_: Path = MAP) -> Regio:
    """Read and judge one region: its folder, or gemeenten of the national table.

    Parameters
    ----------
    sleutel
        A folder of ``data/``, an arrangement (``twente``), a province (``PV25``), a COROP area (``CR12``), the country
        (``NL``), or gemeenten by code, with a name where that is wanted (``GM0363,GM0394:Onze regio``). Behind @ the year
        of another edition (``stedendriehoek@2025``).

    Raises
    ------
    GegevensFout
        When there is no such region, else with every fault that was found, each with row, column, value and remedy.

    Examples
    --------
    >>> len(lees_regio("stedendriehoek").gemeenten), len(lees_regio("PV21").gemeenten)
    (9, 18)
    >>> lees_regio("GM9363")
    Traceback (most recent call last):
        ...
    fairshare.fouten.GegevensFout: regio=GM9363 kan niet: GM9363 is geen gemeente; bedoelt u GM1963 (Hoeksche Waard)?
    """
    if not _is_regio(sleutel, map_):
        raise GegevensFout([Fout("regio", sleutel, geen_regio(sleutel, map_))])
    basis, jaar = editie_van(sleutel)
    if basis in mappen(map_):
        return _uit_map(basis, jaar, map_)
    gevonden = _gemeenten(basis, map_)
    assert gevonden
    return _samengesteld(sleutel, *gevonden, map_)


def editie_van(sleutel: str) -> tuple[str, int | None]:
    """Give the region itself and the year of its edition; None is the first.

    Examples
    --------
    >>> editie_van("stedendriehoek@2025"), editie_van("NL")
    (('stedendriehoek', 2025), ('NL', None))
    """
    basis, teken, jaar = sleutel.partition(EDITIE)
    return basis, int(jaar) if teken and jaar.isdecimal() else None


@lru_cache(maxsize=4)
def edities(map_: Path = MAP) -> tuple[int, ...]:
    """Give the years after the first of which the national table has every count, so that each region has an edition.

    Examples
    --------
    >>> edities()
    (2025,)
    """
    if not _heeft_land(map_):
        return ()
    jaren = {int(naam[-4:]) for naam in _landtabel(map_) if naam.startswith("inwoners_")}
    compleet = (jaar for jaar in jaren if {_in_jaar(naam, jaar) for naam in _GETELD} <= _landtabel(map_))
    return tuple(sorted(jaar for jaar in compleet if jaar > _EERSTE))


def _in_jaar(kolom: str, jaar: int | None) -> str:
    """Name the column of the national table that an edition reads."""
    return kolom.replace(str(_EERSTE), str(jaar)) if jaar and kolom in _GETELD else kolom


def _is_regio(sleutel: str, map_: Path) -> bool:
    basis, jaar = editie_van(sleutel)
    if EDITIE in sleutel and jaar not in edities(map_):
        return False
    return _heeft_map(basis, map_) or _gemeenten(basis, map_) is not None


def _heeft_map(basis: str, map_: Path) -> bool:
    """Whether a region has a folder; asked so often that the folder is not listed."""
    return bool(re.fullmatch(r"[a-z0-9_-]{1,60}", basis)) and (map_ / basis / "register.toml").is_file()


def mappen(map_: Path = MAP) -> list[str]:
    """Give the regions that have a folder, the one of the agreement first.

    Examples
    --------
    >>> mappen()[0], {"achterhoek", "gmr"} <= {*mappen()}
    ('stedendriehoek', True)
    """
    namen = (pad.parent.name for pad in map_.glob("*/register.toml"))
    return sorted(namen, key=lambda naam: (naam != "stedendriehoek", naam))


@lru_cache(maxsize=16)
def register_van(sleutel: str, map_: Path = MAP) -> Register:
    """Read what the folder of a region says of it, without its figures per gemeente.

    Examples
    --------
    >>> register_van("gmr").naam
    'Groene Metropoolregio Arnhem-Nijmegen'
    """
    return lees_register(map_ / sleutel / "register.toml")


def _uit_map(basis: str, jaar: int | None, map_: Path) -> Regio:
    eigen = register_van(basis, map_)
    rijen = lees_rijen(_tabel(map_ / basis, "gemeenten"))
    if jaar:  # what a source divided by the counts of the first edition is no figure of a later one
        rijen = [{naam: cel for naam, cel in rij.items() if naam not in (*_GETELD, _GEDRUKT)} for rij in rijen]
    aanvulling = [naam for naam in _UIT_HET_LAND if rijen and naam not in rijen[0]] if _heeft_land(map_) else []
    kolommen = {**_kolommen(("code", "naam", *aanvulling), jaar, map_), **_eigen_kolommen(eigen, jaar)}
    register = _van_editie(eigen, jaar).model_copy(update={"kolommen": kolommen})
    gemeenten = controle.keur(_aangevuld(rijen, aanvulling, jaar, map_), register)
    gedrukt = lees_herrekening(map_).kolom if not jaar and (map_ / "herrekening.toml").exists() else ()
    gepubliceerd = tuple(kolom for kolom in gedrukt if kolom.regio == basis)
    sleutel = f"{basis}{EDITIE}{jaar}" if jaar else basis
    return Regio(sleutel=sleutel, register=register, gemeenten=gemeenten, gepubliceerd=gepubliceerd)


_GEDRUKT = "opgave_inwoners_gepubliceerd"
"""The opgave as a source printed it, divided by inhabitants of the first edition."""


def _eigen_kolommen(eigen: Register, jaar: int | None) -> dict[str, Cijfer]:
    """Give the columns of a folder; a later edition has its counts from the country."""
    return {naam: een for naam, een in eigen.kolommen.items() if not jaar or naam not in (*_GETELD, _GEDRUKT)}


def _van_editie(register: Register, jaar: int | None) -> Register:
    """Say in name and description which counts an edition has."""
    if not jaar:
        return register
    telling = (
        f"Editie {jaar}: inwoners, huishoudens, woningen en corporatiewoningen zijn geteld op 1 januari {jaar}; wat uit een "
        "andere bron komt, zoals opgave, mutaties en toewijzingen, is gelijk aan dat van de eerste editie."
    )
    return register.model_copy(
        update={"naam": f"{register.naam} (editie {jaar})", "toelichting": f"{register.toelichting} {telling}"}
    )


def _tabel(map_: Path, naam: str) -> Path:
    """Find a table of a region: Parquet where there is one, else CSV."""
    parquet = map_ / f"{naam}.parquet"
    return parquet if parquet.exists() else map_ / f"{naam}.csv"


def _heeft_land(map_: Path) -> bool:
    return (map_ / f"{TABEL}.parquet").exists()


@lru_cache(maxsize=4)
def _landrijen(map_: Path, jaar: int | None = None) -> Mapping[str, Rij]:
    """Give the row of each gemeente as a region has it, by code, in the order of the names."""
    kolommen = ", ".join(f"{_in_jaar(naam, jaar)} AS {naam}" for naam in _UIT_HET_LAND)
    rijen = vraag_land(f"SELECT code, naam, {kolommen} FROM land ORDER BY naam", map_=map_)
    return {rij["code"]: {naam: "" if cel is None else str(cel) for naam, cel in rij.items()} for rij in rijen}


def _aangevuld(rijen: Sequence[Rij], kolommen: Sequence[str], jaar: int | None, map_: Path) -> list[Rij]:
    """Give each row the columns that its own table does not have; a gemeente that is not in the country's has none."""
    if not kolommen:
        return list(rijen)
    land = _landrijen(map_, jaar)
    return [{**rij, **{naam: land.get(rij.get("code", ""), {}).get(naam, "") for naam in kolommen}} for rij in rijen]


def _kolommen(namen: Sequence[str], jaar: int | None, map_: Path) -> dict[str, Cijfer]:
    """Give where columns of the national table come from, without the total of the country."""
    if not _heeft_land(map_):
        return {}
    kolommen = lees_landelijk_register(map_).kolommen
    return {naam: kolommen[_in_jaar(naam, jaar)].model_copy(update={"totaal": None}) for naam in namen}


def _samengesteld(sleutel: str, naam: str, codes: Sequence[str], map_: Path) -> Regio:
    """Put a region together from the national table: what is public is real, the rest is estimated or unknown."""
    land, eigen, (basis, jaar) = lees_landelijk_register(map_), ("code", "naam", *_UIT_HET_LAND), editie_van(sleutel)
    geen = [kolom for kolom in land.kolommen if kolom not in _landtabel(map_)]
    rijen = [rij for code, rij in _landrijen(map_, jaar).items() if code in set(codes)]
    meer, waarvan = _gepubliceerd(frozenset(codes), map_)
    if not meer:
        meer, waarvan = _voorbeeld(basis, map_)
    register = Register(
        naam=naam,
        toelichting=f"{land.toelichting} {len(codes)} gemeente{'n' if len(codes) > 1 else ''}.",
        cijfers={**land.cijfers, **_graad(meer, rijen)},
        kolommen={**_kolommen((*eigen, *geen), jaar, map_), **waarvan},
    )
    rijen = [{**rij, **meer.get(rij["code"], {})} for rij in rijen]
    return Regio(sleutel=sleutel, register=_van_editie(register, jaar), gemeenten=controle.keur(rijen, register))


_VAN_EEN_AFSPRAAK = ("toewijzingen_2024", "mutaties_liberalisatiegrens", "mutaties_aftoppingsgrens")

Meer = tuple[Mapping[str, Rij], Mapping[str, Cijfer]]
"""Columns beside those of the country, by code, and where they come from."""


def _gepubliceerd(codes: frozenset[str], map_: Path) -> Meer:
    """Give what a region with a folder publishes of these gemeenten, where it has the mutaties of all of them."""
    for naam in mappen(map_):
        register, rijen = lees_register(map_ / naam / "register.toml"), lees_rijen(_tabel(map_ / naam, "gemeenten"))
        deel = {rij["code"]: rij for rij in rijen if rij["code"] in codes}
        if len(deel) == len(codes) and all(rij.get("mutaties_liberalisatiegrens") for rij in deel.values()):
            kolommen = [
                kolom for kolom in register.kolommen if kolom.startswith(_VAN_EEN_AFSPRAAK) and kolom in rijen[0]
            ]
            los = {
                kolom: register.kolommen[kolom].model_copy(update={"totaal": None, "bereik": ""}) for kolom in kolommen
            }
            return {code: {kolom: rij[kolom] for kolom in kolommen} for code, rij in deel.items()}, los
    return {}, {}


def _graad(meer: Mapping[str, Rij], rijen: Sequence[Rij]) -> dict[str, Cijfer]:
    """Give the mutatiegraad that follows from published mutaties, instead of one that stands in for it."""
    mutaties = [meer.get(rij["code"], {}).get("mutaties_liberalisatiegrens", "") for rij in rijen]
    if "" in mutaties or not mutaties:
        return {}
    graad = 100 * sum(map(int, mutaties)) / sum(int(rij["corporatiewoningen_2024"]) for rij in rijen)
    regel = "Gepubliceerde mutaties van 2024 gedeeld door de corporatiewoningen."
    naam = "Mutatiegraad van deze gemeenten"
    return {"mutatiegraad": Cijfer(naam=naam, waarde=round(graad, 2), status="herleid", bron="Berekend", regel=regel)}


def _voorbeeld(sleutel: str, map_: Path) -> Meer:
    """Give the column of an arrangement that is made up to show its key."""
    herkomst = next((een.verzonnen_herkomst for een in lees_regelingen(map_) if een.sleutel == sleutel), {})
    if not herkomst:
        return {}, {}
    cijfer = Cijfer(
        naam="Herkomst van urgenten (verzonnen voorbeeld)",
        eenheid="huishoudens per jaar",
        status="schatting",
        bron="Verzonnen, om de sleutel herkomst te tonen; er is geen bron",
    )
    return {code: {"herkomst": str(aantal)} for code, aantal in herkomst.items()}, {"herkomst": cijfer}


@lru_cache(maxsize=4)
def _landtabel(map_: Path) -> frozenset[str]:
    """Give the names of the columns that the national table has."""
    return frozenset(vraag_land("SELECT * FROM land LIMIT 1", map_=map_)[0])


def _gemeenten(sleutel: str, map_: Path) -> tuple[str, list[str]] | None:
    """Give the name and the gemeenten of a region that is put together; None when it is no such region."""
    if not _heeft_land(map_):
        return None
    if _GEMEENTEN.fullmatch(sleutel):
        lijst, _, naam = sleutel.partition(NAAM)
        codes = lijst.split(",")
        return (naam or _eigen_naam(codes), codes) if not _vreemd(codes, map_) else None
    return _gebieden(map_).get(sleutel)


def _vreemd(codes: Sequence[str], map_: Path) -> list[str]:
    """Give the codes that are no gemeente, and those that stand there twice."""
    return [code for plek, code in enumerate(codes) if code not in _landrijen(map_) or code in codes[:plek]]


def _eigen_naam(codes: Sequence[str]) -> str:
    """Name gemeenten that nobody named: by themselves, or by the first."""
    namen = [naam_van(code) or code for code in codes]
    return " en ".join(namen) if len(namen) < 3 else f"{namen[0]} en {len(namen) - 1} andere gemeenten"


@lru_cache(maxsize=4)
def _gebieden(map_: Path) -> Mapping[str, tuple[str, list[str]]]:
    """Give every area that has a name of its own: arrangements, provinces, COROP areas and the country."""
    rijen = vraag_land("SELECT code, provinciecode, provincie, corop_code, corop FROM land ORDER BY naam", map_=map_)
    gebieden = {
        regeling.sleutel: (regeling.naam, list(regeling.gemeenten))
        for regeling in lees_regelingen(map_)
        if regeling.gemeenten
    }
    for soort, kolom, woord in (("provincie", "provinciecode", "Provincie"), ("corop", "corop_code", "COROP")):
        for rij in rijen:
            gebieden.setdefault(rij[kolom], (f"{woord} {rij[soort]}", []))[1].append(rij["code"])
    return gebieden | {LAND: ("Nederland", [rij["code"] for rij in rijen])}


def geen_regio(sleutel: str, map_: Path = MAP) -> str:
    """Say why this is no region, with the one that it is nearest to.

    Examples
    --------
    >>> geen_regio("PV99"), geen_regio("twent")
    ('PV99 is geen gebied; bedoelt u PV29 (Provincie Zeeland)?', 'twent is geen gebied; bedoelt u twente (Twente)?')
    """
    kies = f"kies {', '.join(mappen(map_))}"
    if EDITIE in sleutel:
        basis, _ = editie_van(sleutel)
        if not _is_regio(basis, map_):
            return geen_regio(basis, map_)
        return f"deze editie is er niet; kies {' of '.join([basis, *(f'{basis}{EDITIE}{jaar}' for jaar in edities(map_))])}"
    if not _heeft_land(map_):
        return kies
    if _GEMEENTEN.fullmatch(sleutel):
        codes = sleutel.partition(NAAM)[0].split(",")
        vreemd = next(iter(_vreemd(codes, map_)), None)
        if vreemd is None:  # a region, but not of those that are asked about
            return kies
        if vreemd in _landrijen(map_):
            return f"{vreemd} ({naam_van(vreemd)}) staat er twee keer; noem elke gemeente een keer"
        dichtbij = get_close_matches(vreemd, _landrijen(map_), 1, 0.0)
        return f"{vreemd} is geen gemeente; bedoelt u {dichtbij[0]} ({naam_van(dichtbij[0])})?"
    gebieden = {**dict.fromkeys(mappen(map_), ""), **{naam: wat for naam, (wat, _) in _gebieden(map_).items()}}
    dichtbij = get_close_matches(sleutel, gebieden, 1, 0.6)
    if not dichtbij:
        return f"{kies}, een provincie (PV25), een COROP-gebied (CR12), NL, of gemeenten (GM0363,GM0394)"
    naam = gebieden[dichtbij[0]]
    return f"{sleutel} is geen gebied; bedoelt u {dichtbij[0]}{f' ({naam})' if naam else ''}?"


def gebieden(map_: Path = MAP) -> Mapping[str, str]:
    """Give the areas with a name of their own that a region can be, by how they are called in a link.

    Examples
    --------
    >>> gebieden()["CR12"], gebieden()["NL"]
    ('COROP Twente', 'Nederland')
    """
    return {sleutel: naam for sleutel, (naam, _) in _gebieden(map_).items() if sleutel not in mappen(map_)}


def lees_regios(map_: Path = MAP) -> Mapping[str, Regio]:
    """Give every region, those that have a folder first; not when a file was damaged.

    Raises
    ------
    GegevensFout
        When a file is not what it was when it was sealed; when a region is asked for that cannot be read.

    Examples
    --------
    >>> next(iter(lees_regios())), "PV25" in lees_regios()
    ('stedendriehoek', True)
    """
    verzegeld(map_)
    return Regios(map_)


class Regios(Mapping[str, Regio]):
    """The regions, each read when it is asked for; only those that have a folder are counted."""

    def __init__(self, map_: Path) -> None:
        self._map, self._namen = map_, tuple(mappen(map_))

    def __getitem__(self, sleutel: str) -> Regio:
        if sleutel not in self:
            raise KeyError(sleutel)
        return lees_regio(sleutel, self._map)

    def __contains__(self, sleutel: object) -> bool:
        return sleutel in self._namen or (isinstance(sleutel, str) and _is_regio(sleutel, self._map))

    def __iter__(self) -> Iterator[str]:
        return iter(self._namen)

    def __len__(self) -> int:
        return len(self._namen)

"""Sweep a grid of scenarios over regions into partitioned Parquet: chunks of bounded size, each computed once.

The grid is a TOML file: ``regios``, ``[vast]`` with parameters that stay, and ``[van]`` with those that vary, each a list or a
range ``{van, tot, stap}``. DuckDB and Power BI read what comes out as one table with the region as a column.
"""

import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib import import_module
from itertools import islice, product
from math import prod
from pathlib import Path
from typing import Any

import numpy as np

from fairshare import MODELVERSIE
from fairshare.fouten import Fout, GegevensFout, ScenarioFout
from fairshare.gegevens import gebieden, lees_bestand, lees_regio, lees_regios, schrijf_bestand
from fairshare.model import bereken, jaren
from fairshare.model.tabellen import REGIO
from fairshare.parameters import Getal
from fairshare.scenario import Scenario, parameter

MEESTE_CELLEN = 1_000_000
"""How many gemeenten times years times scenarios are computed at a time: what bounds the memory."""

_APART = ("start", "eind", "bovengrens", "ondergrens")
"""Numbers that are a scenario of their own each: they change the years, or whether there is room at all."""

KEUZE = "keuze_"
"""What stands before a parameter in the table: opgave is a figure too."""

Waarden = Mapping[str, Any]


@dataclass(frozen=True)
class Rooster:
    """What is swept: the regions, what stays, and the values of what varies."""

    regios: tuple[str, ...]
    vast: Waarden
    van: Mapping[str, tuple[Any, ...]]

    @property
    def samen(self) -> tuple[str, ...]:
        """The parameters of which many values are computed at once."""
        return tuple(naam for naam in self.van if isinstance(parameter(naam), Getal) and naam not in _APART)

    @property
    def stempel(self) -> str:
        """Sixteen signs that change with the grid, the model and the figures of its regions."""
        afdrukken = [lees_regio(regio).vingerafdruk for regio in self.regios]
        alles = json.dumps(
            [MODELVERSIE, self.regios, afdrukken, dict(self.vast), {n: list(w) for n, w in self.van.items()}]
        )
        return sha256(alles.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class Deel:
    """A chunk: a scenario, and which stretch of its grid of numbers."""

    naam: str
    scenario: Waarden
    getallen: Mapping[str, tuple[Any, ...]]
    begin: int
    eind: int


def lees_rooster(inhoud: bytes) -> Rooster:
    r"""Read a grid; without regions it is every one that has a name.

    Raises
    ------
    GegevensFout
        When it is no TOML, or names a region or a parameter that is not there.

    Examples
    --------
    >>> rooster = lees_rooster(b'regios = ["gmr"]\n[van]\nreservering = {van = 25, tot = 26, stap = 0.5}\nsleutel = ["inwoners", "voorraad"]')
    >>> rooster.van["reservering"], rooster.samen
    ((25.0, 25.5, 26.0), ('reservering',))
    """
    try:
        wat = tomllib.loads(inhoud.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        regel = re.search(r"line ([0-9]+)", str(fout))
        waar = f"rooster, regel {regel[1]}" if regel else "rooster"
        raise GegevensFout([Fout(waar, "", "dit is geen TOML; zie het voorbeeld in docs/als-bibliotheek.md")]) from None
    vreemd = [naam for naam in wat if naam not in ("regios", "vast", "van")]
    parameters = {**wat.get("vast", {}), **wat.get("van", {})}
    vreemd += [naam for naam in parameters if naam not in Scenario.model_fields or naam == "regio"]
    if vreemd or not wat.get("van"):
        advies = "geef regios, [vast] en [van], met parameters van een scenario zoals ze in een link staan"
        raise GegevensFout([Fout("rooster", ", ".join(vreemd), advies)])
    namen = wat.get("regios") or [*lees_regios(), *gebieden()]
    return Rooster(tuple(namen), wat.get("vast", {}), {naam: _waarden(naam, een) for naam, een in wat["van"].items()})


def _waarden(naam: str, wat: Any) -> tuple[Any, ...]:
    """Give the values of a list or of a range, its end included."""
    if isinstance(wat, list) and wat:
        return tuple(wat)
    if not isinstance(wat, dict) or set(wat) != {"van", "tot", "stap"} or wat["stap"] <= 0 or wat["tot"] < wat["van"]:
        advies = "geef een lijst, of van, tot en stap: {van = 25, tot = 37, stap = 0.5}"
        raise GegevensFout([Fout(f"rooster, {naam}", str(wat), advies)])
    aantal = round((wat["tot"] - wat["van"]) / wat["stap"]) + 1
    geheel = all(isinstance(een, int) for een in wat.values())
    return tuple((int if geheel else float)(round(wat["van"] + i * wat["stap"], 9)) for i in range(aantal))


def delen(rooster: Rooster) -> Iterator[Deel | ScenarioFout]:
    """Cut the grid in chunks; what cannot be computed in a region comes as its refusal.

    Whether it can is judged at the ends of every number: between them nothing is refused that is not refused there.
    """
    apart = [naam for naam in rooster.van if naam not in rooster.samen]
    getallen = {naam: rooster.van[naam] for naam in rooster.samen}
    for regio in rooster.regios:
        for nummer, keuze in enumerate(product(*(rooster.van[naam] for naam in apart))):
            waarden = {**rooster.vast, **dict(zip(apart, keuze, strict=True)), "regio": regio}
            try:
                cellen = _cellen(waarden, getallen)
            except ScenarioFout as fout:
                yield fout
                continue
            stap, totaal = max(1, MEESTE_CELLEN // cellen), prod(map(len, getallen.values()))
            for begin in range(0, totaal, stap):
                naam = f"regio={regio}/deel-{nummer:04d}-{begin:09d}.parquet"
                yield Deel(naam, waarden, getallen, begin, min(begin + stap, totaal))


def _cellen(waarden: Waarden, getallen: Mapping[str, tuple[Any, ...]]) -> int:
    """Try the ends of every number; give how many gemeenten times years one scenario has."""
    regio = lees_regio(waarden["regio"])
    for hoek in product(*({min(een), max(een)} for een in getallen.values())):
        bereken(regio, Scenario(**{**waarden, **dict(zip(getallen, hoek, strict=True))}))
    return len(regio.gemeenten) * len(jaren(regio, Scenario(**waarden)))


def maak_deel(deel: Deel) -> tuple[str, bytes]:
    """Compute a chunk: a row a scenario and year, with its parameters and the figures of the region; unknown is empty."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    scenario = Scenario(**deel.scenario)
    regio = lees_regio(scenario.regio)
    plek = np.unravel_index(np.arange(deel.begin, deel.eind), tuple(map(len, deel.getallen.values())) or (1,))
    reeksen = {naam: np.array(een)[p] for (naam, een), p in zip(deel.getallen.items(), plek, strict=False)}
    uitkomst = bereken(regio, scenario, **reeksen)
    aantal, lang = deel.eind - deel.begin, len(uitkomst.jaren)
    vast = {naam: [str(een)] * (aantal * lang) for naam, een in deel.scenario.items() if naam != "regio"}
    lopend = {naam: np.repeat(reeks, lang) for naam, reeks in reeksen.items()}
    tabel: dict[str, Any] = {KEUZE + naam: een for naam, een in {**vast, **lopend}.items()}
    tabel["jaar"] = np.tile(uitkomst.jaren, aantal)
    for naam in REGIO:
        tabel[naam] = np.broadcast_to(getattr(uitkomst.regio, naam), (lang, aantal)).T.ravel()
    uit = io.BytesIO()
    pq.write_table(
        pa.table({naam: pa.array(een, from_pandas=True) for naam, een in tabel.items()}), uit, compression="zstd"
    )
    return deel.naam, uit.getvalue()


def verken(rooster: Rooster, naar: Path, adres: str | None, meld: Callable[[int, int], None]) -> list[ScenarioFout]:
    """Sweep a grid into a folder; what stands there already is not computed again. Give what was refused.

    Parameters
    ----------
    naar
        The folder; it has to be of this grid, or new.
    adres
        None is this process; "lokaal" a Dask cluster on this machine, else the address of one.
    meld
        Is told how many chunks there are of how many.

    Raises
    ------
    GegevensFout
        When the folder holds another grid, or Dask is asked for and not installed.
    """
    _zelfde_rooster(rooster, naar)
    alle = list(delen(rooster))
    nodig = [deel for deel in alle if isinstance(deel, Deel)]
    over = [deel for deel in nodig if not (naar / deel.naam).exists()]
    klaar = len(nodig) - len(over)
    meld(klaar, len(nodig))
    for naam, inhoud in map(maak_deel, over) if adres is None else _op_cluster(over, adres):
        (naar / naam).parent.mkdir(parents=True, exist_ok=True)
        half = (naar / naam).with_suffix(".half")
        schrijf_bestand(half, inhoud)
        half.replace(naar / naam)  # a chunk that is there is whole
        klaar += 1
        meld(klaar, len(nodig))
    return [deel for deel in alle if isinstance(deel, ScenarioFout)]


def _zelfde_rooster(rooster: Rooster, naar: Path) -> None:
    """Mark the folder, or refuse one with the mark of another grid."""
    merk = naar / "rooster.txt"
    if merk.exists() and lees_bestand(merk).decode() != rooster.stempel:
        advies = "in deze map staat een ander rooster, of een van een ander model; kies een lege map"
        raise GegevensFout([Fout(str(naar), "", advies)])
    naar.mkdir(parents=True, exist_ok=True)
    schrijf_bestand(merk, rooster.stempel.encode())


def _op_cluster(over: Sequence[Deel], adres: str) -> Iterable[tuple[str, bytes]]:
    """Compute chunks on a Dask cluster, a few ahead of what is written."""
    try:
        dask: Any = import_module("distributed")
    except ModuleNotFoundError:
        advies = "installeer de extra fairshare-verkenner[dask], of laat --cluster weg"
        raise GegevensFout([Fout("cluster", adres, advies)]) from None
    with dask.Client(**({"processes": True} if adres == "lokaal" else {"address": adres})) as client:
        wacht = iter(over)
        vooruit = 4 * max(1, len(client.scheduler_info()["workers"]))
        bezig = dask.as_completed([client.submit(maak_deel, deel, pure=False) for deel in islice(wacht, vooruit)])
        for klaar in bezig:
            yield klaar.result()
            for deel in wacht:
                bezig.add(client.submit(maak_deel, deel, pure=False))
                break

"""The only place that opens files: DuckDB reads CSV and Parquet, tomllib the registers.

Every cell comes in as text, without guessing of types or separators; :mod:`fairshare.gegevens.controle` judges it.
"""

import csv
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

import duckdb
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.schema import (
    Buiten,
    BuitenModel,
    Herrekening,
    Kalender,
    Landelijk,
    Moment,
    Preset,
    Presets,
    Programma,
    Programmas,
    Regeling,
    Regelingen,
    Register,
    Taakstellingen,
    Urgentie,
    Verhaal,
    Verhaalstap,
    Vraag,
    Vragen,
    WettelijkKader,
)


def map_met_gegevens() -> Path:
    """Find the folder with a subfolder per region: inside an installed package, beside it in a checkout.

    Examples
    --------
    >>> (map_met_gegevens() / "stedendriehoek" / "register.toml").is_file()
    True
    """
    pakket = Path(__file__).resolve().parents[1]
    return pakket / "data" if (pakket / "data").is_dir() else pakket.parent / "data"


MAP = map_met_gegevens()
"""The folder with a subfolder per region."""

Rij = dict[str, str]

Model = TypeVar("Model", bound=BaseModel)

_DICHT = (
    "SET autoinstall_known_extensions=false",
    "SET autoload_known_extensions=false",
    "SET allow_community_extensions=false",
    "SET allow_extension_repositories='forbidden'",
    "SET allow_persistent_secrets=false",
    "SET GLOBAL python_enable_replacements=false",
    "SET memory_limit='512MB'",
    "SET threads=1",
    "SET GLOBAL max_execution_time=5000",
    "SET temp_directory=''",
    "SET enable_external_access=false",
    "SET lock_configuration=true",
)
"""What DuckDB does not need is closed, in this order, for every cursor too: without GLOBAL some hold for one connection only."""


_SLOT = Lock()


def _databank(paden: Iterable[Path]) -> duckdb.DuckDBPyConnection:
    """Open a database that may read these files and nothing else."""
    verbinding = duckdb.connect(":memory:")
    mag = ", ".join("'" + str(pad).replace("'", "''") + "'" for pad in paden)
    verbinding.execute(";".join((f"SET allowed_paths=[{mag}]", *_DICHT)))
    return verbinding


@lru_cache(maxsize=1)
def _van_de_verkenner() -> duckdb.DuckDBPyConnection:
    """Open the database for all tables in the folder of the Verkenner: opening one takes longer than reading them."""
    return _databank(pad for pad in MAP.rglob("*") if pad.suffix in (".csv", ".parquet"))


def _verbinding(pad: Path) -> duckdb.DuckDBPyConnection:
    """Give a connection for one use, as a shared one mixes up the answers of different threads; another's file has its own database."""
    with _SLOT:
        return _van_de_verkenner().cursor() if pad.is_relative_to(MAP) else _databank([pad])


def _kopregel(pad: Path) -> list[str]:
    with pad.open(encoding="utf-8-sig", newline="") as bestand:
        namen = [naam.strip() for naam in next(csv.reader(bestand), [""])]
    if len(namen) == 1 and ";" in namen[0]:
        raise GegevensFout(
            [Fout(f"{pad.name}, rij 1", namen[0], "scheid de kolommen met komma's, niet met puntkomma's")]
        )
    if len(set(namen)) < len(namen) or "" in namen:
        raise GegevensFout([Fout(f"{pad.name}, rij 1", ",".join(namen), "geef elke kolom een eigen naam")])
    return namen


def _csv(pad: Path) -> list[Rij]:
    """Read a CSV file without guessing; a row with too many or too few cells is a fault, never padded."""
    namen = _kopregel(pad)
    sql = (
        "SELECT * FROM read_csv(?, delim=',', quote='\"', escape='\"', header=true, auto_detect=false,"
        " columns=?, strict_mode=true, null_padding=false, store_rejects=true)"
    )
    with _verbinding(pad) as verbinding:
        rijen = verbinding.execute(sql, [str(pad), dict.fromkeys(namen, "VARCHAR")]).fetchall()
        geweigerd = set(verbinding.execute("SELECT line, csv_line FROM reject_errors").fetchall())
    if geweigerd:
        advies = f"geef elke rij {len(namen)} cellen, gescheiden door komma's, zoals de kopregel"
        raise GegevensFout([Fout(f"{pad.name}, rij {regel}", str(tekst), advies) for regel, tekst in sorted(geweigerd)])
    return _als_tekst(namen, rijen)


def _parquet(pad: Path) -> list[Rij]:
    with _verbinding(pad) as verbinding:
        antwoord = verbinding.execute("SELECT * FROM read_parquet(?)", [str(pad)])
        return _als_tekst([kolom[0] for kolom in antwoord.description or ()], antwoord.fetchall())


def open_parquet(pad: Path, naam: str) -> duckdb.DuckDBPyConnection:
    """Load a Parquet file as a table by this name, for more than one query.

    Raises
    ------
    GegevensFout
        When there is no such file, or it cannot be read as a table.

    Examples
    --------
    >>> open_parquet(MAP / "landelijk.parquet", "land").execute("SELECT count(*) FROM land").fetchall()
    [(342,)]
    """
    verbinding = _verbinding(pad)
    try:
        with _SLOT:
            verbinding.execute(f"CREATE OR REPLACE TABLE {naam} AS SELECT * FROM read_parquet(?)", [str(pad)])
    except duckdb.Error as fout:
        raise GegevensFout([_onleesbaar(pad, fout)]) from None
    return verbinding


def _als_tekst(namen: Sequence[str], rijen: Sequence[tuple[Any, ...]]) -> list[Rij]:
    return [dict(zip(namen, map(_cel, rij), strict=True)) for rij in rijen]


def _cel(cel: Any) -> str:
    """Write a cell as text; Parquet stores whole numbers beside an empty cell as 5.0 and nan."""
    if cel is None or cel != cel:  # only nan differs from itself
        return ""
    return str(int(cel)) if isinstance(cel, float) and cel.is_integer() else str(cel)


def lees_rijen(pad: Path) -> list[Rij]:
    """Read a CSV or Parquet file as rows of text, in the order of the file; an empty cell is "".

    Parameters
    ----------
    pad
        A CSV file (UTF-8, commas, a header) or a Parquet file.

    Raises
    ------
    GegevensFout
        When there is no such file, or it cannot be read as a table.

    Examples
    --------
    >>> lees_rijen(MAP / "stedendriehoek" / "gemeenten.csv")[0]["naam"]
    'Apeldoorn'
    """
    try:
        return _parquet(pad) if pad.suffix == ".parquet" else _csv(pad)
    except (OSError, UnicodeDecodeError, duckdb.Error) as fout:
        raise GegevensFout([_onleesbaar(pad, fout)]) from None


def _onleesbaar(pad: Path, fout: Exception) -> Fout:
    """Say in Dutch why a file cannot be read at all."""
    if isinstance(fout, UnicodeDecodeError):
        return Fout(pad.name, "", "de tekens zijn geen UTF-8; sla het bestand op als 'CSV UTF-8'")
    if isinstance(fout, OSError):
        return Fout(pad.name, "", "dit bestand is er niet of mag niet worden gelezen; controleer de naam en de rechten")
    return Fout(pad.name, "", "dit is geen tabel; lever CSV (UTF-8, komma's, een kopregel) of Parquet")


def lees_register(pad: Path) -> Register:
    """Read and judge a register.

    Examples
    --------
    >>> lees_register(MAP / "gmr" / "register.toml").naam
    'Groene Metropoolregio Arnhem-Nijmegen'
    """
    return _toml(pad, Register)


def _toml(pad: Path, model: type[Model]) -> Model:
    """Read a register and judge it."""
    waar = f"{pad.parent.name}/{pad.name}"
    try:
        return model.model_validate(tomllib.loads(pad.read_text(encoding="utf-8")))
    except ValidationError as fout:
        raise GegevensFout(_registerfout(waar, een) for een in fout.errors()) from None
    except (OSError, ValueError):
        raise GegevensFout([Fout(waar, "", "dit register is er niet of is geen TOML; zet het terug")]) from None


def _registerfout(waar: str, een: ErrorDetails) -> Fout:
    """Say in Dutch what pydantic found, at the place where someone counts to."""
    plek = " ".join(str(deel + 1 if isinstance(deel, int) else deel) for deel in een["loc"])
    advies = {
        "missing": "dit ontbreekt; vul het in",
        "extra_forbidden": "dit kent het register niet; haal het weg",
        "value_error": een["msg"].removeprefix("Value error, "),
    }.get(een["type"], "dit kan hier niet; schrijf het zoals elders in dit register")
    return Fout(waar, "" if een["type"] == "missing" else str(een["input"]), f"{plek}: {advies}")


ZEGEL = "SHA256SUMS"
"""The file that holds the digest of every file of ``data/``, in the form of ``sha256sum``."""


def zegel(map_: Path = MAP) -> str:
    """Give the digests of all files with data, to seal them with.

    Examples
    --------
    >>> "  presets.toml" in zegel()
    True
    """
    bestanden = sorted(pad for pad in map_.rglob("*") if pad.is_file() and pad.name != ZEGEL and pad.suffix != ".pyc")
    return "".join(f"{sha256(pad.read_bytes()).hexdigest()}  {pad.relative_to(map_).as_posix()}\n" for pad in bestanden)


@lru_cache(maxsize=16)
def verzegeld(map_: Path) -> None:
    """Compare every file with its seal: DuckDB does not notice most damage to a file."""
    advies = "het bestand is niet wat het was bij het verzegelen; zet het terug, of draai make zegel na een bewuste wijziging"
    try:
        nu, toen = zegel(map_).splitlines(), (map_ / ZEGEL).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fout:
        raise GegevensFout(
            [Fout(ZEGEL, "", "dit bestand is er niet of mag niet worden gelezen; zet het terug")]
        ) from fout
    anders = {regel.partition("  ")[2] for regel in set(nu) ^ set(toen)}
    if anders:
        raise GegevensFout([Fout(f"data/{naam}", "", advies) for naam in sorted(anders)])


@lru_cache(maxsize=16)
def lees_document(naam: str) -> str:
    """Read a text of ``docs/`` that a screen shows too, without its heading.

    Raises
    ------
    GegevensFout
        When it is not there: an installed package has no screens, and so no texts for them.

    Examples
    --------
    >>> "opgave" in lees_document("begrippen")
    True
    """
    tekst = lees_bestand(MAP.parent / "docs" / f"{naam}.md").decode()
    return tekst.partition("\n")[2].strip()


BUITEN_DOCS = {"CONTRIBUTING.md": "bijdragen", "CHANGELOG.md": "wijzigingen"}
"""What else is a document, with its name among those of ``docs/``."""


@lru_cache(maxsize=1)
def lees_documenten() -> Mapping[str, str]:
    """Read every document, as it is written, by its name; an installed package has none.

    Examples
    --------
    >>> lees_documenten()["begrippen"][:11]
    '# Begrippen'
    """
    wortel = MAP.parent
    paden = {pad.stem: pad for pad in sorted((wortel / "docs").glob("*.md"))}
    paden |= {naam: wortel / bestand for bestand, naam in BUITEN_DOCS.items() if (wortel / bestand).is_file()}
    return {naam: lees_bestand(pad).decode() for naam, pad in paden.items()}


def lees_bijlage(naam: str) -> bytes | None:
    """Read what lies beside the documents, such as a picture or a schema; None where there is no such file.

    Examples
    --------
    >>> lees_bijlage("monitoring.schema.json")[:1], lees_bijlage("../LICENSE")
    (b'{', None)
    """
    pad = next((een for een in (MAP.parent / "docs").glob("*.*") if een.name == naam), None)
    return lees_bestand(pad) if pad else None


@lru_cache(maxsize=16)
def lees_presets(map_: Path = MAP) -> tuple[Preset, ...]:
    """Read the ready scenarios.

    Examples
    --------
    >>> lees_presets()[0].naam
    'Afsprakenkader 30%'
    """
    return _toml(map_ / "presets.toml", Presets).preset


@lru_cache(maxsize=16)
def lees_regelingen(map_: Path = MAP) -> tuple[Regeling, ...]:
    """Read what regions agreed.

    Examples
    --------
    >>> lees_regelingen()[0].naam
    'Stedendriehoek'
    """
    return _toml(map_ / "regelingen.toml", Regelingen).regeling


@lru_cache(maxsize=16)
def lees_landelijke_afspraken(map_: Path = MAP) -> tuple[Landelijk, ...]:
    """Read what the sources say of the country beside those.

    Examples
    --------
    >>> lees_landelijke_afspraken()[1].onderwerp
    'Statushouders'
    """
    return _toml(map_ / "regelingen.toml", Regelingen).landelijk


@lru_cache(maxsize=16)
def lees_vragen(map_: Path = MAP) -> tuple[Vraag, ...]:
    """Read the questions that an RBO asks.

    Examples
    --------
    >>> lees_vragen()[0].pagina
    'overzicht'
    """
    return _toml(map_ / "vragen.toml", Vragen).vraag


@lru_cache(maxsize=16)
def lees_buiten_model(map_: Path = MAP) -> tuple[Buiten, ...]:
    """Read what the sources name and the model does not compute.

    Examples
    --------
    >>> lees_buiten_model()[0].wat
    'Een dashboard dat de aantallen volgt'
    """
    return _toml(map_ / "buiten_model.toml", BuitenModel).rij


@lru_cache(maxsize=16)
def lees_herrekening(map_: Path = MAP) -> Herrekening:
    """Read the figures that the sources print.

    Examples
    --------
    >>> [kolom.letter for kolom in lees_herrekening().kolom]
    ['A', 'B', 'C', 'D', 'E', 'F']
    """
    return _toml(map_ / "herrekening.toml", Herrekening)


@lru_cache(maxsize=16)
def lees_kalender(map_: Path = MAP) -> tuple[Moment, ...]:
    """Read when the agreement asks what.

    Examples
    --------
    >>> lees_kalender()[0].wanneer
    'Elk jaar vóór 1 juli'
    """
    return _toml(map_ / "kalender.toml", Kalender).moment


@lru_cache(maxsize=16)
def lees_programmas(map_: Path = MAP) -> tuple[Programma, ...]:
    """Read how other programs read the figures of a scenario.

    Examples
    --------
    >>> [een.programma for een in lees_programmas()][:2]
    ['Excel', 'Power BI']
    """
    return _toml(map_ / "programmas.toml", Programmas).programma


@lru_cache(maxsize=16)
def lees_verhaal(map_: Path = MAP) -> tuple[Verhaalstap, ...]:
    """Read the story that ships with the Verkenner.

    Examples
    --------
    >>> lees_verhaal()[0].titel
    'De opgave'
    """
    return _toml(map_ / "verhaal.toml", Verhaal).stap


def verhaal_uit(inhoud: bytes) -> tuple[Verhaalstap, ...]:
    """Read the steps of a story from a file that someone kept.

    Raises
    ------
    GegevensFout
        When it is not such a file, with each step that is wrong.

    Examples
    --------
    >>> verhaal_uit(b"[]")
    Traceback (most recent call last):
        ...
    fairshare.fouten.GegevensFout: dit bestand kan niet: dit is geen verhaal van de Verkenner; kies een bestand dat hier is bewaard.
    """
    try:
        return Verhaal.model_validate_json(inhoud).stap
    except ValidationError as fout:
        delen = [een["loc"] for een in fout.errors(include_url=False, include_input=False)]
    stappen = [f"stap {deel[1] + 1}" for deel in delen if len(deel) > 1 and isinstance(deel[1], int)]
    waar = ", ".join(dict.fromkeys(stappen)) or "dit bestand"
    advies = "dit is geen verhaal van de Verkenner; kies een bestand dat hier is bewaard"
    raise GegevensFout([Fout(waar, "", advies)])


def lees_bestand(pad: Path) -> bytes:
    """Read a file of the user as it is.

    Raises
    ------
    GegevensFout
        When there is no such file or it may not be read.

    Examples
    --------
    >>> lees_bestand(MAP / "presets.toml")[:1]
    b'#'
    """
    try:
        return pad.read_bytes()
    except OSError as fout:
        raise GegevensFout([_onleesbaar(pad, fout)]) from None


def schrijf_bestand(pad: Path, inhoud: bytes) -> None:
    """Write a file that someone asked for.

    Raises
    ------
    GegevensFout
        When it cannot be written there.
    """
    try:
        pad.write_bytes(inhoud)
    except OSError:
        advies = "dit bestand kan hier niet worden geschreven; controleer de map en de rechten"
        raise GegevensFout([Fout(str(pad), "", advies)]) from None


@lru_cache(maxsize=16)
def lees_wettelijk_kader(map_: Path = MAP) -> WettelijkKader:
    """Read what the law says.

    Examples
    --------
    >>> lees_wettelijk_kader().regel[0].datum
    '1 juli 2026'
    """
    return _toml(map_ / "wettelijk_kader.toml", WettelijkKader)


@lru_cache(maxsize=16)
def lees_taakstellingen(map_: Path = MAP) -> Taakstellingen:
    """Read the national taakstellingen for statushouders.

    Examples
    --------
    >>> lees_taakstellingen().halfjaar[2].personen
    15000
    """
    return _toml(map_ / "taakstelling.toml", Taakstellingen)


@lru_cache(maxsize=16)
def lees_urgentie(map_: Path = MAP) -> Urgentie:
    """Read who is urgent, by law and by region, and who is not.

    Examples
    --------
    >>> "".join(groep.letter for groep in lees_urgentie().wettelijk)
    'abcdefghij'
    """
    return _toml(map_ / "urgent.toml", Urgentie)

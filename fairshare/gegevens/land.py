"""The national table: a row for each gemeente of the country, queried where it lies."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from fairshare.gegevens.bestanden import MAP, lees_register, open_parquet
from fairshare.gegevens.schema import Register

TABEL = "landelijk"
"""How the table and its register are called in ``data/``."""


@lru_cache(maxsize=4)
def lees_landelijk_register(map_: Path = MAP) -> Register:
    """Read where each column of the national table comes from, and what holds for a region that is put together from it.

    Examples
    --------
    >>> lees_landelijk_register().kolommen["corporatiewoningen_2024"].totaal
    (2321421, 2321421)
    """
    return lees_register(map_ / f"{TABEL}.toml")


@lru_cache(maxsize=4)
def _verbinding(map_: Path) -> Any:
    """Load the table once; each query has a cursor of its own, so that threads do not mix up their answers."""
    return open_parquet(map_ / f"{TABEL}.parquet", "land")


def vraag_land(sql: str, waarden: Sequence[Any] | Mapping[str, Any] = (), map_: Path = MAP) -> list[dict[str, Any]]:
    """Query the table ``land``; values are bound, never part of the text.

    Parameters
    ----------
    sql
        A query on ``land`` with a ``?`` or a ``$name`` for each value.
    waarden
        The values.

    Examples
    --------
    >>> vraag_land("SELECT naam FROM land WHERE code = ?", ["GM0262"])
    [{'naam': 'Lochem'}]
    """
    with _verbinding(map_).cursor() as cursor:
        antwoord = cursor.execute(sql, waarden)
        namen = [kolom[0] for kolom in antwoord.description]
        return [dict(zip(namen, rij, strict=True)) for rij in antwoord.fetchall()]

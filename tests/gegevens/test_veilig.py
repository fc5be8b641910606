"""Safety: DuckDB closed for what it does not need, damaged data never served, and files that cannot hurt."""

import random
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
import pytest

from fairshare.fouten import GegevensFout
from fairshare.gegevens import MAP, lees_regios, lees_rijen
from fairshare.gegevens import bestanden as b

GMR = MAP / "gmr" / "gemeenten.csv"


@pytest.mark.parametrize(
    "opdracht",
    [
        "SELECT * FROM read_text('/etc/passwd')",
        f"SELECT * FROM read_csv('{MAP.parent / 'pyproject.toml'}')",
        f"SELECT * FROM read_text('{MAP / 'presets.toml'}')",
        f"SELECT * FROM read_csv('{MAP / 'gmr' / '..' / '..' / 'pyproject.toml'}')",
        "COPY (SELECT 1) TO '/tmp/uit.csv'",
        f"COPY (SELECT 1) TO '{MAP / 'uit.csv'}'",
        "ATTACH '/tmp/uit.db'",
        f"ATTACH '{MAP / 'uit.db'}'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "SET threads=8",
        "SET enable_external_access=true",
        "SET memory_limit='64GB'",
        "CREATE PERSISTENT SECRET s (TYPE s3)",
    ],
)
def test_duckdb_does_nothing_that_is_not_needed(opdracht, tmp_path):
    """It reads tables of the Verkenner, or the one file of another; other files, network, extensions and its settings are closed."""
    eigen = shutil.copy(GMR, tmp_path)
    for pad in (GMR, Path(eigen)):
        with b._verbinding(pad) as verbinding, pytest.raises(duckdb.Error):
            verbinding.execute(opdracht).fetchall()
    with b._verbinding(GMR) as verbinding, pytest.raises(duckdb.Error):
        verbinding.execute("SELECT * FROM read_csv(?)", [eigen])


def test_every_connection_has_the_limits(tmp_path):
    """Also one that shares a database, and a cursor of it."""
    namen = ("python_enable_replacements", "max_execution_time", "threads", "lock_configuration")
    vraag = f"SELECT name, value FROM duckdb_settings() WHERE name IN {namen}"
    for pad in (GMR, MAP / "landelijk.parquet", tmp_path / "eigen.csv"):
        with b._verbinding(pad) as verbinding, verbinding.cursor() as cursor:
            gevonden = dict(cursor.execute(vraag).fetchall())
        assert [gevonden[naam] for naam in namen] == ["false", "5000", "1", "true"]


def test_threads_never_get_the_answer_of_another():
    """Eight threads reading two files three hundred times."""
    paden = [GMR, MAP / "achterhoek" / "gemeenten.csv"]
    eerste = {pad: lees_rijen(pad) for pad in paden}
    with ThreadPoolExecutor(8) as draden:
        gelezen = list(draden.map(lambda nummer: (paden[nummer % 2], lees_rijen(paden[nummer % 2])), range(300)))
    assert all(rijen == eerste[pad] for pad, rijen in gelezen)


def test_damaged_data_is_never_served(tmp_path):
    """A thousand flips and truncations of every file: each is noticed and named."""
    toeval = random.Random(1000)
    map_ = shutil.copytree(MAP, tmp_path / "data")
    goed = {pad: pad.read_bytes() for pad in map_.rglob("*") if pad.is_file() and pad.name != b.ZEGEL}
    for nummer in range(1000):
        pad = toeval.choice(list(goed))
        inhoud = bytearray(goed[pad])
        if nummer % 5:
            inhoud[toeval.randrange(len(inhoud))] ^= 1 << toeval.randrange(8)
        else:
            inhoud = inhoud[: toeval.randrange(len(inhoud))]
        pad.write_bytes(inhoud)
        b.verzegeld.cache_clear()
        with pytest.raises(GegevensFout, match=pad.name):
            lees_regios(map_)
        pad.write_bytes(goed[pad])
    b.verzegeld.cache_clear()
    assert list(lees_regios(map_)) == list(lees_regios())


def test_a_file_that_is_gone_or_new_is_named_too(tmp_path):
    """And so is a missing seal."""
    map_ = shutil.copytree(MAP, tmp_path / "data")
    (map_ / "gmr" / "nieuw.csv").write_text("x", encoding="utf-8")
    with pytest.raises(GegevensFout, match=r"data/gmr/nieuw\.csv"):
        lees_regios(map_)
    (map_ / b.ZEGEL).unlink()
    b.verzegeld.cache_clear()
    with pytest.raises(GegevensFout, match=b.ZEGEL):
        lees_regios(map_)


def test_reading_a_file_leaves_nothing_behind(tmp_path):
    """The process that reads a user's file writes nothing, also where it could."""
    lezer = MAP.parent / "fairshare" / "gegevens" / "lezer.py"
    subprocess.run(
        [sys.executable, "-I", lezer], input=b"Gemeente\nDelft\n", cwd=tmp_path, check=True, capture_output=True
    )
    assert not list(tmp_path.iterdir())

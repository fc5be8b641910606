"""Faults planted in what people read, one at a time: which does no test see? ``make planten`` runs it, in a copy.

The faults stand in ``planten.toml``. Each is held against the cheap tests of its kind, without a browser, until the first that
fails. Numbers behind it (``make planten FOUTEN="3 7-12"``) plant only those.
"""

import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

WORTEL = Path(__file__).parents[2]
CATALOGUS = Path(__file__).with_suffix(".toml")
BUITEN = ("__pycache__", ".venv", ".git", ".*_cache", ".hypothesis", "mutants")
"""What no test reads."""
DOEL = 95
"""So many of a hundred must be caught."""

_OPMAAK = ("tests/unit/test_opmaak.py", "tests/unit/test_verhaal.py", "fairshare/opmaak.py", "fairshare/koppen.py")
_GRAFIEK = ("tests/unit/test_grafieken.py", "tests/unit/test_kleuren.py", "tests/unit/test_contrast.py")
SOORTEN = {
    "tabel": tuple(f"tests/app/test_{wat}.py" for wat in ("cijfers", "wat_er_staat", "eigen_koppen")),
    "scherm": tuple(f"tests/app/test_{wat}.py" for wat in ("artikelen", "wat_er_staat", "gezegd", "paginas")),
    "kaart": ("tests/app/test_cijfers.py",),
    "grafiek": _GRAFIEK,
    "kleur": (*_GRAFIEK, "tests/gegevens/test_cijfers.py"),
    "export": (*(f"tests/gegevens/test_{wat}.py" for wat in ("cijfers", "motivering", "punten", "export", "papier")),),
    "tekst": (
        *_OPMAAK,
        *(f"tests/unit/test_{wat}.py" for wat in ("koppen", "monitoring", "dienst")),
        "tests/golden/test_uitleg.py",
    ),
    "vergelijking": ("tests/unit/test_lezingen.py", "tests/unit/test_documenten.py", "tests/golden/test_uitleg.py"),
}
"""By kind the tests that could notice, the most likely first."""


class Fout(NamedTuple):
    """A fault: of which kind, in which file, and what becomes what."""

    soort: str
    bestand: str
    was: str
    wordt: str


def catalogus() -> list[Fout]:
    """Read the faults."""
    return [Fout(**een) for een in tomllib.loads(CATALOGUS.read_text(encoding="utf-8"))["fout"]]


def bezwaar(fout: Fout, wortel: Path = WORTEL) -> str:
    """Say why a fault cannot be planted; "" where it can."""
    pad = wortel / fout.bestand
    keer = pad.read_text(encoding="utf-8").count(fout.was) if pad.is_file() else 0
    if fout.soort not in SOORTEN:
        return f"{fout.soort} is geen soort: {', '.join(SOORTEN)}"
    if keer != 1:
        return f"{fout.was!r} staat {keer} keer in {fout.bestand}, en moet er een keer staan"
    return "" if fout.was != fout.wordt else "er verandert niets"


def plant(fout: Fout, wortel: Path) -> str:
    """Plant a fault in a copy, run what could notice, and take it out again; give the first test that fails, else ""."""
    pad = wortel / fout.bestand
    goed = pad.read_text(encoding="utf-8")
    pad.write_text(goed.replace(fout.was, fout.wordt), encoding="utf-8")
    try:
        opdracht = [
            sys.executable,
            "-B",
            "-m",
            "pytest",
            "-x",
            "-q",
            "-p",
            "no:xdist",
            "--no-header",
            "--tb=no",
            "-rfE",
        ]
        gedaan = subprocess.run([*opdracht, *SOORTEN[fout.soort]], cwd=wortel, capture_output=True, text=True)
    finally:
        pad.write_text(goed, encoding="utf-8")
    if gedaan.returncode == 0:
        return ""
    zin = [regel for regel in gedaan.stdout.splitlines() if regel.startswith(("FAILED", "ERROR"))]
    return zin[0].partition(" - ")[0] if zin else gedaan.stderr.strip()[-200:] or gedaan.stdout.strip()[-200:]


def gekozen(woorden: Iterable[str], aantal: int) -> list[int]:
    """Read which faults are asked for, from 1; all where nothing is said.

    Examples
    --------
    >>> gekozen(["3", "7-9"], 60)
    [3, 7, 8, 9]
    """
    grenzen = [woord.partition("-") for woord in woorden]
    return [n for van, _, tot in grenzen for n in range(int(van), int(tot or van) + 1)] or list(range(1, aantal + 1))


def main(woorden: list[str]) -> int:
    """Plant the faults that are asked for; fail where one cannot be planted, a test fails by itself, or too few are caught."""
    alle = catalogus()
    weg = [f"{n}: {reden}" for n, een in enumerate(alle, 1) if (reden := bezwaar(een))]
    if weg:
        print("Deze fouten zijn niet te planten; pas planten.toml aan:", *weg, sep="\n")
        return 1
    nummers, gemist = gekozen(woorden, len(alle)), []
    with TemporaryDirectory() as map_:
        wortel = Path(map_) / "kopie"
        shutil.copytree(WORTEL, wortel, ignore=shutil.ignore_patterns(*BUITEN))
        for soort in sorted({alle[n - 1].soort for n in nummers}):
            if te_vroeg := plant(Fout(soort, "README.md", "", ""), wortel):
                print(f"Zonder fout slaagt {te_vroeg} al niet.")
                return 1
        for n in nummers:
            een = alle[n - 1]
            gezien = plant(een, wortel)
            print(f"{n:3} {een.soort:12} {een.bestand:34} {gezien or 'NIET GEZIEN: ' + een.wordt}", flush=True)
            gemist += [] if gezien else [n]
    deel = 100 * (len(nummers) - len(gemist)) / len(nummers)
    print(f"Gezien: {len(nummers) - len(gemist)} van de {len(nummers)}, {deel:.0f}%; niet gezien: {gemist or 'geen'}.")
    return 0 if deel >= DOEL else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

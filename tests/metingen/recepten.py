"""The recipes of CONTRIBUTING, each followed in a copy: is every test outside the browser green after it? ``make recepten``.

What they do stands in ``recepten.toml``. Words behind it (``make recepten RECEPT="page region"``) follow only the recipes with one
of them; ``.ci/run`` follows those of which a file was changed, all in one copy, so that the tests run once.
"""

import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.metingen.planten import BUITEN, WORTEL

BOEK = Path(__file__).with_suffix(".toml")
GEWIJZIGD = "--gewijzigd"
VAN_ALLE = ("CONTRIBUTING.md", "tests/metingen/recepten.py", "tests/metingen/recepten.toml")
"""A change of these is one of every recipe."""

PROEVEN = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("pytest", "-n", "2", "--dist", "worksteal", "-m", "not browser", "--show-capture=no", "-rf"),
)
"""What must be well after a recipe, each a module of Python; one of the tests runs mypy."""


class Stap(NamedTuple):
    """A text that a recipe puts in a file."""

    bestand: str
    tekst: str
    na: tuple[str, ...] = ()


class Recept(NamedTuple):
    """A recipe: what it is called, what it puts where, and what it says to make."""

    kop: str
    stappen: tuple[Stap, ...]
    maakt: tuple[str, ...] = ()


def recepten() -> list[Recept]:
    """Read the recipes."""
    boek = tomllib.loads(BOEK.read_text(encoding="utf-8"))["recept"]
    return [
        Recept(
            een["kop"],
            tuple(Stap(stap["bestand"], stap["tekst"], tuple(stap.get("na", ()))) for stap in een["stap"]),
            tuple(een.get("make", ())),
        )
        for een in boek
    ]


def tekst_van(kop: str) -> str:
    """Give what CONTRIBUTING says of a recipe."""
    alles = (WORTEL / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return alles.partition(f"**{kop}**")[2].partition("\n- **")[0].partition("\n\n")[0]


def plek(stap: Stap, inhoud: str) -> int:
    """Find where a text goes: behind the last of its places, each looked for behind the one before; -1 where one is not there.

    Examples
    --------
    >>> plek(Stap("a.py", "c", ("a", "b")), "b a b"), plek(Stap("a.py", "c", ("c",)), "b a b")
    (5, -1)
    """
    waar = 0
    for woorden in stap.na:
        gevonden = inhoud.find(woorden, waar)
        if gevonden < 0:
            return -1
        waar = gevonden + len(woorden)
    return waar


def bezwaar(stap: Stap) -> bool:
    """Whether a step has no place any more, or its new file is one of something else."""
    pad = WORTEL / stap.bestand
    inhoud = pad.read_text(encoding="utf-8") if pad.is_file() else None
    if stap.na:
        return inhoud is None or plek(stap, inhoud) < 0
    return inhoud not in (None, stap.tekst)


def zet(stap: Stap, wortel: Path) -> None:
    """Do a step in a copy."""
    pad = wortel / stap.bestand
    inhoud = pad.read_text(encoding="utf-8") if stap.na else ""
    waar = plek(stap, inhoud)
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(inhoud[:waar] + stap.tekst + inhoud[waar:], encoding="utf-8")


def volg(gekozen: Iterable[Recept]) -> str:
    """Follow recipes in one copy; give what was not well after them, else ""."""
    gekozen = list(gekozen)
    bin_ = Path(sys.executable).parent  # of the environment that runs this: a copy makes none
    maken = [
        ["make", "-s", "-o", ".venv/klaar-test", f"BIN={bin_}", doel]
        for doel in sorted({doel for recept in gekozen for doel in recept.maakt})
    ]
    omgeving = {**os.environ, "PATH": f"{bin_}{os.pathsep}{os.environ['PATH']}", "PYTHONDONTWRITEBYTECODE": "1"}
    with TemporaryDirectory() as map_:
        wortel = Path(map_) / "kopie"
        shutil.copytree(WORTEL, wortel, ignore=shutil.ignore_patterns(*BUITEN))
        for stap in (stap for recept in gekozen for stap in recept.stappen):
            zet(stap, wortel)
        for opdracht in [*maken, *([sys.executable, "-m", *proef] for proef in PROEVEN)]:
            gedaan = subprocess.run(opdracht, cwd=wortel, env=omgeving, capture_output=True, text=True)
            if gedaan.returncode:
                return f"{' '.join(opdracht)}\n{gedaan.stdout[-8000:]}{gedaan.stderr[-2000:]}"
    return ""


def geraakt(bestanden: Iterable[str]) -> list[Recept]:
    """Give the recipes of which one of these files is a place, or that all are."""
    anders = {*bestanden}
    return [
        recept for recept in recepten() if anders & {*VAN_ALLE, *(stap.bestand for stap in recept.stappen if stap.na)}
    ]


def gewijzigd() -> list[Recept]:
    """Give the recipes of what differs from the commit before, or from that of SINDS; all where git does not know it."""
    opdracht = ["git", "diff", "--name-only", os.environ.get("SINDS") or "HEAD^"]
    klaar = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True)
    return recepten() if klaar.returncode else geraakt(klaar.stdout.split("\n"))


def main(woorden: list[str]) -> int:
    """Follow the recipes that are asked for; fail where a place is gone or something is not well after one."""
    if weg := [
        f"{recept.kop}: {stap.na} in {stap.bestand}"
        for recept in recepten()
        for stap in recept.stappen
        if bezwaar(stap)
    ]:
        print("Deze plekken zijn er niet meer; pas recepten.toml en CONTRIBUTING aan:", *weg, sep="\n")
        return 1
    if woorden == [GEWIJZIGD]:
        rondes = [deel] if (deel := gewijzigd()) else []
    else:
        rondes = [[een] for een in recepten() if not woorden or any(woord in een.kop for woord in woorden)]
    mis = False
    for ronde in rondes:
        begin = time.monotonic()
        fout = volg(ronde)
        print(f"{', '.join(een.kop for een in ronde)}: {fout or 'goed'} ({time.monotonic() - begin:.0f} s)", flush=True)
        mis |= bool(fout)
    if not rondes:
        print(
            "Van geen recept is een bestand gewijzigd."
            if woorden == [GEWIJZIGD]
            else f"Kies uit: {', '.join(een.kop for een in recepten())}."
        )
    return 1 if mis or (not rondes and woorden != [GEWIJZIGD]) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

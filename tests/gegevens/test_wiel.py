"""The package as someone installs it: a wheel with its data, in a folder where the checkout is not."""

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import fairshare
from fairshare import gegevens, model

WORTEL = Path(__file__).parents[2]

DRIE_NAMEN = """
from fairshare import Scenario, bereken, lees_regio
import fairshare
from fairshare import gegevens, model
uitkomst = bereken(lees_regio("stedendriehoek"), Scenario(reservering=35))
print(fairshare.__file__)
print(round(uitkomst.regionaal("niet_geplaatst"), 2))
tabel = bereken(lees_regio("stedendriehoek"), reservering=[30, 35, 37]).tabel()
print(tabel.query("jaar == 2035").groupby("scenario")["niet_geplaatst"].sum().round(2).tolist())
"""


class Geinstalleerd:
    """The wheel, installed in a folder of its own, and another folder to work in."""

    def __init__(self, map_: Path) -> None:
        self.pakketten, self.werk = map_ / "pakketten", map_ / "elders"
        self.werk.mkdir()
        bron = map_ / "bron"
        for naam in ("fairshare", "data"):  # a build leaves files behind: not in the checkout
            shutil.copytree(WORTEL / naam, bron / naam, ignore=shutil.ignore_patterns("__pycache__"))
        for naam in ("pyproject.toml", "LICENSE"):
            shutil.copy(WORTEL / naam, bron)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        zonder = ["--no-index", "--no-deps"]
        self.doe(*pip, "wheel", *zonder, "--no-build-isolation", "--wheel-dir", str(map_), str(bron))
        [wiel] = map_.glob("*.whl")
        self.doe(*pip, "install", *zonder, "--no-compile", "--target", str(self.pakketten), str(wiel))

    def doe(self, *opdracht: str) -> str:
        """Run a command in the other folder and give what it prints; the packages of this environment are there too."""
        paden = os.pathsep.join([str(self.pakketten), sysconfig.get_path("purelib")])
        omgeving = {**os.environ, "PYTHONPATH": paden, "PYTHONDONTWRITEBYTECODE": "1"}
        klaar = subprocess.run(
            opdracht, cwd=self.werk, env=omgeving, capture_output=True, encoding="utf-8", check=False
        )
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr
        return klaar.stdout


@pytest.fixture(scope="module")
def pakket(tmp_path_factory) -> Geinstalleerd:
    return Geinstalleerd(tmp_path_factory.mktemp("wiel"))


def test_three_names_compute_without_the_checkout(pakket):
    """Region, scenario and outcome, and every scenario of a sweep as one table."""
    waar, een, alle = pakket.doe(sys.executable, "-c", DRIE_NAMEN).splitlines()
    assert Path(waar).is_relative_to(pakket.pakketten)
    assert (een, alle) == ("55.25", "[214.5, 55.25, 0.0]")


def test_the_command_has_a_name(pakket):
    """``fairshare`` is ``python -m fairshare``, on the data that came along and that are still sealed."""
    naam = "fairshare.exe" if os.name == "nt" else "fairshare"
    uit = pakket.doe(str(pakket.pakketten / "bin" / naam), "bereken", "reservering=35")
    assert uit.splitlines()[1] == "Niet geplaatst in 2035: 55,3 huishoudens per jaar"


def test_all_data_and_the_word_on_types_come_along(pakket):
    """Every file of ``data/``, as it is; ``py.typed`` tells a type checker to look."""
    bestanden = {pad.relative_to(WORTEL / "data"): pad for pad in (WORTEL / "data").rglob("*") if pad.is_file()}
    assert {pad: (pakket.pakketten / "fairshare/data" / pad).read_bytes() for pad in bestanden} == {
        pad: bron.read_bytes() for pad, bron in bestanden.items()
    }
    assert (pakket.pakketten / "fairshare/py.typed").exists()


def test_the_package_loads_nothing_that_is_not_asked_for():
    """A start pays for no pandas; who looks around sees the names all the same."""
    code = (
        "import sys, fairshare; print('numpy' in sys.modules, 'pydantic' in sys.modules, 'bereken' in dir(fairshare))"
    )
    uit = subprocess.run([sys.executable, "-c", code], cwd=WORTEL, capture_output=True, text=True, check=True).stdout
    assert uit.split() == ["False", "False", "True"]


@pytest.mark.parametrize("kamer", [fairshare, gegevens, model], ids=lambda kamer: kamer.__name__)
def test_a_type_checker_sees_the_names_where_they_are(kamer):
    """The names are given when asked for, and imported for who checks types: from the same rooms."""
    boom = ast.parse(Path(kamer.__file__).read_text(encoding="utf-8"))
    gezien = {
        naam.name: str(knoop.module)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.ImportFrom) and knoop.col_offset
        for naam in knoop.names
    }
    assert set(kamer.__all__) - {"MODELVERSIE", "MODELDATUM", "PRODUCT"} == gezien.keys()
    assert all(getattr(kamer, naam) is getattr(import_module(waar), naam) for naam, waar in gezien.items())
    with pytest.raises(AttributeError, match="onzin"):
        kamer.onzin  # noqa: B018 - asking is what is tested


def test_every_type_is_right():
    """mypy, strict, over the package: here, beside the other tests, because alone it keeps a core waiting."""
    klaar = subprocess.run([sys.executable, "-m", "mypy"], cwd=WORTEL, capture_output=True, text=True, check=False)
    assert klaar.returncode == 0, klaar.stdout + klaar.stderr


def test_a_build_uses_what_was_judged():
    """The builder of the wheel is pinned once: what builds it in this test builds it elsewhere."""
    project = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["build-system"]["requires"]) <= set(project["project"]["optional-dependencies"]["test"])

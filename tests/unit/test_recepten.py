"""What `make recepten` does is what CONTRIBUTING says: the same files, the same commands, at places that are there."""

import re
from pathlib import PurePosixPath

import pytest

from tests.metingen.recepten import VAN_ALLE, WORTEL, Stap, bezwaar, geraakt, recepten, tekst_van, zet


@pytest.mark.parametrize("recept", recepten(), ids=lambda recept: recept.kop)
def test_a_recipe_says_each_file_that_it_touches_and_what_it_makes(recept):
    """By its path, by its name, or by its folder; and each place of it is there."""
    zegt = re.findall(r"`([^`]+)`", tekst_van(recept.kop))
    assert zegt, f"CONTRIBUTING heeft geen recept {recept.kop}"
    for stap in recept.stappen:
        pad = PurePosixPath(stap.bestand)
        assert {str(pad), pad.name, f"{pad.parent}/"} & {*zegt}, (
            f"CONTRIBUTING noemt {stap.bestand} niet bij {recept.kop}"
        )
        assert not bezwaar(stap), f"{stap.na} staat niet meer in {stap.bestand}"
    assert {f"make {doel}" for doel in recept.maakt} == {woord for woord in zegt if woord.startswith("make ")}


def test_every_kind_of_recipe_is_followed_and_by_the_check_of_a_change_too():
    """Page, region, parameter, equation, chart and export."""
    koppen = {"A page", "A region", "A parameter", "An equation", "A chart", "A kind of file"}
    assert {recept.kop for recept in recepten()} == koppen
    assert "make recepten RECEPT=--gewijzigd" in (WORTEL / ".ci" / "run").read_text(encoding="utf-8")


def test_the_recipes_of_a_change_are_those_with_a_file_of_it():
    """A file of two is of both, one of none of none, and a change of CONTRIBUTING is of all."""
    vergelijkingen = geraakt(["fairshare/model/vergelijkingen.py", "README.md"])
    assert [recept.kop for recept in vergelijkingen] == ["A parameter", "An equation"]
    assert geraakt(["README.md"]) == [] and geraakt(VAN_ALLE[:1]) == recepten()


def test_a_step_goes_behind_its_last_place_or_makes_its_file(tmp_path):
    """The place is looked for behind the one before; a folder that is not there is made."""
    (tmp_path / "a.py").write_text("b\na\nb\n", encoding="utf-8")
    zet(Stap("a.py", "c\n", ("a\n", "b\n")), tmp_path)
    zet(Stap("nieuw/b.py", "d\n"), tmp_path)
    assert (tmp_path / "a.py").read_text(encoding="utf-8") == "b\na\nb\nc\n"
    assert (tmp_path / "nieuw" / "b.py").read_text(encoding="utf-8") == "d\n"
    assert bezwaar(Stap("README.md", "x", ("staat er niet",))) and bezwaar(Stap("README.md", "x"))

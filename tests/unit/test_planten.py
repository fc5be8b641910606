"""The catalogue of faults is one that can be planted: see ``make planten``."""

import pytest

from tests.metingen.planten import SOORTEN, WORTEL, Fout, bezwaar, catalogus, gekozen


@pytest.mark.parametrize("fout", catalogus(), ids=lambda fout: f"{fout.soort} {fout.bestand}")
def test_a_fault_still_finds_its_place(fout):
    """What it changes stands once in its file; who changed that file ports the fault."""
    assert bezwaar(fout) == ""


def test_there_are_sixty_faults_of_every_kind_and_no_two_are_the_same():
    """And what could notice a kind is there."""
    alle = catalogus()
    assert len({(een.bestand, een.was, een.wordt) for een in alle}) == len(alle) >= 60
    assert {een.soort for een in alle} == set(SOORTEN)
    assert all((WORTEL / test).is_file() for tests in SOORTEN.values() for test in tests)


def test_a_fault_that_cannot_be_planted_says_why():
    """Its place is gone, or there are more, or nothing changes."""
    assert "staat 0 keer in README.md" in bezwaar(Fout("tabel", "README.md", "bestaat niet meer", "x"))
    assert "en moet er een keer staan" in bezwaar(Fout("tabel", "README.md", "e", "x"))
    assert bezwaar(Fout("tabel", "README.md", "# Fair Share Verkenner\n", "# Fair Share Verkenner\n"))
    assert gekozen(["3", "7-9"], 60) == [3, 7, 8, 9] and gekozen([], 2) == [1, 2]

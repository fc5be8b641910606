"""The points of De weg ernaartoe as a file: each is the scenario of its link, in every kind of file."""

import csv
import io

import openpyxl
import pytest

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import bereken
from fairshare.opdrachten import main
from fairshare.weergave import HEFBOMEN, KORT

VRAAG = "reservering=33&inspanning=40&jaar=2030"


def gemaakt(tmp_path, vraag: str, soort: str) -> bytes:
    doel = tmp_path / f"punten.{soort}"
    assert main(["weg", vraag, "--naar", str(doel)]) == 0
    return doel.read_bytes()


def test_each_point_is_what_its_link_gives(tmp_path):
    """Every row of the CSV opened as a link has that niet geplaatst and verdringing in that year; Excel has the same rows."""
    regels = list(csv.reader(io.StringIO(gemaakt(tmp_path, VRAAG, "csv").decode("utf-8-sig")), delimiter=";"))
    eind = next(plek for plek, regel in enumerate(regels) if not any(regel))
    koppen, *rijen = regels[:eind]
    assert koppen[-3:] == ["Niet geplaatst in 2030", "Verdringing", "Link"]
    assert len(rijen) > 10
    regios = lees_regios()
    for *cijfers, over, verlies, adres in rijen:
        gelezen = link.lees(adres, regios)
        assert not gelezen.fouten
        for naam in KORT:  # each lever below its own heading
            cel = cijfers[koppen.index(HEFBOMEN[naam])].replace(",", ".")
            assert float(cel) == pytest.approx(getattr(gelezen.scenario, naam)), naam
        uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario)
        for naam, cel in (("niet_geplaatst", over), ("verdringing", verlies)):
            assert float(cel.replace(",", ".")) == pytest.approx(uitkomst.regionaal(naam, 2030), abs=0.0051)
    blad = openpyxl.load_workbook(io.BytesIO(gemaakt(tmp_path, VRAAG, "xlsx")))["De weg ernaartoe"]
    assert [rij[-1] for rij in blad.iter_rows(values_only=True)] == ["Link", *(rij[-1] for rij in rijen)]
    assert regels[eind + 1][:1] == ["Regio"]


@pytest.mark.parametrize(
    ("vraag", "naar", "melding", "status"),
    [
        ("", "x.pdf", "naar=x.pdf kan niet: kies een naam die eindigt op csv, xlsx", 2),
        ("regio=gmr", "x.csv", "niet geplaatst of verdringing is hier onbekend", 1),
    ],
)
def test_what_cannot_be_made_is_named(capsys, monkeypatch, tmp_path, vraag, naar, melding, status):
    """Another kind of file, and a region without an opgave: one Dutch line, and no file."""
    monkeypatch.chdir(tmp_path)
    assert main(["weg", vraag, "--naar", naar]) == status
    assert melding in capsys.readouterr().err
    assert not list(tmp_path.iterdir())

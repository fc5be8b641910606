"""The appendix of an agreement as a file: the same whole homes in every kind, adding up, and refusals in Dutch."""

import csv
import io
import re

import docx
import openpyxl
import pytest

from fairshare import besluit
from fairshare.export import BIJLAGEN, Stempel, bijlage
from fairshare.gegevens import lees_eigen, lees_regio, lees_regios
from fairshare.model import bereken
from fairshare.opdrachten import main
from fairshare.scenario import Scenario
from tests.gegevens.kantoor import Opdracht, aan_het_werk, kantoor

BOD = "reservering=33&ruil=GM0262-GM0150:10&bovengrens=60"
EIGEN = "Gemeente;Inwoners;Mutaties;Bezit: A;Bezit: B\nDelft;100;1000;700;300\nLeiden;90;333;;\n"
MET_ONBEKEND = "Gemeente;Inwoners;Mutaties;Bezit: A;Bezit: B\nDelft;100;1000;700;300\nLeiden;90;;50;50\n"


def gemaakt(tmp_path, link: str, soort: str, *meer: str) -> bytes:
    doel = tmp_path / f"bijlage.{soort}"
    assert main(["afspraak", link, "--naar", str(doel), *meer]) == 0
    return doel.read_bytes()


def rijen(tekst: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(tekst.decode()), delimiter=";"))


def uit_eigen(tekst: str, soort: str) -> bytes:
    regio = lees_eigen(tekst.encode(), "x").regio
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel, opgave=100))
    return bijlage(soort, uitkomst, Stempel.van(uitkomst, "v=2"))


def test_the_csv_is_the_table_and_nothing_else(tmp_path):
    """A row a gemeente and year, whole numbers, and each year a row Regio that is the sum of those above it."""
    tekst = gemaakt(tmp_path, BOD, "csv")
    assert tekst.startswith(b"gemeente;jaar;opgave;plaatsingen\nApeldoorn;2026;")
    assert all(re.fullmatch(r"[^;]+;20[0-9]{2};[0-9]+;[0-9]+", regel) for regel in tekst.decode().splitlines()[1:])
    tabel = rijen(tekst)
    assert len(tabel) == 10 * 10
    for jaar in range(2026, 2036):
        van = [rij for rij in tabel if rij["jaar"] == str(jaar)]
        assert van[-1]["gemeente"] == "Hele regio"
        for wat in ("opgave", "plaatsingen"):
            assert sum(int(rij[wat]) for rij in van[:-1]) == int(van[-1][wat])
    assert tabel[-1] == {"gemeente": "Hele regio", "jaar": "2035", "opgave": "1170", "plaatsingen": "1051"}


def test_what_is_unknown_is_empty_in_the_csv():
    """Nobody knows what comes free in Leiden: nor what the region places; who is asked what is known."""
    tabel = {(rij["gemeente"], rij["jaar"]): rij for rij in rijen(uit_eigen(MET_ONBEKEND, "csv"))}
    assert tabel["Leiden", "2030"]["plaatsingen"] == tabel["Hele regio", "2030"]["plaatsingen"] == ""
    assert tabel["Delft", "2030"]["plaatsingen"].isdecimal()
    assert tabel["Hele regio", "2030"]["opgave"] == "100"


def test_every_kind_has_the_same_homes(tmp_path):
    """Excel with sums that are formulas, Word with the table of the CSV; both name the rule and what differs."""
    tabel = rijen(gemaakt(tmp_path, BOD, "csv"))
    plaatsingen = [[int(r["plaatsingen"]) for r in tabel if r["gemeente"] == "Lochem"]]
    boek = openpyxl.load_workbook(io.BytesIO(gemaakt(tmp_path, BOD, "xlsx")), data_only=True)
    cellen = [[cel.value for cel in rij] for rij in boek["Plaatsingen per gemeente"].iter_rows()]
    assert [rij[1:-1] for rij in cellen if rij[0] == "Lochem"] == plaatsingen
    assert cellen[-1][0] == "Hele regio" and cellen[-1][-1] == sum(cellen[-1][1:-1])
    formules = openpyxl.load_workbook(io.BytesIO(gemaakt(tmp_path, BOD, "xlsx")))["Plaatsingen per gemeente"]
    assert (formules["B11"].value, formules["L2"].value) == ("=SUM(B2:B10)", "=SUM(B2:K2)")
    stuk = docx.Document(io.BytesIO(gemaakt(tmp_path, BOD, "docx")))
    woorden = [[cel.text for cel in rij.cells] for rij in stuk.tables[1].rows]
    assert [list(map(int, rij[1:-1])) for rij in woorden if rij[0] == "Lochem"] == plaatsingen
    alineas = " ".join(alinea.text for alinea in stuk.paragraphs)
    for tekst in ("spreken af", "Ruil tussen gemeenten (Lochem naar Deventer: 10)", "half naar boven afgerond"):
        assert tekst in alineas
        assert tekst in " ".join(str(cel.value) for rij in boek["Afspraak"].iter_rows() for cel in rij)
    assert gemaakt(tmp_path, BOD, "pdf")[:5] == b"%PDF-"


def telt_op(tabel: list[list[float | str]]) -> bool:
    """Whether each row adds up to its last cell, and each column to its last row; the first cell of a row is its name."""
    heel = [[int(cel.replace(".", "") if isinstance(cel, str) else cel) for cel in rij[1:]] for rij in tabel]
    return all(sum(rij[:-1]) == rij[-1] for rij in heel) and all(
        sum(rij[:-1]) == rij[-1] for rij in zip(*heel, strict=True)
    )


@kantoor
def test_what_libreoffice_shows_adds_up_in_every_direction(tmp_path):
    """At 33% with a ruil and a bovengrens: each row and column of both tables, as LibreOffice computes them and as Word has them."""
    [boek] = aan_het_werk([Opdracht(gemaakt(tmp_path, BOD, "xlsx"))], tmp_path)
    bladen = [boek[f"{wat} per gemeente"] for wat in ("Opgave", "Plaatsingen")]
    stuk = docx.Document(io.BytesIO(gemaakt(tmp_path, BOD, "docx")))
    word = [[[cel.text for cel in rij.cells] for rij in tabel.rows] for tabel in stuk.tables[:2]]
    for blad, tabel in zip(bladen, word, strict=True):
        assert len(blad) == len(tabel) == 1 + 9 + 1
        assert telt_op(blad[1:]) and telt_op(tabel[1:])
    lochem = next(rij for rij in bladen[1] if rij[0] == "Lochem")
    assert not telt_op([rij if rij is not lochem else [*rij[:-2], rij[-2] + 1, rij[-1]] for rij in bladen[1][1:]])


def test_a_table_in_word_stays_below_its_heading_with_room_for_names(tmp_path):
    """LibreOffice Writer broke Gemeente in two, and left a heading alone at the foot of a page."""
    stuk = docx.Document(io.BytesIO(gemaakt(tmp_path, BOD, "docx")))
    uitleg = [een for een in stuk.paragraphs if een.text in besluit.WAT_HET_IS.values()]
    assert len(uitleg) == len(stuk.tables) == 2 and all(een.paragraph_format.keep_with_next for een in uitleg)
    for tabel in stuk.tables:
        assert tabel.rows[0].cells[0].width > 1.5 * tabel.rows[0].cells[1].width > 0
        *boven, onder = (rij.cells[0].paragraphs[0].paragraph_format.keep_with_next for rij in tabel.rows)
        assert all(boven) and not onder


def test_corporaties_stand_in_a_table_of_their_own():
    """Delft has two of them, which add up to its plaatsingen in every year; Leiden names none."""
    boek = openpyxl.load_workbook(io.BytesIO(uit_eigen(EIGEN, "xlsx")), data_only=True)
    delen = [[cel.value for cel in rij] for rij in boek["Plaatsingen per corporatie"].iter_rows()][1:]
    assert [rij[:2] for rij in delen] == [["Delft", "A"], ["Delft", "B"], ["Delft", "Samen"]]
    samen = next(
        [cel.value for cel in rij] for rij in boek["Plaatsingen per gemeente"].iter_rows() if rij[0].value == "Delft"
    )
    assert delen[2][2:] == samen[1:] == [sum(jaar) for jaar in zip(delen[0][2:], delen[1][2:], strict=True)]
    assert (
        "Plaatsingen per corporatie"
        not in openpyxl.load_workbook(io.BytesIO(uit_eigen(MET_ONBEKEND.replace("700;300", ";"), "xlsx"))).sheetnames
    )


@pytest.mark.parametrize("soort", BIJLAGEN)
def test_an_unknown_is_written_down_in_every_kind(soort):
    """No kind of file stumbles over what is unknown."""
    assert uit_eigen(MET_ONBEKEND, soort)


def test_nobody_agrees_that_an_opgave_is_unknown():
    """What is unknown is said, not agreed, and nobody agrees with nobody; with the segment the homes have the name that the page of a gemeente gives them."""
    eerste = besluit.zinnen(bereken(lees_regio("gmr")), {})[0]
    assert eerste.endswith("verdelen de opgave naar inwoners; hoe groot zij in 2035 is, is onbekend.")
    for opgave, zin in ((None, "een onbekend aantal"), (400, "400")):
        alleen = bereken(lees_regios()["GM0200"], Scenario(regio="GM0200", opgave=opgave))
        eerste, *rest = besluit.zinnen(alleen, {})
        assert "gemeenten" not in " ".join(rest)
        assert eerste == f"De gemeente Apeldoorn gaat voor 2035 uit van {zin} urgente huishoudens per jaar."
    goedkoop = besluit.zinnen(bereken(lees_regio("stedendriehoek"), Scenario(segment="aftoppingsgrens")), {})[1]
    assert "30,0% van de woningen tot de eerste aftoppingsgrens die vrijkomen voor hen" in goedkoop


@pytest.mark.parametrize(
    ("argumenten", "melding", "status"),
    [
        (["", "--naar", "x.doc"], "naar=x.doc kan niet: kies een naam die eindigt op docx, pdf, xlsx, csv", 2),
        (["", "--naar", "x"], "naar=x kan niet", 2),
        (["reservering=99", "--naar", "x.csv"], "reservering=99 kan niet", 2),
        (["", "--naar", "/nergens/x.csv"], "kan hier niet worden geschreven", 1),
        (["", "--naar", "eigen.csv", "--data", "./eigen.csv"], "dit is het bestand waaruit wordt gelezen", 2),
        (["", "--naar", "x.csv", "--data", "nergens.csv"], "nergens.csv", 1),
    ],
)
def test_what_cannot_be_made_is_named(capsys, monkeypatch, tmp_path, argumenten, melding, status):
    """One Dutch line, nothing written and no source written over."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "eigen.csv").write_text(EIGEN)
    assert main(["afspraak", *argumenten]) == status
    uit = capsys.readouterr()
    assert melding in uit.err and not uit.out
    assert [pad.name for pad in tmp_path.iterdir()] == ["eigen.csv"]
    assert (tmp_path / "eigen.csv").read_text() == EIGEN

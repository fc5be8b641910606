"""Why a scenario differs stands in every file that tells of it, as the text that someone typed."""

import io
from zipfile import ZipFile

import docx
import openpyxl
import pytest
from pptx import Presentation

from fairshare import link
from fairshare.export import Stempel, Wens, bijlage, evaluatiepakket, maak, voortgangsrapportage
from fairshare.gegevens import lees_regio, maak_monitoring
from fairshare.model import bereken, voortgang
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.gegevens.kantoor import kantoor
from tests.gegevens.test_papier import lees

STOUT = '=HYPERLINK("http://evil.example") <b>x</b> #let y | 100% $z$'
UITKOMST = bereken(lees_regio("stedendriehoek"), Scenario(reservering=33))
WEERGAVE = Weergave(motivering=(("reservering", STOUT), ("bovengrens", "een punt dat niet afwijkt")))
STEMPEL = Stempel.van(UITKOMST, link.schrijf(UITKOMST.scenario, WEERGAVE), motivering=WEERGAVE.motivering)
CIJFERS = maak_monitoring(UITKOMST.bron, [("GM0262", "2026-1", 18)])
NU = voortgang(UITKOMST, CIJFERS)


def cellen(boek: bytes) -> str:
    """Every text of a workbook; a formula or a link with it is none."""
    alle = [cel for blad in openpyxl.load_workbook(io.BytesIO(boek)) for rij in blad.iter_rows() for cel in rij]
    assert not [cel for cel in alle if (cel.data_type == "f" or cel.hyperlink) and "evil" in str(cel.value)]
    return "\n".join(str(cel.value) for cel in alle if cel.data_type == "s")


def dias(deck: bytes) -> str:
    vormen = (vorm for dia in Presentation(io.BytesIO(deck)).slides for vorm in dia.shapes)
    return "\n".join(vorm.text_frame.text for vorm in vormen if vorm.has_text_frame)


def lees_mij(pakket: bytes) -> str:
    with ZipFile(io.BytesIO(pakket)) as delen:
        return delen.read("lees-mij.txt").decode()


TEKSTEN = {
    "bijlage.docx": lambda: "\n".join(p.text for p in docx.Document(io.BytesIO(bijlage("docx", UITKOMST, STEMPEL))).paragraphs),
    "bijlage.xlsx": lambda: cellen(bijlage("xlsx", UITKOMST, STEMPEL)),
    "werkboek.xlsx": lambda: cellen(maak("xlsx", UITKOMST, STEMPEL)),
    "deck.pptx": lambda: dias(maak("pptx", UITKOMST, STEMPEL)),
    "rijen.csv": lambda: maak("csv", UITKOMST, STEMPEL).decode("utf-8-sig").replace('""', '"'),
    "evaluatie.zip": lambda: lees_mij(evaluatiepakket(UITKOMST, CIJFERS, NU, STEMPEL)),
}  # fmt: skip


@pytest.mark.parametrize("soort", TEKSTEN)
def test_a_motivation_stands_in_every_file_as_it_was_typed(soort):
    """Whatever it holds; that of what does not differ stands in none."""
    tekst = TEKSTEN[soort]()
    assert STOUT in tekst and "niet afwijkt" not in tekst


@kantoor
def test_a_motivation_stands_in_every_pdf(tmp_path):
    """Appendix, sheet of a gemeente and report."""
    bladen = (
        bijlage("pdf", UITKOMST, STEMPEL),
        maak("pdf", UITKOMST, STEMPEL, Wens(gemeente="GM0262")),
        voortgangsrapportage(UITKOMST, CIJFERS, NU, STEMPEL),
    )
    for blad in bladen:
        tekst = "".join(lees(blad, tmp_path, "pdftotext").split())
        assert "".join(STOUT.split()) in tekst and "nietafwijkt" not in tekst

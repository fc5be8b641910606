"""What someone typed or a file holds stays text in every file that is taken home: nothing runs, nothing is fetched."""

import csv
import io
import zipfile
from xml.etree import ElementTree

import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from fairshare.export import Stempel, Wens, maak, voortgangsrapportage
from fairshare.gegevens import Regio, lees_regio, maak_monitoring
from fairshare.model import Uitkomst, bereken, voortgang
from fairshare.scenario import Scenario
from fairshare.verhaal import scenes
from fairshare.weergave import Weergave

STOUT = (
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1)*cmd|' /C calc'!A0",
    "+1+1",
    "-2+3",
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "![x](https://evil.example/x.png)",
    ":red[x] $x^2$ **x**",
    "</text><a href='https://evil.example'>x</a>",
)
"""Names that a careless program would run, fetch or make up."""


def stoute_regio() -> Regio:
    """The region of the agreement, with a name for every kind of trouble."""
    regio = lees_regio("stedendriehoek")
    gemeenten = tuple(rij.model_copy(update={"naam": naam}) for rij, naam in zip(regio.gemeenten, STOUT, strict=True))
    register = regio.register.model_copy(update={"naam": "=1+1<script>alert(1)</script>"})
    return Regio("stedendriehoek", register, gemeenten, regio.gepubliceerd)


REGIO = stoute_regio()
UITKOMST: Uitkomst = bereken(REGIO, Scenario())
STEMPEL = Stempel.van(UITKOMST, "v=1&titel=%3Cscript%3E", Weergave(titel='=cmd|"x"!A1 <img src=x onerror=alert(1)>'))
SCENES = scenes(Scenario(), Weergave(), {"stedendriehoek": REGIO})


def bestand(soort: str, grafiek: str = "balken") -> bytes:
    return maak(soort, UITKOMST, STEMPEL, Wens(grafiek=grafiek, scenes=SCENES))


def formules(boek: bytes) -> list[str]:
    """Give what a spreadsheet program would compute or follow."""
    bladen = openpyxl.load_workbook(io.BytesIO(boek)).worksheets
    cellen = [cel for blad in bladen for rij in blad.iter_rows() for cel in rij]
    return [str(cel.value) for cel in cellen if cel.data_type == "f" or cel.hyperlink]


def test_the_workbook_computes_only_its_own_formulas():
    """Names are text cells; no formula holds one, and there is no link."""
    assert not [formule for formule in formules(bestand("xlsx")) if "evil" in formule or "cmd" in formule]
    blad = openpyxl.load_workbook(io.BytesIO(bestand("xlsx")))["Gegevens"]
    assert [(cel.value, cel.data_type) for cel in blad["B"][1:]] == [(naam, "s") for naam in STOUT]


def test_the_workbooks_inside_the_deck_compute_nothing():
    """Behind each chart is a workbook that PowerPoint opens; its cells are text and figures."""
    deck = bestand("pptx")
    with zipfile.ZipFile(io.BytesIO(deck)) as pak:
        boeken = [pak.read(naam) for naam in pak.namelist() if naam.endswith(".xlsx")]
        relaties = b"".join(pak.read(naam) for naam in pak.namelist() if naam.endswith(".rels"))
    assert len(boeken) >= 2
    assert not [formules(boek) for boek in boeken if formules(boek)]
    assert b"evil.example" not in relaties
    grafieken = [vorm.chart for dia in Presentation(io.BytesIO(deck)).slides for vorm in dia.shapes if vorm.has_chart]
    assert set(STOUT) in [set(grafiek.plots[0].categories) for grafiek in grafieken]


def test_no_cell_of_the_rows_begins_as_a_formula():
    """Every text cell of the CSV, whatever it is; Parquet has types and keeps the names as they are."""
    regels = list(csv.reader(io.StringIO(bestand("csv").decode("utf-8-sig")), delimiter=";"))
    cellen = {cel for regel in regels for cel in regel if not cel.replace(",", "").replace("-", "").isdigit()}
    assert not [cel for cel in cellen if cel.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert {f"'{naam}" for naam in STOUT[:4]} <= cellen
    assert set(STOUT) <= set(pd.read_parquet(io.BytesIO(bestand("parquet")))["naam"])


@pytest.mark.parametrize("grafiek", ["balken", "kaart", "pad", "stromen", "waterval", "gemeente"])
def test_a_drawing_holds_no_script_and_no_link(grafiek):
    """Well formed, and made of shapes and text alone."""
    boom = ElementTree.fromstring(bestand("svg", grafiek))
    soorten = {deel.tag.rpartition("}")[2] for deel in boom.iter()}
    assert not soorten & {"script", "a", "image", "foreignObject", "use"}
    attributen = [(naam, waarde) for deel in boom.iter() for naam, waarde in deel.attrib.items()]
    assert not [
        naam for naam, waarde in attributen if naam.startswith("on") or "javascript:" in waarde or "href" in naam
    ]


def test_the_page_of_the_story_holds_only_its_own_elements():
    """One script, pictures inside the page, and no attribute that runs."""
    pagina = bestand("html").decode()
    assert pagina.count("<script") == 1
    assert "onerror=alert" not in pagina.replace("&lt;img src=x onerror=alert(1)&gt;", "")
    assert "<img src=x" not in pagina
    assert 'src="http' not in pagina
    assert "default-src 'none'" in pagina


def test_the_printed_pages_have_no_links_and_no_script():
    """The page of a gemeente and the report: no action of any kind."""
    monitoring = maak_monitoring(REGIO, [(REGIO.codes[0], "2026-1", 5)])
    rapport = voortgangsrapportage(UITKOMST, monitoring, voortgang(UITKOMST, monitoring), STEMPEL)
    for inhoud in (bestand("pdf"), rapport):
        assert not [woord for woord in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/AA") if woord in inhoud]

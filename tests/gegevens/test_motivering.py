"""Why a scenario differs stands in every file that tells of it, as the text that someone typed."""

import io
import re
from html import escape, unescape
from zipfile import ZipFile

import docx
import openpyxl
import pyarrow.parquet as pq
import pytest
from pptx import Presentation

from fairshare import link
from fairshare.export import Stempel, Wens, bijlage, evaluatiepakket, maak, punten, voortgangsrapportage
from fairshare.gegevens import Verhaalstap, lees_regio, maak_monitoring
from fairshare.model import bereken, voortgang
from fairshare.scenario import Scenario
from fairshare.verhaal import scenes, schrijf_stap
from fairshare.weergave import Weergave
from fairshare.zaal import Geheugen, Receptie, regels, verhaal
from fairshare.zaal.stand import samenvatting
from fairshare.zaal.voorstel import Voorstel
from tests.gegevens.kantoor import kantoor
from tests.gegevens.test_papier import lees

ANDERS = "omdat het amendement het wil <i>"
STOUT = '=HYPERLINK("http://evil.example") <b>x</b> #let y | 100% $z$'
UITKOMST = bereken(lees_regio("stedendriehoek"), Scenario(reservering=33))
AMENDEMENT = link.kaal(Scenario(reservering=33, bovengrens=45), Weergave(motivering=(("bovengrens", ANDERS),)))
WEERGAVE = Weergave(
    motivering=(("reservering", STOUT), ("bovengrens", "een punt dat niet afwijkt")), amendement=(AMENDEMENT,)
)
STEMPEL = Stempel.van(UITKOMST, link.schrijf(UITKOMST.scenario, WEERGAVE), WEERGAVE)
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


def verteld() -> str:
    """The story as a web page, of one own step with its own reason, which stands at the step and at the origin."""
    stap = Verhaalstap(
        titel="Ons bod", link=link.kaal(UITKOMST.scenario, WEERGAVE.met(amendement=())), soort="deel", tekening="pad"
    )
    scene = scenes(Scenario(), Weergave(verhaal=(schrijf_stap(stap),)), {"stedendriehoek": UITKOMST.bron})
    pagina = maak("html", UITKOMST, STEMPEL, Wens(scenes=scene)).decode()
    assert pagina.count(escape(STOUT, quote=True).replace("&quot;", "&#34;")) == 2
    return unescape(pagina)


TEKSTEN = {
    "bijlage.docx": lambda: "\n".join(p.text for p in docx.Document(io.BytesIO(bijlage("docx", UITKOMST, STEMPEL))).paragraphs),
    "bijlage.xlsx": lambda: cellen(bijlage("xlsx", UITKOMST, STEMPEL)),
    "werkboek.xlsx": lambda: cellen(maak("xlsx", UITKOMST, STEMPEL)),
    "deck.pptx": lambda: dias(maak("pptx", UITKOMST, STEMPEL)),
    "rijen.csv": lambda: maak("csv", UITKOMST, STEMPEL).decode("utf-8-sig").replace('""', '"'),
    "rijen.parquet": lambda: "\n".join(pq.read_table(io.BytesIO(maak("parquet", UITKOMST, STEMPEL)))["motivering"].to_pylist()),
    "punten.csv": lambda: punten("csv", UITKOMST, WEERGAVE, STEMPEL).decode("utf-8-sig").replace('""', '"'),
    "punten.xlsx": lambda: cellen(punten("xlsx", UITKOMST, WEERGAVE, STEMPEL)),
    "verhaal.html": verteld,
    "grafiek.svg": lambda: unescape(" ".join(re.findall(r"<tspan[^>]*>([^<]*)<", maak("svg", UITKOMST, STEMPEL).decode()))),
    "evaluatie.zip": lambda: lees_mij(evaluatiepakket(UITKOMST, CIJFERS, NU, STEMPEL)),
}  # fmt: skip


@pytest.mark.parametrize("soort", TEKSTEN)
def test_a_motivation_stands_in_every_file_as_it_was_typed(soort):
    """Whatever it holds, and that of an amendment; that of what does not differ stands in none."""
    tekst = TEKSTEN[soort]()
    assert STOUT in tekst and f"Bovengrens 45%: {ANDERS}" in tekst and "niet afwijkt" not in tekst


def test_the_slide_with_the_reasons_names_each_point_before_its_reason():
    """Those of the scenario, and those of the amendment."""
    (redenen,) = [
        teksten
        for dia in Presentation(io.BytesIO(maak("pptx", UITKOMST, STEMPEL))).slides
        if "Waarom dit voorstel afwijkt"
        in (teksten := "\n".join(v.text_frame.text for v in dia.shapes if v.has_text_frame))
    ]
    assert len(STEMPEL.motiveringen()) > 1
    assert [wat for wat, reden in STEMPEL.motiveringen() if f"{wat}: {reden}" not in redenen] == []


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
        assert "".join(STOUT.split()) in tekst and "".join(ANDERS.split()) in tekst and "nietafwijkt" not in tekst


def test_a_motivation_stands_in_the_minutes_and_stays_with_its_point_in_a_round():
    """The room begins with it; a round that changes the point has another scenario there, and no reason for it."""
    scenario = UITKOMST.scenario.met(inzet=(("GM0262", 5.0),))
    receptie, waarom = Receptie(Geheugen()), (("reservering", STOUT), ("inzet", "er staan flexwoningen"))
    code, _ = receptie.begin(link.schrijf(scenario, Weergave(motivering=waarom)))
    kamer = receptie.vind(code)
    assert ("punt", f"Motivering, Reservering: {STOUT}") in regels(kamer, "https://voorbeeld.nl/")
    assert verhaal(kamer)[0].motivering == waarom
    ronde = samenvatting(kamer.link, (("GM0262", Voorstel(plekken=10)),))["link"]
    assert link.lees(ronde, {"stedendriehoek": UITKOMST.bron}).weergave.motivering == waarom[:1]

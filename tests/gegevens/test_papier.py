"""The PDFs are read by who does not see them too: tagged, in Dutch, with a letter of their own, and each page stands alone."""

import re
import subprocess
from pathlib import Path

import pytest

from fairshare import link
from fairshare.export import Stempel, Wens, maak, voortgangsrapportage
from fairshare.export.qr import qr_svg
from fairshare.gegevens import lees_regios, maak_monitoring
from fairshare.model import Uitkomst, bereken, voortgang
from fairshare.weergave import Weergave
from tests.gegevens.kantoor import kantoor

REGIOS = lees_regios()
ADRES = "https://fairshare.example/?"
VRAGEN = (
    "",
    "reservering=37",
    "regio=gmr",
    "afwijking=GM0262:40@2030&ruil=GM0262-GM0150:10&bouw=GM0150:20&mutatiegraad=6",
)


def uitkomst_van(vraag: str) -> Uitkomst:
    gelezen = link.lees(vraag, REGIOS)
    assert not gelezen.fouten
    return bereken(REGIOS[gelezen.scenario.regio], gelezen.scenario)


def blad(vraag: str) -> bytes:
    uitkomst = uitkomst_van(vraag)
    stempel = Stempel.van(uitkomst, ADRES + link.schrijf(uitkomst.scenario))
    return maak("pdf", uitkomst, stempel, Wens(gemeente=uitkomst.bron.codes[0]))


def test_the_code_on_paper_is_the_link_of_its_scenario(monkeypatch):
    """What a phone scans from the page."""
    getekend = []
    monkeypatch.setattr("fairshare.export.papier.qr_svg", lambda tekst: getekend.append(tekst) or qr_svg(tekst))
    blad("reservering=37")
    assert getekend == [ADRES + link.schrijf(uitkomst_van("reservering=37").scenario)]


def rapport(vraag: str, tarief: float | None = None) -> bytes:
    uitkomst = uitkomst_van(vraag)
    rijen = [(code, helft, 20) for code in uitkomst.bron.codes for helft in ("2026-1", "2026-2")]
    cijfers = maak_monitoring(uitkomst.bron, rijen)
    nu = voortgang(uitkomst, cijfers, tarief)
    assert nu
    return voortgangsrapportage(uitkomst, cijfers, nu, Stempel.van(uitkomst, ADRES + link.schrijf(uitkomst.scenario)))


def lees(pdf: bytes, map_: Path, *opdracht: str) -> str:
    """What a tool of poppler says of a PDF."""
    (map_ / "blad.pdf").write_bytes(pdf)
    uit = subprocess.run(
        [*opdracht, str(map_ / "blad.pdf"), *(["-"] * (opdracht[0] == "pdftotext"))], capture_output=True
    )
    return uit.stdout.decode()


@pytest.mark.parametrize("maker", [blad, rapport])
@pytest.mark.parametrize("vraag", VRAGEN)
@kantoor
def test_a_pdf_is_tagged_and_says_what_its_pictures_show(tmp_path, maker, vraag):
    """Title, language, one first heading, headings below it, a list, and words for every picture; no letter of the machine."""
    pdf = maker(vraag)
    assert b"/Lang(nl)" in pdf
    assert b"/StructTreeRoot" in pdf
    feiten, boom = lees(pdf, tmp_path, "pdfinfo"), lees(pdf, tmp_path, "pdfinfo", "-struct-text")
    assert re.search(r"^Tagged: +yes$", feiten, re.M) and re.search(r"^Title: +\S.*: .+$", feiten, re.M)
    assert len(re.findall(r"^ *H1 ", boom, re.M)) == 1
    assert len(re.findall(r"^ *H2 ", boom, re.M)) >= 2
    assert re.search(r"^ *LBody", boom, re.M)
    beelden, woorden = len(re.findall(r"^ *Figure", boom, re.M)), re.findall(rb"/Alt ?\(.{8,}", pdf)
    assert beelden == len(woorden) >= 2
    letters = [regel.split() for regel in lees(pdf, tmp_path, "pdffonts").splitlines()[2:]]
    assert letters
    assert all("SourceSansPro" in regel[0] and regel[-5] == "yes" for regel in letters)


@kantoor
def test_the_table_of_the_report_has_headings_that_go_with_its_cells(tmp_path):
    """A heading for each column, to which each of the cells below it refers; with a tarief the amounts too."""
    for tarief, koppen in ((None, 7), (15_000.0, 9)):
        boom = lees(rapport("", tarief), tmp_path, "pdfinfo", "-struct-text")
        assert len(re.findall(r"^ *TH ", boom, re.M)) == koppen
        assert len(re.findall(r"/Headers \[\(U", boom)) == 10 * koppen
        assert ('"In euro"' in boom) is (tarief is not None)


@pytest.mark.parametrize("maker", [blad, rapport])
@pytest.mark.parametrize("vraag", VRAGEN)
@kantoor
def test_every_page_says_of_which_scenario_it_is(tmp_path, maker, vraag):
    """Reservering, mutatiegraad, path and verevening, and what differs; the link can be followed and stands there whole, nothing is a code."""
    pdf, uitkomst = maker(vraag), uitkomst_van(vraag)
    stempel = Stempel.van(uitkomst, "")
    bladen = lees(pdf, tmp_path, "pdftotext", "-layout").split("\f")[:-1]
    assert bladen
    for tekst in bladen:
        assert stempel.kernregel in tekst
        assert ("Gewijzigd ten opzichte van" if stempel.verschillen else "Niets gewijzigd") in " ".join(tekst.split())
        assert "…" not in tekst and "..." not in tekst
    adres = ADRES + link.schrijf(uitkomst.scenario)
    assert f"/URI({adres})".encode() in pdf
    alles = "".join("".join(bladen).split())
    assert adres in alles
    assert not re.search(r"GM\d{4}", alles.replace(adres, ""))


@kantoor
def test_letters_of_the_whole_of_europe_and_signs_stand_as_they_are(tmp_path):
    """No question mark for what a narrower letter does not have."""
    uitkomst, titel = uitkomst_van(""), "Súdwest-Fryslân ≥ 30% – Łódź #let <b> *x* $1$ −3"
    tekst = lees(maak("pdf", uitkomst, Stempel.van(uitkomst, "v=2", Weergave(titel=titel))), tmp_path, "pdftotext")
    assert titel in tekst

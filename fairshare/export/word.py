"""The appendix of an agreement as a Word document, to put behind prestatieafspraken or a bod and to edit there."""

from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from fairshare import besluit
from fairshare.besluit import TITEL, Staat, staten
from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst

BREED, NAAM, OP_EEN_VEL = 26.1, 4.0, 22
"""How wide a table is, and a column of names in it [cm]; so many rows of it surely stay on one page."""


def docx(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the appendix: what is agreed, the tables, how was rounded and where it comes from.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> docx(uitkomst, Stempel.van(uitkomst, "v=2"))[:2]
    b'PK'
    """
    stuk = leeg(f"{TITEL}: {stempel.regio}")
    stuk.add_heading(TITEL, 0)
    stuk.add_paragraph(stempel.titel or stempel.regio)
    _punten(stuk, "Wat wordt afgesproken", besluit.zinnen(uitkomst, stempel.motivering))
    for staat in staten(uitkomst):
        stuk.add_heading(staat.titel, 1)
        stuk.add_paragraph(staat.uitleg).paragraph_format.keep_with_next = True
        _tabel(stuk, staat)
    _punten(stuk, "Hoe is afgerond", besluit.afronding(uitkomst))
    _punten(stuk, "Herkomst", [f"{wat}: {tekst}" for wat, tekst in (*stempel.regels(), *stempel.let_op())])
    uit = BytesIO()
    stuk.save(uit)
    return uit.getvalue()


def leeg(titel: str) -> Any:
    """Begin a document: landscape A4, in Dutch, with a title for who does not see it."""
    stuk = Document()
    stuk.core_properties.title, stuk.core_properties.author = titel, "Fair Share Verkenner"
    stuk.core_properties.language = "nl-NL"
    vel = stuk.sections[0]
    vel.orientation, vel.page_width, vel.page_height = WD_ORIENT.LANDSCAPE, Cm(29.7), Cm(21)
    vel.left_margin = vel.right_margin = vel.top_margin = vel.bottom_margin = Cm(1.8)
    letter = stuk.styles["Normal"]
    letter.font.name, letter.font.size = "Calibri", Pt(10)
    taal = OxmlElement("w:lang")
    taal.set(qn("w:val"), "nl-NL")
    letter.element.get_or_add_rPr().append(taal)
    return stuk


def _punten(stuk: Any, kop: str, zinnen: list[str]) -> None:
    stuk.add_heading(kop, 1)
    for zin in zinnen:
        stuk.add_paragraph(zin, style="List Bullet")


def _tabel(stuk: Any, staat: Staat) -> None:
    """Write a table that keeps together where it fits on a page, else with headings on each; figures stand right and sums are bold."""
    rijen = [list(staat.koppen), *staat.tekst()]
    tabel = stuk.add_table(len(rijen), len(staat.koppen), style="Table Grid")
    woorden = sum(isinstance(cel, str) for cel in staat.rijen[0])
    tabel.autofit = False
    getallen = len(staat.koppen) - woorden
    breedten = [Cm(NAAM)] * woorden + [Cm((BREED - woorden * NAAM) / getallen)] * getallen
    for breed, kolom in zip(breedten, tabel.columns, strict=True):
        kolom.width = breed
    for nummer, (rij, vak) in enumerate(zip(rijen, tabel.rows, strict=True)):
        vet = nummer == 0 or nummer - 1 in staat.som
        for kolom, (tekst, cel) in enumerate(zip(rij, vak.cells, strict=True)):
            regel = cel.paragraphs[0]
            run = regel.add_run(tekst)
            run.bold, run.font.size = vet, Pt(9)
            cel.width = breedten[kolom]
            regel.paragraph_format.keep_with_next = nummer < min(len(rijen) - 1, OP_EEN_VEL)
            regel.alignment = WD_ALIGN_PARAGRAPH.RIGHT if kolom >= woorden else WD_ALIGN_PARAGRAPH.LEFT
    kop = OxmlElement("w:tblHeader")
    tabel.rows[0]._tr.get_or_add_trPr().append(kop)

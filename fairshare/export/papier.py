"""What the PDF files share: the page with its band and its footer, its letters, and its cards."""

from collections.abc import Sequence
from io import BytesIO

from fpdf import FPDF

from fairshare.export.qr import qr
from fairshare.export.stempel import Stempel

LETTER = "Helvetica"
Kleur = tuple[int, int, int]
ACCENT, BLAUW, INKT, STIL = (213, 94, 0), (0, 114, 178), (27, 39, 51), (90, 102, 114)
LINT, LICHT = (1, 85, 140), (243, 246, 249)
RAND, BREED, VOET = 18, 174, 30
"""Margin and width of the text, and height of the margin below it [mm]."""


class Blad(FPDF):
    """A page of A4 with a band above, and below it in the margin where it comes from."""

    def __init__(self, titel: str, stempel: Stempel) -> None:
        super().__init__()
        self.core_fonts_encoding = "cp1252"
        self.stempel = stempel
        self.set_margins(RAND, RAND)
        self.set_auto_page_break(auto=True, margin=VOET)
        self.set_title(titel)
        self.set_author("Fair Share Verkenner")
        self.set_lang("nl-NL")
        self.add_page()

    def header(self) -> None:
        self.set_fill_color(*LINT)
        self.rect(0, 0, self.w, 6, style="F")

    def footer(self) -> None:
        self.set_y(-VOET + 4)
        self.set_draw_color(201, 207, 214)
        self.line(RAND, self.get_y(), RAND + BREED, self.get_y())
        self.ln(1.5)
        nummer = f"; bladzijde {self.page_no()}" if self.page_no() > 1 else ""
        regels = [f"{kop}: {tekst}" for kop, tekst in self.stempel.regels()[2:]]
        alinea(self, "; ".join(regels[1:3]) + nummer, 7, STIL)
        for tekst in (regels[0], regels[3]):
            alinea(self, tekst if len(tekst) < 300 else f"{tekst[:297]}...", 7, STIL)


def nieuw(kop: str, stempel: Stempel) -> Blad:
    """Begin a document with its heading, and the QR code of its link where that is a whole address."""
    blad = Blad(f"{kop}: {stempel.regio}", stempel)
    if stempel.link.startswith(("http://", "https://")):
        blad.image(BytesIO(qr(stempel.link)), x=RAND + BREED - 24, y=10, w=24, alt_text="QR-code van de link")
    regel(blad, kop, 24, LINT, vet=True)
    blad.set_right_margin(RAND + 28)
    alinea(blad, f"{stempel.regio}: {stempel.scenario}", 11, STIL)
    blad.set_right_margin(RAND)
    blad.ln(3)
    return blad


def regel(blad: FPDF, tekst: str, grootte: int, kleur: Kleur = INKT, vet: bool = False) -> None:
    """Write one line."""
    blad.set_font(LETTER, "B" if vet else "", grootte)
    blad.set_text_color(*kleur)
    blad.cell(0, grootte / 2, letters(tekst), new_x="LMARGIN", new_y="NEXT")


def alinea(blad: FPDF, tekst: str, grootte: int, kleur: Kleur = INKT, teken: str = "") -> None:
    """Write a paragraph, with a sign before it where it is one of a list."""
    blad.set_font(LETTER, "", grootte)
    blad.set_text_color(*kleur)
    if teken:
        blad.cell(5, grootte / 2, letters(teken))
    blad.multi_cell(0, grootte / 2.1, letters(tekst), align="L", new_x="LMARGIN", new_y="NEXT")


def punten(blad: FPDF, zinnen: Sequence[str]) -> None:
    """Write a list."""
    for zin in zinnen:
        alinea(blad, zin, 12, teken="•")
        blad.ln(1.2)


def kaarten(blad: FPDF, delen: Sequence[tuple[str, str, Kleur]]) -> None:
    """Draw cards beside each other: a large figure and what it counts."""
    boven, breed = blad.get_y(), (BREED + 3) / len(delen) - 3
    for nummer, (cijfer, woord, kleur) in enumerate(delen):
        links = RAND + nummer * (breed + 3)
        blad.set_fill_color(*LICHT)
        blad.rect(links, boven, breed, 24, style="F")
        blad.set_fill_color(*kleur)
        blad.rect(links, boven, 1.2, 24, style="F")
        blad.set_xy(links + 3.5, boven + 2)
        blad.set_font(LETTER, "B", 22 if len(cijfer) < 8 else 15)
        blad.set_text_color(*kleur)
        blad.cell(breed - 4, 10, letters(cijfer))
        blad.set_xy(links + 3.5, boven + 13)
        blad.set_font(LETTER, "", 10)
        blad.set_text_color(*INKT)
        blad.multi_cell(breed - 4, 4.4, letters(woord), align="L")
    blad.set_xy(RAND, boven + 28)


def letters(tekst: str) -> str:
    """Keep to the letters of the font (those of Western Europe); another one becomes a question mark, never an error.

    Examples
    --------
    >>> letters("Súdwest-Fryslân – 30% ≥ 1")
    'Súdwest-Fryslân – 30% ? 1'
    """
    return tekst.replace("−", "–").encode("cp1252", "replace").decode("cp1252")

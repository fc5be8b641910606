"""What the PDF files share: the page, its letters and its colours."""

from fpdf import FPDF

LETTER = "Helvetica"
ACCENT, INKT, STIL = (213, 94, 0), (27, 50, 51), (90, 102, 114)
RAND, BREED = 18, 174
"""Margin and width of the text [mm]."""


def nieuw(titel: str) -> FPDF:
    """Begin a document with one empty page."""
    blad = FPDF()
    blad.set_margins(RAND, RAND)
    blad.set_auto_page_break(auto=True, margin=RAND)
    blad.set_title(latijn(titel))
    blad.set_lang("nl-NL")
    blad.add_page()
    return blad


def regel(
    blad: FPDF, tekst: str, grootte: int, kleur: tuple[int, int, int] = INKT, vet: bool = False, hoog: float = 0
) -> None:
    """Write one line."""
    blad.set_font(LETTER, "B" if vet else "", grootte)
    blad.set_text_color(*kleur)
    blad.cell(0, hoog or grootte / 2, latijn(tekst), new_x="LMARGIN", new_y="NEXT")


def alinea(blad: FPDF, tekst: str, grootte: int, kleur: tuple[int, int, int] = INKT) -> None:
    """Write a paragraph."""
    blad.set_font(LETTER, "", grootte)
    blad.set_text_color(*kleur)
    blad.multi_cell(0, grootte / 2, latijn(tekst), align="L", new_x="LMARGIN", new_y="NEXT")


def latijn(tekst: str) -> str:
    """Keep to the letters of the font; another one becomes a question mark, never an error."""
    return tekst.replace("−", "-").encode("latin-1", "replace").decode("latin-1")

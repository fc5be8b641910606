"""The one-pager of a gemeente for its college, as PDF."""

from io import BytesIO

from fpdf import FPDF

from fairshare.export.beeld import profielpad
from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst, profiel, zinnen
from fairshare.opmaak import getal, procent

LETTER = "Helvetica"
ACCENT, INKT, STIL = (213, 94, 0), (27, 50, 51), (90, 102, 114)
RAND, BREED = 18, 174
"""Margin and width of the text [mm]."""


def gemeenteblad(uitkomst: Uitkomst, stempel: Stempel, code: str) -> bytes:
    """Make the page of one gemeente: its figures, five sentences, its path and where the figures come from.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> gemeenteblad(uitkomst, Stempel.van(uitkomst, "v=1"), "GM0262")[:5]
    b'%PDF-'
    """
    cijfers = profiel(uitkomst, code)
    blad = FPDF()
    blad.set_margins(RAND, RAND)
    blad.set_auto_page_break(auto=True, margin=RAND)
    blad.set_title(f"{cijfers.naam}: fair share")
    blad.set_lang("nl-NL")
    blad.add_page()
    _regel(blad, f"{cijfers.naam} in {cijfers.jaar}", 24, vet=True)
    _regel(blad, f"{stempel.regio}: {stempel.scenario}", 11, STIL)
    blad.ln(4)
    for woord, cijfer, kleur in (
        ("niet geplaatst, huishoudens per jaar", getal(cijfers.niet_geplaatst), ACCENT),
        ("opgave (fair share)", getal(cijfers.opgave), INKT),
        ("capaciteit", getal(cijfers.capaciteit), INKT),
        ("benodigd percentage van wat vrijkomt", procent(cijfers.benodigd_percentage, 1), INKT),
    ):
        blad.set_font(LETTER, "B", 20)
        blad.set_text_color(*kleur)
        blad.cell(34, 10, _latijn(cijfer))
        _regel(blad, woord, 12, hoog=10)
    blad.ln(4)
    _alinea(blad, " ".join(zinnen(cijfers)), 12)
    blad.ln(3)
    _regel(blad, "Opgave (gestreept), capaciteit (blauw) en niet geplaatst (oranje) per jaar", 11, vet=True)
    blad.image(BytesIO(profielpad(uitkomst, code)), w=BREED)
    blad.ln(3)
    _regel(blad, "Wat zou het eigen gat dichten, elk afzonderlijk?", 11, vet=True)
    _alinea(
        blad,
        f"Reservering {procent(cijfers.nodige_reservering, 1)}; of {getal(cijfers.extra_plekken)} extra plekken per jaar; "
        f"of {getal(cijfers.nieuwbouw)} nieuwe sociale huurwoningen per jaar. Zonder verevening.",
        11,
    )
    for zin in stempel.waarschuwingen:
        _alinea(blad, f"Let op: {zin}", 9)
    blad.ln(2)
    for kop, tekst in stempel.regels()[2:]:
        _alinea(blad, f"{kop}: {tekst}", 8, STIL)
    return bytes(blad.output())


def _regel(
    blad: FPDF, tekst: str, grootte: int, kleur: tuple[int, int, int] = INKT, vet: bool = False, hoog: float = 0
) -> None:
    blad.set_font(LETTER, "B" if vet else "", grootte)
    blad.set_text_color(*kleur)
    blad.cell(0, hoog or grootte / 2, _latijn(tekst), new_x="LMARGIN", new_y="NEXT")


def _alinea(blad: FPDF, tekst: str, grootte: int, kleur: tuple[int, int, int] = INKT) -> None:
    blad.set_font(LETTER, "", grootte)
    blad.set_text_color(*kleur)
    blad.multi_cell(0, grootte / 2, _latijn(tekst), align="L", new_x="LMARGIN", new_y="NEXT")


def _latijn(tekst: str) -> str:
    """Keep to the letters of the font; another one becomes a question mark, never an error."""
    return tekst.replace("−", "-").encode("latin-1", "replace").decode("latin-1")

"""The voortgangsrapportage: how the region stands against the pad, in words, figures and a chart, as PDF."""

from collections.abc import Sequence
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import TableBordersLayout
from fpdf.fonts import FontFace

from fairshare.export.beeld import los_png
from fairshare.export.papier import BREED, INKT, LETTER, LICHT, LINT, RAND, STIL, alinea, letters, nieuw, punten, regel
from fairshare.export.stempel import Stempel
from fairshare.gegevens import Monitoring
from fairshare.grafieken import Tekening, lijndomein, lijnen, voortgang_rijen
from fairshare.grafieken.lijnen import kleuren
from fairshare.model import Uitkomst, Voortgang, voortgang_tabel, voortgang_zinnen
from fairshare.opmaak import getal, verschil

KOPPEN = ("Gemeente", "Realisatie", "Pad tot nu", "Jaareinde", "Pad jaar", "Saldo", "Signaal")


def voortgangsrapportage(
    uitkomst: Uitkomst, monitoring: Monitoring, nu: Voortgang, stempel: Stempel, marge: float
) -> bytes:
    """Make the report.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio, maak_monitoring
    >>> from fairshare.model import bereken, voortgang
    >>> regio = lees_regio("stedendriehoek")
    >>> uitkomst, cijfers = bereken(regio), maak_monitoring(regio, [("GM0262", "2026-1", 18)])
    >>> voortgangsrapportage(uitkomst, cijfers, voortgang(uitkomst, cijfers), Stempel.van(uitkomst, "v=2"), 10)[:5]
    b'%PDF-'
    """
    blad = nieuw(f"Voortgangsrapportage {nu.jaar}", stempel)
    punten(blad, voortgang_zinnen(uitkomst, nu))
    blad.ln(3)
    regel(blad, "Toewijzingen aan urgenten per jaar", 12, LINT, vet=True)
    reeksen, rijen = voortgang_rijen(uitkomst, monitoring, nu)
    _legenda(blad, reeksen)
    jaren = (uitkomst.jaren[0], uitkomst.jaren[-1])
    spec = {**lijnen(reeksen, jaren, lijndomein(rijen), "Woningen per jaar", donker=False), "height": 260}
    blad.image(BytesIO(los_png(Tekening(spec, rijen, ""), 720)), x=RAND - 4, w=BREED + 4)
    regel(blad, f"Per gemeente in {nu.jaar}", 12, LINT, vet=True)
    blad.ln(1)
    _tabel(blad, uitkomst, nu)
    blad.ln(3)
    alinea(
        blad,
        f"Achter: het jaar eindigt meer dan {getal(marge)}% onder het pad, als de rest van het jaar gaat zoals wat bekend is. "
        "Saldo: geplaatst min fair share over de bekende halfjaren. Leeg en onbekend tellen niet als nul.",
        9,
        STIL,
    )
    for zin in stempel.waarschuwingen:
        alinea(blad, f"Let op: {zin}", 9, STIL)
    return bytes(blad.output())


def _legenda(blad: FPDF, reeksen: Sequence[tuple[str, str]]) -> None:
    """Name the series, each after a line in its colour."""
    blad.ln(1)
    for naam, kleur in reeksen:
        blad.set_fill_color(kleuren(donker=False)[kleur])
        blad.rect(blad.get_x(), blad.get_y() + 2, 7, 1.2, style="F")
        blad.set_x(blad.get_x() + 9)
        blad.set_font(LETTER, "", 10)
        blad.set_text_color(*INKT)
        blad.cell(blad.get_string_width(naam) + 8, 5, letters(naam))
    blad.ln(6)


def _tabel(blad: FPDF, uitkomst: Uitkomst, nu: Voortgang) -> None:
    blad.set_font(LETTER, "", 9)
    blad.set_text_color(*INKT)
    blad.set_draw_color(201, 207, 214)
    blad.set_fill_color(255, 255, 255)
    with blad.table(
        headings_style=FontFace(emphasis="BOLD", color=LINT),
        borders_layout=TableBordersLayout.SINGLE_TOP_LINE,
        cell_fill_color=LICHT,
        cell_fill_mode="ROWS",
        line_height=5.6,
        text_align=("LEFT", *["RIGHT"] * 5, "LEFT"),
        col_widths=(34, *[22] * 5, 26),
    ) as tabel:
        tabel.row(KOPPEN)
        for rij in voortgang_tabel(uitkomst, nu).to_dict("records"):
            cijfers = [getal(rij[naam]) for naam in ("gerealiseerd", "pad", "jaareinde", "pad_jaar")]
            cellen = [letters(cel) for cel in (rij["naam"], *cijfers, verschil(rij["saldo"]), rij["signaal"])]
            tabel.row(cellen, style=FontFace(emphasis="BOLD") if rij["naam"] == "Hele regio" else None)

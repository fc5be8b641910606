"""The voortgangsrapportage: how the region stands against the pad, in words, figures and a chart, as PDF."""

from io import BytesIO

from fpdf import FPDF
from fpdf.fonts import FontFace

from fairshare.export.beeld import los_png
from fairshare.export.papier import BREED, LETTER, STIL, alinea, latijn, nieuw, regel
from fairshare.export.stempel import Stempel
from fairshare.gegevens import Monitoring
from fairshare.grafieken import Tekening, lijndomein, lijnen, voortgang_rijen
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
    >>> voortgangsrapportage(uitkomst, cijfers, voortgang(uitkomst, cijfers), Stempel.van(uitkomst, "v=1"), 10)[:5]
    b'%PDF-'
    """
    blad = nieuw(f"Voortgang {stempel.regio} {nu.jaar}")
    regel(blad, f"Voortgangsrapportage {nu.jaar}", 22, vet=True)
    regel(blad, f"{stempel.regio}: {stempel.scenario}", 11, STIL)
    blad.ln(4)
    for zin in voortgang_zinnen(uitkomst, nu):
        alinea(blad, zin, 12)
    blad.ln(3)
    regel(
        blad,
        "Toewijzingen aan urgenten per jaar: pad (blauw), fair share (grijs), prognose (oranje), realisatie (groen)",
        10,
    )
    reeksen, rijen = voortgang_rijen(uitkomst, monitoring, nu)
    jaren = (uitkomst.jaren[0], uitkomst.jaren[-1])
    spec = lijnen(reeksen, jaren, lijndomein(rijen), "Woningen per jaar", donker=False)
    blad.image(BytesIO(los_png(Tekening(spec, rijen, ""))), w=BREED)
    blad.ln(3)
    _tabel(blad, uitkomst, nu)
    blad.ln(3)
    alinea(
        blad,
        f"Achter: het jaar eindigt meer dan {getal(marge)}% onder het pad, als de rest van het jaar gaat zoals wat bekend is. "
        "Saldo: geplaatst min fair share over de bekende halfjaren. Leeg en onbekend tellen niet als nul.",
        9,
        STIL,
    )
    for kop, tekst in stempel.regels()[2:]:
        alinea(blad, f"{kop}: {tekst}", 8, STIL)
    return bytes(blad.output())


def _tabel(blad: FPDF, uitkomst: Uitkomst, nu: Voortgang) -> None:
    blad.set_font(LETTER, "", 9)
    with blad.table(
        headings_style=FontFace(emphasis="BOLD"),
        text_align=("LEFT", *["RIGHT"] * 5, "LEFT"),
        col_widths=(34, *[22] * 5, 26),
    ) as tabel:
        tabel.row(KOPPEN)
        for rij in voortgang_tabel(uitkomst, nu).to_dict("records"):
            cijfers = [getal(rij[naam]) for naam in ("gerealiseerd", "pad", "jaareinde", "pad_jaar")]
            tabel.row([latijn(cel) for cel in (rij["naam"], *cijfers, verschil(rij["saldo"]), rij["signaal"])])

"""The one-pager of a gemeente for its college, as PDF."""

from io import BytesIO

from fairshare.export.beeld import los_png
from fairshare.export.papier import ACCENT, BREED, INKT, LETTER, STIL, alinea, latijn, nieuw, regel
from fairshare.export.stempel import Stempel
from fairshare.grafieken import teken
from fairshare.model import Uitkomst, profiel, zinnen
from fairshare.opmaak import getal, procent


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
    blad = nieuw(f"{cijfers.naam}: fair share")
    regel(blad, f"{cijfers.naam} in {cijfers.jaar}", 24, vet=True)
    regel(blad, f"{stempel.regio}: {stempel.scenario}", 11, STIL)
    blad.ln(4)
    for woord, cijfer, kleur in (
        ("niet geplaatst, huishoudens per jaar", getal(cijfers.niet_geplaatst), ACCENT),
        ("opgave (fair share)", getal(cijfers.opgave), INKT),
        ("capaciteit", getal(cijfers.capaciteit), INKT),
        ("benodigd percentage van wat vrijkomt", procent(cijfers.benodigd_percentage, 1), INKT),
    ):
        blad.set_font(LETTER, "B", 20)
        blad.set_text_color(*kleur)
        blad.cell(34, 10, latijn(cijfer))
        regel(blad, woord, 12, hoog=10)
    blad.ln(4)
    alinea(blad, " ".join(zinnen(cijfers)), 12)
    blad.ln(3)
    regel(blad, "Opgave (gestreept), capaciteit (blauw) en niet geplaatst (oranje) per jaar", 11, vet=True)
    blad.image(BytesIO(los_png(teken("gemeente", uitkomst, code))), w=BREED)
    blad.ln(3)
    regel(blad, "Wat zou het eigen gat dichten, elk afzonderlijk?", 11, vet=True)
    alinea(
        blad,
        f"Reservering {procent(cijfers.nodige_reservering, 1)}; of {getal(cijfers.extra_plekken)} extra plekken per jaar; "
        f"of {getal(cijfers.nieuwbouw)} nieuwe sociale huurwoningen per jaar. Zonder verevening.",
        11,
    )
    for zin in stempel.waarschuwingen:
        alinea(blad, f"Let op: {zin}", 9)
    blad.ln(2)
    for kop, tekst in stempel.regels()[2:]:
        alinea(blad, f"{kop}: {tekst}", 8, STIL)
    return bytes(blad.output())

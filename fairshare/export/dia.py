"""The deck: a cover and a slide for each question, in the house style, with notes that explain them."""

from io import BytesIO
from textwrap import shorten
from typing import Any

from pptx.util import Inches

from fairshare.export import diavorm as vorm
from fairshare.export.diareeks import DIAS, Beeld, Dia
from fairshare.export.diavorm import LINT, STIL, WIT
from fairshare.export.qr import qr
from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst, kerncijfers


def presentatie(uitkomst: Uitkomst, stempel: Stempel, gemeente: str = "") -> bytes:
    """Make the deck of one scenario; with a gemeente it has a slide about that one.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> presentatie(uitkomst, Stempel.van(uitkomst, "v=2"))[:2]
    b'PK'
    """
    beeld = Beeld(uitkomst, stempel, kerncijfers(uitkomst), gemeente)
    boek = vorm.nieuw_boek()
    eigen = boek.core_properties
    eigen.title, eigen.subject, eigen.language = f"Fair share in {stempel.regio}"[:255], stempel.scenario[:255], "nl-NL"
    eigen.author, eigen.keywords = "Fair Share Verkenner", f"modelversie {stempel.modelversie}"
    _omslag(boek, beeld)
    scenario = shorten(stempel.scenario, 80, placeholder="…")
    voet = f"{stempel.regio}  |  {scenario}  |  {stempel.datum}  |  model {stempel.modelversie}"
    for dia in (gemaakt for maker in DIAS if (gemaakt := maker(beeld))):
        blad = vorm.nieuwe_dia(boek, dia.titel, voet)
        dia.teken(blad)
        blad.notes_slide.notes_text_frame.text = _notitie(dia, stempel)
    doel = BytesIO()
    boek.save(doel)
    return doel.getvalue()


def _notitie(dia: Dia, stempel: Stempel) -> str:
    """Say how the figures come about, what is unknown, and what may be asked."""
    onbekend = (
        " ".join(stempel.waarschuwingen) or "Voor dit scenario zijn alle gegevens bekend; de bronnen staan achteraan."
    )
    return (
        f"Zo is het berekend: {dia.hoe}\n\nOnbekend of onzeker: {onbekend}\n\n"
        f"Een vraag die kan komen: {dia.vraag}\nAntwoord: {dia.antwoord}\n\nLink: {stempel.link}"
    )


def _omslag(boek: Any, beeld: Beeld) -> None:
    """Make the cover, with the QR code of the link where that is a whole address."""
    stempel, dia = beeld.stempel, boek.slides.add_slide(boek.slide_layouts[0])
    titel, onder = dia.placeholders[0], dia.placeholders[1]
    vorm.schrijf(titel, ["Fair share:", stempel.regio], 44, vet=True, kleur=LINT)
    vorm.schrijf(
        onder, [stempel.scenario, stempel.datum, f"Fair Share Verkenner, model {stempel.modelversie}"], 22, kleur=STIL
    )
    vorm.tekst(dia, (0.6, 0.6, 3.6, 1.2), ["Evenwichtige verdeling van de huisvesting van urgenten"], 20, kleur=WIT)
    if stempel.link.startswith(("http://", "https://")):
        dia.shapes.add_picture(BytesIO(qr(stempel.link)), Inches(0.7), Inches(3.2), Inches(2.9))
        vorm.tekst(dia, (0.6, 6.2, 3.6, 0.8), ["Scan en verken zelf dit scenario"], 18, kleur=WIT)
    dia.notes_slide.notes_text_frame.text = (
        f"Alles in deze presentatie hoort bij een scenario: {stempel.scenario}. Elke titel is een bevinding; in de notities "
        f"staat hoe een cijfer tot stand komt en wat onbekend is.\n\nLink: {stempel.link}"
    )

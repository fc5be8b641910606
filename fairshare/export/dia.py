"""The deck: a cover and a slide for each question, in the house style, with notes that explain them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import Any

from pptx.util import Inches

from fairshare.export import diavorm as vorm
from fairshare.export.diabronnen import BRONDIAS
from fairshare.export.diareeks import DIAS, Beeld, Dia
from fairshare.export.diavorm import INKT, LINT, STIL, WIT
from fairshare.export.qr import qr
from fairshare.export.stempel import Stempel
from fairshare.gegevens import is_eigen
from fairshare.model import Uitkomst, kerncijfers
from fairshare.verhaal import Scene
from fairshare.weergave import Weergave

VOET = 150
"""So many signs fit on a line below a slide."""


def presentatie(uitkomst: Uitkomst, stempel: Stempel, gemeente: str = "", scenes: Sequence[Scene] = ()) -> bytes:
    """Make the deck of one scenario; with a gemeente it has a slide about that one, with a story first a slide of each step.

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
    dias = [
        *_per_stap(stempel, scenes),
        *((gemaakt, stempel) for maker in DIAS if (gemaakt := maker(beeld))),
        *((dia, stempel) for maker in BRONDIAS for dia in maker(beeld)),
    ]
    for dia, van in dias:
        blad = vorm.nieuwe_dia(boek, dia.titel, _voet(van), van.adres)
        dia.teken(blad)
        blad.notes_slide.notes_text_frame.text = _notitie(dia, van)
    doel = BytesIO()
    boek.save(doel)
    return doel.getvalue()


def _per_stap(stempel: Stempel, scenes: Sequence[Scene]) -> Iterator[tuple[Dia, Stempel]]:
    """Give a slide with the headline of each step, and what it is of."""
    basis = stempel.link.partition("?")[0]
    for scene in scenes:
        gezien = Weergave(titel=scene.stap.titel, motivering=scene.motivering)
        eigen = replace(Stempel.van(scene.uitkomst, f"{basis}?{scene.stap.link}", gezien), datum=stempel.datum)
        dia = DIAS[0](Beeld(scene.uitkomst, eigen, kerncijfers(scene.uitkomst), ""))
        if dia:
            titel, kop = scene.stap.titel, dia.titel
            na = f" {kop}" if titel.endswith("?") else f": {kop[0].lower()}{kop[1:]}"
            yield replace(dia, titel=titel + na), eigen


def _voet(stempel: Stempel) -> tuple[str, str]:
    """Give the lines below each slide: of which scenario it is, and what that has different."""
    maker = f"{stempel.datum}; model {stempel.modelversie}"
    return f"{stempel.regio}: {stempel.kernregel}; {maker}", stempel.anders_binnen(VOET - len(vorm.OPEN))


def _notitie(dia: Dia, stempel: Stempel) -> str:
    """Say how the figures come about, what is unknown, and what may be asked."""
    onzeker = "\n".join(f"- {zin}" for zin in stempel.onzeker)
    return (
        f"Zo is het berekend: {dia.hoe}\n\nOnbekend of onzeker:\n{onzeker}\n\n"
        f"Een vraag die kan komen: {dia.vraag}\nAntwoord: {dia.antwoord}\n\n{stempel.kernregel}. {stempel.anders}\n\n"
        f"Link: {stempel.link}"
    )


def _omslag(boek: Any, beeld: Beeld) -> None:
    """Make the cover: the scenario in full, and the QR code of the link where that is a whole address."""
    stempel, dia = beeld.stempel, boek.slides.add_slide(boek.slide_layouts[0])
    titel, onder = dia.placeholders[0], dia.placeholders[1]
    vorm.schrijf(titel, ["Fair share:", stempel.regio], 44, vet=True, kleur=LINT)
    wie = [stempel.titel] if stempel.titel else []
    vorm.schrijf(onder, [*wie, f"{stempel.datum}; Fair Share Verkenner, model {stempel.modelversie}"], 18, kleur=STIL)
    for links, (wat, waarde) in zip((5.4, 7.1, 8.8, 11.4), stempel.kern, strict=True):
        vorm.tekst(dia, (links, 4.5, 2.6, 0.4), [wat], 14, kleur=STIL)
        vorm.tekst(dia, (links, 4.82, 2.6, 0.5), [waarde], 18, vet=True, kleur=INKT)
    anders = vorm.tekst(
        dia, (5.4, 5.6, 7.3, 1.6), [stempel.anders], 16 if len(stempel.anders) < 300 else 12, kleur=INKT
    )
    vorm.koppel(anders.text_frame.paragraphs[0], stempel.adres, 14)
    vorm.tekst(dia, (0.6, 0.6, 3.6, 1.2), ["Evenwichtige verdeling van de huisvesting van urgenten"], 20, kleur=WIT)
    if stempel.adres:
        code = dia.shapes.add_picture(BytesIO(qr(stempel.link)), Inches(0.7), Inches(3.2), Inches(2.9))
        code._element.nvPicPr.cNvPr.set("descr", "QR-code van de link naar dit scenario")
        code.click_action.hyperlink.address = stempel.link
        bestand = "; kies daar hetzelfde bestand" if is_eigen(beeld.uitkomst.scenario.regio) else ""
        vorm.tekst(dia, (0.6, 6.2, 3.6, 0.8), [f"Scan en verken zelf dit scenario{bestand}"], 18, kleur=WIT)
    dia.notes_slide.notes_text_frame.text = (
        f"Alles in deze presentatie hoort bij een scenario: {stempel.kernregel}. {stempel.anders} Elke titel is een bevinding; in de "
        f"notities staat hoe een cijfer tot stand komt en wat onbekend is.\n\nLink: {stempel.link}"
    )

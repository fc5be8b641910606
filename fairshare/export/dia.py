"""The deck: a slide for each question, with native charts that PowerPoint can edit and notes that explain them."""

from io import BytesIO
from typing import Any

import numpy as np
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import PP_ALIGN
from pptx.util import Inches, Pt
from xlsxwriter import Workbook

from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst, kerncijfers, omslag
from fairshare.opmaak import getal, haalbaar, opsomming, procent

BREED, HOOG = Inches(13.333), Inches(7.5)
ACCENT, BLAUW, GRIJS, INKT = (RGBColor.from_string(kleur) for kleur in ("D55E00", "0072B2", "C9CFD6", "1B2733"))
LETTER = "Calibri"


def presentatie(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Make the deck of one scenario.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> presentatie(uitkomst, Stempel.van(uitkomst, "v=1"))[:2]
    b'PK'
    """
    boek = Presentation()
    boek.slide_width, boek.slide_height = BREED, HOOG
    _kop(boek, uitkomst, stempel)
    _gemeenten(boek, uitkomst, stempel)
    _pad(boek, uitkomst, stempel)
    _nodig(boek, uitkomst, stempel)
    _bronnen(boek, stempel)
    doel = BytesIO()
    boek.save(doel)
    return doel.getvalue()


def _dia(boek: Any, titel: str, stempel: Stempel, notitie: str) -> Any:
    """Add a slide with its message as title, a footer with the origin, and notes."""
    dia = boek.slides.add_slide(boek.slide_layouts[5])
    vak = dia.shapes.title
    vak.left, vak.top, vak.width, vak.height = Inches(0.6), Inches(0.4), Inches(12.1), Inches(1.1)
    _schrijf(vak, titel, 32, vet=True)
    vak.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
    voet = dia.shapes.add_textbox(Inches(0.6), Inches(6.95), Inches(12.1), Inches(0.4))
    _schrijf(voet, f"{stempel.regio} | {stempel.scenario} | {stempel.datum} | model {stempel.modelversie}", 11)
    dia.notes_slide.notes_text_frame.text = f"{notitie}\n\nLink: {stempel.link}"
    return dia


def _schrijf(vak: Any, tekst: str, grootte: int, vet: bool = False, kleur: RGBColor = INKT) -> None:
    kader = vak.text_frame
    kader.word_wrap = True
    kader.text = tekst
    for alinea in kader.paragraphs:
        for stuk in alinea.runs:
            stuk.font.size, stuk.font.bold, stuk.font.name, stuk.font.color.rgb = Pt(grootte), vet, LETTER, kleur


def _kop(boek: Any, uitkomst: Uitkomst, stempel: Stempel) -> None:
    kern = kerncijfers(uitkomst)
    titel = f"{getal(kern.niet_geplaatst)} huishoudens per jaar zonder woning in {kern.jaar}"
    notitie = (
        f"Niet geplaatst is de opgave ({getal(kern.opgave, 1)}) min de plaatsingen; onafgerond {getal(kern.niet_geplaatst, 2)}. "
        f"Als elk overschot meetelt {getal(kern.met_verevening, 1)}, als niets meetelt {getal(kern.zonder_verevening, 1)}. "
        + " ".join(stempel.waarschuwingen)
    )
    dia = _dia(boek, titel, stempel, notitie)
    cijfers = (
        (getal(kern.niet_geplaatst), "niet geplaatst", ACCENT),
        (getal(kern.capaciteit), "capaciteit", BLAUW),
        (getal(kern.opgave), "opgave", INKT),
        (getal(kern.gemiste_plaatsingen), "gemiste plaatsingen", INKT),
    )
    for plek, (cijfer, woord, kleur) in enumerate(cijfers):
        links = Inches(0.6 + 3.05 * plek)
        _schrijf(dia.shapes.add_textbox(links, Inches(2.4), Inches(3), Inches(1.4)), cijfer, 54, vet=True, kleur=kleur)
        _schrijf(dia.shapes.add_textbox(links, Inches(3.8), Inches(3), Inches(0.6)), woord, 22)
    zin = f"De regio als geheel heeft {procent(kern.benodigd_percentage, 1)} van de vrijkomende woningen nodig."
    _schrijf(dia.shapes.add_textbox(Inches(0.6), Inches(5.2), Inches(12), Inches(0.8)), zin, 24)


class _Gegevens(CategoryChartData):
    """The figures of a chart; in the workbook behind it a name is text, also where it begins as a formula does."""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook, laid out as a chart with categories refers to it: names in column A, a series a column."""
        doel = BytesIO()
        with Workbook(doel, {"in_memory": True}) as boek:
            blad = boek.add_worksheet()
            vorm = boek.add_format({"num_format": self.number_format})
            for rij, categorie in enumerate(self.categories, start=1):
                blad.write_string(rij, 0, str(categorie.label))
            for kolom, reeks in enumerate(self, start=1):
                blad.write_string(0, kolom, reeks.name)
                for rij, waarde in enumerate(reeks.values, start=1):
                    if waarde is not None:
                        blad.write_number(rij, kolom, waarde, vorm)
        return doel.getvalue()


def _grafiek(dia: Any, soort: Any, koppen: list[str], reeksen: list[tuple[str, Any, RGBColor]]) -> None:
    """Draw a native chart with Dutch whole numbers; unknown is left open."""
    gegevens = _Gegevens(number_format="#,##0")
    gegevens.categories = koppen
    for naam, waarden, _ in reeksen:
        gegevens.add_series(naam, [float(waarde) if np.isfinite(waarde) else None for waarde in waarden])
    vorm = dia.shapes.add_chart(soort, Inches(0.6), Inches(1.5), Inches(12.1), Inches(5.3), gegevens)
    grafiek = vorm.chart
    grafiek.has_legend = True
    grafiek.legend.position, grafiek.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    grafiek.font.size, grafiek.font.name = Pt(14), LETTER
    for reeks, (_, _, kleur) in zip(grafiek.plots[0].series, reeksen, strict=True):
        deel = reeks.format.line.color if soort == XL_CHART_TYPE.LINE_MARKERS else _vlak(reeks)
        deel.rgb = kleur
    assen = grafiek.value_axis
    assen.major_gridlines.format.line.color.rgb = GRIJS
    assen.format.line.fill.background()
    laatste = grafiek.plots[0].series[-1].data_labels
    laatste.show_value, laatste.number_format, laatste.number_format_is_linked = True, "#,##0", False
    laatste.font.size, laatste.font.bold = Pt(14), True
    if soort == XL_CHART_TYPE.BAR_CLUSTERED:
        grafiek.category_axis.reverse_order = True
        grafiek.plots[0].gap_width = 40


def _vlak(reeks: Any) -> Any:
    reeks.format.fill.solid()
    return reeks.format.fill.fore_color


def _gemeenten(boek: Any, uitkomst: Uitkomst, stempel: Stempel) -> None:
    over = uitkomst.per_gemeente("niet_geplaatst")
    meeste = uitkomst.bron.namen[int(np.nan_to_num(over).argmax())]
    notitie = f"In {uitkomst.jaren[-1]}, huishoudens per jaar. De meeste niet geplaatsten heeft {meeste}: {getal(float(np.nanmax(over)) if np.isfinite(over).any() else None, 1)}."
    dia = _dia(boek, f"Wat elke gemeente tekortkomt in {uitkomst.jaren[-1]}", stempel, notitie)
    reeksen = [
        ("Opgave", uitkomst.per_gemeente("opgave"), GRIJS),
        ("Capaciteit", uitkomst.per_gemeente("capaciteit"), BLAUW),
        ("Niet geplaatst", over, ACCENT),
    ]
    _grafiek(dia, XL_CHART_TYPE.BAR_CLUSTERED, list(uitkomst.bron.namen), reeksen)


def _pad(boek: Any, uitkomst: Uitkomst, stempel: Stempel) -> None:
    regio = uitkomst.regio
    gemist = getal(float(regio.gemiste_plaatsingen[0]))
    notitie = f"De som van niet geplaatst over de jaren is {gemist}: zo heeft uitstel een prijs. Geen wachtlijst, want dezelfde mensen kunnen vaker meetellen."
    dia = _dia(boek, f"{gemist} gemiste plaatsingen tot en met {uitkomst.jaren[-1]}", stempel, notitie)
    reeksen = [
        ("Opgave", regio.opgave[:, 0], GRIJS),
        ("Capaciteit", regio.capaciteit[:, 0], BLAUW),
        ("Niet geplaatst", regio.niet_geplaatst[:, 0], ACCENT),
    ]
    _grafiek(dia, XL_CHART_TYPE.LINE_MARKERS, [str(jaar) for jaar in uitkomst.jaren], reeksen)


def _nodig(boek: Any, uitkomst: Uitkomst, stempel: Stempel) -> None:
    punten = omslag(uitkomst)
    regels = (
        f"Reservering, hele regio: {haalbaar(punten.reservering, lambda waarde: procent(waarde, 1))}",
        f"Reservering, ieder voor zich: {haalbaar(punten.reservering_zonder_verevening, lambda waarde: procent(waarde, 1))}",
        f"Mutatiegraad: {haalbaar(punten.mutatiegraad, lambda waarde: procent(waarde, 2))}",
        f"Extra plekken per jaar: {haalbaar(punten.extra_plekken, getal)}",
    )
    onzeker = f" Onbekend zijn de mutaties van {opsomming(uitkomst.onvolledig)}." if uitkomst.onvolledig else ""
    notitie = f"Elk afzonderlijk, terwijl de rest van het scenario blijft zoals het is.{onzeker}"
    dia = _dia(boek, f"Wanneer staat niet geplaatst in {uitkomst.jaren[-1]} op nul?", stempel, notitie)
    _schrijf(dia.shapes.add_textbox(Inches(0.6), Inches(1.9), Inches(12), Inches(4)), "\n".join(regels), 28)


def _bronnen(boek: Any, stempel: Stempel) -> None:
    dia = _dia(
        boek,
        "Waar komen de cijfers vandaan?",
        stempel,
        "Herkomst van elk cijfer: Bronnen en begrippen in de Verkenner.",
    )
    tekst = "\n".join(f"{kop}: {regel}" for kop, regel in stempel.regels())
    _schrijf(dia.shapes.add_textbox(Inches(0.6), Inches(1.6), Inches(12), Inches(5)), tekst, 16)

"""The look of the deck: its master, and the parts that a slide is built of, all native and editable."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from textwrap import wrap
from typing import Any

import numpy as np
from numpy.typing import ArrayLike
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION
from pptx.enum.lang import MSO_LANGUAGE_ID
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Length, Pt
from xlsxwriter import Workbook

from fairshare import kleuren
from fairshare.opmaak import RUIS, getal, opsomming


def _rgb(kleur: str) -> Any:
    return RGBColor.from_string(kleur.lstrip("#"))


ACCENT, BLAUW, GRIJS = _rgb(kleuren.ACCENT), _rgb(kleuren.CAPACITEIT.licht), _rgb(kleuren.OPGAVE.licht)
INKT, STIL, WIT = _rgb(kleuren.INKT.licht), _rgb(kleuren.STIL.licht), _rgb(kleuren.VLAK.licht)
LINT, LICHT = _rgb(kleuren.LINT.licht), _rgb(kleuren.BALK.licht)
LETTER = "Arial"

DUIZENDTAL = '[>=999.5]#"."000;0'
"""A whole number with the Dutch point, whatever the language of the office."""
PROCENT = '0"%"'

SOORTEN = {
    XL_CHART_TYPE.BAR_CLUSTERED: "Staafdiagram",
    XL_CHART_TYPE.COLUMN_CLUSTERED: "Kolomdiagram",
    XL_CHART_TYPE.LINE: "Lijndiagram",
}
"""What each kind of chart is called."""

Vak = tuple[float, float, float, float]
"""Left, top, width and height [inch]."""
INHOUD: Vak = (0.75, 1.75, 11.95, 4.95)
"""The part of a slide below its title and above its footer."""


@dataclass(frozen=True)
class Reeks:
    """A series of a chart with its colour; unknown is nan."""

    naam: str
    waarden: ArrayLike
    kleur: RGBColor


def nieuw_boek() -> Any:
    """Begin a deck with the house style in its master, so that a slide added by hand has it too."""
    boek: Any = Presentation()
    boek.slide_width, boek.slide_height = Inches(13.333), Inches(7.5)
    _thema(boek.slide_master)
    omslag, gewoon = boek.slide_layouts[0], boek.slide_layouts[5]
    for ander in [vorm for vorm in boek.slide_layouts if vorm not in (omslag, gewoon)]:
        boek.slide_layouts.remove(ander)
    plekken: dict[int, Vak] = {
        0: (0.75, 0.45, 11.95, 1.15),
        1: INHOUD,
        2: (9.0, 6.95, 1.0, 0.35),
        3: (0.75, 6.9, 11.1, 0.5),
        4: (11.9, 6.95, 0.8, 0.35),
    }
    plekken |= {10: plekken[2], 11: plekken[3], 12: plekken[4]}
    for blad in (boek.slide_master, gewoon):
        for vorm in blad.placeholders:
            _zet(vorm, plekken[vorm.placeholder_format.idx])
    for vorm, vak in zip(omslag.placeholders, ((5.4, 0.9, 7.3, 2.4), (5.4, 3.4, 7.3, 1.0)), strict=False):
        _zet(vorm, vak)
    _op_de_achtergrond(boek, gewoon, ((0, 0, 0.28, 7.5), LINT), ((0.75, 6.88, 11.95, 0.015), GRIJS))
    _op_de_achtergrond(boek, omslag, ((0, 0, 4.6, 7.5), LINT))
    return boek


def _thema(meester: Any) -> None:
    """Put the colours and the letter of the Verkenner in the palette of the deck."""
    deel = meester.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    oud = ("1F497D", "4F81BD", "C0504D", "9BBB59", "0000FF", "800080", "Calibri", "Office Theme")
    nieuw = (str(LINT), str(BLAUW), str(ACCENT), str(GRIJS), str(BLAUW), str(BLAUW), LETTER, "Fair Share")
    for was, wordt in zip(oud, nieuw, strict=True):
        deel._blob = deel._blob.replace(f'"{was}"'.encode(), f'"{wordt}"'.encode())


def _zet(vorm: Any, vak: Vak) -> None:
    vorm.left, vorm.top, vorm.width, vorm.height = (Inches(maat) for maat in vak)


def _op_de_achtergrond(boek: Any, blad: Any, *vlakken: tuple[Vak, RGBColor]) -> None:
    """Move coloured areas from a slide that is thrown away to the back of a layout, which cannot make shapes itself."""
    hulp = boek.slides.add_slide(blad)
    for vak, kleur in vlakken:
        blad.shapes._spTree.insert(2, vlak(hulp, vak, kleur)._element)
    verwijzing = boek.slides._sldIdLst[-1]
    boek.part.drop_rel(verwijzing.rId)
    boek.slides._sldIdLst.remove(verwijzing)


def vlak(dia: Any, vak: Vak, kleur: RGBColor) -> Any:
    """Draw a plain area."""
    vorm = dia.shapes.add_shape(MSO_SHAPE.RECTANGLE, *(Inches(maat) for maat in vak))
    vorm.fill.solid()
    vorm.fill.fore_color.rgb = kleur
    vorm.line.fill.background()
    vorm._element.remove(vorm._element.find(qn("p:style")))
    return vorm


TITELS = ((28, 105), (24, 170), (20, 260), (16, 400))
"""The letters of a title, by how many signs of it fit above a slide [points]."""


def nieuwe_dia(boek: Any, titel: str, voet: Sequence[str], adres: str) -> Any:
    """Add a slide with its finding as title, and a footer with the scenario, its link and the number of the slide."""
    dia = boek.slides.add_slide(boek.slide_layouts[1])
    grootte = next((maat for maat, tekens in TITELS if len(titel) <= tekens), TITELS[-1][0])
    schrijf(dia.shapes.title, [titel], grootte, vet=True, kleur=LINT)
    dia.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    for vorm in dia.slide_layout.placeholders:
        if vorm.placeholder_format.idx in (11, 12):
            dia.shapes._spTree.append(deepcopy(vorm._element))
    for vorm in dia.placeholders:
        if vorm.placeholder_format.idx == 11:
            schrijf(vorm, voet, 10.5, kleur=STIL)
            for alinea in vorm.text_frame.paragraphs:
                alinea.space_after = Pt(0)
            koppel(vorm.text_frame.paragraphs[-1], adres, 10.5)
    return dia


def schrijf(vorm: Any, regels: Sequence[str], grootte: float, vet: bool = False, kleur: RGBColor = INKT) -> None:
    """Write paragraphs, as Dutch text, left-aligned."""
    kader = vorm.text_frame
    kader.word_wrap = True
    kader.text = "\n".join(regels)
    for alinea in kader.paragraphs:
        alinea.alignment, alinea.space_after = 1, Pt(grootte / 3)
        for stuk in alinea.runs:
            letter = stuk.font
            letter.size, letter.bold, letter.name, letter.color.rgb = Pt(grootte), vet, LETTER, kleur
            letter.language_id = MSO_LANGUAGE_ID.DUTCH


OPEN = " Open dit scenario"
"""What is clicked on where a whole link does not fit."""


def koppel(alinea: Any, adres: str, grootte: float, woorden: str = OPEN) -> None:
    """Add words to a paragraph that lead to an address, where there is one."""
    if not adres:
        return
    stuk = alinea.add_run()
    stuk.text, stuk.font.size, stuk.font.name = woorden, Pt(grootte), LETTER
    stuk.font.language_id, stuk.hyperlink.address = MSO_LANGUAGE_ID.DUTCH, adres


def tekst(dia: Any, vak: Vak, regels: Sequence[str], grootte: float, vet: bool = False, kleur: RGBColor = INKT) -> Any:
    """Write paragraphs in a box of their own."""
    kader = dia.shapes.add_textbox(*(Inches(maat) for maat in vak))
    schrijf(kader, regels, grootte, vet, kleur)
    return kader


def kaart(dia: Any, vak: Vak, cijfer: str, woord: str, kleur: RGBColor = LINT) -> None:
    """Draw a card: a large figure and what it counts."""
    x, y, breed, hoog = vak
    groot = (54 if breed > 5 else 40 if hoog > 2 else 32) * (1 if len(cijfer) < 9 else 0.6)
    vlak(dia, vak, LICHT)
    vlak(dia, (x, y, 0.09, hoog), kleur)
    tekst(dia, (x + 0.25, y + 0.1, breed - 0.35, hoog / 2), [cijfer], groot, vet=True, kleur=kleur)
    tekst(dia, (x + 0.25, y + 0.5 * hoog, breed - 0.35, hoog / 2), [woord], 20 if breed > 5 else 17)


def staven(
    dia: Any, vak: Vak, koppen: Sequence[str], reeksen: Sequence[Reeks], opmaak: str, hardop: Sequence[str] = ()
) -> None:
    """Draw bars from top to bottom, without an axis, each with its figure; not where headings hold it, and what is read aloud (``hardop``).

    Series that have no bar in common lie over each other, else beside each other: the longer hides the shorter.
    """
    grafiek = _grafiek(dia, vak, XL_CHART_TYPE.BAR_CLUSTERED, koppen, reeksen, opmaak, hardop)
    bezet = sum(np.isfinite(np.asarray(reeks.waarden, float)).astype(int) for reeks in reeksen)
    grafiek.plots[0].gap_width, grafiek.plots[0].overlap = 45, 0 if np.max(bezet) > 1 else 100
    grafiek.value_axis.visible, grafiek.category_axis.reverse_order = False, True
    grafiek.category_axis.tick_labels.font.size = _passend(len(koppen), vak[3])
    if not hardop:
        _cijfers(grafiek, opmaak, _passend(len(koppen), vak[3]))


def kolommen(dia: Any, vak: Vak, koppen: Sequence[str], reeks: Reeks) -> None:
    """Draw columns from left to right, each with its figure."""
    grafiek = _grafiek(dia, vak, XL_CHART_TYPE.COLUMN_CLUSTERED, koppen, [reeks], DUIZENDTAL)
    grafiek.plots[0].gap_width, grafiek.value_axis.visible = 40, False
    _cijfers(grafiek, DUIZENDTAL, Pt(16))


def lijnen(dia: Any, vak: Vak, koppen: Sequence[str], reeksen: Sequence[Reeks]) -> None:
    """Draw lines without markers; only their last point has its figure, where it does not lie on a line."""
    grafiek = _grafiek(dia, vak, XL_CHART_TYPE.LINE, koppen, reeksen, DUIZENDTAL)
    grafiek.has_legend, grafiek.value_axis.has_major_gridlines = True, True
    grafiek.legend.position, grafiek.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
    grafiek.legend.font.size = Pt(16)
    grafiek.value_axis.major_gridlines.format.line.color.rgb = GRIJS
    einden = [float(np.asarray(reeks.waarden)[-1]) for reeks in reeksen]
    for deel, reeks, eind in zip(grafiek.plots[0].series, reeksen, einden, strict=True):
        deel.smooth, deel.format.line.width, deel.format.line.color.rgb = False, Pt(3.5), reeks.kleur
        if np.isfinite(eind):
            label = deel.points[len(koppen) - 1].data_label
            label.position, label.font.size, label.font.bold = _naast(eind, einden), Pt(16), True


def _naast(eind: float, einden: Sequence[float]) -> Any:
    """Say where the figure of a line has room: beside its end, or above or below it when another line ends close by."""
    anders = [ander - eind for ander in einden if ander != eind and abs(ander - eind) < 0.12 * np.nanmax(einden)]
    if not anders:
        return XL_LABEL_POSITION.RIGHT
    return XL_LABEL_POSITION.BELOW if min(anders, key=abs) > 0 else XL_LABEL_POSITION.ABOVE


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


def _grafiek(
    dia: Any,
    vak: Vak,
    soort: Any,
    koppen: Sequence[str],
    reeksen: Sequence[Reeks],
    opmaak: str,
    hardop: Sequence[str] = (),
) -> Any:
    """Add a native chart; its figures lose their noise, so that the office rounds them as the screen does."""
    gegevens = _Gegevens(number_format=opmaak)
    gegevens.categories = list(koppen)
    for een in reeksen:
        waarden = np.round(np.asarray(een.waarden, dtype=float), RUIS)
        gegevens.add_series(een.naam, [float(waarde) if np.isfinite(waarde) else None for waarde in waarden])
    vorm = dia.shapes.add_chart(soort, *(Inches(maat) for maat in vak), gegevens)
    vorm._element.nvGraphicFramePr.cNvPr.set("descr", _omschrijving(soort, koppen, reeksen, hardop))
    grafiek = vorm.chart
    grafiek.font.size, grafiek.font.name, grafiek.font.color.rgb = Pt(14), LETTER, INKT
    grafiek.has_title = grafiek.has_legend = grafiek.value_axis.has_major_gridlines = False
    for deel, een in zip(grafiek.plots[0].series, reeksen, strict=True):
        if soort != XL_CHART_TYPE.LINE:
            deel.format.fill.solid()
            deel.format.fill.fore_color.rgb = een.kleur
    waarden = grafiek.value_axis
    waarden.minimum_scale, waarden.tick_labels.number_format = 0, opmaak
    waarden.tick_labels.number_format_is_linked = False
    for lijn in (waarden.format.line, grafiek.category_axis.format.line):
        lijn.color.rgb = GRIJS
    return grafiek


def _omschrijving(soort: Any, koppen: Sequence[str], reeksen: Sequence[Reeks], hardop: Sequence[str]) -> str:
    """Say what a chart shows, for who does not see it; ``hardop`` per heading, else its figures."""
    tabel = np.array([een.waarden for een in reeksen], dtype=float).T
    wat = [een.naam for een in reeksen]
    for kop, rij in zip(koppen, tabel, strict=True) if not hardop else ():
        bekend = [(naam, getal(cel)) for naam, cel in zip(wat, rij, strict=True) if np.isfinite(cel)]
        cijfers = [f"{naam.lower()} {cijfer}" if len(wat) > 1 else cijfer for naam, cijfer in bekend]
        hardop = [*hardop, f"{kop} {', '.join(cijfers)}".rstrip()]
    return f"{SOORTEN[soort]}, {opsomming(wat)}. {'; '.join(hardop)}."


def _cijfers(grafiek: Any, opmaak: str, grootte: Length) -> None:
    """Put the figure at the end of every bar."""
    for reeks in grafiek.plots[0].series:
        labels = reeks.data_labels
        labels.show_value, labels.position = True, XL_LABEL_POSITION.OUTSIDE_END
        labels.number_format, labels.number_format_is_linked = opmaak, False
        labels.font.size, labels.font.bold = grootte, True


def _passend(aantal: int, hoog: float) -> Length:
    """Make letters as large as so many rows allow."""
    return Pt(max(8, min(16, int(45 * hoog / max(aantal, 1)))))


def kop(dia: Any, vak: Vak, woord: str) -> None:
    """Write the heading of a part of a slide, on one line."""
    tekst(dia, vak, [woord], min(16, round(125 * vak[2] / len(woord))), vet=True, kleur=STIL)


def hoogte(breedten: Sequence[float], rij: Sequence[str], grootte: float) -> float:
    """Give how high a row of a table becomes when its texts are folded; letters are half as wide as they are high [inch].

    Examples
    --------
    >>> hoogte((1.2, 1.2), ("kort", "een langere tekst"), 12)
    0.5
    """
    per_inch = 150 / grootte
    regels = max(len(wrap(tekst, int(per_inch * (breed - 0.2)))) for breed, tekst in zip(breedten, rij, strict=True))
    return regels * grootte / 60 + 0.1


def tabel(dia: Any, vak: Vak, breedten: Sequence[float], rijen: Sequence[Sequence[str]], grootte: float) -> None:
    """Draw a calm table, each row as high as its texts: the first is its heading."""
    vorm = dia.shapes.add_table(len(rijen), len(breedten), *(Inches(maat) for maat in vak))
    rooster = vorm.table
    rooster.horz_banding = False
    for kolom, breed in zip(rooster.columns, breedten, strict=True):
        kolom.width = Inches(breed)
    for r, rij in enumerate(rijen):
        rooster.rows[r].height = Inches(hoogte(breedten, rij, grootte))
        for k, inhoud in enumerate(rij):
            cel = rooster.cell(r, k)
            cel.fill.solid()
            cel.fill.fore_color.rgb = LICHT if r and r % 2 else WIT
            cel.vertical_anchor = MSO_ANCHOR.MIDDLE
            cel.margin_top = cel.margin_bottom = Inches(0.03)
            schrijf(cel, [inhoud], grootte, vet=not r, kleur=INKT if r else LINT)
            cel.text_frame.paragraphs[0].space_after = Pt(0)

"""What charts draw can be seen: contrast computed from every specification, in light and dark, because axe skips what stands in a chart."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from fairshare import grafieken, kleuren
from fairshare.gegevens import lees_regio
from fairshare.grafieken.lijnen import kleuren as lijnkleuren
from fairshare.model import bereken
from fairshare.weergave import TEKENINGEN

LETTERS, VORMEN = 4.5, 3.0
"""What WCAG 2.1 asks: of text (1.4.3), and of what must be seen to understand a drawing (1.4.11)."""

UITKOMST = bereken(lees_regio("stedendriehoek"))
JAREN = (2026, 2035)


def helderheid(kleur: str) -> float:
    """Relative luminance, as WCAG defines it."""
    delen = [int(kleur[plek : plek + 2], 16) / 255 for plek in (1, 3, 5)]
    lineair = [deel / 12.92 if deel <= 0.04045 else ((deel + 0.055) / 1.055) ** 2.4 for deel in delen]
    return float(np.dot(lineair, (0.2126, 0.7152, 0.0722)))


def contrast(een: str, ander: str) -> float:
    """Contrast between two colours, as WCAG defines it."""
    laag, hoog = sorted((helderheid(een), helderheid(ander)))
    return (hoog + 0.05) / (laag + 0.05)


def gemengd(kleur: str, achter: str, dekking: float) -> str:
    """What is seen of a colour that lets its background through."""
    paren = ((int(kleur[plek : plek + 2], 16), int(achter[plek : plek + 2], 16)) for plek in (1, 3, 5))
    return "#" + "".join(f"{round(dekking * voor + (1 - dekking) * na):02x}" for voor, na in paren)


def tekeningen(donker: bool) -> dict[str, dict[str, Any]]:
    """Every kind of chart, by name."""
    reeksen = tuple((naam, naam) for naam in lijnkleuren(donker))
    return {
        **{naam: grafieken.teken(naam, UITKOMST, "", donker).spec for naam in TEKENINGEN},
        **{
            f"kaart {maat}": grafieken.kaart_van(grafieken.kaart_rijen(UITKOMST, maat), maat, donker)
            for maat in grafieken.MATEN
        },
        "staven": grafieken.staven(3, (-50.0, 100.0), "woningen", donker),
        "lijnen": grafieken.lijnen(reeksen, JAREN, (0.0, 100.0), "woningen", donker),
        "vlak": grafieken.vlak(((25.0, 37.0), (4.0, 9.0)), 300.0, donker),
        "reservering": grafieken.reservering(JAREN, 40.0, ((15.0, "wet"), (30.0, "kader")), donker),
        "ruil": grafieken.ruilkaart(9, donker),
        "land": grafieken.landkaart(donker),
        "front": grafieken.front(((0.0, 500.0), (0.0, 500.0)), donker, "huishoudens"),
        "klein": {**grafieken.per_gemeente(JAREN, 100.0, donker), "title": {"text": "Epe"}},
    }


def lagen(spec: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every layer that has a mark."""
    if "mark" in spec:
        yield spec
    for deel in spec.get("layer", ()):
        yield from lagen(deel)


def verf(laag: dict[str, Any], kanalen: tuple[str, ...]) -> set[str]:
    """Give the colours that a mark can have in these channels."""
    merk, codering = laag["mark"], laag.get("encoding", {})
    gevonden = {merk[kanaal] for kanaal in kanalen if kanaal in merk}
    for kanaal in kanalen:
        hoe = codering.get(kanaal, {})
        for keuze in (hoe, hoe.get("condition", {})):
            gevonden |= {*keuze.get("scale", {}).get("range", ()), *([keuze["value"]] if "value" in keuze else [])}
    return gevonden


def achter_letters(spec: dict[str, Any], letter: dict[str, Any], ervoor: dict[str, Any], donker: bool) -> set[str]:
    """Give what letters can stand on: their edge; else the background, or where a chart is a field of colours each colour of it."""
    if is_rand(ervoor) and all(ervoor["encoding"][as_] == letter["encoding"][as_] for as_ in ("text", *plaats(letter))):
        return {ervoor["mark"]["stroke"]}
    velden = [verf(laag, ("color", "fill")) for laag in lagen(spec) if laag["mark"]["type"] in ("rect", "geoshape")]
    return set().union(*velden) if velden else {kleuren.VLAK[donker]}


def is_rand(laag: dict[str, Any]) -> bool:
    """Whether it is an edge that stands around the letters after it, which cover the inside of it."""
    return laag["mark"]["type"] == "text" and "stroke" in laag["mark"]


def plaats(letter: dict[str, Any]) -> set[str]:
    """Give by what letters are put in their place."""
    return {"x", "y", "longitude", "latitude"} & letter["encoding"].keys()


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_letters_in_a_chart_can_be_read(donker):
    """Words at marks, axes, titles and legends; on a field of colours on each of them, or on the edge that they have."""
    for naam, spec in tekeningen(donker).items():
        zonder = spec["config"]["text"]["color"]
        alle = list(lagen(spec))
        for ervoor, laag in zip([alle[0], *alle], alle, strict=False):
            if laag["mark"]["type"] != "text" or is_rand(laag):
                continue
            for kleur in verf(laag, ("color", "fill")) or {zonder}:
                for achter in achter_letters(spec, laag, ervoor, donker):
                    assert contrast(kleur, achter) >= LETTERS, (naam, kleur, achter)
        stijl = spec["config"]
        rondom = {
            stijl["axis"]["labelColor"],
            stijl["axis"]["titleColor"],
            stijl["title"]["color"],
            stijl["legend"]["labelColor"],
        }
        assert min(contrast(kleur, kleuren.VLAK[donker]) for kleur in rondom) >= LETTERS, naam


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_marks_in_a_chart_stand_out_by_themselves_or_by_their_edge(donker):
    """Bars, lines, points and flows against the background; tiles by their edge, a field by its lines."""
    achter = kleuren.VLAK[donker]
    for naam, spec in tekeningen(donker).items():
        for laag in lagen(spec):
            merk = laag["mark"]
            if merk["type"] == "text" or (merk["type"] == "rect" and not verf(laag, ("stroke",))):
                continue
            dekking = merk.get("opacity", 1) * merk.get("fillOpacity", 1)
            randen = [
                gemengd(kleur, achter, merk.get("opacity", 1) * merk.get("strokeOpacity", 1))
                for kleur in verf(laag, ("stroke",))
            ]
            vulling = [gemengd(kleur, achter, dekking) for kleur in verf(laag, ("color", "fill"))]
            ziet = max(min((contrast(kleur, achter) for kleur in deel), default=0.0) for deel in (randen, vulling))
            assert ziet >= VORMEN, (naam, merk["type"], randen, vulling, round(ziet, 2))


@pytest.mark.parametrize("donker", [False, True], ids=["licht", "donker"])
def test_the_capaciteit_stands_out_in_the_opgave_behind_it(donker):
    """A blue bar lies in the grey one."""
    assert contrast(kleuren.CAPACITEIT[donker], kleuren.OPGAVE[donker]) >= VORMEN


def test_a_screen_reader_hears_a_chart_once():
    """The marks, axes, titles and legends are silent; what a chart is about is its description."""
    for naam, spec in tekeningen(donker=False).items():
        merken = [laag["mark"] for laag in lagen(spec)]
        merken += [merk["point"] for merk in merken if "point" in merk]
        assert not [merk for merk in merken if merk.get("aria") is not False], naam
        assert not [deel for deel in ("axis", "title", "legend") if spec["config"][deel].get("aria") is not False], naam

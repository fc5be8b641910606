"""The charts that stand on their own: on the projector, in a file, in a picture."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fairshare import model
from fairshare.grafieken.groeipad import gemeente_rijen, grens, merkjaren, pad_rijen, paden
from fairshare.grafieken.overzicht import balken, balken_grens, balken_rijen, kaart_rijen, kaart_van, toont_begin
from fairshare.grafieken.rijen import domein, opgave_rijen, tekort_rijen, toen_rijen, waterval_rijen
from fairshare.grafieken.staven import staven
from fairshare.grafieken.stromen import stromen, stromen_rijen
from fairshare.grafieken.thema import MEESTE, Rijen
from fairshare.model import Uitkomst
from fairshare.opmaak import deel_van


@dataclass(frozen=True)
class Tekening:
    """A chart with its figures and the words that go with it, and for who sees it the colours by name."""

    spec: dict[str, Any]
    rijen: Rijen
    titel: str
    legenda: tuple[tuple[str, str], ...] = ()
    ruimte: tuple[float, float] | None = None
    """The ends of its axis, where it has one that figures stand on."""

    @property
    def voluit(self) -> str:
        """Its title with what is drawn besides, for where no legend stands beside it."""
        naast = [naam for naam, _ in self.legenda[len(DRIE) :]] if self.legenda[: len(DRIE)] == DRIE else []
        return "; ".join([self.titel, *naast])


DRIE = (("opgave", "gray"), ("capaciteit", "blue"), ("niet geplaatst", "orange"))
"""The colours of the three figures that everything is about, as Streamlit calls them."""


def _legenda(rijen: Rijen, vorm: str, kleur: str) -> tuple[tuple[str, str], ...]:
    """Give the three, and the first scenario where it stands beside this scenario."""
    return (*DRIE, (f"{vorm}: niet geplaatst in het beginscenario", kleur)) if toont_begin(rijen) else DRIE


_LIJN = ("dunne lijn", "orange")
"""How the lines of a path show the first scenario."""

Ruimte = tuple[float, float]
"""The ends of an axis."""


def _samen(ruimte: Ruimte | None, eigen: Ruimte) -> Ruimte:
    """Give an axis on which both fit."""
    return eigen if ruimte is None else (min(ruimte[0], eigen[0]), max(ruimte[1], eigen[1]))


def _balken(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = balken_rijen(uitkomst)
    as_ = _samen(ruimte, (0.0, balken_grens(rijen)))
    titel = f"Opgave (grijs), capaciteit (blauw) en niet geplaatst (oranje) in {uitkomst.eindjaar}"
    return Tekening(
        balken(tuple(rijen["naam"]), as_[1], donker, uitkomst.scenario.eenheid),
        rijen,
        titel,
        _legenda(rijen, "dunne streep", "gray"),
        as_,
    )


def _opgave(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = opgave_rijen(uitkomst)
    as_ = _samen(ruimte, domein(rijen))
    spec = staven(len(rijen["naam"]), as_, "huishoudens per jaar", donker)
    return Tekening(
        spec, rijen, f"De opgave van elke gemeente in {uitkomst.eindjaar}, huishoudens per jaar", ruimte=as_
    )


def _toen(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = toen_rijen(uitkomst)
    as_ = _samen(ruimte, domein(rijen))
    spec = staven(len(rijen["naam"]), as_, "woningen per jaar", donker)
    titel = f"Toewijzingen aan urgenten in 2024 (balk) en de opgave in {uitkomst.eindjaar} (streep)"
    return Tekening(spec, rijen, titel, (("toewijzingen in 2024", "blue"), ("streep: de opgave", "gray")), as_)


def _tekort(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = tekort_rijen(uitkomst)
    as_ = _samen(ruimte, domein(rijen))
    spec = staven(len(rijen["naam"]), as_, "plekken per jaar", donker)
    titel = f"Tekort (links) en overschot (rechts) van elke gemeente in {uitkomst.eindjaar}"
    return Tekening(spec, rijen, titel, (("tekort", "orange"), ("overschot", "blue")), as_)


def _omtrek(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    return _kaart(uitkomst, code, donker, ruimte, "omtrek")


def _kaart(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None, vorm: str = "tegels") -> Tekening:
    rijen = kaart_rijen(uitkomst, "benodigd_percentage", vorm)
    return Tekening(
        kaart_van(rijen, "benodigd_percentage", donker), rijen, f"Benodigd percentage in {uitkomst.eindjaar}"
    )


def _jaren(uitkomst: Uitkomst) -> tuple[int, int]:
    return uitkomst.jaren[0], uitkomst.jaren[-1]


def _pad(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = pad_rijen(uitkomst)
    as_ = _samen(ruimte, (0.0, grens(rijen, 1.15)))
    spec = paden(_jaren(uitkomst), as_[1], merkjaren(uitkomst), donker)
    return Tekening(spec, rijen, f"De regio per jaar, {uitkomst.scenario.eenheid}", _legenda(rijen, *_LIJN), as_)


def _stromen(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = stromen_rijen(model.solidariteit(uitkomst, uitkomst.eindjaar))
    titel = f"Voor wie is er plek, en bij wie, in {uitkomst.eindjaar}"
    return Tekening(stromen(min(len(uitkomst.bron.namen), MEESTE), donker), rijen, titel)


def _waterval(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    rijen = waterval_rijen(model.waterval(uitkomst))
    as_ = _samen(ruimte, domein(rijen))
    spec = staven(len(rijen["naam"]), as_, uitkomst.scenario.eenheid, donker)
    return Tekening(spec, rijen, "Van het gat in 2024 naar dit scenario", ruimte=as_)


def _gemeente(uitkomst: Uitkomst, code: str, donker: bool, ruimte: Ruimte | None) -> Tekening:
    plek = uitkomst.bron.codes.index(code or uitkomst.bron.codes[0])
    rijen = gemeente_rijen(uitkomst, plek)
    as_ = _samen(ruimte, (0.0, grens(rijen, 1.15)))
    spec = paden(_jaren(uitkomst), as_[1], merkjaren(uitkomst), donker)
    titel = f"{uitkomst.bron.namen[plek]}: opgave (gestreept), capaciteit (blauw) en niet geplaatst (oranje) per jaar"
    return Tekening(spec, rijen, titel, _legenda(rijen, *_LIJN), as_)


_MAKERS: Mapping[str, Callable[[Uitkomst, str, bool, Ruimte | None], Tekening]] = {
    "balken": _balken,
    "opgave": _opgave,
    "toen": _toen,
    "tekort": _tekort,
    "kaart": _kaart,
    "omtrek": _omtrek,
    "pad": _pad,
    "stromen": _stromen,
    "waterval": _waterval,
    "gemeente": _gemeente,
}


_ZELFDE_AS = {"balken": "opgave", "toen": "opgave"}
"""Charts that show the same figures, and so stand on one axis in a story."""


def teken(
    naam: str, uitkomst: Uitkomst, code: str = "", donker: bool = False, ruimte: Ruimte | None = None
) -> Tekening:
    """Draw one of the TEKENINGEN of the weergave; ``code`` is the gemeente where the chart is about one.

    ``ruimte`` is what its axis must show besides: see :func:`schalen`.
    """
    tekening, alle = _MAKERS[naam](uitkomst, code, donker, ruimte), uitkomst.bron.namen
    getoond = len({*tekening.rijen["naam"]} & {*alle}) if "naam" in tekening.rijen else 0
    deel = deel_van(getoond, len(alle)) if getoond > 1 else ""
    return replace(tekening, titel=f"{tekening.titel}{deel}")


def schalen(delen: Iterable[tuple[str, Uitkomst, str]]) -> dict[str, Ruimte]:
    """Give one axis for each chart of a story, so that the same figure is as long in every step.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> uitkomst = model.bereken(lees_regio("stedendriehoek"), Scenario())
    >>> schalen([("opgave", uitkomst, ""), ("balken", uitkomst, "")])
    {'opgave': (0.0, 750.0), 'balken': (0.0, 750.0)}
    """
    verhaal = tuple(delen)
    samen: dict[str, Ruimte] = {}
    for naam, uitkomst, code in verhaal:
        eigen = teken(naam, uitkomst, code).ruimte
        if eigen is not None:
            as_ = _ZELFDE_AS.get(naam, naam)
            samen[as_] = _samen(samen.get(as_), eigen)
    return {naam: samen[as_] for naam, *_ in verhaal if (as_ := _ZELFDE_AS.get(naam, naam)) in samen}

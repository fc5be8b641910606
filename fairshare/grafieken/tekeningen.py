"""The charts that stand on their own: on the projector, in a file, in a picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from fairshare import model
from fairshare.grafieken.groeipad import gemeente_rijen, grens, merkjaren, pad_rijen, paden
from fairshare.grafieken.overzicht import balken, balken_grens, balken_rijen, kaart_rijen, kaart_van
from fairshare.grafieken.rijen import domein, opgave_rijen, tekort_rijen, toen_rijen, waterval_rijen
from fairshare.grafieken.staven import staven
from fairshare.grafieken.stromen import stromen, stromen_rijen
from fairshare.grafieken.thema import MEESTE, Rijen
from fairshare.model import Uitkomst


@dataclass(frozen=True)
class Tekening:
    """A chart with its figures and the words that go with it, and for who sees it the colours by name."""

    spec: dict[str, Any]
    rijen: Rijen
    titel: str
    legenda: tuple[tuple[str, str], ...] = ()


DRIE = (("opgave", "gray"), ("capaciteit", "blue"), ("niet geplaatst", "orange"))
"""The colours of the three figures that everything is about, as Streamlit calls them."""


def _legenda(rijen: Rijen) -> tuple[tuple[str, str], ...]:
    """Give the three, and the first scenario where it stands beside this scenario."""
    return (
        (*DRIE, ("dunne streep: het beginscenario", "gray"))
        if any(waarde == waarde for waarde in rijen["kader"])
        else DRIE
    )


def _balken(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = balken_rijen(uitkomst)
    titel = f"Opgave (grijs), capaciteit (blauw) en niet geplaatst (oranje) in {uitkomst.eindjaar}"
    return Tekening(balken(tuple(rijen["naam"]), balken_grens(rijen), donker), rijen, titel, _legenda(rijen))


def _opgave(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = opgave_rijen(uitkomst)
    spec = staven(len(rijen["naam"]), domein(rijen), "huishoudens per jaar", donker)
    return Tekening(spec, rijen, f"De opgave van elke gemeente in {uitkomst.eindjaar}, huishoudens per jaar")


def _toen(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = toen_rijen(uitkomst)
    spec = staven(len(rijen["naam"]), domein(rijen), "woningen per jaar", donker)
    titel = f"Toewijzingen aan urgenten in 2024 (balk) en de opgave in {uitkomst.eindjaar} (streep)"
    return Tekening(spec, rijen, titel, (("toewijzingen in 2024", "blue"), ("streep: de opgave", "gray")))


def _tekort(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = tekort_rijen(uitkomst)
    spec = staven(len(rijen["naam"]), domein(rijen), "plekken per jaar", donker)
    titel = f"Tekort (links) en overschot (rechts) van elke gemeente in {uitkomst.eindjaar}"
    return Tekening(spec, rijen, titel, (("tekort", "orange"), ("overschot", "blue")))


def _kaart(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = kaart_rijen(uitkomst, "benodigd_percentage")
    return Tekening(
        kaart_van(rijen, "benodigd_percentage", donker), rijen, f"Benodigd percentage in {uitkomst.eindjaar}"
    )


def _jaren(uitkomst: Uitkomst) -> tuple[int, int]:
    return uitkomst.jaren[0], uitkomst.jaren[-1]


def _pad(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = pad_rijen(uitkomst)
    spec = paden(_jaren(uitkomst), grens(rijen, 1.15), merkjaren(uitkomst), donker)
    return Tekening(spec, rijen, "De regio per jaar, huishoudens per jaar", _legenda(rijen))


def _stromen(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = stromen_rijen(model.solidariteit(uitkomst, uitkomst.eindjaar))
    titel = f"Voor wie is er plek, en bij wie, in {uitkomst.eindjaar}"
    return Tekening(stromen(min(len(uitkomst.bron.namen), MEESTE), donker), rijen, titel)


def _waterval(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    rijen = waterval_rijen(model.waterval(uitkomst))
    spec = staven(len(rijen["naam"]), domein(rijen), "huishoudens per jaar", donker)
    return Tekening(spec, rijen, "Van het gat in 2024 naar dit scenario")


def _gemeente(uitkomst: Uitkomst, code: str, donker: bool) -> Tekening:
    plek = uitkomst.bron.codes.index(code or uitkomst.bron.codes[0])
    rijen = gemeente_rijen(uitkomst, plek)
    spec = paden(_jaren(uitkomst), grens(rijen, 1.15), merkjaren(uitkomst), donker)
    titel = f"{uitkomst.bron.namen[plek]}: opgave (gestreept), capaciteit (blauw) en niet geplaatst (oranje) per jaar"
    return Tekening(spec, rijen, titel, _legenda(rijen))


_MAKERS: Mapping[str, Callable[[Uitkomst, str, bool], Tekening]] = {
    "balken": _balken,
    "opgave": _opgave,
    "toen": _toen,
    "tekort": _tekort,
    "kaart": _kaart,
    "pad": _pad,
    "stromen": _stromen,
    "waterval": _waterval,
    "gemeente": _gemeente,
}


def teken(naam: str, uitkomst: Uitkomst, code: str = "", donker: bool = False) -> Tekening:
    """Draw one of the TEKENINGEN of the weergave; ``code`` is the gemeente where the chart is about one."""
    return _MAKERS[naam](uitkomst, code, donker)

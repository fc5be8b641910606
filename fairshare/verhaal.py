"""What a step of a story says: one figure and one sentence, computed from the scenario that is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fairshare import model
from fairshare.model import Uitkomst
from fairshare.opmaak import getal, haalbaar, procent


@dataclass(frozen=True)
class Boodschap:
    """One message for a screen: a large figure, what it counts, and a sentence to read aloud."""

    cijfer: str
    woord: str
    zin: str


def vertel(soort: str, uitkomst: Uitkomst, code: str) -> Boodschap:
    """Say what a step is about.

    Parameters
    ----------
    soort
        One of SOORTEN.
    uitkomst
        The outcome of the scenario that is shown.
    code
        The gemeente of the last step.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> vertel("deel", bereken(lees_regio("stedendriehoek")), "GM0262").zin
    'Bij 30,0% reservering vinden in 2035 nog 215 van de 1.170 urgente huishoudens per jaar geen woning.'
    """
    return SOORTEN[soort](uitkomst, code)


def _opgave(uitkomst: Uitkomst, code: str) -> Boodschap:
    opgave = getal(float(uitkomst.regio.opgave[-1, 0]))
    zin = f"Elk jaar hebben {opgave} urgente huishoudens in {uitkomst.bron.register.naam} een woning nodig."
    return Boodschap(opgave, "huishoudens per jaar", zin)


def _toen(uitkomst: Uitkomst, code: str) -> Boodschap:
    toewijzingen = float(uitkomst.bron.kolom("toewijzingen_2024").sum())
    deel = 100 * toewijzingen / float(uitkomst.bron.kolom("mutaties_liberalisatiegrens").sum())
    gat = model.waterval(uitkomst).begin
    zin = (
        f"In 2024 gingen {getal(toewijzingen)} woningen naar urgenten, {procent(deel, 1)} van wat vrijkwam; "
        f"voor {getal(gat)} huishoudens was er geen."
    )
    return Boodschap(getal(toewijzingen), "toewijzingen in 2024", zin)


def _deel(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    zin = (
        f"Bij {procent(uitkomst.scenario.reservering, 1)} reservering vinden in {kern.jaar} nog {getal(kern.niet_geplaatst)} "
        f"van de {getal(kern.vraag)} urgente huishoudens per jaar geen woning."
    )
    return Boodschap(getal(kern.niet_geplaatst), f"niet geplaatst in {kern.jaar}", zin)


def _ongelijk(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    over = float(uitkomst.regio.overschot[-1, 0])
    zin = (
        f"Bij {procent(uitkomst.scenario.reservering, 1)} komen gemeenten samen {getal(kern.zonder_verevening)} plekken tekort, "
        f"terwijl andere er {getal(over)} overhouden: een overschot helpt pas met een afspraak."
    )
    return Boodschap(getal(kern.zonder_verevening), "tekort als ieder het alleen doet", zin)


def _pad(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    gemist = getal(kern.gemiste_plaatsingen)
    zin = f"Op weg naar {kern.jaar} missen we samen {gemist} plaatsingen: zo heeft uitstel een prijs."
    return Boodschap(gemist, f"gemiste plaatsingen {uitkomst.jaren[0]}-{kern.jaar}", zin)


def _nodig(uitkomst: Uitkomst, code: str) -> Boodschap:
    if uitkomst.onvolledig:
        return Boodschap(getal(None), "nodig", "Wat er nodig is, valt niet te zeggen: er ontbreken gegevens.")
    punten = model.omslag(uitkomst)
    nodig = haalbaar(punten.reservering, lambda waarde: procent(waarde, 1))
    zin = (
        f"De regio als geheel heeft {nodig} van de vrijkomende woningen nodig, of {haalbaar(punten.extra_plekken, getal)} extra plekken "
        f"per jaar; elke gemeente alleen pas bij {haalbaar(punten.reservering_zonder_verevening, lambda waarde: procent(waarde, 1))}."
    )
    return Boodschap(nodig, "reservering die het gat dicht", zin)


def _gemeente(uitkomst: Uitkomst, code: str) -> Boodschap:
    cijfers = model.profiel(uitkomst, code)
    woord = f"niet geplaatst in {cijfers.naam}, {cijfers.jaar}"
    return Boodschap(getal(cijfers.niet_geplaatst), woord, " ".join(model.zinnen(cijfers)[:3]))


SOORTEN: Mapping[str, Callable[[Uitkomst, str], Boodschap]] = {
    "opgave": _opgave,
    "toen": _toen,
    "deel": _deel,
    "ongelijk": _ongelijk,
    "pad": _pad,
    "nodig": _nodig,
    "gemeente": _gemeente,
}
"""What a step can be about."""

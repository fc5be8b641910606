"""Toetsing: a scenario held against the questions of the region's own agreement, with yes or no and by how much.

The questions stand in the register of the region, with their source; one without a number in its source has no yes or no. A
region without an agreement gets the questions that need none.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairshare import koppen
from fairshare.gegevens import Register, Toetsvraag
from fairshare.model import Kerncijfers, Uitkomst
from fairshare.model.invoer import periode
from fairshare.model.waarschuwingen import onder_2024
from fairshare.opmaak import (
    NIETS,
    ONBEKEND,
    aantal,
    afgerond,
    getal,
    opsomming,
    opsomming_kort,
    plekken,
    procent,
)
from fairshare.weergave import PARAMETERS

GEEN_AFSPRAAK = "Geen afspraak bekend: dit zijn de vragen die er geen nodig hebben."
MEESTE = 2
"""So many gemeenten are named."""

ALGEMEEN: Mapping[str, Toetsvraag] = {
    "gat_regio": Toetsvraag(vraag="Is er in het eindjaar genoeg voor de regio als geheel?", norm=0),
    "gat_gemeenten": Toetsvraag(vraag="Is er in het eindjaar genoeg in elke gemeente zelf?", norm=0),
    "niet_onder_2024": Toetsvraag(
        vraag="Heeft in het eindjaar geen gemeente minder plekken dan haar toewijzingen van 2024?", norm=0
    ),
    "dekking": Toetsvraag(vraag="Hoeveel van haar eigen aandeel doet elke gemeente minstens zelf?"),
    "regulier": Toetsvraag(vraag="Hoeveel van wat vrijkomt blijft over voor regulier woningzoekenden?"),
    "wachtenden": Toetsvraag(vraag="Hoeveel huishoudens wachten er aan het eind nog?"),
}
"""What can be asked of any scenario, without an agreement."""


@dataclass(frozen=True)
class Oordeel:
    """A question with its answer."""

    vraag: str
    antwoord: str
    """``ja``, ``nee`` or ``onbekend``; empty where no source has a number to judge by."""
    hoeveel: str
    bron: str

    @property
    def zin(self) -> str:
        """The answer in words."""
        if not self.antwoord or self.hoeveel == ONBEKEND:
            return self.hoeveel
        return f"{self.antwoord}: {self.hoeveel}"


Bevinding = tuple[bool | None, str]
"""Whether the norm is met (None: unknown), and by how much."""


def toets(uitkomst: Uitkomst, kern: Kerncijfers, normen: Mapping[str, float] | None = None) -> tuple[Oordeel, ...]:
    """Answer the questions of the region of an outcome; a norm that someone filled in goes before that of the source.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken, kerncijfers
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> [een.zin for een in toets(uitkomst, kerncijfers(uitkomst))][:2]
    ['nee: 215 huishoudens per jaar zonder woning, ook als elk overschot elders meetelt', 'nee: 8 van de 9 gemeenten komen samen 225 plekken tekort, de meeste in Apeldoorn (67) en Lochem (42)']
    """
    gevraagd = vragen(uitkomst.bron.register).items()
    return tuple(
        _oordeel(naam, _met_norm(naam, vraag, (normen or {}).get(naam)), uitkomst, kern) for naam, vraag in gevraagd
    )


def _met_norm(naam: str, vraag: Toetsvraag, norm: float | None) -> Toetsvraag:
    """Give a question the norm that someone filled in, and say so where its source stands."""
    if norm is None:
        return vraag
    zelf = f"Zelf ingevulde norm: {PARAMETERS[f'norm_{naam}'].toon(norm)}"
    zonder_getal = vraag if vraag.norm is None else ALGEMEEN[naam]
    return Toetsvraag(vraag=zonder_getal.vraag, norm=norm, bron="; ".join(filter(None, (zelf, vraag.bron))))


def vragen(register: Register) -> Mapping[str, Toetsvraag]:
    """Give the questions of a region: those of its register, else those that need no agreement."""
    return register.toetsing or ALGEMEEN


def normen(register: Register, eigen: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Give the questions that have a number to judge by, each with that number; what someone filled in goes before the source.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> normen(lees_regio("stedendriehoek").register, {"dekking": 90})
    (('gat_regio', 0.0), ('gat_gemeenten', 0.0), ('niet_onder_2024', 0.0), ('dekking', 90.0), ('regulier', 70.0))
    """
    met = {naam: _met_norm(naam, vraag, eigen.get(naam)).norm for naam, vraag in vragen(register).items()}
    return tuple((naam, float(norm)) for naam, norm in met.items() if norm is not None)


def aanhef(register: Register) -> str:
    """Say where the questions come from."""
    return f"De vragen van {register.afspraak or 'deze regio'}." if register.toetsing else GEEN_AFSPRAAK


def kop(oordelen: tuple[Oordeel, ...]) -> str:
    """Say in one line how many answers are yes.

    Examples
    --------
    >>> kop((Oordeel("", "ja", "", ""), Oordeel("", "nee", "", ""), Oordeel("", "", "", "")))
    'Toetsing: 1 keer ja, 1 keer nee; 1 vraag heeft geen norm'
    """
    keer = {woord: sum(een.antwoord == woord for een in oordelen) for woord in ("ja", "nee", ONBEKEND, "")}
    delen = [f"{keer[woord]} keer {woord}" for woord in ("ja", "nee", ONBEKEND) if keer[woord]]
    open_ = f"{keer['']} {'vragen hebben' if keer[''] > 1 else 'vraag heeft'} geen norm" if keer[""] else ""
    return "Toetsing: " + "; ".join(filter(None, (", ".join(delen), open_)))


def _oordeel(naam: str, vraag: Toetsvraag, uitkomst: Uitkomst, kern: Kerncijfers) -> Oordeel:
    gehaald, hoeveel = MATEN[naam](uitkomst, kern, vraag.norm)
    woord = {True: "ja", False: "nee", None: ONBEKEND}[gehaald] if vraag.norm is not None else ""
    return Oordeel(vraag.vraag, woord, hoeveel, vraag.bron)


def _hoogstens(waarde: float, norm: float | None, zeker: bool = True) -> bool | None:
    """Whether a figure is at most a norm; a figure that is too high only because something is unknown does not say."""
    if not np.isfinite(waarde):
        return None
    if waarde <= (norm or 0.0) + NIETS:
        return True
    return False if zeker else None


def _gat_regio(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    over = kern.met_verevening
    wat = (
        "huishoudens die eind van het jaar wachten" if uitkomst.scenario.wacht else "huishoudens per jaar zonder woning"
    )
    if not np.isfinite(over):
        return None, ONBEKEND
    hoogstens = koppen.hoogstens(uitkomst) if over > NIETS else ""
    ook = "ook " if over > NIETS and not hoogstens else ""
    zin = f"{hoogstens}{aantal(over)} {wat}, {ook}als elk overschot elders meetelt"
    return _hoogstens(over, norm, not uitkomst.onvolledig), f"{zin}{_zonder(uitkomst)}"


def _zonder(uitkomst: Uitkomst) -> str:
    return f"; {opsomming_kort(uitkomst.onvolledig)} onbekend en als 0 geteld" if uitkomst.onvolledig else ""


def _onbekend(uitkomst: Uitkomst, wie: NDArray[np.bool_]) -> str:
    """Name of whom it is unknown."""
    return f"{opsomming_kort([naam for naam, een in zip(uitkomst.bron.namen, wie, strict=True) if een])} onbekend"


def _gat_gemeenten(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    alleen, bekend = kern.alleen, np.isfinite(kern.alleen)
    tekort = bekend & (alleen > NIETS)
    if not bekend.any():
        return None, ONBEKEND
    if not tekort.any():
        wie = "geen gemeente" if bekend.all() else "geen gemeente waarvan het bekend is"
        return (True if bekend.all() else None), f"{wie} komt plekken tekort"
    samen = plekken(float(alleen[tekort].sum()))
    onbekend = "" if bekend.all() else f"; {_onbekend(uitkomst, ~bekend)}"
    wat = "tekort, wie al wacht meegeteld" if uitkomst.scenario.wacht else "tekort"
    if tekort.sum() == 1:
        return False, f"alleen {uitkomst.bron.namen[int(np.argmax(tekort))]} komt {samen} {wat}{onbekend}"
    hoogste = np.argsort(-np.where(tekort, alleen, 0), kind="stable")[:MEESTE]
    wie = opsomming([f"{uitkomst.bron.namen[i]} ({aantal(float(alleen[i]))})" for i in hoogste])
    komen = f"{tekort.sum()} van de {len(alleen)} gemeenten komen samen {samen} {wat}"
    return False, f"{komen}, de meeste in {wie}{onbekend}"


def _niet_onder_2024(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    if uitkomst.scenario.segment != "liberalisatiegrens":
        return None, "hoeveel toewijzingen van 2024 goedkope woningen waren, is onbekend"
    toen, straks = uitkomst.bron.kolom("toewijzingen_2024"), uitkomst.per_gemeente("ruimte")
    minder = onder_2024(uitkomst)
    if minder:
        rest = [f"nog {len(minder) - MEESTE}"] if len(minder) > MEESTE else []
        return False, f"minder plekken in {opsomming([*minder[:MEESTE], *rest])}"
    if not np.isfinite(toen).all():
        return None, "de toewijzingen van 2024 zijn niet van elke gemeente bekend"
    if not np.isfinite(straks).all():
        return None, f"wat er vrijkomt is van {_onbekend(uitkomst, np.isnan(straks))}"
    return True, "elke gemeente heeft er minstens zoveel"


def _dekking(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    delen = uitkomst.per_gemeente("dekking")
    if not np.isfinite(delen).any():
        return None, ONBEKEND
    laagste = int(np.nanargmin(delen))
    zin = f"{uitkomst.bron.namen[laagste]} het minst: {_deel(float(delen[laagste]))}"
    if delen[laagste] >= 100 - NIETS:
        zin = "elke gemeente" + (" waarvan het bekend is" if np.isnan(delen).any() else "") + " 100%"
    if not np.isfinite(delen).all():
        zin += f"; {_onbekend(uitkomst, np.isnan(delen))}"
    gehaald = bool(delen[laagste] >= (norm or 0) - NIETS)
    return (gehaald if np.isfinite(delen).all() or not gehaald else None), zin


def _deel(waarde: float) -> str:
    """Write a part; what is less than the whole is not rounded to it."""
    return "net geen 100%" if procent(waarde) == "100%" and waarde < 100 - NIETS else procent(waarde)


def _regulier(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    vrij = uitkomst.regionaal("vrij")
    if not np.isfinite(kern.regulier) or not vrij > NIETS:
        return None, "er komt geen woning vrij" if vrij == 0 and not uitkomst.onvolledig else ONBEKEND
    deel = 100 * kern.regulier / vrij
    van = " van de bekende woningen" if uitkomst.onvolledig else ""
    zin = f"{procent(deel, 1)}{van}, {getal(kern.regulier)} woningen in {kern.jaar}"
    if norm is None:
        return None, zin
    scheelt = afgerond(deel - norm, 1)
    verschil = f"; {getal(abs(deel - norm), 1)} procentpunt {'meer' if scheelt > 0 else 'minder'}" if scheelt else ""
    return (None if uitkomst.onvolledig else bool(deel >= norm - NIETS)), f"{zin}{verschil}"


def _tussenstand(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    jaar = int(uitkomst.bron.cijfer("evaluatie") or kern.jaar)
    if jaar not in uitkomst.jaren:
        return None, f"{jaar} ligt buiten de jaren die zijn berekend"
    over = uitkomst.regionaal("niet_geplaatst", jaar)
    if not np.isfinite(over):
        return None, ONBEKEND
    wat = (
        f"{aantal(over)} huishoudens wachten eind {jaar}"
        if uitkomst.scenario.wacht
        else f"{aantal(over)} niet geplaatst in {jaar}"
    )
    eerste, laatste = uitkomst.jaren[0], kern.jaar
    weg = f"; {aantal(uitkomst.regionaal('niet_geplaatst', eerste))} in {eerste}, {aantal(kern.niet_geplaatst)} in {laatste}"
    return _hoogstens(over, norm, not uitkomst.onvolledig), f"{wat}{weg}{_zonder(uitkomst)}"


def _wachtenden(uitkomst: Uitkomst, kern: Kerncijfers, norm: float | None) -> Bevinding:
    begin, eind = periode(uitkomst.bron)
    if not uitkomst.scenario.wacht:
        gemist = kern.gemiste_plaatsingen
        if not np.isfinite(gemist):
            return None, ONBEKEND
        woord = "gemiste" if afgerond(gemist) >= 0 else "ingehaalde"
        return None, f"dit scenario telt niet wie wacht; {begin}-{eind}: {getal(abs(gemist))} {woord} plaatsingen"
    over = uitkomst.regionaal("wachtend", eind)
    nu = "" if uitkomst.scenario.wachtend else "; wie nu al wacht, is onbekend en telt als 0"
    return (None if nu else _hoogstens(over, norm)), f"{aantal(over)} huishoudens eind {eind}{nu}"


MATEN: Mapping[str, Callable[[Uitkomst, Kerncijfers, float | None], Bevinding]] = {
    "gat_regio": _gat_regio,
    "gat_gemeenten": _gat_gemeenten,
    "niet_onder_2024": _niet_onder_2024,
    "dekking": _dekking,
    "regulier": _regulier,
    "tussenstand": _tussenstand,
    "wachtenden": _wachtenden,
}
"""What answers a question, by the name under which it stands in a register."""

"""A story: steps that each are a scenario, one message and a chart; every figure computed from the scenario shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from math import nan
from urllib.parse import parse_qsl, urlencode

from fairshare import link, model
from fairshare.gegevens import Regio, Verhaal, Verhaalstap, lees_verhaal
from fairshare.model import Uitkomst
from fairshare.model.invoer import periode
from fairshare.opmaak import afgerond, benodigd, gemist_of_ingehaald, getal, haalbaar, procent
from fairshare.parameters import Getal
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import Weergave


@dataclass(frozen=True)
class Boodschap:
    """One message for a screen: a large figure, what it counts, a sentence to read aloud, and what to ask first."""

    waarde: float
    cijfer: str
    woord: str
    zin: str
    vraag: str


@dataclass(frozen=True)
class Scene:
    """A step as it is shown: the outcome of its scenario, its message, and the gemeente that it is about."""

    stap: Verhaalstap
    uitkomst: Uitkomst
    gemeente: str
    boodschap: Boodschap


def vertel(soort: str, uitkomst: Uitkomst, code: str) -> Boodschap:
    """Say what a step is about.

    Parameters
    ----------
    soort
        One of the BOODSCHAPPEN of the weergave.
    uitkomst
        The outcome of the scenario that is shown.
    code
        The gemeente that someone looks at.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> vertel("deel", bereken(lees_regio("stedendriehoek")), "GM0262").zin
    'Bij 30,0% reservering vinden in 2035 nog 215 van de 1.170 urgente huishoudens per jaar geen woning.'
    """
    boodschap = _VERTELLERS[soort](uitkomst, code)
    if boodschap.cijfer != getal(None):
        return boodschap
    zin = f"Dat is onbekend: voor {uitkomst.bron.register.naam} ontbreken gegevens. Onbekend is geen nul."
    return replace(boodschap, zin=zin)


def stappen(weergave: Weergave) -> tuple[Verhaalstap, ...]:
    """Give the steps of the own story in the link, else of the story that ships with the Verkenner.

    Examples
    --------
    >>> [stap.titel for stap in stappen(Weergave())][:2]
    ['De opgave', 'Wat er in 2024 gebeurde']
    """
    return tuple(map(_stap, weergave.verhaal)) or lees_verhaal()


def _stap(tekst: str) -> Verhaalstap:
    kop, _, scenario = tekst.partition("&v=")
    delen = dict(parse_qsl(kop))
    return Verhaalstap(
        titel=delen["titel"],
        link=f"v={scenario}",
        soort=delen["soort"],
        tekening=delen["tekening"],
        vraag="vraag" in delen,
    )


def schrijf_stap(stap: Verhaalstap) -> str:
    """Write a step as it stands in a link.

    Examples
    --------
    >>> schrijf_stap(Verhaalstap(titel="Ons bod", link="v=2&reservering=35", soort="deel", tekening="pad"))
    'soort=deel&tekening=pad&titel=Ons+bod&v=2&reservering=35'
    """
    delen = {"soort": stap.soort, "tekening": stap.tekening} | ({"vraag": "ja"} if stap.vraag else {})
    return f"{urlencode(delen | {'titel': stap.titel})}&{stap.link}"


def bestand(weergave: Weergave) -> bytes:
    """Write the story as a small file, which :func:`fairshare.gegevens.verhaal_uit` reads.

    Examples
    --------
    >>> from fairshare.gegevens import verhaal_uit
    >>> verhaal_uit(bestand(Weergave())) == stappen(Weergave())
    True
    """
    return Verhaal(stap=stappen(weergave)).model_dump_json(indent=2).encode()


def naar_stap(stap: Verhaalstap, scenario: Scenario, weergave: Weergave, regios: Mapping[str, Regio]) -> link.Gelezen:
    """Give the scenario and the weergave of a step, for someone who looks at another.

    The story that ships is told of the region that is shown; an own story names its region.
    """
    gelezen = link.lees(stap.link, regios)
    eigen = dict(gelezen.scenario) if weergave.verhaal else dict(gelezen.scenario) | {"regio": scenario.regio}
    gemeente = gelezen.weergave.gemeente or (weergave.gemeente if eigen["regio"] == scenario.regio else "")
    gezien = dict(weergave) | {"gemeente": gemeente, "jaar": gelezen.weergave.jaar, "gaf": ""}
    terugval = dict(scenario) | dict(weergave.met(gaf=""))
    return link.passend(eigen | gezien, regios, terugval)


def scenes(scenario: Scenario, weergave: Weergave, regios: Mapping[str, Regio]) -> tuple[Scene, ...]:
    """Compute the whole story, as it is told in the region of a scenario.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> [scene.boodschap.cijfer for scene in scenes(Scenario(), Weergave(), lees_regios())][:3]
    ['1.170', '795', '215']
    """
    verteld = []
    for stap in stappen(weergave):
        gelezen = naar_stap(stap, scenario, weergave, regios)
        uitkomst = model.bereken(regios[gelezen.scenario.regio], gelezen.scenario)
        gemeente = gelezen.weergave.gemeente or uitkomst.bron.codes[0]
        verteld.append(Scene(stap, uitkomst, gemeente, vertel(stap.soort, uitkomst, gemeente)))
    return tuple(verteld)


def naast_de_gok(boodschap: Boodschap, gok: float) -> str:
    """Say how far the guess of the room was from the figure.

    Examples
    --------
    >>> naast_de_gok(Boodschap(214.5, "215", "niet geplaatst", "", ""), 150)
    'De zaal dacht 150: het cijfer is 65 hoger.'
    """
    if boodschap.waarde != boodschap.waarde:
        return f"De zaal dacht {getal(gok)}; het cijfer is onbekend."
    anders = afgerond(boodschap.waarde) - afgerond(gok)
    hoe = "precies dat" if not anders else f"{getal(float(abs(anders)))} {'hoger' if anders > 0 else 'lager'}"
    return f"De zaal dacht {getal(gok)}: het cijfer is {hoe}."


def tussen(van: Scenario, naar: Scenario, beelden: int) -> tuple[Scenario, ...]:
    """Give the scenarios on the way from one to another, the last included: the numbers move, what is chosen changes last.

    Examples
    --------
    >>> [s.reservering for s in tussen(Scenario(), Scenario(reservering=32), 4)]
    [30.5, 31.0, 31.5, 32.0]
    """
    if van.regio != naar.regio or (van.start, van.eind) != (naar.start, naar.eind):
        return (naar,)
    glijdt = {
        naam: (was, wordt, knop)
        for naam, was in dict(van).items()
        if isinstance(knop := parameter(naam), Getal)
        and (wordt := getattr(naar, naam)) != was
        and None not in (was, wordt)
    }
    onderweg = [
        van.met(**{naam: _deel(was, wordt, nummer / beelden, knop) for naam, (was, wordt, knop) in glijdt.items()})
        for nummer in range(1, beelden)
    ]
    return (*(onderweg if glijdt else ()), naar)


def _deel(was: float, wordt: float, deel: float, knop: Getal) -> float:
    """Give the step of a control that is nearest to a part of the way."""
    stap = round((was + deel * (wordt - was) - knop.laag) / knop.stap)
    return round(knop.laag + stap * knop.stap, knop.decimalen)


def _opgave(uitkomst: Uitkomst, code: str) -> Boodschap:
    waarde = uitkomst.regionaal("opgave")
    zin = f"Elk jaar hebben {getal(waarde)} urgente huishoudens in {uitkomst.bron.register.naam} een woning nodig."
    return Boodschap(
        waarde, getal(waarde), "huishoudens per jaar", zin, "Hoeveel urgente huishoudens zoeken elk jaar een woning?"
    )


def _toen(uitkomst: Uitkomst, code: str) -> Boodschap:
    toewijzingen = float(uitkomst.bron.kolom("toewijzingen_2024").sum())
    mutaties = float(uitkomst.bron.kolom("mutaties_liberalisatiegrens").sum())
    deel = 100 * toewijzingen / mutaties if mutaties else float("nan")
    gat = model.waterval(uitkomst).begin
    zin = (
        f"In 2024 gingen {getal(toewijzingen)} woningen naar urgenten, {procent(deel, 1)} van wat vrijkwam; "
        f"voor {getal(gat)} huishoudens was er geen."
    )
    vraag = "Hoeveel woningen gingen er in 2024 naar urgenten?"
    return Boodschap(toewijzingen, getal(toewijzingen), "toewijzingen in 2024", zin, vraag)


def _deel_niet_geplaatst(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    bij = procent(uitkomst.scenario.reservering, 1)
    zin = (
        f"Bij {bij} reservering vinden in {kern.jaar} nog {getal(kern.niet_geplaatst)} "
        f"van de {getal(kern.vraag)} urgente huishoudens{'' if uitkomst.scenario.wacht else ' per jaar'} geen woning."
    )
    vraag = f"Hoeveel urgente huishoudens vinden bij {bij} reservering in {kern.jaar} nog geen woning?"
    return Boodschap(kern.niet_geplaatst, getal(kern.niet_geplaatst), f"niet geplaatst in {kern.jaar}", zin, vraag)


def _ongelijk(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    bij = procent(uitkomst.scenario.reservering, 1)
    over = uitkomst.regionaal("overschot")
    zin = (
        f"Bij {bij} komen gemeenten samen {getal(kern.zonder_verevening)} plekken tekort, "
        f"terwijl andere er {getal(over)} overhouden: een overschot helpt pas met een afspraak."
    )
    vraag = f"Hoeveel plekken komen gemeenten bij {bij} samen nog tekort, als ieder het alleen doet?"
    return Boodschap(
        kern.zonder_verevening, getal(kern.zonder_verevening), "tekort als ieder het alleen doet", zin, vraag
    )


def _pad(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    gemist, (begin, eind) = getal(kern.gemiste_plaatsingen), periode(uitkomst.bron)
    zin = (
        f"Van {begin} tot en met {eind} {gemist_of_ingehaald(kern.gemiste_plaatsingen)}; "
        "dezelfde huishoudens kunnen vaker meetellen."
    )
    vraag = f"Hoeveel plaatsingen missen we samen van {begin} tot en met {eind}?"
    jaren = f"{begin}-{eind}"
    return Boodschap(kern.gemiste_plaatsingen, gemist, f"gemiste plaatsingen {jaren}", zin, vraag)


def _nodig(uitkomst: Uitkomst, code: str) -> Boodschap:
    vraag = "Welk deel van de vrijkomende woningen is nodig om het gat te dichten, in procenten?"
    woord = "reservering die het gat dicht"
    if not uitkomst.volledig:
        return Boodschap(nan, getal(None), woord, "", vraag)
    punten = model.omslag(uitkomst)
    alleen, extra = punten.reservering_zonder_verevening, haalbaar(punten.extra_plekken, getal)
    samen = (
        f"Ook met elke vrijkomende woning is er niet genoeg plek: er zijn {extra} extra plekken per jaar nodig."
        if punten.reservering is None
        else f"Met {haalbaar(punten.reservering, procent, 1)} reservering heeft de regio als geheel genoeg, of met {extra} extra plekken per jaar."
    )
    ieder = "is geen percentage genoeg" if alleen is None else f"is pas {haalbaar(alleen, procent, 1)} genoeg"
    cijfer = haalbaar(punten.reservering, procent, 1)
    zin = f"{samen} Als elke gemeente het alleen doet, {ieder}."
    return Boodschap(nan if punten.reservering is None else punten.reservering, cijfer, woord, zin, vraag)


def _gemeente(uitkomst: Uitkomst, code: str) -> Boodschap:
    cijfers = model.profiel(uitkomst, code)
    woord = f"niet geplaatst in {cijfers.naam}, {cijfers.jaar}"
    vraag = f"Hoeveel huishoudens vinden in {cijfers.naam} in {cijfers.jaar} geen woning?"
    zin = (
        f"{cijfers.naam} heeft in {cijfers.jaar} een eigen aandeel van {getal(cijfers.eigen_aandeel)} urgente huishoudens en "
        f"{getal(cijfers.capaciteit)} plekken; nodig is {benodigd(cijfers.benodigd_percentage)} van wat er vrijkomt."
    )
    return Boodschap(cijfers.niet_geplaatst, getal(cijfers.niet_geplaatst), woord, zin, vraag)


_VERTELLERS: Mapping[str, Callable[[Uitkomst, str], Boodschap]] = {
    "opgave": _opgave,
    "toen": _toen,
    "deel": _deel_niet_geplaatst,
    "ongelijk": _ongelijk,
    "pad": _pad,
    "nodig": _nodig,
    "gemeente": _gemeente,
}

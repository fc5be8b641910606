"""A story: steps that each are a scenario, one message and a chart; every figure computed from the scenario shown."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import nan
from urllib.parse import parse_qsl, urlencode

from fairshare import koppen, link, model
from fairshare.gegevens import Regio, Verhaal, Verhaalstap, lees_verhaal
from fairshare.model import Uitkomst
from fairshare.model.invoer import periode
from fairshare.opmaak import afgerond, getal, minstens, procent
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
    motivering: tuple[tuple[str, str], ...] = ()
    """Why its scenario differs, by parameter."""


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
    'Bij 30,0% reservering: in 2035 vinden 215 van de 1.170 urgente huishoudens per jaar geen woning als elk overschot elders meetelt, of 225 als geen overschot meetelt.'
    """
    boodschap = _VERTELLERS[soort](uitkomst, code)
    if boodschap.cijfer != getal(None):
        return boodschap
    zin = "Dat is onbekend: voor deze regio ontbreken gegevens. Onbekend is geen nul."
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

    The story that ships is told of the region that is shown, with the opgave that someone filled in where it has none; an
    own story names its region.
    """
    gelezen = link.lees(stap.link, regios)
    eigen = dict(gelezen.scenario)
    if not weergave.verhaal:
        eigen |= {"regio": scenario.regio}
        if regios[scenario.regio].cijfer("opgave") is None:
            eigen |= {"opgave": scenario.opgave}
    gemeente = gelezen.weergave.gemeente or (weergave.gemeente if eigen["regio"] == scenario.regio else "")
    van_de_stap = {"jaar": gelezen.weergave.jaar, "motivering": gelezen.weergave.motivering}
    gezien = dict(weergave) | van_de_stap | {"gemeente": gemeente, "gaf": ""}
    terugval = dict(scenario) | dict(weergave.met(gaf=""))
    return link.passend(eigen | gezien, regios, terugval)


def op_de_kaart(stap: Verhaalstap, weergave: Weergave) -> Verhaalstap:
    """Give a step with the map that someone looks at: its tiles become outlines where those were chosen.

    Examples
    --------
    >>> stap = Verhaalstap(titel="Waar", link="v=2", soort="deel", tekening="kaart")
    >>> op_de_kaart(stap, Weergave(kaart="omtrek")).tekening
    'omtrek'
    """
    omtrek = stap.tekening == "kaart" and weergave.kaart == "omtrek"
    return stap.model_copy(update={"tekening": "omtrek"}) if omtrek else stap


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
        boodschap = vertel(stap.soort, uitkomst, gemeente)
        verteld.append(Scene(op_de_kaart(stap, weergave), uitkomst, gemeente, boodschap, gelezen.weergave.motivering))
    return tuple(verteld)


def hierna(rest: Sequence[Verhaalstap]) -> str:
    """Say what comes after a step, to who tells the story.

    Examples
    --------
    >>> hierna(stappen(Weergave())[1:]), hierna(())
    ('Wat er in 2024 gebeurde', 'Dit is de laatste stap.')
    """
    if not rest:
        return "Dit is de laatste stap."
    return f"{rest[0].titel}{' (eerst raadt de zaal)' if rest[0].vraag else ''}"


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
    return knop.op(round((was + deel * (wordt - was) - knop.laag) / knop.stap))


def _opgave(uitkomst: Uitkomst, code: str) -> Boodschap:
    waarde, jaar = uitkomst.regionaal("opgave"), uitkomst.eindjaar
    wacht = uitkomst.scenario.wacht
    doen, nodig = ("komen er", "bij die een woning nodig hebben") if wacht else ("hebben", "een woning nodig")
    zin = f"In {jaar} {doen} {getal(waarde)} urgente huishoudens in deze regio {nodig}."
    vraag = f"Hoeveel urgente huishoudens {doen} in {jaar} {nodig}?"
    return Boodschap(waarde, getal(waarde), "huishoudens per jaar", zin, vraag)


def _toen(uitkomst: Uitkomst, code: str) -> Boodschap:
    toewijzingen = float(uitkomst.bron.kolom("toewijzingen_2024").sum())
    mutaties = float(uitkomst.bron.kolom("mutaties_liberalisatiegrens").sum())
    zin = koppen.zin_toen(uitkomst, toewijzingen, mutaties)
    vraag = "Hoeveel woningen gingen er in 2024 naar urgenten?"
    return Boodschap(toewijzingen, getal(toewijzingen), "toewijzingen in 2024", zin, vraag)


def _deel_niet_geplaatst(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    bij = procent(uitkomst.scenario.reservering, 1)
    wacht = uitkomst.scenario.wacht
    eerst = koppen.kop(uitkomst, kern)
    zin = f"Bij {bij} reservering: {eerst[0].lower()}{eerst[1:]}."
    zoekt = f"wachten eind {kern.jaar}" if wacht else f"vinden in {kern.jaar} geen woning"
    vraag = f"Hoeveel urgente huishoudens {zoekt}, bij {bij} reservering?"
    woord = f"{'wachten eind' if wacht else 'niet geplaatst in'} {kern.jaar}"
    return Boodschap(kern.niet_geplaatst, getal(kern.niet_geplaatst), woord, zin, vraag)


def _ongelijk(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    vraag = (
        f"Hoeveel plekken komen gemeenten bij {procent(uitkomst.scenario.reservering, 1)} samen nog tekort, "
        "als ieder het alleen doet?"
    )
    tekort = kern.zonder_verevening
    zin = koppen.zin_ongelijk(uitkomst, kern)
    return Boodschap(tekort, getal(tekort), "tekort als ieder het alleen doet", zin, vraag)


def _pad(uitkomst: Uitkomst, code: str) -> Boodschap:
    kern = model.kerncijfers(uitkomst)
    gemist, (begin, eind) = getal(kern.gemiste_plaatsingen), periode(uitkomst.bron)
    zin = f"{koppen.kop_pad(uitkomst, kern)}; {koppen.vaker(uitkomst)}."
    vraag = f"Hoeveel plaatsingen missen we samen van {begin} tot en met {eind}?"
    return Boodschap(kern.gemiste_plaatsingen, gemist, f"gemiste plaatsingen {begin}-{eind}", zin, vraag)


def _nodig(uitkomst: Uitkomst, code: str) -> Boodschap:
    vraag = "Welk deel van de vrijkomende woningen is nodig om het gat te dichten, in procenten?"
    woord = "reservering die het gat van de regio dicht"
    if not uitkomst.volledig:
        return Boodschap(nan, getal(None), woord, "", vraag)
    punten = model.omslag(uitkomst)
    cijfer = minstens(punten.reservering, procent, 1)
    waarde = nan if punten.reservering is None else punten.reservering
    return Boodschap(waarde, cijfer, woord, koppen.zin_omslag(punten), vraag)


def _gemeente(uitkomst: Uitkomst, code: str) -> Boodschap:
    cijfers = model.profiel(uitkomst, code)
    wacht, waar = uitkomst.scenario.wacht, f"in {cijfers.naam}"
    woord = f"wachten {waar}, eind {cijfers.jaar}" if wacht else f"niet geplaatst {waar}, {cijfers.jaar}"
    doen = f"wachten {waar} eind {cijfers.jaar}" if wacht else f"vinden {waar} in {cijfers.jaar} geen woning"
    vraag = f"Hoeveel huishoudens {doen}?"
    zin = f"{koppen.kop_gemeente(cijfers, wacht)}. {model.zinnen(cijfers)[3]}"
    over = cijfers.heel("niet_geplaatst")
    return Boodschap(over, getal(over), woord, zin, vraag)


_VERTELLERS: Mapping[str, Callable[[Uitkomst, str], Boodschap]] = {
    "opgave": _opgave,
    "toen": _toen,
    "deel": _deel_niet_geplaatst,
    "ongelijk": _ongelijk,
    "pad": _pad,
    "nodig": _nodig,
    "gemeente": _gemeente,
}

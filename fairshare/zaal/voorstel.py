"""What someone proposes for a gemeente, judged as strictly as a link, and all proposals together as one scenario."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from pydantic import BaseModel, ConfigDict

from fairshare.fouten import Fout, Getypt, ScenarioFout
from fairshare.gegevens import Regio, niet_van
from fairshare.model import bereken
from fairshare.model.getypt import uit_een_veld
from fairshare.model.knoppen import knop
from fairshare.parameters import Getal, NietToegestaan
from fairshare.scenario import Scenario

HOOGSTE_ZONDER_OPGAVE = 100
"""How far places and households go where no opgave is known."""

GOK = Getal(
    laag=0,
    hoog=1_000_000,
    label="De gok van de zaal",
    eenheid="huishoudens per jaar",
    groep="weergave",
    bron="",
    hulp="",
)


class Voorstel(BaseModel):
    """What someone proposes; None is no proposal for that lever."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    reservering: float | None = None
    """What each gemeente should reserve [percent of the mutaties]."""
    eigen: float | None = None
    """What the own gemeente would reserve where that is something else."""
    plekken: int | None = None
    """Extra places a year."""
    nieuwbouw: int | None = None
    """New homes a year."""
    overnemen: int | None = None
    """Households a year that the own gemeente takes over from the other; below 0 it hands them over."""
    ander: str = ""
    """The other gemeente."""


def hefbomen(regio: Regio, scenario: Scenario) -> dict[str, Getal]:
    """Give what can be proposed, with the bounds of the sliders and of the axes.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> [(naam, wat.laag, wat.hoog) for naam, wat in hefbomen(lees_regio("stedendriehoek"), Scenario()).items()]
    [('reservering', 25.0, 37.0), ('eigen', 0, 100), ('plekken', 0, 422), ('nieuwbouw', 0, 422), ('overnemen', -422, 422)]
    """
    reservering = knop(regio, "reservering")
    assert isinstance(reservering, Getal)
    aandeel = bereken(regio, scenario).per_gemeente("eigen_aandeel")
    bekend = np.isfinite(aandeel).any()
    hoog = int(np.ceil(np.nanmax(aandeel))) if bekend else HOOGSTE_ZONDER_OPGAVE
    huishoudens = replace(GOK, hoog=hoog)
    return {
        "reservering": replace(reservering, label="Reservering voor iedereen"),
        "eigen": replace(reservering, laag=0, hoog=100, label="Reservering van de eigen gemeente"),
        "plekken": replace(huishoudens, label="Extra plekken", eenheid="plekken per jaar"),
        "nieuwbouw": replace(huishoudens, label="Nieuwbouw", eenheid="woningen per jaar"),
        "overnemen": replace(huishoudens, laag=-hoog, label="Overnemen van een ander"),
    }


def lees_voorstel(regio: Regio, scenario: Scenario, gemeente: str, gegeven: Mapping[str, str]) -> Voorstel:
    """Judge a proposal as it stands in a message: each value as in a link, and whether it can be computed.

    Raises
    ------
    ScenarioFout
        With every value that cannot be.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> lees_voorstel(lees_regio("stedendriehoek"), Scenario(), "GM0262", {"reservering": "50"})
    Traceback (most recent call last):
        ...
    fairshare.fouten.ScenarioFout: reservering=50 kan niet: kies 25 tot en met 37 in stappen van 0.1, met een punt als decimaalteken (procent van de mutaties).
    """
    mag = hefbomen(regio, scenario)
    waarden: dict[str, float | None] = {}
    fouten = _vreemd(regio, gemeente, gegeven, mag)
    for naam in mag.keys() & gegeven.keys():
        try:
            waarden[naam] = (
                (_typt if mag[naam].geheel else Getal.lees)(mag[naam], gegeven[naam]) if gegeven[naam] else None
            )
        except NietToegestaan as weigering:
            fouten.append(Fout(naam, gegeven[naam], str(weigering)))
        except ScenarioFout as weigering:
            fouten += weigering.fouten
    if fouten:
        raise ScenarioFout(fouten)
    voorstel = Voorstel.model_validate({**waarden, "ander": gegeven.get("ander", "")})
    bereken(regio, samen(scenario, {gemeente: voorstel}))
    return voorstel


def _vreemd(regio: Regio, gemeente: str, gegeven: Mapping[str, str], mag: Mapping[str, Getal]) -> list[Fout]:
    """Find what is no lever, and a gemeente that is not there or is the own one."""
    fouten = [
        Fout(naam, gegeven[naam], f"kies uit {', '.join(mag)} en ander") for naam in gegeven.keys() - {*mag, "ander"}
    ]
    ander = gegeven.get("ander", "")
    if gemeente not in regio.codes:
        fouten.append(Fout("gemeente", gemeente, niet_van(regio, [gemeente])))
    if (ander or gegeven.get("overnemen", "") not in ("", "0")) and (ander == gemeente or ander not in regio.codes):
        fouten.append(Fout("ander", ander, "kies een andere gemeente van de regio"))
    return fouten


def lees_gok(tekst: str) -> float:
    """Judge a guess, typed the Dutch way.

    Examples
    --------
    >>> lees_gok("1.285")
    1285
    """
    return _typt(GOK, tekst)


def _typt(wat: Getal, tekst: str) -> float:
    """Read a whole number as it was typed on a phone, which puts a minus before what is handed over."""
    cel = tekst.removeprefix("-") if wat.laag < 0 else tekst
    gelezen = uit_een_veld(replace(wat, laag=0), cel)
    if isinstance(gelezen, Getypt):
        raise ScenarioFout([gelezen])
    assert gelezen is not None
    return gelezen if cel == tekst else -gelezen


def samen(scenario: Scenario, voorstellen: Mapping[str, Voorstel]) -> Scenario:
    """Give the scenario in which every gemeente does what is proposed for it, as it stands; who is silent follows the scenario.

    A gemeente reserves its own percentage where it proposes one, else what it proposes for everyone. Where two gemeenten
    both name what one takes over from the other, the one that takes over is believed.

    Examples
    --------
    >>> een = {"GM0262": Voorstel(reservering=35.0, overnemen=-10, ander="GM0150"), "GM0150": Voorstel(plekken=5)}
    >>> straks = samen(Scenario(), een)
    >>> straks.afwijking, straks.inzet, straks.ruil
    ((('GM0262', 35.0, None),), (('GM0150', 5.0),), (('GM0262-GM0150', 10.0),))
    """
    afwijking = {code: (deel, jaar) for code, deel, jaar in scenario.afwijking}
    inzet, bouw, ruil = dict(scenario.inzet), dict(scenario.bouw), dict(scenario.ruil)
    for code, wat in voorstellen.items():
        deel = wat.reservering if wat.eigen is None else wat.eigen
        if deel is not None:
            afwijking[code] = (deel, None)
        if wat.plekken:
            inzet[code] = inzet.get(code, 0.0) + wat.plekken
        if wat.nieuwbouw:
            bouw[code] = bouw.get(code, 0.0) + wat.nieuwbouw
    for paar, hoeveel in overgenomen(voorstellen).items():
        ruil[paar] = ruil.get(paar, 0.0) + hoeveel
    return scenario.met(
        afwijking=tuple((code, *paar) for code, paar in afwijking.items()),
        inzet=tuple(inzet.items()),
        bouw=tuple(bouw.items()),
        ruil=tuple(ruil.items()),
    )


def overgenomen(voorstellen: Mapping[str, Voorstel]) -> dict[str, int]:
    """Lay out who hands how many over to whom.

    Examples
    --------
    >>> overgenomen({"GM0150": Voorstel(overnemen=6, ander="GM0262")})
    {'GM0262-GM0150': 6}
    """
    paren = {
        f"{code}-{wat.ander}": -wat.overnemen
        for code, wat in voorstellen.items()
        if wat.overnemen is not None and wat.overnemen < 0
    }
    for code, wat in voorstellen.items():
        if wat.overnemen is not None and wat.overnemen > 0:
            paren[f"{wat.ander}-{code}"] = wat.overnemen
    return paren


def spreiding(waarden: Iterable[float]) -> tuple[float, float, float]:
    """Give the lowest, the median and the highest.

    Examples
    --------
    >>> spreiding([25.0, 37.0, 30.0])
    (25.0, 30.0, 37.0)
    """
    reeks = np.array(list(waarden), dtype=float)
    return float(reeks.min()), float(np.median(reeks)), float(reeks.max())

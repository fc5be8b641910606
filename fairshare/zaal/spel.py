"""The Speltafel is a room: three rounds, each gemeente for itself, and rules. Its rounds are also the bids of a link."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import RONDES, Uitkomst, bereken, gehaald, speel, tegen_de_regels
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from fairshare.zaal.kamer import Gespeeld, Kamer, begin, spreekt
from fairshare.zaal.voorstel import Voorstel, overgenomen

REGELS = ("hoogstens", "plafond", "minimum", "eigen_deel")
"""What who leads the table can set."""

GEEN_LINK = "Deze rondes kunnen niet in een link van de Speltafel:"
ANDERS = "De link van elke ronde en de notulen hebben alles."


def begin_van(scenario: Scenario, weergave: Weergave, spel: bool) -> str:
    """Write what a room begins with: the scenario, its motivations and the own story; of a Speltafel without help of a surplus, and with the rules.

    Examples
    --------
    >>> begin_van(Scenario(), Weergave(plafond=40, bod="1.0262.p:35"), spel=True)
    'v=2&c=5z54&verevening=0&plafond=40'
    """
    blijft = Weergave(
        **{naam: getattr(weergave, naam) for naam in ("motivering", "verhaal", *(REGELS if spel else ()))}
    )
    return link.schrijf(scenario.met(verevening=0) if spel else scenario, blijft)


def oordeel(tekst: str, was: Uitkomst, straks: Uitkomst, voorstellen: Mapping[str, Voorstel]) -> dict[str, Any]:
    """Say whether the goal of the table is reached, and which proposals go against the rules in its link."""
    regels, over = begin(tekst).weergave, straks.regionaal("niet_geplaatst")
    weg = dict.fromkeys(was.bron.codes, 0.0)
    for paar, hoeveel in overgenomen(voorstellen).items():
        weg[paar.split("-")[0]] += hoeveel
    stand = "onbekend" if np.isnan(over) else "gehaald" if gehaald(over, regels) else "nog niet gehaald"
    return {
        "doel": f"Ieder voor zich. Het doel van de tafel, hoogstens {getal(regels.hoogstens)} niet geplaatst: {stand}.",
        "bezwaren": tegen_de_regels(
            was.bron.namen,
            100 * straks.per_gemeente("doel"),
            np.array(list(weg.values())),
            was.per_gemeente("eigen_aandeel"),
            regels,
        ),
    }


def speltafel(kamer: Kamer, rondes: tuple[Gespeeld, ...]) -> tuple[str, str]:
    """Give the link of the Speltafel with the last three rounds, or why there is none; neither where nobody proposed.

    A bid lasts until another one takes its place: a percentage that was taken back is a bid of the percentage of the beginning.

    Examples
    --------
    >>> from fairshare.zaal.kamer import Deelnemer
    >>> from fairshare.zaal.voorstel import Voorstel
    >>> een = Deelnemer(nummer=1, merk="", beurt=1, gemeente="GM0262", gesproken=1, voorstel=Voorstel(reservering=35.0, plekken=9))
    >>> ronde = Gespeeld(nummer=1, soort="voorstel", deelnemers=(een,), gekozen=(), besluit="")
    >>> speltafel(Kamer(code="", merk="", link="v=2", eind=0), (ronde,))
    ('v=2&c=ad66&bod=1.0262.p:35,1.0262.e:9', '')
    """
    laatste = [_boden(ronde) for ronde in rondes if ronde.soort == "voorstel"][-RONDES:]
    if not any(laatste):
        return "", ""
    gelezen = begin(kamer.link)
    if gelezen.scenario.bodem == "ja":
        return "", f"{GEEN_LINK} een bod gaat daar onder de bodem van het scenario door. {ANDERS}"
    eerst = dict.fromkeys(set().union(*laatste), 0.0) | _percentages(kamer.link)
    boden: dict[str, float] = {}
    nu: dict[str, float] = {}
    for nummer, ronde in enumerate(laatste, 1):
        nu = {naam: eerst[naam] for naam in nu} | ronde
        boden |= {f"{nummer}.{naam}": waarde for naam, waarde in nu.items()}
    gezien = gelezen.weergave.met(verhaal=(), bod=tuple(boden.items()), ronde=len(laatste))
    tekst = link.schrijf(gelezen.scenario, gezien)
    niet = next(link.bodfouten(gezien, lees_regios()[gelezen.scenario.regio]), None)
    if niet or len(tekst) > link.LANGSTE_LINK:
        return "", f"{GEEN_LINK} {niet.melding if niet else 'zij zijn samen te lang.'} {ANDERS}"
    return tekst, ""


@lru_cache(maxsize=64)
def _percentages(tekst: str) -> dict[str, float]:
    """Give what every gemeente reserves before anyone bids."""
    scenario = begin(tekst).scenario
    eerst = bereken(lees_regios()[scenario.regio], scenario)
    delen = zip(eerst.bron.codes, speel(eerst, (), 0).percentage.tolist(), strict=True)
    return {f"{code[2:]}.p": round(deel, 6) for code, deel in delen}


def _boden(ronde: Gespeeld) -> dict[str, float]:
    """Write what stands in a round as the Speltafel names it: gemeente and kind, or gemeente and whom it takes over from."""
    voorstellen = {code: een.voorstel for code, een in spreekt(ronde.deelnemers, ronde.gekozen).items()}
    uit: dict[str, float] = {}
    for code, wat in voorstellen.items():
        deel = wat.reservering if wat.eigen is None else wat.eigen
        uit |= {} if deel is None else {f"{code[2:]}.p": float(deel)}
        for soort, aantal in (("e", wat.plekken), ("n", wat.nieuwbouw)):
            uit |= {} if aantal is None else {f"{code[2:]}.{soort}": float(aantal)}
    for paar, hoeveel in overgenomen(voorstellen).items():
        van, aan = paar.split("-")
        uit[f"{aan[2:]}.{van[2:]}"] = float(hoeveel)
    return uit

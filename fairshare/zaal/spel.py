"""The Speltafel is a room: three rounds, each gemeente for itself, and rules. Its rounds are also the bids of a link."""

from collections.abc import Mapping
from typing import Any

import numpy as np

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import RONDES, Uitkomst, gehaald, tegen_de_regels
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from fairshare.zaal.kamer import Gespeeld, Kamer, spreekt
from fairshare.zaal.voorstel import Voorstel, overgenomen

REGELS = ("hoogstens", "plafond", "minimum", "eigen_deel")
"""What who leads the table can set."""


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


def oordeel(tekst: str, begin: Uitkomst, straks: Uitkomst, voorstellen: Mapping[str, Voorstel]) -> dict[str, Any]:
    """Say whether the goal of the table is reached, and which proposals go against the rules in its link."""
    regels, over = link.lees(tekst, lees_regios()).weergave, straks.regionaal("niet_geplaatst")
    weg = dict.fromkeys(begin.bron.codes, 0.0)
    for paar, hoeveel in overgenomen(voorstellen).items():
        weg[paar.split("-")[0]] += hoeveel
    stand = "onbekend" if np.isnan(over) else "gehaald" if gehaald(over, regels) else "nog niet gehaald"
    return {
        "doel": f"Ieder voor zich. Het doel van de tafel, hoogstens {getal(regels.hoogstens)} niet geplaatst: {stand}.",
        "bezwaren": tegen_de_regels(
            begin.bron.namen,
            100 * straks.per_gemeente("doel"),
            np.array(list(weg.values())),
            begin.per_gemeente("eigen_aandeel"),
            regels,
        ),
    }


def speltafel(kamer: Kamer, rondes: tuple[Gespeeld, ...]) -> str:
    """Give the link of the Speltafel with these rounds; "" where nobody proposed, or a proposal cannot stand there.

    A bid lasts until another one takes its place; so a percentage that someone took back cannot be told. Nor can rounds with a floor:
    a bid goes below it, a proposal does not.

    Examples
    --------
    >>> from fairshare.zaal.kamer import Deelnemer
    >>> from fairshare.zaal.voorstel import Voorstel
    >>> een = Deelnemer(nummer=1, merk="", beurt=1, gemeente="GM0262", gesproken=1, voorstel=Voorstel(reservering=35.0, plekken=9))
    >>> ronde = Gespeeld(nummer=1, soort="voorstel", deelnemers=(een,), gekozen=(), besluit="")
    >>> speltafel(Kamer(code="", merk="", link="v=2", eind=0), (ronde,))
    'v=2&c=ad66&bod=1.0262.p:35,1.0262.e:9'
    """
    laatste = [ronde for ronde in rondes if ronde.soort == "voorstel"][-RONDES:]
    boden: dict[str, float] = {}
    for nummer, ronde in enumerate(laatste, 1):
        nu = _boden(ronde)
        eerder = {naam[2:] for naam in boden}
        if any(naam.endswith(".p") for naam in eerder - nu.keys()):
            return ""
        boden |= {f"{nummer}.{naam}": waarde for naam, waarde in (dict.fromkeys(eerder, 0.0) | nu).items()}
    gelezen = link.lees(kamer.link, lees_regios())
    halven = all(float(2 * waarde).is_integer() for waarde in boden.values())
    if not boden or not halven or gelezen.scenario.bodem == "ja":
        return ""
    tekst = link.schrijf(
        gelezen.scenario, gelezen.weergave.met(verhaal=(), bod=tuple(boden.items()), ronde=len(laatste))
    )
    return tekst if len(tekst) <= link.LANGSTE_LINK and not link.lees(tekst, lees_regios()).fouten else ""


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

"""The story in a room: the chair steers it from the own device, and the screen and the phones follow."""

from functools import lru_cache
from typing import Any

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import bereken
from fairshare.verhaal import hierna, naar_stap, stappen, vertel
from fairshare.zaal.kamer import Kamer, KamerFout, begin


@lru_cache(maxsize=64)
def verteld(tekst: str, stap: int, antwoord: bool) -> dict[str, Any] | None:
    """Give a step of the story of a room, told in its scenario; a figure that the room guesses only once it is shown. None for step 0.

    Examples
    --------
    >>> drie = verteld("v=2", 3, antwoord=False)
    >>> drie["cijfer"], drie["vraagt"], verteld("v=2", 3, antwoord=True)["cijfer"]
    ('?', True, '215 niet geplaatst in 2035')
    """
    if not stap:
        return None
    regios = lees_regios()
    eerst = begin(tekst)
    verhaal = stappen(eerst.weergave)
    nummer = min(stap, len(verhaal))
    nu = verhaal[nummer - 1]
    gelezen = naar_stap(nu, eerst.scenario, eerst.weergave.met(stap=nummer), regios)
    uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario)
    boodschap = vertel(nu.soort, uitkomst, gelezen.weergave.gemeente or uitkomst.bron.codes[0])
    vraagt = nu.vraag and not antwoord
    bekend = not vraagt and boodschap.waarde == boodschap.waarde
    return {
        "stap": nummer,
        "van": len(verhaal),
        "titel": nu.titel,
        "cijfer": "?" if vraagt else f"{boodschap.cijfer} {boodschap.woord}",
        "zin": boodschap.vraag if vraagt else boodschap.zin,
        "vraag": boodschap.vraag if nu.vraag else "",
        "vraagt": vraagt,
        "merk": {"waarde": boodschap.waarde, "tekst": boodschap.cijfer} if bekend else None,
        "straks": hierna(verhaal[nummer:]),
        "link": link.schrijf(gelezen.scenario, gelezen.weergave.met(antwoord="ja" if nu.vraag and antwoord else "nee")),
    }


def raad(kamer: Kamer, geheim: str, beurt: int, gemeente: str, stap: int, gok: float) -> Kamer:
    """Put in a guess at a step of the story, as long as the screen asks for it there."""
    nu = verteld(kamer.link, kamer.stap, kamer.antwoord)
    if not nu or nu["stap"] != stap or not nu["vraagt"]:
        raise KamerFout("Raden kan hier niet meer: de voorzitter is verder gegaan.", 409)
    return kamer.raad(geheim, beurt, gemeente, gok)

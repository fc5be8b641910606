"""The story in a room: the chair steers it from the own device, and the screen and the phones follow."""

from functools import lru_cache
from typing import Any

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import bereken
from fairshare.verhaal import hierna, naar_stap, stappen, vertel


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
    begin = link.lees(tekst, regios)
    verhaal = stappen(begin.weergave)
    nummer = min(stap, len(verhaal))
    nu = verhaal[nummer - 1]
    gelezen = naar_stap(nu, begin.scenario, begin.weergave.met(stap=nummer), regios)
    uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario)
    boodschap = vertel(nu.soort, uitkomst, gelezen.weergave.gemeente or uitkomst.bron.codes[0])
    vraagt = nu.vraag and not antwoord
    return {
        "stap": nummer,
        "van": len(verhaal),
        "titel": nu.titel,
        "cijfer": "?" if vraagt else f"{boodschap.cijfer} {boodschap.woord}",
        "zin": boodschap.vraag if vraagt else boodschap.zin,
        "vraagt": vraagt,
        "straks": hierna(verhaal[nummer:]),
        "link": link.schrijf(gelezen.scenario, gelezen.weergave),
    }

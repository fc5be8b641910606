"""A room on the Speltafel: its last three rounds of proposals as bids in a link, so that nobody bids the same thing twice."""

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model.spel import RONDES
from fairshare.weergave import Weergave
from fairshare.zaal.kamer import Gespeeld, Kamer, spreekt
from fairshare.zaal.voorstel import overgenomen


def speltafel(kamer: Kamer, rondes: tuple[Gespeeld, ...]) -> str:
    """Give the link of the Speltafel with these rounds; "" where nobody proposed, or a proposal cannot stand there.

    A bid lasts until another one takes its place; so a percentage that someone took back cannot be told.

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
    if not boden or not all(float(2 * waarde).is_integer() for waarde in boden.values()):
        return ""
    tekst = link.schrijf(gelezen.scenario, Weergave(bod=tuple(boden.items()), ronde=len(laatste)))
    return tekst if len(tekst) <= link.LANGSTE_LINK else ""


def _boden(ronde: Gespeeld) -> dict[str, float]:
    """Write what stands in a round as the Speltafel names it: gemeente and kind, or gemeente and whom it takes over from."""
    voorstellen = {code: een.voorstel for code, een in spreekt(ronde.deelnemers, ronde.gekozen).items()}
    uit: dict[str, float] = {}
    for code, wat in voorstellen.items():
        deel = wat.reservering if wat.eigen is None else wat.eigen
        uit |= {} if deel is None else {f"{code[2:]}.p": float(deel)}
        uit |= {} if wat.plekken is None else {f"{code[2:]}.e": float(wat.plekken)}
    for paar, hoeveel in overgenomen(voorstellen).items():
        van, aan = paar.split("-")
        uit[f"{aan[2:]}.{van[2:]}"] = float(hoeveel)
    return uit

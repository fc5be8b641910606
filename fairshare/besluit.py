"""A scenario as the text of an agreement: what the gemeenten agree, where that differs, and how homes were made whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from fairshare.artikelen import afwijkend, optie, vast, zin
from fairshare.gegevens import Regio
from fairshare.model import Uitkomst, beginscenario, corporaties, heel, hele_woningen, op_weg_samen
from fairshare.model.bijlage import WAT, Bijlage, bijlage
from fairshare.model.invoer import ingroei
from fairshare.model.profiel import WONINGEN
from fairshare.opmaak import ONBEKEND, getal, opsomming_kort, procent
from fairshare.scenario import parameter

TITEL = "Afspraak in hele woningen"
SAMEN = "Samen"


WAT_HET_IS = {
    "opgave": "Urgente huishoudens per jaar waarvoor een gemeente volgens deze afspraak een woning vindt of laat vinden.",
    "plaatsingen": "Urgente huishoudens per jaar die in deze gemeente een woning krijgen, ook die zij van een andere gemeente overneemt.",
}
"""What the figures of the tables are."""


def corporaties_uitleg(plekken: bool) -> str:
    """Say how homes went over corporaties; with what those homes hold that no corporatie owns.

    Examples
    --------
    >>> corporaties_uitleg(False).partition(".")[0]
    'De plaatsingen van een gemeente, verdeeld over haar corporaties'
    """
    buiten = " Plekken buiten de sociale huur zijn mee verdeeld." if plekken else ""
    return f"De plaatsingen van een gemeente, verdeeld over haar corporaties. {corporaties.REGEL}{buiten}"


def zinnen(uitkomst: Uitkomst, motivering: Mapping[str, str]) -> list[str]:
    """Write what the gemeenten agree by this scenario, sentence by sentence.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    motivering
        Why the scenario differs from the one that the region begins with, by parameter.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> zinnen(bereken(lees_regio("stedendriehoek")), {})[0]
    'De gemeenten van Regio Stedendriehoek spreken af dat de opgave in 2035 uit 1.170 urgente huishoudens per jaar bestaat, verdeeld naar inwoners.'
    """
    samen = [_verevening(uitkomst)] if len(uitkomst.bron.namen) > 1 else []
    return [_opgave(uitkomst), _reservering(uitkomst), *samen, *_anders(uitkomst, motivering)]


def _opgave(uitkomst: Uitkomst) -> str:
    opgave, jaar = getal(heel(uitkomst, "opgave")[-1, uitkomst.eind]), uitkomst.eindjaar
    if len(uitkomst.bron.namen) == 1:
        aantal = "een onbekend aantal" if opgave == ONBEKEND else opgave
        return f"De gemeente {uitkomst.bron.namen[0]} gaat voor {jaar} uit van {aantal} urgente huishoudens per jaar."
    wie, naar = f"De gemeenten van {uitkomst.bron.register.naam}", f"naar {optie('sleutel', uitkomst.scenario.sleutel)}"
    if opgave == ONBEKEND:
        return f"{wie} verdelen de opgave {naar}; hoe groot zij in {jaar} is, is onbekend."
    return (
        f"{wie} spreken af dat de opgave in {jaar} uit {opgave} urgente huishoudens per jaar bestaat, verdeeld {naar}."
    )


def _reservering(uitkomst: Uitkomst) -> str:
    s = uitkomst.scenario
    eigen = " Wie een eigen percentage heeft, houdt dat aan." if s.afwijking else ""
    bodem = " Geen gemeente gaat onder haar eigen deel van 2024." if s.bodem == "ja" else ""
    wordt = f"wordt {procent(s.reservering, 1)} van de {WONINGEN[s.segment]} die vrijkomen voor hen gereserveerd"
    if "reservering" not in ingroei(uitkomst.bron, s):
        return f"Vanaf {s.start} {wordt}.{eigen}{bodem}"
    pad = f"langs een ingroeipad dat in {s.start} begint ({optie('pad', s.pad)})"
    return f"In {s.eind} {wordt}, {pad}.{eigen}{bodem}"


def _verevening(uitkomst: Uitkomst) -> str:
    s = uitkomst.scenario
    if not s.verevening:
        return "Een overschot in de ene gemeente telt niet mee voor een tekort in een andere."
    return (
        f"Wat een gemeente overheeft, is voor {s.verevening}% beschikbaar voor gemeenten die tekortkomen: "
        f"{optie('regel', s.regel)}."
    )


def _anders(uitkomst: Uitkomst, motivering: Mapping[str, str]) -> Iterator[str]:
    """Write what differs from the agreement of the region, or from what it begins with where it has none."""
    regio, anders = uitkomst.bron, afwijkend(uitkomst.bron, uitkomst.scenario)
    if not anders:
        wie = regio.register.afspraak
        yield (
            f"Dat is {wie}; wat dat openlaat, is aangenomen." if wie else "Dat is het beginscenario, zonder afwijking."
        )
    for naam in anders:
        nu = zin(regio, uitkomst.scenario, naam).tekst
        yield f"{_aanhef(regio, naam)}: {nu[0].lower()}{nu[1:]}{_waarom(motivering.get(naam, ''))}"


def _waarom(tekst: str) -> str:
    """Write a motivation as the end of a sentence, which closes as one.

    Examples
    --------
    >>> _waarom("de raad vroeg erom"), _waarom("Waarom niet?"), _waarom("")
    (' Motivering: de raad vroeg erom.', ' Motivering: Waarom niet?', '')
    """
    return f" Motivering: {tekst}{'' if tekst[-1] in '.!?' else '.'}" if tekst else ""


def _aanhef(regio: Regio, naam: str) -> str:
    """Say to what a difference is one: to what was agreed, to what that leaves open, or to what was assumed."""
    afspraak = regio.register.afspraak
    if naam in vast(regio):
        return f"In afwijking van {afspraak} ({zin(regio, beginscenario(regio), naam).waarde})"
    if parameter(naam).groep == "aanname":
        return "Anders dan in het beginscenario is aangenomen"
    return f"In aanvulling op {afspraak}" if afspraak else "Anders dan in het beginscenario"


def afronding(uitkomst: Uitkomst) -> list[str]:
    """Say how homes were made whole, what the totals were before, and what is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> afronding(bereken(lees_regio("stedendriehoek")))[2]
    'Onafgerond is het totaal over 2026 tot en met 2035 voor de opgave 11.700,0 en voor de plaatsingen 8.832,8.'
    """
    opgave, plaatsingen = (float(getattr(uitkomst.regio, naam)[:, 0].sum()) for naam in ("opgave", "plaatsingen"))
    zinnen = [hele_woningen.REGEL, "Elke rij en elke kolom telt op uit de hele woningen die er staan."]
    if uitkomst.onvolledig:
        wie = opsomming_kort(uitkomst.onvolledig)
        zinnen.append(f"Van {wie} is onbekend wat er vrijkomt, en daarom ook hoeveel plaatsingen de regio samen heeft.")
    elif np.isfinite(plaatsingen):
        zinnen.append(
            f"Onafgerond is het totaal over {uitkomst.jaren[0]} tot en met {uitkomst.jaren[-1]} voor de opgave {getal(opgave, 1)} en "
            f"voor de plaatsingen {getal(plaatsingen, 1)}."
        )
    return [*zinnen, *filter(None, [op_weg_samen(uitkomst)])]


@dataclass(frozen=True)
class Staat:
    """A table of the appendix: words first, then whole homes; unknown is nan. The last column and ``som`` rows add up."""

    titel: str
    koppen: tuple[str, ...]
    rijen: tuple[tuple[str | float, ...], ...]
    uitleg: str
    som: tuple[int, ...]
    """The rows that add up those above them, since the one before."""

    def tekst(self) -> list[list[str]]:
        """Give the rows as texts."""
        return [[cel if isinstance(cel, str) else getal(cel) for cel in rij] for rij in self.rijen]


def staten(uitkomst: Uitkomst) -> list[Staat]:
    """Lay out the tables: opgave, plaatsingen, and the plaatsingen over corporaties where bezit is known.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> [staat.titel for staat in staten(bereken(lees_regio("stedendriehoek")))]
    ['Opgave per gemeente', 'Plaatsingen per gemeente']
    """
    wat = bijlage(uitkomst)
    koppen = tuple(map(str, wat.jaren))
    gemeenten = [
        Staat(
            titel=f"{label} per gemeente",
            koppen=("Gemeente", *koppen, SAMEN),
            rijen=tuple(
                (wie, *rij.tolist(), float(rij.sum()))
                for wie, rij in zip((*wat.namen, hele_woningen.REGIO), wat.cijfers[naam], strict=True)
            ),
            uitleg=WAT_HET_IS[naam],
            som=(len(wat.namen),),
        )
        for naam, label in WAT.items()
    ]
    return [*gemeenten, *_corporaties(wat, koppen)]


def _corporaties(wat: Bijlage, koppen: tuple[str, ...]) -> Iterator[Staat]:
    """Lay out the corporaties, each gemeente closed by its sum."""
    rijen: list[tuple[str | float, ...]] = []
    som = []
    for gemeente, delen in wat.corporaties.items():
        rijen += [(gemeente, naam, *map(float, jaren), float(sum(jaren))) for naam, jaren in delen.items()]
        samen = [float(sum(jaar)) for jaar in zip(*delen.values(), strict=True)]
        som.append(len(rijen))
        rijen.append((gemeente, SAMEN, *samen, sum(samen)))
    if rijen:
        yield Staat(
            titel="Plaatsingen per corporatie",
            koppen=("Gemeente", "Corporatie", *koppen, SAMEN),
            rijen=tuple(rijen),
            uitleg=corporaties_uitleg(wat.plekken),
            som=tuple(som),
        )

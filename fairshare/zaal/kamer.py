"""A room: who proposes what, in which round; every change is a new room. No names: a participant is a number and a gemeente."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict

from fairshare import link
from fairshare.fouten import FairshareError, Fout
from fairshare.gegevens import lees_regios
from fairshare.model.spel import RONDES
from fairshare.zaal.voorstel import Voorstel

MEESTE_DEELNEMERS, MEESTE_RONDES, MEESTE_STAPPEN, LANGSTE_BESLUIT = 200, 50, 99, 300
DUUR = 24 * 3600
"""So long a room exists at most [s]."""

Soort = Literal["voorstel", "gok"]


@dataclass(frozen=True)
class Zin(Fout):
    """A fault that is a sentence of itself."""

    @property
    def melding(self) -> str:
        return self.advies


class KamerFout(FairshareError):
    """What cannot be in a room; ``status`` is that of HTTP."""

    def __init__(self, zin: str, status: int = 400) -> None:
        super().__init__([Zin("kamer", "", zin)])
        self.status = status


def merk(geheim: str) -> str:
    """Give what is kept of a secret: it can be known again, and not be read.

    Examples
    --------
    >>> merk("geheim")[:8]
    'addb0f5e'
    """
    return sha256(geheim.encode()).hexdigest()


@lru_cache(maxsize=64)
def begin(tekst: str) -> link.Gelezen:
    """Read what the table starts from, as it stands in the link of a room.

    Examples
    --------
    >>> begin("v=2&reservering=33").scenario.reservering
    33.0
    """
    return link.lees(tekst, lees_regios())


class Deelnemer(BaseModel):
    """Someone at the table."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nummer: int
    merk: str
    """Of the secret that only the own device has."""
    beurt: int
    """The number of the last message; an older one that comes in later counts no more."""
    gemeente: str
    gesproken: int
    """The round in which the last message came."""
    voorstel: Voorstel = Voorstel()
    gok: float | None = None
    geraden: tuple[tuple[int, float], ...] = ()
    """What was guessed at which step of the story."""


class Gespeeld(BaseModel):
    """A round that is over."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    nummer: int
    soort: Soort
    deelnemers: tuple[Deelnemer, ...]
    gekozen: tuple[int, ...]
    besluit: str


class Kamer(BaseModel):
    """The state of a room."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: str
    merk: str
    """Of the secret of the chair."""
    link: str
    """The scenario that the table starts from; of a Speltafel with the rules of who leads it."""
    spel: bool = False
    """Whether it is a Speltafel: three rounds, each gemeente for itself, and rules."""
    eind: float
    """When the room is gone [seconds since 1970]."""
    versie: int = 1
    ronde: int = 1
    soort: Soort = "voorstel"
    blind: bool = True
    """Whether proposals are hidden until the chair reveals them."""
    onthuld: bool = False
    gesloten: bool = False
    volgende: int = 1
    """The number of the next participant."""
    deelnemers: tuple[Deelnemer, ...] = ()
    gekozen: tuple[int, ...] = ()
    """Whom the chair chose where two speak for one gemeente."""
    besluit: str = ""
    rondes: tuple[Gespeeld, ...] = ()
    toont: int = 0
    """Which round that is over the chair lets everyone look at again; 0 is the present one."""
    stap: int = 0
    """Which step of the story the screen shows; 0 is the room itself."""
    beantwoord: tuple[int, ...] = ()
    """At which steps the figure has stood that they ask for: there nobody guesses any more."""

    @property
    def kan_verder(self) -> bool:
        """Whether another round may come."""
        return not self.gesloten and (not self.spel or self.ronde < RONDES)

    @property
    def antwoord(self) -> bool:
        """Whether the figure stands there that the step asked for."""
        return self.stap in self.beantwoord

    @property
    def geleid(self) -> tuple[object, ...]:
        """What only the chair changes, and everyone hears of at once."""
        zicht = (self.blind, self.onthuld, self.gesloten, self.toont, self.stap, self.beantwoord)
        return (self.ronde, self.soort, self.besluit, self.gekozen, *zicht)

    def wie(self, geheim: str) -> Deelnemer | None:
        """Find the participant who has this secret."""
        return next((een for een in self.deelnemers if een.merk == merk(geheim)), None)

    def zeg(
        self, geheim: str, beurt: int, gemeente: str, wat: Voorstel | float, soort: Soort, ronde: int | None = None
    ) -> Self:
        """Put in what a participant sends; what was sent before something that is there already changes nothing."""
        self._open()
        if soort != self.soort or ronde not in (None, self.ronde):
            raise KamerFout(
                "De tafel is verder gegaan: kijk wat er nu wordt gevraagd, en doe het dan opnieuw als dat nodig is.",
                409,
            )
        veld = "voorstel" if isinstance(wat, Voorstel) else "gok"
        return self._spreek(geheim, beurt, gemeente, lambda een: {"gesproken": self.ronde, veld: wat})

    def raad(self, geheim: str, beurt: int, gemeente: str, gok: float) -> Self:
        """Put in what a participant guesses at the step of the story that the screen shows."""
        self._open()
        return self._spreek(
            geheim, beurt, gemeente, lambda een: {"geraden": tuple((dict(een.geraden) | {self.stap: gok}).items())}
        )

    def _spreek(self, geheim: str, beurt: int, gemeente: str, zegt: Callable[[Deelnemer], dict[str, object]]) -> Self:
        """Change what is known of a participant; an older message than the last one changes nothing."""
        eerder = self.wie(geheim)
        if eerder and beurt <= eerder.beurt:
            return self
        if not eerder and len(self.deelnemers) >= MEESTE_DEELNEMERS:
            raise KamerFout(f"Deze kamer is vol: er doen al {MEESTE_DEELNEMERS} mensen mee.", 409)
        basis = eerder or Deelnemer(nummer=self.volgende, merk=merk(geheim), beurt=0, gemeente=gemeente, gesproken=0)
        nieuw = basis.model_copy(update={"beurt": beurt, "gemeente": gemeente, **zegt(basis)})
        anderen = tuple(een for een in self.deelnemers if een.nummer != nieuw.nummer)
        return self._nieuw(
            deelnemers=tuple(sorted((*anderen, nieuw), key=lambda een: een.nummer)),
            volgende=max(self.volgende, nieuw.nummer + 1),
        )

    def onthul(self) -> Self:
        """Show everything at once."""
        return self._nieuw(onthuld=True, toont=0)

    def kijk(self, nummer: int) -> Self:
        """Let everyone look at a round that is over, or at the present one again (0); also when the room is closed."""
        if nummer and nummer not in [een.nummer for een in self.rondes]:
            raise KamerFout(f"Ronde {nummer} is er niet om naar te kijken.")
        return self.model_copy(update={"versie": self.versie + 1, "toont": nummer})

    def vertel(self, stap: int) -> Self:
        """Let the screen show a step of the story, or the room again (0)."""
        if not 0 <= stap <= MEESTE_STAPPEN:
            raise KamerFout(f"Stap {stap} van het verhaal is er niet.")
        return self._nieuw(stap=stap)

    def beantwoord_nu(self) -> Self:
        """Show the figure that the step asked for, and what the room guessed."""
        return self if self.antwoord else self._nieuw(beantwoord=(*self.beantwoord, self.stap))

    def verberg(self, blind: bool) -> Self:
        """Hide proposals until they are revealed, or show each as it comes; a guess always waits."""
        if self.soort == "gok" and not blind:
            raise KamerFout("Een gok blijft verborgen tot u onthult.")
        return self._nieuw(blind=blind, onthuld=not blind)

    def speel_door(self, soort: Soort) -> Self:
        """End the round and begin the next one, in which every proposal stands as it was."""
        if self.spel and soort == "gok":
            raise KamerFout("Aan de Speltafel wordt niet gegokt: open daarvoor een kamer op de pagina Zaal.", 409)
        self._open()
        if not self.kan_verder:
            raise KamerFout(f"De Speltafel heeft {RONDES} rondes: leg het besluit vast en sluit de kamer.", 409)
        if len(self.rondes) >= MEESTE_RONDES:
            raise KamerFout(f"Een kamer bewaart hoogstens {MEESTE_RONDES} rondes: open een nieuwe kamer.", 409)
        leeg = tuple(een.model_copy(update={"gok": None}) for een in self.deelnemers)
        return self._nieuw(
            rondes=self._met_deze(),
            ronde=self.ronde + 1,
            soort=soort,
            onthuld=not self.blind and soort == "voorstel",
            deelnemers=leeg,
            besluit="",
            toont=0,
        )

    def besluit_over(self, tekst: str) -> Self:
        """Write down what the table decides in this round."""
        if len(tekst) > LANGSTE_BESLUIT or not tekst.isprintable():
            raise KamerFout(f"Schrijf het besluit in hoogstens {LANGSTE_BESLUIT} leesbare tekens op een regel.")
        return self._nieuw(besluit=tekst)

    def verwijder(self, nummer: int) -> Self:
        """Take a participant out of the room, with what was proposed."""
        self._heeft(nummer)
        return self._nieuw(deelnemers=tuple(een for een in self.deelnemers if een.nummer != nummer))

    def kies(self, nummer: int) -> Self:
        """Let this participant speak for the gemeente."""
        wie = self._heeft(nummer)
        zelfde = {een.nummer for een in self.deelnemers if een.gemeente == wie.gemeente}
        return self._nieuw(gekozen=(*(een for een in self.gekozen if een not in zelfde), nummer))

    def sluit(self) -> Self:
        """End the meeting: what was played stays readable until the room is gone, and nobody can be known again."""
        self._open()
        rondes = self._met_deze()
        vaag = tuple(een.model_copy(update={"merk": ""}) for een in self.deelnemers)
        return self._nieuw(rondes=rondes, deelnemers=vaag, gesloten=True, onthuld=True, stap=0)

    def _met_deze(self) -> tuple[Gespeeld, ...]:
        """Keep the present round with those before it, without what could tell a device; one in which nobody spoke is none."""
        vaag = tuple(een.model_copy(update={"merk": ""}) for een in self.deelnemers)
        if not any(een.gesproken == self.ronde for een in vaag) and not self.besluit:
            return self.rondes
        nu = Gespeeld(nummer=self.ronde, soort=self.soort, deelnemers=vaag, gekozen=self.gekozen, besluit=self.besluit)
        return (*self.rondes, nu)

    def _heeft(self, nummer: int) -> Deelnemer:
        self._open()
        for een in self.deelnemers:
            if een.nummer == nummer:
                return een
        raise KamerFout(f"Deelnemer {nummer} is er niet meer.", 409)

    def _open(self) -> None:
        if self.gesloten:
            raise KamerFout("De voorzitter heeft deze kamer gesloten: er kan niets meer bij.", 410)

    def _nieuw(self, **waarden: object) -> Self:
        self._open()
        return self.model_copy(update={"versie": self.versie + 1, **waarden})


Wijziging = Callable[[Kamer], Kamer]
"""What makes a room another one."""


def spreekt(deelnemers: tuple[Deelnemer, ...], gekozen: tuple[int, ...]) -> dict[str, Deelnemer]:
    """Give who speaks for each gemeente: whom the chair chose, else who came first."""
    volgorde = sorted(deelnemers, key=lambda een: (een.nummer not in gekozen, een.nummer))
    wie: dict[str, Deelnemer] = {}
    for een in volgorde:
        wie.setdefault(een.gemeente, een)
    return wie

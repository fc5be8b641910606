"""The equations as a graph: which figures there are, what each is made of, and in which order they can be computed.

A figure is a function of :mod:`fairshare.model.vergelijkingen` or :mod:`fairshare.model.regels`; the names of its
arguments are the names of its parts. A part is another figure, an input (:mod:`fairshare.model.invoer`), or one of these
with a word before it: ``som_`` is the sum over the gemeenten, ``vorige_`` the year before.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, wraps
from graphlib import TopologicalSorter
from threading import RLock
from typing import Any, TypeVar

from fairshare.model.boom import NAAM, VAST, Knoop, gemaakt, opgetekend, som_over, vereenvoudigd

SOM, VORIGE = "som_", "vorige_"

Functie = TypeVar("Functie", bound=Callable[..., Any])
Antwoord = TypeVar("Antwoord")


@dataclass(frozen=True)
class Vergelijking:
    """A computed figure: the function that computes it, and what to call it."""

    naam: str
    label: str
    functie: Callable[..., Any]
    nummer: int
    """The number of the equation in the contract of the model."""
    soort: str = "aantal"
    """What kind of figure it is: aantal [homes per year], deel [fraction], percentage [0-100], jaren."""
    symbool: str = ""
    """How it is written in symbols (LaTeX); its label when left out."""
    bron: str = ""
    """Where the equation comes from; empty where it is the arithmetic of the contract."""
    begin: str = ""
    """What ``vorige_`` means in the first year: the name of a figure; empty is 0."""
    van_de_regio: bool = False
    """Whether the figure of the region follows from the sums of its parts, instead of being the sum itself."""
    algoritme: str = ""
    """What the function does, in words, where it is no formula."""

    @cached_property
    def delen(self) -> tuple[str, ...]:
        """The names of its parts, in the order of the function."""
        code = self.functie.__code__
        return code.co_varnames[: code.co_argcount]

    @cached_property
    def boom(self) -> Knoop:
        """What the function does, as a tree."""
        assert not self.algoritme, f"{self.naam} is no formula"
        return opgetekend(self.functie)


VERGELIJKINGEN: dict[str, Vergelijking] = {}
"""Every computed figure, by name, in the order in which they are defined."""


def vergelijking(label: str, nummer: int, **meer: Any) -> Callable[[Functie], Functie]:
    """Make a function a figure of the model; see :class:`Vergelijking` for what it can be told.

    Raises
    ------
    TypeError
        When another function has that name: a figure is computed in one place.
    """

    def meld_aan(functie: Functie) -> Functie:
        naam = functie.__name__
        if naam in VERGELIJKINGEN and VERGELIJKINGEN[naam].functie.__module__ != functie.__module__:
            raise TypeError(f"{naam} is al een vergelijking; een cijfer wordt op een plaats berekend")
        VERGELIJKINGEN[naam] = Vergelijking(naam, label, functie, nummer, **meer)
        return functie

    return meld_aan


def wortel(deel: str) -> str:
    """Give the figure or input that a part is about.

    Examples
    --------
    >>> wortel("som_vorige_wachtend"), wortel("tekort")
    ('wachtend', 'tekort')
    """
    while deel.startswith((SOM, VORIGE)):
        deel = deel.removeprefix(SOM).removeprefix(VORIGE)
    return deel


def _niets(boom: Knoop) -> bool:
    """Whether a tree is the number 0."""
    return boom.soort == VAST and not isinstance(boom.waarde, str) and bool(boom.waarde == 0)


def _elk_eens(vraag: Callable[["Plan", str], Antwoord]) -> Callable[["Plan", str], Antwoord]:
    """Let a plan answer each question about a figure once, for as long as it lives."""

    @wraps(vraag)
    def eens(plan: "Plan", naam: str) -> Antwoord:
        antwoorden = plan._gezien[vraag.__name__]
        if naam not in antwoorden:
            antwoorden[naam] = vraag(plan, naam)
        antwoord: Antwoord = antwoorden[naam]
        return antwoord

    return eens


@dataclass(frozen=True, eq=False)
class Plan:
    """The equations for certain choices: what those leave of each, and what must come first."""

    bekend: Mapping[str, Any]
    """The inputs that are the same for every gemeente, year and scenario and that decide what an equation does."""
    per_gemeente: Callable[[str], bool] = bool
    """Whether a name stands for what differs between gemeenten."""
    gegeven: frozenset[str] = frozenset()
    """The figures that go in instead of being computed."""
    _slot: Any = field(default_factory=RLock)
    _bezig: set[str] = field(default_factory=set)
    _gezien: dict[str, dict[str, Any]] = field(default_factory=lambda: defaultdict(dict))

    @cached_property
    def sommen(self) -> Mapping[str, Vergelijking]:
        """The equations that are computed."""
        return {naam: som for naam, som in VERGELIJKINGEN.items() if naam not in self.gegeven}

    @_elk_eens
    def boom(self, naam: str) -> Knoop:
        """Give what is left of an equation once all that is known is filled in."""
        with self._slot:  # what another thread is busy with is no ring
            self._bezig.add(naam)
            boom = self._uitgedund(naam)
            self._bezig.discard(naam)
        return boom

    def _uitgedund(self, naam: str) -> Knoop:
        """Fill in what is known; what only passes on nothing from year to year stays nothing."""
        boom = self.sommen[naam].boom
        bekend = {deel: vast.waarde for deel in boom.namen() if (vast := self._vast(deel)) is not None}
        if VORIGE + naam in boom.namen() and not self.sommen[naam].begin:
            zonder = vereenvoudigd(boom, {**bekend, VORIGE + naam: 0.0})
            if _niets(zonder):
                return zonder
        return vereenvoudigd(boom, bekend)

    def _vast(self, deel: str) -> Knoop | None:
        """Give what is known of a part; None where it must be computed."""
        if deel in self.bekend:
            return Knoop(VAST, waarde=self.bekend[deel])
        naam = wortel(deel)
        if naam in self.bekend:
            vast = Knoop(VAST, waarde=self.bekend[naam])
        elif naam not in self.sommen or naam in self._bezig or self.sommen[naam].algoritme:
            return None
        else:
            vast = self.boom(naam)
        begint = naam in self.sommen and bool(self.sommen[naam].begin)
        return vast if vast.soort == VAST and (deel == naam or (_niets(vast) and not begint)) else None

    def delen(self, naam: str) -> tuple[str, ...]:
        """Give the parts that play a role in a figure."""
        if naam not in self.sommen:
            return ()
        som = self.sommen[naam]
        return som.delen if som.algoritme else self._namen(naam)

    @_elk_eens
    def doe(self, naam: str) -> Callable[[Any], Any]:
        """Give what computes a figure from its parts by name."""
        som = self.sommen[naam]
        if som.algoritme:
            return lambda waarden: som.functie(*(waarden[deel] for deel in som.delen))
        return gemaakt(self.boom(naam))

    @_elk_eens
    def doe_ineens(self, naam: str) -> Callable[[Any], Any]:
        """Give what computes a figure together with its parts that stand nowhere else: their memory can be used again."""
        if self.sommen[naam].algoritme:
            return self.doe(naam)
        boom = self.boom(naam)
        return gemaakt(vereenvoudigd(boom, {deel: self.boom(deel) for deel in boom.namen() if self._alleen_hier(deel)}))

    def _alleen_hier(self, naam: str) -> bool:
        """Whether a figure stands in one equation only."""
        return self._keren[naam] == 1 and not self.sommen[naam].algoritme and not self.kring(naam)

    @cached_property
    def _keren(self) -> Counter[str]:
        """Count how often each figure stands in an equation, in whatever form."""
        return Counter(naam for som in self.sommen.values() for naam in map(wortel, som.delen) if naam in self.sommen)

    @_elk_eens
    def som(self, naam: str) -> Callable[[Any], Any] | None:
        """Give what computes the sum of a figure from the sums of its parts; None where it must be added up itself."""
        if naam not in self.sommen or self.sommen[naam].algoritme or self.kring(naam):
            return None
        boom = som_over(self.boom(naam), self.per_gemeente)
        return None if boom is None else gemaakt(boom)

    @_elk_eens
    def _namen(self, naam: str) -> tuple[str, ...]:
        return tuple(self.boom(naam).namen())

    def nodig(self, naam: str) -> Iterable[str]:
        """Give the figures and inputs that a figure rests on directly, with where it begins in the first year."""
        for deel in self.delen(naam):
            yield wortel(deel)
            begin = self.sommen[wortel(deel)].begin if wortel(deel) in self.sommen else ""
            if VORIGE in deel and begin:
                yield begin

    @cached_property
    def rust_op(self) -> Mapping[str, frozenset[str]]:
        """Give for every figure all figures and inputs that it rests on, by whatever way."""
        rust = {naam: set(self.nodig(naam)) for naam in self.sommen}
        gegroeid = True
        while gegroeid:
            gegroeid = False
            for delen in rust.values():
                meer = set().union(*(rust.get(deel, set()) for deel in delen)) - delen
                gegroeid = gegroeid or bool(meer)
                delen |= meer
        return {naam: frozenset(delen) for naam, delen in rust.items()}

    @_elk_eens
    def sommen_onder(self, naam: str) -> frozenset[str] | None:
        """Give what a figure rests on as added up over the gemeenten; None where all of them go into one algorithm."""
        onder = self._onder(naam)
        if any(self.sommen[lid].algoritme for lid in onder):
            return None
        return frozenset(wortel(deel) for lid in onder for deel in self.delen(lid) if SOM in deel)

    @_elk_eens
    def door_de_jaren(self, naam: str) -> bool:
        """Whether a figure of a year rests on the year before, by whatever way."""
        return any(VORIGE in deel for lid in self._onder(naam) for deel in self.delen(lid))

    def _onder(self, naam: str) -> list[str]:
        """Give a figure and the figures that it rests on, by whatever way."""
        return [lid for lid in (naam, *self.rust_op[naam]) if lid in self.sommen]

    @_elk_eens
    def kring(self, naam: str) -> tuple[str, ...]:
        """Give the figures that pass on from year to year with this one, in the order within a year; () when none do."""
        rust = self.rust_op
        if naam not in rust.get(naam, ()):
            return ()
        leden = {ander for ander in rust[naam] if naam in rust.get(ander, ())}
        binnen = {
            lid: {deel.removeprefix(SOM) for deel in self.delen(lid) if deel.removeprefix(SOM) in leden}
            for lid in leden
        }
        return tuple(TopologicalSorter(binnen).static_order())

    @_elk_eens
    def geeft_door(self, naam: str) -> frozenset[str]:
        """Give the figures of a ring that the next year asks of this one."""
        kring = self.kring(naam)
        return frozenset(wortel(deel) for lid in kring for deel in self.delen(lid) if VORIGE in deel) & {*kring}

    @_elk_eens
    def telt_op(self, naam: str) -> bool:
        """Whether a figure is that of the year before, from nothing on, and what comes to it or goes from it."""
        boom = self.boom(naam)
        while boom.soort in ("+", "-") and VORIGE + naam not in boom.delen[1].namen():
            boom = boom.delen[0]
        return boom.soort == NAAM and boom.waarde == VORIGE + naam and not self.sommen[naam].begin

    @cached_property
    def volgorde(self) -> tuple[str, ...]:
        """Give all figures in an order in which each comes after what it is made of in the same year."""
        delen = {naam: {wortel(deel) for deel in self.delen(naam) if VORIGE not in deel} for naam in self.sommen}
        return tuple(naam for naam in TopologicalSorter(delen).static_order() if naam in self.sommen)


@lru_cache(maxsize=128)
def plan(
    bekend: tuple[tuple[str, Any], ...], per_gemeente: Callable[[str], bool], gegeven: frozenset[str] = frozenset()
) -> Plan:
    """Give the plan for what is known, and what is given; the same one each time."""
    return Plan(dict(bekend), per_gemeente, gegeven)

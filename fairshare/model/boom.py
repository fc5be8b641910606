"""An expression as a tree: what a function of the model does, recorded by calling that very function with names.

Operators and numpy's own protocols build the tree, so nothing of an equation is typed a second time: the engine, the
explanation, the words, the LaTeX and the formula of the workbook all read what the function itself did.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

NAAM, VAST = "naam", "vast"
"""The leaves: a name that stands for a figure, and a number or a word."""

_UFUNCS = {
    "add": "+",
    "subtract": "-",
    "multiply": "*",
    "divide": "/",
    "power": "**",
    "float_power": "**",
    "square": "kwadraat",
    "sqrt": "wortel",
    "absolute": "abs",
    "negative": "neg",
    "maximum": "max",
    "minimum": "min",
    "floor": "floor",
    "isnan": "isnan",
    "less": "<",
    "less_equal": "<=",
    "greater": ">",
    "greater_equal": ">=",
    "equal": "==",
    "not_equal": "!=",
    "bitwise_and": "&",
    "logical_and": "&",
    "bitwise_or": "|",
    "logical_or": "|",
    "invert": "~",
    "logical_not": "~",
}
"""What numpy calls an operation, and what it is called here."""

DOE: Mapping[str, Callable[..., Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": np.divide,
    "**": np.power,
    "kwadraat": np.square,
    "wortel": np.sqrt,
    "abs": np.absolute,
    "neg": np.negative,
    "max": np.maximum,
    "min": np.minimum,
    "floor": np.floor,
    "isnan": np.isnan,
    "<": np.less,
    "<=": np.less_equal,
    ">": np.greater,
    ">=": np.greater_equal,
    "==": np.equal,
    "!=": np.not_equal,
    "&": np.logical_and,
    "|": np.logical_or,
    "~": np.logical_not,
    "als": np.where,
}
"""Every operation that an equation may use, and what computes it."""


@dataclass(frozen=True, eq=False)
class Knoop(NDArrayOperatorsMixin):
    """A node: an operation with its parts, a name, or a constant.

    Examples
    --------
    >>> def tekort(vraag, capaciteit):
    ...     return np.maximum(0.0, vraag - capaciteit)
    >>> opgetekend(tekort)
    (max 0.0 (- vraag capaciteit))
    """

    soort: str
    delen: tuple["Knoop", ...] = ()
    waarde: Any = None

    __hash__ = object.__hash__

    def __array_ufunc__(self, ufunc: np.ufunc, methode: str, *delen: Any, **meer: Any) -> "Knoop":
        """Record an operator or a function of numpy that works element by element."""
        if methode != "__call__" or meer or ufunc.__name__ not in _UFUNCS:
            raise TypeError(f"een vergelijking kan np.{ufunc.__name__} niet gebruiken; kies uit {', '.join(_UFUNCS)}")
        return Knoop(_UFUNCS[ufunc.__name__], tuple(map(_knoop, delen)))

    def __array_function__(self, functie: Any, soorten: Any, delen: Any, meer: Any) -> "Knoop":
        """Record ``np.where``, and ``np.clip`` as what it is made of."""
        if functie is np.where and len(delen) == 3 and not meer:
            return Knoop("als", tuple(map(_knoop, delen)))
        if functie is np.clip and len(delen) == 3 and not meer:
            return Knoop("min", (Knoop("max", (_knoop(delen[0]), _knoop(delen[1]))), _knoop(delen[2])))
        raise TypeError(f"een vergelijking kan np.{functie.__name__} niet gebruiken; kies np.where of np.clip")

    def __bool__(self) -> bool:
        """Refuse ``if`` and ``and``: what an equation decides must stand in its tree."""
        raise TypeError("gebruik np.where en & in een vergelijking, geen if of and")

    def __repr__(self) -> str:
        """Write the tree as a list in brackets."""
        if self.soort in (NAAM, VAST):
            return str(self.waarde)
        return f"({' '.join([self.soort, *map(repr, self.delen)])})"

    def namen(self) -> Mapping[str, None]:
        """Give the names in the tree, each once, in the order in which they stand."""
        return self._namen

    @cached_property
    def _namen(self) -> Mapping[str, None]:
        return dict.fromkeys(knoop.waarde for knoop in self.alle() if knoop.soort == NAAM)

    def alle(self) -> Iterator["Knoop"]:
        """Go through the tree, this node first."""
        te_gaan = [self]
        while te_gaan:
            knoop = te_gaan.pop()
            yield knoop
            te_gaan.extend(reversed(knoop.delen))


def _knoop(deel: Any) -> Knoop:
    """Make a leaf of a number or a word."""
    return deel if isinstance(deel, Knoop) else Knoop(VAST, waarde=deel)


def opgetekend(functie: Callable[..., Any]) -> Knoop:
    """Call a function with its own argument names as symbols, and give what it did."""
    code = functie.__code__
    namen = code.co_varnames[: code.co_argcount]
    return _knoop(functie(*(Knoop(NAAM, waarde=naam) for naam in namen)))


def vereenvoudigd(boom: Knoop, bekend: Mapping[str, Any]) -> Knoop:
    """Fill in what is known (a value or a tree) and take out what then says nothing: a branch not taken, a term of 0.

    Examples
    --------
    >>> def vrij(mutaties, nieuwbouw, keten):
    ...     return np.where(keten > 0, mutaties / keten, mutaties) + nieuwbouw
    >>> vereenvoudigd(opgetekend(vrij), {"keten": 0.0, "nieuwbouw": 0.0})
    mutaties
    """
    if boom.soort == NAAM:
        return _knoop(bekend[boom.waarde]) if boom.waarde in bekend else boom
    if boom.soort == VAST:
        return boom
    if boom.soort == "als":
        keuze = vereenvoudigd(boom.delen[0], bekend)
        if keuze.soort == VAST:
            return vereenvoudigd(boom.delen[1 if keuze.waarde else 2], bekend)
        return Knoop("als", (keuze, *(vereenvoudigd(deel, bekend) for deel in boom.delen[1:])))
    delen = tuple(vereenvoudigd(deel, bekend) for deel in boom.delen)
    if all(deel.soort == VAST for deel in delen):
        return Knoop(VAST, waarde=np.asarray(DOE[boom.soort](*(deel.waarde for deel in delen)))[()])
    return _zonder_niets(Knoop(boom.soort, delen))


def _is(knoop: Knoop, waarde: float | bool) -> bool:
    return (
        knoop.soort == VAST
        and isinstance(knoop.waarde, bool | np.bool_) == isinstance(waarde, bool)
        and knoop.waarde == waarde
    )


def _zonder_niets(boom: Knoop) -> Knoop:
    """Apply what holds for any other part: x + 0 = x, 0 x = 0, 1 x = x, 1 to any power = 1, x and true = x."""
    links, rechts = boom.delen[0], boom.delen[-1]
    for neutraal, soorten in ((0, "+"), (1, "*"), (True, "&"), (False, "|")):
        if boom.soort == soorten:
            if _is(links, neutraal):
                return rechts
            if _is(rechts, neutraal):
                return links
    if (boom.soort == "-" and _is(rechts, 0)) or (boom.soort in ("/", "**") and _is(rechts, 1)):
        return links
    for vast, soorten in ((0, "*"), (False, "&"), (True, "|")):
        if boom.soort == soorten and (_is(links, vast) or _is(rechts, vast)):
            return Knoop(VAST, waarde=vast)
    if (boom.soort == "/" and _is(links, 0)) or (boom.soort == "**" and _is(links, 1)):
        return links
    return boom


def gemaakt(boom: Knoop) -> Callable[[Mapping[str, Any]], Any]:
    """Make a function of a tree that computes it from a value for each of its names.

    Examples
    --------
    >>> def tekort(vraag, capaciteit):
    ...     return np.maximum(0.0, vraag - capaciteit)
    >>> float(gemaakt(opgetekend(tekort))({"vraag": 87.0, "capaciteit": 45.0}))
    42.0
    """
    if boom.soort == NAAM:
        return operator.itemgetter(boom.waarde)
    if boom.soort == VAST:
        return lambda _: boom.waarde
    doe, delen = DOE[boom.soort], tuple(map(gemaakt, boom.delen))
    if boom.soort in _TERPLEKKE:
        (links, rechts), los = delen, [deel.soort not in (NAAM, VAST) for deel in boom.delen]
        return _tweede_hand(_TERPLEKKE[boom.soort], links, rechts, *los) if any(los) else _twee(doe, links, rechts)
    return lambda waarden: doe(*[deel(waarden) for deel in delen])


_TERPLEKKE: Mapping[str, np.ufunc] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "max": np.maximum,
    "min": np.minimum,
}
"""The operations that can put their answer where one of their parts stood."""

_GROOT = 4096
"""From so many cells on it pays to use memory again."""

Som = Callable[[Mapping[str, Any]], Any]


def _twee(doe: Callable[..., Any], links: Som, rechts: Som) -> Som:
    return lambda waarden: doe(links(waarden), rechts(waarden))


def _tweede_hand(doe: np.ufunc, links: Som, rechts: Som, links_los: bool, rechts_los: bool) -> Som:
    """Compute with two parts; a large one that nobody else has gives its memory to the answer."""

    def som(waarden: Mapping[str, Any]) -> Any:
        een, ander = links(waarden), rechts(waarden)
        if links_los and np.size(een) >= _GROOT and een.shape == np.broadcast_shapes(een.shape, np.shape(ander)):
            return doe(een, ander, out=een)
        if rechts_los and np.size(ander) >= _GROOT and ander.shape == np.broadcast_shapes(ander.shape, np.shape(een)):
            return doe(een, ander, out=ander)
        return doe(een, ander)

    return som


def som_over(boom: Knoop, per_gemeente: Callable[[str], bool]) -> Knoop | None:
    """Rewrite the sum over the gemeenten of a tree as sums of its parts; None where that is not the same.

    Examples
    --------
    >>> def niet_geplaatst(tekort, ontvangen):
    ...     return tekort - ontvangen
    >>> som_over(opgetekend(niet_geplaatst), lambda naam: True)
    (- som_tekort som_ontvangen)
    """
    if boom.soort == NAAM:
        return Knoop(NAAM, waarde=f"som_{boom.waarde}") if per_gemeente(boom.waarde) else None
    if boom.soort in ("+", "-"):
        links, rechts = (som_over(deel, per_gemeente) for deel in boom.delen)
        return Knoop(boom.soort, (links, rechts)) if links is not None and rechts is not None else None
    if boom.soort in ("*", "/"):
        los = [not any(map(per_gemeente, deel.namen())) for deel in boom.delen]
        if los[1]:
            som = som_over(boom.delen[0], per_gemeente)
            return Knoop(boom.soort, (som, boom.delen[1])) if som is not None else None
        if los[0] and boom.soort == "*":
            som = som_over(boom.delen[1], per_gemeente)
            return Knoop("*", (boom.delen[0], som)) if som is not None else None
    return None

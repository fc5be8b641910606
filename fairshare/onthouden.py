"""Remember what was computed from a thing for as long as that thing is there: figures of a visitor go when they go."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

Ding = TypeVar("Ding")
Uitkomst = TypeVar("Uitkomst")
Rest = ParamSpec("Rest")

MEESTE = 32
"""So many answers are kept for one thing; the oldest go first."""


def onthoud(
    reken: Callable[Concatenate[Ding, Rest], Uitkomst],
) -> Callable[Concatenate[Ding, Rest], Uitkomst]:
    """Make a function remember its answers for its first argument, which an answer must not refer to.

    Examples
    --------
    >>> class Ding: ...
    >>> @onthoud
    ... def reken(ding, getal):
    ...     print("reken")
    ...     return 2 * getal
    >>> ding = Ding()
    >>> reken(ding, 3), reken(ding, 3)
    reken
    (6, 6)
    """
    bekend: WeakKeyDictionary[Any, dict[Hashable, Uitkomst]] = WeakKeyDictionary()

    @wraps(reken)
    def onthouden(ding: Ding, /, *rest: Rest.args, **meer: Rest.kwargs) -> Uitkomst:
        van_ding = bekend.setdefault(ding, {})
        vraag = (rest, *meer.items())
        if vraag not in van_ding:
            for oudste in list(van_ding)[: len(van_ding) - MEESTE + 1]:
                van_ding.pop(oudste, None)
            van_ding[vraag] = reken(ding, *rest, **meer)
        return van_ding[vraag]

    return onthouden

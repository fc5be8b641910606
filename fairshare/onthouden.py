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

_NIETS: Any = object()


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
        antwoord: Uitkomst = van_ding.get(vraag, _NIETS)
        if antwoord is _NIETS:
            antwoord = van_ding[vraag] = reken(ding, *rest, **meer)
            for oudste in list(van_ding)[:-MEESTE]:  # another thread may do so at this moment
                van_ding.pop(oudste, None)
        return antwoord

    return onthouden

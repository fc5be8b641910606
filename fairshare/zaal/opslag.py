"""Where rooms are kept: in the memory of this process, or anywhere that can exchange a value for another in one step."""

import time
from collections.abc import Callable
from threading import Lock
from typing import Protocol

MEESTE_KAMERS = 500
"""So many rooms fit in memory at once."""


class Opslag(Protocol):
    """What a store can do; ``eind`` is when what is kept must be gone [seconds since 1970]."""

    def haal(self, code: str) -> bytes | None:
        """Give what is kept under a code; None where nothing is, or no more."""

    def wissel(self, code: str, oud: bytes | None, nieuw: bytes, eind: float) -> bool:
        """Put something new where ``oud`` (None: nothing) still stands, in one step; False where it does not."""


class Geheugen:
    """Rooms in memory, safe for threads.

    Examples
    --------
    >>> opslag = Geheugen(lambda: 10.0)
    >>> opslag.wissel("a", None, b"1", 20), opslag.wissel("a", None, b"2", 20), opslag.wissel("a", b"1", b"3", 20)
    (True, False, True)
    >>> opslag.haal("a")
    b'3'
    """

    def __init__(self, klok: Callable[[], float] = time.time) -> None:
        self._klok, self._slot = klok, Lock()
        self._kamers: dict[str, tuple[bytes, float]] = {}

    def haal(self, code: str) -> bytes | None:
        """Give what is kept under a code."""
        with self._slot:
            inhoud, eind = self._kamers.get(code, (None, 0.0))
            return inhoud if eind > self._klok() else None

    def wissel(self, code: str, oud: bytes | None, nieuw: bytes, eind: float) -> bool:
        """Exchange what is kept; a new room only where there is place for it."""
        with self._slot:
            nu = self._klok()
            self._kamers = (
                {naam: vak for naam, vak in self._kamers.items() if vak[1] > nu} if oud is None else self._kamers
            )
            if self._kamers.get(code, (None,))[0] != oud or (oud is None and len(self._kamers) >= MEESTE_KAMERS):
                return False
            self._kamers[code] = (nieuw, eind)
            return True

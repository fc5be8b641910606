"""Where rooms are kept: in the memory of this process, or in a Valkey that several processes share.

A store can exchange a value for another in one step; whoever was a moment too late sees so, and begins again.
"""

import re
import time
from collections.abc import Callable
from importlib import import_module
from threading import Lock
from typing import Any, Protocol

from fairshare.zaal.kamer import KamerFout

MEESTE_KAMERS = 500
"""So many rooms fit in memory at once."""

GEDULD = 2.0
"""So long a Valkey may take for an answer [s]."""

WEG = "De Verkenner kan nu niet bij de kamers. Wat hier staat, is de laatste stand; de kamer gaat vanzelf verder zodra dat weer kan."

_WISSEL = """
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'EXAT', ARGV[3])
return 1
"""
"""What the server does in one step, for Valkey and Redis alike: look, and put where nothing changed, until it must be gone."""


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


class Valkey:
    """Rooms in a Valkey or Redis, for any number of processes and threads; it forgets each when its time is over.

    Parameters
    ----------
    adres
        Where it stands: ``valkey://host:6379/0``; with a password and TLS ``valkeys://:password@host:6379/0``.
    """

    def __init__(self, adres: str) -> None:
        pakket = import_module("valkey")
        self._fout: type[Exception] = pakket.ValkeyError
        self._klant: Any = pakket.Valkey.from_url(
            re.sub(r"^redis", "valkey", adres), socket_timeout=GEDULD, socket_connect_timeout=GEDULD
        )
        self._wissel: Any = self._klant.register_script(_WISSEL)

    def haal(self, code: str) -> bytes | None:
        """Give what is kept under a code."""
        inhoud: bytes | None = self._vraag(lambda: self._klant.get(_naam(code)))
        return inhoud

    def wissel(self, code: str, oud: bytes | None, nieuw: bytes, eind: float) -> bool:
        """Exchange what is kept."""
        return bool(self._vraag(lambda: self._wissel([_naam(code)], [oud or b"", nieuw, int(eind)])))

    def _vraag(self, wat: Callable[[], Any]) -> Any:
        """Ask the server something; one that is away or full is said to the room."""
        try:
            return wat()
        except self._fout as fout:
            raise KamerFout(WEG, 503) from fout


def _naam(code: str) -> str:
    return f"fairshare:kamer:{code}"


def bewaarplaats(adres: str) -> Opslag:
    """Keep rooms at an address; in memory without one.

    Examples
    --------
    >>> type(bewaarplaats("")).__name__
    'Geheugen'
    """
    return Valkey(adres) if adres else Geheugen()

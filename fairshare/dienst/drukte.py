"""How often one address may ask."""

import time
from collections import Counter
from collections.abc import Callable
from threading import Lock

MEESTE, VENSTER, ADRESSEN = 240, 60, 10_000
"""So many questions of one address in so many seconds, and so many addresses that are kept apart."""


class Drukte:
    """Count questions in windows of a minute; who asks too much waits for the next one.

    Examples
    --------
    >>> drukte = Drukte(lambda: 90.0)
    >>> [drukte.wacht("a") for _ in range(MEESTE)][-1], drukte.wacht("a"), drukte.wacht("b")
    (0, 30, 0)
    """

    def __init__(self, klok: Callable[[], float] = time.monotonic, meeste: int = MEESTE) -> None:
        self._klok, self._slot, self._meeste = klok, Lock(), meeste
        self._venster, self._keer = 0, Counter[str]()

    def wacht(self, adres: str, telt: bool = True) -> int:
        """Count a question, and give how many seconds the address must wait, 0 when it need not; or only look."""
        nu = self._klok()
        with self._slot:
            if int(nu // VENSTER) != self._venster:
                self._venster, self._keer = int(nu // VENSTER), Counter()
            naam = adres if adres in self._keer or len(self._keer) < ADRESSEN else ""
            self._keer[naam] += telt
            return 0 if self._keer[naam] + (not telt) <= self._meeste else max(1, round(VENSTER - nu % VENSTER))

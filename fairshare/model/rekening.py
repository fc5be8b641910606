"""Computing figures from inputs: each when it is first asked for, in blocks of scenarios that fit a processor's cache."""

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare.model.graaf import SOM, VERGELIJKINGEN, VORIGE, Plan, plan, wortel
from fairshare.model.invoer import per_gemeente
from fairshare.model.regels import opgeteld

Reeks = NDArray[np.float64]

GEMEENTE, JAAR, SCENARIO = range(3)
"""The axes of a figure."""

HEEL, CELLEN = 1 << 20, 1 << 16
"""Up to so many cells (gemeente x jaar x scenario) a call is one block, in which everything that was computed is kept.

Beyond it a block has at most ``CELLEN``, half a megabyte an array, which a processor holds near: each figure that is asked
for is then computed by itself and its parts are let go, because fetching fresh memory takes longer than computing again.
"""

_GROOT = 4096
"""From so many cells on a year lets go of what it can compute again."""


class Blok:
    """A block of scenarios: every figure that was asked for, and what it took."""

    def __init__(self, opzet: Plan, invoer: Mapping[str, Any], vorm: tuple[int, int, int]) -> None:
        self.opzet, self._vorm = opzet, vorm
        self._waarden: dict[str, Any] = dict(invoer)
        self._jaren: dict[tuple[str, ...], list[_Jaar]] = {}

    def __getitem__(self, naam: str) -> Any:
        """Give a figure, an input, or one of these with ``som_`` or ``vorige_`` before it."""
        if naam not in self._waarden:
            self._waarden[naam] = self._reken(naam)
        return self._waarden[naam]

    def _reken(self, naam: str) -> Any:
        if naam.startswith(SOM):
            return self._som_van(naam.removeprefix(SOM))
        if naam.startswith(VORIGE):
            return self._vorige(naam.removeprefix(VORIGE))
        if self._telt_op(naam):
            return self._opgeteld(naam)
        if self.opzet.kring(naam):
            return self._jaren_van(naam, naam)
        return self.opzet.doe_ineens(naam)(self)

    def _telt_op(self, naam: str) -> bool:
        return self.opzet.kring(naam) == (naam,) and self.opzet.telt_op(naam)

    def _som_van(self, naam: str) -> Any:
        """Add a figure up over the gemeenten: by the sums of its parts where those say the same, whatever is there already."""
        delen = self.opzet.som(naam)
        if delen is not None:
            return delen(self)
        if self.opzet.kring(naam) and not self._telt_op(naam):
            return self._jaren_van(naam, SOM + naam)
        return self._som(self[naam])

    def _som(self, reeks: Any) -> Any:
        """Add up over the gemeenten; what is the same for each counts for each."""
        breed = np.asarray(reeks)
        if breed.ndim < 3:
            return breed * self._vorm[0]
        return opgeteld(breed) * (self._vorm[0] // breed.shape[0])

    def _vorige(self, naam: str) -> Reeks:
        """Move a figure one year on."""
        reeks = np.atleast_3d(self[naam])
        breed = np.broadcast_to(reeks, (reeks.shape[0], self._vorm[1], reeks.shape[2]))
        eerst = np.broadcast_to(self._begin(naam), (reeks.shape[0], 1, reeks.shape[2]))
        return np.concatenate([eerst, breed[:, :-1]], axis=1)

    def _begin(self, naam: str) -> Any:
        begin = VERGELIJKINGEN[wortel(naam)].begin if wortel(naam) in VERGELIJKINGEN else ""
        waarde = self[begin] if begin else 0.0
        return self._som(waarde) if naam.startswith(SOM) and begin else waarde

    def _opgeteld(self, naam: str) -> Reeks:
        """Compute a figure that only adds something to itself each year, all years at once."""
        erbij = np.atleast_3d(self.opzet.doe(naam)(ChainMap({VORIGE + naam: 0.0}, self)))  # type: ignore[arg-type] # it is only read
        return np.cumsum(np.broadcast_to(erbij, (erbij.shape[0], self._vorm[1], erbij.shape[2])), axis=1)

    def _jaren_van(self, naam: str, deel: str) -> Reeks:
        """Give a figure of a ring, or its sum, of all years."""
        return _aaneen([jaar.geef(deel) for jaar in self._jaar_na_jaar(self.opzet.kring(naam))])

    def _jaar_na_jaar(self, kring: tuple[str, ...]) -> list["_Jaar"]:
        """Compute figures that pass on from one year to the next, year by year."""
        if kring not in self._jaren:
            jaren: list[_Jaar] = []
            for j in range(self._vorm[1]):
                jaren.append(_Jaar(self, kring, j, jaren[-1] if jaren else None))
            self._jaren[kring] = jaren
        return self._jaren[kring]

    def plak(self, naam: str, j: int) -> Any:
        """Give one year of a figure from outside a ring."""
        return _snij(self[naam], JAAR, slice(j, j + 1))


class _Jaar:
    """One year of a ring of figures: of what is large it keeps only what it passes on, the rest is computed again when asked."""

    def __init__(self, blok: Blok, kring: tuple[str, ...], j: int, eerder: "_Jaar | None") -> None:
        self._blok, self._kring, self._j, self._eerder = blok, kring, j, eerder
        self._eigen: dict[str, Any] = {}
        self._blijft = blok.opzet.geeft_door(kring[0])
        for naam in self._blijft:
            self[naam]
        self._laat_los()

    def _laat_los(self) -> None:
        for naam, deel in list(self._eigen.items()):
            if naam not in self._blijft and np.size(deel) >= _GROOT:
                self._eigen.pop(naam, None)

    def geef(self, naam: str) -> Any:
        """Give a figure of the ring, or its sum, of this year."""
        deel = self[naam]
        self._laat_los()
        return deel

    def __getitem__(self, naam: str) -> Any:
        if wortel(naam) not in self._kring:
            return self._blok.plak(naam, self._j)
        if naam.startswith(VORIGE):
            vorige = naam.removeprefix(VORIGE)
            return self._blok._begin(vorige) if self._eerder is None else self._eerder[vorige]
        deel = self._eigen.get(naam)
        if deel is None:
            deel = self._eigen[naam] = (
                self._blok._som(self[naam.removeprefix(SOM)])
                if naam.startswith(SOM)
                else self._blok.opzet.doe(naam)(self)
            )
        return deel


def _aaneen(jaren: list[Any]) -> Reeks:
    """Put years one after the other, all in the shape of the widest."""
    reeksen = [np.atleast_3d(jaar) for jaar in jaren]
    vorm = np.broadcast_shapes(*(reeks.shape for reeks in reeksen))
    return np.concatenate([np.broadcast_to(reeks, vorm) for reeks in reeksen], axis=1)


class Rekening:
    """The inputs of a call, cut into blocks of scenarios; figures are computed when they are asked for.

    Parameters
    ----------
    invoer
        Every input by name; see :func:`fairshare.model.invoer.invoer`. A figure that stands here too is not computed.
    vorm
        How many gemeenten and years there are.

    Examples
    --------
    >>> rekening = Rekening({"ruil": np.array([10.0, -10.0]).reshape(2, 1, 1), "jaar": 2026.0, "start": 2026.0}, (2, 1))
    >>> rekening.figuur("geruild").ravel()
    array([ 10., -10.])
    """

    def __init__(self, invoer: Mapping[str, Any], vorm: tuple[int, int]) -> None:
        self._invoer = {naam: _enkel(deel) for naam, deel in invoer.items()}
        breed = [deel for deel in self._invoer.values() if isinstance(deel, np.ndarray) and deel.ndim == 3]
        self.scenarios = max((deel.shape[2] for deel in breed), default=1)
        self.vorm = (*vorm, self.scenarios)
        vast = tuple(deel for deel in self._invoer.items() if _vast(deel[1]))
        self.plan = plan(vast, per_gemeente, frozenset(self._invoer).intersection(VERGELIJKINGEN))
        per_scenario = vorm[0] * vorm[1]
        stap = self.scenarios if per_scenario * self.scenarios <= HEEL else max(1, CELLEN // per_scenario)
        self._delen = [slice(begin, begin + stap) for begin in range(0, self.scenarios, stap)]
        self._blokken: dict[int, Blok] = {}

    def _blok(self, nummer: int) -> Blok:
        if nummer in self._blokken:
            return self._blokken[nummer]
        deel = self._delen[nummer]
        blok = Blok(self.plan, self._deel(SCENARIO, deel), (*self.vorm[:2], len(range(*deel.indices(self.scenarios)))))
        if len(self._delen) == 1:
            self._blokken[nummer] = blok
        return blok

    def invoer(self, naam: str) -> Any:
        """Give an input as it went in."""
        return self._invoer[naam]

    def met(self, cijfers: Mapping[str, Any]) -> "Rekening":
        """Give the same sum with figures that go in instead of being computed."""
        return Rekening({**self._invoer, **cijfers}, (self.vorm[0], self.vorm[1]))

    def van_een(self, naam: str, plek: int) -> Reeks:
        """Give a figure of one gemeente: of it alone where it rests on the others by sums of inputs only."""
        sommen = self.plan.sommen_onder(naam)
        if sommen is None or not sommen <= self._invoer.keys():
            alle_gemeenten = self.figuur(naam)
            return np.asarray(alle_gemeenten[plek if len(alle_gemeenten) > 1 else 0])
        alle = Blok(self.plan, self._invoer, self.vorm)
        eigen = self._deel(GEMEENTE, slice(plek, plek + 1)) | {SOM + deel: alle[SOM + deel] for deel in sommen}
        alleen = Rekening(eigen, (1, self.vorm[1]))
        return np.asarray(alleen.figuur(naam)[0])

    def van_jaar(self, naam: str, j: int) -> Reeks:
        """Give a figure of one year, or its sum: of that year alone where it does not rest on the one before."""
        if self.plan.door_de_jaren(wortel(naam)):
            reeks = self.figuur(naam)
            return np.asarray(reeks[:, j if reeks.shape[1] > 1 else 0])
        alleen = Rekening(self._deel(JAAR, slice(j, j + 1)), (self.vorm[0], 1))
        return np.asarray(alleen.figuur(naam)[:, 0])

    def _deel(self, langs: int, plekken: slice) -> dict[str, Any]:
        """Give the inputs of some of the gemeenten, years or scenarios."""
        return {naam: _snij(reeks, langs, plekken) for naam, reeks in self._invoer.items()}

    def figuur(self, naam: str, vat: Callable[[Any], Any] = lambda reeks: reeks) -> Reeks:
        """Give a figure of all scenarios: of each block what ``vat`` makes of it, put together along the scenarios."""
        with np.errstate(divide="ignore", invalid="ignore"):
            if len(self._delen) == 1:
                return np.asarray(vat(_drie(self._blok(0)[naam])))
            delen = list(self._per_blok(naam, vat))
        if all(deel.shape[-1] == 1 for deel in delen):
            return delen[0]
        breed = (np.broadcast_to(d, (*d.shape[:-1], self._lengte(k))) for k, d in enumerate(delen))
        return np.concatenate(list(breed), axis=-1)

    def _per_blok(self, naam: str, vat: Callable[[Any], Any]) -> Iterator[Reeks]:
        for nummer in range(len(self._delen)):
            yield np.asarray(vat(_drie(self._blok(nummer)[naam])))

    def _lengte(self, nummer: int) -> int:
        return len(range(*self._delen[nummer].indices(self.scenarios)))


def _snij(reeks: Any, langs: int, plekken: slice) -> Any:
    """Take these places along an axis, where a figure differs along it."""
    if not isinstance(reeks, np.ndarray) or reeks.ndim < 3 or reeks.shape[langs] == 1:
        return reeks
    return reeks[(slice(None),) * langs + (plekken,)]


def _drie(reeks: Any) -> Reeks:
    """Give what is the same everywhere the three axes too."""
    return reeks if np.ndim(reeks) == 3 else np.asarray(reeks, dtype=float).reshape(1, 1, 1)


_ONBEKEND = float("nan")


def _enkel(deel: Any) -> Any:
    """Give a single number as a number: what an equation does with it then shows in its tree; one nan for all."""
    if isinstance(deel, np.ndarray):
        if deel.size != 1:
            return deel
        deel = float(deel.ravel()[0])
    return _ONBEKEND if deel != deel else deel


def _vast(deel: Any) -> bool:
    """Whether an input decides what an equation does: a word, nothing at all, or unknown."""
    return isinstance(deel, str) or (not isinstance(deel, np.ndarray) and (deel == 0 or deel is _ONBEKEND))

"""The outcome of a computation: frozen arrays that say what they are, each computed when it is first asked for."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare.fouten import Fout, ScenarioFout
from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.graaf import SOM, VERGELIJKINGEN, VORIGE, wortel
from fairshare.model.invoer import INVOER, per_gemeente
from fairshare.model.rekening import Rekening
from fairshare.scenario import Scenario

Reeks = NDArray[np.float64]

RUST_OP = "mutaties_2024"
"""Where this is unknown of a gemeente, so is every figure of it that rests on it."""


@dataclass(frozen=True, eq=False)
class Gemeentecijfers:
    """The figures per gemeente; every array broadcasts to (gemeente, jaar, scenario) [homes per year].

    Any figure of :data:`fairshare.model.VERGELIJKINGEN` by its name; shares are fractions, unknown is nan. A figure that
    rests on unknown mutaties is unknown for that gemeente; in the sums over the region it counts as no capaciteit.
    """

    rekening: Rekening
    onbekend: NDArray[np.bool_]
    _gezien: dict[str, Reeks] = field(default_factory=dict)

    def __getattr__(self, naam: str) -> Reeks:
        """Give a figure, computed once; frozen, so that nobody who shows it can change it."""
        if naam.startswith("_") or wortel(naam) not in VERGELIJKINGEN.keys() | INVOER.keys():
            raise AttributeError(f"geen cijfer van een gemeente: {naam}")
        if naam not in self._gezien:
            reeks = self.rekening.figuur(naam)
            if self.onbekend.any() and self.rust_op_mutaties(naam):
                reeks = reeks + np.where(self.onbekend, np.nan, 0.0).reshape(-1, 1, 1)
            reeks = reeks.view()
            reeks.flags.writeable = False
            self._gezien[naam] = reeks
        return self._gezien[naam]

    def rust_op_mutaties(self, naam: str) -> bool:
        """Whether a figure of a gemeente rests on its own mutaties, not only on those of the whole region."""
        opzet, gezien, wachtrij = self.rekening.plan, set(), [naam]
        while wachtrij:
            deel = wachtrij.pop()
            if deel == RUST_OP:
                return True
            if deel not in gezien and not deel.startswith(SOM):
                gezien.add(deel)
                wachtrij.extend(opzet.delen(deel.removeprefix(VORIGE)))
        return False


@dataclass(frozen=True, eq=False)
class Regiocijfers:
    """The figures of the region, shape (jaar, scenario) [homes per year]; unknown mutaties count as 0 in them."""

    rekening: Rekening
    _gezien: dict[str, Reeks] = field(default_factory=dict)

    def __getattr__(self, naam: str) -> Reeks:
        """Give a figure: the sum over the gemeenten, what follows from such sums, or what is there once."""
        if naam.startswith("_") or wortel(naam) not in VERGELIJKINGEN.keys() | INVOER.keys():
            raise AttributeError(f"geen cijfer van de regio: {naam}")
        if naam not in self._gezien:
            reeks = np.broadcast_to(self._reken(naam), self.rekening.vorm[1:])
            reeks.flags.writeable = False
            self._gezien[naam] = reeks
        return self._gezien[naam]

    def _reken(self, naam: str) -> Reeks:
        som = VERGELIJKINGEN.get(naam)
        if som is not None and som.van_de_regio:
            delen = {deel: self._deel(deel) for deel in self.rekening.plan.delen(naam)}
            with np.errstate(divide="ignore", invalid="ignore"):
                return np.asarray(self.rekening.plan.doe(naam)(delen))
        if per_gemeente(naam):
            return self.rekening.figuur(f"{SOM}{naam}", _plat)
        return self.rekening.figuur(naam, _plat)

    def _deel(self, deel: str) -> Reeks:
        """Give a part of a figure that follows from sums."""
        if deel.startswith(VORIGE):
            return self.rekening.figuur(f"{VORIGE}{SOM}{deel.removeprefix(VORIGE)}", _plat)
        return self._reken(deel)

    def van_jaar(self, naam: str, j: int) -> Reeks:
        """Give the sum of a figure over the gemeenten in one year, shape (scenario,): quicker where only that year is looked at."""
        som = self.rekening.van_jaar(f"{SOM}{naam}", j)
        return np.broadcast_to(som[0], (self.rekening.scenarios,))

    @property
    def tekort(self) -> Reeks:
        """The sum of the local tekorten: niet geplaatst when nothing may move."""
        return self.som_tekort

    @cached_property
    def reservering(self) -> Reeks:
        """The reserved share of all homes to let [fraction]."""
        return np.asarray(self.reservering_regio)

    @cached_property
    def gemiste_plaatsingen(self) -> Reeks:
        """What was missed over the period, shape (scenario,) [homes]; below 0 has caught up; not a wachtlijst."""
        return np.asarray(self.gemist[-1])


def _plat(reeks: Reeks) -> Reeks:
    return np.asarray(reeks[0])


@dataclass(frozen=True, eq=False)
class Uitkomst:
    """What the model says of one scenario, or of many at once.

    ``gemeenten`` has the figures per (gemeente, jaar, scenario), ``regio`` those of the region per (jaar, scenario);
    ``onvolledig`` names the gemeenten whose mutaties are unknown.
    """

    bron: Regio
    scenario: Scenario
    jaren: tuple[int, ...]
    onvolledig: tuple[str, ...]
    gemeenten: Gemeentecijfers
    regio: Regiocijfers

    @property
    def eindjaar(self) -> int:
        """The year in which the path is complete."""
        return self.scenario.eind

    @property
    def eind(self) -> int:
        """The place of the end year in the axis of the years."""
        return self.jaren.index(self.scenario.eind)

    @property
    def volledig(self) -> bool:
        """Whether nothing is missing below niet geplaatst of the region in the end year; of the first scenario."""
        return bool(np.isfinite(self.regio.niet_geplaatst[self.eind, 0])) and not self.onvolledig

    def per_gemeente(self, naam: str, jaar: int | None = None) -> Reeks:
        """Give a figure of every gemeente in one year (the end year when left out), shape (gemeente,).

        Of the first scenario, where there are more.
        """
        return self.over_de_jaren(naam)[:, self._plek(jaar)]

    def _plek(self, jaar: int | None) -> int:
        if jaar is not None and jaar not in self.jaren:
            raise ScenarioFout([Fout("jaar", str(jaar), f"kies {self.jaren[0]} tot en met {self.jaren[-1]}")])
        return self.eind if jaar is None else self.jaren.index(jaar)

    def over_de_jaren(self, naam: str) -> Reeks:
        """Give a figure of every gemeente in every year, shape (gemeente, jaar); of the first scenario."""
        vorm = (len(self.bron.gemeenten), len(self.jaren))
        return np.broadcast_to(getattr(self.gemeenten, naam)[..., 0], vorm)

    def regionaal(self, naam: str, jaar: int | None = None) -> float:
        """Give a figure of the region in one year (the end year when left out); of the first scenario."""
        return float(getattr(self.regio, naam)[self._plek(jaar), 0])

    def met(self, **cijfers: Reeks) -> Uitkomst:
        """Give what follows when figures are what they are given as, shape (gemeente, jaar, scenario), instead of computed.

        Examples
        --------
        >>> from fairshare.gegevens import lees_regio
        >>> from fairshare.model import bereken
        >>> uitkomst = bereken(lees_regio("stedendriehoek"))
        >>> round(uitkomst.met(opgave_regio=np.full((1, 10, 1), 1200.0)).regionaal("niet_geplaatst"), 2)
        244.5
        """
        rekening = self.regio.rekening.met(cijfers)
        gemeenten = Gemeentecijfers(rekening, self.gemeenten.onbekend)
        return replace(self, gemeenten=gemeenten, regio=Regiocijfers(rekening))

    def tabel(self) -> pd.DataFrame:
        """Give every figure of every gemeente, year and scenario: a row each, the scenarios numbered from 0.

        Examples
        --------
        >>> from fairshare.gegevens import lees_regio
        >>> from fairshare.model import bereken
        >>> tabel = bereken(lees_regio("stedendriehoek"), reservering=[30, 35]).tabel()
        >>> tabel.query("naam == 'Lochem' and jaar == 2035")["capaciteit"].round(1).tolist()
        [45.0, 52.5]
        """
        from fairshare.model.tabellen import alle_rijen

        return alle_rijen(self)

    def __getstate__(self) -> Any:  # pragma: no cover - a guard
        """Refuse to be copied to another process: an outcome is computed where it is asked for."""
        raise TypeError("een uitkomst wordt niet bewaard; bewaar het scenario")

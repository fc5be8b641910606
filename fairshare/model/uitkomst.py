"""The outcome of a computation: frozen arrays that say what they are."""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Regio
from fairshare.model import vergelijkingen as v
from fairshare.scenario import Scenario

Reeks = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Gemeentecijfers:
    """The figures per gemeente; every array broadcasts to (gemeente, jaar, scenario) [homes per year].

    ``reservering`` is a fraction, unknown is nan. What follows from the fields is computed when it is first asked for.
    """

    opgave: Reeks
    mutaties: Reeks
    vrij: Reeks
    reservering: Reeks
    buiten: Reeks
    capaciteit: Reeks
    vraag: Reeks
    tekort: Reeks
    overschot: Reeks
    tekort_regio: Reeks
    overschot_regio: Reeks
    verevend: Reeks

    def __post_init__(self) -> None:
        """Freeze the arrays too: nobody who shows a figure can change it."""
        for naam in self.__dataclass_fields__:
            getattr(self, naam).flags.writeable = False

    @cached_property
    def niet_geplaatst(self) -> Reeks:
        """What is left of the tekort after verevening: tekort (1 - verevend / sum tekort)."""
        return self.tekort * (1 - v.verevend_deel(self.tekort_regio, self.verevend))

    @cached_property
    def geleverd(self) -> Reeks:
        """What a gemeente does for others: overschot verevend / sum overschot."""
        return self.overschot * v.verevend_deel(self.overschot_regio, self.verevend)

    @cached_property
    def plaatsingen(self) -> Reeks:
        """Urgenten housed in each gemeente, for itself and for others."""
        return v.plaatsingen(self.vraag, self.capaciteit, self.geleverd)

    @cached_property
    def regulier(self) -> Reeks:
        """Homes left for regulier woningzoekenden."""
        return v.regulier(self.vrij, self.plaatsingen, self.buiten)

    @cached_property
    def benodigd_percentage(self) -> Reeks:
        """Share of the free homes that a gemeente's own opgave takes [percent]."""
        return v.benodigd_percentage(self.opgave, self.vrij)

    def zonder(self, onbekend: NDArray[np.bool_]) -> "Gemeentecijfers":
        """Make unknown (nan) what rests on unknown mutaties, in the gemeenten of the mask (gemeente,)."""
        if not onbekend.any():
            return self
        weg = np.where(onbekend, np.nan, 0.0).reshape(-1, 1, 1)
        namen = ("mutaties", "vrij", "capaciteit", "tekort", "overschot")
        return replace(self, **{naam: getattr(self, naam) + weg for naam in namen})


@dataclass(frozen=True, eq=False)
class Regiocijfers:
    """The sums over the region, shape (jaar, scenario) [homes per year]; unknown mutaties count as 0 in them."""

    gemeenten: Gemeentecijfers

    def _som(self, reeks: Reeks) -> Reeks:
        return np.broadcast_to(reeks.sum(axis=0), self.verevend.shape)

    @cached_property
    def opgave(self) -> Reeks:
        """The regional opgave O_t."""
        return self._som(self.gemeenten.opgave)

    @cached_property
    def mutaties(self) -> Reeks:
        """All mutaties."""
        return self._som(self.gemeenten.mutaties)

    @cached_property
    def vrij(self) -> Reeks:
        """All homes to let."""
        return self._som(self.gemeenten.vrij)

    @cached_property
    def capaciteit(self) -> Reeks:
        """All homes for urgenten."""
        return self._som(self.gemeenten.capaciteit)

    @cached_property
    def reservering(self) -> Reeks:
        """Reserved share of all homes to let, without places outside social rent [fraction]."""
        vrij = np.where(self.vrij == 0, np.nan, self.vrij)
        return (self.capaciteit - self._som(self.gemeenten.buiten)) / vrij

    @cached_property
    def vraag(self) -> Reeks:
        """The opgave with the achterstand of the year before."""
        return self._som(self.gemeenten.vraag)

    @property
    def tekort(self) -> Reeks:
        """The sum of the local tekorten: niet geplaatst when nothing may move."""
        return np.broadcast_to(self.gemeenten.tekort_regio[0], self.verevend.shape)

    @property
    def overschot(self) -> Reeks:
        """The sum of the local overschotten."""
        return np.broadcast_to(self.gemeenten.overschot_regio[0], self.verevend.shape)

    @property
    def verevend(self) -> Reeks:
        """What moves from a surplus to a shortage."""
        return np.asarray(self.gemeenten.verevend[0])

    @cached_property
    def niet_geplaatst(self) -> Reeks:
        """Opgave that no capaciteit covers: sum tekort - verevend."""
        return self.tekort - self.verevend

    @cached_property
    def plaatsingen(self) -> Reeks:
        """All urgenten housed."""
        return self._som(self.gemeenten.plaatsingen)

    @cached_property
    def regulier(self) -> Reeks:
        """All homes left for regulier woningzoekenden."""
        return self._som(self.gemeenten.regulier)

    @cached_property
    def benodigd_percentage(self) -> Reeks:
        """Share of the free homes that the whole opgave takes [percent]."""
        return v.benodigd_percentage(self.opgave, self.vrij)

    @cached_property
    def gemiste_plaatsingen(self) -> Reeks:
        """Sum of niet geplaatst over the years, shape (scenario,) [homes]; not a wachtlijst."""
        return np.asarray(self.niet_geplaatst.sum(axis=0))


@dataclass(frozen=True, eq=False)
class Uitkomst:
    """What the model says of one scenario, or of many at once.

    ``gemeenten`` has the figures per (gemeente, jaar, scenario), ``regio`` the sums per (jaar, scenario);
    ``onvolledig`` names the gemeenten whose mutaties are unknown.
    """

    bron: Regio
    scenario: Scenario
    jaren: tuple[int, ...]
    onvolledig: tuple[str, ...]
    gemeenten: Gemeentecijfers
    regio: Regiocijfers

    @property
    def volledig(self) -> bool:
        """Whether nothing is missing below niet geplaatst of the region in the end year; of the first scenario."""
        return bool(np.isfinite(self.regio.niet_geplaatst[-1, 0])) and not self.onvolledig

    def per_gemeente(self, naam: str, jaar: int | None = None) -> Reeks:
        """Give a figure of every gemeente in one year (the end year when left out), shape (gemeente,).

        Of the first scenario, where there are more.
        """
        return self.over_de_jaren(naam)[:, -1 if jaar is None else self.jaren.index(jaar)]

    def over_de_jaren(self, naam: str) -> Reeks:
        """Give a figure of every gemeente in every year, shape (gemeente, jaar); of the first scenario."""
        vorm = (len(self.bron.gemeenten), len(self.jaren), self.regio.verevend.shape[-1])
        return np.broadcast_to(getattr(self.gemeenten, naam), vorm)[..., 0]

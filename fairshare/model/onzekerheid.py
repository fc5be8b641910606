"""How sure an outcome is: ten thousand drawn futures of what is really uncertain, the same for the same link."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Regio
from fairshare.model.invoer import eigen_mutatiegraad, gekozen_opgave, mutatiegraad, mutaties_2024, taakstelling
from fairshare.model.rekenen import bereken
from fairshare.model.toeval import met_toeval
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.verdeelsleutel import KOLOM, gewichten
from fairshare.model.vergelijkingen import opgave_basis
from fairshare.onthouden import onthoud
from fairshare.opmaak import NIETS
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave

Reeks = NDArray[np.float64]

AANTAL = 10_000
"""How many variants are drawn for the band."""

MINST, GEMEENTEN = 500, 300_000
"""With many gemeenten fewer are drawn, in steps of the first number: the second over the gemeenten."""

APART, ZOEKEN = 5, 10
"""Of the variants one in so many is used to vary one input alone, and to try where a lever must go."""

HOOGSTE_GRAAD = 100.0
"""No more homes come free than there are [percent]."""

_BLOK = 500
"""Variants in one call of the engine: few enough to stay in the cache of a processor."""

LAAG, HOOG = 5, 95
"""The band holds the middle ninety percent of the variants."""

HALF = 0.5
"""A figure that is printed as a whole number may be half a unit off."""
HALVE_GRAAD = 0.005
"""A mutatiegraad that is printed with two decimals may be this much off [percent]."""

TOEVAL = "toeval"

INVOER = {
    "opgave": "Opgave (uw marge)",
    "mutatiegraad": "Mutatiegraad (uw marge)",
    "mutaties": "Herleide mutaties",
    "afronding": "Afronding in de bron",
    TOEVAL: "Toeval",
}
"""What is uncertain, with labels."""


@dataclass(frozen=True)
class Bandbreedte:
    """The middle ninety percent of the variants, lowest and highest; homes (= households) per year."""

    niet_geplaatst: tuple[float, float]
    """Niet geplaatst of the region in the end year."""
    gemiste_plaatsingen: tuple[float, float]
    pad_laag: Reeks
    """Niet geplaatst of the region, shape (jaar,)."""
    pad_hoog: Reeks
    gemeenten_laag: Reeks
    """Niet geplaatst in the end year, shape (gemeente,)."""
    gemeenten_hoog: Reeks
    aantal: int
    """How many variants were drawn."""
    dicht: float
    """Share of the variants in which nobody is left without a home in the end year [percent]."""
    tornado: Mapping[str, tuple[float, float]]
    """Niet geplaatst of the region in the end year when only that input varies, the widest first."""


def onzekerheid(uitkomst: Uitkomst, weergave: Weergave) -> Bandbreedte:
    """Draw variants of the uncertain inputs and see what becomes of niet geplaatst.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    weergave
        The margins, whether chance counts, and the number of the draw: the same number gives the same band.

    Notes
    -----
    One draw per future of the margins, and a new one each year of chance (:mod:`fairshare.model.toeval`).
    Opgave and mutatiegraad: uniform within the margin. Mutaties: each row of whole numbers within the derived ranges
    that fits the printed total is as likely as another. Rounding: uniform within half a unit, of the regional opgave,
    of column A as a weight, and of the mutatiegraad of 2024 where the scenario's differs from it. All independent.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> band = onzekerheid(bereken(lees_regio("stedendriehoek")), Weergave())
    >>> band.niet_geplaatst[0] < 214.5 < band.niet_geplaatst[1]
    True
    """
    band = _bandbreedte(uitkomst.bron, uitkomst.scenario, *wat_varieert(weergave))
    if uitkomst.volledig:
        return band
    bekend = np.isfinite(uitkomst.per_gemeente("niet_geplaatst"))
    laag, hoog = (np.where(bekend, grens, np.nan) for grens in (band.gemeenten_laag, band.gemeenten_hoog))
    return replace(band, gemeenten_laag=laag, gemeenten_hoog=hoog, dicht=float("nan"))


def trekkingen(regio: Regio, deel: int = 1) -> int:
    """Say how many variants are drawn for a region, or which part of them is used.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> trekkingen(lees_regio("stedendriehoek")), trekkingen(lees_regio("NL")), trekkingen(lees_regio("NL"), APART)
    (10000, 500, 100)
    """
    alle = max(MINST, min(AANTAL, GEMEENTEN // len(regio.gemeenten) // MINST * MINST))
    return max(MINST // APART, alle // deel)


def wat_varieert(weergave: Weergave) -> tuple[tuple[float, float], int, tuple[str, ...]]:
    """Give the margins, the number of the draw and what is uncertain.

    Examples
    --------
    >>> wat_varieert(Weergave(toeval="nee"))
    ((5.0, 0.3), 1, ('opgave', 'mutatiegraad', 'mutaties', 'afronding'))
    """
    welke = tuple(naam for naam in INVOER if naam != TOEVAL or weergave.toeval == "ja")
    return (weergave.marge_opgave, weergave.marge_mutatiegraad), weergave.trekking, welke


def speelt(regio: Regio, scenario: Scenario) -> dict[str, bool]:
    """Say of each uncertain input whether this region has it: a file of one's own has no derived ranges and no printed figures.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> speelt(lees_regio("PV25"), Scenario(opgave=900))["mutaties"]
    False
    """
    anders = mutatiegraad(regio, scenario) != eigen_mutatiegraad(regio)
    gedrukt = scenario.opgave is None and regio.cijfer("opgave") is not None
    return dict.fromkeys(INVOER, True) | {
        "mutaties": regio.heeft(f"mutaties_{scenario.segment}_min"),
        "afronding": anders or gedrukt or regio.heeft(KOLOM["inwoners"]),
    }


@onthoud
def _bandbreedte(
    regio: Regio, scenario: Scenario, marges: tuple[float, float], trekking: int, welke: tuple[str, ...]
) -> Bandbreedte:
    loting, aantal = Loting(regio, scenario, marges, trekking), trekkingen(regio)
    eind, gemist, jaren, gemeenten = (
        np.concatenate(deel, axis=-1) for deel in zip(*loting.reken(aantal, set(welke)), strict=True)
    )
    apart = {
        naam: _tussen(loting.alleen(naam, trekkingen(regio, APART))) for naam in welke if speelt(regio, scenario)[naam]
    }
    pad, per_gemeente = (np.percentile(reeks, [LAAG, HOOG], axis=-1) for reeks in (jaren, gemeenten))
    return Bandbreedte(
        niet_geplaatst=_tussen(eind),
        gemiste_plaatsingen=_tussen(gemist),
        pad_laag=pad[0],
        pad_hoog=pad[1],
        gemeenten_laag=per_gemeente[0],
        gemeenten_hoog=per_gemeente[1],
        aantal=aantal,
        dicht=100 * float((eind <= NIETS).mean()) if np.isfinite(eind).all() else float("nan"),
        tornado=dict(sorted(apart.items(), key=lambda rij: rij[1][0] - rij[1][1])),
    )


def _tussen(reeks: Reeks) -> tuple[float, float]:
    laag, hoog = np.percentile(reeks, [LAAG, HOOG])
    return float(laag), float(hoog)


class Loting:
    """The drawn numbers of one link, and the futures that follow from them."""

    def __init__(self, regio: Regio, scenario: Scenario, marges: tuple[float, float], trekking: int) -> None:
        self.regio, self.scenario, self.trekking = regio, scenario, trekking
        self.marges = {"opgave": marges[0] / 100, "mutatiegraad": marges[1]}
        aantal = len(regio.gemeenten)
        # Only uniform numbers are drawn: their order is the promise that a link keeps.
        loten = np.random.Generator(np.random.PCG64(trekking)).random((5 + 2 * aantal, trekkingen(regio)))
        self.opgave, self.graad, self.rond_opgave, self.rond_graad, self.som = loten[:5]
        self.mutaties, self.rond_gewicht = loten[5 : 5 + aantal], loten[5 + aantal :]

    def reken(self, aantal: int, welke: set[str]) -> Iterator[tuple[Reeks, Reeks, Reeks, Reeks]]:
        """Give niet geplaatst of the region in the end year and what is missed (blok,), per year, and per gemeente."""
        for nu in self.toekomsten(aantal, welke):
            over, eind = nu.regio.niet_geplaatst, nu.eind
            per_gemeente = nu.gemeenten.niet_geplaatst
            yield (
                over[eind],
                nu.regio.gemiste_plaatsingen,
                over,
                per_gemeente[:, eind if per_gemeente.shape[1] > 1 else 0],
            )

    def alleen(self, naam: str, aantal: int) -> Reeks:
        """Give niet geplaatst of the region in the end year when only one input varies."""
        return np.concatenate([nu.regio.niet_geplaatst[nu.eind] for nu in self.toekomsten(aantal, {naam})])

    def toekomsten(self, aantal: int, welke: set[str]) -> Iterator[Uitkomst]:
        """Give the outcome of a block of futures at a time."""
        for begin in range(0, aantal, _BLOK):
            deel = slice(begin, min(begin + _BLOK, aantal))
            nu = bereken(self.regio, self.scenario, **self._variaties(deel, welke))
            yield met_toeval(nu, (self.trekking, begin)) if TOEVAL in welke else nu

    def _variaties(self, deel: slice, welke: set[str]) -> dict[str, Reeks]:
        """Make the variants of a block; what is not asked stays as it is in the scenario."""
        rond, niets = "afronding" in welke, np.zeros(deel.stop - deel.start)
        opgave = gekozen_opgave(self.regio, self.scenario) + niets
        graad = mutatiegraad(self.regio, self.scenario) + niets
        if "opgave" in welke:
            opgave = opgave * (1 + self.marges["opgave"] * _naar_weerszijden(self.opgave[deel]))
        if rond and self._gedrukt():
            opgave = opgave + HALF * _naar_weerszijden(self.rond_opgave[deel])
        if "mutatiegraad" in welke:
            graad = graad + self.marges["mutatiegraad"] * _naar_weerszijden(self.graad[deel])
        kolommen = self._kolommen(deel, welke)
        mutaties = kolommen.get(f"mutaties_{self.scenario.segment}", mutaties_2024(self.regio, self.scenario) + niets)
        if rond:
            mutaties = mutaties * self._toen(deel)
        bekend = {"opgave": np.maximum(self._minst(), opgave)} if np.isfinite(opgave).all() else {}
        return bekend | {
            "mutatiegraad": np.clip(graad, 0.0, HOOGSTE_GRAAD),
            "mutaties": mutaties,
            "gewichten": gewichten(self.regio, self.scenario, kolommen),
        }

    def _minst(self) -> float:
        """Give the opgave below which nothing would be left of it once statushouders are out."""
        eigen = float(self.regio.cijfer("statushouders") or 0.0)
        gekozen = taakstelling(self.regio, self.scenario)
        return max(0.0, -float(opgave_basis(0.0, self.scenario.statushouders, gekozen, eigen)))  # type: ignore[arg-type]

    def _gedrukt(self) -> bool:
        """Whether the opgave is the printed one, and not the user's own."""
        return self.scenario.opgave is None

    def _toen(self, deel: slice) -> Reeks:
        """Give mu0 over the drawn mu0; where the scenario keeps the mutatiegraad of 2024 its rounding falls away."""
        toen = eigen_mutatiegraad(self.regio)
        if mutatiegraad(self.regio, self.scenario) == toen:
            return np.ones(deel.stop - deel.start)
        return toen / (toen + HALVE_GRAAD * _naar_weerszijden(self.rond_graad[deel]))

    def _kolommen(self, deel: slice, welke: set[str]) -> dict[str, Reeks]:
        """Draw the columns that are not exact."""
        anders: dict[str, Reeks] = {}
        segment, gedrukt = f"mutaties_{self.scenario.segment}", KOLOM["inwoners"]
        if "mutaties" in welke and self.regio.heeft(f"{segment}_min"):
            anders[segment] = trek_mutaties(self.regio, segment, self.som[deel], self.mutaties[:, deel])
        if "afronding" in welke and self.regio.heeft(gedrukt):
            waarden = self.regio.kolom(gedrukt).reshape(-1, 1)
            anders[gedrukt] = np.maximum(0.0, waarden + HALF * _naar_weerszijden(self.rond_gewicht[:, deel]))
        return anders


def _naar_weerszijden(loten: Reeks) -> Reeks:
    """Turn numbers between 0 and 1 into numbers between -1 and 1."""
    return 2 * loten - 1


def trek_mutaties(regio: Regio, kolom: str, lot_som: Reeks, loten: Reeks) -> Reeks:
    """Draw rows of whole numbers within the ranges of a column, each row that fits the printed total as likely.

    Parameters
    ----------
    regio, kolom
        The region and the column; its ranges stand in ``<kolom>_min`` and ``<kolom>_max``, its total in the register.
    lot_som, loten
        Numbers between 0 and 1, shape (trekking,) and (gemeente, trekking).

    Returns
    -------
    numpy.ndarray
        Shape (gemeente, trekking); nan where the figure is unknown.

    Notes
    -----
    Counting from the last gemeente back: how many ways lead to each remaining sum. A draw then goes forward, each step
    in proportion to the ways that are left.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> half = np.full(4, 0.5)
    >>> trek_mutaties(lees_regio("stedendriehoek"), "mutaties_liberalisatiegrens", half, np.full((9, 4), 0.5)).sum(axis=0)
    array([3185., 3185., 3185., 3185.])
    """
    laag, hoog = regio.kolom(f"{kolom}_min"), regio.kolom(f"{kolom}_max")
    bekend = np.flatnonzero(np.isfinite(laag))
    ruimte = (hoog - laag)[bekend].astype(int)
    wegen = [np.ones(1)]
    for breedte in ruimte[::-1]:
        verder = np.convolve(wegen[0], np.ones(breedte + 1))
        wegen.insert(0, verder / verder.max())
    over = _som(regio, kolom, int(laag[bekend].sum()), wegen[0], lot_som)
    getrokken = np.full(loten.shape, np.nan)
    for k, i in enumerate(bekend):
        stappen = np.arange(ruimte[k] + 1).reshape(-1, 1)
        rest = over - stappen
        kans = np.where((rest >= 0) & (rest < len(wegen[k + 1])), np.take(wegen[k + 1], rest, mode="clip"), 0.0)
        hier = np.asarray((loten[i] * kans.sum(axis=0) >= np.cumsum(kans, axis=0)).sum(axis=0))
        getrokken[i], over = laag[i] + hier, over - hier
    return getrokken


def _som(regio: Regio, kolom: str, laagste: int, wegen: Reeks, lot: Reeks) -> NDArray[np.int64]:
    """Draw how far the total lies above its lowest, within the printed total, in proportion to the ways to it."""
    cijfer = regio.register.kolommen.get(kolom)
    van, tot = (grens - laagste for grens in cijfer.totaal) if cijfer and cijfer.totaal else (0, len(wegen) - 1)
    plek = np.arange(len(wegen))
    kans = np.where((plek >= van) & (plek <= tot), wegen, 0.0)
    return np.asarray(np.searchsorted(np.cumsum(kans), lot * kans.sum(), side="right"))

"""Then and now: the same scenario on two editions of a region, and which new count moved what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import EDITIE, Monitoring, Regio, editie_van, edities, is_eigen, lees_regio
from fairshare.lui import pd
from fairshare.model.hele_woningen import REGIO, met_totaal
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import opsomming, verschil
from fairshare.scenario import Scenario

KOLOMMEN = {
    "opgave_inwoners_gepubliceerd": "gedrukte opgave vervalt als sleutel",
    "inwoners_2024": "inwoners",
    "huishoudens_2024": "huishoudens",
    "woningen_2024": "woningen",
    "corporatiewoningen_2024": "corporatiewoningen",
}
"""What a new edition counts anew, and how it is called as a cause; in this order."""


@dataclass(frozen=True, eq=False)
class Herijking:
    """A scenario on the figures of then and of now, and in between with one more column of now each time."""

    toen: Uitkomst
    nu: Uitkomst
    stappen: tuple[tuple[str, Uitkomst], ...]
    """What was replaced, and the outcome with that and all before it."""
    jaar: int

    def waarde(self, uitkomst: Uitkomst, figuur: str) -> NDArray[np.float64]:
        """Give a figure of every gemeente and of the region in the end year; a weight in percent."""
        return _met_som(uitkomst.per_gemeente(figuur) * (100 if figuur == "gewicht" else 1))

    @property
    def figuur(self) -> str:
        """What is asked of a gemeente: homes, and without an opgave its part of any."""
        return "eigen_aandeel" if np.isfinite(self.toen.per_gemeente("eigen_aandeel")).all() else "gewicht"


def _met_som(cijfers: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.append(cijfers, cijfers.sum())


def decimalen(figuur: str) -> int:
    """Give the decimals in which a figure is told: a change of a tenth of a home, or of a hundredth of a percent.

    Examples
    --------
    >>> decimalen("eigen_aandeel"), decimalen("gewicht")
    (1, 2)
    """
    return 2 if figuur == "gewicht" else 1


def andere_editie(sleutel: str) -> str:
    """Give the edition that a region is held beside: the newest, of an edition the first; "" where there is none.

    Examples
    --------
    >>> andere_editie("stedendriehoek"), andere_editie("stedendriehoek@2025"), andere_editie("eigen-888cecd2")
    ('stedendriehoek@2025', 'stedendriehoek', '')
    """
    basis, jaar = editie_van(sleutel)
    if is_eigen(sleutel) or not edities():
        return ""
    return basis if jaar else f"{basis}{EDITIE}{edities()[-1]}"


def herijking(scenario: Scenario) -> Herijking:
    """Compute a scenario on the first edition of its region and on the other.

    Raises
    ------
    ScenarioFout
        When the scenario cannot be on one of them.

    Examples
    --------
    >>> her = herijking(Scenario())
    >>> her.waarde(her.toen, "eigen_aandeel")[3], her.waarde(her.nu, "eigen_aandeel")[3].round(1)
    (np.float64(87.0), np.float64(85.7))
    """
    basis, jaar = editie_van(scenario.regio)
    nieuw = f"{basis}{EDITIE}{jaar or edities()[-1]}"
    regio, later = lees_regio(basis), lees_regio(nieuw)
    stappen = tuple((naam, bereken(tussen, scenario.met(regio=basis))) for naam, tussen in _tussen(regio, later))
    return Herijking(
        toen=bereken(regio, scenario.met(regio=basis)),
        nu=bereken(later, scenario.met(regio=nieuw)),
        stappen=stappen,
        jaar=editie_van(nieuw)[1] or 0,
    )


def _tussen(regio: Regio, later: Regio) -> Iterator[tuple[str, Regio]]:
    """Replace the columns that differ, one after the other."""
    nu = {rij.code: rij for rij in later.gemeenten}
    for naam in KOLOMMEN:
        anders = tuple(rij.model_copy(update={naam: getattr(nu[rij.code], naam)}) for rij in regio.gemeenten)
        if anders != regio.gemeenten:
            regio = replace(regio, gemeenten=anders)
            yield naam, regio


def wat_verschoof(her: Herijking, figuur: str) -> pd.DataFrame:
    """Give of every gemeente, and of the region, a figure of then and of now with what moved it; as it is told, so that all adds up.

    Examples
    --------
    >>> wat_verschoof(herijking(Scenario()), "eigen_aandeel").loc[3, "waardoor"]
    'gedrukte opgave vervalt als sleutel −1,0 en inwoners −0,3'
    """
    keer, codes = 10 ** decimalen(figuur), her.toen.bron.codes
    reeks = [
        met_totaal(keer * her.waarde(uitkomst, figuur), codes)
        for uitkomst in (her.toen, *(uitkomst for _, uitkomst in her.stappen), her.nu)
    ]
    toen, nu = reeks[0] / keer, reeks[-1] / keer
    stappen = zip(her.stappen, reeks, reeks[1:], strict=False)
    effecten = {naam: (erna - ervoor) / keer for (naam, _), ervoor, erna in stappen}
    zinnen = [
        [
            f"{KOLOMMEN[naam]} {verschil(een[i], decimalen(figuur))}"
            for naam, een in effecten.items()
            if np.nan_to_num(een[i])
        ]
        for i in range(len(toen))
    ]
    return pd.DataFrame(
        {
            "naam": [*her.toen.bron.namen, REGIO],
            "toen": toen,
            "nu": nu,
            "verschil": nu - toen,
            "waardoor": [opsomming(delen) if delen else "" for delen in zinnen],
        }
    )


def tellingen(her: Herijking) -> pd.DataFrame:
    """Give the counts of then and of now of every gemeente and of the region, a column ``<naam>_toen`` and ``<naam>_nu`` each.

    Examples
    --------
    >>> tellingen(herijking(Scenario())).loc[3, ["inwoners_toen", "inwoners_nu"]].tolist()
    [34289.0, 34316.0]
    """
    kolommen: dict[str, object] = {"naam": [*her.toen.bron.namen, REGIO]}
    for kolom in ("inwoners_2024", "corporatiewoningen_2024"):
        for wanneer, uitkomst in (("toen", her.toen), ("nu", her.nu)):
            kolommen[f"{kolom.removesuffix('_2024')}_{wanneer}"] = _met_som(uitkomst.bron.kolom(kolom))
    return pd.DataFrame(kolommen)


def gerealiseerd(her: Herijking, realisatie: Monitoring) -> pd.DataFrame | None:
    """Give the toewijzingen of 2024 beside those that were realised in the year of the edition; None where that has none.

    A gemeente of which a half-year is missing is unknown.
    """
    per_jaar = [rij for rij in realisatie.realisatie if rij.jaar == her.jaar and rij.toewijzingen is not None]
    if not per_jaar:
        return None
    helften = {(rij.code, rij.halfjaar): rij.toewijzingen for rij in per_jaar}
    nu = np.array(
        [
            sum(helften.get((code, helft)) or 0 if (code, helft) in helften else np.nan for helft in (1, 2))
            for code in her.toen.bron.codes
        ]
    )
    toen, nu = _met_som(her.toen.bron.kolom("toewijzingen_2024")), _met_som(nu)
    return pd.DataFrame({"naam": [*her.toen.bron.namen, REGIO], "toen": toen, "nu": nu, "verschil": nu - toen})

"""Scenarios side by side: first what is chosen differently, then what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.hele_woningen import heel
from fairshare.model.herrekening import NIET_GEPLAATST, SAMEN, gedrukte_cellen
from fairshare.model.kerncijfers import jaar_dicht
from fairshare.model.uitkomst import Uitkomst
from fairshare.scenario import Scenario, parameter, standaard

KOLOMMEN = {
    "A": "Kolom A: naar inwoners",
    "B": "Kolom B: realisatie 2024",
    "C": "Kolom C: 30% van de mutaties",
    "D": "Kolom D: 30% tot de 1e aftoppingsgrens",
    "E": "Kolom E: variant 15% van de presentatie",
}
"""The published columns that can stand beside a scenario, by letter."""


BEGIN = "Beginscenario"
"""The name of the scenario with which a region begins: its agreement, and assumptions for what that leaves open."""

MEESTE_DELEN = 3
"""A name tells at most this many differences."""


@dataclass(frozen=True)
class Kandidaat:
    """What stands in one column of a comparison: a scenario with its outcome, or a published column."""

    naam: str
    uitkomst: Uitkomst | None
    plekken: NDArray[np.float64]
    """Places for urgenten per gemeente in the end year, in whole homes, shape (gemeente,)."""
    niet_geplaatst: NDArray[np.float64]
    """Per gemeente in the end year; a published column does not say."""
    opgave: NDArray[np.float64]
    """Fair share per gemeente in the end year; a published column does not say."""
    samen: float
    """Niet geplaatst of the region in the end year."""
    plekken_samen: float


def van_uitkomst(naam: str, uitkomst: Uitkomst) -> Kandidaat:
    """Make a column of an outcome.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> round(van_uitkomst("nu", bereken(lees_regio("stedendriehoek"))).samen, 9)
    214.5
    """
    return Kandidaat(
        naam=naam,
        uitkomst=uitkomst,
        plekken=heel(uitkomst, "capaciteit")[:-1, uitkomst.eind],
        niet_geplaatst=heel(uitkomst, "niet_geplaatst")[:-1, uitkomst.eind],
        opgave=heel(uitkomst, "eigen_aandeel")[:-1, uitkomst.eind],
        samen=uitkomst.regionaal("niet_geplaatst"),
        plekken_samen=uitkomst.regionaal("capaciteit"),
    )


def korte_naam(scenario: Scenario, regio: Regio) -> str:
    """Name a scenario by what it has different from the one that its region begins with, gemeenten as ``regio`` names them.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("stedendriehoek")
    >>> korte_naam(Scenario(reservering=35, pad="direct"), regio), korte_naam(Scenario(), regio)
    ('Reservering 35,0%, Ingroeipad Direct', 'Beginscenario')
    """
    kader = standaard(scenario.regio)
    delen = [
        f"{parameter(naam).label} {parameter(naam).toon(waarde)}"
        for naam, waarde in dict(scenario).items()
        if waarde != getattr(kader, naam)
    ]
    rest = [f"en nog {len(delen) - MEESTE_DELEN}"] if len(delen) > MEESTE_DELEN else []
    return regio.met_namen(", ".join(delen[:MEESTE_DELEN] + rest)) or BEGIN


HOORT_BIJ = {"punten": "pad", "gewichten": "sleutel"}
"""What only means something with another parameter, and goes with it."""


def anders_dan(scenario: Scenario, begin: Scenario) -> tuple[str, ...]:
    """Name the parameters in which two scenarios differ; what goes with one of them is not named apart.

    Examples
    --------
    >>> anders_dan(Scenario(reservering=35, pad="eigen", punten="2028:10"), Scenario())
    ('reservering', 'pad')
    """
    namen = [naam for naam, waarde in dict(scenario).items() if waarde != getattr(begin, naam)]
    return tuple(naam for naam in namen if HOORT_BIJ.get(naam) not in namen)


def van_kolom(regio: Regio, letter: str) -> Kandidaat | None:
    """Make a column of the published table; None for a region without one. Its totals are as printed.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> van_kolom(lees_regio("stedendriehoek"), "C").samen
    215.0
    """
    kolom = next((een for een in regio.gepubliceerd if een.letter == letter), None)
    if kolom is None:
        return None
    cellen = gedrukte_cellen(kolom, regio)
    return Kandidaat(
        naam=KOLOMMEN[letter],
        uitkomst=None,
        plekken=np.array([cellen[naam] for naam in regio.namen]),
        niet_geplaatst=np.full(len(regio.gemeenten), np.nan),
        opgave=np.full(len(regio.gemeenten), np.nan),
        samen=cellen[NIET_GEPLAATST],
        plekken_samen=cellen[SAMEN],
    )


def anders_gekozen(kandidaten: Sequence[Kandidaat]) -> pd.DataFrame:
    """List the parameters in which the scenarios differ: a row a parameter, a column a scenario.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> from fairshare.scenario import Scenario
    >>> regio = lees_regio("stedendriehoek")
    >>> namen = {"30": Scenario(), "35": Scenario(reservering=35)}
    >>> tabel = anders_gekozen([van_uitkomst(naam, bereken(regio, s)) for naam, s in namen.items()])
    >>> tabel.to_dict("records")
    [{'naam': 'reservering', '30': 30.0, '35': 35.0}]
    """
    scenarios = {k.naam: dict(k.uitkomst.scenario) for k in kandidaten if k.uitkomst}
    rijen = []
    for naam in Scenario.model_fields:
        waarden = {wie: scenario[naam] for wie, scenario in scenarios.items()}
        if len(set(map(parameter(naam).schrijf, waarden.values()))) > 1:
            rijen.append({"naam": naam, **waarden})
    return pd.DataFrame(rijen, columns=["naam", *scenarios])


def uitkomsten(kandidaten: Sequence[Kandidaat]) -> pd.DataFrame:
    """Put the headline figures side by side: a row a figure, a column a candidate; unknown is nan."""

    def cijfers(k: Kandidaat) -> list[float]:
        kern = [k.samen, k.plekken_samen]
        if k.uitkomst is None:
            return [*kern, *[float("nan")] * 4]
        regio = k.uitkomst.regio
        return [
            *kern,
            k.uitkomst.regionaal("opgave"),
            float(regio.gemiste_plaatsingen[0]),
            k.uitkomst.regionaal("regulier"),
            _dicht(k.uitkomst),
        ]

    namen = ["niet_geplaatst", "plekken", "opgave", "gemist", "regulier", "dicht"]
    return pd.DataFrame({"cijfer": namen, **{k.naam: cijfers(k) for k in kandidaten}})


def _dicht(uitkomst: Uitkomst) -> float:
    """Give the year in which the gap closes; inf where it does not, nan where that is unknown."""
    bekend = np.isfinite(uitkomst.regionaal("niet_geplaatst")) and not uitkomst.onvolledig
    return float(jaar_dicht(uitkomst) or (np.inf if bekend else np.nan))


def vergelijk_per_gemeente(kandidaten: Sequence[Kandidaat], namen: Sequence[str], cijfer: str) -> pd.DataFrame:
    """Put one figure per gemeente side by side, and after each how much the first has more than that one."""
    tabel = pd.DataFrame({"naam": namen})
    eerste = getattr(kandidaten[0], cijfer)
    for nummer, kandidaat in enumerate(kandidaten):
        waarden = getattr(kandidaat, cijfer)
        tabel[f"waarde{nummer}"] = waarden
        if nummer:
            tabel[f"verschil{nummer}"] = eerste - waarden
    return tabel


def vergelijk_per_jaar(kandidaten: Sequence[Kandidaat]) -> pd.DataFrame:
    """Give niet geplaatst of the region per year for each scenario: naam, jaar, niet_geplaatst."""
    delen = [
        pd.DataFrame(
            {"naam": k.naam, "jaar": k.uitkomst.jaren, "niet_geplaatst": k.uitkomst.regio.niet_geplaatst[:, 0]}
        )
        for k in kandidaten
        if k.uitkomst
    ]
    return pd.concat(delen, ignore_index=True)

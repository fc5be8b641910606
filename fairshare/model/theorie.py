"""The published table "Theorie vs praktijk", beside what the model makes of each of its columns."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import getal
from fairshare.scenario import Scenario

KOLOMMEN = {
    "A": "A_verdeling_inwonertal",
    "B": "B_realisatie_2024",
    "C": "C_30pct_mutaties_sociale_huur",
    "D": "D_30pct_mutaties_tot_1e_aftoppingsgrens",
    "E": "E_15pct_wet_regie",
    "F": "F_herkomst_gemeente",
}
"""The columns of the published table, by letter."""

MAXIMUM, MINIMUM = 30, 15
"""Percentages of columns C and D, and of column E (presentatie 13-4-2026)."""


@dataclass(frozen=True)
class Theorie:
    """The published table and the computed one, with the same rows and columns A to F; unknown is nan."""

    bron: pd.DataFrame
    model: pd.DataFrame
    som_bron: pd.Series
    """The sum of the published rows, which need not be the published total."""


def theorie(regio: Regio) -> Theorie | None:
    """Put the published table beside the computed one; None for a region without such a table.

    Both have a row per gemeente, then "Regio" and "Niet geplaatst".

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tabellen = theorie(lees_regio("stedendriehoek"))
    >>> tabellen.bron.loc["Regio", "D"], tabellen.som_bron["D"], round(tabellen.model.loc["Regio", "D"], 1)
    (np.float64(472.0), np.float64(471.0), np.float64(471.6))
    """
    if not regio.gepubliceerd:
        return None
    namen = [*regio.namen, "Regio", "Niet geplaatst"]
    cel = {letter: [float(rij[kolom] or "nan") for rij in regio.gepubliceerd] for letter, kolom in KOLOMMEN.items()}
    bron = pd.DataFrame(cel, index=namen)
    return Theorie(bron=bron, model=_berekend(regio, namen), som_bron=bron.iloc[:-2].sum(min_count=1))


def _berekend(regio: Regio, namen: list[str]) -> pd.DataFrame:
    afspraak = bereken(regio, reservering=MAXIMUM)
    goedkoop = bereken(regio, Scenario(segment="aftoppingsgrens"), reservering=MAXIMUM)
    wettelijk = bereken(regio, reservering=MINIMUM)
    opgave = afspraak.per_gemeente("eigen_aandeel")
    toewijzingen = regio.kolom("toewijzingen_2024")
    regionaal = float(opgave.sum())

    def kolom(per_gemeente: NDArray[np.float64], samen: float, niet_geplaatst: float) -> list[float]:
        return [*per_gemeente.tolist(), samen, niet_geplaatst]

    def capaciteit(uitkomst: Uitkomst) -> list[float]:
        samen, over = (uitkomst.regionaal(naam) for naam in ("capaciteit", "niet_geplaatst"))
        return kolom(uitkomst.per_gemeente("capaciteit"), samen, over)

    return pd.DataFrame(
        {
            "A": kolom(opgave, regionaal, 0.0),
            "B": kolom(toewijzingen, float(toewijzingen.sum()), regionaal - float(toewijzingen.sum())),
            "C": capaciteit(afspraak),
            "D": capaciteit(goedkoop),
            "E": capaciteit(wettelijk),
            "F": [float("nan")] * len(namen),
        },
        index=namen,
    )


def verschillen(tabellen: Theorie) -> pd.DataFrame:
    """List every cell in which the model, rounded half up, differs from the print: column, row, bron, model.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> verschillen(theorie(lees_regio("stedendriehoek")))["rij"].tolist()
    ['Epe', 'Hattem', 'Heerde']
    """
    rijen = [
        (letter, naam, getal(tabellen.bron.loc[naam, letter]), getal(tabellen.model.loc[naam, letter]))
        for letter in KOLOMMEN
        for naam in tabellen.bron.index
    ]
    alle = pd.DataFrame(rijen, columns=["kolom", "rij", "bron", "model"])
    return alle[alle["bron"] != alle["model"]].reset_index(drop=True)


def naast_elkaar(tabellen: Theorie) -> pd.DataFrame:
    """Give the published table as text; where the model comes to something else, that stands behind it.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tabel = naast_elkaar(theorie(lees_regio("stedendriehoek")))
    >>> tabel.loc["Lochem", "A"], tabel.loc["Epe", "D"]
    ('87', '0 ≠ onbekend')
    """
    tekst = tabellen.bron.map(getal)
    for anders in verschillen(tabellen).itertuples():
        tekst.loc[str(anders.rij), str(anders.kolom)] = f"{anders.bron} ≠ {anders.model}"
    return tekst


def anders_dan_cbs(regio: Regio) -> list[str]:
    """Name the gemeenten whose published opgave differs from the one by CBS inwoners, both rounded half up.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> anders_dan_cbs(lees_regio("stedendriehoek"))
    ['Lochem', 'Voorst', 'Epe']
    """
    lezingen = [
        bereken(regio, Scenario(sleutel=sleutel)).per_gemeente("eigen_aandeel")
        for sleutel in ("inwoners", "inwoners_cbs")
    ]
    return [naam for naam, een, ander in zip(regio.namen, *lezingen, strict=True) if getal(een) != getal(ander)]

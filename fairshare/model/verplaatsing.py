"""Where a task or a household goes instead of where the verdeelsleutel puts it: by bounds, by a ruil, by verevening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.hele_woningen import REGIO, hele_woningen
from fairshare.model.invoer import afstanden
from fairshare.model.regels import grenzen_van
from fairshare.model.rekenen import bereken
from fairshare.model.solidariteit import van_naar
from fairshare.model.uitkomst import Reeks, Uitkomst
from fairshare.onthouden import onthoud
from fairshare.opmaak import afgerond, verschil
from fairshare.parameters import Getal
from fairshare.scenario import parameter

MEESTE = 3
"""So many gemeenten are named of those whose bound moved something; what the others did is added up."""

KORT = 31
"""A longer table has only the gemeenten of which something moves."""

_RUIS, _AAN = 1e-9, 1e-6


@dataclass(frozen=True, eq=False)
class Verplaatst:
    """What moves in one year, each of shape (van, naar): from the gemeente whose it was by the key [households per year]."""

    grenzen: Reeks
    ruil: Reeks
    verevening: Reeks
    km: Reeks
    """Between the centres of two gemeenten, as the crow flies; nan where one has none."""

    @property
    def vooraf(self) -> float:
        """What is agreed before a home is let: bounds and ruil."""
        return float(self.grenzen.sum() + self.ruil.sum())

    @property
    def achteraf(self) -> float:
        """What verevening moves."""
        return float(self.verevening.sum())

    @cached_property
    def kilometers(self) -> float:
        """All together [km per year]; nan where a distance is unknown."""
        return sum(_kilometers(deel, self.km) for deel in (self.grenzen, self.ruil, self.verevening) if deel.any())


def _kilometers(deel: Reeks, km: Reeks) -> float:
    """Add up without np.dot, whose threads take longer than the sum."""
    samen = float(np.einsum("ij,ij->", deel, km))
    return samen if samen == samen else float(np.einsum("ij,ij->", deel, np.where(deel > _RUIS, km, 0.0)))


def verplaatsingen(uitkomst: Uitkomst, jaar: int) -> Verplaatst:
    """Say what moves from which gemeente to which in a year.

    What the bounds take from a gemeente goes to those that get more, in proportion to how much more.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> regio = lees_regio("stedendriehoek")
    >>> zonder, met = (verplaatsingen(bereken(regio, Scenario(bovengrens=grens)), 2035) for grens in (None, 45))
    >>> [round(een, 1) for een in (zonder.vooraf, zonder.achteraf, met.vooraf, met.achteraf)]
    [0.0, 10.7, 37.6, 0.0]
    """
    vorm = (len(uitkomst.bron.codes),) * 2
    schuift = np.nan_to_num(uitkomst.per_gemeente("verplaatst", jaar))
    af, bij = np.maximum(0.0, -schuift), np.maximum(0.0, schuift)
    ruil, verevening = np.zeros(vorm), van_naar(uitkomst, jaar).T
    for van, naar, aantal in ruilen(uitkomst):
        ruil[van, naar] += aantal if jaar >= uitkomst.scenario.start else 0.0
    grenzen = np.outer(af, bij) / bij.sum() if bij.sum() > _RUIS else np.zeros(vorm)
    return Verplaatst(grenzen, ruil, verevening, _km(uitkomst.bron))


@onthoud
def _km(regio: Regio) -> Reeks:
    return np.asarray(np.floor(afstanden(regio)) / 10)


def ruilen(uitkomst: Uitkomst) -> list[tuple[int, int, float]]:
    """Give each ruil: who hands over, who takes over (as places in the region), and how much a year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> ruilen(bereken(lees_regio("stedendriehoek"), Scenario(ruil="GM0262-GM0150:10")))
    [(3, 2, 10.0)]
    """
    plek = uitkomst.bron.codes.index
    return [(plek(paar[:6]), plek(paar[7:]), float(aantal)) for paar, aantal in uitkomst.scenario.ruil]


def ruil_tabel(uitkomst: Uitkomst, jaar: int) -> pd.DataFrame:
    """Give the net of the trades of each gemeente, and below them the region: 0.

    Returns
    -------
    pandas.DataFrame
        naam, eigen_aandeel (with the trades), over (handed over), neemt (taken over) and netto, in whole homes per year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> tabel = ruil_tabel(bereken(lees_regio("stedendriehoek"), Scenario(ruil="GM0262-GM0150:10")), 2035)
    >>> tabel.set_index("naam")["netto"][["Lochem", "Deventer", "Hele regio"]].tolist()
    [-10.0, 10.0, 0.0]
    """
    matrix = verplaatsingen(uitkomst, jaar).ruil
    over, neemt = (np.append(deel, deel.sum()) for deel in (matrix.sum(axis=1), matrix.sum(axis=0)))
    tabel = pd.DataFrame(in_het_jaar(uitkomst, ["eigen_aandeel"], jaar))
    return tabel.assign(over=over, neemt=neemt, netto=neemt - over)


def grenzen_tabel(uitkomst: Uitkomst, jaar: int) -> tuple[pd.DataFrame, int]:
    """Give what the bounds did to the share of each gemeente, and by whose bound; of many those that move most.

    Returns
    -------
    pandas.DataFrame
        A row a gemeente and below them the region: naam, zonder, met, schuift (whole homes) and waardoor (words).
    int
        How many gemeenten are left out.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> tabel, weg = grenzen_tabel(bereken(lees_regio("stedendriehoek"), Scenario(bovengrens=50)), 2035)
    >>> tabel = tabel.set_index("naam")
    >>> tabel.loc["Deventer", "waardoor"], tabel.loc["Lochem", "waardoor"]
    ('+3 door de bovengrens van Lochem, +1 door die van Voorst', '−12 door haar eigen bovengrens')
    """
    zonder, met = aandeel_zonder_en_met_grenzen(uitkomst, jaar)
    schuift = met - zonder
    namen = [*uitkomst.bron.namen, REGIO]
    tabel, weg = wie_beweegt(pd.DataFrame({"naam": namen, "zonder": zonder, "met": met, "schuift": schuift}), "schuift")
    return tabel.assign(waardoor=[*_waardoor(uitkomst, jaar, schuift, tabel.index[:-1].tolist()), ""]), weg


def aandeel_zonder_en_met_grenzen(uitkomst: Uitkomst, jaar: int) -> tuple[Reeks, Reeks]:
    """Give the eigen aandeel of each gemeente and the region in a year, without the bounds and with them [whole homes].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> zonder, met = aandeel_zonder_en_met_grenzen(bereken(lees_regio("stedendriehoek"), Scenario(bovengrens=45)), 2035)
    >>> (met - zonder).tolist()
    [18.0, 2.0, 11.0, -19.0, -13.0, 5.0, -3.0, 2.0, -3.0, 0.0]
    """
    anders = bereken(uitkomst.bron, uitkomst.scenario.met(bovengrens=None, ondergrens=0))
    zonder, met = (in_het_jaar(een, ["eigen_aandeel"], jaar)["eigen_aandeel"] for een in (anders, uitkomst))
    return np.array(zonder), np.array(met)


def wie_beweegt(tabel: pd.DataFrame, naam: str) -> tuple[pd.DataFrame, int]:
    """Leave of a long table those of which a figure moves most and the region, and say how many it leaves out; unknown goes first.

    Examples
    --------
    >>> lang = pd.DataFrame({"naam": range(40), "netto": [3.0, *[0.0] * 39]})
    >>> kort, weg = wie_beweegt(lang, "netto")
    >>> kort["naam"].tolist(), weg, wie_beweegt(lang[:9], "netto")[1]
    ([0, 39], 38, 0)
    """
    if len(tabel) <= KORT:
        return tabel, 0
    groot = np.nan_to_num(np.abs(tabel[naam].to_numpy(dtype=float)[:-1]), nan=np.inf)
    meest = np.argsort(-groot, kind="stable")[: KORT - 1]
    kort = tabel.iloc[[*sorted(meest[groot[meest] > 0].tolist()), len(groot)]]
    return kort, len(tabel) - len(kort)


def _waardoor(uitkomst: Uitkomst, jaar: int, schuift: Reeks, wie: Sequence[int]) -> list[str]:
    """Say of some gemeenten by whose bound its whole homes moved."""
    matrix, namen, codes = verplaatsingen(uitkomst, jaar).grenzen, uitkomst.bron.namen, uitkomst.bron.codes
    zinnen, grenzen = [], _eigen_grens(uitkomst, jaar)
    for i, hoeveel, eigen in ((i, schuift[i], grenzen[i]) for i in wie):
        door = matrix[:, i] if hoeveel > 0 else -matrix[i]
        if not hoeveel or np.isnan(hoeveel):
            zinnen.append("")
        elif not door.any():
            zinnen.append("door de afronding")
        elif eigen == ("bovengrens" if hoeveel < 0 else "ondergrens"):
            zinnen.append(f"{verschil(hoeveel)} door haar eigen {eigen}")
        else:
            delen = hele_woningen((door * hoeveel / door.sum()).reshape(-1, 1), codes).ravel()
            zinnen.append(_van_wie(delen, namen, "bovengrens" if hoeveel > 0 else "ondergrens"))
    return zinnen


def _van_wie(delen: Reeks, namen: tuple[str, ...], grens: str) -> str:
    """Write whose bound moved how much, the largest first."""
    wie = [k for k in np.argsort(-np.abs(delen), kind="stable").tolist() if delen[k]]
    de = [f"de {grens}", *["die"] * len(wie)]
    zinnen = [f"{verschil(delen[k])} door {woord} van {namen[k]}" for k, woord in zip(wie[:MEESTE], de, strict=False)]
    rest = [f"{verschil(delen[wie[MEESTE:]].sum())} door die van anderen"] if len(wie) > MEESTE else []
    return ", ".join([*zinnen, *rest])


def _eigen_grens(uitkomst: Uitkomst, jaar: int) -> list[str]:
    """Say at which of its own bounds each gemeente stands, "" at none."""
    namen = ("gewicht_inwoners", "opgave_regio", "ondergrens", "bovengrens", "vrij", "buiten")
    laag, hoog = grenzen_van(*(uitkomst.per_gemeente(naam, jaar) for naam in namen))
    staat = uitkomst.per_gemeente("verdeeld", jaar)
    grenzen = (np.isclose(staat, hoog, rtol=0, atol=_AAN), np.isclose(staat, laag, rtol=0, atol=_AAN))
    return ["bovengrens" if boven else "ondergrens" if onder else "" for boven, onder in zip(*grenzen, strict=True)]


def te_verevenen(uitkomst: Uitkomst, jaar: int) -> float:
    """Give how much of a surplus could meet a shortage elsewhere in a year, whatever verevening allows [homes].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> round(te_verevenen(bereken(lees_regio("stedendriehoek")), 2035), 1)
    10.7
    """
    return min(uitkomst.regionaal("tekort", jaar), uitkomst.regionaal("overschot", jaar))


def verevend_in_woningen(uitkomst: Uitkomst, jaar: int, hoeveel: float) -> float:
    """Give in whole homes what goes to others out of the tekorten of a year: what is left of two figures that are rounded.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> verevend_in_woningen(uitkomst, 2035, te_verevenen(uitkomst, 2035))
    10.0
    """
    tekort = uitkomst.regionaal("tekort", jaar)
    return float(afgerond(tekort) - afgerond(tekort - hoeveel)) if np.isfinite(tekort - hoeveel) else float("nan")


def grens_zonder_verevening(uitkomst: Uitkomst, jaar: int) -> int | None:
    """Give the highest bovengrens that leaves nothing to verevenen in a year; None where there is nothing or no bound fits.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> grens_zonder_verevening(bereken(lees_regio("stedendriehoek")), 2035)
    45
    """
    zonder = uitkomst.scenario.met(bovengrens=None)
    wat = parameter("bovengrens")
    assert isinstance(wat, Getal)
    grenzen = np.array(wat.stappen())
    vrij = bereken(uitkomst.bron, zonder)
    if te_verevenen(vrij, jaar) < _RUIS:
        return None
    samen_hoogstens = grenzen / 100 * vrij.regionaal("vrij", jaar) + vrij.regionaal("buiten", jaar)
    grenzen = grenzen[~(samen_hoogstens < vrij.regionaal("opgave_regio", jaar) - 1)]  # lower ones leave no room at all
    samen, j = bereken(uitkomst.bron, zonder, bovengrens=grenzen).regio, uitkomst.jaren.index(jaar)
    past = np.isfinite(samen.eigen_aandeel).all(axis=0)
    genoeg = grenzen[past & (np.minimum(samen.tekort[j], samen.overschot[j]) < _RUIS)]
    return int(genoeg[-1]) if genoeg.size else None

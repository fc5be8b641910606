"""An outcome as tables: which rows, in which order, and figures worked by hand in their cells."""

import numpy as np
import pytest

from fairshare.model import (
    SAMEN,
    als_lijst,
    bereken,
    eindjaar,
    gemeenten_tabel,
    in_het_jaar,
    pad_tabel,
    per_jaar,
    regio_kolommen,
    regio_tabel,
    van_een,
)
from fairshare.model.tabellen import GEMEENTEN, REGIO, cijfers_van
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

UITKOMST = bereken(proefregio(), Scenario(mutatiegraad=5, verevening=50, eind=2029))
"""From 20% and 15% to 30% in 2029 and on, the opgave from 40 and 60 to 60 and 40; then Oost is 30 short, West has 20."""

JAREN = list(range(2026, 2036))
CIJFERS = ["opgave", "mutaties", "capaciteit", "tekort", "overschot", "niet_geplaatst", "regulier"]


def volgehouden(tot_2029):
    """The four years worked by hand, and 2029 again in each of the six years after it."""
    return tot_2029 + tot_2029[-1:] * 6


def test_the_region_per_year():
    """2026: opgave 45 and 55, capaciteit 22.5 and 37.5, so 22.5 + 17.5 short; 2029: 30 short, 20 over, half of it moves."""
    tabel = regio_tabel(UITKOMST).set_index("jaar")
    assert tabel.index.tolist() == JAREN
    np.testing.assert_allclose(tabel.loc[2026, CIJFERS], [100, 300, 60, 40, 0, 40, 240])
    np.testing.assert_allclose(tabel.loc[2029, CIJFERS], [100, 300, 90, 30, 20, 20, 220])
    np.testing.assert_allclose(tabel.loc[2029, ["verevend", "benodigd_percentage"]], [10, 100 / 3])


def test_the_reservering_of_the_region_and_of_each_gemeente():
    """(22.5 + 37.5) of 300 is 20% in 2026; Oost goes 22.5, 25, 27.5, 30, West 18.75, 22.5, 26.25, 30."""
    np.testing.assert_allclose(pad_tabel(UITKOMST)["reservering"], volgehouden([20, 70 / 3, 80 / 3, 30]))
    tabel = gemeenten_tabel(UITKOMST)
    assert tabel["naam"].tolist() == ["Oost", "West"] * 10
    assert tabel["jaar"].tolist() == [jaar for jaar in JAREN for _ in range(2)]
    per_gemeente = tabel["reservering"].to_numpy().reshape(10, 2)
    np.testing.assert_allclose(per_gemeente, volgehouden([[22.5, 18.75], [25, 22.5], [27.5, 26.25], [30, 30]]))


@pytest.mark.parametrize("maak", [lambda uitkomst: gemeenten_tabel(uitkomst).query("jaar == 2029"), eindjaar])
def test_the_gemeenten_in_the_end_year(maak):
    """Oost 60 against 30 of 100, of which 5 + 5 are taken over; West 40 and 10 for Oost out of 60 of 200."""
    tabel = maak(UITKOMST)
    assert tabel["code"].tolist() == list(proefregio().codes)
    assert tabel["naam"].tolist() == ["Oost", "West"]
    assert tabel["jaar"].tolist() == [2029, 2029]
    np.testing.assert_allclose(tabel[CIJFERS], [[60, 100, 30, 30, 0, 20, 70], [40, 200, 60, 0, 20, 0, 150]])
    np.testing.assert_allclose(tabel[["reservering", "benodigd_percentage"]], [[30, 60], [30, 20]])


def test_the_region_stands_below_its_gemeenten():
    """One row more, with the regional figures of the end year only."""
    tabel = in_het_jaar(UITKOMST, ["niet_geplaatst"])
    assert tabel["naam"] == ["Oost", "West", "Hele regio"]
    assert next(iter(tabel)) == "naam"
    np.testing.assert_allclose(tabel["niet_geplaatst"], [20, 0, 20])


def test_a_column_a_year_keeps_the_order_of_the_data():
    """The opgave of Oost goes 45, 50, 55, 60, that of Aa 55, 50, 45, 40, though Aa comes first in the alphabet."""
    regio = proefregio(gemeente("Oost", 60, 100, 20), gemeente("Aa", 40, 200, 30))
    tabel = per_jaar(bereken(regio, UITKOMST.scenario), "opgave")
    assert tabel.columns.tolist() == ["naam", *map(str, JAREN), SAMEN]
    assert tabel["naam"].tolist() == ["Oost", "Aa", "Hele regio"]
    np.testing.assert_allclose(
        tabel.drop(columns=["naam", SAMEN]),
        [volgehouden([45, 50, 55, 60]), volgehouden([55, 50, 45, 40]), volgehouden([100] * 4)],
    )
    assert tabel[SAMEN].tolist() == [570, 430, 1000]


def test_one_gemeente_per_year():
    """Only Oost, a row a year."""
    assert van_een(UITKOMST, 0, ["opgave"]) == {"jaar": JAREN, "opgave": volgehouden([45, 50, 55, 60])}


def test_rows_as_plain_values_say_none_where_unknown():
    """Columns become text and nan becomes None."""
    rij = als_lijst(regio_kolommen(bereken(proefregio(opgave=float("nan")), Scenario(eind=2028))))[0]
    assert (rij["jaar"], rij["opgave"], rij["mutaties"]) == (2026, None, pytest.approx(300))


def test_every_scenario_has_its_own_rows():
    """Two scenarios in one call: numbered from 0, by year and then by gemeente, each with the figures of its own call."""
    tabel = bereken(proefregio(), Scenario(mutatiegraad=5, eind=2029), reservering=[30, 36]).tabel()
    codes = list(proefregio().codes)
    assert tabel["scenario"].tolist() == [0] * 20 + [1] * 20
    assert tabel["jaar"].tolist() == [jaar for jaar in JAREN for _ in codes] * 2
    assert tabel["code"].tolist() == codes * 20
    assert tabel["naam"].tolist() == ["Oost", "West"] * 20
    assert tabel.columns.tolist() == ["scenario", "jaar", "code", "naam", *GEMEENTEN]
    west = tabel.query("naam == 'West' and jaar == 2029").set_index("scenario")
    assert west["reservering"].tolist() == pytest.approx([30, 36])
    assert west["capaciteit"].tolist() == pytest.approx([60, 72])
    for nummer, reservering in enumerate([30, 36]):
        los = gemeenten_tabel(bereken(proefregio(), Scenario(mutatiegraad=5, eind=2029, reservering=reservering)))
        eigen = tabel[tabel["scenario"] == nummer].reset_index(drop=True)
        for naam in GEMEENTEN:
            np.testing.assert_allclose(eigen[naam], los[naam], err_msg=naam)


def test_a_table_of_the_region_has_the_figures_that_the_scenario_has():
    """Who waits only where someone waits, statushouders apart only where they are counted apart."""
    wacht, apart = ["wachtend", "wachttijd"], ["statushouders_niet_geplaatst", "statushouders_zonder_woning"]
    gewoon = [naam for naam in REGIO if naam not in wacht + apart]
    assert cijfers_van(Scenario()) == gewoon
    assert cijfers_van(Scenario(achterstand="ja")) == gewoon + wacht
    assert cijfers_van(Scenario(statushouders="exclusief")) == gewoon + apart

"""The table game: one round by hand, bids that last until they change, and what the facilitator allows."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairshare.gegevens import lees_eigen
from fairshare.model import bereken, bezwaren, gehaald, ronde_tabel, speel
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.proefregio import proefregio

REGIO = proefregio()
A, B = REGIO.codes
KORT_A, KORT_B = A[2:], B[2:]
UITKOMST = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, eind=2030))


def test_a_round_by_hand():
    """Oost: opgave 60, 100 free, bids 40%, 5 places, 10 homes a year; West takes over 8 of it."""
    boden = ((f"1.{KORT_A}.p", 40.0), (f"1.{KORT_A}.e", 5.0), (f"1.{KORT_A}.n", 10.0), (f"1.{KORT_B}.{KORT_A}", 8.0))
    ronde = speel(UITKOMST, boden, 1)
    assert ronde.opgave == pytest.approx([52, 48])
    assert ronde.capaciteit == pytest.approx([0.4 * (100 + 10 * (1 + 0.05 * 4)) + 5, 0.3 * 200])
    assert ronde.niet_geplaatst == pytest.approx([52 - 49.8, 0])
    assert ronde.regulier == pytest.approx([112 - (49.8 - 5), 200 - 48])
    assert ronde_tabel(UITKOMST, ronde)["draagt"].tolist() == [50 - 60, 48 - 40, 98 - 100]


def test_the_table_of_a_round_by_hand():
    """Oost bids 5 places and 10 homes, West takes over 8; before, Oost had 70 left for regulier and West 160."""
    boden = ((f"1.{KORT_A}.e", 5.0), (f"1.{KORT_A}.n", 10.0), (f"1.{KORT_B}.{KORT_A}", 8.0), (f"2.{KORT_A}.p", 50.0))
    tabel = ronde_tabel(UITKOMST, speel(UITKOMST, boden, 1)).set_index("naam")
    assert tabel.index.tolist() == ["Oost", "West", "Hele regio"]
    verwacht = {
        "percentage": [30, 30, np.nan],
        "plekken": [5, 0, 5],
        "nieuwbouw": [10, 0, 10],
        "fair_share": [60, 40, 100],
        "capaciteit": [39, 60, 99],  # 38.6 of 5 + 0.3 x 112
        "niet_geplaatst": [13, 0, 13],
        "regulier": [78, 152, 230],  # 112 - 33.6
        "overgenomen": [-8, 8, 0],
        "draagt": [39 - 60, 8, -13],
        "regulier_verschil": [8, -8, 0],
    }
    for naam, waarden in verwacht.items():
        np.testing.assert_allclose(tabel[naam], waarden, err_msg=naam, atol=1e-9)


def test_places_outside_count_in_a_round():
    """Ten by 0.6 and 0.4: Oost has 30 + 6, of which only the 30 take homes from regulier."""
    uitkomst = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, eind=2030, alternatief=10))
    ronde = speel(uitkomst, (), 1)
    assert (ronde.nummer, ronde.gat) == (1, pytest.approx(24))
    assert ronde.capaciteit == pytest.approx([36, 64])
    assert ronde.regulier == pytest.approx([70, 200 - (40 - 4)])


def test_places_enough_take_no_home_from_regulier():
    """Oost bids 100 places for its 60: all of its 100 homes are left."""
    assert speel(UITKOMST, ((f"1.{KORT_A}.e", 100.0),), 1).regulier == pytest.approx([100, 160])


def test_what_is_on_the_bound_is_allowed():
    """Exactly the cap, the minimum, the own part and the goal."""
    boden = ((f"1.{KORT_A}.p", 37.0), (f"1.{KORT_B}.p", 15.0), (f"1.{KORT_B}.{KORT_A}", 30.0))
    ronde = speel(UITKOMST, boden, 1)
    assert not bezwaren(UITKOMST, ronde, Weergave(eigen_deel=50))
    assert ronde.gat == pytest.approx(70 - 30)
    assert gehaald(ronde.gat, Weergave(hoogstens=40)) and not gehaald(ronde.gat, Weergave(hoogstens=39))


def test_before_anyone_bids_it_is_the_scenario_without_verevening():
    """Round 0 whatever was bid."""
    boden = ((f"1.{KORT_A}.p", 60.0),)
    begin = speel(UITKOMST, boden, 0)
    assert begin.niet_geplaatst == pytest.approx(UITKOMST.per_gemeente("tekort"))


def test_a_bid_lasts_until_it_changes():
    """Ten places in round 1, none from round 2 on."""
    boden = ((f"1.{KORT_A}.e", 10.0), (f"2.{KORT_A}.e", 0.0))
    assert [speel(UITKOMST, boden, ronde).plekken[0] for ronde in (0, 1, 2, 3)] == [0, 10, 0, 0]


@given(
    st.lists(
        st.tuples(
            st.sampled_from([1, 2, 3]), st.sampled_from([A, B]), st.sampled_from(["p", "e", "n"]), st.integers(0, 60)
        ),
        max_size=12,
    )
)
def test_whatever_is_bid_the_sums_hold_and_the_link_can_carry_it(zetten):
    """Opgave only moves; nothing is less than nothing; a bid survives a link."""
    boden = tuple({f"{ronde}.{code[2:]}.{soort}": float(waarde) for ronde, code, soort, waarde in zetten}.items())
    ronde = speel(UITKOMST, boden, 3)
    assert ronde.opgave.sum() == pytest.approx(ronde.fair_share.sum())
    assert (ronde.niet_geplaatst >= 0).all() and (ronde.regulier >= -1e-9).all()
    wat = Weergave.parameters()["bod"]
    assert wat.lees(wat.schrijf(boden)) == boden


def test_the_facilitator_sets_the_bounds():
    """Cap, minimum and own part, each named with what is allowed."""
    boden = ((f"1.{KORT_A}.p", 40.0), (f"1.{KORT_B}.p", 10.0), (f"1.{KORT_B}.{KORT_A}", 31.0))
    regels = Weergave(eigen_deel=50)
    assert bezwaren(UITKOMST, speel(UITKOMST, boden, 1), regels) == [
        "Oost biedt 40,0%: het plafond is 37%.",
        "Anderen nemen 31 over van Oost: hoogstens 30 mag, de rest huisvest zij zelf.",
        "West biedt 10,0%: het minimum is 15%.",
    ]
    assert not bezwaren(UITKOMST, speel(UITKOMST, boden, 0), regels)


def test_the_goal_is_reached_or_not():
    """Exactly on the goal counts."""
    begin = speel(UITKOMST, (), 0)
    assert gehaald(begin.gat, Weergave(hoogstens=int(np.ceil(begin.gat))))
    assert not gehaald(begin.gat, Weergave(hoogstens=int(begin.gat) - 1))


def test_who_has_a_place_for_all_of_its_share_bears_no_more_and_no_less():
    """In whole homes too, beside a gemeente of which it is unknown: no 1 less of which nobody is without a place."""
    tabel = (
        "Gemeente;Inwoners 2025;Mutaties;Toewijzingen 2024\nDen Haag;562.839;5.000;900\nDelft;109.573;1.100;300\n"
        "Rijswijk;59.642;n.b.;40\nWestland;117.000;700;150\n"
    )
    regio = lees_eigen(tabel.encode(), "x").regio
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel, reservering=37, pad="direct", opgave=2000))
    np.testing.assert_array_equal(ronde_tabel(uitkomst, speel(uitkomst, (), 0))["draagt"], [0, 0, np.nan, -17, -157])

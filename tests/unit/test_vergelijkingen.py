"""A case worked by hand for each equation, with its arithmetic; scalars and arrays."""

import numpy as np
import pytest
from fairshare.model.ingroeipad import gegroeid, ingroeipad

from fairshare.model import bereken, omslag
from fairshare.model import vergelijkingen as v
from fairshare.model.verdeelsleutel import gewichten
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio


@pytest.mark.parametrize(
    ("pad", "verwacht"),
    [
        ("lineair", [0.25, 0.5, 0.75, 1]),
        ("s-curve", [3 / 16 - 2 / 64, 3 / 4 - 2 / 8, 27 / 16 - 54 / 64, 1]),
        ("versneld", [1 - 9 / 16, 1 - 1 / 4, 1 - 1 / 16, 1]),
        ("vertraagd", [1 / 16, 1 / 4, 9 / 16, 1]),
        ("direct", [1, 1, 1, 1]),
        ("trap", [1 / 3, 1 / 3, 2 / 3, 1]),
    ],
)
def test_equation_0_each_path_has_its_shape(pad, verwacht):
    """S=2026 and T=2029: b=2025 and tau = 1/4, 2/4, 3/4, 1; (S+T)//2 = 2027, so trap steps after 2027."""
    np.testing.assert_allclose(ingroeipad(Scenario(pad=pad, start=2026, eind=2029)), verwacht)


def test_equation_0_own_path_runs_straight_between_its_points():
    """From (2025, 0) to (2027, 10%): 2026 is 5%; from there to (2029, 100%): 2028 is 55%."""
    scenario = Scenario(pad="eigen", punten=(("2027", 10),), eind=2029)
    np.testing.assert_allclose(ingroeipad(scenario), [0.05, 0.10, 0.55, 1])


def test_equation_0_a_path_of_one_year_is_complete_at_once():
    """S = T = 2028: the only year is the end year, for every shape."""
    for pad in ("lineair", "trap", "s-curve", "eigen"):
        assert ingroeipad(Scenario(pad=pad, start=2028, eind=2028)).tolist() == [1.0]


def test_equation_0_what_does_not_grow_in_is_there_from_the_start():
    """groeit=reservering leaves f_v at 1 from S on, and the other way round."""
    alleen = Scenario(groeit="reservering", eind=2028)
    assert gegroeid(alleen, "verdeling").tolist() == [1, 1, 1]
    assert gegroeid(alleen, "reservering")[0] == pytest.approx(1 / 3)


def test_equation_1_weights_and_a_mix():
    """Oost 60, West 40: 0.6, 0.4. Mutaties 100, 200: 1/3, 2/3. A mix of 3 to 1: 0.75 x 0.6 + 0.25/3 = 0.5333."""
    np.testing.assert_allclose(gewichten(proefregio(), Scenario()), [0.6, 0.4])
    mix = Scenario(sleutel="mix", gewichten=(("inwoners", 3), ("mutaties", 1)))
    np.testing.assert_allclose(gewichten(proefregio(), mix), [0.45 + 0.25 / 3, 0.30 + 0.5 / 3])


def test_equation_2_the_opgave_grows_from_the_base_year():
    """1000 at 2% after 1 and 2 years: 1020 and 1040.4."""
    np.testing.assert_allclose(
        v.regionale_opgave(np.array(1000.0), np.array(0.02), np.array([1.0, 2.0])), [1020, 1040.4]
    )


def test_equation_2_statushouders_within_out_or_on_top():
    """100 with 30 statushouders: 100, 70 and 130."""
    for keuze, verwacht in (("inclusief", 100), ("exclusief", 70), ("bovenop", 130)):
        assert bereken(proefregio(), Scenario(statushouders=keuze)).regio.opgave[-1, 0] == pytest.approx(verwacht)


def test_equation_3_the_distribution_moves_from_2024_to_the_key():
    """Oost: share of 2024 is 20/50 = 0.4, weight 0.6. Halfway: 100 (0.5 x 0.4 + 0.5 x 0.6) = 50."""
    np.testing.assert_allclose(
        v.opgave(np.array(100.0), np.array([0.4, 0.6]), np.array([0.6, 0.4]), np.array(0.5)), [50, 50]
    )


def test_equation_4_new_homes_are_let_once_and_then_belong_to_the_stock():
    """Oost, weight 0.6: 100 a year gives 60. Mutaties 100 x 6/5 = 120, then + 0.06 x 60 = 123.6; vrij 180, then 183.6.

    A programma of 100 gives 30 social homes up to 2030 and 23 from 2031: 18 and 13.8 for Oost.
    """
    uitkomst = bereken(proefregio(), Scenario(nieuwbouw=100, mutatiegraad=6, start=2026, eind=2028))
    np.testing.assert_allclose(uitkomst.gemeenten.mutaties[0, :2, 0], [120, 123.6])
    np.testing.assert_allclose(uitkomst.gemeenten.vrij[0, :2, 0], [180, 183.6])
    gebouwd = v.nieuwbouw(np.array(0.6), np.array(0.0), np.array(100.0), np.array([2030, 2031]))
    np.testing.assert_allclose(gebouwd, [18, 13.8])


def test_equation_4_doorstroming_is_shared_out_by_the_key():
    """50 extra mutaties: Oost gets 30 on top of its 100."""
    uitkomst = bereken(proefregio(), Scenario(doorstroming=50), mutatiegraad=5)
    assert uitkomst.gemeenten.vrij[0, 0, 0] == pytest.approx(130)


def test_equation_5_every_gemeente_starts_from_its_own_share():
    """Oost did 20 of 100, West 30 of 200. Halfway to 30%: 25% and 22.5%."""
    uitkomst = bereken(proefregio(), Scenario(start=2026, eind=2029), mutatiegraad=5)
    np.testing.assert_allclose(uitkomst.gemeenten.reservering[:, 1, 0], [0.25, 0.225])


def test_equation_6_capacity_is_reserved_homes_plus_places_outside():
    """Oost: 30% of 100 + 0.6 x 10 alternatief + 5 of its own = 41; West 30% of 200 + 4 = 64."""
    code = proefregio().codes[0]
    uitkomst = bereken(proefregio(), Scenario(alternatief=10, inzet=((code, 5),)), mutatiegraad=5)
    np.testing.assert_allclose(uitkomst.gemeenten.capaciteit[:, -1, 0], [41, 64])


def test_equation_7_and_8_shortage_surplus_and_what_moves():
    """Opgave 60 and 40, capaciteit 30 and 60: Oost is 30 short, West has 20 to spare.

    At 100% all 20 move and 10 stay without a home; at 50% it is 10 and 20; at 0% 30.
    """
    uitkomst = bereken(proefregio(), mutatiegraad=5, verevening=[100, 50, 0])
    np.testing.assert_allclose(uitkomst.regio.tekort[-1], [30, 30, 30])
    np.testing.assert_allclose(uitkomst.regio.verevend[-1], [20, 10, 0])
    np.testing.assert_allclose(uitkomst.gemeenten.niet_geplaatst[:, -1], [[10, 20, 30], [0, 0, 0]])
    np.testing.assert_allclose(uitkomst.gemeenten.geleverd[:, -1], [[0, 0, 0], [20, 10, 0]])


def test_equation_8_is_shared_out_in_proportion():
    """Tekort 30 and 10, overschot 20: each keeps half, 15 and 5."""
    regio = proefregio(gemeente("Een", 45, 50, 5), gemeente("Twee", 25, 50, 5), gemeente("Drie", 30, 500, 5))
    uitkomst = bereken(regio, reservering=10, mutatiegraad=5)
    np.testing.assert_allclose(uitkomst.gemeenten.tekort[:, -1, 0], [40, 20, 0])
    np.testing.assert_allclose(uitkomst.gemeenten.niet_geplaatst[:, -1, 0], [40 * 2 / 3, 20 * 2 / 3, 0])


def test_equation_7_the_backlog_is_carried_over():
    """Direct, no sharing: Oost is 30 short in year 1; in year 2 its vraag is 60 + 30, in year 3 60 + 60.

    With 50% uitval: 60 + 15 = 75 and 45 short, then 60 + 22.5.
    """
    blijft = Scenario(pad="direct", achterstand="ja", verevening=0, eind=2028)
    np.testing.assert_allclose(bereken(proefregio(), blijft, mutatiegraad=5).gemeenten.vraag[0, :, 0], [60, 90, 120])
    half = bereken(proefregio(), blijft.met(uitval=50), mutatiegraad=5)
    np.testing.assert_allclose(half.gemeenten.vraag[0, :, 0], [60, 75, 82.5])


def test_equation_9_placements_and_what_is_left_for_others():
    """Oost places its 30 and has 70 left; West places its own 40 and 20 for Oost, and has 140 left of 200."""
    uitkomst = bereken(proefregio(), mutatiegraad=5)
    np.testing.assert_allclose(uitkomst.gemeenten.plaatsingen[:, -1, 0], [30, 60])
    np.testing.assert_allclose(uitkomst.gemeenten.regulier[:, -1, 0], [70, 140])


def test_equation_9_places_outside_take_no_home():
    """3 placed and 4 places outside social rent: all 100 homes are left."""
    assert v.regulier(np.array(100.0), np.array(3.0), np.array(4.0)) == 100


def test_equation_10_needed_share_and_missed_placements():
    """Oost needs 60 of 100 homes: 60%; the region 100 of 300: 33.3%. Direct, three years of 10 short: 30 missed."""
    uitkomst = bereken(proefregio(), Scenario(pad="direct", eind=2028), mutatiegraad=5)
    assert uitkomst.gemeenten.benodigd_percentage[0, -1, 0] == pytest.approx(60)
    assert uitkomst.regio.benodigd_percentage[-1, 0] == pytest.approx(100 / 3)
    assert uitkomst.regio.gemiste_plaatsingen[0] == pytest.approx(30)


def test_equation_10_without_homes_the_share_is_unknown():
    """50 of 1 home is 5000%; of no home it is no percentage."""
    np.testing.assert_equal(v.benodigd_percentage(np.array([50.0, 50.0]), np.array([1.0, 0.0])), [5000, np.nan])


def test_equation_11_break_even_in_closed_form():
    """At 5% and 30%: 100/300 = 33.3%; mutatiegraad 5 x 100/90 = 5.56%; 10 places; Oost alone needs 60%."""
    punten = omslag(bereken(proefregio(mutatiegraad=5.0), Scenario(mutatiegraad=5)))
    assert punten.reservering == pytest.approx(100 / 3)
    assert punten.mutatiegraad == pytest.approx(5 * 100 / 90)
    assert punten.extra_plekken == pytest.approx(10)
    assert punten.reservering_zonder_verevening == pytest.approx(60)


def test_equation_11_with_a_backlog_the_root_makes_the_shortage_vanish():
    """The found reservering leaves nobody without a home, and a little less does leave some."""
    scenario = Scenario(mutatiegraad=5, achterstand="ja", pad="direct")
    punten = omslag(bereken(proefregio(), scenario))
    assert punten.reservering is not None
    niet_geplaatst = bereken(proefregio(), scenario, reservering=[punten.reservering, punten.reservering - 0.01])
    assert niet_geplaatst.regio.niet_geplaatst[-1, 0] == pytest.approx(0, abs=1e-6)
    assert niet_geplaatst.regio.niet_geplaatst[-1, 1] > 0


def test_equation_11_both_ways_agree_where_nothing_is_carried_over():
    """With uitval of 100% the backlog is gone each year, so the root must equal the closed form."""
    gewoon = Scenario(mutatiegraad=5, nieuwbouw=20, alternatief=3)
    gezocht = omslag(bereken(proefregio(), gewoon.met(achterstand="ja", uitval=100)))
    gesloten = omslag(bereken(proefregio(), gewoon))
    for naam in ("reservering", "mutatiegraad", "extra_plekken", "reservering_zonder_verevening"):
        assert getattr(gezocht, naam) == pytest.approx(getattr(gesloten, naam), abs=1e-6)


def test_equation_11_a_backlog_by_hand():
    """Three years of 95, 90.25 and 85.7375 (100 less 5% a year), 270.9875 together, each year's rest carried over.

    Region: 3 x 300 p = 270.9875; at 30% 3 x 90 falls 0.9875 short, a third of it a year, or 18 mu x 3 = 270.9875.
    Oost alone: 3 x 100 p = 0.6 x 270.9875, and West is not allowed to help it in the years before.
    """
    scenario = Scenario(mutatiegraad=5, pad="direct", groei=-5, eind=2028, achterstand="ja")
    punten = omslag(bereken(proefregio(), scenario))
    assert punten.reservering == pytest.approx(100 * 270.9875 / 900)
    assert punten.extra_plekken == pytest.approx(0.9875 / 3)
    assert punten.mutatiegraad == pytest.approx(270.9875 / 54)
    assert punten.reservering_zonder_verevening == pytest.approx(100 * 0.6 * 270.9875 / 300)


def test_equation_11_every_home_is_within_reach_and_no_home_is_not():
    """300 on 300 homes is just 100%. One home for an opgave of 0.5 is 50%. Without homes only the places are known."""
    assert omslag(bereken(proefregio(), Scenario(opgave=300, mutatiegraad=5))).reservering == pytest.approx(100)
    klein = proefregio(gemeente("Oost", 99, 300, 30), gemeente("West", 1, 1, 1))
    een = omslag(bereken(klein, Scenario(opgave=50, mutatiegraad=5)))
    assert een.reservering_zonder_verevening == pytest.approx(50)
    leeg = proefregio(gemeente("Oost", 60, 0, 20), gemeente("West", 40, 0, 30))
    geen = omslag(bereken(leeg, Scenario(mutatiegraad=5)))
    assert (geen.reservering, geen.mutatiegraad, geen.reservering_zonder_verevening) == (None, None, None)
    assert geen.extra_plekken == pytest.approx(100)


def test_equation_11_says_none_where_it_cannot_be_reached():
    """An opgave of 301 against 300 homes a year cannot be met within 100%."""
    assert omslag(bereken(proefregio(), Scenario(opgave=301, mutatiegraad=5))).reservering is None

"""The edges of the contract, by hand: before the start, after the period, at a tie, with nothing to divide."""

import numpy as np
import pytest

from fairshare.gegevens import Gemeente, lees_regio
from fairshare.model import bereken
from fairshare.model.invoer import afstanden, jaren, periode
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

OOST, WEST = (gemeente("Oost", 60, 100, 20), gemeente("West", 40, 200, 30))


def met(rij: Gemeente, **velden) -> Gemeente:
    return rij.model_copy(update=velden)


def test_equation_3_local_groups_are_asked_for_from_the_start_and_judged_by_every_year():
    """12 and 5 households on top of 60 and 40. Before 2028 the opgave is that of 2024 (40 and 60); the own share has them at once.

    They do not grow with the opgave: at 5% it is 60 x 1.05 + 12 in 2026.
    """
    regio = proefregio(met(OOST, groep={"dak": 12}), met(WEST, groep={"dak": 5}))
    uitkomst = bereken(regio, Scenario(lokaal="ja", start=2028, eind=2028))
    np.testing.assert_allclose(uitkomst.over_de_jaren("opgave")[:, :3], [[40, 40, 72], [60, 60, 45]])
    np.testing.assert_allclose(uitkomst.over_de_jaren("eigen_aandeel")[:, :3], [[72] * 3, [45] * 3])
    gegroeid = bereken(regio, Scenario(lokaal="ja", groei=5))
    assert gegroeid.per_gemeente("eigen_aandeel", 2026)[0] == pytest.approx(60 * 1.05 + 12)


def test_equation_3_a_ruil_is_whole_from_the_start_and_nothing_before_it():
    """Oost hands 10 over from 2028 on: its own share is 60, 60, 50, while the path of the opgave is still on its way."""
    codes = proefregio().codes
    uitkomst = bereken(proefregio(), Scenario(ruil=((f"{codes[0]}-{codes[1]}", 10),), start=2028, eind=2029))
    np.testing.assert_allclose(uitkomst.over_de_jaren("eigen_aandeel")[0, :4], [60, 60, 50, 50])
    np.testing.assert_allclose(uitkomst.over_de_jaren("opgave")[0, :4], [40, 40, 50 - 10, 60 - 10])


def test_equation_0_the_points_of_an_own_path_before_the_end_of_an_afwijking_hold_for_it():
    """Points 2028:10 and 2030:40. Who is complete in 2030 goes from 10% in 2028 straight to all of it: 55% in 2029."""
    regio = proefregio()
    scenario = Scenario(pad="eigen", punten=(("2028", 10), ("2030", 40)), afwijking=((regio.codes[0], 40, 2030),))
    r = bereken(regio, scenario).over_de_jaren("reservering")
    np.testing.assert_allclose(r[0, :6], 0.2 + 0.2 * np.array([1 / 30, 2 / 30, 0.1, 0.55, 1, 1]))
    np.testing.assert_allclose(r[1, :5], 0.15 + 0.15 * np.array([1 / 30, 2 / 30, 0.1, 0.25, 0.4]))


def test_equation_0_an_afwijking_after_the_end_goes_on_but_adds_no_year():
    """Complete in 2040 while the path ends in 2035: ten of fifteen parts in 2035, and no year after it."""
    regio = proefregio()
    uitkomst = bereken(regio, Scenario(afwijking=((regio.codes[0], 50, 2040),)))
    assert uitkomst.jaren == tuple(range(2026, 2036))
    assert uitkomst.per_gemeente("reservering", 2035)[0] == pytest.approx(0.2 + 0.3 * 10 / 15)


def test_the_years_run_over_the_period_and_no_shorter():
    """2026 to 2035 for a path that ends in 2028, to 2040 for one that ends in 2040; a register may say otherwise."""
    regio = lees_regio("stedendriehoek")
    assert [jaren(regio, Scenario(eind=eind))[-1] for eind in (2028, 2035, 2040)] == [2035, 2035, 2040]
    kort = proefregio(periode_begin=2026, periode_eind=2029)
    assert (periode(kort), jaren(kort, Scenario(eind=2027))) == ((2026, 2029), (2026, 2027, 2028, 2029))
    assert bereken(kort, Scenario(pad="direct", eind=2031)).regio.gemist[:, 0] == pytest.approx(
        [10, 20, 30, 40, 40, 40]
    )


def test_equation_10_what_is_missed_and_who_dropped_out_stop_at_the_end_of_the_period():
    """With eind=2040 both stay after 2035 what they were then, while the wait goes on."""
    regio = bereken(proefregio(), Scenario(achterstand="ja", uitval=20, eind=2040)).regio
    for naam in ("gemist", "uitgevallen"):
        reeks = getattr(regio, naam)[:, 0]
        assert (np.diff(reeks[:10]) > 1).all()
        np.testing.assert_allclose(reeks[10:], reeks[9])
    assert regio.gemiste_plaatsingen[0] == regio.gemist[9, 0]
    assert (np.diff(regio.wachtend[9:, 0]) != 0).any()


@pytest.mark.parametrize(
    ("meters", "tienden"), [(1249, 12), (1250, 13), (1350, 14), (1349, 13), (49, 0), (50, 1), (12449, 124)]
)
def test_a_distance_is_rounded_to_a_tenth_of_a_kilometre_a_half_up(meters, tienden):
    """1,250 m is 1.3 km, and so is 1,349 m."""
    regio = proefregio(met(OOST, centrum_x=0, centrum_y=0), met(WEST, centrum_x=meters, centrum_y=0))
    assert int(afstanden(regio)[0, 1]) == tienden


def test_equation_8_at_the_same_distance_the_code_decides():
    """Two lack 30 each and one has 20 over, at 1.04 and 0.96 km: both are 1.0 km, so the lower code gets it, wherever it stands.

    One metre less and the nearest one does: 0.94 km is 0.9.
    """
    for bij_west, eerste in ((960, "GM0001"), (940, "GM0002")):
        rijen = (
            met(OOST, code="GM0001", naam="Een", opgave_inwoners_gepubliceerd=45, mutaties_liberalisatiegrens=50, centrum_x=1040, centrum_y=0, toewijzingen_2024=5),
            met(OOST, code="GM0002", naam="Twee", opgave_inwoners_gepubliceerd=45, mutaties_liberalisatiegrens=50, centrum_x=-bij_west, centrum_y=0, toewijzingen_2024=5),
            met(WEST, code="GM0003", naam="Drie", opgave_inwoners_gepubliceerd=10, mutaties_liberalisatiegrens=100, centrum_x=0, centrum_y=0, toewijzingen_2024=5),
        )  # fmt: skip
        for volgorde in (rijen, rijen[::-1]):
            uitkomst = bereken(proefregio(*volgorde), Scenario(regel="nabij", pad="direct"))
            ontvangen = dict(zip(uitkomst.bron.codes, uitkomst.per_gemeente("ontvangen"), strict=True))
            assert {code: round(n, 9) for code, n in ontvangen.items() if n} == {eerste: 20.0}


def test_equation_8_who_is_served_first_when_half_may_move():
    """Verevening 50% of the 20 that West has over: gelijk brings Oost as far as 10 do, from 30 to 40 of 60."""
    for regel in ("evenredig", "gelijk", "nabij"):
        uitkomst = bereken(proefregio(), Scenario(regel=regel, verevening=50, pad="direct"))
        np.testing.assert_allclose(uitkomst.per_gemeente("niet_geplaatst"), [20, 0], atol=1e-9)
        np.testing.assert_allclose(uitkomst.per_gemeente("geleverd"), [0, 10], atol=1e-9)


def test_equation_4_a_stock_does_not_go_below_nothing():
    """A sloop of 5,000 homes a year at 5% takes 250 lettings a year from the second year on: 300, 50, 0 and then nothing."""
    uitkomst = bereken(proefregio(), Scenario(sloop=5000))
    np.testing.assert_allclose(uitkomst.regio.mutaties[:4, 0], [300, 50, 0, 0])
    assert np.isnan(uitkomst.regio.benodigd_percentage[2, 0])
    assert uitkomst.regio.niet_geplaatst[2, 0] == pytest.approx(100)


def test_equation_2_herhuisvesting_does_not_grow():
    """100 at 5% and half of 20 demolished homes: 105 + 10, then 110.25 + 10."""
    opgave = bereken(proefregio(), Scenario(groei=5, sloop=20, herhuisvesting=50)).regio.opgave_regio[:2, 0]
    np.testing.assert_allclose(opgave, [115, 120.25])


def test_equation_9_statushouders_without_priority_look_among_the_regular_homes():
    """70 urgenten; 30 statushouders look by the key, 18 and 12. Of 10 homes in Oost 3 are reserved, so 7 find one and 11 do not."""
    regio = proefregio(gemeente("Oost", 60, 10, 2), WEST)
    uitkomst = bereken(regio, Scenario(statushouders="zonder_voorrang", pad="direct"))
    np.testing.assert_allclose(uitkomst.per_gemeente("statushouders_zonder_woning"), [11, 0], atol=1e-9)
    np.testing.assert_allclose(uitkomst.per_gemeente("regulier")[0], 0, atol=1e-9)
    assert np.isnan(uitkomst.regio.statushouders_niet_geplaatst).all()


def test_equation_7_statushouders_first_can_take_every_place():
    """30 apart by the key, 18 and 12, on 3 places in Oost: none is left for its 42 others, and 15 statushouders wait."""
    regio = proefregio(gemeente("Oost", 60, 10, 2), WEST)
    uitkomst = bereken(regio, Scenario(statushouders="exclusief", pad="direct", verevening=0))
    np.testing.assert_allclose(uitkomst.per_gemeente("opgave"), [42, 28])
    np.testing.assert_allclose(uitkomst.per_gemeente("capaciteit"), [0, 48], atol=1e-9)
    np.testing.assert_allclose(uitkomst.per_gemeente("statushouders_niet_geplaatst"), [15, 0], atol=1e-9)
    np.testing.assert_allclose(uitkomst.per_gemeente("benodigd_percentage"), [600, 20])


def test_equation_10_who_waits_when_nobody_is_placed_waits_for_nobody_knows_how_long():
    """Without a home or a place there is no pace; where nobody waits the wait is 0."""
    leeg = proefregio(gemeente("Oost", 60, 0, 0), gemeente("West", 40, 0, 0))
    regio = bereken(leeg, Scenario(achterstand="ja")).regio
    assert np.isnan(regio.wachttijd[0, 0]) and regio.wachtend[0, 0] == pytest.approx(100)
    ruim = bereken(proefregio(), Scenario(achterstand="ja", opgave=50, pad="direct", reservering=60)).regio
    np.testing.assert_array_equal(ruim.wachttijd[:, 0], 0)

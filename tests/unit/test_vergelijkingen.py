"""A case worked by hand for each equation, with its arithmetic; scalars and arrays."""

import ast
from pathlib import Path

import numpy as np
import pytest

import fairshare.model
from fairshare.fouten import ScenarioFout
from fairshare.model import bereken, omslag
from fairshare.model import vergelijkingen as v
from fairshare.model.graaf import VERGELIJKINGEN, wortel
from fairshare.model.invoer import INVOER
from fairshare.model.verdeelsleutel import gewichten
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio


def weg(scenario: Scenario, wat: str = "verdeling_ingegroeid") -> np.ndarray:
    """How far something has grown in, each year of the period."""
    uitkomst = bereken(proefregio(), scenario)
    return np.broadcast_to(getattr(uitkomst.gemeenten, wat), (1, len(uitkomst.jaren), 1))[0, :, 0]


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
    np.testing.assert_allclose(weg(Scenario(pad=pad, start=2026, eind=2029))[:4], verwacht)


def test_equation_0_own_path_runs_straight_between_its_points():
    """From (2025, 0) to (2027, 10%): 2026 is 5%; from there to (2029, 100%): 2028 is 55%."""
    scenario = Scenario(pad="eigen", punten=(("2027", 10),), eind=2029)
    np.testing.assert_allclose(weg(scenario)[:5], [0.05, 0.10, 0.55, 1, 1])


def test_equation_0_a_path_of_one_year_is_complete_at_once():
    """S = T = 2028: nothing before it, all from then on, for every shape."""
    for pad in ("lineair", "trap", "s-curve", "eigen", "direct"):
        assert weg(Scenario(pad=pad, start=2028, eind=2028)).tolist() == [0, 0, *[1] * 8]


def test_equation_0_what_does_not_grow_in_is_there_from_the_start():
    """groeit=reservering leaves f_v at 1 from S on, and the other way round."""
    alleen = Scenario(groeit="reservering", start=2027, eind=2028)
    assert weg(alleen).tolist() == [0, *[1] * 9]
    assert weg(alleen, "reservering_ingegroeid").tolist() == [0, 0.5, *[1] * 8]


def test_equation_1_weights_and_a_mix():
    """Oost 60, West 40: 0.6, 0.4. Mutaties 100, 200: 1/3, 2/3. A mix of 3 to 1: 0.75 x 0.6 + 0.25/3 = 0.5333."""
    np.testing.assert_allclose(gewichten(proefregio(), Scenario()), [0.6, 0.4])
    mix = Scenario(sleutel="mix", gewichten=(("inwoners", 3), ("mutaties", 1)))
    np.testing.assert_allclose(gewichten(proefregio(), mix), [0.45 + 0.25 / 3, 0.30 + 0.5 / 3])


def test_equation_2_the_opgave_grows_from_the_base_year():
    """1000 at 2% after 1 and 2 years: 1020 and 1040.4, also where the path starts later."""
    uitkomst = bereken(proefregio(), Scenario(opgave=1000, groei=2, start=2029))
    np.testing.assert_allclose(uitkomst.regio.opgave_regio[:2, 0], [1020, 1040.4])


def test_equation_2_statushouders_within_out_or_on_top():
    """100 with 30 statushouders: 100, 70 apart, 70 without priority and 130; with a taakstelling of 20 it is 90, 70, 70, 120."""
    for keuze, verwacht, anders in (
        ("inclusief", 100, 90),
        ("exclusief", 70, 70),
        ("zonder_voorrang", 70, 70),
        ("bovenop", 130, 120),
    ):
        for taak, opgave in ((None, verwacht), (20, anders)):
            nu = bereken(proefregio(), Scenario(statushouders=keuze, taakstelling=taak))
            assert nu.regio.opgave[-1, 0] == pytest.approx(opgave)


def test_equation_3_the_distribution_moves_from_2024_to_the_key():
    """Oost: share of 2024 is 20/50 = 0.4, weight 0.6. Halfway: 100 (0.5 x 0.4 + 0.5 x 0.6) = 50."""
    np.testing.assert_allclose(bereken(proefregio(), Scenario(eind=2029)).per_gemeente("opgave", 2027), [50, 50])


def test_equation_4_new_homes_are_let_once_and_then_belong_to_the_stock():
    """Oost, weight 0.6: 100 a year gives 60. Mutaties 100 x 6/5 = 120, then + 0.06 x 60 = 123.6; vrij 180, then 183.6.

    A programma of 100 gives 30 social homes up to 2030 and 23 from 2031: 18 and 13.8 for Oost.
    """
    uitkomst = bereken(proefregio(), Scenario(nieuwbouw=100, mutatiegraad=6, start=2026, eind=2028))
    np.testing.assert_allclose(uitkomst.gemeenten.mutaties[0, :2, 0], [120, 123.6])
    np.testing.assert_allclose(uitkomst.gemeenten.vrij[0, :2, 0], [180, 183.6])
    gebouwd = bereken(proefregio(), Scenario(programma=100)).over_de_jaren("nieuwbouw")[0]
    np.testing.assert_allclose(gebouwd[4:6], [18, 13.8])


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
    np.testing.assert_allclose(bereken(proefregio(), blijft, mutatiegraad=5).gemeenten.vraag[0, :3, 0], [60, 90, 120])
    half = bereken(proefregio(), blijft.met(uitval=50), mutatiegraad=5)
    np.testing.assert_allclose(half.gemeenten.vraag[0, :3, 0], [60, 75, 82.5])


def test_equation_9_placements_and_what_is_left_for_others():
    """Oost places its 30 and has 70 left; West places its own 40 and 20 for Oost, and has 140 left of 200."""
    uitkomst = bereken(proefregio(), mutatiegraad=5)
    np.testing.assert_allclose(uitkomst.gemeenten.plaatsingen[:, -1, 0], [30, 60])
    np.testing.assert_allclose(uitkomst.gemeenten.regulier[:, -1, 0], [70, 140])


def test_equation_9_places_outside_take_no_home():
    """Oost offers 60 places outside social rent, of which its 60 take all: all 100 homes are left."""
    code = proefregio().codes[0]
    nu = bereken(proefregio(), Scenario(inzet=((code, 60),)), mutatiegraad=5, reservering=0)
    assert nu.per_gemeente("regulier")[0] == pytest.approx(100)


def test_equation_10_needed_share_and_missed_placements():
    """Oost needs 60 of 100 homes: 60%; the region 100 of 300: 33.3%. Direct, ten years of 10 short: 100 missed, whenever it ends."""
    uitkomst = bereken(proefregio(), Scenario(pad="direct", eind=2028), mutatiegraad=5)
    assert uitkomst.per_gemeente("benodigd_percentage")[0] == pytest.approx(60)
    assert uitkomst.regio.benodigd_percentage[-1, 0] == pytest.approx(100 / 3)
    assert uitkomst.regio.gemiste_plaatsingen[0] == pytest.approx(100)
    assert bereken(proefregio(), Scenario(pad="direct", eind=2040), mutatiegraad=5).regio.gemiste_plaatsingen[
        0
    ] == pytest.approx(100)


def test_equation_10_without_homes_the_share_is_unknown():
    """50 of 1 home is 5000%; of no home it is no percentage; with more places than it needs it is 0."""
    with np.errstate(divide="ignore"):
        deel = v.benodigd_percentage(
            np.array([50.0, 50.0, 50.0]), np.array([0, 0, 60.0]), 0.0, np.array([1.0, 0.0, 9.0])
        )
    np.testing.assert_equal(deel, [5000, np.nan, 0])


def test_equation_11_break_even_by_hand():
    """At 5% and 30%: 100/300 = 33.3%; mutatiegraad 5 x 100/90 = 5.56%; 10 places; Oost alone needs 60%."""
    punten = omslag(bereken(proefregio(), Scenario()))
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
    """With uitval of 100% the backlog is gone each year, so the root is that of a year by itself."""
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


def test_equation_3_a_ruil_moves_the_task_whole_and_the_bounds_divide_again():
    """Oost hands 10 of its 60 over: 50 and 50. At most half of 80 free homes: Oost keeps 40 of its 60, West gets 20 more."""
    oost, west = proefregio().codes
    geruild = bereken(proefregio(), Scenario(ruil=((f"{oost}-{west}", 10),)))
    np.testing.assert_allclose(geruild.per_gemeente("eigen_aandeel"), [50, 50])
    np.testing.assert_allclose(geruild.per_gemeente("opgave", 2026), [42 - 10, 58 + 10])
    regio = proefregio(gemeente("Oost", 60, 80, 20), gemeente("West", 40, 200, 30))
    begrensd = bereken(regio, Scenario(bovengrens=50))
    np.testing.assert_allclose(begrensd.per_gemeente("eigen_aandeel"), [40, 60])
    np.testing.assert_allclose(begrensd.per_gemeente("verplaatst"), [-20, 20])


def test_equation_3_bounds_without_room_name_gemeente_year_number_and_what_fits():
    """At most 20% of 100 and 200 homes is 60 of the 100; at least 100% of 60 is more than half of 80."""
    with pytest.raises(
        ScenarioFout, match=r"^bovengrens=20 kan niet: in 2026 mogen alle gemeenten samen 60,0 .*kies 34 of hoger"
    ):
        bereken(proefregio(), Scenario(bovengrens=20))
    regio = proefregio(gemeente("Oost", 60, 80, 20), gemeente("West", 40, 200, 30))
    with pytest.raises(
        ScenarioFout, match=r"^ondergrens=100 kan niet: in 2026 is voor Oost de ondergrens 60,0 .* 40,0 .*hoogstens 66"
    ):
        bereken(regio, Scenario(bovengrens=50, ondergrens=100))


def test_equation_4_a_letting_to_who_moves_frees_a_home_and_a_reserved_one_does_not():
    """Chain 50%: V = 100 (1 - 0.5 + 0.5 x 0.2) = 60 for Oost; at 30% reserved 60 / (1 - 0.5 + 0.5 x 0.3) = 92.3."""
    uitkomst = bereken(proefregio(), Scenario(verhuisketen=50))
    assert uitkomst.per_gemeente("vrij")[0] == pytest.approx(60 / 0.65)


def test_equation_4_sloop_takes_homes_from_the_year_after_and_its_people_ask_at_once():
    """30 a year by mutaties: Oost loses 10, and 5% of those fewer mutaties from the next year; half of 30 ask for a home."""
    uitkomst = bereken(proefregio(), Scenario(sloop=30, herhuisvesting=50))
    np.testing.assert_allclose(uitkomst.over_de_jaren("mutaties")[0, :3], [100, 99.5, 99])
    np.testing.assert_allclose(uitkomst.regio.opgave_regio[:, 0], 115)


def test_equation_5_an_own_percentage_ends_elsewhere_and_in_its_own_year():
    """Oost goes from 20% to 40% by 2027: 30% in 2026, 40% from 2027 on; West from 15% to 30% by 2029."""
    oost = proefregio().codes[0]
    uitkomst = bereken(proefregio(), Scenario(afwijking=((oost, 40, 2027),), eind=2029))
    np.testing.assert_allclose(
        uitkomst.over_de_jaren("reservering")[:, :4], [[0.3, 0.4, 0.4, 0.4], [0.1875, 0.225, 0.2625, 0.3]]
    )


def test_equation_5_with_a_floor_nobody_goes_below_2024():
    """Oost did 20%: at 15% it stays there, West (15%) too; an afwijking of 10% is refused by name."""
    uitkomst = bereken(proefregio(), Scenario(reservering=15, bodem="ja"))
    np.testing.assert_allclose(uitkomst.per_gemeente("reservering"), [0.20, 0.15])
    oost = proefregio().codes[0]
    with pytest.raises(
        ScenarioFout, match=rf"^afwijking={oost}:10 kan niet: met Niemand onder 2024 gaat Oost niet onder haar 20,0%"
    ):
        bereken(proefregio(), Scenario(bodem="ja", afwijking=((oost, 10, None),)))


def test_equation_7_statushouders_first_take_their_homes_with_them():
    """30 apart: opgave 70, capaciteit 90 - 30; Oost has 18 of them and 42 others on 30 - 18 = 12 homes."""
    uitkomst = bereken(proefregio(), Scenario(statushouders="exclusief", verevening=0))
    np.testing.assert_allclose(uitkomst.per_gemeente("opgave"), [42, 28])
    np.testing.assert_allclose(uitkomst.per_gemeente("capaciteit"), [12, 48])
    assert uitkomst.regionaal("niet_geplaatst") == pytest.approx(30)
    assert uitkomst.regionaal("statushouders_niet_geplaatst") == pytest.approx(0)


def test_equation_8_who_is_served_first_is_a_rule():
    """Een lacks 40 of 45 and Twee 20 of 25, 20 can move: by rate 13.3 and 6.7; the least covered first; or the nearest."""
    rijen = (gemeente("Een", 45, 50, 5), gemeente("Twee", 25, 50, 5), gemeente("Drie", 30, 500, 5))
    delen = {
        regel: bereken(proefregio(*rijen), Scenario(regel=regel), reservering=10, mutatiegraad=5).per_gemeente(
            "ontvangen"
        )
        for regel in ("evenredig", "gelijk", "nabij")
    }
    np.testing.assert_allclose(delen["evenredig"], [40 / 3, 20 / 3, 0])
    # both end at the same part L of their vraag: 45 L - 5 + 25 L - 5 = 20, L = 3/7
    np.testing.assert_allclose(delen["gelijk"], [45 * 3 / 7 - 5, 25 * 3 / 7 - 5, 0])
    assert sorted(delen["nabij"].tolist()) == [0, 0, 20]


def test_equation_10_the_own_share_judges_and_the_vereffening_sums_to_zero():
    """Oost covers 30 of its 60, West all of its 40 and 20 more; of 90 placed for 100 each share comes down to 54 and 36."""
    uitkomst = bereken(proefregio(), mutatiegraad=5)
    np.testing.assert_allclose(uitkomst.per_gemeente("dekking"), [50, 100])
    np.testing.assert_allclose(uitkomst.per_gemeente("saldo"), [-30, 20])
    np.testing.assert_allclose(uitkomst.per_gemeente("vereffening"), [-24, 24])


def test_equation_10_those_who_wait_are_a_stock_with_a_wait():
    """Direct, 10 short a year and 5 who waited: 15 at the end of the first year, 105 after ten; 105 / 90 years."""
    uitkomst = bereken(proefregio(), Scenario(pad="direct", achterstand="ja", wachtend=5), mutatiegraad=5)
    assert uitkomst.regionaal("wachtend", 2026) == pytest.approx(15)
    assert uitkomst.regionaal("wachtend") == pytest.approx(105)
    assert uitkomst.regionaal("wachttijd") == pytest.approx(105 / 90)
    assert uitkomst.regio.gemiste_plaatsingen[0] == pytest.approx(100)


def test_a_figure_is_computed_in_one_place():
    """No other top-level function of the model has the name of an equation, and each ends in a return."""
    gezien: dict[str, str] = {}
    for bestand in sorted(Path(fairshare.model.__file__).parent.glob("*.py")):
        for deel in ast.parse(bestand.read_text(encoding="utf-8")).body:
            if isinstance(deel, ast.FunctionDef) and deel.name in VERGELIJKINGEN:
                assert deel.name not in gezien, (deel.name, bestand.name)
                assert isinstance(deel.body[-1], ast.Return), deel.name
                gezien[deel.name] = bestand.name
    assert gezien.keys() == VERGELIJKINGEN.keys()


def test_every_part_of_an_equation_is_a_figure_or_an_input():
    """An argument that means nothing would only fail where it is asked for."""
    for naam, som in VERGELIJKINGEN.items():
        for deel in som.delen:
            assert wortel(deel) in VERGELIJKINGEN or wortel(deel) in INVOER, (naam, deel)

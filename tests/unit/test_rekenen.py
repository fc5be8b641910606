"""What the engine takes, and what it says of what it does not know."""

from dataclasses import replace

import numpy as np
import pytest

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Cijfer, lees_regio
from fairshare.model import bereken, suggestie_opgave, waarschuwingen
from fairshare.model.invoer import varieerbaar
from fairshare.model.regels import opgeteld
from fairshare.model.verdeelsleutel import gewichten
from fairshare.model.zoeken import kleinste
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio


def test_a_batch_gives_the_same_as_its_scenarios_one_by_one():
    """Every scenario of a batch equals the call for that scenario alone, backlog included."""
    for achterstand in ("ja", "nee"):
        basis = Scenario(achterstand=achterstand, nieuwbouw=7)
        samen = bereken(proefregio(), basis, reservering=[25, 30, 99], mutatiegraad=[4, 5, 6])
        for nummer, (deel, graad) in enumerate([(25, 4), (30, 5), (99, 6)]):
            alleen = bereken(proefregio(), basis, reservering=deel, mutatiegraad=graad)
            for naam in ("capaciteit", "niet_geplaatst", "regulier", "geleverd"):
                np.testing.assert_allclose(
                    np.broadcast_to(getattr(samen.gemeenten, naam), (2, 10, 3))[..., nummer],
                    np.broadcast_to(getattr(alleen.gemeenten, naam), (2, 10, 1))[..., 0],
                )


@pytest.mark.parametrize(
    "wat",
    [
        {},
        {"groei": 2.0, "sloop": 100, "herhuisvesting": 50},
        {"achterstand": "ja", "uitval": 5, "wachtend": 20},
        {"bovengrens": 90, "ondergrens": 10},
        {"regel": "nabij", "verevening": 60},
        {"regel": "gelijk", "ruil": (("GM0262-GM0150", 4.0),)},
    ],
    ids=str,
)
def test_a_figure_of_one_gemeente_or_year_is_that_of_all(wat):
    """Whatever it rests on: inputs of its own, sums of those of the others, what the others do, or the years before."""
    rekening = bereken(lees_regio("stedendriehoek"), Scenario(**wat), reservering=[27.0, 33.0]).regio.rekening
    for naam in ("opgave", "capaciteit", "tekort", "niet_geplaatst", "regulier"):
        van_allen = np.broadcast_to(rekening.figuur(naam), rekening.vorm)
        for plek in (0, 5):
            van_een = np.broadcast_to(rekening.van_een(naam, plek), rekening.vorm[1:])
            np.testing.assert_allclose(van_een, van_allen[plek], rtol=1e-12, atol=1e-9)
        for j in (0, 9):
            van_jaar = np.broadcast_to(rekening.van_jaar(naam, j), van_allen[:, j].shape)
            np.testing.assert_allclose(van_jaar, van_allen[:, j], rtol=1e-12, atol=1e-9)


@pytest.mark.parametrize("achterstand", ["ja", "nee"])
@pytest.mark.parametrize("naam", [naam for naam in varieerbaar() if naam not in ("bovengrens", "ondergrens")])
def test_any_single_parameter_can_vary_alone(naam, achterstand):
    """Two values of one parameter, all else as it is: what is left without a home in each, as in two separate calls."""
    scenario = Scenario(regio="proef", eind=2028, achterstand=achterstand, statushouders="inclusief")
    samen = bereken(proefregio(), scenario, **{naam: [3, 40]}).regio.niet_geplaatst
    for nummer, waarde in enumerate([3, 40]):
        alleen = bereken(proefregio(), scenario, **{naam: waarde}).regio.niet_geplaatst
        np.testing.assert_allclose(np.broadcast_to(samen, (10, 2))[:, nummer], alleen[:, 0])


@pytest.mark.parametrize(
    ("cijfer", "per_gemeente", "samen"),
    [
        ("opgave", [60, 40], 100),
        ("mutaties", [100, 200], 300),
        ("vrij", [130, 220], 350),
        ("reservering", [0.3, 0.3], 0.3),
        ("capaciteit", [45, 70], 115),
        ("vraag", [60, 40], 100),
        ("tekort", [15, 0], 15),
        ("overschot", [0, 30], 30),
        ("niet_geplaatst", [7.5, 0], 7.5),
        ("plaatsingen", [45, 47.5], 92.5),
        ("regulier", [91, 176.5], 267.5),
        ("benodigd_percentage", [100 * 54 / 130, 100 * 36 / 220], 100 * 90 / 350),
    ],
)
def test_every_figure_of_one_year_by_hand(cijfer, per_gemeente, samen):
    """Doorstroming 50 and alternatief 10 by 0.6 and 0.4; half of what can move does.

    Oost: vrij 100 + 30, capaciteit 0.3 x 130 + 6 = 45, 15 short, keeps 7.5; regulier 130 - (45 - 6).
    West: vrij 200 + 20, capaciteit 0.3 x 220 + 4 = 70, 30 over, places 40 + 7.5; regulier 220 - (47.5 - 4).
    """
    keuzes = {"pad": "direct", "mutatiegraad": 5, "doorstroming": 50, "alternatief": 10, "verevening": 50}
    uitkomst = bereken(proefregio(), Scenario(**keuzes))
    np.testing.assert_allclose(uitkomst.per_gemeente(cijfer, 2030), per_gemeente)
    np.testing.assert_allclose(getattr(uitkomst.regio, cijfer), np.full((10, 1), samen))


def test_a_figure_of_one_year_and_of_the_first_scenario():
    """Oost goes from 20% to 30% in four years: 22.5, 25, 27.5 and 30; the second scenario, to 40%, is left aside."""
    uitkomst = bereken(proefregio(), Scenario(mutatiegraad=5, eind=2029), reservering=[30, 40])
    np.testing.assert_allclose(
        uitkomst.over_de_jaren("capaciteit"), [[22.5, 25, 27.5, *[30] * 7], [37.5, 45, 52.5, *[60] * 7]]
    )
    np.testing.assert_allclose(uitkomst.per_gemeente("capaciteit"), [30, 60])
    np.testing.assert_allclose(uitkomst.per_gemeente("capaciteit", 2027), [25, 45])


@pytest.mark.parametrize("gemeenten", [9, 342])
def test_a_sum_over_gemeenten_is_that_of_one_after_the_other_however_many_years_and_scenarios_there_are(gemeenten):
    """Bit for bit, also of what does not lie row by row: one scenario among many has the figures that it has alone."""
    toeval = np.random.default_rng(gemeenten)
    for breed in (1, 2, 3, 8, 100, 341, 1000):
        for vorm in ((gemeenten, 1, breed), (gemeenten, breed, 1), (gemeenten, 10, breed)):
            reeks = toeval.gamma(1, 50, vorm)
            een_voor_een = np.add.accumulate(reeks, axis=0)[-1:]
            np.testing.assert_array_equal(opgeteld(reeks), een_voor_een)
            np.testing.assert_array_equal(opgeteld(np.asfortranarray(reeks)), een_voor_een)


def test_the_search_finds_the_first_value_that_is_enough():
    """Nothing short from the start is 0; 11 does not lie within 10; a root is found to the last decimals."""
    assert kleinste(np.zeros_like, [10.0])[0].waarde == 0
    assert kleinste(lambda x: x - 11, [10.0])[0].waarde is None
    assert kleinste(lambda x: x - 10, [10.0])[0].waarde == 10
    een, ander = kleinste(lambda x: x**2 - np.array([[2], [9]]), [10.0, 2.0])
    assert (een.waarde, ander.waarde) == (pytest.approx(2**0.5, abs=1e-9), None)


@pytest.mark.parametrize("slecht", [-1, 101, float("nan"), [30, float("inf")]])
def test_the_engine_refuses_what_is_no_percentage(slecht):
    """Out of range, nan and infinity are each refused by name."""
    with pytest.raises(ScenarioFout, match=r"^reservering kan niet: de rekenkern neemt 0 tot en met 100"):
        bereken(proefregio(), reservering=slecht)


def test_the_engine_refuses_a_parameter_that_cannot_vary():
    """A path is no number."""
    with pytest.raises(
        ScenarioFout, match=r"^pad kan niet: alleen reservering, mutatiegraad, .*, mutaties, gewichten kunnen varieren"
    ):
        bereken(proefregio(), pad=[1, 2])


def test_unknown_mutaties_stay_unknown_and_count_as_zero_in_the_region():
    """West unknown: its own cells are nan, the region counts 30 of Oost only and names West."""
    regio = proefregio(gemeente("Oost", 60, 100), gemeente("West", 40, None))
    uitkomst = bereken(regio, mutatiegraad=5)
    assert uitkomst.onvolledig == ("West",)
    for naam in ("mutaties", "capaciteit", "tekort", "overschot", "niet_geplaatst", "regulier", "benodigd_percentage"):
        assert np.isnan(np.broadcast_to(getattr(uitkomst.gemeenten, naam), (2, 10, 1))[1]).all(), naam
    assert np.isfinite(uitkomst.gemeenten.opgave).all()
    assert uitkomst.regio.capaciteit[-1, 0] == pytest.approx(30)
    assert uitkomst.regio.niet_geplaatst[-1, 0] == pytest.approx(70)
    assert any("West" in zin for zin in waarschuwingen(uitkomst))


def test_an_unknown_opgave_leaves_everything_that_rests_on_it_unknown():
    """Capaciteit is known, niet geplaatst is not, and a warning asks for an opgave."""
    regio = proefregio(opgave=None)  # type: ignore[arg-type]
    uitkomst = bereken(regio)
    assert np.isnan(uitkomst.regio.niet_geplaatst).all()
    assert np.isfinite(uitkomst.regio.capaciteit).all()
    assert "onbekend" in waarschuwingen(uitkomst)[0]


def test_a_key_with_a_missing_figure_names_column_and_gemeenten():
    """Oost has no toewijzingen: sleutel=realisatie is refused, naming it."""
    regio = proefregio(gemeente("Oost", 60, 100), gemeente("West", 40, 200, 10))
    with pytest.raises(ScenarioFout, match=r"sleutel=realisatie.*toewijzingen_2024.*Oost"):
        bereken(regio, Scenario(sleutel="realisatie"))


@pytest.mark.parametrize(("aantal", "wat"), [(0, "staat overal 0"), (None, "ontbreken gegevens van alle gemeenten")])
def test_a_key_without_any_figure_is_refused_for_all(aantal, wat):
    """Nothing at all, or only zeros, divides nothing; also as a part of a mix. A single one is enough."""
    regio = proefregio(gemeente("Oost", 60, 100, aantal), gemeente("West", 40, 200, aantal))
    melding = f"realisatie kan niet: in kolom toewijzingen_2024 {wat}; kies een andere"
    with pytest.raises(ScenarioFout, match=rf"^sleutel={melding}"):
        gewichten(regio, Scenario(sleutel="realisatie"))
    with pytest.raises(ScenarioFout, match=rf"^gewichten={melding}"):
        gewichten(regio, Scenario(sleutel="mix", gewichten=(("inwoners", 1), ("realisatie", 1))))
    een = proefregio(gemeente("Oost", 60, 100, 1), gemeente("West", 40, 200, 0))
    assert gewichten(een, Scenario(sleutel="realisatie")).tolist() == [1, 0]


def test_a_key_names_every_gemeente_without_a_figure():
    """Two of three have none."""
    regio = proefregio(gemeente("Oost", 60, 100), gemeente("West", 40, 200, 10), gemeente("Zuid", 40, 200))
    with pytest.raises(ScenarioFout, match=r"ontbreken gegevens van Oost, Zuid; kies"):
        gewichten(regio, Scenario(sleutel="realisatie"))


def test_weights_of_drawn_columns_sum_to_one_in_each_draw():
    """60 and 40, then 30 and 90: 0.6 and 0.4, 0.25 and 0.75; in a mix of 1 to 1 with 1/3 and 2/3 halfway, and with 0.5 and 0.5."""
    anders = {"opgave_inwoners_gepubliceerd": np.array([[60.0, 30.0], [40.0, 90.0]])}
    np.testing.assert_allclose(gewichten(proefregio(), Scenario(), anders), [[0.6, 0.25], [0.4, 0.75]])
    mix = Scenario(sleutel="mix", gewichten=(("inwoners", 2), ("mutaties", 2)))
    anders["mutaties_liberalisatiegrens"] = np.array([[100.0, 100.0], [200.0, 100.0]])
    np.testing.assert_allclose(gewichten(proefregio(), mix, anders), [[0.3 + 1 / 6, 0.375], [0.2 + 1 / 3, 0.625]])


def test_without_allocations_the_distribution_follows_the_key_at_once():
    """No toewijzingen: the opgave is 60 and 40 from the first year, the reservering 30% at once."""
    regio = proefregio(gemeente("Oost", 60, 100), gemeente("West", 40, 200))
    uitkomst = bereken(regio)
    np.testing.assert_allclose(uitkomst.gemeenten.opgave[:, 0, 0], [60, 40])
    np.testing.assert_allclose(np.broadcast_to(uitkomst.gemeenten.reservering, (2, 10, 1)), 0.30)


def test_without_allocations_the_regional_start_is_used_where_known():
    """A register that says 25% starts the path there: after one of four steps to 30% it is 26.25%."""
    regio = proefregio(gemeente("Oost", 60, 100), gemeente("West", 40, 200), reservering_start=25.0)
    uitkomst = bereken(regio, Scenario(eind=2029))
    assert float(uitkomst.per_gemeente("reservering", 2026)[0]) == pytest.approx(0.2625)


def test_a_gemeente_that_offers_less_than_in_2024_is_named():
    """West did 30 of 100 mutaties; at 25% it offers 25."""
    regio = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, 100, 30))
    assert "West (25 tegen 30)" in waarschuwingen(bereken(regio, Scenario(reservering=25, mutatiegraad=5)))[0]


@pytest.mark.parametrize("lezing", ["exclusief", "zonder_voorrang"])
def test_statushouders_cannot_take_more_than_the_opgave(lezing):
    """An opgave of 20 holds no 30 statushouders; of 30 nothing is left, and that can be."""
    with pytest.raises(ScenarioFout, match=r"^opgave=20 kan niet: er blijft geen opgave over: 30 huishoudens erin"):
        bereken(proefregio(), Scenario(opgave=20, statushouders=lezing))
    precies = bereken(proefregio(), Scenario(opgave=30, statushouders=lezing))
    assert precies.regio.opgave[-1, 0] == pytest.approx(0)


def test_a_segment_without_figures_is_refused():
    """Nobody knows the cheap homes of this region, and its stock says nothing of them."""
    with pytest.raises(
        ScenarioFout,
        match=r"^segment=aftoppingsgrens kan niet: in deze regio zijn geen mutaties tot de aftoppingsgrens bekend; "
        r"kies liberalisatiegrens\.$",
    ):
        bereken(proefregio(), Scenario(segment="aftoppingsgrens"))


def test_mutaties_and_weights_can_be_others_than_those_of_the_data():
    """Per gemeente, or also per scenario: 30% of 10 and 20, of 30 and 40; an opgave of 100 by 1 to 3 and by 3 to 1."""
    een = bereken(proefregio(), mutatiegraad=5, mutaties=[10, 20], gewichten=[0.25, 0.75])
    np.testing.assert_allclose(een.per_gemeente("capaciteit"), [3, 6])
    np.testing.assert_allclose(een.per_gemeente("opgave"), [25, 75])
    twee = bereken(
        proefregio(), mutatiegraad=5, mutaties=[[10, 30], [20, 40]], gewichten=[[0.25, 0.75], [0.75, 0.25]]
    ).gemeenten
    np.testing.assert_allclose(twee.capaciteit[:, -1], [[3, 9], [6, 12]])
    np.testing.assert_allclose(twee.opgave[:, -1], [[25, 75], [75, 25]])


def test_statushouders_of_unknown_number_stay_within_the_opgave():
    """They cannot be taken out or put on top where nobody knows how many there are."""
    regio = proefregio(statushouders=None)  # type: ignore[arg-type]
    assert bereken(regio).regio.opgave[-1, 0] == pytest.approx(100)
    with pytest.raises(
        ScenarioFout,
        match=r"^statushouders=bovenop kan niet: het aantal statushouders van deze regio is onbekend; kies inclusief",
    ):
        bereken(regio, Scenario(statushouders="bovenop"))


def test_mutaties_without_a_mutatiegraad_go_with_that_of_the_agreement():
    """A region that knows none: 5.71% gives its 100 and 200, 6% is 6 / 5.71 of them."""
    regio = proefregio(mutatiegraad=None)  # type: ignore[arg-type]
    uitkomst = bereken(regio, mutatiegraad=[5.71, 6])
    np.testing.assert_allclose(uitkomst.gemeenten.mutaties[:, 0], [[100, 600 / 5.71], [200, 1200 / 5.71]])


def test_a_gemeente_without_homes_in_2024_starts_from_nothing():
    """West did 0 of 0: a quarter of the way to 30% is 7.5%, of the 20 homes that doorstroming frees there."""
    regio = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, 0, 0))
    uitkomst = bereken(regio, Scenario(eind=2029, doorstroming=50, mutatiegraad=5))
    assert uitkomst.per_gemeente("capaciteit", 2026)[1] == pytest.approx(0.075 * 20)


def test_an_unknown_code_cannot_offer_places():
    """Codes of another region are refused by name, with those that can."""
    oost, west = proefregio().codes
    with pytest.raises(
        ScenarioFout,
        match=rf"^inzet=GM9998,GM9999 kan niet: GM9998 en GM9999 horen niet bij Proef; kies uit Oost \({oost}\), West \({west}\)",
    ):
        bereken(proefregio(), Scenario(inzet=(("GM9998", 5), (oost, 5), ("GM9999", 5))))


def test_an_outcome_cannot_be_changed():
    """Its fields and its arrays are frozen, and so are the columns of the region."""
    regio = proefregio()
    uitkomst = bereken(regio)
    with pytest.raises(ValueError, match="read-only"):
        uitkomst.gemeenten.capaciteit[0, 0, 0] = 0
    with pytest.raises(ValueError, match="read-only"):
        regio.kolom("toewijzingen_2024")[0] = 0


def test_a_suggested_opgave_is_a_share_of_the_mutaties_of_the_region():
    """A fifth of 300 at the region's own 5%; without a share nothing is suggested."""
    assert suggestie_opgave(proefregio(opgave_aandeel=20.0)) == pytest.approx(60)
    assert suggestie_opgave(proefregio()) is None


@pytest.mark.parametrize(
    ("variaties", "zin"),
    [
        ({"reservering": "veel"}, "reservering=veel kan niet: een variatie is een getal of een rij van getallen."),
        ({"reservering": []}, r"reservering=\[\] kan niet: een variatie is een getal of een rij van getallen."),
        ({"bouw": [1, 2, 3]}, r"bouw kan niet: geef een getal \(of een rij\) voor elk van de 2 gemeenten."),
        (
            {"reservering": [30, 31], "nieuwbouw": [0, 1, 2]},
            "reservering en nieuwbouw kan niet: variaties zijn even lang, en reservering heeft er 2 en nieuwbouw heeft er 3.",
        ),
    ],
)
def test_what_cannot_vary_is_said_in_dutch(variaties, zin):
    """A program gets the same errors as a screen."""
    with pytest.raises(ScenarioFout, match=f"^{zin}$"):
        bereken(proefregio(), **variaties)


def test_a_year_that_is_not_computed_is_refused_by_name():
    """With the years that there are."""
    with pytest.raises(ScenarioFout, match=r"^jaar=2050 kan niet: kies 2026 tot en met 2035\.$"):
        bereken(proefregio()).per_gemeente("tekort", 2050)


@pytest.mark.parametrize("keuzes", [{}, {"achterstand": "ja", "uitval": 20, "nieuwbouw": 30}])
def test_many_scenarios_are_cut_in_blocks_and_give_the_same(monkeypatch, keuzes):
    """Five scenarios in blocks of two: every figure as in one block, in the order in which they were asked."""
    regio, scenario, reservering = proefregio(), Scenario(mutatiegraad=5, **keuzes), [10, 20, 30, 40, 50]
    heel = bereken(regio, scenario, reservering=reservering)
    monkeypatch.setattr("fairshare.model.rekening.HEEL", 1)
    monkeypatch.setattr("fairshare.model.rekening.CELLEN", 2 * len(regio.gemeenten) * len(heel.jaren))
    blokken = bereken(regio, scenario, reservering=reservering)
    for naam in ("capaciteit", "opgave", "niet_geplaatst", "gemist", "wachtend"):
        for hier, daar in ((blokken.gemeenten, heel.gemeenten), (blokken.regio, heel.regio)):
            np.testing.assert_array_equal(*np.broadcast_arrays(getattr(hier, naam), getattr(daar, naam)), err_msg=naam)
    assert blokken.regio.capaciteit.shape == (10, 5)
    assert (np.diff(blokken.regio.capaciteit[-1]) > 0).all()


def test_the_social_part_of_a_building_programme_is_that_of_the_region():
    """Half until 2028 and a tenth from then on, where the register says so; borrowed from the Achterhoek where it does not."""
    regio = proefregio()
    eigen = Cijfer(naam="sociaal_deel", status="schatting", bron="test", reeks={2026: 50.0, 2028: 10.0})
    register = regio.register.model_copy(update={"cijfers": {**regio.register.cijfers, "sociaal_deel": eigen}})
    met = bereken(replace(regio, register=register), Scenario(programma=100))
    assert met.regio.nieuwbouw[:3, 0].tolist() == pytest.approx([50, 50, 10])
    zonder = bereken(regio, Scenario(programma=100)).regio.nieuwbouw[:, 0]
    assert zonder[[4, 5]].tolist() == pytest.approx([30, 23])

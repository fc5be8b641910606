"""The figures of the views that explain, search and compare; they change only with a line in the changelog."""

from dataclasses import replace

import numpy as np
import pytest

from fairshare import link
from fairshare.gegevens import Regio, lees_regio, lees_regios
from fairshare.model import (
    KOLOMMEN,
    anders_gekozen,
    bereken,
    even_veel,
    korte_naam,
    nodig,
    omslag,
    onzekerheid,
    op_de_lijn,
    solidariteit,
    tegenover_2024,
    uitkomsten,
    van_kolom,
    van_uitkomst,
    vergelijk_per_gemeente,
    vergelijk_per_jaar,
    vlak,
    vlak_tabel,
    waarschuwingen,
    waterval,
)
from fairshare.model.hefbomen import EVEN_VEEL
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.naslag import bandbreedte_bekend
from tests.unit.proefregio import gemeente, proefregio

REGIO = lees_regio("stedendriehoek")
KADER = bereken(REGIO)


def test_deventer_alone_delivers_and_apeldoorn_lacks_most():
    """Deventer has 269.7 - 259 = 10.7 to spare; of Apeldoorn's tekort of 66.8 it takes over 10.7 x 66.8 / 225.2."""
    beeld = solidariteit(KADER, 2035)
    assert set(beeld.stromen["van"]) == {"Deventer", "Geen plek"}
    eerste = beeld.stromen.query("van == 'Deventer' and naar == 'Apeldoorn'")["aantal"].item()
    np.testing.assert_allclose(eerste, 10.7 * 66.8 / 225.2)
    np.testing.assert_allclose(
        [beeld.tekort, beeld.overschot, beeld.verevend, beeld.niet_geplaatst], [225.2, 10.7, 10.7, 214.5]
    )


def test_what_each_lever_would_have_to_do_alone():
    """36.73%, 6.99%, 715 extra lettings, 214.5 places; nieuwbouw counts 0.3 n (1 + 0.0571 x 9) places in 2035."""
    antwoorden = {naam: deel.waarden for naam, deel in nodig(KADER, Weergave()).items()}
    np.testing.assert_allclose(antwoorden["reservering"]["reservering"], omslag(KADER).reservering)
    np.testing.assert_allclose(antwoorden["mutatiegraad"]["mutatiegraad"], omslag(KADER).mutatiegraad)
    np.testing.assert_allclose(antwoorden["doorstroming"]["doorstroming"], 715)
    np.testing.assert_allclose(antwoorden["alternatief"]["alternatief"], 214.5)
    np.testing.assert_allclose(antwoorden["nieuwbouw"]["nieuwbouw"], 715 / (1 + 0.0571 * 9))


def test_a_lever_that_is_asked_for_alone_answers_the_same():
    """What the card shows while a thumb moves is what the table shows once it rests; the mix asks for the others."""
    alle = nodig(KADER, Weergave())
    for naam, antwoord in alle.items():
        assert nodig(KADER, Weergave(), naam)[naam] == antwoord
    assert list(nodig(KADER, Weergave(), "reservering")) == ["reservering"]


def test_without_verevening_lochem_decides():
    """Every gemeente alone: 58%, which the slider does not reach."""
    antwoord = nodig(KADER, Weergave(lezing="zonder"))["reservering"]
    np.testing.assert_allclose(antwoord.waarden["reservering"], 58)
    assert antwoord.haalbaarheid == "buiten bereik"


def test_a_lower_goal_in_an_earlier_year():
    """At most 200 in 2030: the capaciteit of 970 asks p with 795/2 + 3185 p/2 = 970, as half the path is covered."""
    antwoord = nodig(KADER, Weergave(hoogstens=200, jaar=2030))["reservering"]
    np.testing.assert_allclose(antwoord.waarden["reservering"], 100 * (970 - 795 / 2) / (3185 / 2))


def test_a_goal_that_is_reached_says_so():
    """At 37% nobody is left."""
    assert nodig(bereken(REGIO, Scenario(reservering=37)), Weergave())["mix"].haalbaarheid == "gehaald"


def test_with_unknown_mutaties_nothing_is_promised():
    """Three gemeenten gave no figures for the cheap homes."""
    goedkoop = bereken(REGIO, Scenario(segment="aftoppingsgrens"))
    antwoorden = nodig(goedkoop, Weergave()).values()
    assert {antwoord.haalbaarheid for antwoord in antwoorden} == {"onbekend"}
    assert not any(antwoord.waarden for antwoord in antwoorden)


def test_the_lines_of_the_field_are_where_the_engine_says():
    """Every point of every line, computed again: niet geplaatst is the level."""
    for scenario in (Scenario(), Scenario(verevening=0), Scenario(achterstand="ja", uitval=10)):
        uitkomst = bereken(REGIO, scenario)
        lijnen = vlak(uitkomst, Weergave(hoogstens=75)).lijnen
        assert {75, 100, 200} <= set(lijnen["niveau"])
        opnieuw = bereken(
            REGIO, scenario, reservering=lijnen["reservering"], mutatiegraad=lijnen["mutatiegraad"]
        ).regio.niet_geplaatst[-1]
        np.testing.assert_allclose(opnieuw, lijnen["niveau"], atol=2.5)


def test_the_zero_line_of_the_field_passes_the_break_evens():
    """6.99% at 30, 5.99% at 35 and none at 25, where 8.39% is needed."""
    nul = vlak(KADER, Weergave()).lijnen.query("niveau == 0").set_index("reservering")["mutatiegraad"]
    np.testing.assert_allclose(nul[[30, 35]], [6.99, 5.99], atol=0.005)
    assert 25 not in nul.index


def test_the_field_as_a_table_has_the_headline():
    """5.5% lies below 5.71%: more than 214.5 at 30%; and 8% with 37% leaves nobody."""
    tabel = vlak_tabel(KADER, Weergave())
    assert tabel.columns.tolist() == ["mutatiegraad", *(f"{procent}%" for procent in range(25, 38))]
    tabel = tabel.set_index("mutatiegraad")
    np.testing.assert_allclose(tabel.loc[5.5, "30%"], 1170 - 955.5 * 5.5 / 5.71)
    assert tabel.loc[8.0, "37%"] == 0


ALLEEN_MARGES = Weergave(toeval="nee")
ZONDER_MARGE = Weergave(marge_opgave=0, marge_mutatiegraad=0, toeval="nee")
ALLEEN_TOEVAL = Weergave(marge_opgave=0, marge_mutatiegraad=0)


def test_a_band_is_the_same_for_the_same_link():
    """And another number draws another band, close to it."""
    eerste, weer = (onzekerheid(bereken(REGIO), Weergave(trekking=7)) for _ in range(2))
    assert eerste.niet_geplaatst == weer.niet_geplaatst
    ander = onzekerheid(KADER, Weergave(trekking=8)).niet_geplaatst
    assert ander != eerste.niet_geplaatst
    np.testing.assert_allclose(ander, eerste.niet_geplaatst, atol=4)


def test_chance_alone_is_as_wide_as_the_contract_says():
    """214.5 plus and minus 1.645 sqrt(1170 + 0.09 x 3185), for whatever divides it; Hattem 1 to 11; at 37% 0 in six of ten."""
    for scenario in (Scenario(), Scenario(bovengrens=50, verhuisketen=30, mutatiegraad=5.82)):
        uitkomst = bereken(REGIO, scenario)
        onder, boven = bandbreedte_bekend()
        anders = uitkomst.regionaal("niet_geplaatst") - 214.5
        np.testing.assert_allclose(
            onzekerheid(uitkomst, ALLEEN_TOEVAL).niet_geplaatst, [onder + anders, boven + anders], atol=3
        )
    band, hattem = onzekerheid(KADER, ALLEEN_TOEVAL), REGIO.namen.index("Hattem")
    assert (getal(band.gemeenten_laag[hattem]), getal(band.gemeenten_hoog[hattem])) == ("1", "11")
    assert onzekerheid(bereken(REGIO, Scenario(reservering=37)), ALLEEN_TOEVAL).dicht == pytest.approx(59, abs=1.5)


def test_chance_is_new_each_year():
    """Ten years miss 2867 with the root of the sum of the variances, not ten times that of one year."""
    cap = KADER.gemeenten.reservering[..., 0] ** 2 * KADER.gemeenten.mutaties[..., 0]
    half = 1.645 * np.sqrt(10 * 1170 + float(np.broadcast_to(cap, (9, 10)).sum()))
    band = onzekerheid(KADER, ALLEEN_TOEVAL).gemiste_plaatsingen
    np.testing.assert_allclose(band, [2867.25 - half, 2867.25 + half], atol=10)


def test_the_first_band_stands():
    """A shared link promises this band: 119 to 312 with the margins of the Verkenner and chance, 140 to 289 without it."""
    np.testing.assert_allclose(onzekerheid(KADER, Weergave()).niet_geplaatst, [119.1, 311.605], atol=1e-6)
    np.testing.assert_allclose(onzekerheid(KADER, ALLEEN_MARGES).niet_geplaatst, [139.889386, 289.396530], atol=1e-6)


def test_a_band_without_verevening_stands():
    """Another mutatiegraad, path and reading: every input that is drawn moves the region, so all their lots stand.

    From 2028 on every year is that of 2028: what is missed holds eight of those.
    """
    uitkomst = bereken(REGIO, Scenario(mutatiegraad=6.5, verevening=0, eind=2028))
    band = onzekerheid(uitkomst, ALLEEN_MARGES)
    np.testing.assert_allclose(band.niet_geplaatst, [89.257538, 186.844636], atol=1e-6)
    np.testing.assert_allclose(band.gemiste_plaatsingen, [944.104779, 1985.978439], atol=1e-6)
    np.testing.assert_allclose(band.pad_laag, [133.145466, 96.300708, *[89.257538] * 8], atol=1e-6)
    np.testing.assert_allclose(band.pad_hoog, [275.116512, 216.198216, *[186.844636] * 8], atol=1e-6)
    zutphen = REGIO.namen.index("Zutphen")
    lochem = REGIO.namen.index("Lochem")
    np.testing.assert_allclose(band.gemeenten_laag[[lochem, zutphen]], [30.909632, 7.621916], atol=1e-6)
    np.testing.assert_allclose(band.gemeenten_hoog[[lochem, zutphen]], [40.393967, 22.839805], atol=1e-6)
    assert list(band.tornado) == ["opgave", "mutatiegraad", "afronding", "mutaties"]
    np.testing.assert_allclose(band.tornado["opgave"], [94.787156, 171.597658], atol=1e-6)
    np.testing.assert_allclose(band.tornado["mutatiegraad"], [101.813626, 162.501491], atol=1e-6)
    np.testing.assert_allclose(band.tornado["afronding"], [131.052406, 132.869733], atol=1e-6)
    np.testing.assert_allclose(band.tornado["mutaties"], [131.616462, 132.640981], atol=1e-6)


def test_a_margin_on_the_opgave_adds_up_over_the_years():
    """0.9 x 58.5 around 2867.25 ten times over, and in 2026 around 1170 - 795 - 16.05.

    At 37% the gap is closed up to 1178.45 of 1111.5 to 1228.5: in 57.2% of the variants.
    """
    alleen_opgave = Weergave(marge_mutatiegraad=0, toeval="nee")
    band = onzekerheid(KADER, alleen_opgave)
    np.testing.assert_allclose(band.gemiste_plaatsingen, [2867.25 - 526.5, 2867.25 + 526.5], atol=15)
    np.testing.assert_allclose([band.pad_laag[0], band.pad_hoog[0]], [358.95 - 52.65, 358.95 + 52.65], atol=1.5)
    assert (band.dicht, next(iter(band.tornado))) == (0, "opgave")
    dicht = onzekerheid(bereken(REGIO, Scenario(reservering=37)), alleen_opgave).dicht
    assert dicht == pytest.approx(100 * (1178.45 - 1111.5) / 117, abs=1)


def test_a_band_around_what_is_unknown_is_unknown():
    """Without an opgave nothing can be said of the gap, nor how often it is closed."""
    band = onzekerheid(bereken(lees_regio("gmr")), Weergave())
    assert np.isnan(band.dicht) and np.isnan(band.niet_geplaatst).all()


def test_a_margin_of_five_percent_on_the_opgave_is_what_arithmetic_says():
    """Uniform within 58.5: the middle ninety percent is 214.5 plus and minus 0.9 x 58.5."""
    laag, hoog = onzekerheid(KADER, Weergave(marge_mutatiegraad=0)).tornado["opgave"]
    np.testing.assert_allclose([laag, hoog], [214.5 - 52.65, 214.5 + 52.65], atol=1.5)


def test_a_margin_on_the_mutatiegraad_is_what_arithmetic_says():
    """0.3 points of 5.71 is 955.5 x 0.3 / 5.71 = 50.2 places: 214.5 plus and minus 0.9 x 50.2."""
    laag, hoog = onzekerheid(KADER, Weergave(marge_opgave=0)).tornado["mutatiegraad"]
    np.testing.assert_allclose([laag, hoog], [214.5 - 45.18, 214.5 + 45.18], atol=1.5)


def test_without_margins_only_the_print_is_uncertain():
    """The total of 3185 is fixed, so the derived mutaties move gemeenten and not the region; rounding half a home."""
    band = onzekerheid(KADER, ZONDER_MARGE)
    np.testing.assert_allclose(band.niet_geplaatst, [214.05, 214.95], atol=0.01)
    np.testing.assert_allclose(band.tornado["mutaties"], 214.5)
    lochem = REGIO.namen.index("Lochem")
    nu = KADER.gemeenten.niet_geplaatst[lochem, -1, 0]
    assert nu - 1 < band.gemeenten_laag[lochem] < nu < band.gemeenten_hoog[lochem] < nu + 1


def test_the_rounding_of_the_old_mutatiegraad_counts_only_where_it_moves():
    """At 5.71% it cancels; at 6.5% half a hundredth of 5.71 is 0.09% of the capaciteit, about one place."""
    breed = onzekerheid(bereken(REGIO, Scenario(mutatiegraad=6.5)), ZONDER_MARGE).tornado["afronding"]
    smal = onzekerheid(KADER, ZONDER_MARGE).tornado["afronding"]
    assert breed[1] - breed[0] > 1.5 > smal[1] - smal[0]


def test_an_own_opgave_has_no_print_to_be_rounded():
    """With verevening nothing is left of the rounding when the user filled the opgave in."""
    band = onzekerheid(bereken(REGIO, Scenario(opgave=1300)), ZONDER_MARGE)
    np.testing.assert_allclose(band.niet_geplaatst, 344.5)


def test_of_what_is_unknown_no_band_is_given():
    """West has no mutaties: its own band and the chance of 0 are unknown, as its figure is; and what a region has not varies not."""
    regio = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, None, 30))
    band = onzekerheid(bereken(regio, Scenario()), Weergave())
    assert np.isfinite([band.gemeenten_laag[0], band.gemeenten_hoog[0], *band.niet_geplaatst]).all()
    assert np.isnan([band.gemeenten_laag[1], band.gemeenten_hoog[1], band.dicht]).all()
    eigen = onzekerheid(bereken(lees_regio("GM0363,GM0394"), Scenario(regio="GM0363,GM0394", opgave=900)), Weergave())
    assert set(eigen.tornado) == {"opgave", "mutatiegraad", "toeval"}


def test_the_scenario_lies_within_its_band():
    """In the region, in every year and for every gemeente, for a few scenarios."""
    for scenario in (Scenario(), Scenario(verevening=0), Scenario(sleutel="voorraad"), Scenario(achterstand="ja")):
        uitkomst = bereken(REGIO, scenario)
        band = onzekerheid(uitkomst, Weergave())
        pad, gemeenten = uitkomst.regio.niet_geplaatst[:, 0], uitkomst.gemeenten.niet_geplaatst[:, -1, 0]
        assert ((band.pad_laag <= pad) & (pad <= band.pad_hoog)).all()
        assert ((band.gemeenten_laag <= gemeenten + 1e-9) & (gemeenten <= band.gemeenten_hoog + 1e-9)).all()


def test_regulier_against_2024_and_the_seventy():
    """3185 - 795 = 2390 in 2024; 70% of 3185 is left in 2035: 160.5 fewer, and no gemeente gains."""
    beeld = tegenover_2024(KADER, 2035)
    np.testing.assert_allclose([beeld.regulier, beeld.regulier_2024, beeld.verdringing], [2229.5, 2390, 160.5])
    np.testing.assert_allclose(beeld.deel, 70)


def test_a_hundred_of_everything():
    """Reserved 100; freed 30; built 30 (1 + 0.0571 x 9); programmed 0.3 (23 + 0.0571 (5 x 30 + 4 x 23)); placed 100."""
    minder = even_veel(KADER, 100).set_index("hefboom")["minder"]
    verwacht = {
        "reservering": 100,
        "mutatiegraad": 30,
        "nieuwbouw": 30 * (1 + 0.0571 * 9),
        "programma": 0.3 * (23 + 0.0571 * (5 * 30 + 4 * 23)),
        "doorstroming": 30,
        "alternatief": 100,
    }
    np.testing.assert_allclose(minder[list(verwacht)], list(verwacht.values()))


def test_the_waterval_starts_at_the_gap_of_2024():
    """1170 - 795 = 375; reservering takes 160.5 of it."""
    val = waterval(KADER)
    assert (val.begin, val.eind) == (375, 214.5)
    assert val.stappen["label"].tolist()[0] == "Reservering"
    assert len(val.stappen) == 5


def zonder_lochem() -> Regio:
    """Give the region without what comes free in Lochem."""
    leeg = {f"mutaties_liberalisatiegrens{deel}": None for deel in ("", "_min", "_max")}
    gemeenten = [rij.model_copy(update=leeg) if rij.naam == "Lochem" else rij for rij in REGIO.gemeenten]
    return replace(REGIO, gemeenten=tuple(gemeenten))


def test_what_a_gemeente_loses_by_being_unknown_is_no_work_of_a_step():
    """Lochem had 38 toewijzingen in 2024, and its mutaties are unknown; in the cheap segment Epe, Hattem and Heerde are."""
    stappen = waterval(bereken(zonder_lochem())).stappen
    assert stappen[:2].to_numpy().tolist() == [
        ["1 gemeente onbekend, telt als 0", 375.0, 413.0],
        ["Reservering", 413.0, 259.5],
    ]
    stappen = waterval(bereken(REGIO, Scenario(segment="aftoppingsgrens"))).stappen
    hadden = sum(
        deel
        for deel, naam in zip(KADER.per_gemeente("capaciteit"), REGIO.namen, strict=True)
        if naam in ("Epe", "Hattem", "Heerde")
    )
    (geen,) = stappen[stappen["label"] == "3 gemeenten onbekend, tellen als 0"].to_numpy().tolist()
    assert geen[1:] == pytest.approx([214.5, 214.5 + hadden]) and hadden > 50
    assert stappen.to_numpy().tolist()[-1] == [
        "Alleen goedkope woningen",
        pytest.approx(214.5 + hadden),
        pytest.approx(698.4),
    ]


def test_scenarios_side_by_side():
    """Only what differs is listed, the differences are what the first has more, and a printed column has printed totals."""
    kandidaten = [
        van_uitkomst("nu", KADER),
        van_uitkomst("35", bereken(REGIO, Scenario(reservering=35, pad="direct"))),
        van_kolom(REGIO, "E"),
    ]
    assert anders_gekozen(kandidaten)["naam"].tolist() == ["reservering", "pad"]
    cijfers = uitkomsten(kandidaten).set_index("cijfer")
    np.testing.assert_allclose(cijfers.loc["niet_geplaatst"], [214.5, 55.25, 692])
    assert np.isnan(cijfers.loc["gemist"].iloc[2])
    lochem = vergelijk_per_gemeente(kandidaten, REGIO.namen, "plekken").set_index("naam").loc["Lochem"]
    np.testing.assert_allclose(lochem[["waarde0", "waarde1", "verschil1"]].astype(float), [45, 53, -8])
    lochem = vergelijk_per_gemeente(kandidaten, REGIO.namen, "niet_geplaatst").set_index("naam").loc["Lochem"]
    assert lochem["verschil1"] == pytest.approx(lochem["waarde0"] - lochem["waarde1"]) and lochem["verschil1"] > 0


def test_a_scenario_is_named_by_what_is_different():
    """Three differences, and the rest is counted."""
    assert korte_naam(Scenario(), REGIO) == "Beginscenario"
    vier = Scenario(reservering=35, pad="direct", verevening=50, nieuwbouw=10)
    assert korte_naam(vier, REGIO) == "Reservering 35,0%, Ingroeipad Direct, Verevening 50% en nog 1".replace(
        " en nog", ", en nog"
    )


def test_three_differences_are_all_named():
    """Nothing is left to count."""
    drie = Scenario(reservering=35, pad="direct", verevening=50)
    assert korte_naam(drie, REGIO) == "Reservering 35,0%, Ingroeipad Direct, Verevening 50%"
    assert korte_naam(Scenario(regio="gmr"), REGIO) == "Beginscenario"


def test_scenarios_without_a_difference_still_have_their_columns():
    """No row, and a column for each."""
    tabel = anders_gekozen([van_uitkomst("nu", KADER), van_uitkomst("ook", KADER)])
    assert (tabel.columns.tolist(), len(tabel)) == (["naam", "nu", "ook"], 0)


@pytest.mark.parametrize(("grens", "verwacht"), [(15, 692.25), (30, 214.5)])
def test_the_line_of_fifteen_percent(grens, verwacht):
    """Column E prints 692; the capaciteit is that percentage of 3185."""
    assert op_de_lijn(KADER, grens).niet_geplaatst == pytest.approx(verwacht)
    assert op_de_lijn(KADER, grens).capaciteit == pytest.approx(31.85 * grens)


def test_every_headline_side_by_side():
    """At 37% the gap is closed in 2035, at 30% never; the printed column E has totals only."""
    dicht, onbekend = bereken(REGIO, Scenario(reservering=37)), bereken(lees_regio("gmr"))
    kandidaten = [
        van_uitkomst("nu", KADER),
        van_uitkomst("37", dicht),
        van_kolom(REGIO, "E"),
        van_uitkomst("gmr", onbekend),
    ]
    tabel = uitkomsten(kandidaten).set_index("cijfer")
    assert tabel.columns.tolist() == ["nu", "37", KOLOMMEN["E"], "gmr"]
    verwacht = {
        "nu": [214.5, 955.5, 1170, 2867.25, 2229.5, np.inf],
        "37": [0, 1178.45, 1170, dicht.regio.gemiste_plaatsingen[0], 2015, 2035],
        KOLOMMEN["E"]: [692, 478, *[np.nan] * 4],
    }
    for naam, waarden in verwacht.items():
        np.testing.assert_allclose(tabel[naam].astype(float), waarden, err_msg=naam, atol=1e-9)
    assert tabel.index.tolist() == ["niet_geplaatst", "plekken", "opgave", "gemist", "regulier", "dicht"]
    assert np.isnan(tabel.loc["dicht", "gmr"])
    groeit = uitkomsten([van_uitkomst("groei", bereken(REGIO, Scenario(groei=5, eind=2028)))]).set_index("cijfer")
    assert groeit.loc["opgave", "groei"] == pytest.approx(1170 * 1.05**3)


def test_what_a_column_does_not_say_stays_unknown():
    """Column C prints 355 places in Apeldoorn and 956 together, no opgave and nothing per gemeente left without a home."""
    kolom = van_kolom(REGIO, "C")
    assert kolom is not None
    assert (kolom.plekken[0], kolom.samen, kolom.plekken_samen, kolom.uitkomst) == (355, 215, 956, None)
    assert len(kolom.opgave) == len(kolom.niet_geplaatst) == 9
    assert np.isnan(kolom.opgave).all() and np.isnan(kolom.niet_geplaatst).all()
    assert van_kolom(lees_regio("gmr"), "C") is None


def test_lines_side_by_side():
    """A row a year for each scenario; a printed column has no years."""
    kandidaten = [van_uitkomst("nu", KADER), van_kolom(REGIO, "E"), van_uitkomst("37", bereken(REGIO, reservering=37))]
    tabel = vergelijk_per_jaar(kandidaten)
    assert tabel["naam"].tolist() == ["nu"] * 10 + ["37"] * 10
    assert tabel["jaar"].tolist() == list(range(2026, 2036)) * 2
    assert tabel.index.tolist() == list(range(20))
    np.testing.assert_allclose(tabel["niet_geplaatst"].iloc[[9, 19]], [214.5, 0], atol=1e-9)


def test_the_first_of_a_comparison_differs_from_nobody():
    """Three columns, two differences."""
    tabel = vergelijk_per_gemeente([van_uitkomst("nu", KADER)] * 2, REGIO.namen, "opgave")
    assert tabel.columns.tolist() == ["naam", "waarde0", "waarde1", "verschil1"]


def test_a_segment_is_named_only_where_one_was_chosen():
    """Of a gemeente of which nothing is known it is no matter of segment."""
    eerste = waarschuwingen(bereken(zonder_lochem()))[0]
    assert eerste.startswith("De mutaties van Lochem zijn onbekend en tellen in de regio als 0.")


SCHATTING = (
    "De mutaties per gemeente zijn een schatting: sociale voorraad maal mutatiegraad; 5,71% (schatting: Presentatie "
    "afsprakenkader 13-4-2026 (Regio Stedendriehoek))."
)
WACHT = "Niet geplaatst is hier wie er aan het eind van het jaar wacht: een stand, geen aantal per jaar. Wie wacht, telt waar de taak is."


@pytest.mark.parametrize(
    ("vraag", "verwacht"),
    [
        (
            "segment=aftoppingsgrens",
            [
                "De mutaties van Epe, Hattem en Heerde zijn in dit segment onbekend en tellen in de regio als 0. Toegerekend "
                "naar het aandeel van de 6 bekende gemeenten (55,8% van hun mutaties, een schatting) zou niet geplaatst in "
                "2035 uitkomen op 637 in plaats van 698.",
                "Alleen de goedkope woningen tellen: een lezing van een jaar, geen pad. Start en ingroeipad doen dan niet mee, "
                "want hoeveel toewijzingen van 2024 erin vielen is onbekend; gemiste plaatsingen zijn daarom ook onbekend.",
            ],
        ),
        (
            "regio=gmr",
            [
                "De opgave van deze regio is onbekend: vul zelf een opgave in om het tekort te "
                "zien. Suggestie (schatting): een derde van de mutaties, 2.038 per jaar.",
                SCHATTING,
                "De toewijzingen per gemeente zijn onbekend: de reservering begint bij 25% en de verdeling volgt meteen de "
                "sleutel.",
            ],
        ),
        (
            "regio=achterhoek&opgave=500",
            [
                SCHATTING,
                "De toewijzingen per gemeente zijn onbekend: de reservering geldt meteen en de verdeling volgt meteen de "
                "sleutel.",
            ],
        ),
        (
            "reservering=25",
            [
                "Minder plekken dan de toewijzingen van 2024: Deventer (225 tegen 246), Apeldoorn (296 tegen 305), Heerde "
                "(25 tegen 29), Zutphen (78 tegen 79) en Lochem (37,5 tegen 38)."
            ],
        ),
        (
            "statushouders=exclusief",
            [
                "Statushouders gaan hier eerst en tellen apart: hun 348 woningen gaan af van de capaciteit. Hoeveel "
                "toewijzingen van 2024 naar statushouders gingen, is onbekend."
            ],
        ),
        (
            "bovengrens=45&ruil=GM0150-GM0262:10",
            [
                "Door de grenzen schuift het eigen aandeel: Apeldoorn +18, Brummen +2, Deventer +11, Lochem −19, Voorst −13, Zutphen +5, "
                "Epe −3, Hattem +2 en Heerde −3.",
                "De ruil komt na de grenzen en gaat over de bovengrens van Lochem (77,5 tegen 67,5).",
            ],
        ),
        (
            "statushouders=exclusief&mutatiegraad=5.4&taakstelling=1170",
            [
                "Minder plekken dan de toewijzingen van 2024: Heerde (28 tegen 29).",
                "De taakstelling is hier 1.170 woningen voor statushouders; de opgave van de regio is er een met 348.",
                "Statushouders gaan hier eerst en tellen apart: hun 1.170 woningen gaan af van de capaciteit. Hoeveel toewijzingen "
                "van 2024 naar statushouders gingen, is onbekend. In 2035 is er voor 266 statushouders geen woning.",
            ],
        ),
        (
            "statushouders=zonder_voorrang&mutatiegraad=5.7&opgave=2400&taakstelling=2400",
            [
                "De taakstelling is hier 2.400 woningen voor statushouders; de opgave van de regio is er een met 348.",
                "Statushouders hebben hier geen voorrang: zij zoeken 2.400 woningen tussen de reguliere. De reservering begint dan "
                "lager, naar rato van de toewijzingen van 2024: een aanname. In 2035 is er voor 274 statushouders geen woning.",
            ],
        ),
        (
            "afwijking=GM0150:33,GM0262:40@2030",
            [
                "Een eigen reservering: Deventer (33,0%) en Lochem (40,0% in 2030); de hele regio komt in 2035 uit op 31,3%, waar "
                "30,0% is gekozen."
            ],
        ),
        (
            "pad=direct&afwijking=GM0262:40@2030",
            [
                "Een eigen reservering: Lochem (40,0%); het jaar erbij doet niet mee, want hier groeit de reservering niet in; de "
                "hele regio komt in 2035 uit op 30,5%, waar 30,0% is gekozen."
            ],
        ),
        (
            "bodem=ja&reservering=25",
            [
                "Niet onder hun deel van 2024: Apeldoorn (25,8%), Deventer (27,4%), Lochem (25,3%), Zutphen (25,2%) en Heerde "
                "(29,0%); de hele regio komt in 2035 uit op 26,1%, waar 25,0% is gekozen."
            ],
        ),
        ("bodem=ja", []),
        (
            "regio=gmr&opgave=2011&bodem=ja&reservering=20",
            [
                SCHATTING,
                "De toewijzingen per gemeente zijn onbekend: de reservering begint bij 25% en de verdeling volgt meteen de sleutel.",
                "Geen gemeente onder het gezamenlijke deel van 2024, 25,0%; de hele regio komt in 2035 uit op 25,0%, waar 20,0% is "
                "gekozen.",
            ],
        ),
        (
            "regio=achterhoek&opgave=500&bodem=ja",
            [
                SCHATTING,
                "De toewijzingen per gemeente zijn onbekend: de reservering geldt meteen en de verdeling volgt meteen de sleutel.",
                "'Niemand onder 2024' doet hier niets, want de reservering van 2024 is onbekend.",
            ],
        ),
        (
            "regel=nabij",
            [
                "Wie dichtstbij is, is gemeten tussen de middelpunten van gemeenten; een ander punt geeft andere afstanden."
            ],
        ),
        ("achterstand=ja", [f"{WACHT} Hoeveel er nu al wachten is onbekend; hier begint het met niemand."]),
        ("achterstand=ja&wachtend=750", [WACHT]),
        (
            "statushouders=bovenop",
            [
                "De 348 woningen voor statushouders komen hier bovenop de opgave; de tekst van de afspraak wijst op erbinnen."
            ],
        ),
    ],
)
def test_a_reader_is_warned_of_what_is_unknown_estimated_or_a_surprise(vraag, verwacht):
    """All sentences, most important first, and no other."""
    regios = lees_regios()
    scenario = link.lees(vraag, regios).scenario
    assert waarschuwingen(bereken(regios[scenario.regio], scenario)) == verwacht


def test_the_flows_of_the_nearest_are_pairs():
    """At 35% Deventer, the nearest with a surplus, fills Voorst whole and Lochem in part; Brummen goes to Zutphen."""
    stromen = solidariteit(bereken(REGIO, Scenario(reservering=35, regel="nabij")), 2035).stromen
    geholpen = stromen[stromen["van"] != "Geen plek"]
    assert geholpen[["van", "naar"]].values.tolist() == [
        ["Brummen", "Zutphen"],
        ["Deventer", "Voorst"],
        ["Deventer", "Lochem"],
    ]
    np.testing.assert_allclose(geholpen["aantal"], [3, 23.45, 32.2])
    np.testing.assert_allclose(stromen["aantal"].sum(), 113.9)


def test_the_levers_of_the_comparison():
    """What the region decides in homes or places a year, and the two percentages; another such parameter joins them."""
    assert set(EVEN_VEEL) >= {"reservering", "mutatiegraad", "nieuwbouw", "programma", "doorstroming", "alternatief"}

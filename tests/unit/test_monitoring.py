"""Monitoring: one case worked out by hand, what is unknown, and what the model of the figures refuses."""

import json
from math import isnan

import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairshare.fouten import GegevensFout
from fairshare.gegevens import als_csv, json_schema, lees_realisatie, lees_regio, maak_monitoring
from fairshare.model import bereken, realisatie_per_jaar, voortgang, voortgang_tabel, voortgang_zinnen
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

REGIO = proefregio(evaluatie=2030.0)
A, B = REGIO.codes
UITKOMST = bereken(REGIO, Scenario(pad="direct", eind=2031))
PAD = UITKOMST.over_de_jaren("plaatsingen")
OPGAVE = UITKOMST.over_de_jaren("eigen_aandeel")


def stand(cellen, **hoe):
    return voortgang(UITKOMST, maak_monitoring(REGIO, cellen), **hoe)


def test_a_year_by_hand():
    """A: 30 in the first half; B: 20 and 25; the margin and the balance of each."""
    nu = stand([(A, "2026-1", 30), (B, "2026-1", 20), (B, "2026-2", 25)], marge=10, tarief=1000)
    assert nu.jaar == 2026
    assert nu.gerealiseerd[:2].tolist() == [30, 45]
    assert nu.pad[:2] == pytest.approx([PAD[0, 0] / 2, PAD[1, 0]])
    assert nu.jaareinde[:2].tolist() == [60, 45]
    assert nu.achter[:2].tolist() == [0.9 * PAD[0, 0] > 60, 0.9 * PAD[1, 0] > 45]
    assert nu.saldo[:2] == pytest.approx([30 - OPGAVE[0, 0] / 2, 45 - OPGAVE[1, 0]])
    eerlijk = OPGAVE[:, 0] / OPGAVE[:, 0].sum()
    assert nu.vereffening[:2] == pytest.approx([30 - 50 * eerlijk[0], 20 - 50 * eerlijk[1]])
    assert nu.bedrag[:2] == pytest.approx(1000 * nu.vereffening[:2])


TWEE_JAAR = [
    *((A, "2026-1", 10), (A, "2026-2", 12), (A, "2027-1", 9)),
    *((B, "2026-1", 20), (B, "2026-2", 25), (B, "2027-1", 40), (B, "2027-2", 30)),
]
VAST = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, eind=2031))
"""Every year Oost has 30 places for an opgave of 60, West 60 for 40."""


def test_two_years_by_hand():
    """Oost: 22, then 9 in half a year, so 18 of its 30: 60% of the pad, as it would go on. West: 45, then 70 of 60.

    Saldo: 31 - 90 and 115 - 80. Vereffening, of the three half-years that both know: 31 - 0.6 x 116. Up to 2030: 22 + 18 + 3 x 18 = 94 of 150, and 45 + 70 + 3 x 70 = 325 of 300.
    """
    monitoring = maak_monitoring(REGIO, TWEE_JAAR)
    nu = voortgang(VAST, monitoring, marge=10, tarief=1000)
    tabel = voortgang_tabel(VAST, nu)
    assert tabel["naam"].tolist() == ["Oost", "West", "Hele regio"]
    assert tabel["signaal"].tolist() == ["achter", "op koers", ""]
    verwacht = {
        "gerealiseerd": [9, 70, 79],
        "pad": [15, 60, 75],
        "jaareinde": [18, 70, 88],
        "pad_jaar": [30, 60, 90],
        "saldo": [-59, 35, -24],
        "vereffening": [-38.6, 38.6, 0],
        "bedrag": [-38_600, 38_600, 0],
        "tot_horizon": [94, 325, 419],
        "pad_tot_horizon": [150, 300, 450],
    }
    for naam, waarden in verwacht.items():
        np.testing.assert_allclose(tabel[naam], waarden, err_msg=naam)
    jaren = realisatie_per_jaar(VAST, monitoring, nu).set_index("jaar")
    assert jaren.index.tolist() == list(range(2026, 2036))
    np.testing.assert_allclose(jaren[["pad", "opgave"]], [[90, 100]] * 10)
    np.testing.assert_allclose(jaren["gerealiseerd"], [67, *[np.nan] * 9])
    np.testing.assert_allclose(jaren["prognose"], [np.nan, 88, 88, 88, 88, *[np.nan] * 5])
    assert voortgang_zinnen(VAST, nu) == [
        "In 2027 zijn van 2 van de 2 gemeenten cijfers bekend: samen 79 toewijzingen, waar het pad er 75 vraagt.",
        "Achter op het pad, verder dan de marge: Oost.",
        "Gaat het zo door, dan zijn het er 419 tot en met 2030, waar het pad er 450 vraagt.",
    ]


def test_one_gemeente_by_hand():
    """Only West, 40 in half a year: the pad of West alone, and nothing is said of the region's end."""
    nu = voortgang(VAST, maak_monitoring(REGIO, [(B, "2026-1", 40)]))
    assert voortgang_tabel(VAST, nu)["signaal"].tolist() == ["onbekend", "op koers", ""]
    np.testing.assert_equal(nu.saldo.round(6), [np.nan, 20])
    assert voortgang_zinnen(VAST, nu) == [
        "In 2026 zijn van 1 van de 2 gemeenten cijfers bekend: samen 40 toewijzingen, waar het pad er 30 vraagt.",
        "Geen gemeente met cijfers en een pad is verder achter dan de marge.",
        "Nog geen cijfers van Oost.",
        "Een prognose kan pas als alle gemeenten cijfers hebben.",
    ]


@pytest.mark.parametrize(
    ("aantal", "marge", "achter"), [(27, 10, False), (26, 10, True), (29, 0, True), (30, 0, False)]
)
def test_exactly_the_margin_is_not_behind(aantal, marge, achter):
    """The pad of Oost is 30; ten percent below it is 27."""
    cellen = [(A, "2026-1", aantal - 13), (A, "2026-2", 13)]
    assert voortgang(VAST, maak_monitoring(REGIO, cellen), marge=marge).achter[0] == achter


def test_the_margin_is_ten_percent_unless_said():
    """The pad of West is 60: 53 lies below 54 and not below the 52.8 of twelve percent."""
    cellen = [(B, "2026-1", 30), (B, "2026-2", 23)]
    assert (stand(cellen).achter[1], stand(cellen, marge=12).achter[1]) == (True, False)


def test_without_a_pad_nothing_is_projected():
    """West has no homes; Zuid has 3, a pad of 0.9, and with 1 a year goes on to 5 in 2030."""
    regio = proefregio(
        gemeente("Oost", 60, 100, 20), gemeente("West", 40, 0, 0), gemeente("Zuid", 40, 3, 1), evaluatie=2030.0
    )
    uitkomst = bereken(regio, Scenario(pad="direct", mutatiegraad=5))
    cellen = [(code, periode, aantal) for code in regio.codes for periode, aantal in (("2026-1", 1), ("2026-2", 0))]
    nu = voortgang(uitkomst, maak_monitoring(regio, cellen))
    np.testing.assert_allclose(nu.tot_horizon, [5, np.nan, 5])


@pytest.mark.parametrize(
    ("eind", "periode", "jaar", "horizon", "pad"),
    [(2031, "2031-2", 2031, 2035, 150), (2029, "2026-1", 2026, 2030, 150), (2031, "2027-1", 2027, 2030, 120)],
)
def test_the_horizon_is_the_evaluation_and_past_it_the_last_year(eind, periode, jaar, horizon, pad):
    """The end of the path does not matter; the count begins at the first figure."""
    uitkomst = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, eind=eind))
    nu = voortgang(uitkomst, maak_monitoring(REGIO, [(A, periode, 10)]))
    assert (nu.jaar, nu.horizon, nu.pad_tot_horizon[0]) == (jaar, horizon, pytest.approx(pad))


def test_the_projection_keeps_the_same_distance_from_the_pad():
    """2026 known, 2027 half known at the pace of half the pad: half the pad up to and including 2030."""
    half = round(PAD[0, 1] / 4)
    nu = stand([(A, "2026-1", 10), (A, "2026-2", 12), (A, "2027-1", half)])
    verhouding = 2 * half / PAD[0, 1]
    assert nu.tot_horizon[0] == pytest.approx(22 + 2 * half + verhouding * PAD[0, 2:5].sum())
    assert nu.pad_tot_horizon[0] == pytest.approx(PAD[0, :5].sum())
    assert nu.horizon == 2030


def test_what_is_not_known_is_not_zero():
    """A gemeente without figures is unknown, and so is the region; it is named."""
    nu = stand([(A, "2026-1", 30)])
    tabel = voortgang_tabel(UITKOMST, nu)
    assert isnan(nu.gerealiseerd[1]) and not nu.achter[1]
    assert tabel["signaal"].tolist()[1] == "onbekend"
    assert isnan(tabel["gerealiseerd"].iloc[-1])
    assert any("Nog geen cijfers van" in zin and REGIO.namen[1] in zin for zin in voortgang_zinnen(UITKOMST, nu))
    assert voortgang_zinnen(UITKOMST, nu)[-1] == "Een prognose kan pas als alle gemeenten cijfers hebben."
    assert np.isnan(nu.vereffening).all() and np.isnan(nu.bedrag).all()


def test_a_zero_is_a_figure():
    """Nothing placed is behind."""
    assert stand([(A, "2026-1", 0)]).achter[0]


def test_years_outside_the_path_do_not_count():
    """And without any year there is no answer."""
    assert stand([(A, "2025-2", 10)]) is None


@given(
    st.lists(
        st.tuples(st.sampled_from(REGIO.codes), st.sampled_from(["2026-1", "2026-2", "2030-1"]), st.integers(0, 999)),
        unique_by=lambda c: c[:2],
    )
)
@settings(max_examples=15)  # a file is read in a process of its own
def test_a_file_gives_the_same_figures_back(cellen):
    """Written and read again; and the schema agrees."""
    monitoring = maak_monitoring(REGIO, cellen)
    jsonschema.validate(json.loads(monitoring.model_dump_json()), json.loads(json_schema()))
    if cellen:
        regio = lees_regio("stedendriehoek")
        echt = maak_monitoring(regio, [(regio.codes[REGIO.codes.index(c)], p, n) for c, p, n in cellen])
        terug, _ = lees_realisatie(als_csv(echt, regio), "terug", regio)
        assert sorted(terug.realisatie, key=str) == sorted(echt.realisatie, key=str)


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("Gemeente;Inwoners\nLochem;5\n", "kopregel kan niet: er is geen kolom met een halfjaar"),
        ("Gemeente;2026 H1\nDelft;5\n", "rij 2=Delft kan niet: deze gemeente hoort niet bij Regio Stedendriehoek"),
        ("Gemeente;2026 H1\nLochem;5,5\n", "rij 2, kolom 2026 H1=5,5 kan niet: schrijf een heel getal"),
        ("Gemeente;2011 H1\nLochem;5\n", "GM0262, 2011-1=5 kan niet: kies een jaar van 2024 tot en met 2040"),
        ("Gemeente;2026 H1;2026-1\nLochem;5;5\n", "rij 1, kolom 2026-1=2026-1 kan niet: deze kolom betekent hetzelfde"),
    ],
)
def test_a_wrong_file_is_told_what_is_wrong(tekst, melding):
    """With row, column, value and remedy."""
    with pytest.raises(GegevensFout) as fout:
        lees_realisatie(tekst.encode(), "x", lees_regio("stedendriehoek"))
    assert fout.value.fouten[0].melding.startswith(melding)


def test_without_an_evaluation_the_projection_goes_to_the_last_year():
    """No region has a year of evaluation that its register does not say."""
    regio = proefregio()
    uitkomst = bereken(regio, Scenario(pad="direct", mutatiegraad=5))
    assert voortgang(uitkomst, maak_monitoring(regio, [(A, "2026-1", 10)])).horizon == 2035

"""Whole homes: the rule of the contract, held against the contract in plain Python."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairshare.gegevens import lees_regio
from fairshare.model import bereken, heel, over_corporaties
from fairshare.model.hele_woningen import hele_woningen
from fairshare.scenario import Scenario
from tests.unit import naslag
from tests.unit.proefregio import gemeente, proefregio

CODES = ["GM0150", "GM0200", "GM0232", "GM0262"]

cijfers = st.integers(1, 5).flatmap(
    lambda jaren: st.lists(
        st.lists(st.floats(-300, 2000) | st.integers(-600, 4000).map(lambda n: n / 6), min_size=jaren, max_size=jaren),
        min_size=1,
        max_size=4,
    )
)


@settings(max_examples=60, deadline=None)
@given(cijfers)
def test_figures_become_whole_as_the_contract_says(tabel):
    """Cell for cell; so they add up to the rounded total of every year."""
    codes = CODES[: len(tabel)]
    verwacht = naslag.hele_woningen(dict(zip(codes, tabel, strict=True)))
    heel_ = hele_woningen(np.array(tabel), codes)
    assert heel_.tolist() == [verwacht[code] for code in codes]
    assert heel_.sum(axis=0).tolist() == [naslag.rond(sum(jaar)) for jaar in zip(*tabel, strict=True)]
    assert "-0.0" not in str(heel_.tolist())


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 60), min_size=1, max_size=5),
    st.dictionaries(st.sampled_from("ABCDE"), st.integers(1, 9000), min_size=1),
)
def test_homes_go_to_corporaties_as_the_contract_says(per_jaar, bezit):
    """Each year adds up, also over many years and with ties."""
    delen = over_corporaties(per_jaar, bezit)
    assert delen == naslag.over_corporaties(per_jaar, bezit)
    assert [sum(jaar) for jaar in zip(*delen.values(), strict=True)] == per_jaar


@pytest.mark.parametrize("bezit", [{}, {"A": 0}, {"A": float("nan")}])
def test_nothing_cannot_be_divided_by(bezit):
    """Without bezit no home has an owner."""
    with pytest.raises(ValueError, match="niets om naar te verdelen"):
        over_corporaties([3], bezit)


def test_a_corporatie_without_bezit_gets_nothing():
    """It keeps its row, with zeros."""
    assert over_corporaties([3], {"A": 5, "B": 0}) == {"A": [3], "B": [0]}


def test_unknown_stays_unknown_and_the_others_add_up():
    """1.4, unknown and 1.4: 2.8 is 3, of which nobody says where the unknown one is."""
    heel_ = hele_woningen(np.array([[1.4], [np.nan], [1.4]]), CODES[:3])
    assert heel_[[0, 2], 0].tolist() == [2, 1]
    assert np.isnan(heel_[1, 0])


def test_a_half_that_floats_hide_is_rounded_up():
    """Three thirds of 71.5, and 955.4999999999999: the source says 72 and 956."""
    assert hele_woningen(np.full((3, 1), 71.5 / 3), CODES[:3]).sum() == 72
    assert hele_woningen(np.array([[955.4999999999999]]), CODES[:1]).tolist() == [[956]]


def test_a_part_of_a_whole_is_what_is_left():
    """1,170 is 955 geholpen and 215 niet geplaatst, in every gemeente too; what comes free is regulier and urgent."""
    uitkomst = bereken(lees_regio("stedendriehoek"))
    for geheel, *delen in (("vraag", "geholpen", "niet_geplaatst"), ("vrij", "urgent", "regulier")):
        np.testing.assert_array_equal(heel(uitkomst, geheel), sum(heel(uitkomst, deel) for deel in delen))
    assert heel(uitkomst, "geholpen")[-1, -1] == 955


def test_a_part_is_no_more_than_its_whole():
    """0.5 and 0.5 of which nobody is helped: who was asked 1 is the one who is left out, not the one who was asked none."""
    geheel = np.array([[0.0], [1.0]])
    assert hele_woningen(np.full((2, 1), 0.5), CODES[:2], geheel).tolist() == [[0], [1]]


def test_an_unknown_gemeente_is_no_zero():
    """Its own row is unknown; the region counts it as its card does."""
    regio = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, None, 30))
    tabel = heel(bereken(regio, Scenario()), "capaciteit")
    assert tabel[0, -1] == tabel[-1, -1] == 30
    assert np.isnan(tabel[1]).all()

"""Small answers of the model by hand: a sum in words, one figure for all, a region without figures."""

import numpy as np
import pandas as pd
import pytest

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio
from fairshare.model import (
    Waterval,
    afspraken,
    beginscenario,
    bereik,
    bereken,
    even_veel,
    laatste_ronde,
    naast_elkaar,
    optelsom,
    profiel,
    speel,
    toerekening,
    zelfde_reservering,
)
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

NAN = float("nan")


def val(begin: float, *tot: float) -> Waterval:
    """From a gap to what each step leaves of it."""
    van = (begin, *tot[:-1])
    return Waterval(begin, pd.DataFrame({"label": "stap", "van": van, "tot": tot}), tot[-1])


@pytest.mark.parametrize(
    ("waterval", "som"),
    [
        (val(375.0, 214.5), "375,0 − 160,5 = 214,5"),
        (val(100.0, 70.0, 75.0), ""),
        (val(10.5, 11.0), "10,5 + 0,5 = 11,0"),
        (val(1.26, 0.74), "1,26 − 0,52 = 0,74"),
        (val(1.4, 0.7, 0.7), "1,4 − 0,7 = 0,7"),
        (val(1.4, 0.7, 0.7 + 1e-9), "1,4 − 0,7 = 0,7"),
        (val(1.4, 0.7, 0.7 + 3e-9, 0.7), "1,4 − 0,7 + 0,0 − 0,0 = 0,7"),
        (val(0.5555, 1.111), "0,556 + 0,556 = 1,111"),
        (val(NAN, 214.5), ""),
        (val(375.0, NAN), ""),
    ],
    ids=lambda deel: type(deel).__name__,
)
def test_a_sum_has_as_few_decimals_as_make_it_add_up(waterval, som):
    """None where whole numbers add up; at most three; a step that does nothing is left out."""
    assert optelsom(waterval) == som


def test_one_reservering_for_all_or_none():
    """With the same figures in 2024 all go the same way; with others only the last year is the same."""
    gelijk = proefregio(*(gemeente(naam, opgave=50, mutaties=100, toewijzingen=20) for naam in ("Oost", "West")))
    assert zelfde_reservering(bereken(gelijk, Scenario(eind=2028)), 2026) == pytest.approx(20 + 10 / 3)
    uitkomst = bereken(proefregio(), Scenario(eind=2028))
    assert zelfde_reservering(uitkomst, 2027) is None
    assert zelfde_reservering(uitkomst, 2028) == pytest.approx(30)


def test_between_which_values_a_lever_lies():
    """Its own, not those of another."""
    assert bereik(lees_regio("stedendriehoek"), "reservering") == (25, 37)
    assert bereik(lees_regio("stedendriehoek"), "mutatiegraad") == (4, 8)


def test_every_deal_is_named():
    """Who, how many, of whom; none where nobody takes over."""
    regio = lees_regio("stedendriehoek")
    uitkomst = bereken(regio)
    boden = (("1.0150.0262", 12.0), ("1.0150.0285", 3.5), ("2.0200.0262", 5.0))
    assert afspraken(uitkomst, speel(uitkomst, boden, 0)) == []
    assert afspraken(uitkomst, speel(uitkomst, boden, 2)) == [
        "Apeldoorn huisvest er 5 van Lochem.",
        "Deventer huisvest er 12 van Lochem.",
        "Deventer huisvest er 4 van Voorst.",
    ]
    assert laatste_ronde(boden) == 2
    assert laatste_ronde(()) == 0


def test_the_table_of_the_paper_says_where_the_model_differs():
    """One cell as it is, one that differs, one that the paper leaves empty."""
    tabel = naast_elkaar(lees_regio("stedendriehoek"))
    assert tabel.loc["Lochem", ["A", "F"]].tolist() == ["87 ≠ 86", "onbekend"]
    assert tabel.loc["Epe", "D"] == "0 ≠ onbekend"
    assert tabel.map(lambda cel: "≠" in cel).to_numpy().sum() == 6


def test_a_region_begins_with_the_first_key_that_it_has_figures_for():
    """Not the first of all, and refused by name where there is none."""
    zonder = {"opgave_inwoners_gepubliceerd": None, "inwoners_2024": None}
    ander = gemeente("Oost", opgave=60, mutaties=100).model_copy(update=zonder | {"huishoudens_2024": 30})
    assert beginscenario(proefregio(ander)) == Scenario(regio="proef", sleutel="huishoudens")
    kaal = ander.model_copy(update={"huishoudens_2024": None, "mutaties_liberalisatiegrens": None})
    with pytest.raises(ScenarioFout) as gevonden:
        beginscenario(proefregio(kaal))
    (fout,) = gevonden.value.fouten
    assert (fout.waar, fout.waarde) == ("verdeelsleutel", "")
    assert fout.melding.endswith(
        "gepubliceerd, Inwoners, Huishoudens, Woningen, Sociale huurwoningen, Mutaties, Toewijzingen aan urgenten, Herkomst."
    )


def test_where_no_home_comes_free_a_part_of_them_does_nothing():
    """No reservering and no mutatiegraad more; a place is a place."""
    leeg = proefregio(gemeente("Oost", opgave=60, mutaties=0, toewijzingen=0))
    tabel = even_veel(bereken(leeg, Scenario(pad="direct")), 10).set_index("hefboom")
    assert tabel.loc[["reservering", "mutatiegraad", "alternatief"], "waarde"].tolist() == [30, 5.0, 10]
    assert tabel.loc[["reservering", "alternatief"], "minder"].tolist() == [0, 10]


def test_a_part_of_nothing_is_unknown():
    """The mutatiegraad of a gemeente whose stock is 0, and the part of 2024 where no home came free."""
    niets = gemeente("Oost", opgave=60, mutaties=0, toewijzingen=0)
    regio = proefregio(niets.model_copy(update={"corporatiewoningen_2024": 0}))
    cijfers = profiel(bereken(regio, Scenario(pad="direct")), niets.code)
    assert np.isnan([cijfers.mutatiegraad, cijfers.aandeel_2024]).all()
    oost = profiel(bereken(proefregio(), Scenario(pad="direct")), niets.code)
    assert oost.aandeel_2024 == pytest.approx(20)


@pytest.mark.parametrize(
    ("oost", "west"),
    [((None, 100), (0, 0)), ((None, None), (50, 100))],
    ids=["what is known is nothing", "the whole is unknown too"],
)
def test_nothing_is_imputed_without_a_share_to_impute_by(oost, west):
    """Cheap mutaties and all of them, of each gemeente; with both known of the other there would be a share."""

    def regio(*paren):
        return proefregio(
            *(
                gemeente(naam, opgave=50, mutaties=alle).model_copy(update={"mutaties_aftoppingsgrens": deel})
                for naam, (deel, alle) in zip(("Oost", "West"), paren, strict=True)
            )
        )

    goedkoop = Scenario(segment="aftoppingsgrens", pad="direct")
    assert toerekening(bereken(regio(oost, west), goedkoop)) is None
    _, aandeel = toerekening(bereken(regio((None, 100), (50, 100)), goedkoop))
    assert aandeel == 0.5

"""Where things stand in a chart."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from fairshare import grafieken
from fairshare.gegevens import Regio, lees_regio
from fairshare.model import bereken, solidariteit, vlak, vlak_grenzen
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave

REGIO = lees_regio("stedendriehoek")


def tegels(regio: Regio) -> dict[str, tuple[int, int]]:
    rijen = grafieken.kaart_rijen(bereken(regio, Scenario()), "regulier")
    return dict(zip(rijen["naam"], zip(rijen["rij"], rijen["kolom"], strict=True), strict=True))


def met(**waarden: object) -> Regio:
    """The region, with the same in every row."""
    return replace(REGIO, gemeenten=tuple(rij.model_copy(update=waarden) for rij in REGIO.gemeenten))


def test_a_tile_stands_where_the_region_says_else_by_its_centre_else_in_order():
    """Hattem lies north of Apeldoorn, Deventer east of it; a gemeente that the country does not have: no place is claimed."""
    zonder = met(tegel_rij=None, tegel_kolom=None)
    gelegd, gemeten = tegels(REGIO), tegels(zonder)
    for plekken in (gelegd, gemeten):
        assert plekken["Hattem"][0] < plekken["Apeldoorn"][0]
        assert len(set(plekken.values())) == len(REGIO.gemeenten)
    assert gemeten["Apeldoorn"][1] < gemeten["Deventer"][1]
    assert grafieken.gelegd(zonder.gemeenten)
    assert not grafieken.gelegd(met(tegel_rij=None, code="GM9999").gemeenten)


def test_the_label_of_a_bar_below_zero_stands_at_its_end():
    """Left of it, and within the axis."""
    rijen = grafieken.saldo_rijen(solidariteit(bereken(REGIO, Scenario(verevening=50)), 2035))
    assert rijen["onder"] == [saldo < 0 for saldo in rijen["tot"]]
    assert rijen["bij"] == [min(0.0, saldo) if saldo < 0 else saldo for saldo in rijen["tot"]]
    assert grafieken.domein(rijen)[0] < 1.1 * min(rijen["tot"])


@pytest.mark.parametrize("sleutel", ["stedendriehoek", "gmr", "achterhoek"])
@pytest.mark.parametrize("reservering", [20, 30, 37, 55])
def test_no_word_at_a_line_stands_on_a_line_or_on_another_word(sleutel, reservering):
    """In the region and in each gemeente, wherever three lines leave room for three words."""
    regio = lees_regio(sleutel)
    uitkomst = bereken(regio, Scenario(regio=sleutel, reservering=reservering, opgave=2000))
    delen = [grafieken.pad_rijen(uitkomst), *grafieken.per_gemeente_rijen(uitkomst).values()]
    for rijen in delen:
        lijnen, plekken = (np.array(rijen[naam], float).reshape(3, -1) for naam in ("waarde", "plek"))
        letter = 0.04 * np.nanmax(lijnen)
        for jaar in (0, -1):
            woorden = plekken[:, jaar]
            assert np.min(np.abs(woorden[:, None] - woorden)[np.triu_indices(3, 1)]) > letter
            naast = np.abs(woorden - lijnen[:, jaar])
            assert (naast > letter).all()


def test_no_name_of_a_line_in_the_field_stands_on_another():
    """Also where lines lie close; that of the goal is there."""
    for sleutel, opgave in (("stedendriehoek", 1170), ("gmr", 4000), ("achterhoek", 600)):
        scenario = Scenario(regio=sleutel, opgave=opgave)
        uitkomst = bereken(lees_regio(sleutel), scenario)
        rijen = grafieken.vlak_rijen(vlak(uitkomst, Weergave()), scenario, 5.71, 0)["lijnen"]
        namen = rijen[rijen["soort"] == "naam"]
        (x0, x1), (y0, y1) = vlak_grenzen(uitkomst.bron)
        plekken = [((x - x0) / (x1 - x0), (y - y0) / (y1 - y0)) for x, y in zip(namen["x"], namen["y"], strict=True)]
        assert len(plekken) > 3 and namen["doel"].any()
        assert all(abs(a - c) > 0.05 or abs(b - d) > 0.05 for (a, b), (c, d) in combinations(plekken, 2))


def test_an_own_path_is_drawn_through_its_points():
    """From the start to the end, with what was chosen marked."""
    rijen = grafieken.eigen_pad_rijen(Scenario(pad="eigen", punten=(("2028", 10.0), ("2030", 40.0))))
    deel = dict(zip(rijen["jaar"], rijen["deel"], strict=True))
    assert (deel[2028], deel[2029], deel[2030], deel[2035]) == (10, 25, 40, 100)
    assert [jaar for jaar, gekozen in zip(rijen["jaar"], rijen["gekozen"], strict=True) if gekozen] == [2028, 2030]


def test_the_map_of_outlines_says_the_same_homes_as_the_tiles():
    """Whole homes that add up, in both forms: not each figure rounded by itself."""
    uitkomst = bereken(REGIO, Scenario(reservering=35))
    for maat in ("niet_geplaatst", "regulier"):
        tegels, omtrek = (grafieken.kaart_rijen(uitkomst, maat, vorm) for vorm in ("tegels", "omtrek"))
        assert sorted(zip(tegels["naam"], tegels["tekst"], strict=True)) == sorted(
            zip(omtrek["naam"], omtrek["tekst"], strict=True)
        )

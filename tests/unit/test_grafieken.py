"""Where things stand in a chart."""

from dataclasses import replace

from fairshare import grafieken
from fairshare.gegevens import Regio, lees_regio
from fairshare.model import bereken, solidariteit
from fairshare.scenario import Scenario

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

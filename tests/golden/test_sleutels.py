"""All keys side by side."""

import numpy as np

from fairshare.gegevens import lees_regio
from fairshare.model import sleutels, tegenover_inwoners
from fairshare.scenario import Scenario


def test_every_key_divides_the_same_opgave():
    """Each column sums to 1170; a key without figures is unknown for everyone."""
    tabel = sleutels(lees_regio("stedendriehoek"), Scenario())
    for naam in ("inwoners", "inwoners_cbs", "huishoudens", "woningen", "voorraad", "mutaties", "realisatie"):
        np.testing.assert_allclose(tabel[naam].sum(), 1170)
    assert tabel["herkomst"].isna().all()
    assert "mix" not in tabel
    assert set(tabel.drop(columns="naam").dtypes) == {np.dtype(float)}


def test_the_stock_is_the_count_of_cbs():
    """Deventer has 13,959 of the 57,658 homes of corporaties on 1-1-2024: 283.3, which was 276.9 by the estimate of 2021."""
    tabel = sleutels(lees_regio("stedendriehoek"), Scenario()).set_index("naam")["voorraad"]
    np.testing.assert_allclose(tabel["Deventer"], 1170 * 13_959 / 57_658)


def test_lochem_gains_and_deventer_loses_when_mutaties_count():
    """Lochem has 150 of 3185 mutaties: 55.1 instead of 87; Deventer 899: 330.2 instead of 259."""
    anders = tegenover_inwoners(sleutels(lees_regio("stedendriehoek"), Scenario())).set_index("naam")["mutaties"]
    np.testing.assert_allclose(anders[["Lochem", "Deventer"]], [1170 * 150 / 3185 - 87, 1170 * 899 / 3185 - 259])
    assert abs(anders.sum()) < 1e-9


def test_a_mix_stands_beside_the_others():
    """Half inwoners and half mutaties lies in the middle."""
    mix = Scenario(sleutel="mix", gewichten=(("inwoners", 1), ("mutaties", 1)))
    tabel = sleutels(lees_regio("stedendriehoek"), mix)
    np.testing.assert_allclose(tabel["mix"], (tabel["inwoners"] + tabel["mutaties"]) / 2)

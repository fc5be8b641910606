"""Figures that stand. They change only together with a line under *Uitkomsten* in CHANGELOG.md."""

import csv
from pathlib import Path

import numpy as np
import pytest

from fairshare import link
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.model import anders_dan_cbs, bereken, omslag, suggestie_opgave, theorie, toerekening, verschillen
from fairshare.opmaak import getal
from fairshare.scenario import Scenario

REGIO = lees_regio("stedendriehoek")
LINKS = list(csv.DictReader(Path(__file__).with_name("links.csv").open(encoding="utf-8")))


@pytest.mark.parametrize(
    ("reservering", "met", "zonder"), [(25, 373.75, 373.75), (30, 214.5, 225.2), (35, 55.25, 113.9), (37, 0, 87.46)]
)
def test_niet_geplaatst_in_2035(reservering, met, zonder):
    """The derived figures of the contract, with and without verevening."""
    uitkomst = bereken(REGIO, reservering=reservering, verevening=[100, 0])
    np.testing.assert_allclose(uitkomst.regio.niet_geplaatst[-1], [met, zonder], atol=1e-9)


def test_gemiste_plaatsingen():
    """At 30% lineair 2867.3 and direct 2145.0; at 36.7346939% lineair 1687.5."""
    lineair = bereken(REGIO, reservering=[30, 36.7346939]).regio.gemiste_plaatsingen
    np.testing.assert_allclose(lineair, [2867.25, 1687.5], atol=1e-4)
    assert bereken(REGIO, Scenario(pad="direct")).regio.gemiste_plaatsingen[0] == pytest.approx(2145)


def test_the_break_evens():
    """36.73% for the region, 58% for Lochem; mutatiegraad 6.99% at 30, 5.99 at 35, 8.39 at 25; 214.5 places."""
    graden = [omslag(bereken(REGIO, Scenario(reservering=deel))).mutatiegraad for deel in (30, 35, 25)]
    np.testing.assert_allclose(graden, [6.99, 5.99, 8.39], atol=0.005)
    punten = omslag(bereken(REGIO))
    assert punten.reservering == pytest.approx(36.7346939)
    assert punten.reservering_zonder_verevening == pytest.approx(58)
    assert punten.extra_plekken == pytest.approx(214.5)


def test_the_published_columns_appear_to_the_integer():
    """A to E; only the zeros of Epe, Hattem and Heerde in D differ, and those are unknown."""
    tabellen = theorie(REGIO)
    assert tabellen is not None
    anders = verschillen(tabellen)
    assert anders.columns.tolist() == ["kolom", "rij", "bron", "model"]
    assert anders[["kolom", "rij"]].to_numpy().tolist() == [["D", "Epe"], ["D", "Hattem"], ["D", "Heerde"]]
    assert set(anders["bron"]) == {"0"}
    assert set(anders["model"]) == {"onbekend"}
    assert [getal(tabellen.model.loc["Niet geplaatst", letter]) for letter in "ABCDE"] == [
        "0",
        "375",
        "215",
        "698",
        "692",
    ]


def test_both_tables_have_the_same_cells():
    """Lochem prints 87, 38, 45, 8 and 23; the model leaves those unrounded, and knows nothing of column F.

    The published D adds up to 471 where 472 is printed. In B 795 of 1170 is done, so 375 find no home.
    """
    tabellen = theorie(REGIO)
    assert tabellen is not None
    for tabel in (tabellen.bron, tabellen.model):
        assert tabel.index.tolist() == [*REGIO.namen, "Regio", "Niet geplaatst"]
        assert tabel.columns.tolist() == list("ABCDEF")
        assert tabel["F"].isna().all()
    np.testing.assert_allclose(tabellen.bron.loc["Lochem", list("ABCDE")].astype(float), [87, 38, 45, 8, 23])
    np.testing.assert_allclose(tabellen.model.loc["Lochem", list("ABCDE")].astype(float), [87, 38, 45, 8.1, 22.5])
    np.testing.assert_allclose(tabellen.model.loc["Regio", list("ABCE")].astype(float), [1170, 795, 955.5, 477.75])
    np.testing.assert_allclose(
        tabellen.model.loc["Niet geplaatst", list("ABCE")].astype(float), [0, 375, 214.5, 692.25]
    )
    np.testing.assert_allclose(tabellen.som_bron[["A", "B", "D"]], [1170, 795, 471])
    assert np.isnan(tabellen.som_bron["F"])
    assert theorie(lees_regio("gmr")) is None


def test_the_imputed_reading():
    """Share of the six known gemeenten 1572/2819 = 55.8%: 0.3 x 0.5576 x 366 = 61.2 places more."""
    uitkomst = bereken(REGIO, Scenario(segment="aftoppingsgrens"))
    gelezen = toerekening(uitkomst)
    assert gelezen is not None
    lezing, aandeel = gelezen
    assert aandeel == pytest.approx(1572 / 2819)
    verschil = uitkomst.regio.niet_geplaatst[-1, 0] - lezing.regio.niet_geplaatst[-1, 0]
    assert verschil == pytest.approx(0.3 * 366 * 1572 / 2819)


def test_cbs_inwoners_reproduce_column_a_within_one():
    """An independent check: CBS 1-1-2024 against the published column."""
    opgave = bereken(REGIO, Scenario(sleutel="inwoners_cbs")).gemeenten.opgave[:, -1, 0]
    assert (np.abs(opgave - REGIO.kolom("opgave_inwoners_gepubliceerd")) < 1.5).all()


def test_westervoort_has_a_mutatiegraad_of_4_3_percent():
    """An independent check from another region: 90 of 2098 homes."""
    assert round(100 * 90 / 2098, 1) == 4.3


def test_the_derived_mutaties_reproduce_every_published_cell():
    """Reconciliation, no validation: C and E were the source of the mutaties. The ranges hold the value."""
    laag, waarde, hoog = (REGIO.kolom(f"mutaties_liberalisatiegrens{deel}") for deel in ("_min", "", "_max"))
    assert ((laag <= waarde) & (waarde <= hoog)).all()
    assert waarde.sum() == 3185


def test_the_imputed_reading_is_that_of_the_same_scenario():
    """35%: 0.35 x 0.5576 x 366 = 71.4 places more; with all mutaties known there is nothing to impute."""
    uitkomst = bereken(REGIO, Scenario(segment="aftoppingsgrens", reservering=35, eind=2030))
    gelezen = toerekening(uitkomst)
    assert gelezen is not None
    verschil = uitkomst.regio.niet_geplaatst[-1, 0] - gelezen[0].regio.niet_geplaatst[-1, 0]
    assert verschil == pytest.approx(0.35 * 366 * 1572 / 2819)
    assert (gelezen[0].jaren[-1], gelezen[0].scenario) == (2030, uitkomst.scenario)
    assert toerekening(bereken(REGIO)) is None


def test_the_published_opgave_differs_from_cbs_in_three_gemeenten():
    """Rounded half up, one home each."""
    assert anders_dan_cbs(REGIO) == ["Lochem", "Voorst", "Epe"]


@pytest.mark.parametrize("rij", LINKS, ids=[rij["link"] or "leeg" for rij in LINKS])
def test_every_link_ever_shipped_keeps_its_outcome(rij):
    """No row of links.csv is ever removed or changed."""
    regios = lees_regios()
    gelezen = link.lees(rij["link"], regios)
    uitkomst = bereken(regios[gelezen.scenario.regio], gelezen.scenario).regio
    assert " ".join(fout.waar for fout in gelezen.fouten) == rij["geweigerd"]
    verwacht = [float(rij[naam] or "nan") for naam in ("niet_geplaatst", "gemiste_plaatsingen")]
    np.testing.assert_allclose([uitkomst.niet_geplaatst[-1, 0], uitkomst.gemiste_plaatsingen[0]], verwacht, atol=1e-5)


def test_the_suggested_opgave_of_gmr_is_the_one_of_its_preset():
    """A third of 105,652 x 5.71%: 2011."""
    suggestie = suggestie_opgave(lees_regio("gmr"))
    assert suggestie is not None
    assert getal(suggestie) == "2.011"

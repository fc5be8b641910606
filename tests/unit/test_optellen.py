"""Every table of whole homes adds up, in every row and every column, to what the cards say; over a hundred random scenarios."""

import random
from functools import cache

import numpy as np
import pandas as pd
import pytest

from fairshare import besluit
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio, lees_regio
from fairshare.model import (
    Uitkomst,
    bereken,
    grenzen_tabel,
    heel,
    in_het_jaar,
    met_een,
    per_jaar,
    per_regel,
    ronde_tabel,
    ruil_tabel,
    sleutels_in_woningen,
    solidariteit,
    speel,
    spelregels,
    tegenover_2024,
    verwachte_stand,
)
from fairshare.model.bijlage import WAT, naast_elkaar
from fairshare.opmaak import afgerond
from fairshare.scenario import Scenario
from tests.unit.naslag import rond
from tests.unit.trekken import een_regio, een_scenario

WONINGEN = (
    "opgave",
    "eigen_aandeel",
    "vraag",
    "capaciteit",
    "geholpen",
    "niet_geplaatst",
    "plaatsingen",
    "vrij",
    "regulier",
    "vereffening",
)
BEKEND = ("opgave", "eigen_aandeel", "vraag")
"""What does not rest on the mutaties of a gemeente."""


def met_een_onbekende(regio: Regio) -> Regio:
    """An own region in which nobody knows what comes free in the last gemeente."""
    laatste = regio.gemeenten[-1].model_copy(
        update={"mutaties_liberalisatiegrens": None, "mutaties_aftoppingsgrens": None, "bezit": {"A": 70, "B": 30}}
    )
    return Regio(regio.sleutel, regio.register, (*regio.gemeenten[:-1], laatste))


@cache
def gevallen() -> list[Uitkomst]:
    """A hundred outcomes: random regions with random scenarios, a fifth with an unknown, and some of the shipped region."""
    bron, uit = random.Random(18), []
    while len(uit) < 95:
        regio = een_regio(bron.randint)
        scenario = een_scenario(bron.randint, regio)
        regio = met_een_onbekende(regio) if len(uit) % 5 == 0 and len(regio.gemeenten) > 1 else regio
        try:
            uit.append(bereken(regio, scenario))
            _ = heel(uit[-1], "vereffening")
        except ScenarioFout:
            continue
    keuzes = (
        {},
        {"reservering": 33, "ruil": (("GM0262-GM0150", 10),), "bovengrens": 60},
        {"achterstand": "ja", "uitval": 20},
        {"statushouders": "exclusief", "eind": 2038},
        {"statushouders": "zonder_voorrang", "verevening": 0},
    )
    return [*uit, *(bereken(lees_regio("stedendriehoek"), Scenario().met(**keuze)) for keuze in keuzes)]


def telt_op(tabel: pd.DataFrame, kolommen: object, waar: str) -> None:
    """The last row of a table is the sum of those above it, unless one of them is unknown."""
    for naam in kolommen:
        kolom = np.asarray(tabel[naam], dtype=float)
        if np.isfinite(kolom).all():
            assert kolom[:-1].sum() == kolom[-1], (waar, naam)
            assert (kolom == np.floor(kolom)).all(), (waar, naam)


def test_there_are_a_hundred_of_all_sorts():
    """Some with an unknown, some where nobody is short, some of one gemeente."""
    assert len(gevallen()) == 100
    assert sum(bool(een.onvolledig) for een in gevallen()) >= 10


@pytest.mark.parametrize("nummer", [0, 95], ids=["onbekend", "afspraak"])
def test_both_sorts_are_what_they_are_called(nummer):
    """The first has an unknown row, the agreement has none."""
    uitkomst = gevallen()[nummer]
    assert np.isnan(heel(uitkomst, "capaciteit")[:-1]).any() == bool(uitkomst.onvolledig)


def test_every_column_adds_up_to_its_card():
    """In every year; the card rounds the figure of the region."""
    for nummer, uitkomst in enumerate(gevallen()):
        for naam in WONINGEN:
            tabel = heel(uitkomst, naam)
            if naam != "geholpen":
                card = [float(afgerond(een)) for een in np.nan_to_num(getattr(uitkomst.regio, naam)[:, 0])]
                np.testing.assert_array_equal(np.nan_to_num(tabel[-1]), card, err_msg=f"{nummer} {naam}")
            bekend = np.isfinite(tabel).all(axis=0)
            assert bekend.all() or uitkomst.onvolledig or np.isnan(tabel[-1]).any()
            np.testing.assert_array_equal(tabel[:-1, bekend].sum(axis=0), tabel[-1, bekend], err_msg=f"{nummer} {naam}")


def test_every_row_of_parts_adds_up():
    """Opgave is geplaatst and niet geplaatst, what comes free is regulier and urgent, saldo is what it says."""
    for uitkomst in gevallen():
        for geheel, *delen in (
            ("vraag", "geholpen", "niet_geplaatst"),
            ("vrij", "urgent", "regulier"),
            ("plaatsingen", "saldo", "eigen_aandeel"),
        ):
            samen = sum(heel(uitkomst, deel) for deel in delen)
            bekend = np.isfinite(samen)
            np.testing.assert_array_equal(heel(uitkomst, geheel)[bekend], samen[bekend])
            assert bekend.all() or uitkomst.onvolledig or np.isnan(samen[-1]).any()


def test_every_row_can_be_followed_aloud():
    """Who is short: opgave is capaciteit, what others take over and niet geplaatst; nobody has more not placed than a tekort."""
    stedendriehoek = lees_regio("stedendriehoek")
    keuzes = [(25 + stap / 2, graad) for stap in range(25) for graad in (5.2, 5.71, 6.3)]
    for reservering, graad in keuzes:
        uitkomst = bereken(stedendriehoek, Scenario(reservering=reservering, mutatiegraad=graad))
        rij = {naam: heel(uitkomst, naam)[:-1, -1] for naam in ("vraag", "capaciteit", "ontvangen", "niet_geplaatst")}
        hier = np.minimum(rij["vraag"], rij["capaciteit"])
        np.testing.assert_array_equal(hier + rij["ontvangen"] + rij["niet_geplaatst"], rij["vraag"], str(reservering))
    for nummer, uitkomst in enumerate(gevallen()):
        over, kort = (np.nan_to_num(heel(uitkomst, naam)[:-1]) for naam in ("niet_geplaatst", "tekort"))
        assert (over <= kort).all(), nummer


def test_what_is_short_is_what_others_take_over_and_what_is_left():
    """The cards of Solidariteit, in every year; what goes from one to another arrives, and each column adds up."""
    for nummer, uitkomst in enumerate(gevallen()):
        regio = {naam: heel(uitkomst, naam)[-1] for naam in ("tekort", "niet_geplaatst", "geleverd", "ontvangen")}
        for naam in ("geleverd", "ontvangen"):
            tabel = heel(uitkomst, naam)
            np.testing.assert_array_equal(
                tabel[-1] + regio["niet_geplaatst"], regio["tekort"], err_msg=f"{nummer} {naam}"
            )
            bekend = np.isfinite(tabel).all(axis=0)
            np.testing.assert_array_equal(tabel[:-1, bekend].sum(axis=0), tabel[-1, bekend], err_msg=f"{nummer} {naam}")
        precies = uitkomst.over_de_jaren("geleverd")
        assert (np.abs(heel(uitkomst, "geleverd")[:-1] - precies)[np.isfinite(precies)] < 1).all(), nummer
        delen = {naam: heel(uitkomst, naam)[:-1] for naam in ("tekort", "niet_geplaatst", "ontvangen")}
        np.testing.assert_array_equal(
            delen["ontvangen"], delen["tekort"] - delen["niet_geplaatst"], err_msg=f"{nummer}"
        )
        assert (np.nan_to_num(delen["ontvangen"]) >= 0).all(), nummer


def test_every_table_of_a_screen_and_a_file_adds_up():
    """Overzicht, Groeipad, Solidariteit, Regulier, Speltafel and the appendix, with its years and its corporaties."""
    for nummer, uitkomst in enumerate(gevallen()):
        namen = ("vraag", "geholpen", "niet_geplaatst", "capaciteit", "mutaties", "regulier")
        telt_op(pd.DataFrame(in_het_jaar(uitkomst, namen)), namen, f"overzicht {nummer}")
        breed = per_jaar(uitkomst, "opgave")
        telt_op(breed, breed.columns[1:], f"padtabel {nummer}")
        for staat in besluit.staten(uitkomst):
            staat_telt_op(staat)
        if nummer % 3 and nummer < 95:
            continue
        jaar = uitkomst.jaren[nummer % len(uitkomst.jaren)]
        solidair = solidariteit(uitkomst, jaar, 1000).tabel
        telt_op(solidair, solidair.columns[1:], f"solidariteit {nummer}")
        regulier = tegenover_2024(uitkomst, jaar).tabel
        telt_op(regulier, ("vrij", "regulier", "regulier_2024", "verschil"), f"regulier {nummer}")
        np.testing.assert_array_equal(regulier["regulier"] - regulier["regulier_2024"], regulier["verschil"])


def staat_telt_op(staat: besluit.Staat) -> None:
    """Each row to its last cell, each block to its last row."""
    cijfers = np.array([[cel for cel in rij if not isinstance(cel, str)] for rij in staat.rijen], dtype=float)
    np.testing.assert_array_equal(cijfers[:, :-1].sum(axis=1), cijfers[:, -1])
    begin = 0
    for som in staat.som:
        np.testing.assert_array_equal(cijfers[begin:som].sum(axis=0), cijfers[som])
        begin = som + 1
    assert begin == len(cijfers)


def test_the_tables_of_the_game_and_of_the_keys_add_up():
    """Dearer, so of a few: a round with bids, and every key."""
    for uitkomst in (*gevallen()[:4], *gevallen()[95:97]):
        kort = uitkomst.bron.codes[0].removeprefix("GM")
        ronde = ronde_tabel(uitkomst, speel(uitkomst, ((f"1.{kort}.p", 34.0), (f"1.{kort}.e", 7.0)), 1))
        telt_op(ronde, ("plekken", "fair_share", "capaciteit", "niet_geplaatst", "draagt", "regulier_verschil"), "spel")
        sleutels = sleutels_in_woningen(uitkomst.bron, uitkomst.scenario)
        telt_op(sleutels, sleutels.columns[1:], "sleutels")


def test_the_tables_of_the_rules_and_of_the_settlement_add_up():
    """Every rule beside the scenario, what its bounds and trades moved, and the stand since the start; of every twentieth."""
    for nummer, uitkomst in enumerate(gevallen()[::20] + gevallen()[95:]):
        jaar = uitkomst.jaren[nummer % len(uitkomst.jaren)]
        regels = spelregels(uitkomst, jaar)
        for maat in ("niet_geplaatst", "eigen_aandeel", "plaatsingen"):
            tabel = per_regel(uitkomst, regels, maat, jaar)
            for deel in (0, 1):
                telt_op(tabel.map(lambda cel, deel=deel: cel[deel]), tabel.columns[1:], f"regels {nummer}")
        grens = met_een(uitkomst, regels, "bovengrens", "ondergrens")
        if grens:
            telt_op(grenzen_tabel(grens, jaar)[0], ("zonder", "met", "schuift"), f"grenzen {nummer}")
        telt_op(ruil_tabel(uitkomst, jaar), ("over", "neemt", "netto", "eigen_aandeel"), f"ruil {nummer}")
        stand = verwachte_stand(uitkomst, jaar).tabel
        telt_op(stand, ("eigen_aandeel", "ruil", "plaatsingen", "stand"), f"stand {nummer}")


def test_the_appendix_is_the_rule_of_the_contract():
    """Rounding half up of what the region has, and nothing of an unknown gemeente: its region is unknown too."""
    for uitkomst in gevallen():
        opgave, plaatsingen = (np.array([r[1:-1] for r in s.rijen]) for s in besluit.staten(uitkomst)[:2])
        if np.isfinite(opgave).all():
            assert opgave[-1].tolist() == [rond(een) for een in uitkomst.regio.opgave[:, 0].tolist()]
        assert np.isnan(plaatsingen[-1]).all() == bool(uitkomst.onvolledig)


@pytest.mark.parametrize("laatste", [True, False])
def test_what_a_proposal_changes_adds_up_over_the_gemeenten(laatste):
    """Every column, and so every difference between two, is the sum of its gemeenten."""
    for naast in [*([een] for een in gevallen()[:40]), gevallen()[95:]]:
        for naam in WAT:
            *rijen, som = naast_elkaar(naast, naam, laatste)
            cijfers = np.array([rij[1:] for rij in rijen])
            np.testing.assert_array_equal(cijfers.sum(axis=0), som[1:])
            assert (cijfers[np.isfinite(cijfers)] % 1 == 0).all()

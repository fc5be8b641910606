"""Monitoring: one case worked out by hand, what is unknown, and what the model of the figures refuses."""

import json
from dataclasses import replace
from math import isnan

import jsonschema
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairshare.fouten import GegevensFout
from fairshare.gegevens import (
    Keuze,
    als_csv,
    als_sleutel,
    getypt,
    haal_realisatie,
    json_schema,
    lees_realisatie,
    lees_regio,
    maak_monitoring,
)
from fairshare.model import (
    bereken,
    onderscheid,
    realisatie_per_jaar,
    verbeterplan,
    verbeterplan_zinnen,
    voortgang,
    voortgang_heel,
    voortgang_tabel,
    voortgang_zinnen,
)
from fairshare.model.koers import ACHTER, LET_OP, ONBEKEND, VOOR
from fairshare.model.koers import PAD as ONDERSCHEIDLOOS
from fairshare.model.voortgangsbericht import UITLEG
from fairshare.opmaak import afgerond, getal
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

REGIO = proefregio(evaluatie=2030.0)
A, B = REGIO.codes
UITKOMST = bereken(REGIO, Scenario(pad="direct", eind=2031))
PAD = UITKOMST.over_de_jaren("plaatsingen")


def stand(cellen, **hoe):
    return voortgang(UITKOMST, maak_monitoring(REGIO, cellen), **hoe)


TWEE_JAAR = [
    *((A, "2026-1", 10), (A, "2026-2", 12), (A, "2027-1", 9)),
    *((B, "2026-1", 20), (B, "2026-2", 25), (B, "2027-1", 40), (B, "2027-2", 30)),
]
VAST = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, eind=2031))
"""Every half-year Oost places 15 of 50 homes for an opgave of 30, West 30 of 100 for 20; in 2024 they let 20% and 15%."""


def test_two_years_by_hand():
    """Oost placed 31 of 45 and West 115 of 120: as rare as 2.4 in a hundred for Oost, of two 4.9: let op.

    Saldo: 31 - 90 and 115 - 80. Vereffening, of the three half-years that both know: 31 - 0.6 x 116. Up to 2030: 31 of 45 of the
    105 still to come, and 115 of 120 of 180. Standing still had given 3 x 10 and 4 x 15.
    """
    monitoring = maak_monitoring(REGIO, TWEE_JAAR)
    nu = voortgang(VAST, monitoring, tarief=1000)
    tabel = voortgang_tabel(VAST, nu)
    assert tabel["naam"].tolist() == ["Oost", "West", "Hele regio"]
    assert tabel["oordeel"].tolist() == [f"{woord} (indicatie)" for woord in (LET_OP, ONDERSCHEIDLOOS, ONDERSCHEIDLOOS)]
    verwacht = {
        "gerealiseerd": [31, 115, 146],
        "gevraagd": [45, 120, 165],
        "pad": [45, 120, 165],
        "mutaties": [np.nan] * 3,
        "stand_2024": [30, 60, 90],
        "dekking": [100 * 31 / 90, 100, 100 * 146 / 170],
        "saldo": [-59, 35, -24],
        "vereffening": [-38.6, 38.6, 0],
        "bedrag": [-38_600, 38_600, 0],
        "prognose": [31 + 31 / 45 * 105, 115 + 115 / 120 * 180, 31 + 31 / 45 * 105 + 115 + 115 / 120 * 180],
        "pad_tot_horizon": [150, 300, 450],
    }
    for naam, waarden in verwacht.items():
        np.testing.assert_allclose(tabel[naam], waarden, err_msg=naam, atol=1e-9)
    marge = 1.645 * np.sqrt(31 / 45 * 105 + 105**2 * 31 / 45**2)
    np.testing.assert_allclose(tabel["hoog"][0] - tabel["prognose"][0], marge)
    jaren = realisatie_per_jaar(VAST, monitoring, nu).set_index("jaar")
    np.testing.assert_allclose(jaren[["pad", "opgave"]], [[90, 100]] * 10)
    np.testing.assert_allclose(jaren["gerealiseerd"], [67, *[np.nan] * 9])
    later = 30 * 31 / 45 + 60 * 115 / 120
    np.testing.assert_allclose(jaren["prognose"], [np.nan, 79 + 15 * 31 / 45, *[later] * 3, *[np.nan] * 5])
    assert voortgang_zinnen(VAST, nu) == [
        "Sinds 2026, tot en met het 2e halfjaar 2027, zijn van 2 van de 2 gemeenten cijfers bekend: samen 146 toewijzingen, waar het pad "
        "er 165 vraagt.",
        "Indicatie, want niet overal is geteld hoeveel woningen er vrijkwamen: de regio is niet te onderscheiden van het pad: zo'n verschil "
        "past bij toeval.",
        "Met de reservering van 2024 waren het er 90; van het pad is dat voor de hele regio vanaf het 1e halfjaar 2026 te onderscheiden.",
        "Let op: Oost.",
        "Gaat het zo door, dan zijn het er 391 (negen van de tien keer tussen 348 en 433) tot en met 2030, waar het pad er 450 vraagt.",
    ]


def test_luck_is_no_fault():
    """Half as many homes came free, and 30% of them went to urgenten: on the homes far behind, on the agreement on the pad."""
    keren = [(code, f"{jaar}-{helft}") for code in (A, B) for jaar in (2026, 2027) for helft in (1, 2)]
    geteld = [(code, periode, 8 if code == A else 15) for code, periode in keren]
    woningen = [(code, f"mutaties {periode}", 25 if code == A else 50) for code, periode in keren]
    zonder, met = (voortgang(VAST, maak_monitoring(REGIO, cellen)) for cellen in (geteld, geteld + woningen))
    assert (zonder.oordeel[-1], met.oordeel[-1]) == (ACHTER, ONDERSCHEIDLOOS)
    assert zonder.indicatie.all() and not met.indicatie.any()
    np.testing.assert_allclose([met.gevraagd, met.pad], [[30, 60, 90], [60, 120, 180]])
    np.testing.assert_allclose([met.mutaties, met.mutaties_pad], [[100, 200, 300], [200, 400, 600]])
    assert "Er kwamen 300 woningen vrij; verwacht waren er 600." in voortgang_zinnen(VAST, met)


def test_where_mutaties_are_counted_in_part_the_rest_is_an_indication():
    """30% of 80 homes and the 15 of the pad: 39 asked; the region is an indication too."""
    cellen = [(A, "2026-1", 20), (A, "2026-2", 20), (A, "mutaties 2026-1", 80)]
    nu = voortgang(VAST, maak_monitoring(REGIO, cellen))
    assert (nu.gevraagd[0], nu.mutaties[0], nu.mutaties_pad[0]) == (pytest.approx(39), 80, 50)
    assert nu.indicatie[[0, 2]].all()


def test_who_is_behind_is_told_since_when_and_what_brings_it_back():
    """Of 100 homes a half-year West let 30, 10 and 10 to urgenten: 40 short; within a year 20 extra, half of what comes free."""
    cellen = [(B, f"2026-{helft}", aantal) for helft, aantal in ((1, 30), (2, 10))] + [(B, "2027-1", 10)]
    cellen += [(B, f"mutaties {periode}", 100) for _, periode, _ in cellen]
    nu = voortgang(VAST, maak_monitoring(REGIO, cellen))
    assert (nu.oordeel[1], nu.sinds[1]) == (ACHTER, "2026-2")
    plan = verbeterplan(VAST, nu).set_index("naam").loc["West"]
    np.testing.assert_allclose(
        plan[["achterstand", "extra_jaar", "procent_jaar", "extra_horizon", "procent_pad"]].astype(float),
        [40, 20, 50, 40 / 7, 30],
    )
    assert verbeterplan_zinnen(VAST, nu)[1] == (
        "West ligt achter sinds het 2e halfjaar 2026, nu 40 woningen onder wat er gevraagd is. Terug binnen een jaar: 20 extra per halfjaar, "
        "50% van wat er vrijkomt. Terug eind 2030: 6 extra per halfjaar, 36% van wat er vrijkomt. Het pad vraagt dan 30%."
    )
    assert not verbeterplan_zinnen(VAST, stand([(B, "2026-1", 30)]))


def test_without_a_pad_nothing_is_judged_or_projected():
    """West has no homes and is on its pad of nothing; of Zuid, with 1 where 0.45 was asked, it is too early to say anything."""
    regio = proefregio(
        gemeente("Oost", 60, 100, 20), gemeente("West", 40, 0, 0), gemeente("Zuid", 40, 3, 1), evaluatie=2030.0
    )
    uitkomst = bereken(regio, Scenario(pad="direct", mutatiegraad=5))
    nu = voortgang(uitkomst, maak_monitoring(regio, [(code, "2026-1", 1) for code in regio.codes]))
    assert nu.oordeel == (ACHTER, ONDERSCHEIDLOOS, ONDERSCHEIDLOOS, ACHTER)
    np.testing.assert_allclose(nu.prognose, [10, np.nan, 1 + 1 / 0.45 * 4.05, np.nan])


def test_standing_still_is_told_apart_or_it_is_said_that_it_is_not():
    """A pad of what 2024 did already cannot be told apart from it, ever."""
    zoals_toen = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, afwijking=((A, 20.0, None), (B, 15.0, None))))
    assert onderscheid(zoals_toen) == ("niet voor 2036",) * 3
    assert onderscheid(bereken(lees_regio("gmr")))[-1] == ONBEKEND


@pytest.mark.parametrize(
    ("eind", "periode", "horizon", "pad"),
    [(2031, "2031-2", 2035, 300), (2029, "2026-1", 2030, 150), (2031, "2027-1", 2030, 150)],
)
def test_the_horizon_is_the_evaluation_and_past_it_the_last_year(eind, periode, horizon, pad):
    """The end of the path does not matter; the count begins at the start of the period."""
    uitkomst = bereken(REGIO, Scenario(pad="direct", mutatiegraad=5, eind=eind))
    nu = voortgang(uitkomst, maak_monitoring(REGIO, [(A, periode, 10)]))
    assert (nu.periode, nu.horizon, nu.pad_tot_horizon[0]) == (periode, horizon, pytest.approx(pad))


def test_what_is_not_known_is_not_zero():
    """A gemeente without figures is unknown; the region is what is known of it, and says so; a gap is named and does not count."""
    nu = stand([(A, "2026-1", 30), (A, "2027-1", 30), (B, "mutaties 2026-1", 90)])
    tabel = voortgang_tabel(UITKOMST, nu)
    assert isnan(nu.gerealiseerd[1]) and nu.oordeel[1] == ONBEKEND and isnan(nu.mutaties[1])
    assert tabel["naam"].iloc[-1] == "Wat bekend is" and tabel["gerealiseerd"].iloc[-1] == 60
    assert nu.pad[0] == pytest.approx((PAD[0, 0] + PAD[0, 1]) / 2)
    zinnen = voortgang_zinnen(UITKOMST, nu)
    assert {
        "Nog geen cijfers van West.",
        "Een prognose kan pas als van alle gemeenten cijfers en pad bekend zijn.",
    } <= set(zinnen)
    gat = "Oost mist het 2e halfjaar 2026: dat halfjaar telt voor haar niet mee, ook niet in wat het pad vraagt."
    assert nu.opmerkingen == (gat,) and gat in zinnen
    assert np.isnan(nu.bedrag).all()


def test_a_zero_is_a_figure():
    """Nothing placed is behind."""
    assert stand([(A, "2026-1", 0)]).oordeel[0] == ACHTER


def test_what_cannot_be_is_named_and_does_not_count():
    """More to urgenten than there were homes: the homes count as not counted; a half-year outside the pad is named."""
    nu = stand([(A, "2026-1", 30), (A, "mutaties 2026-1", 20), (A, "2036-1", 5)])
    assert isnan(nu.mutaties[0]) and nu.gerealiseerd[0] == 30
    assert nu.opmerkingen == (
        "Het 1e halfjaar 2036 telt niet mee: het pad loopt van 2026 tot en met 2035.",
        "Oost, 1e halfjaar 2026: 30 toewijzingen van 20 woningen kan niet; het aantal woningen telt niet mee.",
    )


def test_years_outside_the_path_do_not_count():
    """And without any year there is no answer."""
    assert stand([(A, "2025-2", 10)]) is None


@given(
    st.lists(
        st.tuples(
            st.sampled_from(REGIO.codes),
            st.sampled_from(["2026-1", "2026-2", "2030-1"]),
            st.integers(0, 999),
            st.none() | st.integers(999, 5000),
        ),
        unique_by=lambda c: c[:2],
    )
)
@settings(max_examples=15)  # a file is read in a process of its own
def test_a_file_gives_the_same_figures_back(cellen):
    """Written and read again; and the schema agrees."""
    cellen = [
        (code, soort + periode, aantal)
        for code, periode, geteld, woningen in cellen
        for soort, aantal in (("", geteld), ("mutaties ", woningen))
        if aantal is not None
    ]
    monitoring = maak_monitoring(REGIO, cellen)
    jsonschema.validate(json.loads(monitoring.model_dump_json()), json.loads(json_schema()))
    if cellen:
        regio = lees_regio("stedendriehoek")
        echt = maak_monitoring(regio, [(regio.codes[REGIO.codes.index(c)], p, n) for c, p, n in cellen])
        terug, _ = lees_realisatie(als_csv(echt, regio), "terug", regio)
        assert sorted(terug.realisatie, key=str) == sorted(echt.realisatie, key=str)


def test_what_a_column_counts_may_stand_before_or_after_its_half_year():
    """People write both."""
    stedendriehoek = lees_regio("stedendriehoek")
    voor, na = (
        lees_realisatie(f"Gemeente;{koppen}\nLochem;20;71\n".encode(), "x", stedendriehoek)[0]
        for koppen in ("Toewijzingen 2026 H1;Mutaties 2026 H1", "2026 H1 toewijzingen;1e halfjaar 2026 mutaties")
    )
    assert voor == na
    assert (na.realisatie[0].toewijzingen, na.realisatie[0].mutaties) == (20, 71)


@pytest.mark.parametrize(
    "tekst",
    [
        "Gemeente;Perioden;Toegewezen;Vrijgekomen\nLochem;2026 1e halfjaar;20;71\nLochem;2026 2e halfjaar;;80\nEpe;2026 1e halfjaar;3;\n",
        "Bron: eigen;;;;;\nJaar;Halfjaar;Gemeente;Mutaties;Toewijzingen;\n2026;1;Lochem;71;20;\n2026;2;Lochem;80;.;\n2026;1;Epe;x;3;\nBron: CBS;;;;;\n",
        "Gemeente;2026 H1;Mutaties 2026 H1;Mutaties 2026 H2\nLochem;20;71;80\nEpe;3;;\n",
    ],
)
def test_half_years_may_stand_in_rows_as_in_columns(tekst):
    """As a database and StatLine give them; with the year in a column of its own."""
    regio = lees_regio("stedendriehoek")
    gelezen, _ = lees_realisatie(tekst.encode(), "x", regio)
    verwacht = [
        ("GM0262", "2026-1", 20),
        ("GM0232", "2026-1", 3),
        ("GM0262", "mutaties 2026-1", 71),
        ("GM0262", "mutaties 2026-2", 80),
    ]
    assert sorted(gelezen.realisatie, key=str) == sorted(maak_monitoring(regio, verwacht).realisatie, key=str)


@pytest.mark.parametrize("woord", ["Toewijzigen", "Toegewezen", "Toegewezen aan urgenten", "Verhuurd aan urgenten", ""])
@pytest.mark.parametrize("vrij", ["Mutatise", "Vrijgekomen", "Vrijgekomen woningen", "Huurmutaties"])
def test_what_a_half_year_counts_is_known_by_every_heading_of_that_column_and_with_a_fault_in_typing(woord, vrij):
    """As in a file of a region; what is not known is named as not used, and is not taken for another."""
    tekst = f"Gemeente;{woord} 2026 H1;{vrij} 2026 H1;Wachtenden 2026 H1\nLochem;20;71;9\n"
    gelezen, hoe = lees_realisatie(tekst.encode(), "x", lees_regio("stedendriehoek"))
    assert [(een.toewijzingen, een.mutaties) for een in gelezen.realisatie] == [(20, 71)]
    assert "Niet gebruikt: Wachtenden 2026 H1." in hoe


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("Gemeente;Inwoners\nLochem;5\n", "kopregel kan niet: er is geen kolom met een halfjaar"),
        ("Gemeente;2026 H1;Mutaties 2026 Q3\nLochem;5;5\n", "kopregel=Mutaties 2026 Q3 kan niet: een jaar heeft"),
        ("Gemeente;2026 H1\nDelft;5\n", "rij 2=Delft kan niet: deze gemeente hoort niet bij Regio Stedendriehoek"),
        ("Gemeente;2026 H1\nLochem;5,5\n", "rij 2, kolom 2026 H1=5,5 kan niet: schrijf een heel getal"),
        ("Gemeente;2011 H1\nLochem;5\n", "Lochem, 1e halfjaar 2011=5 kan niet: kies een jaar van 2024 tot en met 2040"),
        ("Gemeente;Mutaties 2041 H2\nLochem;5\n", "Lochem, mutaties 2e halfjaar 2041=5 kan niet: kies een jaar"),
        (
            "Gemeente;2026 H1;Mutaties 2026 H1\nLochem;5;-9\n",
            "rij 2, kolom Mutaties 2026 H1=-9 kan niet: een aantal is nooit",
        ),
        ("Gemeente;2026 H1\nLochem;-5\n", "rij 2, kolom 2026 H1=-5 kan niet: een aantal is nooit minder dan 0"),
        ("Gemeente;2026 H1;2026 H3\nLochem;5;5\n", "kopregel=2026 H3 kan niet: een jaar heeft twee halfjaren"),
        (
            "Gemeente;2026 H1;Mutaties 2026 H1\nLochem;50;40\n",
            "rij 2, kolom 2026 H1=50 kan niet: er gingen niet meer woningen naar urgenten dan er waren",
        ),
        (
            "Gemeente;Halfjaar;Toewijzingen\nLochem;2026 Q3;5\n",
            "rij 2, kolom Halfjaar=2026 Q3 kan niet: schrijf een halfjaar",
        ),
        (
            "Bron\nGemeente;Halfjaar;Toewijzingen\nLochem;2026-1;5\nLochem;2026-2;veel\n",
            "rij 4, kolom Toewijzingen=veel",
        ),
        (
            "Gemeente;Halfjaar;Toewijzingen\nLochem;2026-1;5\nLochem;2026-1;6\n",
            "rij 3, kolom Gemeente=Lochem kan niet: deze",
        ),
        ("Gemeente;Halfjaar;Wachtend\nLochem;2026-1;5\n", "kopregel kan niet: er is geen kolom met toewijzingen"),
        ("Gemeente;Halfjaar;Toewijzingen\nLochem;;5\n", "kopregel kan niet: er is geen kolom met een halfjaar"),
        ("Gemeente;2026 H1;2026-1\nLochem;5;5\n", "rij 1, kolom 2026-1=2026-1 kan niet: deze kolom betekent hetzelfde"),
    ],
)
def test_a_wrong_file_is_told_what_is_wrong(tekst, melding):
    """With row, column, value and remedy."""
    with pytest.raises(GegevensFout) as fout:
        lees_realisatie(tekst.encode(), "x", lees_regio("stedendriehoek"))
    assert fout.value.fouten[0].melding.startswith(melding)


@pytest.mark.parametrize("wat", ["toegewezen", "mutaties", "2026-1", "naam", "inwoners_2024", "niet gebruiken"])
@pytest.mark.parametrize(
    "tekst",
    ["Gemeente;Tal;2026 H2\nLochem;20;3\n", "Gemeente;Halfjaar;Tal;Mutaties\nLochem;;20;\nEpe;2026 H2;20;30\n"],
)
def test_what_was_said_of_another_file_never_breaks_this_one(tekst, wat):
    """It is used where it can be, or asked again: figures, or faults with what to do."""
    gelezen = haal_realisatie([(tekst.encode(), "x")], lees_regio("stedendriehoek"), Keuze({"tal": wat}))
    assert (gelezen.monitoring is None) == bool(gelezen.fouten)
    assert "Tal" in gelezen.vrij or gelezen.fouten


@pytest.mark.parametrize(("kop", "naam"), [("Uitstroom", "Uitstroom"), ("", "Kolom 3 zonder kop")])
def test_a_column_that_was_pointed_out_is_named_by_its_own_heading(kop, naam):
    """In how it was read, in a fault of a row, and in what is asked; one without a heading by its place, and it counts."""
    regio, keuze = lees_regio("stedendriehoek"), Keuze({getypt(naam): "toegewezen"})
    tabel = f"Gemeente;Halfjaar;{kop};Mutaties\nLochem;2026 H1;20;71\nEpe;2026 H2;{{}};30\n"
    goed, fout = (haal_realisatie([(tabel.format(een).encode(), "x")], regio, keuze) for een in (12, 40))
    assert goed.monitoring and [een.toewijzingen for een in goed.monitoring.realisatie] == [20, 12]
    assert goed.hoe[-1] == f"Kolommen: Gemeente als Gemeente; {naam}; Mutaties."
    assert [(een.waar, een.waarde) for een in fout.fouten] == [(f"rij 3, kolom {naam}", "40")]
    assert goed.vrij == {naam: "20, 12"}


def test_of_more_files_the_last_counts_and_a_key_alone_asks_for_figures():
    """Who chooses another file means that one; it is said which was read."""
    regio, sleutel = lees_regio("stedendriehoek"), als_sleutel(Keuze({"tal": "naam"}))
    bestanden = [(f"Gemeente;2026 H1\nLochem;{cijfer}\n".encode(), f"{cijfer}.csv") for cijfer in (20, 30)]
    gelezen = haal_realisatie([*bestanden, (sleutel, "koppen.csv")], regio)
    assert gelezen.monitoring and gelezen.monitoring.realisatie[0].toewijzingen == 30
    assert "Van deze bestanden telt het laatste: 30.csv." in gelezen.hoe
    assert haal_realisatie([(sleutel, "koppen.csv")], regio).fouten[0].melding.startswith("koppen.csv kan niet: dit is")


def test_without_an_evaluation_the_projection_goes_to_the_last_year():
    """No region has a year of evaluation that its register does not say."""
    regio = proefregio()
    uitkomst = bereken(regio, Scenario(pad="direct", mutatiegraad=5))
    assert voortgang(uitkomst, maak_monitoring(regio, [(A, "2026-1", 10)])).horizon == 2035


def test_the_table_of_the_progress_adds_up_in_whole_homes():
    """Each column is what stands below it, half up, though one gemeente is unknown; no figure moves by a home or more."""
    uitkomst = bereken(regio := lees_regio("stedendriehoek"))
    rijen = [f"{naam};{20 + 10 * nummer};{100 + 20 * nummer}" for nummer, naam in enumerate(regio.namen) if nummer != 7]
    half = lees_realisatie("\n".join(["Gemeente;2026 H1;Mutaties 2026 H1", *rijen]).encode(), "proef", regio)[0]
    nu = voortgang(uitkomst, half)
    assert nu
    precies, heel = voortgang_tabel(uitkomst, nu), voortgang_heel(uitkomst, nu)
    for naam in ("gevraagd", "stand_2024", "saldo"):
        kolom = heel[naam].to_numpy()
        assert np.isnan(kolom[7]) and np.nansum(kolom[:-1]) == kolom[-1] == float(afgerond(precies[naam].iloc[-1])), (
            naam
        )
        assert (np.abs(kolom - precies[naam])[np.isfinite(kolom)] < 1).all(), naam
    assert [getal(een) for een in precies["gevraagd"]] != [getal(een) for een in heel["gevraagd"]]


@pytest.mark.parametrize(("oordeel", "zelden"), [(ACHTER, 1), (VOOR, 1), (LET_OP, 5)])
def test_a_verdict_says_how_seldom_it_comes_by_chance(oordeel, zelden):
    """One in a hundred for achter and voor, five for let op: the bounds by which the verdict was given, and the words of the columns."""
    nu = stand(TWEE_JAAR)
    zinnen = voortgang_zinnen(UITKOMST, replace(nu, oordeel=(*nu.oordeel[:-1], oordeel)))
    assert len([zin for zin in zinnen if f"op koers in minder dan {zelden} van de 100 gevallen voor" in zin]) == 1
    assert "in minder dan 1 van de 100 gevallen voor, over alle gemeenten samen (Holm); let op: minder dan 5." in UITLEG

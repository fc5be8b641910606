"""What must hold for every region and every scenario, over all parameters together."""

from urllib.parse import urlencode

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio
from fairshare.grafieken.thema import ronde_grens
from fairshare.model import Uitkomst, bereken, omslag, rekening
from fairshare.model.graaf import VERGELIJKINGEN
from fairshare.model.invoer import eigen_mutatiegraad, varieerbaar
from fairshare.model.uitkomst import Gemeentecijfers
from fairshare.model.verdeelsleutel import gewichten
from fairshare.parameters import Getal
from fairshare.scenario import Scenario, parameter
from tests.unit.proefregio import proefregio
from tests.unit.trekken import NAMEN_NOEMEN, gevallen, regios, scenarios, vergelijk, zonder_weigering

CIJFERS = ("opgave", "eigen_aandeel", "vrij", "capaciteit", "niet_geplaatst", "plaatsingen", "regulier", "gemist")
"""Figures in homes that together show every step on the way."""

AANTALLEN = tuple(
    naam
    for naam, wat in Scenario.parameters().items()
    if isinstance(wat, Getal) and wat.eenheid != "jaar" and not wat.eenheid.startswith("procent")
)
"""The parameters that count homes or households of the region."""

KOLOMMEN = (
    "opgave_inwoners_gepubliceerd",
    "inwoners_2024",
    "mutaties_liberalisatiegrens",
    "mutaties_aftoppingsgrens",
    "toewijzingen_2024",
)


def gerekend(regio: Regio, scenario: Scenario) -> Uitkomst:
    """Compute what can be; leave aside what is refused."""
    try:
        return bereken(regio, scenario)
    except ScenarioFout:
        assume(False)
        raise


def met_gemeenten(regio: Regio, *gemeenten) -> Regio:
    return Regio(regio.sleutel, regio.register, gemeenten)


def keer(rij, factor: int):
    """The same gemeente, so many times as large."""
    groot = {naam: None if getattr(rij, naam) is None else factor * getattr(rij, naam) for naam in KOLOMMEN}
    return rij.model_copy(update={**groot, "groep": {naam: factor * (n or 0) for naam, n in rij.groep.items()}})


def per_gemeente(uitkomst: Uitkomst, naam: str) -> dict[str, np.ndarray]:
    return dict(zip(uitkomst.bron.codes, uitkomst.over_de_jaren(naam), strict=True))


@given(gevallen())
@settings(max_examples=220)
def test_the_engine_equals_the_contract_in_plain_python(geval):
    """Every figure of every gemeente, year and region, against an oracle that was written apart; what one refuses, the other does."""
    assert vergelijk(*geval) == ""


@given(gevallen())
@settings(max_examples=80)
def test_nobody_is_lost_in_a_year(geval):
    """Who asks is placed or is not; without achterstand that is the whole opgave, and no share is made or lost on the way."""
    uitkomst = gerekend(*geval)
    gemeenten, regio = uitkomst.gemeenten, uitkomst.regio
    vraagt = uitkomst.over_de_jaren("vraag")
    zelf = np.minimum(vraagt, uitkomst.over_de_jaren("capaciteit"))
    niet = uitkomst.over_de_jaren("niet_geplaatst")
    elders = uitkomst.over_de_jaren("ontvangen")
    np.testing.assert_allclose(zelf + elders + niet, np.where(np.isnan(zelf), np.nan, vraagt), atol=1e-6)
    np.testing.assert_allclose(regio.plaatsingen + regio.niet_geplaatst, regio.vraag, atol=1e-6)
    if uitkomst.scenario.achterstand == "nee":
        np.testing.assert_allclose(regio.plaatsingen + regio.niet_geplaatst, regio.opgave, atol=1e-6)
    vanaf = [jaar >= uitkomst.scenario.start for jaar in uitkomst.jaren]
    np.testing.assert_allclose(regio.eigen_aandeel[vanaf], regio.opgave[vanaf], atol=1e-6)
    for naam in ("niet_geplaatst", "tekort", "overschot", "geleverd", "ontvangen", "plaatsingen", "regulier", "vrij"):
        assert not (getattr(gemeenten, naam) < -1e-7).any(), naam


@given(gevallen())
@settings(max_examples=60)
def test_nobody_is_lost_over_the_years(geval):
    """With achterstand: what waited and what is missed is what waits at the end of the period and what dropped out in it."""
    regio, scenario = geval
    uitkomst = gerekend(regio, scenario.met(achterstand="ja", segment="liberalisatiegrens"))
    j = uitkomst.jaren.index(int(regio.cijfer("periode_eind") or 2035))
    gemist, uit, wacht = (float(getattr(uitkomst.regio, naam)[j, 0]) for naam in ("gemist", "uitgevallen", "wachtend"))
    assert uitkomst.scenario.wachtend + gemist == pytest.approx(wacht + uit, abs=1e-5)


@given(gevallen())
@settings(max_examples=60)
def test_vereffening_sums_to_zero_and_what_is_delivered_is_received(geval):
    """Whatever the rule, the bounds and the ruil."""
    uitkomst = gerekend(*geval)
    samen = np.nansum(uitkomst.over_de_jaren("vereffening"), axis=0)
    if not uitkomst.onvolledig and uitkomst.regio.eigen_aandeel.min() > 0:
        np.testing.assert_allclose(samen, 0, atol=1e-6)
    np.testing.assert_allclose(uitkomst.regio.ontvangen, uitkomst.regio.geleverd, atol=1e-6)
    np.testing.assert_allclose(uitkomst.regio.ontvangen, uitkomst.regio.verevend, atol=1e-6)


@given(gevallen())
@settings(max_examples=60)
def test_weights_sum_to_one_and_reordering_and_renaming_change_nothing(geval):
    """The order of the file and the names in it mean nothing."""
    regio, scenario = geval
    uitkomst = gerekend(regio, scenario)
    np.testing.assert_allclose(gewichten(regio, scenario).sum(), 1)
    anders = [rij.model_copy(update={"naam": f"X{n}"}) for n, rij in enumerate(regio.gemeenten[::-1])]
    omgekeerd = bereken(met_gemeenten(regio, *anders), scenario)
    for naam in CIJFERS:
        hier, daar = per_gemeente(uitkomst, naam), per_gemeente(omgekeerd, naam)
        for code in regio.codes:
            np.testing.assert_allclose(daar[code], hier[code], rtol=1e-9, atol=1e-6, err_msg=naam)


@given(gevallen())
@settings(max_examples=60)
def test_twice_the_region_has_twice_the_figures_and_the_same_percentages(geval):
    """Everything that is counted is counted double; nothing else changes."""
    regio, scenario = geval
    uitkomst = gerekend(regio, scenario)
    dubbel = {naam: None if (waarde := getattr(scenario, naam)) is None else 2 * waarde for naam in AANTALLEN}
    paren = {naam: tuple((wie, 2 * n) for wie, n in getattr(scenario, naam)) for naam in ("ruil", "bouw", "inzet")}
    cijfers = {
        naam: cijfer.model_copy(update={"waarde": 2 * (cijfer.waarde or 0.0)})
        for naam, cijfer in regio.register.cijfers.items()
        if naam in ("opgave", "statushouders")
    }
    register = regio.register.model_copy(update={"cijfers": {**regio.register.cijfers, **cijfers}})
    groot = Regio(regio.sleutel, register, tuple(keer(rij, 2) for rij in regio.gemeenten))
    nu = bereken(groot, scenario.met(**dubbel, **paren))
    for naam in CIJFERS:
        np.testing.assert_allclose(
            nu.over_de_jaren(naam), 2 * uitkomst.over_de_jaren(naam), rtol=1e-9, atol=1e-5, err_msg=naam
        )
    for naam in ("reservering", "benodigd_percentage"):
        np.testing.assert_allclose(
            getattr(nu.regio, naam), getattr(uitkomst.regio, naam), rtol=1e-7, atol=1e-7, err_msg=naam
        )


@given(gevallen(), st.integers(1, 5))
@settings(max_examples=60)
def test_merging_two_alike_gemeenten_leaves_the_others_unchanged(geval, factor):
    """Two that are alike in all but size become one: what the others owe, have and lack is the same."""
    regio, scenario = geval
    scenario = scenario.met(**dict.fromkeys(NAMEN_NOEMEN, ()), regel="evenredig")
    een, *anderen = regio.gemeenten
    tweede = keer(een, factor).model_copy(update={"code": "GM9999", "naam": "Tweeling"})
    los = gerekend(met_gemeenten(regio, een, tweede, *anderen), scenario)
    samen = bereken(met_gemeenten(regio, keer(een, 1 + factor), *anderen), scenario)
    for naam in (*CIJFERS, "vereffening"):
        np.testing.assert_allclose(
            los.over_de_jaren(naam)[2:], samen.over_de_jaren(naam)[1:], rtol=1e-9, atol=1e-5, err_msg=naam
        )
        np.testing.assert_allclose(
            los.over_de_jaren(naam)[:2].sum(axis=0), samen.over_de_jaren(naam)[0], rtol=1e-9, atol=1e-5, err_msg=naam
        )


@given(regios(), scenarios())
@settings(max_examples=40)
def test_more_reservering_never_places_fewer(regio, scenario):
    """Niet geplaatst only falls as the reservering rises, with achterstand and without."""
    niet_geplaatst = bereken(regio, scenario, reservering=np.arange(0, 101, 5)).regio.niet_geplaatst
    assert (np.diff(niet_geplaatst, axis=1) <= 1e-6).all()


@given(gevallen())
@settings(max_examples=40)
def test_verevening_never_changes_the_sum_of_homes(geval):
    """Sharing moves places between gemeenten; what comes free, is asked and is lacking by each alone stays the same."""
    regio, scenario = geval
    scenario = scenario.met(achterstand="nee", uitval=0, wachtend=0)
    gerekend(regio, scenario)
    uitkomst = bereken(regio, scenario, verevening=[0, 50, 100])
    for naam in ("capaciteit", "vrij", "vraag", "tekort", "overschot"):
        reeks = getattr(uitkomst.regio, naam)
        np.testing.assert_allclose(reeks, np.broadcast_to(reeks[:, :1], reeks.shape), atol=1e-7, err_msg=naam)
    assert (np.diff(uitkomst.regio.niet_geplaatst, axis=1) <= 1e-7).all()


def een_voor_een(regio: Regio, scenario: Scenario, variaties: dict, aantal: int) -> list[Uitkomst]:
    return [
        bereken(regio, scenario, **{naam: reeks[..., n] for naam, reeks in variaties.items()}) for n in range(aantal)
    ]


@st.composite
def reeksen(draw, regio: Regio, aantal: int) -> dict[str, np.ndarray]:
    """Values for one to four parameters at once; also those per gemeente, and the columns of the data."""
    namen = draw(st.lists(st.sampled_from([*varieerbaar(), *NAMEN_NOEMEN, "mutaties"]), min_size=1, max_size=4, unique=True))  # fmt: skip
    uit = {}
    for naam in namen:
        laag, hoog = varieerbaar().get(naam, (0, 90))
        grens = {"opgave": (400, 4000), "taakstelling": (0, 300), "mutatiegraad": (1, 15), "groei": (-5, 5)}
        laag, hoog = grens.get(naam, (laag, min(hoog, 500)))
        vorm = aantal if naam in varieerbaar() else aantal * len(regio.codes)
        reeks = np.array(draw(st.lists(st.integers(laag, hoog), min_size=vorm, max_size=vorm)), dtype=float)
        uit[naam] = reeks if naam in varieerbaar() else reeks.reshape(len(regio.codes), aantal)
    if "ruil" in uit:
        uit["ruil"] = (uit["ruil"] - uit["ruil"].mean(axis=0)) / 10  # what one hands over another takes
    return uit


@given(regios(), scenarios(), st.data())
@settings(max_examples=50)
def test_scenarios_in_one_call_equal_their_calls_one_by_one(regio, scenario, data):
    """Also when the call is cut into blocks, and whatever is asked first: bounds, achterstand and rules included."""
    variaties = data.draw(reeksen(regio, 5))
    los = een_voor_een(regio, scenario, variaties, 5)
    gevraagd = (*CIJFERS, "vereffening", "mutaties")
    for heel, cellen, volgorde in ((1 << 20, 1 << 16, gevraagd), (0, 2 * len(regio.codes) * 15, gevraagd[::-1])):
        with pytest.MonkeyPatch.context() as m:
            m.setattr(rekening, "HEEL", heel)
            m.setattr(rekening, "CELLEN", cellen)
            samen = bereken(regio, scenario, **variaties)
            for naam in volgorde:
                breed = np.broadcast_to(getattr(samen.regio, naam), (len(samen.jaren), 5))
                cijfers = np.broadcast_to(getattr(samen.gemeenten, naam), (len(regio.codes), len(samen.jaren), 5))
                for n, een in enumerate(los):
                    np.testing.assert_allclose(
                        breed[:, n], getattr(een.regio, naam)[:, 0], rtol=1e-9, atol=1e-7, err_msg=naam
                    )
                    np.testing.assert_allclose(
                        cijfers[..., n], een.over_de_jaren(naam), rtol=1e-9, atol=1e-7, err_msg=naam
                    )


@given(gevallen(), st.randoms(use_true_random=False))
@settings(max_examples=40)
def test_a_figure_asked_first_or_last_is_the_same_to_the_last_bit(geval, kans):
    """What was asked before leaves no trace in a figure."""
    regio, scenario = geval
    uitkomst, andersom = gerekend(regio, scenario), bereken(regio, scenario)
    namen = [
        naam for naam in VERGELIJKINGEN if scenario.bovengrens is not None or scenario.ondergrens or naam != "binnen_grenzen"
    ]  # fmt: skip
    namen = [naam for naam in namen if scenario.regel == "nabij" or "nabij" not in naam]
    eerst = [(blik, naam) for naam in namen for blik in ("regio", "gemeenten")]
    gezien = {(blik, naam): np.array(getattr(getattr(uitkomst, blik), naam)) for blik, naam in eerst}
    kans.shuffle(eerst)
    for blik, naam in eerst:
        np.testing.assert_array_equal(
            getattr(getattr(andersom, blik), naam), gezien[blik, naam], err_msg=f"{blik} {naam}"
        )
    assert isinstance(uitkomst.gemeenten, Gemeentecijfers)


@given(regios(), scenarios())
@settings(max_examples=12)
def test_every_break_even_put_into_the_model_gives_nobody_without_a_home(regio, scenario):
    """Reservering, mutatiegraad and extra places, with verevening and without; and a little less is not enough."""
    uitkomst = bereken(regio, scenario)
    punten = omslag(uitkomst)
    for verevening, achter in ((100, ""), (0, "_zonder_verevening")):
        for hefboom in ("reservering", "mutatiegraad", "extra_plekken"):
            waarde = getattr(punten, hefboom + achter)
            if waarde is None:
                continue
            naam = "alternatief" if hefboom == "extra_plekken" else hefboom
            nu = waarde + (scenario.alternatief if naam == "alternatief" else 0)
            net = max(0.0, nu - 1e-3 * max(1.0, nu))
            daar = bereken(regio, scenario, verevening=verevening, **{naam: [nu, net]})
            niet = daar.regio.niet_geplaatst[daar.eind]
            assert niet[0] == pytest.approx(0, abs=1e-5), (hefboom, achter)
            assert waarde == 0 or niet[-1] > 0, (hefboom, achter)


@given(gevallen())
@settings(max_examples=80)
def test_a_scenario_survives_its_link(geval):
    """Scenario -> query string -> scenario, without a fault or a remark."""
    regio, scenario = geval
    eigen = {"opgave": "opgave", "taakstelling": "statushouders", "mutatiegraad": "mutatiegraad"}
    for naam, cijfer in eigen.items():
        if getattr(scenario, naam) == regio.cijfer(cijfer):
            scenario = scenario.met(**{naam: None})
    graad = eigen_mutatiegraad(regio)
    assume(scenario.reservering <= 60 and (scenario.mutatiegraad is None or graad - 2 <= scenario.mutatiegraad <= graad + 3))  # fmt: skip
    gerekend(regio, scenario)
    gelezen = link.lees(link.schrijf(scenario), {"stedendriehoek": regio})
    assert (gelezen.fouten, gelezen.opmerkingen) == ((), ())
    assert gelezen.scenario == scenario


@given(st.text(max_size=200))
@settings(max_examples=150)
def test_any_text_is_read_without_an_exception(tekst):
    """Whatever stands in the address bar: a scenario comes out, and every message is one Dutch line."""
    for herstel in (False, True):
        gelezen = link.lees(tekst, {"stedendriehoek": proefregio()}, herstel)
        assert isinstance(gelezen.scenario, Scenario)
        assert all("kan niet" in fout.melding and "\n" not in fout.melding for fout in gelezen.fouten)


@given(
    st.dictionaries(
        st.sampled_from(sorted(Scenario.model_fields)), st.text(alphabet="0123456789.,-:+eEnaifGM@", max_size=20)
    )
)
@settings(max_examples=150)
def test_any_value_is_kept_or_refused_by_name(waarden):
    """A parameter is in the scenario as written, or named in a fault; never silently something else."""
    gelezen = link.lees(urlencode(waarden), {"stedendriehoek": proefregio()})
    geweigerd = {fout.waar for fout in gelezen.fouten}
    eigen = {"opgave": 100, "taakstelling": 30, "mutatiegraad": 5.0}  # the region's own are left out
    for naam, tekst in waarden.items():
        if naam not in geweigerd:
            waarde = parameter(naam).lees(tekst)
            assert getattr(gelezen.scenario, naam) == (None if waarde == eigen.get(naam) else waarde)


def test_the_quiet_scenarios_of_these_tests_are_not_all_alike():
    """What takes refusals out leaves the rest as it was."""
    scenario = Scenario(pad="trap", groei=1, achterstand="ja", wachtend=9, ondergrens=20, opgave=700)
    rustig = zonder_weigering(scenario)
    assert (rustig.pad, rustig.groei, rustig.wachtend, rustig.ondergrens, rustig.opgave) == ("trap", 1, 9, 0, 2700)


@given(st.floats())
@example(100.00000000000001)
@example(99.99999999999999)
def test_the_end_of_an_axis_is_there_for_every_figure_and_never_far_above_it(hoogste):
    """Also one that a sum left a last bit above a round number."""
    grens = ronde_grens(hoogste)
    if 1e-6 < hoogste < 1e15:
        assert hoogste * (1 - 1e-9) <= grens <= hoogste * 1.7

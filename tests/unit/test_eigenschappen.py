"""What must hold for every scenario and every region."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio
from fairshare.model import Uitkomst, bereken, omslag, rekening
from fairshare.model.verdeelsleutel import gewichten
from fairshare.parameters import Getal, Keuze
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import PARAMETERS
from tests.unit.naslag_van import naslag
from tests.unit.proefregio import gemeente, proefregio

SLEUTELS = ("inwoners", "inwoners_cbs", "mutaties", "realisatie")


@st.composite
def regios(draw) -> Regio:
    aantal = draw(st.integers(2, 6))
    return proefregio(
        *(
            gemeente(
                f"G{nummer}",
                draw(st.integers(1, 500)),
                mutaties := draw(st.integers(1, 2000)),
                min(mutaties, draw(st.integers(1, 500))),
            )
            for nummer in range(aantal)
        )
    )


def stap(naam: str) -> st.SearchStrategy[float]:
    wat = PARAMETERS[naam]
    assert isinstance(wat, Getal)
    return st.integers(0, round((wat.hoog - wat.laag) / wat.stap)).map(lambda n: round(wat.laag + n * wat.stap, 6))


def keuze(naam: str) -> st.SearchStrategy[str]:
    wat = PARAMETERS[naam]
    assert isinstance(wat, Keuze)
    return st.sampled_from(sorted(wat.opties))


BEREIK = {"reservering": (0, 60), "mutatiegraad": (3, 8)}
"""What a link takes of these in a region whose register says nothing of it."""


def in_een_link(naam: str) -> st.SearchStrategy[float]:
    laag, hoog = BEREIK.get(naam, (None, None))
    return stap(naam) if laag is None else stap(naam).filter(lambda x: laag <= x <= hoog)


@st.composite
def scenarios(draw) -> Scenario:
    """A scenario that any region with known figures can compute."""
    start = draw(st.integers(2026, 2030))
    eind = draw(st.integers(start, 2040))
    pad = draw(keuze("pad"))
    punten = (
        draw(st.dictionaries(st.integers(start, eind - 1), st.integers(0, 100), max_size=4))
        if pad == "eigen" and start < eind
        else {}
    )
    sleutel = draw(st.sampled_from([*SLEUTELS, "mix"]))
    gekozen = draw(st.lists(st.sampled_from(SLEUTELS), min_size=1, max_size=3, unique=True)) if sleutel == "mix" else []
    achterstand = draw(keuze("achterstand"))
    return Scenario(
        start=start,
        eind=eind,
        pad=pad,
        punten=tuple((str(jaar), punten[jaar]) for jaar in sorted(punten)),
        sleutel=sleutel,
        gewichten=tuple((naam, draw(st.integers(1, 100))) for naam in gekozen),
        achterstand=achterstand,
        uitval=draw(stap("uitval")) if achterstand == "ja" else 0,
        wachtend=draw(st.integers(0, 2000)) if achterstand == "ja" else 0,
        opgave=draw(st.integers(500, 5000)),
        taakstelling=draw(st.none() | st.integers(31, 60)),
        regel=draw(st.sampled_from(["evenredig", "gelijk"])),
        statushouders=draw(st.sampled_from(["inclusief", "bovenop"])),
        reservering=draw(st.integers(0, 600)) / 10,
        mutatiegraad=draw(st.none() | st.integers(300, 800).map(lambda n: n / 100).filter(lambda x: x != 5)),
        sloop=draw(st.integers(0, 30)),
        **{
            naam: draw(stap(naam))
            for naam in (
                "groei",
                "verevening",
                "nieuwbouw",
                "programma",
                "doorstroming",
                "alternatief",
                "verhuisketen",
                "herhuisvesting",
            )
        },
        **{naam: draw(keuze(naam)) for naam in ("groeit", "bodem")},
    )


@st.composite
def van_een_regio(draw) -> tuple[Regio, Scenario]:
    """A region with a scenario that names its gemeenten too; what it asks may be too much."""
    regio, scenario = draw(regios()), draw(scenarios())
    codes = list(regio.codes)
    vast = scenario.pad in ("eigen", "trap")
    jaren = st.none() if vast else st.none() | st.integers(scenario.start, 2040)
    paren = [f"{van}-{naar}" for van in codes for naar in codes if van != naar]

    def per_gemeente(hoogste: int) -> tuple[tuple[str, float], ...]:
        wie = draw(st.lists(st.sampled_from(codes), max_size=2, unique=True))
        return tuple((code, draw(st.integers(1, hoogste))) for code in wie)

    return regio, scenario.met(
        afwijking=tuple((code, deel, draw(jaren)) for code, deel in per_gemeente(100)),
        bodem="nee" if scenario.verhuisketen else scenario.bodem,
        bouw=per_gemeente(200),
        inzet=per_gemeente(200),
        ruil=tuple((paar, draw(st.integers(1, 60))) for paar in draw(st.lists(st.sampled_from(paren), max_size=2, unique=True))),
        bovengrens=draw(st.none() | st.integers(20, 100)),
        ondergrens=draw(st.integers(0, 100)),
        statushouders=draw(keuze("statushouders")),
        regel=draw(keuze("regel")),
    )  # fmt: skip


@given(regios(), scenarios())
@settings(max_examples=80)
def test_weights_sum_to_one(regio, scenario):
    """No key and no mix creates or loses opgave."""
    np.testing.assert_allclose(gewichten(regio, scenario).sum(), 1)
    np.testing.assert_allclose(
        bereken(regio, scenario).gemeenten.opgave.sum(axis=0), bereken(regio, scenario).regio.opgave
    )


@given(regios(), scenarios())
@settings(max_examples=80)
def test_nobody_is_lost(regio, scenario):
    """Vraag = placed + niet geplaatst, every year, and nothing is negative."""
    uitkomst = bereken(regio, scenario)
    samen = uitkomst.gemeenten.plaatsingen.sum(axis=0) + uitkomst.regio.niet_geplaatst
    np.testing.assert_allclose(samen, uitkomst.regio.vraag, atol=1e-6)
    for naam in ("niet_geplaatst", "tekort", "overschot", "geleverd", "plaatsingen", "regulier"):
        assert (getattr(uitkomst.gemeenten, naam) >= -1e-9).all(), naam


@given(regios(), scenarios())
@settings(max_examples=60)
def test_more_reservering_never_places_fewer(regio, scenario):
    """Niet geplaatst only falls as the reservering rises, with backlog and without."""
    niet_geplaatst = bereken(regio, scenario, reservering=np.arange(0, 101, 5)).regio.niet_geplaatst
    assert (np.diff(niet_geplaatst, axis=1) <= 1e-6).all()


@given(regios(), scenarios())
@settings(max_examples=60)
def test_verevening_never_changes_the_sum_of_homes(regio, scenario):
    """Sharing moves places between gemeenten; capaciteit, vrij and vraag without backlog stay the same."""
    uitkomst = bereken(regio, scenario.met(achterstand="nee", uitval=0, wachtend=0), verevening=[0, 50, 100])
    for naam in ("capaciteit", "vrij", "vraag", "tekort", "overschot"):
        reeks = getattr(uitkomst.regio, naam)
        np.testing.assert_allclose(
            np.broadcast_to(reeks, uitkomst.regio.verevend.shape).max(axis=1),
            np.broadcast_to(reeks, uitkomst.regio.verevend.shape).min(axis=1),
        )
    assert (np.diff(uitkomst.regio.niet_geplaatst, axis=1) <= 1e-9).all()


@given(scenarios())
@settings(max_examples=150)
def test_a_scenario_survives_its_link(scenario):
    """Scenario -> query string -> scenario, without a fault and in the shortest form."""
    regio = proefregio()
    gelezen = link.lees(link.schrijf(scenario), {"stedendriehoek": regio})
    assert not gelezen.fouten
    assert not gelezen.opmerkingen
    assert gelezen.scenario == scenario


@given(st.text(max_size=200))
@settings(max_examples=300)
def test_any_text_is_read_without_an_exception(tekst):
    """Whatever stands in the address bar: a scenario comes out, and every message is one Dutch line."""
    gelezen = link.lees(tekst, {"stedendriehoek": proefregio()})
    assert isinstance(gelezen.scenario, Scenario)
    assert all("kan niet" in fout.melding and "\n" not in fout.melding for fout in gelezen.fouten)


@given(
    st.dictionaries(
        st.sampled_from(sorted(Scenario.model_fields)), st.text(alphabet="0123456789.,-:+eEnaifGM", max_size=20)
    )
)
@settings(max_examples=300)
def test_any_value_is_kept_or_refused_by_name(waarden):
    """A parameter is in the scenario as written, or named in a fault; never silently something else."""
    from urllib.parse import urlencode

    gelezen = link.lees(urlencode(waarden), {"stedendriehoek": proefregio()})
    geweigerd = {fout.waar for fout in gelezen.fouten}
    for naam, tekst in waarden.items():
        waarde = getattr(gelezen.scenario, naam)
        if naam not in geweigerd and naam not in ("opgave", "taakstelling", "mutatiegraad"):
            assert parameter(naam).lees(tekst) == waarde


ORAKEL = {
    "opgave": "opgave",
    "eigen_aandeel": "eigen_aandeel",
    "verplaatst": "verplaatst",
    "mutaties": "mutaties",
    "vrij": "vrij",
    "reservering": "r",
    "capaciteit": "capaciteit",
    "vraag": "vraag",
    "tekort": "tekort",
    "overschot": "overschot",
    "ontvangen": "ontvangen",
    "geleverd": "geleverd",
    "niet_geplaatst": "niet_geplaatst",
    "plaatsingen": "plaatsingen",
    "regulier": "regulier",
    "benodigd_percentage": "benodigd_percentage",
    "dekking": "dekking",
    "saldo": "saldo",
    "vereffening": "vereffening",
    "wachtend": "wachtend",
    "nieuwbouw": "nieuwbouw",
    "buiten": "plekken",
    "statushouders_niet_geplaatst": "statushouders_niet_geplaatst",
    "statushouders_zonder_woning": "statushouders_zonder_woning",
}
"""Each figure of the engine, and what the oracle calls it."""

REGIONAAL = [naam for naam in ORAKEL if naam not in ("reservering", "verplaatst")] + ["wachttijd"]


def getallen(reeks) -> np.ndarray:
    return np.array([np.nan if waarde is None else waarde for waarde in reeks], dtype=float)


@given(van_een_regio())
@settings(max_examples=250)
def test_the_engine_equals_the_contract_in_plain_python(samen):
    """Every figure of every gemeente and year, against the oracle that was written apart; what one refuses, the other does."""
    regio, scenario = samen
    try:
        verwacht = naslag(regio, scenario)
    except ValueError:
        verwacht = None
    try:
        uitkomst = bereken(regio, scenario)
    except ScenarioFout:
        assert verwacht is None
        return
    assert verwacht is not None
    for naam, daar in ORAKEL.items():
        cijfers = np.array([getallen(verwacht["gemeenten"][code][daar]) for code in regio.codes])
        np.testing.assert_allclose(uitkomst.over_de_jaren(naam), cijfers, rtol=1e-7, atol=1e-5, err_msg=naam)
    for naam in REGIONAAL:
        hier = getattr(uitkomst.regio, naam)[:, 0]
        cijfers = getallen(verwacht["regio"][ORAKEL.get(naam, naam)])
        np.testing.assert_allclose(hier, cijfers, rtol=1e-7, atol=1e-5, err_msg=f"regio {naam}")
    assert uitkomst.regio.gemiste_plaatsingen[0] == pytest.approx(verwacht["gemist"], abs=1e-4)


@given(van_een_regio())
@settings(max_examples=80)
def test_vereffening_sums_to_zero_and_what_is_delivered_is_received(samen):
    """Whatever the rule, the bounds and the ruil."""
    uitkomst = _of_niets(*samen)
    np.testing.assert_allclose(uitkomst.over_de_jaren("vereffening").sum(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(uitkomst.regio.ontvangen, uitkomst.regio.geleverd, atol=1e-6)
    np.testing.assert_allclose(uitkomst.regio.ontvangen, uitkomst.regio.verevend, atol=1e-6)


@given(van_een_regio())
@settings(max_examples=80)
def test_over_the_years_nobody_is_lost(samen):
    """With achterstand: what waited and what is missed is what waits at the end and what dropped out."""
    regio, scenario = samen
    anders = {"achterstand": "ja", "verhuisketen": 0, "lokaal": "nee", "statushouders": "inclusief"}
    uitkomst = _of_niets(regio, scenario.met(**anders))
    j = uitkomst.jaren.index(2035)
    gemist, uit, wacht = (float(getattr(uitkomst.regio, naam)[j, 0]) for naam in ("gemist", "uitgevallen", "wachtend"))
    assert uitkomst.scenario.wachtend + gemist == pytest.approx(wacht + uit, abs=1e-5)


@given(regios(), scenarios())
@settings(max_examples=60)
def test_reordering_and_renaming_change_nothing_and_doubling_doubles(regio, scenario):
    """The order and the names of gemeenten mean nothing; a region of twice the size has twice the figures."""
    scenario = scenario.met(taakstelling=None)
    uitkomst = bereken(regio, scenario)
    andersom = Regio(regio.sleutel, regio.register, regio.gemeenten[::-1])
    np.testing.assert_allclose(
        bereken(andersom, scenario).over_de_jaren("niet_geplaatst")[::-1],
        uitkomst.over_de_jaren("niet_geplaatst"),
        atol=1e-6,
    )
    namen = [rij.model_copy(update={"naam": f"X{n}"}) for n, rij in enumerate(regio.gemeenten)]
    anders = bereken(Regio(regio.sleutel, regio.register, tuple(namen)), scenario)
    np.testing.assert_array_equal(anders.regio.niet_geplaatst, uitkomst.regio.niet_geplaatst)
    dubbel = {
        naam: 2 * getattr(scenario, naam)
        for naam in ("opgave", "nieuwbouw", "programma", "doorstroming", "alternatief", "sloop", "wachtend")
    }
    kolommen = ("opgave_inwoners_gepubliceerd", "inwoners_2024", "mutaties_liberalisatiegrens", "toewijzingen_2024")
    rijen = [rij.model_copy(update={naam: 2 * getattr(rij, naam) for naam in kolommen}) for rij in regio.gemeenten]
    groot = Regio(regio.sleutel, regio.register, tuple(rijen))
    nu = bereken(groot, scenario.model_copy(update={**dubbel, "statushouders": "inclusief"}))
    een = bereken(regio, scenario.met(statushouders="inclusief"))
    for naam in ("niet_geplaatst", "regulier", "plaatsingen", "gemist"):
        np.testing.assert_allclose(
            nu.over_de_jaren(naam), 2 * een.over_de_jaren(naam), rtol=1e-9, atol=1e-5, err_msg=naam
        )


@given(regios(), scenarios())
@settings(max_examples=60)
def test_merging_two_gemeenten_leaves_the_others_unchanged(regio, scenario):
    """Two that are alike in all but size become one: what the others owe, have and lack is the same."""
    wees = {
        "opgave_inwoners_gepubliceerd": 1,
        "inwoners_2024": 1,
        "mutaties_liberalisatiegrens": 1,
        "toewijzingen_2024": 1,
    }
    een = regio.gemeenten[0]
    tweede = een.model_copy(update={"code": "GM9999", "naam": "Tweeling"})
    samen = een.model_copy(update={naam: 2 * getattr(een, naam) for naam in wees})
    los = bereken(Regio(regio.sleutel, regio.register, (een, tweede, *regio.gemeenten[1:])), scenario)
    heel = bereken(Regio(regio.sleutel, regio.register, (samen, *regio.gemeenten[1:])), scenario)
    for naam in ("eigen_aandeel", "capaciteit", "niet_geplaatst", "regulier", "vereffening"):
        np.testing.assert_allclose(
            los.over_de_jaren(naam)[2:], heel.over_de_jaren(naam)[1:], rtol=1e-9, atol=1e-5, err_msg=naam
        )


@given(van_een_regio())
@settings(max_examples=40)
def test_cutting_scenarios_into_blocks_changes_no_figure(samen):
    """A call that does not fit in one block gives what it gives in one, whatever is asked first."""
    regio, scenario = samen
    anders = scenario.met(ruil=(), bovengrens=None, ondergrens=0, statushouders="inclusief")
    wat = ("niet_geplaatst", "regulier", "vereffening", "gemist", "mutaties")
    heel = bereken(regio, anders, reservering=np.linspace(10, 50, 7))
    verwacht = {naam: (getattr(heel.regio, naam).copy(), heel.over_de_jaren(naam).copy()) for naam in wat}
    with pytest.MonkeyPatch.context() as m:
        m.setattr(rekening, "HEEL", 0)
        m.setattr(rekening, "CELLEN", 2 * len(regio.codes) * len(heel.jaren))
        stuk = bereken(regio, anders, reservering=np.linspace(10, 50, 7))
        for naam in reversed(wat):
            np.testing.assert_allclose(getattr(stuk.regio, naam), verwacht[naam][0], atol=1e-8, err_msg=naam)
            np.testing.assert_allclose(stuk.over_de_jaren(naam), verwacht[naam][1], atol=1e-8, err_msg=naam)


@given(regios(), scenarios())
@settings(max_examples=25)
def test_every_break_even_put_into_the_model_gives_nobody_without_a_home(regio, scenario):
    """Reservering, mutatiegraad and extra places, with verevening and without."""
    uitkomst = bereken(regio, scenario)
    punten = omslag(uitkomst)
    for verevening, achter in ((100, ""), (0, "_zonder_verevening")):
        for hefboom in ("reservering", "mutatiegraad", "extra_plekken"):
            waarde = getattr(punten, hefboom + achter)
            if waarde is None:
                continue
            naam = "alternatief" if hefboom == "extra_plekken" else hefboom
            nu = waarde + (scenario.alternatief if naam == "alternatief" else 0)
            daar = bereken(regio, scenario, verevening=verevening, **{naam: nu})
            assert daar.regionaal("niet_geplaatst") == pytest.approx(0, abs=1e-5), (hefboom, achter)


def _of_niets(regio: Regio, scenario: Scenario) -> Uitkomst:
    """Compute what can be; leave aside what is refused."""
    try:
        return bereken(regio, scenario)
    except ScenarioFout:
        assume(False)
        raise

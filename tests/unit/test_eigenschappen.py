"""What must hold for every scenario and every region."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from fairshare import link
from fairshare.gegevens import Regio
from fairshare.model import bereken
from fairshare.model.rekenen import BEREIK
from fairshare.model.verdeelsleutel import gewichten
from fairshare.parameters import Getal, Keuze
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import PARAMETERS
from tests.unit.naslag import naslag
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


@st.composite
def scenarios(draw) -> Scenario:
    start = draw(st.integers(2026, 2030))
    eind = draw(st.integers(max(2028, start), 2040))
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
        opgave=draw(st.integers(100, 5000)),
        **{
            naam: draw(stap(naam))
            for naam in (
                "reservering",
                "mutatiegraad",
                "groei",
                "verevening",
                "nieuwbouw",
                "programma",
                "doorstroming",
                "alternatief",
            )
        },
        **{naam: draw(keuze(naam)) for naam in ("groeit", "statushouders")},
    )


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
    uitkomst = bereken(regio, scenario.met(achterstand="nee", uitval=0), verevening=[0, 50, 100])
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
    assert gelezen.scenario == (scenario.met(opgave=None) if scenario.opgave == 100 else scenario)


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
        if naam not in geweigerd and naam != "opgave":
            assert parameter(naam).lees(tekst) == waarde


def test_every_number_that_can_vary_is_a_parameter():
    """The engine varies nothing that a scenario does not define."""
    assert BEREIK.keys() <= Scenario.model_fields.keys()


@given(regios(), scenarios())
@settings(max_examples=200)
def test_the_engine_equals_the_equations_in_plain_python(regio, scenario):
    """Every gemeente and every year, against the oracle that was written apart from the engine."""
    verwacht, uitkomst = naslag(regio, scenario), bereken(regio, scenario)
    np.testing.assert_allclose(uitkomst.gemeenten.niet_geplaatst[..., 0].T, verwacht["gemeenten"], atol=1e-6)
    np.testing.assert_allclose(uitkomst.gemeenten.regulier[..., 0].T, verwacht["regulier"], atol=1e-6)
    np.testing.assert_allclose(uitkomst.regio.niet_geplaatst[:, 0], verwacht["regio"], atol=1e-6)

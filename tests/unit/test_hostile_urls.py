"""Links as attackers, chat programs and tired hands make them: what each keeps, and what exactly it is told."""

import csv
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.scenario import Scenario
from fairshare.weergave import PARAMETERS, Weergave
from tests.unit.trekken import keuze, scenarios, stap

REGIOS = lees_regios()
LIJSTEN = {"{alle}": link.STANDAARD[link.VERSIE], "{alle van 1}": link.STANDAARD[1], "{regios}": REGIOS}
with Path(__file__).with_name("hostile_urls.csv").open(encoding="utf-8", newline="") as bestand:
    GEVALLEN = list(csv.DictReader(bestand))


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval["geval"])
def test_a_hostile_link_keeps_what_is_right_and_names_the_rest(geval):
    """The scenario that is shown, and every message, to the letter."""
    gelezen = link.lees(geval["vraag"], REGIOS)
    assert link.kaal(gelezen.scenario, gelezen.weergave) == geval["blijft"]
    melding = " / ".join(fout.melding for fout in gelezen.fouten)
    for naam, lijst in LIJSTEN.items():
        melding = melding.replace(", ".join(lijst), naam)
    assert melding == geval["meldingen"]


def test_the_catalogue_is_large_and_each_case_has_its_own_name():
    """At least eighty links."""
    assert len({geval["geval"] for geval in GEVALLEN}) == len(GEVALLEN) >= 80


@pytest.mark.parametrize("vraag", ["&".join(["p=1"] * 1001), "a" * 100_000, "reservering=35&titel=" + "%41" * 1000])
def test_a_link_that_is_too_long_to_judge_is_refused_as_a_whole(vraag):
    """More than a thousand parameters, or a hundred kB: nothing is taken over, and how long it may be is said."""
    gelezen = link.lees(vraag, REGIOS)
    assert (gelezen.scenario, gelezen.weergave) == (Scenario(), Weergave())
    [fout] = gelezen.fouten
    assert fout.melding.endswith("tekens en er mogen er 2.000 zijn; kopieer de link opnieuw.")


@st.composite
def weergaven(draw, scenario: Scenario) -> Weergave:
    regio = REGIOS[scenario.regio]
    tekst = st.text(st.characters(exclude_categories=("C", "Z")), max_size=80)
    namen = ("hoogstens", "marge_opgave", "marge_mutatiegraad", "trekking", "inspanning", "plafond")
    return Weergave(
        gemeente=draw(st.sampled_from(["", *regio.codes])),
        jaar=draw(st.none() | st.integers(scenario.start, scenario.eind)),
        titel=draw(tekst),
        tarief=draw(st.none() | st.integers(0, 100_000)),
        naast=draw(st.lists(st.sampled_from(["kolom-A", "v=2", "v=1", "v=1&reservering=35"]), unique=True, max_size=3)),
        **{naam: draw(keuze(naam)) for naam in ("hefboom", "lezing")},
        **{naam: draw(stap(naam)) for naam in namen},
    )


@given(scenarios().flatmap(lambda scenario: st.tuples(st.just(scenario), weergaven(scenario))))
@settings(max_examples=120, deadline=None)
def test_what_is_written_is_read_again(paar):
    """Scenario and what someone looks at, every text and every number: lees(schrijf(x)) is x."""
    scenario, weergave = paar
    in_de_regio = {"reservering": min(37, max(25, scenario.reservering)), "taakstelling": None}
    graad = None if scenario.mutatiegraad is None else min(8, max(4, scenario.mutatiegraad))
    scenario = scenario.met(**in_de_regio, mutatiegraad=None if graad == 5.71 else graad)
    gelezen = link.lees(link.schrijf(scenario, weergave), REGIOS)
    if len(link.schrijf(scenario, weergave)) <= link.LANGSTE_LINK:
        verwacht = scenario.met(opgave=None) if scenario.opgave == 1170 else scenario
        assert (gelezen.scenario, gelezen.weergave, gelezen.fouten) == (verwacht, weergave, ())


WAARDEN = st.one_of(
    st.text(max_size=12),
    st.from_regex(r"-?[0-9]{1,6}([.,][0-9]{1,3})?", fullmatch=True),
    st.sampled_from(
        ["ja", "mix", "eigen", "direct", "GM0262", "GM0262:5", "2028:10", "inwoners:60,voorraad:40", "gmr", "v=1"]
    ),
    st.sampled_from(["nan", "1e999", "--1", "9" * 400, "%00", "%FF", "\ud800", "eigen-12345678", "<b>", "1.0262.p:35"]),
)


VAN_DE_REGIO = {"opgave", "taakstelling", "mutatiegraad"}
"""What is left open where it is the region's own."""


def geciteerd(waarde: str) -> str:
    return quote(waarde, safe=":,;%+", errors="surrogatepass")


@given(
    st.lists(st.tuples(st.sampled_from([*PARAMETERS, "v", "c", "utm_source", "foo", "Regio", ""]), WAARDEN), max_size=8)
)
@settings(max_examples=150, deadline=None)
@example([("titel", "%ED%A0%80")])
@example([("regio", "9" * 2000), ("reservering", "33")])
@example([("regio", ""), ("reservering", "0")])
@example([("sleutel", "mix"), ("gewichten", "inwoners:60"), ("regio", "gmr")])
def test_each_value_is_kept_as_it_stands_or_refused_by_name(paren):
    """Never an error, never silently another value, and what came out is a link that says nothing is wrong with it."""
    vraag = "&".join(f"{naam}={geciteerd(waarde)}" for naam, waarde in paren)
    gelezen = link.lees(vraag, REGIOS)
    if len(vraag) > link.LANGSTE_LINK:
        assert (gelezen.scenario, gelezen.weergave, len(gelezen.fouten)) == (Scenario(), Weergave(), 1)
        return
    uit = dict(gelezen.scenario) | dict(gelezen.weergave)
    geweigerd = {fout.waar for fout in gelezen.fouten}
    namen = [naam for naam, _ in paren]
    for naam, waarde in paren:
        if naam in PARAMETERS and namen.count(naam) == 1 and naam not in geweigerd | VAN_DE_REGIO and "%" not in waarde:
            assert PARAMETERS[naam].lees(waarde.replace("+", " ")) == uit[naam]
    assert all(" kan niet: " in fout.melding and fout.melding.isprintable() for fout in gelezen.fouten)
    weer = link.lees(link.schrijf(gelezen.scenario, gelezen.weergave), REGIOS)
    assert (weer.scenario, weer.weergave, weer.fouten) == (gelezen.scenario, gelezen.weergave, ())


@given(st.dictionaries(st.text(max_size=8), st.text(max_size=30), max_size=5))
@settings(max_examples=150, deadline=None)
def test_parameters_that_nobody_knows_are_each_named(vreemd):
    """Whatever they are called; nothing of them reaches the scenario."""
    vraag = urlencode({f"x{naam}": waarde for naam, waarde in vreemd.items()}, errors="surrogatepass")
    gelezen = link.lees(vraag, REGIOS)
    assert (gelezen.scenario, gelezen.weergave) == (Scenario(), Weergave())
    assert len(gelezen.fouten) == (len(vreemd) if len(vraag) <= link.LANGSTE_LINK else 1)

"""The definition of the parameters, and the rules that hold between them."""

import re

import pytest
from pydantic import ValidationError

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio
from fairshare.model.knoppen import knop, stappen
from fairshare.parameters import Getal, Keuze, Lijst, Naam, NietToegestaan, Paren, Tekst
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import PARAMETERS


def test_a_scenario_cannot_be_changed():
    """Frozen: assigning raises, met() gives another one."""
    scenario = Scenario()
    with pytest.raises(ValidationError):
        scenario.reservering = 35
    assert scenario.met(reservering=35) != scenario


def test_an_unknown_parameter_is_refused():
    """Extra fields are forbidden, and the names that there are are given."""
    with pytest.raises(
        ScenarioFout, match=r"^onzin=1 kan niet: deze parameter is onbekend; kies uit regio, reservering,"
    ):
        Scenario(onzin=1)


@pytest.mark.parametrize("waarde", [5, {"GM0262": 5}, ((("GM0262", 5, 5)),), None])
def test_a_value_of_another_kind_is_told_how_to_write_it(waarde):
    """A number, a dictionary or nothing where pairs belong; as text of a link they are taken."""
    with pytest.raises(ScenarioFout, match="kan niet: schrijf het als GM0262:20"):
        Scenario(inzet=waarde)
    assert Scenario(inzet="GM0262:5") == Scenario(inzet=(("GM0262", 5),))


def test_everything_that_is_wrong_is_said_at_once():
    """Each value with its own sentence and its own fault, also when a scenario is changed."""
    with pytest.raises(ScenarioFout) as fout:
        Scenario().met(reservering=200, pad="krom")
    assert [een.waar for een in fout.value.fouten] == ["reservering", "pad"]
    assert str(fout.value).splitlines()[0] == "reservering=200 kan niet: kies 0 tot en met 100 in stappen van 0.1, met een punt als decimaalteken (procent van de mutaties)."  # fmt: skip


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("reservering", -0.1),
        ("reservering", 100.1),
        ("reservering", 30.25),
        ("reservering", float("nan")),
        ("reservering", "dertig"),
        ("mutatiegraad", 100.01),
        ("mutatiegraad", 5.715),
        ("start", 2025),
        ("eind", 2041),
        ("verevening", 52),
        ("opgave", -1),
        ("opgave", 100_001),
        ("groei", 5.1),
        ("pad", "rechtdoor"),
        ("inzet", (("GM0262", 0),)),
        ("inzet", (("Lochem", 5),)),
        ("uitval", 101),
        ("afwijking", (("GM0262", 101, None),)),
        ("afwijking", (("GM0262", 40, 2041),)),
        ("afwijking", (("GM0262", 40, None), ("GM0262", 41, None))),
        ("ruil", (("GM0262", 5),)),
        ("ruil", (("GM0262-GM0150", 5), ("GM0262-GM0150", 6))),
        ("bovengrens", 19),
        ("ondergrens", 101),
        ("verhuisketen", 61),
        ("taakstelling", -1),
        ("regel", "toeval"),
    ],
)
def test_each_bound_and_step_is_kept(naam, waarde):
    """What is outside the table of the model is refused with what is allowed."""
    with pytest.raises(ScenarioFout, match=r"kies|schrijf"):
        Scenario(**{naam: waarde})


@pytest.mark.parametrize(
    ("waarden", "melding"),
    [
        ({"start": 2030, "eind": 2028}, "eind=2028 kan niet: kies 2030 of later, want start=2030."),
        (
            {"punten": (("2028", 10),)},
            "punten=2028:10 kan niet: punten horen bij pad=eigen en hier is pad=lineair; laat punten weg of kies pad=eigen.",
        ),
        (
            {"pad": "eigen", "punten": (("2035", 10),)},
            "punten=2035:10 kan niet: kies jaren van 2026 tot en met 2034.",
        ),
        (
            {"pad": "eigen", "punten": (("2025", 10),)},
            "punten=2025:10 kan niet: kies jaren van 2026 tot en met 2034.",
        ),
        (
            {"gewichten": (("inwoners", 1),)},
            "gewichten=inwoners:1 kan niet: gewichten horen bij sleutel=mix; laat gewichten weg of kies sleutel=mix.",
        ),
        (
            {"sleutel": "mix"},
            "sleutel=mix kan niet: een mix heeft gewichten nodig, zoals gewichten=inwoners:60,voorraad:40.",
        ),
        (
            {"uitval": 5},
            "uitval=5 kan niet: uitval hoort bij achterstand=ja; laat uitval weg of kies achterstand=ja.",
        ),
        (
            {"wachtend": 5},
            "wachtend=5 kan niet: wachtend hoort bij achterstand=ja; laat wachtend weg of kies achterstand=ja.",
        ),
        (
            {"start": 2028, "afwijking": (("GM0262", 40, 2027),)},
            "afwijking=GM0262:40@2027 kan niet: kies jaren van 2028 tot en met 2040, want start=2028.",
        ),
        (
            {"ruil": (("GM0262-GM0262", 5),)},
            "ruil=GM0262-GM0262:5 kan niet: een gemeente ruilt niet met zichzelf; kies twee verschillende gemeenten.",
        ),
    ],
)
def test_what_does_not_go_together_is_refused_by_name(waarden, melding):
    """Points need an own path, weights a mix, uitval a backlog; the end is not before the start."""
    with pytest.raises(ScenarioFout, match=re.escape(melding)):
        Scenario(**waarden)


def test_own_points_run_from_the_first_year_to_the_last_but_one():
    """2026 and 2034 of the path from 2026 to 2035."""
    assert len(Scenario(pad="eigen", punten=(("2026", 10), ("2034", 90))).punten) == 2


def test_a_text_and_a_list_may_be_as_long_as_they_say():
    """Three signs or two parts are allowed, one more is not, and a text stays on its line."""
    wat = {"label": "", "eenheid": "", "hulp": "", "bron": "", "groep": "weergave"}
    tekst = Tekst(meeste=3, **wat)
    lijst = Lijst(patroon="[a-z]", meeste=2, voorbeeld="a|b", **wat)
    assert (tekst.lees("abc"), tekst.lees(""), lijst.lees("a|b"), lijst.lees("")) == ("abc", "", ("a", "b"), ())
    for parameter_, slecht in ((tekst, "abcd"), (tekst, "a\n"), (lijst, "a|b|c"), (lijst, "a|a"), (lijst, "a|B")):
        with pytest.raises(NietToegestaan, match=r"^schrijf "):
            parameter_.lees(slecht)


def test_own_points_are_rising_and_unique():
    """2030 before 2028, or 2028 twice, is refused."""
    for punten in ((("2030", 10), ("2028", 20)), (("2028", 10), ("2028", 20))):
        with pytest.raises(ScenarioFout, match="oplopend"):
            Scenario(pad="eigen", punten=punten)


def test_every_parameter_tells_what_it_is():
    """Label, unit, help and source are filled in, and it is a beleidskeuze, an aanname or weergave."""
    for naam, wat in PARAMETERS.items():
        assert all((wat.label, wat.eenheid, wat.hulp, wat.bron)), naam
        assert wat.groep in ("beleidskeuze", "aanname", "weergave")
        assert isinstance(wat, Getal | Keuze | Lijst | Naam | Paren | Tekst)
        assert re.fullmatch(r"[a-z_]+", naam)


def test_a_slider_has_exactly_the_allowed_values():
    """25 to 37 in halves is 25 steps; 4.00 to 8.00 in hundredths 401; each is allowed; a link is finer than the slider."""
    regio = lees_regio("stedendriehoek")
    reservering, graad = (knop(regio, naam) for naam in ("reservering", "mutatiegraad"))
    assert isinstance(reservering, Getal)
    assert isinstance(graad, Getal)
    assert len(stappen(regio, "reservering")) == 25
    assert len(reservering.stappen()) == 121
    assert len(graad.stappen()) == 401
    assert tuple(graad.keur(stap) for stap in graad.stappen()) == graad.stappen()


@pytest.mark.parametrize(
    ("naam", "waarde", "tekst"),
    [
        ("reservering", 32.5, "32,5%"),
        ("mutatiegraad", 5.7, "5,70%"),
        ("verevening", 50, "50%"),
        ("nieuwbouw", 1000, "1.000"),
        ("opgave", 1300, "1.300"),
        ("opgave", None, "cijfer van de regio"),
        ("start", 2026, "2026"),
        ("pad", "s-curve", "S-curve"),
        ("inzet", (("GM0262", 20),), "GM0262:20"),
        ("inzet", (), "geen"),
    ],
)
def test_a_value_on_a_screen_is_written_the_dutch_way(naam, waarde, tekst):
    """Percentages with the decimals of their step, years without a point, what is open or empty in words."""
    assert parameter(naam).toon(waarde) == tekst


@pytest.mark.parametrize(("waarde", "stap"), [(0, 25), (36.5, 36.5), (36.5 + 5e-7, 36.5), (36.51, 36.6), (37.01, None)])
def test_the_next_step_up_is_the_first_that_is_not_below(waarde, stap):
    """25 to 37 in tenths; less than a millionth above a step is that step, and above the last there is none."""
    reservering = knop(lees_regio("stedendriehoek"), "reservering")
    assert isinstance(reservering, Getal)
    assert reservering.omhoog(waarde) == stap


def test_a_point_of_the_path_may_be_zero():
    """In 2028 nothing of the way is covered yet: 0 is a value like any other."""
    assert Scenario(pad="eigen", punten=(("2028", 0), ("2030", 40))).punten == (("2028", 0), ("2030", 40))


@pytest.mark.parametrize(
    ("naam", "waarde", "tekst"),
    [
        ("reservering", 30.0, "30"),
        ("reservering", 32.5, "32.5"),
        ("groei", -0.5, "-0.5"),
        ("groei", -0.0, "0"),
        ("nieuwbouw", 1000, "1000"),
        ("opgave", None, ""),
        ("inzet", (("GM0262", 20.0), ("GM0285", 10)), "GM0262:20,GM0285:10"),
    ],
)
def test_a_value_in_a_link_is_as_short_as_it_can_be(naam, waarde, tekst):
    """A point for the decimals, no zeros behind it, no minus zero; read again it is the value."""
    assert parameter(naam).schrijf(waarde) == tekst
    assert parameter(naam).lees(tekst) == waarde


def test_a_whole_number_is_read_as_one_and_minus_zero_as_zero():
    """So that a file says 20 and not 20.0, and 0.0 and not -0.0."""
    assert [repr(parameter(naam).lees(tekst)) for naam, tekst in (("nieuwbouw", "20"), ("groei", "-0"))] == [
        "20",
        "0.0",
    ]


def test_steps_count_from_the_lower_bound():
    """1 to 9 in steps of 3 is 1, 4 and 7."""
    getal = Getal(laag=1, hoog=9, stap=3, label="", eenheid="", hulp="", bron="", groep="aanname")
    assert getal.stappen() == (1, 4, 7)
    assert [getal.lees(tekst) for tekst in "147"] == [1, 4, 7]
    for tekst in ("0", "2", "3", "9", "10"):
        with pytest.raises(NietToegestaan, match=r"^kies 1 tot en met 9"):
            getal.lees(tekst)

"""Numbers on a screen: Dutch, rounded once, half up."""

import math
from datetime import date

import pytest

from fairshare.fouten import Fout, leesbaar
from fairshare.gegevens import lees_regio
from fairshare.koppen import zin_toen
from fairshare.lezingen.uitleg import Stap
from fairshare.model import bereken
from fairshare.opmaak import (
    aantal,
    benodigd,
    datum,
    gemist_of_ingehaald,
    getal,
    halfjaar,
    meer_of_minder,
    minstens,
    nodig,
    opsomming,
    plekken,
    procent,
    verschil,
)
from fairshare.scenario import Scenario


@pytest.mark.parametrize(
    ("waarde", "tekst"),
    [
        (214.5, "215"),
        (214.49999999999997, "215"),
        (214.49, "214"),
        (955.5, "956"),
        (0.5, "1"),
        (-0.4, "0"),
        (-2.5, "−3"),
    ],
)
def test_half_goes_up_and_noise_does_not_count(waarde, tekst):
    """214.5 is printed as 215 in the source; the noise of a float must not make it 214."""
    assert getal(waarde) == tekst


def test_thousands_have_a_point_and_decimals_a_comma():
    """1170 and 5.71 the Dutch way."""
    assert (getal(1170), getal(1234567.891, 2), procent(5.71, 2)) == ("1.170", "1.234.567,89", "5,71%")


@pytest.mark.parametrize("waarde", [None, math.nan, math.inf])
def test_unknown_is_unknown(waarde):
    """Never 0, never nan on a screen."""
    assert {getal(waarde), procent(waarde), verschil(waarde)} == {"onbekend"}


def test_a_change_has_a_sign():
    """More is +, less is -, nothing is 0."""
    assert (verschil(10.7), verschil(-159.25), verschil(0.2)) == ("+11", "−159", "0")


def test_names_are_joined_as_in_a_sentence():
    """One, two and three names."""
    assert [opsomming(n) for n in ([], ["Epe"], ["Epe", "Heerde"])] == ["", "Epe", "Epe en Heerde"]


def test_what_cannot_be_reached_says_so():
    """None is no number."""
    assert minstens(None, getal) == "bestaat niet"


def test_a_message_shortens_and_cleans_what_was_typed():
    """Control characters do not print and a long value is cut."""
    assert leesbaar("a\x00\nb") == "a��b"
    assert len(Fout("x", "y" * 1000, "z").melding) < 80


def test_every_month_and_half_year_has_its_own_words():
    """All twelve, in their order; both halves."""
    maanden = "januari februari maart april mei juni juli augustus september oktober november december"
    assert " ".join(datum(date(2026, nummer, 3)).split()[1] for nummer in range(1, 13)) == maanden
    assert [halfjaar(f"2026-{deel}") for deel in (1, 2)] == ["1e halfjaar 2026", "2e halfjaar 2026"]


@pytest.mark.parametrize("waarde", [-1234.6, -1.0, -0.2, 0.0, 0.2, 0.6, 1.0, 1.4, 37.0, 1234.6])
def test_the_words_of_a_number_go_with_its_sign_and_size(waarde):
    """Less, more and as many; missed and caught up; one and more; a need is never less than what is needed."""
    rond = math.copysign(math.floor(abs(waarde) + 0.5), waarde)
    kaal = f"{abs(rond):,.0f}".replace(",", ".")
    meer = f"{kaal} {'meer' if rond > 0 else 'minder'} plekken" if rond else "evenveel"
    assert meer_of_minder(waarde, "plekken") == meer
    assert verschil(waarde) == ("+" if rond > 0 else "−" if rond < 0 else "") + kaal
    inhalen = f"halen we samen {kaal} plaatsingen in" if rond < 0 else f"missen we samen {kaal} plaatsingen"
    assert gemist_of_ingehaald(waarde) == inhalen
    for decimalen in (0, 1, 2):
        assert 0 <= nodig(waarde, decimalen) - waarde < 10.0**-decimalen
    assert benodigd(36.7347) == "36,8%" and minstens(36.2, procent) == "37%"
    if waarde >= 0:
        klein = 0 < waarde < 0.5
        assert aantal(waarde) == ("minder dan 1" if klein else kaal)
        assert plekken(waarde).endswith(" plek") == (klein or kaal == "1")


def test_what_was_done_in_2024_is_less_or_more_than_the_opgave_as_it_is():
    """Of 1,170: 795 is 375 fewer, 1,200 is 30 more."""
    uitkomst = bereken(lees_regio("stedendriehoek"), Scenario())
    assert zin_toen(uitkomst, 795.0, 3185.0).endswith(
        "25,0% van wat vrijkwam: 375 minder dan de opgave van 1.170 per jaar."
    )
    assert zin_toen(uitkomst, 1200.0, 3185.0).endswith("30 meer dan de opgave van 1.170 per jaar.")


def test_an_explanation_writes_the_unrounded_figure_in_its_own_unit():
    """A share as percent, a percentage as it is, homes as homes with what rounding does."""
    velden = dict.fromkeys(Stap.__dataclass_fields__, "")
    for soort, waarde, begin in (("deel", 0.3673, "Onafgerond 36,73%"), ("percentage", 36.73, "Onafgerond 36,73%"), ("aantal", 214.5, "Onafgerond 214,5; ")):  # fmt: skip
        assert Stap(**{**velden, "soort": soort, "waarde": waarde}).afronding.startswith(begin), soort

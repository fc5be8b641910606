"""Numbers on a screen: Dutch, rounded once, half up."""

import math

import pytest

from fairshare.fouten import Fout, leesbaar
from fairshare.opmaak import getal, minstens, opsomming, procent, verschil


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

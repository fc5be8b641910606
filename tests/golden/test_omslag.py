"""Where niet geplaatst becomes 0: every break-even of a score of links, as an oracle of the contract found them."""

import math

import pytest

from fairshare import link
from fairshare.gegevens import lees_regios
from fairshare.model import bereken, omslag
from fairshare.opmaak import getal, minstens, procent
from fairshare.scenario import Scenario

REGIOS = lees_regios()
NAMEN = (
    "reservering",
    "reservering_zonder_verevening",
    "mutatiegraad",
    "mutatiegraad_zonder_verevening",
    "extra_plekken",
    "extra_plekken_zonder_verevening",
)

PUNTEN = [
    # reservering and mutatiegraad in percent, places a year; each with every surplus and with none
    ("", 36.734694, 58.0, 6.991837, 11.039333, 214.5, 564.827586),
    ("achterstand=ja", 46.367918, 86.16251, 7.563556, 12.804058, 286.725, 648.235714),
    ("verhuisketen=30", 38.686821, 67.44186, 7.128246, 11.238497, 232.78481, 575.552161),
    ("bovengrens=45", 36.734694, 45.0, 6.991837, 11.039333, 214.5, 564.827586),
    ("bovengrens=37", 36.734694, 37.0, 6.991837, 11.039333, 214.5, 564.827586),
    ("bovengrens=45&verhuisketen=30", 38.686821, 45.0, 7.128246, 11.238497, 232.78481, 575.552161),
    ("statushouders=exclusief", 36.734694, 58.0, 6.991837, 11.039333, 214.5, 564.827586),
    ("statushouders=zonder_voorrang", 25.808477, 40.748718, 4.912214, 7.755839, 0.0, 216.827586),
    ("afwijking=GM0150:33", 38.203412, 58.0, 6.799902, 11.039333, 187.53, 564.827586),
    ("achterstand=ja&uitval=20", 41.306859, 70.685421, 7.336538, 11.875513, 259.393415, 607.439036),
    ("reservering=25", 36.734694, 58.0, 8.390204, 13.2472, 373.75, 665.689655),
    ("reservering=35", 36.734694, 58.0, 5.993003, 9.462286, 55.25, 463.965517),
    ("ruil=GM0262-GM0150:40", 36.734694, 55.752212, 6.991837, 10.611504, 214.5, 540.428571),
    ("regel=nabij", 36.734694, 58.0, 6.991837, 11.039333, 214.5, 564.827586),
    ("bodem=ja", 36.734694, 58.0, 6.991837, 11.039333, 214.5, 564.827586),
    ("ondergrens=90&sleutel=mutaties", 36.734694, 52.2, 6.991837, 9.9354, 214.5, 707.07),
    ("groei=2", 44.779387, 70.701676, 8.52301, 13.456886, 470.723471, 821.051058),
    ("statushouders=exclusief&taakstelling=900", 54.065934, 85.364103, 10.290549, 16.247634, 766.5, 1116.827586),
    ("statushouders=bovenop", 47.660911, 75.251282, 9.07146, 14.322827, 562.5, 912.827586),
    ("start=2030&nieuwbouw=100", 35.067843, 53.951078, 6.704384, 10.489061, 169.083, 519.410586),
    ("segment=aftoppingsgrens", 74.427481, None, 14.166031, None, 698.4, 1170.0),
]  # fmt: skip


@pytest.mark.parametrize(("vraag", "verwacht"), [(vraag, punten) for vraag, *punten in PUNTEN])
def test_every_break_even_is_that_of_the_contract(vraag, verwacht):
    """With all parameters of the scenario, solved on the model itself."""
    gelezen = link.lees(vraag, REGIOS)
    assert not gelezen.fouten
    punten = omslag(bereken(REGIOS["stedendriehoek"], gelezen.scenario))
    for naam, moet in zip(NAMEN, verwacht, strict=True):
        assert getattr(punten, naam) == (None if moet is None else pytest.approx(moet, abs=1e-5)), naam
    assert punten.zonder_ruimte == ()


def test_what_the_bounds_stop_is_not_out_of_reach():
    """With a verhuisketen fewer homes come free as more is reserved: on the way to 100% the bounds no longer fit, and that is said."""
    punten = omslag(bereken(REGIOS["stedendriehoek"], Scenario(bovengrens=39, verhuisketen=60, reservering=25)))
    assert (punten.reservering, punten.reservering_zonder_verevening) == (None, None)
    assert punten.zonder_ruimte == ("reservering", "reservering_zonder_verevening")
    assert punten.mutatiegraad == pytest.approx(8.393798)
    assert punten.extra_plekken == pytest.approx(374.090909)


def test_a_need_is_rounded_up_so_that_what_is_shown_suffices():
    """36.8%, 7.00% and 6.00%, and 37 where it is 37 but for the noise of floats; what is shown leaves nobody."""
    graden = [omslag(bereken(REGIOS["stedendriehoek"], Scenario(reservering=deel))).mutatiegraad for deel in (30, 35)]
    punten = omslag(bereken(REGIOS["stedendriehoek"]))
    assert minstens(punten.reservering, procent, 1) == "36,8%"
    assert [minstens(graad, procent, 2) for graad in graden] == ["7,00%", "6,00%"]
    assert minstens(punten.extra_plekken, getal, 0) == "215"
    assert minstens(37 + 1e-10, procent, 1) == "37,0%"
    for naam, waarde in (("reservering", 36.8), ("mutatiegraad", 7.0), ("alternatief", 215)):
        daar = bereken(REGIOS["stedendriehoek"], **{naam: waarde})
        assert daar.regionaal("niet_geplaatst") == pytest.approx(0, abs=1e-9)
        assert math.isfinite(daar.regionaal("regulier"))

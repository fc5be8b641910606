"""What the law says: the taakstelling of art. 29, the key of the Spreidingswet, and that each row names its article."""

import numpy as np
import pytest

from fairshare import Scenario, bereken
from fairshare.fouten import GegevensFout
from fairshare.gegevens import lees_eigen, lees_regio, lees_wettelijk_kader
from fairshare.model import in_woningen, taakstellingen
from fairshare.model.verdeelsleutel import gewichten

REGIO = lees_regio("stedendriehoek")


def test_the_taakstelling_of_2025_is_that_of_the_law():
    """Rounded up per gemeente: Apeldoorn 141 and 122, Deventer 87 and 75, Lochem 29 and 25, the nine 394 and 342."""
    eerste, tweede = (een for een in taakstellingen(REGIO) if een.jaar == 2025)
    plekken = [REGIO.namen.index(naam) for naam in ("Apeldoorn", "Deventer", "Lochem")]
    assert [eerste.per_gemeente[plek] for plek in plekken] == [141, 87, 29]
    assert [tweede.per_gemeente[plek] for plek in plekken] == [122, 75, 25]
    assert (eerste.samen, tweede.samen) == (394, 342)
    assert in_woningen(eerste.samen) == pytest.approx(394 / 2.67)


def test_the_taakstelling_of_any_region_is_that_of_the_national_count():
    """Of 2026 too, and in each edition alike; 15,000 persons rounded up per gemeente are a few more in the country."""
    samen = {(een.jaar, een.helft): een.samen for een in taakstellingen(lees_regio("NL"))}
    assert (samen[2025, 1], samen[2025, 2], samen[2026, 1]) == (15_170, 13_164, 15_175)
    assert taakstellingen(lees_regio("stedendriehoek@2025")) == taakstellingen(REGIO)


def test_what_was_not_found_of_the_taakstelling_is_unknown_and_says_so():
    """No national number, or no inhabitants of that year: None for everyone, never 0."""
    onbekend = [een for een in taakstellingen(REGIO) if een.samen is None]
    assert (2026, 2) in [(een.jaar, een.helft) for een in onbekend]
    assert all(set(een.per_gemeente) == {None} and een.uitleg for een in onbekend)
    assert in_woningen(None) is None


def test_every_rule_names_where_it_stands_and_what_is_not_of_the_law():
    """An empty date is no date; the other cells are filled."""
    for regel in lees_wettelijk_kader().regel:
        assert all((regel.onderwerp, regel.artikel, regel.inhoud, regel.niet, regel.bron)), regel.onderwerp


SES = "Gemeente;Inwoners;Mutaties;SES-WOA\nLochem;30.000;100;{}\nVoorst;20.000;100;-0,25\n"


def test_the_key_welvaart_divides_by_score_plus_one_times_inhabitants():
    """30,000 x 1.5 beside 20,000 x 0.75: three quarters and a quarter."""
    regio = lees_eigen(SES.format("0,5").encode(), "Proef").regio
    scenario = Scenario(regio=regio.sleutel, sleutel="welvaart", opgave=100)
    assert gewichten(regio, scenario) == pytest.approx([0.75, 0.25])
    assert bereken(regio, scenario).per_gemeente("eigen_aandeel") == pytest.approx([75, 25])


def test_a_score_of_nothing_is_a_score_and_one_out_of_range_is_a_fault():
    """0 counts and is part of the fingerprint; 1.5 is no SES-WOA."""
    nul, leeg = (lees_eigen(SES.format(cel).encode(), "Proef").regio for cel in ("0", ""))
    assert nul.kolom("ses_woa")[0] == 0
    assert np.isnan(leeg.kolom("ses_woa")[0])
    assert nul.sleutel != leeg.sleutel
    with pytest.raises(GegevensFout, match="tussen -1 en 1"):
        lees_eigen(SES.format("1,5").encode(), "Proef")

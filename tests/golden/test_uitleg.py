"""Every explained figure equals the engine's: what is written is what is computed."""

import numpy as np
import pytest

from fairshare import link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, lees_regios
from fairshare.lezingen.uitleg import REGIO, Stap, leg_uit, vraagbaar
from fairshare.model import Uitkomst, bereken, omslag
from fairshare.model.graaf import VERGELIJKINGEN
from fairshare.model.invoer import per_gemeente
from fairshare.opdrachten import main

SCENARIOS = [
    "",
    "reservering=36&verevening=50&pad=s-curve",
    "nieuwbouw=100&programma=300&doorstroming=40&alternatief=20&inzet=GM0262:20&mutatiegraad=6.5",
    "achterstand=ja&uitval=20&wachtend=300&groei=1.5&statushouders=bovenop",
    "sleutel=mix&gewichten=inwoners:60,voorraad:40&groeit=reservering&start=2028&eind=2037",
    "statushouders=exclusief&taakstelling=400",
    "statushouders=zonder_voorrang&verhuisketen=30&sloop=10&herhuisvesting=50",
    "bovengrens=45&ondergrens=20&ruil=GM0262-GM0150:10",
    "reservering=35&regel=nabij",
    "reservering=35&regel=gelijk&bodem=ja&afwijking=GM0262:40@2030",
    "pad=eigen&punten=2028:10,2030:40&bouw=GM0244:3",
    "segment=aftoppingsgrens",
    "regio=gmr&opgave=2011",
    "regio=achterhoek",
]
GEZOCHT = {"omslag_reservering": "reservering", "omslag_mutatiegraad": "mutatiegraad", "omslag_extra_plekken": "extra_plekken"}  # fmt: skip


def uitkomst_van(vraag: str) -> Uitkomst:
    regios = lees_regios()
    gelezen = link.lees(vraag, regios)
    assert not gelezen.fouten
    return bereken(regios[gelezen.scenario.regio], gelezen.scenario)


def verwacht(uitkomst: Uitkomst, wie: str, naam: str, jaar: int) -> float:
    """What the engine says, without the explanation."""
    if naam in GEZOCHT:
        waarde = getattr(omslag(uitkomst), GEZOCHT[naam])
        return np.nan if waarde is None else waarde
    if naam == "gemiste_plaatsingen":
        return float(uitkomst.regio.gemiste_plaatsingen[0])
    if wie == REGIO:
        return uitkomst.regionaal(naam, jaar)
    return float(uitkomst.per_gemeente(naam, jaar)[uitkomst.bron.codes.index(wie)])


@pytest.mark.parametrize("vraag", SCENARIOS)
def test_every_explained_figure_equals_the_engine(vraag):
    """Whatever can be asked of a gemeente and of the region, in the first year, on the way and in the last; unknown is unknown."""
    uitkomst = uitkomst_van(vraag)
    jaren = (uitkomst.jaren[0], uitkomst.jaren[3], uitkomst.jaren[-1])
    anders = []
    for wie in (uitkomst.bron.codes[-2], REGIO):
        for naam in vraagbaar(uitkomst, wie):
            for jaar in jaren[-1:] if naam in GEZOCHT else jaren:
                waarde, moet = leg_uit(uitkomst, wie, naam, jaar).waarde, verwacht(uitkomst, wie, naam, jaar)
                if not np.isclose(waarde, moet, rtol=1e-9, atol=1e-9, equal_nan=True):
                    anders.append((wie, naam, jaar, waarde, moet))
    assert not anders


def stappen(uitkomst: Uitkomst, jaar: int) -> list[Stap]:
    return [
        stap
        for wie in ("GM0200", REGIO)
        for naam in vraagbaar(uitkomst, wie)
        if naam not in GEZOCHT
        for stap in leg_uit(uitkomst, wie, naam, jaar).alle()
    ]


@pytest.mark.parametrize("vraag", ["", "achterstand=ja&uitval=20", "bovengrens=45", "statushouders=exclusief&regel=nabij"])  # fmt: skip
def test_every_step_ends_in_a_source(vraag):
    """What is not computed says where it comes from; what is computed says how, in words, symbols and figures."""
    for stap in stappen(uitkomst_van(vraag), 2030):
        assert bool(stap.herkomst) != bool(stap.regel), stap.naam
        assert bool(stap.regel) == bool(stap.symbolen), stap.naam
        assert stap.label, stap.naam


def test_the_words_name_every_part_and_the_figures_of_the_parts_are_filled_in():
    """Lochem lacks 87 - 45 = 42: the words, the figures and the parts of the step say the same."""
    stap = leg_uit(bereken(lees_regio("stedendriehoek")), "GM0262", "tekort", 2035)
    assert (stap.regel, stap.ingevuld, stap.tekst) == ("vraag − capaciteit, minstens 0", "87 − 45, minstens 0", "42")
    assert stap.symbolen == r"\max(0, \text{vraag}_{it} - \text{capaciteit}_{it})"
    for deel in stappen(uitkomst_van("nieuwbouw=100&achterstand=ja&uitval=20"), 2030):
        som = VERGELIJKINGEN.get(deel.naam.removeprefix("som_"))
        if som is None or som.algoritme or deel.regel.startswith("som over"):
            continue
        for onder in deel.delen:
            assert onder.label[1:] in deel.regel, (deel.naam, onder.naam)


def test_only_what_plays_a_role_is_shown():
    """Without new homes, moves or bounds none of them is named; with them they are."""
    stil = leg_uit(uitkomst_van(""), "GM0262", "capaciteit", 2035)
    assert (stil.regel, stil.ingevuld) == ("reservering × vrijkomende woningen", "30% × 150")
    namen = {deel.naam for deel in stil.alle()}
    assert not namen & {"verhuisketen", "gekozen_nieuwbouw", "bijgekomen", "doorstroming", "buiten", "binnen_grenzen"}
    luid = leg_uit(uitkomst_van("alternatief=100&verhuisketen=30&nieuwbouw=50"), "GM0262", "capaciteit", 2035)
    assert luid.regel == "reservering × vrijkomende woningen + plekken buiten de sociale huur"
    assert {"verhuisketen", "gekozen_nieuwbouw", "bijgekomen", "buiten"} <= {deel.naam for deel in luid.alle()}


def test_the_region_is_explained_by_its_sums():
    """214.5 is 225.2 less 10.7; each of nine gemeenten is named where they are added up."""
    uitkomst = uitkomst_van("")
    stap = leg_uit(uitkomst, REGIO, "niet_geplaatst", 2035)
    assert (stap.ingevuld, stap.tekst) == ("225,2 − 10,7", "214,5")
    tekort = leg_uit(uitkomst, REGIO, "tekort", 2035)
    assert [deel.label for deel in tekort.delen] == list(uitkomst.bron.namen)
    assert sum(deel.waarde for deel in tekort.delen) == pytest.approx(225.2)
    gemist = leg_uit(uitkomst, REGIO, "gemiste_plaatsingen", 2035)
    assert [deel.label for deel in gemist.delen] == [str(jaar) for jaar in range(2026, 2036)]
    assert gemist.waarde == pytest.approx(2867.25)


def test_the_headline_says_what_rounding_does():
    """214.5 shows as 215, as the source prints it; the rounded tekorten of the gemeenten add up to another total."""
    uitkomst = bereken(lees_regio("stedendriehoek"))
    assert leg_uit(uitkomst, REGIO, "niet_geplaatst", 2035).afronding.startswith(
        "Onafgerond 214,5; half naar boven 215, de afronding scheelt +0,50."
    )
    tekort = leg_uit(uitkomst, REGIO, "tekort", 2035)
    assert tekort.tekst == "225,2"
    assert tekort.afronding.startswith("Onafgerond 225,2; half naar boven 225, de afronding scheelt")
    saldo = leg_uit(uitkomst, "GM0262", "benodigd_percentage", 2035)
    assert saldo.afronding == "Onafgerond 58%; een behoefte wordt naar boven afgerond."
    onbekend = leg_uit(uitkomst_van("regio=achterhoek"), REGIO, "niet_geplaatst", 2035)
    assert (onbekend.tekst, onbekend.afronding) == ("onbekend", "Onbekend blijft onbekend; er is niets af te ronden.")


def test_a_backlog_is_explained_by_the_year_before():
    """Who waited at the end of 2029 is part of the vraag of 2030; in the first year stands what it begins with."""
    uitkomst = uitkomst_van("achterstand=ja&uitval=20&wachtend=300")
    vraag = leg_uit(uitkomst, "GM0262", "vraag", 2030)
    [eerder] = [deel for deel in vraag.delen if deel.naam == "vorige_wachtend"]
    assert eerder.waarde == pytest.approx(leg_uit(uitkomst, "GM0262", "wachtend", 2029).waarde)
    assert (eerder.label, eerder.herkomst) == ("Wachtenden in het jaar ervoor", "vraag de uitleg van 2029")
    [eerst] = [deel for deel in leg_uit(uitkomst, "GM0262", "vraag", 2026).delen if deel.naam == "vorige_wachtend"]
    assert (eerst.waarde, eerst.herkomst) == (pytest.approx(300 * 87 / 1170), "het eerste jaar begint zo")


def test_what_a_rule_decides_is_explained_as_a_rule():
    """Within bounds a share is no formula: its words say how, and its value is the engine's."""
    uitkomst = uitkomst_van("bovengrens=45")
    stap = leg_uit(uitkomst, "GM0262", "verdeeld", 2035)
    [rekenwijze] = [deel for deel in stap.alle() if deel.naam == "binnen_grenzen"]
    assert rekenwijze.regel == VERGELIJKINGEN["binnen_grenzen"].algoritme
    assert rekenwijze.waarde == pytest.approx(67.5)
    assert {"Bovengrens", "Vrijkomende woningen"} <= {deel.label for deel in rekenwijze.delen}


def test_lochem_58_percent_names_its_sources():
    """100 x 87 / 150: the opgave from column A, the mutaties derived from columns C and E."""
    stap = leg_uit(bereken(lees_regio("stedendriehoek")), "GM0262", "benodigd_percentage", 2035)
    assert (stap.ingevuld, stap.tekst) == ("100 × 87 ÷ 150", "58%")
    herkomsten = {deel.naam: deel.herkomst for deel in stap.alle() if deel.herkomst}
    assert "87 van 1.170; gepubliceerd: Presentatie afsprakenkader 13-4-2026" in herkomsten["gewicht"]
    assert (
        "herleid: Presentatie afsprakenkader 13-4-2026, Theorie vs praktijk, kolommen C en E"
        in herkomsten["mutaties_2024"]
    )
    assert herkomsten["gekozen_opgave"].startswith("gepubliceerd: Afsprakenkader 2-3-2026")


def test_what_was_chosen_and_what_was_borrowed_say_so():
    """A chosen value names its parameter; a region without its own share of a programme uses that of the Achterhoek."""
    stap = leg_uit(uitkomst_van("programma=300&reservering=33&opgave=1300"), "GM0262", "capaciteit", 2035)
    herkomsten = {deel.naam: deel.herkomst for deel in stap.alle() if deel.herkomst}
    assert "in dit scenario (reservering)" in herkomsten["gekozen_reservering"]
    assert herkomsten["sociaal_deel"].startswith("geleend van de Achterhoek; ")
    assert "na 2034 zegt de bron niets" in herkomsten["sociaal_deel"]
    opgave = leg_uit(uitkomst_van("opgave=1300"), REGIO, "opgave_regio", 2035)
    assert any("in dit scenario (opgave)" in deel.herkomst for deel in opgave.alle())


def test_the_command_line_explains_too(capsys):
    """Each figure below the one that it is part of, down to its sources."""
    assert main(["bereken", "", "--uitleg", "GM0262", "tekort", "2035"]) == 0
    uit = capsys.readouterr().out
    assert uit.startswith("Tekort van Lochem in 2035: 42 (onafgerond 42.0)\n")
    for regel in ("= vraag − capaciteit, minstens 0", "= 87 − 45, minstens 0", "gepubliceerd: Presentatie"):
        assert regel in uit
    assert main(["bereken", "", "--uitleg", "GM0262", "geluk", "2035"]) == 2
    assert "cijfer=geluk kan niet: kies " in capsys.readouterr().err


def test_what_cannot_be_asked_is_named():
    """Gemeente, figure and year, all at once."""
    with pytest.raises(ScenarioFout) as gevangen:
        leg_uit(bereken(lees_regio("stedendriehoek")), "GM9999", "geluk", 1999)
    assert [fout.waar for fout in gevangen.value.fouten] == ["gemeente", "cijfer", "jaar"]


def test_everything_that_is_computed_can_be_asked():
    """Every figure of the model is explained in some scenario, of a gemeente or of the region."""
    uitkomsten = [uitkomst_van(vraag) for vraag in SCENARIOS]
    gevraagd = {
        naam for uitkomst in uitkomsten for wie in (uitkomst.bron.codes[0], REGIO) for naam in vraagbaar(uitkomst, wie)
    }
    formules = {naam for naam, som in VERGELIJKINGEN.items() if not som.algoritme}
    assert formules - gevraagd == {"lokale_opgave"}  # asks for a file with local groups
    assert per_gemeente("lokale_opgave")

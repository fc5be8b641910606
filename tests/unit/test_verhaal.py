"""Stories: every kind of message and chart is there, steps survive link and file, and a replay stays on the controls."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fairshare import grafieken
from fairshare.fouten import GegevensFout
from fairshare.gegevens import Verhaalstap, lees_regios, verhaal_uit
from fairshare.model import bereken
from fairshare.scenario import Scenario, parameter
from fairshare.verhaal import Boodschap, bestand, naast_de_gok, scenes, schrijf_stap, stappen, tussen, vertel
from fairshare.weergave import BOODSCHAPPEN, TEKENINGEN, Weergave

REGIOS = lees_regios()


@pytest.mark.parametrize("regio", REGIOS)
@pytest.mark.parametrize("soort", BOODSCHAPPEN)
def test_every_message_can_be_told_and_asked(soort, regio):
    """In every region, also where figures are missing; the question does not give the figure away."""
    uitkomst = bereken(REGIOS[regio], Scenario(regio=regio))
    boodschap = vertel(soort, uitkomst, uitkomst.bron.codes[0])
    assert boodschap.zin.endswith(".") and boodschap.vraag.endswith("?")
    assert boodschap.cijfer not in boodschap.vraag.split()


VRAGEN = {
    "opgave": "Hoeveel urgente huishoudens hebben in 2035 een woning nodig?",
    "toen": "Hoeveel woningen gingen er in 2024 naar urgenten?",
    "deel": "Hoeveel urgente huishoudens vinden in 2035 geen woning, bij 30,0% reservering?",
    "ongelijk": "Hoeveel plekken komen gemeenten bij 30,0% samen nog tekort, als ieder het alleen doet?",
    "pad": "Hoeveel plaatsingen missen we samen van 2026 tot en met 2035?",
    "nodig": "Welk deel van de vrijkomende woningen is nodig om het gat te dichten, in procenten?",
    "gemeente": "Hoeveel huishoudens vinden in Lochem in 2035 geen woning?",
}
MET_WACHTENDEN = {
    "opgave": "Hoeveel urgente huishoudens komen er in 2035 bij die een woning nodig hebben?",
    "deel": "Hoeveel urgente huishoudens wachten eind 2035, bij 30,0% reservering?",
    "gemeente": "Hoeveel huishoudens wachten in Lochem eind 2035?",
}


@pytest.mark.parametrize(("achterstand", "vragen"), [("nee", VRAGEN), ("ja", VRAGEN | MET_WACHTENDEN)])
def test_what_the_room_is_asked_is_what_the_answer_says(achterstand, vragen):
    """Also where people wait: then who waits is a stock, and the opgave is who comes in that year."""
    uitkomst = bereken(REGIOS["stedendriehoek"], Scenario(achterstand=achterstand))
    gevraagd = {soort: vertel(soort, uitkomst, "GM0262") for soort in BOODSCHAPPEN}
    assert {soort: boodschap.vraag for soort, boodschap in gevraagd.items()} == vragen
    hoe = {"nee": ("hebben", "niet geplaatst in Lochem, 2035"), "ja": ("komen er", "wachten in Lochem, eind 2035")}
    assert (gevraagd["opgave"].zin[8:].split(" 1.170")[0], gevraagd["gemeente"].woord) == hoe[achterstand]


@pytest.mark.parametrize("soort", BOODSCHAPPEN)
def test_what_is_unknown_is_no_figure_in_a_sentence(soort):
    """Nor out of reach: without an opgave nobody knows what it takes."""
    boodschap = vertel(soort, bereken(REGIOS["gmr"], Scenario(regio="gmr")), "GM0202")
    assert boodschap.cijfer == "onbekend"
    assert boodschap.zin.startswith("Dat is onbekend: voor deze regio ")


def test_what_is_out_of_reach_is_said_as_such():
    """With an opgave above all that comes free no reservering is enough; the places that lack are still a figure."""
    boodschap = vertel("nodig", bereken(REGIOS["stedendriehoek"], Scenario(opgave=6000)), "GM0200")
    assert boodschap.cijfer == "bestaat niet"
    assert boodschap.zin == (
        "Ook met elke vrijkomende woning is er niet genoeg plek: er zijn 5.045 extra plekken per jaar nodig. "
        "Als elke gemeente het alleen doet, is geen percentage genoeg."
    )


@pytest.mark.parametrize("naam", TEKENINGEN)
def test_every_chart_can_be_drawn(naam):
    """With figures in it."""
    assert len(grafieken.teken(naam, bereken(REGIOS["stedendriehoek"])).rijen)


def test_the_outlines_are_drawn_with_the_figures_of_the_tiles():
    """As a chart of its own, and in a story where outlines were chosen."""
    uitkomst = bereken(REGIOS["stedendriehoek"])
    tegels, omtrek = (grafieken.teken(naam, uitkomst) for naam in ("kaart", "omtrek"))
    assert omtrek.rijen["tekst"] == tegels.rijen["tekst"]
    assert "geometry" in omtrek.rijen
    getekend = [scene.stap.tekening for scene in scenes(Scenario(), Weergave(kaart="omtrek"), REGIOS)]
    assert "omtrek" in getekend
    assert "kaart" not in getekend


titels = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=20)


@given(titels, st.sampled_from(list(BOODSCHAPPEN)), st.sampled_from(list(TEKENINGEN)), st.booleans())
def test_a_step_is_the_same_after_a_link_and_after_a_file(titel, soort, tekening, vraag):
    """Whatever its title."""
    stap = Verhaalstap(titel=titel, link="v=1&reservering=31.5", soort=soort, tekening=tekening, vraag=vraag)
    weergave = Weergave(verhaal=(schrijf_stap(stap),))
    assert stappen(weergave) == (stap,)
    assert verhaal_uit(bestand(weergave)) == (stap,)


def test_a_broken_file_names_the_step():
    """And what to do."""
    inhoud = bestand(Weergave()).replace(b"Het groeipad", b"")
    with pytest.raises(GegevensFout, match="stap 5 kan niet: dit is geen verhaal"):
        verhaal_uit(inhoud)


def test_an_own_story_is_told_in_its_own_region_and_the_shipped_one_in_the_region_shown():
    """The other way round it would speak of another region than the screen."""
    stap = "soort=deel&tekening=pad&titel=x&v=1&regio=gmr"
    assert scenes(Scenario(), Weergave(verhaal=(stap,)), REGIOS)[0].uitkomst.bron.sleutel == "gmr"
    assert {scene.uitkomst.bron.sleutel for scene in scenes(Scenario(regio="gmr"), Weergave(), REGIOS)} == {"gmr"}


def test_the_story_of_a_region_without_an_opgave_is_told_with_the_one_filled_in():
    """Else every step says that it is unknown; a region that has one keeps its own."""
    verteld = scenes(Scenario(regio="gmr", opgave=2038), Weergave(), REGIOS)
    assert verteld[0].boodschap.cijfer == "2.038" and {scene.uitkomst.scenario.opgave for scene in verteld} == {2038}
    assert scenes(Scenario(opgave=900), Weergave(), REGIOS)[0].boodschap.cijfer == "1.170"


@given(st.sampled_from(parameter("reservering").stappen()), st.sampled_from(parameter("mutatiegraad").stappen()))
def test_a_replay_ends_where_it_should_and_every_picture_is_a_scenario(reservering, mutatiegraad):
    """On the steps of the controls, never past the end."""
    naar = Scenario(reservering=reservering, mutatiegraad=mutatiegraad, pad="direct")
    beelden = tussen(Scenario(), naar, 14)
    assert beelden[-1] == naar and len(beelden) in (1, 14)
    for beeld in beelden:
        assert min(30, reservering) <= beeld.reservering <= max(30, reservering)


@pytest.mark.parametrize(("gok", "zin"), [(215, "precies dat"), (300, "85 lager"), (0, "215 hoger")])
def test_a_guess_is_measured_against_the_figure_on_the_screen(gok, zin):
    """So against 215, not 214.5."""
    assert naast_de_gok(Boodschap(214.5, "215", "", "", ""), gok).endswith(f"{zin}.")


def test_a_story_has_one_axis_for_a_chart_whatever_its_scenarios():
    """Two steps at 25% and 37%: each chart stands on the same axis in both, and that holds the largest figure of both."""
    laag, hoog = (bereken(REGIOS["stedendriehoek"], Scenario(reservering=deel)) for deel in (25, 37))
    for naam in TEKENINGEN:
        eigen = [grafieken.teken(naam, uitkomst).ruimte for uitkomst in (laag, hoog)]
        samen = grafieken.schalen([(naam, laag, ""), (naam, hoog, "")]).get(naam)
        assert [grafieken.teken(naam, uitkomst, ruimte=samen).ruimte for uitkomst in (laag, hoog)] == [samen, samen]
        if samen is not None:
            assert samen == (min(as_[0] for as_ in eigen), max(as_[1] for as_ in eigen))

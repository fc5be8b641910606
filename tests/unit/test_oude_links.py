"""Links that were written before: those of version 1, those that lost their end, and those that a mail damaged."""

from urllib.parse import quote

import pytest

from fairshare import link
from fairshare.gegevens import Regio, lees_regios
from fairshare.model import Uitkomst, bereken
from fairshare.opdrachten import main
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.proefregio import proefregio

REGIOS = lees_regios()


def lees(vraag: str, herstel: bool = False) -> link.Gelezen:
    return link.lees(vraag, REGIOS, herstel)


def gerekend(gelezen: link.Gelezen) -> Uitkomst:
    return bereken(REGIOS[gelezen.scenario.regio], gelezen.scenario)


@pytest.mark.parametrize(
    ("vraag", "niet_geplaatst", "opgave", "gemist"),
    [
        ("statushouders=exclusief", 214.5, 822.0, 2867.25),  # was 0 of 822, 10.95 missed
        ("start=2030&nieuwbouw=100", 169.083, 1170.0, 2851.173),  # was 175.935 and 1,496.71
        ("start=2030&groei=1", 336.908, 1292.408, 3851.447),  # was 286.479 of 1,241.979, and 1,938.09
        ("segment=aftoppingsgrens", 698.4, 1170.0, None),  # missed 7,303.76
        ("achterstand=ja", 2867.25, 1170.0, 2867.25),  # missed 17,094.0, the sum of a stock
        ("reservering=35&pad=s-curve&verevening=50", 84.575, 1170.0, 2076.392),  # as it was
        ("mutatiegraad=6.5&nieuwbouw=50", 58.528, 1170.0, 1465.221),  # as it was
    ],
)
def test_a_link_of_version_1_is_read_by_the_rules_of_now_and_says_so(vraag, niet_geplaatst, opgave, gemist):
    """Its values stay as they are written; what changed is said in one quiet line, and nothing is refused."""
    gelezen = lees(f"v=1&{vraag}")
    assert (gelezen.fouten, gelezen.opmerkingen) == ((), ("Deze link is gemaakt met rekenmodel 1.",))
    assert sorted(link.kaal(gelezen.scenario).split("&")) == sorted(f"v=2&{vraag}".split("&"))
    uitkomst = gerekend(gelezen)
    assert uitkomst.regionaal("niet_geplaatst", 2035) == pytest.approx(niet_geplaatst, abs=0.0005)
    assert uitkomst.regionaal("opgave", 2035) == pytest.approx(opgave, abs=0.0005)
    assert uitkomst.regio.gemiste_plaatsingen[0] == pytest.approx(gemist or float("nan"), abs=0.0005, nan_ok=not gemist)


def test_a_link_without_a_version_is_of_today():
    """What a person or a program types is read by the rules of now, and nothing is said."""
    for vraag in ("", "reservering=35", "v=2&reservering=35"):
        assert lees(vraag).opmerkingen == ()
    assert lees("bouw=GM0262:5").scenario.bouw == (("GM0262", 5.0),)


@pytest.mark.parametrize(
    ("toen", "eigen", "nu", "in_de_link"),
    [
        ("6.99", 3.0, 3.67, "3.67"),  # 6.99 x 3 / 5.71 = 3.6725
        ("4", 3.0, 2.1, "2.1"),
        ("8.00", 3.0, 4.2, "4.2"),
        ("5.71", 3.0, None, ""),  # the region's own, so it is left out
        ("6.99", 5.71, 6.99, "6.99"),
        ("5.7", 5.0, 4.99, "4.99"),
    ],
)
def test_a_mutatiegraad_of_version_1_keeps_the_mutaties_of_an_own_region(toen, eigen, nu, in_de_link):
    """It was measured from 5,71% for every region: times mu0 / 5.71, to the hundredth, it asks the same mutaties."""
    regio = proefregio(mutatiegraad=eigen)
    regios: dict[str, Regio] = {"stedendriehoek": regio}
    gelezen = link.lees(f"v=1&mutatiegraad={toen}", regios)
    assert not gelezen.fouten
    assert gelezen.scenario.mutatiegraad == nu
    assert link.kaal(gelezen.scenario) == f"v=2{f'&mutatiegraad={in_de_link}' if in_de_link else ''}"
    mutaties = bereken(regio, gelezen.scenario).regionaal("mutaties")
    assert mutaties == pytest.approx(300 * float(toen) / 5.71, rel=0.003)


def test_what_version_1_left_out_stays_left_out():
    """A link without a mutatiegraad has that of the region, which is what its mutaties are of."""
    regio = proefregio(mutatiegraad=3.0)
    gelezen = link.lees("v=1&reservering=35", {"stedendriehoek": regio})
    assert gelezen.scenario == Scenario(reservering=35)
    assert bereken(regio, gelezen.scenario).regionaal("mutaties") == pytest.approx(300)


def test_a_wrong_value_of_version_1_is_refused_by_what_stands_there():
    """Not by what it would have become."""
    for vraag in ("mutatiegraad=nan", "mutatiegraad=5,71", "mutatiegraad=-3", "reservering=50"):
        [fout] = lees(f"v=1&{vraag}").fouten
        assert fout.melding.startswith(f"{vraag} kan niet: ")


def test_each_link_inside_a_link_is_brought_up_to_date_by_itself():
    """A scenario beside this one has its own version, whatever that of the whole."""
    naast = quote("v=1&reservering=35|v=2&bouw=GM0262:5", safe="")
    for versie in (1, 2):
        gelezen = lees(f"v={versie}&naast={naast}")
        assert not gelezen.fouten
        assert gelezen.weergave.naast == ("v=1&reservering=35", "v=2&bouw=GM0262:5")
        een, twee = (lees(deel) for deel in gelezen.weergave.naast)
        assert (een.scenario.reservering, een.opmerkingen) == (35.0, (link.OUD_MODEL,))
        assert (twee.scenario.bouw, twee.opmerkingen) == ((("GM0262", 5.0),), ())
    assert lees(f"v=2&naast={quote('v=1&bouw=GM0262:5', safe='')}").fouten[0].waar == "naast"


def test_only_what_differs_is_written_and_the_figures_of_the_region_are_left_out():
    """Version and check come first, because the end is what gets lost; 1170, 348 and 5.71 are the region's own."""
    assert link.schrijf(Scenario()) == f"v=2&c={link._controle({})}"
    eigen = lees("opgave=1170&taakstelling=348&mutatiegraad=5.71&reservering=33")
    assert link.kaal(eigen.scenario) == "v=2&reservering=33"
    assert (eigen.scenario.opgave, eigen.scenario.taakstelling, eigen.scenario.mutatiegraad) == (None, None, None)
    anders = lees("opgave=1171&taakstelling=347&mutatiegraad=5.72")
    assert link.kaal(anders.scenario) == "v=2&mutatiegraad=5.72&taakstelling=347&opgave=1171"
    delen = link.schrijf(Scenario(reservering=33.5), Weergave(titel="Voorstel")).split("&")
    assert [deel.split("=")[0] for deel in delen] == ["v", "c", "reservering", "titel"]


GEDEELD = link.schrijf(
    Scenario(reservering=33.5, inzet=(("GM0262", 20),), pad="s-curve"),
    Weergave(titel="Voorstel", naast=("v=2&reservering=35",), gemeente="GM0262"),
)


def test_every_shortened_form_of_a_shared_link_says_that_it_is_not_whole():
    """Whatever its end lost: refused by name, or read with a line that it is not whole. Only down to `v=2` nothing is left to see it by."""
    heel = lees(GEDEELD)
    assert (heel.fouten, heel.opmerkingen) == ((), ())
    stil = []
    for lengte in range(len(GEDEELD)):
        gelezen = lees(GEDEELD[:lengte], herstel=True)
        if not gelezen.fouten and link.NIET_HEEL not in gelezen.opmerkingen:
            stil.append(GEDEELD[:lengte])
    assert stil == ["", "v=2", "v=2&"]


def test_a_changed_link_says_so_and_shows_what_it_gives():
    """Another value, one more parameter or one taken out: the figures are of what stands there."""
    for oud, nieuw in (("reservering=33.5", "reservering=34"), ("pad=s-curve&", ""), ("&titel", "&groei=1&titel")):
        anders = GEDEELD.replace(oud, nieuw)
        assert anders != GEDEELD
        gelezen = lees(anders)
        assert (gelezen.fouten, gelezen.opmerkingen) == ((), (link.NIET_HEEL,))
    assert lees(GEDEELD.replace("33.5", "34")).scenario.reservering == 34


def test_the_order_of_a_link_and_what_others_add_mean_nothing():
    """Parameters in another order, utm_*, fbclid, gclid, mc_* and embed are read without a word."""
    delen = GEDEELD.split("&")
    for vraag in (
        "&".join(delen[::-1]),
        f"utm_source=nieuwsbrief&{GEDEELD}&utm_campaign=a%20b&fbclid=x&gclid=y&mc_cid=1&mc_eid=2&embed=true&embed_options=dark_theme",
    ):
        gelezen = lees(vraag)
        assert (gelezen.fouten, gelezen.opmerkingen) == ((), ())
        assert gelezen.scenario.reservering == 33.5
    vreemd = lees("reservering=33.5&utm=1&ref=mail&emb=1")
    assert [fout.waar for fout in vreemd.fouten] == ["utm", "ref", "emb"]


@pytest.mark.parametrize(
    ("vraag", "wat", "zegt"),
    [
        ("v=2&reservering=35,5", {"reservering": 35.5}, ["reservering=35,5 in de link is gelezen als 35.5."]),
        ("v=2&mutatiegraad=6,2&pad=direct", {"mutatiegraad": 6.2, "pad": "direct"}, ["mutatiegraad=6,2 in de link is gelezen als 6.2."]),
        ("v=2&reservering=35.", {"reservering": 35}, ["reservering=35. in de link is gelezen als 35."]),
        ("v=2&reservering=35,", {"reservering": 35}, ["reservering=35, in de link is gelezen als 35."]),
        ("v=2&reservering=35)", {"reservering": 35}, ["reservering=35) in de link is gelezen als 35."]),
        ("v=2&reservering=35%3E", {"reservering": 35}, ["reservering=35> in de link is gelezen als 35."]),
        ("v=2&reservering=35%20", {"reservering": 35}, ["reservering=35  in de link is gelezen als 35."]),
        ("v=2&reservering=35,5).", {"reservering": 35.5}, ["reservering=35,5). in de link is gelezen als 35.5."]),
        ("v=2&pad=direct.", {"pad": "direct"}, ["pad=direct. in de link is gelezen als direct."]),
        ("v=2&bouw=GM0262:5.", {"bouw": (("GM0262", 5.0),)}, ["bouw=GM0262:5. in de link is gelezen als GM0262:5."]),
        (
            "v=2&amp;reservering=35&amp;mutatiegraad=6.2",
            {"reservering": 35, "mutatiegraad": 6.2},
            ["In de link stond &amp;; dat is gelezen als &."],
        ),
    ],
)  # fmt: skip
def test_a_screen_mends_what_can_mean_one_thing_and_says_what_it_read(vraag, wat, zegt):
    """A decimal comma, what a sentence puts behind a link, and what a mail makes of &; a program and the command line refuse it."""
    gelezen = lees(vraag, herstel=True)
    assert (gelezen.scenario, gelezen.fouten) == (Scenario(**wat), ())
    assert list(gelezen.opmerkingen) == zegt
    assert lees(vraag).fouten


def test_a_mended_link_fits_its_check():
    """A point behind a shared link is mended, and then the link is whole."""
    gelezen = lees(link.schrijf(Scenario(verevening=50, reservering=33.5)) + ".", herstel=True)
    assert gelezen.scenario == Scenario(verevening=50, reservering=33.5)
    assert gelezen.opmerkingen == ("verevening=50. in de link is gelezen als 50.",)


@pytest.mark.parametrize(
    "vraag",
    ["reservering=3.5.", "reservering=3,5,0", "reservering=35.&pad=direct", "verevening=1,000", "reservering=35;"],
)
def test_what_can_mean_more_than_one_thing_is_refused_on_a_screen_too(vraag):
    """A point in the middle, two commas, a thousand or a thousandth: nobody guesses."""
    gelezen = lees(vraag, herstel=True)
    assert gelezen.fouten[0].waar in ("reservering", "verevening")
    assert gelezen.opmerkingen == ()


@pytest.mark.parametrize("vraag", ["v=2&reservering=35,5", "v=2&reservering=35.", "v=2&amp;reservering=35", "v=3"])
def test_the_command_line_mends_nothing(vraag, capsys):
    """It refuses the whole link, exit 2, and names what is wrong."""
    assert main(["bereken", vraag]) == 2
    zegt = capsys.readouterr()
    assert zegt.out == ""
    assert " kan niet: " in zegt.err


def test_the_command_line_says_that_a_link_is_old_or_not_whole(capsys):
    """On the other channel, so that a program that reads the figures is not disturbed."""
    assert main(["bereken", "v=1&reservering=35", "--formaat", "csv"]) == 0
    assert capsys.readouterr().err == "Deze link is gemaakt met rekenmodel 1.\n"
    assert main(["bereken", GEDEELD[: GEDEELD.index("&pad")], "--formaat", "csv"]) == 0
    assert capsys.readouterr().err.startswith("Deze link is veranderd of niet heel")
    assert main(["bereken", GEDEELD, "--formaat", "csv"]) == 0
    assert capsys.readouterr().err == ""

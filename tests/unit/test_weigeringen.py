"""What a parameter of model 2 refuses: each by name, with what is allowed and what to do; the command line refuses the whole."""

import re

import pytest

from fairshare import link
from fairshare.gegevens import Regio, lees_regios
from fairshare.model import bereken
from fairshare.opdrachten import main
from fairshare.scenario import Scenario
from tests.unit.proefregio import gemeente, proefregio

REGIOS = lees_regios()
NEGEN = "Amsterdam hoort niet bij Regio Stedendriehoek; kies uit Apeldoorn (GM0200), Brummen (GM0213), Deventer (GM0150), Lochem (GM0262), Voorst (GM0285), Zutphen (GM0301), Epe (GM0232), Hattem (GM0244), Heerde (GM0246)"
SEGMENT = "bij de aftoppingsgrens is onbekend hoeveel van 2024 erin viel"
PROCENT = "waarden 0 tot en met 100 in stappen van 0.1"

GEVALLEN = [
    # what stands in the link, what is refused, what is said of it, and what is left
    ("afwijking=GM0363:33", "afwijking=GM0363", NEGEN, "v=2"),
    ("bouw=GM0363:5", "bouw=GM0363", NEGEN, "v=2"),
    ("inzet=GM0363:5", "inzet=GM0363", NEGEN, "v=2"),
    ("ruil=GM0262-GM0363:5", "ruil=GM0363", NEGEN, "v=2"),
    ("afwijking=GM0150:101", "afwijking=GM0150:101", PROCENT, "v=2"),
    ("afwijking=GM0150:-1", "afwijking=GM0150:-1", PROCENT, "v=2"),
    ("afwijking=GM0150:33.25", "afwijking=GM0150:33.25", PROCENT, "v=2"),
    ("afwijking=GM0150:33@2025", "afwijking=GM0150:33@2025", "schrijf het als GM0150:33,GM0262:40@2030", "v=2"),
    ("afwijking=GM0150:33@2041", "afwijking=GM0150:33@2041", "schrijf het als GM0150:33,GM0262:40@2030", "v=2"),
    ("start=2028&afwijking=GM0150:33@2027", "afwijking=GM0150:33@2027", "kies jaren van 2028 tot en met 2040", "v=2&start=2028"),
    ("afwijking=GM0150:33,GM0150:34", "afwijking=GM0150:33,GM0150:34", "elke naam hoogstens één keer", "v=2"),
    ("bouw=GM0262:5,GM0262:6", "bouw=GM0262:5,GM0262:6", "elke naam hoogstens één keer", "v=2"),
    ("bouw=GM0262:0", "bouw=GM0262:0", "waarden 1 tot en met 5000 (woningen per jaar)", "v=2"),
    ("ruil=GM0262-GM0150:5,GM0262-GM0150:6", "ruil=GM0262-GM0150:5,GM0262-GM0150:6", "elke naam hoogstens één keer", "v=2"),
    ("ruil=GM0262-GM0262:5", "ruil=GM0262-GM0262:5", "een gemeente ruilt niet met zichzelf", "v=2"),
    ("ruil=GM0262:5", "ruil=GM0262:5", "schrijf het als GM0262-GM0150:10", "v=2"),
    ("pad=direct&ruil=GM0262-GM0150:88", "ruil=GM0262-GM0150:88", "Lochem heeft in 2026 een taak van 87,0 woningen en kan niet meer dan dat overdragen; kies samen hoogstens 87", "v=2&pad=direct"),
    ("ruil=GM0262-GM0150:80", "ruil=GM0262-GM0150:80", "Lochem heeft in 2026 een taak van 59,0 woningen", "v=2"),
    ("ruil=GM0262-GM0150:30,GM0262-GM0200:30", "ruil=GM0262-GM0150:30,GM0262-GM0200:30", "Lochem heeft in 2026", "v=2"),
    ("statushouders=exclusief&pad=direct&ruil=GM0262-GM0150:70", "ruil=GM0262-GM0150:70", "Lochem heeft in 2026 een taak van 61,1 woningen", "v=2&pad=direct&statushouders=exclusief"),
    ("uitval=20", "uitval=20", "uitval hoort bij achterstand=ja", "v=2"),
    ("wachtend=100", "wachtend=100", "wachtend hoort bij achterstand=ja", "v=2"),
    ("achterstand=ja&wachtend=100001", "wachtend=100001", "kies 0 tot en met 100000 (huishoudens)", "v=2&achterstand=ja"),
    ("achterstand=ja&uitval=101", "uitval=101", "kies 0 tot en met 100", "v=2&achterstand=ja"),
    ("bovengrens=36", "bovengrens=36", "in 2026 mogen alle gemeenten samen 1.146,6 woningen krijgen en de opgave is 1.170,0; kies 37 of hoger", "v=2"),
    ("bovengrens=40&groei=5", "bovengrens=40", "kies 60 of hoger", "v=2&groei=5"),
    ("bovengrens=40&ondergrens=100", "ondergrens=100", "in 2026 is voor Lochem de ondergrens 87,0 en de bovengrens 60,0 woningen; kies hoogstens 68", "v=2&bovengrens=40"),
    ("bovengrens=100&opgave=9000", "bovengrens=100", "kies geen bovengrens: geen enkele past", "v=2&opgave=9000"),
    ("bovengrens=19", "bovengrens=19", "kies 20 tot en met 100 (procent van de vrijkomende woningen)", "v=2"),
    ("bovengrens=101", "bovengrens=101", "kies 20 tot en met 100", "v=2"),
    ("ondergrens=101", "ondergrens=101", "kies 0 tot en met 100 (procent van het aandeel naar inwoners)", "v=2"),
    ("bodem=ja&afwijking=GM0150:25", "afwijking=GM0150:25", "met Niemand onder 2024 gaat Deventer niet onder haar 27,4% van 2024", "v=2&bodem=ja"),
    ("bodem=misschien", "bodem=misschien", "kies nee, ja", "v=2"),
    *[
        (f"segment=aftoppingsgrens&{deel}", deel, SEGMENT, "v=2&segment=aftoppingsgrens")
        for deel in ("achterstand=ja", "bodem=ja", "bovengrens=90", "ondergrens=10", "verhuisketen=10", "statushouders=zonder_voorrang")
    ],
    ("regio=gmr&taakstelling=100", "taakstelling=100", "het aantal statushouders van deze regio is onbekend; laat de taakstelling weg", "v=2&regio=gmr"),
    *[
        (f"regio=gmr&statushouders={lezing}", f"statushouders={lezing}", "het aantal statushouders van deze regio is onbekend; kies inclusief", "v=2&regio=gmr")
        for lezing in ("exclusief", "zonder_voorrang", "bovenop")
    ],
    ("statushouders=zonder_voorrang&opgave=347", "opgave=347", "er blijft geen opgave over: 348 huishoudens erin zijn statushouders; kies een opgave van 348 of meer", "v=2&statushouders=zonder_voorrang"),
    ("opgave=100&taakstelling=247", "opgave=100", "kies een opgave van 101 of meer", "v=2&taakstelling=247"),
    ("statushouders=exclusief&opgave=347", "opgave=347", "er blijft geen opgave over: 348 huishoudens erin zijn statushouders; kies een opgave van 348 of meer", "v=2&statushouders=exclusief"),
    ("taakstelling=100001", "taakstelling=100001", "kies 0 tot en met 100000 (woningen per jaar)", "v=2"),
    ("lokaal=ja", "lokaal=ja", "de lokale groepen van deze regio zijn onbekend; kies nee", "v=2"),
    ("reservering=24.9", "reservering=24.9", "kies 25 tot en met 37 in stappen van 0.1", "v=2"),
    ("reservering=37.1", "reservering=37.1", "kies 25 tot en met 37 in stappen van 0.1", "v=2"),
    ("regio=gmr&reservering=60.1", "reservering=60.1", "kies 0 tot en met 60 in stappen van 0.1", "v=2&regio=gmr"),
    ("mutatiegraad=3.99", "mutatiegraad=3.99", "kies 4 tot en met 8 in stappen van 0.01", "v=2"),
    ("mutatiegraad=8.01", "mutatiegraad=8.01", "kies 4 tot en met 8 in stappen van 0.01", "v=2"),
    ("regio=gmr&mutatiegraad=3.7", "mutatiegraad=3.7", "kies 3.71 tot en met 8.71", "v=2&regio=gmr"),
    ("regio=gmr&mutatiegraad=8.72", "mutatiegraad=8.72", "kies 3.71 tot en met 8.71", "v=2&regio=gmr"),
    ("verhuisketen=61", "verhuisketen=61", "kies 0 tot en met 60 (procent van de reguliere verhuringen)", "v=2"),
    ("herhuisvesting=101", "herhuisvesting=101", "kies 0 tot en met 100 (procent van de sloop)", "v=2"),
    ("sloop=5001", "sloop=5001", "kies 0 tot en met 5000", "v=2"),
    ("regel=eerlijk", "regel=eerlijk", "kies evenredig, nabij, gelijk", "v=2"),
    ("statushouders=apart", "statushouders=apart", "kies inclusief, exclusief, zonder_voorrang, bovenop", "v=2"),
    ("sleutel=welvaart", "sleutel=welvaart", "deze sleutel vraagt van elke gemeente een SES-WOA-cijfer", "v=2"),
    ("v=3&reservering=35", "v=3", "deze Verkenner kent versie 1, 2; vernieuw de pagina of vraag een nieuwe link (de rest is gelezen als versie 2)", "v=2&reservering=35"),
    ("v=1&bouw=GM0262:5", "bouw=GM0262:5", "deze parameter is onbekend; kies uit regio, reservering, mutatiegraad, pad,", "v=2"),
]  # fmt: skip


@pytest.mark.parametrize(("vraag", "wat", "waarom", "blijft"), GEVALLEN, ids=[geval[0] for geval in GEVALLEN])
def test_what_cannot_be_is_refused_by_name_and_the_rest_is_kept(vraag, wat, waarom, blijft, capsys):
    """One fault, one Dutch sentence; a screen goes on with the rest, the command line stops with exit 2 and says no figure."""
    gelezen = link.lees(vraag, REGIOS)
    [fout] = gelezen.fouten
    assert fout.melding.startswith(f"{wat} kan niet: ")
    assert waarom in fout.melding
    assert link.kaal(gelezen.scenario, gelezen.weergave) == blijft
    assert main(["bereken", vraag]) == 2
    zegt = capsys.readouterr()
    assert (zegt.out, zegt.err) == ("", fout.melding + "\n")


@pytest.mark.parametrize(
    "vraag",
    [
        "bovengrens=37",
        "bovengrens=60&groei=5",
        "bovengrens=40&ondergrens=68",
        "pad=direct&ruil=GM0262-GM0150:87",
        "ruil=GM0262-GM0150:59",
        "ruil=GM0262-GM0150:29,GM0262-GM0200:30",
        "bodem=ja&afwijking=GM0150:27.4",
        "statushouders=zonder_voorrang&opgave=348",
        "statushouders=exclusief&opgave=348",
        "opgave=101&taakstelling=247",
        "opgave=0&taakstelling=349",
        "herhuisvesting=50",
        "verhuisketen=60&reservering=36.9",
        "regio=gmr&bodem=ja",
        "regio=gmr&mutatiegraad=3.71",
        "regio=gmr&mutatiegraad=8.71",
        "afwijking=GM0150:0@2040,GM0262:100@2026",
        "segment=aftoppingsgrens&regel=nabij&bouw=GM0262:5",
        "achterstand=ja&uitval=100&wachtend=100000",
    ],
)
def test_what_just_fits_is_taken_as_it_stands(vraag):
    """The nearest that a refusal advises, the ends of each range, and what does nothing but is allowed."""
    gelezen = link.lees(vraag, REGIOS)
    assert (gelezen.fouten, gelezen.opmerkingen) == ((), ())
    assert sorted(link.kaal(gelezen.scenario).split("&")) == sorted(f"v=2&{vraag}".split("&"))


def test_a_region_with_groups_counts_them_and_one_that_misses_some_does_not():
    """lokaal=ja adds 12 and 5 households to the gemeenten that have them; a gemeente without any groups is named."""
    oost, west = (gemeente("Oost", 60, 100, 20), gemeente("West", 40, 200, 30))
    een = oost.model_copy(update={"groep": {"dakloos": 10, "zorg": 2}})
    twee = west.model_copy(update={"groep": {"dakloos": 5, "zorg": 0}})
    uitkomst = bereken(proefregio(een, twee), Scenario(lokaal="ja"))
    assert uitkomst.per_gemeente("eigen_aandeel") == pytest.approx([72, 45])
    gelezen = link.lees("lokaal=ja", {"stedendriehoek": proefregio(een, west)})
    assert [fout.melding for fout in gelezen.fouten] == [
        "lokaal=ja kan niet: de lokale groepen van West zijn onbekend; kies nee, of vul ze in in een eigen bestand (0 waar er geen zijn)."
    ]


def test_gemeenten_without_a_centre_cannot_be_near():
    """regel=nabij names them."""
    ver = gemeente("West", 40, 200, 30).model_copy(update={"centrum_x": None, "centrum_y": None})
    gelezen = link.lees("regel=nabij", {"stedendriehoek": proefregio(gemeente("Oost", 60, 100, 20), ver)})
    assert [fout.melding for fout in gelezen.fouten] == [
        "regel=nabij kan niet: het middelpunt van West is onbekend; kies evenredig of kies gelijk."
    ]


def test_a_bound_needs_the_mutaties_of_every_gemeente():
    """An upper bound is a part of what comes free; where that is unknown of one, it is refused naming it."""
    zonder = proefregio(gemeente("Oost", 60, 100, 20), gemeente("West", 40, None, 30))
    gelezen = link.lees("bovengrens=90", {"stedendriehoek": zonder})
    assert [fout.melding for fout in gelezen.fouten] == [
        "bovengrens=90 kan niet: van West zijn de mutaties onbekend; laat de bovengrens weg."
    ]


def test_the_range_of_a_region_follows_its_own_mutatiegraad():
    """A region at 1,2% runs from 0.5 (never lower) to 4.2; one at 3% from 1 to 6."""
    for graad, laag, hoog in ((1.2, 0.5, 4.2), (3.0, 1.0, 6.0)):
        regios: dict[str, Regio] = {"stedendriehoek": proefregio(mutatiegraad=graad)}
        for waarde, kan in ((laag, True), (hoog, True), (laag - 0.01, False), (hoog + 0.01, False)):
            gelezen = link.lees(f"mutatiegraad={waarde:g}", regios)
            assert (not gelezen.fouten) == kan, (graad, waarde)
        assert re.search(rf"kies {laag:g} tot en met {hoog:g} in stappen", gelezen.fouten[0].melding)


def test_a_floor_of_2024_where_nothing_was_let_is_no_floor():
    """Statushouders without priority and no toewijzingen at all: 0% in 2024, so any afwijking is above it."""
    regio = proefregio(gemeente("Oost", 60, 100, 0), gemeente("West", 40, 200, 0), statushouders=0.0)
    scenario = Scenario(
        regio="proef", statushouders="zonder_voorrang", bodem="ja", afwijking=((regio.codes[0], 1.0, None),)
    )
    assert float(bereken(regio, scenario).per_gemeente("reservering")[0]) == pytest.approx(0.01)

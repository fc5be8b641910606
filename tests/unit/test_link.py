"""The address of a picture: short, stable, judged."""

import pytest

from fairshare import link
from fairshare.scenario import Scenario
from fairshare.weergave import PARAMETERS, Weergave
from tests.unit.proefregio import proefregio

REGIOS = {"stedendriehoek": proefregio()}


def lees(tekst: str) -> link.Gelezen:
    return link.lees(tekst, REGIOS)


def test_defaults_are_left_out_and_the_version_is_in():
    """The agreement is v=2 with its check; a change adds only itself."""
    assert link.kaal(Scenario()) == "v=2"
    assert link.kaal(Scenario(reservering=32.5, pad="s-curve")) == "v=2&reservering=32.5&pad=s-curve"
    assert link.schrijf(Scenario(reservering=32.5)).startswith("v=2&c=")


def test_the_defaults_of_the_present_version_are_those_of_the_scenario():
    """A changed default needs a new version of the link, else old links would show something else."""
    assert (lees("").scenario, lees("").weergave) == (Scenario(), Weergave())
    assert link.STANDAARD[link.VERSIE].keys() == PARAMETERS.keys()


def test_every_version_up_to_the_present_has_a_way_forward():
    """Versions are numbered without holes and each older one has a migration."""
    assert list(link.STANDAARD) == list(range(1, link.VERSIE + 1))
    assert list(link.MIGRATIES) == list(range(1, link.VERSIE))


def test_a_migration_carries_an_old_link_over(monkeypatch):
    """A version 2 with another default and another name still shows an old link as it was."""
    nieuw = dict(link.STANDAARD[2]) | {"reservering": "35"}
    monkeypatch.setattr(link, "STANDAARD", {1: {**link.STANDAARD[2], "ingroei": "lineair"}, 2: nieuw})
    monkeypatch.setattr(link, "VERSIE", 2)

    def naar_2(waarden, regio):
        return {("pad" if naam == "ingroei" else naam): tekst for naam, tekst in waarden.items() if naam != "pad"}

    monkeypatch.setattr(link, "MIGRATIES", {1: naar_2})
    oud = lees("v=1&ingroei=direct")
    assert not oud.fouten
    assert (oud.scenario.reservering, oud.scenario.pad) == (30.0, "direct")
    assert link.kaal(oud.scenario) == "v=2&reservering=30&pad=direct"
    assert lees("v=2").scenario.reservering == 35.0


def test_a_whole_shared_link_is_read():
    """Server, page and anchor do not matter."""
    assert lees("https://verkenner.nl/groeipad?v=1&reservering=32#boven").scenario.reservering == 32
    assert lees("https://verkenner.nl/groeipad").scenario == Scenario()


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("reservering=61", "reservering=61 kan niet: kies 0 tot en met 60"),
        ("reservering=27,5", "reservering=27,5 kan niet: kies 0 tot en met 60 in stappen van 0.1, met een punt"),
        ("reservering=27.25", "reservering=27.25 kan niet"),
        ("reservering=nan", "reservering=nan kan niet"),
        ("reservering=inf", "reservering=inf kan niet"),
        ("reservering=3e1", "reservering=3e1 kan niet"),
        ("reservering=+30", "kan niet"),
        ("reservering=", "reservering kan niet"),
        ("reservering=%D9%A3%D9%A0", "reservering=٣٠ kan niet"),
        ("opgave=" + "9" * 400, "99…"),
        ("opgave=1.5", "opgave=1.5 kan niet"),
        ("reservering=30&reservering=31", "reservering=30 en 31 kan niet: geef elke parameter één keer"),
        ("onbekend=1", "onbekend=1 kan niet: deze parameter is onbekend; kies uit regio, reservering"),
        ("Reservering=30", "Reservering=30 kan niet"),
        ("reservering=30;pad=direct", "reservering=30;pad=direct kan niet"),
        ("__proto__=1", "__proto__=1 kan niet"),
        ("v=3", "v=3 kan niet: deze Verkenner kent versie 1, 2"),
        ("v=", "v kan niet"),
        ("v=1.0", "v=1.0 kan niet"),
        ("regio=urk", "regio=urk kan niet: kies stedendriehoek"),
        ("punten=2028:10", "punten=2028:10 kan niet: punten horen bij pad=eigen"),
        ("pad=eigen&punten=2028:x", "punten=2028:x kan niet: schrijf het als 2028:10,2030:40"),
        ("sleutel=mix&gewichten=urk:1", "gewichten=urk:1 kan niet"),
        ("sleutel=mix&gewichten=inwoners:-1", "gewichten=inwoners:-1 kan niet"),
        ("inzet=GM0000:5", "inzet=GM0000 kan niet: GM0000 hoort niet bij Proef; kies uit "),
        ("onbekend=https://x.nl", "onbekend=https://x.nl kan niet"),
        ("<script>=alert(1)", "<script>=alert(1) kan niet"),
    ],
)
def test_each_refusal_names_the_parameter_the_value_and_what_is_allowed(tekst, melding):
    """One Dutch sentence for each fault."""
    assert melding in " ".join(fout.melding for fout in lees(tekst).fouten)


def test_the_rest_of_a_bad_link_is_kept():
    """One wrong value does not take the others with it."""
    gelezen = lees("v=1&reservering=61&pad=direct&verevening=50&foo=1")
    assert [fout.waar for fout in gelezen.fouten] == ["foo", "reservering"]
    assert gelezen.scenario == Scenario(pad="direct", verevening=50)


def test_a_link_of_100_kilobytes_is_refused_as_a_whole():
    """Too long to judge: nothing is taken over and the message says so."""
    gelezen = lees("reservering=35&x=" + "a" * 100_000)
    assert gelezen.scenario == Scenario()
    assert "100.017 tekens" in gelezen.fouten[0].melding


def test_many_unknown_parameters_are_counted_not_listed():
    """Ten are named and the others counted, and the known one among them is kept."""
    gelezen = lees("&".join(f"p{nummer}=1" for nummer in range(50)) + "&reservering=35")
    assert len(gelezen.fouten) == 11
    assert "nog 40 andere" in gelezen.fouten[-1].melding
    assert gelezen.scenario.reservering == 35


def test_the_figure_of_the_region_is_not_written_out():
    """opgave at the region's own figure is the default, so it is left out again."""
    assert link.kaal(lees("opgave=100").scenario) == "v=2"
    assert link.kaal(lees("opgave=101").scenario) == "v=2&opgave=101"


def test_minus_zero_is_zero():
    """-0 is the default and is left out."""
    assert link.kaal(lees("groei=-0").scenario) == "v=2"


def test_a_refusal_that_leads_to_another_ends_in_the_old_scenario():
    """From a mix to a key without figures: the weights are gone with it, so the whole of the old scenario returns."""
    nu = Scenario(sleutel="mix", gewichten=(("inwoners", 60), ("mutaties", 40)))
    waarden = dict(nu) | dict(Weergave())
    passend = link.passend({**waarden, "sleutel": "herkomst", "gewichten": ()}, REGIOS, waarden)
    assert passend.scenario == nu
    assert [fout.waar for fout in passend.fouten] == ["sleutel"]


def test_what_someone_looks_at_travels_in_the_link():
    """Gemeente, year, goal, margins and the scenarios beside this one: written, read, and the scenario untouched."""
    weergave = Weergave(
        gemeente=REGIOS["stedendriehoek"].codes[1],
        jaar=2030,
        hefboom="mix",
        hoogstens=50,
        marge_opgave=7.5,
        trekking=3,
        naast=("v=1&reservering=35&pad=direct", "v=1"),
        amendement=(
            "v=2&statushouders=zonder_voorrang&motivering=statushouders:Want+5%25+~+m%C3%A9%C3%A9r_dan+%26+zo",
        ),
        motivering=(("bovengrens", "<b>|=1+1</b> %7C 100% & ☃"), ("pad", ":")),
        verhaal=("soort=deel&tekening=pad&vraag=ja&titel=Ons+bod%3A+%7C%26&v=1&reservering=35",),
    )
    gelezen = lees(link.schrijf(Scenario(), weergave))
    assert (gelezen.scenario, gelezen.weergave, gelezen.fouten) == (Scenario(), weergave, ())


@pytest.mark.parametrize(
    ("tekst", "melding"),
    [
        ("gemeente=GM9999", "gemeente=GM9999 kan niet: GM9999 hoort niet bij Proef; kies uit "),
        ("gemeente=Lochem", "gemeente=Lochem kan niet: kies een gemeentecode"),
        ("jaar=2036", "jaar=2036 kan niet: kies 2026 tot en met 2035"),
        ("hoogstens=-1", "hoogstens=-1 kan niet: kies 0 tot en met 5000"),
        ("naast=reservering", "naast=reservering kan niet: schrijf het als"),
        ("naast=v%3D1|v%3D1", "naast=v=1|v=1 kan niet: schrijf het als"),
        ("naast=v%3D1%26reservering%3D61", "naast=v=1&reservering=61 kan niet: reservering=61 kan niet: kies 0"),
        ("bod=1.0262.x:5", "bod=1.0262.x:5 kan niet: schrijf het als 1.0262.p:35"),
        ("bod=1.9999.p:35", "bod=1.9999.p:35 kan niet: kies andere gemeenten uit "),
        ("bod=1.0419.p:61", "bod=1.0419.p:61 kan niet: bied hoogstens 60 procent"),
        ("bod=1.0419.e:2.5", "bod=1.0419.e:2.5 kan niet: bied een heel aantal"),
        ("bod=1.0419.0419:2", "bod=1.0419.0419:2 kan niet: kies andere gemeenten uit"),
        ("verhaal=soort%3Dmop", "verhaal=soort=mop kan niet: schrijf het als soort=deel"),
        (
            "verhaal=soort%3Ddeel%26tekening%3Dpad%26titel%3Dx%26v%3D1%26reservering%3D61",
            "verhaal=soort=deel&tekening=pad&titel=x&v=1&rese… kan niet: reservering=61 kan niet",
        ),
        (
            "amendement=v%3D2%26reservering%3D61",
            "amendement=v=2&reservering=61 kan niet: reservering=61 kan niet: kies 0",
        ),
        ("amendement=kolom-C", "amendement=kolom-C kan niet: schrijf het als v=2&reservering=35, hoogstens 1"),
        ("motivering=pad", "motivering=pad kan niet: schrijf hoogstens 160 leesbare tekens op een regel"),
        ("motivering=vorm%3Ax", "motivering=vorm:x kan niet"),
        ("motivering=pad%3Ax|pad%3Ay", "motivering=pad:x|pad:y kan niet"),
        (
            f"motivering=pad%3A{'x' * 161}",
            f"motivering=pad:{'x' * 36}… kan niet: schrijf hoogstens 160 leesbare tekens",
        ),
        ("motivering=pad%3Ax%0Ay", "motivering=pad:x�y kan niet"),
        ("naast=kolom-C", "naast=kolom-C kan niet: voor deze regio is geen tabel gepubliceerd"),
    ],
)
def test_what_cannot_be_looked_at_is_named(tekst, melding):
    """And the scenario beside it is kept."""
    gelezen = lees(f"reservering=35&{tekst}")
    assert gelezen.fouten[0].melding.startswith(melding)
    assert (gelezen.scenario, gelezen.weergave) == (Scenario(reservering=35), Weergave())

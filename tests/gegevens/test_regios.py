"""The three regions as they stand in data/, and what happens when a file is damaged."""

import inspect
import re
import shutil

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from fairshare import link
from fairshare.fouten import GegevensFout
from fairshare.gegevens import MAP, lees_presets, lees_regio, lees_regios, lees_rijen
from fairshare.model import bereken, per_corporatie, waarschuwingen
from fairshare.scenario import Scenario


@pytest.fixture
def gegevensmap(tmp_path):
    """A copy of data/ that a test may damage."""
    return shutil.copytree(MAP, tmp_path / "data")


def test_the_regions_are_complete():
    """Nine, seventeen and eight gemeenten; the agreement's region first. Of a further one its own register says what it has."""
    aantallen = {naam: len(regio.gemeenten) for naam, regio in lees_regios().items()}
    assert aantallen.items() >= {"stedendriehoek": 9, "achterhoek": 8, "gmr": 17}.items()
    assert next(iter(lees_regios())) == "stedendriehoek"


def test_the_worked_example_of_a_new_region_works(gegevensmap):
    """The two blocks of docs/regio-toevoegen.md, put in a folder, are a region."""
    tekst = (MAP.parent / "docs" / "regio-toevoegen.md").read_text(encoding="utf-8")
    blokken = [inspect.cleandoc(blok) for blok in re.findall(r"(?:^    .*\n|^\n(?=    ))+", tekst, re.MULTILINE)]
    cijfers = next(blok for blok in blokken if blok.startswith("code,naam"))
    register = next(blok for blok in blokken if blok.startswith("naam ="))
    (gegevensmap / "mijnregio").mkdir()
    (gegevensmap / "mijnregio" / "gemeenten.csv").write_text(cijfers + "\n", encoding="utf-8")
    (gegevensmap / "mijnregio" / "register.toml").write_text(register, encoding="utf-8")
    regio = lees_regio("mijnregio", gegevensmap)
    uitkomst = bereken(regio, Scenario(regio="mijnregio"))
    assert float(uitkomst.regio.opgave[-1, 0]) == pytest.approx(500)
    assert {naam: jaren[-1] for naam, jaren in per_corporatie(uitkomst, "GM0503").items()} == {
        "De Hoek": 198,
        "Ons Huis": 132,
    }
    assert dict(regio.gemeenten[0].groep) == {"dakloze jongeren": 14}


def test_the_sums_are_those_of_the_sources():
    """1170, 795, 3185 and 466,338."""
    regio = lees_regio("stedendriehoek")
    sommen = [
        regio.kolom(naam).sum()
        for naam in (
            "opgave_inwoners_gepubliceerd",
            "toewijzingen_2024",
            "mutaties_liberalisatiegrens",
            "inwoners_2024",
        )
    ]
    assert sommen == [1170, 795, 3185, 466_338]


@pytest.mark.parametrize("naam", ["gmr", "achterhoek"])
def test_a_region_with_gaps_opens_and_never_invents_a_figure(naam):
    """Capaciteit is an estimate, everything that rests on the opgave is unknown, and the screen is told."""
    regio = lees_regio(naam)
    uitkomst = bereken(regio, Scenario(regio=naam))
    assert np.isfinite(uitkomst.regio.capaciteit).all()
    for wat in ("opgave", "niet_geplaatst", "tekort", "regulier", "benodigd_percentage"):
        assert np.isnan(getattr(uitkomst.regio, wat)).all(), wat
    tekst = " ".join(waarschuwingen(uitkomst))
    assert all(woord in tekst for woord in ("opgave", "onbekend", "schatting", "toewijzingen"))


def test_the_path_of_gmr_begins_at_25_percent():
    """From the register: 25% before the path, 25.5% after one of ten steps to 30%."""
    uitkomst = bereken(lees_regio("gmr"), Scenario(regio="gmr"))
    assert uitkomst.regio.reservering[0, 0] == pytest.approx(0.255)


def test_every_column_has_a_status_and_a_source():
    """No figure without an origin, in any region."""
    for regio in lees_regios().values():
        gevuld = set().union(*(gemeente.model_fields_set for gemeente in regio.gemeenten))
        assert gevuld <= regio.register.kolommen.keys()
        assert all(cijfer.bron for cijfer in (*regio.register.kolommen.values(), *regio.register.cijfers.values()))


def test_every_preset_is_a_good_link():
    """Each opens without a fault and differs from the others; the first is the agreement."""
    gelezen = [link.lees(preset.link, lees_regios()) for preset in lees_presets()]
    assert not [fout for een in gelezen for fout in een.fouten]
    assert len({een.scenario for een in gelezen}) == len(gelezen)
    assert gelezen[0].scenario == Scenario()


@pytest.mark.parametrize(
    ("regels", "melding"),
    [
        (
            'naam = "A"\nuitleg = "b"\nbron = "c"',
            "data/presets.toml kan niet: preset 1 link: dit ontbreekt; vul het in.",
        ),
        (
            'naam = 5\nuitleg = "b"\nbron = "c"\nlink = ""',
            "data/presets.toml=5 kan niet: preset 1 naam: dit kan hier niet; ",
        ),
        (
            'naam = "A"\nuitleg = "b"\nbron = "c"\nlink = ""\nlnk = ""',
            "data/presets.toml kan niet: preset 1 lnk: dit kent het register niet",
        ),
        ("naam = ", "data/presets.toml kan niet: dit register is er niet of is geen TOML; zet het terug."),
    ],
)
def test_what_is_not_right_in_a_register_is_said_in_dutch(tmp_path, regels, melding):
    """At its place, counted from one, and without the words of a library."""
    (map_ := tmp_path / "data").mkdir()
    (map_ / "presets.toml").write_text(f"[[preset]]\n{regels}\n")
    with pytest.raises(GegevensFout) as fout:
        lees_presets(map_)
    assert melding in fout.value.fouten[0].melding
    assert "pydantic" not in str(fout.value)


def test_gemeenten_that_are_a_region_are_refused_among_regions_that_have_it_not():
    """With those that there are, as any other; the presets have such a region."""
    (fout,) = link.lees("v=2&regio=GM0262,GM0150", {"stedendriehoek": lees_regio("stedendriehoek")}).fouten
    assert fout.melding.startswith("regio=GM0262,GM0150 kan niet: kies ")


def test_parquet_works_as_well(gegevensmap):
    """The same figures from a Parquet file."""
    rijen = lees_rijen(gegevensmap / "gmr" / "gemeenten.csv")
    tabel = pa.Table.from_pylist([{k: int(v) if v.isdigit() else v for k, v in rij.items()} for rij in rijen])
    pq.write_table(tabel, gegevensmap / "gmr" / "gemeenten.parquet")
    (gegevensmap / "gmr" / "gemeenten.csv").unlink()
    np.testing.assert_array_equal(
        lees_regio("gmr", gegevensmap).kolom("inwoners_2023"), lees_regio("gmr").kolom("inwoners_2023")
    )


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("GM0262,Lochem", "GM0285,Lochem", "kolom code=GM0285 kan niet: deze staat al in een andere rij"),
        ("GM0262,Lochem", "GM0262,Voorst", "kolom naam=Voorst kan niet: deze staat al"),
        ("GM0262", "262", "rij 5, kolom code=262 kan niet: schrijf een gemeentecode als GM0262"),
        (",87,", ",87.0,", "=87.0 kan niet: schrijf een heel getal"),
        (",87,", ",-5,", "=-5 kan niet"),
        (",87,", ",1e400,", "=1e400 kan niet"),
        (",87,", ",88,", "kolom opgave_inwoners_gepubliceerd, som=1171 kan niet: volgens de bron is de som 1170"),
        (",38,150,150,151", ",380,150,150,151", "kolom toewijzingen_2024=380 kan niet: dit kan hoogstens mutaties"),
        (",150,150,151", ",152,150,151", "dit kan hoogstens mutaties_liberalisatiegrens_max zijn, en dat is 151"),
        ("GM0262,Lochem", "GM0262", "rij 5"),
        ("GM0262,Lochem", "GM0262,Totaal", "dit lijkt een totaalrij; verwijder hem"),
        ("toewijzingen_2024", "toewijzing", "rij 1, kolom toewijzing kan niet: deze kolom is onbekend"),
        ("code,naam", "naam,naam", "geef elke kolom een eigen naam"),
    ],
)
def test_a_damaged_table_is_refused_with_row_column_value_and_remedy(gegevensmap, oud, nieuw, melding):
    """Never a figure from a table that is not right."""
    bestand = gegevensmap / "stedendriehoek" / "gemeenten.csv"
    tekst = bestand.read_text(encoding="utf-8")
    assert oud in tekst
    bestand.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8")
    with pytest.raises(GegevensFout) as gevangen:
        lees_regio("stedendriehoek", gegevensmap)
    assert melding in str(gevangen.value)


def test_all_faults_of_a_table_come_at_once(gegevensmap):
    """Three wrong cells are three sentences."""
    bestand = gegevensmap / "gmr" / "gemeenten.csv"
    tekst = bestand.read_text(encoding="utf-8")
    bestand.write_text(tekst.replace("165770", "x").replace("26573", "y").replace("GM0221", "z"), encoding="utf-8")
    with pytest.raises(GegevensFout) as gevangen:
        lees_regio("gmr", gegevensmap)
    assert len(gevangen.value.fouten) == 3


def test_a_broken_register_is_refused(gegevensmap):
    """A register that is no TOML, or lacks a status, is named."""
    (gegevensmap / "gmr" / "register.toml").write_text("naam = 'x'\n[kolommen.code]\nnaam = 'Code'\n", encoding="utf-8")
    with pytest.raises(GegevensFout, match=r"gmr/register\.toml"):
        lees_regio("gmr", gegevensmap)

"""The command line: public, stable, the same engine and the same faults."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from fairshare import MODELVERSIE
from fairshare.opdrachten import main
from fairshare.scenario import Scenario


def draai(capsys, *argumenten):
    """Run a command in this process: its status, and what it printed."""
    status = main(argumenten)
    return status, *capsys.readouterr()


def test_bereken_gives_the_figures_of_the_agreement(capsys):
    """214,5 in 2035 and 2.867,3 gemiste plaatsingen."""
    status, uit, fout = draai(capsys, "bereken", "")
    assert (status, fout) == (0, "")
    assert "Niet geplaatst in 2035: 214,5" in uit
    assert "Gemiste plaatsingen 2026-2035: 2.867,3" in uit


def test_json_has_the_keys_of_the_contract(capsys):
    """Every key, every parameter, the years in order, the gemeenten in the order of the data."""
    _, uit, _ = draai(capsys, "bereken", "reservering=37", "--formaat", "json")
    antwoord = json.loads(uit)
    assert antwoord["modelversie"] == MODELVERSIE
    assert antwoord["scenario"].keys() == {"v"} | Scenario.model_fields.keys()
    assert antwoord["scenario"]["opgave"] == 1170
    assert [rij["jaar"] for rij in antwoord["regio"]] == list(range(2026, 2036))
    assert list(antwoord["regio"][0]) == [
        "jaar", "opgave", "mutaties", "capaciteit", "tekort", "overschot", "verevend", "niet_geplaatst", "plaatsingen",
        "regulier", "benodigd_percentage", "wachtend", "wachttijd", "statushouders_niet_geplaatst",
        "statushouders_zonder_woning",
    ]  # fmt: skip
    assert list(antwoord["gemeenten"][0]) == [
        "jaar", "code", "naam", "opgave", "eigen_aandeel", "verplaatst", "mutaties", "reservering", "capaciteit",
        "tekort", "overschot", "niet_geplaatst", "plaatsingen", "regulier", "benodigd_percentage", "dekking", "saldo",
        "vereffening", "gemist",
    ]  # fmt: skip
    assert [rij["jaar"] for rij in antwoord["gemeenten"] if rij["gemist"] is not None] == [2035] * 9
    assert list(antwoord["omslag"]) == [
        "reservering", "mutatiegraad", "extra_plekken", "reservering_zonder_verevening",
        "mutatiegraad_zonder_verevening", "extra_plekken_zonder_verevening", "zonder_ruimte",
    ]  # fmt: skip
    assert antwoord["periode"] == [2026, 2035]
    assert antwoord["regio"][-1]["niet_geplaatst"] == pytest.approx(0)
    assert antwoord["regio"][-1]["tekort"] == pytest.approx(87.46)
    assert antwoord["gemeenten"][-9]["naam"] == "Apeldoorn"
    assert antwoord["gemeenten"][-1]["reservering"] == pytest.approx(37)


def test_unknown_is_null(capsys):
    """Epe in segment aftoppingsgrens, and everything of a region without opgave."""
    _, uit, _ = draai(capsys, "bereken", "segment=aftoppingsgrens", "--formaat", "json")
    antwoord = json.loads(uit)
    assert antwoord["onvolledig"] == ["Epe", "Hattem", "Heerde"]
    epe = next(rij for rij in antwoord["gemeenten"] if rij["naam"] == "Epe")
    assert epe["niet_geplaatst"] is None
    assert epe["opgave"] is not None
    _, uit, _ = draai(capsys, "bereken", "regio=gmr", "--formaat", "json")
    assert json.loads(uit)["regio"][-1]["niet_geplaatst"] is None
    assert json.loads(uit)["omslag"]["reservering"] is None


def test_csv_has_a_row_for_each_gemeente_and_year(capsys):
    """Nine gemeenten, ten years, unrounded numbers, unknown empty."""
    _, uit, _ = draai(capsys, "bereken", "segment=aftoppingsgrens", "--formaat", "csv")
    rijen = list(csv.DictReader(io.StringIO(uit)))
    assert len(rijen) == 90
    assert rijen[-1]["niet_geplaatst"] == ""


def test_a_whole_link_is_the_same_as_its_query(capsys):
    """What is in the address bar can be pasted."""
    heel = draai(capsys, "bereken", "https://verkenner.nl/groeipad?v=2&reservering=32")
    assert heel == draai(capsys, "bereken", "reservering=32")


def test_a_link_of_model_1_gives_todays_figures_and_says_so(capsys):
    """The figures on stdout are those of today, the remark is one line on stderr."""
    status, uit, fout = draai(capsys, "bereken", "v=1&reservering=32")
    assert (status, fout) == (0, "Deze link is gemaakt met rekenmodel 1.\n")
    assert uit == draai(capsys, "bereken", "reservering=32")[1]


def test_a_figure_explains_itself(capsys):
    """The equation in words, filled in, and the source of every part."""
    _, uit, _ = draai(capsys, "bereken", "", "--uitleg", "GM0262", "benodigd_percentage", "2035")
    assert uit.startswith("Benodigd percentage van Lochem in 2035: 58% (onafgerond 58.0)")
    assert "= 100 × 87 ÷ 150" in uit
    assert "87 van 1.170; gepubliceerd: Presentatie afsprakenkader 13-4-2026" in uit


def test_an_explanation_of_nothing_is_refused(capsys):
    """Status 2 and a line for each thing that is not there."""
    status, uit, fout = draai(capsys, "bereken", "", "--uitleg", "GM9999", "geluk", "ooit")
    assert (status, uit, len(fout.splitlines())) == (2, "", 3)


def test_a_bad_scenario_is_refused_as_a_whole(capsys):
    """Status 2, one line for each fault on stderr, nothing on stdout."""
    status, uit, fout = draai(capsys, "bereken", "reservering=50&foo=1&pad=direct")
    assert (status, uit) == (2, "")
    assert [regel.split(" kan niet")[0] for regel in fout.splitlines()] == ["foo=1", "reservering=50"]


def test_controleer_a_good_file(capsys):
    """The data of the project itself."""
    assert draai(capsys, "controleer", "data/gmr/gemeenten.csv")[0] == 0


def test_controleer_names_every_fault(capsys, tmp_path):
    """Status 1 and a line for each fault, with row, column, value and remedy."""
    bestand = tmp_path / "fout.csv"
    bestand.write_text(
        "code,naam,inwoners_2024\nGM0262,Lochem,374.4\nGM9999,Loch,1\nGM0285,Brummen,2\n", encoding="utf-8"
    )
    status, uit, _ = draai(capsys, "controleer", str(bestand))
    assert status == 1
    assert [regel.split(" kan niet")[0] for regel in uit.splitlines()] == [
        "rij 2, kolom inwoners_2024=374.4",
        "rij 3, kolom naam=Loch",
        "rij 4, kolom code=GM0285",
    ]


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (b"", "dit bestand is leeg"),
        (b"code,naam\n", "het bestand heeft geen gegevens"),
        (b"code,naam\nGM0262,Lochem,1\n", "rij 2"),
        (b'code,naam\nGM0262,"Loc\n', "een aanhalingsteken"),
        (b"\xff\xfe\x00", "de tekens zijn niet te lezen"),
        (
            b"naam\nS\xc3\x83\xc2\xbadwest-Frysl\xc3\x83\xc2\xa2n\n",
            "bedoelt u S\xfadwest-Frysl\xe2n",
        ),
        (b"inwoners_2024\n5\n", "er is geen kolom met gemeenten"),
    ],
)
def test_controleer_refuses_what_is_no_table(capsys, tmp_path, inhoud, melding):
    """A clear sentence, never a traceback."""
    bestand = tmp_path / "raar.csv"
    bestand.write_bytes(inhoud)
    status, uit, _ = draai(capsys, "controleer", str(bestand))
    assert status == 1
    assert melding in uit


@pytest.mark.parametrize(
    "inhoud",
    [
        b"\xef\xbb\xbfcode,naam,inwoners\nGM0262,Lochem,5\n",
        b'"code","naam","inwoners"\r\nGM0820,"Nuenen, Gerwen en Nederwetten","5"\r\n',
        b"code, naam, inwoners\nGM0262,Lochem, 5\n\n",
    ],
)
def test_controleer_takes_what_spreadsheets_make(capsys, tmp_path, inhoud):
    """A byte order mark, quotes, Windows line ends, a space after a comma, empty lines at the end."""
    bestand = tmp_path / "goed.csv"
    bestand.write_bytes(inhoud)
    assert draai(capsys, "controleer", str(bestand))[0] == 0


def test_controleer_takes_parquet_with_gaps(capsys, tmp_path):
    """pandas writes whole numbers beside a gap as 5.0 and nan."""
    bestand = tmp_path / "gaten.parquet"
    pd.DataFrame({"code": ["GM0262", "GM0285"], "naam": ["Lochem", "Voorst"], "inwoners_2024": [5.0, None]}).to_parquet(
        bestand
    )
    uit = draai(capsys, "controleer", str(bestand))
    assert uit[0] == 0, uit


def test_a_scenario_on_own_data(capsys, tmp_path):
    """--data makes it the region of the link; the same figures under other headings give the same outcome."""
    eigen = tmp_path / "regio.csv"
    tekst = Path("data/stedendriehoek/gemeenten.csv").read_text(encoding="utf-8").replace(",", ";")
    eigen.write_text(tekst.replace("inwoners_2024", "Aantal inwoners", 1), encoding="cp1252")
    status, uit, _ = draai(capsys, "bereken", "opgave=1170", "--data", str(eigen), "--formaat", "json")
    assert status == 0
    assert json.loads(uit)["regio"][-1]["niet_geplaatst"] == pytest.approx(214.5)
    assert draai(capsys, "bereken", "regio=eigen-00000000", "--data", str(eigen))[0] == 2


def test_controleer_a_file_that_is_not_there(capsys):
    """Named, with what to do."""
    status, uit, _ = draai(capsys, "controleer", "nergens.csv")
    assert status == 1
    assert "nergens.csv kan niet: dit bestand is er niet" in uit


@pytest.mark.parametrize(
    ("argumenten", "zin"),
    [
        ([], "geef ook OPDRACHT; zie: python -m fairshare --help"),
        (["vlieg"], "OPDRACHT=vlieg kan niet: kies bereken, exporteer, "),
        (["bereken"], "geef ook QUERY|URL; zie: python -m fairshare bereken --help"),
        (["bereken", "", "--formaat", "xml"], "--formaat=xml kan niet: kies tabel, json, csv; zie: "),
        (["bereken", "", "--uitleg", "GM0262"], "achter --uitleg ontbreekt wat erbij hoort; zie: "),
        (["bereken", "", "--vlieg"], "--vlieg hoort hier niet; zie: "),
    ],
)
def test_a_command_that_is_not_right_gives_one_dutch_line(argumenten, zin):
    """What, which value, what is allowed and where to read on; status 2, as for a bad scenario."""
    klaar = subprocess.run(
        [sys.executable, "-m", "fairshare", *argumenten], capture_output=True, text=True, check=False
    )
    assert (klaar.returncode, klaar.stdout) == (2, "")
    assert klaar.stderr.startswith(zin)
    assert klaar.stderr.count("\n") == 1


def test_what_cannot_be_is_named_by_its_value_and_makes_no_file(capsys, tmp_path):
    """A year that is none, a period that the file has not, a report of another kind, a name that is too long."""
    jaar = draai(capsys, "bereken", "", "--uitleg", "GM0262", "opgave", "ooit")
    assert jaar[0] == 2
    assert jaar[2].startswith("jaar=ooit kan niet: kies 2026, 2027")
    tabel, naar = tmp_path / "tabel.csv", tmp_path / "rapport.doc"
    tabel.write_text("Periode;Gemeente;Inwoners\n2023;Lochem;34000\n2024;Lochem;34289\n")
    for periode, advies in (("2022", "2024 of 2023"), ("2023", "")):
        fout = draai(capsys, "bereken", "", "--data", str(tabel), "--periode", periode)[2]
        assert (f"periode={periode} kan niet: kies {advies}." in fout) == bool(advies)
    los = draai(capsys, "bereken", "", "--periode", "2024")[2]
    assert "periode=2024 kan niet: dit hoort bij --data; laat het weg." in los
    tabel.write_text("Gemeente;2026 H1\nLochem;3\n")
    assert draai(capsys, "rapport", "", "--realisatie", str(tabel), "--naar", str(naar))[0] == 2
    assert not naar.exists()
    lang = draai(capsys, "exporteer", "", "--naar", str(tmp_path / f"{'a' * 300}.csv"))
    assert lang[0] == 1
    assert "dit bestand kan hier niet worden geschreven" in lang[2]


def test_a_key_of_headings_that_says_nothing_of_one_names_its_row(capsys, tmp_path):
    """The row counts as in the file, and the fault names the columns that look like it, not all."""
    tabel, sleutel = tmp_path / "tabel.csv", tmp_path / "sleutel.csv"
    tabel.write_text("Gemeente;Tal\nLochem;3\n")
    sleutel.write_text("Kop in het bestand;Kolom van de Verkenner\n\nTal\n")
    status, uit, _ = draai(capsys, "controleer", str(tabel), str(sleutel))
    assert status == 1
    assert uit.startswith("rij 3 van de sleutel kan niet: kies een kolom, zoals ")
    sleutel.write_text("Kop in het bestand;Kolom van de Verkenner\nTal;Toewijzing\n")
    _, _, fout = draai(capsys, "rapport", "", "--realisatie", str(sleutel), "--naar", str(tmp_path / "r.pdf"))
    assert "rij 2 van de sleutel=Toewijzing kan niet: kies een kolom, zoals Toewijzingen" in fout
    assert len(fout) < 300


def test_help_is_dutch():
    """gebruik, opdrachten, opties."""
    klaar = subprocess.run([sys.executable, "-m", "fairshare", "--help"], capture_output=True, text=True, check=True)
    assert all(woord in klaar.stdout for woord in ("gebruik:", "opdrachten:", "bereken", "controleer"))
    assert "usage" not in klaar.stdout


def test_who_stops_reading_ends_a_command_quietly():
    """As in ``herreken | head``: no traceback, and no fault."""
    lezen, schrijven = os.pipe()
    os.close(lezen)
    klaar = subprocess.run(
        [sys.executable, "-m", "fairshare", "herreken"], stdout=schrijven, stderr=subprocess.PIPE, check=False
    )
    os.close(schrijven)
    assert (klaar.returncode, klaar.stderr) == (0, b"")


def test_a_figure_waits_for_no_library_that_it_does_not_need():
    """Who computes on the command line imports nothing that makes tables, charts or files."""
    code = "import sys; from fairshare.opdrachten import main; main(['bereken', 'v=2']); print(*sys.modules, file=sys.stderr)"
    antwoord = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "duckdb" in antwoord.stderr.split()
    assert not {"pandas", "altair", "pyarrow", "pptx", "fpdf", "xlsxwriter", "openpyxl", "vl_convert"} & set(
        antwoord.stderr.split()
    )

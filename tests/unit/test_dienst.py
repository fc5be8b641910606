"""Figures at an address: the same as on the command line, judged as strictly as a link."""

import io
import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import openpyxl
import pandas as pd
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.testclient import TestClient

from fairshare.antwoord import als_csv, als_json
from fairshare.dienst import VERSIE, adressen
from fairshare.dienst.adressen import ADRESSEN, GEZOND
from fairshare.dienst.antwoorden import ANTWOORDEN, bewaard
from fairshare.dienst.drukte import MEESTE
from fairshare.dienst.voorbeelden import voorbeelden
from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens import lees_regio
from fairshare.model import bereken
from fairshare.scenario import Scenario
from fairshare.weergave import PARAMETERS
from tests.gegevens.kantoor import Opdracht, aan_het_werk, kantoor

REGIO = lees_regio("stedendriehoek")


@pytest.fixture
def vraag() -> TestClient:
    """Ask below a path of its own, as an app does that stands below one."""
    return TestClient(Starlette(routes=adressen("/wonen")), base_url="http://testserver/wonen")


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """Answer on a port of this machine."""
    dienst = uvicorn.Server(uvicorn.Config(Starlette(routes=adressen()), port=0, log_level="error"))
    draad = threading.Thread(target=dienst.run, daemon=True)
    draad.start()
    while not dienst.started:
        draad.join(0.02)
    yield f"http://127.0.0.1:{dienst.servers[0].sockets[0].getsockname()[1]}"
    dienst.should_exit = True
    draad.join()


def test_an_address_gives_what_the_command_line_gives(vraag: TestClient):
    """JSON, CSV, Parquet and the one figure, of the same scenario."""
    uitkomst = bereken(REGIO, Scenario(reservering=33))
    link = f"{VERSIE}/uitkomst.%s?v=2&reservering=33"
    gekregen = vraag.get(link % "json").json()
    assert gekregen.pop("opmerkingen") == [] and gekregen == json.loads(als_json(uitkomst))
    assert vraag.get(link % "csv").text == als_csv(uitkomst)
    assert float(vraag.get(link % "txt").text) == uitkomst.regionaal("niet_geplaatst")
    parquet = pd.read_parquet(io.BytesIO(vraag.get(link % "parquet").content))
    assert len(parquet) == (len(REGIO.gemeenten) + 1) * len(uitkomst.jaren), "and a row of the region a year"


def test_what_a_screen_refuses_an_address_refuses_too_with_a_fault_for_each_field(vraag: TestClient):
    """In Dutch, and nothing is computed of the rest."""
    antwoord = vraag.get(f"{VERSIE}/uitkomst.json?v=2&reservering=50&pad=hoog")
    assert antwoord.status_code == 400
    fouten = antwoord.json()["fouten"]
    assert {fout["waar"] for fout in fouten} == {"reservering", "pad"}
    assert all(" kan niet: kies " in fout["melding"] for fout in fouten)
    assert vraag.get(f"{VERSIE}/uitkomst.txt?v=2&regio=gmr").status_code == 400, "unknown is no figure"


def test_an_answer_that_is_still_the_same_is_not_sent_again(vraag: TestClient):
    """By its mark; another scenario has another one."""
    eerst = vraag.get(f"{VERSIE}/uitkomst.csv?v=2")
    weer = vraag.get(f"{VERSIE}/uitkomst.csv?v=2", headers={"if-none-match": f'W/{eerst.headers["etag"]}, "x"'})
    assert (weer.status_code, weer.content) == (304, b"")
    assert vraag.get(f"{VERSIE}/uitkomst.csv?v=2", headers={"if-none-match": "*"}).status_code == 304
    assert vraag.get(f"{VERSIE}/uitkomst.csv?v=2&reservering=31").headers["etag"] != eerst.headers["etag"]


def test_a_scenario_is_computed_once_for_each_version_of_the_model(monkeypatch, vraag: TestClient):
    """Who asks again gets what is kept; a new model computes anew, and whether all is well is asked each time."""
    gevraagd: list[str] = []
    geteld = {naam: lambda tekst, naam=naam: gevraagd.append(naam) or b"1" for naam in ANTWOORDEN}
    monkeypatch.setattr("fairshare.dienst.antwoorden.ANTWOORDEN", geteld)
    bewaard.cache_clear()
    for _ in range(2):
        assert vraag.get(f"{VERSIE}/uitkomst.csv?v=2").content == b"1" == vraag.get(f"{VERSIE}/{GEZOND}").content
    monkeypatch.setattr(sys.modules["fairshare.dienst.adressen"], "MODELVERSIE", "9.9.9")
    vraag.get(f"{VERSIE}/uitkomst.csv?v=2")
    bewaard.cache_clear()
    assert gevraagd == ["uitkomst.csv", GEZOND, GEZOND, "uitkomst.csv"]


def test_who_asks_too_much_waits_and_an_unknown_address_names_the_ones_there_are(vraag: TestClient):
    """Both say it as a fault, in JSON."""
    onbekend = vraag.get("/api/v2/uitkomst.json")
    assert onbekend.status_code == 404 and f"{VERSIE}/uitkomst.csv" in onbekend.json()["fouten"][0]["melding"]
    assert {vraag.get(pad).status_code for pad in ("/api", "/api/", VERSIE, f"{VERSIE}/", f"{VERSIE}/uitkomst")} == {
        404
    }
    geschreven = vraag.post(f"{VERSIE}/uitkomst.json")
    assert (geschreven.status_code, geschreven.headers["allow"]) == (405, "GET, HEAD")
    assert (
        geschreven.json()["fouten"][0]["melding"]
        == "methode=POST kan niet: een adres wordt alleen gelezen; gebruik GET."
    )
    antwoorden = [vraag.get(f"{VERSIE}/regios") for _ in range(2 * MEESTE + 1)]  # a new minute may begin meanwhile
    assert {een.status_code for een in antwoorden[:MEESTE]} == {200}
    te_veel = [een for een in antwoorden if een.status_code == 429]
    assert te_veel and all(int(een.headers["retry-after"]) >= 1 for een in te_veel)
    for een in te_veel:
        zin = f"probeer het over {een.headers['retry-after']} seconden weer."  # the header counts seconds
        assert een.json()["fouten"][0]["melding"].endswith(zin)


def test_where_people_log_in_an_address_gives_nothing():
    """Not a region, not a figure; only that it is shut, and well."""
    dicht = TestClient(Starlette(routes=adressen("", lambda: False)))
    assert {naam for naam in ADRESSEN if dicht.get(f"{VERSIE}/{naam}").status_code != 403} == {GEZOND}
    assert dicht.get(f"{VERSIE}/{GEZOND}").json() == {"gezond": True}


def test_without_data_that_can_be_trusted_nothing_is_well(monkeypatch, vraag: TestClient):
    """Every address with a figure says what is the matter, and a watchdog hears it."""

    def beschadigd() -> None:
        raise GegevensFout([Fout("gemeenten.csv", "", "het zegel klopt niet")])

    monkeypatch.setattr("fairshare.dienst.antwoorden.lees_regios", beschadigd)
    bewaard.cache_clear()
    for naam in (GEZOND, "uitkomst.json", "regios"):
        antwoord = vraag.get(f"{VERSIE}/{naam}")
        assert antwoord.status_code == 503 and antwoord.json()["fouten"][0]["waar"] == "gemeenten.csv"


def test_the_description_names_every_address_and_every_parameter_and_is_true(vraag: TestClient):
    """Each default is allowed by its own schema, and a refusal has the form that is described."""
    beschreven = vraag.get(f"{VERSIE}/openapi.json").json()
    assert {pad.strip("/") for pad in beschreven["paths"]} == set(ADRESSEN) == set(ANTWOORDEN)
    knoppen = beschreven["paths"]["/uitkomst.json"]["get"]["parameters"]
    assert [knop["name"] for knop in knoppen] == ["v", *PARAMETERS]
    for knop in knoppen:
        if "default" in knop["schema"]:
            jsonschema.validate(knop["schema"]["default"], knop["schema"])
    zonder, nieuw, oud = (vraag.get(f"{VERSIE}/uitkomst.json?reservering=35{v}").json() for v in ("", f"&v={knoppen[0]['schema']['default']}", "&v=1"))  # fmt: skip
    assert zonder == nieuw != oud, "a link without a version is one of the default"
    dicht = TestClient(Starlette(routes=adressen("", lambda: False)))
    for naam in ADRESSEN:
        antwoorden = (vraag.get(f"{VERSIE}/{naam}?reservering=50"), dicht.get(f"{VERSIE}/{naam}"))
        assert {str(een.status_code) for een in antwoorden} <= {*beschreven["paths"][f"/{naam}"]["get"]["responses"]}
    fout = vraag.get(f"{VERSIE}/uitkomst.json?reservering=50").json()
    jsonschema.validate(fout, beschreven["components"]["schemas"]["Fouten"])
    assert vraag.get(f"{VERSIE}/gezond").json() == {"gezond": True}


@pytest.mark.parametrize("taal", ["python", "r"])
def test_an_example_runs_as_it_stands_on_the_page(server: str, taal: str):
    """And gives the figure of the card, in the end year."""
    (tekst,) = (een.tekst for een in voorbeelden(server, "v=2&reservering=35") if een.taal == taal)
    draai = {"python": [sys.executable, "-c"], "r": [shutil.which("Rscript") or "", "-e"]}[taal]
    if not draai[0]:
        pytest.skip("Rscript staat hier niet")
    uit = subprocess.run([*draai, tekst], capture_output=True, text=True, check=True).stdout
    assert re.search(r"2035\s+55\.25", uit), uit


def test_what_a_query_of_excel_reads_is_there_in_its_own_words(server: str):
    """Exactly that address, split by its delimiter, with the decimal point of its culture and its columns."""
    for een in voorbeelden(server, "v=2&reservering=35"):
        if een.taal != "powerquery":
            continue
        (adres,) = re.findall(r'Web\.Contents\("(.*?)"\)', een.tekst)
        (scheiding,), (cultuur,) = (
            re.findall('Delimiter="(.*?)"', een.tekst),
            re.findall('"([a-z]{2}-[A-Z]{2})"', een.tekst),
        )
        gelezen = pd.read_csv(adres, sep=scheiding, decimal={"en-US": ".", "nl-NL": ","}[cultuur])
        kolommen = re.findall(r'"(\w+)"', een.tekst.split("SelectColumns")[1])
        assert {str(gelezen[naam].dtype)[:3] for naam in re.findall(r'"(\w+)", type number', een.tekst)} == {"flo"}
        laatste = gelezen[kolommen][gelezen["jaar"] == 2035]
        assert laatste["niet_geplaatst"].sum() == pytest.approx(55.25)
    (cel,) = (een.tekst for een in voorbeelden(server, "v=2&reservering=35") if "WEBSERVICE" in een.tekst)
    (adres,) = re.findall(r'WEBSERVICE\("(.*?)"\)', cel)
    assert pd.read_csv(adres, header=None).iloc[0, 0] == pytest.approx(55.25)


@kantoor
def test_libreoffice_reads_a_figure_from_its_address_and_follows_the_link(server: str, tmp_path: Path):
    """The formula of the page, where numbers are Dutch; a link that takes its reservering from a cell follows that cell."""
    (cel,) = (een.tekst for een in voorbeelden(server, "v=2&reservering=35") if "WEBSERVICE" in een.tekst)
    formule = cel.replace("NUMERIEKE.WAARDE", "NUMBERVALUE")  # as it is called in an English Calc, which this one is
    volgt = formule.replace('35"', '"&A1')
    leeg = io.BytesIO()
    openpyxl.Workbook().save(leeg)
    typt = {"Sheet!B1": formule, "Sheet!C1": volgt, "Sheet!A1": 30.0}
    (bladen,) = aan_het_werk([Opdracht(leeg.getvalue(), typt, reken=False)], tmp_path)
    assert bladen["Sheet"] == [pytest.approx([30, 55.25, 214.5])]

"""The workbook in LibreOffice: its formulas give what the engine gives, its stored values are those, and typing in it works."""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator

import numpy as np
import openpyxl
import pytest

from fairshare import link
from fairshare.export import Stempel, maak
from fairshare.export.excel import koppen
from fairshare.gegevens import lees_regios
from fairshare.model import Uitkomst, bereken
from fairshare.model.invoer import INVOER
from fairshare.model.tabellen import GEMEENTEN, REGIO
from tests.gegevens.kantoor import Blad, Opdracht, aan_het_werk, kantoor
from tests.golden.test_golden import GOUD

REGIOS = lees_regios()

LINKS = (
    *dict.fromkeys(rij["link"] for rij in GOUD),
    "nieuwbouw=100&programma=500&sloop=20&herhuisvesting=50&doorstroming=40&alternatief=20&inzet=GM0262:20",
    "achterstand=ja&uitval=20&wachtend=750&nieuwbouw=100&pad=s-curve&groei=1.5&verevening=40",
    "bovengrens=45&ondergrens=20&ruil=GM0262-GM0150:10&achterstand=ja",
    "pad=eigen&punten=2028:10,2030:40&eind=2033&mutatiegraad=6.5",
    "eind=2040&bodem=ja&afwijking=GM0150:33,GM0262:40@2030&groeit=reservering",
    "sleutel=mix&gewichten=inwoners:60,voorraad:40&pad=trap&start=2028",
    "statushouders=zonder_voorrang&regel=gelijk&verhuisketen=20&pad=versneld",
    "statushouders=bovenop&segment=aftoppingsgrens",
    "regio=gmr&opgave=2011",
    "regio=gmr",
    "regio=achterhoek&opgave=600&programma=300",
)
"""Every golden link, and what those leave out."""

DELEN = 2

VAN_2007 = {
    "ABS",
    "IF",
    "IFERROR",
    "INT",
    "ISNUMBER",
    "ISTEXT",
    "MAX",
    "MIN",
    "NA",
    "NOT",
    "OR",
    "ROUND",
    "ROUNDUP",
    "SUM",
}
"""The functions in the formulas; a newer one would need the prefix that ``export/werkboek.py`` leaves out."""


def uitkomst_van(vraag: str) -> Uitkomst:
    gelezen = link.lees(vraag, REGIOS)
    assert not gelezen.fouten
    return bereken(REGIOS[gelezen.scenario.regio], gelezen.scenario)


def werkboek(uitkomst: Uitkomst) -> bytes:
    return maak("xlsx", uitkomst, Stempel.van(uitkomst, link.schrijf(uitkomst.scenario)))


def bewaard(inhoud: bytes) -> dict[str, list[tuple]]:
    """What a reader sees that does not compute."""
    boek = openpyxl.load_workbook(io.BytesIO(inhoud), data_only=True, read_only=True)
    return {blad.title: list(blad.iter_rows(values_only=True)) for blad in boek}


def anders(oud: dict[str, list[tuple]], nieuw: dict[str, Blad]) -> Iterator[str]:
    """Name the cells that say something else once they are computed."""
    assert list(oud) == list(nieuw)
    for blad, rijen in oud.items():
        for i, rij in enumerate(rijen):
            for j, cel in enumerate(rij):
                nu = nieuw[blad][i][j] if i < len(nieuw[blad]) and j < len(nieuw[blad][i]) else ""
                if isinstance(cel, int | float) and isinstance(nu, float):
                    zelfde = abs(cel - nu) <= 1e-6 * max(1.0, abs(cel))
                else:
                    was = str(cel or "").replace("\n", " ")
                    zelfde = nu == ("#" if was.startswith("#") else was)
                if not zelfde:
                    yield f"{blad} rij {i + 1} kolom {rijen[0][j]}: bewaard {cel}, berekend {nu}"


def cel(bladen: dict[str, Blad], uitkomst: Uitkomst, wie: str, jaar: int, naam: str) -> float | str:
    """Find a figure by the words above and beside it."""
    blad = bladen["Regio" if wie == "regio" else "Berekening"]
    [kolom] = [n for n, kop in enumerate(blad[0]) if kop == koppen((naam,))[0]]
    if wie == "regio":
        [rij] = [rij for rij in blad[1:] if rij[0] == jaar]
    else:
        gemeente = uitkomst.bron.namen[uitkomst.bron.codes.index(wie)]
        [rij] = [rij for rij in blad[1:] if rij[0] == jaar and rij[1] == gemeente]
    return rij[kolom]


def goud_anders(bladen: dict[str, Blad], uitkomst: Uitkomst, vraag: str) -> Iterator[str]:
    """Name the golden figures that the computed workbook does not show."""
    for rij in GOUD:
        if rij["link"] == vraag:
            jaar = 2035 if rij["jaar"] == "periode" else int(rij["jaar"])
            nu = cel(bladen, uitkomst, rij["waar"], jaar, rij["cijfer"])
            if not isinstance(nu, float) or abs(nu - float(rij["waarde"])) > 1e-6:
                yield f"{rij}: {nu}"


@kantoor
@pytest.mark.parametrize("deel", range(DELEN))
def test_every_stored_value_is_the_computed_one_and_every_golden_figure_is_there(tmp_path, deel):
    """All cells of all sheets for half of the links, after LibreOffice computed each formula afresh."""
    vragen = LINKS[deel::DELEN]
    uitkomsten = [uitkomst_van(vraag) for vraag in vragen]
    boeken = [werkboek(uitkomst) for uitkomst in uitkomsten]
    berekend = aan_het_werk(map(Opdracht, boeken), tmp_path)
    fout = []
    for vraag, uitkomst, boek, bladen in zip(vragen, uitkomsten, boeken, berekend, strict=True):
        mis = [*anders(bewaard(boek), bladen), *goud_anders(bladen, uitkomst, vraag)]
        fout += [f"{vraag}: {een}" for een in mis[:10]]
    assert not fout


def plekken(inhoud: bytes, namen: Iterable[str]) -> dict[str, str]:
    """Where a person types each parameter: its yellow cell, which stands on the first sheet or on Parameters."""
    boek, waar = openpyxl.load_workbook(io.BytesIO(inhoud)), {}
    for naam in namen:
        blad, vak = boek.defined_names[f"p_{naam}"].attr_text.replace("$", "").split("!")
        elders = re.search(r"Overzicht!\$B\$\d+", str(boek[blad][vak].value))
        waar[naam] = elders.group().replace("$", "") if elders else f"{blad}!{vak}"
        blad, vak = waar[naam].split("!")
        assert boek[blad][vak].fill.fgColor.rgb == "FFFFF4CC", f"{naam} is niet geel"
    return waar


GEWIJZIGD = (
    ("", {"reservering": 35}),
    ("pad=s-curve&verevening=40&groei=1", {"mutatiegraad": 6.5, "pad": "trap"}),
    (
        "achterstand=ja&uitval=20&nieuwbouw=100&programma=300&doorstroming=40&alternatief=20&inzet=GM0262:20",
        {"verevening": 0, "nieuwbouw": 200, "uitval": 50},
    ),
    ("sleutel=mix&gewichten=inwoners:60,voorraad:40&groeit=reservering", {"groeit": "geen", "opgave": 1300}),
    ("pad=eigen&punten=2028:10,2030:40&eind=2033", {"reservering": 37}),
    ("regio=gmr&opgave=2011", {"reservering": 33}),
    ("segment=aftoppingsgrens&statushouders=bovenop", {"reservering": 36}),
    ("statushouders=exclusief", {"statushouders": "zonder_voorrang", "reservering": 32.5}),
    ("", {"achterstand": "ja", "wachtend": 500, "sloop": 50, "herhuisvesting": 40, "bodem": "ja"}),
    ("afwijking=GM0262:40@2030&ruil=GM0262-GM0150:5", {"reservering": 26, "bodem": "ja", "groei": 2}),
)


@kantoor
def test_a_changed_workbook_recomputes_to_the_figures_of_the_engine(tmp_path):
    """Every figure of the region and of every gemeente in every year, after someone typed other values."""
    uitkomsten = [uitkomst_van(vraag) for vraag, _ in GEWIJZIGD]
    boeken = [werkboek(uitkomst) for uitkomst in uitkomsten]
    opdrachten = [
        Opdracht(boek, {waar: typt[naam] for naam, waar in plekken(boek, typt).items()}, reken=False)
        for boek, (_, typt) in zip(boeken, GEWIJZIGD, strict=True)
    ]
    fout = []
    for (vraag, typt), was, bladen in zip(GEWIJZIGD, uitkomsten, aan_het_werk(opdrachten, tmp_path), strict=True):
        straks = bereken(was.bron, was.scenario.met(**typt))
        for j, jaar in enumerate(straks.jaren):
            for naam in (*REGIO, "gemist", "uitgevallen"):
                nu, moet = cel(bladen, straks, "regio", jaar, naam), float(getattr(straks.regio, naam)[j, 0])
                if not _gelijk(nu, moet):
                    fout.append(f"{vraag} {typt}: {naam} {jaar} is {nu}, niet {moet}")
            for i, code in enumerate(straks.bron.codes):
                if straks.bron.namen[i] in straks.onvolledig:
                    continue
                for naam in GEMEENTEN:
                    nu, moet = cel(bladen, straks, code, jaar, naam), float(straks.over_de_jaren(naam)[i, j])
                    if not _gelijk(nu, moet):
                        fout.append(f"{vraag} {typt}: {naam} {code} {jaar} is {nu}, niet {moet}")
        if straks.onvolledig:
            assert [rij[3] for rij in bladen["Overzicht"] if rij[0] == "Epe"] == ["onbekend"]
    assert not fout


def _gelijk(nu: float | str, moet: float) -> bool:
    """A word stands where nothing is known."""
    return abs(nu - moet) <= 1e-6 * max(1.0, abs(moet)) if isinstance(nu, float) else bool(np.isnan(moet))


@kantoor
def test_typing_35_shows_55_at_once(tmp_path):
    """With default settings and every stored value kept, as someone has it who opens the file and types.

    LibreOffice shows what is stored until something is typed: a stored value that was tampered with stays until all is
    computed, so the figures of these tests are truly its own.
    """
    boek = werkboek(uitkomst_van(""))
    geknoeid = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(boek)) as oud, zipfile.ZipFile(geknoeid, "w") as nieuw:
        for naam in oud.namelist():
            nieuw.writestr(naam, oud.read(naam).replace(b"<v>214.5</v>", b"<v>999</v>"))
    stil, getypt, oud_, vers = aan_het_werk(
        [
            Opdracht(boek, reken=False),
            Opdracht(boek, {"Overzicht!B5": 35.0}, reken=False),
            Opdracht(geknoeid.getvalue(), reken=False),
            Opdracht(geknoeid.getvalue()),
        ],
        tmp_path,
    )
    kaart = [bladen["Overzicht"][4][6:8] for bladen in (stil, getypt, oud_, vers)]
    assert kaart == [["Niet geplaatst", getal] for getal in (214.5, 55.25, 999.0, 214.5)]
    assert f"{55.25:,.0f}" == "55"
    assert openpyxl.load_workbook(io.BytesIO(boek))["Overzicht"]["H5"].number_format == "#,##0"


@kantoor
def test_what_an_algorithm_gave_says_that_it_must_be_made_again(tmp_path):
    """Bounds and rules hold their values: once an input differs a line above the figures says so, and not before."""
    boek = werkboek(uitkomst_van("bovengrens=45"))
    zoals, anders_ = aan_het_werk([Opdracht(boek), Opdracht(boek, {"Overzicht!B5": 35.0})], tmp_path)
    assert zoals["Overzicht"][2][0] == ""
    assert str(anders_["Overzicht"][2][0]).startswith("Gemaakt bij 30,0% reservering")
    assert str(anders_["Overzicht"][2][0]).endswith("maak het werkboek opnieuw.")
    assert cel(anders_, uitkomst_van(""), "GM0262", 2035, "eigen_aandeel") == pytest.approx(67.5)
    assert any(rij[0] == "Rekent niet mee" and "Aandeel binnen de grenzen" in str(rij[1]) for rij in zoals["Lees mij"])


def test_the_workbook_stores_the_figures_for_readers_that_do_not_compute():
    """Without computing, the sheet Regio has the headline; and each cell of Berekening is a formula."""
    uitkomst = uitkomst_van("reservering=33")
    inhoud = werkboek(uitkomst)
    opgeslagen = {naam: [list(rij) for rij in rijen] for naam, rijen in bewaard(inhoud).items()}
    niet = [cel(opgeslagen, uitkomst, "regio", jaar, "niet_geplaatst") for jaar in uitkomst.jaren]
    np.testing.assert_allclose(niet, uitkomst.regio.niet_geplaatst[:, 0])
    los = {koppen((naam,))[0] for naam in INVOER}
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    formules = [str(cel) for blad in boek for rij in blad.values for cel in rij if str(cel).startswith("=")]
    assert {functie for een in formules for functie in re.findall(r"[A-Z][A-Z.\d]*(?=\()", een)} <= VAN_2007
    kop, *rijen = boek["Berekening"].iter_rows(values_only=True)
    for n, wat in enumerate(kop):
        assert wat in los or all(str(rij[n]).startswith("=") for rij in rijen), wat
    for blad in ("Regio", "Berekening", "Pad", "Gegevens"):
        kop = opgeslagen[blad][0]
        assert len(set(kop)) == len(kop), f"{blad} heeft twee kolommen met dezelfde kop"


def test_the_workbook_opens_on_inputs_beside_results_and_charts():
    """Yellow cells with their names, the figures of the engine beside them, two charts, and no gridlines."""
    inhoud = werkboek(uitkomst_van("reservering=33"))
    boek = openpyxl.load_workbook(io.BytesIO(inhoud))
    blad = boek.worksheets[0]
    assert boek.sheetnames == ["Overzicht", "Lees mij", "Parameters", "Gegevens", "Pad", "Berekening", "Regio"]
    assert [rij[0].value for rij in blad["A5:A7"]] == ["Reservering", "Mutatiegraad", "Opgave van de regio"]
    assert (blad["B5"].value, blad["B5"].number_format) == (33, '0.0#"%"')
    assert len(blad._charts) == 2
    assert not blad.sheet_view.showGridLines
    for ander in boek.worksheets[1:]:
        assert (ander.page_setup.orientation, ander.print_title_rows) == ("landscape", "$1:$1")
    voor = bewaard(inhoud)["Overzicht"]
    assert voor[4][6:8] == ("Niet geplaatst", 118.95)
    assert [rij[6:8] for rij in voor[5:7]] == [
        ("als geen overschot meetelt", 156.62),
        ("als elk overschot meetelt", 118.95),
    ]
    [regio] = [rij for rij in voor if rij[0] == "Hele regio"]
    assert regio[:4] == ("Hele regio", 1170, 1051.05, 118.95)
    assert str(voor[8][0]).endswith(": Reservering 33,0%.")
    assert not [rij for rij in voor if "onbekend" in rij]
    zonder = bewaard(werkboek(uitkomst_van("regio=gmr")))["Overzicht"]
    assert zonder[4][6:8] == ("Niet geplaatst", "onbekend")
    assert [rij[3] for rij in zonder if rij[0] == "Arnhem"] == ["onbekend"]

"""One definition: who changes an equation or adds a parameter does so in one place, and everything follows.

The exercises are done on a copy of the package, as a newcomer would do them; its answers come from a process of its own.
"""

import ast
import json
import shutil
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from tests.gegevens.kantoor import Opdracht, aan_het_werk, kantoor

WORTEL = Path(__file__).parents[2]

VERTEL = """
import json, sys
from fairshare import link
from fairshare.export import Stempel, maak
from fairshare.gegevens import lees_regios
from fairshare.lezingen.rekenregels import rekenregels
from fairshare.lezingen.uitleg import leg_uit
from fairshare.model import bereken, omslag, speel
naam, boek, *vragen = sys.argv[1:]
regios, verteld = lees_regios(), []
for vraag in vragen:
    gelezen = link.lees(vraag, regios)
    uitkomst = bereken(regios["stedendriehoek"], gelezen.scenario)
    uitleg = leg_uit(uitkomst, "GM0262", naam, 2035)
    ronde, plek = speel(uitkomst, (), 0), uitkomst.bron.codes.index("GM0262")
    regio = {naam: uitkomst.regionaal(naam) for naam in ("capaciteit", "niet_geplaatst", "regulier", "mutaties")}
    lochem = {naam: float(uitkomst.per_gemeente(naam)[plek]) for naam in ("vrij", "capaciteit", "tekort")}
    namen = sorted(deel.naam for deel in uitleg.alle())
    verteld.append(
        {
            "fouten": [fout.melding for fout in gelezen.fouten],
            "link": link.kaal(gelezen.scenario),
            "regio": regio,
            "lochem": lochem,
            "omslag": omslag(uitkomst).reservering,
            "uitleg": [uitleg.waarde, uitleg.regel, uitleg.ingevuld, uitleg.symbolen, namen],
            "speltafel": [float(ronde.capaciteit[plek]), ronde.gat],
            "rekenregels": rekenregels(),
        }
    )
    if vraag == vragen[0]:
        open(boek, "wb").write(maak("xlsx", uitkomst, Stempel.van(uitkomst, link.schrijf(gelezen.scenario))))
json.dump(verteld, sys.stdout)
"""


def kopie(map_: Path) -> Path:
    """The package and its data, to change."""
    for naam in ("fairshare", "data", "docs"):
        shutil.copytree(WORTEL / naam, map_ / naam, ignore=shutil.ignore_patterns("__pycache__"))
    return map_


def python(map_: Path, *wat: str) -> str:
    klaar = subprocess.run(
        [sys.executable, *wat], cwd=map_, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(map_)}
    )
    assert klaar.returncode == 0, klaar.stderr
    return klaar.stdout


def vertel(map_: Path, naam: str, *vragen: str) -> list[dict]:
    """What everything that shows a figure says of each link, and a workbook of the first."""
    return json.loads(python(map_, "-c", VERTEL, naam, str(map_ / "boek.xlsx"), *vragen))


def vervang_in_return(bestand: Path, functie: str, nieuw: str) -> None:
    """Put another formula in the one `return` of a function; ``{oud}`` is what stood there."""
    tekst = bestand.read_text(encoding="utf-8")
    [def_] = [deel for deel in ast.parse(tekst).body if isinstance(deel, ast.FunctionDef) and deel.name == functie]
    [terug] = [deel.value for deel in ast.walk(def_) if isinstance(deel, ast.Return)]
    oud = ast.get_source_segment(tekst, terug)
    assert oud is not None and tekst.count(f"return {oud}") == 1
    bestand.write_text(tekst.replace(f"return {oud}", f"return {nieuw.format(oud=oud)}"), encoding="utf-8")


def vervang(bestand: Path, oud: str, nieuw: str) -> None:
    tekst = bestand.read_text(encoding="utf-8")
    assert tekst.count(oud) == 1, f"{oud!r} staat {tekst.count(oud)} keer in {bestand.name}"
    bestand.write_text(tekst.replace(oud, nieuw), encoding="utf-8")


@pytest.fixture(scope="module")
def negen_tiende(tmp_path_factory) -> tuple[Path, dict, dict]:
    """A copy in which capaciteit was made 0.9 times what it was: what was said before, and what is said now."""
    map_ = kopie(tmp_path_factory.mktemp("negen_tiende"))
    [was] = vertel(map_, "capaciteit", "")
    vervang_in_return(map_ / "fairshare/model/vergelijkingen.py", "capaciteit", "0.9 * ({oud})")
    [nu] = vertel(map_, "capaciteit", "")
    return map_, was, nu


def test_another_formula_in_one_function_moves_everything_together(negen_tiende):
    """Capaciteit times 0.9: engine, explanation, table game, break-even and document follow from the one `return`."""
    _, was, nu = negen_tiende
    assert (was["regio"]["capaciteit"], was["lochem"]["capaciteit"]) == (pytest.approx(955.5), pytest.approx(45))
    assert nu["regio"]["capaciteit"] == pytest.approx(859.95)
    assert nu["regio"]["niet_geplaatst"] == pytest.approx(310.05)
    assert nu["regio"]["regulier"] == pytest.approx(2325.05)
    assert nu["lochem"] == {"vrij": 150, "capaciteit": pytest.approx(40.5), "tekort": pytest.approx(46.5)}
    assert nu["omslag"] == pytest.approx(36.7346939 / 0.9)
    waarde, regel, ingevuld, symbolen, _ = nu["uitleg"]
    assert waarde == pytest.approx(40.5)
    assert regel == "0,9 × reservering × vrijkomende woningen"
    assert ingevuld == "0,9 × 30% × 150"
    assert symbolen.startswith(r"0{,}9\,")
    assert nu["speltafel"][0] == pytest.approx(40.5)
    assert nu["speltafel"][1] > was["speltafel"][1]
    anders = [
        (a, b) for a, b in zip(was["rekenregels"].splitlines(), nu["rekenregels"].splitlines(), strict=True) if a != b
    ]
    assert len(anders) == 2  # the words and the symbols of capaciteit, and nothing else
    assert all("0,9 ×" in b or r"0{,}9\," in b for _, b in anders)


@kantoor
def test_another_formula_in_one_function_is_in_the_workbook_too(negen_tiende, tmp_path):
    """LibreOffice computes 40.5 for Lochem, and goes on from there when someone types 35."""
    boek = (negen_tiende[0] / "boek.xlsx").read_bytes()
    zoals, getypt = aan_het_werk([Opdracht(boek), Opdracht(boek, {"Overzicht!B5": 35.0}, reken=False)], tmp_path)
    for bladen, capaciteit, lochem in ((zoals, 859.95, 40.5), (getypt, 0.9 * 1114.75, 0.9 * 52.5)):
        assert [rij[7] for rij in bladen["Overzicht"] if rij[6:7] == ["Capaciteit"]] == [pytest.approx(capaciteit)]
        assert [rij[2] for rij in bladen["Overzicht"] if rij[0] == "Lochem"] == [pytest.approx(lochem)]
        assert bladen["Overzicht"][4][7] == pytest.approx(1170 - capaciteit)


VELD = """    proefwoningen: Annotated[
        int,
        Getal(
            laag=0,
            hoog=2000,
            label="Proefwoningen",
            eenheid="woningen per jaar",
            groep="beleidskeuze",
            bron=EIGEN,
            hulp="Woningen die elk jaar bij wijze van proef vrijkomen.",
        ),
    ] = 0
"""


def met_proefwoningen(map_: Path) -> Path:
    """Add a parameter as CONTRIBUTING says: a field, what a link means where it is silent, and the equation that uses it."""
    vervang(map_ / "fairshare/scenario.py", "    alternatief: Annotated[\n", f"{VELD}    alternatief: Annotated[\n")
    link = map_ / "fairshare/link.py"
    tekst = link.read_text(encoding="utf-8")
    versie_2 = tekst.index("    2: {\n")
    link.write_text(tekst[:versie_2] + tekst[versie_2:].replace('        "alternatief": "0",\n', '        "proefwoningen": "0",\n        "alternatief": "0",\n', 1), encoding="utf-8")  # fmt: skip
    model = map_ / "fairshare/model/vergelijkingen.py"
    vervang_in_return(model, "buiten_mutaties", "{oud} + proefwoningen * gewicht")
    tekst = model.read_text(encoding="utf-8")
    einde = tekst.index(") -> Reeks:", tekst.index("def buiten_mutaties("))
    model.write_text(
        f"{tekst[:einde].rstrip().rstrip(',')}, proefwoningen: Reeks = 0.0{tekst[einde:]}", encoding="utf-8"
    )
    return map_


@pytest.fixture(scope="module")
def proef(tmp_path_factory) -> tuple[Path, list[dict]]:
    """A copy with the new parameter, and what it says of a link with it, one without, and an old one."""
    map_ = met_proefwoningen(kopie(tmp_path_factory.mktemp("proef")))
    return map_, vertel(map_, "vrij_zonder_keten", "proefwoningen=100", "", "v=1&reservering=35")


def test_a_new_parameter_takes_a_field_a_default_and_its_equation(proef):
    """A hundred proefwoningen, homes a year: link, engine, explanation and documents have it without another line.

    By hand: 3185 + 100 homes, 30% of it is 985.5, so 184.5 find none; Lochem has 150 + 100 x 87 / 1170.
    """
    map_, (nu, stil, oud) = proef
    assert (nu["fouten"], nu["link"]) == ([], "v=2&proefwoningen=100")
    assert nu["regio"]["capaciteit"] == pytest.approx(985.5)
    assert nu["regio"]["niet_geplaatst"] == pytest.approx(184.5)
    assert nu["regio"]["regulier"] == pytest.approx(2299.5)
    assert nu["regio"]["mutaties"] == pytest.approx(3185)
    assert nu["lochem"]["vrij"] == pytest.approx(150 + 100 * 87 / 1170)
    waarde, regel, ingevuld, _, delen = nu["uitleg"]
    assert waarde == pytest.approx(150 + 100 * 87 / 1170)
    assert regel == "mutaties uit de voorraad + vrijkomend buiten de mutaties"
    assert ingevuld == "150 + 7,4"
    assert "proefwoningen" in delen
    assert "*proefwoningen* × *gewicht volgens de sleutel*" in nu["rekenregels"]
    antwoord = json.loads(python(map_, "-m", "fairshare", "bereken", "proefwoningen=100", "--formaat", "json"))
    assert antwoord["scenario"]["proefwoningen"] == 100
    assert antwoord["regio"][-1]["niet_geplaatst"] == pytest.approx(184.5)
    assert "| proefwoningen | 0 | Proefwoningen | beleidskeuze | woningen per jaar | kies 0 tot en met 2000" in python(map_, "-m", "fairshare", "parameters")  # fmt: skip
    assert (stil["link"], stil["uitleg"][1]) == ("v=2", "mutaties uit de voorraad")
    assert stil["regio"]["niet_geplaatst"] == pytest.approx(214.5)
    assert oud["regio"]["niet_geplaatst"] == pytest.approx(55.25)


@kantoor
def test_a_new_parameter_is_a_live_cell_of_the_workbook(proef, tmp_path):
    """Yellow, named p_proefwoningen, and typing 200 in it computes 154.5."""
    map_, _ = proef
    boek = openpyxl.load_workbook(map_ / "boek.xlsx")
    blad, vak = boek.defined_names["p_proefwoningen"].attr_text.replace("$", "").split("!")
    assert (boek[blad][vak].value, boek[blad][vak].fill.fgColor.rgb) == (100, "FFFFF4CC")
    inhoud = (map_ / "boek.xlsx").read_bytes()
    zoals, getypt = aan_het_werk([Opdracht(inhoud), Opdracht(inhoud, {f"{blad}!{vak}": 200.0}, reken=False)], tmp_path)
    assert zoals["Overzicht"][4][7] == pytest.approx(184.5)
    assert getypt["Overzicht"][4][7] == pytest.approx(154.5)

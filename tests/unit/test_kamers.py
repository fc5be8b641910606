"""The rooms: who may import whom, and what stays out of the pages."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from inspect import ismodule
from pathlib import Path

import pytest

import fairshare
from fairshare import export, gegevens, model

WORTEL = Path(__file__).parents[2]
PAKKET = sorted((WORTEL / "fairshare").rglob("*.py"))
SCHERM = [WORTEL / "app.py", *sorted((WORTEL / "pages").rglob("*.py"))]

LAGEN = (
    "fairshare.lui",
    "fairshare.fouten",
    "fairshare.onthouden",
    "fairshare.kleuren",
    "fairshare.opmaak",
    "fairshare.parameters",
    "fairshare.scenario",
    "fairshare.weergave",
    "fairshare.gegevens",
    "fairshare.model",
    "fairshare.link",
    "fairshare.artikelen",
    "fairshare.antwoord",
    "fairshare.delen",
    "fairshare.vragen",
    "fairshare.lezingen",
    "fairshare.koppen",
    "fairshare.toetsing",
    "fairshare.verhaal",
    "fairshare.grafieken",
    "fairshare.besluit",
    "fairshare.export",
    "fairshare.zaal",
    "fairshare.dienst",
    "fairshare.opdrachten",
    "fairshare.__main__",
)
"""From the ground up: a room may only import from itself and from the rooms before it."""


def invoer(bestand: Path) -> Iterator[str]:
    """Every module that a file imports, written out in full."""
    for knoop in ast.walk(ast.parse(bestand.read_text(encoding="utf-8"))):
        if isinstance(knoop, ast.Import):
            yield from (naam.name for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def laag(module: str) -> int | None:
    return next((nummer for nummer, naam in enumerate(LAGEN) if module == naam or module.startswith(naam + ".")), None)


def module_van(bestand: Path) -> str:
    return ".".join(bestand.relative_to(WORTEL).with_suffix("").parts)


@pytest.mark.parametrize("bestand", PAKKET, ids=module_van)
def test_the_package_is_true_without_a_browser(bestand):
    """fairshare/ imports neither streamlit nor a page."""
    assert not [naam for naam in invoer(bestand) if naam.split(".")[0] in ("streamlit", "pages", "app")]


@pytest.mark.parametrize("bestand", PAKKET, ids=module_van)
def test_imports_run_one_way(bestand):
    """Nothing runs back up."""
    hier = laag(module_van(bestand))
    if hier is not None:
        omhoog = [naam for naam in invoer(bestand) if (daar := laag(naam)) is not None and daar > hier]
        assert not omhoog


@pytest.mark.parametrize("kamer", [fairshare, gegevens, model, export], ids=lambda kamer: kamer.__name__)
def test_every_name_of_a_room_is_there_and_never_a_module(kamer):
    """A file is loaded when a name from it is asked for, and a module then takes the place of a function of its name."""
    for bestand in PAKKET:
        import_module(module_van(bestand).removesuffix(".__init__"))
    assert not [naam for naam in kamer.__all__ if ismodule(getattr(kamer, naam))]
    assert set(kamer.__all__) <= set(dir(kamer))
    with pytest.raises(AttributeError, match="geen_naam"):
        _ = kamer.geen_naam


def test_every_room_has_a_place_in_the_order():
    """A new module must be given its place."""
    assert all(
        laag(module_van(bestand)) is not None for bestand in PAKKET if bestand != WORTEL / "fairshare/__init__.py"
    )


@pytest.mark.parametrize(
    "bestand",
    [b for b in PAKKET if b.parent.name != "gegevens"] + [b for b in SCHERM if b.name != "voorkant.py"],
    ids=module_van,
)
def test_only_gegevens_opens_files(bestand):
    """No open(), read_text, read_csv or DuckDB anywhere else, but for what the browser gets with a component."""
    tekst = bestand.read_text(encoding="utf-8")
    assert not re.search(r"\b(open|read_text|read_bytes|read_csv|read_parquet|write_text)\(|\bduckdb\b", tekst)


@pytest.mark.parametrize("bestand", SCHERM, ids=module_van)
def test_no_script_and_no_style_hides_in_python(bestand):
    """JavaScript and CSS stand in files of their own, where they are linted, formatted and tested."""
    tekst = bestand.read_text(encoding="utf-8").replace("<style>{vooraf}{tekst(bestand, 'css')}</style>", "")
    assert not re.search(r"<script|<style|export default|addEventListener|\{[^}]*[a-z-]+: [^}]*;\s*\}", tekst)


@pytest.mark.parametrize("bestand", sorted((WORTEL / "pages").glob("*.py")), ids=module_van)
def test_a_page_is_lay_out_and_words(bestand):
    """No SQL, no session state, no arithmetic on figures: only adding text and lists."""
    tekst = bestand.read_text(encoding="utf-8")
    assert "session_state" not in tekst
    assert not re.search(r"\bSELECT\b|\bbereken\(", tekst)
    if bestand.name != "__init__.py":
        assert "def render(beeld: Beeld)" in tekst
    sommen = [
        ast.unparse(knoop)
        for knoop in ast.walk(ast.parse(tekst))
        if isinstance(knoop, ast.BinOp) and isinstance(knoop.op, ast.Sub | ast.Div | ast.Pow | ast.Mod)
    ]
    assert not sommen


def test_the_package_loads_without_streamlit():
    """Even where streamlit is not there at all."""
    code = "import sys; sys.modules['streamlit'] = None; import fairshare.opdrachten, fairshare.grafieken"
    subprocess.run([sys.executable, "-c", code], check=True, cwd=WORTEL)


@pytest.mark.parametrize(
    "bestand", [b for b in PAKKET if "grafieken" not in b.parts and b.name[0] != "_"], ids=module_van
)
def test_a_public_function_of_the_model_explains_itself(bestand):
    """A docstring for every public function, and one example that runs for those of the model and the link."""
    for knoop in ast.parse(bestand.read_text(encoding="utf-8")).body:
        if isinstance(knoop, ast.FunctionDef) and not knoop.name.startswith("_"):
            assert ast.get_docstring(knoop), knoop.name


def bovenin(bestand: Path) -> Iterator[str]:
    """What a file imports when it is loaded itself."""
    for knoop in ast.parse(bestand.read_text(encoding="utf-8")).body:
        if isinstance(knoop, ast.ImportFrom) and knoop.module:
            yield from (f"{knoop.module}.{naam.name}" for naam in knoop.names)


def test_no_module_needs_itself_to_be_loaded():
    """Within a room too, and on the screen: data, equations, graph, inputs, outcome, questions, controls, pages; none comes back."""
    modules = {module_van(bestand).removesuffix(".__init__"): bestand for bestand in [*PAKKET, *SCHERM]}
    nodig = {
        module: {
            daar
            for naam in bovenin(bestand)
            if (daar := next((wie for wie in (naam, naam.rpartition(".")[0]) if wie in modules), ""))
            and daar != module
            and not module.startswith(f"{daar}.")
        }
        for module, bestand in modules.items()
        if bestand.name != "__init__.py"
    }
    volgorde = list(TopologicalSorter(nodig).static_order())  # raises CycleError with the ring
    plek = {module: volgorde.index(f"fairshare.model.{module}") for module in ("boom", "graaf", "vergelijkingen", "regels", "invoer", "rekening", "uitkomst", "rekenen", "omslag")}  # fmt: skip
    assert plek["boom"] < plek["graaf"] < plek["vergelijkingen"] < plek["invoer"] < plek["rekening"]
    assert plek["rekening"] < plek["uitkomst"] < plek["rekenen"] < plek["omslag"]
    assert plek["graaf"] < plek["regels"] < plek["invoer"]


def test_every_room_is_installed():
    """A folder of the package that pyproject.toml does not name is not there for who installs it."""
    mappen = {".".join(bestand.parent.relative_to(WORTEL).parts) for bestand in PAKKET}
    tekst = (WORTEL / "pyproject.toml").read_text(encoding="utf-8")
    genoemd = set(re.findall(r'"(fairshare[a-z.]*)"', tekst.split("[tool.setuptools]")[1].split("\n\n")[0]))
    assert mappen <= genoemd, f"noem {sorted(mappen - genoemd)} in pyproject.toml, tool.setuptools packages"

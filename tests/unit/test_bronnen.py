"""What stands in the source: nothing that a user supplies becomes markup, and no secrets."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

WORTEL = Path(__file__).parents[2]
SCHERM = [WORTEL / "app.py", *sorted((WORTEL / "pages").rglob("*.py"))]
HTML = ("st.html", "blad.html")
ONTSNAPT = ("escape", "opgemaakt", "rijkop")
STUK = "stuk['html']"
"""A piece: what went into it is looked at where it is made, by blad.html()."""


def module_van(bestand: Path) -> str:
    return ".".join(bestand.relative_to(WORTEL).with_suffix("").parts)


def aanroepen(boom: ast.AST) -> Iterator[ast.Call]:
    return (knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.Call))


def vaste_teksten(boom: ast.Module) -> set[str]:
    """The names at the top of a file that stand for a text without anything filled in."""
    return {
        doel.id
        for knoop in boom.body
        if isinstance(knoop, ast.Assign) and isinstance(knoop.value, ast.Constant)
        for doel in knoop.targets
        if isinstance(doel, ast.Name)
    }


def lek(tekst: ast.AST, vast: set[str], hier: dict[str, ast.AST]) -> list[str]:
    """The parts of a text that may hold what someone typed: neither fixed, nor escaped, nor made of such parts."""
    vrij = isinstance(tekst, ast.Call) and ast.unparse(tekst.func) in ONTSNAPT
    if isinstance(tekst, ast.Constant) or vrij or ast.unparse(tekst) == STUK:
        return []
    if isinstance(tekst, ast.Name):
        return [] if tekst.id in vast else lek(hier.pop(tekst.id, ast.Tuple([])), vast, hier)
    if isinstance(tekst, ast.JoinedStr | ast.BinOp | ast.FormattedValue | ast.GeneratorExp | ast.IfExp):
        delen = {
            ast.JoinedStr: lambda: tekst.values,
            ast.BinOp: lambda: [tekst.left, tekst.right],
            ast.FormattedValue: lambda: [tekst.value],
            ast.GeneratorExp: lambda: [tekst.elt],
            ast.IfExp: lambda: [tekst.body, tekst.orelse],
        }[type(tekst)]()
        return [fout for deel in delen for fout in lek(deel, vast, hier)]
    if isinstance(tekst, ast.Call) and ast.unparse(tekst.func) == "''.join":
        return lek(tekst.args[0], vast, hier)
    return [ast.unparse(tekst)]


def ontsnapt(bron: str, ook_vast: frozenset[str] = frozenset()) -> list[str]:
    """Every part of every st.html(), blad.html() and component in a source that is neither fixed nor escaped."""
    boom, fouten = ast.parse(bron), []
    vast = vaste_teksten(boom) | ook_vast
    for blok in [boom, *(knoop for knoop in ast.walk(boom) if isinstance(knoop, ast.FunctionDef))]:
        eigen = boom.body if blok is boom else blok.body
        hier = {ast.unparse(knoop.targets[0]): knoop.value for knoop in ast.walk(blok) if isinstance(knoop, ast.Assign)}
        for deel in eigen if blok is not boom else [k for k in eigen if not isinstance(k, ast.FunctionDef)]:
            for aanroep in aanroepen(deel):
                if ast.unparse(aanroep.func) in HTML:
                    fouten += lek(aanroep.args[0], vast, dict(hier))
                elif ast.unparse(aanroep.func).endswith("components.v2.component"):
                    for woord in aanroep.keywords:
                        fouten += lek(woord.value, vast, dict(hier))
    return fouten


SOORT = frozenset({"soort"})
"""The name of a style, a Literal in the signature of teksttabel."""


@pytest.mark.parametrize("bestand", [b for b in SCHERM if b.name != "voorkant.py"], ids=module_van)
def test_no_text_of_a_user_becomes_markup(bestand):
    """No unsafe_allow_html, no scripts, no iframes; in st.html() and components only fixed or escaped text."""
    bron = bestand.read_text(encoding="utf-8")
    assert not re.search(r"unsafe_allow|allow_javascript|components\.v1|\biframe\(|_repr_html_|st\.write\(", bron)
    assert '"klas":' not in bron or bestand.name == "blad.py"  # no piece is made behind the back of blad.html()
    assert not ontsnapt(bron, SOORT if bestand.name == "stukken.py" else frozenset())
    van_ons = re.findall(r"\bvoorkant\.\w+\(([^,)]*)", bron)
    assert set(van_ons) <= {"__file__", "DOEK"}  # what voorkant.py reads is ours


@pytest.mark.parametrize(
    ("bron", "aantal"),
    [
        ("st.html(f'<b>{naam}</b>')", 1),
        ("def f(naam):\n    st.html('<b>' + naam)", 1),
        ("def f(naam):\n    kop = ''.join(f'<th>{een}</th>' for een in naam)\n    st.html(f'{kop}')", 1),
        ("def f(naam):\n    kop = ''.join(f'<th>{escape(een)}</th>' for een in naam)\n    st.html(f'{kop}')", 0),
        ("HTML = '<b>'\nst.html(HTML)", 0),
        ("st.html(f'<b>{escape(naam)}</b>' if naam else '<b>')", 0),
        ("st.html('<b>' if vet else f'<i>{naam}</i>')", 1),
        ("st.html(naam.upper())", 1),
        ("blad.html(f'<b>{naam}</b>')", 1),
        ("blad.html(f'<b>{escape(naam)}</b>')", 0),
        ("X = st.components.v2.component('x', html=naam)", 1),
    ],
)
def test_the_check_on_markup_sees_what_it_must(bron, aantal):
    """It finds a name, a sum, a loop and a call; it lets through what is fixed or escaped."""
    assert len(ontsnapt(bron)) == aantal


GEHEIM = re.compile(
    r"-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"
    r"|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bglpat-[A-Za-z0-9_-]{20}|\bxox[abprs]-[A-Za-z0-9-]{10}"
    r"|\beyJ[A-Za-z0-9_-]{15,}\.eyJ[A-Za-z0-9_-]{15,}\."
    r"|://[^/\s:@\"'{}]+:[^/\s:@\"'{}]+@"
    r"|(?i:(?:secret|password|wachtwoord|token|api_?key)\w*[\"']?\s*[=:]\s*[\"'](?!\.\.\.|een lange|proef)[^\"'\s{}]{8,}[\"'])"
)
"""Keys, tokens, a password in an address, and a long text without spaces given to a name that says it is a secret."""


def in_de_boom() -> list[Path]:
    """The files that git keeps; without git every file outside hidden folders."""
    klaar = subprocess.run(["git", "ls-files", "-z"], cwd=WORTEL, capture_output=True, text=True)
    paden = [WORTEL / naam for naam in klaar.stdout.split("\0") if naam]
    return paden or [
        pad for pad in WORTEL.rglob("*") if not any(deel[0] == "." for deel in pad.relative_to(WORTEL).parts)
    ]


def test_no_secret_is_in_the_tree():
    """No file of secrets and nothing that looks like one; both ignore files keep them out."""
    paden = [pad for pad in in_de_boom() if pad.is_file()]
    assert len(paden) > 100
    assert not [
        pad for pad in paden if pad.name in ("secrets.toml", ".env", "id_rsa") or pad.suffix in (".pem", ".key")
    ]
    fouten = {}
    for pad in paden:
        gevonden = GEHEIM.search(pad.read_bytes().decode("utf-8", "ignore"))
        if gevonden and pad != Path(__file__):
            fouten[pad.name] = gevonden[0]
    assert not fouten
    assert "/.streamlit/secrets.toml" in (WORTEL / ".gitignore").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "tekst",
    [
        "-----BEGIN RSA PRIVATE KEY-----",
        "AKIA" + "A1" * 8,
        "https://jan:geheim@example.nl/",
        'client_secret = "8f14e45fceea167a"',
        "cookie_secret: 'c9f0f895fb98ab91'",
        "ghp_" + "a1" * 18,
    ],
)
def test_the_check_on_secrets_sees_what_it_must(tekst):
    """Each kind of secret, as it would stand in a file."""
    assert GEHEIM.search(tekst)

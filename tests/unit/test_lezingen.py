"""The readings of an equation: its tree, its words, its symbols and its formula all say what the function does."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest

from fairshare.lezingen.rekenregels import rekenregels
from fairshare.lezingen.talen import FORMULE, LATEX, WOORDEN
from fairshare.lezingen.uitleg import symbool
from fairshare.model.boom import DOE, NAAM, VAST, Knoop, gemaakt, opgetekend, som_over, vereenvoudigd
from fairshare.model.graaf import SOM, VERGELIJKINGEN, VORIGE, Plan, vergelijking, wortel
from fairshare.model.invoer import INVOER, per_gemeente
from fairshare.parameters import Keuze
from fairshare.scenario import Scenario

FORMULES = [naam for naam, som in VERGELIJKINGEN.items() if not som.algoritme]
WOORD = {"toewijzingen_bekend": ("ja", "nee"), "grenzen": ("ja", "nee"), "begin": ("gemeente", "regio", "doel")} | {
    naam: tuple(wat.opties) for naam, wat in Scenario.parameters().items() if isinstance(wat, Keuze)
}
"""What the words among the inputs can be."""

KAN_ONBEKEND = {"afwijking", "afwijking_jaar"}

NOOIT_NUL = {"mutatiegraad_2024"}
"""What is measured on mutaties that were there."""


def waarde(naam: str, kans: np.random.Generator) -> Any:
    """A value that a part can have; often 0 or 1, because there the branches part."""
    kern = wortel(naam)
    if kern in WOORD:
        return str(kans.choice(WOORD[kern]))
    if kern in KAN_ONBEKEND and kans.random() < 0.5:
        return float("nan")
    soort = VERGELIJKINGEN[kern].soort if kern in VERGELIJKINGEN else INVOER[kern].soort
    if soort == "jaartal":
        return float(kans.integers(2024, 2041))
    if kans.random() < 0.2 and kern not in NOOIT_NUL:
        return 0.0
    return float(kans.random()) if soort == "deel" else float(np.round(1000 * kans.random(), 3))


def gevallen(naam: str, aantal: int = 60) -> Iterator[dict[str, Any]]:
    kans = np.random.default_rng(sum(map(ord, naam)))
    for _ in range(aantal):
        yield {deel: waarde(deel, kans) for deel in VERGELIJKINGEN[naam].delen}


def van_de_functie(naam: str, waarden: dict[str, Any]) -> float:
    with np.errstate(all="ignore"):
        return float(
            VERGELIJKINGEN[naam].functie(
                *(np.asarray(deel) if isinstance(deel, str) else np.float64(deel) for deel in waarden.values())
            )
        )


class Rekenblad:
    """A spreadsheet that knows as much as our formulas need: arithmetic from left to right, texts, and eight functions."""

    TEKEN = re.compile(r'\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?)|("[^"]*")|(<=|>=|<>|[-+*/^=<>(),])|([A-Za-z_][A-Za-z_0-9]*))')

    def __init__(self, formule: str, cellen: dict[str, Any]) -> None:
        self._delen = list(self.TEKEN.finditer(formule))
        assert "".join(deel.group() for deel in self._delen) == formule
        self._plek, self._cellen = 0, cellen

    def uitkomst(self) -> float:
        """A number; nan where a spreadsheet shows an error or nothing."""
        try:
            uit = self._vergelijk()
        except (ZeroDivisionError, TypeError):
            uit = ""
        else:
            assert self._plek == len(self._delen)
        return float("nan") if isinstance(uit, str) else float(uit)

    def _zie(self) -> str:
        return self._delen[self._plek].group().strip() if self._plek < len(self._delen) else ""

    def _neem(self) -> str:
        self._plek += 1
        return self._delen[self._plek - 1].group().strip()

    def _reeks(self, onder: Callable[[], Any], doen: dict[str, Callable[[Any, Any], Any]]) -> Any:
        uit = onder()
        while self._zie() in doen:
            doe = doen[self._neem()]
            uit = doe(uit, onder())
        return uit

    def _vergelijk(self) -> Any:
        return self._reeks(
            self._som,
            {
                "=": lambda a, b: a == b,
                "<>": lambda a, b: a != b,
                "<": lambda a, b: a < b,
                "<=": lambda a, b: a <= b,
                ">": lambda a, b: a > b,
                ">=": lambda a, b: a >= b,
            },
        )

    def _som(self) -> Any:
        return self._reeks(self._keer, {"+": lambda a, b: a + b, "-": lambda a, b: a - b})

    def _keer(self) -> Any:
        return self._reeks(self._macht, {"*": lambda a, b: a * b, "/": lambda a, b: a / b})

    def _macht(self) -> Any:
        return self._reeks(self._een, {"^": lambda a, b: a**b})

    def _een(self) -> Any:
        deel = self._neem()
        if deel == "(":
            uit = self._vergelijk()
            assert self._neem() == ")"
            return uit
        if deel[0] == '"':
            return deel[1:-1]
        if deel[0].isdigit():
            return float(deel)
        if self._zie() == "(":
            return self._functie(deel)
        cel = self._cellen[deel]
        return "" if cel != cel else cel

    def _functie(self, naam: str) -> Any:
        self._neem()
        begin = self._plek
        grenzen = self._argumenten()
        self._plek = begin
        if naam == "IF":  # only the branch that is taken is computed
            keuze = self._op(grenzen[0])
            uit = self._op(grenzen[1] if keuze else grenzen[2])
        else:
            delen = [self._op(grens) for grens in grenzen]
            uit = {
                "MAX": lambda *a: max(a),
                "MIN": lambda *a: min(a),
                "AND": lambda *a: all(a),
                "OR": lambda *a: any(a),
                "NOT": lambda a: not a,
                "SQRT": lambda a: a**0.5,
                "ABS": abs,
                "INT": lambda a: np.floor(a),
                "ISNUMBER": lambda a: not isinstance(a, str),
            }[naam](*delen)
        self._plek = grenzen[-1][1] + 1
        return uit

    def _argumenten(self) -> list[tuple[int, int]]:
        """Where each argument begins and ends, up to the bracket that closes the function."""
        diep, begin, grenzen = 0, self._plek, []
        for plek in range(self._plek, len(self._delen)):
            teken = self._delen[plek].group().strip()
            diep += (teken == "(") - (teken == ")")
            if (teken == "," and diep == 0) or diep < 0:
                grenzen.append((begin, plek))
                begin = plek + 1
            if diep < 0:
                return grenzen
        raise AssertionError("een haakje te weinig")

    def _op(self, grens: tuple[int, int]) -> Any:
        self._plek = grens[0]
        uit = self._vergelijk()
        assert self._plek == grens[1]
        return uit


def test_the_spreadsheet_of_this_test_can_count():
    """Powers and differences from left to right, and only the branch that is taken."""
    cellen = {"a": 2.0, "leeg": float("nan"), "woord": "ja"}
    for formule, uit in (
        ("a^3^2", 64),
        ("10-4-3", 3),
        ("(0-a)*3", -6),
        ('IF(woord="ja",MAX(1,a),leeg/0)', 2),
        ("IF(NOT(ISNUMBER(leeg)),7,leeg)", 7),
        ("1-1/4", 0.75),
        ("INT(7/2)+ABS(0-a)+SQRT(16)", 9),
        ("IF(AND(a>1,OR(a=3,a<>3)),1,0)", 1),
    ):
        assert Rekenblad(formule, cellen).uitkomst() == uit, formule
    assert np.isnan(Rekenblad("leeg+1", cellen).uitkomst())
    assert np.isnan(Rekenblad("a/0", cellen).uitkomst())


@pytest.mark.parametrize("naam", FORMULES)
def test_the_tree_of_an_equation_computes_what_its_function_does(naam):
    """With random numbers and words: recorded, made into a function again, and with parts of it filled in beforehand."""
    boom = VERGELIJKINGEN[naam].boom
    for nummer, waarden in enumerate(gevallen(naam)):
        moet = van_de_functie(naam, waarden)
        als_reeks = {
            deel: np.asarray(een) if isinstance(een, str) else np.float64(een) for deel, een in waarden.items()
        }
        bekend = {deel: een for n, (deel, een) in enumerate(waarden.items()) if (nummer >> n) & 1}
        with np.errstate(all="ignore"):
            for wat in (boom, vereenvoudigd(boom, bekend), vereenvoudigd(boom, waarden)):
                np.testing.assert_allclose(float(gemaakt(wat)(als_reeks)), moet, rtol=1e-12, atol=1e-12)
    assert set(boom.namen()) == set(VERGELIJKINGEN[naam].delen)


@pytest.mark.parametrize("naam", FORMULES)
def test_the_formula_of_a_spreadsheet_computes_what_the_function_does(naam):
    """What is unknown is an empty text or an error there."""
    formule = FORMULE.schrijf(VERGELIJKINGEN[naam].boom, lambda deel: deel)
    for waarden in gevallen(naam):
        moet = van_de_functie(naam, waarden)
        if np.isinf(moet):
            continue  # a division by 0 that no branch keeps off: an error in a spreadsheet
        np.testing.assert_allclose(Rekenblad(formule, waarden).uitkomst(), moet, rtol=1e-9, atol=1e-9, err_msg=formule)


@pytest.mark.parametrize("naam", FORMULES)
def test_words_and_symbols_name_every_part(naam):
    """The label of each part stands in the words, its symbol in the LaTeX, and brackets and braces close."""
    boom = VERGELIJKINGEN[naam].boom
    woorden = WOORDEN.schrijf(boom, lambda deel: f"[{deel}]")
    latex = LATEX.schrijf(boom, symbool)
    for deel in boom.namen():
        assert f"[{deel}]" in woorden
        assert symbool(deel) in latex
    for tekst, open_, dicht in ((woorden, "(", ")"), (latex, "{", "}"), (latex, "(", ")"), (latex, r"\begin", r"\end")):
        assert tekst.count(open_) == tekst.count(dicht), tekst
    assert not re.search(r"\d\.\d", woorden + latex), "a decimal point"


ENKEL = ("kwadraat", "wortel", "abs", "neg", "floor", "isnan", "~")

GELEZEN: dict[str, Callable[[float, float], Any]] = {
    r"A \+ ?B|A\+B": lambda a, b: a + b,
    r"A ?[−-] ?B": lambda a, b: a - b,
    r"A × B|A\\,B|A\*B": lambda a, b: a * b,
    r"A ÷ B|\\frac{A}{B}|A/B": lambda a, b: a / b,
    r"A tot de macht B|A\^{B}|A\^B": lambda a, b: a**b,
    r"A in het kwadraat|A\^2": lambda a, b: a * a,
    r"de wortel van A|\\sqrt{A}|SQRT\(A\)": lambda a, b: a**0.5,
    r"de grootte van A|\|A\||ABS\(A\)": lambda a, b: abs(a),
    r"[−-]A|\(0-A\)": lambda a, b: -a,
    r"het grootste van A en B|\\max\(A, B\)|MAX\(A,B\)": lambda a, b: max(a, b),
    r"het kleinste van A en B|\\min\(A, B\)|MIN\(A,B\)": lambda a, b: min(a, b),
    r"A naar beneden afgerond|\\lfloor A \\rfloor|INT\(A\)": lambda a, b: a // 1,
    r"A onbekend is|A\\ \\text{onbekend}|NOT\(ISNUMBER\(A\)\)": lambda a, b: a != a,
    r"A minder is dan B|A ?< ?B": lambda a, b: a < b,
    r"A hoogstens B is|A \\le B|A<=B": lambda a, b: a <= b,
    r"A meer is dan B|A ?> ?B": lambda a, b: a > b,
    r"A minstens B is|A \\ge B|A>=B": lambda a, b: a >= b,
    r"A B is|A ?= ?B": lambda a, b: a == b,
    r"A niet B is|A \\ne B|A<>B": lambda a, b: a != b,
    r"A en B|A \\wedge B|AND\(A,B\)": lambda a, b: bool(a) and bool(b),
    r"A of B|A \\vee B|OR\(A,B\)": lambda a, b: bool(a) or bool(b),
    r"niet geldt dat A|\\neg\(A\)|NOT\(A\)": lambda a, b: not a,
    r"A als B; anders 3|\\begin{cases}A & B \\\\ 3 & \\text{anders}\\end{cases}|IF\(B,A,3\.0\)": lambda a, b: (
        a if b else 3.0
    ),
}
"""What someone reads in an operation between A and B, or with A alone, in words, in symbols and in a spreadsheet."""


PAREN = ((7.5, 2.0), (2.0, 7.5), (2.0, 2.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0), (float("nan"), 1.0))


@pytest.mark.parametrize("taal", [WOORDEN, LATEX, FORMULE], ids=["woorden", "symbolen", "formule"])
def test_every_operation_is_read_as_what_it_does(taal):
    """One at a time, with numbers above, below and at each other: no sign or word says another operation."""
    a, b, drie = Knoop(NAAM, waarde="A"), Knoop(NAAM, waarde="B"), Knoop(VAST, waarde=3.0)
    for soort, doe in DOE.items():
        delen = (b, a, drie) if soort == "als" else (a,) if soort in ENKEL else (a, b)
        tekst = taal.schrijf(Knoop(soort, delen), str)
        (lees,) = [functie for vorm, functie in GELEZEN.items() if re.fullmatch(vorm, tekst)]
        for links, rechts in PAREN:
            if (soort in "&|~" and links not in (0, 1)) or (soort == "als" and rechts not in (0, 1)):
                continue  # only a yes or a no
            with np.errstate(all="ignore"):
                op = (bool(rechts), links, 3.0) if soort == "als" else (links, rechts)[: len(delen)]
                moet = doe(*map(bool, op)) if soort in "&|~" else doe(*op)
            if not np.isinf(moet):
                np.testing.assert_equal(float(lees(links, rechts)), float(moet), err_msg=f"{tekst} {links} {rechts}")


def test_a_bound_is_said_as_the_bound_that_it_is():
    """The larger of A and 3 is at least 3, the smaller at most."""
    a, drie = Knoop(NAAM, waarde="A"), Knoop(VAST, waarde=3.0)
    woorden = [WOORDEN.schrijf(Knoop(soort, (a, drie)), str) for soort in ("max", "min")]
    assert woorden == ["A, minstens 3", "A, hoogstens 3"]


def test_an_equation_reads_as_someone_would_say_it():
    """Brackets only where they change something, a share of three as a fraction, a comma for the point."""

    def som(a, b, c):
        return (a + b) * c - (a - (b - c)) / 3 + np.where((a > 0.5) & (b == "ja"), np.maximum(0, a), 2 / 3)

    boom = opgetekend(som)
    assert WOORDEN.schrijf(boom, str) == (
        "(a + b) × c − (a − (b − c)) ÷ 3 + ((a, minstens 0) als a meer is dan 0,5 en b ‘ja’ is; anders 2/3)"
    )
    assert FORMULE.schrijf(boom, str) == '(a+b)*c-(a-(b-c))/3.0+IF(AND(a>0.5,b="ja"),MAX(0.0,a),2/3)'
    assert LATEX.schrijf(boom, str) == (
        r"(a + b)\,c - \frac{a - (b - c)}{3} + \begin{cases}\max(0, a) & a > 0{,}5 \wedge b = \text{ja} \\ 2/3 & \text{anders}\end{cases}"
    )


@pytest.mark.parametrize("naam", [naam for naam in FORMULES if per_gemeente(naam)])
def test_a_sum_by_the_sums_of_the_parts_is_the_sum(naam):
    """Where the sum over gemeenten is taken from the sums of the parts, it is that sum."""
    boom = som_over(VERGELIJKINGEN[naam].boom, per_gemeente)
    if boom is None:
        return
    kans = np.random.default_rng(3)
    for _ in range(5):
        los = {deel: waarde(deel, kans) for deel in VERGELIJKINGEN[naam].delen}
        reeksen = {
            deel: kans.random(4) if per_gemeente(deel.removeprefix(VORIGE)) and not isinstance(een, str) else een
            for deel, een in los.items()
        }
        reeksen |= {
            deel: np.sum(reeksen[kern]) for deel in reeksen if SOM in deel and (kern := wortel(deel)) in reeksen
        }
        sommen = {f"{SOM}{deel}": np.sum(reeks) for deel, reeks in reeksen.items() if not isinstance(reeks, str)}
        samen = np.sum(VERGELIJKINGEN[naam].functie(*reeksen.values()))
        assert float(gemaakt(boom)({**reeksen, **sommen})) == pytest.approx(float(samen))


def test_what_cannot_be_recorded_is_refused():
    """An `if`, a loop over an array or another function of numpy would be left out of the readings without a word."""
    for som in (
        lambda a: 1.0 if a > 0 else 0.0,
        lambda a: a > 0 and a < 1,
        np.exp,
        np.sum,
        lambda a: np.select([a > 0], [a], 0.0),
        lambda a: np.add.reduce(a),
    ):
        functie = som if hasattr(som, "__code__") else (lambda doe: lambda a: doe(a))(som)
        with pytest.raises(TypeError, match="vergelijking"):
            opgetekend(functie)


def test_what_is_known_is_left_out_and_no_more():
    """x + 0, 1 x, a branch not taken; but a 0 that is only perhaps 0 stays."""
    a, b = Knoop(NAAM, waarde="a"), Knoop(NAAM, waarde="b")
    for boom, bekend, over in (
        (a + b, {"b": 0.0}, "a"),
        (a - b, {"b": 0.0}, "a"),
        (b - a, {"b": 0.0}, "(- 0.0 a)"),
        (a * b, {"b": 1.0}, "a"),
        (a * b, {"b": 0.0}, "0"),
        (a / b, {"b": 1.0}, "a"),
        (b / a, {"b": 0.0}, "0.0"),
        (a + b, {"b": 1.0}, "(+ a 1.0)"),
        ((a > 0) & (b == "ja"), {"b": "ja"}, "(> a 0)"),
        ((a > 0) | (b == "ja"), {"b": "ja"}, "True"),
        (np.where(b == "ja", a, 2 * a), {"b": "nee"}, "(* 2 a)"),
        (np.where(a > 0, b, 2 * b), {"b": 0.0}, "(als (> a 0) 0.0 0.0)"),
    ):
        assert repr(vereenvoudigd(boom, bekend)) == over, boom


def test_a_figure_is_computed_in_one_place():
    """A second function of the same name elsewhere is refused."""

    def tekort(vraag, capaciteit):
        return vraag - capaciteit

    with pytest.raises(TypeError, match="tekort is al een vergelijking"):
        vergelijking("Tekort", 7)(tekort)
    assert VERGELIJKINGEN["tekort"].functie is not tekort


def test_every_part_is_a_figure_or_an_input_and_each_comes_before_what_it_is_in():
    """No name in an equation stands for nothing, and the order of the workbook has no rings within a year."""
    for naam, som in VERGELIJKINGEN.items():
        vreemd = [deel for deel in som.delen if wortel(deel) not in VERGELIJKINGEN.keys() | INVOER.keys()]
        assert not vreemd, (naam, vreemd)
    gehad: set[str] = set()
    for naam in Plan({}, per_gemeente).volgorde:
        delen = [deel for deel in VERGELIJKINGEN[naam].delen if VORIGE not in deel and wortel(deel) in VERGELIJKINGEN]
        assert {wortel(deel) for deel in delen} <= gehad, naam
        gehad.add(naam)
    assert gehad == set(VERGELIJKINGEN)


def test_the_document_of_the_equations_has_each_in_its_words_and_symbols():
    """Number, label, name, words and LaTeX, or the words of a rule."""
    tekst = rekenregels()
    for naam, som in VERGELIJKINGEN.items():
        assert f"**{som.label}** (`{naam}`)" in tekst
        if som.algoritme:
            assert f"{som.algoritme}. Een rekenwijze, geen formule" in tekst
        else:
            assert LATEX.schrijf(som.boom, symbool) in tekst
    assert [int(kop) for kop in re.findall(r"^## (\d+)$", tekst, re.MULTILINE)] == sorted({som.nummer for som in VERGELIJKINGEN.values()})  # fmt: skip
    assert VAST == "vast"

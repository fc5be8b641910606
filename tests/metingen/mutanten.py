"""Mutants of the equations: the functions that are registered by a decorator, which the mutation tool passes over.

Each mutant is one small fault in one equation (another operator, bound, constant or order). It lives in a process of its own and
is held against the oracle in plain Python on random regions and scenarios, and against the worked case in its docstring.
``make mutaties`` runs it; what survives is printed.
"""

import ast
import copy
import doctest
import os
import random
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any

from fairshare.fouten import FairshareError
from fairshare.model import regels, vergelijkingen
from fairshare.model.graaf import VERGELIJKINGEN
from tests.unit import trekken

GEVALLEN = 500
REKENEN = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Div, ast.Div: ast.Mult, ast.Pow: ast.Mult}
ANDERS: dict[type, type] = {
    **REKENEN,
    **{ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq},
    **{ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd, ast.USub: ast.UAdd},
}
NAMEN = {"minimum": "maximum", "maximum": "minimum", "argmax": "argmin", "max": "min", "any": "all", "all": "any"}


def fouten(functie: ast.FunctionDef) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Give every mutant of a function with what is other in it; words and types are left alone."""
    plekken = [k for zin in functie.body[1:] for k in ast.walk(zin)]
    for nummer, knoop in enumerate(plekken):
        for wat, verander in _veranderingen(knoop):
            kopie = copy.deepcopy(functie)
            ander = [k for zin in kopie.body[1:] for k in ast.walk(zin)][nummer]
            verander(ander)
            yield f"{functie.name}:{getattr(knoop, 'lineno', functie.lineno)} {wat}", kopie


def _veranderingen(knoop: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(knoop, ast.BinOp | ast.UnaryOp) and type(knoop.op) in ANDERS:
        nieuw = ANDERS[type(knoop.op)]
        yield f"{ast.unparse(knoop)} -> {nieuw.__name__}", lambda k: setattr(k, "op", nieuw())
    if isinstance(knoop, ast.Compare) and type(knoop.ops[0]) in ANDERS:
        ops = ANDERS[type(knoop.ops[0])]
        yield f"{ast.unparse(knoop)} -> {ops.__name__}", lambda k: setattr(k, "ops", [ops()])
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, int | float) and not isinstance(knoop.value, bool):
        yield f"{knoop.value} -> {knoop.value + 1}", lambda k: setattr(k, "value", k.value + 1)
    if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str):
        yield f"{knoop.value!r} -> 'XX'", lambda k: setattr(k, "value", "XX")
    if isinstance(knoop, ast.Attribute) and knoop.attr in NAMEN:
        yield f"{knoop.attr} -> {NAMEN[knoop.attr]}", lambda k: setattr(k, "attr", NAMEN[k.attr])
    if isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "np.where":
        yield f"{ast.unparse(knoop)} swapped", lambda k: k.args.__setitem__(slice(1, 3), k.args[2:0:-1])


def mutanten(module: ModuleType) -> Iterator[tuple[str, str, ast.FunctionDef]]:
    boom = ast.parse(open(module.__file__ or "", encoding="utf-8").read())  # noqa: PTH123, SIM115
    for functie in boom.body:
        if isinstance(functie, ast.FunctionDef) and functie.decorator_list:
            for wat, kopie in fouten(functie):
                yield functie.name, wat, kopie


def leeft(module: ModuleType, naam: str, kopie: ast.FunctionDef, gevallen: list[Any]) -> bool:
    """Whether nothing tells a mutant from the equation; runs in a process of its own."""
    kopie.decorator_list = []
    exec(compile(ast.fix_missing_locations(ast.Module([kopie], [])), naam, "exec"), vars(module))
    nieuw = getattr(module, naam)
    VERGELIJKINGEN[naam] = replace(VERGELIJKINGEN[naam], functie=nieuw)
    zoeker, renner = doctest.DocTestFinder(recurse=False), doctest.DocTestRunner(verbose=False)
    for proef in zoeker.find(nieuw, naam, globs=dict(vars(module))):
        if renner.run(proef, out=lambda _: None).failed:
            return False
    return all(trekken.vergelijk(regio, scenario) == "" for regio, scenario in gevallen)


def main() -> int:
    gevallen = []
    for nummer in range(GEVALLEN):
        kans = random.Random(f"mutanten-{nummer}")
        regio = trekken.een_regio(kans.randint)
        gevallen.append((regio, trekken.een_scenario(kans.randint, regio, kans.choice((2, 3, 6, 12)))))
    antwoorden: dict[int, Any] = {}
    for regio, scenario in gevallen:
        try:
            antwoorden[id(scenario)] = trekken.naslag(regio, scenario)
        except ValueError as fout:
            antwoorden[id(scenario)] = fout

    def onthouden(_: Any, scenario: Any) -> Any:
        antwoord = antwoorden[id(scenario)]
        if isinstance(antwoord, ValueError):
            raise antwoord
        return antwoord

    trekken.naslag = onthouden  # type: ignore[assignment]
    samen = over = 0
    for module in (vergelijkingen, regels):
        for naam, wat, kopie in mutanten(module):
            samen += 1
            kind = os.fork()
            if not kind:
                try:
                    over_ = leeft(module, naam, kopie, gevallen)
                except (ArithmeticError, FairshareError, LookupError, TypeError, ValueError, AssertionError, NameError):
                    over_ = False
                os._exit(int(over_))
            if os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1]) == 1:
                over += 1
                print("leeft:", wat, flush=True)
    print(f"{samen - over} van {samen} gedood ({100 * (samen - over) / samen:.1f}%)")
    return int(over > 0.05 * samen)


if __name__ == "__main__":
    sys.exit(main())

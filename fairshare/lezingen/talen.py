"""Writing the tree of an equation in words, in LaTeX and as a formula of a spreadsheet."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from fairshare.model.boom import NAAM, VAST, Knoop
from fairshare.opmaak import precies

_STERK, _LOS = 9, 0
"""How strongly the parts of what needs no brackets hold together, and of what always does as a part of something else."""

KRACHT: Mapping[str, int] = {
    "|": 1,
    "&": 2,
    "==": 3,
    "!=": 3,
    "<": 3,
    "<=": 3,
    ">": 3,
    ">=": 3,
    "+": 4,
    "-": 4,
    "*": 5,
    "/": 5,
    "neg": 6,
    "**": 7,
    "kwadraat": 7,
}
"""How strongly an operation between two parts holds them together."""

_NIET_OM_TE_DRAAIEN = ("-", "/", "**")


@dataclass(frozen=True)
class Taal:
    """How a tree is written: a pattern for each operation, a number, a word, and brackets."""

    patronen: Mapping[str, str]
    getal: Callable[[float], str]
    woord: Callable[[str], str]
    haakjes: str
    omsloten: frozenset[str] = frozenset()
    """The operations that need no brackets around them or their parts, because they bring their own."""
    minstens: str = ""
    """The pattern for the larger of something and a number, where that has a word of its own."""
    hoogstens: str = ""
    gevallen: tuple[str, str, str] | None = None
    """How a case of a choice is written, what stands between two, and how they end with what holds otherwise."""
    opsomming: tuple[str, str] | None = None
    """How the parts of a larger or smaller of more than two are put behind each other."""

    def schrijf(self, boom: Knoop, naam: Callable[[str], str]) -> str:
        """Write a tree; ``naam`` says how a name is written."""
        return self._deel(boom, naam)[0]

    def _deel(self, boom: Knoop, naam: Callable[[str], str]) -> tuple[str, int]:
        if boom.soort == NAAM:
            return naam(boom.waarde), _STERK
        if boom.soort == VAST:
            return self._vast(boom.waarde)
        if boom.soort in ("max", "min") and (grens := self._grens(boom, naam)):
            return grens
        if boom.soort == "als" and self.gevallen:
            return self._gevallen(boom, naam)
        if boom.soort in ("max", "min") and self.opsomming:
            komma, en = self.opsomming
            *eerst, laatst = [self._in(deel, boom.soort, 0, naam) for deel in _samen(boom)]
            return self.patronen[boom.soort].format(komma.join(eerst), laatst, en=en), _LOS
        kracht = _STERK if boom.soort in self.omsloten else KRACHT.get(boom.soort, _LOS)
        delen = [self._in(deel, boom.soort, plek, naam) for plek, deel in enumerate(boom.delen)]
        return self.patronen[boom.soort].format(*delen), kracht

    def _gevallen(self, boom: Knoop, naam: Callable[[str], str]) -> tuple[str, int]:
        """Write a choice after a choice as cases behind each other."""
        assert self.gevallen
        een, tussen, anders = self.gevallen
        rijen = []
        while boom.soort == "als":
            wanneer, dan, boom = boom.delen
            rijen.append(een.format(self._in(dan, "als", 0, naam), self._deel(wanneer, naam)[0]))
        return anders.format(
            tussen.join(rijen), self._in(boom, "als", 0, naam)
        ), _STERK if "als" in self.omsloten else _LOS

    def _in(self, deel: Knoop, soort: str, plek: int, naam: Callable[[str], str]) -> str:
        """Write a part, in brackets where it would otherwise be read as something else."""
        tekst, kracht = self._deel(deel, naam)
        if soort in self.omsloten:
            return tekst
        eigen = KRACHT.get(soort, _LOS)
        los = kracht < eigen or (kracht == eigen and plek and soort in _NIET_OM_TE_DRAAIEN) or kracht == _LOS
        return self.haakjes.format(tekst) if los else tekst

    def _grens(self, boom: Knoop, naam: Callable[[str], str]) -> tuple[str, int] | None:
        """Write the larger of something and a number as "something, minstens number"."""
        patroon = self.minstens if boom.soort == "max" else self.hoogstens
        vast = [plek for plek, deel in enumerate(boom.delen) if deel.soort == VAST]
        if not patroon or len(vast) != 1:
            return None
        ander, grens = boom.delen[1 - vast[0]], boom.delen[vast[0]]
        return patroon.format(self._in(ander, "", 0, naam) if self._deel(ander, naam)[1] == _LOS else self._deel(ander, naam)[0], self._deel(grens, naam)[0]), _LOS  # fmt: skip

    def _vast(self, waarde: Any) -> tuple[str, int]:
        if isinstance(waarde, str):
            return self.woord(waarde), _STERK
        tekst = self.getal(float(waarde))
        return tekst, KRACHT["neg"] if tekst.startswith(("-", "−")) else KRACHT["/"] if "/" in tekst else _STERK


def _samen(boom: Knoop) -> list[Knoop]:
    """Give the parts of a smaller of a smaller as parts of one."""
    return [los for deel in boom.delen for los in (_samen(deel) if deel.soort == boom.soort else [deel])]


def _breuk(getal: float) -> str:
    """Write a number that is a simple part of 1 as such, "" when it is not."""
    deel = Fraction(getal).limit_denominator(12)
    return (
        f"{deel.numerator}/{deel.denominator}"
        if deel.denominator in (3, 6, 7, 9, 11, 12) and abs(deel - Fraction(getal)) < 1e-12
        else ""
    )


def _in_woorden(getal: float) -> str:
    return "onbekend" if np.isnan(getal) else _breuk(getal) or precies(getal)


WOORDEN = Taal(
    patronen={
        "+": "{0} + {1}",
        "-": "{0} − {1}",
        "*": "{0} × {1}",
        "/": "{0} ÷ {1}",
        "**": "{0} tot de macht {1}",
        "kwadraat": "{0} in het kwadraat",
        "wortel": "de wortel van {0}",
        "abs": "de grootte van {0}",
        "neg": "−{0}",
        "max": "het grootste van {0}{en}{1}",
        "min": "het kleinste van {0}{en}{1}",
        "floor": "{0} naar beneden afgerond",
        "isnan": "{0} onbekend is",
        "<": "{0} minder is dan {1}",
        "<=": "{0} hoogstens {1} is",
        ">": "{0} meer is dan {1}",
        ">=": "{0} minstens {1} is",
        "==": "{0} {1} is",
        "!=": "{0} niet {1} is",
        "&": "{0} en {1}",
        "|": "{0} of {1}",
        "~": "niet geldt dat {0}",
        "als": "",
    },
    getal=_in_woorden,
    woord="‘{}’".format,
    haakjes="({})",
    minstens="{0}, minstens {1}",
    hoogstens="{0}, hoogstens {1}",
    gevallen=("{0} als {1}", "; ", "{0}; anders {1}"),
    opsomming=(", ", " en "),
)
"""Dutch words."""

LATEX = Taal(
    patronen={
        "+": "{0} + {1}",
        "-": "{0} - {1}",
        "*": r"{0}\,{1}",
        "/": r"\frac{{{0}}}{{{1}}}",
        "**": "{0}^{{{1}}}",
        "kwadraat": "{0}^2",
        "wortel": r"\sqrt{{{0}}}",
        "abs": "|{0}|",
        "neg": "-{0}",
        "max": r"\max({0}, {1})",
        "min": r"\min({0}, {1})",
        "floor": r"\lfloor {0} \rfloor",
        "isnan": r"{0}\ \text{{onbekend}}",
        "<": "{0} < {1}",
        "<=": r"{0} \le {1}",
        ">": "{0} > {1}",
        ">=": r"{0} \ge {1}",
        "==": "{0} = {1}",
        "!=": r"{0} \ne {1}",
        "&": r"{0} \wedge {1}",
        "|": r"{0} \vee {1}",
        "~": r"\neg({0})",
        "als": "",
    },
    gevallen=("{0} & {1}", r" \\ ", r"\begin{{cases}}{0} \\ {1} & \text{{anders}}\end{{cases}}"),
    getal=lambda getal: r"\text{onbekend}" if np.isnan(getal) else _breuk(getal) or f"{getal:g}".replace(".", "{,}"),
    woord=lambda woord: rf"\text{{{woord}}}",
    haakjes=r"({})",
    omsloten=frozenset(("/", "max", "min", "wortel", "abs", "floor", "als", "~")),
)
"""LaTeX."""

FORMULE = Taal(
    patronen={
        "+": "{0}+{1}",
        "-": "{0}-{1}",
        "*": "{0}*{1}",
        "/": "{0}/{1}",
        "**": "{0}^{1}",
        "kwadraat": "{0}^2",
        "wortel": "SQRT({0})",
        "abs": "ABS({0})",
        "neg": "(0-{0})",
        "max": "MAX({0},{1})",
        "min": "MIN({0},{1})",
        "floor": "INT({0})",
        "isnan": "NOT(ISNUMBER({0}))",
        "<": "{0}<{1}",
        "<=": "{0}<={1}",
        ">": "{0}>{1}",
        ">=": "{0}>={1}",
        "==": "{0}={1}",
        "!=": "{0}<>{1}",
        "&": "AND({0},{1})",
        "|": "OR({0},{1})",
        "~": "NOT({0})",
        "als": "IF({0},{1},{2})",
    },
    getal=lambda getal: (
        '""' if np.isnan(getal) else _breuk(getal) or (repr(getal) if getal >= 0 else f"(0-{-getal!r})")
    ),
    woord='"{}"'.format,
    haakjes="({})",
    omsloten=frozenset(("wortel", "abs", "max", "min", "floor", "isnan", "&", "|", "~", "als")),
)
"""A formula of a spreadsheet; unknown is an empty text, so that a cell that rests on it shows no number."""

"""Equations as a browser draws them by itself: the LaTeX of `talen.LATEX` and of the documents, as MathML."""

import re
from collections.abc import Mapping
from html import escape

_DEEL = re.compile(
    r"\\(?:begin|end)\{cases\}|\\(?:text|operatorname)\{[^{}]*\}|\\[a-zA-Z]+|\\.|\d+(?:(?:\{,\}|\.)\d+)*|\S"
)

_TEKENS: Mapping[str, str] = {
    r"\tau": "<mi>τ</mi>",
    r"\mu": "<mi>μ</mi>",
    r"\Phi": "<mi>Φ</mi>",
    r"\sum": '<mo movablelimits="true">∑</mo>',
    r"\min": "<mi>min</mi>",
    r"\max": "<mi>max</mi>",
    r"\le": "<mo>≤</mo>",
    r"\ge": "<mo>≥</mo>",
    r"\ne": "<mo>≠</mo>",
    r"\vee": "<mo>∨</mo>",
    r"\wedge": "<mo>∧</mo>",
    r"\neg": "<mo>¬</mo>",
    r"\lfloor": "<mo>⌊</mo>",
    r"\rfloor": "<mo>⌋</mo>",
    r"\%": "<mo>%</mo>",
    r"\,": '<mspace width="0.2em"/>',
    "\\ ": '<mspace width="0.4em"/>',
    r"\textstyle": "",
    "-": "<mo>−</mo>",
    "=": '<mo lspace="0.28em" rspace="0.28em">=</mo>',
    **{teken: f'<mo stretchy="false">{teken}</mo>' for teken in "()|"},
}
_MET_EEN = {r"\sqrt": "<msqrt>{}</msqrt>", r"\hat": '<mover accent="true">{}<mo>^</mo></mover>'}
_MET_TWEE = {r"\frac": "<mfrac>{}{}</mfrac>", r"\tfrac": "<mfrac>{}{}</mfrac>"}
_BIJ = {"_": "msub", "^": "msup", "_^": "msubsup"}
_BEGIN, _EIND, _RIJ = r"\begin{cases}", r"\end{cases}", r"\\"


class _Lezer:
    """Read the parts of an equation one by one."""

    def __init__(self, latex: str) -> None:
        self._delen = _DEEL.findall(latex)[::-1]

    def rij(self, *einden: str) -> str:
        """Read up to one of these ends, which is left where it is, or up to the last."""
        uit = []
        while self._delen and self._delen[-1] not in einden:
            uit.append(self._met_bij())
        return f"<mrow>{''.join(uit)}</mrow>"

    def _met_bij(self) -> str:
        """Read a part with what stands below and above it."""
        kern, bij = self._een(), dict[str, str]()
        while self._delen and self._delen[-1] in ("_", "^"):
            waar = self._delen.pop()
            bij[waar] = self._een()
        if not bij:
            return kern
        plekken = sorted(bij, reverse=True)
        soort = _BIJ["".join(plekken)]
        return f"<{soort}>{kern}{''.join(bij[plek] for plek in plekken)}</{soort}>"

    def _een(self) -> str:
        deel = self._delen.pop()
        if deel == "{":
            return self._tot("}")
        if deel == _BEGIN:
            return self._gevallen()
        if deel in _MET_EEN:
            return _MET_EEN[deel].format(self._een())
        if deel in _MET_TWEE:
            return _MET_TWEE[deel].format(self._een(), self._een())
        if deel.endswith("}") and deel[0] == "\\":
            soort, _, woord = deel[1:-1].partition("{")
            return f"<mtext>{escape(woord)}</mtext>" if soort == "text" else f"<mi>{escape(woord)}</mi>"
        if deel in _TEKENS:
            return _TEKENS[deel]
        if deel[0] == "\\":
            raise ValueError(f"{deel} is geen teken dat hier in een vergelijking staat; zet het in {__name__}")
        soort = "mn" if deel[0].isdigit() else "mi" if deel.isalpha() else "mo"
        return f"<{soort}>{escape(deel.replace('{,}', ','))}</{soort}>"

    def _tot(self, eind: str) -> str:
        inhoud = self.rij(eind)
        self._delen.pop()
        return inhoud

    def _gevallen(self) -> str:
        """Read cases below each other, each with when it holds."""
        rijen: list[str] = []
        while not rijen or self._delen[-1] == _RIJ:
            if rijen:
                self._delen.pop()
            dan = self._tot("&")
            rijen.append(f"<mtr><mtd>{dan}</mtd><mtd>{self.rij(_RIJ, _EIND)}</mtd></mtr>")
        self._delen.pop()
        return f'<mtable class="gevallen">{"".join(rijen)}</mtable>'


def mathml(latex: str, blok: bool = False) -> str:
    r"""Write an equation as MathML, with its LaTeX for who copies it; by itself on a line, or in one.

    Examples
    --------
    >>> mathml(r"\tau_i \le 1").partition("<annotation")[0]
    '<math><semantics><mrow><msub><mi>τ</mi><mi>i</mi></msub><mo>≤</mo><mn>1</mn></mrow>'
    """
    vorm = ' display="block"' if blok else ""
    bron = f'<annotation encoding="application/x-tex">{escape(latex)}</annotation>'
    return f"<math{vorm}><semantics>{_Lezer(latex).rij()}{bron}</semantics></math>"

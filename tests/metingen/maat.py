"""What the measurements share: the floor, percentiles, a table and a verdict in Dutch."""

from collections.abc import Iterable, Sequence

import numpy as np

from fairshare.opmaak import getal

KAAL = "tests/metingen/kaal.py"
"""The floor: a bare app with one slider, one figure and one chart."""


def p50_p95(tijden: Sequence[float]) -> tuple[float, float]:
    """Give the median and the time that one in twenty passes."""
    p50, p95 = np.percentile(tijden, [50, 95])
    return float(p50), float(p95)


def keer(waarde: float, vloer: float) -> str:
    """Write a ratio: "2,3 x"."""
    return f"{getal(waarde / vloer, 1 if waarde < 99 * vloer else 0)} x"


def tabel(koppen: Sequence[str], rijen: Iterable[Sequence[str]]) -> list[str]:
    """Write a table in Markdown; the first column holds names, the others figures. An empty line closes it."""
    streep = ["---", *["--:"] * (len(koppen) - 1)]
    return [*(f"| {' | '.join(rij)} |" for rij in (koppen, streep, *rijen)), ""]


def oordeel(doel: str, uitkomst: str, gehaald: bool) -> str:
    """Say what was aimed at, what came out, and whether that is enough."""
    return f"- Doel: {doel}. Gemeten: {uitkomst}. **{'Gehaald' if gehaald else 'Niet gehaald'}.**"

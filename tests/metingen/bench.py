"""Measure everything, and write docs/metingen.md: ``make bench``.

Every measurement is a module with ``TITEL``, ``METHODE`` and ``meet()``, which gives its lines. With names behind it
(``python -m tests.metingen.bench stap koud``) it does only those, and shows them instead of writing.
"""

import os
import platform
import re
import sys
import time
from collections.abc import Iterable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

from fairshare.opmaak import datum, getal
from tests.metingen import (
    drukte,
    geheugen,
    heel_land,
    koud,
    opdrachtregel,
    rekenkern,
    rooster,
    rust,
    schaal,
    slepen,
    stap,
    verkenning,
    verschuiving,
    zaal,
)

METINGEN = (
    stap,
    slepen,
    rust,
    rekenkern,
    rooster,
    verkenning,
    schaal,
    heel_land,
    opdrachtregel,
    koud,
    verschuiving,
    drukte,
    geheugen,
)
APART = (zaal,)
"""What takes too long for this: ``make vergadering`` writes its chapter, which stays as it is."""

DOCUMENT = Path(__file__).parents[2] / "docs" / "metingen.md"
PAKKETTEN = ("streamlit", "numpy", "playwright")


def machine() -> str:
    """Say on what it was measured, and how busy others kept it before anything began."""
    kernen, druk = os.cpu_count() or 1, os.getloadavg()[0]
    bezet = ": de machine was bezet, en dan vallen tijden en verhoudingen hoger uit" if druk > kernen / 2 else ""
    pakketten = ", ".join(f"{naam} {version(naam)}" for naam in PAKKETTEN)
    return (
        f"{platform.system()} {platform.machine()} met {kernen} kernen, Python {platform.python_version()}, {pakketten}. "
        f"Bij het begin was de belasting door anderen {getal(druk, 1)}{bezet}"
    )


def kop(machine: str, seconden: float) -> str:
    """Write the head of the document."""
    return (
        "# Metingen\n\n"
        f"Gemaakt door `make bench` op {datum(date.today())}, in {getal(seconden / 60)} minuten; niet met de hand bijwerken.\n"
        f"Machine: {machine}.\n"
        "Losse tijden verschillen per machine en per drukte; de verhoudingen binnen een meting tellen. p50 is de mediaan, en een op "
        "de twintig keer duurt langer dan p95."
    )


def hoofdstuk(meting: ModuleType) -> str:
    """Measure, and write the chapter."""
    print(f"{time.strftime('%H:%M:%S')} {meting.TITEL}", file=sys.stderr, flush=True)
    return schrijf(meting, meting.meet())


def schrijf(meting: ModuleType, regels: Iterable[str]) -> str:
    """Write the chapter of what was measured."""
    waar = f"tests/metingen/{meting.__name__.rpartition('.')[2]}.py"
    return "\n".join([f"## {meting.TITEL}\n\n{meting.METHODE} (`{waar}`)\n", *regels]).rstrip()


def staat_er(meting: ModuleType) -> str:
    """Give the chapter as it stands in the document."""
    (tekst,) = re.findall(rf"^## {meting.TITEL}\n.*?(?=^## |\Z)", DOCUMENT.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return str(tekst).rstrip()


def vervang(meting: ModuleType, regels: Iterable[str]) -> None:
    """Write one chapter in the place of what stood there."""
    tekst = DOCUMENT.read_text("utf-8").replace(staat_er(meting), schrijf(meting, regels))
    DOCUMENT.write_text(tekst, encoding="utf-8")


def main(namen: Iterable[str]) -> None:
    """Do all, or those that are named."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as where it is used: translated once, at the first start
    namen, op, begin = set(namen), machine(), time.perf_counter()
    gekozen = [meting for meting in METINGEN if not namen or meting.__name__.rpartition(".")[2] in namen]
    hoofdstukken = [hoofdstuk(meting) for meting in gekozen]
    apart = [] if namen else map(staat_er, APART)
    tekst = "\n\n".join([kop(op, time.perf_counter() - begin), *hoofdstukken, *apart]) + "\n"
    if namen:
        print(tekst)
    else:
        DOCUMENT.write_text(tekst, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])

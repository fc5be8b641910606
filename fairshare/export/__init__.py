"""Files to take home, each with its scenario, link, date, model version and sources."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from fairshare.export.bestandsnaam import bestandsnaam
from fairshare.lui import kamer
from fairshare.weergave import TEKENINGEN

if TYPE_CHECKING:
    from fairshare.export.stempel import Stempel
    from fairshare.model import Uitkomst
    from fairshare.verhaal import Scene
    from fairshare.weergave import Weergave


@dataclass(frozen=True)
class Wens:
    """Which gemeente, which chart and which story, where a file is about one."""

    gemeente: str = ""
    grafiek: str = "balken"
    scenes: tuple[Scene, ...] = ()


def _uit(module: str) -> Any:
    """Import what makes a file when it is asked for: that takes longer than all that a screen needs."""
    return import_module(f"{__name__}.{module}")


_MAKERS: Mapping[str, Callable[[Uitkomst, Stempel, Wens], bytes]] = {
    "xlsx": lambda uitkomst, stempel, wens: _uit("excel").werkboek(uitkomst, stempel),
    "pptx": lambda uitkomst, stempel, wens: _uit("dia").presentatie(uitkomst, stempel, wens.gemeente, wens.scenes),
    "pdf": lambda uitkomst, stempel, wens: _uit("blad").gemeenteblad(
        uitkomst, stempel, wens.gemeente or uitkomst.bron.codes[0]
    ),
    "csv": lambda uitkomst, stempel, wens: _uit("rijen").csv(uitkomst, stempel),
    "parquet": lambda uitkomst, stempel, wens: _uit("rijen").parquet(uitkomst, stempel),
    "png": lambda uitkomst, stempel, wens: _uit("beeld").png(uitkomst, stempel, wens.grafiek, wens.gemeente),
    "svg": lambda uitkomst, stempel, wens: _uit("beeld").svg(uitkomst, stempel, wens.grafiek, wens.gemeente),
    "html": lambda uitkomst, stempel, wens: _uit("vertelling").vertelling(wens.scenes, stempel),
}

SOORTEN = {
    "xlsx": "Excel met formules",
    "pptx": "PowerPoint",
    "pdf": "PDF van een gemeente",
    "csv": "CSV voor Excel",
    "parquet": "Parquet",
    "png": "Plaatje (PNG)",
    "svg": "Tekening (SVG)",
    "html": "Het verhaal als webpagina",
}
"""What can be made, by the extension of the file, with its label."""


_BIJLAGEMAKERS: Mapping[str, Callable[[Uitkomst, Stempel], bytes]] = {
    "docx": lambda uitkomst, stempel: _uit("word").docx(uitkomst, stempel),
    "pdf": lambda uitkomst, stempel: _uit("bijlagevorm").pdf(uitkomst, stempel),
    "xlsx": lambda uitkomst, stempel: _uit("bijlagevorm").xlsx(uitkomst, stempel),
    "csv": lambda uitkomst, stempel: _uit("bijlagevorm").csv(uitkomst),
}

BIJLAGEN = {"docx": "Word", "pdf": "PDF", "xlsx": "Excel", "csv": "CSV"}
"""As what the appendix of an agreement can be made, by the extension of the file, with its label."""


def bijlage(soort: str, uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Make the appendix of an agreement in whole homes, as one of BIJLAGEN.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> bijlage("csv", uitkomst, Stempel.van(uitkomst, "v=2"))[:13]
    b'gemeente;jaar'
    """
    return _BIJLAGEMAKERS[soort](uitkomst, stempel)


PUNTEN = {"csv": "CSV voor Excel", "xlsx": "Excel"}
"""As what the points of De weg ernaartoe can be made, by the extension of the file, with its label."""


def punten(soort: str, uitkomst: Uitkomst, weergave: Weergave, stempel: Stempel) -> bytes:
    """Make the table of the points of De weg ernaartoe, as one of PUNTEN.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> from fairshare.weergave import Weergave
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> punten("csv", uitkomst, Weergave(), Stempel.van(uitkomst, "v=2"))[3:30]
    b'Hoogstens erbij;Reservering'
    """
    gemaakt: bytes = getattr(_uit("puntenvorm"), soort)(uitkomst, weergave, stempel)
    return gemaakt


def naam(soort: str, uitkomst: Uitkomst, stempel: Stempel, wens: Wens | None = None) -> str:
    """Name a file after its region, the gemeente that it is about, and the scenario.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> from fairshare.weergave import Weergave
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> naam("pdf", uitkomst, Stempel.van(uitkomst, "v=2", Weergave(titel="Ons bod")), Wens(gemeente="GM0262"))
    'fair-share-regio-stedendriehoek-lochem-ons-bod.pdf'
    """
    wens, namen = wens or Wens(), dict(zip(uitkomst.bron.codes, uitkomst.bron.namen, strict=True))
    over_een = soort in ("pdf", "pptx") or (soort in ("png", "svg") and wens.grafiek == "gemeente")
    gemeente = namen.get(wens.gemeente, "") if over_een else ""
    grafiek = TEKENINGEN[wens.grafiek] if soort in ("png", "svg") and wens.grafiek != "gemeente" else ""
    wat = "verhaal" if soort == "html" else ""
    return bestandsnaam(soort, "fair-share", wat, stempel.regio, gemeente, grafiek, stempel.scenario)


def maak(soort: str, uitkomst: Uitkomst, stempel: Stempel, wens: Wens | None = None) -> bytes:
    """Make a file.

    Parameters
    ----------
    soort
        One of SOORTEN.
    uitkomst
        The outcome of one scenario.
    stempel
        Its origin.
    wens
        Which gemeente (pdf), which chart (png, svg) and which story (html).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> maak("csv", uitkomst, Stempel.van(uitkomst, "v=2"))[3:20]
    b'Jaar;Gemeentecode'
    """
    return _MAKERS[soort](uitkomst, stempel, wens or Wens())


def evaluatiepakket(*delen: Any) -> bytes:
    """Make the file for an evaluation; see :func:`fairshare.export.evaluatie.evaluatiepakket`."""
    pakket: bytes = _uit("evaluatie").evaluatiepakket(*delen)
    return pakket


def voortgangsrapportage(*delen: Any) -> bytes:
    """Make the report of the monitoring; see :func:`fairshare.export.rapport.voortgangsrapportage`."""
    rapport: bytes = _uit("rapport").voortgangsrapportage(*delen)
    return rapport


__all__ = [
    "BIJLAGEN",
    "PUNTEN",
    "SOORTEN",
    "Stempel",
    "Wens",
    "bestandsnaam",
    "bijlage",
    "evaluatiepakket",
    "maak",
    "naam",
    "punten",
    "voortgangsrapportage",
]

kamer(__name__)

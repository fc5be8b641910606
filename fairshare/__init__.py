"""Fair Share Verkenner: divide the housing of urgent aandachtsgroepen over the gemeenten of a region.

Everything in this package is true without a browser: it never imports streamlit.
The way in, in the order in which data flows: ``gegevens`` (files in), ``scenario`` (the parameters),
``link`` (a scenario as a web address), ``model`` (the equations), ``grafieken`` and ``opmaak`` (the screen).

Examples
--------
>>> from fairshare import Scenario, bereken, lees_regio
>>> uitkomst = bereken(lees_regio("stedendriehoek"), Scenario(reservering=35))
>>> round(uitkomst.regionaal("niet_geplaatst"), 2)
55.25
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fairshare.fouten import FairshareError
    from fairshare.gegevens import lees_regio
    from fairshare.model import bereken
    from fairshare.scenario import Scenario

__all__ = ["MODELDATUM", "MODELVERSIE", "PRODUCT", "FairshareError", "Scenario", "bereken", "lees_regio"]

PRODUCT = "Fair Share Verkenner"
"""What it is called, wherever it says so."""

MODELVERSIE = "2.1.0"
"""Version of the equations and of the data; it changes when a figure on a screen can change."""

MODELDATUM = "2026-11-28"
"""The day on which results last changed (see *Uitkomsten* in CHANGELOG.md)."""

_UIT = {"FairshareError": "fouten", "Scenario": "scenario", "bereken": "model", "lees_regio": "gegevens"}
"""Where the names of the library stand; a room is opened when it is asked for, so that a start pays only for what it uses."""


def __getattr__(naam: str) -> Any:
    """Give a name of the library from its room."""
    if naam not in _UIT:
        raise AttributeError(f"module {__name__!r} has no attribute {naam!r}")
    return getattr(import_module(f"{__name__}.{_UIT[naam]}"), naam)


def __dir__() -> list[str]:
    """Give the names of the library too, for who looks around in a notebook."""
    return sorted({*globals(), *__all__})

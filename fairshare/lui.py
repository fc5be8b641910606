"""Libraries that are imported when they are first used: they take longer than all that a first figure needs.

Examples
--------
>>> pd.DataFrame({"naam": ["Epe"]}).shape
(1, 1)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd
else:

    class _Lui:
        """A module that is imported when something of it is asked for; safe when two threads ask at once."""

        def __init__(self, naam: str) -> None:
            self._naam = naam

        def __getattr__(self, naam: str) -> Any:
            return getattr(import_module(self._naam), naam)

    alt, pd = _Lui("altair"), _Lui("pandas")

__all__ = ["alt", "pd"]

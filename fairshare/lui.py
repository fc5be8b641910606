"""What is imported when it is first used: libraries that take longer than a first figure, and the files of a room.

Examples
--------
>>> pd.DataFrame({"naam": ["Epe"]}).shape
(1, 1)
"""

import re
import sys
from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import altair as alt
    import pandas as pd
else:

    class _Lui:
        """A module that is imported when something of it is asked for; safe when two threads ask at once.

        What it looks up in the modules that are there is imported whole before it.
        """

        def __init__(self, *namen: str) -> None:
            self._namen = namen

        def __getattr__(self, naam: str) -> Any:
            return getattr([import_module(een) for een in self._namen][-1], naam)

    alt, pd = _Lui("pandas", "altair"), _Lui("pandas")

_IMPORT = re.compile(r"^    from (fairshare[\w.]*) import (\([^)]*\)|.*)$", re.MULTILINE)


class _Kamer(ModuleType):
    """A package that loads a file of its own when a name from it is asked for.

    Which name stands where is what the package tells a type checker: the imports below its ``TYPE_CHECKING``.
    """

    @cached_property
    def _waar(self) -> dict[str, str]:
        tekst = cast(Any, self.__loader__).get_source(self.__name__)
        return {naam: waar for waar, namen in _IMPORT.findall(tekst) for naam in re.findall(r"\w+", namen)}

    def __getattr__(self, naam: str) -> Any:
        if naam not in self._waar:
            raise AttributeError(f"module {self.__name__!r} has no attribute {naam!r}")
        self.__dict__[naam] = getattr(import_module(self._waar[naam]), naam)
        return self.__dict__[naam]

    def __setattr__(self, naam: str, waarde: Any) -> None:
        """A file that was loaded does not take the place of the function that has its name."""
        if not (isinstance(waarde, ModuleType) and naam in self._waar):
            super().__setattr__(naam, waarde)

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._waar})


def kamer(naam: str) -> None:
    """Make a package load its files when they are asked for, so that who starts pays only for what is used."""
    sys.modules[naam].__class__ = _Kamer


__all__ = ["alt", "kamer", "pd"]

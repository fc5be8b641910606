"""The kinds of parameter that a link has: numbers, choices, names, texts and lists.

Each kind knows how its value is written in a link, which values are allowed and how to say so.
The parameters themselves stand in :mod:`fairshare.scenario` and :mod:`fairshare.weergave`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator

from fairshare.opmaak import getal, procent

Groep = Literal["beleidskeuze", "aanname", "weergave"]

_RUIS = 1e-6
"""Below this two numbers are the same."""

_GETAL = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,6})?")


class NietToegestaan(ValueError):
    """A value that a parameter refuses; the text says what is allowed."""


def _plat(waarde: Decimal | float) -> str:
    """Write a number as links do: a decimal point, no trailing zeros, no exponent, no ``-0``."""
    tekst = f"{Decimal(str(waarde)):f}"
    kort = tekst.rstrip("0").rstrip(".") if "." in tekst else tekst
    return "0" if kort == "-0" else kort


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """What every parameter tells about itself, for widgets, help, links, documentation and exports."""

    label: str
    eenheid: str
    hulp: str
    bron: str
    groep: Groep

    @property
    def toegestaan(self) -> str:
        """What may be filled in, as the end of the sentence "... kan niet: "."""
        raise NotImplementedError

    def lees(self, tekst: str) -> Any:
        """Read the value as it stands in a link; raise NietToegestaan with what is allowed."""
        raise NotImplementedError

    def keur(self, waarde: Any) -> Any:
        """Judge a value, or how it stands in a link; the same rules as for a link, because it must fit in one."""
        try:
            tekst = waarde if isinstance(waarde, str) else self.schrijf(waarde)
        except (TypeError, ValueError):  # not even of the right kind
            raise self.weiger() from None
        return self.lees(tekst)

    def schrijf(self, waarde: Any) -> str:
        """Write the value as it stands in a link."""
        return str(waarde)

    def toon(self, waarde: Any) -> str:
        """Write the value for a screen, the Dutch way."""
        return self.schrijf(waarde) or "geen"

    def weiger(self) -> NietToegestaan:
        """Make the error that names what is allowed."""
        return NietToegestaan(self.toegestaan)


@dataclass(frozen=True, kw_only=True)
class Getal(Parameter):
    """A number between bounds, in steps from the lower bound."""

    laag: float
    hoog: float
    stap: float = 1
    mag_leeg: bool = False
    """Whether it may be left open: what is unknown is not 0."""
    leeg: str = "cijfer van de regio"
    """What it means when it is left open."""
    ruim: tuple[float, float] | None = None
    """What the engine takes, where that is not all shares or any number of homes."""
    duim: float | None = None
    """The step of a slider, where that is coarser than that of a link."""

    @property
    def rekent(self) -> tuple[float, float]:
        """What the engine takes of it as a variation: wider than a link."""
        if self.ruim is not None:
            return self.ruim
        return (0, 100) if self.eenheid.startswith("procent") else (0, 1_000_000)

    @property
    def geheel(self) -> bool:
        """Whether only whole numbers fit."""
        return float(self.stap).is_integer()

    @property
    def decimalen(self) -> int:
        """The decimals that a step needs."""
        return max(0, -int(Decimal(str(self.stap)).normalize().as_tuple().exponent))

    @property
    def toegestaan(self) -> str:
        punt = "" if self.geheel else ", met een punt als decimaalteken"
        stappen = "" if self.stap == 1 else f" in stappen van {_plat(self.stap)}{punt}"
        return f"kies {_plat(self.laag)} tot en met {_plat(self.hoog)}{stappen} ({self.eenheid})"

    def lees(self, tekst: str) -> float | None:
        if self.mag_leeg and tekst == "":
            return None
        if not _GETAL.fullmatch(tekst):
            raise self.weiger()
        waarde = Decimal(tekst)
        laag, stap = Decimal(str(self.laag)), Decimal(str(self.stap))
        if not laag <= waarde <= Decimal(str(self.hoog)) or (waarde - laag) % stap:
            raise self.weiger()
        return int(waarde) if self.geheel else float(waarde) + 0.0

    def omhoog(self, waarde: float) -> float | None:
        """Give the lowest step that is not below a value; None where the control does not reach it."""
        return next((stap for stap in self.stappen() if stap >= waarde - _RUIS), None)

    def schrijf(self, waarde: Any) -> str:
        if waarde is None and self.mag_leeg:
            return ""
        return _plat(waarde) if isinstance(waarde, int | float) and not isinstance(waarde, bool) else str(waarde)

    def toon(self, waarde: Any) -> str:
        if waarde is None:
            return self.leeg
        if self.eenheid == "jaar":
            return str(waarde)
        schrijf = procent if self.eenheid.startswith("procent ") else getal
        return schrijf(waarde, self.decimalen)

    @property
    def aantal_stappen(self) -> int:
        """How many steps lie between the bounds."""
        return int((Decimal(str(self.hoog)) - Decimal(str(self.laag))) / Decimal(str(self.stap)))

    def op(self, nummer: int) -> float:
        """Give the allowed value so many steps above the lowest."""
        waarde = Decimal(str(self.laag)) + nummer * Decimal(str(self.stap))
        return int(waarde) if self.geheel else float(waarde)

    @lru_cache(maxsize=64)  # noqa: B019 - parameters are few and live as long as the program
    def stappen(self) -> tuple[float, ...]:
        """Every allowed value from low to high, for a slider."""
        return tuple(map(self.op, range(self.aantal_stappen + 1)))


@dataclass(frozen=True, kw_only=True)
class Keuze(Parameter):
    """One of a few words, each with a label for the screen."""

    opties: Mapping[str, str]

    def toon(self, waarde: Any) -> str:
        return self.opties[waarde]

    @property
    def toegestaan(self) -> str:
        return "kies " + ", ".join(self.opties)

    def lees(self, tekst: str) -> str:
        if tekst not in self.opties:
            raise self.weiger()
        return tekst


_CODE = re.compile(r"(gm[0-9]{4}(,gm[0-9]{4})*|(pv|cr)[0-9]{2}|nl)(@20[0-9]{2})?", re.ASCII)
"""Codes in small letters, as people type them."""


@dataclass(frozen=True, kw_only=True)
class Naam(Parameter):
    """A short name whose allowed values depend on the data that is present."""

    patroon: str
    advies: str

    def lees(self, tekst: str) -> str:
        naam = tekst.upper() if _CODE.fullmatch(tekst) else tekst
        if not re.fullmatch(self.patroon, naam, re.ASCII):
            raise self.weiger()
        return naam

    @property
    def toegestaan(self) -> str:
        return self.advies


@dataclass(frozen=True, kw_only=True)
class Tekst(Parameter):
    """A line of free text; whoever shows it makes sure that it stays text."""

    meeste: int

    @property
    def toegestaan(self) -> str:
        return f"schrijf hoogstens {self.meeste} leesbare tekens op een regel"

    def lees(self, tekst: str) -> str:
        if len(tekst) > self.meeste or not tekst.isprintable():
            raise self.weiger()
        return tekst


@dataclass(frozen=True, kw_only=True)
class Teksten(Tekst):
    """A line of free text for some of a few names: ``naam:tekst``, separated by ``|``, each name at most once."""

    namen: tuple[str, ...]

    def lees(self, tekst: str) -> tuple[tuple[str, str], ...]:  # type: ignore[override]
        paren = tuple(self._paar(deel) for deel in tekst.split("|")) if tekst else ()
        if len(dict(paren)) < len(paren):
            raise self.weiger()
        return paren

    def _paar(self, deel: str) -> tuple[str, str]:
        naam, _, tekst = deel.partition(":")
        tekst = tekst.replace("%7C", "|").replace("%25", "%")
        if naam not in self.namen or not tekst.strip():
            raise self.weiger()
        return naam, super().lees(tekst)

    def schrijf(self, waarde: Any) -> str:
        return "|".join(f"{naam}:{str(tekst).replace('%', '%25').replace('|', '%7C')}" for naam, tekst in waarde)


@dataclass(frozen=True, kw_only=True)
class Paren(Parameter):
    """A list of ``naam:getal`` pairs, separated by commas, each name at most once."""

    patroon: str
    waarde: Getal
    voorbeeld: str
    oplopend: bool = False

    @property
    def toegestaan(self) -> str:
        volgorde = "elke naam hoogstens één keer" if not self.oplopend else "oplopend, elk jaar hoogstens één keer"
        return f"schrijf het als {self.voorbeeld}, {volgorde}, waarden {self.waarde.toegestaan.removeprefix('kies ')}"

    def lees(self, tekst: str) -> tuple[tuple[str, float], ...]:
        paren = tuple(self._paar(deel) for deel in tekst.split(",")) if tekst else ()
        namen = [naam for naam, _ in paren]
        if len(set(namen)) < len(namen) or (self.oplopend and namen != sorted(namen)):
            raise self.weiger()
        return paren

    def _paar(self, deel: str) -> tuple[str, float]:
        naam, scheiding, tekst = deel.partition(":")
        if not scheiding or not re.fullmatch(self.patroon, naam, re.ASCII):
            raise self.weiger()
        try:
            return naam, float(self.waarde.lees(tekst) or 0.0)
        except NietToegestaan:
            raise self.weiger() from None

    def schrijf(self, waarde: Any) -> str:
        return ",".join(f"{naam}:{self.waarde.schrijf(aantal)}" for naam, aantal in waarde)


@dataclass(frozen=True, kw_only=True)
class ParenMetJaar(Paren):
    """A list of ``naam:getal`` or ``naam:getal@jaar``; a year that is left out is None."""

    jaar: Getal

    def lees(self, tekst: str) -> tuple[tuple[str, float, int | None], ...]:  # type: ignore[override]
        delen = [deel.partition("@") for deel in tekst.split(",")] if tekst else []
        paren = super().lees(",".join(paar for paar, _, _ in delen))
        try:
            jaren = [self.jaar.lees(jaar) if apart else None for _, apart, jaar in delen]
        except NietToegestaan:
            raise self.weiger() from None
        return tuple((*paar, None if jaar is None else int(jaar)) for paar, jaar in zip(paren, jaren, strict=True))

    def schrijf(self, waarde: Any) -> str:
        return ",".join(
            f"{naam}:{self.waarde.schrijf(aantal)}" + ("" if jaar is None else f"@{jaar}")
            for naam, aantal, jaar in waarde
        )


@dataclass(frozen=True, kw_only=True)
class Lijst(Parameter):
    """A few texts of one form, separated by ``|``, each at most once."""

    patroon: str
    meeste: int
    voorbeeld: str

    @property
    def toegestaan(self) -> str:
        return f"schrijf het als {self.voorbeeld}, hoogstens {self.meeste}, elk één keer"

    def lees(self, tekst: str) -> tuple[str, ...]:
        delen = tuple(tekst.split("|")) if tekst else ()
        vreemd = [deel for deel in delen if not re.fullmatch(self.patroon, deel, re.ASCII)]
        if vreemd or len(delen) > self.meeste or len(set(delen)) < len(delen):
            raise self.weiger()
        return delen

    def schrijf(self, waarde: Any) -> str:
        return "|".join(waarde)


class Knoppen(BaseModel):
    """Values that stand in a link: each field is annotated with its parameter, which judges it.

    Frozen: a changed value makes a new object. Values that a link cannot hold are refused with a Dutch message.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_default=True)

    @field_validator("*", mode="before")
    @classmethod
    def _keur(cls, waarde: Any, info: ValidationInfo) -> Any:
        """Judge each value by its own parameter."""
        return cls.parameters()[str(info.field_name)].keur(waarde)

    @classmethod
    @lru_cache(maxsize=4)
    def parameters(cls) -> Mapping[str, Parameter]:
        """Give what each parameter tells about itself, by name, in the order of a link."""
        return {
            naam: next(deel for deel in veld.metadata if isinstance(deel, Parameter))
            for naam, veld in cls.model_fields.items()
        }

    def met(self, **waarden: Any) -> Self:
        """Give the same with other values, judged again; itself when none of them is another."""
        if all(getattr(self, naam, self) is waarde for naam, waarde in waarden.items()):
            return self
        return type(self)(**{**dict(self), **waarden})

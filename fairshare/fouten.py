"""The errors of the Verkenner: one small family, each with Dutch words that a user can act on."""

from collections.abc import Iterable
from dataclasses import dataclass

LANGSTE_WAARDE = 40


def leesbaar(waarde: str) -> str:
    """Shorten a value that someone typed and take out what does not print, so that it fits in a message.

    Examples
    --------
    >>> leesbaar("27,5")
    '27,5'
    >>> leesbaar("x" * 50)[-3:]
    'xx…'
    """
    schoon = "".join(teken if teken.isprintable() else "�" for teken in waarde[: LANGSTE_WAARDE + 1])
    return schoon if len(waarde) <= LANGSTE_WAARDE else schoon[:LANGSTE_WAARDE] + "…"


@dataclass(frozen=True)
class Fout:
    """One thing that is wrong: where, which value, and what is allowed or what to do."""

    waar: str
    """The parameter of a link (``reservering``) or the place in a file (``rij 3, kolom naam``)."""
    waarde: str
    advies: str
    kies: tuple[tuple[str, str], ...] = ()
    """The options that would do, with which ``advies`` goes on: each as a link names it, and as a screen does."""

    @property
    def raad(self) -> str:
        """What a screen advises.

        Examples
        --------
        >>> Fout("statushouders", "bovenop", "hun aantal is onbekend;", (("inclusief", "Binnen de opgave"),)).raad
        "hun aantal is onbekend; kies 'Binnen de opgave'"
        """
        return self.advies + " of".join(f" kies '{label}'" for _, label in self.kies)

    @property
    def melding(self) -> str:
        """The whole sentence, as every screen and the command line show it."""
        waarde = f"={leesbaar(self.waarde)}" if self.waarde else ""
        kies = " of".join(f" kies {code}" for code, _ in self.kies)
        einde = "" if self.advies.endswith("?") else "."
        return f"{leesbaar(self.waar)}{waarde} kan niet: {self.advies}{kies}{einde}"


@dataclass(frozen=True)
class Onbekend(Fout):
    """A name of a link that means nothing; a screen names all of them in one sentence."""


@dataclass(frozen=True)
class Getypt(Fout):
    """What was typed in a field and is no value of it; ``waar`` is its label."""

    @property
    def melding(self) -> str:
        """The whole sentence.

        Examples
        --------
        >>> Getypt("Opgave van de regio", "1285,5", "schrijf een heel getal").melding
        "'1285,5' kan niet bij Opgave van de regio: schrijf een heel getal."
        """
        wat = f"'{leesbaar(self.waarde)}'" if self.waarde else "Een leeg veld"
        return f"{wat} kan niet bij {self.waar}: {self.advies}."


class FairshareError(Exception):
    """What every error of the Verkenner is; ``fouten`` holds each fault that was found, all at once."""

    def __init__(self, fouten: Iterable[Fout]) -> None:
        self.fouten = tuple(fouten)
        super().__init__("\n".join(fout.melding for fout in self.fouten))


class ScenarioFout(FairshareError):
    """A scenario, link or variation that cannot be computed."""


class GegevensFout(FairshareError):
    """A data file that cannot be used."""

"""The statutory taakstelling for statushouders of every gemeente (art. 29 Huisvestingswet 2014), in persons per half-year."""

from collections.abc import Sequence
from dataclasses import dataclass

from fairshare.gegevens import Regio, inwoners_van_het_land, lees_taakstellingen


@dataclass(frozen=True)
class Taakstelling:
    """The taakstelling of a half-year; None is unknown."""

    jaar: int
    helft: int
    landelijk: int | None
    per_gemeente: tuple[int | None, ...]
    """Persons, in the order of the region."""
    uitleg: str
    """What is to be said of it, or why it is unknown; often empty."""

    @property
    def samen(self) -> int | None:
        """Persons of the region: each gemeente is rounded up by itself, so this is their sum."""
        bekend = [aantal for aantal in self.per_gemeente if aantal is not None]
        return sum(bekend) if len(bekend) == len(self.per_gemeente) else None


def naar_inwoners(personen: int, inwoners: int, nederland: int) -> int:
    """Divide a national taakstelling as art. 29 does: by inhabitants, rounded up.

    Parameters
    ----------
    personen
        The national number of a half-year [persons].
    inwoners, nederland
        Inhabitants of the gemeente and of the country on 1 January of the year before.

    Examples
    --------
    >>> naar_inwoners(15_000, 34_289, 17_942_942)
    29
    """
    return -(-personen * inwoners // nederland)


def taakstellingen(regio: Regio) -> tuple[Taakstelling, ...]:
    """Give the taakstelling of every gemeente for every half-year of which the national number was sought.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> [(een.jaar, een.helft, een.samen) for een in taakstellingen(lees_regio("stedendriehoek"))][2:4]
    [(2025, 1, 394), (2025, 2, 342)]
    """
    return tuple(
        Taakstelling(
            jaar=een.jaar,
            helft=een.helft,
            landelijk=een.personen,
            per_gemeente=_verdeeld(regio, een.personen, een.jaar - 1),
            uitleg=een.toelichting or _waarom_onbekend(regio, een.jaar - 1),
        )
        for een in lees_taakstellingen().halfjaar
    )


def _verdeeld(regio: Regio, personen: int | None, peiljaar: int) -> tuple[int | None, ...]:
    nederland, inwoners = lees_taakstellingen().inwoners.get(peiljaar), _inwoners(regio, peiljaar)
    if personen is None or nederland is None:
        return (None,) * len(inwoners)
    return tuple(None if wie is None else naar_inwoners(personen, wie, nederland) for wie in inwoners)


def _waarom_onbekend(regio: Regio, peiljaar: int) -> str:
    if peiljaar in lees_taakstellingen().inwoners and None not in _inwoners(regio, peiljaar):
        return ""
    return f"De inwoners van 1 januari {peiljaar} staan niet in deze gegevens."


def _inwoners(regio: Regio, jaar: int) -> Sequence[int | None]:
    """Give the inhabitants by the count of the country; unknown where it does not have that year or that gemeente."""
    land = inwoners_van_het_land(jaar)
    return [land.get(code) for code in regio.codes]


def in_woningen(personen: int | None) -> float | None:
    """Give the homes for a number of persons, at the labelled number of persons per home.

    Examples
    --------
    >>> round(in_woningen(394))
    148
    """
    per_woning = lees_taakstellingen().personen_per_woning.waarde
    return None if personen is None or not per_woning else personen / per_woning

"""What every file says of itself: which scenario, from which link, when, by which model, on which sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from fairshare import MODELVERSIE
from fairshare.gegevens import Register
from fairshare.model import Uitkomst, korte_naam, waarschuwingen
from fairshare.opmaak import datum

GEEN_BRON = "geen bron in deze gegevens"
ORDENING = ("code", "naam", "provincie", "tegel_rij", "tegel_kolom")
"""Columns that name and place a gemeente: no outcome rests on them."""


@dataclass(frozen=True)
class Stempel:
    """The origin of a file."""

    regio: str
    scenario: str
    link: str
    datum: str
    modelversie: str
    bronnen: Mapping[str, str]
    """The sources that the figures rest on, with what each is for."""
    waarschuwingen: tuple[str, ...]

    @classmethod
    def van(cls, uitkomst: Uitkomst, link: str, titel: str = "", dag: date | None = None) -> Self:
        """Make the stamp of an outcome; without a day that of today, without a title what it has different."""
        return cls(
            regio=uitkomst.bron.register.naam,
            scenario=titel or korte_naam(uitkomst.scenario),
            link=link,
            datum=datum(dag or date.today()),
            modelversie=MODELVERSIE,
            bronnen=_bronnen(uitkomst.bron.register),
            waarschuwingen=tuple(waarschuwingen(uitkomst)),
        )

    def regels(self) -> list[tuple[str, str]]:
        """Give the stamp as lines of a heading and a text."""
        return [
            ("Regio", self.regio),
            ("Scenario", self.scenario),
            ("Link", self.link),
            ("Gemaakt op", self.datum),
            ("Model", f"Fair Share Verkenner, modelversie {self.modelversie}"),
            ("Bronnen", "; ".join(self.bronnen)),
        ]

    def let_op(self) -> list[tuple[str, str]]:
        """Give what a reader must know before believing a figure, in the same form."""
        return [("Let op", zin) for zin in self.waarschuwingen]


def _bronnen(register: Register) -> dict[str, str]:
    """List each source once, with the names of what comes from it."""
    namen: dict[str, list[str]] = {}
    for sleutel, cijfer in (*register.cijfers.items(), *register.kolommen.items()):
        if cijfer.bron != GEEN_BRON and sleutel not in ORDENING:
            namen.setdefault(cijfer.bron, []).append(cijfer.naam)
    return {bron: "; ".join(dict.fromkeys(delen)) for bron, delen in namen.items()}

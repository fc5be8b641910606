"""What every file says of itself: which scenario, from which link, when, by which model, on which sources."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from fairshare import MODELVERSIE
from fairshare.model import Uitkomst, korte_naam, waarschuwingen
from fairshare.opmaak import datum


@dataclass(frozen=True)
class Stempel:
    """The origin of a file."""

    regio: str
    scenario: str
    link: str
    datum: str
    modelversie: str
    bronnen: tuple[str, ...]
    waarschuwingen: tuple[str, ...]

    @classmethod
    def van(cls, uitkomst: Uitkomst, link: str, titel: str = "", dag: date | None = None) -> Self:
        """Make the stamp of an outcome; without a day that of today, without a title what it has different."""
        register = uitkomst.bron.register
        bronnen = [cijfer.bron for cijfer in (*register.cijfers.values(), *register.kolommen.values())]
        return cls(
            regio=register.naam,
            scenario=titel or korte_naam(uitkomst.scenario),
            link=link,
            datum=datum(dag or date.today()),
            modelversie=MODELVERSIE,
            bronnen=tuple(dict.fromkeys(bronnen)),
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

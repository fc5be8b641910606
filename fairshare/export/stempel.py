"""What every file says of itself: which scenario, from which link, when, by which model, on which sources."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Self

from fairshare import MODELVERSIE
from fairshare.artikelen import afwijkend
from fairshare.gegevens import Regio, Register
from fairshare.lezingen.aannames import Aanname, aannames, onzeker
from fairshare.link import geamendeerd
from fairshare.model import Uitkomst, waarschuwingen
from fairshare.model.invoer import ingroei, mutatiegraad, periode
from fairshare.model.vergelijken import BEGIN
from fairshare.opmaak import ONBEKEND, datum, procent
from fairshare.parameters import Paren
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import Weergave

GEEN_BRON = ("geen bron in deze gegevens", "Berekend")
VOET, MEESTE_IN_NAAM = 230, 3
"""The line below a page has so many signs, and a name so many differences; the first page names them all."""

ORDENING = ("code", "naam", "provincie", "tegel_rij", "tegel_kolom")
"""Columns that name and place a gemeente: no outcome rests on them."""


KERN = ("Reservering", "Mutatiegraad", "Ingroeipad", "Verevening")
"""What every page says of its scenario."""


@dataclass(frozen=True)
class Stempel:
    """The origin of a file."""

    regio: str
    titel: str
    """What someone called the scenario."""
    kern: tuple[tuple[str, str], ...]
    """The four that everything turns on, each with its value."""
    verschillen: tuple[str, ...]
    """What the scenario has different from the one that the region begins with."""
    link: str
    datum: str
    modelversie: str
    bronnen: Mapping[str, str]
    """The sources that the figures rest on, with what each is for."""
    aannames: tuple[Aanname, ...]
    onzeker: tuple[str, ...]
    """What is unknown or uncertain."""
    waarschuwingen: tuple[str, ...]
    normen: Mapping[str, float] = field(default_factory=dict)
    """The norms that someone filled in for the Toetsing."""
    motivering: Mapping[str, str] = field(default_factory=dict)
    """Why it differs, by parameter; only of what does."""
    amendement: tuple[str, ...] = ()
    """What an amendment to it would change, each with why."""

    @classmethod
    def van(
        cls,
        uitkomst: Uitkomst,
        link: str,
        gezien: Weergave | None = None,
        dag: date | None = None,
    ) -> Self:
        """Make the stamp of an outcome; without a day that of today, without a title what it has different.

        What someone looks at gives its title, the norms, the motivations and the amendment.
        """
        gezien = gezien or Weergave()
        regio, scenario = uitkomst.bron, uitkomst.scenario
        return cls(
            regio=regio.register.naam,
            titel=gezien.titel,
            kern=tuple(zip(KERN, _kern(regio, scenario), strict=True)),
            verschillen=verschillen(regio, scenario),
            link=link,
            datum=datum(dag or date.today()),
            modelversie=MODELVERSIE,
            bronnen=_bronnen(regio.register, scenario),
            aannames=aannames(uitkomst),
            onzeker=tuple(onzeker(uitkomst)),
            waarschuwingen=tuple(waarschuwingen(uitkomst)),
            normen=gezien.normen,
            motivering={naam: tekst for naam, tekst in gezien.motivering if naam in afwijkend(regio, scenario)},
            amendement=_amendement(regio, scenario, gezien),
        )

    @property
    def scenario(self) -> str:
        """Name the scenario: its title, else its first differences, else what the region begins with."""
        if self.titel:
            return self.titel
        if not self.verschillen:
            return BEGIN
        rest = len(self.verschillen) - MEESTE_IN_NAAM
        return ", ".join([*self.verschillen[:MEESTE_IN_NAAM], *([f"en nog {rest}"] if rest > 0 else [])])

    @property
    def adres(self) -> str:
        """The link where it can be followed, else nothing."""
        return self.link if self.link.startswith(("http://", "https://")) else ""

    @property
    def kernregel(self) -> str:
        """The four on one line."""
        return "; ".join(f"{wat} {waarde}" for wat, waarde in self.kern)

    @property
    def anders(self) -> str:
        """Say what differs from what the region begins with."""
        return self._anders(len(self.verschillen))

    def anders_binnen(self, tekens: int) -> str:
        """Say it within so many signs: as many differences as fit, and how many more there are."""
        past = [n for n in range(1, len(self.verschillen) + 1) if len(self._anders(n)) <= tekens]
        return self._anders(max(past, default=0))

    def _anders(self, meeste: int) -> str:
        if not self.verschillen:
            return f"Niets gewijzigd ten opzichte van het {BEGIN.lower()}."
        genoemd, rest = list(self.verschillen[:meeste]), len(self.verschillen) - meeste
        nog = [f"{'en nog ' if genoemd else ''}{rest} punt{'en' if rest > 1 else ''}"] if rest else []
        return f"Gewijzigd ten opzichte van het {BEGIN.lower()}: {'; '.join([*genoemd, *nog])}."

    def voet(self) -> tuple[str, ...]:
        """Give the lines below every page."""
        maker = f"{self.regio}; gemaakt op {self.datum} met de Fair Share Verkenner, model {self.modelversie}"
        return self.kernregel, self.anders_binnen(VOET), maker

    def regels(self) -> list[tuple[str, str]]:
        """Give the stamp as lines of a heading and a text."""
        return [
            ("Regio", self.regio),
            ("Scenario", self.scenario),
            ("Uitgangspunten", self.kernregel),
            ("Verschil", self.anders),
            *self.motiveringen(),
            ("Link", self.link),
            ("Gemaakt op", self.datum),
            ("Model", f"Fair Share Verkenner, modelversie {self.modelversie}"),
            ("Bronnen", "; ".join(self.bronnen)),
        ]

    def motiveringen(self) -> list[tuple[str, str]]:
        """Give why the scenario differs, and what an amendment to it would change and why, in the same form."""
        eigen = [("Motivering", f"{parameter(naam).label}: {tekst}") for naam, tekst in self.motivering.items()]
        return [*eigen, *(("Amendement", punt) for punt in self.amendement)]

    @property
    def aanname_regel(self) -> str:
        """What the figures rest on, each with its status, on one line."""
        return "; ".join(een.kort for een in self.aannames)

    def let_op(self) -> list[tuple[str, str]]:
        """Give what a reader must know before believing a figure, in the same form."""
        return [("Let op", zin) for zin in self.waarschuwingen]


def _bronnen(register: Register, scenario: Scenario) -> dict[str, str]:
    """List each source once, with the names of what comes from it: nothing unknown, nothing that the scenario replaces."""
    namen: dict[str, list[str]] = {}
    eigen = {"opgave": scenario.opgave, "opgave_aandeel": scenario.opgave, "statushouders": scenario.taakstelling}
    weg = {*ORDENING, *(sleutel for sleutel, waarde in eigen.items() if waarde is not None)}
    for sleutel, cijfer in (*register.cijfers.items(), *register.kolommen.items()):
        if sleutel not in weg and cijfer.status != ONBEKEND and cijfer.bron not in GEEN_BRON:
            namen.setdefault(cijfer.bron, []).append(cijfer.naam)
    return {bron: "; ".join(dict.fromkeys(delen)) for bron, delen in namen.items()}


def _kern(regio: Regio, scenario: Scenario) -> tuple[str, str, str, str]:
    pad = parameter("pad").toon(scenario.pad)
    jaren = f"{scenario.start}-{scenario.eind}"
    if not ingroei(regio, scenario):
        start = periode(regio)[0] if scenario.segment == "aftoppingsgrens" else scenario.start
        pad, jaren = ("direct" if scenario.pad == "direct" else "geen"), f"alles vanaf {start}"
    return (
        procent(scenario.reservering, 1),
        procent(mutatiegraad(regio, scenario), 2),
        f"{pad.lower()}, {jaren}",
        f"{scenario.verevening}%",
    )


def verschillen(regio: Regio, scenario: Scenario) -> tuple[str, ...]:
    """Name what a scenario has different, in the order of its definition, without codes."""
    return tuple(_toon(regio, naam, getattr(scenario, naam)) for naam in afwijkend(regio, scenario))


def _toon(regio: Regio, naam: str, waarde: object) -> str:
    """Write a parameter with its value; a list of pairs with spaces and names."""
    tekst = parameter(naam).toon(waarde)
    if isinstance(parameter(naam), Paren):
        tekst = tekst.replace(",", ", ").replace(":", ": ").replace("@", " in ")
        tekst = f"({regio.met_namen(tekst)})"
    return f"{parameter(naam).label} {tekst}"


def _amendement(regio: Regio, scenario: Scenario, gezien: Weergave) -> tuple[str, ...]:
    anders, redenen = geamendeerd(scenario, gezien, {scenario.regio: regio})
    return tuple(
        f"{_toon(regio, naam, waarde)}{f': {redenen[naam]}' if naam in redenen else ''}"
        for naam, waarde in dict(anders).items()
        if waarde != getattr(scenario, naam)
    )

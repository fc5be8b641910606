"""What an outcome rests on: each assumption with its value, how sure it is, and where it comes from."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from fairshare.gegevens import Cijfer
from fairshare.lezingen.herkomst import Plek, herkomst
from fairshare.model import Uitkomst, waarschuwingen
from fairshare.model.invoer import gekozen, periode
from fairshare.model.verdeelsleutel import beginscenario, kolom_van
from fairshare.opmaak import ONBEKEND, getal, precies
from fairshare.scenario import parameter

GEKOZEN, AANNAME = "gekozen", "aanname"
"""Beside the words of a register: chosen in this scenario, and assumed because no source says."""


@dataclass(frozen=True)
class Aanname:
    """One thing that an outcome rests on."""

    naam: str
    waarde: str
    status: str
    bron: str
    toelichting: str = ""
    """What its source leaves open."""

    @property
    def kort(self) -> str:
        """Name it with its value and status."""
        return f"{self.naam}: {self.waarde}" + ("" if self.waarde == self.status else f" ({self.status})")

    @property
    def onzeker(self) -> bool:
        """Whether it is anything but a printed figure of which nothing is left open."""
        return self.status != "gepubliceerd" or bool(self.toelichting)

    @property
    def zin(self) -> str:
        """Say how sure it is, and what its source leaves open."""
        return f"{self.kort}. {self.toelichting}".strip()


def aannames(uitkomst: Uitkomst) -> tuple[Aanname, ...]:
    """Give what an outcome rests on: the figures of the region, then what the scenario assumes besides.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> from fairshare.scenario import Scenario
    >>> rijen = aannames(bereken(lees_regio("stedendriehoek"), Scenario(mutatiegraad=6)))
    >>> [een.kort for een in rijen[:3]]
    ['Opgave van de regio: 1.170 (gepubliceerd)', 'Mutaties van 2024: 3.185 (herleid)', 'Mutatiegraad: 6% (gekozen)']
    """
    return (
        _van_de_regio(uitkomst, "opgave", getal),
        _mutaties(uitkomst),
        _van_de_regio(uitkomst, "mutatiegraad", lambda waarde: f"{precies(waarde, 2)}%"),
        _kolom(uitkomst, "Toewijzingen aan urgenten in 2024", "toewijzingen_2024"),
        _sleutel(uitkomst),
        *_statushouders(uitkomst),
        _periode(uitkomst),
        *_verder(uitkomst),
    )


def onzeker(uitkomst: Uitkomst) -> list[str]:
    """Say what is unknown or uncertain: the warnings, and every assumption that is more than a printed figure.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> onzeker(bereken(lees_regio("stedendriehoek")))[1][:35]
    'Mutaties van 2024: 3.185 (herleid).'
    """
    return [*waarschuwingen(uitkomst), *(een.zin for een in aannames(uitkomst) if een.onzeker)]


def _van(naam: str, waarde: str, cijfer: Cijfer | None) -> Aanname:
    """Take status and source of a figure of the register."""
    if cijfer is None or waarde == ONBEKEND:
        return Aanname(naam, waarde, ONBEKEND, cijfer.bron if cijfer else "geen bron in deze gegevens")
    bereik = f"Bereik: {cijfer.bereik}." if cijfer.bereik else ""
    open_ = "" if cijfer.status == "aangeleverd" else f"{cijfer.regel} {bereik}".strip()
    return Aanname(naam, waarde, cijfer.status, ", ".join(filter(None, (cijfer.bron, cijfer.vindplaats))), open_)


def _van_de_regio(uitkomst: Uitkomst, naam: str, schrijf: Callable[[float], str]) -> Aanname:
    """Give a figure of the region, or what was chosen instead of it."""
    regio, wat = uitkomst.bron, parameter(naam)
    eigen = schrijf(gekozen(regio, beginscenario(regio), naam))
    if getattr(uitkomst.scenario, naam) is not None:
        bron = f"in dit scenario; het cijfer van de regio is {eigen}"
        return Aanname(wat.label, schrijf(gekozen(regio, uitkomst.scenario, naam)), GEKOZEN, bron)
    if naam == "mutatiegraad" and naam not in regio.register.cijfers:
        status, _, bron = herkomst("mutatiegraad_2024", Plek(uitkomst, None, 0)).partition(": ")
        return Aanname(wat.label, eigen, status if bron else AANNAME, bron or "het cijfer van de Stedendriehoek")
    return _van(wat.label, eigen, regio.register.cijfers.get(naam))


def _kolom(uitkomst: Uitkomst, label: str, naam: str) -> Aanname:
    """Give the sum of a column, with how many gemeenten it holds where that is not all."""
    cijfers = uitkomst.bron.kolom(naam)
    bekend = int(np.isfinite(cijfers).sum())
    waarde = getal(float(np.nansum(cijfers))) if bekend else ONBEKEND
    if 0 < bekend < len(cijfers):
        waarde += f", van {bekend} van de {len(cijfers)} gemeenten"
    return _van_een_jaar(label, waarde, uitkomst.bron.register.kolommen.get(naam))


def _van_een_jaar(label: str, waarde: str, cijfer: Cijfer | None) -> Aanname:
    """Take a figure of 2024; what a user brought may be of any year, and its name says none."""
    een = _van(label, waarde, cijfer)
    if een.status != "aangeleverd":
        return een
    return replace(een, naam=re.sub(" (van|in) 2024", "", label), toelichting="Geldt hier als het cijfer van 2024.")


def _mutaties(uitkomst: Uitkomst) -> Aanname:
    """Give the mutaties of 2024 in the segment, which are an estimate where no source has them."""
    segment, regio = uitkomst.scenario.segment, uitkomst.bron
    label = (
        "Mutaties van 2024" if segment == "liberalisatiegrens" else "Mutaties van 2024 tot de eerste aftoppingsgrens"
    )
    if regio.heeft(f"mutaties_{segment}") or segment != "liberalisatiegrens":
        return _kolom(uitkomst, label, f"mutaties_{segment}")
    som = getal(float(np.sum(uitkomst.regio.rekening.invoer("mutaties_2024"))))
    voorraad = regio.register.kolommen.get("corporatiewoningen_2024")
    bron = f"sociale voorraad maal mutatiegraad; voorraad: {voorraad.bron}" if voorraad else "geen bron"
    return Aanname(label, som, "schatting", bron)


def _sleutel(uitkomst: Uitkomst) -> Aanname:
    regio, scenario, wat = uitkomst.bron, uitkomst.scenario, parameter("sleutel")
    waarde = wat.toon(scenario.sleutel)
    if scenario.sleutel == "mix":
        return Aanname(wat.label, waarde, GEKOZEN, parameter("gewichten").toon(scenario.gewichten))
    return _van(wat.label, waarde, regio.register.kolommen.get(kolom_van(regio, scenario.sleutel)))


def _statushouders(uitkomst: Uitkomst) -> tuple[Aanname, ...]:
    """Give how many homes there are for statushouders, and how the scenario counts them."""
    regio, scenario, wat = uitkomst.bron, uitkomst.scenario, parameter("statushouders")
    cijfer, label = regio.register.cijfers.get("statushouders"), "Woningen voor statushouders"
    aantal = _van(label, getal(cijfer.waarde if cijfer else None), cijfer)
    if scenario.taakstelling is not None:
        bron = f"in dit scenario; het cijfer van de regio is {aantal.waarde}"
        aantal = Aanname(label, getal(scenario.taakstelling), GEKOZEN, bron)
    keuze, bron = AANNAME, wat.bron if regio.cijfer("statushouders") else "geen bron in deze gegevens"
    if scenario.statushouders != beginscenario(regio).statushouders:
        keuze, bron = GEKOZEN, "in dit scenario"
    return aantal, Aanname(wat.label, wat.toon(scenario.statushouders).lower(), keuze, bron)


def _periode(uitkomst: Uitkomst) -> Aanname:
    begin, eind = periode(uitkomst.bron)
    label, waarde, cijfers = "Periode", f"{begin} tot en met {eind}", uitkomst.bron.register.cijfers
    if "periode_eind" not in cijfers:
        return Aanname(label, waarde, AANNAME, "de regio noemt geen periode")
    return _van(label, waarde, cijfers["periode_eind"])


_GENOEMD = ("opgave", "mutatiegraad", "statushouders", "taakstelling")


def _verder(uitkomst: Uitkomst) -> tuple[Aanname, ...]:
    """Give the other assumptions, where a scenario makes them."""
    begin = dict(beginscenario(uitkomst.bron))
    return tuple(
        Aanname(parameter(naam).label, parameter(naam).toon(waarde), GEKOZEN, parameter(naam).bron)
        for naam, waarde in dict(uitkomst.scenario).items()
        if parameter(naam).groep == "aanname" and naam not in _GENOEMD and waarde != begin[naam]
    )

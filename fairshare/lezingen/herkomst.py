"""Where an input of the model comes from: status, source and place of a figure, or the choice of the scenario."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from fairshare.gegevens import Cijfer, Regio
from fairshare.model import Uitkomst
from fairshare.model.invoer import GEKOZEN, INVOER, bron_sociaal_deel, periode, toewijzingen_bekend
from fairshare.model.knoppen import knop
from fairshare.model.verdeelsleutel import kolom_van, maat
from fairshare.opmaak import getal, procent
from fairshare.scenario import Scenario, parameter


@dataclass(frozen=True)
class Plek:
    """Which figure is asked: of which outcome, gemeente and year."""

    uitkomst: Uitkomst
    i: int | None
    """The number of the gemeente; None is the whole region."""
    j: int

    @property
    def regio(self) -> Regio:
        """The region."""
        return self.uitkomst.bron

    @property
    def scenario(self) -> Scenario:
        """The scenario."""
        return self.uitkomst.scenario

    @property
    def jaar(self) -> int:
        """The year."""
        return self.uitkomst.jaren[self.j]


def schrijf(waarde: Any, soort: str) -> str:
    """Write a figure with the decimals that it needs: none where it is whole, else one for homes and two for shares.

    Examples
    --------
    >>> schrijf(0.3673, "deel"), schrijf(214.5, "aantal"), schrijf(2035.0, "jaartal")
    ('36,73%', '214,5', '2035')
    """
    if isinstance(waarde, str):
        return waarde
    if soort == "jaartal":
        return f"{waarde:.0f}" if np.isfinite(waarde) else "onbekend"
    schaal, decimalen = {"deel": (100, 2), "factor": (1, 4), "looptijd": (1, 1)}.get(soort, (1, 1))
    heel = abs(schaal * waarde - round(schaal * waarde)) < 1e-9 if np.isfinite(waarde) else True
    return (procent if soort in ("deel", "percentage") else getal)(schaal * waarde, 0 if heel else decimalen)


def van_cijfer(cijfer: Cijfer | None, anders: str = "onbekend") -> str:
    """Say status, source and place of a figure of the register.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> van_cijfer(lees_regio("stedendriehoek").register.cijfers["opgave"])
    'gepubliceerd: Afsprakenkader 2-3-2026, Aandachtsgroepen in beeld; afspraak 1'
    """
    if cijfer is None:
        return anders
    return f"{cijfer.status}: {cijfer.bron}" + (f", {cijfer.vindplaats}" if cijfer.vindplaats else "")


def _kolom(plek: Plek, naam: str, deel: str = "") -> str:
    return deel + van_cijfer(plek.regio.register.kolommen.get(naam))


def _keuze(naam: str) -> Callable[[Plek], str]:
    """Say that a parameter was chosen, with the source that its region gives it."""
    return lambda plek: f"{parameter(naam).groep} in dit scenario ({naam}); {knop(plek.regio, naam).bron}"


def _eigen_of_gekozen(naam: str, cijfer: str) -> Callable[[Plek], str]:
    """Say whether the figure of the region was used, or another one was chosen."""

    def herkomst(plek: Plek) -> str:
        if getattr(plek.scenario, naam) is None and cijfer in plek.regio.register.cijfers:
            return van_cijfer(plek.regio.register.cijfers[cijfer])
        return _keuze(naam)(plek)

    return herkomst


def _gewicht(plek: Plek) -> str:
    if plek.scenario.sleutel == "mix":
        return f"mix van sleutels: {parameter('gewichten').schrijf(plek.scenario.gewichten)}"
    return _deel_van(plek, plek.scenario.sleutel)


def _deel_van(plek: Plek, sleutel: str) -> str:
    maten = maat(plek.regio, sleutel)
    deel = f"{getal(float(maten.sum() if plek.i is None else maten[plek.i]))} van {getal(float(maten.sum()))}; "
    return _kolom(plek, kolom_van(plek.regio, sleutel), deel)


def _mutaties(segment: str | None) -> Callable[[Plek], str]:
    def herkomst(plek: Plek) -> str:
        naam = f"mutaties_{segment or plek.scenario.segment}"
        if plek.regio.heeft(naam):
            return _kolom(plek, naam)
        return _kolom(plek, "corporatiewoningen_2024", "schatting, sociale voorraad maal mutatiegraad; ")

    return herkomst


def _graad(plek: Plek) -> str:
    cijfer = plek.regio.register.cijfers.get("mutatiegraad")
    if cijfer is not None:
        return van_cijfer(cijfer)
    eigen = plek.regio.heeft("mutaties_liberalisatiegrens") and plek.regio.heeft("corporatiewoningen_2024")
    return (
        "herleid: mutaties gedeeld door de sociale voorraad" if eigen else "onbekend; het cijfer van de Stedendriehoek"
    )


def _sociaal(plek: Plek) -> str:
    geleend = "" if "sociaal_deel" in plek.regio.register.cijfers else "geleend van de Achterhoek; "
    later = "; na 2034 zegt de bron niets" if plek.jaar > max(bron_sociaal_deel(plek.regio).reeks) + 3 else ""
    return geleend + van_cijfer(bron_sociaal_deel(plek.regio)) + later


def _periode(plek: Plek) -> str:
    begin, eind = periode(plek.regio)
    return van_cijfer(
        plek.regio.register.cijfers.get("periode_begin"),
        f"{begin} tot en met {eind}: aanname, de regio noemt geen periode",
    )


_HERKOMST: Mapping[str, Callable[[Plek], str]] = {
    "jaar": lambda plek: "het jaar waarnaar is gevraagd",
    "periode_begin": _periode,
    "periode_eind": _periode,
    "gewicht": _gewicht,
    "gewicht_inwoners": lambda plek: _deel_van(plek, "inwoners"),
    "toewijzingen_2024": lambda plek: _kolom(plek, "toewijzingen_2024"),
    "toewijzingen_bekend": lambda plek: (
        "bekend" if toewijzingen_bekend(plek.regio) else "toewijzingen onbekend, dus de sleutel"
    ),
    "begin": lambda plek: "waar de reservering begint, volgt uit wat van 2024 bekend is",
    "mutaties_2024": _mutaties(None),
    "mutaties_alle_2024": _mutaties("liberalisatiegrens"),
    "mutatiegraad": _eigen_of_gekozen("mutatiegraad", "mutatiegraad"),
    "mutatiegraad_2024": _graad,
    "gekozen_opgave": _eigen_of_gekozen("opgave", "opgave"),
    "taakstelling": _eigen_of_gekozen("taakstelling", "statushouders"),
    "eigen_taakstelling": lambda plek: van_cijfer(plek.regio.register.cijfers.get("statushouders")),
    "reservering_start": lambda plek: van_cijfer(plek.regio.register.cijfers.get("reservering_start")),
    "sociaal_deel": _sociaal,
    "eigen_pad": _keuze("punten"),
    "eigen_pad_reservering": _keuze("punten"),
    "afwijking_jaar": _keuze("afwijking"),
    "lokale_groepen": lambda plek: "aangeleverd: de kolommen met groepen van het eigen bestand",
    "grenzen": lambda plek: "of dit scenario een ondergrens of bovengrens heeft",
    "afstand": lambda plek: _kolom(plek, "centrum_x", "tussen de middelpunten, op 0,1 km; "),
}
"""What is more than the choice of one parameter."""


def herkomst(naam: str, plek: Plek) -> str:
    """Say where an input comes from.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> herkomst("gewicht", Plek(bereken(lees_regio("stedendriehoek")), 3, 0))
    '87 van 1.170; gepubliceerd: Presentatie afsprakenkader 13-4-2026, Theorie vs praktijk, kolom A'
    """
    if naam in _HERKOMST:
        return _HERKOMST[naam](plek)
    assert naam in INVOER
    return _keuze(naam.removeprefix(GEKOZEN))(plek)

"""Where a figure comes from that an explanation does not compute further: a source, a choice, or a sum.

With status, source and place of each, and with the decimals that an explanation needs.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from fairshare.model import Uitkomst
from fairshare.model import rekenen as r
from fairshare.model import vergelijkingen as v
from fairshare.model.ingroeipad import gegroeid
from fairshare.model.verdeelsleutel import gewichten, kolom_van
from fairshare.opmaak import getal, procent
from fairshare.scenario import parameter


@dataclass(frozen=True)
class Plek:
    """Which figure is asked: of which outcome, gemeente and year."""

    uitkomst: Uitkomst
    i: int | None
    """The number of the gemeente; None is the whole region."""
    j: int

    def eigen(self, kolom: str) -> float:
        """Give the figure of the gemeente in a column of the data."""
        assert self.i is not None
        return float(self.uitkomst.bron.kolom(kolom)[self.i])

    @property
    def jaar(self) -> int:
        """The year."""
        return self.uitkomst.jaren[self.j]

    def cel(self, reeks: Any) -> float:
        """Take the one figure out of an array that broadcasts to (gemeente, jaar, scenario)."""
        vorm = (len(self.uitkomst.bron.gemeenten), len(self.uitkomst.jaren), np.asarray(reeks).shape[-1])
        return float(np.broadcast_to(reeks, vorm)[self.i, self.j, 0])


def schrijf(waarde: float, soort: str) -> str:
    """Write a figure with the decimals that it needs: none where it is whole, else one for homes and two for shares."""
    schaal, decimalen = {"aantal": (1, 1), "deel": (100, 2), "percentage": (1, 1), "jaren": (1, 0)}[soort]
    heel = abs(schaal * waarde - round(schaal * waarde)) < 1e-9 if np.isfinite(waarde) else True
    schrijf = getal if soort in ("aantal", "jaren") else procent
    return schrijf(schaal * waarde, 0 if heel else decimalen)


@dataclass(frozen=True)
class Blad:
    """A figure that is not computed further: from a source, from the scenario, or a sum over the gemeenten."""

    label: str
    soort: str
    waarde: Callable[[Plek], float]
    herkomst: Callable[[Plek], str]


def _kolom(plek: Plek, naam: str, deel: str = "") -> str:
    """Say status, source and place of a column."""
    cijfer = plek.uitkomst.bron.register.kolommen.get(naam)
    if cijfer is None:
        return deel
    vindplaats = f", {cijfer.vindplaats}" if cijfer.vindplaats else ""
    return f"{deel}{cijfer.status}: {cijfer.bron}{vindplaats}"


def _keuze(naam: str) -> Callable[[Plek], str]:
    return lambda plek: f"{parameter(naam).groep} in dit scenario ({naam}); {parameter(naam).bron}"


def _scenario(naam: str, schaal: float = 1.0) -> Callable[[Plek], float]:
    return lambda plek: float(getattr(plek.uitkomst.scenario, naam)) / schaal


def _pad(wat: str) -> Callable[[Plek], float]:
    return lambda plek: float(gegroeid(plek.uitkomst.scenario, wat)[plek.j])


def _gewicht(plek: Plek) -> float:
    return float(gewichten(plek.uitkomst.bron, plek.uitkomst.scenario)[plek.i])


def _bron_gewicht(plek: Plek) -> str:
    scenario, regio = plek.uitkomst.scenario, plek.uitkomst.bron
    if scenario.sleutel == "mix":
        return f"mix van sleutels: {parameter('gewichten').schrijf(scenario.gewichten)}"
    naam = kolom_van(regio, scenario.sleutel)
    som, eigen = getal(float(regio.kolom(naam).sum())), getal(plek.eigen(naam))
    return _kolom(plek, naam, f"{eigen} van {som}; ")


def _bron_2024(plek: Plek) -> str:
    if not plek.uitkomst.bron.volledig("toewijzingen_2024"):
        return "toewijzingen onbekend, dus de sleutel"
    eigen, alle = plek.eigen("toewijzingen_2024"), float(plek.uitkomst.bron.kolom("toewijzingen_2024").sum())
    return _kolom(plek, "toewijzingen_2024", f"{getal(eigen)} van {getal(alle)}; ")


def _begin(plek: Plek) -> float:
    doel = np.full((1, 1, 1), plek.uitkomst.scenario.reservering / 100)
    return plek.cel(r.begin_reservering(plek.uitkomst.bron, doel))


def _bron_begin(plek: Plek) -> str:
    regio = plek.uitkomst.bron
    if not regio.volledig("toewijzingen_2024"):
        return "toewijzingen onbekend: het percentage van de regio, of meteen het gekozen percentage"
    delen = (plek.eigen(naam) for naam in ("toewijzingen_2024", "mutaties_liberalisatiegrens"))
    return _kolom(plek, "toewijzingen_2024", "{} toewijzingen op {} mutaties in 2024; ".format(*map(getal, delen)))


def _basis(plek: Plek) -> float:
    return plek.cel(r.basis_mutaties(plek.uitkomst.bron, plek.uitkomst.scenario))


def _bron_basis(plek: Plek) -> str:
    naam = f"mutaties_{plek.uitkomst.scenario.segment}"
    if not plek.uitkomst.bron.heeft(naam):
        return _kolom(plek, "corporatiewoningen_schatting", "schatting, sociale voorraad maal mutatiegraad; ")
    return _kolom(plek, naam)


def _bron_graad(plek: Plek) -> str:
    cijfer = plek.uitkomst.bron.register.cijfers.get("mutatiegraad")
    return (
        f"{cijfer.status}: {cijfer.bron}, {cijfer.vindplaats}"
        if cijfer
        else "onbekend; het cijfer van de Stedendriehoek"
    )


def _nieuwbouw(plek: Plek) -> Any:
    """Give the new homes of this gemeente in every year, shape (1, jaar, 1)."""
    scenario = plek.uitkomst.scenario
    gewicht = np.full((1, 1, 1), _gewicht(plek))
    jaren = np.array(plek.uitkomst.jaren).reshape(1, -1, 1)
    return v.nieuwbouw(gewicht, np.array(float(scenario.nieuwbouw)), np.array(float(scenario.programma)), jaren)


def _gewoon(plek: Plek) -> bool:
    """Whether all mutaties count, as in the figures of 2024."""
    return plek.uitkomst.scenario.segment == "liberalisatiegrens"


def _achterstand(plek: Plek) -> float:
    """Give who was not placed in the year before."""
    if plek.uitkomst.scenario.achterstand != "ja" or plek.j == 0:
        return 0.0
    return replace(plek, j=plek.j - 1).cel(plek.uitkomst.gemeenten.niet_geplaatst)


def _bron_achterstand(plek: Plek) -> str:
    if plek.uitkomst.scenario.achterstand != "ja":
        return _keuze("achterstand")(plek)
    return (
        f"niet geplaatst in {plek.jaar - 1}; vraag de uitleg van dat jaar"
        if plek.j
        else "het eerste jaar begint zonder"
    )


def _bron_opgave(plek: Plek) -> str:
    cijfer = plek.uitkomst.bron.register.cijfers.get("opgave")
    if plek.uitkomst.scenario.opgave is not None or cijfer is None:
        return _keuze("opgave")(plek)
    return f"{cijfer.status}: {cijfer.bron}, {cijfer.vindplaats}"


BLADEN = {
    "achterstand": Blad("Achterstand", "aantal", _achterstand, _bron_achterstand),
    "uitval": Blad("Uitval", "deel", _scenario("uitval", 100), _keuze("uitval")),
    "toewijzingen_2024": Blad(
        "Toewijzingen in 2024",
        "aantal",
        lambda p: p.eigen("toewijzingen_2024"),
        lambda p: _kolom(p, "toewijzingen_2024"),
    ),
    "mutaties_toen": Blad(
        "Alle mutaties in 2024",
        "aantal",
        lambda p: p.eigen("mutaties_liberalisatiegrens") if _gewoon(p) else float("nan"),
        lambda p: _kolom(p, "mutaties_liberalisatiegrens") if _gewoon(p) else "in de bron niet gesplitst naar segment",
    ),
    "opgave_basis": Blad(
        "Opgave in het jaar ervoor",
        "aantal",
        lambda p: r.opgave_basis(p.uitkomst.bron, p.uitkomst.scenario),
        _bron_opgave,
    ),
    "statushouders": Blad(
        "Statushouders erbij of eraf",
        "aantal",
        lambda p: r.statushouders(p.uitkomst.bron, p.uitkomst.scenario),
        _keuze("statushouders"),
    ),
    "groei": Blad("Groei", "deel", _scenario("groei", 100), _keuze("groei")),
    "verstreken": Blad(
        "Jaren sinds het begin",
        "jaren",
        lambda p: float(p.jaar - p.uitkomst.scenario.start + 1),
        lambda p: f"{p.jaar} min {p.uitkomst.scenario.start - 1}",
    ),
    "opgave_regio": Blad(
        "Opgave van de regio", "aantal", lambda p: float(p.uitkomst.regio.opgave[p.j, 0]), _keuze("opgave")
    ),
    "verdeling_gegroeid": Blad("Ingegroeide verdeling", "deel", _pad("verdeling"), _keuze("pad")),
    "reservering_gegroeid": Blad("Ingegroeide reservering", "deel", _pad("reservering"), _keuze("pad")),
    "aandeel_2024": Blad(
        "Aandeel in de toewijzingen van 2024",
        "deel",
        lambda p: p.cel(r.aandeel_2024(p.uitkomst.bron, np.full((1, 1, 1), _gewicht(p)))),
        _bron_2024,
    ),
    "gewicht": Blad("Gewicht volgens de sleutel", "deel", _gewicht, _bron_gewicht),
    "doel": Blad("Gekozen reservering", "deel", _scenario("reservering", 100), _keuze("reservering")),
    "begin_reservering": Blad("Reservering in 2024", "deel", _begin, _bron_begin),
    "buiten": Blad(
        "Plekken buiten de sociale huur",
        "aantal",
        lambda p: p.cel(p.uitkomst.gemeenten.buiten),
        lambda p: "alternatief naar de sleutel, en de eigen inzet",
    ),
    "mutaties_2024": Blad("Mutaties in 2024", "aantal", _basis, _bron_basis),
    "mutatiegraad": Blad("Mutatiegraad", "deel", _scenario("mutatiegraad", 100), _keuze("mutatiegraad")),
    "mutatiegraad_2024": Blad("Mutatiegraad van 2024", "deel", lambda p: r.basisgraad(p.uitkomst.bron), _bron_graad),
    "nieuwbouw": Blad("Nieuwbouw", "aantal", lambda p: float(_nieuwbouw(p)[0, p.j, 0]), _keuze("nieuwbouw")),
    "eerder_gebouwd": Blad(
        "Eerder gebouwd", "aantal", lambda p: float(v.eerder_gebouwd(_nieuwbouw(p))[0, p.j, 0]), _keuze("nieuwbouw")
    ),
    "doorstroming": Blad("Doorstroming", "aantal", _scenario("doorstroming"), _keuze("doorstroming")),
    "verevening": Blad("Verevening", "deel", _scenario("verevening", 100), _keuze("verevening")),
    "tekort_regio": Blad(
        "Som van de tekorten",
        "aantal",
        lambda p: float(p.uitkomst.regio.tekort[p.j, 0]),
        lambda p: f"som over {len(p.uitkomst.bron.gemeenten)} gemeenten",
    ),
    "overschot_regio": Blad(
        "Som van de overschotten",
        "aantal",
        lambda p: float(p.uitkomst.regio.overschot[p.j, 0]),
        lambda p: f"som over {len(p.uitkomst.bron.gemeenten)} gemeenten",
    ),
}
"""The figures at the end of an explanation."""

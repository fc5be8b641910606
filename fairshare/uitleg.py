"""Any figure explained: its equation in words and symbols, filled in, down to the figures of the sources.

One mechanism for pages, command line and exports. Each step is computed with the same function of
:mod:`fairshare.model.vergelijkingen` as the engine uses; a test compares every explained value with the engine's.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from fairshare.fouten import Fout, ScenarioFout
from fairshare.model import Uitkomst
from fairshare.model import rekenen as r
from fairshare.model import vergelijkingen as v
from fairshare.model.ingroeipad import gegroeid
from fairshare.model.verdeelsleutel import gewichten, kolom_van
from fairshare.opmaak import getal, procent
from fairshare.scenario import parameter


@dataclass(frozen=True)
class Stap:
    """One figure in an explanation, and the figures that it is made of."""

    naam: str
    label: str
    waarde: float
    tekst: str
    """The figure as it is shown, with as many decimals as an explanation needs."""
    regel: str
    """The equation in words; empty for a figure from a source or a choice."""
    symbolen: str
    """The same in symbols (LaTeX)."""
    ingevuld: str
    """The same with the figures of this scenario."""
    herkomst: str
    """Status, source and place; empty for a computed figure."""
    delen: tuple["Stap", ...]

    def alle(self) -> Iterator["Stap"]:
        """Go through this step and all below it, each figure once."""
        gezien: set[str] = set()
        wachtrij = [self]
        while wachtrij:
            stap = wachtrij.pop(0)
            if stap.naam not in gezien:
                gezien.add(stap.naam)
                wachtrij.extend(stap.delen)
                yield stap


@dataclass(frozen=True)
class _Plek:
    """Which figure is asked: of which outcome, gemeente and year."""

    uitkomst: Uitkomst
    i: int
    j: int

    @property
    def gemeente(self) -> str:
        return self.uitkomst.bron.namen[self.i]

    def cel(self, reeks: Any) -> float:
        """Take the one figure out of an array that broadcasts to (gemeente, jaar, scenario)."""
        vorm = (len(self.uitkomst.bron.gemeenten), len(self.uitkomst.jaren), np.asarray(reeks).shape[-1])
        return float(np.broadcast_to(reeks, vorm)[self.i, self.j, 0])


@dataclass(frozen=True)
class _Regel:
    """How a figure is computed: a sentence with the names of its parts between braces, and the function."""

    label: str
    soort: str
    zin: str
    symbolen: str
    reken: Callable[..., Any]


_REGELS = {
    "niet_geplaatst": _Regel(
        "Niet geplaatst", "aantal", "{tekort} × (1 − {deel_verevend})",
        r"\text{tekort}\,(1-\text{verevend}/\textstyle\sum\text{tekort})", lambda tekort, deel: tekort * (1 - deel),
    ),
    "deel_verevend": _Regel(
        "Deel van elk tekort dat wordt verevend", "deel", "{verevend} ÷ {tekort_regio}",
        r"\text{verevend}/\textstyle\sum\text{tekort}", lambda verevend, som: v.verevend_deel(som, verevend),
    ),
    "verevend": _Regel(
        "Verevend in de regio", "aantal", "{verevening} × het kleinste van {tekort_regio} en {overschot_regio}",
        r"\text{verevening}\times\min(\textstyle\sum\text{tekort},\sum\text{overschot})",
        lambda deel, kort, over: v.verevening(kort, over, deel),
    ),
    "tekort": _Regel(
        "Tekort", "aantal", "{vraag} − {capaciteit}, minstens 0", r"\max(0,\text{vraag}-\text{capaciteit})", v.tekort
    ),
    "overschot": _Regel(
        "Overschot", "aantal", "{capaciteit} − {vraag}, minstens 0", r"\max(0,\text{capaciteit}-\text{vraag})",
        lambda capaciteit, vraag: v.overschot(vraag, capaciteit),
    ),
    "opgave": _Regel(
        "Opgave", "aantal", "{opgave_regio} × ((1 − {verdeling_gegroeid}) × {aandeel_2024} + {verdeling_gegroeid} × {gewicht})",
        r"O_t\,[(1-f_v)\,B_i/\textstyle\sum B+f_v\,w_i]",
        lambda regio, f_v, aandeel, gewicht: v.opgave(regio, aandeel, gewicht, f_v),
    ),
    "capaciteit": _Regel(
        "Capaciteit", "aantal", "{reservering} × {vrij} + {buiten}", r"r_{it}\,\text{vrij}_{it}+Z_{it}", v.capaciteit
    ),
    "reservering": _Regel(
        "Reservering", "deel", "{begin_reservering} + ({doel} − {begin_reservering}) × {reservering_gegroeid}",
        r"p^0_i+(r-p^0_i)\,f_r", v.reservering,
    ),
    "vrij": _Regel(
        "Vrijkomende woningen", "aantal", "{mutaties} + {nieuwbouw} + {doorstroming} × {gewicht}",
        r"\text{mutaties}+\text{nieuwbouw}+\text{doorstroming}\,w_i", v.vrij,
    ),
    "mutaties": _Regel(
        "Mutaties", "aantal", "{mutaties_2024} × {mutatiegraad} ÷ {mutatiegraad_2024} + {mutatiegraad} × {eerder_gebouwd}",
        r"M_i\,\mu/\mu_0+\mu\textstyle\sum\text{nieuwbouw}", v.mutaties,
    ),
    "geleverd": _Regel(
        "Geleverd aan anderen", "aantal", "{overschot} × {verevend} ÷ {overschot_regio}",
        r"\text{overschot}\,\text{verevend}/\textstyle\sum\text{overschot}",
        lambda overschot, verevend, som: overschot * v.verevend_deel(som, verevend),
    ),
    "plaatsingen": _Regel(
        "Plaatsingen", "aantal", "het kleinste van {capaciteit} en {vraag}, + {geleverd}",
        r"\min(\text{capaciteit},\text{vraag})+\text{geleverd}",
        lambda capaciteit, vraag, geleverd: v.plaatsingen(vraag, capaciteit, geleverd),
    ),
    "regulier": _Regel(
        "Regulier", "aantal", "{vrij} − ({plaatsingen} − {buiten}, minstens 0)",
        r"\text{vrij}-\max(0,\text{plaatsingen}-Z)", v.regulier,
    ),
    "benodigd_percentage": _Regel(
        "Benodigd percentage", "percentage", "100 × {opgave} ÷ {vrij}", r"100\,\text{opgave}/\text{vrij}",
        v.benodigd_percentage,
    ),
}  # fmt: skip
"""The computed figures. The parts of a sentence come in the order of the arguments of the function."""

GROOTHEDEN = {naam: regel.label for naam, regel in _REGELS.items() if naam != "deel_verevend"}
"""What can be asked, with its label."""


def leg_uit(uitkomst: Uitkomst, code: str, grootheid: str, jaar: int) -> Stap:
    """Explain one figure of one gemeente in one year.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    code
        The CBS code of the gemeente.
    grootheid
        One of GROOTHEDEN.
    jaar
        A year of the path.

    Raises
    ------
    ScenarioFout
        When the gemeente, the figure or the year is not there; the message names what is.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> stap = leg_uit(bereken(lees_regio("stedendriehoek")), "GM0262", "benodigd_percentage", 2035)
    >>> stap.ingevuld, stap.tekst
    ('100 × 87 ÷ 150', '58%')
    """
    codes, jaren = uitkomst.bron.codes, uitkomst.jaren
    fouten = [
        Fout(waar, str(waarde), f"kies {', '.join(map(str, mogelijk))}")
        for waar, waarde, mogelijk in (
            ("gemeente", code, codes),
            ("cijfer", grootheid, GROOTHEDEN),
            ("jaar", jaar, jaren),
        )
        if waarde not in mogelijk
    ]
    if fouten:
        raise ScenarioFout(fouten)
    return _stap(grootheid, _Plek(uitkomst, codes.index(code), jaren.index(jaar)))


def _stap(naam: str, plek: _Plek) -> Stap:
    if naam not in _REGELS:
        return _blad(naam, plek)
    regel = _REGELS[naam]
    namen = list(dict.fromkeys(_namen(regel.zin)))
    delen = {deel: _stap(deel, plek) for deel in namen}
    waarde = float(regel.reken(*(np.asarray(deel.waarde) for deel in delen.values())))
    return Stap(
        naam=naam,
        label=regel.label,
        waarde=waarde,
        tekst=_schrijf(waarde, regel.soort),
        regel=regel.zin.format(**{deel: stap.label.lower() for deel, stap in delen.items()}),
        symbolen=regel.symbolen,
        ingevuld=regel.zin.format(**{deel: stap.tekst for deel, stap in delen.items()}),
        herkomst="",
        delen=tuple(delen.values()),
    )


def _namen(zin: str) -> list[str]:
    return [deel.split("}")[0] for deel in zin.split("{")[1:]]


def _schrijf(waarde: float, soort: str) -> str:
    """Write a figure with the decimals that it needs: none where it is whole, else one for homes and two for shares."""
    schaal, decimalen = {"aantal": (1, 1), "deel": (100, 2), "percentage": (1, 1), "jaren": (1, 0)}[soort]
    heel = abs(schaal * waarde - round(schaal * waarde)) < 1e-9 if np.isfinite(waarde) else True
    schrijf = getal if soort in ("aantal", "jaren") else procent
    return schrijf(schaal * waarde, 0 if heel else decimalen)


@dataclass(frozen=True)
class _Blad:
    """A figure that is not computed further: from a source, from the scenario, or a sum over the gemeenten."""

    label: str
    soort: str
    waarde: Callable[[_Plek], float]
    herkomst: Callable[[_Plek], str]


def _kolom(plek: _Plek, naam: str, deel: str = "") -> str:
    """Say status, source and place of a column."""
    cijfer = plek.uitkomst.bron.register.kolommen.get(naam)
    if cijfer is None:
        return deel
    vindplaats = f", {cijfer.vindplaats}" if cijfer.vindplaats else ""
    return f"{deel}{cijfer.status}: {cijfer.bron}{vindplaats}"


def _keuze(naam: str) -> Callable[[_Plek], str]:
    return lambda plek: f"{parameter(naam).groep} in dit scenario ({naam}); {parameter(naam).bron}"


def _scenario(naam: str, schaal: float = 1.0) -> Callable[[_Plek], float]:
    return lambda plek: float(getattr(plek.uitkomst.scenario, naam)) / schaal


def _pad(wat: str) -> Callable[[_Plek], float]:
    return lambda plek: float(gegroeid(plek.uitkomst.scenario, wat)[plek.j])


def _gewicht(plek: _Plek) -> float:
    return float(gewichten(plek.uitkomst.bron, plek.uitkomst.scenario)[plek.i])


def _bron_gewicht(plek: _Plek) -> str:
    scenario, regio = plek.uitkomst.scenario, plek.uitkomst.bron
    if scenario.sleutel == "mix":
        return f"mix van sleutels: {parameter('gewichten').schrijf(scenario.gewichten)}"
    naam = kolom_van(regio, scenario.sleutel)
    som, eigen = getal(regio.kolom(naam).sum()), getal(regio.kolom(naam)[plek.i])
    return _kolom(plek, naam, f"{eigen} van {som}; ")


def _bron_2024(plek: _Plek) -> str:
    if not plek.uitkomst.bron.volledig("toewijzingen_2024"):
        return "toewijzingen onbekend, dus de sleutel"
    toewijzingen = plek.uitkomst.bron.kolom("toewijzingen_2024")
    return _kolom(plek, "toewijzingen_2024", f"{getal(toewijzingen[plek.i])} van {getal(toewijzingen.sum())}; ")


def _begin(plek: _Plek) -> float:
    doel = np.full((1, 1, 1), plek.uitkomst.scenario.reservering / 100)
    return plek.cel(r.begin_reservering(plek.uitkomst.bron, doel))


def _bron_begin(plek: _Plek) -> str:
    regio = plek.uitkomst.bron
    if not regio.volledig("toewijzingen_2024"):
        return "toewijzingen onbekend: het percentage van de regio, of meteen het gekozen percentage"
    delen = (regio.kolom(naam)[plek.i] for naam in ("toewijzingen_2024", "mutaties_liberalisatiegrens"))
    return _kolom(plek, "toewijzingen_2024", "{} toewijzingen op {} mutaties in 2024; ".format(*map(getal, delen)))


def _basis(plek: _Plek) -> float:
    return plek.cel(r.basis_mutaties(plek.uitkomst.bron, plek.uitkomst.scenario))


def _bron_basis(plek: _Plek) -> str:
    naam = f"mutaties_{plek.uitkomst.scenario.segment}"
    if not plek.uitkomst.bron.heeft(naam):
        return _kolom(plek, "corporatiewoningen_schatting", "schatting, sociale voorraad maal mutatiegraad; ")
    return _kolom(plek, naam)


def _bron_graad(plek: _Plek) -> str:
    cijfer = plek.uitkomst.bron.register.cijfers.get("mutatiegraad")
    return (
        f"{cijfer.status}: {cijfer.bron}, {cijfer.vindplaats}"
        if cijfer
        else "onbekend; het cijfer van de Stedendriehoek"
    )


def _nieuwbouw(plek: _Plek) -> Any:
    """Give the new homes of this gemeente in every year, shape (1, jaar, 1)."""
    scenario = plek.uitkomst.scenario
    gewicht = np.full((1, 1, 1), _gewicht(plek))
    jaren = np.array(plek.uitkomst.jaren).reshape(1, -1, 1)
    return v.nieuwbouw(gewicht, np.array(float(scenario.nieuwbouw)), np.array(float(scenario.programma)), jaren)


def _vraag_herkomst(plek: _Plek) -> str:
    return "opgave en achterstand van het jaar ervoor" if plek.uitkomst.scenario.achterstand == "ja" else "de opgave"


_BLADEN = {
    "vraag": _Blad("Vraag", "aantal", lambda p: p.cel(p.uitkomst.gemeenten.vraag), _vraag_herkomst),
    "opgave_regio": _Blad(
        "Opgave van de regio", "aantal", lambda p: float(p.uitkomst.regio.opgave[p.j, 0]), _keuze("opgave")
    ),
    "verdeling_gegroeid": _Blad("Ingegroeide verdeling", "deel", _pad("verdeling"), _keuze("pad")),
    "reservering_gegroeid": _Blad("Ingegroeide reservering", "deel", _pad("reservering"), _keuze("pad")),
    "aandeel_2024": _Blad(
        "Aandeel in de toewijzingen van 2024",
        "deel",
        lambda p: p.cel(r.aandeel_2024(p.uitkomst.bron, np.full((1, 1, 1), _gewicht(p)))),
        _bron_2024,
    ),
    "gewicht": _Blad("Gewicht volgens de sleutel", "deel", _gewicht, _bron_gewicht),
    "doel": _Blad("Gekozen reservering", "deel", _scenario("reservering", 100), _keuze("reservering")),
    "begin_reservering": _Blad("Reservering in 2024", "deel", _begin, _bron_begin),
    "buiten": _Blad(
        "Plekken buiten de sociale huur",
        "aantal",
        lambda p: p.cel(p.uitkomst.gemeenten.buiten),
        lambda p: "alternatief naar de sleutel, en de eigen inzet",
    ),
    "mutaties_2024": _Blad("Mutaties in 2024", "aantal", _basis, _bron_basis),
    "mutatiegraad": _Blad("Mutatiegraad", "deel", _scenario("mutatiegraad", 100), _keuze("mutatiegraad")),
    "mutatiegraad_2024": _Blad("Mutatiegraad van 2024", "deel", lambda p: r.basisgraad(p.uitkomst.bron), _bron_graad),
    "nieuwbouw": _Blad("Nieuwbouw", "aantal", lambda p: float(_nieuwbouw(p)[0, p.j, 0]), _keuze("nieuwbouw")),
    "eerder_gebouwd": _Blad(
        "Eerder gebouwd", "aantal", lambda p: float(v.eerder_gebouwd(_nieuwbouw(p))[0, p.j, 0]), _keuze("nieuwbouw")
    ),
    "doorstroming": _Blad("Doorstroming", "aantal", _scenario("doorstroming"), _keuze("doorstroming")),
    "verevening": _Blad("Verevening", "deel", _scenario("verevening", 100), _keuze("verevening")),
    "tekort_regio": _Blad(
        "Som van de tekorten",
        "aantal",
        lambda p: float(p.uitkomst.regio.tekort[p.j, 0]),
        lambda p: f"som over {len(p.uitkomst.bron.gemeenten)} gemeenten",
    ),
    "overschot_regio": _Blad(
        "Som van de overschotten",
        "aantal",
        lambda p: float(p.uitkomst.regio.overschot[p.j, 0]),
        lambda p: f"som over {len(p.uitkomst.bron.gemeenten)} gemeenten",
    ),
}
"""The figures at the end of an explanation."""


def _blad(naam: str, plek: _Plek) -> Stap:
    blad = _BLADEN[naam]
    waarde = blad.waarde(plek)
    return Stap(naam, blad.label, waarde, _schrijf(waarde, blad.soort), "", "", "", blad.herkomst(plek), ())

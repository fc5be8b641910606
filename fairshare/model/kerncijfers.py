"""The few figures that a screen opens with, taken from an outcome and the agreement beside it."""

from dataclasses import dataclass, replace

import numpy as np

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio
from fairshare.model.hele_woningen import heel
from fairshare.model.invoer import periode
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Reeks, Uitkomst
from fairshare.model.verdeelsleutel import beginscenario
from fairshare.onthouden import onthoud
from fairshare.opmaak import NIETS

_NUL = 1e-9
"""Below this a float is nothing."""


@dataclass(frozen=True)
class Kerncijfers:
    """The headline of a scenario in its end year; unknown is nan. Homes (= households) per year."""

    jaar: int
    niet_geplaatst: float
    kader: float
    """Niet geplaatst of the agreement, in its own end year; unknown beside a stock (:func:`kader_naast`)."""
    met_verevening: float
    """Niet geplaatst when every surplus counts."""
    zonder_verevening: float
    """Niet geplaatst when no surplus counts."""
    alleen: Reeks
    """The same of every gemeente in whole homes, shape (gemeente,); what became 0 and is not stays more than nothing."""
    opgave: float
    vraag: float
    """The opgave and the achterstand of the year before."""
    capaciteit: float
    benodigd_percentage: float
    regulier: float
    deel_geplaatst: float
    """Part of the opgave that finds a home [percent]."""
    gemiste_plaatsingen: float
    gemist_kader: float
    """Gemiste plaatsingen of the agreement."""
    jaar_dicht: int | None
    """The first year from which nobody is left without a home; None where that does not happen."""
    jaar_dicht_alleen: int | None
    """The same when no surplus counts."""
    hoogste: str
    """The code of the gemeente that needs the highest percentage; the first one where that is unknown."""
    hoogste_percentage: float


def afspraak(regio: Regio) -> Uitkomst:
    """Compute the agreement for a region: every parameter at its default, and a key that the region has figures for.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> float(afspraak(lees_regio("stedendriehoek")).regio.niet_geplaatst[-1, 0])
    214.5
    """
    return bereken(regio, beginscenario(regio))


@dataclass(frozen=True)
class Kader:
    """What stands beside every scenario: niet geplaatst of the agreement. Households per year; unknown is nan."""

    jaren: tuple[int, ...]
    niet_geplaatst: Reeks
    """Of the region, shape (jaar,)."""
    per_gemeente: Reeks
    """Of every gemeente, shape (gemeente, jaar)."""
    gemiste_plaatsingen: float
    in_het_eindjaar: float


@onthoud
def kader(regio: Regio) -> Kader:
    """Take niet geplaatst from the agreement of a region; it is computed once, because every step of a drag asks for it.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> float(kader(lees_regio("stedendriehoek")).niet_geplaatst[-1])
    214.5
    """
    uitkomst = afspraak(regio)
    return Kader(
        jaren=uitkomst.jaren,
        niet_geplaatst=uitkomst.regio.niet_geplaatst[:, 0].copy(),
        per_gemeente=uitkomst.over_de_jaren("niet_geplaatst").copy(),
        gemiste_plaatsingen=float(uitkomst.regio.gemiste_plaatsingen[0]),
        in_het_eindjaar=uitkomst.regionaal("niet_geplaatst"),
    )


def kader_naast(uitkomst: Uitkomst) -> Kader:
    """Take what of the agreement may stand beside an outcome: who waits is a stock, and cannot stand beside its flow.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> kader_naast(bereken(lees_regio("stedendriehoek"), Scenario(achterstand="ja"))).in_het_eindjaar
    nan
    """
    ander, onbekend = kader(uitkomst.bron), float("nan")
    if not uitkomst.scenario.wacht:
        return ander
    return replace(
        ander,
        niet_geplaatst=ander.niet_geplaatst * onbekend,
        per_gemeente=ander.per_gemeente * onbekend,
        in_het_eindjaar=onbekend,
    )


def kerncijfers(uitkomst: Uitkomst) -> Kerncijfers:
    """Take the headline figures from an outcome.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> kern = kerncijfers(bereken(lees_regio("stedendriehoek"), Scenario(reservering=35)))
    >>> round(kern.niet_geplaatst, 2), round(kern.kader, 2)
    (55.25, 214.5)
    """
    regio, ander = uitkomst.regio, kader_naast(uitkomst)
    beide = bereken(uitkomst.bron, uitkomst.scenario, verevening=[100, 0])
    per_jaar = beide.regio.niet_geplaatst
    lezingen = per_jaar[uitkomst.eind]
    niet_geplaatst, vraag = uitkomst.regionaal("niet_geplaatst"), uitkomst.regionaal("vraag")
    delen = uitkomst.per_gemeente("benodigd_percentage")
    hoogste = int(np.nan_to_num(delen).argmax())
    return Kerncijfers(
        jaar=uitkomst.eindjaar,
        niet_geplaatst=niet_geplaatst,
        kader=ander.in_het_eindjaar,
        met_verevening=float(lezingen[0]),
        zonder_verevening=float(lezingen[1]),
        alleen=_alleen(
            uitkomst, np.broadcast_to(beide.gemeenten.niet_geplaatst, (len(delen), *per_jaar.shape))[..., 1]
        ),
        opgave=uitkomst.regionaal("opgave"),
        vraag=vraag,
        capaciteit=uitkomst.regionaal("capaciteit"),
        benodigd_percentage=uitkomst.regionaal("benodigd_percentage"),
        regulier=uitkomst.regionaal("regulier"),
        deel_geplaatst=100 * (1 - niet_geplaatst / vraag) if vraag else 100.0,
        gemiste_plaatsingen=float(regio.gemiste_plaatsingen[0]),
        gemist_kader=ander.gemiste_plaatsingen,
        jaar_dicht=_dicht(uitkomst.jaren, regio.niet_geplaatst[:, 0]),
        jaar_dicht_alleen=_dicht(uitkomst.jaren, per_jaar[:, 1]),
        hoogste=uitkomst.bron.codes[hoogste],
        hoogste_percentage=float(delen[hoogste]),
    )


def _alleen(uitkomst: Uitkomst, precies: Reeks) -> Reeks:
    """Give what each gemeente is short by itself as the tables have it; who waits adds up over the years and is in no table."""
    eind = precies[:, uitkomst.eind]
    if uitkomst.scenario.wacht:
        return eind
    cellen = heel(uitkomst, "tekort")[:-1, uitkomst.eind]
    return np.where(cellen > 0, cellen, np.minimum(eind, 2 * NIETS))


def jaar_dicht(uitkomst: Uitkomst) -> int | None:
    """Find the first year from which niet geplaatst stays 0; None when it does not within this path.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> jaar_dicht(bereken(lees_regio("stedendriehoek"), reservering=37))
    2035
    """
    return _dicht(uitkomst.jaren, uitkomst.regio.niet_geplaatst[:, 0])


def _dicht(jaren: tuple[int, ...], niet_geplaatst: Reeks) -> int | None:
    open_ = ~(niet_geplaatst <= _NUL)
    if open_[-1]:
        return None
    return jaren[int(np.flatnonzero(open_)[-1]) + 1 if open_.any() else 0]


def uitstel(uitkomst: Uitkomst) -> tuple[int, float]:
    """Say what a later start costs: how many years, and the plaatsingen that are missed more over the period.

    Of a path that starts with the period: one year later. Of a path that starts later: against one that does. Unknown is nan.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> uitstel(bereken(lees_regio("stedendriehoek"), Scenario(start=2030)))
    (4, 321.0)
    """
    scenario, begin = uitkomst.scenario, periode(uitkomst.bron)[0]
    later = scenario.start > begin
    jaren = scenario.start - begin if later else 1
    try:
        ander = bereken(uitkomst.bron, scenario.met(start=begin if later else begin + 1))
    except (ScenarioFout, ValueError):  # the end or an afwijking leaves no room for another start
        return jaren, float("nan")
    meer = float(uitkomst.regio.gemiste_plaatsingen[0] - ander.regio.gemiste_plaatsingen[0])
    return jaren, round(meer if later else -meer, 9)


MERK_NODIG = "nodig in 2024"
"""What a percentage that is needed means; it is written rounded up."""


@onthoud
def merken(regio: Regio) -> tuple[tuple[float, str], ...]:
    """Say what two percentages of the mutaties mean: what was done in 2024, and what the whole region would have needed.

    The scenario a region begins with has the counts of 2024, so both hold beside any other scenario. Empty for a region
    that knows neither.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> [(round(deel, 2), woord) for deel, woord in merken(lees_regio("stedendriehoek"))]
    [(24.96, 'in 2024'), (36.73, 'nodig in 2024')]
    """
    cijfers = afspraak(regio)
    mutaties = float(cijfers.regio.mutaties[0, 0])
    gebeurd = 100 * float(regio.kolom("toewijzingen_2024").sum()) / mutaties if mutaties else float("nan")
    deel = cijfers.regionaal("benodigd_percentage")
    return tuple((deel, woord) for deel, woord in ((gebeurd, "in 2024"), (deel, MERK_NODIG)) if np.isfinite(deel))


def zelfde_reservering(uitkomst: Uitkomst, jaar: int) -> float | None:
    """Give the reservering of a year [percent] when every gemeente has the same; None when they differ or it is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> zelfde_reservering(uitkomst, 2035), zelfde_reservering(uitkomst, 2026)
    (30.0, None)
    """
    delen = uitkomst.over_de_jaren("reservering")[:, uitkomst.jaren.index(jaar)]
    gelijk = bool(np.isfinite(delen).all()) and float(np.ptp(delen)) < _NUL
    return 100 * float(delen[0]) if gelijk else None


@dataclass(frozen=True)
class OpDeLijn:
    """What a scenario would be at one reservering for the whole region; homes per year in the end year."""

    capaciteit: float
    niet_geplaatst: float


def op_de_lijn(uitkomst: Uitkomst, reservering: float) -> OpDeLijn:
    """Put every gemeente at one reservering, also outside the range of its control, and keep the rest of the scenario.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> op_de_lijn(bereken(lees_regio("stedendriehoek")), 15).niet_geplaatst
    692.25
    """
    allen_gelijk = uitkomst.scenario.met(afwijking=(), bodem="nee")
    regio = bereken(uitkomst.bron, allen_gelijk, reservering=reservering).regio
    return OpDeLijn(float(regio.capaciteit[uitkomst.eind, 0]), float(regio.niet_geplaatst[uitkomst.eind, 0]))

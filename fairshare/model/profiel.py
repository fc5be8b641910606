"""One gemeente as the main person: what it has, what it must do, and what it would need to do it alone."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import getal, procent


@dataclass(frozen=True)
class Profiel:
    """The figures of one gemeente in the end year; homes per year, percentages 0-100, unknown is nan."""

    naam: str
    jaar: int
    opgave: float
    deel_van_regio: float
    vrij: float
    reservering: float
    buiten: float
    """Places outside social rent, own inzet included."""
    capaciteit: float
    mutatiegraad: float
    """Mutaties of 2024 over the estimated stock; an estimate [percent]."""
    tekort: float
    overschot: float
    niet_geplaatst: float
    geleverd: float
    regulier: float
    benodigd_percentage: float
    plaats: int | None
    """Place in the region by benodigd percentage, 1 is highest; None when unknown."""
    van: int
    """Number of gemeenten with a known place."""
    nodige_reservering: float
    """Reservering that would close the own gap, other places counted [percent]."""
    extra_plekken: float
    """Places a year outside social rent that would close the own gap."""
    nieuwbouw: float
    """New social rent homes a year, from the start year on, that would close the own gap."""
    toewijzingen_2024: float
    aandeel_2024: float
    """Share of the mutaties that went to urgenten in 2024."""

    @property
    def ontvangen(self) -> float:
        """What others take over of the own tekort."""
        return self.tekort - self.niet_geplaatst


def profiel(uitkomst: Uitkomst, code: str) -> Profiel:
    """Take the figures of one gemeente from an outcome.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    code
        The CBS code of the gemeente.

    Notes
    -----
    New homes in a gemeente are let once and add to the mutaties of later years, so n homes a year give
    reservering n (1 + mu (T-S)) places in the end year T (equations 4 to 6).

    With achterstand the answers hold for the backlog that this scenario has built up.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> lochem = profiel(bereken(lees_regio("stedendriehoek")), "GM0262")
    >>> lochem.plaats, round(lochem.tekort), round(lochem.nieuwbouw)
    (1, 42, 92)
    """
    i, regio = uitkomst.bron.codes.index(code), uitkomst.bron
    eind: dict[str, Any] = {naam: float(uitkomst.per_gemeente(naam)[i]) for naam in _EIND}
    toewijzingen, mutaties = (float(regio.kolom(n)[i]) for n in ("toewijzingen_2024", "mutaties_liberalisatiegrens"))
    voorraad = float(regio.kolom("corporatiewoningen_schatting")[i])
    totaal = float(uitkomst.regio.opgave[-1, 0])
    return Profiel(
        naam=regio.namen[i],
        jaar=uitkomst.jaren[-1],
        **eind,
        reservering=100 * float(uitkomst.per_gemeente("reservering")[i]),
        deel_van_regio=100 * eind["opgave"] / totaal if totaal else float("nan"),
        mutatiegraad=100 * mutaties / voorraad if voorraad else float("nan"),
        toewijzingen_2024=toewijzingen,
        aandeel_2024=100 * toewijzingen / mutaties if mutaties else float("nan"),
        **_plaats(uitkomst.per_gemeente("benodigd_percentage"), i),
        **_alleen_nodig(uitkomst, i, eind),
    )


_EIND = (
    "opgave",
    "vrij",
    "buiten",
    "capaciteit",
    "tekort",
    "overschot",
    "niet_geplaatst",
    "geleverd",
    "regulier",
    "benodigd_percentage",
)
"""What a profile takes from the outcome as it is."""


def _plaats(benodigd: NDArray[np.float64], i: int) -> dict[str, Any]:
    """Say which place a gemeente has by benodigd percentage, and of how many."""
    bekend = benodigd[np.isfinite(benodigd)]
    return {
        "plaats": 1 + int((bekend > benodigd[i]).sum()) if np.isfinite(benodigd[i]) else None,
        "van": len(bekend),
    }


def _alleen_nodig(uitkomst: Uitkomst, i: int, eind: dict[str, Any]) -> dict[str, Any]:
    """Say what would close the own gap: another reservering, extra places, or new homes from the start year on."""
    vraag, vrij = float(uitkomst.per_gemeente("vraag")[i]), eind["vrij"]
    jaren = uitkomst.jaren[-1] - uitkomst.jaren[0]
    per_woning = float(uitkomst.per_gemeente("reservering")[i]) * (1 + uitkomst.scenario.mutatiegraad / 100 * jaren)
    return {
        "nodige_reservering": 100 * float(np.maximum(0.0, (vraag - eind["buiten"]) / vrij)) if vrij else float("nan"),
        "extra_plekken": eind["tekort"],
        "nieuwbouw": eind["tekort"] / per_woning,
    }


def zinnen(p: Profiel) -> list[str]:
    """Tell the profile in five sentences that can be read aloud.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> zinnen(profiel(bereken(lees_regio("stedendriehoek")), "GM0262"))[2]
    'Daarmee komt Lochem 42 plekken tekort; andere gemeenten nemen er 2 over en voor 40 huishoudens is er geen woning.'
    """
    return [_opgave(p), _capaciteit(p), _saldo(p), _alleen(p), _toen(p)]


def _weet(*waarden: float) -> bool:
    return all(np.isfinite(waarden))


def _opgave(p: Profiel) -> str:
    if not _weet(p.opgave):
        return f"De opgave van {p.naam} is onbekend."
    deel = f", {procent(p.deel_van_regio, 1)} van de regio" if _weet(p.deel_van_regio) else ""
    return f"In {p.jaar} is de opgave van {p.naam} {getal(p.opgave)} urgente huishoudens per jaar{deel}."


def _capaciteit(p: Profiel) -> str:
    if not _weet(p.capaciteit):
        return f"Hoeveel woningen er in {p.naam} vrijkomen, is in dit scenario onbekend."
    plekken = f" en {getal(p.buiten)} plekken daarbuiten" if getal(p.buiten) != "0" else ""
    return (
        f"Er komen {getal(p.vrij)} sociale huurwoningen vrij; met {procent(p.reservering, 1)} reservering{plekken} "
        f"zijn er {getal(p.capaciteit)} voor urgenten."
    )


def _saldo(p: Profiel) -> str:
    if not _weet(p.tekort):
        return "Of dat genoeg is, valt niet te zeggen."
    if getal(p.tekort) != "0":
        over = f"andere gemeenten nemen er {getal(p.ontvangen)} over en " if getal(p.ontvangen) != "0" else ""
        return (
            f"Daarmee komt {p.naam} {getal(p.tekort)} plekken tekort; {over}"
            f"voor {getal(p.niet_geplaatst)} huishoudens is er geen woning."
        )
    if getal(p.overschot) != "0":
        helpt = f"; {getal(p.geleverd)} daarvan helpen andere gemeenten" if getal(p.geleverd) != "0" else ""
        return f"Daarmee houdt {p.naam} {getal(p.overschot)} plekken over{helpt}."
    return f"Daarmee heeft {p.naam} precies genoeg."


def _alleen(p: Profiel) -> str:
    if p.plaats is None:
        return f"Welk percentage {p.naam} nodig heeft, is onbekend."
    return (
        f"De eigen opgave vraagt {procent(p.benodigd_percentage, 1)} van de vrijkomende woningen: "
        f"plaats {p.plaats} van {p.van} in de regio, van hoog naar laag."
    )


def _toen(p: Profiel) -> str:
    toen = (
        f"In 2024 wees {p.naam} {getal(p.toewijzingen_2024)} woningen toe aan urgenten ({procent(p.aandeel_2024, 1)} van de mutaties)"
        if _weet(p.toewijzingen_2024, p.aandeel_2024)
        else f"Hoeveel woningen {p.naam} in 2024 aan urgenten toewees, is onbekend"
    )
    rest = (
        f"blijven er in {p.jaar} nog {getal(p.regulier)} woningen over"
        if _weet(p.regulier)
        else f"is de rest in {p.jaar} onbekend"
    )
    return f"{toen}; voor regulier woningzoekenden {rest}."

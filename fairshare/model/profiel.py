"""One gemeente as the main person: what it has, what it must do, and what it would need to do it alone."""

from dataclasses import dataclass, field
from functools import cached_property
from math import isclose
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.hele_woningen import heel
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.zoeken import kleinste
from fairshare.opmaak import NIETS, RUIS, aantal, benodigd, getal, is_een, plekken, procent

WONINGEN = {"liberalisatiegrens": "sociale huurwoningen", "aftoppingsgrens": "woningen tot de eerste aftoppingsgrens"}
"""What comes free and counts, by segment."""


@dataclass(frozen=True)
class Profiel:
    """The figures of one gemeente in the end year; homes per year, percentages 0-100, unknown is nan."""

    naam: str
    jaar: int
    eigen_aandeel: float
    opgave: float
    deel_van_regio: float
    dekking: float
    """The part of its own share that it can house by itself [percent]."""
    saldo: float
    vereffening: float
    vrij: float
    reservering: float
    buiten: float
    """Places outside social rent, own inzet included."""
    capaciteit: float
    mutatiegraad: float
    """Mutaties of 2024 over the stock of that year [percent]."""
    statushouders_geplaatst: float
    """Homes that go to statushouders first, where they are counted apart."""
    vraag: float
    """The opgave, or with achterstand the eigen aandeel and who waits."""
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
    toewijzingen_2024: float
    aandeel_2024: float
    """Share of the mutaties that went to urgenten in 2024."""
    uitkomst: Uitkomst = field(repr=False)
    plek: int
    """Which of the gemeenten it is."""

    @property
    def nodige_reservering(self) -> float | None:
        """Reservering that would close the own gap, other places counted [percent]."""
        return self._nodig["nodige_reservering"]

    @property
    def extra_plekken(self) -> float | None:
        """Places a year outside social rent that would close the own gap."""
        return self._nodig["extra_plekken"]

    @property
    def nieuwbouw(self) -> float | None:
        """New social rent homes a year, from the first year on, that would close the own gap; the other answers are such too."""
        return self._nodig["nieuwbouw"]

    @property
    def hoogstens(self) -> str:
        """Say so where what others take over rests on those of which it is unknown, who count as 0."""
        return "hoogstens " if self.uitkomst.onvolledig and self.uitkomst.scenario.verevening else ""

    @cached_property
    def _nodig(self) -> dict[str, float | None]:
        return _alleen_nodig(self.uitkomst, self.plek)

    @property
    def ontvangen(self) -> float:
        """What others take over of the own tekort."""
        return self.tekort - self.niet_geplaatst

    @property
    def overgenomen(self) -> float:
        """The same in whole homes: what is left of the tekort, so that the three add up when they are read."""
        return self._heel("tekort") - self._heel("niet_geplaatst")

    def heel(self, naam: str) -> float:
        """Give a figure in whole homes; what is more than nothing and became nothing stays more than nothing."""
        return self._heel(naam) or min(getattr(self, naam), 2 * NIETS)

    def _heel(self, naam: str) -> float:
        return float(heel(self.uitkomst, naam)[self.plek, self.uitkomst.eind])


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
    What would close the own gap is searched on the model itself, without verevening, each lever apart.

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
    voorraad = float(regio.kolom("corporatiewoningen_2024")[i])
    totaal = uitkomst.regionaal("eigen_aandeel")
    return Profiel(
        naam=regio.namen[i],
        jaar=uitkomst.eindjaar,
        **eind,
        benodigd_percentage=in_het_jaar(uitkomst, ("benodigd_percentage",))["benodigd_percentage"][i],
        reservering=100 * float(uitkomst.per_gemeente("reservering")[i]),
        deel_van_regio=100 * eind["eigen_aandeel"] / totaal if totaal else float("nan"),
        mutatiegraad=100 * mutaties / voorraad if voorraad else float("nan"),
        toewijzingen_2024=toewijzingen,
        aandeel_2024=100 * toewijzingen / mutaties if mutaties else float("nan"),
        uitkomst=uitkomst,
        plek=i,
        **_plaats(uitkomst.per_gemeente("benodigd_percentage"), i),
    )


_EIND = (
    "eigen_aandeel",
    "opgave",
    "dekking",
    "saldo",
    "vereffening",
    "vrij",
    "buiten",
    "capaciteit",
    "statushouders_geplaatst",
    "vraag",
    "tekort",
    "overschot",
    "niet_geplaatst",
    "geleverd",
    "regulier",
)
"""What a profile takes from the outcome as it is."""


def _plaats(benodigd: NDArray[np.float64], i: int) -> dict[str, Any]:
    """Say which place a gemeente has by benodigd percentage, and of how many."""
    bekend = benodigd[np.isfinite(benodigd)]
    return {
        "plaats": 1 + int((bekend > benodigd[i]).sum()) if np.isfinite(benodigd[i]) else None,
        "van": len(bekend),
    }


_HEFBOMEN = {
    "nodige_reservering": ("afwijking", 100.0),
    "extra_plekken": ("inzet", 5000.0),
    "nieuwbouw": ("bouw", 100_000.0),
}
"""What would close the own gap, the parameter of the gemeente that does so, and the most that is tried."""


def _alleen_nodig(uitkomst: Uitkomst, i: int) -> dict[str, float | None]:
    """Say what would close the own gap without verevening: another reservering, extra places, or new homes; unknown is nan, None where no value does."""
    if not np.isfinite(uitkomst.per_gemeente("tekort")[i]):
        return dict.fromkeys(_HEFBOMEN, float("nan"))
    nu = {naam: _nu(uitkomst, naam, i) for naam, _ in _HEFBOMEN.values()}

    def over(x: NDArray[np.float64]) -> NDArray[np.float64]:
        variaties = {}
        for rij, (naam, _) in enumerate(_HEFBOMEN.values()):
            reeks = np.broadcast_to(
                _nu(uitkomst, naam, None)[:, None, None], (len(uitkomst.bron.codes), *x.shape)
            ).copy()
            reeks[i, rij] = x[rij] if naam == "afwijking" else nu[naam] + x[rij]
            variaties[naam] = reeks.reshape(len(uitkomst.bron.codes), -1)
        samen = bereken(uitkomst.bron, uitkomst.scenario, verevening=0, **variaties)
        tekort = samen.regio.rekening.van_een("tekort", i)[uitkomst.eind]
        return 1e-9 - np.asarray(np.broadcast_to(tekort, x.size)).reshape(x.shape)

    gevonden = kleinste(over, [hoogste for _, hoogste in _HEFBOMEN.values()])
    return {naam: een.waarde for naam, een in zip(_HEFBOMEN, gevonden, strict=True)}


def _nu(uitkomst: Uitkomst, naam: str, i: int | None) -> Any:
    """Give what the gemeenten have now of a parameter of their own, in the units of a link; of all, or of one."""
    schaal = 100 if naam == "afwijking" else 1
    reeks = schaal * np.broadcast_to(uitkomst.regio.rekening.invoer(naam), (len(uitkomst.bron.codes), 1, 1))[:, 0, 0]
    return reeks if i is None else float(reeks[i])


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


def op_weg(uitkomst: Uitkomst, code: str) -> str:
    """Say that before the end of the path the opgave of a gemeente still follows 2024, where its eigen aandeel is another.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> op_weg(bereken(lees_regio("stedendriehoek")), "GM0262")
    'Tot en met 2034 volgt de opgave nog geheel of deels de verdeling van 2024: in 2026 is zij 59, bij een eigen aandeel van 87.'
    """
    i = uitkomst.bron.codes.index(code)
    anders = np.flatnonzero(_anders(uitkomst)[i]).tolist()
    if not anders:
        return ""
    j, eind = anders[0], uitkomst.eind
    opgave, aandeel = heel(uitkomst, "opgave")[i, j], uitkomst.over_de_jaren("eigen_aandeel")[i]
    # what stays the same is rounded once
    eigen = heel(uitkomst, "eigen_aandeel")[i, eind if isclose(aandeel[j], aandeel[eind]) else j]
    return (
        f"{_tot_en_met(uitkomst.jaren[anders[-1]])}: "
        f"in {uitkomst.jaren[j]} is zij {getal(opgave)}, bij een eigen aandeel van {getal(eigen)}."
    )


def op_weg_samen(uitkomst: Uitkomst) -> str:
    """Say up to which year the opgave of the gemeenten still follows 2024; "" where it never does.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> op_weg_samen(bereken(lees_regio("stedendriehoek")))
    'Tot en met 2034 volgt de opgave nog geheel of deels de verdeling van 2024, niet het eigen aandeel.'
    """
    anders = np.flatnonzero(_anders(uitkomst).any(axis=0)).tolist()
    return f"{_tot_en_met(uitkomst.jaren[anders[-1]])}, niet het eigen aandeel." if anders else ""


def _tot_en_met(jaar: int) -> str:
    return f"Tot en met {jaar} volgt de opgave nog geheel of deels de verdeling van 2024"


def _anders(uitkomst: Uitkomst) -> NDArray[np.bool_]:
    """Say of each gemeente in which years its opgave reads other than its eigen aandeel, along the path."""
    opgave, eigen = (
        np.floor(np.round(uitkomst.over_de_jaren(naam), RUIS) + 0.5) for naam in ("opgave", "eigen_aandeel")
    )
    anders = (opgave != eigen) & ~(np.isnan(opgave) & np.isnan(eigen))
    return np.asarray(
        anders & (not uitkomst.scenario.wacht)
    )  # else the eigen aandeel itself is asked from the first year on


def _weet(*waarden: float) -> bool:
    return all(np.isfinite(waarden))


def _opgave(p: Profiel) -> str:
    if not _weet(p.eigen_aandeel):
        return f"Het eigen aandeel van {p.naam} in de opgave is onbekend."
    deel = f", {procent(p.deel_van_regio, 1)} van de regio" if _weet(p.deel_van_regio) else ""
    return f"In {p.jaar} is het eigen aandeel van {p.naam} {getal(p.heel('eigen_aandeel'))} urgente huishoudens per jaar{deel}."


def _capaciteit(p: Profiel) -> str:
    if not _weet(p.capaciteit):
        return f"Hoeveel woningen er in {p.naam} vrijkomen, is in dit scenario onbekend."
    plekken = f" en {getal(p.heel('buiten'))} plekken daarbuiten" if getal(p.heel("buiten")) != "0" else ""
    apart = getal(p.heel("statushouders_geplaatst"))
    eerst = f"na {apart} voor statushouders " if apart != "0" else ""
    return (
        f"Er komen {getal(p.heel('vrij'))} {WONINGEN[p.uitkomst.scenario.segment]} vrij; met {procent(p.reservering, 1)} reservering{plekken} "
        f"zijn er {eerst}{getal(p.heel('capaciteit'))} voor urgenten."
    )


def _saldo(p: Profiel) -> str:
    if not _weet(p.tekort):
        return "Of dat genoeg is, valt niet te zeggen."
    if getal(p.heel("vraag")) != getal(p.heel("opgave")):
        return f"Met wie wacht erbij zoeken {getal(p.heel('vraag'))} huishoudens. {_over_of_tekort(p)}"
    return _over_of_tekort(p)


def _zonder_woning(zonder: float, hoogstens: str) -> str:
    if zonder <= NIETS:
        return "voor elk huishouden is er een woning"
    return f"voor {hoogstens}{aantal(zonder)} {'huishouden' if is_een(zonder) else 'huishoudens'} is er geen woning"


def _over_of_tekort(p: Profiel) -> str:
    hoogstens, minstens = p.hoogstens, "minstens " if p.hoogstens else ""
    if p.tekort > NIETS:
        over = p.heel("niet_geplaatst")
        tekort = max(p.heel("tekort"), over)
        daarmee = f"Daarmee komt {p.naam} {plekken(tekort)} tekort"
        if getal(tekort) == "0":
            return f"{daarmee}."
        minstens = minstens if over > NIETS else ""
        anderen = f"andere gemeenten nemen er {minstens}{getal(p.overgenomen)} over en " if p.overgenomen > 0 else ""
        return f"{daarmee}; {anderen}{_zonder_woning(over, hoogstens)}."
    if p.overschot > NIETS:
        geleverd = p.heel("geleverd")
        alle = isclose(p.geleverd, p.overschot) and not hoogstens
        wie = "die" if alle else f"{hoogstens}{getal(geleverd)} daarvan"
        helpen = "helpt" if is_een(geleverd) else "helpen"
        helpt = f"; {wie} {helpen} andere gemeenten" if getal(geleverd) != "0" else ""
        return f"Daarmee houdt {p.naam} {plekken(p.heel('overschot'))} over{helpt}."
    return f"Daarmee heeft {p.naam} precies genoeg."


def _alleen(p: Profiel) -> str:
    if p.vrij == 0 and p.eigen_aandeel - p.buiten > NIETS:
        return "Een percentage dat genoeg is, is er niet: er komt geen woning vrij."
    if p.plaats is None:
        return f"Welk percentage {p.naam} nodig heeft, is onbekend."
    van = f"{p.van} in de regio" if p.van == len(p.uitkomst.bron.namen) else f"de {p.van} waarvan het bekend is"
    return (
        f"Het eigen aandeel vraagt {benodigd(p.benodigd_percentage)} van de vrijkomende woningen: "
        f"plaats {p.plaats} van {van}, van hoog naar laag."
    )


def _toen(p: Profiel) -> str:
    deel = f" ({procent(p.aandeel_2024, 1)} van alle mutaties)" if _weet(p.aandeel_2024) else ""
    toen = (
        f"In 2024 wees {p.naam} {getal(p.toewijzingen_2024)} woningen toe aan urgenten{deel}"
        if _weet(p.toewijzingen_2024)
        else f"Hoeveel woningen {p.naam} in 2024 aan urgenten toewees, is onbekend"
    )
    rest = (
        f"blijven er in {p.jaar} nog {getal(p.heel('regulier'))} woningen over"
        if _weet(p.regulier)
        else f"is de rest in {p.jaar} onbekend"
    )
    return f"{toen}; voor regulier woningzoekenden {rest}."

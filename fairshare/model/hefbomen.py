"""Levers side by side: what the same effort yields in each, and what each did in this scenario."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from fairshare.fouten import ScenarioFout
from fairshare.lui import pd
from fairshare.model.invoer import gekozen, mutaties_2024, varieerbaar
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.verdeelsleutel import beginscenario
from fairshare.model.zoeken import elk_apart
from fairshare.opmaak import afgerond, getal
from fairshare.parameters import Getal
from fairshare.scenario import Scenario

MEESTE_DECIMALEN = 3
"""A sum is written with at most so many decimals."""

_NUL = 1e-9
"""Below this a float is nothing."""

_DELEN = {"reservering": "Meer reserveren", "mutatiegraad": "Meer mutaties"}
"""The levers that are a percentage, with what more of them is called."""


def _even_veel() -> dict[str, str]:
    """Give the levers of the comparison: what the region decides in homes or places a year, and the percentages."""
    return {
        naam: _DELEN.get(naam, wat.label)
        for naam, wat in Scenario.parameters().items()
        if naam in _DELEN
        or (isinstance(wat, Getal) and wat.groep == "beleidskeuze" and wat.eenheid.endswith("per jaar"))
    }


EVEN_VEEL = _even_veel()
"""The levers of the comparison, with what they do."""

STAPPEN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Reservering", ("reservering", "afwijking", "bodem")),
    ("Mutatiegraad", ("mutatiegraad",)),
    ("Nieuwbouw en bouwprogramma", ("nieuwbouw", "programma", "bouw")),
    ("Doorstroming", ("doorstroming",)),
    ("Plekken buiten de sociale huur", ("alternatief", "inzet")),
    ("Andere opgave", ("opgave", "groei", "statushouders", "taakstelling", "lokaal")),
    ("Sloop en verhuisketen", ("sloop", "herhuisvesting", "verhuisketen")),
    ("Alleen goedkope woningen", ("segment",)),
    ("Andere verdeling", ("sleutel", "gewichten", "bovengrens", "ondergrens", "ruil")),
    ("Andere verevening", ("verevening", "regel")),
    ("Achterstand", ("achterstand", "uitval", "wachtend")),
)
"""The steps from 2024 to the scenario, in this order: a later step meets what the earlier ones left."""

_PAD = ("regio", "pad", "punten", "start", "eind", "groeit")
"""What the first step has already."""


def _stappen() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give the steps, and in a last one every parameter that stands in none of them."""
    genoemd = {naam for _, namen in STAPPEN for naam in namen}
    return (
        *STAPPEN,
        ("Overige keuzes", tuple(naam for naam in Scenario.model_fields if naam not in (*genoemd, *_PAD))),
    )


ALTIJD = 5
"""The first steps are the levers: they are shown even where they do nothing."""


def even_veel(uitkomst: Uitkomst, inspanning: float) -> pd.DataFrame:
    """Put the same effort in each lever, on top of the scenario, and see what it yields in the end year.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    inspanning
        Homes or places a year: homes more that are reserved, mutaties more, homes more that are built or freed,
        places more outside social rent.

    Returns
    -------
    pandas.DataFrame
        A row a lever: hefboom, label, waarde (of the parameter), plekken (capaciteit more), minder (niet geplaatst
        less), gemist (gemiste plaatsingen less) and regulier (homes more for regulier woningzoekenden).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> tabel = even_veel(bereken(lees_regio("stedendriehoek")), 100).set_index("hefboom")["minder"]
    >>> tabel[["reservering", "mutatiegraad", "alternatief"]].round(1).tolist()
    [100.0, 30.0, 100.0]
    """
    scenario, regio = uitkomst.scenario, uitkomst.regio
    nu = {naam: gekozen(uitkomst.bron, scenario, naam) for naam in EVEN_VEEL}
    straks = {naam: met_inspanning(uitkomst, naam, nu[naam], inspanning) for naam in EVEN_VEEL}
    eind = uitkomst.eind
    samen = bereken(uitkomst.bron, scenario, **elk_apart(nu, straks)).regio
    return pd.DataFrame(
        {
            "hefboom": list(EVEN_VEEL),
            "label": list(EVEN_VEEL.values()),
            "waarde": list(straks.values()),
            "plekken": samen.capaciteit[eind] - regio.capaciteit[eind],
            "minder": regio.niet_geplaatst[eind] - samen.niet_geplaatst[eind],
            "gemist": regio.gemiste_plaatsingen - samen.gemiste_plaatsingen,
            "regulier": samen.regulier[eind] - regio.regulier[eind],
        }
    )


def met_inspanning(uitkomst: Uitkomst, naam: str, nu: float, inspanning: float) -> float:
    """Give what a lever becomes with an effort in homes or places, as far as the engine takes it.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> round(met_inspanning(bereken(lees_regio("stedendriehoek")), "reservering", 30.0, 100), 2)
    33.14
    """
    erbij = inspanning
    if naam in _DELEN:  # of no homes at all a part does nothing
        geheel = uitkomst.regionaal({"reservering": "vrij", "mutatiegraad": "mutaties"}[naam])
        heel = 100.0 if naam == "reservering" else nu
        erbij = heel * inspanning / geheel if geheel else 0.0
    return min(float(varieerbaar()[naam][1]), nu + erbij)


@dataclass(frozen=True)
class Waterval:
    """From the gap of 2024 to that of the scenario in its end year, step by step; homes per year."""

    begin: float
    """The opgave of 2024 less what was done for it; unknown is nan."""
    stappen: pd.DataFrame
    """A row a step: label, van, tot (niet geplaatst before and after)."""
    eind: float


def waterval(uitkomst: Uitkomst) -> Waterval:
    """Go from the gap of 2024 to the scenario's, one kind of parameter at a time.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.

    Notes
    -----
    Each step takes the scenario's values of its parameters and keeps those of the steps before. The order matters:
    what a step does depends on what the earlier ones left. The last step ends at the scenario. What a gemeente takes
    along that counts as 0 from there, as it is unknown, stands by itself.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> stappen = waterval(bereken(lees_regio("stedendriehoek"))).stappen
    >>> float(stappen["van"][0]), float(stappen["tot"][0])
    (375.0, 214.5)
    """
    doel, regio = uitkomst.scenario, uitkomst.bron
    nu = beginscenario(regio).met(
        **{naam: getattr(doel, naam) for naam in ("pad", "punten", "start", "eind", "groeit")},
    )
    stand = begin = _gat_2024(uitkomst)
    rijen = []
    wacht: list[str] = []
    voor, weg = None, set[str]()
    for plek, (label, namen) in enumerate(_stappen()):
        gezet = {naam: getattr(doel, naam) for naam in namen}
        anders = any(getattr(nu, naam) != waarde for naam, waarde in gezet.items())
        nu = nu.met(**gezet)
        if anders or plek < ALTIJD:
            try:
                straks = bereken(regio, nu)
            except ScenarioFout:  # halfway it need not go together; then it counts with the step that follows
                wacht.append(label)
                continue
            if nieuw := {*straks.onvolledig} - weg:
                zonder = _zonder(uitkomst, voor, nieuw)
                wie = "1 gemeente onbekend, telt" if len(nieuw) == 1 else f"{len(nieuw)} gemeenten onbekend, tellen"
                rijen.append((f"{wie} als 0", stand, zonder))
                stand, weg = zonder, {*straks.onvolledig}
            na = straks.regionaal("niet_geplaatst")
            rijen.append((" en ".join([*wacht, label.lower() if wacht else label]), stand, na))
            stand, wacht, voor = na, [], nu
    return Waterval(begin, pd.DataFrame(rijen, columns=["label", "van", "tot"]), stand)


def optelsom(waterval: Waterval) -> str:
    """Write the steps as a sum, with as few decimals as make it add up; "" where whole numbers do, or something is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> optelsom(waterval(bereken(lees_regio("stedendriehoek"))))
    '375,0 − 160,5 = 214,5'
    """
    delen = [waterval.begin, *(waterval.stappen["tot"] - waterval.stappen["van"]).tolist()]
    if not np.isfinite([*delen, waterval.eind]).all():
        return ""
    decimalen = next((d for d in range(MEESTE_DECIMALEN) if _klopt(delen, waterval.eind, d)), MEESTE_DECIMALEN)
    stappen = [f" {'−' if deel < 0 else '+'} {getal(abs(deel), decimalen)}" for deel in delen[1:] if abs(deel) > _NUL]
    return (
        f"{getal(waterval.begin, decimalen)}{''.join(stappen)} = {getal(waterval.eind, decimalen)}" if decimalen else ""
    )


def _klopt(delen: list[float], samen: float, decimalen: int) -> bool:
    return sum(afgerond(deel, decimalen) for deel in delen) == afgerond(samen, decimalen)


def _gat_2024(uitkomst: Uitkomst) -> float:
    """Give the opgave of the agreement less the toewijzingen of 2024; unknown (nan) where either is."""
    opgave = uitkomst.bron.cijfer("opgave")
    return float("nan") if opgave is None else opgave - float(uitkomst.bron.kolom("toewijzingen_2024").sum())


def _zonder(uitkomst: Uitkomst, voor: Scenario | None, wie: set[str]) -> float:
    """Give niet geplaatst of a scenario, else the gap of 2024, without what these gemeenten have."""
    regio, weg = uitkomst.bron, np.isin(uitkomst.bron.namen, [*wie])
    if voor is None:
        return _gat_2024(uitkomst) + float(regio.kolom("toewijzingen_2024")[weg].sum())
    mutaties = np.where(weg, 0.0, mutaties_2024(regio, voor)[:, 0])
    return bereken(regio, voor, mutaties=mutaties).regionaal("niet_geplaatst")

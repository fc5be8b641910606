"""What goes into the equations: columns of the data, figures of the region, and the choices of a scenario.

An input has a name that an equation can use as an argument. Every parameter of a scenario is one by its own name; where a
figure has that name too, as ``gekozen_`` and the name. Percentages come in as fractions; unknown is nan.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from fairshare.fouten import Fout, ScenarioFout
from fairshare.gegevens import Cijfer, Regio, register_van
from fairshare.model import regels as _regels  # noqa: F401 - makes its figures known
from fairshare.model import vergelijkingen as _vergelijkingen  # noqa: F401
from fairshare.model.graaf import VERGELIJKINGEN, VORIGE
from fairshare.model.verdeelsleutel import gewichten
from fairshare.onthouden import onthoud
from fairshare.opmaak import MEESTE_OP_RIJ, opsomming
from fairshare.parameters import Getal, Paren
from fairshare.scenario import Scenario

Reeks = NDArray[np.float64]
Waarde = Any
"""An array that broadcasts to (gemeente, jaar, scenario), a number, or a word."""

ONBEKEND = float("nan")
"""The one nan that stands for an unknown input: what is known of a scenario can then be compared."""

GEKOZEN = "gekozen_"

PERIODE = (2026, 2035)
"""The period of the agreement where the register of the region names none."""

GEEN_GRAAD = 5.71
"""Mutatiegraad of a region whose own is unknown: that of the Stedendriehoek, and every screen says so [percent]."""

_PROCENT = "procent"


@dataclass(frozen=True)
class Vraag:
    """Of which region and scenario an input is asked, and what varies within the call."""

    regio: Regio
    scenario: Scenario
    variaties: Mapping[str, Waarde] = field(default_factory=dict)

    @property
    def aantal(self) -> int:
        """How many gemeenten there are."""
        return len(self.regio.gemeenten)


@dataclass(frozen=True)
class Invoer:
    """An input: what to call it, which kind of figure it is, and where its value comes from."""

    label: str
    soort: str
    lees: Callable[[Vraag], Waarde]
    per_gemeente: bool = False
    per_jaar: bool = False


def periode(regio: Regio) -> tuple[int, int]:
    """Give the first and the last year of the agreement.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> periode(lees_regio("stedendriehoek"))
    (2026, 2035)
    """
    begin, eind = regio.cijfer("periode_begin"), regio.cijfer("periode_eind")
    return (PERIODE[0] if begin is None else int(begin), PERIODE[1] if eind is None else int(eind))


def jaren(regio: Regio, scenario: Scenario) -> tuple[int, ...]:
    """Give the years that are computed: from the first of the period to its last, or to the end of the path.

    Two scenarios with another start or end are so compared over the same years.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> jaren(lees_regio("stedendriehoek"), Scenario(start=2030, eind=2037))[::11]
    (2026, 2037)
    """
    begin, eind = periode(regio)
    return tuple(range(begin, max(eind, scenario.eind) + 1))


@onthoud
def eigen_mutatiegraad(regio: Regio) -> float:
    """Give the mutatiegraad mu0 that goes with the mutaties in the data: the register's, else mutaties over voorraad [percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> eigen_mutatiegraad(lees_regio("stedendriehoek"))
    5.71
    """
    cijfer = regio.cijfer("mutatiegraad")
    if cijfer is not None:
        return cijfer
    mutaties, voorraad = regio.kolom("mutaties_liberalisatiegrens"), regio.kolom("corporatiewoningen_2024")
    bekend = np.isfinite(mutaties + voorraad)
    if not voorraad[bekend].sum() or not mutaties[bekend].sum():
        return GEEN_GRAAD
    return round(100 * float(mutaties[bekend].sum() / voorraad[bekend].sum()), 2)


def mutatiegraad(regio: Regio, scenario: Scenario) -> float:
    """Give the mutatiegraad of a scenario: the chosen one, else the region's own [percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> mutatiegraad(lees_regio("stedendriehoek"), Scenario())
    5.71
    """
    return eigen_mutatiegraad(regio) if scenario.mutatiegraad is None else scenario.mutatiegraad


def gekozen_opgave(regio: Regio, scenario: Scenario) -> float:
    """Give the opgave of the region before growth and readings: the chosen one, else the region's, else unknown (nan).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> gekozen_opgave(lees_regio("stedendriehoek"), Scenario()), gekozen_opgave(lees_regio("gmr"), Scenario())
    (1170.0, nan)
    """
    cijfer = regio.cijfer("opgave") if scenario.opgave is None else scenario.opgave
    return ONBEKEND if cijfer is None else float(cijfer)


def taakstelling(regio: Regio, scenario: Scenario) -> float:
    """Give the homes for statushouders of a scenario: the chosen number, else the region's own, else 0.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> taakstelling(lees_regio("stedendriehoek"), Scenario())
    348.0
    """
    cijfer = regio.cijfer("statushouders") if scenario.taakstelling is None else scenario.taakstelling
    return float(cijfer or 0.0)


EIGEN_CIJFERS: Mapping[str, Callable[[Regio, Scenario], float]] = {
    "mutatiegraad": mutatiegraad,
    "taakstelling": taakstelling,
    "opgave": gekozen_opgave,
}
"""The parameters that are the region's own where a scenario leaves them open."""


def gekozen(regio: Regio, scenario: Scenario, naam: str) -> float:
    """Give a numeric parameter of a scenario in the units of a link; where it is left open, the region's own.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> gekozen(lees_regio("stedendriehoek"), Scenario(), "mutatiegraad")
    5.71
    """
    eigen = EIGEN_CIJFERS.get(naam)
    return float(getattr(scenario, naam)) if eigen is None else eigen(regio, scenario)


def _rij(regio: Regio, kolom: str) -> Reeks:
    return regio.kolom(kolom).reshape(-1, 1, 1)


def _mutaties(vraag: Vraag, segment: str) -> Reeks:
    """Give the mutaties of 2024 in a segment; without figures voorraad times mutatiegraad, an estimate that every screen labels so."""
    kolom = f"mutaties_{segment}"
    if vraag.regio.heeft(kolom) or segment == "aftoppingsgrens":
        return _rij(vraag.regio, kolom)
    return _rij(vraag.regio, "corporatiewoningen_2024") * eigen_mutatiegraad(vraag.regio) / 100


def mutaties_2024(regio: Regio, scenario: Scenario) -> Reeks:
    """Give the mutaties of 2024 in the segment of a scenario, shape (gemeente, 1).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> mutaties_2024(lees_regio("stedendriehoek"), Scenario()).sum()
    np.float64(3185.0)
    """
    return np.asarray(_mutaties(Vraag(regio, scenario), scenario.segment)[:, 0])


def toewijzingen_bekend(regio: Regio) -> bool:
    """Whether the distribution of 2024 is known of every gemeente.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> toewijzingen_bekend(lees_regio("gmr"))
    False
    """
    return regio.volledig("toewijzingen_2024") and bool(regio.kolom("toewijzingen_2024").any())


def ingroei(regio: Regio, scenario: Scenario) -> tuple[str, ...]:
    """Give what grows in along the pad here: of what is unknown in 2024, and of a goal reached at once, there is no path.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> ingroei(lees_regio("stedendriehoek"), Scenario()), ingroei(lees_regio("gmr"), Scenario(regio="gmr"))
    (('reservering', 'verdeling'), ('reservering',))
    """
    vraag = Vraag(regio, scenario)
    if _direct(vraag) or scenario.pad == "direct" or scenario.eind == scenario.start:
        return ()
    bekend = {"reservering": _begin(vraag) != "doel", "verdeling": toewijzingen_bekend(regio)}
    return tuple(wat for wat, weet in bekend.items() if weet and wat in scenario.groeit)


def _begin(vraag: Vraag) -> str:
    """Say what the path of the reservering begins with: each gemeente's own share of 2024, the region's, or the goal itself."""
    if vraag.regio.volledig("toewijzingen_2024") and vraag.regio.volledig("mutaties_liberalisatiegrens"):
        return "gemeente"
    return "doel" if vraag.regio.cijfer("reservering_start") is None else "regio"


def _paren(vraag: Vraag, naam: str, leeg: float) -> Waarde:
    """Lay pairs of gemeente and number out over the gemeenten."""
    paren = getattr(vraag.scenario, naam)
    if not paren:
        return leeg
    waarden = {paar[0]: paar[1] for paar in paren}
    return np.array([waarden.get(code, leeg) for code in vraag.regio.codes], dtype=float).reshape(-1, 1, 1)


def _afwijking(vraag: Vraag) -> Waarde:
    return _paren(vraag, "afwijking", ONBEKEND) / 100


def _afwijking_jaar(vraag: Vraag) -> Waarde:
    jaren_ = {code: jaar for code, _, jaar in vraag.scenario.afwijking if jaar is not None}
    if not jaren_:
        return ONBEKEND
    return np.array([jaren_.get(code, ONBEKEND) for code in vraag.regio.codes], dtype=float).reshape(-1, 1, 1)


def _ruil(vraag: Vraag) -> Waarde:
    """Give what each gemeente takes over from others less what others take over from it."""
    if not vraag.scenario.ruil:
        return 0.0
    netto = dict.fromkeys(vraag.regio.codes, 0.0)
    for paar, aantal in vraag.scenario.ruil:
        van, naar = paar.split("-")
        netto[van] -= aantal
        netto[naar] += aantal
    return np.array(list(netto.values())).reshape(-1, 1, 1)


def lokale_groepen(regio: Regio) -> Reeks:
    """Give the urgent households of all local groups per gemeente; unknown where one is, or where there are no groups at all.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> bool(np.isnan(lokale_groepen(lees_regio("stedendriehoek"))).all())
    True
    """
    return np.array([
        sum(ONBEKEND if aantal is None else float(aantal) for aantal in rij.groep.values()) if rij.groep else ONBEKEND
        for rij in regio.gemeenten
    ])  # fmt: skip


def _eigen_pad(vraag: Vraag, eind: Waarde) -> Waarde:
    """Give the part of the way by the points of an own path: straight lines from 0 before the start to 1 in the end year."""
    scenario = vraag.scenario
    if scenario.pad != "eigen":
        return ONBEKEND
    t = np.array(jaren(vraag.regio, scenario), dtype=float)
    per_einde = {}
    for einde in np.unique(eind):
        per_einde[float(einde)] = np.interp(t, *_knikken(scenario, float(einde)))
    return np.array([per_einde[float(einde)] for einde in np.ravel(eind)]).reshape(-1, len(t), 1)


def _knikken(scenario: Scenario, einde: float) -> tuple[list[float], list[float]]:
    """Give the years in which an own path bends, and the part of the way there."""
    punten = [(float(jaar), deel / 100) for jaar, deel in scenario.punten if int(jaar) < einde]
    jaren_, delen = zip((scenario.start - 1.0, 0.0), *punten, (einde, 1.0), strict=True)
    return list(jaren_), list(delen)


def op_het_eigen_pad(scenario: Scenario, jaar: int) -> int:
    """Give where a new point of an own path begins: on the line that is there [percent of the way].

    Examples
    --------
    >>> op_het_eigen_pad(Scenario(pad="eigen"), 2030), op_het_eigen_pad(Scenario(pad="eigen", punten=(("2031", 20),)), 2033)
    (50, 60)
    """
    return round(100 * float(np.interp(jaar, *_knikken(scenario, float(scenario.eind)))))


def _eind_reservering(vraag: Vraag) -> Waarde:
    eigen = _afwijking_jaar(vraag)
    return np.where(np.isnan(eigen), vraag.scenario.eind, eigen)


def _direct(vraag: Vraag) -> bool:
    """Whether there is no path: a segment is a reading of a year, because what of 2024 fell in it is unknown."""
    return vraag.scenario.segment == "aftoppingsgrens"


@onthoud
def afstanden(regio: Regio) -> Reeks:
    """Give the distances between the centres of gemeenten, rounded to 0.1 km; ties settled by code of row, then of column.

    Returns
    -------
    numpy.ndarray
        Shape (gemeente, gemeente) [0.1 km]; the fraction below 1 only settles ties. A gemeente without a centre is nan.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("stedendriehoek")
    >>> int(afstanden(regio)[regio.codes.index("GM0262"), regio.codes.index("GM0150")])
    125
    """
    x, y = regio.kolom("centrum_x"), regio.kolom("centrum_y")
    recht = np.hypot(x[:, None] - x[None, :], y[:, None] - y[None, :])
    volgorde = np.argsort(np.argsort(regio.codes))
    voorrang = (volgorde[:, None] * len(volgorde) + volgorde[None, :]) / len(volgorde) ** 2
    return np.asarray(np.floor(np.round(recht / 100, 9) + 0.5) + voorrang)


LEEN_DEEL = "achterhoek"
"""The region whose part of a building programme stands in for that of a region without its own."""


def sociaal_deel(regio: Regio, jaar: int) -> float:
    """Give the part of a building programme that is social rent in a year [fraction]; the region's, else the Achterhoek's.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> sociaal_deel(lees_regio("stedendriehoek"), 2030), sociaal_deel(lees_regio("stedendriehoek"), 2031)
    (0.3, 0.23)
    """
    delen = bron_sociaal_deel(regio).reeks
    return delen[max((vanaf for vanaf in delen if vanaf <= jaar), default=min(delen))] / 100


def bron_sociaal_deel(regio: Regio) -> Cijfer:
    """Give where the part of a building programme comes from that is social rent.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> bron_sociaal_deel(lees_regio("stedendriehoek")).bron
    'Prestatieafspraken Achterhoek 2026-2029'
    """
    eigen = regio.register.cijfers.get("sociaal_deel")
    return register_van(LEEN_DEEL).cijfers["sociaal_deel"] if eigen is None else eigen


def _per_jaar(vraag: Vraag, waarden: list[float]) -> Reeks:
    return np.array(waarden, dtype=float).reshape(1, -1, 1)


GEGEVENS: Mapping[str, Invoer] = {
    "jaar": Invoer("Jaar", "jaartal", lambda v: _per_jaar(v, list(jaren(v.regio, v.scenario))), per_jaar=True),
    "periode_begin": Invoer("Eerste jaar van de periode", "jaartal", lambda v: float(periode(v.regio)[0])),
    "periode_eind": Invoer("Laatste jaar van de periode", "jaartal", lambda v: float(periode(v.regio)[1])),
    "start": Invoer("Startjaar", "jaartal", lambda v: periode(v.regio)[0] if _direct(v) else float(v.scenario.start)),
    "eind": Invoer("Eindjaar", "jaartal", lambda v: float(v.scenario.eind)),
    "pad": Invoer("Ingroeipad", "woord", lambda v: "direct" if _direct(v) else v.scenario.pad),
    "eigen_pad": Invoer("Eigen pad", "deel", lambda v: _eigen_pad(v, np.array(v.scenario.eind)), per_jaar=True),
    "eigen_pad_reservering": Invoer(
        "Eigen pad van de reservering", "deel", lambda v: _eigen_pad(v, _eind_reservering(v)), True, True
    ),
    "gewicht": Invoer("Gewicht volgens de sleutel", "deel", lambda v: gewichten(v.regio, v.scenario).reshape(-1, 1, 1), True),
    "gewicht_inwoners": Invoer(
        "Deel van de inwoners", "deel",
        lambda v: gewichten(v.regio, Scenario(regio=v.regio.sleutel)).reshape(-1, 1, 1) if v.scenario.ondergrens else 0.0, True,
    ),
    "toewijzingen_2024": Invoer("Toewijzingen in 2024", "aantal", lambda v: _rij(v.regio, "toewijzingen_2024"), True),
    "toewijzingen_bekend": Invoer(
        "Toewijzingen van 2024 bekend", "woord", lambda v: "ja" if toewijzingen_bekend(v.regio) else "nee"
    ),
    "begin": Invoer("Waar de reservering begint", "woord", _begin),
    "mutaties_2024": Invoer("Mutaties in 2024", "aantal", lambda v: _mutaties(v, v.scenario.segment), True),
    "mutaties_alle_2024": Invoer("Alle mutaties in 2024", "aantal", lambda v: _mutaties(v, "liberalisatiegrens"), True),
    "mutatiegraad": Invoer("Mutatiegraad", "deel", lambda v: mutatiegraad(v.regio, v.scenario) / 100),
    "mutatiegraad_2024": Invoer("Mutatiegraad van 2024", "deel", lambda v: eigen_mutatiegraad(v.regio) / 100),
    "gekozen_opgave": Invoer("Opgave in het jaar ervoor", "aantal", lambda v: gekozen_opgave(v.regio, v.scenario)),
    "taakstelling": Invoer("Taakstelling statushouders", "aantal", lambda v: taakstelling(v.regio, v.scenario)),
    "eigen_taakstelling": Invoer(
        "Statushouders in de opgave", "aantal", lambda v: float(v.regio.cijfer("statushouders") or 0.0)
    ),
    "reservering_start": Invoer(
        "Reservering van de regio aan het begin", "deel",
        lambda v: ONBEKEND if (cijfer := v.regio.cijfer("reservering_start")) is None else cijfer / 100,
    ),
    "sociaal_deel": Invoer(
        "Sociaal deel van het bouwprogramma", "deel",
        lambda v: _per_jaar(v, [sociaal_deel(v.regio, jaar) for jaar in jaren(v.regio, v.scenario)]), per_jaar=True,
    ),
    "afwijking": Invoer("Afwijkende reservering", "deel", _afwijking, True),
    "afwijking_jaar": Invoer("Jaar van de afwijking", "jaartal", _afwijking_jaar, True),
    "ruil": Invoer("Geruild", "aantal", _ruil, True),
    "lokale_groepen": Invoer(
        "Urgenten van lokale groepen", "aantal", lambda v: lokale_groepen(v.regio).reshape(-1, 1, 1) if v.scenario.lokaal == "ja" else 0.0, True,
    ),
    "grenzen": Invoer(
        "Grenzen", "woord", lambda v: "ja" if v.scenario.bovengrens is not None or v.scenario.ondergrens or {"bovengrens", "ondergrens"} & set(v.variaties) else "nee"
    ),
    "bovengrens": Invoer(
        "Bovengrens", "deel", lambda v: ONBEKEND if v.scenario.bovengrens is None else v.scenario.bovengrens / 100
    ),
    "afstand": Invoer("Afstand", "km", lambda v: afstanden(v.regio) if v.scenario.regel == "nabij" else 0.0, True),
}  # fmt: skip
"""The inputs that are more than the value of a parameter."""


def _uit_scenario(naam: str) -> Invoer:
    """Make the input of a parameter that is just its value."""
    wat = Scenario.parameters()[naam]
    label = f"Gekozen {wat.label[0].lower()}{wat.label[1:]}" if naam in VERGELIJKINGEN else wat.label
    if isinstance(wat, Paren):
        return Invoer(label, "aantal", lambda v: _paren(v, naam, 0.0), per_gemeente=True)
    if isinstance(wat, Getal) and wat.eenheid.startswith(_PROCENT):
        return Invoer(label, "deel", lambda v: getattr(v.scenario, naam) / 100)
    if isinstance(wat, Getal):
        return Invoer(
            label, "jaartal" if wat.eenheid == "jaar" else "aantal", lambda v: float(getattr(v.scenario, naam))
        )
    return Invoer(label, "woord", lambda v: getattr(v.scenario, naam))


def invoernaam(parameter: str) -> str:
    """Give the name by which an equation knows a parameter.

    Examples
    --------
    >>> invoernaam("reservering"), invoernaam("verevening")
    ('gekozen_reservering', 'verevening')
    """
    return GEKOZEN + parameter if parameter in VERGELIJKINGEN else parameter


_GEEN_INVOER = ("regio", "sleutel", "gewichten", "punten")
"""The parameters that choose data or make up another input."""

INVOER: Mapping[str, Invoer] = {
    invoernaam(naam): _uit_scenario(naam) for naam in Scenario.model_fields if naam not in _GEEN_INVOER
} | dict(GEGEVENS)
"""Every input, by name."""

ENKEL = {"mutaties": "mutaties_2024", "gewichten": "gewicht"}
"""Variations that stand for a column of the data, shape (gemeente,) or (gemeente, scenario)."""

_PER_GEMEENTE = ("afwijking", "bouw", "inzet", "ruil")
"""Parameters with a number per gemeente; as a variation an array of shape (gemeente,) or (gemeente, scenario)."""


@cache
def varieerbaar() -> Mapping[str, tuple[float, float]]:
    """Give the numeric parameters that can vary within one call, and what the engine takes of them (wider than a link).

    Examples
    --------
    >>> varieerbaar()["reservering"], varieerbaar()["nieuwbouw"]
    ((0, 100), (0, 1000000))
    """
    return {
        naam: wat.rekent
        for naam, wat in Scenario.parameters().items()
        if isinstance(wat, Getal) and wat.eenheid != "jaar"
    }


def _als_variatie(naam: str, waarde: ArrayLike, aantal: int) -> Reeks:
    """Bring a variation to the shape and the unit of an input."""
    try:
        reeks = np.asarray(waarde, dtype=float)
    except (TypeError, ValueError):
        reeks = np.empty(0)
    if not reeks.size:
        raise ScenarioFout([Fout(naam, str(waarde), "een variatie is een getal of een rij van getallen")])
    if naam in ENKEL or naam in _PER_GEMEENTE:
        if len(np.atleast_1d(reeks)) != aantal:
            raise ScenarioFout([Fout(naam, "", f"geef een getal (of een rij) voor elk van de {aantal} gemeenten")])
        return reeks.reshape(aantal, 1, -1) / (100 if naam == "afwijking" else 1)
    grenzen = varieerbaar()
    if naam not in grenzen:
        mogelijk = ", ".join((*grenzen, *_PER_GEMEENTE, *ENKEL))
        raise ScenarioFout([Fout(naam, "", f"alleen {mogelijk} kunnen varieren")])
    laag, hoog = grenzen[naam]
    if not ((reeks >= laag) & (reeks <= hoog)).all():
        raise ScenarioFout([Fout(naam, "", f"de rekenkern neemt {laag} tot en met {hoog}")])
    procent = Scenario.parameters()[naam].eenheid.startswith(_PROCENT)
    return (reeks / 100 if procent else reeks).reshape(1, 1, -1)


@onthoud
def _vast(regio: Regio, scenario: Scenario) -> dict[str, Waarde]:
    """Give every input of a scenario."""
    vraag = Vraag(regio, scenario)
    return {naam: wat.lees(vraag) for naam, wat in INVOER.items()}


def invoer(regio: Regio, scenario: Scenario, variaties: Mapping[str, ArrayLike]) -> dict[str, Waarde]:
    """Give every input of a call, by name.

    Raises
    ------
    ScenarioFout
        When the verdeelsleutel has no figures here, or a variation is out of range.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> invoer(lees_regio("stedendriehoek"), Scenario(), {"reservering": 35})["gekozen_reservering"]
    array([[[0.35]]])
    """
    waarden = dict(_vast(regio, scenario))
    anders = {naam: _als_variatie(naam, waarde, len(regio.gemeenten)) for naam, waarde in variaties.items()}
    lang = {naam: reeks.shape[2] for naam, reeks in anders.items() if reeks.shape[2] > 1}
    if len(set(lang.values())) > 1:
        zoveel = opsomming([f"{naam} heeft er {aantal}" for naam, aantal in lang.items()])
        raise ScenarioFout([Fout(" en ".join(lang), "", f"variaties zijn even lang, en {zoveel}")])
    waarden |= {ENKEL.get(naam, invoernaam(naam)): reeks for naam, reeks in anders.items()}
    if {"bovengrens", "ondergrens"} & set(variaties):
        waarden["grenzen"] = "ja"
        waarden["gewicht_inwoners"] = gewichten(regio, Scenario(regio=regio.sleutel)).reshape(-1, 1, 1)
    return waarden


@lru_cache(maxsize=1)
def _verschillen() -> frozenset[str]:
    namen = {naam for naam, wat in INVOER.items() if wat.per_gemeente}
    erbij = set(namen)
    while erbij:
        erbij = {
            naam
            for naam, som in VERGELIJKINGEN.items()
            if naam not in namen and any(deel.removeprefix(VORIGE) in namen for deel in som.delen)
        }
        namen |= erbij
    return frozenset(namen)


def per_gemeente(naam: str) -> bool:
    """Whether a figure or an input differs between gemeenten, so that the region has their sum.

    Examples
    --------
    >>> per_gemeente("tekort"), per_gemeente("verevend"), per_gemeente("som_tekort")
    (True, False, False)
    """
    return naam.removeprefix(VORIGE) in _verschillen()


def namen_van(regio: Regio, wie: ArrayLike) -> tuple[str, ...]:
    """Name gemeenten in the order of their region; of many, of which only the first will be named, the largest first.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> namen_van(lees_regio("stedendriehoek"), [True, False, True] + 6 * [False])
    ('Apeldoorn', 'Deventer')
    >>> namen_van(lees_regio("NL"), np.full(342, True))[:2]
    ('Amsterdam', 'Rotterdam')
    """
    plekken = np.flatnonzero(wie)
    if len(plekken) > MEESTE_OP_RIJ:
        groot = np.nan_to_num(np.fmax(regio.kolom("corporatiewoningen_2024"), regio.kolom("inwoners_2024")))
        plekken = plekken[np.argsort(-groot[plekken], kind="stable")]
    return tuple(regio.namen[plek] for plek in plekken)

"""Random regions and scenarios over all parameters together, from one source of whole numbers.

``n(laag, hoog)`` gives a whole number from laag up to and including hoog: hypothesis draws it in a test, a plain random
number generator does in a long search (``python -m tests.unit.trekken 20000``).
"""

import random
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import numpy as np
from hypothesis import strategies as st

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Cijfer, Gemeente, Regio, Register
from fairshare.model import bereken
from fairshare.parameters import Getal, Keuze
from fairshare.scenario import Scenario
from fairshare.weergave import PARAMETERS
from tests.unit.naslag import DEFAULT
from tests.unit.naslag_van import naslag

Bron = Callable[[int, int], int]
Deel = TypeVar("Deel")

SLEUTELS = ("inwoners", "inwoners_cbs", "mutaties", "realisatie")


def soms(n: Bron, een_op: int) -> bool:
    """Say yes once in so many times; no is what a smaller case has."""
    return n(0, een_op - 1) == een_op - 1


def een_van(n: Bron, wat: Sequence[Deel]) -> Deel:
    return wat[n(0, len(wat) - 1)]


def een_regio(n: Bron) -> Regio:
    """One to eight gemeenten; mutaties or toewijzingen may be 0, toewijzingen unknown, and cheap homes unknown of some."""
    aantal, zonder, met_groepen = n(1, 8), soms(n, 8), soms(n, 2)
    rijen = []
    for nummer in range(aantal):
        mutaties = 0 if nummer and soms(n, 20) else n(1, 2000)
        rijen.append(
            Gemeente(
                code=f"GM{1000 + (nummer * 37 + n(0, 3)) % 9000:04d}",
                naam=f"G{nummer}",
                inwoners_2024=n(1, 500),
                opgave_inwoners_gepubliceerd=0 if nummer and soms(n, 25) else n(1, 500),
                mutaties_liberalisatiegrens=mutaties,
                mutaties_aftoppingsgrens=None if soms(n, 4) else n(0, mutaties),
                toewijzingen_2024=None if zonder else min(mutaties, n(0, 500)),
                centrum_x=100 * n(1800, 1900),
                centrum_y=100 * n(4400, 4500),
                groep={"dak": n(0, 40), "zorg": n(0, 9)} if met_groepen else {},
            )
        )
    cijfers = {"opgave": float(n(0, 3000)), "mutatiegraad": een_van(n, (5.0, 5.71, 3.0, 7.25))}
    if not soms(n, 10):
        cijfers["statushouders"] = float(n(0, 300))
    if soms(n, 6):
        cijfers |= {"periode_begin": 2026.0 + n(0, 2), "periode_eind": 2030.0 + n(0, 7)}
    register = Register(
        naam="Getrokken",
        toelichting="",
        cijfers={naam: Cijfer(naam=naam, status="schatting", bron="test", waarde=w) for naam, w in cijfers.items()},
        kolommen={},
    )
    return Regio(sleutel="getrokken", register=register, gemeenten=tuple(rijen))


MEESTE = {"sloop": 60, "nieuwbouw": 400, "programma": 2000, "doorstroming": 400, "alternatief": 400, "wachtend": 3000}
"""What the controls allow more of than a region of this size can use."""

APART = (
    "regio",
    "start",
    "eind",
    "pad",
    "punten",
    "sleutel",
    "gewichten",
    "afwijking",
    "ruil",
    "bouw",
    "inzet",
    "uitval",
)
"""What is drawn by hand, because it must go with the rest."""


def een_waarde(n: Bron, naam: str) -> Any:
    """A value that the control of a parameter has."""
    wat = PARAMETERS[naam]
    if isinstance(wat, Keuze):
        return een_van(n, sorted(wat.opties))
    assert isinstance(wat, Getal), naam
    if naam == "mutatiegraad":
        return None if soms(n, 2) else n(300, 900) / 100
    helft = wat.hoog if wat.eenheid.startswith("procent") or wat.eenheid == "jaar" else wat.hoog / 2
    hoogste = min(wat.hoog, MEESTE.get(naam, 3000 if naam == "opgave" else 600 if naam == "taakstelling" else helft))
    return wat.op(n(0, round((hoogste - wat.laag) / wat.stap)))


def een_scenario(n: Bron, regio: Regio, zeldzaam: int = 3) -> Scenario:
    """Any parameter at any value of its control, each once in ``zeldzaam`` times other than its default."""
    start = 2026 if not soms(n, 2) else n(2026, 2030)
    eind = 2035 if not soms(n, 2) else n(max(start, int(regio.cijfer("periode_begin") or start)), 2040)
    waarden: dict[str, Any] = {"start": start, "eind": eind}
    vrij = [naam for naam in Scenario.model_fields if naam not in APART]
    for naam in vrij:
        if soms(n, zeldzaam):
            waarden[naam] = een_waarde(n, naam)
    if regio.gemeenten[0].groep and soms(n, 2):
        waarden["lokaal"] = "ja"
    elif not soms(n, 5):  # it would only be refused
        waarden.pop("lokaal", None)
    if waarden.get("segment") == "aftoppingsgrens" and not soms(n, 5):
        waarden = {
            k: w
            for k, w in waarden.items()
            if k not in ("achterstand", "bodem", "bovengrens", "ondergrens", "verhuisketen")
        }
    if soms(n, 2):
        waarden["pad"] = een_waarde(n, "pad")
    if waarden.get("pad") == "eigen" and start < eind:
        jaren = sorted({n(start, eind - 1) for _ in range(n(0, 4))})
        waarden["punten"] = tuple((str(jaar), n(0, 100)) for jaar in jaren)
    sleutel = een_van(n, ("inwoners", *SLEUTELS, "mix"))
    waarden["sleutel"] = sleutel
    if sleutel == "mix":
        namen = sorted({een_van(n, SLEUTELS) for _ in range(3)})
        waarden["gewichten"] = tuple((naam, n(1, 100)) for naam in namen)
    if waarden.get("achterstand") != "ja":
        waarden.pop("wachtend", None)
    elif soms(n, 2):
        waarden["uitval"] = n(0, 100)

    def paren(hoogste: int) -> tuple[tuple[str, int], ...]:
        wie = sorted({een_van(n, regio.codes) for _ in range(n(1, 2))})
        return tuple((code, n(1, hoogste)) for code in wie)

    for naam in ("bouw", "inzet"):
        if soms(n, zeldzaam):
            waarden[naam] = paren(200)
    if soms(n, zeldzaam):
        waarden["afwijking"] = tuple((c, float(d), n(start, 2040) if soms(n, 2) else None) for c, d in paren(100))
    if soms(n, zeldzaam) and len(regio.codes) > 1:
        tweetallen = {(een_van(n, regio.codes), een_van(n, regio.codes)) for _ in range(2)}
        waarden["ruil"] = tuple((f"{van}-{naar}", n(1, 60)) for van, naar in sorted(tweetallen) if van != naar)
    return Scenario(**waarden)


NAMEN_NOEMEN = ("afwijking", "ruil", "bouw", "inzet")
"""The parameters that name gemeenten."""


def zonder_weigering(scenario: Scenario) -> Scenario:
    """Leave out what a region could refuse, so that any region with known figures computes it."""
    rustig = {"segment": "liberalisatiegrens", "lokaal": "nee", "bovengrens": None, "ondergrens": 0}
    anders = scenario.met(**rustig, **dict.fromkeys(NAMEN_NOEMEN, ()))
    return anders.met(opgave=2000 + (anders.opgave or 0), statushouders="inclusief", taakstelling=None)


@st.composite
def regios(draw: Callable[[Any], int]) -> Regio:
    """A region of which everything is known, with the period of the agreement."""
    regio = een_regio(lambda laag, hoog: draw(st.integers(laag, hoog)))
    cijfers = {naam: cijfer for naam, cijfer in regio.register.cijfers.items() if not naam.startswith("periode")}
    heel = [
        rij.model_copy(
            update={
                "mutaties_liberalisatiegrens": rij.mutaties_liberalisatiegrens or 1,
                "opgave_inwoners_gepubliceerd": rij.opgave_inwoners_gepubliceerd or 1,
                "toewijzingen_2024": rij.toewijzingen_2024 or 1,
            }
        )
        for rij in regio.gemeenten
    ]
    return Regio(regio.sleutel, regio.register.model_copy(update={"cijfers": cijfers}), tuple(heel))


@st.composite
def scenarios(draw: Callable[[Any], int]) -> Scenario:
    """A scenario that every region with known figures can compute."""
    regio = een_regio(lambda laag, hoog: laag)
    return zonder_weigering(een_scenario(lambda laag, hoog: draw(st.integers(laag, hoog)), regio))


def stap(naam: str) -> st.SearchStrategy[float]:
    """A value that the control of a number stops at."""
    wat = PARAMETERS[naam]
    assert isinstance(wat, Getal)
    return st.integers(0, wat.aantal_stappen).map(wat.op)


def keuze(naam: str) -> st.SearchStrategy[str]:
    wat = PARAMETERS[naam]
    assert isinstance(wat, Keuze)
    return st.sampled_from(sorted(wat.opties))


@st.composite
def gevallen(draw: Callable[[Any], int], zeldzaam: int = 3) -> tuple[Regio, Scenario]:
    """A region with a scenario that names its gemeenten too; what it asks may be too much."""

    def n(laag: int, hoog: int) -> int:
        return draw(st.integers(laag, hoog))

    regio = een_regio(n)
    return regio, een_scenario(n, regio, zeldzaam)


PER_GEMEENTE = {
    "opgave": "opgave",
    "eigen_aandeel": "eigen_aandeel",
    "verplaatst": "verplaatst",
    "mutaties": "mutaties",
    "vrij": "vrij",
    "reservering": "r",
    "capaciteit": "capaciteit",
    "vraag": "vraag",
    "tekort": "tekort",
    "overschot": "overschot",
    "ontvangen": "ontvangen",
    "geleverd": "geleverd",
    "niet_geplaatst": "niet_geplaatst",
    "plaatsingen": "plaatsingen",
    "regulier": "regulier",
    "benodigd_percentage": "benodigd_percentage",
    "dekking": "dekking",
    "saldo": "saldo",
    "vereffening": "vereffening",
    "wachtend": "wachtend",
    "nieuwbouw": "nieuwbouw",
    "buiten": "plekken",
    "statushouders_niet_geplaatst": "statushouders_niet_geplaatst",
    "statushouders_zonder_woning": "statushouders_zonder_woning",
}
"""Each figure of the engine per gemeente and year, and what the oracle calls it."""

VAN_DE_REGIO = {naam: daar for naam, daar in PER_GEMEENTE.items() if naam not in ("verplaatst", "benodigd_percentage")} | {
    "wachttijd": "wachttijd",
    "benodigd_percentage": "benodigd_percentage",
}  # fmt: skip
"""The same of the region per year; the oracle adds up only what the bounds moved to someone."""


def getallen(reeks: Sequence[float | None]) -> np.ndarray:
    """Unknown is nan."""
    return np.array([np.nan if waarde is None else waarde for waarde in reeks], dtype=float)


BUITEN_CONTRACT = set(Scenario.model_fields) - set(DEFAULT) - {"regio", "sleutel", "gewichten", "punten"}
"""The parameters that the oracle does not know, by no name: they came after the contract."""


def vergelijk(regio: Regio, scenario: Scenario) -> str:
    """Hold the engine against the oracle: "" where they agree, else what differs. What the contract has not is left out."""
    scenario = scenario.met(**{naam: Scenario.model_fields[naam].default for naam in BUITEN_CONTRACT})
    try:
        verwacht, waarom = naslag(regio, scenario), ""
    except ValueError as fout:
        verwacht, waarom = None, str(fout)
    try:
        uitkomst = bereken(regio, scenario)
    except ScenarioFout as fout:
        return "" if verwacht is None else f"alleen de rekenkern weigert: {fout}"
    if verwacht is None:
        return f"alleen de naslag weigert: {waarom}"
    assert list(uitkomst.jaren) == verwacht["jaren"]
    anders = []

    def hou(wat: str, hier: Any, daar: Any) -> None:
        if not np.allclose(hier, daar, rtol=1e-7, atol=1e-5, equal_nan=True):
            anders.append(f"{wat}: rekenkern {np.round(hier, 5)}, naslag {np.round(daar, 5)}")

    samen_niets = np.abs(uitkomst.regio.eigen_aandeel[:, 0]) < 1e-6
    niets = {  # of a share of 0, or what floats make of it, there is no part
        "dekking": np.abs(uitkomst.over_de_jaren("eigen_aandeel")) < 1e-6,
        "vereffening": samen_niets,
        "regio dekking": samen_niets,
        "regio vereffening": samen_niets,
    }

    def hou_reeks(wat: str, hier: Any, daar: Any) -> None:
        hou(wat, *(np.where(niets.get(wat, False), np.nan, reeks) for reeks in (hier, daar)))

    for naam, daar in PER_GEMEENTE.items():
        reeks = np.array([getallen(verwacht["gemeenten"][code][daar]) for code in regio.codes])
        hou_reeks(naam, uitkomst.over_de_jaren(naam), reeks)
    for naam, daar in VAN_DE_REGIO.items():
        hou_reeks(f"regio {naam}", getattr(uitkomst.regio, naam)[:, 0], getallen(verwacht["regio"][daar]))
    laatste = verwacht["jaren"].index(int(regio.cijfer("periode_eind") or 2035))
    hou("gemist", uitkomst.regio.gemist[laatste, 0], getallen([verwacht["gemist"]])[0])
    hou("gemiste_plaatsingen", uitkomst.regio.gemiste_plaatsingen[0], getallen([verwacht["gemist"]])[0])
    per_gemeente = getallen([verwacht["gemist_gemeente"][code] for code in regio.codes])
    hou("gemist per gemeente", uitkomst.over_de_jaren("gemist")[:, laatste], per_gemeente)
    hou("uitgevallen", uitkomst.regio.uitgevallen[laatste, 0], getallen([verwacht["uitgevallen"]])[0])
    return "\n".join(anders)


def main(aantal: int, zaad: int = 0) -> None:
    """Search for differences for as long as someone likes; the first case of each kind is printed."""
    gezien: dict[str, int] = {}
    for nummer in range(aantal):
        kans = random.Random(f"{zaad}-{nummer}")
        regio = een_regio(kans.randint)
        scenario = een_scenario(kans.randint, regio, kans.choice((2, 3, 6, 12)))
        try:
            anders = vergelijk(regio, scenario)
        except (ArithmeticError, LookupError, TypeError, ValueError) as fout:
            anders = f"omgevallen: {type(fout).__name__} {fout}"
        if anders:
            soort = (
                anders.split(":")[0]
                + anders[anders.find(":") : anders.find(":") + 30 if "alleen" in anders else anders.find(":")]
            )
            gezien[soort] = gezien.get(soort, 0) + 1
            if gezien[soort] <= 2:
                kort = {k: w for k, w in scenario if w != getattr(Scenario(), k)}
                print(f"--- {nummer} {soort}\n{kort}\n{anders[:700]}")
    print(aantal, gezien)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 0)

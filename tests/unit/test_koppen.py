"""Every headline is held against the figures of the oracle, over random regions and scenarios with unknowns in them."""

import ast
import random
import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import pytest

from fairshare import koppen, toetsing
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio, lees_regios
from fairshare.model import Kerncijfers, Uitkomst, bereken, kerncijfers, profiel
from fairshare.opmaak import aantal, getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.unit.naslag_van import naslag
from tests.unit.proefregio import gemeente, proefregio
from tests.unit.trekken import BUITEN_CONTRACT, een_regio, een_scenario, een_van, soms

WORTEL = Path(__file__).parents[2]
REGIOS = lees_regios()
AANTAL = 2800
NIETS = 1e-6


def onbekend_gemaakt(n, regio: Regio) -> Regio:
    """Take away what a source may lack: the mutaties of some gemeenten, or the opgave."""
    if soms(n, 3):
        rijen = [
            rij.model_copy(update={"mutaties_liberalisatiegrens": None, "mutaties_aftoppingsgrens": None})
            if nummer and soms(n, 3)
            else rij
            for nummer, rij in enumerate(regio.gemeenten)
        ]
        regio = Regio(regio.sleutel, regio.register, tuple(rijen))
    if soms(n, 6):
        cijfers = {naam: een for naam, een in regio.register.cijfers.items() if naam != "opgave"}
        regio = Regio(regio.sleutel, regio.register.model_copy(update={"cijfers": cijfers}), regio.gemeenten)
    return regio


VARIANTEN = 8
"""So many scenarios share a region and their choices, which the engine then need not put in order again."""


@lru_cache(maxsize=1)
def basis(nummer: int) -> tuple[Regio, Scenario]:
    """A shipped or a drawn region, and any scenario."""
    n = random.Random(nummer).randint
    regio = REGIOS["stedendriehoek"] if soms(n, 4) else onbekend_gemaakt(n, een_regio(n))
    scenario = een_scenario(n, regio, een_van(n, (2, 4, 12)))
    return regio, scenario.met(
        regio=regio.sleutel, **{naam: Scenario.model_fields[naam].default for naam in BUITEN_CONTRACT}
    )


def geval(nummer: int) -> tuple[Regio, Scenario]:
    """The same with another reservering, verevening and opgave; 37%, and few or many households, come often."""
    n = random.Random(nummer).randint
    regio, scenario = basis(nummer // VARIANTEN)
    verevening, reservering = een_van(n, (0, 35, 100, 100)), een_van(n, (25.0, 30.0, 37.0, 37.0))
    scenario = scenario.met(verevening=verevening, reservering=reservering)
    if regio.cijfer("opgave") is not None and soms(n, 2):
        mutaties = float(np.nansum(regio.kolom("mutaties_liberalisatiegrens")))
        scenario = scenario.met(opgave=int(max(400, n(5, 40) / 100 * mutaties)))
    return regio, scenario


RAND = (
    (proefregio(gemeente("Oost", 101, 100, 20), gemeente("West", 99, 100, 20)), {"opgave": 60}),  # 0,3 tekort en over
    (
        proefregio(gemeente("Oost", 100, 100, 20), gemeente("West", 0, None, 0)),
        {"opgave": 20},
    ),  # onbekend, en niets te doen
    (proefregio(gemeente("Oost", 101, 100, 20), gemeente("West", 99, 100, 20)), {"opgave": 60, "verevening": 0}),
)
"""What a draw seldom hits: less than one household short, and an unknown that changes no figure."""


@cache
def gevallen() -> list[tuple[Uitkomst, Kerncijfers]]:
    """Every case that is not refused, with its headline figures."""
    gevonden = []
    randen = [(regio, Scenario(regio=regio.sleutel, reservering=30, **anders)) for regio, anders in RAND]
    for regio, scenario in [*randen, *map(geval, range(AANTAL))]:
        try:
            uitkomst = bereken(regio, scenario)
            gevonden.append((uitkomst, kerncijfers(uitkomst)))
        except ScenarioFout:
            continue
    assert len(gevonden) > AANTAL / 2
    return gevonden


@dataclass(frozen=True)
class Lezing:
    """The end year of a scenario: by gemeente who finds no home and what is done for others, and two sums."""

    over: list[float]
    geleverd: list[float]
    vraag: float
    statushouders: float


def van_naslag(regio: Regio, scenario: Scenario) -> Lezing:
    """By the oracle, with nothing of the engine in it."""
    alles = naslag(regio, scenario)
    j = alles["jaren"].index(scenario.eind)
    per = [alles["gemeenten"][code] for code in regio.codes]
    apart = sum(een["statushouders_niet_geplaatst"][j] or 0.0 for een in per)
    over, geleverd = ([een[naam][j] for een in per] for naam in ("niet_geplaatst", "geleverd"))
    return Lezing(over, geleverd, alles["regio"]["vraag"][j], apart)


def van_rekenkern(regio: Regio, scenario: Scenario, verevening: tuple[float, ...]) -> list[Lezing]:
    """By the engine, which other tests hold against the oracle; much faster."""
    uitkomst = bereken(regio, scenario, verevening=verevening)
    eind, vorm = uitkomst.eind, (len(regio.codes), len(uitkomst.jaren), len(verevening))
    over, geleverd = (
        np.broadcast_to(getattr(uitkomst.gemeenten, naam), vorm)[:, eind].T.tolist()
        for naam in ("niet_geplaatst", "geleverd")
    )
    apart = uitkomst.regio.statushouders_niet_geplaatst[eind] if scenario.statushouders == "exclusief" else np.zeros(3)
    return [Lezing(*een) for een in zip(over, geleverd, uitkomst.regio.vraag[eind].tolist(), apart, strict=True)]


ELKE = 20
"""One in so many cases is held against the oracle."""


class Waarheid:
    """What is true of the end year, and what is unknown."""

    def __init__(self, uitkomst: Uitkomst, nummer: int) -> None:
        regio, scenario = uitkomst.bron, uitkomst.scenario
        self.opgave_bekend = scenario.opgave is not None or regio.cijfer("opgave") is not None
        kolom = f"mutaties_{scenario.segment}"
        self.onvolledig = [naam for naam, w in zip(regio.namen, regio.kolom(kolom), strict=True) if not np.isfinite(w)]
        if not self.opgave_bekend or self.onvolledig:
            return
        drie = (0, 100, scenario.verevening)
        zonder, met, zelf = (
            van_rekenkern(regio, scenario, drie)
            if nummer % ELKE
            else [van_naslag(regio, scenario.met(verevening=v)) for v in drie]
        )
        self.over, self.met, self.zonder = (sum(een.over) for een in (zelf, met, zonder))
        self.vraag, self.statushouders = (
            zelf.vraag,
            zelf.statushouders if scenario.statushouders == "exclusief" else 0.0,
        )
        self.alleen = dict(zip(regio.namen, zonder.over, strict=True))
        self.geleverd = dict(zip(regio.namen, zelf.geleverd, strict=True))


def zinnen(uitkomst: Uitkomst, kern: Kerncijfers) -> dict[str, str]:
    """Everything that a screen, a story, a file or a link says of the region in one line."""
    makers = (koppen.kop, koppen.zin, koppen.kort, koppen.kop_gemeenten, koppen.kop_benodigd, koppen.kop_pad)
    return {maker.__name__: maker(uitkomst, kern) for maker in (*makers, koppen.zin_ongelijk)}


def fout(uitkomst: Uitkomst, kern: Kerncijfers, nummer: int = 1) -> str:
    """Say what is untrue in a headline; "" where all is true."""
    waar, gezegd = Waarheid(uitkomst, nummer), zinnen(uitkomst, kern)
    kop, alles = gezegd["kop"], " ".join(gezegd.values())
    if re.search(r"\bnan\b|None|haalbaar|van onbekend|opgave van regio|\(0\)|: ;|  |\b20[0-9]{2} [0-9]", alles):
        return f"een woord dat er niet hoort: {alles}"
    if any(naam not in kop for naam in waar.onvolledig[: koppen.MEESTE]):
        return f"onbekende gemeente niet genoemd: {kop}"
    if not waar.opgave_bekend:
        return "" if "onbekend" in kop and "iedereen" not in alles and "niemand" not in kop else f"opgave: {kop}"
    if waar.onvolledig:
        if re.search(r"(?<!hoogstens )(?<!in )(?<![0-9.])[0-9.]+ plek(ken)? tekort", alles):
            return f"een tekort dat minder kan zijn: {alles}"
        if "; het hoogst is het" in alles:
            return f"het hoogst, terwijl iets onbekend is: {alles}"
        if len(re.findall(r"\(", kop.partition(" komen samen")[0])) == 1 and " komen samen" in kop:
            return f"een gemeente, die samen tekortkomt: {kop}"
        return f"iedereen, terwijl iets onbekend is: {kop}" if "iedereen" in alles else ""
    return _bekend(uitkomst, waar, kop, alles)


def _bekend(uitkomst: Uitkomst, waar: Waarheid, kop: str, alles: str) -> str:
    scenario = uitkomst.scenario
    iedereen = (
        max(waar.alleen.values()) <= NIETS
        and waar.statushouders <= NIETS
        and waar.vraag > NIETS
        and not scenario.wacht
        and not (scenario.statushouders == "zonder_voorrang" and koppen.statushouders_zonder(uitkomst) > NIETS)
    )
    if ("iedereen" in alles) != iedereen:
        return f"iedereen is {iedereen}: {kop}"
    if waar.over > 0.5 and getal(waar.over) not in re.findall(r"[0-9][0-9.]*", kop):
        return f"{getal(waar.over)} staat er niet: {kop}"
    lezingen = {aantal(waar.met), aantal(waar.zonder)}
    if waar.over > NIETS and len(lezingen) == 2 and not all(lezing in kop for lezing in lezingen):
        return f"niet beide lezingen {lezingen}: {kop}"
    if waar.over <= NIETS and waar.zonder > NIETS:
        return _wie_tekort(waar, scenario, kop)
    if scenario.segment == "aftoppingsgrens" and koppen.GOEDKOOP not in kop:
        return f"zonder segment: {kop}"
    return ""


def _wie_tekort(waar: Waarheid, scenario: Scenario, kop: str) -> str:
    """Where the region has enough and a gemeente has not: who is short, by how much, and in whose surplus it is counted."""
    if aantal(waar.zonder) not in kop:
        return f"{waar.zonder} tekort staat er niet: {kop}"
    voor, _, na = kop.replace("; die is", "; die zijn").partition("; die zijn geteld in het overschot van ")
    kort = sorted((naam for naam, t in waar.alleen.items() if t > NIETS), key=lambda naam: -waar.alleen[naam])
    genoemd = re.findall(r"\b(\S+) \((?:minder dan )?[0-9.]+\)", voor)
    if not genoemd or not set(genoemd) <= set(kort) or len(genoemd) != min(len(kort), koppen.MEESTE):
        return f"{genoemd} genoemd, {kort} komen tekort: {kop}"
    if scenario.wacht:
        return ""
    gevers = {naam for naam, g in waar.geleverd.items() if g > NIETS}
    noemt = {naam for naam in waar.geleverd if re.search(rf"\b{naam}\b", na)}
    return "" if noemt and noemt <= gevers and len(noemt) == min(len(gevers), koppen.MEESTE) else f"{gevers}: {kop}"


def test_no_headline_says_what_the_figures_do_not():
    """Thousands of scenarios: unknown gemeenten and opgave, every verevening, 37%, cheap homes, statushouders apart."""
    fouten = [zin for nummer, een in enumerate(gevallen()) if (zin := fout(*een, nummer))]
    assert not fouten, f"{len(fouten)} van {len(gevallen())}: {fouten[:3]}"


def test_the_cases_hold_every_kind_of_headline():
    """Else the test above could not fail."""
    koppen_ = [koppen.kop(*een) for een in gevallen()]
    for woord in (
        "iedereen",
        "geteld in het overschot van",
        "vinden ",
        "wachten ",
        "is onbekend",
        "of zonder verevening",
    ):
        assert sum(woord in kop for kop in koppen_) >= 10, woord
    for woord in ("minder dan 1", koppen.GOEDKOOP, "zoeken zonder voorrang", "daarnaast", "% verevening ("):
        assert any(woord in kop for kop in koppen_), woord


def test_what_is_asked_of_2024_says_what_is_unknown():
    """Where 2024 is known of every gemeente, it is what comes free in West that is not."""
    regio, anders = RAND[1]
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel, reservering=30, **anders))
    oordelen = toetsing.toets(uitkomst, kerncijfers(uitkomst))
    zin = next(een.zin for een in oordelen if "toewijzingen van 2024" in een.vraag)
    assert zin == "onbekend: wat er vrijkomt is van West onbekend"


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ("zonder_verevening", 0.0),
        ("niet_geplaatst", 0.0),
        ("met_verevening", 5555.0),
        ("alleen", None),
    ],
)
def test_a_planted_fault_is_seen(oud, nieuw):
    """A headline made of a figure that is not that of the scenario."""
    ander = [
        (uitkomst, replace(kern, **{oud: np.roll(kern.alleen, 1) if nieuw is None else nieuw}))
        for uitkomst, kern in gevallen()[:600]
        if np.isfinite(kern.niet_geplaatst)
    ]
    assert any(fout(*een) for een in ander)


def test_a_gemeente_is_said_to_have_enough_only_where_it_has():
    """Nothing rounded away; what others take over is said."""
    for uitkomst, _ in gevallen()[::40]:
        for code in uitkomst.bron.codes[:3]:
            eigen = profiel(uitkomst, code)
            kop = koppen.kop_gemeente(eigen, uitkomst.scenario.wacht)
            if not np.isfinite(eigen.niet_geplaatst):
                assert "onbekend" in kop
            else:
                assert ("plek voor de eigen opgave" in kop) == (max(eigen.tekort, eigen.niet_geplaatst) <= NIETS), kop


def test_one_module_says_for_whom_there_is_a_home():
    """The words of a headline stand in no other module, so that no screen or file has its own."""
    woorden = re.compile(
        r"iedereen (uit|vindt|een)|vindt iedereen|urgente huishoudens per jaar geen woning|genoeg woningen"
    )
    elders = [
        f"{pad.relative_to(WORTEL)}: {deel.value}"
        for map_ in ("fairshare", "pages")
        for pad in sorted((WORTEL / map_).rglob("*.py"))
        if pad.name != "koppen.py" or "export" in pad.parts
        for deel in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
        if isinstance(deel, ast.Constant)
        and isinstance(deel.value, str)
        and woorden.search(deel.value)
        and ">>>" not in deel.value
    ]
    assert not elders


def test_every_question_of_an_agreement_can_be_answered():
    """In each region by a name that is known, and where there is a number with its source."""
    for regio in REGIOS.values():
        vragen = toetsing.vragen(regio.register)
        assert set(vragen) <= set(toetsing.MATEN) and 5 <= len(vragen) <= 7
        assert all(vraag.vraag.endswith("?") and vraag.bron for vraag in regio.register.toetsing.values())


def test_an_answer_names_of_whom_it_is_unknown():
    """By name, and who alone is short once, with its figure."""
    uitkomst = bereken(REGIOS["stedendriehoek"], Scenario(segment="aftoppingsgrens"))
    antwoorden = {een.vraag: een.zin for een in toetsing.toets(uitkomst, kerncijfers(uitkomst))}
    assert sum("Epe, Hattem en Heerde onbekend" in zin for zin in antwoorden.values()) >= 3
    alleen = bereken(
        REGIOS["stedendriehoek"],
        Scenario(afwijking=tuple((code, 60.0, None) for code in REGIOS["stedendriehoek"].codes if code != "GM0262")),
    )
    zinnen = [een.zin for een in toetsing.toets(alleen, kerncijfers(alleen))]
    assert "nee: alleen Lochem komt 42 plekken tekort" in zinnen


def test_an_answer_is_yes_only_where_the_figures_say_so():
    """Of the region and of every gemeente by itself; unknown is never yes, and no number is no answer."""
    for nummer, (uitkomst, kern) in enumerate(gevallen()[::4]):
        waar, vragen = Waarheid(uitkomst, nummer + ELKE // 2), list(toetsing.vragen(uitkomst.bron.register))
        antwoorden = dict(zip(vragen, toetsing.toets(uitkomst, kern), strict=True))
        normen = toetsing.vragen(uitkomst.bron.register)
        assert all((een.antwoord == "") == (normen[naam].norm is None) for naam, een in antwoorden.items())
        regio, gemeenten = antwoorden["gat_regio"].antwoord, antwoorden["gat_gemeenten"].antwoord
        if not waar.opgave_bekend:
            assert {regio, gemeenten} == {"onbekend"}
        elif waar.onvolledig:
            assert gemeenten != "ja" and regio != "nee"
        else:
            assert regio == ("ja" if waar.met <= NIETS else "nee")
            assert gemeenten == ("ja" if max(waar.alleen.values()) <= NIETS else "nee")


@pytest.mark.parametrize(
    ("vraag", "net", "te_streng"),
    [("dekking", 51, 52), ("regulier", 70, 71), ("tussenstand", 295, 294), ("wachtenden", 2869, 2868)],
)
def test_a_norm_that_someone_fills_in_gives_a_question_its_yes_or_no(vraag: str, net: int, te_streng: int):
    """And the table says that it was filled in; the question itself names no other number."""
    regio = REGIOS["stedendriehoek"]
    uitkomst = bereken(regio, Scenario(achterstand="ja", wachtend=1) if vraag == "wachtenden" else Scenario())
    kern, plek = kerncijfers(uitkomst), list(toetsing.vragen(regio.register)).index(vraag)
    for norm, antwoord in ((net, "ja"), (te_streng, "nee")):
        een = toetsing.toets(uitkomst, kern, Weergave(**{f"norm_{vraag}": norm}).normen)[plek]
        assert een.antwoord == antwoord, een.zin
        assert een.bron.startswith(f"Zelf ingevulde norm: {getal(norm)}") and not re.search("[0-9]{2}%", een.vraag)


@pytest.mark.parametrize("verevening", [0, 35, 100])
def test_both_readings_of_verevening_stand_with_their_own_words(verevening: int):
    """Whichever the scenario itself is: how many with every overschot, how many with none, each once."""
    uitkomst = bereken(lees_regios()["stedendriehoek"], Scenario(reservering=35, verevening=verevening))
    kop = koppen.kop(uitkomst, kerncijfers(uitkomst))
    zegt = {
        0: ("114 van de 1.170 ", " als geen overschot elders meetelt, of 55 als elk overschot elders meetelt"),
        35: ("", " bij 35% verevening (55 als elk overschot elders meetelt, 114 als geen overschot meetelt)"),
        100: ("55 van de 1.170 ", " als elk overschot elders meetelt, of 114 als geen overschot meetelt"),
    }
    begin, eind = zegt[verevening]
    assert begin in kop and kop.endswith(eind)

"""What asks for many scenarios at once: Shapley, the lines of De weg ernaartoe and the futures of the Toetsing.

Each against a plain loop of single calls of the engine that asks for the same figures, in one run, one after the other.
"""

from collections.abc import Callable

import numpy as np

from fairshare import toetsing
from fairshare.gegevens import Regio, lees_regio
from fairshare.model import bereken, trekkingen
from fairshare.model.beloften import SPELING, _aandelen
from fairshare.model.onzekerheid import _BLOK, Loting, wat_varieert
from fairshare.model.toeval import met_toeval
from fairshare.model.waardoor import waardoor
from fairshare.model.weg import _front, raster
from fairshare.opmaak import getal
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from tests.metingen.maat import keer, oordeel, tabel
from tests.metingen.rekenkern import duur

TITEL = "Veel scenario's ineens"
METHODE = """Shapley over acht parameters (256 scenario's), de lijnen van De weg ernaartoe (1.000) en de Toetsing in de toekomsten
van Onzekerheid (10.000, elk 9 gemeenten en 10 jaar), zonder wat al onthouden was. De vloer is een lus van losse aanroepen van de rekenkern die
om dezelfde cijfers vraagt en, zoals wie het ineens doet, ook zelf haar scenario's maakt; zij doet er honderd en telt naar rato."""
DOEL, LUS = 50, 100
"""At least so many times faster than the loop, of which so many single calls are timed."""

ANDERS = Scenario(
    reservering=35, nieuwbouw=100, verevening=0, doorstroming=20, alternatief=10, mutatiegraad=6, groei=1, sloop=5
)


def _shapley(regio: Regio) -> tuple[int, Callable[[], object], Callable[[], object]]:
    namen = [naam for naam in Scenario.model_fields if getattr(ANDERS, naam) != getattr(Scenario(), naam)]
    delen = np.random.default_rng(1).random((LUS, len(namen))) < 1 / 2

    def lus() -> object:
        scenarios = [
            Scenario(**{naam: getattr(ANDERS, naam) for naam, aan in zip(namen, rij, strict=True) if aan})
            for rij in delen
        ]
        return [bereken(regio, een).regio.niet_geplaatst for een in scenarios]

    return 2 ** len(namen), lus, lambda: waardoor.__wrapped__(regio, Scenario(), ANDERS)  # type: ignore[attr-defined]


def _lijnen(regio: Regio) -> tuple[int, Callable[[], object], Callable[[], object]]:
    waarden = raster(regio, Scenario(), 100)

    def lus() -> object:
        punten = range(0, 1000, 1000 // LUS)
        scenarios = [Scenario(**{naam: reeks[k] for naam, reeks in waarden.items()}) for k in punten]
        uitkomsten = [bereken(regio, een).regio for een in scenarios]
        return [(een.niet_geplaatst, een.verdringing) for een in uitkomsten]

    return len(waarden["reservering"]), lus, lambda: _front.__wrapped__(regio, Scenario(), 100.0, 2035, 100)  # type: ignore[attr-defined]


def _toekomsten(regio: Regio) -> tuple[int, Callable[[], object], Callable[[], object]]:
    onzeker, normen = wat_varieert(Weergave()), toetsing.normen(regio.register, {})
    marges, trekking, welke = onzeker
    alle = Loting(regio, Scenario(), marges, trekking)._variaties(slice(0, _BLOK), set(welke))
    losse = [{naam: reeks[..., k : k + 1] for naam, reeks in alle.items()} for k in range(LUS)]

    def lus() -> object:
        uitkomsten = [met_toeval(bereken(regio, Scenario(), **een), (trekking, k)) for k, een in enumerate(losse)]
        return [SPELING[naam](een, norm) for een in uitkomsten for naam, norm in normen]

    return trekkingen(regio), lus, lambda: _aandelen.__wrapped__(regio, Scenario(), onzeker, normen)  # type: ignore[attr-defined]


def meet() -> list[str]:
    """Give a row for each, and what became of the goal."""
    regio, rijen, verhouding = lees_regio("stedendriehoek"), [], {}
    for wat, maak in (
        ("Shapley over acht parameters", _shapley),
        ("De weg ernaartoe", _lijnen),
        ("De Toetsing", _toekomsten),
    ):
        aantal, lus, ineens = maak(regio)
        lus(), ineens()
        traag, snel = duur(lus) * aantal / LUS, duur(ineens, 5)
        verhouding[wat] = traag / snel
        rijen.append((wat, getal(aantal), getal(traag, 1), getal(snel, 1), keer(traag, snel)))
    minst = min(verhouding, key=verhouding.__getitem__)
    koppen = ("Wat", "scenario's", "lus (ms)", "ineens (ms)", "zo veel sneller")
    doel = f"elk minstens {DOEL} keer zo snel als de lus"
    return [
        *tabel(koppen, rijen),
        oordeel(doel, f"{minst} {keer(verhouding[minst], 1)}", verhouding[minst] >= DOEL),
    ]

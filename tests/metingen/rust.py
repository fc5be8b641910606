"""What follows once a slider rests: from a key to the last figure of a page, tables too, against Overzicht in the same browser."""

from fairshare.opmaak import getal
from pages import nederland, onzekerheid, overzicht, pad, spelregels, vereffening, vergelijken, weg
from tests.browser.conftest import draaiende_app, echte_browser
from tests.metingen import stap
from tests.metingen.maat import keer, oordeel, p50_p95, tabel
from tests.metingen.stap import Scherm

TITEL = "Als de schuif rust"
METHODE = """Een pijltjestoets op de schuif van de reservering in een echte Chromium: van het tijdstempel van de toets tot het beeld waarin een
cijfer, een grafiek of een tabel voor het laatst verandert. Daarin zit ook de rust die een schuif afwacht voor de rest van de pagina volgt.
De vloer is Overzicht; de paginas zijn toets om toets aan de beurt."""
DOEL = 1.5
"""At most so many times Overzicht, at p50."""
OPWARMEN, TOETSEN = 1, 12
NAAST = "naast=v%3D2%26reservering%3D25%26nieuwbouw%3D40%26doorstroming%3D10%26alternatief%3D20%26groei%3D1%26sloop%3D5%26verevening%3D50"
"""Beside it a scenario in which eight parameters differ."""

KIJK = stap.KIJK.replace("'.kaart, ", "'.tabel, .kaart, ").replace("if (!m.rust) ", "")
RUST = stap.RUST.replace("stil > 3", "stil > 25")
"""Wait a second: the rest of a page follows later than what moves with the thumb."""


class Rustend(Scherm):
    """A page of which everything counts, also what follows at rest."""

    kijk, rust = KIJK, RUST


def tijden() -> dict[str, list[float]]:
    """Give for every page the milliseconds to its last figure."""
    paginas = (overzicht, vergelijken, weg, onzekerheid, nederland, spelregels, vereffening)
    adressen = dict.fromkeys(paginas, "v=2") | {vergelijken: f"v=2&mutatiegraad=6&{NAAST}"}
    with echte_browser() as browser, draaiende_app() as app:
        schermen = {
            pagina.TITEL: Rustend(browser, f"{app}/{pad(pagina)}?{vraag}", "reservering")
            for pagina, vraag in adressen.items()
        }
        rondes = [
            {titel: scherm.toets(nummer) for titel, scherm in schermen.items()} for nummer in range(OPWARMEN + TOETSEN)
        ]
    return {titel: [ronde[titel] for ronde in rondes[OPWARMEN:]] for titel in schermen}


def meet() -> list[str]:
    """Give a row a page, and what became of the goal."""
    gemeten = {titel: p50_p95(reeks) for titel, reeks in tijden().items()}
    vloer = gemeten.pop(overzicht.TITEL)
    rijen = [
        (titel, *(getal(ms) for ms in (*vloer, *eigen)), keer(eigen[0], vloer[0])) for titel, eigen in gemeten.items()
    ]
    traagst = max(gemeten, key=lambda titel: gemeten[titel][0])
    deel = gemeten[traagst][0] / vloer[0]
    koppen = ("Pagina", "Overzicht p50 (ms)", "Overzicht p95", "pagina p50 (ms)", "pagina p95", "p50")
    doel = f"geen van deze paginas boven {getal(DOEL, 1)} keer Overzicht (p50)"
    return [*tabel(koppen, rijen), oordeel(doel, f"{traagst} {keer(deel, 1)}", deel <= DOEL)]

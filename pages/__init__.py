"""The pages, in the order of the navigation. A new page is one file here and one word below."""

from types import ModuleType

from pages import (
    afspraak,
    artikelen,
    bronnen,
    delen,
    elders,
    gegevens,
    gemeenteprofiel,
    groeipad,
    hefbomen,
    herijken,
    herrekening,
    kalender,
    monitoring,
    nederland,
    nodig,
    onzekerheid,
    over,
    overzicht,
    presenteren,
    programmas,
    regulier,
    solidariteit,
    spelregels,
    speltafel,
    toegankelijkheid,
    urgent,
    verdeelsleutels,
    vereffening,
    vergelijken,
    verhaal,
    vragen,
    weg,
    wettelijk,
    zaal,
)

GROEPEN = {
    "Wat gebeurt er": (overzicht, groeipad, regulier, onzekerheid, monitoring),
    "Mijn gemeente": (gemeenteprofiel, solidariteit, verdeelsleutels, nederland),
    "Wat kunnen we doen": (nodig, hefbomen, weg, spelregels, vereffening, vergelijken),
    "Samen in de zaal": (zaal, speltafel, presenteren),
    "Onderbouwing": (bronnen, herijken, herrekening, wettelijk, urgent, kalender, elders, gegevens, over),
    "Meenemen": (artikelen, afspraak, delen, programmas, verhaal),
}
"""The pages as the navigation shows them, below the question that they answer."""

ALTIJD = (vragen,)
"""What stands beside the groups, one click from every page."""

PAGINAS = (*(pagina for groep in GROEPEN.values() for pagina in groep), *ALTIJD, toegankelijkheid)
"""All pages; to the last one leads a link at the end of each page."""


def pad(pagina: ModuleType) -> str:
    """Give the path of a page: the name of its file."""
    return "" if pagina is PAGINAS[0] else pagina.__name__.rpartition(".")[2]

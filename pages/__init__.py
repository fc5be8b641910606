"""The pages, in the order of the navigation. A new page is one file here and one word below."""

from types import ModuleType

from pages import (
    bronnen,
    delen,
    gegevens,
    gemeenteprofiel,
    groeipad,
    hefbomen,
    monitoring,
    nodig,
    onzekerheid,
    over,
    overzicht,
    presenteren,
    regulier,
    solidariteit,
    speltafel,
    theorie,
    toegankelijkheid,
    verdeelsleutels,
    vergelijken,
    verhaal,
    wettelijk,
)

GROEPEN = (
    (
        overzicht,
        gemeenteprofiel,
        groeipad,
        nodig,
        hefbomen,
        verdeelsleutels,
        solidariteit,
        regulier,
        onzekerheid,
        vergelijken,
    ),
    (monitoring, speltafel, presenteren, verhaal, delen),
    (gegevens, wettelijk, theorie, bronnen, over),
)
"""The pages as the navigation shows them: what the figures say, the meeting, and what they rest on."""

PAGINAS = (*(pagina for groep in GROEPEN for pagina in groep), toegankelijkheid)
"""All pages; to the last one leads a link at the end of each page."""


def pad(pagina: ModuleType) -> str:
    """Give the path of a page: the name of its file."""
    return "" if pagina is PAGINAS[0] else pagina.__name__.rpartition(".")[2]

"""The pages, in the order of the navigation. A new page is one file here and one word below."""

from pages import (
    bronnen,
    gemeenteprofiel,
    groeipad,
    overzicht,
    theorie,
    verdeelsleutels,
)

PAGINAS = (
    overzicht,
    groeipad,
    gemeenteprofiel,
    verdeelsleutels,
    theorie,
    bronnen,
)


def pad(pagina: object) -> str:
    """Give the path of a page: the name of its file, because on a cold server Streamlit looks a deep link up by file."""
    naam = str(pagina.__name__).rpartition(".")[2]
    return "" if pagina is PAGINAS[0] else naam

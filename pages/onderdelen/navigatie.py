"""The links to the pages, as one element: each element on the screen slows a drag.

The address bar holds the whole scenario, so that a link takes what stands there at the moment it is used: it need not be
drawn again when the scenario changes, and opening it in another tab shows the same.
"""

from collections.abc import Mapping, Sequence
from types import ModuleType

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.onderdelen import adres, voorkant

_NAVIGATIE = voorkant.component(__file__, "navigatie")


def navigatie(
    groepen: Sequence[Sequence[ModuleType]], paginas: Mapping[ModuleType, StreamlitPage], hier: StreamlitPage
) -> None:
    """Draw the links in their groups, and go where one leads."""
    naar = _NAVIGATIE(
        key="navigatie",
        data={
            "groepen": [
                [
                    {"pad": paginas[pagina].url_path, "titel": paginas[pagina].title, "hier": paginas[pagina] == hier}
                    for pagina in groep
                ]
                for groep in groepen
            ]
        },
        on_naar_change=lambda: None,
    ).naar
    for pagina in paginas.values():
        if naar == pagina.url_path:
            st.switch_page(pagina, query_params=adres.parameters())

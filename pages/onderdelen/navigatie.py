"""The way to every page: the pages in groups, as one element: each element on the screen slows a drag.

The address bar holds the whole scenario, so that a link takes what stands there at the moment it is used: it need not be
drawn again when the scenario changes, and opening it in another tab shows the same. A link that changes the scenario, as
those of the questions do, has all of it in its own address, and behind ``#`` the place on the page where it leads.
"""

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

import streamlit as st

from fairshare import PRODUCT
from fairshare.gegevens import Regio
from pages.bediening import adres
from pages.onderdelen import voorkant

_NAVIGATIE = voorkant.component(__file__, "navigatie")


def navigatie(
    groepen: Mapping[str, Sequence[ModuleType]],
    altijd: Sequence[ModuleType],
    paden: Mapping[ModuleType, str],
    hier: str,
    regio: str,
    los: bool = False,
    ingesloten: bool = False,
) -> str | None:
    """Draw the links; give where one leads that was followed: a path, with a query string where it has its own.

    With ``los`` there is no page around the links, and the browser loads what one leads to. With ``ingesloten`` the page
    stands inside that of another site: one link to the whole of it, and what links of the page lead to opens beside that site.
    """

    def links(paginas: Sequence[ModuleType]) -> list[dict[str, Any]]:
        return [{"pad": paden[een], "titel": een.TITEL, "hier": paden[een] == hier and not los} for een in paginas]

    data = {
        "product": PRODUCT,
        "regio": regio,
        "groepen": [{"naam": naam, "paginas": links(paginas)} for naam, paginas in groepen.items()],
        "altijd": links(altijd),
        "hier": hier,
        "los": los,
        "ingesloten": ingesloten,
    }
    naar: str | None = _NAVIGATIE(key="navigatie", data=data, on_naar_change=lambda: None).naar
    return naar


def ga_naar(naar: str | None, paginas: Mapping[ModuleType, st.Page], regios: Mapping[str, Regio]) -> None:
    """Go where a link leads, if one was followed; a page with a ``begin`` sets something first."""
    pad, _, vraag = (naar or "").partition("?")
    for module, pagina in paginas.items():
        if naar is not None and pad == pagina.url_path:
            if vraag:
                adres.volg_link(vraag, regios)
            elif hasattr(module, "begin"):
                module.begin(regios)
            st.switch_page(pagina, query_params=adres.parameters())

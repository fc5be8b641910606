"""The whole screen: page settings, data, controls, navigation, one page, and what is shown when something fails."""

from types import ModuleType

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairshare.fouten import GegevensFout
from fairshare.gegevens import lees_presets, lees_regios
from pages import ALTIJD, GROEPEN, PAGINAS, pad, presenteren
from pages.bediening import adres, eigen, geschiedenis, schuiven, zijbalk
from pages.bediening.opgavevraag import vraag_opgave
from pages.levend import slepen
from pages.levend.verbinding import verbinding
from pages.onderdelen import toegang, woorden
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.navigatie import ga_naar, navigatie
from pages.onderdelen.stijl import stijl

PADEN = {pagina: pad(pagina) for pagina in PAGINAS}


def main() -> None:
    """Draw the whole screen: controls in the sidebar, the pages above, one page below."""
    st.set_page_config(layout="wide", initial_sidebar_state="auto")
    stijl()
    try:
        _teken()
    except Exception:
        woorden.mislukt()


def _teken() -> None:
    elders = adres.onbekend_pad(PADEN.values())
    if not toegang.binnen([*PADEN.values(), *([elders] if elders else [])]):
        return
    try:
        regios, presets = eigen.met_eigen(lees_regios()), lees_presets()
    except GegevensFout as fout:
        st.error("De gegevens zijn beschadigd; de Verkenner rekent er niet mee.\n\n" + woorden.veilig(str(fout)))
        return
    if adres.open_link(regios) == PADEN[presenteren]:
        presenteren.geopend(regios)
    adres.begonnen()
    adres.schrijf()
    naam = regios[adres.huidig().regio].register.naam
    if elders:
        _geen_pagina(elders, naam)
        return
    geschiedenis.volg()
    slepen.begin()
    plekken: dict[str, DeltaGenerator] = {}
    beeld = Beeld.van_nu(regios, presets, plekken)
    paginas = {
        pagina: st.Page(
            lambda pagina=pagina: _pagina(pagina, beeld),
            title=woorden.venstertitel(pagina.TITEL, naam),
            url_path=weg,
            default=not weg,
        )
        for pagina, weg in PADEN.items()
    }
    gekozen, ingesloten = st.navigation(list(paginas.values()), position="hidden"), bool(st.context.is_embedded)
    ga_naar(navigatie(GROEPEN, ALTIJD, PADEN, gekozen.url_path, naam, ingesloten=ingesloten), paginas, regios)
    if adres.wacht_op():
        eigen.vraag(adres.wacht_op())
        return
    if not ingesloten:
        plekken.update(zijbalk.teken(beeld))
    with st.container():
        if woorden.te_melden(beeld):
            slepen.teken_later(woorden.bericht)
    if not ingesloten:
        vraag_opgave(beeld)
    gekozen.run()
    woorden.voettekst(beeld)
    if ingesloten:
        woorden.herkomst(beeld)
    else:
        toegang.afmelden()
    for naam, plek in plekken.items():
        with plek:
            schuiven.teken_schuif(naam, beeld)
    slepen.teken_delen(
        beeld, lambda wanneer: schuiven.geschoven(wanneer, beeld), lambda: schuiven.gevolgd(beeld), schuiven.noem
    )
    verbinding()
    geschiedenis.speel()


def _geen_pagina(elders: str, regio: str) -> None:
    """Say that there is no such page, below links that keep the scenario; not as a page, or Streamlit says so in English."""
    st.set_page_config(page_title=woorden.venstertitel(woorden.GEEN_PAGINA, regio))
    navigatie(GROEPEN, ALTIJD, PADEN, elders, regio, los=True)
    woorden.titel(woorden.GEEN_PAGINA)
    st.markdown(
        f"Er is geen pagina *{woorden.veilig(elders)}*. Het scenario van de link is er nog: kies hierboven een pagina."
    )


def _pagina(pagina: ModuleType, beeld: Beeld) -> None:
    """Draw a page below its title; one that fails says so, and the rest of the screen stays."""
    woorden.titel(pagina.TITEL, getattr(pagina, "INLEIDING", "").format(regio=beeld.regio.register.naam))
    try:
        pagina.render(beeld)
    except Exception:
        woorden.mislukt()


main()

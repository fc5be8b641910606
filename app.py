"""Fair Share Verkenner: the way in. Page settings, data, controls, navigation, and the screen for a failure."""

from functools import partial
from types import ModuleType

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairshare.fouten import GegevensFout
from fairshare.gegevens import lees_presets, lees_regios
from pages import GROEPEN, PAGINAS, pad
from pages.onderdelen import adres, bediening, eigen, geschiedenis, slepen, toegang, woorden
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.stijl import stijl


def main() -> None:
    """Draw the whole screen: controls in the sidebar, the pages above, one page below."""
    bewaak()
    st.set_page_config(page_title="Fair Share Verkenner", layout="wide", initial_sidebar_state="auto")
    stijl()
    try:
        _teken()
    except Exception:
        woorden.mislukt()


def _teken() -> None:
    if not toegang.binnen([pad(pagina) for pagina in PAGINAS]):
        return
    try:
        regios, presets = eigen.met_eigen(lees_regios()), lees_presets()
    except GegevensFout as fout:
        st.error("De gegevens zijn beschadigd; de Verkenner rekent er niet mee.\n\n" + woorden.veilig(str(fout)))
        return
    adres.open_link(regios)
    parameters = adres.schrijf()
    geschiedenis.volg()
    plekken: dict[str, DeltaGenerator] = {}
    kijk = partial(Beeld.van_nu, regios, presets, plekken)
    paginas = {
        pagina: st.Page(
            lambda pagina=pagina: slepen.volgt("pagina", lambda: _pagina(pagina, kijk())),
            title=pagina.TITEL,
            url_path=pad(pagina),
            default=not pad(pagina),
        )
        for pagina in PAGINAS
    }
    gekozen = st.navigation(list(paginas.values()), position="hidden")
    with st.container(horizontal=True, key="navigatie", vertical_alignment="center"):
        for nummer, groep in enumerate(GROEPEN):
            with st.container(horizontal=True, key=f"paginas_{nummer}", width="content"):
                for pagina in groep:
                    st.page_link(paginas[pagina], query_params=parameters)
    if adres.wacht_op():
        eigen.vraag(adres.wacht_op())
        return
    beeld = kijk()
    plekken.update(bediening.teken(regios, presets))
    with plekken.pop("kerncijfer"):
        slepen.volgt("kerncijfer", lambda: bediening.kerncijfer(kijk()))
    woorden.geweigerd(adres.fouten())
    woorden.gedeeld(beeld)
    gekozen.run()
    with st.container(key="voettekst"):
        woorden.voettekst(beeld)
        toegang.afmelden()
    for naam, plek in plekken.items():
        with plek:
            slepen.volgt(naam, partial(bediening.teken_schuif, naam, regios))
    slepen.wekker()
    geschiedenis.speel()


def _pagina(pagina: ModuleType, beeld: Beeld) -> None:
    """Draw a page; one that fails says so, and the rest of the screen stays."""
    try:
        pagina.render(beeld)
    except Exception:
        woorden.mislukt()


main()

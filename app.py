"""Fair Share Verkenner: the way in. Page settings, data, controls, navigation, and the screen for a failure."""

import streamlit as st

from fairshare import model
from fairshare.fouten import GegevensFout
from fairshare.gegevens import lees_presets, lees_regios
from pages import PAGINAS, pad
from pages.onderdelen import adres, bediening, eigen, geschiedenis, toegang, woorden
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.stijl import stijl


def main() -> None:
    """Draw the whole screen: controls in the sidebar, the pages above, one page below."""
    bewaak()
    st.set_page_config(page_title="Fair Share Verkenner", layout="wide", initial_sidebar_state="auto")
    stijl()
    if not toegang.binnen():
        return
    try:
        regios, presets = eigen.met_eigen(lees_regios()), lees_presets()
    except GegevensFout as fout:
        st.error("De gegevens zijn beschadigd; de Verkenner rekent er niet mee.\n\n" + woorden.veilig(str(fout)))
        return
    scenario = adres.open_link(regios)
    parameters = adres.schrijf()
    geschiedenis.volg()
    uitkomst = model.bereken(regios[scenario.regio], scenario)
    beeld = Beeld(
        regios=regios,
        presets=presets,
        scenario=scenario,
        weergave=adres.weergave(),
        uitkomst=uitkomst,
        kern=model.kerncijfers(uitkomst),
        donker=st.context.theme.type == "dark",
        plekken={},
    )
    paginas = [
        st.Page(
            lambda pagina=pagina: pagina.render(beeld),
            title=pagina.TITEL,
            url_path=pad(pagina),
            default=not pad(pagina),
        )
        for pagina in PAGINAS
    ]
    gekozen = st.navigation(paginas, position="hidden")
    with st.container(horizontal=True, key="navigatie", vertical_alignment="center"):
        for pagina in paginas:
            st.page_link(pagina, query_params=parameters)
    if adres.wacht_op():
        eigen.vraag(adres.wacht_op())
        return
    beeld.plekken.update(bediening.teken(regios, presets, beeld.kern))
    woorden.geweigerd(adres.fouten())
    woorden.gedeeld(beeld)
    try:
        gekozen.run()
    except Exception:
        woorden.mislukt()
    woorden.voettekst(beeld)
    bediening.teken_schuiven(beeld.plekken, regios)
    geschiedenis.speel()


main()

"""Voor andere programma's: the figures of the present scenario at an address, with working examples."""

import streamlit as st

from fairshare import link
from fairshare.dienst.drukte import MEESTE
from fairshare.dienst.voorbeelden import voorbeelden
from fairshare.gegevens import is_eigen
from pages.bediening import adres
from pages.levend.slepen import teken_later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import kop

TITEL = "Voor andere programma's"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Een ander programma leest de cijfers van dit scenario van een adres, zonder dat iemand een bestand bewaart. Wat er achter "
        "het vraagteken staat is de link van het scenario: wat een scherm weigert, weigert het adres ook, met per veld wat er mis is. "
        f"Onbekend is daar leeg, nooit nul. Wie vaker dan {MEESTE} keer per minuut vraagt, moet even wachten; waar aanmelden nodig is, geeft "
        "het adres geen cijfers."
    )
    teken_later(_voorbeelden)


def _voorbeelden(beeld: Beeld) -> None:
    if is_eigen(beeld.scenario.regio):
        st.info("Uw eigen gegevens staan alleen in dit venster, en daarom niet op een adres.")
        return
    basis = adres.basis()
    for een in voorbeelden(basis, link.schrijf(beeld.scenario)):
        kop(een.programma)
        st.markdown(f"{een.doe} Getest: {een.getest}.")
        st.code(een.tekst, language=None, wrap_lines=True)
    kop("Alles wat er is")
    st.markdown(
        f"De beschrijving in OpenAPI staat op `{basis}/api/v1/openapi.json`, de regio's op `{basis}/api/v1/regios`. Alle adressen en "
        "alle knoppen: [Documentatie](docs/adressen)."
    )

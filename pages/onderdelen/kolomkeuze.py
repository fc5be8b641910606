"""The question which column of a file is which: asked of every heading that is not recognised, and remembered in the session."""

from collections.abc import Callable, Mapping

import streamlit as st

from fairshare.gegevens import NIET, Keuze, als_sleutel, getypt
from pages.onderdelen.woorden import veilig


def gezegd(sleutel: str) -> Keuze:
    """Give what this visitor said about headings; it counts for the next file too."""
    keuze: Keuze = st.session_state.get(sleutel, Keuze())
    return keuze


def zeg_niets(sleutel: str, dan: Callable[[], None] = lambda: None) -> None:
    """Forget it."""
    for naam in [sleutel, *(een for een in map(str, st.session_state) if een.startswith(_veld(sleutel)))]:
        st.session_state.pop(naam, None)
    dan()


def vraag_kolommen(
    sleutel: str,
    vrij: Mapping[str, str],
    keuze: Keuze,
    opties: Mapping[str, str],
    dan: Callable[[], None] = lambda: None,
) -> None:
    """Let the visitor say which column is which; ``dan`` follows each answer."""
    soorten = {NIET: "Niet gebruiken", **opties}
    if vrij:
        st.markdown(
            "Deze kolommen zijn niet herkend. Zeg wat ze zijn, of laat ze weg; dat geldt ook voor uw volgende bestand."
        )
    for kop, voorbeeld in vrij.items():
        links, rechts = st.columns([2, 3], vertical_alignment="bottom")
        links.markdown(f"**{veilig(kop)}**  \n{veilig(voorbeeld) or 'leeg'}")
        nu = keuze.koppen.get(getypt(kop), NIET)
        rechts.selectbox(
            f"Wat is {veilig(kop)}?",
            list(soorten),
            list(soorten).index(nu) if nu in soorten else 0,
            format_func=soorten.get,
            key=f"{_veld(sleutel)}{kop}",
            on_change=_zeg,
            args=(sleutel, kop, dan),
        )


def bied_sleutel_aan(keuze: Keuze, opties: Mapping[str, str]) -> None:
    """Let the visitor keep what was said as a small file."""
    if keuze != Keuze():
        inhoud = als_sleutel(keuze, opties)
        st.download_button("Bewaar uw keuze als bestand", inhoud, "fair-share-koppen.csv", on_click="ignore")
        st.caption("Kies dat bestand een volgende keer samen met uw cijfers.")


def _veld(sleutel: str) -> str:
    return f"{sleutel}_kolom_"


def _zeg(sleutel: str, kop: str, dan: Callable[[], None]) -> None:
    st.session_state[sleutel] = gezegd(sleutel).met({getypt(kop): st.session_state[f"{_veld(sleutel)}{kop}"]})
    dan()

"""What a file that someone chose gave: its faults, and which column is which, asked of what is not recognised and remembered in the session."""

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from fairshare.fouten import Fout
from fairshare.gegevens import NIET, Keuze, als_sleutel, getypt
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import toon, veilig


def gezegd(sleutel: str) -> Keuze:
    """Give what this visitor said about headings; it counts for the next file too."""
    keuze: Keuze = st.session_state.get(sleutel, Keuze())
    return keuze


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


def bied_vergeten_aan(sleutel: str, dan: Callable[[], None] = lambda: None) -> None:
    """Let the visitor take back what was said."""
    if gezegd(sleutel) != Keuze():
        st.button("Vergeet wat u over de kolommen zei", on_click=_zeg_niets, args=(sleutel, dan))


def toon_fouten(fouten: Sequence[Fout]) -> None:
    """Show why a file cannot be used."""
    rijen = [[fout.waar, fout.waarde or "-", fout.advies] for fout in fouten]
    toon(teksttabel(rijen, ["Waar", "Wat er staat", "Wat u kunt doen"], "De fouten in het bestand."))


def _veld(sleutel: str) -> str:
    return f"{sleutel}_kolom_"


def _zeg(sleutel: str, kop: str, dan: Callable[[], None]) -> None:
    st.session_state[sleutel] = gezegd(sleutel).met({getypt(kop): st.session_state[f"{_veld(sleutel)}{kop}"]})
    dan()


def _zeg_niets(sleutel: str, dan: Callable[[], None]) -> None:
    for naam in [sleutel, *(een for een in map(str, st.session_state) if een.startswith(_veld(sleutel)))]:
        st.session_state.pop(naam, None)
    dan()

"""The projector: no chrome, large type, a guess of the room first, and a key for everything a speaker does."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fairshare.gegevens import Regio, Verhaalstap
from fairshare.parameters import Getal
from fairshare.scenario import parameter
from fairshare.verhaal import naar_stap
from pages.onderdelen import adres, geschiedenis
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.schermvullend import schermvullend

ZWART, ONTHULD, VANDAAN, GOK, GEGOKT = "_zwart", "_onthuld", "_vandaan", "_gok", "_gegokt"

GROOT = """
<style>
[data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"], [data-testid="stExpandSidebarButton"] { display: none; }
.st-key-navigatie { opacity: 0; }
.st-key-navigatie:hover, .st-key-navigatie:focus-within { opacity: 1; }
[data-testid="stMainBlockContainer"] { max-width: 1800px; padding-top: .4rem; }
[data-testid="stHeading"] h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.st-key-boodschap [data-testid="stMetricValue"] { font-size: clamp(3.5rem, 11vw, 10rem); line-height: 1; color: #D55E00; }
.st-key-boodschap [data-testid="stMetricLabel"] p { font-size: clamp(1.1rem, 2vw, 2rem); }
.st-key-boodschap [data-testid="stMarkdown"] p { font-size: clamp(1.2rem, 2.1vw, 2.2rem); line-height: 1.35; }
[data-testid="stHeading"] h2, [data-testid="stHeading"] h3 { font-size: clamp(1.3rem, 2.4vw, 2.4rem); }
@media (min-width: 1500px) {
  .st-key-verhaaltekening { zoom: 1.5; }
  .st-key-verhaaltekening [data-testid="stFullScreenFrame"] { width: 66.6% !important; } /* the chart measures itself before the zoom */
}
</style>
"""

DOEK = "<style>.stApp::after { content: ''; position: fixed; inset: 0; background: #000; z-index: 10000000; }</style>"


def projector() -> None:
    """Make the screen fit for the back row; black when that was asked for."""
    st.html(GROOT)
    with st.container():
        if st.session_state.get(ZWART):
            st.html(DOEK)


def vraagt(stap: Verhaalstap) -> bool:
    """Whether this step still waits for the guess of the room."""
    return stap.vraag and st.session_state.get(ONTHULD) != stap


def gok(zichtbaar: bool = True) -> float | None:
    """Ask what the room thinks, and give it; it outlives the field in which it was typed."""
    with st.container():
        if zichtbaar:
            st.session_state[GEGOKT] = st.number_input("Wat denkt de zaal?", 0, 1_000_000, None, 1, key=GOK)
    gegokt: float | None = st.session_state.get(GEGOKT)
    return gegokt


def knoppen(beeld: Beeld, stappen: Sequence[Verhaalstap]) -> None:
    """Draw what a speaker needs: steps, ask and show, the slider, back to the step, a black screen, the whole screen."""
    nu = min(beeld.weergave.stap, len(stappen))
    knop = parameter("reservering")
    assert isinstance(knop, Getal)
    with st.container(horizontal=True, key="verhaalknoppen", vertical_alignment="center"):
        _knop("Vorige", "PageUp", nu > 1, _naar_stap, (nu - 1, stappen, beeld.regios))
        _knop("Volgende", "PageDown", nu < len(stappen), _naar_stap, (nu + 1, stappen, beeld.regios))
        _knop("Onthul", "O", vraagt(stappen[nu - 1]), _onthul, (stappen[nu - 1],))
        _knop("Herhaal", "H", not vraagt(stappen[nu - 1]), geschiedenis.herhaal, ())
        _knop("Lager", "Down", True, _schuif, (-knop.stap, knop))
        _knop("Hoger", "Up", True, _schuif, (knop.stap, knop))
        _knop("Opnieuw deze stap", "Home", True, _naar_stap, (nu, stappen, beeld.regios))
        _knop("Zwart scherm", "B", True, _zwart, ())
        schermvullend()
        st.caption(
            "PageUp en PageDown: stap; O: onthul; H: herhaal de laatste verandering; pijl omhoog en omlaag: reservering; "
            "Home: stap opnieuw; B: zwart; F: schermvullend"
        )


def _knop(label: str, toets: str, kan: bool, doe: object, args: tuple) -> None:
    st.button(label, key=f"verhaal_{toets}", shortcut=toets, disabled=not kan, on_click=doe, args=args, help=toets)


def _naar_stap(nummer: int, stappen: Sequence[Verhaalstap], regios: Mapping[str, Regio]) -> None:
    """Show a step; where it asks first, it asks again."""
    gelezen = naar_stap(stappen[nummer - 1], adres.huidig(), adres.weergave().met(stap=nummer), regios)
    st.session_state[ONTHULD] = None
    st.session_state[VANDAAN] = adres.huidig()
    st.session_state.pop(GEGOKT, None)
    st.session_state.pop(GOK, None)
    adres.zet(gelezen.scenario, gelezen.fouten, gelezen.weergave)


def _onthul(stap: Verhaalstap) -> None:
    """Show what was asked, and play the change that led there."""
    st.session_state[ONTHULD] = stap
    geschiedenis.herhaal(st.session_state.get(VANDAAN))


def _schuif(stap: float, knop: Getal) -> None:
    """Move the reservering one step, within its control."""
    nu = adres.huidig()
    adres.zet(nu.met(reservering=min(knop.hoog, max(knop.laag, nu.reservering + stap))))


def _zwart() -> None:
    st.session_state[ZWART] = not st.session_state.get(ZWART, False)

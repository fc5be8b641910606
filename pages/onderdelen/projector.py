"""The projector: no chrome, large type, and a key for everything a speaker does."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fairshare import link
from fairshare.gegevens import Regio, Verhaalstap
from fairshare.parameters import Getal
from fairshare.scenario import parameter
from fairshare.weergave import Weergave
from pages.onderdelen import adres
from pages.onderdelen.beeld import Beeld

ZWART = "_zwart"

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
.st-key-verhaalknoppen kbd { display: none; }
</style>
"""

DOEK = "<style>.stApp::after { content: ''; position: fixed; inset: 0; background: #000; z-index: 10000000; }</style>"


def projector() -> None:
    """Make the screen fit for the back row; black when that was asked for."""
    st.html(GROOT)
    with st.container():
        if st.session_state.get(ZWART):
            st.html(DOEK)


def knoppen(beeld: Beeld, stappen: Sequence[Verhaalstap]) -> None:
    """Draw what a speaker needs: steps, a higher or lower reservering, back to the step, a black screen."""
    nu = min(beeld.weergave.stap, len(stappen))
    knop = parameter("reservering")
    assert isinstance(knop, Getal)
    with st.container(horizontal=True, key="verhaalknoppen", vertical_alignment="center"):
        _knop("Vorige", "PageUp", nu > 1, _naar_stap, (nu - 1, stappen, beeld.regios))
        _knop("Volgende", "PageDown", nu < len(stappen), _naar_stap, (nu + 1, stappen, beeld.regios))
        _knop("Lager", "Down", True, _schuif, (-knop.stap, knop))
        _knop("Hoger", "Up", True, _schuif, (knop.stap, knop))
        _knop("Opnieuw deze stap", "Home", True, _naar_stap, (nu, stappen, beeld.regios))
        _knop("Zwart scherm", "B", True, _zwart, ())
        st.caption(
            "PageUp en PageDown: stap; pijl omhoog en omlaag: reservering; Home: opnieuw; B: zwart; F11: schermvullend"
        )


def _knop(label: str, toets: str, kan: bool, doe: object, args: tuple) -> None:
    st.button(label, key=f"verhaal_{toets}", shortcut=toets, disabled=not kan, on_click=doe, args=args, help=toets)


def _naar_stap(nummer: int, stappen: Sequence[Verhaalstap], regios: Mapping[str, Regio]) -> None:
    """Show a step: its scenario, in the region that is shown."""
    nu, weergave = adres.huidig(), adres.weergave().met(stap=nummer, gaf="")
    doel = dict(link.lees(stappen[nummer - 1].link, regios).scenario) | {"regio": nu.regio}
    terugval = dict(nu) | dict(Weergave())
    adres.zet(link.passend(doel | dict(weergave), regios, terugval).scenario, (), weergave)


def _schuif(stap: float, knop: Getal) -> None:
    """Move the reservering one step, within its control."""
    nu = adres.huidig()
    adres.zet(nu.met(reservering=min(knop.hoog, max(knop.laag, nu.reservering + stap))))


def _zwart() -> None:
    st.session_state[ZWART] = not st.session_state.get(ZWART, False)

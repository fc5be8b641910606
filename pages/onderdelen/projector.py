"""The projector: no chrome, large type, a guess of the room first, and a key for everything a speaker does."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fairshare.gegevens import Regio, Verhaalstap
from fairshare.model.knoppen import knop
from fairshare.parameters import Getal
from fairshare.verhaal import naar_stap
from pages.onderdelen import adres, geschiedenis
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.schermvullend import schermvullend
from pages.onderdelen.schuif import stap as staplengte

ZWART, ONTHULD, VANDAAN, GOK, GEGOKT = "_zwart", "_onthuld", "_vandaan", "_gok", "_gegokt"

GROOT = """
<style>
[data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"], [data-testid="stExpandSidebarButton"],
[data-testid="stElementContainer"]:has(.voettekst, .paginalink) { display: none; }
.st-key-navigatie, .st-key-verhaalknoppen {
  position: fixed; left: 0; right: 0; z-index: 20; opacity: 0; padding: .5rem 2vw; gap: .3rem .5rem;
  background: light-dark(#F3F6F9, #1A252E); flex-wrap: wrap;
}
.st-key-navigatie { top: 0; transform: translateY(calc(12px - 100%)); } /* it comes down to whoever goes to the very top */
.st-key-navigatie:is(:hover, :focus-within) { transform: none; }
.st-key-verhaalknoppen { bottom: 0; animation: verdwijn 1s 6s backwards; }
@keyframes verdwijn { from { opacity: 1; } to { opacity: 0; } }
:is(.st-key-navigatie, .st-key-verhaalknoppen):is(:hover, :focus-within) { opacity: 1; }
@media (hover: none), (max-width: 640px) { .st-key-verhaalknoppen { opacity: 1; position: static; } }
[data-testid="stMainBlockContainer"] { max-width: none; padding: 2.5vh 3vw 0; }
.stHtml h1 { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.stHtml h2 { font-size: clamp(1.3rem, 2.4vw, 3rem); padding: 0; }
.st-key-toneel { min-height: 84vh; justify-content: center; --schuif-letter: clamp(1.1rem, 1.8vw, 2.2rem); --schuif-merk: clamp(.9rem, 1.1vw, 1.4rem); --schuif-label: none; }
.st-key-toneel .kaart { border: 0; padding: 0; }
.st-key-toneel .kaart .cijfer { font-size: clamp(3.5rem, 9.5vw, 14rem); line-height: 1; color: light-dark(#B34700, #FF9A4D); }
.st-key-toneel .kaart .label { font-size: clamp(1.1rem, 2vw, 2.6rem); }
.st-key-toneel .zin, .st-key-toneel [data-testid="stMarkdown"] p { font-size: clamp(1.1rem, 1.9vw, 2.6rem); line-height: 1.3; }
.st-key-toneel .legenda { font-size: clamp(1rem, 1.4vw, 1.8rem); }
.st-key-vraag { text-align: center; align-items: center; gap: 2vh; }
.st-key-vraag .kaart .label { display: none; }
.st-key-vraag .zin { font-size: clamp(1.6rem, 3.4vw, 4.6rem); max-width: 24em; margin: 0 auto; text-align: center; }
.st-key-vraag [data-testid="stNumberInput"] { max-width: 16rem; margin: 2vh auto 0; }
.st-key-vraag [data-testid="stNumberInput"] input { font-size: 2rem; height: 3.5rem; text-align: center; }
.st-key-waar { position: fixed; right: 1.5vw; bottom: 1vh; width: auto; }
@media (min-width: 1500px) { .verhaaltekening { zoom: 1.5; } }
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


def gok() -> None:
    """Ask what the room thinks; it outlives the field in which it was typed."""
    st.session_state[GEGOKT] = st.number_input("Wat denkt de zaal?", 0, 1_000_000, None, 1, key=GOK)


def gegokt() -> float | None:
    """Give what the room thought."""
    gegeven: float | None = st.session_state.get(GEGOKT)
    return gegeven


def schuift(stap: Verhaalstap) -> bool:
    """Whether the reservering changes what this step is about."""
    return stap.soort not in ("opgave", "toen", "nodig")


def knoppen(beeld: Beeld, stappen: Sequence[Verhaalstap]) -> None:
    """Draw what a speaker needs: steps, ask and show, the slider, the gemeente, back, a black screen, the whole screen."""
    nu = min(beeld.weergave.stap, len(stappen))
    stap = stappen[nu - 1]
    with st.container(horizontal=True, key="verhaalknoppen", vertical_alignment="center"):
        _knop("Vorige", "PageUp", nu > 1, _naar_stap, (nu - 1, stappen, beeld.regios))
        _knop("Volgende", "PageDown", nu < len(stappen), _naar_stap, (nu + 1, stappen, beeld.regios))
        _knop("Onthul", "O", vraagt(stap), _onthul, (stap,))
        _knop("Herhaal", "H", not vraagt(stap), geschiedenis.herhaal, ())
        _knop("Lager", "Down", schuift(stap), _schuif, (-1, beeld.regio))
        _knop("Hoger", "Up", schuift(stap), _schuif, (1, beeld.regio))
        _knop("Vorige gemeente", "Left", stap.soort == "gemeente", _naar_gemeente, (-1, beeld))
        _knop("Volgende gemeente", "Right", stap.soort == "gemeente", _naar_gemeente, (1, beeld))
        _knop("Opnieuw deze stap", "Home", True, _naar_stap, (nu, stappen, beeld.regios))
        _knop("Zwart scherm", "B", True, _zwart, ())
        schermvullend()
        st.caption(
            "PageUp en PageDown: stap; G: gok van de zaal; O: onthul; H: herhaal de laatste verandering; pijl omhoog en omlaag: "
            "reservering; pijl opzij: gemeente; Home: stap opnieuw; B: zwart; F: schermvullend"
        )
    with st.container(key="waar"):
        st.caption(f"{nu} / {len(stappen)}")


def _knop(label: str, toets: str, kan: bool, doe: object, args: tuple) -> None:
    st.button(label, key=f"verhaal_{toets}", shortcut=toets, disabled=not kan, on_click=doe, args=args, help=toets)


def _naar_gemeente(verder: int, beeld: Beeld) -> None:
    """Look at the gemeente before or after this one."""
    codes = beeld.regio.codes
    code = codes[(codes.index(beeld.gemeente) + verder) % len(codes)]
    adres.zet(adres.huidig(), (), adres.weergave().met(gemeente=code))


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


def _schuif(stappen: int, regio: Regio) -> None:
    """Move the reservering as its slider does: as far with a step, and within the range of this region."""
    wat = knop(regio, "reservering")
    assert isinstance(wat, Getal)
    nu = adres.huidig()
    waarde = nu.reservering + stappen * staplengte(wat, nu.reservering)
    adres.zet(nu.met(reservering=min(wat.hoog, max(wat.laag, round(waarde, wat.decimalen)))))


def _zwart() -> None:
    st.session_state[ZWART] = not st.session_state.get(ZWART, False)

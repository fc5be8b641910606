"""The projector: no chrome, large type, a guess of the room first, and a key for everything a speaker does."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import streamlit as st

from fairshare.fouten import Getypt
from fairshare.gegevens import Regio, Verhaalstap
from fairshare.model.knoppen import knop
from fairshare.parameters import Getal
from fairshare.verhaal import naar_stap
from pages.levend.schuif import stap as staplengte
from pages.onderdelen import adres, geschiedenis, voorkant
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.getalveld import getalveld, getypt
from pages.onderdelen.schermvullend import schermvullend

ZWART, ONTHULD, VANDAAN, GOK, GEGOKT = "_zwart", "_onthuld", "_vandaan", "_gok", "_gegokt"

DOEK = str(Path(__file__).with_name("doek.css"))
"""What makes the screen black."""

GEDACHT = Getal(
    label="Wat denkt de zaal?",
    eenheid="aantal",
    hulp="",
    bron="",
    groep="weergave",
    laag=0,
    hoog=1_000_000,
    mag_leeg=True,
    leeg="geen gok",
)
"""What a room can guess."""


def projector() -> None:
    """Make the screen fit for the back row; black when that was asked for."""
    voorkant.stijlblad(__file__)
    with st.container():
        if st.session_state.get(ZWART):
            voorkant.stijlblad(DOEK)


def vraagt(stap: Verhaalstap) -> bool:
    """Whether this step still waits for the guess of the room."""
    return stap.vraag and st.session_state.get(ONTHULD) != stap


def gok() -> None:
    """Ask what the room thinks; it outlives the field in which it was typed."""
    getalveld(GEDACHT.label, GEDACHT, None, GOK, _onthoud_gok)
    with st.container():
        mis = st.session_state.get(GEGOKT)
        if isinstance(mis, Getypt):
            st.error(mis.melding)


def _onthoud_gok() -> None:
    st.session_state[GEGOKT] = getypt(GOK, GEDACHT)


def gegokt() -> float | None:
    """Give what the room thought."""
    gegeven: float | Getypt | None = st.session_state.get(GEGOKT)
    return None if isinstance(gegeven, Getypt) else gegeven


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

"""The projector: no chrome, large type, a guess of the room first, and a key for everything a speaker does."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import streamlit as st

from fairshare import grafieken
from fairshare.fouten import Getypt
from fairshare.gegevens import Regio, Verhaalstap
from fairshare.grafieken import Ruimte
from fairshare.model.knoppen import knop
from fairshare.parameters import Getal
from fairshare.verhaal import hierna, naar_stap, scenes, stappen
from pages.bediening import adres, geschiedenis
from pages.levend.schuif import stap as staplengte
from pages.onderdelen import voorkant
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.getalveld import getalveld, getypt
from pages.onderdelen.stukken import paginalinks
from pages.onderdelen.toetsen import toetsen
from pages.onderdelen.woorden import toon

ZWART, ONTHULD, VANDAAN, GOK, GEGOKT, SCHALEN = "_zwart", "_onthuld", "_vandaan", "_gok", "_gegokt", "_schalen"

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
    return stap.vraag and st.session_state.get(ONTHULD) != stap and adres.weergave().antwoord == "nee"


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


def knoppen(beeld: Beeld, verhaal: Sequence[Verhaalstap]) -> None:
    """Draw what a speaker needs and can use now: steps, ask and show, the slider, the gemeente, back, a black screen, the way out."""
    nu = min(beeld.weergave.stap, len(verhaal))
    stap = verhaal[nu - 1]
    with st.container(horizontal=True, key="verhaalknoppen", vertical_alignment="center"):
        if nu > 1:
            _knop("Vorige (PageUp)", "PageUp", _naar_stap, nu - 1, verhaal, beeld.regios)
        if nu < len(verhaal):
            _knop("Volgende (PageDown)", "PageDown", _naar_stap, nu + 1, verhaal, beeld.regios)
        if vraagt(stap):
            _knop("Onthul (O)", "O", _onthul, stap)
        else:
            _knop("Herhaal (H)", "H", geschiedenis.herhaal)
        if schuift(stap):
            _knop("Lager (pijl omlaag)", "Down", _schuif, -1, beeld.regio)
            _knop("Hoger (pijl omhoog)", "Up", _schuif, 1, beeld.regio)
        if stap.soort == "gemeente":
            _knop("Vorige gemeente (pijl links)", "Left", _naar_gemeente, -1, beeld)
            _knop("Volgende gemeente (pijl rechts)", "Right", _naar_gemeente, 1, beeld)
        _knop("Opnieuw deze stap (Home)", "Home", _naar_stap, nu, verhaal, beeld.regios)
        _knop("Zwart scherm (B)", "B", _zwart)
        toon(paginalinks(**{".": "Stoppen (Esc)"}))
        if vraagt(stap):
            st.caption("G: naar de gok van de zaal")
    with st.container(key="waar"):
        toetsen(f"{nu} / {len(verhaal)}", st.session_state.get(ZWART, False), stap.titel, hierna(verhaal[nu:]))


def _knop(label: str, toets: str, doe: Callable[..., None], *waarmee: object) -> None:
    st.button(label, key=f"verhaal_{toets}", on_click=doe, args=waarmee)


def begin(regios: Mapping[str, Regio]) -> None:
    """Take the scenario of the step that will be shown, before someone comes here from another page."""
    verhaal = stappen(adres.weergave())
    _naar_stap(min(adres.weergave().stap, len(verhaal)), verhaal, regios)


def geopend(regios: Mapping[str, Regio]) -> None:
    """Begin an own story with the scenario of its first step, whatever else the link of a new window holds."""
    nu = adres.weergave()
    if nu.verhaal and nu.stap == 1 and nu.antwoord == "nee" and not adres.wacht_op():
        begin(regios)


def schalen(beeld: Beeld) -> dict[str, Ruimte]:
    """Give the axes of the story, which stand still from step to step; worked out once for a story in a region."""
    waarvan = (beeld.regio, beeld.weergave.verhaal, beeld.weergave.gemeente)
    bekend = st.session_state.get(SCHALEN)
    if bekend is None or bekend[0] != waarvan:
        verteld = scenes(beeld.scenario, beeld.weergave, beeld.regios)
        delen = [(scene.stap.tekening, scene.uitkomst, scene.gemeente) for scene in verteld]
        bekend = st.session_state[SCHALEN] = (waarvan, grafieken.schalen(delen))
    return dict(bekend[1])


def _naar_gemeente(verder: int, beeld: Beeld) -> None:
    """Look at the gemeente before or after this one."""
    codes = beeld.regio.codes
    code = codes[(codes.index(beeld.gemeente) + verder) % len(codes)]
    adres.zet(adres.huidig(), (), adres.weergave().met(gemeente=code))


def _naar_stap(nummer: int, verhaal: Sequence[Verhaalstap], regios: Mapping[str, Regio]) -> None:
    """Show a step; where it asks first, it asks again."""
    gelezen = naar_stap(verhaal[nummer - 1], adres.huidig(), adres.weergave().met(stap=nummer, antwoord="nee"), regios)
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

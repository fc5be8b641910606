"""What was changed in this session: one step back or forward, each named by what it did, and a replay.

A step is a scenario that was let go of: a drag is one step, however many values it passed.
"""

import time
from collections.abc import Mapping

import streamlit as st

from fairshare.delen import wat_veranderde
from fairshare.gegevens import Regio
from fairshare.scenario import Scenario
from fairshare.verhaal import tussen
from pages.bediening import adres
from pages.onderdelen.woorden import veilig

STAPPEN, PLEK = "_stappen", "_plek"
LANGST = 50
"""The oldest steps beyond this many are forgotten."""

SPEELT, GESPEELD, BEGONNEN = "_speelt", "_gespeeld", "_begonnen"
BEELDEN, WACHT, DUUR = 14, 0.06, 1.8
"""A replay has this many pictures, with this much rest between two [s], and is over after this long [s]."""


def volg() -> None:
    """Take the scenario down as a step when it is another than the last one; not while a thumb is being dragged."""
    stappen: list[Scenario] = st.session_state.setdefault(STAPPEN, [adres.huidig()])
    plek: int = st.session_state.setdefault(PLEK, 0)
    if stappen[plek] != adres.huidig() and not adres.wordt_gesleept():
        stappen = [*stappen[: plek + 1], adres.huidig()][-LANGST:]
        st.session_state[STAPPEN], st.session_state[PLEK] = stappen, len(stappen) - 1


def herhaal(van: Scenario | None = None) -> None:
    """Play the way from a scenario, else from the one before the last change, to the present one again."""
    stappen, plek = st.session_state[STAPPEN], st.session_state[PLEK]
    begin = van or stappen[max(plek - 1, 0)]
    if begin != adres.huidig():
        st.session_state[SPEELT] = (begin, *tussen(begin, adres.huidig(), BEELDEN))
        st.session_state[BEGONNEN] = time.monotonic()
        _beeld(0)


def speelt() -> bool:
    """Whether a replay is going on; a change by the user ends it."""
    return bool(st.session_state.get(SPEELT)) and st.session_state[GESPEELD] == adres.huidig()


def speel() -> None:
    """Let the browser ask for the next picture of a replay, if one is going on; a slow one skips pictures."""
    getekend: list[bool] = []

    @st.fragment(run_every=WACHT)
    def klok() -> None:
        if getekend and speelt():  # a tick that comes too late changes nothing
            verstreken = (time.monotonic() - st.session_state[BEGONNEN]) / DUUR
            _beeld(min(len(st.session_state[SPEELT]) - 1, int(verstreken * len(st.session_state[SPEELT]))))
            st.rerun()
        getekend.append(True)

    if speelt():
        klok()


def _beeld(nummer: int) -> None:
    """Show one picture; the last one is where the replay ends."""
    eerste, *rest = st.session_state[SPEELT][nummer:]
    adres.zet(eerste, (), adres.weergave())
    adres.sleept(bool(rest))
    st.session_state[GESPEELD] = eerste
    if not rest:
        st.session_state[SPEELT] = ()


def teken(regios: Mapping[str, Regio]) -> None:
    """Draw the two buttons."""
    stappen, plek = st.session_state[STAPPEN], st.session_state[PLEK]
    with st.container(horizontal=True):
        _knop("Ongedaan", "Ctrl+Z", stappen, plek, plek - 1, regios)
        _knop("Opnieuw", "Ctrl+Y", stappen, plek, plek + 1, regios)


def vergeet(sleutel: str) -> None:
    """Let go of every step in a region that is no longer there."""
    over = [stap for stap in st.session_state[STAPPEN] if stap.regio != sleutel] or [Scenario()]
    st.session_state[STAPPEN], st.session_state[PLEK] = over, len(over) - 1


def _knop(label: str, toets: str, stappen: list[Scenario], plek: int, doel: int, regios: Mapping[str, Regio]) -> None:
    """Draw a button to another step; its help says what that step did."""
    kan = 0 <= doel < len(stappen)
    hulp = (
        f"{toets}. {veilig(wat_veranderde(stappen[min(plek, doel)], stappen[max(plek, doel)], regios))}"
        if kan
        else None
    )
    st.button(
        label,
        key=f"stap_{toets}",
        help=hulp,
        disabled=not kan,
        on_click=_ga,
        args=(doel,),
        shortcut=toets,
        width="stretch",
    )


def _ga(doel: int) -> None:
    st.session_state[PLEK] = doel
    adres.zet(st.session_state[STAPPEN][doel])

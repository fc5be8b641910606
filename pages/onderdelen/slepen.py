"""What follows a thumb while it is dragged: parts of the screen that are drawn by themselves, without the rest.

A step of a drag draws the parts that follow the thumb; letting go draws those that follow later. Together they hold
whatever a live slider changes, so that nothing else on the screen has to be drawn again.
"""

from collections.abc import Callable
from enum import StrEnum

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.onderdelen import adres
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import mislukt

WEKKER = """
export default function ({ setStateValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  let weg = false;
  const kijker = new MutationObserver(() => {
    const verbonden = app.dataset.testConnectionState === "CONNECTED";
    if (verbonden && weg) setStateValue("terug", Date.now());
    weg = !verbonden;
  });
  kijker.observe(app, { attributeFilter: ["data-test-connection-state"] });
  return () => kijker.disconnect();
}
"""
"""Asks for the whole screen once the line to the server is back."""

_WEKKER = st.components.v2.component("wekker", js=WEKKER)

DELEN, HEEL, GETEKEND = "_delen", "_heel", "_getekend"
"""The parts of the screen, whether it is there as a whole, and which scenario those that follow the thumb show."""


class Wanneer(StrEnum):
    """When a part is drawn anew. Each is a fragment, so that one run draws all of its parts."""

    SLEPEND = "slepend"
    LOS = "los"


def begin() -> None:
    """Begin a whole screen, which has no parts yet."""
    st.session_state[DELEN], st.session_state[HEEL] = {soort: [] for soort in Wanneer}, False


def volgt(beeld: Beeld, teken: Callable[..., None], *waarmee: str) -> None:
    """Give a part that follows the thumb its place; ``teken`` gets the picture of that moment, and ``waarmee``."""
    st.session_state[DELEN][Wanneer.SLEPEND].append((st.container(), beeld, teken, waarmee))


def later(beeld: Beeld, teken: Callable[..., None], *waarmee: str) -> None:
    """Give a part its place that follows once the thumb is let go: what nobody looks at while dragging."""
    st.session_state[DELEN][Wanneer.LOS].append((st.container(), beeld, teken, waarmee))


def teken_delen() -> None:
    """Draw all parts, when the rest of the screen is there; the live sliders must be the last that follow the thumb.

    That they are drawn tells the browser that all has followed.
    """
    _delen(Wanneer.LOS)
    _delen(Wanneer.SLEPEND)
    st.session_state[HEEL] = True


def _delen(wanneer: Wanneer) -> None:
    delen = st.session_state[DELEN][wanneer]

    @st.fragment(key=wanneer)
    def teken_ze() -> None:
        ctx = get_script_run_ctx()
        alleen = ctx is not None and len(ctx.fragment_ids_this_run or ()) == 1
        if alleen and (wanneer == Wanneer.LOS or not adres.wordt_gesleept() or not st.session_state[HEEL]):
            st.rerun()  # something else than a slider: it draws the whole screen, as it does everywhere
        for plek, beeld, teken, waarmee in delen:
            with plek, st.container():  # even a part that has nothing to say keeps its place
                _teken(beeld, teken, waarmee)
        if wanneer == Wanneer.SLEPEND:
            st.session_state[GETEKEND] = adres.huidig()

    teken_ze()


def _teken(beeld: Beeld, teken: Callable[..., None], waarmee: tuple[str, ...]) -> None:
    """Draw a part; one that fails says so, and the rest of the screen stays."""
    try:
        teken(beeld.nu(), *waarmee)
    except Exception:
        mislukt()


def losgelaten() -> None:
    """Draw every part instead of the whole screen; from the callback of a slider that is let go."""
    if st.session_state[HEEL]:
        st.rerun(list(Wanneer))


def wekker() -> None:
    """Draw the whole screen anew when the line is back: a server that was started again knows no parts.

    It would leave unanswered whatever is moved or pressed in one, while the screen still shows it.
    """
    _WEKKER(key="wekker", on_terug_change=lambda: None)

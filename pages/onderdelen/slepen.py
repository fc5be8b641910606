"""What follows a thumb while it is dragged: parts of the screen that are drawn by themselves, without the rest.

A step of a drag draws the parts that follow the thumb; those that follow later are drawn once it rests. Together they
hold whatever a live slider changes, so that nothing else on the screen has to be drawn again.
"""

from collections.abc import Callable
from enum import StrEnum

import streamlit as st
from streamlit.delta_generator import DeltaGenerator
from streamlit.runtime.scriptrunner import get_script_run_ctx

from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
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

DELEN, HEEL, GETEKEND, GEVRAAGD = "_delen", "_heel", "_getekend", "_gevraagd"
"""The parts of the screen, whether all of it is there, what the parts that follow the thumb show, and what the others must."""


class Wanneer(StrEnum):
    """When a part is drawn anew. Each is a fragment, so that one run draws all of its parts."""

    SLEPEND = "slepend"
    IN_RUST = "in rust"


def begin() -> None:
    """Begin a whole screen, which has no parts yet."""
    st.session_state.update({DELEN: {soort: [] for soort in Wanneer}, HEEL: False, GEVRAAGD: None})


def volgt(beeld: Beeld, teken: Callable[..., None], *waarmee: str, plek: DeltaGenerator | None = None) -> None:
    """Give a part that follows the thumb its place; ``teken`` gets the picture of that moment, and ``waarmee``."""
    st.session_state[DELEN][Wanneer.SLEPEND].append((plek or st.container(), beeld, teken, waarmee))


def later(beeld: Beeld, teken: Callable[..., None], *waarmee: str) -> None:
    """Give a part its place that follows once the thumb is at rest: what nobody looks at while it moves.

    It draws something each time, at least ``st.empty()``, or there would be no place to draw in later.
    """
    st.session_state[DELEN][Wanneer.IN_RUST].append((st.container(), beeld, teken, waarmee))


def teken_delen() -> None:
    """Draw all parts, when the rest of the screen is there."""
    _delen(Wanneer.SLEPEND)
    _delen(Wanneer.IN_RUST)
    st.session_state[HEEL] = True


def _delen(wanneer: Wanneer) -> None:
    delen = st.session_state[DELEN][wanneer]

    @st.fragment(key=wanneer)
    def teken_ze() -> None:
        if not _hoort_bij_een_schuif(wanneer):
            st.rerun()  # whatever else happens in a part draws the whole screen, as it does everywhere
        for plek, beeld, teken, waarmee in delen:
            with plek:
                _teken(beeld, teken, waarmee)
        if wanneer == Wanneer.SLEPEND:
            st.session_state[GETEKEND] = _stand()
        else:
            st.session_state[GEVRAAGD] = None

    teken_ze()


def _stand() -> tuple[Scenario, Weergave]:
    return adres.huidig(), adres.weergave()


def _hoort_bij_een_schuif(wanneer: Wanneer) -> bool:
    """Whether these parts are to be drawn by themselves; within a run of the whole screen they always are."""
    ctx = get_script_run_ctx()
    if ctx is None or not ctx.fragment_ids_this_run:
        return True
    sleept = wanneer == Wanneer.SLEPEND and adres.wordt_gesleept()
    return bool(st.session_state[HEEL]) and (sleept or st.session_state[GEVRAAGD] == _stand())


def _teken(beeld: Beeld, teken: Callable[..., None], waarmee: tuple[str, ...]) -> None:
    """Draw a part; one that fails says so, and the rest of the screen stays."""
    try:
        teken(beeld.nu(), *waarmee)
    except Exception:
        mislukt()


def in_rust(gevolgd: bool) -> None:
    """Draw what follows later, and what does not yet show this; from the callback of a slider that is at rest.

    What was drawn need not be shown (``gevolgd``): Streamlit drops what waits to be sent when a run begins that draws it.
    """
    if st.session_state[HEEL]:
        st.session_state[GEVRAAGD] = _stand()
        getekend = gevolgd and st.session_state[GETEKEND] == _stand()
        st.rerun([Wanneer.IN_RUST] if getekend else list(Wanneer))


def wekker() -> None:
    """Draw the whole screen anew when the line is back: a server that was started again knows no parts.

    It would leave unanswered whatever is moved or pressed in one, while the screen still shows it.
    """
    _WEKKER(key="wekker", on_terug_change=lambda: None)

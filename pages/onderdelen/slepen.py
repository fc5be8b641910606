"""What follows a thumb while it is dragged: parts of the screen that are drawn by themselves, without the rest.

A step of a drag draws a few parts instead of the whole screen; letting go draws everything.
"""

from collections.abc import Callable

import streamlit as st

from pages.onderdelen import adres, geschiedenis

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

DELEN = ("kerncijfer", "pagina", "reservering", "mutatiegraad")
"""The parts, in the order in which they are drawn; the sliders last, because they tell the browser that all has followed."""


def volgt(naam: str, teken: Callable[[], None]) -> None:
    """Draw a part that follows a thumb. Whatever else happens in it draws the whole screen, as it does everywhere."""
    eerder: list[str] = []

    @st.fragment(key=naam)
    def deel() -> None:
        if eerder and (not adres.wordt_gesleept() or geschiedenis.speelt()):
            st.rerun()
        eerder.append(naam)
        teken()

    deel()


def teken_delen() -> None:
    """Draw the parts instead of the whole screen; from the callback of a slider."""
    st.rerun(DELEN)


def wekker() -> None:
    """Draw the whole screen anew when the line is back: a server that was started again knows no parts.

    It would leave unanswered whatever is moved or pressed in one, while the screen still shows it.
    """
    _WEKKER(key="wekker", on_terug_change=lambda: None)

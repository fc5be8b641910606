"""The button for the whole screen: only the browser itself can do that."""

import streamlit as st

HTML = '<button type="button">Schermvullend</button>'

CSS = """
button {
  font: 400 .875rem var(--st-font); color: var(--st-text-color); background: transparent; cursor: pointer;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius); padding: .45rem .75rem; min-height: 2.5rem;
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
"""

JS = """
export default function ({ parentElement }) {
  const heen = () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  const toets = (t) => {
    const typt = t.composedPath()[0].matches?.("input:not([type=range]), textarea, [contenteditable]");
    if (t.key.toLowerCase() === "f" && !typt && !t.ctrlKey && !t.metaKey && !t.altKey) heen();
  };
  parentElement.querySelector("button").onclick = heen;
  document.addEventListener("keydown", toets);
  return () => document.removeEventListener("keydown", toets);
}
"""

_KNOP = st.components.v2.component("schermvullend", html=HTML, css=CSS, js=JS)


def schermvullend() -> None:
    """Draw the button; F does the same."""
    _KNOP(key="schermvullend", width="content")

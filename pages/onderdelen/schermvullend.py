"""What only the browser itself can do: fill the whole screen (F), and go to the field of the guess and away from it (G)."""

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
  const gok = () => document.querySelector(".st-key-vraag input");
  const toets = (t) => {
    const waar = t.composedPath()[0];
    if (t.key === "Enter" && waar === gok()) setTimeout(() => waar.blur(), 50); // the other keys work again
    if (waar.matches?.("input:not([type=range]), textarea, [contenteditable]") || t.ctrlKey || t.metaKey || t.altKey) return;
    if (t.key.toLowerCase() === "f") heen();
    if (t.key.toLowerCase() === "g" && gok()) { t.preventDefault(); gok().focus(); }
  };
  parentElement.querySelector("button").onclick = heen;
  document.addEventListener("keydown", toets);
  return () => document.removeEventListener("keydown", toets);
}
"""

_KNOP = st.components.v2.component("schermvullend", html=HTML, css=CSS, js=JS)


def schermvullend() -> None:
    """Draw the button for the whole screen; F does the same, and G goes to the guess."""
    _KNOP(key="schermvullend", width="content")

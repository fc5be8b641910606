"""A button that copies a link, because the link itself is too long to read. Where a browser forbids it, the link shows."""

import streamlit as st

HTML = """
<button type="button"></button> <span role="status"></span>
<input type="text" readonly hidden aria-label="De link">
"""

CSS = """
button {
  font: inherit; font-family: var(--st-font); font-size: .875rem; color: var(--st-text-color); background: transparent; cursor: pointer;
  padding: .35rem .75rem; min-height: 2.5rem; border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, .4rem);
}
button:hover { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
span { font-family: var(--st-font); font-size: .875rem; color: var(--st-text-color); margin-left: .5rem; }
input { display: block; width: 100%; box-sizing: border-box; margin-top: .4rem; font: inherit; }
input[hidden] { display: none; }
"""

JS = """
export default function ({ data, parentElement }) {
  const knop = parentElement.querySelector("button");
  const melding = parentElement.querySelector("span");
  const veld = parentElement.querySelector("input");
  knop.textContent = data.label;
  knop.dataset.tekst = data.tekst;
  if (veld.value !== data.tekst) melding.textContent = "";
  veld.value = data.tekst;
  knop.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.tekst);
      melding.textContent = "Gekopieerd.";
    } catch {
      veld.hidden = false;
      veld.select();
      melding.textContent = "Kopieer hem uit dit veld:";
    }
  };
}
"""

_KNOP = st.components.v2.component("kopieer", html=HTML, css=CSS, js=JS)


def kopieer(label: str, tekst: str, sleutel: str) -> None:
    """Draw the button."""
    _KNOP(key=sleutel, data={"label": label, "tekst": tekst})

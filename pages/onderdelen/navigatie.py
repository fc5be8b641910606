"""The links to the pages, as one element: each element on the screen slows a drag.

The address bar holds the whole scenario, so that a link takes what stands there at the moment it is used: it need not be
drawn again when the scenario changes, and opening it in another tab shows the same.
"""

from collections.abc import Mapping, Sequence
from types import ModuleType

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from pages.onderdelen import adres

CSS = """
nav { font: 400 .82rem var(--st-font); }
ul { display: inline; list-style: none; margin: 0; padding: 0; }
li { display: inline-block; }
ul + ul li:first-child { border-left: 1px solid var(--st-border-color); padding-left: .2rem; margin-left: .2rem; }
a { display: block; padding: .2rem .33rem; border-radius: var(--st-base-radius); color: var(--st-text-color); text-decoration: none; white-space: nowrap; }
a:hover { background: var(--st-secondary-background-color); }
a[aria-current] { background: color-mix(in srgb, var(--st-text-color) 12%, transparent); font-weight: 600; }
a:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: -2px; }
@media (max-width: 640px) {
  nav { white-space: nowrap; overflow-x: auto; scrollbar-width: thin; }
  a { line-height: 44px; padding-block: 0; }
}
"""

JS = """
document.documentElement.lang = "nl"; // Streamlit says English, whatever is on the screen

let ga; // how to tell the server which page to go to

const paginalink = (e) => e.target.closest?.("a.paginalink"); // a link in a text of a page
for (const soort of ["pointerover", "focusin"]) document.addEventListener(soort, (e) => {
  const a = paginalink(e);
  if (a) a.search = location.search;
});
document.addEventListener("click", (e) => {
  const a = paginalink(e);
  if (a) volg(e, a.pathname.split("/").pop());
});

const volg = (e, pad) => { // with a key held the browser opens it elsewhere
  if (e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  ga(pad);
};

export default function ({ data, parentElement, setTriggerValue }) {
  ga = (pad) => setTriggerValue("naar", pad);
  const map = location.pathname.replace(/[^/]*$/, "");
  const wijzers = [];
  const link = ({ pad, titel, hier }) => {
    const a = Object.assign(document.createElement("a"), { textContent: titel });
    const wijs = () => { a.href = map + pad + location.search; };
    wijs();
    wijzers.push(wijs);
    for (const soort of ["pointerenter", "pointerdown", "focus"]) a.addEventListener(soort, wijs); // where a browser tells nothing below
    if (hier) a.setAttribute("aria-current", "page");
    a.onclick = (e) => volg(e, pad);
    return a;
  };
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", "Pagina's");
  nav.append(...data.groepen.map((groep) => {
    const lijst = document.createElement("ul");
    lijst.append(...groep.map((pagina) => {
      const punt = document.createElement("li");
      punt.append(link(pagina));
      return punt;
    }));
    return lijst;
  }));
  const oud = parentElement.querySelector("nav");
  const focus = oud?.contains(parentElement.activeElement ?? null);
  oud?.remove();
  parentElement.append(nav);
  const waar = nav.querySelector("[aria-current]");
  if (waar) nav.scrollLeft = waar.offsetLeft - nav.clientWidth / 3; // on a phone the links are on one line
  if (focus) waar?.focus();
  const wijs = () => wijzers.forEach((een) => een());
  window.navigation?.addEventListener("currententrychange", wijs);
  return () => window.navigation?.removeEventListener("currententrychange", wijs);
}
"""

_NAVIGATIE = st.components.v2.component("navigatie", css=CSS, js=JS)


def navigatie(
    groepen: Sequence[Sequence[ModuleType]], paginas: Mapping[ModuleType, StreamlitPage], hier: StreamlitPage
) -> None:
    """Draw the links in their groups, and go where one leads."""
    naar = _NAVIGATIE(
        key="navigatie",
        data={
            "groepen": [
                [
                    {"pad": paginas[pagina].url_path, "titel": paginas[pagina].title, "hier": paginas[pagina] == hier}
                    for pagina in groep
                ]
                for groep in groepen
            ]
        },
        on_naar_change=lambda: None,
    ).naar
    for pagina in paginas.values():
        if naar == pagina.url_path:
            st.switch_page(pagina, query_params=adres.parameters())

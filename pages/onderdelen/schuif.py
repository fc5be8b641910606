"""A slider that reports while the thumb moves, not only when it is let go.

A native range input, so that keyboard, touch and assistive technology work as they do everywhere. It sends one value at
a time and waits until the screen has followed before it sends the next; letting go is always sent last. The model stays
in Python: the browser only writes the number beside the thumb.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from fairshare.parameters import Getal

SLEUTEL = "s_"
"""How the key of every such slider begins."""

HTML = """
<div class="schuif">
  <output></output>
  <input type="range" aria-label="Schuif">
</div>
"""

CSS = """
.schuif { position: relative; padding: 1.5rem .35rem .2rem; font-family: var(--st-font); }
output {
  position: absolute; top: 0; transform: translateX(-50%); white-space: nowrap;
  color: var(--st-primary-color); font-size: .95rem; font-variant-numeric: tabular-nums;
}
input { width: 100%; margin: 0; height: 1.5rem; accent-color: var(--st-primary-color); cursor: pointer; touch-action: none; }
input:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 4px; border-radius: 4px; }
"""

JS = """
const GEDULD = 2000; // ms: longer without an answer means that an update was overtaken

const schuiven = new WeakMap();

export default function ({ data, parentElement, setStateValue }) {
  const invoer = parentElement.querySelector("input");
  const tekst = parentElement.querySelector("output");
  let s = schuiven.get(parentElement);
  if (!s) {
    s = { nummer: 0, onderweg: 0, sinds: 0, wacht: null, vast: false };
    schuiven.set(parentElement, s);
  }
  s.stuur = setStateValue;

  const toon = () => {
    const deel = (invoer.value - invoer.min) / (invoer.max - invoer.min);
    const woord = Number(invoer.value).toFixed(data.decimalen).replace(".", ",") + data.achter;
    tekst.textContent = woord;
    tekst.style.left = `calc(.35rem + ${deel} * (100% - .7rem - 16px) + 8px)`;
    invoer.setAttribute("aria-valuetext", woord);
  };

  const verstuur = () => {
    if (!s.wacht || (s.onderweg && performance.now() - s.sinds < GEDULD)) return;
    s.nummer = Math.max(s.nummer, data.gezien) + 1;
    s.onderweg = s.nummer;
    s.sinds = performance.now();
    s.stuur("stand", { ...s.wacht, nummer: s.nummer });
    s.wacht = null;
    setTimeout(verstuur, GEDULD + 10);
  };

  const meld = (los) => {
    s.vast = !los;
    s.wacht = { waarde: Number(invoer.value), los };
    toon();
    verstuur();
  };

  invoer.min = data.laag;
  invoer.max = data.hoog;
  invoer.step = data.stap;
  invoer.setAttribute("aria-label", data.label);
  if (data.gezien >= s.onderweg) s.onderweg = 0;
  if (!s.vast && !s.wacht && !s.onderweg) invoer.value = data.waarde;
  invoer.oninput = () => meld(false);
  invoer.onchange = () => meld(true);
  toon();
  verstuur();
}
"""

_SCHUIF = st.components.v2.component("live_schuif", html=HTML, css=CSS, js=JS)


def schuif(naam: str, wat: Getal, waarde: float, bij_stand: Callable[[str], None]) -> None:
    """Draw the slider; ``bij_stand`` is called with its name when a value comes in.

    It must be drawn last on the screen: that it is drawn again tells the browser that everything has followed.
    """
    sleutel = SLEUTEL + naam
    _SCHUIF(
        key=sleutel,
        data={
            "label": f"{wat.label} ({wat.eenheid})",
            "laag": wat.laag,
            "hoog": wat.hoog,
            "stap": wat.stap,
            "decimalen": wat.decimalen,
            "achter": "%" if wat.eenheid.startswith("procent ") else "",
            "waarde": waarde,
            "gezien": stand(naam).get("nummer", 0),
        },
        on_stand_change=lambda: bij_stand(naam),
    )


def stand(naam: str) -> dict[str, Any]:
    """Give what the browser sent last: ``waarde``, ``los`` (let go) and ``nummer``."""
    gemeld = st.session_state.get(SLEUTEL + naam, {}).get("stand")
    return gemeld if isinstance(gemeld, dict) else {}

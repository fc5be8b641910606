"""A slider that reports while the thumb moves, not only when it is let go.

A native range input, so that keyboard, touch and assistive technology work as they do everywhere. It sends one value at
a time and waits until the screen has followed before it sends the next; letting go is told last. The sheet carries its
messages; where there is none, as in the bare app of the measurements, it sends them itself. The model stays in Python:
the browser only writes the number beside the thumb.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from fairshare.parameters import Getal

SLEUTEL = "s_"
"""How the key of every such slider begins."""

HTML = """
<div class="label"><span></span><details><summary>?</summary><p></p></details></div>
<div class="schuif">
  <output></output>
  <input type="range" aria-label="Schuif">
  <div class="merken"></div>
</div>
"""

CSS = """
.label { display: var(--schuif-label, flex); gap: .5rem; position: relative; font-size: .875rem; font-family: var(--st-font); color: var(--st-text-color); }
summary {
  list-style: none; cursor: help; width: 1.15rem; height: 1.15rem; border: 1px solid currentColor; border-radius: 50%;
  font-size: .75rem; line-height: 1.1rem; text-align: center; color: var(--st-gray-text-color);
}
summary::-webkit-details-marker { display: none; }
summary:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
details p {
  position: absolute; inset: 1.6rem 0 auto; z-index: 30; margin: 0; padding: .7rem 1rem; border-radius: 6px; white-space: pre-line;
  background: var(--st-background-color); box-shadow: 0 2px 12px rgb(0 0 0 / .3);
}
.schuif { position: relative; padding: calc(var(--schuif-letter, .95rem) * 1.55) .35rem .2rem; font-family: var(--st-font); }
output {
  position: absolute; top: 0; transform: translateX(-50%); white-space: nowrap;
  color: var(--st-primary-color); font-size: var(--schuif-letter, .95rem); font-variant-numeric: tabular-nums;
}
input { width: 100%; margin: 0; height: 1.5rem; accent-color: var(--st-primary-color); cursor: pointer; touch-action: none; }
.merken { display: flex; justify-content: space-between; gap: .5rem; color: var(--st-gray-text-color, currentColor); font-size: var(--schuif-merk, .8rem); }
input:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 4px; border-radius: 4px; }
"""

JS = """
const GEDULD = 2000; // ms: longer without an answer means that an update was overtaken or lost
const KEREN = 6; // so often, each time after a longer wait, a value without an answer is sent again
const RUST = 150; // ms: letting go is told once the thumb rests, so that a held key does not wait for the whole screen
const STIL = 400; // ms: a thumb that is held still for so long lets everything follow

const schuiven = new Map(); // what each slider has to tell; together they tell one thing at a time

document.addEventListener("gevolgd", ({ detail }) => {
  schuiven.forEach((een) => een.naam in detail && een.gevolgd(...detail[een.naam]));
  schuiven.forEach((een) => een.verstuur());
});

export default function ({ data, parentElement, setStateValue }) {
  const invoer = parentElement.querySelector("input");
  const tekst = parentElement.querySelector("output");
  let s = schuiven.get(parentElement);
  if (!s) {
    s = { nummer: 0, gezien: 0, onderweg: 0, sinds: 0, keer: 0, wacht: null, laatst: null, vast: false, stil: false, los: false, klok: 0 };
    schuiven.set(parentElement, s);
  }

  const toon = () => {
    const deel = (invoer.value - invoer.min) / (invoer.max - invoer.min);
    const woord = Number(invoer.value).toFixed(data.decimalen).replace(".", ",") + data.achter;
    tekst.textContent = woord;
    tekst.style.left = `calc(.35rem + ${deel} * (100% - .7rem - 16px) + 8px)`;
    invoer.setAttribute("aria-valuetext", woord);
  };

  s.naam = data.naam;
  s.gevolgd = (gezien, waarde) => {
    s.gezien = Math.max(s.gezien, gezien);
    if (gezien >= s.onderweg) s.onderweg = 0;
    if (!s.vast && s.wacht === null && !s.onderweg) invoer.value = s.laatst = waarde;
    toon();
  };

  s.verstuur = () => {
    const nu = performance.now();
    if ([...schuiven.values()].some((een) => een.onderweg && nu - een.sinds < GEDULD)) return;
    if (s.wacht === null && !s.stil && !s.los) return;
    const nieuw = s.wacht !== null;
    const gevolgd = ![...schuiven.values()].some((een) => een.onderweg);
    const bericht = { naam: s.naam, waarde: nieuw ? s.wacht : Number(invoer.value), stil: !nieuw, los: !nieuw && s.los, gevolgd };
    s.wacht = null;
    if (!nieuw) s.stil = s.los = false;
    s.nummer = bericht.nummer = Math.max(s.nummer, s.gezien) + 1;
    s.onderweg = s.nummer;
    s.sinds = nu;
    const niemand = document.dispatchEvent(new CustomEvent("stand", { detail: bericht, cancelable: true }));
    if (niemand) setStateValue("stand", bericht);
    // The first value after a restart of the server only makes a new session there: it must be sent again.
    setTimeout(() => {
      if (s.onderweg !== bericht.nummer || s.keer >= KEREN) return;
      s.keer += 1;
      if (bericht.stil) [s.stil, s.los] = [true, bericht.los];
      else if (s.wacht === null) s.wacht = bericht.waarde;
      s.verstuur();
    }, GEDULD * (1 + s.keer) + 10);
  };

  const meld = (los) => {
    s.vast = !los;
    s.los = s.stil = false;
    s.keer = 0;
    if (!los || Number(invoer.value) !== s.laatst) s.wacht = s.laatst = Number(invoer.value);
    clearTimeout(s.klok);
    s.klok = setTimeout(() => { s.stil = true; s.los = los; s.verstuur(); }, los ? RUST : STIL);
    toon();
    s.verstuur();
  };

  invoer.min = data.laag;
  invoer.max = data.hoog;
  invoer.step = data.stap;
  invoer.setAttribute("aria-label", data.label);
  const [label, vraag, hulp] = parentElement.querySelectorAll(".label span, summary, .label p");
  label.textContent = data.label;
  vraag.setAttribute("aria-label", `Uitleg: ${data.label}`);
  hulp.textContent = data.hulp;
  const merken = parentElement.querySelector(".merken");
  merken.replaceChildren(...data.merken.map((woord) => Object.assign(document.createElement("span"), { textContent: woord })));
  invoer.oninput = () => meld(false);
  invoer.onchange = () => meld(true);
  s.gevolgd(data.gezien, data.waarde);
  schuiven.forEach((een) => een.verstuur());
  return () => schuiven.delete(parentElement);
}
"""

_SCHUIF = st.components.v2.component("live_schuif", html=HTML, css=CSS, js=JS)


def schuif(
    naam: str,
    wat: Getal,
    waarde: float,
    merken: Sequence[str],
    bij_stand: Callable[[], None] | None = None,
    gezien: int = 0,
) -> None:
    """Draw the slider with what its ends mean below it; ``gezien`` is the number of its last message that a sheet carried.

    ``bij_stand`` is called when a value comes in that no sheet carries; then the slider must be drawn last, because that
    it is drawn again tells the browser that everything has followed.
    """
    sleutel = SLEUTEL + naam
    _SCHUIF(
        key=sleutel,
        data={
            "naam": naam,
            "label": f"{wat.label} ({wat.eenheid.replace('procent', '%')})",
            "hulp": f"{wat.hulp}\n\nBron: {wat.bron}.",
            "laag": wat.laag,
            "hoog": wat.hoog,
            "stap": stap(wat, waarde),
            "decimalen": wat.decimalen,
            "achter": "%" if wat.eenheid.startswith("procent ") else "",
            "waarde": waarde,
            "merken": list(merken),
            "gezien": stand(naam).get("nummer", gezien),
        },
        on_stand_change=bij_stand,
    )


def stap(wat: Getal, waarde: float) -> float:
    """Give how far one step goes from here: as coarse as a thumb moves, or as a link where the value stands in between.

    Examples
    --------
    >>> from fairshare.scenario import parameter
    >>> stap(parameter("reservering"), 30.0), stap(parameter("reservering"), 30.1)
    (0.5, 0.1)
    """
    return wat.duim if wat.duim and (waarde / wat.duim).is_integer() else wat.stap


def stand(naam: str) -> dict[str, Any]:
    """Give what the browser sent last without a sheet."""
    gemeld = st.session_state.get(SLEUTEL + naam, {}).get("stand")
    return gemeld if isinstance(gemeld, dict) else {}

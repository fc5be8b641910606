"""The sheets: all that follows the thumb, in one message, which the browser draws in its places.

Streamlit makes an element of each thing that is drawn, and looks at all of them anew at every step. What moves with the
thumb is one element here: it brings what the sliders tell to the server, and the pieces that stand in each place back.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from fairshare.grafieken.thema import Rijen, als_json

JS = """
const plekken = new Set(); // the places on the screen where something stands
const delen = new Map(); // what must stand in each, and on which sheet that came
const sturen = new Map(); // how to tell the server that a thumb moves (false) or is at rest (true)
let vega;

document.addEventListener("stand", (bericht) => {
  const stuur = sturen.get(bericht.detail.stil);
  if (!stuur) return;
  bericht.preventDefault();
  stuur(bericht.detail);
});

const haal = (naam) => // the Vega that Streamlit has, which reads expressions without eval
  (vega ??= import(new URL(naam, document.querySelector('script[src*="static/js/"]').src))
    .then((deel) => Object.values(deel)[0]())
    .catch((fout) => { vega = undefined; throw fout; })); // the next drawing asks again

const werp = (vak) => {
  vak.kijker?.disconnect();
  vak.los?.();
  vak.los = null;
  vak.remove();
};

const teken = async (vak, stuk) => {
  vak.wil = stuk;
  if (vak.bezig) return;
  if (vak.spec === stuk.spec) {
    const nieuw = Object.keys(stuk.rijen).filter((naam) => stuk.rijen[naam] !== vak.rijen[naam]);
    nieuw.forEach((naam) => vak.view.data(naam, JSON.parse(stuk.rijen[naam])));
    vak.rijen = stuk.rijen;
    if (nieuw.length) vak.view.run();
    return;
  }
  vak.bezig = true;
  const nieuw = document.createElement("div"); // the old one stays until the new one is there
  nieuw.style = "position: absolute; visibility: hidden; width: 100%";
  vak.append(nieuw);
  try {
    const { embed, expressionInterpreter: expr } = await haal(stuk.vega);
    const datasets = Object.fromEntries(Object.entries(stuk.rijen).map(([naam, rijen]) => [naam, JSON.parse(rijen)]));
    const tooltip = { disableDefaultStyle: true };
    const { view, finalize } = await embed(nieuw, { ...JSON.parse(stuk.spec), datasets }, { actions: false, ast: true, defaultStyle: false, expr, tooltip });
    const oud = vak.los;
    vak.los = () => { finalize(); nieuw.remove(); };
    oud?.();
    nieuw.style = "";
    Object.assign(vak, { view, spec: stuk.spec, rijen: stuk.rijen, breed: vak.clientWidth });
    vak.kijker ??= new ResizeObserver(() => {
      if (!vak.clientWidth || vak.clientWidth === vak.breed) return;
      vak.breed = vak.clientWidth;
      vak.view.width(vak.breed).resize().run();
    });
    vak.kijker.observe(vak);
  } finally {
    vak.bezig = false;
    if (!vak.isConnected) werp(vak);
    else if (vak.wil !== stuk) teken(vak, vak.wil);
  }
};

const vul = (plek) => {
  if (!delen.has(plek.dataset.naam)) return;
  const { stukken } = delen.get(plek.dataset.naam);
  plekken.add(plek);
  stukken.forEach((stuk, nummer) => {
    const soort = "spec" in stuk ? "tekening" : "tekst";
    let vak = plek.children[nummer];
    if (vak && vak.soort !== soort) {
      const ander = document.createElement("div");
      vak.before(ander);
      werp(vak);
      vak = ander;
    }
    vak ??= plek.appendChild(document.createElement("div"));
    vak.soort = soort;
    vak.className = `${soort} ${stuk.klas}`;
    if (soort === "tekening") teken(vak, stuk);
    else if (vak.html !== stuk.html) vak.innerHTML = vak.html = stuk.html;
  });
  [...plek.children].slice(stukken.length).forEach(werp);
  plek.dataset.klaar = "ja";
};

new MutationObserver(() => { // places come and go with the pages, and may come later than their sheet
  plekken.forEach((plek) => {
    if (plek.isConnected) return;
    [...plek.children].forEach(werp);
    plekken.delete(plek);
  });
  document.querySelectorAll(".plek:not([data-klaar])").forEach(vul);
}).observe(document.body, { childList: true, subtree: true });

export default function ({ data, setStateValue }) {
  sturen.set(data.stil, (bericht) => setStateValue("stand", bericht));
  delen.forEach((deel, naam) => deel.stil === data.stil && delen.delete(naam)); // a page that is left shows nothing old later
  Object.entries(data.delen).forEach(([naam, stukken]) => delen.set(naam, { stukken, stil: data.stil }));
  document.querySelectorAll(".plek").forEach((plek) => delen.get(plek.dataset.naam)?.stil === data.stil && vul(plek));
  document.dispatchEvent(new CustomEvent("gevolgd", { detail: data.gevolgd }));
}
"""

_VEGA = next(Path(st.__file__).parent.glob("static/static/js/loadVegaEmbed.*.js")).name
"""Where the browser finds the Vega of Streamlit."""

_BLAD = st.components.v2.component("blad", js=JS)

BLAD = "blad_"
"""How the key of every sheet begins."""


class Wanneer(StrEnum):
    """When a sheet is drawn anew: at each step of the thumb, or once it is at rest."""

    SLEPEND = "slepend"
    IN_RUST = "in_rust"


Stuk = Mapping[str, Any]
"""A piece of the screen, as the browser gets it."""


def html(tekst: str) -> Stuk:
    """Give a piece of text with markup; whatever is filled in has been escaped."""
    return {"html": tekst, "klas": ""}


def tekening(spec: Mapping[str, Any], rijen: Mapping[str, Rijen], klas: str = "") -> Stuk:
    """Give a chart: rows by name in a specification. Where that stays the same, the chart moves in place."""
    reeksen = {naam: als_json(deel) for naam, deel in rijen.items()}
    return {"spec": json.dumps(spec), "rijen": reeksen, "vega": _VEGA, "klas": klas}


def plek(naam: str, boven: Sequence[Stuk] = (), onder: Sequence[Stuk] = ()) -> None:
    """Make a place where pieces can stand, between pieces of text that nothing moves."""
    erboven = "".join(stuk["html"] for stuk in boven)
    eronder = "".join(stuk["html"] for stuk in onder)
    st.html(
        f'<div class="boven">{erboven}</div><div class="plek" data-naam="{escape(naam)}"></div><div class="onder">{eronder}</div>'
    )


def teken(
    wanneer: Wanneer,
    delen: Mapping[str, Sequence[Stuk]],
    gevolgd: Mapping[str, tuple[int, float]],
    bij_stand: Callable[[Wanneer], None],
) -> None:
    """Draw the pieces of every place on a sheet; ``bij_stand`` is called when a slider tells something by it.

    ``gevolgd`` tells the sliders what has been followed: of each the number of its last message, and its value.
    """
    data = {"delen": delen, "gevolgd": gevolgd, "stil": wanneer == Wanneer.IN_RUST}
    _BLAD(key=BLAD + wanneer, data=data, on_stand_change=lambda: bij_stand(wanneer))


def stand(wanneer: Wanneer) -> Mapping[str, Any]:
    """Give what a slider told last by this sheet.

    ``naam``, ``waarde``, ``stil`` (at rest), ``los`` (let go), ``nummer``, and ``gevolgd``: the screen shows all that was sent before.
    """
    gemeld = st.session_state.get(BLAD + wanneer, {}).get("stand")
    return gemeld if isinstance(gemeld, dict) else {}

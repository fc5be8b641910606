"""A table to type whole numbers in, made of native fields: nothing that a quick hand types is lost.

The browser holds what is typed, and tells the whole table each time: after Enter or Tab, or when the hand rests. It is
only written over when Python says that this is another table. A cell that is no whole number is marked and does not
count. A column copied from a spreadsheet can be pasted.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

HOOGSTE = 100_000
"""The largest number that fits in a cell."""

Cellen = list[list[int | None]]

HTML = """<div class="invul" role="region" tabindex="-1"></div><p class="melding" role="status"></p>"""

CSS = """
.invul { overflow: auto; max-height: 36rem; font-family: var(--st-font); color: var(--st-text-color); }
table { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .15rem .4rem; text-align: left; font-weight: 400; }
td { text-align: right; }
thead th { position: sticky; top: 0; background: var(--st-background-color); }
thead th:not(:first-child) { text-align: right; }
tr { border-bottom: 1px solid var(--st-border-color); }
input {
  box-sizing: border-box; width: 100%; min-width: 4.5rem; max-width: 10rem; min-height: 1.9rem; padding: 0 .5rem; text-align: right; font: inherit;
  color: inherit; background: var(--st-secondary-background-color); border: 1px solid #7a8691; border-radius: 4px;
}
input:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: -1px; }
input[aria-invalid=true] { border: 2px solid #D55E00; text-decoration: underline wavy #D55E00; }
.melding { margin: .3rem 0 0; min-height: 0; font-family: var(--st-font); font-size: .875rem; color: var(--st-text-color); }
.melding:empty { display: none; }
"""

JS = r"""
const RUST = 700; // ms: a hand that rests is done with its number

export default function ({ data, parentElement, setStateValue }) {
  const kader = parentElement.querySelector(".invul");
  const melding = parentElement.querySelector(".melding");
  const velden = () => [...kader.querySelectorAll("input")];
  const lees = (veld) => {
    const tekst = veld.value.trim();
    if (!/^([0-9]*|[0-9]{1,3}(\.[0-9]{3})+)$/.test(tekst)) return undefined;
    const cijfers = tekst.replaceAll(".", "");
    return cijfers === "" ? null : Number(cijfers) <= data.hoogste ? Number(cijfers) : undefined;
  };

  const keur = () => {
    const mis = velden().filter((veld) => {
      const fout = lees(veld) === undefined;
      if (fout) veld.setAttribute("aria-invalid", "true"); else veld.removeAttribute("aria-invalid");
      return fout;
    });
    const tekst = mis.length ? `Telt niet mee: '${mis[0].value.slice(0, 20)}' bij ${mis[0].ariaLabel}. ${data.advies}` : "";
    if (melding.textContent !== tekst) melding.textContent = tekst;
  };

  kader.stuur = () => {
    clearTimeout(kader.klok);
    keur();
    const cellen = data.rijen.map(() => []);
    velden().forEach((veld) => cellen[veld.dataset.rij].push(lees(veld) ?? null));
    const tekst = JSON.stringify(cellen);
    if (tekst === kader.gestuurd) return;
    kader.gestuurd = tekst;
    setStateValue("ingevuld", { stand: data.stand, cellen });
  };

  const naar = (rij, kolom) => kader.querySelector(`input[data-rij="${rij}"][data-kolom="${kolom}"]`);

  const ga = (veld, stap) => {
    const rij = Number(veld.dataset.rij), kolom = Number(veld.dataset.kolom);
    const doel = naar(rij + stap, kolom) || (stap > 0 ? naar(0, kolom + 1) : naar(data.rijen.length - 1, kolom - 1));
    if (doel) doel.focus(); else veld.blur();
  };

  const plak = (veld, tekst) => tekst.replace(/\r?\n$/, "").split(/\r?\n/).forEach((regel, i) =>
    regel.split("\t").forEach((cel, j) => {
      const doel = naar(Number(veld.dataset.rij) + i, Number(veld.dataset.kolom) + j);
      if (doel) doel.value = cel.trim();
    }));

  const bouw = () => {
    const maak = (soort, tekst = "", waar = {}) => Object.assign(document.createElement(soort), { textContent: tekst }, waar);
    const tabel = maak("table"), kop = maak("tr"), lijf = maak("tbody");
    ["Gemeente", ...data.koppen].forEach((tekst) => kop.append(maak("th", tekst, { scope: "col" })));
    data.rijen.forEach((naam, i) => {
      const rij = maak("tr");
      rij.append(maak("th", naam, { scope: "row" }));
      data.koppen.forEach((periode, j) => {
        const veld = maak("input", "", { type: "text", inputMode: "numeric", autocomplete: "off", ariaLabel: `${naam}, ${periode}` });
        veld.value = data.cellen[i][j] ?? "";
        Object.assign(veld.dataset, { rij: i, kolom: j });
        const cel = maak("td");
        cel.append(veld);
        rij.append(cel);
      });
      lijf.append(rij);
    });
    const boven = maak("thead");
    boven.append(kop);
    tabel.append(boven, lijf);
    kader.replaceChildren(tabel);
    kader.ariaLabel = data.omschrijving;
    kader.dataset.stand = data.stand;
    kader.gestuurd = JSON.stringify(data.cellen);
    keur();
  };

  if (kader.dataset.stand !== data.stand) bouw();

  if (!kader.luistert) {
    kader.luistert = true;
    kader.addEventListener("focusin", (e) => e.target.select?.());
    kader.addEventListener("change", () => kader.stuur());
    kader.addEventListener("input", () => { clearTimeout(kader.klok); kader.klok = setTimeout(() => kader.stuur(), RUST); });
  }
  kader.onkeydown = (e) => {
    const stap = { Enter: e.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!stap || !e.target.dataset.rij) return;
    e.preventDefault();
    ga(e.target, stap);
  };
  kader.onpaste = (e) => {
    const tekst = e.clipboardData.getData("text");
    if (!/[\t\n]/.test(tekst.trim())) return;
    e.preventDefault();
    plak(e.target, tekst);
    kader.stuur();
  };
}
"""

_TABEL = st.components.v2.component("invultabel", html=HTML, css=CSS, js=JS)


def invultabel(
    sleutel: str,
    stand: str,
    koppen: Sequence[str],
    rijen: Sequence[str],
    cellen: Cellen,
    omschrijving: str,
    bij_invullen: Callable[[], None],
) -> None:
    """Draw the table; ``bij_invullen`` is called when figures come in.

    ``stand`` names what stands in it: when that changes, the browser takes ``cellen`` instead of what was typed.
    """
    _TABEL(
        key=sleutel,
        data={
            "stand": stand,
            "koppen": list(koppen),
            "rijen": list(rijen),
            "cellen": cellen,
            "hoogste": HOOGSTE,
            "omschrijving": omschrijving,
            "advies": "Vul een heel getal van 0 tot en met 100.000 in, of laat de cel leeg.",
        },
        on_ingevuld_change=bij_invullen,
    )


def ingevuld(sleutel: str, stand: str, rijen: int, kolommen: int) -> Cellen | None:
    """Give what was typed; None when the browser has told nothing that is about this table."""
    gemeld: Any = st.session_state.get(sleutel, {}).get("ingevuld")
    if not isinstance(gemeld, dict) or gemeld.get("stand") != stand:
        return None
    cellen = gemeld.get("cellen")
    if not isinstance(cellen, list) or len(cellen) != rijen:
        return None
    goed = all(isinstance(rij, list) and len(rij) == kolommen and all(map(_mag, rij)) for rij in cellen)
    return cellen if goed else None


def _mag(cel: Any) -> bool:
    return cel is None or (type(cel) is int and 0 <= cel <= HOOGSTE)

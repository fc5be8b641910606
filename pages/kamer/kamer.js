// What both pages of a room do: speak with the server, follow the room, and make elements. Nothing is computed here.

const VERSIE = 1;
const GEDULD = 30_000;

export class Weigering extends Error {
  constructor(status, melding) {
    super(melding);
    this.status = status;
  }
}

async function vraag(naam, delen) {
  try {
    return await fetch(`kamer/${naam}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ v: VERSIE, ...delen }),
      signal: AbortSignal.timeout(GEDULD),
    });
  } catch {
    throw new Weigering(0, "Er is geen verbinding met de Verkenner. Wat hier staat, is de laatste stand.");
  }
}

/** Post a message; what is refused is thrown, with the sentence of the server. */
export async function vraagAntwoord(naam, delen) {
  const antwoord = await vraag(naam, delen);
  if (antwoord.ok) return antwoord;
  const inhoud = await antwoord.json().catch(() => ({ fouten: [] }));
  const zin = inhoud.fouten.map((fout) => fout.melding).join(" ");
  throw new Weigering(antwoord.status, zin || "De Verkenner antwoordt nu niet. Wat hier staat, is de laatste stand.");
}

export async function stuur(naam, delen) {
  const antwoord = await vraagAntwoord(naam, delen);
  return antwoord.status === 204 ? null : antwoord.json();
}

const wacht = (tijd) =>
  new Promise((klaar) => {
    setTimeout(klaar, tijd);
  });

const bijgewerkt = (stand, nieuw) => ({ ...stand, ...nieuw });

/** Follow a room for as long as the page is open: each new stand, of which only what changed comes in, and what keeps one away. */
export async function volg(delen, bijStand, bijStoring) {
  let stand = { versie: 0 };
  for (;;) {
    try {
      const nieuw = await stuur("stand", { ...delen, na: stand.versie }); // eslint-disable-line no-await-in-loop
      bijStoring("");
      if (nieuw) {
        stand = bijgewerkt(stand, nieuw);
        bijStand(stand);
      }
    } catch (fout) {
      bijStoring(fout.message);
      await wacht(fout.status === 0 ? 1000 : 3000); // eslint-disable-line no-await-in-loop
    }
  }
}

export const vak = (id) => document.getElementById(id);

/** Make an element; `wat` are its properties. */
export function maak(soort, wat = {}, ...kinderen) {
  const element = Object.assign(document.createElement(soort), wat);
  element.append(...kinderen);
  return element;
}

const lijkt = (een) => (oud) =>
  een.href ? oud.href : een.tagName !== "BUTTON" && oud.cloneNode().isEqualNode(een.cloneNode());

function vul(plek, moet) {
  const er = [...plek.childNodes];
  for (const een of moet) if (een.open === false) een.open = Boolean(plek.querySelector("details")?.open);
  let vanaf = 0;
  const wordt = moet.map((een) => {
    const zelfde = er.findIndex((oud, nummer) => nummer >= vanaf && oud.isEqualNode(een));
    if (zelfde !== -1) vanaf = zelfde + 1;
    return er[zelfde];
  });
  vanaf = 0;
  for (const [nummer, een] of moet.entries()) {
    if (!wordt[nummer]) {
      const tot = er.indexOf(wordt.slice(nummer).find(Boolean));
      wordt[nummer] = er.slice(vanaf, tot === -1 ? er.length : tot).find(lijkt(een)) ?? een;
      if (wordt[nummer] !== een) vul(wordt[nummer], [...een.childNodes]);
      if (een.href) wordt[nummer].href = een.href;
    }
    vanaf = Math.max(vanaf, er.indexOf(wordt[nummer]) + 1);
  }
  for (const oud of er) if (!wordt.includes(oud)) oud.remove();
  for (const [nummer, een] of wordt.entries())
    if (plek.childNodes[nummer] !== een) plek.insertBefore(een, plek.childNodes[nummer] ?? null);
}

/** Make what stands there what must; what does already stays: a press on it is heard, it keeps the focus and stays open. */
export function leg(plek, ...moet) {
  const { daad, nummer } = document.activeElement.dataset;
  const vast = plek.contains(document.activeElement);
  vul(plek, moet);
  if (!vast || plek.contains(document.activeElement)) return;
  const zelfde = plek.querySelector(`[data-daad="${daad}"][data-nummer="${nummer}"]`);
  (zelfde ?? plek.closest("details")?.firstElementChild ?? plek.querySelector("button"))?.focus();
}

/** Make a button; what it does stands on it, and with other words it is another one. */
export function knopje(tekst, daad, nummer = 0) {
  const knop = maak("button", { type: "button", textContent: tekst });
  Object.assign(knop.dataset, { daad, nummer });
  return knop;
}

/** Hear each button that `knopje` made. */
export function hoorDruk(doe) {
  addEventListener("click", ({ target }) => {
    const knop = target.closest("[data-daad]");
    if (knop) doe(knop.dataset.daad, Number(knop.dataset.nummer));
  });
}

export function storing(zin) {
  vak("storing").textContent = zin;
  vak("storing").hidden = !zin;
}

/** Say what the room guessed at a step of the story. */
export function geraden({ aantal, lijn }) {
  const zin = aantal === 1 ? "1 heeft geraden." : `${aantal} hebben geraden.`;
  return lijn ? `${zin} ${lijn.label}: mediaan ${lijn.mediaan_tekst}. ${lijn.spreiding}` : zin;
}

/** Say what everything comes to, if all proposals are taken as they stand. */
export function samenvatting(samen, soort) {
  if (samen.fout) return [maak("p", { className: "storing", textContent: samen.fout })];
  const kaart = (naam, cijfer, onder) =>
    maak(
      "div",
      { className: "kaart", ariaAtomic: "true" },
      maak("span", { textContent: naam }),
      maak("strong", { textContent: cijfer }),
      maak("span", { className: "stil", textContent: onder }),
    );
  const geplaatst = kaart(`Huishoudens ${samen.wat}, ${samen.jaar}`, samen.niet_geplaatst, "");
  if (soort === "gok") return [maak("div", { className: "kaarten" }, geplaatst)];
  geplaatst.lastChild.textContent = `zonder de voorstellen ${samen.was}`;
  const [cijfer, ...waar] = samen.dekking.split(" in ");
  const bezwaren = samen.bezwaren.map((zin) => maak("p", { className: "storing", textContent: zin }));
  const toetsing = samen.toetsing.map((een) => maak("li", { textContent: `${een.vraag} ${een.antwoord}` }));
  const link = samen.link
    ? maak("a", { href: `./?${samen.link}`, target: "_blank", textContent: "Open dit als scenario" })
    : maak("span", { textContent: samen.te_lang });
  return [
    maak(
      "div",
      { className: "kaarten" },
      geplaatst,
      kaart("Laagste dekking van het eigen aandeel", cijfer, waar.join(" in ")),
    ),
    maak(
      "div",
      { className: "erbij" },
      maak("p", { className: "doel", textContent: samen.doel, hidden: !samen.doel }),
      ...bezwaren,
      maak("details", {}, maak("summary", { textContent: samen.kop }), maak("ul", {}, ...toetsing)),
    ),
    maak("p", { className: "stil" }, "Als ieder doet wat hij voorstelt; wie zwijgt, volgt het scenario. ", link),
  ];
}

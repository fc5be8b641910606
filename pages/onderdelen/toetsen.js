const KNOPPEN = {
  PageUp: "PageUp",
  PageDown: "PageDown",
  Home: "Home",
  ArrowUp: "Up",
  ArrowDown: "Down",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  o: "O",
  h: "H",
  b: "B",
};
const IN_EEN_VELD = { schuif: /^(Page|.$)/, getal: /^(Page|Arrow(Up|Down)|[a-z?]$)/, anders: /^Page/ };

export const soort = (element) => {
  if (element.matches?.("input[type=range]")) return "schuif";
  if (element.matches?.(".st-key-vraag input")) return "getal";
  return element.matches?.("input, textarea, select, [contenteditable], [role=combobox]") ? "anders" : "";
};

export const doel = (toets, veld) => {
  // what a key means here: a button by the name of its key, F, G, S, ? or Escape; a field keeps the keys that it needs itself
  if (toets === "Escape") return toets;
  const naam = toets.length === 1 ? toets.toLowerCase() : toets;
  if (veld && !IN_EEN_VELD[veld].test(naam)) return null;
  return KNOPPEN[naam] ?? ("fgs?".includes(naam) ? naam.toUpperCase() : null);
};

const knop = (naam) => document.querySelector(`.st-key-verhaal_${naam} button`);
const gok = () => document.querySelector(".st-key-vraag input");
const vul = () =>
  document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();

// the window of the speaker knows this one by its name, which outlives a reload
const lijnnaam = () => {
  window.name ||= `presenteren${String(Math.random()).slice(2)}`;
  return window.name;
};
const spreek = () => window.open(`spreker#${lijnnaam()}`, "_blank", "noopener");
const tekst = (wat) => document.querySelector(`.st-key-toneel ${wat}`)?.textContent ?? "";
const stand = (data) => ({
  ...data,
  cijfer: tekst(".kaart .cijfer"),
  zin: tekst(".zin"),
  knoppen: Object.values(KNOPPEN)
    .filter((naam) => knop(naam))
    .map((naam) => ({ naam, tekst: knop(naam).textContent })),
});

let ruim = () => null;

export default function ({ data: [data], parentElement }) {
  const wortel = document.documentElement;
  const [uitklap, vullend, spreker] = parentElement.querySelectorAll("button");
  parentElement.querySelector("span").textContent = data.waar;

  const klap = (open) => {
    wortel.toggleAttribute("data-knoppen", open);
    uitklap.setAttribute("aria-expanded", open);
    spreker.hidden = !open;
    if (open) document.querySelector(".st-key-verhaalknoppen")?.scrollIntoView({ block: "end" });
  };
  const isOpen = () => wortel.matches("[data-knoppen]");

  const terug = (element) => {
    // one level: the black screen, the whole screen, a field, the buttons, and at last the page itself
    if (data.zwart) return knop("B")?.click();
    if (document.fullscreenElement) return document.exitFullscreen();
    if (soort(element)) return element.blur();
    if (isOpen()) return klap(false);
    return document.querySelector(".st-key-verhaalknoppen a.paginalink")?.click();
  };

  const toets = (t) => {
    if (t.ctrlKey || t.metaKey || t.altKey) return;
    const element = t.composedPath()[0];
    const veld = soort(element);
    if (t.key === "Enter" && veld === "getal") setTimeout(() => element.blur(), 50);
    const naam = doel(t.key, veld);
    if (!naam) return;
    if (naam === "Escape" && veld === "anders") return; // it closes what a field has opened
    t.preventDefault();
    t.stopPropagation();
    if (naam === "Escape") terug(element);
    else if (naam === "F") vul();
    else if (naam === "G") gok()?.focus();
    else if (naam === "S") spreek();
    else if (naam === "?") klap(!isOpen());
    else {
      if (veld === "getal") element.blur(); // what was typed counts
      knop(naam)?.click();
    }
  };

  uitklap.onclick = () => klap(!isOpen());
  vullend.onclick = vul;
  spreker.onclick = spreek;
  const lijn = new BroadcastChannel(`fairshare-spreker-${lijnnaam()}`);
  lijn.addEventListener("message", (bericht) => {
    // eslint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
    if (bericht.data.vraag) lijn.postMessage(stand(data));
    else knop(bericht.data.doe)?.click();
  });
  klap(isOpen());
  const zaal = window.name.startsWith("toneel"); // the frame of a room: the chair steers it, and who guesses does so on a phone
  wortel.toggleAttribute("data-zaal", zaal);
  for (const knopje of [uitklap, vullend]) knopje.hidden = zaal;
  window.addEventListener("keydown", toets, true);
  ruim(); // what listened in the step before: a step that changes the data tells nobody that it went
  ruim = () => {
    window.removeEventListener("keydown", toets, true);
    lijn.close();
  };
  return ruim;
}

const GEDULD = 2000; // ms: longer without an answer means that an update was overtaken or lost
const KEREN = 6; // so often, each time after a longer wait, a value without an answer is sent again
const RUST = 150; // ms: letting go is told once the thumb rests, so that a held key does not wait for the whole screen
const STIL = 400; // ms: a thumb that is held still for so long lets everything follow

const schuiven = new Map(); // what each slider has to tell; together they tell one thing at a time

document.addEventListener("gevolgd", ({ detail }) => {
  schuiven.forEach((een) => een.naam in detail && een.gevolgd(...detail[een.naam]));
  schuiven.forEach((een) => een.verstuur());
});

export default function ({ data: [data], parentElement, setStateValue, setTriggerValue }) {
  const invoer = parentElement.querySelector("input[type=range]");
  const veld = parentElement.querySelector("input[type=text]");
  const tekst = parentElement.querySelector("output");
  let s = schuiven.get(parentElement);
  if (!s) {
    s = {
      nummer: 0,
      gezien: 0,
      onderweg: 0,
      sinds: 0,
      keer: 0,
      wacht: null,
      laatst: null,
      vast: false,
      stil: false,
      los: false,
      klok: 0,
      typt: false,
      gelezen: 0,
    };
    schuiven.set(parentElement, s);
  }

  const toon = () => {
    const deel = (invoer.value - invoer.min) / (invoer.max - invoer.min);
    const getal = Number(invoer.value).toFixed(data.decimalen).replace(".", ",") + data.achter;
    const woord = s.laatst === null ? "onbekend" : getal;
    tekst.textContent = woord;
    tekst.style.left = `calc(.35rem + ${deel} * (100% - .7rem - 16px) + 8px)`;
    invoer.setAttribute("aria-valuetext", woord);
    if (!s.typt) veld.value = woord;
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
    const bericht = {
      naam: s.naam,
      waarde: nieuw ? s.wacht : Number(invoer.value),
      stil: !nieuw,
      los: !nieuw && s.los,
      gevolgd,
    };
    s.wacht = null;
    if (!nieuw) s.stil = s.los = false;
    s.nummer = bericht.nummer = Math.max(s.nummer, s.gezien) + 1;
    s.onderweg = s.nummer;
    s.sinds = nu;
    const niemand = document.dispatchEvent(new CustomEvent("stand", { detail: bericht, cancelable: true }));
    if (niemand) setStateValue("stand", bericht);
    // The first value after a restart of the server only makes a new session there: it must be sent again.
    setTimeout(
      () => {
        if (s.onderweg !== bericht.nummer || s.keer >= KEREN) return;
        s.keer += 1;
        // the hand may have let go since, or hold again
        if (bericht.stil) [s.stil, s.los] = [true, s.los || (bericht.los && !s.vast)];
        else if (s.wacht === null) s.wacht = bericht.waarde;
        s.verstuur();
      },
      GEDULD * (1 + s.keer) + 10,
    );
  };

  const meld = (los) => {
    s.vast = !los;
    s.los = s.stil = false;
    s.keer = 0;
    if (!los || Number(invoer.value) !== s.laatst) s.wacht = s.laatst = Number(invoer.value);
    clearTimeout(s.klok);
    s.klok = setTimeout(
      () => {
        s.stil = true;
        s.los = los;
        s.verstuur();
      },
      los ? RUST : STIL,
    );
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
  const uitleg = parentElement.querySelector("details");
  parentElement.sluit ??= (gebeurtenis) => {
    if (gebeurtenis.key === "Escape" || !(gebeurtenis.key || gebeurtenis.composedPath().includes(uitleg)))
      uitleg.open = false;
  };
  ["click", "keydown"].forEach((soort) => document.addEventListener(soort, parentElement.sluit));
  const merken = parentElement.querySelector(".merken");
  merken.replaceChildren(
    ...data.merken.map((woord) => Object.assign(document.createElement("span"), { textContent: woord })),
  );
  const naast = (kant) => {
    // to the next round value on that side
    const hier = Number(invoer.value) / data.greep;
    const rond = kant > 0 ? Math.floor(hier + 1e-6) + 1 : Math.ceil(hier - 1e-6) - 1;
    invoer.value = Math.min(data.hoog, Math.max(data.laag, rond * data.greep));
    meld(true);
  };
  const [lager, hoger] = parentElement.querySelectorAll("button");
  lager.setAttribute("aria-label", `${data.label}: lager`);
  hoger.setAttribute("aria-label", `${data.label}: hoger`);
  lager.onclick = () => naast(-1);
  hoger.onclick = () => naast(1);

  // What is typed goes to the server as it is, which reads it as Dutch; until it has, it stays as it was typed.
  if (s.gelezen !== data.gelezen) [s.gelezen, s.typt] = [data.gelezen, false];
  veld.setAttribute("aria-label", `${data.label}: getal`);
  veld.oninput = () => {
    s.typt = true;
  };
  veld.onchange = () => setTriggerValue("getypt", veld.value);
  veld.onkeydown = ({ key }) => {
    if (key !== "Escape") return;
    s.typt = false;
    toon();
  };
  invoer.oninput = () => meld(false);
  invoer.onchange = () => meld(true);
  s.gevolgd(data.gezien, data.waarde);
  schuiven.forEach((een) => een.verstuur());
  return () => {
    schuiven.delete(parentElement);
    ["click", "keydown"].forEach((soort) => document.removeEventListener(soort, parentElement.sluit));
  };
}

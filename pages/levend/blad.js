const plekken = new Set(); // the places on the screen where something stands
const delen = new Map(); // what must stand in each, and on which sheet that came
const sturen = new Map(); // how to tell the server that a thumb moves (false) or is at rest (true)
const teksten = new Map(); // the long texts of charts, by their marks: the server sends one once, and then its mark alone
const MEESTE = 400; // so many are kept: many more than come between what a sheet has said and the answer to it
let vega;
let schuift = false; // a thumb moves: a chart that nobody sees follows once it rests, is printed or comes into sight

document.addEventListener("stand", (bericht) => {
  const stuur = sturen.get(bericht.detail.stil);
  if (!stuur) return;
  bericht.preventDefault();
  schuift ||= !bericht.detail.stil;
  stuur(bericht.detail);
});

let toonde; // called once the first screen is there: Vega, which takes a tenth of a second to begin, keeps no figure waiting
const getoond = new Promise((klaar) => (toonde = klaar));
setTimeout(toonde, 20_000); // as eerst.css does

const haal = (naam) =>
  (vega ??= getoond
    .then(() => import(new URL(`../../${naam}`, document.querySelector('script[src*="static/js/"]').src)))
    .then((deel) => deel.default)
    .catch((fout) => {
      vega = undefined;
      throw fout;
    })); // the next drawing asks again

const inBeeld = new IntersectionObserver(
  (wie) =>
    wie.forEach(({ target: vak, isIntersecting }) => {
      vak.buiten = !isIntersecting;
      teken(vak, vak.wil);
    }),
  { scrollMargin: "200px" },
);

const haalIn = () => {
  schuift = false;
  plekken.forEach((plek) => [...plek.children].forEach((vak) => vak.wil && teken(vak, vak.wil)));
};
addEventListener("beforeprint", haalIn);

const werp = (vak) => {
  inBeeld.unobserve(vak);
  vak.kijker?.disconnect();
  vak.los?.();
  vak.los = null;
  vak.remove();
};

const profiel = (item) =>
  // the link with the name of this bar or tile, where the page has one: a mouse follows it from the chart too
  item?.datum?.naam && document.querySelector(`a[data-gemeente="${CSS.escape(item.datum.naam)}"]`);

const wijs = (item) => {
  // a row that can be chosen says as what; a page that wants to know listens
  if (item?.datum?.kies) document.dispatchEvent(new CustomEvent("aangewezen", { detail: item.datum.kies }));
};

const verzet = (view, naam, rijen) => {
  // change the figures that moved in the rows that are there: new rows would be new marks, each drawn anew
  const er = view.data(naam);
  if (er.length !== rijen.length) return view.data(naam, rijen);
  const anders = view.changeset();
  rijen.forEach((rij, nummer) =>
    Object.entries(rij).forEach(([veld, waarde]) => {
      if (er[nummer][veld] !== waarde) anders.modify(er[nummer], veld, waarde);
    }),
  );
  return view.change(naam, anders);
};

const leg = (plek, wens) => {
  // make what stands there what must stand there, and leave alone what does so already
  const [er, moet] = [[...plek.childNodes], [...wens.childNodes]];
  if (er.length !== moet.length) return plek.replaceChildren(...moet);
  moet.forEach((een, nummer) => {
    const nu = er[nummer];
    if (een.isEqualNode(nu)) return;
    if (!een.cloneNode().isEqualNode(nu.cloneNode())) nu.replaceWith(een); // another element, or text
    else leg(nu, een);
  });
};

const rijenVan = (stuk, naam) => {
  // outlines come apart from the figures of their rows
  const vormen = JSON.parse(stuk.rijen[`${naam}_vorm`] ?? "[]");
  return JSON.parse(stuk.rijen[naam]).map((rij, nummer) => Object.assign(rij, vormen[nummer]));
};

const reeksen = (stuk) => Object.keys(stuk.rijen).filter((naam) => !naam.endsWith("_vorm"));

const teken = async (vak, stuk) => {
  vak.wil = stuk;
  if (vak.bezig || (schuift && vak.buiten)) return;
  if (vak.spec === stuk.spec) {
    const anders = (naam) => stuk.rijen[naam] !== vak.rijen[naam];
    const nieuw = reeksen(stuk).filter((naam) => anders(naam) || anders(`${naam}_vorm`));
    nieuw.forEach((naam) =>
      verzet(vak.view, naam, anders(`${naam}_vorm`) ? rijenVan(stuk, naam) : JSON.parse(stuk.rijen[naam])),
    );
    vak.rijen = stuk.rijen;
    if (nieuw.length) vak.view.run();
    return;
  }
  vak.bezig = true;
  const nieuw = document.createElement("div"); // the old one stays until the new one is there
  nieuw.style = "position: absolute; visibility: hidden; width: 100%";
  vak.append(nieuw);
  try {
    const embed = await haal(stuk.vega);
    const datasets = Object.fromEntries(reeksen(stuk).map((naam) => [naam, rijenVan(stuk, naam)]));
    const tooltip = { disableDefaultStyle: true };
    const { view, finalize } = await embed(
      nieuw,
      { ...JSON.parse(stuk.spec), datasets },
      { actions: false, ast: true, defaultStyle: false, tooltip }, // ast: expressions are read without eval
    );
    view.addEventListener("click", (_, item) => (profiel(item) ? profiel(item).click() : wijs(item)));
    const hand = (item) => profiel(item) || item?.datum?.kies;
    view.addEventListener("mousemove", (_, item) => (nieuw.style.cursor = hand(item) ? "pointer" : ""));
    nieuw.setAttribute("role", "img"); // one picture with its description; the marks and axes of Vega speak English
    nieuw.removeAttribute("aria-roledescription");
    const oud = vak.los;
    vak.los = () => {
      finalize();
      nieuw.remove();
    };
    oud?.();
    nieuw.style = "";
    Object.assign(vak, { view, spec: stuk.spec, rijen: stuk.rijen, breed: vak.clientWidth });
    vak.kijker ??= new ResizeObserver(() => {
      if (!vak.clientWidth || vak.clientWidth === vak.breed) return;
      vak.breed = vak.clientWidth;
      // a width that is that of the field inside the axes already would be no change, and be passed over
      if (vak.view.width() === vak.breed)
        vak.view
          .width(vak.breed - 1)
          .resize()
          .run();
      vak.view.width(vak.breed).resize().run();
    });
    vak.kijker.observe(vak);
    inBeeld.observe(vak);
  } finally {
    vak.bezig = false;
    if (!vak.isConnected) werp(vak);
    else if (vak.wil !== stuk) teken(vak, vak.wil);
  }
};

const maakLinks = (deel) =>
  // the first column of a table: how all its links begin stands there once, so that a step with many rows stays small
  deel.querySelectorAll(".tabel").forEach((tabel) =>
    tabel.querySelectorAll('th[scope="row"] > a').forEach((a) => {
      a.className = "paginalink";
      Object.assign(a.dataset, { zelf: "", gemeente: a.textContent });
      a.setAttribute("href", tabel.dataset.begin + a.getAttribute("href"));
    }),
  );

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
    vak.style.minHeight = stuk.hoogte ? `${stuk.hoogte}px` : ""; // what stands below a chart stays where it is
    if (soort === "tekening") teken(vak, stuk);
    else if (vak.html !== stuk.html) {
      const wens = document.createElement("template");
      wens.innerHTML = vak.html = stuk.html;
      maakLinks(wens.content);
      leg(vak, wens.content);
    }
  });
  [...plek.children].slice(stukken.length).forEach(werp);
  plek.dataset.klaar = "ja";
};

new MutationObserver(() => {
  // places come and go with the pages, and may come later than their sheet
  plekken.forEach((plek) => {
    if (plek.isConnected) return;
    [...plek.children].forEach(werp);
    plekken.delete(plek);
  });
  document.querySelectorAll(".plek:not([data-klaar])").forEach(vul);
}).observe(document.body, { childList: true, subtree: true });

const heel = (deel) => {
  if (!deel.merk) return deel;
  const tekst = deel.tekst ?? teksten.get(deel.merk);
  teksten.delete(deel.merk); // what was used last goes last
  teksten.set(deel.merk, tekst);
  if (teksten.size > MEESTE) teksten.delete(teksten.keys().next().value);
  return tekst;
};

const voluit = (stuk) => {
  if (!stuk.spec) return stuk;
  const rijen = Object.fromEntries(Object.entries(stuk.rijen).map(([naam, deel]) => [naam, heel(deel)]));
  return { ...stuk, spec: heel(stuk.spec), rijen };
};

const merken = (stuk) => [stuk.spec, ...Object.values(stuk.rijen ?? {})].map((deel) => deel?.merk).filter(Boolean);

const verberg = () => document.querySelector("#vg-tooltip-element.visible")?.classList.remove("visible");
["scroll", "touchmove"].forEach((soort) => document.addEventListener(soort, verberg, { capture: true, passive: true }));

const sluit = (gebeurtenis) =>
  // help of a card goes away on Escape, on a click elsewhere and when another opens
  document.querySelectorAll(".kaart details[open]").forEach((uitleg) => {
    if (gebeurtenis.key === "Escape" || !(gebeurtenis.key || uitleg.contains(gebeurtenis.target))) uitleg.open = false;
  });
["click", "keydown"].forEach((soort) => document.addEventListener(soort, sluit));

let gezegd; // the headline that stands on the screen; a screen reader hears the next one, once the thumb rests

export const zeg = (woorden) => {
  let vak = document.querySelector("#gezegd");
  if (!vak) {
    vak = Object.assign(document.createElement("p"), { id: "gezegd", role: "status", ariaLive: "polite" });
    vak.style = "position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%)";
    document.body.append(vak);
  }
  if (gezegd !== undefined && woorden !== gezegd) vak.textContent = woorden;
  gezegd = woorden;
};

const komtNog = () =>
  // something is still to come whose place is held by something of another size: its code, what a component of ours fills
  // itself, or what stands on the other sheet
  document.querySelector('[data-testid="stSkeleton"], .plek:not([data-klaar])') ||
  [...document.querySelectorAll('[data-testid="stBidiComponentIsolated"]')].some(
    ({ shadowRoot }) => !shadowRoot?.firstElementChild || shadowRoot.querySelector("[data-vult]:empty"),
  );

const toon = () =>
  requestAnimationFrame(() => {
    if (komtNog()) toon();
    else toonde((document.documentElement.dataset.getekend = "ja"));
  });

export default function ({ data: [data], setStateValue }) {
  if (data.kop) zeg(data.kop);
  const heeft = Object.values(data.delen).flat().flatMap(merken);
  sturen.set(data.stil, (bericht) => setStateValue("stand", { ...bericht, heeft }));
  delen.forEach((deel, naam) => deel.stil === data.stil && delen.delete(naam)); // a page that is left shows nothing old later
  Object.entries(data.delen).forEach(([naam, stukken]) =>
    delen.set(naam, { stukken: stukken.map(voluit), stil: data.stil }),
  );
  document.querySelectorAll(".plek").forEach((plek) => delen.get(plek.dataset.naam)?.stil === data.stil && vul(plek));
  document.documentElement.dataset.scenario = data.scenario; // to which the figures belong
  if (data.stil) {
    haalIn();
    toon(); // the last sheet of a screen
  }
  document.dispatchEvent(new CustomEvent("gevolgd", { detail: data.gevolgd }));
}

// The screen of the room: dots on an axis for each lever, the median, what it comes to; and the buttons of the chair.
import { geraden, hoorDruk, knopje, leg, maak, samenvatting, storing, stuur, vak, volg } from "./kamer.js";

let [code, sleutel = ""] = location.hash.slice(1).split(".");
let stand = null;
let ronde = 0; // which round is shown; 0 is the present one
let gevolgd = 0; // which one the chair showed last
const toneel = `toneel${crypto.randomUUID?.() ?? Math.random()}`;
const kanaal = new BroadcastChannel(`fairshare-spreker-${toneel}`); // to Presenteren in the frame, as the window of a speaker has
const RUST = 2000; // ms in which the frame does what it was asked
let rust = 0;

const leesbaar = () => `${code.slice(0, 5)}-${code.slice(5)}`;

const plaats = (lijn, waarde) => (100 * (waarde - lijn.laag)) / (lijn.hoog - lijn.laag);

/** Put names that would stand on each other on lines of their own; dots without names on a few that lie closer. */
function ordenNamen(as) {
  const einden = [];
  const kort = as.closest("#geraden");
  const [hoogte, meeste] = kort ? [0.6, 6] : [1.45, Infinity];
  for (const punt of as.querySelectorAll(".punt")) {
    const { left, right } = punt.getBoundingClientRect();
    let rij = einden.findIndex((eind) => eind < left);
    if (rij === -1) rij = einden.push(0) - 1;
    einden[rij] = right + (kort ? 0 : 6);
    punt.style.top = `${(rij % meeste) * hoogte}em`;
  }
  as.style.height = `${Math.min(einden.length, meeste) * hoogte + 0.4}em`;
}

/** The figure, on the axis of the guesses. */
function tekenMerk(een) {
  const waar = plaats(een, een.merk.waarde);
  const merk = maak("div", { className: "merk" }, maak("span", { textContent: `het cijfer: ${een.merk.tekst}` }));
  merk.style.left = `${waar}%`;
  if (waar > 80) merk.classList.add("links");
  return merk;
}

function tekenLijn(een) {
  const as = maak("ol", { className: "as" });
  for (const punt of een.punten) {
    const waar = plaats(een, punt.waarde);
    const element = maak("li", {
      className: `punt${punt.telt ? "" : " telt-niet"}${waar > 80 ? " links" : ""}`,
      textContent: `${punt.gemeente} ${punt.tekst}${punt.telt ? "" : " (telt niet)"}`,
    });
    element.style.left = `${waar}%`;
    as.append(element);
  }
  const midden = maak("div", { className: "mediaan" });
  midden.style.left = `${plaats(een, een.mediaan)}%`;
  const merk = een.merk ? [tekenMerk(een)] : [];
  return maak(
    "figure",
    { className: een.merk ? "met-merk" : "" },
    maak(
      "figcaption",
      {},
      maak("strong", { textContent: een.label }),
      ` mediaan ${een.mediaan_tekst}. ${een.spreiding} `,
      maak("span", { className: "stil", textContent: `De as: ${een.laag_tekst} tot ${een.hoog_tekst}.` }),
    ),
    maak("div", { className: "baan" }, ...merk, midden, as),
  );
}

function getoond() {
  return ronde ? stand.rondes.find((een) => een.nummer === ronde) : stand.nu;
}

function tekenBeeld() {
  const nu = getoond();
  const soort = ronde ? nu.soort : stand.soort;
  const wat =
    soort === "gok"
      ? `Wat denkt u: hoeveel huishoudens zijn in ${stand.jaar} niet geplaatst?`
      : `${ronde ? `Ronde ${ronde}` : stand.ronde_naam}: de voorstellen`;
  vak("wat").textContent = wat;
  vak("lijnen").replaceChildren(
    ...(nu
      ? nu.lijnen.map(tekenLijn)
      : [
          maak("p", {
            className: "groot",
            textContent: `${stand.gesproken} gehoord. Alles blijft verborgen tot de voorzitter onthult.`,
          }),
        ]),
  );
  for (const as of document.querySelectorAll(".as")) ordenNamen(as);
  vak("breedst").textContent = nu?.breedst ?? "";
  const besluit = nu?.besluit ? [maak("p", { className: "besluit", textContent: `Besluit: ${nu.besluit}` })] : [];
  const delen = nu ? samenvatting(nu.samen, soort) : [];
  leg(vak("samen"), ...delen.slice(0, 2), ...besluit);
  leg(vak("slot"), ...delen.slice(2));
}

/** Look at a round: the chair takes everyone along. */
function kiesRonde(nummer) {
  if (stand.voorzitter) {
    leid("kijk", { nummer });
    return;
  }
  ronde = nummer;
  tekenBeeld();
  tekenRondes();
}

function rondeknop(nummer, tekst) {
  const element = knopje(tekst, "kijk", nummer);
  element.setAttribute("aria-pressed", String(ronde === nummer));
  return element;
}

function tekenRondes() {
  const eerder = stand.rondes.map((een) =>
    rondeknop(
      een.nummer,
      een.soort === "gok"
        ? `Gok ${een.nummer}`
        : `Ronde ${een.nummer}: ${een.samen.niet_geplaatst ?? "gaat niet samen"}`,
    ),
  );
  leg(vak("rondes"), ...(eerder.length ? [...eerder, rondeknop(0, "Nu")] : []));
  vak("speltafel").href = `./speltafel?${stand.speltafel}`;
  vak("speltafel").hidden = !stand.speltafel;
  vak("geen_speltafel").textContent = stand.geen_speltafel;
}

async function leid(daad, delen = {}) {
  try {
    bijStand(await stuur("leid", { code, sleutel, daad, ...delen }));
  } catch (fout) {
    storing(fout.message);
  }
}

const DADEN = [
  ["onthul", "Onthul", () => !stand.onthuld],
  ["toon", "Toon elk voorstel meteen", () => stand.blind && stand.soort === "voorstel"],
  ["verberg", "Verberg tot ik onthul", () => stand.onthuld || !stand.blind],
  ["voorstellen", "Volgende ronde", () => stand.kan_verder],
  ["gok", "Laat de zaal gokken", () => stand.soort === "voorstel" && !stand.spel],
  ["vertel", "Toon het verhaal", () => !stand.verhaal],
  ["vertel", "Terug naar de kamer", () => stand.verhaal],
  ["sluit", "Sluit de kamer", () => true],
];

function doe(daad, nummer = 0) {
  // eslint-disable-next-line no-alert
  if (daad === "sluit" && !confirm("Kamer sluiten? Daarna kan niemand meer iets voorstellen.")) return;
  if (daad === "kijk") kiesRonde(nummer);
  else if (daad === "stap") stap(nummer)?.zet();
  else leid(daad, { nummer: daad === "vertel" && !stand.verhaal ? 1 : nummer });
}

const naamVan = (een) => `${een.soort === "gok" ? "gok" : "ronde"} ${een.nummer}`;

function verhaalstap(verder) {
  const { stap: hier, van, vraagt, straks } = stand.verhaal;
  if (verder > 0 && vraagt) return { zin: "toon het antwoord", zet: () => leid("antwoord") };
  const daar = hier + verder;
  if (daar < 1 || daar > van) return null;
  return {
    zin: verder > 0 ? `stap ${daar}, ${straks}` : `stap ${daar}`,
    zet: () => leid("vertel", { nummer: daar }),
  };
}

/** What a clicker does: on to what comes next, or back to the round before. */
function stap(verder) {
  if (stand.verhaal) return verhaalstap(verder);
  const langs = [...stand.rondes, null];
  const hier = langs.findIndex((een) => (een?.nummer ?? 0) === ronde);
  const daar = langs[hier + verder];
  if (daar !== undefined)
    return { zin: daar ? `toon ${naamVan(daar)}` : "terug naar nu", zet: () => kiesRonde(daar?.nummer ?? 0) };
  if (verder < 0 || stand.gesloten) return null;
  if (!stand.onthuld) return { zin: "onthul", zet: () => doe("onthul") };
  return stand.kan_verder ? { zin: "volgende ronde", zet: () => doe("voorstellen") } : null;
}

/** Keep the notes of the chair on this device, of the room and of each step of the story, as long as the room is open. */
function bewaarNotities() {
  const vooraan = `fairshare-notities-${code}`;
  const plek = stand.verhaal ? `${vooraan}-${stand.verhaal.stap}` : vooraan;
  const veld = vak("kladblok");
  try {
    if (stand.gesloten)
      for (const een of Object.keys(localStorage).filter((naam) => naam.startsWith(vooraan)))
        localStorage.removeItem(een);
    else if (veld.dataset.plek === plek) localStorage.setItem(plek, veld.value);
    else veld.value = localStorage.getItem(plek) ?? "";
  } catch {
    // a browser that keeps nothing: they stay as long as the step
  }
  veld.dataset.plek = plek;
}

/** What the room guesses: how many did, and then the spread with the figure in it. */
function tekenGeraden({ vraag, vraagt }) {
  const roep = stand.geraden ? geraden(stand.geraden) : "";
  if (vraagt)
    return [maak("p", { className: "groot", textContent: `Raad mee op uw telefoon (code ${leesbaar()}). ${roep}` })];
  return vraag && stand.geraden ? [tekenLijn(stand.geraden.lijn)] : [];
}

/** Make the whole picture smaller by what the guesses take of the screen. */
function pasIn(beeld) {
  beeld.style.transform = `scale(${1 - vak("geraden").offsetHeight / innerHeight})`;
}

/** Show the story: the picture on the screen, or what the chair needs beside it. */
function tekenVerhaal() {
  const nu = stand.verhaal;
  vak("zaal").hidden = Boolean(nu);
  vak("zaal").classList.toggle("wacht", !getoond());
  const scherm = vak("toneel");
  scherm.hidden = !nu || stand.voorzitter;
  if (scherm.hidden) scherm.querySelector("iframe")?.remove();
  else if (!scherm.querySelector("iframe"))
    scherm.prepend(maak("iframe", { title: "Het verhaal", name: toneel, src: `./presenteren?${nu.link}` }));
  vak("stap").hidden = !nu;
  vak("geraden").replaceChildren(...(nu ? tekenGeraden(nu) : []));
  for (const as of vak("geraden").querySelectorAll(".as")) ordenNamen(as);
  if (!scherm.hidden) pasIn(scherm.querySelector("iframe"));
  if (!nu) return;
  vak("stapgok").textContent = stand.geraden ? geraden(stand.geraden) : "";
  vak("staptitel").textContent = `Stap ${nu.stap} van ${nu.van}: ${nu.titel}`;
  vak("stapcijfer").textContent = nu.cijfer;
  vak("stapzin").textContent = nu.zin;
}

/** Bring the frame a key nearer to the step of the room. */
function hoor({ data }) {
  if (!data.waar || !stand?.verhaal || Date.now() < rust) return;
  const verschil = stand.verhaal.stap - Number.parseInt(data.waar, 10);
  const antwoordt = !stand.verhaal.vraagt && data.knoppen.some((een) => een.naam === "O");
  if (!verschil && !antwoordt) return;
  const toets = verschil > 0 ? "PageDown" : "PageUp";
  rust = Date.now() + RUST;
  kanaal.postMessage({ doe: verschil ? toets : "O" }); // eslint-disable-line unicorn/require-post-message-target-origin -- a channel has none
}

function tekenVoorzitter() {
  vak("voorzitter").hidden = !stand.voorzitter;
  if (!stand.voorzitter) return;
  const hierna = [stap(1) && `Volgende stap (PageDown): ${stap(1).zin}.`, stap(-1) && `PageUp: ${stap(-1).zin}.`];
  if (!stand.kan_verder && !stand.gesloten && stand.onthuld)
    hierna.unshift("Dit is de laatste ronde: leg het besluit vast en sluit de kamer.");
  vak("volgende").textContent = hierna.filter(Boolean).join(" ");
  const mag = DADEN.filter(([daad, , kan]) => !stand.gesloten && kan() && (!stand.verhaal || daad === "vertel"));
  const verder = stand.verhaal?.vraagt ? "Toon het antwoord" : "Volgende stap";
  const langs = (waarheen, tekst) => (stand.verhaal && stap(waarheen) ? [knopje(tekst, "stap", waarheen)] : []);
  const daden = mag.map(([daad, tekst]) => knopje(tekst, daad));
  leg(vak("daden"), ...langs(-1, "Vorige stap"), ...langs(1, verder), ...daden);
  vak("besluit").hidden = stand.gesloten;
  if (document.activeElement !== vak("tekst")) vak("tekst").value = stand.besluit;
  const dubbel = new Map(stand.dubbel.flatMap((een) => een.nummers.map((nummer) => [nummer, een.telt])));
  leg(
    vak("deelnemers"),
    ...stand.wie.map((een) => {
      const rij = maak("li", {
        textContent: `${een.nummer}. ${een.gemeente}${een.sprak ? "" : " (nog niet in deze ronde)"} `,
      });
      if (stand.gesloten) return rij;
      if (dubbel.has(een.nummer) && dubbel.get(een.nummer) !== een.nummer)
        rij.append(knopje(`Laat ${een.nummer} tellen voor ${een.gemeente}`, "kies", een.nummer));
      rij.append(knopje(`Haal ${een.nummer} weg`, "verwijder", een.nummer));
      return rij;
    }),
  );
}

function bijStand(gekregen) {
  if (stand && gekregen.versie < stand.versie) return;
  stand = gekregen;
  if (stand.toont !== gevolgd) {
    gevolgd = stand.toont;
    ronde = gevolgd;
  }
  bewaarNotities();
  vak("titel").textContent = stand.titel;
  const dubbel = stand.dubbel.map(
    (een) =>
      `Voor ${een.gemeente} spreken er ${een.nummers.length}; nummer ${een.telt} telt tot de voorzitter anders kiest.`,
  );
  const zin = stand.gesloten ? "De kamer is gesloten." : `${stand.ronde_naam}, ${stand.gesproken} gehoord.`;
  vak("stand").textContent = [zin, ...dubbel].join(" ");
  vak("zwijgt").textContent = stand.zwijgt.length ? stand.zwijgt.join(", ") : "Iedereen is gehoord.";
  vak("meedoen").hidden = stand.gesloten;
  tekenVerhaal();
  tekenBeeld();
  tekenRondes();
  tekenVoorzitter();
}

async function bewaar(bestand, vraag = "notulen") {
  try {
    const tekst = new URL(".", location.href).href;
    const soort = bestand.split(".").at(-1);
    const inhoud = (await stuur(vraag, { code, sleutel, tekst }))[soort];
    const bytes = soort === "md" ? inhoud : Uint8Array.from(atob(inhoud), (teken) => teken.codePointAt(0));
    const href = URL.createObjectURL(new Blob([bytes]));
    maak("a", { href, download: bestand }).click();
    URL.revokeObjectURL(href);
  } catch (fout) {
    storing(fout.message);
  }
}

async function toonIngang() {
  const adres = new URL(`deelnemen#${code}`, location.href).href;
  vak("adres").textContent = adres.replace(/^https?:\/\//, "").split("#")[0];
  vak("code").textContent = leesbaar();
  vak("projector").href = `#${code}`;
  vak("projector").target = "_blank";
  const { png } = await stuur("code", { code, sleutel, tekst: adres });
  vak("qr").src = `data:image/png;base64,${png}`;
  vak("qr").hidden = false;
}

async function begin() {
  if (code.includes("=")) {
    const vraag = { vraag: location.hash.slice(1), spel: location.search === "?speltafel" };
    ({ code, sleutel } = await stuur("open", vraag));
    history.replaceState(null, "", `${location.pathname}#${code}.${sleutel}`);
  }
  if (!code) throw new Error("Open een kamer op de pagina Zaal van de Verkenner.");
  volg({ code, sleutel }, bijStand, storing);
  await toonIngang();
}

hoorDruk(doe);
vak("besluit").addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  leid("besluit", { tekst: vak("tekst").value });
});
vak("word").addEventListener("click", () => bewaar("notulen.docx"));
vak("markdown").addEventListener("click", () => bewaar("notulen.md"));
vak("pakket").addEventListener("click", () => bewaar("vergadering.zip", "pakket"));
vak("kladblok").addEventListener("input", bewaarNotities);
addEventListener("keydown", (toets) => {
  const verder = { PageDown: 1, PageUp: -1 }[toets.key];
  if (!verder || !stand?.voorzitter || toets.target.matches("input, textarea")) return;
  toets.preventDefault();
  stap(verder)?.zet();
});
addEventListener("resize", () => {
  if (!stand) return;
  tekenVerhaal();
  tekenBeeld();
});
addEventListener("hashchange", () => location.reload());
kanaal.addEventListener("message", hoor);
// eslint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
setInterval(() => stand?.verhaal && kanaal.postMessage({ vraag: true }), 300);
begin().catch((fout) => storing(fout.message));

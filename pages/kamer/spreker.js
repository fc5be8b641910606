// What a speaker sees beside Presenteren, in a window of its own: what stands on the screen, what comes, notes and the room.
import { hoorDruk, knopje, leg, storing, vak, volg } from "./kamer.js";

const VRAAG = 500; // ms between two questions to the window of Presenteren
const STIL = 3000; // ms without an answer
const lijn = new BroadcastChannel(`fairshare-spreker-${location.hash.slice(1)}`);
const zeg = (wat) => lijn.postMessage(wat); // eslint-disable-line unicorn/require-post-message-target-origin -- a channel has none
const begin = Date.now();
let gehoord = Date.now();
let nu = null;
let gevolgd = "";

const plek = () => `fairshare-spreker-${nu.titel}`;

function notities(doe) {
  try {
    return doe();
  } catch {
    return ""; // a browser that keeps nothing: they stay as long as the step
  }
}

function hoor({ data }) {
  if (!data.titel) return;
  gehoord = Date.now();
  storing("");
  const vorige = nu;
  nu = data;
  vak("cijfer").textContent = nu.zwart ? "Het scherm is zwart" : nu.cijfer;
  vak("zin").textContent = nu.zin;
  for (const deel of ["titel", "waar", "straks"]) vak(deel).textContent = nu[deel];
  leg(vak("daden"), ...nu.knoppen.map(({ naam, tekst }) => knopje(tekst, naam)));
  if (vorige?.titel !== nu.titel) vak("kladblok").value = notities(() => localStorage.getItem(plek())) ?? "";
}

function tik() {
  zeg({ vraag: true });
  if (Date.now() - gehoord > STIL)
    storing("Het venster van Presenteren antwoordt niet. Open daar het sprekersbeeld opnieuw (S).");
  const minuten = Math.floor((Date.now() - begin) / 60_000);
  vak("duur").textContent = `${minuten} ${minuten === 1 ? "minuut" : "minuten"} bezig`;
}

function bijStand(stand) {
  const zwijgt = stand.zwijgt.length ? `Nog niet: ${stand.zwijgt.join(", ")}.` : "Iedereen is gehoord.";
  const zin = stand.gesloten ? "De kamer is gesloten." : `${stand.ronde_naam}, ${stand.gesproken} gehoord. ${zwijgt}`;
  vak("kamer").textContent = zin;
}

vak("ingang").addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  const code = vak("kamercode").value.trim();
  if (!code || gevolgd === code) return;
  gevolgd = code;
  const mijn = (doe) => (wat) => gevolgd === code && doe(wat);
  volg(
    { code },
    mijn(bijStand),
    mijn((zin) => {
      if (zin) vak("kamer").textContent = zin;
    }),
  );
});
vak("kladblok").addEventListener("input", () => {
  const tekst = vak("kladblok").value;
  if (nu) notities(() => (tekst ? localStorage.setItem(plek(), tekst) : localStorage.removeItem(plek())));
});
addEventListener("keydown", (toets) => {
  if (toets.ctrlKey || toets.metaKey || toets.altKey || toets.target.matches("input, textarea")) return;
  const kaal = toets.key.replace("Arrow", "");
  const naam = kaal.length === 1 ? kaal.toUpperCase() : kaal;
  if (nu?.knoppen.some((een) => een.naam === naam)) toets.preventDefault();
  if (/^\w+$/.test(naam)) zeg({ doe: naam }); // that window knows what it has now
});
hoorDruk((naam) => zeg({ doe: naam }));
lijn.addEventListener("message", hoor);
setInterval(tik, VRAAG);
tik();

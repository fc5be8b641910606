// The page of a participant: what is moved goes to the room at once, and the own proposal comes back after a lost network.
import { geraden, leg, maak, samenvatting, storing, stuur, vak, volg } from "./kamer.js";

const RUST = 150; // ms between two messages
const TYPT = 700; // ms: of what is typed the room sees the whole, not each figure of it
const OPNIEUW = 1500;
const code = location.hash.slice(1).toUpperCase().replaceAll(/%20|-/g, "");
const plek = `fairshare-kamer-${code}${location.search}`; // more than one can speak on one device, each in a tab

function geheim() {
  const tekens = btoa(String.fromCodePoint(...crypto.getRandomValues(new Uint8Array(24))));
  return tekens.replaceAll("+", "-").replaceAll("/", "_");
}

function onthouden() {
  try {
    return JSON.parse(localStorage.getItem(plek)) ?? {};
  } catch {
    return {};
  }
}

const mijn = { wie: geheim(), beurt: 0, gemeente: "", nummer: 0, waarden: {}, gok: "", ...onthouden() };
let stand = null;
let gezegd = 0; // the version of the room with what was sent last; a look from before knows nothing of it
let bezig = false;
let nieuw = false;
const geweigerd = { verstuurd: "", raadzin: "" }; // why the room, which had gone on, did not take what was sent; said until something else is sent
let raadt = false; // whether the guess is still to be sent
let raad = { stap: 0, gok: "" }; // at which step of the story what was guessed
let soort = "";

function bewaar() {
  try {
    if (stand?.gesloten) localStorage.removeItem(plek);
    else localStorage.setItem(plek, JSON.stringify(mijn));
  } catch {
    // a browser that keeps nothing: the proposal stands in the room all the same
  }
}

const zeg = (zin, waar = "verstuurd") => {
  vak(waar).textContent = zin;
};

function bericht(raden) {
  mijn.beurt = Math.max(Date.now(), mijn.beurt + 1);
  bewaar();
  const voorstel = soort === "gok" ? { gok: mijn.gok } : { voorstel: mijn.waarden };
  const wat = raden ? raad : voorstel;
  return { code, wie: mijn.wie, beurt: mijn.beurt, ronde: stand.ronde, gemeente: mijn.gemeente, ...wat };
}

async function verstuur() {
  if (bezig || !(nieuw || raadt) || !stand) return;
  const raden = raadt;
  const waar = raden ? "raadzin" : "verstuurd";
  if (!mijn.gemeente) {
    zeg("Kies eerst de gemeente waarvoor u spreekt.", waar);
    return;
  }
  bezig = true;
  geweigerd[waar] = "";
  if (raden) raadt = false;
  else nieuw = false;
  let straks = RUST;
  try {
    const { jij, versie } = await stuur("zeg", bericht(raden));
    gezegd = versie;
    mijn.nummer = jij?.nummer ?? 0;
    bewaar();
    zeg("Staat op het scherm van de zaal.", waar);
    if (raden || !stand.onthuld) zeg("Ontvangen; verborgen tot de voorzitter onthult.", waar);
  } catch (fout) {
    zeg(fout.message, waar);
    if (fout.status === 409) geweigerd[waar] = fout.message;
    if (fout.status === 0 || fout.status >= 500) {
      zeg(`Geen verbinding: uw ${raden ? "gok" : "voorstel"} gaat weg zodra die er weer is.`, waar);
      if (raden) raadt = true;
      else nieuw = true;
      straks = OPNIEUW;
    }
  }
  bezig = false;
  setTimeout(verstuur, straks);
}

function zet(naam, waarde) {
  mijn.waarden = { ...mijn.waarden, [naam]: waarde };
  if (waarde === "") delete mijn.waarden[naam];
  nieuw = true;
  bewaar();
  verstuur();
}

const nederlands = (waarde) =>
  `${Number(waarde).toLocaleString("nl-NL", { minimumFractionDigits: 1, maximumFractionDigits: 1 })}%`;

function schuif(knop) {
  const id = `knop-${knop.naam}`;
  const waarde = mijn.waarden[knop.naam];
  const toont = maak("output", { htmlFor: id });
  const veld = maak("input", { type: "range", id, min: knop.laag, max: knop.hoog, step: knop.stap });
  veld.value = waarde ?? (Number(knop.laag) + Number(knop.hoog)) / 2;
  const wis = maak("button", { type: "button", className: "klein", textContent: "Wis" });
  const toon = (gekozen) => {
    const tekst = gekozen ? nederlands(veld.value) : "geen voorstel";
    toont.textContent = tekst;
    veld.setAttribute("aria-valuetext", tekst);
    veld.classList.toggle("leeg", !gekozen);
    wis.hidden = !gekozen;
    wis.setAttribute("aria-label", `Wis ${knop.label.toLowerCase()}`);
  };
  toon(waarde !== undefined);
  veld.addEventListener("input", () => {
    toon(true);
    zet(knop.naam, String(Number(veld.value)));
  });
  wis.addEventListener("click", () => {
    toon(false);
    zet(knop.naam, "");
    veld.focus();
  });
  return maak("div", { className: "knop" }, maak("label", { htmlFor: id, textContent: knop.label }), toont, veld, wis);
}

// what is typed goes to the server as it is, which reads it as Dutch
function getalveld(id, label, waarde, bij) {
  const veld = maak("input", { id, inputMode: "numeric", autocomplete: "off", value: waarde });
  let klok;
  let gehad = waarde;
  const neem = () => {
    clearTimeout(klok);
    if (veld.value === gehad || !veld.isConnected) return;
    gehad = veld.value;
    bij(gehad);
  };
  veld.addEventListener("input", () => {
    clearTimeout(klok);
    klok = setTimeout(neem, TYPT);
  });
  veld.addEventListener("change", neem);
  return maak("div", { className: "knop" }, maak("label", { htmlFor: id, textContent: label }), veld);
}

function overnemen(knop) {
  const nu = mijn.waarden.overnemen ?? "";
  const richting = maak("select", { id: "richting" });
  for (const [waarde, tekst] of [
    ["", "Wij nemen over van"],
    ["-", "Wij dragen over aan"],
  ])
    richting.append(maak("option", { value: waarde, textContent: tekst }));
  richting.value = nu.startsWith("-") ? "-" : "";
  const ander = maak("select", { id: "ander" }, maak("option", { value: "", textContent: "kies een gemeente" }));
  for (const een of stand.gemeenten.filter((keus) => keus.code !== mijn.gemeente))
    ander.append(maak("option", { value: een.code, textContent: een.naam }));
  ander.value = mijn.waarden.ander ?? "";
  const veld = getalveld("aantal", "Huishoudens per jaar", nu.replace("-", ""), neem);
  function neem() {
    const aantal = veld.querySelector("input").value.trim();
    if (/^[-−]/.test(aantal))
      return zeg(`'${aantal}' kan niet bij Huishoudens per jaar: kies erboven wie voor wie, en laat het minteken weg.`);
    const compleet = ander.value && aantal;
    mijn.waarden = { ...mijn.waarden, ander: compleet ? ander.value : "" };
    zet("overnemen", compleet ? richting.value + aantal : "");
  }
  richting.addEventListener("change", neem);
  ander.addEventListener("change", neem);
  return maak(
    "fieldset",
    {},
    maak("legend", { textContent: knop.label }),
    maak("label", { htmlFor: "richting", textContent: "Wie voor wie" }),
    richting,
    maak("label", { htmlFor: "ander", textContent: "Andere gemeente" }),
    ander,
    veld,
  );
}

function tekenKnoppen() {
  if (soort === "gok") {
    const zin = `Wat denkt u: hoeveel huishoudens zijn in ${stand.jaar} niet geplaatst?`;
    vak("knoppen").replaceChildren(
      getalveld("gok", zin, mijn.gok, (waarde) => {
        mijn.gok = waarde;
        nieuw = waarde !== "";
        verstuur();
      }),
    );
    return;
  }
  const [reservering, eigen, plekken, nieuwbouw, over] = stand.knoppen;
  const aantallen = [plekken, nieuwbouw].map((knop) =>
    getalveld(knop.naam, `${knop.label} (per jaar)`, mijn.waarden[knop.naam] ?? "", (waarde) => zet(knop.naam, waarde)),
  );
  vak("knoppen").replaceChildren(schuif(reservering), schuif(eigen), ...aantallen, overnemen(over));
}

/** Ask what the story asks, as long as the figure is not there. */
function tekenRaad() {
  const nu = stand.verhaal;
  const vraagt = nu?.vraagt && !stand.gesloten;
  vak("raad").hidden = !vraagt;
  const stap = vraagt ? nu.stap : 0;
  if (raad.stap === stap) return;
  raadt = false;
  raad = { stap, gok: stand.jij?.geraden ?? "" };
  if (vraagt) geweigerd.raadzin = "";
  zeg(geweigerd.raadzin, "raadzin");
  if (!vraagt) return;
  const veld = getalveld("raadgok", nu.zin, raad.gok, (waarde) => {
    raad = { stap, gok: waarde };
    raadt = waarde !== "";
    verstuur();
  });
  vak("raad").replaceChildren(maak("h2", { textContent: "Wat denkt u?" }), veld);
}

function neemTerug(jij) {
  if (!jij && mijn.nummer && !bezig && !nieuw && !stand.gesloten) {
    Object.assign(mijn, { nummer: 0, waarden: {}, gok: "" });
    bewaar();
    zeg("De voorzitter heeft uw voorstel weggehaald. Beweeg een knop om er een nieuw te doen.");
    soort = "";
  }
  if (!jij || soort || nieuw) return;
  mijn.nummer = jij.nummer;
  mijn.gemeente = jij.gemeente;
  mijn.gok = jij.gok === null ? "" : String(jij.gok);
  mijn.waarden = Object.fromEntries(Object.entries(jij.voorstel).map(([naam, waarde]) => [naam, String(waarde)]));
}

function eerder() {
  const links = stand.rondes
    .filter((een) => een.soort === "voorstel" && een.samen.link)
    .map((een) =>
      maak("li", {}, maak("a", { href: `./?${een.samen.link}`, target: "_blank", textContent: `Ronde ${een.nummer}` })),
    );
  return links.length ? [maak("h2", { textContent: "Eerdere rondes, als scenario" }), maak("ul", {}, ...links)] : [];
}

/** The step of the story that the screen shows: the same picture, on this device. */
function verhaal() {
  if (!stand.verhaal) return [];
  const { stap, titel, cijfer, vraagt, zin, link } = stand.verhaal;
  const open = maak("a", { href: `./presenteren?${link}`, target: "_blank", textContent: "Open dit beeld" });
  return [
    maak("h2", { textContent: `Op het scherm: ${stap}. ${titel}` }),
    ...(vraagt ? [] : [maak("p", { className: "groot", textContent: cijfer })]),
    ...(vraagt ? [] : [maak("p", { textContent: zin })]),
    ...(stand.geraden?.lijn ? [maak("p", { textContent: geraden(stand.geraden) })] : []),
    maak("p", {}, open),
  ];
}

/** The picture that the screen shows, for who sits far away. */
function uitkomst() {
  const nu = stand.toont ? stand.rondes.find((een) => een.nummer === stand.toont) : stand.nu;
  if (!nu) return eerder();
  const lijnen = nu.lijnen.map((lijn) =>
    maak("li", { textContent: `${lijn.label}: mediaan ${lijn.mediaan_tekst}. ${lijn.spreiding}` }),
  );
  const slot = stand.gesloten ? "Het einde van de vergadering" : "Wat de tafel zegt";
  const kop = stand.toont ? `Terug naar ronde ${stand.toont}` : slot;
  const samen = samenvatting(nu.samen, nu.soort);
  return [maak("h2", { textContent: kop }), maak("ul", {}, ...lijnen), ...samen, ...eerder()];
}

function gemeenten() {
  const keuze = vak("gemeente");
  if (keuze.childElementCount) return;
  keuze.append(maak("option", { value: "", textContent: "kies een gemeente" }));
  for (const een of stand.gemeenten) keuze.append(maak("option", { value: een.code, textContent: een.naam }));
}

function bijStand(gekregen) {
  if (gekregen.versie < gezegd) return;
  const vorige = stand;
  stand = gekregen;
  gemeenten();
  if (vorige && (vorige.soort !== stand.soort || vorige.ronde !== stand.ronde)) {
    mijn.gok = "";
    nieuw = false;
    zeg(geweigerd.verstuurd);
  }
  if (vorige && vorige.onthuld !== stand.onthuld) zeg(geweigerd.verstuurd);
  neemTerug(stand.jij);
  vak("gemeente").value = mijn.gemeente;
  if (soort !== stand.soort || vorige?.ronde !== stand.ronde) {
    soort = stand.soort;
    tekenKnoppen();
  }
  const hoe = stand.onthuld
    ? "iedereen ziet elk voorstel meteen"
    : "voorstellen zijn verborgen tot de voorzitter onthult";
  vak("titel").textContent = stand.titel;
  vak("stand").textContent = stand.gesloten
    ? "De voorzitter heeft deze kamer gesloten: er kan niets meer bij."
    : `${stand.ronde_naam}: ${hoe}.`;
  for (const veld of document.querySelectorAll("#tafel :is(input, select, button)")) veld.disabled = stand.gesloten;
  vak("blijf").hidden =
    stand.gesloten || soort === "gok" || !Object.keys(stand.jij?.voorstel ?? {}).length || stand.jij.sprak;
  tekenRaad();
  leg(vak("verteld"), ...verhaal());
  leg(vak("uitkomst"), ...uitkomst());
  vak("tafel").hidden = false;
  bewaar();
  verstuur();
}

vak("gemeente").addEventListener("change", () => {
  mijn.gemeente = vak("gemeente").value;
  if (mijn.waarden.ander === mijn.gemeente) mijn.waarden = { ...mijn.waarden, ander: "", overnemen: "" };
  nieuw = Object.keys(mijn.waarden).length > 0 || nieuw;
  bewaar();
  tekenKnoppen();
  verstuur();
});
vak("nog").addEventListener("click", () => {
  vak("nog").href = `?${Date.now()}${location.hash}`;
});
vak("blijf").addEventListener("click", () => {
  nieuw = true;
  verstuur();
});
vak("knoppen").addEventListener("submit", (gebeurtenis) => gebeurtenis.preventDefault());
vak("ingang").addEventListener("submit", (gebeurtenis) => {
  gebeurtenis.preventDefault();
  location.hash = vak("code").value;
});
addEventListener("hashchange", () => location.reload());

if (code)
  volg({ code, wie: mijn.wie }, bijStand, (zin) => {
    storing(zin);
    vak("ingang").hidden = Boolean(stand) || !zin;
  });
else vak("ingang").hidden = false;

document.documentElement.lang = "nl"; // Streamlit says English, whatever is on the screen

const NAMEN = { stExpandSidebarButton: "Knoppen", stSidebarCollapseButton: "Sluit de knoppen" };
const NAAR_INHOUD = "Naar de inhoud";
const noem = () => {
  for (const [proef, naam] of Object.entries(NAMEN)) {
    const knop = document.querySelector(`button[data-testid=${proef}], [data-testid=${proef}] button`);
    if (knop && knop.ariaLabel !== naam) knop.ariaLabel = naam;
  }
  const sprong = document.querySelector("[data-testid=stSkipToContent]"); // seen by who comes with Tab
  if (sprong && sprong.textContent !== NAAR_INHOUD) sprong.textContent = NAAR_INHOUD;
};
noem();
new MutationObserver(noem).observe(document.body, { childList: true, subtree: true }); // Streamlit draws them anew, in English

const NAAMWOORDEN = [
  [/^Help for /, "Uitleg bij "],
  [/^Help$/, "Uitleg"],
  [/^Open$/, "Toon de keuzes"],
  [/^Clear (value|entry)$/, "Maak leeg"],
  [/^Clear all$/, "Haal alles weg"],
  [/^Selected values$/, "Gekozen"],
  [/^Remove /, "Haal weg: "],
  [/^Add files$/, "Kies bestanden"],
  [/^Decrement$/, "Lager"],
  [/^Increment$/, "Hoger"],
  [/^Sidebar$/, "Knoppen"],
  [/^Close$/, "Sluit"],
];

const hernoem = (deel) => {
  const naam = NAAMWOORDEN.reduce((zo, [engels, hier]) => zo.replace(engels, hier), deel.ariaLabel ?? "");
  if (naam !== (deel.ariaLabel ?? "")) deel.ariaLabel = naam;
};
const hernoemIn = (vak) => {
  if (vak.parentElement?.closest("[data-testid=stFileUploader]")) vertaalIn(vak); // why a file was refused
  if (!(vak instanceof Element)) return;
  hernoem(vak);
  vak.querySelectorAll("[aria-label]").forEach(hernoem);
};

// a name that is not seen may come later than what has it
new MutationObserver((wijzigingen) =>
  wijzigingen.forEach(({ type, target, addedNodes }) => {
    if (type === "attributes") hernoem(target);
    else addedNodes.forEach(hernoemIn);
  }),
).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["aria-label"] });
hernoemIn(document.body);

const GEDULD = 10_000; // ms: so long may the place take where a link leads
const NABLIJVEN = 2500; // ms: so long it is kept in sight, while what stands above it is still being drawn

const WOORDEN = [
  [/^Select all$/, "Alles kiezen"],
  [/^Select (\d+) matches$/, "Kies deze $1"],
  [/^No results$/, "Niets gevonden"],
  [/^No options to select\.?$/, "Niets te kiezen"],
  [/^Add: /, "Voeg toe: "],
  [
    /^You can only select up to (\d+) options?\. Remove an option first\.$/,
    "Kies er hoogstens $1; haal er eerst een weg.",
  ],
  [/^File must be ([\d.]+) ?MB or smaller\.$/, "Kies een bestand van hoogstens $1 MB."],
  [/^.* files are not allowed\.$/, "Dit soort bestand kan hier niet."],
  [
    /^.*status code 400$/,
    "De server wisselde tijdens het uploaden. Probeer het opnieuw; uw scenario staat in de link.",
  ],
  [
    /^.*status code 413$/,
    "Dit bestand is te groot, of in deze sessie staan er al genoeg: haal er een weg, of open de Verkenner opnieuw.",
  ],
  [
    /^.*status code 507$/,
    "Er is op de server geen ruimte voor dit bestand. Meld dit bij de beheerder; uw scenario staat in de link.",
  ],
  [
    /^.*(Network Error|status code \d+|connection is already disconnected!)$/,
    "Het bestand kwam niet aan. Probeer het opnieuw; uw scenario staat in de link.",
  ],
];

export const vertaal = (tekst) => WOORDEN.reduce((zo, [engels, hier]) => zo.replace(engels, hier), tekst);

const vertaalIn = (vak) => {
  const woorden = document.createTreeWalker(vak, NodeFilter.SHOW_TEXT);
  while (woorden.nextNode()) {
    const hier = vertaal(woorden.currentNode.data);
    if (hier !== woorden.currentNode.data) woorden.currentNode.data = hier;
  }
};

// what a field opens is a window of its own below the page, and changes while someone types
new MutationObserver((wijzigingen) =>
  wijzigingen
    .flatMap((een) => [...een.addedNodes])
    .filter((vak) => vak instanceof Element)
    .forEach((vak) => {
      vertaalIn(vak);
      new MutationObserver(() => vertaalIn(vak)).observe(vak, { subtree: true, childList: true, characterData: true });
    }),
).observe(document.body, { childList: true });

let ga; // how to tell the server which page to go to
let ingesloten = false; // whether another site shows this page

// What the address bar holds, without what Streamlit reads of it for a page inside another.
export const zonderEmbed = (zoek) =>
  zoek
    .replace(/^\?/, "")
    .split("&")
    .filter((deel) => deel && !/^embed(_options)?=/i.test(deel))
    .reduce((zo, deel) => `${zo}${zo ? "&" : "?"}${deel}`, "");

// Links in the text of a page. Those with data-zelf have a scenario of their own.

const paginalink = (e) => e.target.closest?.("a.paginalink");
for (const soort of ["pointerover", "focusin"])
  document.addEventListener(soort, (e) => {
    const a = paginalink(e);
    if (a && !("zelf" in a.dataset)) a.search = ingesloten ? zonderEmbed(location.search) : location.search;
    if (a && ingesloten) Object.assign(a, { target: "_blank", rel: "noopener" });
  });
document.addEventListener("click", (e) => {
  const a = paginalink(e);
  if (a) volg(e, a.pathname.split("/").pop() + ("zelf" in a.dataset ? a.search : ""), a.hash);
});

const volg = (e, pad, anker = "") => {
  // with a key held the browser opens it elsewhere
  if (!ga || e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  ga(pad);
  wijsAan(anker, pad.split("?")[0]);
};

// The place where a link leads: a part of the page, or a control that may be folded away.

const vind = (naam) =>
  document.querySelector(`.plek[data-naam="${CSS.escape(naam)}"][data-klaar], .st-key-${CSS.escape(naam)}`);

const toonKnoppen = () => document.querySelector("[data-testid=stExpandSidebarButton]")?.click();

const vouwOpen = (deel) => {
  if (deel.closest("[data-testid=stSidebar]") && deel.getBoundingClientRect().right <= 0) toonKnoppen();
  deel.querySelector("[data-testid=stExpander] details:not([open]) > summary")?.click();
};

const isEr = (pad) =>
  document.documentElement.dataset.getekend && // before that it is hidden, and takes no focus
  location.pathname.split("/").pop() === pad &&
  document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";

const wijsAan = (anker, pad) => {
  const namen = decodeURIComponent(anker.slice(1)).split("/").filter(Boolean);
  let einde = performance.now() + GEDULD;
  let doel;
  const kijk = () => {
    if (!namen.length || performance.now() > einde) {
      doel?.classList.remove("aangewezen");
      return;
    }
    const deel = doel || isEr(pad) ? vind(namen[0]) : null;
    if (!deel && namen[0].startsWith("meer_") && isEr(pad)) toonKnoppen(); // on a phone they are away
    if (deel) vouwOpen(deel);
    if (deel && namen.length > 1) namen.shift();
    else if (deel) {
      if (!doel) {
        einde = performance.now() + NABLIJVEN;
        for (const soort of ["wheel", "touchstart", "keydown", "pointerdown"])
          addEventListener(soort, () => (einde = 0), { once: true, passive: true });
        deel.tabIndex = -1;
        deel.focus({ preventScroll: true });
      }
      doel = deel;
      doel.classList.add("aangewezen");
      const { top } = doel.getBoundingClientRect();
      if (top < 0 || top > innerHeight / 2) doel.scrollIntoView({ block: "start" });
    }
    setTimeout(kijk, 100);
  };
  kijk();
};
wijsAan(new URL(performance.getEntriesByType("navigation")[0].name).hash, location.pathname.split("/").pop()); // by now the address bar may have lost it

// The navigation itself.

const maak = (soort, eigenschappen = {}, ...kinderen) => {
  const deel = Object.assign(document.createElement(soort), eigenschappen);
  deel.append(...kinderen);
  return deel;
};

const lijst = (paginas, link, naam) => {
  const ul = maak("ul", {}, ...paginas.map((pagina) => maak("li", {}, link(pagina))));
  if (naam) ul.setAttribute("aria-label", naam);
  return ul;
};

// Of a page inside another: what it is of, and the way to all of it.
const verwijzing = ({ product, regio }, parentElement) => {
  const a = maak("a", { textContent: "Open de volledige Verkenner", target: "_blank", rel: "noopener" });
  const wijs = () => (a.href = location.pathname + zonderEmbed(location.search));
  wijs();
  for (const soort of ["pointerenter", "pointerdown", "focus"]) a.addEventListener(soort, wijs);
  const nav = maak(
    "nav",
    { className: "ingesloten" },
    maak("span", {}, maak("b", { textContent: product }), ` ${regio}`),
    a,
  );
  nav.setAttribute("aria-label", product);
  parentElement.querySelector("nav")?.remove();
  parentElement.append(nav);
};

export default function ({ data: [data], parentElement, setTriggerValue }) {
  ga = data.los || data.ingesloten ? undefined : (pad) => setTriggerValue("naar", pad);
  ingesloten = data.ingesloten;
  if (ingesloten) return verwijzing(data, parentElement);
  const map = `${location.pathname.split("/").slice(0, -data.hier.split("/").length).join("/")}/`;
  const wijzers = [];
  const link = ({ pad, titel, hier }) => {
    const a = maak("a", { textContent: titel });
    const wijs = () => {
      a.href = map + pad + location.search;
    };
    wijs();
    wijzers.push(wijs);
    // where a browser tells nothing below
    for (const soort of ["pointerenter", "pointerdown", "focus"]) a.addEventListener(soort, wijs);
    if (hier) a.setAttribute("aria-current", "page");
    a.addEventListener("click", (e) => volg(e, pad));
    return a;
  };

  const groep = ({ naam, paginas }) => {
    const hier = paginas.some((pagina) => pagina.hier);
    const knop = maak("button", { type: "button", textContent: naam, className: hier ? "hier" : "" });
    const li = maak("li", {}, knop, lijst(paginas, link, naam));
    knop.addEventListener("click", () => open(li));
    return li;
  };
  const groepen = data.groepen.map(groep);
  const open = (li) =>
    groepen.forEach((een) => {
      een.classList.toggle("open", een === li);
      een.firstChild.setAttribute("aria-expanded", een === li);
    });
  const thuis = groepen.find((li) => li.querySelector("[aria-current]")) ?? groepen[0];
  const oud = parentElement.querySelector("nav");
  const zelfde =
    oud?.querySelector("[aria-current]")?.textContent === thuis.querySelector("[aria-current]")?.textContent;
  const was = zelfde && oud?.querySelector(".groepen > .open > button")?.textContent;
  open(groepen.find((li) => li.firstChild.textContent === was) ?? thuis); // drawn anew on the same page: what someone opened stays open

  const menu = maak("button", { type: "button", className: "menu", textContent: "Pagina's" });
  const altijd = lijst(data.altijd, link);
  altijd.className = "altijd";
  const merk = maak("p", {}, maak("b", { textContent: data.product }), ` ${data.regio}`);
  const nav = maak("nav", {}, merk, menu, maak("ul", { className: "groepen" }, ...groepen), altijd);
  nav.setAttribute("aria-label", "Pagina's");
  const toonMenu = (toon) => {
    nav.classList.toggle("open", toon);
    menu.setAttribute("aria-expanded", toon);
  };
  toonMenu(zelfde && oud?.classList.contains("open") === true);
  menu.addEventListener("click", () => toonMenu(!nav.classList.contains("open")));
  nav.addEventListener("keydown", (e) => {
    if (e.key !== "Escape") return;
    const naarMenu = nav.classList.contains("open");
    toonMenu(false);
    open(thuis);
    (naarMenu ? menu : thuis.firstChild).focus();
  });

  if (oud && !zelfde) document.querySelector("[data-testid=stMain]").scrollTop = 0; // else a link far down a page ends far down the next

  const focus = oud?.contains(parentElement.activeElement ?? null);
  oud?.remove();
  parentElement.append(nav);
  if (focus) (nav.querySelector("[aria-current]") ?? thuis.firstChild).focus();
  const wijs = () => wijzers.forEach((een) => een());
  window.navigation?.addEventListener("currententrychange", wijs);
  return () => window.navigation?.removeEventListener("currententrychange", wijs);
}

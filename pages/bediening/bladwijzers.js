const PLAATS = "fairshare.bladwijzers"; // in the storage of this browser
const VOL = "Deze browser bewaart niets. Gebruik de link van deze pagina.";

const isGoed = (een) => typeof een?.naam === "string" && typeof een?.vraag === "string";

export const lees = () => {
  try {
    const bewaard = JSON.parse(localStorage.getItem(PLAATS));
    return Array.isArray(bewaard) ? bewaard.filter(isGoed) : [];
  } catch {
    return [];
  }
};

const schrijf = (lijst) => {
  try {
    localStorage.setItem(PLAATS, JSON.stringify(lijst));
    return "";
  } catch {
    return VOL;
  }
};

const knop = (tekst, uitleg, doe) => {
  const deel = Object.assign(document.createElement("button"), { type: "button", textContent: tekst, onclick: doe });
  deel.setAttribute("aria-label", uitleg);
  return deel;
};

export default function ({ parentElement, setTriggerValue }) {
  const formulier = parentElement.querySelector("form");
  const veld = parentElement.querySelector("input");
  const melding = parentElement.querySelector("[role=status]");
  const ul = parentElement.querySelector("ul");

  const bewaar = (lijst, gedaan) => {
    melding.textContent = schrijf(lijst) || gedaan;
    toon();
  };

  const mag = (naam) => {
    const bezet = lees().some((een) => een.naam === naam);
    if (!naam) melding.textContent = "Schrijf een naam.";
    if (bezet) melding.textContent = `${naam} bestaat al: kies een andere naam, of verwijder die eerst.`;
    return naam && !bezet;
  };

  const hernoem = (li, oud) => {
    const nieuw = Object.assign(document.createElement("input"), { type: "text", maxLength: 60, value: oud.naam });
    nieuw.setAttribute("aria-label", `Nieuwe naam voor ${oud.naam}`);
    const klaar = () => {
      nieuw.onblur = null; // it goes
      const naam = nieuw.value.trim();
      const blijft = naam === oud.naam || !lees().some((een) => een.naam === oud.naam) || !mag(naam);
      const een = blijft ? oud : { ...oud, naam };
      if (!blijft)
        melding.textContent =
          schrijf(lees().map((ander) => (ander.naam === oud.naam ? een : ander))) || `Heet nu ${naam}.`;
      const terug = rij(een);
      li.replaceWith(terug); // what is clicked on next stays there
      return terug;
    };
    nieuw.onblur = klaar;
    nieuw.onkeydown = (e) => {
      if (e.key === "Escape") nieuw.value = oud.naam;
      if (e.key !== "Enter" && e.key !== "Escape") return;
      e.preventDefault();
      klaar().children[1].focus();
    };
    li.replaceChildren(nieuw);
    nieuw.select();
  };

  const rij = (een) => {
    const li = document.createElement("li");
    const open = knop(een.naam, `Open ${een.naam}`, () => setTriggerValue("open", een.vraag));
    open.className = "open";
    li.append(
      open,
      knop("Hernoem", `Hernoem ${een.naam}`, () => hernoem(li, een)),
      knop("Verwijder", `Verwijder ${een.naam}`, () =>
        bewaar(
          lees().filter(({ naam }) => naam !== een.naam),
          `${een.naam} is weg.`,
        ),
      ),
    );
    return li;
  };

  const toon = () => ul.replaceChildren(...lees().map(rij));

  formulier.onsubmit = (e) => {
    e.preventDefault();
    const naam = veld.value.trim();
    if (!mag(naam)) return veld.focus();
    veld.value = "";
    bewaar([...lees(), { naam, vraag: location.search }], `${naam} is bewaard.`);
  };
  toon();
  window.addEventListener("storage", toon); // another tab kept one
  return () => window.removeEventListener("storage", toon);
}

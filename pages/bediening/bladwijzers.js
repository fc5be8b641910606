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

  const hernoem = (li, oud) => {
    const nieuw = Object.assign(document.createElement("input"), { type: "text", maxLength: 60, value: oud.naam });
    nieuw.setAttribute("aria-label", `Nieuwe naam voor ${oud.naam}`);
    const klaar = () => {
      if (!lees().some((een) => een.naam === oud.naam)) return; // said twice, or gone in another tab
      const naam = nieuw.value.trim() || oud.naam;
      const anders = lees().filter((een) => een.naam === oud.naam || een.naam !== naam);
      bewaar(
        anders.map((een) => (een.naam === oud.naam ? { naam, vraag: een.vraag } : een)),
        naam === oud.naam ? "" : `Heet nu ${naam}.`,
      );
    };
    nieuw.onchange = klaar;
    nieuw.onblur = toon;
    nieuw.onkeydown = ({ key }) => (key === "Enter" ? nieuw.blur() : key === "Escape" && toon());
    li.replaceChildren(nieuw);
    nieuw.select();
  };

  const toon = () =>
    ul.replaceChildren(
      ...lees().map((een) => {
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
      }),
    );

  formulier.onsubmit = (e) => {
    e.preventDefault();
    const naam = veld.value.trim();
    if (!naam) return veld.focus();
    veld.value = "";
    bewaar([...lees().filter((een) => een.naam !== naam), { naam, vraag: location.search }], `${naam} is bewaard.`);
  };
  toon();
  window.addEventListener("storage", toon); // another tab kept one
  return () => window.removeEventListener("storage", toon);
}

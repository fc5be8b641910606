const RUST = 700; // ms: a hand that rests is done with its number

const maak = (soort, tekst = "", waar = {}) =>
  Object.assign(document.createElement(soort), { textContent: tekst }, waar);

export const leesGeheel = (tekst, { hoogste, geheel, onbekend }) => {
  // null is empty or unknown, undefined is no whole number
  const cel = tekst.trim();
  if (onbekend.includes(cel.toLowerCase())) return null;
  if (!new RegExp(`^(?:${geheel})$`).test(cel)) return undefined;
  const getal = Number(cel.split(",")[0].replace(/[. ']/g, ""));
  return getal <= hoogste ? getal : undefined;
};

export default function ({ data: [data], parentElement, setStateValue }) {
  const kader = parentElement.querySelector(".invul");
  const melding = parentElement.querySelector(".melding");
  const velden = () => [...kader.querySelectorAll("input")];
  const lees = (veld) => leesGeheel(veld.value, data);

  const keur = () => {
    const mis = velden().filter((veld) => {
      const fout = lees(veld) === undefined;
      if (fout) veld.setAttribute("aria-invalid", "true");
      else veld.removeAttribute("aria-invalid");
      return fout;
    });
    const tekst = mis.length
      ? `Telt niet mee: '${mis[0].value.slice(0, 20)}' bij ${mis[0].ariaLabel}. ${data.advies}`
      : "";
    if (melding.textContent !== tekst) melding.textContent = tekst;
  };

  kader.stuur = () => {
    clearTimeout(kader.klok);
    keur();
    const cellen = data.rijen.map(() => []);
    velden().forEach((veld) => cellen[veld.dataset.rij].push(lees(veld) ?? null));
    const tekst = JSON.stringify(cellen);
    if (tekst === kader.gestuurd) return;
    kader.gestuurd = tekst;
    setStateValue("ingevuld", { stand: data.stand, cellen });
  };

  const naar = (rij, kolom) => kader.querySelector(`input[data-rij="${rij}"][data-kolom="${kolom}"]`);

  const ga = (veld, stap) => {
    const rij = Number(veld.dataset.rij),
      kolom = Number(veld.dataset.kolom);
    const doel = naar(rij + stap, kolom) || (stap > 0 ? naar(0, kolom + 1) : naar(data.rijen.length - 1, kolom - 1));
    if (doel) doel.focus();
    else veld.blur();
  };

  const plak = (veld, tekst) =>
    tekst
      .replace(/\r?\n$/, "")
      .split(/\r?\n/)
      .forEach((regel, i) =>
        regel.split("\t").forEach((cel, j) => {
          const doel = naar(Number(veld.dataset.rij) + i, Number(veld.dataset.kolom) + j);
          if (doel) doel.value = cel.trim();
        }),
      );

  const bouw = () => {
    const tabel = maak("table"),
      kop = maak("tr"),
      lijf = maak("tbody");
    ["Gemeente", ...data.koppen].forEach((tekst) => kop.append(maak("th", tekst, { scope: "col" })));
    data.rijen.forEach((naam, i) => {
      const rij = maak("tr");
      rij.append(maak("th", naam, { scope: "row" }));
      data.koppen.forEach((periode, j) => {
        const veld = maak("input", "", {
          type: "text",
          inputMode: "numeric",
          autocomplete: "off",
          ariaLabel: `${naam}, ${periode}`,
        });
        veld.value = data.cellen[i][j] ?? "";
        Object.assign(veld.dataset, { rij: i, kolom: j });
        const cel = maak("td");
        cel.append(veld);
        rij.append(cel);
      });
      lijf.append(rij);
    });
    const boven = maak("thead");
    boven.append(kop);
    tabel.append(boven, lijf);
    kader.replaceChildren(tabel);
    kader.ariaLabel = data.omschrijving;
    kader.dataset.stand = data.stand;
    kader.gestuurd = JSON.stringify(data.cellen);
    keur();
  };

  if (kader.dataset.stand !== data.stand) bouw();

  if (!kader.luistert) {
    kader.luistert = true;
    kader.addEventListener("focusin", (e) => e.target.select?.());
    kader.addEventListener("change", () => kader.stuur());
    kader.addEventListener("input", () => {
      clearTimeout(kader.klok);
      kader.klok = setTimeout(() => kader.stuur(), RUST);
    });
  }
  kader.onkeydown = (e) => {
    const stap = { Enter: e.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!stap || !e.target.dataset.rij) return;
    e.preventDefault();
    ga(e.target, stap);
  };
  kader.onpaste = (e) => {
    const tekst = e.clipboardData.getData("text");
    if (!/[\t\n]/.test(tekst.trim())) return;
    e.preventDefault();
    plak(e.target, tekst);
    kader.stuur();
  };
}

const maak = (soort, tekst = "", wat = {}) => Object.assign(document.createElement(soort), { textContent: tekst }, wat);

export default function ({ data: [data], parentElement, setTriggerValue }) {
  const kader = parentElement.querySelector(".artikelen");
  const actief = parentElement.getRootNode().activeElement;
  const keuzes = Object.fromEntries(data.keuzes.flatMap(([namen, lijst]) => namen.map((naam) => [naam, lijst])));
  // what someone types while an answer comes in stays, where it stood
  const bezig = actief?.dataset?.plek && { plek: actief.dataset.plek, tekst: actief.value, was: actief.dataset.was };

  const stuur = (plek, kolom, naam, deel, tekst) => {
    Object.assign(kader.dataset, { laatst: plek, getypt: tekst });
    setTriggerValue("veranderd", { kolom, naam, deel, tekst });
  };

  const veld = (soort, label, waarde, kolom, naam, deel) => {
    const plek = [kolom, naam, deel].join(" ");
    const een = maak(soort);
    een.setAttribute("aria-label", `${data.koppen[kolom]}: ${label}`);
    een.dataset.plek = plek;
    een.dataset.was = waarde;
    een.onchange = () =>
      (een.value || !een.dataset.erbij) && stuur(plek, kolom, naam, een.dataset.erbij ? een.value : deel, een.value);
    return een;
  };

  const getal = (deel, kolom, naam) => {
    const een = veld("input", deel.label, deel.waarde, kolom, naam, deel.deel);
    Object.assign(een, { value: deel.waarde, placeholder: deel.leeg, autocomplete: "off" });
    een.style.width = `${Math.max(3, deel.waarde.length, deel.leeg.length) + 2}ch`;
    return [een, deel.achter];
  };

  const keuze = (deel, kolom, naam) => {
    const een = veld("select", deel.label, deel.waarde, kolom, naam, "");
    if (deel.soort === "erbij") {
      een.dataset.erbij = "ja";
      een.append(maak("option", deel.leeg ? "geen" : "voeg toe", { value: "" }));
    }
    een.append(...keuzes[naam].map(([waarde, tekst]) => maak("option", tekst, { value: waarde })));
    een.value = deel.waarde ?? "";
    return [een];
  };

  const stuk = (deel, kolom, naam) => {
    if (typeof deel === "string") return [deel];
    if (deel.soort === "vast") return [maak("b", deel.waarde)];
    return deel.soort === "getal" ? getal(deel, kolom, naam) : keuze(deel, kolom, naam);
  };

  const reden = ({ naam, label }, kolom, tekst) => {
    const een = veld("input", `motivering bij ${label}`, tekst, kolom, "motivering", naam);
    Object.assign(een, { value: tekst, placeholder: "Motivering, mag leeg", className: "reden", autocomplete: "off" });
    return een;
  };

  const cel = (zin, kolom) => {
    const { delen, anders, motivering } = zin.kolommen[kolom];
    const een = maak("div", "", { className: anders ? "cel anders" : "cel" });
    const kop = maak("span", anders && kolom !== "geldend" ? `${data.koppen[kolom]}, veranderd` : data.koppen[kolom]);
    kop.className = "wie";
    const tekst = maak("p");
    tekst.append(...delen.flatMap((deel) => stuk(deel, kolom, zin.naam)));
    een.append(kop, tekst);
    if (kolom === "geldend" && zin.noot) een.append(maak("p", zin.noot, { className: "bron" }));
    if (motivering !== null) een.append(reden(zin, kolom, motivering));
    return een;
  };

  const rij = (zin) => {
    const een = maak("div", "", { className: "rij" });
    een.append(...Object.keys(data.koppen).map((kolom) => cel(zin, kolom)));
    return een;
  };

  const artikel = ({ titel, tekst, bron, zinnen }) => {
    const een = maak("section");
    een.append(maak("h2", titel));
    if (tekst) een.append(maak("p", tekst, { className: "eigen" }));
    een.append(...zinnen.map(rij), maak("p", bron, { className: "bron" }));
    return een;
  };

  const koppen = maak("div", "", { className: "rij koppen" });
  koppen.setAttribute("aria-hidden", "true"); // each cell names its column
  Object.entries(data.koppen).forEach(([kolom, kop]) => {
    const een = maak("span");
    een.append(maak("b", kop), maak("br"), data.uitkomsten[kolom]);
    koppen.append(een);
  });
  kader.replaceChildren(koppen, ...data.artikelen.map(artikel));

  const bij = (plek) => [...kader.querySelectorAll("[data-plek]")].find((een) => een.dataset.plek === plek);
  const laatst = data.melding && bij(kader.dataset.laatst);
  if (laatst?.className === "reden") laatst.value = kader.dataset.getypt; // to be shortened, not written again
  if (laatst) {
    laatst.closest(".cel").append(maak("p", data.melding, { className: "melding", id: "geweigerd" })); // no alert: the one above the page says it
    laatst.setAttribute("aria-describedby", "geweigerd");
  }
  const terug = bezig && bij(bezig.plek);
  if (terug) {
    if (bezig.plek !== kader.dataset.laatst && bezig.tekst !== bezig.was) terug.value = bezig.tekst;
    terug.focus({ preventScroll: true });
  }
}

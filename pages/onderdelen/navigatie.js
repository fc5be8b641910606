document.documentElement.lang = "nl"; // Streamlit says English, whatever is on the screen

let ga; // how to tell the server which page to go to

const paginalink = (e) => e.target.closest?.("a.paginalink"); // a link in a text of a page
for (const soort of ["pointerover", "focusin"])
  document.addEventListener(soort, (e) => {
    const a = paginalink(e);
    if (a) a.search = location.search;
  });
document.addEventListener("click", (e) => {
  const a = paginalink(e);
  if (a) volg(e, a.pathname.split("/").pop());
});

const volg = (e, pad) => {
  // with a key held the browser opens it elsewhere
  if (e.ctrlKey || e.metaKey || e.shiftKey || e.button) return;
  e.preventDefault();
  ga(pad);
};

export default function ({ data, parentElement, setTriggerValue }) {
  ga = (pad) => setTriggerValue("naar", pad);
  const map = location.pathname.replace(/[^/]*$/, "");
  const wijzers = [];
  const link = ({ pad, titel, hier }) => {
    const a = Object.assign(document.createElement("a"), { textContent: titel });
    const wijs = () => {
      a.href = map + pad + location.search;
    };
    wijs();
    wijzers.push(wijs);
    for (const soort of ["pointerenter", "pointerdown", "focus"]) a.addEventListener(soort, wijs); // where a browser tells nothing below
    if (hier) a.setAttribute("aria-current", "page");
    a.onclick = (e) => volg(e, pad);
    return a;
  };
  const nav = document.createElement("nav");
  nav.setAttribute("aria-label", "Pagina's");
  nav.append(
    ...data.groepen.map((groep) => {
      const lijst = document.createElement("ul");
      lijst.append(
        ...groep.map((pagina) => {
          const punt = document.createElement("li");
          punt.append(link(pagina));
          return punt;
        }),
      );
      return lijst;
    }),
  );
  const oud = parentElement.querySelector("nav");
  const focus = oud?.contains(parentElement.activeElement ?? null);
  oud?.remove();
  parentElement.append(nav);
  const waar = nav.querySelector("[aria-current]");
  if (waar) nav.scrollLeft = waar.offsetLeft - nav.clientWidth / 3; // on a phone the links are on one line
  if (focus) waar?.focus();
  const wijs = () => wijzers.forEach((een) => een());
  window.navigation?.addEventListener("currententrychange", wijs);
  return () => window.navigation?.removeEventListener("currententrychange", wijs);
}

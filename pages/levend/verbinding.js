const GEDULD = 1500; // ms: longer without an answer is said
const TIK = 250; // ms: so often we look
const OMKLEDEN = 300; // ms: so long Streamlit takes to be in the other theme itself
const DONKER = matchMedia("(prefers-color-scheme: dark)");

let sinds = null; // when a slider told something that nothing has answered yet
let doof = false; // whether the server gave no answer when it was asked
let vraagt = false;
let verhuisd = -OMKLEDEN; // when Back or Forward was last used

window.addEventListener("popstate", () => {
  verhuisd = performance.now();
});
document.addEventListener("stand", () => {
  sinds ??= performance.now();
});
document.addEventListener("gevolgd", () => {
  sinds = null;
});

const gezondheid = () => new URL("../../_stcore/health", document.querySelector('script[src*="static/js/"]').src);

const vraag = async () => {
  if (vraagt) return;
  vraagt = true;
  try {
    await fetch(gezondheid(), { cache: "no-store", redirect: "manual", signal: AbortSignal.timeout(GEDULD) });
    doof = false;
  } catch {
    doof = true;
  }
  vraagt = false;
};

// a field, a button or a slider of Streamlit, of which no sheet tells that it was answered
["change", "click", "pointerup"].forEach((soort) => document.addEventListener(soort, vraag, true));
const toets = ({ key, target }) => (key === "Enter" || target.type === "range") && vraag();
document.addEventListener("keyup", toets, true);
window.addEventListener("offline", vraag); // which is no fault where the server is on the same machine

export default function ({ parentElement, setStateValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  const wortel = document.documentElement;
  const melding = parentElement.querySelector("p");
  let weg = false;

  const toon = () => {
    const stil = weg || doof || (sinds !== null && performance.now() - sinds > GEDULD);
    const tekst = stil ? `Geen antwoord van de server. De cijfers horen bij ${wortel.dataset.scenario}.` : "";
    if (doof) vraag();
    if (melding.textContent === tekst) return;
    melding.textContent = tekst;
    wortel.toggleAttribute("data-stil", stil);
    wortel.style.setProperty("--stil", JSON.stringify(tekst));
  };

  const kijk = () => {
    const verbonden = app.dataset.testConnectionState === "CONNECTED";
    if (verbonden && weg) setStateValue("terug", Date.now());
    weg = !verbonden;
    toon();
  };

  const kijker = new MutationObserver(kijk);
  kijker.observe(app, { attributeFilter: ["data-test-connection-state"] });
  const klok = setInterval(toon, TIK);
  // the server chooses the colours of the charts, and hears of the theme only when it draws; told while a Back or Forward
  // has yet to be drawn, it forgets that it was one and keeps the old picture
  const omgekleed = () =>
    setTimeout(
      () => (performance.now() - verhuisd < OMKLEDEN ? omgekleed() : setStateValue("thema", DONKER.matches)),
      OMKLEDEN,
    );
  DONKER.addEventListener("change", omgekleed);
  return () => {
    DONKER.removeEventListener("change", omgekleed);
    kijker.disconnect();
    clearInterval(klok);
  };
}

export default function ({ data: [data], parentElement }) {
  const knop = parentElement.querySelector("button");
  const melding = parentElement.querySelector("span");
  const veld = parentElement.querySelector("input");
  knop.textContent = data.label;
  knop.dataset.tekst = data.tekst;
  if (veld.value !== data.tekst) melding.textContent = "";
  veld.value = data.tekst;
  knop.onclick = async () => {
    try {
      await navigator.clipboard.writeText(data.tekst);
      melding.textContent = "Gekopieerd.";
    } catch {
      veld.hidden = false;
      veld.select();
      melding.textContent = "Kopieer hem uit dit veld:";
    }
  };
}

// Moves the slider beside it as its own arrow keys do: the slider tells the server, once, where it came to rest.
export default function ({ data: [data], parentElement }) {
  const knop = parentElement.querySelector("button");
  knop.textContent = data.teken;
  knop.setAttribute("aria-label", data.label);
  knop.disabled = data.dicht;
  knop.onclick = () => {
    const schuif = document.querySelector(`.st-key-${data.schuif.replace(/[^\w-]/g, "-")} input[type=range]`);
    const nu = Number(schuif.value);
    const naar = data.treden[data.kant > 0 ? "find" : "findLast"]((plek) => (plek - nu) * data.kant > 0);
    const verder = (naar ?? nu) - nu;
    const toets = { key: verder > 0 ? "ArrowRight" : "ArrowLeft", bubbles: true };
    for (let keer = 0; keer < Math.abs(verder); keer += 1) {
      schuif.dispatchEvent(new KeyboardEvent("keydown", toets));
      schuif.dispatchEvent(new KeyboardEvent("keyup", toets));
    }
  };
}

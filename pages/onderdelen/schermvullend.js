const heen = () =>
  document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
const gok = () => document.querySelector(".st-key-vraag input");

export default function ({ parentElement }) {
  const toets = (t) => {
    const waar = t.composedPath()[0];
    if (t.key === "Enter" && waar === gok()) setTimeout(() => waar.blur(), 50); // the other keys work again
    if (waar.matches?.("input:not([type=range]), textarea, [contenteditable]") || t.ctrlKey || t.metaKey || t.altKey)
      return;
    if (t.key.toLowerCase() === "f") heen();
    if (t.key.toLowerCase() === "g" && gok()) {
      t.preventDefault();
      gok().focus();
    }
  };
  parentElement.querySelector("button").onclick = heen;
  document.addEventListener("keydown", toets);
  return () => document.removeEventListener("keydown", toets);
}

export default function ({ setStateValue }) {
  const app = document.querySelector("[data-testid=stApp]");
  let weg = false;
  const kijker = new MutationObserver(() => {
    const verbonden = app.dataset.testConnectionState === "CONNECTED";
    if (verbonden && weg) setStateValue("terug", Date.now());
    weg = !verbonden;
  });
  kijker.observe(app, { attributeFilter: ["data-test-connection-state"] });
  return () => kijker.disconnect();
}

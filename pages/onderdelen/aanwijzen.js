export default function ({ setTriggerValue }) {
  const hoor = ({ detail }) => setTriggerValue("aangewezen", detail);
  document.addEventListener("aangewezen", hoor);
  return () => document.removeEventListener("aangewezen", hoor);
}

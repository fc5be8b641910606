const SLEUTEL = "verkenner_link";

export default function ({ data: [data] }) {
  if (data.bewaar) {
    sessionStorage.setItem(SLEUTEL, location.pathname + location.search);
    return;
  }
  const link = sessionStorage.getItem(SLEUTEL);
  sessionStorage.removeItem(SLEUTEL);
  if (link && link !== "/") location.replace(location.origin + link); // never to another site
}

"""What every page draws itself: safe text, headings, what is folded away, and notes about the link."""

import logging
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any
from uuid import uuid4

import streamlit as st

from fairshare import PRODUCT, grafieken, link
from fairshare.delen import anders_dan_toen
from fairshare.export import Stempel
from fairshare.fouten import Fout, Getypt, Onbekend
from fairshare.gegevens import editie_van
from pages.bediening import adres
from pages.levend.blad import Stuk
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, opschrift, paginalinks

GEEN_PAGINA = "Deze pagina bestaat niet"

_BIJZONDER = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:&])")
_VANZELF = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_LIJM = "\u2060"
"""A sign without width; after it an address is no longer made a link by itself, which no escape prevents."""


def veilig(tekst: str) -> str:
    """Escape what someone typed or a file holds, so that it is shown and never becomes markup, a picture or a link."""
    return _BIJZONDER.sub(r"\\\1", _VANZELF.sub(rf"{_LIJM}\g<0>", tekst))


def venstertitel(pagina: str, regio: str) -> str:
    """Give the title of the window: what is only here comes first."""
    return f"{pagina} · {regio} · {PRODUCT}"


def titel(tekst: str, inleiding: str = "") -> None:
    """Draw the title of a page, and what it is for; as HTML, because Streamlit makes its own headings anew at each step of a drag."""
    st.html(f'<div class="titel"><h1>{escape(tekst)}</h1><p>{escape(inleiding)}</p></div>')


def kop(tekst: str, **vorm: Any) -> None:
    """Draw a heading, as :func:`titel` does; ``vorm`` is how wide, where something stands beside it."""
    stuk = opschrift(tekst)
    st.html(stuk["html"], **vorm)


def toon(*stukken: Stuk) -> None:
    """Draw pieces of text where nothing moves them."""
    for stuk in stukken:
        st.html(stuk["html"])


def uitklap(label: str, sleutel: str, inhoud: Callable[[], None], open: bool = False) -> None:
    """Draw something that is folded away; it is made only once it is folded open."""
    vak = st.expander(label, open, key=sleutel, on_change="rerun")
    if vak.open:
        with vak:
            inhoud()


def te_melden(beeld: Beeld) -> bool:
    """Whether there may be something to say about the link; a slider can only take it away."""
    return bool(adres.fouten() or adres.opmerkingen() or beeld.weergave.titel or beeld.weergave.gaf)


def bericht(beeld: Beeld) -> None:
    """Say what is the matter with the link: what was refused in it, its title, and whether it gave something else."""
    st.empty()
    _geweigerd(adres.fouten())
    for opmerking in adres.opmerkingen():
        toon(bijschrift(opmerking, **({"over": "Wat er anders is."} if opmerking == link.OUD_MODEL else {})))
    if beeld.weergave.titel:
        st.markdown(f"**{veilig(beeld.weergave.titel)}**")
    anders = anders_dan_toen(beeld.weergave.gaf, beeld.uitkomst)
    if anders:
        st.warning(veilig(anders))


def _geweigerd(gevonden: Sequence[Fout]) -> None:
    """Name each refused parameter with what is allowed, name what is unknown, and offer to put the link right."""
    for fout in (fout for fout in gevonden if isinstance(fout, Getypt)):
        st.error(f"**Niet overgenomen; wat er stond, staat er nog.** {veilig(fout.melding)}")
    gevonden = [fout for fout in gevonden if not isinstance(fout, Getypt)]
    regels = "\n".join(f"- {veilig(fout.melding)}" for fout in gevonden if not isinstance(fout, Onbekend))
    vreemd = link.overgeslagen(gevonden)
    if regels:
        st.error(f"**{_wat_overkwam()}**\n\n{regels}")
    if vreemd:
        st.warning(veilig(vreemd))
    if gevonden:
        st.button("Herstel de link", on_click=adres.herstel)


def _wat_overkwam() -> str:
    """Say what was taken over beside what was refused; what shows the agreement took nothing."""
    if set(adres.parameters()) <= {"v", link.CONTROLE}:
        return "Niets uit deze link of keuze is overgenomen: u ziet het scenario waarmee de Verkenner begint."
    return "Niet alles uit deze link of keuze kan. De rest van het scenario is overgenomen."


def foutmelding() -> str:
    """Give what to say where something failed: the number under which the log has the rest; the scenario is safe in the link."""
    nummer = uuid4().hex[:8]
    logging.getLogger("fairshare").exception("foutnummer %s", nummer)
    return f"Deze pagina kan niet worden getoond (foutnummer {nummer}). Uw scenario staat nog in de link; herlaad de pagina."


def mislukt() -> None:
    """Say that a page or a part failed."""
    st.error(foutmelding())


def voettekst(beeld: Beeld) -> None:
    """Close a page with what the figures are and where they come from."""
    if len(beeld.regio.namen) > grafieken.MEESTE:
        toon(
            bijschrift(
                f"Een tekening toont hoogstens {grafieken.MEESTE} van de {len(beeld.regio.namen)} gemeenten, die met de grootste "
                "cijfers; de tabellen hebben ze alle."
            )
        )
    jaar = editie_van(beeld.regio.sleutel)[1]
    tellingen = f", tellingen van {jaar}" if jaar else ""
    zinnen = (
        f"Cijfers van 2024{tellingen}.",
        beeld.regio.register.versie,
        "Een rekenmodel, geen registratie van wat gebeurde.",
    )
    st.html(f'<p class="voettekst">{escape(" ".join(filter(None, zinnen)))}</p>')
    toon(paginalinks(bronnen="Herkomst van elk cijfer", toegankelijkheid="Toegankelijkheid"))


def herkomst(beeld: Beeld) -> None:
    """Say below a page inside another site what nothing around it says: of which scenario it is, on which sources, and when."""
    stempel = Stempel.van(beeld.uitkomst, "", beeld.weergave)
    bronnen = "; ".join(stempel.bronnen)
    toon(
        bijschrift(
            f"{stempel.kernregel}. {stempel.anders} Bronnen: {bronnen}. Berekend op {stempel.datum}, rekenmodel {stempel.modelversie}."
        )
    )

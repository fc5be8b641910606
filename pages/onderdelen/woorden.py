"""Small pieces of screen that every page uses: safe text, tables, cards and notes."""

import logging
import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from itertools import zip_longest
from typing import Any, Literal
from uuid import uuid4

import pandas as pd
import streamlit as st

from fairshare import grafieken, link
from fairshare.delen import anders_dan_toen
from fairshare.fouten import Fout, Onbekend
from fairshare.model import waarschuwingen
from fairshare.opmaak import getal
from pages.onderdelen import adres
from pages.onderdelen.beeld import Beeld

_BIJZONDER = re.compile(r"([\\`*_{}\[\]()#+!|<>~$:&])")
_VANZELF = re.compile(r"https?:|www\.|@", re.IGNORECASE)
_LIJM = "\u2060"
"""A sign without width; after it an address is no longer made a link by itself, which no escape prevents."""


def veilig(tekst: str) -> str:
    """Escape what someone typed or a file holds, so that it is shown and never becomes markup, a picture or a link."""
    return _BIJZONDER.sub(r"\\\1", _VANZELF.sub(rf"{_LIJM}\g<0>", tekst))


def titel(tekst: str) -> None:
    """Draw the title of a page; as HTML, because Streamlit makes its own headings anew at each step of a drag."""
    st.html(f"<h1>{escape(tekst)}</h1>")


def kop(tekst: str) -> None:
    """Draw a heading, as :func:`titel` does."""
    st.html(f"<h2>{escape(tekst)}</h2>")


def zin(tekst: str) -> None:
    """Draw what the figures say in a sentence that follows the thumb, with ``**`` around what stands out.

    As HTML too: a sentence in Markdown takes the browser longer than the figures in it.
    """
    delen = tekst.split("**")
    paren = zip_longest(delen[::2], delen[1::2], fillvalue="")
    stukken = "".join(f"{escape(gewoon)}<b>{escape(vet)}</b>" for gewoon, vet in paren)
    st.html(f'<p class="zin">{stukken}</p>')


Schrijver = Callable[[Any], str]


def tabel(frame: pd.DataFrame, kolommen: Mapping[str, tuple[str, Schrijver]], omschrijving: str) -> None:
    """Draw a table of figures: the first column names the row, figures stand right.

    ``kolommen`` gives each column its heading and the function that writes its cells.
    """
    cellen = [[schrijf(cel) for cel in frame[naam]] for naam, (_, schrijf) in kolommen.items()]
    _tabel(list(zip(*cellen, strict=True)), [kop for kop, _ in kolommen.values()], omschrijving, "cijfers")


def teksttabel(
    rijen: Sequence[Sequence[str]],
    koppen: Sequence[str],
    omschrijving: str,
    soort: Literal["tekst", "cijfers"] = "tekst",
) -> None:
    """Draw a table of words, or of figures that are written already."""
    _tabel(rijen, koppen, omschrijving, soort)


def _tabel(rijen: Sequence[Sequence[str]], koppen: Sequence[str], omschrijving: str, soort: str) -> None:
    """Draw a real table that a screen reader can walk through; one element, because a table of cells slows a drag.

    Every text is escaped, and Streamlit purifies what is left.
    """
    kop = "".join(f'<th scope="col">{escape(tekst)}</th>' for tekst in koppen)
    lijf = "".join(
        f'<tr><th scope="row">{escape(rij[0])}</th>' + "".join(f"<td>{escape(cel)}</td>" for cel in rij[1:]) + "</tr>"
        for rij in rijen
    )
    st.html(
        f'<div class="tabel {soort}" tabindex="0" role="region" aria-label="{escape(omschrijving)}"><table>'
        f"<caption>{escape(omschrijving)}</caption><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table></div>"
    )


Kaart = tuple[str, str, str, str]
"""A card with one figure: its label, the figure, the line below it, and what it means."""


def kaarten(beschrijvingen: Sequence[Kaart], accent: int | None = 0) -> None:
    """Draw cards beside each other, one of them with the accent; as one element, because elements slow a drag."""
    delen = "".join(
        f'<div class="kaart {escape("accent" if nummer == accent else "")}"><div class="label"><span>{escape(label)}</span>'
        f'<details><summary aria-label="Uitleg: {escape(label)}">?</summary><p>{escape(hulp)}</p></details></div>'
        f'<div class="cijfer">{escape(cijfer)}</div><div class="eronder">{escape(eronder)}</div></div>'
        for nummer, (label, cijfer, eronder, hulp) in enumerate(beschrijvingen)
    )
    st.html(f'<div class="kaarten">{delen}</div>')


def verandering(label: str, waarde: float, kader: float, hulp: str) -> Kaart:
    """Make a card with one figure and what it is in the agreement; no difference, because rounded ones do not add up."""
    gelijk = {getal(waarde): "zoals het afsprakenkader", getal(None): "niet te vergelijken"}
    return label, getal(waarde), gelijk.get(getal(kader), f"{getal(kader)} in het afsprakenkader"), hulp


def gemist(beeld: Beeld) -> Kaart:
    """Make the card of gemiste plaatsingen."""
    return verandering(
        "Gemiste plaatsingen",
        beeld.kern.gemiste_plaatsingen,
        beeld.kern.gemist_kader,
        f"De som van niet geplaatst van {beeld.jaren[0]} tot en met {beeld.jaren[1]}. Geen wachtlijst: dezelfde huishoudens "
        "kunnen vaker meetellen.",
    )


def grafiek(
    rijen: pd.DataFrame | Mapping[str, pd.DataFrame], specificatie: Mapping[str, Any], sleutel: str, omschrijving: str
) -> None:
    """Draw a chart: new rows in a standing specification, so that it changes in place.

    Where the rows have names, only those that changed are drawn anew.
    """
    spec = {**specificatie, "description": omschrijving}
    if isinstance(rijen, Mapping):
        st.vega_lite_chart(None, spec | {"datasets": rijen}, key=sleutel, width="stretch")
    else:
        st.vega_lite_chart(rijen, spec, key=sleutel, width="stretch")


def staven(beeld: Beeld, rijen: pd.DataFrame, eenheid: str, sleutel: str, omschrijving: str) -> None:
    """Draw bars below each other."""
    spec = grafieken.staven(len(rijen), grafieken.domein(rijen), eenheid, beeld.donker)
    grafiek(rijen, spec, sleutel, omschrijving)


def uitklap(label: str, sleutel: str, inhoud: Callable[[], None]) -> None:
    """Draw something that is folded away; it is made only once it is folded open."""
    vak = st.expander(label, key=sleutel, on_change="rerun")
    if vak.open:
        with vak:
            inhoud()


def bericht(beeld: Beeld) -> None:
    """Say what is the matter with the link: what was refused in it, its title, and whether it gave something else."""
    st.empty()
    _geweigerd(adres.fouten())
    if beeld.weergave.titel:
        st.markdown(f"**{veilig(beeld.weergave.titel)}**")
    anders = anders_dan_toen(beeld.weergave.gaf, beeld.uitkomst)
    if anders:
        st.warning(veilig(anders))


def _geweigerd(gevonden: Sequence[Fout]) -> None:
    """Name each refused parameter with what is allowed, name what is unknown, and offer to put the link right."""
    regels = "\n".join(f"- {veilig(fout.melding)}" for fout in gevonden if not isinstance(fout, Onbekend))
    vreemd = link.overgeslagen(gevonden)
    if regels:
        st.error(f"**Niet alles uit deze link of keuze kan.** De rest van het scenario is overgenomen.\n\n{regels}")
    if vreemd:
        st.warning(veilig(vreemd))
    if gevonden:
        st.button("Herstel de link", on_click=adres.herstel)


def let_op(beeld: Beeld) -> None:
    """Show what a reader must know before believing a figure."""
    zinnen = waarschuwingen(beeld.uitkomst)
    if zinnen:
        st.warning("**Let op.** " + "\n\n".join(veilig(zin) for zin in zinnen))
    else:
        st.empty()


def mislukt() -> None:
    """Say that a page failed, with the number under which the log has the rest; the scenario is safe in the link."""
    nummer = uuid4().hex[:8]
    logging.getLogger("fairshare").exception("foutnummer %s", nummer)
    st.error(
        f"Deze pagina kan niet worden getoond (foutnummer {nummer}). Uw scenario staat nog in de link; herlaad de pagina."
    )


def voettekst(beeld: Beeld) -> None:
    """Close a page with what the figures are and where they come from."""
    if len(beeld.regio.namen) > grafieken.MEESTE:
        st.caption(
            f"Een tekening toont hoogstens {grafieken.MEESTE} van de {len(beeld.regio.namen)} gemeenten, die met de grootste cijfers; "
            "de tabellen hebben ze alle."
        )
    st.html('<p class="voettekst">Cijfers van 2024. Een rekenmodel, geen registratie van wat gebeurde.</p>')
    paginalink("bronnen", "Herkomst van elk cijfer")


def paginalink(pad: str, label: str) -> None:
    """Draw a link to another page, with the scenario that is shown."""
    pagina = st.Page(lambda: None, title=label, url_path=pad)
    st.page_link(pagina, label=label, query_params=adres.parameters())

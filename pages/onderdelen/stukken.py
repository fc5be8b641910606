"""The pieces that follow a thumb: cards, sentences, tables and charts, made of the picture of that moment."""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from typing import Any, Literal

from fairshare import grafieken, koppen, link
from fairshare.gegevens import Vraag
from fairshare.grafieken import Rijen
from fairshare.model import waarschuwingen
from fairshare.opmaak import getal, opsomming_kort
from fairshare.toetsing import Oordeel
from fairshare.vragen import verwijzingen
from pages.levend import blad
from pages.levend.blad import Stuk
from pages.onderdelen.beeld import Beeld

Kaart = tuple[str, str, str, str]
"""A card with one figure: its label, the figure, the line below it, and what it means."""

MEESTE_TEKENS = 9
"""A longer figure is written smaller, so that it stands on one line on a laptop."""


def kaarten(beschrijvingen: Sequence[Kaart], accent: int | None = 0) -> Stuk:
    """Give cards beside each other, one of them with the accent."""
    delen = "".join(
        f'<div class="kaart {escape("accent" if nummer == accent else "")}"><div class="label"><span>{escape(label)}</span>'
        f'<details><summary aria-label="Uitleg: {escape(label)}">?</summary><p>{escape(hulp)}</p></details></div>'
        f'<div class="{escape("cijfer lang" if len(cijfer) > MEESTE_TEKENS else "cijfer")}">{escape(cijfer)}</div><div class="eronder">{escape(eronder)}</div></div>'
        for nummer, (label, cijfer, eronder, hulp) in enumerate(beschrijvingen)
    )
    return blad.html(f'<div class="kaarten">{delen}</div>')


def verandering(label: str, waarde: float, kader: float, hulp: str) -> Kaart:
    """Make a card with one figure and what it is in the scenario that the region begins with; no difference, because rounded ones do not add up."""
    gelijk = {getal(waarde): "zoals het beginscenario", getal(None): "niet te vergelijken"}
    return label, getal(waarde), gelijk.get(getal(kader), f"{getal(kader)} in het beginscenario"), hulp


def gemist(beeld: Beeld) -> Kaart:
    """Make the card of gemiste plaatsingen."""
    van, tot = beeld.periode
    if beeld.kern.gemiste_plaatsingen < 0 and getal(beeld.kern.gemiste_plaatsingen) != getal(0.0):
        return (
            f"Ingehaald {van}-{tot}",
            getal(-beeld.kern.gemiste_plaatsingen),
            f"{getal(beeld.kern.gemist_kader)} gemist in het beginscenario",
            f"Een som over {van} tot en met {tot}: de plaatsingen min het eigen aandeel.",
        )
    return verandering(
        f"Gemiste plaatsingen {van}-{tot}",
        beeld.kern.gemiste_plaatsingen,
        beeld.kern.gemist_kader,
        f"Een som over {van} tot en met {tot}: het eigen aandeel min de plaatsingen. Geen wachtlijst: "
        f"{koppen.vaker(beeld.uitkomst)}.",
    )


VORMEN = ("■", "●")
"""What stands for a mark of a chart, in the very colour of the mark."""

_OPMAAK = re.compile(r"\*\*(?P<vet>.+?)\*\*|:(?P<kleur>\w+)\[(?P<teken>[^\]]*)\]")


def opgemaakt(tekst: str) -> str:
    """Escape a text and give style to what stands in ``**`` and in ``:blue[■]``.

    Examples
    --------
    >>> opgemaakt(":blue[■] capaciteit < **215**")
    '<span class="blue vorm">■</span> capaciteit &lt; <span class="vet">215</span>'
    """
    delen, vorige = [], 0
    for gevonden in _OPMAAK.finditer(tekst):
        stijl, woord = gevonden["kleur"] or "vet", gevonden["vet"] or gevonden["teken"]
        if woord in VORMEN:
            stijl += " vorm"
        delen += [escape(tekst[vorige : gevonden.start()]), f'<span class="{escape(stijl)}">{escape(woord)}</span>']
        vorige = gevonden.end()
    return "".join([*delen, escape(tekst[vorige:])])


def zin(tekst: str) -> Stuk:
    """Say what the figures say, with ``**`` around what stands out."""
    return blad.html(f'<p class="zin">{opgemaakt(tekst)}</p>')


def punten(zinnen: Sequence[str]) -> Stuk:
    """Give sentences below each other."""
    return blad.html("<ul>" + "".join(f"<li>{escape(een)}</li>" for een in zinnen) + "</ul>")


def legenda(tekst: str) -> Stuk:
    """Say what the colours of a chart are: ``:blue[■] capaciteit``."""
    return blad.html(f'<p class="legenda">{opgemaakt(tekst)}</p>')


def van_begin(rijen: Rijen, woorden: str) -> str:
    """Give the words of a legend for what a chart shows of the beginscenario; where that is nothing only their room, so that none moves."""
    return f":{'gray' if grafieken.toont_begin(rijen) else 'verborgen'}[{woorden}]"


def lijnlegenda(lijnen: Sequence[tuple[str, str]]) -> Stuk:
    """Say which line is which: a piece of each line, in its colour and with its dashes, before its name."""
    delen = (
        f'<svg class="{escape(kleur)} vorm" width="34" height="12" aria-hidden="true"><path d="M0 6h34" stroke="currentColor" '
        f'stroke-width="3.5" stroke-dasharray="{escape(" ".join(map(str, streep)))}"/></svg> {escape(naam)}   '
        for (kleur, naam), streep in zip(lijnen, grafieken.STREPEN, strict=False)
    )
    return blad.html(f'<p class="legenda">{"".join(delen)}</p>')


def opschrift(tekst: str, eronder: str = "") -> Stuk:
    """Give a heading, and what the colours below it are."""
    return blad.html(f'<h2>{escape(tekst)}</h2><p class="legenda">{opgemaakt(eronder)}</p>')


Schrijver = Callable[[Any], str]


def tabel(
    rijen: Rijen,
    kolommen: Mapping[Any, tuple[str, Schrijver]],
    omschrijving: str,
    profielen: Mapping[str, str] | None = None,
) -> Stuk:
    """Give a table of figures: the first column names the row, figures stand right.

    ``kolommen`` gives each column its heading and the function that writes its cells; ``profielen`` is of :func:`profielen`.
    """
    cellen = [[schrijf(cel) for cel in rijen[naam]] for naam, (_, schrijf) in kolommen.items()]
    koppen = [kop for kop, _ in kolommen.values()]
    woorden = [plek for plek, (_, schrijf) in enumerate(kolommen.values()) if schrijf is str]
    return teksttabel(list(zip(*cellen, strict=True)), koppen, omschrijving, "cijfers", profielen, woorden)


def profielen(beeld: Beeld) -> dict[str, str]:
    """Give by the name of each gemeente the link to its profile, with this scenario; a bar or tile with that name follows it."""
    links = link.per_gemeente(beeld.scenario, beeld.weergave, beeld.regio.codes)
    return {naam: f"gemeenteprofiel?{adres}" for naam, adres in zip(beeld.regio.namen, links.values(), strict=True)}


def teksttabel(
    rijen: Sequence[Sequence[str]],
    koppen: Sequence[str],
    omschrijving: str,
    soort: Literal["tekst", "cijfers"] = "tekst",
    profielen: Mapping[str, str] | None = None,
    woorden: Sequence[int] = (),
) -> Stuk:
    """Give a table of words, or of figures that are written already; a real one, that a screen reader can walk through.

    ``woorden`` are the columns of words in a table of figures. On a phone a row of words stands below its name, each cell behind its heading.
    """
    kop = "".join(
        f'<th scope="col" class="woorden">{escape(tekst)}</th>'
        if plek in woorden[1:]
        else f'<th scope="col">{escape(tekst)}</th>'
        for plek, tekst in enumerate(koppen)
    )
    links = profielen or {}
    begin = gelijk_begin(list(links.values()))
    lijf = "".join(
        f'<tr><th scope="row">{rijkop(rij[0], links, len(begin))}</th>'
        + "".join(
            f'<td data-kop="{escape(koppen[plek])}">{escape(cel)}</td>'
            if soort == "tekst"
            else f'<td class="woorden">{escape(cel)}</td>'
            if plek in woorden[1:]
            else f"<td>{escape(cel)}</td>"
            for plek, cel in enumerate(rij[1:], start=1)
        )
        + "</tr>"
        for rij in rijen
    )
    return blad.html(
        f'<div class="tabel {soort}" tabindex="0" role="region" aria-label="{escape(omschrijving)}" data-begin="{escape(begin)}"><table>'
        f"<caption>{escape(omschrijving)}</caption><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table></div>"
    )


def gelijk_begin(teksten: Sequence[str]) -> str:
    """Give how all texts begin."""
    eerste, laatste = min(teksten, default=""), max(teksten, default="")
    return next((eerste[:plek] for plek, teken in enumerate(eerste) if not laatste.startswith(teken, plek)), eerste)


def rijkop(naam: str, profielen: Mapping[str, str], vanaf: int) -> str:
    """Name a row; a gemeente is a link to its profile, of which the table says how the first so many signs go and ``blad.js`` makes it whole."""
    if naam not in profielen:
        return escape(naam)
    return f'<a href="{escape(profielen[naam][vanaf:])}">{escape(naam)}</a>'


def toetstabel(oordelen: Sequence[Oordeel]) -> list[Stuk]:
    """Give the questions of an agreement with their answers, and where each question comes from."""
    rijen = [(een.vraag, een.antwoord or "geen norm", een.hoeveel, een.bron) for een in oordelen]
    zonder = all(not een.bron for een in oordelen)
    koppen = ("Vraag", "Antwoord", "Met hoeveel", *(() if zonder else ("Bron",)))
    return [teksttabel([rij[: len(koppen)] for rij in rijen], koppen, "Toetsing van dit scenario.")]


def paginalinks(**labels: str) -> Stuk:
    """Give links to pages, by path; they take along what stands in the address bar when used, as those of ``navigatie``."""
    return bijschrift("", **labels)


def bijschrift(tekst: str, **labels: str) -> Stuk:
    """Say what figures are; with links to pages behind it, as :func:`paginalinks` has them."""
    links = "".join(f' <a class="paginalink" href="{escape(pad)}">{escape(label)}</a>' for pad, label in labels.items())
    return blad.html(f'<p class="{escape("bijschrift" if tekst else "")}">{escape(tekst)}{links}</p>')


Vraaglinks = tuple[str, Sequence[tuple[str, str]], str]
"""A question ("" where its link says it), the text and address of each link, and what is seen there or why nothing is."""


def vraaglinks(vraag: Vraag, beeld: Beeld) -> Vraaglinks:
    """Give a question with its links; one that cannot be answered here says why."""
    pad, plek = vraag.pagina.replace("overzicht", "./"), "/".join(vraag.plek)
    verwijzing = verwijzingen(vraag, beeld.scenario, beeld.weergave, beeld.regios)
    links = [(een.tekst, f"{pad}?{een.vraag}{plek and f'#{plek}'}") for een in verwijzing if een.vraag]
    bezwaar = next((een.bezwaar for een in verwijzing if een.bezwaar), "")
    zelf = [tekst for tekst, _ in links] == [vraag.vraag]
    return "" if zelf else vraag.vraag, links, bezwaar or vraag.antwoord


def tijdlijn(momenten: Sequence[tuple[str, str, str, Sequence[Vraaglinks]]]) -> Stuk:
    """Give moments below each other: when, what, its source, and questions with links as :func:`vragenlijst` has them."""
    punten = (
        f'<li><h2>{escape(wanneer)}</h2><p>{escape(wat)}</p><p class="bijschrift">{escape(bron)}</p>'
        + "".join(
            f"<p><b>{escape(vraag)} </b>"
            + "".join(
                f'<a class="paginalink" data-zelf="" href="{escape(adres)}">{escape(tekst)}</a>'
                for tekst, adres in links
            )
            + f"{escape(eronder)}</p>"
            for vraag, links, eronder in vragen
        )
        + "</li>"
        for wanneer, wat, bron, vragen in momenten
    )
    return blad.html(f'<ol class="tijdlijn">{"".join(punten)}</ol>')


def vragenlijst(vragen: Sequence[Vraaglinks]) -> Stuk:
    """Give questions below each other; a link has its own scenario, unlike those of :func:`paginalinks`."""
    punten = (
        f"<li><b>{escape(vraag)} </b>"
        + "".join(
            f'<a class="paginalink" data-zelf="" href="{escape(adres)}">{escape(tekst)}</a>' for tekst, adres in links
        )
        + f'<p class="bijschrift">{escape(eronder)}</p></li>'
        for vraag, links, eronder in vragen
    )
    return blad.html(f'<ol class="vragen">{"".join(punten)}</ol>')


def melding(vooraf: str, *zinnen: str, soort: Literal["waarschuwing", "fout"] = "waarschuwing") -> Stuk:
    """Say that something is the matter, sentence by sentence."""
    delen = "".join(f"<p>{escape(een)}</p>" for een in zinnen)
    return blad.html(f'<div class="melding {escape(soort)}" role="alert"><b>{escape(vooraf)}</b>{delen}</div>')


def onbekend_in_totaal(beeld: Beeld) -> list[Stuk]:
    """Say below a table that its total holds gemeenten whose own row is unknown."""
    wie = beeld.uitkomst.onvolledig
    if not wie:
        return []
    zin = f"Waar onbekend staat bij {opsomming_kort(wie)}, telt in het totaal mee wat het model voor 0 mutaties vindt; de bekende rijen zijn niet alles."
    return [bijschrift(zin)]


def let_op(beeld: Beeld) -> list[Stuk]:
    """Show what a reader must know before believing a figure."""
    zinnen = waarschuwingen(beeld.uitkomst)
    return [melding("Let op.", *zinnen)] if zinnen else []


def let_op_verdelen(beeld: Beeld) -> list[Stuk]:
    """Show the same on a page about dividing; of a region that is one gemeente say first that there is nothing to divide."""
    wie = beeld.regio.namen
    zelf = [zin(f"Deze regio is 1 gemeente, {wie[0]}: er is niets te verdelen.")] if len(wie) == 1 else []
    return [*zelf, *let_op(beeld)]


def grafiek(rijen: Rijen, specificatie: Mapping[str, Any], omschrijving: str, klas: str = "") -> Stuk:
    """Give a chart with what it is about, for who does not see it."""
    return grafiek_van({"rijen": rijen}, {**specificatie, "data": {"name": "rijen"}}, omschrijving, klas)


def grafiek_van(delen: Mapping[str, Rijen], specificatie: Mapping[str, Any], omschrijving: str, klas: str = "") -> Stuk:
    """Give a chart whose layers have rows of their own, by name: only those that changed are drawn anew."""
    spec = {**specificatie, "description": omschrijving, "autosize": {"type": "fit", "contains": "padding"}}
    return blad.tekening(spec, delen, klas)


def staven(beeld: Beeld, rijen: Rijen, eenheid: str, omschrijving: str) -> Stuk:
    """Give bars below each other."""
    spec = grafieken.staven(len(rijen["naam"]), grafieken.domein(rijen), eenheid, beeld.donker)
    return grafiek(rijen, spec, omschrijving)

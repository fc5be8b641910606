"""A document as HTML: of Markdown just what our documents are written in, all else is text.

No package: what is pinned for the screens reads no Markdown outside a browser, and none would draw equations without scripts.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from html import escape

from fairshare.lezingen.mathml import mathml

Adres = Callable[[str], str]
"""Says where a link leads to; "" where there is nothing to see."""

_STUK = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|(?<![\w\\])\$(?P<som>[^$\s](?:[^$]*[^$\s])?)\$(?!\w)"
    r"|\[(?P<tekst>[^\]]+)\]\((?P<naar>[^)\s]+)\)"
    r"|<(?P<los>https?://[^>\s]+)>"
    r"|\*\*(?P<vet>.+?)\*\*"
    r"|(?<![\w*])\*(?P<schuin>[^*\s](?:[^*]*[^*\s])?)\*(?![\w*])",
    re.DOTALL,
)
_PUNT = re.compile(r"(?:[-*]|(?P<nummer>\d+)\.) +")


def _regel(tekst: str, adres: Adres) -> str:
    """Write what stands in a line."""
    uit, waar = [], 0
    for stuk in _STUK.finditer(tekst):
        uit += [escape(tekst[waar : stuk.start()], quote=False), _gevonden(stuk, adres)]
        waar = stuk.end()
    return "".join([*uit, escape(tekst[waar:], quote=False)])


def _gevonden(stuk: re.Match[str], adres: Adres) -> str:
    soort = str(stuk.lastgroup)
    wat = stuk[soort]
    if soort == "code":
        return f"<code>{escape(wat, quote=False)}</code>"
    if soort == "som":
        return mathml(wat)
    if soort in ("naar", "los"):
        tekst = _regel(stuk["tekst"], adres) if soort == "naar" else escape(wat)
        naar = adres(wat)
        return f'<a href="{escape(naar)}">{tekst}</a>' if naar else tekst
    teken = "strong" if soort == "vet" else "em"
    return f"<{teken}>{_regel(wat, adres)}</{teken}>"


def anker(kop: str) -> str:
    """Name the place of a heading.

    Examples
    --------
    >>> anker("Wat de app zelf doet, met of zonder `nginx` ervoor")
    'wat-de-app-zelf-doet-met-of-zonder-nginx-ervoor'
    """
    return "-".join(re.findall(r"\w+", kop.lower()))


def als_html(tekst: str, adres: Adres = lambda naar: naar) -> str:
    r"""Write a document.

    Parameters
    ----------
    tekst
        Headings, paragraphs, lists, tables, code and equations; HTML in it is text.
    adres
        Where a link leads to, "" where it is none here.

    Examples
    --------
    >>> als_html("# Kop\n\nEen *woord* <b>.")
    '<h1 id="kop">Kop</h1>\n<p>Een <em>woord</em> &lt;b&gt;.</p>'
    """
    return "\n".join(_blokken(tekst.expandtabs(4).splitlines(), adres))


def _blokken(regels: Sequence[str], adres: Adres) -> Iterator[str]:
    """Write block after block; each takes the lines that are its own."""
    over, gezien = list(regels), Counter[str]()
    while over:
        regel = over[0]
        if not regel.strip():
            over.pop(0)
        elif regel.startswith("#"):
            hoog, _, kop = over.pop(0).partition(" ")
            gezien[anker(kop)] += 1
            plek = anker(kop) + (f"-{gezien[anker(kop)]}" if gezien[anker(kop)] > 1 else "")
            yield f'<h{len(hoog)} id="{plek}">{_regel(kop, adres)}</h{len(hoog)}>'
        elif regel.startswith("```"):
            over.pop(0)
            yield _code(_neem(over, lambda een: not een.startswith("```")))
            over.pop(0)
        elif regel.startswith("    "):
            yield _code([een[4:] for een in _neem(over, lambda een: een.startswith("    ") or not een.strip())])
        elif regel.startswith("|"):
            yield _tabel(_neem(over, lambda een: een.startswith("|")), adres)
        elif regel.startswith("$$"):
            yield f'<div class="som" tabindex="0" role="group" aria-label="Vergelijking">{mathml(over.pop(0).strip("$ "), blok=True)}</div>'
        elif _PUNT.match(regel):
            yield _lijst(
                _neem(over, lambda een: bool(_PUNT.match(een) or not een.strip() or een.startswith("  "))), adres
            )
        else:
            alinea = _neem(over, lambda een: bool(een.strip()) and not _PUNT.match(een))
            yield f"<p>{_regel(' '.join(een.strip() for een in alinea), adres)}</p>"


def _neem(over: list[str], zolang: Callable[[str], bool]) -> list[str]:
    """Take the lines from the front for which this holds; of the first it is known."""
    tot = next((plek for plek, een in enumerate(over) if plek and not zolang(een)), len(over))
    genomen, over[:] = over[:tot], over[tot:]
    return genomen


def _code(regels: Sequence[str]) -> str:
    return f'<pre tabindex="0"><code>{escape(chr(10).join(regels).strip(chr(10)), quote=False)}</code></pre>'


def _lijst(regels: Sequence[str], adres: Adres) -> str:
    """Write a list; what stands below a point, two places in, is a block of its own or goes on with its line."""
    soort = "ol" if regels[0][0].isdigit() else "ul"
    punten: list[list[str]] = []
    for regel in regels:
        if begin := _PUNT.match(regel):
            punten.append([regel[begin.end() :]])
        else:
            punten[-1].append(regel[2:])
    delen = (_zonder_p("\n".join(_blokken(een, adres))) for een in punten)
    return f"<{soort}>{''.join(f'<li>{deel}</li>' for deel in delen)}</{soort}>"


def _zonder_p(html: str) -> str:
    """Leave out the paragraph of a point that is nothing else."""
    heel = html.count("<p>") == 1 and html.startswith("<p>") and html.endswith("</p>")
    return html[3:-4] if heel else html


def _tabel(regels: Sequence[str], adres: Adres) -> str:
    """Write a table; a column of which the line below the headings ends in a colon stands right."""
    koppen, kanten, *rijen = (
        [cel.strip().replace(r"\|", "|") for cel in re.split(r"(?<!\\)\|", regel.strip())[1:-1]] for regel in regels
    )
    rechts = [' class="rechts"' if kant.endswith(":") else "" for kant in kanten]

    def rij(cellen: Sequence[str], soort: str, bij: str = "") -> str:
        return "".join(
            f"<{soort}{bij}{kant}>{_regel(cel, adres)}</{soort}>" for cel, kant in zip(cellen, rechts, strict=True)
        )

    lijf = "".join(f"<tr>{rij(cellen, 'td')}</tr>" for cellen in rijen)
    kop = rij(koppen, "th", ' scope="col"')
    return f'<div class="tabel" tabindex="0" role="group" aria-label="Tabel"><table><thead><tr>{kop}</tr></thead><tbody>{lijf}</tbody></table></div>'

"""A document as HTML without scripts, its equations as MathML, which a browser draws by itself."""

from collections.abc import Callable, Mapping
from html import unescape
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from latex2mathml.converter import convert_to_element
from markdown_it import MarkdownIt
from mdit_py_plugins.anchors import anchors_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin

Adres = Callable[[str], str]
"""Says where a link leads to; "" where there is nothing to see."""

_VAK = 'tabindex="0" role="group" aria-label'
_ANDERS: Mapping[str, str] = {
    "<pre>": '<pre tabindex="0">',
    "<table>": f'<div class="tabel" {_VAK}="Tabel"><table>',
    "</table>": "</table></div>",
    "<th ": '<th scope="col" ',
    "<th>": '<th scope="col">',
    ' style="text-align:left"': "",
    ' style="text-align:right"': ' class="rechts"',
    '<div class="math block">': f'<div class="som" {_VAK}="Vergelijking">',
}
"""What is written otherwise than the package does: what is wide takes the focus, no style stands in it. Text holds no < any more."""


def als_html(tekst: str, adres: Adres = lambda naar: naar) -> str:
    r"""Write a document.

    Parameters
    ----------
    tekst
        Markdown with tables and equations; HTML in it is text.
    adres
        Where a link leads to, "" where it is none here.

    Examples
    --------
    >>> als_html("# Kop\n\nEen *woord* <b>.")
    '<h1 id="kop">Kop</h1>\n<p>Een <em>woord</em> &lt;b&gt;.</p>\n'
    """
    html: str = _LEZER.render(tekst, {"adres": adres})
    for zo, anders in _ANDERS.items():
        html = html.replace(zo, anders)
    return html


def _link(zelf: Any, delen: Any, plek: int, opties: Any, bij: Any) -> str:
    bij["naar"] = bij["adres"](delen[plek].attrs["href"])
    delen[plek].attrs["href"] = bij["naar"]
    return zelf.renderToken(delen, plek, opties, bij) if bij["naar"] else ""


def _eind(zelf: Any, delen: Any, plek: int, opties: Any, bij: Any) -> str:
    return "</a>" if bij["naar"] else ""


def mathml(latex: str, vorm: Mapping[str, bool]) -> str:
    r"""Write an equation as MathML, with its LaTeX for who copies it; by itself on a line, or in one.

    Examples
    --------
    >>> mathml(r"\tau_i \le 1", {}).partition("<annotation")[0]
    '<math display="inline"><semantics><mrow><msub><mi>τ</mi><mi>i</mi></msub><mo>≤</mo><mn>1</mn></mrow>'
    """
    som = convert_to_element(latex.replace("{,}", r"\text{,}"))  # of a decimal comma it makes one that parts a list
    for deel in som.iter():
        deel.text = unescape(deel.text or "")
        if deel.text.startswith("\\"):
            raise ValueError(f"{deel.text} is geen teken dat hier in een vergelijking staat")
        if deel.tag == "mo" and deel.text.isalpha():
            deel.tag = "mi"  # a name such as min has no room around it
    math = Element("math", display="block" if vorm.get("display_mode") else "inline")
    betekenis = SubElement(math, "semantics")
    betekenis.extend(som)
    SubElement(betekenis, "annotation", encoding="application/x-tex").text = latex
    return tostring(math, encoding="unicode")


_LEZER = (
    MarkdownIt("commonmark", {"html": False})
    .enable("table")
    .use(anchors_plugin, max_level=6)
    .use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False, renderer=mathml)
)
_LEZER.add_render_rule("link_open", _link)
_LEZER.add_render_rule("link_close", _eind)

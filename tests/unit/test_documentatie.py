"""The documents as a site: each is there with all its words, each link leads somewhere, each equation is drawn."""

import re
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.testclient import TestClient

import pages
from app import Doorverwijzing, _document
from fairshare.dienst.adressen import ADRESSEN, VERSIE
from fairshare.dienst.documenten import BEGIN, ENGELS, GROEPEN, bladen, bladzijde, document
from fairshare.gegevens import lees_documenten
from fairshare.lezingen.markdown import als_html, mathml

DOCS = Path(__file__).parents[2] / "docs"
BLADEN = [BEGIN, *bladen()]
LINKS = '<mtd columnalign="left">'
GEVALLEN = f'<mrow><mo stretchy="true" fence="true" form="prefix">{{</mo><mtable><mtr>{LINKS}'


def woorden(tekst: str) -> list[str]:
    return re.findall(r"\w+", tekst)


def inhoud(naam: str) -> str:
    return bladzijde(naam).partition("<main")[2].partition(">")[2].partition("</main>")[0]


def test_every_document_has_its_page_and_every_page_is_a_document():
    """All of docs/, the recipes, the changelog and the addresses; what lies beside them is given as it is."""
    assert [*bladen()] == [naam for groep in GROEPEN.values() for naam in groep]
    assert {*bladen()} == {*lees_documenten(), "adressen"} and {*lees_documenten()} >= {"bijdragen", "rekenregels"}
    assert {*bladen()} >= ENGELS
    for pad in DOCS.iterdir():
        assert pad.suffix == ".md" or document(pad.name).inhoud == pad.read_bytes(), pad.name
    assert document("bijdragen.md").status == document("../LICENSE").status == 404


@pytest.mark.parametrize("naam", BLADEN[1:])
def test_a_page_has_every_word_of_its_document_in_its_order(naam):
    """No part is lost and no mark is left standing; equations are another test."""
    bron = re.sub(r"\]\([^)\s]+\)", "]", re.sub(r"\$\$.*?\$\$|(?<![\w`(])\$[^$\n]+\$", "", bladen()[naam]))
    bron = re.sub(r"^```\w*$|^\|[-:| ]+\|$|^\d+(?=\. )", "", bron, flags=re.MULTILINE)
    html = re.sub(r"<math.*?</math>", "", inhoud(naam), flags=re.DOTALL)
    tekst = unescape(re.sub(r"<[^>]+>", " ", html))
    assert woorden(tekst) == woorden(bron)
    kaal = re.sub(r"<(code|pre)\b.*?</\1>", "", html, flags=re.DOTALL)
    assert not re.search(r"\*\*|\]\(|`|\$", kaal)


@pytest.mark.parametrize("naam", BLADEN)
def test_a_page_is_well_made_and_its_links_lead_somewhere(naam):
    """A page, a place on it, an address of the app, or out; one heading of the first rank, and no place twice."""
    ElementTree.fromstring(f"<main>{inhoud(naam)}</main>")
    ankers = re.findall(r'<h\d id="([^"]+)"', inhoud(naam))
    assert inhoud(naam).count("<h1") == 1 and len({*ankers}) == len(ankers)
    boven = {"", *(pages.pad(een) for een in pages.PAGINAS), *(f"{VERSIE[1:]}/{een}" for een in ADRESSEN)}
    for naar in re.findall(r'href="([^"]*)"', bladzijde(naam).partition("<body>")[2]):
        pad, _, plek = unescape(naar).partition("#")
        if "://" in pad:
            assert pad.startswith("https://")
        elif pad.startswith("../"):
            assert pad[3:] in boven, naar
        else:
            assert document(pad.removeprefix("./") if pad else naam).status == 200, naar
            assert not plek or f'id="{plek}"' in bladzijde(pad or naam), naar


def test_every_equation_is_drawn():
    """As many as there are, each with its own LaTeX behind it; what cannot be drawn is named."""
    sommen = re.findall(r"^\$\$(.*)\$\$$", bladen()["rekenregels"], re.MULTILINE)
    getekend = re.findall(r'<math display="block">.*?x-tex">(.*?)</annotation>', inhoud("rekenregels"))
    assert [unescape(een) for een in getekend] == sommen and len(sommen) > 40
    with pytest.raises(ValueError, match=r"\\onbekend is geen teken"):
        mathml(r"a + \onbekend", {})


@pytest.mark.parametrize(
    ("latex", "vorm"),
    [
        (r"\frac{a}{2}", "<mfrac><mrow><mi>a</mi></mrow><mrow><mn>2</mn></mrow></mfrac>"),
        (r"p^0_i", "<msubsup><mi>p</mi><mi>i</mi><mn>0</mn></msubsup>"),
        (r"\hat{e}_{it}", '<msub><mover accent="true"><mrow><mi>e</mi></mrow><mo>^</mo></mover>'),
        (r"0{,}03 < \text{a & b}", "<mn>0</mn><mtext>,</mtext><mn>03</mn><mo>&lt;</mo><mtext>a\xa0&amp;\xa0b</mtext>"),
        (r"\min(a,b)", '<mi>min</mi><mo stretchy="false">(</mo><mi>a</mi><mo>,</mo><mi>b</mi>'),
        (
            r"\begin{cases}1 & t < S \\ \begin{cases}2 & x \\ 3 & y\end{cases} & \text{anders}\end{cases} - 4",
            f"{GEVALLEN}<mn>1</mn></mtd>{LINKS}<mi>t</mi><mo>&lt;</mo><mi>S</mi></mtd></mtr><mtr>{LINKS}"
            f"{GEVALLEN}<mn>2</mn></mtd>{LINKS}<mi>x</mi></mtd></mtr><mtr>{LINKS}<mn>3</mn></mtd>{LINKS}<mi>y</mi></mtd></mtr></mtable></mrow></mtd>"
            f"{LINKS}<mtext>anders</mtext></mtd></mtr></mtable></mrow><mo>−</mo><mn>4</mn>",
        ),
    ],
)
def test_an_equation_is_drawn_as_it_is_written(latex, vorm):
    """Fractions, what stands below and above, numbers, words, and cases within cases."""
    assert vorm in mathml(latex, {})


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        ("a *b* **c `d*`** 2 * 3 * 4", "<p>a <em>b</em> <strong>c <code>d*</code></strong> 2 * 3 * 4</p>"),
        ("<script>x</script> & y", "<p>&lt;script&gt;x&lt;/script&gt; &amp; y</p>"),
        ("1. een\n   verder\n2. twee", "<ol>\n<li>een\nverder</li>\n<li>twee</li>\n</ol>"),
        ("- een\n\n  - onder", "<ul>\n<li>\n<p>een</p>\n<ul>\n<li>onder</li>\n</ul>\n</li>\n</ul>"),
        ("    a <b>\n\n    c", '<pre tabindex="0"><code>a &lt;b&gt;\n\nc\n</code></pre>'),
        (r"| a | b |" + "\n|:--|--:|\n" + r"| x \| y |  |", '<td>x | y</td>\n<td class="rechts"></td>'),
        ("[x](weg.md) [y](er.md#plek)", '<p>x <a href="er#plek">y</a></p>'),
    ],
)
def test_what_our_documents_are_written_in_is_read_and_all_else_is_text(tekst, html):
    """Also what would be a script; a link to what is not there is its words."""
    assert html in als_html(tekst, lambda naar: "" if naar == "weg.md" else naar.replace(".md", ""))


def test_the_server_gives_a_page_below_a_second_slash_that_runs_nothing():
    """It is not sent on as a page of Streamlit would be; what is not there is 404, in Dutch, with the way back."""
    app = Starlette(routes=[Route("/docs/{naam}", _document)], middleware=[Middleware(Doorverwijzing)])
    antwoord = TestClient(app).get("/docs/begrippen", follow_redirects=False)
    assert antwoord.status_code == 200 and '<html lang="nl">' in antwoord.text and "<script" not in antwoord.text
    assert antwoord.headers["content-security-policy"].startswith("default-src 'none'")
    weg = TestClient(app).get("/docs/atlantis")
    assert weg.status_code == 404 and "Deze bladzijde is er niet" in weg.text and 'href="./"' in weg.text

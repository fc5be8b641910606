"""The pieces of a screen: what a user supplies is text in them, never markup."""

from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from pages.onderdelen.stukken import bijschrift, kaarten, legenda, melding, opgemaakt, opschrift, teksttabel, zin

TEKSTEN = st.text(st.characters(codec="utf-8", exclude_categories=["C"]) | st.sampled_from("<>&\"'*:[]"))


def test_a_text_gets_its_styles():
    """Bold between stars, a colour in brackets; a star alone is a star."""
    assert opgemaakt("**5** van 10") == '<span class="vet">5</span> van 10'
    assert opgemaakt(":gray[- -] opgave 2 * 3") == '<span class="gray">- -</span> opgave 2 * 3'
    assert opgemaakt("") == ""


@given(TEKSTEN)
def test_no_text_becomes_markup(tekst):
    """Whatever it holds: a browser reads back the same text, and only the elements of the piece itself."""
    elementen = {
        "p",
        "span",
        "h2",
        "div",
        "b",
        "details",
        "summary",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    gemaakt = [
        zin(tekst),
        legenda(tekst),
        opschrift(tekst, tekst),
        bijschrift(tekst),
        melding(tekst, tekst),
        kaarten([(tekst, tekst, tekst, tekst)]),
        teksttabel([(tekst, tekst)], (tekst, tekst), tekst),
    ]
    for stuk in gemaakt:
        boom = ElementTree.fromstring(f"<p>{stuk['html']}</p>")
        assert {deel.tag for deel in boom.iter()} <= elementen
    assert "".join(ElementTree.fromstring(bijschrift(tekst)["html"]).itertext()) == tekst

"""The pieces of a screen: what a user supplies is text in them, never markup."""

from types import SimpleNamespace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from fairshare import link
from fairshare.gegevens import lees_regio
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from pages.levend import blad
from pages.levend.blad import BLAD, LANG, Wanneer
from pages.onderdelen.stukken import (
    bijschrift,
    kaarten,
    legenda,
    melding,
    opgemaakt,
    opschrift,
    profielen,
    teksttabel,
    zin,
)

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


@given(st.dictionaries(TEKSTEN, TEKSTEN, min_size=1), TEKSTEN)
def test_the_names_of_rows_are_text_with_a_link_and_without(links, ander):
    """And so is where they lead: how all links begin stands once in the table; without a link there is no element at all."""
    tabel = ElementTree.fromstring(teksttabel([(naam,) for naam in links], (ander,), ander, profielen=links)["html"])
    rijen = [(a.text or "", tabel.get("data-begin") + a.get("href")) for a in tabel.iter("a")]
    assert rijen == list(links.items())
    kaal = ElementTree.fromstring(teksttabel([(ander,)], (ander,), ander)["html"])
    assert ["".join(kop.itertext()) for kop in kaal.iterfind(".//tbody//th")] == [ander]
    assert kaal.find(".//a") is None


def test_the_link_of_a_gemeente_keeps_the_scenario_and_changes_only_who_is_looked_at():
    """Also where the scenario names gemeenten itself, and another stands beside it."""
    regio, scenario = lees_regio("stedendriehoek"), Scenario(reservering=33, inzet=(("GM0200", 5.0),))
    gezien = Weergave(gemeente="GM0262", naast=("v=2&pad=direct",), titel="gemeente=GM0200")
    links = profielen(SimpleNamespace(regio=regio, scenario=scenario, weergave=gezien))
    assert list(links) == list(regio.namen)
    for code, adres in zip(regio.codes, links.values(), strict=True):
        gelezen = link.lees(adres.partition("?")[2], {regio.sleutel: regio})
        assert (gelezen.fouten, gelezen.opmerkingen) == ((), ())
        assert (gelezen.scenario, gelezen.weergave) == (scenario, gezien.met(gemeente=code))


def test_the_outlines_of_a_map_go_apart_from_its_figures():
    """So that they are the same text when a figure changes; rows without them stay as they are."""
    vormen = [{"type": "Polygon", "coordinates": [[[0, 0], [0, 9], [9, 9], [0, 0]]]}] * 2
    kaarten = [
        blad.tekening({"height": 90}, {"rijen": {"n": [n, 2], "geometry": vormen}, "nu": {"n": [n]}})["rijen"]
        for n in (1, 3)
    ]
    assert [list(kaart) for kaart in kaarten] == [["rijen", "rijen_vorm", "nu"]] * 2
    assert kaarten[0]["rijen_vorm"] == kaarten[1]["rijen_vorm"]
    assert [kaart["rijen"] for kaart in kaarten] == ['[{"n":1},{"n":2}]', '[{"n":3},{"n":2}]']


def test_what_a_chart_has_already_is_sent_once(monkeypatch):
    """Of a specification, and of rows that are many, only the mark is sent in answer to a browser that has them; in every other drawing all."""
    gestuurd, sessie = [], {}
    monkeypatch.setattr(blad, "_BLAD", lambda data, **_: gestuurd.append(data["delen"]["plek"][0]))
    monkeypatch.setattr(blad.st, "session_state", sessie)
    stuk = blad.tekening({"height": 90}, {"rijen": {"n": [1]}, "veld": {"n": ["x" * LANG]}})

    def teken(nummer, heeft):
        sessie[BLAD + Wanneer.SLEPEND] = {"stand": {"naam": "reservering", "nummer": nummer, "heeft": heeft}}
        blad.teken(Wanneer.SLEPEND, {"plek": [stuk]}, {}, "", print)
        return gestuurd[-1]

    heel = teken(1, [])
    merken = {"spec": heel["spec"]["merk"], "veld": heel["rijen"]["veld"]["merk"]}
    assert (heel["spec"]["tekst"], heel["rijen"]["veld"]["tekst"]) == (stuk["spec"], stuk["rijen"]["veld"])
    kort = teken(2, [*merken.values()])
    assert (kort["spec"], kort["rijen"]["veld"]) == ({"merk": merken["spec"]}, {"merk": merken["veld"]})
    assert heel["rijen"]["rijen"] == kort["rijen"]["rijen"] == stuk["rijen"]["rijen"]
    assert [teken(2, [*merken.values()]), teken(3, ["ander", {}]), teken(4, "geen lijst")] == [heel] * 3

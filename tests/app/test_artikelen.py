"""Afspraak als tekst: what is changed in a sentence of the amendment, and why, stands in the link and is taken over with it."""

import json
import re
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from fairshare import link, model
from fairshare.artikelen import zin
from fairshare.gegevens import lees_regios
from fairshare.opmaak import getal
from fairshare.weergave import Weergave
from tests.app.test_cijfers import gerekend
from tests.app.test_eigen_koppen import AMENDEMENT, VOL
from tests.app.test_paginas import adres, open_app, stukken

REGIOS = lees_regios()
STOUT = "<b> 5% | _~ méér &amp; ja: =1+1"


def tekst(at):
    return "".join(stuk.get("html", "") for stuk in stukken(at))


def _in_de_zin(beurten, begin):
    """What a browser tells of sentences of the amendment, one after the other, from a link on."""
    import streamlit as st

    from fairshare import link
    from fairshare.gegevens import lees_regios
    from pages.bediening import adres, overnemen

    regios = lees_regios()
    gelezen = link.lees(begin, regios)
    adres.zet(gelezen.scenario, gelezen.fouten, gelezen.weergave)
    for beurt in beurten:
        overnemen.neem_zin_over(True, *beurt, regios)
    st.text(link.schrijf(adres.huidig(), adres.weergave()))
    for fout in adres.fouten():
        st.error(fout.melding)


def na(*beurten, begin="v=2"):
    at = AppTest.from_function(_in_de_zin, args=(beurten, begin), default_timeout=30).run()
    assert not at.exception
    return link.lees(at.text[0].value, REGIOS), [een.value for een in at.error]


@pytest.mark.parametrize(("naam", "waarde"), [("sleutel", "inwoners_cbs"), ("statushouders", "zonder_voorrang")])
def test_an_amendment_may_be_any_scenario_and_says_why(naam, waarde):
    """Also an option with a sign of its own; the reason is that of the amendment and not of the proposal."""
    alles, fouten = na((naam, "", waarde), ("motivering", naam, STOUT))
    binnen = link.lees(alles.weergave.amendement[0], REGIOS)
    assert not fouten and not alles.fouten and not binnen.fouten
    assert getattr(binnen.scenario, naam) == waarde and binnen.weergave.motivering == ((naam, STOUT),)
    assert alles.weergave.motivering == () and getattr(alles.scenario, naam) != waarde


def test_the_reason_goes_with_the_change_and_what_is_too_long_changes_nothing():
    """Back to the value of the proposal: no amendment is left, and no reason of one."""
    reden = ("motivering", "bovengrens", "Lochem kan niet meer")
    assert na(("bovengrens", "", "45"), reden, ("bovengrens", "", ""))[0].weergave == Weergave()
    voor, _ = na(("bovengrens", "", "45"), reden)
    te_lang, [fout] = na(("bovengrens", "", "45"), reden, ("motivering", "bovengrens", "x" * 161))
    assert te_lang == voor and "hoogstens 160 leesbare tekens" in fout
    vol, [fout] = na(*((naam, "", "9") for naam in ("nieuwbouw", "sloop")), *(("motivering", naam, "\U0001f600" * 160) for naam in ("nieuwbouw", "sloop")))  # fmt: skip
    assert "de link wordt te lang" in fout and "motivering" not in vol.weergave.amendement[0]


def test_the_besluittekst_of_the_amendment_has_its_reasons_and_the_proposal_takes_them_over():
    """Its own where it changes something, those of the proposal where it does not."""
    voorstel = "reservering:Wij doen meer|regel:Wie dichtbij is"
    binnen = link.kaal(
        link.lees("v=2&reservering=33&regel=gelijk", REGIOS).scenario, Weergave(motivering=(("regel", "Eerlijker"),))
    )
    at = open_app("artikelen", v="2", reservering="33", regel="nabij", motivering=voorstel, amendement=binnen)
    assert not at.exception
    na_kop = tekst(at).partition("Besluittekst van het amendement")[2]
    assert "Motivering: Wij doen meer" in na_kop and "Motivering: Eerlijker" in na_kop and "dichtbij" not in na_kop
    [knop] = [een for een in at.button if een.label.startswith("Neem het amendement over")]
    knop.click().run()
    nu = adres(at)
    assert nu["motivering"] == "reservering:Wij doen meer|regel:Eerlijker" and nu["regel"] == "gelijk"
    assert "amendement" not in nu


def test_the_appendix_says_that_it_is_of_the_proposal_where_there_is_an_amendment():
    """And that it names the amendment; without one there is nothing to say."""
    met, zonder = (
        open_app("afspraak", v="2", reservering="33", **deel) for deel in ({"amendement": "v=2&reservering=35"}, {})
    )
    assert ["De bijlage is van het voorstel" in " ".join(een.value for een in at.caption) for at in (met, zonder)] == [
        True,
        False,
    ]


def _waarden(tekst: str) -> list[float]:
    """Read the figures of a sentence; a field has 0 where the sentence says none."""
    gelezen = re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", tekst)
    return [waarde for een in gelezen if (waarde := float(een.replace(".", "").replace(",", ".")))]


def test_every_column_of_the_articles_is_that_of_its_own_scenario():
    """What comes of it below its head, and its values in every sentence."""
    at = open_app("artikelen", {}, 1, False, **dict(parse_qsl(VOL)))
    (blad,) = (
        json.loads(een.proto.json)[0] for een in at.get("bidi_component") if een.proto.component_name == "zinnen"
    )
    u = gerekend(VOL)[0]
    drie = [model.bereken(u.bron), u, model.bereken(u.bron, gerekend(AMENDEMENT)[0].scenario)]
    koppen = [f"{getal(een.regionaal('niet_geplaatst'))} niet geplaatst in {een.eindjaar}" for een in drie]
    assert [*blad["uitkomsten"].values()] == koppen
    for een in (zin_ for artikel in blad["artikelen"] for zin_ in artikel["zinnen"]):
        for kolom, van in zip(een["kolommen"].values(), drie, strict=True):
            staat = "".join(deel if isinstance(deel, str) else deel.get("waarde", "") for deel in kolom["delen"])
            assert _waarden(staat) == _waarden(zin(u.bron, van.scenario, een["naam"]).tekst), een["naam"]

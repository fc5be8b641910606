"""A region of hundreds: what is named is the largest and a number, and a chart that shows a part says so."""

import io
from functools import cache

import numpy as np
import openpyxl
import pytest
from pptx import Presentation

from fairshare import grafieken, koppen, model
from fairshare.besluit import afronding
from fairshare.export import Stempel, maak
from fairshare.gegevens import lees_regio, maak_monitoring
from fairshare.scenario import Scenario
from fairshare.weergave import TEKENINGEN
from tests.unit.proefregio import gemeente, proefregio

DEEL = "; 30 van de 40 gemeenten"


@cache
def land(aantal: int) -> model.Uitkomst:
    """So many gemeenten of the country, of which the mutaties of one in four are unknown, those of the largest among them."""
    rijen = sorted(lees_regio("NL").gemeenten, key=lambda rij: rij.naam)[:aantal]
    rijen = [
        rij.model_copy(update={"mutaties_liberalisatiegrens": None if n % 4 == 0 or rij.naam == "Amsterdam" else 200 + n})
        for n, rij in enumerate(rijen)
    ]  # fmt: skip
    return model.bereken(
        proefregio(*rijen), Scenario(regio="proef", sleutel="inwoners_cbs", opgave=30_000, pad="direct")
    )


def test_a_sentence_names_the_three_largest_and_how_many_more():
    """Warnings, headlines, rounding and progress: never dozens of names, and the first is the largest of those that are meant."""
    uitkomst = land(342)
    half = maak_monitoring(uitkomst.bron, [(code, "2026-1", 30) for code in uitkomst.bron.codes[:100]])
    nu = model.voortgang(uitkomst, half)
    assert nu
    kern = model.kerncijfers(uitkomst)
    zinnen = [
        *model.waarschuwingen(uitkomst),
        *afronding(uitkomst),
        *model.voortgang_zinnen(uitkomst, nu),
        koppen.zin(uitkomst, kern),
        koppen.kop_gemeenten(uitkomst, kern),
    ]
    namen = [naam for naam in uitkomst.bron.namen if len(naam) > 6]
    assert not [zin for zin in zinnen if sum(naam in zin for naam in namen) > 9]
    onbekend = [zin for zin in zinnen if "onbekend" in zin and "en nog" in zin]
    assert len(onbekend) > 2 and all("Amsterdam" in zin for zin in onbekend), onbekend
    assert max(map(len, model.waarschuwingen(uitkomst))) <= 300


def test_a_chart_of_some_gemeenten_says_of_how_many():
    """On the slides, in the workbook and in every picture; one that shows all says nothing."""
    uitkomst, klein = land(40), model.bereken(lees_regio("stedendriehoek"))
    stempel = Stempel.van(uitkomst, "v=2")
    met_deel = [
        dia
        for dia in Presentation(io.BytesIO(maak("pptx", uitkomst, stempel))).slides
        if any(vorm.has_chart and len(list(vorm.chart.plots[0].categories)) == 30 for vorm in dia.shapes)
    ]
    assert len(met_deel) == 2
    for dia in met_deel:
        assert any(DEEL in vorm.text_frame.text for vorm in dia.shapes if vorm.has_text_frame)
    for naam in TEKENINGEN:
        tekening = grafieken.teken(naam, uitkomst, uitkomst.bron.codes[0])
        getoond = {*tekening.rijen["naam"]} & {*uitkomst.bron.namen} if "naam" in tekening.rijen else set()
        assert (DEEL in tekening.voluit) == (len(getoond) == 30), naam
        assert " van de 9 gemeenten" not in grafieken.teken(naam, klein, "GM0262").voluit
    boek = openpyxl.load_workbook(io.BytesIO(maak("xlsx", uitkomst, stempel)))
    titels = [
        "".join(stuk.t for alinea in een.title.tx.rich.p for stuk in alinea.r) for een in boek["Overzicht"]._charts
    ]
    assert titels and all(DEEL in titel for titel in titels)


@pytest.mark.parametrize(
    ("oost", "woord"), [(0, "in Oost is geen percentage genoeg"), (100, "het hoogst is het in Oost")]
)
def test_where_no_home_comes_free_no_percentage_is_enough_and_that_is_known(oost, woord):
    """Of a gemeente with 0 mutaties; nobody is called the highest beside it, nor is it unknown."""
    regio = proefregio(gemeente("Oost", 60, oost, 0), gemeente("West", 40, 200, 30))
    uitkomst = model.bereken(regio, Scenario(pad="direct"))
    kern = model.kerncijfers(uitkomst)
    zin, kop = koppen.zin(uitkomst, kern), koppen.kop_benodigd(uitkomst, kern)
    assert woord in zin and "voor zover bekend" not in zin
    assert ("geen percentage genoeg" in kop) == (oost == 0) and "onbekend" not in kop
    assert np.isfinite(kern.niet_geplaatst)

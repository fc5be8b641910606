"""Files to take home: what they hold is what the engine says, and nothing in them runs."""

import csv
import html
import io
import json
import re
import subprocess
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import openpyxl
import pandas as pd
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.slide import Slide

from fairshare import MODELVERSIE, besluit, link
from fairshare.export import SOORTEN, Stempel, Wens, evaluatiepakket, maak, naam, voortgangsrapportage
from fairshare.export.blad import plaats_rijen
from fairshare.export.qr import qr
from fairshare.export.rijen import rijen
from fairshare.gegevens import Keuze, Monitoring, lees_realisatie, lees_regios, lees_samen, maak_monitoring
from fairshare.lezingen.aannames import aannames, onzeker
from fairshare.model import (
    Uitkomst,
    bereken,
    gemeenten_tabel,
    heel,
    regio_tabel,
    verbeterplan_zinnen,
    voortgang,
    voortgang_heel,
    voortgang_tabel,
    voortgang_zinnen,
    waarschuwingen,
)
from fairshare.opdrachten import main
from fairshare.scenario import Scenario
from fairshare.verhaal import scenes
from fairshare.weergave import TEKENINGEN, Weergave
from tests.gegevens.kantoor import kantoor

REGIOS = lees_regios()
DRIEENDERTIG = link.schrijf(Scenario(reservering=33))
"""The link that stands in each file of that scenario, with its check."""


def uitkomst_van(vraag: str) -> Uitkomst:
    scenario = link.lees(vraag, REGIOS).scenario
    return bereken(REGIOS[scenario.regio], scenario)


@cache
def bestand(soort: str, vraag: str = "", wens: Wens | None = None, adres: str = "") -> bytes:
    uitkomst = uitkomst_van(vraag)
    return maak(soort, uitkomst, Stempel.van(uitkomst, adres + link.schrijf(uitkomst.scenario)), wens)


def test_every_file_says_where_it_comes_from():
    """Link, model version, date and sources, in each kind that can hold text."""
    xlsx = openpyxl.load_workbook(io.BytesIO(bestand("xlsx", "reservering=33")))["Lees mij"]
    tekst = " ".join(str(cel.value) for rij in xlsx.iter_rows() for cel in rij if cel.value)
    dias = Presentation(io.BytesIO(bestand("pptx", "reservering=33"))).slides
    notities = " ".join(dia.notes_slide.notes_text_frame.text for dia in dias)
    tabel = next(vorm.table for vorm in dias[len(dias) - 1].shapes if vorm.has_table)
    laatste = " ".join([*woorden(dias[len(dias) - 1]), *(cel.text for cel in tabel.iter_cells())])
    svg = bestand("svg", "reservering=33").decode()
    for inhoud in (tekst, notities, svg):
        assert DRIEENDERTIG in inhoud.replace("&amp;", "&")
    for inhoud in (tekst, laatste):
        assert MODELVERSIE in inhoud
        assert "Presentatie afsprakenkader 13-4-2026" in inhoud


def test_a_percentage_is_written_one_way_in_all_files():
    """33,0% of the slider is nowhere 33%; a need is rounded up on a slide and in the workbook as on the screen."""
    uitkomst = uitkomst_van("reservering=33")
    boek = openpyxl.load_workbook(io.BytesIO(bestand("xlsx", "reservering=33")))
    cellen = [str(cel) for blad in boek for rij in blad.values for cel in rij]
    dias = deck("reservering=33")
    delen = [*cellen, bestand("svg", "reservering=33").decode(), *besluit.zinnen(uitkomst, {})]
    delen += [tekst for dia in dias for tekst in (*woorden(dia), dia.notes_slide.notes_text_frame.text)]
    assert not [deel for deel in delen if re.search(r"(?<![0-9,])33%", deel)]
    assert sum("33,0%" in deel for deel in delen) > len(dias)
    nodig_ = next(
        vorm.chart.plots[0]
        for dia in dias
        for vorm in dia.shapes
        if vorm.has_chart and "Deventer 28,9%" in vorm.chart.plots[0].categories
    )
    assert "Lochem 58,0%" in list(nodig_.categories)
    eerst = openpyxl.load_workbook(io.BytesIO(bestand("xlsx", "reservering=33")), data_only=True)["Overzicht"]
    assert next(rij for rij in eerst.values if rij[0] == "Deventer")[4] == 28.9


def test_statuses_are_counted_in_dutch():
    """Of an opgave that was filled in for gemeenten without a period: two are aannames."""
    dias = deck("regio=GM0363,GM0394&opgave=900")
    titel = next(dia.shapes.title.text_frame.text for dia in dias if "hun status" in dia.shapes.title.text_frame.text)
    assert re.search(r"[2-9] aannames", titel) and not re.search(r"[2-9] (aanname|schatting)\b", titel)


def test_the_page_of_a_gemeente_draws_an_unknown_one_too():
    """Its bar says onbekend, below those that are known."""
    rijen_ = plaats_rijen(uitkomst_van("segment=aftoppingsgrens"), "GM0262")
    assert len(rijen_) == 9
    assert rijen_["tekst"].tolist()[-3:] == ["onbekend"] * 3


@pytest.mark.parametrize("vraag", ["", "regio=gmr", "mutatiegraad=6&achterstand=ja"])
def test_every_file_with_text_lists_as_unknown_or_uncertain_what_bronnen_lists(vraag):
    """With what each assumption leaves open, and every warning."""
    lezen = openpyxl.load_workbook(io.BytesIO(bestand("xlsx", vraag)))["Lees mij"]
    boek = "\n".join(str(cel.value) for rij in lezen.iter_rows() for cel in rij if cel.value)
    regels = "\n".join(
        " ".join(rij) for rij in csv.reader(io.StringIO(bestand("csv", vraag).decode("utf-8-sig")), delimiter=";")
    )
    pagina = html.unescape(bestand("html", vraag).decode())
    uitkomst = uitkomst_van(vraag)
    for tekst in (boek, regels, pagina):
        assert all(zin in tekst for zin in waarschuwingen(uitkomst))
        for een in aannames(uitkomst):
            assert een.naam in tekst and een.waarde in tekst and een.status in tekst and een.toelichting in tekst
    assert all(zin in regels for zin in onzeker(uitkomst))


def uit_excel(inhoud: bytes, rijen: int) -> pd.DataFrame:
    """Read the rows of a CSV as Dutch Excel does."""
    return pd.read_csv(io.BytesIO(inhoud), sep=";", decimal=",", encoding="utf-8-sig", nrows=rijen)


def test_rows_read_back_the_same():
    """A row for each gemeente and year and for the region, with nothing left open; a CSV has two decimals, Parquet them all."""
    uitkomst = uitkomst_van("reservering=33")
    uit_csv = uit_excel(bestand("csv", "reservering=33"), 100).rename(columns={"Niet geplaatst": "niet_geplaatst"})
    uit_parquet = pd.read_parquet(io.BytesIO(bestand("parquet", "reservering=33")))
    verwacht = np.append(gemeenten_tabel(uitkomst)["niet_geplaatst"], regio_tabel(uitkomst)["niet_geplaatst"])
    for tabel, marge in ((uit_csv, 0.005), (uit_parquet, 0.0)):
        np.testing.assert_allclose(tabel["niet_geplaatst"], verwacht, atol=marge + 1e-9)
        assert tabel.notna().all(axis=None)
    assert not re.search(r",\d{3}", "\n".join(bestand("csv", "reservering=33").decode().splitlines()[1:101]))
    assert (uit_csv["Saldo"] < 0).any()
    assert set(uit_parquet["link"]) == {DRIEENDERTIG}
    assert set(uit_parquet["modelversie"]) == {MODELVERSIE}


def test_the_csv_names_its_origin_once_below_the_rows():
    """A mark for the encoding, then 101 lines of rows, an empty one, and the origin; each source once."""
    tekst = bestand("csv", "reservering=33").decode()
    assert tekst.startswith("\ufeffJaar;Gemeentecode;Gemeente;")
    regels = tekst.splitlines()
    assert regels[101] == ";"
    assert f"Link;{DRIEENDERTIG}" in regels
    assert regels.count("Bron;Presentatie afsprakenkader 13-4-2026") == 1
    assert not [
        regel for regel in regels if "geen bron" in regel or "Eigen ordening" in regel or "gemeentecodes" in regel
    ]


def test_a_file_is_named_after_its_region_gemeente_and_scenario():
    """The gemeente where it is about one, and what the scenario is called, else what it has different."""
    uitkomst = uitkomst_van("reservering=35&afwijking=GM0262:40")
    for titel, hoe in (("Ons bod!", "ons-bod"), ("", "reservering-35-0-eigen-reservering-van-een-gemeente-lochem-40")):
        stempel = Stempel.van(uitkomst, "v=2", Weergave(titel=titel))
        assert (
            naam("pdf", uitkomst, stempel, Wens(gemeente="GM0262"))
            == f"fair-share-regio-stedendriehoek-lochem-{hoe}.pdf"
        )
        assert naam("csv", uitkomst, stempel, Wens(gemeente="GM0262")) == f"fair-share-regio-stedendriehoek-{hoe}.csv"


def test_unknown_is_empty_and_never_zero():
    """The three gemeenten without figures have empty cells."""
    tabel = uit_excel(bestand("csv", "segment=aftoppingsgrens"), 100)
    epe = tabel[tabel["Gemeente"] == "Epe"]
    assert epe["Capaciteit"].isna().all()
    assert epe["Opgave"].notna().all()


def test_a_name_cannot_become_a_formula(monkeypatch):
    """A gemeente that is called =1+1 is text in the workbook and in the CSV."""
    uitkomst = uitkomst_van("")
    stout = uitkomst.bron.gemeenten[0].model_copy(update={"naam": '=HYPERLINK("http://x")'})
    regio = type(uitkomst.bron)(
        sleutel="stedendriehoek", register=uitkomst.bron.register, gemeenten=(stout, *uitkomst.bron.gemeenten[1:])
    )
    nieuw = bereken(regio, uitkomst.scenario)
    stempel = Stempel.van(nieuw, "v=2", Weergave(titel=" =1+1"))
    cel = openpyxl.load_workbook(io.BytesIO(maak("xlsx", nieuw, stempel)))["Gegevens"]["B2"]
    assert (cel.data_type, cel.hyperlink) == ("s", None)
    regels = list(csv.reader(io.StringIO(maak("csv", nieuw, stempel).decode("utf-8-sig")), delimiter=";"))
    assert regels[1][2].startswith("'=")
    assert ["Scenario", "' =1+1"] in regels
    assert rijen(nieuw, stempel)["naam"][0].startswith("=")


def deck(vraag: str, gemeente: str = "", adres: str = "") -> list[Slide]:
    return list(Presentation(io.BytesIO(bestand("pptx", vraag, Wens(gemeente=gemeente), adres))).slides)


def woorden(dia: Slide) -> list[str]:
    return [vorm.text_frame.text for vorm in dia.shapes if vorm.has_text_frame]


def test_the_titles_of_the_deck_are_findings():
    """A slide a question; the headline stands once on its slide, and every slide explains itself."""
    dias = deck("reservering=35", "GM0262")
    assert [dia.shapes.title.text_frame.text for dia in dias[1:]] == [
        "In 2035 vinden 55 van de 1.170 urgente huishoudens per jaar geen woning als elk overschot elders meetelt, "
        "of 114 als geen overschot meetelt",
        "Waar in 2035 huishoudens zonder woning blijven: Lochem (16), Voorst (11), Epe (10) en nog 4 gemeenten",
        "Het benodigd percentage verschilt: Lochem 58,0% van wat er vrijkomt, Deventer 28,9%",
        "Van 2026 tot en met 2035 missen we samen 1.991 plaatsingen",
        "Wat er elk op zichzelf nodig is om in 2035 op 0 niet geplaatst te komen of te blijven",
        "Toetsing: 1 keer ja, 3 keer nee; 3 vragen hebben geen norm",
        "Lochem: voor 16 urgente huishoudens is er in 2035 geen woning",
        "De aannames en hun status: 6 gepubliceerd, 1 herleid en 1 aanname",
        "De cijfers komen uit 5 bronnen",
    ]
    assert [woord for woord in woorden(dias[1])[1:] if "55" in woord] == ["55"]
    assert {"36,8%", "58,0%", "6,00%", "56"} <= set(woorden(dias[5]))  # a need is rounded up
    for dia in dias[1:]:
        notitie = dia.notes_slide.notes_text_frame.text
        assert all(
            deel in notitie
            for deel in (
                "berekend",
                "Onbekend",
                "vraag die kan komen",
                f"Link: {link.schrijf(Scenario(reservering=35))}",
            )
        )
        assert {vorm.placeholder_format.type for vorm in dia.placeholders} >= {PP_PLACEHOLDER.SLIDE_NUMBER}


def volgbaar(dia: Slide) -> list[str]:
    """The links of a slide."""
    kaders = [vorm.text_frame for vorm in dia.shapes if vorm.has_text_frame]
    return [stuk.hyperlink.address for kader in kaders for alinea in kader.paragraphs for stuk in alinea.runs]


def test_the_slide_of_a_step_of_a_story_opens_that_step():
    """And says its title and, below it, its own choices; the cover has the code of the link of the deck."""
    adres, delen = "https://fairshare.example/", scenes(Scenario(), Weergave(), REGIOS)
    stempel = Stempel.van(uitkomst_van(""), f"{adres}?v=2")
    omslag, *dias = Presentation(io.BytesIO(maak("pptx", uitkomst_van(""), stempel, Wens(scenes=delen)))).slides
    assert [vorm.image.blob for vorm in omslag.shapes if vorm.shape_type == MSO_SHAPE_TYPE.PICTURE] == [
        qr(stempel.link)
    ]
    for scene, dia in zip(delen, dias, strict=False):
        assert f"{adres}?{scene.stap.link}" in volgbaar(dia) and dia.shapes.title.text.startswith(scene.stap.titel)
        assert Stempel.van(scene.uitkomst, "").kernregel in "\n".join(woorden(dia))


VEEL_ANDERS = "afwijking=GM0262:40@2030,GM0150:33&ruil=GM0262-GM0150:10&bouw=GM0262:20&pad=direct&opgave=1300&groei=1.5&sleutel=inwoners_cbs&alternatief=20&verevening=50"
"""A scenario that differs in more than fits on a line."""


@pytest.mark.parametrize("vraag", ["", "reservering=37", "regio=gmr", VEEL_ANDERS])
def test_every_slide_stands_alone(vraag):
    """Below each stands its scenario, what that has different and a link to follow; in its notes all of it, and nothing is cut or a code."""
    adres = "https://fairshare.example/?"
    uitkomst = uitkomst_van(vraag)
    stempel = Stempel.van(uitkomst, adres + link.schrijf(uitkomst.scenario))
    dias = deck(vraag, adres=adres)
    for dia in dias:
        tekst, notitie = "\n".join(woorden(dia)), dia.notes_slide.notes_text_frame.text
        tabellen = [cel.text for vorm in dia.shapes if vorm.has_table for cel in vorm.table.iter_cells()]
        assert all(waarde in tekst for _, waarde in stempel.kern)
        assert ("Gewijzigd" if stempel.verschillen else "Niets gewijzigd") in tekst
        assert stempel.link in volgbaar(dia)
        assert stempel.anders in notitie and f"Link: {stempel.link}" in notitie
        zichtbaar = "\n".join([tekst, *tabellen, notitie]).replace(stempel.link, "")
        assert not re.search(r"GM\d{4}|…|\.\.\.", zichtbaar)
    assert all(verschil in "\n".join(woorden(dias[0])) for verschil in stempel.verschillen)


def test_the_deck_names_every_assumption_with_its_status():
    """Printed, derived, estimated, chosen or unknown; what is open about it stands in the notes of every slide."""
    veel = "achterstand=ja&wachtend=100&uitval=10&verhuisketen=10&sloop=10&herhuisvesting=50"
    for vraag in ("", "regio=gmr", VEEL_ANDERS, veel):
        dias, aannames = deck(vraag), Stempel.van(uitkomst_van(vraag), "").aannames
        rijen = [
            [cel.text for cel in rij.cells]
            for dia in dias
            for vorm in dia.shapes
            if vorm.has_table
            for rij in vorm.table.rows
        ]
        over = [dia for dia in dias if dia.shapes.title.text.startswith("De aannames en hun status")]
        assert len(over) == (2 if vraag == veel else 1)
        for een in aannames:
            assert [een.naam, een.waarde, een.status, een.bron] in rijen
            assert all((een.zin in dia.notes_slide.notes_text_frame.text) is een.onzeker for dia in dias[1:])


VOORGELEZEN = ["", "reservering=37", "eind=2030&groei=2", "segment=aftoppingsgrens", "regio=gmr&opgave=2038", "regio=achterhoek&opgave=600&reservering=20"]  # fmt: skip


@pytest.mark.parametrize("vraag", VOORGELEZEN)
def test_a_deck_can_be_read_aloud(vraag):
    """No title twice, no figure straight behind a year, nothing that goes from a figure to the same one."""
    dias = deck(vraag)
    titels = [dia.shapes.title.text_frame.text for dia in dias[1:]]
    assert len(set(titels)) == len(titels)
    alles = "\n".join(tekst for dia in dias for tekst in (*woorden(dia), dia.notes_slide.notes_text_frame.text))
    alles += "\n".join(besluit.zinnen(uitkomst_van(vraag), {}) + besluit.afronding(uitkomst_van(vraag)))
    assert not re.search(r"\b20[0-9]{2} [0-9]", alles)
    assert not re.search(r"van ([0-9.]+) naar \1\b", alles)


@pytest.mark.parametrize(
    ("vraag", "titel", "gekozen"),
    [
        ("opgave=1300&taakstelling=10", "5 bronnen en uit dit scenario zelf", "Opgave van de regio 1.300; Woningen voor statushouders 10"),
        ("regio=GM0262,GM0150&opgave=100", "4 bronnen en uit dit scenario zelf", "Opgave van de regio 100"),
        ("regio=gmr", "7 bronnen", None),
    ],
)  # fmt: skip
def test_no_source_is_said_to_give_what_someone_chose_or_what_is_unknown(vraag, titel, gekozen):
    """The slide of the sources names what the scenario itself gives, and what is computed is no source."""
    dia = next(dia for dia in deck(vraag) if "De cijfers" in dia.shapes.title.text)
    rijen_ = [[cel.text for cel in rij.cells] for vorm in dia.shapes if vorm.has_table for rij in vorm.table.rows]
    assert dia.shapes.title.text == f"De cijfers komen uit {titel}"
    assert rijen_[1:][-1][1] == gekozen or gekozen is None
    assert not any({"Opgave van de regio", "Woningen voor statushouders"} & set(wat.split("; ")) for _, wat in rijen_)
    assert "Opgave van de regio" in Stempel.van(uitkomst_van(""), "v=2").bronnen["Afsprakenkader 2-3-2026"]


EIGEN = """Gemeente;Inwoners;Mutaties;Toewijzingen aan urgenten;Opgave
Delft;109573;1100;240;160
Leiden;130181;1020;260;200
Zoetermeer;128000;;150;180
Rijswijk;58000;420;90;80
"""
"""A file of which one gemeente does not say what comes free."""


@pytest.mark.parametrize("code", ["GM0503", "GM0637"])
def test_what_an_own_region_with_an_unknown_takes_home_can_be_read_aloud(code):
    """A shortage that may be smaller is at most that, no list is empty, and what is unknown is said and not counted on."""
    regio = lees_samen([(EIGEN.encode(), "eigen")], Keuze()).regio
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel))
    stempel, wens = Stempel.van(uitkomst, "https://fairshare.example/?v=2"), Wens(gemeente=code)
    dias = list(Presentation(io.BytesIO(maak("pptx", uitkomst, stempel, wens))).slides)
    deck = "\n".join(tekst for dia in dias for tekst in (*woorden(dia), dia.notes_slide.notes_text_frame.text))
    assert "Zoetermeer (onbekend) komt hoogstens 186 plekken tekort" in deck
    assert "overneemt: Zoetermeer (onbekend)" in deck
    assert "kies daar hetzelfde bestand" in deck
    assert "de reservering geldt meteen" in deck and "aan urgenten toewees, is onbekend" not in deck
    assert "onbekend over" not in maak("svg", uitkomst, stempel, Wens(grafiek="tekort")).decode()
    cijfers = maak_monitoring(regio, [(een, "2026-1", 20) for een in regio.codes if een != "GM0637"])
    nu = voortgang(uitkomst, cijfers)
    assert nu
    plan = " ".join(verbeterplan_zinnen(uitkomst, nu))
    assert "meer dan er vrijkomt" not in plan and "vraagt dan onbekend" not in plan
    tabel = voortgang_heel(uitkomst, nu)
    kort = dict(zip(tabel["naam"], tabel["gevraagd"] - tabel["gerealiseerd"], strict=True))
    assert f"Delft ligt achter sinds het 1e halfjaar 2026, nu {kort['Delft']:.0f} woningen onder" in plan
    zonder = maak_monitoring(regio, [(een, "2026-1", 20) for een in regio.codes])
    alle = voortgang(uitkomst, zonder)
    assert alle and np.isnan(alle.gevraagd[-1])
    bericht = " ".join([*voortgang_zinnen(uitkomst, alle), *verbeterplan_zinnen(uitkomst, alle)])
    assert (
        "de regio, voor zover bekend, ligt **achter**" in bericht and "als van alle gemeenten cijfers en pad" in bericht
    )
    assert (
        "De regio ligt, voor zover bekend, achter sinds het 1e halfjaar 2026; hoeveel woningen is onbekend." in bericht
    )
    leeg = bereken(REGIOS["gmr"])
    eerste = voortgang(leeg, maak_monitoring(leeg.bron, [(leeg.bron.codes[0], "2026-1", 20)]))
    assert eerste and "met cijfers en een pad is er geen" not in " ".join(voortgang_zinnen(leeg, eerste))
    alles = f"{deck}\n{plan}"
    assert not re.search(r": ;|onbekend (extra|nieuwe)|prijs van uitstel|toewijzingen van 2024 zijn niet|  ", alles)


def test_a_sum_over_the_years_counts_a_household_twice_only_where_it_does():
    """With achterstand who finds a home later goes off it; the opgave of a gemeente on its way from 2024 says so."""
    per_jaar, wachtend = deck("", "GM0262"), deck("achterstand=ja", "GM0262")
    assert "Niet per se: dezelfde huishoudens kunnen vaker meetellen." in per_jaar[4].notes_slide.notes_text_frame.text
    alles = "\n".join(dia.notes_slide.notes_text_frame.text for dia in wachtend)
    assert "Ja: wie later alsnog een woning vindt, gaat er weer af." in alles and "vaker" not in alles
    assert "in 2026 is zij 59, bij een eigen aandeel van 87" in per_jaar[7].notes_slide.notes_text_frame.text
    assert "Huishoudens per jaar; de opgave begint bij de verdeling van 2024" in woorden(per_jaar[7])
    assert "Huishoudens per jaar" in woorden(next(dia for dia in wachtend if "Lochem:" in dia.shapes.title.text))
    assert "Niets meer: 28,9% reservering is genoeg." in deck("", "GM0150")[7].notes_slide.notes_text_frame.text


def test_the_slide_of_the_gemeenten_is_about_the_end_year_and_shows_who_is_short():
    """Where others take over every tekort it says and draws the tekorten; figures of 2035 do not stand under 2030."""
    dia = deck("reservering=37")[2]
    assert dia.shapes.title.text_frame.text == (
        "Waar in 2035 plekken tekort zijn die een andere gemeente overneemt: Lochem (32), Voorst (21), Epe (17) en nog 3 gemeenten"
    )
    eerste, naast = (vorm.chart.plots[0] for vorm in dia.shapes if vorm.has_chart)
    assert list(eerste.series[0].values)[:3] == [32, 21, 17]
    assert (eerste.overlap, naast.overlap) == (100, 0)  # a longer bar does not hide the one of its pair
    groeit = uitkomst_van("eind=2030&groei=2")
    hoogste = int(max(heel(groeit, "niet_geplaatst")[:-1, groeit.eind]))
    assert f"({hoogste})" in deck("eind=2030&groei=2")[2].shapes.title.text_frame.text


def test_a_path_is_named_only_where_something_grows_in():
    """Where 2024 is unknown or a segment is read, all holds at once, whatever the path is called."""
    for vraag, pad in (
        ("", "lineair, 2026-2035"),
        ("regio=gmr", "lineair, 2026-2035"),
        ("pad=direct", "direct, alles vanaf 2026"),
        ("groeit=geen", "geen, alles vanaf 2026"),
        ("regio=achterhoek&opgave=500", "geen, alles vanaf 2026"),
        ("segment=aftoppingsgrens", "geen, alles vanaf 2026"),
    ):
        uitkomst = uitkomst_van(vraag)
        assert dict(Stempel.van(uitkomst, "").kern)["Ingroeipad"] == pad
        gelijk = np.ptp(uitkomst.over_de_jaren("reservering"), axis=1).max() < 1e-9
        assert gelijk == pad.startswith(("geen", "direct"))
        assert ("langs een ingroeipad" in besluit.zinnen(uitkomst, {})[1]) != gelijk


def test_the_charts_of_the_deck_are_native_and_sorted():
    """The bars are the whole homes of the tables, the most niet geplaatst on top."""
    uitkomst = uitkomst_van("reservering=33")
    grafiek = next(vorm.chart for vorm in deck("reservering=33")[2].shapes if vorm.has_chart)
    woningen = heel(uitkomst, "niet_geplaatst")[:-1, -1]
    volgorde = np.argsort(-woningen, kind="stable")
    assert list(grafiek.plots[0].categories) == [uitkomst.bron.namen[plek] for plek in volgorde]
    assert list(grafiek.plots[0].series[0].values) == woningen[volgorde].tolist()
    assert not grafiek.value_axis.visible
    kolommen = next(vorm.chart for vorm in deck("")[4].shapes if vorm.has_chart)
    assert kolommen.plots[0].series[0].values[-1] == 214.5


def test_the_cover_has_a_code_only_for_a_whole_address():
    """A query alone cannot be scanned."""
    for adres, plaatjes in (("", 0), ("https://fairshare.example/?", 1)):
        voorblad = deck("", adres=adres)[0]
        assert sum(vorm.shape_type == MSO_SHAPE_TYPE.PICTURE for vorm in voorblad.shapes) == plaatjes
    eigen = Presentation(io.BytesIO(bestand("pptx"))).core_properties
    assert (eigen.language, eigen.title) == ("nl-NL", "Fair share in Regio Stedendriehoek")


def test_a_deck_does_not_draw_what_is_unknown():
    """Without an opgave no charts of shortages; where mutaties are unknown, names say so and nothing is 0."""
    titels = [dia.shapes.title.text_frame.text for dia in deck("regio=gmr")]
    assert len(titels) == 7
    assert "1.834 woningen voor urgenten; hoeveel er nodig zijn, is onbekend" in titels[3]
    grafiek = next(vorm.chart for vorm in deck("segment=aftoppingsgrens")[3].shapes if vorm.has_chart)
    cijfers = dict(zip(grafiek.plots[0].categories, grafiek.plots[0].series[0].values, strict=True))
    assert cijfers["Epe (onbekend)"] is None


@kantoor
def test_the_deck_opens_and_shows_every_page(tmp_path):
    """LibreOffice turns it into a PDF of a page a slide."""
    (tmp_path / "deck.pptx").write_bytes(bestand("pptx"))
    opdracht = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(tmp_path / "deck.pptx")]
    subprocess.run(
        [*opdracht, f"-env:UserInstallation=file://{tmp_path.parent}/profiel"], check=True, capture_output=True
    )
    assert (tmp_path / "deck.pdf").read_bytes().count(b"/Type/Page/") == 9


@pytest.mark.parametrize("tekening", TEKENINGEN)
@pytest.mark.parametrize("regio", ["stedendriehoek", "gmr", "achterhoek"])
def test_every_chart_can_be_taken_home(tekening, regio):
    """As a drawing with its texts in it, in every region, also where figures are unknown."""
    svg = bestand("svg", f"regio={regio}", Wens(grafiek=tekening)).decode()
    assert svg.startswith("<svg")
    assert REGIOS[regio].register.naam in svg


@pytest.mark.parametrize("tekening", ["balken", "pad", "gemeente"])
def test_a_picture_is_as_wide_as_its_chart(tekening):
    """However much a scenario has different and however long its link: that is folded, whole and without codes."""
    breed = {}
    for vraag in ("", VEEL_ANDERS):
        uitkomst = uitkomst_van(vraag)
        stempel = Stempel.van(uitkomst, "https://fairshare.example/?" + link.schrijf(uitkomst.scenario))
        svg = maak("svg", uitkomst, stempel, Wens(grafiek=tekening, gemeente="GM0262")).decode()
        breed[vraag] = float(re.search(r'width="([\d.]+)"', svg)[1])
        woorden_ = html.unescape(re.sub(r"<[^>]+>", "", svg))
        assert stempel.link in woorden_
        assert stempel.anders.replace(" ", "") in woorden_.replace(" ", "")
        assert not re.search(r"GM\d{4}|…", woorden_.replace(stempel.link, ""))
    assert breed[VEEL_ANDERS] < 1.1 * breed[""]


def test_no_label_is_cut_in_a_picture():
    """Plekken buiten de sociale huur, in full."""
    assert "…" not in bestand("svg", "alternatief=20", Wens(grafiek="waterval")).decode()


def test_a_picture_has_dutch_numbers_and_its_headline():
    """1.000 along the axis, and 119 in the title."""
    svg = bestand("svg", "reservering=33", Wens(grafiek="pad")).decode()
    assert "1.000" in svg
    assert "In 2035 vinden 119 van de 1.170 urgente huishoudens" in svg
    for deel in (
        "dunne lijn: niet geplaatst in het beginscenario",
        "Aannames: Opgave van de regio: 1.170 (gepubliceerd)",
    ):
        assert deel in svg
    assert bestand("png")[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize(
    "vraag", ["", "reservering=37", "segment=aftoppingsgrens&statushouders=bovenop", "regio=gmr", "regio=achterhoek"]
)
def test_a_gemeente_has_a_page_and_one_for_the_questions_and_the_origin(vraag):
    """A PDF of two pages for the first and the last gemeente, also where figures are unknown and the warnings are long."""
    codes = uitkomst_van(vraag).bron.codes
    for code in (codes[0], codes[-1]):
        pdf = bestand("pdf", vraag, Wens(gemeente=code))
        assert len(re.findall(rb"/Type ?/Page\b", pdf)) == 2


def als_tekst(pdf: bytes, map_: Path) -> str:
    (map_ / "blad.pdf").write_bytes(pdf)
    opdracht = ["pdftotext", "-layout", str(map_ / "blad.pdf"), "-"]
    return subprocess.run(opdracht, check=True, capture_output=True, text=True).stdout


@kantoor
def test_the_page_of_lochem_has_its_sentences(tmp_path):
    """Read back as text: the headline, four sentences, what would close the gap, and the link below."""
    tekst = als_tekst(bestand("pdf", "reservering=33", Wens(gemeente="GM0262")), tmp_path)
    for deel in ("Lochem in 2035", "Daarmee komt Lochem 38 plekken tekort", f"Link: {DRIEENDERTIG}"):
        assert deel in tekst
    assert tekst.count("•") == 4
    assert "onbekend" not in tekst


@kantoor
def test_a_page_writes_frisian_letters_and_leaves_unknown_open(tmp_path):
    """Súdwest-Fryslân – with its accents and a dash; what cannot be known is no 0%."""
    uitkomst = uitkomst_van("segment=aftoppingsgrens")
    stempel = Stempel.van(uitkomst, "v=2", Weergave(titel="Súdwest-Fryslân – proef <b>"))
    tekst = als_tekst(maak("pdf", uitkomst, stempel, Wens(gemeente="GM0232")), tmp_path)
    assert "Súdwest-Fryslân – proef <b>" in tekst
    assert not re.search(r"(?<![0-9])0,0%", tekst)


@kantoor
def test_the_report_is_one_page_without_a_guess(tmp_path):
    """Two of nine gemeenten have figures: no prognosis, and nothing spills over."""
    uitkomst = uitkomst_van("")
    cijfers = maak_monitoring(uitkomst.bron, [("GM0262", "2026-1", 18), ("GM0150", "2026-1", 120)])
    nu = voortgang(uitkomst, cijfers)
    assert nu
    pdf = voortgangsrapportage(uitkomst, cijfers, nu, Stempel.van(uitkomst, "v=2"))
    assert len(re.findall(rb"/Type ?/Page\b", pdf)) == 1
    tekst = als_tekst(pdf, tmp_path)
    assert "Een prognose kan pas als van alle gemeenten cijfers en pad bekend zijn." in tekst
    assert "samen 138 toewijzingen" in " ".join(tekst.split())


def test_a_drawing_has_a_letter_on_a_machine_without_ours():
    """Who opens the SVG elsewhere sees another letter without serif, not that of a book."""
    letters = set(re.findall(rb'font-family="([^"]*)"', bestand("svg")))
    assert letters
    assert all(letter.endswith(b", sans-serif") for letter in letters)


@pytest.mark.parametrize("soort", SOORTEN)
def test_the_command_line_makes_each_kind(tmp_path, capsys, soort):
    """One command, one file."""
    doel = tmp_path / f"verkenner.{soort}"
    assert main(["exporteer", "reservering=33&gemeente=GM0262", "--naar", str(doel)]) == 0
    assert doel.stat().st_size > 1000
    assert "gemaakt" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argumenten", "melding", "status"),
    [
        (["", "--naar", "x.doc"], "naar=x.doc kan niet: kies een naam die eindigt op xlsx", 2),
        (["reservering=99", "--naar", "x.csv"], "reservering=99 kan niet", 2),
        (["", "--naar", "/nergens/x.csv"], "kan hier niet worden geschreven", 1),
    ],
)
def test_what_cannot_be_made_is_named(capsys, argumenten, melding, status):
    """One Dutch line, nothing written."""
    assert main(["exporteer", *argumenten]) == status
    uit = capsys.readouterr()
    assert melding in uit.err
    assert not uit.out


def test_the_file_for_the_evaluation_holds_what_it_says_and_reads_back():
    """Report, judgements, what is asked, figures, their schema and the origin; the figures read back are the same."""
    uitkomst = uitkomst_van("reservering=33")
    cijfers = maak_monitoring(uitkomst.bron, [("GM0262", "2026-1", 18), ("GM0262", "mutaties 2026-1", 80)])
    nu = voortgang(uitkomst, cijfers)
    assert nu
    with ZipFile(io.BytesIO(evaluatiepakket(uitkomst, cijfers, nu, Stempel.van(uitkomst, "v=2")))) as pakket:
        delen = {naam: pakket.read(naam) for naam in pakket.namelist()}
    assert delen["voortgangsrapportage.pdf"].startswith(b"%PDF-") and json.loads(delen["realisatie.schema.json"])
    assert lees_realisatie(delen["realisatie.csv"], "realisatie.csv", uitkomst.bron)[0] == cijfers
    assert Monitoring.model_validate_json(delen["realisatie.json"]) == cijfers
    oordeel = pd.read_csv(io.BytesIO(delen["oordeel.csv"]), sep=";", decimal=",", encoding="utf-8-sig")
    assert (
        oordeel["Oordeel"].tolist() == list(voortgang_tabel(uitkomst, nu)["oordeel"])
        and oordeel["Realisatie"].iloc[-1] == 18
    )
    assert not {"gevraagd", "heel"} & set(
        delen["wat-het-pad-vraagt.csv"].decode("utf-8-sig").splitlines()[0].split(";")
    )
    assert "33,0%" in delen["lees-mij.txt"].decode()

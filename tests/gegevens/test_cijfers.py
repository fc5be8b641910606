"""Every figure of a file is the figure that the words beside it stand for: slides, pages and rows, without opening an office."""

import io
import json
import re
from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Any
from zipfile import ZipFile

import numpy as np
import openpyxl
import pandas as pd
import pytest
from pptx import Presentation

from fairshare import antwoord, export, kleuren, link, toetsing
from fairshare.export import Stempel, Wens, evaluatiepakket, maak, voortgangsrapportage
from fairshare.export.blad import pad_tekening
from fairshare.export.excel import VAST_HIER, koppen
from fairshare.gegevens import lees_regios, maak_monitoring
from fairshare.model import (
    Uitkomst,
    bereken,
    gemeenten_tabel,
    gevraagd,
    in_het_jaar,
    kerncijfers,
    omslag,
    op_weg,
    pad_tabel,
    profiel,
    voortgang,
    voortgang_heel,
    voortgang_tabel,
    zinnen,
)
from fairshare.model.tabellen import GEMEENTEN, REGIO
from fairshare.opmaak import benodigd, getal, minstens, procent, verschil
from fairshare.scenario import Scenario

RIJK = "v=2&reservering=36&verevening=35&pad=vertraagd&mutatiegraad=6.4&ruil=GM0262-GM0150:10&alternatief=7"
LOCHEM, DEVENTER = "GM0262", "GM0150"

WOORDEN: Mapping[str, Callable[[Uitkomst], str]] = {
    "niet geplaatst, huishoudens per jaar": lambda u: getal(_heel(u, "niet_geplaatst")),
    "opgave (fair share), huishoudens per jaar": lambda u: getal(_heel(u, "opgave")),
    "capaciteit, woningen per jaar": lambda u: getal(_heel(u, "capaciteit")),
    "van wat vrijkomt nodig voor de opgave": lambda u: benodigd(_heel(u, "benodigd_percentage")),
    "reservering van wat vrijkomt": lambda u: minstens(profiel(u, LOCHEM).nodige_reservering, procent, 1),
    "extra plekken per jaar buiten de sociale huur": lambda u: minstens(profiel(u, LOCHEM).extra_plekken, getal),
    "extra plekken per jaar buiten de sociale huur, als elk overschot elders meetelt": lambda u: minstens(
        omslag(u).extra_plekken, getal
    ),
    "nieuwe sociale huurwoningen per jaar": lambda u: minstens(profiel(u, LOCHEM).nieuwbouw, getal),
    "urgente huishoudens per jaar: de opgave": lambda u: getal(u.regionaal("opgave")),
    "woningen voor hen: de capaciteit": lambda u: getal(u.regionaal("capaciteit")),
    "niet geplaatst als geen overschot elders meetelt": lambda u: getal(u.regionaal("tekort")),
    "niet geplaatst als elk overschot elders meetelt": lambda u: getal(kerncijfers(u).met_verevening),
    "van wat vrijkomt is nodig voor de hele opgave": lambda u: benodigd(u.regionaal("benodigd_percentage")),
    "reservering, als elk overschot elders meetelt": lambda u: minstens(omslag(u).reservering, procent, 1),
    "reservering, als elke gemeente het alleen doet": lambda u: minstens(
        omslag(u).reservering_zonder_verevening, procent, 1
    ),
    "mutatiegraad, als elk overschot elders meetelt": lambda u: minstens(omslag(u).mutatiegraad, procent, 2),
    "toewijzingen aan urgenten in 2024": lambda u: getal(float(u.bron.kolom("toewijzingen_2024")[_plek(u)])),
    "woningen over voor anderen in 2035": lambda u: getal(_heel(u, "regulier")),
}
"""The words below a figure on a slide or a page, and the figure."""


def _plek(uitkomst: Uitkomst, code: str = LOCHEM) -> int:
    return uitkomst.bron.codes.index(code)


def _heel(uitkomst: Uitkomst, naam: str) -> float:
    return float(in_het_jaar(uitkomst, (naam,))[naam][_plek(uitkomst)])


def rijk(vraag: str = RIJK) -> Uitkomst:
    regios = lees_regios()
    gelezen = link.lees(vraag, regios)
    assert not gelezen.fouten
    return bereken(regios[gelezen.scenario.regio], gelezen.scenario)


def stempel(uitkomst: Uitkomst) -> Stempel:
    return Stempel.van(uitkomst, link.schrijf(uitkomst.scenario))


def dias(uitkomst: Uitkomst, code: str = LOCHEM) -> list[Any]:
    wens = Wens(gemeente=code)
    return list(Presentation(io.BytesIO(maak("pptx", uitkomst, stempel(uitkomst), wens))).slides)


def test_what_a_slide_says_closes_the_gap_does_so_as_it_says():
    """With half of the verevening too: where every surplus counts, or with each on its own; no card leaves that open."""
    uitkomst = rijk("v=2&verevening=50")
    (dia,) = [dia for dia in dias(uitkomst) if "op 0 niet geplaatst" in dia.shapes.title.text]
    teksten = [vorm.text_frame.text for vorm in dia.shapes if vorm.has_text_frame]
    hefboom = {"reservering": "reservering", "mutatiegraad": "mutatiegraad", "extra plekken": "alternatief"}
    hoe = {"als elk overschot elders meetelt": 100, "als elke gemeente het alleen doet": 0}
    gezien = 0
    for cijfer, woord in pairwise(teksten):
        if re.fullmatch(r"[\d.,]+%?", cijfer):
            (naam,) = [naam for wat, naam in hefboom.items() if woord.startswith(wat)]
            (verevening,) = [deel for wat, deel in hoe.items() if woord.endswith(wat)]
            waarde = float(cijfer.rstrip("%").replace(",", "."))
            straks = {"verevening": verevening, naam: waarde}
            assert bereken(uitkomst.bron, uitkomst.scenario, **straks).regionaal("niet_geplaatst") < 0.005, woord
            assert (
                bereken(uitkomst.bron, uitkomst.scenario, **{naam: waarde}).regionaal("niet_geplaatst") > 1
                or not verevening
            )
            gezien += 1
    assert gezien == 4


def test_every_figure_on_a_slide_stands_with_its_words():
    """Each figure and what stands below it: no words are unknown, and each of the deck are there."""
    uitkomst, gezien = rijk(), set()
    per = in_het_jaar(uitkomst, ("benodigd_percentage",))["benodigd_percentage"][:-1]
    plaats = 1 + sum(ander > per[_plek(uitkomst)] for ander in per)
    eigen = {
        f"van wat vrijkomt is nodig, plaats {plaats} van {len(per)}": WOORDEN["van wat vrijkomt nodig voor de opgave"],
        "huishoudens per jaar niet geplaatst in 2035": lambda u: getal(u.regionaal("niet_geplaatst")),
    }
    for dia in dias(uitkomst)[1:]:
        teksten = [vorm.text_frame.text for vorm in dia.shapes if vorm.has_text_frame]
        for cijfer, woord in pairwise(teksten):
            if re.fullmatch(r"[\d.,]+%?|bestaat niet", cijfer):
                assert cijfer == {**WOORDEN, **eigen}[woord](uitkomst), woord
                gezien.add(woord)
    assert len(gezien) >= 12, gezien


def test_every_figure_in_the_notes_of_a_slide_stands_with_its_words():
    """How a figure came about and what is answered: each sentence with a figure is known, and none is left over."""
    uitkomst = rijk()
    kern, eigen, regio = kerncijfers(uitkomst), profiel(uitkomst, LOCHEM), uitkomst.regio
    per = in_het_jaar(uitkomst, ("vraag", "capaciteit", "tekort", "niet_geplaatst"))
    wie = ("opgave", "capaciteit", "tekort", "niet geplaatst")
    moet = [
        f"onafgerond {getal(kern.niet_geplaatst, 2)}. Als elk overschot elders meetelt {getal(kern.met_verevening, 2)}, "
        f"als niets meetelt {getal(regio.tekort[uitkomst.eind, 0], 2)}.",
        *(
            f"{naam}: {', '.join(f'{woord} {getal(cijfer)}' for woord, cijfer in zip(wie, cijfers, strict=True))}"
            for naam, *cijfers in list(zip(*per.values(), strict=True))[:-1]
        ),
        f"De regio als geheel heeft {benodigd(uitkomst.regionaal('benodigd_percentage'))} nodig",
        f"onafgerond {getal(kern.gemiste_plaatsingen, 2)}. De capaciteit gaat van {getal(uitkomst.regionaal('capaciteit', 2026))} naar "
        f"{getal(uitkomst.regionaal('capaciteit'))} woningen per jaar, de opgave blijft {getal(uitkomst.regionaal('opgave'))}.",
        "Nu: reservering 36,0%, mutatiegraad 6,40%.",
        f"reservering {minstens(eigen.nodige_reservering, procent, 1)}, {minstens(eigen.extra_plekken, getal)} extra plekken per jaar, "
        f"of {minstens(eigen.nieuwbouw, getal)} nieuwe sociale huurwoningen per jaar.",
    ]
    notities = [dia.notes_slide.notes_text_frame.text for dia in dias(uitkomst)[1:]]
    tekst = "\n".join(f"{een.partition('Onbekend of onzeker')[0]} {een.rpartition('Antwoord: ')[2].partition('Link: ')[0]}" for een in notities)  # fmt: skip
    for zin in moet:
        assert tekst.count(zin) == 1, zin
        tekst = tekst.replace(zin, "")
    van = stempel(uitkomst)
    elders = [f"{een.vraag} {een.bron}" for een in toetsing.toets(uitkomst, kern)] + [
        *zinnen(eigen),
        op_weg(uitkomst, LOCHEM),
    ]
    for zin in (
        *elders,
        van.kernregel,
        van.anders,
        van.modelversie,
        van.datum,
        "nooit 0",
    ):  # read by tests of their own
        tekst = tekst.replace(zin, "")
    assert not [regel for regel in tekst.splitlines() if re.search(r"\d", re.sub(r"\b20\d\d\b", "", regel))]


REEKSEN = {"Opgave": "vraag", "Capaciteit": "capaciteit", "Niet geplaatst": "niet_geplaatst"}
"""The series of a chart in the deck."""
KLEUREN = {"Opgave": ("OPGAVE", "STIL"), "Capaciteit": ("CAPACITEIT",), "Niet geplaatst": ("ACCENT",)}


def test_every_chart_of_the_deck_has_its_series_with_their_categories_and_colours():
    """By name and year: what a bar, column or line says of whom, and in which colour; the labels say the same; of a gemeente that has homes left, where no figure is another's."""
    uitkomst = rijk()
    per_naam = {naam: in_het_jaar(uitkomst, (naam,))[naam] for naam in REEKSEN.values()}
    jaren, gezien = [str(jaar) for jaar in uitkomst.jaren], 0
    for dia in dias(uitkomst, DEVENTER):
        vormen = [vorm for vorm in dia.shapes if vorm.has_chart]
        namen = list(vormen[0].chart.plots[0].categories) if vormen else []
        for vorm in vormen:
            grafiek, hardop = vorm.chart, vorm._element.nvGraphicFramePr.cNvPr.get("descr")
            wie = list(grafiek.plots[0].categories)
            if "Benodigd percentage" in [een.name for een in grafiek.plots[0].series]:
                _benodigd_met_de_eigen_apart(grafiek, uitkomst)
                gezien += 1
                continue
            for reeks in grafiek.plots[0].series:
                cijfer, waarden = REEKSEN[reeks.name], np.array(reeks.values, dtype=float)
                if wie == jaren:
                    cijfer = {"vraag": "opgave"}.get(cijfer, cijfer)
                    eigen = len(grafiek.plots[0].series) > 1  # the lines of a gemeente, else the columns of the region
                    verwacht = uitkomst.over_de_jaren(cijfer)[_plek(uitkomst, DEVENTER)] if eigen else getattr(uitkomst.regio, cijfer)[:, 0]  # fmt: skip
                else:
                    verwacht = [per_naam[cijfer][uitkomst.bron.namen.index(naam)] for naam in namen]
                np.testing.assert_allclose(waarden, verwacht, err_msg=f"{reeks.name} {wie}")
                vlak = reeks.format.line.color if "LINE" in str(grafiek.chart_type) else reeks.format.fill.fore_color
                kleur = str(vlak.rgb)
                mag = [getattr(kleuren, een) for een in KLEUREN[reeks.name]]
                assert f"#{kleur}" in [een if isinstance(een, str) else een.licht for een in mag], reeks.name
                bij = f" {reeks.name.lower()}" if len(grafiek.plots[0].series) > 1 else ""
                voluit = [f"{naam} {kop}" if wie not in (jaren, namen) else f"{kop}{bij} {getal(waarde)}" for naam, kop, waarde in zip(wie if wie == jaren else namen, wie, waarden, strict=True)]  # fmt: skip
                for zin, deel in zip(voluit, hardop.partition(". ")[2].rstrip(".").split("; "), strict=True):
                    assert zin.split()[0] in deel and zin.split(None, 1)[1] in deel, hardop
                gezien += 1
            if wie != jaren and wie != namen:
                assert wie == [f"{getal(per_naam['capaciteit'][p])} van {getal(per_naam['vraag'][p])}" for p in map(uitkomst.bron.namen.index, namen)]  # fmt: skip
    assert gezien == 8


def _benodigd_met_de_eigen_apart(grafiek: Any, uitkomst: Uitkomst) -> None:
    """The bars of all in grey with their figure in words, that of the chosen gemeente in a series of its own."""
    alle, eigen = grafiek.plots[0].series
    per = dict(zip(uitkomst.bron.namen, uitkomst.per_gemeente("benodigd_percentage"), strict=True))
    assert (alle.name, eigen.name) == ("Benodigd percentage", uitkomst.bron.namen[_plek(uitkomst, DEVENTER)])
    for kop, van_alle, van_eigen in zip(grafiek.plots[0].categories, alle.values, eigen.values, strict=True):
        naam, _, tekst = kop.rpartition(" ")
        assert tekst == benodigd(per[naam])
        moet = (None, per[naam]) if naam == eigen.name else (per[naam], None)
        assert (van_alle, van_eigen) == pytest.approx(moet), naam
    op_volgorde = [per[kop.rpartition(" ")[0]] for kop in grafiek.plots[0].categories]
    assert op_volgorde == sorted(op_volgorde, reverse=True)


def bladzijden(monkeypatch: pytest.MonkeyPatch, doe: Callable[[], bytes]) -> list[dict[str, Any]]:
    """Give the pieces of a PDF as they go to the typesetter."""
    gezet: list[dict[str, Any]] = []

    def zet(*_: Any, sys_inputs: dict[str, str], **__: Any) -> bytes:
        gezet.extend(json.loads(sys_inputs["gegevens"])["delen"])
        return b"%PDF-"

    monkeypatch.setattr("fairshare.export.papier.typst.compile", zet)
    doe()
    return gezet


def test_every_card_of_a_page_is_the_figure_of_its_words(monkeypatch):
    """The sheet of a gemeente: what it has, and what would close its gap."""
    uitkomst = rijk()
    delen = bladzijden(monkeypatch, lambda: maak("pdf", uitkomst, stempel(uitkomst), Wens(gemeente=LOCHEM)))
    kaarten = [kaart for deel in delen if deel["soort"] == "kaarten" for kaart in deel["kaarten"]]
    assert [cijfer for cijfer, _, _ in kaarten] == [WOORDEN[woord](uitkomst) for _, woord, _ in kaarten]
    assert len(kaarten) == 7 and len({cijfer for cijfer, _, _ in kaarten}) == 6
    (toets,) = [deel["rijen"] for deel in delen if deel["soort"] == "tabel" and deel["koppen"] == ["Vraag", "Antwoord"]]
    assert toets == [[een.vraag, een.zin] for een in toetsing.toets(uitkomst, kerncijfers(uitkomst))]


def test_every_cell_of_the_report_is_the_figure_of_its_heading(monkeypatch):
    """The voortgangsrapportage, with amounts."""
    uitkomst = rijk()
    half = maak_monitoring(uitkomst.bron, [(code, "2026-1", 20 + 3 * n) for n, code in enumerate(uitkomst.bron.codes)])
    nu = voortgang(uitkomst, half, 1000.0)
    assert nu
    delen = bladzijden(monkeypatch, lambda: voortgangsrapportage(uitkomst, half, nu, stempel(uitkomst)))
    (tabel,) = [deel for deel in delen if deel["soort"] == "tabel"]
    woorden = {
        "Gemeente": ("naam", str), "Realisatie": ("gerealiseerd", getal), "Gevraagd": ("gevraagd", getal),
        "Stand van 2024": ("stand_2024", getal), "Dekking": ("dekking", procent), "Saldo": ("saldo", verschil),
        "Vereffening": ("vereffening", verschil), "In euro": ("bedrag", verschil), "Oordeel": ("oordeel", str),
    }  # fmt: skip
    cijfers = voortgang_heel(uitkomst, nu)
    kolommen = [[schrijf(cel) for cel in cijfers[naam]] for naam, schrijf in (woorden[kop] for kop in tabel["koppen"])]
    assert tabel["rijen"] == [list(rij) for rij in zip(*kolommen, strict=True)]
    (legenda,) = [deel["reeksen"] for deel in delen if deel["soort"] == "legenda"]
    wie = {"Pad": kleuren.CAPACITEIT.licht, "Fair share": kleuren.STIL.licht, "Prognose": kleuren.ACCENT}
    assert dict(legenda) == wie


KOPPEN = {
    "Jaar": "jaar",
    "Gemeentecode": "code",
    "Gemeente": "naam",
    "Opgave": "opgave",
    "Eigen aandeel": "eigen_aandeel",
    "Verplaatst": "verplaatst",
    "Mutaties": "mutaties",
    "Reservering (%)": "reservering",
    "Capaciteit": "capaciteit",
    "Tekort": "tekort",
    "Overschot": "overschot",
    "Niet geplaatst": "niet_geplaatst",
    "Plaatsingen": "plaatsingen",
    "Over voor regulier woningzoekenden": "regulier",
    "Benodigd percentage (%)": "benodigd_percentage",
    "Dekking (%)": "dekking",
    "Saldo": "saldo",
    "Vereffening": "vereffening",
}
"""The headings of a file of rows, and what stands below them; the workbook is read by test_werkboek."""


def test_every_column_of_the_rows_is_the_figure_of_its_heading():
    """CSV and Parquet: every gemeente and year and the region, every heading."""
    uitkomst = rijk()
    gemeenten, regio = gemeenten_tabel(uitkomst), pad_tabel(uitkomst)
    csv = pd.read_csv(
        io.BytesIO(maak("csv", uitkomst, stempel(uitkomst))), sep=";", decimal=",", encoding="utf-8-sig",
        nrows=len(gemeenten) + len(regio),
    )  # fmt: skip
    parquet = pd.read_parquet(io.BytesIO(maak("parquet", uitkomst, stempel(uitkomst))))
    assert list(csv.columns) == list(KOPPEN)
    for kop, naam in KOPPEN.items():
        verwacht = gemeenten[naam].tolist()
        if naam in regio and naam not in ("code", "naam"):
            verwacht += regio[naam].tolist()
        for tabel, kolom in ((csv, kop), (parquet, naam)):
            gelezen = tabel[kolom].tolist()[: len(verwacht)]
            if isinstance(verwacht[0], str):
                assert gelezen == verwacht, kop
            else:
                np.testing.assert_allclose(gelezen, verwacht, atol=0.0051, err_msg=kop)


def test_what_a_file_says_of_its_scenario_and_json_of_the_whole_period_is_the_figure_of_its_words():
    """The four of every stamp; what was missed and who dropped out over the period, and no longer."""
    uitkomst = rijk()
    assert dict(stempel(uitkomst).kern) == {"Reservering": "36,0%", "Mutatiegraad": "6,40%", "Ingroeipad": "vertraagd, 2026-2035", "Verevening": "35%"}  # fmt: skip
    wacht = rijk("v=2&achterstand=ja&uitval=20&eind=2040")
    for een in (uitkomst, wacht):
        assert antwoord.cijfers(een)["gemist"] == pytest.approx(float(een.regio.gemiste_plaatsingen[0]))
    uitgevallen = float(wacht.regio.uitgevallen[wacht.jaren.index(2035), 0])
    assert antwoord.cijfers(wacht)["uitgevallen"] == pytest.approx(uitgevallen) and uitgevallen > 1


def test_the_label_at_the_end_of_a_line_on_paper_has_the_figure_of_its_series():
    """In the last year, by the name of the series."""
    uitkomst = rijk()
    rijen = pad_tekening(uitkomst, _plek(uitkomst)).rijen
    laatste = rijen[rijen["jaar"] == uitkomst.jaren[-1]]
    moet = {f"{woord} {getal(_heel(uitkomst, naam))}" for woord, naam in (("Opgave", "opgave"), ("Capaciteit", "capaciteit"), ("Niet geplaatst", "niet_geplaatst"))}  # fmt: skip
    assert {label.replace("\u00a0", " ") for label in laatste["label"]} == moet


EVALUATIE = {
    "Gemeente": "naam", "Realisatie": "gerealiseerd", "Gevraagd": "gevraagd", "Pad tot nu": "pad", "Vrijgekomen": "mutaties",
    "Vrijgekomen, verwacht": "mutaties_pad", "Stand van 2024": "stand_2024", "Dekking (%)": "dekking", "Saldo": "saldo",
    "Vereffening": "vereffening", "Vereffening in euro": "bedrag", "Prognose": "prognose", "Pad, prognose": "pad_tot_horizon",
    "Prognose, laag": "laag", "Prognose, hoog": "hoog", "Oordeel": "oordeel", "Stilstand te zien": "onderscheid",
    "Laatste jaar, heel": "heel", "Statushouders per halfjaar": "taakstelling",
    **{f"Per halfjaar in {jaar}": str(jaar) for jaar in range(2026, 2036)},
}  # fmt: skip
"""The headings of the tables for the evaluation, and what stands below them."""


def test_every_column_for_the_evaluation_is_the_figure_of_its_heading():
    """Both tables of the file, with mutaties and amounts, so that no column is another."""
    uitkomst = rijk()
    cijfers = [(code, wat, 20 + 3 * n + erbij) for n, code in enumerate(uitkomst.bron.codes) for wat, erbij in (("2026-1", 0), ("mutaties 2026-1", 61))]  # fmt: skip
    half = maak_monitoring(uitkomst.bron, cijfers)
    nu = voortgang(uitkomst, half, 1000.0)
    assert nu
    pakket = ZipFile(io.BytesIO(evaluatiepakket(uitkomst, half, nu, stempel(uitkomst))))
    for naam, moet in (("oordeel.csv", voortgang_tabel(uitkomst, nu)), ("wat-het-pad-vraagt.csv", gevraagd(uitkomst))):
        tabel = pd.read_csv(io.BytesIO(pakket.read(naam)), sep=";", decimal=",", encoding="utf-8-sig")
        assert [EVALUATIE[kop] for kop in tabel.columns] == [str(kolom) for kolom in moet.columns]
        for kop, kolom in zip(tabel.columns, moet.columns, strict=True):
            van = moet[kolom]
            if van.dtype.kind == "f":
                np.testing.assert_allclose(tabel[kop], van, atol=0.0051, err_msg=kop)
            else:
                assert tabel[kop].astype(str).tolist() == van.astype(str).tolist(), kop


def test_a_heading_of_a_file_says_the_figure_of_its_column():
    """No heading stands for two columns, and each has the word of its column or one of the same figure."""
    woord = {
        "code": "code",
        "naam": "Gemeente",
        "buiten": "buiten",
        "geleverd": "andere",
        "vraag": "Opgave",
        "vrij": "Vrij",
    }
    assert len(set(export.koppen.KOPPEN.values())) == len(export.koppen.KOPPEN)
    for naam, kop in export.koppen.KOPPEN.items():
        assert re.search(woord.get(naam, naam.split("_")[0]), kop, re.IGNORECASE), (naam, kop)


def test_every_stored_cell_of_the_workbook_is_the_figure_of_its_heading_in_its_year():
    """Of every gemeente and of the region, for who reads the file without computing it."""
    uitkomst = rijk()
    boek = openpyxl.load_workbook(io.BytesIO(maak("xlsx", uitkomst, stempel(uitkomst))), data_only=True, read_only=True)
    gelezen = 0
    for blad, namen in (("Berekening", GEMEENTEN), ("Regio", REGIO)):
        kop, *rijen = boek[blad].iter_rows(values_only=True)
        for naam in (een for een in namen if koppen((een,))[0] in kop):
            plek, cijfers = kop.index(koppen((naam,))[0]), getattr(uitkomst.gemeenten if blad == "Berekening" else uitkomst.regio, naam)  # fmt: skip
            for rij in (een for een in rijen if een[0] in uitkomst.jaren):
                jaar = uitkomst.jaren.index(rij[0])
                wie = uitkomst.bron.namen.index(rij[1]) if blad == "Berekening" else None
                moet = float(np.broadcast_to(cijfers, (len(uitkomst.bron.codes), len(uitkomst.jaren), 1))[wie, jaar, 0] if wie is not None else cijfers[jaar, 0])  # fmt: skip
                if np.isfinite(moet):
                    assert rij[plek] == pytest.approx(moet), (blad, naam, rij[:2])
                    gelezen += 1
    assert gelezen > 1000


def test_every_chart_of_the_workbook_has_its_series_in_their_colours():
    """A series is the column below its name, has the names of the gemeenten beside it, and the colour that its name has everywhere."""
    boek = openpyxl.load_workbook(io.BytesIO(maak("xlsx", rijk(), stempel(rijk()))), data_only=True)
    gezien = []
    for reeks in (een for blad in boek for grafiek in blad._charts for een in grafiek.series):
        blad, plek = reeks.tx.strRef.f.replace("$", "").split("!")
        kop, kleur = boek[blad][plek], reeks.graphicalProperties.solidFill.srgbClr
        for waar, kolom in ((reeks.cat.strRef or reeks.cat.numRef, "A"), (reeks.val.numRef, kop.column_letter)):
            laatste = kop.row + len(rijk().bron.codes)
            assert waar.f == f"{blad}!${kolom}${kop.row + 1}:${kolom}${laatste}", kop.value
        mag = [getattr(kleuren, een) for een in KLEUREN[kop.value]]
        assert f"#{kleur}" in [een if isinstance(een, str) else een.licht for een in mag], kop.value
        gezien.append(kop.value)
    assert sorted(gezien) == ["Capaciteit", "Niet geplaatst", "Opgave"]


def test_the_words_of_the_workbook_stand_below_their_headings():
    """Of each parameter what it is, means and where it comes from; of each assumption its value, status and source."""
    uitkomst = rijk()
    boek = openpyxl.load_workbook(io.BytesIO(maak("xlsx", uitkomst, stempel(uitkomst))), data_only=True, read_only=True)
    kop, *rijen = boek["Parameters"].iter_rows(values_only=True)
    assert kop == ("Parameter", "Waarde", "Eenheid", "Toelichting", "Bron", "Naam in formules")
    gelezen = {str(rij[5]).removeprefix("p_"): rij for rij in rijen}
    for naam, wat in Scenario.parameters().items():
        label, _, eenheid, uitleg, bron, _ = gelezen[naam]
        assert (label, eenheid, bron) == (wat.label, wat.eenheid, wat.bron)
        assert str(uitleg).endswith((wat.hulp, VAST_HIER)), (naam, uitleg)
    zegt = dict(rij[:2] for rij in boek["Lees mij"].iter_rows(values_only=True))
    for een in stempel(uitkomst).aannames:
        moet = f"{een.waarde}; {een.status}: {een.bron}. {een.toelichting}".strip()
        assert zegt[f"Aanname: {een.naam}"] == moet

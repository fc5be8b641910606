"""Own data: what broken files are told, what good files become, and that nothing of a file gets out."""

import csv
import io
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairshare.fouten import GegevensFout
from fairshare.gegevens import als_rijen, lees_eigen, lees_regio, sjabloon, woordenboek
from fairshare.gegevens.begrijpen import begrijp
from fairshare.gegevens.gemeentenamen import alle_codes, code_van, naam_van
from fairshare.model import bereken, per_corporatie, verdeel
from fairshare.scenario import Scenario
from tests.gegevens.slechte_bestanden import BESTANDEN

MELDINGEN = pd.read_csv(Path(__file__).with_name("slechte_bestanden.csv"), dtype=str, keep_default_na=False)


@pytest.mark.parametrize("naam", BESTANDEN)
def test_a_broken_file_is_told_exactly_what_is_wrong(naam):
    """Every fault at once, with row, column, value and remedy; a bomb takes nothing down."""
    with pytest.raises(GegevensFout) as fout:
        lees_eigen(BESTANDEN[naam], "proef")
    verwacht = MELDINGEN.loc[MELDINGEN["bestand"] == naam, "melding"].tolist()
    assert [een.melding for een in fout.value.fouten] == verwacht


def test_the_catalogue_is_large_and_complete():
    """At least forty files, each with its messages."""
    assert len(BESTANDEN) >= 40
    assert set(MELDINGEN["bestand"]) == set(BESTANDEN)


def als_csv(regels: list[list[str]], scheiding: str, codering: str) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=scheiding).writerows(regels)
    return uit.getvalue().encode(codering)


def als_xlsx(regels: list[list[object]]) -> bytes:
    boek = openpyxl.Workbook()
    for regel in regels:
        boek.active.append(regel)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


gemeenten = st.lists(
    st.tuples(st.sampled_from(alle_codes()), st.integers(1, 20_000_000), st.none() | st.integers(0, 1)),
    min_size=1,
    max_size=8,
    unique_by=lambda rij: rij[0],
)


@settings(max_examples=25)
@given(
    gemeenten,
    st.sampled_from([";", ",", "\t"]),
    st.sampled_from(["utf-8", "utf-8-sig", "cp1252", "utf-16"]),
    st.booleans(),
    st.integers(0, 5),
    st.booleans(),
)
def test_the_same_figures_come_out_however_they_are_written(rijen, scheiding, codering, punten, boven, totaal):
    """Separator, encoding, thousands, lines above the heading, a row of totals, names or codes: one and the same region."""

    def schrijf(getal: int | None) -> str:
        return "" if getal is None else f"{getal:,}".replace(",", ".") if punten else str(getal)

    regels = [["Bron", "iets", ""][: 1 + boven % 2] for _ in range(boven)]
    regels += [["Gemeente", "Inwoners", "Mutaties"]]
    regels += [[naam_van(code) or "", schrijf(inwoners), schrijf(mutaties)] for code, inwoners, mutaties in rijen]
    if totaal:
        regels.append(["Totaal", schrijf(sum(rij[1] for rij in rijen)), ""])
    anders = [["GM_CODE", "Aantal inwoners", "mutaties 2024"], *([c, i, m] for c, i, m in rijen)]
    regio = lees_eigen(als_csv(regels, scheiding, codering), "proef").regio
    assert [(g.code, g.inwoners_2024, g.mutaties_liberalisatiegrens) for g in regio.gemeenten] == rijen
    assert lees_eigen(als_xlsx(anders), "heel anders").regio.sleutel == regio.sleutel


@settings(max_examples=150)
@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=6), st.sampled_from(["", "blad"]))
def test_whatever_stands_in_a_table_it_is_read_or_refused(rijen, blad):
    """Never another error, and a refusal names what is wrong."""
    tabel = [["Gemeente", "Inwoners", "Mutatiegraad"], *rijen]
    fouten, begrepen = [], None
    try:
        begrepen = begrijp({blad: tabel})
    except GegevensFout as fout:
        fouten = list(fout.fouten)
    assert all(een.advies and een.waar for een in fouten)
    assert begrepen is None or all(code_van(rij["naam"]) == rij["code"] for rij in begrepen.rijen)


@pytest.mark.parametrize(
    ("kop", "cellen", "gelezen"),
    [
        ("Aandeel urgenten", ["30", "25,5"], ["30", "26"]),
        ("Aandeel urgenten", ["0,30", "0,255"], ["30", "26"]),
        ("Aandeel urgenten", ["30%", "25.5 %"], ["30", "26"]),
        ("Aandeel urgenten", ["0,3%", "1"], ["0", "1"]),
    ],
)
def test_percentages_are_judged_by_the_column(kop, cellen, gelezen):
    """30, 0,30 and 30% are the same; a sign settles it."""
    tabel = [["Gemeente", "Mutaties", kop], ["Delft", "100", cellen[0]], ["Leiden", "100", cellen[1]]]
    assert [rij["toewijzingen_2024"] for rij in begrijp({"": tabel}).rijen] == gelezen


def test_the_project_data_in_another_form_gives_the_outcome_of_the_agreement():
    """A workbook with a note, percentages and a total row: 214.5 again."""
    koppen, rijen = als_rijen(lees_regio("stedendriehoek"))
    regio = lees_eigen(als_xlsx([["Bron: kader"], koppen, *rijen, ["Totaal"]]), "x").regio
    assert float(
        bereken(regio, Scenario(regio=regio.sleutel, opgave=1170)).regio.niet_geplaatst[-1, 0]
    ) == pytest.approx(214.5)


def test_the_template_can_be_filled_in_and_its_words_are_known():
    """Every heading of the data dictionary is read as the column it says."""
    boek = openpyxl.load_workbook(io.BytesIO(sjabloon()))
    assert boek.sheetnames == ["gegevens", "uitleg"]
    boek["gegevens"].append(["GM0503", "Delft", 109573, None, 20000, None, None])
    uit = io.BytesIO()
    boek.save(uit)
    assert lees_eigen(uit.getvalue(), "x").regio.gemeenten[0].inwoners_2024 == 109573
    koppen = [kop.replace("naam", "Iets") for kop, *_ in woordenboek()]
    assert "Niet gebruikt" not in " ".join(begrijp({"b": [koppen, ["GM0503", "Delft"]]}).hoe)


def test_homes_of_a_corporatie_are_whole_and_add_up():
    """178 a year by bezit, as in the pact of IJmond and Zuid-Kennemerland; and the capaciteit of a gemeente."""
    assert sum(verdeel(178, {"A": 9211, "B": 5107, "C": 3502, "D": 1}).values()) == 178
    tekst = "Gemeente;Inwoners;Mutaties;Bezit: A;Bezit: B\nDelft;100;1000;700;300\nLeiden;100;1000;;\n"
    regio = lees_eigen(tekst.encode(), "x").regio
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel, opgave=100))
    assert per_corporatie(uitkomst, "GM0503") == {"A": 210, "B": 90}
    assert per_corporatie(uitkomst, "GM0546") == {}


@given(st.integers(0, 10_000), st.lists(st.integers(0, 90_000), min_size=1, max_size=9).filter(any))
def test_whole_numbers_by_largest_remainder(aantal, bezit):
    """They add up, and none is a whole home away from its part."""
    gewichten = {str(plek): float(deel) for plek, deel in enumerate(bezit)}
    delen = verdeel(aantal, gewichten)
    assert sum(delen.values()) == aantal
    assert all(abs(delen[naam] - aantal * deel / sum(bezit)) < 1 for naam, deel in gewichten.items())

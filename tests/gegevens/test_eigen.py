"""Own data: what broken files are told, what good files become, and that nothing of a file gets out."""

import csv
import io
import random
import re
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from unittest.mock import patch

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens import Keuze, als_rijen, eigen, lees_eigen, lees_regio, lezer, sjabloon, woordenboek
from fairshare.gegevens.begrijpen import begrijp
from fairshare.gegevens.eigen import Ingelezen
from fairshare.gegevens.gemeentenamen import alle_codes, code_van, naam_van
from fairshare.gegevens.herleiden import herleid
from fairshare.model import bereken, per_corporatie
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


def als_parquet(tabel: dict[str, object]) -> bytes:
    uit = io.BytesIO()
    pq.write_table(pa.table(tabel), uit)
    return uit.getvalue()


def hier(inhoud: bytes, keuze: Keuze | None = None) -> Ingelezen:
    """Read a file in this process, for tests of hundreds of files that cannot hurt."""

    def bladen(inhoud: bytes, naam: str) -> tuple[object, list[str]]:
        try:
            antwoord = lezer.lees(inhoud)
        except lezer.Onleesbaar as fout:
            raise GegevensFout([Fout(naam, "", str(fout))]) from None
        return antwoord["bladen"], antwoord["hoe"]

    with patch.object(eigen, "lees_bladen", bladen):
        return lees_eigen(inhoud, "proef", keuze)


def gelezen_of_geweigerd(inhoud: bytes, lees=hier) -> None:
    """Either a region, or faults in Dutch; a figure that came through is a whole number within bounds."""
    fouten, gemeenten = (), ()
    try:
        gemeenten = lees(inhoud).regio.gemeenten
    except GegevensFout as fout:
        fouten = fout.fouten
    assert fouten or gemeenten
    assert all(" kan niet: " in een.melding and een.melding.isprintable() for een in fouten)
    assert all(0 <= (rij.inwoners_2024 or 0) <= 20_000_000 for rij in gemeenten)
    assert all(naam_van(rij.code) == rij.naam for rij in gemeenten)


GOEDE = {
    "csv": "Bron: x\nGemeente;Inwoners;Mutatiegraad (%)\nSúdwest-Fryslân;90.138;5,7%\nTotaal;90.138;\n".encode(),
    "xlsx": als_xlsx([["Gemeente", "Inwoners", "Bezit: A"], ["Delft", 109573, 8], ["Leiden", None, 9]]),
    "parquet": als_parquet({"gemeente": ["Delft", "Leiden"], "inwoners": [109573, None], "bezit: a": ["8", "1.009"]}),
}


def verminkt(inhoud: bytes, toeval: random.Random) -> bytes:
    """Change, cut, repeat or add a few bytes, mostly at one place."""
    begin, lang = toeval.randrange(len(inhoud)), toeval.choice((1, 1, 1, 4, 40, 400))
    deel = inhoud[begin : begin + lang]
    return inhoud[:begin] + toeval.choice(
        (
            bytes(toeval.randrange(256) for _ in deel) + inhoud[begin + lang :],
            toeval.choice((b"", b"\x00", b"\xff", b'"', b";", b"\r", b"=1+1", b"\xe2\x80\xae")) + inhoud[begin:],
            b"",
            inhoud[begin + lang :],
            deel * toeval.randrange(2, 30) + inhoud[begin:],
        )
    )


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(["csv", "csv", "xlsx"]), st.randoms(use_true_random=False))
def test_a_damaged_file_is_read_or_refused(soort, toeval):
    """Bytes changed, cut, repeated or added in a good file: never another error than faults in Dutch."""
    gelezen_of_geweigerd(verminkt(GOEDE[soort], toeval))


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from([b"", b"PK\x03\x04", b"PAR1", b"\xff\xfe", b"\xef\xbb\xbf", b"Gemeente;"]), st.binary(max_size=300)
)
def test_any_bytes_are_read_or_refused(begin, rest):
    """Also those that begin as a workbook, as Parquet or as UTF-16."""
    gelezen_of_geweigerd(begin + rest)


def test_damaged_parquet_is_read_or_refused_in_its_own_process():
    """Its reader is no Python and could take a process down; it is not this one."""
    toeval = random.Random(7)
    for _ in range(10):
        gelezen_of_geweigerd(verminkt(GOEDE["parquet"], toeval), lambda inhoud: lees_eigen(inhoud, "proef"))


def test_a_good_file_is_read_without_a_thread_that_may_outlive_it():
    """Arrow reads a file of Python in a thread of its own, and such a thread can take the process down when that ends.

    Twice in twenty whole runs a good file was refused, with other work beside it; no reading by itself was, in a thousand.
    """
    draden = "next(regel for regel in open('/proc/self/status') if regel.startswith('Threads'))"
    vraag = (
        "import sys, pyarrow.parquet; from fairshare.gegevens import lezer; "
        f"eerst = {draden}; gelezen = lezer.lees(sys.stdin.buffer.read()); print(len(gelezen), eerst == {draden})"
    )
    klaar = subprocess.run([sys.executable, "-c", vraag], input=GOEDE["parquet"], check=True, capture_output=True)
    assert klaar.stdout == b"2 True\n"


@settings(max_examples=60, deadline=None)
@given(st.decimals(0, 9_999_999, places=3) | st.integers(0, 9_999_999).map(Decimal))
def test_a_figure_is_the_same_figure_or_refused(getal):
    """As a decimal, a fraction, a whole number or text: what is no whole number is never read as one."""
    tekst = f"{getal:f}".replace(".", ",")
    bestanden = [
        als_parquet({"gemeente": ["Delft"], "inwoners": pa.array([getal], pa.decimal128(12, 3))}),
        als_parquet({"gemeente": ["Delft"], "inwoners": [float(getal)]}),
        als_xlsx([["Gemeente", "Inwoners"], ["Delft", float(getal)]]),
        als_parquet({"gemeente": ["Delft"], "inwoners": [tekst]}),
        als_xlsx([["Gemeente", "Inwoners"], ["Delft", tekst]]),
        f"Gemeente;Inwoners\nDelft;{tekst}\n".encode(),
    ]
    gelezen = []
    for inhoud in bestanden:
        try:
            gelezen.append(hier(inhoud).regio.gemeenten[0].inwoners_2024)
        except GegevensFout:
            gelezen.append(None)
    heel = getal == int(getal)
    assert set(gelezen) <= {getal, None}
    assert gelezen[:3] == [int(getal) if heel else None] * 3


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
    regio = hier(als_csv(regels, scheiding, codering)).regio
    assert [(g.code, g.inwoners_2024, g.mutaties_liberalisatiegrens) for g in regio.gemeenten] == rijen
    assert hier(als_xlsx(anders)).regio.sleutel == regio.sleutel


def test_what_an_office_does_without_a_fault_is_understood():
    """Percentages as they are, lines that end as on an old Mac, a gemeente that is called as a note begins."""
    tekst = "Gemeente;Sociale huur;Mutatiegraad\rBronckhorst;;\rLochem;3.000;5\rBronnen: CBS;;\r"
    ingelezen = hier(tekst.encode())
    gevonden = [(rij.naam, rij.mutaties_liberalisatiegrens) for rij in ingelezen.regio.gemeenten]
    assert gevonden == [("Bronckhorst", None), ("Lochem", 150)]
    assert "Mutatiegraad: gelezen als procenten." in ingelezen.hoe
    assert "Rij 4 overgeslagen: Bronnen: CBS." in ingelezen.hoe


def test_a_percentage_that_has_no_use_is_said():
    """Without the number that it is a part of, nothing can be derived from it."""
    hoe = hier(b"Gemeente;Inwoners;Mutatiegraad\nDelft;1;5,7\n").hoe
    assert (
        "Mutatiegraad: voor 1 gemeenten niet gebruikt, want Mutaties is er al of Sociale huurwoningen ontbreekt." in hoe
    )


def test_figures_of_parquet_are_those_that_stand_in_it():
    """Decimals without a fraction are whole, bytes are text, and an own name has nothing that turns a line around."""
    tabel = {"gemeente": [b"Delft"], "inwoners": [Decimal("109573.00")], "bezit: \x07\u202eA": [5]}
    rij = hier(als_parquet(tabel)).regio.gemeenten[0]
    assert (rij.naam, rij.inwoners_2024, dict(rij.bezit)) == ("Delft", 109573, {"A": 5})


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
    begrepen = begrijp({"": tabel})
    herleid(begrepen)
    assert [rij["toewijzingen_2024"] for rij in begrepen.rijen] == gelezen


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


def test_a_row_a_corporatie_is_a_row_a_gemeente():
    """Delft has 700 of A and 300 of B, Leiden twice of A; a subtotal and the row of totals do not count; unknown stays unknown."""
    tekst = (
        "Gemeente;Woningcorporatie;Bezit;Mutaties\nDelft;A;700;50\nDelft;B;300;\nDelft;Totaal;1.000;\n"
        "Leiden;A;50;20\nLeiden;A;20;20\nVoorst;B;;5\nTotaal;;1.070;75\n"
    )
    gelezen = lees_eigen(tekst.encode(), "x")
    assert [(een.naam, dict(een.bezit)) for een in gelezen.regio.gemeenten] == [
        ("Delft", {"A": 700, "B": 300}),
        ("Leiden", {"A": 70, "B": None}),
        ("Voorst", {"A": None, "B": None}),
    ]
    assert [een.corporatiewoningen_2024 for een in gelezen.regio.gemeenten] == [1000, 70, None]
    assert [een.mutaties_liberalisatiegrens for een in gelezen.regio.gemeenten] == [50, 20, 5]
    assert gelezen.goed and "Er is een rij per corporatie: het bezit is per gemeente opgeteld." in gelezen.hoe


def test_a_year_that_cannot_be_is_no_period():
    """20255 is not the newest, and 1925 is not of this table."""
    with pytest.raises(GegevensFout) as fout:
        lees_eigen(b"Gemeente;Jaar;Inwoners\nDelft;20255;100\nLeiden;1925;90\nEpe;2024;8\n", "x")
    assert [een.melding for een in fout.value.fouten] == [
        "rij 2, kolom Jaar=20255 kan niet: schrijf een jaar van 1980 tot en met 2050.",
        "rij 3, kolom Jaar=1925 kan niet: schrijf een jaar van 1980 tot en met 2050.",
    ]


def test_a_column_of_corporaties_that_is_empty_says_nothing():
    """As in a template of which only some columns were filled in."""
    assert lees_eigen(b"Gemeente;Corporatie;Inwoners\nDelft;;700\n", "x").regio.gemeenten[0].inwoners_2024 == 700


@pytest.mark.parametrize(
    ("rijen", "melding"),
    [
        (
            "Bezit;Mutaties\nDelft;A;7;10\nDelft;B;3;20",
            "rij 3, kolom Mutaties=20 kan niet: in rij 2 staat voor deze gemeente 10",
        ),
        ("Inwoners\nDelft;A;7\nDelft;B;3", "er een kolom bij met haar woningen"),
        ("Bezit\nDelft;;7\nDelft;B;3", "rij 2, kolom Corporatie kan niet: vul in van welke corporatie"),
        ("Bezit\nDelft;A;veel\nUtrech;B;3", "rij 2, kolom Bezit=veel kan niet"),
    ],
)
def test_rows_of_corporaties_that_cannot_be_are_named(rijen, melding):
    """Another figure for the same gemeente, no homes, nobody's homes, and cells that are no figures."""
    with pytest.raises(GegevensFout, match=re.escape(melding)):
        lees_eigen(f"Gemeente;Corporatie;{rijen}\n".encode(), "x")


def test_homes_of_a_corporatie_are_whole_and_add_up():
    """300 places a year by bezit of 700 and 300; who names no bezit has no table."""
    tekst = "Gemeente;Inwoners;Mutaties;Bezit: A;Bezit: B\nDelft;100;1000;700;300\nLeiden;100;1000;;\n"
    regio = lees_eigen(tekst.encode(), "x").regio
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel, opgave=100))
    assert per_corporatie(uitkomst, "GM0503") == {"A": [210] * 10, "B": [90] * 10}
    assert per_corporatie(uitkomst, "GM0546") == {}

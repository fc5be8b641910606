"""Files as StatLine, offices and other programs write them: what is read, what is said of it, and what is asked."""

import io
import random

import openpyxl
import pytest

from fairshare.fouten import GegevensFout
from fairshare.gegevens import KOLOMMEN, Keuze, als_sleutel, getypt, lees_samen
from fairshare.gegevens.gemeentenamen import alle_codes, naam_van, opgeheven, sleutel
from fairshare.gegevens.getallen import Onjuist, aantallen
from fairshare.gegevens.herkennen import DUIZENDEN, kolom_van_regio
from fairshare.opdrachten import main
from tests.gegevens.test_eigen import als_xlsx, hier

DRIE = [("GM0503", 109573), ("GM0546", 128032), ("GM0983", 101988)]


def statline(kop: str, rijen: list[str], boven: str = '"Een titel"\n\n') -> bytes:
    """A CSV as StatLine gives it: title lines, quotes, CRLF, a source below."""
    return f'\ufeff{boven}{kop}\n{chr(10).join(rijen)}\n"Bron: CBS"\n'.replace("\n", "\r\n").encode()


def fouten(*bestanden: bytes) -> list[str]:
    """Read files and give what they are told."""
    with pytest.raises(GegevensFout) as fout:
        lees_samen([(inhoud, f"b{nummer}") for nummer, inhoud in enumerate(bestanden)])
    return [een.melding for een in fout.value.fouten]


@pytest.mark.parametrize("wie", ["naam", "code", "beide"])
@pytest.mark.parametrize("onbekend", ["", ".", "x"])
def test_a_statline_table_is_read_as_it_comes(wie, onbekend):
    """Names or padded codes, units behind the heading, a path before it, a provisional year, other areas between."""
    koppen = {"naam": ['"Regio\'s"'], "code": ['"RegioS"'], "beide": ['"Regio\'s"', '"Codes regio\'s (code)"']}[wie]
    gebieden = [("NL01", "Nederland", "1"), ("PV20", "Groningen (PV)", "2"), ("CR12", "Achterhoek (CR)", "3")]
    rijen = gebieden + [(code, naam_van(code), str(cijfer)) for code, cijfer in DRIE]
    cellen = {
        "naam": lambda c, n: [f'"{n} "'],
        "code": lambda c, n: [f'"{c}    "'],
        "beide": lambda c, n: [f'"{n}"', f'"{c}  "'],
    }
    regels = [
        ";".join([*cellen[wie](code, naam), '"2024*"', f'"    {cijfer}"', onbekend]) for code, naam, cijfer in rijen
    ]
    kop = ";".join([*koppen, '"Perioden"', '"Bevolking/Totale bevolking (aantal)"', '"Huishoudens (aantal)"'])
    ingelezen = hier(statline(kop, regels))
    assert [(rij.code, rij.inwoners_2024, rij.huishoudens_2024) for rij in ingelezen.regio.gemeenten] == [
        (code, cijfer, None) for code, cijfer in DRIE
    ]
    assert (ingelezen.geteld["inwoners_2024"], ingelezen.geteld["huishoudens_2024"]) == (3, 0)
    gezegd = " ".join(ingelezen.hoe)
    assert all(woord in gezegd for woord in ("Een titel", "Periode: 2024*.", "voorlopig", "3 rijen die geen gemeente"))


def test_of_several_periods_the_newest_counts_or_the_one_that_was_chosen():
    """In rows or in headings; whichever it is, is said."""
    lang = "Perioden;Gemeente;Inwoners\n" + "".join(
        f"{j};{naam_van(c)};{n + j}\n" for j in (2022, 2024, 2023) for c, n in DRIE
    )
    breed = "Gemeente;Mutaties 2022;Mutaties 2024;Mutaties 2023\nDelft;2022;2024;2023\n"
    for tekst, kolom in ((lang, "inwoners_2024"), (breed, "mutaties_liberalisatiegrens")):
        for periode in ("", "2023"):
            ingelezen = hier(tekst.encode(), Keuze(periode=periode))
            assert ingelezen.perioden == ("2024", "2023", "2022")
            jaar = int(periode or 2024)
            assert getattr(ingelezen.regio.gemeenten[0], kolom) == jaar + (
                DRIE[0][1] if kolom == "inwoners_2024" else 0
            )
            assert str(jaar) in " ".join(ingelezen.hoe)


def test_a_whole_national_table_is_read_within_bounds():
    """Ten periods of all gemeenten with hundreds of rows that are none, and gemeenten that are no more."""
    gebieden = [f"{soort}{nummer:02d}" for soort in ("NL", "LD", "PV", "CR") for nummer in range(1, 41)]
    regels = [f"{code};{jaar};5" for jaar in range(2015, 2025) for code in (*gebieden, *alle_codes())]
    regels += ["GM0003;2024;."]
    ingelezen = hier(statline("RegioS;Perioden;TotaleBevolking_1", regels))
    assert len(ingelezen.regio.gemeenten) == len(alle_codes())
    assert "161 rijen die geen gemeente zijn" in " ".join(ingelezen.hoe)


def test_a_number_is_read_as_its_column_is_written():
    """A program writes 150.000 for 150 beside 34289.000; an office for a hundred and fifty thousand; a mix is asked."""
    assert aantallen(["34289.0", "150.00", ""]) == ["34289", "150", ""]
    assert aantallen(["150.000", "34.289"]) == ["150000", "34289"]
    assert isinstance(aantallen(["34289.000", "150.000"])[1], Onjuist)


@pytest.mark.parametrize("naam", [naam for naam in KOLOMMEN if naam not in ("naam", "code", "provincie")])
def test_every_column_is_known_by_its_headings_and_with_a_fault_in_typing(naam):
    """As it is, with a year, in other letters, and with two letters exchanged; never as another column."""
    toeval = random.Random(naam)
    for kop in (naam, KOLOMMEN[naam].kop, *KOLOMMEN[naam].ook):
        assert kolom_van_regio(kop) == naam
        assert kolom_van_regio(f" {kop.upper()} ") == naam
        letters = [
            plek for plek in range(1, len(kop) - 2) if kop[plek : plek + 2].isalpha() and kop[plek] != kop[plek + 1]
        ]
        if len(sleutel(kop)) > 9 and letters and "/" not in kop:
            plek = toeval.choice(letters)
            getypt = kop[:plek] + kop[plek + 1] + kop[plek] + kop[plek + 2 :]
            assert kolom_van_regio(getypt) == naam, getypt


@pytest.mark.parametrize(
    "kop",
    [
        "Inwoners 65+",
        "Koopwoningen",
        "Huurwoningen",
        "Sociale huur (%)",
        "% sociale huur",
        "Wonen/Huurwoningen/In bezit woningcorporatie (%)",
        "Bezit: De Hoek (%)",
        "Mutaties in procenten",
        "Huurwoningen/Woningen",
        "Inwonend",
        "Leegstand",
        "Gemiddelde woningwaarde (1 000 euro)",
    ],
)
def test_a_heading_that_says_something_else_is_asked(kop):
    """It is named as not used, and the user can say what it is."""
    tekst = f"Gemeente;{kop}\nDelft;5\n".encode()
    ingelezen = hier(tekst)
    assert list(ingelezen.ongebruikt) == [kop]
    assert not ingelezen.goed
    if not DUIZENDEN.search(kop):
        gekozen = Keuze({getypt(kop): "woningen_2024"})
        assert hier(tekst, gekozen).regio.gemeenten[0].woningen_2024 == 5
        samen = lees_samen([(tekst, "cijfers"), (als_sleutel(gekozen), "sleutel")])
        assert samen.regio.gemeenten[0].woningen_2024 == 5
        assert samen.goed


def test_headings_that_differ_in_a_sign_are_two_columns_also_in_the_key():
    """A share and a number, and a heading with the sign that parts columns in the key."""
    tekst = b'Gemeente;Leeg (%);Leeg;"Tal; mensen"\nDelft;30;7;90\n'
    gekozen = Keuze({getypt("Leeg"): "huishoudens_2024", getypt("Tal; mensen"): "inwoners_2024"})
    samen = lees_samen([(tekst, "cijfers"), (als_sleutel(gekozen), "sleutel")])
    assert (samen.regio.gemeenten[0].huishoudens_2024, samen.regio.gemeenten[0].inwoners_2024) == (7, 90)
    assert samen.ongebruikt == ("Leeg (%)",)


@pytest.mark.parametrize(
    "kop", ["Contactpersoon", "Clientnummer", "Dossiernummer", "Opmerking", "Naam huurder", "E-mail"]
)
def test_what_is_about_persons_or_free_text_is_refused(kop):
    """By its heading, whatever stands below it."""
    assert "lijkt over personen te gaan" in fouten(f"Gemeente;Inwoners;{kop}\nDelft;5;7\n".encode())[0]


def test_gemeenten_are_found_by_what_they_are_where_their_heading_says_nothing():
    """A column that has gemeenten in it is the one; figures in thousands are refused."""
    assert hier(b"Plaats;Inwoners\nDelft;5\nLeiden;6\n").regio.codes == ("GM0503", "GM0546")
    assert "duizendtallen" in fouten(b"Gemeente;Inwoners (x 1 000)\nDelft;5\n")[0]


@pytest.mark.parametrize(
    ("rijen", "melding"),
    [
        ("GM0003;;5", "Appingedam (GM0003) is sinds 2021 deel van Eemsdelta (GM1979)"),
        (";Brielle;5", "Brielle (GM0501) is sinds 2023 deel van Voorne aan Zee (GM1992)"),
        (";Bergen;5", "Bergen (NH.) (GM0373) of Bergen (L.) (GM0893)"),
        ("GM0503;Regio Oost;5", "de code GM0503 is van Delft"),
        ("GM0503;Leiden;5", "deze code is van Delft, en Leiden heeft GM0546"),
    ],
)
def test_a_row_whose_gemeente_is_not_certain_is_a_fault_that_names_who_is_meant(rijen, melding):
    """A former one, one of two, or a name that contradicts its code; never left out as a total."""
    assert melding in fouten(f"Gemeentecode;Gemeente;Inwoners\n{rijen}\n".encode())[0]


def test_a_fault_in_the_name_beside_a_good_code_and_a_provincie_that_settles_it_are_read():
    """What is meant is certain there."""
    assert hier(b"Gemeentecode;Gemeente;Inwoners\nGM0503;Delfd;5\n").regio.namen == ("Delft",)
    assert hier(b"Gemeente;Provincie;Inwoners\nBergen;Limburg;5\n").regio.codes == ("GM0893",)


def test_every_former_gemeente_has_its_code_and_its_successor():
    """By name and by code it is the same sentence; no code is one of today."""
    zinnen = [opgeheven("", code) for code in _oude_codes()]
    assert len(zinnen) > 60
    assert all(zin == opgeheven(zin.partition(" (GM")[0]) for zin in zinnen)
    assert not set(_oude_codes()) & set(alle_codes())


def _oude_codes() -> list[str]:
    from fairshare.gegevens.gemeentenamen import _lijst

    return list(_lijst().oude_namen)


def werkmap(bewerk) -> bytes:
    """A workbook of three gemeenten, changed."""
    boek = openpyxl.load_workbook(
        io.BytesIO(als_xlsx([["Gemeente", "Inwoners", "Mutaties"], ["Delft", 5, 2], ["Leiden", 6, 3]]))
    )
    bewerk(boek.active)
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def test_merged_cells_of_figures_are_asked_and_merged_headings_and_names_are_read():
    """One figure for two gemeenten is no figure of either."""
    assert [zin for zin in fouten(werkmap(lambda blad: blad.merge_cells("C2:C3"))) if "C2:C3 is samengevoegd" in zin]

    def titel(blad):
        blad.insert_rows(1)
        blad["A1"] = "Cijfers van de regio"
        blad.merge_cells("A1:C1")

    assert hier(werkmap(titel)).regio.gemeenten[1].mutaties_liberalisatiegrens == 3


def test_a_heading_over_two_columns_is_named():
    """With a second row of headings below it; over an empty column it is a heading."""

    def twee_rijen(blad):
        blad.insert_rows(2)
        blad["C2"], blad["D2"], blad["D3"], blad["D4"] = 2023, 2024, 4, 5
        blad.merge_cells("C1:D1")

    assert fouten(werkmap(twee_rijen))[0].startswith(
        "rij 1=C1:D1 kan niet: deze kop is samengevoegd over meer kolommen"
    )
    assert hier(werkmap(lambda blad: blad.merge_cells("C1:D1"))).regio.gemeenten[1].mutaties_liberalisatiegrens == 3


def test_what_excel_hides_is_read_and_named():
    """Hidden rows and columns, and a filter."""

    def verberg(blad):
        blad.row_dimensions[3].hidden = True
        blad.column_dimensions["C"].hidden = True
        blad.auto_filter.ref = "A1:C3"
        blad.auto_filter.add_filter_column(0, ["Delft"])

    ingelezen = hier(werkmap(verberg))
    assert len(ingelezen.regio.gemeenten) == 2
    gezegd = " ".join(ingelezen.hoe)
    assert all(deel in gezegd for deel in ("1 rij (3)", "1 kolom (C)", "filter op A1:C3"))


def test_files_of_one_region_are_joined_and_may_not_contradict_each_other():
    """A table of the country fills in what it knows; what two files say differently is a fault of both."""
    a = b"Gemeente;Inwoners\nDelft;5000\nLeiden;6000\n"
    land = "Gemeentecode;Woningen\n" + "".join(f"{code};{int(code[2:])}\n" for code in alle_codes())
    samen = lees_samen([(a, "a"), (land.encode(), "land"), (b"Gemeente;Mutaties\nLeiden;1\n", "m")])
    assert [
        (rij.inwoners_2024, rij.woningen_2024, rij.mutaties_liberalisatiegrens) for rij in samen.regio.gemeenten
    ] == [
        (5000, 503, None),
        (6000, 546, 1),
    ]
    assert "m: hier staat niet in: Delft" in " ".join(samen.hoe)
    assert fouten(a, b"Gemeente;Inwoners\nDelft;5000\nLeiden;7\n") == [
        "b1: Leiden, Inwoners=7 kan niet: een ander bestand zegt 6000; laat een van beide weg."
    ]


@pytest.mark.parametrize(
    "tekst",
    [
        "Gemeente;Inwoners;Opgave\nDelft;5;70\nLeiden;6;30\n",
        "Gemeente;Inwoners;Opgave\nDelft;5;\nLeiden;6;\nTotaal;11;100\n",
        "Opgave van de regio;100;\nGemeente;Inwoners;Mutaties\nDelft;5;1\nLeiden;6;1\n",
    ],
)
def test_the_opgave_comes_in_per_gemeente_or_of_the_region(tekst):
    """It is a figure of the region with its source, and changes the fingerprint."""
    regio = hier(tekst.encode()).regio
    assert regio.cijfer("opgave") == 100
    assert hier(tekst.replace("100", "101").replace("30", "31").encode()).regio.sleutel != regio.sleutel


@pytest.mark.parametrize(
    ("tekst", "status", "deel"),
    [
        ("Gemeente;Inwoners;Leuk\nDelft;5;1\nLeiden;;2\n", 0, "inwoners: 1 van 2\n"),
        ("Gemeente;Inwoners;Leuk\nDelft;5;1\nLeiden;;2\n", 0, "mutaties: staat er niet in\n"),
        ("Gemeente;Inwoners;Leuk\nDelft;5;1\nLeiden;;2\n", 0, "niet gebruikt: Leuk\n"),
        ("Gemeente;Inwoners;Leuk\nDelft;5;1\nLeiden;;2\n", 0, "proef.csv: 2 gemeenten, bruikbaar op 1 kolom na;"),
        ("Gemeente;Corporatie;Woningen\nDelft;A;5\nLeiden;B;6\n", 0, "bezit: A: 1 van 2\n"),
        ("Gemeente;Groep: jongeren\nDelft;5\nLeiden;6\n", 0, "groep: jongeren: 2 van 2\n"),
        ("Gemeente;SES-WOA\nDelft;0,5\nLeiden;-0,1\n", 0, "ses-woa: 2 van 2\n"),
        ("Gemeente;Sociale huur;Mutatiegraad\nDelft;5000;5%\n", 0, "mutatiegraad (%): 1 van 1\nmutaties: 1 van 1\n"),
        ("Opgave van de regio;100\nGemeente;Inwoners\nDelft;5\n", 0, "opgave van de regio: 100\n"),
        ("Gemeente;Leuk\nDelft;5\n", 1, "er is geen enkel cijfer gelezen"),
        ("Gemeente;Inwoners\nDelft;0\nLeiden;0\n", 1, "Inwoners: van elke gemeente 0"),
        ("Gemeente;InBezitWoningcorporatie_42\nDelft;45\nLeiden;33\n", 1, "Zijn dit procenten, laat de kolom dan weg"),
        ("Gemeente;Inwoners\nDelft;5\nTotaal;6\n", 1, "Inwoners is 6, de som is 5"),
        ("Gemeente;Sociale huur;Mutaties\nDelft;5;6\n", 1, "dit kan hoogstens Sociale huur zijn, en dat is 5"),
    ],
)
def test_controleer_counts_what_was_read_and_judges_by_it(capsys, tmp_path, tekst, status, deel):
    """Good is at least one figure and no contradiction; what was not used is always named."""
    (tmp_path / "proef.csv").write_text(tekst, encoding="utf-8")
    assert main(["controleer", str(tmp_path / "proef.csv")]) == status
    assert deel in capsys.readouterr().out


@pytest.mark.parametrize(
    "argumenten",
    [
        ("exporteer", "opgave=10", "--data"),
        ("afspraak", "opgave=10", "--data"),
        ("weg", "opgave=10", "--data"),
        ("rapport", "", "--realisatie"),
        ("landelijk",),
        ("exporteer", ""),
    ],
    ids=" ".join,
)
def test_no_command_writes_over_what_it_reads(argumenten, capsys, monkeypatch, tmp_path):
    """However it is called, also by another name of the same file; the last reads only what came along."""
    bron, ander = tmp_path / "proef.csv", tmp_path / "ander.csv"
    bron.write_text("Gemeente;Inwoners;Mutaties\nDelft;5;1\n", encoding="utf-8")
    ander.hardlink_to(bron)
    leest = [str(bron)] if argumenten != ("exporteer", "") else []
    monkeypatch.setattr("fairshare.gegevens.bestanden.MAP", tmp_path if not leest else tmp_path / "leeg")
    for naar in (tmp_path / "x" / ".." / "proef.csv", ander):
        (tmp_path / "x").mkdir(exist_ok=True)
        assert main([*argumenten, *leest, "--naar", str(naar)]) == 2
        assert "waaruit wordt gelezen" in capsys.readouterr().err
    assert bron.read_text(encoding="utf-8").startswith("Gemeente;")

"""The national table, and the regions that are put together from it."""

import csv
import io
import json
import re
from functools import cache

import numpy as np
import pandas as pd
import pytest

from fairshare import link
from fairshare.fouten import GegevensFout
from fairshare.gegevens import (
    gebieden,
    gemeenten_van_het_land,
    inwoners_van_het_land,
    lees_landelijk_register,
    lees_landelijke_afspraken,
    lees_regelingen,
    lees_regio,
    lees_regios,
    maak_landelijk,
    naast_elkaar,
    omtrekken,
    tegels_van,
    vraag_land,
    zelfde_afspraak,
)
from fairshare.model import bereken, herijking, overal, uitgangspunten, waarschuwingen, wat_verschoof
from fairshare.opmaak import afgerond
from fairshare.scenario import Scenario


@cache
def als_csv() -> str:
    """The table as the CSV that it is made of."""
    rijen = vraag_land("SELECT * FROM land")
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, rijen[0], delimiter=";", lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows({**rij, "buurgemeenten": " ".join(rij["buurgemeenten"])} for rij in rijen)
    return uit.getvalue()


def test_the_table_is_made_with_a_check_for_every_published_total():
    """Each column with a national total in the register is held against it, and against the other columns."""
    inhoud, gedaan = maak_landelijk([(als_csv().encode(), "landelijk.csv")])
    assert inhoud.startswith(b"PAR1")
    totalen = [naam for naam, cijfer in lees_landelijk_register().kolommen.items() if cijfer.totaal]
    assert len(totalen) == 17
    assert {regel.partition(":")[0] for regel in gedaan} == {"gemeenten", "register", "buurgemeenten", *totalen}


@pytest.mark.parametrize(
    ("oud", "nieuw", "waar"),
    [
        ("13959", "13960", "corporatiewoningen_2024"),
        ("GM0150;Deventer", "GM0151;Deventer", "gemeenten"),
        ("GM0060;Ameland", "GM0060;Ameland ", ""),
    ],
)
def test_a_table_that_does_not_add_up_is_not_made(oud, nieuw, waar):
    """A home too many, or another code, is named; a space in a name is none of its business."""
    assert oud in als_csv()
    anders = als_csv().replace(oud, nieuw, 1).encode()
    if not waar:
        assert maak_landelijk([(anders, "landelijk.csv")])
        return
    with pytest.raises(GegevensFout) as gevangen:
        maak_landelijk([(anders, "landelijk.csv")])
    assert waar in {fout.waar for fout in gevangen.value.fouten}


def gepubliceerd(koppen: str, vast: str, kolommen: list[str], mist: str = "") -> bytes:
    """A made file in the form of a table of CBS: the country, a province, every gemeente and the source line."""
    rijen = vraag_land("SELECT * FROM land ORDER BY code")
    land = {naam: sum(rij[naam] for rij in rijen) for naam in kolommen}
    alle = [{"code": "NL01", **land}, {"code": "PV20", **land}, *(rij for rij in rijen if rij["code"] != mist)]
    regels = [vast.format(f"{rij['code']:<8}") + "".join(f';"{rij[naam]:>9}"' for naam in kolommen) for rij in alle]
    return "\n".join([koppen, *regels, '"Bron: CBS"']).encode("utf-8-sig")


VOORRAAD = '"Voorraad woningen; eigendom"\n\n"ID";"StatusVanBewoning";"RegioS";"Perioden";"TotaleWoningvoorraad_1";"EigendomWoningcorporatie_4"'
KERN = (
    '"Regio\'s";"Perioden";"Bevolking/Totale bevolking (aantal)";"Bevolking/Totaal particuliere huishoudens (aantal)"'
)
WIJKEN = '"ID";"WijkenEnBuurten";"Gemeentenaam_1";"AantalInwoners_5";"MateVanStedelijkheid_122"'
BEWOOND = '"0";"A028725 ";"GM0014  ";"2025JJ00";"1";"1"'


def test_the_tables_of_cbs_are_read_as_they_are_published():
    """Open data and StatLine, padded, with other areas, statuses and a source line: the same table, with every check."""
    bestanden = [
        (
            gepubliceerd(VOORRAAD, '"0";"T001235 ";"{}";"2025JJ00"', ["woningen_2025", "corporatiewoningen_2025"])
            + f"\n{BEWOOND}".encode(),
            "82900NED.csv",
        ),
        (gepubliceerd(KERN, '"{}";"2025*"', ["inwoners_2025", "huishoudens_2025"]), "70072ned.csv"),
        (gepubliceerd(WIJKEN, '"0";"{}";"x"', ["inwoners_2024", "stedelijkheid_2024"]), "85984NED.csv"),
    ]
    inhoud, gedaan = maak_landelijk(bestanden)
    assert inhoud == maak_landelijk([(als_csv().encode(), "landelijk.csv")])[0]
    assert "inwoners_2025: 342 van 342 gemeenten in 70072ned.csv, som 18044027, Nederland daar 18044027" in gedaan
    assert "stedelijkheid_2024: 342 van 342 gemeenten in 85984NED.csv" in gedaan


def test_a_table_of_cbs_is_read_whole_with_the_years_and_subjects_that_are_not_used():
    """Percentages that are called as counts, years from before the table and one that is still empty: named, and not taken over."""
    kern = gepubliceerd(
        '"ID";"RegioS";"Perioden";"TotaleBevolking_1";"Eenpersoonshuishoudens_83"',
        '"0";"{}";"2025JJ00"',
        ["inwoners_2025", "eenpersoonshuishoudens_2025"],
    ).decode()
    rijen = [regel for regel in kern.splitlines()[1:] if ";" in regel]
    koppen = kern.splitlines()[0] + ';"Eenpersoonshuishoudens_86";"Koopwoningen_94";"Omgevingsadressendichtheid_257"'
    jaren = {
        "2025JJ00": rijen,
        "1995JJ00": rijen,
        "2026JJ00": [re.sub(r'"[0-9 ]{9}"', '"        ."', rij) for rij in rijen],
    }
    heel = [rij.replace("2025JJ00", jaar) + ';"38.1";"55.8";"  ."' for jaar, van in jaren.items() for rij in van]
    bestanden = [
        ("\n".join([koppen, *heel]).encode(), "70072ned.csv"),
        (
            gepubliceerd(
                '"WijkenEnBuurten";"AantalInwoners_5";"HuishoudensTotaal_29";"Koopwoningen_40"',
                '"{}"',
                ["inwoners_2024", "huishoudens_2024", "stedelijkheid_2024"],
            ),
            "85984NED.csv",
        ),
        (
            gepubliceerd(VOORRAAD, '"0";"T001235 ";"{}";"2012JJ00"', ["woningen_2023", "koopwoningen_2025"]),
            "82900NED.csv",
        ),
    ]
    inhoud, gedaan = maak_landelijk(bestanden)
    assert inhoud == maak_landelijk([(als_csv().encode(), "landelijk.csv")])[0]
    assert (
        "eenpersoonshuishoudens_2025: 342 van 342 gemeenten in 70072ned.csv, som 3380900, Nederland daar 3380900"
        in gedaan
    )
    over = "niet overgenomen, want ouder dan de tabel of nog niet gepubliceerd"
    assert f"70072ned.csv: {over}: inwoners 1995, 2026; eenpersoonshuishoudens 1995, 2026" in gedaan
    assert f"82900NED.csv: {over}: woningen 2012; corporatiewoningen 2012" in gedaan


@pytest.mark.parametrize(
    ("bestand", "melding"),
    [
        ((KERN, '"{}";"2025"', ["inwoners_2025", "huishoudens_2025"], "GM0262"), "341 van 342 gemeenten"),
        ((KERN, '"{}";"2025"', ["inwoners_2024", "huishoudens_2025"]), "som 17942942, landelijk gepubliceerd 18044027"),
        ((KERN, '"{}";"2031"', ["inwoners_2025", "huishoudens_2025"]), "zonder status en bron: inwoners_2031"),
        ((KERN, '"{}";"2025 1e kwartaal"', ["inwoners_2025", "huishoudens_2025"]), "het jaar is niet te lezen"),
        (("Wie;Wat", "{}", ["inwoners_2025"]), "er is geen kolom RegioS"),
        (('"RegioS";"Mannen_1"', '"{}"', ["inwoners_2025"]), "er is geen onderwerp"),
    ],
)
def test_a_published_table_that_does_not_fit_is_refused_by_name(bestand, melding):
    """A gemeente that is missing, another sum, a year without a register, no year, no area, no subject."""
    with pytest.raises(GegevensFout, match=melding):
        maak_landelijk([(gepubliceerd(*bestand), "tabel.csv")])


@pytest.mark.parametrize(
    ("sleutel", "naam", "aantal"),
    [
        ("NL", "Nederland", 342),
        ("PV21", "Provincie Fryslân", 18),
        ("CR12", "COROP Twente", 14),
        ("eindhoven", "Stedelijk Gebied Eindhoven", 9),
        ("GM0355", "Zeist", 1),
        ("GM0363,GM0394", "Amsterdam en Haarlemmermeer", 2),
        ("GM0363,GM0394,GM0358:Rond Schiphol", "Rond Schiphol", 3),
    ],
)
def test_any_gemeenten_are_a_region(sleutel, naam, aantal):
    """Its figures are real, its mutaties an estimate that is labelled, its opgave unknown; a link brings it back."""
    regio = lees_regio(sleutel)
    assert (regio.register.naam, len(regio.gemeenten)) == (naam, aantal)
    for kolom in ("inwoners_2024", "huishoudens_2024", "woningen_2024", "corporatiewoningen_2024", "centrum_x"):
        assert regio.volledig(kolom)
    uitkomst = bereken(regio, Scenario(regio=sleutel))
    assert np.isnan(uitkomst.regio.opgave).all()
    assert "5,52% (schatting: " in " ".join(waarschuwingen(uitkomst))
    assert link.lees(link.schrijf(Scenario(regio=sleutel)), lees_regios()).scenario.regio == sleutel
    assert len(uitgangspunten(regio)) == 2


@pytest.mark.parametrize("sleutel", ["stedendriehoek", "gmr", "PV25", "GM0363,GM0394:Rond Schiphol"])
def test_an_edition_has_new_counts_and_what_moved_adds_up(sleutel):
    """Beside the first, which keeps its figures; the causes of a gemeente add up to its difference."""
    eerste, later = lees_regio(sleutel), lees_regio(f"{sleutel}@2025")
    assert later.kolom("inwoners_2024").tolist() == [inwoners_van_het_land(2025)[code] for code in later.codes]
    assert eerste.kolom("inwoners_2024").tolist() != later.kolom("inwoners_2024").tolist()
    assert later.register.kolommen["inwoners_2024"].peiljaar == 2025
    assert "editie 2025" in later.register.naam
    for scenario in (Scenario(regio=sleutel), Scenario(regio=later.sleutel, sleutel="voorraad", opgave=900)):
        assert not link.lees(link.schrijf(scenario), lees_regios()).fouten
        her = herijking(scenario)
        for figuur in (her.figuur, "capaciteit"):
            laatste = her.stappen[-1][1]
            np.testing.assert_allclose(her.waarde(laatste, figuur), her.waarde(her.nu, figuur))
            telt_op(wat_verschoof(her, figuur))


def telt_op(tabel: pd.DataFrame) -> None:
    """Each column of what moved adds up to the region, each row to its difference, and so do its causes."""
    for naam in ("toen", "nu", "verschil"):
        assert tabel[naam].isna().any() or tabel[naam].iloc[:-1].sum() == pytest.approx(tabel[naam].iloc[-1])
    for rij in tabel.dropna(subset="verschil").to_dict("records"):
        assert rij["nu"] - rij["toen"] == pytest.approx(rij["verschil"])
        delen = [float(deel.replace("−", "-").replace(",", ".")) for deel in re.findall(r"[+−][\d,]+", rij["waardoor"])]
        assert sum(delen) == pytest.approx(rij["verschil"]), rij


def test_what_is_asked_of_the_country_adds_up_in_every_row():
    """Mutaties are those for urgenten and those that stay regulier, in whole homes."""
    gebieden = overal(Scenario(), "corop").gebieden
    assert len(gebieden["over"]) == 40
    for mutaties, gevraagd, over in zip(*(gebieden[naam] for naam in ("mutaties", "gevraagd", "over")), strict=True):
        assert float(afgerond(mutaties)) == float(afgerond(gevraagd)) + over


def test_an_edition_that_is_not_there_is_refused_with_those_that_are():
    """The first needs no year."""
    for sleutel in ("stedendriehoek@2024", "stedendriehoek@2026"):
        (fout,) = link.lees(f"v=2&regio={sleutel}", lees_regios()).fouten
        assert "kies stedendriehoek of stedendriehoek@2025" in fout.melding


def test_gemeenten_of_one_agreement_keep_its_mutaties():
    """Together they have what it publishes; with one of elsewhere all mutaties are an estimate."""
    heel = lees_regio("stedendriehoek")
    deel, gemengd = lees_regio("GM0262,GM0150"), lees_regio("GM0262,GM0150,GM0355")
    for kolom in ("mutaties_liberalisatiegrens", "toewijzingen_2024"):
        verwacht = [heel.kolom(kolom)[heel.codes.index(code)] for code in deel.codes]
        assert deel.kolom(kolom).tolist() == verwacht
        assert not gemengd.heeft(kolom)
        assert deel.register.kolommen[kolom] != gemengd.register.kolommen[kolom]
    assert not waarschuwingen(bereken(deel, Scenario(regio=deel.sleutel, opgave=100)))


def test_what_is_made_up_says_so_where_it_counts():
    """The herkomst of Twente: by that key, alone or in a mix, and not by another."""
    twente = lees_regio("twente")
    assert "verzonnen" in twente.register.kolommen["herkomst"].naam
    for gekozen, zegt in (
        (("herkomst", ()), True),
        (("mix", (("herkomst", 1.0), ("inwoners", 1.0))), True),
        (("inwoners", ()), False),
    ):
        scenario = Scenario(regio="twente", sleutel=gekozen[0], gewichten=gekozen[1], opgave=100)
        assert ("verzonnen" in " ".join(waarschuwingen(bereken(twente, scenario)))) == zegt


def test_a_published_0_is_0_and_divides_nothing():
    """Ameland and Renswoude have no homes of corporaties: no mutaties, no place, and a benodigd percentage that is unknown."""
    regio = lees_regio("GM0060,GM0339,GM0080")
    assert regio.kolom("corporatiewoningen_2024").tolist().count(0) == 2
    uitkomst = bereken(regio, Scenario(regio=regio.sleutel, opgave=100))
    for naam in ("opgave", "mutaties", "capaciteit", "tekort", "niet_geplaatst"):
        assert np.isfinite(uitkomst.per_gemeente(naam)).all(), naam
    assert np.isnan(uitkomst.per_gemeente("benodigd_percentage")).sum() == 2


def test_the_arrangements_are_of_gemeenten_that_there_are():
    """Those with a folder have the same gemeenten there; Friesland is its province."""
    bekend = gemeenten_van_het_land().keys()
    for regeling in lees_regelingen():
        assert set(regeling.gemeenten) <= bekend
        if regeling.gemeenten:
            assert set(lees_regio(regeling.sleutel).codes) == set(regeling.gemeenten)
    assert lees_regio("friesland").codes == lees_regio("PV21").codes
    assert {"PV26", "CR17", "NL", "twente"} <= gebieden().keys()


def test_every_arrangement_that_a_source_names_has_its_row():
    """Of urgenten, and of all else that regions agree: the publication of Platform31 names most of them."""
    over_urgenten = {
        "Stedendriehoek",
        "Stedendriehoek, rekenvarianten",
        "Groene Metropoolregio Arnhem-Nijmegen",
        "Friesland",
        "IJmond en Zuid-Kennemerland",
    }
    genoemd = {
        *(
            "Achterhoek",
            "Drechtsteden",
            "Twente",
            "De Bevelanden",
            "Rivierenland",
            "Hart van Brabant",
            "Noordoost-Brabant",
        ),
        *("West-Friesland", "Holland Rijnland en Leiden", "West-Overijssel", "Zaanstreek-Waterland", "IJssel-Vecht"),
        *(
            "Provincie Utrecht",
            "Noord-Veluwe",
            "Westland Schieland Delfland",
            "Stedelijk Gebied Eindhoven",
            "Foodvalley",
        ),
    }
    assert {een.naam for een in lees_regelingen()} == over_urgenten | genoemd
    assert len({een.onderwerp for een in lees_landelijke_afspraken()}) == 5


@pytest.mark.parametrize("sleutel", ["inwoners", "huishoudens", "woningen", "voorraad"])
def test_the_same_agreement_is_that_of_the_engine(sleutel):
    """What the query asks of each gemeente of a province is what the model asks with that opgave."""
    regio = lees_regio("PV21")
    gemeenten, gebieden_ = zelfde_afspraak(30, 5.52, sleutel, "provincie")
    [fryslan] = [rij for rij in gebieden_ if rij["gebied"] == "Fryslân"]
    met = {"inwoners": "inwoners_cbs"}.get(sleutel, sleutel)
    uitkomst = bereken(regio, Scenario(regio="PV21", sleutel=met, pad="direct"), opgave=fryslan["gevraagd"])
    hier = {rij["code"]: rij for rij in gemeenten}
    np.testing.assert_allclose([hier[code]["gevraagd"] for code in regio.codes], uitkomst.per_gemeente("eigen_aandeel"))
    np.testing.assert_allclose(fryslan["gevraagd"], uitkomst.regionaal("capaciteit"))
    np.testing.assert_allclose(fryslan["over"], uitkomst.regionaal("mutaties") - fryslan["gevraagd"])


def test_a_gemeente_stands_beside_its_neighbours_its_province_and_the_country():
    """An island has none; the country has all of ten thousand."""
    assert [rij["wie"] for rij in naast_elkaar("GM0060")] == ["Ameland", "Provincie Fryslân", "Nederland"]
    assert naast_elkaar("GM0060")[0]["corporaties"] == 0
    assert {naast_elkaar("GM0262")[-1][naam] for naam in ("naar_inwoners", "naar_huishoudens", "naar_voorraad")} == {
        10_000
    }


def test_every_gemeente_has_an_outline_and_a_tile_of_its_own():
    """All together they go to a browser within what a step may send."""
    codes = lees_regio("NL").codes
    vormen, tegels = omtrekken(codes), tegels_van(codes)
    assert vormen is not None and tegels is not None
    assert len(json.dumps(vormen, separators=(",", ":"))) < 150_000
    assert len(set(tegels)) == 342
    assert tegels_van(("GM9999",)) is None

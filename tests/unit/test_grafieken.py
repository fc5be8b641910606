"""Where things stand in a chart, and what they mean there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

import font_source_sans_pro
import numpy as np
import pytest
import vl_convert
from PIL import ImageFont

from fairshare import grafieken, kleuren, link
from fairshare.export.beeld import los_svg
from fairshare.gegevens import Regio, lees_regio, lees_regios, maak_monitoring, vraag_land
from fairshare.grafieken.omtrek import omtrekkaart
from fairshare.grafieken.overzicht import DEEL_VAN_TEGEL, kaart, regels
from fairshare.grafieken.rijen import opgave_rijen, tekort_rijen, toen_rijen
from fairshare.grafieken.stromen import stromen
from fairshare.model import (
    Uitkomst,
    bereken,
    even_veel,
    front,
    in_het_jaar,
    onzekerheid,
    realisatie_per_jaar,
    sleutels_in_woningen,
    solidariteit,
    speel,
    tegenover_2024,
    tegenover_inwoners,
    verwachte_stand,
    vlak,
    vlak_grenzen,
    voortgang,
    waterval,
)
from fairshare.opmaak import benodigd, getal
from fairshare.scenario import Scenario
from fairshare.weergave import TEKENINGEN, Weergave
from tests.unit.test_contrast import contrast

REGIO = lees_regio("stedendriehoek")


def tegels(regio: Regio) -> dict[str, tuple[int, int]]:
    rijen = grafieken.kaart_rijen(bereken(regio, Scenario()), "regulier")
    return dict(zip(rijen["naam"], zip(rijen["rij"], rijen["kolom"], strict=True), strict=True))


def met(**waarden: object) -> Regio:
    """The region, with the same in every row."""
    return replace(REGIO, gemeenten=tuple(rij.model_copy(update=waarden) for rij in REGIO.gemeenten))


def test_a_tile_stands_where_the_region_says_else_by_its_centre_else_in_order():
    """Hattem lies north of Apeldoorn, Deventer east of it; a gemeente that the country does not have: no place is claimed."""
    zonder = met(tegel_rij=None, tegel_kolom=None)
    gelegd, gemeten = tegels(REGIO), tegels(zonder)
    for plekken in (gelegd, gemeten):
        assert plekken["Hattem"][0] < plekken["Apeldoorn"][0]
        assert len(set(plekken.values())) == len(REGIO.gemeenten)
    assert gemeten["Apeldoorn"][1] < gemeten["Deventer"][1]
    assert grafieken.gelegd(zonder.gemeenten)
    assert not grafieken.gelegd(met(tegel_rij=None, code="GM9999").gemeenten)


def test_the_label_of_a_bar_below_zero_stands_at_its_end():
    """Left of it, and within the axis."""
    rijen = grafieken.saldo_rijen(solidariteit(bereken(REGIO, Scenario(verevening=50)), 2035))
    assert rijen["onder"] == [saldo < 0 for saldo in rijen["tot"]]
    assert rijen["bij"] == [min(0.0, saldo) if saldo < 0 else saldo for saldo in rijen["tot"]]
    assert grafieken.domein(rijen)[0] < 1.1 * min(rijen["tot"])


@pytest.mark.parametrize("sleutel", ["stedendriehoek", "gmr", "achterhoek"])
@pytest.mark.parametrize("reservering", [20, 30, 37, 55])
def test_no_word_at_a_line_stands_on_a_line_or_on_another_word(sleutel, reservering):
    """In the region and in each gemeente, wherever three lines leave room for three words."""
    regio = lees_regio(sleutel)
    uitkomst = bereken(regio, Scenario(regio=sleutel, reservering=reservering, opgave=2000))
    delen = [grafieken.pad_rijen(uitkomst), *(grafieken.gemeente_rijen(uitkomst, i) for i in range(len(regio.codes)))]
    for rijen in delen:
        lijnen, plekken = (np.array(rijen[naam], float).reshape(3, -1) for naam in ("waarde", "plek"))
        letter = 0.04 * np.nanmax(lijnen)
        for jaar in (0, -1):
            woorden = plekken[:, jaar]
            assert np.min(np.abs(woorden[:, None] - woorden)[np.triu_indices(3, 1)]) > letter
            naast = np.abs(woorden - lijnen[:, jaar])
            assert (naast > letter).all()


def test_no_name_of_a_line_in_the_field_stands_on_another():
    """Also where lines lie close; that of the goal is there."""
    for sleutel, opgave in (("stedendriehoek", 1170), ("gmr", 4000), ("achterhoek", 600)):
        scenario = Scenario(regio=sleutel, opgave=opgave)
        uitkomst = bereken(lees_regio(sleutel), scenario)
        rijen = grafieken.vlak_rijen(vlak(uitkomst, Weergave()), scenario, 5.71, 0)["lijnen"]
        namen = rijen[rijen["soort"] == "naam"]
        (x0, x1), (y0, y1) = vlak_grenzen(uitkomst.bron)
        plekken = [((x - x0) / (x1 - x0), (y - y0) / (y1 - y0)) for x, y in zip(namen["x"], namen["y"], strict=True)]
        assert len(plekken) > 3 and namen["doel"].any()
        assert all(abs(a - c) > 0.05 or abs(b - d) > 0.05 for (a, b), (c, d) in combinations(plekken, 2))


def test_an_own_path_is_drawn_through_its_points():
    """From the start to the end, with what was chosen marked."""
    rijen = grafieken.eigen_pad_rijen(Scenario(pad="eigen", punten=(("2028", 10.0), ("2030", 40.0))))
    deel = dict(zip(rijen["jaar"], rijen["deel"], strict=True))
    assert (deel[2028], deel[2029], deel[2030], deel[2035]) == (10, 25, 40, 100)
    assert [jaar for jaar, gekozen in zip(rijen["jaar"], rijen["gekozen"], strict=True) if gekozen] == [2028, 2030]


def test_the_map_of_outlines_says_the_same_homes_as_the_tiles():
    """Whole homes that add up, in both forms: not each figure rounded by itself."""
    uitkomst = bereken(REGIO, Scenario(reservering=35))
    for maat in ("niet_geplaatst", "regulier"):
        tegels, omtrek = (grafieken.kaart_rijen(uitkomst, maat, vorm) for vorm in ("tegels", "omtrek"))
        assert sorted(zip(tegels["naam"], tegels["tekst"], strict=True)) == sorted(
            zip(omtrek["naam"], omtrek["tekst"], strict=True)
        )


def test_an_arrow_of_a_ruil_goes_round_a_name_on_its_way():
    """From Apeldoorn to Deventer lies Voorst; where no name lies between, an arrow is straight."""
    lijnen = {}
    for naar in ("GM0150", "GM0213"):
        rijen = grafieken.ruilkaart_rijen(bereken(REGIO, Scenario(ruil=f"GM0200-{naar}:10")))
        vlakken, pijlen = rijen["vlakken"], rijen["pijlen"]
        lijnen[naar] = np.array(pijlen["geometry"][pijlen["soort"].index("schacht")]["coordinates"])
        voorst = vlakken["naam"].index("Voorst")
        opzij, op = (lijnen[naar] - (vlakken["x"][voorst], vlakken["y"][voorst] + 7)).T
        assert not ((abs(opzij) < 18) & (abs(op) < 8)).any()
    van, tot = (een - lijnen["GM0213"][0] for een in (lijnen["GM0213"], lijnen["GM0213"][-1]))
    assert abs(van[:, 0] * tot[1] - van[:, 1] * tot[0]).max() / np.hypot(*tot) < 0.2
    begin, eind = lijnen["GM0150"][[0, -1]]
    recht = begin + np.linspace(0, 1, 50)[:, None] * (eind - begin) - (155, 120)
    assert ((abs(recht[:, 0]) < 18) & (abs(recht[:, 1]) < 8)).any()  # else nothing is tried


@pytest.mark.parametrize("donker", [False, True])
def test_words_on_a_map_have_an_edge_that_keeps_borders_and_arrows_off_them(donker):
    """Every text is drawn after what is not text, and right after the same text with an edge in the colour of the sheet."""
    kaarten = (
        omtrekkaart("Niet geplaatst", 50.0, False, 4, donker),
        grafieken.ruilkaart(4, donker),
    )
    for spec in kaarten:
        lagen = spec["layer"]
        woorden = [laag for laag in lagen if laag["mark"]["type"] == "text"]
        assert lagen[-len(woorden) :] == woorden
        for rand, letter in zip(woorden[::2], woorden[1::2], strict=True):
            assert rand["encoding"] == letter["encoding"]
            assert rand["mark"]["stroke"] == kleuren.VLAK[donker]
            assert letter["mark"]["color"] == kleuren.INKT[donker]


@pytest.mark.parametrize("donker", [False, True])
def test_what_is_unknown_is_drawn_on_the_map_of_outlines_in_a_colour_of_its_own(donker):
    """Not left out, and not in the colour of a low figure."""
    hoek = {"type": "Polygon", "coordinates": [[[0, 0], [0, 9], [9, 9], [0, 0]]]}
    rijen = [
        {"naam": str(waarde), "waarde": waarde, "tekst": "", "type": "Feature", "geometry": hoek, "x": 1, "y": 1}
        for waarde in (None, 0.0)
    ]
    spec = {**omtrekkaart("Niet geplaatst", 50.0, False, 2, donker), "width": 300, "data": {"values": rijen}}
    tekening = vl_convert.vegalite_to_svg(spec)
    assert tekening.count(f'fill="{kleuren.ONBEKEND[donker]}"') == 1


ANDERS = (
    "v=2&reservering=36&verevening=35&pad=vertraagd&eind=2034&mutatiegraad=6.4&sleutel=voorraad&ruil=GM0262-GM0150:10"
)
"""Someone has more and someone less, and no two figures are the same."""


@cache
def anders(regio: str = "stedendriehoek") -> Uitkomst:
    regios = lees_regios()
    return bereken(regios[regio], link.lees(ANDERS, regios).scenario)


def staven_van(uitkomst: Uitkomst) -> dict[str, tuple[grafieken.Rijen, dict[str, float], str]]:
    """Every chart of bars: its rows, the figure of each bar by its name, and what more of it is (good or bad), or the one colour of all."""
    jaar, heel = 2030, in_het_jaar(uitkomst, ("tekort", "overschot", "opgave", "capaciteit"))
    solidair, stand, opbrengst = solidariteit(uitkomst, jaar), verwachte_stand(uitkomst, jaar), even_veel(uitkomst, 100)
    sleutels = tegenover_inwoners(sleutels_in_woningen(uitkomst.bron, uitkomst.scenario))
    rest = tegenover_2024(uitkomst, jaar)

    def per(tabel: Mapping[str, Any], kolom: str, naam: str = "naam") -> dict[str, float]:
        return dict(zip(tabel[naam], tabel[kolom], strict=True))

    over = {n: o - t for n, t, o in zip(heel["naam"], heel["tekort"], heel["overschot"], strict=True)}
    return {
        "saldo": (grafieken.saldo_rijen(solidair), per(solidair.tabel, "vereffening"), "goed"),
        "stand": (grafieken.stand_rijen(stand), per(stand.tabel, "stand"), "goed"),
        "sleutel": (grafieken.sleutel_rijen(sleutels, "voorraad"), per(sleutels, "voorraad"), "slecht"),
        "tekort": (tekort_rijen(uitkomst), over, "goed"),
        "opgave": (opgave_rijen(uitkomst), per(heel, "opgave"), "stil"),
        "opbrengst": (grafieken.opbrengst_rijen(opbrengst), per(opbrengst, "minder", "label"), "capaciteit"),
        "regulier": (grafieken.regulier_rijen(rest), per(rest.tabel, "regulier"), "regulier"),
    }


def eerste_getal(tekst: str) -> float:
    """Read the first number of a label."""
    return float(re.search(r"[−+]?[\d.]+", tekst)[0].replace(".", "").replace("−", "-"))


def test_a_bar_is_as_long_as_its_figure_and_says_it_and_its_colour_is_what_it_means():
    """More than its share is blue and less is in the accent, in every chart with both; the label has the figure and its sign."""
    for naam, (rijen, cijfers, meer) in staven_van(anders()).items():
        for wie, van, tot, kleur, tekst in zip(
            *(rijen[k] for k in ("naam", "van", "tot", "kleur", "tekst")), strict=True
        ):
            lengte = tot - van
            assert abs(lengte - cijfers[wie]) <= 1, (naam, wie)
            teken = -1 if "tekort" in tekst else 1
            assert abs(lengte - teken * eerste_getal(tekst)) <= 1, (naam, wie, tekst)
            if meer not in ("goed", "slecht"):
                assert kleur == meer, (naam, wie)
            elif abs(lengte) > 0.5:
                assert kleur == ("capaciteit" if (lengte > 0) == (meer == "goed") else "niet geplaatst"), (naam, wie)
        if meer in ("goed", "slecht"):
            assert min(rijen["tot"]) < -0.5 and max(rijen["tot"]) > 0.5, naam


def test_a_mark_beside_a_bar_is_the_figure_to_compare_with():
    """What was done in 2024 has the opgave, what is left has 2024, a round has the beginning, and an uncertain input has the scenario."""
    uitkomst, codes = anders(), anders().bron.codes
    rest, begin = tegenover_2024(uitkomst, 2030), speel(uitkomst, (), 0)
    ronde = speel(uitkomst, ((f"1.{codes[int(np.argmax(begin.niet_geplaatst))][2:]}.p", 45.0),), 1)
    assert max(abs(ronde.niet_geplaatst - begin.niet_geplaatst)) > 1
    band, nu = onzekerheid(uitkomst, Weergave()), uitkomst.regionaal("niet_geplaatst")
    laag, hoog = zip(*band.tornado.values(), strict=True)
    toen = uitkomst.bron.kolom("toewijzingen_2024")
    for naam, rijen, van, tot, streep in (
        ("toen", toen_rijen(uitkomst), 0, toen, uitkomst.per_gemeente("opgave")),
        ("regulier", grafieken.regulier_rijen(rest), 0, uitkomst.per_gemeente("regulier", 2030), rest.van_gemeenten["regulier_2024"]),
        ("ronde", grafieken.ronde_rijen(uitkomst, ronde), 0, ronde.niet_geplaatst, begin.niet_geplaatst),
        ("tornado", grafieken.tornado_rijen(band, nu), laag, hoog, nu),
    ):  # fmt: skip
        moet = np.stack(np.broadcast_arrays(van, tot, streep)).astype(float).T
        gelezen = np.array([rijen[kolom] for kolom in ("van", "tot", "streep")], dtype=float).T
        np.testing.assert_allclose(sorted(gelezen.tolist()), sorted(moet.tolist()), err_msg=naam)
        for begint, eindigt, tekst in zip(rijen["van"], rijen["tot"], rijen["tekst"], strict=True):
            assert abs(eerste_getal(tekst) - (begint if naam == "tornado" else eindigt)) <= 1, (naam, tekst)


def test_a_band_lies_around_its_line_and_a_point_has_what_it_costs_beside_what_it_gives():
    """Onzekerheid and Monitoring, low below high; De weg ernaartoe, verdringing to the right and niet geplaatst upward."""
    uitkomst = anders()
    half = maak_monitoring(uitkomst.bron, [(code, "2026-1", 20 + 3 * n) for n, code in enumerate(uitkomst.bron.codes)])
    nu = voortgang(uitkomst, half)
    assert nu
    for rijen in (grafieken.band_rijen(uitkomst, onzekerheid(uitkomst, Weergave())), grafieken.voortgang_rijen(uitkomst, half, nu)[1].dropna(subset=["laag"])):  # fmt: skip
        assert ((rijen["laag"] <= rijen["waarde"]) & (rijen["waarde"] <= rijen["hoog"])).all()
        assert (rijen["laag"] < rijen["hoog"]).any()
    punten = front(uitkomst, Weergave())
    lijnen = grafieken.front_rijen(punten, uitkomst, 2030)
    assert lijnen["front"]["x"].tolist() == punten["verdringing"].tolist()
    assert lijnen["front"]["y"].tolist() == punten["niet_geplaatst"].tolist()
    assert lijnen["nu"][["x", "y"]].to_numpy().tolist() == [[uitkomst.regionaal(een, 2030) for een in ("verdringing", "niet_geplaatst")]]  # fmt: skip


def test_who_hands_over_in_a_ruil_is_less_and_who_takes_over_more():
    """Lochem hands ten over to Deventer: on the map, in its words and by its side."""
    vlakken = grafieken.ruilkaart_rijen(anders())["vlakken"]
    namen = dict(zip(vlakken["naam"], zip(vlakken["tekst"], vlakken["kant"], strict=True), strict=True))
    assert (namen["Lochem"], namen["Deventer"], namen["Epe"]) == (("−10", -1.0), ("+10", 1.0), ("", 0.0))


def test_a_waterval_goes_down_in_blue_and_each_bar_begins_where_the_last_ended():
    """From the gap of 2024 to this scenario; what makes it larger is grey."""
    val = waterval(anders())
    rijen = grafieken.waterval_rijen(val)
    stappen = list(zip(rijen["van"], rijen["tot"], rijen["kleur"], rijen["tekst"], strict=True))
    assert (stappen[0][1], stappen[-1][1]) == (val.begin, val.eind)
    assert {kleur for *_, kleur, _ in (stappen[0], stappen[-1])} == {"niet geplaatst"}
    hoogte = val.begin
    for van, tot, kleur, tekst in stappen[1:-1]:
        assert abs(van - hoogte) < 0.1 and kleur == ("capaciteit" if tot <= van else "stil")
        assert abs(tot - van - eerste_getal(tekst)) <= 0.51
        hoogte = tot


def delen_van(spec: Any) -> Iterator[dict[str, Any]]:
    """Every part of a specification that has names."""
    if isinstance(spec, dict):
        yield spec
    for deel in spec.values() if isinstance(spec, dict) else spec if isinstance(spec, list) else ():
        yield from delen_van(deel)


def schalen_van(spec: Any, naar: type = str) -> Iterator[tuple[str, list[Any], list[Any]]]:
    """Every scale of colours in a specification, or of dashes, which are lists: of which field, from what, to what."""
    for deel in delen_van(spec):
        schaal = deel.get("scale")
        if isinstance(schaal, dict) and isinstance(schaal.get("range"), list) and isinstance(schaal["range"][0], naar):
            yield deel["field"], schaal["domain"], schaal["range"]


def alle_tekeningen(donker: bool) -> dict[str, dict[str, Any]]:
    """One of each kind of chart with colours that mean something."""
    jaren = (2026, 2034)
    reeksen = (
        ("Een", "niet geplaatst"),
        ("Twee", "capaciteit"),
        ("Drie", "regulier"),
        ("Vier", "paars"),
        ("Vijf", "stil"),
    )
    return {
        "staven": grafieken.staven(3, (-9.0, 9.0), "woningen", donker),
        "lijnen": grafieken.lijnen(reeksen, jaren, (0.0, 9.0), "woningen", donker),
        "paden": grafieken.paden(jaren, 9.0, (), donker),
        "per_gemeente": grafieken.per_gemeente(jaren, 9.0, donker),
        "vlak": grafieken.vlak(((0.0, 9.0), (0.0, 9.0)), 9.0, donker),
        "land": grafieken.landkaart(donker),
        "stromen": stromen(4, donker),
        **{
            f"{vorm} {maat}": grafieken.kaart_van(grafieken.kaart_rijen(anders(), maat, vorm), maat, donker)
            for maat in grafieken.MATEN
            for vorm in ("tegels", "omtrek")
        },
    }


@pytest.mark.parametrize("donker", [False, True])
def test_a_series_has_the_colour_of_what_it_is(donker):
    """Niet geplaatst is the accent, capaciteit blue, regulier green: in every chart, on both screens, and its words too."""
    eigen = {
        "niet geplaatst": kleuren.ACCENT,
        "capaciteit": kleuren.CAPACITEIT[donker],
        "regulier": kleuren.REGULIER[donker],
    }
    eigen |= {"opgave": kleuren.STIL[donker], "paars": kleuren.PAARS[donker], "stil": kleuren.STIL[donker]}
    woord = {"een": "niet geplaatst", "twee": "capaciteit", "drie": "regulier", "vier": "paars", "vijf": "stil"}
    gezien = 0
    for naam, spec in alle_tekeningen(donker).items():
        for veld, van, naar in schalen_van(spec):
            for reeks, kleur in zip(van, naar, strict=True) if veld in ("reeks", "kleur", "geen") else ():
                wat = {True: "niet geplaatst", False: "capaciteit"}.get(reeks) or woord.get(
                    reeks.lower(), reeks.lower()
                )
                goed = {
                    eigen[wat],
                    kleuren.in_letters(eigen[wat], donker),
                    *([kleuren.OPGAVE[donker]] if wat == "stil" else []),
                }
                assert kleur in goed, (naam, reeks)
                gezien += 1
    assert gezien > 20
    balken = {laag["encoding"]["x"]["field"]: laag["mark"]["color"] for laag in grafieken.balken(("Oost",), 9.0, donker, "huishoudens")["layer"] if laag["mark"]["type"] == "bar"}  # fmt: skip
    assert balken == {
        "opgave": kleuren.OPGAVE[donker],
        "capaciteit": eigen["capaciteit"],
        "niet_geplaatst": kleuren.ACCENT,
    }


def titels_van(spec: Any) -> Iterator[tuple[str, str]]:
    """Every field that has a title at an axis or below the pointer."""
    kanalen = (kanaal for deel in delen_van(spec) for kanaal in deel.get("encoding", {}).values())
    for een in (een for kanaal in kanalen for een in (kanaal if isinstance(kanaal, list) else [kanaal])):
        if (een.get("title") or "").strip():
            yield een["field"], een["title"]


OP_EEN_LIJN = {"jaar": "Jaar", "reeks": "Reeks"}
TITELS = {
    "staven": {"van": "woningen", "tekst": "woningen"},
    "lijnen": {**OP_EEN_LIJN, "tekst": "woningen"},
    "paden": {**OP_EEN_LIJN, "tekst": "Huishoudens"},
    "per_gemeente": {**OP_EEN_LIJN, "tekst": "Huishoudens"},
    "vlak": {"x": "reservering (%)", "y": "mutatiegraad (%)", "tekst": "Niet geplaatst"},
    "land": {"naam": "Gemeente", "tekst": "Deel van wat vrijkomt"},
    "stromen": {"tekst": "Stroom"},
    "reservering": {"jaar": "Jaar", "tekst": "Reservering"},
    "front": {
        "x": "verdringing (woningen per jaar)",
        "y": "niet geplaatst (wachtenden)",
        "naam": "Open",
        "tekst": "Geeft",
    },
    "balken": {
        "naam": "Gemeente",
        "opgave_tekst": "Opgave",
        "capaciteit_tekst": "Capaciteit",
        "niet_geplaatst_tekst": "Niet geplaatst",
        **dict.fromkeys(("opgave", "capaciteit", "niet_geplaatst"), "wachtenden"),
    },
    **{
        f"{vorm} {maat}": {"naam": "Gemeente", "tekst": label}
        for vorm in ("tegels", "omtrek")
        for maat, label in {
            "benodigd_percentage": "Benodigd percentage",
            "niet_geplaatst": "Niet geplaatst",
            "niet_geplaatst_deel": "Niet geplaatst, deel van wie zoekt",
            "regulier": "Regulier",
        }.items()
    },
}
"""Of each chart the words at an axis and below the pointer, by the field that they say it is."""


def test_a_field_of_a_chart_is_called_what_it_is():
    """At the axes and below the pointer; where niet geplaatst can be a stock no word says per year of it."""
    jaren, grenzen = (2026, 2034), ((0.0, 9.0), (0.0, 9.0))
    tekeningen = alle_tekeningen(False) | {
        "reservering": grafieken.reservering(jaren, 9.0, (), False),
        "front": grafieken.front(grenzen, False, "wachtenden"),
        "balken": grafieken.balken(("Oost",), 9.0, False, "wachtenden"),
    }
    for naam, spec in tekeningen.items():
        assert (naam, set(titels_van(spec))) == (naam, set(TITELS[naam].items()))


def test_the_legend_of_a_chart_that_stands_alone_names_its_colours():
    """On the projector, in a picture and in a file: by its words the name of the colour that the series has."""
    kleur = {
        "opgave": "gray",
        "capaciteit": "blue",
        "niet geplaatst": "orange",
        "tekort": "orange",
        "overschot": "blue",
    }
    kleur |= {"toewijzingen in 2024": "blue", "streep: de opgave": "gray"}
    kleur |= {"dunne streep: niet geplaatst in het beginscenario": "gray", "dunne lijn: niet geplaatst in het beginscenario": "orange"}  # fmt: skip
    alle = [deel for naam in TEKENINGEN for deel in grafieken.teken(naam, anders(), "GM0262").legenda]
    assert len(alle) > 12 and all(kleur[woord] == naam for woord, naam in alle), alle


@pytest.mark.parametrize("donker", [False, True])
def test_a_scale_goes_away_from_the_background_and_orange_is_who_finds_no_home(donker):
    """More is further from the screen, in every map and field; what is not placed is orange, all else blue."""
    gezien = set()
    for naam, spec in alle_tekeningen(donker).items():
        for veld, van, naar in schalen_van(spec):
            if veld == "waarde":
                afstand = [contrast(kleur, kleuren.VLAK[donker]) for kleur in naar]
                assert van == sorted(van) and afstand == sorted(afstand) and afstand[-1] > 1.5 * afstand[0], naam
                rood, _, blauw = (int(naar[-1][plek : plek + 2], 16) for plek in (1, 3, 5))
                assert (rood > blauw) == ("niet_geplaatst" in naam or naam == "vlak"), naam
                gezien.add(naam)
    assert len(gezien) == 2 + 2 * len(grafieken.MATEN)


def test_what_a_chart_draws_of_a_gemeente_is_its_figure():
    """Bars, tiles and lines by name: the value, and the words in whole homes; also of the region per year."""
    uitkomst = anders()
    namen = ("opgave", "capaciteit", "niet_geplaatst", "regulier", "benodigd_percentage")
    heel, balken = in_het_jaar(uitkomst, namen), grafieken.balken_rijen(uitkomst)
    for plek, naam in enumerate(balken["naam"]):
        waar = uitkomst.bron.namen.index(naam)
        for cijfer in ("opgave", "capaciteit", "niet_geplaatst"):
            assert balken[cijfer][plek] == uitkomst.per_gemeente(cijfer)[waar], (naam, cijfer)
            assert balken[f"{cijfer}_tekst"][plek] == getal(heel[cijfer][waar]), (naam, cijfer)
    for maat in ("niet_geplaatst", "regulier", "benodigd_percentage"):
        rijen = grafieken.kaart_rijen(uitkomst, maat)
        verwacht = {n: (w, benodigd(h) if maat.endswith("age") else getal(h)) for n, w, h in zip(uitkomst.bron.namen, uitkomst.per_gemeente(maat), heel[maat], strict=False)}  # fmt: skip
        assert dict(zip(rijen["naam"], zip(rijen["waarde"], rijen["tekst"], strict=True), strict=True)) == verwacht
    for plek, lijnen in [(0, grafieken.gemeente_rijen(uitkomst, 0)), (3, grafieken.gemeente_rijen(uitkomst, 3)), (-1, grafieken.pad_rijen(uitkomst))]:  # fmt: skip
        for reeks, jaar, waarde in zip(lijnen["reeks"], lijnen["jaar"], lijnen["waarde"], strict=True):
            cijfer = reeks.lower().replace(" ", "_")
            waar = uitkomst.regionaal(cijfer, jaar) if plek < 0 else uitkomst.per_gemeente(cijfer, jaar)[plek]
            assert waarde == pytest.approx(float(waar)), (plek, reeks, jaar)


def test_what_is_unknown_has_no_bar():
    """A name and the word "onbekend", and no mark at 0 that would be a figure."""
    velden = ("kleur", "tekst", "naam", "volgorde", "bij", "onder", "van", "tot", "streep")
    cellen = [
        ("niet geplaatst", getal(waarde), naam, 0, 0, False, 0, waarde, None)
        for naam, waarde in (("Epe", 9), ("Lochem", None))
    ]
    spec = {**grafieken.staven(2, (0.0, 10.0), "huishoudens", False), "width": 300}
    tekening = vl_convert.vegalite_to_svg(
        {**spec, "data": {"values": [dict(zip(velden, cel, strict=True)) for cel in cellen]}}
    )
    assert tekening.count(f'fill="{kleuren.ACCENT}"') == 1 and {"Lochem", "onbekend"} <= set(
        re.findall(">([^<]+)</text>", tekening)
    )


def test_the_label_of_the_opgave_stands_at_the_end_of_its_own_bar_and_on_no_other():
    """Behind its bar; where the capaciteit goes on from there, above that. Measured in the drawing, from the axis of its row."""
    teksten = re.compile(
        r'<text[^>]*translate\(([\d.-]+),([\d.-]+)\)[^>]*font-size="13px" font-weight="normal"[^>]*>([^<]+)<'
    )
    breed, langer = 500, set()
    for percentage in (30, 37, 50):
        uitkomst = bereken(REGIO, Scenario(reservering=percentage))
        tekening = grafieken.teken("balken", uitkomst)
        svg, rijen = los_svg(tekening, breed), tekening.rijen
        assert tekening.ruimte
        gezien = {woord: (float(x), float(y)) for x, y, woord in teksten.findall(svg)}
        stap = grafieken.overzicht.HOOGTE_AS + grafieken.overzicht.HOOGTE_PER_GEMEENTE * len(rijen["naam"])
        stap /= len(rijen["naam"])
        for plek, naam in enumerate(rijen["naam"]):
            x, y = gezien[rijen["opgave_tekst"][plek]]
            assert x == pytest.approx(6 + breed * rijen["opgave"][plek] / tekening.ruimte[1]), (percentage, naam)
            hoogte_boven_blauw = stap * (plek + 0.5) - 8 - 4.5 - y
            if rijen["capaciteit"][plek] > rijen["opgave"][plek]:
                assert 0 < hoogte_boven_blauw < 6, (percentage, naam)
                langer.add(percentage)
    assert langer == {30, 37, 50}


def test_a_bar_on_the_first_screen_is_one_mark_and_no_chart_in_the_chart():
    vega = vl_convert.vegalite_to_vega(grafieken.balken(("Epe", "Hattem"), 100, False, "huishoudens"))
    assert {mark["type"] for mark in vega["marks"]} == {"rect", "text"}


def test_a_line_of_the_shared_chart_is_the_series_it_is_called():
    """Regulier, progress and comparison: by series and year the figure of the engine."""
    uitkomst = anders()
    half = maak_monitoring(uitkomst.bron, [(code, "2026-1", 20 + 3 * n) for n, code in enumerate(uitkomst.bron.codes)])
    nu = voortgang(uitkomst, half)
    assert nu
    reeksen, rijen = grafieken.voortgang_rijen(uitkomst, half, nu)
    assert dict(reeksen) == {
        "Pad": "capaciteit",
        "Fair share": "stil",
        "Prognose": "niet geplaatst",
        "Gerealiseerd": "regulier",
    }
    cijfers = realisatie_per_jaar(uitkomst, half, nu).set_index("jaar")
    kolom = {"Pad": "pad", "Fair share": "opgave", "Prognose": "prognose", "Gerealiseerd": "gerealiseerd"}
    for rij in rijen.to_dict("records"):
        assert rij["waarde"] == pytest.approx(cijfers[kolom[rij["reeks"]]][rij["jaar"]]), rij
    assert cijfers["pad"][2026] != pytest.approx(cijfers["opgave"][2026])
    rest = tegenover_2024(uitkomst, 2030)
    lijnen = grafieken.regulier_pad_rijen(rest)
    punten = list(zip(*(lijnen[naam] for naam in ("reeks", "jaar", "waarde")), strict=True))
    for _, jaar, waarde in (punt for punt in punten if punt[0] == "Regulier"):
        assert waarde == pytest.approx(uitkomst.regionaal("regulier", jaar))
    assert {waarde for reeks, _, waarde in punten if reeks == "Zoals in 2024"} == {rest.regulier_2024}


def test_a_name_stays_inside_its_tile_on_a_phone():
    """Every gemeente of the country, in as many columns as a map of a few has; measured in our letter."""
    letter = ImageFont.truetype(f"{font_source_sans_pro.font_directory}/SourceSansPro-Regular.ttf", 100)
    namen = [str(rij["naam"]) for rij in vraag_land("SELECT naam FROM land")]
    assert len(namen) == 342
    for tekst in map(regels, namen):
        breed, langst = max(map(letter.getlength, tekst.split("\n"))) / 100, max(map(len, tekst.split("\n")))
        assert tekst.replace("\n", "").replace(" ", "") in [naam.replace(" ", "") for naam in namen]
        for kolommen in range(1, 6):
            grootte = min(max(DEEL_VAN_TEGEL * 330 / kolommen / langst, 7), 14)
            assert breed * grootte <= 0.96 * 330 / kolommen, (tekst, kolommen)
    mark = next(
        laag["mark"] for laag in kaart(3, 4, "regulier", donker=False)["layer"] if laag["mark"].get("lineBreak")
    )
    assert mark["fontSize"] == {"expr": f"clamp({DEEL_VAN_TEGEL} * width / 4 / datum.langst, 7, 14)"}

"""Every cell and card of figures that a page shows is the figure that its words stand for, in the way it is written.

``WOORDEN`` is the glossary as data: a heading, the figure of the engine, and how that is written. A new heading belongs in it.
"""

import ast
import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import pages
from fairshare import kleuren, link, model
from fairshare.gegevens import Monitoring, lees_regios, maak_monitoring, naast_elkaar
from fairshare.model.tabellen import GEMEENTEN
from fairshare.opmaak import afgerond, benodigd, getal, minstens, procent, verschil
from fairshare.weergave import Weergave
from tests.app.test_paginas import kaarten, open_app, stukken
from tests.unit.test_grafieken import schalen_van

RIJK = (
    "v=2&reservering=36&verevening=35&pad=vertraagd&eind=2034&jaar=2033&tarief=1000&gemeente=GM0262&mutatiegraad=6.4"
    "&ruil=GM0262-GM0150:10&bovengrens=58&bod=1.0262.p:35"
)
"""Someone gains and someone loses, another year than the last is looked at, and half of a surplus helps: no figure is another's."""
KAAL = "v=2&regio=gmr"
GATEN = "v=2&segment=aftoppingsgrens&statushouders=bovenop&jaar=2031"
DICHT = "v=2&reservering=37&pad=direct&opgave=1100"

Schrijver = Callable[[Any], str]


def deel(waarde: float) -> str:
    return procent(waarde, 1)


WOORDEN: Mapping[str, tuple[str, Schrijver]] = {
    "Jaar": ("jaar", str),
    "Gemeente": ("naam", str),
    "Opgave": ("opgave", getal),
    "Opgave op het pad": ("opgave", getal),
    "Zoeken een woning": ("vraag", getal),
    "Geplaatst": ("geholpen", getal),
    "Van anderen": ("ontvangen", getal),
    "Levert aan anderen": ("geleverd", getal),
    "Niet geplaatst": ("niet_geplaatst", getal),
    "Capaciteit": ("capaciteit", getal),
    "Overschot": ("overschot", getal),
    "Tekorten samen": ("tekort", getal),
    "Plaatsingen": ("plaatsingen", getal),
    "Eigen aandeel": ("eigen_aandeel", getal),
    "Plaatsingen min eigen aandeel": ("saldo", verschil),
    "Vereffening": ("vereffening", verschil),
    "Vereffening in euro": ("bedrag", verschil),
    "In euro": ("bedrag", verschil),
    "Dekking": ("dekking", procent),
    "Reservering": ("reservering", deel),
    "Benodigd percentage": ("benodigd_percentage", benodigd),
    "Mutaties": ("mutaties", getal),
    "Regulier": ("regulier", getal),
    "Deel van de opgave": ("deel", deel),
    "Komt vrij": ("vrij", getal),
    "Deel regulier": ("deel", deel),
    "Regulier in 2024": ("regulier_2024", getal),
    "Verschil": ("verschil", verschil),
    "Realisatie": ("gerealiseerd", getal),
    "Gevraagd": ("gevraagd", getal),
    "Stand van 2024": ("stand_2024", getal),
    "Oordeel": ("oordeel", str),
    "Stilstand te zien": ("onderscheid", str),
    "Pad tot nu": ("pad", getal),
    "Vrijgekomen": ("mutaties", getal),
    "Verwacht": ("mutaties_pad", getal),
    "Saldo": ("saldo", verschil),
    "Prognose": ("prognose", getal),
    "Laag": ("laag", getal),
    "Hoog": ("hoog", getal),
    "Pad, prognose": ("pad_tot_horizon", getal),
    "Taakstelling": ("taakstelling", getal),
    "Heel 2030": ("heel", getal),
    **{str(jaar): (str(jaar), getal) for jaar in range(2026, 2036)},
    "Hefboom": ("label", str),
    "Plekken voor urgenten": ("plekken", verschil),
    "Daling niet geplaatst": ("minder", getal),
    "Daling gemiste plaatsingen": ("gemist", getal),
    "Voor regulier": ("regulier", verschil),
    "Stap": ("label", str),
    "Niet geplaatst ervoor": ("van", getal),
    "en erna": ("tot", getal),
    "Van": ("van", str),
    "Naar": ("naar", str),
    "Huishoudens per jaar": ("aantal", lambda aantal: getal(aantal, 1)),
    "Wie minder deed": ("van", str),
    "Wie meer deed": ("naar", str),
    "Woningen": ("aantal", getal),
    "Bedrag in euro": ("bedrag", getal),
    "Aan de beurt": ("beurt", lambda beurt: "" if beurt != beurt else f"{beurt:.0f}"),
    "Vervuld": ("vervulling", deel),
    "waarvan door ruil": ("ruil", verschil),
    "Stand": ("stand", verschil),
    "Draagt over": ("over", getal),
    "Neemt over": ("neemt", getal),
    "Netto": ("netto", verschil),
    "Eigen aandeel met de ruil": ("eigen_aandeel", getal),
    "Eigen aandeel zonder grenzen": ("zonder", getal),
    "met grenzen": ("met", getal),
    "Waardoor": ("waardoor", str),
    "Woningen per jaar": ("aantal", getal),
    "Sinds": ("sinds", str),
    "Samen tot en met 2033": ("samen", getal),
    "Regel": ("naam", str),
    "Opgave van de regio": ("opgave", getal),
    "Vooraf verplaatst": ("vooraf", getal),
    "Achteraf verevend": ("achteraf", getal),
    "Kilometers samen": ("kilometers", getal),
    "Kilometers per huishouden": ("gemiddeld", lambda km: "niemand" if km is None else getal(km, 1)),
    "Percentage": ("percentage", lambda waarde: deel(waarde) if waarde == waarde else ""),
    "Extra plekken": ("plekken", getal),
    "Nieuwbouw": ("nieuwbouw", getal),
    "Overgenomen": ("overgenomen", verschil),
    "Fair share": ("fair_share", getal),
    "Draagt t.o.v. fair share": ("draagt", verschil),
    "Regulier t.o.v. begin": ("regulier_verschil", verschil),
    "Gebied": ("gebied", str),
    "Voor urgenten": ("gevraagd", getal),
    "Blijft regulier": ("over", getal),
    "Hoogste deel in": ("hoogste", str),
    "Dat deel": ("deel", lambda waarde: benodigd(waarde, 0)),
    "Inwoners toen": ("inwoners_toen", getal),
    "Inwoners toen, nu": ("inwoners_nu", getal),
    "Corporatiewoningen toen": ("corporatiewoningen_toen", getal),
    "Corporatiewoningen toen, nu": ("corporatiewoningen_nu", getal),
    "Wie": ("wie", str),
    "Inwoners": ("inwoners", getal),
    "Woningen op 1.000 inwoners": ("woningen", getal),
    "Deel corporatiewoningen": ("corporaties", deel),
    "Deel eenpersoonshuishoudens": ("eenpersoons", deel),
    "Van 10.000, naar inwoners": ("naar_inwoners", getal),
    "naar huishoudens": ("naar_huishoudens", getal),
    "naar voorraad": ("naar_voorraad", getal),
}
"""By heading the figure, and how it is written."""

EIGEN: Mapping[tuple[str, str], tuple[str, Schrijver]] = {
    ("", "Opgave"): ("vraag", getal),
    ("spelregels", "Verschil"): ("schuift", verschil),
    ("vereffening", "Draagt over"): ("van", str),
    ("vereffening", "Neemt over"): ("naar", str),
}
"""What a heading stands for on one page only."""

Kolommen = Mapping[Any, Any]


def van_de_pagina(pagina: str, uitkomst: model.Uitkomst, gezien: Weergave, half: Monitoring) -> Iterator[Kolommen]:
    """Give the figures that a page can show, a table of columns each."""
    jaar = gezien.jaar or uitkomst.eindjaar
    alle = (*GEMEENTEN, "vraag", "geholpen", "ontvangen", "geleverd", "vrij")
    if pagina == "":
        yield model.in_het_jaar(uitkomst, alle)
        yield model.zonder_opgave(uitkomst)
    elif pagina == "groeipad":
        yield model.regio_per_jaar(uitkomst, alle)
    elif pagina == "gemeenteprofiel":
        code = gezien.gemeente or uitkomst.bron.codes[0]
        yield model.van_een(uitkomst, uitkomst.bron.codes.index(code), alle)
        yield model.kolommen(naast_elkaar(code))
    elif pagina == "regulier":
        yield model.tegenover_2024(uitkomst, jaar).tabel
        yield model.tegenover_2024(uitkomst, jaar).pad
    elif pagina == "monitoring":
        yield model.gevraagd(uitkomst)
        if nu := model.voortgang(uitkomst, half, gezien.tarief):
            yield model.voortgang_heel(uitkomst, nu)
    elif pagina in ("solidariteit", "vereffening"):
        yield model.solidariteit(uitkomst, jaar, gezien.tarief).tabel
        yield model.solidariteit(uitkomst, jaar, gezien.tarief).stromen
        yield model.betalingen(uitkomst, jaar, gezien.tarief)
        yield model.verwachte_stand(uitkomst, jaar).tabel
        if stand := model.gerealiseerde_stand(uitkomst, half):
            yield stand.tabel
        yield model.ruilregister(uitkomst, jaar)
    elif pagina == "hefbomen":
        yield model.even_veel(uitkomst, gezien.inspanning)
        yield model.waterval(uitkomst).stappen
    elif pagina == "spelregels":
        regels = model.spelregels(uitkomst, jaar, gezien.gemeente)
        rijen = [{**rij, "naam": rij["regel"].kop} for rij in model.regels_tabel(uitkomst, regels, jaar)]
        yield pd.DataFrame(rijen, dtype=object)
        if met := model.met_een(uitkomst, regels, "bovengrens", "ondergrens"):
            yield model.grenzen_tabel(met, jaar)[0]
        if met := model.met_een(uitkomst, regels, "ruil"):
            yield model.ruil_tabel(met, jaar)
    elif pagina == "nederland":
        yield model.overal(uitkomst.scenario, "provincie").gebieden
    elif pagina == "herijken":
        yield model.tellingen(model.herijking(uitkomst.scenario))
    elif pagina == "speltafel":
        yield model.ronde_tabel(uitkomst, model.speel(uitkomst, gezien.bod, gezien.ronde))
    else:
        yield model.in_het_jaar(uitkomst, alle, jaar)
        yield model.regio_per_jaar(uitkomst, alle)


Tafel = list[list[str]]


def tafels(at: AppTest, soort: str = "cijfers") -> list[Tafel]:
    """The tables of figures on the screen, or of words, the headings first; a name that is a link is that name."""
    teksten = [deel.proto.body for deel in at.get("html")] + [stuk.get("html", "") for stuk in stukken(at)]
    bomen = [ElementTree.fromstring(tekst) for tekst in teksten if f'class="tabel {soort}"' in tekst]
    return [[["".join(cel.itertext()) for cel in rij] for rij in boom.iter("tr")] for boom in bomen]


def verwacht(pagina: str, koppen: list[str], cijfers: Kolommen) -> Tafel | None:
    """Write the figures below these headings; None where they are not in it."""
    heel = [f"{koppen[plek - 1]}, nu" if kop == "nu" else kop for plek, kop in enumerate(koppen)]
    woorden = [EIGEN.get((pagina, kop)) or WOORDEN.get(kop) for kop in heel]
    if not all(woord and woord[0] in {str(kolom) for kolom in cijfers} for woord in woorden):
        return None
    naar = {str(kolom): kolom for kolom in cijfers}
    kolommen = [[schrijf(cel) for cel in cijfers[naar[kolom]]] for kolom, schrijf in filter(None, woorden)]
    return [list(rij) for rij in zip(*kolommen, strict=True)]


KLEUREN = {
    "opgave": "gray",
    "fair share": "gray",
    "capaciteit": "blue",
    "pad": "blue",
    "niet geplaatst": "orange",
    "prognose": "orange",
    "regulier": "green",
    "gerealiseerd": "green",
    "zoals in 2024": "gray",
    "deel van de afspraak": "blue",
    "dit scenario": "orange",
    "1: ": "blue",
    "2: ": "green",
    "3: ": "violet",
    "meer en": "orange",
    "minder opgave": "blue",
    "hoeveel minder niet geplaatst": "blue",
    "wat een stap ervan afhaalt": "blue",
    "wat hij erbij doet": "gray",
    "wat er in 2033 kan": "blue",
    "reservering": "blue",
    "een andere gemeente levert": "blue",
    "geen plek": "orange",
    "toewijzingen in 2024": "blue",
    "streep: de opgave": "gray",
    "tekort": "orange",
    "overschot": "blue",
    "dunne streep": "gray",
    "dunne lijn": "orange",
}
"""By the first words behind a mark in a legend its colour; ``test_grafieken.py`` holds the charts to the same ones."""


VERF = {
    kleuren.CAPACITEIT.licht: "blue",
    kleuren.REGULIER.licht: "green",
    kleuren.PAARS.licht: "violet",
    **dict.fromkeys((kleuren.ACCENT, kleuren.ACCENT_TEKST.licht), "orange"),
    **dict.fromkeys((kleuren.STIL.licht, kleuren.OPGAVE.licht), "gray"),
}
STREEP = {(1, 0): "—●", (8, 4): "- -", (6, 4): "- -", (2, 3): "··", (10, 3, 2, 3): "-·-"}
"""How a legend writes a line, by its dashes in a chart."""


def _marken(legenda: ElementTree.Element) -> Iterator[list[str]]:
    """By mark of a legend its colour, the mark itself and the words behind it."""
    marken: list[list[str]] = []
    for deel in legenda:
        kleur, tekst = str(deel.get("class")).split()[0], deel.text or ""
        if kleur in KLEUREN.values() and not re.search(r"\w", tekst):
            marken.append([kleur, tekst, deel.tail or ""])
        elif marken and kleur == "vet":
            marken[-1][2] += f"{tekst}{deel.tail or ''}"
    return ([kleur, mark, woorden.strip().lower()] for kleur, mark, woorden in marken)


def anders_gekleurd(at: AppTest) -> list[str]:
    """Say what a legend or a chart on the screen draws in another colour, or with other dashes, than its words have elsewhere."""
    html = [een.proto.body for een in at.get("html")] + [stuk.get("html", "") for stuk in stukken(at)]
    bomen = [ElementTree.fromstring(f"<p>{een}</p>") for een in html if 'class="legenda"' in een]
    marken = [
        mark for boom in bomen for een in boom.iter("p") if een.get("class") == "legenda" for mark in _marken(een)
    ]
    zegt, anders = [(kleur, woorden) for kleur, _, woorden in marken], []
    for spec in (json.loads(stuk["spec"]["tekst"]) for stuk in stukken(at) if "spec" in stuk):
        for veld, namen, verf in schalen_van(spec):
            zegt += [(VERF[een], naam.lower()) for naam, een in zip(namen, verf, strict=True) if veld == "reeks"]
        for _, namen, strepen in schalen_van(spec, list):
            gestreept = {naam.lower(): STREEP[tuple(een)] for naam, een in zip(namen, strepen, strict=True)}
            anders += [
                f"'{woorden}' has {mark} in the legend and {lijn} in the chart"
                for _, mark, woorden in marken
                if mark.strip() not in (lijn := gestreept.get(woorden.split(",")[0], mark)) and mark != "■"
            ]
    for kleur, zin in zegt:
        goed = next((goed for woord, goed in KLEUREN.items() if zin.startswith(woord)), "not in KLEUREN")
        if kleur != goed:
            anders.append(f"'{zin}' is {kleur} here, and elsewhere {goed}")
    return anders


OPEN = {
    deel.args[1].value
    for pad in Path(pages.__path__[0]).glob("*.py")
    for deel in ast.walk(ast.parse(pad.read_text(encoding="utf-8")))
    if isinstance(deel, ast.Call)
    and getattr(deel.func, "id", "") == "uitklap"
    and isinstance(deel.args[1], ast.Constant)
} | {"uitleg_reservering"}
"""What is folded on any page, and of the explanations one."""
BLADEN = (
    ("", 1, 10), ("groeipad", 1, 9), ("gemeenteprofiel", 2, 14), ("regulier", 2, 10), ("monitoring", 3, 27), ("solidariteit", 2, 14),
    ("vereffening", 5, 28), ("hefbomen", 2, 8), ("spelregels", 3, 17), ("speltafel", 1, 10), ("nederland", 1, 6), ("herijken", 1, 5),
)  # fmt: skip
"""The pages with tables that are read here, with how many in RIJK, and of how many columns: elsewhere headings are keys, scenarios or articles."""


@cache
def halfjaren() -> Monitoring:
    """What was realised: no two figures the same."""
    regio = lees_regios()["stedendriehoek"]
    rijen = [(code, deel, 20 + 3 * nummer) for nummer, code in enumerate(regio.codes) for deel in ("2026-1", "2026-2")]
    mutaties = [(code, "mutaties 2026-1", 90 + 7 * nummer) for nummer, code in enumerate(regio.codes)]
    return maak_monitoring(regio, [*rijen, *mutaties])


@cache
def gerekend(vraag: str) -> tuple[model.Uitkomst, Weergave]:
    gelezen = link.lees(vraag, lees_regios())
    assert not gelezen.fouten and not gelezen.opmerkingen
    return model.bereken(lees_regios()[gelezen.scenario.regio], gelezen.scenario), gelezen.weergave


def scherm(pagina: str, vraag: str) -> AppTest:
    sessie = {"_realisatie": {"stedendriehoek": halfjaren()}, **dict.fromkeys(OPEN, True)}
    return open_app(pagina, sessie, keer=1, meer=False, **dict(deel.split("=") for deel in vraag.split("&")))


def andere_cellen(gelezen: list[Tafel], bron: list[Tafel]) -> list[tuple[object, ...]]:
    """Name each cell that is another one, with its row and column, what is read and what its source says."""
    return [
        (*(rij or daar)[:1], kop, cel, goed)
        for tafel, ernaast in zip_longest(gelezen, bron, fillvalue=[])
        for rij, daar in zip_longest(tafel, ernaast, fillvalue=[])
        for kop, cel, goed in zip_longest((tafel or ernaast)[0], rij, daar)
        if cel != goed
    ]


@pytest.mark.parametrize("vraag", [RIJK, GATEN, KAAL])
@pytest.mark.parametrize(("pagina", "zoveel", "breed"), BLADEN)
def test_every_cell_is_the_figure_of_its_heading(pagina, zoveel, breed, vraag):
    """Rich, with gemeenten of which nothing is known, and without an opgave: every table has its rows, in their order."""
    uitkomst, gezien = gerekend(vraag)
    cijfers = list(
        van_de_pagina(
            pagina, uitkomst, gezien, halfjaren() if vraag != KAAL else Monitoring(regio="gmr", realisatie=())
        )
    )
    at = scherm(pagina, vraag)
    assert not anders_gekleurd(at)
    gelezen = tafels(at)
    anders = [koppen for koppen, *_ in gelezen if all(verwacht(pagina, koppen, een) is None for een in cijfers)]
    for koppen, *rijen in gelezen:
        kan = [tafel for een in cijfers if (tafel := verwacht(pagina, koppen, een)) is not None]
        fout = [andere_cellen([[koppen, *rijen]], [[koppen, *tafel]]) for tafel in kan]
        assert koppen in anders or [] in fout, min(fout, key=len)
    assert not [koppen for koppen in anders if {*koppen} <= {*WOORDEN}], anders
    hier = [koppen for koppen, *_ in gelezen if koppen not in anders]
    assert vraag != RIJK or (len(hier), sum(map(len, hier))) == (zoveel, breed), hier


def _kaarten(pagina: str, uitkomst: model.Uitkomst, gezien: Weergave, half: Monitoring) -> dict[str, tuple[str, str]]:
    """Write what stands on the cards of a page: by label the figure, and the figures below it."""
    kern, jaar = model.kerncijfers(uitkomst), gezien.jaar or uitkomst.eindjaar
    regio = uitkomst.regionaal
    naast = f"{getal(kern.kader)} in het beginscenario"
    if pagina == "" and kern.opgave == kern.opgave:
        return {
            f"Niet geplaatst in {kern.jaar}": (getal(regio("niet_geplaatst")), naast),
            "Als geen overschot meetelt": (
                getal(regio("tekort")),
                f"{getal(model.bereken(uitkomst.bron, uitkomst.scenario.met(verevening=100)).regionaal('niet_geplaatst'))} als elk overschot meetelt",
            ),
            "Capaciteit": (getal(regio("capaciteit")), f"opgave {getal(regio('opgave'))}"),
            **_gemist(kern),
        }
    if pagina == "":
        bron = uitkomst.bron
        return {
            f"Capaciteit in {kern.jaar}": (getal(regio("capaciteit")), f"van {getal(regio('mutaties'))} mutaties"),
            "Gemeenten": (str(len(bron.gemeenten)), f"{getal(float(bron.kolom('inwoners_2024').sum()))} inwoners"),
            "Sociale voorraad": (getal(float(bron.kolom("corporatiewoningen_2024").sum())), "corporatiewoningen"),
        }
    if pagina == "groeipad":
        punten = model.omslag(uitkomst)
        open_ = "onbekend" if uitkomst.onvolledig else "niet met dit scenario"
        nog = f"nog {getal(kern.niet_geplaatst)} niet geplaatst in {kern.jaar}; " if kern.jaar_dicht is None else ""
        return {
            **_gemist(kern),
            "Het gat van de regio is dicht in": (
                str(kern.jaar_dicht or open_),
                f"{nog}als ieder het alleen doet: {kern.jaar_dicht_alleen or open_}",
            ),
            "Reservering, hele regio": (minstens(punten.reservering, procent, 1), ""),
            "Reservering, ieder voor zich": (minstens(punten.reservering_zonder_verevening, procent, 1), ""),
            "Mutatiegraad": (minstens(punten.mutatiegraad, procent, 2), ""),
            "Extra plekken per jaar": (minstens(punten.extra_plekken, getal), ""),
        }
    if pagina == "regulier":
        cijfers = model.tegenover_2024(uitkomst, jaar)
        return {
            f"Regulier in {jaar}": (getal(regio("regulier", jaar)), f"{verschil(cijfers.verschil)} t.o.v. 2024"),
            "Deel regulier": (deel(100 * regio("regulier", jaar) / regio("vrij", jaar)), "de afspraak noemt circa 70%"),
            "Verdringing": (getal(regio("verdringing", jaar)), "verhuringen minder dan in 2024"),
        }
    if pagina == "solidariteit":
        return {
            f"Niet geplaatst in {jaar}": (getal(regio("niet_geplaatst", jaar)), "netto, na verevening"),
            "Tekorten": (getal(regio("tekort", jaar)), "bruto, alle samen"),
            "Overschotten": (getal(regio("overschot", jaar)), "bruto, alle samen"),
            "Verevend": (
                getal(float(afgerond(regio("tekort", jaar)) - afgerond(regio("niet_geplaatst", jaar)))),
                f"bij {uitkomst.scenario.verevening:.0f}% verevening",
            ),
        }
    if pagina == "gemeenteprofiel":
        eigen = model.in_het_jaar(
            uitkomst, ("niet_geplaatst", "tekort", "eigen_aandeel", "capaciteit", "dekking", "benodigd_percentage", "geleverd")
        )  # fmt: skip
        plek = uitkomst.bron.codes.index(gezien.gemeente or uitkomst.bron.codes[0])
        een = {naam: kolom[plek] for naam, kolom in eigen.items()}
        plaats = 1 + sum(ander > een["benodigd_percentage"] for ander in eigen["benodigd_percentage"][:-1])
        return {
            f"Niet geplaatst in {kern.jaar}": (getal(een["niet_geplaatst"]), f"tekort {getal(een['tekort'])}"),
            "Eigen aandeel": (
                getal(een["eigen_aandeel"]),
                f"capaciteit {getal(een['capaciteit'])}, dekking {procent(een['dekking'])}",
            ),
            "Benodigd percentage": (
                benodigd(een["benodigd_percentage"]),
                f"plaats {plaats} van {len(uitkomst.bron.codes)}",
            ),
            "Voor anderen": (getal(een["geleverd"]), f"van anderen {getal(een['tekort'] - een['niet_geplaatst'])}"),
        }
    nu = model.voortgang(uitkomst, half, gezien.tarief)
    assert pagina == "monitoring" and nu
    cijfers = model.voortgang_heel(uitkomst, nu).iloc[-1]
    return {
        "Realisatie sinds 2026": (
            getal(float(sum(een.toewijzingen or 0 for een in half.realisatie))),
            "van 9 van de 9 gemeenten",
        ),
        "Gevraagd": (getal(cijfers["gevraagd"]), f"met de stand van 2024 {getal(cijfers['stand_2024'])}"),
        "Dekking": (procent(cijfers["dekking"]), "van het eigen aandeel"),
        "Prognose tot en met 2030": (getal(cijfers["prognose"]), f"pad {getal(cijfers['pad_tot_horizon'])}"),
    }


def _gemist(kern: model.Kerncijfers) -> dict[str, tuple[str, str]]:
    return {
        "Gemiste plaatsingen 2026-2035": (
            getal(kern.gemiste_plaatsingen),
            f"{getal(kern.gemist_kader)} in het beginscenario",
        )
    }


CIJFER = r"[−+]?\d[\d.,]*(?<=\d)%?|onbekend"


def cijfers_in(zin: str) -> list[str]:
    """Give the figures in a sentence, in their order; which words stand around them is free."""
    return re.findall(CIJFER, zin)


def getallen(zin: str) -> list[str]:
    """Give the figures in a sentence, in any order."""
    return sorted(cijfers_in(zin))


MET_KAARTEN = ("", "groeipad", "regulier", "solidariteit", "gemeenteprofiel", "monitoring")


@pytest.mark.parametrize(
    ("pagina", "vraag"), [*((pagina, RIJK) for pagina in MET_KAARTEN), ("", KAAL), ("groeipad", DICHT), ("", DICHT)]
)
def test_every_card_is_the_figure_of_its_words(pagina, vraag):
    """The figure and the words below it, every card of the page."""
    verwachte = _kaarten(pagina, *gerekend(vraag), halfjaren())
    assert {kaart.label: (kaart.cijfer, kaart.eronder) for kaart in kaarten(scherm(pagina, vraag))} == verwachte


def test_no_figure_of_these_scenarios_hides_another():
    """Else two columns could change places unseen: the figures of the region differ, all but what is one by definition."""
    uitkomst, _ = gerekend(RIJK)
    namen = ("opgave", "capaciteit", "tekort", "overschot", "niet_geplaatst", "verevend", "regulier", "mutaties")
    for jaar in (2033, uitkomst.eindjaar):
        assert len({getal(uitkomst.regionaal(naam, jaar)) for naam in namen}) == len(namen)
    for naam in ("geleverd", "ontvangen"):
        assert max(model.in_het_jaar(uitkomst, (naam,), 2033)[naam][:-1]) >= 5

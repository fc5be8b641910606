"""Every page whole, with all that is folded open: each table and each chart is that of its source, and none is unread.

The source is the file in ``data/`` or ``docs/`` in a reading of its own, or the engine. What is new on any page belongs here,
in ``zinnen.py`` (sentences), in ``test_cijfers.py`` (headings that always mean the same) or in ``test_eigen_koppen.py`` (other tables of figures).
"""

import csv
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, cycle
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl
from xml.etree import ElementTree

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

import pages as alle_paginas
from fairshare import grafieken, model, toetsing
from fairshare.gegevens import Cijfer, lees_eigen, lees_regios, lees_taakstellingen, woordenboek
from fairshare.gegevens.kolommen import KOLOMMEN
from fairshare.grafieken.rijen import opgave_rijen, tekort_rijen, toen_rijen
from fairshare.grafieken.thema import als_json
from fairshare.lezingen.uitleg import leg_uit
from fairshare.model.hele_woningen import heel
from fairshare.model.weg import lezing
from fairshare.opmaak import benodigd, getal, halfjaar, minstens, opsomming_kort, precies, procent, verschil
from fairshare.verhaal import Verhaalstap, schrijf_stap
from fairshare.weergave import BOODSCHAPPEN, HEFBOMEN, KORT, PARAMETERS, TEKENINGEN, Weergave
from pages import groeipad, nederland, spelregels
from pages.bediening.eigen import REGIOS
from tests.app.test_cijfers import (
    GATEN,
    KAAL,
    OPEN,
    Schrijver,
    Tafel,
    andere_cellen,
    anders_gekleurd,
    cijfers_in,
    deel,
    gerekend,
    halfjaren,
    kaarten,
    tafels,
    van_de_pagina,
    verwacht,
)
from tests.app.test_eigen_koppen import (
    AMENDEMENT,
    PAGINAS,
    REST,
    SAMEN,
    VOL,
    _ernaast,
    _met_som,
    _open,
    _pad_per_gemeente,
    _per_regel,
)
from tests.app.test_paginas import open_app, stukken
from tests.app.zinnen import ZINNEN, feiten, kop, lees_zinnen

WORTEL = Path(__file__).parents[2]


Maker = Callable[[model.Uitkomst, Weergave], list[Tafel]]


def _lees(naam: str) -> dict[str, Any]:
    return tomllib.loads((WORTEL / "data" / naam).read_text(encoding="utf-8"))


def _tafel(rijen: Iterable[Mapping[str, Any]], **velden: str) -> Tafel:
    """Make a table of rows of a file: by heading (_ for a space) the field below it."""
    return [[kop.replace("_", " ") for kop in velden], *([str(rij.get(veld, "")) for veld in velden.values()] for rij in rijen)]  # fmt: skip


def _uit_document(naam: str) -> Tafel:
    """Read the one table of a document."""
    regels = [
        regel for regel in (WORTEL / "docs" / naam).read_text(encoding="utf-8").split("\n") if regel.startswith("| ")
    ]
    rijen = [[cel.strip().replace(r"\|", "|") for cel in re.split(r"(?<!\\)\|", regel)[1:-1]] for regel in regels]
    return [rij for rij in rijen if not rij[0].startswith(":-")]


def _urgent(*_: object) -> list[Tafel]:
    wie, zegt = _lees("urgent.toml"), {True: "= gelijk.", False: "≠ niet gelijk.", None: "geen paar in de bron."}
    wettelijk = [
        {**groep, "zelfde": f"{zegt[groep.get('gelijk')]} {groep.get('verschil', '')}".strip(), "kader": "ja" if groep["kader"] else "nee"}
        for groep in wie["wettelijk"]
    ]  # fmt: skip
    return [
        [["Onder", "Wie urgent is", "De ruimere aandachtsgroep", "Is dat hetzelfde?", "Genoemd in het kader"],
         *_tafel(wettelijk, a="letter", b="groep", c="aandachtsgroep", d="zelfde", e="kader")[1:]],
        _tafel(wie["regionaal"], Waar="waar", Wie="groep", Toelichting="toelichting", Bron="bron"),
        _tafel(wie["buiten"], Wie="groep", Waarom="waarom", Bron="bron"),
    ]  # fmt: skip


def _elders(*_: object) -> list[Tafel]:
    alles = _lees("regelingen.toml")
    for een in alles["regeling"]:
        een |= {"wat": f"{een['inhoud']} Bron: {een['bron']}", "wie": f"{een['naam']}: {een['over']}"}
    return [
        _tafel(alles["regeling"], Regio_en_waarover="wie", Wat_er_is_afgesproken="wat", Verdeling="verdeling", Periode="periode",
               Bijzonder="bijzonder", Niet_in_dit_model="niet_in_model"),
        _tafel(alles["landelijk"], Onderwerp="onderwerp", Wat_de_bron_zegt="inhoud", Bron="bron"),
    ]  # fmt: skip


def _over(*_: object) -> list[Tafel]:
    rijen = []
    for sleutel, regio in lees_regios().items():
        register = _lees(f"{sleutel}/register.toml")
        gemeenten = (WORTEL / "data" / sleutel / "gemeenten.csv").read_text(encoding="utf-8").strip().count("\n")
        rijen.append([register["naam"], str(gemeenten), regio.vingerafdruk, register["toelichting"]])
    return [_uit_document("rekenmodel-2.md"), [["Regio", "Gemeenten", "Vingerafdruk", "Toelichting"], *rijen]]


def _verhaal(*_: object) -> list[Tafel]:
    rijen = [
        [f"{nummer}. {een['titel']}", BOODSCHAPPEN[een["soort"]], TEKENINGEN[een["tekening"]], "ja" if een.get("vraag") else "nee",
         model.korte_naam(gerekend(een["link"])[0].scenario, gerekend(een["link"])[0].bron)]
        for nummer, een in enumerate(_lees("verhaal.toml")["stap"], 1)
    ]  # fmt: skip
    return [[["Stap", "Boodschap", "Tekening", "Eerst vragen", "Scenario"], *rijen]]


def _bronnen(u: model.Uitkomst, _: Weergave) -> list[Tafel]:
    """The register of the region, its columns with those of the country, what is left out, and every parameter as it is documented."""
    eigen, land = _lees(f"{u.bron.sleutel}/register.toml"), _lees("landelijk.toml")["kolommen"]
    midden = {
        "centrum_x": land["middelpunt_lon_wgs84"] | {"naam": "Middelpunt, van west naar oost"},
        "centrum_y": land["middelpunt_lat_wgs84"] | {"naam": "Middelpunt, van zuid naar noord"},
    }
    kolommen = {**land, **midden, **eigen["kolommen"]}

    def rij(een: Mapping[str, Any]) -> list[str]:
        waar = f"{een.get('bron', '')}. {een.get('vindplaats', '')}".strip()
        uitleg = f"{een.get('regel', '')} {(een.get('bereik') and 'Bereik: ' + een['bereik'] + '.') or ''}".strip()
        return [een["status"], str(een.get("peiljaar", "")), waar, uitleg]

    def waarde(een: Mapping[str, Any]) -> str:
        cijfer, eenheid = een.get("waarde"), een["eenheid"]
        if cijfer is None:
            return "onbekend"
        return str(cijfer) if eenheid == "jaar" else f"{getal(cijfer, 2 * (cijfer != int(cijfer)))} {eenheid}"

    return [
        [["Cijfer", "Waarde", "Status", "Peiljaar", "Bron", "Toelichting"],
         *([een["naam"], waarde(een), *rij(een)] for een in eigen["cijfers"].values())],
        [["Cijfer", "Status", "Peiljaar", "Bron", "Toelichting"],
         *([kolommen[naam]["naam"], *rij(kolommen[naam])] for naam in u.bron.register.kolommen)],
        _tafel(_lees("buiten_model.toml")["rij"], Wat_de_bron_noemt="wat", Wat_de_Verkenner_ermee_doet="ermee", Bron="bron"),
        [[cel for plek, cel in enumerate(rij) if plek != 1] for rij in _uit_document("parameters.md")],
    ]  # fmt: skip


def _wettelijk(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    """Also how a figure comes about: what leads to it, as the engine explains it."""
    regels = [
        {**een, "datum": een["datum"] or "geen datum", "waar": f"{een['status']}: {een['bron']}"} for een in _lees("wettelijk_kader.toml")["regel"]
    ]  # fmt: skip
    stappen = leg_uit(u, gezien.gemeente, "reservering", gezien.jaar).alle()
    per_woning = lees_taakstellingen().personen_per_woning.waarde
    half = [
        [halfjaar(f"{een.jaar}-{een.helft}"), getal(een.landelijk), getal(een.samen),
         getal(None if een.samen is None else een.samen / per_woning), een.uitleg]
        for een in model.taakstellingen(u.bron)
    ]  # fmt: skip
    return [
        _tafel(regels, Onderwerp="onderwerp", Waar_het_staat="artikel", Wat_er_staat="inhoud", Wat_niet_van_de_wet_is="niet",
               Vanaf="datum", Status_en_bron="waar"),
        [["Halfjaar", "Nederland, personen", "Deze regio, personen", "In woningen, ongeveer", "Toelichting"], *half],
        [["Cijfer", "Waarde", "Hoe, of waar het vandaan komt"],
         *([een.label, een.tekst, f"{een.regel} = {een.ingevuld}" if een.regel else een.herkomst] for een in stappen)],
    ]  # fmt: skip


def _overzicht(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    oordelen = toetsing.toets(u, model.kerncijfers(u), gezien.normen)
    rijen = [[een.vraag, een.antwoord or "geen norm", een.hoeveel, een.bron] for een in oordelen]
    return [[["Vraag", "Antwoord", "Met hoeveel", "Bron"], *rijen]]


def _bekend(u: model.Uitkomst, gezien: Weergave, namen: Iterable[str]) -> list[tuple[Cijfer, str]]:
    """Give what the register says of columns of a gemeente, with its figure."""
    plek = u.bron.codes.index(gezien.gemeente)
    return [(u.bron.register.kolommen[naam], getal(float(u.bron.kolom(naam)[plek]))) for naam in namen]


VAN_EEN = (
    "inwoners_2024",
    "woningen_2024",
    "corporatiewoningen_2024",
    "mutaties_liberalisatiegrens",
    "toewijzingen_2024",
)


def _gemeenteprofiel(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    """Lochem: what is known of it with its source, and what would close its own gap."""
    plek, eigen = u.bron.codes.index(gezien.gemeente), model.profiel(u, gezien.gemeente)
    graad = 100 * u.bron.kolom("mutaties_liberalisatiegrens")[plek] / u.bron.kolom("corporatiewoningen_2024")[plek]
    cijfers = _bekend(u, gezien, (*VAN_EEN[:4], "mutaties_aftoppingsgrens", VAN_EEN[4]))
    return [
        [["Cijfer", "Waarde", "Status", "Bron"], *([wat.naam, cijfer, wat.status, wat.bron] for wat, cijfer in cijfers),
         ["Mutatiegraad van de gemeente", procent(graad, 1), "herleid", "mutaties van 2024 gedeeld door de sociale voorraad"]],
        [["Elk afzonderlijk", "Nodig"], ["Reservering", minstens(eigen.nodige_reservering, procent, 1)],
         ["Extra plekken per jaar", minstens(eigen.extra_plekken, getal)],
         ["Nieuwbouw sociale huur per jaar", minstens(eigen.nieuwbouw, getal)]],
    ]  # fmt: skip


def _nodig(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    """By lever what it takes, as many decimals as its control has, and the range of that control."""
    schrijf = {"reservering": benodigd, "mutatiegraad": lambda graad: benodigd(graad, 2)}

    def rij(hefboom: str, antwoord: model.Antwoord) -> list[str]:
        delen = {
            naam: schrijf.get(naam, lambda n: getal(np.ceil(n - 1e-6)))(waarde)
            for naam, waarde in antwoord.waarden.items()
        }
        if hefboom == "mix":
            past = all(waarde <= model.bereik(u.bron, naam)[1] for naam, waarde in antwoord.waarden.items())
            mix = " + ".join(f"{cijfer} {KORT[naam]}" for naam, cijfer in delen.items())
            return [mix, "elk deel" if past else "minder"]
        (laag, hoog), achter = map(getal, model.bereik(u.bron, hefboom)), "%" * (hefboom in schrijf)
        binnen = antwoord.waarden[hefboom] <= model.bereik(u.bron, hefboom)[1]
        eenheid = PARAMETERS[hefboom].eenheid.removeprefix("procent ")
        return [
            f"{delen[hefboom]} {eenheid}",
            f"{laag} tot {hoog}{achter}" if binnen else f"minder: hoogstens {hoog}{achter}",
        ]

    rijen = [[HEFBOMEN[naam], *rij(naam, antwoord)] for naam, antwoord in model.nodig(u, gezien).items()]
    assert len(rijen) == len(HEFBOMEN)
    return [[["Elk afzonderlijk", "Nodig", "Een scenario laat toe"], *rijen]]  # fmt: skip


def _onzekerheid(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    """For the first promise each lever as this scenario has it, and how far it would have to go."""
    belofte, *_ = toetsing.normen(u.bron.register, gezien.normen)
    rijen = []
    for naam, waarde in model.naar_waarschijnlijk(u, gezien, belofte).items():
        nu = model.gekozen(u.bron, u.scenario, naam)
        wordt = (
            "is al genoeg"
            if waarde == nu
            else "niet binnen het bereik van de knop"
            if waarde is None
            else PARAMETERS[naam].toon(waarde)
        )
        rijen.append([HEFBOMEN[naam], PARAMETERS[naam].toon(nu), wordt])
    return [[["Elk afzonderlijk", "Nu", "Nodig"], *rijen]]


def _spelregels(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    """By rule who has less and who has more than here, the most first."""
    rijen, j = [], u.jaren.index(gezien.jaar)
    maten = {"niet_geplaatst": "Niet geplaatst", "eigen_aandeel": "Eigen aandeel"}
    for een in model.spelregels(u, gezien.jaar, gezien.gemeente):
        if een.uitkomst and not een.gekozen:
            anders = (heel(een.uitkomst, een.maat) - heel(u, een.maat))[:-1, j]
            precies_ = een.uitkomst.per_gemeente(een.maat, gezien.jaar) - u.per_gemeente(een.maat, gezien.jaar)
            op_volgorde = sorted(
                zip(anders, precies_, u.bron.namen, strict=True), key=lambda een: (-abs(een[0]), -abs(een[1]))
            )
            kanten = [
                [f"{wie} {verschil(n)}" for n, m, wie in op_volgorde if kant * n > 0 and kant * m > 1e-6]
                for kant in (-1, 1)
            ]
            geen = "niemand" if np.isfinite(precies_).any() else "onbekend"
            rijen.append([een.naam, maten[een.maat], *(opsomming_kort(kant) or geen for kant in kanten)])
    return [[["Regel", "Waarvan", "Wie minder heeft", "Wie meer heeft"], *rijen]]


def _vergelijken(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    namen, alle = _ernaast(u)
    per_scenario = [toetsing.toets(een, model.kerncijfers(een), gezien.normen) for een in alle]
    return [
        [["Vraag", *namen[:2]], *([rij[0].vraag, *(een.zin for een in rij)] for rij in zip(*per_scenario, strict=True))]
    ]


def _herrekening(*_: object) -> list[Tafel]:
    """Below each source what differs, has another reading or cannot be computed, a column as a whole; and all."""
    koppen = [
        "Wat",
        "Waar",
        "Gedrukt",
        "Berekend",
        "Gedrukt min berekend",
        "Welke stap de tekst openlaat",
        "De andere lezing scheelt",
    ]

    def rij(een: model.Herrekend) -> list[str]:
        return [
            een.wat + (f" ({een.eenheid})" if een.eenheid else ""),
            een.plek,
            "niet gedrukt" if een.gedrukt is None else getal(een.gedrukt, een.decimalen),
            "niet na te rekenen" if een.berekend is None else precies(een.berekend, max(een.decimalen, 1)),
            "" if een.verschil is None else verschil(een.verschil, een.decimalen),
            een.open,
            "" if een.waard is None else verschil(een.waard, max(een.decimalen, 1)),
        ]  # fmt: skip

    alle = model.herreken()
    anders = [een for een in alle if een.verschil or (not een.letter and (een.waard or een.berekend is None))]
    per_bron = [[rij(een) for een in anders if een.bron == bron] for bron in dict.fromkeys(een.bron for een in alle)]
    return [[koppen, *rijen] for rijen in (*filter(None, per_bron), map(rij, alle))]


def _gegevens(*_: object) -> list[Tafel]:
    """The columns that the reader knows, and the free ones."""
    vast = [[kolom.kop, kolom.uitleg, kolom.soort] for kolom in KOLOMMEN.values()]
    return [[["Kolom", "Wat erin hoort", "Soort"], *vast, *map(list, woordenboek()[-2:])]]


def _realisatie() -> list[Tafel]:
    """What was realised in 2024, in the table of the region, beside the made up example of 2025."""
    regels = {
        naam: (WORTEL / "data/stedendriehoek" / naam).read_text(encoding="utf-8").splitlines()
        for naam in ("gemeenten.csv", "verzonnen.csv")
    }
    toen, nu = csv.DictReader(regels["gemeenten.csv"]), csv.DictReader(regels["verzonnen.csv"][1:], delimiter=";")
    later = {rij["Gemeentecode"]: int(rij["2025 H1"]) + int(rij["2025 H2"]) for rij in nu}
    rijen = [(rij["naam"], int(rij["toewijzingen_2024"]), later[rij["code"]]) for rij in toen]
    rijen.append(("Hele regio", sum(rij[1] for rij in rijen), sum(rij[2] for rij in rijen)))
    return [
        [
            ["Gemeente", "In 2024", "In 2025", "Verschil"],
            *([wie, getal(a), getal(b), verschil(b - a)] for wie, a, b in rijen),
        ]
    ]


def _vlak(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    """At each reservering and mutatiegraad what that scenario leaves, under the reading of the goal."""
    (laag, hoog), (onder, boven) = (model.bereik(u.bron, naam) for naam in ("reservering", "mutatiegraad"))
    delen = np.arange(laag, hoog + 1)

    def over(**met: float) -> str:
        ander = model.bereken(u.bron, u.scenario.met(**met), verevening=lezing(u, gezien))
        return getal(ander.regionaal("niet_geplaatst", gezien.jaar))

    graden = np.arange(onder, boven + 0.01, 0.5)
    rijen = [
        [procent(graad, 2), *(over(reservering=float(deel), mutatiegraad=float(graad)) for deel in delen)]
        for graad in graden
    ]
    return [[["Mutatiegraad", *map(procent, delen)], *rijen]]


TEKSTEN: Mapping[str, Maker] = {
    "": _overzicht,
    "gemeenteprofiel": _gemeenteprofiel,
    "nodig": _nodig,
    "onzekerheid": _onzekerheid,
    "spelregels": _spelregels,
    "vergelijken": _vergelijken,
    "herrekening": _herrekening,
    "gegevens": _gegevens,
    "urgent": _urgent,
    "elders": _elders,
    "over": _over,
    "verhaal": _verhaal,
    "bronnen": _bronnen,
    "wettelijk": _wettelijk,
}
"""By page its tables of words, top first."""

CIJFERS: Mapping[str, Maker] = {
    **REST,
    "herijken": lambda u, gezien: [*REST["herijken"](u, gezien), *_realisatie()],
    "nodig": _vlak,
    "speltafel": lambda u, gezien: [
        [["Cijfer", "Waarde"], *([wat.naam, cijfer] for wat, cijfer in _bekend(u, gezien, VAN_EEN))]
    ],
    **PAGINAS,
}
"""By page the tables of figures whose headings do not always mean the same: those are read as in ``test_cijfers.py``."""


def _van_solidariteit(u: model.Uitkomst, gezien: Weergave) -> list[grafieken.Rijen]:
    solidair = model.solidariteit(u, gezien.jaar, gezien.tarief)
    return [grafieken.stromen_rijen(solidair), grafieken.saldo_rijen(solidair)]


def _van_regulier(u: model.Uitkomst, gezien: Weergave) -> list[grafieken.Rijen]:
    rest = model.tegenover_2024(u, gezien.jaar)
    return [grafieken.regulier_pad_rijen(rest), grafieken.regulier_rijen(rest)]


def _van_onzekerheid(u: model.Uitkomst, gezien: Weergave) -> list[grafieken.Rijen]:
    band = model.onzekerheid(u, gezien)
    return [grafieken.band_rijen(u, band), grafieken.tornado_rijen(band, u.regionaal("niet_geplaatst"))]


def _van_vereffening(u: model.Uitkomst, gezien: Weergave) -> list[grafieken.Rijen]:
    standen = (model.gerealiseerde_stand(u, halfjaren()), model.verwachte_stand(u, gezien.jaar))
    return [grafieken.stand_rijen(stand) for stand in standen if stand]


GRAFIEKEN: Mapping[str, Callable[[model.Uitkomst, Weergave], Iterable[grafieken.Rijen]]] = {
    "": lambda u, gezien: [grafieken.balken_rijen(u), grafieken.kaart_rijen(u, "benodigd_percentage", "tegels")],
    "groeipad": lambda u, _: [
        grafieken.pad_rijen(u), grafieken.regio_reservering_rijen(u), *grafieken.per_gemeente_rijen(u).values()],
    "regulier": _van_regulier,
    "onzekerheid": _van_onzekerheid,
    "monitoring": lambda u, gezien: [
        grafieken.voortgang_rijen(u, halfjaren(), model.voortgang(u, halfjaren(), gezien.tarief))[1]],
    "gemeenteprofiel": lambda u, gezien: [grafieken.gemeente_rijen(u, u.bron.codes.index(gezien.gemeente))],
    "solidariteit": _van_solidariteit,
    "vereffening": _van_vereffening,
    "verdeelsleutels": lambda u, _: [
        grafieken.sleutel_rijen(model.tegenover_inwoners(model.sleutels_in_woningen(u.bron, u.scenario)).iloc[:-1], "voorraad")],
    "nederland": lambda u, _: [grafieken.landkaart_rijen(model.overal(u.scenario, "provincie"), ())],
    "nodig": lambda u, gezien: grafieken.vlak_rijen(
        model.vlak(u, gezien), u.scenario, model.mutatiegraad(u.bron, u.scenario), gezien.hoogstens).values(),
    "hefbomen": lambda u, gezien: [
        grafieken.opbrengst_rijen(model.even_veel(u, gezien.inspanning)), grafieken.waterval_rijen(model.waterval(u))],
    "weg": lambda u, gezien: grafieken.front_rijen(model.front(u, gezien), u, gezien.jaar).values(),
    "spelregels": lambda u, _: grafieken.ruilkaart_rijen(u).values(),
    "vergelijken": lambda u, _: [
        grafieken.vergelijk_rijen([model.van_uitkomst(*een) for een in zip(_ernaast(u)[0], _ernaast(u)[1], strict=False)])],
    "speltafel": lambda u, gezien: [grafieken.ronde_rijen(u, model.speel(u, gezien.bod, gezien.ronde))],
    "presenteren": lambda u, gezien: [grafieken.teken("opgave", u, gezien.gemeente).rijen],
    "wettelijk": lambda u, gezien: [grafieken.aandeel_rijen(u, gezien.jaar, 15)],
}  # fmt: skip
"""By page the rows of its charts, top first; ``test_grafieken.py`` says what such rows mean."""


def _als_tafel(rijen: str) -> Tafel:
    """Read rows of a chart as a table: their columns, and below them each row."""
    delen = json.loads(rijen)
    return [list(delen[0]), *(list(een.values()) for een in delen)]


def _getekend(at: AppTest) -> list[Tafel]:
    """Read the rows of the charts on the screen, without outlines."""
    delen = [een for stuk in stukken(at) if "spec" in stuk for een in stuk["rijen"].items()]
    return [
        _als_tafel(tekst if isinstance(tekst, str) else tekst["tekst"]) for naam, tekst in delen if naam[-5:] != "_vorm"
    ]


def _te_tekenen(maak: Callable[[model.Uitkomst, Weergave], Iterable[grafieken.Rijen]]) -> Maker:
    """Make the same of what the engine gives."""

    def rijen_van(rijen: grafieken.Rijen) -> str:
        return als_json(
            {naam: kolom for naam, kolom in rijen.items() if naam != "geometry"} if isinstance(rijen, dict) else rijen
        )

    return lambda u, gezien: [_als_tafel(rijen_van(rijen)) for rijen in maak(u, gezien)]


GETEKEND = {pagina: _te_tekenen(maak) for pagina, maak in GRAFIEKEN.items()}


def _links(vraag: Mapping[str, Any], namen: Iterable[str]) -> list[str]:
    """Say what stands of a question: its words, what each link is called and where it leads, and what is seen there."""
    waar = f"{vraag['pagina'].replace('overzicht', './')}#{'/'.join(vraag.get('plek', ()))}"
    kop, namen = ([vraag["vraag"]], namen) if vraag.get("per_gemeente") else ([], [vraag["vraag"]])
    return [*kop, *(deel for naam in namen for deel in (naam, waar)), vraag["antwoord"]]


LIJSTEN: Mapping[str, Maker] = {
    "kalender": lambda u, _: [
        [een["wanneer"], een["wat"], een["bron"], *(deel for vraag in een.get("link", ()) for deel in _links(vraag, u.bron.namen))]
        for een in _lees("kalender.toml")["moment"]
    ],
    "vragen": lambda u, _: [_links(een, u.bron.namen) for een in _lees("vragen.toml")["vraag"]],
    "herijken": lambda u, _: [[f"Reken verder met {u.bron.register.naam} (editie 2025)", "./#"]],
    "elders": lambda *_: [
        [f"{een['naam']} ({len(een['gemeenten'])} gemeenten)", "./#", f"Leden: {een['leden']}."]
        for een in _lees("regelingen.toml")["regeling"]
        if "sleutel" in een
    ],
}  # fmt: skip
"""By page what stands in its list of moments or of questions."""


def _opgesomd(at: AppTest) -> list[list[str]]:
    """Read the lists of moments and questions on the screen, with where each link leads."""
    teksten = [deel.proto.body for deel in at.get("html")] + [stuk.get("html", "") for stuk in stukken(at)]
    lijsten = [
        ElementTree.fromstring(tekst)
        for tekst in teksten
        if tekst.startswith(('<ol class="vragen"', '<ol class="tijdlijn"'))
    ]
    for link in (een for lijst in lijsten for een in lijst.iter("a")):
        pad, _, achter = link.get("href", "").partition("?")
        link.tail = f"\n{pad}#{achter.partition('#')[2]}\n{link.tail or ''}"
    regels = [
        (punt, deel.strip()) for lijst in lijsten for punt in lijst for deel in "\n".join(punt.itertext()).split("\n")
    ]
    return [
        [deel for punt, deel in regels if deel and punt is dit] for dit in dict.fromkeys(punt for punt, _ in regels)
    ]


def _jaren(at: AppTest) -> list[str]:
    """Read every year in words of a heading, a caption, a legend, a label of a card, or the description of a chart."""
    teksten = [deel.proto.body for deel in at.get("html")] + [stuk.get("html", "") for stuk in stukken(at)]
    koppen = re.findall(r"<(?:h2|caption|th|span|p class=.legenda.)[^>]*>([^<]*)", " ".join(teksten))
    koppen += [json.loads(stuk["spec"]["tekst"])["description"] for stuk in stukken(at) if "spec" in stuk]
    woorden = (kop for kop in koppen if not kop.isdigit())  # a row or column of a year is itself
    return re.findall(r"\b20\d\d\b", " ".join(woorden))


MET_JAAR = {"regulier": 2, "solidariteit": 1, "spelregels": 5, "vereffening": 5, "wettelijk": 1, "nodig": 2, "weg": 2}
"""How many of those words name the year that is looked at."""


def _uitgeklapt(pagina: str, vraag: str, **sessie: object) -> AppTest:
    open_ = {"_realisatie": {"stedendriehoek": halfjaren()}, **dict.fromkeys(OPEN, True)}
    return _open(pagina, vraag, **open_ | sessie)


def per_deel(at: AppTest) -> Iterator[AppTest]:
    """Give a page, and it again with each further part where one chooses a part."""
    yield at
    for keuze in (een for een in at.radio if str(een.key).endswith("_delen")):
        yield from (keuze.set_value(deel).run() for deel in keuze.options[1:])


def _alles(pagina: str, vraag: str) -> tuple[list[Any], ...]:
    """Read the tables of words and of figures of a page, of each of its parts where one chooses a part, its charts, lists and sentences."""
    at = _uitgeklapt(pagina, vraag)
    gezegd = lees_zinnen(at, pagina)
    if "2033" in (jaren := _jaren(at)):
        assert jaren.count("2033") == MET_JAAR.get(pagina, jaren.count("2033")), "een kop noemt een ander jaar"
        anders = _jaren(_uitgeklapt(pagina, vraag.replace("jaar=2033", "jaar=2031")))
        assert anders == ["2031" if jaar == "2033" else jaar for jaar in jaren], "een kop noemt een ander jaar"
    delen = [(tafels(deel, "tekst"), tafels(deel)) for deel in per_deel(at)]
    woorden, cijfers = (list(chain(*alle)) for alle in zip(*delen, strict=True))
    assert not at.exception and not anders_gekleurd(at)
    return woorden, cijfers, _getekend(at), [_opgesomd(at)], gezegd


MET_WACHTENDEN = (
    *("", "groeipad", "regulier", "onzekerheid", "gemeenteprofiel", "hefbomen", "solidariteit"),
    *("spelregels", "speltafel", "vergelijken", "delen", "verhaal", "nodig", "weg"),
)
"""The pages that say something else where who finds no home waits."""
WACHT = f"{VOL}&achterstand=ja&uitval=20&wachtend=750"


@pytest.mark.parametrize(
    ("pagina", "vraag"),
    [
        *((pad, {"vragen": "v=2"}.get(pad, VOL)) for pad in map(alle_paginas.pad, alle_paginas.PAGINAS)),
        ("bronnen", KAAL),
        ("bronnen", "v=2&regio=achterhoek"),
        ("onzekerheid", "v=2&reservering=36.2"),
        *((pagina, WACHT) for pagina in MET_WACHTENDEN),
    ],
)
def test_every_table_and_chart_of_a_page_is_that_of_its_source(pagina, vraag):
    """Cell by cell and in their order, and legends have the colours of their words: what no test knows fails."""
    woorden, cijfers, getekend, opgesomd, gezegd = _alles(pagina, vraag)
    u, gezien = gerekend(vraag)
    plek = u.bron.codes.index(gezien.gemeente or u.bron.codes[0])
    daar = [*feiten(u.bron.namen[plek]), getal(heel(u, "niet_geplaatst")[plek, u.eind])]
    zij = [[getal(u.regionaal("niet_geplaatst")), str(u.eindjaar)], daar]
    assert gezegd == zij + (ZINNEN[pagina](u, gezien) if pagina in ZINNEN else [])
    assert opgesomd == [LIJSTEN[pagina](u, gezien) if pagina in LIJSTEN else []]
    op_kop = list(van_de_pagina(pagina, u, gezien, halfjaren())) if cijfers else []
    rest = [tafel for tafel in cijfers if all(verwacht(pagina, tafel[0], een) != tafel[1:] for een in op_kop)]
    for gelezen, bron in ((woorden, TEKSTEN), (rest, CIJFERS), (getekend, GETEKEND)):
        assert andere_cellen(gelezen, bron[pagina](u, gezien) if pagina in bron else []) == []


def _elk_jaar(u: model.Uitkomst, _: Weergave, maat: str = "reservering", schrijf: Schrijver = deel) -> Tafel:
    """Every gemeente and the region, a column a year."""
    keer = 100 if maat == "reservering" else 1
    delen = [(wie, [u.per_gemeente(maat, jaar)[i] for jaar in u.jaren]) for i, wie in enumerate(u.bron.namen)]
    delen.append((SAMEN, [u.regionaal(maat, jaar) for jaar in u.jaren]))
    return [["Gemeente", *map(str, u.jaren)], *([wie, *(schrijf(keer * een) for een in rij)] for wie, rij in delen)]


def _samen(u: model.Uitkomst, _: Weergave) -> Tafel:
    """What all years come to in each of the three, and what that differs from the first."""
    drie = (model.bereken(u.bron), u, model.bereken(u.bron, gerekend(AMENDEMENT)[0].scenario))
    cijfers = zip((*u.bron.namen, SAMEN), *(_met_som(een, "plaatsingen").sum(axis=1) for een in drie), strict=True)
    koppen = ["Gemeente", "Geldt nu", "Voorstel", "verschil", "Amendement", "verschil"]
    return [
        koppen,
        *([wie, getal(a), getal(b), verschil(b - a), getal(c), verschil(c - a)] for wie, a, b, c in cijfers),
    ]


def _gebieden(u: model.Uitkomst, soort: str) -> Tafel:
    """Each area as it would do by this agreement."""
    koppen = ["Gebied", "Mutaties", "Voor urgenten", "Blijft regulier", "Hoogste deel in", "Dat deel"]
    return [koppen, *(verwacht("nederland", koppen, model.overal(u.scenario, soort).gebieden) or [])]


KEUZES = (
    ("groeipad", "padtabel_maat", "reservering", _elk_jaar),
    ("groeipad", "padtabel_maat", "benodigd_percentage", partial(_elk_jaar, maat="benodigd_percentage", schrijf=benodigd)),
    *(("groeipad", "padtabel_maat", maat, lambda u, gezien, maat=maat: _pad_per_gemeente(u, gezien, maat)[0])
      for maat in groeipad.MATEN if maat not in ("reservering", "benodigd_percentage")),
    *(("spelregels", "spelregels_maat", maat, lambda u, gezien, maat=maat: _per_regel(u, gezien, maat, procent if maat == "dekking" else getal)[0])
      for maat in spelregels.MATEN),
    ("artikelen", "artikelen_wanneer", "2026 tot en met 2035 samen", _samen),
    *(("nederland", "land_gebied", soort, lambda u, _, soort=soort: _gebieden(u, soort)) for soort in nederland.GEBIEDEN),
)  # fmt: skip


@pytest.mark.parametrize(("pagina", "sleutel", "keuze", "maak"), KEUZES)
def test_a_table_of_which_one_chooses_the_figure_has_that_figure(pagina, sleutel, keuze, maak):
    """Another figure, other years or other areas than a page begins with."""
    assert maak(*gerekend(VOL)) in tafels(_open(pagina, VOL, padtabel=True, **{sleutel: keuze}))


TEKENKEUZES = (
    ("groeipad", "pad_maat", "Reservering", lambda u, _: [
        grafieken.pad_rijen(u), grafieken.regio_reservering_rijen(u), *grafieken.reservering_rijen(u).values()]),
    ("", "maat", "niet_geplaatst", lambda u, _: [grafieken.balken_rijen(u), grafieken.kaart_rijen(u, "niet_geplaatst", "tegels")]),
    *(("verdeelsleutels", "sleutel_inwoners", naam, lambda u, _, naam=naam: [
        grafieken.sleutel_rijen(model.tegenover_inwoners(model.sleutels_in_woningen(u.bron, u.scenario)).iloc[:-1], naam)])
      for naam in ("inwoners_cbs", "huishoudens", "voorraad")),
)  # fmt: skip


@pytest.mark.parametrize(("pagina", "sleutel", "keuze", "maak"), TEKENKEUZES)
def test_a_chart_of_which_one_chooses_the_figure_has_that_figure(pagina, sleutel, keuze, maak):
    """Another figure than a page begins with."""
    at = _open(pagina, VOL, **dict.fromkeys(OPEN, True), **{sleutel: keuze})
    assert _getekend(at) == _te_tekenen(maak)(*gerekend(VOL))


@pytest.mark.parametrize("eigen", [True, False])
def test_the_drawings_of_gemeenten_have_the_scale_that_the_words_above_them_say(eigen):
    """Each its own, or one for all."""
    specs = [een["spec"]["tekst"] for een in stukken(_open("groeipad", "v=2", eigen_schaal=eigen)) if "spec" in een]
    assen = [re.findall(r'"domain": \[0(?:\.0)?, ([\d.]+)\]', spec) for spec in specs if "Aantallen per jaar" in spec]
    assert len(assen) == 9 and all(assen) and (len({*map(tuple, assen)}) > 1) == eigen


GELIJK = "v=2&pad=direct&reservering=31"


@pytest.mark.parametrize(
    ("pagina", "vraag", "wat"),
    [
        ("groeipad", GELIJK, lambda *_: ["31,0%", "2026", "31,0%", "2035"]),
        ("groeipad", "v=2&start=2028", lambda u, eerder: ["2", "2026", getal(u - eerder), "2026", "2035"]),
        ("regulier", GELIJK, lambda *_: ["69,0%"]),
    ],
)
def test_a_sentence_has_its_figures_where_all_have_the_same_or_a_path_starts_later(pagina, vraag, wat):
    """A reservering of 31% leaves 69%; a start in 2028 is set against one in 2026."""
    u = gerekend(vraag)[0]
    gemist = [een.regio.gemiste_plaatsingen[0] for een in (u, model.bereken(u.bron, u.scenario.met(start=2026)))]
    assert wat(*gemist) in lees_zinnen(_open(pagina, vraag, pad_maat="Reservering"), pagina)


@pytest.mark.parametrize(
    "pagina", ["", "groeipad", "onzekerheid", "gemeenteprofiel", "hefbomen", "weg", "solidariteit", "speltafel"]
)
def test_who_waits_is_not_counted_per_year(pagina):
    """Niet geplaatst is then a stock: no legend, axis or sentence says per year of it, only of a share, an opgave or a settlement."""
    at = _open(pagina, "v=2&achterstand=ja&wachtend=500", **dict.fromkeys(OPEN, True))
    tekst = json.dumps([dict(een) for een in stukken(at)], ensure_ascii=False)
    delen = re.findall(r'([^"<>\\]*)huishoudens per jaar', tekst)
    if pagina == "solidariteit":  # the axis of the settlement has no other words
        delen = list(filter(None, delen))
    assert not [een for een in delen if not re.search("eigen aandeel|verdeling|vereffening", een)]


@pytest.mark.parametrize(
    ("pagina", "wel", "niet"),
    [
        ("solidariteit", "telt op tot 0 met Epe, Hattem en Heerde, die voor 0 mutaties meetellen, en", "meetelt"),
        ("groeipad", "gemiste plaatsingen zijn daarom ook onbekend", "onafgerond"),
        ("vereffening", "Voor zover bekend het eerst aan de beurt", "Van wie"),
        ("spelregels", "geen overschot bekend waar een andere gemeente iets aan heeft", "geen bekend"),
    ],
)
def test_a_sentence_about_what_is_unknown_can_be_read_aloud(pagina, wel, niet):
    """Three gemeenten are three, and of an unknown sum no other is given beside it."""
    at = _open(pagina, GATEN)
    tekst = " ".join([stuk.get("html", "") for stuk in stukken(at)] + [een.value for een in at.markdown])
    assert {wel: wel in tekst, niet: niet in tekst} == {wel: True, niet: False}


@pytest.mark.parametrize("deel", ["Begrippen", "Rekenregels"])
def test_a_document_on_a_page_is_the_whole_file(deel):
    """All below its heading."""
    tekst = (WORTEL / "docs" / f"{deel.lower()}.md").read_text(encoding="utf-8").split("\n", 1)[1].strip()
    assert tekst in [een.value for een in _open("bronnen", "v=2", bronnen_delen=deel).markdown]


def _verteld(u: model.Uitkomst, plek: int) -> dict[str, tuple[str, str, list[str]]]:
    """By message the words and the figure of its card, and the figures of its sentence."""
    jaar, (_, over, opgave, *_, tekort) = u.eindjaar, kop(u)
    toen, vrij = (float(u.bron.kolom(wat).sum()) for wat in ("toewijzingen_2024", "mutaties_liberalisatiegrens"))
    gemist, punten = getal(float(u.regio.niet_geplaatst[:, 0].sum())), model.omslag(u)
    nodig = [
        minstens(punten.reservering, procent, 1),
        minstens(punten.extra_plekken, getal),
        minstens(punten.reservering_zonder_verevening, procent, 1),
    ]
    eigen = model.in_het_jaar(u, ("niet_geplaatst", "benodigd_percentage"))
    van_een, deel = getal(eigen["niet_geplaatst"][plek]), eigen["benodigd_percentage"][plek]
    plaats = 1 + sum(ander > deel for ander in eigen["benodigd_percentage"][:-1])
    bij = procent(u.scenario.reservering, 1)
    return {
        "opgave": ("huishoudens per jaar", opgave, [str(jaar), opgave]),
        "toen": ("toewijzingen in 2024", getal(toen), ["2024", getal(toen), procent(100 * toen / vrij, 1), getal(u.regionaal("opgave") - toen), opgave]),
        "deel": (f"niet geplaatst in {jaar}", over, [bij, *kop(u)]),
        "ongelijk": ("tekort als ieder het alleen doet", tekort, [bij, tekort, str(jaar), getal(u.regionaal("overschot"))]),
        "pad": ("gemiste plaatsingen 2026-2035", gemist, ["2026", "2035", gemist]),
        "nodig": ("reservering die het gat van de regio dicht", nodig[0], nodig),
        "gemeente": (f"niet geplaatst in {u.bron.namen[plek]}, {jaar}", van_een, [van_een, str(jaar), benodigd(deel), str(plaats), "9"]),
    }  # fmt: skip


def _getekende(u: model.Uitkomst, plek: int) -> dict[str, grafieken.Rijen]:
    """By chart of a story its rows."""
    vormen = {"kaart": "tegels", "omtrek": "omtrek"}
    return {
        "balken": grafieken.balken_rijen(u), "opgave": opgave_rijen(u), "toen": toen_rijen(u), "tekort": tekort_rijen(u),
        **{naam: grafieken.kaart_rijen(u, "benodigd_percentage", vorm) for naam, vorm in vormen.items()},
        "pad": grafieken.pad_rijen(u), "stromen": grafieken.stromen_rijen(model.solidariteit(u, u.eindjaar)),
        "waterval": grafieken.waterval_rijen(model.waterval(u)), "gemeente": grafieken.gemeente_rijen(u, plek),
    }  # fmt: skip


def test_every_step_of_a_story_has_its_message_and_its_chart():
    """Each kind of both, in a scenario that is the same at every step: card, sentence, rows, colours and the years of a title."""
    vraag = "v=2&reservering=36&verevening=35&pad=vertraagd&eind=2034&mutatiegraad=6.4"
    delen = [Verhaalstap(titel=naam, link=vraag, soort=soort, tekening=naam) for soort, naam in zip(cycle(BOODSCHAPPEN), TEKENINGEN, strict=False)]  # fmt: skip
    verhaal = "|".join(map(schrijf_stap, delen))
    at = open_app("presenteren", {}, 1, False, gemeente="GM0232", verhaal=verhaal, **dict(parse_qsl(vraag)))
    u = gerekend(vraag)[0]
    plek = u.bron.codes.index("GM0232")
    verteld, getekend = _verteld(u, plek), _getekende(u, plek)
    for nummer, stap in enumerate(delen):
        if nummer:
            at.button(key="verhaal_PageDown").click().run()
        (kaart,) = kaarten(at)
        (zin,) = re.findall(r'<p class="zin">(.*?)</p>', " ".join(een.get("html", "") for een in stukken(at)))
        gezegd = (kaart.label, kaart.cijfer, cijfers_in(re.sub("<[^>]+>", "", zin)))
        assert gezegd == verteld[stap.soort], stap
        assert _getekend(at) == _te_tekenen(lambda *_, naam=stap.tekening: [getekend[naam]])(u, None), stap.tekening
        (titel,) = (json.loads(een["spec"]["tekst"])["description"] for een in stukken(at) if "spec" in een)
        assert {*re.findall(r"20\d\d", titel)} <= {"2024", "2034"} and not anders_gekleurd(at)


EIGEN_TAFEL = [
    "Gemeente;Code;Inwoners;Sociale huurwoningen;Mutaties;Toewijzingen aan urgenten;SES-WOA;Bezit: Noord;Bezit: Zuid;Groep: jongeren;Groep: ouderen",
    "Delft;GM0503;109.573;20.001;1.100;90;−0,12;12.001;8.000;7;3",
    "Leiden;GM0546;130.108;22.002;1.207;81;0,2;5.003;16.999;;11",
]
"""What somebody brings: no two figures the same, one not known."""


def test_what_is_brought_stands_where_it_was_and_each_corporatie_and_group_has_its_own():
    """The file as it was read, its cells below their headings; and of one gemeente what only such a file has."""
    brengt = "\n".join(EIGEN_TAFEL).encode()
    at = _open("gegevens", "v=2")
    at.file_uploader[0].set_value([("mijn.csv", brengt, "text/csv")]).run()
    assert tafels(at) == [[[cel or "onbekend" for cel in rij.split(";")] for rij in EIGEN_TAFEL]]

    regio = lees_eigen(brengt, "mijn").regio
    vraag = {"opgave": "900", "pad": "vertraagd", "jaar": "2033", "gemeente": "GM0503"}
    at = open_app("gemeenteprofiel", {REGIOS: {regio.sleutel: regio}}, 1, False, v="2", regio=regio.sleutel, **vraag)
    u = model.bereken(regio, model.beginscenario(regio).met(opgave=900, pad="vertraagd"))
    plekken = heel(u, "capaciteit")[0]
    delen = model.over_corporaties(plekken.astype(int).tolist(), {"Noord": 12_001, "Zuid": 8_000})
    assert tafels(at)[-2:] == [
        [["Corporatie", "Woningen voor urgenten"], *([wie, getal(deel[u.eind])] for wie, deel in delen.items())],
        [["Groep", "Urgente huishoudens"], ["jongeren", "7"], ["ouderen", "3"]],
    ]
    assert f">Per corporatie in {u.eindjaar}<" in "".join(een.get("html", "") for een in stukken(at))
    assert len({deel[j] for deel in delen.values() for j in (u.eind, u.jaren.index(2033))}) == 4

"""The pages whose headings are keys, years, scenarios or columns of a source: each whole table, and each card, from the engine.

What stands below headings that always mean the same is read in ``test_cijfers.py``.
"""

import json
import re
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, quote

import numpy as np
import pytest

from fairshare import grafieken, model, toetsing
from fairshare.gegevens import lees_taakstellingen, lees_wettelijk_kader
from fairshare.gegevens.schema import GedrukteKolom
from fairshare.model.hele_woningen import heel
from fairshare.model.weg import lezing
from fairshare.opmaak import getal, halfjaar, meer_of_minder, precies, procent, verschil
from fairshare.scenario import SLEUTELS, Scenario, parameter
from fairshare.weergave import HEFBOMEN, Weergave
from tests.app.test_cijfers import (
    GATEN,
    KAAL,
    RIJK,
    Schrijver,
    Tafel,
    anders_gekleurd,
    gerekend,
    getallen,
    kaarten,
    tafels,
)
from tests.app.test_paginas import open_app, stukken

AMENDEMENT = "v=2&reservering=33.5&bovengrens=45"
ERNAAST = "v=2&reservering=33&pad=direct&alternatief=12"
VOL = (
    f"{RIJK}&amendement={quote(AMENDEMENT, safe='')}&prijs_reservering=900&prijs_nieuwbouw=1200&hoogstens=25"
    f"&naast={quote(f'{ERNAAST}|kolom-C', safe='')}"
)
PRIJZEN = {"reservering": 900, "nieuwbouw": 1200}

SAMEN = "Hele regio"


def _op_een(waarde: float) -> str:
    return procent(waarde, 1)


def _onzekerheid(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    band, normen = model.onzekerheid(u, gezien), toetsing.normen(u.bron.register, gezien.normen)
    vragen, delen = toetsing.vragen(u.bron.register), model.beloften(u, gezien, normen)
    per_jaar, per_gemeente = u.regio.niet_geplaatst[:, 0], heel(u, "niet_geplaatst")[:-1, u.eind]

    def tafel(wat: str, namen: tuple[object, ...], midden: np.ndarray, laag: np.ndarray, hoog: np.ndarray) -> Tafel:
        rijen = [[str(naam), *map(getal, rij)] for naam, *rij in zip(namen, midden, laag, hoog, strict=True)]
        return [[wat, "Niet geplaatst", "Laag", "Hoog"], *rijen]

    return [
        [["Vraag", "Ja in"], *([vragen[naam].vraag, procent(delen[naam])] for naam, _ in normen)],
        tafel("Jaar", u.jaren, per_jaar, band.pad_laag, band.pad_hoog),
        tafel("Gemeente", u.bron.namen, per_gemeente, band.gemeenten_laag, band.gemeenten_hoog),
        [["Invoer", "Laag", "Hoog"], *([model.INVOER[naam], *map(getal, een)] for naam, een in band.tornado.items())],
    ]


def _verdeelsleutels(u: model.Uitkomst, _: Weergave) -> list[Tafel]:
    sleutels = {}
    for naam in SLEUTELS:
        if naam not in (
            "mix",
            "herkomst",
            "welvaart",
        ):  # weights are asked for, and the others need figures that nobody has
            met = model.bereken(u.bron, u.scenario.met(sleutel=naam, gewichten=()))
            sleutels[naam] = heel(met, "eigen_aandeel")[:, met.eind]
    bekend = {naam: kolom for naam, kolom in sleutels.items() if np.isfinite(kolom).any()}
    namen, andere = (*u.bron.namen, SAMEN), [naam for naam in bekend if naam != "inwoners"]
    koppen = [SLEUTELS[naam] + " ✓" * (naam == u.scenario.sleutel) for naam in bekend]
    return [
        [["Gemeente", *koppen], *([wie, *(getal(bekend[naam][i]) for naam in bekend)] for i, wie in enumerate(namen))],
        [
            ["Gemeente", *(SLEUTELS[naam] for naam in andere)],
            *(
                [wie, *(verschil(bekend[naam][i] - bekend["inwoners"][i]) for naam in andere)]
                for i, wie in enumerate(namen)
            ),
        ],
    ]


TOON = {"reservering": _op_een, "nieuwbouw": getal}


def _weg(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    jaar, verevening = gezien.jaar or u.eindjaar, lezing(u, gezien)

    def cijfers(scenario: Scenario) -> tuple[float, float]:
        anders = model.bereken(u.bron, scenario, verevening=verevening)
        return anders.regionaal("niet_geplaatst", jaar), anders.regionaal("verdringing", jaar)

    punten = model.front(u, gezien)
    if punten.empty:
        return []
    mix = model.goedkoopste_mix(u, gezien)
    koers = [
        [HEFBOMEN[een.hefboom], getal(een.minder, 1), verschil(een.verdringing, 1), verschil(een.koers, 2)]
        for een in model.wisselkoers(u, gezien).itertuples()
    ]
    op_de_lijn = [
        [grafieken.puntnaam(punt), getal(punt["erbij"]), *map(getal, cijfers(scenario))]
        for punt, scenario in zip(punten.to_dict("records"), model.als_scenario(u.scenario, punten), strict=True)
    ]
    tafels = [
        [["Tien per jaar meer", "Meer geplaatst", "Verdringing", "Verdringing per huishouden meer geplaatst"], *koers],
        [["Open als scenario", "Hoogstens erbij", "Niet geplaatst", "Verdringing"], *op_de_lijn],
    ]
    if mix.scenario is None:
        return tafels
    kosten = [
        [HEFBOMEN[naam], f"+{precies(erbij, 2)}", TOON[naam](getattr(mix.scenario, naam)), getal(PRIJZEN[naam]), getal(erbij * PRIJZEN[naam])]
        for naam, erbij in mix.erbij.items()
    ]  # fmt: skip
    return [
        *tafels,
        [["Hefboom", "Erbij per jaar", "Wordt", "Prijs (euro)", "Kosten (euro per jaar)"], *kosten,
         ["Samen", "", "", "", getal(mix.samen)]],
    ]  # fmt: skip


def _herrekening(u: model.Uitkomst, _: Weergave) -> list[Tafel]:
    """What is printed stands first in each cell, in the column of its own letter."""
    kolommen, cellen = u.bron.gepubliceerd, model.naast_elkaar(u.bron)
    for kolom in kolommen:
        for code, gedrukt in kolom.gemeenten.items():
            assert cellen.loc[u.bron.namen[u.bron.codes.index(code)], kolom.letter].split(" ≠ ")[0] == getal(gedrukt)
    rijen = [[wie, *(cellen.loc[wie, kolom.letter] for kolom in kolommen)] for wie in cellen.index]
    return [[["Gemeente", *(f"{kolom.letter} {kolom.kop}" for kolom in kolommen)], *rijen]]


def _wettelijk(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    bekend = [een for een in model.taakstellingen(u.bron) if een.samen is not None]
    per_woning, jaar = lees_taakstellingen().personen_per_woning.waarde, gezien.jaar or u.eindjaar
    personen = [
        [
            wie,
            *(f"{getal(aantal)} ({getal(aantal / per_woning)})" for een in bekend for aantal in [een.per_gemeente[i]]),
        ]
        for i, wie in enumerate(u.bron.namen)
    ]
    grenzen = [
        [str(een.jaar), *(getal(grens, 2) for grens in (een.aftopping_klein, een.aftopping_groot, een.liberalisatie))]
        for een in lees_wettelijk_kader().huurgrens
    ]
    delen = 100 * u.per_gemeente("reservering", jaar)
    per_gemeente = [[wie, _op_een(deel)] for wie, deel in zip(u.bron.namen, delen, strict=True)]
    return [
        [["Gemeente", *(halfjaar(f"{een.jaar}-{een.helft}") for een in bekend)], *personen],
        [["Jaar", "Aftoppingsgrens, 1 of 2 personen", "Aftoppingsgrens, 3 of meer personen", "Liberalisatiegrens"], *grenzen],
        *([[["Gemeente", f"Reservering in {jaar}"], *per_gemeente]] if np.ptp(delen) > 0 else []),
    ]  # fmt: skip


def _met_som(u: model.Uitkomst, naam: str) -> np.ndarray:
    """What is agreed in whole homes: a row a gemeente and below them their sum, a column a year."""
    cellen = heel(u, naam)[:-1]
    return np.vstack([cellen, cellen.sum(axis=0)])


def _artikelen(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    andere = AMENDEMENT if gezien.amendement else ""
    amendement = model.bereken(u.bron, gerekend(andere)[0].scenario) if andere else u
    tafels = []
    for naam in ("opgave", "plaatsingen"):
        nu, voorstel, straks = (
            _met_som(een, naam)[:, een.jaren.index(2035)] for een in (model.bereken(u.bron), u, amendement)
        )
        rijen = [
            [wie, getal(a), getal(b), verschil(b - a), getal(c), verschil(c - a)]
            for wie, a, b, c in zip((*u.bron.namen, SAMEN), nu, voorstel, straks, strict=True)
        ]
        tafels.append([["Gemeente", "Geldt nu", "Voorstel", "verschil", "Amendement", "verschil"], *rijen])
    return tafels


def _afspraak(u: model.Uitkomst, _: Weergave) -> list[Tafel]:
    return [
        [
            ["Gemeente", *map(str, u.jaren), "Samen"],
            *(
                [wie, *map(getal, rij), getal(rij.sum())]
                for wie, rij in zip((*u.bron.namen, SAMEN), _met_som(u, naam), strict=True)
            ),
        ]
        for naam in ("opgave", "plaatsingen")
    ]


def _ernaast(u: model.Uitkomst) -> tuple[list[str], tuple[model.Uitkomst, model.Uitkomst]]:
    """Give the names above the columns of Vergelijken, and the outcomes of the first two; the third is what is printed."""
    ander = model.bereken(u.bron, gerekend(ERNAAST)[0].scenario)
    namen = ["Dit scenario", f"1: {model.korte_naam(ander.scenario, u.bron)}", "2: Kolom C: 30% van de mutaties"]
    return namen, (u, ander)


def _kolom_c(u: model.Uitkomst) -> GedrukteKolom:
    return next(kolom for kolom in u.bron.gepubliceerd if kolom.letter == "C")


def _vergelijken(u: model.Uitkomst, gezien: Weergave) -> list[Tafel]:
    if not gezien.naast:
        return []
    namen, (_, ander) = _ernaast(u)
    alle, gedrukt = (u, ander), _kolom_c(u)
    anders = [een for een in Scenario.model_fields if getattr(u.scenario, een) != getattr(ander.scenario, een)]
    kernen = [model.kerncijfers(een) for een in alle]
    cijfers = [
        ["Niet geplaatst", *(getal(een.regionaal("niet_geplaatst")) for een in alle), getal(gedrukt.niet_geplaatst)],
        ["Plekken voor urgenten", *(getal(een.regionaal("capaciteit")) for een in alle), getal(gedrukt.samen)],
        ["Opgave", *(getal(een.regionaal("opgave")) for een in alle), "onbekend"],
        ["Gemiste plaatsingen, hele periode", *(getal(een.gemiste_plaatsingen) for een in kernen), "onbekend"],
        ["Regulier", *(getal(een.regionaal("regulier")) for een in alle), "onbekend"],
        ["Gat van de regio dicht in", *(str(een.jaar_dicht or "niet met dit scenario") for een in kernen), "onbekend"],
    ]
    delen = model.waardoor(u.bron, ander.scenario, u.scenario)
    erbij = u.regionaal("niet_geplaatst") - ander.regionaal("niet_geplaatst")
    return [
        [["Jaar", namen[1], namen[0]],
         *([str(jaar), *(getal(een.regionaal("niet_geplaatst", jaar)) for een in (ander, u))] for jaar in u.jaren)],
        [["Keuze of aanname", *namen[:2]],
         *([parameter(n).label, *(u.bron.met_namen(parameter(n).toon(getattr(een.scenario, n))) for een in alle)] for n in anders)],
        [["Cijfer", *namen], *cijfers],
        [["Verandering", "Soort", "Niet geplaatst"],
         *([", ".join(parameter(n).label for n in een.namen), een.soort, verschil(een.aantal, 1)] for een in delen),
         ["Samen", "", verschil(erbij, 1)]],
        _naast_elkaar(u, "niet_geplaatst", "zonder woning"),
    ]  # fmt: skip


def _naast_elkaar(u: model.Uitkomst, cijfer: str, waarvan: str) -> Tafel:
    """Per gemeente what each has, and what this scenario has more or less."""
    namen, alle = _ernaast(u)
    gedrukt = _kolom_c(u).gemeenten if cijfer == "capaciteit" else {}
    kolommen = [heel(een, cijfer)[:-1, een.eind] for een in alle]
    kolommen.append(np.array([gedrukt.get(code, np.nan) for code in u.bron.codes]))
    koppen = ["Gemeente", namen[0]]
    for nummer in (1, 2):
        koppen += [namen[nummer], f"Dit scenario heeft, naast {nummer}"]
    nu, *andere = kolommen
    rijen = [
        [wie, getal(nu[i]), *(cel for kolom in andere for cel in (getal(kolom[i]), meer_of_minder(nu[i] - kolom[i], waarvan)))]
        for i, wie in enumerate(u.bron.namen)
    ]  # fmt: skip
    return [koppen, *rijen]


PAGINAS: Mapping[str, Callable[[model.Uitkomst, Weergave], list[Tafel]]] = {
    "onzekerheid": _onzekerheid,
    "verdeelsleutels": _verdeelsleutels,
    "weg": _weg,
    "herrekening": _herrekening,
    "wettelijk": _wettelijk,
    "artikelen": _artikelen,
    "afspraak": _afspraak,
    "vergelijken": _vergelijken,
}
"""The pages with headings of their own, and the tables of figures on them, top first."""


def _open(pagina: str, vraag: str, **sessie: object):
    return open_app(pagina, {"vergelijkjaren": True, **sessie}, keer=1, meer=False, **dict(parse_qsl(vraag)))


@pytest.mark.parametrize("pagina", PAGINAS)
def test_every_table_with_headings_of_its_own_is_that_of_the_engine(pagina):
    """With gemeenten of which nothing is known; ``test_wat_er_staat.py`` reads them where all is, with an amendment and prices."""
    at = _open(pagina, GATEN)
    assert tafels(at) == PAGINAS[pagina](*gerekend(GATEN))
    assert not anders_gekleurd(at)


def _pad_per_gemeente(u: model.Uitkomst, _: Weergave, maat: str = "niet_geplaatst") -> list[Tafel]:
    telt_op = maat != "niet_geplaatst" or not u.scenario.wacht  # who waits is a stock
    koppen = ["Gemeente", *map(str, u.jaren), *["2026-2035"] * telt_op]
    rijen = zip((*u.bron.namen, SAMEN), heel(u, maat), strict=True)
    return [[koppen, *([wie, *map(getal, rij), *[getal(rij.sum())] * telt_op] for wie, rij in rijen)]]


def _per_regel(
    u: model.Uitkomst, gezien: Weergave, maat: str = "niet_geplaatst", schrijf: Schrijver = getal
) -> list[Tafel]:
    """What each rule gives every gemeente, with the difference from this scenario in brackets."""
    regels = [een for een in model.spelregels(u, gezien.jaar, gezien.gemeente) if een.uitkomst]
    dit, *andere = (
        model.in_het_jaar(een, [maat], gezien.jaar)[maat] for een in (u, *(regel.uitkomst for regel in regels))
    )
    kolommen = {een.kop: kolom for een, kolom in zip(regels, andere, strict=True)}
    anders = [[verschil(cel - hier) for cel, hier in zip(kolom, dit, strict=True)] for kolom in andere]
    cellen = [
        [schrijf(kolom[i]) + (f" ({wat[i]})" if wat[i] != "0" else "") for kolom, wat in zip(andere, anders, strict=True)]
        for i in range(len(dit))
    ]  # fmt: skip
    return [[["Gemeente", *kolommen], *([wie, *rij] for wie, rij in zip((*u.bron.namen, SAMEN), cellen, strict=True))]]


def _herijkt(u: model.Uitkomst, _: Weergave) -> list[Tafel]:
    """Then, now and the difference, which is the one less the other."""
    her, uit = model.herijking(u.scenario), []
    for figuur in (her.figuur, "capaciteit"):
        tabel = model.wat_verschoof(her, figuur)
        if not tabel["waardoor"].any():
            continue
        rijen = [
            [wie, getal(toen, 1), getal(nu, 1), verschil(nu - toen, 1), wat]
            for wie, toen, nu, wat in zip(*(tabel[naam] for naam in ("naam", "toen", "nu", "waardoor")), strict=True)
        ]
        uit.append([["Gemeente", "Toen", "Nu", "Verschil", "Waardoor"], *rijen])
        np.testing.assert_allclose(tabel["toen"], her.waarde(her.toen, figuur), atol=0.1)
        np.testing.assert_allclose(tabel["nu"], her.waarde(her.nu, figuur), atol=0.1)
    return uit


REST: Mapping[str, Callable[[model.Uitkomst, Weergave], list[Tafel]]] = {
    "groeipad": _pad_per_gemeente,
    "spelregels": _per_regel,
    "herijken": _herijkt,
}
"""By page the tables with years, rules, or then and now above them; ``test_wat_er_staat.py`` reads them."""


def test_a_sentence_beside_figures_says_what_they_come_to():
    """What a later start costs, more or less; and where losses in whole homes are not the verdringing of the card, both."""
    u, gezien = gerekend(VOL)
    jaren, kost = model.uitstel(u)
    rest = model.tegenover_2024(u, gezien.jaar)
    verlies = -sum(anders for anders in rest.in_woningen["verschil"][:-1] if anders < 0)
    anders_afgerond = (
        f"tellen in hele woningen op tot {getal(verlies)}; onafgerond is de verdringing {getal(rest.verdringing, 1)}."
    )
    assert jaren == 1 and abs(kost) > 1 and getal(verlies) != getal(rest.verdringing)
    for pagina, zin in (
        ("groeipad", f"{getal(abs(kost))} plaatsingen {'meer' if kost > 0 else 'minder'} gemist"),
        ("regulier", anders_afgerond),
    ):
        html = " ".join(stuk.get("html", "") for stuk in stukken(_open(pagina, VOL)))
        assert zin in re.sub(r"<[^>]+>", "", html), pagina


def test_four_scenarios_have_the_colours_of_their_lines():
    """As many as can stand beside each other."""
    naast = "|".join(f"v=2&reservering={deel}" for deel in (33, 34, 35))
    at = _open("vergelijken", f"v=2&naast={quote(naast, safe='')}")
    namen = [een["reeks"] for stuk in stukken(at) if "spec" in stuk for een in json.loads(stuk["rijen"]["rijen"])]
    assert {naam[:3] for naam in namen} == {"Dit", "1: ", "2: ", "3: "} and not anders_gekleurd(at)


@pytest.mark.parametrize(
    ("maat", "cijfer", "waarvan"), [("plekken", "capaciteit", "plekken"), ("opgave", "eigen_aandeel", "op te vangen")]
)
def test_what_is_compared_per_gemeente_is_the_figure_that_was_chosen(maat, cijfer, waarvan):
    """In the words of that figure."""
    u, at = gerekend(VOL)[0], _open("vergelijken", VOL, vergelijk_maat=maat)
    namen, (_, ander) = _ernaast(u)
    assert tafels(at)[-1] == _naast_elkaar(u, cijfer, waarvan)
    zinnen = re.sub(r"<[^>]+>", "", " ".join(stuk.get("html", "") for stuk in stukken(at)))
    hier, daar = (getal(een.regionaal("niet_geplaatst")) for een in (u, ander))
    assert f"{namen[1]}: {daar}; dit scenario: {hier}." in zinnen


def test_what_a_region_printed_of_a_gemeente_stands_below_its_headings():
    """Each figure as it is printed, beside that of the region; what is not printed is empty."""
    ((code, profiel),) = gerekend(KAAL)[0].bron.register.profielen.items()
    (gelezen,) = (een for een in tafels(_open("gemeenteprofiel", f"{KAAL}&gemeente={code}")) if een[0][0] == "Wat")
    cijfers = [
        ["" if cijfer is None else precies(cijfer, 2) for cijfer in (een.aantal, een.procent, een.regio)]
        for een in profiel.regel
    ]
    assert gelezen[0] == ["Wat", "Aantal", "Deel", "Deel in de regio"]
    assert [[rij[0], *(cel.removesuffix("%") for cel in rij[1:])] for rij in gelezen[1:]] == [
        [een.wat, *rij] for een, rij in zip(profiel.regel, cijfers, strict=True)
    ]
    assert any(een.procent != een.regio for een in profiel.regel)


def _tussen(laag: float, hoog: float) -> str:
    return f"{getal(laag)} tot {getal(hoog)}"


def _kaarten(pagina: str, u: model.Uitkomst, gezien: Weergave) -> dict[str, tuple[str, str]]:
    """Write what stands on the cards of a page: by label the figure, and the figures below it."""
    jaar, regio = gezien.jaar or u.eindjaar, u.regionaal
    if pagina == "onzekerheid":
        band, gemist = model.onzekerheid(u, gezien), model.kerncijfers(u).gemiste_plaatsingen
        return {
            f"Niet geplaatst in {u.eindjaar}": (_tussen(*band.niet_geplaatst), getal(regio("niet_geplaatst"))),
            "Gemiste plaatsingen 2026-2035": (_tussen(*band.gemiste_plaatsingen), getal(gemist)),
            f"Kans op 0 in {u.eindjaar}": (procent(band.dicht), ""),
        }
    if pagina == "nodig":
        nodig = model.nodig(u, gezien)["reservering"].waarden["reservering"]
        over = model.bereken(u.bron, u.scenario, verevening=lezing(u, gezien)).regionaal("niet_geplaatst", jaar)
        return {
            "Reservering: nodig": (f"{getal(np.ceil(10 * nodig - 1e-6) / 10, 1)}%", "37%"),
            f"Nu niet geplaatst in {jaar}": (getal(over), getal(gezien.hoogstens)),
        }
    if pagina == "weg":
        return {
            f"Niet geplaatst in {jaar}": (getal(regio("niet_geplaatst", jaar)), ""),
            f"Verdringing in {jaar}": (getal(regio("verdringing", jaar)), "2024"),
        }
    if pagina == "speltafel":
        alleen = model.bereken(u.bron, u.scenario, verevening=0)
        geboden = model.bereken(u.bron, u.scenario.met(afwijking="GM0262:35"), verevening=0)
        return {
            "Begin": (getal(alleen.regionaal("niet_geplaatst")), ""),
            "Ronde 1": (getal(geboden.regionaal("niet_geplaatst")), ""),
            "Ronde 2": ("–", ""),
            "Ronde 3": ("–", ""),
        }
    lijn = model.bereken(u.bron, u.scenario.met(afwijking=(), bodem="nee"), reservering=15)
    return {
        "Niet geplaatst bij 15%": (getal(lijn.regionaal("niet_geplaatst")), getal(regio("niet_geplaatst"))),
        "Plekken bij die lijn": (getal(lijn.regionaal("capaciteit")), getal(regio("capaciteit"))),
    }


@pytest.mark.parametrize("pagina", ["onzekerheid", "nodig", "weg", "speltafel", "wettelijk"])
def test_every_card_is_the_figure_of_its_words(pagina):
    """The figure and those below it, every card of the page."""
    gelezen = {kaart.label: (kaart.cijfer, getallen(kaart.eronder)) for kaart in kaarten(_open(pagina, VOL))}
    verwacht = _kaarten(pagina, *gerekend(VOL))
    assert gelezen == {label: (cijfer, getallen(eronder)) for label, (cijfer, eronder) in verwacht.items()}

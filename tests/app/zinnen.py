"""The figures and gemeenten in the sentences of every page, from the engine: ``test_wat_er_staat.py`` reads them with the page.

A sentence that is new on a page belongs in ``ZINNEN``.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from html import unescape
from importlib.metadata import version

import numpy as np
from streamlit.testing.v1 import AppTest

from fairshare import MODELDATUM, MODELVERSIE, besluit, model
from fairshare.dienst import drukte
from fairshare.gegevens import lees_regios, lees_taakstellingen, lees_urgentie, lees_wettelijk_kader
from fairshare.lezingen.aannames import onzeker
from fairshare.model.hele_woningen import heel
from fairshare.opmaak import afgerond, benodigd, datum, getal, procent
from fairshare.weergave import Weergave
from tests.app.test_cijfers import CIJFER, gerekend, halfjaren
from tests.app.test_eigen_koppen import AMENDEMENT, SAMEN, _ernaast
from tests.app.test_paginas import stukken

Zinnen = list[list[str]]

FEIT = re.compile("|".join((CIJFER, *(rf"\b{naam}\b" for naam in lees_regios()["stedendriehoek"].namen))))


def feiten(zin: str) -> list[str]:
    """Give the figures and the gemeenten in a sentence, in their order; which words stand around them is free."""
    return FEIT.findall(zin)


def kop(u: model.Uitkomst) -> list[str]:
    """Of the headline: who finds no home of how many, or waits, and both readings of verevening."""
    alles, niets = (
        getal(model.bereken(u.bron, u.scenario, verevening=v).regionaal("niet_geplaatst")) for v in (100, 0)
    )
    lezingen = [procent(u.scenario.verevening), alles] if u.scenario.verevening < 100 else []
    van = [] if u.scenario.wacht else [getal(u.regionaal("opgave"))]  # who waits is no part of the opgave of a year
    return [str(u.eindjaar), getal(u.regionaal("niet_geplaatst")), *van, *lezingen, niets]


def _van_de_regio(u: model.Uitkomst) -> list[str]:
    """The headline, what it rests on and what it would take."""
    *gemeenten, samen = model.in_het_jaar(u, ("benodigd_percentage",))["benodigd_percentage"]
    hoogste = max(gemeenten)
    bij = [procent(u.scenario.reservering, 1), procent(model.mutatiegraad(u.bron, u.scenario), 2)]
    return [*kop(u), *bij, benodigd(samen), u.bron.namen[gemeenten.index(hoogste)], benodigd(hoogste)]


def _op_weg(u: model.Uitkomst, plekken: Iterable[int]) -> list[str]:
    """Until when an opgave is not yet the eigen aandeel."""
    opgave, eigen = heel(u, "opgave"), heel(u, "eigen_aandeel")
    return [max(str(jaar) for j, jaar in enumerate(u.jaren) for i in plekken if opgave[i, j] != eigen[i, j]), "2024"]


def _groeipad_zinnen(u: model.Uitkomst, _: Weergave) -> Zinnen:
    later = model.bereken(u.bron, u.scenario.met(start=2027))
    kost = later.regio.gemiste_plaatsingen[0] - u.regio.gemiste_plaatsingen[0]
    samen = [getal(heel(u, "niet_geplaatst")[-1].sum()), getal(u.regio.gemiste_plaatsingen[0], 2)]
    geen_wachtrij = [["2026", "2035", *samen], _op_weg(u, range(9))]
    return [["2026", "2035"], ["0", "0"], [getal(kost), "2026", "2035"], *([] if u.scenario.wacht else geen_wachtrij)]


def _regulier_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    rest = model.tegenover_2024(u, gezien.jaar)
    verlies = -sum(anders for anders in rest.in_woningen["verschil"][:-1] if anders < 0)
    return [[getal(verlies), getal(rest.verdringing, 1)]]


def _monitoring_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    nu = model.voortgang(u, halfjaren(), gezien.tarief)
    stand = {rij["naam"]: rij for rij in model.voortgang_heel(u, nu).to_dict("records")}
    r, tot = stand[SAMEN], ["2", "2026"]
    oordelen = [wie for woord in ("achter", "voor") for wie in u.bron.namen if stand[wie]["oordeel"].startswith(woord)]
    tellen = map(getal, (r["gerealiseerd"], r["gevraagd"], r["mutaties"], r["mutaties_pad"]))
    verder = map(getal, (r["prognose"], r["laag"], r["hoog"]))
    regio = ["2026", *tot, "9", "9", *tellen, *tot, "1", "100", "2024", getal(r["stand_2024"]), *feiten(r["onderscheid"]), *oordelen, *verder, "2030", getal(r["pad_tot_horizon"])]  # fmt: skip
    plannen = []
    for rij in model.verbeterplan(u, nu).to_dict("records"):
        wie = stand[rij["naam"]]
        kort, pad = getal(wie["gevraagd"] - wie["gerealiseerd"]), procent(rij["procent_pad"])
        jaar, horizon = (
            [getal(np.ceil(rij[f"extra_{w}"])), benodigd(rij[f"procent_{w}"], 0)] for w in ("jaar", "horizon")
        )
        plannen.append([*feiten(rij["naam"]), *tot, kort, *jaar, "2030", *horizon, pad])
    return [["onbekend"], regio, *plannen, ["onbekend"]]


def _profiel_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    i, jaar = u.bron.codes.index(gezien.gemeente), str(u.eindjaar)
    wie = u.bron.namen[i]
    namen = ("eigen_aandeel", "vrij", "capaciteit", "tekort", "niet_geplaatst", "regulier", "benodigd_percentage")
    alle = model.in_het_jaar(u, namen)
    eigen, vrij, plekken, tekort, over, rest, deel = (alle[naam][i] for naam in namen)
    van_regio = 100 * u.per_gemeente("eigen_aandeel")[i] / u.regionaal("eigen_aandeel")
    plaats = 1 + sum(ander > deel for ander in alle["benodigd_percentage"][:-1])
    toen, mutaties = (u.bron.kolom(naam)[i] for naam in ("toewijzingen_2024", "mutaties_liberalisatiegrens"))
    zoekt = [getal(model.in_het_jaar(u, ("vraag",))["vraag"][i])] if u.scenario.wacht else []
    begin = [getal(heel(u, naam)[i, 0]) for naam in ("opgave", "eigen_aandeel")]
    return [
        ["1"], [jaar, wie, getal(eigen), procent(van_regio, 1), getal(vrij), procent(100 * u.per_gemeente("reservering")[i], 1),
         getal(plekken), *zoekt, wie, *map(getal, (tekort, tekort - over, over)), benodigd(deel), str(plaats), "9",
         "2024", wie, getal(toen), procent(100 * toen / mutaties, 1), jaar, getal(rest)],
        *([] if u.scenario.wacht else [[*_op_weg(u, [i]), "2026", *begin]]),
    ]  # fmt: skip


def _nederland_zinnen(u: model.Uitkomst, _: Weergave) -> Zinnen:
    te_veel = model.overal(u.scenario, "provincie").te_veel
    return [[procent(u.scenario.reservering, 1), "1", "2024", procent(u.scenario.mutatiegraad, 2)], [str(len(te_veel))]]


def _spelregels_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    """The bound of this scenario holds nobody back, so that what is said of it is the same with and without."""
    jaar, regels = str(gezien.jaar), [een for een in model.spelregels(u, gezien.jaar, gezien.gemeente) if een.uitkomst]
    over = {een.naam: getal(een.uitkomst.regionaal("niet_geplaatst", gezien.jaar)) for een in regels}
    hier = getal(u.regionaal("niet_geplaatst", gezien.jaar))
    anders = [cel for naam, daar in over.items() if daar != hier for cel in (*feiten(naam), daar)]
    voorbeelden = [cijfer for een in regels if een.waarom for cijfer in feiten(een.naam)]
    tekort = u.regionaal("tekort", gezien.jaar)
    blijft = max(0.0, tekort - u.regionaal("overschot", gezien.jaar))
    verevend = getal(afgerond(tekort) - afgerond(blijft))
    zonder = over["Zonder bovengrens"]
    return [
        [getal(u.regionaal("opgave", gezien.jaar)), jaar, hier, *anders], voorbeelden,
        [jaar, verevend, verevend, "0", zonder, hier], ["2026"],
    ]  # fmt: skip


def _vereffening_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    standen = (model.gerealiseerde_stand(u, halfjaren()), model.verwachte_stand(u, gezien.jaar))
    delen = []
    for *gemeenten, samen in (stand.tabel["vervulling"].tolist() for stand in standen if stand):
        (laagste, eerste), *daarna = sorted(zip(gemeenten, u.bron.namen, strict=True))[:3]
        delen.append([eerste, procent(laagste, 1), *(wie for _, wie in daarna), procent(samen, 1)])
    return [["2", "2026", *delen[0]], [str(gezien.jaar), *delen[1]], ["0"]]


def _speltafel_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    i, jaar = u.bron.codes.index(gezien.gemeente), str(u.eindjaar)
    namen = ("eigen_aandeel", "vrij", "benodigd_percentage")
    eigen, vrij, deel = (model.in_het_jaar(u, namen)[naam][i] for naam in namen)
    over = heel(model.speel(u, gezien.bod, gezien.ronde).uitkomst, "niet_geplaatst")[i, u.eind]
    return [
        [u.bron.namen[i], getal(eigen), getal(vrij), benodigd(deel), getal(over)],
        ["1", "2", "3", getal(gezien.hoogstens), jaar],
        [jaar],
    ]


def _herrekening_zinnen(*_: object) -> Zinnen:
    gedrukt = [een for een in model.herreken() if een.gedrukt is not None]
    gelijk, niet = sum(een.verschil == 0 for een in gedrukt), sum(een.berekend is None for een in gedrukt)
    return [[str(len(gedrukt)), str(gelijk), str(niet)]]


def _wettelijk_zinnen(u: model.Uitkomst, gezien: Weergave) -> Zinnen:
    i, taak = u.bron.codes.index(gezien.gemeente), lees_taakstellingen()
    toen, mutaties = (u.bron.kolom(naam)[i] for naam in ("toewijzingen_2024", "mutaties_liberalisatiegrens"))
    nu, doel, begin = 100 * u.per_gemeente("reservering", gezien.jaar)[i], u.scenario.reservering, 100 * toen / mutaties
    gegroeid = procent(100 * (nu - begin) / (doel - begin), 2)
    stap = ["2024", "2024", procent(begin, 2), procent(doel), procent(begin, 2), gegroeid]
    per_woning = [getal(taak.personen_per_woning.waarde, 2), *feiten(taak.personen_per_woning.regel)]
    return [
        feiten(datum(lees_wettelijk_kader().nagekeken)), [*feiten(taak.artikel), "1", *per_woning],
        ["15%", "13", "2026"], [procent(nu, 2)], stap, [procent(nu, 6)],
    ]  # fmt: skip


def _urgent_zinnen(*_: object) -> Zinnen:
    groepen = lees_urgentie().wettelijk
    return [[str(len(groepen)), str(sum(een.kader for een in groepen)), "onbekend"]]


def _bronnen_zinnen(u: model.Uitkomst, _: Weergave) -> Zinnen:
    """What is unsure, what the register of the region says of itself and of who is in it, what a status means, and of what
    an unknown opgave may be made."""
    register, punten = u.bron.register, model.uitgangspunten(u.bron) if u.bron.cijfer("opgave") is None else ()
    los = (*register.voetnoten.values(), "onbekend, 0", *(f"{een.uitleg}. {een.bron}" for een in punten))
    return _met_feiten([*onzeker(u), register.toelichting, *los])


def _met_feiten(zinnen: Iterable[str]) -> Zinnen:
    return [delen for een in zinnen if (delen := feiten(een))]


def _besluit(u: model.Uitkomst) -> Zinnen:
    return _met_feiten(besluit.zinnen(u, {}))


def _mix_zin(mix: model.Mix, gezien: Weergave) -> list[str]:
    """The goal and what it costs at least; or what is left with all that can be added, and the goal."""
    doel = [getal(gezien.hoogstens), str(gezien.jaar)]
    return [getal(mix.niet_geplaatst), *doel] if mix.scenario is None else [*doel, getal(mix.samen)]


ZINNEN: Mapping[str, Callable[[model.Uitkomst, Weergave], Zinnen]] = {
    "": lambda u, _: [["2026", "2035"], _van_de_regio(u)],
    "groeipad": _groeipad_zinnen,
    "regulier": _regulier_zinnen,
    "onzekerheid": lambda u, _: [_van_de_regio(u), ["2026", "2035"], ["0"], ["10.000"], ["80%", "1.000"], [str(u.eindjaar)],
        ["2024", "onbekend"]],
    "monitoring": _monitoring_zinnen,
    "gemeenteprofiel": _profiel_zinnen,
    "hefbomen": lambda u, _: [feiten(model.optelsom(model.waterval(u)))] if u.scenario.wacht else [],
    "verdeelsleutels": lambda *_: [["0"]],
    "nederland": _nederland_zinnen,
    "nodig": lambda _, gezien: [[getal(gezien.hoogstens), str(gezien.jaar)]] * 2,
    "weg": lambda u, gezien: [["2024"], ["2024"], _mix_zin(model.goedkoopste_mix(u, gezien), gezien)],
    "spelregels": _spelregels_zinnen,
    "solidariteit": lambda *_: [["0"]],
    "vereffening": _vereffening_zinnen,
    "zaal": lambda *_: [["1", "2", "3"]],
    "vergelijken": lambda u, _: [
        ["onbekend"], [*feiten(_ernaast(u)[0][1]), *(getal(een.regionaal("niet_geplaatst")) for een in _ernaast(u)[1][::-1])]],
    "speltafel": _speltafel_zinnen,
    "presenteren": lambda u, _: [[str(u.eindjaar), getal(u.regionaal("opgave"))]],
    "bronnen": _bronnen_zinnen,
    "gegevens": lambda *_: [["onbekend"]],
    "over": lambda *_: [[MODELVERSIE, *feiten(datum(date.fromisoformat(MODELDATUM))), "1.2"], ["1"]],
    "programmas": lambda *_: [[str(drukte.MEESTE)], ["1", "1"]],
    "toegankelijkheid": lambda *_: [["2.1", "200%", version("streamlit")[:4], "1353", "1353", "15726", "15726"]],
    "herijken": lambda *_: [["1", "2024", "1", "2025"], ["2024"]],
    "wettelijk": _wettelijk_zinnen,
    "urgent": _urgent_zinnen,
    "herrekening": _herrekening_zinnen,
    "artikelen": lambda u, _: [*_besluit(u), *_besluit(model.bereken(u.bron, gerekend(AMENDEMENT)[0].scenario))],
    "afspraak": lambda u, _: [*_besluit(u), *_met_feiten(besluit.afronding(u))],
    "delen": lambda u, _: [
        [*_van_de_regio(u), "2026", "2035", getal(u.regio.gemiste_plaatsingen[0]), getal(u.regionaal("regulier"))]],
    "verhaal": lambda u, _: [
        [procent(u.scenario.reservering, 1), *kop(u)],
        [*feiten(model.korte_naam(u.scenario, u.bron)), *kop(u)[1::-1]]],
}  # fmt: skip
"""By page the figures and gemeenten in its sentences, top first: years and what a source says too."""


def lees_zinnen(at: AppTest, pagina: str) -> Zinnen:
    """Read each sentence on the sheets, but no list of moments or questions, and on some pages the other words; the side first."""
    html = re.sub(r"<ol.*?</ol>", "", " ".join(stuk.get("html", "") for stuk in stukken(at)), flags=re.DOTALL)
    zinnen = [een for _, een in re.findall(r'<(p|li)(?: class="(?:zin|bijschrift|daar)")?>(.*?)</\1>', html)]
    los = [een.value for soort in ("code", "markdown", "caption") for een in at.get(soort)]
    zinnen += [een for een in los if "?v=" not in een]  # an address is no sentence
    return _met_feiten(re.sub(r"<[^>]+>", "", unescape(een)) for een in zinnen)

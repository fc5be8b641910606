"""What the screen shows of a room, and what a phone gets back: figures of the engine, in words; what is hidden is not sent."""

from functools import lru_cache
from typing import Any

import numpy as np

from fairshare import koppen, link
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio, lees_regios
from fairshare.model import RONDES, Uitkomst, bereken, kerncijfers
from fairshare.opmaak import ONBEKEND, getal, opsomming, procent
from fairshare.parameters import Getal
from fairshare.scenario import Scenario
from fairshare.toetsing import kop, toets
from fairshare.weergave import Weergave
from fairshare.zaal.kamer import Deelnemer, Gespeeld, Kamer, begin, spreekt
from fairshare.zaal.spel import oordeel, speltafel
from fairshare.zaal.verteld import verteld
from fairshare.zaal.voorstel import GOK, Voorstel, hefbomen, samen, spreiding

Boden = tuple[tuple[str, Voorstel], ...]
Punten = list[tuple[str, int, float]]
"""Of whom (gemeente, participant) which value."""

TE_LANG = "Deze voorstellen passen samen niet in een link; bewaar de notulen."


@lru_cache(maxsize=64)
def stand(kamer: Kamer) -> dict[str, Any]:
    """Give what everyone may see of a room; computed once for all who look."""
    regio, scenario, knoppen = _begin(kamer.link)
    zwijgt = _zwijgt(regio, kamer)
    gesproken = sum(een.gesproken == kamer.ronde for een in kamer.deelnemers)
    tafel, geen_tafel = speltafel(kamer, (*kamer.rondes, *_zichtbaar(kamer)))
    return {
        "versie": kamer.versie,
        "ronde": kamer.ronde,
        "ronde_naam": f"Ronde {kamer.ronde} van {RONDES}" if kamer.spel else f"Ronde {kamer.ronde}",
        "spel": kamer.spel,
        "kan_verder": kamer.kan_verder,
        "soort": kamer.soort,
        "blind": kamer.blind,
        "onthuld": kamer.onthuld,
        "gesloten": kamer.gesloten,
        "toont": kamer.toont,
        "verhaal": verteld(kamer.link, kamer.stap, kamer.antwoord),
        "geraden": geraden(kamer, kamer.stap),
        "regio": regio.register.naam,
        "titel": f"Speltafel {regio.register.naam}" if kamer.spel else regio.register.naam,
        "link": kamer.link,
        "jaar": bereken(regio, scenario).eindjaar,
        "gemeenten": [{"code": code, "naam": naam} for code, naam in zip(regio.codes, regio.namen, strict=True)],
        "knoppen": [_knop(naam, wat) for naam, wat in knoppen.items()],
        "gesproken": gesproken,
        "zwijgt": zwijgt,
        "wie": [
            {"nummer": een.nummer, "gemeente": naam_van(regio, een.gemeente), "sprak": een.gesproken == kamer.ronde}
            for een in kamer.deelnemers
        ],
        "dubbel": _dubbel(regio, kamer),
        "besluit": kamer.besluit,
        "nu": beeld(kamer.link, _nu(kamer), kamer.spel) if kamer.onthuld else None,
        "rondes": [beeld(kamer.link, ronde, kamer.spel) for ronde in kamer.rondes],
        "speltafel": tafel,
        "geen_speltafel": geen_tafel,
    }


def eigen_stand(kamer: Kamer, geheim: str) -> dict[str, Any] | None:
    """Give a participant the own proposal; None who has none here, or no more."""
    wie = kamer.wie(geheim) if geheim else None
    if wie is None:
        return None
    eigen = {naam: waarde for naam, waarde in wie.voorstel.model_dump().items() if waarde not in (None, "")}
    return {
        "nummer": wie.nummer,
        "gemeente": wie.gemeente,
        "beurt": wie.beurt,
        "voorstel": eigen,
        "gok": wie.gok,
        "geraden": dict(wie.geraden).get(kamer.stap),
        "sprak": wie.gesproken == kamer.ronde,
    }


def geraden(kamer: Kamer, stap: int) -> dict[str, Any] | None:
    """Give how many guessed at a step of the story and, once the figure stands there, what they guessed; None where nobody did."""
    gokken = [(een, dict(een.geraden).get(stap)) for een in kamer.deelnemers]
    wie = tuple(een.model_copy(update={"gok": gok}) for een, gok in gokken if gok is not None)
    if not wie:
        return None
    ronde = Gespeeld(nummer=stap, soort="gok", deelnemers=wie, gekozen=(), besluit="")
    nu = verteld(kamer.link, stap, antwoord=True)
    lijn = _lijn(_begin(kamer.link)[0], "gok", GOK, ronde, nu["merk"] if nu else None)
    return {"aantal": len(wie), "lijn": lijn if stap in kamer.beantwoord else None}


def _zichtbaar(kamer: Kamer) -> tuple[Gespeeld, ...]:
    """Give the present round where everyone may see it; a closed room has it among those that are over."""
    return (_nu(kamer),) if kamer.onthuld and not kamer.gesloten else ()


def _nu(kamer: Kamer) -> Gespeeld:
    return Gespeeld(
        nummer=kamer.ronde,
        soort=kamer.soort,
        deelnemers=kamer.deelnemers,
        gekozen=kamer.gekozen,
        besluit=kamer.besluit,
    )


@lru_cache(maxsize=128)
def beeld(tekst: str, ronde: Gespeeld, spel: bool) -> dict[str, Any]:
    """Give a round: the dots on each axis, the median and the spread, and what all of it comes to."""
    regio, _, knoppen = _begin(tekst)
    boden = tuple((code, een.voorstel) for code, een in spreekt(ronde.deelnemers, ronde.gekozen).items())
    gokt = ronde.soort == "gok"
    alles = samenvatting(tekst, () if gokt else boden, spel)
    merk = (
        {"waarde": alles["waarde"], "tekst": alles["niet_geplaatst"]} if gokt and alles["waarde"] is not None else None
    )
    assen = {"gok": GOK} if gokt else knoppen
    lijnen = [lijn for naam, wat in assen.items() if (lijn := _lijn(regio, naam, wat, ronde, merk))]
    breedst = max(lijnen, key=lambda lijn: lijn["deel"], default=None)
    verschil = breedst is not None and breedst["deel"] > 0 and len(lijnen) > 1
    return {
        "nummer": ronde.nummer,
        "soort": ronde.soort,
        "besluit": ronde.besluit,
        "lijnen": lijnen,
        "breedst": f"Het verst uit elkaar, gemeten langs de as: {breedst['label'].lower()}. {breedst['spreiding']}"
        if breedst and verschil
        else "",
        "samen": dict(alles),
    }


@lru_cache(maxsize=64)
def _begin(tekst: str) -> tuple[Regio, Scenario, dict[str, Getal]]:
    """Read the scenario that the table starts from, and what can be proposed in it."""
    scenario = begin(tekst).scenario
    regio = lees_regios()[scenario.regio]
    return regio, scenario, hefbomen(regio, scenario)


@lru_cache(maxsize=256)
def samenvatting(tekst: str, boden: Boden, spel: bool = False) -> dict[str, Any]:
    """Compute what becomes of the region if all proposals are taken as they stand; why not, where that cannot be.

    Examples
    --------
    >>> alles = samenvatting("v=2", (("GM0262", Voorstel(reservering=35.0)),))
    >>> alles["was"], alles["niet_geplaatst"], alles["link"]
    ('215', '207', 'v=2&c=v053&afwijking=GM0262:35')
    """
    regio, eerst, _ = _begin(tekst)
    was = bereken(regio, eerst)
    try:
        scenario = samen(eerst, dict(boden))
        straks = bereken(regio, scenario)
    except ScenarioFout as fout:
        return {"fout": f"Deze voorstellen gaan niet samen. {fout.fouten[0].melding}"}
    adres, kern = _adres(tekst, eerst, scenario), kerncijfers(straks)
    oordelen = toets(straks, kern)
    return {
        "fout": "",
        "niet_geplaatst": getal(kern.niet_geplaatst),
        "was": getal(was.regionaal("niet_geplaatst")),
        "zin": koppen.kop(straks, kern),
        "jaar": kern.jaar,
        "wat": "wachten eind van het jaar" if scenario.wacht else "niet geplaatst per jaar",
        "dekking": _dekking(straks),
        "kop": kop(oordelen),
        "toetsing": [
            {"vraag": een.vraag, "antwoord": een.zin, "open": een.antwoord not in ("", "ja")} for een in oordelen
        ],
        "link": adres,
        **(oordeel(tekst, was, straks, dict(boden)) if spel else {"doel": "", "bezwaren": []}),
        "te_lang": "" if adres else TE_LANG,
        "waarde": None if kern.niet_geplaatst != kern.niet_geplaatst else float(kern.niet_geplaatst),
    }


def _adres(tekst: str, eerst: Scenario, scenario: Scenario) -> str:
    """Write a scenario as a link, with why it is as it was where it is; "" where it does not fit in one."""
    redenen = begin(tekst).weergave.motivering
    blijft = tuple((naam, reden) for naam, reden in redenen if getattr(eerst, naam) == getattr(scenario, naam))
    geschreven = link.schrijf(scenario, Weergave(motivering=blijft))
    return geschreven if len(geschreven) <= link.LANGSTE_LINK else ""


def _dekking(uitkomst: Uitkomst) -> str:
    """Name the gemeente that does the least of its own share, and how much."""
    delen = uitkomst.per_gemeente("dekking")
    if not np.isfinite(delen).any():
        return ONBEKEND
    laagste = int(np.nanargmin(delen))
    rest = int((~np.isfinite(delen)).sum())
    onbekend = f"; van {getal(rest)} onbekend" if rest else ""
    return f"{procent(float(delen[laagste]), 1)} in {uitkomst.bron.namen[laagste]}{onbekend}"


def _lijn(
    regio: Regio, naam: str, wat: Getal, ronde: Gespeeld, merk: dict[str, Any] | None = None
) -> dict[str, Any] | None:
    """Lay out the dots of one lever, or of the guesses with the figure beside them; None where nobody says anything."""
    punten = _punten(naam, ronde)
    if not punten:
        return None
    wie = ronde.deelnemers if naam == "gok" else spreekt(ronde.deelnemers, ronde.gekozen).values()
    telt = {een.nummer for een in wie}
    tellen = [punt for punt in punten if punt[1] in telt] or punten
    laag, midden, hoog = spreiding(waarde for *_, waarde in tellen)
    eerste, laatste = (
        sorted({naam_van(regio, code) for code, _, waarde in tellen if waarde == kant}) for kant in (laag, hoog)
    )
    gezien = [waarde for *_, waarde in punten] + ([merk["waarde"]] if merk else [])
    einde = max(*gezien, 1.0) if naam == "gok" else wat.hoog
    van, tot = _schrijf(wat, laag), _schrijf(wat, hoog)
    return {
        **_knop(naam, wat),
        "hoog": einde,
        "hoog_tekst": _schrijf(wat, einde),
        "mediaan": midden,
        "mediaan_tekst": _schrijf(wat, midden),
        "spreiding": f"Iedereen zegt {van}."
        if laag == hoog
        else f"Van {van} ({opsomming(eerste)}) tot {tot} ({opsomming(laatste)}).",
        "deel": (hoog - laag) / (einde - wat.laag),
        "merk": merk,
        "punten": [
            {
                "nummer": nummer,
                "gemeente": naam_van(regio, code),
                "waarde": waarde,
                "tekst": _schrijf(wat, waarde),
                "telt": nummer in telt,
            }
            for code, nummer, waarde in sorted(punten, key=lambda punt: punt[2])
        ],
    }


def _punten(naam: str, ronde: Gespeeld) -> Punten:
    waarden = [
        (een.gemeente, een.nummer, een.gok if naam == "gok" else getattr(een.voorstel, naam))
        for een in ronde.deelnemers
    ]
    return [(code, nummer, float(waarde)) for code, nummer, waarde in waarden if waarde is not None]


def _knop(naam: str, wat: Getal) -> dict[str, Any]:
    return {
        "naam": naam,
        "label": wat.label,
        "eenheid": wat.eenheid,
        "laag": wat.laag,
        "hoog": wat.hoog,
        "stap": wat.duim or wat.stap,
        "laag_tekst": _schrijf(wat, wat.laag),
        "hoog_tekst": _schrijf(wat, wat.hoog),
    }


def _schrijf(wat: Getal, waarde: float) -> str:
    """Write a value the Dutch way; a median may lie halfway two steps."""
    decimalen = wat.decimalen if float(waarde).is_integer() or wat.decimalen else 1
    return procent(waarde, decimalen) if wat.eenheid.startswith("procent ") else getal(waarde, decimalen)


def naam_van(regio: Regio, code: str) -> str:
    """Name a gemeente of a region."""
    return regio.namen[regio.codes.index(code)]


def _zwijgt(regio: Regio, kamer: Kamer) -> list[str]:
    """Name the gemeenten for which nobody has spoken in this round."""
    sprak = {een.gemeente for een in kamer.deelnemers if een.gesproken == kamer.ronde}
    return [naam for code, naam in zip(regio.codes, regio.namen, strict=True) if code not in sprak]


def _dubbel(regio: Regio, kamer: Kamer) -> list[dict[str, Any]]:
    """Name the gemeenten for which more than one speaks, and who counts."""
    telt = spreekt(kamer.deelnemers, kamer.gekozen)
    per: dict[str, list[Deelnemer]] = {}
    for een in kamer.deelnemers:
        per.setdefault(een.gemeente, []).append(een)
    return [
        {"gemeente": naam_van(regio, code), "nummers": [een.nummer for een in allen], "telt": telt[code].nummer}
        for code, allen in per.items()
        if len(allen) > 1
    ]

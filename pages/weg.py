"""De weg ernaartoe: what more plaatsingen cost regulier woningzoekenden, and the cheapest mix at a region's own prices."""

from functools import partial

import streamlit as st

from fairshare import grafieken, link, model
from fairshare.export import PUNTEN, Stempel, bestandsnaam, punten
from fairshare.lezingen.uitleg import REGIO
from fairshare.opmaak import ONBEKEND, getal, opsomming, precies, verschil
from fairshare.weergave import HEFBOMEN, KORT, PARAMETERS, Weergave
from pages.bediening import adres
from pages.bediening.velden import bied_aan, veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    bijschrift,
    grafiek_van,
    kaarten,
    legenda,
    let_op,
    opschrift,
    tabel,
    teksttabel,
    zin,
)
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop

TITEL = "De weg ernaartoe"

WAAROM = (
    "Op een lijn kan het een niet beter zonder het ander slechter: minder niet geplaatst kost daar verdringing, wat regulier "
    "woningzoekenden minder krijgen dan in 2024, opgeteld over de gemeenten waar dat zo is. Uit duizend combinaties van reservering "
    "(haar hele bereik), nieuwbouw, doorstroming en plekken buiten de sociale huur. Elk punt is een scenario: open het met zijn naam "
    "of in de tekening. Of een inspanning haalbaar is, zegt het model niet."
)
LINEAIR = (
    "Een lineair programma: de laagste kosten waarbij het doel wordt gehaald, met elke hefboom tussen wat er nu is en wat er hoogstens bij "
    "kan (de reservering tot het eind van haar bereik). De laatste hefboom is op het model zelf opgelost en naar boven afgerond. "
    "Waar hefbomen elkaar versterken, kan een mix ertussenin iets goedkoper zijn."
)


PRIJZEN = [naam for naam in PARAMETERS if naam.startswith("prijs_")]


def render(beeld: Beeld) -> None:
    """Draw the page."""
    vakken = st.columns(4, vertical_alignment="bottom")
    for vak, naam in zip(vakken, ("inspanning", "jaar", "lezing", "hoogstens"), strict=True):
        with vak:
            veld(naam, beeld.regios)
    volgt(_kop)
    later(let_op)
    links, rechts = st.columns([3, 2], gap="medium")
    with links:
        later(_front, boven=[opschrift("Meer plaatsen, en wat regulier woningzoekenden ervan merken")])
        later(_wisselkoers, boven=[opschrift("De wisselkoers, vanaf dit scenario")])
    with rechts:
        later(_punten, boven=[opschrift("De punten")])
        teken_later(_bestanden)
    kop("De goedkoopste mix")
    for vak, naam in zip(st.columns(4, vertical_alignment="bottom"), PRIJZEN, strict=True):
        with vak:
            veld(naam, beeld.regios)
    later(_mix, onder=[bijschrift(LINEAIR)])
    teken_later(_zet)
    uitlegvak(beeld, "verdringing", REGIO)


def _kop(beeld: Beeld) -> list[Stuk]:
    over, verlies = (beeld.uitkomst.regionaal(naam, beeld.jaar) for naam in ("niet_geplaatst", "verdringing"))
    return [
        kaarten(
            [
                (
                    f"Niet geplaatst in {beeld.jaar}",
                    getal(over),
                    "huishoudens die wachten" if beeld.scenario.wacht else "huishoudens per jaar",
                    "Zoals in dit scenario.",
                ),
                (
                    f"Verdringing in {beeld.jaar}",
                    getal(verlies),
                    "woningen per jaar minder voor regulier dan in 2024",
                    "Opgeteld over de gemeenten waar regulier woningzoekenden minder krijgen dan in 2024; wat zij elders meer krijgen, gaat er niet af.",
                ),
            ]
        )
    ]


def _front(beeld: Beeld) -> list[Stuk]:
    punten = beeld.eens(model.front, beeld.weergave)
    if punten.empty:
        return [zin("Niet geplaatst of verdringing is hier onbekend: er is niets tegenover elkaar te zetten.")]
    rijen = grafieken.front_rijen(punten, beeld.uitkomst, beeld.jaar)
    spec = grafieken.front(grafieken.front_grenzen(rijen), beeld.donker, beeld.scenario.eenheid)
    return [
        legenda(
            f":blue[●] wat er in {beeld.jaar} kan met hoogstens zoveel woningen en plekken per jaar erbij  ● **nu** dit scenario"
        ),
        grafiek_van(rijen, spec, "Lijnen van niet geplaatst tegenover verdringing. De tabel geeft dezelfde punten."),
        bijschrift(WAAROM),
    ]


def _punten(beeld: Beeld) -> list[Stuk]:
    punten = beeld.eens(model.front, beeld.weergave)
    if punten.empty:
        return [zin("Onbekend.")]
    scenarios = model.als_scenario(beeld.scenario, punten)
    namen = [grafieken.puntnaam(punt) for punt in punten.to_dict("records")]
    adressen = [f"weg?{link.kaal(scenario, beeld.weergave)}" for scenario in scenarios]
    kolommen = {
        "naam": ("Open als scenario", str),
        "erbij": ("Hoogstens erbij", getal),
        "niet_geplaatst": ("Niet geplaatst", getal),
        "verdringing": ("Verdringing", getal),
    }
    wat = "De punten van de lijnen, elk een scenario."
    return [tabel(punten.assign(naam=namen), kolommen, wat, dict(zip(namen, adressen, strict=True)))]


def _bestanden(beeld: Beeld) -> None:
    """Offer the points as files, where there are any."""
    if beeld.eens(model.front, beeld.weergave).empty:
        return
    stempel = Stempel.van(beeld.uitkomst, adres.deelbaar(beeld.uitkomst), beeld.weergave)
    for plek, (soort, label) in zip(st.columns(len(PUNTEN)), PUNTEN.items(), strict=True):
        plek.download_button(
            label,
            partial(punten, soort, beeld.uitkomst, beeld.weergave, stempel),
            file_name=bestandsnaam(soort, "de-weg-ernaartoe", stempel.regio, stempel.scenario),
            on_click="ignore",
            key=f"punten_{soort}",
            width="stretch",
        )


def _wisselkoers(beeld: Beeld) -> list[Stuk]:
    if beeld.eens(model.front, beeld.weergave).empty:
        return [zin("Onbekend.")]
    kolommen = {
        "hefboom": ("Tien per jaar meer", HEFBOMEN.get),
        "minder": ("Meer geplaatst", lambda waarde: getal(waarde, 1)),
        "verdringing": ("Verdringing", lambda waarde: verschil(waarde, 1)),
        "koers": ("Verdringing per huishouden meer geplaatst", lambda waarde: verschil(waarde, 2)),
    }
    wat = "Wat tien woningen of plekken per jaar meer doen, elk afzonderlijk."
    stukken = [tabel(beeld.eens(model.wisselkoers, beeld.weergave), kolommen, wat)]
    if getal(beeld.kern.niet_geplaatst) == getal(0.0):
        stukken.append(bijschrift("Waar niemand meer wordt geplaatst, is er geen wisselkoers: die staat als onbekend."))
    return stukken


def _over_de_prijzen(weergave: Weergave) -> list[str]:
    """Say what a price of 0 and an empty field mean."""
    if not weergave.prijzen:
        return ["Vul per hefboom een prijs in. Geen van de bronnen noemt er een: daarom zijn de velden leeg."]
    gratis = [HEFBOMEN[naam] for naam, prijs in weergave.prijzen.items() if not prijs]
    zonder = [HEFBOMEN[naam] for naam in KORT if naam not in weergave.prijzen]
    return [
        *(
            [f"Voor 0 euro, dus gratis gerekend: {opsomming(gratis)}. Is een prijs onbekend, maak het veld dan leeg."]
            if gratis
            else []
        ),
        *([f"Zonder prijs, dus niet in de mix: {opsomming(zonder)}."] if zonder else []),
    ]


def _geen_mix(mix: model.Mix, doel: str) -> str:
    """Say why there is no mix."""
    rest = getal(mix.niet_geplaatst)
    if rest == ONBEKEND:
        return f"Of het doel, {doel}, wordt gehaald, is onbekend."
    return f"Met alles wat er bij kan, is niet geplaatst nog {rest}: het doel, {doel}, wordt niet gehaald."


def _mix(beeld: Beeld) -> list[Stuk]:
    weergave = beeld.weergave
    zinnen = [zin(een) for een in _over_de_prijzen(weergave)]
    if not weergave.prijzen:
        return zinnen
    mix = beeld.eens(model.goedkoopste_mix, weergave)
    doel = f"hoogstens {getal(weergave.hoogstens)} niet geplaatst in {beeld.jaar}"
    if mix.scenario is None:
        return [*zinnen, zin(_geen_mix(mix, doel))]
    rijen = [
        (
            HEFBOMEN[naam],
            f"+{precies(erbij, 2)}",
            PARAMETERS[naam].toon(getattr(mix.scenario, naam)),
            getal(weergave.prijzen[naam]),
            getal(mix.kosten[naam]),
        )
        for naam, erbij in mix.erbij.items()
    ]
    koppen = ("Hefboom", "Erbij per jaar", "Wordt", "Prijs (euro)", "Kosten (euro per jaar)")
    return [
        *zinnen,
        zin(f"Het goedkoopst voor {doel}: **{getal(mix.samen)} euro per jaar**."),
        teksttabel([*rijen, ("Samen", "", "", "", getal(mix.samen))], koppen, "De goedkoopste mix.", "cijfers"),
    ]


def _zet(beeld: Beeld) -> None:
    mix = beeld.eens(model.goedkoopste_mix, beeld.weergave) if beeld.weergave.prijzen else None
    bied_aan("Zet deze mix in het scenario", mix.scenario if mix else None)

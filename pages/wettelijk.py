"""Wettelijk kader: what the law says and what it does not, the taakstelling, the rent limits, and the variant of 15%."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.gegevens import lees_taakstellingen, lees_wettelijk_kader
from fairshare.opmaak import datum, getal, halfjaar, procent
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, kaarten, legenda, staven, tabel, teksttabel, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, toon

TITEL = "Wettelijk kader"

STATUSSEN = {
    "wettekst": "in de wet zelf gelezen",
    "openbaar": "openbare bron, niet in de wet nagelezen",
    "gepubliceerd": "staat in een brondocument, niet in de wet",
    "niet gevonden": "gezocht en niet gevonden",
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    kader = lees_wettelijk_kader()
    st.markdown(
        f"Wat de wet zegt, in eigen woorden, voor het laatst bekeken op **{datum(kader.nagekeken)}**. Dit is geen juridisch "
        "advies: lees het artikel na voordat u zich erop beroept. "
        + "; ".join(f"**{status}**: {uitleg}" for status, uitleg in STATUSSEN.items())
        + "."
    )
    rijen = [
        (een.onderwerp, een.artikel, een.inhoud, een.niet, een.datum or "geen datum", f"{een.status}: {een.bron}")
        for een in kader.regel
    ]
    koppen = ("Onderwerp", "Waar het staat", "Wat er staat", "Wat niet van de wet is", "Vanaf", "Status en bron")
    toon(teksttabel(rijen, koppen, "Wat de wet zegt en wat niet, met artikel, datum, status en bron."))
    toon(bijschrift("", urgent="Wie er wettelijk en regionaal urgent is."))
    _taakstelling(beeld)
    _huurgrenzen()
    _vijftien(beeld)
    uitlegvak(beeld, "reservering")


def _taakstelling(beeld: Beeld) -> None:
    """Show the taakstelling in persons, beside homes at a labelled number of persons."""
    kop("De taakstelling voor statushouders")
    bron, alle = lees_taakstellingen(), model.taakstellingen(beeld.regio)
    per_woning = bron.personen_per_woning
    st.markdown(
        f"{bron.artikel}: het landelijke aantal, verdeeld naar inwoners op 1 januari van het jaar ervoor, per gemeente naar boven "
        f"afgerond; in **personen**. De woningen erachter zijn een schatting bij {getal(per_woning.waarde, 2)} {per_woning.eenheid} "
        f"({per_woning.status}: {per_woning.regel[0].lower()}{per_woning.regel[1:-1]})."
    )
    rijen = [
        (_wanneer(een), getal(een.landelijk), getal(een.samen), getal(model.in_woningen(een.samen)), een.uitleg)
        for een in alle
    ]
    koppen = ("Halfjaar", "Nederland, personen", "Deze regio, personen", "In woningen, ongeveer", "Toelichting")
    toon(teksttabel(rijen, koppen, f"De taakstelling per halfjaar. Bron van het landelijke aantal: {bron.bron}."))
    bekend = [een for een in alle if een.samen is not None]
    if bekend:
        per_gemeente = [
            (naam, *(_personen(een.per_gemeente[plek]) for een in bekend))
            for plek, naam in enumerate(beeld.regio.namen)
        ]
        omschrijving = "De taakstelling per gemeente: personen, en tussen haakjes ongeveer zoveel woningen."
        toon(teksttabel(per_gemeente, ("Gemeente", *map(_wanneer, bekend)), omschrijving, "cijfers"))


def _wanneer(taakstelling: model.Taakstelling) -> str:
    return halfjaar(f"{taakstelling.jaar}-{taakstelling.helft}")


def _personen(aantal: int | None) -> str:
    return getal(aantal) if aantal is None else f"{getal(aantal)} ({getal(model.in_woningen(aantal))})"


def _huurgrenzen() -> None:
    kop("Huurgrenzen per jaar")
    rijen = [
        (str(een.jaar), *(getal(grens, 2) for grens in (een.aftopping_klein, een.aftopping_groot, een.liberalisatie)))
        for een in lees_wettelijk_kader().huurgrens
    ]
    koppen = ("Jaar", "Aftoppingsgrens, 1 of 2 personen", "Aftoppingsgrens, 3 of meer personen", "Liberalisatiegrens")
    toon(
        teksttabel(rijen, koppen, "Huurgrenzen in euro per maand.", "cijfers"),
        bijschrift(
            "Uit een openbare bron, niet in een regeling nagelezen. Sinds de Wet betaalbare huur is de liberalisatiegrens formeel de "
            "bovenkant van de middenhuur."
        ),
    )


def _vijftien(beeld: Beeld) -> None:
    grens = beeld.regio.cijfer("variant_presentatie")
    kop("De variant van 15%")
    if grens is None:
        st.markdown(
            "Voor deze regio noemt geen bron zo'n variant; in de gelezen artikelen van de wet staat geen percentage."
        )
        return
    st.markdown(
        f"**{procent(grens)} volgens de presentatie van 13 april 2026; in de gelezen artikelen van de wet staat geen getal.** "
        "Kolom E rekent ermee."
    )
    volgt(_op_de_lijn)
    with st.columns(3)[0]:
        veld("jaar", beeld.regios)
    volgt(_reservering)
    later(_tabel)


def _grens(beeld: Beeld) -> float:
    return beeld.regio.cijfer("variant_presentatie") or 0.0


def _op_de_lijn(beeld: Beeld) -> list[Stuk]:
    grens = _grens(beeld)
    lijn = model.op_de_lijn(beeld.uitkomst, grens)
    return [
        kaarten(
            [
                (
                    f"Niet geplaatst bij {procent(grens)}",
                    getal(lijn.niet_geplaatst),
                    f"in dit scenario {getal(beeld.kern.niet_geplaatst)}",
                    "Als elke gemeente op deze lijn zou zitten, met de rest van het scenario zoals het is.",
                ),
                (
                    "Plekken bij die lijn",
                    getal(lijn.capaciteit),
                    f"in dit scenario {getal(beeld.kern.capaciteit)}",
                    "Per jaar.",
                ),
            ]
        )
    ]


def _reservering(beeld: Beeld) -> list[Stuk]:
    grens, zelfde = _grens(beeld), model.zelfde_reservering(beeld.uitkomst, beeld.jaar)
    if zelfde is not None:
        kant = "boven" if zelfde > grens else "onder" if zelfde < grens else "op"
        return [
            zin(
                f"Elke gemeente reserveert in {beeld.jaar} **{procent(zelfde, 1)}** van haar mutaties: {kant} de lijn van {procent(grens)}."
            )
        ]
    rijen = grafieken.aandeel_rijen(beeld.uitkomst, beeld.jaar, grens)
    return [
        legenda(f":blue[■] reservering in {beeld.jaar}, procent van de mutaties; de streep is {procent(grens)}"),
        staven(beeld, rijen, "procent van de mutaties", "Reservering per gemeente tegenover de variant van 15%."),
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    if model.zelfde_reservering(beeld.uitkomst, beeld.jaar) is not None:
        return []
    rijen = grafieken.aandeel_rijen(beeld.uitkomst, beeld.jaar, _grens(beeld))
    koppen = {"naam": ("Gemeente", str), "tekst": (f"Reservering in {beeld.jaar}", str)}
    return [tabel(rijen, koppen, "Reservering per gemeente.")]

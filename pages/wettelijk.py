"""Wettelijk kader: what the law asks, dated, with what is not verified marked, and the line of 15%."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.gegevens import lees_wettelijk_kader
from fairshare.opmaak import datum, getal, procent
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import kaarten, legenda, staven, tabel, teksttabel, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, toon

TITEL = "Wettelijk kader"

STATUSSEN = {
    "gepubliceerd": "staat in een brondocument",
    "openbaar": "openbare bron, niet in de wet zelf nagelezen",
    "onzeker": "niet nagetrokken",
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    kader = lees_wettelijk_kader()
    st.markdown(
        f"Wat de wet vraagt, voor het laatst bekeken op **{datum(kader.nagekeken)}**. Dit is geen juridisch advies: "
        "loop de regels na voordat u zich erop beroept. "
        + "; ".join(f"**{status}**: {uitleg}" for status, uitleg in STATUSSEN.items())
        + "."
    )
    rijen = [
        (regel.onderwerp, regel.inhoud, regel.datum or "geen datum in de bron", regel.status, regel.bron)
        for regel in kader.regel
    ]
    toon(
        teksttabel(
            rijen, ("Onderwerp", "Wat", "Vanaf", "Status", "Bron"), "Wat de wet vraagt, met datum, status en bron."
        )
    )
    _vijftien(beeld)
    uitlegvak(beeld, "reservering")


def _vijftien(beeld: Beeld) -> None:
    grens = beeld.regio.cijfer("wettelijk_minimum")
    kop("De lijn van 15%")
    if grens is None:
        st.markdown("Voor deze regio noemt geen bron een wettelijk minimum.")
        return
    st.markdown(
        f"**{procent(grens)} volgens de presentatie van 13 april 2026, niet nagetrokken.** Kolom E rekent ermee."
    )
    volgt(_op_de_lijn)
    with st.columns(3)[0]:
        veld("jaar", beeld.regios)
    volgt(_reservering)
    later(_tabel)


def _grens(beeld: Beeld) -> float:
    return beeld.regio.cijfer("wettelijk_minimum") or 0.0


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
        staven(beeld, rijen, "procent van de mutaties", "Reservering per gemeente tegenover de lijn van 15%."),
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    if model.zelfde_reservering(beeld.uitkomst, beeld.jaar) is not None:
        return []
    rijen = grafieken.aandeel_rijen(beeld.uitkomst, beeld.jaar, _grens(beeld))
    koppen = {"naam": ("Gemeente", str), "tekst": (f"Reservering in {beeld.jaar}", str)}
    return [tabel(rijen, koppen, "Reservering per gemeente.")]

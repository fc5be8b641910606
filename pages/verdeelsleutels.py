"""Verdeelsleutels: all keys side by side, and who gains or loses against inwoners."""

from __future__ import annotations

import streamlit as st

from fairshare import grafieken, model
from fairshare.lui import pd
from fairshare.opmaak import getal, verschil
from fairshare.scenario import SLEUTELS
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, legenda, let_op_verdelen, opschrift, profielen, staven, tabel
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop

TITEL = "Verdeelsleutels"

BEGIN = "voorraad"
"""With which key the drawing opens when the scenario's own is inwoners."""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Welke opgave elke gemeente zou krijgen bij elke sleutel, met de rest van het scenario zoals het is. "
        "Elke regio begint met inwoners."
    )
    later(let_op_verdelen)
    later(
        _opgaven,
        boven=[opschrift(f"Opgave in {beeld.kern.jaar}")],
        onder=[bijschrift("✓ de sleutel van dit scenario. Een mix met gewichten staat erbij zodra u die links kiest.")],
    )
    kop("Meer of minder dan bij inwoners")
    _wie_wint(beeld)
    later(_verschillen)
    uitlegvak(beeld, "opgave")


def _anders(beeld: Beeld) -> pd.DataFrame:
    return model.tegenover_inwoners(model.sleutels_in_woningen(beeld.regio, beeld.scenario))


def _bekend(tabel_: pd.DataFrame) -> list[str]:
    """Give the keys of which something is known: a column of nothing but unknown is named in a sentence."""
    return [naam for naam in SLEUTELS if naam in tabel_ and tabel_[naam].notna().any()]


def _onbekend(opgaven: pd.DataFrame) -> list[Stuk]:
    leeg = [label for naam, label in SLEUTELS.items() if naam in opgaven and naam not in _bekend(opgaven)]
    zin = "Onbekend is de opgave naar " + ", ".join(leeg) + ". Onbekend is geen 0."
    return [bijschrift(zin)] if leeg else []


def _opgaven(beeld: Beeld) -> list[Stuk]:
    opgaven, gekozen = model.sleutels_in_woningen(beeld.regio, beeld.scenario), beeld.scenario.sleutel
    koppen = {naam: (f"{label} ✓" if naam == gekozen else label, getal) for naam, label in SLEUTELS.items()}
    return [
        tabel(
            opgaven,
            {"naam": ("Gemeente", str)} | {naam: koppen[naam] for naam in _bekend(opgaven)},
            "Opgave per gemeente bij elke verdeelsleutel.",
            profielen(beeld),
        ),
        *_onbekend(opgaven),
    ]


def _verschillen(beeld: Beeld) -> list[Stuk]:
    anders = _anders(beeld)
    return [
        tabel(
            anders,
            {"naam": ("Gemeente", str)} | {naam: (SLEUTELS[naam], verschil) for naam in _bekend(anders)},
            "Verschil in opgave met de sleutel inwoners.",
        )
    ]


def _wie_wint(beeld: Beeld) -> None:
    """Draw who has to do more or less by one key: the scenario's own, unless that is inwoners."""
    anders = _anders(beeld)
    keuzes = [naam for naam in SLEUTELS if naam in anders and anders[naam].notna().all()]
    if not keuzes:
        st.markdown("Onbekend: daarvoor ontbreken gegevens (zie 'Let op' bovenaan).")
        return
    eigen = beeld.scenario.sleutel
    sleutel = st.radio(
        "Sleutel",
        keuzes,
        keuzes.index(next((naam for naam in (eigen, BEGIN) if naam in keuzes), keuzes[0])),
        format_func=SLEUTELS.get,
        horizontal=True,
        key=f"sleutel_{eigen}",
    )
    later(
        _verschil,
        sleutel,
        boven=[legenda(":orange[■] meer en :blue[■] minder opgave dan bij inwoners, huishoudens per jaar")],
    )


def _verschil(beeld: Beeld, sleutel: str) -> list[Stuk]:
    rijen = grafieken.sleutel_rijen(_anders(beeld).iloc[:-1], sleutel)
    return [
        staven(
            beeld,
            rijen,
            "huishoudens per jaar",
            "Verschil met de sleutel inwoners. De tabel geeft dezelfde cijfers.",
        )
    ]

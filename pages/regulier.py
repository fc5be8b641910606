"""Regulier woningzoekenden: what is left for them, against 2024 and against the 70/30 of the agreement."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, procent, verschil
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    bijschrift,
    grafiek,
    kaarten,
    let_op,
    onbekend_in_totaal,
    opschrift,
    profielen,
    staven,
    tabel,
)
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import uitklap

TITEL = "Regulier woningzoekenden"


def _procent(waarde: float | None) -> str:
    return procent(waarde, 1)


KOLOMMEN = {
    "naam": ("Gemeente", str),
    "vrij": ("Komt vrij", getal),
    "regulier": ("Regulier", getal),
    "deel": ("Deel regulier", _procent),
    "regulier_2024": ("Regulier in 2024", getal),
    "verschil": ("Verschil", verschil),
}

REEKSEN = (("Regulier", "regulier"), ("Zoals in 2024", "stil"), (grafieken.AFSPRAAK_REGULIER, "capaciteit"))


def render(beeld: Beeld) -> None:
    """Draw the page."""
    with st.columns(3)[0]:
        veld("jaar", beeld.regios)
    volgt(_kop)
    later(let_op)
    links, rechts = st.columns(2, gap="medium")
    with links:
        volgt(
            _pad,
            boven=[opschrift("De regio per jaar", _legenda(_regulier(beeld)))],
        )
    with rechts:
        volgt(
            _per_gemeente,
            boven=[
                opschrift(
                    "Elke gemeente",
                    ":green[■] **regulier**, tussen haakjes het verschil met 2024; de streep is 2024"
                    + ("" if _bekend(_regulier(beeld).regulier_2024) else ", waar dat bekend is"),
                )
            ],
        )
    later(
        _tabel,
        boven=[opschrift(f"Per gemeente in {beeld.jaar}")],
        onder=[
            bijschrift(
                "Regulier: wat vrijkomt, min de plaatsingen van urgenten in sociale huur en de woningen van statushouders die apart tellen. Verdringing: verhuringen aan regulier "
                "woningzoekenden die er in 2024 wel waren; winst elders gaat er niet af. Een kans op een woning is hier niet uit te "
                "rekenen: het aantal regulier woningzoekenden is onbekend."
            )
        ],
    )
    uitklap("De regio per jaar in een tabel", "reguliertabel", lambda: later(_per_jaar))
    uitlegvak(beeld, "verdringing")


def _regulier(beeld: Beeld) -> model.Regulier:
    return beeld.eens(model.tegenover_2024, beeld.jaar)


def _bekend(waarde: float) -> bool:
    return getal(waarde) != getal(None)


def _legenda(regulier: model.Regulier) -> str:
    """Name the lines that are there."""
    toen = "  :gray[- -] zoals in 2024" if _bekend(regulier.regulier_2024) else ""
    afspraak = "  :blue[··] deel van de afspraak" if _bekend(regulier.deel_afspraak) else ""
    return f":green[—] **regulier**{toen}{afspraak}, woningen per jaar"


def _kop(beeld: Beeld) -> list[Stuk]:
    regulier = _regulier(beeld)
    return [
        kaarten(
            [
                (
                    f"Regulier in {regulier.jaar}",
                    getal(regulier.regulier),
                    f"{verschil(regulier.in_woningen['verschil'][-1])} t.o.v. 2024",
                    "Woningen per jaar die overblijven voor regulier woningzoekenden.",
                ),
                (
                    "Deel regulier",
                    procent(regulier.deel, 1),
                    _afspraak(regulier),
                    "Welk deel van wat vrijkomt overblijft voor regulier woningzoekenden.",
                ),
                (
                    "Verdringing",
                    getal(regulier.verdringing),
                    "verhuringen minder dan in 2024",
                    "Opgeteld over de gemeenten die erop achteruitgaan.",
                ),
            ],
            accent=None,
        )
    ]


def _afspraak(regulier: model.Regulier) -> str:
    """Say what the agreement of the region names."""
    return f"de afspraak noemt circa {procent(regulier.deel_afspraak)}" if _bekend(regulier.deel_afspraak) else ""


def _pad(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.regulier_pad_rijen(_regulier(beeld))
    spec = grafieken.lijnen(REEKSEN, beeld.jaren, grafieken.lijndomein(rijen), "Woningen per jaar", beeld.donker)
    return [
        grafiek(
            rijen,
            spec,
            "Lijnen per jaar: regulier, het niveau van 2024 en het deel van de afspraak. De tabel geeft dezelfde cijfers.",
        )
    ]


def _per_gemeente(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.regulier_rijen(_regulier(beeld))
    return [
        staven(
            beeld,
            rijen,
            "woningen per jaar",
            "Staven per gemeente. De tabel eronder geeft dezelfde cijfers.",
        )
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    rijen, omschrijving = _regulier(beeld).tabel, "Wat er per gemeente overblijft, tegenover 2024."
    delen = {_procent(deel) for deel in rijen["deel"] if _bekend(deel)} or {_procent(None)}
    onder = [*_minnen(beeld), *onbekend_in_totaal(beeld)]
    if len(delen) > 1:
        return [tabel(rijen, KOLOMMEN, omschrijving, profielen(beeld)), *onder]
    zonder = {naam: kolom for naam, kolom in KOLOMMEN.items() if naam != "deel"}
    niets = (rijen["vrij"] == 0).all()
    deel = "Een deel regulier is er niet: er komt nergens een woning vrij."
    waar = "" if rijen["deel"].isna().nunique() == 1 else " waar het bekend is"
    gelijk = bijschrift(deel if niets else f"Het deel regulier is in elke gemeente{waar} {delen.pop()}.")
    return [tabel(rijen, zonder, omschrijving, profielen(beeld)), gelijk, *onder]


def _minnen(beeld: Beeld) -> list[Stuk]:
    """Say what the losses in whole homes add up to, where that is not the verdringing of the card."""
    regulier = _regulier(beeld)
    heel, precies = getal(regulier.verlies), getal(regulier.verdringing)
    if getal(None) in (heel, precies) or heel == precies:
        return []
    zin = f"De minnen onder Verschil tellen in hele woningen op tot {heel}; onafgerond is de verdringing {getal(regulier.verdringing, 1)}."
    return [bijschrift(zin)]


def _per_jaar(beeld: Beeld) -> list[Stuk]:
    koppen = {"jaar": ("Jaar", str), **{naam: KOLOMMEN[naam] for naam in ("vrij", "regulier", "deel")}}
    return [tabel(_regulier(beeld).pad, koppen, "Wat er per jaar overblijft in de regio.")]

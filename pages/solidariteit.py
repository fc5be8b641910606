"""Solidariteit: who delivers above its share, for whom, and for whom there is no place."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, opsomming_kort, verschil
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    bijschrift,
    grafiek,
    kaarten,
    let_op_verdelen,
    onbekend_in_totaal,
    opschrift,
    profielen,
    staven,
    tabel,
    zin,
)
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import uitklap

TITEL = "Solidariteit"

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "capaciteit": ("Capaciteit", getal),
    "overschot": ("Overschot", getal),
    "geleverd": ("Levert aan anderen", getal),
    "ontvangen": ("Van anderen", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "plaatsingen": ("Plaatsingen", getal),
    "eigen_aandeel": ("Eigen aandeel", getal),
    "saldo": ("Plaatsingen min eigen aandeel", verschil),
    "vereffening": ("Vereffening", verschil),
}


STROMEN = {
    "van": ("Van", str),
    "naar": ("Naar", str),
    "aantal": ("Huishoudens per jaar", lambda aantal: getal(aantal, 1)),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    with st.columns(3)[0]:
        veld("jaar", beeld.regios)
    volgt(_kop)
    later(let_op_verdelen)
    links, rechts = st.columns(2, gap="medium")
    with links:
        volgt(
            _stromen,
            boven=[
                opschrift(
                    "Voor wie is er plek, en bij wie?",
                    f":blue[■] een andere gemeente levert  :orange[■] **geen plek**, {beeld.scenario.eenheid}",
                )
            ],
        )
        zonder = f" Zonder {opsomming_kort(beeld.uitkomst.onvolledig)}: onbekend." if beeld.uitkomst.onvolledig else ""
        st.caption(
            "Rechts het tekort van elke gemeente, links wie het overneemt. De stromen tellen op tot alle tekorten samen."
            + zonder
        )
    with rechts:
        volgt(
            _saldo,
            boven=[
                opschrift(
                    "Wie doet meer of minder dan zijn deel?",
                    f":gray[vereffening: geplaatst min haar deel van alle plaatsingen, huishoudens per jaar; samen 0{_met(beeld)}]",
                )
            ],
        )
        st.markdown(
            "**Wie betaalt?** Het saldo is geplaatst min het eigen aandeel; samen is dat wat de regio mist. De vereffening verdeelt wat er "
            f"wel geplaatst is: zij telt op tot 0{_met(beeld)}, en is daarmee waar een tarief op kan staan. Een tarief staat in geen enkele bron."
        )
        veld("tarief", beeld.regios)
    later(_tabel, boven=[opschrift("Per gemeente")])
    uitklap("De stromen in een tabel", "stromentabel", lambda: _stromen_in_een_tabel(beeld))
    uitlegvak(beeld, "vereffening")


def _met(beeld: Beeld) -> str:
    """Say that a sum of the region holds gemeenten that cannot be shown apart."""
    zonder = beeld.uitkomst.onvolledig
    telt = "meetelt" if len(zonder) == 1 else "meetellen"
    return f" met {opsomming_kort(zonder)}, die voor 0 mutaties {telt}" if zonder else ""


def _solidair(beeld: Beeld) -> model.Solidariteit:
    return beeld.eens(model.solidariteit, beeld.jaar, beeld.weergave.tarief)


def _kop(beeld: Beeld) -> list[Stuk]:
    solidair = _solidair(beeld)
    return [
        kaarten(
            [
                (
                    f"Niet geplaatst in {solidair.jaar}",
                    getal(solidair.niet_geplaatst),
                    "netto, na verevening",
                    "Wat er van alle tekorten overblijft als overschotten elders helpen, voor zover de verevening dat toelaat.",
                ),
                ("Tekorten", getal(solidair.tekort), "bruto, alle samen", "De som van de tekorten van de gemeenten."),
                (
                    "Overschotten",
                    getal(solidair.overschot),
                    "bruto, alle samen",
                    "Ongebruikte reservering in de ene gemeente, nog geen woning in een andere.",
                ),
                (
                    "Verevend",
                    getal(solidair.heel_verevend),
                    f"bij {getal(beeld.scenario.verevening)}% verevening",
                    "Wat van een overschot naar een tekort gaat: in hele woningen de tekorten min niet geplaatst. Daar is een afspraak voor "
                    "nodig.",
                ),
            ]
        )
    ]


def _stromen(beeld: Beeld) -> list[Stuk]:
    solidair = _solidair(beeld)
    if not solidair.kolommen["aantal"].size:
        bekend = getal(solidair.tekort) != getal(None)
        wie = "Geen gemeente waarvan het bekend is" if beeld.uitkomst.onvolledig else "Geen gemeente"
        return [zin(f"{wie} komt dit jaar tekort." if bekend else "De tekorten zijn onbekend.")]
    return [
        grafiek(
            grafieken.stromen_rijen(solidair),
            grafieken.stromen(min(len(beeld.regio.namen), grafieken.MEESTE), beeld.donker),
            "Stromen van wie levert naar wie tekortkomt. De tabel eronder geeft dezelfde cijfers.",
        )
    ]


def _saldo(beeld: Beeld) -> list[Stuk]:
    return [
        staven(
            beeld,
            grafieken.saldo_rijen(_solidair(beeld)),
            "huishoudens per jaar",
            "Staven per gemeente: vereffening. De tabel eronder geeft dezelfde cijfers.",
        )
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    kolommen = KOLOMMEN if beeld.weergave.tarief is None else {**KOLOMMEN, "bedrag": ("Vereffening in euro", verschil)}
    omschrijving = "Wie levert, wie ontvangt en voor wie er geen plek is."
    return [
        *map(zin, model.tarief_nul(beeld.weergave.tarief)),
        tabel(_solidair(beeld).tabel, kolommen, omschrijving, profielen(beeld)),
        *onbekend_in_totaal(beeld),
    ]


def _stromen_in_een_tabel(beeld: Beeld) -> None:
    if len(beeld.regio.namen) > grafieken.MEESTE:
        veld("gemeente", beeld.regios)
    later(_stromentabel)


def _stromentabel(beeld: Beeld) -> list[Stuk]:
    wie = beeld.regio.namen[beeld.regio.codes.index(beeld.gemeente)]
    stromen, weg = model.grootste_stromen(_solidair(beeld).stromen, wie)
    over = f"Alle stromen van en naar {wie}, en van de andere de grootste; {getal(weg)} kleinere zijn opgeteld. Kies een gemeente om de hare te zien."
    return [tabel(stromen, STROMEN, "Wie er levert, aan wie, en hoeveel."), *([bijschrift(over)] if weg else [])]

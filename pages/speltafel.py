"""Speltafel: a room of three rounds, and what its bids do to the gap, to each other and to regulier."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import NOOIT, benodigd, getal, procent, verschil
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen import speltafel
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.kamer import open_kamer
from pages.onderdelen.stukken import (
    let_op_verdelen,
    melding,
    onbekend_in_totaal,
    staven,
    tabel,
    teksttabel,
    zin,
)
from pages.onderdelen.woorden import kop, toon, uitklap

TITEL = "Speltafel"

PROFIEL = (
    "inwoners_2024",
    "woningen_2024",
    "corporatiewoningen_2024",
    "mutaties_liberalisatiegrens",
    "toewijzingen_2024",
)

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "percentage": ("Percentage", lambda waarde: procent(waarde, 1) if waarde == waarde else ""),
    "plekken": ("Extra plekken", getal),
    "nieuwbouw": ("Nieuwbouw", getal),
    "overgenomen": ("Overgenomen", verschil),
    "fair_share": ("Fair share", getal),
    "capaciteit": ("Capaciteit", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "draagt": ("Draagt t.o.v. fair share", verschil),
    "regulier_verschil": ("Regulier t.o.v. begin", verschil),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "**1** Open de tafel: een kamer van drie rondes. **2** Ieder biedt voor een gemeente, op een eigen toestel of samen op een. **3** Kijk na elke "
        f"ronde wie nog geen plek heeft. Het doel van de tafel: hoogstens **{getal(beeld.weergave.hoogstens)}** huishoudens zonder "
        f"plek in {beeld.kern.jaar}."
    )
    later(let_op_verdelen)
    teken_later(_open)
    speltafel.regels(beeld)
    volgt(speltafel.stand)
    with st.container():
        if beeld.weergave.bod:
            speltafel.rondes(beeld)
    later(_bezwaren)
    veld("gemeente", beeld.regios)
    volgt(_na_deze_ronde)
    st.markdown("**Wie heeft er nog geen plek?** De streep is het begin.")
    volgt(_wie)
    kop("Alle biedingen")
    later(_tabel)
    st.caption(
        f"In {beeld.kern.jaar}, het eindjaar van dit scenario. Het kopcijfer links rekent met de verevening van het scenario; hier "
        "helpt een overschot een ander pas als die het overneemt. De kamer geeft na elke ronde een link naar deze bladzijde, met alles "
        "wat de tafel biedt."
    )
    uitklap("Gemeenteprofiel", "profielkaart", lambda: _profielkaart(beeld))


def _open(beeld: Beeld) -> None:
    open_kamer(beeld, "Open de Speltafel", spel=True)


def _bezwaren(beeld: Beeld) -> list[Stuk]:
    bezwaren = model.bezwaren(beeld.uitkomst, speltafel.ronde(beeld), beeld.weergave)
    return [melding("Dit mag niet van de spelregels.", *bezwaren, soort="fout")] if bezwaren else []


def _na_deze_ronde(beeld: Beeld) -> list[Stuk]:
    profiel = model.profiel(beeld.uitkomst, beeld.gemeente)
    plek = beeld.regio.codes.index(beeld.gemeente)
    nodig = benodigd(profiel.benodigd_percentage)
    zou = "geen percentage is genoeg" if nodig == NOOIT else f"nodig zou {nodig} zijn"
    over = model.in_het_jaar(speltafel.ronde(beeld).uitkomst, ("niet_geplaatst",))["niet_geplaatst"][plek]
    return [
        zin(
            f"{profiel.naam}: fair share {getal(profiel.heel('opgave'))}, er komen {getal(profiel.heel('vrij'))} woningen vrij; "
            f"{zou}. Na deze ronde: "
            f"**{getal(over)}** zonder plek."
        )
    ]


def _wie(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.ronde_rijen(beeld.uitkomst, speltafel.ronde(beeld))
    return [
        staven(beeld, rijen, f"zonder plek, {beeld.scenario.eenheid}", "Niet geplaatst per gemeente na deze ronde.")
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    biedingen = model.ronde_tabel(beeld.uitkomst, speltafel.ronde(beeld))
    afspraken = [zin(" ".join(model.afspraken(beeld.uitkomst, speltafel.ronde(beeld))))]
    rijen = tabel(biedingen, KOLOMMEN, "Het bod van elke gemeente en wat het oplevert.")
    return [*afspraken, rijen, *onbekend_in_totaal(beeld)]


def _profielkaart(beeld: Beeld) -> None:
    """The card on the table: what is known of this gemeente."""
    gemeente = next(rij for rij in beeld.regio.gemeenten if rij.code == beeld.gemeente)
    kolommen = beeld.regio.register.kolommen
    rijen = [(kolommen[naam].naam, getal(getattr(gemeente, naam))) for naam in PROFIEL if naam in kolommen]
    toon(teksttabel(rijen, ("Cijfer", "Waarde"), "Wat er van deze gemeente bekend is.", "cijfers"))

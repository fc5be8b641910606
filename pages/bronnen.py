"""Bronnen en begrippen: every figure with its status and source, the words, and the equations."""

from datetime import date

import streamlit as st

from fairshare import MODELDATUM, MODELVERSIE
from fairshare.gegevens import Cijfer, lees_buiten_model, lees_document
from fairshare.lezingen.aannames import onzeker
from fairshare.opmaak import datum, getal
from fairshare.weergave import PARAMETERS
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, teksttabel
from pages.onderdelen.woorden import kop, toon, veilig

TITEL = "Bronnen en begrippen"

STATUSSEN = (
    ("gepubliceerd", "staat gedrukt in een bron"),
    ("herleid", "volgt uit gedrukte cijfers"),
    ("schatting", "een schatting met een vaste regel"),
    ("aangeleverd", "staat in het eigen bestand van de gebruiker"),
    ("onbekend", "geen bron; nooit 0"),
)


def render(beeld: Beeld) -> None:
    """Draw the page."""
    delen = {
        "Cijfers en bronnen": lambda: _cijfers(beeld),
        "Begrippen": lambda: st.markdown(lees_document("begrippen")),
        "Rekenregels": _rekenregels,
        "Buiten het model": _buiten,
        "Knoppen": _knoppen,
    }
    deel = st.radio("Deel", list(delen), horizontal=True, key="bronnen_delen", label_visibility="collapsed")
    delen[deel]()  # a browser lays out all that is there at each step of a slider


def _rekenregels() -> None:
    st.caption(
        f"Modelversie {MODELVERSIE}; uitkomsten voor het laatst veranderd op {datum(date.fromisoformat(MODELDATUM))}."
    )
    st.markdown(lees_document("rekenregels"))


def _buiten() -> None:
    st.markdown("Wat de bronnen noemen en het model niet uitrekent, met wat er wel voor is.")
    rijen = [(een.wat, een.ermee, een.bron) for een in lees_buiten_model()]
    koppen = ("Wat de bron noemt", "Wat de Verkenner ermee doet", "Bron")
    toon(teksttabel(rijen, koppen, "Wat buiten het model blijft."))


def _cijfers(beeld: Beeld) -> None:
    register = beeld.regio.register
    st.markdown(f"**{veilig(register.naam)}.** {veilig(register.toelichting)}")
    for voetnoot in register.voetnoten.values():
        st.markdown(veilig(voetnoot))
    st.markdown("Status: " + "; ".join(f"**{status}** {uitleg}" for status, uitleg in STATUSSEN) + ".")
    kop("Onbekend of onzeker in dit scenario")
    later(_onzeker)
    kop("Cijfers van de regio")
    _register(list(register.cijfers.values()), met_waarde=True)
    kop("Kolommen per gemeente")
    _register(list(register.kolommen.values()), met_waarde=False)


def _onzeker(beeld: Beeld) -> list[Stuk]:
    return [bijschrift(een) for een in onzeker(beeld.uitkomst)]


def _register(cijfers: list[Cijfer], met_waarde: bool) -> None:
    koppen = ["Cijfer", *(["Waarde"] if met_waarde else []), "Status", "Peiljaar", "Bron", "Toelichting"]
    rijen = [
        [
            cijfer.naam,
            *([_waarde(cijfer)] if met_waarde else []),
            cijfer.status,
            str(cijfer.peiljaar or ""),
            f"{cijfer.bron}. {cijfer.vindplaats}".strip(),
            " ".join(deel for deel in (cijfer.regel, cijfer.bereik and f"Bereik: {cijfer.bereik}.") if deel),
        ]
        for cijfer in cijfers
    ]
    toon(teksttabel(rijen, koppen, "Cijfers met status, peiljaar, bron en toelichting."))


def _waarde(cijfer: Cijfer) -> str:
    if cijfer.waarde is None:
        return getal(None)
    if cijfer.eenheid == "jaar":
        return str(int(cijfer.waarde))
    return f"{getal(cijfer.waarde, 0 if cijfer.waarde.is_integer() else 2)} {cijfer.eenheid}"


def _knoppen() -> None:
    st.markdown("Elke knop, met zijn naam in de link. De soort *weergave* verandert geen uitkomst.")
    rijen = [
        (naam, wat.label, wat.groep, wat.eenheid, wat.toegestaan, wat.hulp, wat.bron)
        for naam, wat in PARAMETERS.items()
    ]
    koppen = ("In de link", "Knop", "Soort", "Eenheid", "Toegestaan", "Betekenis", "Bron")
    toon(teksttabel(rijen, koppen, "Alle parameters van een link."))

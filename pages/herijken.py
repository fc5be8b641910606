"""Toen en nu: the same scenario on two editions of the region, and which new count moved what."""

import streamlit as st

from fairshare import link, model
from fairshare.fouten import ScenarioFout
from fairshare.gegevens import lees_regio, voorbeeldrealisatie
from fairshare.opmaak import getal, verschil
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen import realisatie
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, melding, opschrift, tabel, vragenlijst, zin

TITEL = "Toen en nu"

TELLINGEN = {
    "naam": ("Gemeente", str),
    "inwoners_toen": ("Inwoners toen", getal),
    "inwoners_nu": ("nu", getal),
    "corporatiewoningen_toen": ("Corporatiewoningen toen", getal),
    "corporatiewoningen_nu": ("nu", getal),
}
FIGUREN = {
    "eigen_aandeel": ("Aandeel in de opgave in {jaar}", "woningen per jaar"),
    "gewicht": ("Deel van elke opgave", "procent; de opgave zelf is onbekend"),
    "capaciteit": ("Capaciteit in {jaar}", "woningen per jaar voor urgenten"),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    anders = model.andere_editie(beeld.regio.sleutel)
    st.markdown(
        "Wat nieuwe tellingen veranderen, bij hetzelfde scenario. Een nieuwe editie staat naast de oude: een link zonder editie houdt de "
        "eerste, en elke link houdt zijn uitkomst."
    )
    if not anders:
        st.info("Van eigen cijfers zijn er geen edities: lees het nieuwe bestand in en bewaar van beide de link.")
        return
    later(_verder, anders)
    later(_tellingen, boven=[opschrift("Wat er opnieuw is geteld")])
    later(_verschoven)
    later(_gerealiseerd)


def _verder(beeld: Beeld, anders: str) -> list[Stuk]:
    """Give the link to the same scenario in the other edition."""
    adres = link.schrijf(beeld.scenario.met(regio=anders))
    return [vragenlijst([("", [(f"Reken verder met {lees_regio(anders).register.naam}", f"./?{adres}")], "")])]


def _her(beeld: Beeld) -> model.Herijking | None:
    """Give both outcomes; None where the scenario cannot be on one of them."""
    try:
        return beeld.eens(_herijk)
    except ScenarioFout:
        return None


def _herijk(uitkomst: model.Uitkomst) -> model.Herijking:
    return model.herijking(uitkomst.scenario)


def _tellingen(beeld: Beeld) -> list[Stuk]:
    her = _her(beeld)
    if her is None:
        return [melding("", "Met de cijfers van de andere editie kan dit scenario niet; verruim de grenzen.")]
    return [
        tabel(model.tellingen(her), TELLINGEN, "Per gemeente de tellingen van toen en van nu."),
        bijschrift(f"Toen: 1 januari 2024. Nu: 1 januari {her.jaar}. Bron: CBS."),
    ]


def _verschoven(beeld: Beeld) -> list[Stuk]:
    her = _her(beeld)
    return [] if her is None else [stuk for figuur in (her.figuur, "capaciteit") for stuk in _figuur(her, figuur)]


def _figuur(her: model.Herijking, figuur: str) -> list[Stuk]:
    kop, eenheid = FIGUREN[figuur]
    plaatsen = model.decimalen(figuur)
    kolommen = {
        "naam": ("Gemeente", str),
        "toen": ("Toen", lambda waarde: getal(waarde, plaatsen)),
        "nu": ("Nu", lambda waarde: getal(waarde, plaatsen)),
        "verschil": ("Verschil", lambda waarde: verschil(waarde, plaatsen)),
        "waardoor": ("Waardoor", str),
    }
    cijfers, wat = model.wat_verschoof(her, figuur), kop.format(jaar=her.toen.eindjaar)
    if not cijfers["waardoor"].any():
        return [opschrift(wat, eenheid), zin("Geen van de nieuwe tellingen verandert dit.")]
    omschrijving = f"{wat}: toen, nu, het verschil en welke telling dat deed."
    return [opschrift(wat, eenheid), tabel(cijfers, kolommen, omschrijving)]


def _gerealiseerd(beeld: Beeld) -> list[Stuk]:
    """Show what was realised: of this session, else an example that says that it is made up."""
    her = _her(beeld)
    if her is None:
        return []
    eigen = model.gerealiseerd(her, realisatie.bewaard(beeld))
    voorbeeld = voorbeeldrealisatie(her.toen.bron)
    rijen = eigen if eigen is not None else voorbeeld and model.gerealiseerd(her, voorbeeld)
    if rijen is None:
        return [bijschrift(f"Toewijzingen van {her.jaar} invullen kan bij", monitoring="Monitoring")]
    herkomst = "ingevuld bij Monitoring" if eigen is not None else "verzonnen voorbeeld, geen registratie"
    kolommen = {
        "naam": ("Gemeente", str),
        "toen": ("In 2024", getal),
        "nu": (f"In {her.jaar}", getal),
        "verschil": ("Verschil", verschil),
    }
    return [
        opschrift("Toegewezen aan urgenten", f"woningen per jaar; {her.jaar}: {herkomst}"),
        tabel(rijen, kolommen, f"Toewijzingen in 2024 en in {her.jaar} ({herkomst})."),
        bijschrift(
            "Er wordt niet mee gerekend: het pad begint bij de toewijzingen van 2024.",
            monitoring="Vul eigen cijfers in.",
        ),
    ]

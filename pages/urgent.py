"""Wie is urgent: the groups of the law beside the wider ones, what regions add, and who is outside the fair share."""

import streamlit as st

from fairshare.gegevens import lees_urgentie
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, teksttabel
from pages.onderdelen.woorden import kop, toon

TITEL = "Wie is urgent"

GELIJK = {True: "= gelijk", False: "≠ niet gelijk", None: "geen paar in de bron"}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    wie = lees_urgentie()
    st.markdown(
        f"Wie bij het toewijzen voorgaat, in eigen woorden. De wet noemt **{len(wie.wettelijk)} groepen**; het afsprakenkader en de "
        f"presentatie noemen er {sum(groep.kader for groep in wie.wettelijk)}, bewust smal: voor wie het kwetsbaarst is. Hoeveel mensen "
        "elke groep telt, is onbekend: de bron toont dat alleen in een figuur."
    )
    kop("Wettelijk urgent")
    rijen = [
        (
            groep.letter,
            groep.groep,
            groep.aandachtsgroep,
            " ".join(deel for deel in (f"{GELIJK[groep.gelijk]}.", groep.verschil) if deel),
            "ja" if groep.kader else "nee",
        )
        for groep in wie.wettelijk
    ]
    koppen = ("Onder", "Wie urgent is", "De ruimere aandachtsgroep", "Is dat hetzelfde?", "Genoemd in het kader")
    toon(
        teksttabel(rijen, koppen, "De groepen van art. 12 lid 3 van de Huisvestingswet 2014, versie 1-7-2026."),
        bijschrift(
            "De paren volgen overzicht 1 van Platform31 (februari 2025), dat van het wetsvoorstel uitging. De voorwaarden per groep staan "
            "in een ministeriële regeling, die niet is gevonden.",
            wettelijk="Wat de wet zegt.",
        ),
    )
    kop("Regionaal urgent")
    regionaal = [(groep.waar, groep.groep, groep.toelichting, groep.bron) for groep in wie.regionaal]
    koppen = ("Waar", "Wie", "Toelichting", "Bron")
    toon(
        teksttabel(regionaal, koppen, "Groepen die een regio aan de wet toevoegt, voor zover de bronnen ze noemen."),
        bijschrift("Lokale groepen met een aantal kunt u zelf meebrengen.", gegevens="Eigen gegevens."),
    )
    kop("Buiten de fair share")
    buiten = [(groep.groep, groep.waarom, groep.bron) for groep in wie.buiten]
    toon(
        teksttabel(
            buiten,
            ("Wie", "Waarom", "Bron"),
            "Wie niet wettelijk urgent is; iemand uit deze groepen kan het om een andere reden wel zijn.",
        )
    )

"""Over deze Verkenner: version, data, and what happens with what a visitor brings."""

from datetime import date

import streamlit as st

from fairshare import MODELDATUM, MODELVERSIE
from fairshare.gegevens import lees_document
from fairshare.opmaak import datum
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.toegang import moet_aanmelden
from pages.onderdelen.woorden import kop, toon

TITEL = "Over"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        f"Modelversie **{MODELVERSIE}**; uitkomsten voor het laatst veranderd op **{datum(date.fromisoformat(MODELDATUM))}**. "
        "Vrije software onder de EUPL-1.2; de rekenregels staan bij *Bronnen en begrippen*, en met alle andere documenten op een "
        "eigen plek: [Documentatie](docs/)."
    )
    kop("Wat er anders is sinds rekenmodel 1")
    _veranderingen()
    kop("Gegevens")
    rijen = [
        (regio.register.naam, str(len(regio.gemeenten)), regio.vingerafdruk, regio.register.toelichting)
        for regio in beeld.regios.values()
    ]
    toon(teksttabel(rijen, ("Regio", "Gemeenten", "Vingerafdruk", "Toelichting"), "De gegevens per regio."))
    st.caption(
        "De vingerafdruk verandert met elk cijfer; dezelfde link met dezelfde vingerafdruk geeft dezelfde uitkomst."
    )
    kop("Wat met uw gegevens gebeurt")
    st.markdown(
        "Een bestand dat u kiest en cijfers die u intypt blijven in het geheugen van uw sessie; zij komen niet op een schijf en "
        "verdwijnen enkele minuten nadat u de pagina sluit. Laadt u haar binnen die tijd opnieuw, dan is uw eigen regio er nog, in "
        "deze browser en nergens anders. Het scenario staat in de link en nergens anders. Er gaat niets naar buiten: geen "
        "statistieken, geen lettertypen of scripts van anderen. Persoonsgegevens horen hier niet; een bestand met een kolom "
        "die ernaar uitziet, of met vrije tekst zoals opmerkingen, wordt geweigerd."
    )
    st.markdown(
        "In het log van de app komen alleen fouten, met een nummer en de melding van het programma. Staat nginx ervoor zoals in "
        "compose.yaml, dan schrijft die per vraag het netwerkadres, de tijd en de pagina op: geen scenario, geen bestand."
    )
    st.markdown(f"Deze installatie is {_open()}.")


def _open() -> str:
    """Say who may come in."""
    return "alleen voor wie is aangemeld" if moet_aanmelden() else "open voor wie haar adres kan bereiken"


def _veranderingen() -> None:
    """Show the text and the table of ``docs/rekenmodel-2.md``; the table scrolls by itself where the screen is narrow."""
    regels = lees_document("rekenmodel-2").splitlines()
    koppen, _, *rijen = ([cel.strip() for cel in regel.strip("|").split("|")] for regel in regels if regel[:1] == "|")
    st.markdown("\n".join(regel for regel in regels if regel[:1] != "|"))
    toon(teksttabel(rijen, koppen, "Wat er anders is sinds rekenmodel 1."))

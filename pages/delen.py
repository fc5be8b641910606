"""Delen en meenemen: the link with its stamp, a QR code, a few words, and files that other tools open."""

from dataclasses import replace
from functools import partial

import streamlit as st

from fairshare import koppen
from fairshare.export import SOORTEN, Stempel, Wens, maak, naam
from fairshare.export.qr import qr
from fairshare.gegevens import is_eigen
from fairshare.verhaal import scenes
from fairshare.weergave import TEKENINGEN
from pages.bediening import adres
from pages.bediening.velden import veld
from pages.levend.slepen import teken_later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import kop

TITEL = "Delen en meenemen"

UITLEG = {
    "xlsx": "Bladen met gegevens, parameters en de hele berekening als formules: een ander percentage rekent door.",
    "pptx": "Een dia per vraag, ook over de gekozen gemeente, met grafieken die PowerPoint kan bewerken en notities bij elke dia.",
    "pdf": "Op papier, voor het college van de gekozen gemeente.",
    "csv": "Alle gemeenten en jaren op hoogstens twee decimalen, zoals Excel ze opent: puntkomma's en komma's.",
    "parquet": "Hetzelfde, onafgerond en met typen.",
    "png": "De gekozen grafiek als plaatje.",
    "svg": "De gekozen grafiek als tekening.",
    "html": "Het hele verhaal van Presenteren in een bestand dat geen internet nodig heeft.",
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    veld("titel", beeld.regios)
    links, rechts = st.columns([3, 1], gap="medium")
    with links:
        kop("De link")
        teken_later(_link)
    with rechts:
        kop("Voor telefoons")
        teken_later(_qr)
    kop("Bestanden")
    veld("gemeente", beeld.regios)
    gekozen = st.radio("Grafiek", list(TEKENINGEN), format_func=TEKENINGEN.get, horizontal=True, key="grafiek")
    teken_later(_bestanden, gekozen)


def _link(beeld: Beeld) -> None:
    st.code(adres.deelbaar(beeld.uitkomst), language=None, wrap_lines=True)
    st.caption(
        "In de link staan het hele scenario en een stempel van de uitkomst: geeft hij later iets anders, dan zegt de Verkenner dat. "
        "Wie hem opent werkt los van u: wat een van beiden daarna verandert, ziet de ander niet."
    )
    if is_eigen(beeld.scenario.regio):
        st.warning("Deze link gebruikt eigen gegevens. Wie hem opent, kiest hetzelfde bestand; stuur dat dus mee.")
    kop("In het kort")
    st.code(koppen.kort(beeld.uitkomst, beeld.kern), language=None, wrap_lines=True)


def _qr(beeld: Beeld) -> None:
    st.image(qr(adres.deelbaar(beeld.uitkomst)), width=240, alt="QR-code van de link hiernaast")


def _bestanden(beeld: Beeld, grafiek: str) -> None:
    stempel = Stempel.van(beeld.uitkomst, adres.deelbaar(beeld.uitkomst), beeld.weergave)
    wens = Wens(gemeente=beeld.gemeente, grafiek=grafiek)

    def bestand(soort: str) -> bytes:
        """Make a file when it is asked for; only one of them tells the story."""
        verteld = scenes(beeld.scenario, beeld.weergave, beeld.regios) if soort == "html" else ()
        return maak(soort, beeld.uitkomst, stempel, replace(wens, scenes=verteld))

    for soort, label in SOORTEN.items():
        knop, uitleg = st.columns([1, 3], vertical_alignment="center")
        knop.download_button(
            label,
            partial(bestand, soort),
            file_name=naam(soort, beeld.uitkomst, stempel, wens),
            on_click="ignore",
            key=f"bestand_{soort}",
            width="stretch",
        )
        uitleg.markdown(UITLEG[soort])
    st.caption(
        "Elk bestand noemt het scenario met wat daarin is gewijzigd, de link, de datum en de modelversie; presentatie, werkboek, "
        "PDF en CSV ook de aannames met hun status en de bronnen."
    )

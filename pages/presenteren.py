"""Presenteren: the story on the projector, one message a screen, live in the scenario."""

import streamlit as st

from fairshare import grafieken
from fairshare.gegevens import Verhaalstap
from fairshare.scenario import parameter
from fairshare.verhaal import Boodschap, naast_de_gok, op_de_kaart, stappen, vertel
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.projector import begin, gegokt, geopend, gok, knoppen, projector, schalen, schuift, vraagt
from pages.onderdelen.stukken import grafiek, kaarten, legenda, zin
from pages.onderdelen.woorden import kop

TITEL = "Presenteren"

__all__ = ["TITEL", "begin", "geopend", "render"]

GROTER = 1.4
"""How much larger a chart is drawn than on the other pages."""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    projector()
    verhaal = stappen(beeld.weergave)
    nummer = min(beeld.weergave.stap, len(verhaal))
    stap = verhaal[:nummer][-1]
    kop(f"{nummer}. {stap.titel}")
    with st.container(key="toneel"):
        if vraagt(stap):
            with st.container(key="vraag"):
                volgt(_vraag)
                gok()
        else:
            _antwoord(beeld, stap)
    knoppen(beeld, verhaal)


def _stap(beeld: Beeld) -> Verhaalstap:
    return op_de_kaart(stappen(beeld.weergave)[: beeld.weergave.stap][-1], beeld.weergave)


def _boodschap(beeld: Beeld) -> Boodschap:
    return vertel(_stap(beeld).soort, beeld.uitkomst, beeld.gemeente)


def _vraag(beeld: Beeld) -> list[Stuk]:
    """Let the room guess first: nothing else is on the screen."""
    return [kaarten([("De vraag aan de zaal", "?", "", "")], accent=None), zin(_boodschap(beeld).vraag)]


def _cijfer(beeld: Beeld) -> list[Stuk]:
    boodschap, gedacht = _boodschap(beeld), gegokt()
    stukken = [kaarten([(boodschap.woord, boodschap.cijfer, "", "")], accent=None), zin(boodschap.zin)]
    if _stap(beeld).vraag and gedacht is not None:
        stukken.append(zin(naast_de_gok(boodschap, gedacht)))
    return stukken


def _tekening(beeld: Beeld) -> list[Stuk]:
    soort = _stap(beeld).tekening
    ruimte = schalen(beeld).get(soort)
    tekening = grafieken.teken(soort, beeld.uitkomst, beeld.gemeente, beeld.donker, ruimte)
    return [
        legenda("   ".join(f":{kleur}[■] {woord}" for woord, kleur in tekening.legenda) or tekening.titel),
        grafiek(tekening.rijen, grafieken.groot(tekening.spec, GROTER), tekening.titel, "verhaaltekening"),
    ]


def _antwoord(beeld: Beeld, stap: Verhaalstap) -> None:
    """Show the figure, the sentence and the chart."""
    links, rechts = st.columns([9, 11], gap="large", vertical_alignment="center")
    with links:
        volgt(_cijfer)
        if schuift(stap):
            st.markdown(f":gray[{parameter('reservering').label}]")
            beeld.plekken["reservering"] = st.container()
    with rechts:
        if stap.soort == "gemeente":
            veld("gemeente", beeld.regios)
        volgt(_tekening)

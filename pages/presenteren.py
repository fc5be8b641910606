"""Presenteren: the story on the projector, one message a screen, live in the scenario."""

import streamlit as st

from fairshare import grafieken
from fairshare.gegevens import Verhaalstap
from fairshare.scenario import parameter
from fairshare.verhaal import Boodschap, naast_de_gok, stappen, vertel
from pages.onderdelen.bediening import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.projector import gegokt, gok, knoppen, projector, schuift, vraagt
from pages.onderdelen.woorden import grafiek, veilig

TITEL = "Presenteren"

GROTER = 1.4
"""How much larger a chart is drawn than on the other pages."""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    projector()
    st.title(TITEL, anchor=False)
    verhaal = stappen(beeld.weergave)
    nummer = min(beeld.weergave.stap, len(verhaal))
    stap = verhaal[:nummer][-1]
    boodschap = vertel(stap.soort, beeld.uitkomst, beeld.gemeente)
    st.subheader(f"{nummer}. {veilig(stap.titel)}", anchor=False)
    with st.container(key="toneel"):
        if vraagt(stap):
            _vraag(boodschap)
        else:
            _antwoord(beeld, stap, boodschap)
    knoppen(beeld, verhaal)


def _vraag(boodschap: Boodschap) -> None:
    """Let the room guess first: nothing else is on the screen."""
    with st.container(key="vraag"):
        st.metric("De vraag aan de zaal", "?")
        st.markdown(veilig(boodschap.vraag))
        gok()


def _antwoord(beeld: Beeld, stap: Verhaalstap, boodschap: Boodschap) -> None:
    """Show the figure, the sentence and the chart."""
    links, rechts = st.columns([9, 11], gap="large", vertical_alignment="center")
    with links:
        st.metric(boodschap.woord, boodschap.cijfer)
        st.markdown(veilig(boodschap.zin))
        gedacht = gegokt()
        if stap.vraag and gedacht is not None:
            st.markdown(veilig(naast_de_gok(boodschap, gedacht)))
        if schuift(stap):
            st.markdown(f":gray[{parameter('reservering').label}]")
            beeld.plekken["reservering"] = st.container()
    with rechts:
        if stap.soort == "gemeente":
            veld("gemeente", beeld.regios)
        tekening = grafieken.teken(stap.tekening, beeld.uitkomst, beeld.gemeente, beeld.donker)
        with st.container(key="legenda"):
            woorden = [f":{kleur}[■] {woord}" for woord, kleur in tekening.legenda]
            st.markdown("&emsp;".join(woorden) or f":gray[{veilig(tekening.titel)}]")
        with st.container(key="verhaaltekening"):
            spec = grafieken.groot(tekening.spec, GROTER)
            grafiek(tekening.rijen, spec, f"verhaal_{stap.tekening}", tekening.titel)


if __name__ == "__main__":
    bewaak()

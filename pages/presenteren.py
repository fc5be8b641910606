"""Presenteren: the story on the projector, one message a screen, live in the scenario."""

import streamlit as st

from fairshare import grafieken
from fairshare.gegevens import lees_verhaal
from fairshare.verhaal import vertel
from pages.onderdelen.bediening import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.projector import knoppen, projector
from pages.onderdelen.woorden import grafiek, veilig

TITEL = "Presenteren"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    projector()
    st.title(TITEL, anchor=False)
    stappen = lees_verhaal()
    nummer = min(beeld.weergave.stap, len(stappen))
    stap = stappen[:nummer][-1]
    boodschap = vertel(stap.soort, beeld.uitkomst, beeld.gemeente)
    tekening = grafieken.teken(stap.tekening, beeld.uitkomst, beeld.gemeente, beeld.donker)
    st.subheader(f"{nummer}. {stap.titel}", anchor=False)
    links, rechts = st.columns([9, 11], gap="large")
    with links, st.container(key="boodschap"):
        st.metric(boodschap.woord, boodschap.cijfer)
        st.markdown(veilig(boodschap.zin))
        beeld.plekken["reservering"] = st.container()
    with rechts:
        if stap.soort == "gemeente":
            veld("gemeente", beeld.regios)
        with st.container(key="verhaaltekening"):
            st.markdown(f":gray[{veilig(tekening.titel)}]")
            grafiek(tekening.rijen, tekening.spec, f"verhaal_{stap.tekening}", boodschap.zin)
    knoppen(beeld, stappen)


if __name__ == "__main__":
    bewaak()

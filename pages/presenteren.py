"""Presenteren: the story on the projector, one message a screen, live in the scenario."""

import streamlit as st

from fairshare import grafieken
from fairshare.verhaal import naast_de_gok, stappen, vertel
from pages.onderdelen.bediening import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.projector import gok, knoppen, projector, vraagt
from pages.onderdelen.woorden import grafiek, veilig

TITEL = "Presenteren"


def render(beeld: Beeld) -> None:
    """Draw the page."""
    projector()
    st.title(TITEL, anchor=False)
    verhaal = stappen(beeld.weergave)
    nummer = min(beeld.weergave.stap, len(verhaal))
    stap = verhaal[:nummer][-1]
    boodschap = vertel(stap.soort, beeld.uitkomst, beeld.gemeente)
    tekening = grafieken.teken(stap.tekening, beeld.uitkomst, beeld.gemeente, beeld.donker)
    st.subheader(f"{nummer}. {veilig(stap.titel)}", anchor=False)
    links, rechts = st.columns([9, 11], gap="large")
    with links, st.container(key="boodschap"):
        if vraagt(stap):
            st.metric("De vraag aan de zaal", "?")
            st.markdown(veilig(boodschap.vraag))
            gok()
        else:
            st.metric(boodschap.woord, boodschap.cijfer)
            st.markdown(veilig(boodschap.zin))
            gegokt = gok(zichtbaar=False)
            if stap.vraag and gegokt is not None:
                st.markdown(veilig(naast_de_gok(boodschap, gegokt)))
        beeld.plekken["reservering"] = st.container()
    with rechts:
        if stap.soort == "gemeente":
            veld("gemeente", beeld.regios)
        with st.container(key="verhaaltekening"):
            if not vraagt(stap):
                st.markdown(f":gray[{veilig(tekening.titel)}]")
                grafiek(tekening.rijen, tekening.spec, f"verhaal_{stap.tekening}", boodschap.zin)
    knoppen(beeld, verhaal)


if __name__ == "__main__":
    bewaak()

"""The one figure that a region may lack: asked for above every page, with starting points that nobody chooses in silence."""

import streamlit as st

from fairshare import model
from fairshare.opmaak import getal
from pages.bediening import adres
from pages.bediening.velden import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import veilig


def vraag_opgave(beeld: Beeld) -> None:
    """Draw the question where the opgave is unknown: buttons for the starting points, and a field."""
    if beeld.opgave_bekend:
        return
    with st.container(border=True, key="opgavevraag"):
        st.markdown(
            f"**Een cijfer ontbreekt: hoeveel urgente huishoudens zijn er per jaar in {veilig(beeld.regio.register.naam)}?** "
            "Kies een uitgangspunt of typ een eigen cijfer; het blijft een aanname."
        )
        punten = model.uitgangspunten(beeld.regio)
        kolommen = st.columns(len(punten) + 1, vertical_alignment="bottom")
        for nummer, (kolom, punt) in enumerate(zip(kolommen, punten, strict=False)):
            with kolom:
                st.caption(f"{veilig(punt.uitleg)}. Bron: {veilig(punt.bron)}.")
                st.button(
                    f"{punt.naam}: {getal(punt.opgave)}",
                    key=f"uitgangspunt{nummer}",
                    on_click=adres.zet,
                    args=(beeld.scenario.met(opgave=punt.opgave),),
                    width="stretch",
                )
        with kolommen[-1]:
            veld("opgave", beeld.regios)

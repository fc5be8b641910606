"""The rounds of the table that stand in a link, and the rules of who leads it; they are played in a room."""

import streamlit as st

from fairshare import model
from fairshare.opmaak import getal
from fairshare.zaal.spel import REGELS
from pages.bediening import adres
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import Kaart, kaarten


def regels(beeld: Beeld) -> None:
    """Set the rules before the table opens."""
    with st.popover("Spelregels van de gespreksleider", width="content"):
        for regel in REGELS:
            veld(regel, beeld.regios)


def rondes(beeld: Beeld) -> None:
    """Look at a round that was played; the next one begins where this one ended."""
    nu = beeld.weergave.ronde
    with st.container(horizontal=True, vertical_alignment="center"):
        for nummer in range(model.laatste_ronde(beeld.weergave.bod) + 1):
            st.button(
                naam(nummer),
                key=f"naar_ronde_{nummer}",
                on_click=_ga,
                args=(nummer,),
                type="primary" if nummer == nu else "secondary",
            )
        st.button("Zonder deze rondes", on_click=_opnieuw)


def naam(ronde: int) -> str:
    """Name a round."""
    return f"Ronde {ronde}" if ronde else "Begin"


def ronde(beeld: Beeld, nummer: int | None = None) -> model.Ronde:
    """Play up to a round, else up to the present one."""
    return beeld.eens(model.speel, beeld.weergave.bod, beeld.weergave.ronde if nummer is None else nummer)


def stand(beeld: Beeld) -> list[Stuk]:
    """Draw a low card for each round: how many have no home; a round that nobody bid in yet says so."""
    laatste = model.laatste_ronde(beeld.weergave.bod)
    beschrijvingen: list[Kaart] = []
    for nummer in range(model.RONDES + 1):
        gespeeld, leeg = ronde(beeld, nummer), nummer > laatste
        gehaald = not leeg and model.gehaald(gespeeld.gat, beeld.weergave)
        beschrijvingen.append(
            (
                naam(nummer),
                "–" if leeg else getal(gespeeld.gat),
                "nog niet gespeeld" if leeg else "doel gehaald" if gehaald else "ieder voor zich",
                "Hoeveel huishoudens in de hele regio geen plek hebben, ieder voor zich: een overschot helpt een "
                "ander pas als die het overneemt.",
            )
        )
    return [kaarten(beschrijvingen, min(beeld.weergave.ronde, laatste))]


def _ga(ronde: int) -> None:
    adres.zet(adres.huidig(), (), adres.weergave().met(ronde=ronde))


def _opnieuw() -> None:
    adres.zet(adres.huidig(), (), adres.weergave().met(bod=(), ronde=1))

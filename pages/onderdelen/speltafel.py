"""The controls of the table game: which round, and the bid of the gemeente that has the turn. Bids stand in the link."""

from typing import Any

import streamlit as st

from fairshare import link, model
from fairshare.fouten import Fout
from fairshare.opmaak import procent
from fairshare.weergave import HOOGSTE_BOD, PARAMETERS
from pages.onderdelen import adres
from pages.onderdelen.beeld import Beeld

PERCENTAGES = [half / 2 for half in range(2 * HOOGSTE_BOD + 1)]
"""What can be bid, by halves."""

WIDGET = f"{adres.WIDGET}bod:"
"""Begins as every widget of a parameter does, so that it follows when the scenario is set from elsewhere."""


def rondes(beeld: Beeld) -> None:
    """Choose the round; the next one begins where this one ended."""
    nu = beeld.weergave.ronde
    with st.container(horizontal=True, vertical_alignment="center"):
        for nummer in range(model.RONDES + 1):
            naam = "Begin" if not nummer else f"Ronde {nummer}"
            st.button(
                naam,
                key=f"naar_ronde_{nummer}",
                on_click=_ga,
                args=(nummer,),
                type="primary" if nummer == nu else "secondary",
            )
        st.button("Begin opnieuw", on_click=_opnieuw, disabled=not beeld.weergave.bod)
    with st.container():
        if not nu:
            st.caption("Zo begint de tafel: het scenario, zonder biedingen. Kies een ronde om te bieden.")


def bod(beeld: Beeld) -> None:
    """Draw the bid of the gemeente that someone looks at."""
    ronde, code = beeld.weergave.ronde, beeld.gemeente
    plek = beeld.regio.codes.index(code)
    gespeeld = model.speel(beeld.uitkomst, beeld.weergave.bod, ronde)
    dicht = {"disabled": not ronde}
    _slider("p", "Percentage van wat vrijkomt", float(gespeeld.percentage[plek]), beeld, dicht)
    links, rechts = st.columns(2, vertical_alignment="bottom")
    with links:
        _getal("e", "Extra plekken per jaar", int(gespeeld.plekken[plek]), beeld, dicht)
    with rechts:
        _getal("n", "Nieuwbouw per jaar", int(gespeeld.nieuwbouw[plek]), beeld, dicht)
    namen = {ander: naam for ander, naam in zip(beeld.regio.codes, beeld.regio.namen, strict=True) if ander != code}
    for label, werkwoord in (("Overnemen van", "van"), ("Overdragen aan", "aan")):
        links, rechts = st.columns(2, vertical_alignment="bottom")
        ander = links.selectbox(label, list(namen), format_func=namen.get, key=f"{werkwoord}_{code}", **dicht)
        if ander:
            wie, van_wie = (code, ander) if werkwoord == "van" else (ander, code)
            al = int(gespeeld.overgenomen[beeld.regio.codes.index(wie), beeld.regio.codes.index(van_wie)])
            with rechts:
                _getal(van_wie, f"Huishoudens {werkwoord} {namen[ander]}", al, beeld, dicht, wie)


def _slider(soort: str, label: str, waarde: float, beeld: Beeld, hoe: dict[str, Any]) -> None:
    sleutel = _sleutel(soort, beeld)
    st.session_state.setdefault(sleutel, waarde)
    st.select_slider(
        label,
        PERCENTAGES,
        waarde,
        format_func=lambda deel: procent(deel, 1),
        key=sleutel,
        on_change=_neem_over,
        args=(soort, beeld),
        **hoe,
    )


def _getal(soort: str, label: str, waarde: int, beeld: Beeld, hoe: dict[str, Any], wie: str = "") -> None:
    sleutel = _sleutel(soort, beeld, wie)
    st.session_state.setdefault(sleutel, waarde)
    st.number_input(label, 0, 5000, waarde, 1, key=sleutel, on_change=_neem_over, args=(soort, beeld, wie), **hoe)


def _sleutel(soort: str, beeld: Beeld, wie: str = "") -> str:
    return f"{WIDGET}{beeld.weergave.ronde}.{wie or beeld.gemeente}.{soort}"


def _neem_over(soort: str, beeld: Beeld, wie: str = "") -> None:
    """Put a bid in the link, of this gemeente or of the one that takes over; one that does not fit is named."""
    nu, scenario = adres.weergave(), adres.huidig()
    waarde = st.session_state[_sleutel(soort, beeld, wie)]
    boden = model.met_bod(nu.bod, nu.ronde, wie or beeld.gemeente, soort, waarde)
    if len(link.schrijf(scenario, nu.met(bod=boden))) > link.LANGSTE_LINK:
        fout = Fout(
            "bod",
            PARAMETERS["bod"].schrijf(boden[-1:]),
            "de link van dit spel wordt te lang; begin opnieuw of bied minder vaak",
        )
        adres.zet(scenario, (fout,), nu)
        return
    adres.onthoud(scenario, nu.met(bod=boden, gaf=""))


def _ga(ronde: int) -> None:
    adres.zet(adres.huidig(), (), adres.weergave().met(ronde=ronde))


def _opnieuw() -> None:
    adres.zet(adres.huidig(), (), adres.weergave().met(bod=(), ronde=1))

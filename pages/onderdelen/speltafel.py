"""The controls of the table game: which round, and the bid of the gemeente that has the turn. Bids stand in the link."""

from dataclasses import replace
from typing import Any

import streamlit as st

from fairshare import link, model
from fairshare.fouten import Fout, Getypt
from fairshare.opmaak import getal
from fairshare.parameters import Paren
from fairshare.weergave import HOOGSTE_BOD, PARAMETERS
from pages.bediening import adres
from pages.bediening.schuifveld import schuifveld
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.getalveld import getalveld, getypt
from pages.onderdelen.stukken import Kaart, kaarten
from pages.onderdelen.woorden import veilig

_BOD = PARAMETERS["bod"]
assert isinstance(_BOD, Paren)
AANTAL = replace(_BOD.waarde, stap=1, eenheid="aantal per jaar")
"""What can be bid in homes, places or households."""

PERCENTAGE = replace(_BOD.waarde, hoog=HOOGSTE_BOD, eenheid="procent van de mutaties")
"""What can be bid as a percentage."""

PERCENTAGES = PERCENTAGE.stappen()

REGELS = ("hoogstens", "plafond", "minimum", "eigen_deel")
"""What who leads the table can set."""

WIDGET = f"{adres.WIDGET}bod:"
"""Begins as every widget of a parameter does, so that it follows when the scenario is set from elsewhere."""


def rondes(beeld: Beeld) -> None:
    """Choose the round; the next one begins where this one ended. Beside it the rules of who leads the table."""
    nu = beeld.weergave.ronde
    with st.container(horizontal=True, vertical_alignment="center"):
        for nummer in range(model.RONDES + 1):
            st.button(
                naam(nummer),
                key=f"naar_ronde_{nummer}",
                on_click=_ga,
                args=(nummer,),
                type="primary" if nummer == nu else "secondary",
            )
        st.button("Begin opnieuw", on_click=_opnieuw, disabled=not beeld.weergave.bod)
        with st.popover("Spelregels van de gespreksleider", width="content"):
            for regel in REGELS:
                veld(regel, beeld.regios)
    with st.container():
        if not nu:
            st.caption("Zo begint de tafel: het scenario, zonder biedingen. Kies een ronde om te bieden.")


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
        gehaald = not leeg and model.gehaald(gespeeld, beeld.weergave)
        beschrijvingen.append(
            (
                naam(nummer),
                "–" if leeg else getal(gespeeld.gat),
                "nog geen bod" if leeg else "doel gehaald" if gehaald else "ieder voor zich",
                "Hoeveel huishoudens per jaar in de hele regio geen plek hebben, ieder voor zich: een overschot helpt een "
                "ander pas als die het overneemt.",
            )
        )
    return [kaarten(beschrijvingen, beeld.weergave.ronde)]


def bod(beeld: Beeld) -> None:
    """Draw the bid of the gemeente that someone looks at."""
    gespeeld = ronde(beeld)
    plek = beeld.regio.codes.index(beeld.gemeente)
    dicht = {"disabled": not beeld.weergave.ronde}
    _slider("p", "Percentage van wat vrijkomt", float(gespeeld.percentage[plek]), beeld, dicht)
    links, rechts = st.columns(2, vertical_alignment="bottom")
    with links:
        _getal("e", "Extra plekken per jaar", int(gespeeld.plekken[plek]), beeld, dicht)
    with rechts:
        _getal("n", "Nieuwbouw per jaar", int(gespeeld.nieuwbouw[plek]), beeld, dicht)
    _ruil(beeld, gespeeld, dicht)


def _ruil(beeld: Beeld, gespeeld: model.Ronde, dicht: dict[str, Any]) -> None:
    """Draw both ways of housing households for each other, in words, and what has been agreed."""
    code = beeld.gemeente
    namen = dict(zip(beeld.regio.codes, beeld.regio.namen, strict=True))
    eigen, anderen = namen[code], {ander: naam for ander, naam in namen.items() if ander != code}
    uitleg = {
        "van": f"{eigen} huisvest huishoudens die bij een andere gemeente horen; haar opgave wordt groter, die van de ander kleiner.",
        "aan": f"Een andere gemeente huisvest huishoudens die bij {eigen} horen; haar opgave wordt groter, die van {eigen} kleiner.",
    }
    for label, werkwoord in (("Overnemen van", "van"), ("Overdragen aan", "aan")):
        links, rechts = st.columns(2, vertical_alignment="bottom")
        ander = links.selectbox(
            label, list(anderen), format_func=anderen.get, key=f"{werkwoord}_{code}", help=uitleg[werkwoord], **dicht
        )
        if ander:
            wie, van_wie = (code, ander) if werkwoord == "van" else (ander, code)
            al = int(gespeeld.overgenomen[beeld.regio.codes.index(wie), beeld.regio.codes.index(van_wie)])
            with rechts:
                _getal(van_wie, f"Huishoudens {werkwoord} {anderen[ander]}", al, beeld, dicht, wie)
    afgesproken = " ".join(model.afspraken(beeld.uitkomst, gespeeld))
    st.caption(
        f"**Overnemen**: {veilig(eigen)} huisvest huishoudens van een ander. **Overdragen**: een ander huisvest huishoudens "
        f"van {veilig(eigen)}. " + (f"Afgesproken: {veilig(afgesproken)}" if afgesproken else "Nog niets afgesproken.")
    )


def _slider(soort: str, label: str, waarde: float, beeld: Beeld, hoe: dict[str, Any]) -> None:
    sleutel = _sleutel(soort, beeld)
    # Without a bid it follows the scenario; set only when it differs, because a quick hand is ahead of the screen.
    if st.session_state.get(sleutel) != waarde:
        st.session_state[sleutel] = waarde
    schuifveld(
        label,
        replace(PERCENTAGE, label=label),
        PERCENTAGES,
        waarde,
        sleutel,
        lambda getypt: _neem_percentage(getypt, soort, beeld),
        on_change=_neem_over,
        args=(soort, beeld),
        **hoe,
    )


def _getal(soort: str, label: str, waarde: int, beeld: Beeld, hoe: dict[str, Any], wie: str = "") -> None:
    sleutel = _sleutel(soort, beeld, wie)
    getalveld(label, replace(AANTAL, label=label), waarde, sleutel, _neem_over, (soort, beeld, wie, label), **hoe)


def _sleutel(soort: str, beeld: Beeld, wie: str = "") -> str:
    return f"{WIDGET}{beeld.weergave.ronde}.{wie or beeld.gemeente}.{soort}"


def _neem_percentage(waarde: float | Getypt | None, soort: str, beeld: Beeld) -> None:
    """Take over a percentage that was typed or stepped to."""
    if isinstance(waarde, Getypt):
        adres.zet(adres.huidig(), (waarde,), adres.weergave())
        return
    st.session_state[_sleutel(soort, beeld)] = waarde
    _neem_over(soort, beeld)


def _neem_over(soort: str, beeld: Beeld, wie: str = "", label: str = "") -> None:
    """Put a bid in the link, of this gemeente or of the one that takes over; one that does not fit is named."""
    nu, scenario = adres.weergave(), adres.huidig()
    sleutel = _sleutel(soort, beeld, wie)
    waarde = getypt(sleutel, replace(AANTAL, label=label)) if label else st.session_state[sleutel]
    if isinstance(waarde, Getypt):
        adres.zet(scenario, (waarde,), nu)
        return
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

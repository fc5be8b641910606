"""The control of a list of pairs: which years, keys or gemeenten, and a number for each."""

from collections.abc import Mapping
from itertools import permutations
from typing import Any

import streamlit as st

from fairshare.gegevens import Regio
from fairshare.model import ontbrekend
from fairshare.parameters import Keuze, Parameter, Paren, ParenMetJaar
from fairshare.scenario import Scenario, parameter
from pages.bediening import adres
from pages.bediening.overnemen import PAD_JAAR, neem_over
from pages.onderdelen.getalveld import getalveld

MEESTE_PAREN = 12
"""With more gemeenten than this only pairs with the gemeente that someone looks at can be added."""


def teken(naam: str, wat: Paren, waarde: Any, scenario: Scenario, regios: Mapping[str, Regio]) -> None:
    """Draw a list of pairs: which names, and a number for each."""
    opties = namen(naam, scenario, regios)
    sleutel = adres.WIDGET + naam
    if sleutel not in st.session_state:
        st.session_state[sleutel] = [paar[0] for paar in waarde]
    vast: dict[str, Any] = {"on_change": neem_over, "args": (regios,)}
    st.multiselect(
        wat.label,
        list(opties),
        [paar[0] for paar in waarde],
        format_func=opties.get,
        key=sleutel,
        placeholder="Voeg toe",
        help=hulp(wat),
        **vast,
    )
    for deel, getal, *jaar in waarde:
        label = f"{opties.get(deel, deel)}: {wat.waarde.eenheid}"
        getalveld(label, wat.waarde, getal, f"{sleutel}:{deel}", neem_over, (regios,))
        if isinstance(wat, ParenMetJaar):
            _jaar_van(wat, f"{sleutel}:{deel}{PAD_JAAR}", opties.get(deel, deel), jaar[0], vast)


def namen(naam: str, scenario: Scenario, regios: Mapping[str, Regio]) -> dict[str, str]:
    """Give what a list of pairs can be about, with its label: years, keys or gemeenten."""
    regio = regios[scenario.regio]
    if naam == "punten":
        return {str(jaar): str(jaar) for jaar in range(scenario.start, scenario.eind)}
    if naam == "ruil":
        return _ruilparen(regio, scenario)
    if naam == "gewichten":
        sleutels = parameter("sleutel")
        assert isinstance(sleutels, Keuze)
        return {naam: label for naam, label in sleutels.opties.items() if naam != "mix" and not ontbrekend(regio, naam)}
    return dict(zip(regio.codes, regio.namen, strict=True))


def _ruilparen(regio: Regio, scenario: Scenario) -> dict[str, str]:
    """Give the pairs that can trade, with their label; of many gemeenten those with the one that someone looks at."""
    namen = dict(zip(regio.codes, regio.namen, strict=True))
    gezien = adres.weergave().gemeente or regio.codes[0]
    gekozen = [(paar[:6], paar[7:]) for paar, _ in scenario.ruil]
    anderen = [code for code in namen if code != gezien]
    zijn = [*((gezien, code) for code in anderen), *((code, gezien) for code in anderen)]
    paren = permutations(namen, 2) if len(namen) <= MEESTE_PAREN else dict.fromkeys([*zijn, *gekozen])
    return {f"{van}-{naar}": f"{namen[van]} draagt over aan {namen[naar]}" for van, naar in paren}


def _jaar_van(wat: ParenMetJaar, sleutel: str, naam: str, jaar: int | None, vast: dict[str, Any]) -> None:
    """Draw in which year a pair holds; left open it is the end year."""
    st.session_state.setdefault(sleutel, jaar)
    opties = [None, *range(max(int(wat.jaar.laag), adres.huidig().start), int(wat.jaar.hoog) + 1)]
    st.selectbox(
        f"{naam}: in welk jaar",
        opties,
        opties.index(jaar),
        format_func=lambda keuze: "in het eindjaar" if keuze is None else str(keuze),
        key=sleutel,
        **vast,
    )


def hulp(wat: Parameter) -> str:
    """Give the help of a control: what it is, and where it comes from."""
    return f"{wat.hulp}\n\n*Bron:* {wat.bron}."

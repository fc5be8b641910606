"""The live sliders: where they stand, what they tell, and what they are told back."""

from typing import Any

import streamlit as st

from fairshare import model, opmaak
from fairshare.fouten import Getypt
from fairshare.gegevens import Regio
from fairshare.model import korte_naam, merken
from fairshare.model.getypt import uit_een_veld
from fairshare.model.kerncijfers import MERK_NODIG
from fairshare.model.knoppen import knop, stand
from fairshare.parameters import Getal, NietToegestaan
from fairshare.scenario import Scenario, parameter, standaard
from pages.bediening import adres, geschiedenis
from pages.levend import blad, slepen
from pages.levend.blad import Wanneer
from pages.levend.schuif import getypt, schuif
from pages.onderdelen.beeld import Beeld

LIVE = ("reservering", "mutatiegraad")
"""The sliders that move the screen while they are dragged."""

GEZIEN, GELEZEN = "_gezien", "_gelezen"


def teken_schuif(naam: str, beeld: Beeld) -> None:
    """Draw a live slider."""
    wat = knop(beeld.regio, naam)
    assert isinstance(wat, Getal)
    schuif(
        naam,
        wat,
        stand(beeld.regio, beeld.scenario, naam),
        _uiteinden(naam, wat, beeld.regio),
        gezien=_gezien().get(naam, 0),
        bij_getypt=lambda: _getypt(naam, beeld),
        gelezen=st.session_state.get(GELEZEN, 0),
    )


def _merk(deel: float, woord: str) -> str:
    return opmaak.benodigd(deel, 0) if woord == MERK_NODIG else opmaak.procent(deel)


def _uiteinden(naam: str, wat: Getal, regio: Regio) -> tuple[str, ...]:
    """Give what stands below a slider: its lowest value, what other values mean, its highest; one meaning beside its value."""
    betekent = {_merk(*merk): merk[1] for merk in merken(regio)} if naam == "reservering" else {}
    laag, hoog = (f"{opmaak.precies(einde)}%" for einde in (wat.laag, wat.hoog))
    links, rechts = (f"{einde} {betekent.pop(einde, '')}".strip() for einde in (laag, hoog))
    return links, ", ".join(f"{deel} {woord}" for deel, woord in betekent.items()), rechts


def _getypt(naam: str, beeld: Beeld) -> None:
    """Take over what was typed beside a slider; what cannot be stays out, and the screen says why."""
    st.session_state[GELEZEN] = st.session_state.get(GELEZEN, 0) + 1
    wat = knop(beeld.regio, naam)
    assert isinstance(wat, Getal)
    waarde = uit_een_veld(wat, getypt(naam))
    if isinstance(waarde, Getypt):
        adres.zet(adres.huidig(), (waarde,), adres.weergave())
    else:
        adres.zet(adres.huidig().met(**_gemeld(naam, waarde, beeld)), (), adres.weergave().met(gaf=""))


def geschoven(wanneer: Wanneer, beeld: Beeld) -> None:
    """Take over what a live slider tells; the address bar follows when it is let go.

    A browser tells again what a sheet carried last when Streamlit forgot it, as it does when the page changes: only what
    is newer counts.
    """
    gemeld = blad.stand(wanneer)
    naam, nummer = gemeld.get("naam"), gemeld.get("nummer")
    if naam not in LIVE or not isinstance(nummer, int) or nummer <= _gezien().get(naam, 0):
        return
    _gezien()[naam] = nummer
    adres.onthoud(adres.huidig().met(**_gemeld(naam, gemeld.get("waarde"), beeld)), adres.weergave().met(gaf=""))
    adres.sleept(not gemeld.get("los", True))
    adres.schrijf()
    geschiedenis.volg()
    if gemeld.get("stil", True):
        slepen.in_rust(gevolgd=gemeld.get("gevolgd", False))


def gevolgd(beeld: Beeld) -> dict[str, tuple[int, float]]:
    """Give what to tell the live sliders: the number of the last message of each, and its value."""
    return {naam: (_gezien().get(naam, 0), stand(beeld.regio, adres.huidig(), naam)) for naam in LIVE}


def noem(beeld: Beeld) -> str:
    """Give the words for a scenario: where the live sliders stand, and what else differs from the agreement."""
    standen = [f"{parameter(naam).label.lower()} {_toon(naam, beeld)}" for naam in LIVE]
    kaal = standaard(beeld.scenario.regio)
    rest = beeld.scenario.model_copy(update={naam: getattr(kaal, naam) for naam in LIVE})
    anders = [korte_naam(rest, beeld.regio)] if rest != kaal else []
    return ", ".join(standen + anders)


def _toon(naam: str, beeld: Beeld) -> str:
    return parameter(naam).toon(stand(beeld.regio, beeld.scenario, naam))


def _gezien() -> dict[str, int]:
    """Give the number of the last message of each live slider."""
    nummers: dict[str, int] = st.session_state.setdefault(GEZIEN, {})
    return nummers


def _gemeld(naam: str, waarde: Any, beeld: Beeld) -> dict[str, Any]:
    """Judge what a browser sent; what is not a value of the parameter is not taken over."""
    try:
        gekozen = knop(beeld.regio, naam).keur(waarde)
    except NietToegestaan:
        return {}
    eigen = naam in model.EIGEN_CIJFERS and gekozen == model.gekozen(beeld.regio, Scenario(), naam)
    return {naam: None if eigen else gekozen}

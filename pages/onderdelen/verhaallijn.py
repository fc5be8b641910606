"""The controls of an own story: add the present picture, move and remove steps, keep it as a link or a file."""

from collections.abc import Mapping, Sequence

import streamlit as st

from fairshare import link
from fairshare.export import Stempel, Wens, bestandsnaam, maak, naam
from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens import Regio, Verhaalstap, verhaal_uit
from fairshare.model import bereken, korte_naam
from fairshare.opmaak import getal
from fairshare.verhaal import bestand, naar_stap, scenes, schrijf_stap, stappen, vertel
from fairshare.weergave import BOODSCHAPPEN, TEKENINGEN, Weergave
from pages.bediening import adres
from pages.bediening.velden import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.kopieer import kopieer
from pages.onderdelen.stukken import paginalinks
from pages.onderdelen.woorden import toon, veilig

NAAM, SOORT, TEKENING, VRAAG, PLEK, BESTAND = (
    "_verhaal_titel",
    "_verhaal_soort",
    "_verhaal_tekening",
    "_verhaal_vraag",
    "_verhaal_plek",
    "_verhaal_bestand",
)

MEESTE_BYTES = 100_000
"""A story is a few lines of text; a larger file is none."""


def toevoegen(beeld: Beeld) -> None:
    """Make a step of the scenario that is shown: choose its message and its chart, and see what it will say."""
    verhaal = stappen(beeld.weergave)
    st.caption(
        f"Dit beeld is het scenario dat u nu ziet, met de knoppen links: **{veilig(korte_naam(beeld.scenario, beeld.regio))}**, "
        f"{getal(beeld.kern.niet_geplaatst)} niet geplaatst in {beeld.kern.jaar}. Een stap bewaart dat scenario en zegt er één ding over."
    )
    st.text_input("Titel van de stap", key=NAAM, max_chars=80, placeholder="bijvoorbeeld: Ons bod")
    soort = st.selectbox("Boodschap", list(BOODSCHAPPEN), 2, format_func=BOODSCHAPPEN.get, key=SOORT)
    tekening = st.selectbox("Tekening", list(TEKENINGEN), format_func=TEKENINGEN.get, key=TEKENING)
    with st.container():
        if "gemeente" in (soort, tekening):
            veld("gemeente", beeld.regios)
    st.checkbox("Eerst de zaal laten raden, daarna onthullen", key=VRAAG)
    st.markdown("Op de dia staat: " + veilig(vertel(soort, beeld.uitkomst, beeld.gemeente).zin))
    leeg = not st.session_state[NAAM].strip()
    with st.container(horizontal=True):
        st.button(
            "Voeg dit beeld toe",
            on_click=_voeg_toe,
            args=(verhaal, beeld.regios),
            disabled=leeg,
            type="primary",
            key="voeg_toe",
        )
        if not beeld.weergave.verhaal:
            st.button(
                "Begin leeg met dit beeld",
                on_click=_voeg_toe,
                args=((), beeld.regios),
                disabled=leeg,
                key="begin_leeg",
            )
    if leeg:
        st.caption("Geef de stap eerst een titel.")
    toon(paginalinks(presenteren="Bekijk het verhaal in Presenteren"))


def verplaatsen(beeld: Beeld, verhaal: Sequence[Verhaalstap]) -> None:
    """Choose a step, and move or remove it."""
    laatste = len(verhaal) - 1
    gekozen = st.selectbox(
        "Stap",
        range(len(verhaal)),
        min(st.session_state.get(PLEK, 0), laatste),
        format_func=lambda nummer: f"{nummer + 1}. {verhaal[nummer].titel}",
    )
    plekken = {"Eerder": (gekozen - 1, gekozen > 0), "Later": (gekozen + 1, gekozen < laatste)}
    with st.container(horizontal=True):
        for label, (doel, kan) in plekken.items():
            st.button(label, on_click=_verplaats, args=(verhaal, gekozen, doel, beeld.regios), disabled=not kan)
        st.button("Haal weg", on_click=_haal_weg, args=(verhaal, gekozen, beeld.regios), disabled=not laatste)
        if beeld.weergave.verhaal:
            st.button("Terug naar het meegeleverde verhaal", on_click=_bewaar, args=((), beeld.regios))


def meenemen(beeld: Beeld) -> None:
    """Give the story as a link, as a small file and as a web page, and take a file back in."""
    deelbaar = _link(beeld)
    kopieer("Kopieer de link van dit verhaal", deelbaar, "verhaallink")
    stempel = Stempel.van(beeld.uitkomst, deelbaar, beeld.weergave)
    opgeslagen = bestandsnaam("json", "fair-share", "verhaal", stempel.regio, stempel.scenario)
    with st.container(horizontal=True):
        st.download_button("Bewaar het verhaal", lambda: bestand(beeld.weergave), opgeslagen, on_click="ignore")
        st.download_button(
            "Webpagina zonder internet",
            lambda: maak(
                "html", beeld.uitkomst, stempel, Wens(scenes=scenes(beeld.scenario, beeld.weergave, beeld.regios))
            ),
            naam("html", beeld.uitkomst, stempel),
            on_click="ignore",
        )
    st.file_uploader("Open een bewaard verhaal", key=BESTAND, on_change=_open, args=(beeld.regios,), max_upload_size=1)


def _link(beeld: Beeld) -> str:
    """Give the link that opens the story at its first step, in the scenario of that step."""
    een = naar_stap(stappen(beeld.weergave)[0], beeld.scenario, beeld.weergave.met(stap=1), beeld.regios)
    uitkomst = bereken(beeld.regios[een.scenario.regio], een.scenario)
    return adres.deelbaar(uitkomst, "presenteren", een.weergave)


def _bewaar(verhaal: Sequence[str], regios: Mapping[str, Regio]) -> None:
    """Make this the own story; what cannot be is named, and the story stays what it was."""
    nu = dict(adres.huidig()) | dict(adres.weergave())
    delen = tuple(dict.fromkeys(verhaal))
    try:
        Weergave(verhaal=delen)
    except ValueError:
        fout = Fout("verhaal", "", Weergave.parameters()["verhaal"].toegestaan)
        adres.zet(adres.huidig(), (fout,), adres.weergave())
        return
    nieuw = link.passend(nu | {"verhaal": delen, "stap": 1}, regios, nu)
    if len(link.schrijf(nieuw.scenario, nieuw.weergave)) > link.LANGSTE_LINK:
        fout = Fout(
            "verhaal", "", "de link van dit verhaal wordt te lang; haal eerst een stap weg of kort de titels in"
        )
        adres.zet(adres.huidig(), (fout,), adres.weergave())
        return
    adres.zet(nieuw.scenario, nieuw.fouten, nieuw.weergave)


def _voeg_toe(verhaal: Sequence[Verhaalstap], regios: Mapping[str, Regio]) -> None:
    """Put the picture that is shown at the end of the story."""
    nu = adres.weergave()
    gezien = Weergave(gemeente=nu.gemeente, jaar=nu.jaar, motivering=nu.motivering)
    stap = Verhaalstap(
        titel=st.session_state[NAAM].strip(),
        link=link.kaal(adres.huidig(), gezien),
        soort=st.session_state[SOORT],
        tekening=st.session_state[TEKENING],
        vraag=st.session_state[VRAAG],
    )
    st.session_state[NAAM] = ""
    _bewaar([schrijf_stap(een) for een in (*verhaal, stap)], regios)


def _verplaats(verhaal: Sequence[Verhaalstap], van: int, naar: int, regios: Mapping[str, Regio]) -> None:
    delen = [schrijf_stap(stap) for stap in verhaal]
    delen.insert(naar, delen.pop(van))
    st.session_state[PLEK] = naar
    _bewaar(delen, regios)


def _haal_weg(verhaal: Sequence[Verhaalstap], welke: int, regios: Mapping[str, Regio]) -> None:
    _bewaar([schrijf_stap(stap) for nummer, stap in enumerate(verhaal) if nummer != welke], regios)


def _open(regios: Mapping[str, Regio]) -> None:
    """Take a story from a file."""
    gekozen = st.session_state[BESTAND]
    if gekozen is None:
        return
    try:
        if gekozen.size > MEESTE_BYTES:
            raise GegevensFout([Fout(gekozen.name, "", "dit bestand is te groot voor een verhaal; kies een ander")])
        verhaal = verhaal_uit(gekozen.getvalue())
    except GegevensFout as fout:
        adres.zet(adres.huidig(), fout.fouten, adres.weergave())
        return
    _bewaar([schrijf_stap(stap) for stap in verhaal], regios)

"""The scenarios beside the present one: add, name and remove them. They stand in the link."""

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from fairshare import link, model
from fairshare.fouten import Fout, Onbekend
from fairshare.gegevens import Regio
from fairshare.weergave import PARAMETERS
from pages.bediening import adres
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import veilig

MEESTE = PARAMETERS["naast"].meeste
PLAK, PRESET, KOLOM = "_plak", "_ernaast_preset", "_ernaast_kolom"


def kandidaten(beeld: Beeld) -> list[model.Kandidaat]:
    """Give the present scenario and those beside it, numbered as they stand on the screen."""
    gevonden = [model.van_uitkomst("Dit scenario", beeld.uitkomst)]
    for nummer, deel in enumerate(beeld.weergave.naast, start=1):
        if deel.startswith(link.KOLOM):
            kolom = model.van_kolom(beeld.regio, deel.removeprefix(link.KOLOM))
            gevonden.append(replace(kolom, naam=f"{nummer}: {kolom.naam}"))
        else:
            scenario = link.lees(deel, beeld.regios).scenario
            naam = f"{nummer}: {model.korte_naam(scenario, beeld.regio)}"
            gevonden.append(model.van_uitkomst(naam, model.bereken(beeld.regio, scenario)))
    return gevonden


def teken(beeld: Beeld) -> None:
    """Draw what can be added, and what is there with a way to remove it."""
    with st.container():
        if len(beeld.weergave.naast) < MEESTE:
            _toevoegen(beeld)
        else:
            st.caption("Vier naast elkaar is het meeste; haal er een weg om een ander toe te voegen.")
    with st.container(horizontal=True):
        for deel, kandidaat in zip(beeld.weergave.naast, kandidaten(beeld)[1:], strict=True):
            st.button(f"Haal weg: {veilig(kandidaat.naam)}", key=f"weg_{deel}", on_click=_haal_weg, args=(deel,))


def _toevoegen(beeld: Beeld) -> None:
    eerste, tweede, derde, vierde = st.columns(4, vertical_alignment="bottom")
    argumenten = (beeld.regios,)
    eerste.button("Zet dit scenario vast", on_click=_zet_vast, args=argumenten)
    namen = {preset.link: preset.naam for preset in beeld.presets}
    eigen = [tekst for tekst in namen if link.lees(tekst, beeld.regios).scenario.regio == beeld.scenario.regio]
    vast = {"index": None, "placeholder": "Kies"}
    tweede.selectbox(
        "Kant-en-klaar", eigen, format_func=namen.get, key=PRESET, on_change=_kies, args=(PRESET, *argumenten), **vast
    )
    kolommen = [f"{link.KOLOM}{letter}" for letter in model.KOLOMMEN] if beeld.regio.gepubliceerd else []
    derde.selectbox(
        "Gepubliceerde kolom",
        kolommen,
        format_func=lambda deel: model.KOLOMMEN[deel.removeprefix(link.KOLOM)],
        key=KOLOM,
        on_change=_kies,
        args=(KOLOM, *argumenten),
        **vast,
    )
    vierde.text_input("Plak een link", key=PLAK, on_change=_kies, args=(PLAK, *argumenten), placeholder="https://...")


def _kies(sleutel: str, regios: Mapping[str, Regio]) -> None:
    """Add what was chosen or pasted, and empty the field."""
    gekozen = st.session_state[sleutel]
    st.session_state[sleutel] = "" if sleutel == PLAK else None
    if gekozen:
        _voeg_toe(gekozen, regios)


def _zet_vast(regios: Mapping[str, Regio]) -> None:
    """Put the scenario of that moment beside itself."""
    _voeg_toe(link.kaal(adres.huidig()), regios)


def _voeg_toe(deel: str, regios: Mapping[str, Regio]) -> None:
    """Put a link or a column beside the scenario; what cannot be is named and nothing changes."""
    nu, weergave = adres.huidig(), adres.weergave()
    if not deel.startswith(link.KOLOM):
        gelezen = link.lees(deel, regios)
        if gelezen.fouten:
            adres.zet(nu, tuple(map(_geplakt, gelezen.fouten)), weergave)
            return
        deel = link.kaal(gelezen.scenario)
    naast = tuple(dict.fromkeys((*weergave.naast, deel)))
    nieuw = link.passend(dict(nu) | dict(weergave) | {"naast": naast}, regios, dict(nu) | dict(weergave))
    adres.zet_als_het_past(nu, nieuw.fouten, nieuw.weergave, "naast")


def _geplakt(fout: Fout) -> Fout:
    """Say of a name that means nothing that nothing was added for it."""
    return Fout(fout.waar, fout.waarde, "dit is geen link van deze Verkenner") if isinstance(fout, Onbekend) else fout


def _haal_weg(deel: str) -> None:
    nu = adres.weergave()
    adres.zet(adres.huidig(), (), nu.met(naast=tuple(ander for ander in nu.naast if ander != deel)))

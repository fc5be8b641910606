"""The sidebar: all controls below the figure that they are about, and the ways back.

Beleidskeuzes (what the region decides) and aannames (what the region assumes) stand apart.
"""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairshare import link, model, opmaak
from fairshare.gegevens import Preset, Regio
from fairshare.model import beginscenario, korte_naam
from fairshare.parameters import Paren
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import PARAMETERS
from pages.bediening import adres, geschiedenis
from pages.bediening.bladwijzers import bladwijzers
from pages.bediening.overnemen import zet_terug
from pages.bediening.schuiven import LIVE
from pages.bediening.velden import teken_veld
from pages.levend import blad, slepen
from pages.levend.blad import Stuk
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import uitklap, veilig

VOORAAN = ("reservering", "pad", "mutatiegraad")
"""The parameters that are always in sight; the others are folded away."""

PRESET = "_preset"


def teken(beeld: Beeld) -> dict[str, DeltaGenerator]:
    """Draw all controls in the sidebar below the figure that they are about; give the places of the live sliders."""
    plekken: dict[str, DeltaGenerator] = {}
    scenario, regios = beeld.scenario, beeld.regios
    with st.sidebar:
        slepen.volgt(kerncijfer)
        slepen.teken_later(_terug)
        _presets(beeld)
        _vooraan("Beleidskeuzes", "wat de regio kiest", "beleidskeuze", scenario, regios, plekken)
        _vooraan("Aannames", "wat de regio niet kiest", "aanname", scenario, regios, plekken)
        slepen.teken_later(_verder_terug)
        uitklap("Meer beleidskeuzes", "meer_beleidskeuze", lambda: _meer("beleidskeuze", scenario, regios))
        uitklap("Meer aannames", "meer_aanname", lambda: _meer("aanname", scenario, regios))
        uitklap("Bladwijzers", "bladwijzers", lambda: bladwijzers(regios))
    return plekken


def kerncijfer(beeld: Beeld) -> list[Stuk]:
    """Give the figure that all controls are about, and on one line what was chosen: a line more would move the sliders.

    On a phone the controls lie over the page; there it names the gemeente that someone looks at too.
    """
    begin = "deels afspraak, deels aanname" if beeld.regio.register.afspraak else _zoals(beeld.regio)
    keuze = begin if beeld.scenario == beginscenario(beeld.regio) else korte_naam(beeld.scenario, beeld.regio)
    wat = "wachten eind" if beeld.scenario.wacht else "niet geplaatst in"
    plek = beeld.regio.codes.index(beeld.gemeente)
    daar = f"{beeld.regio.namen[plek]}: {opmaak.getal(model.in_het_jaar(beeld.uitkomst, ('niet_geplaatst',))['niet_geplaatst'][plek])}"
    return [
        blad.html(
            f'<div class="kerncijfer"><small>Fair Share Verkenner</small><br><strong>{escape(beeld.regio.register.naam)}</strong>'
            f"<p><b>{escape(opmaak.getal(beeld.kern.niet_geplaatst))}</b> {escape(wat)} {escape(str(beeld.kern.jaar))}</p>"
            f'<p class="daar">{escape(daar)}</p>'
            f'<span class="keuze" title="{escape(keuze)}">{escape(keuze)}</span></div>'
        )
    ]


def _zoals(regio: Regio) -> str:
    """Say what a region begins with: of an agreement only what it contains."""
    afspraak = regio.register.afspraak
    return f"afspraken van {afspraak}; de rest is aangenomen" if afspraak else "de standaardwaarden"


def _presets(beeld: Beeld) -> None:
    """Draw the ready scenarios."""
    st.selectbox(
        "Kant-en-klaar scenario",
        [preset.naam for preset in beeld.presets],
        index=None,
        key=PRESET,
        placeholder="Kies een scenario",
        on_change=_kies_preset,
        args=(beeld.regios, beeld.presets),
        help="Zet alle knoppen in één keer. " + " ".join(f"**{p.naam}**: {p.uitleg}" for p in beeld.presets),
    )


def _terug(beeld: Beeld) -> None:
    """Draw the ways back that always stand there: one step, and to what the region begins with."""
    geschiedenis.teken(beeld.regios)
    _naar("het beginscenario", beginscenario(beeld.regio), beeld)


def _verder_terug(beeld: Beeld) -> None:
    """Draw the ways back to the preset and to the opened link; where one is already it keeps its place, so that no step moves what stands below."""
    st.empty()
    gekozen = next((preset for preset in beeld.presets if preset.naam == st.session_state.get(PRESET)), None)
    terug = {f"'{gekozen.naam}'": link.lees(gekozen.link, beeld.regios).scenario} if gekozen else {}
    terug["de geopende link"] = adres.geopend()
    gehad = [beginscenario(beeld.regio)]
    for naam, doel in terug.items():
        if doel not in gehad:
            _naar(naam, doel, beeld)
            gehad.append(doel)


def _naar(naam: str, doel: Scenario, beeld: Beeld) -> None:
    st.button(
        f"Terug naar {naam}",
        key=f"terug_{naam}",
        on_click=adres.zet,
        args=(doel,),
        disabled=doel == beeld.scenario,
        width="stretch",
    )


def _kies_preset(regios: Mapping[str, Regio], presets: Sequence[Preset]) -> None:
    for preset in presets:
        if preset.naam == st.session_state[PRESET]:
            adres.zet(link.lees(preset.link, regios).scenario)


def _vooraan(
    titel: str,
    uitleg: str,
    groep: str,
    scenario: Scenario,
    regios: Mapping[str, Regio],
    plekken: dict[str, DeltaGenerator],
) -> None:
    """Draw the parameters of one group that are always in sight."""
    st.markdown(f"**{titel}** :small[:gray[{uitleg}]]")
    for naam in (naam for naam in VOORAAN if PARAMETERS[naam].groep == groep):
        if naam in LIVE:
            plekken[naam] = st.container()
        else:
            teken_veld(naam, scenario, regios)


def _meer(groep: str, scenario: Scenario, regios: Mapping[str, Regio]) -> None:
    """Draw the other parameters of one group."""
    for naam, wat in PARAMETERS.items():
        if wat.groep == groep and naam not in VOORAAN and van_toepassing(naam, scenario, regios[scenario.regio]):
            teken_veld(naam, scenario, regios)


def van_toepassing(naam: str, scenario: Scenario, regio: Regio) -> bool:
    """Whether a parameter means something in this scenario and region; the points stand with the path itself."""
    return {
        "punten": False,
        "gewichten": scenario.sleutel == "mix",
        "uitval": scenario.wacht,
        "wachtend": scenario.wacht,
        "herhuisvesting": scenario.sloop > 0,
        "opgave": model.gekozen(regio, scenario, "opgave") >= 0,  # unknown is asked for above the page
        "taakstelling": regio.cijfer("statushouders") is not None,
        "lokaal": any(rij.groep for rij in regio.gemeenten),
    }.get(naam, True)


def veranderd(beeld: Beeld) -> None:
    """Draw what is another choice than what the region begins with, each with its own way back."""
    begin = beginscenario(beeld.regio)
    anders = model.anders_dan(beeld.scenario, begin)
    st.caption("Veranderd:" if anders else f"Nu: {veilig(_zoals(beeld.regio))}.", width="content")
    for naam in anders:
        st.button(
            _chip(naam, beeld.scenario, begin),
            key=f"veranderd_{naam}",
            on_click=zet_terug,
            args=(naam, beeld.regios),
        )


def _chip(naam: str, scenario: Scenario, begin: Scenario) -> str:
    """Say what was changed, and where its button leads; of a list how long it is, because it holds codes."""
    wat, nu, was = parameter(naam), getattr(scenario, naam), getattr(begin, naam)
    if isinstance(wat, Paren):
        return f"**{wat.label} ({len(nu)})** · {'terug' if was else 'weghalen'}"
    return f"**{wat.label} {wat.toon(nu)}** · terug naar {wat.toon(was)}"

"""The controls of a scenario: one place, the same on each page, derived from the parameters.

Beleidskeuzes (what the region decides) and aannames (what the region assumes) stand apart.
"""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from fairshare import link, model, opmaak
from fairshare.fouten import Getypt
from fairshare.gegevens import Preset, Regio
from fairshare.model import beginscenario, korte_naam, merken, ontbrekend, suggestie_opgave
from fairshare.model.invoer import op_het_eigen_pad
from fairshare.model.knoppen import knop, stappen
from fairshare.parameters import Getal, Keuze, NietToegestaan, Parameter, Paren, ParenMetJaar, Tekst
from fairshare.scenario import Scenario, parameter
from fairshare.weergave import PARAMETERS, Weergave
from pages.levend import blad, slepen
from pages.levend.blad import Stuk, Wanneer
from pages.levend.schuif import schuif
from pages.onderdelen import adres, geschiedenis
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.getalveld import getalveld, getypt
from pages.onderdelen.woorden import uitklap, veilig

VOORAAN = ("reservering", "pad", "mutatiegraad")
"""The parameters that are always in sight; the others are folded away."""

BEGIN = {"gewichten": 50, "inzet": 10, "bouw": 10, "ruil": 10, "afwijking": 30}
"""With which number a newly added pair begins; a point of an own path begins on the line."""

MEESTE_STAPPEN = 500
"""A slider has at most this many steps; beyond it a number is typed."""

MEESTE_IN_EEN_RIJ = 20
"""With more gemeenten than this a list is easier to search than a row of buttons."""

MEESTE_PAREN = 12
"""With more gemeenten than this only pairs with the gemeente that someone looks at can be added."""

PAD_JAAR = "@"
"""How the key of the year of a pair ends."""

LIVE = ("reservering", "mutatiegraad")
"""The sliders that move the screen while they are dragged."""

VAN_DE_REGIO = (
    "opgave",
    "taakstelling",
    "mutatiegraad",
    "afwijking",
    "ruil",
    "inzet",
    "bouw",
    "lokaal",
    "bovengrens",
    "ondergrens",
)
"""The parameters that mean something else in another region; there they begin as the region does."""

PRESET, GEZIEN = "_preset", "_gezien"


def teken(beeld: Beeld) -> dict[str, DeltaGenerator]:
    """Draw all controls in the sidebar below the figure that they are about; give the places of the live sliders."""
    plekken: dict[str, DeltaGenerator] = {}
    scenario, regios, regio = beeld.scenario, beeld.regios, beeld.regio
    with st.sidebar:
        slepen.volgt(kerncijfer)
        slepen.teken_later(_terug)
        _presets(beeld)
        _vooraan("Beleidskeuzes", "wat de regio kiest", "beleidskeuze", scenario, regios, plekken)
        _vooraan("Aannames", "wat de regio niet in de hand heeft", "aanname", scenario, regios, plekken)
        uitklap("Meer beleidskeuzes", "meer_beleidskeuze", lambda: _meer("beleidskeuze", scenario, regios))
        uitklap("Meer aannames", "meer_aanname", lambda: _meer("aanname", scenario, regios))
        suggestie = suggestie_opgave(regio)
        if scenario.opgave is None and suggestie is not None:
            st.caption(f"Suggestie voor de opgave (schatting, een derde van de mutaties): {opmaak.getal(suggestie)}.")
        geschiedenis.bladwijzers()
    return plekken


def kerncijfer(beeld: Beeld) -> list[Stuk]:
    """Give the figure that all controls are about, and on one line what was chosen: a line more would move the sliders."""
    keuze = _zoals(beeld.regio) if beeld.scenario == beginscenario(beeld.regio) else korte_naam(beeld.scenario)
    wat = "wachten eind" if beeld.scenario.wacht else "niet geplaatst in"
    return [
        blad.html(
            f'<div class="kerncijfer"><small>Fair Share Verkenner</small><br><strong>{escape(beeld.regio.register.naam)}</strong>'
            f"<p><b>{escape(opmaak.getal(beeld.kern.niet_geplaatst))}</b> {escape(wat)} {escape(str(beeld.kern.jaar))}</p>"
            f'<span class="keuze" title="{escape(keuze)}">{escape(keuze)}</span></div>'
        )
    ]


def _zoals(regio: Regio) -> str:
    """Say what a region begins with: of an agreement only what it contains."""
    afspraak = regio.register.afspraak
    return f"afspraken van {afspraak}; de rest is aangenomen" if afspraak else "de standaardwaarden"


def teken_schuif(naam: str, beeld: Beeld) -> None:
    """Draw a live slider."""
    uiteinden = (
        [f"{opmaak.procent(deel)} {woord}" for deel, woord in merken(beeld.regio)] if naam == "reservering" else []
    )
    schuif(
        naam,
        knop(beeld.regio, naam),
        _stand(naam, beeld.scenario, beeld.regio),
        uiteinden,
        gezien=_gezien().get(naam, 0),
    )


def _stand(naam: str, scenario: Scenario, regio: Regio) -> Any:
    """Give the value of a parameter, the region's own where it is left open; unknown is None."""
    waarde = getattr(scenario, naam)
    if waarde is not None or naam not in model.EIGEN_CIJFERS:
        return waarde
    eigen = model.gekozen(regio, scenario, naam)
    if eigen != eigen:
        return None
    return int(eigen) if isinstance(PARAMETERS[naam], Getal) and PARAMETERS[naam].geheel else eigen


def _gezien() -> dict[str, int]:
    """Give the number of the last message of each live slider."""
    nummers: dict[str, int] = st.session_state.setdefault(GEZIEN, {})
    return nummers


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
    return {naam: (_gezien().get(naam, 0), _stand(naam, adres.huidig(), beeld.regio)) for naam in LIVE}


def noem(beeld: Beeld) -> str:
    """Give the words for a scenario: where the live sliders stand, and what else differs from the agreement."""
    standen = [f"{parameter(naam).label.lower()} {_toon(naam, beeld)}" for naam in LIVE]
    rest = beeld.scenario.met(**{naam: getattr(Scenario(), naam) for naam in LIVE})
    anders = [korte_naam(rest)] if rest != Scenario(regio=rest.regio) else []
    return ", ".join(standen + anders)


def _toon(naam: str, beeld: Beeld) -> str:
    return parameter(naam).toon(_stand(naam, beeld.scenario, beeld.regio))


def _gemeld(naam: str, waarde: Any, beeld: Beeld) -> dict[str, Any]:
    """Judge what a browser sent; what is not a value of the parameter is not taken over."""
    try:
        gekozen = knop(beeld.regio, naam).keur(waarde)
    except NietToegestaan:
        return {}
    eigen = naam in model.EIGEN_CIJFERS and gekozen == model.gekozen(beeld.regio, Scenario(), naam)
    return {naam: None if eigen else gekozen}


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
    """Draw the ways back: one step, to the agreement, to the preset, to the opened link.

    The first stands there always, because a button that comes moves the sliders below it.
    """
    geschiedenis.teken(beeld.regios)
    gekozen = next((preset for preset in beeld.presets if preset.naam == st.session_state.get(PRESET)), None)
    terug = [("het beginscenario", beginscenario(beeld.regio))]
    if gekozen:
        terug.append((f"'{gekozen.naam}'", link.lees(gekozen.link, beeld.regios).scenario))
    terug.append(("de geopende link", adres.geopend()))
    for nummer, (naam, doel) in enumerate(terug):
        hier = doel == beeld.scenario
        if not nummer or (not hier and doel not in [ander for _, ander in terug[:nummer]]):
            st.button(
                f"Terug naar {naam}",
                key=f"terug{nummer}",
                on_click=adres.zet,
                args=(doel,),
                disabled=hier,
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
    st.markdown(f"**{titel}**  \n:small[:gray[{uitleg}]]")
    for naam in (naam for naam in VOORAAN if PARAMETERS[naam].groep == groep):
        if naam in LIVE:
            plekken[naam] = st.container()
        else:
            _veld(naam, scenario, regios)


def _meer(groep: str, scenario: Scenario, regios: Mapping[str, Regio]) -> None:
    """Draw the other parameters of one group."""
    for naam, wat in PARAMETERS.items():
        if wat.groep == groep and naam not in VOORAAN and _van_toepassing(naam, scenario, regios[scenario.regio]):
            _veld(naam, scenario, regios)


def _van_toepassing(naam: str, scenario: Scenario, regio: Regio) -> bool:
    """Whether a parameter means something in this scenario and region; the points stand with the path itself."""
    return {
        "punten": False,
        "gewichten": scenario.sleutel == "mix",
        "uitval": scenario.wacht,
        "wachtend": scenario.wacht,
        "herhuisvesting": scenario.sloop > 0,
        "taakstelling": regio.cijfer("statushouders") is not None,
        "lokaal": any(rij.groep for rij in regio.gemeenten),
    }.get(naam, True)


def veranderd(beeld: Beeld) -> None:
    """Draw what is another choice than what the region begins with, each with its own way back."""
    begin = beginscenario(beeld.regio)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        anders = model.anders_dan(beeld.scenario, begin)
        st.caption("Veranderd:" if anders else f"Nu: {veilig(_zoals(beeld.regio))}.", width="content")
        for naam in anders:
            st.button(
                _chip(naam, beeld.scenario, begin),
                key=f"veranderd_{naam}",
                on_click=_zet_terug,
                args=(naam, beeld.regios),
            )


def _chip(naam: str, scenario: Scenario, begin: Scenario) -> str:
    """Say what was changed, and where its button leads; of a list how long it is, because it holds codes."""
    wat, nu, was = parameter(naam), getattr(scenario, naam), getattr(begin, naam)
    if isinstance(wat, Paren):
        return f"**{wat.label} ({len(nu)})** · {'terug' if was else 'weghalen'}"
    return f"**{wat.label} {wat.toon(nu)}** · terug naar {wat.toon(was)}"


def _zet_terug(naam: str, regios: Mapping[str, Regio]) -> None:
    """Give one parameter the value that the region begins with, and let go of what it then no longer needs."""
    nu = dict(adres.huidig()) | dict(adres.weergave())
    waarden = nu | {naam: getattr(beginscenario(regios[nu["regio"]]), naam)}
    gelezen = link.passend(_volg(waarden, False, regios), regios, nu)
    adres.zet(gelezen.scenario, gelezen.fouten, gelezen.weergave)


def veld(naam: str, regios: Mapping[str, Regio]) -> None:
    """Draw the control of one parameter on a page."""
    _veld(naam, adres.huidig(), regios)


def neem_over(label: str, scenario: Scenario | None) -> None:
    """Offer to make this the scenario; what there is nothing for keeps its place."""
    with st.container():
        if scenario is not None and scenario != adres.huidig():
            st.button(label, on_click=adres.zet, args=(scenario,))


def _veld(naam: str, scenario: Scenario, regios: Mapping[str, Regio]) -> None:
    """Draw the control of one parameter, of the kind that fits it."""
    regio = regios[scenario.regio]
    wat = knop(regio, naam)
    waarde = (dict(scenario) | dict(adres.weergave()))[naam]
    if isinstance(wat, Paren):
        _paren(naam, wat, waarde, _namen(naam, scenario, regios), regios)
        return
    sleutel = adres.WIDGET + naam
    waarde = _op_het_scherm(naam, waarde, scenario, regio)
    if not _wordt_getypt(wat):
        st.session_state.setdefault(sleutel, waarde)
    vast: dict[str, Any] = {"key": sleutel, "help": _hulp(wat), "on_change": _neem_over, "args": (regios,)}
    if naam == "regio":
        _kies(wat.label, list(regios), waarde, lambda sleutel: regios[sleutel].register.naam, vast)
    elif naam == "gemeente":
        namen = dict(zip(regio.codes, regio.namen, strict=True))
        if len(namen) > MEESTE_IN_EEN_RIJ:
            _kies(wat.label, list(namen), waarde, namen.get, vast)
        else:
            st.pills(wat.label, list(namen), default=waarde, format_func=namen.get, required=True, **vast)
    elif isinstance(wat, Keuze):
        _kies(wat.label, list(wat.opties), waarde, _keuzelabel(naam, wat, regio), vast)
    elif isinstance(wat, Getal):
        _getal(naam, wat, waarde, scenario, regio, vast)
    elif isinstance(wat, Tekst):
        st.text_input(wat.label, waarde, wat.meeste, **vast)
    if naam == "pad":
        with st.container():
            if scenario.pad == "eigen":
                _veld("punten", scenario, regios)


# Each control gets its value twice: in the session, which rules, and as its default, because a browser that draws a
# control anew while pages change starts from the default.


def _kies(label: str, opties: list[str], waarde: str, schrijf: Any, vast: dict[str, Any]) -> None:
    st.selectbox(label, opties, opties.index(waarde), format_func=schrijf, **vast)


def _getal(naam: str, wat: Getal, waarde: Any, scenario: Scenario, regio: Regio, vast: dict[str, Any]) -> None:
    label = f"{wat.label} ({wat.eenheid})"
    if _wordt_getypt(wat):
        sleutel = vast.pop("key")
        getalveld(label, wat, waarde, sleutel, vast.pop("on_change"), placeholder="onbekend", **vast)
        return
    kan = [stap for stap in stappen(regio, naam) if _kan(naam, stap, scenario, regio)]
    opties = sorted({*kan, waarde}) if waarde is not None else kan
    if wat.mag_leeg and naam not in (*model.EIGEN_CIJFERS, "jaar"):
        opties = [None, *opties]
    st.select_slider(wat.label if wat.eenheid == "jaar" else label, opties, waarde, format_func=wat.toon, **vast)


def _wordt_getypt(wat: Parameter) -> bool:
    """Whether a parameter has too many steps for a slider."""
    return isinstance(wat, Getal) and wat.aantal_stappen > MEESTE_STAPPEN


def _kan(naam: str, stap: float, scenario: Scenario, regio: Regio) -> bool:
    """Whether a step goes together with the rest: the end year is not before the start year, a year is computed."""
    jaren = model.jaren(regio, scenario)
    grenzen = {
        "start": (0, scenario.eind),
        "eind": (scenario.start, stap),
        "jaar": (jaren[0], jaren[-1]),
    }
    laag, hoog = grenzen.get(naam, (stap, stap))
    return laag <= stap <= hoog


def _op_het_scherm(naam: str, waarde: Any, scenario: Scenario, regio: Regio) -> Any:
    """Give the value that a control shows; what is left open shows what it then is."""
    if naam in model.EIGEN_CIJFERS:
        return _stand(naam, scenario, regio)
    if naam == "jaar":
        return waarde or scenario.eind
    return waarde or regio.codes[0] if naam == "gemeente" else waarde


def _hulp(wat: Parameter) -> str:
    return f"{wat.hulp}\n\n*Bron:* {wat.bron}."


def _keuzelabel(naam: str, wat: Keuze, regio: Regio) -> Any:
    """Label the options, and say which keys lack figures in this region."""

    def label(optie: str) -> str:
        leeg = naam == "sleutel" and optie != "mix" and ontbrekend(regio, optie)
        return f"{wat.opties[optie]} (geen gegevens)" if leeg else wat.opties[optie]

    return label


def _namen(naam: str, scenario: Scenario, regios: Mapping[str, Regio]) -> dict[str, str]:
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
    paren = {
        f"{van}-{naar}": f"{namen[van]} draagt over aan {namen[naar]}" for van in namen for naar in namen if van != naar
    }
    gekozen = {paar for paar, _ in scenario.ruil}
    if len(namen) <= MEESTE_PAREN:
        return paren
    return {paar: label for paar, label in paren.items() if gezien in paar.split("-") or paar in gekozen}


def _paren(naam: str, wat: Paren, waarde: Any, namen: Mapping[str, str], regios: Mapping[str, Regio]) -> None:
    """Draw a list of pairs: which names, and a number for each."""
    sleutel = adres.WIDGET + naam
    if sleutel not in st.session_state:
        st.session_state[sleutel] = [paar[0] for paar in waarde]
    vast: dict[str, Any] = {"on_change": _neem_over, "args": (regios,)}
    st.multiselect(
        wat.label,
        list(namen),
        [paar[0] for paar in waarde],
        format_func=namen.get,
        key=sleutel,
        placeholder="Voeg toe",
        help=_hulp(wat),
        **vast,
    )
    for deel, getal, *jaar in waarde:
        label = f"{namen.get(deel, deel)}: {wat.waarde.eenheid}"
        getalveld(label, wat.waarde, getal, f"{sleutel}:{deel}", _neem_over, (regios,))
        if isinstance(wat, ParenMetJaar):
            _jaar_van(wat, f"{sleutel}:{deel}{PAD_JAAR}", namen.get(deel, deel), jaar[0], vast)


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


def _neem_over(regios: Mapping[str, Regio]) -> None:
    """Make a scenario of what the controls show; what cannot be goes back to what it was, and the screen says why.

    Where the scenario was set from elsewhere no control stands there until it is drawn anew. Streamlit calls this then too,
    for what the browser told of the old ones: that is no choice, and must not end a replay or become a step of it.
    """
    nu = dict(adres.huidig()) | dict(adres.weergave())
    mis: list[Getypt] = []
    getoond = {naam: _gekozen(naam, regios, mis) for naam in nu if adres.WIDGET + naam in st.session_state}
    if mis:
        adres.zet(adres.huidig(), tuple(mis), adres.weergave())
    if mis or not getoond:
        return
    waarden = nu | getoond
    ander = waarden["regio"] != nu["regio"]
    terugval = dict(beginscenario(regios[waarden["regio"]])) | dict(Weergave()) if ander else nu
    gelezen = link.passend(_volg(waarden, ander, regios), regios, terugval)
    if gelezen.fouten or ander or None in (waarden["opgave"], waarden["taakstelling"]):
        adres.zet(gelezen.scenario, gelezen.fouten, gelezen.weergave)
    else:
        adres.onthoud(gelezen.scenario, gelezen.weergave)


def _gekozen(naam: str, regios: Mapping[str, Regio], mis: list[Getypt]) -> Any:
    """Read the value of a control from the session; what was typed and is none is added to ``mis``."""
    sleutel = adres.WIDGET + naam
    waarde, wat = st.session_state[sleutel], knop(regios[adres.huidig().regio], naam)
    if isinstance(wat, Getal) and _wordt_getypt(wat):
        return _getypt(sleutel, wat, None, mis)
    if not isinstance(wat, Paren):
        return waarde
    delen = sorted(waarde) if naam == "punten" else waarde
    paren = tuple((deel, _getypt(f"{sleutel}:{deel}", wat.waarde, _begint(naam, deel), mis)) for deel in delen)
    if not isinstance(wat, ParenMetJaar):
        return paren
    return tuple((*paar, st.session_state.get(f"{sleutel}:{paar[0]}{PAD_JAAR}")) for paar in paren)


def _begint(naam: str, deel: str) -> int:
    return op_het_eigen_pad(adres.huidig(), int(deel)) if naam == "punten" else BEGIN[naam]


def _getypt(sleutel: str, wat: Getal, begin: float | None, mis: list[Getypt]) -> float | None:
    """Read a field to type in; one that is not drawn yet has the value with which it begins."""
    waarde = getypt(sleutel, wat) if sleutel in st.session_state else begin
    if isinstance(waarde, Getypt):
        mis.append(waarde)
        return None
    return waarde


def _volg(waarden: dict[str, Any], ander: bool, regios: Mapping[str, Regio]) -> dict[str, Any]:
    """Let go of what the chosen options no longer need, and give a mix its first weights."""
    anders: dict[str, Any] = {}
    if waarden["pad"] != "eigen":
        anders["punten"] = ()
    else:
        anders["punten"] = tuple(p for p in waarden["punten"] if waarden["start"] <= int(p[0]) < waarden["eind"])
    if waarden["sleutel"] != "mix":
        anders["gewichten"] = ()
    elif not waarden["gewichten"]:
        anders["gewichten"] = (("inwoners", 50.0), ("voorraad", 50.0))
    if waarden["achterstand"] != "ja":
        anders |= {"uitval": 0, "wachtend": 0}
    laatste = max(model.periode(regios[waarden["regio"]])[1], waarden["eind"])
    if waarden["jaar"] and (waarden["jaar"] == waarden["eind"] or waarden["jaar"] > laatste):
        anders["jaar"] = None
    anders["afwijking"] = tuple(
        (code, deel, jaar if jaar is None or jaar >= waarden["start"] else None)
        for code, deel, jaar in waarden["afwijking"]
    )
    if waarden["gemeente"] == regios[waarden["regio"]].codes[0]:
        anders["gemeente"] = ""
    anders["gaf"] = ""  # a changed scenario is no longer what was shared
    if ander:
        anders |= {naam: getattr(Scenario(), naam) for naam in VAN_DE_REGIO} | {
            "gemeente": "",
            "naast": (),
            "jaar": None,
        }
    return waarden | anders

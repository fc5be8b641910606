"""What the controls show becomes the scenario: read, judged, and rid of what the choice no longer needs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import streamlit as st

from fairshare import link, model
from fairshare.artikelen import noem, paren
from fairshare.fouten import Fout, Getypt
from fairshare.gegevens import Regio
from fairshare.model import beginscenario
from fairshare.model.getypt import in_een_veld, uit_een_zin
from fairshare.model.invoer import op_het_eigen_pad
from fairshare.model.knoppen import knop, stand
from fairshare.parameters import Getal, Keuze, Parameter, Paren, ParenMetJaar
from fairshare.scenario import Scenario
from fairshare.weergave import PARAMETERS, Weergave
from pages.bediening import adres
from pages.onderdelen.getalveld import getypt

BEGIN = {"gewichten": 50, "inzet": 10, "bouw": 10, "ruil": 10, "afwijking": 30}
"""With which number a newly added pair begins; a point of an own path begins on the line."""

MEESTE_STAPPEN = 500
"""A slider has at most this many steps; beyond it a number is typed."""

PAD_JAAR = "@"
"""How the key of the year of a pair ends."""

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


def neem_over(regios: Mapping[str, Regio]) -> None:
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
    if gelezen.fouten or ander:
        fouten = gelezen.fouten if ander else _in_woorden(gelezen.fouten, waarden, regios)
        adres.zet(gelezen.scenario, fouten, gelezen.weergave)
        return
    adres.onthoud(gelezen.scenario, gelezen.weergave)
    nieuw, regio = dict(gelezen.scenario) | dict(gelezen.weergave), regios[gelezen.scenario.regio]
    adres.laat_los(
        naam for naam in getoond if op_het_scherm(naam, nieuw[naam], gelezen.scenario, regio) != getoond[naam]
    )


def op_het_scherm(naam: str, waarde: Any, scenario: Scenario, regio: Regio) -> Any:
    """Give the value that a control shows; what is left open shows what it then is."""
    if naam in model.EIGEN_CIJFERS:
        return stand(regio, scenario, naam)
    if naam == "jaar":
        return waarde or scenario.eind
    return waarde or regio.codes[0] if naam == "gemeente" else waarde


def neem_getal_over(naam: str, waarde: float | Getypt | None, regios: Mapping[str, Regio]) -> None:
    """Take over what was typed or stepped to beside a slider, as :func:`neem_over` does what was slid."""
    if isinstance(waarde, Getypt):
        adres.zet(adres.huidig(), (waarde,), adres.weergave())
        return
    st.session_state[adres.WIDGET + naam] = waarde
    neem_over(regios)
    adres.zet(adres.huidig(), adres.fouten(), adres.weergave())  # what does not go with the rest leaves the slider too


def neem_zin_over(amendement: bool, naam: str, deel: str, tekst: str, regios: Mapping[str, Regio]) -> None:
    """Take over what was typed or chosen in a sentence of the proposal or its amendment, as :func:`neem_over` does a control."""
    scenario, weergave = adres.huidig(), adres.weergave()
    gezien = weergave
    if amendement:
        scenario, redenen = adres.amendement(regios)
        gezien = Weergave(motivering=tuple(redenen.items()))
    nu = dict(scenario) | dict(gezien)
    if naam not in nu:
        return
    wat = knop(regios[scenario.regio], naam)
    if isinstance(wat, Paren) and deel.removesuffix(PAD_JAAR) not in [
        een[0] for een in nu[naam]
    ]:  # chosen from the list of what can be added
        tekst = in_een_veld(wat.waarde, _begint(naam, deel))
    waarde = uit_een_zin(wat, nu[naam], deel, tekst)
    if isinstance(waarde, Getypt):
        waar = _getal_van(wat, deel, regios[scenario.regio]).label if isinstance(wat, Paren) else wat.label
        adres.zet(adres.huidig(), (replace(waarde, waar=waar),), weergave)
        return
    gelezen = link.passend(_volg(nu | {naam: waarde}, False, regios), regios, nu)
    gelezen = replace(gelezen, fouten=_in_woorden(gelezen.fouten, nu | {naam: waarde}, regios))
    if amendement:
        anders = dict(gelezen.scenario)
        zijn = tuple(
            paar for paar in gelezen.weergave.motivering if anders[paar[0]] != getattr(adres.huidig(), paar[0])
        )
        eigen = link.kaal(gelezen.scenario, Weergave(motivering=zijn))
        zelf = () if gelezen.scenario == adres.huidig() else (eigen,)
        adres.zet_als_het_past(adres.huidig(), gelezen.fouten, weergave.met(amendement=zelf), "amendement")
    else:
        adres.zet_als_het_past(gelezen.scenario, gelezen.fouten, gelezen.weergave, naam)


def _in_woorden(
    gevonden: tuple[Fout, ...], waarden: Mapping[str, Any], regios: Mapping[str, Regio]
) -> tuple[Fout, ...]:
    """Say of a choice that does not go with the rest what is said of a field that cannot be read: by its label, in words."""
    uit = []
    for fout in gevonden:
        wat, waarde = PARAMETERS.get(fout.waar), waarden.get(fout.waar)
        if isinstance(wat, Paren) and fout.waar in Scenario.model_fields:
            fout = Getypt(wat.label, paren(regios[waarden["regio"]], wat, waarde), fout.raad)
        elif isinstance(wat, Getal | Keuze):
            fout = Getypt(wat.label, wat.toon(waarde), fout.raad)
        uit.append(fout)
    return tuple(uit)


def _getal_van(wat: Paren, deel: str, regio: Regio) -> Getal:
    """Give one number of a list, by its own name."""
    wie = deel.removesuffix(PAD_JAAR)
    return replace(wat.waarde, label=f"{wat.label}, {noem(regio, wie)}" + (" (jaar)" if wie != deel else ""))


def zet_terug(naam: str, regios: Mapping[str, Regio]) -> None:
    """Give one parameter the value that the region begins with, and let go of what it then no longer needs."""
    nu = dict(adres.huidig()) | dict(adres.weergave())
    waarden = nu | {naam: getattr(beginscenario(regios[nu["regio"]]), naam)}
    gelezen = link.passend(_volg(waarden, False, regios), regios, nu)
    adres.zet(gelezen.scenario, gelezen.fouten, gelezen.weergave)


def wordt_getypt(wat: Parameter) -> bool:
    """Whether a parameter has too many steps for a slider."""
    return isinstance(wat, Getal) and wat.aantal_stappen > MEESTE_STAPPEN


def _gekozen(naam: str, regios: Mapping[str, Regio], mis: list[Getypt]) -> Any:
    """Read the value of a control from the session; what was typed and is none is added to ``mis``."""
    sleutel = adres.WIDGET + naam
    regio = regios[adres.huidig().regio]
    waarde, wat = st.session_state[sleutel], knop(regio, naam)
    if isinstance(wat, Getal) and wordt_getypt(wat):
        return _getypt(sleutel, wat, None, mis)
    if not isinstance(wat, Paren):
        return waarde
    delen = sorted(waarde) if naam == "punten" else waarde
    getallen = tuple(
        (deel, _getypt(f"{sleutel}:{deel}", _getal_van(wat, deel, regio), _begint(naam, deel), mis)) for deel in delen
    )
    if not isinstance(wat, ParenMetJaar):
        return getallen
    return tuple((*paar, st.session_state.get(f"{sleutel}:{paar[0]}{PAD_JAAR}")) for paar in getallen)


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
            "amendement": (),
            "motivering": (),
            "jaar": None,
        }
    return waarden | anders

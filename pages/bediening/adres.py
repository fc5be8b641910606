"""The address bar and the scenario of this session: which one is shown, where it came from, and how it changes.

One scenario is the truth of a session. A link is judged before any widget sees it; a widget's callback hands its
values in; both end in :func:`zet`, which also sets every widget. Pages never read ``st.session_state``.
"""

from collections.abc import Collection, Iterable, Mapping

import streamlit as st

from fairshare import link
from fairshare.delen import stempel
from fairshare.fouten import Fout
from fairshare.gegevens import Regio, is_eigen
from fairshare.model import Uitkomst
from fairshare.model.invoer import PERIODE
from fairshare.scenario import Scenario
from fairshare.weergave import Weergave
from pages.onderdelen import raamwerk

SCENARIO, WEERGAVE, GEOPEND, FOUTEN, IN_ADRES = "_scenario", "_weergave", "_geopend", "_fouten", "_in_adres"
SLEEPT, WACHT, OPMERKINGEN, BEGONNEN = "_sleept", "_wacht", "_opmerkingen", "_sessie_begonnen"
NIETS = Weergave()
WIDGET = "p_"
"""How the key of every widget of a parameter begins."""


def open_link(regios: Mapping[str, Regio]) -> str | None:
    """Take the scenario from the address bar when that changed from outside, else the one of the session; give the page of a new session.

    From outside: a new session (typed, pasted, reloaded) or the browser's Back and Forward. A query string that
    differs for another reason is stale, because a quick user is ahead of the browser.
    """
    balk = raamwerk.adresbalk()
    if balk is None:
        return None
    nieuw = BEGONNEN not in st.session_state
    if nieuw or balk.terug:
        _open(f"?{balk.vraag}", regios, nieuw)
    elif wacht_op() in regios:
        _open(st.session_state[WACHT], regios, True)
    return balk.pad if nieuw else None


def begonnen() -> None:
    """Say that a new session has all of its link; a run that is cut off before that leaves it to the next one."""
    st.session_state[BEGONNEN] = True


def _open(tekst: str, regios: Mapping[str, Regio], nieuw: bool) -> None:
    """Show what a link says; one on own data that is not here waits for its file, and stays in the address bar."""
    st.session_state[WACHT] = tekst
    if wacht_op() and wacht_op() not in regios:
        gelezen = link.lees("", regios)
    else:
        st.session_state[WACHT] = ""
        gelezen = link.lees(tekst, regios, herstel=True)
    st.session_state[IN_ADRES] = link.schrijf(gelezen.scenario, gelezen.weergave)
    if nieuw:
        st.session_state[GEOPEND] = gelezen.scenario
    zet(gelezen.scenario, gelezen.fouten, gelezen.weergave, gelezen.opmerkingen)


def volg_link(tekst: str, regios: Mapping[str, Regio]) -> None:
    """Show what a link on the screen says, one that has a scenario of its own."""
    gelezen = link.lees(tekst, regios)
    zet(gelezen.scenario, gelezen.fouten, gelezen.weergave)


def open_bewaard(tekst: str, regios: Mapping[str, Regio]) -> None:
    """Show what a kept link says; one on own data that is not here asks for its file."""
    _open(tekst, regios, nieuw=False)
    st.session_state[IN_ADRES] = None


def onbekend_pad(paden: Collection[str]) -> str:
    """Give the path that was asked for where no page has it, else ""."""
    balk = raamwerk.adresbalk()
    return "" if balk is None or balk.pad in ("", *paden) else balk.pad


def gevraagde_regio() -> str:
    """Give the name of the own data that the address bar asks for, "" when it asks for none."""
    balk = raamwerk.adresbalk()
    naam = link.regio_van(f"?{balk.vraag}") if balk else ""
    return naam if is_eigen(naam) else ""


def wacht_op() -> str:
    """Give the name of the own data that the opened link waits for, "" when it waits for none."""
    naam = link.regio_van(st.session_state.get(WACHT, ""))
    return naam if is_eigen(naam) else ""


def sla_over() -> None:
    """Go on without the file that the opened link asks for."""
    st.session_state[WACHT] = ""
    herstel()


def huidig() -> Scenario:
    """Give the scenario of this session."""
    scenario: Scenario = st.session_state[SCENARIO]
    return scenario


def weergave() -> Weergave:
    """Give what this session looks at beside the scenario."""
    gekozen: Weergave = st.session_state.get(WEERGAVE, NIETS)
    return gekozen


def amendement(regios: Mapping[str, Regio]) -> tuple[Scenario, dict[str, str]]:
    """Give the amendment to the scenario of this session, with its motivations; without one it is that scenario."""
    return link.geamendeerd(huidig(), weergave(), regios)


def neem_amendement_over(regios: Mapping[str, Regio]) -> None:
    """Make the amendment the scenario of this session, with its motivations."""
    anders, redenen = amendement(regios)
    zet(anders, (), weergave().met(amendement=(), motivering=tuple(redenen.items()), gaf=""))


def trek_in() -> None:
    """Let go of the amendment."""
    zet(huidig(), (), weergave().met(amendement=()))


def zet_als_het_past(scenario: Scenario, gevonden: tuple[Fout, ...], gekozen: Weergave, naam: str) -> None:
    """Show this, unless its link is too long to pass on; then nothing changes and the screen says so."""
    if len(link.schrijf(scenario, gekozen)) <= link.LANGSTE_LINK:
        zet(scenario, gevonden, gekozen)
        return
    fout = Fout(naam, "", "de link wordt te lang; haal eerst een scenario naast dit weg, of maak een motivering korter")
    zet(huidig(), (fout,), weergave())


def geopend() -> Scenario:
    """Give the scenario with which this session was opened."""
    scenario: Scenario = st.session_state[GEOPEND]
    return scenario


def fouten() -> tuple[Fout, ...]:
    """Give what was refused in the link or in the last change."""
    gevonden: tuple[Fout, ...] = st.session_state.get(FOUTEN, ())
    return gevonden


def opmerkingen() -> tuple[str, ...]:
    """Give the quiet lines about the link that was opened: an older model, an end that was lost, what was mended."""
    gezegd: tuple[str, ...] = st.session_state.get(OPMERKINGEN, ())
    return gezegd


def onthoud(
    scenario: Scenario, gekozen: Weergave, gevonden: tuple[Fout, ...] = (), gezegd: tuple[str, ...] = ()
) -> None:
    """Make this what the session shows, as the widgets already show it."""
    st.session_state[SCENARIO], st.session_state[WEERGAVE] = scenario, gekozen
    st.session_state[FOUTEN], st.session_state[OPMERKINGEN] = gevonden, gezegd
    st.session_state[SLEEPT] = False


def laat_los(namen: Iterable[str]) -> None:
    """Let the controls of these be set to the scenario when they are drawn.

    One that shows it already is not set: that would come after the next key of a quick hand, and take it back.
    """
    weg = {WIDGET + naam for naam in namen}
    for sleutel in [sleutel for sleutel in st.session_state if str(sleutel).partition(":")[0] in weg]:
        del st.session_state[sleutel]


def zet(
    scenario: Scenario,
    gevonden: tuple[Fout, ...] = (),
    gekozen: Weergave | None = None,
    gezegd: tuple[str, ...] = (),
) -> None:
    """Make this what the session shows; the widgets are set to it when they are drawn."""
    onthoud(scenario, gekozen or _zichtbaar(scenario), gevonden, gezegd)
    for sleutel in [sleutel for sleutel in st.session_state if str(sleutel).startswith(WIDGET)]:
        del st.session_state[sleutel]


def _zichtbaar(scenario: Scenario) -> Weergave:
    """Let go of the gemeente, the bids and the year that another scenario does not have."""
    nu = weergave().met(gaf="")
    if SCENARIO in st.session_state and huidig().regio != scenario.regio:
        nu = nu.met(gemeente="", naast=(), amendement=(), motivering=(), bod=())
    return nu.met(jaar=None) if nu.jaar is not None and nu.jaar > max(scenario.eind, PERIODE[1]) else nu


def vergeet(regio: str) -> None:
    """Show the agreement instead of a scenario in a region that is no longer there."""
    if geopend().regio == regio:
        st.session_state[GEOPEND] = Scenario()
    if huidig().regio == regio:
        zet(Scenario())


def herstel() -> None:
    """Let go of what was refused and write the scenario that is shown to the address bar."""
    st.session_state[FOUTEN] = ()
    st.session_state[IN_ADRES] = None


def sleept(bezig: bool) -> None:
    """Say whether a thumb is being dragged: the address bar waits until it is let go."""
    st.session_state[SLEEPT] = bezig


def basis() -> str:
    """Give where the app stands, without a slash at the end."""
    return (st.context.url or "").partition("?")[0].rpartition("/")[0]


def deelbaar(uitkomst: Uitkomst, pagina: str = "", gezien: Weergave | None = None) -> str:
    """Give the whole link to an outcome, looked at as now or as in ``gezien``, with the stamp of what it gives now."""
    return f"{basis()}/{pagina}?{link.schrijf(uitkomst.scenario, (gezien or weergave()).met(gaf=stempel(uitkomst)))}"


def wordt_gesleept() -> bool:
    """Whether a thumb is being dragged."""
    return bool(st.session_state.get(SLEEPT, False))


def parameters() -> dict[str, str]:
    """Give the scenario as query parameters for a link to a page."""
    return link.parameters(huidig(), weergave())


def schrijf() -> None:
    """Write the scenario to the address bar when it changed; not while a thumb is being dragged."""
    if wordt_gesleept():
        return
    tekst = link.schrijf(huidig(), weergave())
    if st.session_state[IN_ADRES] != tekst:
        st.query_params.from_dict(parameters())  # a run that is cut off here writes it in the next
        st.session_state[IN_ADRES] = tekst

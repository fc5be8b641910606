"""Own data of a visitor: read in this session, kept in this session, and asked for again where a link needs it."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import PurePath

import streamlit as st

from fairshare.fouten import FairshareError, Fout
from fairshare.gegevens import Ingelezen, Regio, lees_eigen
from fairshare.model import beginscenario, ontbrekend
from fairshare.scenario import SLEUTELS
from pages.bediening import adres, geschiedenis
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import titel, toon, veilig

REGIOS, GELEZEN, BESTAND = "_eigen_regios", "_eigen_gelezen", "_eigen_bestand"


def met_eigen(basis: Mapping[str, Regio]) -> Mapping[str, Regio]:
    """Give the regions that are present, those of this visitor last."""
    eigen: dict[str, Regio] = st.session_state.get(REGIOS, {})
    return ChainMap(eigen, basis)  # type: ignore[arg-type] # which reads a region when it is asked for, as the basis does


def kies_bestand() -> Ingelezen | None:
    """Let the visitor choose a file; show every fault, or give what was understood.

    Any kind may be chosen, because the reader looks at what a file is and says in Dutch what to do; a widget that allows
    some kinds looks at the name, and refuses in English.
    """
    bestand = st.file_uploader("Bestand (CSV, Excel of Parquet, hoogstens 1 MB)", key=BESTAND, max_upload_size=1)
    if bestand is None:
        return None
    naam = PurePath(bestand.name).stem[:60]
    gelezen = _lees(bestand.getvalue(), naam)
    if isinstance(gelezen, Ingelezen):
        return gelezen
    st.error(
        f"**Dit bestand is niet gebruikt.** {len(gelezen)} keer staat er iets wat niet kan; de rest van de app blijft zoals hij was."
    )
    rijen = [[fout.waar, fout.waarde or "-", fout.advies] for fout in gelezen]
    toon(teksttabel(rijen, ["Waar", "Wat er staat", "Wat u kunt doen"], "De fouten in het bestand."))
    return None


def _lees(inhoud: bytes, naam: str) -> Ingelezen | Sequence[Fout]:
    """Read a file once, not at every step of a slider."""
    stempel = sha256(inhoud).hexdigest() + naam
    eerder: tuple[str, Ingelezen | Sequence[Fout]] | None = st.session_state.get(GELEZEN)
    if eerder and eerder[0] == stempel:
        return eerder[1]
    try:
        gelezen: Ingelezen | Sequence[Fout] = lees_eigen(inhoud, naam)
        beginscenario(gelezen.regio)
    except FairshareError as fout:
        gelezen = fout.fouten
    st.session_state[GELEZEN] = (stempel, gelezen)
    return gelezen


def hoe(ingelezen: Ingelezen) -> None:
    """Show how a file was understood."""
    st.markdown("\n".join(f"- {veilig(zin)}" for zin in ingelezen.hoe))


def gebruik(ingelezen: Ingelezen) -> None:
    """Make the file the region of the scenario; where its figures do not allow the key of the agreement, say so."""
    regio = ingelezen.regio
    st.session_state[REGIOS] = st.session_state.get(REGIOS, {}) | {regio.sleutel: regio}
    begin = beginscenario(regio)
    waarom = f"{ontbrekend(regio, 'inwoners')}; nu is {SLEUTELS[begin.sleutel]} gekozen"
    adres.zet(begin, () if begin.sleutel == "inwoners" else (Fout("sleutel", "inwoners", waarom),))


def vergeet(sleutel: str) -> None:
    """Let go of own data, and of the scenario on it."""
    st.session_state[REGIOS] = {naam: regio for naam, regio in st.session_state[REGIOS].items() if naam != sleutel}
    st.session_state.pop(GELEZEN, None)
    adres.vergeet(sleutel)
    geschiedenis.vergeet(sleutel)


def vraag(sleutel: str) -> None:
    """Ask for the file that a link needs; until then there is no outcome to show."""
    titel("Deze link gebruikt eigen gegevens")
    st.markdown(
        "De maker van deze link rekende met een eigen bestand. Dat bestand staat niet in de link en niet op deze server. "
        f"Kies hetzelfde bestand (vingerafdruk `{sleutel.partition('-')[2]}`); daarna opent het scenario. Het bestand blijft in deze sessie."
    )
    ingelezen = kies_bestand()
    if ingelezen and ingelezen.regio.sleutel == sleutel:
        st.session_state[REGIOS] = st.session_state.get(REGIOS, {}) | {sleutel: ingelezen.regio}
        st.rerun()
    if ingelezen:
        st.warning(
            f"Dit is een ander bestand: zijn vingerafdruk is `{ingelezen.regio.sleutel.partition('-')[2]}`. Daarmee zou de link iets anders geven."
        )
    st.button("Ga verder zonder dit bestand", on_click=adres.sla_over)

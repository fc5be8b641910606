"""Own data of a visitor: read in this session, kept in this session, and asked for again where a link needs it."""

from collections import ChainMap
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from pathlib import PurePath
from weakref import WeakValueDictionary

import streamlit as st

from fairshare.fouten import FairshareError, Fout
from fairshare.gegevens import Ingelezen, Keuze, Regio, lees_samen, opties
from fairshare.model import beginscenario, ontbrekend
from fairshare.scenario import SLEUTELS
from pages.bediening import adres, geschiedenis
from pages.onderdelen import raamwerk
from pages.onderdelen.kolomkeuze import bied_sleutel_aan, bied_vergeten_aan, gezegd, toon_fouten, vraag_kolommen
from pages.onderdelen.woorden import titel, veilig

REGIOS, GELEZEN, BESTAND = "_eigen_regios", "_eigen_gelezen", "_eigen_bestand"
KEUZE, HOUVAST = "_eigen_keuze", "_eigen_houvast"


class Bewaard:
    """Own data as the sessions of a browser hold it; gone when none of them does."""

    def __init__(self, regio: Regio) -> None:
        self.regio = regio


_IN_GEHEUGEN: WeakValueDictionary[tuple[str, str], Bewaard] = WeakValueDictionary()
"""Own data of every browser, by its fingerprint: a page that is loaded anew is another session, beside the one that ends."""


def met_eigen(basis: Mapping[str, Regio]) -> Mapping[str, Regio]:
    """Give the regions that are present, those of this visitor last; also what this browser had before it loaded anew."""
    gevraagd = adres.gevraagde_regio()
    if gevraagd and gevraagd not in st.session_state.get(REGIOS, {}):
        bewaard = _IN_GEHEUGEN.get((raamwerk.browser(), gevraagd))
        if bewaard:
            _neem(bewaard.regio)
    eigen: dict[str, Regio] = st.session_state.get(REGIOS, {})
    return ChainMap(eigen, basis)  # type: ignore[arg-type] # which reads a region when it is asked for, as the basis does


def _neem(regio: Regio) -> None:
    """Keep a region in this session, and for as long as it lives in reach of the next one of this browser."""
    st.session_state[REGIOS] = st.session_state.get(REGIOS, {}) | {regio.sleutel: regio}
    wie = raamwerk.browser()
    if wie:
        houvast = _IN_GEHEUGEN.setdefault((wie, regio.sleutel), Bewaard(regio))
        st.session_state[HOUVAST] = st.session_state.get(HOUVAST, {}) | {regio.sleutel: houvast}


def kies_bestand(gevraagd: str = "") -> Ingelezen | None:
    """Let the visitor choose files; show every fault, or give what was understood: of what was asked for, also one of them alone.

    Any kind may be chosen, because the reader looks at what a file is and says in Dutch what to do; a widget that allows
    some kinds looks at the name, and refuses in English.
    """
    label = "Bestanden van een regio (CSV, Excel of Parquet, elk hoogstens 1 MB)"
    bestanden = st.file_uploader(label, key=BESTAND, max_upload_size=1, accept_multiple_files=True)
    if not bestanden:
        return None
    stukken = tuple((bestand.getvalue(), PurePath(bestand.name).stem[:60]) for bestand in bestanden)
    for stuk in stukken if gevraagd else ():
        alleen, fouten = _lees((stuk,))
        if alleen and not fouten and alleen.regio.sleutel == gevraagd:
            return alleen
    gelezen, fouten = _lees(stukken)
    if not fouten:
        return gelezen
    wat = "Dit bestand is" if len(bestanden) == 1 else "Deze bestanden zijn"
    st.error(
        f"**{wat} niet gebruikt.** {len(fouten)} keer staat er iets wat niet kan; de rest van de app blijft zoals hij was."
    )
    toon_fouten(fouten)
    if gelezen:  # what is missing may stand below a heading that is not known
        kolommen(gelezen)
    bied_vergeten_aan(KEUZE)
    return None


def _lees(bestanden: tuple[tuple[bytes, str], ...]) -> tuple[Ingelezen | None, Sequence[Fout]]:
    """Read files once, not at every step of a slider: what was understood, and why it cannot be used."""
    stempel = (tuple((sha256(inhoud).hexdigest(), naam) for inhoud, naam in bestanden), gezegd(KEUZE))
    eerder: tuple[object, tuple[Ingelezen | None, Sequence[Fout]]] | None = st.session_state.get(GELEZEN)
    if eerder and eerder[0] == stempel:
        return eerder[1]
    gelezen: Ingelezen | None = None
    fouten: Sequence[Fout] = ()
    try:
        gelezen = lees_samen(bestanden, gezegd(KEUZE))
        beginscenario(gelezen.regio)
    except FairshareError as fout:
        fouten = fout.fouten
        if not gelezen:  # what was said may be why: it can be said otherwise
            with suppress(FairshareError):
                gelezen = replace(lees_samen(bestanden, Keuze()), keuze=gezegd(KEUZE))
    st.session_state[GELEZEN] = (stempel, (gelezen, fouten))
    return gelezen, fouten


def kolommen(ingelezen: Ingelezen) -> None:
    """Let the visitor say which column is which, and which period counts; what was said can be kept as a small file."""
    vraag_kolommen(KEUZE, ingelezen.vrij, ingelezen.keuze, opties())
    if len(ingelezen.perioden) > 1:
        nu = ingelezen.keuze.periode
        plek = ingelezen.perioden.index(nu) if nu in ingelezen.perioden else 0
        st.selectbox("Periode die telt", ingelezen.perioden, plek, key="_periode", on_change=_zeg_periode)
    bied_sleutel_aan(ingelezen.keuze, opties())


def _zeg_periode() -> None:
    st.session_state[KEUZE] = replace(gezegd(KEUZE), periode=st.session_state["_periode"])


def hoe(ingelezen: Ingelezen) -> None:
    """Show how a file was understood."""
    st.markdown("\n".join(f"- {veilig(zin)}" for zin in ingelezen.hoe))


def gebruik(ingelezen: Ingelezen) -> None:
    """Make the file the region of the scenario; where its figures do not allow the key of the agreement, say so."""
    regio = ingelezen.regio
    _neem(regio)
    begin = beginscenario(regio)
    waarom = f"{ontbrekend(regio, 'inwoners')}; nu is {SLEUTELS[begin.sleutel]} gekozen"
    adres.zet(begin, () if begin.sleutel == "inwoners" else (Fout("sleutel", "inwoners", waarom),))


def vergeet(sleutel: str) -> None:
    """Let go of own data, and of the scenario on it."""
    st.session_state[REGIOS] = {naam: regio for naam, regio in st.session_state[REGIOS].items() if naam != sleutel}
    st.session_state.pop(GELEZEN, None)
    st.session_state[HOUVAST] = {
        naam: een for naam, een in st.session_state.get(HOUVAST, {}).items() if naam != sleutel
    }
    _IN_GEHEUGEN.pop((raamwerk.browser(), sleutel), None)
    adres.vergeet(sleutel)
    geschiedenis.vergeet(sleutel)


def vraag(sleutel: str) -> None:
    """Ask for the file that a link needs; until then there is no outcome to show."""
    titel("Deze link gebruikt eigen gegevens")
    st.markdown(
        "De maker van deze link rekende met een eigen bestand. Dat bestand staat niet in de link en niet op deze server. "
        f"Kies hetzelfde bestand (vingerafdruk `{sleutel.partition('-')[2]}`), of dezelfde bestanden; daarna opent het scenario. Het blijft in deze sessie."
    )
    ingelezen = kies_bestand(sleutel)
    if ingelezen and ingelezen.regio.sleutel == sleutel:
        _neem(ingelezen.regio)
        st.rerun()
    if ingelezen:
        st.warning(
            f"Dit is een ander bestand: zijn vingerafdruk is `{ingelezen.regio.sleutel.partition('-')[2]}`. Daarmee zou de link iets anders geven."
        )
    st.button("Ga verder zonder dit bestand", on_click=adres.sla_over)

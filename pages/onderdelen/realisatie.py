"""What was realised, in this session: a table to type in, or a file."""

from pathlib import PurePath

import streamlit as st

from fairshare.gegevens import MUTATIES, Monitoring, Opgehaald, cellen, haal_realisatie, maak_monitoring
from fairshare.opmaak import halfjaar
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.invultabel import ingevuld, invultabel
from pages.onderdelen.kolomkeuze import bied_sleutel_aan, bied_vergeten_aan, gezegd, toon_fouten, vraag_kolommen
from pages.onderdelen.woorden import uitklap, veilig

CIJFERS, VERSIE, EXTRA = "_realisatie", "_realisatie_versie", "_realisatie_extra"
BESTAND, GEKOZEN, OPGEHAALD, KEUZE = (
    "_realisatie_bestand",
    "_realisatie_gekozen",
    "_realisatie_opgehaald",
    "_realisatie_keuze",
)
"""The files that someone chooses, those that were read, what they gave, and what was said of their columns."""

TABELLEN = {
    "": ("realisatie", "Toewijzingen aan urgenten per gemeente en halfjaar; een lege cel is onbekend."),
    f"{MUTATIES} ": (
        "realisatie_mutaties",
        "Alle woningen die vrijkwamen of nieuw waren, per gemeente en halfjaar; een lege cel is onbekend.",
    ),
}
"""The tables to type in: what stands before a half-year in it, its key and what it is about."""


def invoer(beeld: Beeld) -> None:
    """Draw the tables and the choice of a file."""
    monitoring, perioden = bewaard(beeld), _perioden(beeld)
    _invultabel(beeld, monitoring, perioden, "")
    uitklap(
        "Ook geteld: hoeveel woningen er vrijkwamen",
        "realisatie_vrij",
        lambda: _invultabel(beeld, monitoring, perioden, f"{MUTATIES} "),
    )
    uitklap("Een bestand kiezen of een halfjaar toevoegen", "realisatie_meer", lambda: _meer(beeld, monitoring))
    with st.container():
        _begrepen(beeld, st.session_state.get(OPGEHAALD, Opgehaald()))


def _begrepen(beeld: Beeld, gelezen: Opgehaald) -> None:
    """Say why a file was not used, or how it was understood, and ask what its unknown columns are."""
    if gelezen.fouten:
        st.error("**Dit bestand is niet gebruikt.** Wat er stond, staat er nog.")
        toon_fouten(gelezen.fouten)
    if gelezen.hoe:
        st.markdown("\n".join(["**Zo is het bestand begrepen.**", "", *(f"- {veilig(zin)}" for zin in gelezen.hoe)]))
    vraag_kolommen(KEUZE, gelezen.vrij, gelezen.keuze, gelezen.opties, lambda: _lees(beeld))
    bied_sleutel_aan(gelezen.keuze, gelezen.opties)
    bied_vergeten_aan(KEUZE, lambda: _lees(beeld))


def bewaard(beeld: Beeld) -> Monitoring:
    """Give what was realised."""
    bewaard: dict[str, Monitoring] = st.session_state.setdefault(CIJFERS, {})
    return bewaard.get(beeld.regio.sleutel) or maak_monitoring(beeld.regio, ())


def _perioden(beeld: Beeld) -> list[str]:
    """Give the half-years of the table, as ``2026-1``: those with figures, and at least the first year of the path."""
    eerste = beeld.jaren[0]
    bekend = {f"{rij.jaar}-{rij.halfjaar}" for rij in bewaard(beeld).realisatie}
    return sorted({f"{eerste}-1", f"{eerste}-2", *bekend, *st.session_state.get(EXTRA, ())})


def _invultabel(beeld: Beeld, monitoring: Monitoring, perioden: list[str], wat: str) -> None:
    sleutel, omschrijving = TABELLEN[wat]
    stand = f"{st.session_state.get(VERSIE, 0)} {beeld.regio.sleutel} {' '.join(perioden)}"
    cijfers = cellen(monitoring)
    invultabel(
        sleutel,
        stand,
        [f"{wat}{halfjaar(periode)}" for periode in perioden],
        beeld.regio.namen,
        [[cijfers.get((code, wat + periode)) for periode in perioden] for code in beeld.regio.codes],
        omschrijving,
        lambda: _neem_over(beeld, stand, perioden, wat),
    )


def _neem_over(beeld: Beeld, stand: str, perioden: list[str], wat: str) -> None:
    """Keep what was typed in one table, and what stood in the other."""
    codes = beeld.regio.codes
    getypt = ingevuld(TABELLEN[wat][0], stand, len(codes), len(perioden))
    if getypt is not None:
        anders = {waar: aantal for waar, aantal in cellen(bewaard(beeld)).items() if waar[1][:-6] != wat}
        nieuw = {
            (code, wat + periode): cel
            for code, rij in zip(codes, getypt, strict=True)
            for periode, cel in zip(perioden, rij, strict=True)
            if cel is not None
        }
        alle = ((code, periode, aantal) for (code, periode), aantal in {**anders, **nieuw}.items())
        st.session_state[CIJFERS][beeld.regio.sleutel] = maak_monitoring(beeld.regio, alle)


def _meer(beeld: Beeld, monitoring: Monitoring) -> None:
    st.button("Voeg een halfjaar toe", on_click=_nog_een, args=(beeld,))
    st.file_uploader(
        "Bestand met een kolom per halfjaar, zoals '2026 H1' en 'Mutaties 2026 H1', of een rij per gemeente en halfjaar (CSV, Excel of "
        "Parquet)",
        accept_multiple_files=True,
        key=BESTAND,
        on_change=_open,
        args=(beeld,),
        max_upload_size=1,
    )
    if monitoring.realisatie:
        st.button("Maak de tabel leeg", on_click=_leeg, args=(beeld,))


def _vernieuw() -> None:
    """Let the browser take the figures of the session instead of what was typed."""
    st.session_state[VERSIE] = st.session_state.get(VERSIE, 0) + 1


def _nog_een(beeld: Beeld) -> None:
    """Add the half-year after the last column, as long as the path goes on."""
    jaar, helft = map(int, _perioden(beeld)[-1].split("-"))
    volgend = (jaar, 2) if helft == 1 else (jaar + 1, 1)
    if volgend[0] <= beeld.jaren[1]:
        st.session_state[EXTRA] = (*st.session_state.get(EXTRA, ()), f"{volgend[0]}-{volgend[1]}")


def _leeg(beeld: Beeld) -> None:
    st.session_state[CIJFERS].pop(beeld.regio.sleutel, None)
    st.session_state[EXTRA], st.session_state[OPGEHAALD] = (), Opgehaald()
    _vernieuw()


def _open(beeld: Beeld) -> None:
    st.session_state[GEKOZEN] = [(een.getvalue(), PurePath(een.name).name[:60]) for een in st.session_state[BESTAND]]
    _lees(beeld)


def _lees(beeld: Beeld) -> None:
    """Read what was chosen, as it was said to be; a file that cannot be used leaves what stood there."""
    bestanden = st.session_state.get(GEKOZEN)
    gelezen = haal_realisatie(bestanden, beeld.regio, gezegd(KEUZE)) if bestanden else Opgehaald()
    st.session_state[OPGEHAALD] = gelezen
    if gelezen.monitoring is not None:
        st.session_state[CIJFERS][beeld.regio.sleutel] = gelezen.monitoring
        _vernieuw()

"""What was realised, in this session: a table to type in, or a file."""

from pathlib import PurePath

import pandas as pd
import streamlit as st

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens import Monitoring, lees_realisatie, maak_monitoring
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import teksttabel, uitklap

CIJFERS, BASIS, VERSIE, EXTRA = "_realisatie", "_realisatie_basis", "_realisatie_versie", "_realisatie_extra"
FOUTEN, BESTAND = "_realisatie_fout", "_realisatie_bestand"


def invoer(beeld: Beeld) -> Monitoring:
    """Draw the table and the choice of a file; give what was realised."""
    bewaard: dict[str, Monitoring] = st.session_state.setdefault(CIJFERS, {})
    regio = beeld.regio
    nu = bewaard.get(regio.sleutel) or maak_monitoring(regio, ())
    sleutel = f"realisatie_{regio.sleutel}_{st.session_state.get(VERSIE, 0)}"
    if sleutel not in st.session_state or BASIS not in st.session_state:
        st.session_state[BASIS] = _frame(nu, beeld)
    kolommen = {
        naam: st.column_config.NumberColumn(naam, min_value=0, max_value=100_000, step=1)
        for naam in st.session_state[BASIS].columns
        if naam != "Gemeente"
    }
    getypt = st.data_editor(
        st.session_state[BASIS],
        key=sleutel,
        hide_index=True,
        disabled=["Gemeente"],
        placeholder="-",
        column_config=kolommen,
        width="stretch",
    )
    monitoring = maak_monitoring(regio, _cellen(getypt, regio.codes))
    bewaard[regio.sleutel] = monitoring
    uitklap("Een bestand kiezen of een halfjaar toevoegen", "realisatie_meer", lambda: _meer(beeld, monitoring))
    with st.container():
        fouten: tuple[Fout, ...] = st.session_state.get(FOUTEN, ())
        if fouten:
            st.error("**Dit bestand is niet gebruikt.** Wat er stond, staat er nog.")
            rijen = [[fout.waar, fout.waarde or "-", fout.advies] for fout in fouten]
            teksttabel(rijen, ["Waar", "Wat er staat", "Wat u kunt doen"], "De fouten in het bestand.")
    return monitoring


def _frame(nu: Monitoring, beeld: Beeld) -> pd.DataFrame:
    """Lay the figures out: a row a gemeente, a column a half-year; at least the first year of the path."""
    cijfers = {(rij.code, f"{rij.jaar} H{rij.halfjaar}"): rij.toewijzingen for rij in nu.realisatie}
    perioden = sorted(
        {
            f"{beeld.jaren[0]} H1",
            f"{beeld.jaren[0]} H2",
            *(periode for _, periode in cijfers),
            *st.session_state.get(EXTRA, ()),
        }
    )
    kolommen = {
        periode: pd.array([cijfers.get((code, periode)) for code in beeld.regio.codes], dtype="Int64")
        for periode in perioden
    }
    return pd.DataFrame({"Gemeente": beeld.regio.namen, **kolommen})


def _cellen(frame: pd.DataFrame, codes: tuple[str, ...]) -> list[tuple[str, str, int]]:
    return [
        (code, str(periode).replace(" H", "-"), int(cel))
        for periode in frame.columns
        if periode != "Gemeente"
        for code, cel in zip(codes, frame[periode], strict=True)
        if pd.notna(cel)
    ]


def _meer(beeld: Beeld, monitoring: Monitoring) -> None:
    st.button("Voeg een halfjaar toe", on_click=_nog_een, args=(beeld,))
    st.file_uploader(
        "Bestand met een rij per gemeente en een kolom per halfjaar, zoals '2026 H1' (CSV, Excel of Parquet)",
        key=BESTAND,
        on_change=_open,
        args=(beeld,),
        max_upload_size=1,
    )
    if monitoring.realisatie:
        st.button("Maak de tabel leeg", on_click=_leeg, args=(beeld,))


def _vernieuw() -> None:
    st.session_state[VERSIE] = st.session_state.get(VERSIE, 0) + 1
    st.session_state.pop(BASIS, None)


def _nog_een(beeld: Beeld) -> None:
    """Add the half-year after the last column, as long as the path goes on."""
    laatste = max(naam for naam in st.session_state[BASIS].columns if naam != "Gemeente")
    jaar, helft = int(laatste[:4]), int(laatste[-1])
    volgend = (jaar, 2) if helft == 1 else (jaar + 1, 1)
    if volgend[0] <= beeld.jaren[1]:
        extra = (*st.session_state.get(EXTRA, ()), f"{volgend[0]} H{volgend[1]}")
        st.session_state[EXTRA] = extra
    _vernieuw()


def _leeg(beeld: Beeld) -> None:
    st.session_state[CIJFERS].pop(beeld.regio.sleutel, None)
    st.session_state[EXTRA] = ()
    _vernieuw()


def _open(beeld: Beeld) -> None:
    bestand = st.session_state[BESTAND]
    if bestand is None:
        return
    try:
        gelezen, _ = lees_realisatie(bestand.getvalue(), PurePath(bestand.name).name[:60], beeld.regio)
    except GegevensFout as fout:
        st.session_state[FOUTEN] = fout.fouten
        return
    st.session_state[FOUTEN] = ()
    st.session_state[CIJFERS][beeld.regio.sleutel] = gelezen
    _vernieuw()

"""Groeipad: how the region grows to the end year, what that leaves undone, and when the gap closes."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.model import Omslag
from fairshare.opmaak import getal, haalbaar, procent
from fairshare.uitleg import REGIO
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import gemist, grafiek, let_op, tabel, uitklap, veilig

TITEL = "Groeipad"

KOLOMMEN = {
    "jaar": ("Jaar", str),
    "reservering": ("Reservering", lambda waarde: procent(waarde, 1)),
    "opgave": ("Opgave", getal),
    "capaciteit": ("Capaciteit", getal),
    "tekort": ("Tekort", getal),
    "overschot": ("Overschot", getal),
    "verevend": ("Verevend", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "benodigd_percentage": ("Benodigd percentage", lambda waarde: procent(waarde, 1)),
    "regulier": ("Regulier", getal),
}


MATEN = {
    "niet_geplaatst": ("Niet geplaatst", getal),
    "opgave": ("Opgave", getal),
    "capaciteit": ("Capaciteit", getal),
    "reservering": ("Reservering", lambda waarde: procent(waarde, 1)),
    "regulier": ("Regulier", getal),
    "benodigd_percentage": ("Benodigd percentage", lambda waarde: procent(waarde, 1)),
}

PROCENT_AS = 60.0
"""The end of the axis of the reservering; it stands still."""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.title(TITEL, anchor=False)
    _kop(beeld)
    let_op(model.waarschuwingen(beeld.uitkomst))
    _regio(beeld)
    _omslag(beeld)
    st.subheader("De regio per jaar", anchor=False)
    tabel(model.pad_tabel(beeld.uitkomst), KOLOMMEN, "De regio per jaar van het pad.")
    _per_gemeente(beeld)
    uitklap("Per gemeente en jaar in een tabel", "padtabel", lambda: _per_gemeente_tabel(beeld))
    uitlegvak(beeld, "gemiste_plaatsingen", REGIO)


def _kop(beeld: Beeld) -> None:
    kern = beeld.kern
    dicht = str(kern.jaar_dicht) if kern.jaar_dicht else f"na {kern.jaar}"
    with st.container(key="kaarten"):
        links, rechts = st.columns(2)
    with links:
        gemist(beeld)
    with rechts:
        st.metric(
            "Het gat is dicht in",
            dicht if getal(kern.niet_geplaatst) != getal(None) else getal(None),
            f"in {kern.jaar} nog {getal(kern.niet_geplaatst)} niet geplaatst",
            delta_color="off",
            delta_arrow="off",
            border=True,
            help="Het eerste jaar vanaf waar niemand meer zonder woning blijft.",
        )


def _regio(beeld: Beeld) -> None:
    links, rechts = st.columns([2, 1], gap="medium")
    with links:
        st.subheader("De regio", anchor=False)
        st.markdown(":gray[huishoudens per jaar]")
        rijen = grafieken.pad_rijen(beeld.uitkomst)
        spec = grafieken.paden(beeld.jaren, grafieken.ronde_grens(1.15 * rijen["waarde"].max()), beeld.donker)
        grafiek(rijen, spec, "pad", "Lijnen per jaar voor de regio. De tabel eronder geeft dezelfde cijfers.")
    with rechts:
        st.subheader("Reservering", anchor=False)
        st.markdown(":gray[procent van de mutaties]")
        deel = grafieken.regio_reservering_rijen(beeld.uitkomst)
        spec = grafieken.reservering(beeld.jaren, PROCENT_AS, model.merken(beeld.regio), beeld.donker)
        grafiek(
            deel, spec, "reservering", "Reservering van de regio per jaar. De tabel eronder geeft dezelfde cijfers."
        )


def _per_gemeente(beeld: Beeld) -> None:
    st.subheader("Per gemeente", anchor=False)
    maat = st.radio("Toon per gemeente", ["Aantallen", "Reservering"], horizontal=True, key="pad_maat")
    if maat == "Aantallen":
        st.markdown(":gray[- -] opgave  :blue[●] capaciteit  :orange[●] **niet geplaatst**, huishoudens per jaar")
        eigen = st.toggle("Elke gemeente op haar eigen schaal", value=True, key="eigen_schaal")
        st.caption(
            "Let op de assen: elke tekening heeft een eigen schaal, dus even hoog is niet even veel."
            if eigen
            else "Alle tekeningen hebben dezelfde schaal: even hoog is even veel."
        )
        rijen = grafieken.per_gemeente_rijen(beeld.uitkomst)
        grenzen = grafieken.grenzen(rijen, eigen)
        specs = {naam: grafieken.per_gemeente(beeld.jaren, grens, beeld.donker) for naam, grens in grenzen.items()}
    else:
        rijen = grafieken.reservering_rijen(beeld.uitkomst)
        spec = grafieken.reservering(beeld.jaren, PROCENT_AS, (), beeld.donker)
        specs = {naam: {**spec, "height": 120} for naam in rijen}
    for begin in range(0, len(rijen), 3):
        for vak, naam in zip(st.columns(3), list(rijen)[begin : begin + 3], strict=False):
            with vak:
                st.markdown(f"**{veilig(naam)}**")
                grafiek(rijen[naam], specs[naam], f"{maat}_{naam}", f"{maat} per jaar voor {naam}.")


def _per_gemeente_tabel(beeld: Beeld) -> None:
    kolom = st.selectbox("Cijfer", list(MATEN), format_func=lambda naam: MATEN[naam][0], key="padtabel_maat")
    titel, schrijf = MATEN[kolom]
    cijfers = model.per_jaar(beeld.uitkomst, kolom)
    koppen = {naam: (naam, schrijf) for naam in cijfers.columns} | {"naam": ("Gemeente", str)}
    tabel(cijfers, koppen, f"{titel} per gemeente en jaar.", "padtabel")


def _omslag(beeld: Beeld) -> None:
    st.subheader(f"Wanneer staat niet geplaatst in {beeld.kern.jaar} op nul?", anchor=False)
    if beeld.uitkomst.onvolledig or getal(beeld.kern.opgave) == getal(None):
        st.markdown("Onbekend: daarvoor ontbreken gegevens (zie 'Let op' bovenaan).")
        return
    omslag: Omslag = model.omslag(beeld.uitkomst)
    kaarten = (
        ("Reservering, hele regio", haalbaar(omslag.reservering, lambda waarde: procent(waarde, 1))),
        (
            "Reservering, ieder voor zich",
            haalbaar(omslag.reservering_zonder_verevening, lambda waarde: procent(waarde, 1)),
        ),
        ("Mutatiegraad", haalbaar(omslag.mutatiegraad, lambda waarde: procent(waarde, 2))),
        ("Extra plekken per jaar", haalbaar(omslag.extra_plekken, getal)),
    )
    with st.container(key="kaarten_omslag"):
        vakken = st.columns(len(kaarten))
    for vak, (label, tekst) in zip(vakken, kaarten, strict=True):
        vak.metric(label, tekst, border=True)
    st.caption("Elk afzonderlijk, terwijl de rest van het scenario blijft zoals het is.")


if __name__ == "__main__":
    bewaak()

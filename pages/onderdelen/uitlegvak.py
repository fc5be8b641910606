"""The question "hoe komt dit tot stand?": choose a figure, see its equation filled in, down to the sources."""

import streamlit as st

from fairshare.lezingen.uitleg import REGIO, Stap, leg_uit, vraagbaar
from pages.levend.slepen import teken_later
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import toon, uitklap, veilig


def uitlegvak(beeld: Beeld, begin: str, wie: str = "") -> None:
    """Draw the question below a page; it opens with the figure ``begin`` of ``wie``: a gemeente, or REGIO."""
    uitklap("Hoe komt een cijfer tot stand?", f"uitleg_{begin}", lambda: teken_later(_vraag, begin, wie))


def _vraag(beeld: Beeld, begin: str, wie: str) -> None:
    """Ask whose figure, which one and of which year, and explain it."""
    jaren = list(beeld.uitkomst.jaren)
    wie = wie or beeld.gemeente
    namen = {REGIO: "Hele regio", **dict(zip(beeld.regio.codes, beeld.regio.namen, strict=True))}
    eerste, tweede, derde = st.columns(3)
    wie = eerste.selectbox(
        "Gemeente", list(namen), list(namen).index(wie), format_func=namen.get, key=f"uitleg_gemeente_{wie}"
    )
    vragen = vraagbaar(beeld.uitkomst, wie)
    keuzes = list(vragen)
    cijfer = tweede.selectbox(
        "Cijfer",
        keuzes,
        keuzes.index(begin) if begin in keuzes else 0,
        format_func=vragen.get,
        key=f"uitleg_cijfer_{wie == REGIO}_{len(keuzes)}",
    )
    jaar = derde.selectbox("Jaar", jaren, jaren.index(beeld.jaar), key=f"uitleg_jaar_{beeld.jaar}")
    _toon(leg_uit(beeld.uitkomst, wie, cijfer, jaar))


def _toon(uitleg: Stap) -> None:
    st.markdown(f"### {uitleg.label}: {uitleg.tekst}")
    st.markdown(veilig(f"{uitleg.regel} = {uitleg.ingevuld}"))
    st.latex(uitleg.symbolen)
    st.caption(veilig(uitleg.afronding))
    rijen = [
        (stap.label, stap.tekst, f"{stap.regel} = {stap.ingevuld}" if stap.regel else stap.herkomst)
        for stap in uitleg.alle()
    ]
    toon(
        teksttabel(
            rijen,
            ("Cijfer", "Waarde", "Hoe, of waar het vandaan komt"),
            "De stappen van de uitleg, tot aan de bronnen.",
        )
    )

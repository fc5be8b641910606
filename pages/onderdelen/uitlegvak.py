"""The question "hoe komt dit tot stand?": choose a figure, see its equation filled in, down to the sources."""

import streamlit as st

from fairshare.opmaak import getal
from fairshare.uitleg import GROOTHEDEN, Stap, leg_uit
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.woorden import teksttabel, veilig


def uitlegvak(beeld: Beeld, begin: str, gemeente: str = "") -> None:
    """Draw the question below a page; it opens with the figure ``begin``, of ``gemeente`` where one is chosen."""
    with st.expander("Hoe komt een cijfer tot stand?", key=f"uitleg_{begin}"):
        regio, jaren = beeld.regio, list(beeld.uitkomst.jaren)
        eerste, tweede, derde = st.columns(3)
        plek = regio.codes.index(gemeente) if gemeente else 0
        code = eerste.selectbox(
            "Gemeente",
            regio.codes,
            plek,
            format_func=dict(zip(regio.codes, regio.namen, strict=True)).get,
            key=f"uitleg_gemeente{gemeente}",
        )
        keuzes = list(GROOTHEDEN)
        cijfer = tweede.selectbox(
            "Cijfer", keuzes, keuzes.index(begin), format_func=GROOTHEDEN.get, key="uitleg_cijfer"
        )
        jaar = derde.selectbox("Jaar", jaren, len(jaren) - 1, key="uitleg_jaar")
        _toon(leg_uit(beeld.uitkomst, code, cijfer, jaar))


def _toon(uitleg: Stap) -> None:
    st.markdown(f"### {uitleg.label}: {uitleg.tekst}")
    st.markdown(veilig(f"{uitleg.regel} = {uitleg.ingevuld}"))
    st.latex(uitleg.symbolen)
    st.caption(veilig(f"Onafgerond {getal(uitleg.waarde, 6)}; een scherm rondt een keer af, een half naar boven."))
    rijen = [
        (stap.label, stap.tekst, f"{stap.regel} = {stap.ingevuld}" if stap.regel else stap.herkomst)
        for stap in uitleg.alle()
    ]
    teksttabel(
        rijen, ("Cijfer", "Waarde", "Hoe, of waar het vandaan komt"), "De stappen van de uitleg, tot aan de bronnen."
    )

"""Herrekening: every figure that the sources print beside the computed one, and what the text leaves open."""

import streamlit as st

from fairshare import model
from fairshare.model import Herrekend
from fairshare.opmaak import getal, precies, verschil
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import kop, toon, uitklap

TITEL = "Herrekening"

KOPPEN = (
    "Wat",
    "Waar",
    "Gedrukt",
    "Berekend",
    "Gedrukt min berekend",
    "Welke stap de tekst openlaat",
    "De andere lezing scheelt",
)


def render(beeld: Beeld) -> None:
    """Draw the page."""
    alle = model.herreken()
    gedrukt = [een for een in alle if een.gedrukt is not None]
    gelijk = [een for een in gedrukt if een.verschil == 0]
    niet = [een for een in gedrukt if een.berekend is None]
    st.markdown(
        f"Van **{len(gedrukt)}** gedrukte cijfers komen er **{len(gelijk)}** bij narekenen op hetzelfde uit; **{len(niet)}** staan in "
        "de bron zonder de stap ernaartoe. De andere staan hieronder, met wat de tekst openlaat. Deze pagina verandert niet mee met de "
        "knoppen; `python -m fairshare herreken` geeft dezelfde cijfers."
    )
    for bron in dict.fromkeys(een.bron for een in alle):
        kop(bron)
        rijen = [_rij(een) for een in alle if een.bron == bron and _opvallend(een)]
        if rijen:
            toon(teksttabel(rijen, KOPPEN, "Wat anders uitkomt, of waar de tekst een stap openlaat."))
        else:
            st.markdown("Alles komt op hetzelfde uit.")
    _kolommen(beeld)
    uitklap(
        "Alle cijfers", "herrekening_alles", lambda: toon(teksttabel([_rij(een) for een in alle], KOPPEN, "Alles."))
    )


def _opvallend(een: Herrekend) -> bool:
    """Whether there is something to say: a difference, another reading, or a figure alone that cannot be computed."""
    return bool(een.verschil) or (bool(een.waard) and not een.letter) or (een.berekend is None and not een.letter)


def _rij(een: Herrekend) -> tuple[str, ...]:
    eenheid = f"{een.wat} ({een.eenheid})" if een.eenheid else een.wat
    return (
        eenheid,
        een.plek,
        "niet gedrukt" if een.gedrukt is None else getal(een.gedrukt, een.decimalen),
        "niet na te rekenen" if een.berekend is None else precies(een.berekend, max(een.decimalen, 1)),
        "" if een.verschil is None else verschil(een.verschil, een.decimalen),
        een.open,
        "" if een.waard is None else verschil(een.waard, max(een.decimalen, 1)),
    )


def _kolommen(beeld: Beeld) -> None:
    cellen = model.naast_elkaar(beeld.regio)
    if cellen is None:
        return
    kop("De tabel 'Theorie vs praktijk'")
    koppen = [f"{kolom.letter} {kolom.kop}" for kolom in beeld.regio.gepubliceerd]
    toon(
        teksttabel(
            [[naam, *rij] for naam, rij in zip(cellen.index, cellen.to_numpy(), strict=True)],
            ["Gemeente", *koppen],
            "De gepubliceerde tabel, kolommen A tot en met F; achter het teken ≠ wat het narekenen geeft.",
            "cijfers",
        )
    )

"""Theorie en praktijk: the published table beside what the model computes, with every difference explained."""

import streamlit as st

from fairshare import model
from fairshare.opmaak import benodigd, getal, opsomming, procent
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import teksttabel
from pages.onderdelen.woorden import kop, toon

TITEL = "Theorie en praktijk"

KOPPEN = {
    "A": "A Naar inwoners (37%)",
    "B": "B Realisatie 2024",
    "C": "C 30% van de mutaties",
    "D": "D 30% tot 1e aftoppingsgrens",
    "E": "E 15% Wet regie",
    "F": "F Naar herkomst",
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    tabellen = model.theorie(beeld.regio)
    if tabellen is None:
        st.info("Voor deze regio is geen tabel 'Theorie vs praktijk' gepubliceerd; hij bestaat voor de Stedendriehoek.")
        return
    st.markdown(
        "De tabel uit de presentatie van 13 april 2026, nagerekend met het model. Waar het model op iets anders uitkomt, staat dat "
        "achter **≠**; elders is het, afgerond, hetzelfde. Deze pagina verandert niet mee met de knoppen. De kolommen C en E "
        "narekenen is geen bewijs: de mutaties zijn eruit herleid. Kolom A is wel onafhankelijk te toetsen, aan de inwoners van het CBS."
    )
    kop("Zoals gepubliceerd, en waar het model afwijkt")
    cellen = model.naast_elkaar(tabellen)
    toon(
        teksttabel(
            [[naam, *rij] for naam, rij in zip(cellen.index, cellen.to_numpy(), strict=True)],
            ["Gemeente", *KOPPEN.values()],
            "De gepubliceerde tabel, kolommen A tot en met F; achter het teken ≠ wat het model berekent.",
            "cijfers",
        )
    )
    _verschillen(beeld, tabellen)


def _verschillen(beeld: Beeld, tabellen: model.Theorie) -> None:
    """Explain every cell that differs, every sum that does not add up and every empty column."""
    kop("Elk verschil en elke lege kolom")
    bron, berekend, som = tabellen.bron, tabellen.model, tabellen.som_bron
    rijen = [
        (
            f"{rij.kolom}, {rij.rij}",
            rij.bron,
            rij.model,
            "Niets aangeleverd: de bron drukt 0 af, maar deze gemeente heeft mutaties. Onbekend is geen 0.",
        )
        for rij in model.verschillen(tabellen).itertuples()
    ]
    for letter, uitleg in (
        ("D", "De rijen zijn elk apart afgerond; het totaal is de afronding van het onafgeronde totaal."),
        ("E", "De rijen zijn elk apart afgerond; het totaal is de afronding van het onafgeronde totaal."),
    ):
        gedrukt = f"som van de rijen {getal(som[letter])}, gedrukt {getal(bron.loc['Regio', letter])}"
        rijen.append(
            (f"{letter}, totaal", gedrukt, getal(berekend.loc["Regio", letter], 2), f"Afronding in de bron. {uitleg}")
        )
    rijen += _verklaard(beeld, tabellen)
    toon(
        teksttabel(
            rijen, ("Waar", "Bron", "Model", "Uitleg"), "Verschillen tussen de gepubliceerde tabel en het model."
        )
    )


def _verklaard(beeld: Beeld, tabellen: model.Theorie) -> list[tuple[str, str, str, str]]:
    bron, berekend = tabellen.bron, tabellen.model
    afspraak = model.afspraak(beeld.regio)
    nodig = model.eindjaar(afspraak).sort_values("benodigd_percentage")["benodigd_percentage"]
    gemiddeld = model.kerncijfers(afspraak).benodigd_percentage
    return [
        (
            "C, niet geplaatst",
            f"{getal(bron.loc['Regio', 'A'])}, {getal(bron.loc['Regio', 'C'])} en {getal(bron.loc['Niet geplaatst', 'C'])}",
            f"{getal(berekend.loc['Regio', 'C'], 1)} en {getal(berekend.loc['Niet geplaatst', 'C'], 1)}",
            "De gedrukte getallen trekken niet van elkaar af, omdat beide apart naar boven zijn afgerond.",
        ),
        (
            "A, '37%'",
            "37%",
            f"{procent(gemiddeld, 1)}",
            f"Een gemiddelde van de regio: per gemeente loopt het van {benodigd(nodig.iloc[0])} tot {benodigd(nodig.iloc[-1])}.",
        ),
        (
            "A, inwoners",
            "kolom A",
            "CBS 1-1-2024",
            f"CBS geeft een ander afgerond getal voor {opsomming(model.anders_dan_cbs(beeld.regio))} (hoogstens 1). Beide zijn een eigen sleutel.",
        ),
        (
            "E, 15%",
            "min. 15% uit de Wet regie",
            "15%",
            "15% volgens de presentatie van 13 april 2026, niet nagetrokken in de wet.",
        ),
        (
            "F, herkomst",
            "leeg",
            getal(None),
            "De kolom staat in de bron zonder cijfers. De sleutel werkt zodra de gegevens er zijn.",
        ),
    ]

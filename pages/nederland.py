"""Nederland: the same agreement asked of every gemeente of the country, and the way to any region."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.fouten import Getypt
from fairshare.gegevens import gemeenten_van_het_land, regelingen_met, regios_met
from fairshare.link import regiolink
from fairshare.opmaak import benodigd, getal, opsomming, procent
from fairshare.scenario import SLEUTELS
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen.aanwijzen import aanwijzen
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek, opschrift, tabel, vragenlijst, zin
from pages.onderdelen.woorden import kop, toon

TITEL = "Nederland"

GEBIEDEN = {"provincie": "Per provincie", "corop": "Per COROP-gebied", "land": "Het land als een regio"}

PER_GEBIED = {
    "gebied": ("Gebied", str),
    "mutaties": ("Mutaties", getal),
    "gevraagd": ("Voor urgenten", getal),
    "over": ("Blijft regulier", getal),
    "hoogste": ("Hoogste deel in", str),
    "deel": ("Dat deel", lambda deel: benodigd(deel, 0)),
}

MEESTE_GENOEMD = 12
"""With more gemeenten than this only the first are named."""

SAMEN = "land_samen"
"""Where the gemeenten are kept that someone puts together."""

NAAM = "schrijf letters en cijfers, met spaties en . ' ( ) - ertussen"

MEESTE_SAMEN = 60
"""So many gemeenten a region can be put together of here; a link takes more."""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    kop("Kies een regio")
    samen = _kies(beeld)
    kop("Dezelfde afspraak, overal")
    gebied = st.radio("Verdeeld", list(GEBIEDEN), format_func=GEBIEDEN.get, horizontal=True, key="land_gebied")
    later(_afspraak, gebied)
    links, rechts = st.columns([2, 3], gap="medium")
    with links:
        later(
            _kaart,
            gebied,
            samen,
            boven=[opschrift("Welk deel van wat vrijkomt elke gemeente zou afstaan")],
            onder=[
                bijschrift(
                    "Hoe sterker de kleur, hoe meer; vanaf 60% even sterk. Grijs: er komt niets vrij. Een klik op een gemeente zet haar in de regio die "
                    "u samenstelt, of haalt haar eruit; met het toetsenbord kan dat in het veld erboven."
                )
            ],
        )
        aanwijzen(SAMEN, gemeenten_van_het_land(), MEESTE_SAMEN)
    with rechts:
        later(_gebieden, gebied, boven=[opschrift("Wat er gevraagd wordt en wat er blijft", "woningen per jaar")])


def _kies(beeld: Beeld) -> tuple[str, ...]:
    """Draw the ways to a region: by a gemeente, or gemeenten put together; give those."""
    namen = gemeenten_van_het_land()
    links, rechts = st.columns(2, gap="medium")
    with links:
        code = st.selectbox(
            "Zoek een gemeente",
            list(namen),
            None,
            format_func=namen.get,
            key="land_gemeente",
            placeholder="Typ een naam",
        )
        if code:
            keuzes = [*regelingen_met(code), *regios_met(code)]
            toon(vragenlijst([("", [(naam, f"./?{regiolink(regio, beeld.regios)}")], "") for regio, naam in keuzes]))
    with rechts:
        codes = st.multiselect(
            "Of stel er zelf een samen",
            list(namen),
            format_func=namen.get,
            key=SAMEN,
            max_selections=MEESTE_SAMEN,
            placeholder="Kies gemeenten",
        )
        naam = st.text_input("Naam van de regio", max_chars=40, key="land_naam", placeholder="Mag leeg blijven")
        if codes:
            regio = ",".join(codes) + (f":{naam.strip()}" if naam.strip() else "")
            adres = regiolink(regio, beeld.regios)
            toon(
                vragenlijst([("", [(f"Open {_deze(codes)}", f"./?{adres}")], "")])
                if adres
                else bijschrift(Getypt("Naam van de regio", naam, NAAM).melding)
            )
    return tuple(codes)


def _deze(codes: list[str]) -> str:
    return "deze gemeente" if len(codes) == 1 else f"deze {len(codes)} gemeenten"


def _land(beeld: Beeld, gebied: str) -> model.Overal:
    return model.overal(beeld.scenario, gebied)


def _afspraak(beeld: Beeld, gebied: str) -> list[Stuk]:
    land = _land(beeld, gebied)
    van_wie = (
        "gekozen in dit scenario"
        if land.eigen_graad
        else "een aanname: die van de Stedendriehoek over haar corporatiewoningen"
    )
    sleutel = f"{SLEUTELS[land.sleutel].lower()}" + (
        ""
        if beeld.scenario.sleutel in (land.sleutel, "inwoners_cbs")
        else ", want de sleutel van dit scenario is niet overal bekend"
    )
    erboven = land.te_veel
    genoemd = erboven if len(erboven) <= MEESTE_GENOEMD else [*erboven[:MEESTE_GENOEMD], "andere"]
    return [
        zin(
            f"**{procent(land.percentage, 1)}** van wat in elk gebied vrijkomt gaat naar urgenten, binnen het gebied verdeeld naar {sleutel}. "
            f"Mutaties: corporatiewoningen van 1 januari 2024 maal {procent(land.graad, 2)} ({van_wie})."
        ),
        bijschrift(
            f"Van {len(erboven)} gemeenten wordt dan meer gevraagd dan er vrijkomt: {opsomming(genoemd)}."
            if erboven
            else "Van geen gemeente wordt dan meer gevraagd dan er vrijkomt."
        ),
    ]


def _kaart(beeld: Beeld, gebied: str, samen: tuple[str, ...]) -> list[Stuk]:
    land = _land(beeld, gebied)
    rijen = grafieken.landkaart_rijen(land, samen)
    spec = grafieken.landkaart(beeld.donker)
    return [
        grafiek(rijen, spec, "Kaart van het deel dat elke gemeente zou afstaan. De tabel ernaast geeft de gebieden.")
    ]


def _gebieden(beeld: Beeld, gebied: str) -> list[Stuk]:
    return [
        tabel(
            _land(beeld, gebied).gebieden,
            PER_GEBIED,
            "Per gebied: mutaties, voor urgenten, wat regulier blijft en het hoogste deel.",
        )
    ]

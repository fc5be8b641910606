"""Gemeenteprofiel: one gemeente as the main person."""

import streamlit as st

from fairshare import grafieken, koppen, model
from fairshare.gegevens import naast_elkaar
from fairshare.opmaak import ONBEKEND, benodigd, getal, minstens, precies, procent
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek, kaarten, let_op, opschrift, tabel, teksttabel, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, toon, uitklap

TITEL = "Gemeenteprofiel"

GEGEVENS = (
    "inwoners_2024",
    "woningen_2024",
    "corporatiewoningen_2024",
    "mutaties_liberalisatiegrens",
    "mutaties_aftoppingsgrens",
    "toewijzingen_2024",
)

PER_JAAR = {
    "jaar": ("Jaar", str),
    "opgave": ("Opgave op het pad", getal),
    "eigen_aandeel": ("Eigen aandeel", getal),
    "capaciteit": ("Capaciteit", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "regulier": ("Regulier", getal),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    veld("gemeente", beeld.regios)
    volgt(_kop)
    later(let_op)
    links, rechts = st.columns([3, 2], gap="medium")
    with links:
        volgt(
            _pad,
            boven=[
                opschrift(
                    "Fair share en capaciteit per jaar",
                    f":gray[- -] opgave  :blue[●] capaciteit  :orange[●] **niet geplaatst**, {beeld.scenario.eenheid}",
                )
            ],
        )
        later(_op_weg)
    with rechts:
        later(_alleen, boven=[opschrift("Wat zou het eigen gat dichten?")])
    kop("Wat we van de gemeente weten")
    _gegevens(beeld)
    _ernaast(beeld)
    later(_lokaal)
    uitklap("Fair share en capaciteit per jaar in een tabel", "profieltabel", lambda: later(_per_jaar))
    uitlegvak(beeld, "benodigd_percentage")


def _kop(beeld: Beeld) -> list[Stuk]:
    profiel = beeld.eens(model.profiel, beeld.gemeente)
    return [
        kaarten(
            [
                (
                    f"Niet geplaatst in {profiel.jaar}",
                    getal(profiel.heel("niet_geplaatst")),
                    f"tekort {getal(profiel.heel('tekort'))}",
                    "Eigen opgave waarvoor nergens een woning is, na verevening.",
                ),
                (
                    "Eigen aandeel",
                    getal(profiel.heel("eigen_aandeel")),
                    f"capaciteit {getal(profiel.heel('capaciteit'))}, dekking {procent(profiel.dekking)}",
                    "Wat de verdeling van dit scenario van deze gemeente vraagt, in huishoudens per jaar. Dekking: welk deel zij daarvan zelf kan huisvesten.",
                ),
                (
                    "Benodigd percentage",
                    benodigd(profiel.benodigd_percentage),
                    f"plaats {profiel.plaats} van {profiel.van}"
                    if profiel.plaats
                    else getal(None)
                    if profiel.vrij
                    else "er komt geen woning vrij",
                    f"Dat is {koppen.BENODIGD}; plaats 1 is het hoogst.",
                ),
                (
                    "Voor anderen",
                    getal(profiel.heel("geleverd")),
                    f"van anderen {getal(max(profiel.overgenomen, 0))}",
                    "Plekken uit het eigen overschot voor andere gemeenten, en plekken van anderen voor het eigen tekort.",
                ),
            ]
        ),
        zin(" ".join(model.zinnen(profiel))),
    ]


def _per_jaar(beeld: Beeld) -> list[Stuk]:
    plek = beeld.regio.codes.index(beeld.gemeente)
    cijfers = model.van_een(beeld.uitkomst, plek, [naam for naam in PER_JAAR if naam != "jaar"])
    return [tabel(cijfers, PER_JAAR, "De gemeente per jaar.")]


def _pad(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.gemeente_rijen(beeld.uitkomst, beeld.regio.codes.index(beeld.gemeente))
    spec = {**grafieken.per_gemeente(beeld.jaren, grafieken.grens(rijen), beeld.donker), "height": 280}
    return [grafiek(rijen, spec, "Opgave, capaciteit en niet geplaatst per jaar van de gekozen gemeente.")]


def _op_weg(beeld: Beeld) -> list[Stuk]:
    """Say which years of the line above are still on the way from 2024."""
    weg = model.op_weg(beeld.uitkomst, beeld.gemeente)
    return [bijschrift(weg)] if weg else []


def _alleen(beeld: Beeld) -> list[Stuk]:
    profiel = beeld.eens(model.profiel, beeld.gemeente)
    rijen = [
        ("Reservering", minstens(profiel.nodige_reservering, procent, 1)),
        ("Extra plekken per jaar", minstens(profiel.extra_plekken, getal)),
        ("Nieuwbouw sociale huur per jaar", minstens(profiel.nieuwbouw, getal)),
    ]
    return [
        teksttabel(rijen, ("Elk afzonderlijk", "Nodig"), "Wat het eigen gat zou dichten, elk afzonderlijk."),
        bijschrift(
            "Zonder verevening. Nieuwbouw en plekken: elk jaar van de periode, in deze gemeente. Naar boven afgerond."
        ),
    ]


def _gegevens(beeld: Beeld) -> None:
    gemeente = next(rij for rij in beeld.regio.gemeenten if rij.code == beeld.gemeente)
    kolommen = beeld.regio.register.kolommen
    rijen = [
        (kolommen[naam].naam, getal(getattr(gemeente, naam)), kolommen[naam].status, kolommen[naam].bron)
        for naam in GEGEVENS
        if naam in kolommen
    ]
    graad = procent(beeld.eens(model.profiel, beeld.gemeente).mutatiegraad, 1)
    rijen.append(
        ("Mutatiegraad van de gemeente", graad, "herleid", "mutaties van 2024 gedeeld door de sociale voorraad")
    )
    rijen = [(wat, cijfer, ONBEKEND if cijfer == ONBEKEND else status, bron) for wat, cijfer, status, bron in rijen]
    toon(teksttabel(rijen, ("Cijfer", "Waarde", "Status", "Bron"), "Gegevens van de gemeente met status en bron."))
    _gedrukt(beeld)


def _gedrukt(beeld: Beeld) -> None:
    """Show the profile that the region itself printed of a gemeente."""
    profiel = beeld.regio.register.profielen.get(beeld.gemeente)
    if profiel is None:
        return
    kop("Zoals de regio haar zelf beschreef")
    rijen = [
        (regel.wat, _gedrukt_als(regel.aantal), _gedrukt_als(regel.procent, "%"), _gedrukt_als(regel.regio, "%"))
        for regel in profiel.regel
    ]
    toon(
        teksttabel(rijen, ("Wat", "Aantal", "Deel", "Deel in de regio"), f"Bron: {profiel.bron}.", "cijfers"),
        bijschrift(f"{profiel.toelichting} Er wordt niet mee gerekend.", herrekening="Nagerekend."),
    )


def _gedrukt_als(cijfer: float | None, achter: str = "") -> str:
    """Write a printed figure with the decimals that it has; what is not printed stays empty."""
    return "" if cijfer is None else f"{precies(cijfer, 2)}{achter}"


ERNAAST = {
    "wie": ("Wie", str),
    "inwoners": ("Inwoners", getal),
    "woningen": ("Woningen op 1.000 inwoners", getal),
    "corporaties": ("Deel corporatiewoningen", lambda deel: procent(deel, 1)),
    "eenpersoons": ("Deel eenpersoonshuishoudens", lambda deel: procent(deel, 1)),
    "naar_inwoners": ("Van 10.000, naar inwoners", getal),
    "naar_huishoudens": ("naar huishoudens", getal),
    "naar_voorraad": ("naar voorraad", getal),
}


def _ernaast(beeld: Beeld) -> None:
    """Put the gemeente beside its neighbours, its province and the country."""
    rijen = model.kolommen(naast_elkaar(beeld.gemeente))
    if not rijen:
        return
    kop("Naast de buren, de provincie en het land")
    toon(tabel(rijen, ERNAAST, "De gemeente naast haar buurgemeenten, haar provincie en Nederland."))
    toon(
        bijschrift(
            "CBS, 1 januari 2025. De laatste drie kolommen: hoeveel van 10.000 urgente huishoudens in heel Nederland hier zouden "
            "horen, bij drie verdeelsleutels."
        )
    )


def _lokaal(beeld: Beeld) -> list[Stuk]:
    """Show what only some regions have: the part of each corporatie, and the local groups."""
    stukken: list[Stuk] = []
    delen = model.per_corporatie(beeld.uitkomst, beeld.gemeente)
    if delen:
        rijen = [(naam, getal(jaren[beeld.uitkomst.eind])) for naam, jaren in delen.items()]
        stukken += [
            opschrift(f"Per corporatie in {beeld.kern.jaar}"),
            teksttabel(
                rijen, ("Corporatie", "Woningen voor urgenten"), "De capaciteit, verdeeld naar bezit.", "cijfers"
            ),
            bijschrift(model.corporaties.REGEL),
        ]
    groepen = next(rij.groep for rij in beeld.regio.gemeenten if rij.code == beeld.gemeente)
    if groepen:
        rijen = [(naam, getal(aantal)) for naam, aantal in groepen.items()]
        stukken += [
            opschrift("Lokale groepen"),
            teksttabel(rijen, ("Groep", "Urgente huishoudens"), "De lokale urgente groepen.", "cijfers"),
        ]
    return stukken

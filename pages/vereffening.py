"""Vereffening: who pays whom, and who is next in line since the start."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, procent, verschil
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later
from pages.onderdelen import realisatie
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    bijschrift,
    let_op_verdelen,
    onbekend_in_totaal,
    opschrift,
    profielen,
    staven,
    tabel,
    zin,
)
from pages.onderdelen.uitlegvak import uitlegvak

TITEL = "Vereffening"

PER_GEMEENTE = {
    "naam": ("Gemeente", str),
    "plaatsingen": ("Plaatsingen", getal),
    "eigen_aandeel": ("Eigen aandeel", getal),
    "vereffening": ("Vereffening", verschil),
}
BEDRAG = {"bedrag": ("In euro", verschil)}

BETALINGEN = {
    "van": ("Wie minder deed", str),
    "naar": ("Wie meer deed", str),
    "aantal": ("Woningen", getal),
}

STAND = {
    "naam": ("Gemeente", str),
    "beurt": ("Aan de beurt", lambda plek: "" if plek != plek else getal(plek)),
    "vervulling": ("Vervuld", lambda deel: procent(deel, 1)),
    "eigen_aandeel": ("Eigen aandeel", getal),
    "ruil": ("waarvan door ruil", verschil),
    "plaatsingen": ("Plaatsingen", getal),
    "stand": ("Stand", verschil),
}

REGISTER = {
    "van": ("Draagt over", str),
    "naar": ("Neemt over", str),
    "aantal": ("Woningen per jaar", getal),
    "sinds": ("Sinds", str),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Wie minder plaatst dan haar deel van alle plaatsingen betaalt, wie meer plaatst ontvangt; over de regio telt het op tot 0. Een tarief "
        "staat in geen enkele bron: u vult het zelf in."
    )
    links, rechts = st.columns(2, gap="medium")
    with links:
        veld("jaar", beeld.regios)
    with rechts:
        veld("tarief", beeld.regios)
    later(let_op_verdelen)
    with links:
        later(_betalingen, boven=[opschrift(f"Wie betaalt wie in {beeld.jaar}?")])
    with rechts:
        later(_per_gemeente, boven=[opschrift(f"Per gemeente in {beeld.jaar}")])
    later(
        _stand,
        boven=[opschrift(f"De stand sinds {beeld.jaren[0]}: wie is aan de beurt?")],
        onder=[
            bijschrift(
                "Vervuld: de plaatsingen als deel van het eigen aandeel, alles sinds het begin bij elkaar; wie daarvan het minst heeft, is het eerst aan de beurt. Stand: de vereffening "
                "sinds het begin opgeteld; zij begint nooit opnieuw. Ruil zit in het eigen aandeel.",
                monitoring="Vul de realisatie in bij Monitoring.",
            )
        ],
    )
    later(_register, boven=[opschrift("Register van de ruil")])
    uitlegvak(beeld, "vereffening")


def _betalingen(beeld: Beeld) -> list[Stuk]:
    betalingen = model.betalingen(beeld.uitkomst, beeld.jaar, beeld.weergave.tarief)
    if betalingen.empty:
        if beeld.uitkomst.regionaal("opgave", beeld.jaar) == 0:
            return [zin("De opgave is 0: er is niets te vereffenen.")]
        bekend = (
            getal(beeld.uitkomst.regionaal("vereffening", beeld.jaar)) != getal(None) and not beeld.uitkomst.onvolledig
        )
        return [zin("Niemand heeft iets te vereffenen." if bekend else "Onbekend: daarvoor ontbreken gegevens.")]
    kolommen = BETALINGEN if beeld.weergave.tarief is None else BETALINGEN | {"bedrag": ("Bedrag in euro", getal)}
    return [
        *map(zin, model.tarief_nul(beeld.weergave.tarief)),
        tabel(betalingen, kolommen, "Wie aan wie betaalt: het grootste verschil het eerst, tot alles vereffend is."),
    ]


def _per_gemeente(beeld: Beeld) -> list[Stuk]:
    cijfers = beeld.eens(model.solidariteit, beeld.jaar, beeld.weergave.tarief).tabel
    kolommen = PER_GEMEENTE if beeld.weergave.tarief is None else PER_GEMEENTE | BEDRAG
    omschrijving = "Wat elke gemeente meer of minder plaatst dan haar deel van alle plaatsingen; samen 0."
    return [tabel(cijfers, kolommen, omschrijving, profielen(beeld)), *onbekend_in_totaal(beeld)]


def _stand(beeld: Beeld) -> list[Stuk]:
    geteld = model.gerealiseerde_stand(beeld.uitkomst, realisatie.bewaard(beeld))
    verwacht = model.verwachte_stand(beeld.uitkomst, beeld.jaar)
    kop = f"Geteld tot en met {geteld.tot}, over de halfjaren die alle gemeenten kennen." if geteld else ""
    pad = f"Verwacht tot en met {verwacht.tot}, als alles gaat zoals dit scenario; niet geteld."
    return [
        *([zin(f"{kop} {model.beurt_zin(geteld)}"), *_van(beeld, geteld)] if geteld else []),
        zin(f"{pad} {model.beurt_zin(verwacht)}"),
        *_van(beeld, verwacht),
        *onbekend_in_totaal(beeld),
    ]


def _van(beeld: Beeld, stand: model.Stand) -> list[Stuk]:
    wat = "geteld" if stand.gerealiseerd else "verwacht"
    return [
        staven(
            beeld,
            grafieken.stand_rijen(stand),
            "woningen, samen 0",
            f"Stand per gemeente, {wat}. De tabel geeft de cijfers.",
        ),
        tabel(stand.tabel, STAND, f"De stand tot en met {stand.tot}, {wat}.", profielen(beeld)),
    ]


def _register(beeld: Beeld) -> list[Stuk]:
    register = model.ruilregister(beeld.uitkomst, beeld.jaar)
    if register.empty:
        return [zin("Er is in dit scenario geen ruil afgesproken.")]
    kolommen = REGISTER | {"samen": (f"Samen tot en met {beeld.jaar}", getal)}
    return [tabel(register, kolommen, f"Elke ruil, en wat er tot en met {beeld.jaar} mee is overgedragen.")]

"""Speltafel: the table bids in three rounds, and sees what that does to the gap, to each other and to regulier."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, procent, verschil
from pages.onderdelen import speltafel
from pages.onderdelen.bediening import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.woorden import kaart, let_op, staven, tabel, teksttabel, uitklap, veilig

TITEL = "Speltafel"

PROFIEL = (
    "inwoners_2024",
    "woningen_2024",
    "corporatiewoningen_schatting",
    "mutaties_liberalisatiegrens",
    "toewijzingen_2024",
)

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "percentage": ("Percentage", lambda waarde: procent(waarde, 1) if waarde == waarde else ""),
    "plekken": ("Extra plekken", getal),
    "nieuwbouw": ("Nieuwbouw", getal),
    "overgenomen": ("Overgenomen", verschil),
    "fair_share": ("Fair share", getal),
    "capaciteit": ("Capaciteit", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "draagt": ("Draagt t.o.v. fair share", verschil),
    "regulier_verschil": ("Regulier t.o.v. begin", verschil),
}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.title(TITEL, anchor=False)
    let_op(model.waarschuwingen(beeld.uitkomst))
    rondes = [model.speel(beeld.uitkomst, beeld.weergave.bod, nummer) for nummer in range(model.RONDES + 1)]
    nu = rondes[: beeld.weergave.ronde + 1][-1]
    _stand(beeld, rondes, nu)
    speltafel.rondes(beeld)
    links, rechts = st.columns([2, 3], gap="large")
    with links:
        _bod(beeld, nu)
    with rechts:
        st.subheader("Wie heeft er nog geen plek?", anchor=False)
        rijen = grafieken.ronde_rijen(beeld.uitkomst, nu)
        staven(
            beeld, rijen, "niet geplaatst, huishoudens per jaar", "ronde", "Niet geplaatst per gemeente na deze ronde."
        )
    st.subheader("Alle biedingen", anchor=False)
    tabel(model.ronde_tabel(beeld.uitkomst, nu), KOLOMMEN, "Het bod van elke gemeente en wat het oplevert.", "spel")
    st.caption(
        "In het eindjaar van dit scenario. Een overschot helpt een ander pas als die het overneemt. "
        "Alles wat de tafel biedt staat in de link."
    )
    uitklap("De spelregels van de gespreksleider", "spelregels", lambda: _regels(beeld))


def _stand(beeld: Beeld, rondes: list[model.Ronde], nu: model.Ronde) -> None:
    doel = beeld.weergave.hoogstens
    with st.container(key="kaarten"):
        vakken = st.columns(len(rondes))
    for vak, ronde in zip(vakken, rondes, strict=True):
        with vak, st.container(key=("accent" if ronde is nu else f"ronde_{ronde.nummer}")):
            naam = "Begin" if not ronde.nummer else f"Ronde {ronde.nummer}"
            eronder = "doel gehaald" if model.gehaald(ronde, beeld.weergave) else f"doel: hoogstens {getal(doel)}"
            kaart(naam, getal(ronde.gat), eronder, "Niet geplaatst in de hele regio, huishoudens per jaar.")
    with st.container():
        bezwaren = model.bezwaren(beeld.uitkomst, nu, beeld.weergave)
        if bezwaren:
            st.error("**Dit mag niet van de spelregels.**\n\n" + "\n".join(f"- {veilig(zin)}" for zin in bezwaren))


def _bod(beeld: Beeld, nu: model.Ronde) -> None:
    veld("gemeente", beeld.regios)
    profiel = model.profiel(beeld.uitkomst, beeld.gemeente)
    plek = beeld.regio.codes.index(beeld.gemeente)
    st.markdown(
        f"**{veilig(profiel.naam)}**: fair share {getal(profiel.opgave)}, er komen {getal(profiel.vrij)} woningen vrij; "
        f"nodig zou {procent(profiel.benodigd_percentage, 1)} zijn. Na dit bod: **:orange[{getal(nu.niet_geplaatst[plek])}]** niet geplaatst."
    )
    uitklap("Gemeenteprofiel", "profielkaart", lambda: _profielkaart(beeld))
    speltafel.bod(beeld)


def _profielkaart(beeld: Beeld) -> None:
    """The card on the table: what is known of this gemeente."""
    gemeente = next(rij for rij in beeld.regio.gemeenten if rij.code == beeld.gemeente)
    kolommen = beeld.regio.register.kolommen
    rijen = [(kolommen[naam].naam, getal(getattr(gemeente, naam))) for naam in PROFIEL if naam in kolommen]
    teksttabel(rijen, ("Cijfer", "Waarde"), "Wat er van deze gemeente bekend is.", "cijfers")


def _regels(beeld: Beeld) -> None:
    for naam in ("hoogstens", "plafond", "minimum", "eigen_deel"):
        veld(naam, beeld.regios)


if __name__ == "__main__":
    bewaak()

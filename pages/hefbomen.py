"""Hefbomen: the same effort in each lever, and what each did from the gap of 2024 to this scenario."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.opmaak import getal, verschil
from fairshare.uitleg import REGIO
from pages.onderdelen.bediening import veld
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.bewaking import bewaak
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import let_op, staven, tabel, uitklap

TITEL = "Hefbomen"

KOLOMMEN = {
    "label": ("Hefboom", str),
    "plekken": ("Plekken voor urgenten", verschil),
    "minder": ("Daling niet geplaatst", getal),
    "gemist": ("Daling gemiste plaatsingen", getal),
    "regulier": ("Voor regulier", verschil),
}
STAPPEN = {"label": ("Stap", str), "van": ("Niet geplaatst ervoor", getal), "tot": ("en erna", getal)}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.title(TITEL, anchor=False)
    let_op(model.waarschuwingen(beeld.uitkomst))
    links, rechts = st.columns(2, gap="medium")
    with links:
        opbrengst = _even_veel(beeld)
    with rechts:
        waterval = _waterval(beeld)
    st.subheader("Dezelfde inspanning in cijfers", anchor=False)
    tabel(opbrengst, KOLOMMEN, "Wat dezelfde inspanning in elke hefboom oplevert.", "hefbomen")
    st.caption(
        f"Elk afzonderlijk, bovenop dit scenario, in {beeld.kern.jaar}; gemiste plaatsingen over het hele pad. Nieuwbouw telt mee in "
        "het jaar van oplevering en daarna als voorraad die muteert. Het bouwprogramma volgt de regel uit de Achterhoek: van de "
        "bruto nieuwbouw is 30% sociale huur tot en met 2030 en 23% vanaf 2031. Nieuwbouw en doorstroming laten ook "
        "woningen voor regulier woningzoekenden vrijkomen; meer reserveren gaat daar juist van af."
    )
    uitklap(
        "De stappen van 2024 naar dit scenario in een tabel",
        "watervaltabel",
        lambda: tabel(waterval.stappen, STAPPEN, "Elke stap van het gat in 2024 naar dit scenario.", "waterval"),
    )
    uitlegvak(beeld, "capaciteit", REGIO)


def _even_veel(beeld: Beeld):
    st.subheader("Dezelfde inspanning, elk een andere hefboom", anchor=False)
    veld("inspanning", beeld.regios)
    opbrengst = model.even_veel(beeld.uitkomst, beeld.weergave.inspanning)
    st.markdown(f":blue[■] hoeveel minder niet geplaatst in {beeld.kern.jaar}, huishoudens per jaar")
    rijen = grafieken.opbrengst_rijen(opbrengst)
    staven(
        beeld,
        rijen,
        "huishoudens per jaar",
        "opbrengst",
        "Opbrengst per hefboom. De tabel eronder geeft dezelfde cijfers.",
    )
    return opbrengst


def _waterval(beeld: Beeld):
    st.subheader("Van het gat in 2024 naar dit scenario", anchor=False)
    st.markdown(":orange[■] **niet geplaatst**  :blue[■] wat een stap ervan afhaalt  :gray[■] wat hij erbij doet")
    waterval = model.waterval(beeld.uitkomst)
    rijen = grafieken.waterval_rijen(waterval)
    staven(beeld, rijen, "huishoudens per jaar", "waterval", "Waterval van het gat in 2024 naar dit scenario.")
    st.caption(
        f"Het gat in 2024: de opgave min de toewijzingen van 2024. Daarna elke keuze van dit scenario, in {beeld.kern.jaar}. "
        "De volgorde telt: een stap werkt op wat de stappen ervoor overlieten. Een stap die niets doet, staat alleen in de tabel."
    )
    som = model.optelsom(waterval)
    with st.container():
        if som:
            st.caption(f"Onafgerond: {som}.")
    return waterval


if __name__ == "__main__":
    bewaak()

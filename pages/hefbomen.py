"""Hefbomen: the same effort in each lever, and what each did from the gap of 2024 to this scenario."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.lezingen.uitleg import REGIO
from fairshare.opmaak import ONBEKEND, getal, verschil
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, legenda, let_op, opschrift, staven, tabel
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, uitklap

TITEL = "Hefbomen"

KOLOMMEN = {
    "label": ("Hefboom", str),
    "plekken": ("Plekken voor urgenten", verschil),
    "minder": ("Daling niet geplaatst", getal),
    "gemist": ("Daling gemiste plaatsingen", getal),
    "regulier": ("Voor regulier", verschil),
}
WATERVAL = {
    "niet geplaatst": ":orange[■] **niet geplaatst**",
    "capaciteit": ":blue[■] wat een stap ervan afhaalt",
    "stil": ":gray[■] wat hij erbij doet",
}
"""What a colour of the waterval says; only of those that are there."""
STAPPEN = {"label": ("Stap", str), "van": ("Niet geplaatst ervoor", getal), "tot": ("en erna", getal)}


def render(beeld: Beeld) -> None:
    """Draw the page."""
    later(let_op)
    links, rechts = st.columns(2, gap="medium")
    with links:
        kop("Dezelfde inspanning, elk een andere hefboom")
        veld("inspanning", beeld.regios)
        volgt(
            _opbrengst,
            boven=[legenda(f":blue[■] hoeveel minder niet geplaatst in {beeld.kern.jaar}, {beeld.scenario.eenheid}")],
        )
    with rechts:
        volgt(
            _waterval,
            boven=[opschrift("Van het gat in 2024 naar dit scenario")],
            onder=[
                bijschrift(
                    f"Het gat in 2024: de opgave min de toewijzingen van 2024. Daarna elke keuze van dit scenario, in {beeld.kern.jaar}. "
                    "De volgorde telt: een stap werkt op wat de stappen ervoor overlieten. Een stap die niets doet, staat alleen in de tabel."
                )
            ],
        )
        later(_onafgerond)
    later(
        _tabel,
        boven=[opschrift("Dezelfde inspanning in cijfers")],
        onder=[
            bijschrift(
                f"Elk afzonderlijk, bovenop dit scenario, in {beeld.kern.jaar}; gemiste plaatsingen over {beeld.periode[0]} tot en met {beeld.periode[1]}. Nieuwbouw telt mee in "
                "het jaar van oplevering en daarna als voorraad die muteert. Het bouwprogramma volgt de regel uit de Achterhoek: van de "
                "bruto nieuwbouw is 30% sociale huur tot en met 2030 en 23% vanaf 2031. Nieuwbouw en doorstroming laten ook "
                "woningen voor regulier woningzoekenden vrijkomen; meer reserveren gaat daar juist van af."
            )
        ],
    )
    uitklap(
        "De stappen van 2024 naar dit scenario in een tabel",
        "watervaltabel",
        lambda: later(_stappen),
    )
    uitlegvak(beeld, "capaciteit", REGIO)


def _opbrengst(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.opbrengst_rijen(beeld.eens(model.even_veel, beeld.weergave.inspanning))
    return [
        staven(
            beeld,
            rijen,
            beeld.scenario.eenheid,
            "Opbrengst per hefboom. De tabel eronder geeft dezelfde cijfers.",
        )
    ]


def _waterval(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.waterval_rijen(beeld.eens(model.waterval))
    er = {kleur for kleur, tekst in zip(rijen["kleur"], rijen["tekst"], strict=True) if tekst != ONBEKEND}
    woorden = "  ".join(wat for kleur, wat in WATERVAL.items() if kleur in er)
    return [
        legenda(woorden),
        staven(beeld, rijen, beeld.scenario.eenheid, "Waterval van het gat in 2024 naar dit scenario."),
    ]


def _onafgerond(beeld: Beeld) -> list[Stuk]:
    som = model.optelsom(beeld.eens(model.waterval))
    return [bijschrift(f"Onafgerond: {som}.")] if som else []


def _tabel(beeld: Beeld) -> list[Stuk]:
    opbrengst = beeld.eens(model.even_veel, beeld.weergave.inspanning)
    return [tabel(opbrengst, KOLOMMEN, "Wat dezelfde inspanning in elke hefboom oplevert.")]


def _stappen(beeld: Beeld) -> list[Stuk]:
    stappen = beeld.eens(model.waterval).stappen
    return [tabel(stappen, STAPPEN, "Elke stap van het gat in 2024 naar dit scenario.")]

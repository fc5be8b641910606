"""Vergelijken: up to four scenarios side by side, first what is chosen, then what becomes of it."""

from math import inf

import streamlit as st

from fairshare import grafieken, model, toetsing
from fairshare.lezingen.uitleg import REGIO
from fairshare.opmaak import getal, jaartal, meer_of_minder, verschil
from fairshare.scenario import parameter
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen import ernaast
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek, let_op, lijnlegenda, opschrift, tabel, teksttabel, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, uitklap

TITEL = "Vergelijken"

CIJFERS = {
    "niet_geplaatst": ("Niet geplaatst", getal),
    "plekken": ("Plekken voor urgenten", getal),
    "opgave": ("Opgave", getal),
    "gemist": ("Gemiste plaatsingen, hele periode", getal),
    "regulier": ("Regulier", getal),
    "dicht": ("Gat van de regio dicht in", lambda jaar: "niet met dit scenario" if jaar == inf else jaartal(jaar)),
}

MATEN = {"niet_geplaatst": "Niet geplaatst", "plekken": "Plekken voor urgenten", "opgave": "Fair share (opgave)"}
WAARVAN = {"niet_geplaatst": "zonder woning", "plekken": "plekken", "opgave": "op te vangen"}
"""What there is more or less of, by figure."""

KLEUREN = ("niet geplaatst", "capaciteit", "regulier", "paars")
VERF = ("orange", "blue", "green", "violet")


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Zet scenario's naast dit scenario; de hele vergelijking staat in de link. De knoppen links veranderen alleen dit scenario."
    )
    ernaast.teken(beeld)
    later(let_op)
    if not beeld.weergave.naast:
        st.info(
            "Er staat nog niets naast dit scenario. Zet dit scenario vast en verander daarna iets, of kies hierboven."
        )
        return
    kop("Niet geplaatst per jaar")
    volgt(_per_jaar)
    uitklap("Per jaar in een tabel", "vergelijkjaren", lambda: later(_jaren))
    later(_keuzes, boven=[opschrift("Wat is er anders gekozen?")])
    later(_uitkomsten, boven=[opschrift("Wat komt eruit, in het eindjaar?")])
    later(
        _waardoor,
        boven=[opschrift("Waar komt het verschil vandaan?")],
        onder=[
            bijschrift(
                "Wat elke verandering toevoegt aan niet geplaatst in het eindjaar, gemiddeld over elke volgorde waarin de veranderingen "
                "kunnen komen (Shapley): de delen tellen op tot het hele verschil. Keuze: wat de regio beslist; aanname: wat zij aanneemt; "
                "gegeven: een cijfer van de regio zelf."
            )
        ],
    )
    later(_toetsing, boven=[opschrift("Toetsing")], onder=[bijschrift(toetsing.aanhef(beeld.regio.register))])
    kop("Wat betekent dit scenario voor elke gemeente, naast de andere?")
    later(
        _per_gemeente,
        st.radio("Cijfer", list(MATEN), format_func=MATEN.get, horizontal=True, key="vergelijk_maat"),
    )
    uitlegvak(beeld, "niet_geplaatst", REGIO)


def _keuzes(beeld: Beeld) -> list[Stuk]:
    anders = model.anders_gekozen(ernaast.kandidaten(beeld))
    if anders.empty:
        return [zin("Niets: de scenario's hebben dezelfde keuzes en aannames.")]
    namen = [naam for naam in anders.columns if naam != "naam"]
    rijen = [
        [
            parameter(rij["naam"]).label,
            *[beeld.regio.met_namen(parameter(rij["naam"]).toon(rij[naam])) for naam in namen],
        ]
        for rij in anders.to_dict("records")
    ]
    return [
        teksttabel(rijen, ["Keuze of aanname", *namen], "De parameters waarin de scenario's verschillen.", "cijfers")
    ]


def _uitkomsten(beeld: Beeld) -> list[Stuk]:
    kandidaten = ernaast.kandidaten(beeld)
    uitkomsten = model.uitkomsten(kandidaten).set_index("cijfer")
    rijen = [[CIJFERS[naam][0], *[CIJFERS[naam][1](waarde) for waarde in uitkomsten.loc[naam]]] for naam in CIJFERS]
    stukken = [teksttabel(rijen, ["Cijfer", *uitkomsten.columns], "De kerncijfers naast elkaar.", "cijfers")]
    if any(kandidaat.uitkomst is None for kandidaat in kandidaten):
        stukken.append(
            bijschrift("Een gepubliceerde kolom toont de gedrukte totalen; wat de bron niet zegt, is onbekend.")
        )
    return stukken


def _waardoor(beeld: Beeld) -> list[Stuk]:
    """Say for every scenario beside this one how much of the difference comes from which change."""
    dit, *andere = [een for een in ernaast.kandidaten(beeld) if een.uitkomst]
    stukken = []
    for ander in andere:
        delen = model.waardoor(beeld.regio, ander.uitkomst.scenario, beeld.scenario)
        stukken.append(zin(f"**{ander.naam}**: {getal(ander.samen)}; dit scenario: {getal(dit.samen)}."))
        if delen:
            rijen = [
                (", ".join(parameter(n).label for n in een.namen), een.soort, verschil(een.aantal, 1)) for een in delen
            ]
            samen = ("Samen", "", verschil(sum(een.aantal for een in delen), 1))
            wat = "Wat elke verandering toevoegt aan niet geplaatst."
            stukken.append(teksttabel([*rijen, samen], ["Verandering", "Soort", "Niet geplaatst"], wat, "cijfers"))
        else:
            gelijk = "Er is geen verschil in keuzes of aannames." if delen == () else ""
            stukken.append(
                zin(gelijk or "Een scenario ertussenin kan niet of is onbekend: het verschil is niet toe te rekenen.")
            )
    return stukken or [zin("Naast een gepubliceerde kolom is er niets toe te rekenen.")]


def _toetsing(beeld: Beeld) -> list[Stuk]:
    """Answer the questions of the agreement for every scenario; a published column does not say."""
    kandidaten = [een for een in ernaast.kandidaten(beeld) if een.uitkomst]
    normen = beeld.weergave.normen
    oordelen = [
        toetsing.toets(een.uitkomst, model.kerncijfers(een.uitkomst), normen) for een in kandidaten if een.uitkomst
    ]
    rijen = [(rij[0].vraag, *(een.zin for een in rij)) for rij in zip(*oordelen, strict=True)]
    return [teksttabel(rijen, ["Vraag", *(een.naam for een in kandidaten)], "De toetsing naast elkaar.")]


def _per_jaar(beeld: Beeld) -> list[Stuk]:
    kandidaten = ernaast.kandidaten(beeld)
    namen = [kandidaat.naam for kandidaat in kandidaten if kandidaat.uitkomst]
    rijen = grafieken.vergelijk_rijen(kandidaten)
    jaren = (int(rijen["jaar"].min()), int(rijen["jaar"].max()))
    reeksen = tuple(zip(namen, KLEUREN, strict=False))
    spec = grafieken.lijnen(reeksen, jaren, grafieken.lijndomein(rijen), "Huishoudens per jaar", beeld.donker)
    return [
        lijnlegenda(list(zip(VERF, namen, strict=False))),
        grafiek(
            rijen,
            spec,
            "Niet geplaatst per jaar voor elk scenario. De tabel eronder heeft dezelfde cijfers.",
        ),
    ]


def _per_gemeente(beeld: Beeld, maat: str) -> list[Stuk]:
    kandidaten = ernaast.kandidaten(beeld)
    frame = model.vergelijk_per_gemeente(kandidaten, beeld.regio.namen, maat)
    koppen = {"naam": ("Gemeente", str)}
    for nummer, kandidaat in enumerate(kandidaten):
        koppen[f"waarde{nummer}"] = (kandidaat.naam, getal)
        if nummer:
            koppen[f"verschil{nummer}"] = (
                f"Dit scenario heeft, naast {nummer}",
                lambda waarde: meer_of_minder(waarde, WAARVAN[maat]),
            )
    return [tabel(frame, koppen, f"{MATEN[maat]} per gemeente, met wat dit scenario meer of minder heeft.")]


def _jaren(beeld: Beeld) -> list[Stuk]:
    jaren = (
        model.vergelijk_per_jaar(ernaast.kandidaten(beeld))
        .pivot(index="jaar", columns="naam", values="niet_geplaatst")
        .reset_index()
    )
    return [
        tabel(
            jaren,
            {naam: (naam, getal) for naam in jaren.columns} | {"jaar": ("Jaar", str)},
            "Niet geplaatst per jaar.",
        )
    ]

"""Overzicht: how many find no home, where, and what that rests on."""

import streamlit as st

from fairshare import grafieken, koppen, model, toetsing
from fairshare.gegevens import omtrekken
from fairshare.opmaak import benodigd, getal, procent
from fairshare.weergave import Weergave
from pages.bediening.velden import veld
from pages.bediening.zijbalk import veranderd
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import (
    Kaart,
    bijschrift,
    gemist,
    grafiek,
    kaarten,
    legenda,
    let_op,
    onbekend_in_totaal,
    opschrift,
    profielen,
    tabel,
    toetstabel,
    van_begin,
    verandering,
    zin,
)
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, uitklap

TITEL = "Overzicht"

INLEIDING = (
    "De Fair Share Verkenner rekent voor wat een verdeling van urgente huishoudens over {regio} betekent, per gemeente en per jaar: "
    "voor raadsleden, bestuurders en wie hen adviseert."
)

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "vraag": ("Opgave", getal),
    "geholpen": ("Geplaatst", getal),
    "ontvangen": ("Van anderen", getal),
    "niet_geplaatst": ("Niet geplaatst", getal),
    "capaciteit": ("Capaciteit", getal),
    "dekking": ("Dekking", procent),
    "benodigd_percentage": ("Benodigd percentage", benodigd),
    "mutaties": ("Mutaties", getal),
    "regulier": ("Regulier", getal),
}

ZONDER_OPGAVE = (
    "Deel van de opgave: welk deel van een opgave deze gemeente krijgt bij de gekozen verdeelsleutel. Capaciteit: woningen voor urgenten "
    "per jaar bij deze reservering."
)


def render(beeld: Beeld) -> None:
    """Draw the page."""
    teken_later(veranderd, key="veranderd", horizontal=True, vertical_alignment="center", gap="small")
    volgt(_kop)
    if not beeld.opgave_bekend:
        later(_bekend, boven=[opschrift("Wat er wel bekend is")], onder=[bijschrift(ZONDER_OPGAVE)])
        later(let_op)
        uitlegvak(beeld, "benodigd_percentage", beeld.weergave.gemeente or beeld.kern.hoogste)
        return
    later(_kans)
    later(let_op)
    links, rechts = st.columns([11, 9], gap="medium")
    with links:
        volgt(
            _balken,
            boven=[opschrift(f"Per gemeente in {beeld.kern.jaar}")],
        )
    with rechts:
        _kaart(beeld)
    volgt(_toetsing, boven=[opschrift("Toetsing")])
    uitklap("Een eigen norm bij een vraag", "normen", lambda: _normen(beeld), bool(beeld.weergave.normen))
    voetnoten = [
        *beeld.regio.register.voetnoten.values(),
        f"Lees een rij zo: {'wie zoekt' if beeld.scenario.wacht else 'de opgave'} is geplaatst, in de eigen of een andere gemeente, plus "
        "niet geplaatst. Van anderen: wat daarvan in een andere gemeente is geplaatst. Hele woningen: elke kolom telt op tot het totaal dat ook hierboven staat. Capaciteit: wat een gemeente aan woningen "
        "heeft; wie meer heeft dan de opgave, houdt over. Dekking: welk deel van haar eigen aandeel een gemeente zelf kan huisvesten. Benodigd percentage: "
        f"{koppen.BENODIGD}, naar boven afgerond. "
        "Regulier: wat overblijft voor regulier woningzoekenden.",
    ]
    later(_tabel, boven=[opschrift("Dezelfde cijfers in een tabel")], onder=list(map(bijschrift, voetnoten)))
    uitlegvak(beeld, "benodigd_percentage", beeld.weergave.gemeente or beeld.kern.hoogste)


def _bekend(beeld: Beeld) -> list[Stuk]:
    kolommen = {
        "naam": ("Gemeente", str),
        "deel": ("Deel van de opgave", lambda deel: procent(deel, 1)),
        "mutaties": ("Mutaties", getal),
        "capaciteit": ("Capaciteit", getal),
    }
    tabel_ = model.zonder_opgave(beeld.uitkomst)
    return [tabel(tabel_, kolommen, "Per gemeente: deel van de opgave, mutaties en capaciteit.")]


def _kop(beeld: Beeld) -> list[Stuk]:
    kern, wacht = beeld.kern, beeld.scenario.wacht
    if not beeld.opgave_bekend:
        return [kaarten(_kaarten_zonder_opgave(beeld)), zin(koppen.zin(beeld.uitkomst, kern))]
    return [
        kaarten(
            [
                _wachtenden(beeld)
                if wacht
                else verandering(
                    f"Niet geplaatst in {kern.jaar}",
                    kern.niet_geplaatst,
                    kern.kader,
                    "Huishoudens per jaar waarvoor geen capaciteit is: de opgave min de plaatsingen.",
                ),
                (
                    "Als geen overschot meetelt",
                    getal(kern.zonder_verevening),
                    f"{getal(kern.met_verevening)} als elk overschot meetelt",
                    "Twee lezingen van verevening. Een overschot is ongebruikte reservering in de ene gemeente, nog geen woning "
                    "in een andere: meetellen vraagt een afspraak.",
                ),
                (
                    "Capaciteit",
                    getal(kern.capaciteit),
                    f"voor {getal(kern.vraag)} die zoeken" if wacht else f"opgave {getal(kern.opgave)}",
                    "Woningen voor urgenten per jaar: reservering maal vrijkomende woningen, plus plekken daarbuiten; zonder wat eerst naar "
                    "statushouders gaat, waar die apart tellen.",
                ),
                gemist(beeld),
            ]
        ),
        zin(koppen.zin(beeld.uitkomst, beeld.kern)),
    ]


def _kans(beeld: Beeld) -> list[Stuk]:
    """Say beside a 0 how likely it is, where that can be known."""
    if getal(beeld.kern.niet_geplaatst) != getal(0.0) or not beeld.uitkomst.volledig:
        return []
    return [bijschrift(koppen.kans(beeld.eens(model.onzekerheid, beeld.weergave), beeld.weergave))]


def _kaarten_zonder_opgave(beeld: Beeld) -> list[Kaart]:
    inwoners, voorraad = (float(beeld.regio.kolom(naam).sum()) for naam in ("inwoners_2024", "corporatiewoningen_2024"))
    return [
        (
            f"Capaciteit in {beeld.kern.jaar}",
            getal(beeld.kern.capaciteit),
            f"van {getal(beeld.uitkomst.regionaal('mutaties'))} mutaties",
            "Woningen voor urgenten per jaar: reservering maal vrijkomende woningen, plus plekken daarbuiten.",
        ),
        (
            "Gemeenten",
            getal(len(beeld.regio.gemeenten)),
            f"{getal(inwoners)} inwoners",
            "Inwoners op 1 januari 2024, of volgens een eigen bestand.",
        ),
        (
            "Sociale voorraad",
            getal(voorraad),
            "corporatiewoningen",
            "Woningen van corporaties op 1 januari 2024, of volgens een eigen bestand.",
        ),
    ]


def _wachtenden(beeld: Beeld) -> Kaart:
    """Make the card of who waits: a stock, with how long that is at the pace of the end year."""
    return (
        f"Wachtenden eind {beeld.kern.jaar}",
        getal(beeld.kern.niet_geplaatst),
        f"verwachte wachttijd {getal(beeld.uitkomst.regionaal('wachttijd'), 1)} jaar",
        "Huishoudens die aan het eind van het jaar wachten: een stand, geen aantal per jaar. De wachttijd is hoeveel jaar het "
        "kost om hen te helpen in het tempo van dit jaar.",
    )


def _balken(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.balken_rijen(beeld.uitkomst)
    spec = grafieken.balken(tuple(rijen["naam"]), grafieken.balken_grens(rijen), beeld.donker, beeld.scenario.eenheid)
    kleuren = ":gray[■] opgave  :blue[■] capaciteit  :orange[■] **niet geplaatst**"
    return [
        legenda(f"{kleuren}  {van_begin(rijen, '| in het beginscenario')}"),
        grafiek(
            rijen,
            spec,
            "Staven per gemeente: opgave, capaciteit en niet geplaatst. De tabel eronder geeft dezelfde cijfers.",
        ),
    ]


def _kaart(beeld: Beeld) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        kop("Op de kaart", width="content")
        maat = st.selectbox(
            "Maat op de kaart",
            list(grafieken.MATEN),
            format_func=lambda kolom: grafieken.MATEN[kolom].label,
            key="maat",
            label_visibility="collapsed",
        )
    omtrek = beeld.weergave.kaart == "omtrek" and omtrekken(beeld.regio.codes)
    wat = "De gemeenten zoals zij liggen" if omtrek else f"Elke tegel is een gemeente, {_plaats(beeld)}"
    volgt(_tegels, maat, onder=[bijschrift(f"{wat}. Hoe sterker de kleur, hoe meer; grijs is onbekend.")])
    veld("kaart", beeld.regios)


def _plaats(beeld: Beeld) -> str:
    """Say whether a tile stands where its gemeente lies."""
    gelegd = grafieken.gelegd(beeld.regio.gemeenten)
    return "ongeveer waar zij ligt" if gelegd else "op volgorde, niet waar zij ligt"


def _tegels(beeld: Beeld, maat: str) -> list[Stuk]:
    rijen = grafieken.kaart_rijen(beeld.uitkomst, maat, beeld.weergave.kaart)
    spec = grafieken.kaart_van(rijen, maat, beeld.donker)
    return [grafiek(rijen, spec, "Kaart van de gemeenten. De tabel eronder geeft dezelfde cijfers.")]


def _toetsing(beeld: Beeld) -> list[Stuk]:
    oordelen = toetsing.toets(beeld.uitkomst, beeld.kern, beeld.weergave.normen)
    return [bijschrift(toetsing.aanhef(beeld.regio.register)), *toetstabel(oordelen)]


def _normen(beeld: Beeld) -> None:
    """Give the fields by which a question without a number in its source gets a yes or a no."""
    gevraagd = [naam for naam in toetsing.vragen(beeld.regio.register) if f"norm_{naam}" in Weergave.model_fields]
    for kolom, naam in zip(st.columns(len(gevraagd)), gevraagd, strict=True):
        with kolom:
            veld(f"norm_{naam}", beeld.regios)


def _tabel(beeld: Beeld) -> list[Stuk]:
    kolommen = KOLOMMEN | ({"vraag": ("Zoeken een woning", getal)} if beeld.scenario.wacht else {})
    return [
        tabel(
            model.in_het_jaar(beeld.uitkomst, [naam for naam in KOLOMMEN if naam != "naam"]),
            kolommen,
            "Per gemeente en voor de regio: opgave, geplaatst, van anderen, niet geplaatst, capaciteit, dekking, benodigd percentage, mutaties en "
            "regulier.",
            profielen(beeld),
        ),
        *onbekend_in_totaal(beeld),
    ]

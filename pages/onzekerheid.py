"""Onzekerheid: how sure the headline is, what that rests on, and what no band covers."""

from __future__ import annotations

import streamlit as st

from fairshare import grafieken, koppen, model, toetsing
from fairshare.lezingen.uitleg import REGIO
from fairshare.lui import pd
from fairshare.opmaak import getal, procent
from fairshare.weergave import HEFBOMEN, PARAMETERS
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, volgt
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek, kaarten, let_op, opschrift, staven, tabel, teksttabel, zin
from pages.onderdelen.uitlegvak import uitlegvak
from pages.onderdelen.woorden import kop, uitklap

TITEL = "Onzekerheid"

WEL = {
    "opgave": "de marges op opgave en mutatiegraad die u hierboven kiest: de bronnen geven er geen",
    "mutaties": "de mutaties per gemeente: herleid uit afgeronde kolommen, elke reeks die op de gedrukte totalen past is even waarschijnlijk",
    "afronding": "de afronding van wat gedrukt staat: de opgave en de opgave naar inwoners op een half, de mutatiegraad van 2024 op een "
    "halve honderdste",
    "toeval": "toeval: hoeveel huishoudens er in een jaar zoeken en hoeveel woningen er vrijkomen, elk jaar opnieuw getrokken (Poisson) "
    "rond wat het scenario verwacht; de capaciteit is het afgesproken deel van wat er vrijkomt",
}
NIET = """
**Wat hij niet dekt**

- of afspraken worden nagekomen: reservering, ingroeipad, verevening en nieuwbouw staan vast zoals u ze kiest;
- wat onbekend is: mutaties die een gemeente niet aanleverde, groepen die niet in de opgave zitten, de mutatiegraad per gemeente;
- een trend: elke trekking houdt de verwachte opgave en mutatiegraad van haar marge het hele pad vast;
- samenhang: de trekkingen nemen aan dat alles onafhankelijk van elkaar afwijkt, een marge overal even waarschijnlijk.
"""


def render(beeld: Beeld) -> None:
    """Draw the page."""
    vakken = st.columns(4, vertical_alignment="bottom")
    for vak, naam in zip(vakken, ("toeval", "marge_opgave", "marge_mutatiegraad", "trekking"), strict=True):
        with vak:
            veld(naam, beeld.regios)
    volgt(_zin)
    later(
        _kop,
        onder=[
            bijschrift(
                f"Uit {getal(model.trekkingen(beeld.regio))} trekkingen met {_bevat(beeld)}; trekking {beeld.weergave.trekking} geeft altijd dezelfde. "
                "De marges zijn een aanname van u of van deze Verkenner, geen cijfer uit een bron."
            )
        ],
    )
    later(let_op)
    links, rechts = st.columns(2, gap="medium")
    with links:
        later(
            _pad,
            boven=[
                opschrift(
                    "Niet geplaatst per jaar",
                    f":orange[●] **niet geplaatst**, met de bandbreedte eromheen, {beeld.scenario.eenheid}",
                )
            ],
        )
    with rechts:
        later(
            _tornado,
            boven=[
                opschrift(
                    "Wat maakt het meeste uit?",
                    f":gray[niet geplaatst in {beeld.kern.jaar} als alleen dit varieert; de streep is het scenario]",
                )
            ],
        )
    later(
        _beloften,
        boven=[opschrift("Houdt de Toetsing stand?", ":gray[in welk deel van de trekkingen het antwoord ja is]")],
    )
    uitklap(
        f"Welke kleinste verandering brengt een vraag op {procent(model.WAARSCHIJNLIJK)}?",
        "waarschijnlijk",
        lambda: _kies_belofte(beeld),
    )
    st.markdown(_dekt(beeld))
    kop("De bandbreedte in cijfers")
    links, rechts = st.columns(2, gap="medium")
    with links:
        later(_per_jaar)
    with rechts:
        later(_per_gemeente)
    uitlegvak(beeld, "niet_geplaatst", REGIO)


def _band(beeld: Beeld) -> model.Bandbreedte:
    return beeld.eens(model.onzekerheid, beeld.weergave)


def _tussen(grenzen: tuple[float, float]) -> str:
    laag, hoog = map(getal, grenzen)
    return f"{laag} tot {hoog}" if laag != hoog else laag


def _bevat(beeld: Beeld) -> str:
    """Say what the band contains."""
    return "de marges en het toeval" if beeld.weergave.toeval == "ja" else "alleen de marges, zonder toeval"


def _dekt(beeld: Beeld) -> str:
    speelt = model.speelt(beeld.regio, beeld.scenario) | {"toeval": beeld.weergave.toeval == "ja"}
    wel = ";\n".join(f"- {wat}" for naam, wat in WEL.items() if speelt[naam])
    return f"**Wat de bandbreedte dekt**\n\n{wel}.\n{NIET}"


def _zin(beeld: Beeld) -> list[Stuk]:
    return [zin(koppen.zin(beeld.uitkomst, beeld.kern))]


def _kop(beeld: Beeld) -> list[Stuk]:
    kern, band = beeld.kern, _band(beeld)
    van, tot = beeld.periode
    negentig = "Waar negentig van de honderd trekkingen tussen vallen"
    return [
        kaarten(
            [
                (
                    f"Niet geplaatst in {kern.jaar}",
                    _tussen(band.niet_geplaatst),
                    f"het scenario: {getal(kern.niet_geplaatst)}",
                    f"{negentig}, met {_bevat(beeld)}.",
                ),
                (
                    f"Gemiste plaatsingen {van}-{tot}",
                    _tussen(band.gemiste_plaatsingen),
                    f"het scenario: {getal(kern.gemiste_plaatsingen)}",
                    f"{negentig}. Een som over {van} tot en met {tot}: het eigen aandeel min de plaatsingen.",
                ),
                (
                    f"Kans op 0 in {kern.jaar}",
                    procent(band.dicht),
                    "van de trekkingen",
                    f"In welk deel van de trekkingen niet geplaatst op 0 uitkomt, met {_bevat(beeld)}.",
                ),
            ]
        )
    ]


def _pad(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.band_rijen(beeld.uitkomst, _band(beeld))
    spec = grafieken.lijnen(
        (("Niet geplaatst", "niet geplaatst"),),
        beeld.jaren,
        grafieken.lijndomein(rijen),
        "Huishoudens per jaar",
        beeld.donker,
    )
    return [grafiek(rijen, spec, "Niet geplaatst per jaar met bandbreedte. De tabel onderaan geeft dezelfde cijfers.")]


def _tornado(beeld: Beeld) -> list[Stuk]:
    rijen = grafieken.tornado_rijen(_band(beeld), beeld.kern.niet_geplaatst)
    return [staven(beeld, rijen, beeld.scenario.eenheid, "Bandbreedte per onzekere invoer, breedste eerst.")]


def _beloften(beeld: Beeld) -> list[Stuk]:
    normen = _normen(beeld)
    aandelen = beeld.eens(model.beloften, beeld.weergave, normen)
    rijen = [(_vraag(beeld, naam), procent(aandelen[naam])) for naam, _ in normen]
    return [
        teksttabel(
            rijen, ("Vraag", "Ja in"), "In welk deel van de trekkingen elke vraag van de Toetsing ja krijgt.", "cijfers"
        ),
        bijschrift(
            f"{toetsing.aanhef(beeld.regio.register)} In dezelfde {getal(model.trekkingen(beeld.regio))} trekkingen als de bandbreedte, met {_bevat(beeld)}. "
            "Een vraag zonder getal in de bron staat er niet bij; een eigen norm vult u in onder de Toetsing op Overzicht."
        ),
    ]


def _normen(beeld: Beeld) -> tuple[tuple[str, float], ...]:
    return toetsing.normen(beeld.regio.register, beeld.weergave.normen)


def _vraag(beeld: Beeld, naam: str) -> str:
    """Give the question of a promise, with the norm where it does not hold the number itself."""
    eigen = f"norm_{naam}" in PARAMETERS and naam in beeld.weergave.normen
    vraag = toetsing.vragen(beeld.regio.register)[naam].vraag
    return f"{vraag} (norm: {PARAMETERS[f'norm_{naam}'].toon(beeld.weergave.normen[naam])})" if eigen else vraag


def _kies_belofte(beeld: Beeld) -> None:
    namen = [naam for naam, _ in _normen(beeld)]
    later(
        _naar_waarschijnlijk,
        st.selectbox("Vraag van de Toetsing", namen, format_func=lambda naam: _vraag(beeld, naam), key="belofte"),
    )


def _naar_waarschijnlijk(beeld: Beeld, naam: str) -> list[Stuk]:
    norm = dict(_normen(beeld))[naam]
    nodig = beeld.eens(model.naar_waarschijnlijk, beeld.weergave, (naam, norm))
    rijen = [
        (
            HEFBOMEN[hefboom],
            PARAMETERS[hefboom].toon(model.gekozen(beeld.regio, beeld.scenario, hefboom)),
            _wordt(beeld, hefboom, waarde),
        )
        for hefboom, waarde in nodig.items()
    ]
    return [
        teksttabel(
            rijen,
            ("Elk afzonderlijk", "Nu", "Nodig"),
            f"Wat {procent(model.WAARSCHIJNLIJK)} van de trekkingen ja geeft.",
        ),
        bijschrift(
            f"De kleinste verandering op de stappen van de knop waarmee de vraag in {procent(model.WAARSCHIJNLIJK)} van de eerste "
            f"{getal(model.trekkingen(beeld.regio, model.ZOEKEN))} trekkingen ja krijgt; over alle trekkingen kan dat enkele procenten schelen. De rest van het scenario "
            "blijft zoals het is. Een mutatiegraad is geen keuze: zij zegt hoeveel er vrij zou moeten komen."
        ),
    ]


def _wordt(beeld: Beeld, hefboom: str, waarde: float | None) -> str:
    """Write how far a lever must go."""
    if waarde is None:
        return "niet binnen het bereik van de knop"
    nu = model.gekozen(beeld.regio, beeld.scenario, hefboom)
    return "is al genoeg" if waarde == nu else PARAMETERS[hefboom].toon(waarde)


def _per_jaar(beeld: Beeld) -> list[Stuk]:
    band, regio = _band(beeld), model.regio_tabel(beeld.uitkomst)[["jaar", "niet_geplaatst"]]
    return _tabel(regio, {"jaar": ("Jaar", str)}, (band.pad_laag, band.pad_hoog), "De regio per jaar")


def _per_gemeente(beeld: Beeld) -> list[Stuk]:
    band, gemeenten = _band(beeld), pd.DataFrame(model.in_het_jaar(beeld.uitkomst, ["niet_geplaatst"])).iloc[:-1]
    grenzen = (band.gemeenten_laag, band.gemeenten_hoog)
    rijen = [(model.INVOER[naam], getal(laag), getal(hoog)) for naam, (laag, hoog) in band.tornado.items()]
    return [
        *_tabel(gemeenten, {"naam": ("Gemeente", str)}, grenzen, f"Per gemeente in {beeld.kern.jaar}"),
        zin("**Als alleen dit varieert**"),
        teksttabel(rijen, ("Invoer", "Laag", "Hoog"), "Bandbreedte per onzekere invoer.", "cijfers"),
    ]


def _tabel(frame: pd.DataFrame, eerste: dict, grenzen: tuple, titel: str) -> list[Stuk]:
    koppen = {"niet_geplaatst": ("Niet geplaatst", getal), "laag": ("Laag", getal), "hoog": ("Hoog", getal)}
    rijen = frame.assign(laag=grenzen[0], hoog=grenzen[1])
    return [zin(f"**{titel}**"), tabel(rijen, eerste | koppen, f"{titel}, met bandbreedte.")]

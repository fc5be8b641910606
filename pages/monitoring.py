"""Monitoring: what was realised against the pad, where that leads, and the report."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.export import Stempel, bestandsnaam, evaluatiepakket, voortgangsrapportage
from fairshare.gegevens import als_csv, json_schema
from fairshare.opmaak import getal, halfjaar, procent, verschil
from pages.bediening import adres
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen import realisatie
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek, kaarten, legenda, opschrift, tabel, zin
from pages.onderdelen.woorden import kop

TITEL = "Monitoring"

TEKENS = {
    "Pad": ":blue[—] pad",
    "Fair share": ":gray[- -] fair share",
    "Prognose": ":orange[··] prognose",
    "Gerealiseerd": ":green[-·-] gerealiseerd",
}
"""How each line of the region looks."""

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "gerealiseerd": ("Realisatie", getal),
    "gevraagd": ("Gevraagd", getal),
    "stand_2024": ("Stand van 2024", getal),
    "oordeel": ("Oordeel", str),
    "dekking": ("Dekking", procent),
    "onderscheid": ("Stilstand te zien", str),
}
UITKOMSTEN = {
    "naam": ("Gemeente", str),
    "pad": ("Pad tot nu", getal),
    "mutaties": ("Vrijgekomen", getal),
    "mutaties_pad": ("Verwacht", getal),
    "saldo": ("Saldo", verschil),
    "vereffening": ("Vereffening", verschil),
    "prognose": ("Prognose", getal),
    "laag": ("Laag", getal),
    "hoog": ("Hoog", getal),
    "pad_tot_horizon": ("Pad, prognose", getal),
}


_PER_HALFJAAR = "Wat er elk halfjaar van dat jaar geplaatst moet worden, de regio samen: de helft van het jaar."


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Liggen we op koers? Vul de toewijzingen aan urgenten per halfjaar in, of kies een bestand; het pad is dat van dit scenario. Met "
        "het aantal woningen dat vrijkwam erbij wordt de afspraak los van het geluk beoordeeld. "
        "De cijfers blijven in deze sessie: bewaar ze als bestand. Een lege cel is onbekend, geen nul. Enter gaat een cel omlaag; "
        "een kolom uit een rekenblad kunt u plakken."
    )
    realisatie.invoer(beeld)
    veld("tarief", beeld.regios)
    nu = _nu(beeld)
    if nu is None:
        st.info("Er zijn nog geen cijfers van de jaren van het pad. Dit is al wel bekend: wat het pad vraagt.")
        volgt(_vooraf)
    else:
        _met_cijfers(nu)
    volgt(
        _gevraagd,
        boven=[opschrift(f"Wat het pad per halfjaar vraagt, en in {_jaren(beeld)[-1]}")],
        onder=[
            bijschrift(
                "Het pad: de plaatsingen van dit scenario, woningen per halfjaar; elk halfjaar de helft van het jaar. "
                "Wat een gemeente voor een andere doet, telt bij haar mee. Taakstelling: de woningen voor statushouders van dit "
                "scenario per halfjaar, verdeeld naar inwoners. Stilstand te zien: vanaf wanneer wie doorgaat met de reservering van 2024 van het pad te onderscheiden is, in "
                "acht van de tien gevallen."
            )
        ],
    )
    if nu is not None:
        kop("Meenemen")
        teken_later(_meenemen)


def _met_cijfers(nu: model.Voortgang) -> None:
    """Draw where the region stands."""
    volgt(_kop)
    volgt(
        _lijnen,
        boven=[
            opschrift("De regio per jaar"),
        ],
    )
    later(
        _tabel,
        boven=[opschrift(f"Per gemeente tot en met het {halfjaar(nu.periode)}")],
        onder=[
            bijschrift(model.UITLEG),
            bijschrift(
                "Vereffening: geplaatst min haar deel van alle plaatsingen, over de halfjaren die van alle gemeenten bekend zijn; samen 0. "
                f"Prognose tot en met {nu.horizon}: elk halfjaar in dezelfde verhouding tot het pad als tot nu toe; laag en hoog: waar "
                "negentig van de honderd keer tussen valt, met het toeval in wat geteld is en in wat nog komt."
            ),
        ],
    )
    later(_plan)


def _vooraf(beeld: Beeld) -> list[Stuk]:
    """Say what is known before any figure is."""
    tabel = beeld.eens(model.gevraagd)
    regio, (eerste, *_, laatste) = tabel.iloc[-1], _jaren(beeld)
    van = getal(beeld.uitkomst.regionaal("eigen_aandeel", laatste))
    return [
        kaarten(
            [
                (f"Per halfjaar in {eerste}", getal(regio[eerste]), "plaatsingen volgens het pad", _PER_HALFJAAR),
                (f"Per halfjaar in {laatste}", getal(regio[laatste]), "plaatsingen volgens het pad", _PER_HALFJAAR),
                (f"In {laatste}", getal(regio["heel"]), f"van {van} eigen aandeel", "Het hele jaar, de regio samen."),
            ],
            accent=None,
        )
    ]


def _jaren(beeld: Beeld) -> list[int]:
    return [kolom for kolom in beeld.eens(model.gevraagd).columns if isinstance(kolom, int)]


def _gevraagd(beeld: Beeld) -> list[Stuk]:
    cijfers, jaren = beeld.eens(model.gevraagd), _jaren(beeld)
    koppen = {"naam": ("Gemeente", str), **{jaar: (str(jaar), getal) for jaar in jaren}}
    return [
        tabel(
            cijfers,
            koppen
            | {"heel": (f"Heel {jaren[-1]}", getal), "taakstelling": ("Taakstelling", getal)}
            | {"onderscheid": KOLOMMEN["onderscheid"]},
            f"Wat het pad van elke gemeente vraagt: per halfjaar van {jaren[0]} tot en met {jaren[-1]}, en heel {jaren[-1]}.",
        )
    ]


def _nu(beeld: Beeld) -> model.Voortgang | None:
    return model.voortgang(beeld.uitkomst, realisatie.bewaard(beeld), beeld.weergave.tarief)


def _kop(beeld: Beeld) -> list[Stuk]:
    nu = _nu(beeld)
    assert nu
    regio = model.voortgang_heel(beeld.uitkomst, nu).iloc[-1]
    van = f"van {nu.bekend} van de {len(beeld.regio.namen)} gemeenten"
    return [
        kaarten(
            (
                (
                    f"Realisatie sinds {beeld.jaren[0]}",
                    getal(regio["gerealiseerd"]),
                    van,
                    "Toewijzingen aan urgenten, over de halfjaren die bekend zijn.",
                ),
                (
                    "Gevraagd",
                    getal(regio["gevraagd"]),
                    f"met de stand van 2024 {getal(regio['stand_2024'])}",
                    "Wat de afspraak vraagt van wat er vrijkwam; waar dat niet geteld is de plaatsingen van het pad.",
                ),
                (
                    "Dekking",
                    procent(regio["dekking"]),
                    "van het eigen aandeel",
                    "Wie op het pad ligt kan nog een groot deel van het eigen aandeel missen: het pad groeit in.",
                ),
                (
                    f"Prognose tot en met {nu.horizon}",
                    getal(regio["prognose"]),
                    f"pad {getal(regio['pad_tot_horizon'])}",
                    "Als het in dezelfde verhouding tot het pad doorgaat; onbekend zolang er cijfers van een gemeente ontbreken.",
                ),
            ),
            accent=None,
        ),
        zin(" ".join(model.voortgang_zinnen(beeld.uitkomst, nu))),
    ]


def _lijnen(beeld: Beeld) -> list[Stuk]:
    nu = _nu(beeld)
    assert nu
    reeksen, rijen = grafieken.voortgang_rijen(beeld.uitkomst, realisatie.bewaard(beeld), nu)
    spec = grafieken.lijnen(reeksen, beeld.jaren, grafieken.lijndomein(rijen), "Woningen per jaar", beeld.donker)
    getoond = [teken for naam, teken in TEKENS.items() if naam in set(rijen["reeks"])]
    return [
        legenda(f"{'  '.join(getoond)}, woningen per jaar"),
        grafiek(rijen, spec, "Pad, fair share, prognose en realisatie per jaar. De tabel geeft de cijfers."),
    ]


def _tabel(beeld: Beeld) -> list[Stuk]:
    nu = _nu(beeld)
    assert nu
    cijfers = model.voortgang_heel(beeld.uitkomst, nu)
    meer = UITKOMSTEN if beeld.weergave.tarief is None else UITKOMSTEN | {"bedrag": ("Vereffening in euro", verschil)}
    return [
        tabel(
            cijfers,
            KOLOMMEN,
            "Per gemeente: realisatie, wat gevraagd is, de stand van 2024, het oordeel en de dekking.",
        ),
        tabel(
            cijfers, meer, "Per gemeente: pad, vrijgekomen woningen, saldo, vereffening en prognose met bandbreedte."
        ),
    ]


def _plan(beeld: Beeld) -> list[Stuk]:
    nu = _nu(beeld)
    assert nu
    zinnen = model.verbeterplan_zinnen(beeld.uitkomst, nu)
    return [opschrift("Verbeterplan"), *map(zin, zinnen)] if zinnen else []


def _meenemen(beeld: Beeld) -> None:
    nu, monitoring = _nu(beeld), realisatie.bewaard(beeld)
    assert nu
    stempel = Stempel.van(beeld.uitkomst, adres.deelbaar(beeld.uitkomst, "monitoring"), beeld.weergave)
    with st.container(horizontal=True):
        st.download_button(
            "Voortgangsrapportage (PDF)",
            lambda: voortgangsrapportage(beeld.uitkomst, monitoring, nu, stempel),
            bestandsnaam("pdf", f"voortgang {nu.periode}", stempel.regio, stempel.scenario),
            on_click="ignore",
            type="primary",
        )
        st.download_button(
            "Alles voor de evaluatie (ZIP)",
            lambda: evaluatiepakket(beeld.uitkomst, monitoring, nu, stempel),
            bestandsnaam("zip", f"evaluatie {nu.periode}", stempel.regio, stempel.scenario),
            on_click="ignore",
        )
        st.download_button(
            "Bewaar de cijfers (CSV)",
            lambda: als_csv(monitoring, beeld.regio),
            bestandsnaam("csv", "realisatie", stempel.regio),
            on_click="ignore",
        )
        st.download_button("Gegevensmodel (JSON Schema)", json_schema, "monitoring.schema.json", on_click="ignore")

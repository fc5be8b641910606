"""Monitoring: what was realised against the pad, where that leads, and the report."""

import streamlit as st

from fairshare import grafieken, model
from fairshare.export import Stempel, bestandsnaam, voortgangsrapportage
from fairshare.gegevens import als_csv, json_schema
from fairshare.opmaak import getal, verschil
from pages.bediening import adres
from pages.bediening.velden import veld
from pages.levend.blad import Stuk
from pages.levend.slepen import later, teken_later, volgt
from pages.onderdelen import realisatie
from pages.onderdelen.beeld import Beeld
from pages.onderdelen.stukken import bijschrift, grafiek, kaarten, opschrift, tabel, zin
from pages.onderdelen.woorden import kop

TITEL = "Monitoring"

KOLOMMEN = {
    "naam": ("Gemeente", str),
    "gerealiseerd": ("Realisatie", getal),
    "pad": ("Pad tot nu", getal),
    "jaareinde": ("Jaareinde", getal),
    "pad_jaar": ("Pad, heel jaar", getal),
    "saldo": ("Saldo", verschil),
    "vereffening": ("Vereffening", verschil),
    "tot_horizon": ("Prognose", getal),
    "pad_tot_horizon": ("Pad, prognose", getal),
    "signaal": ("Signaal", str),
}


_PER_HALFJAAR = "Wat er elk halfjaar van dat jaar geplaatst moet worden, de regio samen: de helft van het jaar."


def render(beeld: Beeld) -> None:
    """Draw the page."""
    st.markdown(
        "Liggen we op koers? Vul de toewijzingen per halfjaar in, of kies een bestand; het pad is dat van dit scenario. "
        "De cijfers blijven in deze sessie: bewaar ze als bestand. Een lege cel is onbekend, geen nul. Enter gaat een cel omlaag; "
        "een kolom uit een rekenblad kunt u plakken."
    )
    realisatie.invoer(beeld)
    links, rechts = st.columns(2, gap="large")
    with links:
        veld("marge_koers", beeld.regios)
    with rechts:
        veld("tarief", beeld.regios)
    nu = _nu(beeld)
    if nu is None:
        st.info("Er zijn nog geen cijfers van de jaren van het pad. Dit is al wel bekend: wat het pad vraagt.")
        volgt(_vooraf)
    else:
        _met_cijfers(nu)
    jaren = list(beeld.eens(model.gevraagd).columns[1:-1])
    volgt(
        _gevraagd,
        boven=[opschrift(f"Wat het pad per halfjaar vraagt, en in {jaren[-1]}")],
        onder=[
            bijschrift(
                "Het pad: de plaatsingen van dit scenario, woningen per halfjaar; elk halfjaar de helft van het jaar. "
                "Wat een gemeente voor een andere doet, telt bij haar mee."
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
            opschrift(
                "De regio per jaar",
                ":blue[—] pad  :gray[- -] fair share  :orange[··] prognose  :green[-·-] gerealiseerd, woningen per jaar",
            )
        ],
    )
    later(
        _tabel,
        boven=[opschrift(f"Per gemeente in {nu.jaar}")],
        onder=[
            bijschrift(
                f"Jaareinde: als de rest van het jaar gaat zoals wat bekend is. Saldo: geplaatst min het eigen aandeel. "
                "Vereffening: geplaatst min haar deel van alle plaatsingen, over de halfjaren die van alle gemeenten bekend zijn; samen 0. "
                f"Prognose tot en met {nu.horizon}: elk jaar even ver boven of onder het pad als nu."
            )
        ],
    )


def _vooraf(beeld: Beeld) -> list[Stuk]:
    """Say what is known before any figure is."""
    tabel = beeld.eens(model.gevraagd)
    regio, eerste, laatste = tabel.iloc[-1], tabel.columns[1], tabel.columns[-2]
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


def _gevraagd(beeld: Beeld) -> list[Stuk]:
    cijfers = beeld.eens(model.gevraagd)
    jaren = list(cijfers.columns[1:-1])
    koppen = {"naam": ("Gemeente", str), **{jaar: (str(jaar), getal) for jaar in jaren}}
    return [
        tabel(
            cijfers,
            koppen | {"heel": (f"Heel {jaren[-1]}", getal)},
            f"Wat het pad van elke gemeente vraagt: per halfjaar van {jaren[0]} tot en met {jaren[-1]}, en heel {jaren[-1]}.",
        )
    ]


def _nu(beeld: Beeld) -> model.Voortgang | None:
    weergave = beeld.weergave
    return model.voortgang(beeld.uitkomst, realisatie.bewaard(beeld), weergave.marge_koers, weergave.tarief)


def _som(waarde: float, nu: model.Voortgang, pad: str) -> tuple[str, str]:
    """Write a sum over the gemeenten with the line below it; an unknown one as a dash, with the reason."""
    if getal(waarde) != getal(None):
        return getal(waarde), pad
    return "–", f"onbekend: nog geen cijfers van {nu.ontbreekt} gemeente{'n' if nu.ontbreekt > 1 else ''}"


def _kop(beeld: Beeld) -> list[Stuk]:
    nu = _nu(beeld)
    assert nu
    regio = model.voortgang_tabel(beeld.uitkomst, nu).iloc[-1]
    return [
        kaarten(
            (
                (
                    f"Realisatie {nu.jaar}",
                    *_som(regio["gerealiseerd"], nu, f"pad tot nu {getal(regio['pad'])}"),
                    "Som van de gemeenten; onbekend zolang er een ontbreekt.",
                ),
                (
                    "Jaareinde",
                    *_som(regio["jaareinde"], nu, f"pad {getal(regio['pad_jaar'])}"),
                    "Als de rest van het jaar gaat zoals wat bekend is.",
                ),
                (
                    "Achter",
                    str(int(nu.achter.sum())),
                    f"van {nu.achter.size} gemeenten" if not nu.ontbreekt else f"van de {nu.bekend} bekende",
                    "Het jaar eindigt verder onder het pad dan de marge. Van wie geen cijfers bekend zijn, telt niet mee.",
                ),
                (
                    f"Tot en met {nu.horizon}",
                    *_som(regio["tot_horizon"], nu, f"pad {getal(regio['pad_tot_horizon'])}"),
                    "Alle jaren samen, als het zo doorgaat.",
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
    return [grafiek(rijen, spec, "Pad, fair share, prognose en realisatie per jaar. De tabel geeft de cijfers.")]


def _tabel(beeld: Beeld) -> list[Stuk]:
    nu = _nu(beeld)
    assert nu
    cijfers = model.voortgang_tabel(beeld.uitkomst, nu)
    kolommen = KOLOMMEN if beeld.weergave.tarief is None else KOLOMMEN | {"bedrag": ("Vereffening in euro", verschil)}
    return [
        tabel(cijfers, kolommen, "Per gemeente: realisatie, pad, jaareinde, saldo, vereffening, prognose en signaal.")
    ]


def _meenemen(beeld: Beeld) -> None:
    nu, monitoring = _nu(beeld), realisatie.bewaard(beeld)
    assert nu
    stempel = Stempel.van(beeld.uitkomst, adres.deelbaar(beeld.uitkomst, "monitoring"), beeld.weergave.titel)
    with st.container(horizontal=True):
        st.download_button(
            "Voortgangsrapportage (PDF)",
            lambda: voortgangsrapportage(beeld.uitkomst, monitoring, nu, stempel, beeld.weergave.marge_koers),
            bestandsnaam("pdf", f"voortgang {nu.jaar}", stempel.regio, stempel.scenario),
            on_click="ignore",
            type="primary",
        )
        st.download_button(
            "Bewaar de cijfers (CSV)",
            lambda: als_csv(monitoring, beeld.regio),
            bestandsnaam("csv", "realisatie", stempel.regio),
            on_click="ignore",
        )
        st.download_button("Gegevensmodel (JSON Schema)", json_schema, "monitoring.schema.json", on_click="ignore")

"""The voortgangsrapportage: how the region stands against the pad, in words, figures and a chart, as PDF."""

from collections.abc import Callable, Mapping

from fairshare.export import papier
from fairshare.export.papier import Stuk, alinea, beeld, kop, legenda, punten
from fairshare.export.stempel import Stempel
from fairshare.gegevens import Monitoring
from fairshare.grafieken import Tekening, lijndomein, lijnen, voortgang_rijen
from fairshare.grafieken.lijnen import kleuren
from fairshare.model import UITLEG, Uitkomst, Voortgang, verbeterplan_zinnen, voortgang_heel, voortgang_zinnen
from fairshare.opmaak import getal, halfjaar, procent, verschil

KOLOMMEN: Mapping[str, tuple[str, Callable[[float], str]]] = {
    "gerealiseerd": ("Realisatie", getal),
    "gevraagd": ("Gevraagd", getal),
    "stand_2024": ("Stand van 2024", getal),
    "dekking": ("Dekking", procent),
    "saldo": ("Saldo", verschil),
    "vereffening": ("Vereffening", verschil),
    "bedrag": ("In euro", verschil),
}
"""The columns of figures, with their heading and how they are written."""


def voortgangsrapportage(uitkomst: Uitkomst, monitoring: Monitoring, nu: Voortgang, stempel: Stempel) -> bytes:
    """Make the report.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio, maak_monitoring
    >>> from fairshare.model import bereken, voortgang
    >>> regio = lees_regio("stedendriehoek")
    >>> uitkomst, cijfers = bereken(regio), maak_monitoring(regio, [("GM0262", "2026-1", 18)])
    >>> voortgangsrapportage(uitkomst, cijfers, voortgang(uitkomst, cijfers), Stempel.van(uitkomst, "v=2"))[:5]
    b'%PDF-'
    """
    reeksen, rijen = voortgang_rijen(uitkomst, monitoring, nu)
    kleur = kleuren(donker=False)
    jaren = (uitkomst.jaren[0], uitkomst.jaren[-1])
    spec = {**lijnen(reeksen, jaren, lijndomein(rijen), "Woningen per jaar", donker=False), "height": 165}
    wat = "Lijnen: het pad, fair share, de prognose en de realisatie van de regio per jaar. De tabel geeft de cijfers per gemeente."
    delen = [
        punten([regel.replace("**", "") for regel in voortgang_zinnen(uitkomst, nu)]),
        kop("Toewijzingen aan urgenten per jaar"),
        legenda([(naam, kleur[een]) for naam, een in reeksen if naam in set(rijen["reeks"])]),
        beeld("lijnen", wat, 46),
        kop(f"Per gemeente tot en met het {halfjaar(nu.periode)}"),
        _tabel(uitkomst, nu),
        alinea(_uitleg(nu)),
        *_plan(uitkomst, nu),
    ]
    return papier.zet(
        f"Voortgangsrapportage, {halfjaar(nu.periode)}", stempel, delen, {"lijnen": (Tekening(spec, rijen, ""), 720)}
    )


def _plan(uitkomst: Uitkomst, nu: Voortgang) -> list[Stuk]:
    """Say what brings back who is behind."""
    zinnen = verbeterplan_zinnen(uitkomst, nu)
    return [kop("Verbeterplan"), punten(zinnen)] if zinnen else []


def _uitleg(nu: Voortgang) -> str:
    """Say what the columns mean."""
    bedrag = (
        "Vereffening: geplaatst min het eigen deel van alle plaatsingen, over de halfjaren die van alle gemeenten bekend zijn; "
        f"in euro: onafgerond, maal het gekozen tarief van {getal(nu.tarief)} euro. "
    )
    return f"{UITLEG} {bedrag if _met_tarief(nu) else ''}Leeg en onbekend tellen niet als nul."


def _met_tarief(nu: Voortgang) -> bool:
    """Whether amounts were asked for; where they are unknown they stand in the table as such."""
    return nu.tarief is not None


def _tabel(uitkomst: Uitkomst, nu: Voortgang) -> Stuk:
    kolommen = {naam: wat for naam, wat in KOLOMMEN.items() if _met_tarief(nu) or naam not in ("vereffening", "bedrag")}
    rijen = [
        (rij["naam"], *(schrijf(rij[naam]) for naam, (_, schrijf) in kolommen.items()), rij["oordeel"])
        for rij in voortgang_heel(uitkomst, nu).to_dict("records")
    ]
    koppen = ("Gemeente", *(kop_ for kop_, _ in kolommen.values()), "Oordeel")
    return papier.tabel(koppen, rijen, woorden=(len(koppen) - 1,), vet=rijen[-1][0])

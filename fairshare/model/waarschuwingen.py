"""What a reader must know before believing a figure: unknowns, estimates and surprises of this scenario."""

import numpy as np

from fairshare.gegevens import Regio
from fairshare.model.invoer import eigen_mutatiegraad, namen_van, taakstelling
from fairshare.model.regels import grenzen_van
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.verdeelsleutel import beginscenario
from fairshare.model.verplaatsing import aandeel_zonder_en_met_grenzen
from fairshare.opmaak import NIETS, getal, opsomming_kort, procent, verschil

_RUIS = 1e-9
"""Less than this is the noise of floats, in homes."""


def waarschuwingen(uitkomst: Uitkomst) -> list[str]:
    """Collect the Dutch sentences that go with an outcome, most important first.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> waarschuwingen(bereken(lees_regio("stedendriehoek")))
    []
    """
    return [
        *_onbekende_opgave(uitkomst),
        *_onbekende_mutaties(uitkomst),
        *_geschatte_mutaties(uitkomst),
        *_verzonnen_herkomst(uitkomst),
        *_geen_toewijzingen(uitkomst),
        *_onder_2024(uitkomst),
        *_statushouders(uitkomst),
        *_segment(uitkomst),
        *_reservering(uitkomst),
        *_grenzen(uitkomst),
        *_ruil(uitkomst),
        *_nabij(uitkomst),
        *_achterstand(uitkomst),
    ]


def _onbekende_opgave(uitkomst: Uitkomst) -> list[str]:
    if np.isfinite(uitkomst.regio.opgave).all():
        return []
    zin = "De opgave van deze regio is onbekend: vul zelf een opgave in om het tekort te zien."
    suggestie = suggestie_opgave(uitkomst.bron)
    if suggestie is not None:
        zin += f" Suggestie (schatting): een derde van de mutaties, {getal(suggestie)} per jaar."
    return [zin]


def suggestie_opgave(regio: Regio) -> float | None:
    """Give the opgave that the register suggests as a share of the mutaties; None where it suggests none.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> round(suggestie_opgave(lees_regio("gmr")))
    2038
    """
    deel = regio.cijfer("opgave_aandeel")
    graad = regio.cijfer("mutatiegraad")
    if deel is None or graad is None:
        return None
    return float(bereken(regio, beginscenario(regio), opgave=0, mutatiegraad=graad).regio.mutaties[0, 0]) * deel / 100


def _onbekende_mutaties(uitkomst: Uitkomst) -> list[str]:
    if not uitkomst.onvolledig:
        return []
    namen = opsomming_kort(uitkomst.onvolledig)
    hier = " in dit segment" if uitkomst.scenario.segment != beginscenario(uitkomst.bron).segment else ""
    zin = f"De mutaties van {namen} zijn{hier} onbekend en tellen in de regio als 0."
    toegerekend = toerekening(uitkomst)
    if toegerekend is None:
        return [zin]
    lezing, aandeel = toegerekend
    bekend = len(uitkomst.bron.gemeenten) - len(uitkomst.onvolledig)
    return [
        f"{zin} Toegerekend naar het aandeel van de {bekend} bekende gemeenten ({procent(100 * aandeel, 1)} van hun mutaties, "
        f"een schatting) zou niet geplaatst in {uitkomst.eindjaar} uitkomen op {getal(lezing.regionaal('niet_geplaatst'))} "
        f"in plaats van {getal(uitkomst.regionaal('niet_geplaatst'))}."
    ]


def toerekening(uitkomst: Uitkomst) -> tuple[Uitkomst, float] | None:
    """Fill unknown mutaties with the share of the known gemeenten: the outcome and that share; None if not possible.

    An imputed reading, always shown beside the outcome and labelled, never instead of it.
    """
    regio, kolom = uitkomst.bron, f"mutaties_{uitkomst.scenario.segment}"
    deel, geheel = regio.kolom(kolom), regio.kolom("mutaties_liberalisatiegrens")
    bekend = np.isfinite(deel)
    if not uitkomst.onvolledig or not np.isfinite(geheel).all() or not geheel[bekend].any():
        return None
    aandeel = float(deel[bekend].sum() / geheel[bekend].sum())
    return bereken(regio, uitkomst.scenario, mutaties=np.where(bekend, deel, aandeel * geheel)), aandeel


def _geschatte_mutaties(uitkomst: Uitkomst) -> list[str]:
    if uitkomst.bron.heeft("mutaties_liberalisatiegrens"):
        return []
    cijfer = uitkomst.bron.register.cijfers.get("mutatiegraad")
    graad = procent(eigen_mutatiegraad(uitkomst.bron), 2)
    waaruit = (
        f"{graad} ({cijfer.status}: {cijfer.bron})"
        if cijfer is not None and cijfer.waarde is not None
        else f"{graad} komt uit de Stedendriehoek, want de eigen is onbekend"
    )
    return [f"De mutaties per gemeente zijn een schatting: sociale voorraad maal mutatiegraad; {waaruit}."]


def _verzonnen_herkomst(uitkomst: Uitkomst) -> list[str]:
    scenario, kolom = uitkomst.scenario, uitkomst.bron.register.kolommen.get("herkomst")
    if kolom is None or kolom.status != "schatting" or "herkomst" not in (scenario.sleutel, *dict(scenario.gewichten)):
        return []
    return ["De herkomst per gemeente is verzonnen, om de sleutel te tonen: gebruik de verdeling nergens voor."]


def _geen_toewijzingen(uitkomst: Uitkomst) -> list[str]:
    begin = uitkomst.bron.cijfer("reservering_start")
    hoe = f"begint bij {procent(begin)}" if begin is not None else "geldt meteen"
    weet_niet = np.isnan(uitkomst.bron.kolom("toewijzingen_2024"))
    if not weet_niet.any():
        zin = f"Niet van elke gemeente is bekend welk deel van haar mutaties in 2024 naar urgenten ging: de reservering {hoe}."
        return [] if uitkomst.bron.volledig("mutaties_liberalisatiegrens") else [zin]
    van = f"van {opsomming_kort(namen_van(uitkomst.bron, weet_niet))}" if not weet_niet.all() else "per gemeente"
    return [f"De toewijzingen {van} zijn onbekend: de reservering {hoe} en de verdeling volgt meteen de sleutel."]


def onder_2024(uitkomst: Uitkomst) -> list[str]:
    """Name the gemeenten that would offer less than they did in 2024, with both figures, the largest loss first.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.scenario import Scenario
    >>> onder_2024(bereken(lees_regio("stedendriehoek"), Scenario(reservering=25)))[-2:]
    ['Zutphen (78 tegen 79)', 'Lochem (37,5 tegen 38)']
    """
    paren = zip(
        uitkomst.bron.namen, uitkomst.per_gemeente("ruimte"), uitkomst.bron.kolom("toewijzingen_2024"), strict=True
    )
    minder = sorted((nu - was, naam, nu, was) for naam, nu, was in paren if was - nu > NIETS)
    return [f"{naam} ({getal(nu, int(getal(nu) == getal(was)))} tegen {getal(was)})" for _, naam, nu, was in minder]


def _onder_2024(uitkomst: Uitkomst) -> list[str]:
    delen = onder_2024(uitkomst) if uitkomst.scenario.segment == "liberalisatiegrens" else []
    return [f"Minder plekken dan de toewijzingen van 2024: {opsomming_kort(delen)}."] if delen else []


def _statushouders(uitkomst: Uitkomst) -> list[str]:
    """Say which reading of statushouders this is, and what it leaves open."""
    regio, scenario = uitkomst.bron, uitkomst.scenario
    eigen, aantal = regio.cijfer("statushouders"), getal(taakstelling(regio, scenario))
    zinnen = []
    if scenario.taakstelling is not None:
        zinnen.append(
            f"De taakstelling is hier {aantal} woningen voor statushouders; de opgave van de regio is er een met {getal(eigen)}."
        )
    erbinnen = "; de tekst van de afspraak wijst op erbinnen" if regio.register.afspraak else ""
    lezing = {
        "inclusief": "",
        "bovenop": f"De {aantal} woningen voor statushouders komen hier bovenop de opgave{erbinnen}.",
        "exclusief": f"Statushouders gaan hier eerst en tellen apart: hun {aantal} woningen gaan af van de capaciteit. Hoeveel toewijzingen "
        "van 2024 naar statushouders gingen, is onbekend.",
        "zonder_voorrang": f"Statushouders hebben hier geen voorrang: zij zoeken {aantal} woningen tussen de reguliere. De reservering "
        "begint dan lager, naar rato van de toewijzingen van 2024: een aanname.",
    }[scenario.statushouders]
    figuur = {"exclusief": "statushouders_niet_geplaatst", "zonder_voorrang": "statushouders_zonder_woning"}
    zonder = uitkomst.regionaal(figuur[scenario.statushouders]) if scenario.statushouders in figuur else 0.0
    blijft = f" In {uitkomst.eindjaar} is er voor {getal(zonder)} statushouders geen woning." if zonder > _RUIS else ""
    return [*zinnen, lezing + blijft] if lezing else zinnen


def _segment(uitkomst: Uitkomst) -> list[str]:
    """Say that a segment is no path."""
    if uitkomst.scenario.segment != "aftoppingsgrens":
        return []
    return [
        "Alleen de goedkope woningen tellen: een lezing van een jaar, geen pad. Start en ingroeipad doen dan niet mee, want hoeveel "
        "toewijzingen van 2024 erin vielen is onbekend; gemiste plaatsingen zijn daarom ook onbekend."
    ]


def _reservering(uitkomst: Uitkomst) -> list[str]:
    """Name the gemeenten whose reservering ends elsewhere than that of the region, and what the region then comes to."""
    scenario, namen = uitkomst.scenario, uitkomst.bron.namen
    eigen = dict(zip(uitkomst.bron.codes, namen, strict=True))
    zinnen = []
    if scenario.afwijking:
        groeit_in = float(np.ptp(uitkomst.over_de_jaren("reservering"), axis=1).max()) > _RUIS
        delen = [
            f"{eigen[code]} ({procent(deel, 1)}{f' in {jaar}' if jaar is not None and groeit_in else ''})"
            for code, deel, jaar in scenario.afwijking
        ]
        zinnen.append(f"Een eigen reservering: {opsomming_kort(delen)}")
        if not groeit_in and any(jaar is not None for _, _, jaar in scenario.afwijking):
            zinnen.append("het jaar erbij doet niet mee, want hier groeit de reservering niet in")
    if scenario.bodem == "ja":
        doel, toen = uitkomst.per_gemeente("doel"), uitkomst.per_gemeente("reservering_2024")
        hoger = [
            f"{naam} ({procent(100 * was, 1)})"
            for naam, straks, was in zip(namen, doel, toen, strict=True)
            if was > straks + _RUIS
        ]
        if uitkomst.bron.cijfer("reservering_start") is None and not uitkomst.bron.volledig("toewijzingen_2024"):
            zinnen.append("'Niemand onder 2024' doet hier niets, want de reservering van 2024 is onbekend")
        elif hoger and uitkomst.bron.volledig("toewijzingen_2024"):
            zinnen.append(f"Niet onder hun deel van 2024: {opsomming_kort(hoger)}")
        elif hoger:
            zinnen.append(f"Geen gemeente onder het gezamenlijke deel van 2024, {procent(100 * float(toen[0]), 1)}")
    samen = uitkomst.regionaal("reservering")
    if zinnen and abs(100 * samen - scenario.reservering) > _RUIS:
        zinnen.append(
            f"de hele regio komt in {uitkomst.eindjaar} uit op {procent(100 * samen, 1)}, waar {procent(scenario.reservering, 1)} is gekozen"
        )
    return [f"{'; '.join(zinnen)}."] if zinnen else []


def _grenzen(uitkomst: Uitkomst) -> list[str]:
    """Say how much the bounds moved, in the whole homes of the tables."""
    scenario = uitkomst.scenario
    if scenario.bovengrens is None and not scenario.ondergrens:
        return []
    zonder, met = aandeel_zonder_en_met_grenzen(uitkomst, uitkomst.eindjaar)
    verplaatst = zip(uitkomst.bron.namen, (met - zonder)[:-1], strict=True)
    delen = [f"{naam} {verschil(hoeveel)}" for naam, hoeveel in verplaatst if hoeveel]
    return [f"Door de grenzen schuift het eigen aandeel: {opsomming_kort(delen)}."] if delen else []


def _ruil(uitkomst: Uitkomst) -> list[str]:
    """Name the gemeenten that a ruil takes over the bovengrens."""
    scenario = uitkomst.scenario
    if scenario.bovengrens is None or not scenario.ruil:
        return []
    namen = ("aandeel", "vrij", "buiten", "geruild")
    aandeel, vrij, buiten, geruild = (uitkomst.per_gemeente(naam) for naam in namen)
    _, hoogste_deel = grenzen_van(0.0, 0.0, 0.0, scenario.bovengrens / 100, vrij, buiten)  # type: ignore[arg-type]
    erover = [
        f"{naam} ({getal(deel, 1)} tegen {getal(hoogste, 1)})"
        for naam, deel, hoogste, erbij in zip(uitkomst.bron.namen, aandeel, hoogste_deel, geruild, strict=True)
        if erbij > 0 and deel > hoogste + _RUIS
    ]
    return [f"De ruil komt na de grenzen en gaat over de bovengrens van {opsomming_kort(erover)}."] if erover else []


def _nabij(uitkomst: Uitkomst) -> list[str]:
    if uitkomst.scenario.regel != "nabij":
        return []
    return [
        "Wie dichtstbij is, is gemeten tussen de middelpunten van gemeenten; een ander punt geeft andere afstanden."
    ]


def _achterstand(uitkomst: Uitkomst) -> list[str]:
    if not uitkomst.scenario.wacht:
        return []
    zin = "Niet geplaatst is hier wie er aan het eind van het jaar wacht: een stand, geen aantal per jaar. Wie wacht, telt waar de taak is."
    return [
        zin
        if uitkomst.scenario.wachtend
        else f"{zin} Hoeveel er nu al wachten is onbekend; hier begint het met niemand."
    ]

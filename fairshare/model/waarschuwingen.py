"""What a reader must know before believing a figure: unknowns, estimates and surprises of this scenario."""

import numpy as np

from fairshare.gegevens import Regio
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import getal, opsomming, procent


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
        *_geen_toewijzingen(uitkomst),
        *_onder_2024(uitkomst),
        *_statushouders(uitkomst),
    ]


def _onbekende_opgave(uitkomst: Uitkomst) -> list[str]:
    if np.isfinite(uitkomst.regio.opgave).all():
        return []
    zin = f"De opgave van {uitkomst.bron.register.naam} is onbekend: vul zelf een opgave in om het tekort te zien."
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
    2011
    """
    deel = regio.cijfer("opgave_aandeel")
    graad = regio.cijfer("mutatiegraad")
    if deel is None or graad is None:
        return None
    return float(bereken(regio, opgave=0, mutatiegraad=graad).regio.mutaties[0, 0]) * deel / 100


def _onbekende_mutaties(uitkomst: Uitkomst) -> list[str]:
    if not uitkomst.onvolledig:
        return []
    namen = opsomming(uitkomst.onvolledig)
    zin = f"De mutaties van {namen} zijn in dit segment onbekend en tellen in de regio als 0, zoals in de bron."
    toegerekend = toerekening(uitkomst)
    if toegerekend is None:
        return [zin]
    lezing, aandeel = toegerekend
    bekend = len(uitkomst.bron.gemeenten) - len(uitkomst.onvolledig)
    return [
        f"{zin} Toegerekend naar het aandeel van de {bekend} bekende gemeenten ({procent(100 * aandeel, 1)} van hun mutaties, "
        f"een schatting) zou niet geplaatst in {uitkomst.jaren[-1]} {getal(lezing.regio.niet_geplaatst[-1, 0])} zijn "
        f"in plaats van {getal(uitkomst.regio.niet_geplaatst[-1, 0])}."
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
    return [
        "De mutaties per gemeente zijn een schatting: sociale voorraad maal mutatiegraad. "
        "De mutatiegraad van deze regio is onbekend; 5,71% komt uit de Stedendriehoek."
    ]


def _geen_toewijzingen(uitkomst: Uitkomst) -> list[str]:
    if uitkomst.bron.volledig("toewijzingen_2024"):
        return []
    begin = uitkomst.bron.cijfer("reservering_start")
    hoe = f"begint bij {procent(begin)}" if begin is not None else "geldt meteen"
    return [
        f"De toewijzingen per gemeente zijn onbekend: de reservering {hoe} en de verdeling volgt meteen de sleutel."
    ]


def _onder_2024(uitkomst: Uitkomst) -> list[str]:
    """Name the gemeenten that would offer less than they did in 2024."""
    if uitkomst.scenario.segment != "liberalisatiegrens":
        return []
    toen = uitkomst.bron.kolom("toewijzingen_2024")
    straks = uitkomst.per_gemeente("capaciteit")
    minder = [
        f"{naam} ({getal(nu)} tegen {getal(was)})"
        for naam, nu, was in zip(uitkomst.bron.namen, straks, toen, strict=True)
        if nu < was and getal(nu) != getal(was)
    ]
    return [f"Minder plekken dan de toewijzingen van 2024: {opsomming(minder)}."] if minder else []


def _statushouders(uitkomst: Uitkomst) -> list[str]:
    if uitkomst.scenario.statushouders == "inclusief":
        return []
    if uitkomst.scenario.statushouders == "bovenop":
        return ["De 348 statushouders komen hier bovenop de opgave; de tekst van het kader wijst op erbinnen."]
    return [
        "De 348 statushouders zijn hier uit de opgave gehaald, maar niet uit de toewijzingen van 2024: "
        "hoeveel van die 795 naar statushouders gingen, is onbekend."
    ]

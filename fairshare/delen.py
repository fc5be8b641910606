"""What a link says of itself: the stamp of its outcome, and what a change did."""

from collections.abc import Mapping

from fairshare import MODELVERSIE
from fairshare.gegevens import Regio
from fairshare.model import Uitkomst, bereken
from fairshare.opmaak import afgerond, getal
from fairshare.scenario import Scenario, parameter

ONBEKEND = "x"


def stempel(uitkomst: Uitkomst) -> str:
    """Make the stamp of an outcome: model version, niet geplaatst in the end year, and the data of the region.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> stempel(bereken(lees_regio("stedendriehoek")))[:12]
    '2.1.0_214.5_'
    """
    return f"{MODELVERSIE}_{_cijfer(uitkomst)}_{uitkomst.bron.vingerafdruk}"


def _cijfer(uitkomst: Uitkomst) -> str:
    over = uitkomst.regionaal("niet_geplaatst")
    return str(afgerond(over, 1)) if over == over else ONBEKEND


def anders_dan_toen(gaf: str, uitkomst: Uitkomst) -> str:
    """Say that a link gave something else when it was shared, and why; "" when it gives the same.

    Parameters
    ----------
    gaf
        The stamp in the link.
    uitkomst
        What the link gives now.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> anders_dan_toen("0.9.0_225.0_00000000", bereken(lees_regio("stedendriehoek")))[:70]
    'Deze link gaf 225 niet geplaatst, nu 215, omdat het model is veranderd'
    """
    if not gaf:
        return ""
    versie, toen, gegevens = gaf.split("_")
    nu = _cijfer(uitkomst)
    if toen == nu:
        return ""
    redenen = [
        *([f"het model is veranderd van versie {versie} naar {MODELVERSIE}"] if versie != MODELVERSIE else []),
        *(["de gegevens van de regio zijn veranderd"] if gegevens != uitkomst.bron.vingerafdruk else []),
    ]
    waarom = " en ".join(redenen) or "het scenario in de link na het delen is aangepast"
    gaf, geeft = _schrijf(toen), getal(uitkomst.regionaal("niet_geplaatst"))
    if gaf == geeft:  # rounded as on the cards they are the same; show in what they differ
        gaf, geeft = _schrijf(toen, 1), _schrijf(nu, 1)
    return f"Deze link gaf {gaf} niet geplaatst, nu {geeft}, omdat {waarom}."


def _schrijf(cijfer: str, decimalen: int = 0) -> str:
    """Write a figure of a stamp; a half was rounded once already, and is not rounded again."""
    half = cijfer.endswith(".5")
    return getal(None if cijfer == ONBEKEND else float(cijfer), 1 if half else decimalen)


def wat_veranderde(oud: Scenario, nieuw: Scenario, regios: Mapping[str, Regio]) -> str:
    """Name the first differences between two scenarios, and what they did to niet geplaatst.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regios
    >>> wat_veranderde(Scenario(), Scenario(reservering=35), lees_regios())
    'Reservering 30,0% naar 35,0%: niet geplaatst van 215 naar 55'
    """
    verschillen = [
        f"{parameter(naam).label} {parameter(naam).toon(was)} naar {parameter(naam).toon(getattr(nieuw, naam))}"
        for naam, was in dict(oud).items()
        if was != getattr(nieuw, naam)
    ]
    toen, nu = (getal(bereken(regios[s.regio], s).regionaal("niet_geplaatst")) for s in (oud, nieuw))
    return f"{regios[nieuw.regio].met_namen(', '.join(verschillen[:3]))}: niet geplaatst van {toen} naar {nu}"

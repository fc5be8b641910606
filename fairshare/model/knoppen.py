"""The parameters as a region allows them: its own range of reservering and mutatiegraad."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from fairshare.gegevens import Regio
from fairshare.model.invoer import EIGEN_CIJFERS, eigen_mutatiegraad, gekozen
from fairshare.opmaak import ONBEKEND
from fairshare.parameters import Getal, Parameter
from fairshare.scenario import Scenario
from fairshare.weergave import PARAMETERS

ELDERS = (0.0, 60.0)
"""The range of the reservering where the register of a region names none [percent]."""

LAAGSTE_GRAAD, ONDER, BOVEN = 0.5, 2, 3
"""Elsewhere the mutatiegraad runs from so much under the region's own to so much above it, and is never lower than this."""


def knop(regio: Regio, naam: str) -> Parameter:
    """Give a parameter with the range that it has in this region.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> knop(lees_regio("stedendriehoek"), "reservering").toegestaan[:22]
    'kies 25 tot en met 37 '
    >>> knop(lees_regio("gmr"), "mutatiegraad").laag, knop(lees_regio("gmr"), "mutatiegraad").hoog
    (3.71, 8.71)
    >>> knop(lees_regio("gmr"), "opgave").leeg
    'onbekend'
    """
    wat = PARAMETERS[naam]
    if naam == "opgave" and isinstance(wat, Getal) and regio.cijfer(naam) is None:
        return replace(wat, leeg=ONBEKEND)
    if naam not in ("reservering", "mutatiegraad") or not isinstance(wat, Getal):
        return wat
    laag, hoog = _bereik(regio, naam)
    bron = regio.register.cijfers.get(naam)
    return replace(wat, laag=laag, hoog=hoog, bron=f"{bron.bron}, {bron.vindplaats}" if bron else wat.bron)


def stand(regio: Regio, scenario: Scenario, naam: str) -> Any:
    """Give the value of a parameter, the region's own where it is left open; unknown is None.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> stand(lees_regio("stedendriehoek"), Scenario(), "opgave")
    1170
    """
    waarde = getattr(scenario, naam)
    if waarde is not None or naam not in EIGEN_CIJFERS:
        return waarde
    eigen = gekozen(regio, scenario, naam)
    if eigen != eigen:
        return None
    wat = PARAMETERS[naam]
    return int(eigen) if isinstance(wat, Getal) and wat.geheel else eigen


def _bereik(regio: Regio, naam: str) -> tuple[float, float]:
    cijfer = regio.register.cijfers.get(naam)
    if cijfer is not None and cijfer.grenzen is not None:
        return cijfer.grenzen
    if naam == "reservering":
        return ELDERS
    graad = Decimal(str(eigen_mutatiegraad(regio)))
    return max(LAAGSTE_GRAAD, float(graad - ONDER)), float(graad + BOVEN)


def stappen(regio: Regio, naam: str) -> tuple[float, ...]:
    """Give every value that the control of a number stops at in this region; a slider moves in coarser steps than a link.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> stappen(lees_regio("stedendriehoek"), "reservering")[:3]
    (25.0, 25.5, 26.0)
    """
    wat = knop(regio, naam)
    assert isinstance(wat, Getal)
    return (replace(wat, stap=wat.duim) if wat.duim else wat).stappen()

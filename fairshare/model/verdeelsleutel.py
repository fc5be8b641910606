"""The verdeelsleutel: which part of the opgave each gemeente gets (equation 1)."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from fairshare.fouten import Fout, ScenarioFout
from fairshare.gegevens import KOLOMMEN, Regio
from fairshare.onthouden import onthoud
from fairshare.scenario import Scenario

KOLOM = {
    "inwoners": "opgave_inwoners_gepubliceerd",
    "inwoners_cbs": "inwoners_2024",
    "huishoudens": "huishoudens_2024",
    "woningen": "woningen_2024",
    "voorraad": "corporatiewoningen_2024",
    "mutaties": "mutaties_liberalisatiegrens",
    "realisatie": "toewijzingen_2024",
    "herkomst": "herkomst",
}
"""The column that each key divides by; welvaart divides by none (:func:`maat`)."""


def kolom_van(regio: Regio, sleutel: str) -> str:
    """Name the column of a key in this region; without a published column `inwoners` means those of CBS.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> kolom_van(lees_regio("gmr"), "inwoners")
    'inwoners_2024'
    """
    if sleutel == "welvaart":
        return "ses_woa"
    kolom = KOLOM[sleutel]
    return KOLOM["inwoners_cbs"] if sleutel == "inwoners" and not regio.heeft(kolom) else kolom


def ontbrekend(regio: Regio, sleutel: str) -> str:
    """Say why a key cannot be used in this region, naming column and gemeenten; "" when it can.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> ontbrekend(lees_regio("stedendriehoek"), "inwoners")
    ''
    """
    kolom = kolom_van(regio, sleutel)
    zonder = regio.zonder(kolom)
    if sleutel == "welvaart" and zonder:
        return (
            "deze sleutel vraagt van elke gemeente een SES-WOA-cijfer, en dat wordt niet meegeleverd; lees een bestand in met de "
            "kolom SES-WOA, of kies een andere sleutel"
        )
    if sleutel == "welvaart":
        kolom, zonder = KOLOM["inwoners_cbs"], regio.zonder(KOLOM["inwoners_cbs"])
    if not zonder and maat(regio, sleutel).sum() > 0:
        return ""
    if not zonder:
        return f"in kolom {kolom} staat overal 0; kies een andere sleutel"
    wie = "alle gemeenten" if len(zonder) == len(regio.gemeenten) else ", ".join(zonder)
    return f"in kolom {kolom} ontbreken gegevens van {wie}; kies een andere sleutel"


def maat(regio: Regio, sleutel: str, anders: Mapping[str, NDArray[np.float64]] | None = None) -> NDArray[np.float64]:
    """Give that of which a gemeente's part is its weight, shape (gemeente,); ``anders`` replaces columns.

    Welvaart is the one key that is no column: (SES-WOA + 1) times the inhabitants (Besluit bij de Spreidingswet, art. 2.1).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> maat(lees_regio("stedendriehoek"), "mutaties")[:2]
    array([1184.,  160.])
    """
    kolom = kolom_van(regio, sleutel)
    waarden = (anders or {}).get(kolom, regio.kolom(kolom))
    return (waarden + 1) * regio.kolom(KOLOM["inwoners_cbs"]) if sleutel == "welvaart" else waarden


@onthoud
def beginscenario(regio: Regio) -> Scenario:
    """Give the scenario in which a region begins: the agreement, with the first key that has a figure of every gemeente.

    Raises
    ------
    ScenarioFout
        When there is no such key: then the opgave cannot be divided at all.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> beginscenario(lees_regio("gmr")).sleutel
    'inwoners'
    """
    for sleutel in KOLOM:
        if not ontbrekend(regio, sleutel):
            return Scenario(regio=regio.sleutel, sleutel=sleutel)
    kolommen = ", ".join(KOLOMMEN[kolom].kop for kolom in KOLOM.values())
    waarom = f"er is geen kolom waarnaar de opgave kan worden verdeeld; geef van elke gemeente een cijfer in een van: {kolommen}"
    raise ScenarioFout([Fout("verdeelsleutel", "", waarom)])


Kolommen = Mapping[str, NDArray[np.float64]]


def _aandelen(regio: Regio, sleutel: str, parameter: str, anders: Kolommen) -> NDArray[np.float64]:
    waarom_niet = ontbrekend(regio, sleutel)
    if waarom_niet:
        raise ScenarioFout([Fout(parameter, sleutel, waarom_niet)])
    waarden = maat(regio, sleutel, anders)
    return np.asarray(waarden / waarden.sum(axis=0))


def gewichten(regio: Regio, scenario: Scenario, anders: Kolommen | None = None) -> NDArray[np.float64]:
    """Compute the weights w_i = x_i / sum x, or a mix of them, shape (gemeente,) [fraction].

    Parameters
    ----------
    regio, scenario
        The region, and the scenario with its key.
    anders
        Columns with other figures than the region's, shape (gemeente, scenario); the weights then have that shape.

    Raises
    ------
    ScenarioFout
        When a gemeente has no figure for the key.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> gewichten(lees_regio("stedendriehoek"), Scenario()).round(3)[:3]
    array([0.361, 0.045, 0.221])
    """
    if scenario.sleutel != "mix":
        return _aandelen(regio, scenario.sleutel, "sleutel", anders or {})
    delen = [alfa * _aandelen(regio, naam, "gewichten", anders or {}).T for naam, alfa in scenario.gewichten]
    return np.asarray(sum(delen)).T / sum(alfa for _, alfa in scenario.gewichten)

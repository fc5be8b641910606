"""Fair Share Verkenner: divide the housing of urgent aandachtsgroepen over the gemeenten of a region.

Everything in this package is true without a browser: it never imports streamlit.
The way in, in the order in which data flows: ``gegevens`` (files in), ``scenario`` (the parameters),
``link`` (a scenario as a web address), ``model`` (the equations), ``grafieken`` and ``opmaak`` (the screen).

Examples
--------
>>> from fairshare import Scenario, bereken, lees_regio
>>> uitkomst = bereken(lees_regio("stedendriehoek"), Scenario(reservering=35))
>>> round(uitkomst.regionaal("niet_geplaatst"), 2)
55.25
"""

from typing import TYPE_CHECKING

from fairshare.lui import kamer

if TYPE_CHECKING:
    from fairshare.fouten import FairshareError
    from fairshare.gegevens import lees_regio
    from fairshare.model import bereken
    from fairshare.scenario import Scenario

__all__ = ["MODELDATUM", "MODELVERSIE", "PRODUCT", "FairshareError", "Scenario", "bereken", "lees_regio"]

PRODUCT = "Fair Share Verkenner"
"""What it is called, wherever it says so."""

MODELVERSIE = "2.1.0"
"""Version of the equations and of the data; it changes when a figure on a screen can change."""

MODELDATUM = "2026-11-29"
"""The day on which results last changed (see *Uitkomsten* in CHANGELOG.md)."""

kamer(__name__)

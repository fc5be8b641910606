"""From a region and a scenario to an outcome: one call for one scenario or for ten thousand."""

import numpy as np
from numpy.typing import ArrayLike

from fairshare.gegevens import Regio
from fairshare.model.invoer import invoer, jaren, namen_van
from fairshare.model.keuring import keur, keur_ruimte
from fairshare.model.rekening import Rekening
from fairshare.model.uitkomst import RUST_OP, Gemeentecijfers, Regiocijfers, Uitkomst
from fairshare.scenario import Scenario


def bereken(regio: Regio, scenario: Scenario | None = None, **variaties: ArrayLike) -> Uitkomst:
    """Compute niet geplaatst and everything on the way to it, per gemeente and per year.

    Parameters
    ----------
    regio
        The region with its figures.
    scenario
        All parameters; the agreement when left out.
    **variaties
        Parameters that vary, in the units of a link (percentages 0-100): a number, or an array of shape (scenario,).
        ``mutaties`` replaces the mutaties of 2024 and ``gewichten`` the weights of the verdeelsleutel, and ``afwijking``,
        ``bouw``, ``inzet`` and ``ruil`` those of each gemeente; shape (gemeente,) or (gemeente, scenario).

    Returns
    -------
    Uitkomst
        Figures of shape (gemeente, jaar, scenario) and of the region (jaar, scenario); unrounded, and each computed when
        it is first asked for.

    Raises
    ------
    ScenarioFout
        When the region lacks what the scenario needs, the bounds leave no room, or a variation is out of range.

    Notes
    -----
    The equations of ``docs/rekenregels.md``, in the order that follows from their parts.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> regio = lees_regio("stedendriehoek")
    >>> uitkomst = bereken(regio, reservering=[30, 35])
    >>> uitkomst.regio.niet_geplaatst[-1].round(2)
    array([214.5 ,  55.25])
    """
    scenario = scenario or Scenario(regio=regio.sleutel)
    keur(regio, scenario)
    waarden = invoer(regio, scenario, variaties)
    basis = np.asarray(waarden[RUST_OP])
    onbekend = np.asarray(np.isnan(basis).any(axis=(1, 2)))
    if onbekend.any():
        waarden[RUST_OP] = np.nan_to_num(basis)
    jaren_ = jaren(regio, scenario)
    rekening = Rekening(waarden, (len(regio.gemeenten), len(jaren_)))
    uitkomst = Uitkomst(
        bron=regio,
        scenario=scenario,
        jaren=jaren_,
        onvolledig=namen_van(regio, onbekend),
        gemeenten=Gemeentecijfers(rekening, onbekend),
        regio=Regiocijfers(rekening),
    )
    if not variaties:
        keur_ruimte(uitkomst)
    return uitkomst

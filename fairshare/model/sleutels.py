"""Every verdeelsleutel beside the others: what each gemeente would have to do, and who gains or loses."""

from __future__ import annotations

import numpy as np

from fairshare.fouten import ScenarioFout
from fairshare.gegevens import Regio
from fairshare.lui import pd
from fairshare.model.hele_woningen import REGIO, heel
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.scenario import SLEUTELS, Scenario


def sleutels(regio: Regio, scenario: Scenario) -> pd.DataFrame:
    """Give the eigen aandeel of every gemeente in the end year for every key, and for the scenario's own mix.

    Parameters
    ----------
    regio
        The region.
    scenario
        The scenario; only its key is replaced.

    Returns
    -------
    pandas.DataFrame
        A row a gemeente with its ``naam`` and a column a key [homes per year]; nan where the key has no figures.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> sleutels(lees_regio("stedendriehoek"), Scenario()).set_index("naam").loc["Lochem", "inwoners"].round()
    np.float64(87.0)
    """
    kolommen = {
        naam: np.full(len(regio.gemeenten), np.nan) if uitkomst is None else uitkomst.per_gemeente("eigen_aandeel")
        for naam, uitkomst in _uitkomsten(regio, scenario).items()
    }
    return pd.DataFrame({"naam": regio.namen, **kolommen})


def sleutels_in_woningen(regio: Regio, scenario: Scenario) -> pd.DataFrame:
    """Give the same in whole homes, and below the gemeenten the region.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> sleutels_in_woningen(lees_regio("stedendriehoek"), Scenario()).set_index("naam").loc["Hele regio", "mutaties"]
    np.float64(1170.0)
    """
    kolommen = {
        naam: np.full(len(regio.gemeenten) + 1, np.nan)
        if uitkomst is None
        else heel(uitkomst, "eigen_aandeel")[:, uitkomst.eind]
        for naam, uitkomst in _uitkomsten(regio, scenario).items()
    }
    return pd.DataFrame({"naam": [*regio.namen, REGIO], **kolommen})


def _uitkomsten(regio: Regio, scenario: Scenario) -> dict[str, Uitkomst | None]:
    """Compute the scenario with every key; None for a key without figures."""
    namen = [naam for naam in SLEUTELS if naam != "mix" or scenario.sleutel == "mix"]
    return {naam: _uitkomst(regio, scenario, naam) for naam in namen}


def _uitkomst(regio: Regio, scenario: Scenario, sleutel: str) -> Uitkomst | None:
    anders = scenario if sleutel == "mix" else scenario.met(sleutel=sleutel, gewichten=())
    try:
        return bereken(regio, anders)
    except ScenarioFout:
        return None


def tegenover_inwoners(tabel: pd.DataFrame) -> pd.DataFrame:
    """Give what each key asks more or less of a gemeente than the key of the agreement.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> verschil = tegenover_inwoners(sleutels(lees_regio("stedendriehoek"), Scenario()))
    >>> verschil.set_index("naam").loc["Lochem", "mutaties"].round(1)
    np.float64(-31.9)
    """
    cijfers = tabel.drop(columns="naam")
    return cijfers.sub(cijfers["inwoners"], axis=0).drop(columns="inwoners").assign(naam=tabel["naam"])

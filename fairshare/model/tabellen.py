"""An outcome as tables, for the command line, the pages and the exports."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from fairshare.lui import pd
from fairshare.model.invoer import periode
from fairshare.model.uitkomst import Uitkomst
from fairshare.scenario import Scenario

Reeks: TypeAlias = NDArray[np.float64]
Kolommen: TypeAlias = Mapping[str, Any]
"""A table by column, where pandas would take longer than the figures."""

REGIO = (
    "opgave",
    "mutaties",
    "capaciteit",
    "tekort",
    "overschot",
    "verevend",
    "niet_geplaatst",
    "plaatsingen",
    "regulier",
    "benodigd_percentage",
    "wachtend",
    "wachttijd",
    "statushouders_niet_geplaatst",
    "statushouders_zonder_woning",
)
"""The figures of the region; those that a reading or a choice does not have are unknown."""

_ALLEEN = {
    "wachtend": ("achterstand", "ja"),
    "wachttijd": ("achterstand", "ja"),
    "statushouders_niet_geplaatst": ("statushouders", "exclusief"),
    "statushouders_zonder_woning": ("statushouders", "exclusief"),
}
"""The figures of the region that one choice has and another has not."""

GEMEENTEN = (
    "opgave",
    "eigen_aandeel",
    "verplaatst",
    "mutaties",
    "reservering",
    "capaciteit",
    "tekort",
    "overschot",
    "niet_geplaatst",
    "plaatsingen",
    "regulier",
    "benodigd_percentage",
    "dekking",
    "saldo",
    "vereffening",
)
"""The figures of a gemeente in a year."""


def cijfers_van(scenario: Scenario) -> list[str]:
    """Give the figures of the region that this scenario has: what it does not ask is left out, what is unknown stays.

    Examples
    --------
    >>> "wachtend" in cijfers_van(Scenario()), "wachtend" in cijfers_van(Scenario(achterstand="ja"))
    (False, True)
    """
    heeft = {naam: getattr(scenario, keuze) == stand for naam, (keuze, stand) in _ALLEEN.items()}
    return [naam for naam in REGIO if heeft.get(naam, True)]


def regio_tabel(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the region per year, one row a year [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> regio_tabel(bereken(lees_regio("stedendriehoek")))["niet_geplaatst"].iloc[-1]
    np.float64(214.5)
    """
    return pd.DataFrame(regio_kolommen(uitkomst))


def regio_kolommen(uitkomst: Uitkomst, namen: Iterable[str] = REGIO) -> dict[str, Any]:
    """Give figures of the region per year, by column [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> regio_kolommen(bereken(lees_regio("stedendriehoek")), ["opgave"])["opgave"][-1].round(9)
    np.float64(1170.0)
    """
    kolommen = {naam: getattr(uitkomst.regio, naam)[:, 0] * _schaal(naam) for naam in namen}
    return {"jaar": uitkomst.jaren, **kolommen}


def _schaal(naam: str) -> int:
    """Tables have shares as percentages."""
    return 100 if naam == "reservering" else 1


def pad_tabel(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the region per year with every figure that a gemeente has too, and who looks for a home [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> pad_tabel(bereken(lees_regio("stedendriehoek")))["reservering"].iloc[-1]
    np.float64(30.0)
    """
    return pd.DataFrame(regio_kolommen(uitkomst, dict.fromkeys((*REGIO, "vraag", *GEMEENTEN))))


def gemeenten_tabel(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the gemeenten per year, in the order of the years and then of the data [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> len(gemeenten_tabel(bereken(lees_regio("stedendriehoek"))))
    90
    """
    return pd.DataFrame(gemeenten_kolommen(uitkomst))


def gemeenten_kolommen(uitkomst: Uitkomst) -> dict[str, Any]:
    """Give the columns of :func:`gemeenten_tabel`.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> gemeenten_kolommen(bereken(lees_regio("stedendriehoek")))["naam"][0]
    'Apeldoorn'
    """
    regio, jaren = uitkomst.bron, uitkomst.jaren
    namen = {
        "jaar": np.repeat(jaren, len(regio.gemeenten)),
        "code": regio.codes * len(jaren),
        "naam": regio.namen * len(jaren),
    }
    return namen | {naam: _geschreven(uitkomst, naam).T.ravel() for naam in GEMEENTEN}


def _geschreven(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give a figure over the years as tables have it."""
    return uitkomst.over_de_jaren(naam) * _schaal(naam)


def gemist_kolommen(uitkomst: Uitkomst) -> dict[str, Any]:
    """Give the gemeenten per year with what each missed over the period, in its last year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> rij = als_lijst(gemist_kolommen(bereken(lees_regio("stedendriehoek"))))[-6]
    >>> rij["naam"], rij["jaar"], round(rij["gemist"], 1)
    ('Lochem', 2035, 451.5)
    """
    kolommen = gemeenten_kolommen(uitkomst)
    gemist = uitkomst.over_de_jaren("gemist").T.ravel()
    return kolommen | {"gemist": np.where(kolommen["jaar"] == periode(uitkomst.bron)[1], gemist, np.nan)}


def alle_rijen(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give every figure of every gemeente, year and scenario: a row each, the scenarios numbered from 0.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> len(alle_rijen(bereken(lees_regio("stedendriehoek"), reservering=[30, 35, 37])))
    270
    """
    regio, jaren, aantal = uitkomst.bron, uitkomst.jaren, uitkomst.regio.rekening.scenarios
    vorm = (len(regio.gemeenten), len(jaren), aantal)
    assen = np.meshgrid(range(aantal), range(len(jaren)), range(vorm[0]), indexing="ij")
    scenario, jaar, plek = (as_.ravel() for as_ in assen)
    kolommen: dict[str, Any] = {
        "scenario": scenario,
        "jaar": np.asarray(jaren)[jaar],
        "code": np.asarray(regio.codes)[plek],
        "naam": np.asarray(regio.namen)[plek],
    }
    for naam in GEMEENTEN:
        reeks = np.broadcast_to(getattr(uitkomst.gemeenten, naam), vorm) * _schaal(naam)
        kolommen[naam] = reeks.transpose(2, 1, 0).ravel()
    return pd.DataFrame(kolommen)


def eindjaar(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the gemeenten in the end year, one row a gemeente.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> eindjaar(bereken(lees_regio("stedendriehoek"))).set_index("naam").loc["Lochem", "benodigd_percentage"]
    np.float64(58.0)
    """
    return pd.DataFrame({"jaar": uitkomst.eindjaar} | eindjaar_kolommen(uitkomst))


def eindjaar_kolommen(uitkomst: Uitkomst) -> dict[str, Any]:
    """Give the columns of :func:`eindjaar`, without the year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> eindjaar_kolommen(bereken(lees_regio("stedendriehoek")))["naam"][0]
    'Apeldoorn'
    """
    namen = {"code": uitkomst.bron.codes, "naam": uitkomst.bron.namen}
    return namen | {naam: _geschreven(uitkomst, naam)[:, uitkomst.eind] for naam in GEMEENTEN}


def als_lijst(kolommen: Kolommen) -> list[dict[str, Any]]:
    """Give the rows of columns as plain values, unknown as None.

    Examples
    --------
    >>> als_lijst({"a": [1.5, float("nan")]})
    [{'a': 1.5}, {'a': None}]
    """
    rijen = zip(*(np.asarray(kolom).tolist() for kolom in kolommen.values()), strict=True)
    return [{naam: None if cel != cel else cel for naam, cel in zip(kolommen, rij, strict=True)} for rij in rijen]

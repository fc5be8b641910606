"""An outcome as tables, for the command line, the pages and the exports."""

from typing import Any

import numpy as np
import pandas as pd

from fairshare.model.uitkomst import Uitkomst

REGIO = (
    "opgave",
    "mutaties",
    "capaciteit",
    "tekort",
    "overschot",
    "verevend",
    "niet_geplaatst",
    "regulier",
    "benodigd_percentage",
)
GEMEENTEN = (
    "opgave",
    "mutaties",
    "reservering",
    "capaciteit",
    "tekort",
    "overschot",
    "niet_geplaatst",
    "regulier",
    "benodigd_percentage",
)


def regio_tabel(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the region per year, one row a year [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> regio_tabel(bereken(lees_regio("stedendriehoek")))["niet_geplaatst"].iloc[-1]
    np.float64(214.5)
    """
    kolommen = {naam: getattr(uitkomst.regio, naam)[:, 0] for naam in REGIO}
    return pd.DataFrame({"jaar": uitkomst.jaren, **kolommen})


def pad_tabel(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the region per year with its reservering beside it [percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> pad_tabel(bereken(lees_regio("stedendriehoek")))["reservering"].iloc[-1]
    np.float64(30.0)
    """
    return regio_tabel(uitkomst).assign(reservering=100 * uitkomst.regio.reservering[:, 0])


def gemeenten_tabel(uitkomst: Uitkomst) -> pd.DataFrame:
    """Give the gemeenten per year, in the order of the years and then of the data [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> len(gemeenten_tabel(bereken(lees_regio("stedendriehoek"))))
    90
    """
    regio, jaren = uitkomst.bron, uitkomst.jaren
    kolommen: dict[str, Any] = {
        "jaar": np.repeat(jaren, len(regio.gemeenten)),
        "code": regio.codes * len(jaren),
        "naam": regio.namen * len(jaren),
    }
    for naam in GEMEENTEN:
        reeks = np.broadcast_to(getattr(uitkomst.gemeenten, naam)[..., 0], (len(regio.gemeenten), len(jaren)))
        kolommen[naam] = (100 * reeks if naam == "reservering" else reeks).T.ravel()
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
    cijfers = {naam: uitkomst.per_gemeente(naam) for naam in GEMEENTEN}
    cijfers["reservering"] = 100 * cijfers["reservering"]
    namen = {"jaar": uitkomst.jaren[-1], "code": uitkomst.bron.codes, "naam": uitkomst.bron.namen}
    return pd.DataFrame(namen | cijfers)


def eindjaar_met_regio(uitkomst: Uitkomst) -> dict[str, list[Any]]:
    """Give the gemeenten in the end year and below them the region, by column; its sums are not sums of rounded figures.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> eindjaar_met_regio(bereken(lees_regio("stedendriehoek")))["naam"][-1]
    'Hele regio'
    """
    kolommen = {
        naam: [*uitkomst.per_gemeente(naam).tolist(), float(getattr(uitkomst.regio, naam)[-1, 0])]
        for naam in GEMEENTEN
        if naam != "reservering"
    }
    return {"naam": [*uitkomst.bron.namen, "Hele regio"], **kolommen}


def per_jaar(uitkomst: Uitkomst, kolom: str) -> pd.DataFrame:
    """Give one figure of each gemeente per year: a row a gemeente, a column a year (as text).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> per_jaar(bereken(lees_regio("stedendriehoek")), "reservering").set_index("naam").loc["Lochem", "2035"]
    np.float64(30.0)
    """
    breed = gemeenten_tabel(uitkomst).pivot(index="naam", columns="jaar", values=kolom)
    return breed.loc[list(uitkomst.bron.namen)].rename(columns=str).reset_index()


def per_jaar_van(uitkomst: Uitkomst, code: str) -> pd.DataFrame:
    """Give one gemeente per year, one row a year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> len(per_jaar_van(bereken(lees_regio("stedendriehoek")), "GM0262"))
    10
    """
    tabel = gemeenten_tabel(uitkomst)
    return tabel[tabel["code"] == code].reset_index(drop=True)


def als_lijst(tabel: pd.DataFrame) -> list[dict[str, Any]]:
    """Give the rows as plain values, unknown as None.

    Examples
    --------
    >>> als_lijst(pd.DataFrame({"a": [1.5, float("nan")]}))
    [{'a': 1.5}, {'a': None}]
    """
    return [{str(naam): None if pd.isna(cel) else cel for naam, cel in rij.items()} for rij in tabel.to_dict("records")]

"""The outcome as plain rows, for other tools: CSV and Parquet."""

from io import BytesIO

import pandas as pd

from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst, gemeenten_tabel, regio_tabel

_FORMULE = ("=", "+", "-", "@", "\t", "\r")


def rijen(uitkomst: Uitkomst, stempel: Stempel) -> pd.DataFrame:
    """Give a row for every gemeente and year, and for the region, each with its origin [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> rijen(uitkomst, Stempel.van(uitkomst, "v=1")).query("code == 'regio' and jaar == 2035")["niet_geplaatst"].item()
    214.5
    """
    regio = regio_tabel(uitkomst).assign(code="regio", naam=uitkomst.bron.register.naam)
    samen = pd.concat([gemeenten_tabel(uitkomst), regio[regio.columns.intersection(_kolommen(uitkomst))]])
    return samen.reset_index(drop=True).assign(
        link=stempel.link, gemaakt_op=stempel.datum, modelversie=stempel.modelversie, bronnen="; ".join(stempel.bronnen)
    )


def _kolommen(uitkomst: Uitkomst) -> list[str]:
    return list(gemeenten_tabel(uitkomst).columns)


def csv(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the rows as CSV; text that a spreadsheet would run as a formula is made harmless.

    Examples
    --------
    >>> _veilig("=1+1"), _veilig("Lochem")
    ("'=1+1", 'Lochem')
    """
    tabel = rijen(uitkomst, stempel)
    tekst = tabel.select_dtypes(exclude="number").columns
    return tabel.assign(**{naam: tabel[naam].map(_veilig) for naam in tekst}).to_csv(index=False).encode()


def _veilig(tekst: str) -> str:
    return f"'{tekst}" if tekst.startswith(_FORMULE) else tekst


def parquet(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the rows as Parquet, unrounded and with their types."""
    doel = BytesIO()
    rijen(uitkomst, stempel).to_parquet(doel, index=False)
    return doel.getvalue()

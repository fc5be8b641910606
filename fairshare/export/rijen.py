"""The outcome as plain rows, for other tools: CSV and Parquet."""

from io import BytesIO

import pandas as pd

from fairshare.export.koppen import kop
from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst, gemeenten_tabel, pad_tabel
from fairshare.opmaak import RUIS

_FORMULE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def rijen(uitkomst: Uitkomst, stempel: Stempel) -> pd.DataFrame:
    """Give a row for every gemeente and year, and for the region, each with its origin [homes per year, percent].

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> rijen(uitkomst, Stempel.van(uitkomst, "v=2")).query("code == 'regio' and jaar == 2035")["niet_geplaatst"].round(9).item()
    214.5
    """
    return _zonder_herkomst(uitkomst).assign(
        link=stempel.link, gemaakt_op=stempel.datum, modelversie=stempel.modelversie, bronnen="; ".join(stempel.bronnen)
    )


def _zonder_herkomst(uitkomst: Uitkomst) -> pd.DataFrame:
    gemeenten = gemeenten_tabel(uitkomst)
    regio = pad_tabel(uitkomst).assign(code="regio", naam=uitkomst.bron.register.naam)
    return pd.concat([gemeenten, regio[regio.columns.intersection(gemeenten.columns)]], ignore_index=True)


def csv(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the rows as Dutch Excel opens them by a double click, with the origin once, in lines below them.

    Semicolons, decimal commas, unrounded; text that a spreadsheet would run as a formula is made harmless.

    Examples
    --------
    >>> _veilig("=1+1"), _veilig("Lochem")
    ("'=1+1", 'Lochem')
    """
    tabel = _zonder_herkomst(uitkomst).rename(columns=kop)
    getallen = tabel.select_dtypes("float").columns
    tabel = tabel.assign(**{naam: tabel[naam].round(RUIS) for naam in getallen})
    bronnen = [("Bron", bron) for bron in stempel.bronnen]
    herkomst = pd.DataFrame(
        [("", ""), *stempel.regels()[:-1], *bronnen, ("Lege cel", "onbekend, geen nul"), *stempel.let_op()]
    )
    blokken = (_schrijf(tabel, header=True), _schrijf(herkomst, header=False))
    return "".join(blokken).encode("utf-8-sig")


def _schrijf(tabel: pd.DataFrame, header: bool) -> str:
    tekst = tabel.select_dtypes(exclude="number").columns
    veilig = tabel.assign(**{str(naam): tabel[naam].map(_veilig) for naam in tekst}) if header else tabel.map(_veilig)
    return str(veilig.to_csv(index=False, header=header, sep=";", decimal=",", lineterminator="\r\n"))


def _veilig(tekst: str) -> str:
    return f"'{tekst}" if tekst.lstrip(" ").startswith(_FORMULE) else tekst


def parquet(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the rows as Parquet, unrounded and with their types."""
    doel = BytesIO()
    rijen(uitkomst, stempel).to_parquet(doel, index=False)
    return doel.getvalue()

"""The outcome as plain rows, for other tools: CSV and Parquet."""

from io import BytesIO
from math import isfinite

import pandas as pd

from fairshare.export.koppen import kop
from fairshare.export.stempel import Stempel
from fairshare.model import Uitkomst, gemeenten_tabel, pad_tabel
from fairshare.opmaak import afgerond

DECIMALEN = 2
"""What a CSV shows of a figure; Parquet has them all."""

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
        scenario=stempel.kernregel,
        verschil=stempel.anders,
        motivering="; ".join(f"{wat}: {tekst}" for wat, tekst in stempel.motiveringen()),
        link=stempel.link,
        gemaakt_op=stempel.datum,
        modelversie=stempel.modelversie,
        bronnen="; ".join(stempel.bronnen),
    )


def _zonder_herkomst(uitkomst: Uitkomst) -> pd.DataFrame:
    gemeenten = gemeenten_tabel(uitkomst)
    regio = pad_tabel(uitkomst).assign(code="regio", naam=uitkomst.bron.register.naam)
    return pd.concat([gemeenten, regio[regio.columns.intersection(gemeenten.columns)]], ignore_index=True)


def csv(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the rows as Dutch Excel opens them by a double click, with the origin once, in lines below them.

    Semicolons, decimal commas, at most two decimals.
    """
    return met_herkomst(_zonder_herkomst(uitkomst).rename(columns=kop), stempel)


def met_herkomst(tabel: pd.DataFrame, stempel: Stempel) -> bytes:
    """Write a table with its origin once, in lines below it."""
    bronnen = [*(("Aanname", een.zin) for een in stempel.aannames), *(("Bron", bron) for bron in stempel.bronnen)]
    herkomst = pd.DataFrame(
        [("", ""), *stempel.regels()[:-1], *bronnen, ("Lege cel", "onbekend, geen nul"), *stempel.let_op()]
    )
    blokken = (tabel_csv(tabel, header=True), tabel_csv(herkomst, header=False))
    return "".join(blokken).encode("utf-8-sig")


def tabel_csv(tabel: pd.DataFrame, header: bool) -> str:
    """Write lines; texts are made harmless, and figures are not texts although they may begin with a minus."""
    hoe = {
        str(naam): _kort if soort.kind == "f" else veilig for naam, soort in tabel.dtypes.items() if soort.kind != "i"
    }
    cellen = (
        tabel.assign(**{naam: tabel[naam].map(schrijf) for naam, schrijf in hoe.items()})
        if header
        else tabel.map(veilig)
    )
    return str(cellen.to_csv(index=False, header=header, sep=";", lineterminator="\r\n"))


def _kort(getal: float) -> str:
    """Write a figure as Dutch Excel reads it, with at most two decimals; unknown is empty.

    Examples
    --------
    >>> _kort(1404.3333), _kort(214.5), _kort(-0.001), _kort(float("nan"))
    ('1404,33', '214,5', '0', '')
    """
    return f"{afgerond(getal, DECIMALEN).normalize() + 0:f}".replace(".", ",") if isfinite(getal) else ""


def veilig(tekst: str) -> str:
    """Make text that a spreadsheet would run as a formula harmless.

    Examples
    --------
    >>> veilig("=1+1"), veilig("Lochem")
    ("'=1+1", 'Lochem')
    """
    return f"'{tekst}" if tekst.lstrip(" ").startswith(_FORMULE) else tekst


def parquet(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the rows as Parquet, unrounded and with their types."""
    doel = BytesIO()
    rijen(uitkomst, stempel).to_parquet(doel, index=False)
    return doel.getvalue()

"""All that an evaluation rests on as one file: the report, the judgements, what is asked, the figures themselves and the origin."""

import pandas as pd

from fairshare.export.pakket import pak_in
from fairshare.export.rapport import voortgangsrapportage
from fairshare.export.rijen import tabel_csv
from fairshare.export.stempel import Stempel
from fairshare.gegevens import Monitoring, als_csv, json_schema
from fairshare.model import UITLEG, Uitkomst, Voortgang, gevraagd, voortgang_tabel

KOPPEN = {
    "naam": "Gemeente",
    "gerealiseerd": "Realisatie",
    "gevraagd": "Gevraagd",
    "pad": "Pad tot nu",
    "mutaties": "Vrijgekomen",
    "mutaties_pad": "Vrijgekomen, verwacht",
    "stand_2024": "Stand van 2024",
    "dekking": "Dekking (%)",
    "saldo": "Saldo",
    "vereffening": "Vereffening",
    "bedrag": "Vereffening in euro",
    "prognose": "Prognose",
    "pad_tot_horizon": "Pad, prognose",
    "laag": "Prognose, laag",
    "hoog": "Prognose, hoog",
    "oordeel": "Oordeel",
    "onderscheid": "Stilstand te zien",
    "heel": "Laatste jaar, heel",
    "taakstelling": "Statushouders per halfjaar",
}
"""The headings of the tables; a year heads what is asked in each half of it."""


def evaluatiepakket(uitkomst: Uitkomst, monitoring: Monitoring, nu: Voortgang, stempel: Stempel) -> bytes:
    """Make the file, a ZIP: the same figures give the same bytes but for the report, which has its own day.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio, maak_monitoring
    >>> from fairshare.model import bereken, voortgang
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> cijfers = maak_monitoring(uitkomst.bron, [("GM0262", "2026-1", 18)])
    >>> evaluatiepakket(uitkomst, cijfers, voortgang(uitkomst, cijfers), Stempel.van(uitkomst, "v=2"))[:2]
    b'PK'
    """
    delen: dict[str, str | bytes] = {
        "lees-mij.txt": "\n".join(
            [*(f"{wat}: {tekst}" for wat, tekst in stempel.regels()), "", UITLEG, *nu.opmerkingen, ""]
        ),
        "voortgangsrapportage.pdf": voortgangsrapportage(uitkomst, monitoring, nu, stempel),
        "oordeel.csv": _tabel(voortgang_tabel(uitkomst, nu)),
        "wat-het-pad-vraagt.csv": _tabel(gevraagd(uitkomst)),
        "realisatie.csv": als_csv(monitoring, uitkomst.bron),
        "realisatie.json": monitoring.model_dump_json(indent=2),
        "realisatie.schema.json": json_schema(),
    }
    return pak_in(delen)


def _tabel(tabel: pd.DataFrame) -> bytes:
    koppen = {kolom: KOPPEN.get(kolom, f"Per halfjaar in {kolom}") for kolom in tabel.columns}
    return tabel_csv(tabel.rename(columns=koppen), header=True).encode("utf-8-sig")

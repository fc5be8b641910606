"""The points of De weg ernaartoe as a table to take along: what each is, what it gives, and the link that opens it."""

import io
from typing import Any

import pandas as pd
from xlsxwriter import Workbook

from fairshare import link
from fairshare.export.rijen import met_herkomst
from fairshare.export.stempel import Stempel
from fairshare.export.werkboek import BASIS, Boek
from fairshare.fouten import Fout, GegevensFout
from fairshare.model import Uitkomst, als_scenario, front
from fairshare.weergave import HEFBOMEN, KORT, Weergave

BLAD = "De weg ernaartoe"


def punten(uitkomst: Uitkomst, weergave: Weergave) -> pd.DataFrame:
    """Give a row a point: at most how much more, its levers, what is not placed, the verdringing, and its link.

    Raises
    ------
    GegevensFout
        When one of both is unknown: there is nothing to put against each other.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> tabel = punten(bereken(lees_regio("stedendriehoek")), Weergave())
    >>> tabel.columns[0], tabel["Link"].iloc[0]
    ('Hoogstens erbij', 'v=2&reservering=25')
    """
    gevonden = front(uitkomst, weergave)
    if gevonden.empty:
        advies = "niet geplaatst of verdringing is hier onbekend; kies een scenario waarin beide bekend zijn"
        raise GegevensFout([Fout("de weg ernaartoe", "", advies)])
    koppen = {"erbij": "Hoogstens erbij", **{naam: HEFBOMEN[naam] for naam in KORT}}
    koppen |= {
        "niet_geplaatst": f"Niet geplaatst in {weergave.jaar or uitkomst.eindjaar}",
        "verdringing": "Verdringing",
    }
    links = [link.kaal(een, weergave) for een in als_scenario(uitkomst.scenario, gevonden)]
    return gevonden[list(koppen)].rename(columns=koppen).assign(Link=links)


def csv(uitkomst: Uitkomst, weergave: Weergave, stempel: Stempel) -> bytes:
    """Write the points as Dutch Excel opens them, with their origin below them."""
    return met_herkomst(punten(uitkomst, weergave), stempel)


def xlsx(uitkomst: Uitkomst, weergave: Weergave, stempel: Stempel) -> bytes:
    """Write the points as a sheet of figures, and their origin as a sheet of words."""
    tabel, uit = punten(uitkomst, weergave), io.BytesIO()
    opties: dict[str, Any] = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(uit, opties | {"default_format_properties": BASIS}) as werkmap:
        boek = Boek(werkmap, uitkomst)
        blad = boek.blad(BLAD, tuple(tabel.columns))
        blad.set_column(len(tabel.columns) - 1, len(tabel.columns) - 1, 60)
        for nummer, rij in enumerate(tabel.to_numpy().tolist(), start=1):
            for kolom, cel in enumerate(rij[:-1]):
                blad.write_number(nummer, kolom, cel, boek.vorm["getal"])
            blad.write_string(nummer, len(rij) - 1, rij[-1], boek.vorm["tekst"])
        herkomst = boek.blad("Herkomst", (BLAD, stempel.regio), 24)
        herkomst.set_column(1, 1, 110)
        for nummer, (wat, tekst) in enumerate([*stempel.regels(), *stempel.let_op()], start=1):
            boek.teksten(herkomst, nummer, {0: wat, 1: tekst}, {0: 24, 1: 110})
    return uit.getvalue()

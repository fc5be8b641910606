"""The first sheet of the workbook: what is changed first beside what comes of it, and a chart of every gemeente."""

from math import isfinite
from typing import Any

import numpy as np

from fairshare import kleuren
from fairshare.export.stempel import Stempel
from fairshare.export.werkboek import LETTER, Boek, waarde
from fairshare.grafieken import MEESTE
from fairshare.model import Uitkomst, kerncijfers
from fairshare.model.invoer import gekozen, periode
from fairshare.opmaak import ONBEKEND, RUIS, deel_van, nodig
from fairshare.scenario import parameter

BLAD = "Overzicht"

EERST = ("reservering", "mutatiegraad", "opgave")
"""The parameters that stand here, in yellow; the others stand on the sheet Parameters."""

RESULTATEN = (
    ("niet_geplaatst", "Niet geplaatst", "", "accent"),
    ("zonder_verevening", "als geen overschot meetelt", "", "groot"),
    ("met_verevening", "als elk overschot meetelt", "", "groot"),
    ("capaciteit", "Capaciteit", "woningen per jaar", "groot"),
    ("opgave", "Opgave", "huishoudens per jaar", "groot"),
    ("benodigd_percentage", "Benodigd percentage, hele regio", "van wat vrijkomt", "groot_procent"),
    ("gemist", "Gemiste plaatsingen", "de hele periode samen", "groot"),
)
"""What comes of it: the column of the sheet Regio or the reading, its label, its unit (empty: that of the scenario) and its format."""

LEZINGEN = {"zonder_verevening": "{tekort}", "met_verevening": "MAX(0,{tekort}-{overschot})"}
"""The readings of verevening as formulas of the sheet Regio; who waits is a stock of all years, of which they are not true."""

TABEL = ("opgave", "capaciteit", "niet_geplaatst", "benodigd_percentage")
_RIJ = 13
"""The row of the first gemeente, counted from 0."""


def voorblad(alles: Boek, stempel: Stempel) -> Any:
    """Begin the first sheet: title, inputs and frame; :func:`vul` writes its formulas when the other sheets are known."""
    blad, vorm = alles.blad(BLAD, ()), alles.vorm
    blad.hide_gridlines(2)
    blad.fit_to_pages(1, 1)
    for kolom, breed in enumerate((31, 13, 13, 13, 13, 3, 33, 14, 24)):
        blad.set_column(kolom, kolom, breed)
    blad.set_row(0, 32)
    blad.write_string(0, 0, f"Fair share in {stempel.regio}", vorm["titel"])
    waarvan = "; ".join(
        filter(
            None, (stempel.titel, f"Gemaakt met: {stempel.kernregel}", stempel.datum, f"model {stempel.modelversie}")
        )
    )
    blad.write_string(1, 0, waarvan, vorm["stil"])
    alles.koppel(blad, 2, 6, stempel.adres, "Open dit scenario in de Verkenner")
    for kolom, kop in ((0, "Verander de gele vakken"), (6, f"Dit komt eruit in {alles.uitkomst.eindjaar}")):
        for naast in range(3):
            blad.write_string(3, kolom + naast, "" if naast else kop, vorm["vet"])
    for rij, naam in enumerate(EERST, start=4):
        blad.set_row(rij, 22)
        blad.write_string(rij, 0, parameter(naam).label, vorm["label"])
        alles.invoer(blad, rij, 1, naam, gekozen(alles.uitkomst.bron, alles.scenario, naam))
        blad.write_string(rij, 2, parameter(naam).eenheid, vorm["eenheid"])
    blad.write_string(7, 0, "Alle andere knoppen: blad Parameters. Alles rekent meteen mee.", vorm["stil"])
    blad.merge_range(8, 0, _RIJ - 2, 4, "", vorm["tekst_boven"])
    blad.write_string(8, 0, stempel.anders, vorm["tekst_boven"])
    return blad


def vul(alles: Boek, blad: Any, regio: dict[str, str], berekening: dict[str, str], mutaties: str) -> None:
    """Write the live results, the table and the charts.

    Parameters
    ----------
    alles, blad
        The workbook and its first sheet.
    regio, berekening
        The letter of each column of the sheets Regio and Berekening.
    mutaties
        The column of the sheet Gegevens that is empty where the mutaties of a gemeente are unknown.
    """
    uitkomst, vorm = alles.uitkomst, alles.vorm
    _resultaten(alles, blad, regio)
    volgorde = np.argsort(-np.nan_to_num(uitkomst.per_gemeente("niet_geplaatst"), nan=-1), kind="stable").tolist()
    koppen = ("Gemeente", "Opgave", "Capaciteit", "Niet geplaatst", "Benodigd percentage")
    blad.set_row(_RIJ - 1, 30)
    for kolom, kop in enumerate(koppen):
        blad.write_string(_RIJ - 1, kolom, kop, vorm["vet_rechts" if kolom else "vet"])
    eerste = 2 + uitkomst.eind * alles.aantal
    for rij, i in enumerate(volgorde, start=_RIJ):
        blad.write_string(rij, 0, uitkomst.bron.namen[i])
        for kolom, naam in enumerate(TABEL, start=1):
            cel = f"Berekening!{berekening[naam]}{eerste + i}"
            bekend = "FALSE" if naam == "opgave" else f'Gegevens!{mutaties}{i + 2}=""'
            hoe = vorm["rechts_procent" if naam == "benodigd_percentage" else "rechts"]
            formule = f'=IFERROR(IF({bekend},"{ONBEKEND}",{_rond(naam, cel)}),"{ONBEKEND}")'
            blad.write_formula(rij, kolom, formule, hoe, _bewaard(naam, uitkomst.per_gemeente(naam)[i]))
    _som(alles, blad, regio)
    _grafieken(alles, blad, uitkomst)


def _resultaten(alles: Boek, blad: Any, regio: dict[str, str]) -> None:
    """Write what comes of it, with both readings of verevening below it."""
    uitkomst, vorm, kern = alles.uitkomst, alles.vorm, kerncijfers(alles.uitkomst)
    eind, periode_eind = uitkomst.eind + 2, uitkomst.jaren.index(periode(uitkomst.bron)[1]) + 2
    for rij, (naam, label, eenheid, hoe) in enumerate(RESULTATEN, start=4):
        blad.set_row(rij, 22)
        blad.write_string(rij, 6, label, vorm["ingesprongen" if naam in LEZINGEN else "label"])
        bewaard = _bewaard(naam, kern.gemiste_plaatsingen if naam == "gemist" else getattr(kern, naam))
        if naam in LEZINGEN and alles.scenario.wacht:
            blad.write(rij, 7, bewaard, vorm[hoe])
            blad.write_string(rij, 8, "bij dit scenario; rekent niet mee", vorm["eenheid"])
            continue
        cellen = {een: f"Regio!{letter}{periode_eind if naam == 'gemist' else eind}" for een, letter in regio.items()}
        inhoud = LEZINGEN[naam].format(**cellen) if naam in LEZINGEN else cellen[naam]
        blad.write_formula(rij, 7, f'=IFERROR({_rond(naam, inhoud)},"{ONBEKEND}")', vorm[hoe], bewaard)
        blad.write_string(rij, 8, eenheid or alles.scenario.eenheid, vorm["eenheid"])


def _som(alles: Boek, blad: Any, regio: dict[str, str]) -> None:
    """Write the row of the whole region below the gemeenten."""
    rij, eind = _RIJ + alles.aantal, alles.uitkomst.eind + 2
    blad.write_string(rij, 0, "Hele regio", alles.vorm["som"])
    for kolom, naam in enumerate(TABEL, start=1):
        hoe = alles.vorm["som_procent" if naam == "benodigd_percentage" else "som_getal"]
        formule = f'=IFERROR({_rond(naam, f"Regio!{regio[naam]}{eind}")},"{ONBEKEND}")'
        blad.write_formula(rij, kolom, formule, hoe, _bewaard(naam, alles.uitkomst.regionaal(naam)))


def _rond(naam: str, cel: str) -> str:
    """Write a cell without the noise of a sum; a need is rounded up, as on the screen."""
    zonder_ruis = f"ROUND({cel},{RUIS})"
    return f"ROUNDUP({zonder_ruis},1)" if naam == "benodigd_percentage" else zonder_ruis


def _bewaard(naam: str, cijfer: float) -> Any:
    """Give what the file keeps of a formula until it is computed again."""
    return waarde(nodig(cijfer, 1) if naam == "benodigd_percentage" and isfinite(cijfer) else cijfer, ONBEKEND)


def _grafieken(alles: Boek, blad: Any, uitkomst: Uitkomst) -> None:
    """Put the charts beside the table: niet geplaatst, and the capaciteit over the opgave."""
    aantal = min(alles.aantal, MEESTE)
    hoog = 90 + 24 * aantal
    reeksen = (
        ("Niet geplaatst per gemeente", ((3, kleuren.ACCENT),)),
        ("Capaciteit (blauw) van de opgave (grijs)", ((1, kleuren.OPGAVE.licht), (2, kleuren.CAPACITEIT.licht))),
    )
    for nummer, (titel, delen) in enumerate(reeksen):
        grafiek = alles.boek.add_chart({"type": "bar"})
        for kolom, kleur in delen:
            grafiek.add_series(
                {
                    "name": [BLAD, _RIJ - 1, kolom],
                    "categories": [BLAD, _RIJ, 0, _RIJ + aantal - 1, 0],
                    "values": [BLAD, _RIJ, kolom, _RIJ + aantal - 1, kolom],
                    "fill": {"color": kleur},
                    "gap": 45,
                    "overlap": 100,
                    "data_labels": {"value": len(delen) == 1, "num_format": "#,##0.0", "font": {"bold": True}},
                }
            )
        letter = {"name": LETTER, "color": kleuren.INKT.licht}
        grafiek.set_title(
            {"name": f"{titel}{deel_van(aantal, alles.aantal)}", "name_font": {**letter, "size": 12}, "overlay": False}
        )
        grafiek.set_legend({"none": True})
        grafiek.set_y_axis({"reverse": True, "num_font": letter, "line": {"color": kleuren.OPGAVE.licht}})
        grafiek.set_x_axis({"visible": False, "major_gridlines": {"visible": False}, "min": 0})
        grafiek.set_size({"width": 520, "height": hoog})
        blad.insert_chart(_RIJ - 1, 6, grafiek, {"y_offset": nummer * (hoog + 10), "object_position": 3})

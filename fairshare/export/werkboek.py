"""What every sheet of the workbook shares: its formats, its headings, and how it prints."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from fairshare import kleuren
from fairshare.model import Uitkomst
from fairshare.opmaak import ONBEKEND, RUIS
from fairshare.parameters import Getal, Keuze
from fairshare.scenario import Scenario, parameter

LETTER = "Arial"
BASIS = {"font_name": LETTER, "font_size": 10}
AANTAL, PRECIES, FRACTIE, PROCENT, KNOP = "#,##0", "#,##0.0", "0.0%", '0.0"%"', '0.0#"%"'
"""A number, a part of 1, a percentage that is written as a number up to 100, and one that is chosen."""

LANGSTE_ADRES = 2079
"""Excel follows no longer one."""

_VORMEN: dict[str, dict[str, Any]] = {
    "titel": {"bold": True, "font_size": 20, "font_color": kleuren.LINT.licht},
    "stil": {"font_color": kleuren.STIL.licht},
    "eenheid": {"font_color": kleuren.STIL.licht, "indent": 1},
    "label": {},
    "vet": {"bold": True, "font_color": kleuren.LINT.licht, "bottom": 1, "text_wrap": True},
    "vet_rechts": {"bold": True, "font_color": kleuren.LINT.licht, "bottom": 1, "text_wrap": True, "align": "right"},
    "tekst": {"text_wrap": True},
    "tekst_boven": {"text_wrap": True, "valign": "top"},
    "ingesprongen": {"indent": 1},
    "koppeling": {"font_color": kleuren.LINT.licht, "underline": 1},
    "som": {"bold": True, "top": 1},
    "som_getal": {"num_format": PRECIES, "bold": True, "top": 1, "align": "right"},
    "som_heel": {"num_format": AANTAL, "bold": True, "top": 1, "align": "right"},
    "som_procent": {"num_format": PROCENT, "bold": True, "top": 1, "align": "right"},
    "getal": {"num_format": PRECIES},
    "heel": {"num_format": AANTAL, "align": "right"},
    "fractie": {"num_format": FRACTIE},
    "procent": {"num_format": PROCENT},
    "knop": {"num_format": KNOP},
    "groot": {"num_format": AANTAL, "bold": True, "font_size": 16, "align": "right"},
    "groot_procent": {"num_format": PROCENT, "bold": True, "font_size": 16, "align": "right"},
    "accent": {"num_format": AANTAL, "bold": True, "font_size": 16, "align": "right", "font_color": kleuren.ACCENT},
    "rechts": {"num_format": PRECIES, "align": "right"},
    "rechts_procent": {"num_format": PROCENT, "align": "right"},
    "onbekend": {"num_format": f'"{ONBEKEND}"', "italic": True, "font_color": kleuren.STIL.licht},
    "invoer": {"bg_color": kleuren.INVOER, "border": 1, "num_format": "#,##0"},
    "invoer_fractie": {"bg_color": kleuren.INVOER, "border": 1, "num_format": FRACTIE},
    "let_op": {"bold": True, "font_color": kleuren.ACCENT},
    "invoer_procent": {"bg_color": kleuren.INVOER, "border": 1, "num_format": KNOP},
}


class Blad(Worksheet):  # type: ignore[misc] # XlsxWriter has no types
    """A sheet that takes a formula as it is written: none of ours has a function that Excel 2007 does not have.

    XlsxWriter looks through each formula for thirty functions that are newer, one by one: half of the making of a workbook.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


@dataclass(frozen=True)
class Boek:
    """The workbook in the making, with what every sheet needs."""

    boek: Workbook
    uitkomst: Uitkomst
    vorm: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make the formats, once."""
        self.vorm.update({naam: self.boek.add_format({"valign": "vcenter"} | eigen) for naam, eigen in _VORMEN.items()})

    @property
    def scenario(self) -> Scenario:
        return self.uitkomst.scenario

    @property
    def aantal(self) -> int:
        return len(self.uitkomst.bron.gemeenten)

    def blad(self, naam: str, koppen: tuple[str, ...], breed: int = 14, vast: int = 0) -> Any:
        """Add a sheet whose bold headings stay in sight, on paper too: landscape, and as wide as a page."""
        blad = self.boek.add_worksheet(naam, Blad)
        blad.set_column(0, max(len(koppen) - 1, 0), breed)
        for kolom, kop in enumerate(koppen):
            blad.write_string(0, kolom, kop, self.vorm["vet"])
        if koppen:
            blad.set_row(0, 42)
            blad.freeze_panes(1, vast)
            blad.repeat_rows(0)
        blad.set_landscape()
        blad.set_paper(9)
        blad.fit_to_pages(1, 0)
        blad.set_footer(f"&L{naam}&RPagina &P van &N")
        return blad

    def teksten(self, blad: Any, rij: int, delen: dict[int, str], breedten: dict[int, int]) -> None:
        """Write texts in a row that is as high as its longest text, folded, needs; by column."""
        for kolom, tekst in delen.items():
            blad.write_string(rij, kolom, tekst, self.vorm["tekst"])
        regels = max(1 + len(tekst) // breedten[kolom] for kolom, tekst in delen.items())
        blad.set_row(rij, 14 * regels)

    def koppel(self, blad: Any, rij: int, kolom: int, adres: str, woorden: str) -> None:
        """Write words that lead to an address, where there is one that a workbook can hold."""
        if adres and len(adres) <= LANGSTE_ADRES:
            blad.write_url(rij, kolom, adres, self.vorm["koppeling"], string=woorden)

    def invoer(self, blad: Any, rij: int, kolom: int, naam: str, waarde: float | str | None) -> None:
        """Write a value that may be changed: yellow, with what the Verkenner allows, and a name for the formulas."""
        wat = parameter(naam)
        vorm = self.vorm["invoer_procent" if wat.eenheid.startswith("procent") else "invoer"]
        if isinstance(waarde, str):
            blad.write_string(rij, kolom, waarde, vorm)
        elif waarde is None or not np.isfinite(waarde):
            blad.write_blank(rij, kolom, None, vorm)
        else:
            blad.write_number(rij, kolom, waarde, vorm)
        if isinstance(wat, Keuze):
            blad.data_validation(rij, kolom, rij, kolom, {"validate": "list", "source": list(wat.opties)})
        if isinstance(wat, Getal):
            grens = {"validate": "decimal", "criteria": "between", "minimum": wat.laag, "maximum": wat.hoog}
            melding = {"error_type": "warning", "error_title": wat.label, "error_message": wat.toegestaan[:255]}
            blad.data_validation(rij, kolom, rij, kolom, grens | melding)
        self.noem(naam, blad, rij, kolom)

    def noem(self, naam: str, blad: Any, rij: int, kolom: int) -> None:
        """Give a cell the name that formulas know a parameter by."""
        self.boek.define_name(f"p_{naam}", f"={blad.get_name()}!${chr(65 + kolom)}${rij + 1}")


def waarde(getal: float, anders: str = "#N/A") -> float | str:
    """Give the stored value of a formula; unknown is an error value or a word, never 0."""
    return round(float(getal), RUIS) if np.isfinite(getal) else anders

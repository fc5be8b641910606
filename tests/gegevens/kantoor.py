"""LibreOffice at work on workbooks as a person is: open, type in a cell, look, close. Many of them in one start.

A small macro in a profile of its own reads what to do from a file, a line an order, and writes what the cells then say.
"""

import shutil
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

kantoor = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not on this machine")

Blad = list[list[float | str]]
"""The cells of a sheet: numbers, and texts; empty is "", an error is "#"."""

_MACRO = """Sub Werk(opdrachten)
  Dim opties(0) As New com.sun.star.beans.PropertyValue
  Dim doc As Object
  opties(0).Name = "Hidden"
  opties(0).Value = True
  invoer = FreeFile
  Open opdrachten For Input As #invoer
  Do While Not EOF(invoer)
    Line Input #invoer, regel
    deel = Split(regel, Chr(9))
    Select Case deel(0)
      Case "open": doc = StarDesktop.loadComponentFromURL(ConvertToURL(deel(1)), "_blank", 0, opties())
      Case "getal": doc.Sheets.getByName(deel(1)).getCellRangeByName(deel(2)).Value = Val(deel(3))
      Case "formule": doc.Sheets.getByName(deel(1)).getCellRangeByName(deel(2)).Formula = deel(3)
      Case "tekst": doc.Sheets.getByName(deel(1)).getCellRangeByName(deel(2)).String = deel(3)
      Case "reken": doc.calculateAll()
      Case "schrijf": Schrijf(doc, deel(1))
      Case "sluit": doc.close(True)
    End Select
  Loop
  Close #invoer
  StarDesktop.terminate()
End Sub

Sub Schrijf(doc, bestand)
  uit = FreeFile
  Open bestand For Output As #uit
  For n = 0 To doc.Sheets.Count - 1
    blad = doc.Sheets.getByIndex(n)
    wijzer = blad.createCursor()
    wijzer.gotoEndOfUsedArea(False)
    einde = wijzer.RangeAddress
    alles = blad.getCellRangeByPosition(0, 0, einde.EndColumn, einde.EndRow).getDataArray()
    Print #uit, "blad" &amp; Chr(9) &amp; blad.Name
    For Each rij In alles
      regel = ""
      For Each cel In rij
        Select Case TypeName(cel)
          Case "Double": regel = regel &amp; "n" &amp; Str(cel) &amp; Chr(9)
          Case "String": regel = regel &amp; "s" &amp; Join(Split(Join(Split(cel, Chr(10)), " "), Chr(9)), " ") &amp; Chr(9)
          Case Else: regel = regel &amp; "#" &amp; Chr(9)
        End Select
      Next
      Print #uit, regel
    Next
  Next
  Close #uit
End Sub
"""

_MODULE = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{_MACRO}</script:module>
"""


_NEDERLANDS = (
    '<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">'
    "<value>nl-NL</value></prop></item>"
)
"""A text with a number in it is read with a decimal comma, as it is by who uses our files."""


def _start(profiel: Path, *wat: str) -> None:
    opdracht = ["soffice", f"-env:UserInstallation=file://{profiel}", "--headless", "--norestore", *wat]
    subprocess.run(opdracht, check=True, capture_output=True, timeout=300)


def _profiel(map_: Path) -> Path:
    """Let LibreOffice make a Dutch profile for the tests of this process, which takes as long as its work, and put the macro in it."""
    profiel = map_.parent / "profiel"
    if not profiel.exists():
        _start(profiel, "--terminate_after_init")
        instellingen = profiel / "user" / "registrymodifications.xcu"
        tekst = instellingen.read_text(encoding="utf-8")
        instellingen.write_text(tekst.replace("</oor:items>", f"{_NEDERLANDS}</oor:items>"), encoding="utf-8")
    (profiel / "user" / "basic" / "Standard" / "Module1.xba").write_text(_MODULE, encoding="utf-8")
    return profiel


@dataclass(frozen=True)
class Opdracht:
    """A workbook, what is typed in it, and whether everything is then computed afresh.

    ``typ`` holds cells as ``Overzicht!B5``; a text that begins with = is a formula. Without ``reken`` LibreOffice computes only what it does by itself, as it does
    for someone who opens a file with default settings and types in it.
    """

    inhoud: bytes
    typ: Mapping[str, float | str] | None = None
    reken: bool = True


def aan_het_werk(opdrachten: Iterable[Opdracht], map_: Path) -> list[dict[str, Blad]]:
    """Let LibreOffice do each; give the cells of every sheet afterwards."""
    regels = []
    for nummer, opdracht in enumerate(opdrachten):
        (map_ / f"{nummer}.xlsx").write_bytes(opdracht.inhoud)
        regels.append(f"open\t{map_}/{nummer}.xlsx")
        for cel, waarde in (opdracht.typ or {}).items():
            tekst = "formule" if str(waarde).startswith("=") else "tekst"
            soort = tekst if isinstance(waarde, str) else "getal"
            regels.append("\t".join((soort, *cel.replace("$", "").split("!"), str(waarde))))
        regels += ["reken"] * opdracht.reken + [f"schrijf\t{map_}/{nummer}.txt", "sluit"]
    (map_ / "opdrachten.txt").write_text("\n".join(regels), encoding="utf-8")
    _start(_profiel(map_), f'macro:///Standard.Module1.Werk("{map_}/opdrachten.txt")')
    aantal = sum(regel == "sluit" for regel in regels)
    return [_gelezen(map_ / f"{nummer}.txt") for nummer in range(aantal)]


def _gelezen(bestand: Path) -> dict[str, Blad]:
    bladen: dict[str, Blad] = {}
    for regel in bestand.read_text(encoding="utf-8").splitlines():
        soort, _, naam = regel.partition("\t")
        if soort == "blad":
            blad = bladen[naam] = []
        else:
            blad.append([_cel(cel) for cel in regel.split("\t")[:-1]])
    return bladen


def _cel(cel: str) -> float | str:
    return float(cel[1:]) if cel.startswith("n") else "#" if cel == "#" else cel[1:]

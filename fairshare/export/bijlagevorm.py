"""The appendix of an agreement: opgave and plaatsingen per gemeente and year in whole homes, as CSV, Excel, PDF and Word.

What it says is laid out once (:func:`inhoud`); each kind of file only writes it down.
"""

import csv as csv_
import io
from math import isfinite

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_range

from fairshare import besluit
from fairshare.besluit import TITEL, Staat, staten
from fairshare.export import papier
from fairshare.export.rijen import veilig
from fairshare.export.stempel import Stempel
from fairshare.export.werkboek import BASIS, Boek
from fairshare.model import Uitkomst
from fairshare.model.bijlage import WAT, bijlage
from fairshare.model.hele_woningen import REGIO
from fairshare.opmaak import ONBEKEND


def csv(uitkomst: Uitkomst) -> bytes:
    """Write opgave and plaatsingen as plain rows: that table and nothing else.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> csv(bereken(lees_regio("stedendriehoek"))).decode().splitlines()[:2]
    ['gemeente;jaar;opgave;plaatsingen', 'Apeldoorn;2026;446;310']
    """
    wat, uit = bijlage(uitkomst), io.StringIO()
    schrijver = csv_.writer(uit, delimiter=";", lineterminator="\n")
    schrijver.writerow(("gemeente", "jaar", *WAT))
    for plek, jaar in enumerate(wat.jaren):
        for rij, wie in enumerate((*wat.namen, REGIO)):
            getallen = (wat.cijfers[naam][rij, plek] for naam in WAT)
            schrijver.writerow((veilig(wie), jaar, *(f"{een:.0f}" if isfinite(een) else "" for een in getallen)))
    return uit.getvalue().encode()


def pdf(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the appendix on paper, landscape."""
    delen = [papier.kop("Wat wordt afgesproken"), papier.punten(besluit.zinnen(uitkomst, stempel.motivering))]
    for nummer, staat in enumerate(staten(uitkomst)):
        woorden = [kolom for kolom, kop in enumerate(staat.koppen) if kop == "Corporatie"]
        delen += [
            *([papier.bladzijde()] if nummer else []),
            papier.kop(staat.titel),
            papier.alinea(staat.uitleg),
            papier.tabel(staat.koppen, staat.tekst(), woorden, som=staat.som),
        ]
    delen += [papier.kop("Hoe is afgerond"), papier.punten(besluit.afronding(uitkomst))]
    return papier.zet(TITEL, stempel, delen, {}, liggend=True)


def xlsx(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Write the appendix as a workbook: a sheet of words and one for each table, whose sums are formulas."""
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(uit, opties | {"default_format_properties": BASIS}) as werkmap:
        boek = Boek(werkmap, uitkomst)
        _toelichting(boek, uitkomst, stempel)
        for staat in staten(uitkomst):
            _blad(boek, staat)
        werkmap.set_properties({"title": f"{TITEL}: {stempel.regio}", "author": "Fair Share Verkenner"})
    return uit.getvalue()


def _toelichting(boek: Boek, uitkomst: Uitkomst, stempel: Stempel) -> None:
    blad = boek.blad("Afspraak", (TITEL, stempel.regio), 24)
    blad.set_column(1, 1, 110)
    rijen = [
        *(("Afspraak", zin) for zin in besluit.zinnen(uitkomst, stempel.motivering)),
        *((staat.titel, staat.uitleg) for staat in staten(uitkomst)),
        *(("Afronding", zin) for zin in besluit.afronding(uitkomst)),
        *stempel.regels(),
        *stempel.let_op(),
    ]
    for rij, (wat, tekst) in enumerate(rijen, start=1):
        boek.teksten(blad, rij, {0: wat, 1: tekst}, {0: 24, 1: 110})
        if wat == "Link":
            boek.koppel(blad, rij, 1, stempel.adres, tekst)


def _blad(boek: Boek, staat: Staat) -> None:
    """Write a table; a sum is a formula with its figure, and words where it is unknown."""
    woorden = sum(isinstance(cel, str) for cel in staat.rijen[0])
    blad = boek.blad(staat.titel, staat.koppen, 9, vast=woorden)
    blad.set_column(0, woorden - 1, 22)
    for kolom, kop in enumerate(staat.koppen[woorden:], start=woorden):
        blad.write_string(0, kolom, kop, boek.vorm["vet_rechts"])
    begin, laatste = 1, len(staat.koppen) - 1
    for nummer, rij in enumerate(staat.rijen):
        som = nummer in staat.som
        for kolom, cel in enumerate(rij):
            vorm = boek.vorm[
                ("som_heel" if kolom >= woorden else "som") if som else "heel" if kolom >= woorden else "label"
            ]
            if isinstance(cel, str):
                blad.write_string(nummer + 1, kolom, cel, vorm)
            elif not isfinite(cel):
                blad.write_string(nummer + 1, kolom, ONBEKEND, vorm)
            elif som or kolom == laatste:
                van = (begin, kolom, nummer, kolom) if som else (nummer + 1, woorden, nummer + 1, laatste - 1)
                blad.write_formula(nummer + 1, kolom, f"=SUM({xl_range(*van)})", vorm, cel)
            else:
                blad.write_number(nummer + 1, kolom, cel, vorm)
        begin = nummer + 2 if som else begin

"""A file of the user becomes a region: read in a process of its own, understood, judged, and kept nowhere."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any

from fairshare.fouten import Fout, GegevensFout
from fairshare.gegevens.begrijpen import Begrepen, Bladen, begrijp
from fairshare.gegevens.controle import Plaats, keur
from fairshare.gegevens.herkennen import Keuze, is_sleutel, sleutel_uit
from fairshare.gegevens.herleiden import herleid, vergelijk, zoek_nullen
from fairshare.gegevens.kolommen import CIJFERS, KOLOMMEN, SJABLOON, VRIJ
from fairshare.gegevens.samenvoegen import voeg_samen
from fairshare.gegevens.schema import Cijfer, Gemeente, Regio, Register
from fairshare.opmaak import getal, precies

EIGEN = "eigen-"
"""How the name of a region with own data begins; its fingerprint follows."""

_EIGEN_NAAM = re.compile(rf"{EIGEN}[0-9a-f]{{8}}")

_LEZER = Path(__file__).with_name("lezer.py")
GEDULD = 20
"""The most that reading may take [s]."""

_BEURTEN = BoundedSemaphore(2)
"""This many files are opened at once; the others wait, so that bombs together take no more than two of them."""


@dataclass(frozen=True)
class Ingelezen:
    """A region from one or more files, and how each part of them was understood."""

    regio: Regio
    hoe: tuple[str, ...]
    geteld: Mapping[str, int | None] = field(default_factory=dict)
    """Of how many gemeenten each known column gives a figure; None where it is not in the files."""
    ongebruikt: tuple[str, ...] = ()
    """Headings that are not used."""
    vrij: Mapping[str, str] = field(default_factory=dict)
    """Headings of which the user says what they are, with what stands below them."""
    perioden: tuple[str, ...] = ()
    """The periods of which one was read, the newest first; none where there is nothing to choose."""
    tegenspraak: tuple[str, ...] = ()
    """What in the files cannot be true together."""
    keuze: Keuze = field(default_factory=Keuze)

    @property
    def goed(self) -> bool:
        """Whether a figure was read and nothing contradicts."""
        return any(self.geteld.values()) and not self.tegenspraak


def lees_eigen(inhoud: bytes, naam: str, keuze: Keuze | None = None) -> Ingelezen:
    r"""Make a region of a file.

    Parameters
    ----------
    inhoud
        The bytes of a CSV, Excel or Parquet file.
    naam
        What the region is called on screens; it does not change the fingerprint.
    keuze
        Which heading is which column, where the user said so.

    Raises
    ------
    GegevensFout
        With every fault, each with row, column, value and remedy; then nothing of the file is kept.

    Examples
    --------
    >>> tekst = "Gemeente;Inwoners;Mutaties\nLochem;34.289;150\nVoorst;24.968;112\n"
    >>> ingelezen = lees_eigen(tekst.encode("cp1252"), "Proef")
    >>> ingelezen.regio.sleutel, ingelezen.regio.namen
    ('eigen-888cecd2', ('Lochem', 'Voorst'))
    """
    return lees_samen([(inhoud, naam)], keuze)


def lees_samen(bestanden: Sequence[tuple[bytes, str]], keuze: Keuze | None = None) -> Ingelezen:
    r"""Make a region of files about the same gemeenten, each with its name; one of them may be a key of headings.

    Raises
    ------
    GegevensFout
        With every fault, where there are more files each with the name of its file.

    Examples
    --------
    >>> a, b = b"Gemeente;Inwoners\nLochem;34.289\n", b"Gemeente;Mutaties\nLochem;150\n"
    >>> lees_samen([(a, "a"), (b, "b")]).regio.gemeenten[0].mutaties_liberalisatiegrens
    150
    """
    tabellen, keuze = lees_tabellen(bestanden, keuze or Keuze())
    delen = [(naam, _begrepen(bladen, hoe, keuze, naam if len(tabellen) > 1 else "")) for naam, bladen, hoe in tabellen]
    begrepen = delen[0][1] if len(delen) == 1 else voeg_samen(delen)
    procenten = _geteld(begrepen.rijen)
    herleid(begrepen)
    zoek_nullen(begrepen)
    plaats = Plaats(
        begrepen.nummers, begrepen.koppen, () if begrepen.nummers else [rij["naam"] for rij in begrepen.rijen]
    )
    gemeenten = keur(begrepen.rijen, plaats=plaats)
    geteld = procenten | _geteld(begrepen.rijen)
    return _ingelezen(" en ".join(naam for naam, _ in delen)[:60], gemeenten, begrepen, keuze, geteld)


def lees_tabellen(
    bestanden: Sequence[tuple[bytes, str]], keuze: Keuze, namen: Mapping[str, str] | None = None
) -> tuple[list[tuple[str, Bladen, list[str]]], Keuze]:
    r"""Give the tables among files, each with its name and how it was opened, and what keys of headings among them add to a choice.

    Raises
    ------
    GegevensFout
        Where a file cannot be opened, or there is no table.

    Examples
    --------
    >>> sleutel = b"Kop in het bestand;Kolom van de Verkenner\ntal;Inwoners\n"
    >>> tabellen, keuze = lees_tabellen([(b"Gemeente;Tal\nLochem;5\n", "a"), (sleutel, "b")], Keuze())
    >>> [naam for naam, _, _ in tabellen], keuze.koppen
    (['a'], {'tal': 'inwoners_2024'})
    """
    gelezen: list[tuple[str, Bladen, list[str]]] = [
        (zichtbaar(naam), *lees_bladen(inhoud, zichtbaar(naam))) for inhoud, naam in bestanden
    ]
    for _, bladen, _ in gelezen:
        if is_sleutel(bladen):
            keuze = sleutel_uit(bladen, namen).met(keuze.koppen)
    tabellen = [een for een in gelezen if not is_sleutel(een[1])]
    if not tabellen:
        raise GegevensFout(
            [Fout(gelezen[0][0], "", "dit is een sleutel van koppen; kies er een bestand met cijfers bij")]
        )
    return tabellen, keuze


def _begrepen(bladen: Bladen, hoe: list[str], keuze: Keuze, bestand: str) -> Begrepen:
    """Understand one file; where there are more, every fault says in which."""
    try:
        begrepen = begrijp(bladen, hoe, keuze=keuze)
    except GegevensFout as fout:
        voor = f"{bestand}: " if bestand else ""
        raise GegevensFout([replace(een, waar=f"{voor}{een.waar}") for een in fout.fouten]) from None
    vergelijk(begrepen)
    return begrepen


def _ingelezen(
    naam: str, gemeenten: tuple[Gemeente, ...], begrepen: Begrepen, keuze: Keuze, geteld: Mapping[str, int]
) -> Ingelezen:
    """Make the region, whose fingerprint changes with every figure in it."""
    opgave = _opgave(gemeenten, begrepen)
    afdrukken = [*(gemeente.afdruk() for gemeente in gemeenten), *([f"opgave={opgave}"] if opgave is not None else [])]
    vingerafdruk = sha256("\n".join(afdrukken).encode()).hexdigest()[:8]
    regio = Regio(f"{EIGEN}{vingerafdruk}", _register(naam, vingerafdruk, begrepen, opgave), gemeenten)
    return Ingelezen(
        regio,
        tuple(begrepen.hoe),
        {**dict.fromkeys(CIJFERS), **geteld},
        tuple(begrepen.ongebruikt),
        begrepen.vrij,
        tuple(begrepen.perioden),
        tuple(begrepen.tegenspraak),
        keuze,
    )


def _geteld(rijen: Sequence[Mapping[str, str]]) -> dict[str, int]:
    """Count the figures of each column that is there, also those of which a region may have any number."""
    kolommen = dict.fromkeys(naam for rij in rijen for naam in rij if naam in CIJFERS or naam.partition(":")[0] in VRIJ)
    return {naam: sum(bool(rij.get(naam)) for rij in rijen) for naam in kolommen}


def _opgave(gemeenten: tuple[Gemeente, ...], begrepen: Begrepen) -> int | None:
    """Give the opgave of the region: as it was given, else the sum of that of every gemeente."""
    delen = [gemeente.opgave for gemeente in gemeenten if gemeente.opgave is not None]
    som = sum(delen) if len(delen) == len(gemeenten) else None
    if begrepen.opgave is not None and som not in (None, begrepen.opgave):
        begrepen.tegenspraak.append(
            f"De opgave van de regio is {begrepen.opgave}, en die van de gemeenten samen {som}."
        )
    return som if begrepen.opgave is None else begrepen.opgave


def is_eigen(naam: str) -> bool:
    """Whether this is how a region with own data is called.

    Examples
    --------
    >>> is_eigen("eigen-888cecd2"), is_eigen("eigen-`![](https://x)`"), is_eigen("gmr")
    (True, False, False)
    """
    return _EIGEN_NAAM.fullmatch(naam) is not None


def zichtbaar(naam: str) -> str:
    """Give the name of a file as it can be shown and printed: without what turns a line around, and never empty.

    Examples
    --------
    >>> zichtbaar("cijfers\u202e 2025"), zichtbaar(" ")
    ('cijfers 2025', 'eigen gegevens')
    """
    return " ".join("".join(teken for teken in naam if teken.isprintable()).split()) or "eigen gegevens"


def lees_bladen(inhoud: bytes, naam: str) -> tuple[dict[str, list[list[str]]], list[str]]:
    """Let another process open a file, because what is in it can hurt no more than that; give its rows, and how it was read.

    Raises
    ------
    GegevensFout
        When it is no table, or too large to be one.

    Examples
    --------
    >>> lees_bladen(b"a;b", "proef")
    ({'': [['a', 'b']]}, ["Gelezen als CSV, UTF-8, kolommen gescheiden door puntkomma's."])
    """
    opdracht = [sys.executable, "-I", "-B", str(_LEZER)]
    omgeving = {naam: os.environ[naam] for naam in ("SYSTEMROOT", "LD_LIBRARY_PATH") if naam in os.environ}
    # its own pool, or a heap for each thread, may reserve more than the bound, and then it aborts
    omgeving |= {"ARROW_DEFAULT_MEMORY_POOL": "system", "MALLOC_ARENA_MAX": "1"}
    try:
        with _BEURTEN:
            klaar = subprocess.run(
                opdracht, input=inhoud, capture_output=True, timeout=GEDULD, check=True, env=omgeving
            )
        antwoord: dict[str, Any] = json.loads(klaar.stdout)
    except OSError:
        antwoord = {
            "fout": "het lezen kon op deze server niet beginnen, en dat ligt niet aan het bestand; meld het de beheerder"
        }
    except (subprocess.SubprocessError, ValueError):
        antwoord = {
            "fout": "dit bestand is niet te lezen binnen de grenzen; sla alleen de tabel met gemeenten op als CSV"
        }
    if "fout" in antwoord:
        raise GegevensFout([Fout(naam, "", antwoord["fout"])])
    return antwoord["bladen"], antwoord["hoe"]


def _register(naam: str, vingerafdruk: str, begrepen: Begrepen, opgave: int | None) -> Register:
    """Say of every column that the user brought it."""
    bron = f"Eigen gegevens, vingerafdruk {vingerafdruk}"
    kolommen = {
        kolom: Cijfer(
            naam=KOLOMMEN[kolom].kop,
            status="aangeleverd",
            bron=bron,
            vindplaats=f"kolom '{begrepen.koppen[kolom]}'" if kolom in begrepen.koppen else "herleid bij het inlezen",
            regel=KOLOMMEN[kolom].uitleg,
        )
        for kolom in begrepen.rijen[0]
        if kolom in KOLOMMEN
    }
    eigen = Cijfer(
        naam="Opgave van de regio",
        waarde=opgave,
        eenheid="huishoudens per jaar",
        status="aangeleverd",
        bron=bron,
        vindplaats="in het bestand",
    )
    hoeveel = "1 gemeente" if len(begrepen.rijen) == 1 else f"{len(begrepen.rijen)} gemeenten"
    return Register(
        naam=naam,
        toelichting=f"{bron}; {hoeveel}.",
        kolommen=kolommen,
        cijfers={} if opgave is None else {"opgave": eigen},
    )


def als_rijen(regio: Regio) -> tuple[list[str], list[list[str]]]:
    """Give the figures of a region as they were read: the headings, and a row for each gemeente.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> als_rijen(lees_regio("gmr"))[1][0][:4]
    ['Arnhem', 'GM0202', '167.632', '165.770']
    """
    namen = [naam for naam in KOLOMMEN if naam not in ("naam", "code", "provincie") and naam in Gemeente.model_fields]
    cijfers = [naam for naam in namen if any(getattr(rij, naam) is not None for rij in regio.gemeenten)]
    vrij = {f"{VRIJ[soort]}: {naam}": (soort, naam) for soort in VRIJ for naam in getattr(regio.gemeenten[0], soort)}
    rijen = [
        [
            rij.naam,
            rij.code,
            *(_cijfer(naam, getattr(rij, naam)) for naam in cijfers),
            *(getal(getattr(rij, soort)[naam]) for soort, naam in vrij.values()),
        ]
        for rij in regio.gemeenten
    ]
    return ["Gemeente", "Code", *(KOLOMMEN[naam].kop for naam in cijfers), *vrij], rijen


def _cijfer(naam: str, waarde: float | None) -> str:
    return precies(waarde) if waarde is not None and KOLOMMEN[naam].soort == "score" else getal(waarde)


def sjabloon() -> bytes:
    """Make the template: a sheet to fill in and the data dictionary.

    Examples
    --------
    >>> sjabloon()[:2]
    b'PK'
    """
    import xlsxwriter  # only who asks for it waits for it

    uit = BytesIO()
    with xlsxwriter.Workbook(uit, {"in_memory": True, "strings_to_formulas": False}) as boek:
        vet = boek.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        blad = boek.add_worksheet("gegevens")
        blad.write_row(0, 0, [KOLOMMEN[naam].kop for naam in SJABLOON], vet)
        blad.set_column(0, len(SJABLOON), 18)
        uitleg = boek.add_worksheet("uitleg")
        uitleg.write_row(0, 0, ["Kolom", "Wat erin hoort", "Soort"], vet)
        for rij, regel in enumerate(woordenboek(), start=1):
            uitleg.write_row(rij, 0, regel)
        uitleg.set_column(0, 0, 36)
        uitleg.set_column(1, 1, 90)
    return uit.getvalue()


def woordenboek() -> list[tuple[str, str, str]]:
    """Give the data dictionary: each heading, what belongs in the column, and its kind.

    Examples
    --------
    >>> woordenboek()[0][0]
    'Gemeentecode'
    """
    vast = [(kolom.kop, kolom.uitleg, kolom.soort) for kolom in KOLOMMEN.values()]
    return [
        *vast,
        (f"{VRIJ['bezit']}: naam", "Woningen van een corporatie; zo veel kolommen als er corporaties zijn.", "aantal"),
        (f"{VRIJ['groep']}: naam", "Urgenten van een lokale groep; zo veel kolommen als er groepen zijn.", "aantal"),
    ]

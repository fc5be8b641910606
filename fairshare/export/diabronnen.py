"""The last slides of the deck: the assumptions with their status, and the sources. A table that is too long goes on."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from fairshare.export import diavorm as vorm
from fairshare.export.diareeks import Beeld, Dia
from fairshare.export.diavorm import STIL
from fairshare.lezingen.aannames import GEKOZEN
from fairshare.opmaak import opsomming

RUIMTE = 4.75
"""How high a table may be [inch]."""

LETTERS = (15, 14, 13, 12, 11)
"""The sizes of the letters of a table [points]."""

LANGSTE_LINK = 300
"""A longer link stands whole in the notes, and can be followed from the slide."""

Rijen = Sequence[Sequence[str]]


@dataclass(frozen=True)
class _Tabel:
    """A table with letters as large as its length allows, divided over slides."""

    breedten: Sequence[float]
    rijen: Rijen
    ruimte: float = RUIMTE

    @property
    def grootte(self) -> float:
        """The largest letters with which it fits on one slide, else the smallest."""
        return next((maat for maat in LETTERS if self._hoog(self.rijen, maat) <= self.ruimte), LETTERS[-1])

    def _hoog(self, rijen: Rijen, maat: float) -> float:
        return sum(vorm.hoogte(self.breedten, rij, maat) for rij in rijen)

    def bladen(self) -> list[Rijen]:
        """Give for each slide the heading and as many rows as there is room for."""
        kop, *rest = self.rijen
        bladen = [[kop]]
        for rij in rest:
            if len(bladen[-1]) > 1 and self._hoog([*bladen[-1], rij], self.grootte) > self.ruimte:
                bladen.append([kop])
            bladen[-1].append(rij)
        return list(bladen)

    def teken(self, dia: Any, rijen: Rijen) -> None:
        """Draw the rows of one slide."""
        vak = (0.75, 1.75, 11.95, self._hoog(rijen, self.grootte))
        vorm.tabel(dia, vak, self.breedten, rijen, self.grootte)


MEER = {"aanname": "aannames", "schatting": "schattingen"}
"""A status that is a noun, of more than one."""


def _aannames(beeld: Beeld) -> Iterator[Dia]:
    """Make the slide with what the figures rest on."""
    aannames = beeld.stempel.aannames
    rijen = [
        ("Aanname", "Waarde", "Status", "Bron"),
        *((een.naam, een.waarde, een.status, een.bron) for een in aannames),
    ]
    tabel = _Tabel((3.0, 2.3, 1.45, 5.2), rijen)
    soorten = Counter(een.status for een in aannames)
    hoe = [f"{aantal} {MEER.get(status, status) if aantal > 1 else status}" for status, aantal in soorten.items()]
    for blad in tabel.bladen():
        yield Dia(
            f"De aannames en hun status: {opsomming(hoe)}",
            "gepubliceerd staat gedrukt in een bron; herleid volgt uit andere cijfers; een schatting heeft een vaste regel; "
            "aangeleverd staat in het eigen bestand van de gebruiker; gekozen hoort bij dit scenario; een aanname staat in geen bron.",
            "Hoe zeker is dit?",
            "Wat er bij een aanname openstaat, staat hierboven; op de pagina Onzekerheid staat wat een marge uitmaakt.",
            partial(tabel.teken, rijen=blad),
        )


def _bronnen(beeld: Beeld) -> Iterator[Dia]:
    """Make the slide with the sources, what each is for, and the link."""
    stempel = beeld.stempel
    aantal = len(stempel.bronnen)
    gekozen = "; ".join(f"{een.naam} {een.waarde}" for een in stempel.aannames if een.status == GEKOZEN)
    rijen = [*stempel.bronnen.items(), ("Gekozen in dit scenario", gekozen)][: aantal + bool(gekozen)]
    tabel = _Tabel((4.75, 7.2), [("Bron", "Waarvoor"), *rijen], RUIMTE - 0.6)

    def teken(dia: Any, rijen: Rijen) -> None:
        tabel.teken(dia, rijen)
        _link(dia, beeld)

    for blad in tabel.bladen():
        yield Dia(
            f"De cijfers komen uit {'een bron' if aantal == 1 else f'{aantal} bronnen'}{' en uit dit scenario zelf' if gekozen else ''}",
            "de herkomst van elk cijfer staat in de Verkenner bij Bronnen en begrippen.",
            "Kan ik dit narekenen?",
            "Ja: het Excelbestand bij Delen en meenemen heeft alle formules, en onder 'Hoe komt een cijfer tot stand?' staat elke stap.",
            partial(teken, rijen=blad),
        )


def _link(dia: Any, beeld: Beeld) -> None:
    """Write the link so that it can be followed, and read on paper where it fits."""
    link, adres = beeld.stempel.link, beeld.stempel.adres
    past = len(link) <= LANGSTE_LINK
    kader = vorm.tekst(
        dia, (0.75, 6.2, 11.95, 0.6), ["Link: " if past and adres else f"Link: {link if past else ''}"], 12, kleur=STIL
    )
    if adres:
        vorm.koppel(
            kader.text_frame.paragraphs[0],
            adres,
            12,
            link if past else "Open dit scenario; de hele link staat in de notities",
        )


BRONDIAS: tuple[Callable[[Beeld], Iterator[Dia]], ...] = (_aannames, _bronnen)
"""What every deck ends with."""

"""Every figure that the sources print, computed again from their text, and what the step that the text leaves open is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import nan

from fairshare.gegevens import Regio, lees_herrekening, lees_regio
from fairshare.gegevens.schema import GedrukteKolom, Rekenstap
from fairshare.lui import pd
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.waarschuwingen import toerekening
from fairshare.opmaak import afgerond, getal
from fairshare.scenario import Scenario

SAMEN, NIET_GEPLAATST = "Regio", "Niet geplaatst"
"""How the last two rows of a published table are called."""


@dataclass(frozen=True)
class Herrekend:
    """A printed figure beside the computed one; None is not printed or not to be computed, nan is unknown."""

    bron: str
    plek: str
    wat: str
    eenheid: str
    decimalen: int
    gedrukt: float | None
    berekend: float | None
    open: str
    anders: float | None = None
    """What the other reading of the open step gives."""
    letter: str = ""
    """The column of the published table that it is a cell of."""

    @property
    def verschil(self) -> float | None:
        """Printed less computed, the latter rounded as the source does; 0 is the same; nan where nothing is known."""
        if self.gedrukt is None or self.berekend is None:
            return None
        return self.gedrukt - float(afgerond(self.berekend, self.decimalen)) if self.berekend == self.berekend else nan

    @property
    def waard(self) -> float | None:
        """What the open step is worth: the other reading less this one."""
        if self.anders is None or self.berekend is None:
            return None
        return self.anders - (self.berekend if self.berekend == self.berekend else 0.0)


def herreken() -> tuple[Herrekend, ...]:
    """Compute every printed figure again: first those of a published table, a column at a time, then the others.

    Examples
    --------
    >>> alle = herreken()
    >>> next(een.verschil for een in alle if een.letter == "A" and een.wat == "Lochem")
    1.0
    """
    return (*_kolommen(), *_cijfers())


def _cijfers() -> Iterator[Herrekend]:
    for een in lees_herrekening().cijfer:
        vast = een.model_dump(exclude={"stap", "anders"})
        yield Herrekend(**vast, berekend=_bereken(een.stap), anders=_bereken(een.anders))


def _bereken(stap: Rekenstap | None) -> float | None:
    if stap is None:
        return None
    if stap.deel is not None:
        return stap.maal * stap.deel[0] / stap.deel[1]
    if stap.termen:
        return sum(stap.termen)
    return _uitkomst(stap.regio, stap.scenario, stap.reservering).regionaal(stap.cijfer)


def _uitkomst(regio: str, keuzes: Mapping[str, str], reservering: float | None) -> Uitkomst:
    scenario = Scenario.model_validate({"regio": regio, **keuzes})
    return bereken(lees_regio(regio), scenario, **({} if reservering is None else {"reservering": reservering}))


def _kolommen() -> Iterator[Herrekend]:
    for kolom in lees_herrekening().kolom:
        regio = lees_regio(kolom.regio)
        berekend, anders = _kolom(kolom, regio), _andere_lezing(kolom, regio)
        for wat, gedrukt in gedrukte_cellen(kolom, regio).items():
            yield Herrekend(
                bron=kolom.bron,
                plek=kolom.plek,
                wat=wat,
                eenheid="woningen per jaar",
                decimalen=0,
                gedrukt=None if gedrukt != gedrukt else gedrukt,
                berekend=berekend.get(wat),
                open=kolom.open,
                anders=anders.get(wat),
                letter=kolom.letter,
            )


def gedrukte_cellen(kolom: GedrukteKolom, regio: Regio) -> dict[str, float]:
    """Give what a column prints: per gemeente by its name, of the region, and who found no home; nan where it is empty.

    Examples
    --------
    >>> regio = lees_regio("stedendriehoek")
    >>> gedrukte_cellen(regio.gepubliceerd[2], regio)["Niet geplaatst"]
    215.0
    """
    cellen = {naam: kolom.gemeenten.get(code, nan) for code, naam in zip(regio.codes, regio.namen, strict=True)}
    totalen = {SAMEN: kolom.samen, NIET_GEPLAATST: kolom.niet_geplaatst}
    return cellen | {wat: nan if waarde is None else waarde for wat, waarde in totalen.items()}


def _kolom(kolom: GedrukteKolom, regio: Regio) -> dict[str, float]:
    """Compute a column; of a registration only the totals."""
    if kolom.cijfer:
        return _van_model(_uitkomst(kolom.regio, kolom.scenario, kolom.reservering), kolom.cijfer)
    if not kolom.gemeenten:
        return {}
    samen = sum(kolom.gemeenten.values())
    return {SAMEN: samen, NIET_GEPLAATST: (regio.cijfer("opgave") or nan) - samen}


def _van_model(uitkomst: Uitkomst, cijfer: str) -> dict[str, float]:
    cellen = dict(zip(uitkomst.bron.namen, map(float, uitkomst.per_gemeente(cijfer)), strict=True))
    samen = uitkomst.regionaal(cijfer)
    over = uitkomst.regionaal("niet_geplaatst") if cijfer == "capaciteit" else uitkomst.regionaal("opgave") - samen
    return cellen | {SAMEN: samen, NIET_GEPLAATST: over}


def _andere_lezing(kolom: GedrukteKolom, regio: Regio) -> dict[str, float]:
    if kolom.anders:
        return _van_model(_uitkomst(kolom.regio, kolom.anders, kolom.reservering), kolom.cijfer)
    if kolom.toerekening:
        gelezen = toerekening(_uitkomst(kolom.regio, kolom.scenario, kolom.reservering))
        return _van_model(gelezen[0], kolom.cijfer) if gelezen else {}
    return {}


def naast_elkaar(regio: Regio) -> pd.DataFrame | None:
    """Give the published table as text; where the computed figure is another, that stands behind it. None without a table.

    Examples
    --------
    >>> tabel = naast_elkaar(lees_regio("stedendriehoek"))
    >>> tabel.loc["Lochem", "A"], tabel.loc["Epe", "D"]
    ('87 ≠ 86', '0 ≠ onbekend')
    """
    if not regio.gepubliceerd:
        return None
    cellen = [een for een in _kolommen() if een.letter and een.wat in (*regio.namen, SAMEN, NIET_GEPLAATST)]
    tekst = {
        letter: {een.wat: _cel(een) for een in cellen if een.letter == letter}
        for letter in (kolom.letter for kolom in regio.gepubliceerd)
    }
    return pd.DataFrame(tekst)


def _cel(een: Herrekend) -> str:
    gedrukt = getal(een.gedrukt)
    return f"{gedrukt} ≠ {getal(een.berekend)}" if een.verschil else gedrukt

"""The workbook: data, parameters and the whole computation as live formulas, so that a changed percentage recomputes.

The formulas are those of the engine, read from its equations (:mod:`fairshare.lezingen.talen`). Each carries the engine's own
figure as its stored value, for readers that do not compute and for those that believe it. Text is written as text: nothing
that someone typed becomes a formula or a link.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Any

import numpy as np
from xlsxwriter import Workbook
from xlsxwriter.utility import xl_col_to_name

from fairshare.export.koppen import kop
from fairshare.export.stempel import Stempel
from fairshare.export.voorblad import EERST, voorblad, vul
from fairshare.export.werkboek import BASIS, Boek, waarde
from fairshare.lezingen.talen import FORMULE
from fairshare.model import Uitkomst
from fairshare.model.boom import VAST, Knoop, vereenvoudigd
from fairshare.model.graaf import SOM, VERGELIJKINGEN, VORIGE, Plan, wortel
from fairshare.model.invoer import GEKOZEN, INVOER, invoernaam, per_gemeente
from fairshare.model.tabellen import GEMEENTEN, REGIO
from fairshare.model.verdeelsleutel import gewichten, maat
from fairshare.opmaak import ONBEKEND
from fairshare.parameters import Getal, Keuze
from fairshare.scenario import Scenario, parameter

VAST_HIER = "vast in dit werkboek: kies een ander scenario in de Verkenner"

NIET_LEVEND = ("start", "eind", "segment", "regel", "lokaal", "verhuisketen")
"""Parameters that decide which rows, columns or data there are."""

VASTE_WOORDEN = ("segment", "regel", "lokaal", "grenzen", "begin", "toewijzingen_bekend")
"""The words that are filled in: what they leave out of an equation is not in the workbook."""

VRAAGT = (*GEMEENTEN, *REGIO, "gemist", "uitgevallen", "reservering_regio")
"""The figures that the workbook must show; it has what they are made of too."""

FORMATEN = {"deel": "fractie", "percentage": "procent", "jaartal": "label", "factor": "label", "looptijd": "label"}
"""The format of what is not a number of homes."""


@dataclass(frozen=True)
class Opzet:
    """What the workbook of an outcome consists of: its equations, and on which sheet each figure stands."""

    uitkomst: Uitkomst

    @cached_property
    def plan(self) -> Plan:
        """The equations with the words of this scenario filled in and all numbers left open."""
        bekend = self.uitkomst.regio.rekening.plan.bekend
        return Plan({naam: bekend[naam] for naam in VASTE_WOORDEN if naam in bekend}, per_gemeente)

    def boom(self, naam: str) -> Knoop:
        """Give an equation as far as it is written down."""
        return vereenvoudigd(VERGELIJKINGEN[naam].boom, self.plan.bekend)

    @cached_property
    def delen(self) -> Mapping[str, tuple[str, ...]]:
        """Every figure of the workbook with its parts, in an order in which each comes after its parts."""
        nodig: dict[str, tuple[str, ...]] = {}
        wachtrij = list(VRAAGT)
        while wachtrij:
            naam = wachtrij.pop()
            if naam in nodig or naam not in VERGELIJKINGEN:
                continue
            nodig[naam] = () if self.is_waarde(naam) else tuple(self.boom(naam).namen())
            begin = VERGELIJKINGEN[naam].begin
            wachtrij += [wortel(deel) for deel in nodig[naam]] + ([begin] if begin else [])
        return {naam: nodig[naam] for naam in self.plan.volgorde if naam in nodig}

    def is_waarde(self, naam: str) -> bool:
        """Whether a figure is the value that an algorithm gave, which does not recompute."""
        return bool(VERGELIJKINGEN[naam].algoritme)

    @cached_property
    def algoritmen(self) -> tuple[str, ...]:
        """The figures that do not recompute."""
        return tuple(naam for naam in self.delen if self.is_waarde(naam))

    @cached_property
    def invoer(self) -> tuple[str, ...]:
        """The inputs that the equations use, in the order of their definition."""
        gebruikt = {wortel(deel) for delen in self.delen.values() for deel in delen}
        return tuple(naam for naam in INVOER if naam in gebruikt)

    def berekening(self) -> tuple[str, ...]:
        """The columns of the sheet Berekening: what differs between gemeenten."""
        per_jaar = tuple(naam for naam in self.invoer if INVOER[naam].per_gemeente and INVOER[naam].per_jaar)
        return (*per_jaar, *(naam for naam in self.delen if per_gemeente(naam)))

    def gegevens(self) -> tuple[str, ...]:
        """The inputs that stand on the sheet Gegevens."""
        return tuple(naam for naam in self.invoer if INVOER[naam].per_gemeente and not INVOER[naam].per_jaar)

    def per_jaar(self) -> tuple[str, ...]:
        """The inputs that stand on the sheet Pad."""
        return tuple(naam for naam in self.invoer if INVOER[naam].per_jaar and not INVOER[naam].per_gemeente)

    def pad(self) -> tuple[str, ...]:
        """The figures of the region that need no sum over the gemeenten."""
        return tuple(
            naam for naam in self.delen if not per_gemeente(naam) and not any(SOM in deel for deel in self.delen[naam])
        )

    def regionaal(self) -> tuple[str, ...]:
        """The other figures of the region, after the sums."""
        return tuple(naam for naam in self.delen if not per_gemeente(naam) and naam not in self.pad())

    def sommen(self) -> tuple[str, ...]:
        """What is added up over the gemeenten on the sheet Regio."""
        gevraagd = {wortel(deel) for delen in self.delen.values() for deel in delen if SOM in deel}
        van_de_regio = [naam for naam in self.delen if VERGELIJKINGEN[naam].van_de_regio]
        gevraagd |= {wortel(deel) for naam in van_de_regio for deel in self.delen[naam] if per_gemeente(deel)}
        gevraagd |= {VERGELIJKINGEN[naam].begin for naam in gevraagd if naam in VERGELIJKINGEN} - {""}
        gevraagd |= {*REGIO, "gemist", "uitgevallen", "vrij", "vraag", "eigen_aandeel"}
        return tuple(
            naam for naam in self.delen if naam in gevraagd and per_gemeente(naam) and naam not in van_de_regio
        )

    def over_de_regio(self) -> tuple[str, ...]:
        """The figures of the region that follow from the sums of their parts."""
        return tuple(naam for naam in self.delen if VERGELIJKINGEN[naam].van_de_regio)

    def levend(self, naam: str) -> bool:
        """Whether a parameter of the scenario may be changed in the workbook."""
        wat = parameter(naam)
        kan = isinstance(wat, Getal | Keuze) and naam not in NIET_LEVEND
        return kan and invoernaam(naam) in self.invoer and not (naam in _MET_EIGEN_CIJFER and naam not in EERST)


_MET_EIGEN_CIJFER = ("taakstelling",)
"""Parameters that are left open for the region's own figure, which then stands in their cell."""


def koppen(namen: tuple[str, ...]) -> tuple[str, ...]:
    """Give the headings of columns; the format of a cell says that it is a percentage.

    Examples
    --------
    >>> koppen(("jaar", "benodigd_percentage"))
    ('Jaar', 'Benodigd percentage')
    """
    return tuple(kop(naam).removesuffix(" (%)") for naam in namen)


def werkboek(uitkomst: Uitkomst, stempel: Stempel) -> bytes:
    """Make the workbook of one scenario.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    stempel
        What every file says of itself: title, link, date, version and sources.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> werkboek(uitkomst, Stempel.van(uitkomst, "v=2"))[:2]
    b'PK'
    """
    bytes_ = BytesIO()
    opties: dict[str, Any] = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "nan_inf_to_errors": True,
    }
    opties["default_format_properties"] = BASIS
    with Workbook(bytes_, opties) as boek:
        alles, opzet = Boek(boek, uitkomst), Opzet(uitkomst)
        voor = voorblad(alles, stempel)
        _lees_mij(alles, stempel, opzet)
        _parameters(alles, opzet)
        _gegevens(alles, opzet)
        _pad(alles, opzet)
        _berekening(alles, opzet)
        _regio(alles, opzet)
        vul(
            alles,
            voor,
            _letters(_regiokolommen(opzet)),
            _letters(_berekeningkolommen(opzet)),
            _letters(_gegevenskolommen(opzet))["mutaties_2024"],
        )
        if opzet.algoritmen:
            _gemaakt_bij(alles, voor, opzet)
        boek.set_properties({"title": f"Fair share in {stempel.regio}", "author": "Fair Share Verkenner"})
    return bytes_.getvalue()


def _letters(namen: tuple[str, ...]) -> dict[str, str]:
    """Say in which column of its sheet each figure stands."""
    return {naam: xl_col_to_name(kolom) for kolom, naam in enumerate(namen)}


def _lees_mij(alles: Boek, stempel: Stempel, opzet: Opzet) -> None:
    blad = alles.blad("Lees mij", ("Over dit bestand", ""), 24)
    blad.set_column(1, 1, 110)
    blad.hide_gridlines(2)
    rijen = [
        ("Rekenen", "Verander een geel vak op het blad Overzicht, Parameters of Gegevens; alle bladen rekenen mee."),
        *[
            ("Rekent niet mee", f"{VERGELIJKINGEN[naam].label}: {VERGELIJKINGEN[naam].algoritme}. Dit is geen formule; de waarden zijn die van dit scenario.")
            for naam in opzet.algoritmen
        ],
        (
            "Bladen",
            "Overzicht, Parameters, Gegevens, Pad (de groei per jaar), Berekening (per gemeente en jaar), Regio.",
        ),
        ("Afronding", "Er wordt nergens afgerond; tabellen tonen één decimaal. Hele woningen die optellen staan in de bijlage van de afspraak."),
        ("Onbekend", "Een leeg geel vak is onbekend, geen nul; in de som van de regio telt het niet mee."),
        *stempel.regels()[:-1],
        *[(f"Aanname: {een.naam}", f"{een.waarde}; {een.status}: {een.bron}. {een.toelichting}".strip()) for een in stempel.aannames],
        *[(f"Bron: {bron}", wat) for bron, wat in stempel.bronnen.items()],
        *stempel.let_op(),
    ]  # fmt: skip
    for rij, (wat, tekst) in enumerate(rijen, start=1):
        alles.teksten(blad, rij, {0: wat, 1: tekst}, {0: 24, 1: 110})
        if wat == "Link":
            alles.koppel(blad, rij, 1, stempel.adres, tekst)


def _invoerwaarde(uitkomst: Uitkomst, naam: str) -> Any:
    """Give the value of an input of the region as a cell holds it: a word, a number, or a percentage."""
    waarde_ = uitkomst.regio.rekening.invoer(naam)
    return waarde_ if isinstance(waarde_, str) else float(np.asarray(waarde_).ravel()[0]) * _schaal(naam)


def _schaal(naam: str) -> int:
    """Give by how much a cell is larger than what an equation takes: percentages are written as people do."""
    return 100 if INVOER[naam].soort == "deel" and not INVOER[naam].per_gemeente and not INVOER[naam].per_jaar else 1


def _cel(naam: str) -> str:
    """Give how a formula reads an input of the region."""
    verwijzing = f"p_{naam.removeprefix(GEKOZEN)}"
    if naam == "gekozen_opgave":
        return f"IF(ISNUMBER({verwijzing}),{verwijzing},NA())"
    return verwijzing if _schaal(naam) == 1 else f"({verwijzing}/{_schaal(naam)})"


def _parameters(alles: Boek, opzet: Opzet) -> None:
    blad = alles.blad("Parameters", ("Parameter", "Waarde", "Eenheid", "Toelichting", "Bron", "Naam in formules"), 28)
    blad.set_column(1, 1, 20)
    blad.set_column(3, 4, 56)
    scenario, rij = alles.scenario, 0
    for rij, naam in enumerate(Scenario.model_fields, start=1):
        wat, toon = parameter(naam), _gekozen(alles.uitkomst, naam)
        if naam in EERST:
            cel = f"Overzicht!$B${5 + EERST.index(naam)}"
            vorm = alles.vorm["knop" if wat.eenheid.startswith("procent") else "getal"]
            blad.write_formula(rij, 1, f'=IF({cel}="","{ONBEKEND}",{cel})', vorm, waarde(toon, ONBEKEND))
            alles.noem(naam, blad, rij, 1)
        elif opzet.levend(naam):
            alles.invoer(blad, rij, 1, naam, toon)
        else:
            _vaste_waarde(alles, blad, rij, naam, toon if isinstance(toon, int | float) else getattr(scenario, naam))
        uitleg = "Verander dit op het blad Overzicht. " if naam in EERST else ""
        uitleg += wat.hulp if opzet.levend(naam) or naam in EERST else VAST_HIER
        _regel(alles, blad, rij, (wat.label, wat.eenheid, uitleg, wat.bron, f"p_{naam}"))
    for naam in opzet.invoer:
        if naam.removeprefix(GEKOZEN) in Scenario.model_fields or INVOER[naam].per_gemeente or INVOER[naam].per_jaar:
            continue
        rij += 1
        _vaste_waarde(alles, blad, rij, naam, _invoerwaarde(alles.uitkomst, naam))
        _regel(alles, blad, rij, (INVOER[naam].label, "", VAST_HIER, "", f"p_{naam}"))


def _gekozen(uitkomst: Uitkomst, naam: str) -> Any:
    """Give the value of a parameter, the region's own where it was left open."""
    if invoernaam(naam) in INVOER and not INVOER[invoernaam(naam)].per_gemeente:
        return _invoerwaarde(uitkomst, invoernaam(naam))
    return getattr(uitkomst.scenario, naam)


def _vaste_waarde(alles: Boek, blad: Any, rij: int, naam: str, gekozen: Any) -> None:
    """Write what cannot change here; formulas read years and choices, so those stay what they are."""
    if isinstance(gekozen, int | float) and np.isfinite(gekozen):
        blad.write_number(rij, 1, gekozen, alles.vorm["label"])
    elif isinstance(gekozen, str):
        blad.write_string(rij, 1, gekozen, alles.vorm["label"])
    elif naam in Scenario.model_fields:
        blad.write_string(rij, 1, parameter(naam).toon(getattr(alles.scenario, naam)), alles.vorm["label"])
    alles.noem(naam, blad, rij, 1)


def _regel(alles: Boek, blad: Any, rij: int, teksten: tuple[str, ...]) -> None:
    """Write the words of a parameter around its value."""
    delen = dict(zip((0, 2, 3, 4, 5), teksten, strict=True))
    alles.teksten(blad, rij, delen, {0: 28, 2: 28, 3: 56, 4: 56, 5: 28})


def _gegevenskolommen(opzet: Opzet) -> tuple[str, ...]:
    return ("code", "naam", "maat", *opzet.gegevens())


def _gegevens(alles: Boek, opzet: Opzet) -> None:
    namen = _gegevenskolommen(opzet)
    koppen_ = tuple(
        {"maat": "Maat van de sleutel"}.get(naam) or (INVOER[naam].label if naam in INVOER else kop(naam))
        for naam in namen
    )
    blad = alles.blad("Gegevens", koppen_, 16, vast=2)
    regio, scenario, n = alles.uitkomst.bron, alles.scenario, alles.aantal
    w = gewichten(regio, scenario)
    maten = w if scenario.sleutel == "mix" else maat(regio, scenario.sleutel)
    leeg = alles.uitkomst.gemeenten.onbekend
    for i in range(n):
        blad.write_string(i + 1, 0, regio.codes[i])
        blad.write_string(i + 1, 1, regio.namen[i])
        blad.write_number(i + 1, 2, maten[i], alles.vorm["invoer"])
        for kolom, naam in enumerate(namen[3:], start=3):
            if naam == "gewicht":
                blad.write_formula(i + 1, kolom, f"=C{i + 2}/SUM(C$2:C${n + 1})", alles.vorm["fractie"], w[i])
                continue
            reeks = np.broadcast_to(alles.uitkomst.regio.rekening.invoer(naam), (n, 1, 1))
            vorm = alles.vorm["invoer_fractie" if INVOER[naam].soort == "deel" else "invoer"]
            if np.isfinite(reeks[i, 0, 0]) and not (leeg[i] and naam == "mutaties_2024"):
                blad.write_number(i + 1, kolom, reeks[i, 0, 0], vorm)
            else:
                blad.write_blank(i + 1, kolom, None, vorm)


def _padkolommen(opzet: Opzet) -> tuple[str, ...]:
    return ("jaar", *(naam for naam in opzet.per_jaar() if naam != "jaar"), *opzet.pad())


def _pad(alles: Boek, opzet: Opzet) -> None:
    namen = _padkolommen(opzet)
    blad = alles.blad("Pad", koppen(namen), vast=1)
    lezer = _Verwijzing(alles, opzet)
    for j, jaar in enumerate(alles.uitkomst.jaren):
        blad.write_number(j + 1, 0, jaar)
        for kolom, naam in enumerate(namen[1:], start=1):
            vorm = alles.vorm[FORMATEN.get(_soort(naam), "getal")]
            if naam in INVOER:
                getal = _op(alles.uitkomst.regio.rekening.invoer(naam), 0, j)
                if np.isfinite(getal):
                    blad.write_number(j + 1, kolom, getal, vorm)
                continue
            bewaard = waarde(float(getattr(alles.uitkomst.regio, naam)[j, 0]))
            blad.write_formula(j + 1, kolom, lezer.formule(naam, None, j), vorm, bewaard)


def _op(reeks: Any, i: int, j: int) -> float:
    """Take the one number of a gemeente and a year."""
    breed = np.atleast_3d(np.asarray(reeks, dtype=float))
    return float(breed[i if breed.shape[0] > 1 else 0, j if breed.shape[1] > 1 else 0, 0])


def _soort(naam: str) -> str:
    return VERGELIJKINGEN[naam].soort if naam in VERGELIJKINGEN else INVOER[naam].soort


def _berekeningkolommen(opzet: Opzet) -> tuple[str, ...]:
    return ("jaar", "gemeente", *opzet.berekening())


class _Verwijzing:
    """Where each part of a formula stands, for a gemeente and a year, or for the region."""

    def __init__(self, alles: Boek, opzet: Opzet) -> None:
        self._n, self._opzet = alles.aantal, opzet
        self._in = {
            "Gegevens": _letters(_gegevenskolommen(opzet)),
            "Pad": _letters(_padkolommen(opzet)),
            "Berekening": _letters(_berekeningkolommen(opzet)),
            "Regio": _letters(_regiokolommen(opzet)),
        }
        self._mallen: dict[str, tuple[str, tuple[str, ...]]] = {}

    def formule(self, naam: str, i: int | None, j: int) -> str:
        """Write the equation of a figure as a formula."""
        mal, delen = self._mal(naam)
        return "=" + mal.format(*(self._deel(deel, i, j) for deel in delen))

    def _mal(self, naam: str) -> tuple[str, tuple[str, ...]]:
        """Write an equation once, with a number where each part goes."""
        if naam not in self._mallen:
            delen = tuple(self._opzet.boom(naam).namen())
            mal = FORMULE.schrijf(self._opzet.boom(naam), lambda deel: f"{{{delen.index(deel)}}}")
            self._mallen[naam] = mal, delen
        return self._mallen[naam]

    def _deel(self, deel: str, i: int | None, j: int) -> str:
        """Give the cell of a part."""
        naam = wortel(deel)
        if VORIGE in deel:
            return self._vorige(deel.replace(VORIGE, "", 1), naam, i, j)
        if SOM in deel or (i is None and per_gemeente(naam)):
            return self._som(naam, j)
        if naam in self._in["Berekening"] and i is not None:
            return self._cel("Berekening", naam, 2 + j * self._n + i)
        if naam in self._in["Gegevens"] and i is not None:
            return f"Gegevens!${self._in['Gegevens'][naam]}${i + 2}"
        blad = next((blad for blad in ("Pad", "Regio") if naam in self._in[blad]), None)
        return _cel(naam) if blad is None else self._cel(blad, naam, j + 2)

    def _som(self, naam: str, j: int) -> str:
        if naam in self._in["Gegevens"]:
            letter = self._in["Gegevens"][naam]
            return f"SUM(Gegevens!${letter}$2:${letter}${self._n + 1})"
        return self._cel("Regio", naam, j + 2)

    def _vorige(self, deel: str, naam: str, i: int | None, j: int) -> str:
        """Give the cell of the year before, or what the first year begins with."""
        if j:
            return self._deel(deel, i, j - 1)
        begin = VERGELIJKINGEN[naam].begin
        return self._deel(deel.replace(naam, begin), i, 0) if begin else "0"

    def _cel(self, blad: str, naam: str, rij: int) -> str:
        return f"{blad}!{self._in[blad][naam]}{rij}"


def _berekening(alles: Boek, opzet: Opzet) -> None:
    namen = _berekeningkolommen(opzet)
    blad = alles.blad("Berekening", koppen(namen), vast=2)
    lezer = _Verwijzing(alles, opzet)
    waarden = {naam: _zonder_onbekend(alles.uitkomst, naam) for naam in opzet.berekening()}
    for j, i, rij in _rijen(alles):
        blad.write_formula(rij, 0, f"=Pad!A{j + 2}", None, alles.uitkomst.jaren[j])
        blad.write_formula(rij, 1, f"=Gegevens!B{i + 2}", None, alles.uitkomst.bron.namen[i])
        for kolom, naam in enumerate(namen[2:], start=2):
            vorm, getal = alles.vorm[FORMATEN.get(_soort(naam), "getal")], _op(waarden[naam], i, j)
            if naam in INVOER or opzet.is_waarde(naam):
                if np.isfinite(getal):
                    blad.write_number(rij, kolom, getal, vorm)
            else:
                blad.write_formula(rij, kolom, lezer.formule(naam, i, j), vorm, waarde(getal, _leeg(alles, naam)))
    _zeg_onbekend(alles, blad, opzet)


def _rijen(alles: Boek) -> Iterator[tuple[int, int, int]]:
    """Go through the rows of the sheet Berekening: year, gemeente, row."""
    for j in range(len(alles.uitkomst.jaren)):
        for i in range(alles.aantal):
            yield j, i, 1 + j * alles.aantal + i


def _zonder_onbekend(uitkomst: Uitkomst, naam: str) -> Any:
    """Give a figure as a workbook computes it: an empty cell counts as 0."""
    return uitkomst.regio.rekening.figuur(naam)


def _leeg(alles: Boek, naam: str) -> str:
    """Give what a formula without a number gives: nothing where the scenario has no such figure, else an error."""
    return (
        ""
        if alles.uitkomst.regio.rekening.plan.boom(naam).soort == VAST or np.isfinite(alles.uitkomst.regio.opgave[0, 0])
        else "#N/A"
    )


def _zeg_onbekend(alles: Boek, blad: Any, opzet: Opzet) -> None:
    """Show a word, not 0, where the mutaties of a gemeente are not filled in; in the sums they count as 0."""
    plaats, laatste, tot = (
        _letters(_berekeningkolommen(opzet)),
        1 + len(alles.uitkomst.jaren) * alles.aantal,
        alles.aantal + 1,
    )
    mutaties = _letters(_gegevenskolommen(opzet))["mutaties_2024"]
    leeg = f'=INDEX(Gegevens!${mutaties}$2:${mutaties}${tot},MATCH($B2,Gegevens!$B$2:$B${tot},0))=""'
    for naam in opzet.delen:
        if per_gemeente(naam) and alles.uitkomst.gemeenten.rust_op_mutaties(naam):
            bereik = f"{plaats[naam]}2:{plaats[naam]}{laatste}"
            blad.conditional_format(bereik, {"type": "formula", "criteria": leeg, "format": alles.vorm["onbekend"]})


def _regiokolommen(opzet: Opzet) -> tuple[str, ...]:
    return ("jaar", *opzet.sommen(), *opzet.regionaal(), *opzet.over_de_regio())


def _regio(alles: Boek, opzet: Opzet) -> None:
    namen, uitkomst = _regiokolommen(opzet), alles.uitkomst
    blad = alles.blad("Regio", koppen(namen), vast=1)
    bron, lezer = _letters(_berekeningkolommen(opzet)), _Verwijzing(alles, opzet)
    for j, jaar in enumerate(uitkomst.jaren):
        blad.write_number(j + 1, 0, jaar)
        van, tot = 2 + j * alles.aantal, 1 + (j + 1) * alles.aantal
        for kolom, naam in enumerate(namen[1:], start=1):
            if naam in opzet.sommen():
                cellen = f"Berekening!{bron[naam]}{van}"
                formule = f'=IF(ISTEXT({cellen}),"",SUM({cellen}:{bron[naam]}{tot}))'
            else:
                formule = lezer.formule(naam, None, j)
            vorm = alles.vorm[FORMATEN.get(_soort(naam), "getal")]
            blad.write_formula(
                j + 1, kolom, formule, vorm, waarde(getattr(uitkomst.regio, naam)[j, 0], _leeg(alles, naam))
            )


def _gemaakt_bij(alles: Boek, blad: Any, opzet: Opzet) -> None:
    """Say above the figures that this workbook must be made again once an input differs from what it was made with."""
    levend = [naam for naam in Scenario.model_fields if naam in EERST or opzet.levend(naam)]
    waarden = {naam: _gekozen(alles.uitkomst, naam) for naam in levend}
    anders = ",".join(
        f'p_{naam}<>"{getal}"' if isinstance(getal, str) else f"ABS(p_{naam}-{getal!r})>0.000001"
        for naam, getal in waarden.items()
        if isinstance(getal, str) or np.isfinite(getal)
    )
    wat = parameter("reservering").toon(alles.scenario.reservering)
    zin = f"Gemaakt bij {wat} reservering en de andere waarden van toen: maak het werkboek opnieuw."
    blad.write_formula(2, 0, f'=IF(OR({anders}),"{zin}","")', alles.vorm["let_op"], "")

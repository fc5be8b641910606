"""Any figure explained: its equation in words and symbols, filled in, down to the figures of the sources.

One mechanism for pages, command line and exports. The words, the symbols and the figures all come from the equation itself;
only what plays a role in the scenario is shown.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from fairshare.fouten import Fout, ScenarioFout
from fairshare.lezingen.herkomst import Plek, herkomst, schrijf
from fairshare.lezingen.talen import LATEX, WOORDEN
from fairshare.model import Uitkomst, omslag
from fairshare.model.boom import NAAM, VAST, Knoop, gemaakt, som_over
from fairshare.model.graaf import SOM, VERGELIJKINGEN, VORIGE, Vergelijking, wortel
from fairshare.model.invoer import INVOER, Vraag, per_gemeente, periode
from fairshare.opmaak import afgerond, benodigd, getal, nodig, precies, verschil

REGIO = "regio"
"""Who is asked when it is not a gemeente but all of them together."""

_RUIS = 1e-9


@dataclass(frozen=True)
class Stap:
    """One figure in an explanation, and the figures that it is made of."""

    naam: str
    label: str
    soort: str
    waarde: float
    regel: str
    """The equation in words; empty for a figure from a source or a choice."""
    symbolen: str
    """The same in symbols (LaTeX)."""
    ingevuld: str
    """The same with the figures of this scenario."""
    herkomst: str
    """Status, source and place; empty for a computed figure."""
    delen: tuple["Stap", ...]

    @property
    def tekst(self) -> str:
        """The figure with as many decimals as an explanation needs."""
        if self._behoefte and self.soort == "percentage" and np.isfinite(self.waarde):
            return benodigd(self.waarde, 0 if abs(self.waarde - round(self.waarde)) < _RUIS else 1)
        return schrijf(self.waarde, self.soort)

    @property
    def _behoefte(self) -> bool:
        """Whether it says how much is needed."""
        return wortel(self.naam) == "benodigd_percentage" or self.naam.startswith("omslag_")

    @property
    def afronding(self) -> str:
        """What rounding does to this figure on a screen."""
        if not np.isfinite(self.waarde):
            return "Onbekend blijft onbekend; er is niets af te ronden."
        if self.soort != "aantal":
            schaal = 100 if self.soort == "deel" else 1
            eenheid = "%" if self.soort in ("deel", "percentage") else ""
            hoe = (
                "een behoefte wordt naar boven afgerond"
                if self._behoefte
                else "een scherm rondt één keer af, een half naar boven"
            )
            return f"Onafgerond {precies(schaal * self.waarde)}{eenheid}; {hoe}."
        if self._behoefte:
            return f"Onafgerond {precies(self.waarde)}; een behoefte wordt naar boven afgerond: {getal(nodig(self.waarde))}."
        rond = float(afgerond(self.waarde))
        zin = f"Onafgerond {precies(self.waarde)}; half naar boven {getal(rond)}, de afronding scheelt {verschil(rond - self.waarde, 2)}."
        if abs(rond - self.waarde) > _RUIS:
            zin += " In een tabel kan een gemeente naar de andere kant zijn afgerond, zodat de kolom optelt."
        som = sum(float(afgerond(deel.waarde)) for deel in self.delen if np.isfinite(deel.waarde))
        if self.symbolen == _OPGETELD and getal(som) != getal(rond):
            zin += f" Elk apart afgerond tellen de delen op tot {getal(som)}; het totaal is de afronding van het onafgeronde totaal."
        return zin

    def alle(self) -> Iterator["Stap"]:
        """Go through this step and all below it, each figure once."""
        gezien: set[str] = set()
        wachtrij = [self]
        while wachtrij:
            stap = wachtrij.pop(0)
            if stap.naam not in gezien:
                gezien.add(stap.naam)
                wachtrij.extend(stap.delen)
                yield stap


_OPGETELD = r"\textstyle\sum"

_OMSLAG = {
    "omslag_reservering": "Reservering die het gat dicht",
    "omslag_mutatiegraad": "Mutatiegraad die het gat dicht",
    "omslag_extra_plekken": "Extra plekken die het gat dichten",
}
"""What is searched on the model itself, of the region in the end year."""

_GEMIST = {"gemiste_plaatsingen": "Gemiste plaatsingen"}


def vraagbaar(uitkomst: Uitkomst, wie: str) -> Mapping[str, str]:
    """List what can be asked of a gemeente, or of the region, with its label.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> "gemiste_plaatsingen" in vraagbaar(bereken(lees_regio("stedendriehoek")), REGIO)
    True
    """
    opzet = uitkomst.regio.rekening.plan
    sommen = {naam: som for naam, som in VERGELIJKINGEN.items() if not som.algoritme and opzet.boom(naam).soort != VAST}
    labels = {naam: som.label for naam, som in sommen.items()}
    if wie != REGIO:
        return {naam: label for naam, label in labels.items() if per_gemeente(naam)}
    niet = [
        naam
        for naam in labels
        if per_gemeente(naam) and VERGELIJKINGEN[naam].soort != "aantal" and not VERGELIJKINGEN[naam].van_de_regio
    ]
    return {naam: label for naam, label in labels.items() if naam not in niet} | _OMSLAG | _GEMIST


def leg_uit(uitkomst: Uitkomst, wie: str, grootheid: str, jaar: int | str) -> Stap:
    """Explain one figure of one gemeente, or of the region, in one year.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    wie
        The CBS code of the gemeente, or REGIO.
    grootheid
        What is asked; see :func:`vraagbaar`.
    jaar
        A year; a break-even is always that of the end year, gemiste plaatsingen are those of the whole period.

    Raises
    ------
    ScenarioFout
        When the gemeente, the figure or the year is not there; the message names what is.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> stap = leg_uit(bereken(lees_regio("stedendriehoek")), "GM0262", "tekort", 2035)
    >>> stap.regel, stap.ingevuld, stap.tekst
    ('vraag − capaciteit, minstens 0', '87 − 45, minstens 0', '42')
    """
    codes, jaren = (*uitkomst.bron.codes, REGIO), [str(een) for een in uitkomst.jaren]
    fouten = [
        Fout(waar, waarde, f"kies {', '.join(mogelijk)}")
        for waar, waarde, mogelijk in (
            ("gemeente", wie, codes),
            ("cijfer", grootheid, vraagbaar(uitkomst, wie)),
            ("jaar", str(jaar), jaren),
        )
        if waarde not in mogelijk
    ]
    if fouten:
        raise ScenarioFout(fouten)
    i = None if wie == REGIO else codes.index(wie)
    return _Uitleg(uitkomst).stap(grootheid, Plek(uitkomst, i, jaren.index(str(jaar))))


class _Uitleg:
    """The steps of one explanation; what stands in it twice is explained once."""

    def __init__(self, uitkomst: Uitkomst) -> None:
        self._plan = uitkomst.regio.rekening.plan
        self._gezien: dict[tuple[str, int | None, int], Stap] = {}

    def stap(self, naam: str, plek: Plek) -> Stap:
        """Explain a figure or an input, with ``som_`` or ``vorige_`` before it or not."""
        sleutel = (naam, plek.i, plek.j)
        if sleutel not in self._gezien:
            self._gezien[sleutel] = self._nieuw(naam, plek)
        return self._gezien[sleutel]

    def _nieuw(self, naam: str, plek: Plek) -> Stap:
        if naam.startswith(VORIGE):
            return _vorige(naam, plek)
        if naam.startswith(SOM):
            som_van = self.stap(naam.removeprefix(SOM), replace(plek, i=None))
            return replace(som_van, naam=naam, label=f"Som van {_klein(som_van.label)}")
        if naam in _OMSLAG:
            return _omslag(naam, plek)
        if naam in _GEMIST:
            return _gemist(plek)
        if naam not in VERGELIJKINGEN:
            return _invoer(naam, plek)
        som = VERGELIJKINGEN[naam]
        if som.algoritme:
            return _algoritme(som, plek, tuple(self.stap(deel, plek) for deel in som.delen))
        if plek.i is None and per_gemeente(naam) and not som.van_de_regio:
            return self._opgeteld(som, plek)
        return self._ingevuld(som, self._plan.boom(naam), plek)

    def _ingevuld(self, som: Vergelijking, boom: Knoop, plek: Plek) -> Stap:
        """Fill an equation in with its parts, and compute it from them."""
        alle = {deel: self.stap(deel, plek) for deel in boom.namen()}
        waarden = {deel: np.asarray(stap.waarde) for deel, stap in alle.items()}
        with np.errstate(divide="ignore", invalid="ignore"):
            boom = _wat_geldt(boom, waarden)
            waarde = gemaakt(boom)(waarden)
        delen = {deel: alle[deel] for deel in boom.namen()}
        return Stap(
            naam=_naam(som, plek),
            label=som.label,
            soort=som.soort,
            waarde=float(waarde),
            regel=WOORDEN.schrijf(boom, lambda deel: _klein(delen[deel].label)),
            symbolen=LATEX.schrijf(boom, symbool),
            ingevuld=WOORDEN.schrijf(boom, lambda deel: _in_haakjes(delen[deel].tekst)),
            herkomst="",
            delen=tuple(delen.values()),
        )

    def _opgeteld(self, som: Vergelijking, plek: Plek) -> Stap:
        """Explain a sum over the gemeenten: by what it follows from where that is a sum or difference, else one by one."""
        boom = som_over(self._plan.boom(som.naam), per_gemeente)
        if boom is not None and boom.soort != NAAM and all(deel.soort in (NAAM, "+", "-") for deel in boom.alle()):
            return self._ingevuld(som, boom, plek)
        bron = plek.uitkomst.bron
        waarden = plek.uitkomst.over_de_jaren(som.naam)[:, plek.j]
        delen = [
            _los(
                f"{som.naam} {wie}", wie, float(waarde), f"{som.label.lower()} van deze gemeente; vraag de uitleg ervan"
            )
            for wie, waarde in zip(bron.namen, waarden, strict=True)
        ]
        if np.isnan(waarden).any():
            samen = float(getattr(plek.uitkomst.regio, som.naam)[plek.j, 0])
            rest = samen - float(np.nansum(waarden))
            delen.append(
                _los(f"{som.naam} rest", "Zonder gegevens", rest, "mutaties onbekend: hun capaciteit telt als 0")
            )
        return _som(_naam(som, plek), som.label, f"som over {len(bron.gemeenten)} gemeenten", delen)


def _wat_geldt(boom: Knoop, waarden: Mapping[str, np.ndarray]) -> Knoop:
    """Keep of each choice in an equation the branch that these figures take."""
    if boom.soort == "als":
        keuze = bool(gemaakt(boom.delen[0])(waarden))
        return _wat_geldt(boom.delen[1 if keuze else 2], waarden)
    return replace(boom, delen=tuple(_wat_geldt(deel, waarden) for deel in boom.delen)) if boom.delen else boom


def _naam(som: Vergelijking, plek: Plek) -> str:
    """Name a figure, or its sum: in one explanation both can stand."""
    return f"{SOM}{som.naam}" if plek.i is None and per_gemeente(som.naam) else som.naam


def _in_haakjes(tekst: str) -> str:
    """Put a negative figure in brackets."""
    return f"({tekst})" if tekst.startswith(("-", "−")) else tekst


def _klein(label: str) -> str:
    """Write a label inside a sentence."""
    return label[0].lower() + label[1:]


def symbool(naam: str) -> str:
    r"""Write a part of an equation in symbols.

    Examples
    --------
    >>> symbool("som_tekort"), symbool("vorige_wachtend")
    ('\\textstyle\\sum \\text{tekort}_{it}', 'A_{i,t-1}')
    """
    kern = wortel(naam)
    if kern in VERGELIJKINGEN:
        teken = VERGELIJKINGEN[kern].symbool or rf"\text{{{_klein(VERGELIJKINGEN[kern].label)}}}"
    else:
        teken = TEKENS.get(kern, rf"\text{{{_klein(INVOER[kern].label)}}}")
    if VORIGE in naam:
        teken = teken.replace("_{it}", "_{i,t-1}").replace("_t", "_{t-1}") if "t" in teken else teken
    return rf"\textstyle\sum {teken}" if SOM in naam else teken


TEKENS: Mapping[str, str] = {
    "jaar": "t",
    "start": "S",
    "eind": "T",
    "periode_begin": "P_0",
    "periode_eind": "P_1",
    "gewicht": "w_i",
    "toewijzingen_2024": "B_i",
    "mutaties_2024": "M_i",
    "mutaties_alle_2024": r"M^{\text{alle}}_i",
    "mutatiegraad": r"\mu",
    "mutatiegraad_2024": r"\mu_0",
    "gekozen_reservering": "r",
    "verhuisketen": "k",
    "taakstelling": "s",
    "eigen_taakstelling": "s_0",
}
"""The inputs that have a letter of their own."""


def _waarde(naam: str, plek: Plek) -> float | str:
    """Give the value of an input, or of a figure of the year before."""
    if plek.i is None and not per_gemeente(naam.removeprefix(VORIGE)):
        reeks = plek.uitkomst.regio.rekening.figuur(naam)
        return _cel(reeks, 0, plek.j)
    if plek.i is None:
        return _cel(
            plek.uitkomst.regio.rekening.figuur(
                f"{VORIGE}{SOM}{naam.removeprefix(VORIGE)}" if VORIGE in naam else SOM + naam
            ),
            0,
            plek.j,
        )
    return _cel(getattr(plek.uitkomst.gemeenten, naam), plek.i, plek.j)


def _cel(reeks: np.ndarray, i: int, j: int) -> float:
    return float(reeks[i if reeks.shape[0] > 1 else 0, j if reeks.shape[1] > 1 else 0, 0])


def _invoer(naam: str, plek: Plek) -> Stap:
    """Explain an input: where it comes from."""
    wat = INVOER[naam]
    if wat.soort in ("woord", "km"):
        woord = str(wat.lees(Vraag(plek.regio, plek.scenario))) if wat.soort == "woord" else "per paar gemeenten"
        return Stap(naam, wat.label, "woord", float("nan"), "", "", woord, herkomst(naam, plek), ())
    return Stap(naam, wat.label, wat.soort, float(_waarde(naam, plek)), "", "", "", herkomst(naam, plek), ())


def _vorige(naam: str, plek: Plek) -> Stap:
    """Explain a figure of the year before, without explaining that year."""
    kern = wortel(naam)
    label = f"{VERGELIJKINGEN[kern].label} in het jaar ervoor"
    hoe = f"vraag de uitleg van {plek.jaar - 1}" if plek.j else "het eerste jaar begint zo"
    return Stap(naam, label, VERGELIJKINGEN[kern].soort, float(_waarde(naam, plek)), "", "", "", hoe, ())


def _algoritme(som: Vergelijking, plek: Plek, delen: tuple[Stap, ...]) -> Stap:
    """Explain what follows from a rule over all gemeenten at once."""
    return Stap(
        som.naam,
        som.label,
        som.soort,
        float(_waarde(som.naam, plek)),
        som.algoritme,
        som.symbool,
        "zie de regel",
        "",
        delen,
    )


def _gemist(plek: Plek) -> Stap:
    """Add up over the years of the period what was missed."""
    begin, eind = periode(plek.regio)
    gemist = np.diff(np.asarray(plek.uitkomst.regio.gemist)[:, 0], prepend=0.0)
    jaren = [
        _los(
            f"jaar {jaar}",
            str(jaar),
            float(gemist[plek.uitkomst.jaren.index(jaar)]),
            "eigen aandeel min plaatsingen in de regio",
        )
        for jaar in range(begin, eind + 1)
    ]
    return _som(
        "gemiste_plaatsingen",
        _GEMIST["gemiste_plaatsingen"],
        f"som over {len(jaren)} jaar van opgave min plaatsingen",
        jaren,
    )


def _omslag(naam: str, plek: Plek) -> Stap:
    """Give a break-even, which is searched and not computed in one step."""
    waarde = getattr(omslag(plek.uitkomst), naam.removeprefix("omslag_"))
    regel = f"de kleinste waarde waarbij niet geplaatst in {plek.uitkomst.eindjaar} 0 is als elk overschot elders meetelt, gezocht op het model zelf"
    soort = "aantal" if naam == "omslag_extra_plekken" else "percentage"
    getal_ = float("nan") if waarde is None else float(waarde)
    return Stap(naam, _OMSLAG[naam], soort, getal_, regel, "", schrijf(getal_, soort), "", ())


def _som(naam: str, label: str, regel: str, delen: list[Stap]) -> Stap:
    bekend = [deel for deel in delen if np.isfinite(deel.waarde)]
    return Stap(
        naam=naam,
        label=label,
        soort="aantal",
        waarde=sum(deel.waarde for deel in bekend) if bekend else float("nan"),
        regel=regel,
        symbolen=_OPGETELD,
        ingevuld=" + ".join(deel.tekst for deel in delen),
        herkomst="",
        delen=tuple(delen),
    )


def _los(naam: str, label: str, waarde: float, hoe: str) -> Stap:
    return Stap(naam, label, "aantal", waarde, "", "", "", hoe, ())

"""Any figure explained: its equation in words and symbols, filled in, down to the figures of the sources.

One mechanism for pages, command line and exports. Each step is computed with the same function of
:mod:`fairshare.model.vergelijkingen` as the engine uses; a test compares every explained value with the engine's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from fairshare.fouten import Fout, ScenarioFout
from fairshare.herkomst import BLADEN, Plek, schrijf
from fairshare.model import Uitkomst
from fairshare.opmaak import afgerond, getal, precies, verschil
from fairshare.rekenregels import REGELS, REGIO_REGELS, SOMMEN, Regel

REGIO = "regio"
"""Who is asked when it is not a gemeente but all of them together."""


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
        return schrijf(self.waarde, self.soort)

    @property
    def afronding(self) -> str:
        """What rounding does to this figure on a screen."""
        if not np.isfinite(self.waarde):
            return "Onbekend blijft onbekend; er is niets af te ronden."
        if self.soort != "aantal":
            schaal = 100 if self.soort == "deel" else 1
            return f"Onafgerond {precies(schaal * self.waarde)}%; een scherm rondt één keer af, een half naar boven."
        rond = float(afgerond(self.waarde))
        zin = f"Onafgerond {precies(self.waarde)}; een scherm toont {getal(rond)}, de afronding scheelt {verschil(rond - self.waarde, 2)}."
        som = sum(float(afgerond(deel.waarde)) for deel in self.delen if np.isfinite(deel.waarde))
        if self.naam.startswith(_SOM) and getal(som) != getal(rond):
            zin += f" De afgeronde cijfers tellen op tot {getal(som)}: een totaal is de afronding van het onafgeronde totaal."
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


_SOM = "som van "

GROOTHEDEN = {naam: regel.label for naam, regel in REGELS.items() if naam != "deel_verevend"}
"""What can be asked of a gemeente, with its label."""

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
    if wie != REGIO:
        return GROOTHEDEN
    regels = {naam: regel.label for naam, regel in REGIO_REGELS.items() if naam != "vast"}
    if uitkomst.scenario.achterstand == "ja":  # then break-evens are searched, not computed in one step
        regels = {naam: label for naam, label in regels.items() if not naam.startswith("omslag")}
    return regels | SOMMEN | _GEMIST


def leg_uit(uitkomst: Uitkomst, wie: str, grootheid: str, jaar: int) -> Stap:
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
        A year of the path; a break-even is always that of the end year, gemiste plaatsingen are those of the whole path.

    Raises
    ------
    ScenarioFout
        When the gemeente, the figure or the year is not there; the message names what is.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> stap = leg_uit(bereken(lees_regio("stedendriehoek")), "GM0262", "benodigd_percentage", 2035)
    >>> stap.ingevuld, stap.tekst
    ('100 × 87 ÷ 150', '58%')
    """
    codes, jaren = (*uitkomst.bron.codes, REGIO), uitkomst.jaren
    fouten = [
        Fout(waar, str(waarde), f"kies {', '.join(map(str, mogelijk))}")
        for waar, waarde, mogelijk in (
            ("gemeente", wie, codes),
            ("cijfer", grootheid, vraagbaar(uitkomst, wie)),
            ("jaar", jaar, jaren),
        )
        if waarde not in mogelijk
    ]
    if fouten:
        raise ScenarioFout(fouten)
    if wie == REGIO:
        eind = len(jaren) - 1 if grootheid.startswith("omslag") else jaren.index(jaar)
        return _stap_regio(grootheid, Plek(uitkomst, None, eind))
    return _stap(grootheid, Plek(uitkomst, codes.index(wie), jaren.index(jaar)))


def _stap(naam: str, plek: Plek) -> Stap:
    if naam not in REGELS:
        return _blad(naam, plek)
    return _ingevuld(naam, REGELS[naam], {deel: _stap(deel, plek) for deel in _namen(REGELS[naam].zin)})


def _stap_regio(naam: str, plek: Plek) -> Stap:
    if naam in _GEMIST:
        return _gemist(plek)
    if naam in SOMMEN:
        return _som(naam, plek)
    if naam not in REGIO_REGELS:
        return _blad(naam, plek)
    regel = REGIO_REGELS[naam]
    return _ingevuld(naam, regel, {deel: _stap_regio(deel, plek) for deel in _namen(regel.zin)})


def _ingevuld(naam: str, regel: Regel, delen: dict[str, Stap]) -> Stap:
    """Fill the sentence of a rule in with its parts, and compute it."""
    return Stap(
        naam=naam,
        label=regel.label,
        soort=regel.soort,
        waarde=float(regel.reken(*(np.asarray(deel.waarde) for deel in delen.values()))),
        regel=regel.zin.format(**{deel: stap.label.lower() for deel, stap in delen.items()}),
        symbolen=regel.symbolen,
        ingevuld=regel.zin.format(**{deel: stap.tekst for deel, stap in delen.items()}),
        herkomst="",
        delen=tuple(delen.values()),
    )


def _som(naam: str, plek: Plek) -> Stap:
    """Add a figure up over the gemeenten; what the source does not say of some counts in the region as one rest."""
    bron, label = plek.uitkomst.bron, SOMMEN[naam]
    waarden = [replace(plek, i=i).cel(getattr(plek.uitkomst.gemeenten, naam)) for i in range(len(bron.gemeenten))]
    delen = [
        _los(f"{naam} {wie}", wie, waarde, f"{label.lower()} van deze gemeente; vraag de uitleg ervan")
        for wie, waarde in zip(bron.namen, waarden, strict=True)
    ]
    if np.isnan(waarden).any():
        samen = float(np.broadcast_to(getattr(plek.uitkomst.regio, naam), (len(plek.uitkomst.jaren), 1))[plek.j, 0])
        rest = samen - float(np.nansum(waarden))
        delen.append(_los(f"{naam} rest", "Zonder gegevens", rest, "mutaties onbekend: hun capaciteit telt als 0"))
    return _opgeteld(_SOM + naam, label, f"som over {len(bron.gemeenten)} gemeenten", delen)


def _gemist(plek: Plek) -> Stap:
    """Add niet geplaatst up over the years."""
    jaren = [
        _los(f"jaar {jaar}", str(jaar), float(waarde), "niet geplaatst in de regio; vraag de uitleg van dit jaar")
        for jaar, waarde in zip(plek.uitkomst.jaren, plek.uitkomst.regio.niet_geplaatst[:, 0], strict=True)
    ]
    return _opgeteld(
        _SOM + "jaren", _GEMIST["gemiste_plaatsingen"], f"som van niet geplaatst over {len(jaren)} jaar", jaren
    )


def _opgeteld(naam: str, label: str, regel: str, delen: list[Stap]) -> Stap:
    bekend = [deel for deel in delen if np.isfinite(deel.waarde)]
    return Stap(
        naam=naam,
        label=label,
        soort="aantal",
        waarde=sum(deel.waarde for deel in bekend) if bekend else float("nan"),
        regel=regel,
        symbolen=r"\textstyle\sum",
        ingevuld=" + ".join(deel.tekst for deel in delen),
        herkomst="",
        delen=tuple(delen),
    )


def _los(naam: str, label: str, waarde: float, herkomst: str) -> Stap:
    return Stap(naam, label, "aantal", waarde, "", "", "", herkomst, ())


def _namen(zin: str) -> list[str]:
    """Give the parts of a sentence, each once, in order."""
    return list(dict.fromkeys(deel.split("}")[0] for deel in zin.split("{")[1:]))


def _blad(naam: str, plek: Plek) -> Stap:
    blad = BLADEN[naam]
    return Stap(naam, blad.label, blad.soort, blad.waarde(plek), "", "", "", blad.herkomst(plek), ())

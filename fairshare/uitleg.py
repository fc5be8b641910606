"""Any figure explained: its equation in words and symbols, filled in, down to the figures of the sources.

One mechanism for pages, command line and exports. Each step is computed with the same function of
:mod:`fairshare.model.vergelijkingen` as the engine uses; a test compares every explained value with the engine's.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from fairshare.fouten import Fout, ScenarioFout
from fairshare.herkomst import BLADEN, Plek, schrijf
from fairshare.model import Uitkomst
from fairshare.model import vergelijkingen as v
from fairshare.opmaak import afgerond, getal, procent, verschil

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
            return f"Onafgerond {procent(schaal * self.waarde, 6)}; een scherm rondt een keer af, een half naar boven."
        rond = float(afgerond(self.waarde))
        zin = f"Onafgerond {getal(self.waarde, 6)}; een scherm toont {getal(rond)}, de afronding scheelt {verschil(rond - self.waarde, 2)}."
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


@dataclass(frozen=True)
class _Regel:
    """How a figure is computed: a sentence with the names of its parts between braces, and the function."""

    label: str
    soort: str
    zin: str
    symbolen: str
    reken: Callable[..., Any]


_REGELS = {
    "niet_geplaatst": _Regel(
        "Niet geplaatst", "aantal", "{tekort} × (1 − {deel_verevend})",
        r"\text{tekort}\,(1-\text{verevend}/\textstyle\sum\text{tekort})", lambda tekort, deel: tekort * (1 - deel),
    ),
    "deel_verevend": _Regel(
        "Deel van elk tekort dat wordt verevend", "deel", "{verevend} ÷ {tekort_regio}",
        r"\text{verevend}/\textstyle\sum\text{tekort}", lambda verevend, som: v.verevend_deel(som, verevend),
    ),
    "verevend": _Regel(
        "Verevend in de regio", "aantal", "{verevening} × het kleinste van {tekort_regio} en {overschot_regio}",
        r"\text{verevening}\times\min(\textstyle\sum\text{tekort},\sum\text{overschot})",
        lambda deel, kort, over: v.verevening(kort, over, deel),
    ),
    "tekort": _Regel(
        "Tekort", "aantal", "{vraag} − {capaciteit}, minstens 0", r"\max(0,\text{vraag}-\text{capaciteit})", v.tekort
    ),
    "vraag": _Regel(
        "Vraag", "aantal", "{opgave} + (1 − {uitval}) × {achterstand}", r"\text{opgave}_{it}+(1-\text{uitval})\,A_{i,t-1}",
        lambda opgave, uitval, achterstand: opgave + (1 - uitval) * achterstand,
    ),
    "overschot": _Regel(
        "Overschot", "aantal", "{capaciteit} − {vraag}, minstens 0", r"\max(0,\text{capaciteit}-\text{vraag})",
        lambda capaciteit, vraag: v.overschot(vraag, capaciteit),
    ),
    "opgave": _Regel(
        "Opgave", "aantal", "{opgave_regio} × ((1 − {verdeling_gegroeid}) × {aandeel_2024} + {verdeling_gegroeid} × {gewicht})",
        r"O_t\,[(1-f_v)\,B_i/\textstyle\sum B+f_v\,w_i]",
        lambda regio, f_v, aandeel, gewicht: v.opgave(regio, aandeel, gewicht, f_v),
    ),
    "capaciteit": _Regel(
        "Capaciteit", "aantal", "{reservering} × {vrij} + {buiten}", r"r_{it}\,\text{vrij}_{it}+Z_{it}", v.capaciteit
    ),
    "reservering": _Regel(
        "Reservering", "deel", "{begin_reservering} + ({doel} − {begin_reservering}) × {reservering_gegroeid}",
        r"p^0_i+(r-p^0_i)\,f_r", v.reservering,
    ),
    "vrij": _Regel(
        "Vrijkomende woningen", "aantal", "{mutaties} + {nieuwbouw} + {doorstroming} × {gewicht}",
        r"\text{mutaties}+\text{nieuwbouw}+\text{doorstroming}\,w_i", v.vrij,
    ),
    "mutaties": _Regel(
        "Mutaties", "aantal", "{mutaties_2024} × {mutatiegraad} ÷ {mutatiegraad_2024} + {mutatiegraad} × {eerder_gebouwd}",
        r"M_i\,\mu/\mu_0+\mu\textstyle\sum\text{nieuwbouw}", v.mutaties,
    ),
    "geleverd": _Regel(
        "Geleverd aan anderen", "aantal", "{overschot} × {verevend} ÷ {overschot_regio}",
        r"\text{overschot}\,\text{verevend}/\textstyle\sum\text{overschot}",
        lambda overschot, verevend, som: overschot * v.verevend_deel(som, verevend),
    ),
    "plaatsingen": _Regel(
        "Plaatsingen", "aantal", "het kleinste van {capaciteit} en {vraag}, + {geleverd}",
        r"\min(\text{capaciteit},\text{vraag})+\text{geleverd}",
        lambda capaciteit, vraag, geleverd: v.plaatsingen(vraag, capaciteit, geleverd),
    ),
    "regulier": _Regel(
        "Regulier", "aantal", "{vrij} − ({plaatsingen} − {buiten}, minstens 0)",
        r"\text{vrij}-\max(0,\text{plaatsingen}-Z)", v.regulier,
    ),
    "benodigd_percentage": _Regel(
        "Benodigd percentage", "percentage", "100 × {opgave} ÷ {vrij}", r"100\,\text{opgave}/\text{vrij}",
        v.benodigd_percentage,
    ),
    "ontvangen": _Regel(
        "Van anderen", "aantal", "{tekort} − {niet_geplaatst}", r"\text{tekort}-\text{niet geplaatst}",
        lambda tekort, over: tekort - over,
    ),
    "saldo": _Regel(
        "Geplaatst min fair share", "aantal", "{plaatsingen} − {opgave}", r"\text{plaatsingen}-\text{opgave}",
        lambda plaatsingen, opgave: plaatsingen - opgave,
    ),
    "regulier_2024": _Regel(
        "Regulier in 2024", "aantal", "{mutaties_toen} − {toewijzingen_2024}", r"M_i-B_i", lambda toen, urgent: toen - urgent
    ),
    "verdringing": _Regel(
        "Verdringing", "aantal", "{regulier_2024} − {regulier}, minstens 0",
        r"\max(0,\text{regulier}_{2024}-\text{regulier})", v.tekort,
    ),
}  # fmt: skip
"""The computed figures of a gemeente. The parts of a sentence come in the order of the arguments of the function."""

_SOM = "som van "

_SOMMEN = {
    naam: _REGELS[naam].label
    for naam in ("vraag", "tekort", "overschot", "capaciteit", "mutaties", "vrij", "plaatsingen", "regulier")
} | {"buiten": BLADEN["buiten"].label}
"""The figures of the region that are the sum of those of the gemeenten."""

_REGIO_REGELS = {
    "niet_geplaatst": _Regel(
        "Niet geplaatst", "aantal", "{tekort} − {verevend}", r"\textstyle\sum\text{tekort}-\text{verevend}",
        lambda tekort, verevend: tekort - verevend,
    ),
    "verevend": replace(_REGELS["verevend"], zin="{verevening} × het kleinste van {tekort} en {overschot}"),
    "opgave": _Regel(
        "Opgave", "aantal", "({opgave_basis} + {statushouders}) × (1 + {groei}) tot de macht {verstreken}",
        r"(\text{opgave}+\text{statushouders})\,(1+\text{groei})^{t-b}",
        lambda basis, statushouders, groei, verstreken: v.regionale_opgave(basis + statushouders, groei, verstreken),
    ),
    "benodigd_percentage": _REGELS["benodigd_percentage"],
    "omslag_reservering": _Regel(
        "Reservering die het gat dicht", "percentage", "100 × ({opgave} − {buiten}) ÷ {vrij}, minstens 0",
        r"100\,(O_T-\textstyle\sum Z)/\sum\text{vrij}", lambda opgave, buiten, vrij: np.maximum(0.0, 100 * (opgave - buiten) / vrij),
    ),
    "omslag_mutatiegraad": _Regel(
        "Mutatiegraad die het gat dicht", "percentage",
        "100 × {mutatiegraad} × (({opgave} − {buiten}) ÷ {doel} − {vast}) ÷ {mutaties}, minstens 0",
        r"100\,\mu\,\big((O_T-\textstyle\sum Z)/r-(\sum\text{vrij}-\sum\text{mutaties})\big)/\sum\text{mutaties}",
        lambda graad, opgave, buiten, doel, vast, mutaties: np.maximum(0.0, 100 * graad * ((opgave - buiten) / doel - vast) / mutaties),
    ),
    "omslag_extra_plekken": _Regel(
        "Extra plekken die het gat dichten", "aantal", "{opgave} − {capaciteit}, minstens 0",
        r"\max(0,O_T-\textstyle\sum\text{capaciteit})", v.tekort,
    ),
    "vast": _Regel(
        "Vrij zonder mutaties", "aantal", "{vrij} − {mutaties}", r"\textstyle\sum\text{vrij}-\sum\text{mutaties}",
        lambda vrij, mutaties: vrij - mutaties,
    ),
}  # fmt: skip
"""The computed figures of the region."""

GROOTHEDEN = {naam: regel.label for naam, regel in _REGELS.items() if naam != "deel_verevend"}
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
    regels = {naam: regel.label for naam, regel in _REGIO_REGELS.items() if naam != "vast"}
    if uitkomst.scenario.achterstand == "ja":  # then break-evens are searched, not computed in one step
        regels = {naam: label for naam, label in regels.items() if not naam.startswith("omslag")}
    return regels | _SOMMEN | _GEMIST


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
    if naam not in _REGELS:
        return _blad(naam, plek)
    return _ingevuld(naam, _REGELS[naam], {deel: _stap(deel, plek) for deel in _namen(_REGELS[naam].zin)})


def _stap_regio(naam: str, plek: Plek) -> Stap:
    if naam in _GEMIST:
        return _gemist(plek)
    if naam in _SOMMEN:
        return _som(naam, plek)
    if naam not in _REGIO_REGELS:
        return _blad(naam, plek)
    regel = _REGIO_REGELS[naam]
    return _ingevuld(naam, regel, {deel: _stap_regio(deel, plek) for deel in _namen(regel.zin)})


def _ingevuld(naam: str, regel: _Regel, delen: dict[str, Stap]) -> Stap:
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
    bron, label = plek.uitkomst.bron, _SOMMEN[naam]
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

"""The rules of dividing side by side: each is this scenario with one rule another, and who gains and who loses by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, TypeAlias

import numpy as np

from fairshare.fouten import ScenarioFout
from fairshare.lui import pd
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.hele_woningen import heel_samen
from fairshare.model.rekenen import bereken
from fairshare.model.uitkomst import Uitkomst
from fairshare.model.verplaatsing import (
    grens_zonder_verevening,
    te_verevenen,
    verevend_in_woningen,
    verplaatsingen,
    wie_beweegt,
)
from fairshare.opmaak import ONBEKEND, aantal, getal, is_een, nodig, opsomming, opsomming_kort, procent, verschil
from fairshare.parameters import Keuze
from fairshare.scenario import Scenario, parameter

PROEF_ONDERGRENS, PROEF_BOVENGRENS = 90, 100
"""What is tried where the scenario has no such bound, and for the bovengrens none is telling [percent]."""

_MERKBAAR = 0.05
"""Less than this is a difference by rounding alone [homes per year]."""


@dataclass(frozen=True, eq=False)
class Spelregel:
    """One rule: its name, the scenario that has it, and what it gives; one that cannot be says why."""

    naam: str
    maat: str
    """By which figure it is seen who gains (less) and who loses (more)."""
    scenario: Scenario
    uitkomst: Uitkomst | None
    gekozen: bool
    """Whether this scenario has this rule."""
    waarom: str
    """Why this example, where the scenario has no such rule; else ""."""
    bezwaar: str = ""

    @property
    def kop(self) -> str:
        """Its name, marked where this scenario has it."""
        return f"{self.naam}\N{NO-BREAK SPACE}✓" if self.gekozen else self.naam


def spelregels(uitkomst: Uitkomst, jaar: int, gemeente: str = "") -> tuple[Spelregel, ...]:
    """Give the rules to put side by side: the three of verevening, and each other rule with or without it.

    Parameters
    ----------
    uitkomst
        The outcome of one scenario.
    jaar
        A year, in which examples are sought.
    gemeente
        The code of the gemeente whose percentage is another in the example; "" is that with the highest need.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> [regel.naam for regel in spelregels(bereken(lees_regio("stedendriehoek")), 2035)][:5]
    ['Naar rato van het tekort', 'Dichtstbij eerst', 'Minst gedekt eerst', 'Bovengrens 45%', 'Ondergrens 90%']
    """
    regels = []
    for naam, maat, keuzes, waarom in _keuzes(uitkomst, jaar, gemeente):
        scenario = uitkomst.scenario.met(**keuzes)
        gekozen = scenario == uitkomst.scenario
        try:
            gerekend, bezwaar = uitkomst if gekozen else bereken(uitkomst.bron, scenario), ""
        except ScenarioFout as fout:
            gerekend, bezwaar = None, " ".join(f"{naam} kan niet: {een.raad}." for een in fout.fouten)
        regels.append(Spelregel(naam, maat, scenario, gerekend, gekozen, waarom, bezwaar))
    return tuple(regels)


_Keuze: TypeAlias = tuple[str, str, dict[str, Any], str]
"""The name of a rule, its figure, its choices, and why this example."""


def _keuzes(uitkomst: Uitkomst, jaar: int, gemeente: str) -> Iterator[_Keuze]:
    """Give the rules: what the scenario has is left out, what it lacks is tried."""
    scenario, regels = uitkomst.scenario, parameter("regel")
    assert isinstance(regels, Keuze)
    for regel, label in regels.opties.items():
        yield label, "niet_geplaatst", {"regel": regel}, ""
    if scenario.bovengrens is not None:
        yield "Zonder bovengrens", "eigen_aandeel", {"bovengrens": None}, ""
    else:
        yield _proef_bovengrens(uitkomst, jaar)
    if scenario.ondergrens:
        yield "Zonder ondergrens", "eigen_aandeel", {"ondergrens": 0}, ""
    else:
        naam = f"Ondergrens {procent(PROEF_ONDERGRENS)}"
        yield naam, "eigen_aandeel", {"ondergrens": PROEF_ONDERGRENS}, f"{naam} is een willekeurig voorbeeld"
    if scenario.afwijking:
        yield "Overal hetzelfde percentage", "niet_geplaatst", {"afwijking": ()}, ""
    else:
        yield from _proef_afwijking(uitkomst, jaar, gemeente)
    if scenario.ruil:
        yield "Zonder ruil", "eigen_aandeel", {"ruil": ()}, ""
    else:
        yield from _proef_ruil(uitkomst, jaar)


def _proef_bovengrens(uitkomst: Uitkomst, jaar: int) -> _Keuze:
    try:
        gevonden = grens_zonder_verevening(uitkomst, jaar)
    except ScenarioFout:  # what stands in the way is said of the rule itself
        gevonden = None
    grens = gevonden or PROEF_BOVENGRENS
    naam = f"Bovengrens {procent(grens)}"
    waarom = f"de hoogste waarbij er in {jaar} niets meer te verevenen is" if gevonden else "een willekeurig voorbeeld"
    return naam, "eigen_aandeel", {"bovengrens": grens}, f"{naam} is {waarom}"


def _proef_afwijking(uitkomst: Uitkomst, jaar: int, gemeente: str) -> Iterator[_Keuze]:
    """Try for one gemeente the percentage at which it houses its own share by itself."""
    benodigd = uitkomst.per_gemeente("benodigd_percentage", jaar)
    kan = np.where(benodigd <= 100, benodigd, np.nan)
    plek = uitkomst.bron.codes.index(gemeente) if gemeente else int(np.argmax(np.nan_to_num(kan, nan=-1.0)))
    if isfinite(kan[plek]):
        deel = nodig(float(kan[plek]), 1)
        naam = f"{uitkomst.bron.namen[plek]} op {procent(deel, 1)}"
        afwijking = ((uitkomst.bron.codes[plek], deel, None),)
        yield (
            naam,
            "niet_geplaatst",
            {"afwijking": afwijking},
            f"{naam} is wat die gemeente voor haar eigen aandeel nodig heeft",
        )


def _proef_ruil(uitkomst: Uitkomst, jaar: int) -> Iterator[_Keuze]:
    """Try a ruil from the gemeente with the largest tekort to that with the largest overschot."""
    kort, over = (np.nan_to_num(uitkomst.per_gemeente(naam, jaar)) for naam in ("tekort", "overschot"))
    van, naar = int(kort.argmax()), int(over.argmax())
    aantal = int(min(kort[van], over[naar]))
    if aantal:
        codes, namen = uitkomst.bron.codes, uitkomst.bron.namen
        ruil = ((f"{codes[van]}-{codes[naar]}", float(aantal)),)
        waarom = "de ruil is van het grootste tekort naar het grootste overschot"
        yield f"{namen[van]} draagt {getal(aantal)} over aan {namen[naar]}", "eigen_aandeel", {"ruil": ruil}, waarom


def voorbeelden_zin(regels: Sequence[Spelregel]) -> str:
    """Say which rules are examples, because this scenario has no such rule, and why these."""
    redenen = [regel.waarom for regel in regels if regel.waarom and regel.uitkomst]
    return f"Wat dit scenario niet heeft, staat er als voorbeeld: {opsomming(redenen)}." if redenen else ""


def regels_tabel(uitkomst: Uitkomst, regels: Sequence[Spelregel], jaar: int) -> list[dict[str, Any]]:
    """Give what each rule does to the region in a year: a row a rule that can be.

    Returns
    -------
    list of dict
        regel, opgave and niet_geplaatst (whole homes), vooraf (moved by bounds and ruil), achteraf (by verevening), kilometers
        and gemiddeld (km per household that moves; None where none does), minder and meer (words: who gains, who loses).

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> rijen = regels_tabel(uitkomst, spelregels(uitkomst, 2035), 2035)
    >>> {rij["opgave"] for rij in rijen}, [rij["niet_geplaatst"] for rij in rijen]
    ({1170.0}, [215.0, 215.0, 215.0, 215.0, 215.0, 173.0, 215.0])
    >>> [round(rij["gemiddeld"], 1) for rij in rijen[:4]]
    [17.8, 10.5, 11.8, 18.6]
    """
    return [_rij(uitkomst, regel, regel.uitkomst, jaar) for regel in regels if regel.uitkomst]


def _rij(dit: Uitkomst, regel: Spelregel, uitkomst: Uitkomst, jaar: int) -> dict[str, Any]:
    weg, j = verplaatsingen(uitkomst, jaar), uitkomst.jaren.index(jaar)
    samen = {naam: float(heel_samen(uitkomst, naam)[j]) for naam in ("eigen_aandeel", "niet_geplaatst", "geleverd")}
    weet = 0 * samen["geleverd"]  # nan if unknown
    aantal = weg.vooraf + weg.achteraf + weet
    minder, meer = _wie(dit, uitkomst, regel.maat, jaar)
    return {
        "regel": regel,
        "opgave": samen["eigen_aandeel"],
        "niet_geplaatst": samen["niet_geplaatst"],
        "vooraf": weg.vooraf + weet,
        "achteraf": samen["geleverd"],
        "kilometers": weg.kilometers + weet,
        "gemiddeld": None if aantal <= _MERKBAAR else weg.kilometers / aantal,
        "minder": minder,
        "meer": meer,
    }


def _wie(dit: Uitkomst, uitkomst: Uitkomst, maat: str, jaar: int) -> tuple[str, str]:
    """Name who has less and who has more than in this scenario, the most first."""
    namen = np.array(dit.bron.namen)
    precies = uitkomst.per_gemeente(maat, jaar) - dit.per_gemeente(maat, jaar)
    if np.isnan(precies).all():
        return ONBEKEND, ONBEKEND
    heel = np.subtract(*(np.array(in_het_jaar(een, [maat], jaar)[maat][:-1]) for een in (uitkomst, dit)))
    woorden = []
    for kant in (-1, 1):
        wie = np.flatnonzero((kant * precies > _MERKBAAR) & (kant * heel > 0))
        volgorde = wie[np.lexsort((-kant * precies[wie], -kant * heel[wie]))]
        woorden.append(opsomming_kort([f"{namen[i]} {verschil(heel[i])}" for i in volgorde]))
    return woorden[0], woorden[1]


def per_regel(uitkomst: Uitkomst, regels: Sequence[Spelregel], maat: str, jaar: int) -> pd.DataFrame:
    """Give one figure per gemeente by each rule, below them the region: a column a rule, of (figure, more than here) a cell.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> tabel = per_regel(uitkomst, spelregels(uitkomst, 2035), "niet_geplaatst", 2035)
    >>> tabel.set_index("naam").loc["Hele regio", "Dichtstbij eerst"]
    (215.0, 0.0)
    """
    hier = np.array(in_het_jaar(uitkomst, [maat], jaar)[maat])
    kolommen: dict[str, Any] = {"naam": in_het_jaar(uitkomst, [], jaar)["naam"]}
    for regel in regels:
        if regel.uitkomst:
            cijfers = np.array(in_het_jaar(regel.uitkomst, [maat], jaar)[maat])
            kolommen[regel.kop] = list(zip(cijfers.tolist(), (cijfers - hier).tolist(), strict=True))
    return pd.DataFrame(kolommen)


def meest_anders(cijfers: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """Leave of a long table of :func:`per_regel` the gemeenten that some rule moves most, and the region; and how many it leaves out.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> kort, weg = meest_anders(per_regel(uitkomst, spelregels(uitkomst, 2035), "niet_geplaatst", 2035))
    >>> len(kort), weg
    (10, 0)
    """
    anders = np.array([[abs(cel[1]) for cel in cijfers[regel]] for regel in cijfers.columns[1:]])
    return wie_beweegt(cijfers.assign(anders=np.fmax.reduce(anders)), "anders")


def totaal_zin(rijen: Sequence[dict[str, Any]], jaar: int) -> str:
    """Say that every rule divides the same opgave, and which leave as many without a home."""
    opgaven, over = {getal(rij["opgave"]) for rij in rijen}, [getal(rij["niet_geplaatst"]) for rij in rijen]
    if opgaven == {getal(None)}:
        return "De opgave is onbekend: welke regel wie helpt is dan niet te zeggen."
    if opgaven == {"0"}:
        return f"In {jaar} is de opgave 0: er is niets te verdelen, bij welke regel ook."
    hier = next(aantal for rij, aantal in zip(rijen, over, strict=True) if rij["regel"].gekozen)
    anders = [f"{rij['regel'].naam} ({aantal})" for rij, aantal in zip(rijen, over, strict=True) if aantal != hier]
    if hier == getal(None):
        return "Wie een woning vindt is onbekend: daarvoor ontbreken gegevens."
    wacht = rijen[0]["regel"].scenario.wacht
    zelfde = f"Elke regel verdeelt dezelfde **{opgaven.pop()}** in {jaar}, en"
    blijven = f"{'wachten' if wacht else 'blijven'} er in de hele regio **{hier}**{' aan het eind' if wacht else ' niet geplaatst'}"
    if anders:
        return f"{zelfde} daarbij {blijven}, behalve bij {opsomming(anders)}."
    return f"{zelfde} bij elke regel {blijven}: wat de ene gemeente minder heeft, heeft een andere meer."


def met_een(uitkomst: Uitkomst, regels: Sequence[Spelregel], *namen: str) -> Uitkomst | None:
    """Give this outcome where its scenario has one of these, else that of the first rule that does; None where none can be.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> met_een(uitkomst, spelregels(uitkomst, 2035), "ruil").scenario.ruil
    (('GM0200-GM0150', 10.0),)
    """
    kandidaten = [uitkomst, *(regel.uitkomst for regel in regels if regel.uitkomst)]
    return next((een for een in kandidaten if any(getattr(een.scenario, naam) for naam in namen)), None)


def grens_zin(met: Uitkomst, jaar: int) -> str:
    """Say what bounds and verevening do beside each other.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> print(grens_zin(bereken(lees_regio("stedendriehoek"), Scenario(bovengrens=45)), 2035))
    Zonder grenzen zijn in 2035 **10 huishoudens** te verevenen, met deze grenzen **geen huishoudens**: de grenzen verdelen vooraf opnieuw wat verevening \
anders achteraf had moeten verplaatsen. Vooraf schuift er 38 van eigen aandeel naar een andere gemeente. Niet geplaatst: 215 zonder \
grenzen, 215 met.
    """
    zonder = bereken(met.bron, met.scenario.met(bovengrens=None, ondergrens=0))
    voor, na = te_verevenen(zonder, jaar), te_verevenen(met, jaar)
    over = [een.regionaal("niet_geplaatst", jaar) for een in (zonder, met)]
    if not np.isfinite([voor, na, *over]).all():
        return "Wat een grens verschuift, is onbekend: daarvoor ontbreken gegevens."
    oordeel = (
        "de grenzen verdelen vooraf opnieuw wat verevening anders achteraf had moeten verplaatsen"
        if na < voor - _MERKBAAR
        else "wat verevening achteraf verplaatst, wordt er niet minder van"
    )
    woningen = [_aantal(verevend_in_woningen(een, jaar, er) or er) for een, er in ((zonder, voor), (met, na))]
    schuift = f"Vooraf schuift er {getal(verplaatsingen(met, jaar).grenzen.sum())} van eigen aandeel naar een andere gemeente."
    return (
        f"Zonder grenzen zijn in {jaar} **{woningen[0]}** te verevenen, met deze grenzen **{woningen[1]}**: {oordeel}. {schuift} "
        f"Niet geplaatst: {getal(over[0])} zonder grenzen, {getal(over[1])} met."
    )


def _aantal(hoeveel: float) -> str:
    if hoeveel < _MERKBAAR:
        return "geen huishoudens"
    return f"{aantal(hoeveel)} {'huishouden' if is_een(hoeveel) else 'huishoudens'}"

"""How a region stands in tables and sentences: what the pad asks, what was realised, and what would bring back who is behind."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from fairshare.gegevens import Monitoring
from fairshare.lui import pd
from fairshare.model.halfjaren import halfjaarpad, horizon, onderscheid, taakstelling_per_halfjaar
from fairshare.model.hele_woningen import REGIO, met_totaal
from fairshare.model.invoer import namen_van
from fairshare.model.koers import ACHTER, LET_OP, MINSTENS, ONBEKEND, OPLETTEN, PAD, VOOR, ZEKER
from fairshare.model.monitoring import Voortgang
from fairshare.model.uitkomst import Uitkomst
from fairshare.opmaak import benodigd, getal, halfjaar, nodig, opsomming_kort, procent

HEEL = 100
"""All homes that come free [percent]."""

_ZELDEN, _SOMS = (f"minder dan {getal(100 * kans)}" for kans in (ZEKER, OPLETTEN))
"""How seldom who is on course is that far from the pad, in a hundred."""

UITLEG = (
    "Alles is geteld sinds het begin, over de halfjaren die bekend zijn. Gevraagd: wat de afspraak vraagt van de woningen die echt "
    "vrijkwamen; waar die niet geteld zijn, de plaatsingen van het pad, en dan is het oordeel een indicatie. Achter en voor: zo'n verschil "
    f"komt op koers in {_ZELDEN} van de 100 gevallen voor, over alle gemeenten samen (Holm); let op: {_SOMS}. Van minder dan {MINSTENS} "
    "gevraagde woningen is niets te zeggen. Stand van 2024: wat de reservering van toen had gegeven. Dekking: welk deel van haar eigen "
    "aandeel een gemeente heeft gehuisvest; wie op het pad ligt kan de helft van haar aandeel missen. Saldo: geplaatst min eigen aandeel."
)
"""What the columns of the voortgang mean."""

SOMMEN = (
    "gerealiseerd",
    "gevraagd",
    "pad",
    "mutaties",
    "mutaties_pad",
    "stand_2024",
    "dekking",
    "saldo",
    "vereffening",
    "bedrag",
    "prognose",
    "pad_tot_horizon",
)
"""The figures of the table of the voortgang."""

_WONINGEN = ("gevraagd", "pad", "mutaties_pad", "stand_2024", "saldo", "vereffening", "prognose", "pad_tot_horizon")
"""Those that count homes and are not whole by themselves."""


def gevraagd(uitkomst: Uitkomst) -> pd.DataFrame:
    """Say what the pad asks, known before any figure is: per half-year up to the horizon, and in that year as a whole.

    Returns
    -------
    pandas.DataFrame
        A row a gemeente and below them the region: naam, a column for each year with the half of it, heel [homes], the
        taakstelling statushouders per half-year, and from when standing still at 2024 can be told apart.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> tabel = gevraagd(bereken(lees_regio("stedendriehoek")))
    >>> list(tabel.columns)[-4:-2], round(float(tabel["heel"].iloc[-1]), 9)
    ([2030, 'heel'], 875.25)
    """
    grens = horizon(uitkomst, uitkomst.jaren[0])
    jaren = uitkomst.jaren[: uitkomst.jaren.index(grens) + 1]
    plaatsingen = uitkomst.over_de_jaren("plaatsingen")[:, : len(jaren)]
    samen = np.vstack([plaatsingen, plaatsingen.sum(axis=0)])
    tabel = pd.DataFrame(samen / 2, columns=list(jaren))
    tabel.insert(0, "naam", [*uitkomst.bron.namen, REGIO])
    return tabel.assign(
        heel=samen[:, -1], taakstelling=taakstelling_per_halfjaar(uitkomst), onderscheid=onderscheid(uitkomst)
    )


def voortgang_tabel(uitkomst: Uitkomst, nu: Voortgang) -> pd.DataFrame:
    """Give a row a gemeente and below them the region, as far as is known."""
    kolommen = {naam: getattr(nu, naam) for naam in SOMMEN}
    marges = {"laag": nu.prognose - nu.prognose_marge, "hoog": nu.prognose + nu.prognose_marge}
    regio = REGIO if not nu.ontbreekt else "Wat bekend is"
    namen = {"naam": [*uitkomst.bron.namen, regio]}
    zeker = ["" if vast else " (indicatie)" for vast in ~nu.indicatie | (np.array(nu.oordeel) == ONBEKEND)]
    oordeel = [woord + hoe for woord, hoe in zip(nu.oordeel, zeker, strict=True)]
    return pd.DataFrame(namen | kolommen | marges | {"oordeel": oordeel, "onderscheid": onderscheid(uitkomst)})


def voortgang_heel(uitkomst: Uitkomst, nu: Voortgang) -> pd.DataFrame:
    """Give the same in whole homes, so that each column adds up to what stands below it.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio, maak_monitoring
    >>> from fairshare.model import bereken, voortgang
    >>> regio = lees_regio("stedendriehoek")
    >>> uitkomst, cijfers = bereken(regio), maak_monitoring(regio, [("GM0262", "2026-1", 18)])
    >>> voortgang_heel(uitkomst, voortgang(uitkomst, cijfers))["gevraagd"].iloc[[3, -1]].tolist()
    [19.0, 19.0]
    """
    tabel = voortgang_tabel(uitkomst, nu)
    for naam in _WONINGEN:
        tabel[naam] = met_totaal(tabel[naam].to_numpy(), uitkomst.bron.codes)
    return tabel


def realisatie_per_jaar(uitkomst: Uitkomst, monitoring: Monitoring, nu: Voortgang) -> pd.DataFrame:
    """Give the region per year: the pad, fair share, the projection with its band, and what was realised where all of a year is known."""
    cellen = {(rij.code, rij.jaar, rij.halfjaar): rij.toewijzingen for rij in monitoring.realisatie}
    per_jaar = [
        [cellen.get((code, jaar, helft)) for code in uitkomst.bron.codes for helft in (1, 2)] for jaar in uitkomst.jaren
    ]
    midden, marge = nu.per_jaar
    return pd.DataFrame(
        {
            "jaar": uitkomst.jaren,
            "pad": uitkomst.regio.plaatsingen[:, 0],
            "opgave": uitkomst.regio.eigen_aandeel[:, 0],
            "gerealiseerd": [np.nan if None in jaar else float(sum(filter(None, jaar))) for jaar in per_jaar],
            "prognose": midden,
            "laag": np.maximum(0.0, midden - marge),
            "hoog": midden + marge,
        }
    )


def voortgang_zinnen(uitkomst: Uitkomst, nu: Voortgang) -> list[str]:
    """Say in a few sentences how the region stands: first the region, then the gemeenten, then where it leads."""
    van, alle = f"{nu.bekend} van de {len(uitkomst.bron.namen)}", f"tot en met het {halfjaar(nu.periode)}"
    geteld = f"samen {getal(nu.gerealiseerd[-1])} toewijzingen{_wat_gevraagd(nu)}"
    return [
        f"Sinds {uitkomst.jaren[0]}, {alle}, zijn van {van} gemeenten cijfers bekend: {geteld}.",
        *([_vrijgekomen(nu)] if np.isfinite(nu.mutaties[-1]) else []),
        _over_de_regio(nu),
        *([_stilstaan(uitkomst, nu)] if np.isfinite(nu.stand_2024[-1]) else []),
        *_over_gemeenten(uitkomst, nu),
        *nu.opmerkingen,
        _waarheen(nu),
    ]


def _wat_gevraagd(nu: Voortgang) -> str:
    samen = float(nu.gevraagd[-1])
    if not np.isfinite(samen):
        return ", en wat het pad vraagt is onbekend"
    waarvan = "het pad" if nu.indicatie[-1] else "de afspraak bij wat er vrijkwam"
    return f", waar {waarvan} er {getal(samen)} vraagt"


def _vrijgekomen(nu: Voortgang) -> str:
    """Set what came free, which is luck, beside what was expected of it."""
    waar = "Waar dat geteld is, kwamen er" if nu.indicatie[-1] else "Er kwamen"
    return f"{waar} {getal(nu.mutaties[-1])} woningen vrij; verwacht waren er {getal(nu.mutaties_pad[-1])}."


def _over_de_regio(nu: Voortgang) -> str:
    oordeel = nu.oordeel[-1]
    waarop = "Indicatie, want niet overal is geteld hoeveel woningen er vrijkwamen: de" if nu.indicatie[-1] else "De"
    wie = f"{waarop} regio{', voor zover bekend,' if nu.ontbreekt or np.isnan(nu.gevraagd[-1]) else ''} {'is' if oordeel == PAD else 'ligt'}"
    sinds = f" sinds het {halfjaar(nu.sinds[-1])}" if nu.sinds[-1] else ""
    return {
        PAD: f"{wie} {PAD}: zo'n verschil past bij toeval.",
        ACHTER: f"{wie} **achter** op de afspraak,{sinds}: zo weinig komt op koers in {_ZELDEN} van de 100 gevallen voor.",
        VOOR: f"{wie} **voor** op de afspraak,{sinds}: zo veel komt op koers in {_ZELDEN} van de 100 gevallen voor.",
        LET_OP: f"{wie.removesuffix(' ligt')} vraagt aandacht (let op): zo'n verschil komt op koers in {_SOMS} van de 100 gevallen voor.",
        ONBEKEND: "Of de regio op koers ligt, is onbekend.",
    }[oordeel]


def _stilstaan(uitkomst: Uitkomst, nu: Voortgang) -> str:
    """Say what standing still had given, and from when it could be told apart: not to be told apart is not on course."""
    vanaf = onderscheid(uitkomst)[-1]
    wanneer = f"vanaf het {vanaf}" if vanaf[0].isdigit() else vanaf
    return f"Met de reservering van 2024 waren het er {getal(nu.stand_2024[-1])}; van het pad is dat voor de hele regio {wanneer} te onderscheiden."


def _over_gemeenten(uitkomst: Uitkomst, nu: Voortgang) -> list[str]:
    def wie(welke: np.ndarray) -> str:
        return opsomming_kort(namen_van(uitkomst.bron, welke))

    woorden = {ACHTER: "Achter", VOOR: "Voor", LET_OP: "Let op"}
    zinnen = [f"{woord}: {wie(nu.wie(wat))}." for wat, woord in woorden.items() if nu.wie(wat).any()]
    if not zinnen and not nu.wie(ONBEKEND).all():
        zinnen = ["Van de gemeenten met cijfers en een pad is er geen te onderscheiden van het pad."]
    zonder = ~np.isfinite(nu.gerealiseerd[:-1])
    return zinnen + ([f"Nog geen cijfers van {wie(zonder)}."] if zonder.any() else [])


def _waarheen(nu: Voortgang) -> str:
    midden, marge = float(nu.prognose[-1]), float(nu.prognose_marge[-1])
    if not np.isfinite(midden):
        return "Een prognose kan pas als van alle gemeenten cijfers en pad bekend zijn."
    band = f" (negen van de tien keer tussen {getal(midden - marge)} en {getal(midden + marge)})" if marge else ""
    pad = f"waar het pad er {getal(nu.pad_tot_horizon[-1])} vraagt"
    return f"Gaat het zo door, dan zijn het er {getal(midden)}{band} tot en met {nu.horizon}, {pad}."


def verbeterplan(uitkomst: Uitkomst, nu: Voortgang) -> pd.DataFrame:
    """Say of who is behind since when, by how much, and what brings it back within a year, and by the end of the horizon.

    Returns
    -------
    pandas.DataFrame
        A row for each that is behind, the region first: naam, sinds, gerealiseerd, gevraagd, achterstand, and for ``jaar``
        (within a year) and ``horizon`` the homes extra per half-year and the part of the homes that come free that takes.
    """
    pad = halfjaarpad(uitkomst)
    begin, tot = pad.perioden.index(nu.periode) + 1, pad.perioden.index(f"{nu.horizon}-2") + 1
    namen, regio = [*uitkomst.bron.namen, REGIO], len(uitkomst.bron.namen)
    rijen = []
    for plek in (regio, *range(regio)):
        if nu.oordeel[plek] != ACHTER:
            continue
        kort = float(nu.gevraagd[plek] - nu.gerealiseerd[plek])
        rij: dict[str, str | float] = {"naam": namen[plek], "sinds": nu.sinds[plek], "achterstand": kort}
        for wanneer, einde in (("jaar", min(begin + 2, tot)), ("horizon", tot)):
            deel = slice(None if plek == regio else plek, None if plek == regio else plek + 1), slice(begin, einde)
            vrij = float(pad.vrij[deel].sum()) or np.nan
            van_pad = float((pad.deel[deel] * pad.vrij[deel]).sum())
            rij[f"extra_{wanneer}"] = kort / (einde - begin) if einde > begin else np.nan
            rij[f"procent_{wanneer}"] = 100 * (van_pad + kort) / vrij
            rij["procent_pad"] = 100 * van_pad / vrij
        rijen.append(rij)
    return pd.DataFrame(rijen)


def verbeterplan_zinnen(uitkomst: Uitkomst, nu: Voortgang) -> list[str]:
    """Say of who is behind since when, and what brings it back by when."""
    zinnen, heel = [], voortgang_heel(uitkomst, nu)
    kort = dict(zip([*uitkomst.bron.namen, REGIO], heel["gevraagd"] - heel["gerealiseerd"], strict=True))
    for rij in verbeterplan(uitkomst, nu).to_dict("records"):
        wie, sinds = "De regio" if rij["naam"] == REGIO else rij["naam"], halfjaar(rij["sinds"])
        if np.isnan(kort[rij["naam"]]):
            zinnen.append(f"{wie} ligt, voor zover bekend, achter sinds het {sinds}; hoeveel woningen is onbekend.")
            continue
        zinnen.append(
            f"{wie} ligt achter sinds het {sinds}, nu {getal(kort[rij['naam']])} woningen onder wat er gevraagd is. "
            + (
                f"Terug binnen een jaar: {_inspanning(rij, 'jaar')}. Terug eind {nu.horizon}: {_inspanning(rij, 'horizon')}. "
                f"{_van_het_pad(rij['procent_pad'])}"
                if np.isfinite(rij["extra_horizon"])
                else f"Na {nu.horizon} is er geen halfjaar meer om dat in te halen."
            )
        )
    return zinnen


def _van_het_pad(deel: float) -> str:
    return f"Het pad vraagt dan {procent(deel)}." if np.isfinite(deel) else "Wat er vrijkomt, is onbekend."


def _inspanning(rij: Mapping[Any, Any], wanneer: str) -> str:
    extra, deel = f"{getal(nodig(rij[f'extra_{wanneer}']))} extra per halfjaar", rij[f"procent_{wanneer}"]
    if not np.isfinite(deel):
        return extra
    return f"{extra}, {'meer dan er vrijkomt' if deel > HEEL else f'{benodigd(deel, 0)} van wat er vrijkomt'}"

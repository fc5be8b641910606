"""Vereffening: who pays whom in a year, and how each gemeente stands since the start, which never begins anew."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heapify, heappop, heappush

import numpy as np

from fairshare.gegevens import Monitoring
from fairshare.lui import pd
from fairshare.model.halfjaren import halfjaarpad
from fairshare.model.hele_tabellen import in_het_jaar
from fairshare.model.hele_woningen import REGIO, heel, hele_woningen
from fairshare.model.monitoring import leg_uit, vereffend
from fairshare.model.uitkomst import Reeks, Uitkomst
from fairshare.model.verplaatsing import ruilen
from fairshare.opmaak import halfjaar, opsomming, procent


@dataclass(frozen=True, eq=False)
class Stand:
    """How each gemeente stands since the start: what it placed of its own share, what that is more or less than its part."""

    tot: str
    """Up to and including when, in words."""
    gerealiseerd: bool
    """Whether it was counted; else it is what the scenario expects."""
    tabel: pd.DataFrame
    """A row a gemeente and below them the region: naam, eigen_aandeel, ruil (net taken over, in it), plaatsingen, stand (whole
    homes), vervulling (percent) and beurt (1 is the next in line: who has fulfilled least); unknown is nan."""


def betalingen(uitkomst: Uitkomst, jaar: int, tarief: float | None = None) -> pd.DataFrame:
    """Say who pays whom for the vereffening of a year: the largest less to the largest more, until all is settled.

    Returns
    -------
    pandas.DataFrame
        van (who pays), naar, aantal (whole homes) and bedrag [euro], nan without tarief; no row where anything is unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> betalingen(bereken(lees_regio("stedendriehoek")), 2035, 1000)[["van", "naar", "bedrag"]].values.tolist()[:2]
    [['Lochem', 'Deventer', 26000.0], ['Voorst', 'Deventer', 18000.0]]
    """
    namen, codes = uitkomst.bron.namen, uitkomst.bron.codes
    saldo = np.array(in_het_jaar(uitkomst, ["vereffening"], jaar)["vereffening"][:-1])
    rijen, bekend = [], np.isfinite(saldo).all()
    minder, meer = (
        [(-hoeveel, code, naam) for hoeveel, code, naam in zip(kant.tolist(), codes, namen, strict=True) if hoeveel > 0]
        for kant in (-saldo, saldo)
    )
    heapify(minder)
    heapify(meer)
    while bekend and minder and meer:
        (min_te_geven, van, wie), (min_te_krijgen, naar, aan) = heappop(minder), heappop(meer)
        aantal = min(-min_te_geven, -min_te_krijgen)
        rijen.append((wie, aan, aantal))
        for kant, rest, code, naam in ((minder, min_te_geven, van, wie), (meer, min_te_krijgen, naar, aan)):
            if rest + aantal:
                heappush(kant, (rest + aantal, code, naam))
    tabel = pd.DataFrame(rijen, columns=["van", "naar", "aantal"])
    return tabel.assign(bedrag=tabel["aantal"] * (np.nan if tarief is None else tarief))


def verwachte_stand(uitkomst: Uitkomst, jaar: int) -> Stand:
    """Give how each gemeente stands at the end of a year when all goes as the scenario says.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> stand = verwachte_stand(bereken(lees_regio("stedendriehoek")), 2035).tabel.set_index("naam")
    >>> int(stand.loc["Lochem", "beurt"]), stand["stand"][["Lochem", "Deventer", "Hele regio"]].tolist()
    (2, [-238.0, 635.0, 0.0])
    """
    tot = uitkomst.jaren.index(jaar) + 1
    samen = {naam: uitkomst.over_de_jaren(naam)[:, :tot].sum(axis=1) for naam in ("plaatsingen", "eigen_aandeel")}
    woningen = {naam: heel(uitkomst, naam)[:, :tot].sum(axis=1) for naam in (*samen, "vereffening")}
    jaren = sum(een >= uitkomst.scenario.start for een in uitkomst.jaren[:tot])
    return Stand(
        str(jaar),
        False,
        _tabel(uitkomst, woningen, _vervulling(samen["plaatsingen"], samen["eigen_aandeel"]), float(jaren)),
    )


def gerealiseerde_stand(uitkomst: Uitkomst, monitoring: Monitoring) -> Stand | None:
    """Give how each gemeente stands by what was counted, over the half-years that all of them know; None without one.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio, maak_monitoring
    >>> from fairshare.model import bereken
    >>> regio = lees_regio("stedendriehoek")
    >>> half = maak_monitoring(regio, [(code, "2026-1", 30) for code in regio.codes])
    >>> stand = gerealiseerde_stand(bereken(regio), half)
    >>> stand.tot, stand.tabel.set_index("naam")["beurt"]["Apeldoorn"]
    ('het 1e halfjaar 2026', np.float64(1.0))
    """
    pad = halfjaarpad(uitkomst)
    geteld, _, _ = leg_uit(uitkomst, pad, monitoring)
    bekend = np.isfinite(geteld).all(axis=0)
    if not bekend.any():
        return None
    aandeel = pad.eigen_aandeel[:, bekend].sum(axis=1)
    geplaatst = geteld[:, bekend].sum(axis=1)
    woningen = {
        "plaatsingen": _met_som(uitkomst, geplaatst),
        "eigen_aandeel": _met_som(uitkomst, aandeel),
        "vereffening": _met_som(uitkomst, vereffend(geteld, pad.eigen_aandeel)[:-1]),
    }
    laatste = pad.perioden[int(np.flatnonzero(bekend)[-1])]
    jaren = sum(int(pad.perioden[plek][:4]) >= uitkomst.scenario.start for plek in np.flatnonzero(bekend)) / 2
    tabel = _tabel(uitkomst, woningen, _vervulling(geplaatst, aandeel), jaren)
    return Stand(f"het {halfjaar(laatste)}", True, tabel)


def _met_som(uitkomst: Uitkomst, cijfers: Reeks) -> Reeks:
    """Give figures of the gemeenten in whole homes, and below them their sum."""
    cellen = hele_woningen(cijfers.reshape(-1, 1), uitkomst.bron.codes).ravel()
    return np.append(cellen, cellen.sum())


def _vervulling(geplaatst: Reeks, aandeel: Reeks) -> Reeks:
    """Give which part of its own share each gemeente placed, and last the region [percent]."""
    boven, onder = (np.append(deel, deel.sum()) for deel in (geplaatst, aandeel))
    return np.asarray(100 * boven / np.where(onder > 0, onder, np.nan))


def _tabel(uitkomst: Uitkomst, woningen: dict[str, Reeks], vervulling: Reeks, jaren: float) -> pd.DataFrame:
    """Put a stand together; who has fulfilled least is first in line, by code where two are alike."""
    codes = np.asarray(uitkomst.bron.codes)
    volgorde = np.lexsort((codes, vervulling[:-1]))
    beurt = np.full(len(codes) + 1, np.nan)
    beurt[volgorde] = np.arange(1.0, len(codes) + 1)
    beurt[np.isnan(vervulling)] = np.nan
    return pd.DataFrame(
        {
            "naam": [*uitkomst.bron.namen, REGIO],
            "eigen_aandeel": woningen["eigen_aandeel"],
            "ruil": _met_som(uitkomst, uitkomst.per_gemeente("ruil") * jaren),
            "plaatsingen": woningen["plaatsingen"],
            "vervulling": vervulling,
            "stand": woningen["vereffening"],
            "beurt": beurt,
        }
    )


def beurt_zin(stand: Stand) -> str:
    """Say who is next in line, and how it stands beside the region.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> beurt_zin(verwachte_stand(bereken(lees_regio("stedendriehoek")), 2035))
    'Het eerst aan de beurt: **Voorst**, die 44,6% van haar eigen aandeel heeft vervuld. Daarna Lochem en Epe. De hele regio: 75,5%.'
    """
    rij = stand.tabel[:-1].dropna(subset=["beurt"]).sort_values("beurt")
    if rij.empty and (stand.tabel["eigen_aandeel"] == 0).all():
        return "Niemand is aan de beurt: er is geen eigen aandeel om te vervullen."
    if rij.empty:
        return "Wie aan de beurt is, is onbekend: daarvoor ontbreken gegevens."
    if len(rij) == len(stand.tabel) - 1 > 1 and rij["vervulling"].nunique() == 1:
        deel = procent(rij["vervulling"].iloc[0], 1)
        return f"Elke gemeente heeft evenveel van haar eigen aandeel vervuld, {deel}: de tabel nummert dan op gemeentecode."
    eerste, *daarna = rij["naam"].tolist()[:3]
    vooraf = "Het eerst" if len(rij) == len(stand.tabel) - 1 else "Voor zover bekend het eerst"
    vervuld = f"{procent(rij['vervulling'].iloc[0], 1)} van haar eigen aandeel heeft vervuld"
    rest = f" Daarna {opsomming(daarna)}." if daarna else ""
    return f"{vooraf} aan de beurt: **{eerste}**, die {vervuld}.{rest} De hele regio: {procent(stand.tabel['vervulling'].iloc[-1], 1)}."


def ruilregister(uitkomst: Uitkomst, jaar: int) -> pd.DataFrame:
    """List every ruil: who hands over to whom, how much a year and since when, and how much up to a year.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> from fairshare.scenario import Scenario
    >>> uitkomst = bereken(lees_regio("stedendriehoek"), Scenario(ruil="GM0262-GM0150:10", start=2028))
    >>> ruilregister(uitkomst, 2030).values.tolist()
    [['Lochem', 'Deventer', 10.0, 2028, 30.0]]
    """
    namen, start = uitkomst.bron.namen, uitkomst.scenario.start
    rijen = [
        (namen[van], namen[naar], aantal, start, aantal * max(0, jaar - start + 1))
        for van, naar, aantal in ruilen(uitkomst)
    ]
    return pd.DataFrame(rijen, columns=["van", "naar", "aantal", "sinds", "samen"])

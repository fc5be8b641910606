"""Whole homes: the one rounding of every table, so that what stands in it adds up.

An agreement is signed in whole homes. Figures that are each rounded by themselves add to 216 below a total of 215; here the total
is rounded and the cells follow it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from fairshare.gegevens import Regio
from fairshare.model.graaf import VERGELIJKINGEN
from fairshare.model.uitkomst import Uitkomst
from fairshare.onthouden import onthoud
from fairshare.opmaak import RUIS, afgerond

Reeks = NDArray[np.float64]

REGEL = (
    "Het totaal van een jaar is half naar boven afgerond. Elke gemeente krijgt haar cijfer naar boven of naar beneden afgerond, zo dat "
    "zij optellen tot dat totaal: naar boven gaat eerst wie de grootste rest heeft, met wat zij in eerdere jaren door de afronding "
    "tekortkwam erbij; bij gelijke rest het grootste cijfer, dan de gemeentecode."
)
"""The rule in words."""

DELEN = {"geholpen": ("vraag", "niet_geplaatst"), "urgent": ("vrij", "regulier")}
"""Of a whole and a part: the other part, which is what is left of the whole homes."""

VERSCHILLEN = DELEN | {"saldo": ("plaatsingen", "eigen_aandeel"), "ontvangen": ("tekort", "niet_geplaatst")}
"""What is the difference of two figures is so in whole homes too."""

ZELFDE = {"eigen_aandeel": "opgave", "geleverd": "overschot"}
"""What is the same figure as another one in a year, of every gemeente, has the same whole homes."""

REGIO = "Hele regio"
"""The row below the gemeenten."""


def hele_woningen(
    cijfers: Reeks, codes: Sequence[str], geheel: Reeks | None = None, totalen: Reeks | None = None
) -> Reeks:
    """Give a figure of every gemeente in every year in whole homes.

    Parameters
    ----------
    cijfers
        A row a gemeente, a column a year; unknown is nan [homes].
    codes
        The code of each gemeente, which decides last.
    geheel
        What is left for them of the whole homes of which they are a part: who has most left goes first, who has none goes last.
    totalen
        What each year adds up to, rounded up or down; left out, its sum rounded half up.

    Returns
    -------
    array
        Of each year: the known cells rounded up or down, so that they add up to that; the others stay unknown.

    Notes
    -----
    Libraries for largest remainders were tried and lose or invent homes, and none looks back at earlier years.

    Examples
    --------
    Each year each should get 3⅓ of 10 homes: who was rounded down before goes first.

    >>> hele_woningen(np.full((3, 3), 10 / 3), ["A", "B", "C"]).tolist()
    [[4.0, 3.0, 3.0], [3.0, 4.0, 3.0], [3.0, 3.0, 4.0]]
    """
    precies = np.round(cijfers, RUIS)
    heel, tegoed = _beneden(precies), np.zeros(len(codes))
    over, som = precies - heel, np.nansum(heel, axis=0)
    ruimte = np.zeros(cijfers.shape) if geheel is None else np.nan_to_num(geheel) - np.nan_to_num(heel)
    eerst, onbekend, code = ~(over > 0), np.isnan(over), np.argsort(np.argsort(np.asarray(codes), kind="stable"))
    for jaar, totaal in enumerate((np.nansum(cijfers, axis=0) if totalen is None else totalen).tolist()):
        rest = np.round(over[:, jaar] + tegoed, RUIS)
        volgorde = np.lexsort((code, -precies[:, jaar], -rest, -ruimte[:, jaar], eerst[:, jaar]))
        heel[volgorde[: int(afgerond(totaal)) - int(som[jaar])], jaar] += 1
        tegoed += np.where(onbekend[:, jaar], 0, precies[:, jaar] - heel[:, jaar])
    return heel + 0.0


def met_totaal(kolom: Reeks, codes: Sequence[str]) -> Reeks:
    """Give a column of figures with their total below them in whole homes; where the total is unknown it stays so.

    Examples
    --------
    >>> met_totaal(np.array([26.4, 19.4, np.nan, 45.8]), ["A", "B", "C"]).tolist()
    [27.0, 19.0, nan, 46.0]
    """
    cellen = hele_woningen(kolom[:-1, np.newaxis], codes).ravel()
    return np.append(cellen, float(afgerond(kolom[-1])) if np.isfinite(kolom[-1]) else np.nan)


@onthoud
def heel(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give a figure of an outcome in whole homes: a row a gemeente and below them the region, a column a year.

    The region is what its card says. A gemeente whose mutaties are unknown counts in it as the model counts it, and is itself nan.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model.rekenen import bereken
    >>> uitkomst = bereken(lees_regio("stedendriehoek"))
    >>> heel(uitkomst, "niet_geplaatst")[:, -1].tolist()
    [64.0, 4.0, 0.0, 40.0, 28.0, 27.0, 29.0, 6.0, 17.0, 215.0]
    >>> heel(uitkomst, "geholpen")[-1, -1]
    np.float64(955.0)
    """
    if naam in VERSCHILLEN:
        eerste, tweede = VERSCHILLEN[naam]
        return heel(uitkomst, eerste) - heel(uitkomst, tweede)
    bekend = np.isfinite(uitkomst.over_de_jaren(naam))
    tabel = np.vstack([np.where(bekend, _cellen(uitkomst, naam), np.nan), heel_samen(uitkomst, naam)])
    tabel.flags.writeable = False
    return tabel


@onthoud
def _cellen(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give a figure of every gemeente in whole homes, as the region counts it where it is unknown."""
    precies, regio = _alle(uitkomst, naam), heel_samen(uitkomst, naam)
    ander, zelfde = precies, np.zeros_like(precies, dtype=bool)
    if naam in ZELFDE:
        ander = _cellen(uitkomst, ZELFDE[naam])
        gelijk = np.isclose(precies, _alle(uitkomst, ZELFDE[naam]), rtol=0, atol=10.0**-RUIS).all(axis=0)
        zelfde = zelfde | (gelijk & (ander.sum(axis=0) == regio))
    if zelfde.all():
        return ander
    geheel, totalen = _geheel(uitkomst, naam), np.nan_to_num(regio)
    ruimte = None if geheel is None else geheel.tobytes()
    cellen = _verdeeld(uitkomst.bron, precies.tobytes(), ruimte, totalen.tobytes())
    return np.where(zelfde, ander, cellen)


@onthoud
def _verdeeld(regio: Regio, cijfers: bytes, geheel: bytes | None, totalen: bytes) -> Reeks:
    """Do so once for the same figures: another rule, or a step of a slider, leaves most of them as they are."""
    vorm = (len(regio.codes), -1)
    over = None if geheel is None else np.frombuffer(geheel).reshape(vorm)
    return hele_woningen(np.frombuffer(cijfers).reshape(vorm), regio.codes, over, np.frombuffer(totalen))


def heel_samen(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give the total of every year: half up, or what is left of two totals that are.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model.rekenen import bereken
    >>> heel_samen(bereken(lees_regio("stedendriehoek")), "niet_geplaatst")[-1]
    np.float64(215.0)
    """
    naam = "ontvangen" if naam == "geleverd" else naam  # what goes from one gemeente arrives at another
    if naam in VERSCHILLEN:
        eerste, tweede = VERSCHILLEN[naam]
        return heel_samen(uitkomst, eerste) - heel_samen(uitkomst, tweede)
    return np.array(
        [float(afgerond(een)) if np.isfinite(een) else np.nan for een in getattr(uitkomst.regio, naam)[:, 0]]
    )


def _geheel(uitkomst: Uitkomst, naam: str) -> Reeks | None:
    """Give what is left for a figure of the whole homes of which it is a part, so that a row adds up.

    Each card is rounded by itself, so that a year may be one out; that one stands where there is enough.
    """
    cel, precies = partial(_cellen, uitkomst), partial(_alle, uitkomst)
    match naam:
        case "tekort" | "overschot" if np.isclose(precies("vraag"), cel("vraag")).all(axis=0).any():
            return None  # whole already in a year: the capaciteit fits itself to it, and what was agreed on keeps its figures
        case "tekort":
            return cel("vraag") - _beneden(precies("capaciteit"))
        case "overschot":
            return _beneden(precies("capaciteit")) + 1 - cel("vraag")
        case "capaciteit":
            onder = _beneden(precies("capaciteit"))
            past = cel("vraag") - cel("tekort") + cel("overschot") - onder
            return np.asarray(onder + np.where(cel("tekort") > 0, past, 0.25 + past / 2))
        case "niet_geplaatst":
            return np.asarray(np.minimum(cel("tekort"), _beneden(precies("niet_geplaatst")) + 1))
        case "regulier":
            return cel("vrij") - _beneden(precies("vrij") - precies("regulier"))
    return None


def _beneden(cijfers: Reeks) -> Reeks:
    return np.floor(np.round(cijfers, RUIS))


def _alle(uitkomst: Uitkomst, naam: str) -> Reeks:
    """Give a figure of every gemeente in every year as the sum of the region counts it."""
    reeks = uitkomst.gemeenten.rekening.figuur(naam)[..., 0]
    return np.broadcast_to(reeks, (len(uitkomst.bron.codes), len(uitkomst.jaren)))


def telt_woningen(naam: str) -> bool:
    """Whether a figure counts homes, which are whole in a table.

    Examples
    --------
    >>> telt_woningen("opgave"), telt_woningen("geholpen"), telt_woningen("dekking")
    (True, True, False)
    """
    return naam in VERSCHILLEN or (naam in VERGELIJKINGEN and VERGELIJKINGEN[naam].soort == "aantal")

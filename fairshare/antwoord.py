"""An outcome as text for other programs: what the command line prints and what an address gives."""

import csv
import io
import json
from dataclasses import asdict
from typing import Any

from fairshare import MODELVERSIE, link, model
from fairshare.model import Uitkomst
from fairshare.model.invoer import EIGEN_CIJFERS, gekozen, periode


def als_json(uitkomst: Uitkomst) -> str:
    """Write an outcome as JSON: every figure unrounded, unknown as null.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> json.loads(als_json(bereken(lees_regio("stedendriehoek"))))["regio"][-1]["niet_geplaatst"]
    214.5
    """
    return json.dumps(cijfers(uitkomst), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def cijfers(uitkomst: Uitkomst) -> dict[str, Any]:
    """Give every figure of an outcome as JSON has it.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> cijfers(bereken(lees_regio("stedendriehoek")))["periode"]
    [2026, 2035]
    """
    regio, laatste = uitkomst.bron, uitkomst.jaren.index(periode(uitkomst.bron)[1])
    eigen = {naam: gekozen(regio, uitkomst.scenario, naam) for naam in EIGEN_CIJFERS}
    return {
        "modelversie": MODELVERSIE,
        "scenario": {
            "v": link.VERSIE,
            **uitkomst.scenario.model_dump(),
            **{naam: _getal(cijfer) for naam, cijfer in eigen.items()},
        },
        "periode": list(periode(regio)),
        "gemist": _getal(uitkomst.regio.gemist[laatste, 0]),
        "uitgevallen": _getal(uitkomst.regio.uitgevallen[laatste, 0]),
        "waarschuwingen": model.waarschuwingen(uitkomst),
        "onvolledig": list(uitkomst.onvolledig),
        "regio": model.als_lijst(model.regio_kolommen(uitkomst)),
        "gemeenten": model.als_lijst(model.gemist_kolommen(uitkomst)),
        "omslag": asdict(model.omslag(uitkomst)),
    }


def _getal(waarde: float) -> float | None:
    """Write unknown as null."""
    return None if waarde != waarde else float(waarde)


def als_csv(uitkomst: Uitkomst) -> str:
    """Write an outcome as CSV: a row a gemeente and year, decimal points, an empty cell for unknown.

    Examples
    --------
    >>> from fairshare.gegevens import lees_regio
    >>> from fairshare.model import bereken
    >>> als_csv(bereken(lees_regio("stedendriehoek")))[:15]
    'jaar,code,naam,'
    """
    kolommen = model.gemeenten_kolommen(uitkomst)
    tekst = io.StringIO()
    schrijver = csv.DictWriter(tekst, kolommen, lineterminator="\n")
    schrijver.writeheader()
    schrijver.writerows(model.als_lijst(kolommen))
    return tekst.getvalue()

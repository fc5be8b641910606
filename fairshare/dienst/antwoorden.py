"""What each address answers to a query string."""

import json
from collections.abc import Callable, Mapping
from functools import lru_cache

from fairshare import link
from fairshare.antwoord import als_csv, cijfers
from fairshare.dienst.beschrijving import beschrijving
from fairshare.export import Stempel, maak
from fairshare.fouten import Fout, ScenarioFout
from fairshare.gegevens import lees_regios
from fairshare.model import Uitkomst, bereken


def _gelezen(vraag: str) -> tuple[link.Gelezen, Uitkomst]:
    """Judge a query string as a screen does, and compute it; whatever is wrong in it is refused as a whole."""
    regios = lees_regios()
    gelezen = link.lees(vraag, regios)
    if gelezen.fouten:
        raise ScenarioFout(gelezen.fouten)
    return gelezen, bereken(regios[gelezen.scenario.regio], gelezen.scenario)


def _json(vraag: str) -> bytes:
    gelezen, uitkomst = _gelezen(vraag)
    inhoud = {**cijfers(uitkomst), "opmerkingen": list(gelezen.opmerkingen)}
    return json.dumps(inhoud, ensure_ascii=False, allow_nan=False).encode()


def _csv(vraag: str) -> bytes:
    return als_csv(_gelezen(vraag)[1]).encode()


def _parquet(vraag: str) -> bytes:
    gelezen, uitkomst = _gelezen(vraag)
    return maak(
        "parquet", uitkomst, Stempel.van(uitkomst, link.schrijf(uitkomst.scenario, gelezen.weergave), gelezen.weergave)
    )


def _png(vraag: str) -> bytes:
    gelezen, _ = _gelezen(vraag)
    return _tekening(link.schrijf(gelezen.scenario, gelezen.weergave.met(gaf="")))


@lru_cache(maxsize=64)
def _tekening(vraag: str) -> bytes:
    """Draw a picture once for all who show the same link."""
    gelezen, uitkomst = _gelezen(vraag)
    return maak("png", uitkomst, Stempel.van(uitkomst, vraag, gelezen.weergave))


def _txt(vraag: str) -> bytes:
    """Give niet geplaatst of the region in the end year and nothing else, for a cell; unknown is refused, never empty."""
    over = _gelezen(vraag)[1].regionaal("niet_geplaatst")
    if over != over:
        raise ScenarioFout([Fout("niet_geplaatst", "", "het is onbekend in deze regio; vul een opgave in")])
    return repr(float(over)).encode()


def _regios(_: str) -> bytes:
    regios = [
        {
            "regio": sleutel,
            "naam": regio.register.naam,
            "gemeenten": [{"code": code, "naam": naam} for code, naam in zip(regio.codes, regio.namen, strict=True)],
        }
        for sleutel, regio in lees_regios().items()
    ]
    return json.dumps({"regios": regios}, ensure_ascii=False).encode()


def _gezond(_: str) -> bytes:
    """Answer only where a figure can be computed."""
    return json.dumps({"gezond": bool(_txt(""))}).encode()


def _openapi(_: str) -> bytes:
    return json.dumps(beschrijving(), ensure_ascii=False).encode()


ANTWOORDEN: Mapping[str, Callable[[str], bytes]] = {
    "uitkomst.json": _json,
    "uitkomst.csv": _csv,
    "uitkomst.parquet": _parquet,
    "uitkomst.txt": _txt,
    "uitkomst.png": _png,
    "regios": _regios,
    "openapi.json": _openapi,
    "gezond": _gezond,
}
"""Every address below ``/api/v1``, with what answers it."""


@lru_cache(maxsize=32)
def bewaard(naam: str, vraag: str, versie: str) -> bytes:
    """Answer a question once for each scenario and version of the model; a refusal is not kept.

    Examples
    --------
    >>> bewaard("uitkomst.txt", "v=2", "2.1.0")
    b'214.5'
    """
    return ANTWOORDEN[naam](vraag)

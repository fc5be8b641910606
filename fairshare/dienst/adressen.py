"""The addresses: which there are, and what every answer has in common."""

import json
import re
from collections.abc import Awaitable, Callable, Iterable, Mapping
from hashlib import sha256
from importlib import import_module
from threading import Lock
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from fairshare import MODELVERSIE
from fairshare.dienst.drukte import Drukte
from fairshare.fouten import Fout, GegevensFout, ScenarioFout

VERSIE = "/api/v1"
GEZOND = "gezond"
GESLOTEN = Fout("adres", "", "deze Verkenner vraagt om aanmelden, en geeft daarom geen cijfers op een adres")
ADRESSEN: Mapping[str, tuple[str, str]] = {
    "uitkomst.json": ("Alle cijfers van een scenario, onafgerond; onbekend is null", "application/json"),
    "uitkomst.csv": (
        "Een rij per gemeente en jaar: komma's ertussen, een punt voor decimalen, leeg is onbekend",
        "text/csv",
    ),
    "uitkomst.parquet": ("Dezelfde rijen als Parquet, met de herkomst erbij", "application/vnd.apache.parquet"),
    "uitkomst.txt": ("Niet geplaatst van de regio in het eindjaar, een getal en verder niets", "text/plain"),
    "uitkomst.png": ("De tekening van niet geplaatst per gemeente in het eindjaar, met de link erop", "image/png"),
    "regios": ("De regio's en hun gemeenten", "application/json"),
    "openapi.json": ("Deze beschrijving", "application/json"),
    GEZOND: ("Of er een cijfer te berekenen is", "application/json"),
}
"""What each address gives, and its media type."""
METHODEN = ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
KAMERS = "FAIRSHARE_KAMERS"
"""The environment variable that says where rooms are kept."""
ONBEKEND = f"kies {', '.join(f'{VERSIE}/{naam}' for naam in ADRESSEN)}"


def bewaard_op(tekst: str) -> str:
    """Read where rooms are kept: nothing for the memory of this process.

    Examples
    --------
    >>> bewaard_op("valkey://valkey:6379"), bewaard_op("")
    ('valkey://valkey:6379', '')
    """
    if tekst and not re.fullmatch(r"(valkey|redis)s?://[^\s/]+(:[0-9]+)?(/[0-9]+)?", tekst, re.ASCII):
        raise ValueError(
            f"{KAMERS} begint met {tekst.partition(':')[0]} en kan zo niet: geef valkey://host:6379, of niets voor kamers in het geheugen."
        )
    return tekst


def adressen(
    basis: str = "",
    is_open: Callable[[], bool] = lambda: True,
    kamers: str = "",
    is_binnen: Callable[[Request], bool] = lambda _: False,
) -> list[Route]:
    """Give the routes of the data and of rooms, for below a path.

    Parameters
    ----------
    basis
        The path before ``/api/v1``, where the app stands below one.
    is_open
        Whether everyone may see the figures; where people log in to the screens, nobody may here.
    kamers
        Where rooms are kept, as `bewaard_op` reads it.
    is_binnen
        Whether someone has logged in who asks something of a room, where not everyone may.
    """
    drukte = Drukte()

    def geef(naam: str) -> Callable[[Request], Response]:
        return lambda verzoek: _beantwoord(verzoek, naam, is_open, drukte)

    plekken = [Route(f"{basis}{VERSIE}/{naam}", geef(naam)) for naam in ADRESSEN]
    zaal = Route(
        f"{basis}/kamer/{{naam}}", _kamers(lambda verzoek: is_open() or is_binnen(verzoek), kamers), methods=["POST"]
    )
    rest = [Route(f"{basis}/api{eind}", _geen_adres, methods=METHODEN) for eind in ("", "/{rest:path}")]
    return [*plekken, zaal, *rest]


def _kamers(mag: Callable[[Request], bool], adres: str) -> Callable[[Request], Awaitable[Response]]:
    """Answer the pages of a room; what keeps rooms is made once, when the first is asked for."""
    slot, gemaakt = Lock(), list[Any]()

    def maak() -> Any:
        with slot:
            if not gemaakt:
                gemaakt.append(import_module("fairshare.dienst.kamers").van_deze_server(mag, adres))
            return gemaakt[0]

    async def antwoord(verzoek: Request) -> Response:
        gekregen: Response = await (await run_in_threadpool(maak)).beantwoord(verzoek)
        return gekregen

    return antwoord


def _beantwoord(verzoek: Request, naam: str, is_open: Callable[[], bool], drukte: Drukte) -> Response:
    if naam != GEZOND and not is_open():
        return weiger(403, [GESLOTEN])
    wacht = drukte.wacht(verzoek.client.host if verzoek.client else "")
    if wacht:
        advies = f"er zijn te veel vragen van dit adres; probeer het over {wacht} seconden weer"
        return weiger(429, [Fout("adres", "", advies)], {"retry-after": str(wacht)})
    try:
        antwoorden = import_module("fairshare.dienst.antwoorden")  # the engine, once somebody asks
        vers = naam == GEZOND  # a figure that was kept says nothing of now
        vraag, versie = verzoek.url.query, MODELVERSIE
        inhoud = antwoorden.ANTWOORDEN[naam](vraag) if vers else antwoorden.bewaard(naam, vraag, versie)
        return _verstuur(verzoek, inhoud, ADRESSEN[naam][1])
    except ScenarioFout as fout:
        return weiger(400, fout.fouten)
    except GegevensFout as fout:
        return weiger(503, fout.fouten)


def _verstuur(verzoek: Request, inhoud: bytes, soort: str) -> Response:
    """Send an answer, or say that it is still the same one."""
    merk = f'"{sha256(inhoud).hexdigest()[:32]}"'
    koppen = {"etag": merk, "cache-control": "no-cache", "access-control-allow-origin": "*"}
    koppen["cross-origin-resource-policy"] = "cross-origin"
    gehad = [een.strip().removeprefix("W/") for een in verzoek.headers.get("if-none-match", "").split(",")]
    if merk in gehad or gehad == ["*"]:
        return Response(status_code=304, headers=koppen)
    return Response(inhoud, media_type=soort, headers=koppen)


def _geen_adres(verzoek: Request) -> Response:
    """Say which addresses there are, or that one of them is only read."""
    if verzoek.path_params.get("rest", "").removeprefix(VERSIE.removeprefix("/api/") + "/") in ADRESSEN:
        advies = "een adres wordt alleen gelezen; gebruik GET"
        return weiger(405, [Fout("methode", verzoek.method, advies)], {"allow": "GET, HEAD"})
    return weiger(404, [Fout("adres", verzoek.url.path, ONBEKEND)])


def weiger(status: int, fouten: Iterable[Fout], koppen: dict[str, str] | None = None) -> Response:
    """Say what is wrong, a fault for each field."""
    lijst = [{"waar": een.waar, "waarde": een.waarde, "melding": een.melding} for een in fouten]
    return Response(json.dumps({"fouten": lijst}, ensure_ascii=False), status, koppen, "application/json")

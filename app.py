"""Fair Share Verkenner: the way in. The server; it imports and reads while the first browser still fetches its scripts.

What every answer has in common - safe headers, small, in Dutch - is ``fairshare/dienst/``, and holds with or without a proxy.

Two addresses Streamlit answers with nothing to see. It drops a query string of more than 1,000 parameters, so that a
damaged link would show the agreement without a word; and below a second slash its page looks for its scripts in the wrong
place, and stays blank. A browser that asks for one is sent on to an address that the app judges, and says so.

Looking for garbage, Python goes through all that was imported, again and again, while everyone waits: with a hundred visitors
for a tenth of the time. So what is there before the first screen is set apart.
"""

import asyncio
import gc
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache, partial
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import Any
from urllib.parse import quote

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from fairshare import kleuren
from fairshare.dienst import (
    INSLUITERS,
    KAMERS,
    VERSIE,
    Klein,
    Pagina,
    Veilig,
    Voorproef,
    adressen,
    bewaard_op,
    insluiters,
    verstuur_meteen,
    weiger_in_het_nederlands,
)

verstuur_meteen()
weiger_in_het_nederlands()
config.set_option(
    "browser.gatherUsageStats", False
)  # nothing leaves the machine, also where our settings are not found
PAGES = Path(__file__).with_name("pages")
BASIS = st.get_option("server.baseUrlPath").strip("/")
ONDER = f"/{BASIS}" if BASIS else ""
KLAAR = Event()
"""Whether all is read that the first screen needs."""
DICHT = Event()
"""Whether the server stops."""
EVEN = 10.0
"""So long a visitor who waits for the first screen has the server to himself [s]."""
MEESTE = 1000
"""So many parameters of a link Streamlit reads."""
EERST = '<link rel="stylesheet" href="./eerst.css" />'
"""The style of a screen that is not there yet; the script brings the rest."""


class Doorverwijzing:
    """Send a browser on that would get a page which shows nothing of its address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the server answer; another address goes out where it would send its page."""
        elders = naar_elders(scope["path"], scope["query_string"].decode("latin-1")) if scope["type"] == "http" else ""
        verwezen = False

        async def zend(bericht: Message) -> None:
            nonlocal verwezen
            if bericht["type"] == "http.response.start" and bericht["status"] == 200:
                koppen = dict(bericht["headers"])  # a page with rules of its own is none of Streamlit
                verwezen = koppen.get(b"content-type", b"").startswith(b"text/html") and CSP not in koppen
                if verwezen:
                    await RedirectResponse(elders)(scope, receive, send)
            if not verwezen:
                await send(bericht)

        await self.app(scope, receive, zend if elders else send)


MEESTE_BESTANDEN, MEESTE_BYTES = 20, 10_000_000
"""So many files, and bytes of them, a session has on the server; a screen needs one at a time, and forgets it after."""


class Uploadgrens:
    """Refuse a file of a session that has as much as it may: files that no screen asks for stay for as long as the session."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Look at what the session has before anything of the file is read."""
        weg, _, sessie = scope.get("path", "").rpartition("/")[0].rpartition("/")
        if scope["type"] == "http" and scope["method"] == "PUT" and weg.endswith("/_stcore/upload_file"):
            groottes = import_module("pages.onderdelen.raamwerk").bewaarde_bestanden(sessie)
            if len(groottes) >= MEESTE_BESTANDEN or sum(groottes) >= MEESTE_BYTES:
                zin = "In deze sessie staan al genoeg bestanden. Haal er een weg, of open de Verkenner opnieuw."
                await PlainTextResponse(zin, 413)(scope, receive, send)
                return
            try:
                await self.app(scope, receive, send)
            except OSError:  # what is large is put on the disk for a moment
                logging.getLogger("fairshare").exception("geen ruimte voor een bestand")
                zin = "Er is op de server geen ruimte voor dit bestand. Meld dit bij de beheerder; uw scenario staat in de link."
                await PlainTextResponse(zin, 507)(scope, receive, send)
            return
        await self.app(scope, receive, send)


def naar_elders(pad: str, vraag: str) -> str:
    """Give the address where what was asked for can be judged, seen from the old one; "" where it can be already.

    Examples
    --------
    >>> naar_elders("/groeipad", "v=2"), naar_elders("/een/twee", "v=2")
    ('', '../een-twee?v=2')
    """
    delen = pad.strip("/").removeprefix(BASIS).strip("/").split("/")
    veel = vraag.count("&") >= MEESTE
    if len(delen) == 1 and not veel:
        return ""
    waar = f"{'../' * (len(delen) - 1)}{quote('-'.join(delen))}" if delen[1:] else ""
    return f"{waar}?{vraag.replace('&', ';') if veel else vraag}"


def _warm() -> None:
    """Import what the first screen needs and read the data, before anybody asks; what only other pages need waits for that screen."""
    raamwerk = import_module("pages.onderdelen.raamwerk")
    raamwerk.verstuur_zonder_rust()
    raamwerk.laat_uitpraten()
    raamwerk.laat_niets_liggen()
    raamwerk.laat_ophalen()
    dict(import_module("fairshare.gegevens").lees_regios())
    gc.freeze()
    KLAAR.set()
    if not DICHT.wait(EVEN):
        for naam in ("pandas", "altair"):
            import_module(naam)
        gc.freeze()


@asynccontextmanager
async def _bij_de_start(_: Any) -> AsyncIterator[None]:
    """Get ready beside the server, which answers meanwhile."""
    klaar = asyncio.create_task(asyncio.to_thread(_warm))
    yield
    DICHT.set()
    await klaar


def _vega(_: Any) -> FileResponse:
    """Give the library that draws the charts; its address says which one it is, so that a browser keeps it."""
    lang = {"cache-control": "public, max-age=31536000, immutable"}
    return FileResponse(PAGES / "levend" / "vega.js", headers=lang)


CSP = b"content-security-policy"
KAMERREGELS = {
    CSP.decode(): "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    "cache-control": "no-cache",
}
"""Only what comes from here runs; the code of a room stands behind the # of the address, and comes in no log."""


def _kamerpaginas() -> list[Route]:
    """Give the pages of a room, which no script of Streamlit draws: what a phone opens, and the screen of the room."""
    paden = {
        bestand: f"/{bestand.stem}" if bestand.suffix == ".html" else f"/kamer/{bestand.name}"
        for bestand in sorted((PAGES / "kamer").iterdir())
    }
    return [
        *(Route(f"{ONDER}{pad}", partial(_kamerbestand, bestand)) for bestand, pad in paden.items()),
        Route(f"{ONDER}/kamer/kleuren.css", lambda _: Response(kleuren.als_stijl(), 200, KAMERREGELS, "text/css")),
    ]


def _kamerbestand(bestand: Path, _: Any) -> FileResponse:
    return FileResponse(bestand, headers=KAMERREGELS)


def _document(verzoek: Request) -> Response:
    """Give a page of the documents; none has figures of a scenario, so that nobody need log in for them."""
    bladzijde = import_module("fairshare.dienst.documenten").document(verzoek.path_params.get("naam", ""))
    return Response(bladzijde.inhoud, bladzijde.status, KAMERREGELS, bladzijde.soort)


def _is_open() -> bool:
    """Whether everyone may see the figures; settings that cannot be read keep the address shut too."""
    try:
        return not import_module("pages.onderdelen.toegang").moet_aanmelden()
    except (OSError, ValueError):
        return False


def _is_binnen(verzoek: Request) -> bool:
    """Whether who asks has logged in to the screens, in the same browser and from a page of this server."""
    try:
        raamwerk, toegang = import_module("pages.onderdelen.raamwerk"), import_module("pages.onderdelen.toegang")
        binnen: bool = toegang.moet_aanmelden() and raamwerk.is_aangemeld(
            verzoek.cookies, verzoek.headers.get("origin", "")
        )
    except (OSError, ValueError):
        return False
    return binnen


async def _proef(pad: str, vraag: str, browser: bool) -> Voorproef:
    """Say what a link shows of itself. A browser does not wait for that: it fetches its scripts while the server gets ready."""
    if browser and not KLAAR.is_set():
        return Voorproef()
    return await asyncio.to_thread(_voorproef, pad, vraag)


def _voorproef(pad: str, vraag: str) -> Voorproef:
    try:
        return _berekend(pad, vraag) if _is_open() else Voorproef()
    except Exception:  # the page itself says what is the matter
        logging.getLogger("fairshare").exception("voorproef")
        return Voorproef()


@lru_cache(maxsize=128)
def _berekend(pad: str, vraag: str) -> Voorproef:
    """Compute what a link shows once: a link that is passed round is asked for by each who gets it, and by their browsers."""
    pages, woorden = import_module("pages"), import_module("pages.onderdelen.woorden")
    titel = {pages.pad(een): een.TITEL for een in pages.PAGINAS}.get(pad, woorden.GEEN_PAGINA)
    proef: Voorproef = import_module("fairshare.dienst.voorproef").voorproef(
        vraag, lambda regio: woorden.venstertitel(titel, regio)
    )
    return proef


def _robots(_: Any) -> PlainTextResponse:
    """Let crawlers have the pages and the picture of a preview; there is no end to the scenarios at the other addresses."""
    tekst = f"User-agent: *\nAllow: {ONDER}{VERSIE}/uitkomst.png\nDisallow: {ONDER}/api/\nDisallow: {ONDER}/media/\n"
    return PlainTextResponse(tekst)


app = st.App(
    "pages/onderdelen/scherm.py",
    lifespan=_bij_de_start,
    middleware=[
        Middleware(Veilig, insluiters(os.environ.get(INSLUITERS, ""))),
        Middleware(Klein),
        Middleware(Uploadgrens),
        Middleware(Pagina, _proef, ONDER, EERST),
        Middleware(Doorverwijzing),
    ],
    routes=[
        Route(f"{ONDER}/robots.txt", _robots),
        Route(f"{ONDER}/favicon.ico", lambda _: RedirectResponse("favicon.png", 308)),
        Route(f"{ONDER}/eerst.css", lambda _: FileResponse(PAGES / "onderdelen" / "eerst.css")),
        Route(f"{ONDER}/vega.js", _vega),
        *_kamerpaginas(),
        Route(f"{ONDER}/documenten.css", lambda _: FileResponse(PAGES / "onderdelen" / "documenten.css")),
        Route(f"{ONDER}/docs", lambda _: RedirectResponse("docs/", 308)),
        *(Route(f"{ONDER}/docs/{naam}", _document) for naam in ("", "{naam}")),
        *adressen(ONDER, _is_open, bewaard_op(os.environ.get(KAMERS, "")), _is_binnen),
    ],
)

"""Fair Share Verkenner: the way in. The server; it imports and reads while the first browser still fetches its scripts.

Two addresses Streamlit answers with nothing to see. It drops a query string of more than 1,000 parameters, so that a
damaged link would show the agreement without a word; and below a second slash its page looks for its scripts in the wrong
place, and stays blank. A browser that asks for one is sent on to an address that the app judges, and says so.

Looking for garbage, Python goes through all that was imported, again and again, while everyone waits: with a hundred visitors
for a tenth of the time. So what is there before the first screen is set apart.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from pathlib import Path
from typing import Any
from urllib.parse import quote

import streamlit as st
from starlette.middleware import Middleware
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from fairshare.dienst import adressen

config.set_option(
    "browser.gatherUsageStats", False
)  # nothing leaves the machine, also where our settings are not found
PAGES = Path(__file__).with_name("pages")
BASIS = st.get_option("server.baseUrlPath").strip("/")
ONDER = f"/{BASIS}" if BASIS else ""
MEESTE = 1000
"""So many parameters of a link Streamlit reads."""
ALLEEN_HEEL = (b"accept-encoding", b"if-none-match", b"if-modified-since")
"""With these a server may answer with something else than the page itself."""
EERST = b"<style>" + (PAGES / "onderdelen" / "eerst.css").read_bytes() + b"</style>"
"""The style of a screen that is not there yet; the script brings the rest."""


class Voordeur:
    """Give a browser the page of Streamlit as this app has it, or send it on to where its address can be judged."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the server answer, whole and unpacked where a browser asks for a page, and look at what it answers."""
        if scope["type"] != "http" or b"text/html" not in dict(scope["headers"]).get(b"accept", b""):
            await self.app(scope, receive, send)
            return
        gevraagd = [(naam, wat) for naam, wat in scope["headers"] if naam not in ALLEEN_HEEL]
        berichten: list[Message] = []

        async def bewaar(bericht: Message) -> None:
            berichten.append(bericht)

        await self.app({**scope, "headers": gevraagd}, receive, bewaar)
        antwoord = _pagina(scope, berichten)
        if antwoord:
            await antwoord(scope, receive, send)
            return
        for bericht in berichten:
            await send(bericht)


def _pagina(scope: Scope, berichten: list[Message]) -> Response | None:
    """Give what a browser gets instead of the page of Streamlit; None where the answer is something else."""
    begin, *rest = berichten
    if begin["status"] != 200 or not dict(begin["headers"]).get(b"content-type", b"").startswith(b"text/html"):
        return None
    if elders := naar_elders(scope["path"], scope["query_string"].decode("latin-1")):
        return RedirectResponse(elders)
    pagina = b"".join(bericht.get("body", b"") for bericht in rest)
    return HTMLResponse(pagina.replace(b"</head>", EERST + b"</head>", 1), headers={"cache-control": "no-cache"})


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
    """Import what the first screen needs and read the data, before anybody asks; what its tables and charts need comes last."""
    import_module("pages.onderdelen.raamwerk").verstuur_meteen()
    gegevens = import_module("fairshare.gegevens")
    dict(gegevens.lees_regios())
    gegevens.lees_presets()
    for naam in ("pandas", "altair"):
        import_module(naam)
    gc.freeze()


@asynccontextmanager
async def _bij_de_start(_: Any) -> AsyncIterator[None]:
    """Get ready beside the server, which answers meanwhile."""
    klaar = asyncio.create_task(asyncio.to_thread(_warm))
    yield
    await klaar


def _vega(_: Any) -> FileResponse:
    """Give the library that draws the charts; its address says which one it is, so that a browser keeps it."""
    lang = {"cache-control": "public, max-age=31536000, immutable"}
    return FileResponse(PAGES / "levend" / "vega.js", headers=lang)


def _is_open() -> bool:
    """Whether everyone may see the figures; settings that cannot be read keep the address shut too."""
    try:
        return not import_module("pages.onderdelen.toegang").moet_aanmelden()
    except (OSError, ValueError):
        return False


app = st.App(
    "pages/onderdelen/scherm.py",
    lifespan=_bij_de_start,
    middleware=[Middleware(Uploadgrens), Middleware(Voordeur)],
    routes=[
        Route(f"{ONDER}/vega.js", _vega),
        *adressen(ONDER, _is_open),
    ],
)

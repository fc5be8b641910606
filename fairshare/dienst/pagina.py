"""The page that the server answers, before any script has run: Dutch, with its title, and a preview for a link in a chat."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fairshare import PRODUCT
from fairshare.dienst.adressen import VERSIE
from fairshare.dienst.geheel import Geheel

_GAST = re.compile(r"[A-Za-z0-9.-]+(:[0-9]{1,5})?|\[[0-9a-fA-F:]+\](:[0-9]{1,5})?")
"""What an address of a server looks like; a visitor can send anything."""

_ZONDER_SCRIPTS = (
    "<noscript><p>De Verkenner heeft JavaScript nodig. Andere programma's lezen de cijfers op "
    f'<a href="./{VERSIE.strip("/")}/openapi.json">een adres</a>.</p></noscript>'
)

_WORDT = (
    (r'<html lang="en">', '<html lang="nl">'),
    (r"<noscript>.*?</noscript>", _ZONDER_SCRIPTS),
    (r'<link rel="service-desc"[^>]*>', f'<link rel="service-desc" href="./{VERSIE.strip("/")}/openapi.json" />'),
    (
        r"<script>\s*window\.prerenderReady = false\s*</script>",
        "",
    ),  # the only script in the page itself, so none need run
)
"""What of the page of Streamlit becomes something else."""


@dataclass(frozen=True)
class Voorproef:
    """What a link shows of itself before it is opened; by itself of a page that nobody may see, or not yet."""

    titel: str = PRODUCT
    """Of the window."""
    kop: str = ""
    """The figure, with the region; without one the title stands there."""
    zin: str = ""
    beeld: str = ""
    """The query string of the picture."""


class Pagina:
    """Answer the page of Streamlit as ours.

    Parameters
    ----------
    proef
        Gives what a link shows of itself, for a path, a query string, and whether it is a browser that opens it.
    basis
        The path below which the app stands.
    erbij
        What else stands in the head of the page.
    """

    def __init__(
        self,
        app: ASGIApp,
        proef: Callable[[str, str, bool], Awaitable[Voorproef]],
        basis: str = "",
        erbij: str = "",
    ) -> None:
        self.app, self._proef, self._basis, self._erbij = app, proef, basis, erbij

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app answer, and change its page."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        heel = [deel for deel in scope["headers"] if deel[0] != b"range"]  # of some crawlers, which want the beginning
        zend = Geheel(send, _is_pagina, lambda begin, inhoud: self._vertaald(scope, begin, inhoud))
        await self.app({**scope, "headers": heel}, receive, zend)

    async def _vertaald(self, scope: Scope, begin: Message, inhoud: bytes) -> bytes:
        koppen = MutableHeaders(scope=begin)
        for naam in ("etag", "last-modified"):
            del koppen[naam]  # they are of the file, which is the same for every scenario
        browser = Headers(scope=scope).get("upgrade-insecure-requests") == "1"
        pad, vraag = scope["path"].removeprefix(self._basis).strip("/"), scope["query_string"].decode("latin-1")
        proef = await self._proef(pad, vraag, browser)
        waar = _waar(scope)
        html = inhoud.decode().replace("</head>", f"{self._erbij}</head>", 1)
        return vertaal(html, proef, waar and f"{waar}{self._basis}", pad, vraag).encode(errors="replace")


def _is_pagina(begin: Message) -> bool:
    """Whether this is the page of Streamlit; one with rules of its own is a page of a room, which stays as it is."""
    koppen = Headers(raw=begin["headers"])
    eigen = "content-security-policy" in koppen
    return bool(begin["status"] == 200) and koppen.get("content-type", "").startswith("text/html") and not eigen


def _waar(scope: Scope) -> str:
    """Give the address of the server as this visitor knows it; "" where what was sent is none."""
    vraag = Headers(scope=scope)
    protocol = vraag.get("x-forwarded-proto", scope["scheme"])
    gast = vraag.get("host", "")
    return f"{protocol}://{gast}" if protocol in ("http", "https") and _GAST.fullmatch(gast) else ""


def vertaal(html: str, proef: Voorproef, basis: str, pad: str, vraag: str) -> str:
    """Make a page of Streamlit ours; whatever is filled in is text.

    Examples
    --------
    >>> vertaal('<html lang="en"><title>Streamlit</title>', Voorproef("Overzicht <b>"), "", "", "").partition("<meta")[0]
    '<html lang="nl"><title>Overzicht &lt;b&gt;</title>'
    """
    for was, wordt in _WORDT:
        html = re.sub(was, wordt, html, flags=re.DOTALL)
    kop = f"<title>{escape(proef.titel)}</title>{_meta(proef, basis, pad, vraag)}"
    return re.sub(r"<title>.*?</title>", lambda _: kop, html, count=1, flags=re.DOTALL)


def _meta(proef: Voorproef, basis: str, pad: str, vraag: str) -> str:
    """Write the preview in the words of Open Graph; addresses are whole, or not there."""
    hier = f"{basis}/{quote(pad)}{'?' if vraag else ''}{vraag}"
    delen = {
        "og:type": "website",
        "og:site_name": PRODUCT,
        "og:locale": "nl_NL",
        "og:title": proef.kop or proef.titel,
        "og:description": proef.zin,
        "og:url": hier if basis else "",
        "og:image": f"{basis}{VERSIE}/uitkomst.png?{proef.beeld}" if basis and proef.beeld else "",
        "og:image:alt": proef.zin if basis and proef.beeld else "",
    }
    regels = [f'<meta property="{naam}" content="{escape(tekst)}">' for naam, tekst in delen.items() if tekst]
    over = [f'<meta name="description" content="{escape(proef.zin)}">'] if proef.zin else []
    groot = ['<meta name="twitter:card" content="summary_large_image">'] if basis and proef.beeld else []
    return "".join([*over, *regels, *groot])

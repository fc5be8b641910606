"""Answers that travel small. What never changes is made small once, and then kept."""

import asyncio
import gzip

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from fairshare.dienst.geheel import Geheel

TEKST = ("text/", "application/javascript", "application/json", "application/manifest+json", "image/svg+xml")
"""How the kinds begin that become smaller."""

MINSTENS = 500
"""Fewer bytes than this fit in one packet anyhow."""


GRONDIG = 6
"""How thoroughly; the first visitor waits for it, and 9 takes half as long again for three bytes in a thousand."""


class Klein:
    """Compress text for who can read it; a file whose address names its content for good is compressed for its first visitor."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._bewaard: dict[str, tuple[Message, bytes]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer from what is kept, else let the app answer, whole."""
        vraag = Headers(scope=scope) if scope["type"] == "http" else Headers()
        if "gzip" not in vraag.get("accept-encoding", "") or scope["method"] != "GET":
            await self.app(scope, receive, send)
        elif scope["path"] in self._bewaard and "if-none-match" not in vraag:
            begin, inhoud = self._bewaard[scope["path"]]
            await send({**begin})
            await send({"type": "http.response.body", "body": inhoud})
        else:
            heel = [deel for deel in scope["headers"] if deel[0] not in (b"accept-encoding", b"range")]
            antwoord = Geheel(send, _is_tekst, lambda *wat: self._klein(scope["path"], *wat))
            await self.app({**scope, "headers": heel}, receive, antwoord)

    async def _klein(self, pad: str, begin: Message, inhoud: bytes) -> bytes:
        koppen = MutableHeaders(scope=begin)
        if "accept-encoding" not in koppen.get("vary", "").lower():
            koppen.add_vary_header("Accept-Encoding")
        if len(inhoud) >= MINSTENS:
            inhoud = await asyncio.to_thread(gzip.compress, inhoud, GRONDIG, mtime=0)
            koppen["content-encoding"] = "gzip"
            if "etag" in koppen:
                koppen["etag"] = f"W/{koppen['etag'].removeprefix('W/')}"
        if "immutable" in koppen.get("cache-control", ""):
            self._bewaard[pad] = begin, inhoud
        return inhoud


def _is_tekst(begin: Message) -> bool:
    koppen = Headers(raw=begin["headers"])
    heel = begin["status"] == 200 and "content-encoding" not in koppen
    return heel and koppen.get("content-type", "").startswith(TEKST)

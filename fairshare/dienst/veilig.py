"""What a browser is told with every answer, so that only what comes from here runs, and what is not for visitors."""

import re

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

INSLUITERS = "VERKENNER_INSLUITERS"
"""The environment variable with the sites that may show a page inside theirs."""

_HERKOMST = re.compile(r"https?://[a-z0-9.*-]+(:[0-9]{1,5})?")

_BELEID = {
    "default-src": "'none'",
    "script-src": "'self' blob:",  # blob: carries the code of our own components
    "style-src": "'self' 'unsafe-inline'",  # styles are set from code
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


def insluiters(tekst: str) -> tuple[str, ...]:
    """Read which sites may show a page inside theirs.

    Examples
    --------
    >>> insluiters("https://www.gemeente.example https://*.regio.example"), insluiters("")
    (('https://www.gemeente.example', 'https://*.regio.example'), ())
    """
    for een in tekst.split():
        if not _HERKOMST.fullmatch(een):
            raise ValueError(
                f"{INSLUITERS}={een} kan niet: geef adressen van sites zoals https://www.gemeente.nl, met een spatie ertussen."
            )
    return tuple(tekst.split())


def koppen(wie: tuple[str, ...] = ()) -> dict[str, str]:
    """Give the headers of every answer.

    Parameters
    ----------
    wie
        The sites that may show a page inside theirs. X-Frame-Options can name none, and gives way.

    Examples
    --------
    >>> koppen()["x-frame-options"], "x-frame-options" in koppen(("https://www.gemeente.example",))
    ('SAMEORIGIN', False)
    """
    beleid = {**_BELEID, "frame-ancestors": " ".join(("'self'", *wie))}
    return {
        "content-security-policy": "; ".join(f"{waarvoor} {wat}" for waarvoor, wat in beleid.items()),
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        **({} if wie else {"x-frame-options": "SAMEORIGIN"}),
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-resource-policy": "same-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


class Veilig:
    """Give every answer the headers, and keep the figures of the server itself for its owner."""

    def __init__(self, app: ASGIApp, wie: tuple[str, ...] = ()) -> None:
        self.app, self._koppen = app, koppen(wie)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer; what an answer says of itself already stays."""

        async def zend(bericht: Message) -> None:
            if bericht["type"] == "http.response.start":
                erbij = MutableHeaders(scope=bericht)
                for naam, waarde in self._koppen.items():
                    erbij.setdefault(naam, waarde)
            await send(bericht)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif scope["path"].rstrip("/").endswith("/_stcore/metrics"):
            await PlainTextResponse("Not Found", 404)(scope, receive, zend)
        else:
            await self.app(scope, receive, zend)

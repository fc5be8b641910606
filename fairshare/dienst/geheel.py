"""An answer that is looked at as a whole before it goes out."""

from collections.abc import Awaitable, Callable

from starlette.datastructures import MutableHeaders
from starlette.types import Message, Send


class Geheel:
    """Collect an answer that fits, let it be changed, and send it; any other goes out as it comes.

    Parameters
    ----------
    past
        Whether an answer that begins so is meant.
    verander
        Gives the bytes to send instead; it may change the headers of the beginning.
    """

    def __init__(
        self,
        send: Send,
        past: Callable[[Message], bool],
        verander: Callable[[Message, bytes], Awaitable[bytes]],
    ) -> None:
        self._send, self._past, self._verander = send, past, verander
        self._begin: Message | None = None
        self._delen: list[bytes] = []

    async def __call__(self, bericht: Message) -> None:
        """Take a message of the answer."""
        if bericht["type"] == "http.response.start" and self._past(bericht):
            self._begin = bericht
        elif self._begin is None:
            await self._send(bericht)
        else:
            self._delen.append(bericht.get("body", b""))
            if not bericht.get("more_body", False):
                await self._verstuur(self._begin, b"".join(self._delen))

    async def _verstuur(self, begin: Message, inhoud: bytes) -> None:
        inhoud = await self._verander(begin, inhoud)
        MutableHeaders(scope=begin)["content-length"] = str(len(inhoud))
        await self._send(begin)
        await self._send({"type": "http.response.body", "body": inhoud})

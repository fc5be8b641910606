"""A line between browser and server that can be made slow: the slowness of a browser's tools does not reach websockets."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Lijn:
    """Passes on what comes in, both ways; ``vertraging`` in seconds each way, ``tempo`` in bytes a second."""

    def __init__(self, naar: int) -> None:
        self.naar = naar
        self.poort = 0
        self.vertraging = 0.0
        self.tempo = float("inf")
        self.lus = asyncio.new_event_loop()

    async def begin(self) -> None:
        self.server = await asyncio.start_server(self._verbind, "127.0.0.1", 0)
        self.poort = self.server.sockets[0].getsockname()[1]

    async def einde(self) -> None:
        self.server.close()
        taken = asyncio.all_tasks() - {asyncio.current_task()}
        for taak in taken:
            taak.cancel()
        await asyncio.gather(*taken, return_exceptions=True)

    async def _verbind(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        verder_lezer, verder_schrijver = await asyncio.open_connection("localhost", self.naar)
        await asyncio.gather(self._vervoer(lezer, verder_schrijver), self._vervoer(verder_lezer, schrijver))

    async def _vervoer(self, lezer: asyncio.StreamReader, schrijver: asyncio.StreamWriter) -> None:
        onderweg: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        aankomst = asyncio.create_task(self._lever(onderweg, schrijver))
        with suppress(OSError):
            while stuk := await lezer.read(8192):
                await asyncio.sleep(len(stuk) / self.tempo)
                await onderweg.put((self.lus.time() + self.vertraging, stuk))
        await onderweg.put((0.0, b""))
        await aankomst

    async def _lever(self, onderweg: asyncio.Queue[tuple[float, bytes]], schrijver: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while stuk := (bericht := await onderweg.get())[1]:
                await asyncio.sleep(max(0.0, bericht[0] - self.lus.time()))
                schrijver.write(stuk)
                await schrijver.drain()
        schrijver.close()


@contextmanager
def lijn_naar(adres: str) -> Iterator[tuple[str, Lijn]]:
    """Lay a line to a server; give its address and the line."""
    lijn = Lijn(int(adres.rpartition(":")[2]))
    draad = threading.Thread(target=lijn.lus.run_forever, daemon=True)
    draad.start()
    asyncio.run_coroutine_threadsafe(lijn.begin(), lijn.lus).result(10)
    try:
        yield f"http://localhost:{lijn.poort}", lijn
    finally:
        asyncio.run_coroutine_threadsafe(lijn.einde(), lijn.lus).result(10)
        lijn.lus.call_soon_threadsafe(lijn.lus.stop)
        draad.join(timeout=10)
        lijn.lus.close()

"""A visitor without a browser: it speaks the protocol of Streamlit over a websocket, as the browser does.

A step is what the browser sends when the thumb of a live slider is moved and let go: the state of the sheet, or of the
slider itself in the bare app that has no sheet, with the fragment it stands in and the hashes of the messages that the visitor still has, twice. It lasts until the server says that
what follows the thumb was drawn; a browser then still has to paint, which the module ``stap`` measures.
"""

import json
import re
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from pages.levend.blad import BLAD, Wanneer
from pages.levend.schuif import SLEUTEL

AF = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
"""Finished; a run that gives way to another one is not."""


class Bezoeker:
    """One session on a page, with the components of our own that stand there."""

    def __init__(self, lijn: ClientConnection) -> None:
        self.lijn = lijn
        self.link = ""
        self.componenten: dict[str, tuple[str, str]] = {}
        """Of each component of our own, by key: its id, and the fragment that it stands in."""
        self.merken: dict[str, list[str]] = {}
        """Of each sheet, by key: the marks of the long texts that stand on it."""
        self.bekend: set[str] = set()
        self.pagina = ""
        self.nummer = 0
        self.berichten: list[str] = []
        """What kinds of messages came in during the last run."""
        self.bytes = 0
        """How large the messages of the last step were together."""

    @classmethod
    async def open(cls, adres: str, pagina: str = "", link: str = "v=1") -> "Bezoeker":
        """Come in by a link, and wait until the page is there."""
        lijn = await connect(f"{adres.replace('http', 'ws')}/_stcore/stream", subprotocols=["streamlit"], max_size=None)
        bezoeker = cls(lijn)
        bezoeker.link = link
        vraag = BackMsg()
        vraag.rerun_script.query_string = link
        vraag.rerun_script.page_name = pagina
        await bezoeker._draai(vraag)
        return bezoeker

    async def stap(self, naam: str, waarde: float) -> float:
        """Move a slider to this value and let it go; give the seconds until what follows the thumb was drawn."""
        begin, self.bytes = time.perf_counter(), 0
        await self._meld(naam, {"waarde": waarde, "stil": False, "los": False})
        duur = time.perf_counter() - begin
        await self._meld(naam, {"waarde": waarde, "stil": True, "los": True, "gevolgd": True})
        return duur

    async def _meld(self, naam: str, stand: dict[str, object]) -> None:
        self.nummer += 1
        blad = BLAD + (Wanneer.IN_RUST if stand["stil"] else Wanneer.SLEPEND)
        sleutel, fragment = self.componenten.get(blad) or self.componenten[SLEUTEL + naam]
        vraag = BackMsg()
        vraag.rerun_script.query_string = self.link
        vraag.rerun_script.page_script_hash = self.pagina
        vraag.rerun_script.fragment_id = fragment
        vraag.rerun_script.cached_message_hashes.extend(self.bekend)
        staat = vraag.rerun_script.widget_states.widgets.add(id=sleutel)
        staat.json_value = json.dumps(
            {"stand": {"naam": naam, **stand, "nummer": self.nummer, "heeft": self.merken.get(blad, [])}}
        )
        await self._draai(vraag)

    async def weg(self) -> None:
        """Leave."""
        await self.lijn.close()

    async def _draai(self, vraag: BackMsg) -> None:
        """Send, and read until the script has finished."""
        self.berichten = []
        await self.lijn.send(vraag.SerializeToString())
        bericht = ForwardMsg()
        while bericht.WhichOneof("type") != "script_finished" or bericht.script_finished not in AF:
            inhoud = await self.lijn.recv()
            self.bytes += len(inhoud)
            bericht.ParseFromString(inhoud)
            self._lees(bericht)

    def _lees(self, bericht: ForwardMsg) -> None:
        """Remember where our own components are, and what the server need not send again."""
        soort = bericht.WhichOneof("type")
        self.pagina = bericht.navigation.page_script_hash or self.pagina
        if bericht.metadata.cacheable:
            self.bekend.add(bericht.hash)
        if soort == "delta":
            soort = bericht.delta.WhichOneof("type")
        if soort == "new_element":
            soort = bericht.delta.new_element.WhichOneof("type")
        if soort == "bidi_component":
            deel = bericht.delta.new_element.bidi_component
            self.componenten[deel.id.rpartition("-")[2]] = (deel.id, bericht.delta.fragment_id)
            self.merken[deel.id.rpartition("-")[2]] = re.findall(r'"merk": ?"(\w+)"', deel.json)
        self.berichten.append(soort)

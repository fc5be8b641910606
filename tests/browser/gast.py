"""A visitor without a browser: speaks the protocol of Streamlit, so that twenty of them fit in a test.

Also what no browser would send can be sent this way.
"""

import re
import urllib.error
import urllib.request
from contextlib import ExitStack
from http.client import HTTPResponse
from itertools import chain, repeat
from uuid import uuid4

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import connect

from tests.bladen import stukken

GEDULD = 60
"""The most that an answer may take [s]."""


class Gast:
    """One session: what it sends, and everything that it was ever sent."""

    def __init__(self, adres: str, pagina: str = "", vraag: str = "v=2") -> None:
        self.adres, self.pagina, self.vraag = adres, pagina, vraag
        antwoord = urllib.request.urlopen(f"{adres}/_stcore/health", timeout=GEDULD)
        koekjes = [koekje.partition(";")[0] for koekje in antwoord.headers.get_all("Set-Cookie") or []]
        self.koekje = "; ".join(koekjes)
        self.sleutel = next((k.partition("=")[2] for k in koekjes if k.startswith("_streamlit_xsrf=")), "")
        self.stapel = ExitStack()
        self.lijn = self.stapel.enter_context(
            connect(
                adres.replace("http", "ws") + "/_stcore/stream",
                additional_headers={"Cookie": self.koekje},
                origin=adres,
                subprotocols=["streamlit", self.sleutel or "x"],
                max_size=None,
            )
        )
        self.knoppen: dict[str, WidgetState] = {}
        self.sessie = ""
        self.gezien: list[bytes] = []
        self.scherm: list[ForwardMsg] = []
        self.bekend: dict[str, bytes] = {}
        self.draai()

    def __enter__(self) -> "Gast":
        return self

    def __exit__(self, *_: object) -> None:
        self.stapel.close()

    def zend(self, *anders: WidgetState, deel: str = "") -> None:
        """Send what changed, on the whole screen or in a part of it."""
        bericht = BackMsg()
        bericht.rerun_script.query_string, bericht.rerun_script.fragment_id = self.vraag, deel
        bericht.rerun_script.page_name = self.pagina
        bericht.rerun_script.context_info.url = self.adres + "/"
        bericht.rerun_script.widget_states.widgets.extend([*self.knoppen.values(), *anders])
        self.lijn.send(bericht.SerializeToString())

    def draai(self, *anders: WidgetState) -> "Gast":
        """Send what changed, and take in the screen that follows."""
        self.zend(*anders)
        self.scherm = []
        while not self._klaar(self._ontvang()):
            pass
        return self

    def _ontvang(self) -> ForwardMsg:
        ruw = self.lijn.recv(timeout=GEDULD)
        assert isinstance(ruw, bytes)
        bericht = ForwardMsg.FromString(ruw)
        if bericht.WhichOneof("type") == "ref_hash":
            ruw = self.bekend[bericht.ref_hash]
            bericht = ForwardMsg.FromString(ruw)
        self.bekend[bericht.hash] = ruw
        self.gezien.append(ruw)
        self.scherm.append(bericht)
        if bericht.HasField("new_session"):
            self.sessie = bericht.new_session.initialize.session_id
            self.scherm = [bericht]
        return bericht

    @staticmethod
    def _klaar(bericht: ForwardMsg) -> bool:
        return bericht.WhichOneof("type") == "script_finished" and bericht.script_finished != (
            ForwardMsg.FINISHED_EARLY_FOR_RERUN
        )

    def elementen(self, soort: str) -> list:
        """Give the elements of one kind that were drawn last."""
        nieuw = [bericht.delta.new_element for bericht in self.scherm if bericht.HasField("delta")]
        return [getattr(element, soort) for element in nieuw if element.WhichOneof("type") == soort]

    @property
    def tekst(self) -> str:
        """Everything that is on the screen, as one text."""
        return b"\n".join(bericht.SerializeToString() for bericht in self.scherm).decode("utf-8", "replace")

    @property
    def alles(self) -> str:
        """Everything that this session was ever sent."""
        return b"\n".join(self.gezien).decode("utf-8", "replace")

    def cijfer(self, label: str) -> str:
        """Give the figure on the card with this label."""
        kaart = re.compile(rf'<span>{re.escape(label)}.*?<div class="cijfer">([^<]*)</div>')
        teksten = [stuk.get("html", "") for stuk in stukken(self.elementen("bidi_component"))]
        return next(gevonden[1] for tekst in teksten if (gevonden := kaart.search(tekst)))

    def kies(self, sleutel: str, label: str) -> "Gast":
        """Choose from a list, by what stands in it."""
        lijst = next(een for een in self.elementen("selectbox") if een.id.endswith(sleutel))
        self.knoppen[lijst.id] = WidgetState(id=lijst.id, string_value=label)
        return self.draai()

    def druk(self, label: str) -> "Gast":
        """Press a button."""
        knop = next(een for een in self.elementen("button") if een.label == label)
        return self.draai(WidgetState(id=knop.id, trigger_value=True))

    def breng(self, naam: str, inhoud: bytes, plek: int = 0) -> "Gast":
        """Choose a file: ask where it may go, send it, and tell the widget."""
        status, bestand = self.stuur(naam, inhoud)
        assert status == 204
        lader = self.elementen("file_uploader")[plek]
        staat = WidgetState(id=lader.id)
        staat.file_uploader_state_value.uploaded_file_info.add(
            name=naam, size=len(inhoud), file_id=bestand.file_id, file_urls=bestand
        )
        self.knoppen[lader.id] = staat
        return self.draai()

    def stuur(
        self, naam: str, inhoud: bytes, extra: dict[str, str] | None = None, keer: int = 1, lengte: bool = True
    ) -> tuple[int, object]:
        """Send a file and do not tell the widget; give the answer of the server and where it would be.

        The content may be repeated, and how long it is need not be told.
        """
        bericht = BackMsg()
        bericht.file_urls_request.request_id = uuid4().hex
        bericht.file_urls_request.file_names.append(naam)
        bericht.file_urls_request.session_id = self.sessie
        self.lijn.send(bericht.SerializeToString())
        antwoord = self._ontvang()
        while antwoord.WhichOneof("type") != "file_urls_response":
            antwoord = self._ontvang()
        bestand = antwoord.file_urls_response.file_urls[0]
        grens = uuid4().hex
        kop = f'--{grens}\r\nContent-Disposition: form-data; name="file"; filename="{naam}"\r\n\r\n'.encode()
        slot = f"\r\n--{grens}--\r\n".encode()
        groot = len(kop) + keer * len(inhoud) + len(slot)
        verzoek = urllib.request.Request(
            self.adres + re.sub(r"^.*?/_stcore", "/_stcore", bestand.upload_url),
            data=chain([kop], repeat(inhoud, keer), [slot]),
            method="PUT",
            headers={
                "Content-Type": f"multipart/form-data; boundary={grens}",
                "Cookie": self.koekje,
                "X-Xsrftoken": self.sleutel,
                **({"Content-Length": str(groot)} if lengte else {}),
                **(extra or {}),
            },
        )
        return _status(verzoek), bestand


def _status(verzoek: urllib.request.Request) -> int:
    try:
        antwoord: HTTPResponse = urllib.request.urlopen(verzoek, timeout=GEDULD)
    except urllib.error.HTTPError as fout:
        return fout.code
    except OSError:  # the server closed the line before everything was sent
        return 0
    return antwoord.status

"""The addresses of a room: what a phone sends and what the screen hears. Nothing here runs a script of the screen.

All messages are JSON that is posted, with code and secrets inside, so that none stands in a log; another site cannot send
one, because a browser asks first whether it may send JSON elsewhere and nobody says yes.
"""

import asyncio
import json
import re
import time
from base64 import b64encode
from collections import OrderedDict
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from fairshare.dienst.adressen import weiger
from fairshare.dienst.berichten import GROOTSTE, Bericht, lees_bericht
from fairshare.dienst.drukte import Drukte
from fairshare.export.qr import qr
from fairshare.fouten import FairshareError
from fairshare.gegevens import lees_regios
from fairshare.zaal import (
    AANMELDEN,
    Kamer,
    KamerFout,
    Receptie,
    Voorstel,
    als_markdown,
    begin,
    bewaarplaats,
    eigen_stand,
    lees_gok,
    lees_voorstel,
    raad,
    regels,
    stand,
    titel,
    verhaal,
)
from fairshare.zaal.receptie import NIET_DE_VOORZITTER, is_voorzitter, schoon

WACHT, KIJK = 10.0, 0.1
"""So long a page waits for something new, and so often the room is looked at for what another process changed [s]."""

ADEM = 1.0
"""So long a participant waits for what others propose besides, until the chair does something [s]: thirty phones that hear of each move keep the screen waiting."""

MEESTE_KAMERS, MEESTE_MIS, MEESTE_BERICHTEN = 10, 30, 600
"""So many rooms and wrong codes of one address, and messages of one participant, a minute."""

BEWAARD = 100
"""So many stands that went out are remembered, to send only what changed since; and so many texts of what changed, for all who ask."""


class Kamers:
    """What the addresses of rooms do."""

    def __init__(self, receptie: Receptie, mag: Callable[[Request], bool]) -> None:
        self._receptie, self._mag = receptie, mag
        self._opent, self._mis = Drukte(meeste=MEESTE_KAMERS), Drukte(meeste=MEESTE_MIS)
        self._zegt = Drukte(meeste=MEESTE_BERICHTEN)
        self._blikken: dict[str, tuple[asyncio.Event, asyncio.Task[Kamer]]] = {}
        self._gezien: OrderedDict[tuple[str, int], dict[str, Any]] = OrderedDict()
        self._nieuws: OrderedDict[tuple[str, int, int], str] = OrderedDict()
        self._doet: Mapping[str, Callable[[Bericht, str], Any]] = {
            "open": self._open,
            "zeg": self._zeg,
            "leid": self._leid,
            "code": self._code,
            "notulen": self._notulen,
            "pakket": self._pakket,
        }

    async def beantwoord(self, verzoek: Request) -> Response:
        """Judge a message, do what it asks, and say in Dutch what cannot be."""
        try:
            if not self._mag(verzoek):
                raise KamerFout(AANMELDEN, 403)
            bericht = lees_bericht(await _inhoud(verzoek))
            uit = await self._doe(verzoek.path_params["naam"], bericht, verzoek.client.host if verzoek.client else "")
        except KamerFout as fout:
            return weiger(fout.status, fout.fouten)
        except FairshareError as fout:
            return weiger(400, fout.fouten)
        koppen = {"cache-control": "no-store"}
        if uit is None:
            return Response(status_code=204, headers=koppen)
        return Response(uit if isinstance(uit, str) else _json(uit), 200, koppen, "application/json")

    async def _doe(self, naam: str, bericht: Bericht, adres: str) -> Any:
        if naam == "stand":
            return await self._stand(bericht, adres)
        if naam not in self._doet:
            raise KamerFout("Dit adres bestaat niet.", 404)
        uit = await run_in_threadpool(self._doet[naam], bericht, adres)
        if blik := self._blikken.get(schoon(bericht.code)):
            blik[0].set()
        return uit

    async def _stand(self, bericht: Bericht, adres: str) -> Any:
        """Answer as soon as the room is another than the page has; None when it stays the same for a while."""
        eind = time.monotonic() + WACHT
        eerst = kamer = await run_in_threadpool(self._vind, bericht, adres)
        while kamer.versie == bericht.na:
            if time.monotonic() > eind:
                return None
            kamer = await self._straks(kamer.code)
        adem = time.monotonic() + ADEM
        while bericht.wie and eerst.versie == bericht.na and eerst.geleid == kamer.geleid and time.monotonic() < adem:
            kamer = await self._straks(kamer.code)
        return await run_in_threadpool(self._zicht, kamer, bericht)

    async def _straks(self, code: str) -> Kamer:
        """Look at a room in a moment, once for all pages that wait for it."""
        if code not in self._blikken:
            bel = asyncio.Event()
            self._blikken[code] = bel, asyncio.create_task(self._kijk(code, bel))
        return await asyncio.shield(self._blikken[code][1])

    async def _kijk(self, code: str, bel: asyncio.Event) -> Kamer:
        try:
            async with asyncio.timeout(KIJK):
                await bel.wait()
        except TimeoutError:
            pass  # another process may have changed the room
        finally:
            del self._blikken[code]  # who comes from here on waits for the next look
        return await run_in_threadpool(self._bereid, code)

    def _bereid(self, code: str) -> Kamer:
        """Look, and compute what everyone will be told: once, before all who wait ask for it together."""
        kamer = self._receptie.vind(code)
        stand(kamer)
        return kamer

    def _zicht(self, kamer: Kamer, bericht: Bericht) -> str:
        """Write what changed since the version that the page has, and what is of this page alone."""
        eigen = {
            "jij": eigen_stand(kamer, bericht.wie),
            "voorzitter": bool(bericht.sleutel) and is_voorzitter(kamer, bericht.sleutel),
        }
        return f"{self._wat_nieuw_is(kamer, bericht.na)[:-1]}, {_json(eigen)[1:]}"

    def _wat_nieuw_is(self, kamer: Kamer, na: int) -> str:
        """Write what changed since a version, once for all who have it; all of it where that version is not known here."""
        if tekst := self._nieuws.get((kamer.code, na, kamer.versie)):
            return tekst
        nu, eerder = stand(kamer), self._gezien.get((kamer.code, na), {})
        anders = {wat: waarde for wat, waarde in nu.items() if wat not in eerder or eerder[wat] != waarde}
        tekst = _json({"versie": kamer.versie, **anders})
        _bewaar(self._gezien, (kamer.code, kamer.versie), nu)
        _bewaar(self._nieuws, (kamer.code, na, kamer.versie), tekst)
        return tekst

    def _open(self, bericht: Bericht, adres: str) -> dict[str, str]:
        _niet_te_vaak(self._opent.wacht(adres), "Er zijn vanaf dit adres al veel kamers geopend.")
        code, sleutel = self._receptie.begin(bericht.vraag, bericht.spel)
        return {"code": code, "sleutel": sleutel}

    def _zeg(self, bericht: Bericht, adres: str) -> Any:
        """Put in a proposal or a guess of a participant."""
        kamer = self._vind(bericht, adres)
        if not bericht.wie or (bericht.voorstel is None) == (bericht.gok is None):
            raise KamerFout("Dit bericht is niet begrepen. Vernieuw de pagina en probeer het opnieuw.")
        _niet_te_vaak(self._zegt.wacht(bericht.wie), "Er komen te veel voorstellen van dit apparaat.")
        scenario = begin(kamer.link).scenario
        regio = lees_regios()[scenario.regio]
        voorstel = lees_voorstel(regio, scenario, bericht.gemeente, bericht.voorstel or {})
        wat, soort = (voorstel, "voorstel") if bericht.gok is None else (lees_gok(bericht.gok), "gok")
        wie = bericht.wie, bericht.beurt, bericht.gemeente

        def zegt(kamer: Kamer) -> Kamer:
            if bericht.stap and not isinstance(wat, Voorstel):
                return raad(kamer, *wie, bericht.stap, wat)
            return kamer.zeg(*wie, wat, soort, bericht.ronde or None)  # type: ignore[arg-type]

        nu = self._receptie.wijzig(bericht.code, zegt)
        return {"versie": nu.versie, "jij": eigen_stand(nu, bericht.wie)}

    def _leid(self, bericht: Bericht, adres: str) -> Any:
        """Do what the chair asks."""
        self._vind(bericht, adres)
        daden: Mapping[str | None, Callable[[Kamer], Kamer]] = {
            "onthul": lambda kamer: kamer.onthul(),
            "verberg": lambda kamer: kamer.verberg(True),
            "toon": lambda kamer: kamer.verberg(False),
            "voorstellen": lambda kamer: kamer.speel_door("voorstel"),
            "gok": lambda kamer: kamer.speel_door("gok"),
            "verwijder": lambda kamer: kamer.verwijder(bericht.nummer),
            "kies": lambda kamer: kamer.kies(bericht.nummer),
            "besluit": lambda kamer: kamer.besluit_over(bericht.tekst.strip()),
            "kijk": lambda kamer: kamer.kijk(bericht.nummer),
            "vertel": lambda kamer: kamer.vertel(bericht.nummer),
            "antwoord": lambda kamer: kamer.beantwoord_nu(),
            "sluit": lambda kamer: kamer.sluit(),
        }
        if bericht.daad is None:
            raise KamerFout("Dit bericht is niet begrepen. Vernieuw de pagina en probeer het opnieuw.")
        return self._zicht(self._receptie.als_voorzitter(bericht.code, bericht.sleutel, daden[bericht.daad]), bericht)

    def _code(self, bericht: Bericht, adres: str) -> dict[str, str]:
        """Draw the address that a page gives as a QR code."""
        self._vind(bericht, adres)
        if len(bericht.tekst) > 300:
            raise KamerFout("Dit adres is te lang voor een QR-code.")
        return {"png": b64encode(qr(bericht.tekst)).decode()}

    def _notulen(self, bericht: Bericht, adres: str) -> dict[str, str]:
        """Write the minutes for the chair, as Markdown and as Word; ``tekst`` is the address of the Verkenner."""
        kamer = self._voor_de_voorzitter(bericht, adres)
        kop, minuten = titel(kamer), regels(kamer, bericht.tekst)
        word = import_module("fairshare.export.notulen").docx(minuten, kop)
        return {"md": als_markdown(kop, minuten), "docx": b64encode(word).decode()}

    def _pakket(self, bericht: Bericht, adres: str) -> dict[str, str]:
        """Make all that the meeting leaves behind as one file, for the chair."""
        kamer = self._voor_de_voorzitter(bericht, adres)
        kop, minuten = titel(kamer), regels(kamer, bericht.tekst)
        maak = import_module("fairshare.export.vergadering").vergaderpakket
        inhoud: bytes = maak(kop, minuten, als_markdown(kop, minuten), verhaal(kamer), bericht.tekst)
        return {"zip": b64encode(inhoud).decode()}

    def _voor_de_voorzitter(self, bericht: Bericht, adres: str) -> Kamer:
        kamer = self._vind(bericht, adres)
        if not is_voorzitter(kamer, bericht.sleutel):
            raise KamerFout(NIET_DE_VOORZITTER, 403)
        if not re.fullmatch(r"https?://[A-Za-z0-9.:/_\[\]-]{1,200}/", bericht.tekst, re.ASCII):
            raise KamerFout("Dit bericht is niet begrepen. Vernieuw de pagina en probeer het opnieuw.")
        return kamer

    def _vind(self, bericht: Bericht, adres: str) -> Kamer:
        """Find a room; who tried too many codes that are no room waits, unless the secret of someone in the room comes along."""
        wacht = self._mis.wacht(adres, telt=False)
        try:
            kamer = self._receptie.vind(bericht.code)
        except KamerFout as fout:
            if fout.status == 404:
                wacht = self._mis.wacht(adres)
            _niet_te_vaak(wacht, "Er zijn te veel verkeerde codes ingevuld.")
            raise
        if wacht and not (kamer.wie(bericht.wie) or is_voorzitter(kamer, bericht.sleutel)):
            _niet_te_vaak(wacht, "Er zijn te veel verkeerde codes ingevuld.")
        return kamer


def van_deze_server(mag: Callable[[Request], bool], adres: str = "") -> Kamers:
    """Keep rooms as this server is set up: at an address, or in memory."""
    return Kamers(Receptie(bewaarplaats(adres)), mag)


def _json(wat: Any) -> str:
    return json.dumps(wat, ensure_ascii=False, allow_nan=False)


def _bewaar(waar: OrderedDict[Any, Any], naam: Any, wat: Any) -> None:
    """Remember something, and forget what is oldest."""
    waar[naam] = wat
    while len(waar) > BEWAARD:
        waar.popitem(last=False)


def _niet_te_vaak(wacht: int, zin: str) -> None:
    if wacht:
        raise KamerFout(f"{zin} Probeer het over {wacht} seconden weer.", 429)


async def _inhoud(verzoek: Request) -> bytes:
    """Read a message that is JSON and not too large."""
    soort = verzoek.headers.get("content-type", "").partition(";")[0].strip()
    if soort != "application/json":
        raise KamerFout("Een bericht aan een kamer is JSON.", 415)
    inhoud = b""
    async for deel in verzoek.stream():
        inhoud += deel
        if len(inhoud) > GROOTSTE:
            raise KamerFout("Dit bericht is te groot.", 413)
    return inhoud

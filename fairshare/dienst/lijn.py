"""How the server below Streamlit, uvicorn, treats a connection: what Streamlit leaves no setting for, as it starts it itself."""

import asyncio
import socket
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

_LIJN: Any = H11Protocol
"""Its methods are put in the place of; nothing else can be, as Streamlit names the class nowhere."""


def verstuur_meteen() -> None:
    """Let no message wait until the other side says that it has the one before it; from the first connection on.

    Streamlit makes the socket itself and names no protocol, so that asyncio leaves Nagle on: the second message waits a whole
    round trip, or forty milliseconds. A step is six messages, and a first screen ninety files over six connections.
    """
    eigen = _LIJN.connection_made

    def verbonden(zelf: H11Protocol, lijn: asyncio.Transport) -> None:
        contact = lijn.get_extra_info("socket")
        if contact is not None and contact.family in (socket.AF_INET, socket.AF_INET6):
            contact.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        eigen(zelf, lijn)

    if eigen.__name__ == "connection_made":
        _LIJN.connection_made = verbonden


ONLEESBAAR = "Dit adres is niet te lezen: de link is langer dan de 64.000 tekens die de server leest, of beschadigd. Vraag om een kortere link."


def weiger_in_het_nederlands() -> None:
    """Say in Dutch what the server says in English, before any app is asked: that it cannot read what it got."""
    eigen = _LIJN.send_400_response
    if eigen.__name__ == "send_400_response":
        _LIJN.send_400_response = lambda zelf, _: eigen(zelf, ONLEESBAAR)

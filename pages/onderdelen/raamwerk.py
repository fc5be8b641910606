"""What this app takes from inside Streamlit and its server, for want of a public name: here alone, and each for a reason.

A test names what is gone after an upgrade (``tests/unit/test_raamwerk.py``), and ``make versies`` starts the app on other versions.
"""

import asyncio
import socket
from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st
from streamlit.runtime import runtime
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.web.server.starlette import starlette_websocket as aanmelding
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string
from uvicorn.protocols.http.h11_impl import H11Protocol


@dataclass(frozen=True)
class Adresbalk:
    """What the address bar says in this run."""

    vraag: str
    """The query string as it stands there; ``st.query_params`` has lost what is damaged or said twice, which must be named."""
    terug: bool
    """Whether Back or Forward brought it. Else it may be older than what the session shows: a quick user is ahead of the browser."""
    pad: str
    """The page that was asked for. ``st.navigation`` shows another where there is none, below a message in English."""


def adresbalk() -> Adresbalk | None:
    """Give what the address bar says; None where nobody looks."""
    ctx = get_script_run_ctx()
    if ctx is None:
        return None
    return Adresbalk(ctx.query_string, ctx.is_history_navigation, ctx.pages_manager.intended_page_name or "")


def verstuur_meteen() -> None:
    """Take away what a step that is ready waits for: the five milliseconds that the server rests after each sending, and Nagle.

    A step is six messages. Streamlit makes the socket itself and names no protocol, so that asyncio leaves Nagle on: the second
    message waits until the other side says that it has the first, which takes a whole round trip, or forty milliseconds.
    """
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0
    eigen = H11Protocol.connection_made

    def verbonden(zelf: H11Protocol, lijn: asyncio.Transport) -> None:
        contact = lijn.get_extra_info("socket")
        if contact is not None and contact.family in (socket.AF_INET, socket.AF_INET6):
            contact.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        eigen(zelf, lijn)

    if eigen.__name__ == "connection_made":
        H11Protocol.connection_made = verbonden


ONLEESBAAR = "Dit adres is niet te lezen: de link is langer dan de 64.000 tekens die de server leest, of beschadigd. Vraag om een kortere link."


def weiger_in_het_nederlands() -> None:
    """Say in Dutch what the server below Streamlit says in English, before any app is asked: that it cannot read what it got."""
    eigen = H11Protocol.send_400_response
    if eigen.__name__ == "send_400_response":
        H11Protocol.send_400_response = lambda zelf, _: eigen(zelf, ONLEESBAAR)


def browser() -> str:
    """Give what this browser is known by: the token with which Streamlit knows its uploads; "" where there is none."""
    koekje = st.context.cookies.get("_streamlit_xsrf", "")
    teken = decode_xsrf_token_string(koekje)[0] if koekje else None
    return teken.hex() if teken else ""


def is_aangemeld(koekjes: Mapping[str, str], oorsprong: str) -> bool:
    """Whether a browser brings the signed cookie of a login, made for the site that it asks from; read as for the screens themselves."""
    koekje = aanmelding._get_signed_cookie_with_chunks(dict(koekjes), aanmelding.USER_COOKIE_NAME)
    return bool(koekje) and aanmelding._parse_decoded_user_cookie(koekje, oorsprong).get("is_logged_in") is True


def bewaarde_bestanden(sessie: str) -> list[int]:
    """Give the sizes of the files that a session has on the server [bytes]."""
    if not runtime.Runtime.exists():
        return []
    opslag = getattr(runtime.Runtime.instance().uploaded_file_mgr, "file_storage", {})
    return [len(bestand.data) for bestand in dict(opslag.get(sessie, {})).values()]

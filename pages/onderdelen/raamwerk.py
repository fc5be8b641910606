"""What this app takes from inside Streamlit, for want of a public name: here alone, and each for a reason.

A test names what is gone after an upgrade (``tests/unit/test_raamwerk.py``), and ``make versies`` starts the app on other versions.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache, wraps
from itertools import count
from pathlib import PurePosixPath
from threading import Condition
from time import monotonic
from typing import Any

import streamlit as st
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.runtime import runtime
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequestType, _coalesce_widget_states
from streamlit.runtime.state.safe_session_state import SafeSessionState
from streamlit.web.server.starlette import starlette_websocket as aanmelding
from streamlit.web.server.starlette.starlette_app_utils import decode_xsrf_token_string


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


def verstuur_zonder_rust() -> None:
    """Take away the five milliseconds that the server rests after each sending; a step is six messages."""
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0


@dataclass
class _Beurt:
    """Whose turn it is in a session: its runs hear one after the other what was pressed, the oldest first."""

    deur: Condition = field(default_factory=Condition)
    wachten: list[int] = field(default_factory=list)
    bezig: bool = False
    laatste: int = 0

    @contextmanager
    def voor(self, nummer: int) -> Iterator[None]:
        with self.deur:
            self.wachten.append(nummer)
            self.deur.wait_for(lambda: not self.bezig and nummer == min(self.wachten))
            self.wachten.remove(nummer)
            self.bezig = True
        try:
            yield
        finally:
            with self.deur:
                self.bezig = False
                self.deur.notify_all()


_beurt = lru_cache(maxsize=4096)(lambda sessie: _Beurt())


def laat_uitpraten() -> None:
    """Let a callback run to its end before the next run of its session begins.

    Else a click elsewhere cuts it off at the next value that it asks for, and what was pressed is half done. A run that a newer one
    went before is cut off as ever: it would put an older slider back.
    """
    maak, gewoon, nummers = SafeSessionState.__init__, SafeSessionState.on_script_will_rerun, count(1)

    @wraps(maak)
    def genummerd(staat: SafeSessionState, *wat: Any, **meer: Any) -> None:
        maak(staat, *wat, **meer)
        object.__setattr__(staat, "_nummer", next(nummers))

    @wraps(gewoon)
    def heel(staat: SafeSessionState, *wat: Any, **meer: Any) -> None:
        kap_af, ctx = staat._yield_callback, get_script_run_ctx()
        beurt, nummer = _beurt(ctx and ctx.session_id), vars(staat).get("_nummer", 0)
        with beurt.voor(nummer):
            if nummer < beurt.laatste:
                kap_af()
            beurt.laatste = nummer
            object.__setattr__(staat, "_yield_callback", lambda: None)
            try:
                gewoon(staat, *wat, **meer)
            finally:
                object.__setattr__(staat, "_yield_callback", kap_af)

    SafeSessionState.__init__, SafeSessionState.on_script_will_rerun = genummerd, heel  # type: ignore[method-assign]


def laat_niets_liggen() -> None:
    """Take a press that waits in a part of the screen along when all of it is drawn; with the run that is stopped Streamlit drops it."""
    gewoon = AppSession.request_rerun

    @wraps(gewoon)
    def met_wat_wacht(sessie: AppSession, staat: ClientState | None) -> None:
        bezig = sessie._scriptrunner
        if bezig and staat and not staat.fragment_id:
            rij = bezig._requests
            with rij._lock:
                wacht = rij._rerun_data.widget_states if rij._state is ScriptRequestType.RERUN else None
                rij._state = ScriptRequestType.STOP
            if wacht:  # of what was pressed the oldest is heard first
                nieuw = {een.id for een in staat.widget_states.widgets}
                samen = _coalesce_widget_states(wacht, staat.widget_states).widgets
                staat.widget_states.ClearField("widgets")
                staat.widget_states.widgets.extend(sorted(samen, key=lambda een: een.id in nieuw))
        gewoon(sessie, staat)

    AppSession.request_rerun = met_wat_wacht  # type: ignore[method-assign]


OPHALEN = 20
"""So long a file waits for the browser that had it made [s]; who presses on and on fills memory."""


def laat_ophalen() -> None:
    """Keep a file that was made at a press until the browser has fetched it.

    Streamlit counts it as nobody's: once two runs of anybody have ended it is gone, also when the browser is still to ask for it.
    """
    maak, overbodig, gemaakt = MediaFileManager.execute_deferred, MediaFileManager._get_inactive_file_ids, {}

    @wraps(maak)
    def onthoud(opslag: MediaFileManager, knop: str) -> str:
        adres = maak(opslag, knop)
        gemaakt[PurePosixPath(adres).stem] = monotonic()
        return adres

    @wraps(overbodig)
    def lang_genoeg(opslag: MediaFileManager) -> set[str]:
        for bestand, sinds in list(gemaakt.items()):
            if monotonic() - sinds > OPHALEN:
                gemaakt.pop(bestand, None)
        return overbodig(opslag) - gemaakt.keys()

    MediaFileManager.execute_deferred, MediaFileManager._get_inactive_file_ids = onthoud, lang_genoeg  # type: ignore[method-assign]


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

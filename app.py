"""Fair Share Verkenner: the way in. The server; it imports and reads while the first browser still fetches its scripts.

Streamlit and Python do three things without asking and have no setting for them. They are kept from it here, before the first
visitor, and not in ``pages``, which takes seconds to import.

It drops a query string of more than 1,000 parameters before the app sees it, so that a damaged link would show the
agreement without a word. So the link itself is passed on, as long as it is no longer than Streamlit allows, and
:mod:`fairshare.link` judges it; a browser test keeps watch.

Having sent something, it rests for five milliseconds before it sends again: a step of a drag that was ready just too late took
twice as long. So it rests no longer than it takes to give way to another; a test keeps watch.

Looking for garbage, Python goes through all that was imported, again and again, while everyone waits: with a hundred visitors
for a tenth of the time. So what is there before the first screen is set apart.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

import streamlit as st
from streamlit.runtime import app_session, runtime
from streamlit.runtime.state.query_params import CLIENT_STATE_QUERY_STRING_MAX_LENGTH


def _hele_vraag(vraag: str) -> str:
    """Give the query string of a link whatever number of parameters it has."""
    return vraag if len(vraag) <= CLIENT_STATE_QUERY_STRING_MAX_LENGTH else ""


app_session.sanitize_query_string = _hele_vraag
runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0


def _warm() -> None:
    """Import what the first screen needs and read the data, before anybody asks; what its tables and charts need comes last."""
    import_module("pages")
    gegevens = import_module("fairshare.gegevens")
    dict(gegevens.lees_regios())
    gegevens.lees_presets()
    for naam in ("pandas", "altair"):
        import_module(naam)
    gc.freeze()


@asynccontextmanager
async def _bij_de_start(_: Any) -> AsyncIterator[None]:
    """Get ready beside the server, which answers meanwhile."""
    klaar = asyncio.create_task(asyncio.to_thread(_warm))
    yield
    await klaar


app = st.App("pages/onderdelen/scherm.py", lifespan=_bij_de_start)

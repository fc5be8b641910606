"""Keeps Streamlit and Python from three things that they do without asking and have no setting for.

It drops a query string of more than 1,000 parameters before the app sees it, so that a damaged link would show the
agreement without a word. So the link itself is passed on, as long as it is no longer than Streamlit allows, and
:mod:`fairshare.link` judges it; a browser test keeps watch.

Having sent something, it rests for five milliseconds before it sends again: a step of a drag that was ready just too late took
twice as long. So it rests no longer than it takes to give way to another; a test keeps watch.

Looking for garbage, Python goes through all that was imported, again and again, while everyone waits: with a hundred visitors
for a tenth of the time. So what is there before the first screen is set apart.
"""

import gc
from importlib import import_module

from streamlit.runtime import app_session, runtime
from streamlit.runtime.state.query_params import CLIENT_STATE_QUERY_STRING_MAX_LENGTH


def _hele_vraag(vraag: str) -> str:
    """Give the query string of a link whatever number of parameters it has."""
    return vraag if len(vraag) <= CLIENT_STATE_QUERY_STRING_MAX_LENGTH else ""


def bewaak() -> None:
    """Let the app see the whole link, and a step be sent at once; the first thing that the server does."""
    app_session.sanitize_query_string = _hele_vraag
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0


def warm() -> None:
    """Import what the first screen needs and read the data, before anybody asks."""
    from fairshare.gegevens import lees_presets, lees_regios

    import_module("pages")
    lees_regios()
    lees_presets()
    gc.freeze()

"""Keeps Streamlit and Python from four things that they do without asking and have no setting for.

It runs a file in ``pages/`` by itself.

Beside ``st.navigation`` Streamlit still looks for a folder named ``pages/``: on a cold server a deep link would run
that one file alone, and a test would skip app.py from its second run on. So this switches an internal attribute off; a
browser test with a cold server and a test that runs twice keep watch over it.

It drops a query string of more than 1,000 parameters before the app sees it, so that a damaged link would show the
agreement without a word. So the link itself is passed on, as long as it is no longer than Streamlit allows, and
:mod:`fairshare.link` judges it; a browser test keeps watch. Only the first visit after a start is too early for it.

Looking for garbage, Python goes through all that was imported, again and again, while everyone waits: with a hundred visitors
for a tenth of the time. So what is there before the first screen is set apart.

Having sent something, it rests for five milliseconds before it sends again: a step of a drag that was ready just too late took
twice as long. So it rests no longer than it takes to give way to another; a test keeps watch.
"""

import gc

import streamlit as st
from streamlit.runtime import app_session, runtime
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.state.query_params import CLIENT_STATE_QUERY_STRING_MAX_LENGTH


def _hele_vraag(vraag: str) -> str:
    """Give the query string of a link whatever number of parameters it has."""
    return vraag if len(vraag) <= CLIENT_STATE_QUERY_STRING_MAX_LENGTH else ""


def bewaak() -> None:
    """Make app.py the only way in, which sees the whole link; the first thing that app.py and each page do."""
    app_session.sanitize_query_string = _hele_vraag
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        gc.freeze()
        runtime.MESSAGE_FLUSH_INTERVAL_SECS = 0
        st.rerun()

"""Keeps Streamlit from running a file in ``pages/`` by itself.

Beside ``st.navigation`` Streamlit still looks for a folder named ``pages/``: on a cold server a deep link would run
that one file alone, and a test would skip app.py from its second run on. There is no setting for it, so this switches
an internal attribute off; a browser test with a cold server and a test that runs twice keep watch over it.
"""

import streamlit as st
from streamlit.runtime.pages_manager import PagesManager


def bewaak() -> None:
    """Make app.py the only way in; the first thing that app.py and each page do."""
    if PagesManager.uses_pages_directory:
        PagesManager.uses_pages_directory = False
        st.rerun()

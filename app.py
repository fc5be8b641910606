"""Fair Share Verkenner: the way in. The server; it reads and imports while the first browser still fetches its scripts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st

from pages.onderdelen.bewaking import bewaak, warm


@asynccontextmanager
async def _bij_de_start(_: Any) -> AsyncIterator[None]:
    """Get ready beside the server, which answers meanwhile."""
    klaar = asyncio.create_task(asyncio.to_thread(warm))
    yield
    await klaar


bewaak()
app = st.App("pages/onderdelen/scherm.py", lifespan=_bij_de_start)

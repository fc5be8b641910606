"""Run something asynchronous in a test."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any


def in_een_lus(wat: Coroutine[Any, Any, Any]) -> Any:
    """Run it to its end, beside the loop that Playwright leaves running in the thread of a worker."""
    with ThreadPoolExecutor(1) as draad:
        return draad.submit(asyncio.run, wat).result()

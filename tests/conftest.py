"""Settings for every test."""

import gc
import os

from hypothesis import settings

settings.register_profile("vast", derandomize=True, deadline=None)
settings.register_profile("zoekend", deadline=None)  # how busy a machine is says nothing of the code
settings.load_profile("vast" if os.environ.get("CI") else "zoekend")
# the check of a change says the same each time; at a desk the search goes on


def pytest_unconfigure() -> None:
    """Let go of what the app set apart from the garbage collector, or DuckDB says at the exit that all of it leaked.

    A test that gets ready as the server does freezes everything that was imported (``app.py``).
    """
    gc.unfreeze()

"""Settings for every test."""

import gc
import logging
import os

from hypothesis import settings

zonder_bezoeker = logging.getLogger("streamlit.runtime.scriptrunner_utils.script_run_context")
zonder_bezoeker.disabled = True  # a page that a test opens has no visitor: no fault, and hundreds of lines

settings.register_profile("vast", derandomize=True, deadline=None)
settings.register_profile("zoekend", deadline=None)  # how busy a machine is says nothing of the code
settings.load_profile("vast" if os.environ.get("CI") else "zoekend")
# the check of a change says the same each time; at a desk the search goes on


def pytest_collection_modifyitems(config, items: list) -> None:
    """Begin on each worker with a share of the browser tests, file by file: what is left at the end is short, and none waits."""
    if not hasattr(config, "workerinput"):
        return
    porties: list[list] = [[] for _ in range(config.workerinput["workercount"])]
    bestanden = list(dict.fromkeys(item.path for item in items if item.get_closest_marker("browser")))
    for item in items:
        if item.path in bestanden:
            porties[bestanden.index(item.path) % len(porties)].append(item)
    rest = [item for item in items if item.path not in bestanden]
    for portie in porties:  # as many tests each, because so the workers divide them
        plek = max(0, len(items) // len(porties) - len(portie))
        portie += rest[:plek]
        rest = rest[plek:]
    items[:] = [*(item for portie in porties for item in portie), *rest]


def pytest_unconfigure() -> None:
    """Let go of what the app set apart from the garbage collector, or DuckDB says at the exit that all of it leaked.

    A test that gets ready as the server does freezes everything that was imported (``app.py``).
    """
    gc.unfreeze()

"""What every test that runs the app in this process shares: what Streamlit does over and over is done once, or when it is asked.

See ``findings/streamlit-apptest-reads-every-package.sh`` and ``findings/streamlit-each-choice-reads-all-others.sh``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.state.session_state import SessionState

manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
"""Which installed packages bring components."""


class Gevraagd(Mapping[str, Any]):
    """The values of a session, of which a field looks up its own."""

    alles = SessionState.filtered_state.fget

    def __init__(self, staat: SessionState) -> None:
        self.staat = staat

    def __getitem__(self, sleutel: str) -> Any:
        return self.staat[sleutel]

    def __iter__(self) -> Iterator[str]:
        return iter(Gevraagd.alles(self.staat))

    def __len__(self) -> int:
        return len(Gevraagd.alles(self.staat))


SessionState.filtered_state = property(Gevraagd)

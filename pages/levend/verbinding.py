"""Keeps an eye on the line to the server: says when there is no answer, and draws the whole screen once it is back, or in another theme.

A server that was started again knows no parts: it would leave unanswered whatever is moved or pressed in one, while the
screen still shows it.
"""

from pages.onderdelen import voorkant

_VERBINDING = voorkant.component(__file__, "verbinding")


def verbinding() -> None:
    """Watch the line; what is said of it stands beside the sliders and the figures, and is read aloud."""
    _VERBINDING(key="verbinding", on_terug_change=lambda: None, on_thema_change=lambda: None)

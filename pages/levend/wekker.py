"""Draws the whole screen anew when the line is back: a server that was started again knows no parts.

It would leave unanswered whatever is moved or pressed in one, while the screen still shows it.
"""

from pages.onderdelen import voorkant

_WEKKER = voorkant.component(__file__, "wekker")


def wekker() -> None:
    """Ask for the whole screen once the line to the server is back."""
    _WEKKER(key="wekker", on_terug_change=lambda: None)

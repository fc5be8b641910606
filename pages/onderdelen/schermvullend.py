"""What only the browser itself can do: fill the whole screen (F), and go to the field of the guess and away from it (G)."""

from pages.onderdelen import voorkant

_KNOP = voorkant.component(__file__, "schermvullend")


def schermvullend() -> None:
    """Draw the button for the whole screen; F does the same, and G goes to the guess."""
    _KNOP(key="schermvullend", width="content")

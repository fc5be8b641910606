"""The keys of a speaker, which work wherever the cursor stands, and what only the browser can do: fill the whole screen."""

from pages.onderdelen import voorkant

_TOETSEN = voorkant.component(__file__, "toetsen")


def toetsen(waar: str, zwart: bool) -> None:
    """Draw where the story is, the two buttons that are always there, and listen to the keys; ``zwart``: the screen is black."""
    _TOETSEN(key="toetsen", data={"waar": waar, "zwart": zwart}, width="content")

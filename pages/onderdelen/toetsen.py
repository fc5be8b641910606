"""The keys of a speaker, which work wherever the cursor stands, and what only the browser can do: fill the whole screen."""

from pages.onderdelen import voorkant

_TOETSEN = voorkant.component(__file__, "toetsen")


def toetsen(waar: str, zwart: bool, titel: str, straks: str) -> None:
    """Draw where the story is and its buttons, listen to the keys, and tell the window of the speaker.

    Parameters
    ----------
    zwart
        Whether the screen is black.
    titel, straks
        What this step is called, and what comes next, for the window of the speaker.
    """
    _TOETSEN(key="toetsen", data={"waar": waar, "zwart": zwart, "titel": titel, "straks": straks}, width="content")

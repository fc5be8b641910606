"""A button that copies a link, because the link itself is too long to read. Where a browser forbids it, the link shows."""

from pages.onderdelen import voorkant

_KNOP = voorkant.component(__file__, "kopieer")


def kopieer(label: str, tekst: str, sleutel: str) -> None:
    """Draw the button."""
    _KNOP(key=sleutel, data={"label": label, "tekst": tekst})

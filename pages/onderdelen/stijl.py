"""What the theme of Streamlit cannot set: room, tabular figures, and no English hover buttons.

Fixed text; nothing that a user or a file supplies ever comes in here.
"""

from fairshare import kleuren
from pages.onderdelen import voorkant


def stijl() -> None:
    """Add the style to the page."""
    voorkant.stijlblad(__file__, vooraf=kleuren.als_stijl())

"""The colours of the house, each once: for theme, screen, charts, deck, workbook, page and story.

Series can be told apart by colour-blind people (Okabe-Ito). A name says what a colour is for.
"""

from typing import NamedTuple


class Kleur(NamedTuple):
    """A colour on a light and on a dark screen; ``INKT[donker]`` gives the one that is asked for."""

    licht: str
    donker: str


ACCENT = "#D55E00"
"""The one colour of niet geplaatst, everywhere."""

ACCENT_TEKST = Kleur("#B34700", "#FF9A4D")
"""The same in letters, which need more contrast."""

CAPACITEIT = Kleur("#0072B2", "#56B4E9")
"""What is available."""

OPGAVE = Kleur("#C9CFD6", "#4A5662")
"""The opgave stands behind the capaciteit: a quiet grey, that is seen by its edge in STIL."""

REGULIER = Kleur("#007A5A", "#3CBF97")
"""What is left for regulier woningzoekenden."""

PAARS = Kleur("#8A4A7D", "#CC79A7")
"""A further series."""

ONBEKEND = Kleur("#AEB7C0", "#5B6470")
"""A tile without a figure."""

INKT = Kleur("#1B2733", "#F2F5F8")
"""Text."""

STIL = Kleur("#5A6672", "#B4BEC9")
"""Text and lines that stay in the background."""

VLAK = Kleur("#FFFFFF", "#10181F")
"""The background."""

BALK = Kleur("#F3F6F9", "#1A252E")
"""A bar or a column that stands apart from the background."""

RAND = Kleur("#C9CFD6", "#44515D")
"""The line around a card."""

VELDRAND = Kleur("#7A8691", "#7A8691")
"""The line around a field to type in, which must be seen."""

LINT = Kleur("#01558C", "#6CB8F0")
"""The colour of the house: what can be operated, and the band of a page or slide."""

LINK = Kleur("#01558C", "#8CC8F5")
"""A link in a text."""

LET_OP, LET_OP_TEKST = Kleur("#FFF7E0", "#33290F"), Kleur("#6B4E00", "#F5DFA5")
"""A remark: its background and its text."""

FOUT, FOUT_TEKST = Kleur("#FDECEA", "#3B1A17"), Kleur("#8A1C12", "#FFB4AB")
"""What went wrong: its background and its text."""

INVOER = "#FFF4CC"
"""A cell of the workbook that may be filled in."""

VERLOOP = {False: ("#FDF3EC", "#F4B68A", "#E87A30"), True: (BALK.donker, "#6B3712", "#B34D00")}
"""From nobody to most not placed, by light or dark: each begins near the background, and INKT can be read on all of it."""

VERLOOP_CAPACITEIT = {False: ("#E3EFF7", "#9CC7E4", "#5AA5D6"), True: (BALK.donker, "#12466B", "#0A6CA8")}
"""From none to most of what is available."""


def in_letters(kleur: str, donker: bool) -> str:
    """Give a colour as letters have it: the accent needs more contrast there.

    Examples
    --------
    >>> in_letters(ACCENT, donker=False), in_letters(STIL.licht, donker=False)
    ('#B34700', '#5A6672')
    """
    return ACCENT_TEKST[donker] if kleur == ACCENT else kleur


KLEUREN = {naam.lower().replace("_", "-"): kleur for naam, kleur in list(globals().items()) if isinstance(kleur, Kleur)}
KLEUREN["accent"] = Kleur(ACCENT, ACCENT)
"""The colours by their name in a style."""


def eigenschappen(donker: bool) -> str:
    """Give the custom properties of a style on a light or a dark screen.

    Examples
    --------
    >>> eigenschappen(donker=False).split("; ")[3]
    '--kleur-regulier: #007A5A'
    """
    return "; ".join(f"--kleur-{naam}: {kleur[donker]}" for naam, kleur in KLEUREN.items())


def als_stijl() -> str:
    """Give the custom properties of a screen that knows its own theme.

    Examples
    --------
    >>> als_stijl()[:64]
    ':root { --kleur-accent-tekst: light-dark(#B34700, #FF9A4D); --kl'
    """
    paren = (f"--kleur-{naam}: light-dark({kleur.licht}, {kleur.donker});" for naam, kleur in KLEUREN.items())
    return f":root {{ {' '.join(paren)} }}\n"

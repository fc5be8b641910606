"""The name of a file: what it is, of which region, gemeente and scenario."""

import re
import unicodedata

LANGSTE = 100
"""A longer name is cut between words: some systems refuse it."""


def bestandsnaam(soort: str, *delen: str) -> str:
    """Give a name that every system takes, of the parts that are there.

    Examples
    --------
    >>> bestandsnaam("pdf", "fair-share", "Regio Stedendriehoek", "Súdwest-Fryslân", "Ons bod: 35%")
    'fair-share-regio-stedendriehoek-sudwest-fryslan-ons-bod-35.pdf'
    """
    plat = unicodedata.normalize("NFKD", " ".join(delen).lower()).encode("ascii", "ignore").decode()
    woorden = re.sub(r"[^a-z0-9]+", "-", plat).strip("-")
    if len(woorden) > LANGSTE:
        woorden = woorden[:LANGSTE].rsplit("-", 1)[0]
    return f"{woorden}.{soort}"

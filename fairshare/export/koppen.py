"""Dutch headings for the columns of a file, instead of the names of variables."""

KOPPEN = {
    "code": "Gemeentecode",
    "naam": "Gemeente",
    "buiten": "Plekken buiten de sociale huur",
    "geleverd": "Plekken voor andere gemeenten",
    "nieuwbouw": "Nieuwbouw sociale huur",
    "regulier": "Over voor regulier woningzoekenden",
    "reservering": "Reservering (%)",
    "benodigd_percentage": "Benodigd percentage (%)",
    "dekking": "Dekking (%)",
    "vraag": "Opgave met achterstand",
    "vrij": "Vrijkomende woningen",
    "mutaties_2024": "Mutaties 2024",
}
"""Where a heading says more than the name of its column."""


def kop(naam: str) -> str:
    """Give the heading of a column.

    Examples
    --------
    >>> kop("niet_geplaatst"), kop("naam")
    ('Niet geplaatst', 'Gemeente')
    """
    return KOPPEN.get(naam, naam.replace("_", " ").capitalize())

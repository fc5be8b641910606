"""Several files as one: a ZIP in which the same files give the same bytes."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def pak_in(delen: Mapping[str, str | bytes]) -> bytes:
    """Put files in a ZIP, by name.

    Examples
    --------
    >>> pak_in({"lees-mij.txt": "Dag"}) == pak_in({"lees-mij.txt": b"Dag"})
    True
    """
    doel = BytesIO()
    with ZipFile(doel, "w", ZIP_DEFLATED) as pakket:
        for naam, inhoud in delen.items():
            pakket.writestr(ZipInfo(naam), inhoud, ZIP_DEFLATED)
    return doel.getvalue()

"""The minutes of a room as Word: per round who proposed what, what that comes to, and what was decided."""

from collections.abc import Sequence
from io import BytesIO

from fairshare.export.word import leeg


def docx(regels: Sequence[tuple[str, str]], titel: str) -> bytes:
    """Write lines that each have a kind: ``kop``, ``zin`` or ``punt``.

    Examples
    --------
    >>> docx([("kop", "Ronde 1"), ("punt", "Lochem: reservering 35,0%")], "Notulen")[:2]
    b'PK'
    """
    stuk = leeg(titel)
    stuk.add_heading(titel, 0)
    for soort, tekst in regels:
        if soort == "kop":
            stuk.add_heading(tekst, 1)
        else:
            stuk.add_paragraph(tekst, style="List Bullet" if soort == "punt" else None)
    uit = BytesIO()
    stuk.save(uit)
    return uit.getvalue()

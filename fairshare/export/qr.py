"""A QR code, made here: no address leaves the machine."""

from io import BytesIO

import segno


def qr(tekst: str) -> bytes:
    """Draw a QR code as PNG.

    Examples
    --------
    >>> qr("http://localhost:8501/?v=1")[1:4]
    b'PNG'
    """
    doel = BytesIO()
    segno.make(tekst, error="m").save(doel, kind="png", scale=8, border=3)
    return doel.getvalue()

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


def qr_svg(tekst: str) -> str:
    """Draw a QR code as SVG, for paper.

    Examples
    --------
    >>> qr_svg("http://localhost:8501/?v=1")[:4]
    '<svg'
    """
    return str(segno.make(tekst, error="m").svg_inline(border=3))
